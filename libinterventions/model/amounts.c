/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/amounts.h"

enum
{
    OLDEST = 120
};

bool
amount_read_age(struct text written, int64_t *age)
{
    return text_to_number(written, age) && *age <= OLDEST;
}

bool
amount_read_euros(struct text written, int64_t *cents)
{
    size_t whole = 0;
    int64_t euros = 0;
    int64_t rest = 0;
    while (whole < written.length && text_is_digit(written.bytes[whole]))
        whole++;
    if (!text_to_number((struct text){written.bytes, whole}, &euros) ||
        __builtin_mul_overflow(euros, INT64_C(100), cents))
        return false;
    if (whole == written.length)
        return true;
    const struct text decimals = {written.bytes + whole + 1, written.length - whole - 1};
    if (written.bytes[whole] != '.' || decimals.length > 2 || !text_to_number(decimals, &rest))
        return false;
    return !__builtin_add_overflow(*cents, decimals.length == 1 ? 10 * rest : rest, cents);
}

/* Units as they are written behind one or behind a number. */
static const char *const OTHER_UNITS[][2] = {
    {"minuut", "minutes"},    {"minute", "minutes"},     {"uren", "hours"},   {"hour", "hours"},
    {"dagdeel", "half-days"}, {"half-day", "half-days"}, {"dag", "days"},     {"day", "days"},
    {"week", "weeks"},        {"maand", "months"},       {"month", "months"}, {"jaren", "years"},
    {"year", "years"},
};

static struct text
usual_unit(struct text written)
{
    for (size_t i = 0; i < sizeof(OTHER_UNITS) / sizeof(OTHER_UNITS[0]); i++)
        if (text_equals_ignoring_case(written, text_of(OTHER_UNITS[i][0])))
            return text_of(OTHER_UNITS[i][1]);
    return written;
}

unsigned
amount_find_code(enum code_list list, struct text written)
{
    if (list == LIST_UNIT)
        written = usual_unit(written);
    unsigned code = code_find(list, written);
    for (unsigned i = 1; code == CODE_NOT_STATED && code_name(list, i)[0] != '\0'; i++)
        for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++) {
            const char *label = code_label(list, i, (enum intv_language)language);
            const char *last = strrchr(label, ' ');
            if (text_equals_ignoring_case(written, text_of(label)) ||
                (last != NULL && text_equals_ignoring_case(written, text_of(last + 1))))
                code = i;
        }
    return code;
}
