/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/rank.h"

enum
{
    LONGEST = 0xFFFFFF,  /* weighted length that is told apart */
    HEAVIEST = 0xFFFFF,  /* weighted count that is told apart */
    FRACTION_BITS = 12,  /* of a logarithm */
    SCORE_PARTS = 65536, /* of the product of factor, rarity and saturation */
    KIND_PARTS = 16,
    NAMED_PARTS = 16,
    USE_PARTS = 64
};

static const uint8_t MANNER_FACTORS[MANNER_COUNT] = {
#define MANNER(NAME, name, factor) [INTV_##NAME] = factor,
#define KIND_RANK(KIND, factor)
#define RANK(NAME, number)
#include "query/ranks.def"
#undef MANNER
#undef KIND_RANK
#undef RANK
};

static const uint8_t KIND_FACTORS[KIND_COUNT] = {
#define MANNER(NAME, name, factor)
#define KIND_RANK(KIND, factor) [KIND_##KIND] = factor,
#define RANK(NAME, number)
#include "query/ranks.def"
#undef MANNER
#undef KIND_RANK
#undef RANK
};

static const char *const MANNER_NAMES[MANNER_COUNT] = {
#define MANNER(NAME, name, factor) [INTV_##NAME] = name,
#define KIND_RANK(KIND, factor)
#define RANK(NAME, number)
#include "query/ranks.def"
#undef MANNER
#undef KIND_RANK
#undef RANK
};

struct rank_base
rank_base_of(const struct intv_catalogue *catalogue)
{
    struct rank_base base = {catalogue->record_count, 1, catalogue->lengths};
    if (base.record_count > 0) {
        const uint64_t average = catalogue->header->length_total / base.record_count;
        base.average = average > LONGEST ? LONGEST : average > 0 ? (uint32_t)average : 1;
    }
    return base;
}

uint32_t
rank_logarithm(uint64_t number)
{
    const unsigned highest = 63U - (unsigned)__builtin_clzll(number);
    uint64_t mantissa = highest > 31 ? number >> (highest - 31) : number << (31 - highest);
    uint32_t logarithm = highest;
    for (unsigned bit = 0; bit < FRACTION_BITS; bit++) {
        mantissa = mantissa * mantissa >> 31;
        const unsigned is_over = (unsigned)(mantissa >> 32);
        mantissa >>= is_over;
        logarithm = 2 * logarithm + is_over;
    }
    return logarithm;
}

uint32_t
rank_rarity(const struct rank_base *base, uint32_t found)
{
    const uint32_t all = rank_logarithm(2 * ((uint64_t)base->record_count + 1));
    const uint32_t some = rank_logarithm(2 * (uint64_t)found + 1);
    return all > some ? all - some : 1;
}

static uint32_t
saturate(const struct rank_base *base, uint64_t length, uint64_t count)
{
    const uint64_t average = base->average;
    const uint64_t weight = (count < HEAVIEST ? count : HEAVIEST) * average;
    const uint64_t share = (10 - RANK_LENGTH) * average + RANK_LENGTH * length;
    return (uint32_t)(4096 * 25 * weight / (25 * weight + 3 * RANK_UNIT * share));
}

uint32_t
rank_saturation(const struct rank_base *base, uint32_t record, uint64_t count)
{
    const uint64_t length = base->lengths[record] < LONGEST ? base->lengths[record] : LONGEST;
    return saturate(base, length, count);
}

static uint64_t
score_manner(const struct rank_base *base, uint32_t rarity, uint32_t record,
             enum intv_manner manner, uint64_t count)
{
    return (uint64_t)MANNER_FACTORS[manner] * rarity * rank_saturation(base, record, count) /
           SCORE_PARTS;
}

/* What a source states counts the same in long and short records. */
static uint64_t
score_understood(const struct rank_base *base, uint32_t rarity, const struct rank_counts *counts)
{
    return (uint64_t)RANK_UNDERSTOOD * rarity *
           saturate(base, base->average, (uint64_t)RANK_TIMES * counts->understood) / SCORE_PARTS;
}

uint64_t
rank_word(const struct rank_base *base, uint32_t rarity, uint32_t record,
          const struct rank_counts *counts)
{
    const uint32_t *manners = counts->manners;
    uint64_t best = 0;
    uint64_t sum = 0; /* what is found as well or better */
    for (unsigned manner = 0; manner < MANNER_COUNT; manner++) {
        uint64_t count = manners[manner];
        if (manner <= INTV_PART)
            count = sum += count;
        else if (manner == INTV_PREFIX)
            count += manners[INTV_EXACT];
        if (manners[manner] == 0)
            continue;
        const uint64_t score = score_manner(base, rarity, record, (enum intv_manner)manner, count);
        best = score > best ? score : best;
    }
    const uint64_t understood = score_understood(base, rarity, counts);
    best = understood > best ? understood : best;
    return counts->is_named != 0 ? best * RANK_NAMED / NAMED_PARTS : best;
}

uint64_t
rank_record(enum kind kind, uint32_t users, uint64_t sum, uint32_t held, uint32_t all)
{
    const uint64_t use = RANK_USED * rank_logarithm((uint64_t)users + 1) / 4096;
    const uint64_t score = sum * KIND_FACTORS[kind] * (USE_PARTS + use) / USE_PARTS;
    if (all == 0)
        return score / KIND_PARTS;
    return score * ((uint64_t)held * held) / ((uint64_t)KIND_PARTS * all * all);
}

unsigned
rank_manner_factor(enum intv_manner manner)
{
    return MANNER_FACTORS[manner];
}

const char *
intv_manner_get_name(enum intv_manner manner)
{
    return (unsigned)manner < MANNER_COUNT ? MANNER_NAMES[manner] : "";
}
