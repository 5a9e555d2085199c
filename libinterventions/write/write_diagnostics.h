/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef WRITE_WRITE_DIAGNOSTICS_H
#define WRITE_WRITE_DIAGNOSTICS_H

#include <interventions/diagnostics.h>

#include "write/json.h"

/* The diagnostics that are kept, as an array. */
void diagnostics_write(struct json *json, const struct intv_diagnostics *diagnostics);

#endif
