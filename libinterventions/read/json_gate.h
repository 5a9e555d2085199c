/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The gate for JSON: one pass over the bytes before the parser sees them.
 *
 * It refuses what the parser accepts or mends in silence: other bytes than UTF-8, characters that
 * no text of a catalogue may hold, halves of surrogate pairs, and deep nesting. It does not check
 * the grammar: what it finds counts only when the parser finds nothing wrong before that place.
 */
#ifndef READ_JSON_GATE_H
#define READ_JSON_GATE_H

#include "base/diagnostics.h"

enum
{
    JSON_FAULT_WORD = 24
};

struct json_fault
{
    enum diagnostic code;
    size_t offset;
    char word[JSON_FAULT_WORD]; /* the character or escape, as it is shown */
};

/* Whether the bytes pass; else what is wrong first. */
bool json_gate_pass(struct text bytes, struct json_fault *fault);

#endif
