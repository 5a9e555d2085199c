/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/offer.h"

#include "index/words.h"

enum
{
    LANGUAGES = 4 /* enum text_language of text/analysis.h */
};

static const uint8_t OFFERS[FIELD_COUNT] = {
#define OFFERED(FIELD, SORT) [FIELD_##FIELD] = OFFER_##SORT + 1,
#include "query/offered.def"
#undef OFFERED
};

enum offer
offer_field(enum field field)
{
    return OFFERS[field] == 0 ? OFFER_NOT : (enum offer)(OFFERS[field] - 1);
}

/* ---- where a word stands ---- */

/* A text of the fact itself, not the name of what it refers to. */
static bool
is_own(const struct intv_catalogue *catalogue, const struct occurrence_row *row)
{
    if (row->fact == INTV_NONE)
        return false;
    const struct fact_row *fact = &catalogue->facts[row->fact];
    return row->text >= fact->text_first && row->text - fact->text_first < fact->text_count;
}

/* A word that begins a name or a sentence may have a capital that is not its own; in labels it has not. */
static unsigned
rank_of(enum offer offer, enum field field, const struct occurrence_row *row)
{
    const bool is_label = field == FIELD_LABEL || field == FIELD_ALT_LABEL;
    return 2 * (unsigned)offer + (row->position == 0 && !is_label);
}

enum
{
    BEST_RANK = 0,
    WORST_RANK = 2 * OFFER_NOT
};

static unsigned
look_at_posting(const struct intv_catalogue *catalogue, const struct posting_row *posting,
                unsigned best, struct offer_place *place)
{
    uint32_t count = 0;
    const struct occurrence_row *rows = index_occurrences_of(catalogue, posting, &count);
    for (uint32_t i = 0; i < count && best > BEST_RANK; i++) {
        if (!is_own(catalogue, &rows[i]))
            continue;
        const enum field field = (enum field)catalogue->facts[rows[i].fact].field;
        const enum offer offer = offer_field(field);
        const unsigned rank = offer == OFFER_NOT ? WORST_RANK : rank_of(offer, field, &rows[i]);
        if (rank >= best)
            continue;
        best = rank;
        *place = (struct offer_place){rows[i].text, rows[i].position};
    }
    return best;
}

enum offer
offer_word(const struct intv_catalogue *catalogue, struct text folded, struct offer_place *place)
{
    struct offer_place found = {INTV_NONE, 0};
    unsigned best = WORST_RANK;
    for (unsigned language = 0; language < LANGUAGES && best > BEST_RANK; language++) {
        const uint32_t term = index_find_term(catalogue, language, folded);
        uint32_t count = 0;
        if (term == INTV_NONE)
            continue;
        const struct posting_row *postings = index_postings_of(catalogue, term, &count);
        for (uint32_t i = 0; i < count && best > BEST_RANK; i++)
            best = look_at_posting(catalogue, &postings[i], best, &found);
    }
    if (place != NULL)
        *place = found;
    return (enum offer)(best / 2);
}

/* ---- how many use it ---- */

/* The postings of a word in one language that are still to be counted. */
struct rest
{
    const struct posting_row *rows;
    uint32_t count;
};

static uint32_t
lowest_record(const struct rest rests[LANGUAGES])
{
    uint32_t lowest = INTV_NONE;
    for (unsigned i = 0; i < LANGUAGES; i++)
        if (rests[i].count > 0 && rests[i].rows->record < lowest)
            lowest = rests[i].rows->record;
    return lowest;
}

uint32_t
offer_uses(const struct intv_catalogue *catalogue, struct text folded)
{
    struct rest rests[LANGUAGES] = {{NULL, 0}};
    uint32_t uses = 0;
    for (unsigned language = 0; language < LANGUAGES; language++) {
        const uint32_t term = index_find_term(catalogue, language, folded);
        if (term != INTV_NONE)
            rests[language].rows = index_postings_of(catalogue, term, &rests[language].count);
    }
    for (uint32_t record = lowest_record(rests); record != INTV_NONE;
         record = lowest_record(rests)) {
        uses++;
        for (unsigned i = 0; i < LANGUAGES; i++)
            if (rests[i].count > 0 && rests[i].rows->record == record)
                rests[i] = (struct rest){rests[i].rows + 1, rests[i].count - 1};
    }
    return uses;
}

uint32_t
offer_references(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = &catalogue->records[record];
    const uint32_t *users = catalogue->links + row->user_first;
    uint32_t references = 0;
    uint32_t before = INTV_NONE;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const uint32_t user = catalogue->facts[users[i]].record;
        references += user != before; /* facts are sorted, and stand together by record */
        before = user;
    }
    return references;
}

/* ---- hidden labels ---- */

/* Whether the word at a place is all of a hidden label: no other word stands in that text. */
static bool
is_whole_hidden_label(const struct intv_catalogue *catalogue, const struct occurrence_row *row,
                      struct text folded)
{
    if (!is_own(catalogue, row) || catalogue->facts[row->fact].field != FIELD_HIDDEN_LABEL)
        return false;
    const struct text_row *text = &catalogue->texts[row->text];
    const struct text written = {catalogue->pool + text->offset, text->length};
    for (size_t i = 0; i < written.length; i++)
        if (text_is_space(written.bytes[i]))
            return false;
    return row->position == 0 && folded.length > 0;
}

static uint32_t
find_hidden(const struct intv_catalogue *catalogue, uint32_t term, struct text folded)
{
    uint32_t count = 0;
    const struct posting_row *postings = index_postings_of(catalogue, term, &count);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t places = 0;
        const struct occurrence_row *rows = index_occurrences_of(catalogue, &postings[i], &places);
        for (uint32_t k = 0; k < places; k++)
            if (is_whole_hidden_label(catalogue, &rows[k], folded))
                return postings[i].record;
    }
    return INTV_NONE;
}

uint32_t
offer_hidden(const struct intv_catalogue *catalogue, struct text folded)
{
    uint32_t record = INTV_NONE;
    for (unsigned language = 0; language < LANGUAGES && record == INTV_NONE; language++) {
        const uint32_t term = index_find_term(catalogue, language, folded);
        if (term != INTV_NONE)
            record = find_hidden(catalogue, term, folded);
    }
    return record;
}
