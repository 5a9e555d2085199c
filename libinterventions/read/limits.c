/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/limits.h"

const struct limits LIMITS_STANDARD = {{
#define LIMIT(NAME, name, standard, explanation) standard,
#include "read/limits.def"
#undef LIMIT
}};

const char *const LIMIT_NAMES[LIMIT_COUNT] = {
#define LIMIT(NAME, name, standard, explanation) name,
#include "read/limits.def"
#undef LIMIT
};

const char *const LIMIT_EXPLANATIONS[LIMIT_COUNT] = {
#define LIMIT(NAME, name, standard, explanation) explanation,
#include "read/limits.def"
#undef LIMIT
};
