/* SPDX-License-Identifier: EUPL-1.2 */
/* Texts that are kept until everything is freed at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/text.h"

struct arena_chunk;

struct arena
{
    struct arena_chunk *newest;
};

/* Keeps a copy of the text, with a NUL behind it; false when there is no memory. */
bool arena_keep(struct arena *arena, struct text text, struct text *kept);

/* Room for size bytes that the caller fills; NULL when there is no memory. */
char *arena_room(struct arena *arena, size_t size);

void arena_free(struct arena *arena);

#endif
