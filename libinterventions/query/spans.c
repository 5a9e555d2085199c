/* SPDX-License-Identifier: EUPL-1.2 */
/* Where the words of a query stand in one record: doc/search.md, rules 22 to 24. */
#include <stdlib.h>

#include "base/memory.h"
#include "index/words.h"
#include "model/texts.h"
#include "query/phrases.h"
#include "query/synonyms.h"
#include "text/analysis.h"

enum
{
    HIT_MOST_MATCHES = 16
};

struct match
{
    uint32_t word;
    uint32_t fact;
    uint32_t text; /* row, or INTV_NONE for the id */
    uint32_t via;
    uint32_t start;
    uint32_t length;
    enum intv_manner manner;
};

struct intv_hit
{
    struct intv_catalogue *catalogue;
    uint32_t record;
    size_t count;
    struct match matches[HIT_MOST_MATCHES];
};

/* A place by positions; in which bytes it stands is found only for those that are given. */
struct spot
{
    uint32_t key;    /* how much it tells; highest first */
    uint32_t before; /* places of the same word that tell more */
    uint32_t word;
    uint32_t fact;
    uint32_t text;
    uint32_t via;
    uint32_t first_position;
    uint32_t last_position;
    uint16_t span;       /* 0: the whole text */
    uint16_t part_start; /* in the folded first word */
    uint16_t part_end;   /* in the folded last word; 0: its end */
    enum intv_manner manner;
};

struct spots
{
    const struct intv_search *search;
    uint32_t record;
    struct spot *rows;
    size_t count;
    size_t capacity;
};

/* ---- finding the places ---- */

static bool
add_spot(struct spots *spots, const struct spot *spot, unsigned weight)
{
    if (!memory_reserve(&spots->rows, &spots->capacity, spots->count + 1, sizeof(*spots->rows)))
        return false;
    struct spot *row = &spots->rows[spots->count++];
    *row = *spot;
    row->key = rank_manner_factor(spot->manner) * weight;
    return true;
}

/* The record whose label a text is, when it is not one of the fact's own. */
static uint32_t
owner_of(const struct intv_catalogue *catalogue, uint32_t fact, uint32_t text)
{
    if (fact == INTV_NONE)
        return INTV_NONE;
    const struct fact_row *row = &catalogue->facts[fact];
    const bool is_own =
        row->text_count > 0 && text >= row->text_first && text - row->text_first < row->text_count;
    return is_own ? INTV_NONE : row->value;
}

static bool
add_use_spots(struct spots *spots, uint32_t number, const struct word_use *use)
{
    const struct intv_catalogue *catalogue = spots->search->catalogue;
    const struct posting_row *posting = index_find_posting(catalogue, use->term, spots->record);
    uint32_t count = 0;
    const struct occurrence_row *places =
        posting != NULL ? index_occurrences_of(catalogue, posting, &count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const unsigned weight =
            search_weight(catalogue, &places[i], spots->search->words[number].qualifier);
        const struct spot spot = {
            .word = number,
            .fact = places[i].fact,
            .text = places[i].text,
            .via = owner_of(catalogue, places[i].fact, places[i].text),
            .first_position = places[i].position,
            .last_position = places[i].position,
            .span = (uint16_t)places[i].span,
            .part_start = use->start,
            .part_end = use->length > 0 ? (uint16_t)(use->start + use->length) : 0,
            .manner = (enum intv_manner)use->manner,
        };
        if (weight > 0 && !add_spot(spots, &spot, weight))
            return false;
    }
    return true;
}

static bool
add_phrase_spots(struct spots *spots, uint32_t number, const struct phrase *phrase,
                 struct phrase_places *places)
{
    const struct intv_catalogue *catalogue = spots->search->catalogue;
    places->count = 0;
    if (phrases_find(catalogue, phrase, spots->search->words[number].qualifier, spots->record,
                     places) != INTV_OK)
        return false;
    for (size_t i = 0; i < places->count; i++) {
        const struct phrase_place *place = &places->rows[i];
        const struct phrase_unit *last = place->last;
        const struct spot spot = {
            .word = number,
            .fact = place->fact,
            .text = place->text,
            .via = owner_of(catalogue, place->fact, place->text),
            .first_position = place->first_position,
            .last_position = place->last_position,
            .span = 1,
            .part_start = place->first->start,
            .part_end = last->length > 0 ? (uint16_t)(last->start + last->length) : 0,
            .manner = place->manner,
        };
        if (!add_spot(spots, &spot, place->weight))
            return false;
    }
    return true;
}

/* Preferred label, name or title in the language of the asker. */
static uint32_t
choose_label(const struct intv_search *search, uint32_t record)
{
    static const enum field LABELS[] = {FIELD_NAME, FIELD_LABEL, FIELD_TITLE};
    const char *language = search->language == INTV_ENGLISH ? "en" : "nl";
    uint32_t text = INTV_NONE;
    for (size_t i = 0; i < sizeof(LABELS) / sizeof(LABELS[0]) && text == INTV_NONE; i++)
        text = texts_choose_in_span(
            search->catalogue, catalogue_facts_of(search->catalogue, record, LABELS[i]), language);
    return text;
}

static bool
add_synonym_spot(struct spots *spots, uint32_t number, uint32_t fact)
{
    const struct intv_catalogue *catalogue = spots->search->catalogue;
    const struct fact_row *row = &catalogue->facts[fact];
    const enum value value = FIELD_FORMATS[row->field].value;
    if ((value != VALUE_CONCEPT && value != VALUE_REFERENCE) || row->silence != 0 ||
        row->field == FIELD_BROADER)
        return true;
    const uint32_t via = synonyms_via(catalogue, &spots->search->words[number].labels, row->value);
    const struct spot spot = {
        .word = number,
        .fact = fact,
        .text = via != INTV_NONE ? choose_label(spots->search, row->value) : INTV_NONE,
        .via = via,
        .manner = INTV_SYNONYM,
    };
    return spot.text == INTV_NONE ||
           add_spot(spots, &spot, index_weight_of_name((enum field)row->field));
}

static bool
add_synonym_spots(struct spots *spots, uint32_t number)
{
    const struct intv_catalogue *catalogue = spots->search->catalogue;
    const uint32_t next = spots->record + 1;
    const uint32_t end = next < catalogue->record_count ? catalogue->records[next].fact_first
                                                        : catalogue->fact_count;
    const struct found_row *row = search_row(&spots->search->words[number], spots->record);
    if (row == NULL || row->counts.manners[INTV_SYNONYM] == 0)
        return true;
    for (uint32_t fact = catalogue->records[spots->record].fact_first; fact < end; fact++)
        if (!add_synonym_spot(spots, number, fact))
            return false;
    return true;
}

static bool
add_word_spots(struct spots *spots, uint32_t number)
{
    const struct search_word *word = &spots->search->words[number];
    struct phrase_places places = {0};
    bool memory = true;
    for (size_t i = 0; i < word->uses.count && memory; i++)
        memory = add_use_spots(spots, number, &word->uses.rows[i]);
    for (unsigned language = 0; language < SEARCH_LANGUAGES && memory; language++)
        if (word->phrases[language].piece_count > 0)
            memory = add_phrase_spots(spots, number, &word->phrases[language], &places);
    memory_free(places.rows);
    return memory && add_synonym_spots(spots, number);
}

/* ---- which are given ---- */

static int
compare_numbers(uint64_t one, uint64_t other)
{
    return (one > other) - (one < other);
}

static int
compare_places(const struct spot *a, const struct spot *b)
{
    int order = compare_numbers(b->key, a->key);
    if (order == 0)
        order = compare_numbers(a->fact + UINT32_C(1), b->fact + UINT32_C(1)); /* the id first */
    if (order == 0)
        order = compare_numbers(a->text, b->text);
    if (order == 0)
        order = compare_numbers(a->first_position, b->first_position);
    if (order == 0)
        order = compare_numbers(a->part_start, b->part_start);
    if (order == 0)
        order = compare_numbers(a->last_position, b->last_position);
    return order != 0 ? order : compare_numbers(b->span, a->span);
}

static int
compare_in_word(const void *one, const void *other)
{
    const struct spot *a = one;
    const struct spot *b = other;
    return a->word != b->word ? compare_numbers(a->word, b->word) : compare_places(a, b);
}

static int
compare_for_all(const void *one, const void *other)
{
    const struct spot *a = one;
    const struct spot *b = other;
    if (a->before != b->before)
        return compare_numbers(a->before, b->before);
    const int order = compare_places(a, b);
    return order != 0 ? order : compare_numbers(a->word, b->word);
}

/* So that each word comes once before any comes again. */
static void
sort_spots(struct spots *spots)
{
    if (spots->count < 2)
        return;
    qsort(spots->rows, spots->count, sizeof(*spots->rows), compare_in_word);
    for (size_t i = 1; i < spots->count; i++)
        if (spots->rows[i].word == spots->rows[i - 1].word)
            spots->rows[i].before = spots->rows[i - 1].before + 1;
    qsort(spots->rows, spots->count, sizeof(*spots->rows), compare_for_all);
}

/* ---- in which bytes they stand ---- */

/* Where a folded byte comes from: never inside a character that folds to several. */
static uint32_t
origin_of_end(const struct token *token, size_t end)
{
    while (end > 0 && end < token->folded.length && token->origins[end] == token->origins[end - 1])
        end++;
    return token->origins[end];
}

/* The end of a piece of a word with hyphens: before the hyphen, which belongs to no piece. */
static uint32_t
drop_hyphen(struct text text, uint32_t start, uint32_t end)
{
    static const char *const HYPHENS[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xC2\xAD"};
    for (size_t i = 0; i < sizeof(HYPHENS) / sizeof(HYPHENS[0]); i++) {
        const size_t length = strlen(HYPHENS[i]);
        if (end > start + length && memcmp(text.bytes + end - length, HYPHENS[i], length) == 0)
            return end - (uint32_t)length;
    }
    return end;
}

static enum intv_status
find_bytes(struct tokens *tokens, struct text text, const struct spot *spot, struct match *match)
{
    const struct token *token = NULL;
    enum intv_status status = INTV_OK;
    tokens_start(tokens, text);
    while ((status = tokens_next(tokens, &token)) == INTV_OK && token != NULL) {
        if (token->span != spot->span)
            continue;
        if (token->position == spot->first_position)
            match->start = spot->part_start < token->folded.length
                               ? token->origins[spot->part_start]
                               : token->start;
        if (token->position != spot->last_position)
            continue;
        const uint32_t end = spot->part_end > 0 && spot->part_end <= token->folded.length
                                 ? origin_of_end(token, spot->part_end)
                                 : token->start + token->length;
        match->length = drop_hyphen(text, match->start, end) - match->start;
        break;
    }
    return status;
}

/* Pieces of an id: the index cuts it at hyphens and full stops. */
static void
find_bytes_in_id(struct text id, const struct spot *spot, struct match *match)
{
    uint32_t position = 0;
    size_t first = 0;
    for (size_t end = 0; end <= id.length; end++) {
        if (end < id.length && id.bytes[end] != '-' && id.bytes[end] != '.')
            continue;
        if (end > first) {
            if (position == spot->first_position)
                match->start = (uint32_t)first + spot->part_start;
            if (position == spot->last_position) {
                match->length = (uint32_t)end - match->start;
                if (spot->part_end > 0)
                    match->length = (uint32_t)first + spot->part_end - match->start;
                return;
            }
            position++;
        }
        first = end + 1;
    }
}

static enum intv_status
add_match(struct intv_hit *hit, struct tokens *tokens, const struct spot *spot)
{
    const struct intv_catalogue *catalogue = hit->catalogue;
    struct match *match = &hit->matches[hit->count++];
    *match = (struct match){spot->word, spot->fact, spot->text, spot->via, 0, 0, spot->manner};
    if (spot->text == INTV_NONE) {
        find_bytes_in_id(catalogue_id(catalogue, hit->record), spot, match);
        return INTV_OK;
    }
    const struct text_row *row = &catalogue->texts[spot->text];
    if (spot->manner != INTV_SYNONYM)
        return find_bytes(tokens, (struct text){catalogue->pool + row->offset, row->length}, spot,
                          match);
    match->length = row->length;
    return INTV_OK;
}

static enum intv_status
add_matches(struct intv_hit *hit, struct spots *spots)
{
    struct tokens *tokens = NULL;
    enum intv_status status = tokens_new(&tokens);
    sort_spots(spots);
    for (size_t i = 0; i < spots->count && hit->count < HIT_MOST_MATCHES && status == INTV_OK; i++)
        status = add_match(hit, tokens, &spots->rows[i]);
    tokens_free(tokens);
    return status;
}

/* ---- the public view ---- */

enum intv_status
intv_hit_new(const struct intv_search *search, size_t index, struct intv_hit **hit)
{
    if (hit != NULL)
        *hit = NULL;
    if (search == NULL || hit == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (index >= search->page_count)
        return INTV_ERROR_NOT_FOUND;
    struct spots spots = {.search = search, .record = search->page[index].record};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    struct intv_hit *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        goto out;
    made->catalogue = intv_catalogue_ref(search->catalogue);
    made->record = spots.record;
    for (uint32_t word = 0; word < search->word_count; word++)
        if (!add_word_spots(&spots, word))
            goto out;
    status = add_matches(made, &spots);
out:
    memory_free(spots.rows);
    if (status == INTV_OK)
        *hit = made;
    else
        intv_hit_free(made);
    return status;
}

void
intv_hit_free(struct intv_hit *hit)
{
    if (hit == NULL)
        return;
    intv_catalogue_unref(hit->catalogue);
    memory_free(hit);
}

size_t
intv_hit_get_match_count(const struct intv_hit *hit)
{
    return hit != NULL ? hit->count : 0;
}

size_t
intv_hit_get_match_word(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].word : 0;
}

enum intv_manner
intv_hit_get_match_manner(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].manner : INTV_EXACT;
}

uint32_t
intv_hit_get_match_fact(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].fact : INTV_NONE;
}

const char *
intv_hit_get_match_text(const struct intv_hit *hit, size_t match)
{
    if (match >= hit->count)
        return "";
    const uint32_t text = hit->matches[match].text;
    return hit->catalogue->pool + (text != INTV_NONE ? hit->catalogue->texts[text].offset
                                                     : hit->catalogue->records[hit->record].id);
}

const char *
intv_hit_get_match_language(const struct intv_hit *hit, size_t match)
{
    if (match >= hit->count || hit->matches[match].text == INTV_NONE)
        return "";
    return hit->catalogue->pool + hit->catalogue->texts[hit->matches[match].text].language;
}

size_t
intv_hit_get_match_start(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].start : 0;
}

size_t
intv_hit_get_match_length(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].length : 0;
}

uint32_t
intv_hit_get_match_via(const struct intv_hit *hit, size_t match)
{
    return match < hit->count ? hit->matches[match].via : INTV_NONE;
}
