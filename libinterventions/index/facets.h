/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sets of records that say the same (enum facet_sort), and the facts of a field. A set holds the
 * records in which a fact says so at any depth; who asserts it does not matter here.
 */
#ifndef INDEX_FACETS_H
#define INDEX_FACETS_H

#include "index/words.h"

/* NULL when no record says so. */
const struct facet_row *index_find_facet(const struct intv_catalogue *catalogue, enum field field,
                                         enum facet_sort sort, uint32_t value);

/* All rows of a field and sort, by value. */
struct index_range index_facets_of(const struct intv_catalogue *catalogue, enum field field,
                                   enum facet_sort sort);

bool index_facet_holds(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                       uint32_t record);

/* First record of the set that is at least `from`; INTV_NONE behind the last. */
uint32_t index_facet_next(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                          uint32_t from);

/* Adds the set to bits over all records. */
void index_facet_unite(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                       uint64_t *records);

/* How many records of the set are in bits over all records. */
uint32_t index_facet_count_in(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                              const uint64_t *records);

/* All facts of a field at any depth, silent ones too, in the order of records. */
static inline const uint32_t *
index_facts_of_field(const struct intv_catalogue *catalogue, enum field field, uint32_t *count)
{
    *count = catalogue->field_spans[field].count;
    return catalogue->field_facts + catalogue->field_spans[field].first;
}

/* Marks the fields that records of a kind may have, at any depth. */
void index_mark_fields(enum kind kind, bool may_have[FIELD_COUNT]);

#endif
