/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_JSON_LIMITS_H
#define READ_JSON_LIMITS_H

#include <stdint.h>

enum json_limit
{
#define LIMIT(NAME, name, value, nl, en) JSON_LIMIT_##NAME,
#include "read/json_limits.def"
#undef LIMIT
    JSON_LIMIT_COUNT
};

struct json_limit_format
{
    const char *name;
    uint64_t value;
    const char *explanation[2]; /* by enum intv_language */
};

extern const struct json_limit_format JSON_LIMITS[JSON_LIMIT_COUNT];

#endif
