/* SPDX-License-Identifier: EUPL-1.2 */
/* The findings of evaluations on a candidate: rule 3a. */
#include "match/judge.h"

bool
finding_is_about(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t candidate)
{
    const struct fact_row *row = &catalogue->facts[finding];
    bool names_any = false;
    for (uint32_t i = 0; i < row->child_count; i++) {
        const struct fact_row *child = &catalogue->facts[row->child_first + i];
        if (child->field != FIELD_FOR)
            continue;
        if (child->value == candidate)
            return true;
        names_any = true;
    }
    return !names_any;
}

int
intv_finding_is_about(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t record)
{
    return finding < catalogue->fact_count && finding_is_about(catalogue, finding, record);
}

bool
finding_counts(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t candidate)
{
    const struct fact_row *row = &catalogue->facts[finding];
    const enum asserter asserter = catalogue_asserter_of(catalogue, finding);
    return row->silence == 0 && row->qualifier != DIRECTION_NOT_STUDIED &&
           (asserter == ASSERTER_EVALUATION || asserter == ASSERTER_RESPONDENTS) &&
           finding_is_about(catalogue, finding, candidate);
}

/* Whether a lenient load left out the finding, or an intervention it is about. */
static bool
is_lost(const struct intv_catalogue *catalogue, uint32_t finding)
{
    const struct fact_row *row = &catalogue->facts[finding];
    bool lost = row->silence == SILENCE_DROPPED;
    for (uint32_t i = 0; i < row->child_count; i++) {
        const struct fact_row *child = &catalogue->facts[row->child_first + i];
        lost = lost || (child->field == FIELD_FOR && child->silence == SILENCE_DROPPED);
    }
    return lost;
}

static bool
collect_of(struct judge *judge, uint32_t evaluation, uint32_t candidate)
{
    const struct fact_span span = catalogue_facts_of(judge->catalogue, evaluation, FIELD_FINDING);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        judge->marks.dropped = judge->marks.dropped || is_lost(judge->catalogue, fact);
        if (finding_counts(judge->catalogue, fact, candidate) &&
            !judge_add_claim(judge, fact, INTV_NONE))
            return false;
    }
    return true;
}

bool
findings_collect(struct judge *judge, uint32_t candidate)
{
    const struct intv_catalogue *catalogue = judge->catalogue;
    const struct record_row *row = &catalogue->records[candidate];
    uint32_t done = INTV_NONE;
    judge->marks.dropped = catalogue->header->lost_findings != 0;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const struct fact_row *user = &catalogue->facts[catalogue->links[row->user_first + i]];
        /* An evaluation that names the candidate twice counts once; its facts stand together. */
        if (user->field != FIELD_EVALUATES || user->record == done)
            continue;
        done = user->record;
        if (!collect_of(judge, user->record, candidate))
            return false;
    }
    return true;
}
