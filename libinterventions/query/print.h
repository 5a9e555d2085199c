/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef QUERY_PRINT_H
#define QUERY_PRINT_H

#include "query/query.h"

/* Whether a clause inside another is written in parentheses; the root counts as having more. */
static inline bool
print_has_parentheses(uint8_t parent, uint8_t child)
{
    const bool is_group = child == CLAUSE_ALL || child == CLAUSE_ANY;
    if (parent == CLAUSE_NOT)
        return is_group || child == CLAUSE_NOT;
    return parent == CLAUSE_ALL && child == CLAUSE_ANY;
}

#endif
