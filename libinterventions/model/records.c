/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of layers and records; facts are in facts.c. */
#include "model/catalogue.h"

#include "model/texts.h"

static const struct record_row *
find_record(const struct intv_catalogue *catalogue, uint32_t record)
{
    return record < catalogue->record_count ? &catalogue->records[record] : NULL;
}

const char *
intv_catalogue_get_edition(const struct intv_catalogue *catalogue)
{
    return catalogue->pool + catalogue->layers[0].edition;
}

const char *
intv_catalogue_get_publisher(const struct intv_catalogue *catalogue)
{
    return catalogue->pool + catalogue->layers[0].publisher;
}

const char *
intv_catalogue_get_licence(const struct intv_catalogue *catalogue)
{
    return catalogue->pool + catalogue->layers[0].licence;
}

/* ---- layers ---- */

static const struct layer_row *
find_layer(const struct intv_catalogue *catalogue, uint32_t layer)
{
    return layer < catalogue->layer_count ? &catalogue->layers[layer] : NULL;
}

uint32_t
intv_catalogue_get_layer_count(const struct intv_catalogue *catalogue)
{
    return catalogue->layer_count;
}

const char *
intv_layer_get_edition(const struct intv_catalogue *catalogue, uint32_t layer)
{
    const struct layer_row *row = find_layer(catalogue, layer);
    return row != NULL ? catalogue->pool + row->edition : "";
}

const char *
intv_layer_get_publisher(const struct intv_catalogue *catalogue, uint32_t layer)
{
    const struct layer_row *row = find_layer(catalogue, layer);
    return row != NULL ? catalogue->pool + row->publisher : "";
}

const char *
intv_layer_get_licence(const struct intv_catalogue *catalogue, uint32_t layer)
{
    const struct layer_row *row = find_layer(catalogue, layer);
    return row != NULL ? catalogue->pool + row->licence : "";
}

const char *
intv_layer_get_language(const struct intv_catalogue *catalogue, uint32_t layer)
{
    const struct layer_row *row = find_layer(catalogue, layer);
    return row != NULL ? catalogue->pool + row->language : "";
}

uint32_t
intv_record_get_layer(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? row->layer : INTV_NONE;
}

uint32_t
intv_fact_get_layer(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return intv_record_get_layer(catalogue, intv_fact_get_record(catalogue, fact));
}

/* ---- what a lenient load left out ---- */

int
intv_catalogue_is_incomplete(const struct intv_catalogue *catalogue)
{
    return catalogue->header->is_incomplete != 0;
}

uint32_t
intv_catalogue_get_dropped_records(const struct intv_catalogue *catalogue)
{
    return catalogue->header->dropped_records;
}

uint32_t
intv_catalogue_get_dropped_facts(const struct intv_catalogue *catalogue)
{
    return catalogue->header->dropped_facts;
}

/* ---- records ---- */

uint32_t
intv_catalogue_get_record_count(const struct intv_catalogue *catalogue, enum intv_kind kind)
{
    if ((unsigned)kind >= KIND_COUNT)
        return 0;
    return catalogue->header->kind_first[kind + 1] - catalogue->header->kind_first[kind];
}

uint32_t
intv_catalogue_get_record(const struct intv_catalogue *catalogue, enum intv_kind kind, size_t index)
{
    if (index >= intv_catalogue_get_record_count(catalogue, kind))
        return INTV_NONE;
    return catalogue->header->kind_first[kind] + (uint32_t)index;
}

uint32_t
intv_catalogue_find(const struct intv_catalogue *catalogue, enum intv_kind kind, const char *id)
{
    if ((unsigned)kind >= KIND_COUNT || id == NULL)
        return INTV_NONE;
    return catalogue_find(catalogue, (enum kind)kind, text_of(id));
}

enum intv_kind
intv_record_get_kind(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? (enum intv_kind)row->kind : INTV_KIND_COUNT;
}

const char *
intv_record_get_id(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? catalogue->pool + row->id : "";
}

const char *
intv_record_get_name(const struct intv_catalogue *catalogue, uint32_t record, const char *language)
{
    static const enum field NAMES[] = {FIELD_NAME, FIELD_LABEL, FIELD_TITLE};
    if (find_record(catalogue, record) == NULL)
        return "";
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        const struct fact_span span = catalogue_facts_of(catalogue, record, NAMES[i]);
        const uint32_t text = texts_choose_in_span(catalogue, span, language);
        if (text != INTV_NONE)
            return catalogue->pool + catalogue->texts[text].offset;
    }
    return catalogue->pool + catalogue->records[record].id;
}

uint32_t
intv_record_get_fact_count(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? row->fact_count : 0;
}

uint32_t
intv_record_get_fact(const struct intv_catalogue *catalogue, uint32_t record, size_t index)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL && index < row->fact_count ? row->fact_first + (uint32_t)index : INTV_NONE;
}

/* Several fields may share a name ("kind"); they never meet on one record. */
static struct fact_span
find_span(const struct intv_catalogue *catalogue, uint32_t record, const char *field)
{
    struct fact_span span = {0, 0};
    if (find_record(catalogue, record) == NULL || field == NULL)
        return span;
    for (unsigned i = 0; i < FIELD_COUNT && span.first == span.end; i++)
        if (strcmp(FIELD_FORMATS[i].name, field) == 0)
            span = catalogue_facts_of(catalogue, record, (enum field)i);
    return span;
}

size_t
intv_record_count_facts(const struct intv_catalogue *catalogue, uint32_t record, const char *field)
{
    const struct fact_span span = find_span(catalogue, record, field);
    return span.end - span.first;
}

uint32_t
intv_record_find_fact(const struct intv_catalogue *catalogue, uint32_t record, const char *field,
                      size_t index)
{
    const struct fact_span span = find_span(catalogue, record, field);
    return index < span.end - span.first ? span.first + (uint32_t)index : INTV_NONE;
}

uint32_t
intv_record_get_silence_flags(const struct intv_catalogue *catalogue, uint32_t record,
                              const char *field)
{
    const struct fact_span span = find_span(catalogue, record, field);
    uint32_t flags = 0;
    for (uint32_t fact = span.first; fact < span.end; fact++)
        flags |= UINT32_C(1) << catalogue_silence_of(catalogue, fact);
    return flags != 0 ? flags : UINT32_C(1) << INTV_NOT_STATED;
}

enum intv_silence
intv_record_get_silence(const struct intv_catalogue *catalogue, uint32_t record, const char *field)
{
    /* stated; else what asks for most care */
    static const enum intv_silence ORDER[] = {INTV_STATED, INTV_DROPPED, INTV_NOT_READ,
                                              INTV_SEARCHED, INTV_SILENCE_NONE};
    const uint32_t flags = intv_record_get_silence_flags(catalogue, record, field);
    for (size_t i = 0; i < sizeof(ORDER) / sizeof(ORDER[0]); i++)
        if ((flags & UINT32_C(1) << ORDER[i]) != 0)
            return ORDER[i];
    return INTV_NOT_STATED;
}

uint32_t
intv_record_get_ancestor_count(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? row->ancestor_count : 0;
}

uint32_t
intv_record_get_ancestor(const struct intv_catalogue *catalogue, uint32_t record, size_t index)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL && index < row->ancestor_count
               ? catalogue->links[row->ancestor_first + index]
               : INTV_NONE;
}

uint32_t
intv_record_get_user_count(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL ? row->user_count : 0;
}

uint32_t
intv_record_get_user(const struct intv_catalogue *catalogue, uint32_t record, size_t index)
{
    const struct record_row *row = find_record(catalogue, record);
    return row != NULL && index < row->user_count ? catalogue->links[row->user_first + index]
                                                  : INTV_NONE;
}
