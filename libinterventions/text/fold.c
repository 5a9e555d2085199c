/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/memory.h"
#include "base/utf8.h"

enum
{
    MOST_UNITS = 18, /* of UTF-16 in the folded form of one character: U+FDFA */
    GROWTH = 11      /* folding makes a text of UTF-8 at most this many times longer: U+FDFA too */
};

enum intv_status
fold_prepare(void)
{
    UErrorCode error = U_ZERO_ERROR;
    unorm2_getNFKCCasefoldInstance(&error);
    return U_SUCCESS(error) ? INTV_OK : INTV_ERROR_INTERNAL;
}

static bool
is_ascii(struct text text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.length; i++)
        all |= (unsigned char)text.bytes[i];
    return all < 0x80;
}

static bool
is_gap(char c)
{
    return text_is_space(c) || c == '-' || c == '_';
}

/* Lower case, and one space for every gap between words; in place. */
static size_t
squeeze(char *bytes, size_t length)
{
    size_t kept = 0;
    bool gap = false;
    for (size_t i = 0; i < length; i++) {
        if (is_gap(bytes[i])) {
            gap = kept > 0;
            continue;
        }
        if (gap)
            bytes[kept++] = ' ';
        gap = false;
        bytes[kept++] = text_is_upper(bytes[i]) ? (char)(bytes[i] - 'A' + 'a') : bytes[i];
    }
    return kept;
}

/* The ASCII form of a mark that has others; the unit itself when it is no such mark. */
static UChar
plain_mark(UChar unit)
{
    switch (unit) {
    case 0x2010: /* hyphen; the non-breaking one has become this one */
        return '-';
    case 0x2018: /* curly apostrophes, and the letter that looks like one */
    case 0x2019:
    case 0x02BC:
        return '\'';
    default:
        return unit;
    }
}

/* Takes the combining marks out, in place. */
static int32_t
drop_marks(UChar *units, int32_t length)
{
    int32_t kept = 0;
    for (int32_t i = 0; i < length;) {
        const bool pair = U16_IS_LEAD(units[i]) && i + 1 < length && U16_IS_TRAIL(units[i + 1]);
        const UChar32 c =
            pair ? ((UChar32)units[i] << 10) + (UChar32)units[i + 1] - (UChar32)U16_SURROGATE_OFFSET
                 : (UChar32)units[i];
        const int32_t next = i + (pair ? 2 : 1);
        for (; i < next; i++)
            if (u_charType(c) != U_NON_SPACING_MARK)
                units[kept++] = plain_mark(units[i]);
    }
    return kept;
}

/* A code point as UTF-16; gives the number of units. */
static int32_t
write_units(uint32_t code, UChar units[2])
{
    if (code < 0x10000) {
        units[0] = (UChar)code;
        return 1;
    }
    units[0] = (UChar)(0xD7C0 + (code >> 10));
    units[1] = (UChar)(0xDC00 | (code & 0x3FF));
    return 2;
}

/*
 * One character's folding depends on no other: the decomposition of ICU's NFKC_Casefold is that
 * form decomposed, and the marks, which alone could change places, are left out.
 */
size_t
fold_character(uint32_t code, char folded[FOLD_LONGEST])
{
    UErrorCode error = U_ZERO_ERROR;
    UChar units[MOST_UNITS];
    int32_t bytes = 0;
    if (code < 0x80) {
        folded[0] = text_is_upper((char)code) ? (char)(code - 'A' + 'a') : (char)code;
        return 1;
    }
    const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&error);
    int32_t count = unorm2_getDecomposition(casefold, (UChar32)code, units, MOST_UNITS, &error);
    if (U_FAILURE(error))
        return 0;
    if (count < 0) /* the character itself */
        count = write_units(code, units);
    count = drop_marks(units, count);
    u_strToUTF8(folded, FOLD_LONGEST, &bytes, units, count, &error);
    return U_SUCCESS(error) ? (size_t)bytes : 0;
}

static enum intv_status
fold_unicode(struct text text, char **folded, size_t *length)
{
    size_t room = 0;
    size_t written = 0;
    if (__builtin_mul_overflow(text.length, GROWTH, &room) ||
        (*folded = memory_room(room + FOLD_LONGEST + 1)) == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (size_t at = 0; at < text.length;) {
        const struct utf8_character one =
            utf8_read((struct text){text.bytes + at, text.length - at});
        written += fold_character(one.code, *folded + written);
        at += one.length;
    }
    *length = squeeze(*folded, written);
    (*folded)[*length] = '\0';
    return INTV_OK;
}

enum intv_status
fold_text(struct text text, char **folded, size_t *length)
{
    *folded = NULL;
    *length = 0;
    if (!is_ascii(text))
        return fold_unicode(text, folded, length);
    *folded = memory_copy_text(text.bytes, text.length);
    if (*folded == NULL)
        return INTV_ERROR_NO_MEMORY;
    *length = squeeze(*folded, text.length);
    (*folded)[*length] = '\0';
    return INTV_OK;
}
