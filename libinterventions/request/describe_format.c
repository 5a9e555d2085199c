/* SPDX-License-Identifier: EUPL-1.2 */
/* The request "format": all that format.h tells. */
#include <interventions/format.h>
#include <interventions/version.h>

#include "model/format.h"
#include "request/request.h"

static const char *const VALUE_NAMES[] = {
    [INTV_VALUE_NONE] = "none",         [INTV_VALUE_TEXT] = "text",
    [INTV_VALUE_RECORD] = "record",     [INTV_VALUE_CODE] = "code",
    [INTV_VALUE_QUANTITY] = "quantity", [INTV_VALUE_DATE] = "date",
    [INTV_VALUE_TOKEN] = "token",
};

/* Fields that may stand in something; `field` is the place in the list of all fields. */
static void
write_placements(struct json *json, const char *key, const struct placement *rows, size_t count)
{
    json_key_array(json, key);
    for (size_t i = 0; i < count; i++) {
        json_open_object(json);
        json_key_unsigned(json, "field", rows[i].field);
        json_key_string(json, "name", intv_field_get_name(rows[i].field));
        json_key_unsigned(json, "least", rows[i].least);
        json_key(json, "most");
        if (rows[i].most > 0)
            json_unsigned(json, rows[i].most);
        else
            json_null(json);
        json_close(json);
    }
    json_close(json);
}

static void
write_kinds(struct json *json)
{
    json_key_array(json, "kinds");
    for (unsigned i = 0; i < intv_kind_get_count(); i++) {
        const enum intv_kind kind = (enum intv_kind)i;
        size_t count = 0;
        const struct placement *rows = placements_of_kind((enum kind)i, &count);
        json_open_object(json);
        json_key_string(json, "name", intv_kind_get_name(kind));
        request_write_both(json, "label", intv_kind_get_label(kind, INTV_DUTCH),
                           intv_kind_get_label(kind, INTV_ENGLISH));
        write_placements(json, "fields", rows, count);
        json_close(json);
    }
    json_close(json);
}

/* What the values of a field are taken from. */
static void
write_values(struct json *json, uint32_t field)
{
    const uint32_t list = intv_field_get_code_list(field);
    json_key_string(json, "value", VALUE_NAMES[intv_field_get_value(field)]);
    json_key_array(json, "kinds");
    for (unsigned kind = 0; kind < intv_kind_get_count(); kind++)
        if (intv_field_takes_kind(field, (enum intv_kind)kind) != 0)
            json_string(json, intv_kind_get_name((enum intv_kind)kind));
    json_close(json);
    json_key_string_or_null(json, "scheme", intv_field_get_scheme(field));
    json_key_string_or_null(json, "codes", intv_code_list_get_name(list));
}

static void
write_qualifier(struct json *json, uint32_t field)
{
    const char *name = intv_field_get_qualifier(field);
    json_key(json, "qualifier");
    if (name[0] == '\0') {
        json_null(json);
        return;
    }
    json_open_object(json);
    json_key_string(json, "name", name);
    json_key_string(json, "codes", intv_code_list_get_name(intv_field_get_qualifier_list(field)));
    json_close(json);
}

static void
write_field(struct json *json, uint32_t field)
{
    size_t count = 0;
    const struct placement *inner = placements_of_field((enum field)field, &count);
    json_open_object(json);
    json_key_string(json, "name", intv_field_get_name(field));
    request_write_both(json, "label", intv_field_get_label(field, INTV_DUTCH),
                       intv_field_get_label(field, INTV_ENGLISH));
    json_key_object(json, "explanation");
    json_key_string(json, "en", intv_field_get_explanation(field));
    json_close(json);
    write_values(json, field);
    write_qualifier(json, field);
    json_key_boolean(json, "claim", intv_field_is_claim(field) != 0);
    json_key_boolean(json, "attribute", intv_field_is_attribute(field) != 0);
    write_placements(json, "inner", inner, count);
    json_close(json);
}

static void
write_code_list(struct json *json, uint32_t list)
{
    json_open_object(json);
    json_key_string(json, "name", intv_code_list_get_name(list));
    json_key_array(json, "codes");
    for (uint32_t code = 1; code <= intv_code_get_count(list); code++) {
        json_open_object(json);
        json_key_string(json, "name", intv_code_get_name(list, code));
        request_write_both(json, "label", intv_code_get_label(list, code, INTV_DUTCH),
                           intv_code_get_label(list, code, INTV_ENGLISH));
        json_close(json);
    }
    json_close(json);
    json_close(json);
}

enum intv_status
request_format(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_string(&json, "catalogue_format", intv_format_version());
    write_kinds(&json);
    json_key_array(&json, "fields");
    for (uint32_t field = 0; field < intv_field_get_count(); field++)
        write_field(&json, field);
    json_close(&json);
    json_key_array(&json, "code_lists");
    for (uint32_t list = 0; list < intv_code_list_get_count(); list++)
        write_code_list(&json, list);
    json_close(&json);
    return request_end(&json);
}
