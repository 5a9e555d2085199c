/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/hits.h"

#include <stdlib.h>

/* Whether one place comes before the other. */
static bool
is_better(const struct search_place *one, const struct search_place *other)
{
    return one->score != other->score ? one->score > other->score : one->record < other->record;
}

/* A heap with the worst place at its top. */
static void
sink(struct hits *hits, size_t at)
{
    const struct search_place moved = hits->rows[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= hits->count)
            break;
        if (child + 1 < hits->count && is_better(&hits->rows[child], &hits->rows[child + 1]))
            child++;
        if (!is_better(&moved, &hits->rows[child]))
            break;
        hits->rows[at] = hits->rows[child];
        at = child;
    }
    hits->rows[at] = moved;
}

static void
rise(struct hits *hits, size_t at)
{
    const struct search_place moved = hits->rows[at];
    while (at > 0 && is_better(&hits->rows[(at - 1) / 2], &moved)) {
        hits->rows[at] = hits->rows[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    hits->rows[at] = moved;
}

void
hits_offer(struct hits *hits, uint32_t record, uint64_t score)
{
    const struct search_place place = {record, score};
    if (hits->count < hits->most) {
        hits->rows[hits->count++] = place;
        rise(hits, hits->count - 1);
    } else if (hits->count > 0 && is_better(&place, &hits->rows[0])) {
        hits->rows[0] = place;
        sink(hits, 0);
    }
}

static int
compare_places(const void *one, const void *other)
{
    const struct search_place *a = one;
    const struct search_place *b = other;
    if (a->score == b->score)
        return (a->record > b->record) - (a->record < b->record);
    return a->score > b->score ? -1 : 1;
}

void
hits_sort(struct hits *hits)
{
    if (hits->count > 1)
        qsort(hits->rows, hits->count, sizeof(*hits->rows), compare_places);
}
