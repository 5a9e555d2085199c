/* SPDX-License-Identifier: EUPL-1.2 */
/* One record with all its facts, and the list of records of a kind. */
#include "write/pieces.h"

/* The facts of a record stand together, those directly under it first; they count from 0. */
static uint32_t
number_in_record(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return fact - intv_record_get_fact(catalogue, intv_fact_get_record(catalogue, fact), 0);
}

static void
write_value(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    switch (intv_fact_get_value(catalogue, fact)) {
    case INTV_VALUE_NONE:
    case INTV_VALUE_TEXT: /* stands among the texts */
        return;
    case INTV_VALUE_RECORD:
        json_key(json, "value");
        pieces_record(json, catalogue, intv_fact_get_target(catalogue, fact));
        return;
    default:
        json_key(json, "value");
        pieces_value(json, catalogue, fact);
    }
}

static void
write_string(struct json *json, const char *key, const char *string)
{
    if (string[0] != '\0')
        json_key_string(json, key, string);
}

static void
write_source(struct json *json, const char *key, const struct intv_catalogue *catalogue,
             uint32_t source)
{
    if (source != INTV_NONE)
        json_key_string(json, key, intv_record_get_id(catalogue, source));
}

static void
write_conflicts(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    const uint32_t count = intv_fact_get_conflict_count(catalogue, fact);
    if (count == 0)
        return;
    json_key_array(json, "conflicts");
    for (uint32_t i = 0; i < count; i++)
        json_unsigned(json,
                      number_in_record(catalogue, intv_fact_get_conflict(catalogue, fact, i)));
    json_close(json);
}

/* Opens the fact and writes all of it but the facts inside. What it does not have is left out. */
static void
open_fact(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    json_open_object(json);
    json_key_unsigned(json, "number", number_in_record(catalogue, fact));
    json_key_string(json, "field", intv_fact_get_field(catalogue, fact));
    write_string(json, "qualifier", intv_fact_get_qualifier(catalogue, fact));
    write_value(json, catalogue, fact);
    if (pieces_has_wording(catalogue, fact)) {
        json_key(json, "texts");
        pieces_wording(json, catalogue, fact);
    }
    write_string(json, "silence", intv_fact_get_silence(catalogue, fact));
    write_string(json, "asserted_by", intv_fact_get_asserter(catalogue, fact));
    write_string(json, "strength", intv_fact_get_strength(catalogue, fact));
    write_source(json, "source", catalogue, intv_fact_get_source(catalogue, fact));
    write_source(json, "via", catalogue, intv_fact_get_via(catalogue, fact));
    write_string(json, "locator", intv_fact_get_locator(catalogue, fact));
    write_conflicts(json, catalogue, fact);
}

static bool
is_last(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const uint32_t parent = intv_fact_get_parent(catalogue, fact);
    const uint32_t record = intv_fact_get_record(catalogue, fact);
    if (parent != INTV_NONE)
        return fact == intv_fact_get_child(catalogue, parent,
                                           intv_fact_get_child_count(catalogue, parent) - 1);
    return fact == intv_record_get_fact(catalogue, record,
                                        intv_record_get_fact_count(catalogue, record) - 1);
}

/* Closes a fact, and those around it of which it is the last; the fact that comes after them. */
static uint32_t
close_fact(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    json_close(json);
    while (is_last(catalogue, fact)) {
        fact = intv_fact_get_parent(catalogue, fact);
        if (fact == INTV_NONE)
            return INTV_NONE;
        json_close(json); /* the array of facts inside */
        json_close(json);
    }
    return fact + 1;
}

/* Goes down into facts and back up by their parents, so that depth costs no stack. */
static void
write_facts(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    uint32_t fact = intv_record_get_fact(catalogue, record, 0);
    json_key_array(json, "facts");
    while (fact != INTV_NONE && json->status == INTV_OK) {
        open_fact(json, catalogue, fact);
        if (intv_fact_get_child_count(catalogue, fact) > 0) {
            json_key_array(json, "facts");
            fact = intv_fact_get_child(catalogue, fact, 0);
        } else {
            fact = close_fact(json, catalogue, fact);
        }
    }
    json_close(json);
}

enum intv_status
intv_write_record(const struct intv_catalogue *catalogue, uint32_t record, uint32_t flags,
                  struct intv_output *output)
{
    struct json json;
    if (catalogue == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const enum intv_kind kind = intv_record_get_kind(catalogue, record);
    if (kind == INTV_KIND_COUNT)
        return INTV_ERROR_NOT_FOUND;
    json_begin(&json, output, flags);
    json_open_object(&json);
    pieces_head(&json, catalogue, "interventions-record/1");
    json_key_string(&json, "kind", kind_name((enum kind)kind));
    json_key_string(&json, "id", intv_record_get_id(catalogue, record));
    pieces_layer(&json, catalogue, record);
    json_key(&json, "name");
    pieces_name(&json, catalogue, record);
    write_facts(&json, catalogue, record);
    json_close(&json);
    return json_finish(&json);
}

enum intv_status
intv_write_records(const struct intv_catalogue *catalogue, struct intv_output *output)
{
    enum intv_status status = INTV_OK;
    if (catalogue == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const size_t start = output->length;
    for (uint32_t record = 0; record < catalogue->record_count && status == INTV_OK; record++) {
        status = intv_write_record(catalogue, record, 0, output);
        if (status == INTV_OK && !output_append(output, text_of("\n")))
            status = INTV_ERROR_NO_MEMORY;
    }
    if (status != INTV_OK)
        output_truncate(output, start);
    return status;
}

static void
open_list(struct json *json, const struct intv_catalogue *catalogue, enum intv_kind kind,
          uint32_t flags, struct intv_output *output)
{
    json_begin(json, output, flags);
    json_open_object(json);
    pieces_head(json, catalogue, "interventions-list/1");
    json_key_string(json, "kind", kind_name((enum kind)kind));
    json_key_array(json, "records");
}

static void
write_listed(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    json_open_object(json);
    json_key_string(json, "id", intv_record_get_id(catalogue, record));
    pieces_layer(json, catalogue, record);
    json_key(json, "name");
    pieces_name(json, catalogue, record);
    json_close(json);
}

static enum intv_status
close_list(struct json *json)
{
    json_close(json);
    json_close(json);
    return json_finish(json);
}

enum intv_status
intv_write_list(const struct intv_catalogue *catalogue, enum intv_kind kind, uint32_t flags,
                struct intv_output *output)
{
    struct json json;
    if (catalogue == NULL || output == NULL || (unsigned)kind >= INTV_KIND_COUNT)
        return INTV_ERROR_INVALID_ARGUMENT;
    const uint32_t count = intv_catalogue_get_record_count(catalogue, kind);
    open_list(&json, catalogue, kind, flags, output);
    for (uint32_t i = 0; i < count && json.status == INTV_OK; i++)
        write_listed(&json, catalogue, intv_catalogue_get_record(catalogue, kind, i));
    return close_list(&json);
}

enum intv_status
intv_write_selection(const struct intv_catalogue *catalogue, enum intv_kind kind,
                     const uint32_t *records, size_t count, uint32_t flags,
                     struct intv_output *output)
{
    struct json json;
    if (catalogue == NULL || output == NULL || (records == NULL && count > 0) ||
        (unsigned)kind >= INTV_KIND_COUNT)
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++)
        if (intv_record_get_kind(catalogue, records[i]) != kind)
            return INTV_ERROR_NOT_FOUND;
    open_list(&json, catalogue, kind, flags, output);
    for (size_t i = 0; i < count && json.status == INTV_OK; i++)
        write_listed(&json, catalogue, records[i]);
    return close_list(&json);
}
