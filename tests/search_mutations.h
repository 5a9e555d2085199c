/* SPDX-License-Identifier: EUPL-1.2 */
/* Queries, and what tests and fuzzers make of them. */
#ifndef TESTS_SEARCH_MUTATIONS_H
#define TESTS_SEARCH_MUTATIONS_H

#include <interventions/interventions.h>
#include <stdint.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum
{
    QUERY_SIZE = 600
};

static const char *const SEED_QUERIES[] = {
    "weerbare ouders",
    "\"theater interventie\"",
    "doelgroep:ouders onderzoeksopzet:>=voor-nameting -online",
    "leeftijd:12-18 setting:school (theater OR toneel) -weerbaar*",
    "heeft:evaluatie kosten:onbekend -redactie",
    "mij-les theater-interventies NOT (moeders vaders)",
    "naam:\"weerbaar opvoeden\" soort:interventie",
    "doelgroep:(ouders OR jongeren) leeftijd:12+",
    "target-group:parents,young-people has:rating asserter:evaluation",
    "\xC4\xB2sselmeer ge\xC3\xABvalueerd \xE2\x80\x9Cveilige omgeving\xE2\x80\x9D",
    "de het een",
    "evaluaties|evaluatie EN opvoed*",
    "",
};

/* Numbers that are the same on every machine (xorshift64*). */
static inline uint64_t
next_number(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

static inline size_t
insert_piece(char text[QUERY_SIZE], size_t size, size_t at, const char *piece)
{
    const size_t length = strlen(piece);
    if (size + length > QUERY_SIZE)
        return size;
    memmove(text + at + length, text + at, size - at);
    memcpy(text + at, piece, length);
    return size + length;
}

/* Changes a query at a few places; gives its new size. It may hold any byte, NUL too. */
static inline size_t
mutate_query(char text[QUERY_SIZE], size_t size, uint64_t *state)
{
    static const char *const PIECES[] = {"\"",
                                         "(",
                                         ")",
                                         "-",
                                         "*",
                                         ":",
                                         "..",
                                         ">=",
                                         "<",
                                         ",",
                                         "|",
                                         " OR ",
                                         " NOT ",
                                         " EN ",
                                         "heeft:",
                                         "soort:",
                                         "doelgroep:",
                                         "leeftijd:",
                                         "12",
                                         "-18",
                                         "+",
                                         "onbekend",
                                         "\xC3",
                                         "\xE2\x80\x9D",
                                         "\xCC\x88",
                                         "\xFF",
                                         "\n",
                                         "\xC4\xB3",
                                         "\xC2\xAD",
                                         "theaterinterventies",
                                         "9999999999999999999999"};
    const unsigned changes = 1 + (unsigned)(next_number(state) % 5);
    for (unsigned i = 0; i < changes; i++) {
        const size_t at = size > 0 ? next_number(state) % size : 0;
        const size_t run = 1 + next_number(state) % 12;
        switch (next_number(state) % 6) {
        case 0: /* another byte */
            if (size > 0)
                text[at] = (char)(next_number(state) & 0xFF);
            break;
        case 1:
        case 2: /* a piece in between */
            size = insert_piece(text, size, at, PIECES[next_number(state) % LENGTH(PIECES)]);
            break;
        case 3: /* a run taken out */
            if (at + run < size) {
                memmove(text + at, text + at + run, size - at - run);
                size -= run;
            }
            break;
        case 4: /* a run twice */
            if (at + run < size && size + run <= QUERY_SIZE) {
                memmove(text + at + run, text + at, size - at);
                size += run;
            }
            break;
        default: /* another query behind it, or cut off */
            if (next_number(state) % 4 == 0)
                size = at;
            else
                size = insert_piece(text, size, size,
                                    SEED_QUERIES[next_number(state) % LENGTH(SEED_QUERIES)]);
        }
    }
    return size;
}

#endif
