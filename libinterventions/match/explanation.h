/* SPDX-License-Identifier: EUPL-1.2 */
/* What an explanation holds: made in explanation.c, read in explanation_view.c. */
#ifndef MATCH_EXPLANATION_H
#define MATCH_EXPLANATION_H

#include "match/match.h"

struct fact_list
{
    uint32_t *facts;
    size_t count;
    size_t capacity;
};

struct explained_criterion
{
    struct judgement judgement;
    struct fact_list claims; /* those that decide come first */
    size_t deciding;
};

enum part
{
    PART_EVALUATIONS,
    PART_FINDINGS,
    PART_WARNINGS,
    PART_NEGATIVE_FINDINGS,
    PART_SIDE_EFFECTS,
    PART_LIMITATIONS,
    PART_PRECONDITIONS_SILENCE,
    PART_STATUS,
    PART_COUNT
};

/* A claim that names a precondition. */
struct need_claim
{
    uint32_t precondition;
    uint32_t fact;
};

struct intv_explanation
{
    struct intv_situation *situation; /* a copy, which keeps the catalogue */
    struct match_row row;
    struct explained_criterion *criteria; /* one for each criterion of the situation */
    struct precondition_list preconditions;
    struct need_claim *needs; /* sorted by precondition, then in the order of the files */
    size_t need_count;
    struct fact_list parts[PART_COUNT];
    bool lost[PART_COUNT]; /* a lenient load may have left out something of it, beside its facts */
};

#endif
