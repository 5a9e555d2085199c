/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/bits.h"

void
bits_add_range(uint64_t *bits, uint32_t first, uint32_t end)
{
    if (first >= end)
        return;
    const size_t low = first / 64;
    const size_t high = (end - 1) / 64;
    const uint64_t from = ~UINT64_C(0) << (first % 64);
    const uint64_t upto = ~UINT64_C(0) >> (63 - (end - 1) % 64);
    if (low == high) {
        bits[low] |= from & upto;
        return;
    }
    bits[low] |= from;
    for (size_t i = low + 1; i < high; i++)
        bits[i] = ~UINT64_C(0);
    bits[high] |= upto;
}

void
bits_unite(uint64_t *bits, const uint64_t *others, size_t words)
{
    for (size_t i = 0; i < words; i++)
        bits[i] |= others[i];
}

void
bits_intersect(uint64_t *bits, const uint64_t *others, size_t words)
{
    for (size_t i = 0; i < words; i++)
        bits[i] &= others[i];
}

void
bits_subtract(uint64_t *bits, const uint64_t *others, size_t words)
{
    for (size_t i = 0; i < words; i++)
        bits[i] &= ~others[i];
}

uint32_t
bits_count(const uint64_t *bits, size_t words)
{
    uint32_t count = 0;
    for (size_t i = 0; i < words; i++)
        count += (uint32_t)__builtin_popcountll(bits[i]);
    return count;
}

uint32_t
bits_count_both(const uint64_t *bits, const uint64_t *others, size_t words)
{
    uint32_t count = 0;
    for (size_t i = 0; i < words; i++)
        count += (uint32_t)__builtin_popcountll(bits[i] & others[i]);
    return count;
}

uint32_t
bits_next(const uint64_t *bits, uint32_t from, uint32_t count)
{
    const size_t words = bits_words(count);
    if (from >= count)
        return count;
    uint64_t word = bits[from / 64] & (~UINT64_C(0) << (from % 64));
    for (size_t i = from / 64; i < words; word = bits[i])
        if (word != 0)
            return (uint32_t)(i * 64) + (uint32_t)__builtin_ctzll(word);
        else if (++i == words)
            break;
    return count;
}
