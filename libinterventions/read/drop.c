/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/drop.h"

#include "base/memory.h"

/* For each owner its users, numbers that stand together. */
struct users
{
    uint32_t *first; /* one more than there are owners */
    uint32_t *rows;
};

/* A record or fact that goes, and of which the consequences were not looked at yet. */
struct step
{
    uint32_t index;
    bool is_record;
};

struct dropping
{
    struct staging *staging;
    struct intv_diagnostics *diagnostics;
    struct users references; /* facts, by the record they refer to */
    struct users citations;  /* provenances, by their source and by their via */
    struct users claims;     /* facts, by their provenance */
    uint32_t *required;      /* facts left of each required part, of every record and fact */
    struct step *steps;
    size_t step_count;
    size_t step_capacity;
    enum intv_status status;
};

/* ---- who uses what ---- */

typedef uint32_t (*owner_of)(const struct staging *staging, uint32_t user);

static uint32_t
record_of_fact(const struct staging *staging, uint32_t fact)
{
    return staging->facts[fact].reference.record;
}

static uint32_t
provenance_of_fact(const struct staging *staging, uint32_t fact)
{
    return staging->facts[fact].provenance;
}

/* Each provenance is two users: as 2n by its source, as 2n + 1 by its via. */
static uint32_t
record_of_provenance(const struct staging *staging, uint32_t user)
{
    const struct staged_provenance *provenance = &staging->provenances[user / 2];
    return user % 2 == 0 ? provenance->source.record : provenance->via.record;
}

static bool
collect_users(const struct staging *staging, size_t owners, size_t count, owner_of owner,
              struct users *users)
{
    users->first = memory_new(owners + 2, sizeof(*users->first));
    users->rows = memory_new(count, sizeof(*users->rows));
    if (users->first == NULL || users->rows == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        if (owner(staging, i) != INTV_NONE)
            users->first[owner(staging, i) + 2]++;
    for (size_t i = 0; i < owners; i++)
        users->first[i + 2] += users->first[i + 1];
    for (uint32_t i = 0; i < count; i++)
        if (owner(staging, i) != INTV_NONE)
            users->rows[users->first[owner(staging, i) + 1]++] = i;
    return true;
}

/* ---- what is required ---- */

/* Place of a field among the required parts of its owner; DROP_MOST_REQUIRED when it is none. */
static unsigned
required_place(const struct staging *staging, const struct staged_fact *fact)
{
    size_t count = 0;
    unsigned place = 0;
    const struct placement *placements =
        fact->parent == INTV_NONE ? placements_of_kind(staging->records[fact->record].kind, &count)
                                  : placements_of_field(staging->facts[fact->parent].field, &count);
    for (size_t i = 0; i < count; i++) {
        if (placements[i].field == fact->field)
            return placements[i].least > 0 ? place : DROP_MOST_REQUIRED;
        place += placements[i].least > 0;
    }
    return DROP_MOST_REQUIRED;
}

/*
 * Where the facts left of a part are counted; NULL when the part is not required, or the fact only
 * says that an earlier load left one out.
 */
static uint32_t *
find_count(const struct dropping *dropping, const struct staged_fact *fact)
{
    if (fact->silence == SILENCE_DROPPED)
        return NULL;
    const struct staging *staging = dropping->staging;
    const unsigned place = required_place(staging, fact);
    const size_t owner =
        fact->parent == INTV_NONE ? fact->record : staging->record_count + fact->parent;
    return place < DROP_MOST_REQUIRED ? &dropping->required[owner * DROP_MOST_REQUIRED + place]
                                      : NULL;
}

static bool
count_required(struct dropping *dropping)
{
    const struct staging *staging = dropping->staging;
    dropping->required = memory_new((staging->record_count + staging->fact_count),
                                    DROP_MOST_REQUIRED * sizeof(*dropping->required));
    for (size_t i = 0; dropping->required != NULL && i < staging->fact_count; i++) {
        uint32_t *count = find_count(dropping, &staging->facts[i]);
        if (count != NULL)
            (*count)++;
    }
    return dropping->required != NULL;
}

/* ---- steps ---- */

static bool
is_gone(const struct staging *staging, uint32_t fact)
{
    bool gone = staging->records[staging->facts[fact].record].is_dropped;
    for (uint32_t i = fact; i != INTV_NONE && !gone; i = staging->facts[i].parent)
        gone = staging->facts[i].is_dropped;
    return gone;
}

static void
add_step(struct dropping *dropping, uint32_t index, bool is_record)
{
    if (memory_reserve(&dropping->steps, &dropping->step_capacity, dropping->step_count + 1,
                       sizeof(*dropping->steps)))
        dropping->steps[dropping->step_count++] = (struct step){index, is_record};
    else
        dropping->status = INTV_ERROR_NO_MEMORY;
}

static void
report(struct dropping *dropping, enum diagnostic code, uint32_t record, struct place place,
       struct text what, struct text cause)
{
    char subject[SUBJECT_SIZE];
    const struct text name = staging_subject(&dropping->staging->records[record], subject);
    const struct report report = {code, place, name, {what.length > 0 ? what : name, cause}};
    if (diagnostics_report(dropping->diagnostics, &report) == INTV_ERROR_NO_MEMORY)
        dropping->status = INTV_ERROR_NO_MEMORY;
}

static void
drop_record(struct dropping *dropping, uint32_t record, struct text part)
{
    staging_drop_record(dropping->staging, record, part);
    report(dropping, DIAGNOSTIC_DROPPED_RECORD, record, dropping->staging->records[record].place,
           (struct text){NULL, 0}, part);
    add_step(dropping, record, true);
}

static void
drop_fact(struct dropping *dropping, uint32_t fact, struct text cause)
{
    const struct staged_fact *row = &dropping->staging->facts[fact];
    if (is_gone(dropping->staging, fact))
        return;
    staging_drop_fact(dropping->staging, fact);
    report(dropping, DIAGNOSTIC_DROPPED_FACT, row->record, staging_place(dropping->staging, row),
           text_of(FIELD_FORMATS[row->field].name), cause);
    add_step(dropping, fact, false);
}

/* ---- where it begins ---- */

/*
 * The parts of the provenance that a claim rests on which are wrong or lead nowhere, and those it
 * lacks because what stands around it was refused.
 */
static unsigned
find_bad_parts(const struct staging *staging, const struct staged_fact *fact)
{
    if (!FIELD_FORMATS[fact->field].is_claim || fact->provenance == INTV_NONE)
        return 0;
    const struct staged_provenance *provenance = &staging->provenances[fact->provenance];
    const bool no_asserter = provenance->asserter == CODE_NOT_STATED;
    const bool no_source =
        provenance->asserter != ASSERTER_EDITOR && provenance->source.id.length == 0;
    return fact->wrong | provenance->missing | (no_asserter ? PROVENANCE_ASSERTER : 0U) |
           (no_source && !no_asserter ? PROVENANCE_SOURCE : 0U);
}

static struct text
name_first_part(unsigned parts)
{
    static const char *const PARTS[] = {"asserted-by", "strength", "source", "via", "locator"};
    unsigned first = 0;
    while ((parts & (1U << first)) == 0)
        first++;
    return text_of(PARTS[first]);
}

/* Whether the provenance stands on the tag of the fact, so that what is wrong was told there. */
static bool
is_own_provenance(const struct staging *staging, const struct staged_fact *fact)
{
    const struct place place = staging->provenances[fact->provenance].place;
    return place.line == fact->line && place.column == fact->column;
}

/* What was reported at the tag of the fact itself is not told again. */
static void
begin_with_fact(struct dropping *dropping, uint32_t fact)
{
    struct staging *staging = dropping->staging;
    struct staged_fact *row = &staging->facts[fact];
    const unsigned bad = find_bad_parts(staging, row);
    if (row->parent != INTV_NONE && is_gone(staging, row->parent))
        return;
    if (bad != 0 && staging->provenances[row->provenance].missing != 0 &&
        is_own_provenance(staging, row))
        staging_drop_fact(staging, fact);
    if (row->is_dropped)
        add_step(dropping, fact, false);
    else if (bad != 0)
        drop_fact(dropping, fact, name_first_part(bad));
}

static void
begin(struct dropping *dropping)
{
    const struct staging *staging = dropping->staging;
    for (uint32_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[i];
        if (record->is_dropped)
            drop_record(dropping, i, record->fault);
        for (uint32_t fact = record->fact_first; fact < record->fact_end; fact++)
            if (!record->is_dropped)
                begin_with_fact(dropping, fact);
    }
}

/* ---- how it goes on ---- */

static void
follow_record(struct dropping *dropping, uint32_t record)
{
    char subject[SUBJECT_SIZE];
    const struct users *references = &dropping->references;
    const struct users *citations = &dropping->citations;
    const struct users *claims = &dropping->claims;
    const struct text name = staging_subject(&dropping->staging->records[record], subject);
    for (uint32_t i = references->first[record]; i < references->first[record + 1]; i++)
        drop_fact(dropping, references->rows[i], name);
    for (uint32_t i = citations->first[record]; i < citations->first[record + 1]; i++) {
        const uint32_t provenance = citations->rows[i] / 2;
        for (uint32_t k = claims->first[provenance]; k < claims->first[provenance + 1]; k++)
            drop_fact(dropping, claims->rows[k], name);
    }
}

/*
 * The owner of a fact goes when it was the last of a required part. As the checks have it, a silent
 * fact can do without elements, but not without attributes.
 */
static void
follow_to_owner(struct dropping *dropping, const struct staged_fact *fact)
{
    const struct staging *staging = dropping->staging;
    const bool is_attribute = FIELD_FORMATS[fact->field].is_attribute;
    const struct text name = text_of(FIELD_FORMATS[fact->field].name);
    uint32_t *count = find_count(dropping, fact);
    if (count == NULL || --*count > 0)
        return;
    if (fact->parent == INTV_NONE)
        drop_record(dropping, fact->record, name);
    else if (is_attribute || staging->facts[fact->parent].silence == 0)
        drop_fact(dropping, fact->parent, name);
}

/* First conflict of a fact; they are sorted. */
static size_t
first_conflict(const struct staging *staging, uint32_t fact)
{
    size_t low = 0;
    size_t high = staging->conflict_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (staging->conflicts[middle].fact < fact)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "claim NAME"; the name of the field where the claim has none, or had one before it was compiled. */
static struct text
name_claim(struct dropping *dropping, const struct staged_fact *fact)
{
    static const char BEFORE[] = "claim ";
    const size_t length = sizeof(BEFORE) - 1 + fact->claim.length;
    if (fact->claim.length == 0 || fact->line == 0)
        return text_of(FIELD_FORMATS[fact->field].name);
    char *room = arena_room(&dropping->staging->arena, length + 1);
    if (room == NULL) {
        dropping->status = INTV_ERROR_NO_MEMORY;
        return fact->claim;
    }
    memcpy(room, BEFORE, sizeof(BEFORE) - 1);
    memcpy(room + sizeof(BEFORE) - 1, fact->claim.bytes, fact->claim.length);
    return (struct text){room, length};
}

/*
 * Claims that contradict one that goes: without it nobody would see the contradiction. A catalogue
 * does not keep which of the two said so, so that it makes no difference.
 */
static void
follow_conflicts(struct dropping *dropping, uint32_t fact)
{
    const struct staging *staging = dropping->staging;
    const size_t first = first_conflict(staging, fact);
    if (first == staging->conflict_count || staging->conflicts[first].fact != fact)
        return;
    const struct text cause = name_claim(dropping, &staging->facts[fact]);
    for (size_t i = first; i < staging->conflict_count && staging->conflicts[i].fact == fact; i++)
        drop_fact(dropping, staging->conflicts[i].other, cause);
}

static void
follow_fact(struct dropping *dropping, uint32_t fact)
{
    const struct staging *staging = dropping->staging;
    const struct staged_fact *row = &staging->facts[fact];
    const uint32_t end = staging_end_of_children(staging, fact);
    if (staging->records[row->record].is_dropped)
        return;
    for (uint32_t i = fact; i < end; i++)
        follow_conflicts(dropping, i);
    follow_to_owner(dropping, row);
}

static bool
prepare(struct dropping *dropping)
{
    const struct staging *staging = dropping->staging;
    return collect_users(staging, staging->record_count, staging->fact_count, record_of_fact,
                         &dropping->references) &&
           collect_users(staging, staging->record_count, 2 * staging->provenance_count,
                         record_of_provenance, &dropping->citations) &&
           collect_users(staging, staging->provenance_count, staging->fact_count,
                         provenance_of_fact, &dropping->claims) &&
           count_required(dropping);
}

enum intv_status
drop_spread(struct staging *staging, struct intv_diagnostics *diagnostics)
{
    struct dropping dropping = {.staging = staging, .diagnostics = diagnostics};
    if (!prepare(&dropping))
        dropping.status = INTV_ERROR_NO_MEMORY;
    else
        begin(&dropping);
    for (size_t i = 0; i < dropping.step_count && dropping.status == INTV_OK; i++) {
        const struct step step = dropping.steps[i];
        if (step.is_record)
            follow_record(&dropping, step.index);
        else
            follow_fact(&dropping, step.index);
    }
    memory_free(dropping.references.first);
    memory_free(dropping.references.rows);
    memory_free(dropping.citations.first);
    memory_free(dropping.citations.rows);
    memory_free(dropping.claims.first);
    memory_free(dropping.claims.rows);
    memory_free(dropping.required);
    memory_free(dropping.steps);
    return dropping.status == INTV_OK ? INTV_OK : diagnostics_no_memory(diagnostics);
}
