/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/version.h>

#include "read/reader.h"

const char *
intv_version(void)
{
    return INTV_VERSION_STRING;
}

const char *
intv_format_version(void)
{
    return CATALOGUE_FORMAT;
}
