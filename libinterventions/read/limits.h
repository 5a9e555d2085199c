/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_LIMITS_H
#define READ_LIMITS_H

#include <stdint.h>

enum limit
{
#define LIMIT(NAME, name, standard, explanation) LIMIT_##NAME,
#include "read/limits.def"
#undef LIMIT
    LIMIT_COUNT
};

struct limits
{
    uint64_t values[LIMIT_COUNT];
};

extern const struct limits LIMITS_STANDARD;
extern const char *const LIMIT_NAMES[LIMIT_COUNT];
extern const char *const LIMIT_EXPLANATIONS[LIMIT_COUNT];

#endif
