/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sets of records that say the same. Two walks over the records say in turn how many are in each
 * set and which; a set is filled in the order of records, so nothing has to be sorted but the rows.
 */
#include <stdlib.h>

#include "base/bits.h"
#include "base/memory.h"
#include "index/building.h"
#include "index/facets.h"

enum
{
    SPARSE = 32, /* a set of fewer than one in so many records is smaller as a list */
    FEWEST_SETS = 1024,
    SORTS = 8 /* room in a key */
};

struct set
{
    uint64_t key;    /* field, sort and value, in the order of rows */
    uint32_t record; /* the last one, plus 1 */
    uint32_t count;
    uint32_t row;
};

/* What an evaluation says of every intervention it evaluates. */
struct derived
{
    uint32_t first; /* sets, one after another */
    uint32_t count;
};

struct gathering
{
    struct building *building;
    struct set *sets;
    size_t count;
    size_t capacity;
    uint32_t *places; /* set + 1, or 0 */
    size_t place_count;
    uint32_t record; /* of which is said what comes */
    bool is_filling;
    enum intv_status status;
    struct derived *derived; /* of each evaluation, from the first */
    uint32_t *derived_sets;
    size_t derived_count;
    size_t derived_capacity;
    bool (*may_have)[FIELD_COUNT]; /* of each kind */
};

/* ---- sets by key ---- */

static uint64_t
make_key(enum field field, enum facet_sort sort, uint32_t value)
{
    return ((uint64_t)field * SORTS + sort) << 32 | value;
}

static size_t
find_place(const struct gathering *gathering, uint64_t key)
{
    const size_t mask = gathering->place_count - 1;
    uint64_t hash = (key ^ gathering->building->terms.seed) * UINT64_C(0x9E3779B97F4A7C15);
    hash = (hash ^ hash >> 32) * UINT64_C(0xBB67AE8584CAA73B);
    size_t place = (size_t)(hash >> 20) & mask;
    while (gathering->places[place] != 0 &&
           gathering->sets[gathering->places[place] - 1].key != key)
        place = (place + 1) & mask;
    return place;
}

static bool
grow(struct gathering *gathering)
{
    const size_t count =
        gathering->place_count > 0 ? 2 * gathering->place_count : (size_t)FEWEST_SETS;
    uint32_t *places = memory_new(count, sizeof(*places));
    if (places == NULL)
        return false;
    memory_free(gathering->places);
    gathering->places = places;
    gathering->place_count = count;
    for (size_t i = 0; i < gathering->count; i++)
        gathering->places[find_place(gathering, gathering->sets[i].key)] = (uint32_t)i + 1;
    return true;
}

/* The set of a key, new or not; NULL when there is no memory. */
static struct set *
reach_set(struct gathering *gathering, uint64_t key)
{
    if (2 * gathering->count >= gathering->place_count && !grow(gathering))
        return NULL;
    const size_t place = find_place(gathering, key);
    if (gathering->places[place] == 0) {
        if (!memory_reserve(&gathering->sets, &gathering->capacity, gathering->count + 1,
                            sizeof(*gathering->sets)))
            return NULL;
        gathering->sets[gathering->count++] = (struct set){.key = key};
        gathering->places[place] = (uint32_t)gathering->count;
    }
    return &gathering->sets[gathering->places[place] - 1];
}

static void
fill_set(const struct gathering *gathering, const struct set *set)
{
    const struct index_rows *rows = gathering->building->rows;
    struct facet_row *facet = (struct facet_row *)rows->sections[SECTION_FACETS].rows + set->row;
    if ((facet->flags & FACET_IS_BITS) != 0) {
        uint64_t *bits = rows->sections[SECTION_BITS].rows;
        bits_add(bits + facet->set_first, gathering->record);
    } else {
        uint32_t *records = rows->sections[SECTION_SET_RECORDS].rows;
        records[facet->set_first + facet->record_count] = gathering->record;
    }
    facet->record_count++;
}

/* The record says what the set is about; whether it had not said so yet. */
static bool
join_set(struct gathering *gathering, struct set *set)
{
    if (set->record == gathering->record + 1)
        return false;
    set->record = gathering->record + 1;
    if (gathering->is_filling)
        fill_set(gathering, set);
    else
        set->count++;
    return true;
}

static bool
say(struct gathering *gathering, enum field field, enum facet_sort sort, uint32_t value)
{
    struct set *set = reach_set(gathering, make_key(field, sort, value));
    if (set == NULL) {
        gathering->status = INTV_ERROR_NO_MEMORY;
        return false;
    }
    return join_set(gathering, set);
}

static bool
is_reference(enum field field)
{
    const enum value value = FIELD_FORMATS[field].value;
    return value == VALUE_CONCEPT || value == VALUE_REFERENCE;
}

/* A record and all broader ones; when it was said of this record before, so were they. */
static void
say_record(struct gathering *gathering, enum field field, enum facet_sort sort, uint32_t value)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const struct record_row *row = &catalogue->records[value];
    if (!say(gathering, field, sort, value))
        return;
    for (uint32_t i = 0; i < row->ancestor_count; i++)
        say(gathering, field, sort, catalogue->links[row->ancestor_first + i]);
}

/* ---- what a record says itself ---- */

static void
say_fact(struct gathering *gathering, const struct fact_row *row)
{
    const enum field field = (enum field)row->field;
    if (row->silence != 0) {
        say(gathering, field, FACET_SILENT, row->silence);
        return;
    }
    say(gathering, field, FACET_STATED, 0);
    if (FIELD_FORMATS[field].value == VALUE_CODE)
        say(gathering, field, FACET_CODE, row->value);
    else if (is_reference(field) && row->value != INTV_NONE)
        say_record(gathering, field, FACET_VALUE, row->value);
}

/* Facts of the record from `fact` on; gives the first fact of the next. */
static uint32_t
say_facts(struct gathering *gathering, uint32_t fact)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const unsigned kind = catalogue->records[gathering->record].kind;
    bool has[FIELD_COUNT] = {false};
    for (; fact < catalogue->fact_count && catalogue->facts[fact].record == gathering->record;
         fact++) {
        has[catalogue->facts[fact].field] = true;
        say_fact(gathering, &catalogue->facts[fact]);
    }
    for (unsigned field = 0; field < FIELD_COUNT; field++)
        if (gathering->may_have[kind][field] && !has[field])
            say(gathering, (enum field)field, FACET_SILENT, 0);
    return fact;
}

/* ---- what evaluations and ratings say of an intervention ---- */

/* Fields of evaluations that say something of what they evaluate. */
static const enum field DERIVED_FIELDS[] = {FIELD_DESIGN, FIELD_EVALUATION_KIND,
                                            FIELD_EVALUATION_STATUS, FIELD_INDEPENDENCE,
                                            FIELD_SELF_REPORT};

/* Remembers a set for all interventions of an evaluation, once. */
static bool
derive(struct gathering *gathering, enum field field, enum facet_sort sort, uint32_t value)
{
    struct set *set = reach_set(gathering, make_key(field, sort, value));
    if (set == NULL ||
        !memory_reserve(&gathering->derived_sets, &gathering->derived_capacity,
                        gathering->derived_count + 1, sizeof(*gathering->derived_sets))) {
        gathering->status = INTV_ERROR_NO_MEMORY;
        return false;
    }
    if (set->record == gathering->record + 1)
        return false;
    set->record = gathering->record + 1;
    gathering->derived_sets[gathering->derived_count++] = (uint32_t)(set - gathering->sets);
    return true;
}

static void
derive_value(struct gathering *gathering, uint32_t fact)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const struct fact_row *fact_row = &catalogue->facts[fact];
    const enum field field = (enum field)fact_row->field;
    if (fact_row->silence != 0 || fact_row->value == INTV_NONE)
        return;
    derive(gathering, field, FACET_DERIVED_STATED, 0);
    if (!derive(gathering, field, FACET_DERIVED, fact_row->value) || !is_reference(field))
        return;
    const struct record_row *row = &catalogue->records[fact_row->value];
    for (uint32_t i = 0; i < row->ancestor_count; i++)
        derive(gathering, field, FACET_DERIVED, catalogue->links[row->ancestor_first + i]);
}

/* What a finding is about; INTV_NONE when it found nothing: silent, or not studied. */
static uint32_t
outcome_of(const struct intv_catalogue *catalogue, uint32_t finding)
{
    const struct fact_row *row = &catalogue->facts[finding];
    if (row->silence != 0 || row->qualifier == DIRECTION_NOT_STUDIED)
        return INTV_NONE;
    return catalogue_child_of(catalogue, finding, FIELD_OUTCOME);
}

static void
derive_evaluation(struct gathering *gathering, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const size_t count = sizeof(DERIVED_FIELDS) / sizeof(DERIVED_FIELDS[0]);
    for (size_t i = 0; i < count; i++) {
        const struct fact_span span = catalogue_facts_of(catalogue, evaluation, DERIVED_FIELDS[i]);
        for (uint32_t fact = span.first; fact < span.end; fact++)
            derive_value(gathering, fact);
    }
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_FINDING);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const uint32_t outcome = outcome_of(catalogue, fact);
        /* A finding that names its interventions is said of those alone. */
        if (outcome != INTV_NONE && catalogue_child_of(catalogue, fact, FIELD_FOR) == INTV_NONE)
            derive_value(gathering, outcome);
    }
}

/* Each evaluation is looked through once, however many interventions it evaluates. */
static enum intv_status
derive_evaluations(struct gathering *gathering)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const uint32_t first = catalogue->header->kind_first[KIND_EVALUATION];
    const uint32_t end = catalogue->header->kind_first[KIND_EVALUATION + 1];
    gathering->derived = memory_new(end - first, sizeof(*gathering->derived));
    if (gathering->derived == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (uint32_t record = first; record < end && gathering->status == INTV_OK; record++) {
        const uint32_t begin = (uint32_t)gathering->derived_count;
        gathering->record = record;
        derive_evaluation(gathering, record);
        if (gathering->derived_count >= INTV_NONE)
            return INTV_ERROR_LIMIT;
        gathering->derived[record - first] =
            (struct derived){begin, (uint32_t)gathering->derived_count - begin};
    }
    return gathering->status;
}

static void
say_derived(struct gathering *gathering, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const struct derived *derived =
        &gathering->derived[evaluation - catalogue->header->kind_first[KIND_EVALUATION]];
    say(gathering, FIELD_EVALUATES, FACET_DERIVED_STATED, 0);
    for (uint32_t i = 0; i < derived->count; i++)
        join_set(gathering, &gathering->sets[gathering->derived_sets[derived->first + i]]);
}

static void
say_finding(struct gathering *gathering, uint32_t finding)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const uint32_t outcome = outcome_of(catalogue, finding);
    if (outcome == INTV_NONE || catalogue->facts[outcome].silence != 0 ||
        catalogue->facts[outcome].value == INTV_NONE)
        return;
    say(gathering, FIELD_OUTCOME, FACET_DERIVED_STATED, 0);
    say_record(gathering, FIELD_OUTCOME, FACET_DERIVED, catalogue->facts[outcome].value);
}

static void
say_rating(struct gathering *gathering, uint32_t rating)
{
    static const enum field FIELDS[] = {FIELD_RATED, FIELD_CLASSIFICATION};
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    say(gathering, FIELD_OF, FACET_DERIVED_STATED, 0);
    for (size_t i = 0; i < sizeof(FIELDS) / sizeof(FIELDS[0]); i++) {
        const struct fact_span span = catalogue_facts_of(catalogue, rating, FIELDS[i]);
        for (uint32_t fact = span.first; fact < span.end; fact++) {
            const struct fact_row *row = &catalogue->facts[fact];
            if (row->silence != 0 || row->value == INTV_NONE)
                continue;
            say(gathering, FIELDS[i], FACET_DERIVED_STATED, 0);
            say_record(gathering, FIELDS[i], FACET_DERIVED, row->value);
        }
    }
}

/* Who refers to the intervention; in an evaluation, `evaluates` comes before its findings. */
static void
say_users(struct gathering *gathering)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    const struct record_row *row = &catalogue->records[gathering->record];
    uint32_t evaluation = INTV_NONE;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const struct fact_row *user = &catalogue->facts[catalogue->links[row->user_first + i]];
        if (user->field == FIELD_EVALUATES && user->record != evaluation) {
            evaluation = user->record;
            say_derived(gathering, evaluation);
        } else if (user->field == FIELD_FOR && user->record == evaluation) {
            say_finding(gathering, user->parent);
        } else if (user->field == FIELD_OF) {
            say_rating(gathering, user->record);
        }
    }
}

/* ---- rows ---- */

static enum intv_status
walk_records(struct gathering *gathering)
{
    const struct intv_catalogue *catalogue = gathering->building->catalogue;
    uint32_t fact = 0;
    for (size_t i = 0; i < gathering->count; i++)
        gathering->sets[i].record = 0;
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        const enum intv_status status = building_step(gathering->building);
        if (status != INTV_OK || gathering->status != INTV_OK)
            return status != INTV_OK ? status : gathering->status;
        gathering->record = record;
        fact = say_facts(gathering, fact);
        if (catalogue->records[record].kind == KIND_INTERVENTION)
            say_users(gathering);
    }
    return gathering->status;
}

static int
compare_sets(const void *one, const void *other)
{
    const struct set *a = *(const struct set *const *)one;
    const struct set *b = *(const struct set *const *)other;
    return (a->key > b->key) - (a->key < b->key);
}

/* Sets that a record is in, by key; those that only an evaluation of nothing said are empty. */
static size_t
sort_sets(const struct gathering *gathering, struct set **sorted)
{
    size_t count = 0;
    for (size_t i = 0; i < gathering->count; i++)
        if (gathering->sets[i].count > 0)
            sorted[count++] = &gathering->sets[i];
    if (count > 0)
        qsort(sorted, count, sizeof(*sorted), compare_sets);
    return count;
}

static enum intv_status
place_sets(struct gathering *gathering, struct set *const *sorted, size_t count)
{
    struct building *building = gathering->building;
    const uint32_t records = building->catalogue->record_count;
    struct facet_row *rows = building_new_rows(building, SECTION_FACETS, count);
    uint64_t bits = 0;
    uint64_t listed = 0;
    for (uint32_t i = 0; i < count && rows != NULL; i++) {
        const bool is_bits = (uint64_t)sorted[i]->count * SPARSE > records;
        rows[i].field = (uint8_t)((sorted[i]->key >> 32) / SORTS);
        rows[i].sort = (uint8_t)((sorted[i]->key >> 32) % SORTS);
        rows[i].flags = is_bits ? FACET_IS_BITS : 0;
        rows[i].value = (uint32_t)sorted[i]->key;
        rows[i].set_first = (uint32_t)(is_bits ? bits : listed);
        sorted[i]->row = i;
        bits += is_bits ? bits_words(records) : 0;
        listed += is_bits ? 0 : sorted[i]->count;
        if (bits >= INTV_NONE || listed >= INTV_NONE)
            return INTV_ERROR_LIMIT;
    }
    return rows != NULL && building_new_rows(building, SECTION_BITS, (size_t)bits) != NULL &&
                   building_new_rows(building, SECTION_SET_RECORDS, (size_t)listed) != NULL
               ? INTV_OK
               : INTV_ERROR_NO_MEMORY;
}

static enum intv_status
fill_sets(struct gathering *gathering)
{
    struct set **sorted = memory_new(gathering->count, sizeof(struct set *));
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (sorted != NULL)
        status = place_sets(gathering, sorted, sort_sets(gathering, sorted));
    memory_free(sorted);
    gathering->is_filling = true;
    return status == INTV_OK ? walk_records(gathering) : status;
}

static bool
know_kinds(struct gathering *gathering)
{
    gathering->may_have = memory_new(KIND_COUNT, sizeof(*gathering->may_have));
    for (unsigned kind = 0; kind < KIND_COUNT && gathering->may_have != NULL; kind++)
        index_mark_fields((enum kind)kind, gathering->may_have[kind]);
    return gathering->may_have != NULL;
}

enum intv_status
building_make_facets(struct building *building)
{
    struct gathering gathering = {.building = building};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (know_kinds(&gathering))
        status = derive_evaluations(&gathering);
    if (status == INTV_OK)
        status = walk_records(&gathering);
    if (status == INTV_OK)
        status = fill_sets(&gathering);
    memory_free(gathering.sets);
    memory_free(gathering.places);
    memory_free(gathering.derived);
    memory_free(gathering.derived_sets);
    memory_free(gathering.may_have);
    return status;
}
