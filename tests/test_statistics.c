/* SPDX-License-Identifier: EUPL-1.2 */
/* What a catalogue holds, in numbers: counted by hand in a small catalogue. */
#include "loading.h"

#define CONCEPTS                                                                                   \
    "<scheme id='setting' asserted-by='editor'><label>Setting</label></scheme>"                    \
    "<concept id='school' scheme='setting'><label>School</label><label xml:lang='en'>School"       \
    "</label></concept>"
#define SOURCES                                                                                    \
    "<source id='report' read='whole'><title>Report</title></source>"                              \
    "<source id='letter' read='section'><title>Letter</title></source>"
#define TALK                                                                                       \
    "<intervention id='talk' kind='intervention'><name>Talk</name>"                                \
    "<facts asserted-by='evaluation' source='report' locator='p. 1'>"                              \
    "<setting concept='school'/><sessions value='3'/></facts>"                                     \
    "<facts asserted-by='provider' source='report' via='letter'>"                                  \
    "<sessions value='4'/></facts>"                                                                \
    "<cost asserted-by='editor'><not-stated cause='searched'/></cost>"                             \
    "<side-effect asserted-by='editor'><not-stated cause='not-read'/></side-effect>"               \
    "</intervention>"                                                                              \
    "<intervention id='walk' kind='intervention'><name>Walk</name>"                                \
    "<sessions value='2' asserted-by='editor'/></intervention>"

static struct intv_statistics *statistics;

static void
count_small(void)
{
    make_loader();
    add_document("test.xml", OPENING CONCEPTS SOURCES TALK CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_int_eq(intv_statistics_new(catalogue, &statistics), INTV_OK);
}

static void
forget(void)
{
    intv_statistics_free(statistics);
    free_loader();
}

/* The row of a topic; the count when there is none. */
static size_t
find_row(enum intv_topic topic, const char *name)
{
    const size_t count = intv_statistics_get_count(statistics);
    for (size_t i = 0; i < count; i++)
        if (intv_statistics_get_topic(statistics, i) == topic &&
            strcmp(intv_statistics_get_name(statistics, i), name) == 0)
            return i;
    return count;
}

static void
expect(enum intv_topic topic, const char *name, uint64_t number, uint64_t whole)
{
    const size_t row = find_row(topic, name);
    ck_assert_msg(row < intv_statistics_get_count(statistics), "no row %s %s",
                  intv_topic_get_name(topic), name);
    ck_assert_msg(intv_statistics_get_number(statistics, row) == number &&
                      intv_statistics_get_whole(statistics, row) == whole,
                  "%s %s: %u of %u", intv_topic_get_name(topic), name,
                  (unsigned)intv_statistics_get_number(statistics, row),
                  (unsigned)intv_statistics_get_whole(statistics, row));
}

START_TEST(statistics_count_records_by_kind)
{
    expect(INTV_TOPIC_RECORDS, "intervention", 2, 6);
    expect(INTV_TOPIC_RECORDS, "source", 2, 6);
    expect(INTV_TOPIC_RECORDS, "rating", 0, 6);
}
END_TEST

START_TEST(statistics_count_claims_but_no_marks_of_silence)
{
    expect(INTV_TOPIC_ASSERTERS, "evaluation", 2, 4);
    expect(INTV_TOPIC_ASSERTERS, "provider", 1, 4);
    expect(INTV_TOPIC_ASSERTERS, "editor", 1, 4);
    expect(INTV_TOPIC_ASSERTERS, "policy", 0, 4);
    expect(INTV_TOPIC_STRENGTHS, "unstated", 4, 4);
}
END_TEST

START_TEST(statistics_of_reading_leave_out_claims_without_a_source)
{
    expect(INTV_TOPIC_READING, "directly", 2, 3);
    expect(INTV_TOPIC_READING, "through-another", 1, 3);
    expect(INTV_TOPIC_LOCATORS, "with-locator", 2, 3);
    expect(INTV_TOPIC_LOCATORS, "without-locator", 1, 3);
}
END_TEST

START_TEST(statistics_count_a_field_once_for_each_record)
{
    expect(INTV_TOPIC_INTERVENTIONS, "sessions", 2, 2);
    expect(INTV_TOPIC_INTERVENTIONS, "setting", 1, 2);
    expect(INTV_TOPIC_INTERVENTIONS, "cost", 0, 2);
}
END_TEST

START_TEST(statistics_tell_silences_by_cause_from_what_is_not_stated)
{
    const size_t stated = find_row(INTV_TOPIC_SILENCES, "stated");
    const uint64_t whole = intv_statistics_get_whole(statistics, stated);
    expect(INTV_TOPIC_SILENCES, "stated", 3, whole);
    expect(INTV_TOPIC_SILENCES, "searched", 1, whole);
    expect(INTV_TOPIC_SILENCES, "not-read", 1, whole);
    expect(INTV_TOPIC_SILENCES, "none", 0, whole);
    expect(INTV_TOPIC_SILENCES, "not-stated", whole - 5, whole);
    ck_assert_uint_gt(whole, 40); /* two interventions have more than twenty such fields each */
}
END_TEST

START_TEST(statistics_count_texts_by_language)
{
    expect(INTV_TOPIC_LANGUAGES, "nl", 6, 7);
    expect(INTV_TOPIC_LANGUAGES, "en", 1, 7);
}
END_TEST

/* Six ids, seven names; the setting counts for its concept, and the school, in both languages, for
 * the talk. */
START_TEST(statistics_count_words_by_language_and_where_they_are_referred_to)
{
    expect(INTV_TOPIC_WORDS, "distinct", 6 + 6 + 1, 16);
    expect(INTV_TOPIC_WORDS, "postings", 16, 16);
    expect(INTV_TOPIC_WORDS, "occurrences", 6 + 7 + 1 + 2, 16);
}
END_TEST

START_TEST(statistics_part_the_bytes_of_the_index_from_those_of_the_content)
{
    const size_t index = find_row(INTV_TOPIC_BYTES, "index");
    const uint64_t bytes = intv_statistics_get_whole(statistics, index);
    const uint64_t of_index = intv_statistics_get_number(statistics, index);
    ck_assert_uint_gt(of_index, 0);
    ck_assert_uint_gt(bytes, of_index);
    expect(INTV_TOPIC_BYTES, "content", bytes - of_index, bytes);
    expect(INTV_TOPIC_BYTES_PER_RECORD, "index", (of_index + 5) / 6, (bytes + 5) / 6);
    expect(INTV_TOPIC_BYTES_PER_RECORD, "content", (bytes - of_index + 5) / 6, (bytes + 5) / 6);
}
END_TEST

START_TEST(statistics_of_nothing_are_refused_and_rows_beyond_the_end_are_empty)
{
    struct intv_statistics *none = statistics;
    const size_t count = intv_statistics_get_count(statistics);
    ck_assert_int_eq(intv_statistics_new(NULL, &none), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_ptr_null(none);
    ck_assert_int_eq(intv_statistics_new(catalogue, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_uint_eq(intv_statistics_get_count(NULL), 0);
    ck_assert_int_eq(intv_statistics_get_topic(statistics, count), INTV_TOPIC_COUNT);
    ck_assert_str_eq(intv_statistics_get_name(statistics, count), "");
    ck_assert_uint_eq(intv_statistics_get_number(statistics, count), 0);
    ck_assert_uint_eq(intv_statistics_get_whole(statistics, count), 0);
    ck_assert_str_eq(intv_topic_get_name(INTV_TOPIC_COUNT), "");
    ck_assert_ptr_eq(intv_statistics_get_catalogue(statistics), catalogue);
    intv_statistics_free(NULL);
}
END_TEST

START_TEST(statistics_are_written_with_every_row)
{
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    ck_assert_int_eq(intv_write_statistics(statistics, 0, output), INTV_OK);
    ck_assert_ptr_nonnull(strstr(intv_output_get_text(output),
                                 "{\"topic\":\"asserters\",\"name\":\"provider\",\"number\":1,"
                                 "\"whole\":4}"));
    ck_assert_int_eq(intv_write_statistics(NULL, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    intv_output_free(output);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("statistics");
    TCase *tests = tcase_create("statistics");
    tcase_add_checked_fixture(tests, count_small, forget);
    tcase_add_test(tests, statistics_count_records_by_kind);
    tcase_add_test(tests, statistics_count_claims_but_no_marks_of_silence);
    tcase_add_test(tests, statistics_of_reading_leave_out_claims_without_a_source);
    tcase_add_test(tests, statistics_count_a_field_once_for_each_record);
    tcase_add_test(tests, statistics_tell_silences_by_cause_from_what_is_not_stated);
    tcase_add_test(tests, statistics_count_texts_by_language);
    tcase_add_test(tests, statistics_count_words_by_language_and_where_they_are_referred_to);
    tcase_add_test(tests, statistics_part_the_bytes_of_the_index_from_those_of_the_content);
    tcase_add_test(tests, statistics_of_nothing_are_refused_and_rows_beyond_the_end_are_empty);
    tcase_add_test(tests, statistics_are_written_with_every_row);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
