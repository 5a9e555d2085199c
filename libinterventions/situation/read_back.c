/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading back what a situation holds. */
#include "situation/situation.h"

struct intv_catalogue *
intv_situation_get_catalogue(const struct intv_situation *situation)
{
    return situation != NULL ? situation->catalogue : NULL;
}

/* ---- criteria ---- */

static const struct criterion *
find_criterion(const struct intv_situation *situation, size_t index)
{
    return index < situation->criterion_count ? &situation->criteria[index] : NULL;
}

static const struct option *
find_option(const struct intv_situation *situation, size_t index, size_t option)
{
    const struct criterion *criterion = find_criterion(situation, index);
    return criterion != NULL && option < criterion->option_count
               ? &situation->options[criterion->option_first + option]
               : NULL;
}

const char *
intv_situation_get_criterion_field(const struct intv_situation *situation, size_t index,
                                   enum intv_language language)
{
    const struct criterion *criterion = find_criterion(situation, index);
    return criterion != NULL ? CRITERION_FORMATS[criterion->field].name[language == INTV_ENGLISH]
                             : "";
}

enum intv_importance
intv_situation_get_criterion_importance(const struct intv_situation *situation, size_t index)
{
    const struct criterion *criterion = find_criterion(situation, index);
    return criterion != NULL ? criterion->importance : INTV_WISH;
}

size_t
intv_situation_get_option_count(const struct intv_situation *situation, size_t index)
{
    const struct criterion *criterion = find_criterion(situation, index);
    return criterion != NULL ? criterion->option_count : 0;
}

const char *
intv_situation_get_option(const struct intv_situation *situation, size_t index, size_t option)
{
    const struct option *found = find_option(situation, index, option);
    if (found == NULL)
        return "";
    return found->record != INTV_NONE ? intv_record_get_id(situation->catalogue, found->record)
                                      : found->text.bytes;
}

uint32_t
intv_situation_get_option_record(const struct intv_situation *situation, size_t index,
                                 size_t option)
{
    const struct option *found = find_option(situation, index, option);
    return found != NULL ? found->record : INTV_NONE;
}

/* ---- preconditions ---- */

size_t
intv_situation_get_precondition_count(const struct intv_situation *situation)
{
    return situation != NULL ? situation->said_count : 0;
}

uint32_t
intv_situation_get_precondition(const struct intv_situation *situation, size_t index)
{
    return index < situation->said_count ? situation->said[index].precondition : INTV_NONE;
}

enum intv_precondition_state
intv_situation_get_precondition_state(const struct intv_situation *situation, size_t index)
{
    return index < situation->said_count ? situation->said[index].state : INTV_UNSAID;
}

/* ---- the rest ---- */

uint32_t
intv_situation_get_as_of(const struct intv_situation *situation)
{
    return situation != NULL ? situation->as_of : 0;
}

uint32_t
intv_situation_get_include(const struct intv_situation *situation)
{
    return situation != NULL ? situation->include : 0;
}

const char *
intv_importance_get_name(enum intv_importance importance)
{
    static const char *const NAMES[] = {[INTV_MUST] = "must", [INTV_WISH] = "wish"};
    return (unsigned)importance <= INTV_WISH ? NAMES[importance] : "unknown";
}

const char *
intv_include_get_name(uint32_t include)
{
    switch (include) {
    case INTV_INCLUDE_TYPES:
        return "types";
    case INTV_INCLUDE_INSTRUMENTS:
        return "instruments";
    case INTV_INCLUDE_FOREIGN:
        return "foreign";
    case INTV_INCLUDE_ENDED:
        return "ended";
    case INTV_INCLUDE_DELIVERERS:
        return "deliverers";
    default:
        return NULL;
    }
}
