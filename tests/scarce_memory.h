/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Memory that fails when a test wants it to. Defines the functions of base/memory.h in place of
 * base/memory.c, so only a test that links the static library can include this, and only once.
 */
#ifndef TESTS_SCARCE_MEMORY_H
#define TESTS_SCARCE_MEMORY_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* How many more allocations go well; SIZE_MAX for all. */
static size_t allocations_left = SIZE_MAX;

/* Whether only one allocation fails, and not all that come after it. */
static bool fails_once = false;

/* Bytes that were asked for so far. */
static size_t bytes_asked;

/* How far the allocations that fail in turn lie apart: 1, and more under valgrind, which is slow. */
__attribute__((unused)) static size_t
sweep_step(void)
{
    const char *step = getenv("INTV_SWEEP_STEP");
    return step != NULL ? (size_t)strtoul(step, NULL, 10) : 1;
}

static bool
may_allocate(size_t size)
{
    bytes_asked += size;
    if (allocations_left == 0) {
        allocations_left = fails_once ? SIZE_MAX : 0;
        return false;
    }
    if (allocations_left != SIZE_MAX)
        allocations_left--;
    return true;
}

void *
memory_new(size_t count, size_t size)
{
    return may_allocate(count * size) ? calloc(count > 0 ? count : 1, size > 0 ? size : 1) : NULL;
}

void *
memory_room(size_t size)
{
    return may_allocate(size) ? malloc(size > 0 ? size : 1) : NULL;
}

void
memory_free(void *memory)
{
    free(memory);
}

/* While memory is scarce an array grows by no more than is needed, so that each growth can fail. */
bool
memory_reserve(void *array, size_t *capacity, size_t needed, size_t size)
{
    const size_t wanted = allocations_left == SIZE_MAX ? 2 * needed : needed;
    void *rows;
    if (needed <= *capacity)
        return true;
    if (!may_allocate(wanted * size))
        return false;
    memcpy(&rows, array, sizeof(rows));
    rows = realloc(rows, wanted * size);
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

#endif
