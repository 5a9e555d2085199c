/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Searching: which records answer a query, in which order, and where the words stand.
 *
 * A search evaluates a query (query.h) by the rules of doc/search.md and nothing else. Records of
 * every kind are found: interventions, elements, research, sources; never persons. A word is found
 * as it is written, by its stem, as a part of a compound and over the labels of concepts in both
 * languages; a query can ask for exact words only. When few records hold all the words, records that
 * hold most are given too, and the search says so. Scores compare records within one search only.
 *
 * The answer itself is small; where the words stand in one record is an object made on demand.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 * #include <string.h>
 *
 * int
 * main(void)
 * {
 *     static const char WORDS[] = "weerbare ouders";
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_query *query = NULL;
 *     struct intv_search *search = NULL;
 *     struct intv_hit *hit = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     intv_query_parse(catalogue, WORDS, strlen(WORDS), INTV_LENIENT, &query, NULL);
 *     const enum intv_status status = intv_search_new(query, &search, NULL);
 *     for (size_t i = 0; i < intv_search_get_count(search); i++) {
 *         const uint32_t record = intv_search_get_record(search, i);
 *         intv_hit_new(search, i, &hit);
 *         printf("%s: %.40s\n", intv_record_get_id(catalogue, record),
 *                intv_hit_get_match_text(hit, 0));
 *         intv_hit_free(hit);
 *     }
 *     intv_search_free(search);
 *     intv_query_free(query);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_SEARCH_H
#define INTERVENTIONS_SEARCH_H

#include <interventions/catalogue.h>
#include <interventions/query.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The answer to a query. Never changes; any number of threads may read it. @since 0.2 */
struct intv_search;

/** Where the words of a query stand in one record. Never changes. @since 0.2 */
struct intv_hit;

/** How a word was found; doc/search.md, rules 7 to 12. @since 0.2 */
enum intv_manner
{
    INTV_EXACT = 0,  /**< The word as it was asked, folded. */
    INTV_STEM = 1,   /**< Another form of the word. */
    INTV_PART = 2,   /**< A part of a compound, or a compound written apart. */
    INTV_PREFIX = 3, /**< A word that begins so. */
    INTV_SYNONYM = 4 /**< Another label of what is stated, also in another language. */
};

/**
 * Searches the catalogue of a query. Later changes of the query do not matter.
 *
 * @param query the query; not NULL
 * @param[out] search the answer; free it with intv_search_free(); not NULL
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was made, also when nothing was found
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *search is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_INTERNAL the data of ICU or a stemmer cannot be used; *search is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_search_new(const struct intv_query *query,
                                          struct intv_search **search,
                                          struct intv_diagnostics *diagnostics);

/**
 * Frees a search; hits made of it live on.
 * @param search the search; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_search_free(struct intv_search *search);

/**
 * Catalogue that was searched.
 * @param search the search; NULL gives NULL
 * @return the catalogue, borrowed
 * @since 0.2
 */
INTV_API struct intv_catalogue *intv_search_get_catalogue(const struct intv_search *search);

/**
 * Number of records that were found, on all pages.
 * @param search the search; NULL gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_search_get_total(const struct intv_search *search);

/**
 * Number of records that answer the whole query. It is less than intv_search_get_total() when the
 * search was relaxed.
 * @param search the search; NULL gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_search_get_whole_total(const struct intv_search *search);

/**
 * Whether so few records hold all words of the query that records which lack some were added.
 * @param search the search; NULL gives 0
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_search_is_relaxed(const struct intv_search *search);

/**
 * Number of records on the page that the query asked for.
 * @param search the search; NULL gives 0
 * @return the number of records
 * @since 0.2
 */
INTV_API size_t intv_search_get_count(const struct intv_search *search);

/**
 * Record of a place on the page.
 * @param search the search; not NULL
 * @param index 0 up to the count
 * @return the record, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_search_get_record(const struct intv_search *search, size_t index);

/**
 * Score of a place on the page, also when the order is another one. It compares records of this
 * search only.
 * @param search the search; not NULL
 * @param index 0 up to the count
 * @return the score; 0 beyond the count, or when the query has no words
 * @since 0.2
 */
INTV_API uint64_t intv_search_get_score(const struct intv_search *search, size_t index);

/**
 * Number of words of the query: words, prefixes and phrases that count and that are not asked to be
 * absent.
 * @param search the search; NULL gives 0
 * @return the number of words
 * @since 0.2
 */
INTV_API size_t intv_search_get_word_count(const struct intv_search *search);

/**
 * One word of the query, folded; the words of a phrase with one space between.
 * @param search the search; not NULL
 * @param word 0 up to the number of words
 * @return the word, borrowed; "" when there is none
 * @since 0.2
 */
INTV_API const char *intv_search_get_word(const struct intv_search *search, size_t word);

/**
 * Number of records of the catalogue in which a word was found, whatever else the query asks.
 * @param search the search; not NULL
 * @param word 0 up to the number of words
 * @return the number of records; 0 when there is no such word
 * @since 0.2
 */
INTV_API uint32_t intv_search_get_word_record_count(const struct intv_search *search, size_t word);

/**
 * Whether a word was found in a record on the page; one of a relaxed search may lack some.
 * @param search the search; not NULL
 * @param index 0 up to the count
 * @param word 0 up to the number of words
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_search_is_word_found(const struct intv_search *search, size_t index, size_t word);

/**
 * The query that was searched in the place of the one asked: when nothing answers a query with words
 * that stand nowhere, these are read as the words nearest to them (doc/search.md, rule 25). Records,
 * words and totals are then those of this query. Not in exact-word mode, nor without relaxing.
 * @param search the search; NULL gives NULL
 * @return the query, borrowed; lives as long as the search; NULL when it is the one asked
 * @since 0.2
 */
INTV_API const char *intv_search_get_corrected(const struct intv_search *search);

/**
 * Number of suggestions for words that were found nowhere: the query with another word instead.
 * @param search the search; NULL gives 0
 * @return the number of suggestions
 * @since 0.2
 */
INTV_API size_t intv_search_get_suggestion_count(const struct intv_search *search);

/**
 * A suggestion as a whole query, the likeliest of a word first.
 * @param search the search; not NULL
 * @param index 0 up to the number of suggestions
 * @return the query as it would be written, borrowed; "" when there is none
 * @since 0.2
 */
INTV_API const char *intv_search_get_suggestion(const struct intv_search *search, size_t index);

/**
 * The word that a suggestion puts in the place of one that was found nowhere.
 * @param search the search; not NULL
 * @param index 0 up to the number of suggestions
 * @return the word, borrowed; "" when there is none
 * @since 0.2
 */
INTV_API const char *intv_search_get_suggestion_word(const struct intv_search *search,
                                                     size_t index);

/**
 * Tells where the words stand in a record on the page.
 *
 * @param search the search; not NULL
 * @param index 0 up to the count
 * @param[out] hit the answer; free it with intv_hit_free(); not NULL
 * @retval INTV_OK it was made, also when the query has no words
 * @retval INTV_ERROR_NOT_FOUND the page has no such place; *hit is NULL
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *hit is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_INTERNAL the data of ICU or a stemmer cannot be used; *hit is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_hit_new(const struct intv_search *search, size_t index,
                                       struct intv_hit **hit);

/**
 * Frees a hit.
 * @param hit the hit; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_hit_free(struct intv_hit *hit);

/**
 * Number of matches: places where a word stands, best first, at most 16.
 * @param hit the hit; NULL gives 0
 * @return the number of matches
 * @since 0.2
 */
INTV_API size_t intv_hit_get_match_count(const struct intv_hit *hit);

/**
 * Word of a match; see intv_search_get_word().
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the number of the word; 0 when there is no such match
 * @since 0.2
 */
INTV_API size_t intv_hit_get_match_word(const struct intv_hit *hit, size_t match);

/**
 * How the word of a match was found.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the manner; #INTV_EXACT when there is no such match
 * @since 0.2
 */
INTV_API enum intv_manner intv_hit_get_match_manner(const struct intv_hit *hit, size_t match);

/**
 * Fact in which a match stands.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the fact; #INTV_NONE for the id of the record
 * @since 0.2
 */
INTV_API uint32_t intv_hit_get_match_fact(const struct intv_hit *hit, size_t match);

/**
 * The whole text in which a match stands: of the fact, of what it refers to, or the id.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the text, borrowed of the catalogue; "" when there is no such match
 * @since 0.2
 */
INTV_API const char *intv_hit_get_match_text(const struct intv_hit *hit, size_t match);

/**
 * Language tag of that text.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the tag, borrowed of the catalogue; "" for texts without language
 * @since 0.2
 */
INTV_API const char *intv_hit_get_match_language(const struct intv_hit *hit, size_t match);

/**
 * Where a match begins in its text.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return bytes before it; never inside a character
 * @since 0.2
 */
INTV_API size_t intv_hit_get_match_start(const struct intv_hit *hit, size_t match);

/**
 * How long a match is in its text.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return bytes; never ends inside a character; 0 when there is no such match
 * @since 0.2
 */
INTV_API size_t intv_hit_get_match_length(const struct intv_hit *hit, size_t match);

/**
 * Record whose label led to a match: the one the word is a label of, or the one that the fact
 * refers to.
 * @param hit the hit; not NULL
 * @param match 0 up to the number of matches
 * @return the record, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_hit_get_match_via(const struct intv_hit *hit, size_t match);

/**
 * Name of a manner, such as "stem".
 * @param manner the manner
 * @return the name, lives for ever; "" for an unknown one
 * @since 0.2
 */
INTV_API const char *intv_manner_get_name(enum intv_manner manner);

#ifdef __cplusplus
}
#endif

#endif
