/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of the format. */
#include <interventions/format.h>

#include "model/format.h"

/* Lists are numbered from 0 outside, and from 1 inside. */
static enum code_list
list_inside(uint32_t list)
{
    return list < LIST_COUNT - 1 ? (enum code_list)(list + 1) : LIST_NONE;
}

static uint32_t
list_outside(enum code_list list)
{
    return list != LIST_NONE ? (uint32_t)list - 1 : INTV_NONE;
}

static const struct field_format *
find_format(uint32_t field)
{
    return field < FIELD_COUNT ? &FIELD_FORMATS[field] : NULL;
}

/* ---- kinds ---- */

uint32_t
intv_kind_get_count(void)
{
    return KIND_COUNT;
}

const char *
intv_kind_get_name(enum intv_kind kind)
{
    return kind_name((enum kind)kind);
}

const char *
intv_kind_get_label(enum intv_kind kind, enum intv_language language)
{
    return kind_label((enum kind)kind, language);
}

uint32_t
intv_kind_find(const char *name)
{
    const enum kind kind = name != NULL ? kind_find(text_of(name)) : KIND_COUNT;
    return kind != KIND_COUNT ? (uint32_t)kind : INTV_NONE;
}

/* ---- where fields stand ---- */

struct span
{
    const struct placement *rows;
    size_t count;
};

static struct span
span_of_kind(enum intv_kind kind)
{
    struct span span = {NULL, 0};
    if ((unsigned)kind < KIND_COUNT)
        span.rows = placements_of_kind((enum kind)kind, &span.count);
    return span;
}

static struct span
span_of_field(uint32_t field)
{
    struct span span = {NULL, 0};
    if (field < FIELD_COUNT)
        span.rows = placements_of_field((enum field)field, &span.count);
    return span;
}

static uint32_t
field_at(struct span span, size_t index)
{
    return index < span.count ? (uint32_t)span.rows[index].field : INTV_NONE;
}

static uint32_t
find_in(struct span span, const char *name)
{
    for (size_t i = 0; name != NULL && i < span.count; i++)
        if (strcmp(FIELD_FORMATS[span.rows[i].field].name, name) == 0)
            return (uint32_t)span.rows[i].field;
    return INTV_NONE;
}

size_t
intv_kind_get_field_count(enum intv_kind kind)
{
    return span_of_kind(kind).count;
}

uint32_t
intv_kind_get_field(enum intv_kind kind, size_t index)
{
    return field_at(span_of_kind(kind), index);
}

uint32_t
intv_kind_get_field_least(enum intv_kind kind, size_t index)
{
    const struct span span = span_of_kind(kind);
    return index < span.count ? span.rows[index].least : 0;
}

uint32_t
intv_kind_get_field_most(enum intv_kind kind, size_t index)
{
    const struct span span = span_of_kind(kind);
    return index < span.count ? span.rows[index].most : 0;
}

uint32_t
intv_kind_find_field(enum intv_kind kind, const char *name)
{
    return find_in(span_of_kind(kind), name);
}

size_t
intv_field_get_inner_count(uint32_t field)
{
    return span_of_field(field).count;
}

uint32_t
intv_field_get_inner(uint32_t field, size_t index)
{
    return field_at(span_of_field(field), index);
}

uint32_t
intv_field_get_inner_least(uint32_t field, size_t index)
{
    const struct span span = span_of_field(field);
    return index < span.count ? span.rows[index].least : 0;
}

uint32_t
intv_field_get_inner_most(uint32_t field, size_t index)
{
    const struct span span = span_of_field(field);
    return index < span.count ? span.rows[index].most : 0;
}

uint32_t
intv_field_find_inner(uint32_t field, const char *name)
{
    return find_in(span_of_field(field), name);
}

/* ---- fields ---- */

uint32_t
intv_field_get_count(void)
{
    return FIELD_COUNT;
}

const char *
intv_field_get_name(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL ? format->name : "";
}

const char *
intv_field_get_label(uint32_t field, enum intv_language language)
{
    return find_format(field) != NULL ? field_label((enum field)field, language) : "";
}

const char *
intv_field_get_explanation(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL ? format->explanation : "";
}

enum intv_value
intv_field_get_value(uint32_t field)
{
    return find_format(field) != NULL ? field_value((enum field)field) : INTV_VALUE_NONE;
}

int
intv_field_is_claim(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL && format->is_claim;
}

int
intv_field_is_attribute(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL && format->is_attribute;
}

/* A reference to the kind of its own record. */
static bool
stands_in_kind(uint32_t field, enum intv_kind kind)
{
    const struct span span = span_of_kind(kind);
    for (size_t i = 0; i < span.count; i++)
        if ((uint32_t)span.rows[i].field == field)
            return true;
    return false;
}

int
intv_field_takes_kind(uint32_t field, enum intv_kind kind)
{
    const struct field_format *format = find_format(field);
    if (format == NULL || (unsigned)kind >= KIND_COUNT)
        return 0;
    if (format->value == VALUE_CONCEPT)
        return kind == INTV_KIND_CONCEPT;
    if (format->value != VALUE_REFERENCE)
        return 0;
    return format->kinds != 0 ? (format->kinds & KIND_BIT((unsigned)kind)) != 0
                              : stands_in_kind(field, kind);
}

const char *
intv_field_get_scheme(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL && format->scheme != NULL ? format->scheme : "";
}

uint32_t
intv_field_get_code_list(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL ? list_outside(format->list) : INTV_NONE;
}

const char *
intv_field_get_qualifier(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL && format->qualifier != NULL ? format->qualifier : "";
}

uint32_t
intv_field_get_qualifier_list(uint32_t field)
{
    const struct field_format *format = find_format(field);
    return format != NULL ? list_outside(format->qualifier_list) : INTV_NONE;
}

/* ---- code lists ---- */

uint32_t
intv_code_list_get_count(void)
{
    return LIST_COUNT - 1;
}

const char *
intv_code_list_get_name(uint32_t list)
{
    return code_list_name(list_inside(list));
}

uint32_t
intv_code_list_find(const char *name)
{
    for (uint32_t list = 0; name != NULL && list < LIST_COUNT - 1; list++)
        if (strcmp(intv_code_list_get_name(list), name) == 0)
            return list;
    return INTV_NONE;
}

uint32_t
intv_code_get_count(uint32_t list)
{
    return code_count(list_inside(list));
}

const char *
intv_code_get_name(uint32_t list, uint32_t code)
{
    return code_name(list_inside(list), code);
}

const char *
intv_code_get_label(uint32_t list, uint32_t code, enum intv_language language)
{
    return code_label(list_inside(list), code, language);
}

uint32_t
intv_code_find(uint32_t list, const char *name)
{
    /* Also what no file may hold, so that every name of a code finds it. */
    const enum code_list inside = list_inside(list);
    for (unsigned code = 1; name != NULL && code <= code_count(inside); code++)
        if (strcmp(code_name(inside, code), name) == 0)
            return code;
    return CODE_NOT_STATED;
}
