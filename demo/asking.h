/* SPDX-License-Identifier: EUPL-1.2 */
/* What is asked: the situation of the options, and how it was understood. */
#ifndef ASKING_H
#define ASKING_H

#include <interventions/interventions.h>

#include <stdbool.h>

struct program;

/* Makes the match that the options ask for; false after telling what is wrong. */
bool asking_match(struct program *program, struct intv_match **match);

/* Says that the edition is old, if it is; then edition, date and the situation as understood. */
void asking_print(struct program *program, const struct intv_match *match);

/* Adds the options of a criterion, in the language of the program, with "or" between. */
void asking_add_options(struct program *program, const struct intv_situation *situation,
                        size_t criterion);

#endif
