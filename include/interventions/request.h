/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * One call for everything: a request in JSON, an answer in JSON.
 *
 * For programs in other languages than C, and for whoever would rather send a question than call
 * functions. The request `{"request":"requests"}` tells which requests there are and what may be in
 * them; doc/json.md describes them, and doc/schema/ has a JSON Schema for every request and answer.
 *
 * The answer is always a JSON document, also when the request is wrong. Then its `status` is not
 * `ok`, and its `diagnostics` say what is wrong, where (line, column and JSON pointer) and what to
 * do, in Dutch and English.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 * #include <string.h>
 *
 * int
 * main(void)
 * {
 *     const char *question = "{\"request\":\"match\",\"limit\":1,\"situation\":{\"criteria\":["
 *                            "{\"field\":\"target-group\",\"importance\":\"must\","
 *                            "\"wanted\":[\"parents\"]}]}}";
 *     struct intv_output *output = NULL;
 *     intv_output_new(&output);
 *     const enum intv_status status = intv_request(NULL, question, strlen(question), output);
 *     printf("%s\n", intv_output_get_text(output));
 *     intv_output_free(output);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_REQUEST_H
#define INTERVENTIONS_REQUEST_H

#include <interventions/output.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Answers a request. May be called from any number of threads, each with its own output.
 *
 * The status is also in the answer, by its name (see intv_status_get_name()). When several things are
 * wrong, all are reported and the status is that of the first.
 *
 * @param catalogue the catalogue to ask; NULL is the one that is built in
 * @param json the request: a JSON object in UTF-8; NULL only when size is 0
 * @param size number of bytes
 * @param output where to write the answer, behind what it holds; not NULL
 * @retval INTV_OK the request was answered
 * @retval INTV_ERROR_SYNTAX the request is not well-formed JSON in UTF-8
 * @retval INTV_ERROR_INVALID the request is no object or unknown; a member is unknown, missing,
 *   repeated, of a wrong type or out of range; two members exclude each other; a list is empty; a kind
 *   or other fixed word does not exist; or the situation or the archive breaks a rule of its format
 * @retval INTV_ERROR_LIMIT the request is larger than intv_request_get_most_bytes() or another limit
 *   of JSON documents, or the situation has more than intv_situation_add() takes; the request
 *   "limits" tells them all
 * @retval INTV_ERROR_NOT_FOUND a record, field, value, text or tag does not exist, an id or label is
 *   not unique, or no catalogue is built in
 * @retval INTV_ERROR_CONTRADICTION the situation contradicts itself
 * @retval INTV_ERROR_VERSION the situation or the archive has a newer format, or the catalogue that is
 *   built in was made for another library
 * @retval INTV_ERROR_INVALID_ARGUMENT a value is not well written; or output is NULL, or json is
 *   NULL and size is not 0, and then there is no answer
 * @retval INTV_ERROR_NO_MEMORY there was no memory; there is no answer, output is as before
 * @retval INTV_ERROR_INTERNAL a mistake of the library itself
 * @since 0.2
 */
INTV_API enum intv_status intv_request(const struct intv_catalogue *catalogue, const char *json,
                                       size_t size, struct intv_output *output);

/**
 * Most bytes of a request; more is refused. A program that receives requests need not read further
 * than one byte beyond it.
 * @return the number of bytes
 * @since 0.2
 */
INTV_API uint64_t intv_request_get_most_bytes(void);

#ifdef __cplusplus
}
#endif

#endif
