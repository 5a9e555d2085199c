/* SPDX-License-Identifier: EUPL-1.2 */
/* A situation, as intv_situation_read_json() reads it; doc/json.md. */
#include "write/write_situation.h"

#include <interventions/match.h>

static void
write_option(struct json *json, const struct intv_situation *situation, const struct option *option)
{
    if (option->record != INTV_NONE)
        pieces_id(json, situation->catalogue, option->record);
    else
        json_text(json, option->text);
}

static void
write_criterion(struct json *json, const struct intv_situation *situation,
                const struct criterion *criterion)
{
    json_open_object(json);
    json_key_string(json, "field", CRITERION_FORMATS[criterion->field].name[INTV_ENGLISH]);
    json_key_string(json, "importance", intv_importance_get_name(criterion->importance));
    json_key_array(json, "wanted");
    for (uint32_t i = 0; i < criterion->option_count; i++)
        write_option(json, situation, &situation->options[criterion->option_first + i]);
    json_close(json);
    json_close(json);
}

/* Records are in the order of their ids. */
static void
write_said_preconditions(struct json *json, const struct intv_situation *situation)
{
    const struct intv_catalogue *catalogue = situation->catalogue;
    const uint32_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_PRECONDITION);
    json_key_array(json, "preconditions");
    for (uint32_t i = 0; i < count && situation->said_count > 0; i++) {
        const uint32_t record = intv_catalogue_get_record(catalogue, INTV_KIND_PRECONDITION, i);
        const enum intv_precondition_state state = situation_said_of(situation, record);
        if (state == INTV_UNSAID)
            continue;
        json_open_object(json);
        json_key_string(json, "id", intv_record_get_id(catalogue, record));
        json_key_string(json, "state", intv_precondition_state_get_name(state));
        json_close(json);
    }
    json_close(json);
}

static void
write_include(struct json *json, const struct intv_situation *situation)
{
    json_key_array(json, "include");
    for (uint32_t bit = 1; intv_include_get_name(bit) != NULL; bit *= 2)
        if ((situation->include & bit) != 0)
            json_string(json, intv_include_get_name(bit));
    json_close(json);
}

void
situation_write(struct json *json, const struct intv_situation *situation, const char *format)
{
    json_open_object(json);
    if (format != NULL)
        json_key_string(json, "format", format);
    json_key(json, "as_of");
    pieces_date(json, situation->as_of);
    json_key_array(json, "criteria");
    for (size_t i = 0; i < situation->criterion_count; i++)
        write_criterion(json, situation, &situation->criteria[i]);
    json_close(json);
    write_said_preconditions(json, situation);
    write_include(json, situation);
    json_close(json);
}

enum intv_status
intv_write_situation(const struct intv_situation *situation, uint32_t flags,
                     struct intv_output *output)
{
    struct json json;
    if (situation == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    situation_write(&json, situation, "interventions-situation/1");
    return json_finish(&json);
}
