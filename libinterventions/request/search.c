/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests that find: lists of values. */
#include <interventions/vocabulary.h>

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
        status = intv_write_vocabulary(vocabulary, request->flags, request->answer);
    intv_vocabulary_free(vocabulary);
    return status;
}
