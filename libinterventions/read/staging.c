/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/staging.h"

#include "base/memory.h"

void
staging_free(struct staging *staging)
{
    arena_free(&staging->arena);
    memory_free(staging->layers);
    memory_free(staging->records);
    memory_free(staging->facts);
    memory_free(staging->texts);
    memory_free(staging->provenances);
    memory_free(staging->order);
    memory_free(staging->conflicts);
    memory_free(staging->ancestors);
    memset(staging, 0, sizeof(*staging));
}

struct staging_mark
staging_remember(const struct staging *staging)
{
    return (struct staging_mark){
        staging->record_count,    staging->fact_count,
        staging->text_count,      staging->provenance_count,
        staging->reference_count, staging->layers[staging->layer_count - 1]};
}

uint32_t
staging_take_back(struct staging *staging, const struct staging_mark *mark)
{
    const uint32_t records = (uint32_t)(staging->record_count - mark->record_count);
    staging->record_count = mark->record_count;
    staging->fact_count = mark->fact_count;
    staging->text_count = mark->text_count;
    staging->provenance_count = mark->provenance_count;
    staging->reference_count = mark->reference_count;
    *staging_last_layer(staging) = mark->layer;
    return records;
}

void
staging_drop_fact(struct staging *staging, uint32_t fact)
{
    staging->facts[fact].is_dropped = true;
}

void
staging_drop_record(struct staging *staging, uint32_t record, struct text part)
{
    struct staged_record *row = &staging->records[record];
    if (!row->is_dropped)
        row->fault = part;
    row->is_dropped = true;
}

/* Room for one more row, zeroed; NULL when there is no memory. */
static void *
add_row(void *rows, size_t *count, size_t *capacity, size_t size)
{
    char *first;
    if (*count >= INTV_NONE - 1 || !memory_reserve(rows, capacity, *count + 1, size))
        return NULL;
    memcpy(&first, rows, sizeof(first));
    char *row = first + *count * size;
    memset(row, 0, size);
    (*count)++;
    return row;
}

uint32_t
staging_add_layer(struct staging *staging)
{
    const struct staged_layer *layer = add_row(&staging->layers, &staging->layer_count,
                                               &staging->layer_capacity, sizeof(*staging->layers));
    return layer != NULL ? (uint32_t)staging->layer_count - 1 : INTV_NONE;
}

uint32_t
staging_add_record(struct staging *staging, enum kind kind, struct place place)
{
    struct staged_record *record = add_row(&staging->records, &staging->record_count,
                                           &staging->record_capacity, sizeof(*staging->records));
    if (record == NULL)
        return INTV_NONE;
    record->kind = kind;
    record->place = place;
    record->layer = (uint32_t)staging->layer_count - 1;
    record->fact_first = record->fact_end = (uint32_t)staging->fact_count;
    return (uint32_t)staging->record_count - 1;
}

uint32_t
staging_add_fact(struct staging *staging, enum field field, uint32_t parent, struct place place)
{
    struct staged_fact *fact = add_row(&staging->facts, &staging->fact_count,
                                       &staging->fact_capacity, sizeof(*staging->facts));
    if (fact == NULL)
        return INTV_NONE;
    fact->field = field;
    fact->record = (uint32_t)staging->record_count - 1;
    fact->parent = parent;
    fact->line = place.line;
    fact->column = place.column;
    fact->reference = (struct staged_reference){KIND_COUNT, {NULL, 0}, INTV_NONE};
    fact->provenance = INTV_NONE;
    staging_last_record(staging)->fact_end = (uint32_t)staging->fact_count;
    return (uint32_t)staging->fact_count - 1;
}

uint32_t
staging_add_text(struct staging *staging, struct text text, struct text language)
{
    struct staged_text *row = add_row(&staging->texts, &staging->text_count,
                                      &staging->text_capacity, sizeof(*staging->texts));
    if (row == NULL || !arena_keep(&staging->arena, text, &row->text) ||
        !arena_keep(&staging->arena, language, &row->language))
        return INTV_NONE;
    return (uint32_t)staging->text_count - 1;
}

uint32_t
staging_repeat_texts(struct staging *staging, uint32_t first, uint32_t count)
{
    const uint32_t repeated = (uint32_t)staging->text_count;
    for (uint32_t i = 0; i < count; i++) {
        struct staged_text *row = add_row(&staging->texts, &staging->text_count,
                                          &staging->text_capacity, sizeof(*staging->texts));
        if (row == NULL)
            return INTV_NONE;
        *row = staging->texts[first + i];
    }
    return repeated;
}

uint32_t
staging_add_provenance(struct staging *staging, const struct staged_provenance *provenance)
{
    struct staged_provenance *row =
        add_row(&staging->provenances, &staging->provenance_count, &staging->provenance_capacity,
                sizeof(*staging->provenances));
    if (row == NULL)
        return INTV_NONE;
    *row = *provenance;
    return (uint32_t)staging->provenance_count - 1;
}

struct place
staging_place(const struct staging *staging, const struct staged_fact *fact)
{
    return (struct place){staging->records[fact->record].place.file, fact->line, fact->column};
}

struct text
staging_subject(const struct staged_record *record, char buffer[SUBJECT_SIZE])
{
    const char *kind = kind_name(record->kind);
    const size_t kind_length = strlen(kind);
    size_t id_length = record->id.length;
    if (id_length > SUBJECT_SIZE - 2 - kind_length)
        id_length = SUBJECT_SIZE - 2 - kind_length;
    memcpy(buffer, kind, kind_length);
    buffer[kind_length] = ':';
    if (id_length > 0)
        memcpy(buffer + kind_length + 1, record->id.bytes, id_length);
    buffer[kind_length + 1 + id_length] = '\0';
    return (struct text){buffer, kind_length + 1 + id_length};
}

uint32_t
staging_end_of_children(const struct staging *staging, uint32_t fact)
{
    const uint32_t end = staging->records[staging->facts[fact].record].fact_end;
    uint32_t next = fact + 1;
    while (next < end && staging->facts[next].parent != INTV_NONE &&
           staging->facts[next].parent >= fact)
        next++;
    return next;
}

static int
compare_record(const struct staged_record *record, enum kind kind, struct text id)
{
    const int order = (record->kind > kind) - (record->kind < kind);
    return order != 0 ? order : text_compare(record->id, id);
}

/* Of records with the same id the first: a lenient load leaves out the others. */
uint32_t
staging_find(const struct staging *staging, enum kind kind, struct text id)
{
    size_t low = 0;
    size_t high = staging->record_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare_record(&staging->records[staging->order[middle]], kind, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == staging->record_count ||
        compare_record(&staging->records[staging->order[low]], kind, id) != 0)
        return INTV_NONE;
    return staging->order[low];
}

struct text
staging_scheme_of(const struct staging *staging, uint32_t concept)
{
    const struct staged_record *record = &staging->records[concept];
    for (uint32_t i = record->fact_first; i < record->fact_end; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->field == FIELD_SCHEME)
            return fact->reference.id;
        if (!FIELD_FORMATS[fact->field].is_attribute)
            break; /* attributes are staged before everything else */
    }
    return (struct text){NULL, 0};
}

int
staging_compare_conflicts(const void *one, const void *other)
{
    const struct staged_conflict *a = one;
    const struct staged_conflict *b = other;
    if (a->fact != b->fact)
        return a->fact < b->fact ? -1 : 1;
    return (a->other > b->other) - (a->other < b->other);
}
