/* SPDX-License-Identifier: EUPL-1.2 */
/* Cells of CSV that several tables have in common: values of the catalogue in words. */
#ifndef WRITE_CELLS_H
#define WRITE_CELLS_H

#include "model/catalogue.h"
#include "write/csv.h"

/* A cell with the name of a record; empty for INTV_NONE. */
void cells_name(struct csv *csv, const struct intv_catalogue *catalogue, uint32_t record,
                enum intv_language language);

/*
 * A cell with all values of a field of a record: "; " between, behind each who says so if that is
 * the provider or the editor, and in square brackets why nothing is stated.
 */
void cells_field(struct csv *csv, const struct intv_catalogue *catalogue, uint32_t record,
                 enum field field, enum intv_language language);

#endif
