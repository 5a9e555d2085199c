/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/facets.h"

#include "base/bits.h"

/* First row that is not before (field, sort, value). */
static uint32_t
lower_facet(const struct intv_catalogue *catalogue, unsigned field, unsigned sort, uint64_t value)
{
    const uint64_t high_part = (uint64_t)field << 8 | sort;
    uint32_t low = 0;
    uint32_t high = catalogue->facet_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const struct facet_row *row = &catalogue->facets[middle];
        const uint64_t part = (uint64_t)row->field << 8 | row->sort;
        if (part < high_part || (part == high_part && row->value < value))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct facet_row *
index_find_facet(const struct intv_catalogue *catalogue, enum field field, enum facet_sort sort,
                 uint32_t value)
{
    const uint32_t found = lower_facet(catalogue, field, sort, value);
    const struct facet_row *row = &catalogue->facets[found];
    return found < catalogue->facet_count && row->field == field && row->sort == sort &&
                   row->value == value
               ? row
               : NULL;
}

struct index_range
index_facets_of(const struct intv_catalogue *catalogue, enum field field, enum facet_sort sort)
{
    return (struct index_range){lower_facet(catalogue, field, sort, 0),
                                lower_facet(catalogue, field, sort, UINT64_MAX)};
}

static bool
is_bits(const struct facet_row *facet)
{
    return (facet->flags & FACET_IS_BITS) != 0;
}

/* Place in a listed set of the first record that is at least `from`. */
static uint32_t
lower_listed(const uint32_t *records, uint32_t count, uint32_t from)
{
    uint32_t low = 0;
    uint32_t high = count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (records[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t
index_facet_next(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                 uint32_t from)
{
    if (is_bits(facet)) {
        const uint32_t next =
            bits_next(catalogue->bits + facet->set_first, from, catalogue->record_count);
        return next < catalogue->record_count ? next : INTV_NONE;
    }
    const uint32_t *records = catalogue->set_records + facet->set_first;
    const uint32_t place = lower_listed(records, facet->record_count, from);
    return place < facet->record_count ? records[place] : INTV_NONE;
}

bool
index_facet_holds(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                  uint32_t record)
{
    if (is_bits(facet))
        return bits_hold(catalogue->bits + facet->set_first, record);
    return index_facet_next(catalogue, facet, record) == record;
}

void
index_facet_unite(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                  uint64_t *records)
{
    if (is_bits(facet))
        bits_unite(records, catalogue->bits + facet->set_first,
                   bits_words(catalogue->record_count));
    else
        for (uint32_t i = 0; i < facet->record_count; i++)
            bits_add(records, catalogue->set_records[facet->set_first + i]);
}

uint32_t
index_facet_count_in(const struct intv_catalogue *catalogue, const struct facet_row *facet,
                     const uint64_t *records)
{
    uint32_t count = 0;
    if (is_bits(facet))
        return bits_count_both(catalogue->bits + facet->set_first, records,
                               bits_words(catalogue->record_count));
    for (uint32_t i = 0; i < facet->record_count; i++)
        count += bits_hold(records, catalogue->set_records[facet->set_first + i]);
    return count;
}

/* ---- which kinds may have a field ---- */

static void
mark_placements(const struct placement *placements, size_t count, bool may_have[FIELD_COUNT])
{
    for (size_t i = 0; i < count; i++) {
        const enum field field = placements[i].field;
        size_t inside = 0;
        if (may_have[field])
            continue;
        may_have[field] = true;
        const struct placement *further = placements_of_field(field, &inside);
        mark_placements(further, inside, may_have);
    }
}

void
index_mark_fields(enum kind kind, bool may_have[FIELD_COUNT])
{
    size_t count = 0;
    const struct placement *placements = placements_of_kind(kind, &count);
    mark_placements(placements, count, may_have);
}
