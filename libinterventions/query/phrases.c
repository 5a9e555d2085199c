/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/phrases.h"

#include <stdlib.h>

#include "base/memory.h"
#include "index/words.h"
#include "text/compounds.h"
#include "text/stop_words.h"

/* ---- from words to pieces ---- */

static bool
add_unit(struct phrase *phrase, const struct phrase_unit *unit)
{
    if (!memory_reserve(&phrase->units, &phrase->unit_capacity, phrase->unit_count + 1,
                        sizeof(*phrase->units)))
        return false;
    phrase->units[phrase->unit_count++] = *unit;
    phrase->pieces[phrase->piece_count - 1].unit_count++;
    return true;
}

static bool
add_piece(struct phrase *phrase)
{
    if (!memory_reserve(&phrase->pieces, &phrase->piece_capacity, phrase->piece_count + 1,
                        sizeof(*phrase->pieces)))
        return false;
    phrase->pieces[phrase->piece_count++] = (struct phrase_piece){phrase->unit_count, 0};
    return true;
}

/* A word of the phrase: what it is in one language. */
struct phrase_word
{
    struct text folded;
    unsigned language;
    uint32_t stem; /* row of the whole word, or INTV_NONE */
    unsigned piece;
    unsigned piece_count;
};

/*
 * How well a piece stands for that of the word: only whole words are the word itself or a form of
 * it.
 */
static enum intv_manner
judge_unit(const struct intv_catalogue *catalogue, const struct phrase_word *word, uint32_t term,
           unsigned part, unsigned part_count)
{
    if (part_count != word->piece_count || part != word->piece)
        return INTV_PART;
    if (text_equals(index_word(catalogue, term), word->folded))
        return INTV_EXACT;
    return word->stem != INTV_NONE && catalogue->terms[term].stem == word->stem ? INTV_STEM
                                                                                : INTV_PART;
}

/* Whole words with the stem of the piece; compounds stand for their parts. */
static bool
add_terms(const struct intv_catalogue *catalogue, const struct phrase_word *word, struct text stem,
          struct phrase *phrase)
{
    const uint32_t row = index_find_stem(catalogue, word->language, stem);
    uint32_t count = 0;
    const uint32_t *terms = row != INTV_NONE ? index_terms_of_stem(catalogue, row, &count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (catalogue->terms[terms[i]].part_count > 1)
            continue;
        const enum intv_manner manner = judge_unit(catalogue, word, terms[i], 0, 1);
        if (!add_unit(phrase, &(struct phrase_unit){
                                  .term = terms[i], .part_count = 1, .manner = (uint8_t)manner}))
            return false;
    }
    return true;
}

static bool
add_part_uses(const struct intv_catalogue *catalogue, const struct phrase_word *word,
              struct text stem, struct phrase *phrase)
{
    const uint32_t row = index_find_part(catalogue, stem);
    uint32_t count = 0;
    const struct part_use *uses =
        row != INTV_NONE ? index_uses_of_part(catalogue, row, &count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const struct part_use *use = &uses[i];
        const enum intv_manner manner =
            judge_unit(catalogue, word, use->term, use->part, use->part_count);
        if (!add_unit(phrase, &(struct phrase_unit){.term = use->term,
                                                    .start = use->start,
                                                    .length = use->length,
                                                    .part = use->part,
                                                    .part_count = use->part_count,
                                                    .manner = (uint8_t)manner}))
            return false;
    }
    return true;
}

/* A word as it is written: in texts without stems, and in exact-word mode. */
static bool
add_exact(const struct intv_catalogue *catalogue, unsigned language, struct text word,
          struct phrase *phrase)
{
    const uint32_t term = index_find_term(catalogue, language, word);
    if (!add_piece(phrase))
        return false;
    return term == INTV_NONE ||
           add_unit(phrase,
                    &(struct phrase_unit){.term = term, .part_count = 1, .manner = INTV_EXACT});
}

/* Which words of the catalogue may be parts, as the index had it when it cut its words. */
static bool
holds_word(const void *context, struct text word)
{
    const struct intv_catalogue *catalogue = context;
    const uint32_t term = index_find_term(catalogue, TEXT_DUTCH, word);
    size_t letters = 0;
    if (term == INTV_NONE || catalogue->terms[term].part_count > 0 ||
        word.length > COMPOUND_LONGEST || stop_word_is(word))
        return false;
    for (size_t i = 0; i < word.length; i++) {
        if (text_is_digit(word.bytes[i]) || word.bytes[i] == '\'')
            return false;
        letters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
    }
    return letters >= COMPOUND_SHORTEST_PART;
}

unsigned
phrases_split(const struct intv_catalogue *catalogue, struct text word, struct text parts[])
{
    const struct compound_words words = {holds_word, catalogue};
    struct compound_part found[COMPOUND_MOST_PARTS];
    const unsigned count = compound_split(&words, word, found);
    for (unsigned i = 0; i < count; i++)
        parts[i] = (struct text){word.bytes + found[i].start, found[i].length};
    return count;
}

/* The pieces of one word in texts with stems. */
static enum intv_status
add_word(struct search_maker *maker, enum text_language language, struct text folded,
         struct phrase *phrase)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    struct text parts[COMPOUND_MOST_PARTS] = {folded};
    struct text stem;
    enum intv_status status = search_stem(maker, language, folded, &stem);
    if (status != INTV_OK)
        return status;
    struct phrase_word word = {folded, language, index_find_stem(catalogue, language, stem), 0, 1};
    if (language == TEXT_DUTCH)
        word.piece_count = phrases_split(catalogue, folded, parts);
    if (word.piece_count < 2) {
        word.piece_count = 1;
        parts[0] = folded;
    }
    for (; word.piece < word.piece_count; word.piece++) {
        status = search_stem(maker, language, parts[word.piece], &stem);
        if (status != INTV_OK)
            return status;
        if (!add_piece(phrase) || !add_terms(catalogue, &word, stem, phrase) ||
            (language == TEXT_DUTCH && !add_part_uses(catalogue, &word, stem, phrase)))
            return INTV_ERROR_NO_MEMORY;
    }
    return INTV_OK;
}

static enum intv_status
add_word_in(struct search_maker *maker, enum text_language language, struct text word,
            struct phrase *phrase)
{
    const bool has_stems = language == TEXT_DUTCH || language == TEXT_ENGLISH;
    if (has_stems && !maker->search->is_exact)
        return add_word(maker, language, word, phrase);
    return add_exact(maker->search->catalogue, language, word, phrase) ? INTV_OK
                                                                       : INTV_ERROR_NO_MEMORY;
}

enum intv_status
phrases_make(struct search_maker *maker, const struct text *words, size_t count,
             struct phrase phrases[SEARCH_LANGUAGES])
{
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++)
        for (size_t i = 0; i < count; i++) {
            const enum intv_status status =
                add_word_in(maker, (enum text_language)language, words[i], &phrases[language]);
            if (status != INTV_OK)
                return status;
        }
    return INTV_OK;
}

enum intv_status
phrases_make_apart(struct search_maker *maker, struct text word,
                   struct phrase phrases[SEARCH_LANGUAGES])
{
    struct text parts[COMPOUND_MOST_PARTS];
    if (maker->search->is_exact || phrases_split(maker->search->catalogue, word, parts) < 2)
        return INTV_OK;
    phrases[TEXT_DUTCH].skips_whole = true;
    return add_word(maker, TEXT_DUTCH, word, &phrases[TEXT_DUTCH]);
}

void
phrases_free(struct phrase phrases[SEARCH_LANGUAGES])
{
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++) {
        memory_free(phrases[language].pieces);
        memory_free(phrases[language].units);
    }
}

/* ---- from pieces to places ---- */

static int
compare_numbers(uint64_t one, uint64_t other)
{
    return (one > other) - (one < other);
}

/* By where a place ends. */
static int
compare_ends(const void *one, const void *other)
{
    const struct phrase_place *a = one;
    const struct phrase_place *b = other;
    int order = compare_numbers(a->fact + UINT32_C(1), b->fact + UINT32_C(1)); /* the id first */
    if (order == 0)
        order = compare_numbers(a->text, b->text);
    if (order == 0)
        order = compare_numbers(a->last_position, b->last_position);
    return order != 0 ? order : compare_numbers(a->last->part, b->last->part);
}

/* A unit of a piece where it stands. */
struct unit_use
{
    uint32_t record;
    const struct phrase_unit *unit;
    const struct posting_row *posting;
};

/* The units of a piece, by record; those before `next` were read. */
struct piece_uses
{
    struct unit_use *rows;
    size_t count;
    size_t capacity;
    size_t next;
};

static bool
add_unit_use(struct piece_uses *uses, const struct phrase_unit *unit,
             const struct posting_row *posting)
{
    if (!memory_reserve(&uses->rows, &uses->capacity, uses->count + 1, sizeof(*uses->rows)))
        return false;
    uses->rows[uses->count++] = (struct unit_use){posting->record, unit, posting};
    return true;
}

static bool
add_unit_places(const struct intv_catalogue *catalogue, const struct unit_use *use,
                unsigned qualifier, struct phrase_places *places)
{
    const struct phrase_unit *unit = use->unit;
    uint32_t count = 0;
    const struct occurrence_row *rows = index_occurrences_of(catalogue, use->posting, &count);
    for (uint32_t i = 0; i < count; i++) {
        const unsigned weight = search_weight(catalogue, &rows[i], qualifier);
        if (rows[i].span != 1 || weight == 0)
            continue;
        if (!memory_reserve(&places->rows, &places->capacity, places->count + 1,
                            sizeof(*places->rows)))
            return false;
        places->rows[places->count++] = (struct phrase_place){rows[i].fact,
                                                              rows[i].text,
                                                              rows[i].position,
                                                              rows[i].position,
                                                              unit,
                                                              unit,
                                                              (enum intv_manner)unit->manner,
                                                              weight};
    }
    return true;
}

/* Where one piece stands in a record, in the order of texts; records come in rising order. */
static bool
find_piece(const struct intv_catalogue *catalogue, struct piece_uses *uses, unsigned qualifier,
           uint32_t record, struct phrase_places *places)
{
    places->count = 0;
    while (uses->next < uses->count && uses->rows[uses->next].record < record)
        uses->next++;
    for (; uses->next < uses->count && uses->rows[uses->next].record == record; uses->next++)
        if (!add_unit_places(catalogue, &uses->rows[uses->next], qualifier, places))
            return false;
    if (places->count > 1)
        qsort(places->rows, places->count, sizeof(*places->rows), compare_ends);
    return true;
}

/* Where a place would go on. */
static struct phrase_place
next_of(const struct phrase_place *place, struct phrase_unit *unit)
{
    struct phrase_place next = *place;
    const bool is_inside = place->last->part + 1U < place->last->part_count;
    *unit = *place->last;
    unit->part = (uint8_t)(is_inside ? place->last->part + 1 : 0);
    next.last_position += is_inside ? 0 : 1;
    next.last = unit;
    return next;
}

/* Keeps the places that go on with one of those that follow; both are in the same order. */
static void
join_places(struct phrase_places *places, const struct phrase_places *following)
{
    size_t kept = 0;
    size_t at = 0;
    for (size_t i = 0; i < places->count; i++) {
        struct phrase_unit unit;
        const struct phrase_place next = next_of(&places->rows[i], &unit);
        while (at < following->count && compare_ends(&following->rows[at], &next) < 0)
            at++;
        if (at == following->count || compare_ends(&following->rows[at], &next) != 0)
            continue;
        struct phrase_place longer = places->rows[i];
        longer.last = following->rows[at].last;
        longer.last_position = following->rows[at].last_position;
        if (following->rows[at].manner > longer.manner)
            longer.manner = following->rows[at].manner;
        places->rows[kept++] = longer;
    }
    places->count = kept;
}

static void
leave_out_whole(struct phrase_places *places)
{
    size_t kept = 0;
    for (size_t i = 0; i < places->count; i++)
        if (places->rows[i].manner >= INTV_PART)
            places->rows[kept++] = places->rows[i];
    places->count = kept;
}

static bool
append_places(struct phrase_places *all, const struct phrase_places *more)
{
    if (more->count == 0)
        return true;
    if (!memory_reserve(&all->rows, &all->capacity, all->count + more->count, sizeof(*all->rows)))
        return false;
    memcpy(all->rows + all->count, more->rows, more->count * sizeof(*more->rows));
    all->count += more->count;
    return true;
}

/* Adds the places of a phrase in one record, out of the uses of each of its pieces. */
static bool
find_places(const struct intv_catalogue *catalogue, const struct phrase *phrase,
            struct piece_uses *uses, unsigned qualifier, uint32_t record,
            struct phrase_places *places)
{
    struct phrase_places found = {0};
    struct phrase_places following = {0};
    bool memory = find_piece(catalogue, &uses[0], qualifier, record, &found);
    for (size_t piece = 1; piece < phrase->piece_count && memory && found.count > 0; piece++) {
        memory = find_piece(catalogue, &uses[piece], qualifier, record, &following);
        if (memory)
            join_places(&found, &following);
    }
    if (phrase->skips_whole)
        leave_out_whole(&found);
    memory = memory && append_places(places, &found);
    memory_free(found.rows);
    memory_free(following.rows);
    return memory;
}

static void
free_uses(struct piece_uses *uses, size_t count)
{
    for (size_t i = 0; uses != NULL && i < count; i++)
        memory_free(uses[i].rows);
    memory_free(uses);
}

static bool
use_in_record(const struct intv_catalogue *catalogue, const struct phrase *phrase, size_t piece,
              uint32_t record, struct piece_uses *uses)
{
    const struct phrase_piece *row = &phrase->pieces[piece];
    bool memory = true;
    for (size_t i = 0; i < row->unit_count && memory; i++) {
        const struct phrase_unit *unit = &phrase->units[row->unit_first + i];
        const struct posting_row *posting = index_find_posting(catalogue, unit->term, record);
        memory = posting == NULL || add_unit_use(uses, unit, posting);
    }
    return memory;
}

enum intv_status
phrases_find(const struct intv_catalogue *catalogue, const struct phrase *phrase,
             unsigned qualifier, uint32_t record, struct phrase_places *places)
{
    if (phrase->piece_count == 0)
        return INTV_OK;
    struct piece_uses *uses = memory_new(phrase->piece_count, sizeof(*uses));
    bool memory = uses != NULL;
    for (size_t piece = 0; piece < phrase->piece_count && memory; piece++)
        memory = use_in_record(catalogue, phrase, piece, record, &uses[piece]);
    memory = memory && find_places(catalogue, phrase, uses, qualifier, record, places);
    free_uses(uses, phrase->piece_count);
    return memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

/* ---- over all records ---- */

static void
mark_records(const struct intv_catalogue *catalogue, const struct phrase *phrase, size_t piece,
             uint64_t *records)
{
    const struct phrase_piece *row = &phrase->pieces[piece];
    for (size_t i = 0; i < row->unit_count; i++) {
        uint32_t count = 0;
        const struct posting_row *postings =
            index_postings_of(catalogue, phrase->units[row->unit_first + i].term, &count);
        for (uint32_t p = 0; p < count; p++)
            records[postings[p].record / 64] |= UINT64_C(1) << postings[p].record % 64;
    }
}

/* Records in which every piece stands somewhere. */
static bool
find_records(const struct search_maker *maker, const struct phrase *phrase, uint64_t *records)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    uint64_t *piece_records = memory_room(maker->bit_words * sizeof(*piece_records));
    if (piece_records == NULL)
        return false;
    memset(records, 0, maker->bit_words * sizeof(*records));
    mark_records(catalogue, phrase, 0, records);
    for (size_t piece = 1; piece < phrase->piece_count; piece++) {
        memset(piece_records, 0, maker->bit_words * sizeof(*piece_records));
        mark_records(catalogue, phrase, piece, piece_records);
        for (size_t i = 0; i < maker->bit_words; i++)
            records[i] &= piece_records[i];
    }
    memory_free(piece_records);
    return true;
}

static int
compare_uses(const void *one, const void *other)
{
    const struct unit_use *a = one;
    const struct unit_use *b = other;
    return compare_numbers(a->record, b->record);
}

/* The units of a piece in all of the records: the postings of each are read once. */
static bool
use_in_records(const struct intv_catalogue *catalogue, const struct phrase *phrase, size_t piece,
               const uint64_t *records, struct piece_uses *uses)
{
    const struct phrase_piece *row = &phrase->pieces[piece];
    for (size_t i = 0; i < row->unit_count; i++) {
        const struct phrase_unit *unit = &phrase->units[row->unit_first + i];
        uint32_t count = 0;
        const struct posting_row *postings = index_postings_of(catalogue, unit->term, &count);
        for (uint32_t p = 0; p < count; p++)
            if ((records[postings[p].record / 64] >> postings[p].record % 64 & 1) != 0 &&
                !add_unit_use(uses, unit, &postings[p]))
                return false;
    }
    if (row->unit_count > 1 && uses->count > 1)
        qsort(uses->rows, uses->count, sizeof(*uses->rows), compare_uses);
    return true;
}

static bool
count_in_record(struct search_maker *maker, const struct search_word *word,
                const struct phrase *phrase, struct piece_uses *uses, uint32_t record,
                struct phrase_places *places)
{
    places->count = 0;
    if (!find_places(maker->search->catalogue, phrase, uses, word->qualifier, record, places))
        return false;
    for (size_t i = 0; i < places->count; i++)
        search_count(maker, record, places->rows[i].manner, places->rows[i].weight);
    return true;
}

static enum intv_status
count_phrase(struct search_maker *maker, const struct search_word *word,
             const struct phrase *phrase)
{
    struct phrase_places places = {0};
    struct piece_uses *uses = memory_new(phrase->piece_count, sizeof(*uses));
    uint64_t *records = memory_room(maker->bit_words * sizeof(*records));
    bool memory = uses != NULL && records != NULL && find_records(maker, phrase, records);
    for (size_t piece = 0; piece < phrase->piece_count && memory; piece++)
        memory = use_in_records(maker->search->catalogue, phrase, piece, records, &uses[piece]);
    for (size_t i = 0; i < maker->bit_words && memory; i++)
        for (uint64_t bits = records[i]; bits != 0 && memory; bits &= bits - 1)
            memory = count_in_record(maker, word, phrase, uses,
                                     (uint32_t)(i * 64 + (unsigned)__builtin_ctzll(bits)), &places);
    free_uses(uses, phrase->piece_count);
    memory_free(records);
    memory_free(places.rows);
    return memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

enum intv_status
phrases_count(struct search_maker *maker, const struct search_word *word)
{
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++) {
        if (word->phrases[language].piece_count == 0)
            continue;
        const enum intv_status status = count_phrase(maker, word, &word->phrases[language]);
        if (status != INTV_OK)
            return status;
    }
    return INTV_OK;
}
