/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/progress.h"

enum intv_status
progress_tell(struct progress *progress, const char *file)
{
    if (progress->callback == NULL ||
        progress->callback(progress->user, file, progress->done, progress->total) == 0)
        return INTV_OK;
    return diagnostics_add(progress->diagnostics, DIAGNOSTIC_CANCELLED, (struct place){file, 0, 0},
                           NULL, NULL, NULL, NULL);
}

enum intv_status
progress_add(struct progress *progress, const char *file, uint64_t bytes)
{
    progress->done += bytes;
    /* A file that grew since it was measured. */
    if (progress->total > 0 && progress->done > progress->total)
        progress->total = progress->done;
    return progress_tell(progress, file);
}

void
progress_complete(struct progress *progress)
{
    /* Of a file that shrank since it was measured, the rest does not come any more. */
    if (progress->done < progress->total)
        progress->done = progress->total;
    progress->total = progress->done;
}
