/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/csv.h"

#include "base/diagnostics.h"
#include "base/utf8.h"
#include "write/json.h"

/* With this mark a spreadsheet knows that the bytes are UTF-8. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define REPLACEMENT "\xEF\xBF\xBD"

static void
put(struct csv *csv, struct text text)
{
    if (csv->status == INTV_OK && !output_append(csv->output, text))
        csv->status = INTV_ERROR_NO_MEMORY;
}

static void
put_string(struct csv *csv, const char *string)
{
    put(csv, text_of(string));
}

void
csv_begin(struct csv *csv, struct intv_output *output, uint32_t flags)
{
    *csv = (struct csv){.output = output,
                        .start = intv_output_get_length(output),
                        .separator = (flags & INTV_WRITE_SEMICOLON) != 0 ? ';' : ','};
    if ((flags & INTV_WRITE_MARK) != 0)
        put_string(csv, BYTE_ORDER_MARK);
}

enum intv_status
csv_finish(struct csv *csv)
{
    if (csv->has_cell || csv->is_in_cell)
        csv_fail(csv, INTV_ERROR_INTERNAL);
    if (csv->status != INTV_OK)
        output_truncate(csv->output, csv->start);
    return csv->status;
}

void
csv_fail(struct csv *csv, enum intv_status status)
{
    if (csv->status == INTV_OK)
        csv->status = status;
}

/* ---- cells ---- */

static void
begin_cell(struct csv *csv)
{
    if (csv->is_in_cell)
        csv_fail(csv, INTV_ERROR_INTERNAL);
    if (csv->has_cell)
        put(csv, (struct text){&csv->separator, 1});
    csv->has_cell = true;
}

/*
 * Signs with which a spreadsheet begins a formula, the wide ones of East Asian keyboards too. A tab
 * or line end would be skipped before one.
 */
static bool
begins_formula(uint32_t code)
{
    static const uint32_t SIGNS[] = {'=',  '+',    '-',    '@',    '\t',  '\r',
                                     '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20};
    for (size_t i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++)
        if (SIGNS[i] == code)
            return true;
    return false;
}

static void
put_character(struct csv *csv, struct text rest, struct utf8_character character)
{
    const bool is_printed = character.code >= 0x20 && character.code < 0x7F;
    if (character.code == '"')
        put_string(csv, "\"\"");
    else if (character.code == '\n' || character.code == '\r' || character.code == '\t')
        put_string(csv, " "); /* a cell is one line */
    else if (!character.is_valid || (!is_printed && json_is_escaped(character.code)))
        put_string(csv, REPLACEMENT);
    else
        put(csv, (struct text){rest.bytes, character.length});
}

void
csv_open_cell(struct csv *csv)
{
    begin_cell(csv);
    put_string(csv, "\"");
    csv->is_in_cell = true;
    csv->is_filled = false;
}

bool
csv_is_cell_empty(const struct csv *csv)
{
    return !csv->is_filled;
}

void
csv_add(struct csv *csv, struct text piece)
{
    if (!csv->is_in_cell)
        csv_fail(csv, INTV_ERROR_INTERNAL);
    while (piece.length > 0 && csv->status == INTV_OK) {
        const struct utf8_character character = utf8_read(piece);
        if (!csv->is_filled && begins_formula(character.code))
            put_string(csv, "'");
        put_character(csv, piece, character);
        csv->is_filled = true;
        piece.bytes += character.length;
        piece.length -= character.length;
    }
}

void
csv_add_string(struct csv *csv, const char *piece)
{
    csv_add(csv, text_of(piece));
}

void
csv_close_cell(struct csv *csv)
{
    if (!csv->is_in_cell)
        csv_fail(csv, INTV_ERROR_INTERNAL);
    csv->is_in_cell = false;
    put_string(csv, "\"");
}

void
csv_text(struct csv *csv, struct text text)
{
    csv_open_cell(csv);
    csv_add(csv, text);
    csv_close_cell(csv);
}

void
csv_string(struct csv *csv, const char *string)
{
    csv_text(csv, text_of(string));
}

void
csv_unsigned(struct csv *csv, uint64_t number)
{
    char digits[DIGITS_SIZE];
    begin_cell(csv);
    put(csv, text_of_number(number <= INT64_MAX ? (int64_t)number : INT64_MAX, digits));
}

void
csv_empty(struct csv *csv)
{
    begin_cell(csv);
}

void
csv_end_row(struct csv *csv)
{
    if (csv->is_in_cell || !csv->has_cell)
        csv_fail(csv, INTV_ERROR_INTERNAL);
    put_string(csv, "\r\n");
    csv->has_cell = false;
}
