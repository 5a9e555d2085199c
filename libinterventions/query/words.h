/* SPDX-License-Identifier: EUPL-1.2 */
/* From a word of a query to the terms of a catalogue: doc/search.md, rules 7 to 10. */
#ifndef QUERY_WORDS_H
#define QUERY_WORDS_H

#include "query/search.h"

/* Adds the terms as which a word is found, each once. */
enum intv_status words_find(struct search_maker *maker, struct text folded, struct word_uses *uses);

/* Adds the terms that a word begins. */
enum intv_status words_find_prefix(struct search_maker *maker, struct text folded,
                                   struct word_uses *uses);

/* Counts a word in the records where the terms stand. */
void words_count(struct search_maker *maker, const struct search_word *word);

#endif
