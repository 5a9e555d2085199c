/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void *
memory_new(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        return calloc(1, 1);
    return calloc(count, size); /* checks count x size itself */
}

void *
memory_room(size_t size)
{
    return malloc(size > 0 ? size : 1);
}

void
memory_free(void *memory)
{
    free(memory);
}

bool
memory_reserve(void *array, size_t *capacity, size_t needed, size_t size)
{
    if (needed <= *capacity)
        return true;
    size_t wanted = *capacity + *capacity / 2;
    if (wanted < needed)
        wanted = needed;
    if (wanted < 8)
        wanted = 8;
    size_t bytes;
    if (__builtin_mul_overflow(wanted, size, &bytes))
        return false;
    void *rows;
    memcpy(&rows, array, sizeof(rows)); /* a pointer of any type: read and written as bytes */
    rows = realloc(rows, bytes);
    if (rows == NULL)
        return false;
    memcpy(array, &rows, sizeof(rows));
    *capacity = wanted;
    return true;
}

char *
memory_copy_text(const char *bytes, size_t length)
{
    char *copy = memory_new(length + 1, 1);
    if (copy != NULL && length > 0)
        memcpy(copy, bytes, length);
    return copy;
}
