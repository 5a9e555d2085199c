/* SPDX-License-Identifier: EUPL-1.2 */
/* The words of a query, and what each weighs in the records that hold it. */
#ifndef QUERY_COUNT_H
#define QUERY_COUNT_H

#include "query/search.h"

/* Makes the words of the search: those to be absent come last. The tree knows what counts. */
enum intv_status count_make_words(struct search_maker *maker);

/* Finds all words in all records. */
enum intv_status count_words(struct search_maker *maker);

void count_free_words(struct intv_search *search);

#endif
