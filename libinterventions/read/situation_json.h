/* SPDX-License-Identifier: EUPL-1.2 */
/* Situations as JSON. */
#ifndef READ_SITUATION_JSON_H
#define READ_SITUATION_JSON_H

#include "read/json_check.h"
#include "situation/situation.h"

#define SITUATION_JSON_FORMAT "interventions-situation/1"

/* Adds what an object says, as far as it is right; check->status tells whether all of it was. */
void situation_json_take(struct intv_situation *situation, struct json_check *check,
                         const struct json_value *object);

#endif
