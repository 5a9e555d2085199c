/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/hierarchy.h"

#include <stdlib.h>

#include "base/memory.h"

struct edge
{
    uint32_t from; /* narrower */
    uint32_t to;   /* broader */
};

struct hierarchy
{
    struct edge *up;   /* sorted by narrower */
    struct edge *down; /* the same, sorted by broader and turned round */
    size_t count;
    size_t capacity;
    uint32_t *waiting; /* broader records a record still waits for */
    uint32_t *ready;   /* records all whose broader ones are done, in the order they became so */
    size_t ready_count;
    uint64_t pairs; /* of a record and a broader one, over every path, that were looked at */
    uint64_t most;  /* the limit on them */
};

static int
compare_edges(const void *one, const void *other)
{
    const struct edge *a = one;
    const struct edge *b = other;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static bool
collect_edges(const struct staging *staging, struct hierarchy *hierarchy)
{
    for (size_t i = 0; i < staging->fact_count; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->field != FIELD_BROADER || fact->reference.record == INTV_NONE)
            continue;
        if (!memory_reserve(&hierarchy->up, &hierarchy->capacity, hierarchy->count + 1,
                            sizeof(*hierarchy->up)))
            return false;
        hierarchy->up[hierarchy->count++] = (struct edge){fact->record, fact->reference.record};
    }
    if (hierarchy->count == 0)
        return true;
    qsort(hierarchy->up, hierarchy->count, sizeof(*hierarchy->up), compare_edges);
    hierarchy->down = memory_new(hierarchy->count, sizeof(*hierarchy->down));
    if (hierarchy->down == NULL)
        return false;
    for (size_t i = 0; i < hierarchy->count; i++)
        hierarchy->down[i] = (struct edge){hierarchy->up[i].to, hierarchy->up[i].from};
    qsort(hierarchy->down, hierarchy->count, sizeof(*hierarchy->down), compare_edges);
    return true;
}

/* First edge that starts at the record. */
static size_t
first_edge(const struct edge *edges, size_t count, uint32_t record)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (edges[middle].from < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
start_ready(const struct staging *staging, struct hierarchy *hierarchy)
{
    for (size_t i = 0; i < hierarchy->count; i++)
        hierarchy->waiting[hierarchy->up[i].from]++;
    for (uint32_t i = 0; i < staging->record_count; i++)
        if (hierarchy->waiting[i] == 0)
            hierarchy->ready[hierarchy->ready_count++] = i;
}

static int
compare_records(const void *one, const void *other)
{
    const uint32_t a = *(const uint32_t *)one;
    const uint32_t b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

/* Sorted, each once; gives the new count. */
static size_t
sort_once(uint32_t *records, size_t count)
{
    size_t kept = 0;
    qsort(records, count, sizeof(*records), compare_records);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || records[kept - 1] != records[i])
            records[kept++] = records[i];
    return kept;
}

static bool
reserve_ancestors(struct staging *staging, size_t more)
{
    return memory_reserve(&staging->ancestors, &staging->ancestor_capacity,
                          staging->ancestor_count + more, sizeof(*staging->ancestors));
}

/*
 * The ancestors of a record, once those of its broader records are known. Stops when there are more
 * pairs than allowed; false when there is no memory.
 */
static bool
close_record(struct staging *staging, struct hierarchy *hierarchy, uint32_t record)
{
    const size_t first = staging->ancestor_count;
    size_t edge = first_edge(hierarchy->up, hierarchy->count, record);
    if (!reserve_ancestors(staging, 1))
        return false;
    staging->ancestors[staging->ancestor_count++] = record;
    for (; edge < hierarchy->count && hierarchy->up[edge].from == record; edge++) {
        const struct staged_record *broader = &staging->records[hierarchy->up[edge].to];
        hierarchy->pairs += broader->ancestor_count;
        if (hierarchy->pairs > hierarchy->most)
            return true;
        if (!reserve_ancestors(staging, broader->ancestor_count))
            return false;
        memcpy(staging->ancestors + staging->ancestor_count,
               staging->ancestors + broader->ancestor_first,
               broader->ancestor_count * sizeof(*staging->ancestors));
        staging->ancestor_count += broader->ancestor_count;
    }
    const size_t kept = sort_once(staging->ancestors + first, staging->ancestor_count - first);
    staging->ancestor_count = first + kept;
    staging->records[record].ancestor_first = (uint32_t)first;
    staging->records[record].ancestor_count = (uint32_t)kept;
    return true;
}

static void
release_narrower(struct hierarchy *hierarchy, uint32_t record)
{
    size_t edge = first_edge(hierarchy->down, hierarchy->count, record);
    for (; edge < hierarchy->count && hierarchy->down[edge].from == record; edge++)
        if (--hierarchy->waiting[hierarchy->down[edge].to] == 0)
            hierarchy->ready[hierarchy->ready_count++] = hierarchy->down[edge].to;
}

static enum intv_status
report_limit(struct staging *staging, const struct limits *limits, uint32_t record,
             struct intv_diagnostics *diagnostics)
{
    char digits[DIGITS_SIZE];
    char subject[SUBJECT_SIZE];
    const struct staged_record *row = &staging->records[record];
    staging->limits_reported |= UINT32_C(1) << LIMIT_ANCESTORS;
    const struct report report = {
        DIAGNOSTIC_LIMIT_REACHED,
        row->place,
        staging_subject(row, subject),
        {text_of(LIMIT_NAMES[LIMIT_ANCESTORS]),
         text_of_number((int64_t)limits->values[LIMIT_ANCESTORS], digits)}};
    return diagnostics_report(diagnostics, &report);
}

/*
 * Leaves only records in a circle, or between two, waiting: takes those out that no waiting record
 * is narrower than, as often as that makes others such.
 */
static bool
take_out_narrower(const struct staging *staging, struct hierarchy *hierarchy)
{
    uint32_t *carried = memory_new(staging->record_count, sizeof(*carried));
    size_t taken = 0;
    hierarchy->ready_count = 0;
    if (carried == NULL)
        return false;
    for (size_t i = 0; i < hierarchy->count; i++)
        carried[hierarchy->up[i].to] += hierarchy->waiting[hierarchy->up[i].from] > 0;
    for (uint32_t i = 0; i < staging->record_count; i++)
        if (hierarchy->waiting[i] > 0 && carried[i] == 0)
            hierarchy->ready[hierarchy->ready_count++] = i;
    for (; taken < hierarchy->ready_count; taken++) {
        const uint32_t record = hierarchy->ready[taken];
        size_t edge = first_edge(hierarchy->up, hierarchy->count, record);
        hierarchy->waiting[record] = 0;
        for (; edge < hierarchy->count && hierarchy->up[edge].from == record; edge++) {
            const uint32_t broader = hierarchy->up[edge].to;
            if (--carried[broader] == 0 && hierarchy->waiting[broader] > 0)
                hierarchy->ready[hierarchy->ready_count++] = broader;
        }
    }
    memory_free(carried);
    return true;
}

/* By rule every `broader` from one reported record to another goes, so that no circle is left. */
static void
drop_circles(struct staging *staging, const struct hierarchy *hierarchy)
{
    for (uint32_t i = 0; i < staging->fact_count; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->field == FIELD_BROADER && fact->reference.record != INTV_NONE &&
            hierarchy->waiting[fact->record] > 0 && hierarchy->waiting[fact->reference.record] > 0)
            staging_drop_fact(staging, i);
    }
}

/* Records that wait for ever stand in a circle, or under one; only the first kind is reported. */
static enum intv_status
report_circles(struct staging *staging, struct hierarchy *hierarchy,
               struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    if (!take_out_narrower(staging, hierarchy))
        return INTV_ERROR_NO_MEMORY;
    for (uint32_t i = 0; i < staging->record_count; i++) {
        char subject[SUBJECT_SIZE];
        if (hierarchy->waiting[i] == 0)
            continue;
        const struct staged_record *record = &staging->records[i];
        const struct text name = staging_subject(record, subject);
        const struct report report = {DIAGNOSTIC_BROADER_CYCLE, record->place, name, {name}};
        status = diagnostics_report(diagnostics, &report);
        staging->no_memory = staging->no_memory || status == INTV_ERROR_NO_MEMORY;
    }
    drop_circles(staging, hierarchy);
    return status;
}

enum intv_status
hierarchy_close(struct staging *staging, const struct limits *limits,
                struct intv_diagnostics *diagnostics)
{
    struct hierarchy hierarchy = {.most = limits->values[LIMIT_ANCESTORS]};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    staging->ancestor_count = 0;
    hierarchy.waiting = memory_new(staging->record_count, sizeof(*hierarchy.waiting));
    hierarchy.ready = memory_new(staging->record_count, sizeof(*hierarchy.ready));
    if (hierarchy.waiting == NULL || hierarchy.ready == NULL || !collect_edges(staging, &hierarchy))
        goto out;
    start_ready(staging, &hierarchy);
    for (size_t i = 0; i < hierarchy.ready_count; i++) {
        const uint32_t record = hierarchy.ready[i];
        if (!close_record(staging, &hierarchy, record))
            goto out;
        if (hierarchy.pairs > hierarchy.most) {
            status = report_limit(staging, limits, record, diagnostics);
            goto out;
        }
        release_narrower(&hierarchy, record);
    }
    status = hierarchy.ready_count == staging->record_count
                 ? INTV_OK
                 : report_circles(staging, &hierarchy, diagnostics);
out:
    if (status == INTV_ERROR_NO_MEMORY) {
        staging->no_memory = true;
        diagnostics_no_memory(diagnostics);
    }
    memory_free(hierarchy.up);
    memory_free(hierarchy.down);
    memory_free(hierarchy.waiting);
    memory_free(hierarchy.ready);
    return status;
}
