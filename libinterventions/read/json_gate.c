/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/json_gate.h"

#include "base/utf8.h"
#include "read/json_limits.h"
#include "read/values.h"

enum
{
    BYTE_ORDER_MARK = 0xFEFF,
    ESCAPE_LENGTH = 6 /* of \uXXXX */
};

struct gate_of_json
{
    struct text rest; /* from the next character on */
    const char *start;
    uint64_t depth;
    bool in_string;
    struct json_fault *fault;
};

static bool
fail(struct gate_of_json *gate, enum diagnostic code, struct text word)
{
    const size_t length = word.length < JSON_FAULT_WORD ? word.length : JSON_FAULT_WORD - 1;
    gate->fault->code = code;
    gate->fault->offset = (size_t)(gate->rest.bytes - gate->start);
    memcpy(gate->fault->word, word.bytes, length);
    gate->fault->word[length] = '\0';
    return false;
}

static bool
refuse_character(struct gate_of_json *gate, uint32_t code)
{
    char name[CODE_POINT_SIZE];
    return fail(gate, DIAGNOSTIC_JSON_FORBIDDEN_CHARACTER, text_of_code_point(code, name));
}

static bool
skip(struct gate_of_json *gate, size_t length)
{
    gate->rest.bytes += length;
    gate->rest.length -= length;
    return true;
}

/* ---- escapes ---- */

static int
hex_value(char c)
{
    if (text_is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The number behind \u; false when there is no such escape at the offset. */
static bool
read_unit(struct text rest, size_t offset, uint32_t *unit)
{
    *unit = 0;
    if (rest.length < offset + ESCAPE_LENGTH || rest.bytes[offset] != '\\' ||
        rest.bytes[offset + 1] != 'u')
        return false;
    for (size_t i = offset + 2; i < offset + ESCAPE_LENGTH; i++) {
        const int digit = hex_value(rest.bytes[i]);
        if (digit < 0)
            return false;
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

static struct text
cut_escape(const struct gate_of_json *gate, size_t most)
{
    struct text escape = {gate->rest.bytes, 0};
    while (escape.length < most && escape.length < gate->rest.length &&
           gate->rest.bytes[escape.length] > ' ' && gate->rest.bytes[escape.length] <= '~')
        escape.length++;
    return escape;
}

/* Whether the document ends inside an escape \uXXXX that begins at the offset. */
static bool
is_cut_off(struct text rest, size_t offset)
{
    const size_t left = rest.length - offset;
    return left < ESCAPE_LENGTH && (left == 0 || rest.bytes[offset] == '\\') &&
           (left < 2 || rest.bytes[offset + 1] == 'u');
}

/* \uXXXX, or two of them that are a pair. What is cut off is left to the parser. */
static bool
take_unit(struct gate_of_json *gate)
{
    uint32_t unit;
    uint32_t other;
    size_t length = ESCAPE_LENGTH;
    if (is_cut_off(gate->rest, 0))
        return skip(gate, gate->rest.length);
    if (!read_unit(gate->rest, 0, &unit))
        return fail(gate, DIAGNOSTIC_JSON_BAD_ESCAPE, cut_escape(gate, ESCAPE_LENGTH));
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        if (unit <= 0xDBFF && is_cut_off(gate->rest, ESCAPE_LENGTH))
            return skip(gate, gate->rest.length);
        if (unit > 0xDBFF || !read_unit(gate->rest, ESCAPE_LENGTH, &other) || other < 0xDC00 ||
            other > 0xDFFF)
            return fail(gate, DIAGNOSTIC_JSON_LONE_SURROGATE, cut_escape(gate, ESCAPE_LENGTH));
        unit = 0x10000 + ((unit & 0x3FF) << 10 | (other & 0x3FF));
        length = 2 * ESCAPE_LENGTH;
    }
    if (unit == 0 || value_is_forbidden(unit))
        return refuse_character(gate, unit);
    return skip(gate, length);
}

static bool
take_escape(struct gate_of_json *gate)
{
    if (gate->rest.length < 2)
        return skip(gate, gate->rest.length); /* cut off: the parser says so */
    switch (gate->rest.bytes[1]) {
    case 'u':
        return take_unit(gate);
    case 'b':
        return refuse_character(gate, 0x08);
    case 'f':
        return refuse_character(gate, 0x0C);
    case '"':
    case '\\':
    case '/':
    case 'n':
    case 'r':
    case 't':
        return skip(gate, 2);
    default:
        return fail(gate, DIAGNOSTIC_JSON_BAD_ESCAPE, cut_escape(gate, 2));
    }
}

/* ---- characters ---- */

static bool
take_in_string(struct gate_of_json *gate, struct utf8_character character)
{
    if (character.code == '\\')
        return take_escape(gate);
    if (character.code < ' ')
        return refuse_character(gate, character.code);
    if (character.code == '"')
        gate->in_string = false;
    return skip(gate, character.length);
}

static bool
take_outside(struct gate_of_json *gate, struct utf8_character character)
{
    const bool opens = character.code == '{' || character.code == '[';
    const bool closes = character.code == '}' || character.code == ']';
    if (opens && gate->depth == JSON_LIMITS[JSON_LIMIT_DEPTH].value)
        return fail(gate, DIAGNOSTIC_JSON_LIMIT_REACHED,
                    text_of(JSON_LIMITS[JSON_LIMIT_DEPTH].name));
    if (opens)
        gate->depth++;
    else if (closes && gate->depth > 0)
        gate->depth--;
    else if (character.code == '"')
        gate->in_string = true;
    return skip(gate, character.length);
}

static bool
take_character(struct gate_of_json *gate)
{
    const struct utf8_character character = utf8_read(gate->rest);
    if (!character.is_valid)
        return fail(gate, DIAGNOSTIC_JSON_BAD_UTF8, text_of(""));
    if (character.code == BYTE_ORDER_MARK && gate->rest.bytes == gate->start)
        return fail(gate, DIAGNOSTIC_JSON_BYTE_ORDER_MARK, text_of(""));
    if (value_is_forbidden(character.code))
        return refuse_character(gate, character.code);
    return gate->in_string ? take_in_string(gate, character) : take_outside(gate, character);
}

bool
json_gate_pass(struct text bytes, struct json_fault *fault)
{
    struct gate_of_json gate = {.rest = bytes, .start = bytes.bytes, .fault = fault};
    while (gate.rest.length > 0)
        if (!take_character(&gate))
            return false;
    return true;
}
