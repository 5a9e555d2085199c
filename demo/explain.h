/* SPDX-License-Identifier: EUPL-1.2 */
/* Rendering of one explanation: why an intervention got its place. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include <interventions/interventions.h>

#include <stdbool.h>

struct program;

/* What is being rendered. */
struct explaining
{
    struct program *program;
    const struct intv_explanation *explanation;
    uint32_t record;
    bool is_full; /* one intervention with everything, not one of many */
};

enum
{
    EXPLAIN_INDENT = 3 /* of the parts below the name */
};

/* Renders the whole; a number of 0 is not shown. */
void explain_print(const struct explaining *explaining, size_t number);

/* Renders only the musts that an excluded intervention does not meet. */
void explain_print_excluded(const struct explaining *explaining);

/* The parts, in files of their own. */
void criteria_print_decided(const struct explaining *explaining);
void criteria_print_partly(const struct explaining *explaining);
void criteria_print_unknown(const struct explaining *explaining);
void criteria_print_failed(const struct explaining *explaining);
bool criteria_has_state(const struct explaining *explaining, enum intv_state state);
void criteria_print_provider(const struct explaining *explaining);
bool criteria_has_provider(const struct explaining *explaining);

/* Which preconditions belong to which part. */
enum precondition_part
{
    PART_BLOCKING,  /* absent, and its absence blocks */
    PART_TO_ANSWER, /* nothing said, and it decides */
    PART_PARTLY,    /* partly in place */
    PART_ABSENT,    /* absent, and its absence does not block */
    PART_PRESENT,   /* in place */
    PART_ALSO_NAMED /* nothing said, and it does not decide */
};

bool preconditions_has(const struct explaining *explaining, enum precondition_part part);
void preconditions_print(const struct explaining *explaining, enum precondition_part part);
bool preconditions_has_silence(const struct explaining *explaining);
void preconditions_print_silence(const struct explaining *explaining);

/* Effective elements by strength, evaluations, risks, and what the provider says. */
void evidence_print_elements(const struct explaining *explaining);
void evidence_print_evaluations(const struct explaining *explaining);
void evidence_print_risks(const struct explaining *explaining);
void evidence_print_provider(const struct explaining *explaining);

#endif
