/* SPDX-License-Identifier: EUPL-1.2 */
/* Valid requests, one for each row of the table, and what tests make of them. */
#ifndef TESTS_REQUEST_MUTATIONS_H
#define TESTS_REQUEST_MUTATIONS_H

#include <interventions/interventions.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "request/request.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* A situation that the golden catalogue knows everything of. */
#define SITUATION_OF_GOLDEN                                                                        \
    "{\"as_of\":\"2026-11-23\",\"criteria\":[{\"field\":\"target-group\",\"importance\":\"must\"," \
    "\"wanted\":[\"parents\"]},{\"field\":\"cost\",\"importance\":\"wish\",\"wanted\":["           \
    "\"100/participant\"]}],\"preconditions\":[{\"id\":\"funding\",\"state\":\"present\"},"        \
    "{\"id\":\"trainer\",\"state\":\"absent\"}],\"include\":[\"types\"]}"

/* What could have been archived of it: digests and candidates are of another catalogue. */
#define DIGITS_16 "0123456789abcdef"
#define ARCHIVE_OF_GOLDEN                                                                          \
    "{\"format\":\"interventions-archive/1\",\"edition\":\"2025-01-01\",\"publisher\":null,"       \
    "\"licence\":\"CC0-1.0\",\"incomplete\":true,\"layers\":[{\"edition\":\"2025-01-01\","         \
    "\"publisher\":null,\"licence\":\"CC0-1.0\"}],\"as_of\":\"2026-11-23\",\"edition_is_old\":"    \
    "null,\"situation\":" SITUATION_OF_GOLDEN                                                      \
    ",\"library\":\"0.2.0\",\"catalogue_format\":\"1.0\",\"counts\":{\"fits\":0,\"open\":1,"       \
    "\"blocked\":0,\"excluded\":0},\"candidates\":[{\"id\":\"lesdag\",\"category\":\"open\","      \
    "\"keys\":{\"wishes_low\":[1,2],\"wishes_high\":[2,2],\"absent\":0,\"partly\":1,\"unknown\":"  \
    "2,\"evidence\":3}}],\"digests\":{\"algorithm\":\"sha-256\",\"catalogue\":\"" DIGITS_16        \
        DIGITS_16 DIGITS_16 DIGITS_16 "\",\"answer\":\"" DIGITS_16 DIGITS_16 DIGITS_16 DIGITS_16   \
    "\"}}"

/* Members of a valid request, without braces and without "request". */
static const char *const VALID_MEMBERS[REQUEST_COUNT] = {
    [REQUEST_VERSION] = "",
    [REQUEST_FEATURES] = "",
    [REQUEST_CATALOGUE] = ",\"digest\":true",
    [REQUEST_STATISTICS] = "",
    [REQUEST_KINDS] = "",
    [REQUEST_FIELDS] = "",
    [REQUEST_FORMAT] = "",
    [REQUEST_LIST] = ",\"kind\":\"source\"",
    [REQUEST_RECORD] = ",\"id\":\"intervention:lesdag\"",
    [REQUEST_CONCEPTS] = ",\"scheme\":\"doelgroep\",\"language\":\"en\",\"query\":\"ouders\"",
    [REQUEST_SEARCH] = ",\"query\":\"ouders lesdag\",\"facets\":true,\"sort\":\"year\","
                       "\"kinds\":[\"intervention\",\"element\"],\"limit\":2,\"lenient\":true",
    [REQUEST_FACETS] = ",\"query\":\"ouders\",\"field\":\"doelgroep\",\"language\":\"en\"",
    [REQUEST_COMPLETE] = ",\"typed\":\"ou\",\"limit\":3",
    [REQUEST_QUALIFIERS] = "",
    [REQUEST_FIND] = ",\"name\":\"praatpunt\",\"kind\":\"intervention\"",
    [REQUEST_MATCH] = ",\"situation\":" SITUATION_OF_GOLDEN ",\"limit\":3,\"excluded\":true",
    [REQUEST_CHECK] = ",\"situation\":" SITUATION_OF_GOLDEN ",\"intervention\":\"praatpunt\"",
    [REQUEST_ARCHIVE] = ",\"situation\":" SITUATION_OF_GOLDEN ",\"limit\":3,\"excluded\":true",
    [REQUEST_VERIFY] = ",\"archive\":" ARCHIVE_OF_GOLDEN,
    [REQUEST_SITUATION] = ",\"situation\":" SITUATION_OF_GOLDEN,
    [REQUEST_VALIDATE] = ",\"documents\":[{\"name\":\"a.xml\",\"text\":\"<catalogue "
                         "xmlns='urn:interventions:catalogue:1' edition='2026' publisher='p' "
                         "licence='l' xml:lang='nl'><organisation id='a'><name>A</name>"
                         "</organisation></catalogue>\"}]",
    [REQUEST_TEXTS] = ",\"name\":\"prevention-paradox\"",
    [REQUEST_EXPLAIN] = ",\"tag\":\"bad-range\"",
    [REQUEST_TAGS] = "",
    [REQUEST_LIMITS] = "",
    [REQUEST_STATUSES] = "",
    [REQUEST_REQUESTS] = "",
};

enum
{
    REQUEST_SIZE = 4000
};

/* The valid request with more members behind it. */
static inline size_t
write_request(unsigned id, const char *more, char text[REQUEST_SIZE])
{
    const int length = snprintf(text, REQUEST_SIZE, "{\"request\":\"%s\"%s%s}",
                                REQUEST_FORMATS[id].name, VALID_MEMBERS[id], more);
    return length > 0 && length < REQUEST_SIZE ? (size_t)length : 0;
}

/* Numbers that are the same on every machine (xorshift64*). */
static inline uint64_t
next_number(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

/* Changes a request at a few places; gives its new size. */
static inline size_t
mutate(char text[REQUEST_SIZE], size_t size, uint64_t *state)
{
    static const char *const PIECES[] = {
        "\"",        "{",    "}",    "[",  "]",   ",",   ":",    "\\",   "\\u0000",
        "\\uD800",   "null", "true", "-0", "1.0", "1e2", "\xFF", "\xC3", "9999999999999999999999",
        "\"kind\":", "\n"};
    const unsigned changes = 1 + next_number(state) % 4;
    for (unsigned i = 0; i < changes; i++) {
        const size_t at = size > 0 ? next_number(state) % size : 0;
        const char *piece = PIECES[next_number(state) % LENGTH(PIECES)];
        const size_t length = strlen(piece);
        const size_t run = 1 + next_number(state) % 20;
        switch (next_number(state) % 5) {
        case 0: /* another byte */
            if (size > 0)
                text[at] = (char)(next_number(state) & 0xFF);
            break;
        case 1: /* a piece in between */
            if (size + length < REQUEST_SIZE) {
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
            if (at + run < size && size + run < REQUEST_SIZE) {
                memmove(text + at + run, text + at, size - at);
                size += run;
            }
            break;
        default: /* cut off */
            size = next_number(state) % 8 == 0 ? at : size;
        }
    }
    return size;
}

#endif
