/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The words of a catalogue, as index/build.h laid them down. Which texts of a record are searched,
 * and what a word in them weighs, is in index/weights.def. Rows are numbered; those not found are
 * INTV_NONE. Everything that is given back belongs to the catalogue.
 */
#ifndef INDEX_WORDS_H
#define INDEX_WORDS_H

#include "model/catalogue.h"

enum
{
    /* Words, in all languages together, of a name that count for a record which refers to it. */
    INDEX_LONGEST = 0xFFFFFF, /* weighted length of a record that is told apart */
    INDEX_NAME_WORDS = 128
};

/* Rows [first, end). */
struct index_range
{
    uint32_t first;
    uint32_t end;
};

static inline struct text
index_word(const struct intv_catalogue *catalogue, uint32_t term)
{
    const struct term_row *row = &catalogue->terms[term];
    return (struct text){catalogue->words + row->word, row->length};
}

/* The languages are numbers of enum text_language (text/analysis.h); the words are folded. */
uint32_t index_find_term(const struct intv_catalogue *catalogue, unsigned language,
                         struct text word);
struct index_range index_terms_with_prefix(const struct intv_catalogue *catalogue,
                                           unsigned language, struct text prefix);
struct index_range index_terms_in_language(const struct intv_catalogue *catalogue,
                                           unsigned language);

uint32_t index_find_stem(const struct intv_catalogue *catalogue, unsigned language,
                         struct text stem);

/* Terms with a stem, rising. */
static inline const uint32_t *
index_terms_of_stem(const struct intv_catalogue *catalogue, uint32_t stem, uint32_t *count)
{
    *count = catalogue->stems[stem].term_count;
    return catalogue->stem_terms + catalogue->stems[stem].term_first;
}

/* By the Dutch stem of the part. */
uint32_t index_find_part(const struct intv_catalogue *catalogue, struct text stem);

/* The compounds that hold a part, by term. */
static inline const struct part_use *
index_uses_of_part(const struct intv_catalogue *catalogue, uint32_t part, uint32_t *count)
{
    *count = catalogue->parts[part].use_count;
    return catalogue->part_uses + catalogue->parts[part].use_first;
}

/* Where a term stands: by record. */
static inline const struct posting_row *
index_postings_of(const struct intv_catalogue *catalogue, uint32_t term, uint32_t *count)
{
    *count = catalogue->terms[term].posting_count;
    return catalogue->postings + catalogue->terms[term].posting_first;
}

/* Posting of a term in a record; NULL when it does not stand there. */
const struct posting_row *index_find_posting(const struct intv_catalogue *catalogue, uint32_t term,
                                             uint32_t record);

static inline const struct occurrence_row *
index_occurrences_of(const struct intv_catalogue *catalogue, const struct posting_row *posting,
                     uint32_t *count)
{
    *count = posting->occurrence_count;
    return catalogue->occurrences + posting->occurrence_first;
}

/* Place of a record in the order of names of a language; all places differ. */
static inline uint32_t
index_name_rank(const struct intv_catalogue *catalogue, enum intv_language language,
                uint32_t record)
{
    return catalogue->name_ranks[(size_t)language * catalogue->record_count + record];
}

/* The weight of a field in index/weights.def; 0 when it has no text, concept or reference. */
unsigned index_weight(enum field field);

/* What a word weighs, 0 when it is not searched: in the id; in a text of a fact; in a name of the
 * record that a fact refers to. */
unsigned index_weight_of_id(void) __attribute__((const));
unsigned index_weight_of_text(enum field field);
unsigned index_weight_of_name(enum field field);

#endif
