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
    HIT_MOST_MATCHES = 16,
    /* Places of a word that may have the same bytes: a piece, words joined, a phrase, a synonym. */
    SPOT_MOST_ALIKE = 4,
    WORD_MOST_SPOTS = HIT_MOST_MATCHES * SPOT_MOST_ALIKE
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
    uint32_t key; /* how much it tells; highest first */
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

/* The spots of a word, those that tell most first. */
struct spot_run
{
    size_t next; /* that was not given yet */
    size_t end;
};

struct spots
{
    const struct intv_search *search;
    uint32_t record;
    struct spot *rows;
    size_t count;
    size_t capacity;
    size_t first;          /* of the word that is looked for; a heap until all are found */
    struct spot_run *runs; /* by word */
};

/* ---- the best of a word ---- */

static int
compare_numbers(uint64_t one, uint64_t other)
{
    return (one > other) - (one < other);
}

static int
compare_spots(const void *one, const void *other)
{
    const struct spot *a = one;
    const struct spot *b = other;
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

static void
swap_spots(struct spot *one, struct spot *other)
{
    const struct spot kept = *one;
    *one = *other;
    *other = kept;
}

/* Lets the last of the spots rise to its place in a heap with the worst on top. */
static void
raise_spot(struct spot *heap, size_t count)
{
    for (size_t at = count - 1; at > 0; at = (at - 1) / 2) {
        if (compare_spots(&heap[at], &heap[(at - 1) / 2]) <= 0)
            return;
        swap_spots(&heap[at], &heap[(at - 1) / 2]);
    }
}

/* Lets the top sink to its place. */
static void
sink_spot(struct spot *heap, size_t count)
{
    size_t at = 0;
    for (size_t child = 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && compare_spots(&heap[child + 1], &heap[child]) > 0)
            child++;
        if (compare_spots(&heap[child], &heap[at]) <= 0)
            return;
        swap_spots(&heap[child], &heap[at]);
        at = child;
    }
}

/* Keeps a spot if it is among the best of its word. */
static bool
add_spot(struct spots *spots, const struct spot *spot, unsigned weight)
{
    struct spot row = *spot;
    row.key = rank_manner_factor(spot->manner) * weight;
    if (spots->count - spots->first == WORD_MOST_SPOTS) {
        struct spot *heap = spots->rows + spots->first;
        if (compare_spots(&row, heap) < 0) {
            *heap = row;
            sink_spot(heap, WORD_MOST_SPOTS);
        }
        return true;
    }
    if (!memory_reserve(&spots->rows, &spots->capacity, spots->count + 1, sizeof(*spots->rows)))
        return false;
    spots->rows[spots->count++] = row;
    raise_spot(spots->rows + spots->first, spots->count - spots->first);
    return true;
}

/* ---- finding the places ---- */

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

/* The spots of every word; words that are equal share them. */
static bool
add_spots(struct spots *spots)
{
    const struct intv_search *search = spots->search;
    for (uint32_t number = 0; number < search->word_count; number++) {
        const uint32_t equal = search->words[number].first_equal;
        spots->runs[number] = spots->runs[equal];
        if (equal != number)
            continue;
        spots->first = spots->count;
        if (!add_word_spots(spots, number))
            return false;
        if (spots->count - spots->first > 1)
            qsort(spots->rows + spots->first, spots->count - spots->first, sizeof(*spots->rows),
                  compare_spots);
        spots->runs[number] = (struct spot_run){spots->first, spots->count};
    }
    return true;
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

/* Bytes of the hyphen, soft or not, that ends a text; 0 when none does. */
static uint32_t
measure_hyphen(struct text text)
{
    static const char *const HYPHENS[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91", "\xC2\xAD"};
    for (size_t i = 0; i < sizeof(HYPHENS) / sizeof(HYPHENS[0]); i++) {
        const size_t length = strlen(HYPHENS[i]);
        if (text.length > length &&
            memcmp(text.bytes + text.length - length, HYPHENS[i], length) == 0)
            return (uint32_t)length;
    }
    return 0;
}

/* The end of a piece of a word with hyphens: before the hyphens, which belong to no piece. */
static uint32_t
drop_hyphens(struct text text, uint32_t start, uint32_t end)
{
    uint32_t length = 1;
    for (; start < end && length > 0; end -= length)
        length = measure_hyphen((struct text){text.bytes + start, end - start});
    return end;
}

static void
find_bytes(struct tokens *tokens, struct text text, const struct spot *spot, struct match *match)
{
    const struct token *token = NULL;
    tokens_start(tokens, text);
    while (tokens_next(tokens, &token) == INTV_OK && token != NULL) {
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
        match->length = drop_hyphens(text, match->start, end) - match->start;
        return;
    }
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

/* ---- which are given ---- */

/* The next place of a word. */
struct turn
{
    uint32_t word;
    const struct spot *spot;
};

/* What is given already. */
struct giving
{
    struct intv_hit *hit;
    struct tokens *tokens;
    const struct spot *given[HIT_MOST_MATCHES]; /* of each match */
};

static struct match
make_match(const struct giving *giving, const struct turn *turn)
{
    const struct intv_catalogue *catalogue = giving->hit->catalogue;
    const struct spot *spot = turn->spot;
    struct match match = {turn->word, spot->fact, spot->text, spot->via, 0, 0, spot->manner};
    if (spot->text == INTV_NONE) {
        find_bytes_in_id(catalogue_id(catalogue, giving->hit->record), spot, &match);
        return match;
    }
    const struct text_row *row = &catalogue->texts[spot->text];
    match.length = row->length;
    if (spot->manner != INTV_SYNONYM)
        find_bytes(giving->tokens, (struct text){catalogue->pool + row->offset, row->length}, spot,
                   &match);
    return match;
}

static uint32_t
last_position(const struct spot *spot)
{
    return spot->last_position + spot->span - 1;
}

/* Whether two places share words, without looking for their bytes. */
static bool
may_be_alike(const struct spot *a, const struct spot *b)
{
    if (a->fact != b->fact || a->text != b->text)
        return false;
    return a->span == 0 || b->span == 0 ||
           (a->first_position <= last_position(b) && b->first_position <= last_position(a));
}

/* Whether the bytes of a place were given for the same word. */
static bool
is_given(const struct giving *giving, const struct turn *turn)
{
    const struct intv_hit *hit = giving->hit;
    for (size_t i = 0; i < hit->count; i++) {
        if (hit->matches[i].word != turn->word || !may_be_alike(giving->given[i], turn->spot))
            continue;
        const struct match match = make_match(giving, turn);
        if (match.start == hit->matches[i].start && match.length == hit->matches[i].length)
            return true;
    }
    return false;
}

/* The next place of each word that has one; gives how many those are. */
static size_t
take_turns(const struct giving *giving, struct spots *spots, struct turn *turns)
{
    size_t count = 0;
    for (uint32_t word = 0; word < spots->search->word_count; word++) {
        struct spot_run *run = &spots->runs[word];
        bool is_new = false;
        while (run->next < run->end && !is_new) {
            turns[count] = (struct turn){word, &spots->rows[run->next++]};
            is_new = !is_given(giving, &turns[count]);
        }
        count += is_new;
    }
    return count;
}

static int
compare_turns(const void *one, const void *other)
{
    const struct turn *a = one;
    const struct turn *b = other;
    const int order = compare_spots(a->spot, b->spot);
    return order != 0 ? order : compare_numbers(a->word, b->word);
}

/* Each word comes once before any comes again. */
static enum intv_status
add_matches(struct intv_hit *hit, struct spots *spots)
{
    struct giving giving = {.hit = hit};
    struct turn *turns = memory_new(spots->search->word_count, sizeof(*turns));
    size_t count = 1;
    enum intv_status status = turns != NULL ? tokens_new(&giving.tokens) : INTV_ERROR_NO_MEMORY;
    while (status == INTV_OK && count > 0 && hit->count < HIT_MOST_MATCHES) {
        count = take_turns(&giving, spots, turns);
        if (count > 1)
            qsort(turns, count, sizeof(*turns), compare_turns);
        for (size_t i = 0; i < count && hit->count < HIT_MOST_MATCHES; i++) {
            giving.given[hit->count] = turns[i].spot;
            hit->matches[hit->count] = make_match(&giving, &turns[i]);
            hit->count++;
        }
    }
    tokens_free(giving.tokens);
    memory_free(turns);
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
    spots.runs = memory_new(search->word_count, sizeof(*spots.runs));
    if (spots.runs != NULL && add_spots(&spots))
        status = add_matches(made, &spots);
out:
    memory_free(spots.rows);
    memory_free(spots.runs);
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
