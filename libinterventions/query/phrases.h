/* SPDX-License-Identifier: EUPL-1.2 */
/* Words that stand next to each other, also over compounds: doc/search.md, rules 9 and 12. */
#ifndef QUERY_PHRASES_H
#define QUERY_PHRASES_H

#include "query/search.h"

/* Where a phrase stands: from a piece in one word up to a piece in another. */
struct phrase_place
{
    uint32_t fact;
    uint32_t text;
    uint32_t first_position;
    uint32_t last_position;
    const struct phrase_unit *first;
    const struct phrase_unit *last;
    enum intv_manner manner;
    unsigned weight;
};

struct phrase_places
{
    struct phrase_place *rows;
    size_t count;
    size_t capacity;
};

/* What a row of words is in texts of each language; nothing where it cannot stand. */
enum intv_status phrases_make(struct search_maker *maker, const struct text *words, size_t count,
                              struct phrase phrases[SEARCH_LANGUAGES]);

/* A word that is a compound, written apart; nothing when it is none. */
enum intv_status phrases_make_apart(struct search_maker *maker, struct text word,
                                    struct phrase phrases[SEARCH_LANGUAGES]);

/* Counts a word of the query in the records where its phrases stand. */
enum intv_status phrases_count(struct search_maker *maker, const struct search_word *word);

/* Adds the places of a phrase in one record; in any field for QUALIFIER_NONE. */
enum intv_status phrases_find(const struct intv_catalogue *catalogue, const struct phrase *phrase,
                              unsigned qualifier, uint32_t record, struct phrase_places *places);

/* Parts of a word as the index sees them: 0 when it is no compound. */
unsigned phrases_split(const struct intv_catalogue *catalogue, struct text word,
                       struct text parts[]);

void phrases_free(struct phrase phrases[SEARCH_LANGUAGES]);

#endif
