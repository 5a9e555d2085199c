/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests that ask the catalogue. */
#include <interventions/loader.h>
#include <interventions/match.h>

#include "base/memory.h"
#include "index/names.h"
#include "read/situation_json.h"
#include "request/request.h"
#include "write/pieces.h"

/* ---- records ---- */

enum
{
    FULL_ID_SIZE = 200, /* kind:id; a loader may allow longer ids than fit */
    BOTH_SIZE = 2 * FULL_ID_SIZE + 2
};

static struct text
write_full_id(const struct intv_catalogue *catalogue, uint32_t record, char full[FULL_ID_SIZE])
{
    const struct text kind = text_of(kind_name((enum kind)catalogue->records[record].kind));
    const struct text id = catalogue_id(catalogue, record);
    const struct text cut = text_of("\xE2\x80\xA6");
    const size_t room = FULL_ID_SIZE - kind.length - 1;
    const bool fits = id.length <= room;
    const size_t kept = fits ? id.length : room - cut.length; /* ids are ASCII */
    memcpy(full, kind.bytes, kind.length);
    full[kind.length] = ':';
    memcpy(full + kind.length + 1, id.bytes, kept);
    if (!fits)
        memcpy(full + kind.length + 1 + kept, cut.bytes, cut.length);
    return (struct text){full, kind.length + 1 + kept + (fits ? 0 : cut.length)};
}

static const char *const *
kind_names(const char *names[KIND_COUNT + 1])
{
    for (unsigned i = 0; i < KIND_COUNT; i++)
        names[i] = kind_name((enum kind)i);
    names[KIND_COUNT] = NULL;
    return names;
}

/* Kinds that a member allows: the one it names, or all without it. False after reporting. */
static bool
read_kinds(struct request *request, enum member_id member, kind_set *kinds)
{
    const char *names[KIND_COUNT + 1];
    unsigned kind = 0;
    *kinds = KIND_BIT(KIND_COUNT) - 1;
    if (request->members[member] == NULL)
        return true;
    if (!json_check_code(&request->check, request->members[member], "kind", kind_names(names),
                         &kind))
        return false;
    *kinds = KIND_BIT(kind);
    return true;
}

/* What has exactly this id or name but is of another kind, else what is near. */
static bool
find_near(struct request *request, const struct names_filter *filter, struct text name,
          uint32_t *near)
{
    const struct names_filter all = {KIND_BIT(KIND_COUNT) - 1, NULL};
    uint32_t other;
    if (names_find(request->catalogue, &all, name, near, &other) == INTV_ERROR_NO_MEMORY) {
        json_check_count(&request->check, diagnostics_no_memory(request->check.diagnostics));
        return false;
    }
    if (*near == INTV_NONE)
        *near = names_suggest(request->catalogue, filter, name);
    return true;
}

static uint32_t
refuse_unknown(struct request *request, const struct json_value *written,
               const struct names_filter *filter, struct text name)
{
    char full[FULL_ID_SIZE];
    uint32_t near;
    if (!find_near(request, filter, name, &near))
        return INTV_NONE;
    const struct text parameters[5] = {
        written->text,
        near != INTV_NONE ? write_full_id(request->catalogue, near, full) : text_of("-")};
    json_check_report(&request->check, DIAGNOSTIC_UNKNOWN_RECORD, written, parameters);
    return INTV_NONE;
}

static uint32_t
refuse_ambiguous(struct request *request, const struct json_value *written, uint32_t one,
                 uint32_t other)
{
    char full[FULL_ID_SIZE];
    char both[BOTH_SIZE];
    const struct text first = write_full_id(request->catalogue, one, full);
    memcpy(both, first.bytes, first.length);
    memcpy(both + first.length, ", ", 2);
    const struct text second = write_full_id(request->catalogue, other, full);
    memcpy(both + first.length + 2, second.bytes, second.length);
    const struct text parameters[5] = {
        written->text, written->key, {both, first.length + 2 + second.length}, written->key};
    json_check_report(&request->check, DIAGNOSTIC_AMBIGUOUS_VALUE, written, parameters);
    return INTV_NONE;
}

/* The kind before the ':' of an id is none of those that are allowed. */
static uint32_t
refuse_kind(struct request *request, const struct json_value *written, struct text kind,
            kind_set kinds)
{
    const char *names[KIND_COUNT + 1];
    char joined[JSON_NAMES_SIZE];
    unsigned count = 0;
    for (unsigned i = 0; i < KIND_COUNT; i++)
        if ((kinds & KIND_BIT(i)) != 0)
            names[count++] = kind_name((enum kind)i);
    names[count] = NULL;
    const struct text parameters[5] = {kind, text_of("kind"), json_check_join(names, joined)};
    json_check_report(&request->check, DIAGNOSTIC_BAD_CODE, written, parameters);
    return INTV_NONE;
}

static unsigned
find_kind(struct text name)
{
    unsigned kind = 0;
    while (kind < KIND_COUNT && !text_is(name, kind_name((enum kind)kind)))
        kind++;
    return kind;
}

/* Takes the kind and the ':' from the front of an id; false when there is no ':'. */
static bool
split_full_id(struct text *id, struct text *kind)
{
    const char *mark = id->length > 0 ? memchr(id->bytes, ':', id->length) : NULL;
    if (mark == NULL)
        return false;
    *kind = (struct text){id->bytes, (size_t)(mark - id->bytes)};
    *id = (struct text){mark + 1, id->length - kind->length - 1};
    return true;
}

/* An id without its kind: an intervention, else the only record of that id. */
static uint32_t
find_by_id(struct request *request, const struct json_value *written, kind_set kinds)
{
    struct text id = written->text;
    struct text before;
    uint32_t found = INTV_NONE;
    if (split_full_id(&id, &before)) {
        const unsigned kind = find_kind(before);
        if (kind == KIND_COUNT || (kinds & KIND_BIT(kind)) == 0)
            return refuse_kind(request, written, before, kinds);
        kinds = KIND_BIT(kind);
    }
    if ((kinds & KIND_BIT(KIND_INTERVENTION)) != 0)
        found = catalogue_find(request->catalogue, KIND_INTERVENTION, id);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        const uint32_t record = (kinds & KIND_BIT(kind)) != 0
                                    ? catalogue_find(request->catalogue, (enum kind)kind, id)
                                    : INTV_NONE;
        if (record == INTV_NONE || record == found)
            continue;
        if (found != INTV_NONE && request->catalogue->records[found].kind == KIND_INTERVENTION)
            break;
        if (found != INTV_NONE)
            return refuse_ambiguous(request, written, found, record);
        found = record;
    }
    const struct names_filter filter = {kinds, NULL};
    return found != INTV_NONE ? found : refuse_unknown(request, written, &filter, id);
}

static uint32_t
find_by_name(struct request *request, const struct json_value *written, kind_set kinds)
{
    const struct names_filter filter = {kinds, NULL};
    uint32_t record = INTV_NONE;
    uint32_t other = INTV_NONE;
    const enum intv_status status =
        names_find(request->catalogue, &filter, written->text, &record, &other);
    if (status == INTV_ERROR_NO_MEMORY)
        json_check_count(&request->check, diagnostics_no_memory(request->check.diagnostics));
    if (status == INTV_ERROR_NO_MEMORY)
        return INTV_NONE;
    if (record == INTV_NONE)
        return refuse_unknown(request, written, &filter, written->text);
    return other == INTV_NONE ? record : refuse_ambiguous(request, written, record, other);
}

/* An intervention by its id, kind:id or name; a ':' may stand in a name too. */
static uint32_t
find_intervention(struct request *request, const struct json_value *written)
{
    struct text id = written->text;
    struct text kind;
    if (split_full_id(&id, &kind) && find_kind(kind) < KIND_COUNT)
        return find_by_id(request, written, KIND_BIT(KIND_INTERVENTION));
    return find_by_name(request, written, KIND_BIT(KIND_INTERVENTION));
}

enum intv_status
request_record(struct request *request)
{
    const struct json_value *id = request->members[MEMBER_RECORD_ID];
    kind_set kinds;
    if (request_open_catalogue(request) == NULL || !read_kinds(request, MEMBER_RECORD_KIND, &kinds))
        return request->check.status;
    const uint32_t record =
        id != NULL ? find_by_id(request, id, kinds)
                   : find_by_name(request, request->members[MEMBER_RECORD_NAME], kinds);
    if (record == INTV_NONE)
        return request->check.status;
    return intv_write_record(request->catalogue, record, request->flags, request->answer);
}

enum intv_status
request_list(struct request *request)
{
    const char *names[KIND_COUNT + 1];
    unsigned kind = 0;
    if (request_open_catalogue(request) == NULL ||
        !json_check_code(&request->check, request->members[MEMBER_LIST_KIND], "kind",
                         kind_names(names), &kind))
        return request->check.status;
    return intv_write_list(request->catalogue, (enum intv_kind)kind, request->flags,
                           request->answer);
}

/* The records and, when there are none, what is near; the numbers stand in `records`. */
static enum intv_status
write_found(struct request *request, uint32_t kind, const uint32_t *records, size_t count)
{
    const struct text name = request_text(request, MEMBER_FIND_NAME);
    const struct intv_catalogue *catalogue = request->catalogue;
    const uint32_t nearest =
        count == 0 ? intv_catalogue_find_nearest(catalogue, kind, name.bytes) : INTV_NONE;
    struct json json;
    json_begin(&json, request->answer, request->flags);
    json_open_object(&json);
    pieces_head(&json, catalogue, REQUEST_FORMATS[request->id].answer);
    json_key_array(&json, "found");
    for (size_t i = 0; i < count; i++)
        pieces_record(&json, catalogue, records[i]);
    json_close(&json);
    json_key(&json, "nearest");
    if (nearest != INTV_NONE)
        pieces_record(&json, catalogue, nearest);
    else
        json_null(&json);
    return request_end(&json);
}

enum intv_status
request_find(struct request *request)
{
    const char *names[KIND_COUNT + 1];
    const struct json_value *written = request->members[MEMBER_FIND_KIND];
    const char *name = request_text(request, MEMBER_FIND_NAME).bytes;
    uint32_t *records = NULL;
    unsigned kind = INTV_NONE;
    size_t count = 0;
    if (request_open_catalogue(request) == NULL ||
        (written != NULL &&
         !json_check_code(&request->check, written, "kind", kind_names(names), &kind)))
        return request->check.status;
    enum intv_status status =
        intv_catalogue_find_named(request->catalogue, kind, name, NULL, 0, &count);
    if (status == INTV_OK && (records = memory_new(count, sizeof(*records))) == NULL)
        status = INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK)
        status = intv_catalogue_find_named(request->catalogue, kind, name, records, count, &count);
    if (status == INTV_OK)
        status = write_found(request, kind, records, count);
    memory_free(records);
    return status;
}

/* ---- situations ---- */

/* The situation in an object; NULL after reporting. */
static struct intv_situation *
read_situation(struct request *request, const struct json_value *written)
{
    struct intv_situation *situation = NULL;
    if (request_open_catalogue(request) == NULL)
        return NULL;
    if (intv_situation_new(request->catalogue, &situation) != INTV_OK) {
        json_check_count(&request->check, diagnostics_no_memory(request->check.diagnostics));
        return NULL;
    }
    situation_json_take(situation, &request->check, written);
    if (request->check.status == INTV_OK)
        return situation;
    intv_situation_free(situation);
    return NULL;
}

struct intv_match *
request_new_match(struct request *request, const struct json_value *written)
{
    struct intv_match *match = NULL;
    struct intv_situation *situation = read_situation(request, written);
    char path[JSON_PATH_SIZE];
    if (situation == NULL)
        return NULL;
    json_value_path(written, path);
    diagnostics_set_path(request->check.diagnostics, path);
    json_check_count(&request->check,
                     intv_match_new(situation, &match, request->check.diagnostics));
    diagnostics_set_path(request->check.diagnostics, NULL);
    intv_situation_free(situation);
    return match;
}

/* The most candidates that a member asks for; false after reporting. */
static bool
read_limit(struct request *request, enum member_id member, size_t *limit)
{
    const struct json_value *written = request->members[member];
    int64_t number = 0;
    if (written != NULL && !json_check_number(&request->check, written, 0, INT32_MAX, &number))
        return false;
    *limit = (size_t)number;
    return true;
}

enum intv_status
request_match(struct request *request)
{
    const struct json_value *excluded = request->members[MEMBER_MATCH_EXCLUDED];
    const bool with_excluded = excluded != NULL && excluded->is_true;
    const uint32_t flags = request->flags | (with_excluded ? INTV_WRITE_EXCLUDED : 0U);
    size_t limit = 0;
    const bool is_good = read_limit(request, MEMBER_MATCH_LIMIT, &limit);
    struct intv_match *match = request_new_match(request, request->members[MEMBER_MATCH_SITUATION]);
    enum intv_status status = request->check.status;
    if (is_good && match != NULL)
        status = intv_write_match(match, limit, flags, request->answer);
    intv_match_free(match);
    return status;
}

/* The limit is only looked at: what is kept is whole, however much was shown. */
enum intv_status
request_archive(struct request *request)
{
    size_t limit = 0;
    const bool is_good = read_limit(request, MEMBER_ARCHIVE_LIMIT, &limit);
    struct intv_match *match =
        request_new_match(request, request->members[MEMBER_ARCHIVE_SITUATION]);
    enum intv_status status = request->check.status;
    if (is_good && match != NULL)
        status = intv_write_archive(match, request->flags, request->answer);
    intv_match_free(match);
    return status;
}

enum intv_status
request_check(struct request *request)
{
    const struct json_value *written = request->members[MEMBER_CHECK_INTERVENTION];
    uint32_t record = INTV_NONE;
    if (request_open_catalogue(request) != NULL)
        record = find_intervention(request, written);
    struct intv_match *match = request_new_match(request, request->members[MEMBER_CHECK_SITUATION]);
    enum intv_status status = request->check.status;
    if (record != INTV_NONE && match != NULL)
        status = intv_write_check(match, record, request->flags, request->answer);
    intv_match_free(match);
    return status;
}

enum intv_status
request_situation(struct request *request)
{
    struct intv_situation *situation =
        read_situation(request, request->members[MEMBER_SITUATION_SITUATION]);
    enum intv_status status = request->check.status;
    if (situation != NULL)
        status = intv_write_situation(situation, request->flags, request->answer);
    intv_situation_free(situation);
    return status;
}

/* ---- documents of a catalogue ---- */

static enum intv_status
add_document(struct request *request, struct intv_loader *loader, const struct json_value *document)
{
    static const struct json_member MEMBERS[] = {{"name", JSON_TYPE_BIT(JSON_STRING), true},
                                                 {"text", JSON_TYPE_BIT(JSON_STRING), true}};
    const struct json_value *found[2];
    if (!json_check_members(&request->check, document, MEMBERS, 2, found))
        return INTV_OK; /* reported and counted */
    return intv_loader_add_memory(loader, found[0]->text.bytes, found[1]->text.bytes,
                                  found[1]->text.length);
}

static enum intv_status
add_documents(struct request *request, struct intv_loader *loader)
{
    const struct json_value *single = request->members[MEMBER_VALIDATE_DOCUMENT];
    const struct json_value *several = request->members[MEMBER_VALIDATE_DOCUMENTS];
    const struct text name[5] = {text_of("documents")};
    enum intv_status status = INTV_OK;
    if (single != NULL)
        return intv_loader_add_memory(loader, single->key.bytes, single->text.bytes,
                                      single->text.length);
    if (several->count == 0)
        json_check_report(&request->check, DIAGNOSTIC_EMPTY_LIST, several, name);
    for (const struct json_value *document = several->first;
         document != NULL && status == INTV_OK && !json_check_is_full(&request->check);
         document = document->next)
        status = add_document(request, loader, document);
    return status;
}

/* A report that could not be kept may be of a document that has other faults besides. */
static bool
lacked_memory(const struct intv_diagnostics *diagnostics)
{
    const size_t count = intv_diagnostics_get_count(diagnostics);
    return count > 0 && intv_diagnostics_get_status(diagnostics, count - 1) == INTV_ERROR_NO_MEMORY;
}

/* What is wrong with the documents is the answer, and no fault of the request. */
static enum intv_status
load_and_write(struct request *request, struct intv_loader *loader,
               struct intv_diagnostics *diagnostics)
{
    struct intv_catalogue *catalogue = NULL;
    const enum intv_status status = intv_loader_load(loader, &catalogue, diagnostics);
    intv_catalogue_unref(catalogue);
    if (status == INTV_ERROR_NO_MEMORY || lacked_memory(diagnostics))
        return INTV_ERROR_NO_MEMORY;
    if (status == INTV_ERROR_INTERNAL)
        return status;
    return intv_write_diagnostics(diagnostics, request->flags, request->answer);
}

enum intv_status
request_validate(struct request *request)
{
    struct intv_loader *loader = NULL;
    struct intv_diagnostics *diagnostics = NULL;
    enum intv_status status = intv_loader_new(&loader);
    if (status == INTV_OK)
        status = intv_diagnostics_new(&diagnostics);
    if (status == INTV_OK)
        status = add_documents(request, loader);
    if (status == INTV_OK && request->check.status == INTV_OK)
        status = load_and_write(request, loader, diagnostics);
    intv_diagnostics_free(diagnostics);
    intv_loader_free(loader);
    return status;
}
