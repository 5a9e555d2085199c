/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef TEXT_MARKS_H
#define TEXT_MARKS_H

#include "base/text.h"

/* Longest run of combining marks in the text, which must be UTF-8. */
size_t marks_in_a_row(struct text text);

#endif
