/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/words.h"

enum
{
#define WEIGHT(FIELD, weight)
#define NOT_SEARCHED(FIELD)
#define WEIGHT_OF_ID(weight) OF_ID = weight,
#define WEIGHT_OF_WORDING(weight) OF_WORDING = weight,
#include "index/weights.def"
#undef WEIGHT
#undef NOT_SEARCHED
#undef WEIGHT_OF_ID
#undef WEIGHT_OF_WORDING
};

static const uint8_t WEIGHTS[FIELD_COUNT] = {
#define WEIGHT(FIELD, weight) [FIELD_##FIELD] = weight,
#define NOT_SEARCHED(FIELD) [FIELD_##FIELD] = 0,
#define WEIGHT_OF_ID(weight)
#define WEIGHT_OF_WORDING(weight)
#include "index/weights.def"
#undef WEIGHT
#undef NOT_SEARCHED
#undef WEIGHT_OF_ID
#undef WEIGHT_OF_WORDING
};

unsigned
index_weight(enum field field)
{
    return WEIGHTS[field];
}

unsigned
index_weight_of_id(void)
{
    return OF_ID;
}

unsigned
index_weight_of_text(enum field field)
{
    switch (FIELD_FORMATS[field].value) {
    case VALUE_TEXT:
    case VALUE_WORDING:
    case VALUE_TOKEN:
        return WEIGHTS[field];
    case VALUE_URL:
    case VALUE_LANGUAGE:
    case VALUE_COUNTRY:
        return 0;
    default:
        return OF_WORDING;
    }
}

unsigned
index_weight_of_name(enum field field)
{
    const enum value value = FIELD_FORMATS[field].value;
    return value == VALUE_CONCEPT || value == VALUE_REFERENCE ? WEIGHTS[field] : 0;
}
