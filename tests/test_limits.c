/* SPDX-License-Identifier: EUPL-1.2 */
/* The limits of a loader: each just below, at and just above what a document needs. */
#include "loading.h"

#include "model/catalogue.h"
#include "read/limits.h"

/* What a limit is tried on: documents that need exactly this much of it. */
struct trial
{
    const char *limit;
    uint64_t needed;
    const char *document;
    const char *other; /* a second document, or NULL */
};

#define RECORD(id, inside) "<organisation id='" id "'><name>N</name>" inside "</organisation>\n"
#define PLACE(id, inside) "<municipality id='" id "'><name>N</name>" inside "</municipality>\n"
#define BROADER(id) "<broader ref='" id "'/>"

static const char ONE[] = OPENING RECORD("a", "") CLOSING;
static const char TWO[] = OPENING RECORD("b", "") CLOSING;
static const char THREE_RECORDS[] = OPENING RECORD("a", "") RECORD("b", "") RECORD("c", "") CLOSING;
/* kind, name, setting of a programme, and scheme and two labels of its concept */
static const char SIX_FACTS[] =
    OPENING PROGRAMME("<setting concept='s'/>") "<scheme id='setting'><label>S</label></scheme>"
                                                "<concept id='s' scheme='setting'><label>s</label>"
                                                "</concept>" CLOSING;
/* kind, name, status; the last is an attribute */
static const char FOUR_FACTS[] =
    OPENING PROGRAMME("<status value='running' since='2020'/>") CLOSING;
/* ref, source, via and scheme */
static const char FOUR_REFERENCES[] =
    OPENING PROGRAMME("<organisation ref='a' role='provider' source='s' via='s'/>") RECORD(
        "a",
        "") "<source id='s' read='whole'><title>S</title></source><scheme id='x'><label>X</label>"
            "</scheme><concept id='c' scheme='x'><label>C</label></concept>" CLOSING;
static const char DIAMOND[] = OPENING PLACE("top", "") PLACE("left", BROADER("top"))
    PLACE("right", BROADER("top")) PLACE("bottom", BROADER("left") BROADER("right")) CLOSING;
static const char ID_OF_FIVE[] = OPENING RECORD("abcde", "") CLOSING;
static const char NAME_OF_TWENTY[] =
    OPENING "<organisation id='a'><name>  abcdefghij \n klmnopqrs  </name></organisation>" CLOSING;
static const char ATTRIBUTE_OF_TWENTY[] =
    OPENING PROGRAMME("<status value='running' locator='abcdefghijklmnopqrst'/>") CLOSING;
static const char TEXT_OF_TWENTY[] =
    OPENING RECORD("a", "<note>  abcdefghij \n klmnopqrs  </note>") CLOSING;
static const char WORDING_OF_TWENTY[] =
    OPENING PROGRAMME("<limitation><wording>  abcdefghij \n klmnopqrs  </wording></limitation>")
        CLOSING;
static const char DEPTH_OF_FOUR[] =
    OPENING PROGRAMME("<limitation><wording>W</wording></limitation>") CLOSING;
static const char SEVEN_ATTRIBUTES[] = OPENING PROGRAMME(
    "<status value='running' since='2020' strength='unstated' asserted-by='editor' locator='p'"
    " claim='c' conflicts-with=''/>") CLOSING;
static const char LONG_TAG[] =
    OPENING PROGRAMME("<status value='running' locator='"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij'/>") CLOSING;
static const char RUN_OF_30[] =
    OPENING RECORD("a", "<note>abcdefghij<![CDATA[abcdefghij]]><!-- -->abcde&lt;f</note>") CLOSING;
static const char COMMENT[] = OPENING "<!-- abcdefghij abcdefghij abcdefghi -->" CLOSING;
static const char INSTRUCTION[] = OPENING "<?a abcdefghij abcdefghij abcdefghijkl?>" CLOSING;

static uint64_t
length_between(const char *document, const char *first, const char *last)
{
    const char *start = strstr(document, first);
    return (uint64_t)(strstr(start, last) + strlen(last) - start);
}

static enum intv_status
load_trial(const struct trial *trial, uint64_t limit)
{
    start_again();
    add_document("a.xml", trial->document);
    if (trial->other != NULL)
        add_document("b.xml", trial->other);
    ck_assert_int_eq(intv_loader_set_limit(loader, trial->limit, limit), INTV_OK);
    ck_assert_uint_eq(intv_loader_get_limit(loader, trial->limit), limit);
    return load();
}

static void
assert_named(const struct trial *trial, uint64_t limit)
{
    char message[256];
    char expected[256];
    snprintf(expected, sizeof(expected), "The limit %s (%llu) was exceeded.", trial->limit,
             (unsigned long long)limit);
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, expected);
}

static void
assert_trial(const struct trial *trial)
{
    enum intv_status status = load_trial(trial, trial->needed + 1);
    ck_assert_msg(status == INTV_OK, "%s %llu + 1: %s", trial->limit,
                  (unsigned long long)trial->needed, reported());
    status = load_trial(trial, trial->needed);
    ck_assert_msg(status == INTV_OK, "%s %llu: %s", trial->limit, (unsigned long long)trial->needed,
                  reported());
    status = load_trial(trial, trial->needed - 1);
    ck_assert_msg(status == INTV_ERROR_LIMIT && strcmp(reported(), "limit-reached") == 0,
                  "%s %llu - 1: %s with [%s]", trial->limit, (unsigned long long)trial->needed,
                  intv_status_get_name(status), reported());
    assert_named(trial, trial->needed - 1);
    ck_assert_ptr_null(catalogue);
}

START_TEST(limit_lets_through_what_is_at_it_and_not_what_is_over_it)
{
    const struct trial TRIALS[] = {
        {"file-bytes", sizeof(ONE) - 1, ONE, NULL},
        {"load-bytes", sizeof(ONE) + sizeof(TWO) - 2, ONE, TWO},
        {"files", 2, ONE, TWO},
        {"records", 3, THREE_RECORDS, NULL},
        {"records", 2, ONE, TWO},
        {"facts", 6, SIX_FACTS, NULL},
        {"facts", 4, FOUR_FACTS, NULL},
        {"references", 4, FOUR_REFERENCES, NULL},
        {"ancestors", 6, DIAMOND, NULL},
        {"id-bytes", 5, ID_OF_FIVE, NULL},
        {"name-bytes", 20, NAME_OF_TWENTY, NULL},
        {"name-bytes", 20, ATTRIBUTE_OF_TWENTY, NULL},
        {"text-bytes", 20, TEXT_OF_TWENTY, NULL},
        {"text-bytes", 20, WORDING_OF_TWENTY, NULL},
        {"depth", 4, DEPTH_OF_FOUR, NULL},
        {"attributes", 7, SEVEN_ATTRIBUTES, NULL},
        {"tag-bytes", length_between(LONG_TAG, "<status", "/>"), LONG_TAG, NULL},
        {"run-bytes", 30, RUN_OF_30, NULL},
        {"comment-bytes", length_between(COMMENT, "<!--", "-->"), COMMENT, NULL},
        {"comment-bytes", length_between(INSTRUCTION, "<?", "?>"), INSTRUCTION, NULL},
    };
    bool tried[LIMIT_COUNT] = {false};
    for (size_t i = 0; i < sizeof(TRIALS) / sizeof(TRIALS[0]); i++) {
        assert_trial(&TRIALS[i]);
        for (int limit = 0; limit < LIMIT_COUNT; limit++)
            tried[limit] = tried[limit] || strcmp(LIMIT_NAMES[limit], TRIALS[i].limit) == 0;
    }
    for (int limit = 0; limit < LIMIT_COUNT; limit++)
        ck_assert_msg(tried[limit], "%s is not tried", LIMIT_NAMES[limit]);
}
END_TEST

START_TEST(limit_of_bytes_holds_for_files_too)
{
    char path[] = "/tmp/interventions-limits-XXXXXX";
    const int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    FILE *stream = fdopen(file, "wb");
    ck_assert_uint_eq(fwrite(ONE, 1, sizeof(ONE) - 1, stream), sizeof(ONE) - 1);
    fclose(stream);
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    intv_loader_set_limit(loader, "file-bytes", sizeof(ONE) - 1);
    assert_load(INTV_OK, "", load());
    intv_loader_set_limit(loader, "file-bytes", sizeof(ONE) - 2);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    intv_loader_set_limit(loader, "file-bytes", sizeof(ONE) - 1);
    intv_loader_set_limit(loader, "load-bytes", sizeof(ONE) - 2);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    ck_assert_int_eq(remove(path), 0);
}
END_TEST

START_TEST(limits_may_be_as_high_as_numbers_go)
{
    for (size_t i = 0; intv_limit_get_name(i) != NULL; i++)
        ck_assert_int_eq(intv_loader_set_limit(loader, intv_limit_get_name(i), UINT64_MAX),
                         INTV_OK);
    add_document("a.xml", DIAMOND);
    assert_load(INTV_OK, "", load());
    intv_loader_set_limit(loader, "text-bytes", UINT64_MAX / 2 + 1);
    add_document("b.xml", TEXT_OF_TWENTY);
    assert_load(INTV_OK, "", load());
}
END_TEST

START_TEST(limit_reached_leaves_the_loader_usable)
{
    add_document("a.xml", THREE_RECORDS);
    intv_loader_set_limit(loader, "records", 2);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    intv_loader_set_limit(loader, "records", 3);
    assert_load(INTV_OK, "", load());
}
END_TEST

/* What a limit left out would only look missing; other mistakes are still told. */
START_TEST(limit_reached_leaves_references_unjudged)
{
    add_document("a.xml",
                 OPENING RECORD("A", "") PROGRAMME("<organisation ref='b' role='provider'/>")
                     RECORD("b", "") RECORD("c", "") CLOSING);
    intv_loader_set_limit(loader, "records", 2);
    assert_load(INTV_ERROR_INVALID, "bad-id limit-reached", load());
}
END_TEST

START_TEST(limit_of_the_load_is_reported_once)
{
    add_document("a.xml",
                 OPENING RECORD("a", "") RECORD("b", "") RECORD("c", "") RECORD("d", "") CLOSING);
    add_document("b.xml", OPENING RECORD("e", "") CLOSING);
    intv_loader_set_limit(loader, "records", 1);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    intv_loader_set_limit(loader, "records", 100);
    intv_loader_set_limit(loader, "facts", 1);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
}
END_TEST

/* A record under every link of a chain: few pairs in the end, but many on the way. */
START_TEST(limit_of_ancestors_counts_every_path)
{
    enum
    {
        LINKS = 300,
        LINE_BYTES = 80
    };
    char *document = malloc(2 * LINKS * LINE_BYTES + 1000);
    ck_assert_ptr_nonnull(document);
    size_t used = (size_t)sprintf(document, OPENING PLACE("m0", ""));
    for (int i = 1; i < LINKS; i++)
        used += (size_t)sprintf(document + used, PLACE("m%d", BROADER("m%d")), i, i - 1);
    used += (size_t)sprintf(document + used, "<municipality id='low'><name>L</name>");
    for (int i = 0; i < LINKS; i++)
        used += (size_t)sprintf(document + used, BROADER("m%d"), i);
    sprintf(document + used, "</municipality>" CLOSING);
    add_document("a.xml", document);
    /* n (n - 1) / 2 in the chain, and as many and n again from the record under all of it */
    intv_loader_set_limit(loader, "ancestors", LINKS * LINKS);
    assert_load(INTV_OK, "", load());
    intv_loader_set_limit(loader, "ancestors", LINKS * LINKS - 1);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    free(document);
}
END_TEST

START_TEST(limits_have_names_explanations_and_standard_values)
{
    size_t count = 0;
    for (; intv_limit_get_name(count) != NULL; count++) {
        const char *name = intv_limit_get_name(count);
        ck_assert_uint_gt(strlen(intv_limit_get_explanation(count)), 5);
        ck_assert_uint_gt(intv_loader_get_limit(NULL, name), 0);
        ck_assert_uint_eq(intv_loader_get_limit(loader, name), intv_loader_get_limit(NULL, name));
    }
    ck_assert_uint_eq(count, LIMIT_COUNT);
    ck_assert_ptr_null(intv_limit_get_explanation(count));
    ck_assert_uint_eq(intv_loader_get_limit(NULL, "file-bytes"), 8388608);
    ck_assert_uint_eq(intv_loader_get_limit(loader, "nothing"), 0);
    ck_assert_uint_eq(intv_loader_get_limit(loader, NULL), 0);
    ck_assert_int_eq(intv_loader_set_limit(loader, "nothing", 1), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_loader_set_limit(loader, NULL, 1), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_set_limit(NULL, "files", 1), INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

/* ---- what the rows of a catalogue cannot hold is refused, never cut ---- */

START_TEST(id_longer_than_a_catalogue_can_hold_is_refused)
{
    enum
    {
        LENGTH = 65536
    };
    static char document[LENGTH + 1000];
    size_t used = (size_t)sprintf(document, OPENING "<organisation id='");
    memset(document + used, 'a', LENGTH);
    sprintf(document + used + LENGTH, "'><name>N</name></organisation>" CLOSING);
    for (size_t cut = 0; cut < 2; cut++) {
        char *id = strstr(document, "aaa");
        memmove(id, id + cut, strlen(id + cut) + 1);
        start_again();
        add_document("a.xml", document);
        intv_loader_set_limit(loader, "id-bytes", UINT64_MAX);
        intv_loader_set_limit(loader, "tag-bytes", UINT64_MAX);
        assert_load(cut ? INTV_OK : INTV_ERROR_LIMIT, cut ? "" : "limit-reached", load());
    }
    ck_assert_uint_eq(strlen(intv_record_get_id(catalogue, 0)), LENGTH - 1);
}
END_TEST

START_TEST(claim_holds_at_most_255_wordings)
{
    enum
    {
        WORDINGS = 256
    };
    for (int extra = 0; extra < 2; extra++) {
        char document[WORDINGS * 60 + 1000];
        size_t used =
            (size_t)sprintf(document, OPENING "<intervention id='talk' kind='intervention'"
                                              " asserted-by='editor'><name>T</name><limitation>");
        for (int i = 0; i < WORDINGS - 1 + extra; i++)
            used += (size_t)sprintf(document + used, "<wording xml:lang='%c%c'>w%d</wording>",
                                    'a' + i / 26, 'a' + i % 26, i);
        sprintf(document + used, "</limitation></intervention>" CLOSING);
        assert_load(extra ? INTV_ERROR_INVALID : INTV_OK, extra ? "repeated-part" : "",
                    load_document(document));
        if (!extra)
            ck_assert_uint_eq(intv_fact_get_text_count(
                                  catalogue, intv_record_find_fact(catalogue, 0, "limitation", 0)),
                              WORDINGS - 1);
    }
}
END_TEST

START_TEST(fact_holds_at_most_65535_facts)
{
    enum
    {
        MOST = 65535,
        LINE_BYTES = 30
    };
    char *document = malloc((MOST + 2) * LINE_BYTES + 1000);
    ck_assert_ptr_nonnull(document);
    for (int extra = 0; extra < 2; extra++) {
        size_t used = (size_t)sprintf(document, OPENING
                                      "<municipality id='m'><name>M</name></municipality>"
                                      "<funding-scheme id='f' asserted-by='editor'><name>F</name>"
                                      "<recipients>");
        for (int i = 0; i < MOST + extra; i++)
            used += (size_t)sprintf(document + used, "<municipality ref='m'/>\n");
        sprintf(document + used, "</recipients></funding-scheme>" CLOSING);
        assert_load(extra ? INTV_ERROR_LIMIT : INTV_OK, extra ? "limit-reached" : "",
                    load_document(document));
        if (!extra)
            ck_assert_uint_eq(
                intv_fact_get_child_count(
                    catalogue,
                    intv_record_find_fact(
                        catalogue, intv_catalogue_find(catalogue, INTV_KIND_FUNDING_SCHEME, "f"),
                        "recipients", 0)),
                MOST);
    }
    free(document);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("limits");
    TCase *tests = tcase_create("limits of a loader");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, limit_lets_through_what_is_at_it_and_not_what_is_over_it);
    tcase_add_test(tests, limit_of_bytes_holds_for_files_too);
    tcase_add_test(tests, limits_may_be_as_high_as_numbers_go);
    tcase_add_test(tests, limit_reached_leaves_the_loader_usable);
    tcase_add_test(tests, limit_reached_leaves_references_unjudged);
    tcase_add_test(tests, limit_of_the_load_is_reported_once);
    tcase_add_test(tests, limit_of_ancestors_counts_every_path);
    tcase_add_test(tests, limits_have_names_explanations_and_standard_values);
    tcase_add_test(tests, id_longer_than_a_catalogue_can_hold_is_refused);
    tcase_add_test(tests, claim_holds_at_most_255_wordings);
    tcase_add_test(tests, fact_holds_at_most_65535_facts);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
