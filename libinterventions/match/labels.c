/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/match.h>

struct label
{
    const char *name;
    const char *words[2];
};

#define ROW(NAME, name, nl, en) [INTV_##NAME] = {name, {nl, en}},
#define NOTHING(NAME, name, nl, en)

#define CATEGORY ROW
#define STATE NOTHING
#define PRECONDITION_STATE NOTHING
static const struct label CATEGORIES[] = {
#include "match/labels.def"
};
#undef CATEGORY
#undef STATE

#define CATEGORY NOTHING
#define STATE ROW
static const struct label STATES[] = {
#include "match/labels.def"
};
#undef STATE
#undef PRECONDITION_STATE

#define STATE NOTHING
#define PRECONDITION_STATE ROW
static const struct label PRECONDITION_STATES[] = {
#include "match/labels.def"
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

const char *
intv_category_get_name(enum intv_category category)
{
    return (unsigned)category < LENGTH(CATEGORIES) ? CATEGORIES[category].name : "unknown";
}

const char *
intv_category_get_label(enum intv_category category, enum intv_language language)
{
    return (unsigned)category < LENGTH(CATEGORIES)
               ? CATEGORIES[category].words[language == INTV_ENGLISH]
               : "";
}

const char *
intv_state_get_name(enum intv_state state)
{
    return (unsigned)state < LENGTH(STATES) ? STATES[state].name : "unknown";
}

const char *
intv_state_get_label(enum intv_state state, enum intv_language language)
{
    return (unsigned)state < LENGTH(STATES) ? STATES[state].words[language == INTV_ENGLISH] : "";
}

const char *
intv_precondition_state_get_name(enum intv_precondition_state state)
{
    return (unsigned)state < LENGTH(PRECONDITION_STATES) ? PRECONDITION_STATES[state].name
                                                         : "unknown";
}

const char *
intv_precondition_state_get_label(enum intv_precondition_state state, enum intv_language language)
{
    return (unsigned)state < LENGTH(PRECONDITION_STATES)
               ? PRECONDITION_STATES[state].words[language == INTV_ENGLISH]
               : "";
}
