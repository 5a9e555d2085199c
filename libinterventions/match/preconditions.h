/* SPDX-License-Identifier: EUPL-1.2 */
/* Preconditions of a candidate and their states: doc/match.md, rules 6 and 7. */
#ifndef MATCH_PRECONDITIONS_H
#define MATCH_PRECONDITIONS_H

#include "situation/situation.h"

struct precondition_row
{
    uint32_t record;
    uint8_t need;
    uint8_t scope;
    uint8_t state; /* enum intv_precondition_state */
    bool derived;
    bool blocking;
    bool relevant;
};

struct precondition_list
{
    struct precondition_row *rows; /* sorted by record, which is by id */
    size_t count;
    size_t capacity;
    /* At least one of scope intervention, or a mark `none` of other than the editor; not incomplete. */
    bool stated;
};

void preconditions_free(struct precondition_list *list);

/* Fills the list anew for a candidate; false when there is no memory. */
bool preconditions_collect(const struct intv_situation *situation, uint32_t candidate,
                           struct precondition_list *list);

/* Reports states that contradict each other: present under absent. */
enum intv_status preconditions_check(const struct intv_situation *situation,
                                     struct intv_diagnostics *diagnostics);

#endif
