/* SPDX-License-Identifier: EUPL-1.2 */
/* Which records a filter of a query finds; the rules are in doc/filters.md. */
#ifndef QUERY_FILTER_H
#define QUERY_FILTER_H

#include "model/format.h"
#include "query/qualifiers.h"

struct intv_query;

/*
 * Sets the bits of the records that answer a clause of the sort FILTER, HAS, SILENT or KIND. There
 * is room for a bit of every record of the catalogue, in words of 64; the caller cleared them.
 * INTV_ERROR_INTERNAL for another sort of clause.
 */
enum intv_status filter_records(const struct intv_query *query, uint32_t clause, uint64_t *records);

/*
 * What is known for a qualifier that may be silent (qualifier_may_be_had()): which records state
 * something, say by a mark why not, or may have lost it in a lenient load; and which kinds may state
 * it.
 */
void filter_add_stated(const struct intv_query *query, enum qualifier qualifier, uint64_t *records);
void filter_add_marked(const struct intv_query *query, enum qualifier qualifier,
                       enum silence silence, uint64_t *records);
void filter_add_dropped(const struct intv_query *query, enum qualifier qualifier,
                        uint64_t *records);
kind_set filter_kinds(const struct intv_query *query, enum qualifier qualifier);

/* Records that state no country are Dutch, unless a lenient load left it out. */
void filter_add_dutch(const struct intv_query *query, uint64_t *records);

#endif
