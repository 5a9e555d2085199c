/* SPDX-License-Identifier: EUPL-1.2 */
/* How far a load is, for the caller who asked to hear of it and may stop it. */
#ifndef READ_PROGRESS_H
#define READ_PROGRESS_H

#include <interventions/loader.h>

#include "base/diagnostics.h"

/* `done` never falls, and is never more than `total` once that is known. */
struct progress
{
    intv_progress callback; /* NULL: nobody asked */
    void *user;
    uint64_t done;
    uint64_t total; /* 0: not known */
    struct intv_diagnostics *diagnostics;
};

/* Tells how far the load is; INTV_ERROR_CANCELLED, and reported, when it is to stop. */
enum intv_status progress_tell(struct progress *progress, const char *file);

/* Counts bytes that were read, and tells. */
enum intv_status progress_add(struct progress *progress, const char *file, uint64_t bytes);

/* Everything was read: from now on what is done is all there is. */
void progress_complete(struct progress *progress);

#endif
