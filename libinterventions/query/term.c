/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/term.h"

#include "base/utf8.h"
#include "query/lexer.h"

enum
{
    /* Punctuation and spaces beyond ASCII, of which some are quotes; no letter is among them. */
    FIRST_LATIN_MARK = 0x80,
    LAST_LATIN_MARK = 0xBF,
    FIRST_GENERAL_MARK = 0x2000,
    LAST_GENERAL_MARK = 0x206F,
    FIRST_WIDE_MARK = 0x3000,
    LAST_WIDE_MARK = 0x303F
};

static bool
is_operator(struct text word)
{
    static const char *const OPERATORS[] = {"AND", "EN", "OR", "OF", "NOT", "NIET"};
    for (size_t i = 0; i < sizeof(OPERATORS) / sizeof(OPERATORS[0]); i++)
        if (text_is(word, OPERATORS[i]))
            return true;
    return false;
}

static bool
is_mark(uint32_t c)
{
    return (c >= FIRST_LATIN_MARK && c <= LAST_LATIN_MARK) ||
           (c >= FIRST_GENERAL_MARK && c <= LAST_GENERAL_MARK) ||
           (c >= FIRST_WIDE_MARK && c <= LAST_WIDE_MARK);
}

static bool
is_plain(uint32_t c)
{
    if (c >= 0x80)
        return !is_mark(c);
    return text_is_lower((char)c) || text_is_upper((char)c) || text_is_digit((char)c);
}

/* Letters and digits, with hyphens and apostrophes inside. */
static bool
is_bare(struct text text)
{
    bool is_inside = false;
    if (text.length == 0 || is_operator(text) || text.bytes[text.length - 1] == '-')
        return false;
    while (text.length > 0) {
        const struct utf8_character c = utf8_read(text);
        if (!is_plain(c.code) && !(is_inside && (c.code == '-' || c.code == '\'')))
            return false;
        is_inside = true;
        text = (struct text){text.bytes + c.length, text.length - c.length};
    }
    return true;
}

static bool
is_quote(uint32_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
}

/* Whether something in a word would part it where it is written. */
static bool
has_parting(struct text word)
{
    while (word.length > 0) {
        const struct utf8_character c = utf8_read(word);
        if (lexer_parts_words(c.code))
            return true;
        word = (struct text){word.bytes + c.length, word.length - c.length};
    }
    return false;
}

bool
term_write(struct intv_output *output, struct text text)
{
    const struct text quote = {"\"", 1};
    const struct text space = {" ", 1};
    if (is_bare(text))
        return output_append(output, text);
    bool is_written = output_append(output, quote);
    while (text.length > 0 && is_written) {
        const struct utf8_character c = utf8_read(text);
        is_written =
            output_append(output, is_quote(c.code) ? space : (struct text){text.bytes, c.length});
        text = (struct text){text.bytes + c.length, text.length - c.length};
    }
    return is_written && output_append(output, quote);
}

struct text
term_written(const struct intv_catalogue *catalogue, struct tokens *tokens, struct text folded,
             const struct offer_place *place)
{
    const struct token *token = NULL;
    if (place->text == INTV_NONE)
        return folded;
    const struct text_row *row = &catalogue->texts[place->text];
    const struct text text = {catalogue->pool + row->offset, row->length};
    tokens_start(tokens, text);
    while (tokens_next(tokens, &token) == INTV_OK && token != NULL) {
        const struct text written = {text.bytes + token->start, token->length};
        if (token->position == place->position && text_equals(token->folded, folded))
            return is_operator(written) || has_parting(written) ? folded : written;
    }
    return folded;
}
