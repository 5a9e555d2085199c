/* SPDX-License-Identifier: EUPL-1.2 */
/* Ages: rule 5. */
#include "match/judge.h"

#include "base/memory.h"

/* Ages from low to high, both included; empty when low > high. */
struct range
{
    int64_t low;
    int64_t high;
};

static bool
overlap(struct range one, struct range other)
{
    return one.low <= other.high && other.low <= one.high && one.low <= one.high &&
           other.low <= other.high;
}

/* The ages a stated range is certain to cover: those between two known bounds, or a known bound. */
static struct range
certain_ages(const struct quantity_row *stated)
{
    const bool low = stated->low_bound == BOUND_KNOWN;
    const bool high = stated->high_bound == BOUND_KNOWN;
    /* "At least" says where the ages begin and that they go on. */
    const bool endless = stated->high_bound == BOUND_NONE || stated->exactness == QUANTITY_AT_LEAST;
    if (low && endless)
        return (struct range){stated->low, INT64_MAX};
    if (low)
        return (struct range){stated->low, high ? stated->high : stated->low};
    if (high)
        return (struct range){stated->high, stated->high};
    return (struct range){1, 0};
}

/* The ages a stated range may cover. */
static struct range
possible_ages(const struct quantity_row *stated)
{
    return (struct range){stated->low_bound == BOUND_KNOWN ? stated->low : 0,
                          stated->high_bound == BOUND_KNOWN ? stated->high : INT64_MAX};
}

typedef struct range (*ages_of)(const struct quantity_row *stated);

/* Ranges that take part: all, or only those without a conflict, or one alone. */
struct chosen
{
    const struct judge *judge;
    size_t first;
    size_t end;
    bool without_conflict;
};

static bool
takes_part(const struct chosen *chosen, size_t claim)
{
    return !chosen->without_conflict || !chosen->judge->claims[claim].has_conflict;
}

static struct range
range_of(const struct chosen *chosen, size_t claim, ages_of ages)
{
    const struct intv_catalogue *catalogue = chosen->judge->catalogue;
    const struct fact_row *row = &catalogue->facts[chosen->judge->claims[claim].fact];
    return ages(&catalogue->quantities[row->value]);
}

static bool
shares_age(const struct chosen *chosen, struct range wanted, ages_of ages)
{
    for (size_t i = chosen->first; i < chosen->end; i++)
        if (takes_part(chosen, i) && overlap(range_of(chosen, i, ages), wanted))
            return true;
    return false;
}

/*
 * Whether the union of the ranges covers the wanted ages: starting at the lowest, each range that
 * holds the first age not yet covered moves it on.
 */
static bool
covers(const struct chosen *chosen, struct range wanted, ages_of ages)
{
    int64_t next = wanted.low;
    bool moved = true;
    while (moved) {
        moved = false;
        for (size_t i = chosen->first; i < chosen->end; i++) {
            const struct range range = range_of(chosen, i, ages);
            if (!takes_part(chosen, i) || range.low > next || range.high < next)
                continue;
            if (range.high >= wanted.high)
                return true;
            next = range.high + 1;
            moved = true;
        }
    }
    return false;
}

static void
judge_option(const struct chosen *chosen, const struct option *option, struct judgement *judgement)
{
    const struct range wanted = {option->low, option->high};
    enum intv_state state = INTV_UNKNOWN;
    enum reason reason = REASON_BOUND_UNKNOWN;
    if (covers(chosen, wanted, certain_ages)) {
        state = INTV_MET;
        reason = REASON_WITHIN;
    } else if (!shares_age(chosen, wanted, possible_ages)) {
        state = INTV_UNMET;
        reason = REASON_OUTSIDE;
    } else if (!covers(chosen, wanted, possible_ages) && shares_age(chosen, wanted, certain_ages)) {
        state = INTV_PARTLY_MET;
        reason = REASON_OVERLAP;
    }
    if (state < judgement->state) {
        judgement->state = state;
        judgement->reason = reason;
    }
}

/* Best of the options; `judgement` comes in worse than any. */
static void
judge_options(const struct chosen *chosen, const struct criterion *criterion,
              struct judgement *judgement)
{
    judgement->state = INTV_NOT_APPLICABLE;
    for (uint32_t i = 0; i < criterion->option_count; i++)
        judge_option(chosen, &chosen->judge->situation->options[criterion->option_first + i],
                     judgement);
}

/* ---- which ranges count ---- */

static bool
is_final(const struct fact_row *group)
{
    return group->qualifier == CODE_NOT_STATED || group->qualifier == GROUP_ROLE_FINAL;
}

static bool
add_marks_under(struct judge *judge, uint32_t group)
{
    const struct fact_row *row = &judge->catalogue->facts[group];
    for (uint32_t i = 0; i < row->child_count; i++) {
        const uint32_t child = row->child_first + i;
        if (judge->catalogue->facts[child].field == FIELD_AGES &&
            judge->catalogue->facts[child].silence != 0 && !judge_add_mark(judge, child))
            return false;
    }
    return true;
}

static bool
add_own_ages(struct judge *judge, uint32_t candidate)
{
    const struct fact_span span = catalogue_facts_of(judge->catalogue, candidate, FIELD_AGES);
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].entry == INTV_NONE)
            return true; /* each range is used once */
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (judge->catalogue->facts[fact].silence == 0 && !judge_add_claim(judge, fact, INTV_NONE))
            return false;
    return true;
}

static bool
add_entry(struct judge *judge, uint32_t candidate, uint32_t group)
{
    const struct fact_row *row = &judge->catalogue->facts[group];
    bool has_ages = false;
    for (uint32_t i = 0; i < row->child_count; i++) {
        const uint32_t child = row->child_first + i;
        if (judge->catalogue->facts[child].field != FIELD_AGES ||
            judge->catalogue->facts[child].silence != 0)
            continue;
        has_ages = true;
        if (!judge_add_claim(judge, child, group))
            return false;
    }
    return has_ages || !is_final(row) || add_own_ages(judge, candidate);
}

/* Groups whose claim is met or partly met for one criterion are put behind the others. */
static bool
accept_for(struct judge *judge, const struct criterion *criterion, uint32_t candidate, bool *lost)
{
    struct judgement ignored;
    if (!judge_criterion(judge, criterion, candidate, &ignored))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < judge->claim_count; i++) {
        *lost = *lost || judge->claims[i].reason == REASON_DROPPED;
        if (judge->claims[i].state <= CLAIM_PARTLY)
            judge->claims[kept++] = judge->claims[i];
    }
    judge->claim_count = kept;
    return true;
}

/*
 * Marks the target groups that a criterion accepts, by their place in the span; *lost says that more
 * may be accepted, of which a lenient load lost what is broader.
 */
static bool
collect_accepted(struct judge *judge, uint32_t candidate, struct fact_span groups, bool *any,
                 bool *lost)
{
    const size_t count = groups.end - groups.first;
    *any = false;
    *lost = false;
    if (count == 0)
        return true;
    if (!memory_reserve(&judge->accepted, &judge->accepted_capacity, count,
                        sizeof(*judge->accepted)))
        return false;
    memset(judge->accepted, 0, count * sizeof(*judge->accepted));
    for (size_t c = 0; c < judge->situation->criterion_count; c++) {
        const struct criterion *criterion = &judge->situation->criteria[c];
        if (criterion->field != CRITERION_TARGET_GROUP)
            continue;
        if (!accept_for(judge, criterion, candidate, lost))
            return false;
        for (size_t i = 0; i < judge->claim_count; i++)
            judge->accepted[judge->claims[i].fact - groups.first] = true;
        *any = *any || judge->claim_count > 0;
    }
    judge_clear(judge);
    return true;
}

static bool
collect_marks(struct judge *judge, uint32_t candidate, struct fact_span groups)
{
    const struct fact_span own = catalogue_facts_of(judge->catalogue, candidate, FIELD_AGES);
    for (uint32_t fact = own.first; fact < own.end; fact++)
        if (judge->catalogue->facts[fact].silence != 0 && !judge_add_mark(judge, fact))
            return false;
    for (uint32_t group = groups.first; group < groups.end; group++) {
        const bool dropped = judge->catalogue->facts[group].silence == SILENCE_DROPPED;
        if ((dropped && !judge_add_mark(judge, group)) || !add_marks_under(judge, group))
            return false;
    }
    judge_note_skipped(judge, candidate);
    return true;
}

static bool
collect_ranges(struct judge *judge, uint32_t candidate)
{
    const struct fact_span groups =
        catalogue_facts_of(judge->catalogue, candidate, FIELD_TARGET_GROUP);
    bool any_accepted = false;
    bool any_entry = false;
    bool lost = false;
    if (!collect_accepted(judge, candidate, groups, &any_accepted, &lost) ||
        !collect_marks(judge, candidate, groups))
        return false;
    judge->marks.dropped = judge->marks.dropped || lost;
    for (uint32_t group = groups.first; group < groups.end; group++) {
        const struct fact_row *row = &judge->catalogue->facts[group];
        const bool counts = any_accepted ? judge->accepted[group - groups.first] : is_final(row);
        if (row->silence != 0 || !counts)
            continue;
        any_entry = true;
        if (!add_entry(judge, candidate, group))
            return false;
    }
    return any_entry || add_own_ages(judge, candidate);
}

/* ---- together ---- */

static bool
any_conflict(const struct judge *judge)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].has_conflict)
            return true;
    return false;
}

static bool
all_are_editor(const struct judge *judge)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (!judge_is_editor(judge, judge->claims[i].fact))
            return false;
    return true;
}

/* The state of each range by itself, for rule 4a. */
static void
judge_alone(struct judge *judge, const struct criterion *criterion)
{
    for (size_t i = 0; i < judge->claim_count; i++) {
        const struct chosen alone = {judge, i, i + 1, false};
        struct judgement judgement;
        judge_options(&alone, criterion, &judgement);
        judge->claims[i].state = (uint8_t)judgement.state;
        judge->claims[i].reason = (uint8_t)judgement.reason;
    }
}

static bool
settle_conflict(struct judge *judge, const struct criterion *criterion, struct judgement *judgement)
{
    const struct chosen rest = {judge, 0, judge->claim_count, true};
    judge_alone(judge, criterion);
    if (!judge_settle_conflicts(judge, true))
        return false;
    if (!any_conflict(judge))
        return true;
    judge_options(&rest, criterion, judgement);
    if (judgement->state == INTV_MET)
        return true;
    judgement->state = INTV_PARTLY_MET;
    judgement->reason = REASON_CONFLICT;
    judgement->conflict = true;
    return true;
}

bool
ages_judge(struct judge *judge, const struct criterion *criterion, uint32_t candidate,
           struct judgement *judgement)
{
    if (!collect_ranges(judge, candidate))
        return false;
    if (judge->claim_count == 0) {
        judge_silence(judge, judgement);
        return true;
    }
    const struct chosen all = {judge, 0, judge->claim_count, false};
    judge_options(&all, criterion, judgement);
    if (!settle_conflict(judge, criterion, judgement))
        return false;
    const bool editor = all_are_editor(judge);
    if (judgement->state == INTV_UNMET && judge->marks.dropped)
        judge_dropped(judgement);
    if (judgement->state == INTV_UNMET && editor) {
        judgement->state = INTV_UNKNOWN;
        judgement->reason = REASON_EDITOR_ONLY;
    }
    judgement->editor = editor && judgement->state <= INTV_PARTLY_MET;
    return true;
}
