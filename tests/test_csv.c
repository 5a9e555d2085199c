/* SPDX-License-Identifier: EUPL-1.2 */
/* The CSV writer: its rows, what it guards a spreadsheet against, its failures. */
#include "write/csv.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "scarce_memory.h"

static struct intv_output *output;
static struct csv csv;

static void
make_output(void)
{
    allocations_left = SIZE_MAX;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    csv_begin(&csv, output, 0);
}

static void
free_output(void)
{
    intv_output_free(output);
}

static void
assert_written(const char *expected)
{
    ck_assert_int_eq(csv_finish(&csv), INTV_OK);
    ck_assert_str_eq(intv_output_get_text(output), expected);
}

/* One text as the only cell, quotes not counted. */
static void
assert_cell(const char *text, const char *expected)
{
    char row[200];
    intv_output_clear(output);
    csv_begin(&csv, output, 0);
    csv_string(&csv, text);
    csv_end_row(&csv);
    ck_assert_int_lt(snprintf(row, sizeof(row), "\"%s\"\r\n", expected), (int)sizeof(row));
    assert_written(row);
}

/* ---- rows ---- */

START_TEST(csv_texts_are_quoted_numbers_are_not_and_rows_end_with_both_signs)
{
    csv_string(&csv, "ouders, en opvoeders");
    csv_unsigned(&csv, 12);
    csv_empty(&csv);
    csv_string(&csv, "");
    csv_end_row(&csv);
    csv_unsigned(&csv, 0);
    csv_end_row(&csv);
    assert_written("\"ouders, en opvoeders\",12,,\"\"\r\n0\r\n");
}
END_TEST

START_TEST(csv_flags_choose_the_separator_and_the_mark)
{
    csv_begin(&csv, output, INTV_WRITE_SEMICOLON | INTV_WRITE_MARK);
    csv_string(&csv, "a");
    csv_string(&csv, "b");
    csv_end_row(&csv);
    assert_written("\xEF\xBB\xBF\"a\";\"b\"\r\n");
}
END_TEST

START_TEST(csv_quotes_are_doubled)
{
    assert_cell("een \"veilige\" plek", "een \"\"veilige\"\" plek");
    assert_cell("\"", "\"\"");
}
END_TEST

START_TEST(csv_pieces_make_one_cell)
{
    csv_open_cell(&csv);
    ck_assert(csv_is_cell_empty(&csv));
    csv_add_string(&csv, "\"a\"");
    ck_assert(!csv_is_cell_empty(&csv));
    csv_add_string(&csv, "=b");
    csv_close_cell(&csv);
    csv_end_row(&csv);
    assert_written("\"\"\"a\"\"=b\"\r\n");
}
END_TEST

/* ---- what could harm ---- */

START_TEST(csv_text_that_begins_as_a_formula_gets_an_apostrophe)
{
    static const char *const SIGNS[] = {
        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    char text[40];
    char expected[60];
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++) {
        snprintf(text, sizeof(text), "%sHYPERLINK(1)", SIGNS[i]);
        snprintf(expected, sizeof(expected), "'%s", text);
        assert_cell(text, expected);
    }
}
END_TEST

START_TEST(csv_white_space_does_not_hide_a_formula)
{
    assert_cell("\t=1+1", "' =1+1");
    assert_cell("\r=1+1", "' =1+1");
    assert_cell("\n=1+1", "' =1+1");
}
END_TEST

START_TEST(csv_signs_further_on_are_left_alone)
{
    assert_cell("voor- en nameting = +1 @", "voor- en nameting = +1 @");
}
END_TEST

START_TEST(csv_what_is_hidden_or_no_utf8_is_replaced)
{
    assert_cell("a\x01"
                "b\x7F",
                "a\xEF\xBF\xBD"
                "b\xEF\xBF\xBD");
    assert_cell("a\xE2\x80\xAE"
                "b",
                "a\xEF\xBF\xBD"
                "b");
    assert_cell("a\xFF"
                "b",
                "a\xEF\xBF\xBD"
                "b");
    assert_cell("caf\xC3\xA9 <b> & \\", "caf\xC3\xA9 <b> & \\");
}
END_TEST

/* ---- failures ---- */

START_TEST(csv_a_cell_or_row_that_is_not_closed_is_an_internal_error)
{
    csv_string(&csv, "a");
    ck_assert_int_eq(csv_finish(&csv), INTV_ERROR_INTERNAL);
    ck_assert_str_eq(intv_output_get_text(output), "");
    csv_begin(&csv, output, 0);
    csv_open_cell(&csv);
    csv_end_row(&csv);
    ck_assert_int_eq(csv_finish(&csv), INTV_ERROR_INTERNAL);
    csv_begin(&csv, output, 0);
    csv_add_string(&csv, "a");
    ck_assert_int_eq(csv_finish(&csv), INTV_ERROR_INTERNAL);
}
END_TEST

START_TEST(csv_the_first_failure_of_the_caller_is_kept_and_the_output_is_as_before)
{
    csv_string(&csv, "a");
    csv_end_row(&csv);
    ck_assert_int_eq(csv_finish(&csv), INTV_OK);
    csv_begin(&csv, output, 0);
    csv_string(&csv, "b");
    csv_fail(&csv, INTV_ERROR_NOT_FOUND);
    csv_fail(&csv, INTV_ERROR_INTERNAL);
    csv_end_row(&csv);
    ck_assert_int_eq(csv_finish(&csv), INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(intv_output_get_text(output), "\"a\"\r\n");
}
END_TEST

START_TEST(csv_failing_memory_leaves_the_output_as_before)
{
    size_t failures = 0;
    for (size_t left = 0; left < 1000; left++) {
        intv_output_free(output);
        make_output();
        allocations_left = left;
        for (unsigned i = 0; i < 20; i++)
            csv_string(&csv, "een tekst");
        csv_end_row(&csv);
        const enum intv_status status = csv_finish(&csv);
        allocations_left = SIZE_MAX;
        if (status == INTV_OK) {
            ck_assert_uint_gt(failures, 100);
            return;
        }
        ck_assert_int_eq(status, INTV_ERROR_NO_MEMORY);
        ck_assert_uint_eq(intv_output_get_length(output), 0);
        failures++;
    }
    ck_abort_msg("it never had enough memory");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("csv");
    TCase *tests = tcase_create("csv");
    tcase_add_checked_fixture(tests, make_output, free_output);
    tcase_add_test(tests, csv_texts_are_quoted_numbers_are_not_and_rows_end_with_both_signs);
    tcase_add_test(tests, csv_flags_choose_the_separator_and_the_mark);
    tcase_add_test(tests, csv_quotes_are_doubled);
    tcase_add_test(tests, csv_pieces_make_one_cell);
    tcase_add_test(tests, csv_text_that_begins_as_a_formula_gets_an_apostrophe);
    tcase_add_test(tests, csv_white_space_does_not_hide_a_formula);
    tcase_add_test(tests, csv_signs_further_on_are_left_alone);
    tcase_add_test(tests, csv_what_is_hidden_or_no_utf8_is_replaced);
    tcase_add_test(tests, csv_a_cell_or_row_that_is_not_closed_is_an_internal_error);
    tcase_add_test(tests, csv_the_first_failure_of_the_caller_is_kept_and_the_output_is_as_before);
    tcase_add_test(tests, csv_failing_memory_leaves_the_output_as_before);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
