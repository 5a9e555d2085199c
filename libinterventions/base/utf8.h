/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading UTF-8 character by character: no overlong forms, surrogates or beyond U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/text.h"

enum
{
    UTF8_REPLACEMENT = 0xFFFD /* stands for bytes that are no UTF-8 */
};

/* A code point and the bytes it was written in. */
struct utf8_character
{
    uint32_t code;
    size_t length;
    bool is_valid; /* else the code is the replacement */
};

/*
 * The character at the start of a text that is not empty; bytes that can be none together give one
 * replacement.
 */
struct utf8_character utf8_read(struct text rest);

#endif
