/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every allocation of the library goes through here: sizes are checked for overflow, and a failure
 * is a NULL or false that the caller passes on.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed memory for count objects of size bytes; NULL when there is none. count 0 gives one byte. */
void *memory_new(size_t count, size_t size);

/* Memory of size bytes as it comes, for what is filled at once; NULL when there is none. */
void *memory_room(size_t size);

void memory_free(void *memory);

/*
 * Makes room for at least `needed` objects of size bytes in an array, growing by half each
 * time. `array` is the address of the pointer to it. On failure nothing changes.
 */
bool memory_reserve(void *array, size_t *capacity, size_t needed, size_t size);

/* Copy of length bytes with a NUL behind it; NULL when there is no memory. */
char *memory_copy_text(const char *bytes, size_t length);

#endif
