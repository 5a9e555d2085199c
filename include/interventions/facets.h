/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Facets: how many records of a search state each value of a field.
 *
 * Facets count over the whole result of a search, not over one page. A value is a record (a target
 * group, an element, a municipality), a code, a year or a kind of record. A record counts once for a
 * value, also when it states a narrower one: what is aimed at pupils counts for young people too.
 *
 * What is not stated is counted too, and why: beside each facet stands how many records of the
 * result state nothing, how many say that there is none, of how many a lenient load left out what
 * stood there, and how many are of a kind that has no such field. These and the records that state
 * something are together the whole result. doc/filters.md has the exact rules.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_query *query = NULL;
 *     struct intv_search *search = NULL;
 *     struct intv_facets *facets = NULL;
 *     enum intv_status status = intv_catalogue_builtin(&catalogue);
 *     if (status == INTV_OK)
 *         status = intv_query_parse(catalogue, "soort:interventie", 17, INTV_STRICT, &query, NULL);
 *     if (status == INTV_OK)
 *         status = intv_search_new(query, &search, NULL);
 *     if (status == INTV_OK)
 *         status = intv_facets_new(search, "doelgroep", &facets, NULL);
 *     const size_t count = intv_facets_get_value_count(facets, 0);
 *     for (size_t i = 0; i < count; i++)
 *         printf("%s %zu\n", intv_facets_get_value_label(facets, 0, i, INTV_DUTCH),
 *                intv_facets_get_value_records(facets, 0, i));
 *     printf("niet vermeld %zu\n", intv_facets_get_not_stated(facets, 0));
 *     intv_facets_free(facets);
 *     intv_search_free(search);
 *     intv_query_free(query);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK && count > 0 ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_FACETS_H
#define INTERVENTIONS_FACETS_H

#include <interventions/search.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Counts of the values of fields in a result. @since 0.2 */
struct intv_facets;

/**
 * Counts the values of one field, or of the usual ones, over the whole result of a search.
 *
 * Names and texts are never counted, nor are quantities. Of dates the years are counted.
 *
 * @param search the search; a reference to its catalogue is kept; not NULL
 * @param qualifier Dutch or English name of a field as queries use it, such as "doelgroep"; NULL is
 *   for the usual facets
 * @param[out] facets the counts; free it with intv_facets_free(); not NULL
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK they were counted, also when nothing was found
 * @retval INTV_ERROR_NOT_FOUND there is no such qualifier, or its values cannot be counted
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *facets is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_facets_new(const struct intv_search *search, const char *qualifier,
                                          struct intv_facets **facets,
                                          struct intv_diagnostics *diagnostics);

/**
 * Frees facets.
 * @param facets the facets; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_facets_free(struct intv_facets *facets);

/**
 * Number of records that were counted: the whole result.
 *
 * @param facets the facets; NULL gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_total(const struct intv_facets *facets);

/**
 * Number of facets: 1, or that of the usual ones.
 *
 * @param facets the facets; NULL gives 0
 * @return the number of facets
 * @since 0.2
 */
INTV_API size_t intv_facets_get_count(const struct intv_facets *facets);

/**
 * Name of the field of a facet as queries use it, such as "doelgroep".
 *
 * @param facets the facets; NULL gives ""
 * @param facet 0 up to intv_facets_get_count()
 * @param language Dutch or English name; another number gives the Dutch one
 * @return the name, lives for ever; "" when there is no such facet
 * @since 0.2
 */
INTV_API const char *intv_facets_get_qualifier(const struct intv_facets *facets, size_t facet,
                                               enum intv_language language);

/**
 * What people call a facet, such as "Doelgroep".
 *
 * @param facets the facets; NULL gives ""
 * @param facet 0 up to intv_facets_get_count()
 * @param language the language of the label; another number gives Dutch
 * @return the label, lives for ever; "" when there is no such facet
 * @since 0.2
 */
INTV_API const char *intv_facets_get_label(const struct intv_facets *facets, size_t facet,
                                           enum intv_language language);

/**
 * Number of records of the result that state a value in the field of a facet.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_stated(const struct intv_facets *facets, size_t facet);

/**
 * Number of records of the result of which nothing is stated in the field, whatever the cause.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_not_stated(const struct intv_facets *facets, size_t facet);

/**
 * Number of records of the result of which a source says that there is none.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_none(const struct intv_facets *facets, size_t facet);

/**
 * Number of records of the result that state nothing any more: a lenient load left out what stood
 * there, or may have.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_dropped(const struct intv_facets *facets, size_t facet);

/**
 * Number of records of the result whose kind has no such field.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_not_applicable(const struct intv_facets *facets, size_t facet);

/**
 * Number of values of a facet that at least one record of the result states.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count(); another one gives 0
 * @return the number of values
 * @since 0.2
 */
INTV_API size_t intv_facets_get_value_count(const struct intv_facets *facets, size_t facet);

/**
 * Number of records of the result that state a value or a narrower one. Values with most records
 * come first, then those whose id or code comes first in byte order.
 *
 * @param facets the facets; NULL gives 0
 * @param facet 0 up to intv_facets_get_count()
 * @param value 0 up to intv_facets_get_value_count(); another one gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_facets_get_value_records(const struct intv_facets *facets, size_t facet,
                                              size_t value);

/**
 * Record that is a value, such as a target group.
 *
 * @param facets the facets; NULL gives #INTV_NONE
 * @param facet 0 up to intv_facets_get_count()
 * @param value 0 up to intv_facets_get_value_count()
 * @return the record; #INTV_NONE for a code, a year, a kind, or when there is no such value
 * @since 0.2
 */
INTV_API uint32_t intv_facets_get_value_record(const struct intv_facets *facets, size_t facet,
                                               size_t value);

/**
 * A value as it is written behind the name of the field in a query: an id, a code, a year or a kind.
 * An id that records of several kinds bear has the kind before it: `element:peer-support`.
 *
 * @param facets the facets; NULL gives ""
 * @param facet 0 up to intv_facets_get_count()
 * @param value 0 up to intv_facets_get_value_count()
 * @return the value, borrowed until the facets are freed; "" when there is no such value
 * @since 0.2
 */
INTV_API const char *intv_facets_get_value(const struct intv_facets *facets, size_t facet,
                                           size_t value);

/**
 * What people call a value: the name of the record, or the label of the code.
 *
 * @param facets the facets; NULL gives ""
 * @param facet 0 up to intv_facets_get_count()
 * @param value 0 up to intv_facets_get_value_count()
 * @param language the language that is wanted; another number gives Dutch
 * @return the label, borrowed until the facets are freed; "" when there is no such value
 * @since 0.2
 */
INTV_API const char *intv_facets_get_value_label(const struct intv_facets *facets, size_t facet,
                                                 size_t value, enum intv_language language);

#ifdef __cplusplus
}
#endif

#endif
