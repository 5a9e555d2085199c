/* SPDX-License-Identifier: EUPL-1.2 */
/* A list of values, for forms and for spreadsheets. */
#include <interventions/output.h>

#include "model/fields.h"
#include "query/vocabulary.h"
#include "write/cells.h"
#include "write/pieces.h"
#include "write/texts.h"

/* ---- JSON ---- */

static void
write_both(struct json *json, const char *dutch, const char *english)
{
    json_open_object(json);
    json_key_string(json, "nl", dutch);
    json_key_string(json, "en", english);
    json_close(json);
}

/* Criteria of a situation whose values come from the list. */
static void
write_criteria(struct json *json, const struct intv_vocabulary *vocabulary)
{
    json_key_array(json, "criteria");
    for (unsigned i = 0; i < CRITERION_COUNT; i++) {
        const enum criterion_field field = (enum criterion_field)i;
        const kind_set kinds = criterion_kinds(field);
        const char *scheme = criterion_scheme(field);
        const enum kind kind = kind_find(text_of(vocabulary->name));
        const bool is_same = scheme != NULL ? strcmp(scheme, vocabulary->name) == 0
                                            : kind < KIND_COUNT && (kinds & KIND_BIT(kind)) != 0;
        if (kinds != 0 && is_same)
            json_string(json, CRITERION_FORMATS[i].name[INTV_ENGLISH]);
    }
    json_close(json);
}

/* Qualifiers of queries whose values come from the list, by their English names. */
static void
write_qualifiers(struct json *json, const struct intv_vocabulary *vocabulary)
{
    struct vocabulary_choice choice;
    json_key_array(json, "qualifiers");
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++) {
        const uint32_t field = intv_qualifier_get_field(i);
        if (field != INTV_NONE &&
            vocabulary_choose_field(vocabulary->catalogue, (enum field)field, &choice) &&
            strcmp(choice.name, vocabulary->name) == 0)
            json_string(json, intv_qualifier_get_name(i, INTV_ENGLISH));
    }
    json_close(json);
}

static void
write_texts_of(struct json *json, const char *key, const struct intv_catalogue *catalogue,
               uint32_t record, enum field field)
{
    const struct fact_span span =
        record != INTV_NONE ? catalogue_facts_of(catalogue, record, field) : (struct fact_span){0};
    json_key(json, key);
    if (span.first < span.end)
        pieces_texts(json, catalogue, span);
    else
        json_null(json);
}

static void
write_broader(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    struct fact_span span = {0};
    if (record != INTV_NONE)
        span = catalogue_facts_of(catalogue, record, FIELD_BROADER);
    json_key_array(json, "broader");
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == 0)
            pieces_id(json, catalogue, catalogue->facts[fact].value);
    json_close(json);
}

static void
write_order(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    struct fact_span span = {0};
    int64_t number = 0;
    if (record != INTV_NONE)
        span = catalogue_facts_of(catalogue, record, FIELD_ORDER);
    json_key(json, "order");
    if (span.first < span.end &&
        intv_fact_get_low(catalogue, span.first, &number) == INTV_BOUND_KNOWN)
        json_integer(json, number);
    else
        json_null(json);
}

static void
write_code(struct json *json, const char *key, const struct intv_catalogue *catalogue,
           uint32_t record, enum field field, enum code_list list)
{
    const unsigned code =
        record != INTV_NONE ? catalogue_code_of(catalogue, record, field) : CODE_NOT_STATED;
    json_key_string_or_null(json, key, code_name(list, code));
}

/* Kind of an element or precondition: the id of a concept. */
static void
write_sort(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    static const enum field SORTS[] = {FIELD_ELEMENT_KIND, FIELD_PRECONDITION_KIND};
    uint32_t sort = INTV_NONE;
    for (size_t i = 0; i < sizeof(SORTS) / sizeof(SORTS[0]) && sort == INTV_NONE; i++)
        if (record != INTV_NONE)
            sort = catalogue_reference_of(catalogue, record, SORTS[i]);
    json_key(json, "sort");
    pieces_id(json, catalogue, sort);
}

/* Only the kinds that use it. */
static void
write_use(struct json *json, const char *key, const struct vocabulary_use *use)
{
    json_key_object(json, key);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if (use->by_kind[kind] > 0)
            json_key_unsigned(json, kind_name((enum kind)kind), use->by_kind[kind]);
    json_close(json);
}

static void
write_identity(struct json *json, const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct intv_catalogue *catalogue = vocabulary->catalogue;
    const uint32_t record = vocabulary->rows[index].record;
    const bool is_record = record != INTV_NONE;
    json_key_string_or_null(json, "kind",
                            is_record ? kind_name((enum kind)catalogue->records[record].kind) : "");
    json_key_string(json, "id", intv_vocabulary_get_id(vocabulary, index));
    json_key_string_or_null(json, "code", intv_vocabulary_get_code(vocabulary, index));
    if (is_record)
        pieces_layer(json, catalogue, record);
    else
        json_key_null(json, "layer");
    json_key(json, "name");
    if (is_record)
        pieces_name(json, catalogue, record);
    else
        write_both(json, intv_vocabulary_get_name(vocabulary, index, INTV_DUTCH),
                   intv_vocabulary_get_name(vocabulary, index, INTV_ENGLISH));
}

static void
write_value(struct json *json, const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct intv_catalogue *catalogue = vocabulary->catalogue;
    const struct vocabulary_row *row = &vocabulary->rows[index];
    json_open_object(json);
    write_identity(json, vocabulary, index);
    write_texts_of(json, "definition", catalogue, row->record, FIELD_DEFINITION);
    json_key_unsigned(json, "depth", row->depth);
    json_key_string_or_null(
        json, "parent",
        row->parent != INTV_NONE ? intv_vocabulary_get_id(vocabulary, row->parent) : "");
    write_broader(json, catalogue, row->record);
    write_order(json, catalogue, row->record);
    write_sort(json, catalogue, row->record);
    write_code(json, "scope", catalogue, row->record, FIELD_SCOPE, LIST_SCOPE);
    write_code(json, "read", catalogue, row->record, FIELD_EXTENT, LIST_EXTENT);
    write_use(json, "uses", &row->own);
    write_use(json, "uses_with_narrower", &row->wide);
    json_close(json);
}

enum intv_status
intv_write_vocabulary(const struct intv_vocabulary *vocabulary, uint32_t flags,
                      struct intv_output *output)
{
    struct json json;
    if (vocabulary == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    json_open_object(&json);
    pieces_head(&json, vocabulary->catalogue, "interventions-concepts/1");
    json_key_string(&json, "list", vocabulary->name);
    json_key(&json, "scheme");
    if (vocabulary->scheme != INTV_NONE)
        pieces_record(&json, vocabulary->catalogue, vocabulary->scheme);
    else
        json_null(&json);
    write_criteria(&json, vocabulary);
    write_qualifiers(&json, vocabulary);
    json_key_array(&json, "values");
    for (size_t i = 0; i < vocabulary->count && json.status == INTV_OK; i++)
        write_value(&json, vocabulary, i);
    json_close(&json);
    json_close(&json);
    return json_finish(&json);
}

/* ---- CSV ---- */

enum
{
    MOST_FIELDS = 3
};

/* Columns beside those that every list has. */
struct columns
{
    enum field fields[MOST_FIELDS];
    unsigned count;
};

static const struct columns COLUMNS[KIND_COUNT] = {
    [KIND_CONCEPT] = {{FIELD_DEFINITION}, 1},
    [KIND_ELEMENT] = {{FIELD_ELEMENT_KIND, FIELD_DEFINITION}, 2},
    [KIND_PRECONDITION] = {{FIELD_PRECONDITION_KIND, FIELD_SCOPE, FIELD_DEFINITION}, 3},
    [KIND_SOURCE] = {{FIELD_PUBLISHED, FIELD_EXTENT, FIELD_URL}, 3},
};

static const struct columns *
columns_of(const struct intv_vocabulary *vocabulary)
{
    static const struct columns NONE = {{FIELD_NAME}, 0};
    const uint32_t record = vocabulary->count > 0 ? vocabulary->rows[0].record : INTV_NONE;
    return record != INTV_NONE ? &COLUMNS[vocabulary->catalogue->records[record].kind] : &NONE;
}

static void
write_headings(struct csv *csv, const struct columns *columns, enum intv_language language)
{
    csv_string(csv, "id");
    csv_string(csv, field_label(FIELD_NAME, language));
    csv_string(csv, field_label(FIELD_BROADER, language));
    for (unsigned i = 0; i < columns->count; i++)
        csv_string(csv, field_label(columns->fields[i], language));
    csv_string(csv, texts_say(TEXT_COLUMN_INTERVENTIONS, language));
    csv_string(csv, texts_say(TEXT_COLUMN_INTERVENTIONS_WIDE, language));
    csv_string(csv, texts_say(TEXT_COLUMN_RECORDS, language));
    csv_end_row(csv);
}

static void
write_row(struct csv *csv, const struct intv_vocabulary *vocabulary, size_t index,
          const struct columns *columns, enum intv_language language)
{
    const struct vocabulary_row *row = &vocabulary->rows[index];
    csv_string(csv, intv_vocabulary_get_id(vocabulary, index));
    csv_string(csv, intv_vocabulary_get_name(vocabulary, index, language));
    csv_string(csv,
               row->parent != INTV_NONE ? intv_vocabulary_get_id(vocabulary, row->parent) : "");
    for (unsigned i = 0; i < columns->count; i++)
        cells_field(csv, vocabulary->catalogue, row->record, columns->fields[i], language);
    csv_unsigned(csv, row->own.by_kind[KIND_INTERVENTION]);
    csv_unsigned(csv, row->wide.by_kind[KIND_INTERVENTION]);
    csv_unsigned(csv, row->own.by_kind[KIND_COUNT]);
    csv_end_row(csv);
}

enum intv_status
intv_write_vocabulary_csv(const struct intv_vocabulary *vocabulary, enum intv_language language,
                          uint32_t flags, struct intv_output *output)
{
    struct csv csv;
    if (vocabulary == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const struct columns *columns = columns_of(vocabulary);
    csv_begin(&csv, output, flags);
    write_headings(&csv, columns, language);
    for (size_t i = 0; i < vocabulary->count && csv.status == INTV_OK; i++)
        write_row(&csv, vocabulary, i, columns, language);
    return csv_finish(&csv);
}
