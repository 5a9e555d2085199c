/* SPDX-License-Identifier: EUPL-1.2 */
/* Local catalogues that lie over another: named at the head, and marked where they are used. */
#ifndef LAYERS_H
#define LAYERS_H

#include <stdbool.h>
#include <stdint.h>

#include "terminal.h"

struct program;

/* A line for each local catalogue; false when there is none. */
bool layers_print(struct program *program);

/* A warning for each layer that is older than twelve months on a day, written yyyymmdd. */
void layers_print_old(struct program *program, uint32_t as_of);

/* Adds " (local: PUBLISHER)" when a record comes from a local catalogue. */
void layers_add_mark(const struct program *program, struct terminal *terminal, uint32_t record);

#endif
