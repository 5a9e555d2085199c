/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A writer of JSON (RFC 8259), value by value. The first failure is remembered and everything after
 * it is ignored, so that callers look only at the end, at json_finish().
 *
 * Texts come out as ASCII marks, plain letters and \uXXXX: what could break out of a page, hide or
 * turn around what a reader sees is escaped; bytes that are no UTF-8 become U+FFFD.
 */
#ifndef WRITE_JSON_H
#define WRITE_JSON_H

#include "base/output.h"

enum
{
    JSON_MOST_DEPTH = 64 /* one bit each in struct json */
};

struct json
{
    struct intv_output *output;
    size_t start;            /* length of the output before */
    enum intv_status status; /* of the first failure */
    bool is_pretty;
    bool has_key;     /* a key was written and waits for its value */
    unsigned depth;   /* objects and arrays that are open */
    uint64_t objects; /* bit: the one at this depth is an object */
    uint64_t filled;  /* bit: the one at this depth holds something */
};

/* Whether a character is written as \uXXXX: what ends a string, is a mark of a page, or is hidden. */
bool json_is_escaped(uint32_t code);

/* flags are those of enum intv_write; only INTV_WRITE_PRETTY counts here. */
void json_begin(struct json *json, struct intv_output *output, uint32_t flags);

/* INTV_OK and one whole document behind what was there, or a failure and the output as before. */
enum intv_status json_finish(struct json *json);

/* Remembers a failure of the caller; INTV_OK is none. */
void json_fail(struct json *json, enum intv_status status);

void json_open_object(struct json *json);
void json_open_array(struct json *json);

/* Closes what was opened last. */
void json_close(struct json *json);

/* Key of the value that comes next; keys of one object must differ. */
void json_key(struct json *json, const char *key);

void json_text(struct json *json, struct text text);
void json_string(struct json *json, const char *string);
void json_integer(struct json *json, int64_t number);
void json_unsigned(struct json *json, uint64_t number);
void json_boolean(struct json *json, bool value);
void json_null(struct json *json);

/* A whole document that this writer made with the same flags, as a value. */
void json_document(struct json *json, struct text document);

/* The string, or null when it is empty. */
void json_string_or_null(struct json *json, const char *string);

/* Key and value at once. */
void json_key_string(struct json *json, const char *key, const char *string);
void json_key_string_or_null(struct json *json, const char *key, const char *string);
void json_key_unsigned(struct json *json, const char *key, uint64_t number);
void json_key_boolean(struct json *json, const char *key, bool value);
void json_key_null(struct json *json, const char *key);
void json_key_object(struct json *json, const char *key);
void json_key_array(struct json *json, const char *key);

#endif
