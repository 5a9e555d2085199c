/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading the values of filters, and finding what they stand for in the catalogue. */
#ifndef QUERY_VALUES_H
#define QUERY_VALUES_H

#include "query/lexer.h"
#include "query/query.h"

/* Where values are read. */
struct value_context
{
    struct intv_query *query; /* gets the values */
    enum qualifier qualifier;
    struct place place;
    struct intv_diagnostics *diagnostics; /* of what is wrong with a value */
    bool is_quiet;                        /* report nothing but failing memory and limits */
    unsigned *suggestions_left;           /* looking for what was meant takes long */
    struct text behind; /* right behind a value without quotes, of which it may be a part */
};

/*
 * Adds what a value stands for behind the values of the query: one or more. A failure adds nothing:
 * INTV_ERROR_NO_MEMORY, INTV_ERROR_LIMIT, or what is wrong with the value.
 */
enum intv_status value_read(const struct value_context *context,
                            const struct written_value *written);

/* Reports that a comparison does not suit the qualifier; INTV_OK when it does. */
enum intv_status value_check_comparison(const struct value_context *context,
                                        const struct written_value *written);

/* Reports that a field cannot be had. */
enum intv_status value_refuse_had(const struct value_context *context, struct text written);

/* Reports a number that is above a limit; INTV_OK when it is not. */
enum intv_status query_check_limit(size_t number, enum query_limit limit, struct place place,
                                   struct intv_diagnostics *diagnostics);

/* The cause of silence that a word stands for with a qualifier (enum silence, or 0 for nothing stated). */
bool value_is_silence(enum qualifier qualifier, struct text word, unsigned *cause);

/* The word for a cause of silence. */
const char *value_silence_word(unsigned cause, enum intv_language language);

/* What queries call an asserter; "" for other numbers. */
const char *value_asserter_word(unsigned asserter, enum intv_language language);

/* Asserter of a word, or 0. */
unsigned value_find_asserter(struct text word);

/* The records that a written value stands for. */
enum intv_status value_find_records(const struct intv_catalogue *catalogue,
                                    enum qualifier qualifier, struct text written,
                                    uint32_t *records, size_t capacity, size_t *count);

/* Whether a concept has a place in an ordered scheme. */
bool value_has_order(const struct intv_catalogue *catalogue, uint32_t record);

#endif
