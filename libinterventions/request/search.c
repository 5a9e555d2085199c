/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests that find: queries, facets, completions, lists of values. */
#include <interventions/completion.h>
#include <interventions/facets.h>
#include <interventions/search.h>
#include <interventions/vocabulary.h>

#include "query/vocabulary.h"
#include "request/request.h"

bool
request_read_language(struct request *request, enum member_id member, enum intv_language *language)
{
    static const char *const NAMES[] = {"nl", "en", NULL}; /* by enum intv_language */
    const struct json_value *written = request->members[member];
    unsigned number = INTV_DUTCH;
    if (written != NULL && !json_check_code(&request->check, written, "language", NAMES, &number))
        return false;
    *language = (enum intv_language)number;
    return true;
}

/* What is reported from here on is about a member; `path` is borrowed till end_member(). */
static void
begin_member(struct request *request, const struct json_value *written, char path[JSON_PATH_SIZE])
{
    if (written == NULL)
        return;
    json_value_path(written, path);
    diagnostics_set_path(request->check.diagnostics, path);
}

static bool
end_member(struct request *request, enum intv_status status)
{
    diagnostics_set_path(request->check.diagnostics, NULL);
    json_check_count(&request->check, status);
    return status == INTV_OK;
}

/* ---- queries ---- */

/* Members that a request has in its own place; MEMBER_COUNT for one it lacks. */
struct query_members
{
    enum member_id query;
    enum member_id lenient;
    enum member_id exact;
    enum member_id kinds;
    enum member_id language;
};

static const struct query_members OF_SEARCH = {MEMBER_SEARCH_QUERY, MEMBER_SEARCH_LENIENT,
                                               MEMBER_SEARCH_EXACT, MEMBER_SEARCH_KINDS,
                                               MEMBER_SEARCH_LANGUAGE};
static const struct query_members OF_FACETS = {MEMBER_FACETS_QUERY, MEMBER_FACETS_LENIENT,
                                               MEMBER_FACETS_EXACT, MEMBER_FACETS_KINDS,
                                               MEMBER_FACETS_LANGUAGE};

static bool
is_asked(const struct request *request, enum member_id member)
{
    const struct json_value *written = request->members[member];
    return written != NULL && written->is_true;
}

static bool
read_number(struct request *request, enum member_id member, size_t standard, size_t *number)
{
    const struct json_value *written = request->members[member];
    int64_t read = 0;
    *number = standard;
    if (written == NULL)
        return true;
    if (!json_check_number(&request->check, written, 0, INT32_MAX, &read))
        return false;
    *number = (size_t)read;
    return true;
}

/* Bits of the kinds in a list; 0 without it. */
static bool
read_kind_list(struct request *request, enum member_id member, uint32_t *kinds)
{
    const struct json_value *written = request->members[member];
    const struct text name[5] = {text_of(MEMBER_FORMATS[member].name)};
    const char *names[KIND_COUNT + 1];
    bool is_good = true;
    *kinds = 0;
    if (written == NULL)
        return true;
    for (unsigned i = 0; i < KIND_COUNT; i++)
        names[i] = kind_name((enum kind)i);
    names[KIND_COUNT] = NULL;
    if (written->count == 0)
        return json_check_report(&request->check, DIAGNOSTIC_EMPTY_LIST, written, name);
    for (const struct json_value *one = written->first;
         one != NULL && !json_check_is_full(&request->check); one = one->next) {
        unsigned kind = 0;
        is_good = json_check_type(&request->check, one, JSON_TYPE_BIT(JSON_STRING)) &&
                  json_check_code(&request->check, one, "kind", names, &kind) && is_good;
        *kinds |= KIND_BIT(kind);
    }
    return is_good;
}

static enum intv_status
parse_query(struct request *request, const struct json_value *written, bool is_lenient,
            struct intv_query **query)
{
    char path[JSON_PATH_SIZE];
    if (written == NULL)
        return intv_query_new(request->catalogue, query);
    begin_member(request, written, path);
    const enum intv_status status = intv_query_parse(
        request->catalogue, written->text.bytes, written->text.length,
        is_lenient ? INTV_LENIENT : INTV_STRICT, query, request->check.diagnostics);
    diagnostics_set_path(request->check.diagnostics, NULL);
    return status;
}

/* The query of a request with its settings; NULL after reporting. */
static struct intv_query *
read_query(struct request *request, const struct query_members *members)
{
    struct intv_query *query = NULL;
    enum intv_language language = INTV_DUTCH;
    uint32_t kinds = 0;
    if (request_open_catalogue(request) == NULL)
        return NULL;
    const bool is_good = read_kind_list(request, members->kinds, &kinds) &&
                         request_read_language(request, members->language, &language);
    enum intv_status status = parse_query(request, request->members[members->query],
                                          is_asked(request, members->lenient), &query);
    if (status == INTV_OK)
        status = intv_query_set_kinds(query, kinds);
    if (status == INTV_OK)
        status = intv_query_set_exact(query, is_asked(request, members->exact));
    if (status == INTV_OK)
        status = intv_query_set_language(query, language);
    json_check_count(&request->check, status);
    if (is_good && status == INTV_OK)
        return query;
    intv_query_free(query);
    return NULL;
}

static struct intv_search *
search_for(struct request *request, const struct intv_query *query)
{
    struct intv_search *search = NULL;
    if (query != NULL)
        json_check_count(&request->check,
                         intv_search_new(query, &search, request->check.diagnostics));
    return search;
}

/* ---- search ---- */

/* Order and page; false after reporting. */
static bool
read_page(struct request *request, struct intv_query *query)
{
    static const char *const SORTS[] = {"relevance", "name", "year", "design", "id", NULL};
    const struct json_value *written = request->members[MEMBER_SEARCH_SORT];
    size_t offset = 0;
    size_t limit = 0;
    unsigned sort = INTV_BY_RELEVANCE;
    if ((written != NULL && !json_check_code(&request->check, written, "sort", SORTS, &sort)) ||
        !read_number(request, MEMBER_SEARCH_OFFSET, 0, &offset) ||
        !read_number(request, MEMBER_SEARCH_LIMIT, intv_query_get_limit(query), &limit))
        return false;
    enum intv_status status = intv_query_set_sort(query, (enum intv_sort)sort,
                                                  is_asked(request, MEMBER_SEARCH_DESCENDING));
    if (status == INTV_OK)
        status = intv_query_set_page(query, offset, limit);
    json_check_count(&request->check, status);
    return status == INTV_OK;
}

enum intv_status
request_search(struct request *request)
{
    struct intv_query *query = read_query(request, &OF_SEARCH);
    struct intv_search *search = NULL;
    struct intv_facets *facets = NULL;
    if (query != NULL && read_page(request, query))
        search = search_for(request, query);
    enum intv_status status = request->check.status;
    if (search != NULL && is_asked(request, MEMBER_SEARCH_FACETS))
        status = intv_facets_new(search, NULL, &facets, request->check.diagnostics);
    if (search != NULL && status == INTV_OK)
        status = intv_write_search(query, search, facets, request->flags, request->answer);
    intv_facets_free(facets);
    intv_search_free(search);
    intv_query_free(query);
    return status;
}

/* ---- facets ---- */

static struct intv_facets *
count_facets(struct request *request, const struct intv_search *search)
{
    const struct json_value *field = request->members[MEMBER_FACETS_FIELD];
    struct intv_facets *facets = NULL;
    char path[JSON_PATH_SIZE];
    if (search == NULL)
        return NULL;
    begin_member(request, field, path);
    end_member(request, intv_facets_new(search, field != NULL ? field->text.bytes : NULL, &facets,
                                        request->check.diagnostics));
    return facets;
}

enum intv_status
request_facets(struct request *request)
{
    struct intv_query *query = read_query(request, &OF_FACETS);
    struct intv_search *search = search_for(request, query);
    struct intv_facets *facets = count_facets(request, search);
    enum intv_status status = request->check.status;
    if (facets != NULL)
        status = intv_write_facets(query, search, facets, request->flags, request->answer);
    intv_facets_free(facets);
    intv_search_free(search);
    intv_query_free(query);
    return status;
}

/* ---- completion ---- */

enum intv_status
request_complete(struct request *request)
{
    const struct text typed = request_text(request, MEMBER_COMPLETE_TYPED);
    struct intv_completion *completion = NULL;
    enum intv_language language = INTV_DUTCH;
    size_t limit = 0;
    if (request_open_catalogue(request) == NULL ||
        !request_read_language(request, MEMBER_COMPLETE_LANGUAGE, &language) ||
        !read_number(request, MEMBER_COMPLETE_LIMIT, 0, &limit))
        return request->check.status;
    enum intv_status status = intv_completion_new(request->catalogue, typed.bytes, typed.length,
                                                  language, limit, &completion);
    if (status == INTV_OK)
        status =
            intv_write_completion(request->catalogue, completion, request->flags, request->answer);
    intv_completion_free(completion);
    return status;
}

/* ---- lists of values ---- */

static enum intv_status
narrow_list(struct request *request, struct intv_vocabulary *vocabulary)
{
    const struct json_value *written = request->members[MEMBER_CONCEPTS_QUERY];
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    if (written == NULL)
        return INTV_OK;
    enum intv_status status = parse_query(request, written, false, &query);
    if (status == INTV_OK)
        status = intv_query_set_relaxing(query, 0);
    if (status == INTV_OK)
        status = intv_search_new(query, &search, request->check.diagnostics);
    if (status == INTV_OK)
        status = intv_vocabulary_narrow(vocabulary, search);
    intv_search_free(search);
    intv_query_free(query);
    json_check_count(&request->check, status);
    return status;
}

enum intv_status
request_concepts(struct request *request)
{
    const struct json_value *scheme = request->members[MEMBER_CONCEPTS_SCHEME];
    struct intv_vocabulary *vocabulary = NULL;
    enum intv_language language;
    char path[JSON_PATH_SIZE];
    if (request_open_catalogue(request) == NULL ||
        !request_read_language(request, MEMBER_CONCEPTS_LANGUAGE, &language))
        return request->check.status;
    begin_member(request, scheme, path);
    enum intv_status status =
        intv_vocabulary_new(request->catalogue, scheme != NULL ? scheme->text.bytes : NULL,
                            language, &vocabulary, request->check.diagnostics);
    if (end_member(request, status))
        status = narrow_list(request, vocabulary);
    if (status == INTV_OK)
        status = intv_write_vocabulary(vocabulary, request->flags, request->answer);
    intv_vocabulary_free(vocabulary);
    return status;
}

/* ---- qualifiers ---- */

/* Values of a list have an order only where their scheme says so. */
static uint32_t
comparisons_of(const struct intv_catalogue *catalogue, uint32_t qualifier,
               const struct vocabulary_choice *choice)
{
    const uint32_t all = intv_qualifier_get_comparisons(qualifier);
    const bool is_ordered =
        choice == NULL ||
        (choice->scheme != INTV_NONE &&
         text_is(text_of(code_name(LIST_YES_NO,
                                   catalogue_code_of(catalogue, choice->scheme, FIELD_ORDERED))),
                 "yes"));
    return is_ordered ? all : all & UINT32_C(1) << INTV_IS;
}

static void
write_qualifier(struct json *json, const struct intv_catalogue *catalogue, uint32_t qualifier)
{
    static const char *const SIGNS[] = {":", ":>=", ":<=", ":>", ":<"}; /* enum intv_comparison */
    const uint32_t field = intv_qualifier_get_field(qualifier);
    struct vocabulary_choice choice;
    const bool is_listed =
        field != INTV_NONE && vocabulary_choose_field(catalogue, (enum field)field, &choice);
    const uint32_t comparisons = comparisons_of(catalogue, qualifier, is_listed ? &choice : NULL);
    const char *other;
    json_open_object(json);
    request_write_both(json, "name", intv_qualifier_get_name(qualifier, INTV_DUTCH),
                       intv_qualifier_get_name(qualifier, INTV_ENGLISH));
    json_key_array(json, "other_names");
    for (size_t i = 0; (other = intv_qualifier_get_other_name(qualifier, i))[0] != '\0'; i++)
        json_string(json, other);
    json_close(json);
    request_write_both(json, "explanation", intv_qualifier_get_explanation(qualifier, INTV_DUTCH),
                       intv_qualifier_get_explanation(qualifier, INTV_ENGLISH));
    json_key_string_or_null(json, "field", field != INTV_NONE ? FIELD_FORMATS[field].name : "");
    json_key_array(json, "signs");
    for (unsigned i = 0; i < sizeof(SIGNS) / sizeof(SIGNS[0]); i++)
        if ((comparisons & UINT32_C(1) << i) != 0)
            json_string(json, SIGNS[i]);
    json_close(json);
    json_key_string_or_null(json, "values", is_listed ? choice.name : "");
    json_close(json);
}

enum intv_status
request_qualifiers(struct request *request)
{
    const struct intv_catalogue *catalogue = request_open_catalogue(request);
    struct json json;
    if (catalogue == NULL)
        return request->check.status;
    request_begin(request, &json);
    json_key_array(&json, "qualifiers");
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++)
        write_qualifier(&json, catalogue, i);
    json_close(&json);
    return request_end(&json);
}
