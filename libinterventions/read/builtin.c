/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/builtin.h"

#include "model/catalogue.h"
#include "text/fold.h"

enum intv_status
intv_catalogue_builtin(struct intv_catalogue **catalogue)
{
    if (catalogue == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    *catalogue = NULL;
    if (BUILTIN_SIZE == 0)
        return INTV_ERROR_NOT_FOUND;
    if (fold_prepare() != INTV_OK)
        return INTV_ERROR_INTERNAL;
    return catalogue_open(BUILTIN_BLOCK, BUILTIN_SIZE, catalogue);
}
