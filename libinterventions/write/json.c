/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/json.h"

#include "base/utf8.h"

enum
{
    FIRST_PAIRED = 0x10000
};

void
json_begin(struct json *json, struct intv_output *output, uint32_t flags)
{
    *json = (struct json){.output = output,
                          .start = intv_output_get_length(output),
                          .status = INTV_OK,
                          .is_pretty = (flags & INTV_WRITE_PRETTY) != 0};
}

enum intv_status
json_finish(struct json *json)
{
    if (json->depth > 0 || json->has_key || json->output->length == json->start)
        json_fail(json, INTV_ERROR_INTERNAL);
    if (json->status != INTV_OK)
        output_truncate(json->output, json->start);
    return json->status;
}

void
json_fail(struct json *json, enum intv_status status)
{
    if (json->status == INTV_OK)
        json->status = status;
}

/* ---- bytes ---- */

static void
put(struct json *json, struct text text)
{
    if (json->status == INTV_OK && !output_append(json->output, text))
        json->status = INTV_ERROR_NO_MEMORY;
}

static void
put_string(struct json *json, const char *string)
{
    put(json, text_of(string));
}

static void
put_line_end(struct json *json)
{
    static const char SPACES[] = "                                ";
    if (!json->is_pretty)
        return;
    put_string(json, "\n");
    for (size_t left = 2 * (size_t)json->depth; left > 0;) {
        const size_t part = left < sizeof(SPACES) - 1 ? left : sizeof(SPACES) - 1;
        put(json, (struct text){SPACES, part});
        left -= part;
    }
}

static void
put_escape(struct json *json, uint32_t unit)
{
    static const char HEX[] = "0123456789ABCDEF";
    char escape[] = "\\u0000";
    for (unsigned i = 0; i < 4; i++)
        escape[5 - i] = HEX[unit >> (4 * i) & 0xF];
    put_string(json, escape);
}

/* ---- characters ---- */

struct character_range
{
    uint32_t first;
    uint32_t last;
};

/* In order. What a string may not hold, and what could harm where it is shown or pasted. */
static const struct character_range ESCAPED[] = {
    {0x00, 0x1F},       /* control characters */
    {'"', '"'},         /* end of the string */
    {'&', '&'},         /* with < and >: so that a document can stand inside a page */
    {'<', '<'},         /* start of a tag */
    {'>', '>'},         /* end of a tag */
    {'\\', '\\'},       /* start of an escape */
    {0x7F, 0x9F},       /* DEL and the C1 control characters */
    {0x061C, 0x061C},   /* Arabic letter mark */
    {0x200B, 0x200F},   /* zero width, direction marks */
    {0x2028, 0x202E},   /* line and paragraph separator, embedding and override of direction */
    {0x2060, 0x206F},   /* invisible marks, isolation of direction */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFF9, 0xFFFB},   /* interlinear annotation */
    {0xFFFD, 0xFFFD},   /* replacement */
    {0xE0000, 0xE007F}, /* invisible tags */
};

bool
json_is_escaped(uint32_t code)
{
    size_t i = 0;
    while (i < sizeof(ESCAPED) / sizeof(ESCAPED[0]) - 1 && ESCAPED[i].last < code)
        i++;
    return code >= ESCAPED[i].first && code <= ESCAPED[i].last;
}

static void
put_escaped_character(struct json *json, uint32_t code)
{
    if (code == '"' || code == '\\') {
        const char escape[] = {'\\', (char)code};
        put(json, (struct text){escape, sizeof(escape)});
    } else if (code < FIRST_PAIRED) {
        put_escape(json, code);
    } else {
        put_escape(json, 0xD800 + ((code - FIRST_PAIRED) >> 10));
        put_escape(json, 0xDC00 + ((code - FIRST_PAIRED) & 0x3FF));
    }
}

/* What needs no escape is put in pieces that are as long as possible. */
static void
put_quoted(struct json *json, struct text text)
{
    size_t done = 0;
    size_t i = 0;
    put_string(json, "\"");
    while (i < text.length) {
        const struct utf8_character character =
            utf8_read((struct text){text.bytes + i, text.length - i});
        if (json_is_escaped(character.code)) {
            put(json, (struct text){text.bytes + done, i - done});
            put_escaped_character(json, character.code);
            done = i + character.length;
        }
        i += character.length;
    }
    put(json, (struct text){text.bytes + done, text.length - done});
    put_string(json, "\"");
}

/* ---- structure ---- */

static uint64_t
bit_of_depth(const struct json *json)
{
    return UINT64_C(1) << (json->depth - 1);
}

static bool
is_in_object(const struct json *json)
{
    return json->depth > 0 && (json->objects & bit_of_depth(json)) != 0;
}

/* Comma and line end before what comes next in an object or array. */
static void
put_separator(struct json *json)
{
    if (json->depth == 0)
        return;
    if ((json->filled & bit_of_depth(json)) != 0)
        put_string(json, ",");
    json->filled |= bit_of_depth(json);
    put_line_end(json);
}

/* What must stand before a value; false when no value may stand here. */
static bool
start_value(struct json *json)
{
    const bool has_place =
        json->depth > 0 ? is_in_object(json) == json->has_key : json->output->length == json->start;
    if (!has_place)
        json_fail(json, INTV_ERROR_INTERNAL);
    if (json->status != INTV_OK)
        return false;
    if (!json->has_key)
        put_separator(json);
    json->has_key = false;
    return true;
}

static void
open_structure(struct json *json, bool is_object)
{
    if (json->depth == JSON_MOST_DEPTH)
        json_fail(json, INTV_ERROR_INTERNAL);
    if (!start_value(json))
        return;
    put_string(json, is_object ? "{" : "[");
    json->depth++;
    json->filled &= ~bit_of_depth(json);
    json->objects &= ~bit_of_depth(json);
    if (is_object)
        json->objects |= bit_of_depth(json);
}

void
json_open_object(struct json *json)
{
    open_structure(json, true);
}

void
json_open_array(struct json *json)
{
    open_structure(json, false);
}

void
json_close(struct json *json)
{
    if (json->depth == 0 || json->has_key)
        json_fail(json, INTV_ERROR_INTERNAL);
    if (json->status != INTV_OK)
        return;
    const bool is_object = is_in_object(json);
    const bool is_filled = (json->filled & bit_of_depth(json)) != 0;
    json->depth--;
    if (is_filled)
        put_line_end(json);
    put_string(json, is_object ? "}" : "]");
}

void
json_key(struct json *json, const char *key)
{
    if (!is_in_object(json) || json->has_key)
        json_fail(json, INTV_ERROR_INTERNAL);
    if (json->status != INTV_OK)
        return;
    put_separator(json);
    put_quoted(json, text_of(key));
    put_string(json, json->is_pretty ? ": " : ":");
    json->has_key = true;
}

/* ---- values ---- */

void
json_text(struct json *json, struct text text)
{
    if (start_value(json))
        put_quoted(json, text);
}

void
json_string(struct json *json, const char *string)
{
    json_text(json, text_of(string));
}

/* Digits of its own: text_of_number() stops at INT64_MAX. */
static void
put_digits(struct json *json, uint64_t number)
{
    char digits[20]; /* as many as 2^64 - 1 has */
    size_t start = sizeof(digits);
    do {
        digits[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    put(json, (struct text){digits + start, sizeof(digits) - start});
}

void
json_unsigned(struct json *json, uint64_t number)
{
    if (start_value(json))
        put_digits(json, number);
}

void
json_integer(struct json *json, int64_t number)
{
    if (!start_value(json))
        return;
    if (number < 0)
        put_string(json, "-");
    put_digits(json, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

static void
put_word(struct json *json, const char *word)
{
    if (start_value(json))
        put_string(json, word);
}

void
json_boolean(struct json *json, bool value)
{
    put_word(json, value ? "true" : "false");
}

void
json_null(struct json *json)
{
    put_word(json, "null");
}

/* Strings hold no line ends of their own, so every one is that of a value. */
void
json_document(struct json *json, struct text document)
{
    struct text line;
    if (!start_value(json) || !text_next_part(&document, '\n', &line))
        return;
    put(json, line);
    while (text_next_part(&document, '\n', &line)) {
        put_line_end(json);
        put(json, line);
    }
}

void
json_string_or_null(struct json *json, const char *string)
{
    if (string[0] != '\0')
        json_string(json, string);
    else
        json_null(json);
}

/* ---- key and value ---- */

void
json_key_string(struct json *json, const char *key, const char *string)
{
    json_key(json, key);
    json_string(json, string);
}

void
json_key_string_or_null(struct json *json, const char *key, const char *string)
{
    json_key(json, key);
    json_string_or_null(json, string);
}

void
json_key_unsigned(struct json *json, const char *key, uint64_t number)
{
    json_key(json, key);
    json_unsigned(json, number);
}

void
json_key_boolean(struct json *json, const char *key, bool value)
{
    json_key(json, key);
    json_boolean(json, value);
}

void
json_key_null(struct json *json, const char *key)
{
    json_key(json, key);
    json_null(json);
}

void
json_key_object(struct json *json, const char *key)
{
    json_key(json, key);
    json_open_object(json);
}

void
json_key_array(struct json *json, const char *key)
{
    json_key(json, key);
    json_open_array(json);
}
