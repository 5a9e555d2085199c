/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/catalogue.h"

#include "base/memory.h"

#include <string.h>

const size_t BLOCK_ROW_SIZES[SECTION_COUNT] = {
    [SECTION_RECORDS] = sizeof(struct record_row),
    [SECTION_FACTS] = sizeof(struct fact_row),
    [SECTION_PROVENANCES] = sizeof(struct provenance_row),
    [SECTION_QUANTITIES] = sizeof(struct quantity_row),
    [SECTION_TEXTS] = sizeof(struct text_row),
    [SECTION_LINKS] = sizeof(uint32_t),
    [SECTION_NAMES] = sizeof(struct name_row),
    [SECTION_LAYERS] = sizeof(struct layer_row),
    [SECTION_POOL] = 1,
    [SECTION_TERMS] = sizeof(struct term_row),
    [SECTION_STEMS] = sizeof(struct stem_row),
    [SECTION_STEM_TERMS] = sizeof(uint32_t),
    [SECTION_PARTS] = sizeof(struct part_row),
    [SECTION_PART_USES] = sizeof(struct part_use),
    [SECTION_POSTINGS] = sizeof(struct posting_row),
    [SECTION_OCCURRENCES] = sizeof(struct occurrence_row),
    [SECTION_LENGTHS] = sizeof(uint32_t),
    [SECTION_FACETS] = sizeof(struct facet_row),
    [SECTION_BITS] = sizeof(uint64_t),
    [SECTION_SET_RECORDS] = sizeof(uint32_t),
    [SECTION_FIELD_SPANS] = sizeof(struct field_span_row),
    [SECTION_FIELD_FACTS] = sizeof(uint32_t),
    [SECTION_NAME_RANKS] = sizeof(uint32_t),
    [SECTION_WORDS] = 1,
};

static bool
section_fits(const struct block_header *header, enum block_section section, size_t size)
{
    const struct block_section_row *row = &header->sections[section];
    uint64_t bytes;
    uint64_t end;
    return row->offset % BLOCK_ALIGNMENT == 0 &&
           !__builtin_mul_overflow(row->count, (uint64_t)BLOCK_ROW_SIZES[section], &bytes) &&
           !__builtin_add_overflow(row->offset, bytes, &end) && end <= size;
}

static bool
header_fits(const struct block_header *header, size_t size)
{
    if (size < sizeof(*header) || memcmp(header->magic, BLOCK_MAGIC, sizeof(header->magic)) != 0 ||
        header->byte_order != BLOCK_BYTE_ORDER || header->layout != BLOCK_LAYOUT ||
        header->size != size)
        return false;
    for (unsigned section = 0; section < SECTION_COUNT; section++)
        if (!section_fits(header, (enum block_section)section, size))
            return false;
    return header->sections[SECTION_LAYERS].count > 0;
}

static const void *
section_rows(const struct block_header *header, enum block_section section)
{
    return (const char *)header + header->sections[section].offset;
}

static void
point_to_sections(struct intv_catalogue *catalogue)
{
    const struct block_header *header = catalogue->header;
    catalogue->records = section_rows(header, SECTION_RECORDS);
    catalogue->facts = section_rows(header, SECTION_FACTS);
    catalogue->provenances = section_rows(header, SECTION_PROVENANCES);
    catalogue->quantities = section_rows(header, SECTION_QUANTITIES);
    catalogue->texts = section_rows(header, SECTION_TEXTS);
    catalogue->links = section_rows(header, SECTION_LINKS);
    catalogue->names = section_rows(header, SECTION_NAMES);
    catalogue->layers = section_rows(header, SECTION_LAYERS);
    catalogue->pool = section_rows(header, SECTION_POOL);
}

static void
point_to_index(struct intv_catalogue *catalogue)
{
    const struct block_header *header = catalogue->header;
    catalogue->terms = section_rows(header, SECTION_TERMS);
    catalogue->stems = section_rows(header, SECTION_STEMS);
    catalogue->stem_terms = section_rows(header, SECTION_STEM_TERMS);
    catalogue->parts = section_rows(header, SECTION_PARTS);
    catalogue->part_uses = section_rows(header, SECTION_PART_USES);
    catalogue->postings = section_rows(header, SECTION_POSTINGS);
    catalogue->occurrences = section_rows(header, SECTION_OCCURRENCES);
    catalogue->lengths = section_rows(header, SECTION_LENGTHS);
    catalogue->facets = section_rows(header, SECTION_FACETS);
    catalogue->bits = section_rows(header, SECTION_BITS);
    catalogue->set_records = section_rows(header, SECTION_SET_RECORDS);
    catalogue->field_spans = section_rows(header, SECTION_FIELD_SPANS);
    catalogue->field_facts = section_rows(header, SECTION_FIELD_FACTS);
    catalogue->name_ranks = section_rows(header, SECTION_NAME_RANKS);
    catalogue->words = section_rows(header, SECTION_WORDS);
}

static void
count_rows(struct intv_catalogue *catalogue)
{
    const struct block_section_row *sections = catalogue->header->sections;
    catalogue->record_count = (uint32_t)sections[SECTION_RECORDS].count;
    catalogue->fact_count = (uint32_t)sections[SECTION_FACTS].count;
    catalogue->name_count = (uint32_t)sections[SECTION_NAMES].count;
    catalogue->layer_count = (uint32_t)sections[SECTION_LAYERS].count;
    catalogue->term_count = (uint32_t)sections[SECTION_TERMS].count;
    catalogue->stem_count = (uint32_t)sections[SECTION_STEMS].count;
    catalogue->part_count = (uint32_t)sections[SECTION_PARTS].count;
    catalogue->facet_count = (uint32_t)sections[SECTION_FACETS].count;
}

enum intv_status
catalogue_open(const void *block, size_t size, struct intv_catalogue **catalogue)
{
    *catalogue = NULL;
    if (!header_fits(block, size))
        return INTV_ERROR_VERSION;
    struct intv_catalogue *opened = memory_new(1, sizeof(*opened));
    if (opened == NULL)
        return INTV_ERROR_NO_MEMORY;
    opened->references = 1;
    opened->header = block;
    point_to_sections(opened);
    point_to_index(opened);
    count_rows(opened);
    *catalogue = opened;
    return INTV_OK;
}

enum intv_status
catalogue_adopt(void *block, size_t size, struct intv_catalogue **catalogue)
{
    const enum intv_status status = catalogue_open(block, size, catalogue);
    if (status == INTV_OK)
        (*catalogue)->owned = block;
    else
        memory_free(block);
    return status;
}

struct intv_catalogue *
intv_catalogue_ref(struct intv_catalogue *catalogue)
{
    if (catalogue != NULL)
        __atomic_add_fetch(&catalogue->references, 1, __ATOMIC_RELAXED);
    return catalogue;
}

void
intv_catalogue_unref(struct intv_catalogue *catalogue)
{
    if (catalogue == NULL || __atomic_sub_fetch(&catalogue->references, 1, __ATOMIC_ACQ_REL) > 0)
        return;
    memory_free(catalogue->owned);
    memory_free(catalogue);
}

struct text
catalogue_id(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = &catalogue->records[record];
    return (struct text){catalogue->pool + row->id, row->id_length};
}

uint32_t
catalogue_find(const struct intv_catalogue *catalogue, enum kind kind, struct text id)
{
    uint32_t low = catalogue->header->kind_first[kind];
    uint32_t high = catalogue->header->kind_first[kind + 1];
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const int order = text_compare(catalogue_id(catalogue, middle), id);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return INTV_NONE;
}

/* First fact directly under a record whose field is at least the one given. */
static uint32_t
lower_fact(const struct intv_catalogue *catalogue, const struct record_row *row, unsigned field)
{
    uint32_t low = row->fact_first;
    uint32_t high = row->fact_first + row->fact_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (catalogue->facts[middle].field < field)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct fact_span
catalogue_facts_of(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    const struct record_row *row = &catalogue->records[record];
    return (struct fact_span){lower_fact(catalogue, row, field),
                              lower_fact(catalogue, row, (unsigned)field + 1)};
}

uint32_t
catalogue_child_of(const struct intv_catalogue *catalogue, uint32_t fact, enum field field)
{
    const struct fact_row *row = &catalogue->facts[fact];
    for (uint32_t i = 0; i < row->child_count; i++)
        if (catalogue->facts[row->child_first + i].field == field)
            return row->child_first + i;
    return INTV_NONE;
}

bool
catalogue_is_ancestor(const struct intv_catalogue *catalogue, uint32_t ancestor, uint32_t record)
{
    const struct record_row *row = &catalogue->records[record];
    const uint32_t *ancestors = catalogue->links + row->ancestor_first;
    uint32_t low = 0;
    uint32_t high = row->ancestor_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (ancestors[middle] == ancestor)
            return true;
        if (ancestors[middle] < ancestor)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

bool
catalogue_lost_broader(const struct intv_catalogue *catalogue, uint32_t record)
{
    return (catalogue->records[record].lost_broader & LOST_BROADER_ANYWHERE) != 0;
}

unsigned
catalogue_code_of(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    return span.first < span.end ? catalogue->facts[span.first].value : CODE_NOT_STATED;
}

uint32_t
catalogue_reference_of(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    return span.first < span.end ? catalogue->facts[span.first].value : INTV_NONE;
}

enum asserter
catalogue_asserter_of(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const uint32_t provenance = catalogue->facts[fact].provenance;
    return provenance != INTV_NONE ? catalogue->provenances[provenance].asserter : CODE_NOT_STATED;
}

enum strength
catalogue_strength_of(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const uint32_t provenance = catalogue->facts[fact].provenance;
    return provenance != INTV_NONE ? catalogue->provenances[provenance].strength : CODE_NOT_STATED;
}
