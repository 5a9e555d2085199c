/* SPDX-License-Identifier: EUPL-1.2 */
/* What may have been meant by words that stand nowhere in the catalogue; see doc/filters.md. */
#ifndef QUERY_SUGGEST_H
#define QUERY_SUGGEST_H

#include "base/text.h"

#include <interventions/types.h>

struct intv_query;

enum
{
    SUGGEST_MOST_WORDS =
        4, /* words for which something is sought: each costs a look at every term */
    SUGGEST_MOST_EACH = 3,
    SUGGEST_MOST = SUGGEST_MOST_WORDS * SUGGEST_MOST_EACH
};

/* The whole query with one word replaced. */
struct suggestion
{
    uint32_t word; /* of query->words */
    char *replacement;
    char *query; /* in the asker's language, with the replacement in the place of the word */
};

/* Zeroed before its first use. Part of a search; freed with it. */
struct suggestions
{
    struct suggestion rows[SUGGEST_MOST];
    size_t count;
};

/*
 * Seeks suggestions for words that were found nowhere, in their order: numbers of query->words. Only
 * for the first SUGGEST_MOST_WORDS of them; the others are left out. On failure nothing is kept.
 */
enum intv_status suggest_for(const struct intv_query *query, const uint32_t *words, size_t count,
                             struct suggestions *suggestions);

/* Whether a word of the query, as it is written, stands in no text at all. */
bool suggest_is_unknown(const struct intv_query *query, uint32_t word);

void suggest_free(struct suggestions *suggestions);

#endif
