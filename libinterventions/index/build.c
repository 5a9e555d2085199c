/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/build.h"

#include "base/memory.h"
#include "index/building.h"

void *
building_new_rows(struct building *building, enum block_section section, size_t count)
{
    struct index_section *made = &building->rows->sections[section];
    made->rows = memory_new(count, BLOCK_ROW_SIZES[section]);
    made->count = made->rows != NULL ? count : 0;
    made->capacity = made->count;
    return made->rows;
}

enum intv_status
building_add_word(struct building *building, struct text word, uint32_t *offset)
{
    struct index_section *words = &building->rows->sections[SECTION_WORDS];
    if (words->count + word.length >= INTV_NONE)
        return INTV_ERROR_LIMIT;
    if (!memory_reserve(&words->rows, &words->capacity, words->count + word.length + 1, 1))
        return INTV_ERROR_NO_MEMORY;
    memcpy((char *)words->rows + words->count, word.bytes, word.length);
    *offset = (uint32_t)words->count;
    words->count += word.length;
    return INTV_OK;
}

enum intv_status
index_build(const struct intv_catalogue *catalogue, const struct index_watch *watch,
            struct index_rows *rows)
{
    static enum intv_status (*const STEPS[])(struct building *) = {
        building_read,          building_make_terms,  building_make_stems, building_make_parts,
        building_make_postings, building_make_facets, building_make_orders};
    struct building building = {.catalogue = catalogue,
                                .watch = watch,
                                .rows = rows,
                                .text_count =
                                    (uint32_t)catalogue->header->sections[SECTION_TEXTS].count,
                                .terms = {.seed = dictionary_seed(catalogue)}};
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < sizeof(STEPS) / sizeof(STEPS[0]) && status == INTV_OK; i++)
        status = STEPS[i](&building);
    dictionary_free(&building.terms);
    memory_free(building.spots);
    memory_free(building.spot_firsts);
    memory_free(building.order);
    memory_free(building.ranks);
    return status;
}

void
index_free_rows(struct index_rows *rows)
{
    for (unsigned i = 0; i < SECTION_COUNT; i++) {
        memory_free(rows->sections[i].rows);
        rows->sections[i] = (struct index_section){NULL, 0, 0};
    }
}
