/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests: every row and member of the table, wrong input of every kind, and failing memory. */
#include "request_asking.h"
#include "scarce_memory.h"

/* Another catalogue in place of the first. */
static void
load_document(const char *document, uint64_t id_bytes)
{
    struct intv_loader *loader = NULL;
    intv_catalogue_unref(catalogue);
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_loader_set_limit(loader, "id-bytes", id_bytes), INTV_OK);
    ck_assert_int_eq(intv_loader_add_memory(loader, "x.xml", document, strlen(document)), INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_OK);
    intv_loader_free(loader);
}

/* ---- the table ---- */

START_TEST(every_request_of_the_table_is_answered_with_its_format)
{
    char request[REQUEST_SIZE];
    char expected[200];
    for (unsigned i = 0; i < REQUEST_COUNT; i++) {
        const size_t size = write_request(i, "", request);
        ck_assert_msg(ask_bytes(request, size) == INTV_OK, "%s: %.600s", request, answer());
        snprintf(expected, sizeof(expected),
                 "{\"format\":\"interventions-answer/1\",\"request\":\"%s\",\"status\":\"ok\","
                 "\"diagnostics\":[],\"answer\":{\"format\":\"%s\"",
                 REQUEST_FORMATS[i].name, REQUEST_FORMATS[i].answer);
        ck_assert_msg(strncmp(answer(), expected, strlen(expected)) == 0, "%.300s", answer());
        assert_well_formed(INTV_OK, request, size);
    }
}
END_TEST

static const char *const SAMPLES[JSON_TYPE_COUNT] = {
    [JSON_NULL] = "null",    [JSON_BOOLEAN] = "true", [JSON_NUMBER] = "1",
    [JSON_STRING] = "\"x\"", [JSON_ARRAY] = "[]",     [JSON_OBJECT] = "{}",
};

static enum json_type
type_of(enum member_type type)
{
    static const enum json_type TYPES[] = {
        [MEMBER_TEXT] = JSON_STRING,      [MEMBER_KIND] = JSON_STRING,
        [MEMBER_BOOLEAN] = JSON_BOOLEAN,  [MEMBER_NUMBER] = JSON_NUMBER,
        [MEMBER_SITUATION] = JSON_OBJECT, [MEMBER_DOCUMENTS] = JSON_ARRAY,
        [MEMBER_ARCHIVE] = JSON_OBJECT,   [MEMBER_LANGUAGE] = JSON_STRING,
        [MEMBER_KINDS] = JSON_ARRAY,      [MEMBER_SORT] = JSON_STRING,
    };
    return TYPES[type];
}

START_TEST(every_member_of_every_request_refuses_every_other_type)
{
    char request[REQUEST_SIZE];
    char path[100];
    size_t tried = 0;
    for (unsigned i = 0; i < REQUEST_COUNT; i++)
        for (unsigned m = 0; m < MEMBER_COUNT; m++)
            for (unsigned type = 0; type < JSON_TYPE_COUNT; type++) {
                const struct member_format *format = &MEMBER_FORMATS[m];
                if (!request_has_member((enum request_id)i, (enum member_id)m) ||
                    type == type_of(format->type) || m == MEMBER_ANY_REQUEST)
                    continue;
                snprintf(request, sizeof(request), "{\"request\":\"%s\",\"%s\":%s}",
                         REQUEST_FORMATS[i].name, format->name, SAMPLES[type]);
                snprintf(path, sizeof(path), "/%s", format->name);
                assert_refused(request, INTV_ERROR_INVALID, "wrong-type", path);
                tried++;
            }
    ck_assert_uint_gt(tried, 100);
    for (unsigned type = 0; type < JSON_TYPE_COUNT; type++) {
        snprintf(request, sizeof(request), "{\"request\":%s}", SAMPLES[type]);
        assert_refused(request, INTV_ERROR_INVALID,
                       type == JSON_STRING ? "unknown-request" : "wrong-type", "/request");
    }
}
END_TEST

START_TEST(every_required_member_is_missed)
{
    char request[REQUEST_SIZE];
    char expected[100];
    size_t tried = 0;
    for (unsigned m = 0; m < MEMBER_COUNT; m++) {
        const struct member_format *format = &MEMBER_FORMATS[m];
        if (format->request == REQUEST_ANY || format->need == MEMBER_OPTIONAL)
            continue;
        snprintf(request, sizeof(request), "{\"request\":\"%s\"}",
                 REQUEST_FORMATS[format->request].name);
        assert_refused(request, INTV_ERROR_INVALID,
                       format->need == MEMBER_ONE_OF ? "missing-one-of" : "missing-member", "");
        snprintf(expected, sizeof(expected),
                 format->need == MEMBER_ONE_OF ? "%s" : "'%s' ontbreekt", format->name);
        assert_holds(expected);
        tried++;
    }
    ck_assert_uint_ge(tried, 9);
    assert_refused("{}", INTV_ERROR_INVALID, "missing-member", "");
    assert_holds("'request' ontbreekt");
}
END_TEST

START_TEST(every_request_refuses_an_unknown_member_and_names_the_nearest)
{
    char request[REQUEST_SIZE];
    for (unsigned i = 0; i < REQUEST_COUNT; i++) {
        write_request(i, ",\"prety\":true", request);
        assert_refused(request, INTV_ERROR_INVALID, "unknown-member", "/prety");
        assert_holds("Lijkt erop: pretty. Hier mogen: request, pretty");
    }
}
END_TEST

START_TEST(member_of_another_request_is_unknown)
{
    assert_refused("{\"request\":\"version\",\"kind\":\"source\"}", INTV_ERROR_INVALID,
                   "unknown-member", "/kind");
}
END_TEST

START_TEST(members_that_exclude_each_other_conflict)
{
    assert_refused("{\"request\":\"record\",\"id\":\"lesdag\",\"name\":\"lesdag\"}",
                   INTV_ERROR_INVALID, "conflicting-members", "/name");
    assert_refused("{\"request\":\"validate\",\"documents\":[],\"document\":\"\"}",
                   INTV_ERROR_INVALID, "conflicting-members", "/documents");
}
END_TEST

START_TEST(pretty_answers_say_the_same_in_every_request)
{
    char request[REQUEST_SIZE];
    for (unsigned i = 0; i < REQUEST_COUNT; i++) {
        ck_assert_int_eq(ask_bytes(request, write_request(i, "", request)), INTV_OK);
        char *plain = strdup(answer());
        ck_assert_int_eq(ask_bytes(request, write_request(i, ",\"pretty\":true", request)),
                         INTV_OK);
        const char *c = plain;
        bool in_string = false;
        for (const char *p = answer(); *p != '\0'; p++) {
            if (!in_string && (*p == ' ' || *p == '\n'))
                continue;
            ck_assert_int_eq(*p, *c);
            in_string ^= *c++ == '"' && p[-1] != '\\';
        }
        ck_assert_int_eq(*c, '\0');
        assert_holds("\n  \"answer\": {\n    \"format\": \"interventions-");
        free(plain);
    }
}
END_TEST

START_TEST(answer_to_a_wrong_request_is_pretty_too)
{
    ask("{\"request\":\"x\",\"pretty\":true}");
    assert_holds("{\n  \"format\": \"interventions-answer/1\",\n  \"request\": null,\n");
}
END_TEST

/* ---- what single requests do ---- */

START_TEST(unknown_request_names_the_nearest_and_all)
{
    assert_refused("{\"request\":\"mtch\",\"situation\":{}}", INTV_ERROR_INVALID, "unknown-request",
                   "/request");
    assert_holds("\"request\":null");
    assert_holds("Nearest: match. All requests: version, features, catalogue,");
}
END_TEST

START_TEST(number_out_of_range_or_not_whole_is_refused)
{
    static const char *const NUMBERS[] = {
        "-1", "-0", "1.0", "1e2", "2147483648", "9223372036854775808", "0.5", "1E0"};
    char request[REQUEST_SIZE];
    for (size_t i = 0; i < LENGTH(NUMBERS); i++) {
        snprintf(request, sizeof(request), "{\"request\":\"match\",\"situation\":{},\"limit\":%s}",
                 NUMBERS[i]);
        assert_refused(request, INTV_ERROR_INVALID, "out-of-range", "/limit");
    }
    char digits[401];
    memset(digits, '9', 400);
    digits[400] = '\0';
    snprintf(request, sizeof(request), "{\"request\":\"match\",\"situation\":{},\"limit\":%s}",
             digits);
    assert_refused(request, INTV_ERROR_INVALID, "out-of-range", "/limit");
    ck_assert_int_eq(ask("{\"request\":\"match\",\"situation\":{},\"limit\":2147483647}"), INTV_OK);
}
END_TEST

START_TEST(limit_and_excluded_choose_candidates)
{
    ck_assert_int_eq(ask("{\"request\":\"match\",\"situation\":{},\"limit\":1}"), INTV_OK);
    const size_t one = intv_output_get_length(output);
    ck_assert_int_eq(ask("{\"request\":\"match\",\"situation\":{}}"), INTV_OK);
    ck_assert_uint_gt(intv_output_get_length(output), 2 * one);
    ck_assert_int_eq(ask("{\"request\":\"match\",\"situation\":" SITUATION_OF_GOLDEN "}"), INTV_OK);
    ck_assert_ptr_null(strstr(answer(), "\"category\":\"excluded\""));
    ck_assert_int_eq(
        ask("{\"request\":\"match\",\"excluded\":true,\"situation\":" SITUATION_OF_GOLDEN "}"),
        INTV_OK);
    assert_holds("\"category\":\"excluded\"");
}
END_TEST

START_TEST(record_is_found_by_id_kind_and_name)
{
    static const char *const REQUESTS[] = {
        "{\"request\":\"record\",\"id\":\"lesdag\"}",
        "{\"request\":\"record\",\"id\":\"intervention:lesdag\"}",
        "{\"request\":\"record\",\"id\":\"lesdag\",\"kind\":\"intervention\"}",
        "{\"request\":\"record\",\"name\":\"LESDAG\"}"};
    for (size_t i = 0; i < LENGTH(REQUESTS); i++) {
        ck_assert_msg(ask(REQUESTS[i]) == INTV_OK, "%.400s", answer());
        assert_holds("\"kind\":\"intervention\",\"id\":\"lesdag\"");
    }
}
END_TEST

START_TEST(record_that_is_not_there_names_the_nearest)
{
    assert_refused("{\"request\":\"record\",\"id\":\"lesdg\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-record", "/id");
    assert_holds("Nearest: intervention:lesdag.");
    assert_refused("{\"request\":\"record\",\"id\":\"source:lesdag\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-record", "/id");
    assert_refused("{\"request\":\"record\",\"name\":\"\"}", INTV_ERROR_NOT_FOUND, "unknown-record",
                   "/name");
    assert_refused("{\"request\":\"record\",\"id\":\"report\"}", INTV_ERROR_NOT_FOUND,
                   "ambiguous-value", "/id");
    assert_holds("evaluation:report, source:report");
    assert_refused("{\"request\":\"check\",\"intervention\":\"report\",\"situation\":{}}",
                   INTV_ERROR_NOT_FOUND, "unknown-record", "/intervention");
}
END_TEST

START_TEST(find_gives_every_record_of_a_name)
{
    ck_assert_int_eq(ask("{\"request\":\"find\",\"name\":\"OUDERS\"}"), INTV_OK);
    assert_holds("\"found\":[{\"kind\":\"concept\",\"id\":\"parents\",\"layer\":0,\"name\":{\"nl\":"
                 "\"ouders\",\"en\":\"parents\"}}],\"nearest\":null}");
    ck_assert_int_eq(ask("{\"request\":\"find\",\"name\":\"setting\"}"), INTV_OK);
    assert_holds("\"found\":[{\"kind\":\"scheme\",\"id\":\"setting\",");
}
END_TEST

START_TEST(find_names_the_nearest_only_when_nothing_is_called_so)
{
    ck_assert_int_eq(ask("{\"request\":\"find\",\"name\":\"oudres\"}"), INTV_OK);
    assert_holds("\"found\":[],\"nearest\":{\"kind\":\"concept\",\"id\":\"parents\",");
    ck_assert_int_eq(ask("{\"request\":\"find\",\"name\":\"oudres\",\"kind\":\"source\"}"),
                     INTV_OK);
    assert_holds("\"found\":[],\"nearest\":null}");
    ck_assert_int_eq(ask("{\"request\":\"find\",\"name\":\"\"}"), INTV_OK);
    assert_holds("\"found\":[],\"nearest\":null}");
    assert_refused("{\"request\":\"find\",\"name\":\"a\",\"kind\":\"parents\"}", INTV_ERROR_INVALID,
                   "bad-code", "/kind");
}
END_TEST

START_TEST(catalogue_has_its_digest_only_when_asked)
{
    char digest[INTV_DIGEST_SIZE];
    char expected[200];
    ck_assert_int_eq(intv_catalogue_get_digest(catalogue, digest, sizeof(digest)), INTV_OK);
    snprintf(expected, sizeof(expected),
             "\"dropped\":{\"records\":0,\"facts\":0},\"digest\":\"%s\"}", digest);
    ck_assert_int_eq(ask("{\"request\":\"catalogue\",\"digest\":true}"), INTV_OK);
    assert_holds(expected);
    ck_assert_int_eq(ask("{\"request\":\"catalogue\",\"digest\":false}"), INTV_OK);
    assert_holds("\"digest\":null}");
    ck_assert_int_eq(ask("{\"request\":\"catalogue\"}"), INTV_OK);
    assert_holds("\"digest\":null}");
}
END_TEST

START_TEST(archive_is_whole_whatever_the_limit)
{
    ck_assert_int_eq(ask("{\"request\":\"archive\",\"situation\":" SITUATION_OF_GOLDEN "}"),
                     INTV_OK);
    assert_holds("\"category\":\"excluded\"");
    char *whole = strdup(answer());
    ck_assert_int_eq(ask("{\"request\":\"archive\",\"situation\":" SITUATION_OF_GOLDEN
                         ",\"limit\":1,\"excluded\":false}"),
                     INTV_OK);
    ck_assert_str_eq(answer(), whole);
    free(whole);
    assert_refused("{\"request\":\"archive\",\"situation\":{},\"limit\":-1}", INTV_ERROR_INVALID,
                   "out-of-range", "/limit");
}
END_TEST

START_TEST(features_are_those_of_the_library)
{
    char expected[200];
    size_t count = 0;
    ck_assert_int_eq(ask("{\"request\":\"features\"}"), INTV_OK);
    for (; intv_feature_get_name(count) != NULL; count++) {
        snprintf(expected, sizeof(expected), "{\"name\":\"%s\",\"explanation\":{\"en\":\"%s\"}}",
                 intv_feature_get_name(count), intv_feature_get_explanation(count));
        assert_holds(expected);
    }
    ck_assert_uint_gt(count, 0);
    ck_assert_int_eq(intv_has_feature("requests"), 1);
}
END_TEST

START_TEST(record_of_another_kind_is_named_with_its_kind)
{
    static const char *const REQUESTS[] = {
        "{\"request\":\"record\",\"id\":\"lesdag\",\"kind\":\"source\"}",
        "{\"request\":\"record\",\"id\":\"source:lesdag\"}",
        "{\"request\":\"record\",\"name\":\"LESDAG\",\"kind\":\"concept\"}"};
    for (size_t i = 0; i < LENGTH(REQUESTS); i++) {
        assert_refused(REQUESTS[i], INTV_ERROR_NOT_FOUND, "unknown-record",
                       i < 2 ? "/id" : "/name");
        assert_holds("Nearest: intervention:lesdag.");
    }
    assert_refused("{\"request\":\"check\",\"intervention\":\"review\",\"situation\":{}}",
                   INTV_ERROR_NOT_FOUND, "unknown-record", "/intervention");
    assert_holds("Nearest: source:review.");
}
END_TEST

START_TEST(wrong_kind_before_an_id_lists_the_kinds)
{
    assert_refused("{\"request\":\"record\",\"id\":\"nokind:lesdag\"}", INTV_ERROR_INVALID,
                   "bad-code", "/id");
    assert_holds("'nokind' is not allowed here as kind. Choose from: scheme, concept, ");
    assert_refused("{\"request\":\"record\",\"id\":\":lesdag\"}", INTV_ERROR_INVALID, "bad-code",
                   "/id");
    assert_refused("{\"request\":\"record\",\"id\":\"source:letter\",\"kind\":\"concept\"}",
                   INTV_ERROR_INVALID, "bad-code", "/id");
    assert_holds("Choose from: concept.");
    assert_refused("{\"request\":\"check\",\"intervention\":\"source:letter\",\"situation\":{}}",
                   INTV_ERROR_INVALID, "bad-code", "/intervention");
    assert_holds("Choose from: intervention.");
}
END_TEST

START_TEST(intervention_to_check_is_found_by_id_full_id_and_name)
{
    static const char *const NAMES[] = {"lesdag", "intervention:lesdag", "LESDAG"};
    char request[200];
    for (size_t i = 0; i < LENGTH(NAMES); i++) {
        snprintf(request, sizeof(request),
                 "{\"request\":\"check\",\"intervention\":\"%s\",\"situation\":{}}", NAMES[i]);
        ck_assert_msg(ask(request) == INTV_OK, "%.400s", answer());
        assert_holds("\"id\":\"lesdag\"");
    }
    assert_refused(
        "{\"request\":\"check\",\"intervention\":\"intervention:lesdg\",\"situation\":{}}",
        INTV_ERROR_NOT_FOUND, "unknown-record", "/intervention");
    assert_holds("Nearest: intervention:lesdag.");
}
END_TEST

START_TEST(intervention_to_check_may_have_a_colon_in_its_name)
{
    static const char REQUEST_OF_NAME[] =
        "{\"request\":\"check\",\"intervention\":\"Samen: praten\",\"situation\":{}}";
    static const char DOCUMENT[] =
        "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-01-01' publisher='tests'"
        " licence='CC0-1.0' xml:lang='nl'><intervention id='samen' kind='intervention'>"
        "<name>Samen: praten</name></intervention></catalogue>";
    load_document(DOCUMENT, UINT64_C(128));
    ck_assert_msg(ask(REQUEST_OF_NAME) == INTV_OK, "%.400s", answer());
    assert_holds("\"id\":\"samen\"");
}
END_TEST

START_TEST(id_that_is_too_long_for_a_message_is_cut)
{
    char document[1000];
    char expected[300];
    snprintf(document, sizeof(document),
             "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-01-01'"
             " publisher='tests' licence='CC0-1.0' xml:lang='nl'><municipality id='a%0300d'>"
             "<name>Langlopend</name></municipality></catalogue>",
             0);
    load_document(document, UINT64_C(400));
    assert_refused("{\"request\":\"record\",\"name\":\"Langlopent\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-record", "/name");
    snprintf(expected, sizeof(expected), "Nearest: municipality:a%0183d\xE2\x80\xA6.", 0);
    assert_holds(expected);
}
END_TEST

START_TEST(kind_that_does_not_exist_is_refused)
{
    assert_refused("{\"request\":\"list\",\"kind\":\"sources\"}", INTV_ERROR_INVALID, "bad-code",
                   "/kind");
    assert_refused("{\"request\":\"record\",\"id\":\"a\",\"kind\":\"\"}", INTV_ERROR_INVALID,
                   "bad-code", "/kind");
}
END_TEST

START_TEST(fault_in_a_situation_has_its_path_in_the_request)
{
    assert_refused(
        "{\"request\":\"match\",\"situation\":{\"criteria\":[{\"field\":\"target-group\","
        "\"importance\":\"must\",\"wanted\":[\"parnets\"]}]}}",
        INTV_ERROR_NOT_FOUND, "unknown-value", "/situation/criteria/0/wanted/0");
}
END_TEST

START_TEST(validate_answers_what_is_wrong_and_is_no_failure)
{
    ck_assert_int_eq(ask("{\"request\":\"validate\",\"document\":\"<a\"}"), INTV_OK);
    assert_holds("\"errors\":1");
    assert_holds("\"file\":\"document\",\"line\":1,");
    ck_assert_int_eq(
        ask("{\"request\":\"validate\",\"documents\":[{\"name\":\"one.xml\",\"text\":\"<catalogue "
            "xmlns='urn:interventions:catalogue:1' edition='2026' publisher='p' licence='l' "
            "xml:lang='nl'><organisation id='a'><name>\xC3\xA9</name></organisation></catalogue>\""
            "},{\"name\":\"two.xml\",\"text\":\"\"}]}"),
        INTV_OK);
    assert_holds("\"errors\":1");
    assert_holds("\"tag\":\"file-empty\"");
    assert_holds("\"file\":\"two.xml\"");
    assert_refused("{\"request\":\"validate\",\"documents\":[]}", INTV_ERROR_INVALID, "empty-list",
                   "/documents");
    assert_refused("{\"request\":\"validate\",\"documents\":[{\"name\":1,\"text\":\"\"}]}",
                   INTV_ERROR_INVALID, "wrong-type", "/documents/0/name");
    assert_refused("{\"request\":\"validate\",\"documents\":[{\"name\":\"a\"}]}",
                   INTV_ERROR_INVALID, "missing-member", "/documents/0");
    assert_refused("{\"request\":\"validate\",\"documents\":[\"a\"]}", INTV_ERROR_INVALID,
                   "wrong-type", "/documents/0");
}
END_TEST

START_TEST(text_is_asked_by_name_or_all_of_them)
{
    ck_assert_int_eq(ask("{\"request\":\"texts\",\"name\":\"prevention-paradox\"}"), INTV_OK);
    assert_holds("\"texts\":[{\"name\":\"prevention-paradox\",\"text\":{\"nl\":\"Dat ");
    ck_assert_int_eq(ask("{\"request\":\"texts\"}"), INTV_OK);
    assert_holds("{\"name\":\"limit-depth\",");
    assert_refused("{\"request\":\"texts\",\"name\":\"prevention-parados\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-text", "/name");
    assert_holds("Nearest: prevention-paradox.");
}
END_TEST

START_TEST(tag_is_explained_and_an_unknown_one_names_the_nearest)
{
    ck_assert_int_eq(ask("{\"request\":\"explain\",\"tag\":\"bad-range\"}"), INTV_OK);
    assert_holds("\"answer\":{\"format\":\"interventions-tag/1\",\"tag\":\"bad-range\",");
    assert_refused("{\"request\":\"explain\",\"tag\":\"bad-rnge\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-tag", "/tag");
    assert_holds("Nearest: bad-range.");
    assert_refused("{\"request\":\"explain\",\"tag\":\"praatgroep\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-tag", "/tag");
    assert_holds("\"en\":\"Get all tags with the request tags.\""); /* and nothing is near */
    assert_refused("{\"request\":\"explain\",\"tag\":\"\"}", INTV_ERROR_NOT_FOUND, "unknown-tag",
                   "/tag");
}
END_TEST

START_TEST(statistics_count_the_catalogue_that_is_asked)
{
    char expected[200];
    ck_assert_int_eq(ask("{\"request\":\"statistics\"}"), INTV_OK);
    const size_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_INTERVENTION);
    ck_assert_uint_gt(count, 0);
    snprintf(expected, sizeof(expected),
             "{\"topic\":\"records\",\"name\":\"intervention\",\"number\":%zu,", count);
    assert_holds(expected);
    assert_holds("\"publisher\":\"tests\"");
}
END_TEST

START_TEST(limits_tell_those_of_files_and_of_json)
{
    ck_assert_int_eq(ask("{\"request\":\"limits\"}"), INTV_OK);
    assert_holds("{\"name\":\"file-bytes\",\"value\":8388608,");
    assert_holds("{\"name\":\"json-bytes\",\"value\":1048576,");
    assert_holds("{\"name\":\"json-depth\",\"value\":32,");
    assert_holds("{\"name\":\"situation-criteria\",\"value\":100,");
    assert_holds("{\"name\":\"query-bytes\",\"value\":65536,");
    assert_holds("{\"name\":\"query-clauses\",\"value\":1000,");
    assert_holds("{\"name\":\"query-depth\",\"value\":50,");
    assert_holds("{\"name\":\"query-values\",\"value\":100,");
    assert_holds("{\"name\":\"situation-options\",\"value\":1000,");
    assert_holds(
        "{\"name\":\"situation-option-bytes\",\"value\":128,\"explanation\":{\"nl\":\"bytes in "
        "een waarde\",\"en\":\"bytes in one value\"}}");
}
END_TEST

START_TEST(without_a_catalogue_the_one_that_is_built_in_answers)
{
    static const char REQUEST_TEXT[] = "{\"request\":\"record\",\"id\":\"jos\"}";
    intv_output_clear(output);
    ck_assert_int_eq(intv_request(NULL, REQUEST_TEXT, strlen(REQUEST_TEXT), output), INTV_OK);
    assert_holds("\"id\":\"jos\"");
}
END_TEST

START_TEST(answer_comes_behind_what_the_output_holds)
{
    ck_assert_int_eq(ask("{\"request\":\"version\"}"), INTV_OK);
    const size_t one = intv_output_get_length(output);
    ck_assert_int_eq(intv_request(catalogue, "{\"request\":\"version\"}", 21, output), INTV_OK);
    ck_assert_uint_eq(intv_output_get_length(output), 2 * one);
    ck_assert_int_eq(memcmp(answer(), answer() + one, one), 0);
}
END_TEST

START_TEST(missing_arguments_give_no_answer)
{
    intv_output_clear(output);
    ck_assert_int_eq(intv_request(catalogue, "{}", 2, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_request(catalogue, NULL, 2, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_uint_eq(intv_output_get_length(output), 0);
    ck_assert_int_eq(intv_request(catalogue, NULL, 0, output), INTV_ERROR_SYNTAX);
    assert_holds("json-empty");
}
END_TEST

/* ---- bad bytes ---- */

START_TEST(what_is_no_request_gets_an_answer)
{
    assert_refused("", INTV_ERROR_SYNTAX, "json-empty", "");
    assert_refused("null", INTV_ERROR_INVALID, "not-an-object", "");
    assert_refused("\"version\"", INTV_ERROR_INVALID, "not-an-object", "");
    assert_refused("[]", INTV_ERROR_INVALID, "not-an-object", "");
    assert_holds("De vraag is een lijst [ ... ], geen object.");
    assert_holds("The request is a list [ ... ], not an object.");
    assert_refused("{\"request\":\"version\"} x", INTV_ERROR_SYNTAX, "json-trailing", "");
    assert_refused("{\"request\":\"version\",\"request\":\"kinds\"}", INTV_ERROR_INVALID,
                   "json-duplicate-key", "/request");
    assert_refused("{\"request\":\"\\uD800\"}", INTV_ERROR_SYNTAX, "json-lone-surrogate", "");
    assert_refused("{\"request\":\"vers\\u0000ion\"}", INTV_ERROR_SYNTAX,
                   "json-forbidden-character", "");
    assert_refused("{\"request\":\"version\xFF\"}", INTV_ERROR_SYNTAX, "json-bad-utf8", "");
}
END_TEST

START_TEST(request_that_is_too_large_is_refused)
{
    const size_t most = (size_t)intv_request_get_most_bytes();
    char *request = malloc(most + 1);
    memset(request, ' ', most + 1);
    memcpy(request, "{\"request\":\"version\"}", 21);
    ck_assert_int_eq(ask_bytes(request, most), INTV_OK);
    ck_assert_int_eq(ask_bytes(request, most + 1), INTV_ERROR_LIMIT);
    assert_holds("\"tag\":\"json-limit-reached\"");
    free(request);
}
END_TEST

START_TEST(request_cut_off_at_any_byte_is_told_so)
{
    char request[REQUEST_SIZE];
    for (unsigned i = 0; i < REQUEST_COUNT; i++) {
        const size_t size = write_request(i, "", request);
        for (size_t cut = 1; cut < size; cut++) {
            ck_assert_int_eq(ask_bytes(request, cut), INTV_ERROR_SYNTAX);
            assert_holds("\"diagnostics\":[{\"tag\":\"json-truncated\"");
        }
    }
}
END_TEST

START_TEST(mutated_requests_always_get_a_well_formed_answer)
{
    uint64_t state = 20261123;
    char request[REQUEST_SIZE];
    size_t refused = 0;
    for (unsigned i = 0; i < 4000; i++) {
        const size_t size = mutate(request, write_request(i % REQUEST_COUNT, "", request), &state);
        const enum intv_status status = ask_bytes(request, size);
        assert_well_formed(status, request, size);
        refused += status != INTV_OK;
    }
    ck_assert_uint_gt(refused, 2000);
}
END_TEST

/* ---- memory ---- */

/* Nearly every allocation of a request; the growth of a long answer is tried at steps. */
START_TEST(every_request_survives_every_failing_allocation)
{
    char request[REQUEST_SIZE];
    for (unsigned i = 0; i < REQUEST_COUNT; i++)
        for (unsigned once = 0; once < 2; once++) {
            const size_t size = write_request(i, "", request);
            ck_assert_int_eq(ask_bytes(request, size), INTV_OK);
            char *expected = strdup(answer());
            size_t left = 0;
            for (;; left += sweep_step() * (1 + left / 40)) {
                struct intv_output *fresh = NULL;
                ck_assert_int_eq(intv_output_new(&fresh), INTV_OK);
                fails_once = once > 0;
                allocations_left = left;
                const enum intv_status status = intv_request(catalogue, request, size, fresh);
                allocations_left = SIZE_MAX;
                const bool is_whole = strcmp(intv_output_get_text(fresh), expected) == 0;
                const bool is_empty = intv_output_get_length(fresh) == 0;
                intv_output_free(fresh);
                ck_assert_msg(status == INTV_OK ? is_whole
                                                : status == INTV_ERROR_NO_MEMORY && is_empty,
                              "%s, %zu: %s", request, left, intv_status_get_name(status));
                if (status == INTV_OK)
                    break;
            }
            ck_assert_msg(left >= 8, "%s: only %zu", request, left);
            free(expected);
        }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        every_request_of_the_table_is_answered_with_its_format,
        every_member_of_every_request_refuses_every_other_type,
        every_required_member_is_missed,
        every_request_refuses_an_unknown_member_and_names_the_nearest,
        member_of_another_request_is_unknown,
        members_that_exclude_each_other_conflict,
        pretty_answers_say_the_same_in_every_request,
        answer_to_a_wrong_request_is_pretty_too,
        unknown_request_names_the_nearest_and_all,
        number_out_of_range_or_not_whole_is_refused,
        limit_and_excluded_choose_candidates,
        record_is_found_by_id_kind_and_name,
        record_that_is_not_there_names_the_nearest,
        find_gives_every_record_of_a_name,
        find_names_the_nearest_only_when_nothing_is_called_so,
        catalogue_has_its_digest_only_when_asked,
        archive_is_whole_whatever_the_limit,
        features_are_those_of_the_library,
        record_of_another_kind_is_named_with_its_kind,
        wrong_kind_before_an_id_lists_the_kinds,
        intervention_to_check_is_found_by_id_full_id_and_name,
        intervention_to_check_may_have_a_colon_in_its_name,
        id_that_is_too_long_for_a_message_is_cut,
        kind_that_does_not_exist_is_refused,
        fault_in_a_situation_has_its_path_in_the_request,
        validate_answers_what_is_wrong_and_is_no_failure,
        text_is_asked_by_name_or_all_of_them,
        tag_is_explained_and_an_unknown_one_names_the_nearest,
        statistics_count_the_catalogue_that_is_asked,
        limits_tell_those_of_files_and_of_json,
        without_a_catalogue_the_one_that_is_built_in_answers,
        answer_comes_behind_what_the_output_holds,
        missing_arguments_give_no_answer,
        what_is_no_request_gets_an_answer,
        request_that_is_too_large_is_refused,
        request_cut_off_at_any_byte_is_told_so,
        mutated_requests_always_get_a_well_formed_answer,
        every_request_survives_every_failing_allocation,
    };
    Suite *suite = suite_create("request");
    TCase *cases = tcase_create("request");
    tcase_add_checked_fixture(cases, begin_asking, end_asking);
    tcase_set_timeout(cases, 120);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(cases, tests[i]);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
