/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reads every text that is searched once, however many records refer to it: which words stand in it,
 * and where.
 */
#include "base/memory.h"
#include "index/building.h"
#include "text/analysis.h"

struct reading
{
    struct building *building;
    struct tokens *tokens;
    uint32_t tag; /* the language tag that was seen last, and its language */
    enum text_language language;
};

static enum intv_status
add_spot(struct building *building, unsigned language, struct text word, uint32_t position,
         uint32_t span)
{
    uint32_t term = 0;
    if (building->spot_count >= INTV_NONE || position > OCCURRENCE_LAST_POSITION ||
        span > OCCURRENCE_WIDEST_SPAN)
        return INTV_ERROR_LIMIT;
    const enum intv_status status = dictionary_add(&building->terms, language, word, &term);
    if (status != INTV_OK)
        return status;
    if (!memory_reserve(&building->spots, &building->spot_capacity, building->spot_count + 1,
                        sizeof(*building->spots)))
        return INTV_ERROR_NO_MEMORY;
    building->spots[building->spot_count++] =
        (struct spot){term, position & OCCURRENCE_LAST_POSITION, span & OCCURRENCE_WIDEST_SPAN};
    return INTV_OK;
}

static enum text_language
language_of(struct reading *reading, const struct text_row *row)
{
    if (row->language != reading->tag) {
        reading->tag = row->language;
        reading->language =
            analysis_language(text_of(reading->building->catalogue->pool + row->language));
    }
    return reading->language;
}

static enum intv_status
read_text(struct reading *reading, uint32_t text)
{
    struct building *building = reading->building;
    const struct text_row *row = &building->catalogue->texts[text];
    const enum text_language language = language_of(reading, row);
    const struct token *token = NULL;
    enum intv_status status = INTV_OK;
    tokens_start(reading->tokens,
                 (struct text){building->catalogue->pool + row->offset, row->length});
    while (status == INTV_OK) {
        status = tokens_next(reading->tokens, &token);
        if (status != INTV_OK || token == NULL)
            break;
        status = add_spot(building, language, token->folded, token->position, token->span);
    }
    return status;
}

/* Texts have the order of their facts, and those of one fact stand together. */
static enum intv_status
read_texts(struct reading *reading)
{
    struct building *building = reading->building;
    const struct intv_catalogue *catalogue = building->catalogue;
    uint32_t next = 0;
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++) {
        const struct fact_row *row = &catalogue->facts[fact];
        const bool is_searched = index_weight_of_text((enum field)row->field) > 0;
        enum intv_status status = building_step(building);
        for (uint32_t i = 0; i < row->text_count && status == INTV_OK; i++) {
            building->spot_firsts[next++] = (uint32_t)building->spot_count;
            if (is_searched)
                status = read_text(reading, row->text_first + i);
        }
        if (status != INTV_OK)
            return status;
    }
    return next == building->text_count ? INTV_OK : INTV_ERROR_INTERNAL;
}

/* Ids are lower-case words with hyphens and full stops between, in no language. */
static enum intv_status
read_id(struct building *building, uint32_t record)
{
    const struct text id = catalogue_id(building->catalogue, record);
    uint32_t position = 0;
    size_t first = 0;
    for (size_t end = 0; end <= id.length; end++) {
        if (end < id.length && id.bytes[end] != '-' && id.bytes[end] != '.')
            continue;
        const size_t length = end - first <= TOKEN_LONGEST ? end - first : (size_t)TOKEN_LONGEST;
        const enum intv_status status =
            length == 0 ? INTV_OK
                        : add_spot(building, TEXT_OF_NO_LANGUAGE,
                                   (struct text){id.bytes + first, length}, position++, 1);
        if (status != INTV_OK)
            return status;
        first = end + 1;
    }
    return INTV_OK;
}

static enum intv_status
read_ids(struct building *building)
{
    uint32_t *firsts = building->spot_firsts + building->text_count;
    enum intv_status status = INTV_OK;
    const uint32_t count = building->catalogue->record_count;
    for (uint32_t record = 0; record < count && status == INTV_OK; record++) {
        firsts[record] = (uint32_t)building->spot_count;
        status = read_id(building, record);
    }
    firsts[count] = (uint32_t)building->spot_count;
    return status;
}

enum intv_status
building_read(struct building *building)
{
    struct reading reading = {.building = building, .tag = INTV_NONE};
    const size_t texts = (size_t)building->text_count + building->catalogue->record_count;
    building->spot_firsts = memory_new(texts + 1, sizeof(*building->spot_firsts));
    if (building->spot_firsts == NULL)
        return INTV_ERROR_NO_MEMORY;
    enum intv_status status = tokens_new(&reading.tokens);
    if (status == INTV_OK)
        status = read_texts(&reading);
    if (status == INTV_OK)
        status = read_ids(building);
    tokens_free(reading.tokens);
    return status;
}
