/* SPDX-License-Identifier: EUPL-1.2 */
/* What a catalogue holds, in numbers. */
#include <interventions/output.h>
#include <interventions/statistics.h>

#include "write/pieces.h"

static void
write_row(struct json *json, const struct intv_statistics *statistics, size_t index)
{
    json_open_object(json);
    json_key_string(json, "topic",
                    intv_topic_get_name(intv_statistics_get_topic(statistics, index)));
    json_key_string(json, "name", intv_statistics_get_name(statistics, index));
    json_key_unsigned(json, "number", intv_statistics_get_number(statistics, index));
    json_key_unsigned(json, "whole", intv_statistics_get_whole(statistics, index));
    json_close(json);
}

enum intv_status
intv_write_statistics(const struct intv_statistics *statistics, uint32_t flags,
                      struct intv_output *output)
{
    struct json json;
    if (statistics == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    json_open_object(&json);
    pieces_head(&json, intv_statistics_get_catalogue(statistics), "interventions-statistics/1");
    json_key_array(&json, "rows");
    for (size_t i = 0; i < intv_statistics_get_count(statistics); i++)
        write_row(&json, statistics, i);
    json_close(&json);
    json_close(&json);
    return json_finish(&json);
}
