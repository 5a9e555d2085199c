/* SPDX-License-Identifier: EUPL-1.2 */
/* Situations in JSON: the same as in XML, and back; all or nothing. */
#include "match_fixture.h"

#define CRITERION(field, importance, wanted)                                                       \
    "{\"field\":\"" field "\",\"importance\":\"" importance "\",\"wanted\":[" wanted "]}"
#define SAID(id, state) "{\"id\":\"" id "\",\"state\":\"" state "\"}"

static const char RECORDS[] = PROGRAMME("a", "<cost value='9950' per='session'/>") PROGRAMME(
    "b", "<setting concept='school'/>" NEEDS(
             "structural-funding")) "<concept id='comma' scheme='target-group'><label>fathers, "
                                    "mothers</label></concept>";

static struct intv_diagnostics *diagnostics;

static void
begin(void)
{
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    load(RECORDS);
}

static void
end(void)
{
    intv_diagnostics_free(diagnostics);
    end_fixture();
}

static enum intv_status
read_json(const char *document)
{
    intv_diagnostics_clear(diagnostics);
    return intv_situation_read_json(fixture.situation, "asked.json", document, strlen(document),
                                    diagnostics);
}

static void
start_again(void)
{
    intv_situation_free(fixture.situation);
    ck_assert_int_eq(intv_situation_new(fixture.catalogue, &fixture.situation), INTV_OK);
}

/* What intv_write_situation() writes of it, behind the format; freed by the caller. */
static struct intv_output *
written(void)
{
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    ck_assert_int_eq(intv_write_situation(fixture.situation, 0, output), INTV_OK);
    return output;
}

static void
assert_written(const char *expected)
{
    char whole[1000];
    struct intv_output *output = written();
    snprintf(whole, sizeof(whole), "{\"format\":\"interventions-situation/1\",%s}", expected);
    ck_assert_str_eq(intv_output_get_text(output), whole);
    intv_output_free(output);
}

static void
assert_empty(void)
{
    assert_written("\"as_of\":null,\"criteria\":[],\"preconditions\":[],\"include\":[]");
}

/* The one report, with its place and path. */
static void
assert_report(const char *tag, uint32_t line, uint32_t column, const char *path)
{
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 1);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), tag);
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "asked.json");
    ck_assert_str_eq(intv_diagnostics_get_path(diagnostics, 0), path);
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), line);
    ck_assert_uint_eq(intv_diagnostics_get_column(diagnostics, 0), column);
}

START_TEST(situation_in_json_says_the_same_as_in_xml)
{
    static const char XML[] =
        "<situation xmlns='urn:interventions:situation:1' as-of='2026-11-23'>"
        "<must field='target-group' value='parents,teachers'/>"
        "<wish field='kosten' value='250/participant'/><wish field='age' value='12-18'/>"
        "<have precondition='structural-funding'/><lack precondition='trained-staff'/>"
        "<include what='types'/><include what='deliverers'/></situation>";
    static const char JSON[] =
        "{\"include\":[\"deliverers\",\"types\"],\"criteria\":[" CRITERION("doelgroep", "must", "\"parents\",\" teachers \"") "," CRITERION(
            "cost", "wish",
            "\"250/participant\"") "," CRITERION("leeftijd", "wish",
                                                 "\"12-18\"") "],\"as_of\":\"2026-11-"
                                                              "23\",\"preconditions\":"
                                                              "[" SAID(
                                                                  "trained-staff",
                                                                  "absent") "," SAID("structural-"
                                                                                     "funding",
                                                                                     "present") "]"
                                                                                                "}";
    ck_assert_int_eq(intv_situation_read_memory(fixture.situation, "x", XML, strlen(XML), NULL),
                     INTV_OK);
    struct intv_output *of_xml = written();
    start_again();
    ck_assert_int_eq(read_json(JSON), INTV_OK);
    struct intv_output *of_json = written();
    ck_assert_str_eq(intv_output_get_text(of_xml), intv_output_get_text(of_json));
    ck_assert_ptr_nonnull(strstr(intv_output_get_text(of_json), "\"state\":\"present\""));
    intv_output_free(of_xml);
    intv_output_free(of_json);
}
END_TEST

START_TEST(situation_that_was_written_is_read_back_the_same)
{
    static const char *const FIELDS[][2] = {{"target-group", "parents,mothers"},
                                            {"age", "12-18,20+"},
                                            {"setting", "school"},
                                            {"municipality", "city"},
                                            {"language", "nl,ar"},
                                            {"element", "debate"},
                                            {"cost", "99.50/session"},
                                            {"duration", "10 weeks"},
                                            {"outcome", "trust"}};
    for (size_t i = 0; i < LENGTH(FIELDS); i++)
        ck_assert_int_eq(intv_situation_add(fixture.situation, i % 2 > 0 ? INTV_MUST : INTV_WISH,
                                            FIELDS[i][0], FIELDS[i][1], NULL),
                         INTV_OK);
    intv_situation_set_precondition(fixture.situation, "funding", INTV_PARTLY_PRESENT, NULL);
    intv_situation_set_as_of(fixture.situation, "2026-02-28");
    intv_situation_include(fixture.situation, 31);
    struct intv_output *before = written();
    start_again();
    ck_assert_int_eq(read_json(intv_output_get_text(before)), INTV_OK);
    struct intv_output *after = written();
    ck_assert_str_eq(intv_output_get_text(before), intv_output_get_text(after));
    intv_output_free(before);
    intv_output_free(after);
}
END_TEST

START_TEST(situation_of_a_match_is_read_back_to_the_same_match)
{
    struct intv_output *before = NULL;
    struct intv_output *after = NULL;
    must("setting", "school");
    intv_situation_set_as_of(fixture.situation, "2026-12-31");
    intv_situation_set_precondition(fixture.situation, "structural-funding", INTV_ABSENT, NULL);
    match();
    ck_assert_int_eq(intv_output_new(&before), INTV_OK);
    ck_assert_int_eq(intv_output_new(&after), INTV_OK);
    ck_assert_int_eq(intv_write_match(fixture.match, 0, INTV_WRITE_EXCLUDED, before), INTV_OK);
    const char *start = strstr(intv_output_get_text(before), "\"situation\":") + 12;
    const size_t size = (size_t)(strstr(start, ",\"counts\"") - start);
    start_again();
    ck_assert_int_eq(intv_situation_read_json(fixture.situation, "answer", start, size, NULL),
                     INTV_OK);
    match();
    ck_assert_int_eq(intv_write_match(fixture.match, 0, INTV_WRITE_EXCLUDED, after), INTV_OK);
    ck_assert_str_eq(intv_output_get_text(before), intv_output_get_text(after));
    intv_output_free(before);
    intv_output_free(after);
}
END_TEST

START_TEST(situation_in_json_adds_to_what_there_is)
{
    must("setting", "school");
    ck_assert_int_eq(
        read_json("{\"criteria\":[" CRITERION("age", "wish", "\"14\"") "],\"as_of\":null}"),
        INTV_OK);
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 2);
}
END_TEST

START_TEST(situation_in_json_may_be_empty)
{
    ck_assert_int_eq(read_json("{}"), INTV_OK);
    assert_empty();
}
END_TEST

START_TEST(option_in_json_is_not_split_at_commas)
{
    ck_assert_int_eq(
        read_json("{\"criteria\":[" CRITERION("target-group", "must", "\"Fathers, mothers\"") "]}"),
        INTV_OK);
    assert_written("\"as_of\":null,\"criteria\":[" CRITERION(
        "target-group", "must", "\"comma\"") "],\"preconditions\":[],\"include\":[]");
    ck_assert_int_eq(
        read_json("{\"criteria\":[" CRITERION("target-group", "must", "\"parents,teachers\"") "]}"),
        INTV_ERROR_NOT_FOUND);
    assert_report("unknown-value", 1, 68, "/criteria/0/wanted/0");
}
END_TEST

struct fault
{
    const char *document;
    enum intv_status status;
    const char *tag;
    uint32_t column;
    const char *path;
};

#define IN_CRITERIA(criterion) "{\"criteria\":[" criterion "]}"
#define IN_PRECONDITIONS(said) "{\"preconditions\":[" said "]}"

static const struct fault FAULTS[] = {
    {"", INTV_ERROR_SYNTAX, "json-empty", 1, ""},
    {"[]", INTV_ERROR_INVALID, "not-an-object", 1, ""},
    {"null", INTV_ERROR_INVALID, "not-an-object", 1, ""},
    {"{\"as-of\":1}", INTV_ERROR_INVALID, "unknown-member", 2, "/as-of"},
    {"{\"as_of\":1}", INTV_ERROR_INVALID, "wrong-type", 10, "/as_of"},
    {"{\"as_of\":\"2026-02-30\"}", INTV_ERROR_INVALID, "bad-day", 10, "/as_of"},
    {"{\"as_of\":\"2026-02\"}", INTV_ERROR_INVALID, "bad-day", 10, "/as_of"},
    {"{\"format\":\"interventions-situation/2\"}", INTV_ERROR_VERSION, "newer-format", 11,
     "/format"},
    {"{\"format\":\"interventions-situation/10\"}", INTV_ERROR_VERSION, "newer-format", 11,
     "/format"},
    {"{\"format\":\"interventions-situation/99999999999999999999\"}", INTV_ERROR_VERSION,
     "newer-format", 11, "/format"},
    {"{\"format\":\"interventions-situation/0\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-situation/01\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-situation/02\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-situation/\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-situation/one\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-situation/2.0\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-match/2\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"format\":\"interventions-match/1\"}", INTV_ERROR_INVALID, "bad-code", 11, "/format"},
    {"{\"criteria\":{}}", INTV_ERROR_INVALID, "wrong-type", 13, "/criteria"},
    {"{\"criteria\":[1]}", INTV_ERROR_INVALID, "wrong-type", 14, "/criteria/0"},
    {IN_CRITERIA("{\"field\":\"age\",\"importance\":\"must\"}"), INTV_ERROR_INVALID,
     "missing-member", 14, "/criteria/0"},
    {IN_CRITERIA(CRITERION("age", "must", "")), INTV_ERROR_INVALID, "empty-list", 58,
     "/criteria/0/wanted"},
    {IN_CRITERIA(CRITERION("age", "must", "12")), INTV_ERROR_INVALID, "wrong-type", 59,
     "/criteria/0/wanted/0"},
    {IN_CRITERIA(CRITERION("age", "must", "\"12\",\"old\"")), INTV_ERROR_INVALID_ARGUMENT,
     "bad-value", 64, "/criteria/0/wanted/1"},
    {IN_CRITERIA(CRITERION("aeg", "must", "\"12\"")), INTV_ERROR_NOT_FOUND, "unknown-field", 23,
     "/criteria/0/field"},
    {IN_CRITERIA(CRITERION("age", "Must", "\"12\"")), INTV_ERROR_INVALID, "bad-code", 42,
     "/criteria/0/importance"},
    {IN_PRECONDITIONS("{\"id\":\"funding\"}"), INTV_ERROR_INVALID, "missing-member", 19,
     "/preconditions/0"},
    {IN_PRECONDITIONS(SAID("fundin", "present")), INTV_ERROR_NOT_FOUND, "unknown-precondition", 25,
     "/preconditions/0/id"},
    {IN_PRECONDITIONS(SAID("funding", "unknown")), INTV_ERROR_INVALID, "bad-code", 43,
     "/preconditions/0/state"},
    {IN_PRECONDITIONS(SAID("funding", "present") "," SAID("funding", "absent")),
     INTV_ERROR_CONTRADICTION, "duplicate-state", 60, "/preconditions/1/id"},
    {"{\"include\":[\"all\"]}", INTV_ERROR_INVALID, "bad-code", 13, "/include/0"},
    {"{\"include\":\"types\"}", INTV_ERROR_INVALID, "wrong-type", 12, "/include"},
};

START_TEST(situation_in_json_tells_each_fault_with_place_and_path_and_is_as_before)
{
    for (size_t i = 0; i < LENGTH(FAULTS); i++) {
        const struct fault *fault = &FAULTS[i];
        const enum intv_status status = read_json(fault->document);
        ck_assert_msg(status == fault->status, "%s: %s", fault->document,
                      intv_status_get_name(status));
        assert_report(fault->tag, 1, fault->column, fault->path);
        assert_empty();
    }
}
END_TEST

START_TEST(situation_in_json_that_is_no_object_is_named_as_a_situation)
{
    char message[200];
    ck_assert_int_eq(read_json("[]"), INTV_ERROR_INVALID);
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "The situation is a list [ ... ], not an object.");
}
END_TEST

START_TEST(situation_in_json_tells_everything_wrong_at_once)
{
    ck_assert_int_eq(
        read_json("{\"criteria\":[" CRITERION(
            "age", "must",
            "\"x\",1") ",7],\"whatever\":1,\n"
                       "\"preconditions\":[" SAID("no-such", "present") "],\"include\":[\"x\"]}"),
        INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 6);
    assert_empty();
}
END_TEST

START_TEST(situation_in_json_stops_after_a_hundred_faults)
{
    char document[20000] = "{\"include\":[\"x\"";
    for (size_t i = 0; i < 3000; i++)
        strcat(document, ",\"x\"");
    strcat(document, "]}");
    ck_assert_int_eq(read_json(document), INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 100);
}
END_TEST

START_TEST(situation_in_json_refuses_missing_arguments)
{
    ck_assert_int_eq(intv_situation_read_json(NULL, "x", "{}", 2, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_situation_read_json(fixture.situation, NULL, "{}", 2, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_situation_read_json(fixture.situation, "x", NULL, 2, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_situation_read_json(fixture.situation, "x", NULL, 0, NULL),
                     INTV_ERROR_SYNTAX);
    ck_assert_int_eq(intv_situation_read_json(fixture.situation, "x", "{}", 2, NULL), INTV_OK);
    struct intv_output *output = written();
    ck_assert_int_eq(intv_write_situation(NULL, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_situation(fixture.situation, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    intv_output_free(output);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        situation_in_json_says_the_same_as_in_xml,
        situation_that_was_written_is_read_back_the_same,
        situation_of_a_match_is_read_back_to_the_same_match,
        situation_in_json_adds_to_what_there_is,
        situation_in_json_may_be_empty,
        option_in_json_is_not_split_at_commas,
        situation_in_json_tells_each_fault_with_place_and_path_and_is_as_before,
        situation_in_json_that_is_no_object_is_named_as_a_situation,
        situation_in_json_tells_everything_wrong_at_once,
        situation_in_json_stops_after_a_hundred_faults,
        situation_in_json_refuses_missing_arguments,
    };
    Suite *suite = suite_create("situation in json");
    TCase *cases = tcase_create("situation in json");
    tcase_add_checked_fixture(cases, begin, end);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(cases, tests[i]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
