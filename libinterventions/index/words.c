/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/words.h"

/* Order of a row to a wanted language and text. */
static int
compare_row(unsigned language, struct text has, unsigned wanted, struct text word)
{
    if (language != wanted)
        return language < wanted ? -1 : 1;
    return text_compare(has, word);
}

/* First term that is not before the word. */
static uint32_t
lower_term(const struct intv_catalogue *catalogue, unsigned language, struct text word)
{
    uint32_t low = 0;
    uint32_t high = catalogue->term_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (compare_row(catalogue->terms[middle].language, index_word(catalogue, middle), language,
                        word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t
index_find_term(const struct intv_catalogue *catalogue, unsigned language, struct text word)
{
    const uint32_t term = lower_term(catalogue, language, word);
    const bool is_found = term < catalogue->term_count &&
                          catalogue->terms[term].language == language &&
                          text_equals(index_word(catalogue, term), word);
    return is_found ? term : INTV_NONE;
}

static bool
has_prefix(const struct intv_catalogue *catalogue, uint32_t term, unsigned language,
           struct text prefix)
{
    const struct term_row *row = &catalogue->terms[term];
    return row->language == language && row->length >= prefix.length &&
           text_equals((struct text){catalogue->words + row->word, prefix.length}, prefix);
}

struct index_range
index_terms_with_prefix(const struct intv_catalogue *catalogue, unsigned language,
                        struct text prefix)
{
    const uint32_t first = lower_term(catalogue, language, prefix);
    uint32_t low = first;
    uint32_t high = catalogue->term_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (has_prefix(catalogue, middle, language, prefix))
            low = middle + 1;
        else
            high = middle;
    }
    return (struct index_range){first, low};
}

struct index_range
index_terms_in_language(const struct intv_catalogue *catalogue, unsigned language)
{
    return index_terms_with_prefix(catalogue, language, (struct text){"", 0});
}

uint32_t
index_find_stem(const struct intv_catalogue *catalogue, unsigned language, struct text stem)
{
    uint32_t low = 0;
    uint32_t high = catalogue->stem_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const struct stem_row *row = &catalogue->stems[middle];
        const int order =
            compare_row(row->language, (struct text){catalogue->words + row->stem, row->length},
                        language, stem);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return INTV_NONE;
}

uint32_t
index_find_part(const struct intv_catalogue *catalogue, struct text stem)
{
    uint32_t low = 0;
    uint32_t high = catalogue->part_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const struct part_row *row = &catalogue->parts[middle];
        const int order =
            text_compare((struct text){catalogue->words + row->part, row->length}, stem);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return INTV_NONE;
}

const struct posting_row *
index_find_posting(const struct intv_catalogue *catalogue, uint32_t term, uint32_t record)
{
    uint32_t low = catalogue->terms[term].posting_first;
    uint32_t high = low + catalogue->terms[term].posting_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (catalogue->postings[middle].record == record)
            return &catalogue->postings[middle];
        if (catalogue->postings[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
