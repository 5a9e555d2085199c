/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Diagnostics: everything that was wrong with an input, in one go.
 *
 * A diagnostic is a code with parameters, not a sentence: a stable tag, a severity, a place (file,
 * line, column) and the record it is about. The sentence and the advice are made on request, in
 * Dutch or English. Pass NULL where you do not want diagnostics.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_diagnostics *diagnostics = NULL;
 *     struct intv_loader *loader = NULL;
 *     struct intv_catalogue *catalogue = NULL;
 *     const char document[] = "<catalogue>";
 *     if (intv_diagnostics_new(&diagnostics) == INTV_OK && intv_loader_new(&loader) == INTV_OK) {
 *         intv_loader_add_memory(loader, "mine.xml", document, sizeof(document) - 1);
 *         intv_loader_load(loader, &catalogue, diagnostics);
 *         char line[512];
 *         for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++) {
 *             intv_diagnostics_format(diagnostics, i, INTV_ENGLISH, line, sizeof(line));
 *             printf("%s\n", line);
 *         }
 *     }
 *     intv_catalogue_unref(catalogue);
 *     intv_loader_free(loader);
 *     intv_diagnostics_free(diagnostics);
 *     return 0;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_DIAGNOSTICS_H
#define INTERVENTIONS_DIAGNOSTICS_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How bad it is. @since 0.1 */
enum intv_severity
{
    INTV_SEVERITY_ERROR = 0,  /**< The input is refused. */
    INTV_SEVERITY_WARNING = 1 /**< The input is used; something needs attention. */
};

/**
 * Makes an empty list of diagnostics.
 *
 * It keeps the first 100 and counts the rest. Room for one report of failing memory is set aside
 * at once, so that the report itself cannot fail.
 *
 * @param[out] diagnostics the list; free it with intv_diagnostics_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *diagnostics is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_diagnostics_new(struct intv_diagnostics **diagnostics);

/**
 * Frees a list of diagnostics and every text borrowed from it.
 * @param diagnostics the list; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_diagnostics_free(struct intv_diagnostics *diagnostics);

/**
 * Empties the list, to use it again.
 * @param diagnostics the list; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_diagnostics_clear(struct intv_diagnostics *diagnostics);

/**
 * Number of diagnostics that are kept.
 * @param diagnostics the list; NULL gives 0
 * @return the number of diagnostics
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_get_count(const struct intv_diagnostics *diagnostics);

/**
 * Number of diagnostics that were reported, kept or not.
 * @param diagnostics the list; NULL gives 0
 * @return the number of diagnostics
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_get_total(const struct intv_diagnostics *diagnostics);

/**
 * Number of errors that were reported, kept or not; the rest are warnings.
 * @param diagnostics the list; NULL gives 0
 * @return the number of errors
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_get_error_count(const struct intv_diagnostics *diagnostics);

/**
 * Severity of one diagnostic.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count; beyond it the answer is an error
 * @return the severity
 * @since 0.1
 */
INTV_API enum intv_severity
intv_diagnostics_get_severity(const struct intv_diagnostics *diagnostics, size_t index);

/**
 * Stable tag, such as "dangling-reference". Tags are never given another meaning.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the tag, borrowed; "" when there is no such diagnostic
 * @since 0.1
 */
INTV_API const char *intv_diagnostics_get_tag(const struct intv_diagnostics *diagnostics,
                                              size_t index);

/**
 * Status the diagnostic leads to.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the status; INTV_OK for a warning or when there is no such diagnostic
 * @since 0.1
 */
INTV_API enum intv_status intv_diagnostics_get_status(const struct intv_diagnostics *diagnostics,
                                                      size_t index);

/**
 * Name of the file or memory block, as the caller gave it.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the name, borrowed; "" when the diagnostic is not about a file
 * @since 0.1
 */
INTV_API const char *intv_diagnostics_get_file(const struct intv_diagnostics *diagnostics,
                                               size_t index);

/**
 * Line of the place, from 1; 0 when there is none. For an element it is the line of its '<'.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the line; 0 also when there is no such diagnostic
 * @since 0.1
 */
INTV_API uint32_t intv_diagnostics_get_line(const struct intv_diagnostics *diagnostics,
                                            size_t index);

/**
 * Column of the place in code points, from 1; 0 when there is none.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the column; 0 also when there is no such diagnostic
 * @since 0.1
 */
INTV_API uint32_t intv_diagnostics_get_column(const struct intv_diagnostics *diagnostics,
                                              size_t index);

/**
 * Place inside a JSON document, as a JSON pointer (RFC 6901), such as "/criteria/0/field".
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the pointer, borrowed; "" when the diagnostic is not about JSON or is about the whole
 *   document, and when the pointer is longer than 200 bytes
 * @since 0.2
 */
INTV_API const char *intv_diagnostics_get_path(const struct intv_diagnostics *diagnostics,
                                               size_t index);

/**
 * Record the diagnostic is about, written kind:id.
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @return the record, borrowed; "" when there is none
 * @since 0.1
 */
INTV_API const char *intv_diagnostics_get_subject(const struct intv_diagnostics *diagnostics,
                                                  size_t index);

/**
 * Writes what was found and what was expected, in one sentence.
 *
 * Text that comes from the input is quoted, cut at 200 bytes, and its control and direction
 * characters are written as \\u{...}.
 *
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @param language the language of the sentence
 * @param[out] buffer where to write, NUL included; may be NULL when size is 0
 * @param size bytes in buffer
 * @return bytes the whole sentence needs, NUL not counted; what does not fit is cut off
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_get_message(const struct intv_diagnostics *diagnostics,
                                             size_t index, enum intv_language language,
                                             char *buffer, size_t size);

/**
 * Writes what to do about it, in one sentence. Otherwise as intv_diagnostics_get_message().
 *
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @param language the language of the sentence
 * @param[out] buffer where to write; may be NULL when size is 0
 * @param size bytes in buffer
 * @return bytes the whole sentence needs, NUL not counted
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_get_advice(const struct intv_diagnostics *diagnostics,
                                            size_t index, enum intv_language language, char *buffer,
                                            size_t size);

/**
 * Writes one line `file:line:column: severity: message (tag)`, as compilers do.
 *
 * @param diagnostics the list; not NULL
 * @param index 0 up to the count
 * @param language the language of the line
 * @param[out] buffer where to write; may be NULL when size is 0
 * @param size bytes in buffer
 * @return bytes the whole line needs, NUL not counted
 * @since 0.1
 */
INTV_API size_t intv_diagnostics_format(const struct intv_diagnostics *diagnostics, size_t index,
                                        enum intv_language language, char *buffer, size_t size);

#ifdef __cplusplus
}
#endif

#endif
