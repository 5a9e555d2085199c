/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/json_limits.h"

const struct json_limit_format JSON_LIMITS[JSON_LIMIT_COUNT] = {
#define LIMIT(NAME, name, value, nl, en) {name, value, {nl, en}},
#include "read/json_limits.def"
#undef LIMIT
};
