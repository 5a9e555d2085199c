/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"

#include "base/memory.h"

struct arena_chunk
{
    struct arena_chunk *older;
    size_t used;
    size_t size;
    char bytes[];
};

enum
{
    CHUNK_BYTES = 65536 - sizeof(struct arena_chunk)
};

char *
arena_room(struct arena *arena, size_t size)
{
    struct arena_chunk *chunk = arena->newest;
    if (chunk == NULL || chunk->size - chunk->used < size) {
        const size_t wanted = size > CHUNK_BYTES ? size : CHUNK_BYTES;
        if (wanted > SIZE_MAX - sizeof(*chunk))
            return NULL;
        chunk = memory_room(sizeof(*chunk) + wanted);
        if (chunk == NULL)
            return NULL;
        chunk->used = 0;
        chunk->size = wanted;
        chunk->older = arena->newest;
        arena->newest = chunk;
    }
    char *room = chunk->bytes + chunk->used;
    chunk->used += size;
    return room;
}

bool
arena_keep(struct arena *arena, struct text text, struct text *kept)
{
    char *copy = arena_room(arena, text.length + 1);
    if (copy == NULL)
        return false;
    if (text.length > 0)
        memcpy(copy, text.bytes, text.length);
    copy[text.length] = '\0';
    *kept = (struct text){copy, text.length};
    return true;
}

void
arena_free(struct arena *arena)
{
    while (arena->newest != NULL) {
        struct arena_chunk *older = arena->newest->older;
        memory_free(arena->newest);
        arena->newest = older;
    }
}
