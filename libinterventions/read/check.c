/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/check.h"

enum
{
    MOST_LANGUAGES = 64 /* of one text; keeps the search for twins short */
};

struct checking
{
    struct staging *staging;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;
};

static const struct text EMPTY = {NULL, 0};

static void
report_on(struct checking *checking, enum diagnostic code, uint32_t record, struct place place,
          struct text one, struct text two, struct text three)
{
    char subject[SUBJECT_SIZE];
    const struct report report = {code,
                                  place,
                                  staging_subject(&checking->staging->records[record], subject),
                                  {one, two, three}};
    const enum intv_status status = diagnostics_report(checking->diagnostics, &report);
    if (status == INTV_ERROR_NO_MEMORY)
        checking->staging->no_memory = true;
    if (checking->status == INTV_OK)
        checking->status = status;
}

/* On a fact, which a lenient load leaves out. */
static void
report_on_fact(struct checking *checking, enum diagnostic code, uint32_t fact, struct text one,
               struct text two, struct text three)
{
    const struct staged_fact *row = &checking->staging->facts[fact];
    report_on(checking, code, row->record, staging_place(checking->staging, row), one, two, three);
    staging_drop_fact(checking->staging, fact);
}

static void
report_fact(struct checking *checking, enum diagnostic code, uint32_t fact)
{
    const struct text name = text_of(FIELD_FORMATS[checking->staging->facts[fact].field].name);
    report_on_fact(checking, code, fact, name, EMPTY, EMPTY);
}

/* ---- how often ---- */

/* The facts an owner holds: those of the record whose parent is the one given. */
struct owner
{
    uint32_t first;
    uint32_t end;
    uint32_t parent;
    uint32_t record;
    struct place place;
    const char *name;
};

/* Whether a fact that may stand once stands before; `left` leaves out those in which a fault is. */
static bool
has_earlier_twin(const struct staging *staging, const struct owner *owner, uint32_t fact, bool left)
{
    const struct staged_fact *row = &staging->facts[fact];
    const bool by_language = FIELD_FORMATS[row->field].value == VALUE_TEXT && row->text_count > 0;
    for (uint32_t i = owner->first; i < fact; i++) {
        const struct staged_fact *other = &staging->facts[i];
        if (other->parent != owner->parent || other->field != row->field ||
            other->silence == SILENCE_DROPPED || (left && other->is_dropped))
            continue;
        if (!by_language || other->text_count == 0 ||
            text_equals_ignoring_case(staging->texts[row->text_first].language,
                                      staging->texts[other->text_first].language))
            return true;
    }
    return false;
}

/* Where the earlier one goes for a fault of its own, a lenient load keeps this one. */
static void
report_repeated(struct checking *checking, const struct owner *owner, uint32_t fact, bool goes)
{
    const struct staging *staging = checking->staging;
    const struct staged_fact *row = &staging->facts[fact];
    report_on(checking, DIAGNOSTIC_REPEATED_PART, owner->record, staging_place(staging, row),
              text_of(owner->name), text_of(FIELD_FORMATS[row->field].name), text_of("1"));
    if (goes)
        staging_drop_fact(checking->staging, fact);
}

static void
check_placement(struct checking *checking, const struct owner *owner,
                const struct placement *placement)
{
    const struct staging *staging = checking->staging;
    const struct text name = text_of(FIELD_FORMATS[placement->field].name);
    size_t count = 0;
    for (uint32_t i = owner->first; i < owner->end; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->field != placement->field || fact->parent != owner->parent ||
            fact->silence == SILENCE_DROPPED)
            continue;
        count++;
        if (placement->most == 1 && count > 1 &&
            (count > MOST_LANGUAGES || has_earlier_twin(staging, owner, i, false)))
            report_repeated(checking, owner, i,
                            count > MOST_LANGUAGES || has_earlier_twin(staging, owner, i, true));
    }
    /* Attributes that are missing were reported where their tag was read. */
    if (count >= placement->least || FIELD_FORMATS[placement->field].is_attribute)
        return;
    report_on(checking, DIAGNOSTIC_MISSING_PART, owner->record, owner->place, text_of(owner->name),
              name, EMPTY);
    if (owner->parent == INTV_NONE)
        staging_drop_record(checking->staging, owner->record, name);
    else
        staging_drop_fact(checking->staging, owner->parent);
}

static void
check_counts(struct checking *checking, uint32_t record)
{
    const struct staging *staging = checking->staging;
    const struct staged_record *row = &staging->records[record];
    const struct owner owner = {row->fact_first, row->fact_end, INTV_NONE,
                                record,          row->place,    kind_name(row->kind)};
    size_t count = 0;
    const struct placement *placements = placements_of_kind(row->kind, &count);
    for (size_t i = 0; i < count; i++)
        if (placements[i].least > 0 || placements[i].most > 0)
            check_placement(checking, &owner, &placements[i]);
}

static void
check_children(struct checking *checking, uint32_t fact)
{
    const struct staging *staging = checking->staging;
    const struct staged_fact *row = &staging->facts[fact];
    size_t count = 0;
    const struct placement *placements = placements_of_field(row->field, &count);
    if (count == 0 || row->silence != 0)
        return;
    const struct owner owner = {fact + 1,
                                staging_end_of_children(staging, fact),
                                fact,
                                row->record,
                                staging_place(staging, row),
                                FIELD_FORMATS[row->field].name};
    for (size_t i = 0; i < count; i++)
        check_placement(checking, &owner, &placements[i]);
}

/* ---- who says so ---- */

static void
check_claim(struct checking *checking, uint32_t index)
{
    const struct staged_fact *fact = &checking->staging->facts[index];
    if (!FIELD_FORMATS[fact->field].is_claim || fact->silence == SILENCE_DROPPED)
        return;
    const struct staged_provenance *provenance =
        fact->provenance != INTV_NONE ? &checking->staging->provenances[fact->provenance] : NULL;
    if (provenance != NULL && provenance->is_wrong)
        return;
    if (provenance == NULL || provenance->asserter == CODE_NOT_STATED)
        report_fact(checking, DIAGNOSTIC_NO_ASSERTER, index);
    else if (provenance->asserter != ASSERTER_EDITOR && provenance->source.id.length == 0)
        report_fact(checking, DIAGNOSTIC_NO_SOURCE, index);
}

/* Which fields of a record state a value, one bit for each qualifier. */
struct stated
{
    uint8_t qualifiers[FIELD_COUNT];
};

static void
collect_stated(const struct staging *staging, const struct staged_record *record,
               struct stated *stated)
{
    memset(stated, 0, sizeof(*stated));
    for (uint32_t i = record->fact_first; i < record->fact_end; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->parent == INTV_NONE && fact->silence == 0)
            stated->qualifiers[fact->field] |= (uint8_t)(1U << fact->qualifier);
    }
}

/* "There is none" beside a value of the same field; sources that contradict each other may. */
static void
check_none(struct checking *checking, const struct stated *stated, uint32_t index)
{
    const struct staged_fact *fact = &checking->staging->facts[index];
    /* Without a qualifier it says that there is none of any kind. */
    const unsigned denied = fact->qualifier != 0 ? 1U << fact->qualifier : UINT8_MAX;
    if (fact->silence == SILENCE_NONE && fact->parent == INTV_NONE && fact->claim.length == 0 &&
        fact->conflicts.length == 0 && (stated->qualifiers[fact->field] & denied) != 0)
        report_fact(checking, DIAGNOSTIC_NONE_WITH_VALUES, index);
}

/* ---- concepts ---- */

/* First fact of a field directly under a record, or INTV_NONE. */
static uint32_t
find_fact(const struct staging *staging, const struct staged_record *record, enum field field)
{
    for (uint32_t i = record->fact_first; i < record->fact_end; i++)
        if (staging->facts[i].field == field && staging->facts[i].parent == INTV_NONE)
            return i;
    return INTV_NONE;
}

static void
check_broader(struct checking *checking, uint32_t index)
{
    const struct staging *staging = checking->staging;
    const struct staged_fact *fact = &staging->facts[index];
    if (fact->field != FIELD_BROADER || fact->reference.record == INTV_NONE ||
        staging->records[fact->record].kind != KIND_CONCEPT)
        return;
    if (!text_equals(staging_scheme_of(staging, fact->record),
                     staging_scheme_of(staging, fact->reference.record)))
        report_on_fact(checking, DIAGNOSTIC_BROADER_SCHEME, index,
                       staging->records[fact->record].id, fact->reference.id, EMPTY);
}

static void
check_rating(struct checking *checking, const struct staged_record *record)
{
    const struct staging *staging = checking->staging;
    if (record->kind != KIND_RATING)
        return;
    const uint32_t scheme = find_fact(staging, record, FIELD_CLASSIFICATION);
    const uint32_t rated = find_fact(staging, record, FIELD_RATED);
    if (scheme == INTV_NONE || rated == INTV_NONE ||
        staging->facts[rated].reference.record == INTV_NONE)
        return;
    const struct text level = staging->facts[rated].reference.id;
    const struct text asked = staging->facts[scheme].reference.id;
    if (!text_equals(asked, staging_scheme_of(staging, staging->facts[rated].reference.record)))
        report_on_fact(checking, DIAGNOSTIC_RATED_SCHEME, rated, level, asked, EMPTY);
}

enum intv_status
check_staging(struct staging *staging, struct intv_diagnostics *diagnostics)
{
    struct checking checking = {staging, diagnostics, INTV_OK};
    struct stated stated;
    for (uint32_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[i];
        check_counts(&checking, i);
        check_rating(&checking, record);
        collect_stated(staging, record, &stated);
        for (uint32_t fact = record->fact_first; fact < record->fact_end; fact++) {
            check_children(&checking, fact);
            check_claim(&checking, fact);
            check_none(&checking, &stated, fact);
            check_broader(&checking, fact);
        }
    }
    return checking.status;
}
