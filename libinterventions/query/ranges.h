/* SPDX-License-Identifier: EUPL-1.2 */
/* Numbers, amounts and dates as queries write them, and back. */
#ifndef QUERY_RANGES_H
#define QUERY_RANGES_H

#include "query/query.h"

/*
 * Reads a number, amount or date, or a range of them, as `reading` says. `value` has the comparison;
 * gets the rest but for what was written. False when it is badly written.
 */
bool range_read(enum reading reading, struct text written, struct query_value *value);

/* The days a date may mean: yyyymmdd, with 00 for a month or day that is not stated. */
int64_t range_first_day(int64_t date);
int64_t range_last_day(int64_t date);

enum
{
    RANGE_SIZE = 100
};

/* Writes the comparison and the range, such that reading it gives the same; with a NUL behind it. */
void range_write(enum reading reading, const struct query_value *value, enum intv_language language,
                 char buffer[RANGE_SIZE]);

#endif
