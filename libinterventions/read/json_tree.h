/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A JSON document (RFC 8259) as a tree of values, each with its place. Numbers stay as they were
 * written. Only json_tree.c knows the parser.
 */
#ifndef READ_JSON_TREE_H
#define READ_JSON_TREE_H

#include "base/arena.h"
#include "base/diagnostics.h"

enum json_type
{
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
    JSON_TYPE_COUNT
};

/* A value; line and column count from 1, columns in code points. */
struct json_value
{
    enum json_type type;
    bool is_true;
    uint32_t line;
    uint32_t column;
    uint32_t index;   /* in the object or array around it */
    uint32_t count;   /* of what an object or array holds */
    struct text text; /* a string decoded, or a number as it was written */
    struct text key;  /* of a member of an object */
    uint32_t key_line;
    uint32_t key_column;
    const struct json_value *parent;
    struct json_value *first;
    struct json_value *last;
    struct json_value *next;
};

struct json_document
{
    const struct json_value *root;
    struct arena values;
    struct arena texts;
    size_t parser_bytes; /* what the parser took of the room that was set aside for it */
};

/* The bytes, and their name for reports. */
struct json_source
{
    const char *name;
    struct text bytes;
};

/*
 * Reads a document that json_document_free() frees, also after a failure. Reports everything
 * wrong with the bytes; the first fault of the grammar ends the reading.
 */
enum intv_status json_document_read(struct json_document *document,
                                    const struct json_source *source,
                                    struct intv_diagnostics *diagnostics);
void json_document_free(struct json_document *document);

/* Room that is set aside for the parser: more than it can take for so many bytes. */
size_t json_parser_room(size_t bytes);

/* A member of an object; NULL when it has none of that name, or is no object. */
const struct json_value *json_value_member(const struct json_value *object, const char *key);

/* Place of a value as a JSON pointer (RFC 6901); "" when it is longer than reports can hold. */
enum
{
    JSON_PATH_SIZE = 201
};
void json_value_path(const struct json_value *value, char path[JSON_PATH_SIZE]);

#endif
