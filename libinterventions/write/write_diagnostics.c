/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/write_diagnostics.h"

#include "base/memory.h"

/* intv_diagnostics_get_message() or intv_diagnostics_get_advice(). */
typedef size_t (*sentence_getter)(const struct intv_diagnostics *diagnostics, size_t index,
                                  enum intv_language language, char *buffer, size_t size);

static void
write_sentence(struct json *json, const struct intv_diagnostics *diagnostics, size_t index,
               sentence_getter get, enum intv_language language)
{
    const size_t length = get(diagnostics, index, language, NULL, 0);
    char *buffer = memory_new(length + 1, 1);
    if (buffer == NULL) {
        json_fail(json, INTV_ERROR_NO_MEMORY);
        return;
    }
    get(diagnostics, index, language, buffer, length + 1);
    json_key_string(json, language == INTV_ENGLISH ? "en" : "nl", buffer);
    memory_free(buffer);
}

static void
write_sentences(struct json *json, const char *key, const struct intv_diagnostics *diagnostics,
                size_t index, sentence_getter get)
{
    json_key_object(json, key);
    write_sentence(json, diagnostics, index, get, INTV_DUTCH);
    write_sentence(json, diagnostics, index, get, INTV_ENGLISH);
    json_close(json);
}

/* Lines and columns count from 1; 0 stands for none. */
static void
write_position(struct json *json, const char *key, uint32_t position)
{
    if (position > 0)
        json_key_unsigned(json, key, position);
    else
        json_key_null(json, key);
}

static void
write_diagnostic(struct json *json, const struct intv_diagnostics *diagnostics, size_t index)
{
    const bool is_error = intv_diagnostics_get_severity(diagnostics, index) == INTV_SEVERITY_ERROR;
    const enum intv_status status = intv_diagnostics_get_status(diagnostics, index);
    json_open_object(json);
    json_key_string(json, "tag", intv_diagnostics_get_tag(diagnostics, index));
    json_key_string(json, "severity", is_error ? "error" : "warning");
    json_key_string(json, "status", intv_status_get_name(status));
    json_key_string_or_null(json, "file", intv_diagnostics_get_file(diagnostics, index));
    write_position(json, "line", intv_diagnostics_get_line(diagnostics, index));
    write_position(json, "column", intv_diagnostics_get_column(diagnostics, index));
    json_key_string_or_null(json, "path", intv_diagnostics_get_path(diagnostics, index));
    json_key_string_or_null(json, "subject", intv_diagnostics_get_subject(diagnostics, index));
    write_sentences(json, "message", diagnostics, index, intv_diagnostics_get_message);
    write_sentences(json, "advice", diagnostics, index, intv_diagnostics_get_advice);
    json_close(json);
}

void
diagnostics_write(struct json *json, const struct intv_diagnostics *diagnostics)
{
    json_open_array(json);
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++)
        write_diagnostic(json, diagnostics, i);
    json_close(json);
}

enum intv_status
intv_write_diagnostics(const struct intv_diagnostics *diagnostics, uint32_t flags,
                       struct intv_output *output)
{
    struct json json;
    if (diagnostics == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    json_open_object(&json);
    json_key_string(&json, "format", "interventions-diagnostics/1");
    json_key_unsigned(&json, "errors", intv_diagnostics_get_error_count(diagnostics));
    json_key_unsigned(&json, "total", intv_diagnostics_get_total(diagnostics));
    json_key(&json, "diagnostics");
    diagnostics_write(&json, diagnostics);
    json_close(&json);
    return json_finish(&json);
}
