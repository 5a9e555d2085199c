/* SPDX-License-Identifier: EUPL-1.2 */
/* The tags of the diagnostics, explained. */
#include <interventions/tags.h>

#include "base/diagnostics.h"

/* ---- the tables ---- */

struct explanation
{
    const char *text[2];
    enum intv_example example;
    const char *wrong;
    const char *right;
};

static const struct explanation EXPLANATIONS[DIAGNOSTIC_COUNT] = {
#define EXPLANATION(NAME, SORT, nl, en, wrong, right)                                              \
    [DIAGNOSTIC_##NAME] = {{nl, en}, INTV_EXAMPLE_##SORT, wrong, right},
#include "base/explanations.def"
#undef EXPLANATION
};

/* Each diagnostic has one row: a row too few or too many is a name too few or too many. */
enum explained
{
#define EXPLANATION(NAME, SORT, nl, en, wrong, right)                                              \
    THERE_IS_NO_EXPLANATION_OF_##NAME = DIAGNOSTIC_##NAME,
#include "base/explanations.def"
#undef EXPLANATION
};
#define DIAGNOSTIC(NAME, tag, SEVERITY, STATUS, nl, en, advice_nl, advice_en)                      \
    _Static_assert((int)THERE_IS_NO_EXPLANATION_OF_##NAME == (int)DIAGNOSTIC_##NAME, tag);
#include "base/diagnostics.def"
#undef DIAGNOSTIC

struct example_text
{
    const char *name;
    const char *text[2];
    const char *frame;
};

#define EXAMPLE_CATALOGUE(document)
#define EXAMPLE(SORT, number, name, nl, en, frame)                                                 \
    _Static_assert((int)INTV_EXAMPLE_##SORT == (number), "numbers of examples never change");
#include "base/examples.def"
#undef EXAMPLE

static const struct example_text EXAMPLES[] = {
#define EXAMPLE(SORT, number, name, nl, en, frame) [number] = {name, {nl, en}, frame},
#include "base/examples.def"
#undef EXAMPLE
#undef EXAMPLE_CATALOGUE
};

static const char CATALOGUE[] =
#define EXAMPLE(SORT, number, name, nl, en, frame)
#define EXAMPLE_CATALOGUE(document) document;
#include "base/examples.def"
#undef EXAMPLE
#undef EXAMPLE_CATALOGUE

    enum
{
    EXAMPLE_COUNT = sizeof(EXAMPLES) / sizeof(EXAMPLES[0])
};

static unsigned
language_number(enum intv_language language)
{
    return language == INTV_ENGLISH ? 1 : 0;
}

/* ---- finding ---- */

uint32_t
intv_tag_get_count(void)
{
    return DIAGNOSTIC_COUNT;
}

const char *
intv_tag_get_name(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? diagnostics_text(tag)->tag : NULL;
}

uint32_t
intv_tag_find(const char *name)
{
    for (uint32_t tag = 0; name != NULL && tag < DIAGNOSTIC_COUNT; tag++)
        if (strcmp(diagnostics_text(tag)->tag, name) == 0)
            return tag;
    return INTV_NONE;
}

uint32_t
intv_tag_suggest(const char *name)
{
    const struct text written = text_of(name);
    /* at most two in five letters differ */
    unsigned best = written.length < 64 ? (unsigned)written.length * 2 / 5 + 1 : 0;
    uint32_t nearest = INTV_NONE;
    for (uint32_t tag = 0; tag < DIAGNOSTIC_COUNT && best > 0; tag++) {
        const struct text known = text_of(diagnostics_text(tag)->tag);
        const unsigned distance = text_distance(known, written, best - 1);
        if (distance < best) {
            best = distance;
            nearest = tag;
        }
    }
    return nearest;
}

/* ---- what a tag says ---- */

enum intv_severity
intv_tag_get_severity(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? diagnostics_text(tag)->severity : INTV_SEVERITY_ERROR;
}

enum intv_status
intv_tag_get_status(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? diagnostics_text(tag)->status : INTV_OK;
}

const char *
intv_tag_get_message(uint32_t tag, enum intv_language language)
{
    if (tag >= DIAGNOSTIC_COUNT)
        return NULL;
    return diagnostics_text(tag)->message[language_number(language)];
}

const char *
intv_tag_get_advice(uint32_t tag, enum intv_language language)
{
    if (tag >= DIAGNOSTIC_COUNT)
        return NULL;
    return diagnostics_text(tag)->advice[language_number(language)];
}

const char *
intv_tag_get_explanation(uint32_t tag, enum intv_language language)
{
    return tag < DIAGNOSTIC_COUNT ? EXPLANATIONS[tag].text[language_number(language)] : NULL;
}

/* ---- examples ---- */

enum intv_example
intv_tag_get_example(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? EXPLANATIONS[tag].example : INTV_EXAMPLE_NONE;
}

const char *
intv_tag_get_wrong_example(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? EXPLANATIONS[tag].wrong : NULL;
}

const char *
intv_tag_get_right_example(uint32_t tag)
{
    return tag < DIAGNOSTIC_COUNT ? EXPLANATIONS[tag].right : NULL;
}

const char *
intv_example_get_name(enum intv_example example)
{
    return (unsigned)example < EXAMPLE_COUNT ? EXAMPLES[example].name : NULL;
}

const char *
intv_example_get_text(enum intv_example example, enum intv_language language)
{
    if ((unsigned)example >= EXAMPLE_COUNT)
        return NULL;
    return EXAMPLES[example].text[language_number(language)];
}

const char *
intv_example_get_frame(enum intv_example example)
{
    return (unsigned)example < EXAMPLE_COUNT ? EXAMPLES[example].frame : NULL;
}

const char *
intv_example_get_catalogue(void)
{
    return CATALOGUE;
}
