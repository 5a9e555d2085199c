/* SPDX-License-Identifier: EUPL-1.2 */
/* How many records use the values of a list: one pass over the facts, which stand by record. */
#include "base/memory.h"
#include "query/vocabulary.h"

enum
{
    MOST_CODES = UINT8_MAX + 1
};

struct counting
{
    struct intv_vocabulary *vocabulary;
    uint32_t *rows;     /* row of each record, or INTV_NONE */
    uint32_t *last_own; /* record that a row last counted, so that none counts twice */
    uint32_t *last_wide;
    uint32_t codes[MOST_CODES]; /* row of each code, or INTV_NONE */
};

/* ---- counting one use ---- */

static void
count_once(const struct intv_catalogue *catalogue, struct vocabulary_use *use, uint32_t *last,
           uint32_t user)
{
    if (*last == user)
        return;
    *last = user;
    use->by_kind[catalogue->records[user].kind]++;
    use->by_kind[KIND_COUNT]++;
}

/* A record counts for a row, and for those that are broader. */
static void
count_record(struct counting *counting, uint32_t used, uint32_t user)
{
    const struct intv_catalogue *catalogue = counting->vocabulary->catalogue;
    struct vocabulary_row *rows = counting->vocabulary->rows;
    if (used == INTV_NONE || counting->rows[used] == INTV_NONE)
        return;
    const uint32_t own = counting->rows[used];
    count_once(catalogue, &rows[own].own, &counting->last_own[own], user);
    const struct record_row *row = &catalogue->records[used];
    for (uint32_t i = 0; i < row->ancestor_count; i++) {
        const uint32_t wide = counting->rows[catalogue->links[row->ancestor_first + i]];
        if (wide != INTV_NONE)
            count_once(catalogue, &rows[wide].wide, &counting->last_wide[wide], user);
    }
}

static void
count_code(struct counting *counting, unsigned code, uint32_t user)
{
    const uint32_t row = code < MOST_CODES ? counting->codes[code] : INTV_NONE;
    if (row == INTV_NONE)
        return;
    struct vocabulary_row *counted = &counting->vocabulary->rows[row];
    const struct intv_catalogue *catalogue = counting->vocabulary->catalogue;
    count_once(catalogue, &counted->own, &counting->last_own[row], user);
    count_once(catalogue, &counted->wide, &counting->last_wide[row], user);
}

/* ---- what a fact uses ---- */

/* That a record is narrower, or took the place of another, is no use of it. */
static bool
is_use(const struct fact_row *fact)
{
    return fact->silence == 0 && fact->field != FIELD_BROADER && fact->field != FIELD_REPLACED_BY &&
           field_value((enum field)fact->field) == INTV_VALUE_RECORD;
}

static void
count_codes(struct counting *counting, const struct fact_row *fact)
{
    const enum code_list list = counting->vocabulary->list;
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    if (list == LIST_SILENCE)
        count_code(counting, fact->silence, fact->record);
    if (fact->silence != 0)
        return;
    if (format->value == VALUE_CODE && format->list == list)
        count_code(counting, fact->value, fact->record);
    if (format->qualifier_list == list)
        count_code(counting, fact->qualifier, fact->record);
    if (fact->provenance == INTV_NONE)
        return;
    const struct provenance_row *said =
        &counting->vocabulary->catalogue->provenances[fact->provenance];
    if (list == LIST_ASSERTER)
        count_code(counting, said->asserter, fact->record);
    if (list == LIST_STRENGTH)
        count_code(counting, said->strength, fact->record);
}

/* A claim uses the source in which it stands, and the one through which that was read. */
static void
count_fact(struct counting *counting, const struct fact_row *fact)
{
    const struct intv_catalogue *catalogue = counting->vocabulary->catalogue;
    if (is_use(fact))
        count_record(counting, fact->value, fact->record);
    if (fact->provenance != INTV_NONE && fact->silence == 0) {
        count_record(counting, catalogue->provenances[fact->provenance].source, fact->record);
        count_record(counting, catalogue->provenances[fact->provenance].via, fact->record);
    }
    if (counting->vocabulary->list != LIST_NONE)
        count_codes(counting, fact);
}

/* ---- all of them ---- */

static uint32_t *
new_numbers(size_t count)
{
    uint32_t *numbers = memory_new(count, sizeof(*numbers));
    for (size_t i = 0; i < count && numbers != NULL; i++)
        numbers[i] = INTV_NONE;
    return numbers;
}

static void
point_to_rows(struct counting *counting)
{
    const struct intv_vocabulary *vocabulary = counting->vocabulary;
    for (unsigned code = 0; code < MOST_CODES; code++)
        counting->codes[code] = INTV_NONE;
    for (uint32_t i = 0; i < vocabulary->count; i++) {
        const struct vocabulary_row *row = &vocabulary->rows[i];
        if (row->record != INTV_NONE)
            counting->rows[row->record] = i;
        if (row->code != CODE_NOT_STATED && row->code < MOST_CODES)
            counting->codes[row->code] = i;
    }
}

enum intv_status
vocabulary_count_uses(struct intv_vocabulary *vocabulary)
{
    const struct intv_catalogue *catalogue = vocabulary->catalogue;
    struct counting counting = {.vocabulary = vocabulary};
    counting.rows = new_numbers(catalogue->record_count);
    counting.last_own = new_numbers(vocabulary->count);
    counting.last_wide = new_numbers(vocabulary->count);
    const bool has_memory =
        counting.rows != NULL && counting.last_own != NULL && counting.last_wide != NULL;
    if (has_memory) {
        point_to_rows(&counting);
        for (uint32_t i = 0; i < catalogue->fact_count; i++)
            count_fact(&counting, &catalogue->facts[i]);
    }
    memory_free(counting.rows);
    memory_free(counting.last_own);
    memory_free(counting.last_wide);
    return has_memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}
