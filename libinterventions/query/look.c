/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/look.h"

#include "base/bits.h"
#include "base/memory.h"
#include "index/facets.h"

/* ---- which facts count ---- */

bool
look_is_plain(const struct look *look)
{
    return !look->walks && look->qualifier == 0 && look->asserters == LOOK_AT_ALL;
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
look_counts(const struct look *look, uint32_t fact)
{
    if (look->qualifier != 0) {
        const unsigned own = look->catalogue->facts[fact].qualifier;
        if ((own != 0 ? own : look->default_to) != look->qualifier)
            return false;
    }
    if (look->asserters == LOOK_AT_ALL)
        return true;
    const unsigned asserter = asserter_of(look->catalogue, fact);
    return asserter == CODE_NOT_STATED || (look->asserters >> asserter & 1) != 0;
}

const uint32_t *
look_facts(const struct look *look, uint32_t *count)
{
    return index_facts_of_field(look->catalogue, look->field, count);
}

/* ---- what research says of interventions ---- */

/* Kinds of record that say a field of interventions: the sets of the index that are derived. */
static kind_set
deriving_kinds(enum field field)
{
    switch (field) {
    case FIELD_DESIGN:
    case FIELD_EVALUATION_KIND:
    case FIELD_EVALUATION_STATUS:
    case FIELD_INDEPENDENCE:
    case FIELD_SELF_REPORT:
    case FIELD_FINDING:
    case FIELD_OUTCOME:
        return KIND_BIT(KIND_EVALUATION);
    case FIELD_RATED:
    case FIELD_CLASSIFICATION:
        return KIND_BIT(KIND_RATING);
    default:
        return 0;
    }
}

kind_set
look_kinds(const struct look *look)
{
    kind_set kinds = deriving_kinds(look->field) != 0 ? KIND_BIT(KIND_INTERVENTION) : 0;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (index_kind_has_field((enum kind)kind, look->field))
            kinds |= KIND_BIT(kind);
    return kinds;
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

/* The interventions a finding is about; a finding that was not studied is about none. */
static void
visit_of_finding(const struct intv_catalogue *catalogue, uint32_t finding, look_visit visit,
                 void *user)
{
    const struct fact_row *row = &catalogue->facts[finding];
    bool has_for = false;
    if (row->silence != 0 || row->qualifier == DIRECTION_NOT_STUDIED)
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

void
look_visit_records(const struct look *look, uint32_t fact, look_visit visit, void *user)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const struct fact_row *row = &catalogue->facts[fact];
    const unsigned kind = catalogue->records[row->record].kind;
    visit(user, row->record);
    if ((deriving_kinds(look->field) & KIND_BIT(kind)) == 0)
        return;
    if (kind == KIND_RATING)
        visit_targets(catalogue, row->record, FIELD_OF, visit, user);
    else if (look->field == FIELD_FINDING)
        visit_of_finding(catalogue, fact, visit, user);
    else if (look->field == FIELD_OUTCOME && row->parent != INTV_NONE)
        visit_of_finding(catalogue, row->parent, visit, user);
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

static void
add_set(const struct look *look, enum facet_sort sort, uint32_t value, uint64_t *records)
{
    const struct facet_row *facet = index_find_facet(look->catalogue, look->field, sort, value);
    if (facet != NULL)
        index_facet_unite(look->catalogue, facet, records);
}

/* Whether the sets of the index say what a walk would: of findings none are derived. */
static bool
has_sets(const struct look *look)
{
    return look_is_plain(look) && look->field != FIELD_FINDING;
}

static void
add_of_silence(const struct look *look, unsigned silence, uint64_t *records)
{
    uint32_t count = 0;
    const uint32_t *facts = look_facts(look, &count);
    for (uint32_t i = 0; i < count; i++)
        if (look->catalogue->facts[facts[i]].silence == silence && look_counts(look, facts[i]))
            look_add_records(look, facts[i], records);
}

void
look_add_stated(const struct look *look, uint64_t *records)
{
    if (!has_sets(look)) {
        add_of_silence(look, CODE_NOT_STATED, records);
        return;
    }
    add_set(look, FACET_STATED, 0, records);
    if (deriving_kinds(look->field) != 0)
        add_set(look, FACET_DERIVED_STATED, 0, records);
}

/* Marks are not derived in the index, so those of research are walked over. */
void
look_add_marked(const struct look *look, enum silence silence, uint64_t *records)
{
    if (has_sets(look) && deriving_kinds(look->field) == 0)
        add_set(look, FACET_SILENT, silence, records);
    else
        add_of_silence(look, silence, records);
}

/* Records of kinds that may have the field in which an unknown element was skipped. */
static void
add_skipped(const struct look *look, uint64_t *records)
{
    const struct intv_catalogue *catalogue = look->catalogue;
    const kind_set deriving = deriving_kinds(look->field);
    const kind_set kinds = look_kinds(look);
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        const struct record_row *row = &catalogue->records[record];
        if (row->has_skipped == 0 || (kinds & KIND_BIT(row->kind)) == 0)
            continue;
        bits_add(records, record);
        if ((deriving & KIND_BIT(row->kind)) != 0)
            visit_targets(catalogue, record, row->kind == KIND_RATING ? FIELD_OF : FIELD_EVALUATES,
                          add_record, records);
    }
}

void
look_add_dropped(const struct look *look, uint64_t *records)
{
    const struct block_header *header = look->catalogue->header;
    if (header->is_incomplete == 0)
        return;
    look_add_marked(look, SILENCE_DROPPED, records);
    add_skipped(look, records);
    if (deriving_kinds(look->field) != 0 && header->lost_findings != 0)
        bits_add_range(records, header->kind_first[KIND_INTERVENTION],
                       header->kind_first[KIND_INTERVENTION + 1]);
}

enum intv_status
look_add_unknown(const struct look *look, uint64_t *records)
{
    const struct block_header *header = look->catalogue->header;
    const size_t words = bits_words(look->catalogue->record_count);
    const kind_set kinds = look_kinds(look);
    uint64_t *known = memory_new(words, sizeof(*known));
    uint64_t *unknown = memory_new(words, sizeof(*unknown));
    if (known != NULL && unknown != NULL) {
        for (unsigned kind = 0; kind < KIND_COUNT; kind++)
            if ((kinds & KIND_BIT(kind)) != 0)
                bits_add_range(unknown, header->kind_first[kind], header->kind_first[kind + 1]);
        look_add_stated(look, known);
        look_add_marked(look, SILENCE_NONE, known);
        look_add_dropped(look, known);
        bits_subtract(unknown, known, words);
        bits_unite(records, unknown, words);
    }
    const bool is_made = known != NULL && unknown != NULL;
    memory_free(known);
    memory_free(unknown);
    return is_made ? INTV_OK : INTV_ERROR_NO_MEMORY;
}
