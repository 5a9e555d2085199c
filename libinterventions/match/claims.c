/* SPDX-License-Identifier: EUPL-1.2 */
/* Which claims of a field count, and the state of one claim: rules 1, 3a and 5a. */
#include "match/judge.h"

/* ---- which claims count ---- */

/* A role that is left out is final, a relation that is left out aimed-at. */
static bool
qualifier_counts(const struct judge *judge, enum criterion_field field, unsigned qualifier)
{
    const bool deliverers = (judge->situation->include & INTV_INCLUDE_DELIVERERS) != 0;
    switch (field) {
    case CRITERION_TARGET_GROUP:
        return qualifier != GROUP_ROLE_DELIVERER || deliverers;
    case CRITERION_IDEOLOGY:
        return qualifier != IDEOLOGY_RELATION_STUDIED_WITH;
    case CRITERION_IDEOLOGY_STUDIED:
        return qualifier == IDEOLOGY_RELATION_STUDIED_WITH;
    default:
        return true;
    }
}

bool
claims_collect(struct judge *judge, const struct criterion *criterion, uint32_t candidate)
{
    const enum field field = CRITERION_FORMATS[criterion->field].field;
    if (field == FIELD_FINDING)
        return findings_collect(judge, candidate);
    const struct fact_span span = catalogue_facts_of(judge->catalogue, candidate, field);
    judge_note_skipped(judge, candidate);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const struct fact_row *row = &judge->catalogue->facts[fact];
        const bool counts = qualifier_counts(judge, criterion->field, row->qualifier);
        if (row->silence != 0) {
            const bool always = field == FIELD_TARGET_GROUP || row->silence == SILENCE_DROPPED;
            if ((counts || always) && !judge_add_mark(judge, fact))
                return false;
        } else if (counts && !judge_add_claim(judge, fact, INTV_NONE)) {
            return false;
        }
    }
    return true;
}

/* ---- the state of one pair ---- */

struct pair
{
    enum claim_state state;
    enum reason reason;
};

static const struct pair UNRELATED = {CLAIM_UNRELATED, REASON_NOT_LISTED};

static struct pair
pair_records(const struct judge *judge, enum criterion_mode mode, uint32_t wanted, uint32_t stated)
{
    const struct intv_catalogue *catalogue = judge->catalogue;
    if (wanted == stated)
        return (struct pair){CLAIM_MET, REASON_EQUAL};
    if (catalogue_is_ancestor(catalogue, stated, wanted))
        return mode == MODE_COVERS ? (struct pair){CLAIM_MET, REASON_BROADER}
                                   : (struct pair){CLAIM_UNKNOWN, REASON_BROADER_ONLY};
    if (catalogue_is_ancestor(catalogue, wanted, stated))
        return mode == MODE_COVERS ? (struct pair){CLAIM_PARTLY, REASON_NARROWER_ONLY}
                                   : (struct pair){CLAIM_MET, REASON_NARROWER};
    if (catalogue_lost_broader(catalogue, wanted) || catalogue_lost_broader(catalogue, stated))
        return (struct pair){CLAIM_UNKNOWN, REASON_DROPPED};
    return UNRELATED;
}

static struct pair
pair_finding(const struct judge *judge, uint32_t wanted, uint32_t finding)
{
    static const struct pair BY_DIRECTION[] = {
        [CODE_NOT_STATED] = {CLAIM_UNKNOWN, REASON_NO_DIRECTION},
        [DIRECTION_POSITIVE] = {CLAIM_MET, REASON_FOUND},
        [DIRECTION_MIXED] = {CLAIM_PARTLY, REASON_FOUND_MIXED},
        [DIRECTION_NONE] = {CLAIM_UNMET, REASON_FOUND_AGAINST},
        [DIRECTION_NEGATIVE] = {CLAIM_UNMET, REASON_FOUND_AGAINST},
    };
    const uint32_t outcome = catalogue_child_of(judge->catalogue, finding, FIELD_OUTCOME);
    const struct pair relation =
        pair_records(judge, MODE_IS_A, wanted, judge->catalogue->facts[outcome].value);
    if (relation.state != CLAIM_MET)
        return relation;
    return BY_DIRECTION[judge->catalogue->facts[finding].qualifier];
}

static struct pair
pair_texts(const struct judge *judge, struct text wanted, uint32_t fact)
{
    const struct fact_row *row = &judge->catalogue->facts[fact];
    for (uint32_t i = 0; i < row->text_count; i++) {
        const struct text_row *text = &judge->catalogue->texts[row->text_first + i];
        const struct text stated = {judge->catalogue->pool + text->offset, text->length};
        if (text_equals_ignoring_case(wanted, stated))
            return (struct pair){CLAIM_MET, REASON_EQUAL};
    }
    return UNRELATED;
}

/* Rule 5a. */
static struct pair
pair_amounts(const struct judge *judge, const struct option *wanted, uint32_t fact)
{
    const struct fact_row *row = &judge->catalogue->facts[fact];
    const struct quantity_row *stated = &judge->catalogue->quantities[row->value];
    if (row->qualifier != wanted->code)
        return (struct pair){CLAIM_UNKNOWN, REASON_NOT_COMPARABLE};
    if (stated->high_bound == BOUND_KNOWN && stated->high <= wanted->high)
        return (struct pair){CLAIM_MET, REASON_AT_MOST};
    if (stated->low_bound == BOUND_KNOWN && stated->low > wanted->high)
        return (struct pair){CLAIM_UNMET, REASON_ABOVE};
    if (stated->low_bound == BOUND_KNOWN && stated->high_bound != BOUND_UNKNOWN)
        return (struct pair){CLAIM_PARTLY, REASON_FROM_LOWEST};
    return (struct pair){CLAIM_UNKNOWN, REASON_NOT_COMPARABLE};
}

static struct pair
judge_pair(const struct judge *judge, enum criterion_mode mode, const struct option *wanted,
           uint32_t fact)
{
    switch (mode) {
    case MODE_COVERS:
    case MODE_IS_A:
        return pair_records(judge, mode, wanted->record, judge->catalogue->facts[fact].value);
    case MODE_FINDINGS:
        return pair_finding(judge, wanted->record, fact);
    case MODE_AT_MOST:
        return pair_amounts(judge, wanted, fact);
    case MODE_SAME:
        return pair_texts(judge, wanted->text, fact);
    case MODE_AGE:
        break; /* ages.c looks at all ranges together */
    }
    return UNRELATED;
}

void
claim_judge(const struct judge *judge, const struct criterion *criterion,
            struct judged_claim *claim)
{
    const enum criterion_mode mode = CRITERION_FORMATS[criterion->field].mode;
    struct pair best = UNRELATED;
    for (uint32_t i = 0; i < criterion->option_count; i++) {
        const struct option *wanted = &judge->situation->options[criterion->option_first + i];
        const struct pair pair = judge_pair(judge, mode, wanted, claim->fact);
        if (pair.state < best.state)
            best = pair;
    }
    claim->state = (uint8_t)best.state;
    claim->reason = (uint8_t)best.reason;
}
