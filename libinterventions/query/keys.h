/* SPDX-License-Identifier: EUPL-1.2 */
/* Sorting whole numbers, in a time that grows with how many there are. */
#ifndef QUERY_KEYS_H
#define QUERY_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sorts from low to high; false when there is no memory. Equal numbers are equal in all ways. */
bool keys_sort(uint64_t *keys, size_t count);

#endif
