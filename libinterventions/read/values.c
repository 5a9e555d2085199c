/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/values.h"

bool
value_is_country(struct text written)
{
    return written.length == 2 && text_is_upper(written.bytes[0]) &&
           text_is_upper(written.bytes[1]);
}

static bool
begins_with(struct text text, const char *beginning)
{
    const size_t length = strlen(beginning);
    return text.length > length && memcmp(text.bytes, beginning, length) == 0;
}

bool
value_is_url(struct text written)
{
    if (!begins_with(written, "https://") && !begins_with(written, "http://"))
        return false;
    for (size_t i = 0; i < written.length; i++) {
        const unsigned char c = (unsigned char)written.bytes[i];
        if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '`' || c == 0x7F)
            return false;
    }
    return true;
}

/* The bytes are known to be UTF-8. */
static size_t
decode(const unsigned char *bytes, uint32_t *code_point)
{
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        return 1;
    }
    if (bytes[0] < 0xE0) {
        *code_point = ((bytes[0] & 0x1FU) << 6) | (bytes[1] & 0x3FU);
        return 2;
    }
    if (bytes[0] < 0xF0) {
        *code_point = ((bytes[0] & 0x0FU) << 12) | ((bytes[1] & 0x3FU) << 6) | (bytes[2] & 0x3FU);
        return 3;
    }
    *code_point = ((bytes[0] & 0x07U) << 18) | ((bytes[1] & 0x3FU) << 12) |
                  ((bytes[2] & 0x3FU) << 6) | (bytes[3] & 0x3FU);
    return 4;
}

bool
value_is_forbidden(uint32_t code_point)
{
    if (code_point < 0x20)
        return code_point != '\t' && code_point != '\n' && code_point != '\r';
    return (code_point >= 0x7F && code_point <= 0x9F) || (code_point & 0xFFFE) == 0xFFFE;
}

uint32_t
value_forbidden_character(struct text text)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    for (size_t i = 0; i < text.length;) {
        uint32_t code_point = 0;
        if (bytes[i] >= ' ' && bytes[i] < 0x7F) {
            i++;
            continue;
        }
        i += decode(bytes + i, &code_point);
        if (value_is_forbidden(code_point))
            return code_point != 0 ? code_point : 0xFFFF;
    }
    return 0;
}

size_t
value_collapse(char *bytes, size_t length)
{
    size_t kept = 0;
    bool space = false;
    for (size_t i = 0; i < length; i++) {
        if (text_is_space(bytes[i])) {
            space = kept > 0;
            continue;
        }
        if (space)
            bytes[kept++] = ' ';
        space = false;
        bytes[kept++] = bytes[i];
    }
    return kept;
}
