/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/lexer.h"

#include "base/utf8.h"

enum
{
    NEXT_LINE = 0x85, /* white space beyond ASCII; the tables of Unicode have no other */
    NO_BREAK_SPACE = 0xA0,
    OGHAM_SPACE = 0x1680,
    FIRST_SPACE = 0x2000, /* en quad and those behind it */
    LAST_SPACE = 0x200B,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029,
    NARROW_SPACE = 0x202F,
    MATHEMATICAL_SPACE = 0x205F,
    IDEOGRAPHIC_SPACE = 0x3000,
    BYTE_ORDER_MARK = 0xFEFF,
    LEFT_GUILLEMET = 0xAB,
    RIGHT_GUILLEMET = 0xBB,
    FIRST_SINGLE_QUOTE = 0x2018,
    LAST_SINGLE_QUOTE = 0x201B,
    FIRST_CURLY_QUOTE = 0x201C,
    LAST_CURLY_QUOTE = 0x201F,
    LESS_OR_EQUAL = 0x2264,
    GREATER_OR_EQUAL = 0x2265
};

/* The character at a place; its length is 0 at the end. */
static struct utf8_character
look(const struct lexer *lexer, uint32_t at)
{
    if (at >= lexer->text.length)
        return (struct utf8_character){0, 0, false};
    const unsigned char first = (unsigned char)lexer->text.bytes[at];
    if (first < 0x80)
        return (struct utf8_character){first, 1, true};
    return utf8_read((struct text){lexer->text.bytes + at, lexer->text.length - at});
}

static bool
is_space(uint32_t c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case NEXT_LINE:
    case NO_BREAK_SPACE:
    case OGHAM_SPACE:
    case LINE_SEPARATOR:
    case PARAGRAPH_SEPARATOR:
    case NARROW_SPACE:
    case MATHEMATICAL_SPACE:
    case IDEOGRAPHIC_SPACE:
    case BYTE_ORDER_MARK:
        return true;
    default:
        return c >= FIRST_SPACE && c <= LAST_SPACE;
    }
}

static bool
is_quote(uint32_t c)
{
    return c == '"' || c == LEFT_GUILLEMET || c == RIGHT_GUILLEMET ||
           (c >= FIRST_CURLY_QUOTE && c <= LAST_CURLY_QUOTE);
}

bool
lexer_parts_words(uint32_t c)
{
    return is_space(c) || is_quote(c);
}

/* What ends a run of text. */
static bool
is_end_of_run(struct utf8_character c)
{
    return c.length == 0 || is_space(c.code) || is_quote(c.code) || c.code == '(' ||
           c.code == ')' || c.code == '|';
}

static struct text
slice(const struct lexer *lexer, uint32_t start, uint32_t end)
{
    return (struct text){lexer->text.bytes + start, end - start};
}

static bool
is_one_of(struct text word, const char *const words[2])
{
    return text_is(word, words[0]) || text_is(word, words[1]);
}

static const char *const OR_WORDS[2] = {"OR", "OF"};
static const char *const AND_WORDS[2] = {"AND", "EN"};
static const char *const NOT_WORDS[2] = {"NOT", "NIET"};

static enum lexeme_sort
sort_of_run(struct text word)
{
    if (is_one_of(word, OR_WORDS))
        return LEXEME_OR;
    if (is_one_of(word, AND_WORDS))
        return LEXEME_AND;
    return is_one_of(word, NOT_WORDS) ? LEXEME_NOT : LEXEME_RUN;
}

bool
lexer_is_operator(struct text word)
{
    return sort_of_run(word) != LEXEME_RUN;
}

static void
skip_space(struct lexer *lexer)
{
    struct utf8_character c = look(lexer, lexer->at);
    while (c.length > 0 && is_space(c.code)) {
        lexer->at += (uint32_t)c.length;
        c = look(lexer, lexer->at);
    }
}

/* Reads from the opening quote to behind the closing one; false when there is none. */
static bool
read_quoted(struct lexer *lexer, struct text *text)
{
    lexer->at += (uint32_t)look(lexer, lexer->at).length;
    const uint32_t start = lexer->at;
    struct utf8_character c = look(lexer, lexer->at);
    while (c.length > 0 && !is_quote(c.code)) {
        lexer->at += (uint32_t)c.length;
        c = look(lexer, lexer->at);
    }
    *text = slice(lexer, start, lexer->at);
    lexer->at += (uint32_t)c.length;
    return c.length > 0;
}

static bool
is_letter(unsigned char c)
{
    return text_is_lower((char)c) || text_is_upper((char)c) || c >= 0x80;
}

/* Reads a run, or the name of a qualifier when a colon stands behind a word. */
static void
read_run(struct lexer *lexer, struct lexeme *lexeme)
{
    const bool may_be_name = is_letter((unsigned char)lexer->text.bytes[lexer->at]);
    struct utf8_character c = look(lexer, lexer->at);
    while (!is_end_of_run(c)) {
        if (c.code == ':' && may_be_name) {
            lexeme->sort = LEXEME_QUALIFIER;
            lexeme->text = slice(lexer, lexeme->start, lexer->at++);
            return;
        }
        lexer->at += (uint32_t)c.length;
        c = look(lexer, lexer->at);
    }
    lexeme->text = slice(lexer, lexeme->start, lexer->at);
    lexeme->sort = sort_of_run(lexeme->text);
}

/* Whether the minus here stands before something. */
static bool
negates(const struct lexer *lexer)
{
    const struct utf8_character next = look(lexer, lexer->at + 1);
    return next.length > 0 && !is_space(next.code) && next.code != ')' && next.code != '|';
}

static enum lexeme_sort
sort_of_mark(uint32_t c)
{
    switch (c) {
    case '(':
        return LEXEME_OPEN;
    case ')':
        return LEXEME_CLOSE;
    case '|':
        return LEXEME_OR;
    default:
        return LEXEME_RUN;
    }
}

/* Where values are read only the words that are operators are told apart from values. */
static void
read_in_values(struct lexer *lexer, struct lexeme *lexeme)
{
    const uint32_t start = lexer->at;
    struct utf8_character c = look(lexer, lexer->at);
    while (!is_end_of_run(c)) {
        lexer->at += (uint32_t)c.length;
        c = look(lexer, lexer->at);
    }
    lexeme->text = slice(lexer, start, lexer->at);
    lexeme->sort = sort_of_run(lexeme->text);
    if (lexeme->sort != LEXEME_RUN)
        return;
    lexeme->sort = LEXEME_VALUES;
    lexer->at = start;
}

struct lexeme
lexer_next(struct lexer *lexer, bool in_values)
{
    skip_space(lexer);
    struct lexeme lexeme = {LEXEME_END, lexer->at, 0, slice(lexer, lexer->at, lexer->at), false};
    const struct utf8_character c = look(lexer, lexer->at);
    if (c.length == 0)
        return lexeme;
    lexeme.sort = sort_of_mark(c.code);
    if (lexeme.sort != LEXEME_RUN || (c.code == '-' && negates(lexer))) {
        lexeme.sort = lexeme.sort == LEXEME_RUN ? LEXEME_NOT : lexeme.sort;
        lexer->at++;
        lexeme.text = slice(lexer, lexeme.start, lexer->at);
    } else if (in_values) {
        read_in_values(lexer, &lexeme);
    } else if (is_quote(c.code)) {
        lexeme.sort = LEXEME_PHRASE;
        lexeme.is_open = !read_quoted(lexer, &lexeme.text);
    } else {
        read_run(lexer, &lexeme);
    }
    lexeme.length = lexer->at - lexeme.start;
    return lexeme;
}

/* ---- values ---- */

static uint8_t
read_comparison(struct lexer *lexer)
{
    const struct utf8_character c = look(lexer, lexer->at);
    if (c.code == GREATER_OR_EQUAL || c.code == LESS_OR_EQUAL) {
        lexer->at += (uint32_t)c.length;
        return c.code == GREATER_OR_EQUAL ? INTV_AT_LEAST : INTV_AT_MOST;
    }
    if (c.code != '>' && c.code != '<')
        return INTV_IS;
    lexer->at++;
    if (look(lexer, lexer->at).code != '=')
        return c.code == '>' ? INTV_MORE : INTV_LESS;
    lexer->at++;
    return c.code == '>' ? INTV_AT_LEAST : INTV_AT_MOST;
}

static bool
is_single_quote(uint32_t c)
{
    return c >= FIRST_SINGLE_QUOTE && c <= LAST_SINGLE_QUOTE;
}

/*
 * Curly single quotes are quotes around a whole value, and apostrophes elsewhere. Does nothing when
 * there is no closing one near.
 */
static bool
read_single_quoted(struct lexer *lexer, struct text *text)
{
    enum
    {
        FURTHEST = 400
    };
    uint32_t at = lexer->at + (uint32_t)look(lexer, lexer->at).length;
    const uint32_t start = at;
    for (struct utf8_character c = look(lexer, at);
         c.length > 0 && !is_quote(c.code) && at - start < FURTHEST; c = look(lexer, at)) {
        const uint32_t next = at + (uint32_t)c.length;
        const struct utf8_character behind = look(lexer, next);
        if (is_single_quote(c.code) && (is_end_of_run(behind) || behind.code == ',')) {
            *text = slice(lexer, start, at);
            lexer->at = next;
            return true;
        }
        at = next;
    }
    return false;
}

struct written_value
lexer_value(struct lexer *lexer)
{
    struct written_value value = {.start = lexer->at};
    value.comparison = read_comparison(lexer);
    struct utf8_character c = look(lexer, lexer->at);
    if (c.length > 0 && is_quote(c.code)) {
        value.is_quoted = true;
        value.is_open = !read_quoted(lexer, &value.text);
        c = look(lexer, lexer->at);
    } else if (is_single_quote(c.code) && read_single_quoted(lexer, &value.text)) {
        value.is_quoted = true;
        c = look(lexer, lexer->at);
    } else {
        const uint32_t start = lexer->at;
        while (!is_end_of_run(c) && c.code != ',') {
            lexer->at += (uint32_t)c.length;
            c = look(lexer, lexer->at);
        }
        value.text = slice(lexer, start, lexer->at);
    }
    value.length = lexer->at - value.start;
    value.has_more = c.code == ',';
    if (value.has_more)
        lexer->at++;
    return value;
}

bool
lexer_has_value(const struct lexer *lexer)
{
    const struct utf8_character c = look(lexer, lexer->at);
    return c.length > 0 && !is_space(c.code) && c.code != ')' && c.code != '|';
}

bool
lexer_opens(const struct lexer *lexer)
{
    return look(lexer, lexer->at).code == '(' && lexer->at < lexer->text.length;
}
