/* SPDX-License-Identifier: EUPL-1.2 */
/* What the asker says, resolved in one catalogue. */
#ifndef SITUATION_SITUATION_H
#define SITUATION_SITUATION_H

#include <interventions/situation.h>

#include "base/diagnostics.h"
#include "model/catalogue.h"
#include "model/fields.h"

/* One option of a criterion: a record, a range of ages, or a most of something. */
struct option
{
    uint32_t record;  /* INTV_NONE when the option is no record */
    int64_t low;      /* of ages */
    int64_t high;     /* of ages (INT64_MAX without end), or the most: cents or units */
    uint8_t code;     /* unit or per */
    struct text text; /* as written, kept by the situation */
};

struct criterion
{
    enum criterion_field field;
    enum intv_importance importance;
    uint32_t option_first;
    uint32_t option_count;
};

struct said
{
    uint32_t precondition;
    enum intv_precondition_state state;
};

struct intv_situation
{
    struct intv_catalogue *catalogue;
    struct criterion *criteria;
    size_t criterion_count;
    size_t criterion_capacity;
    struct option *options;
    size_t option_count;
    size_t option_capacity;
    struct said *said; /* in the order in which it was said */
    size_t said_count;
    size_t said_capacity;
    uint32_t as_of; /* yyyymmdd, 0 without */
    uint32_t include;
};

enum situation_limit
{
#define LIMIT(NAME, name, value, nl, en) SITUATION_LIMIT_##NAME,
#include "situation/limits.def"
#undef LIMIT
    SITUATION_LIMIT_COUNT
};

struct situation_limit_format
{
    const char *name;
    uint32_t value;
    const char *explanation[2]; /* by enum intv_language */
};

extern const struct situation_limit_format SITUATION_LIMITS[SITUATION_LIMIT_COUNT];

/* As the public functions, with a place for diagnostics. */
enum intv_status situation_add(struct intv_situation *situation, enum intv_importance importance,
                               struct text field, struct text value, struct place place,
                               struct intv_diagnostics *diagnostics);

/* A criterion without options, and one more option of the criterion that was opened last. */
enum intv_status situation_open_criterion(struct intv_situation *situation,
                                          enum intv_importance importance, struct text field,
                                          struct place place, struct intv_diagnostics *diagnostics);
enum intv_status situation_add_option(struct intv_situation *situation, struct text written,
                                      struct place place, struct intv_diagnostics *diagnostics);
enum intv_status situation_say(struct intv_situation *situation, struct text precondition,
                               enum intv_precondition_state state, struct place place,
                               struct intv_diagnostics *diagnostics);

/* A full copy; NULL when there is no memory. */
struct intv_situation *situation_copy(const struct intv_situation *situation);

/* Puts what `other` holds in place of what `situation` holds, and empties `other`. */
void situation_take(struct intv_situation *situation, struct intv_situation *other);

/* What was said of exactly this precondition. */
enum intv_precondition_state situation_said_of(const struct intv_situation *situation,
                                               uint32_t precondition);

#endif
