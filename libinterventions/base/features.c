/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/version.h>

#include <string.h>

struct feature
{
    const char *name;
    const char *explanation;
};

static const struct feature FEATURES[] = {
#define FEATURE(name, explanation) {name, explanation},
#include "base/features.def"
#undef FEATURE
};

enum
{
    FEATURE_COUNT = sizeof(FEATURES) / sizeof(FEATURES[0])
};

const char *
intv_feature_get_name(size_t index)
{
    return index < FEATURE_COUNT ? FEATURES[index].name : NULL;
}

const char *
intv_feature_get_explanation(size_t index)
{
    return index < FEATURE_COUNT ? FEATURES[index].explanation : NULL;
}

int
intv_has_feature(const char *name)
{
    for (size_t i = 0; name != NULL && i < FEATURE_COUNT; i++)
        if (strcmp(FEATURES[i].name, name) == 0)
            return 1;
    return 0;
}
