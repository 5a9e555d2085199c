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

/* Opens the document with its head, up to and with "situation". */
void match_open_document(struct match_writer *writer, const struct intv_match *match,
                         uint32_t flags, struct intv_output *output, const char *format);
enum intv_status match_close_document(struct match_writer *writer);

/* The key "counts": candidates in each category. */
void match_write_counts(struct match_writer *writer);

enum
{
    MATCH_KEYS = INTV_KEY_EVIDENCE + 1
};

/* The key "keys" of a candidate; the numbers by enum intv_match_key. */
void match_write_keys(struct json *json, const uint64_t keys[MATCH_KEYS]);

/* The keys "evidence", "warnings", "side_effects" and "limitations" of a candidate. */
void match_write_evidence(struct match_writer *writer, const struct intv_explanation *explanation);

#endif
