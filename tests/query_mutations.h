/* SPDX-License-Identifier: EUPL-1.2 */
/* Queries as people write them, and what tests make of them. */
#ifndef TESTS_QUERY_MUTATIONS_H
#define TESTS_QUERY_MUTATIONS_H

#include "query_trees.h"

enum
{
    QUERY_SIZE = 1000
};

static const char *const QUERY_SEEDS[] = {
    "doelgroep:jongeren leeftijd:12-18 setting:school onderzoeksopzet:>=voor-nameting",
    "heeft:evaluatie \"veilige omgeving\" weerbaar* -online (a OR b)",
    "target-group:parents design:>=before-after -online",
    "kosten:<=250/deelnemer duur:5-10weken bedrag:>=1000.50 jaar:2018..2021",
    "volgens:evaluatie,deelnemers -redactie bijwerking:geen,onbekend",
    "doelgroep:(ouders OF -jongeren) naam:(weer* OR \"op school\" OR mij-les)",
    "soort:interventie,instrument,type id:jos bron:szw-2021 evaluatie:vu-2019",
    "NOT (a AND (b OR -c)) | d EN NIET e",
    "over:intervention:jos url:https://example.org/a?b=c taal:nl land:BE doi:10.1000/1",
    "\u201Cweerbare ouders\u201D caf\u00E9 A.I.V.D. 100.000,01 theater-interventie",
    "gunstig:weerbaarheid finding:none rated:onbekend",
};

/* Changes a query at a few places; gives its new size. */
static inline size_t
mutate_query(char text[QUERY_SIZE], size_t size, uint64_t *state)
{
    static const char *const PIECES[] = {"\"",
                                         "(",
                                         ")",
                                         ":",
                                         ",",
                                         "*",
                                         "-",
                                         "|",
                                         " OR ",
                                         " OF ",
                                         " NIET ",
                                         ">=",
                                         "<",
                                         "..",
                                         "+",
                                         "/",
                                         "\x01",
                                         "\xFF",
                                         "\xC3",
                                         "\xE2\x80",
                                         "\u201C",
                                         "\u00A0",
                                         "\u0300",
                                         "\n",
                                         "heeft:",
                                         "kosten:",
                                         "jaar:",
                                         "volgens:",
                                         "-editor ",
                                         "onbekend",
                                         "9999999999999999999",
                                         "doelgroep:(",
                                         "naam:",
                                         "\u2265"};
    const unsigned changes = 1 + below(state, 4);
    for (unsigned i = 0; i < changes; i++) {
        const size_t at = size > 0 ? below(state, size) : 0;
        const char *piece = PIECES[below(state, LENGTH(PIECES))];
        const size_t length = strlen(piece);
        const size_t run = 1 + below(state, 20);
        switch (below(state, 5)) {
        case 0: /* another byte */
            if (size > 0)
                text[at] = (char)(next_number(state) & 0xFF);
            break;
        case 1: /* a piece in between */
            if (size + length < QUERY_SIZE) {
                memmove(text + at + length, text + at, size - at);
                memcpy(text + at, piece, length);
                size += length;
            }
            break;
        case 2: /* a run taken out */
            if (at + run < size) {
                memmove(text + at, text + at + run, size - at - run);
                size -= run;
            }
            break;
        case 3: /* a run twice */
            if (at + run < size && size + run < QUERY_SIZE) {
                memmove(text + at + run, text + at, size - at);
                size += run;
            }
            break;
        default: /* cut off */
            size = below(state, 8) == 0 ? at : size;
        }
    }
    return size;
}

/* A seed, changed; gives its size. The same for the same number. */
static inline size_t
make_mutation(uint64_t number, char text[QUERY_SIZE])
{
    uint64_t state = number * 2 + 1;
    for (unsigned i = 0; i < 4; i++)
        next_number(&state);
    const char *seed = QUERY_SEEDS[below(&state, LENGTH(QUERY_SEEDS))];
    const size_t size = strlen(seed);
    memcpy(text, seed, size);
    return mutate_query(text, size, &state);
}

#endif
