/* SPDX-License-Identifier: EUPL-1.2 */
/* Copying the tables of a catalogue, as rows or by column; the columns are in columns.def. */
#include <interventions/rows.h>

#include "base/rows.h"
#include "model/catalogue.h"

/* ---- what the columns are made of ---- */

static enum intv_value
value_of(const struct fact_row *row)
{
    return row->silence == 0 ? field_value((enum field)row->field) : INTV_VALUE_NONE;
}

static const struct quantity_row *
quantity_of(const struct intv_catalogue *catalogue, const struct fact_row *row)
{
    static const struct quantity_row NOTHING = {.low_bound = BOUND_UNKNOWN,
                                                .high_bound = BOUND_UNKNOWN};
    return value_of(row) == INTV_VALUE_QUANTITY ? &catalogue->quantities[row->value] : &NOTHING;
}

static int64_t
known(unsigned bound, int64_t number)
{
    return bound == BOUND_KNOWN ? number : 0;
}

static const struct provenance_row *
provenance_of(const struct intv_catalogue *catalogue, const struct fact_row *row)
{
    static const struct provenance_row NOBODY = {
        .source = INTV_NONE, .via = INTV_NONE, .locator = INTV_NONE};
    return row->provenance != INTV_NONE ? &catalogue->provenances[row->provenance] : &NOBODY;
}

struct piece
{
    uint32_t offset;
    uint32_t length;
};

static struct piece
locator_of(const struct intv_catalogue *catalogue, const struct fact_row *row)
{
    const uint32_t locator = provenance_of(catalogue, row)->locator;
    if (locator == INTV_NONE)
        return (struct piece){0, 0};
    return (struct piece){locator, (uint32_t)strlen(catalogue->pool + locator)};
}

/* ---- rows ---- */

/* Every column fits in its member: flags, codes, and numbers of 32 bits. */
#define FILL(member, expression) made.member = (__typeof__(made.member))(expression);
#define NOTHING(NAME, member, expression)

#define RECORD_COLUMN(NAME, member, expression) FILL(member, expression)
#define FACT_COLUMN NOTHING
#define TEXT_COLUMN NOTHING
static struct intv_record_row
make_record(const struct intv_catalogue *catalogue, uint32_t index)
{
    const struct record_row *row = &catalogue->records[index];
    struct intv_record_row made = {0};
#include "model/columns.def"
    return made;
}
#undef RECORD_COLUMN
#undef FACT_COLUMN

#define RECORD_COLUMN NOTHING
#define FACT_COLUMN(NAME, member, expression) FILL(member, expression)
static struct intv_fact_row
make_fact(const struct intv_catalogue *catalogue, uint32_t index)
{
    const struct fact_row *row = &catalogue->facts[index];
    struct intv_fact_row made = {0};
#include "model/columns.def"
    return made;
}
#undef FACT_COLUMN
#undef TEXT_COLUMN

#define FACT_COLUMN NOTHING
#define TEXT_COLUMN(NAME, member, expression) FILL(member, expression)
static struct intv_text_row
make_text(const struct intv_catalogue *catalogue, uint32_t index)
{
    const struct text_row *row = &catalogue->texts[index];
    struct intv_text_row made = {0};
#include "model/columns.def"
    return made;
}
#undef RECORD_COLUMN
#undef FACT_COLUMN
#undef TEXT_COLUMN

uint32_t
intv_catalogue_get_row_count(const struct intv_catalogue *catalogue, enum intv_table table)
{
    switch (table) {
    case INTV_TABLE_RECORDS:
        return catalogue->record_count;
    case INTV_TABLE_FACTS:
        return catalogue->fact_count;
    case INTV_TABLE_TEXTS:
        return (uint32_t)catalogue->header->sections[SECTION_TEXTS].count;
    default:
        return 0;
    }
}

static bool
has_rows(const struct intv_catalogue *catalogue, enum intv_table table, uint32_t first,
         size_t count)
{
    return catalogue != NULL &&
           rows_are_within(first, count, intv_catalogue_get_row_count(catalogue, table));
}

enum intv_status
intv_catalogue_copy_records(const struct intv_catalogue *catalogue, uint32_t first, size_t count,
                            struct intv_record_row *rows)
{
    struct rows room;
    if (!has_rows(catalogue, INTV_TABLE_RECORDS, first, count) ||
        (count > 0 && !rows_open(&room, rows, sizeof(*rows), _Alignof(struct intv_record_row))))
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++) {
        const struct intv_record_row made = make_record(catalogue, first + (uint32_t)i);
        rows_put(&room, i, &made);
    }
    return INTV_OK;
}

enum intv_status
intv_catalogue_copy_facts(const struct intv_catalogue *catalogue, uint32_t first, size_t count,
                          struct intv_fact_row *rows)
{
    struct rows room;
    if (!has_rows(catalogue, INTV_TABLE_FACTS, first, count) ||
        (count > 0 && !rows_open(&room, rows, sizeof(*rows), _Alignof(struct intv_fact_row))))
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++) {
        const struct intv_fact_row made = make_fact(catalogue, first + (uint32_t)i);
        rows_put(&room, i, &made);
    }
    return INTV_OK;
}

enum intv_status
intv_catalogue_copy_texts(const struct intv_catalogue *catalogue, uint32_t first, size_t count,
                          struct intv_text_row *rows)
{
    struct rows room;
    if (!has_rows(catalogue, INTV_TABLE_TEXTS, first, count) ||
        (count > 0 && !rows_open(&room, rows, sizeof(*rows), _Alignof(struct intv_text_row))))
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++) {
        const struct intv_text_row made = make_text(catalogue, first + (uint32_t)i);
        rows_put(&room, i, &made);
    }
    return INTV_OK;
}

/* ---- columns ---- */

/* One loop for each column, so that nothing is decided for each row. */
#define COPY(COLUMN, table, expression)                                                            \
    case COLUMN:                                                                                   \
        for (size_t i = 0; i < count; i++) {                                                       \
            const uint32_t index = first + (uint32_t)i;                                            \
            const __typeof__(*catalogue->table) *row = &catalogue->table[index];                   \
            (void)row;                                                                             \
            values[i] = (int64_t)(expression);                                                     \
        }                                                                                          \
        return INTV_OK;

#define RECORD_COLUMN(NAME, member, expression) COPY(INTV_RECORD_COLUMN_##NAME, records, expression)
#define FACT_COLUMN NOTHING
#define TEXT_COLUMN NOTHING
enum intv_status
intv_catalogue_copy_record_column(const struct intv_catalogue *catalogue,
                                  enum intv_record_column column, uint32_t first, size_t count,
                                  int64_t *values)
{
    if (!has_rows(catalogue, INTV_TABLE_RECORDS, first, count) || (values == NULL && count > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    switch (column) {
#include "model/columns.def"
    }
    return INTV_ERROR_INVALID_ARGUMENT;
}
#undef RECORD_COLUMN
#undef FACT_COLUMN

#define RECORD_COLUMN NOTHING
#define FACT_COLUMN(NAME, member, expression) COPY(INTV_FACT_COLUMN_##NAME, facts, expression)
enum intv_status
intv_catalogue_copy_fact_column(const struct intv_catalogue *catalogue,
                                enum intv_fact_column column, uint32_t first, size_t count,
                                int64_t *values)
{
    if (!has_rows(catalogue, INTV_TABLE_FACTS, first, count) || (values == NULL && count > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    switch (column) {
#include "model/columns.def"
    }
    return INTV_ERROR_INVALID_ARGUMENT;
}
#undef FACT_COLUMN
#undef TEXT_COLUMN

#define FACT_COLUMN NOTHING
#define TEXT_COLUMN(NAME, member, expression) COPY(INTV_TEXT_COLUMN_##NAME, texts, expression)
enum intv_status
intv_catalogue_copy_text_column(const struct intv_catalogue *catalogue,
                                enum intv_text_column column, uint32_t first, size_t count,
                                int64_t *values)
{
    if (!has_rows(catalogue, INTV_TABLE_TEXTS, first, count) || (values == NULL && count > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    switch (column) {
#include "model/columns.def"
    }
    return INTV_ERROR_INVALID_ARGUMENT;
}

/* ---- texts ---- */

const char *
intv_catalogue_get_pool(const struct intv_catalogue *catalogue, size_t *size)
{
    if (size != NULL)
        *size = (size_t)catalogue->header->sections[SECTION_POOL].count;
    return catalogue->pool;
}
