/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces of text: comparing, splitting, numbers, dates, ids, distances, folding, characters. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "read/values.h"
#include "text/fold.h"
#include "text/marks.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* ---- comparing and splitting ---- */

START_TEST(text_compare_is_in_byte_order)
{
    static const char *const ORDER[] = {"", "A", "a", "a-", "a.", "a0", "aa", "b", "\xC3\xA9"};
    for (size_t i = 0; i < LENGTH(ORDER); i++)
        for (size_t k = 0; k < LENGTH(ORDER); k++) {
            const int order = text_compare(text_of(ORDER[i]), text_of(ORDER[k]));
            ck_assert_int_eq((order > 0) - (order < 0), (i > k) - (i < k));
        }
    ck_assert_int_eq(text_compare((struct text){NULL, 0}, text_of("")), 0);
}
END_TEST

START_TEST(text_equals_ignoring_case_of_ascii_only)
{
    ck_assert(text_equals_ignoring_case(text_of("Zorg-9"), text_of("zORG-9")));
    ck_assert(text_equals_ignoring_case(text_of(""), (struct text){NULL, 0}));
    ck_assert(!text_equals_ignoring_case(text_of("a"), text_of("ab")));
    ck_assert(!text_equals_ignoring_case(text_of("@["), text_of("`{")));
    ck_assert(!text_equals_ignoring_case(text_of("\xC3\x89"), text_of("\xC3\xA9")));
}
END_TEST

START_TEST(text_trim_cuts_white_space_of_xml)
{
    ck_assert(text_is(text_trim(text_of(" \t\r\n a b \n")), "a b"));
    ck_assert(text_is(text_trim(text_of(" \n ")), ""));
    ck_assert(text_is(text_trim(text_of("")), ""));
    ck_assert(text_is(text_trim(text_of("\va\f")), "\va\f"));
}
END_TEST

static void
assert_parts(const char *text, size_t count, const char *const *parts)
{
    struct text rest = text_of(text);
    struct text part;
    for (size_t i = 0; i < count; i++) {
        ck_assert(text_next_part(&rest, ',', &part));
        ck_assert(text_is(part, parts[i]));
    }
    ck_assert(!text_next_part(&rest, ',', &part));
}

START_TEST(text_next_part_gives_every_part)
{
    assert_parts("a,b,c", 3, (const char *const[]){"a", "b", "c"});
    assert_parts("a", 1, (const char *const[]){"a"});
    assert_parts("", 1, (const char *const[]){""});
    assert_parts(",a,", 3, (const char *const[]){"", "a", ""});
    assert_parts(NULL, 0, NULL);
}
END_TEST

/* ---- numbers and dates ---- */

START_TEST(number_is_digits_that_fit)
{
    static const struct
    {
        const char *written;
        int64_t number;
    } GOOD[] = {{"0", 0},
                {"007", 7},
                {"120", 120},
                {"9223372036854775807", INT64_MAX},
                {"00000000000000000000000000000001", 1}};
    static const char *const BAD[] = {"",
                                      "-1",
                                      "+1",
                                      " 1",
                                      "1 ",
                                      "1.0",
                                      "1,0",
                                      "1e3",
                                      "0x1",
                                      "a",
                                      "9223372036854775808",
                                      "18446744073709551616",
                                      "99999999999999999999999999",
                                      "\xD9\xA1"};
    for (size_t i = 0; i < LENGTH(GOOD); i++) {
        int64_t number = -1;
        ck_assert_msg(text_to_number(text_of(GOOD[i].written), &number), "%s", GOOD[i].written);
        ck_assert_int_eq(number, GOOD[i].number);
    }
    for (size_t i = 0; i < LENGTH(BAD); i++) {
        int64_t number = -1;
        ck_assert_msg(!text_to_number(text_of(BAD[i]), &number), "%s", BAD[i]);
        ck_assert_int_eq(number, -1);
    }
}
END_TEST

START_TEST(date_exists_in_the_calendar)
{
    static const struct
    {
        const char *written;
        uint32_t date;
    } GOOD[] = {{"2021", 20210000},       {"0001", 10000},          {"9999-12", 99991200},
                {"2021-02", 20210200},    {"2021-02-28", 20210228}, {"2024-02-29", 20240229},
                {"2000-02-29", 20000229}, {"2021-12-31", 20211231}, {"2021-04-30", 20210430}};
    static const char *const BAD[] = {"",           "0000",       "202",         "20210",
                                      "2021-",      "2021-0",     "2021-00",     "2021-13",
                                      "2021-1",     "2021-01-",   "2021-01-00",  "2021-01-32",
                                      "2021-02-29", "1900-02-29", "2100-02-29",  "2021-04-31",
                                      "2021-1-1",   "-2021",      "2021-01-01-", "2021-01-01-01",
                                      "2021/01/01", "01-01-2021", " 2021",       "2021 ",
                                      "+021",       "2o21"};
    for (size_t i = 0; i < LENGTH(GOOD); i++)
        ck_assert_uint_eq(text_to_date(text_of(GOOD[i].written)), GOOD[i].date);
    for (size_t i = 0; i < LENGTH(BAD); i++)
        ck_assert_msg(text_to_date(text_of(BAD[i])) == 0, "%s", BAD[i]);
}
END_TEST

/* Every day of four centuries, against a calendar that is counted day by day. */
START_TEST(date_agrees_with_a_calendar_of_400_years)
{
    unsigned good = 0;
    for (unsigned year = 1800; year < 2200; year++)
        for (unsigned month = 0; month <= 13; month++)
            for (unsigned day = 0; day <= 32; day++) {
                char written[40];
                sprintf(written, "%04u-%02u-%02u", year, month, day);
                good += text_to_date(text_of(written)) != 0;
            }
    ck_assert_uint_eq(good, 400 * 365 + 97); /* a century of 400 years has 97 leap days */
}
END_TEST

/* ---- ids, languages, values ---- */

static void
assert_all(bool (*is_good)(struct text), const char *const *written, size_t count, bool expected)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(is_good(text_of(written[i])) == expected, "'%s'", written[i]);
}

START_TEST(slug_is_lower_case_words_joined_by_hyphens)
{
    static const char *const GOOD[] = {
        "a",     "0", "jos", "gm0855", "early-recognition", "a-b-c", "tilburg.my-programme",
        "a.b.c", "10"};
    static const char *const BAD[] = {"",    "-",    ".",        "a-",   "-a", "a--b", "a.",
                                      ".a",  "a..b", "a-.b",     "a.-b", "A",  "aB",   "a b",
                                      "a_b", "a:b",  "\xC3\xA9", " a",   "a\n"};
    assert_all(text_is_slug, GOOD, LENGTH(GOOD), true);
    assert_all(text_is_slug, BAD, LENGTH(BAD), false);
}
END_TEST

START_TEST(language_tag_has_the_shape_of_bcp_47)
{
    static const char *const GOOD[] = {"nl",     "en",         "NL",       "en-GB",  "zh-Hant-TW",
                                       "nl-x-1", "sr-Latn-RS", "abcdefgh", "de-1996"};
    static const char *const BAD[] = {
        "",   "n",  "-",         "nl-",          "-nl",   "nl--BE",     "nl_BE",
        "n1", "12", "abcdefghi", "nl-abcdefghi", "nl be", "nl-\xC3\xA9"};
    assert_all(text_is_language_tag, GOOD, LENGTH(GOOD), true);
    assert_all(text_is_language_tag, BAD, LENGTH(BAD), false);
}
END_TEST

START_TEST(country_is_two_capitals)
{
    static const char *const GOOD[] = {"NL", "BE", "ZZ"};
    static const char *const BAD[] = {"", "N", "nl", "Nl", "NLD", "N1", "  ", "\xC3\x89"};
    assert_all(value_is_country, GOOD, LENGTH(GOOD), true);
    assert_all(value_is_country, BAD, LENGTH(BAD), false);
}
END_TEST

START_TEST(url_is_an_address_on_the_web)
{
    static const char *const GOOD[] = {"https://example.org/", "http://a", "https://a/?b=c&d=%20#e",
                                       "https://example.org/caf\xC3\xA9"};
    static const char *const BAD[] = {"",
                                      "https://",
                                      "http://",
                                      "HTTPS://a",
                                      "ftp://a",
                                      "//a",
                                      "example.org",
                                      "javascript:alert(1)",
                                      "https://a b",
                                      "https://a\"b",
                                      "https://<a>",
                                      "https://a\\b",
                                      "https://a`b",
                                      " https://a",
                                      "https://a\n",
                                      "data:text/html,a",
                                      "https://a\x7F"};
    assert_all(value_is_url, GOOD, LENGTH(GOOD), true);
    assert_all(value_is_url, BAD, LENGTH(BAD), false);
}
END_TEST

START_TEST(forbidden_character_is_a_control_or_no_character)
{
    static const struct
    {
        const char *text;
        uint32_t expected;
    } CASES[] = {{"", 0},
                 {"a\tb\nc\rd", 0},
                 {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80", 0},
                 {"a\x01", 0x1},
                 {"a\x1F", 0x1F},
                 {"\x7F", 0x7F},
                 {"\xC2\x80", 0x80},
                 {"a\xC2\x9F", 0x9F},
                 {"\xC2\xA0", 0},
                 {"\xEF\xBF\xBD", 0},
                 {"\xEF\xBF\xBE", 0xFFFE},
                 {"\xEF\xBF\xBF", 0xFFFF},
                 {"\xF0\x9F\xBF\xBE", 0x1FFFE},
                 {"\xF4\x8F\xBF\xBF", 0x10FFFF},
                 {"\xF4\x8F\xBF\xBD", 0}};
    for (size_t i = 0; i < LENGTH(CASES); i++)
        ck_assert_uint_eq(value_forbidden_character(text_of(CASES[i].text)), CASES[i].expected);
}
END_TEST

START_TEST(collapse_leaves_one_space_between_words)
{
    static const char *const CASES[][2] = {{"", ""},
                                           {"   ", ""},
                                           {"a", "a"},
                                           {" a  b\n\tc ", "a b c"},
                                           {"a\r\nb", "a b"},
                                           {"\xC3\xA9  \xC3\xA9", "\xC3\xA9 \xC3\xA9"},
                                           {"a\xC2\xA0 b", "a\xC2\xA0 b"}};
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        char text[64];
        strcpy(text, CASES[i][0]);
        const struct text collapsed = {text, value_collapse(text, strlen(text))};
        ck_assert(text_is(collapsed, CASES[i][1]));
    }
}
END_TEST

/* ---- distance ---- */

/* The same distance by its definition: every way to edit, without a table. */
static unsigned
count_edits(const char *one, const char *other)
{
    if (one[0] == '\0' || other[0] == '\0')
        return (unsigned)(strlen(one) + strlen(other));
    unsigned best = count_edits(one + 1, other + 1) + (one[0] != other[0]);
    const unsigned dropped = count_edits(one + 1, other) + 1;
    const unsigned added = count_edits(one, other + 1) + 1;
    best = dropped < best ? dropped : best;
    best = added < best ? added : best;
    if (one[0] != other[0] && one[0] == other[1] && one[1] == other[0]) {
        const unsigned swapped = count_edits(one + 2, other + 2) + 1;
        best = swapped < best ? swapped : best;
    }
    return best;
}

/* The n-th word over a, b and c. */
static void
write_word(unsigned n, char word[8])
{
    size_t length = 0;
    for (; n > 0; n = (n - 1) / 3)
        word[length++] = (char)('a' + (n - 1) % 3);
    word[length] = '\0';
}

START_TEST(distance_is_the_least_number_of_edits)
{
    enum
    {
        WORDS = 121 /* all of up to four letters */
    };
    for (unsigned i = 0; i < WORDS; i++)
        for (unsigned k = 0; k < WORDS; k++) {
            char one[8];
            char other[8];
            write_word(i, one);
            write_word(k, other);
            const unsigned edits = count_edits(one, other);
            ck_assert_uint_eq(text_distance(text_of(one), text_of(other), 10), edits);
            ck_assert_uint_eq(text_distance(text_of(one), text_of(other), 2),
                              edits < 3 ? edits : 3);
        }
}
END_TEST

START_TEST(distance_ignores_case_and_gives_up_on_long_texts)
{
    char long_one[66];
    memset(long_one, 'a', 65);
    long_one[65] = '\0';
    ck_assert_uint_eq(text_distance(text_of("Shcool"), text_of("sCHOOL"), 3), 1);
    ck_assert_uint_eq(text_distance(text_of(long_one), text_of(long_one), 3), 4);
    ck_assert_uint_eq(text_distance(text_of(long_one + 1), text_of(long_one + 1), 3), 0);
    ck_assert_uint_eq(text_distance(text_of(long_one + 1), text_of(""), 100), 64);
    ck_assert_uint_eq(text_distance(text_of(""), (struct text){NULL, 0}, 3), 0);
}
END_TEST

/* ---- folding ---- */

static void
assert_folds(const char *text, const char *expected)
{
    char *folded = NULL;
    size_t length = 0;
    ck_assert_int_eq(fold_text(text_of(text), &folded, &length), INTV_OK);
    ck_assert_str_eq(folded, expected);
    ck_assert_uint_eq(length, strlen(expected));
    memory_free(folded);
}

START_TEST(folding_makes_names_alike)
{
    static const char *const CASES[][2] = {
        {"", ""},
        {"  ", ""},
        {"Jongerenwerk", "jongerenwerk"},
        {" Jongeren-werk  op_school ", "jongeren werk op school"},
        {"---", ""},
        {"a - b", "a b"},
        {"Caf\xC3\xA9", "cafe"},  /* one character */
        {"Cafe\xCC\x81", "cafe"}, /* e and a mark */
        {"CO\xC3\x96RDINATIE", "coordinatie"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"STRASSE", "strasse"},
        {"IJmuiden", "ijmuiden"},
        {"\xC4\xB2muiden", "ijmuiden"}, /* the ligature IJ */
        {"\xC4\xB3muiden", "ijmuiden"}, /* the ligature ij */
        {"of\xEF\xAC\x81"
         "ce",
         "office"},                         /* the ligature fi */
        {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"}, /* full width */
        {"a\xC2\xA0"
         "b",
         "a b"}, /* no-break space */
        {"co\xC2\xAD"
         "creatie",
         "cocreatie"}, /* soft hyphen */
        {"co\xE2\x80\x90"
         "creatie",
         "co creatie"}, /* hyphen */
        {"co\xE2\x80\x91"
         "creatie",
         "co creatie"},                                           /* non-breaking hyphen */
        {"\xC3\x98resund", "\xC3\xB8resund"},                     /* a letter of its own */
        {"\xCE\xA3\xCE\x91\xCF\x82", "\xCF\x83\xCE\xB1\xCF\x83"}, /* both small sigmas */
        {"\xF0\x90\x90\x80", "\xF0\x90\x90\xA8"},                 /* beyond 16 bits */
    };
    ck_assert_int_eq(fold_prepare(), INTV_OK);
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        assert_folds(CASES[i][0], CASES[i][1]);
        assert_folds(CASES[i][1], CASES[i][1]); /* what is folded stays so */
    }
}
END_TEST

START_TEST(folding_survives_any_bytes)
{
    char *folded = NULL;
    size_t length = 0;
    ck_assert_int_eq(fold_prepare(), INTV_OK);
    assert_folds("a\xFF", "a\xEF\xBF\xBD");
    /* U+FDFA becomes 18 characters: the longest there is. */
    char text[3 * 300 + 1] = "";
    for (int i = 0; i < 300; i++)
        strcat(text, "\xEF\xB7\xBA");
    ck_assert_int_eq(fold_text(text_of(text), &folded, &length), INTV_OK);
    ck_assert_uint_gt(length, 300 * 18);
    memory_free(folded);
    for (unsigned one = 1; one < 256; one++)
        for (unsigned other = 0x80; other < 256; other++) {
            const char bytes[3] = {(char)one, (char)other, '\0'};
            ck_assert_int_eq(fold_text(text_of(bytes), &folded, &length), INTV_OK);
            ck_assert_uint_eq(strlen(folded), length);
            memory_free(folded);
        }
}
END_TEST

START_TEST(marks_are_counted_in_a_row)
{
    ck_assert_uint_eq(marks_in_a_row(text_of("")), 0);
    ck_assert_uint_eq(marks_in_a_row(text_of("cafe")), 0);
    ck_assert_uint_eq(marks_in_a_row(text_of("caf\xC3\xA9")), 0);
    ck_assert_uint_eq(marks_in_a_row(text_of("cafe\xCC\x81")), 1);
    ck_assert_uint_eq(marks_in_a_row(text_of("a\xCC\x81\xCC\x82"
                                             "b\xCC\x81")),
                      2);
    ck_assert_uint_eq(marks_in_a_row(text_of("\xCC\x81\xCC\x82\xCD\xA0"
                                             "b")),
                      3);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("text");
    TCase *tests = tcase_create("pieces of text");
    tcase_set_timeout(tests, 30);
    tcase_add_test(tests, text_compare_is_in_byte_order);
    tcase_add_test(tests, text_equals_ignoring_case_of_ascii_only);
    tcase_add_test(tests, text_trim_cuts_white_space_of_xml);
    tcase_add_test(tests, text_next_part_gives_every_part);
    tcase_add_test(tests, number_is_digits_that_fit);
    tcase_add_test(tests, date_exists_in_the_calendar);
    tcase_add_test(tests, date_agrees_with_a_calendar_of_400_years);
    tcase_add_test(tests, slug_is_lower_case_words_joined_by_hyphens);
    tcase_add_test(tests, language_tag_has_the_shape_of_bcp_47);
    tcase_add_test(tests, country_is_two_capitals);
    tcase_add_test(tests, url_is_an_address_on_the_web);
    tcase_add_test(tests, forbidden_character_is_a_control_or_no_character);
    tcase_add_test(tests, collapse_leaves_one_space_between_words);
    tcase_add_test(tests, distance_is_the_least_number_of_edits);
    tcase_add_test(tests, distance_ignores_case_and_gives_up_on_long_texts);
    tcase_add_test(tests, folding_makes_names_alike);
    tcase_add_test(tests, folding_survives_any_bytes);
    tcase_add_test(tests, marks_are_counted_in_a_row);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
