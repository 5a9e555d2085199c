/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_HIERARCHY_H
#define READ_HIERARCHY_H

#include "read/staging.h"

/*
 * Computes the ancestors of every record over `broader`, by every path, without recursion. Circles
 * are reported.
 */
enum intv_status hierarchy_close(struct staging *staging, const struct limits *limits,
                                 struct intv_diagnostics *diagnostics);

#endif
