/* SPDX-License-Identifier: EUPL-1.2 */
/* Facets as they were counted: doc/filters.md, rules 10 to 12. */
#ifndef QUERY_FACETS_H
#define QUERY_FACETS_H

#include <interventions/facets.h>

#include "base/arena.h"
#include "query/qualifiers.h"

struct facet_value
{
    uint32_t record;     /* INTV_NONE when it is no record */
    uint32_t code;       /* a code, a kind or a year */
    uint32_t count;      /* of records */
    const char *written; /* as in a query */
};

struct facet
{
    enum qualifier qualifier;
    size_t stated;
    size_t dropped;
    size_t none;
    size_t not_stated;
    size_t not_applicable;
    struct facet_value *values;
    size_t value_count;
    size_t value_capacity;
};

struct intv_facets
{
    struct intv_catalogue *catalogue;
    size_t total;
    struct facet *facets;
    size_t count;
    struct arena texts; /* years */
};

/* Whether the values of a qualifier can be counted. */
bool facets_can_count(enum qualifier qualifier);

/* What is counted in. */
struct facets_of
{
    struct intv_catalogue *catalogue;
    uint32_t asserters;
    const uint64_t *records;
};

/* Counts the facet at `place`, of which only the qualifier is filled in. */
enum intv_status facets_count(struct intv_facets *facets, size_t place, const struct facets_of *of);

#endif
