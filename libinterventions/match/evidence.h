/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef MATCH_EVIDENCE_H
#define MATCH_EVIDENCE_H

#include "match/judge.h"

/*
 * Strength of evidence of a candidate, rule 9: the order of the strongest design with a positive
 * finding on an outcome that has no negative finding; 0 when there is none, and when a lenient load
 * may have left out findings, which is then told by *lost. Uses the judge's scratch memory. False
 * when there is no memory.
 */
bool evidence_order(struct judge *judge, uint32_t candidate, uint64_t *order, bool *lost);

#endif
