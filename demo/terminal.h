/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Paragraphs on a screen: wrapped to its width, harmless, coloured where that helps.
 *
 * Every text is escaped on its way in: control and direction characters and bytes that are no UTF-8
 * come out as \u{...} and \x{...}, whoever wrote them. Colour comes on top of words, never instead.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum style
{
    STYLE_PLAIN,
    STYLE_HEADING,
    STYLE_GOOD,
    STYLE_DOUBT,
    STYLE_BAD,
    STYLE_QUIET
};

enum colour
{
    COLOUR_AUTO,
    COLOUR_ALWAYS,
    COLOUR_NEVER
};

struct terminal
{
    FILE *out;
    unsigned width; /* columns; 0: lines are not wrapped */
    bool has_colour;
    bool failed;     /* no memory for a paragraph */
    char *bytes;     /* the paragraph so far, escaped */
    uint8_t *styles; /* one for each byte */
    size_t length;
    size_t capacity;
    unsigned indent;
    unsigned hanging; /* indent of the lines after the first */
};

/* Chooses a character type in which widths are known; machine output does not depend on it. */
void terminal_choose_locale(void);

void terminal_open(struct terminal *terminal, FILE *out, unsigned width, enum colour colour);
void terminal_close(struct terminal *terminal);

/* Width of the screen: the terminal's, else COLUMNS, else 80. */
unsigned terminal_find_width(FILE *out);

/* A paragraph: begin, add, end. Spaces between its parts are the caller's. */
void terminal_begin(struct terminal *terminal, unsigned indent, unsigned hanging);
void terminal_add(struct terminal *terminal, enum style style, const char *text);
void terminal_end(struct terminal *terminal);

/* Adds so many bytes of a text; they end where a character ends. */
void terminal_add_piece(struct terminal *terminal, enum style style, const char *text, size_t size);

/* A paragraph of one text, and an empty line. */
void terminal_line(struct terminal *terminal, unsigned indent, enum style style, const char *text);
void terminal_blank(struct terminal *terminal);

/* Columns that a text takes. */
unsigned terminal_measure(const char *bytes, size_t length);

#endif
