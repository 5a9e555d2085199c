/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer to a query and its facets as CSV. */
#include <interventions/output.h>

#include "write/cells.h"
#include "write/texts.h"

/* ---- hits ---- */

static const char *
tag_of(enum intv_language language)
{
    return language == INTV_ENGLISH ? "en" : "nl";
}

static void
write_lacks(struct csv *csv, const struct intv_search *search, size_t index)
{
    csv_open_cell(csv);
    for (size_t word = 0; word < intv_search_get_word_count(search); word++) {
        if (intv_search_is_word_found(search, index, word))
            continue;
        if (!csv_is_cell_empty(csv))
            csv_add_string(csv, "; ");
        csv_add_string(csv, intv_search_get_word(search, word));
    }
    csv_close_cell(csv);
}

/* Field and text of the best match, and over which label it was found. */
static void
write_best_match(struct csv *csv, const struct intv_search *search, size_t index,
                 enum intv_language language)
{
    const struct intv_catalogue *catalogue = intv_search_get_catalogue(search);
    struct intv_hit *hit = NULL;
    csv_fail(csv, intv_hit_new(search, index, &hit));
    const bool is_found = intv_hit_get_match_count(hit) > 0;
    const uint32_t fact = is_found ? intv_hit_get_match_fact(hit, 0) : INTV_NONE;
    const uint32_t via = is_found ? intv_hit_get_match_via(hit, 0) : INTV_NONE;
    csv_string(csv, fact != INTV_NONE
                        ? field_label((enum field)catalogue->facts[fact].field, language)
                        : "");
    csv_string(csv, is_found ? intv_hit_get_match_text(hit, 0) : "");
    csv_string(csv, via != INTV_NONE ? intv_record_get_name(catalogue, via, tag_of(language)) : "");
    intv_hit_free(hit);
}

static void
write_hit(struct csv *csv, const struct intv_search *search, size_t index,
          enum intv_language language)
{
    const struct intv_catalogue *catalogue = intv_search_get_catalogue(search);
    const uint32_t record = intv_search_get_record(search, index);
    csv_string(csv, kind_label((enum kind)catalogue->records[record].kind, language));
    csv_text(csv, catalogue_id(catalogue, record));
    cells_name(csv, catalogue, record, language);
    csv_unsigned(csv, intv_search_get_score(search, index));
    write_lacks(csv, search, index);
    write_best_match(csv, search, index, language);
    csv_end_row(csv);
}

static void
write_headings(struct csv *csv, const enum text_id *headings, size_t count,
               enum intv_language language)
{
    for (size_t i = 0; i < count; i++)
        csv_string(csv, texts_say(headings[i], language));
    csv_end_row(csv);
}

enum intv_status
intv_write_search_csv(const struct intv_search *search, enum intv_language language, uint32_t flags,
                      struct intv_output *output)
{
    static const enum text_id HEADINGS[] = {
        TEXT_COLUMN_KIND,  TEXT_COLUMN_ID,    TEXT_COLUMN_NAME, TEXT_COLUMN_SCORE,
        TEXT_COLUMN_LACKS, TEXT_COLUMN_FIELD, TEXT_COLUMN_TEXT, TEXT_COLUMN_VIA,
    };
    struct csv csv;
    if (search == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    csv_begin(&csv, output, flags);
    write_headings(&csv, HEADINGS, sizeof(HEADINGS) / sizeof(HEADINGS[0]), language);
    for (size_t i = 0; i < intv_search_get_count(search) && csv.status == INTV_OK; i++)
        write_hit(&csv, search, i, language);
    return csv_finish(&csv);
}

/* ---- facets ---- */

static void
write_counted(struct csv *csv, const char *qualifier, const char *label, const char *value,
              const char *name, size_t count)
{
    csv_string(csv, qualifier);
    csv_string(csv, label);
    csv_string(csv, value);
    csv_string(csv, name);
    csv_unsigned(csv, count);
    csv_end_row(csv);
}

/* What a facet says of records that state no value. */
static void
write_silences(struct csv *csv, const struct intv_facets *facets, size_t facet,
               enum intv_language language)
{
    const struct
    {
        enum text_id text;
        size_t count;
    } SILENT[] = {
        {TEXT_FACET_NOT_STATED, intv_facets_get_not_stated(facets, facet)},
        {TEXT_FACET_NONE, intv_facets_get_none(facets, facet)},
        {TEXT_FACET_DROPPED, intv_facets_get_dropped(facets, facet)},
        {TEXT_FACET_NOT_APPLICABLE, intv_facets_get_not_applicable(facets, facet)},
    };
    for (size_t i = 0; i < sizeof(SILENT) / sizeof(SILENT[0]); i++)
        if (SILENT[i].count > 0)
            write_counted(csv, intv_facets_get_qualifier(facets, facet, language),
                          intv_facets_get_label(facets, facet, language), "",
                          texts_say(SILENT[i].text, language), SILENT[i].count);
}

enum intv_status
intv_write_facets_csv(const struct intv_facets *facets, enum intv_language language, uint32_t flags,
                      struct intv_output *output)
{
    static const enum text_id HEADINGS[] = {
        TEXT_COLUMN_QUALIFIER, TEXT_COLUMN_FIELD, TEXT_COLUMN_VALUE,
        TEXT_COLUMN_NAME,      TEXT_COLUMN_COUNT,
    };
    struct csv csv;
    if (facets == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    csv_begin(&csv, output, flags);
    write_headings(&csv, HEADINGS, sizeof(HEADINGS) / sizeof(HEADINGS[0]), language);
    for (size_t i = 0; i < intv_facets_get_count(facets) && csv.status == INTV_OK; i++) {
        for (size_t value = 0; value < intv_facets_get_value_count(facets, i); value++)
            write_counted(&csv, intv_facets_get_qualifier(facets, i, language),
                          intv_facets_get_label(facets, i, language),
                          intv_facets_get_value(facets, i, value),
                          intv_facets_get_value_label(facets, i, value, language),
                          intv_facets_get_value_records(facets, i, value));
        write_silences(&csv, facets, i, language);
    }
    return csv_finish(&csv);
}
