/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * The values that something may have, as a list for people: for a form, a menu or a page.
 *
 * A list is a scheme of concepts, a kind of record (elements, preconditions, sources), the values of
 * a field, or the schemes themselves. Its rows come in the order in which people read them: narrower
 * values below the broader one, ordered schemes by their order, the rest by name. Each row says how
 * many records use it, so that a form need not offer what finds nothing.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_vocabulary *groups = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     const enum intv_status status =
 *         intv_vocabulary_new(catalogue, "target-group", INTV_ENGLISH, &groups, NULL);
 *     for (size_t i = 0; i < intv_vocabulary_get_count(groups); i++)
 *         printf("%*s%s: %u interventions\n", 2 * (int)intv_vocabulary_get_depth(groups, i), "",
 *                intv_vocabulary_get_name(groups, i, INTV_ENGLISH),
 *                (unsigned)intv_vocabulary_get_wide_use(groups, i, INTV_KIND_INTERVENTION));
 *     intv_vocabulary_free(groups);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_VOCABULARY_H
#define INTERVENTIONS_VOCABULARY_H

#include <interventions/search.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The values of a list, in order, with how often they are used. @since 0.2 */
struct intv_vocabulary;

/**
 * Makes a list of values.
 *
 * @param catalogue the catalogue; a reference is kept; not NULL
 * @param list which list: id or label of a scheme, name of a kind of record ("element",
 *   "randvoorwaarde"), of a code list, or of a field or criterion ("doelgroep"), in Dutch or
 *   English; NULL gives the schemes
 * @param language the language in which names are put in order
 * @param[out] vocabulary the list; free it with intv_vocabulary_free(); not NULL
 * @param diagnostics says what is wrong with the name of the list; NULL when nobody reads it
 * @retval INTV_OK it was made; it may be empty
 * @retval INTV_ERROR_NOT_FOUND there is no such list, or the values of the field are written out
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *vocabulary is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument that must not be NULL is NULL
 * @retval INTV_ERROR_INTERNAL the data of ICU cannot be used
 * @since 0.2
 */
INTV_API enum intv_status intv_vocabulary_new(struct intv_catalogue *catalogue, const char *list,
                                              enum intv_language language,
                                              struct intv_vocabulary **vocabulary,
                                              struct intv_diagnostics *diagnostics);

/**
 * Frees a list.
 * @param vocabulary the list; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_vocabulary_free(struct intv_vocabulary *vocabulary);

/**
 * Keeps only the rows whose record a search finds, on whatever page. They stand side by side then,
 * none below another; their numbers stay.
 *
 * @param vocabulary the list; not NULL
 * @param search a search in the same catalogue; not NULL
 * @retval INTV_OK it was narrowed; it may be empty now
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or the search is of another catalogue
 * @since 0.2
 */
INTV_API enum intv_status intv_vocabulary_narrow(struct intv_vocabulary *vocabulary,
                                                 const struct intv_search *search);

/**
 * Catalogue of a list.
 * @param vocabulary the list; not NULL
 * @return the catalogue, borrowed; it lives as long as the list
 * @since 0.2
 */
INTV_API const struct intv_catalogue *
intv_vocabulary_get_catalogue(const struct intv_vocabulary *vocabulary);

/**
 * Name of a list: the id of the scheme or code list, or the name of the kind; "schemes" for the list
 * of schemes.
 * @param vocabulary the list; not NULL
 * @return the name, borrowed; it lives as long as the list
 * @since 0.2
 */
INTV_API const char *intv_vocabulary_get_list(const struct intv_vocabulary *vocabulary);

/**
 * Scheme of a list.
 * @param vocabulary the list; not NULL
 * @return the record of the scheme, or #INTV_NONE when the list is no scheme
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_scheme(const struct intv_vocabulary *vocabulary);

/**
 * Number of rows.
 * @param vocabulary the list; NULL gives 0
 * @return the number of rows
 * @since 0.2
 */
INTV_API size_t intv_vocabulary_get_count(const struct intv_vocabulary *vocabulary);

/**
 * Record of a row.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @return the record; #INTV_NONE when there is no such row, or it is a code without a record
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_record(const struct intv_vocabulary *vocabulary,
                                             size_t index);

/**
 * Code of a row, in a list of codes of the format.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @return the code, lives for ever; "" when there is no such row, or it is no code
 * @since 0.2
 */
INTV_API const char *intv_vocabulary_get_code(const struct intv_vocabulary *vocabulary,
                                              size_t index);

/**
 * Id of the record of a row; its code when it has no record.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @return the id, borrowed; "" when there is no such row
 * @since 0.2
 */
INTV_API const char *intv_vocabulary_get_id(const struct intv_vocabulary *vocabulary, size_t index);

/**
 * Name of a row for people.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @param language the language of the name
 * @return the name, borrowed; "" when there is no such row
 * @since 0.2
 */
INTV_API const char *intv_vocabulary_get_name(const struct intv_vocabulary *vocabulary,
                                              size_t index, enum intv_language language);

/**
 * How deep a row stands below others.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @return 0 at the top, 1 more for each broader row above it; 0 when there is no such row
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_depth(const struct intv_vocabulary *vocabulary, size_t index);

/**
 * Row below which a row stands: the first broader record that is in the list.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @return the row, or #INTV_NONE at the top
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_parent(const struct intv_vocabulary *vocabulary,
                                             size_t index);

/**
 * Number of records of a kind that use a row themselves: that state it, or, for a source, that state
 * something out of it.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @param kind a kind, or #INTV_KIND_COUNT for all kinds together
 * @return the number of records
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_use(const struct intv_vocabulary *vocabulary, size_t index,
                                          enum intv_kind kind);

/**
 * Number of records of a kind that use a row or one that is narrower: no record counts twice.
 * @param vocabulary the list; not NULL
 * @param index 0 up to the count
 * @param kind a kind, or #INTV_KIND_COUNT for all kinds together
 * @return the number of records
 * @since 0.2
 */
INTV_API uint32_t intv_vocabulary_get_wide_use(const struct intv_vocabulary *vocabulary,
                                               size_t index, enum intv_kind kind);

#ifdef __cplusplus
}
#endif

#endif
