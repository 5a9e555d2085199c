/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing what was found as a term of the query language. */
#ifndef QUERY_TERM_H
#define QUERY_TERM_H

#include "base/output.h"
#include "model/catalogue.h"
#include "query/offer.h"
#include "text/analysis.h"

/* Writes a text so that it is read as itself: in quotes where it must; quotes in it become spaces. */
bool term_write(struct intv_output *output, struct text text);

/*
 * A word as it is written at a place of the catalogue; folded where that cannot be told, or where it
 * would be read as an operator.
 */
struct text term_written(const struct intv_catalogue *catalogue, struct tokens *tokens,
                         struct text folded, const struct offer_place *place);

#endif
