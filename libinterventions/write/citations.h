/* SPDX-License-Identifier: EUPL-1.2 */
/* Who says it, and where: the sources of several claims together, each once. */
#ifndef WRITE_CITATIONS_H
#define WRITE_CITATIONS_H

#include "write/pieces.h"

struct citation;

struct citations
{
    struct citation *rows;
    size_t count;
    size_t capacity;
};

/* Adds what a claim or mark of silence cites; nothing when it has neither source nor asserter. */
void citations_add(struct citations *citations, struct json *json,
                   const struct intv_catalogue *catalogue, uint32_t fact);

/* Writes an array, each different citation where it came first, and empties the list. */
void citations_write(struct citations *citations, struct json *json,
                     const struct intv_catalogue *catalogue);

/* The citation of one claim, as an array. */
void citations_write_one(struct citations *citations, struct json *json,
                         const struct intv_catalogue *catalogue, uint32_t fact);

void citations_free(struct citations *citations);

#endif
