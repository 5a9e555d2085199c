/* SPDX-License-Identifier: EUPL-1.2 */
/* Checks of what a JSON document holds: members of objects, types, codes and numbers. */
#ifndef READ_JSON_CHECK_H
#define READ_JSON_CHECK_H

#include "read/json_tree.h"

/* Types of JSON, as bits. */
#define JSON_TYPE_BIT(type) (1U << (type))

/* A document that is being checked. */
struct json_check
{
    const char *name;    /* of the document; NULL for none */
    const char *root[2]; /* what it is, at the start of a sentence, by enum intv_language */
    struct intv_diagnostics *diagnostics;
    enum intv_status status; /* of the first error */
    unsigned errors;
};

/* A member that an object may have. */
struct json_member
{
    const char *name;
    unsigned types;
    bool is_required;
};

struct place json_check_place(const struct json_check *check, const struct json_value *value);

/* Counts an error that another part of the library reported, or INTV_OK. */
void json_check_count(struct json_check *check, enum intv_status status);

/* Whether so much was wrong that reading on only costs time. */
bool json_check_is_full(const struct json_check *check);

/* Reports about a value at its place, or at its key. Always false. */
bool json_check_report(struct json_check *check, enum diagnostic code,
                       const struct json_value *value, const struct text parameters[5]);
bool json_check_report_key(struct json_check *check, enum diagnostic code,
                           const struct json_value *value, const struct text parameters[5]);

/* Path without the first '/', by which reports name a value. */
struct text json_check_name(const struct json_value *value, char path[JSON_PATH_SIZE]);

bool json_check_type(struct json_check *check, const struct json_value *value, unsigned types);

/*
 * Looks up the members of an object. found[i] is NULL when members[i] is not there or has a wrong
 * type. False when the value is no object, or a member is wrong, unknown or missing.
 */
bool json_check_members(struct json_check *check, const struct json_value *object,
                        const struct json_member *members, size_t count,
                        const struct json_value **found);

/* The same for an object that may have other members too, such as what a later version wrote. */
bool json_check_open_members(struct json_check *check, const struct json_value *object,
                             const struct json_member *members, size_t count,
                             const struct json_value **found);

/* Reports that one of several names had to be there: the names are told with their types. */
bool json_check_missing(struct json_check *check, const struct json_value *object, const char *name,
                        unsigned types);

/* One of the names, which end with NULL; reports under the field when it is none. */
bool json_check_code(struct json_check *check, const struct json_value *value, const char *field,
                     const char *const *names, unsigned *index);

/* The format of a document, such as "interventions-situation/1"; another number is another one. */
bool json_check_format(struct json_check *check, const struct json_value *value,
                       const char *format);

/* A whole number within bounds, written with digits only. */
bool json_check_number(struct json_check *check, const struct json_value *value, int64_t low,
                       int64_t high, int64_t *number);

/* Names with commas between, as far as there is room. */
enum
{
    JSON_NAMES_SIZE = 800
};
struct text json_check_join(const char *const *names, char joined[JSON_NAMES_SIZE]);

/* The name with the fewest edits, or "-"; the names end with NULL. */
struct text json_check_nearest(struct text written, const char *const *names);

/* What a value is, in words, of the types whose bits are set. */
enum
{
    JSON_TYPES_SIZE = 160
};
struct text json_types_label(unsigned types, enum intv_language language,
                             char label[JSON_TYPES_SIZE]);

#endif
