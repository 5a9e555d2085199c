/* SPDX-License-Identifier: EUPL-1.2 */
/* The numbers of doc/search.md, rules 16 to 20, and the best places of a result. */
#include <check.h>
#include <stdlib.h>

#include "query/hits.h"
#include "query/rank.h"

static const uint32_t LENGTHS[] = {100, 200, 0, UINT32_MAX};
static const struct rank_base BASE = {.record_count = 4, .average = 100, .lengths = LENGTHS};

START_TEST(rank_logarithm_is_in_parts_of_4096)
{
    ck_assert_uint_eq(rank_logarithm(1), 0);
    ck_assert_uint_eq(rank_logarithm(2), 4096);
    ck_assert_uint_eq(rank_logarithm(3), 6492); /* 1.58496 x 4096 = 6492.0 */
    ck_assert_uint_eq(rank_logarithm(5), 9510); /* 2.32193 x 4096 = 9510.6 */
    ck_assert_uint_eq(rank_logarithm(1000), 40819);
    ck_assert_uint_eq(rank_logarithm(UINT64_C(1) << 40), 40 * 4096);
    ck_assert_uint_eq(rank_logarithm(UINT64_MAX), 64 * 4096 - 1);
}
END_TEST

START_TEST(rank_logarithm_never_falls)
{
    uint32_t before = 0;
    for (uint64_t number = 1; number < 100000; number++) {
        const uint32_t logarithm = rank_logarithm(number);
        ck_assert_uint_ge(logarithm, before);
        before = logarithm;
    }
}
END_TEST

START_TEST(rank_rarity_falls_with_every_record_and_is_never_nothing)
{
    ck_assert_uint_eq(rank_rarity(&BASE, 0), rank_logarithm(10));
    ck_assert_uint_eq(rank_rarity(&BASE, 1), rank_logarithm(10) - rank_logarithm(3));
    for (uint32_t found = 0; found < 4; found++)
        ck_assert_uint_gt(rank_rarity(&BASE, found), rank_rarity(&BASE, found + 1));
    ck_assert_uint_ge(rank_rarity(&(struct rank_base){1000000000, 1, LENGTHS}, 1000000000), 1);
}
END_TEST

START_TEST(rank_saturation_grows_with_the_count_and_falls_with_the_length)
{
    /* 4096 x 25 x 8 x 100 / (25 x 8 x 100 + 3 x 16 x (9 x 100 + 1 x 100)) */
    ck_assert_uint_eq(rank_saturation(&BASE, 0, 8), 1204);
    ck_assert_uint_gt(rank_saturation(&BASE, 0, 16), rank_saturation(&BASE, 0, 8));
    ck_assert_uint_lt(rank_saturation(&BASE, 1, 8), rank_saturation(&BASE, 0, 8));
    ck_assert_uint_gt(rank_saturation(&BASE, 2, 8), rank_saturation(&BASE, 0, 8));
    ck_assert_uint_eq(rank_saturation(&BASE, 0, 0), 0);
}
END_TEST

START_TEST(rank_saturation_does_not_overflow)
{
    const struct rank_base base = {4, 0xFFFFFF, LENGTHS};
    ck_assert_uint_gt(rank_saturation(&base, 0, UINT64_MAX), 4000);
    ck_assert_uint_lt(rank_saturation(&base, 3, UINT64_MAX), 4096);
    ck_assert_uint_eq(rank_saturation(&BASE, 0, UINT64_MAX), rank_saturation(&BASE, 0, 0xFFFFF));
}
END_TEST

static uint64_t
word_in(enum intv_manner manner, uint32_t weight)
{
    struct rank_counts counts = {{0}, 0, 0};
    counts.manners[manner] = weight;
    return rank_word(&BASE, 4096, 0, &counts);
}

START_TEST(rank_exact_beats_stem_beats_part_beats_synonym)
{
    ck_assert_uint_gt(word_in(INTV_EXACT, 8), word_in(INTV_STEM, 8));
    ck_assert_uint_gt(word_in(INTV_EXACT, 8), word_in(INTV_PREFIX, 8));
    ck_assert_uint_gt(word_in(INTV_STEM, 8), word_in(INTV_PART, 8));
    ck_assert_uint_gt(word_in(INTV_PART, 8), word_in(INTV_SYNONYM, 8));
    ck_assert_uint_gt(word_in(INTV_SYNONYM, 8), 0);
}
END_TEST

START_TEST(rank_a_word_counts_in_its_best_manner)
{
    const struct rank_counts both = {{8, 0, 0, 0, 8}, 0, 0};
    const struct rank_counts more = {{8, 8, 0, 0, 0}, 0, 0};
    ck_assert_uint_eq(rank_word(&BASE, 4096, 0, &both), word_in(INTV_EXACT, 8));
    ck_assert_uint_eq(rank_word(&BASE, 4096, 0, &more), word_in(INTV_STEM, 16));
}
END_TEST

START_TEST(rank_a_record_with_that_name_comes_first)
{
    const struct rank_counts named = {{8, 0, 0, 0, 16}, 1, 0};
    ck_assert_uint_eq(rank_word(&BASE, 4096, 0, &named), word_in(INTV_EXACT, 8) * 24 / 16);
}
END_TEST

START_TEST(rank_what_a_source_states_counts_the_same_in_every_length)
{
    const struct rank_counts stated = {{0, 0, 0, 0, 6}, 0, 6};
    ck_assert_uint_eq(rank_word(&BASE, 4096, 0, &stated), rank_word(&BASE, 4096, 1, &stated));
    ck_assert_uint_gt(rank_word(&BASE, 4096, 0, &stated), word_in(INTV_SYNONYM, 6));
    ck_assert_uint_eq(rank_word(&BASE, 4096, 0, &stated), word_in(INTV_EXACT, 24));
}
END_TEST

START_TEST(rank_kinds_weigh)
{
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 0, 1600, 0, 0), 2400);
    ck_assert_uint_gt(rank_record(KIND_INTERVENTION, 0, 1600, 0, 0),
                      rank_record(KIND_SOURCE, 0, 1600, 0, 0));
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        ck_assert_uint_gt(rank_record((enum kind)kind, 0, 1600, 0, 0), 0);
}
END_TEST

START_TEST(rank_a_record_that_others_refer_to_weighs_more)
{
    /* 1600 x 24 / 16 x (64 + 6 x log2(users + 1)) / 64 */
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 1, 1600, 0, 0), 2625);
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 3, 1600, 0, 0), 2850);
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 2, 1600, 0, 0), 2737);
}
END_TEST

START_TEST(rank_a_relaxed_record_weighs_by_the_square_of_what_it_holds)
{
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 0, 1600, 2, 2), 2400);
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 0, 1600, 1, 2), 600);
    ck_assert_uint_eq(rank_record(KIND_INTERVENTION, 0, 1600, 2, 3), 1066);
}
END_TEST

START_TEST(rank_manners_have_names_for_ever)
{
    static const char *const NAMES[] = {"exact", "stem", "part", "prefix", "synonym"};
    for (unsigned i = 0; i < MANNER_COUNT; i++)
        ck_assert_str_eq(intv_manner_get_name((enum intv_manner)i), NAMES[i]);
    ck_assert_str_eq(intv_manner_get_name((enum intv_manner)MANNER_COUNT), "");
}
END_TEST

START_TEST(hits_keep_the_best_and_of_equals_the_first)
{
    static const uint64_t SCORES[] = {5, 9, 5, 7, 9, 1, 9, 5};
    static const uint32_t BEST[] = {1, 4, 6, 3, 0, 2, 7, 5};
    for (size_t most = 1; most <= 8; most++) {
        struct search_place rows[8];
        struct hits hits = {rows, 0, most};
        for (uint32_t record = 0; record < 8; record++)
            hits_offer(&hits, record, SCORES[record]);
        hits_sort(&hits);
        ck_assert_uint_eq(hits.count, most);
        for (size_t i = 0; i < most; i++)
            ck_assert_uint_eq(rows[i].record, BEST[i]);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("rank");
    TCase *tests = tcase_create("rank");
    tcase_add_test(tests, rank_logarithm_is_in_parts_of_4096);
    tcase_add_test(tests, rank_logarithm_never_falls);
    tcase_add_test(tests, rank_rarity_falls_with_every_record_and_is_never_nothing);
    tcase_add_test(tests, rank_saturation_grows_with_the_count_and_falls_with_the_length);
    tcase_add_test(tests, rank_saturation_does_not_overflow);
    tcase_add_test(tests, rank_exact_beats_stem_beats_part_beats_synonym);
    tcase_add_test(tests, rank_a_word_counts_in_its_best_manner);
    tcase_add_test(tests, rank_a_record_with_that_name_comes_first);
    tcase_add_test(tests, rank_what_a_source_states_counts_the_same_in_every_length);
    tcase_add_test(tests, rank_kinds_weigh);
    tcase_add_test(tests, rank_a_record_that_others_refer_to_weighs_more);
    tcase_add_test(tests, rank_a_relaxed_record_weighs_by_the_square_of_what_it_holds);
    tcase_add_test(tests, rank_manners_have_names_for_ever);
    tcase_add_test(tests, hits_keep_the_best_and_of_equals_the_first);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
