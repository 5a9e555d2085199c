/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/answer.h"

#include "query/ranges.h"

/* ---- records ---- */

static bool
is_ordered(const struct intv_catalogue *catalogue, uint32_t scheme)
{
    const unsigned code = catalogue_code_of(catalogue, scheme, FIELD_ORDERED);
    return text_is(text_of(code_name(LIST_YES_NO, code)), "yes");
}

bool
answer_order(const struct intv_catalogue *catalogue, uint32_t record, uint32_t *scheme,
             int64_t *order)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_ORDER);
    *scheme = catalogue_reference_of(catalogue, record, FIELD_SCHEME);
    return *scheme != INTV_NONE && is_ordered(catalogue, *scheme) && span.first < span.end &&
           intv_fact_get_low(catalogue, span.first, order) == INTV_BOUND_KNOWN;
}

static bool
compares(int64_t stated, enum intv_comparison comparison, int64_t wanted)
{
    switch (comparison) {
    case INTV_AT_LEAST:
        return stated >= wanted;
    case INTV_AT_MOST:
        return stated <= wanted;
    case INTV_MORE:
        return stated > wanted;
    case INTV_LESS:
        return stated < wanted;
    default:
        return stated == wanted;
    }
}

static bool
answers_record(const struct intv_catalogue *catalogue, uint32_t stated,
               const struct query_value *value)
{
    uint32_t schemes[2];
    int64_t stated_order = 0;
    int64_t wanted_order = 0;
    if (stated >= catalogue->record_count)
        return false;
    if (value->comparison == INTV_IS)
        return catalogue_is_ancestor(catalogue, value->record, stated);
    return answer_order(catalogue, stated, &schemes[0], &stated_order) &&
           answer_order(catalogue, value->record, &schemes[1], &wanted_order) &&
           schemes[0] == schemes[1] &&
           compares(stated_order, (enum intv_comparison)value->comparison, wanted_order);
}

/* ---- numbers and dates ---- */

/* From low to high, both included; empty when low > high. */
struct range
{
    int64_t low;
    int64_t high;
};

/*
 * The numbers a stated quantity is certain to hold. "At least" says of ages that they go on; of
 * anything else it is only the lowest that is known (doc/match.md, rules 5 and 5a).
 */
static struct range
certain_numbers(enum field field, const struct quantity_row *stated)
{
    const bool low = stated->low_bound == BOUND_KNOWN;
    const bool high = stated->high_bound == BOUND_KNOWN;
    const bool endless = stated->high_bound == BOUND_NONE ||
                         (field == FIELD_AGES && stated->exactness == QUANTITY_AT_LEAST);
    if (low && endless)
        return (struct range){stated->low, INT64_MAX};
    if (low)
        return (struct range){stated->low, high ? stated->high : stated->low};
    if (high)
        return (struct range){stated->high, stated->high};
    return (struct range){1, 0};
}

static bool
answers_quantity(const struct look *look, const struct fact_row *row,
                 const struct query_value *value)
{
    const struct range certain =
        certain_numbers(look->field, &look->catalogue->quantities[row->value]);
    if (value->code != CODE_NOT_STATED && value->code != row->qualifier)
        return false;
    return certain.low <= certain.high && certain.low <= value->high && value->low <= certain.high;
}

static bool
answers_date(uint32_t date, const struct query_value *value)
{
    return value->low <= range_first_day(date) && range_last_day(date) <= value->high;
}

/* ---- texts ---- */

static bool
answers_text(const struct intv_catalogue *catalogue, const struct fact_row *row,
             const struct query_value *value)
{
    for (uint32_t i = 0; i < row->text_count; i++) {
        const struct text_row *text = &catalogue->texts[row->text_first + i];
        const struct text stated = {catalogue->pool + text->offset, text->length};
        if (text_equals_ignoring_case(stated, value->written))
            return true;
    }
    return false;
}

bool
answer_value(const struct look *look, uint32_t fact, const struct query_value *value)
{
    const struct fact_row *row = &look->catalogue->facts[fact];
    if (row->silence != 0)
        return false;
    switch ((enum query_value_sort)value->sort) {
    case QUERY_RECORD:
        return answers_record(look->catalogue, row->value, value);
    case QUERY_CODE:
        return value->code ==
               (FIELD_FORMATS[look->field].value == VALUE_CODE ? row->value : row->qualifier);
    case QUERY_QUANTITY:
        return answers_quantity(look, row, value);
    case QUERY_DATE:
        return answers_date(row->value, value);
    case QUERY_TEXT:
        return answers_text(look->catalogue, row, value);
    default:
        return false;
    }
}
