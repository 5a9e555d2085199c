/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/words.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

/* The classes of the rules; of ICU's property, what no rule names is OTHER. */
enum word_class
{
    OTHER,
    CR,
    LF,
    NEWLINE,
    EXTEND,
    FORMAT,
    JOINER,
    SPACE,
    LETTER,
    HEBREW,
    NUMBER,
    KATAKANA,
    LOW_LINE,
    MID_LETTER,
    MID_NUMBER,
    MID_BOTH,
    SINGLE_QUOTE,
    DOUBLE_QUOTE,
    REGIONAL
};

static enum word_class
class_in_icu(uint32_t code)
{
    switch (u_getIntPropertyValue((UChar32)code, UCHAR_WORD_BREAK)) {
    case U_WB_CR:
        return CR;
    case U_WB_LF:
        return LF;
    case U_WB_NEWLINE:
        return NEWLINE;
    case U_WB_EXTEND:
        return EXTEND;
    case U_WB_FORMAT:
        return FORMAT;
    case U_WB_ZWJ:
        return JOINER;
    case U_WB_WSEGSPACE:
        return SPACE;
    case U_WB_ALETTER:
        return LETTER;
    case U_WB_HEBREW_LETTER:
        return HEBREW;
    case U_WB_NUMERIC:
        return NUMBER;
    case U_WB_KATAKANA:
        return KATAKANA;
    case U_WB_EXTENDNUMLET:
        return LOW_LINE;
    case U_WB_MIDLETTER:
        return MID_LETTER;
    case U_WB_MIDNUM:
        return MID_NUMBER;
    case U_WB_MIDNUMLET:
        return MID_BOTH;
    case U_WB_SINGLE_QUOTE:
        return SINGLE_QUOTE;
    case U_WB_DOUBLE_QUOTE:
        return DOUBLE_QUOTE;
    case U_WB_REGIONAL_INDICATOR:
        return REGIONAL;
    default:
        return OTHER;
    }
}

/* What a character of ASCII is, by its number; a test compares it with ICU. */
#define L LETTER
#define N NUMBER
static const uint8_t ASCII_CLASSES[0x80] = {
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    LF,
    NEWLINE,
    NEWLINE,
    CR,
    0,
    0, /* 0 */
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0, /* 1 */
    SPACE,
    0,
    DOUBLE_QUOTE,
    0,
    0,
    0,
    0,
    SINGLE_QUOTE,
    0,
    0,
    0,
    0,
    MID_NUMBER,
    0,
    MID_BOTH,
    0, /* 2 */
    N,
    N,
    N,
    N,
    N,
    N,
    N,
    N,
    N,
    N,
    MID_LETTER,
    MID_NUMBER,
    0,
    0,
    0,
    0, /* 3 */
    0,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L, /* 4 */
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    0,
    0,
    0,
    0,
    LOW_LINE, /* 5 */
    0,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L, /* 6 */
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    L,
    0,
    0,
    0,
    0,
    0, /* 7 */
};
#undef L
#undef N

/* The letters of Latin beyond ASCII, without the signs for times and divided by. */
static bool
is_latin_letter(uint32_t code)
{
    return code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7;
}

static enum word_class
class_of(uint32_t code)
{
    if (code < 0x80)
        return (enum word_class)ASCII_CLASSES[code];
    return is_latin_letter(code) ? LETTER : class_in_icu(code);
}

bool
words_has_letter_or_digit(uint32_t code)
{
    const enum word_class class = code < 0x80 ? (enum word_class)ASCII_CLASSES[code] : OTHER;
    if (code < 0x80)
        return class == LETTER || class == NUMBER;
    return is_latin_letter(code) || u_isUAlphabetic((UChar32)code) || u_isdigit((UChar32)code);
}

bool
words_is_low_line(uint32_t code)
{
    return class_of(code) == LOW_LINE;
}

static struct utf8_character
read_at(struct text text, size_t at)
{
    const unsigned char first = (unsigned char)text.bytes[at];
    return first < 0x80 ? (struct utf8_character){first, 1, true}
                        : utf8_read((struct text){text.bytes + at, text.length - at});
}

static bool is_line_end(enum word_class class)
{
    return class == CR || class == LF || class == NEWLINE;
}

/* What is passed over between the characters that rules WB5 and after look at. */
static bool is_passed_over(enum word_class class)
{
    return class == EXTEND || class == FORMAT || class == JOINER;
}

static bool is_letter(enum word_class class)
{
    return class == LETTER || class == HEBREW;
}

/* What the rules know when they decide whether a segment goes on. */
struct sight
{
    struct text text;
    size_t after; /* where the text goes on behind the next character */
    uint32_t next_code;
    enum word_class next;   /* class of the next character */
    enum word_class direct; /* class of the character just before it */
    enum word_class left;   /* the same, but for what is passed over */
    enum word_class beyond; /* what stands left of a mark within a word, when left is one */
    bool regional_is_open;  /* an odd number of regional indicators stands to the left */
};

/* The class behind the next character, but for what is passed over. */
static enum word_class
look_further(const struct sight *sight)
{
    for (size_t at = sight->after; at < sight->text.length;) {
        const struct utf8_character one = read_at(sight->text, at);
        const enum word_class class = class_of(one.code);
        if (!is_passed_over(class))
            return class;
        at += one.length;
    }
    return OTHER;
}

static bool is_mid_letter(enum word_class class)
{
    return class == MID_LETTER || class == MID_BOTH || class == SINGLE_QUOTE;
}

static bool is_mid_number(enum word_class class)
{
    return class == MID_NUMBER || class == MID_BOTH || class == SINGLE_QUOTE;
}

/* WB5 to WB7c, where a letter is left of the next character. */
static bool
letter_goes_on(const struct sight *sight)
{
    if (is_letter(sight->next) || sight->next == NUMBER || sight->next == LOW_LINE)
        return true;
    if (sight->left == HEBREW && sight->next == SINGLE_QUOTE)
        return true;
    if (is_mid_letter(sight->next))
        return is_letter(look_further(sight));
    return sight->left == HEBREW && sight->next == DOUBLE_QUOTE && look_further(sight) == HEBREW;
}

/* WB8 to WB12, where a number is left of the next character. */
static bool
number_goes_on(const struct sight *sight)
{
    if (is_letter(sight->next) || sight->next == NUMBER || sight->next == LOW_LINE)
        return true;
    return is_mid_number(sight->next) && look_further(sight) == NUMBER;
}

/*
 * WB7, WB7c and WB11: a mark is left of the next character, and what is left of the mark let it
 * pass.
 */
static bool
mark_goes_on(const struct sight *sight)
{
    if (is_letter(sight->beyond) && is_letter(sight->next))
        return is_mid_letter(sight->left) || sight->left == DOUBLE_QUOTE;
    return sight->beyond == NUMBER && sight->next == NUMBER && is_mid_number(sight->left);
}

/* WB5 to WB999. */
static bool
word_goes_on(const struct sight *sight)
{
    switch (sight->left) {
    case LETTER:
    case HEBREW:
        return letter_goes_on(sight);
    case NUMBER:
        return number_goes_on(sight);
    case KATAKANA:
        return sight->next == KATAKANA || sight->next == LOW_LINE;
    case LOW_LINE:
        return is_letter(sight->next) || sight->next == NUMBER || sight->next == KATAKANA ||
               sight->next == LOW_LINE;
    case REGIONAL:
        return sight->next == REGIONAL && sight->regional_is_open;
    default:
        return mark_goes_on(sight);
    }
}

/* WB3 to WB4, then the rest. */
static bool
goes_on(const struct sight *sight)
{
    if (sight->direct == CR && sight->next == LF)
        return true;
    if (is_line_end(sight->direct) || is_line_end(sight->next))
        return false;
    if (sight->direct == JOINER &&
        u_hasBinaryProperty((UChar32)sight->next_code, UCHAR_EXTENDED_PICTOGRAPHIC))
        return true;
    if (sight->direct == SPACE && sight->next == SPACE)
        return true;
    return is_passed_over(sight->next) || word_goes_on(sight);
}

/* Steps over the next character, which belongs to the segment. */
static void
step(struct sight *sight)
{
    sight->direct = sight->next;
    if (is_passed_over(sight->next))
        return;
    sight->beyond = sight->left;
    sight->left = sight->next;
    sight->regional_is_open = sight->next == REGIONAL && !sight->regional_is_open;
}

bool
words_next(struct word_breaks *breaks, struct text *segment, bool *is_word)
{
    struct sight sight = {.text = breaks->text, .after = breaks->at};
    const size_t start = breaks->at;
    *is_word = false;
    if (start >= breaks->text.length)
        return false;
    for (bool first = true; sight.after < sight.text.length; first = false) {
        const struct utf8_character one = read_at(sight.text, sight.after);
        sight.next_code = one.code;
        sight.next = class_of(one.code);
        sight.after += one.length;
        if (!first && !goes_on(&sight))
            break;
        if (first)
            sight.left = sight.next;
        step(&sight);
        *is_word = *is_word || words_has_letter_or_digit(one.code);
        breaks->at = sight.after;
    }
    *segment = (struct text){breaks->text.bytes + start, breaks->at - start};
    return true;
}
