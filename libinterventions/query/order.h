/* SPDX-License-Identifier: EUPL-1.2 */
/* The orders in which a result can be given besides that of relevance; see doc/filters.md. */
#ifndef QUERY_ORDER_H
#define QUERY_ORDER_H

#include <interventions/types.h>

struct intv_query;

/*
 * Sorts records as the query asks: by name, year, design or id, down when it says so. What is
 * unknown comes last either way; equal ones are in the order of their numbers. Leaves records as
 * they are when the query asks for the order of relevance.
 */
enum intv_status order_records(const struct intv_query *query, uint32_t *records, size_t count);

#endif
