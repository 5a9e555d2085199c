/* SPDX-License-Identifier: EUPL-1.2 */
/* The request verify: an archived answer beside what comes out now. */
#include "request_asking.h"

enum
{
    ARCHIVE_SIZE = 8000,
    VERIFY_SIZE = ARCHIVE_SIZE + 100
};

static char archive[ARCHIVE_SIZE];

/* What is archived of the situation. */
static void
archive_answer(void)
{
    ck_assert_int_eq(ask("{\"request\":\"archive\",\"situation\":" SITUATION_OF_GOLDEN "}"),
                     INTV_OK);
    const char *start = strstr(answer(), "{\"format\":\"interventions-archive/1\"");
    const size_t length = strlen(start) - 1; /* without the end of the answer around it */
    ck_assert_uint_lt(length, sizeof(archive));
    memcpy(archive, start, length);
    archive[length] = '\0';
}

/* The archive with one piece replaced where it stands first; it must be there. */
static void
replace(const char *from, const char *to)
{
    char *at = strstr(archive, from);
    ck_assert_msg(at != NULL, "%s not in %s", from, archive);
    ck_assert_uint_lt(strlen(archive) - strlen(from) + strlen(to), sizeof(archive));
    memmove(at + strlen(to), at + strlen(from), strlen(at + strlen(from)) + 1);
    memcpy(at, to, strlen(to));
}

static void
write_verify(char request[VERIFY_SIZE])
{
    snprintf(request, VERIFY_SIZE, "{\"request\":\"verify\",\"archive\":%s}", archive);
}

static void
verify(void)
{
    char request[VERIFY_SIZE];
    write_verify(request);
    const enum intv_status status = ask(request);
    ck_assert_msg(status == INTV_OK, "%s", answer());
    assert_well_formed(status, request, strlen(request));
}

static size_t
count_parts(const char *part)
{
    size_t count = 0;
    for (const char *at = answer(); (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

/* ---- what is the same ---- */

START_TEST(verify_finds_the_same_answer_the_same)
{
    archive_answer();
    verify();
    ck_assert_uint_eq(count_parts("\"same\":false"), 0);
    ck_assert_uint_eq(count_parts("\"same\":true"), 18);
    assert_holds(
        "\"candidates\":{\"archived\":5,\"now\":5,\"first\":null,\"same\":true},\"same\":true}");
}
END_TEST

START_TEST(verify_skips_what_a_later_version_archived)
{
    archive_answer();
    replace("\"format\"", "\"new\":[{}],\"format\"");
    replace("\"category\"", "\"new\":1,\"category\"");
    replace("\"evidence\"", "\"new\":1,\"evidence\"");
    replace("\"algorithm\"", "\"new\":1,\"algorithm\"");
    replace("\"fits\"", "\"new\":1,\"fits\"");
    replace("\"layers\":[{", "\"layers\":[{\"new\":1,");
    verify();
    ck_assert_uint_eq(count_parts("\"same\":false"), 0);
}
END_TEST

/* ---- what differs ---- */

struct difference
{
    const char *from;
    const char *to;
    const char *told;
};

#define DIGITS_64 DIGITS_16 DIGITS_16 DIGITS_16 DIGITS_16

static const struct difference DIFFERENCES[] = {
    {"\"edition\":\"2026-06-01\"", "\"edition\":\"2020-01-01\"",
     "\"edition\":{\"same\":false,\"archived\":\"2020-01-01\",\"now\":\"2026-06-01\"}"},
    {"\"publisher\":\"tests\"", "\"publisher\":null",
     "\"publisher\":{\"same\":false,\"archived\":null,\"now\":\"tests\"}"},
    {"\"licence\":\"CC0-1.0\"", "\"licence\":\"CC0\"",
     "\"licence\":{\"same\":false,\"archived\":\"CC0\",\"now\":\"CC0-1.0\"}"},
    {"\"incomplete\":false", "\"incomplete\":true",
     "\"incomplete\":{\"same\":false,\"archived\":true,\"now\":false}"},
    {"\"layers\":[{\"edition\":\"2026-06-01\"", "\"layers\":[{\"edition\":null",
     "\"layers\":{\"same\":false,\"archived\":[{\"edition\":null,\"publisher\":\"tests\","
     "\"licence\":\"CC0-1.0\"}],\"now\":[{\"edition\":\"2026-06-01\","},
    {"\"licence\":\"CC0-1.0\"}]", "\"licence\":\"CC0\"}]", "\"layers\":{\"same\":false,"},
    {"\"licence\":\"CC0-1.0\"}]",
     "\"licence\":\"CC0-1.0\"},{\"edition\":null,\"publisher\":null,\"licence\":null}]",
     "\"layers\":{\"same\":false,"},
    {"\"as_of\":\"2026-11-23\"", "\"as_of\":\"2026-11-24\"",
     "\"as_of\":{\"same\":false,\"archived\":\"2026-11-24\",\"now\":\"2026-11-23\"}"},
    {"\"edition_is_old\":false", "\"edition_is_old\":null",
     "\"edition_is_old\":{\"same\":false,\"archived\":null,\"now\":false}"},
    {"\"wanted\":[\"parents\"]", "\"wanted\":[\"ouders\"]",
     "\"situation\":{\"same\":false,\"now\":{"},
    {"\"field\":\"target-group\"", "\"field\":\"doelgroep\"",
     "\"situation\":{\"same\":false,\"now\":{"},
    {"\"id\":\"funding\",\"state\":\"present\"},{\"id\":\"trainer\",\"state\":\"absent\"}",
     "\"id\":\"trainer\",\"state\":\"absent\"},{\"id\":\"funding\",\"state\":\"present\"}",
     "\"situation\":{\"same\":false,\"now\":{"},
    {"\"library\":\"", "\"library\":\"9", "\"library\":{\"same\":false,\"archived\":\"9"},
    {"\"catalogue_format\":\"", "\"catalogue_format\":\"9",
     "\"catalogue_format\":{\"same\":false,\"archived\":\"9"},
    {"\"blocked\":1", "\"blocked\":2", "\"blocked\":{\"same\":false,\"archived\":2,\"now\":1}"},
    {"\"sha-256\",\"catalogue\":\"", "\"sha-256\",\"catalogue\":\"" DIGITS_64 "\",\"old\":\"",
     "\"digests\":{\"catalogue\":{\"same\":false,\"archived\":\"" DIGITS_64 "\",\"now\":\""},
    {"\"answer\":\"", "\"answer\":\"" DIGITS_64 "\",\"old\":\"",
     "\"answer\":{\"same\":false,\"archived\":\"" DIGITS_64 "\",\"now\":\""},
    {"\"id\":\"buurtavond\"", "\"id\":\"buurt\"",
     "\"first\":{\"place\":1,\"differs\":[\"id\"],\"archived\":{\"id\":\"buurt\",\"category\":"},
    {"\"category\":\"fits\"", "\"category\":\"excluded\"",
     "\"first\":{\"place\":0,\"differs\":[\"category\"],\"archived\":{\"id\":\"praatpunt\","},
    {"\"absent\":1", "\"absent\":7", "\"first\":{\"place\":3,\"differs\":[\"keys\"],"},
    {"\"wishes_low\":[0,2],\"wishes_high\":[0,2]", "\"wishes_low\":[0,2],\"wishes_high\":[1,2]",
     "\"first\":{\"place\":0,\"differs\":[\"keys\"],"},
    {"\"wishes_low\":[0,2],\"wishes_high\":[0,2]", "\"wishes_low\":[0,3],\"wishes_high\":[0,3]",
     "\"first\":{\"place\":0,\"differs\":[\"keys\"],"},
    {"\"candidates\":[{\"id\":\"praatpunt\",\"category\":\"fits\"",
     "\"candidates\":[{\"id\":\"x\",\"category\":\"open\"",
     "\"first\":{\"place\":0,\"differs\":[\"id\",\"category\"],"},
};

START_TEST(verify_tells_each_key_that_differs)
{
    for (size_t i = 0; i < LENGTH(DIFFERENCES); i++) {
        const struct difference *difference = &DIFFERENCES[i];
        archive_answer();
        replace(difference->from, difference->to);
        verify();
        assert_holds(difference->told);
        assert_holds(",\"same\":false}}");
        /* that key, the whole, and of candidates the list */
        const bool is_candidate = strstr(difference->told, "\"first\"") != NULL;
        ck_assert_msg(count_parts("\"same\":false") == 2, "%s: %s", difference->to, answer());
        ck_assert_int_eq(strstr(answer(), "\"first\":null") == NULL, is_candidate);
    }
}
END_TEST

START_TEST(verify_tells_where_one_list_goes_on)
{
    char *end;
    archive_answer();
    replace("],\"digests\"",
            ",{\"id\":\"more\",\"category\":\"open\",\"keys\":{\"wishes_low\":[0,1],"
            "\"wishes_high\":[0,1],\"absent\":0,\"partly\":0,\"unknown\":0,"
            "\"evidence\":0}}],\"digests\"");
    verify();
    assert_holds("\"archived\":6,\"now\":5,\"first\":{\"place\":5,\"differs\":[\"id\",\"category\","
                 "\"keys\"],\"archived\":{\"id\":\"more\",");
    assert_holds("\"evidence\":0}},\"now\":null},\"same\":false},\"same\":false}");
    archive_answer();
    ck_assert_ptr_nonnull(end = strstr(archive, "],\"digests\""));
    char *last = strstr(archive, ",{\"id\":\"schoolklas\"");
    memmove(last, end, strlen(end) + 1);
    verify();
    assert_holds("\"archived\":4,\"now\":5,\"first\":{\"place\":4,\"differs\":[\"id\",\"category\","
                 "\"keys\"],\"archived\":null,\"now\":{\"id\":\"schoolklas\",");
}
END_TEST

START_TEST(verify_asks_the_catalogue_at_hand)
{
    char request[VERIFY_SIZE];
    archive_answer();
    write_verify(request);
    intv_output_clear(output);
    ck_assert_int_eq(intv_request(NULL, request, strlen(request), output), INTV_ERROR_NOT_FOUND);
    assert_holds("\"tag\":\"unknown-precondition\"");
    assert_holds("\"path\":\"/archive/situation/preconditions/");
}
END_TEST

/* ---- what is no archived answer ---- */

struct fault
{
    const char *from;
    const char *to;
    const char *tag;
    const char *path;
    enum intv_status status;
};

static const struct fault FAULTS[] = {
    {"interventions-archive/1", "interventions-archive/2", "newer-format", "/archive/format",
     INTV_ERROR_VERSION},
    {"interventions-archive/1", "interventions-match/1", "bad-code", "/archive/format",
     INTV_ERROR_INVALID},
    {"\"layers\":[", "\"layers\":[],\"old\":[", "empty-list", "/archive/layers",
     INTV_ERROR_INVALID},
    {"\"layers\":[", "\"layers\":[7,", "wrong-type", "/archive/layers/0", INTV_ERROR_INVALID},
    {"\"as_of\":\"2026-11-23\"", "\"as_of\":\"2026-11\"", "bad-date", "/archive/as_of",
     INTV_ERROR_INVALID},
    {"\"include\":", "\"includes\":", "unknown-member", "/archive/situation/includes",
     INTV_ERROR_INVALID},
    {"\"wanted\":[\"parents\"]", "\"wanted\":[\"no-such\"]", "unknown-value",
     "/archive/situation/criteria/0/wanted/0", INTV_ERROR_NOT_FOUND},
    {"\"open\":2", "\"open\":-2", "out-of-range", "/archive/counts/open", INTV_ERROR_INVALID},
    {"\"open\":2", "\"open\":\"2\"", "wrong-type", "/archive/counts/open", INTV_ERROR_INVALID},
    {"\"open\":2", "\"opened\":2", "missing-member", "/archive/counts", INTV_ERROR_INVALID},
    {"\"category\":\"fits\"", "\"category\":\"fit\"", "bad-code", "/archive/candidates/0/category",
     INTV_ERROR_INVALID},
    {"\"category\":\"fits\",", "", "missing-member", "/archive/candidates/0", INTV_ERROR_INVALID},
    {"\"wishes_low\":[0,2]", "\"wishes_low\":[0]", "wrong-type",
     "/archive/candidates/0/keys/wishes_low", INTV_ERROR_INVALID},
    {"\"wishes_low\":[0,2]", "\"wishes_low\":[0,2,2]", "wrong-type",
     "/archive/candidates/0/keys/wishes_low", INTV_ERROR_INVALID},
    {"\"wishes_low\":[0,2]", "\"wishes_low\":[\"0\",2]", "wrong-type",
     "/archive/candidates/0/keys/wishes_low/0", INTV_ERROR_INVALID},
    {"\"wishes_low\":[0,2]", "\"wishes_low\":[3,2]", "out-of-range",
     "/archive/candidates/0/keys/wishes_low/0", INTV_ERROR_INVALID},
    {"\"wishes_low\":[0,2]", "\"wishes_low\":[0,0]", "out-of-range",
     "/archive/candidates/0/keys/wishes_low/1", INTV_ERROR_INVALID},
    {"\"wishes_high\":[0,2]", "\"wishes_high\":[0,4]", "out-of-range",
     "/archive/candidates/0/keys/wishes_high/1", INTV_ERROR_INVALID},
    {"\"evidence\":3", "\"evidence\":3.0", "out-of-range", "/archive/candidates/0/keys/evidence",
     INTV_ERROR_INVALID},
    {"\"evidence\":3", "\"evidence\":9223372036854775808", "out-of-range",
     "/archive/candidates/0/keys/evidence", INTV_ERROR_INVALID},
    {"sha-256", "md5", "bad-code", "/archive/digests/algorithm", INTV_ERROR_INVALID},
    {"\"answer\":\"", "\"answer\":\"0", "wrong-type", "/archive/digests/answer",
     INTV_ERROR_INVALID},
    {"\"answer\":\"", "\"answer\":\"" DIGITS_16 DIGITS_16 DIGITS_16 "0123456789abcdeF\",\"old\":\"",
     "wrong-type", "/archive/digests/answer", INTV_ERROR_INVALID},
};

START_TEST(verify_refuses_what_is_no_archived_answer)
{
    char request[VERIFY_SIZE];
    for (size_t i = 0; i < LENGTH(FAULTS); i++) {
        archive_answer();
        replace(FAULTS[i].from, FAULTS[i].to);
        write_verify(request);
        assert_refused(request, FAULTS[i].status, FAULTS[i].tag, FAULTS[i].path);
    }
    assert_refused("{\"request\":\"verify\",\"archive\":{}}", INTV_ERROR_INVALID, "missing-member",
                   "/archive");
}
END_TEST

START_TEST(verify_says_what_a_digest_looks_like)
{
    char request[VERIFY_SIZE];
    archive_answer();
    replace("\"sha-256\",\"catalogue\":\"", "\"sha-256\",\"catalogue\":\"g");
    write_verify(request);
    assert_refused(request, INTV_ERROR_INVALID, "wrong-type", "/archive/digests/catalogue");
    assert_holds("Bij 'archive/digests/catalogue' staat een tekst die geen controlegetal is.");
    assert_holds("Geef 64 tekens: cijfers en de letters a tot en met f.");
    assert_holds("'archive/digests/catalogue' has a text that is no digest.");
    assert_holds("Give 64 characters: digits and the letters a to f.");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        verify_finds_the_same_answer_the_same, verify_skips_what_a_later_version_archived,
        verify_tells_each_key_that_differs,    verify_tells_where_one_list_goes_on,
        verify_asks_the_catalogue_at_hand,     verify_refuses_what_is_no_archived_answer,
        verify_says_what_a_digest_looks_like,
    };
    Suite *suite = suite_create("verify");
    TCase *cases = tcase_create("verify");
    tcase_add_checked_fixture(cases, begin_asking, end_asking);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(cases, tests[i]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
