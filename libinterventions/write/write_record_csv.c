/* SPDX-License-Identifier: EUPL-1.2 */
/* Records of a kind as CSV: a column for each field that is filled. */
#include <interventions/output.h>

#include "write/cells.h"
#include "write/texts.h"

/* Records that are written as one table. */
struct table
{
    const struct intv_catalogue *catalogue;
    enum kind kind;
    const uint32_t *records;
    size_t count;
    enum intv_language language;
    bool has_field[FIELD_COUNT]; /* in any of them; what is never shown is not */
};

static void
look_at_fields(struct table *table)
{
    const struct intv_catalogue *catalogue = table->catalogue;
    for (size_t i = 0; i < table->count; i++) {
        const struct record_row *row = &catalogue->records[table->records[i]];
        for (uint32_t fact = row->fact_first; fact < row->fact_first + row->fact_count; fact++)
            table->has_field[catalogue->facts[fact].field] = true;
    }
    table->has_field[FIELD_HIDDEN_LABEL] = false;
    /* these are the name, which has a column of its own */
    table->has_field[FIELD_NAME] = false;
    table->has_field[FIELD_LABEL] = false;
    table->has_field[FIELD_TITLE] = false;
}

static void
write_headings(struct csv *csv, const struct table *table)
{
    size_t count = 0;
    const struct placement *placements = placements_of_kind(table->kind, &count);
    csv_string(csv, "id");
    csv_string(csv, field_label(FIELD_NAME, table->language));
    for (size_t i = 0; i < count; i++)
        if (table->has_field[placements[i].field])
            csv_string(csv, field_label(placements[i].field, table->language));
    csv_end_row(csv);
}

static void
write_row(struct csv *csv, const struct table *table, uint32_t record)
{
    size_t count = 0;
    const struct placement *placements = placements_of_kind(table->kind, &count);
    csv_text(csv, catalogue_id(table->catalogue, record));
    cells_name(csv, table->catalogue, record, table->language);
    for (size_t i = 0; i < count; i++)
        if (table->has_field[placements[i].field])
            cells_field(csv, table->catalogue, record, placements[i].field, table->language);
    csv_end_row(csv);
}

enum intv_status
intv_write_selection_csv(const struct intv_catalogue *catalogue, enum intv_kind kind,
                         const uint32_t *records, size_t count, enum intv_language language,
                         uint32_t flags, struct intv_output *output)
{
    struct table table = {catalogue, (enum kind)kind, records, count, language, {false}};
    struct csv csv;
    if (catalogue == NULL || output == NULL || (records == NULL && count > 0) ||
        (unsigned)kind >= INTV_KIND_COUNT)
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (intv_record_get_kind(catalogue, records[i]) != kind)
            return INTV_ERROR_NOT_FOUND;
    look_at_fields(&table);
    csv_begin(&csv, output, flags);
    write_headings(&csv, &table);
    for (size_t i = 0; i < count && csv.status == INTV_OK; i++)
        write_row(&csv, &table, records[i]);
    return csv_finish(&csv);
}
