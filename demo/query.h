/* SPDX-License-Identifier: EUPL-1.2 */
/* The query of the command line. */
#ifndef QUERY_H
#define QUERY_H

#include <interventions/query.h>
#include <interventions/search.h>

#include <stdbool.h>

struct program;

/*
 * Reads the query that the operands are together, with its settings; `kinds` are bits of kinds, 0
 * for all. NULL after telling what is wrong; else for intv_query_free().
 */
struct intv_query *query_read(struct program *program, uint32_t kinds);

/* Searches; NULL after telling what is wrong; else for intv_search_free(). */
struct intv_search *query_search(struct program *program, const struct intv_query *query);

/* Prints the query as it was understood. */
void query_print(struct program *program, const struct intv_query *query);

/* Prints what was searched instead, or the words that may have been meant. */
void query_print_suggestions(struct program *program, const struct intv_search *search);

#endif
