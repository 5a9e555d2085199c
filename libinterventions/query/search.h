/* SPDX-License-Identifier: EUPL-1.2 */
/* Evaluating a query: doc/search.md. A search is made once and then only read. */
#ifndef QUERY_SEARCH_H
#define QUERY_SEARCH_H

#include <interventions/search.h>

#include "model/catalogue.h"
#include "query/query.h"
#include "query/rank.h"
#include "query/suggest.h"
#include "text/stems.h"

enum
{
    SEARCH_LANGUAGES = 4 /* of texts: enum text_language */
};

/* A term of the catalogue as which a word is found; the part of it, when it is a compound. */
struct word_use
{
    uint32_t term;
    uint16_t start; /* bytes in the folded term */
    uint16_t length;
    uint8_t manner; /* enum intv_manner */
};

struct word_uses
{
    struct word_use *rows;
    size_t count;
    size_t capacity;
};

/* One way in which a piece of a phrase stands in texts: a term, or a part of it. */
struct phrase_unit
{
    uint32_t term;
    uint16_t start;
    uint16_t length;
    uint8_t part;
    uint8_t part_count; /* 1: the whole term */
    uint8_t manner;
};

struct phrase_piece
{
    size_t unit_first;
    size_t unit_count;
};

/* What stands next to each other, in texts of one language. */
struct phrase
{
    struct phrase_piece *pieces;
    size_t piece_count;
    size_t piece_capacity;
    struct phrase_unit *units;
    size_t unit_count;
    size_t unit_capacity;
    bool skips_whole; /* a place that is one whole word was found as a word already */
};

/* A record in which a word was found. */
struct found_row
{
    uint32_t record;
    struct rank_counts counts;
};

/* Records that bear a label, rising. */
struct label_set
{
    uint32_t *records;
    size_t count;
    size_t capacity;
};

/* A word, prefix or phrase of the query that counts. */
struct search_word
{
    uint32_t clause;
    uint16_t qualifier; /* of a field with texts, or QUALIFIER_NONE */
    bool is_negated;
    bool is_optional;
    uint32_t first_equal; /* the first word that is equal, which owns what both have; or itself */
    char *folded;
    struct word_uses uses;
    struct phrase phrases[SEARCH_LANGUAGES];
    struct label_set labels;
    struct label_set understood; /* of those, the ones that bear the whole query */
    struct found_row *rows;      /* by record */
    uint32_t row_count;
    uint32_t rarity;
};

struct search_place
{
    uint32_t record;
    uint64_t score;
};

struct intv_search
{
    struct intv_catalogue *catalogue;
    enum intv_language language;
    uint32_t asserters; /* whose claims counted in filters */
    bool is_exact;
    bool is_relaxed;
    bool is_corrected;         /* it searched the first of its suggestions */
    struct search_word *words; /* those asked to be absent behind the others */
    size_t word_count;         /* without those */
    size_t all_word_count;
    uint64_t *records;
    size_t total;
    size_t whole_total; /* of those that answer the whole query */
    struct search_place *page;
    size_t page_count;
    struct suggestions suggestions;
};

/* The whole result, a bit for every record of the catalogue. */
const uint64_t *search_records(const struct intv_search *search);

/* Row of a record among those of a word; NULL when the word was not found there. */
const struct found_row *search_row(const struct search_word *word, uint32_t record);

/* ---- what a search needs while it is made ---- */

struct search_maker
{
    const struct intv_query *query;
    struct intv_search *search;
    struct stemmer *stemmers[SEARCH_LANGUAGES]; /* Dutch and English; not in exact-word mode */
    uint32_t *word_of;                          /* per clause its word, or INTV_NONE */
    bool *is_left_out;                          /* per clause */
    struct rank_counts *counts;                 /* per record; only where the bit is set */
    uint64_t *touched;                          /* a bit per record */
    size_t bit_words;                           /* of 64 bits, for all records */
};

/* Adds to what a word weighs in a record. */
void search_count(struct search_maker *maker, uint32_t record, enum intv_manner manner,
                  uint64_t weight);

/* Weight of one occurrence; 0 when it is not in the field that is asked for. */
unsigned search_weight(const struct intv_catalogue *catalogue, const struct occurrence_row *place,
                       unsigned qualifier);

/* The stem of a folded word; the word itself in exact-word mode and other languages. */
enum intv_status search_stem(struct search_maker *maker, enum text_language language,
                             struct text folded, struct text *stem);

#endif
