/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/distance.h"

#include "base/utf8.h"

bool
distance_read(struct text word, struct letters *letters)
{
    letters->count = 0;
    letters->sieve = 0;
    while (word.length > 0) {
        const struct utf8_character character = utf8_read(word);
        if (letters->count == DISTANCE_LONGEST)
            return false;
        letters->codes[letters->count++] = character.code;
        letters->sieve |= UINT64_C(1) << (character.code % 64);
        word = (struct text){word.bytes + character.length, word.length - character.length};
    }
    return true;
}

unsigned
distance_limit(unsigned count)
{
    return count < 3 ? 0 : count < 6 ? 1 : count < 10 ? 2 : 3;
}

unsigned
distance_common_beginning(const struct letters *one, const struct letters *other)
{
    unsigned common = 0;
    while (common < one->count && common < other->count &&
           one->codes[common] == other->codes[common])
        common++;
    return common;
}

/*
 * An edit changes two characters of a set at most, so that sets that differ more are further apart;
 * this spares nearly all words the table.
 */
static bool
may_be_near(const struct letters *one, const struct letters *other, unsigned limit)
{
    const unsigned apart =
        one->count > other->count ? one->count - other->count : other->count - one->count;
    return apart <= limit && (unsigned)__builtin_popcountll(one->sieve ^ other->sieve) <= 2 * limit;
}

/* Three rows of the table of distances, of which the oldest is used again. */
struct rows
{
    uint8_t cells[3][DISTANCE_LONGEST + 1];
    uint8_t *before;
    uint8_t *above;
    uint8_t *row;
};

static uint8_t
least_of(unsigned one, unsigned other)
{
    return (uint8_t)(one < other ? one : other);
}

/* Fills the row of the character i - 1 of one; gives its lowest cell. */
static uint8_t
fill_row(struct rows *rows, const struct letters *one, const struct letters *other, unsigned i)
{
    const uint32_t *a = one->codes;
    const uint32_t *b = other->codes;
    rows->row[0] = (uint8_t)i;
    uint8_t lowest = rows->row[0];
    for (unsigned j = 1; j <= other->count; j++) {
        uint8_t cell = least_of(rows->above[j] + 1U, rows->row[j - 1] + 1U);
        cell = least_of(cell, rows->above[j - 1] + (a[i - 1] != b[j - 1] ? 1U : 0U));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cell = least_of(cell, rows->before[j - 2] + 1U);
        rows->row[j] = cell;
        lowest = least_of(lowest, cell);
    }
    return lowest;
}

static void
turn_rows(struct rows *rows)
{
    uint8_t *oldest = rows->before;
    rows->before = rows->above;
    rows->above = rows->row;
    rows->row = oldest;
}

unsigned
distance_between(const struct letters *one, const struct letters *other, unsigned limit)
{
    struct rows rows;
    uint8_t lowest = 0;
    if (!may_be_near(one, other, limit))
        return limit + 1;
    rows.before = rows.cells[0];
    rows.above = rows.cells[1];
    rows.row = rows.cells[2];
    for (unsigned j = 0; j <= other->count; j++)
        rows.above[j] = (uint8_t)j;
    for (unsigned i = 1; i <= one->count; i++) {
        const uint8_t lowest_above = lowest;
        lowest = fill_row(&rows, one, other, i);
        /* A swap reaches over one row, so two rows beyond the limit are needed to give up. */
        if (lowest > limit && lowest_above > limit)
            return limit + 1;
        turn_rows(&rows);
    }
    const unsigned distance = rows.above[other->count];
    return distance <= limit ? distance : limit + 1;
}
