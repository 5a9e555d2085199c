/* SPDX-License-Identifier: EUPL-1.2 */
/* wcwidth() is of X/Open and not of POSIX. */
#define _XOPEN_SOURCE 700
#include "terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum
{
    STANDARD_WIDTH = 80,
    LEAST_WIDTH = 20,
    MOST_WIDTH = 1000
};

void
terminal_choose_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

/* ---- opening ---- */

static unsigned
read_columns(void)
{
    const char *columns = getenv("COLUMNS");
    unsigned width = 0;
    for (; columns != NULL && *columns >= '0' && *columns <= '9' && width <= MOST_WIDTH; columns++)
        width = width * 10 + (unsigned)(*columns - '0');
    return columns != NULL && *columns == '\0' ? width : 0;
}

unsigned
terminal_find_width(FILE *out)
{
    struct winsize size = {0};
    unsigned width = 0;
    if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0)
        width = read_columns();
    if (width == 0)
        width = STANDARD_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
}

static bool
wants_colour(FILE *out, enum colour colour)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    if (colour != COLOUR_AUTO)
        return colour == COLOUR_ALWAYS;
    if (no_colour != NULL && no_colour[0] != '\0')
        return false;
    return kind != NULL && strcmp(kind, "dumb") != 0 && isatty(fileno(out)) == 1;
}

void
terminal_open(struct terminal *terminal, FILE *out, unsigned width, enum colour colour)
{
    *terminal = (struct terminal){.out = out, .width = width};
    terminal->has_colour = wants_colour(out, colour);
}

void
terminal_close(struct terminal *terminal)
{
    free(terminal->bytes);
    free(terminal->styles);
    *terminal = (struct terminal){.out = terminal->out, .failed = terminal->failed};
}

/* ---- code points ---- */

/* Bytes of the UTF-8 sequence at the start of text and its code point; 0 when it is none. */
static size_t
decode(const char *text, uint32_t *code_point)
{
    static const uint32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char first = (unsigned char)text[0];
    const size_t length = first < 0x80             ? 1
                          : (first & 0xE0) == 0xC0 ? 2
                          : (first & 0xF0) == 0xE0 ? 3
                          : (first & 0xF8) == 0xF0 ? 4
                                                   : 0;
    if (length == 0)
        return 0;
    *code_point = length == 1 ? first : first & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        const unsigned char next = (unsigned char)text[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        *code_point = *code_point << 6 | (next & 0x3F);
    }
    if (*code_point < LEAST[length] || *code_point > 0x10FFFF ||
        (*code_point >= 0xD800 && *code_point <= 0xDFFF))
        return 0;
    return length;
}

struct range
{
    uint32_t first;
    uint32_t last;
};

/* What steers a screen, hides, or turns the direction of what a reader sees. */
static const struct range HOSTILE[] = {
    {0x00, 0x1F},        {0x7F, 0x9F},     {0xAD, 0xAD},     {0x034F, 0x034F},   {0x061C, 0x061C},
    {0x115F, 0x1160},    {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F},   {0x2028, 0x202E},
    {0x2060, 0x206F},    {0x3164, 0x3164}, {0xE000, 0xF8FF}, {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},    {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
    {0xE0000, 0x10FFFF},
};

static bool
is_hostile(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof(HOSTILE) / sizeof(HOSTILE[0]); i++)
        if (code_point >= HOSTILE[i].first && code_point <= HOSTILE[i].last)
            return true;
    return false;
}

/* ---- building a paragraph ---- */

static bool
reserve(struct terminal *terminal, size_t more)
{
    const size_t needed = terminal->length + more;
    size_t capacity = terminal->capacity > 0 ? terminal->capacity : 256;
    if (needed <= terminal->capacity)
        return true;
    while (capacity < needed)
        capacity *= 2;
    char *bytes = realloc(terminal->bytes, capacity);
    if (bytes != NULL)
        terminal->bytes = bytes;
    uint8_t *styles = realloc(terminal->styles, capacity);
    if (styles != NULL)
        terminal->styles = styles;
    if (bytes == NULL || styles == NULL) {
        terminal->failed = true;
        return false;
    }
    terminal->capacity = capacity;
    return true;
}

static void
append(struct terminal *terminal, enum style style, const char *bytes, size_t length)
{
    if (!reserve(terminal, length + 1))
        return;
    memcpy(terminal->bytes + terminal->length, bytes, length);
    memset(terminal->styles + terminal->length, (int)style, length);
    terminal->length += length;
    terminal->bytes[terminal->length] = '\0';
}

void
terminal_begin(struct terminal *terminal, unsigned indent, unsigned hanging)
{
    terminal->length = 0;
    terminal->indent = indent;
    terminal->hanging = hanging;
}

void
terminal_add(struct terminal *terminal, enum style style, const char *text)
{
    terminal_add_piece(terminal, style, text, strlen(text));
}

void
terminal_add_piece(struct terminal *terminal, enum style style, const char *text, size_t size)
{
    const char *end = text + size;
    char escaped[16];
    while (text < end) {
        uint32_t code_point = 0;
        const size_t length = decode(text, &code_point);
        if (length == 0)
            snprintf(escaped, sizeof(escaped), "\\x{%02X}", (unsigned)(unsigned char)*text);
        else if (is_hostile(code_point))
            snprintf(escaped, sizeof(escaped), "\\u{%X}", (unsigned)code_point);
        else
            escaped[0] = '\0';
        if (escaped[0] != '\0')
            append(terminal, style, escaped, strlen(escaped));
        else
            append(terminal, style, text, length);
        text += length > 0 ? length : 1;
    }
}

/* ---- writing a paragraph ---- */

unsigned
terminal_measure(const char *bytes, size_t length)
{
    unsigned width = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code_point = 0;
        const size_t step = decode(bytes + at, &code_point);
        const int columns = wcwidth((wchar_t)code_point);
        width += columns >= 0 ? (unsigned)columns : 1u;
        at += step > 0 ? step : 1;
    }
    return width;
}

static void
put_style(const struct terminal *terminal, enum style style)
{
    static const char *const CODES[] = {
        [STYLE_PLAIN] = "\033[0m",    [STYLE_HEADING] = "\033[0;1m", [STYLE_GOOD] = "\033[0;32m",
        [STYLE_DOUBT] = "\033[0;33m", [STYLE_BAD] = "\033[0;31m",    [STYLE_QUIET] = "\033[0;2m",
    };
    if (terminal->has_colour)
        fputs(CODES[style], terminal->out);
}

static void
put_word(const struct terminal *terminal, size_t from, size_t to, enum style *style)
{
    while (from < to) {
        size_t end = from;
        if (terminal->styles[from] != *style) {
            *style = (enum style)terminal->styles[from];
            put_style(terminal, *style);
        }
        while (end < to && terminal->styles[end] == *style)
            end++;
        fwrite(terminal->bytes + from, 1, end - from, terminal->out);
        from = end;
    }
}

static void
put_spaces(const struct terminal *terminal, unsigned count)
{
    fprintf(terminal->out, "%*s", (int)count, "");
}

/* Where the word ends that begins at a place. */
static size_t
find_word_end(const struct terminal *terminal, size_t at)
{
    while (at < terminal->length && terminal->bytes[at] != ' ')
        at++;
    return at;
}

static void
put_words(const struct terminal *terminal, enum style *style)
{
    unsigned column = terminal->indent;
    unsigned spaces = 0; /* before the next word */
    bool is_first = true;
    put_spaces(terminal, column);
    for (size_t at = 0; at < terminal->length;) {
        if (terminal->bytes[at] == ' ') {
            spaces++;
            at++;
            continue;
        }
        const size_t end = find_word_end(terminal, at);
        const unsigned width = terminal_measure(terminal->bytes + at, end - at);
        if (!is_first && terminal->width > 0 && column + spaces + width > terminal->width) {
            fputc('\n', terminal->out);
            column = terminal->hanging;
            spaces = 0;
            put_spaces(terminal, column);
        }
        put_spaces(terminal, spaces);
        put_word(terminal, at, end, style);
        column += spaces + width;
        spaces = 0;
        is_first = false;
        at = end;
    }
}

void
terminal_end(struct terminal *terminal)
{
    enum style style = STYLE_PLAIN;
    put_words(terminal, &style);
    if (style != STYLE_PLAIN)
        put_style(terminal, STYLE_PLAIN);
    fputc('\n', terminal->out);
    terminal->length = 0;
}

void
terminal_line(struct terminal *terminal, unsigned indent, enum style style, const char *text)
{
    terminal_begin(terminal, indent, indent);
    terminal_add(terminal, style, text);
    terminal_end(terminal);
}

void
terminal_blank(struct terminal *terminal)
{
    fputc('\n', terminal->out);
}
