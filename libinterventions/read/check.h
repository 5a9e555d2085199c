/* SPDX-License-Identifier: EUPL-1.2 */
/* Judges a linked staging by the rules that format.def and the design set. */
#ifndef READ_CHECK_H
#define READ_CHECK_H

#include "read/staging.h"

/* Reports everything that breaks a rule; the first status, or INTV_OK. */
enum intv_status check_staging(struct staging *staging, struct intv_diagnostics *diagnostics);

#endif
