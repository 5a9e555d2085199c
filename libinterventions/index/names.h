/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding records by what people call them: ids, labels, names and aliases, folded. */
#ifndef INDEX_NAMES_H
#define INDEX_NAMES_H

#include "model/catalogue.h"

/* Which records count. */
struct names_filter
{
    kind_set kinds;
    const char *scheme; /* of concepts; NULL when any scheme will do */
};

bool names_accepts(const struct intv_catalogue *catalogue, const struct names_filter *filter,
                   uint32_t record);

/* Whether a field holds something by which people call a record. */
bool names_holds_field(enum field field);

/*
 * Finds the record that an id or a folded name stands for. When several share the name, *record is
 * the first and *other the second; else *other is INTV_NONE. Both INTV_NONE: not found.
 */
enum intv_status names_find(const struct intv_catalogue *catalogue,
                            const struct names_filter *filter, struct text written,
                            uint32_t *record, uint32_t *other);

/*
 * All records that an id stands for, or else a folded name; *count may be more than the capacity,
 * of which the first are given.
 */
enum intv_status names_collect(const struct intv_catalogue *catalogue,
                               const struct names_filter *filter, struct text written,
                               uint32_t *records, size_t capacity, size_t *count);

/* Record whose id or name is nearest to what was written; INTV_NONE when nothing is near. */
uint32_t names_suggest(const struct intv_catalogue *catalogue, const struct names_filter *filter,
                       struct text written);

#endif
