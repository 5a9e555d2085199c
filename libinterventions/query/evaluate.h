/* SPDX-License-Identifier: EUPL-1.2 */
/* Which records answer the tree of a query: doc/search.md, rules 5, 6, 14 and 15. */
#ifndef QUERY_EVALUATE_H
#define QUERY_EVALUATE_H

#include "query/search.h"

/* Marks the clauses that do not count: stop words beside other words. */
void evaluate_leave_out(struct search_maker *maker);

/* Fills the records and the total of the search; relaxes the query where that is asked and needed. */
enum intv_status evaluate_query(struct search_maker *maker);

#endif
