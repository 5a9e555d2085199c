/* SPDX-License-Identifier: EUPL-1.2 */
/* The best places of a result, of which no more are kept than are asked for. */
#ifndef QUERY_HITS_H
#define QUERY_HITS_H

#include "query/search.h"

struct hits
{
    struct search_place *rows; /* room for `most`, by the caller; the worst first until sorted */
    size_t count;
    size_t most;
};

/* Offers a place; records come in rising order, so that of equal scores the first stay. */
void hits_offer(struct hits *hits, uint32_t record, uint64_t score);

/* Best first. */
void hits_sort(struct hits *hits);

#endif
