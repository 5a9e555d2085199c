/* SPDX-License-Identifier: EUPL-1.2 */
#include "nearest.h"

#include <string.h>

enum
{
    MOST_LETTERS = 64
};

static size_t
least(size_t one, size_t other)
{
    return one < other ? one : other;
}

/* Letters to change, add or remove, in bytes; a word that is too long is far away. */
static size_t
measure_distance(const char *one, const char *other)
{
    size_t row[MOST_LETTERS + 1];
    const size_t rows = strlen(one);
    const size_t columns = strlen(other);
    if (rows > MOST_LETTERS || columns > MOST_LETTERS)
        return MOST_LETTERS;
    for (size_t j = 0; j <= columns; j++)
        row[j] = j;
    for (size_t i = 1; i <= rows; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            const size_t change = diagonal + (one[i - 1] != other[j - 1]);
            diagonal = row[j];
            row[j] = least(change, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[columns];
}

struct nearest
nearest_begin(const char *wanted)
{
    /* at most two in five letters differ, and always one more than none */
    const size_t most = strlen(wanted) * 2 / 5;
    return (struct nearest){wanted, NULL, most + 2};
}

void
nearest_offer(struct nearest *nearest, const char *word)
{
    const size_t distance = measure_distance(nearest->wanted, word);
    if (distance >= nearest->distance || distance >= strlen(word))
        return;
    nearest->best = word;
    nearest->distance = distance;
}
