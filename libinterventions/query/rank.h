/* SPDX-License-Identifier: EUPL-1.2 */
/* The numbers behind the order of a result: doc/search.md, rules 16 to 20. */
#ifndef QUERY_RANK_H
#define QUERY_RANK_H

#include <interventions/search.h>

#include "model/catalogue.h"

enum
{
#define MANNER(NAME, name, factor)
#define KIND_RANK(KIND, factor)
#define RANK(NAME, number) RANK_##NAME = number,
#include "query/ranks.def"
#undef MANNER
#undef KIND_RANK
#undef RANK
    MANNER_COUNT = INTV_SYNONYM + 1
};

/* What a word weighs in one record, by manner; and whether the record bears it as its label. */
struct rank_counts
{
    uint32_t manners[MANNER_COUNT];
    uint32_t is_named;
    uint32_t understood; /* heaviest fact out of a source that states what the query is called */
};

/* What scores in one catalogue share. */
struct rank_base
{
    uint32_t record_count;
    uint32_t average; /* weighted length, at least 1 */
    const uint32_t *lengths;
};

struct rank_base rank_base_of(const struct intv_catalogue *catalogue);

/* Binary logarithm of a number that is not 0, in parts of 4096. */
uint32_t rank_logarithm(uint64_t number);

/* How rare something is that is found in so many records, of all there are. */
uint32_t rank_rarity(const struct rank_base *base, uint32_t found);

uint32_t rank_saturation(const struct rank_base *base, uint32_t record, uint64_t count);

/* Score of a word in a record. */
uint64_t rank_word(const struct rank_base *base, uint32_t rarity, uint32_t record,
                   const struct rank_counts *counts);

/*
 * Score of a record to which so many facts refer, from the sum of its words. Of `all` optional
 * words, 0 if none are, it holds `held`.
 */
uint64_t rank_record(enum kind kind, uint32_t users, uint64_t sum, uint32_t held, uint32_t all);

unsigned rank_manner_factor(enum intv_manner manner);

#endif
