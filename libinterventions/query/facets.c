/* SPDX-License-Identifier: EUPL-1.2 */
/* The public side of facets; they are counted in facets_count.c. */
#include "query/facets.h"

#include "base/diagnostics.h"
#include "base/memory.h"
#include "query/parse.h"
#include "query/search.h"

static const enum qualifier USUAL[] = {
#define FACET(QUALIFIER) QUALIFIER_##QUALIFIER,
#define FACET_LABEL(QUALIFIER, nl, en)
#include "query/facets.def"
#undef FACET
#undef FACET_LABEL
};

enum
{
    USUAL_COUNT = sizeof(USUAL) / sizeof(USUAL[0])
};

/* By enum intv_language; NULL where the label is that of the field. */
static const char *const LABELS[QUALIFIER_COUNT][2] = {
#define FACET(QUALIFIER)
#define FACET_LABEL(QUALIFIER, nl, en) [QUALIFIER_##QUALIFIER] = {nl, en},
#include "query/facets.def"
#undef FACET
#undef FACET_LABEL
};

/* ---- making ---- */

bool
facets_can_count(enum qualifier qualifier)
{
    switch (QUALIFIERS[qualifier].reading) {
    case READS_RECORDS:
    case READS_CODES:
    case READS_RELATIONS:
    case READS_DATES:
    case READS_COUNTRIES:
    case READS_KINDS:
        return true;
    default:
        return false;
    }
}

static enum intv_status
choose_qualifiers(const char *name, enum qualifier chosen[USUAL_COUNT], size_t *count,
                  struct intv_diagnostics *diagnostics)
{
    const struct place nowhere = {NULL, 0, 0};
    if (name == NULL) {
        memcpy(chosen, USUAL, sizeof(USUAL));
        *count = USUAL_COUNT;
        return INTV_OK;
    }
    *count = 1;
    chosen[0] = qualifier_find(text_of(name));
    if (chosen[0] == QUALIFIER_NONE)
        return grammar_refuse_qualifier(text_of(name), nowhere, true, diagnostics);
    if (facets_can_count(chosen[0]))
        return INTV_OK;
    return diagnostics_add(diagnostics, DIAGNOSTIC_FACET_NOT_COUNTABLE, nowhere, name, NULL, NULL,
                           NULL);
}

static enum intv_status
count_all(struct intv_facets *facets, const struct intv_search *search,
          const enum qualifier *chosen)
{
    const struct facets_of of = {search->catalogue, search->asserters, search_records(search)};
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < facets->count && status == INTV_OK; i++) {
        facets->facets[i].qualifier = chosen[i];
        status = facets_count(facets, i, &of);
    }
    return status;
}

enum intv_status
intv_facets_new(const struct intv_search *search, const char *qualifier,
                struct intv_facets **facets, struct intv_diagnostics *diagnostics)
{
    enum qualifier chosen[USUAL_COUNT];
    size_t count = 0;
    if (facets != NULL)
        *facets = NULL;
    if (search == NULL || facets == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    enum intv_status status = choose_qualifiers(qualifier, chosen, &count, diagnostics);
    if (status != INTV_OK)
        return status;
    struct intv_facets *made = memory_new(1, sizeof(*made));
    struct facet *rows = memory_new(count, sizeof(*rows));
    if (made == NULL || rows == NULL) {
        memory_free(made);
        memory_free(rows);
        return diagnostics_no_memory(diagnostics);
    }
    *made = (struct intv_facets){.catalogue = intv_catalogue_ref(search->catalogue),
                                 .total = search->total,
                                 .facets = rows,
                                 .count = count};
    status = count_all(made, search, chosen);
    if (status == INTV_OK) {
        *facets = made;
        return INTV_OK;
    }
    intv_facets_free(made);
    return diagnostics_no_memory(diagnostics);
}

void
intv_facets_free(struct intv_facets *facets)
{
    if (facets == NULL)
        return;
    for (size_t i = 0; i < facets->count; i++)
        memory_free(facets->facets[i].values);
    memory_free(facets->facets);
    arena_free(&facets->texts);
    intv_catalogue_unref(facets->catalogue);
    memory_free(facets);
}

/* ---- what was counted ---- */

size_t
intv_facets_get_total(const struct intv_facets *facets)
{
    return facets != NULL ? facets->total : 0;
}

size_t
intv_facets_get_count(const struct intv_facets *facets)
{
    return facets != NULL ? facets->count : 0;
}

static const struct facet *
find_facet(const struct intv_facets *facets, size_t facet)
{
    return facets != NULL && facet < facets->count ? &facets->facets[facet] : NULL;
}

static const struct facet_value *
find_value(const struct intv_facets *facets, size_t facet, size_t value)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL && value < found->value_count ? &found->values[value] : NULL;
}

const char *
intv_facets_get_qualifier(const struct intv_facets *facets, size_t facet,
                          enum intv_language language)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? intv_qualifier_get_name((uint32_t)found->qualifier, language) : "";
}

const char *
intv_facets_get_label(const struct intv_facets *facets, size_t facet, enum intv_language language)
{
    const struct facet *found = find_facet(facets, facet);
    if (found == NULL)
        return "";
    const char *own = LABELS[found->qualifier][language == INTV_ENGLISH];
    return own != NULL ? own : field_label(QUALIFIERS[found->qualifier].field, language);
}

size_t
intv_facets_get_stated(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->stated : 0;
}

size_t
intv_facets_get_not_stated(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->not_stated : 0;
}

size_t
intv_facets_get_none(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->none : 0;
}

size_t
intv_facets_get_dropped(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->dropped : 0;
}

size_t
intv_facets_get_not_applicable(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->not_applicable : 0;
}

size_t
intv_facets_get_value_count(const struct intv_facets *facets, size_t facet)
{
    const struct facet *found = find_facet(facets, facet);
    return found != NULL ? found->value_count : 0;
}

size_t
intv_facets_get_value_records(const struct intv_facets *facets, size_t facet, size_t value)
{
    const struct facet_value *found = find_value(facets, facet, value);
    return found != NULL ? found->count : 0;
}

uint32_t
intv_facets_get_value_record(const struct intv_facets *facets, size_t facet, size_t value)
{
    const struct facet_value *found = find_value(facets, facet, value);
    return found != NULL ? found->record : INTV_NONE;
}

const char *
intv_facets_get_value(const struct intv_facets *facets, size_t facet, size_t value)
{
    const struct facet_value *found = find_value(facets, facet, value);
    return found != NULL ? found->written : "";
}

const char *
intv_facets_get_value_label(const struct intv_facets *facets, size_t facet, size_t value,
                            enum intv_language language)
{
    const struct facet_value *found = find_value(facets, facet, value);
    if (found == NULL)
        return "";
    const enum qualifier qualifier = facets->facets[facet].qualifier;
    switch (QUALIFIERS[qualifier].reading) {
    case READS_RECORDS:
        return intv_record_get_name(facets->catalogue, found->record,
                                    language == INTV_ENGLISH ? "en" : "nl");
    case READS_KINDS:
        return kind_label((enum kind)found->code, language);
    case READS_CODES:
    case READS_RELATIONS:
        return code_label(qualifier_list(qualifier), found->code, language);
    default:
        return found->written;
    }
}
