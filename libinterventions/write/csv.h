/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A writer of CSV (RFC 4180) for spreadsheets, cell by cell. The first failure is remembered and
 * everything after it is ignored, so that callers look only at the end, at csv_finish().
 *
 * Texts stand in quotes. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front. Control characters, and what hides or turns around what a reader sees, become U+FFFD.
 */
#ifndef WRITE_CSV_H
#define WRITE_CSV_H

#include "base/output.h"

struct csv
{
    struct intv_output *output;
    size_t start;            /* length of the output before */
    enum intv_status status; /* of the first failure */
    char separator;
    bool has_cell;   /* the row has a cell already */
    bool is_in_cell; /* a cell is open, for pieces of text */
    bool is_filled;  /* and holds something */
};

/* flags are those of enum intv_write. */
void csv_begin(struct csv *csv, struct intv_output *output, uint32_t flags);

/* INTV_OK and whole rows behind what was there, or a failure and the output as before. */
enum intv_status csv_finish(struct csv *csv);

/* Remembers a failure of the caller; INTV_OK is none. */
void csv_fail(struct csv *csv, enum intv_status status);

void csv_text(struct csv *csv, struct text text);
void csv_string(struct csv *csv, const char *string);
void csv_unsigned(struct csv *csv, uint64_t number);
void csv_empty(struct csv *csv);
void csv_end_row(struct csv *csv);

/* A cell of several pieces of text. */
void csv_open_cell(struct csv *csv);
void csv_add(struct csv *csv, struct text piece);
void csv_add_string(struct csv *csv, const char *piece);
bool csv_is_cell_empty(const struct csv *csv);
void csv_close_cell(struct csv *csv);

#endif
