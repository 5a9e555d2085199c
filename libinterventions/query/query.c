/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/query.h"

#include "base/memory.h"

enum
{
    USUAL_PAGE = 10
};

const struct query_limit_format QUERY_LIMITS[QUERY_LIMIT_COUNT] = {
#define LIMIT(NAME, name, value, nl, en) {name, value, {nl, en}},
#include "query/limits.def"
#undef LIMIT
};

enum intv_status
intv_query_new(struct intv_catalogue *catalogue, struct intv_query **query)
{
    if (query != NULL)
        *query = NULL;
    if (catalogue == NULL || query == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    struct intv_query *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    if (!memory_reserve(&made->clauses, &made->clause_capacity, 1, sizeof(*made->clauses))) {
        memory_free(made);
        return INTV_ERROR_NO_MEMORY;
    }
    made->clauses[made->clause_count++] = (struct clause){
        .sort = CLAUSE_ALL, .qualifier = QUALIFIER_NONE, .first = INTV_NONE, .next = INTV_NONE};
    made->catalogue = intv_catalogue_ref(catalogue);
    made->asserters = ASSERTERS_ALL;
    made->is_relaxing = 1;
    made->limit = USUAL_PAGE;
    *query = made;
    return INTV_OK;
}

void
intv_query_free(struct intv_query *query)
{
    if (query == NULL)
        return;
    memory_free(query->clauses);
    memory_free(query->words);
    memory_free(query->values);
    memory_free(query->source);
    arena_free(&query->texts);
    intv_catalogue_unref(query->catalogue);
    memory_free(query);
}

enum intv_status
intv_query_parse(struct intv_catalogue *catalogue, const char *text, size_t length,
                 enum intv_reading reading, struct intv_query **query,
                 struct intv_diagnostics *diagnostics)
{
    enum intv_status status = intv_query_new(catalogue, query);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(diagnostics);
    if (status != INTV_OK)
        return status;
    status = intv_query_add(*query, text, length, reading, diagnostics);
    if (status != INTV_OK) {
        intv_query_free(*query);
        *query = NULL;
    }
    return status;
}

struct intv_catalogue *
intv_query_get_catalogue(const struct intv_query *query)
{
    return query != NULL ? query->catalogue : NULL;
}

/* ---- settings ---- */

void
query_take_settings(struct intv_query *query, const struct intv_query *other)
{
    query->kinds = other->kinds;
    query->is_exact = other->is_exact;
    query->is_relaxing = other->is_relaxing;
    query->language = other->language;
    query->sort = other->sort;
    query->is_descending = other->is_descending;
    query->offset = other->offset;
    query->limit = other->limit;
}

enum intv_status
intv_query_set_kinds(struct intv_query *query, uint32_t kinds)
{
    if (query == NULL || (kinds & ~(KIND_BIT(KIND_COUNT) - 1)) != 0)
        return INTV_ERROR_INVALID_ARGUMENT;
    query->kinds = kinds;
    return INTV_OK;
}

enum intv_status
intv_query_set_exact(struct intv_query *query, int is_exact)
{
    if (query == NULL || (is_exact != 0 && is_exact != 1))
        return INTV_ERROR_INVALID_ARGUMENT;
    query->is_exact = (uint8_t)is_exact;
    return INTV_OK;
}

enum intv_status
intv_query_set_relaxing(struct intv_query *query, int is_relaxing)
{
    if (query == NULL || (is_relaxing != 0 && is_relaxing != 1))
        return INTV_ERROR_INVALID_ARGUMENT;
    query->is_relaxing = (uint8_t)is_relaxing;
    return INTV_OK;
}

enum intv_status
intv_query_set_language(struct intv_query *query, enum intv_language language)
{
    if (query == NULL || (unsigned)language > INTV_ENGLISH)
        return INTV_ERROR_INVALID_ARGUMENT;
    query->language = (uint8_t)language;
    return INTV_OK;
}

enum intv_status
intv_query_set_sort(struct intv_query *query, enum intv_sort sort, int is_descending)
{
    if (query == NULL || (unsigned)sort > INTV_BY_ID || (is_descending != 0 && is_descending != 1))
        return INTV_ERROR_INVALID_ARGUMENT;
    query->sort = (uint8_t)sort;
    query->is_descending = (uint8_t)is_descending;
    return INTV_OK;
}

enum intv_status
intv_query_set_page(struct intv_query *query, size_t offset, size_t limit)
{
    if (query == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    query->offset = offset;
    query->limit = limit;
    return INTV_OK;
}

uint32_t
intv_query_get_kinds(const struct intv_query *query)
{
    return query != NULL ? query->kinds : 0;
}

int
intv_query_is_exact(const struct intv_query *query)
{
    return query != NULL ? query->is_exact : 0;
}

int
intv_query_is_relaxing(const struct intv_query *query)
{
    return query != NULL ? query->is_relaxing : 0;
}

enum intv_language
intv_query_get_language(const struct intv_query *query)
{
    return query != NULL ? (enum intv_language)query->language : INTV_DUTCH;
}

enum intv_sort
intv_query_get_sort(const struct intv_query *query)
{
    return query != NULL ? (enum intv_sort)query->sort : INTV_BY_RELEVANCE;
}

int
intv_query_is_descending(const struct intv_query *query)
{
    return query != NULL ? query->is_descending : 0;
}

size_t
intv_query_get_offset(const struct intv_query *query)
{
    return query != NULL ? query->offset : 0;
}

size_t
intv_query_get_limit(const struct intv_query *query)
{
    return query != NULL ? query->limit : 0;
}
