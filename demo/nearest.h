/* SPDX-License-Identifier: EUPL-1.2 */
/* The word that looks most like a word that is unknown. */
#ifndef NEAREST_H
#define NEAREST_H

#include <stddef.h>

struct nearest
{
    const char *wanted;
    const char *best; /* NULL while nothing is near enough */
    size_t distance;  /* of the best; at first the most that is near enough */
};

struct nearest nearest_begin(const char *wanted);

/* Takes a word, which must outlive the answer, when it is nearer than those before. */
void nearest_offer(struct nearest *nearest, const char *word);

#endif
