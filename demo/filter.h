/* SPDX-License-Identifier: EUPL-1.2 */
/* Which records of a kind a list shows: all, or those that --type and the like leave. */
#ifndef FILTER_H
#define FILTER_H

#include <interventions/interventions.h>

#include <stdbool.h>

struct program;

struct selection
{
    enum intv_kind kind;
    uint32_t *records; /* in the order of ids; for free() */
    size_t count;
};

/* Whether an option narrows the list down; those options are about interventions only. */
bool filter_is_wanted(const struct program *program);

/* Fills the selection; false after telling what is wrong. Free its records in either case. */
bool filter_select(struct program *program, enum intv_kind kind, struct selection *selection);

#endif
