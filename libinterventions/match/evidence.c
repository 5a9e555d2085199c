/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/evidence.h"

static uint32_t
outcome_of(const struct intv_catalogue *catalogue, uint32_t finding)
{
    return catalogue->facts[catalogue_child_of(catalogue, finding, FIELD_OUTCOME)].value;
}

/* Highest order among the designs of the evaluation that holds the finding. */
static uint64_t
design_order(const struct intv_catalogue *catalogue, uint32_t finding)
{
    uint64_t highest = 0;
    const uint32_t evaluation = catalogue->facts[finding].record;
    const struct fact_span designs = catalogue_facts_of(catalogue, evaluation, FIELD_DESIGN);
    for (uint32_t fact = designs.first; fact < designs.end; fact++) {
        const struct fact_row *design = &catalogue->facts[fact];
        if (design->silence != 0)
            continue;
        const struct fact_span order = catalogue_facts_of(catalogue, design->value, FIELD_ORDER);
        if (order.first == order.end)
            continue;
        const int64_t number = catalogue->quantities[catalogue->facts[order.first].value].low;
        if (number > 0 && (uint64_t)number > highest)
            highest = (uint64_t)number;
    }
    return highest;
}

static bool
has_negative(const struct judge *judge, uint32_t outcome)
{
    for (size_t i = 0; i < judge->claim_count; i++) {
        const uint32_t finding = judge->claims[i].fact;
        if (judge->catalogue->facts[finding].qualifier == DIRECTION_NEGATIVE &&
            outcome_of(judge->catalogue, finding) == outcome)
            return true;
    }
    return false;
}

bool
evidence_order(struct judge *judge, uint32_t candidate, uint64_t *order, bool *lost)
{
    *order = 0;
    judge_clear(judge);
    if (!findings_collect(judge, candidate))
        return false;
    *lost = judge->marks.dropped;
    /* What was left out may be negative. */
    for (size_t i = 0; i < judge->claim_count && !*lost; i++) {
        const uint32_t finding = judge->claims[i].fact;
        if (judge->catalogue->facts[finding].qualifier != DIRECTION_POSITIVE)
            continue;
        const uint64_t strength = design_order(judge->catalogue, finding);
        if (strength > *order && !has_negative(judge, outcome_of(judge->catalogue, finding)))
            *order = strength;
    }
    return true;
}

/* Extents are numbered from wholly read to not read; the lowest of the sources counts. */
const char *
intv_evaluation_get_extent(const struct intv_catalogue *catalogue, uint32_t evaluation)
{
    unsigned furthest = CODE_NOT_STATED;
    if (intv_record_get_kind(catalogue, evaluation) != INTV_KIND_EVALUATION)
        return "";
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_REPORTED_IN);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const uint32_t source = intv_fact_get_target(catalogue, fact);
        if (source == INTV_NONE)
            continue;
        const unsigned extent = catalogue_code_of(catalogue, source, FIELD_EXTENT);
        if (extent != CODE_NOT_STATED && (furthest == CODE_NOT_STATED || extent < furthest))
            furthest = extent;
    }
    return code_name(LIST_EXTENT, furthest);
}
