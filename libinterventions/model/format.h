/* SPDX-License-Identifier: EUPL-1.2 */
/* The catalogue format (kinds.def, codes.def, format.def) as tables the program can read. */
#ifndef MODEL_FORMAT_H
#define MODEL_FORMAT_H

#include <interventions/catalogue.h>

#include "base/text.h"

enum kind
{
#define KIND(NAME, xml, nl, en) KIND_##NAME,
#include "model/kinds.def"
#undef KIND
    KIND_COUNT
};

/* A set of kinds, one bit each. */
typedef uint32_t kind_set;
#define KIND_BIT(kind) (UINT32_C(1) << (kind))

enum code_list
{
    LIST_NONE,
#define CODE_LIST(LIST, name) LIST_##LIST,
#define CODE(LIST, NAME, xml, nl, en)
#define CODE_OF_LOADING(LIST, NAME, xml, nl, en)
#include "model/codes.def"
#undef CODE_LIST
#undef CODE
#undef CODE_OF_LOADING
    LIST_COUNT
};

/* Codes: NOT_STATED is 0 in every list; ASSERTER_EDITOR and so on. */
enum
{
    CODE_NOT_STATED = 0
};
#define CODE_LIST(LIST, name)
#define CODE(LIST, NAME, xml, nl, en) LIST##_##NAME##_ROW,
#define CODE_OF_LOADING CODE
enum code_row
{
#include "model/codes.def"
    CODE_ROW_COUNT
};
#undef CODE_LIST
#undef CODE
#undef CODE_OF_LOADING

enum asserter
{
    ASSERTER_EVALUATION = 1,
    ASSERTER_RESPONDENTS,
    ASSERTER_GUIDELINE,
    ASSERTER_METHOD,
    ASSERTER_PROVIDER,
    ASSERTER_POLICY,
    ASSERTER_EDITOR
};
enum strength
{
    STRENGTH_DEMONSTRATED = 1,
    STRENGTH_POTENTIAL,
    STRENGTH_REPORTED,
    STRENGTH_COMPONENT_ONLY,
    STRENGTH_UNSTATED
};
enum need
{
    NEED_REQUIRED = 1,
    NEED_RECOMMENDED,
    NEED_FACILITATING,
    NEED_UNSTATED
};
enum silence
{
    SILENCE_NONE = 1,
    SILENCE_NOT_READ,
    SILENCE_SEARCHED,
    SILENCE_DROPPED /* of loading: no file may hold it */
};
enum verdict
{
    VERDICT_CONTRIBUTES = 1,
    VERDICT_PROMISING,
    VERDICT_NO_PROOF,
    VERDICT_DOES_NOT_WORK,
    VERDICT_CAN_HARM
};
enum scope
{
    SCOPE_INTERVENTION = 1,
    SCOPE_COLLABORATION,
    SCOPE_EVALUATION
};
enum record_kind
{
    RECORD_KIND_INTERVENTION = 1,
    RECORD_KIND_TYPE,
    RECORD_KIND_INSTRUMENT
};
enum group_role
{
    GROUP_ROLE_FINAL = 1,
    GROUP_ROLE_INTERMEDIARY,
    GROUP_ROLE_DELIVERER
};
enum direction
{
    DIRECTION_POSITIVE = 1,
    DIRECTION_MIXED,
    DIRECTION_NONE,
    DIRECTION_NEGATIVE,
    DIRECTION_NOT_STUDIED
};
enum ideology_relation
{
    IDEOLOGY_RELATION_AIMED_AT = 1,
    IDEOLOGY_RELATION_STUDIED_WITH
};
enum intervention_status
{
    STATUS_RUNNING = 1,
    STATUS_ENDED,
    STATUS_PLANNED
};

enum field
{
#define FIELD(NAME, xml, FORM, VALUE, DETAIL, QUALIFIER, CLAIM, explanation) FIELD_##NAME,
#define ON_KIND(KIND, FIELD, least, most)
#define ON_FIELD(OWNER, FIELD, least, most)
#include "model/format.def"
#undef FIELD
#undef ON_KIND
#undef ON_FIELD
    FIELD_COUNT
};

enum value
{
    VALUE_TEXT,
    VALUE_WORDING,
    VALUE_CONCEPT,
    VALUE_REFERENCE,
    VALUE_CODE,
    VALUE_QUANTITY,
    VALUE_DATE,
    VALUE_NUMBER,
    VALUE_TOKEN,
    VALUE_URL,
    VALUE_LANGUAGE,
    VALUE_COUNTRY,
    VALUE_GROUP
};

struct field_format
{
    const char *name;
    bool is_attribute;
    enum value value;
    const char *scheme;  /* of a CONCEPT */
    kind_set kinds;      /* of a REFERENCE; 0 means the kind of its own record */
    enum code_list list; /* of a CODE */
    const char *qualifier;
    enum code_list qualifier_list;
    bool is_claim;
    const char *explanation;
};

/* Where a field may stand, and how often; most 0 is without end. */
struct placement
{
    enum field field;
    uint8_t least;
    uint8_t most;
};

extern const struct field_format FIELD_FORMATS[FIELD_COUNT];

const char *kind_name(enum kind kind);
const char *kind_label(enum kind kind, enum intv_language language);

/* KIND_COUNT when there is no such kind. */
enum kind kind_find(struct text name);

/* What people call a field. */
const char *field_label(enum field field, enum intv_language language);

/* What the value of a field is to users of the library, where it is stated. */
enum intv_value field_value(enum field field) __attribute__((const));

const char *code_list_name(enum code_list list);

/* Number of codes in a list, which is also the last one. */
unsigned code_count(enum code_list list);

/* Name of a code, "" for 0 or a number that is not in the list. */
const char *code_name(enum code_list list, unsigned code);
const char *code_label(enum code_list list, unsigned code, enum intv_language language);

/* 0 when the list has no such code, or no file may hold it. */
unsigned code_find(enum code_list list, struct text name);

/* All codes of a list that a file may hold, with commas between, for messages; cut at size. */
void code_join(enum code_list list, char *buffer, size_t size);

/* Placements in a kind of record, and in a field; *count may be 0. */
const struct placement *placements_of_kind(enum kind kind, size_t *count);
const struct placement *placements_of_field(enum field field, size_t *count);

#endif
