/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * doc/filters.md once more, as plainly as can be: every fact of a field is looked at, for one record
 * after another, with the public getters only. Shared by the tests of filters and facets.
 */
#ifndef TESTS_NAIVE_FILTER_H
#define TESTS_NAIVE_FILTER_H

#include <interventions/interventions.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "query/query.h"

enum
{
    NAIVE_MOST_RECORDS = 4096
};

/* What is asked: a catalogue, a qualifier, and whose claims count. */
struct naive
{
    const struct intv_catalogue *catalogue;
    enum qualifier qualifier;
    uint32_t asserters;
};

typedef bool naive_records[NAIVE_MOST_RECORDS];

static inline uint32_t
naive_fact_count(const struct naive *naive)
{
    return intv_catalogue_get_row_count(naive->catalogue, INTV_TABLE_FACTS);
}

static inline bool
naive_is_field(const struct naive *naive, uint32_t fact, enum field field)
{
    return strcmp(intv_fact_get_field(naive->catalogue, fact), FIELD_FORMATS[field].name) == 0 &&
           naive->catalogue->facts[fact].field == field; /* two fields may share a name */
}

static inline bool
naive_is_asserted(const struct naive *naive, uint32_t fact)
{
    while (fact != INTV_NONE) {
        const char *asserter = intv_fact_get_asserter(naive->catalogue, fact);
        if (asserter[0] != '\0')
            return (naive->asserters >> code_find(LIST_ASSERTER, text_of(asserter)) & 1) != 0;
        fact = intv_fact_get_parent(naive->catalogue, fact);
    }
    return true;
}

static inline bool
naive_is_stated(const struct naive *naive, uint32_t fact)
{
    return intv_fact_get_silence_cause(naive->catalogue, fact) == INTV_STATED;
}

static inline bool
naive_counts(const struct naive *naive, uint32_t fact)
{
    const struct qualifier_format *format = &QUALIFIERS[naive->qualifier];
    uint32_t qualified = fact;
    if (!naive_is_field(naive, fact, format->field) || !naive_is_asserted(naive, fact))
        return false;
    if (format->inside != FIELD_COUNT) {
        qualified = intv_fact_get_parent(naive->catalogue, fact);
        if (qualified == INTV_NONE || !naive_is_field(naive, qualified, format->inside))
            return false;
    }
    if (format->relations == 0)
        return true;
    const unsigned code = naive->catalogue->facts[qualified].qualifier;
    return (format->relations >> code & 1) != 0 ||
           (code == 0 && !naive_is_stated(naive, qualified));
}

/* Adds the interventions that an evaluation evaluates or a rating is of. */
static inline void
naive_add_targets(const struct naive *naive, uint32_t record, enum field field, bool *records)
{
    const char *name = FIELD_FORMATS[field].name;
    const size_t count = intv_record_count_facts(naive->catalogue, record, name);
    for (size_t i = 0; i < count; i++) {
        const uint32_t target = intv_fact_get_target(
            naive->catalogue, intv_record_find_fact(naive->catalogue, record, name, i));
        if (target != INTV_NONE)
            records[target] = true;
    }
}

static inline void
naive_add_of_finding(const struct naive *naive, uint32_t finding, bool *records)
{
    static naive_records evaluated;
    const uint32_t record = intv_fact_get_record(naive->catalogue, finding);
    bool is_named = false;
    if (strcmp(intv_fact_get_qualifier(naive->catalogue, finding), "not-studied") == 0)
        return;
    memset(evaluated, 0, sizeof(evaluated));
    naive_add_targets(naive, record, FIELD_EVALUATES, evaluated);
    for (uint32_t i = 0; i < intv_fact_get_child_count(naive->catalogue, finding); i++) {
        const uint32_t child = intv_fact_get_child(naive->catalogue, finding, i);
        if (!naive_is_field(naive, child, FIELD_FOR))
            continue;
        is_named = true;
        const uint32_t target = intv_fact_get_target(naive->catalogue, child);
        if (target != INTV_NONE && evaluated[target])
            records[target] = true;
    }
    for (uint32_t i = 0; i < NAIVE_MOST_RECORDS && !is_named; i++)
        records[i] = records[i] || evaluated[i];
}

/* Adds the records a fact speaks for. */
static inline void
naive_add(const struct naive *naive, uint32_t fact, bool *records)
{
    const struct qualifier_format *format = &QUALIFIERS[naive->qualifier];
    const uint32_t record = intv_fact_get_record(naive->catalogue, fact);
    const enum intv_kind kind = intv_record_get_kind(naive->catalogue, record);
    const bool by_evaluations = format->reach == REACH_EVALUATIONS || format->reach == REACH_BOTH;
    const bool by_ratings = format->reach == REACH_RATINGS || format->reach == REACH_BOTH;
    records[record] = true;
    if (kind == INTV_KIND_RATING && by_ratings)
        naive_add_targets(naive, record, FIELD_OF, records);
    if (kind != INTV_KIND_EVALUATION || !by_evaluations)
        return;
    const uint32_t parent = intv_fact_get_parent(naive->catalogue, fact);
    if (format->field == FIELD_FINDING)
        naive_add_of_finding(naive, fact, records);
    else if (format->field != FIELD_OUTCOME)
        naive_add_targets(naive, record, FIELD_EVALUATES, records);
    else if (naive_is_stated(naive, parent))
        naive_add_of_finding(naive, parent, records);
}

/* ---- does a fact answer a value? ---- */

static inline bool
naive_is_narrower(const struct intv_catalogue *holder, uint32_t narrow, uint32_t wide)
{
    for (uint32_t i = 0; i < intv_record_get_ancestor_count(holder, narrow); i++)
        if (intv_record_get_ancestor(holder, narrow, i) == wide)
            return true;
    return false;
}

/* The order of a concept as its file says it; false when it has none or its scheme is not ordered. */
static inline bool
naive_order(const struct intv_catalogue *holder, uint32_t concept_, uint32_t *scheme,
            int64_t *order)
{
    *scheme = intv_fact_get_target(holder, intv_record_find_fact(holder, concept_, "scheme", 0));
    const uint32_t ordered = intv_record_find_fact(holder, *scheme, "ordered", 0);
    const uint32_t place = intv_record_find_fact(holder, concept_, "order", 0);
    return strcmp(intv_fact_get_code(holder, ordered), "yes") == 0 &&
           intv_fact_get_low(holder, place, order) == INTV_BOUND_KNOWN && place != INTV_NONE;
}

static inline bool
naive_compares(int64_t one, unsigned comparison, int64_t other)
{
    return (comparison == INTV_AT_LEAST && one >= other) ||
           (comparison == INTV_AT_MOST && one <= other) ||
           (comparison == INTV_MORE && one > other) || (comparison == INTV_LESS && one < other);
}

static inline bool
naive_answers_record(const struct naive *naive, uint32_t stated, const struct query_value *value)
{
    uint32_t schemes[2];
    int64_t orders[2];
    if (stated == INTV_NONE)
        return false;
    if (value->comparison == INTV_IS)
        return naive_is_narrower(naive->catalogue, stated, value->record);
    return naive_order(naive->catalogue, stated, &schemes[0], &orders[0]) &&
           naive_order(naive->catalogue, value->record, &schemes[1], &orders[1]) &&
           schemes[0] == schemes[1] && naive_compares(orders[0], value->comparison, orders[1]);
}

/* Number by number: is there one in both? The numbers of the tests are below 400,000. */
static inline bool
naive_answers_quantity(const struct naive *naive, uint32_t fact, const struct query_value *value)
{
    const struct intv_catalogue *holder = naive->catalogue;
    const struct fact_row *row = &holder->facts[fact];
    const struct quantity_row *quantity = &holder->quantities[row->value];
    int64_t low = 0;
    int64_t high = 0;
    const enum intv_bound bounds[2] = {intv_fact_get_low(holder, fact, &low),
                                       intv_fact_get_high(holder, fact, &high)};
    const bool goes_on = bounds[1] == INTV_BOUND_NONE ||
                         (row->field == FIELD_AGES && quantity->exactness == QUANTITY_AT_LEAST);
    if (value->code != 0 && value->code != row->qualifier)
        return false;
    const bool holds_low = bounds[0] == INTV_BOUND_KNOWN && value->low <= low && low <= value->high;
    const bool holds_high =
        bounds[1] == INTV_BOUND_KNOWN && value->low <= high && high <= value->high;
    const bool lies_between = bounds[0] == INTV_BOUND_KNOWN && low <= value->low &&
                              (goes_on || (bounds[1] == INTV_BOUND_KNOWN && value->low <= high));
    return holds_low || holds_high || lies_between;
}

static inline uint32_t
naive_days_of(uint32_t year, uint32_t month)
{
    if (month == 2)
        return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* Every day the date may mean has to lie in the time asked for. */
static inline bool
naive_answers_date(uint32_t date, const struct query_value *value)
{
    for (uint32_t month = 1; month <= 12; month++)
        for (uint32_t day = 1; day <= naive_days_of(date / 10000, month); day++) {
            const uint32_t whole = date / 10000 * 10000 + month * 100 + day;
            const bool is_meant = (date / 100 % 100 == 0 || date / 100 % 100 == month) &&
                                  (date % 100 == 0 || date % 100 == day);
            if (is_meant && (whole < value->low || whole > value->high))
                return false;
        }
    return true;
}

static inline bool
naive_answers(const struct naive *naive, uint32_t fact, const struct query_value *value)
{
    const struct intv_catalogue *holder = naive->catalogue;
    const enum reading reading = QUALIFIERS[naive->qualifier].reading;
    if (!naive_is_stated(naive, fact))
        return false;
    switch ((enum query_value_sort)value->sort) {
    case QUERY_RECORD:
        return naive_answers_record(naive, intv_fact_get_target(holder, fact), value);
    case QUERY_CODE:
        return strcmp(reading == READS_RELATIONS ? intv_fact_get_qualifier(holder, fact)
                                                 : intv_fact_get_code(holder, fact),
                      code_name(qualifier_list(naive->qualifier), value->code)) == 0;
    case QUERY_QUANTITY:
        return naive_answers_quantity(naive, fact, value);
    case QUERY_DATE:
        return naive_answers_date(intv_fact_get_date(holder, fact), value);
    case QUERY_TEXT:
        return text_equals_ignoring_case(text_of(intv_fact_get_text(holder, fact, NULL)),
                                         value->written);
    default:
        return false;
    }
}

/* The records that answer one value. */
static inline void
naive_filter(const struct naive *naive, const struct query_value *value, bool *records)
{
    memset(records, 0, sizeof(naive_records));
    for (uint32_t fact = 0; fact < naive_fact_count(naive); fact++)
        if (naive->catalogue->facts[fact].field == QUALIFIERS[naive->qualifier].field &&
            naive_counts(naive, fact) && naive_answers(naive, fact, value))
            naive_add(naive, fact, records);
}

/* The records with a fact of this silence. */
static inline void
naive_silence(const struct naive *naive, enum intv_silence silence, bool *records)
{
    memset(records, 0, sizeof(naive_records));
    for (uint32_t fact = 0; fact < naive_fact_count(naive); fact++)
        if (naive->catalogue->facts[fact].field == QUALIFIERS[naive->qualifier].field &&
            intv_fact_get_silence_cause(naive->catalogue, fact) == silence &&
            naive_counts(naive, fact))
            naive_add(naive, fact, records);
}

/* Whether records of a kind may state the field of the qualifier, by the table of the format. */
static inline bool
naive_stands_in(const struct placement *placements, size_t count, enum field wanted)
{
    for (size_t i = 0; i < count; i++) {
        size_t inner = 0;
        const struct placement *inside = placements_of_field(placements[i].field, &inner);
        if (placements[i].field == wanted || naive_stands_in(inside, inner, wanted))
            return true;
    }
    return false;
}

static inline bool
naive_may_have(const struct naive *naive, uint32_t record)
{
    const struct qualifier_format *format = &QUALIFIERS[naive->qualifier];
    const enum intv_kind kind = intv_record_get_kind(naive->catalogue, record);
    size_t count = 0;
    const struct placement *placements = placements_of_kind((enum kind)kind, &count);
    return naive_stands_in(placements, count,
                           format->inside != FIELD_COUNT ? format->inside : format->field) ||
           (kind == INTV_KIND_INTERVENTION && format->reach != REACH_OWN);
}

#endif
