/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_LAYERS_H
#define READ_LAYERS_H

#include "read/staging.h"

/*
 * Lays the layers over each other, before linking: holds the rules of local catalogues, and takes
 * out every record that one of a layer above replaces. The first status, or INTV_OK.
 */
enum intv_status layers_settle(struct staging *staging, struct intv_diagnostics *diagnostics);

#endif
