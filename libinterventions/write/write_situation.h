/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef WRITE_WRITE_SITUATION_H
#define WRITE_WRITE_SITUATION_H

#include "situation/situation.h"
#include "write/pieces.h"

/* A situation as one value; the format is written first, NULL leaves it out. */
void situation_write(struct json *json, const struct intv_situation *situation, const char *format);

#endif
