/* SPDX-License-Identifier: EUPL-1.2 */
/* Takes out of the staging what is marked, and leaves silent facts in its place. */
#include "base/memory.h"
#include "read/drop.h"

enum
{
    LEVELS = 4 /* of facts inside facts; the format has three */
};

/* The fields of an owner in whose place a silent fact stands. */
struct silenced
{
    uint32_t record;
    uint32_t parent;
    bool fields[FIELD_COUNT];
};

struct taking
{
    struct staging *staging;
    uint32_t *records; /* new number of each, or INTV_NONE */
    uint32_t *facts;   /* the same; INTV_NONE also for those that become silent */
    uint32_t fact_count;
    struct silenced levels[LEVELS]; /* the owners around the fact that is looked at */
};

static uint32_t
new_record(const struct taking *taking, uint32_t record)
{
    return record != INTV_NONE ? taking->records[record] : INTV_NONE;
}

static void
number_records(struct taking *taking)
{
    struct staging *staging = taking->staging;
    uint32_t kept = 0;
    for (size_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[i];
        taking->records[i] = record->is_dropped ? INTV_NONE : kept++;
        staging->dropped_records += record->is_dropped;
        if (record->is_dropped && record->kind == KIND_EVALUATION)
            staging->lost_findings = true;
    }
}

/* ---- facts ---- */

/* How deep a fact stands; its parents are in their new places. */
static unsigned
find_level(const struct staging *staging, uint32_t parent)
{
    unsigned level = 0;
    for (; parent != INTV_NONE && level < LEVELS - 1; parent = staging->facts[parent].parent)
        level++;
    return level;
}

/* Whether it is the first fact of its field that goes from its owner, now or in an earlier load. */
static bool
silence_once(struct taking *taking, uint32_t record, uint32_t parent, enum field field)
{
    struct silenced *owner = &taking->levels[find_level(taking->staging, parent)];
    if (owner->record != record || owner->parent != parent)
        *owner = (struct silenced){.record = record, .parent = parent};
    const bool is_first = !owner->fields[field];
    owner->fields[field] = true;
    return is_first;
}

static void
add_silent(struct taking *taking, const struct staged_fact *fact, uint32_t record, uint32_t parent)
{
    taking->staging->facts[taking->fact_count++] =
        (struct staged_fact){.field = fact->field,
                             .silence = SILENCE_DROPPED,
                             .record = record,
                             .parent = parent,
                             .line = fact->line,
                             .column = fact->column,
                             .reference = {KIND_COUNT, {NULL, 0}, INTV_NONE},
                             .provenance = INTV_NONE};
}

static void
take_fact(struct taking *taking, uint32_t number)
{
    struct staging *staging = taking->staging;
    struct staged_fact fact = staging->facts[number];
    const uint32_t record = taking->records[fact.record];
    const uint32_t parent = fact.parent != INTV_NONE ? taking->facts[fact.parent] : INTV_NONE;
    taking->facts[number] = INTV_NONE;
    if (fact.parent != INTV_NONE && parent == INTV_NONE)
        return;
    if (fact.is_dropped || fact.silence == SILENCE_DROPPED) {
        staging->dropped_facts += fact.is_dropped;
        staging->lost_findings = staging->lost_findings || fact.field == FIELD_EVALUATES;
        if (silence_once(taking, record, parent, fact.field))
            add_silent(taking, &fact, record, parent);
        return;
    }
    fact.record = record;
    fact.parent = parent;
    fact.reference.record = new_record(taking, fact.reference.record);
    taking->facts[number] = taking->fact_count;
    staging->facts[taking->fact_count++] = fact;
}

static void
take_facts(struct taking *taking)
{
    struct staging *staging = taking->staging;
    for (unsigned level = 0; level < LEVELS; level++)
        taking->levels[level].record = INTV_NONE;
    for (size_t i = 0; i < staging->record_count; i++) {
        struct staged_record record = staging->records[i];
        const uint32_t first = taking->fact_count;
        for (uint32_t fact = record.fact_first; fact < record.fact_end; fact++) {
            taking->facts[fact] = INTV_NONE;
            if (!record.is_dropped)
                take_fact(taking, fact);
        }
        if (record.is_dropped)
            continue;
        record.fact_first = first;
        record.fact_end = taking->fact_count;
        staging->records[taking->records[i]] = record;
    }
    staging->fact_count = taking->fact_count;
}

/* ---- what refers to them ---- */

static void
take_provenances(struct taking *taking)
{
    struct staging *staging = taking->staging;
    for (size_t i = 0; i < staging->provenance_count; i++) {
        struct staged_provenance *provenance = &staging->provenances[i];
        provenance->record = new_record(taking, provenance->record);
        provenance->source.record = new_record(taking, provenance->source.record);
        provenance->via.record = new_record(taking, provenance->via.record);
    }
}

static void
take_conflicts(struct taking *taking)
{
    struct staging *staging = taking->staging;
    size_t kept = 0;
    for (size_t i = 0; i < staging->conflict_count; i++) {
        const struct staged_conflict old = staging->conflicts[i];
        const struct staged_conflict conflict = {taking->facts[old.fact], taking->facts[old.other]};
        if (conflict.fact != INTV_NONE && conflict.other != INTV_NONE)
            staging->conflicts[kept++] = conflict;
    }
    staging->conflict_count = kept;
}

static void
take_order(struct taking *taking)
{
    struct staging *staging = taking->staging;
    uint32_t kept = 0;
    for (size_t i = 0; i < staging->record_count; i++) {
        const uint32_t record = taking->records[staging->order[i]];
        if (record == INTV_NONE)
            continue;
        staging->records[record].sorted = kept;
        staging->order[kept++] = record;
    }
    staging->record_count = kept;
}

bool
drop_take_out(struct staging *staging)
{
    struct taking taking = {.staging = staging};
    taking.records = memory_new(staging->record_count, sizeof(*taking.records));
    taking.facts = memory_new(staging->fact_count, sizeof(*taking.facts));
    const bool memory = taking.records != NULL && taking.facts != NULL;
    if (memory) {
        number_records(&taking);
        take_facts(&taking);
        take_provenances(&taking);
        take_conflicts(&taking);
        take_order(&taking);
    }
    memory_free(taking.records);
    memory_free(taking.facts);
    return memory;
}
