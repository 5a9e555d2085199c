/* SPDX-License-Identifier: EUPL-1.2 */
/* Whether a fact answers a value of a filter: doc/filters.md, rule 3. */
#ifndef QUERY_ANSWER_H
#define QUERY_ANSWER_H

#include "query/look.h"

/* The fact is one of the field of the look; a silent fact answers nothing. */
bool answer_value(const struct look *look, uint32_t fact, const struct query_value *value);

/*
 * Place of a concept in an ordered scheme; false when its scheme is not ordered or it has none.
 * Places of one scheme compare with each other only.
 */
bool answer_order(const struct intv_catalogue *catalogue, uint32_t record, uint32_t *scheme,
                  int64_t *order);

#endif
