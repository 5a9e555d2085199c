/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Rows and columns in bulk, for bindings and programs that read a whole catalogue or match.
 *
 * A catalogue is three tables: records, facts and texts; a match is one: candidates. They are
 * copied as rows, or a column at a time as 64-bit numbers. Numbers of records, facts and texts,
 * codes and fields are those of catalogue.h and format.h; #INTV_NONE is 4294967295 in columns too.
 * Texts stand in one pool, by offset and length.
 *
 * Every struct of a row begins with its size. The caller sets `struct_size` of the first row to
 * what its own struct has, which is also the distance between its rows; the library fills of each
 * row what both know, and clears the rest. So programs keep working when rows grow.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_record_row rows[10];
 *     int64_t facts[10];
 *     intv_catalogue_builtin(&catalogue);
 *     rows[0].struct_size = sizeof(rows[0]);
 *     const char *pool = intv_catalogue_get_pool(catalogue, NULL);
 *     intv_catalogue_copy_records(catalogue, 0, 10, rows);
 *     intv_catalogue_copy_record_column(catalogue, INTV_RECORD_COLUMN_FACT_COUNT, 0, 10, facts);
 *     for (size_t i = 0; i < 10; i++)
 *         printf("%s: %d facts\n", pool + rows[i].id_offset, (int)facts[i]);
 *     const int same = facts[9] == (int64_t)rows[9].fact_count;
 *     intv_catalogue_unref(catalogue);
 *     return same ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_ROWS_H
#define INTERVENTIONS_ROWS_H

#include <interventions/catalogue.h>
#include <interventions/match.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The tables. @since 0.2 */
enum intv_table
{
    INTV_TABLE_RECORDS = 0,   /**< Records of a catalogue, by kind and then by id. */
    INTV_TABLE_FACTS = 1,     /**< Facts of a catalogue; those of a record stand together. */
    INTV_TABLE_TEXTS = 2,     /**< Texts of facts; those of a fact stand together. */
    INTV_TABLE_CANDIDATES = 3 /**< Candidates of a match, best first. */
};

/* ---- rows ---- */

/** A record. @since 0.2 */
struct intv_record_row
{
    uint32_t struct_size;    /**< Bytes of the row in memory; in the first row set by the caller. */
    uint32_t record;         /**< Number of the record. */
    uint32_t kind;           /**< Its kind (enum intv_kind). */
    uint32_t id_offset;      /**< Where its id begins in the pool. */
    uint32_t id_length;      /**< Bytes of its id. */
    uint32_t fact_first;     /**< First fact directly under it; #INTV_NONE without facts. */
    uint32_t fact_count;     /**< Number of facts directly under it, one after the other. */
    uint32_t ancestor_count; /**< See intv_record_get_ancestor_count(). */
    uint32_t user_count;     /**< See intv_record_get_user_count(). */
    uint32_t layer;          /**< Layer it comes from; see intv_record_get_layer(). */
};

/** A fact. @since 0.2 */
struct intv_fact_row
{
    uint32_t struct_size;    /**< Bytes of the row in memory; in the first row set by the caller. */
    uint32_t fact;           /**< Number of the fact. */
    uint32_t record;         /**< Record that holds it. */
    uint32_t parent;         /**< Fact it stands in, or #INTV_NONE. */
    uint32_t field;          /**< Number of its field; see format.h. */
    uint32_t value;          /**< What its value is (enum intv_value). */
    uint32_t target;         /**< Record that is its value, or #INTV_NONE. */
    uint32_t code;           /**< Code that is its value, in the field's list; else 0. */
    uint32_t qualifier;      /**< Code that qualifies it, in the field's qualifier list; else 0. */
    uint32_t silence;        /**< Whether and why it is silent (enum intv_silence). */
    uint32_t date;           /**< Date that is its value, as yyyymmdd; else 0. */
    uint32_t low_bound;      /**< What is known of the lowest number (enum intv_bound). */
    uint32_t high_bound;     /**< What is known of the highest number (enum intv_bound). */
    uint32_t is_about;       /**< 1 when the quantity is stated as "about", else 0. */
    int64_t low;             /**< Lowest number where it is known, else 0. */
    int64_t high;            /**< Highest number where it is known, else 0. */
    uint32_t is_claim;       /**< 1 when it is a claim, else 0. */
    uint32_t asserter;       /**< Who asserts it: a code of the list "asserter", or 0. */
    uint32_t strength;       /**< Strength: a code of the list "strength", or 0. */
    uint32_t source;         /**< Record of its source, or #INTV_NONE. */
    uint32_t via;            /**< Source through which that was read, or #INTV_NONE. */
    uint32_t locator_offset; /**< Where the place in the source begins in the pool. */
    uint32_t locator_length; /**< Bytes of that place; 0 when none is stated. */
    uint32_t child_first;    /**< First fact inside it; #INTV_NONE without any. */
    uint32_t child_count;    /**< Number of facts inside it, one after the other. */
    uint32_t conflict_count; /**< Number of claims that contradict it. */
    uint32_t text_first;     /**< First of its texts; #INTV_NONE without any. */
    uint32_t text_count;     /**< Number of its texts, one after the other. */
};

/** A text of a fact, in one language. @since 0.2 */
struct intv_text_row
{
    uint32_t struct_size; /**< Bytes of the row in memory; in the first row set by the caller. */
    uint32_t text;        /**< Number of the text. */
    uint32_t offset;      /**< Where it begins in the pool. */
    uint32_t length;      /**< Bytes of it. */
    uint32_t language_offset; /**< Where its language tag begins in the pool. */
    uint32_t language_length; /**< Bytes of its language tag; 0 when it has none. */
};

/** A candidate of a match; the shares of wishes are exact fractions. @since 0.2 */
struct intv_candidate_row
{
    uint32_t struct_size;  /**< Bytes of the row in memory; in the first row set by the caller. */
    uint32_t record;       /**< Record of the candidate. */
    uint32_t category;     /**< Its category (enum intv_category). */
    uint32_t absent;       /**< #INTV_KEY_ABSENT. */
    uint32_t partly;       /**< #INTV_KEY_PARTLY. */
    uint32_t unknown;      /**< #INTV_KEY_UNKNOWN. */
    uint64_t wishes_low;   /**< #INTV_KEY_WISHES_LOW. */
    uint64_t wishes_high;  /**< #INTV_KEY_WISHES_HIGH. */
    uint64_t wishes_parts; /**< #INTV_KEY_WISHES_PARTS: what both are parts of. */
    uint64_t evidence;     /**< #INTV_KEY_EVIDENCE. */
};

/**
 * Copies records as rows.
 *
 * @param catalogue the catalogue; not NULL
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[in,out] rows room for them; `struct_size` of the first is set; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there are not so many rows, or
 *   `struct_size` is less than 8 or no size of such a struct; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_records(const struct intv_catalogue *catalogue,
                                                      uint32_t first, size_t count,
                                                      struct intv_record_row *rows);

/**
 * Copies facts as rows.
 *
 * @param catalogue the catalogue; not NULL
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[in,out] rows room for them; `struct_size` of the first is set; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there are not so many rows, or
 *   `struct_size` is less than 8 or no size of such a struct; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_facts(const struct intv_catalogue *catalogue,
                                                    uint32_t first, size_t count,
                                                    struct intv_fact_row *rows);

/**
 * Copies texts of facts as rows.
 *
 * @param catalogue the catalogue; not NULL
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[in,out] rows room for them; `struct_size` of the first is set; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there are not so many rows, or
 *   `struct_size` is less than 8 or no size of such a struct; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_texts(const struct intv_catalogue *catalogue,
                                                    uint32_t first, size_t count,
                                                    struct intv_text_row *rows);

/**
 * Copies candidates as rows.
 *
 * @param match the match; not NULL
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[in,out] rows room for them; `struct_size` of the first is set; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there are not so many rows, or
 *   `struct_size` is less than 8 or no size of such a struct; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_match_copy_candidates(const struct intv_match *match, size_t first,
                                                     size_t count, struct intv_candidate_row *rows);

/* ---- columns ---- */

/** Columns of records; the members of struct intv_record_row say more. @since 0.2 */
enum intv_record_column
{
    INTV_RECORD_COLUMN_RECORD = 0,    /**< Number of the record. */
    INTV_RECORD_COLUMN_KIND = 1,      /**< Its kind (enum intv_kind). */
    INTV_RECORD_COLUMN_ID_OFFSET = 2, /**< Where its id begins in the pool. */
    INTV_RECORD_COLUMN_ID_LENGTH = 3, /**< Bytes of its id. */
    INTV_RECORD_COLUMN_FACT_FIRST =
        4, /**< First fact directly under it; #INTV_NONE without facts. */
    INTV_RECORD_COLUMN_FACT_COUNT =
        5, /**< Number of facts directly under it, one after the other. */
    INTV_RECORD_COLUMN_ANCESTOR_COUNT = 6, /**< See intv_record_get_ancestor_count(). */
    INTV_RECORD_COLUMN_USER_COUNT = 7,     /**< See intv_record_get_user_count(). */
    INTV_RECORD_COLUMN_LAYER = 8           /**< See intv_record_get_layer(). */
};

/** Columns of facts; the members of struct intv_fact_row say more. @since 0.2 */
enum intv_fact_column
{
    INTV_FACT_COLUMN_FACT = 0,   /**< Number of the fact. */
    INTV_FACT_COLUMN_RECORD = 1, /**< Record that holds it. */
    INTV_FACT_COLUMN_PARENT = 2, /**< Fact it stands in, or #INTV_NONE. */
    INTV_FACT_COLUMN_FIELD = 3,  /**< Number of its field; see format.h. */
    INTV_FACT_COLUMN_VALUE = 4,  /**< What its value is (enum intv_value). */
    INTV_FACT_COLUMN_TARGET = 5, /**< Record that is its value, or #INTV_NONE. */
    INTV_FACT_COLUMN_CODE = 6,   /**< Code that is its value, in the field's list; else 0. */
    INTV_FACT_COLUMN_QUALIFIER =
        7, /**< Code that qualifies it, in the field's qualifier list; else 0. */
    INTV_FACT_COLUMN_SILENCE = 8,     /**< Whether and why it is silent (enum intv_silence). */
    INTV_FACT_COLUMN_DATE = 9,        /**< Date that is its value, as yyyymmdd; else 0. */
    INTV_FACT_COLUMN_LOW_BOUND = 10,  /**< What is known of the lowest number (enum intv_bound). */
    INTV_FACT_COLUMN_HIGH_BOUND = 11, /**< What is known of the highest number (enum intv_bound). */
    INTV_FACT_COLUMN_IS_ABOUT = 12,   /**< 1 when the quantity is stated as "about", else 0. */
    INTV_FACT_COLUMN_LOW = 13,        /**< Lowest number where it is known, else 0. */
    INTV_FACT_COLUMN_HIGH = 14,       /**< Highest number where it is known, else 0. */
    INTV_FACT_COLUMN_IS_CLAIM = 15,   /**< 1 when it is a claim, else 0. */
    INTV_FACT_COLUMN_ASSERTER = 16,   /**< Who asserts it: a code of the list "asserter", or 0. */
    INTV_FACT_COLUMN_STRENGTH = 17,   /**< Strength: a code of the list "strength", or 0. */
    INTV_FACT_COLUMN_SOURCE = 18,     /**< Record of its source, or #INTV_NONE. */
    INTV_FACT_COLUMN_VIA = 19,        /**< Source through which that was read, or #INTV_NONE. */
    INTV_FACT_COLUMN_LOCATOR_OFFSET = 20, /**< Where the place in the source begins in the pool. */
    INTV_FACT_COLUMN_LOCATOR_LENGTH = 21, /**< Bytes of that place; 0 when none is stated. */
    INTV_FACT_COLUMN_CHILD_FIRST = 22,    /**< First fact inside it; #INTV_NONE without any. */
    INTV_FACT_COLUMN_CHILD_COUNT = 23,    /**< Number of facts inside it, one after the other. */
    INTV_FACT_COLUMN_CONFLICT_COUNT = 24, /**< Number of claims that contradict it. */
    INTV_FACT_COLUMN_TEXT_FIRST = 25,     /**< First of its texts; #INTV_NONE without any. */
    INTV_FACT_COLUMN_TEXT_COUNT = 26      /**< Number of its texts, one after the other. */
};

/** Columns of texts; the members of struct intv_text_row say more. @since 0.2 */
enum intv_text_column
{
    INTV_TEXT_COLUMN_TEXT = 0,            /**< Number of the text. */
    INTV_TEXT_COLUMN_OFFSET = 1,          /**< Where it begins in the pool. */
    INTV_TEXT_COLUMN_LENGTH = 2,          /**< Bytes of it. */
    INTV_TEXT_COLUMN_LANGUAGE_OFFSET = 3, /**< Where its language tag begins in the pool. */
    INTV_TEXT_COLUMN_LANGUAGE_LENGTH = 4  /**< Bytes of its language tag; 0 when it has none. */
};

/** Columns of candidates; the members of struct intv_candidate_row say more. @since 0.2 */
enum intv_candidate_column
{
    INTV_CANDIDATE_COLUMN_RECORD = 0,       /**< Record of the candidate. */
    INTV_CANDIDATE_COLUMN_CATEGORY = 1,     /**< Its category (enum intv_category). */
    INTV_CANDIDATE_COLUMN_ABSENT = 2,       /**< #INTV_KEY_ABSENT. */
    INTV_CANDIDATE_COLUMN_PARTLY = 3,       /**< #INTV_KEY_PARTLY. */
    INTV_CANDIDATE_COLUMN_UNKNOWN = 4,      /**< #INTV_KEY_UNKNOWN. */
    INTV_CANDIDATE_COLUMN_WISHES_LOW = 5,   /**< #INTV_KEY_WISHES_LOW. */
    INTV_CANDIDATE_COLUMN_WISHES_HIGH = 6,  /**< #INTV_KEY_WISHES_HIGH. */
    INTV_CANDIDATE_COLUMN_WISHES_PARTS = 7, /**< #INTV_KEY_WISHES_PARTS: what both are parts of. */
    INTV_CANDIDATE_COLUMN_EVIDENCE = 8      /**< #INTV_KEY_EVIDENCE. */
};

/**
 * Copies one column of records.
 *
 * @param catalogue the catalogue; not NULL
 * @param column the column
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[out] values room for them; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there is no such column or there are not
 *   so many rows; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_record_column(const struct intv_catalogue *catalogue,
                                                            enum intv_record_column column,
                                                            uint32_t first, size_t count,
                                                            int64_t *values);

/**
 * Copies one column of facts.
 *
 * @param catalogue the catalogue; not NULL
 * @param column the column
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[out] values room for them; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there is no such column or there are not
 *   so many rows; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_fact_column(const struct intv_catalogue *catalogue,
                                                          enum intv_fact_column column,
                                                          uint32_t first, size_t count,
                                                          int64_t *values);

/**
 * Copies one column of texts of facts.
 *
 * @param catalogue the catalogue; not NULL
 * @param column the column
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[out] values room for them; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there is no such column or there are not
 *   so many rows; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_copy_text_column(const struct intv_catalogue *catalogue,
                                                          enum intv_text_column column,
                                                          uint32_t first, size_t count,
                                                          int64_t *values);

/**
 * Copies one column of candidates.
 *
 * @param match the match; not NULL
 * @param column the column
 * @param first number of the first row to copy
 * @param count how many rows to copy; 0 copies nothing
 * @param[out] values room for them; NULL only when count is 0
 * @retval INTV_OK they were copied
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, there is no such column or there are not
 *   so many rows; nothing was written
 * @since 0.2
 */
INTV_API enum intv_status intv_match_copy_column(const struct intv_match *match,
                                                 enum intv_candidate_column column, size_t first,
                                                 size_t count, int64_t *values);

/**
 * Name of a column, such as "fact_first": that of the member of the row.
 *
 * @param table the table
 * @param column number of the column, from 0
 * @return the name, lives for ever; NULL when there are no more, or no such table
 * @since 0.2
 */
INTV_API const char *intv_column_get_name(enum intv_table table, uint32_t column);

/* ---- how many, and the texts ---- */

/**
 * Number of rows of a table of a catalogue. Of candidates, intv_match_get_count() tells it.
 *
 * @param catalogue the catalogue; not NULL
 * @param table records, facts or texts; another one gives 0
 * @return the number of rows
 * @since 0.2
 */
INTV_API uint32_t intv_catalogue_get_row_count(const struct intv_catalogue *catalogue,
                                               enum intv_table table);

/**
 * The pool in which ids, texts, language tags and places in sources stand. A NUL follows each.
 *
 * @param catalogue the catalogue; not NULL
 * @param[out] size bytes of the pool; may be NULL
 * @return the pool, borrowed
 * @since 0.2
 */
INTV_API const char *intv_catalogue_get_pool(const struct intv_catalogue *catalogue, size_t *size);

#ifdef __cplusplus
}
#endif

#endif
