/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the words of a query stand in a record: a piece of text with marks, and why. */
#ifndef SNIPPET_H
#define SNIPPET_H

#include <interventions/search.h>

struct program;

/* Prints the best texts of a hit, each on a line: field, text with its words marked, reason. */
void snippet_print(struct program *program, const struct intv_search *search,
                   const struct intv_hit *hit, unsigned indent);

#endif
