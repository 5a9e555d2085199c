/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/output.h"

#include "base/memory.h"

enum intv_status
intv_output_new(struct intv_output **output)
{
    if (output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    *output = memory_new(1, sizeof(**output));
    return *output != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

void
intv_output_free(struct intv_output *output)
{
    if (output == NULL)
        return;
    memory_free(output->bytes);
    memory_free(output);
}

void
intv_output_clear(struct intv_output *output)
{
    if (output != NULL)
        output_truncate(output, 0);
}

const char *
intv_output_get_text(const struct intv_output *output)
{
    return output->bytes != NULL ? output->bytes : "";
}

size_t
intv_output_get_length(const struct intv_output *output)
{
    return output != NULL ? output->length : 0;
}

bool
output_append(struct intv_output *output, struct text text)
{
    size_t needed;
    if (text.length == 0)
        return true;
    if (__builtin_add_overflow(output->length, text.length, &needed) ||
        __builtin_add_overflow(needed, (size_t)1, &needed) ||
        !memory_reserve(&output->bytes, &output->capacity, needed, 1))
        return false;
    memcpy(output->bytes + output->length, text.bytes, text.length);
    output->length += text.length;
    output->bytes[output->length] = '\0';
    return true;
}

void
output_truncate(struct intv_output *output, size_t length)
{
    if (length >= output->length)
        return;
    output->length = length;
    output->bytes[length] = '\0';
}
