/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The sets of an index against a naive walk over the facts, as users of the library see them, with
 * all broader records; and the orders of facts and names. Over a small catalogue and the real one.
 */
#include "base/bits.h"
#include "base/memory.h"
#include "text/collation.h"

#include "index_lists.h"

/* Numbers: 0 field, 1 sort, 2 value, 3 record. */
static void
add_said(struct list *list, unsigned field, enum facet_sort sort, uint32_t value, uint32_t record)
{
    add_entry(list, (struct text){NULL, 0},
              (uint64_t[NUMBERS]){field, (uint64_t)sort, value, record});
}

/* Every record that is the value or broader. */
static void
add_said_record(struct list *list, unsigned field, enum facet_sort sort, uint32_t value,
                uint32_t record)
{
    for (uint32_t broader = 0; broader < catalogue->record_count; broader++)
        if (catalogue->records[broader].kind == catalogue->records[value].kind &&
            catalogue_is_ancestor(catalogue, broader, value))
            add_said(list, field, sort, broader, record);
}

static bool
is_reference(unsigned field)
{
    const enum value value = FIELD_FORMATS[field].value;
    return value == VALUE_CONCEPT || value == VALUE_REFERENCE;
}

static void
add_value(struct list *list, enum facet_sort of_records, enum facet_sort of_codes, uint32_t fact,
          uint32_t record)
{
    const struct fact_row *row = &catalogue->facts[fact];
    if (is_reference(row->field))
        add_said_record(list, row->field, of_records, row->value, record);
    else if (FIELD_FORMATS[row->field].value == VALUE_CODE)
        add_said(list, row->field, of_codes, row->value, record);
}

static void
add_fact(struct list *list, uint32_t record, uint32_t fact, bool has[FIELD_COUNT])
{
    const struct fact_row *row = &catalogue->facts[fact];
    has[row->field] = true;
    if (row->silence != 0) {
        add_said(list, row->field, FACET_SILENT, row->silence, record);
    } else {
        add_said(list, row->field, FACET_STATED, 0, record);
        add_value(list, FACET_VALUE, FACET_CODE, fact, record);
    }
    for (size_t i = 0; i < intv_fact_get_child_count(catalogue, fact); i++)
        add_fact(list, record, intv_fact_get_child(catalogue, fact, i), has);
}

/* Whether a field may stand in a kind, or in a field that may. */
static bool
may_stand(const struct placement *placements, size_t count, unsigned field)
{
    for (size_t i = 0; i < count; i++) {
        size_t inside = 0;
        const struct placement *further = placements_of_field(placements[i].field, &inside);
        if (placements[i].field == field || may_stand(further, inside, field))
            return true;
    }
    return false;
}

static void
add_record(struct list *list, uint32_t record)
{
    bool has[FIELD_COUNT] = {false};
    size_t count = 0;
    const struct placement *placements =
        placements_of_kind((enum kind)catalogue->records[record].kind, &count);
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, record); i++)
        add_fact(list, record, intv_record_get_fact(catalogue, record, i), has);
    for (unsigned field = 0; field < FIELD_COUNT; field++)
        if (!has[field] && may_stand(placements, count, field))
            add_said(list, field, FACET_SILENT, 0, record);
}

/* ---- derived from evaluations and ratings ---- */

static void
derive_from(struct list *list, uint32_t fact, uint32_t intervention)
{
    if (catalogue->facts[fact].silence != 0)
        return;
    add_said(list, catalogue->facts[fact].field, FACET_DERIVED_STATED, 0, intervention);
    add_value(list, FACET_DERIVED, FACET_DERIVED, fact, intervention);
}

static void
derive_outcome(struct list *list, uint32_t finding, uint32_t intervention)
{
    const struct fact_row *row = &catalogue->facts[finding];
    if (row->silence != 0 || row->qualifier == DIRECTION_NOT_STUDIED ||
        !intv_finding_is_about(catalogue, finding, intervention))
        return;
    for (size_t i = 0; i < intv_fact_get_child_count(catalogue, finding); i++) {
        const uint32_t child = intv_fact_get_child(catalogue, finding, i);
        if (catalogue->facts[child].field == FIELD_OUTCOME)
            derive_from(list, child, intervention);
    }
}

static void
derive_evaluation(struct list *list, uint32_t evaluation, uint32_t intervention)
{
    add_said(list, FIELD_EVALUATES, FACET_DERIVED_STATED, 0, intervention);
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, evaluation); i++) {
        const uint32_t fact = intv_record_get_fact(catalogue, evaluation, i);
        const unsigned field = catalogue->facts[fact].field;
        if (field == FIELD_DESIGN || field == FIELD_EVALUATION_KIND ||
            field == FIELD_EVALUATION_STATUS || field == FIELD_INDEPENDENCE ||
            field == FIELD_SELF_REPORT)
            derive_from(list, fact, intervention);
        else if (field == FIELD_FINDING)
            derive_outcome(list, fact, intervention);
    }
}

static void
derive_rating(struct list *list, uint32_t rating, uint32_t intervention)
{
    add_said(list, FIELD_OF, FACET_DERIVED_STATED, 0, intervention);
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, rating); i++) {
        const uint32_t fact = intv_record_get_fact(catalogue, rating, i);
        const unsigned field = catalogue->facts[fact].field;
        if (field == FIELD_RATED || field == FIELD_CLASSIFICATION)
            derive_from(list, fact, intervention);
    }
}

static void
derive_record(struct list *list, uint32_t record)
{
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, record); i++) {
        const uint32_t fact = intv_record_get_fact(catalogue, record, i);
        const struct fact_row *row = &catalogue->facts[fact];
        if (row->silence != 0)
            continue;
        if (row->field == FIELD_EVALUATES)
            derive_evaluation(list, record, row->value);
        else if (row->field == FIELD_OF)
            derive_rating(list, record, row->value);
    }
}

/* ---- what the index holds ---- */

static void
list_set(struct list *list, const struct facet_row *facet)
{
    uint32_t count = 0;
    uint32_t record = index_facet_next(catalogue, facet, 0);
    for (; record != INTV_NONE; record = index_facet_next(catalogue, facet, record + 1)) {
        add_said(list, facet->field, (enum facet_sort)facet->sort, facet->value, record);
        ck_assert(index_facet_holds(catalogue, facet, record));
        ck_assert(record == 0 ||
                  index_facet_holds(catalogue, facet, record - 1) ==
                      (index_facet_next(catalogue, facet, record - 1) == record - 1));
        count++;
    }
    ck_assert_uint_eq(count, facet->record_count);
    ck_assert_uint_gt(count, 0);
    ck_assert_int_eq((facet->flags & FACET_IS_BITS) != 0,
                     (uint64_t)count * 32 > catalogue->record_count);
}

START_TEST(index_sets_hold_what_every_record_says_and_no_more)
{
    struct list has = {NULL, 0, 0};
    struct list wanted = {NULL, 0, 0};
    for (uint32_t i = 0; i < catalogue->facet_count; i++) {
        const struct facet_row *row = &catalogue->facets[i];
        ck_assert_ptr_eq(index_find_facet(catalogue, (enum field)row->field,
                                          (enum facet_sort)row->sort, row->value),
                         row);
        list_set(&has, row);
    }
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        add_record(&wanted, record);
        derive_record(&wanted, record);
    }
    assert_same(&has, &wanted, true);
}
END_TEST

START_TEST(index_sets_unite_and_count_as_they_are_walked)
{
    const size_t words = bits_words(catalogue->record_count);
    uint64_t *all = calloc(words + 1, sizeof(*all));
    uint64_t *one = calloc(words + 1, sizeof(*one));
    for (uint32_t i = 0; i < catalogue->facet_count; i++) {
        const struct facet_row *facet = &catalogue->facets[i];
        memset(one, 0, words * sizeof(*one));
        index_facet_unite(catalogue, facet, one);
        index_facet_unite(catalogue, facet, all);
        ck_assert_uint_eq(bits_count(one, words), facet->record_count);
        ck_assert_uint_eq(index_facet_count_in(catalogue, facet, one), facet->record_count);
        ck_assert_uint_eq(index_facet_count_in(catalogue, facet, all), facet->record_count);
        bits_remove(one, index_facet_next(catalogue, facet, 0));
        ck_assert_uint_eq(index_facet_count_in(catalogue, facet, one), facet->record_count - 1);
    }
    ck_assert_uint_eq(bits_count(all, words), catalogue->record_count);
    free(all);
    free(one);
}
END_TEST

START_TEST(index_lists_every_fact_once_under_its_field_in_order)
{
    uint32_t total = 0;
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        uint32_t count = 0;
        const uint32_t *facts = index_facts_of_field(catalogue, (enum field)field, &count);
        for (uint32_t i = 0; i < count; i++) {
            ck_assert_uint_eq(catalogue->facts[facts[i]].field, field);
            ck_assert(i == 0 || facts[i] > facts[i - 1]);
        }
        total += count;
    }
    ck_assert_uint_eq(total, catalogue->fact_count);
}
END_TEST

/* Order of two records by name, and by number where the names are equal. */
static int
compare_names(struct collation *collation, const char *language, uint32_t one, uint32_t other)
{
    const uint32_t records[2] = {one, other};
    unsigned char *keys[2];
    size_t lengths[2];
    for (size_t i = 0; i < 2; i++)
        ck_assert_int_eq(
            collation_key(collation, text_of(intv_record_get_name(catalogue, records[i], language)),
                          &keys[i], &lengths[i]),
            INTV_OK);
    const int order = text_compare((struct text){(const char *)keys[0], lengths[0]},
                                   (struct text){(const char *)keys[1], lengths[1]});
    memory_free(keys[0]);
    memory_free(keys[1]);
    return order != 0 ? order : (one > other) - (one < other);
}

static void
check_ranks(enum intv_language language, const char *tag)
{
    const uint32_t count = catalogue->record_count;
    uint32_t *at = malloc((count + 1) * sizeof(*at));
    struct collation *collation = NULL;
    ck_assert_int_eq(collation_new(language, &collation), INTV_OK);
    memset(at, 0xFF, count * sizeof(*at));
    for (uint32_t record = 0; record < count; record++) {
        const uint32_t rank = index_name_rank(catalogue, language, record);
        ck_assert_uint_lt(rank, count);
        ck_assert_uint_eq(at[rank], INTV_NONE);
        at[rank] = record;
    }
    for (uint32_t rank = 1; rank < count; rank++)
        ck_assert_int_lt(compare_names(collation, tag, at[rank - 1], at[rank]), 0);
    collation_free(collation);
    free(at);
}

START_TEST(index_ranks_records_by_name_in_each_language)
{
    check_ranks(INTV_DUTCH, "nl");
    check_ranks(INTV_ENGLISH, "en");
}
END_TEST

int
main(void)
{
    static const struct
    {
        const char *name;
        void (*load)(void);
    } CASES[] = {{"small", load_small}, {"real", load_real}};
    Suite *suite = suite_create("index facets");
    for (size_t i = 0; i < 2; i++) {
        TCase *tests = tcase_create(CASES[i].name);
        tcase_add_checked_fixture(tests, CASES[i].load, free_loader);
        tcase_add_test(tests, index_sets_hold_what_every_record_says_and_no_more);
        tcase_add_test(tests, index_sets_unite_and_count_as_they_are_walked);
        tcase_add_test(tests, index_lists_every_fact_once_under_its_field_in_order);
        tcase_add_test(tests, index_ranks_records_by_name_in_each_language);
        suite_add_tcase(suite, tests);
    }
    return run_suite(suite);
}
