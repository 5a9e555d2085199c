/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/names.h"

#include "base/memory.h"
#include "text/fold.h"

enum
{
    NEAR = 3 /* edits within which a name is offered as what was meant */
};

bool
names_holds_field(enum field field)
{
    return field == FIELD_NAME || field == FIELD_ALIAS || field == FIELD_LABEL ||
           field == FIELD_ALT_LABEL || field == FIELD_HIDDEN_LABEL;
}

bool
names_accepts(const struct intv_catalogue *catalogue, const struct names_filter *filter,
              uint32_t record)
{
    const struct record_row *row = &catalogue->records[record];
    if ((filter->kinds & KIND_BIT(row->kind)) == 0)
        return false;
    if (row->kind != KIND_CONCEPT || filter->scheme == NULL)
        return true;
    const uint32_t scheme = catalogue_reference_of(catalogue, record, FIELD_SCHEME);
    return scheme != INTV_NONE && text_is(catalogue_id(catalogue, scheme), filter->scheme);
}

static struct text
name_text(const struct intv_catalogue *catalogue, uint32_t name)
{
    const struct name_row *row = &catalogue->names[name];
    return (struct text){catalogue->pool + row->offset, row->length};
}

static uint32_t
lower_name(const struct intv_catalogue *catalogue, struct text folded)
{
    uint32_t low = 0;
    uint32_t high = catalogue->name_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (text_compare(name_text(catalogue, middle), folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
find_folded(const struct intv_catalogue *catalogue, const struct names_filter *filter,
            struct text folded, uint32_t *record, uint32_t *other)
{
    uint32_t name = lower_name(catalogue, folded);
    for (; name < catalogue->name_count && text_equals(name_text(catalogue, name), folded);
         name++) {
        const uint32_t found = catalogue->names[name].record;
        if (found == *record || !names_accepts(catalogue, filter, found))
            continue;
        if (*record == INTV_NONE)
            *record = found;
        else if (*other == INTV_NONE)
            *other = found;
    }
}

static uint32_t
find_id(const struct intv_catalogue *catalogue, const struct names_filter *filter,
        struct text written)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        if ((filter->kinds & KIND_BIT(kind)) == 0)
            continue;
        const uint32_t record = catalogue_find(catalogue, (enum kind)kind, written);
        if (record != INTV_NONE && names_accepts(catalogue, filter, record))
            return record;
    }
    return INTV_NONE;
}

enum intv_status
names_find(const struct intv_catalogue *catalogue, const struct names_filter *filter,
           struct text written, uint32_t *record, uint32_t *other)
{
    char *folded = NULL;
    size_t length = 0;
    *other = INTV_NONE;
    *record = find_id(catalogue, filter, written);
    if (*record != INTV_NONE)
        return INTV_OK;
    const enum intv_status status = fold_text(written, &folded, &length);
    if (status == INTV_OK && length > 0)
        find_folded(catalogue, filter, (struct text){folded, length}, record, other);
    memory_free(folded);
    return status;
}

/* Names are sorted by text and then by record, so that equal ones stand together. */
static size_t
collect_folded(const struct intv_catalogue *catalogue, const struct names_filter *filter,
               struct text folded, uint32_t *records, size_t capacity)
{
    uint32_t before = INTV_NONE;
    size_t count = 0;
    uint32_t name = lower_name(catalogue, folded);
    for (; name < catalogue->name_count && text_equals(name_text(catalogue, name), folded);
         name++) {
        const uint32_t record = catalogue->names[name].record;
        if (record == before || !names_accepts(catalogue, filter, record))
            continue;
        if (count < capacity)
            records[count] = record;
        before = record;
        count++;
    }
    return count;
}

static size_t
collect_ids(const struct intv_catalogue *catalogue, const struct names_filter *filter,
            struct text written, uint32_t *records, size_t capacity)
{
    size_t count = 0;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        if ((filter->kinds & KIND_BIT(kind)) == 0)
            continue;
        const uint32_t record = catalogue_find(catalogue, (enum kind)kind, written);
        if (record == INTV_NONE || !names_accepts(catalogue, filter, record))
            continue;
        if (count < capacity)
            records[count] = record;
        count++;
    }
    return count;
}

enum intv_status
names_collect(const struct intv_catalogue *catalogue, const struct names_filter *filter,
              struct text written, uint32_t *records, size_t capacity, size_t *count)
{
    char *folded = NULL;
    size_t length = 0;
    *count = collect_ids(catalogue, filter, written, records, capacity);
    if (*count > 0)
        return INTV_OK;
    const enum intv_status status = fold_text(written, &folded, &length);
    if (status == INTV_OK && length > 0)
        *count =
            collect_folded(catalogue, filter, (struct text){folded, length}, records, capacity);
    memory_free(folded);
    return status;
}

/* Fewer edits for short words, of which nearly everything is near; none for an empty one. */
static unsigned
near_enough(struct text written)
{
    const size_t third = (written.length + 1) / 3;
    return third < NEAR ? (unsigned)third : NEAR;
}

uint32_t
names_suggest(const struct intv_catalogue *catalogue, const struct names_filter *filter,
              struct text written)
{
    const unsigned near = near_enough(written);
    uint32_t nearest = INTV_NONE;
    unsigned best = near + 1;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        const uint32_t end = catalogue->header->kind_first[kind + 1];
        if ((filter->kinds & KIND_BIT(kind)) == 0)
            continue;
        for (uint32_t i = catalogue->header->kind_first[kind]; i < end; i++) {
            const unsigned distance = text_distance(catalogue_id(catalogue, i), written, near);
            if (distance < best && names_accepts(catalogue, filter, i)) {
                best = distance;
                nearest = i;
            }
        }
    }
    for (uint32_t i = 0; i < catalogue->name_count; i++) {
        const unsigned distance = text_distance(name_text(catalogue, i), written, near);
        if (distance < best && names_accepts(catalogue, filter, catalogue->names[i].record)) {
            best = distance;
            nearest = catalogue->names[i].record;
        }
    }
    return nearest;
}

/* ---- the public view ---- */

/* Any kind for INTV_NONE; no kind at all for one that does not exist. */
static struct names_filter
filter_of(uint32_t kind)
{
    if (kind == INTV_NONE)
        return (struct names_filter){(kind_set)(KIND_BIT(KIND_COUNT) - 1), NULL};
    return (struct names_filter){kind < KIND_COUNT ? KIND_BIT(kind) : 0, NULL};
}

enum intv_status
intv_catalogue_find_named(const struct intv_catalogue *catalogue, uint32_t kind, const char *name,
                          uint32_t *records, size_t capacity, size_t *count)
{
    char *folded = NULL;
    size_t length = 0;
    if (count != NULL)
        *count = 0;
    if (catalogue == NULL || name == NULL || count == NULL || (records == NULL && capacity > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    const struct names_filter filter = filter_of(kind);
    const enum intv_status status = fold_text(text_of(name), &folded, &length);
    if (status == INTV_OK && length > 0)
        *count =
            collect_folded(catalogue, &filter, (struct text){folded, length}, records, capacity);
    memory_free(folded);
    return status != INTV_ERROR_LIMIT ? status : INTV_OK; /* no name is as long as that */
}

uint32_t
intv_catalogue_find_nearest(const struct intv_catalogue *catalogue, uint32_t kind,
                            const char *written)
{
    const struct names_filter filter = filter_of(kind);
    return written != NULL ? names_suggest(catalogue, &filter, text_of(written)) : INTV_NONE;
}
