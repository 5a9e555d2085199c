/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/json_check.h"

enum
{
    NEAR = 3,
    MOST_NAMES = 64 /* of the members of one object */
};

static const char *const TYPE_LABELS[JSON_TYPE_COUNT][2] = {
    [JSON_NULL] = {"null", "null"},
    [JSON_BOOLEAN] = {"true of false", "true or false"},
    [JSON_NUMBER] = {"een getal", "a number"},
    [JSON_STRING] = {"een tekst tussen aanhalingstekens", "a text in quotes"},
    [JSON_ARRAY] = {"een lijst [ ... ]", "a list [ ... ]"},
    [JSON_OBJECT] = {"een object { ... }", "an object { ... }"},
};

/* ---- words ---- */

/* A text that is put together in a buffer, as far as it fits. */
struct joined
{
    char *bytes;
    size_t size;
    size_t length;
};

static void
join(struct joined *joined, const char *separator, const char *word)
{
    const struct text parts[] = {text_of(joined->length > 0 ? separator : ""), text_of(word)};
    if (joined->length + parts[0].length + parts[1].length > joined->size)
        return;
    for (unsigned i = 0; i < 2; i++) {
        memcpy(joined->bytes + joined->length, parts[i].bytes, parts[i].length);
        joined->length += parts[i].length;
    }
}

struct text
json_check_join(const char *const *names, char joined[JSON_NAMES_SIZE])
{
    struct joined all = {joined, JSON_NAMES_SIZE, 0};
    for (; *names != NULL; names++)
        join(&all, ", ", *names);
    return (struct text){joined, all.length};
}

struct text
json_check_nearest(struct text written, const char *const *names)
{
    const size_t third = (written.length + 1) / 3; /* of a short word nearly everything is near */
    const unsigned near = third < NEAR ? (unsigned)third : NEAR;
    struct text nearest = text_of("-");
    unsigned best = near + 1;
    for (; *names != NULL; names++) {
        const unsigned distance = text_distance(text_of(*names), written, near);
        if (distance < best) {
            best = distance;
            nearest = text_of(*names);
        }
    }
    return nearest;
}

struct text
json_types_label(unsigned types, enum intv_language language, char label[JSON_TYPES_SIZE])
{
    struct joined all = {label, JSON_TYPES_SIZE, 0};
    for (unsigned type = 0; type < JSON_TYPE_COUNT; type++)
        if ((types & JSON_TYPE_BIT(type)) != 0)
            join(&all, language == INTV_ENGLISH ? " or " : " of ", TYPE_LABELS[type][language]);
    return (struct text){label, all.length};
}

struct text
json_check_name(const struct json_value *value, char path[JSON_PATH_SIZE])
{
    json_value_path(value, path);
    return text_of(path[0] != '\0' ? path + 1 : path);
}

/* ---- reports ---- */

struct place
json_check_place(const struct json_check *check, const struct json_value *value)
{
    return (struct place){check->name, value->line, value->column};
}

void
json_check_count(struct json_check *check, enum intv_status status)
{
    if (status == INTV_OK)
        return;
    check->errors++;
    if (check->status == INTV_OK || status == INTV_ERROR_NO_MEMORY)
        check->status = status;
}

bool
json_check_is_full(const struct json_check *check)
{
    return check->errors >= DIAGNOSTICS_KEPT || check->status == INTV_ERROR_NO_MEMORY;
}

static bool
report_at(struct json_check *check, enum diagnostic code, const struct json_value *value,
          struct place place, const struct text parameters[5])
{
    char path[JSON_PATH_SIZE];
    struct report report = {.code = code, .place = place};
    memcpy(report.parameters, parameters, sizeof(report.parameters));
    json_value_path(value, path);
    diagnostics_set_path(check->diagnostics, path);
    json_check_count(check, diagnostics_report(check->diagnostics, &report));
    diagnostics_set_path(check->diagnostics, NULL);
    return false;
}

bool
json_check_report(struct json_check *check, enum diagnostic code, const struct json_value *value,
                  const struct text parameters[5])
{
    return report_at(check, code, value, json_check_place(check, value), parameters);
}

bool
json_check_report_key(struct json_check *check, enum diagnostic code,
                      const struct json_value *value, const struct text parameters[5])
{
    const struct place place = {check->name, value->key_line, value->key_column};
    return report_at(check, code, value, place, parameters);
}

/* ---- checks ---- */

/* The document itself has no path by which it can be named. */
static bool
refuse_root(struct json_check *check, const struct json_value *root)
{
    char labels[2][JSON_TYPES_SIZE];
    const unsigned found = JSON_TYPE_BIT(root->type);
    const struct text parameters[5] = {text_of(check->root[INTV_DUTCH]),
                                       text_of(check->root[INTV_ENGLISH]),
                                       json_types_label(found, INTV_DUTCH, labels[0]),
                                       json_types_label(found, INTV_ENGLISH, labels[1])};
    return json_check_report(check, DIAGNOSTIC_NOT_AN_OBJECT, root, parameters);
}

bool
json_check_type(struct json_check *check, const struct json_value *value, unsigned types)
{
    char path[JSON_PATH_SIZE];
    char labels[4][JSON_TYPES_SIZE];
    const unsigned found = JSON_TYPE_BIT(value->type);
    if ((types & found) != 0)
        return true;
    if (value->parent == NULL)
        return refuse_root(check, value);
    const struct text parameters[] = {json_check_name(value, path),
                                      json_types_label(found, INTV_DUTCH, labels[0]),
                                      json_types_label(types, INTV_DUTCH, labels[1]),
                                      json_types_label(found, INTV_ENGLISH, labels[2]),
                                      json_types_label(types, INTV_ENGLISH, labels[3])};
    return json_check_report(check, DIAGNOSTIC_WRONG_TYPE, value, parameters);
}

bool
json_check_missing(struct json_check *check, const struct json_value *object, const char *name,
                   unsigned types)
{
    char labels[2][JSON_TYPES_SIZE];
    const struct text parameters[5] = {text_of(name),
                                       json_types_label(types, INTV_DUTCH, labels[0]),
                                       json_types_label(types, INTV_ENGLISH, labels[1])};
    return json_check_report(check, DIAGNOSTIC_MISSING_MEMBER, object, parameters);
}

static bool
refuse_member(struct json_check *check, const struct json_value *member,
              const struct json_member *members, size_t count)
{
    const char *names[MOST_NAMES + 1];
    char joined[JSON_NAMES_SIZE];
    size_t named = 0;
    for (; named < count && named < MOST_NAMES; named++)
        names[named] = members[named].name;
    names[named] = NULL;
    const struct text parameters[5] = {member->key, json_check_nearest(member->key, names),
                                       json_check_join(names, joined)};
    return json_check_report_key(check, DIAGNOSTIC_UNKNOWN_MEMBER, member, parameters);
}

/* Which of the members a value is; count when it is none. */
static size_t
find_member(const struct json_value *value, const struct json_member *members, size_t count)
{
    size_t i = 0;
    while (i < count && !text_is(value->key, members[i].name))
        i++;
    return i;
}

static bool
take_members(struct json_check *check, const struct json_value *object,
             const struct json_member *members, size_t count, bool is_open,
             const struct json_value **found)
{
    for (size_t i = 0; i < count; i++)
        found[i] = NULL;
    if (!json_check_type(check, object, JSON_TYPE_BIT(JSON_OBJECT)))
        return false;
    bool is_good = true;
    for (const struct json_value *value = object->first; value != NULL; value = value->next) {
        const size_t i = find_member(value, members, count);
        if (i == count)
            is_good = (is_open || refuse_member(check, value, members, count)) && is_good;
        else if (json_check_type(check, value, members[i].types))
            found[i] = value;
        else
            is_good = false;
    }
    for (size_t i = 0; i < count; i++)
        if (members[i].is_required && json_value_member(object, members[i].name) == NULL)
            is_good = json_check_missing(check, object, members[i].name, members[i].types);
    return is_good;
}

bool
json_check_members(struct json_check *check, const struct json_value *object,
                   const struct json_member *members, size_t count, const struct json_value **found)
{
    return take_members(check, object, members, count, false, found);
}

bool
json_check_open_members(struct json_check *check, const struct json_value *object,
                        const struct json_member *members, size_t count,
                        const struct json_value **found)
{
    return take_members(check, object, members, count, true, found);
}

bool
json_check_code(struct json_check *check, const struct json_value *value, const char *field,
                const char *const *names, unsigned *index)
{
    char joined[JSON_NAMES_SIZE];
    for (*index = 0; names[*index] != NULL; ++*index)
        if (text_is(value->text, names[*index]))
            return true;
    const struct text parameters[5] = {value->text, text_of(field), json_check_join(names, joined)};
    return json_check_report(check, DIAGNOSTIC_BAD_CODE, value, parameters);
}

/* Whole numbers without a sign or leading zeros, of any length. */
static bool
is_higher(struct text number, struct text other)
{
    for (size_t i = 0; i < number.length; i++)
        if (!text_is_digit(number.bytes[i]))
            return false;
    if (number.length == 0 || number.bytes[0] == '0')
        return false;
    return number.length != other.length ? number.length > other.length
                                         : memcmp(number.bytes, other.bytes, other.length) > 0;
}

/* Only a higher number of the same family is newer. */
bool
json_check_format(struct json_check *check, const struct json_value *value, const char *format)
{
    const char *const formats[] = {format, NULL};
    const struct text parameters[5] = {value->text, text_of(format)};
    const size_t family = (size_t)(strchr(format, '/') - format) + 1;
    unsigned index;
    if (value->text.length > family && memcmp(value->text.bytes, format, family) == 0 &&
        is_higher((struct text){value->text.bytes + family, value->text.length - family},
                  text_of(format + family)))
        return json_check_report(check, DIAGNOSTIC_NEWER_FORMAT, value, parameters);
    return json_check_code(check, value, "format", formats, &index);
}

bool
json_check_number(struct json_check *check, const struct json_value *value, int64_t low,
                  int64_t high, int64_t *number)
{
    char path[JSON_PATH_SIZE];
    char digits[2][DIGITS_SIZE];
    if (text_to_number(value->text, number) && *number >= low && *number <= high)
        return true;
    const struct text parameters[5] = {json_check_name(value, path), value->text,
                                       text_of_number(low, digits[0]),
                                       text_of_number(high, digits[1])};
    return json_check_report(check, DIAGNOSTIC_OUT_OF_RANGE, value, parameters);
}
