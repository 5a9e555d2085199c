/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of terms and of stems: each distinct word is stemmed once. */
#include "base/memory.h"
#include "index/building.h"
#include "text/stems.h"

enum intv_status
building_make_terms(struct building *building)
{
    const uint32_t count = (uint32_t)building->terms.count;
    struct term_row *rows = building_new_rows(building, SECTION_TERMS, count);
    enum intv_status status = INTV_OK;
    building->order = dictionary_sort(&building->terms);
    building->ranks = memory_new(count, sizeof(*building->ranks));
    if (rows == NULL || building->order == NULL || building->ranks == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (uint32_t i = 0; i < count && status == INTV_OK; i++) {
        const struct text word = dictionary_text(&building->terms, building->order[i]);
        building->ranks[building->order[i]] = i;
        rows[i].length = (uint16_t)word.length;
        rows[i].language = building->terms.words[building->order[i]].language;
        rows[i].stem = INTV_NONE;
        status = building_add_word(building, word, &rows[i].word);
    }
    return status;
}

/* ---- stems ---- */

/* Gives every term of a language the number of its stem. */
static enum intv_status
stem_language(struct building *building, struct dictionary *stems, enum text_language language)
{
    struct term_row *rows = building->rows->sections[SECTION_TERMS].rows;
    struct stemmer *stemmer = NULL;
    enum intv_status status = stemmer_new(language, &stemmer);
    for (uint32_t i = 0; i < building->terms.count && status == INTV_OK; i++) {
        struct text stem;
        if (rows[i].language != language)
            continue;
        status =
            stemmer_stem(stemmer, dictionary_text(&building->terms, building->order[i]), &stem);
        if (status == INTV_OK)
            status = dictionary_add(stems, language, stem, &rows[i].stem);
    }
    stemmer_free(stemmer);
    return status;
}

/* Most stems are the beginning of a word that has them, and need no bytes of their own. */
static enum intv_status
place_stem(struct building *building, struct text stem, const struct term_row *term,
           uint32_t *offset)
{
    const char *words = building->rows->sections[SECTION_WORDS].rows;
    if (stem.length > term->length || memcmp(words + term->word, stem.bytes, stem.length) != 0)
        return building_add_word(building, stem, offset);
    *offset = term->word;
    return INTV_OK;
}

/* Numbers of stems become rows of stems; counts the terms of each. */
static enum intv_status
renumber_stems(struct building *building, const struct dictionary *stems, const uint32_t *order)
{
    struct stem_row *rows = building_new_rows(building, SECTION_STEMS, stems->count);
    struct term_row *terms = building->rows->sections[SECTION_TERMS].rows;
    uint32_t *ranks = memory_new(stems->count, sizeof(*ranks));
    enum intv_status status = rows != NULL && ranks != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
    for (uint32_t i = 0; i < stems->count && status == INTV_OK; i++)
        ranks[order[i]] = i;
    for (uint32_t i = 0; i < building->terms.count && status == INTV_OK; i++) {
        if (terms[i].stem == INTV_NONE)
            continue;
        const struct text stem = dictionary_text(stems, terms[i].stem);
        struct stem_row *row = &rows[ranks[terms[i].stem]];
        if (row->term_count++ == 0) {
            row->length = (uint16_t)stem.length;
            row->language = terms[i].language;
            status = place_stem(building, stem, &terms[i], &row->stem);
        }
        terms[i].stem = ranks[terms[i].stem];
    }
    memory_free(ranks);
    return status;
}

static enum intv_status
list_stem_terms(struct building *building)
{
    const struct index_section *terms = &building->rows->sections[SECTION_TERMS];
    const struct index_section *stems = &building->rows->sections[SECTION_STEMS];
    const struct term_row *rows = terms->rows;
    struct stem_row *stem_rows = stems->rows;
    uint32_t total = 0;
    for (size_t i = 0; i < stems->count; i++) {
        stem_rows[i].term_first = total;
        total += stem_rows[i].term_count;
        stem_rows[i].term_count = 0;
    }
    uint32_t *list = building_new_rows(building, SECTION_STEM_TERMS, total);
    if (list == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (uint32_t i = 0; i < terms->count; i++) {
        if (rows[i].stem == INTV_NONE)
            continue;
        struct stem_row *stem = &stem_rows[rows[i].stem];
        list[stem->term_first + stem->term_count++] = i;
    }
    return INTV_OK;
}

enum intv_status
building_make_stems(struct building *building)
{
    struct dictionary stems = {.seed = building->terms.seed};
    uint32_t *order = NULL;
    enum intv_status status = stem_language(building, &stems, TEXT_DUTCH);
    if (status == INTV_OK)
        status = stem_language(building, &stems, TEXT_ENGLISH);
    if (status != INTV_OK)
        goto out;
    order = dictionary_sort(&stems);
    status = order != NULL ? renumber_stems(building, &stems, order) : INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK)
        status = list_stem_terms(building);
out:
    memory_free(order);
    dictionary_free(&stems);
    return status;
}
