/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of records; facts are in facts.c. */
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
    return catalogue->pool + catalogue->header->edition;
}

const char *
intv_catalogue_get_publisher(const struct intv_catalogue *catalogue)
{
    return catalogue->pool + catalogue->header->publisher;
}

const char *
intv_catalogue_get_licence(const struct intv_catalogue *catalogue)
{
    return catalogue->pool + catalogue->header->licence;
}

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
