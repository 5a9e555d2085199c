/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_CIRCLES_H
#define READ_CIRCLES_H

#include "read/staging.h"

/*
 * Reports every record of a linked staging that leads back to itself over part-of, variant-of,
 * successor or replaced-by, each by itself; a lenient load leaves out the references in the circle.
 * The first status, or INTV_OK. (Circles over broader are for hierarchy.h.)
 */
enum intv_status circles_check(struct staging *staging, struct intv_diagnostics *diagnostics);

#endif
