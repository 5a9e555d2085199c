/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Completion: how a word that is being typed may go on.
 *
 * For a search box that answers while people type. The names and labels of records that begin with
 * what was typed come first, then words of the catalogue, then fields to ask for; behind the name of
 * a field and a colon come its values. Compared without accents and capitals.
 *
 * Only names, preferred and alternative labels and the words in them and in summaries complete.
 * Hidden labels never do; nor do titles and wordings, which retell a source in its own words.
 * Nothing is kept of what was typed.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_completion *completion = NULL;
 *     enum intv_status status = intv_catalogue_builtin(&catalogue);
 *     if (status == INTV_OK)
 *         status = intv_completion_new(catalogue, "doelgroep:ou", 12, INTV_DUTCH, 10, &completion);
 *     const size_t count = intv_completion_get_count(completion);
 *     for (size_t i = 0; i < count; i++)
 *         printf("%s -> %s\n", intv_completion_get_label(completion, i),
 *                intv_completion_get_text(completion, i));
 *     intv_completion_free(completion);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK && count > 0 ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_COMPLETION_H
#define INTERVENTIONS_COMPLETION_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a completion is. The numbers never change; later versions may add some. @since 0.2 */
enum intv_completion_sort
{
    INTV_COMPLETES_RECORD = 0,    /**< The name or a label of a record. */
    INTV_COMPLETES_WORD = 1,      /**< A word of the catalogue. */
    INTV_COMPLETES_QUALIFIER = 2, /**< The name of a field, with a colon. */
    INTV_COMPLETES_VALUE = 3      /**< A field, a colon and a value. */
};

/** Ways in which a word may go on. @since 0.2 */
struct intv_completion;

/**
 * Looks up how a word that is being typed may go on.
 *
 * What was typed is the last term of a query: a word, the beginning of a name of several words, or
 * the name of a field with a colon and the beginning of a value. A `-`, `(` or `"` before it is
 * skipped. Nothing completes an empty term, but `doelgroep:` gives all values.
 *
 * @param catalogue the catalogue; a reference is kept; not NULL
 * @param typed what was typed, UTF-8; NULL only when length is 0
 * @param length number of bytes; more than 256 complete to nothing
 * @param language language of the asker: of the names of fields, and of labels where both languages
 *   begin so
 * @param limit how many to give at most; 0 gives 10
 * @param[out] completion the completions; free it with intv_completion_free(); not NULL
 * @retval INTV_OK it was looked up, also when nothing begins so
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *completion is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or there is no such language
 * @since 0.2
 */
INTV_API enum intv_status intv_completion_new(struct intv_catalogue *catalogue, const char *typed,
                                              size_t length, enum intv_language language,
                                              size_t limit, struct intv_completion **completion);

/**
 * Frees completions.
 * @param completion the completions; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_completion_free(struct intv_completion *completion);

/**
 * Number of completions. Names come before words, and these before fields; those that most records
 * use come first, then in byte order of their text.
 *
 * @param completion the completions; NULL gives 0
 * @return the number of completions
 * @since 0.2
 */
INTV_API size_t intv_completion_get_count(const struct intv_completion *completion);

/**
 * What a completion is.
 *
 * @param completion the completions; NULL gives #INTV_COMPLETES_WORD
 * @param index 0 up to intv_completion_get_count(); beyond it the answer is #INTV_COMPLETES_WORD
 * @return the sort
 * @since 0.2
 */
INTV_API enum intv_completion_sort
intv_completion_get_sort(const struct intv_completion *completion, size_t index);

/**
 * What to put in the place of what was typed. It is a term of a query: in quotes where it has
 * spaces.
 *
 * @param completion the completions; NULL gives ""
 * @param index 0 up to intv_completion_get_count()
 * @return the text, borrowed until the completions are freed; "" when there is no such completion
 * @since 0.2
 */
INTV_API const char *intv_completion_get_text(const struct intv_completion *completion,
                                              size_t index);

/**
 * What to show: the name or label that begins so, the word, or the label of a field or value.
 *
 * @param completion the completions; NULL gives ""
 * @param index 0 up to intv_completion_get_count()
 * @return the label, borrowed until the completions are freed; "" when there is no such completion
 * @since 0.2
 */
INTV_API const char *intv_completion_get_label(const struct intv_completion *completion,
                                               size_t index);

/**
 * Record of a completion.
 *
 * @param completion the completions; NULL gives #INTV_NONE
 * @param index 0 up to intv_completion_get_count()
 * @return the record; #INTV_NONE for a word, a field or a value that is no record, or when there is
 *   no such completion
 * @since 0.2
 */
INTV_API uint32_t intv_completion_get_record(const struct intv_completion *completion,
                                             size_t index);

/**
 * Number of records that hold the word, state the value or refer to the record.
 *
 * @param completion the completions; NULL gives 0
 * @param index 0 up to intv_completion_get_count(); beyond it the answer is 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_completion_get_uses(const struct intv_completion *completion, size_t index);

#ifdef __cplusplus
}
#endif

#endif
