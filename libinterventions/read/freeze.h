/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef READ_FREEZE_H
#define READ_FREEZE_H

#include "index/build.h"
#include "read/staging.h"

/*
 * Lays a linked and checked staging out as one block (model/block.h) without its index, which the
 * caller frees with memory_free(). INTV_ERROR_LIMIT when it would not fit 32-bit offsets.
 */
enum intv_status freeze_staging(const struct staging *staging, void **block, size_t *size);

/*
 * Makes the index of a block and puts it behind it; the block may move. Needs nothing of the staging
 * any more. What index_build() may answer; the block stays the caller's, with or without its index.
 */
enum intv_status freeze_index(void **block, size_t *size, const struct index_watch *watch);

#endif
