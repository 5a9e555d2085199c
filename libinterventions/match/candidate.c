/* SPDX-License-Identifier: EUPL-1.2 */
/* One candidate: rules 8 and 9. */
#include "match/evidence.h"
#include "match/match.h"

struct musts
{
    bool any_unmet;
    bool all_met;
};

static void
count_wish(struct keys *keys, enum intv_state state)
{
    if (state == INTV_NOT_APPLICABLE)
        return;
    keys->wishes++;
    keys->wishes_met += state == INTV_MET;
    keys->wishes_partly += state == INTV_PARTLY_MET;
    keys->wishes_unknown += state == INTV_UNKNOWN;
}

static void
count_must(struct musts *musts, enum intv_state state)
{
    musts->any_unmet = musts->any_unmet || state == INTV_UNMET;
    musts->all_met = musts->all_met && state == INTV_MET;
}

static bool
judge_criteria(struct judge *judge, uint32_t record, struct keys *keys, struct musts *musts)
{
    const struct intv_situation *situation = judge->situation;
    for (size_t i = 0; i < situation->criterion_count; i++) {
        struct judgement judgement;
        if (!judge_criterion(judge, &situation->criteria[i], record, &judgement))
            return false;
        if (situation->criteria[i].importance == INTV_WISH)
            count_wish(keys, judgement.state);
        else
            count_must(musts, judgement.state);
    }
    return true;
}

static void
count_preconditions(const struct precondition_list *list, struct keys *keys)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->rows[i].scope != SCOPE_INTERVENTION)
            continue;
        keys->absent += list->rows[i].state == INTV_ABSENT;
        keys->partly += list->rows[i].state == INTV_PARTLY_PRESENT;
        keys->unknown += list->rows[i].state == INTV_UNSAID;
    }
}

static bool
has_dropped(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == SILENCE_DROPPED)
            return true;
    return false;
}

/* Whether a lenient load may have left out that it has ended or is foreign: rule 3b. */
static bool
lost_status(const struct intv_catalogue *catalogue, uint32_t record)
{
    return catalogue->header->is_incomplete != 0 &&
           (catalogue->records[record].has_skipped != 0 ||
            has_dropped(catalogue, record, FIELD_STATUS) ||
            has_dropped(catalogue, record, FIELD_COUNTRY) ||
            has_dropped(catalogue, record, FIELD_REPLACED_BY));
}

static enum intv_category
find_category(const struct musts *musts, const struct precondition_list *list, bool may_fit)
{
    bool all_present = list->stated;
    if (musts->any_unmet)
        return INTV_EXCLUDED;
    for (size_t i = 0; i < list->count; i++) {
        const struct precondition_row *row = &list->rows[i];
        if (row->blocking && row->state == INTV_ABSENT)
            return INTV_BLOCKED;
        all_present = all_present && (!row->relevant || row->state == INTV_PRESENT);
    }
    return may_fit && all_present ? INTV_FITS : INTV_OPEN;
}

bool
candidate_judge(struct judge *judge, struct precondition_list *preconditions, uint32_t record,
                struct candidate *candidate)
{
    struct musts musts = {false, true};
    struct keys keys = {0};
    bool lost_findings = false;
    if (!judge_criteria(judge, record, &keys, &musts) ||
        !preconditions_collect(judge->situation, record, preconditions) ||
        !evidence_order(judge, record, &keys.evidence, &lost_findings))
        return false;
    count_preconditions(preconditions, &keys);
    const bool status_lost = lost_status(judge->catalogue, record);
    candidate->may_fit = musts.all_met && !status_lost;
    candidate->row =
        (struct match_row){record, find_category(&musts, preconditions, candidate->may_fit), keys,
                           lost_findings, status_lost};
    return true;
}

uint64_t
keys_get(const struct keys *keys, enum intv_match_key key)
{
    const uint64_t low = 2 * (uint64_t)keys->wishes_met + keys->wishes_partly;
    switch (key) {
    case INTV_KEY_WISHES_LOW:
        return low;
    case INTV_KEY_WISHES_HIGH:
        return low + 2 * (uint64_t)keys->wishes_unknown;
    case INTV_KEY_WISHES_PARTS:
        return 2 * (uint64_t)keys->wishes;
    case INTV_KEY_ABSENT:
        return keys->absent;
    case INTV_KEY_PARTLY:
        return keys->partly;
    case INTV_KEY_UNKNOWN:
        return keys->unknown;
    case INTV_KEY_EVIDENCE:
        return keys->evidence;
    }
    return 0;
}
