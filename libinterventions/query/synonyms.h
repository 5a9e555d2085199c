/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that are the whole label of a record: doc/search.md, rule 11. */
#ifndef QUERY_SYNONYMS_H
#define QUERY_SYNONYMS_H

#include "query/search.h"

enum
{
    SYNONYM_MOST_WORDS = 5
};

/* Looks up every row of words of the query; the labels stand in the words of the search then. */
enum intv_status synonyms_find(struct search_maker *maker);

/* Counts a word in the records that bear its labels, and in those that refer to them. */
enum intv_status synonyms_count(struct search_maker *maker, const struct search_word *word);

/* Lowest of the labelled records that is equal to a record or broader; INTV_NONE when none is. */
uint32_t synonyms_via(const struct intv_catalogue *catalogue, const struct label_set *labels,
                      uint32_t record);

#endif
