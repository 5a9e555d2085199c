/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The JSON writer: its text, its escapes, its failures. Another reader, that of Python, must read
 * back what was written.
 */
#include "write/json.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "scarce_memory.h"

/* ---- writing ---- */

static struct intv_output *output;
static struct json json;

static void
make_output(void)
{
    allocations_left = SIZE_MAX;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
}

static void
free_output(void)
{
    intv_output_free(output);
}

static void
begin(uint32_t flags)
{
    json_begin(&json, output, flags);
}

static void
assert_written(const char *expected)
{
    ck_assert_int_eq(json_finish(&json), INTV_OK);
    ck_assert_str_eq(intv_output_get_text(output), expected);
    ck_assert_uint_eq(intv_output_get_length(output), strlen(expected));
}

static void
assert_failed(enum intv_status status, const char *before)
{
    ck_assert_int_eq(json_finish(&json), status);
    ck_assert_str_eq(intv_output_get_text(output), before);
    ck_assert_uint_eq(intv_output_get_length(output), strlen(before));
}

/* Writes one text as a whole document and compares it, quotes not counted. */
static void
assert_text(struct text text, const char *expected)
{
    intv_output_clear(output);
    begin(0);
    json_text(&json, text);
    ck_assert_int_eq(json_finish(&json), INTV_OK);
    const char *written = intv_output_get_text(output);
    const size_t length = strlen(expected);
    ck_assert_msg(strlen(written) == length + 2 && written[0] == '"' &&
                      memcmp(written + 1, expected, length) == 0 && written[length + 1] == '"',
                  "%s, not \"%s\"", written, expected);
}

/* Bytes of a string literal, NULs inside it too. */
#define BYTES(literal) ((struct text){(literal), sizeof(literal) - 1})

/* ---- the output ---- */

START_TEST(output_is_empty_when_new_and_after_clearing)
{
    ck_assert_str_eq(intv_output_get_text(output), "");
    ck_assert_uint_eq(intv_output_get_length(output), 0);
    ck_assert(output_append(output, BYTES("abc")));
    ck_assert_str_eq(intv_output_get_text(output), "abc");
    intv_output_clear(output);
    ck_assert_str_eq(intv_output_get_text(output), "");
    ck_assert_uint_eq(intv_output_get_length(output), 0);
}
END_TEST

START_TEST(output_allows_null_where_its_header_says_so)
{
    intv_output_free(NULL);
    intv_output_clear(NULL);
    ck_assert_uint_eq(intv_output_get_length(NULL), 0);
    ck_assert_int_eq(intv_output_new(NULL), INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(output_without_memory_is_not_made)
{
    struct intv_output *none = output;
    allocations_left = 0;
    ck_assert_int_eq(intv_output_new(&none), INTV_ERROR_NO_MEMORY);
    ck_assert_ptr_null(none);
}
END_TEST

START_TEST(output_stays_as_it_is_when_it_cannot_grow)
{
    allocations_left = 1;
    ck_assert(output_append(output, BYTES("abc")));
    ck_assert(!output_append(output, BYTES("def")));
    ck_assert_str_eq(intv_output_get_text(output), "abc");
}
END_TEST

START_TEST(output_refuses_a_length_that_does_not_fit_in_size_t)
{
    ck_assert(output_append(output, BYTES("abc")));
    ck_assert(!output_append(output, (struct text){"", SIZE_MAX - 3}));
    ck_assert(!output_append(output, (struct text){"", SIZE_MAX}));
    ck_assert_str_eq(intv_output_get_text(output), "abc");
}
END_TEST

START_TEST(output_is_cut_back_only_to_a_shorter_length)
{
    ck_assert(output_append(output, BYTES("abc")));
    output_truncate(output, 5);
    ck_assert_str_eq(intv_output_get_text(output), "abc");
    output_truncate(output, 1);
    ck_assert_str_eq(intv_output_get_text(output), "a");
}
END_TEST

/* ---- structure ---- */

static void
write_example(void)
{
    json_open_object(&json);
    json_key_string(&json, "name", "jos");
    json_key_array(&json, "empty");
    json_close(&json);
    json_key_object(&json, "none");
    json_close(&json);
    json_key_array(&json, "list");
    json_integer(&json, 1);
    json_open_array(&json);
    json_boolean(&json, true);
    json_close(&json);
    json_open_object(&json);
    json_key_null(&json, "x");
    json_key_boolean(&json, "y", false);
    json_close(&json);
    json_close(&json);
    json_key_unsigned(&json, "last", 2);
    json_close(&json);
}

START_TEST(json_compact_has_no_spaces_or_line_ends)
{
    begin(0);
    write_example();
    assert_written("{\"name\":\"jos\",\"empty\":[],\"none\":{},"
                   "\"list\":[1,[true],{\"x\":null,\"y\":false}],\"last\":2}");
}
END_TEST

START_TEST(json_pretty_has_a_line_for_each_value_and_two_spaces_for_each_depth)
{
    begin(INTV_WRITE_PRETTY);
    write_example();
    assert_written("{\n"
                   "  \"name\": \"jos\",\n"
                   "  \"empty\": [],\n"
                   "  \"none\": {},\n"
                   "  \"list\": [\n"
                   "    1,\n"
                   "    [\n"
                   "      true\n"
                   "    ],\n"
                   "    {\n"
                   "      \"x\": null,\n"
                   "      \"y\": false\n"
                   "    }\n"
                   "  ],\n"
                   "  \"last\": 2\n"
                   "}");
}
END_TEST

START_TEST(json_writes_behind_what_the_output_holds)
{
    ck_assert(output_append(output, BYTES("before ")));
    begin(0);
    json_null(&json);
    assert_written("before null");
    begin(0);
    json_boolean(&json, true);
    assert_written("before nulltrue");
}
END_TEST

START_TEST(json_writes_every_number_exactly)
{
    begin(0);
    json_open_array(&json);
    json_integer(&json, 0);
    json_integer(&json, -1);
    json_integer(&json, INT64_MIN);
    json_integer(&json, INT64_MAX);
    json_unsigned(&json, 10);
    json_unsigned(&json, UINT64_MAX);
    json_close(&json);
    assert_written("[0,-1,-9223372036854775808,9223372036854775807,10,18446744073709551615]");
}
END_TEST

START_TEST(json_writes_an_empty_string_as_null_only_where_asked)
{
    begin(0);
    json_open_array(&json);
    json_string(&json, "");
    json_string_or_null(&json, "");
    json_string_or_null(&json, "a");
    json_close(&json);
    assert_written("[\"\",null,\"a\"]");
}
END_TEST

START_TEST(json_escapes_keys_as_it_does_strings)
{
    begin(0);
    json_open_object(&json);
    json_key_string(&json, "a\"<", "b");
    json_close(&json);
    assert_written("{\"a\\\"\\u003C\":\"b\"}");
}
END_TEST

START_TEST(json_goes_as_deep_as_it_says)
{
    char expected[2 * JSON_MOST_DEPTH + 1] = "";
    begin(0);
    for (size_t i = 0; i < JSON_MOST_DEPTH; i++) {
        json_open_array(&json);
        expected[i] = '[';
        expected[JSON_MOST_DEPTH + i] = ']';
    }
    for (size_t i = 0; i < JSON_MOST_DEPTH; i++)
        json_close(&json);
    assert_written(expected);
}
END_TEST

/* ---- failures ---- */

START_TEST(json_that_goes_too_deep_fails)
{
    ck_assert(output_append(output, BYTES("before")));
    begin(0);
    for (size_t i = 0; i <= JSON_MOST_DEPTH; i++)
        json_open_array(&json);
    for (size_t i = 0; i <= JSON_MOST_DEPTH; i++)
        json_close(&json);
    assert_failed(INTV_ERROR_INTERNAL, "before");
}
END_TEST

static void
write_nothing(void)
{
}

static void
leave_open(void)
{
    json_open_object(&json);
}

static void
close_too_much(void)
{
    json_open_array(&json);
    json_close(&json);
    json_close(&json);
}

static void
write_two_values(void)
{
    json_null(&json);
    json_null(&json);
}

static void
write_value_without_key(void)
{
    json_open_object(&json);
    json_null(&json);
    json_close(&json);
}

static void
write_key_without_value(void)
{
    json_open_object(&json);
    json_key(&json, "a");
    json_close(&json);
}

static void
write_two_keys(void)
{
    json_open_object(&json);
    json_key(&json, "a");
    json_key(&json, "b");
    json_null(&json);
    json_close(&json);
}

static void
write_key_in_array(void)
{
    json_open_array(&json);
    json_key(&json, "a");
    json_null(&json);
    json_close(&json);
}

START_TEST(json_that_would_not_be_json_fails_and_leaves_the_output_as_before)
{
    static void (*const MISTAKES[])(void) = {
        write_nothing,           leave_open,     close_too_much,     write_two_values,
        write_value_without_key, write_two_keys, write_key_in_array, write_key_without_value,
    };
    ck_assert(output_append(output, BYTES("before")));
    for (size_t i = 0; i < sizeof(MISTAKES) / sizeof(MISTAKES[0]); i++) {
        begin(0);
        MISTAKES[i]();
        assert_failed(INTV_ERROR_INTERNAL, "before");
    }
}
END_TEST

START_TEST(json_remembers_the_first_failure_of_the_caller)
{
    ck_assert(output_append(output, BYTES("before")));
    begin(0);
    json_open_array(&json);
    json_fail(&json, INTV_OK);
    json_fail(&json, INTV_ERROR_NOT_FOUND);
    json_fail(&json, INTV_ERROR_NO_MEMORY);
    json_string(&json, "not written");
    json_close(&json);
    assert_failed(INTV_ERROR_NOT_FOUND, "before");
}
END_TEST

START_TEST(json_without_memory_at_any_moment_leaves_the_output_as_before)
{
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    size_t tries = 0;
    fails_once = _i == 1;
    while (status != INTV_OK) {
        allocations_left = SIZE_MAX;
        intv_output_free(output);
        make_output();
        ck_assert(output_append(output, BYTES("before")));
        allocations_left = tries++;
        begin(INTV_WRITE_PRETTY);
        write_example();
        status = json_finish(&json);
        if (status != INTV_OK)
            assert_failed(INTV_ERROR_NO_MEMORY, "before");
    }
    ck_assert_uint_gt(tries, 50); /* it failed at very many places first */
}
END_TEST

/* ---- escapes ---- */

START_TEST(json_leaves_ordinary_text_as_it_is)
{
    assert_text(BYTES("Een zin, 'met' tekens: (50%) = /\xC3\xA9\xE2\x82\xAC/ \xF0\x9F\x8C\xB7"),
                "Een zin, 'met' tekens: (50%) = /\xC3\xA9\xE2\x82\xAC/ \xF0\x9F\x8C\xB7");
}
END_TEST

START_TEST(json_escapes_what_ends_a_string_or_a_page)
{
    assert_text(BYTES("\"\\"), "\\\"\\\\");
    assert_text(BYTES("</script>"), "\\u003C/script\\u003E");
    assert_text(BYTES("a&b"), "a\\u0026b");
    assert_text(BYTES("\xE2\x80\xA8\xE2\x80\xA9"), "\\u2028\\u2029");
}
END_TEST

START_TEST(json_escapes_every_c0_and_c1_control_character)
{
    char expected[sizeof("\\u0000")];
    for (unsigned code = 0; code <= 0x9F; code++) {
        const char one[] = {(char)code};
        const char two[] = {(char)0xC2, (char)code};
        if (code >= 0x20 && code < 0x7F)
            continue;
        snprintf(expected, sizeof(expected), "\\u%04X", code);
        assert_text((struct text){code < 0x80 ? one : two, code < 0x80 ? 1 : 2}, expected);
    }
}
END_TEST

START_TEST(json_escapes_characters_that_turn_text_around_or_hide)
{
    assert_text(BYTES("\xD8\x9C"), "\\u061C");
    assert_text(BYTES("\xE2\x80\x8E\xE2\x80\x8F"), "\\u200E\\u200F");
    assert_text(BYTES("\xE2\x80\xAA\xE2\x80\xAE"), "\\u202A\\u202E");
    assert_text(BYTES("\xE2\x81\xA6\xE2\x81\xA9"), "\\u2066\\u2069");
    assert_text(BYTES("\xE2\x80\x8B\xEF\xBB\xBF"), "\\u200B\\uFEFF");
    assert_text(BYTES("\xF3\xA0\x80\x81"), "\\uDB40\\uDC01");
}
END_TEST

START_TEST(json_replaces_bytes_that_are_no_utf8)
{
    assert_text(BYTES("a\x80z"), "a\\uFFFDz");
    assert_text(BYTES("\xC0\xAF"), "\\uFFFD\\uFFFD");
    assert_text(BYTES("\xE2\x82"), "\\uFFFD");
    assert_text(BYTES("\xE2\x82\"<"), "\\uFFFD\\\"\\u003C");
    assert_text(BYTES("\xED\xA0\x80"), "\\uFFFD\\uFFFD\\uFFFD");
    assert_text(BYTES("\xF4\x90\x80\x80"), "\\uFFFD\\uFFFD\\uFFFD\\uFFFD");
    assert_text(BYTES("\xF0\x9F\x8C"), "\\uFFFD");
    assert_text(BYTES("\xFF\xFE"), "\\uFFFD\\uFFFD");
}
END_TEST

/* ---- another reader ---- */

/* Gives the output to a Python script as its standard input; the script must end well. */
static void
assert_python_agrees(const char *script)
{
    char command[2000];
    const int length =
        snprintf(command, sizeof(command), "exec /usr/bin/python3 -I -c '%s'", script);
    ck_assert_int_lt(length, (int)sizeof(command));
    FILE *python = popen(command, "w");
    ck_assert_ptr_nonnull(python);
    const size_t size = intv_output_get_length(output);
    ck_assert_uint_eq(fwrite(intv_output_get_text(output), 1, size, python), size);
    ck_assert_int_eq(pclose(python), 0);
}

static size_t
encode(uint32_t code, char bytes[4])
{
    static const uint32_t MARKS[] = {0, 0, 0xC0, 0xE0, 0xF0};
    const size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(MARKS[length] | code);
    return length;
}

START_TEST(json_of_every_character_reads_back_and_holds_none_that_harms)
{
    char *all = malloc(4 * 0x110000);
    size_t length = 0;
    for (uint32_t code = 0; code < 0x110000; code++)
        if (code < 0xD800 || code > 0xDFFF)
            length += encode(code, all + length);
    begin(0);
    json_text(&json, (struct text){all, length});
    ck_assert_int_eq(json_finish(&json), INTV_OK);
    free(all);
    assert_python_agrees(
        "import json, sys, unicodedata\n"
        "raw = sys.stdin.buffer.read().decode()\n"
        "every = [chr(c) for c in range(0x110000) if not 0xD800 <= c <= 0xDFFF]\n"
        "assert json.loads(raw) == \"\".join(every)\n"
        "direction = (\"LRE\", \"RLE\", \"LRO\", \"RLO\", \"PDF\", \"LRI\", \"RLI\", \"FSI\", "
        "\"PDI\")\n"
        "for c in set(raw):\n"
        "    assert c not in \"<>&\", c\n"
        "    assert unicodedata.category(c) not in (\"Cc\", \"Zl\", \"Zp\"), ord(c)\n"
        "    assert unicodedata.bidirectional(c) not in direction, ord(c)\n");
}
END_TEST

/* The next number of a fixed row (xorshift), so that every run tries the same bytes. */
static uint32_t
next_random(void)
{
    static uint32_t state = 20261123;
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

/* Bytes that UTF-8 treats apart, more often than others. */
static char
random_byte(void)
{
    static const unsigned char APART[] = {0x22, 0x3C, 0x5C, 0x7F, 0x80, 0x8F, 0x90, 0x9F,
                                          0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE2, 0xED,
                                          0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF};
    const uint32_t random = next_random();
    return (char)((random & 0x300) != 0 ? APART[random % sizeof(APART)] : random & 0xFF);
}

START_TEST(json_of_any_bytes_reads_as_python_decodes_them)
{
    begin(0);
    json_open_array(&json);
    for (unsigned i = 0; i < 20000; i++) {
        char bytes[10];
        char digits[2 * sizeof(bytes) + 1] = "";
        const size_t length = next_random() % sizeof(bytes);
        for (size_t k = 0; k < length; k++) {
            bytes[k] = random_byte();
            snprintf(digits + 2 * k, 3, "%02x", (unsigned)(unsigned char)bytes[k]);
        }
        json_string(&json, digits);
        json_text(&json, (struct text){bytes, length});
    }
    json_close(&json);
    ck_assert_int_eq(json_finish(&json), INTV_OK);
    assert_python_agrees(
        "import json, sys\n"
        "read = json.loads(sys.stdin.buffer.read().decode())\n"
        "assert len(read) == 40000\n"
        "for digits, text in zip(read[::2], read[1::2]):\n"
        "    assert bytes.fromhex(digits).decode(errors=\"replace\") == text, digits\n");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        output_is_empty_when_new_and_after_clearing,
        output_allows_null_where_its_header_says_so,
        output_without_memory_is_not_made,
        output_stays_as_it_is_when_it_cannot_grow,
        output_refuses_a_length_that_does_not_fit_in_size_t,
        output_is_cut_back_only_to_a_shorter_length,
        json_compact_has_no_spaces_or_line_ends,
        json_pretty_has_a_line_for_each_value_and_two_spaces_for_each_depth,
        json_writes_behind_what_the_output_holds,
        json_writes_every_number_exactly,
        json_writes_an_empty_string_as_null_only_where_asked,
        json_escapes_keys_as_it_does_strings,
        json_goes_as_deep_as_it_says,
        json_that_goes_too_deep_fails,
        json_that_would_not_be_json_fails_and_leaves_the_output_as_before,
        json_remembers_the_first_failure_of_the_caller,
        json_leaves_ordinary_text_as_it_is,
        json_escapes_what_ends_a_string_or_a_page,
        json_escapes_every_c0_and_c1_control_character,
        json_escapes_characters_that_turn_text_around_or_hide,
        json_replaces_bytes_that_are_no_utf8,
        json_of_every_character_reads_back_and_holds_none_that_harms,
        json_of_any_bytes_reads_as_python_decodes_them,
    };
    Suite *suite = suite_create("json");
    TCase *tests_of_json = tcase_create("json");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, tests_of_json);
    tcase_add_checked_fixture(tests_of_json, make_output, free_output);
    tcase_set_timeout(tests_of_json, 60);
    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
        tcase_add_test(tests_of_json, tests[i]);
    tcase_add_loop_test(tests_of_json,
                        json_without_memory_at_any_moment_leaves_the_output_as_before, 0, 2);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
