/* SPDX-License-Identifier: EUPL-1.2 */
/* Judging one criterion for one candidate: doc/match.md, rules 1 to 5a. */
#ifndef MATCH_JUDGE_H
#define MATCH_JUDGE_H

#include <interventions/match.h>

#include "situation/situation.h"

enum reason
{
#define REASON(NAME, code, nl, en) REASON_##NAME,
#include "match/reasons.def"
#undef REASON
    REASON_COUNT
};

/* A reason in words, by its code; "" when there is none of that code. */
const char *reason_label(struct text code, enum intv_language language);

/* State of one claim; unrelated ones have no part in the state of the criterion. */
enum claim_state
{
    CLAIM_MET = INTV_MET,
    CLAIM_PARTLY = INTV_PARTLY_MET,
    CLAIM_UNKNOWN = INTV_UNKNOWN,
    CLAIM_UNMET = INTV_UNMET,
    CLAIM_UNRELATED
};

/* A claim that is looked at. */
struct judged_claim
{
    uint32_t fact;
    uint32_t entry; /* of ages: the target group it belongs to, or INTV_NONE */
    uint8_t state;
    uint8_t reason;
    bool has_conflict;
};

/* Where the claim of a fact stands among the claims that are looked at. */
struct claim_place
{
    uint32_t fact;
    uint32_t claim;
};

/* Marks of silence on a field. */
struct marks
{
    bool none;           /* somebody says there is none */
    bool none_by_source; /* somebody other than the editor does */
    bool not_read;
    bool searched;
    bool dropped; /* a lenient load left something out that may answer: rule 3b */
};

struct judgement
{
    enum intv_state state;
    enum reason reason;
    const char *silence; /* "" unless the state is unknown and nothing is stated, or was left out */
    bool editor;
    bool conflict;
};

/* Scratch memory for judging, reused from candidate to candidate. */
struct judge
{
    const struct intv_catalogue *catalogue;
    const struct intv_situation *situation;
    struct judged_claim *claims;
    size_t claim_count;
    size_t claim_capacity;
    struct claim_place *places; /* sorted by fact; only while conflicts are settled */
    size_t place_capacity;
    uint32_t *silent; /* facts that are marks of silence */
    size_t silent_count;
    size_t silent_capacity;
    bool *accepted; /* of each target group: whether a criterion accepts it, rule 5 */
    size_t accepted_capacity;
    struct marks marks;
};

void judge_free(struct judge *judge);

/*
 * Judges a criterion for a candidate. Afterwards the judge holds the claims and marks that were
 * looked at. False when there is no memory.
 */
bool judge_criterion(struct judge *judge, const struct criterion *criterion, uint32_t candidate,
                     struct judgement *judgement);

/* ---- shared by judge.c, claims.c, ages.c and findings.c ---- */

bool judge_add_claim(struct judge *judge, uint32_t fact, uint32_t entry);
bool judge_add_mark(struct judge *judge, uint32_t fact);

/* Rule 3b: an unknown element of the candidate was skipped, which may have been of any field. */
void judge_note_skipped(struct judge *judge, uint32_t candidate);
void judge_clear(struct judge *judge);

static inline bool
judge_is_editor(const struct judge *judge, uint32_t fact)
{
    return catalogue_asserter_of(judge->catalogue, fact) == ASSERTER_EDITOR;
}

/* The claims of a field that count (claims.c). */
bool claims_collect(struct judge *judge, const struct criterion *criterion, uint32_t candidate);

/* The findings on a candidate, rule 3a (findings.c). */
bool findings_collect(struct judge *judge, uint32_t candidate);

/* Whether a finding names the candidate, or none in particular. */
bool finding_is_about(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t candidate);

/* Whether a finding is asserted by the evaluation and is about the candidate. */
bool finding_counts(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t candidate);

/* State of one claim by itself (claims.c). */
void claim_judge(const struct judge *judge, const struct criterion *criterion,
                 struct judged_claim *claim);

/* Rule 5 (ages.c). */
bool ages_judge(struct judge *judge, const struct criterion *criterion, uint32_t candidate,
                struct judgement *judgement);

/*
 * Rule 4a on claims whose states are known: both sides of a conflict become partly. False when there
 * is no memory.
 */
bool judge_settle_conflicts(struct judge *judge, bool is_closed);

/* Rule 3b: the judgement when what was left out may have answered. */
void judge_dropped(struct judgement *judgement);

/* Rule 3: the judgement when nothing is stated. */
void judge_silence(const struct judge *judge, struct judgement *judgement);

#endif
