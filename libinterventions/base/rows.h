/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows of a public struct, of which the caller may know less or more members than the library. */
#ifndef BASE_ROWS_H
#define BASE_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Rows in the memory of a caller; every one begins with its size. */
struct rows
{
    char *bytes;
    size_t size;  /* of one, as the caller knows it */
    size_t known; /* of one, as the library knows it */
};

enum
{
    ROWS_LEAST = 8 /* a size and one member */
};

/* Whether [first, first + count) lies within total. */
static inline bool
rows_are_within(uint64_t first, uint64_t count, uint64_t total)
{
    return first <= total && count <= total - first;
}

/* Reads the size in the first row; false when no struct of that alignment can have it. */
static inline bool
rows_open(struct rows *rows, void *memory, size_t known, size_t alignment)
{
    uint32_t size = 0;
    if (memory == NULL)
        return false;
    memcpy(&size, memory, sizeof(size));
    *rows = (struct rows){memory, size, known};
    return size >= ROWS_LEAST && size % alignment == 0;
}

/* Puts a row; what the caller knows and the library does not is cleared. */
static inline void
rows_put(const struct rows *rows, size_t index, const void *row)
{
    char *place = rows->bytes + index * rows->size;
    const uint32_t size = (uint32_t)rows->size;
    const size_t both = rows->size < rows->known ? rows->size : rows->known;
    memcpy(place, row, both);
    memset(place + both, 0, rows->size - both);
    memcpy(place, &size, sizeof(size));
}

#endif
