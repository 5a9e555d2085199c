/* SPDX-License-Identifier: EUPL-1.2 */
/* Which records a filter of a query finds; the rules are in doc/filters.md. */
#ifndef QUERY_FILTER_H
#define QUERY_FILTER_H

#include <interventions/types.h>

struct intv_query;

/*
 * Sets the bits of the records that answer a clause of the sort FILTER, HAS, SILENT or KIND. There
 * is room for a bit of every record of the catalogue, in words of 64; the caller cleared them.
 * INTV_ERROR_INTERNAL for another sort of clause.
 */
enum intv_status filter_records(const struct intv_query *query, uint32_t clause, uint64_t *records);

#endif
