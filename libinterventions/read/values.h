/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading single values: countries, addresses, and the characters of texts. */
#ifndef READ_VALUES_H
#define READ_VALUES_H

#include "base/text.h"

bool value_is_country(struct text written);
bool value_is_url(struct text written);

/* Whether no text may hold the character. */
bool value_is_forbidden(uint32_t code_point);

/*
 * First character that no text may hold (controls but tab and line end, noncharacters), which a
 * character reference can bring in; 0 when there is none.
 */
uint32_t value_forbidden_character(struct text text);

/* Collapses white space in place and gives the new length. */
size_t value_collapse(char *bytes, size_t length);

#endif
