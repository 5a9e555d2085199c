/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/judge.h"

#include <stdlib.h>

#include "base/memory.h"

void
judge_free(struct judge *judge)
{
    memory_free(judge->claims);
    memory_free(judge->silent);
    memory_free(judge->places);
    memory_free(judge->accepted);
}

void
judge_clear(struct judge *judge)
{
    judge->claim_count = 0;
    judge->silent_count = 0;
    judge->marks = (struct marks){false, false, false, false, false};
}

bool
judge_add_claim(struct judge *judge, uint32_t fact, uint32_t entry)
{
    if (!memory_reserve(&judge->claims, &judge->claim_capacity, judge->claim_count + 1,
                        sizeof(*judge->claims)))
        return false;
    judge->claims[judge->claim_count++] =
        (struct judged_claim){fact, entry, CLAIM_UNRELATED, REASON_NOT_LISTED, false};
    return true;
}

bool
judge_add_mark(struct judge *judge, uint32_t fact)
{
    const enum silence silence = judge->catalogue->facts[fact].silence;
    if (!memory_reserve(&judge->silent, &judge->silent_capacity, judge->silent_count + 1,
                        sizeof(*judge->silent)))
        return false;
    judge->silent[judge->silent_count++] = fact;
    judge->marks.none = judge->marks.none || silence == SILENCE_NONE;
    judge->marks.none_by_source =
        judge->marks.none_by_source || (silence == SILENCE_NONE && !judge_is_editor(judge, fact));
    judge->marks.not_read = judge->marks.not_read || silence == SILENCE_NOT_READ;
    judge->marks.searched = judge->marks.searched || silence == SILENCE_SEARCHED;
    judge->marks.dropped = judge->marks.dropped || silence == SILENCE_DROPPED;
    return true;
}

void
judge_note_skipped(struct judge *judge, uint32_t candidate)
{
    if (judge->catalogue->records[candidate].has_skipped != 0)
        judge->marks.dropped = true;
}

void
judge_dropped(struct judgement *judgement)
{
    judgement->state = INTV_UNKNOWN;
    judgement->reason = REASON_DROPPED;
    judgement->silence = "dropped";
}

void
judge_silence(const struct judge *judge, struct judgement *judgement)
{
    judgement->state = INTV_UNKNOWN;
    judgement->reason = REASON_NOTHING_STATED;
    if (judge->marks.dropped) {
        judge_dropped(judgement);
        return;
    }
    if (judge->marks.none_by_source) {
        judgement->state = INTV_UNMET;
        judgement->reason = REASON_STATED_NONE;
        return;
    }
    if (judge->marks.none)
        judgement->reason = REASON_EDITOR_ONLY;
    judgement->silence = judge->marks.not_read   ? "not-read"
                         : judge->marks.searched ? "searched"
                                                 : "not-stated";
}

/* ---- conflicts ---- */

static int
compare_places(const void *one, const void *other)
{
    const struct claim_place *a = one;
    const struct claim_place *b = other;
    return (a->fact > b->fact) - (a->fact < b->fact);
}

/* The claims by fact, so that the other side of a conflict is found fast. */
static bool
sort_places(struct judge *judge)
{
    if (!memory_reserve(&judge->places, &judge->place_capacity, judge->claim_count,
                        sizeof(*judge->places)))
        return false;
    for (uint32_t i = 0; i < judge->claim_count; i++)
        judge->places[i] = (struct claim_place){judge->claims[i].fact, i};
    if (judge->claim_count > 0)
        qsort(judge->places, judge->claim_count, sizeof(*judge->places), compare_places);
    return true;
}

static const struct judged_claim *
find_claim(const struct judge *judge, uint32_t fact)
{
    size_t low = 0;
    size_t high = judge->claim_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (judge->places[middle].fact == fact)
            return &judge->claims[judge->places[middle].claim];
        if (judge->places[middle].fact < fact)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool
any_is_linked(const struct judge *judge)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->catalogue->facts[judge->claims[i].fact].conflict_count > 0)
            return true;
    return false;
}

/* For the comparison an unrelated claim has the state that rule 2 would give. */
static unsigned
state_for_conflict(const struct judged_claim *claim, bool is_closed)
{
    if (claim->state != CLAIM_UNRELATED)
        return claim->state;
    return is_closed ? CLAIM_UNMET : CLAIM_UNKNOWN;
}

static void
mark_conflicts_of(struct judge *judge, struct judged_claim *claim, bool is_closed)
{
    const struct fact_row *row = &judge->catalogue->facts[claim->fact];
    for (uint32_t i = 0; i < row->conflict_count; i++) {
        const struct judged_claim *other =
            find_claim(judge, judge->catalogue->links[row->conflict_first + i]);
        if (other != NULL &&
            state_for_conflict(claim, is_closed) != state_for_conflict(other, is_closed))
            claim->has_conflict = true;
    }
}

/* All links at once: the states change only after every link was compared. */
bool
judge_settle_conflicts(struct judge *judge, bool is_closed)
{
    if (!any_is_linked(judge))
        return true;
    if (!sort_places(judge))
        return false;
    for (size_t i = 0; i < judge->claim_count; i++)
        mark_conflicts_of(judge, &judge->claims[i], is_closed);
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].has_conflict) {
            judge->claims[i].state = CLAIM_PARTLY;
            judge->claims[i].reason = REASON_CONFLICT;
        }
    return true;
}

/* ---- together ---- */

/* Whether every claim with this state is the editor's. */
static bool
rests_on_editor(const struct judge *judge, unsigned state)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].state == state && !judge_is_editor(judge, judge->claims[i].fact))
            return false;
    return true;
}

static bool
all_are_editor(const struct judge *judge)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (!judge_is_editor(judge, judge->claims[i].fact))
            return false;
    return true;
}

static const struct judged_claim *
best_claim(const struct judge *judge)
{
    const struct judged_claim *best = NULL;
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].state != CLAIM_UNRELATED &&
            (best == NULL || judge->claims[i].state < best->state))
            best = &judge->claims[i];
    return best;
}

static bool
conflict_gives_partly(const struct judge *judge)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].has_conflict)
            return true;
    return false;
}

/* Rules 2, 3b and 4 over claims whose states are known. */
static void
judge_together(const struct judge *judge, bool is_closed, struct judgement *judgement)
{
    const struct judged_claim *best = best_claim(judge);
    if (best != NULL) {
        judgement->state = (enum intv_state)best->state;
        judgement->reason = (enum reason)best->reason;
    } else {
        judgement->state = is_closed ? INTV_UNMET : INTV_UNKNOWN;
        judgement->reason = is_closed ? REASON_OTHER_STATED : REASON_NOT_LISTED;
    }
    const bool may_answer =
        judge->marks.dropped && (best == NULL || judgement->state == INTV_UNMET);
    if (may_answer || judgement->reason == REASON_DROPPED)
        judge_dropped(judgement);
    if (judgement->state == INTV_UNMET && all_are_editor(judge)) {
        judgement->state = INTV_UNKNOWN;
        judgement->reason = REASON_EDITOR_ONLY;
    }
    if (judgement->state == INTV_MET || judgement->state == INTV_PARTLY_MET)
        judgement->editor = rests_on_editor(judge, judgement->state);
    judgement->conflict = judgement->state == INTV_PARTLY_MET && conflict_gives_partly(judge);
}

static bool
applies(const struct judge *judge, enum criterion_field field, uint32_t candidate)
{
    return !CRITERION_FORMATS[field].skips_types ||
           catalogue_code_of(judge->catalogue, candidate, FIELD_RECORD_KIND) != RECORD_KIND_TYPE;
}

bool
judge_criterion(struct judge *judge, const struct criterion *criterion, uint32_t candidate,
                struct judgement *judgement)
{
    const struct criterion_format *format = &CRITERION_FORMATS[criterion->field];
    *judgement = (struct judgement){INTV_NOT_APPLICABLE, REASON_NOT_APPLICABLE, "", false, false};
    judge_clear(judge);
    if (!applies(judge, criterion->field, candidate))
        return true;
    if (format->mode == MODE_AGE)
        return ages_judge(judge, criterion, candidate, judgement);
    if (!claims_collect(judge, criterion, candidate))
        return false;
    if (judge->claim_count == 0) {
        judge_silence(judge, judgement);
        return true;
    }
    for (size_t i = 0; i < judge->claim_count; i++)
        claim_judge(judge, criterion, &judge->claims[i]);
    if (!judge_settle_conflicts(judge, format->is_closed))
        return false;
    judge_together(judge, format->is_closed, judgement);
    return true;
}
