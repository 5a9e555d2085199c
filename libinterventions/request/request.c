/* SPDX-License-Identifier: EUPL-1.2 */
/* From the bytes of a request to the bytes of its answer. */
#include "request/request.h"

#include "read/json_limits.h"
#include "write/write_diagnostics.h"

static const struct text NOTHING = {"", 0};

/* ---- which request it is ---- */

static bool
refuse_request(struct request *request, const struct json_value *written)
{
    const char *names[REQUEST_COUNT + 1];
    char joined[JSON_NAMES_SIZE];
    for (unsigned i = 0; i < REQUEST_COUNT; i++)
        names[i] = REQUEST_FORMATS[i].name;
    names[REQUEST_COUNT] = NULL;
    const struct text parameters[5] = {written->text, json_check_nearest(written->text, names),
                                       json_check_join(names, joined)};
    return json_check_report(&request->check, DIAGNOSTIC_UNKNOWN_REQUEST, written, parameters);
}

static bool
find_request(struct request *request, const struct json_value *root)
{
    const unsigned string = JSON_TYPE_BIT(JSON_STRING);
    const char *key = MEMBER_FORMATS[MEMBER_ANY_REQUEST].name;
    if (!json_check_type(&request->check, root, JSON_TYPE_BIT(JSON_OBJECT)))
        return false;
    const struct json_value *name = json_value_member(root, key);
    if (name == NULL)
        return json_check_missing(&request->check, root, key, string);
    if (!json_check_type(&request->check, name, string))
        return false;
    for (unsigned i = 0; i < REQUEST_COUNT; i++)
        if (text_is(name->text, REQUEST_FORMATS[i].name)) {
            request->id = (enum request_id)i;
            return true;
        }
    return refuse_request(request, name);
}

/* Also an answer to a request that is wrong is written as it was asked. */
static void
take_pretty(struct request *request, const struct json_value *root)
{
    const struct json_value *pretty =
        json_value_member(root, MEMBER_FORMATS[MEMBER_ANY_PRETTY].name);
    if (pretty != NULL && pretty->type == JSON_BOOLEAN && pretty->is_true)
        request->flags |= INTV_WRITE_PRETTY;
}

/* ---- its members ---- */

static const unsigned TYPES[MEMBER_TYPE_COUNT] = {
    [MEMBER_TEXT] = JSON_TYPE_BIT(JSON_STRING),     [MEMBER_KIND] = JSON_TYPE_BIT(JSON_STRING),
    [MEMBER_BOOLEAN] = JSON_TYPE_BIT(JSON_BOOLEAN), [MEMBER_NUMBER] = JSON_TYPE_BIT(JSON_NUMBER),
    [MEMBER_LANGUAGE] = JSON_TYPE_BIT(JSON_STRING), [MEMBER_KINDS] = JSON_TYPE_BIT(JSON_ARRAY),
    [MEMBER_SORT] = JSON_TYPE_BIT(JSON_STRING),     [MEMBER_SITUATION] = JSON_TYPE_BIT(JSON_OBJECT),
    [MEMBER_DOCUMENTS] = JSON_TYPE_BIT(JSON_ARRAY), [MEMBER_ARCHIVE] = JSON_TYPE_BIT(JSON_OBJECT),
};

static bool
refuse_both(struct request *request, const struct json_value *one, const struct json_value *other)
{
    const struct text parameters[5] = {one->key, other->key};
    return json_check_report_key(&request->check, DIAGNOSTIC_CONFLICTING_MEMBERS, other,
                                 parameters);
}

static bool
refuse_none(struct request *request, const struct json_value *root, const char *const *names)
{
    char joined[JSON_NAMES_SIZE];
    const struct text parameters[5] = {json_check_join(names, joined)};
    return json_check_report(&request->check, DIAGNOSTIC_MISSING_ONE_OF, root, parameters);
}

/* Exactly one of the members that are marked so; a request without them passes. */
static bool
check_alternatives(struct request *request, const struct json_value *root)
{
    const char *names[MEMBER_COUNT + 1] = {NULL};
    const struct json_value *found = NULL;
    unsigned count = 0;
    for (unsigned i = 0; i < MEMBER_COUNT; i++) {
        const struct member_format *format = &MEMBER_FORMATS[i];
        if (format->request != request->id || format->need != MEMBER_ONE_OF)
            continue;
        const struct json_value *member = json_value_member(root, format->name);
        names[count++] = format->name;
        if (member != NULL && found != NULL)
            return refuse_both(request, found, member);
        if (member != NULL)
            found = member;
    }
    return count == 0 || found != NULL || refuse_none(request, root, names);
}

static bool
take_members(struct request *request, const struct json_value *root)
{
    struct json_member members[MEMBER_COUNT];
    const struct json_value *found[MEMBER_COUNT];
    enum member_id ids[MEMBER_COUNT];
    size_t count = 0;
    for (unsigned i = 0; i < MEMBER_COUNT; i++) {
        const struct member_format *format = &MEMBER_FORMATS[i];
        if (!request_has_member(request->id, (enum member_id)i))
            continue;
        members[count] = (struct json_member){format->name, TYPES[format->type],
                                              format->need == MEMBER_REQUIRED};
        ids[count++] = (enum member_id)i;
    }
    const bool is_good = json_check_members(&request->check, root, members, count, found);
    for (size_t i = 0; i < count; i++)
        request->members[ids[i]] = found[i];
    return check_alternatives(request, root) && is_good;
}

struct text
request_text(const struct request *request, enum member_id member)
{
    return request->members[member]->text;
}

/* ---- running it ---- */

struct intv_catalogue *
request_open_catalogue(struct request *request)
{
    if (request->catalogue != NULL)
        return request->catalogue;
    const enum intv_status status = intv_catalogue_builtin(&request->catalogue);
    if (status == INTV_ERROR_NO_MEMORY)
        diagnostics_no_memory(request->check.diagnostics);
    json_check_count(&request->check, status);
    return request->catalogue;
}

/* A failure without a report would leave the asker with nothing but a word. */
static void
explain_status(struct request *request)
{
    const struct place nowhere = {NULL, 0, 0};
    if (request->check.status != INTV_OK &&
        intv_diagnostics_get_error_count(request->check.diagnostics) == 0)
        diagnostics_add(request->check.diagnostics, DIAGNOSTIC_INTERNAL_ERROR, nowhere,
                        intv_status_get_name(request->check.status), NULL, NULL, NULL);
}

static void
run(struct request *request, struct text bytes)
{
    const struct json_source source = {NULL, bytes};
    struct json_document document;
    json_check_count(&request->check,
                     json_document_read(&document, &source, request->check.diagnostics));
    if (request->check.status == INTV_OK) {
        take_pretty(request, document.root);
        if (find_request(request, document.root) && take_members(request, document.root))
            json_check_count(&request->check, REQUEST_FORMATS[request->id].run(request));
    }
    json_document_free(&document);
    explain_status(request);
}

/* ---- the answer ---- */

void
request_begin(const struct request *request, struct json *json)
{
    json_begin(json, request->answer, request->flags);
    json_open_object(json);
    json_key_string(json, "format", REQUEST_FORMATS[request->id].answer);
}

enum intv_status
request_end(struct json *json)
{
    json_close(json);
    return json_finish(json);
}

void
request_write_both(struct json *json, const char *key, const char *dutch, const char *english)
{
    json_key_object(json, key);
    json_key_string(json, "nl", dutch);
    json_key_string(json, "en", english);
    json_close(json);
}

static enum intv_status
write_answer(const struct request *request, struct intv_output *output)
{
    struct json json;
    const enum intv_status status = request->check.status;
    const struct text answer = {intv_output_get_text(request->answer),
                                intv_output_get_length(request->answer)};
    json_begin(&json, output, request->flags);
    json_open_object(&json);
    json_key_string(&json, "format", "interventions-answer/1");
    json_key_string_or_null(&json, "request",
                            request->id < REQUEST_COUNT ? REQUEST_FORMATS[request->id].name : "");
    json_key_string(&json, "status", intv_status_get_name(status));
    json_key(&json, "diagnostics");
    diagnostics_write(&json, request->check.diagnostics);
    json_key(&json, "answer");
    if (status == INTV_OK)
        json_document(&json, answer);
    else
        json_null(&json);
    json_close(&json);
    return json_finish(&json);
}

static enum intv_status
answer_request(struct request *request, struct text bytes, struct intv_output *output)
{
    run(request, bytes);
    if (request->check.status == INTV_ERROR_NO_MEMORY)
        return INTV_ERROR_NO_MEMORY;
    const enum intv_status written = write_answer(request, output);
    return written != INTV_OK ? written : request->check.status;
}

enum intv_status
intv_request(const struct intv_catalogue *catalogue, const char *json, size_t size,
             struct intv_output *output)
{
    struct request request = {.id = REQUEST_COUNT, .check.root = {"De vraag", "The request"}};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (output == NULL || (json == NULL && size > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    /* a reference is counted in the catalogue; nothing else of it changes */
    request.catalogue = intv_catalogue_ref((struct intv_catalogue *)(uintptr_t)catalogue);
    if (intv_diagnostics_new(&request.check.diagnostics) == INTV_OK &&
        intv_output_new(&request.answer) == INTV_OK)
        status =
            answer_request(&request, json != NULL ? (struct text){json, size} : NOTHING, output);
    intv_output_free(request.answer);
    intv_diagnostics_free(request.check.diagnostics);
    intv_catalogue_unref(request.catalogue);
    return status;
}

uint64_t
intv_request_get_most_bytes(void)
{
    return JSON_LIMITS[JSON_LIMIT_BYTES].value;
}
