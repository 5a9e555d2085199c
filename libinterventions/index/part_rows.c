/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Parts of Dutch compounds. Words of the catalogue may be parts when they stand alone in Dutch texts,
 * are no function word, have four letters or more, and are no compound themselves. A part is shorter
 * than the whole, so the words are judged from short to long, and each is cut only once.
 */
#include "base/memory.h"
#include "index/building.h"
#include "text/compounds.h"
#include "text/stems.h"
#include "text/stop_words.h"

/* One part of one compound. */
struct cut
{
    uint32_t term;   /* number in the dictionary, then row */
    uint32_t number; /* of the stem of the part */
    struct compound_part part;
    uint8_t place;
    uint8_t part_count;
};

struct cutting
{
    struct building *building;
    uint8_t *may_be_part;    /* of each number in the dictionary */
    struct dictionary stems; /* of parts */
    struct stemmer *stemmer;
    struct cut *cuts; /* by length of the compound, then by its row */
    size_t count;
    size_t capacity;
};

static bool
holds_word(const void *context, struct text word)
{
    const struct cutting *cutting = context;
    const uint32_t number = dictionary_find(&cutting->building->terms, TEXT_DUTCH, word);
    return number != INTV_NONE && cutting->may_be_part[number] != 0;
}

static bool
is_fit_for_part(struct text word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (text_is_digit(word.bytes[i]) || word.bytes[i] == '\'')
            return false;
        letters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
    }
    return letters >= COMPOUND_SHORTEST_PART && !stop_word_is(word);
}

static enum intv_status
add_cut(struct cutting *cutting, uint32_t term, struct text word, struct cut cut)
{
    struct text stem;
    enum intv_status status = stemmer_stem(
        cutting->stemmer, (struct text){word.bytes + cut.part.start, cut.part.length}, &stem);
    if (status == INTV_OK)
        status = dictionary_add(&cutting->stems, TEXT_DUTCH, stem, &cut.number);
    if (status != INTV_OK)
        return status;
    if (!memory_reserve(&cutting->cuts, &cutting->capacity, cutting->count + 1,
                        sizeof(*cutting->cuts)))
        return INTV_ERROR_NO_MEMORY;
    cut.term = term;
    cutting->cuts[cutting->count++] = cut;
    return INTV_OK;
}

static enum intv_status
cut_word(struct cutting *cutting, uint32_t number)
{
    const struct compound_words words = {holds_word, cutting};
    const struct text word = dictionary_text(&cutting->building->terms, number);
    struct term_row *rows = cutting->building->rows->sections[SECTION_TERMS].rows;
    struct compound_part parts[COMPOUND_MOST_PARTS];
    const unsigned count = compound_split(&words, word, parts);
    const uint32_t term = cutting->building->ranks[number];
    enum intv_status status = INTV_OK;
    cutting->may_be_part[number] = count == 0 && is_fit_for_part(word);
    rows[term].part_count = (uint8_t)count;
    for (unsigned i = 0; i < count && status == INTV_OK; i++)
        status = add_cut(
            cutting, term, word,
            (struct cut){.part = parts[i], .place = (uint8_t)i, .part_count = (uint8_t)count});
    return status;
}

/* Dutch words that may be cut, from short to long. */
static enum intv_status
cut_words(struct cutting *cutting)
{
    struct building *building = cutting->building;
    const struct term_row *rows = building->rows->sections[SECTION_TERMS].rows;
    uint32_t starts[COMPOUND_LONGEST + 2] = {0};
    for (size_t i = 0; i < building->terms.count; i++)
        if (rows[i].language == TEXT_DUTCH && rows[i].length <= COMPOUND_LONGEST)
            starts[rows[i].length + 1]++;
    for (unsigned i = 0; i <= COMPOUND_LONGEST; i++)
        starts[i + 1] += starts[i];
    const uint32_t count = starts[COMPOUND_LONGEST + 1];
    uint32_t *sorted = memory_new(count, sizeof(*sorted));
    enum intv_status status = sorted != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
    for (size_t i = 0; sorted != NULL && i < building->terms.count; i++)
        if (rows[i].language == TEXT_DUTCH && rows[i].length <= COMPOUND_LONGEST)
            sorted[starts[rows[i].length]++] = building->order[i];
    for (uint32_t i = 0; i < count && status == INTV_OK; i++) {
        status = building_step(building);
        if (status == INTV_OK)
            status = cut_word(cutting, sorted[i]);
    }
    memory_free(sorted);
    return status;
}

/* ---- rows ---- */

/* Many parts are stems of words of the catalogue, and need no bytes of their own. */
static enum intv_status
place_part(struct building *building, struct text part, uint32_t *offset)
{
    const struct index_section *stems = &building->rows->sections[SECTION_STEMS];
    const struct stem_row *rows = stems->rows;
    const char *words = building->rows->sections[SECTION_WORDS].rows;
    size_t low = 0;
    size_t high = stems->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const struct text stem = {words + rows[middle].stem, rows[middle].length};
        const int order = rows[middle].language != TEXT_DUTCH
                              ? rows[middle].language - (int)TEXT_DUTCH
                              : text_compare(stem, part);
        if (order == 0) {
            *offset = rows[middle].stem;
            return INTV_OK;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return building_add_word(building, part, offset);
}

/* Sorts the cuts by row of the compound, for each keeping the order of its parts. */
static struct cut *
sort_cuts(const struct cutting *cutting)
{
    const uint32_t terms = (uint32_t)cutting->building->terms.count;
    uint32_t *starts = memory_new((size_t)terms + 1, sizeof(*starts));
    struct cut *sorted = memory_new(cutting->count, sizeof(*sorted));
    if (starts == NULL || sorted == NULL) {
        memory_free(starts);
        memory_free(sorted);
        return NULL;
    }
    for (size_t i = 0; i < cutting->count; i++)
        starts[cutting->cuts[i].term + 1]++;
    for (uint32_t i = 0; i < terms; i++)
        starts[i + 1] += starts[i];
    for (size_t i = 0; i < cutting->count; i++)
        sorted[starts[cutting->cuts[i].term]++] = cutting->cuts[i];
    memory_free(starts);
    return sorted;
}

static enum intv_status
fill_parts(struct cutting *cutting, const uint32_t *order, uint32_t *ranks)
{
    struct building *building = cutting->building;
    struct part_row *rows = building_new_rows(building, SECTION_PARTS, cutting->stems.count);
    enum intv_status status = rows != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
    uint32_t total = 0;
    for (uint32_t i = 0; i < cutting->stems.count && status == INTV_OK; i++) {
        const struct text part = dictionary_text(&cutting->stems, order[i]);
        ranks[order[i]] = i;
        rows[i].length = (uint16_t)part.length;
        status = place_part(building, part, &rows[i].part);
    }
    for (size_t i = 0; i < cutting->count && status == INTV_OK; i++)
        rows[ranks[cutting->cuts[i].number]].use_count++;
    for (size_t i = 0; i < cutting->stems.count && status == INTV_OK; i++) {
        rows[i].use_first = total;
        total += rows[i].use_count;
        rows[i].use_count = 0;
    }
    return status;
}

static enum intv_status
fill_uses(const struct cutting *cutting, const uint32_t *ranks)
{
    struct building *building = cutting->building;
    struct part_row *rows = building->rows->sections[SECTION_PARTS].rows;
    struct part_use *uses = building_new_rows(building, SECTION_PART_USES, cutting->count);
    struct cut *cuts = sort_cuts(cutting);
    for (size_t i = 0; i < cutting->count && uses != NULL && cuts != NULL; i++) {
        struct part_row *row = &rows[ranks[cuts[i].number]];
        uses[row->use_first + row->use_count++] =
            (struct part_use){cuts[i].term,  cuts[i].part.start, cuts[i].part.length,
                              cuts[i].place, cuts[i].part_count, 0};
    }
    const bool memory = uses != NULL && cuts != NULL;
    memory_free(cuts);
    return memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

static enum intv_status
make_rows(struct cutting *cutting)
{
    uint32_t *order = dictionary_sort(&cutting->stems);
    uint32_t *ranks = memory_new(cutting->stems.count, sizeof(*ranks));
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (order != NULL && ranks != NULL)
        status = fill_parts(cutting, order, ranks);
    if (status == INTV_OK)
        status = fill_uses(cutting, ranks);
    memory_free(order);
    memory_free(ranks);
    return status;
}

enum intv_status
building_make_parts(struct building *building)
{
    struct cutting cutting = {.building = building, .stems = {.seed = building->terms.seed}};
    cutting.may_be_part = memory_new(building->terms.count, 1);
    enum intv_status status = cutting.may_be_part != NULL
                                  ? stemmer_new(TEXT_DUTCH, &cutting.stemmer)
                                  : INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK)
        status = cut_words(&cutting);
    if (status == INTV_OK)
        status = make_rows(&cutting);
    stemmer_free(cutting.stemmer);
    dictionary_free(&cutting.stems);
    memory_free(cutting.may_be_part);
    memory_free(cutting.cuts);
    return status;
}
