/* SPDX-License-Identifier: EUPL-1.2 */
/* Resolves what the documents say by id: records, concepts, sources, conflicts, hierarchies. */
#ifndef READ_LINK_H
#define READ_LINK_H

#include "read/staging.h"

/* Reports everything that does not resolve; the first status, or INTV_OK. */
enum intv_status link_staging(struct staging *staging, const struct limits *limits,
                              struct intv_diagnostics *diagnostics);

#endif
