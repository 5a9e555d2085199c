/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/marks.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

static bool
is_ascii(struct text text)
{
    unsigned char all = 0;
    for (size_t i = 0; i < text.length; i++)
        all |= (unsigned char)text.bytes[i];
    return all < 0x80;
}

size_t
marks_in_a_row(struct text text)
{
    const uint8_t *bytes = (const uint8_t *)text.bytes;
    size_t longest = 0;
    size_t run = 0;
    if (is_ascii(text) || text.length > INT32_MAX)
        return 0;
    for (int32_t i = 0; i < (int32_t)text.length;) {
        UChar32 c;
        U8_NEXT(bytes, i, (int32_t)text.length, c);
        run = c > 0 && u_getCombiningClass(c) != 0 ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}
