/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Queries while memory runs out: every allocation of a reading or writing fails in turn, once or from
 * then on. The status says so, the query is as before, and the same call goes well afterwards.
 */
#include "loading.h"

#include "query_trees.h"
#include "scarce_memory.h"

static struct intv_query *query;
static struct intv_output *output;

static void
make_query_of_two(void)
{
    make_loader();
    ck_assert_int_eq(load_document(intv_example_get_catalogue()), INTV_OK);
    ck_assert_int_eq(intv_query_parse(catalogue, "ouders -redactie", 16, INTV_STRICT, &query, NULL),
                     INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
}

static void
free_query_of_two(void)
{
    intv_output_free(output);
    intv_query_free(query);
    free_loader();
}

/* One call; the number says which. */
static enum intv_status
call(unsigned number)
{
    static const char TEXT[] =
        "(doelgroep:ouders,onbekend OF caf\u00E9 \"veilige omgeving\" -weerb*) jaar:>2018 kosten:5 "
        "mij-les naam:(a OF b) volgens:evaluatie heeft:kosten soort:bron";
    static const char WRONG[] = "doelgrop:ouders doelgroep:ouderz (a OF";
    struct intv_query *other = NULL;
    enum intv_status status;
    switch (number) {
    case 0:
        return intv_query_add(query, TEXT, strlen(TEXT), INTV_STRICT, diagnostics);
    case 1:
        return intv_query_add(query, WRONG, strlen(WRONG), INTV_LENIENT, diagnostics);
    case 2:
        return intv_query_add_words(query, "een twee", 8, diagnostics);
    case 3:
        return intv_query_add_phrase(query, "een twee", 8, diagnostics);
    case 4:
        return intv_query_add_filter(query, "doelgroep", INTV_IS, "ouders", diagnostics);
    case 5:
        intv_output_clear(output);
        return intv_query_write(query, INTV_ENGLISH, output);
    default:
        status = intv_query_parse(catalogue, TEXT, strlen(TEXT), INTV_STRICT, &other, diagnostics);
        ck_assert_int_eq(status == INTV_OK, other != NULL);
        intv_query_free(other);
        return status;
    }
}

enum
{
    WRITES = 5, /* without diagnostics */
    CALLS = 7
};

static bool
is_reported(void)
{
    bool is_there = false;
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++)
        is_there =
            is_there || strcmp(intv_diagnostics_get_tag(diagnostics, i), "out-of-memory") == 0;
    return is_there;
}

/* Fails the allocations of a call in turn; gives how many of them there are. */
static size_t
sweep(unsigned number)
{
    size_t failing = 0;
    for (;; failing++) {
        const size_t clauses = query->clause_count;
        const size_t source = query->source_length;
        const uint32_t asserters = query->asserters;
        intv_diagnostics_clear(diagnostics);
        allocations_left = failing;
        const enum intv_status status = call(number);
        const bool was_enough = allocations_left > 0 && allocations_left != SIZE_MAX;
        allocations_left = SIZE_MAX;
        check_query(query);
        if (status == INTV_OK && was_enough)
            return failing;
        if (status == INTV_OK)
            continue; /* a report that could not be kept, or an array that needed no more room */
        ck_assert_int_eq(status, INTV_ERROR_NO_MEMORY);
        ck_assert(number == WRITES || is_reported());
        ck_assert_uint_eq(query->clause_count, clauses);
        ck_assert_uint_eq(query->source_length, source);
        ck_assert_uint_eq(query->asserters, asserters);
        ck_assert_uint_eq(intv_output_get_length(output), 0);
    }
}

START_TEST(every_allocation_of_a_query_may_fail)
{
    for (unsigned number = 0; number < CALLS; number++) {
        intv_output_clear(output);
        fails_once = _i == 1;
        const size_t allocations = sweep(number);
        ck_assert_uint_gt(allocations, 0);
    }
}
END_TEST

START_TEST(failing_memory_is_reported)
{
    for (unsigned number = 0; number < 5; number++) {
        intv_diagnostics_clear(diagnostics);
        allocations_left = 1;
        const enum intv_status status = call(number);
        allocations_left = SIZE_MAX;
        ck_assert_int_eq(status, INTV_ERROR_NO_MEMORY);
        ck_assert(is_reported());
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("query_memory");
    TCase *tests = tcase_create("memory");
    tcase_add_checked_fixture(tests, make_query_of_two, free_query_of_two);
    tcase_add_loop_test(tests, every_allocation_of_a_query_may_fail, 0, 2);
    tcase_add_test(tests, failing_memory_is_reported);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
