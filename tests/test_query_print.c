/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Queries written back: the text is read as the same query, in both languages, and writing that gives
 * the same text.
 */
#include "loading.h"

#include "query_trees.h"

enum
{
    QUERIES = 4000
};

static struct intv_output *output;

static void
make_builtin(void)
{
    make_loader();
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
}

static void
free_builtin(void)
{
    intv_output_free(output);
    free_loader();
}

static const char *
write_query(const struct intv_query *query, enum intv_language language)
{
    intv_output_clear(output);
    ck_assert_int_eq(intv_query_write(query, language, output), INTV_OK);
    return intv_output_get_text(output);
}

static struct intv_query *
parse(const char *text, enum intv_reading reading)
{
    struct intv_query *query = NULL;
    intv_diagnostics_clear(diagnostics);
    const enum intv_status status =
        intv_query_parse(catalogue, text, strlen(text), reading, &query, diagnostics);
    ck_assert_msg(status == INTV_OK, "%s: %s %s", text, intv_status_get_name(status),
                  intv_diagnostics_get_tag(diagnostics, 0));
    check_query(query);
    return query;
}

static void
check_round_trip(const struct intv_query *query, enum intv_language language,
                 enum intv_reading reading)
{
    char *text = strdup(write_query(query, language));
    ck_assert_ptr_nonnull(text);
    struct intv_query *again = parse(text, reading);
    ck_assert_msg(queries_agree(query, again), "%s", text);
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++)
        ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, i), "query-only-stop-words");
    ck_assert_str_eq(write_query(again, language), text);
    intv_query_free(again);
    free(text);
}

START_TEST(written_query_is_read_as_the_same_query)
{
    for (uint64_t seed = 1; seed <= QUERIES; seed++) {
        struct intv_query *query = make_query(catalogue, seed);
        for (unsigned i = 0; i < 4; i++)
            check_round_trip(query, (enum intv_language)(i / 2), (enum intv_reading)(i % 2));
        intv_query_free(query);
    }
}
END_TEST

/* The other side: what people write, and how it is written back. */
START_TEST(query_is_written_in_the_language_of_the_asker)
{
    static const struct
    {
        const char *text;
        const char *written[2];
    } CASES[] = {
        {"ouders", {"ouders", "ouders"}},
        {"ouders EN school", {"ouders school", "ouders school"}},
        {"a OR b|c", {"a OF b OF c", "a OR b OR c"}},
        {"(a OF b) c", {"(a OF b) c", "(a OR b) c"}},
        {"a b OF c", {"a b OF c", "a b OR c"}},
        {"NIET a", {"-a", "-a"}},
        {"--a", {"a", "a"}},
        {"-(a b)", {"-(a b)", "-(a b)"}},
        {"((a))", {"a", "a"}},
        {"\u201Eveilige omgeving\u201D", {"\"veilige omgeving\"", "\"veilige omgeving\""}},
        {"naam:\u2018veilige omgeving\u2019",
         {"naam:\"veilige omgeving\"", "name:\"veilige omgeving\""}},
        {"taal:\u2018nl\u2019,ar land:\u2018BE\u2019",
         {"taal:nl,ar land:BE", "language:nl,ar country:BE"}},
        {"naam:\u2018s a", {"naam:s a", "name:s a"}},
        {"weerb*", {"weerb*", "weerb*"}},
        {"mij-les", {"mij-les", "mij-les"}},
        {"setting:school", {"setting:school", "setting:school"}},
        {"target_group:young-people", {"doelgroep:jongeren", "target-group:\"young people\""}},
        {"kosten:<=250/deelnemer", {"kosten:<=250/deelnemer", "cost:<=250/participant"}},
        {"kosten:99.5", {"kosten:99.50", "cost:99.50"}},
        {"kosten:99,\"50\"", {"kosten:99,\"50\"", "cost:99,\"50\""}},
        {"kosten:(250 OF 9)", {"kosten:250 OF kosten:9", "cost:250 OR cost:9"}},
        {"kosten:99,250,10-20,30-40", {"kosten:99,250,10-20,30-40", "cost:99,250,10-20,30-40"}},
        {"leeftijd:12,16", {"leeftijd:12,16", "age:12,16"}},
        {"leeftijd:16+", {"leeftijd:>=16", "age:>=16"}},
        {"leeftijd:12..18", {"leeftijd:12-18", "age:12-18"}},
        {"duur:<=10weeks", {"duur:<=10weken", "duration:<=10weeks"}},
        {"jaar:2018-2021", {"jaar:2018..2021", "year:2018..2021"}},
        {"jaar:2020-01", {"jaar:2020-01", "year:2020-01"}},
        {"jaar:2020-01-01", {"jaar:2020-01-01", "year:2020-01-01"}},
        {"jaar:2020-02-29..", {"jaar:>=2020-02-29", "year:>=2020-02-29"}},
        {"kosten:onbekend", {"kosten:onbekend", "cost:unknown"}},
        {"cost:none", {"kosten:geen", "cost:none"}},
        {"-redactie", {"-volgens:redactie", "-asserter:editor"}},
        {"volgens:evaluatie", {"volgens:evaluatie", "asserter:evaluation"}},
        {"has:cost,evaluation", {"heeft:kosten OF heeft:evaluatie", "has:cost OR has:evaluation"}},
        {"kind:evaluation", {"soort:evaluatie", "kind:evaluation"}},
        {"taal:nl land:BE", {"taal:nl land:BE", "language:nl country:BE"}},
        {"naam:(a OF b)", {"naam:a OF naam:b", "name:a OR name:b"}},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct intv_query *query = parse(CASES[i].text, INTV_STRICT);
        ck_assert_str_eq(write_query(query, INTV_DUTCH), CASES[i].written[INTV_DUTCH]);
        ck_assert_str_eq(write_query(query, INTV_ENGLISH), CASES[i].written[INTV_ENGLISH]);
        check_round_trip(query, INTV_DUTCH, INTV_STRICT);
        intv_query_free(query);
    }
}
END_TEST

START_TEST(query_of_everything_is_written_as_nothing)
{
    struct intv_query *query = NULL;
    ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
    ck_assert_str_eq(write_query(query, INTV_DUTCH), "");
    ck_assert_int_eq(intv_query_write(NULL, INTV_DUTCH, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_query_write(query, INTV_DUTCH, NULL), INTV_ERROR_INVALID_ARGUMENT);
    intv_query_free(query);
}
END_TEST

/* A comma parts values where they are written, and not in a value that a call gives. */
START_TEST(words_with_a_comma_in_a_field_are_written_between_quotes)
{
    static const char *const CASES[][2] = {
        {"1,5", "naam:\"1,5\""},
        {"a 1,5 b", "naam:a naam:\"1,5\" naam:b"},
        {"mij-1,5", "naam:\"mij 1,5\""},
        {"a, b", "naam:a naam:b"},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        struct intv_query *query = NULL;
        ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
        ck_assert_int_eq(intv_query_add_filter(query, "naam", INTV_IS, CASES[i][0], NULL), INTV_OK);
        ck_assert_str_eq(write_query(query, INTV_DUTCH), CASES[i][1]);
        check_round_trip(query, INTV_DUTCH, INTV_STRICT);
        intv_query_free(query);
    }
    struct intv_query *query = parse("a", INTV_STRICT);
    ck_assert_int_eq(intv_query_add_filter(query, "naam", INTV_IS, "1,5*", NULL),
                     INTV_ERROR_SYNTAX);
    intv_query_free(query);
}
END_TEST

static int
write_character(uint32_t code, char bytes[4])
{
    if (code < 0x80)
        return snprintf(bytes, 4, "%c", (int)code);
    if (code < 0x800)
        return snprintf(bytes, 4, "%c%c", (int)(0xC0 | code >> 6), (int)(0x80 | (code & 0x3F)));
    return snprintf(bytes, 4, "%c%c%c", (int)(0xE0 | code >> 12), (int)(0x80 | (code >> 6 & 0x3F)),
                    (int)(0x80 | (code & 0x3F)));
}

/* Latin up to Arabic, general punctuation, and the forms at the end; no control characters. */
static uint32_t
next_code(uint32_t code)
{
    return code == 0x7E ? 0xA0 : code == 0x5FF ? 0x2000 : code == 0x206F ? 0xFE00 : code + 1;
}

/* Whatever stands inside a word to Unicode, and means something here or not. */
START_TEST(words_by_call_with_any_character_inside_are_written_back)
{
    static const char *const AROUND[][2] = {{"a", "b"}, {"1", "2"}, {"\u05D1", "\u05D1"}};
    char bytes[4];
    for (uint32_t code = 0x21; code <= 0xFFFF; code = next_code(code))
        for (size_t i = 0; i < LENGTH(AROUND); i++) {
            char text[32];
            write_character(code, bytes);
            const int all =
                snprintf(text, sizeof(text), "%s%s%s", AROUND[i][0], bytes, AROUND[i][1]);
            struct intv_query *query = NULL;
            ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
            ck_assert_int_eq(intv_query_add_words(query, text, (size_t)all, NULL), INTV_OK);
            ck_assert_int_eq(intv_query_add_phrase(query, text, (size_t)all, NULL), INTV_OK);
            ck_assert_int_eq(intv_query_add_filter(query, "naam", INTV_IS, text, NULL),
                             code == '*' ? INTV_ERROR_SYNTAX : INTV_OK);
            check_query(query);
            check_round_trip(query, INTV_DUTCH, INTV_STRICT);
            intv_query_free(query);
        }
}
END_TEST

/* Dutch and English spelling, ids, labels and aliases ask the same. */
START_TEST(both_languages_ask_the_same)
{
    static const char *const PAIRS[][2] = {
        {"doelgroep:ouders onderzoeksopzet:>=voor-nameting -online",
         "target-group:parents design:>=before-after -online"},
        {"soort:interventie heeft:evaluatie", "kind:intervention has:evaluation"},
        {"a OF b EN NIET c", "a OR b AND NOT c"},
        {"kosten:\u2264250/deelnemer", "cost:<=250/participant"},
        {"DOELGROEP:jongeren", "target-group:\"young people\""},
        {"duur:8weken", "duration:8weeks"},
        {"status:loopt", "status:running"},
        {"bijwerking:onbekend", "side-effect:unknown"},
        {"volgens:deelnemers", "asserter:respondents"},
    };
    for (size_t i = 0; i < LENGTH(PAIRS); i++) {
        struct intv_query *one = parse(PAIRS[i][0], INTV_STRICT);
        struct intv_query *other = parse(PAIRS[i][1], INTV_STRICT);
        ck_assert_msg(queries_agree(one, other), "%s", PAIRS[i][0]);
        intv_query_free(one);
        intv_query_free(other);
    }
}
END_TEST

/* Every record that a qualifier takes is written so that it is found again. */
START_TEST(every_record_of_every_qualifier_can_be_written)
{
    size_t written = 0;
    for (unsigned qualifier = 0; qualifier < QUALIFIER_COUNT; qualifier++) {
        const struct names_filter filter = {qualifier_kinds((enum qualifier)qualifier),
                                            qualifier_scheme((enum qualifier)qualifier)};
        for (uint32_t record = 0; record < catalogue->record_count; record++) {
            if (filter.kinds == 0 || !names_accepts(catalogue, &filter, record))
                continue;
            struct making making = {NULL, 1, 0};
            ck_assert_int_eq(intv_query_new(catalogue, &making.query), INTV_OK);
            add_made_value(&making, (struct query_value){.sort = QUERY_RECORD, .record = record});
            making.query->clauses[0].first =
                add_clause(&making, (struct clause){.sort = CLAUSE_FILTER,
                                                    .qualifier = (uint16_t)qualifier,
                                                    .value_count = 1});
            check_round_trip(making.query, (enum intv_language)(record % 2), INTV_STRICT);
            intv_query_free(making.query);
            written++;
        }
    }
    ck_assert_uint_gt(written, 2000);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("query_print");
    TCase *tests = tcase_create("written back");
    tcase_add_checked_fixture(tests, make_builtin, free_builtin);
    tcase_add_test(tests, written_query_is_read_as_the_same_query);
    tcase_add_test(tests, query_is_written_in_the_language_of_the_asker);
    tcase_add_test(tests, query_of_everything_is_written_as_nothing);
    tcase_add_test(tests, words_with_a_comma_in_a_field_are_written_between_quotes);
    tcase_add_test(tests, words_by_call_with_any_character_inside_are_written_back);
    tcase_add_test(tests, both_languages_ask_the_same);
    tcase_add_test(tests, every_record_of_every_qualifier_can_be_written);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
