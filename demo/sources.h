/* SPDX-License-Identifier: EUPL-1.2 */
/* Sources an answer refers to, numbered [1], [2] in the order in which they are first named. */
#ifndef SOURCES_H
#define SOURCES_H

#include <stddef.h>
#include <stdint.h>

struct program;

/* A source, and one through which it was read; a source may have several rows. */
struct reading
{
    uint32_t source;
    uint32_t via;
};

struct sources
{
    uint32_t *rows; /* record of source [1], [2] and so on */
    size_t count;
    size_t capacity;
    struct reading *readings;
    size_t reading_count;
    size_t reading_capacity;
};

/* Number of a source, from 1; 0 for no source or when there is no memory. */
size_t sources_number(struct program *program, uint32_t source, uint32_t via);

/* Prints the list: title, authors, year, address, how far it was read, and through what. */
void sources_print(struct program *program);

void sources_free(struct sources *sources);

#endif
