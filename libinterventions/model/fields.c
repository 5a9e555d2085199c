/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/fields.h"

#define IS_CLOSED true
#define IS_OPEN false
#define SKIPS_EVERY false
#define SKIPS_PROGRAMME true

const struct criterion_format CRITERION_FORMATS[CRITERION_COUNT] = {
#define CRITERION(NAME, en, nl, FIELD, MODE, OPENNESS, APPLIES, asked)                             \
    {{nl, en}, FIELD_##FIELD, MODE_##MODE, IS_##OPENNESS, SKIPS_##APPLIES, asked},
#include "model/fields.def"
#undef CRITERION
};

enum criterion_field
criterion_find(struct text name)
{
    for (unsigned i = 0; i < CRITERION_COUNT; i++)
        if (text_equals_ignoring_case(name, text_of(CRITERION_FORMATS[i].name[INTV_DUTCH])) ||
            text_equals_ignoring_case(name, text_of(CRITERION_FORMATS[i].name[INTV_ENGLISH])))
            return (enum criterion_field)i;
    return CRITERION_COUNT;
}

kind_set
criterion_kinds(enum criterion_field field)
{
    const struct criterion_format *format = &CRITERION_FORMATS[field];
    switch (format->mode) {
    case MODE_FINDINGS:
        return KIND_BIT(KIND_CONCEPT);
    case MODE_COVERS:
    case MODE_IS_A:
        if (FIELD_FORMATS[format->field].value == VALUE_CONCEPT)
            return KIND_BIT(KIND_CONCEPT);
        return FIELD_FORMATS[format->field].kinds;
    default:
        return 0;
    }
}

const char *
criterion_scheme(enum criterion_field field)
{
    if (CRITERION_FORMATS[field].mode == MODE_FINDINGS)
        return FIELD_FORMATS[FIELD_OUTCOME].scheme;
    return FIELD_FORMATS[CRITERION_FORMATS[field].field].scheme;
}
