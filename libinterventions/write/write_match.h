/* SPDX-License-Identifier: EUPL-1.2 */
/* What the documents of a match and of a check share. */
#ifndef WRITE_WRITE_MATCH_H
#define WRITE_WRITE_MATCH_H

#include <interventions/match.h>

#include "write/citations.h"

struct match_writer
{
    struct json json;
    const struct intv_match *match;
    const struct intv_catalogue *catalogue;
    struct citations citations; /* scratch, empty between uses */
};

/* The keys "evidence", "warnings", "side_effects" and "limitations" of a candidate. */
void match_write_evidence(struct match_writer *writer, const struct intv_explanation *explanation);

#endif
