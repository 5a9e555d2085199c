/* SPDX-License-Identifier: EUPL-1.2 */
/* Sets of small numbers as bits, 64 in a word; the bits behind the last one are 0. */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Words that hold a bit for each of `count` numbers. */
static inline size_t
bits_words(uint32_t count)
{
    return ((size_t)count + 63) / 64;
}

static inline bool
bits_hold(const uint64_t *bits, uint32_t number)
{
    return (bits[number / 64] >> (number % 64) & 1) != 0;
}

static inline void
bits_add(uint64_t *bits, uint32_t number)
{
    bits[number / 64] |= UINT64_C(1) << (number % 64);
}

static inline void
bits_remove(uint64_t *bits, uint32_t number)
{
    bits[number / 64] &= ~(UINT64_C(1) << (number % 64));
}

/* Adds [first, end). */
void bits_add_range(uint64_t *bits, uint32_t first, uint32_t end);

/* Over the words of both: or, and, and-not into `bits`. */
void bits_unite(uint64_t *bits, const uint64_t *others, size_t words);
void bits_intersect(uint64_t *bits, const uint64_t *others, size_t words);
void bits_subtract(uint64_t *bits, const uint64_t *others, size_t words);

uint32_t bits_count(const uint64_t *bits, size_t words);
uint32_t bits_count_both(const uint64_t *bits, const uint64_t *others, size_t words);

/* First number in the set that is at least `from`, of `count` numbers; `count` when there is none. */
uint32_t bits_next(const uint64_t *bits, uint32_t from, uint32_t count);

#endif
