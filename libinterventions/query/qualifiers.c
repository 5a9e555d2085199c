/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/qualifiers.h"

enum
{
    NEAR = 3 /* edits within which a name is offered as what was meant */
};

#define NO_FIELD FIELD_COUNT
#define FIELD_NO_FIELD FIELD_COUNT
#define FIELD_ANYWHERE FIELD_COUNT
#define CODE_OF(row, first) ((unsigned)(row) - (unsigned)(first) + 1)
#define ORGANISATION_ROLE_DEVELOPER CODE_OF(ORGANISATION_ROLE_DEVELOPER_ROW, FIRST_ROLE)
#define ORGANISATION_ROLE_PROVIDER CODE_OF(ORGANISATION_ROLE_PROVIDER_ROW, FIRST_ROLE)
#define ORGANISATION_ROLE_COMMISSIONER CODE_OF(ORGANISATION_ROLE_COMMISSIONER_ROW, FIRST_ROLE)
#define ORGANISATION_ROLE_EVALUATOR CODE_OF(ORGANISATION_ROLE_EVALUATOR_ROW, FIRST_ROLE)
#define ORGANISATION_ROLE_FUNDER CODE_OF(ORGANISATION_ROLE_FUNDER_ROW, FIRST_ROLE)
#define FIRST_ROLE ORGANISATION_ROLE_DEVELOPER_ROW
#define IMPORTANCE_CORE CODE_OF(IMPORTANCE_CORE_ROW, IMPORTANCE_CORE_ROW)
#define ONLY(code) (UINT32_C(1) << (code))

const struct qualifier_format QUALIFIERS[QUALIFIER_COUNT] = {
#define QUALIFIER(NAME, nl, en, READING, FIELD, INSIDE, RELATION, REACH, about_nl, about_en)       \
    {{nl, en},   READS_##READING, FIELD_##FIELD,       FIELD_##INSIDE,                             \
     (RELATION), REACH_##REACH,   {about_nl, about_en}},
#define ALSO(NAME, name)
#include "query/qualifiers.def"
#undef QUALIFIER
#undef ALSO
};

struct other_name
{
    enum qualifier qualifier;
    const char *name;
};

static const struct other_name OTHER_NAMES[] = {
#define QUALIFIER(NAME, nl, en, READING, FIELD, INSIDE, RELATION, REACH, about_nl, about_en)
#define ALSO(NAME, name) {QUALIFIER_##NAME, name},
#include "query/qualifiers.def"
#undef QUALIFIER
#undef ALSO
};

enum
{
    OTHER_NAME_COUNT = sizeof(OTHER_NAMES) / sizeof(OTHER_NAMES[0])
};

static char
fold(char c)
{
    if (c == '-' || c == '_')
        return ' ';
    return text_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

bool
qualifier_is_same_name(struct text one, struct text other)
{
    if (one.length != other.length)
        return false;
    for (size_t i = 0; i < one.length; i++)
        if (fold(one.bytes[i]) != fold(other.bytes[i]))
            return false;
    return true;
}

enum qualifier
qualifier_find(struct text name)
{
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++)
            if (qualifier_is_same_name(name, text_of(QUALIFIERS[i].name[language])))
                return (enum qualifier)i;
    for (unsigned i = 0; i < OTHER_NAME_COUNT; i++)
        if (qualifier_is_same_name(name, text_of(OTHER_NAMES[i].name)))
            return OTHER_NAMES[i].qualifier;
    return QUALIFIER_NONE;
}

/* Fewer edits for short names, of which nearly everything is near. */
static unsigned
near_enough(struct text written)
{
    const size_t third = (written.length + 1) / 3;
    return third < NEAR ? (unsigned)third : NEAR;
}

const char *
qualifier_suggest(struct text written)
{
    const unsigned near = near_enough(written);
    const char *nearest = NULL;
    unsigned best = near + 1;
    for (unsigned i = 0; i < 2 * QUALIFIER_COUNT + OTHER_NAME_COUNT; i++) {
        const char *name = i < 2 * QUALIFIER_COUNT ? QUALIFIERS[i / 2].name[i % 2]
                                                   : OTHER_NAMES[i - 2 * QUALIFIER_COUNT].name;
        const unsigned distance = text_distance(text_of(name), written, near);
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

enum code_list
qualifier_list(enum qualifier qualifier)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    switch (format->reading) {
    case READS_CODES:
        return FIELD_FORMATS[format->field].list;
    case READS_RELATIONS:
        return FIELD_FORMATS[format->field].qualifier_list;
    case READS_ASSERTERS:
        return LIST_ASSERTER;
    case READS_PRICES:
        return LIST_PER;
    case READS_TIMES:
        return LIST_UNIT;
    default:
        return LIST_NONE;
    }
}

kind_set
qualifier_kinds(enum qualifier qualifier)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    const kind_set every = KIND_BIT(KIND_COUNT) - 1;
    switch (format->reading) {
    case READS_RECORDS:
        if (FIELD_FORMATS[format->field].value == VALUE_CONCEPT)
            return KIND_BIT(KIND_CONCEPT);
        return FIELD_FORMATS[format->field].kinds != 0 ? FIELD_FORMATS[format->field].kinds : every;
    case READS_IDS:
        return every;
    case READS_BACK:
        return KIND_BIT(qualifier == QUALIFIER_RATING ? KIND_RATING : KIND_EVALUATION);
    case READS_SOURCES:
        return KIND_BIT(KIND_SOURCE);
    default:
        return 0;
    }
}

const char *
qualifier_scheme(enum qualifier qualifier)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    return format->reading == READS_RECORDS ? FIELD_FORMATS[format->field].scheme : NULL;
}

/* The fields whose concepts may stand in an ordered scheme. */
static bool
may_be_ordered(const struct qualifier_format *format)
{
    return FIELD_FORMATS[format->field].value == VALUE_CONCEPT || format->field == FIELD_RATED;
}

uint32_t
qualifier_comparisons(enum qualifier qualifier)
{
    const uint32_t all = (UINT32_C(1) << (INTV_LESS + 1)) - 1;
    const uint32_t none = UINT32_C(1) << INTV_IS;
    switch (QUALIFIERS[qualifier].reading) {
    case READS_RECORDS:
        return may_be_ordered(&QUALIFIERS[qualifier]) ? all : none;
    case READS_NUMBERS:
    case READS_AGES:
    case READS_PRICES:
    case READS_EUROS:
    case READS_TIMES:
    case READS_DATES:
        return all;
    default:
        return none;
    }
}

bool
qualifier_is_claim(enum qualifier qualifier)
{
    const struct qualifier_format *format = &QUALIFIERS[qualifier];
    return format->field != FIELD_COUNT && format->reading != READS_BACK &&
           FIELD_FORMATS[format->field].is_claim;
}

bool
qualifier_may_be_had(enum qualifier qualifier)
{
    return QUALIFIERS[qualifier].field != FIELD_COUNT || qualifier == QUALIFIER_SOURCE;
}

/* ---- the public view ---- */

static unsigned
language_number(enum intv_language language)
{
    return language == INTV_ENGLISH ? 1 : 0;
}

uint32_t
intv_qualifier_get_count(void)
{
    return QUALIFIER_COUNT;
}

uint32_t
intv_qualifier_find(const char *name)
{
    const enum qualifier found = name != NULL ? qualifier_find(text_of(name)) : QUALIFIER_NONE;
    return found != QUALIFIER_NONE ? (uint32_t)found : INTV_NONE;
}

const char *
intv_qualifier_get_name(uint32_t qualifier, enum intv_language language)
{
    return qualifier < QUALIFIER_COUNT ? QUALIFIERS[qualifier].name[language_number(language)] : "";
}

const char *
intv_qualifier_get_other_name(uint32_t qualifier, size_t index)
{
    for (unsigned i = 0; i < OTHER_NAME_COUNT; i++)
        if ((uint32_t)OTHER_NAMES[i].qualifier == qualifier && index-- == 0)
            return OTHER_NAMES[i].name;
    return "";
}

const char *
intv_qualifier_get_explanation(uint32_t qualifier, enum intv_language language)
{
    return qualifier < QUALIFIER_COUNT
               ? QUALIFIERS[qualifier].explanation[language_number(language)]
               : "";
}

uint32_t
intv_qualifier_get_field(uint32_t qualifier)
{
    if (qualifier >= QUALIFIER_COUNT || QUALIFIERS[qualifier].field == FIELD_COUNT)
        return INTV_NONE;
    return QUALIFIERS[qualifier].field;
}

uint32_t
intv_qualifier_get_comparisons(uint32_t qualifier)
{
    return qualifier < QUALIFIER_COUNT ? qualifier_comparisons((enum qualifier)qualifier) : 0;
}
