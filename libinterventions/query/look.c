/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/look.h"

#include "base/bits.h"
#include "index/facets.h"

/* ---- which facts count ---- */

struct look
look_for(const struct intv_query *query, enum qualifier qualifier)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    return (struct look){.catalogue = query->catalogue,
                         .field = format->field,
                         .inside = format->inside,
                         .relations = format->relations,
                         .reach = format->reach,
                         .asserters = query->asserters};
}

bool
look_has_sets(const struct look *look)
{
    return !look->walks && look->inside == FIELD_COUNT && look->relations == 0 &&
           look->asserters == ASSERTERS_ALL && look->field != FIELD_FINDING;
}

/* Who asserts a fact: its own claim, or that in which it stands; 0 when it stands in none. */
static unsigned
asserter_of(const struct intv_catalogue *catalogue, uint32_t fact)
{
    while (fact != INTV_NONE && catalogue->facts[fact].provenance == INTV_NONE)
        fact = catalogue->facts[fact].parent;
    return fact != INTV_NONE ? catalogue->provenances[catalogue->facts[fact].provenance].asserter
                             : CODE_NOT_STATED;
}

bool
look_is_asserted(const struct intv_catalogue *catalogue, uint32_t asserters, uint32_t fact)
{
    if (asserters == ASSERTERS_ALL)
        return true;
    const unsigned asserter = asserter_of(catalogue, fact);
    return asserter == CODE_NOT_STATED || (asserters >> asserter & 1) != 0;
}

/* A mark without a relation is about all of them. */
static bool
has_relation(const struct look *look, const struct fact_row *row)
{
    const struct fact_row *qualified =
        look->inside == FIELD_COUNT ? row : &look->catalogue->facts[row->parent];
    return (look->relations >> qualified->qualifier & 1) != 0 ||
           (qualified->silence != 0 && qualified->qualifier == CODE_NOT_STATED);
}

bool
look_counts(const struct look *look, uint32_t fact)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const struct fact_row *row = &catalogue->facts[fact];
    if (look->inside != FIELD_COUNT &&
        (row->parent == INTV_NONE || catalogue->facts[row->parent].field != look->inside))
        return false;
    return (look->relations == 0 || has_relation(look, row)) &&
           look_is_asserted(catalogue, look->asserters, fact);
}

const uint32_t *
look_facts(const struct look *look, uint32_t *count)
{
    return index_facts_of_field(look->catalogue, look->field, count);
}

/* First fact of a list of one field that stands in the record or behind it. */
static uint32_t
lower_fact(const struct intv_catalogue *catalogue, const uint32_t *facts, uint32_t count,
           uint32_t record)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (catalogue->facts[facts[middle]].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const uint32_t *
look_facts_of_ratings(const struct look *look, uint32_t *count)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const uint32_t *kind_first = catalogue->header->kind_first;
    uint32_t all = 0;
    const uint32_t *facts = look_facts(look, &all);
    const uint32_t first = lower_fact(catalogue, facts, all, kind_first[KIND_RATING]);
    *count = lower_fact(catalogue, facts, all, kind_first[KIND_RATING + 1]) - first;
    return facts + first;
}

/* ---- what research says of interventions ---- */

/* Kinds of record that say a field of interventions. */
static kind_set
deriving_kinds(const struct look *look)
{
    static const kind_set KINDS[] = {
        [REACH_OWN] = 0,
        [REACH_EVALUATIONS] = KIND_BIT(KIND_EVALUATION),
        [REACH_RATINGS] = KIND_BIT(KIND_RATING),
        [REACH_BOTH] = KIND_BIT(KIND_EVALUATION) | KIND_BIT(KIND_RATING),
    };
    return KINDS[look->reach];
}

static bool
stands_in(enum field inner, enum field outer)
{
    size_t count = 0;
    const struct placement *placements = placements_of_field(outer, &count);
    for (size_t i = 0; i < count; i++)
        if (placements[i].field == inner)
            return true;
    return false;
}

/* Kinds that may have a field, directly or inside another. */
static kind_set
kinds_with(enum field field)
{
    kind_set kinds = 0;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        size_t count = 0;
        const struct placement *placements = placements_of_kind((enum kind)kind, &count);
        for (size_t i = 0; i < count; i++)
            if (placements[i].field == field)
                kinds |= KIND_BIT(kind);
    }
    for (unsigned outer = 0; outer < FIELD_COUNT; outer++)
        if (!FIELD_FORMATS[outer].is_attribute && stands_in(field, (enum field)outer))
            kinds |= kinds_with((enum field)outer);
    return kinds;
}

kind_set
look_kinds(const struct look *look)
{
    const kind_set own = kinds_with(look->inside == FIELD_COUNT ? look->field : look->inside);
    return deriving_kinds(look) != 0 ? own | KIND_BIT(KIND_INTERVENTION) : own;
}

static bool
names(const struct intv_catalogue *catalogue, const struct fact_row *row, uint32_t record)
{
    return row->silence == 0 && row->value == record && record < catalogue->record_count;
}

/* Whether an evaluation evaluates an intervention. */
static bool
evaluates(const struct intv_catalogue *catalogue, uint32_t evaluation, uint32_t intervention)
{
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_EVALUATES);
    for (uint32_t i = span.first; i < span.end; i++)
        if (names(catalogue, &catalogue->facts[i], intervention))
            return true;
    return false;
}

static void
visit_targets(const struct intv_catalogue *catalogue, uint32_t record, enum field field,
              look_visit visit, void *user)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    for (uint32_t i = span.first; i < span.end; i++)
        if (catalogue->facts[i].silence == 0 && catalogue->facts[i].value != INTV_NONE)
            visit(user, catalogue->facts[i].value);
}

/* The interventions a finding is about; what was not studied is found of none. */
static void
visit_of_finding(const struct intv_catalogue *catalogue, uint32_t finding, look_visit visit,
                 void *user)
{
    const struct fact_row *row = &catalogue->facts[finding];
    bool has_for = false;
    if (row->silence == 0 && row->qualifier == DIRECTION_NOT_STUDIED)
        return;
    for (uint32_t i = 0; i < row->child_count; i++) {
        const struct fact_row *child = &catalogue->facts[row->child_first + i];
        if (child->field != FIELD_FOR)
            continue;
        has_for = true;
        if (child->silence == 0 && evaluates(catalogue, row->record, child->value))
            visit(user, child->value);
    }
    if (!has_for)
        visit_targets(catalogue, row->record, FIELD_EVALUATES, visit, user);
}

/* A finding that is only a mark found nothing on its outcome. */
static void
visit_of_outcome(const struct intv_catalogue *catalogue, uint32_t finding, look_visit visit,
                 void *user)
{
    if (catalogue->facts[finding].silence == 0)
        visit_of_finding(catalogue, finding, visit, user);
}

void
look_visit_records(const struct look *look, uint32_t fact, look_visit visit, void *user)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const struct fact_row *row = &catalogue->facts[fact];
    const unsigned kind = catalogue->records[row->record].kind;
    visit(user, row->record);
    if ((deriving_kinds(look) & KIND_BIT(kind)) == 0)
        return;
    if (kind == KIND_RATING)
        visit_targets(catalogue, row->record, FIELD_OF, visit, user);
    else if (look->field == FIELD_FINDING)
        visit_of_finding(catalogue, fact, visit, user);
    else if (look->field == FIELD_OUTCOME && row->parent != INTV_NONE)
        visit_of_outcome(catalogue, row->parent, visit, user);
    else
        visit_targets(catalogue, row->record, FIELD_EVALUATES, visit, user);
}

static void
add_record(void *user, uint32_t record)
{
    bits_add(user, record);
}

void
look_add_records(const struct look *look, uint32_t fact, uint64_t *records)
{
    look_visit_records(look, fact, add_record, records);
}

/* ---- stated, marked, lost, unknown ---- */

void
look_add_set(const struct look *look, enum facet_sort sort, uint32_t value, uint64_t *records)
{
    const struct facet_row *facet = index_find_facet(look->catalogue, look->field, sort, value);
    if (facet != NULL)
        index_facet_unite(look->catalogue, facet, records);
}

static void
add_of_silence(const struct look *look, const uint32_t *facts, uint32_t count, unsigned silence,
               uint64_t *records)
{
    for (uint32_t i = 0; i < count; i++)
        if (look->catalogue->facts[facts[i]].silence == silence && look_counts(look, facts[i]))
            look_add_records(look, facts[i], records);
}

static void
walk_silence(const struct look *look, unsigned silence, uint64_t *records)
{
    uint32_t count = 0;
    const uint32_t *facts = look_facts(look, &count);
    add_of_silence(look, facts, count, silence, records);
}

void
look_add_stated(const struct look *look, uint64_t *records)
{
    uint32_t count = 0;
    if (!look_has_sets(look)) {
        walk_silence(look, CODE_NOT_STATED, records);
        return;
    }
    look_add_set(look, FACET_STATED, 0, records);
    if (look->reach != REACH_OWN)
        look_add_set(look, FACET_DERIVED_STATED, 0, records);
    if (look->reach == REACH_BOTH) {
        const uint32_t *facts = look_facts_of_ratings(look, &count);
        add_of_silence(look, facts, count, CODE_NOT_STATED, records);
    }
}

/* Marks are not derived in the index, so those of research are walked over. */
void
look_add_marked(const struct look *look, enum silence silence, uint64_t *records)
{
    if (look_has_sets(look) && look->reach == REACH_OWN)
        look_add_set(look, FACET_SILENT, silence, records);
    else
        walk_silence(look, silence, records);
}

/* ---- what a lenient load left out ---- */

static void
visit_researched(const struct intv_catalogue *catalogue, uint32_t record, uint64_t *records)
{
    const bool is_rating = catalogue->records[record].kind == KIND_RATING;
    visit_targets(catalogue, record, is_rating ? FIELD_OF : FIELD_EVALUATES, add_record, records);
}

/* Records with a mark that something was left out of a field, and what they say that of. */
static void
add_lost(const struct look *look, enum field field, uint64_t *records)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    uint32_t count = 0;
    const uint32_t *facts = index_facts_of_field(catalogue, field, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct fact_row *row = &catalogue->facts[facts[i]];
        if (row->silence != SILENCE_DROPPED)
            continue;
        bits_add(records, row->record);
        if ((deriving_kinds(look) & KIND_BIT(catalogue->records[row->record].kind)) != 0)
            visit_researched(catalogue, row->record, records);
    }
}

/* What was left out of a field may have held another: the ages of a target group. */
static void
add_lost_around(const struct look *look, enum field field, uint64_t *records)
{
    for (unsigned outer = 0; outer < FIELD_COUNT; outer++) {
        if (!stands_in(field, (enum field)outer))
            continue;
        add_lost(look, (enum field)outer, records);
        add_lost_around(look, (enum field)outer, records);
    }
}

/* Records of kinds that may have the field in which an unknown element was skipped. */
static void
add_skipped(const struct look *look, uint64_t *records)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const kind_set kinds = look_kinds(look);
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        const struct record_row *row = &catalogue->records[record];
        if (row->has_skipped == 0 || (kinds & KIND_BIT(row->kind)) == 0)
            continue;
        bits_add(records, record);
        if ((deriving_kinds(look) & KIND_BIT(row->kind)) != 0)
            visit_researched(catalogue, record, records);
    }
}

void
look_add_dropped(const struct look *look, uint64_t *records)
{
    const struct block_header *header = look->catalogue->header;
    const bool is_finding = look->field == FIELD_OUTCOME || look->field == FIELD_FINDING;
    if (header->is_incomplete == 0)
        return;
    add_lost(look, look->field, records);
    add_lost_around(look, look->field, records);
    add_skipped(look, records);
    if (is_finding)
        add_lost(look, FIELD_FOR, records); /* may have named any that was evaluated */
    if ((look->reach != REACH_OWN && header->lost_findings != 0) ||
        (look->reach == REACH_RATINGS && header->dropped_records != 0))
        bits_add_range(records, header->kind_first[KIND_INTERVENTION],
                       header->kind_first[KIND_INTERVENTION + 1]);
}
