/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/analysis.h"

#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/words.h"

/* A folded word that is being made. */
struct folding
{
    char bytes[TOKEN_LONGEST];
    uint32_t origins[TOKEN_LONGEST + 1];
    size_t length;
    bool is_full;
};

/* Words joined by hyphens, written as one. */
struct joining
{
    struct folding folding;
    uint32_t start;
    uint32_t end;
    uint32_t position;
    uint32_t count;   /* of words */
    bool is_possible; /* no two digits meet, and all fits */
};

struct tokens
{
    struct word_breaks breaks;
    struct text rest; /* of the segment that is being read */
    uint32_t position;
    bool is_abbreviation; /* the segment that is being read */
    bool is_joining;      /* a hyphen stands before the next word */
    bool is_joined;       /* what was joined is given next */
    struct token token;
    struct folding piece;
    struct joining joined;
};

/* What a byte is to the way that is fast: words of ASCII letters between spaces and plain marks. */
enum byte_class
{
    SLOW, /* let words.h decide */
    ASCII_LETTER,
    ASCII_GAP,
    ASCII_HYPHEN
};

#define G ASCII_GAP
#define L ASCII_LETTER
static const uint8_t BYTES[0x100] = {
    G, G, G, G, G, G, G, G, G, G, G, G, G, G,
    G, G, /* 0 */
    G, G, G, G, G, G, G, G, G, G, G, G, G, G,
    G, G, /* 1 */
    G, G, G, G, G, G, G, 0, G, G, G, G, G, ASCII_HYPHEN,
    0, G, /* 2: not ' and . */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, G, G, G,
    G, G, /* 3: not digits and : */
    G, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, /* 4 */
    L, L, L, L, L, L, L, L, L, L, L, G, G, G,
    G, 0, /* 5: not _ */
    G, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, /* 6 */
    L, L, L, L, L, L, L, L, L, L, L, G, G, G,
    G, G, /* 7 */
};
#undef G
#undef L

enum text_language
analysis_language(struct text tag)
{
    struct text rest = tag;
    struct text first;
    if (!text_next_part(&rest, '-', &first) || first.length == 0)
        return TEXT_OF_NO_LANGUAGE;
    if (text_equals_ignoring_case(first, text_of("nl")))
        return TEXT_DUTCH;
    return text_equals_ignoring_case(first, text_of("en")) ? TEXT_ENGLISH : TEXT_OF_OTHER_LANGUAGE;
}

enum intv_status
tokens_new(struct tokens **tokens)
{
    *tokens = memory_new(1, sizeof(**tokens));
    return *tokens != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

void
tokens_free(struct tokens *tokens)
{
    memory_free(tokens);
}

void
tokens_start(struct tokens *tokens, struct text text)
{
    tokens->breaks = (struct word_breaks){text, 0};
    tokens->rest = (struct text){NULL, 0};
    tokens->position = 0;
    tokens->is_joining = false;
    tokens->is_joined = false;
}

/* ---- one word ---- */

static struct utf8_character
read_first(struct text rest)
{
    const unsigned char first = (unsigned char)rest.bytes[0];
    return first < 0x80 ? (struct utf8_character){first, 1, true} : utf8_read(rest);
}

static void
cut_off(struct text *rest, size_t length)
{
    rest->bytes += length;
    rest->length -= length;
}

/* Adds a folded character without the gaps it may hold; nothing more once one did not fit. */
static void
add_character(struct folding *folding, uint32_t code, uint32_t origin)
{
    char folded[FOLD_LONGEST];
    const size_t count = fold_character(code, folded);
    folding->is_full = folding->is_full || folding->length + count > TOKEN_LONGEST;
    for (size_t i = 0; i < count && !folding->is_full; i++)
        if (folded[i] != ' ' && folded[i] != '-') {
            folding->origins[folding->length] = origin;
            folding->bytes[folding->length++] = folded[i];
        }
}

static bool
is_full_stop(uint32_t code)
{
    return code == '.' || code == 0x2024 || code == 0xFE52 || code == 0xFF0E;
}

static bool
is_colon(uint32_t code)
{
    return code == ':' || code == 0xFE55 || code == 0xFF1A;
}

/* What separates words although it may stand within a word of Unicode's. */
static bool
is_separator(uint32_t code, bool after_digit)
{
    return is_colon(code) || words_is_low_line(code) || (is_full_stop(code) && !after_digit);
}

static bool
is_digit(uint32_t code)
{
    return code < 0x80 ? text_is_digit((char)code) : u_isdigit((UChar32)code);
}

/* Letters that stand alone between full stops, at least two. */
static bool
is_abbreviation(struct text segment)
{
    unsigned letters = 0; /* since the last full stop */
    bool has_stop = false;
    for (struct text rest = segment; rest.length > 0;) {
        const struct utf8_character one = read_first(rest);
        if (is_full_stop(one.code)) {
            has_stop = true;
            letters = 0;
        } else if (words_has_letter_or_digit(one.code)) {
            if (++letters > 1 || is_digit(one.code))
                return false;
        } else if (is_separator(one.code, false)) {
            return false;
        }
        cut_off(&rest, one.length);
    }
    return has_stop;
}

static uint32_t
place_of(const struct tokens *tokens, struct text rest)
{
    return (uint32_t)(rest.bytes - tokens->breaks.text.bytes);
}

/* Cuts a word off the rest of the segment, with the separator behind it. */
static void
cut_word(struct tokens *tokens)
{
    struct folding *piece = &tokens->piece;
    bool after_digit = false;
    bool is_separated = false;
    piece->length = 0;
    piece->is_full = false;
    tokens->token.start = place_of(tokens, tokens->rest);
    while (tokens->rest.length > 0 && !is_separated) {
        const struct utf8_character one = read_first(tokens->rest);
        const bool is_stop = tokens->is_abbreviation && is_full_stop(one.code);
        is_separated = !is_stop && is_separator(one.code, after_digit);
        tokens->token.length = place_of(tokens, tokens->rest) - tokens->token.start;
        if (!is_separated && !is_stop)
            add_character(piece, one.code, place_of(tokens, tokens->rest));
        if (words_has_letter_or_digit(one.code))
            after_digit = is_digit(one.code);
        cut_off(&tokens->rest, one.length);
    }
    if (!is_separated)
        tokens->token.length = place_of(tokens, tokens->rest) - tokens->token.start;
    piece->origins[piece->length] = tokens->token.start + tokens->token.length;
}

/* Whether a word of ASCII letters surely ends at a place; else words.h decides. */
static bool
surely_ends(struct text text, size_t at)
{
    if (at >= text.length)
        return true;
    const unsigned char byte = (unsigned char)text.bytes[at];
    if (BYTES[byte] == ASCII_GAP || BYTES[byte] == ASCII_HYPHEN)
        return true;
    if (byte != '.' && byte != '\'' && byte != ':')
        return false;
    return at + 1 >= text.length || BYTES[(unsigned char)text.bytes[at + 1]] == ASCII_GAP;
}

/* Reads a word of nothing but ASCII letters; false when there is none at this place. */
static bool
read_ascii_word(struct tokens *tokens)
{
    const struct text text = tokens->breaks.text;
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    struct folding *piece = &tokens->piece;
    size_t at = tokens->breaks.at;
    size_t length = 0;
    while (at < text.length && (BYTES[bytes[at]] == ASCII_GAP || BYTES[bytes[at]] == ASCII_HYPHEN))
        at++;
    tokens->breaks.at = at;
    while (at + length < text.length && BYTES[bytes[at + length]] == ASCII_LETTER)
        length++;
    if (length == 0 || length > TOKEN_LONGEST || !surely_ends(text, at + length))
        return false;
    for (size_t i = 0; i < length; i++)
        piece->bytes[i] = (char)(bytes[at + i] | 0x20);
    for (size_t i = 0; i < length; i++)
        piece->origins[i] = (uint32_t)(at + i);
    piece->origins[length] = (uint32_t)(at + length);
    piece->length = length;
    piece->is_full = false;
    tokens->token.start = (uint32_t)at;
    tokens->token.length = (uint32_t)length;
    tokens->breaks.at = at + length;
    return true;
}

/* Reads the next word that is not empty when folded; false at the end of the text. */
static bool
read_word(struct tokens *tokens)
{
    bool is_word;
    for (;;) {
        while (tokens->rest.length > 0) {
            cut_word(tokens);
            if (tokens->piece.length > 0)
                return true;
        }
        if (read_ascii_word(tokens))
            return true;
        do
            if (!words_next(&tokens->breaks, &tokens->rest, &is_word))
                return false;
        while (!is_word);
        tokens->is_abbreviation = is_abbreviation(tokens->rest);
    }
}

/* ---- words joined by hyphens ---- */

/* Bytes of a hyphen at the place reading has come to; 0 when there is none. */
static size_t
hyphen_length(const struct tokens *tokens)
{
    const struct text text = tokens->breaks.text;
    const char *bytes = text.bytes + tokens->breaks.at;
    const size_t left = text.length - tokens->breaks.at;
    if (left > 0 && bytes[0] == '-')
        return 1;
    /* U+2010 and U+2011 */
    return left >= 3 && memcmp(bytes, "\xE2\x80", 2) == 0 &&
                   (bytes[2] == '\x90' || bytes[2] == '\x91')
               ? 3
               : 0;
}

/* Whether a hyphen and another word follow directly. */
static bool
joins_next(const struct tokens *tokens)
{
    const bool is_direct = tokens->token.start + tokens->token.length == tokens->breaks.at;
    const size_t hyphen = is_direct ? hyphen_length(tokens) : 0;
    const size_t at = tokens->breaks.at + hyphen;
    if (hyphen == 0 || at >= tokens->breaks.text.length)
        return false;
    const struct text rest = {tokens->breaks.text.bytes + at, tokens->breaks.text.length - at};
    return words_has_letter_or_digit(read_first(rest).code);
}

static bool
digits_meet(const struct folding *left, const struct folding *right)
{
    return left->length > 0 && text_is_digit(left->bytes[left->length - 1]) &&
           text_is_digit(right->bytes[0]);
}

static void
join_piece(struct joining *joined, const struct folding *piece)
{
    struct folding *whole = &joined->folding;
    joined->count++;
    joined->is_possible = joined->is_possible && joined->count <= TOKEN_MOST_PIECES &&
                          !piece->is_full && !digits_meet(whole, piece) &&
                          whole->length + piece->length <= TOKEN_LONGEST;
    if (!joined->is_possible)
        return;
    memcpy(whole->bytes + whole->length, piece->bytes, piece->length);
    memcpy(whole->origins + whole->length, piece->origins,
           (piece->length + 1) * sizeof(*piece->origins));
    whole->length += piece->length;
}

/* Keeps the word that was read when a hyphen is before or behind it. */
static void
join_word(struct tokens *tokens)
{
    struct joining *joined = &tokens->joined;
    const bool goes_on = joins_next(tokens);
    if (!tokens->is_joining && !goes_on)
        return;
    if (!tokens->is_joining) {
        joined->folding.length = 0;
        joined->count = 0;
        joined->is_possible = true;
        joined->start = tokens->token.start;
        joined->position = tokens->position;
    }
    join_piece(joined, &tokens->piece);
    tokens->is_joining = goes_on;
    tokens->is_joined = !goes_on && joined->is_possible;
    joined->end = tokens->token.start + tokens->token.length;
}

static const struct token *
give_joined(struct tokens *tokens)
{
    const struct joining *joined = &tokens->joined;
    tokens->is_joined = false;
    tokens->token = (struct token){
        .folded = {joined->folding.bytes, joined->folding.length},
        .origins = joined->folding.origins,
        .start = joined->start,
        .length = joined->end - joined->start,
        .position = joined->position,
        .span = joined->count,
    };
    return &tokens->token;
}

enum intv_status
tokens_next(struct tokens *tokens, const struct token **token)
{
    *token = NULL;
    if (tokens->is_joined) {
        *token = give_joined(tokens);
        return INTV_OK;
    }
    if (!read_word(tokens))
        return INTV_OK;
    join_word(tokens);
    tokens->token.folded = (struct text){tokens->piece.bytes, tokens->piece.length};
    tokens->token.origins = tokens->piece.origins;
    tokens->token.position = tokens->position++;
    tokens->token.span = 1;
    *token = &tokens->token;
    return INTV_OK;
}
