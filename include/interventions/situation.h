/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * The situation of a municipality or of a programme: what it asks for and what it has arranged.
 *
 * A situation describes programmes and municipalities, never persons. It holds criteria, each a
 * must or a wish, the state of preconditions, and an as-of date. It belongs to one catalogue, in
 * which every value is looked up at once. doc/match.md says what each field and value means.
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
 *     intv_catalogue_builtin(&catalogue);
 *     enum intv_status status = intv_situation_new(catalogue, &situation);
 *     if (status == INTV_OK)
 *         status = intv_situation_add(situation, INTV_MUST, "doelgroep", "parents", NULL);
 *     if (status == INTV_OK)
 *         status = intv_situation_set_precondition(situation, "structural-funding", INTV_ABSENT,
 *                                                  NULL);
 *     printf("%s: %zu criterion\n", intv_status_get_name(status),
 *            intv_situation_get_criterion_count(situation));
 *     intv_situation_free(situation);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_SITUATION_H
#define INTERVENTIONS_SITUATION_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How much a criterion matters. @since 0.1 */
enum intv_importance
{
    INTV_MUST = 0, /**< Decides whether an intervention fits. */
    INTV_WISH = 1  /**< Decides only the order. */
};

/** What the asker says of a precondition. @since 0.1 */
enum intv_precondition_state
{
    INTV_UNSAID = 0,         /**< Nothing; in a match: unknown. */
    INTV_PRESENT = 1,        /**< It is in place. */
    INTV_PARTLY_PRESENT = 2, /**< It is partly in place. */
    INTV_ABSENT = 3          /**< It is not in place. */
};

/** What else to look at; may be added together. @since 0.1 */
enum intv_include
{
    INTV_INCLUDE_TYPES = 1,       /**< Types of intervention. */
    INTV_INCLUDE_INSTRUMENTS = 2, /**< Instruments, such as support bodies and toolkits. */
    INTV_INCLUDE_FOREIGN = 4,     /**< Interventions of other countries. */
    INTV_INCLUDE_ENDED = 8,       /**< Interventions that have ended or were replaced. */
    INTV_INCLUDE_DELIVERERS = 16  /**< A target group may also be met by those who deliver. */
};

/**
 * Makes an empty situation.
 *
 * @param catalogue the catalogue in which values are looked up; a reference is kept; not NULL
 * @param[out] situation the situation; free it with intv_situation_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *situation is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_new(struct intv_catalogue *catalogue,
                                             struct intv_situation **situation);

/**
 * Frees a situation; matches that were made of it live on.
 * @param situation the situation; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_situation_free(struct intv_situation *situation);

/**
 * Adds a criterion. Repeating a field means "and"; commas in the value mean "any of".
 *
 * @param situation the situation; not NULL
 * @param importance must or wish
 * @param field Dutch or English name of a field, such as "doelgroep" or "target-group"; not NULL
 * @param value one or more options with commas between: ids or labels of the catalogue, or ages
 *   ("12-18"), cost in euros ("250/participant"), duration ("10 weeks"), a language tag; not NULL
 * @param diagnostics where to report, with a suggestion for an unknown value; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NOT_FOUND the field or a value does not exist, or a label is not unique
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL or a value is not well written
 * @retval INTV_ERROR_LIMIT there are more than 100 criteria, more than 1000 options in all of them,
 *   or an option has more than 128 bytes (since 0.2; 1000 criteria of 1000 options before)
 * @retval INTV_ERROR_NO_MEMORY there was no memory; the situation is as before
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_add(struct intv_situation *situation,
                                             enum intv_importance importance, const char *field,
                                             const char *value,
                                             struct intv_diagnostics *diagnostics);

/**
 * Says in which state a precondition is. Saying the same twice is allowed.
 *
 * @param situation the situation; not NULL
 * @param precondition id or label of a precondition; not NULL
 * @param state present, partly present or absent
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_NOT_FOUND there is no such precondition, or the label is not unique
 * @retval INTV_ERROR_CONTRADICTION another state was given for it before; that one is kept
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL or the state is none of the three
 * @retval INTV_ERROR_NO_MEMORY there was no memory; the situation is as before
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_set_precondition(struct intv_situation *situation,
                                                          const char *precondition,
                                                          enum intv_precondition_state state,
                                                          struct intv_diagnostics *diagnostics);

/**
 * Sets the date on which the question is asked. The library reads no clock: without a date it
 * cannot say that an edition is old.
 *
 * @param situation the situation; not NULL
 * @param date "YYYY-MM-DD"; NULL takes the date away
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the situation is NULL or the date does not exist
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_set_as_of(struct intv_situation *situation,
                                                   const char *date);

/**
 * Looks at more than Dutch, running interventions.
 *
 * @param situation the situation; not NULL
 * @param include values of #intv_include added together; earlier ones stay
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the situation is NULL or a value is unknown
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_include(struct intv_situation *situation,
                                                 uint32_t include);

/**
 * Adds what a situation document says (XML, namespace urn:interventions:situation:1). When anything
 * in it is wrong, everything wrong is reported and the situation is as before; the status is that of
 * the first.
 *
 * @param situation the situation; not NULL
 * @param name name of the document for diagnostics; not NULL
 * @param bytes the document; NULL only when size is 0
 * @param size number of bytes
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_SYNTAX it is not well-formed XML in UTF-8
 * @retval INTV_ERROR_INVALID it breaks a rule of the format, such as a date that is no whole day
 * @retval INTV_ERROR_NOT_FOUND a field, value or precondition does not exist, or a label is not
 *   unique
 * @retval INTV_ERROR_CONTRADICTION it contradicts itself or the situation
 * @retval INTV_ERROR_LIMIT it is larger than the standard limits of a loader, or has more than
 *   intv_situation_add() takes
 * @retval INTV_ERROR_VERSION it has a newer format
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or a value is not well written
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_read_memory(struct intv_situation *situation,
                                                     const char *name, const char *bytes,
                                                     size_t size,
                                                     struct intv_diagnostics *diagnostics);

/**
 * Adds what a situation file says; otherwise as intv_situation_read_memory().
 *
 * @param situation the situation; not NULL
 * @param path name of the file; not NULL
 * @param diagnostics where to report; may be NULL
 * @return as intv_situation_read_memory(), and #INTV_ERROR_IO when the file cannot be read
 * @since 0.1
 */
INTV_API enum intv_status intv_situation_read_file(struct intv_situation *situation,
                                                   const char *path,
                                                   struct intv_diagnostics *diagnostics);

/**
 * Adds what a situation document in JSON says (doc/json.md): what intv_write_situation() wrote, or the
 * object "situation" of an answer. When anything in it is wrong, everything wrong is reported, each
 * with its place and its path, and the situation is as before; the status is that of the first.
 *
 * @param situation the situation; not NULL
 * @param name name of the document for diagnostics; not NULL
 * @param bytes the document, UTF-8; NULL only when size is 0
 * @param size number of bytes
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_SYNTAX it is not well-formed JSON in UTF-8
 * @retval INTV_ERROR_INVALID it is no object; a member is unknown, missing, repeated or of a wrong
 *   type; a list of options is empty; a date is no whole day; or an importance, state, thing to
 *   include or format is none that exists
 * @retval INTV_ERROR_NOT_FOUND a field, value or precondition does not exist, or a label is not
 *   unique
 * @retval INTV_ERROR_CONTRADICTION it contradicts itself or the situation
 * @retval INTV_ERROR_LIMIT it is larger than a limit of JSON documents, or has more than
 *   intv_situation_add() takes
 * @retval INTV_ERROR_VERSION it has a newer format
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or a value is not well written
 * @since 0.2
 */
INTV_API enum intv_status intv_situation_read_json(struct intv_situation *situation,
                                                   const char *name, const char *bytes, size_t size,
                                                   struct intv_diagnostics *diagnostics);

/**
 * Number of criteria.
 * @param situation the situation; NULL gives 0
 * @return the number of criteria
 * @since 0.1
 */
INTV_API size_t intv_situation_get_criterion_count(const struct intv_situation *situation);

/**
 * Catalogue in which values are looked up.
 *
 * @param situation the situation; NULL gives NULL
 * @return the catalogue, borrowed; to keep it, take a reference with intv_catalogue_ref()
 * @since 0.2
 */
INTV_API struct intv_catalogue *
intv_situation_get_catalogue(const struct intv_situation *situation);

/**
 * Name of the field of a criterion.
 *
 * @param situation the situation; not NULL
 * @param index number of the criterion, in the order in which they were added
 * @param language Dutch or English name
 * @return the name, lives for ever; "" when there is no such criterion
 * @since 0.2
 */
INTV_API const char *intv_situation_get_criterion_field(const struct intv_situation *situation,
                                                        size_t index, enum intv_language language);

/**
 * Whether a criterion is a must or a wish.
 *
 * @param situation the situation; not NULL
 * @param index number of the criterion; beyond the count the answer is #INTV_WISH
 * @return must or wish
 * @since 0.2
 */
INTV_API enum intv_importance
intv_situation_get_criterion_importance(const struct intv_situation *situation, size_t index);

/**
 * Number of options of a criterion: any of them will do.
 *
 * @param situation the situation; not NULL
 * @param index number of the criterion; beyond the count the answer is 0
 * @return the number of options
 * @since 0.2
 */
INTV_API size_t intv_situation_get_option_count(const struct intv_situation *situation,
                                                size_t index);

/**
 * One option of a criterion: the id of a record, or the text as it was written.
 *
 * @param situation the situation; not NULL
 * @param index number of the criterion
 * @param option 0 up to the count of options
 * @return the option, borrowed until the situation is changed or freed; "" when there is none
 * @since 0.2
 */
INTV_API const char *intv_situation_get_option(const struct intv_situation *situation, size_t index,
                                               size_t option);

/**
 * Record of an option.
 *
 * @param situation the situation; not NULL
 * @param index number of the criterion
 * @param option 0 up to the count of options
 * @return the record; #INTV_NONE when the option is an age, amount or language
 * @since 0.2
 */
INTV_API uint32_t intv_situation_get_option_record(const struct intv_situation *situation,
                                                   size_t index, size_t option);

/**
 * Number of preconditions of which something was said.
 *
 * @param situation the situation; NULL gives 0
 * @return the number of preconditions
 * @since 0.2
 */
INTV_API size_t intv_situation_get_precondition_count(const struct intv_situation *situation);

/**
 * One of those preconditions, in the order in which it was said; in the situation of a match in the
 * order of ids.
 *
 * @param situation the situation; not NULL
 * @param index 0 up to the count
 * @return a record, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_situation_get_precondition(const struct intv_situation *situation,
                                                  size_t index);

/**
 * What was said of it.
 *
 * @param situation the situation; not NULL
 * @param index 0 up to the count; beyond it the answer is #INTV_UNSAID
 * @return the state
 * @since 0.2
 */
INTV_API enum intv_precondition_state
intv_situation_get_precondition_state(const struct intv_situation *situation, size_t index);

/**
 * Date on which the question is asked, as the number yyyymmdd.
 *
 * @param situation the situation; NULL gives 0
 * @return the date; 0 when it has none
 * @since 0.2
 */
INTV_API uint32_t intv_situation_get_as_of(const struct intv_situation *situation);

/**
 * What else is looked at.
 *
 * @param situation the situation; NULL gives 0
 * @return values of #intv_include added together
 * @since 0.2
 */
INTV_API uint32_t intv_situation_get_include(const struct intv_situation *situation);

/**
 * Stable name of an importance: "must" or "wish".
 *
 * @param importance the importance; unknown numbers are allowed
 * @return the name, lives for ever; "unknown" for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_importance_get_name(enum intv_importance importance);

/**
 * Stable name of something to include: "types", "instruments", "foreign", "ended" or "deliverers".
 *
 * @param include one value of #intv_include; the values are 1, 2, 4 and so on
 * @return the name, lives for ever; NULL for 0, for values added together and for unknown ones
 * @since 0.2
 */
INTV_API const char *intv_include_get_name(uint32_t include);

/**
 * Name of a field on which criteria can be set.
 * @param index from 0
 * @param language Dutch or English name
 * @return the name, lives for ever; NULL when there are no more
 * @since 0.1
 */
INTV_API const char *intv_criterion_get_field_name(size_t index, enum intv_language language);

/**
 * What a field asks, in a few English words.
 * @param index from 0
 * @return the words, live for ever; NULL when there are no more
 * @since 0.1
 */
INTV_API const char *intv_criterion_get_field_explanation(size_t index);

#ifdef __cplusplus
}
#endif

#endif
