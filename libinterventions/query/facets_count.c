/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Counting the values of one field. Where sets of the index say the same as the facts that count,
 * each set is counted; else the facts give pairs of value and record, which are sorted and counted.
 */
#include <stdlib.h>
#include <string.h>

#include "base/bits.h"
#include "base/diagnostics.h"
#include "base/memory.h"
#include "index/facets.h"
#include "query/facets.h"
#include "query/filter.h"
#include "query/keys.h"
#include "query/look.h"
#include "query/values.h"

enum
{
    DAYS_IN_DATE = 10000 /* dates are yyyymmdd */
};

#define DUTCH "NL"

struct counting
{
    struct intv_facets *facets;
    struct facet *facet;
    const struct facets_of *of;
    struct intv_query query; /* that asks for nothing, with the asserters of the search */
    struct look look;
    size_t words;
    uint32_t *listed; /* the records of a small result; NULL when it is large */
    uint64_t *rest;
    uint64_t *scratch;
    uint64_t *pairs; /* value, then record */
    size_t pair_count;
    size_t pair_capacity;
    uint32_t value; /* of the pairs that are added */
    enum intv_status status;
};

/* ---- values ---- */

static const char *
write_year(struct counting *counting, uint32_t year)
{
    char digits[DIGITS_SIZE];
    struct text kept = {NULL, 0};
    if (!arena_keep(&counting->facets->texts, text_of_number(year, digits), &kept)) {
        counting->status = INTV_ERROR_NO_MEMORY;
        return NULL;
    }
    return kept.bytes;
}

/* An id, with the kind before it where records of other kinds bear it too. */
static const char *
write_record(struct counting *counting, uint32_t record)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    const struct text id = catalogue_id(catalogue, record);
    const struct text kind = text_of(kind_name((enum kind)catalogue->records[record].kind));
    uint32_t found = INTV_NONE;
    size_t count = 0;
    counting->status =
        value_find_records(catalogue, counting->facet->qualifier, id, &found, 1, &count);
    if (count <= 1)
        return intv_record_get_id(catalogue, record);
    char *written = arena_room(&counting->facets->texts, kind.length + 1 + id.length + 1);
    if (written == NULL)
        return NULL;
    memcpy(written, kind.bytes, kind.length);
    written[kind.length] = ':';
    memcpy(written + kind.length + 1, id.bytes, id.length);
    written[kind.length + 1 + id.length] = '\0';
    return written;
}

/* How a value is written in a query. */
static const char *
write_value(struct counting *counting, uint32_t value)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    const enum qualifier qualifier = counting->facet->qualifier;
    switch (QUALIFIERS[qualifier].reading) {
    case READS_RECORDS:
        return write_record(counting, value);
    case READS_KINDS:
        return kind_name((enum kind)value);
    case READS_DATES:
        return write_year(counting, value);
    case READS_COUNTRIES:
        if (value == INTV_NONE)
            return DUTCH;
        return catalogue->pool + catalogue->texts[value].offset;
    default:
        return code_name(qualifier_list(qualifier), value);
    }
}

static void
add_value(struct counting *counting, uint32_t value, uint32_t count)
{
    struct facet *facet = counting->facet;
    const bool is_record = QUALIFIERS[facet->qualifier].reading == READS_RECORDS;
    if (count == 0 || counting->status != INTV_OK)
        return;
    const char *written = write_value(counting, value);
    if (written == NULL || !memory_reserve(&facet->values, &facet->value_capacity,
                                           facet->value_count + 1, sizeof(*facet->values))) {
        counting->status = INTV_ERROR_NO_MEMORY;
        return;
    }
    facet->values[facet->value_count++] =
        (struct facet_value){is_record ? value : INTV_NONE, is_record ? 0 : value, count, written};
}

/* ---- by sets ---- */

static uint32_t
count_set(const struct counting *counting, const struct facet_row *row)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    uint32_t count = 0;
    if (counting->listed == NULL || (row->flags & FACET_IS_BITS) == 0)
        return index_facet_count_in(catalogue, row, counting->of->records);
    const uint64_t *bits = catalogue->bits + row->set_first;
    for (size_t i = 0; i < counting->facets->total; i++)
        count += bits_hold(bits, counting->listed[i]);
    return count;
}

/* The records of what a record states itself are never interventions of which it is derived. */
static void
count_sets(struct counting *counting, enum facet_sort sort)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    struct index_range own = index_facets_of(catalogue, counting->look.field, sort);
    struct index_range derived = {0, 0};
    if (counting->look.reach != REACH_OWN)
        derived = index_facets_of(catalogue, counting->look.field, FACET_DERIVED);
    while (own.first < own.end || derived.first < derived.end) {
        const struct facet_row *one = own.first < own.end ? &catalogue->facets[own.first] : NULL;
        const struct facet_row *other =
            derived.first < derived.end ? &catalogue->facets[derived.first] : NULL;
        const uint32_t value =
            one == NULL || (other != NULL && other->value < one->value) ? other->value : one->value;
        uint32_t count = 0;
        if (one != NULL && one->value == value) {
            count += count_set(counting, one);
            own.first++;
        }
        if (other != NULL && other->value == value) {
            count += count_set(counting, other);
            derived.first++;
        }
        add_value(counting, value, count);
    }
}

/* ---- by facts ---- */

static void
add_pair(void *user, uint32_t record)
{
    struct counting *counting = user;
    if (!bits_hold(counting->of->records, record) || counting->status != INTV_OK)
        return;
    if (!memory_reserve(&counting->pairs, &counting->pair_capacity, counting->pair_count + 1,
                        sizeof(*counting->pairs))) {
        counting->status = INTV_ERROR_NO_MEMORY;
        return;
    }
    counting->pairs[counting->pair_count++] = (uint64_t)counting->value << 32 | record;
}

static void
add_pairs(struct counting *counting, uint32_t fact, uint32_t value)
{
    counting->value = value;
    look_visit_records(&counting->look, fact, add_pair, counting);
}

/* The value and all that are broader. */
static void
add_record_pairs(struct counting *counting, uint32_t fact, uint32_t value)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    if (value >= catalogue->record_count)
        return;
    const struct record_row *row = &catalogue->records[value];
    for (uint32_t i = 0; i < row->ancestor_count; i++)
        add_pairs(counting, fact, catalogue->links[row->ancestor_first + i]);
}

static void
walk_facts(struct counting *counting)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    const enum reading reading = QUALIFIERS[counting->facet->qualifier].reading;
    uint32_t count = 0;
    const uint32_t *facts = look_facts(&counting->look, &count);
    for (uint32_t i = 0; i < count && counting->status == INTV_OK; i++) {
        const struct fact_row *row = &catalogue->facts[facts[i]];
        if (row->silence != 0 || !look_counts(&counting->look, facts[i]))
            continue;
        if (reading == READS_RECORDS)
            add_record_pairs(counting, facts[i], row->value);
        else if (reading == READS_RELATIONS && row->qualifier != CODE_NOT_STATED)
            add_pairs(counting, facts[i], row->qualifier);
        else if (reading == READS_DATES)
            add_pairs(counting, facts[i], row->value / DAYS_IN_DATE);
        else if (reading == READS_CODES)
            add_pairs(counting, facts[i], row->value);
    }
}

/* Pairs are equal where a record says the same twice. */
static void
count_pairs(struct counting *counting)
{
    const uint64_t *pairs = counting->pairs;
    uint32_t count = 0;
    if (counting->status == INTV_OK && !keys_sort(counting->pairs, counting->pair_count))
        counting->status = INTV_ERROR_NO_MEMORY;
    for (size_t i = 0; i < counting->pair_count && counting->status == INTV_OK; i++) {
        const bool is_last = i + 1 == counting->pair_count || pairs[i] >> 32 != pairs[i + 1] >> 32;
        count += i == 0 || pairs[i] != pairs[i - 1];
        if (!is_last)
            continue;
        add_value(counting, (uint32_t)(pairs[i] >> 32), count);
        count = 0;
    }
}

/* ---- texts: countries ---- */

struct stated_text
{
    const char *written;
    uint32_t text;
    uint32_t fact;
};

static int
compare_texts(const void *one, const void *other)
{
    const struct stated_text *a = one;
    const struct stated_text *b = other;
    const int order = strcmp(a->written, b->written);
    return order != 0 ? order : (a->fact > b->fact) - (a->fact < b->fact);
}

static size_t
collect_texts(struct counting *counting, struct stated_text *texts)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    uint32_t count = 0;
    const uint32_t *facts = look_facts(&counting->look, &count);
    size_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct fact_row *row = &catalogue->facts[facts[i]];
        if (row->silence != 0 || row->text_count == 0 || !look_counts(&counting->look, facts[i]))
            continue;
        texts[kept++] = (struct stated_text){
            catalogue->pool + catalogue->texts[row->text_first].offset, row->text_first, facts[i]};
    }
    if (kept > 0)
        qsort(texts, kept, sizeof(*texts), compare_texts);
    return kept;
}

/* Equal texts are one value: the first of them. */
static void
walk_texts(struct counting *counting)
{
    uint32_t count = 0;
    look_facts(&counting->look, &count);
    struct stated_text *texts = memory_room(count * sizeof(*texts));
    if (texts == NULL) {
        counting->status = INTV_ERROR_NO_MEMORY;
        return;
    }
    const size_t kept = collect_texts(counting, texts);
    uint32_t value = INTV_NONE;
    for (size_t i = 0; i < kept; i++) {
        if (i == 0 || strcmp(texts[i - 1].written, texts[i].written) != 0)
            value = texts[i].text;
        add_pairs(counting, texts[i].fact, value);
    }
    memory_free(texts);
}

/* Those that state no country. */
static void
count_dutch(struct counting *counting)
{
    struct facet *facet = counting->facet;
    memset(counting->scratch, 0, counting->words * sizeof(*counting->scratch));
    filter_add_dutch(&counting->query, counting->scratch);
    const uint32_t count =
        bits_count_both(counting->scratch, counting->of->records, counting->words);
    for (size_t i = 0; i < facet->value_count; i++)
        if (strcmp(facet->values[i].written, DUTCH) == 0) {
            facet->values[i].count += count;
            return;
        }
    add_value(counting, INTV_NONE, count);
}

/* ---- what ratings say besides the sets ---- */

static bool
is_in_sets(const struct counting *counting, uint32_t value, uint32_t record)
{
    static const enum facet_sort SORTS[] = {FACET_VALUE, FACET_DERIVED};
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    for (size_t i = 0; i < sizeof(SORTS) / sizeof(SORTS[0]); i++) {
        const struct facet_row *row =
            index_find_facet(catalogue, counting->look.field, SORTS[i], value);
        if (row != NULL && index_facet_holds(catalogue, row, record))
            return true;
    }
    return false;
}

/* Of what ratings say, only the pairs that no set holds stay. */
static void
walk_ratings(struct counting *counting)
{
    const struct intv_catalogue *catalogue = counting->of->catalogue;
    uint32_t count = 0;
    size_t kept = 0;
    const uint32_t *facts = look_facts_of_ratings(&counting->look, &count);
    for (uint32_t i = 0; i < count && counting->status == INTV_OK; i++)
        if (catalogue->facts[facts[i]].silence == 0)
            add_record_pairs(counting, facts[i], catalogue->facts[facts[i]].value);
    for (size_t i = 0; i < counting->pair_count; i++) {
        const uint64_t pair = counting->pairs[i];
        if (!is_in_sets(counting, (uint32_t)(pair >> 32), (uint32_t)pair))
            counting->pairs[kept++] = pair;
    }
    counting->pair_count = kept;
}

/* Values that were counted twice, by sets and by pairs, become one. */
static void
unite_values(struct facet *facet, size_t first_of_pairs)
{
    size_t kept = first_of_pairs;
    for (size_t i = first_of_pairs; i < facet->value_count; i++) {
        size_t same = 0;
        while (same < first_of_pairs && facet->values[same].record != facet->values[i].record)
            same++;
        if (same < first_of_pairs)
            facet->values[same].count += facet->values[i].count;
        else
            facet->values[kept++] = facet->values[i];
    }
    facet->value_count = kept;
}

static void
count_sets_and_ratings(struct counting *counting)
{
    count_sets(counting, FACET_VALUE);
    if (counting->look.reach != REACH_BOTH)
        return;
    const size_t first_of_pairs = counting->facet->value_count;
    walk_ratings(counting);
    count_pairs(counting);
    unite_values(counting->facet, first_of_pairs);
}

/* ---- all of one facet ---- */

/* Records from `first` up to `end` in the result. */
static uint32_t
count_range(const uint64_t *records, uint32_t first, uint32_t end)
{
    uint32_t count = 0;
    while (first < end) {
        const uint32_t next = (first / 64 + 1) * 64;
        uint64_t bits = records[first / 64] >> (first % 64);
        if (end < next)
            bits &= (UINT64_C(1) << (end - first)) - 1;
        count += (uint32_t)__builtin_popcountll(bits);
        first = next;
    }
    return count;
}

static void
count_kinds(struct counting *counting)
{
    const uint32_t *first = counting->of->catalogue->header->kind_first;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        add_value(counting, kind, count_range(counting->of->records, first[kind], first[kind + 1]));
}

static void
count_values(struct counting *counting)
{
    const enum reading reading = QUALIFIERS[counting->facet->qualifier].reading;
    const bool has_sets = look_has_sets(&counting->look);
    if (reading == READS_KINDS) {
        count_kinds(counting);
    } else if (reading == READS_RECORDS && has_sets) {
        count_sets_and_ratings(counting);
    } else if (reading == READS_CODES && has_sets) {
        count_sets(counting, FACET_CODE);
    } else if (reading == READS_COUNTRIES) {
        walk_texts(counting);
        count_pairs(counting);
    } else {
        walk_facts(counting);
        count_pairs(counting);
    }
    if (reading == READS_COUNTRIES && counting->status == INTV_OK)
        count_dutch(counting);
}

/* Takes those in the scratch out of the rest; how many there were. */
static uint32_t
take_out(struct counting *counting)
{
    const uint32_t count = bits_count_both(counting->rest, counting->scratch, counting->words);
    bits_subtract(counting->rest, counting->scratch, counting->words);
    memset(counting->scratch, 0, counting->words * sizeof(*counting->scratch));
    return count;
}

static void
count_parts(struct counting *counting)
{
    struct facet *facet = counting->facet;
    const uint32_t *first = counting->of->catalogue->header->kind_first;
    if (facet->qualifier == QUALIFIER_KIND) {
        facet->stated = counting->facets->total;
        return;
    }
    memset(counting->scratch, 0, counting->words * sizeof(*counting->scratch));
    memcpy(counting->rest, counting->of->records, counting->words * sizeof(*counting->rest));
    filter_add_stated(&counting->query, facet->qualifier, counting->scratch);
    facet->stated = take_out(counting);
    filter_add_dropped(&counting->query, facet->qualifier, counting->scratch);
    facet->dropped = take_out(counting);
    filter_add_marked(&counting->query, facet->qualifier, SILENCE_NONE, counting->scratch);
    facet->none = take_out(counting);
    const kind_set kinds = filter_kinds(&counting->query, facet->qualifier);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if ((kinds & KIND_BIT(kind)) != 0)
            facet->not_stated += count_range(counting->rest, first[kind], first[kind + 1]);
    facet->not_applicable =
        counting->facets->total - facet->stated - facet->dropped - facet->none - facet->not_stated;
}

static int
compare_values(const void *one, const void *other)
{
    const struct facet_value *a = one;
    const struct facet_value *b = other;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    const int order = strcmp(a->written, b->written);
    return order != 0 ? order : (a->record > b->record) - (a->record < b->record);
}

/* A small result is gone through record by record, which is less than all the words of a set. */
static void
list_records(struct counting *counting)
{
    const uint32_t count = counting->of->catalogue->record_count;
    uint32_t place = 0;
    if (counting->facets->total > counting->words)
        return;
    counting->listed = memory_room(counting->facets->total * sizeof(*counting->listed));
    if (counting->listed == NULL) {
        counting->status = INTV_ERROR_NO_MEMORY;
        return;
    }
    for (uint32_t record = bits_next(counting->of->records, 0, count); record < count;
         record = bits_next(counting->of->records, record + 1, count))
        counting->listed[place++] = record;
}

enum intv_status
facets_count(struct intv_facets *facets, size_t place, const struct facets_of *of)
{
    struct facet *facet = &facets->facets[place];
    struct counting counting = {.facets = facets, .facet = facet, .of = of};
    counting.query.catalogue = of->catalogue;
    counting.query.asserters = of->asserters;
    counting.words = bits_words(of->catalogue->record_count);
    counting.look.field = FIELD_COUNT;
    if (QUALIFIERS[facet->qualifier].field != FIELD_COUNT)
        counting.look = look_for(&counting.query, facet->qualifier);
    counting.rest = memory_new(2 * counting.words, sizeof(*counting.rest));
    if (counting.rest == NULL)
        return INTV_ERROR_NO_MEMORY;
    counting.scratch = counting.rest + counting.words;
    list_records(&counting);
    count_parts(&counting);
    count_values(&counting);
    if (facet->value_count > 0)
        qsort(facet->values, facet->value_count, sizeof(*facet->values), compare_values);
    memory_free(counting.pairs);
    memory_free(counting.listed);
    memory_free(counting.rest);
    return counting.status;
}
