/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_FREEZE_H
#define READ_FREEZE_H

#include "read/staging.h"

/*
 * Lays a linked and checked staging out as one block (model/block.h), which the caller frees with
 * memory_free() or hands to catalogue_open(). INTV_ERROR_LIMIT when it would not fit 32-bit offsets.
 */
enum intv_status freeze_staging(const struct staging *staging, void **block, size_t *size);

#endif
