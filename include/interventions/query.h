/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Queries: what to find in a catalogue, in words and by fields.
 *
 * A query is written in the query language (doc/query.md), in Dutch or English, or put together by
 * calls; both give the same. It asks for records of the catalogue, such as programmes and research,
 * never for persons. Everything in it is looked up in one catalogue at once. Searching is in search.h.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 * #include <string.h>
 *
 * int
 * main(void)
 * {
 *     const char *text = "doelgroep:ouders onderzoeksopzet:>=voor-nameting -online";
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_query *query = NULL;
 *     struct intv_output *output = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     intv_output_new(&output);
 *     enum intv_status status =
 *         intv_query_parse(catalogue, text, strlen(text), INTV_STRICT, &query, NULL);
 *     if (status == INTV_OK)
 *         status = intv_query_add_filter(query, "kosten", INTV_AT_MOST, "250/deelnemer", NULL);
 *     if (status == INTV_OK)
 *         status = intv_query_write(query, INTV_ENGLISH, output);
 *     printf("%s\n", intv_output_get_text(output));
 *     intv_query_free(query);
 *     intv_output_free(output);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_QUERY_H
#define INTERVENTIONS_QUERY_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What to find; see the functions of query.h. @since 0.2 */
struct intv_query;

/** How to read the query language. @since 0.2 */
enum intv_reading
{
    INTV_STRICT = 0, /**< What is not well written is an error, with its place and a suggestion. */
    INTV_LENIENT = 1 /**< What is not well written is read as text, with a warning. */
};

/** How the value of a filter compares. @since 0.2 */
enum intv_comparison
{
    INTV_IS = 0,       /**< Is it, or a narrower one; of numbers and dates: lies in it. */
    INTV_AT_LEAST = 1, /**< `>=` */
    INTV_AT_MOST = 2,  /**< `<=` */
    INTV_MORE = 3,     /**< `>` */
    INTV_LESS = 4      /**< `<` */
};

/** In which order to give what is found. @since 0.2 */
enum intv_sort
{
    INTV_BY_RELEVANCE = 0, /**< What answers the words best first. */
    INTV_BY_NAME = 1,      /**< By name, in the order of the language of the asker. */
    INTV_BY_YEAR = 2,      /**< By year; unknown ones last. */
    INTV_BY_DESIGN = 3,    /**< By design of the evaluations; unknown ones last. */
    INTV_BY_ID = 4         /**< By id, in byte order. */
};

/**
 * Makes a query that asks for everything.
 *
 * @param catalogue the catalogue in which values are looked up; a reference is kept; not NULL
 * @param[out] query the query; free it with intv_query_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *query is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_query_new(struct intv_catalogue *catalogue,
                                         struct intv_query **query);

/**
 * Makes a query out of a text in the query language. Everything wrong in the text is reported in one
 * go, each with its line and column; the status is that of the first.
 *
 * @param catalogue the catalogue in which values are looked up; a reference is kept; not NULL
 * @param text the text, UTF-8; NULL only when length is 0
 * @param length number of bytes
 * @param reading strict, or lenient: then only memory and limits fail
 * @param[out] query the query; free it with intv_query_free(); NULL on failure; not NULL
 * @param diagnostics where to report; may be NULL
 * @return as intv_query_add()
 * @since 0.2
 */
INTV_API enum intv_status intv_query_parse(struct intv_catalogue *catalogue, const char *text,
                                           size_t length, enum intv_reading reading,
                                           struct intv_query **query,
                                           struct intv_diagnostics *diagnostics);

/**
 * Frees a query; searches that were made with it live on.
 * @param query the query; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_query_free(struct intv_query *query);

/**
 * Adds a text in the query language: what was asked, and this. On failure the query is as before.
 *
 * @param query the query; not NULL
 * @param text the text, UTF-8; NULL only when length is 0; nothing of it is kept
 * @param length number of bytes
 * @param reading strict, or lenient: then only memory and limits fail
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_SYNTAX the text is not well written: empty, not UTF-8, a control character, a
 *   quote or parenthesis that is not closed, an operator without anything to work on
 * @retval INTV_ERROR_NOT_FOUND a qualifier or value does not exist
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or a value or comparison does not suit its
 *   qualifier
 * @retval INTV_ERROR_LIMIT the query would have more than 65,536 bytes, 1,000 words and filters, 50
 *   parentheses inside each other, or 100 values of one filter
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @since 0.2
 */
INTV_API enum intv_status intv_query_add(struct intv_query *query, const char *text, size_t length,
                                         enum intv_reading reading,
                                         struct intv_diagnostics *diagnostics);

/**
 * Adds a filter; what `qualifier:value` asks in the query language. The value is one value: commas and
 * quotes in it mean nothing. On failure the query is as before.
 *
 * @param query the query; not NULL
 * @param qualifier Dutch, English or other name of a qualifier, such as "doelgroep"; not NULL
 * @param comparison how the value compares
 * @param value an id or label of the catalogue, a number, range, date or code, words, or a word for
 *   silence such as "onbekend"; not NULL; nothing of it is kept
 * @param diagnostics where to report, without a place; may be NULL
 * @return as intv_query_add()
 * @since 0.2
 */
INTV_API enum intv_status intv_query_add_filter(struct intv_query *query, const char *qualifier,
                                                enum intv_comparison comparison, const char *value,
                                                struct intv_diagnostics *diagnostics);

/**
 * Adds words, each of which must be found; nothing in the text is syntax, so that what somebody typed
 * can be given as it is. On failure the query is as before.
 *
 * @param query the query; not NULL
 * @param text the words, UTF-8; NULL only when length is 0; nothing of it is kept
 * @param length number of bytes
 * @param diagnostics where to report, without a place; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_SYNTAX there is no letter or digit in it, it is not UTF-8, or it has a control
 *   character
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_LIMIT a limit of queries was reached
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @since 0.2
 */
INTV_API enum intv_status intv_query_add_words(struct intv_query *query, const char *text,
                                               size_t length, struct intv_diagnostics *diagnostics);

/**
 * Adds a phrase: words that stand next to each other. Otherwise as intv_query_add_words().
 *
 * @param query the query; not NULL
 * @param text the words, UTF-8; NULL only when length is 0; nothing of it is kept
 * @param length number of bytes
 * @param diagnostics where to report, without a place; may be NULL
 * @return as intv_query_add_words()
 * @since 0.2
 */
INTV_API enum intv_status intv_query_add_phrase(struct intv_query *query, const char *text,
                                                size_t length,
                                                struct intv_diagnostics *diagnostics);

/**
 * Writes a query in the query language, behind what the output holds; "" for a query that asks for
 * everything. Reading that text gives the same query. Settings such as the page are not in it.
 *
 * @param query the query; not NULL
 * @param language the language of qualifiers and labels
 * @param output where to write; not NULL
 * @retval INTV_OK it was written
 * @retval INTV_ERROR_NO_MEMORY there was no memory; the output is as before
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_query_write(const struct intv_query *query,
                                           enum intv_language language, struct intv_output *output);

/**
 * Catalogue in which values are looked up.
 *
 * @param query the query; NULL gives NULL
 * @return the catalogue, borrowed; to keep it, take a reference with intv_catalogue_ref()
 * @since 0.2
 */
INTV_API struct intv_catalogue *intv_query_get_catalogue(const struct intv_query *query);

/* ---- settings ---- */

/**
 * Sets which kinds of record are given; all by default.
 *
 * @param query the query; not NULL
 * @param kinds values of 1 << #intv_kind added together; 0 for all
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL or a kind is unknown
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_kinds(struct intv_query *query, uint32_t kinds);

/**
 * Sets whether words are found only as they are written, apart from capitals and accents; no by
 * default: then other forms, parts of compounds and synonyms are found too.
 *
 * @param query the query; not NULL
 * @param is_exact 1 or 0
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL or the number is neither 0 nor 1
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_exact(struct intv_query *query, int is_exact);

/**
 * Sets whether a search that finds nothing with all words may do with some of them; yes by default.
 *
 * @param query the query; not NULL
 * @param is_relaxing 1 or 0
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL or the number is neither 0 nor 1
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_relaxing(struct intv_query *query, int is_relaxing);

/**
 * Sets the language of the asker, for labels and the order of names; Dutch by default. Words are found
 * in every language.
 *
 * @param query the query; not NULL
 * @param language Dutch or English
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL or the language is unknown
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_language(struct intv_query *query,
                                                  enum intv_language language);

/**
 * Sets the order; by relevance by default.
 *
 * @param query the query; not NULL
 * @param sort the order
 * @param is_descending 1 for the highest or last first, 0 for the lowest; by relevance the best is
 *   always first
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL, the order is unknown or the number is neither
 *   0 nor 1
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_sort(struct intv_query *query, enum intv_sort sort,
                                              int is_descending);

/**
 * Sets the page; the first 10 by default.
 *
 * @param query the query; not NULL
 * @param offset how many to pass over first
 * @param limit how many to give at most; 0 for all
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the query is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_query_set_page(struct intv_query *query, size_t offset,
                                              size_t limit);

/**
 * Kinds of record that are given.
 *
 * @param query the query; NULL gives 0
 * @return values of 1 << #intv_kind added together; 0 for all
 * @since 0.2
 */
INTV_API uint32_t intv_query_get_kinds(const struct intv_query *query);

/**
 * Whether words are found only as they are written.
 *
 * @param query the query; NULL gives 0
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_query_is_exact(const struct intv_query *query);

/**
 * Whether a search may do with some of the words.
 *
 * @param query the query; NULL gives 0
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_query_is_relaxing(const struct intv_query *query);

/**
 * Language of the asker.
 *
 * @param query the query; NULL gives Dutch
 * @return the language
 * @since 0.2
 */
INTV_API enum intv_language intv_query_get_language(const struct intv_query *query);

/**
 * Order in which what is found is given.
 *
 * @param query the query; NULL gives #INTV_BY_RELEVANCE
 * @return the order
 * @since 0.2
 */
INTV_API enum intv_sort intv_query_get_sort(const struct intv_query *query);

/**
 * Whether the highest or last comes first.
 *
 * @param query the query; NULL gives 0
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_query_is_descending(const struct intv_query *query);

/**
 * How many are passed over first.
 *
 * @param query the query; NULL gives 0
 * @return the number
 * @since 0.2
 */
INTV_API size_t intv_query_get_offset(const struct intv_query *query);

/**
 * How many are given at most.
 *
 * @param query the query; NULL gives 0
 * @return the number; 0 for all
 * @since 0.2
 */
INTV_API size_t intv_query_get_limit(const struct intv_query *query);

/* ---- qualifiers ---- */

/**
 * Number of qualifiers, such as doelgroep (target-group).
 *
 * @return the number of qualifiers
 * @since 0.2
 */
INTV_API uint32_t intv_qualifier_get_count(void);

/**
 * Qualifier of a name, in any language, capitals or not.
 *
 * @param name Dutch, English or other name; NULL is no name
 * @return the number of the qualifier, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_qualifier_find(const char *name);

/**
 * Name of a qualifier, as it is written in queries.
 *
 * @param qualifier number of a qualifier
 * @param language the language of the name
 * @return the name, lives for ever; "" when there is no such qualifier
 * @since 0.2
 */
INTV_API const char *intv_qualifier_get_name(uint32_t qualifier, enum intv_language language);

/**
 * Another name by which queries may call a qualifier.
 *
 * @param qualifier number of a qualifier
 * @param index from 0 on
 * @return the name, lives for ever; "" when there are no more
 * @since 0.2
 */
INTV_API const char *intv_qualifier_get_other_name(uint32_t qualifier, size_t index);

/**
 * What a qualifier asks, in a few words.
 *
 * @param qualifier number of a qualifier
 * @param language the language of the words
 * @return the words, live for ever; "" when there is no such qualifier
 * @since 0.2
 */
INTV_API const char *intv_qualifier_get_explanation(uint32_t qualifier,
                                                    enum intv_language language);

/**
 * Field of the format that a qualifier asks for. Several qualifiers may ask for one field, such as
 * ideology and ideology-studied.
 *
 * @param qualifier number of a qualifier
 * @return the number of the field; #INTV_NONE when it asks for no field, such as kind
 * @since 0.2
 */
INTV_API uint32_t intv_qualifier_get_field(uint32_t qualifier);

/**
 * How values of a qualifier may compare.
 *
 * @param qualifier number of a qualifier
 * @return values of 1 << #intv_comparison added together; 0 when there is no such qualifier
 * @since 0.2
 */
INTV_API uint32_t intv_qualifier_get_comparisons(uint32_t qualifier);

#ifdef __cplusplus
}
#endif

#endif
