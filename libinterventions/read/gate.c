/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Three layers: gate_push() skips runs of plain ASCII that change nothing; take_byte() puts
 * characters together and refuses the bad ones; one function per state looks at the markup.
 */
#include "read/gate.h"

#include "read/gate_steps.h"
#include "read/plain.h"

#include <string.h>

enum
{
    BYTE_ORDER_MARK = 0xFEFF
};

static const struct gate_limits defaults = {
    .depth = 32,
    .attributes_per_tag = 64,
    .tag_bytes = 65536,
    .text_bytes = 1048576,
    .comment_bytes = 65536,
};

/* Keeps the first fault. */
void
gate_fail(struct gate *gate, enum gate_fault fault, struct gate_position position, uint64_t value)
{
    if (gate->fault != GATE_OK)
        return;
    gate->fault = fault;
    gate->fault_position = position;
    gate->fault_value = value;
}

static void
count_tag(struct gate *gate, uint32_t width)
{
    gate->markup_bytes += width;
    if (gate->markup_bytes > gate->limits.tag_bytes)
        gate_fail(gate, GATE_TAG_SIZE, gate->markup, gate->limits.tag_bytes);
}

void
gate_count_comment(struct gate *gate, uint32_t width)
{
    gate->markup_bytes += width;
    if (gate->markup_bytes > gate->limits.comment_bytes)
        gate_fail(gate, GATE_COMMENT_SIZE, gate->markup, gate->limits.comment_bytes);
}

/* Text begins at its first character, or at the '<' of the CDATA it begins with. */
static void
count_text(struct gate *gate, uint64_t width)
{
    if (gate->text_bytes == 0 && gate->state == TEXT)
        gate->text = gate->position;
    gate->text_bytes += width;
    if (gate->text_bytes > gate->limits.text_bytes)
        gate_fail(gate, GATE_TEXT_SIZE, gate->text, gate->limits.text_bytes);
}

/* ---- one function per state: what a character does there ---- */

static void
open_markup(struct gate *gate)
{
    gate->markup = gate->position;
    gate->markup_bytes = 1;
    gate->matched = 0;
    gate->state = OPEN;
}

static void
step_leading(struct gate *gate, uint32_t c, uint32_t width)
{
    (void)width;
    if (c == '<')
        open_markup(gate);
    else if (!is_space(c))
        gate_fail(gate, GATE_NOT_XML, gate->position, c);
}

static void
step_text(struct gate *gate, uint32_t c, uint32_t width)
{
    if (c == '<')
        open_markup(gate);
    else
        count_text(gate, width);
}

static void
close_tag(struct gate *gate, bool empty)
{
    if (gate->end_tag && gate->depth > 0)
        gate->depth--;
    else if (!gate->end_tag && !empty)
        gate->depth++;
    gate->text_bytes = 0;
    gate->state = TEXT;
}

/* What a character in a tag does, its size apart. */
static void
turn_in_tag(struct gate *gate, uint32_t c)
{
    const bool after_slash = gate->after_slash;

    gate->after_slash = c == '/';
    if (gate->state == QUOTED) {
        gate->state = c == gate->quote ? TAG : QUOTED;
    } else if (c == '>') {
        close_tag(gate, after_slash);
    } else if (c == '"' || c == '\'') {
        gate->quote = (uint8_t)c;
        gate->state = QUOTED;
    } else if (c == '=' && ++gate->attributes > gate->limits.attributes_per_tag) {
        gate_fail(gate, GATE_ATTRIBUTES, gate->markup, gate->limits.attributes_per_tag);
    }
}

static void
step_tag(struct gate *gate, uint32_t c, uint32_t width)
{
    count_tag(gate, width);
    turn_in_tag(gate, c);
}

static void
open_tag(struct gate *gate, bool end_tag)
{
    gate->end_tag = end_tag;
    gate->attributes = 0;
    gate->state = TAG;
}

static void
step_open(struct gate *gate, uint32_t c, uint32_t width)
{
    if (c == '/') {
        open_tag(gate, true);
        count_tag(gate, width);
    } else if (c == '!') {
        gate->state = MARKED;
        gate->markup_bytes += width;
    } else if (c == '?') {
        const bool first = gate->markup.line == 1 && gate->markup.column == 1;
        gate->state = first ? XML_TARGET : INSTRUCTION;
        gate_count_comment(gate, width);
    } else if (gate->depth >= gate->limits.depth) {
        gate_fail(gate, GATE_DEPTH, gate->markup, gate->limits.depth);
    } else {
        open_tag(gate, false);
        gate->start_tag_found = true;
        step_tag(gate, c, width);
    }
}

/* What may follow "<!", and what it opens. */
static const struct
{
    const char *characters;
    enum state state;
    enum gate_fault fault;
} openings[] = {
    {"--", COMMENT, GATE_OK},
    {"[CDATA[", CDATA, GATE_OK},
    {"DOCTYPE", TEXT, GATE_DOCTYPE},
};
enum
{
    OPENINGS = sizeof openings / sizeof openings[0]
};

static void
enter_opening(struct gate *gate)
{
    gate->state = (uint8_t)openings[gate->opening].state;
    gate->matched = 0;
    if (openings[gate->opening].fault != GATE_OK)
        gate_fail(gate, openings[gate->opening].fault, gate->markup, 0);
    else if (gate->state == COMMENT)
        gate_count_comment(gate, 0);
    else if (gate->text_bytes == 0)
        gate->text = gate->markup;
}

static void
step_marked(struct gate *gate, uint32_t c, uint32_t width)
{
    if (gate->matched == 0)
        for (gate->opening = 0; gate->opening < OPENINGS; gate->opening++)
            if (c == (unsigned char)openings[gate->opening].characters[0])
                break;

    gate->markup_bytes += width;
    if (gate->opening == OPENINGS ||
        c != (unsigned char)openings[gate->opening].characters[gate->matched])
        gate_fail(gate, GATE_DECLARATION, gate->markup, 0);
    else if (openings[gate->opening].characters[++gate->matched] == '\0')
        enter_opening(gate);
}

/* Follows the end of a comment, CDATA or instruction: `count` times `sign`, then '>'. */
static bool
is_end(struct gate *gate, uint32_t c, uint32_t sign, uint8_t count)
{
    const bool ended = c == '>' && gate->matched == count;

    if (c != sign)
        gate->matched = 0;
    else if (gate->matched < count)
        gate->matched++;
    if (ended)
        gate->state = TEXT;
    return ended;
}

static void
step_comment(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    is_end(gate, c, '-', 2);
}

void
gate_step_instruction(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    is_end(gate, c, '?', 1);
}

/* A bracket counts as text only once it is known not to belong to the end. */
static void
step_cdata(struct gate *gate, uint32_t c, uint32_t width)
{
    const uint32_t brackets = gate->matched;

    if (!is_end(gate, c, ']', 2))
        count_text(gate, brackets + width - gate->matched);
}

static void (*const steps[])(struct gate *gate, uint32_t c, uint32_t width) = {
    [LEADING] = step_leading,
    [TEXT] = step_text,
    [OPEN] = step_open,
    [MARKED] = step_marked,
    [TAG] = step_tag,
    [QUOTED] = step_tag,
    [COMMENT] = step_comment,
    [CDATA] = step_cdata,
    [INSTRUCTION] = gate_step_instruction,
    [XML_TARGET] = gate_step_xml_target,
    [XML_BETWEEN] = gate_step_xml_between,
    [XML_NAME] = gate_step_xml_name,
    [XML_EQUALS] = gate_step_xml_equals,
    [XML_VALUE] = gate_step_xml_value,
    [XML_MARK] = gate_step_xml_mark,
};

/* ---- characters ---- */

static void
add_columns(struct gate *gate, uint64_t count)
{
    const uint32_t left = UINT32_MAX - gate->position.column;

    gate->position.column += count < left ? (uint32_t)count : left;
}

static void
advance(struct gate *gate, uint32_t c)
{
    const bool after_cr = gate->after_cr;

    gate->after_cr = c == '\r';
    if (c == '\r' || (c == '\n' && !after_cr)) {
        gate->position.line += gate->position.line < UINT32_MAX;
        gate->position.column = 1;
    } else if (c != '\n') {
        add_columns(gate, 1);
    }
}

static bool
is_forbidden(uint32_t c)
{
    if (c < 0x20)
        return !is_space(c);
    return (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE;
}

/* What only the beginning of a document can hold; says whether the character is done with. */
static bool
take_beginning(struct gate *gate, uint32_t c)
{
    const bool first = gate->characters++ == 0;

    if (c == 0)
        gate_fail(gate, GATE_ENCODING, gate->position, c); /* UTF-16 or UTF-32 */
    return c == 0 || (c == BYTE_ORDER_MARK && first);
}

static void
take_character(struct gate *gate, uint32_t c, uint32_t width)
{
    if (gate->characters < 2 && take_beginning(gate, c))
        return;
    if (is_forbidden(c)) {
        gate_fail(gate, GATE_FORBIDDEN_CHARACTER, gate->position, c);
        return;
    }
    steps[gate->state](gate, c, width);
    if (gate->fault == GATE_OK)
        advance(gate, c);
}

/* The first bytes of well-formed characters: how many bytes, and what the second may be. */
static const struct
{
    uint8_t first, last, width, lowest, highest;
} leads[] = {
    {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
};
enum
{
    LEADS = sizeof leads / sizeof leads[0]
};

static void
begin_character(struct gate *gate, unsigned char byte)
{
    for (size_t i = 0; i < LEADS; i++) {
        if (byte >= leads[i].first && byte <= leads[i].last) {
            gate->width = leads[i].width;
            gate->missing = (uint8_t)(gate->width - 1);
            gate->lowest = leads[i].lowest;
            gate->highest = leads[i].highest;
            gate->code_point = byte & (0x7Fu >> gate->width);
            return;
        }
    }
    if (gate->characters == 0 && byte >= 0xFE)
        gate_fail(gate, GATE_ENCODING, gate->position, byte); /* UTF-16 or UTF-32 */
    else
        gate_fail(gate, GATE_BAD_UTF8, gate->position, byte);
}

static void
continue_character(struct gate *gate, unsigned char byte)
{
    if (byte < gate->lowest || byte > gate->highest) {
        gate_fail(gate, GATE_BAD_UTF8, gate->position, byte);
        return;
    }
    gate->code_point = gate->code_point << 6 | (byte & 0x3Fu);
    gate->lowest = 0x80;
    gate->highest = 0xBF;
    if (--gate->missing == 0)
        take_character(gate, gate->code_point, gate->width);
}

static void
take_byte(struct gate *gate, unsigned char byte)
{
    if (gate->missing > 0)
        continue_character(gate, byte);
    else if (byte < 0x80)
        take_character(gate, byte, 1);
    else
        begin_character(gate, byte);
}

/* ---- runs of plain bytes ---- */

static size_t
length_within(uint64_t limit, uint64_t counted, size_t size)
{
    const uint64_t room = counted < limit ? limit - counted : 0;

    return size < room ? size : (size_t)room;
}

static size_t
skip_text(struct gate *gate, unsigned char stop, const unsigned char *bytes, size_t size)
{
    const size_t most = length_within(gate->limits.text_bytes, gate->text_bytes, size);
    const size_t length = plain_before(stop, bytes, most);

    if (length > 0)
        count_text(gate, length);
    return length;
}

static size_t
skip_comment(struct gate *gate, unsigned char stop, const unsigned char *bytes, size_t size)
{
    const size_t most = length_within(gate->limits.comment_bytes, gate->markup_bytes, size);
    const size_t length = gate->matched > 0 ? 0 : plain_before(stop, bytes, most);

    gate->markup_bytes += length;
    return length;
}

static size_t
skip_in_tag(struct gate *gate, const unsigned char *bytes, size_t size)
{
    const size_t length =
        gate->state == TAG ? plain_in_tag(bytes, size) : plain_before(gate->quote, bytes, size);

    if (length > 0)
        gate->after_slash = false;
    return length;
}

/* Goes on to the end of the tag, or to a character in it that is not printable ASCII. */
static size_t
skip_tag(struct gate *gate, const unsigned char *bytes, size_t size)
{
    const size_t most = length_within(gate->limits.tag_bytes, gate->markup_bytes, size);
    size_t length = 0;

    while (gate->state != TEXT) {
        length += skip_in_tag(gate, bytes + length, most - length);
        if (length == most || !plain_is_printable(bytes[length]))
            break;
        turn_in_tag(gate, bytes[length]);
        if (gate->fault != GATE_OK)
            break;
        length++;
    }
    gate->markup_bytes += length;
    return length;
}

/* Takes as many bytes as can be taken together; gives their number. */
static size_t
skip_run(struct gate *gate, const unsigned char *bytes, size_t size)
{
    switch (gate->state) {
    case TEXT:
        return skip_text(gate, '<', bytes, size);
    case CDATA:
        return gate->matched > 0 ? 0 : skip_text(gate, ']', bytes, size);
    case TAG:
    case QUOTED:
        return skip_tag(gate, bytes, size);
    case COMMENT:
        return skip_comment(gate, '-', bytes, size);
    case INSTRUCTION:
        return skip_comment(gate, '?', bytes, size);
    default:
        return 0;
    }
}

static size_t
skip(struct gate *gate, const unsigned char *bytes, size_t size)
{
    size_t length;

    if (gate->missing > 0 || !plain_is_printable(bytes[0]))
        return 0;
    length = skip_run(gate, bytes, size);
    if (length > 0) {
        add_columns(gate, length);
        gate->after_cr = false;
    }
    return length;
}

/* ---- the gate ---- */

void
gate_init(struct gate *gate, const struct gate_limits *limits)
{
    memset(gate, 0, sizeof *gate);
    gate->limits = limits ? *limits : defaults;
    gate->position = (struct gate_position){1, 1};
    gate->state = LEADING;
}

/* Whether the byte after '<' makes it a start tag. */
static bool
begins_start_tag(const struct gate *gate, unsigned char byte)
{
    return gate->state == OPEN && byte != '/' && byte != '!' && byte != '?';
}

size_t
gate_push(struct gate *gate, const unsigned char *bytes, size_t size, struct gate_position *tags,
          size_t capacity, size_t *tag_count)
{
    size_t at = 0;

    while (at < size && gate->fault == GATE_OK) {
        at += skip(gate, bytes + at, size - at);
        if (at == size || gate->fault != GATE_OK ||
            (*tag_count >= capacity && begins_start_tag(gate, bytes[at])))
            break;
        take_byte(gate, bytes[at]);
        if (gate->fault != GATE_OK)
            break;
        at++;
        if (gate->start_tag_found) {
            tags[(*tag_count)++] = gate->markup;
            gate->start_tag_found = false;
        }
    }
    return at;
}

enum gate_fault
gate_finish(struct gate *gate)
{
    if (gate->fault == GATE_OK && gate->state == LEADING && gate->missing == 0)
        gate_fail(gate, GATE_EMPTY, gate->position, 0);
    else if (gate->fault == GATE_OK &&
             (gate->state != TEXT || gate->missing > 0 || gate->depth > 0))
        gate_fail(gate, GATE_TRUNCATED, gate->position, gate->depth);
    return gate->fault;
}
