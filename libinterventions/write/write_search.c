/* SPDX-License-Identifier: EUPL-1.2 */
/* The answer to a query, its facets, and completions, as JSON. */
#include <interventions/output.h>

#include "base/utf8.h"
#include "write/pieces.h"

/* ---- the query ---- */

static void
write_kinds(struct json *json, uint32_t kinds)
{
    json_key_array(json, "kinds");
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if ((kinds & KIND_BIT(kind)) != 0)
            json_string(json, kind_name((enum kind)kind));
    json_close(json);
}

static const char *
sort_name(enum intv_sort sort)
{
    static const char *const NAMES[] = {"relevance", "name", "year", "design", "id"};
    return (size_t)sort < sizeof(NAMES) / sizeof(NAMES[0]) ? NAMES[sort] : "other";
}

/* The query as it was understood, with its settings. */
static void
write_query(struct json *json, const struct intv_query *query)
{
    struct intv_output *text = NULL;
    enum intv_status status = intv_output_new(&text);
    const enum intv_language language = intv_query_get_language(query);
    if (status == INTV_OK)
        status = intv_query_write(query, language, text);
    json_fail(json, status);
    json_key_object(json, "query");
    json_key_string(json, "text", status == INTV_OK ? intv_output_get_text(text) : "");
    json_key_string(json, "language", language == INTV_ENGLISH ? "en" : "nl");
    write_kinds(json, intv_query_get_kinds(query));
    json_key_boolean(json, "exact", intv_query_is_exact(query) != 0);
    json_key_string(json, "sort", sort_name(intv_query_get_sort(query)));
    json_key_boolean(json, "descending", intv_query_is_descending(query) != 0);
    json_key_unsigned(json, "offset", intv_query_get_offset(query));
    json_key_unsigned(json, "limit", intv_query_get_limit(query));
    json_close(json);
    intv_output_free(text);
}

/* ---- hits ---- */

static size_t
count_characters(const char *text, size_t length)
{
    struct text rest = {text, length};
    size_t count = 0;
    while (rest.length > 0) {
        const size_t step = utf8_read(rest).length;
        rest.bytes += step;
        rest.length -= step;
        count++;
    }
    return count;
}

static void
write_match(struct json *json, const struct intv_search *search, const struct intv_hit *hit,
            size_t match)
{
    const struct intv_catalogue *catalogue = intv_search_get_catalogue(search);
    const uint32_t fact = intv_hit_get_match_fact(hit, match);
    const uint32_t via = intv_hit_get_match_via(hit, match);
    const char *text = intv_hit_get_match_text(hit, match);
    const size_t start = intv_hit_get_match_start(hit, match);
    const size_t length = intv_hit_get_match_length(hit, match);
    json_open_object(json);
    json_key_string(json, "word",
                    intv_search_get_word(search, intv_hit_get_match_word(hit, match)));
    json_key_string(json, "manner", intv_manner_get_name(intv_hit_get_match_manner(hit, match)));
    json_key_string_or_null(json, "field",
                            fact != INTV_NONE ? intv_fact_get_field(catalogue, fact) : "");
    json_key_string_or_null(json, "language", intv_hit_get_match_language(hit, match));
    json_key_string(json, "text", text);
    json_key_unsigned(json, "start", count_characters(text, start));
    json_key_unsigned(json, "length", count_characters(text + start, length));
    json_key_unsigned(json, "start_bytes", start);
    json_key_unsigned(json, "length_bytes", length);
    json_key(json, "via");
    if (via != INTV_NONE)
        pieces_record(json, catalogue, via);
    else
        json_null(json);
    json_close(json);
}

static void
write_matches(struct json *json, const struct intv_search *search, size_t index)
{
    struct intv_hit *hit = NULL;
    json_fail(json, intv_hit_new(search, index, &hit));
    json_key_array(json, "matches");
    for (size_t i = 0; i < intv_hit_get_match_count(hit); i++)
        write_match(json, search, hit, i);
    json_close(json);
    intv_hit_free(hit);
}

static void
write_hit(struct json *json, const struct intv_search *search, size_t index)
{
    const struct intv_catalogue *catalogue = intv_search_get_catalogue(search);
    const uint32_t record = intv_search_get_record(search, index);
    json_open_object(json);
    json_key_string(json, "kind", kind_name((enum kind)intv_record_get_kind(catalogue, record)));
    json_key_string(json, "id", intv_record_get_id(catalogue, record));
    pieces_layer(json, catalogue, record);
    json_key(json, "name");
    pieces_name(json, catalogue, record);
    json_key_unsigned(json, "score", intv_search_get_score(search, index));
    json_key_array(json, "lacks");
    for (size_t word = 0; word < intv_search_get_word_count(search); word++)
        if (!intv_search_is_word_found(search, index, word))
            json_string(json, intv_search_get_word(search, word));
    json_close(json);
    write_matches(json, search, index);
    json_close(json);
}

static void
write_words(struct json *json, const struct intv_search *search)
{
    json_key_array(json, "words");
    for (size_t i = 0; i < intv_search_get_word_count(search); i++) {
        json_open_object(json);
        json_key_string(json, "word", intv_search_get_word(search, i));
        json_key_unsigned(json, "records", intv_search_get_word_record_count(search, i));
        json_close(json);
    }
    json_close(json);
}

static void
write_suggestions(struct json *json, const struct intv_search *search)
{
    json_key_array(json, "suggestions");
    for (size_t i = 0; i < intv_search_get_suggestion_count(search); i++) {
        json_open_object(json);
        json_key_string(json, "word", intv_search_get_suggestion_word(search, i));
        json_key_string(json, "query", intv_search_get_suggestion(search, i));
        json_close(json);
    }
    json_close(json);
}

/* ---- facets ---- */

static void
write_both(struct json *json, const char *key, const char *dutch, const char *english)
{
    json_key_object(json, key);
    json_key_string(json, "nl", dutch);
    json_key_string(json, "en", english);
    json_close(json);
}

static void
write_facet_value(struct json *json, const struct intv_catalogue *catalogue,
                  const struct intv_facets *facets, size_t facet, size_t value)
{
    const uint32_t record = intv_facets_get_value_record(facets, facet, value);
    json_open_object(json);
    json_key_string(json, "value", intv_facets_get_value(facets, facet, value));
    json_key_string_or_null(
        json, "kind",
        record != INTV_NONE ? kind_name((enum kind)intv_record_get_kind(catalogue, record)) : "");
    write_both(json, "label", intv_facets_get_value_label(facets, facet, value, INTV_DUTCH),
               intv_facets_get_value_label(facets, facet, value, INTV_ENGLISH));
    json_key_unsigned(json, "records", intv_facets_get_value_records(facets, facet, value));
    json_close(json);
}

static void
write_facet(struct json *json, const struct intv_catalogue *catalogue,
            const struct intv_facets *facets, size_t facet)
{
    json_open_object(json);
    write_both(json, "name", intv_facets_get_qualifier(facets, facet, INTV_DUTCH),
               intv_facets_get_qualifier(facets, facet, INTV_ENGLISH));
    write_both(json, "label", intv_facets_get_label(facets, facet, INTV_DUTCH),
               intv_facets_get_label(facets, facet, INTV_ENGLISH));
    json_key_unsigned(json, "stated", intv_facets_get_stated(facets, facet));
    json_key_unsigned(json, "not_stated", intv_facets_get_not_stated(facets, facet));
    json_key_unsigned(json, "none", intv_facets_get_none(facets, facet));
    json_key_unsigned(json, "dropped", intv_facets_get_dropped(facets, facet));
    json_key_unsigned(json, "not_applicable", intv_facets_get_not_applicable(facets, facet));
    json_key_array(json, "values");
    for (size_t i = 0; i < intv_facets_get_value_count(facets, facet); i++)
        write_facet_value(json, catalogue, facets, facet, i);
    json_close(json);
    json_close(json);
}

static void
write_facets(struct json *json, const struct intv_catalogue *catalogue,
             const struct intv_facets *facets)
{
    json_open_array(json);
    for (size_t i = 0; i < intv_facets_get_count(facets) && json->status == INTV_OK; i++)
        write_facet(json, catalogue, facets, i);
    json_close(json);
}

/* ---- the documents ---- */

static void
open_document(struct json *json, const struct intv_query *query, const struct intv_search *search,
              const char *format)
{
    json_open_object(json);
    pieces_head(json, intv_search_get_catalogue(search), format);
    write_query(json, query);
    json_key_unsigned(json, "total", intv_search_get_total(search));
    json_key_boolean(json, "relaxed", intv_search_is_relaxed(search) != 0);
    const char *corrected = intv_search_get_corrected(search);
    json_key_string_or_null(json, "corrected", corrected != NULL ? corrected : "");
}

enum intv_status
intv_write_search(const struct intv_query *query, const struct intv_search *search,
                  const struct intv_facets *facets, uint32_t flags, struct intv_output *output)
{
    struct json json;
    if (query == NULL || search == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    open_document(&json, query, search, "interventions-search/1");
    write_words(&json, search);
    json_key_array(&json, "hits");
    for (size_t i = 0; i < intv_search_get_count(search) && json.status == INTV_OK; i++)
        write_hit(&json, search, i);
    json_close(&json);
    json_key(&json, "facets");
    if (facets != NULL)
        write_facets(&json, intv_search_get_catalogue(search), facets);
    else
        json_null(&json);
    write_suggestions(&json, search);
    json_close(&json);
    return json_finish(&json);
}

enum intv_status
intv_write_facets(const struct intv_query *query, const struct intv_search *search,
                  const struct intv_facets *facets, uint32_t flags, struct intv_output *output)
{
    struct json json;
    if (query == NULL || search == NULL || facets == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    open_document(&json, query, search, "interventions-facets/1");
    json_key(&json, "facets");
    write_facets(&json, intv_search_get_catalogue(search), facets);
    json_close(&json);
    return json_finish(&json);
}

/* ---- completion ---- */

static void
write_completion(struct json *json, const struct intv_catalogue *catalogue,
                 const struct intv_completion *completion, size_t index)
{
    static const char *const SORTS[] = {"record", "word", "qualifier", "value"};
    const size_t sort = (size_t)intv_completion_get_sort(completion, index);
    const uint32_t record = intv_completion_get_record(completion, index);
    json_open_object(json);
    json_key_string(json, "sort", sort < sizeof(SORTS) / sizeof(SORTS[0]) ? SORTS[sort] : "other");
    json_key_string(json, "text", intv_completion_get_text(completion, index));
    json_key_string(json, "label", intv_completion_get_label(completion, index));
    json_key(json, "record");
    if (record != INTV_NONE)
        pieces_record(json, catalogue, record);
    else
        json_null(json);
    json_key_unsigned(json, "uses", intv_completion_get_uses(completion, index));
    json_close(json);
}

enum intv_status
intv_write_completion(const struct intv_catalogue *catalogue,
                      const struct intv_completion *completion, uint32_t flags,
                      struct intv_output *output)
{
    struct json json;
    if (catalogue == NULL || completion == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    json_begin(&json, output, flags);
    json_open_object(&json);
    pieces_head(&json, catalogue, "interventions-completion/1");
    json_key_array(&json, "completions");
    for (size_t i = 0; i < intv_completion_get_count(completion); i++)
        write_completion(&json, catalogue, completion, i);
    json_close(&json);
    json_close(&json);
    return json_finish(&json);
}
