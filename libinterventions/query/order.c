/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/order.h"

#include "base/memory.h"
#include "index/words.h"
#include "query/keys.h"
#include "query/query.h"

static const uint32_t UNKNOWN = UINT32_MAX;
static const uint32_t HIGHEST = UINT32_MAX - 1; /* a higher order is not told apart */

/* ---- what is sorted by ---- */

static uint32_t
highest(uint32_t one, uint32_t other)
{
    return one == UNKNOWN || (other != UNKNOWN && other > one) ? other : one;
}

/* Year of the latest date in a field of a record. */
static uint32_t
year_in(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    uint32_t year = UNKNOWN;
    for (uint32_t i = span.first; i < span.end; i++)
        if (catalogue->facts[i].silence == 0)
            year = highest(year, catalogue->facts[i].value / 10000);
    return year;
}

static uint32_t
year_of(const struct intv_catalogue *catalogue, uint32_t record)
{
    const bool is_rating = catalogue->records[record].kind == KIND_RATING;
    return year_in(catalogue, record, is_rating ? FIELD_RATED_ON : FIELD_PUBLISHED);
}

static uint32_t
order_of_concept(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_ORDER);
    int64_t order = 0;
    if (span.first == span.end ||
        intv_fact_get_low(catalogue, span.first, &order) != INTV_BOUND_KNOWN)
        return UNKNOWN;
    return order < HIGHEST ? (uint32_t)order : HIGHEST;
}

static uint32_t
design_of(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_DESIGN);
    uint32_t order = UNKNOWN;
    for (uint32_t i = span.first; i < span.end; i++) {
        const struct fact_row *row = &catalogue->facts[i];
        if (row->silence == 0 && row->value < catalogue->record_count)
            order = highest(order, order_of_concept(catalogue, row->value));
    }
    return order;
}

typedef uint32_t (*key_of)(const struct intv_catalogue *catalogue, uint32_t record);

/* Of an intervention, the highest of its evaluations. */
static uint32_t
researched(const struct intv_catalogue *catalogue, uint32_t record, key_of key)
{
    const struct record_row *row = &catalogue->records[record];
    const uint32_t *users = catalogue->links + row->user_first;
    uint32_t found = UNKNOWN;
    if (row->kind != KIND_INTERVENTION)
        return key(catalogue, record);
    for (uint32_t i = 0; i < row->user_count; i++)
        if (catalogue->facts[users[i]].field == FIELD_EVALUATES)
            found = highest(found, key(catalogue, catalogue->facts[users[i]].record));
    return found;
}

static uint32_t
key_for(const struct intv_query *query, uint32_t record)
{
    const struct intv_catalogue *catalogue = query->catalogue;
    switch (query->sort) {
    case INTV_BY_NAME:
        return index_name_rank(catalogue, query->language, record);
    case INTV_BY_YEAR:
        return researched(catalogue, record, year_of);
    case INTV_BY_DESIGN:
        return researched(catalogue, record, design_of);
    default:
        return 0;
    }
}

static enum intv_status
sort_by_key(const struct intv_query *query, uint32_t *records, size_t count)
{
    uint64_t *keys = memory_room(count * sizeof(*keys));
    bool is_sorted = false;
    for (size_t i = 0; i < count && keys != NULL; i++) {
        const uint32_t key = key_for(query, records[i]);
        const bool is_turned = query->is_descending && key != UNKNOWN;
        keys[i] = (uint64_t)(is_turned ? HIGHEST - key : key) << 32 | records[i];
    }
    if (keys != NULL)
        is_sorted = keys_sort(keys, count);
    for (size_t i = 0; i < count && is_sorted; i++)
        records[i] = (uint32_t)keys[i];
    memory_free(keys);
    return is_sorted ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

/* ---- by id ---- */

/* Records of one kind, which are in the order of their ids already. */
struct run
{
    size_t first;
    size_t end;
};

static size_t
cut_runs(const struct intv_catalogue *catalogue, const uint64_t *sorted, size_t count,
         struct run runs[KIND_COUNT])
{
    size_t run_count = 0;
    for (size_t i = 0; i < count; i++) {
        const unsigned kind = catalogue->records[sorted[i]].kind;
        if (i == 0 || catalogue->records[sorted[i - 1]].kind != kind)
            runs[run_count++] = (struct run){i, i};
        runs[run_count - 1].end = i + 1;
    }
    return run_count;
}

/* Takes the record with the lowest id off its run, or that with the highest off the end of its run. */
static uint32_t
take_next(const struct intv_query *query, const uint64_t *sorted, struct run *runs,
          size_t run_count)
{
    const struct intv_catalogue *catalogue = query->catalogue;
    const bool down = query->is_descending;
    struct run *best = NULL;
    struct text best_id = {NULL, 0};
    for (struct run *run = runs; run < runs + run_count; run++) {
        if (run->first == run->end)
            continue;
        const uint32_t record = (uint32_t)sorted[down ? run->end - 1 : run->first];
        const struct text id = catalogue_id(catalogue, record);
        const int order = best == NULL ? 0 : text_compare(id, best_id);
        if (best == NULL || (down ? order > 0 : order < 0)) {
            best = run;
            best_id = id;
        }
    }
    return (uint32_t)(down ? sorted[--best->end] : sorted[best->first++]);
}

static enum intv_status
sort_by_id(const struct intv_query *query, uint32_t *records, size_t count)
{
    struct run runs[KIND_COUNT];
    uint64_t *sorted = memory_room(count * sizeof(*sorted));
    bool is_sorted = false;
    for (size_t i = 0; i < count && sorted != NULL; i++)
        sorted[i] = records[i];
    if (sorted != NULL)
        is_sorted = keys_sort(sorted, count);
    if (is_sorted) {
        const size_t run_count = cut_runs(query->catalogue, sorted, count, runs);
        for (size_t i = 0; i < count; i++)
            records[i] = take_next(query, sorted, runs, run_count);
    }
    memory_free(sorted);
    return is_sorted ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

enum intv_status
order_records(const struct intv_query *query, uint32_t *records, size_t count)
{
    if (query->sort == INTV_BY_RELEVANCE || count < 2)
        return INTV_OK;
    return query->sort == INTV_BY_ID ? sort_by_id(query, records, count)
                                     : sort_by_key(query, records, count);
}
