/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/utf8.h"

/* Bytes that a character takes by its first byte; 0 when no character begins with it. */
static size_t
length_by_first(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/* Whether a second byte may follow a first: no overlong forms, surrogates or beyond U+10FFFF. */
static bool
second_fits(unsigned char first, unsigned char second)
{
    const unsigned char least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned char most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
}

struct utf8_character
utf8_read(struct text rest)
{
    const unsigned char *bytes = (const unsigned char *)rest.bytes;
    const size_t length = length_by_first(bytes[0]);
    if (length < 2)
        return length == 1 ? (struct utf8_character){bytes[0], 1, true}
                           : (struct utf8_character){UTF8_REPLACEMENT, 1, false};
    uint32_t code = bytes[0] & (0x7FU >> length);
    for (size_t i = 1; i < length; i++) {
        const bool fits = i < rest.length && (bytes[i] & 0xC0) == 0x80 &&
                          (i > 1 || second_fits(bytes[0], bytes[1]));
        if (!fits)
            return (struct utf8_character){UTF8_REPLACEMENT, i, false};
        code = code << 6 | (bytes[i] & 0x3FU);
    }
    return (struct utf8_character){code, length, true};
}
