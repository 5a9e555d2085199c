/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/format.h"

struct kind_text
{
    const char *name;
    const char *label[2];
};

static const struct kind_text KINDS[KIND_COUNT] = {
#define KIND(NAME, xml, nl, en) {xml, {nl, en}},
#include "model/kinds.def"
#undef KIND
};

#define KIND(NAME, xml, nl, en)                                                                    \
    _Static_assert((int)KIND_##NAME == (int)INTV_KIND_##NAME, "public and internal kinds agree");
#include "model/kinds.def"
#undef KIND

static const char *const LIST_NAMES[LIST_COUNT] = {
    [LIST_NONE] = "",
#define CODE_LIST(LIST, name) [LIST_##LIST] = name,
#define CODE(LIST, NAME, xml, nl, en)
#define CODE_OF_LOADING(LIST, NAME, xml, nl, en)
#include "model/codes.def"
#undef CODE_LIST
#undef CODE
#undef CODE_OF_LOADING
};

struct code_text
{
    enum code_list list;
    const char *name;
    const char *label[2];
    bool is_of_loading; /* no file may hold it */
};

static const struct code_text CODES[] = {
#define CODE_LIST(LIST, name)
#define CODE(LIST, NAME, xml, nl, en) {LIST_##LIST, xml, {nl, en}, false},
#define CODE_OF_LOADING(LIST, NAME, xml, nl, en) {LIST_##LIST, xml, {nl, en}, true},
#include "model/codes.def"
#undef CODE_LIST
#undef CODE
#undef CODE_OF_LOADING
};

/* First row of each list, so that code n of a list is row FIRST_ROWS[list] + n - 1. */
static const uint8_t FIRST_ROWS[LIST_COUNT + 1] = {
    [LIST_NONE] = 0,
    [LIST_ASSERTER] = ASSERTER_EVALUATION_ROW,
    [LIST_STRENGTH] = STRENGTH_DEMONSTRATED_ROW,
    [LIST_NEED] = NEED_REQUIRED_ROW,
    [LIST_SILENCE] = SILENCE_NONE_ROW,
    [LIST_VERDICT] = VERDICT_CONTRIBUTES_ROW,
    [LIST_IMPORTANCE] = IMPORTANCE_CORE_ROW,
    [LIST_SCOPE] = SCOPE_INTERVENTION_ROW,
    [LIST_RECORD_KIND] = RECORD_KIND_INTERVENTION_ROW,
    [LIST_GROUP_ROLE] = GROUP_ROLE_FINAL_ROW,
    [LIST_ORGANISATION_ROLE] = ORGANISATION_ROLE_DEVELOPER_ROW,
    [LIST_DIRECTION] = DIRECTION_POSITIVE_ROW,
    [LIST_IDEOLOGY_RELATION] = IDEOLOGY_RELATION_AIMED_AT_ROW,
    [LIST_STATUS] = STATUS_RUNNING_ROW,
    [LIST_EVALUATION_STATUS] = EVALUATION_STATUS_PUBLISHED_ROW,
    [LIST_EXTENT] = EXTENT_WHOLE_ROW,
    [LIST_UNIT] = UNIT_MINUTES_ROW,
    [LIST_PER] = PER_PARTICIPANT_ROW,
    [LIST_BASIS] = BASIS_PROJECT_ROW,
    [LIST_CONSEQUENCE] = CONSEQUENCE_EVALUATION_REQUIRED_ROW,
    [LIST_CERTAINTY] = CERTAINTY_STATED_ROW,
    [LIST_INDEPENDENCE] = INDEPENDENCE_INDEPENDENT_ROW,
    [LIST_YES_NO] = YES_NO_YES_ROW,
    [LIST_MATCH] = MATCH_EXACT_ROW,
    [LIST_COUNT] = CODE_ROW_COUNT,
};

/* The rules name codes by number; the table decides the numbers. */
#define SAME_CODE(LIST, NAME, FIRST)                                                               \
    _Static_assert((int)LIST##_##NAME == LIST##_##NAME##_ROW - (int)LIST##_##FIRST##_ROW + 1,      \
                   "codes.def and the enumerations agree")
SAME_CODE(ASSERTER, EVALUATION, EVALUATION);
SAME_CODE(ASSERTER, RESPONDENTS, EVALUATION);
SAME_CODE(ASSERTER, PROVIDER, EVALUATION);
SAME_CODE(ASSERTER, EDITOR, EVALUATION);
SAME_CODE(STRENGTH, POTENTIAL, DEMONSTRATED);
SAME_CODE(STRENGTH, UNSTATED, DEMONSTRATED);
SAME_CODE(NEED, UNSTATED, REQUIRED);
SAME_CODE(SILENCE, DROPPED, NONE);
SAME_CODE(VERDICT, CAN_HARM, CONTRIBUTES);
SAME_CODE(SCOPE, EVALUATION, INTERVENTION);
SAME_CODE(RECORD_KIND, INSTRUMENT, INTERVENTION);
SAME_CODE(GROUP_ROLE, DELIVERER, FINAL);
SAME_CODE(DIRECTION, NOT_STUDIED, POSITIVE);
SAME_CODE(IDEOLOGY_RELATION, STUDIED_WITH, AIMED_AT);
SAME_CODE(STATUS, PLANNED, RUNNING);

#define TO(KIND) NULL, KIND_BIT(KIND_##KIND), LIST_NONE
#define TO_ANY NULL, (kind_set)(KIND_BIT(KIND_COUNT) - 1), LIST_NONE
#define SAME_KIND NULL, 0, LIST_NONE
#define IN(scheme) scheme, 0, LIST_NONE
#define FROM(LIST) NULL, 0, LIST_##LIST
#define PLAIN_DETAIL NULL, 0, LIST_NONE
#define NO_QUALIFIER NULL, LIST_NONE
#define BY(name, LIST) name, LIST_##LIST
#define FORM_ELEMENT false
#define FORM_ATTRIBUTE true
#define IS_CLAIM true
#define IS_PLAIN false

const struct field_format FIELD_FORMATS[FIELD_COUNT] = {
#define FIELD(NAME, xml, FORM, VALUE, DETAIL, QUALIFIER, CLAIM, explanation)                       \
    {xml, FORM_##FORM, VALUE_##VALUE, DETAIL, QUALIFIER, IS_##CLAIM, explanation},
#define ON_KIND(KIND, FIELD, least, most)
#define ON_FIELD(OWNER, FIELD, least, most)
#include "model/format.def"
#undef FIELD
#undef ON_KIND
#undef ON_FIELD
};

#undef FROM
#undef TO

enum
{
#define FIELD_LABEL(NAME, nl, en) +1
    FIELD_LABEL_COUNT = 0
#include "model/field_labels.def"
#undef FIELD_LABEL
};
_Static_assert((int)FIELD_LABEL_COUNT == (int)FIELD_COUNT, "every field has a label, once");

static const char *const FIELD_LABELS[FIELD_COUNT][2] = {
#define FIELD_LABEL(NAME, nl, en) [FIELD_##NAME] = {nl, en},
#include "model/field_labels.def"
#undef FIELD_LABEL
};

/* format.def keeps the placements of one owner together; a test holds it to that. */
static const enum kind PLACEMENT_KINDS[] = {
#define FIELD(NAME, xml, FORM, VALUE, DETAIL, QUALIFIER, CLAIM, explanation)
#define ON_KIND(KIND, FIELD, least, most) KIND_##KIND,
#define ON_FIELD(OWNER, FIELD, least, most)
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
};

static const struct placement KIND_PLACEMENTS[] = {
#define ON_KIND(KIND, FIELD, least, most) {FIELD_##FIELD, least, most},
#define ON_FIELD(OWNER, FIELD, least, most)
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
};

static const enum field PLACEMENT_OWNERS[] = {
#define ON_KIND(KIND, FIELD, least, most)
#define ON_FIELD(OWNER, FIELD, least, most) FIELD_##OWNER,
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
};

static const struct placement FIELD_PLACEMENTS[] = {
#define ON_KIND(KIND, FIELD, least, most)
#define ON_FIELD(OWNER, FIELD, least, most) {FIELD_##FIELD, least, most},
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
#undef FIELD
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

const char *
kind_name(enum kind kind)
{
    return (unsigned)kind < KIND_COUNT ? KINDS[kind].name : "";
}

const char *
kind_label(enum kind kind, enum intv_language language)
{
    return (unsigned)kind < KIND_COUNT ? KINDS[kind].label[language == INTV_ENGLISH] : "";
}

enum kind
kind_find(struct text name)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (text_is(name, KINDS[kind].name))
            return (enum kind)kind;
    return KIND_COUNT;
}

const char *
field_label(enum field field, enum intv_language language)
{
    return (unsigned)field < FIELD_COUNT ? FIELD_LABELS[field][language == INTV_ENGLISH] : "";
}

enum intv_value
field_value(enum field field)
{
    static const enum intv_value VALUES[] = {
        [VALUE_TEXT] = INTV_VALUE_TEXT,      [VALUE_WORDING] = INTV_VALUE_NONE,
        [VALUE_CONCEPT] = INTV_VALUE_RECORD, [VALUE_REFERENCE] = INTV_VALUE_RECORD,
        [VALUE_CODE] = INTV_VALUE_CODE,      [VALUE_QUANTITY] = INTV_VALUE_QUANTITY,
        [VALUE_DATE] = INTV_VALUE_DATE,      [VALUE_NUMBER] = INTV_VALUE_QUANTITY,
        [VALUE_TOKEN] = INTV_VALUE_TOKEN,    [VALUE_URL] = INTV_VALUE_TOKEN,
        [VALUE_LANGUAGE] = INTV_VALUE_TOKEN, [VALUE_COUNTRY] = INTV_VALUE_TOKEN,
        [VALUE_GROUP] = INTV_VALUE_NONE,
    };
    return VALUES[FIELD_FORMATS[field].value];
}

const char *
code_list_name(enum code_list list)
{
    return (unsigned)list < LIST_COUNT ? LIST_NAMES[list] : "";
}

unsigned
code_count(enum code_list list)
{
    if (list == LIST_NONE || (unsigned)list >= LIST_COUNT)
        return 0;
    return (unsigned)FIRST_ROWS[list + 1] - FIRST_ROWS[list];
}

static const struct code_text *
find_code(enum code_list list, unsigned code)
{
    return code > 0 && code <= code_count(list) ? &CODES[FIRST_ROWS[list] + code - 1] : NULL;
}

const char *
code_name(enum code_list list, unsigned code)
{
    const struct code_text *found = find_code(list, code);
    return found != NULL ? found->name : "";
}

const char *
code_label(enum code_list list, unsigned code, enum intv_language language)
{
    const struct code_text *found = find_code(list, code);
    return found != NULL ? found->label[language == INTV_ENGLISH] : "";
}

unsigned
code_find(enum code_list list, struct text name)
{
    for (unsigned row = FIRST_ROWS[list]; list != LIST_NONE && row < FIRST_ROWS[list + 1]; row++)
        if (text_is(name, CODES[row].name) && !CODES[row].is_of_loading)
            return row - FIRST_ROWS[list] + 1;
    return CODE_NOT_STATED;
}

void
code_join(enum code_list list, char *buffer, size_t size)
{
    size_t used = 0;
    buffer[0] = '\0';
    for (unsigned row = FIRST_ROWS[list]; row < FIRST_ROWS[list + 1]; row++) {
        const size_t length = strlen(CODES[row].name);
        if (CODES[row].is_of_loading)
            continue;
        if (used + length + 3 > size)
            return;
        if (used > 0) {
            memcpy(buffer + used, ", ", 2);
            used += 2;
        }
        memcpy(buffer + used, CODES[row].name, length + 1);
        used += length;
    }
}

const struct placement *
placements_of_kind(enum kind kind, size_t *count)
{
    size_t first = 0;
    while (first < LENGTH(PLACEMENT_KINDS) && PLACEMENT_KINDS[first] != kind)
        first++;
    size_t end = first;
    while (end < LENGTH(PLACEMENT_KINDS) && PLACEMENT_KINDS[end] == kind)
        end++;
    *count = end - first;
    return &KIND_PLACEMENTS[first];
}

const struct placement *
placements_of_field(enum field field, size_t *count)
{
    size_t first = 0;
    while (first < LENGTH(PLACEMENT_OWNERS) && PLACEMENT_OWNERS[first] != field)
        first++;
    size_t end = first;
    while (end < LENGTH(PLACEMENT_OWNERS) && PLACEMENT_OWNERS[end] == field)
        end++;
    *count = end - first;
    return &FIELD_PLACEMENTS[first];
}
