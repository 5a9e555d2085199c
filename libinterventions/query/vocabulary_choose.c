/* SPDX-License-Identifier: EUPL-1.2 */
/* Which list of values a name stands for. */
#include <interventions/query.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "index/names.h"
#include "model/fields.h"
#include "query/vocabulary.h"

enum
{
    NEAR = 3 /* edits within which a name is offered as what was meant */
};

static const struct vocabulary_choice SCHEMES = {"schemes", LIST_NONE, KIND_SCHEME, INTV_NONE,
                                                 false};

static enum code_list
find_list(struct text name)
{
    for (unsigned list = LIST_NONE + 1; list < LIST_COUNT; list++)
        if (text_is(name, code_list_name((enum code_list)list)))
            return (enum code_list)list;
    return LIST_NONE;
}

/* The concepts of a scheme; those of a code list of the format stand for its codes. */
static struct vocabulary_choice
choose_scheme(const struct intv_catalogue *catalogue, uint32_t scheme)
{
    const struct text id = catalogue_id(catalogue, scheme);
    return (struct vocabulary_choice){id.bytes, find_list(id), KIND_CONCEPT, scheme, false};
}

static bool
choose_kind(enum kind kind, struct vocabulary_choice *choice)
{
    if (kind >= KIND_COUNT)
        return false;
    *choice = (struct vocabulary_choice){kind_name(kind), LIST_NONE, kind, INTV_NONE, false};
    return true;
}

/* Also a catalogue without the scheme of a code list has its codes. */
static bool
choose_list(const struct intv_catalogue *catalogue, enum code_list list,
            struct vocabulary_choice *choice)
{
    if (list == LIST_NONE)
        return false;
    const struct text name = text_of(code_list_name(list));
    const uint32_t scheme = catalogue_find(catalogue, KIND_SCHEME, name);
    *choice = scheme != INTV_NONE
                  ? choose_scheme(catalogue, scheme)
                  : (struct vocabulary_choice){name.bytes, list, KIND_CONCEPT, INTV_NONE, false};
    return true;
}

static enum kind
first_kind(kind_set kinds)
{
    unsigned kind = 0;
    while (kind < KIND_COUNT && (kinds & KIND_BIT(kind)) == 0)
        kind++;
    return (enum kind)kind;
}

static bool
choose_scheme_by_id(const struct intv_catalogue *catalogue, const char *id,
                    struct vocabulary_choice *choice)
{
    const uint32_t scheme = catalogue_find(catalogue, KIND_SCHEME, text_of(id));
    if (scheme != INTV_NONE)
        *choice = choose_scheme(catalogue, scheme);
    return scheme != INTV_NONE;
}

/* A scheme that the format names and the catalogue lacks gives a list without rows. */
static bool
choose_scheme_of_format(const struct intv_catalogue *catalogue, const char *name,
                        struct vocabulary_choice *choice)
{
    if (name == NULL)
        return false;
    if (!choose_scheme_by_id(catalogue, name, choice))
        *choice = (struct vocabulary_choice){name, LIST_NONE, KIND_CONCEPT, INTV_NONE, true};
    return true;
}

bool
vocabulary_choose_field(const struct intv_catalogue *catalogue, enum field field,
                        struct vocabulary_choice *choice)
{
    const struct field_format *format = &FIELD_FORMATS[field];
    switch (format->value) {
    case VALUE_CONCEPT:
        return choose_scheme_of_format(catalogue, format->scheme, choice);
    case VALUE_CODE:
        return choose_list(catalogue, format->list, choice);
    case VALUE_REFERENCE:
        return format->kinds != 0 && choose_kind(first_kind(format->kinds), choice);
    default:
        return false;
    }
}

static bool
choose_criterion(const struct intv_catalogue *catalogue, enum criterion_field field,
                 struct vocabulary_choice *choice)
{
    const kind_set kinds = criterion_kinds(field);
    if (kinds == 0)
        return false;
    return criterion_scheme(field) != NULL
               ? choose_scheme_of_format(catalogue, criterion_scheme(field), choice)
               : choose_kind(first_kind(kinds), choice);
}

/* ---- names ---- */

static enum kind
find_kind(struct text name)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (text_equals_ignoring_case(name, text_of(kind_name((enum kind)kind))) ||
            text_equals_ignoring_case(name, text_of(kind_label((enum kind)kind, INTV_DUTCH))) ||
            text_equals_ignoring_case(name, text_of(kind_label((enum kind)kind, INTV_ENGLISH))))
            return (enum kind)kind;
    return KIND_COUNT;
}

/* Whether a field goes by the name; *is_listed: and its values are a list. */
static bool
choose_fields(const struct intv_catalogue *catalogue, struct text name,
              struct vocabulary_choice *choice, bool *is_listed)
{
    const enum criterion_field criterion = criterion_find(name);
    bool is_field = criterion < CRITERION_COUNT;
    *is_listed = is_field && choose_criterion(catalogue, criterion, choice);
    const uint32_t qualifier = intv_qualifier_find(name.bytes);
    const uint32_t asked = intv_qualifier_get_field(qualifier);
    is_field = is_field || qualifier != INTV_NONE;
    if (!*is_listed && asked != INTV_NONE)
        *is_listed = vocabulary_choose_field(catalogue, (enum field)asked, choice);
    for (unsigned i = 0; i < FIELD_COUNT && !*is_listed; i++) {
        if (!text_equals_ignoring_case(name, text_of(FIELD_FORMATS[i].name)) &&
            !text_equals_ignoring_case(name, text_of(field_label((enum field)i, INTV_DUTCH))) &&
            !text_equals_ignoring_case(name, text_of(field_label((enum field)i, INTV_ENGLISH))))
            continue;
        is_field = true;
        *is_listed = vocabulary_choose_field(catalogue, (enum field)i, choice);
    }
    return is_field;
}

static void
offer(struct text written, const char *name, const char **nearest, unsigned *least)
{
    const unsigned distance = text_distance(written, text_of(name), NEAR);
    if (distance >= *least || distance >= written.length)
        return;
    *least = distance;
    *nearest = name;
}

static enum intv_status
refuse(const struct intv_catalogue *catalogue, struct text written,
       struct intv_diagnostics *diagnostics)
{
    const struct names_filter schemes = {KIND_BIT(KIND_SCHEME), NULL};
    const uint32_t scheme = names_suggest(catalogue, &schemes, written);
    const char *nearest = "-";
    unsigned least = NEAR + 1;
    if (scheme != INTV_NONE)
        nearest = intv_record_get_id(catalogue, scheme);
    for (unsigned i = 0; i < KIND_COUNT && scheme == INTV_NONE; i++)
        offer(written, kind_name((enum kind)i), &nearest, &least);
    for (unsigned i = 0; i < CRITERION_COUNT && scheme == INTV_NONE; i++)
        for (unsigned language = 0; language < 2 && criterion_kinds((enum criterion_field)i) != 0;
             language++)
            offer(written, CRITERION_FORMATS[i].name[language], &nearest, &least);
    const struct report report = {.code = DIAGNOSTIC_UNKNOWN_SCHEME,
                                  .parameters = {written, text_of(nearest)}};
    return diagnostics_report(diagnostics, &report);
}

static enum intv_status
choose_by_label(const struct intv_catalogue *catalogue, struct text written,
                struct vocabulary_choice *choice, struct intv_diagnostics *diagnostics)
{
    const struct names_filter schemes = {KIND_BIT(KIND_SCHEME), NULL};
    uint32_t scheme;
    uint32_t other;
    const enum intv_status status = names_find(catalogue, &schemes, written, &scheme, &other);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(diagnostics);
    if (scheme == INTV_NONE)
        return refuse(catalogue, written, diagnostics);
    *choice = choose_scheme(catalogue, scheme);
    return INTV_OK;
}

enum intv_status
vocabulary_choose(const struct intv_catalogue *catalogue, const char *written,
                  struct vocabulary_choice *choice, struct intv_diagnostics *diagnostics)
{
    const struct text name = text_of(written);
    bool is_listed = false;
    *choice = SCHEMES;
    if (written == NULL || text_is(name, SCHEMES.name) ||
        choose_scheme_by_id(catalogue, written, choice) || choose_kind(find_kind(name), choice) ||
        choose_list(catalogue, find_list(name), choice))
        return INTV_OK;
    const bool is_field = choose_fields(catalogue, name, choice, &is_listed);
    if (is_listed)
        return INTV_OK;
    if (!is_field)
        return choose_by_label(catalogue, name, choice, diagnostics);
    const struct report report = {.code = DIAGNOSTIC_NO_LIST, .parameters = {name}};
    return diagnostics_report(diagnostics, &report);
}
