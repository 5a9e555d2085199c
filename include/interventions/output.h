/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Answers as JSON, for programs in any language. doc/json.md describes every key.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_situation *situation = NULL;
 *     struct intv_match *match = NULL;
 *     struct intv_output *output = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     intv_situation_new(catalogue, &situation);
 *     intv_match_new(situation, &match, NULL);
 *     intv_output_new(&output);
 *     const enum intv_status status = intv_write_match(match, 10, INTV_WRITE_PRETTY, output);
 *     printf("%s\n", intv_output_get_text(output));
 *     intv_output_free(output);
 *     intv_match_free(match);
 *     intv_situation_free(situation);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_OUTPUT_H
#define INTERVENTIONS_OUTPUT_H

#include <interventions/completion.h>
#include <interventions/facets.h>
#include <interventions/query.h>
#include <interventions/search.h>
#include <interventions/statistics.h>
#include <interventions/types.h>
#include <interventions/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How to write; may be added together. @since 0.1 */
enum intv_write
{
    INTV_WRITE_PRETTY = 1,    /**< With line ends and indents. */
    INTV_WRITE_EXCLUDED = 2,  /**< The excluded candidates of a match too. */
    INTV_WRITE_SEMICOLON = 4, /**< CSV with semicolons, as spreadsheets in Dutch expect, in place of
                                   commas. @since 0.2 */
    INTV_WRITE_MARK = 8 /**< CSV that begins with a byte order mark, by which spreadsheets know that
                             it is UTF-8. @since 0.2 */
};

/** Sizes of texts that are written into a buffer of the caller. @since 0.2 */
enum intv_size
{
    INTV_DIGEST_SIZE = 65 /**< Of a digest: 64 hexadecimal digits and a NUL. */
};

/**
 * Makes an empty text to write to.
 *
 * @param[out] output the text; free it with intv_output_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *output is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_output_new(struct intv_output **output);

/**
 * Frees a text.
 * @param output the text; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_output_free(struct intv_output *output);

/**
 * Empties a text, to use it again.
 * @param output the text; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_output_clear(struct intv_output *output);

/**
 * What was written, with a NUL behind it.
 * @param output the text; not NULL
 * @return the text, borrowed until the next writing; never NULL
 * @since 0.1
 */
INTV_API const char *intv_output_get_text(const struct intv_output *output);

/**
 * Bytes that were written, NUL not counted.
 * @param output the text; NULL gives 0
 * @return the number of bytes
 * @since 0.1
 */
INTV_API size_t intv_output_get_length(const struct intv_output *output);

/**
 * Writes a match: edition, situation as understood, candidates with their explanation, questions.
 *
 * @param match the match; not NULL
 * @param limit most candidates to write; 0 for all
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_write_match(const struct intv_match *match, size_t limit,
                                           uint32_t flags, struct intv_output *output);

/**
 * Writes the check of one intervention: the same as one candidate of a match, excluded or not.
 *
 * @param match the match; not NULL
 * @param record a record of kind intervention
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NOT_FOUND the record is no intervention
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_write_check(const struct intv_match *match, uint32_t record,
                                           uint32_t flags, struct intv_output *output);

/**
 * Writes a record with all its facts and who says so.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NOT_FOUND there is no such record
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_write_record(const struct intv_catalogue *catalogue, uint32_t record,
                                            uint32_t flags, struct intv_output *output);

/**
 * Writes the list of records of a kind: id and names.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL or the kind is unknown
 * @since 0.1
 */
INTV_API enum intv_status intv_write_list(const struct intv_catalogue *catalogue,
                                          enum intv_kind kind, uint32_t flags,
                                          struct intv_output *output);

/**
 * Writes a situation as it was understood, for intv_situation_read_json(): values as ids.
 *
 * @param situation the situation; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_situation(const struct intv_situation *situation,
                                               uint32_t flags, struct intv_output *output);

/**
 * Writes some records of a kind as intv_write_list() writes all of them.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind
 * @param records records of that kind, borrowed for the call; NULL only when count is 0
 * @param count number of records
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK they were written
 * @retval INTV_ERROR_NOT_FOUND one is no record of that kind
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL or the kind is unknown
 * @since 0.2
 */
INTV_API enum intv_status intv_write_selection(const struct intv_catalogue *catalogue,
                                               enum intv_kind kind, const uint32_t *records,
                                               size_t count, uint32_t flags,
                                               struct intv_output *output);

/**
 * Writes every record of a catalogue: for each, in the order of their numbers, what
 * intv_write_record() writes without flags, and a line feed behind it.
 *
 * @param catalogue the catalogue; not NULL
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK they were written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_records(const struct intv_catalogue *catalogue,
                                             struct intv_output *output);

/**
 * Writes a record of an answer to archive: the situation, the edition, and the category and keys of
 * every candidate in their order, with digests by which it can be shown later that the same
 * question on the same catalogue gives the same answer. Explanations are not in it.
 *
 * @param match the match; not NULL
 * @param flags values of #intv_write added together; excluded candidates are always in it
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_archive(const struct intv_match *match, uint32_t flags,
                                             struct intv_output *output);

/**
 * Digest (SHA-256) of the content of a catalogue: of what intv_write_records() writes. It is the
 * same on every machine. It takes the time of writing everything; keep it if you need it often.
 *
 * @param catalogue the catalogue; not NULL
 * @param[out] digest 64 hexadecimal digits in lower case and a NUL; "" on failure; not NULL
 * @param size bytes in digest, at least #INTV_DIGEST_SIZE
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or there is too little room
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_get_digest(const struct intv_catalogue *catalogue,
                                                    char *digest, size_t size);

/**
 * Digest (SHA-256) of an answer: of what intv_write_match() writes with limit 0 and
 * #INTV_WRITE_EXCLUDED alone, with a line feed behind it. It is the same on every machine; another
 * version of the library may give another one, because keys may be added.
 *
 * @param match the match; not NULL
 * @param[out] digest 64 hexadecimal digits in lower case and a NUL; "" on failure; not NULL
 * @param size bytes in digest, at least #INTV_DIGEST_SIZE
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or there is too little room
 * @since 0.2
 */
INTV_API enum intv_status intv_match_get_digest(const struct intv_match *match, char *digest,
                                                size_t size);

/**
 * Writes diagnostics with messages and advice in both languages.
 *
 * @param diagnostics the diagnostics; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_write_diagnostics(const struct intv_diagnostics *diagnostics,
                                                 uint32_t flags, struct intv_output *output);

/**
 * Writes what a catalogue holds, in numbers.
 *
 * @param statistics the numbers; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_statistics(const struct intv_statistics *statistics,
                                                uint32_t flags, struct intv_output *output);

/**
 * Writes what a tag means: sentence, advice and explanation in both languages, and an example.
 *
 * @param tag a number of tags.h
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NOT_FOUND there is no such tag
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT output is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_tag(uint32_t tag, uint32_t flags, struct intv_output *output);

/**
 * Writes all tags with what they mean.
 *
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT output is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_tags(uint32_t flags, struct intv_output *output);

/**
 * Writes a list of values with their hierarchy and use, as doc/json.md describes.
 *
 * @param vocabulary the list; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_vocabulary(const struct intv_vocabulary *vocabulary,
                                                uint32_t flags, struct intv_output *output);

/**
 * Writes a list of values as CSV (RFC 4180): a row of headings, then a row for each value. Texts
 * that a spreadsheet would take for a formula get an apostrophe in front.
 *
 * @param vocabulary the list; not NULL
 * @param language the language of headings and names
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_vocabulary_csv(const struct intv_vocabulary *vocabulary,
                                                    enum intv_language language, uint32_t flags,
                                                    struct intv_output *output);

/**
 * Writes some records of a kind as CSV (RFC 4180): a row of headings, then a row for each record,
 * with a column for each field of the kind that is filled in any of them. Values of one field stand
 * in one cell, with "; " between; where only the provider or the editor says so, that stands behind
 * the value, and why nothing is stated stands in square brackets.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind
 * @param records records of that kind, borrowed for the call; NULL only when count is 0
 * @param count number of records
 * @param language the language of headings and values
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK they were written
 * @retval INTV_ERROR_NOT_FOUND one is no record of that kind
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL or the kind is unknown
 * @since 0.2
 */
INTV_API enum intv_status intv_write_selection_csv(const struct intv_catalogue *catalogue,
                                                   enum intv_kind kind, const uint32_t *records,
                                                   size_t count, enum intv_language language,
                                                   uint32_t flags, struct intv_output *output);

/**
 * Writes the page of a search: the query as it was understood, the hits with where their words
 * stand, facets if they are given, and suggestions.
 *
 * @param query the query of the search, unchanged since; not NULL
 * @param search the search; not NULL
 * @param facets facets of the search; may be NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INTERNAL the data of ICU or a stemmer cannot be used; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_search(const struct intv_query *query,
                                            const struct intv_search *search,
                                            const struct intv_facets *facets, uint32_t flags,
                                            struct intv_output *output);

/**
 * Writes the page of a search as CSV (RFC 4180): a row of headings, then a row for each hit with
 * where its best match stands.
 *
 * @param search the search; not NULL
 * @param language the language of headings and names
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INTERNAL the data of ICU or a stemmer cannot be used; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_search_csv(const struct intv_search *search,
                                                enum intv_language language, uint32_t flags,
                                                struct intv_output *output);

/**
 * Writes facets: of each field, how many records of a search state each value, and how many none.
 *
 * @param query the query of the search, unchanged since; not NULL
 * @param search the search; not NULL
 * @param facets facets of the search; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_facets(const struct intv_query *query,
                                            const struct intv_search *search,
                                            const struct intv_facets *facets, uint32_t flags,
                                            struct intv_output *output);

/**
 * Writes facets as CSV (RFC 4180): a row of headings, then a row for each value, and for each way in
 * which records state none.
 *
 * @param facets the facets; not NULL
 * @param language the language of headings and names
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_facets_csv(const struct intv_facets *facets,
                                                enum intv_language language, uint32_t flags,
                                                struct intv_output *output);

/**
 * Writes completions of what is being typed.
 *
 * @param catalogue the catalogue in which they were looked up; not NULL
 * @param completion the completions; not NULL
 * @param flags values of #intv_write added together
 * @param output where to write, behind what it holds; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_write_completion(const struct intv_catalogue *catalogue,
                                                const struct intv_completion *completion,
                                                uint32_t flags, struct intv_output *output);

#ifdef __cplusplus
}
#endif

#endif
