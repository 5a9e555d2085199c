/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/keys.h"

#include <string.h>

#include "base/memory.h"

enum
{
    BYTE_VALUES = 256,
    FEW = 32 /* so few are sorted sooner by putting each in its place */
};

static void
sort_few(uint64_t *keys, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const uint64_t key = keys[i];
        size_t place = i;
        for (; place > 0 && keys[place - 1] > key; place--)
            keys[place] = keys[place - 1];
        keys[place] = key;
    }
}

/* Bits in which keys differ from each other. */
static uint64_t
differing_bits(const uint64_t *keys, size_t count)
{
    uint64_t differing = 0;
    for (size_t i = 1; i < count; i++)
        differing |= keys[i] ^ keys[0];
    return differing;
}

/* Puts keys in the order of one byte, and otherwise as they stood. */
static void
sort_by_byte(const uint64_t *keys, uint64_t *sorted, size_t count, unsigned shift)
{
    size_t places[BYTE_VALUES] = {0};
    size_t place = 0;
    for (size_t i = 0; i < count; i++)
        places[keys[i] >> shift & 0xFF]++;
    for (unsigned value = 0; value < BYTE_VALUES; value++) {
        const size_t many = places[value];
        places[value] = place;
        place += many;
    }
    for (size_t i = 0; i < count; i++)
        sorted[places[keys[i] >> shift & 0xFF]++] = keys[i];
}

bool
keys_sort(uint64_t *keys, size_t count)
{
    if (count <= FEW) {
        sort_few(keys, count);
        return true;
    }
    const uint64_t differing = differing_bits(keys, count);
    uint64_t *room = memory_room(count * sizeof(*room));
    uint64_t *from = keys;
    uint64_t *to = room;
    if (room == NULL)
        return false;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if ((differing >> shift & 0xFF) == 0)
            continue;
        sort_by_byte(from, to, count, shift);
        uint64_t *spare = from;
        from = to;
        to = spare;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof(*keys));
    memory_free(room);
    return true;
}
