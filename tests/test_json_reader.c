/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON in: the tree with its places, what is refused and where, limits, and failing memory. */
#include <check.h>
#include <interventions/interventions.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/json_limits.h"
#include "read/json_tree.h"
#include "scarce_memory.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static struct intv_diagnostics *diagnostics;
static struct json_document document;

static void
begin(void)
{
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    document = (struct json_document){.root = NULL};
}

static void
end(void)
{
    allocations_left = SIZE_MAX;
    json_document_free(&document);
    intv_diagnostics_free(diagnostics);
}

static enum intv_status
read_bytes(const char *bytes, size_t size)
{
    const struct json_source source = {"in.json", {bytes, size}};
    json_document_free(&document);
    intv_diagnostics_clear(diagnostics);
    return json_document_read(&document, &source, diagnostics);
}

static enum intv_status
read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

/* Only this was wrong, at this place. */
static void
assert_refused(const char *text, size_t size, const char *tag, uint32_t line, uint32_t column)
{
    ck_assert_int_ne(read_bytes(text, size), INTV_OK);
    ck_assert_msg(document.root == NULL, "there is a tree of %s", text);
    ck_assert_msg(intv_diagnostics_get_count(diagnostics) == 1, "%zu reports of %.60s",
                  intv_diagnostics_get_count(diagnostics), text);
    const char *found = intv_diagnostics_get_tag(diagnostics, 0);
    const uint32_t found_line = intv_diagnostics_get_line(diagnostics, 0);
    const uint32_t found_column = intv_diagnostics_get_column(diagnostics, 0);
    ck_assert_msg(strcmp(found, tag) == 0 && found_line == line && found_column == column,
                  "%.60s: %s at %u:%u, not %s at %u:%u", text, found, found_line, found_column, tag,
                  line, column);
}

static void
assert_text(const struct json_value *value, const char *expected)
{
    ck_assert_ptr_nonnull(value);
    ck_assert_msg(text_is(value->text, expected), "'%.*s' is not '%s'", (int)value->text.length,
                  value->text.bytes, expected);
}

/* ---- the tree ---- */

START_TEST(json_tree_holds_values_of_every_type_in_their_order)
{
    ck_assert_int_eq(read_text("{\"n\":null,\"t\":true,\"f\":false,\"i\":-12,\"s\":\"x\","
                               "\"a\":[1,[]],\"o\":{}}"),
                     INTV_OK);
    static const enum json_type TYPES[] = {JSON_NULL,   JSON_BOOLEAN, JSON_BOOLEAN, JSON_NUMBER,
                                           JSON_STRING, JSON_ARRAY,   JSON_OBJECT};
    const struct json_value *value = document.root->first;
    ck_assert_uint_eq(document.root->count, LENGTH(TYPES));
    for (size_t i = 0; i < LENGTH(TYPES); i++, value = value->next)
        ck_assert_int_eq(value->type, TYPES[i]);
    ck_assert_ptr_null(value);
    ck_assert(json_value_member(document.root, "t")->is_true);
    ck_assert(!json_value_member(document.root, "f")->is_true);
    assert_text(json_value_member(document.root, "i"), "-12");
    ck_assert_uint_eq(json_value_member(document.root, "a")->count, 2);
    ck_assert_int_eq(json_value_member(document.root, "a")->last->type, JSON_ARRAY);
}
END_TEST

START_TEST(json_numbers_stay_as_they_were_written)
{
    static const char *const NUMBERS[] = {
        "0", "-0", "1.0", "1e2", "-1.5E+30", "99999999999999999999999999999999999999999999999999"};
    for (size_t i = 0; i < LENGTH(NUMBERS); i++) {
        ck_assert_int_eq(read_text(NUMBERS[i]), INTV_OK);
        ck_assert_int_eq(document.root->type, JSON_NUMBER);
        assert_text(document.root, NUMBERS[i]);
    }
}
END_TEST

START_TEST(json_number_of_400_digits_stays_whole)
{
    char digits[401];
    memset(digits, '7', 400);
    digits[400] = '\0';
    ck_assert_int_eq(read_text(digits), INTV_OK);
    assert_text(document.root, digits);
}
END_TEST

START_TEST(json_places_are_lines_and_columns_in_code_points)
{
    ck_assert_int_eq(
        read_text("{\"\xC3\xA9\xF0\x9F\x98\x80\" :\r\n [1,\n\r  \"x\" , {}] , \"b\":2}"), INTV_OK);
    const struct json_value *array = document.root->first;
    const struct json_value *two = document.root->last;
    ck_assert_uint_eq(array->key_line, 1);
    ck_assert_uint_eq(array->key_column, 2);
    ck_assert_uint_eq(array->line, 2);
    ck_assert_uint_eq(array->column, 2);
    ck_assert_uint_eq(array->first->column, 3);
    ck_assert_uint_eq(array->first->next->line, 4); /* LF and CR are two line ends here */
    ck_assert_uint_eq(array->first->next->column, 3);
    ck_assert_uint_eq(array->last->column, 9);
    ck_assert_uint_eq(two->key_column, 15);
    ck_assert_uint_eq(two->column, 19);
}
END_TEST

START_TEST(json_number_at_the_end_has_its_place)
{
    ck_assert_int_eq(read_text(" \n  17"), INTV_OK);
    ck_assert_uint_eq(document.root->line, 2);
    ck_assert_uint_eq(document.root->column, 3);
}
END_TEST

START_TEST(json_escapes_are_decoded)
{
    ck_assert_int_eq(
        read_text("[\"\\u00e9\\\"\\\\\\/\\n\\r\\t\\uD83D\\uDE00\\u20AC\", \"\\\\u0000\"]"),
        INTV_OK);
    assert_text(document.root->first, "\xC3\xA9\"\\/\n\r\t\xF0\x9F\x98\x80\xE2\x82\xAC");
    assert_text(document.root->last, "\\u0000");
}
END_TEST

START_TEST(json_path_escapes_marks_and_counts_in_lists)
{
    char path[JSON_PATH_SIZE];
    ck_assert_int_eq(read_text("{\"a/b\":{\"~\":[0,[5]]}}"), INTV_OK);
    json_value_path(document.root, path);
    ck_assert_str_eq(path, "");
    json_value_path(document.root->first->first->last->first, path);
    ck_assert_str_eq(path, "/a~1b/~0/1/0");
}
END_TEST

START_TEST(json_path_longer_than_reports_can_hold_is_empty)
{
    char text[300];
    char path[JSON_PATH_SIZE];
    for (int length = JSON_PATH_SIZE - 4; length < JSON_PATH_SIZE + 2; length++) {
        snprintf(text, sizeof(text), "{\"%0*d\":1}", length, 0);
        ck_assert_int_eq(read_text(text), INTV_OK);
        json_value_path(document.root->first, path);
        ck_assert_uint_eq(strlen(path), length + 1 < JSON_PATH_SIZE ? (size_t)length + 1 : 0);
    }
}
END_TEST

/* ---- what is refused ---- */

struct refusal
{
    const char *text;
    const char *tag;
    uint32_t line;
    uint32_t column;
};

static const struct refusal REFUSALS[] = {
    {"", "json-empty", 1, 1},
    {" \n\t\r ", "json-empty", 1, 1},
    {"\xEF\xBB\xBF{}", "json-byte-order-mark", 1, 1},
    {"nul", "json-truncated", 1, 4},
    {"nil", "json-syntax", 1, 1},
    {"{'a':1}", "json-syntax", 1, 2},
    {"{\"a\" 1}", "json-syntax", 1, 6},
    {"{\"a\":}", "json-syntax", 1, 6},
    {"{\"a\":1,}", "json-syntax", 1, 8},
    {"{\"a\":1 \"b\":2}", "json-syntax", 1, 8},
    {"{1:2}", "json-syntax", 1, 2},
    {"[1,]", "json-syntax", 1, 4},
    {"[1,,2]", "json-syntax", 1, 4},
    {"[,1]", "json-syntax", 1, 2},
    {"[1 2]", "json-syntax", 1, 4},
    {"[1}", "json-syntax", 1, 3},
    {"[01]", "json-syntax", 1, 3},
    {"[+1]", "json-syntax", 1, 2},
    {"[.5]", "json-syntax", 1, 2},
    {"[1.]", "json-syntax", 1, 2},
    {"[1e]", "json-syntax", 1, 2},
    {"[-]", "json-syntax", 1, 2},
    {"[NaN]", "json-syntax", 1, 2},
    {"[Infinity]", "json-syntax", 1, 2},
    {"[TRUE]", "json-syntax", 1, 2},
    {"[1] // no", "json-trailing", 1, 5},
    {"/* no */ 1", "json-syntax", 1, 1},
    {"{} {}", "json-trailing", 1, 4},
    {"{}\n\n ,", "json-trailing", 3, 2},
    {"1 2", "json-trailing", 1, 3},
    {"{}]", "json-trailing", 1, 3},
    {"{\"a\":1}\"", "json-trailing", 1, 8},
    {"{} \"tail", "json-trailing", 1, 4},
    {"[]\n \"", "json-trailing", 2, 2},
    {"1 \"a", "json-trailing", 1, 3},
    {"17\"", "json-trailing", 1, 3},
    {"\"a\" \"b", "json-trailing", 1, 5},
    {"null\"", "json-trailing", 1, 5},
    {"[1] \"\\", "json-trailing", 1, 5},
    {"{} \"\\uD800\"", "json-trailing", 1, 4},
    {"{} \\uD800", "json-trailing", 1, 4},
    {"[1", "json-truncated", 1, 3},
    {"{\"a\":\n", "json-truncated", 2, 1},
    {"[\"abc", "json-truncated", 1, 6},
    {"[\"\\", "json-truncated", 1, 4},
    {"[\"\\u12", "json-truncated", 1, 7},
    {"[\"\\uD83D", "json-truncated", 1, 9},
    {"[\"\\uD83D\\u", "json-truncated", 1, 11},
    {"[\"\\x41\"]", "json-bad-escape", 1, 3},
    {"[\"\\u12G4\"]", "json-bad-escape", 1, 3},
    {"[\"a\\u0000b\"]", "json-forbidden-character", 1, 4},
    {"[\"\\u0001\"]", "json-forbidden-character", 1, 3},
    {"[\"\\b\"]", "json-forbidden-character", 1, 3},
    {"[\"\\f\"]", "json-forbidden-character", 1, 3},
    {"[\"\\u0080\"]", "json-forbidden-character", 1, 3},
    {"[\"\\uFFFE\"]", "json-forbidden-character", 1, 3},
    {"[\"\\uD83F\\uDFFE\"]", "json-forbidden-character", 1, 3}, /* U+1FFFE */
    {"[\"a\tb\"]", "json-forbidden-character", 1, 4},
    {"[\"a\nb\"]", "json-forbidden-character", 1, 4},
    {"[\"\x7F\"]", "json-forbidden-character", 1, 3},
    {"[\x01]", "json-forbidden-character", 1, 2},
    {"[\"\xC2\x85\"]", "json-forbidden-character", 1, 3},
    {"[\"\xEF\xBF\xBF\"]", "json-forbidden-character", 1, 3},
    {"[\"\\uD800\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uDC00\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uDC00\\uD800\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uD800\\uD800\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uD800\\u0041\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uD800x\"]", "json-lone-surrogate", 1, 3},
    {"[\"\\uD800\\n\"]", "json-lone-surrogate", 1, 3},
    {"{\"\\uD800\":1}", "json-lone-surrogate", 1, 3},
    {"{\"a\":1,\"b\":2,\"a\":3}", "json-duplicate-key", 1, 14},
    {"{\"a\":1,\n\"\\u0061\":3}", "json-duplicate-key", 2, 1},
    {"[{},{\"\":1,\"\":1}]", "json-duplicate-key", 1, 11},
};

START_TEST(json_refuses_at_the_place_of_the_fault)
{
    for (size_t i = 0; i < LENGTH(REFUSALS); i++) {
        const struct refusal *refusal = &REFUSALS[i];
        assert_refused(refusal->text, strlen(refusal->text), refusal->tag, refusal->line,
                       refusal->column);
    }
}
END_TEST

START_TEST(json_tells_the_first_fault_of_two)
{
    assert_refused("[1,, \"\\uD800\"]", 14, "json-syntax", 1, 4);
    assert_refused("x \x01", 3, "json-syntax", 1, 1);
    assert_refused("[\"\\uD800\",,]", 12, "json-lone-surrogate", 1, 3);
}
END_TEST

START_TEST(json_refuses_a_nul_byte)
{
    assert_refused("[\"a\0b\"]", 7, "json-forbidden-character", 1, 4);
    assert_refused("[1]\0", 4, "json-forbidden-character", 1, 4);
}
END_TEST

/* Every class of bytes that is no UTF-8, inside and outside strings. */
START_TEST(json_refuses_bad_utf8_of_every_class)
{
    static const char *const BAD[] = {"\x80",
                                      "\xBF",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xC3",
                                      "\xC3(",
                                      "\xE0\x80\x80",
                                      "\xE0\x9F\xBF",
                                      "\xE2\x82",
                                      "\xE2(\xA1",
                                      "\xED\xA0\x80",
                                      "\xED\xBF\xBF",
                                      "\xF0\x80\x80\x80",
                                      "\xF0\x9F\x98",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xF8\x88\x80\x80\x80",
                                      "\xFE",
                                      "\xFF"};
    for (size_t i = 0; i < LENGTH(BAD); i++) {
        char text[40];
        snprintf(text, sizeof(text), "[\"ab%s\"]", BAD[i]);
        assert_refused(text, strlen(text), "json-bad-utf8", 1, 5);
        snprintf(text, sizeof(text), "{\"a%s\":1}", BAD[i]);
        assert_refused(text, strlen(text), "json-bad-utf8", 1, 4);
        snprintf(text, sizeof(text), "[1 %s]", BAD[i]);
        assert_refused(text, strlen(text), "json-bad-utf8", 1, 4);
    }
}
END_TEST

START_TEST(json_reports_every_repeated_key_with_both_places)
{
    char message[300];
    ck_assert_int_eq(read_text("{\"a\":1,\"a\":2,\"b\":{\"c\":1,\n \"c\":1},\"a\":3}"),
                     INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 3);
    ck_assert_str_eq(intv_diagnostics_get_path(diagnostics, 1), "/b/c");
    intv_diagnostics_get_message(diagnostics, 1, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "The name 'c' is in this object already: line 1, column 19.");
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 1), 2);
}
END_TEST

START_TEST(json_reading_stops_after_a_hundred_repeated_keys)
{
    char *text = malloc(1000000);
    size_t used = 1;
    ck_assert_ptr_nonnull(text);
    text[0] = '[';
    while (used < 900000)
        used += (size_t)sprintf(text + used, "{\"a\":1,\"a\":1,\"a\":1},\n");
    ck_assert_int_eq(read_text(text), INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 100);
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 99), 50);
    free(text);
}
END_TEST

START_TEST(json_cut_off_anywhere_is_told_at_the_end)
{
    static const char WHOLE[] =
        "{\"a\\uD83D\\uDE00\":[true,null,-12.5e3,\"\\n\xC3\xA9\"],\"b\":{}}";
    for (size_t size = 1; size < sizeof(WHOLE) - 1; size++) {
        ck_assert_int_eq(read_bytes(WHOLE, size), INTV_ERROR_SYNTAX);
        const char *tag = intv_diagnostics_get_tag(diagnostics, 0);
        const bool in_character = (unsigned char)WHOLE[size - 1] == 0xC3;
        ck_assert_msg(strcmp(tag, in_character ? "json-bad-utf8" : "json-truncated") == 0,
                      "%s after %zu bytes", tag, size);
    }
    ck_assert_int_eq(read_bytes(WHOLE, sizeof(WHOLE) - 1), INTV_OK);
}
END_TEST

/* ---- limits ---- */

static char *
repeat(const char *opening, const char *part, size_t count, const char *closing)
{
    const size_t length = strlen(part);
    char *text = malloc(strlen(opening) + length * count + strlen(closing) + 1);
    ck_assert_ptr_nonnull(text);
    size_t used = strlen(opening);
    memcpy(text, opening, used);
    for (size_t i = 0; i < count; i++, used += length)
        memcpy(text + used, part, length);
    memcpy(text + used, closing, strlen(closing) + 1);
    return text;
}

static void
assert_limit(const char *name, char *text, uint32_t column)
{
    char message[300];
    char expected[100];
    assert_refused(text, strlen(text), "json-limit-reached", 1, column);
    ck_assert_str_eq(intv_status_get_name(intv_diagnostics_get_status(diagnostics, 0)), "limit");
    snprintf(expected, sizeof(expected), "The limit %s (", name);
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_msg(strstr(message, expected) != NULL, "%s", message);
    free(text);
}

static void
assert_passes(char *text)
{
    ck_assert_int_eq(read_text(text), INTV_OK);
    free(text);
}

START_TEST(json_limits_have_these_values)
{
    ck_assert_uint_eq(JSON_LIMITS[JSON_LIMIT_BYTES].value, 1048576);
    ck_assert_uint_eq(JSON_LIMITS[JSON_LIMIT_DEPTH].value, 32);
    ck_assert_uint_eq(JSON_LIMITS[JSON_LIMIT_VALUES].value, 100000);
    ck_assert_uint_eq(JSON_LIMITS[JSON_LIMIT_MEMBERS].value, 100);
    ck_assert_int_eq(JSON_LIMIT_COUNT, 4);
    ck_assert_uint_eq(intv_request_get_most_bytes(), 1048576);
}
END_TEST

START_TEST(json_depth_passes_at_its_limit_and_not_above)
{
    char *closed = repeat("", "]", 32, "");
    assert_passes(repeat("", "[", 32, closed));
    free(closed);
    assert_limit("json-depth", repeat("", "[", 33, ""), 33);
    assert_limit("json-depth", repeat("", "{\"a\":", 33, ""), 32 * 5 + 1);
    assert_limit("json-depth", repeat("", "[", 1000000, ""), 33);
    assert_passes(repeat("[\"", "[{", 40, "\"]")); /* in a text they open nothing */
}
END_TEST

START_TEST(json_bytes_pass_at_their_limit_and_not_above)
{
    assert_passes(repeat("[1]", " ", 1048576 - 3, ""));
    assert_limit("json-bytes", repeat("[1]", " ", 1048576 - 2, ""), 1);
}
END_TEST

START_TEST(json_values_pass_at_their_limit_and_not_above)
{
    assert_passes(repeat("[0", ",0", 99998, "]"));
    assert_limit("json-values", repeat("[0", ",0", 99999, "]"), 2 * 99999 + 2);
}
END_TEST

static char *
write_members(unsigned count)
{
    char *text = malloc(count * 8 + 3);
    size_t used = 1;
    ck_assert_ptr_nonnull(text);
    text[0] = '{';
    for (unsigned i = 0; i < count; i++)
        used += (size_t)sprintf(text + used, "%s\"%03u\":1", i > 0 ? "," : "", i);
    memcpy(text + used, "}", 2);
    return text;
}

START_TEST(json_members_pass_at_their_limit_and_not_above)
{
    assert_passes(write_members(100));
    assert_limit("json-members", write_members(101), 100 * 8 + 2);
}
END_TEST

/* ---- memory ---- */

/* What makes the parser take most: long texts with escapes, behind what is cut off, deep. */
START_TEST(json_parser_never_takes_what_was_set_aside)
{
    static const char *const PARTS[] = {"\\n", "a", "\\u00e9", "\\\"", "\xC3\xA9"};
    static const size_t COUNTS[] = {0, 1, 1000, 1022, 1023, 1024, 1025, 2047, 2048, 2049, 100000};
    for (size_t part = 0; part < LENGTH(PARTS); part++)
        for (size_t i = 0; i < LENGTH(COUNTS); i++)
            for (unsigned closed = 0; closed < 2; closed++) {
                char *text = repeat(closed > 0 ? "[\"\\n\",\"" : "{\"", PARTS[part], COUNTS[i],
                                    closed > 0 ? "\"]" : "");
                const size_t size = strlen(text);
                const enum intv_status status = read_bytes(text, size);
                ck_assert_int_eq(status, closed > 0 ? INTV_OK : INTV_ERROR_SYNTAX);
                ck_assert_uint_gt(document.parser_bytes, 500);
                ck_assert_uint_lt(document.parser_bytes, json_parser_room(size) - 8192);
                free(text);
            }
}
END_TEST

START_TEST(json_reading_survives_every_failing_allocation)
{
    char *text = repeat("{\"a\":[0", ",[\"texts of some length\",{}]", 4000, "]}");
    size_t failed = 0;
    for (unsigned once = 0; once < 2; once++)
        for (size_t left = 0;; left++) {
            fails_once = once > 0;
            allocations_left = left;
            const enum intv_status status = read_text(text);
            const bool one_failed = once > 0 && allocations_left == SIZE_MAX;
            allocations_left = SIZE_MAX;
            if (status == INTV_OK && !one_failed)
                break;
            ck_assert_int_eq(status, INTV_ERROR_NO_MEMORY);
            ck_assert_ptr_null(document.root);
            ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "out-of-memory");
            failed++;
        }
    ck_assert_uint_gt(failed, 10);
    free(text);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("json reader");
    TCase *cases = tcase_create("reading");
    tcase_add_checked_fixture(cases, begin, end);
    tcase_add_test(cases, json_tree_holds_values_of_every_type_in_their_order);
    tcase_add_test(cases, json_numbers_stay_as_they_were_written);
    tcase_add_test(cases, json_number_of_400_digits_stays_whole);
    tcase_add_test(cases, json_places_are_lines_and_columns_in_code_points);
    tcase_add_test(cases, json_number_at_the_end_has_its_place);
    tcase_add_test(cases, json_escapes_are_decoded);
    tcase_add_test(cases, json_path_escapes_marks_and_counts_in_lists);
    tcase_add_test(cases, json_path_longer_than_reports_can_hold_is_empty);
    tcase_add_test(cases, json_refuses_at_the_place_of_the_fault);
    tcase_add_test(cases, json_tells_the_first_fault_of_two);
    tcase_add_test(cases, json_refuses_a_nul_byte);
    tcase_add_test(cases, json_refuses_bad_utf8_of_every_class);
    tcase_add_test(cases, json_reports_every_repeated_key_with_both_places);
    tcase_add_test(cases, json_reading_stops_after_a_hundred_repeated_keys);
    tcase_add_test(cases, json_cut_off_anywhere_is_told_at_the_end);
    tcase_add_test(cases, json_limits_have_these_values);
    tcase_add_test(cases, json_depth_passes_at_its_limit_and_not_above);
    tcase_add_test(cases, json_bytes_pass_at_their_limit_and_not_above);
    tcase_add_test(cases, json_values_pass_at_their_limit_and_not_above);
    tcase_add_test(cases, json_members_pass_at_their_limit_and_not_above);
    tcase_add_test(cases, json_parser_never_takes_what_was_set_aside);
    tcase_add_test(cases, json_reading_survives_every_failing_allocation);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
