/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The order of names in a language, by ICU. Nothing but the order of a list of names depends on
 * it.
 */
#ifndef TEXT_COLLATION_H
#define TEXT_COLLATION_H

#include <stddef.h>

#include <interventions/types.h>

#include "base/text.h"

/* Used by one thread at a time. */
struct collation;

/* INTV_ERROR_INTERNAL when the data of ICU cannot be used. */
enum intv_status collation_new(enum intv_language language, struct collation **collation);

void collation_free(struct collation *collation);

/*
 * The sort key of a UTF-8 text, to be freed with memory_free(). Keys compare byte by byte, and a
 * shorter one that is the beginning of another comes first.
 */
enum intv_status collation_key(struct collation *collation, struct text text, unsigned char **key,
                               size_t *length);

#endif
