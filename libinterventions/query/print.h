/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef QUERY_PRINT_H
#define QUERY_PRINT_H

#include "query/query.h"

/* What is written in the place of a word: of query->words. */
struct print_replacement
{
    uint32_t word;
    struct text term;
};

/* intv_query_write() with other words; on failure the output is as it was. */
enum intv_status print_query(const struct intv_query *query, enum intv_language language,
                             const struct print_replacement *replacements, size_t count,
                             struct intv_output *output);

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
