/* SPDX-License-Identifier: EUPL-1.2 */
/* The tags of the diagnostics, explained. */
#include <interventions/tags.h>

#include "write/json.h"

/* intv_tag_get_message() and the like. */
typedef const char *(*text_getter)(uint32_t tag, enum intv_language language);

static void
write_texts(struct json *json, const char *key, uint32_t tag, text_getter get)
{
    json_key_object(json, key);
    json_key_string(json, "nl", get(tag, INTV_DUTCH));
    json_key_string(json, "en", get(tag, INTV_ENGLISH));
    json_close(json);
}

static void
write_example(struct json *json, uint32_t tag)
{
    const enum intv_example example = intv_tag_get_example(tag);
    if (example == INTV_EXAMPLE_NONE) {
        json_key_null(json, "example");
        return;
    }
    json_key_object(json, "example");
    json_key_string(json, "kind", intv_example_get_name(example));
    json_key_string(json, "frame", intv_example_get_frame(example));
    json_key_string(json, "wrong", intv_tag_get_wrong_example(tag));
    json_key_string(json, "right", intv_tag_get_right_example(tag));
    json_close(json);
}

/* The keys of one tag, in an object that is open. */
static void
write_keys(struct json *json, uint32_t tag)
{
    const bool is_error = intv_tag_get_severity(tag) == INTV_SEVERITY_ERROR;
    json_key_string(json, "tag", intv_tag_get_name(tag));
    json_key_string(json, "severity", is_error ? "error" : "warning");
    json_key_string(json, "status", intv_status_get_name(intv_tag_get_status(tag)));
    write_texts(json, "message", tag, intv_tag_get_message);
    write_texts(json, "advice", tag, intv_tag_get_advice);
    write_texts(json, "explanation", tag, intv_tag_get_explanation);
    write_example(json, tag);
}

enum intv_status
intv_write_tag(uint32_t tag, uint32_t flags, struct intv_output *output)
{
    struct json json;
    if (output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (tag >= intv_tag_get_count())
        return INTV_ERROR_NOT_FOUND;
    json_begin(&json, output, flags);
    json_open_object(&json);
    json_key_string(&json, "format", "interventions-tag/1");
    write_keys(&json, tag);
    json_key_string(&json, "catalogue", intv_example_get_catalogue());
    json_close(&json);
    return json_finish(&json);
}

enum intv_status
intv_write_tags(uint32_t flags, struct intv_output *output)
{
    struct json json;
    if (output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    json_open_object(&json);
    json_key_string(&json, "format", "interventions-tags/1");
    json_key_array(&json, "tags");
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++) {
        json_open_object(&json);
        write_keys(&json, tag);
        json_close(&json);
    }
    json_close(&json);
    json_key_string(&json, "catalogue", intv_example_get_catalogue());
    json_close(&json);
    return json_finish(&json);
}
