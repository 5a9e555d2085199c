/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests to a small catalogue, and what tests ask of the answers. */
#ifndef TESTS_REQUEST_ASKING_H
#define TESTS_REQUEST_ASKING_H

#include <check.h>

#include "read/json_tree.h"
#include "request_mutations.h"

static struct intv_catalogue *catalogue;
static struct intv_output *output;

static inline void
begin_asking(void)
{
    struct intv_loader *loader = NULL;
    char path[1000];
    snprintf(path, sizeof(path), "%s/tests/golden/catalogue.xml", getenv("INTV_SOURCE_DIR"));
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_OK);
    intv_loader_free(loader);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
}

static inline void
end_asking(void)
{
    intv_output_free(output);
    intv_catalogue_unref(catalogue);
}

static inline enum intv_status
ask_bytes(const char *bytes, size_t size)
{
    intv_output_clear(output);
    return intv_request(catalogue, bytes, size, output);
}

static inline enum intv_status
ask(const char *request)
{
    return ask_bytes(request, strlen(request));
}

static inline const char *
answer(void)
{
    return intv_output_get_text(output);
}

static inline void
assert_holds(const char *part)
{
    ck_assert_msg(strstr(answer(), part) != NULL, "%s not in %.900s", part, answer());
}

/* The answer is an answer, and says the same status as the call. */
static inline void
assert_well_formed(enum intv_status status, const char *request, size_t size)
{
    struct intv_diagnostics *diagnostics = NULL;
    struct json_document document;
    const struct json_source source = {"answer", {answer(), intv_output_get_length(output)}};
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    const enum intv_status read = json_document_read(&document, &source, diagnostics);
    ck_assert_msg(read == INTV_OK, "%s: %.*s", intv_status_get_name(read), (int)size, request);
    const struct json_value *said = json_value_member(document.root, "status");
    const struct json_value *reported = json_value_member(document.root, "diagnostics");
    const struct json_value *given = json_value_member(document.root, "answer");
    ck_assert(text_is(said->text, intv_status_get_name(status)));
    ck_assert_int_eq(given->type, status == INTV_OK ? JSON_OBJECT : JSON_NULL);
    ck_assert_msg(status == INTV_OK || reported->count > 0, "no report of %.*s", (int)size,
                  request);
    json_document_free(&document);
    intv_diagnostics_free(diagnostics);
}

/* The request is refused with this tag first, about this path. */
static inline void
assert_refused(const char *request, enum intv_status status, const char *tag, const char *path)
{
    char expected[400];
    const enum intv_status found = ask(request);
    assert_well_formed(found, request, strlen(request));
    ck_assert_msg(found == status, "%s: %s", request, intv_status_get_name(found));
    snprintf(expected, sizeof(expected), "\"diagnostics\":[{\"tag\":\"%s\",", tag);
    assert_holds(expected);
    snprintf(expected, sizeof(expected), path[0] != '\0' ? "\"path\":\"%s\"" : "\"path\":null",
             path);
    assert_holds(expected);
}

#endif
