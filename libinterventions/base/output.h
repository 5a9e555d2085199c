/* SPDX-License-Identifier: EUPL-1.2 */
/* A text that grows while it is written. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <interventions/output.h>

#include "base/text.h"

struct intv_output
{
    char *bytes; /* with a NUL behind them; NULL as long as nothing was written */
    size_t length;
    size_t capacity;
};

/* Adds bytes behind what is there; on failure nothing changes. */
bool output_append(struct intv_output *output, struct text text);

/* Cuts back to a length it had before. */
void output_truncate(struct intv_output *output, size_t length);

#endif
