/* SPDX-License-Identifier: EUPL-1.2 */
/* Category, keys and order of candidates: doc/match.md, rules 8 to 11. */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "match/judge.h"
#include "match/preconditions.h"

/* What rules 8 and 9 need to know of one candidate. */
struct keys
{
    uint32_t wishes; /* that apply */
    uint32_t wishes_met;
    uint32_t wishes_partly;
    uint32_t wishes_unknown;
    uint32_t absent;
    uint32_t partly;
    uint32_t unknown;
    uint64_t evidence;
};

struct match_row
{
    uint32_t record;
    enum intv_category category;
    struct keys keys;
    bool lost_findings; /* a lenient load may have left out findings on it */
    bool lost_status;   /* or that it has ended, or is foreign */
};

struct question
{
    uint32_t precondition;
    uint32_t score;
};

struct intv_match
{
    struct intv_situation *situation; /* a copy */
    struct match_row *rows;
    size_t count;
    size_t capacity;
    struct question *questions;
    size_t question_count;
    size_t question_capacity;
};

/* A candidate, judged: its row, and whether only preconditions keep it from fitting. */
struct candidate
{
    struct match_row row;
    bool may_fit;
};

/* Judges one record; the list then holds its preconditions. False when there is no memory. */
bool candidate_judge(struct judge *judge, struct precondition_list *preconditions, uint32_t record,
                     struct candidate *candidate);

uint64_t keys_get(const struct keys *keys, enum intv_match_key key);

#endif
