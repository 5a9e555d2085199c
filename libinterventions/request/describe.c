/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests about the library and the catalogue themselves. */
#include <interventions/loader.h>
#include <interventions/statistics.h>
#include <interventions/tags.h>
#include <interventions/version.h>

#include "model/fields.h"
#include "query/query.h"
#include "read/json_limits.h"
#include "request/request.h"
#include "situation/situation.h"
#include "write/pieces.h"
#include "write/texts.h"

enum
{
    TEXT_NAME_SIZE = 80
};

/* The text "prefix-name" of the table of texts, in both languages. */
static void
write_text_of(struct json *json, const char *key, const char *prefix, const char *name)
{
    char whole[TEXT_NAME_SIZE] = "";
    const struct text parts[] = {text_of(prefix), text_of("-"), text_of(name)};
    size_t length = 0;
    for (unsigned i = 0; i < 3 && length + parts[i].length < TEXT_NAME_SIZE; i++) {
        memcpy(whole + length, parts[i].bytes, parts[i].length);
        length += parts[i].length;
    }
    whole[length] = '\0';
    request_write_both(json, key, intv_text_get(whole, INTV_DUTCH),
                       intv_text_get(whole, INTV_ENGLISH));
}

/* ---- the catalogue ---- */

enum intv_status
request_version(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_string(&json, "version", intv_version());
    json_key_string(&json, "catalogue_format", intv_format_version());
    return request_end(&json);
}

/* What a feature means is told in English only, as in the headers. */
enum intv_status
request_features(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_array(&json, "features");
    for (size_t i = 0; intv_feature_get_name(i) != NULL; i++) {
        json_open_object(&json);
        json_key_string(&json, "name", intv_feature_get_name(i));
        json_key_object(&json, "explanation");
        json_key_string(&json, "en", intv_feature_get_explanation(i));
        json_close(&json);
        json_close(&json);
    }
    json_close(&json);
    return request_end(&json);
}

static void
write_digest(struct json *json, const struct intv_catalogue *catalogue, bool is_asked)
{
    char digest[INTV_DIGEST_SIZE] = "";
    if (is_asked)
        json_fail(json, intv_catalogue_get_digest(catalogue, digest, sizeof(digest)));
    json_key_string_or_null(json, "digest", digest);
}

enum intv_status
request_catalogue(struct request *request)
{
    const struct json_value *digest = request->members[MEMBER_CATALOGUE_DIGEST];
    const struct intv_catalogue *catalogue = request_open_catalogue(request);
    struct json json;
    if (catalogue == NULL)
        return request->check.status;
    json_begin(&json, request->answer, request->flags);
    json_open_object(&json);
    pieces_head(&json, catalogue, REQUEST_FORMATS[request->id].answer);
    json_key_object(&json, "records");
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        json_key_unsigned(&json, kind_name((enum kind)kind),
                          intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind));
    json_close(&json);
    json_key_object(&json, "dropped");
    json_key_unsigned(&json, "records", intv_catalogue_get_dropped_records(catalogue));
    json_key_unsigned(&json, "facts", intv_catalogue_get_dropped_facts(catalogue));
    json_close(&json);
    write_digest(&json, catalogue, digest != NULL && digest->is_true);
    return request_end(&json);
}

enum intv_status
request_statistics(struct request *request)
{
    struct intv_statistics *statistics = NULL;
    struct intv_catalogue *catalogue = request_open_catalogue(request);
    if (catalogue == NULL)
        return request->check.status;
    enum intv_status status = intv_statistics_new(catalogue, &statistics);
    if (status == INTV_OK)
        status = intv_write_statistics(statistics, request->flags, request->answer);
    intv_statistics_free(statistics);
    return status;
}

enum intv_status
request_kinds(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_array(&json, "kinds");
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        json_open_object(&json);
        json_key_string(&json, "name", kind_name((enum kind)kind));
        write_text_of(&json, "one", "kind", kind_name((enum kind)kind));
        write_text_of(&json, "many", "kinds", kind_name((enum kind)kind));
        json_close(&json);
    }
    json_close(&json);
    return request_end(&json);
}

/* Kinds of record that are the options of a field; none when the options are written out. */
static void
write_options(struct json *json, enum criterion_field field)
{
    const kind_set kinds = criterion_kinds(field);
    json_key_array(json, "kinds");
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        if ((kinds & KIND_BIT(kind)) != 0)
            json_string(json, kind_name((enum kind)kind));
    json_close(json);
    json_key(json, "scheme");
    if (kinds != 0 && criterion_scheme(field) != NULL)
        json_string(json, criterion_scheme(field));
    else
        json_null(json);
}

enum intv_status
request_fields(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_array(&json, "fields");
    for (unsigned i = 0; i < CRITERION_COUNT; i++) {
        const struct criterion_format *format = &CRITERION_FORMATS[i];
        json_open_object(&json);
        request_write_both(&json, "name", format->name[INTV_DUTCH], format->name[INTV_ENGLISH]);
        write_text_of(&json, "explanation", "criterion", format->name[INTV_ENGLISH]);
        write_options(&json, (enum criterion_field)i);
        json_close(&json);
    }
    json_close(&json);
    return request_end(&json);
}

/* ---- the library ---- */

static void
write_text(struct json *json, const char *name)
{
    json_open_object(json);
    json_key_string(json, "name", name);
    request_write_both(json, "text", intv_text_get(name, INTV_DUTCH),
                       intv_text_get(name, INTV_ENGLISH));
    json_close(json);
}

static bool
refuse_text(struct request *request, const struct json_value *written)
{
    const char *names[TEXT_COUNT + 1];
    for (unsigned i = 0; i < TEXT_COUNT; i++)
        names[i] = texts_name((enum text_id)i);
    names[TEXT_COUNT] = NULL;
    const struct text parameters[5] = {written->text, json_check_nearest(written->text, names)};
    return json_check_report(&request->check, DIAGNOSTIC_UNKNOWN_TEXT, written, parameters);
}

enum intv_status
request_texts(struct request *request)
{
    const struct json_value *name = request->members[MEMBER_TEXTS_NAME];
    struct json json;
    /* Texts of codes stand in tables of their own; they can be asked by name. */
    const bool is_found = name == NULL || intv_text_get(name->text.bytes, INTV_DUTCH)[0] != '\0';
    request_begin(request, &json);
    json_key_array(&json, "texts");
    for (unsigned i = 0; i < TEXT_COUNT && name == NULL; i++)
        write_text(&json, texts_name((enum text_id)i));
    if (name != NULL && is_found)
        write_text(&json, name->text.bytes);
    json_close(&json);
    if (!is_found)
        refuse_text(request, name);
    const enum intv_status status = request_end(&json);
    return is_found ? status : request->check.status;
}

static bool
refuse_tag(struct request *request, const struct json_value *written)
{
    const uint32_t near = intv_tag_suggest(written->text.bytes);
    const struct text parameters[5] = {written->text,
                                       text_of(near != INTV_NONE ? intv_tag_get_name(near) : "-")};
    return json_check_report(&request->check, DIAGNOSTIC_UNKNOWN_TAG, written, parameters);
}

enum intv_status
request_explain(struct request *request)
{
    const struct json_value *written = request->members[MEMBER_EXPLAIN_TAG];
    const uint32_t tag = intv_tag_find(written->text.bytes);
    if (tag == INTV_NONE) {
        refuse_tag(request, written);
        return request->check.status;
    }
    return intv_write_tag(tag, request->flags, request->answer);
}

enum intv_status
request_tags(struct request *request)
{
    return intv_write_tags(request->flags, request->answer);
}

/* A limit that stands fast. */
static void
write_limit(struct json *json, const char *name, uint64_t value, const char *const explanation[2])
{
    json_open_object(json);
    json_key_string(json, "name", name);
    json_key_unsigned(json, "value", value);
    request_write_both(json, "explanation", explanation[INTV_DUTCH], explanation[INTV_ENGLISH]);
    json_close(json);
}

enum intv_status
request_limits(struct request *request)
{
    struct json json;
    const char *name;
    request_begin(request, &json);
    json_key_array(&json, "limits");
    for (size_t i = 0; (name = intv_limit_get_name(i)) != NULL; i++) {
        json_open_object(&json);
        json_key_string(&json, "name", name);
        json_key_unsigned(&json, "value", intv_loader_get_limit(NULL, name));
        write_text_of(&json, "explanation", "limit", name);
        json_close(&json);
    }
    for (unsigned i = 0; i < SITUATION_LIMIT_COUNT; i++)
        write_limit(&json, SITUATION_LIMITS[i].name, SITUATION_LIMITS[i].value,
                    SITUATION_LIMITS[i].explanation);
    for (unsigned i = 0; i < QUERY_LIMIT_COUNT; i++)
        write_limit(&json, QUERY_LIMITS[i].name, QUERY_LIMITS[i].value,
                    QUERY_LIMITS[i].explanation);
    for (unsigned i = 0; i < JSON_LIMIT_COUNT; i++)
        write_limit(&json, JSON_LIMITS[i].name, JSON_LIMITS[i].value, JSON_LIMITS[i].explanation);
    json_close(&json);
    return request_end(&json);
}

enum intv_status
request_statuses(struct request *request)
{
    static const enum intv_status STATUSES[] = {
#define STATUS(NAME, number, name, nl, en) (enum intv_status)(number),
#include "base/statuses.def"
#undef STATUS
    };
    struct json json;
    request_begin(request, &json);
    json_key_array(&json, "statuses");
    for (size_t i = 0; i < sizeof(STATUSES) / sizeof(STATUSES[0]); i++) {
        json_open_object(&json);
        json_key_string(&json, "name", intv_status_get_name(STATUSES[i]));
        json_key_unsigned(&json, "number", STATUSES[i]);
        request_write_both(&json, "text", intv_status_get_text(STATUSES[i], INTV_DUTCH),
                           intv_status_get_text(STATUSES[i], INTV_ENGLISH));
        json_close(&json);
    }
    json_close(&json);
    return request_end(&json);
}

static void
write_members(struct json *json, enum request_id request)
{
    json_key_array(json, "members");
    for (unsigned i = 0; i < MEMBER_COUNT; i++) {
        const struct member_format *format = &MEMBER_FORMATS[i];
        if (!request_has_member(request, (enum member_id)i))
            continue;
        json_open_object(json);
        json_key_string(json, "name", format->name);
        json_key_string(json, "type", MEMBER_TYPE_NAMES[format->type]);
        json_key_string(json, "need", MEMBER_NEED_NAMES[format->need]);
        request_write_both(json, "explanation", format->explanation[INTV_DUTCH],
                           format->explanation[INTV_ENGLISH]);
        json_close(json);
    }
    json_close(json);
}

enum intv_status
request_requests(struct request *request)
{
    struct json json;
    request_begin(request, &json);
    json_key_array(&json, "requests");
    for (unsigned i = 0; i < REQUEST_COUNT; i++) {
        const struct request_format *format = &REQUEST_FORMATS[i];
        json_open_object(&json);
        json_key_string(&json, "name", format->name);
        request_write_both(&json, "explanation", format->explanation[INTV_DUTCH],
                           format->explanation[INTV_ENGLISH]);
        json_key_string(&json, "answer", format->answer);
        write_members(&json, (enum request_id)i);
        json_close(&json);
    }
    json_close(&json);
    return request_end(&json);
}
