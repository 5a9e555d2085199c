/* SPDX-License-Identifier: EUPL-1.2 */
/* Tags as JSON: doc/json.md. */
#include <check.h>
#include <interventions/interventions.h>
#include <stdio.h>

#include "base/output.h"
#include "scarce_memory.h"

static struct intv_output *output;

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

START_TEST(write_tag_has_every_key_of_its_description_in_order)
{
    static const char EXPECTED[] =
        "{\"format\":\"interventions-tag/1\",\"tag\":\"out-of-memory\",\"severity\":\"error\","
        "\"status\":\"no-memory\",\"message\":{\"nl\":\"Er is te weinig geheugen.\","
        "\"en\":\"There is too little memory.\"},\"advice\":{\"nl\":";
    const uint32_t tag = intv_tag_find("out-of-memory");
    ck_assert_int_eq(intv_write_tag(tag, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    ck_assert_mem_eq(text, EXPECTED, sizeof(EXPECTED) - 1);
    const char *place = text;
    static const char *const KEYS[] = {"\"explanation\":{\"nl\":\"", "\"example\":null",
                                       "\"catalogue\":\"\\u003Ccatalogue "};
    for (size_t i = 0; i < sizeof(KEYS) / sizeof(KEYS[0]); i++) {
        place = strstr(place, KEYS[i]);
        ck_assert_msg(place != NULL, "%s in %s", KEYS[i], text);
    }
}
END_TEST

START_TEST(write_tag_holds_both_examples_and_what_they_are)
{
    const uint32_t tag = intv_tag_find("file-missing");
    ck_assert_int_eq(intv_write_tag(tag, 0, output), INTV_OK);
    ck_assert_ptr_nonnull(
        strstr(intv_output_get_text(output),
               "\"example\":{\"kind\":\"command\",\"frame\":\"{1}\\u000A\",\"wrong\":"
               "\"interventions validate "
               "dta\",\"right\":\"interventions validate data\"},\"catalogue\":"));
}
END_TEST

START_TEST(write_tags_holds_every_tag_in_its_order)
{
    char key[100];
    ck_assert_int_eq(intv_write_tags(0, output), INTV_OK);
    const char *place = intv_output_get_text(output);
    static const char BEGIN[] = "{\"format\":\"interventions-tags/1\",\"tags\":[{";
    ck_assert_int_eq(strncmp(place, BEGIN, sizeof(BEGIN) - 1), 0);
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++) {
        snprintf(key, sizeof(key), "{\"tag\":\"%s\",", intv_tag_get_name(tag));
        place = strstr(place, key);
        ck_assert_msg(place != NULL, "%s", key);
    }
}
END_TEST

START_TEST(write_tag_refuses_what_is_missing_and_leaves_the_output)
{
    ck_assert_int_eq(intv_write_tag(0, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_tags(0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_tag(intv_tag_get_count(), 0, output), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_write_tag(INTV_NONE, 0, output), INTV_ERROR_NOT_FOUND);
    ck_assert_uint_eq(intv_output_get_length(output), 0);
}
END_TEST

/* Each allocation of one tag fails in turn; of all tags every 500th. */
START_TEST(write_tag_without_memory_at_any_moment_leaves_the_output_as_before)
{
    static const char BEFORE[] = "before";
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    size_t tries = 0;
    for (; status != INTV_OK; tries++) {
        allocations_left = SIZE_MAX;
        intv_output_free(output);
        ck_assert_int_eq(intv_output_new(&output), INTV_OK);
        ck_assert(output_append(output, (struct text){BEFORE, sizeof(BEFORE) - 1}));
        allocations_left = _i == 0 ? tries : tries * 500;
        status = _i == 0 ? intv_write_tag(0, 0, output) : intv_write_tags(0, output);
        ck_assert(status == INTV_OK || status == INTV_ERROR_NO_MEMORY);
        if (status != INTV_OK)
            ck_assert_str_eq(intv_output_get_text(output), BEFORE);
    }
    allocations_left = SIZE_MAX;
    ck_assert_uint_gt(tries, 10); /* it failed at many places first */
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("write tags");
    TCase *tests = tcase_create("write tags");
    tcase_add_checked_fixture(tests, make_output, free_output);
    tcase_add_test(tests, write_tag_has_every_key_of_its_description_in_order);
    tcase_add_test(tests, write_tag_holds_both_examples_and_what_they_are);
    tcase_add_test(tests, write_tags_holds_every_tag_in_its_order);
    tcase_add_test(tests, write_tag_refuses_what_is_missing_and_leaves_the_output);
    tcase_add_loop_test(tests, write_tag_without_memory_at_any_moment_leaves_the_output_as_before,
                        0, 2);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
