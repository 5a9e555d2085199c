/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts by field, and records by name in each language. */
#include <stdlib.h>

#include "base/memory.h"
#include "index/building.h"
#include "text/collation.h"

static bool
list_field_facts(struct building *building)
{
    const struct intv_catalogue *catalogue = building->catalogue;
    struct field_span_row *spans = building_new_rows(building, SECTION_FIELD_SPANS, FIELD_COUNT);
    uint32_t *list = building_new_rows(building, SECTION_FIELD_FACTS, catalogue->fact_count);
    uint32_t total = 0;
    if (spans == NULL || list == NULL)
        return false;
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++)
        spans[catalogue->facts[fact].field].count++;
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        spans[field].first = total;
        total += spans[field].count;
        spans[field].count = 0;
    }
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++) {
        struct field_span_row *span = &spans[catalogue->facts[fact].field];
        list[span->first + span->count++] = fact;
    }
    return true;
}

/* ---- names ---- */

struct name_key
{
    const unsigned char *bytes;
    size_t length;
    uint32_t record;
};

struct keys
{
    unsigned char *bytes; /* of all keys, one after another */
    size_t size;
    size_t room;
    struct name_key *keys;
};

/* Records of one name keep their own order. */
static int
compare_name_keys(const void *one, const void *other)
{
    const struct name_key *a = one;
    const struct name_key *b = other;
    const size_t both = a->length < b->length ? a->length : b->length;
    const int order = memcmp(a->bytes, b->bytes, both);
    if (order != 0)
        return order;
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return (a->record > b->record) - (a->record < b->record);
}

static enum intv_status
add_key(struct keys *keys, struct collation *collation, uint32_t record, struct text name)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    enum intv_status status = collation_key(collation, name, &bytes, &length);
    if (status == INTV_OK && !memory_reserve(&keys->bytes, &keys->room, keys->size + length + 1, 1))
        status = INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK) {
        memcpy(keys->bytes + keys->size, bytes, length);
        keys->keys[record] = (struct name_key){NULL, length, record};
        keys->size += length;
    }
    memory_free(bytes);
    return status;
}

static enum intv_status
collect_keys(struct building *building, struct keys *keys, enum intv_language language)
{
    static const char *const TAGS[] = {[INTV_DUTCH] = "nl", [INTV_ENGLISH] = "en"};
    const struct intv_catalogue *catalogue = building->catalogue;
    struct collation *collation = NULL;
    enum intv_status status = collation_new(language, &collation);
    for (uint32_t i = 0; i < catalogue->record_count && status == INTV_OK; i++) {
        status = building_step(building);
        if (status == INTV_OK)
            status = add_key(keys, collation, i,
                             text_of(intv_record_get_name(catalogue, i, TAGS[language])));
    }
    collation_free(collation);
    return status;
}

/* Keys point to their bytes only when those do not move any more. */
static void
rank_keys(struct keys *keys, uint32_t count, uint32_t *ranks)
{
    size_t offset = 0;
    for (uint32_t i = 0; i < count; i++) {
        keys->keys[i].bytes = keys->bytes + offset;
        offset += keys->keys[i].length;
    }
    if (count > 0)
        qsort(keys->keys, count, sizeof(*keys->keys), compare_name_keys);
    for (uint32_t i = 0; i < count; i++)
        ranks[keys->keys[i].record] = i;
}

static enum intv_status
rank_names(struct building *building)
{
    const uint32_t count = building->catalogue->record_count;
    uint32_t *ranks = building_new_rows(building, SECTION_NAME_RANKS, (size_t)count * 2);
    struct keys keys = {.keys = memory_new(count, sizeof(*keys.keys))};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (ranks == NULL || keys.keys == NULL)
        goto out;
    for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++) {
        keys.size = 0;
        status = collect_keys(building, &keys, (enum intv_language)language);
        if (status != INTV_OK)
            break;
        rank_keys(&keys, count, ranks + (size_t)language * count);
    }
out:
    memory_free(keys.bytes);
    memory_free(keys.keys);
    return status;
}

enum intv_status
building_make_orders(struct building *building)
{
    return list_field_facts(building) ? rank_names(building) : INTV_ERROR_NO_MEMORY;
}
