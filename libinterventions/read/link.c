/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/link.h"

#include <stdlib.h>

#include "base/memory.h"
#include "read/hierarchy.h"

enum
{
    NEAR = 3 /* edits within which an id is offered as what was meant */
};

struct linking
{
    struct staging *staging;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;
};

static void
remember(struct linking *linking, enum intv_status status)
{
    linking->staging->no_memory = linking->staging->no_memory || status == INTV_ERROR_NO_MEMORY;
    if (linking->status == INTV_OK)
        linking->status = status;
}

static void
report_on(struct linking *linking, enum diagnostic code, const struct staged_record *record,
          struct place place, const struct text parameters[3])
{
    char subject[SUBJECT_SIZE];
    const struct report report = {code,
                                  place,
                                  staging_subject(record, subject),
                                  {parameters[0], parameters[1], parameters[2]}};
    remember(linking, diagnostics_report(linking->diagnostics, &report));
}

/* On a fact, which a lenient load leaves out. */
static void
report_fact(struct linking *linking, enum diagnostic code, uint32_t fact,
            const struct text parameters[3])
{
    struct staging *staging = linking->staging;
    const struct staged_fact *row = &staging->facts[fact];
    report_on(linking, code, &staging->records[row->record], staging_place(staging, row),
              parameters);
    staging_drop_fact(staging, fact);
}

/* ---- order and duplicates ---- */

struct sort_key
{
    enum kind kind;
    struct text id;
    uint32_t record;
};

/* Equal ids stay in document order, so that the later one is the duplicate. */
static int
compare_keys(const void *one, const void *other)
{
    const struct sort_key *a = one;
    const struct sort_key *b = other;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    const int order = text_compare(a->id, b->id);
    if (order != 0)
        return order;
    return (a->record > b->record) - (a->record < b->record);
}

bool
link_sort(struct staging *staging)
{
    struct sort_key *keys = memory_new(staging->record_count, sizeof(*keys));
    memory_free(staging->order);
    staging->order = memory_new(staging->record_count, sizeof(*staging->order));
    const bool memory = keys != NULL && staging->order != NULL;
    for (uint32_t i = 0; memory && i < staging->record_count; i++)
        keys[i] = (struct sort_key){staging->records[i].kind, staging->records[i].id, i};
    if (memory)
        qsort(keys, staging->record_count, sizeof(*keys), compare_keys);
    for (uint32_t i = 0; memory && i < staging->record_count; i++) {
        staging->order[i] = keys[i].record;
        staging->records[keys[i].record].sorted = i;
    }
    memory_free(keys);
    return memory;
}

enum intv_status
link_report_duplicate(const struct staged_record *record, const struct staged_record *first,
                      struct intv_diagnostics *diagnostics)
{
    char subject[SUBJECT_SIZE];
    char digits[DIGITS_SIZE];
    char line[DIGITS_SIZE + 1] = ":"; /* of a file; a thawed catalogue has no lines */
    const struct text name = staging_subject(record, subject);
    const struct text number = text_of_number(first->place.line, digits);
    memcpy(line + 1, number.bytes, number.length + 1);
    const struct report report = {
        DIAGNOSTIC_DUPLICATE_ID,
        record->place,
        name,
        {name, text_of(first->place.file), text_of(first->place.line > 0 ? line : "")}};
    return diagnostics_report(diagnostics, &report);
}

static void
report_duplicates(struct linking *linking)
{
    struct staging *staging = linking->staging;
    for (size_t i = 1; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[staging->order[i]];
        const struct staged_record *first = &staging->records[staging->order[i - 1]];
        if (record->kind != first->kind || record->id.length == 0 || record->is_set_aside ||
            !text_equals(record->id, first->id))
            continue;
        const enum intv_status status = link_report_duplicate(record, first, linking->diagnostics);
        if (linking->status == INTV_OK)
            linking->status = status;
        staging_drop_record(staging, staging->order[i], text_of("id"));
    }
}

/* ---- references ---- */

static enum kind
only_kind(kind_set kinds)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (kinds == KIND_BIT(kind))
            return (enum kind)kind;
    return KIND_COUNT;
}

static enum kind
kind_of_reference(const struct staging *staging, const struct staged_fact *fact)
{
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    if (fact->reference.kind != KIND_COUNT)
        return fact->reference.kind;
    if (format->value == VALUE_CONCEPT)
        return KIND_CONCEPT;
    if (format->kinds == 0)
        return staging->records[fact->record].kind;
    return only_kind(format->kinds);
}

/* The id nearest to one that does not exist, or "-". */
static struct text
nearest_id(const struct staging *staging, enum kind kind, struct text id)
{
    struct text nearest = text_of("-");
    unsigned best = NEAR;
    bool is_first = true;
    for (size_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[staging->order[i]];
        if (record->kind != kind || record->id.length == 0)
            continue;
        const unsigned distance = text_distance(record->id, id, best);
        if (distance < best || (distance == best && is_first)) {
            is_first = false;
            best = distance;
            nearest = record->id;
        }
    }
    return nearest;
}

/* Looking for what was meant takes long; it is not done for reports that are only counted. */
static struct text
suggest(const struct linking *linking, enum kind kind, struct text id)
{
    if (intv_diagnostics_get_count(linking->diagnostics) >= DIAGNOSTICS_KEPT ||
        linking->diagnostics == NULL)
        return text_of("-");
    return nearest_id(linking->staging, kind, id);
}

/*
 * Whether a reference leads to a record; reports when not. What a document that was left out held is
 * no error of those that refer to it.
 */
static bool
resolve(struct linking *linking, struct staged_reference *reference, enum kind kind,
        uint32_t holder, struct place place, struct text name)
{
    char wanted[SUBJECT_SIZE];
    const bool is_partial = linking->staging->is_partial;
    if (reference->id.length == 0)
        return true;
    reference->record = staging_find(linking->staging, kind, reference->id);
    if (reference->record != INTV_NONE)
        return true;
    const struct staged_record missing = {.kind = kind, .id = reference->id};
    const struct text parameters[3] = {name, staging_subject(&missing, wanted),
                                       is_partial ? (struct text){NULL, 0}
                                                  : suggest(linking, kind, reference->id)};
    report_on(linking, is_partial ? DIAGNOSTIC_DROPPED_FACT : DIAGNOSTIC_DANGLING_REFERENCE,
              &linking->staging->records[holder], place, parameters);
    return false;
}

static void
resolve_fact(struct linking *linking, uint32_t index)
{
    struct staged_fact *fact = &linking->staging->facts[index];
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    const struct text name = text_of(format->name);
    /* Without an id it is silent, or was reported where it was read. */
    if ((format->value != VALUE_CONCEPT && format->value != VALUE_REFERENCE) ||
        fact->reference.id.length == 0)
        return;
    const enum kind kind = kind_of_reference(linking->staging, fact);
    if (format->value == VALUE_REFERENCE && format->kinds != 0 &&
        (format->kinds & KIND_BIT(kind)) == 0) {
        const struct text parameters[3] = {name, text_of(kind_name(kind)), {NULL, 0}};
        report_fact(linking, DIAGNOSTIC_WRONG_KIND, index, parameters);
        return;
    }
    if (!resolve(linking, &fact->reference, kind, fact->record,
                 staging_place(linking->staging, fact), name))
        staging_drop_fact(linking->staging, index);
}

static void
resolve_references(struct linking *linking)
{
    struct staging *staging = linking->staging;
    for (uint32_t i = 0; i < staging->fact_count; i++)
        resolve_fact(linking, i);
    for (size_t i = 0; i < staging->provenance_count; i++) {
        struct staged_provenance *provenance = &staging->provenances[i];
        if (!resolve(linking, &provenance->source, KIND_SOURCE, provenance->record,
                     provenance->place, text_of("source")))
            provenance->missing |= PROVENANCE_SOURCE;
        if (!resolve(linking, &provenance->via, KIND_SOURCE, provenance->record, provenance->place,
                     text_of("via")))
            provenance->missing |= PROVENANCE_VIA;
    }
}

/* ---- schemes ---- */

static void
check_scheme(struct linking *linking, uint32_t index)
{
    const struct staged_fact *fact = &linking->staging->facts[index];
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    if (format->value != VALUE_CONCEPT || fact->reference.record == INTV_NONE)
        return;
    const struct text scheme = staging_scheme_of(linking->staging, fact->reference.record);
    if (scheme.length == 0 || text_is(scheme, format->scheme))
        return;
    char subject[SUBJECT_SIZE];
    const struct report report = {
        DIAGNOSTIC_WRONG_SCHEME,
        staging_place(linking->staging, fact),
        staging_subject(&linking->staging->records[fact->record], subject),
        {text_of(format->name), fact->reference.id, scheme, text_of(format->scheme)}};
    remember(linking, diagnostics_report(linking->diagnostics, &report));
    staging_drop_fact(linking->staging, index);
}

/* ---- conflicts ---- */

/* A named claim; sorted by record, then name, then place. */
struct claim_name
{
    uint32_t record;
    struct text name;
    uint32_t fact;
};

struct claim_names
{
    struct claim_name *rows;
    size_t count;
    size_t capacity;
};

static int
compare_claims(const void *one, const void *other)
{
    const struct claim_name *a = one;
    const struct claim_name *b = other;
    if (a->record != b->record)
        return a->record < b->record ? -1 : 1;
    const int order = text_compare(a->name, b->name);
    if (order != 0)
        return order;
    return (a->fact > b->fact) - (a->fact < b->fact);
}

static bool
collect_claims(const struct staging *staging, struct claim_names *names)
{
    for (uint32_t i = 0; i < staging->fact_count; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->claim.length == 0)
            continue;
        if (!memory_reserve(&names->rows, &names->capacity, names->count + 1, sizeof(*names->rows)))
            return false;
        names->rows[names->count++] = (struct claim_name){fact->record, fact->claim, i};
    }
    if (names->count > 0)
        qsort(names->rows, names->count, sizeof(*names->rows), compare_claims);
    return true;
}

static void
report_same_names(struct linking *linking, const struct claim_names *names)
{
    for (size_t i = 1; i < names->count; i++) {
        const struct claim_name *claim = &names->rows[i];
        if (claim->record != names->rows[i - 1].record ||
            !text_equals(claim->name, names->rows[i - 1].name))
            continue;
        report_fact(linking, DIAGNOSTIC_DUPLICATE_CLAIM, claim->fact,
                    (struct text[3]){claim->name, {NULL, 0}, {NULL, 0}});
    }
}

static uint32_t
find_claim(const struct claim_names *names, uint32_t record, struct text name)
{
    const struct claim_name wanted = {record, name, 0};
    size_t low = 0;
    size_t high = names->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare_claims(&names->rows[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == names->count || names->rows[low].record != record ||
        !text_equals(names->rows[low].name, name))
        return INTV_NONE;
    return names->rows[low].fact;
}

static bool
add_conflict(struct staging *staging, uint32_t fact, uint32_t other)
{
    if (!memory_reserve(&staging->conflicts, &staging->conflict_capacity,
                        staging->conflict_count + 2, sizeof(*staging->conflicts)))
        return false;
    staging->conflicts[staging->conflict_count++] = (struct staged_conflict){fact, other};
    staging->conflicts[staging->conflict_count++] = (struct staged_conflict){other, fact};
    return true;
}

static bool
link_conflict(struct linking *linking, const struct claim_names *names, uint32_t fact,
              struct text name)
{
    struct staging *staging = linking->staging;
    const struct staged_fact *row = &staging->facts[fact];
    const uint32_t other = find_claim(names, row->record, name);
    if (other == INTV_NONE) {
        report_fact(linking, DIAGNOSTIC_UNKNOWN_CLAIM, fact,
                    (struct text[3]){name, {NULL, 0}, {NULL, 0}});
        return true;
    }
    if (staging->facts[other].field != row->field || other == fact) {
        const struct text parameters[3] = {text_of(FIELD_FORMATS[row->field].name),
                                           text_of(FIELD_FORMATS[staging->facts[other].field].name),
                                           {NULL, 0}};
        report_fact(linking, DIAGNOSTIC_CONFLICT_FIELD, fact, parameters);
        return true;
    }
    return add_conflict(staging, fact, other);
}

static bool
link_conflicts_of(struct linking *linking, const struct claim_names *names, uint32_t fact)
{
    struct text rest = linking->staging->facts[fact].conflicts;
    struct text name;
    while (rest.length > 0 && text_next_part(&rest, ' ', &name))
        if (name.length > 0 && !link_conflict(linking, names, fact, name))
            return false;
    return true;
}

static void
sort_conflicts(struct staging *staging)
{
    size_t kept = 0;
    if (staging->conflict_count == 0)
        return;
    qsort(staging->conflicts, staging->conflict_count, sizeof(*staging->conflicts),
          staging_compare_conflicts);
    for (size_t i = 0; i < staging->conflict_count; i++)
        if (kept == 0 ||
            staging_compare_conflicts(&staging->conflicts[kept - 1], &staging->conflicts[i]) != 0)
            staging->conflicts[kept++] = staging->conflicts[i];
    staging->conflict_count = kept;
}

static bool
link_claims(struct linking *linking)
{
    struct claim_names names = {0};
    bool memory = collect_claims(linking->staging, &names);
    if (memory)
        report_same_names(linking, &names);
    for (uint32_t i = 0; i < linking->staging->fact_count && memory; i++)
        memory = link_conflicts_of(linking, &names, i);
    if (memory)
        sort_conflicts(linking->staging);
    memory_free(names.rows);
    return memory;
}

enum intv_status
link_staging(struct staging *staging, const struct limits *limits,
             struct intv_diagnostics *diagnostics)
{
    struct linking linking = {staging, diagnostics, INTV_OK};
    if (!link_sort(staging))
        return diagnostics_no_memory(diagnostics);
    report_duplicates(&linking);
    resolve_references(&linking);
    for (uint32_t i = 0; i < staging->fact_count; i++)
        check_scheme(&linking, i);
    if (!link_claims(&linking))
        return diagnostics_no_memory(diagnostics);
    const enum intv_status status = hierarchy_close(staging, limits, diagnostics);
    return linking.status != INTV_OK ? linking.status : status;
}
