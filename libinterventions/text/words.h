/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Word boundaries as in Unicode Standard Annex 29, rules WB1 to WB999: a text is cut into segments,
 * among which are words, spaces and marks. Keeps nothing but its place; linear in the text.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "base/text.h"

/* Where reading has come to; begin with {text, 0}. */
struct word_breaks
{
    struct text text; /* UTF-8; bytes that are none are segments by themselves */
    size_t at;
};

/* The next segment, and whether it holds a letter or digit; false at the end of the text. */
bool words_next(struct word_breaks *breaks, struct text *segment, bool *is_word);

/* Whether a character is a letter (with what belongs to one) or a decimal digit. */
bool words_has_letter_or_digit(uint32_t code);

/* Whether it is a low line, or another character that joins words as one does. */
bool words_is_low_line(uint32_t code);

#endif
