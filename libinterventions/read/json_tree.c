/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parser is yajl 2.1, which gives events. It does not look whether an allocation went well, so
 * it never gets memory of the system: all that it takes comes out of room that was set aside before
 * it starts, and that is more than it can take.
 *
 * How much that is (src/yajl_parser.c, yajl_lex.c, yajl_buf.c, yajl_bytestack.h of 2.1.0): a handle,
 * a lexer and the heads of two buffers, together less than 1 KiB; a stack of one byte for each depth,
 * in steps of 128, of which the gate lets one pass; and two buffers, for a string with escapes and
 * for what is cut off at the end. Each holds at most the document and one blank that the parser
 * adds. It begins with 2048 bytes and doubles while it has no more than it needs, so that it ends
 * with at most twice the document; what it had before is half of that, a quarter and so on. Together
 * that is less than four times the document for each of the two.
 */
#include "read/json_tree.h"

#include <yajl/yajl_parse.h>

#include "base/memory.h"
#include "read/json_gate.h"
#include "read/json_limits.h"

enum
{
    FIXED_ROOM = 16384, /* what does not grow with the document */
    GROWING_ROOM = 8,   /* two buffers, each four times the document */
    ALIGNMENT = 16,
    SHOWN_BYTES = 20 /* of what the parser does not understand */
};

/* ---- room for the parser ---- */

struct room
{
    char *bytes;
    size_t size;
    size_t used;
};

size_t
json_parser_room(size_t bytes)
{
    return FIXED_ROOM + GROWING_ROOM * (bytes + 1);
}

/* The size stands before the memory, for what makes it larger. */
static void *
take_room(void *context, size_t size)
{
    struct room *room = context;
    const size_t whole = ALIGNMENT + (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (whole > room->size - room->used)
        return NULL; /* cannot be, see above */
    char *taken = room->bytes + room->used;
    room->used += whole;
    memcpy(taken, &size, sizeof(size));
    return taken + ALIGNMENT;
}

static void *
enlarge_room(void *context, void *memory, size_t size)
{
    size_t before = 0;
    void *taken = take_room(context, size);
    if (memory == NULL || taken == NULL)
        return taken;
    memcpy(&before, (const char *)memory - ALIGNMENT, sizeof(before));
    memcpy(taken, memory, before < size ? before : size);
    return taken;
}

static void
leave_room(void *context, void *memory)
{
    (void)context;
    (void)memory;
}

/* ---- places ---- */

struct cursor
{
    size_t offset;
    uint32_t line;
    uint32_t column;
};

/* Goes on to an offset that is not before it; a line ends at LF, CR or CRLF. */
static void
move_cursor(struct cursor *cursor, struct text bytes, size_t offset)
{
    for (; cursor->offset < offset; cursor->offset++) {
        const char c = bytes.bytes[cursor->offset];
        const bool in_pair = c == '\r' && cursor->offset + 1 < bytes.length &&
                             bytes.bytes[cursor->offset + 1] == '\n';
        if ((c == '\n' || c == '\r') && !in_pair) {
            cursor->line++;
            cursor->column = 1;
        } else if (((unsigned char)c & 0xC0) != 0x80) {
            cursor->column++;
        }
    }
}

/* ---- reading ---- */

struct json_reader
{
    struct json_document *document;
    const struct json_source *source;
    struct intv_diagnostics *diagnostics;
    enum intv_status status; /* of the first error */
    unsigned errors;
    yajl_handle parser;
    struct cursor cursor;
    size_t last_end; /* of the last event */
    bool is_at_end;  /* the parser was told that there is no more */
    struct json_value *root;
    struct json_value *open; /* the object or array that is being read; NULL at the top */
    struct text key;         /* of the member that comes */
    uint32_t key_line;
    uint32_t key_column;
    size_t value_count;
};

static bool
remember(struct json_reader *reader, enum intv_status status)
{
    if (reader->status == INTV_OK || status == INTV_ERROR_NO_MEMORY)
        reader->status = status;
    return false;
}

static bool
fail_memory(struct json_reader *reader)
{
    return remember(reader, diagnostics_no_memory(reader->diagnostics));
}

static bool
report_place(struct json_reader *reader, enum diagnostic code, const struct cursor *cursor,
             const struct text parameters[3])
{
    const struct report report = {code,
                                  {reader->source->name, cursor->line, cursor->column},
                                  {NULL, 0},
                                  {parameters[0], parameters[1], parameters[2]}};
    reader->errors++;
    return remember(reader, diagnostics_report(reader->diagnostics, &report));
}

/* Counts lines from the start, so only for what ends the reading. */
static bool
report_at(struct json_reader *reader, enum diagnostic code, size_t offset, struct text one,
          struct text two)
{
    const struct text parameters[3] = {one, two};
    struct cursor cursor = {0, 1, 1};
    move_cursor(&cursor, reader->source->bytes, offset);
    return report_place(reader, code, &cursor, parameters);
}

static bool
report_limit(struct json_reader *reader, enum json_limit limit, size_t offset)
{
    char digits[DIGITS_SIZE];
    return report_at(reader, DIAGNOSTIC_JSON_LIMIT_REACHED, offset,
                     text_of(JSON_LIMITS[limit].name),
                     text_of_number((int64_t)JSON_LIMITS[limit].value, digits));
}

/* Where the token begins that comes after the last event; marks between values are passed. */
static size_t
find_token(const struct json_reader *reader, size_t end)
{
    const struct text bytes = reader->source->bytes;
    size_t offset = reader->last_end;
    while (offset < bytes.length &&
           (text_is_space(bytes.bytes[offset]) ||
            (offset + 1 < end && (bytes.bytes[offset] == ',' || bytes.bytes[offset] == ':'))))
        offset++;
    return offset;
}

/* Puts the cursor at the token of this event. */
static void
take_token(struct json_reader *reader)
{
    const size_t size = reader->source->bytes.length;
    const size_t end = reader->is_at_end ? size : yajl_get_bytes_consumed(reader->parser);
    move_cursor(&reader->cursor, reader->source->bytes, find_token(reader, end));
    reader->last_end = end;
}

static void
append_value(struct json_reader *reader, struct json_value *value)
{
    struct json_value *parent = reader->open;
    value->parent = parent;
    if (parent == NULL) {
        reader->root = value;
        return;
    }
    value->index = parent->count++;
    if (parent->type == JSON_OBJECT) {
        value->key = reader->key;
        value->key_line = reader->key_line;
        value->key_column = reader->key_column;
    }
    if (parent->last == NULL)
        parent->first = value;
    else
        parent->last->next = value;
    parent->last = value;
}

/* The value of this event, in its place in the tree; NULL stops the parser. */
static struct json_value *
add_value(struct json_reader *reader, enum json_type type)
{
    take_token(reader);
    if (reader->value_count++ == JSON_LIMITS[JSON_LIMIT_VALUES].value) {
        report_limit(reader, JSON_LIMIT_VALUES, reader->cursor.offset);
        return NULL;
    }
    /* this arena holds nothing but values, so that they stand where they may */
    struct json_value *value =
        (void *)arena_room(&reader->document->values, sizeof(struct json_value));
    if (value == NULL) {
        fail_memory(reader);
        return NULL;
    }
    *value = (struct json_value){
        .type = type, .line = reader->cursor.line, .column = reader->cursor.column};
    append_value(reader, value);
    return value;
}

static bool
add_text(struct json_reader *reader, enum json_type type, const char *bytes, size_t length)
{
    struct json_value *value = add_value(reader, type);
    if (value == NULL)
        return false;
    return arena_keep(&reader->document->texts, (struct text){bytes, length}, &value->text) ||
           fail_memory(reader);
}

static bool
open_value(struct json_reader *reader, enum json_type type)
{
    struct json_value *value = add_value(reader, type);
    if (value != NULL)
        reader->open = value;
    return value != NULL;
}

static void
report_duplicate(struct json_reader *reader, const struct json_value *first)
{
    char line[DIGITS_SIZE];
    char column[DIGITS_SIZE];
    char path[JSON_PATH_SIZE];
    const struct text parameters[3] = {first->key, text_of_number(first->key_line, line),
                                       text_of_number(first->key_column, column)};
    json_value_path(first, path);
    diagnostics_set_path(reader->diagnostics, path);
    report_place(reader, DIAGNOSTIC_JSON_DUPLICATE_KEY, &reader->cursor, parameters);
    diagnostics_set_path(reader->diagnostics, NULL);
}

static const struct json_value *
find_member(const struct json_value *object, struct text key)
{
    const struct json_value *member = object->type == JSON_OBJECT ? object->first : NULL;
    while (member != NULL && !text_equals(member->key, key))
        member = member->next;
    return member;
}

static bool
add_key(struct json_reader *reader, struct text key)
{
    take_token(reader);
    if (reader->open->count == JSON_LIMITS[JSON_LIMIT_MEMBERS].value)
        return report_limit(reader, JSON_LIMIT_MEMBERS, reader->cursor.offset);
    if (!arena_keep(&reader->document->texts, key, &reader->key))
        return fail_memory(reader);
    reader->key_line = reader->cursor.line;
    reader->key_column = reader->cursor.column;
    const struct json_value *first = find_member(reader->open, key);
    if (first != NULL)
        report_duplicate(reader, first);
    return reader->status != INTV_ERROR_NO_MEMORY && reader->errors < DIAGNOSTICS_KEPT;
}

/* ---- events ---- */

static int
handle_null(void *user)
{
    return add_value(user, JSON_NULL) != NULL;
}

static int
handle_boolean(void *user, int is_true)
{
    struct json_value *value = add_value(user, JSON_BOOLEAN);
    if (value != NULL)
        value->is_true = is_true != 0;
    return value != NULL;
}

static int
handle_number(void *user, const char *bytes, size_t length)
{
    return add_text(user, JSON_NUMBER, bytes, length);
}

static int
handle_string(void *user, const unsigned char *bytes, size_t length)
{
    return add_text(user, JSON_STRING, (const char *)bytes, length);
}

static int
handle_key(void *user, const unsigned char *bytes, size_t length)
{
    return add_key(user, (struct text){(const char *)bytes, length});
}

static int
handle_object(void *user)
{
    return open_value(user, JSON_OBJECT);
}

static int
handle_array(void *user)
{
    return open_value(user, JSON_ARRAY);
}

/* What was open is open again, and may change. */
static int
handle_end(void *user)
{
    struct json_reader *reader = user;
    take_token(reader);
    reader->open = (struct json_value *)(uintptr_t)reader->open->parent;
    return true;
}

static const yajl_callbacks EVENTS = {
    .yajl_null = handle_null,
    .yajl_boolean = handle_boolean,
    .yajl_number = handle_number,
    .yajl_string = handle_string,
    .yajl_start_map = handle_object,
    .yajl_map_key = handle_key,
    .yajl_end_map = handle_end,
    .yajl_start_array = handle_array,
    .yajl_end_array = handle_end,
};

/* ---- faults ---- */

/* The word at an offset, as far as it is shown. */
static struct text
cut_word(struct text bytes, size_t offset)
{
    struct text word = {bytes.bytes + offset, 0};
    while (offset + word.length < bytes.length && word.length < SHOWN_BYTES &&
           !text_is_space(word.bytes[word.length]))
        word.length++;
    while (word.length > 0 && offset + word.length < bytes.length &&
           ((unsigned char)word.bytes[word.length] & 0xC0) == 0x80)
        word.length--; /* not in the middle of a character */
    return word;
}

static void
report_syntax(struct json_reader *reader)
{
    const struct text bytes = reader->source->bytes;
    const size_t end = reader->is_at_end ? bytes.length : yajl_get_bytes_consumed(reader->parser);
    const size_t offset = find_token(reader, end);
    const bool is_complete = reader->root != NULL && reader->open == NULL;
    enum diagnostic code = is_complete ? DIAGNOSTIC_JSON_TRAILING : DIAGNOSTIC_JSON_SYNTAX;
    if (reader->is_at_end && !is_complete) {
        report_at(reader, DIAGNOSTIC_JSON_TRUNCATED, bytes.length, text_of(""), text_of(""));
        return;
    }
    report_at(reader, code, offset, cut_word(bytes, offset), text_of(""));
}

static void
report_fault(struct json_reader *reader, const struct json_fault *fault)
{
    if (fault->code == DIAGNOSTIC_JSON_LIMIT_REACHED)
        report_limit(reader, JSON_LIMIT_DEPTH, fault->offset);
    else
        report_at(reader, fault->code, fault->offset, text_of(fault->word), text_of(""));
}

/* The parser takes an unclosed string behind the end for something that may still come. */
static bool
has_nothing_behind(struct json_reader *reader, size_t size)
{
    const struct text bytes = reader->source->bytes;
    size_t offset = reader->last_end;
    if (reader->root == NULL || reader->open != NULL)
        return true;
    while (offset < size && text_is_space(bytes.bytes[offset]))
        offset++;
    return offset == size || report_at(reader, DIAGNOSTIC_JSON_TRAILING, offset,
                                       cut_word(bytes, offset), text_of(""));
}

/* Parses what comes before the fault of the gate, or everything when there is none. */
static void
parse(struct json_reader *reader, const struct json_fault *fault)
{
    const struct text bytes = reader->source->bytes;
    const size_t size = fault != NULL ? fault->offset : bytes.length;
    yajl_status status = yajl_parse(reader->parser, (const unsigned char *)bytes.bytes, size);
    if (status == yajl_status_ok && !has_nothing_behind(reader, size))
        return;
    if (status == yajl_status_ok && fault != NULL) {
        report_fault(reader, fault);
        return;
    }
    if (status == yajl_status_ok) {
        reader->is_at_end = true;
        status = yajl_complete_parse(reader->parser);
    }
    if (status == yajl_status_error)
        report_syntax(reader);
}

static void
read_bytes(struct json_reader *reader)
{
    struct json_fault fault;
    const struct text bytes = reader->source->bytes;
    const bool passes = json_gate_pass(bytes, &fault);
    struct room room = {memory_room(json_parser_room(bytes.length)), json_parser_room(bytes.length),
                        0};
    yajl_alloc_funcs functions = {take_room, enlarge_room, leave_room, &room};
    if (room.bytes == NULL) {
        fail_memory(reader);
        return;
    }
    reader->parser = yajl_alloc(&EVENTS, &functions, reader);
    parse(reader, passes ? NULL : &fault);
    yajl_free(reader->parser);
    reader->document->parser_bytes = room.used;
    memory_free(room.bytes);
}

enum intv_status
json_document_read(struct json_document *document, const struct json_source *source,
                   struct intv_diagnostics *diagnostics)
{
    struct json_reader reader = {
        .document = document, .source = source, .diagnostics = diagnostics, .cursor = {0, 1, 1}};
    const struct text trimmed = text_trim(source->bytes);
    *document = (struct json_document){.root = NULL};
    if (source->bytes.length > JSON_LIMITS[JSON_LIMIT_BYTES].value)
        report_limit(&reader, JSON_LIMIT_BYTES, 0);
    else if (trimmed.length == 0)
        report_at(&reader, DIAGNOSTIC_JSON_EMPTY, 0, text_of(""), text_of(""));
    else
        read_bytes(&reader);
    document->root = reader.status == INTV_OK ? reader.root : NULL;
    return reader.status;
}

void
json_document_free(struct json_document *document)
{
    arena_free(&document->values);
    arena_free(&document->texts);
    document->root = NULL;
}

/* ---- the tree ---- */

const struct json_value *
json_value_member(const struct json_value *object, const char *key)
{
    return find_member(object, text_of(key));
}

/* Writes backwards, from the end of the buffer; false when there is no room. */
static bool
put_before(char **start, const char *path, struct text text)
{
    if ((size_t)(*start - path) < text.length)
        return false;
    *start -= text.length;
    memcpy(*start, text.bytes, text.length);
    return true;
}

static bool
put_key(char **start, const char *path, struct text key)
{
    for (size_t i = key.length; i > 0; i--) {
        const char c = key.bytes[i - 1];
        const struct text plain = {key.bytes + i - 1, 1};
        if (!put_before(start, path, c == '~' ? text_of("~0") : c == '/' ? text_of("~1") : plain))
            return false;
    }
    return put_before(start, path, text_of("/"));
}

void
json_value_path(const struct json_value *value, char path[JSON_PATH_SIZE])
{
    char digits[DIGITS_SIZE];
    char *start = path + JSON_PATH_SIZE - 1;
    *start = '\0';
    for (; value->parent != NULL; value = value->parent) {
        const struct text key =
            value->parent->type == JSON_OBJECT ? value->key : text_of_number(value->index, digits);
        if (!put_key(&start, path, key)) {
            start = path + JSON_PATH_SIZE - 1;
            break;
        }
    }
    memmove(path, start, (size_t)(path + JSON_PATH_SIZE - start));
}
