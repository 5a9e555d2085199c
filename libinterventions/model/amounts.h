/* SPDX-License-Identifier: EUPL-1.2 */
/* Amounts as people write them, in situations and in queries. */
#ifndef MODEL_AMOUNTS_H
#define MODEL_AMOUNTS_H

#include "model/format.h"

/* An age in whole years, 0 to 120. */
bool amount_read_age(struct text written, int64_t *age);

/* Euros with at most two decimals behind a point, as cents; no sign, no thousands. */
bool amount_read_euros(struct text written, int64_t *cents);

/* A code by its name, or by its label with or without the first word ("per deelnemer"), or a unit in the singular; else 0. */
unsigned amount_find_code(enum code_list list, struct text written);

#endif
