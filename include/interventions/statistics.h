/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * What a catalogue holds, in numbers: records, claims, who asserts them, what is silent.
 *
 * The numbers say how much is known, never how good it is. They come as rows; rows of one topic
 * stand together. A row has a number and what that is a part of, so that a program can show a
 * share without counting itself.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_statistics *statistics = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     const enum intv_status status = intv_statistics_new(catalogue, &statistics);
 *     for (size_t i = 0; i < intv_statistics_get_count(statistics); i++)
 *         if (intv_statistics_get_topic(statistics, i) == INTV_TOPIC_ASSERTERS)
 *             printf("%s: %u of %u claims\n", intv_statistics_get_name(statistics, i),
 *                    (unsigned)intv_statistics_get_number(statistics, i),
 *                    (unsigned)intv_statistics_get_whole(statistics, i));
 *     intv_statistics_free(statistics);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_STATISTICS_H
#define INTERVENTIONS_STATISTICS_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a row counts. @since 0.2 */
enum intv_topic
{
    INTV_TOPIC_RECORDS = 0,       /**< Records, by kind; the whole is all records. */
    INTV_TOPIC_ASSERTERS = 1,     /**< Claims, by who asserts them; the whole is all claims. */
    INTV_TOPIC_STRENGTHS = 2,     /**< Claims, by strength; the whole is all claims. */
    INTV_TOPIC_READING = 3,       /**< Claims with a source: "directly" or "through-another". */
    INTV_TOPIC_LOCATORS = 4,      /**< Claims with a source: "with-locator" or "without-locator". */
    INTV_TOPIC_SILENCES = 5,      /**< Pairs of a record and a field that makes claims, by what is
                                    known: "stated", "none", "not-read", "searched", "dropped" or
                                    "not-stated". The first that holds counts. */
    INTV_TOPIC_INTERVENTIONS = 6, /**< Interventions, types and instruments that state a field, by
                                       field; the whole is all such records. */
    INTV_TOPIC_EVALUATIONS = 7,   /**< Evaluations that state a field, by field. */
    INTV_TOPIC_LANGUAGES = 8,     /**< Texts that have a language, by language. */
    INTV_TOPIC_WORDS = 9,         /**< What words are found by: "distinct" words in each language,
                                       "postings" (a word in a record) and "occurrences" (a word in
                                       a text of a record); the whole is all occurrences. */
    INTV_TOPIC_BYTES = 10,        /**< Bytes in memory: of the "content", and of the "index" by
                                       which it is searched; the whole is both. */
    INTV_TOPIC_BYTES_PER_RECORD = 11, /**< The same for each record, rounded up. */
    INTV_TOPIC_COUNT = 12             /**< Number of topics; grows when topics are added. */
};

/** Numbers about a catalogue. @since 0.2 */
struct intv_statistics;

/**
 * Counts what a catalogue holds.
 *
 * @param catalogue the catalogue; a reference is kept; not NULL
 * @param[out] statistics the numbers; free it with intv_statistics_free(); not NULL
 * @retval INTV_OK they were counted
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *statistics is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_statistics_new(struct intv_catalogue *catalogue,
                                              struct intv_statistics **statistics);

/**
 * Frees the numbers.
 * @param statistics the numbers; NULL does nothing
 * @since 0.2
 */
INTV_API void intv_statistics_free(struct intv_statistics *statistics);

/**
 * Catalogue that was counted.
 * @param statistics the numbers; not NULL
 * @return the catalogue, borrowed
 * @since 0.2
 */
INTV_API const struct intv_catalogue *
intv_statistics_get_catalogue(const struct intv_statistics *statistics);

/**
 * Number of rows.
 * @param statistics the numbers; NULL gives 0
 * @return the number of rows
 * @since 0.2
 */
INTV_API size_t intv_statistics_get_count(const struct intv_statistics *statistics);

/**
 * What a row counts.
 * @param statistics the numbers; not NULL
 * @param index 0 up to the count
 * @return the topic; #INTV_TOPIC_COUNT when there is no such row
 * @since 0.2
 */
INTV_API enum intv_topic intv_statistics_get_topic(const struct intv_statistics *statistics,
                                                   size_t index);

/**
 * What a row is about within its topic: a kind, code, field, language tag or one of the names above.
 * @param statistics the numbers; not NULL
 * @param index 0 up to the count
 * @return the name, borrowed; "" when there is no such row
 * @since 0.2
 */
INTV_API const char *intv_statistics_get_name(const struct intv_statistics *statistics,
                                              size_t index);

/**
 * How many.
 * @param statistics the numbers; not NULL
 * @param index 0 up to the count
 * @return the number; 0 when there is no such row
 * @since 0.2
 */
INTV_API uint64_t intv_statistics_get_number(const struct intv_statistics *statistics,
                                             size_t index);

/**
 * How many there are in all, of which the number is a part.
 * @param statistics the numbers; not NULL
 * @param index 0 up to the count
 * @return the whole; 0 when there is no such row
 * @since 0.2
 */
INTV_API uint64_t intv_statistics_get_whole(const struct intv_statistics *statistics, size_t index);

/**
 * Stable name of a topic, such as "asserters", for logs and bindings.
 * @param topic a topic; unknown numbers are allowed
 * @return the name, lives for ever; "" for an unknown topic
 * @since 0.2
 */
INTV_API const char *intv_topic_get_name(enum intv_topic topic);

#ifdef __cplusplus
}
#endif

#endif
