/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a lenient load leaves out (doc/loading.md): the records and facts in which reading, linking
 * and checking found a fault, then everything that cannot stand without them.
 */
#ifndef READ_DROP_H
#define READ_DROP_H

#include "read/staging.h"

enum
{
    DROP_MOST_REQUIRED =
        4 /* parts that any record or fact requires; a test holds the format to it */
};

/* Marks all that goes, and reports each step; INTV_OK, or there is no memory. */
enum intv_status drop_spread(struct staging *staging, struct intv_diagnostics *diagnostics);

/*
 * Takes what is marked out of the staging. Of the facts of one field that go, the first stays as a
 * silent one that says so. Afterwards the ancestors must be computed anew. False when there is no
 * memory.
 */
bool drop_take_out(struct staging *staging);

#endif
