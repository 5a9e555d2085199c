/* SPDX-License-Identifier: EUPL-1.2 */
/* Which words and labels may be put forward: offered.def. */
#ifndef QUERY_OFFER_H
#define QUERY_OFFER_H

#include "model/catalogue.h"

/* The best that can be said of a word; the order is that in which words are put forward. */
enum offer
{
    OFFER_NAME, /* it stands in a name or label */
    OFFER_WORD, /* it stands in running text that may be offered */
    OFFER_NOT
};

enum offer offer_field(enum field field) __attribute__((const));

/* A place where a word stands. */
struct offer_place
{
    uint32_t text; /* row of texts */
    uint32_t position;
};

/*
 * What a word may be offered as, over all languages, and the place where it is best looked up as it is
 * written; *place may be NULL.
 */
enum offer offer_word(const struct intv_catalogue *catalogue, struct text folded,
                      struct offer_place *place);

/* Number of records that hold a word, over all languages. */
uint32_t offer_uses(const struct intv_catalogue *catalogue, struct text folded);

/* Number of records with a fact whose value is this record. */
uint32_t offer_references(const struct intv_catalogue *catalogue, uint32_t record);

/* Whether a record bears a hidden label that is this one word; its number, or INTV_NONE. */
uint32_t offer_hidden(const struct intv_catalogue *catalogue, struct text folded);

#endif
