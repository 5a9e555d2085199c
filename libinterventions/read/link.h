/* SPDX-License-Identifier: EUPL-1.2 */
/* Resolves what the documents say by id: records, concepts, sources, conflicts, hierarchies. */
#ifndef READ_LINK_H
#define READ_LINK_H

#include "read/staging.h"

/* Puts the records in the order of kinds, ids and documents; false when there is no memory. */
bool link_sort(struct staging *staging);

/* Reports that a record is called as one before it. */
enum intv_status link_report_duplicate(const struct staged_record *record,
                                       const struct staged_record *first,
                                       struct intv_diagnostics *diagnostics);

/* Reports everything that does not resolve; the first status, or INTV_OK. */
enum intv_status link_staging(struct staging *staging, const struct limits *limits,
                              struct intv_diagnostics *diagnostics);

#endif
