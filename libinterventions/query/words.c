/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/words.h"

#include "base/memory.h"
#include "index/words.h"

static bool
add_use(struct word_uses *uses, uint32_t term, enum intv_manner manner)
{
    if (!memory_reserve(&uses->rows, &uses->capacity, uses->count + 1, sizeof(*uses->rows)))
        return false;
    uses->rows[uses->count++] = (struct word_use){.term = term, .manner = (uint8_t)manner};
    return true;
}

static bool
find_exact(const struct intv_catalogue *catalogue, struct text folded, struct word_uses *uses)
{
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++) {
        const uint32_t term = index_find_term(catalogue, language, folded);
        if (term != INTV_NONE && !add_use(uses, term, INTV_EXACT))
            return false;
    }
    return true;
}

static bool
add_stem(const struct intv_catalogue *catalogue, uint32_t stem, struct text folded,
         struct word_uses *uses)
{
    uint32_t count = 0;
    const uint32_t *terms = index_terms_of_stem(catalogue, stem, &count);
    for (uint32_t i = 0; i < count; i++)
        if (!text_equals(index_word(catalogue, terms[i]), folded) &&
            !add_use(uses, terms[i], INTV_STEM))
            return false;
    return true;
}

/* Compounds with a part; those found as a whole stay what they are, and each counts once. */
static bool
add_parts(const struct intv_catalogue *catalogue, struct text folded, struct text stem,
          uint32_t whole, struct word_uses *uses)
{
    const uint32_t part = index_find_part(catalogue, stem);
    uint32_t count = 0;
    if (part == INTV_NONE)
        return true;
    const struct part_use *rows = index_uses_of_part(catalogue, part, &count);
    for (uint32_t i = 0; i < count; i++) {
        if ((i > 0 && rows[i].term == rows[i - 1].term) ||
            (whole != INTV_NONE && catalogue->terms[rows[i].term].stem == whole) ||
            text_equals(index_word(catalogue, rows[i].term), folded))
            continue;
        if (!add_use(uses, rows[i].term, INTV_PART))
            return false;
        uses->rows[uses->count - 1].start = rows[i].start;
        uses->rows[uses->count - 1].length = rows[i].length;
    }
    return true;
}

static enum intv_status
find_stems(struct search_maker *maker, enum text_language language, struct text folded,
           struct word_uses *uses)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    struct text stem;
    const enum intv_status status = search_stem(maker, language, folded, &stem);
    if (status != INTV_OK)
        return status;
    const uint32_t whole = index_find_stem(catalogue, language, stem);
    bool memory = whole == INTV_NONE || add_stem(catalogue, whole, folded, uses);
    if (language == TEXT_DUTCH)
        memory = memory && add_parts(catalogue, folded, stem, whole, uses);
    return memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

enum intv_status
words_find(struct search_maker *maker, struct text folded, struct word_uses *uses)
{
    if (!find_exact(maker->search->catalogue, folded, uses))
        return INTV_ERROR_NO_MEMORY;
    if (maker->search->is_exact)
        return INTV_OK;
    const enum intv_status status = find_stems(maker, TEXT_DUTCH, folded, uses);
    return status == INTV_OK ? find_stems(maker, TEXT_ENGLISH, folded, uses) : status;
}

enum intv_status
words_find_prefix(struct search_maker *maker, struct text folded, struct word_uses *uses)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++) {
        const struct index_range range = index_terms_with_prefix(catalogue, language, folded);
        for (uint32_t term = range.first; term < range.end; term++) {
            const bool is_whole = catalogue->terms[term].length == folded.length;
            if (!add_use(uses, term, is_whole ? INTV_EXACT : INTV_PREFIX))
                return INTV_ERROR_NO_MEMORY;
            uses->rows[uses->count - 1].length = (uint16_t)(is_whole ? 0 : folded.length);
        }
    }
    return INTV_OK;
}

/* Weight of a term in one record, in the field that is asked for. */
static uint64_t
weigh_in_field(const struct intv_catalogue *catalogue, const struct posting_row *posting,
               unsigned qualifier)
{
    uint32_t count = 0;
    const struct occurrence_row *places = index_occurrences_of(catalogue, posting, &count);
    uint64_t weight = 0;
    for (uint32_t i = 0; i < count; i++)
        weight += search_weight(catalogue, &places[i], qualifier);
    return weight;
}

void
words_count(struct search_maker *maker, const struct search_word *word)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    for (size_t i = 0; i < word->uses.count; i++) {
        const struct word_use *use = &word->uses.rows[i];
        uint32_t count = 0;
        const struct posting_row *postings = index_postings_of(catalogue, use->term, &count);
        for (uint32_t p = 0; p < count; p++)
            search_count(maker, postings[p].record, (enum intv_manner)use->manner,
                         word->qualifier == QUALIFIER_NONE
                             ? postings[p].weight
                             : weigh_in_field(catalogue, &postings[p], word->qualifier));
    }
}
