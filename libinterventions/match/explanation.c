/* SPDX-License-Identifier: EUPL-1.2 */
/* The full explanation of one intervention. */
#include "match/explanation.h"

#include <stdlib.h>

#include "base/memory.h"

static bool
add_fact(struct fact_list *list, uint32_t fact)
{
    if (!memory_reserve(&list->facts, &list->capacity, list->count + 1, sizeof(*list->facts)))
        return false;
    list->facts[list->count++] = fact;
    return true;
}

void
intv_explanation_free(struct intv_explanation *explanation)
{
    if (explanation == NULL)
        return;
    for (size_t i = 0; explanation->criteria != NULL && i < explanation->situation->criterion_count;
         i++)
        memory_free(explanation->criteria[i].claims.facts);
    for (unsigned part = 0; part < PART_COUNT; part++)
        memory_free(explanation->parts[part].facts);
    memory_free(explanation->criteria);
    memory_free(explanation->needs);
    preconditions_free(&explanation->preconditions);
    intv_situation_free(explanation->situation);
    memory_free(explanation);
}

/* ---- the criteria ---- */

static bool
any_has_state(const struct judge *judge, unsigned state)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].state == state)
            return true;
    return false;
}

/* Adds the claims that have the state, or those that have another one. */
static bool
add_claims(const struct judge *judge, unsigned state, bool that_have, struct fact_list *claims)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if ((judge->claims[i].state == state) == that_have &&
            !add_fact(claims, judge->claims[i].fact))
            return false;
    return true;
}

/*
 * Keeps the claims that were looked at, those with the state of the criterion first: they decide.
 * When no claim has that state by itself, all of them together decide, unless it is unknown because
 * of what was left out. Marks decide only where nothing is stated.
 */
static bool
keep_claims(const struct judge *judge, struct explained_criterion *criterion)
{
    const unsigned state = criterion->judgement.state;
    const bool together =
        !any_has_state(judge, state) && criterion->judgement.reason != REASON_DROPPED;
    if (!add_claims(judge, state, true, &criterion->claims))
        return false;
    criterion->deciding = criterion->claims.count;
    if (!add_claims(judge, state, false, &criterion->claims))
        return false;
    if (together)
        criterion->deciding = criterion->claims.count;
    for (size_t i = 0; i < judge->silent_count; i++)
        if (!add_fact(&criterion->claims, judge->silent[i]))
            return false;
    if (judge->claim_count == 0)
        criterion->deciding = criterion->claims.count;
    return true;
}

static bool
explain_criteria(struct intv_explanation *explanation, struct judge *judge)
{
    const struct intv_situation *situation = explanation->situation;
    explanation->criteria = memory_new(situation->criterion_count, sizeof(*explanation->criteria));
    if (explanation->criteria == NULL)
        return false;
    for (size_t i = 0; i < situation->criterion_count; i++) {
        struct explained_criterion *criterion = &explanation->criteria[i];
        if (!judge_criterion(judge, &situation->criteria[i], explanation->row.record,
                             &criterion->judgement) ||
            !keep_claims(judge, criterion))
            return false;
    }
    return true;
}

/* ---- the claims on its preconditions ---- */

static int
compare_needs(const void *one, const void *other)
{
    const struct need_claim *a = one;
    const struct need_claim *b = other;
    const int order = (a->precondition > b->precondition) - (a->precondition < b->precondition);
    return order != 0 ? order : (a->fact > b->fact) - (a->fact < b->fact);
}

static bool
collect_needs(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span =
        catalogue_facts_of(catalogue, explanation->row.record, FIELD_NEEDS_PRECONDITION);
    explanation->needs = memory_new(span.end - span.first, sizeof(*explanation->needs));
    if (explanation->needs == NULL)
        return false;
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == 0)
            explanation->needs[explanation->need_count++] =
                (struct need_claim){catalogue->facts[fact].value, fact};
    qsort(explanation->needs, explanation->need_count, sizeof(*explanation->needs), compare_needs);
    return true;
}

/* ---- what is shown beside it ---- */

static bool
add_findings_of(struct intv_explanation *explanation, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_FINDING);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const bool is_negative = catalogue->facts[fact].qualifier == DIRECTION_NEGATIVE &&
                                 catalogue->facts[fact].silence == 0 &&
                                 finding_is_about(catalogue, fact, explanation->row.record);
        if (finding_counts(catalogue, fact, explanation->row.record) &&
            !add_fact(&explanation->parts[PART_FINDINGS], fact))
            return false;
        /* A warning does not rank, so whoever says it is heard. */
        if (is_negative && !add_fact(&explanation->parts[PART_NEGATIVE_FINDINGS], fact))
            return false;
    }
    return true;
}

static bool
add_evaluations(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct record_row *row = &catalogue->records[explanation->row.record];
    uint32_t done = INTV_NONE;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const uint32_t fact = catalogue->links[row->user_first + i];
        const struct fact_row *user = &catalogue->facts[fact];
        if (user->field != FIELD_EVALUATES || user->record == done)
            continue;
        done = user->record;
        if (!add_fact(&explanation->parts[PART_EVALUATIONS], fact) ||
            !add_findings_of(explanation, user->record))
            return false;
    }
    return true;
}

static bool
holds(const struct fact_list *list, uint32_t fact)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->facts[i] == fact)
            return true;
    return false;
}

/* What was left out when loading may be a warning, so it is shown among them. */
static bool
is_warning(const struct fact_row *verdict)
{
    return verdict->silence == SILENCE_DROPPED ||
           (verdict->silence == 0 && verdict->value >= VERDICT_NO_PROOF);
}

static bool
add_verdicts_of(struct intv_explanation *explanation, uint32_t element)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    struct fact_list *warnings = &explanation->parts[PART_WARNINGS];
    const struct fact_span span = catalogue_facts_of(catalogue, element, FIELD_VERDICT);
    if (catalogue->records[element].has_skipped != 0)
        explanation->lost[PART_WARNINGS] = true;
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (is_warning(&catalogue->facts[fact]) && !holds(warnings, fact) &&
            !add_fact(warnings, fact))
            return false;
    return true;
}

static bool
add_warnings(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span =
        catalogue_facts_of(catalogue, explanation->row.record, FIELD_USES_ELEMENT);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const struct fact_row *used = &catalogue->facts[fact];
        if (used->silence == SILENCE_DROPPED)
            explanation->lost[PART_WARNINGS] = true;
        if (used->silence == 0 && !add_verdicts_of(explanation, used->value))
            return false;
    }
    return true;
}

/* The facts of a field of a record; all of them, or only the marks of silence, or what is stated. */
enum which
{
    ALL_FACTS,
    ONLY_SILENCE,
    ONLY_STATED
};

static bool
add_field(struct intv_explanation *explanation, uint32_t record, enum field field, enum which which,
          enum part part)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const bool silent = catalogue->facts[fact].silence != 0;
        if ((silent && which == ONLY_STATED) || (!silent && which == ONLY_SILENCE))
            continue;
        if (!add_fact(&explanation->parts[part], fact))
            return false;
    }
    return true;
}

/* Whether the list holds something stated out of this source. */
static bool
holds_source(const struct intv_catalogue *catalogue, const struct fact_list *list, uint32_t source)
{
    for (size_t i = 0; i < list->count; i++)
        if (catalogue->facts[list->facts[i]].silence == 0 &&
            intv_fact_get_source(catalogue, list->facts[i]) == source)
            return true;
    return false;
}

/* Side effects an evaluation found, but for those the record already tells from the same source. */
static bool
add_side_effects_of(struct intv_explanation *explanation, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    struct fact_list *list = &explanation->parts[PART_SIDE_EFFECTS];
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_SIDE_EFFECT);
    const size_t told = list->count; /* before this evaluation */
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const struct fact_list before = {list->facts, told, told};
        const uint32_t source = intv_fact_get_source(catalogue, fact);
        if (catalogue->facts[fact].silence == 0 && source != INTV_NONE &&
            holds_source(catalogue, &before, source))
            continue;
        if (!add_fact(list, fact))
            return false;
    }
    return true;
}

/* What the record says of itself, and what its evaluations found. */
static bool
add_risks(struct intv_explanation *explanation)
{
    const uint32_t record = explanation->row.record;
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    bool memory = add_field(explanation, record, FIELD_SIDE_EFFECT, ALL_FACTS, PART_SIDE_EFFECTS) &&
                  add_field(explanation, record, FIELD_LIMITATION, ALL_FACTS, PART_LIMITATIONS);
    for (size_t i = 0; i < explanation->parts[PART_EVALUATIONS].count && memory; i++) {
        const uint32_t fact = explanation->parts[PART_EVALUATIONS].facts[i];
        const uint32_t evaluation = catalogue->facts[fact].record;
        memory =
            add_side_effects_of(explanation, evaluation) &&
            add_field(explanation, evaluation, FIELD_LIMITATION, ONLY_STATED, PART_LIMITATIONS);
    }
    return memory;
}

/* What a lenient load left out besides facts that stand silent in the parts: rule 3b. */
static void
note_lost(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const bool lost_evaluations = catalogue->header->lost_findings != 0;
    bool *lost = explanation->lost;
    if (catalogue->records[explanation->row.record].has_skipped != 0)
        for (unsigned part = PART_WARNINGS; part < PART_COUNT; part++)
            lost[part] = true;
    lost[PART_EVALUATIONS] = lost_evaluations;
    lost[PART_FINDINGS] = explanation->row.lost_findings;
    lost[PART_NEGATIVE_FINDINGS] = explanation->row.lost_findings;
    lost[PART_SIDE_EFFECTS] = lost[PART_SIDE_EFFECTS] || lost_evaluations;
    lost[PART_LIMITATIONS] = lost[PART_LIMITATIONS] || lost_evaluations;
}

/* What says whether it is one to offer: rule 10. */
static bool
add_status(struct intv_explanation *explanation)
{
    const uint32_t record = explanation->row.record;
    return add_field(explanation, record, FIELD_COUNTRY, ALL_FACTS, PART_STATUS) &&
           add_field(explanation, record, FIELD_REPLACED_BY, ALL_FACTS, PART_STATUS) &&
           add_field(explanation, record, FIELD_STATUS, ALL_FACTS, PART_STATUS);
}

static bool
explain(struct intv_explanation *explanation, uint32_t record)
{
    struct judge judge = {.catalogue = explanation->situation->catalogue,
                          .situation = explanation->situation};
    struct candidate candidate;
    bool memory = candidate_judge(&judge, &explanation->preconditions, record, &candidate);
    if (memory) {
        explanation->row = candidate.row;
        note_lost(explanation);
    }
    memory = memory && collect_needs(explanation) && explain_criteria(explanation, &judge) &&
             add_evaluations(explanation) && add_warnings(explanation) && add_risks(explanation) &&
             add_field(explanation, record, FIELD_NEEDS_PRECONDITION, ONLY_SILENCE,
                       PART_PRECONDITIONS_SILENCE) &&
             add_status(explanation);
    judge_free(&judge);
    return memory;
}

enum intv_status
intv_explanation_new(const struct intv_match *match, uint32_t record,
                     struct intv_explanation **explanation)
{
    if (explanation != NULL)
        *explanation = NULL;
    if (match == NULL || explanation == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (intv_record_get_kind(match->situation->catalogue, record) != INTV_KIND_INTERVENTION)
        return INTV_ERROR_NOT_FOUND;
    struct intv_explanation *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    made->situation = situation_copy(match->situation);
    if (made->situation == NULL || !explain(made, record)) {
        intv_explanation_free(made);
        return INTV_ERROR_NO_MEMORY;
    }
    *explanation = made;
    return INTV_OK;
}
