/* SPDX-License-Identifier: EUPL-1.2 */
/* How near two words are: the slips of the pen between them. */
#ifndef QUERY_DISTANCE_H
#define QUERY_DISTANCE_H

#include "base/text.h"

enum
{
    DISTANCE_LONGEST = 64 /* characters; longer words are never near */
};

/* A word as characters, with a sieve: a bit for each character in it. */
struct letters
{
    uint32_t codes[DISTANCE_LONGEST];
    unsigned count;
    uint64_t sieve;
};

/* Reads a word of UTF-8; false when it is longer than DISTANCE_LONGEST. */
bool distance_read(struct text word, struct letters *letters);

/* Slips that are nothing out of the ordinary for a word of so many characters. */
unsigned distance_limit(unsigned count);

/*
 * Number of edits between two words: characters put in, left out, replaced, or neighbours swapped
 * (each character is edited once at most). limit + 1 when there are more than limit.
 */
unsigned distance_between(const struct letters *one, const struct letters *other, unsigned limit);

/* Number of characters with which both begin. */
unsigned distance_common_beginning(const struct letters *one, const struct letters *other);

#endif
