/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/memory.h"

enum
{
    HYPHEN = 0x2010, /* the non-breaking hyphen is folded to this one */
    GROWTH = 18      /* NFKC case folding makes a text at most this many times longer */
};

enum intv_status
fold_prepare(void)
{
    UErrorCode error = U_ZERO_ERROR;
    unorm2_getNFKCCasefoldInstance(&error);
    unorm2_getNFDInstance(&error);
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

/* Takes the combining marks out, in place; the hyphen that is no ASCII becomes the one that is. */
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
                units[kept++] = units[i] == HYPHEN ? '-' : units[i];
    }
    return kept;
}

struct unicode_room
{
    UChar *one;
    UChar *other;
    int32_t size;
};

static bool
fold_units(const struct unicode_room *room, struct text text, int32_t *length)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t units = 0;
    const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&error);
    const UNormalizer2 *decompose = unorm2_getNFDInstance(&error);
    u_strFromUTF8WithSub(room->one, room->size, &units, text.bytes, (int32_t)text.length, 0xFFFD,
                         NULL, &error);
    units = unorm2_normalize(casefold, room->one, units, room->other, room->size, &error);
    units = unorm2_normalize(decompose, room->other, units, room->one, room->size, &error);
    if (U_FAILURE(error))
        return false;
    *length = drop_marks(room->one, units);
    return true;
}

static enum intv_status
fold_unicode(struct text text, char **folded, size_t *length)
{
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    struct unicode_room room = {NULL, NULL, 0};
    int32_t units = 0;
    int32_t bytes = 0;
    UErrorCode error = U_ZERO_ERROR;
    if (text.length > INT32_MAX / (GROWTH * 4))
        return INTV_ERROR_LIMIT;
    room.size = (int32_t)text.length * GROWTH + 1;
    room.one = memory_new((size_t)room.size, sizeof(*room.one));
    room.other = memory_new((size_t)room.size, sizeof(*room.other));
    if (room.one == NULL || room.other == NULL)
        goto out;
    status = INTV_ERROR_INTERNAL;
    if (!fold_units(&room, text, &units))
        goto out;
    status = INTV_ERROR_NO_MEMORY;
    *folded = memory_new((size_t)units * 3 + 1, 1);
    if (*folded == NULL)
        goto out;
    u_strToUTF8WithSub(*folded, units * 3 + 1, &bytes, room.one, units, 0xFFFD, NULL, &error);
    *length = squeeze(*folded, (size_t)bytes);
    (*folded)[*length] = '\0';
    status = INTV_OK;
out:
    memory_free(room.one);
    memory_free(room.other);
    return status;
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
