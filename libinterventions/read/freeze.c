/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/freeze.h"

#include <stdlib.h>

#include "base/memory.h"
#include "read/freeze_rows.h"

void *
freeze_add_rows(struct freezer *freezer, enum block_section section, size_t count)
{
    struct rows *rows = &freezer->sections[section];
    const size_t size = BLOCK_ROW_SIZES[section];
    if (rows->count + count >= INTV_NONE) {
        freezer->too_large = true;
        return NULL;
    }
    /* At least one, so that room for nothing is not taken for failing memory. */
    if (!memory_reserve(&rows->rows, &rows->capacity, rows->count + count + (count == 0), size))
        return NULL;
    char *added = (char *)rows->rows + rows->count * size;
    memset(added, 0, count * size);
    rows->count += count;
    return added;
}

/* Whether a count fits its row; remembered when it does not, since nothing may be lost silently. */
static bool
fits(struct freezer *freezer, uint64_t count, uint64_t most)
{
    freezer->too_large = freezer->too_large || count > most;
    return count <= most;
}

bool
freeze_add_pool(struct freezer *freezer, struct text text, uint32_t *offset)
{
    *offset = (uint32_t)freezer->sections[SECTION_POOL].count;
    char *room = freeze_add_rows(freezer, SECTION_POOL, text.length + 1);
    if (room == NULL)
        return false;
    if (text.length > 0)
        memcpy(room, text.bytes, text.length);
    return true;
}

/* Few languages are used very often: their tags stand in the pool once. */
static bool
add_language(struct freezer *freezer, struct text language, uint32_t *offset)
{
    for (size_t i = 0; i < LANGUAGES_REMEMBERED; i++) {
        if (freezer->languages[i].bytes == NULL) {
            freezer->languages[i] = language;
            return freeze_add_pool(freezer, language, &freezer->language_offsets[i]) &&
                   (*offset = freezer->language_offsets[i], true);
        }
        if (text_equals(freezer->languages[i], language)) {
            *offset = freezer->language_offsets[i];
            return true;
        }
    }
    return freeze_add_pool(freezer, language, offset);
}

static bool
add_link(struct freezer *freezer, uint32_t value)
{
    uint32_t *link = freeze_add_rows(freezer, SECTION_LINKS, 1);
    if (link != NULL)
        *link = value;
    return link != NULL;
}

/* ---- the order of facts ---- */

static bool
is_direct(const struct staging *staging, uint32_t fact)
{
    return staging->facts[fact].parent == INTV_NONE;
}

/* Facts directly under the record, by field, in document order within a field. */
static uint32_t
order_direct_facts(const struct freezer *freezer, const struct staged_record *record,
                   uint32_t *sequence)
{
    uint32_t starts[FIELD_COUNT + 1] = {0};
    const struct staging *staging = freezer->staging;
    for (uint32_t i = record->fact_first; i < record->fact_end; i++)
        if (is_direct(staging, i))
            starts[staging->facts[i].field + 1]++;
    for (unsigned field = 0; field < FIELD_COUNT; field++)
        starts[field + 1] += starts[field];
    const uint32_t count = starts[FIELD_COUNT];
    for (uint32_t i = record->fact_first; i < record->fact_end; i++)
        if (is_direct(staging, i))
            sequence[starts[staging->facts[i].field]++] = i;
    return count;
}

/* Behind them, the facts inside each fact, so that the children of one stand together. */
static void
order_children(const struct staging *staging, const struct staged_record *record,
               uint32_t *sequence, uint32_t count)
{
    for (uint32_t k = 0; k < count; k++) {
        const uint32_t fact = sequence[k];
        for (uint32_t i = fact + 1; i < record->fact_end; i++) {
            const uint32_t parent = staging->facts[i].parent;
            if (parent == INTV_NONE || parent < fact)
                break;
            if (parent == fact)
                sequence[count++] = i;
        }
    }
}

static bool
order_facts(struct freezer *freezer)
{
    const struct staging *staging = freezer->staging;
    uint32_t done = 0;
    freezer->fact_numbers = memory_new(staging->fact_count, sizeof(*freezer->fact_numbers));
    freezer->sequence = memory_new(staging->fact_count, sizeof(*freezer->sequence));
    if (freezer->fact_numbers == NULL || freezer->sequence == NULL)
        return false;
    for (size_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[staging->order[i]];
        uint32_t *sequence = freezer->sequence + done;
        const uint32_t direct = order_direct_facts(freezer, record, sequence);
        order_children(staging, record, sequence, direct);
        done += record->fact_end - record->fact_first;
    }
    for (uint32_t i = 0; i < done; i++)
        freezer->fact_numbers[freezer->sequence[i]] = i;
    return true;
}

/* ---- rows ---- */

static uint32_t
frozen_record(const struct staging *staging, uint32_t record)
{
    return record != INTV_NONE ? staging->records[record].sorted : INTV_NONE;
}

static bool
freeze_texts(struct freezer *freezer, const struct staged_fact *fact, struct fact_row *row)
{
    row->text_first = (uint32_t)freezer->sections[SECTION_TEXTS].count;
    row->text_count = (uint8_t)fact->text_count;
    if (!fits(freezer, fact->text_count, UINT8_MAX))
        return false;
    for (uint32_t i = 0; i < row->text_count; i++) {
        const struct staged_text *text = &freezer->staging->texts[fact->text_first + i];
        struct text_row *added = freeze_add_rows(freezer, SECTION_TEXTS, 1);
        if (added == NULL)
            return false;
        added->length = (uint32_t)text->text.length;
        if (!freeze_add_pool(freezer, text->text, &added->offset) ||
            !add_language(freezer, text->language, &added->language))
            return false;
    }
    return true;
}

static bool
freeze_value(struct freezer *freezer, const struct staged_fact *fact, struct fact_row *row)
{
    const enum value value = FIELD_FORMATS[fact->field].value;
    if (value == VALUE_CONCEPT || value == VALUE_REFERENCE) {
        row->value = frozen_record(freezer->staging, fact->reference.record);
    } else if (value == VALUE_QUANTITY || value == VALUE_NUMBER) {
        row->value = (uint32_t)freezer->sections[SECTION_QUANTITIES].count;
        struct quantity_row *quantity = freeze_add_rows(freezer, SECTION_QUANTITIES, 1);
        if (quantity == NULL)
            return false;
        *quantity = fact->quantity;
    } else {
        row->value = fact->value;
    }
    return true;
}

/* Provenances get their numbers by first use, so that the order of records does not show. */
static bool
freeze_provenance(struct freezer *freezer, uint32_t staged, uint32_t *number)
{
    const struct staging *staging = freezer->staging;
    *number = INTV_NONE;
    if (staged == INTV_NONE)
        return true;
    *number = freezer->provenance_numbers[staged];
    if (*number != INTV_NONE)
        return true;
    const struct staged_provenance *provenance = &staging->provenances[staged];
    *number = (uint32_t)freezer->sections[SECTION_PROVENANCES].count;
    freezer->provenance_numbers[staged] = *number;
    struct provenance_row *row = freeze_add_rows(freezer, SECTION_PROVENANCES, 1);
    if (row == NULL)
        return false;
    row->asserter = provenance->asserter;
    row->strength = provenance->strength != 0 ? provenance->strength : (uint8_t)STRENGTH_UNSTATED;
    row->source = frozen_record(staging, provenance->source.record);
    row->via = frozen_record(staging, provenance->via.record);
    row->locator = INTV_NONE;
    return provenance->locator.length == 0 ||
           freeze_add_pool(freezer, provenance->locator, &row->locator);
}

static bool
number_provenances(struct freezer *freezer)
{
    const size_t count = freezer->staging->provenance_count;
    freezer->provenance_numbers = memory_new(count, sizeof(*freezer->provenance_numbers));
    for (size_t i = 0; freezer->provenance_numbers != NULL && i < count; i++)
        freezer->provenance_numbers[i] = INTV_NONE;
    return freezer->provenance_numbers != NULL;
}

static bool
freeze_fact(struct freezer *freezer, uint32_t number)
{
    const struct staging *staging = freezer->staging;
    const struct staged_fact *fact = &staging->facts[freezer->sequence[number]];
    struct fact_row row = {0};
    row.field = (uint8_t)fact->field;
    row.qualifier = fact->qualifier;
    row.silence = fact->silence;
    row.record = staging->records[fact->record].sorted;
    row.parent = fact->parent != INTV_NONE ? freezer->fact_numbers[fact->parent] : INTV_NONE;
    row.child_first = INTV_NONE;
    if (!freeze_provenance(freezer, fact->provenance, &row.provenance) ||
        !freeze_value(freezer, fact, &row) || !freeze_texts(freezer, fact, &row))
        return false;
    struct fact_row *added = freeze_add_rows(freezer, SECTION_FACTS, 1);
    if (added == NULL)
        return false;
    *added = row;
    return true;
}

/* A child comes after its parent and next to its siblings: the first one sets where they begin. */
static bool
attach_to_parent(struct freezer *freezer, uint32_t number)
{
    struct fact_row *facts = freezer->sections[SECTION_FACTS].rows;
    if (facts[number].parent == INTV_NONE)
        return true;
    struct fact_row *parent = &facts[facts[number].parent];
    if (parent->child_count == 0)
        parent->child_first = number;
    if (!fits(freezer, parent->child_count + UINT64_C(1), UINT16_MAX))
        return false;
    parent->child_count++;
    return true;
}

static bool
freeze_facts(struct freezer *freezer)
{
    const size_t count = freezer->staging->fact_count;
    for (uint32_t number = 0; number < count; number++) {
        if (!freeze_fact(freezer, number) || !attach_to_parent(freezer, number))
            return false;
    }
    return true;
}

static int
compare_numbers(const void *one, const void *other)
{
    const uint32_t a = *(const uint32_t *)one;
    const uint32_t b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

static bool
freeze_ancestors(struct freezer *freezer, const struct staged_record *record,
                 struct record_row *row)
{
    const struct staging *staging = freezer->staging;
    row->ancestor_first = (uint32_t)freezer->sections[SECTION_LINKS].count;
    row->ancestor_count = record->ancestor_count;
    uint32_t *links = freeze_add_rows(freezer, SECTION_LINKS, record->ancestor_count);
    if (links == NULL)
        return false;
    for (uint32_t i = 0; i < record->ancestor_count; i++)
        links[i] = frozen_record(staging, staging->ancestors[record->ancestor_first + i]);
    qsort(links, record->ancestor_count, sizeof(*links), compare_numbers);
    return true;
}

static uint32_t
count_direct(const struct staging *staging, const struct staged_record *record)
{
    uint32_t count = 0;
    for (uint32_t i = record->fact_first; i < record->fact_end; i++)
        count += is_direct(staging, i);
    return count;
}

static bool
freeze_records(struct freezer *freezer)
{
    const struct staging *staging = freezer->staging;
    uint32_t fact = 0;
    for (size_t i = 0; i < staging->record_count; i++) {
        const struct staged_record *record = &staging->records[staging->order[i]];
        struct record_row row = {0};
        row.kind = (uint8_t)record->kind;
        row.layer = (uint8_t)record->layer;
        row.has_skipped = record->has_skipped;
        row.id_length = (uint16_t)record->id.length;
        row.fact_first = fact;
        row.fact_count = count_direct(staging, record);
        fact += record->fact_end - record->fact_first;
        if (!fits(freezer, record->id.length, UINT16_MAX) ||
            !freeze_add_pool(freezer, record->id, &row.id) ||
            !freeze_ancestors(freezer, record, &row))
            return false;
        struct record_row *added = freeze_add_rows(freezer, SECTION_RECORDS, 1);
        if (added == NULL)
            return false;
        *added = row;
        freezer->header.kind_first[record->kind + 1]++;
    }
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        freezer->header.kind_first[kind + 1] += freezer->header.kind_first[kind];
    return true;
}

/* Where something broader was left out: of the record itself, and then of all below it. */
static void
mark_lost_broader(struct freezer *freezer)
{
    const struct fact_row *facts = freezer->sections[SECTION_FACTS].rows;
    const uint32_t *links = freezer->sections[SECTION_LINKS].rows;
    struct record_row *records = freezer->sections[SECTION_RECORDS].rows;
    const size_t count = freezer->sections[SECTION_RECORDS].count;
    for (size_t i = 0; i < freezer->sections[SECTION_FACTS].count; i++)
        if (facts[i].field == FIELD_BROADER && facts[i].silence == SILENCE_DROPPED)
            records[facts[i].record].lost_broader = LOST_BROADER_HERE;
    for (size_t i = 0; i < count; i++)
        if (records[i].has_skipped != 0)
            records[i].lost_broader = LOST_BROADER_HERE;
    for (size_t i = 0; i < count; i++)
        for (uint32_t j = 0; j < records[i].ancestor_count; j++)
            if ((records[links[records[i].ancestor_first + j]].lost_broader & LOST_BROADER_HERE) !=
                0)
                records[i].lost_broader |= LOST_BROADER_ANYWHERE;
}

static bool
refers_to_record(const struct fact_row *fact)
{
    const enum value value = FIELD_FORMATS[fact->field].value;
    return (value == VALUE_CONCEPT || value == VALUE_REFERENCE) && fact->silence == 0 &&
           fact->value != INTV_NONE;
}

/* For every record the facts that refer to it, in the order of facts. */
static bool
freeze_users(struct freezer *freezer)
{
    const struct fact_row *facts = freezer->sections[SECTION_FACTS].rows;
    const uint32_t count = (uint32_t)freezer->sections[SECTION_FACTS].count;
    struct record_row *records = freezer->sections[SECTION_RECORDS].rows;
    const size_t record_count = freezer->sections[SECTION_RECORDS].count;
    uint32_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        if (refers_to_record(&facts[i]))
            records[facts[i].value].user_count++;
    const uint32_t base = (uint32_t)freezer->sections[SECTION_LINKS].count;
    for (size_t i = 0; i < record_count; i++) {
        records[i].user_first = base + total;
        total += records[i].user_count;
        records[i].user_count = 0;
    }
    if (freeze_add_rows(freezer, SECTION_LINKS, total) == NULL)
        return false;
    uint32_t *links = freezer->sections[SECTION_LINKS].rows;
    for (uint32_t i = 0; i < count; i++) {
        if (!refers_to_record(&facts[i]))
            continue;
        struct record_row *record = &records[facts[i].value];
        links[record->user_first + record->user_count++] = i;
    }
    return true;
}

/* Conflicts with frozen facts, sorted by them; NULL when there is no memory. */
static struct staged_conflict *
sort_conflicts(const struct freezer *freezer)
{
    const struct staging *staging = freezer->staging;
    const size_t count = staging->conflict_count;
    struct staged_conflict *conflicts = memory_new(count, sizeof(*conflicts));
    for (size_t i = 0; conflicts != NULL && i < count; i++)
        conflicts[i] = (struct staged_conflict){freezer->fact_numbers[staging->conflicts[i].fact],
                                                freezer->fact_numbers[staging->conflicts[i].other]};
    if (conflicts != NULL && count > 0)
        qsort(conflicts, count, sizeof(*conflicts), staging_compare_conflicts);
    return conflicts;
}

static bool
freeze_conflicts(struct freezer *freezer)
{
    struct fact_row *facts = freezer->sections[SECTION_FACTS].rows;
    struct staged_conflict *conflicts = sort_conflicts(freezer);
    bool good = conflicts != NULL;
    for (size_t i = 0; good && i < freezer->staging->conflict_count; i++) {
        struct fact_row *fact = &facts[conflicts[i].fact];
        if (fact->conflict_count == 0)
            fact->conflict_first = (uint32_t)freezer->sections[SECTION_LINKS].count;
        good = fits(freezer, fact->conflict_count + UINT64_C(1), UINT16_MAX) &&
               add_link(freezer, conflicts[i].other);
        fact->conflict_count++;
    }
    memory_free(conflicts);
    return good;
}

/* ---- the block ---- */

static bool
freeze_layers(struct freezer *freezer)
{
    const struct staging *staging = freezer->staging;
    if (!fits(freezer, staging->layer_count, UINT8_MAX + UINT64_C(1)))
        return false;
    for (size_t i = 0; i < staging->layer_count; i++) {
        const struct staged_layer *layer = &staging->layers[i];
        struct layer_row *row = freeze_add_rows(freezer, SECTION_LAYERS, 1);
        if (row == NULL || !freeze_add_pool(freezer, layer->edition, &row->edition) ||
            !freeze_add_pool(freezer, layer->publisher, &row->publisher) ||
            !freeze_add_pool(freezer, layer->licence, &row->licence) ||
            !freeze_add_pool(freezer, layer->language, &row->language))
            return false;
    }
    return true;
}

static bool
freeze_header(struct freezer *freezer)
{
    struct block_header *header = &freezer->header;
    const struct staging *staging = freezer->staging;
    uint32_t nothing;
    memcpy(header->magic, BLOCK_MAGIC, sizeof(header->magic));
    header->byte_order = BLOCK_BYTE_ORDER;
    header->layout = BLOCK_LAYOUT;
    header->dropped_records = staging->dropped_records;
    header->dropped_facts = staging->dropped_facts;
    header->is_incomplete = staging->is_incomplete;
    header->lost_findings = staging->is_incomplete && staging->lost_findings;
    return freeze_add_pool(freezer, (struct text){NULL, 0}, &nothing) && freeze_layers(freezer);
}

static enum intv_status
assemble(struct freezer *freezer, void **block, size_t *size)
{
    uint64_t offset = block_align(sizeof(freezer->header));
    for (unsigned section = 0; section < SECTION_COUNT; section++) {
        /* The index comes later, and until then has no rows. */
        freezer->header.sections[section].offset = offset;
        freezer->header.sections[section].count = freezer->sections[section].count;
        offset = block_align(offset + freezer->sections[section].count * BLOCK_ROW_SIZES[section]);
    }
    freezer->header.size = offset;
    char *bytes = memory_new((size_t)offset, 1);
    if (bytes == NULL)
        return INTV_ERROR_NO_MEMORY;
    memcpy(bytes, &freezer->header, sizeof(freezer->header));
    for (unsigned section = 0; section < SECTION_COUNT; section++)
        if (freezer->sections[section].count > 0)
            memcpy(bytes + freezer->header.sections[section].offset,
                   freezer->sections[section].rows,
                   freezer->sections[section].count * BLOCK_ROW_SIZES[section]);
    *block = bytes;
    *size = (size_t)offset;
    return INTV_OK;
}

enum intv_status
freeze_staging(const struct staging *staging, void **block, size_t *size)
{
    struct freezer freezer = {.staging = staging};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    *block = NULL;
    *size = 0;
    if (!freeze_header(&freezer) || !order_facts(&freezer) || !number_provenances(&freezer) ||
        !freeze_facts(&freezer) || !freeze_records(&freezer) || !freeze_users(&freezer) ||
        !freeze_conflicts(&freezer))
        goto out;
    if (staging->is_incomplete)
        mark_lost_broader(&freezer);
    status = freeze_names(&freezer);
    if (status == INTV_OK)
        status = assemble(&freezer, block, size);
out:
    for (unsigned section = 0; section < SECTION_COUNT; section++)
        memory_free(freezer.sections[section].rows);
    memory_free(freezer.fact_numbers);
    memory_free(freezer.sequence);
    memory_free(freezer.provenance_numbers);
    return status == INTV_ERROR_NO_MEMORY && freezer.too_large ? INTV_ERROR_LIMIT : status;
}
