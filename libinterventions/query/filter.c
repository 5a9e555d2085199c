/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/filter.h"

#include "base/bits.h"
#include "base/memory.h"
#include "index/facets.h"
#include "query/answer.h"
#include "query/look.h"

/* A clause that is being answered. */
struct filtering
{
    const struct intv_query *query;
    const struct clause *clause;
    uint64_t *records;
};

/* ---- values of a field ---- */

/* The sets of the index that say it, where there are: of values, and of what research says. */
static bool
add_sets(const struct look *look, const struct query_value *value, uint64_t *records)
{
    const bool is_record = value->sort == QUERY_RECORD && value->comparison == INTV_IS;
    const bool is_code = value->sort == QUERY_CODE;
    if (!look_has_sets(look) || look->reach == REACH_BOTH || (!is_record && !is_code))
        return false;
    const uint32_t number = is_record ? value->record : value->code;
    look_add_set(look, is_record ? FACET_VALUE : FACET_CODE, number, records);
    if (look->reach != REACH_OWN)
        look_add_set(look, FACET_DERIVED, number, records);
    return true;
}

static void
walk_facts(const struct look *look, const struct query_value *value, uint64_t *records)
{
    uint32_t count = 0;
    const uint32_t *facts = look_facts(look, &count);
    for (uint32_t i = 0; i < count; i++)
        if (answer_value(look, facts[i], value) && look_counts(look, facts[i]))
            look_add_records(look, facts[i], records);
}

/* The gaps between the facts of the field, from `first` up to `end`. */
static void
add_silent_range(const struct look *look, uint32_t first, uint32_t end, uint64_t *records)
{
    uint32_t count = 0;
    const uint32_t *facts = look_facts(look, &count);
    for (uint32_t i = 0; i < count && first < end; i++) {
        const uint32_t record = look->catalogue->facts[facts[i]].record;
        if (record < first)
            continue;
        bits_add_range(records, first, record < end ? record : end);
        first = record + 1;
    }
    if (first < end)
        bits_add_range(records, first, end);
}

void
filter_add_dutch(const struct intv_query *query, uint64_t *records)
{
    const struct look look = look_for(query, QUALIFIER_COUNTRY);
    const uint32_t *first = query->catalogue->header->kind_first;
    const kind_set kinds = look_kinds(&look);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if ((kinds & KIND_BIT(kind)) != 0)
            add_silent_range(&look, first[kind], first[kind + 1], records);
}

static void
filter_field(const struct filtering *filtering, const struct query_value *value)
{
    const struct look look =
        look_for(filtering->query, (enum qualifier)filtering->clause->qualifier);
    if (!add_sets(&look, value, filtering->records))
        walk_facts(&look, value, filtering->records);
    if (look.field == FIELD_COUNTRY && text_equals_ignoring_case(value->written, text_of("NL")))
        filter_add_dutch(filtering->query, filtering->records);
}

/* ---- what is no field of the record itself ---- */

static void
filter_back(const struct filtering *filtering, const struct query_value *value)
{
    const struct intv_catalogue *catalogue = filtering->query->catalogue;
    const enum field field = QUALIFIERS[filtering->clause->qualifier].field;
    const struct fact_span span = catalogue_facts_of(catalogue, value->record, field);
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == 0 && catalogue->facts[fact].value != INTV_NONE &&
            look_is_asserted(catalogue, filtering->query->asserters, fact))
            bits_add(filtering->records, catalogue->facts[fact].value);
}

/* Records with a claim that counts and that `holds`. */
static void
add_claiming(const struct intv_query *query, const struct query_value *value,
             bool (*holds)(const struct provenance_row *row, const struct query_value *value),
             uint64_t *records)
{
    const struct intv_catalogue *catalogue = query->catalogue;
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++) {
        const struct fact_row *row = &catalogue->facts[fact];
        if (row->provenance != INTV_NONE &&
            holds(&catalogue->provenances[row->provenance], value) &&
            look_is_asserted(catalogue, query->asserters, fact))
            bits_add(records, row->record);
    }
}

static bool
is_from_source(const struct provenance_row *row, const struct query_value *value)
{
    if (value == NULL)
        return row->source != INTV_NONE;
    return row->source == value->record || row->via == value->record;
}

static bool
is_by_asserter(const struct provenance_row *row, const struct query_value *value)
{
    return row->asserter == value->code;
}

static void
filter_value(const struct filtering *filtering, const struct query_value *value)
{
    switch (QUALIFIERS[filtering->clause->qualifier].reading) {
    case READS_IDS:
        bits_add(filtering->records, value->record);
        break;
    case READS_BACK:
        filter_back(filtering, value);
        break;
    case READS_SOURCES:
        add_claiming(filtering->query, value, is_from_source, filtering->records);
        break;
    case READS_ASSERTERS:
        add_claiming(filtering->query, value, is_by_asserter, filtering->records);
        break;
    default:
        filter_field(filtering, value);
    }
}

/* ---- stated, marked, lost ---- */

/* Records that a stated fact of a field refers to. */
static void
add_referred(const struct intv_query *query, enum field field, uint64_t *records)
{
    const struct intv_catalogue *catalogue = query->catalogue;
    uint32_t count = 0;
    const uint32_t *facts = index_facts_of_field(catalogue, field, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct fact_row *row = &catalogue->facts[facts[i]];
        if (row->silence == 0 && row->value != INTV_NONE &&
            look_is_asserted(catalogue, query->asserters, facts[i]))
            bits_add(records, row->value);
    }
}

void
filter_add_stated(const struct intv_query *query, enum qualifier qualifier, uint64_t *records)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    if (format->reading == READS_BACK) {
        add_referred(query, format->field, records);
        return;
    }
    if (format->field == FIELD_COUNT) {
        add_claiming(query, NULL, is_from_source, records);
        return;
    }
    const struct look look = look_for(query, qualifier);
    look_add_stated(&look, records);
    if (format->field == FIELD_COUNTRY)
        filter_add_dutch(query, records);
}

static bool
has_facts(enum qualifier qualifier)
{
    return QUALIFIERS[qualifier].field != FIELD_COUNT &&
           QUALIFIERS[qualifier].reading != READS_BACK;
}

void
filter_add_marked(const struct intv_query *query, enum qualifier qualifier, enum silence silence,
                  uint64_t *records)
{
    if (!has_facts(qualifier))
        return;
    const struct look look = look_for(query, qualifier);
    look_add_marked(&look, silence, records);
}

static void
add_all_of(const struct intv_catalogue *catalogue, kind_set kinds, uint64_t *records)
{
    const uint32_t *first = catalogue->header->kind_first;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if ((kinds & KIND_BIT(kind)) != 0)
            bits_add_range(records, first[kind], first[kind + 1]);
}

/* A source, evaluation or rating that was left out may have been about any record. */
static bool
may_have_lost_any(const struct block_header *header, enum qualifier qualifier)
{
    if (qualifier == QUALIFIER_EVALUATION)
        return header->lost_findings != 0;
    return header->lost_findings != 0 || header->dropped_records != 0 ||
           (qualifier == QUALIFIER_SOURCE && header->is_incomplete != 0);
}

void
filter_add_dropped(const struct intv_query *query, enum qualifier qualifier, uint64_t *records)
{
    if (has_facts(qualifier)) {
        const struct look look = look_for(query, qualifier);
        look_add_dropped(&look, records);
    } else if (may_have_lost_any(query->catalogue->header, qualifier)) {
        add_all_of(query->catalogue, filter_kinds(query, qualifier), records);
    }
}

static bool
has_claims(unsigned kind)
{
    size_t count = 0;
    const struct placement *placements = placements_of_kind((enum kind)kind, &count);
    for (size_t i = 0; i < count; i++)
        if (FIELD_FORMATS[placements[i].field].is_claim)
            return true;
    return false;
}

kind_set
filter_kinds(const struct intv_query *query, enum qualifier qualifier)
{
    kind_set kinds = 0;
    if (has_facts(qualifier)) {
        const struct look look = look_for(query, qualifier);
        return look_kinds(&look);
    }
    if (QUALIFIERS[qualifier].reading == READS_BACK)
        return KIND_BIT(KIND_INTERVENTION);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        kinds |= has_claims(kind) ? KIND_BIT(kind) : 0;
    return kinds;
}

/* ---- clauses ---- */

static enum intv_status
filter_unknown(const struct filtering *filtering)
{
    const struct intv_query *query = filtering->query;
    const enum qualifier qualifier = (enum qualifier)filtering->clause->qualifier;
    const size_t words = bits_words(query->catalogue->record_count);
    uint64_t *unknown = memory_new(2 * words, sizeof(*unknown));
    if (unknown == NULL)
        return INTV_ERROR_NO_MEMORY;
    uint64_t *known = unknown + words;
    add_all_of(query->catalogue, filter_kinds(query, qualifier), unknown);
    filter_add_stated(query, qualifier, known);
    filter_add_marked(query, qualifier, SILENCE_NONE, known);
    filter_add_dropped(query, qualifier, known);
    bits_subtract(unknown, known, words);
    bits_unite(filtering->records, unknown, words);
    memory_free(unknown);
    return INTV_OK;
}

static enum intv_status
filter_silence(const struct filtering *filtering, const struct query_value *value)
{
    const enum qualifier qualifier = (enum qualifier)filtering->clause->qualifier;
    if (value->code == CODE_NOT_STATED)
        return filter_unknown(filtering);
    if (value->code == SILENCE_DROPPED)
        filter_add_dropped(filtering->query, qualifier, filtering->records);
    else
        filter_add_marked(filtering->query, qualifier, (enum silence)value->code,
                          filtering->records);
    return INTV_OK;
}

static void
filter_kind(const struct filtering *filtering, const struct query_value *value)
{
    const struct intv_catalogue *catalogue = filtering->query->catalogue;
    if (value->sort == QUERY_KIND) {
        add_all_of(catalogue, KIND_BIT(value->code), filtering->records);
        return;
    }
    const struct facet_row *facet =
        index_find_facet(catalogue, FIELD_RECORD_KIND, FACET_CODE, value->code);
    if (facet != NULL)
        index_facet_unite(catalogue, facet, filtering->records);
}

enum intv_status
filter_records(const struct intv_query *query, uint32_t clause, uint64_t *records)
{
    const struct filtering filtering = {query, &query->clauses[clause], records};
    const unsigned sort = filtering.clause->sort;
    enum intv_status status = INTV_OK;
    if (sort == CLAUSE_HAS)
        filter_add_stated(query, (enum qualifier)filtering.clause->qualifier, records);
    else if (sort != CLAUSE_FILTER && sort != CLAUSE_SILENT && sort != CLAUSE_KIND)
        return INTV_ERROR_INTERNAL;
    for (uint32_t i = 0; i < filtering.clause->value_count && status == INTV_OK; i++) {
        const struct query_value *value = &query->values[filtering.clause->value_first + i];
        if (sort == CLAUSE_SILENT)
            status = filter_silence(&filtering, value);
        else if (sort == CLAUSE_KIND)
            filter_kind(&filtering, value);
        else if (sort == CLAUSE_FILTER)
            filter_value(&filtering, value);
    }
    return status;
}
