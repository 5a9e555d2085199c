/* SPDX-License-Identifier: EUPL-1.2 */
/* A block of which everything stands but the index: opened, indexed, and made longer. */
#include "read/freeze.h"

#include <string.h>

#include "base/memory.h"

/* Where the sections of the index come; gives the size of the block with them. */
static uint64_t
place_sections(struct block_header *header, const struct index_rows *rows)
{
    uint64_t offset = header->size;
    for (unsigned i = SECTION_INDEX_FIRST; i < SECTION_COUNT; i++) {
        header->sections[i] = (struct block_section_row){offset, rows->sections[i].count};
        offset = block_align(offset + rows->sections[i].count * BLOCK_ROW_SIZES[i]);
    }
    header->length_total = rows->length_total;
    return offset;
}

/* Each section is freed once it is copied, so that no more than one is held twice. */
static void
move_sections(char *bytes, struct index_rows *rows)
{
    const struct block_header *header = (const struct block_header *)(void *)bytes;
    uint64_t end = header->sections[SECTION_INDEX_FIRST].offset;
    for (unsigned i = SECTION_INDEX_FIRST; i < SECTION_COUNT; i++) {
        struct index_section *section = &rows->sections[i];
        const uint64_t offset = header->sections[i].offset;
        const size_t size = section->count * BLOCK_ROW_SIZES[i];
        memset(bytes + end, 0, (size_t)(offset - end));
        if (size > 0)
            memcpy(bytes + offset, section->rows, size);
        memory_free(section->rows);
        *section = (struct index_section){NULL, 0, 0};
        end = offset + size;
    }
    memset(bytes + end, 0, (size_t)(header->size - end));
}

static enum intv_status
append_index(void **block, size_t *size, struct index_rows *rows)
{
    struct block_header header = *(const struct block_header *)*block;
    const uint64_t whole = place_sections(&header, rows);
    size_t capacity = 0; /* so that there is room for just as much as is asked for */
    if (!memory_reserve(block, &capacity, (size_t)whole, 1))
        return INTV_ERROR_NO_MEMORY;
    header.size = whole;
    memcpy(*block, &header, sizeof(header));
    move_sections(*block, rows);
    *size = (size_t)whole;
    return INTV_OK;
}

enum intv_status
freeze_index(void **block, size_t *size, const struct index_watch *watch)
{
    struct intv_catalogue *catalogue = NULL;
    struct index_rows rows = {0};
    enum intv_status status = catalogue_open(*block, *size, &catalogue);
    if (status == INTV_OK)
        status = index_build(catalogue, watch, &rows);
    intv_catalogue_unref(catalogue);
    if (status == INTV_OK)
        status = append_index(block, size, &rows);
    index_free_rows(&rows);
    return status;
}
