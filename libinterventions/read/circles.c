/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/circles.h"

#include "base/memory.h"

static const enum field LEADING[] = {FIELD_PART_OF, FIELD_VARIANT_OF, FIELD_SUCCESSOR,
                                     FIELD_REPLACED_BY};

enum
{
    LISTS = 7 /* of a number for each record, in one piece of memory */
};

/*
 * Tarjan's search for parts of which every record leads to every other, without recursion: a path
 * of records is followed; one that leads to no record met before it closes its part.
 */
struct search
{
    uint32_t *memory;
    uint32_t *edges; /* records that are led to; those of record r from first[r] to first[r + 1] */
    uint32_t *first;
    uint32_t *next;   /* edge of the record to be followed next */
    uint32_t *met;    /* when the record was met, from 1; 0: not yet */
    uint32_t *lowest; /* the earliest record of an open part that it leads to */
    uint32_t *part;   /* number of its part, from 1; 0 while that is open */
    uint32_t *open;   /* records of open parts, in the order in which they were met */
    uint32_t *path;
    uint32_t open_count;
    uint32_t path_length;
    uint32_t met_count;
    uint32_t part_count;
};

static bool
leads(const struct staged_fact *fact, enum field field)
{
    return fact->field == field && fact->reference.record != INTV_NONE;
}

static bool
prepare(const struct staging *staging, struct search *search)
{
    const size_t size = staging->record_count + 1;
    search->memory = memory_new(size, LISTS * sizeof(*search->memory));
    search->edges = memory_new(staging->fact_count, sizeof(*search->edges));
    uint32_t **const lists[LISTS] = {&search->first, &search->next, &search->met, &search->lowest,
                                     &search->part,  &search->open, &search->path};
    for (size_t i = 0; i < LISTS && search->memory != NULL; i++)
        *lists[i] = search->memory + i * size;
    return search->memory != NULL && search->edges != NULL;
}

/* Collects the edges of a field; gives their number. */
static uint32_t
collect_edges(const struct staging *staging, struct search *search, enum field field)
{
    const size_t records = staging->record_count;
    memset(search->memory, 0, (records + 1) * LISTS * sizeof(*search->memory));
    search->met_count = search->part_count = 0;
    for (size_t i = 0; i < staging->fact_count; i++)
        if (leads(&staging->facts[i], field))
            search->first[staging->facts[i].record + 1]++;
    for (size_t i = 0; i < records; i++) {
        search->first[i + 1] += search->first[i];
        search->next[i] = search->first[i];
    }
    for (size_t i = 0; i < staging->fact_count; i++)
        if (leads(&staging->facts[i], field))
            search->edges[search->next[staging->facts[i].record]++] =
                staging->facts[i].reference.record;
    memcpy(search->next, search->first, records * sizeof(*search->next));
    return search->first[records];
}

static void
meet(struct search *search, uint32_t record)
{
    search->met[record] = search->lowest[record] = ++search->met_count;
    search->open[search->open_count++] = record;
    search->path[search->path_length++] = record;
}

static void
lower(uint32_t *value, uint32_t other)
{
    if (other < *value)
        *value = other;
}

/* Leaves the record at the end of the path; the earliest of a part closes it. */
static void
leave(struct search *search, uint32_t record)
{
    uint32_t closed = INTV_NONE;
    search->path_length--;
    if (search->path_length > 0)
        lower(&search->lowest[search->path[search->path_length - 1]], search->lowest[record]);
    if (search->lowest[record] != search->met[record])
        return;
    search->part_count++;
    while (closed != record) {
        closed = search->open[--search->open_count];
        search->part[closed] = search->part_count;
    }
}

static void
follow(struct search *search, uint32_t start)
{
    meet(search, start);
    while (search->path_length > 0) {
        const uint32_t record = search->path[search->path_length - 1];
        if (search->next[record] == search->first[record + 1]) {
            leave(search, record);
            continue;
        }
        const uint32_t target = search->edges[search->next[record]++];
        if (search->met[target] == 0)
            meet(search, target);
        else if (search->part[target] == 0)
            lower(&search->lowest[record], search->met[target]);
    }
}

/* A record leads back to itself when something it refers to is in its own part. */
static enum intv_status
report_field(struct staging *staging, const struct search *search, enum field field,
             struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    uint32_t reported = INTV_NONE;
    for (uint32_t i = 0; i < staging->fact_count; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        char buffer[SUBJECT_SIZE];
        if (!leads(fact, field) ||
            search->part[fact->record] != search->part[fact->reference.record])
            continue;
        staging_drop_fact(staging, i);
        if (fact->record == reported)
            continue;
        reported = fact->record;
        const struct text subject = staging_subject(&staging->records[reported], buffer);
        const struct report report = {DIAGNOSTIC_REFERENCE_CYCLE,
                                      staging_place(staging, fact),
                                      subject,
                                      {subject, text_of(FIELD_FORMATS[field].name)}};
        status = diagnostics_report(diagnostics, &report);
    }
    return status;
}

static enum intv_status
check_field(struct staging *staging, struct search *search, enum field field,
            struct intv_diagnostics *diagnostics)
{
    if (collect_edges(staging, search, field) == 0)
        return INTV_OK;
    for (uint32_t i = 0; i < staging->record_count; i++)
        if (search->met[i] == 0 && search->first[i] < search->first[i + 1])
            follow(search, i);
    return report_field(staging, search, field, diagnostics);
}

enum intv_status
circles_check(struct staging *staging, struct intv_diagnostics *diagnostics)
{
    struct search search = {0};
    enum intv_status status = INTV_OK;
    const bool memory = prepare(staging, &search);
    for (size_t i = 0; memory && i < sizeof(LEADING) / sizeof(LEADING[0]); i++) {
        const enum intv_status found = check_field(staging, &search, LEADING[i], diagnostics);
        status = status == INTV_OK ? found : status;
    }
    memory_free(search.memory);
    memory_free(search.edges);
    return memory ? status : diagnostics_no_memory(diagnostics);
}
