/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Search as a whole over the built-in catalogue: bad input, changed input, many threads. What each
 * piece of bad input is called and where it stands; that nothing crashes; that a query ten times as
 * long does not take a hundred times as long.
 */
#include <interventions/interventions.h>

#include <check.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "search_mutations.h"

static struct intv_catalogue *catalogue;
static struct intv_diagnostics *diagnostics;
static struct intv_output *output;

static void
set_up(void)
{
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
}

static void
tear_down(void)
{
    intv_output_free(output);
    intv_diagnostics_free(diagnostics);
    intv_catalogue_unref(catalogue);
}

/* The number found without relaxing and without reading words as others. */
static enum intv_status
count_exactly(struct intv_query *query, size_t *total)
{
    struct intv_search *search = NULL;
    enum intv_status status = intv_query_set_relaxing(query, 0);
    if (status == INTV_OK)
        status = intv_search_new(query, &search, NULL);
    *total = intv_search_get_total(search);
    intv_search_free(search);
    return status;
}

/* Searches and looks at everything of the first page; gives the number that answers wholly. */
static enum intv_status
search_for(const char *text, size_t length, enum intv_reading reading, size_t *total)
{
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    *total = 0;
    intv_diagnostics_clear(diagnostics);
    intv_output_clear(output);
    enum intv_status status =
        intv_query_parse(catalogue, text, length, reading, &query, diagnostics);
    if (status == INTV_OK)
        status = intv_query_write(query, INTV_DUTCH, output);
    if (status == INTV_OK)
        status = intv_search_new(query, &search, diagnostics);
    for (size_t i = 0; status == INTV_OK && i < intv_search_get_count(search); i++) {
        struct intv_hit *hit = NULL;
        status = intv_hit_new(search, i, &hit);
        for (size_t m = 0; m < intv_hit_get_match_count(hit); m++) {
            const size_t end = intv_hit_get_match_start(hit, m) + intv_hit_get_match_length(hit, m);
            ck_assert_uint_le(end, strlen(intv_hit_get_match_text(hit, m)));
        }
        intv_hit_free(hit);
    }
    intv_search_free(search);
    search = NULL;
    if (status == INTV_OK)
        status = count_exactly(query, total);
    intv_query_free(query);
    return status;
}

static enum intv_status
read_back(size_t *total)
{
    char *written = strdup(intv_output_get_text(output));
    ck_assert_ptr_nonnull(written);
    /* Nothing at all is a query only when it is read leniently. */
    const enum intv_reading reading = written[0] == '\0' ? INTV_LENIENT : INTV_STRICT;
    const enum intv_status status = search_for(written, strlen(written), reading, total);
    free(written);
    return status;
}

/* ---- bad input ---- */

struct bad_query
{
    const char *text;
    enum intv_status status; /* read strictly */
    const char *tag;         /* of the first error */
    uint32_t column;
    enum intv_status lenient; /* read leniently */
};

#define BAD_UTF8 "query-bad-utf8"
#define BAD_CONTROL "query-control-character"
#define LIMIT "query-limit-reached"

static const struct bad_query BAD_QUERIES[] = {
    {"", INTV_ERROR_SYNTAX, "query-empty", 1, INTV_OK},
    {"  \t ", INTV_ERROR_SYNTAX, "query-empty", 1, INTV_OK},
    {"ouders (school", INTV_ERROR_SYNTAX, "query-open-parenthesis", 8, INTV_OK},
    {"ouders) school", INTV_ERROR_SYNTAX, "query-stray-parenthesis", 7, INTV_OK},
    {"ouders \"school", INTV_ERROR_SYNTAX, "query-open-quote", 8, INTV_OK},
    {"ouders \xE2\x80\x9Cschool", INTV_ERROR_SYNTAX, "query-open-quote", 8, INTV_OK},
    {"ouders OR", INTV_ERROR_SYNTAX, "query-lone-operator", 8, INTV_OK},
    {"ouders NOT", INTV_ERROR_SYNTAX, "query-lone-operator", 8, INTV_OK},
    {"doelgroep:", INTV_ERROR_SYNTAX, "query-missing-value", 1, INTV_OK},
    {"doelgroop:ouders", INTV_ERROR_NOT_FOUND, "query-unknown-qualifier", 1, INTV_OK},
    {"naam:>=ouders", INTV_ERROR_INVALID_ARGUMENT, "query-bad-comparison", 6, INTV_OK},
    {"oud\x01"
     "ers",
     INTV_ERROR_SYNTAX, BAD_CONTROL, 4, INTV_OK},
    {"ouders \x7F", INTV_ERROR_SYNTAX, BAD_CONTROL, 8, INTV_OK},
    {"oud\xFF"
     "ers",
     INTV_ERROR_SYNTAX, BAD_UTF8, 4, INTV_OK},
    {"ouders \xC3", INTV_ERROR_SYNTAX, BAD_UTF8, 8, INTV_OK},
    {"\xED\xA0\x80", INTV_ERROR_SYNTAX, BAD_UTF8, 1, INTV_OK},
    {"\xC0\xAF", INTV_ERROR_SYNTAX, BAD_UTF8, 1, INTV_OK},
};

/* Where a tag stands in the diagnostics, errors and warnings alike; the count when it does not. */
static size_t
find_tag(const char *tag)
{
    const size_t count = intv_diagnostics_get_count(diagnostics);
    for (size_t i = 0; i < count; i++)
        if (strcmp(intv_diagnostics_get_tag(diagnostics, i), tag) == 0)
            return i;
    return count;
}

static void
assert_refused(const struct bad_query *bad, size_t length)
{
    size_t total = 0;
    const enum intv_status status = search_for(bad->text, length, INTV_STRICT, &total);
    ck_assert_msg(status == bad->status, "'%s': status %d", bad->text, (int)status);
    const size_t at = find_tag(bad->tag);
    ck_assert_msg(at < intv_diagnostics_get_count(diagnostics), "'%s' is not called %s but %s",
                  bad->text, bad->tag, intv_diagnostics_get_tag(diagnostics, 0));
    ck_assert_msg(intv_diagnostics_get_column(diagnostics, at) == bad->column, "'%s': column %u",
                  bad->text, intv_diagnostics_get_column(diagnostics, at));
    ck_assert_uint_gt(intv_diagnostics_get_advice(diagnostics, at, INTV_DUTCH, NULL, 0), 0);
    ck_assert_uint_gt(intv_diagnostics_get_advice(diagnostics, at, INTV_ENGLISH, NULL, 0), 0);
}

START_TEST(search_bad_input_is_refused_with_its_place_and_advice)
{
    for (size_t i = 0; i < LENGTH(BAD_QUERIES); i++)
        assert_refused(&BAD_QUERIES[i], strlen(BAD_QUERIES[i].text));
}
END_TEST

START_TEST(search_nul_byte_is_refused_as_a_control_character)
{
    const struct bad_query bad = {"ouders\0school", INTV_ERROR_SYNTAX, BAD_CONTROL, 7, INTV_OK};
    assert_refused(&bad, 13);
}
END_TEST

START_TEST(search_lenient_reading_takes_all_that_is_text)
{
    for (size_t i = 0; i < LENGTH(BAD_QUERIES); i++) {
        size_t total = 0;
        const char *text = BAD_QUERIES[i].text;
        const enum intv_status status = search_for(text, strlen(text), INTV_LENIENT, &total);
        ck_assert_msg(status == BAD_QUERIES[i].lenient, "'%s': status %d", text, (int)status);
    }
}
END_TEST

START_TEST(search_only_stop_words_are_searched_for_with_a_warning)
{
    size_t total = 0;
    ck_assert_int_eq(search_for("de het", 6, INTV_STRICT, &total), INTV_OK);
    ck_assert_uint_gt(total, 0);
    const size_t at = find_tag("query-only-stop-words");
    ck_assert_uint_lt(at, intv_diagnostics_get_count(diagnostics));
    ck_assert_int_eq(intv_diagnostics_get_severity(diagnostics, at), INTV_SEVERITY_WARNING);
}
END_TEST

START_TEST(search_empty_query_asks_for_everything_read_leniently)
{
    size_t total = 0, count = 0;
    for (int kind = INTV_KIND_SCHEME; kind <= INTV_KIND_POLICY_STATEMENT; kind++)
        count += intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
    ck_assert_int_eq(search_for("", 0, INTV_LENIENT, &total), INTV_OK);
    ck_assert_uint_eq(total, count);
    ck_assert_uint_lt(find_tag("query-asks-everything"), intv_diagnostics_get_count(diagnostics));
}
END_TEST

/* ---- large input ---- */

/* A piece as often as fits in a size; free it. */
static char *
repeat(const char *piece, size_t size, size_t *length)
{
    const size_t one = strlen(piece);
    char *text = malloc(size + 1);
    ck_assert_ptr_nonnull(text);
    for (*length = 0; *length + one <= size; *length += one)
        memcpy(text + *length, piece, one);
    text[*length] = '\0';
    return text;
}

static enum intv_status
search_repeated(const char *piece, size_t size, enum intv_reading reading)
{
    size_t length = 0, total = 0;
    char *text = repeat(piece, size, &length);
    const enum intv_status status = search_for(text, length, reading, &total);
    free(text);
    return status;
}

START_TEST(search_query_of_a_megabyte_is_over_the_limit)
{
    static const char *const PIECES[] = {"a", "ouders ", "(", "\"", "-", "a:", "a|", "\xC3"};
    for (size_t i = 0; i < LENGTH(PIECES); i++)
        for (int reading = INTV_STRICT; reading <= INTV_LENIENT; reading++) {
            ck_assert_int_eq(search_repeated(PIECES[i], 1 << 20, (enum intv_reading)reading),
                             INTV_ERROR_LIMIT);
            ck_assert_uint_lt(find_tag(LIMIT), intv_diagnostics_get_count(diagnostics));
        }
}
END_TEST

START_TEST(search_ten_thousand_alternatives_are_over_the_limit)
{
    ck_assert_int_eq(search_repeated("a OR ", 50000, INTV_STRICT), INTV_ERROR_LIMIT);
    ck_assert_uint_lt(find_tag(LIMIT), intv_diagnostics_get_count(diagnostics));
    ck_assert_int_eq(search_repeated("a OR ", 50000, INTV_LENIENT), INTV_ERROR_LIMIT);
}
END_TEST

START_TEST(search_depth_has_a_limit)
{
    ck_assert_int_eq(search_repeated("(", 60000, INTV_STRICT), INTV_ERROR_LIMIT);
    ck_assert_uint_lt(find_tag(LIMIT), intv_diagnostics_get_count(diagnostics));
    ck_assert_int_ne(search_repeated("-", 60000, INTV_STRICT), INTV_OK);
    ck_assert_int_ne(search_repeated("NOT ", 60000, INTV_STRICT), INTV_OK);
}
END_TEST

/* Processor time in nanoseconds of a search, the least of a few. */
static int64_t
measure(const char *piece, size_t size)
{
    int64_t least = INT64_MAX;
    for (int turn = 0; turn < 5; turn++) {
        struct timespec from, to;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
        search_repeated(piece, size, INTV_LENIENT);
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
        const int64_t took =
            (int64_t)(to.tv_sec - from.tv_sec) * 1000000000 + (to.tv_nsec - from.tv_nsec);
        least = took < least ? took : least;
    }
    return least;
}

START_TEST(search_time_grows_no_faster_than_the_query)
{
    static const char *const PIECES[] = {"weerbaarheid",  "\"de ouders ",   "x\xCC\x88",
                                         "mij-",          "theaterouders",  "( ",
                                         "\"de het een ", "\xE2\x80\x9D a", "a* "};
    for (size_t i = 0; i < LENGTH(PIECES); i++) {
        const int64_t small = measure(PIECES[i], 1500), large = measure(PIECES[i], 24000);
        const int64_t least = 200000; /* below it the clock says little */
        ck_assert_msg(large < 16 * 4 * (small > least ? small : least), "'%s': %lld and %lld ns",
                      PIECES[i], (long long)small, (long long)large);
    }
}
END_TEST

/* ---- changed input ---- */

enum
{
    ROUNDS = 2000
};

/* INTV_FUZZ_ROUNDS in the environment of the test asks for more, INTV_SWEEP_STEP for less. */
static unsigned
count_rounds(void)
{
    const char *asked = getenv("INTV_FUZZ_ROUNDS");
    const char *step = getenv("INTV_SWEEP_STEP");
    if (asked != NULL)
        return (unsigned)strtoul(asked, NULL, 10);
    return step != NULL ? ROUNDS / (unsigned)strtoul(step, NULL, 10) : ROUNDS;
}

START_TEST(search_changed_queries_never_crash_and_read_back_the_same)
{
    uint64_t state = 20261124;
    unsigned well = 0;
    const unsigned rounds = count_rounds();
    for (unsigned i = 0; i < rounds; i++) {
        char text[QUERY_SIZE];
        const char *seed = SEED_QUERIES[next_number(&state) % LENGTH(SEED_QUERIES)];
        memcpy(text, seed, strlen(seed));
        const size_t size = mutate_query(text, strlen(seed), &state);
        for (int reading = INTV_STRICT; reading <= INTV_LENIENT; reading++) {
            size_t total = 0, again = 0;
            const enum intv_status status =
                search_for(text, size, (enum intv_reading)reading, &total);
            if (status != INTV_OK) {
                ck_assert_uint_gt(intv_diagnostics_get_error_count(diagnostics), 0);
                continue;
            }
            well++;
            ck_assert_msg(read_back(&again) == INTV_OK, "'%.*s' reads back as '%s'", (int)size,
                          text, intv_output_get_text(output));
            ck_assert_msg(total == again, "'%.*s': %zu, read back %zu", (int)size, text, total,
                          again);
        }
    }
    ck_assert_uint_gt(well, rounds / 2);
}
END_TEST

/* ---- threads ---- */

enum
{
    THREADS = 8,
    TURNS = 5
};

/* A number for the records, scores and matches of every seed query. */
static uint64_t
digest_searches(void)
{
    uint64_t digest = 1;
    for (size_t q = 0; q < LENGTH(SEED_QUERIES); q++) {
        struct intv_query *query = NULL;
        struct intv_search *search = NULL;
        if (intv_query_parse(catalogue, SEED_QUERIES[q], strlen(SEED_QUERIES[q]), INTV_LENIENT,
                             &query, NULL) == INTV_OK &&
            intv_search_new(query, &search, NULL) == INTV_OK)
            for (size_t i = 0; i < intv_search_get_count(search); i++) {
                struct intv_hit *hit = NULL;
                digest = digest * 31 + intv_search_get_record(search, i);
                digest = digest * 31 + intv_search_get_score(search, i);
                if (intv_hit_new(search, i, &hit) == INTV_OK)
                    digest = digest * 31 + intv_hit_get_match_count(hit);
                intv_hit_free(hit);
            }
        intv_search_free(search);
        intv_query_free(query);
    }
    return digest;
}

static void *
run_searches(void *result)
{
    uint64_t *digests = result;
    for (int turn = 0; turn < TURNS; turn++)
        digests[turn] = digest_searches();
    return NULL;
}

START_TEST(search_threads_get_the_same_answers)
{
    pthread_t threads[THREADS];
    uint64_t digests[THREADS][TURNS];
    const uint64_t expected = digest_searches();
    ck_assert_uint_ne(expected, 1);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, run_searches, digests[i]), 0);
    for (int i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
    for (int i = 0; i < THREADS; i++)
        for (int turn = 0; turn < TURNS; turn++)
            ck_assert_uint_eq(digests[i][turn], expected);
}
END_TEST

int
main(void)
{
    TCase *input = tcase_create("input");
    tcase_add_checked_fixture(input, set_up, tear_down);
    tcase_set_timeout(input, 120);
    tcase_add_test(input, search_bad_input_is_refused_with_its_place_and_advice);
    tcase_add_test(input, search_nul_byte_is_refused_as_a_control_character);
    tcase_add_test(input, search_lenient_reading_takes_all_that_is_text);
    tcase_add_test(input, search_only_stop_words_are_searched_for_with_a_warning);
    tcase_add_test(input, search_empty_query_asks_for_everything_read_leniently);
    tcase_add_test(input, search_query_of_a_megabyte_is_over_the_limit);
    tcase_add_test(input, search_ten_thousand_alternatives_are_over_the_limit);
    tcase_add_test(input, search_depth_has_a_limit);
    tcase_add_test(input, search_time_grows_no_faster_than_the_query);
    tcase_add_test(input, search_changed_queries_never_crash_and_read_back_the_same);
    TCase *shared = tcase_create("threads");
    tcase_add_checked_fixture(shared, set_up, tear_down);
    tcase_set_timeout(shared, 120);
    tcase_add_test(shared, search_threads_get_the_same_answers);
    Suite *suite = suite_create("search-input");
    suite_add_tcase(suite, input);
    suite_add_tcase(suite, shared);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
