/* SPDX-License-Identifier: EUPL-1.2 */
/* Diagnostics: the table of texts, what is kept, and how it is written without harm. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"

/* ---- the table ---- */

struct row
{
    const char *tag;
    const char *message[2];
    const char *advice[2];
};

static const struct row TABLE[] = {
#define DIAGNOSTIC(NAME, tag, SEVERITY, STATUS, nl, en, advice_nl, advice_en)                      \
    {tag, {nl, en}, {advice_nl, advice_en}},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

START_TEST(tags_are_unique_words_joined_by_hyphens)
{
    ck_assert_uint_eq(sizeof(TABLE) / sizeof(TABLE[0]), DIAGNOSTIC_COUNT);
    for (size_t i = 0; i < DIAGNOSTIC_COUNT; i++) {
        ck_assert_msg(text_is_slug(text_of(TABLE[i].tag)) && strchr(TABLE[i].tag, '.') == NULL,
                      "%s", TABLE[i].tag);
        for (size_t k = 0; k < i; k++)
            ck_assert_str_ne(TABLE[i].tag, TABLE[k].tag);
    }
}
END_TEST

static void
assert_sentence(const char *tag, const char *text)
{
    const size_t length = strlen(text);
    ck_assert_msg(length > 5, "%s: '%s'", tag, text);
    ck_assert_msg(strchr(".!?", text[length - 1]) != NULL, "%s does not end: '%s'", tag, text);
    ck_assert_msg(!text_is_lower(text[0]) || strncmp(text, "conflicts-with", 14) == 0,
                  "%s begins small: '%s'", tag, text);
}

START_TEST(every_diagnostic_has_sentences_and_advice_in_both_languages)
{
    for (size_t i = 0; i < DIAGNOSTIC_COUNT; i++)
        for (int language = 0; language < 2; language++) {
            assert_sentence(TABLE[i].tag, TABLE[i].message[language]);
            if (i != DIAGNOSTIC_BAD_VALUE) /* its advice comes from the field, in each language */
                assert_sentence(TABLE[i].tag, TABLE[i].advice[language]);
        }
}
END_TEST

START_TEST(the_two_languages_differ)
{
    for (size_t i = 0; i < DIAGNOSTIC_COUNT; i++)
        ck_assert_str_ne(TABLE[i].message[0], TABLE[i].message[1]);
}
END_TEST

/* Which of {1} to {4} a text uses, one bit for each. */
static unsigned
placeholders(const char *tag, const char *text)
{
    unsigned used = 0;
    for (; (text = strchr(text, '{')) != NULL; text++) {
        ck_assert_msg(text[1] >= '1' && text[1] <= '0' + DIAGNOSTIC_PARAMETERS && text[2] == '}',
                      "%s: %s", tag, text);
        used |= 1U << (text[1] - '1');
    }
    return used;
}

/*
 * A field has a name in each language, so these texts take another parameter in Dutch (first) than
 * in English. All others take the same.
 */
struct by_language
{
    size_t code;
    unsigned message[2];
    unsigned advice[2];
};

#define PARAMETER(n) (1U << ((n)-1))

static const struct by_language BY_LANGUAGE[] = {
    {DIAGNOSTIC_UNKNOWN_FIELD,
     {PARAMETER(1), PARAMETER(1)},
     {PARAMETER(2) | PARAMETER(3), PARAMETER(2) | PARAMETER(4)}},
    {DIAGNOSTIC_UNKNOWN_VALUE,
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(4)},
     {PARAMETER(3), PARAMETER(3)}},
    {DIAGNOSTIC_AMBIGUOUS_VALUE,
     {PARAMETER(1) | PARAMETER(2) | PARAMETER(3), PARAMETER(1) | PARAMETER(3) | PARAMETER(4)},
     {0, 0}},
    {DIAGNOSTIC_SITUATION_LIMIT_REACHED,
     {PARAMETER(1) | PARAMETER(2) | PARAMETER(3), PARAMETER(1) | PARAMETER(2) | PARAMETER(4)},
     {0, 0}},
    {DIAGNOSTIC_QUERY_LONE_OPERATOR,
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(3)},
     {PARAMETER(1), PARAMETER(1)}},
    {DIAGNOSTIC_QUERY_UNKNOWN_QUALIFIER,
     {PARAMETER(1), PARAMETER(1)},
     {PARAMETER(2) | PARAMETER(3), PARAMETER(2) | PARAMETER(4)}},
    {DIAGNOSTIC_QUERY_BAD_COMPARISON,
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(3)},
     {PARAMETER(1), PARAMETER(1)}},
    {DIAGNOSTIC_QUERY_VALUE_WITHOUT_ORDER,
     {PARAMETER(1) | PARAMETER(2) | PARAMETER(3), PARAMETER(1) | PARAMETER(3) | PARAMETER(4)},
     {PARAMETER(3), PARAMETER(3)}},
    {DIAGNOSTIC_QUERY_LIMIT_REACHED,
     {PARAMETER(1) | PARAMETER(2) | PARAMETER(3), PARAMETER(1) | PARAMETER(2) | PARAMETER(4)},
     {0, 0}},
    {DIAGNOSTIC_BAD_VALUE,
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(5)},
     {PARAMETER(3), PARAMETER(4)}},
    {DIAGNOSTIC_MISSING_MEMBER,
     {PARAMETER(1), PARAMETER(1)},
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(3)}},
    {DIAGNOSTIC_NOT_AN_OBJECT, {PARAMETER(1) | PARAMETER(3), PARAMETER(2) | PARAMETER(4)}, {0, 0}},
    {DIAGNOSTIC_WRONG_TYPE,
     {PARAMETER(1) | PARAMETER(2), PARAMETER(1) | PARAMETER(4)},
     {PARAMETER(3), PARAMETER(5)}},
};

static const struct by_language *
find_by_language(size_t code)
{
    for (size_t i = 0; i < sizeof(BY_LANGUAGE) / sizeof(BY_LANGUAGE[0]); i++)
        if (BY_LANGUAGE[i].code == code)
            return &BY_LANGUAGE[i];
    return NULL;
}

START_TEST(both_languages_use_the_same_placeholders_or_those_of_the_language)
{
    for (size_t i = 0; i < DIAGNOSTIC_COUNT; i++) {
        const struct row *row = &TABLE[i];
        const struct by_language *wanted = find_by_language(i);
        for (int language = 0; language < 2; language++) {
            const unsigned message = placeholders(row->tag, row->message[language]);
            const unsigned advice = placeholders(row->tag, row->advice[language]);
            ck_assert_msg(message == (wanted != NULL ? wanted->message[language]
                                                     : placeholders(row->tag, row->message[0])),
                          "message of %s", row->tag);
            ck_assert_msg(advice == (wanted != NULL ? wanted->advice[language]
                                                    : placeholders(row->tag, row->advice[0])),
                          "advice of %s", row->tag);
        }
    }
}
END_TEST

/* ---- what is kept ---- */

static struct intv_diagnostics *diagnostics;
static const struct place PLACE = {"a.xml", 3, 7};

static void
make_diagnostics(void)
{
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
}

static void
free_diagnostics(void)
{
    intv_diagnostics_free(diagnostics);
}

/* A report whose message is "... '{1}' ...": bad-url. */
static void
report_text(const char *text)
{
    intv_diagnostics_clear(diagnostics);
    ck_assert_int_eq(
        diagnostics_add(diagnostics, DIAGNOSTIC_BAD_URL, PLACE, text, NULL, NULL, NULL),
        INTV_ERROR_INVALID);
}

static const char *
message(enum intv_language language)
{
    static char written[2048];
    const size_t needed =
        intv_diagnostics_get_message(diagnostics, 0, language, written, sizeof(written));
    ck_assert_uint_eq(needed, strlen(written));
    return written;
}

static void
assert_quoted(const char *text, const char *expected)
{
    char sentence[2048];
    report_text(text);
    snprintf(sentence, sizeof(sentence), "'%s' is not a web address.", expected);
    ck_assert_str_eq(message(INTV_ENGLISH), sentence);
}

START_TEST(report_keeps_what_it_is_about)
{
    const struct report report = {
        DIAGNOSTIC_BAD_RANGE, PLACE, text_of("intervention:talk"), {text_of("18"), text_of("12")}};
    char line[256];
    ck_assert_int_eq(diagnostics_report(diagnostics, &report), INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 1);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "bad-range");
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "a.xml");
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), 3);
    ck_assert_uint_eq(intv_diagnostics_get_column(diagnostics, 0), 7);
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 0), "intervention:talk");
    ck_assert_int_eq(intv_diagnostics_get_severity(diagnostics, 0), INTV_SEVERITY_ERROR);
    ck_assert_int_eq(intv_diagnostics_get_status(diagnostics, 0), INTV_ERROR_INVALID);
    intv_diagnostics_format(diagnostics, 0, INTV_DUTCH, line, sizeof(line));
    ck_assert_str_eq(line, "a.xml:3:7: fout: Het bereik van 18 tot 12 loopt terug. (bad-range)");
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_str_eq(line, "a.xml:3:7: error: The range from 18 to 12 runs backwards. (bad-range)");
}
END_TEST

START_TEST(warning_is_no_error)
{
    char line[256];
    const struct place nowhere = {NULL, 0, 0};
    ck_assert_int_eq(diagnostics_add(diagnostics, DIAGNOSTIC_NEWER_MINOR_FORMAT, nowhere, "1.7",
                                     "1.0", NULL, NULL),
                     INTV_OK);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 1);
    ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 0);
    ck_assert_int_eq(intv_diagnostics_get_status(diagnostics, 0), INTV_OK);
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_str_eq(line, "warning: The file uses format 1.7, a little newer than 1.0. What is "
                           "unknown is skipped. (newer-minor-format)");
}
END_TEST

START_TEST(place_without_a_line_is_the_file)
{
    char line[256];
    const struct place file = {"a.xml", 0, 0};
    diagnostics_add(diagnostics, DIAGNOSTIC_FILE_EMPTY, file, NULL, NULL, NULL, NULL);
    intv_diagnostics_format(diagnostics, 0, INTV_DUTCH, line, sizeof(line));
    ck_assert_str_eq(line, "a.xml: fout: Het bestand is leeg. (file-empty)");
}
END_TEST

START_TEST(texts_are_copied)
{
    char text[] = "here";
    report_text(text);
    strcpy(text, "gone");
    ck_assert_str_eq(message(INTV_ENGLISH), "'here' is not a web address.");
}
END_TEST

START_TEST(long_texts_are_cut_between_characters)
{
    char text[300];
    char expected[300];
    memset(text, 'a', sizeof(text));
    for (size_t shift = 0; shift < 4; shift++) {
        strcpy(text + 196 + shift, "\xF0\x9F\x98\x80"
                                   "b");
        memcpy(expected, text, sizeof(expected));
        expected[shift == 0 ? 200 : 196 + shift] = '\0';
        assert_quoted(text, expected);
        memset(text, 'a', sizeof(text));
    }
    text[200] = '\0';
    assert_quoted(text, text);
    text[200] = 'a';
    text[201] = '\0';
    memcpy(expected, text, 200);
    expected[200] = '\0';
    assert_quoted(text, expected);
}
END_TEST

START_TEST(hundred_are_kept_and_all_are_counted)
{
    for (int i = 0; i < 250; i++)
        diagnostics_add(diagnostics,
                        i % 2 == 0 ? DIAGNOSTIC_FILE_EMPTY : DIAGNOSTIC_SKIPPED_ELEMENT, PLACE,
                        NULL, NULL, NULL, NULL);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 100);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 250);
    ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 125);
    ck_assert_int_eq(diagnostics_no_memory(diagnostics), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(diagnostics_no_memory(diagnostics), INTV_ERROR_NO_MEMORY);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 101);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 100), "out-of-memory");
    intv_diagnostics_clear(diagnostics);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 0);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 0);
    ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 0);
}
END_TEST

START_TEST(nothing_is_asked_of_no_diagnostics)
{
    char line[8] = "before";
    ck_assert_int_eq(intv_diagnostics_new(NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(diagnostics_add(NULL, DIAGNOSTIC_FILE_EMPTY, PLACE, NULL, NULL, NULL, NULL),
                     INTV_ERROR_SYNTAX);
    ck_assert_int_eq(diagnostics_no_memory(NULL), INTV_ERROR_NO_MEMORY);
    ck_assert_uint_eq(intv_diagnostics_get_count(NULL), 0);
    ck_assert_uint_eq(intv_diagnostics_get_total(NULL), 0);
    ck_assert_uint_eq(intv_diagnostics_get_error_count(NULL), 0);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "");
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "");
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 0), "");
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), 0);
    ck_assert_uint_eq(intv_diagnostics_get_column(diagnostics, 0), 0);
    ck_assert_int_eq(intv_diagnostics_get_status(diagnostics, 0), INTV_OK);
    ck_assert_int_eq(intv_diagnostics_get_severity(diagnostics, 0), INTV_SEVERITY_ERROR);
    ck_assert_uint_eq(intv_diagnostics_format(diagnostics, 0, INTV_DUTCH, line, sizeof(line)), 0);
    ck_assert_str_eq(line, "");
    intv_diagnostics_free(NULL);
    intv_diagnostics_clear(NULL);
}
END_TEST

/* ---- writing ---- */

START_TEST(characters_that_steer_a_terminal_are_written_as_numbers)
{
    static const char *const CASES[][2] = {
        {"\x1B[2J", "\\u{1B}[2J"},
        {"a\nb\rc\td", "a\\u{A}b\\u{D}c\\u{9}d"},
        {"\x01\x7F", "\\u{1}\\u{7F}"},
        {"\xC2\x80\xC2\x9F", "\\u{80}\\u{9F}"},
        {"\xE2\x80\xAE"
         "cba",
         "\\u{202E}cba"}, /* right to left */
        {"\xE2\x80\xAA\xE2\x80\xAC", "\\u{202A}\\u{202C}"},
        {"\xE2\x81\xA6\xE2\x81\xA9", "\\u{2066}\\u{2069}"}, /* isolates */
        {"\xD8\x9C", "\\u{61C}"},                           /* Arabic letter mark */
        {"\xE2\x80\x8E\xE2\x80\x8F", "\\u{200E}\\u{200F}"},
        {"a\xE2\x80\x8B"
         "b\xE2\x80\x8D",
         "a\\u{200B}b\\u{200D}"}, /* zero width */
        {"\xE2\x81\xA0\xEF\xBB\xBF", "\\u{2060}\\u{FEFF}"},
        {"\xE2\x80\xA8\xE2\x80\xA9", "\\u{2028}\\u{2029}"},           /* line ends of Unicode */
        {"\xF3\xA0\x80\x81\xF3\xA0\x81\xBF", "\\u{E0001}\\u{E007F}"}, /* tags */
    };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
        assert_quoted(CASES[i][0], CASES[i][1]);
}
END_TEST

START_TEST(other_characters_are_written_as_they_are)
{
    static const char *const CASES[] = {"a'\"<>&\\",
                                        "caf\xC3\xA9 \xE2\x82\xAC\xF0\x9F\x98\x80",
                                        "\xC2\xA0",
                                        "{1} {2}",
                                        "%s %n",
                                        "\xE2\x80\x8A\xE2\x80\x90",
                                        "\xEF\xBB\xBE",
                                        "\xE2\x81\xAA",
                                        "\xF3\xA0\x84\x80",
                                        "\xD8\x9B"};
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
        assert_quoted(CASES[i], CASES[i]);
}
END_TEST

START_TEST(names_of_files_are_written_without_harm)
{
    char line[256];
    const struct place place = {"a\n\x1B[1m.xml", 1, 2};
    diagnostics_add(diagnostics, DIAGNOSTIC_FILE_EMPTY, place, NULL, NULL, NULL, NULL);
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_str_eq(line, "a\\u{A}\\u{1B}[1m.xml:1:2: error: The file is empty. (file-empty)");
}
END_TEST

/* Whatever the room, the answer is the same size, and what is written is its beginning. */
START_TEST(buffer_that_is_too_small_gets_the_beginning)
{
    char whole[256];
    report_text("www");
    const size_t needed =
        intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, whole, sizeof(whole));
    ck_assert_uint_eq(needed, strlen(whole));
    ck_assert_uint_eq(intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, NULL, 0), needed);
    for (size_t size = 1; size <= needed + 2; size++) {
        char *part = malloc(size);
        ck_assert_ptr_nonnull(part);
        ck_assert_uint_eq(intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, part, size),
                          needed);
        ck_assert_uint_eq(strlen(part), size <= needed ? size - 1 : needed);
        ck_assert_int_eq(strncmp(part, whole, strlen(part)), 0);
        free(part);
    }
}
END_TEST

START_TEST(unknown_language_is_dutch)
{
    report_text("www");
    ck_assert_str_eq(message((enum intv_language)7), "'www' is geen webadres.");
}
END_TEST

/* ---- numbers and statuses ---- */

START_TEST(number_is_written_in_digits)
{
    char digits[DIGITS_SIZE];
    ck_assert(text_is(text_of_number(0, digits), "0"));
    ck_assert(text_is(text_of_number(-1, digits), "-1"));
    ck_assert(text_is(text_of_number(INT64_MAX, digits), "9223372036854775807"));
    ck_assert(text_is(text_of_number(INT64_MIN, digits), "-9223372036854775808"));
}
END_TEST

START_TEST(status_has_a_name_and_sentences)
{
    for (int status = INTV_OK; status <= INTV_ERROR_INTERNAL; status++) {
        ck_assert(text_is_slug(text_of(intv_status_get_name((enum intv_status)status))));
        for (int language = 0; language < 2; language++)
            assert_sentence("status", intv_status_get_text((enum intv_status)status,
                                                           (enum intv_language)language));
    }
    ck_assert_str_eq(intv_status_get_name((enum intv_status)99), "unknown-status");
    ck_assert_str_eq(intv_status_get_text((enum intv_status)99, INTV_ENGLISH), "Unknown status.");
}
END_TEST

static TCase *
table_tests(void)
{
    TCase *tests = tcase_create("the table");
    tcase_add_test(tests, tags_are_unique_words_joined_by_hyphens);
    tcase_add_test(tests, every_diagnostic_has_sentences_and_advice_in_both_languages);
    tcase_add_test(tests, the_two_languages_differ);
    tcase_add_test(tests, both_languages_use_the_same_placeholders_or_those_of_the_language);
    tcase_add_test(tests, number_is_written_in_digits);
    tcase_add_test(tests, status_has_a_name_and_sentences);
    return tests;
}

static TCase *
report_tests(void)
{
    TCase *tests = tcase_create("reports");
    tcase_add_checked_fixture(tests, make_diagnostics, free_diagnostics);
    tcase_add_test(tests, report_keeps_what_it_is_about);
    tcase_add_test(tests, warning_is_no_error);
    tcase_add_test(tests, place_without_a_line_is_the_file);
    tcase_add_test(tests, texts_are_copied);
    tcase_add_test(tests, long_texts_are_cut_between_characters);
    tcase_add_test(tests, hundred_are_kept_and_all_are_counted);
    tcase_add_test(tests, nothing_is_asked_of_no_diagnostics);
    tcase_add_test(tests, characters_that_steer_a_terminal_are_written_as_numbers);
    tcase_add_test(tests, other_characters_are_written_as_they_are);
    tcase_add_test(tests, names_of_files_are_written_without_harm);
    tcase_add_test(tests, buffer_that_is_too_small_gets_the_beginning);
    tcase_add_test(tests, unknown_language_is_dutch);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("diagnostics");
    suite_add_tcase(suite, table_tests());
    suite_add_tcase(suite, report_tests());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
