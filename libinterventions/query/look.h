/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which facts of a field count for filters and facets, and for which records they speak:
 * doc/filters.md, rules 1, 2, 5 and 7.
 */
#ifndef QUERY_LOOK_H
#define QUERY_LOOK_H

#include "query/query.h"

struct look
{
    const struct intv_catalogue *catalogue;
    enum field field;
    enum field inside; /* the field directly around it; FIELD_COUNT when any will do */
    uint32_t
        relations; /* set of 1 << code of the qualifier of a fact, or of that around it; 0: any */
    enum reach reach;   /* what else an intervention answers by */
    uint32_t asserters; /* set of 1 << enum asserter */
    bool walks;         /* never uses the sets of the index, which must say the same */
};

/* What a filter on a qualifier looks at; the qualifier has a field. */
struct look look_for(const struct intv_query *query, enum qualifier qualifier);

/* Whether the sets of the index about the field are just what is looked at. */
bool look_has_sets(const struct look *look);

/* Whether a fact of the field counts, stated or silent. */
bool look_counts(const struct look *look, uint32_t fact);

/* Whether a claim of any field counts. */
bool look_is_asserted(const struct intv_catalogue *catalogue, uint32_t asserters, uint32_t fact);

/* Kinds whose records may state the field, interventions among them when research states it of them. */
kind_set look_kinds(const struct look *look);

/* Called for a record; may be called again for the same. */
typedef void (*look_visit)(void *user, uint32_t record);

/* The records a fact speaks for: its own, and the interventions that were evaluated or rated. */
void look_visit_records(const struct look *look, uint32_t fact, look_visit visit, void *user);
void look_add_records(const struct look *look, uint32_t fact, uint64_t *records);

/* All facts of the field, in the order of records; some may not count. */
const uint32_t *look_facts(const struct look *look, uint32_t *count);

/* Those of them that stand in ratings, which the derived sets of the index know nothing of. */
const uint32_t *look_facts_of_ratings(const struct look *look, uint32_t *count);

/* Adds the set of the index that says so; only when the look has sets. */
void look_add_set(const struct look *look, enum facet_sort sort, uint32_t value, uint64_t *records);

/* Records that state a value; that say by a mark why not; that may have lost one in a lenient load. */
void look_add_stated(const struct look *look, uint64_t *records);
void look_add_marked(const struct look *look, enum silence silence, uint64_t *records);
void look_add_dropped(const struct look *look, uint64_t *records);

#endif
