/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/ranges.h"

#include "model/amounts.h"

enum
{
    CENTS = 100,
    PER_YEAR = 10000, /* in the numbers of days */
    PER_MONTH = 100
};

/* ---- days ---- */

static int64_t
last_of_month(int64_t day)
{
    static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int64_t year = day / PER_YEAR;
    const int64_t month = day / PER_MONTH % 100;
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : DAYS[month - 1];
}

int64_t
range_first_day(int64_t date)
{
    if (date % PER_YEAR == 0)
        return date + 101;
    return date % PER_MONTH == 0 ? date + 1 : date;
}

int64_t
range_last_day(int64_t date)
{
    if (date % PER_YEAR == 0)
        return date + 1231;
    return date % PER_MONTH == 0 ? date + last_of_month(date) : date;
}

static int64_t
day_before(int64_t day)
{
    if (day % PER_MONTH > 1)
        return day - 1;
    const int64_t month = day / PER_MONTH % 100;
    if (month == 1)
        return (day / PER_YEAR - 1) * PER_YEAR + 1231;
    const int64_t before = day - day % PER_MONTH - PER_MONTH;
    return before + last_of_month(before);
}

static int64_t
day_after(int64_t day)
{
    if (day % PER_MONTH < last_of_month(day))
        return day + 1;
    const int64_t month = day / PER_MONTH % 100;
    if (month == 12)
        return (day / PER_YEAR + 1) * PER_YEAR + 101;
    return day - day % PER_MONTH + PER_MONTH + 1;
}

/* ---- reading ---- */

/* Both ends of what was written; no bytes when there is no end. */
struct ends
{
    struct text low;
    struct text high;
};

static struct text
part_of(struct text whole, size_t start, size_t end)
{
    return text_trim((struct text){whole.bytes + start, end - start});
}

/* What parts two ends, and how many bytes it has; 0 where nothing does. */
struct hyphen
{
    size_t at;
    size_t length;
};

/* "a..b", "a-b" (where a hyphen may part them) or "a+"; both ends are the same when it is one value. */
static struct ends
split_ends(struct text written, struct hyphen hyphen)
{
    for (size_t i = 0; i + 1 < written.length; i++)
        if (written.bytes[i] == '.' && written.bytes[i + 1] == '.')
            return (struct ends){part_of(written, 0, i), part_of(written, i + 2, written.length)};
    if (hyphen.at > 0 && hyphen.at + hyphen.length < written.length)
        return (struct ends){part_of(written, 0, hyphen.at),
                             part_of(written, hyphen.at + hyphen.length, written.length)};
    if (written.length > 1 && written.bytes[written.length - 1] == '+')
        return (struct ends){part_of(written, 0, written.length - 1), {NULL, 0}};
    return (struct ends){written, written};
}

static bool
read_date(struct text written, int64_t *date)
{
    *date = text_to_date(written);
    return *date != 0;
}

/* How one end is read; dates are periods, so that an end is the first or last day of one. */
struct end_reading
{
    bool (*read)(struct text written, int64_t *number);
    bool is_date;
};

static bool
read_end(const struct end_reading *reading, struct text written, bool is_high, int64_t *end)
{
    if (!reading->read(written, end))
        return false;
    if (reading->is_date)
        *end = is_high ? range_last_day(*end) : range_first_day(*end);
    return true;
}

/* `>250` is from 251 on, `<2018` until the last day of 2017. */
static bool
read_compared(const struct end_reading *reading, struct text written, struct query_value *value)
{
    const bool is_lower = value->comparison == INTV_AT_LEAST || value->comparison == INTV_MORE;
    const bool is_beyond = value->comparison == INTV_MORE || value->comparison == INTV_LESS;
    int64_t end = 0;
    if (!read_end(reading, written, is_lower == is_beyond, &end))
        return false;
    if (is_beyond && is_lower && end == INT64_MAX)
        return false;
    if (is_beyond && reading->is_date)
        end = is_lower ? day_after(end) : day_before(end);
    else if (is_beyond)
        end += is_lower ? 1 : -1;
    value->low_bound = is_lower ? BOUND_KNOWN : BOUND_NONE;
    value->high_bound = is_lower ? BOUND_NONE : BOUND_KNOWN;
    value->low = is_lower ? end : 0;
    value->high = is_lower ? INT64_MAX : end;
    return true;
}

/* A range that is open at one side is a comparison. */
static bool
read_ends(const struct end_reading *reading, struct ends ends, struct query_value *value)
{
    if (value->comparison != INTV_IS)
        return text_equals(ends.low, ends.high) && ends.low.bytes == ends.high.bytes &&
               read_compared(reading, ends.low, value);
    if (ends.low.length == 0 || ends.high.length == 0) {
        value->comparison = ends.low.length == 0 ? INTV_AT_MOST : INTV_AT_LEAST;
        return read_compared(reading, ends.low.length == 0 ? ends.high : ends.low, value);
    }
    value->low_bound = BOUND_KNOWN;
    value->high_bound = BOUND_KNOWN;
    return read_end(reading, ends.low, false, &value->low) &&
           read_end(reading, ends.high, true, &value->high) && value->low <= value->high;
}

/* A hyphen, or the dash that is set between numbers. */
static struct hyphen
find_hyphen(struct text written)
{
    static const char *const MARKS[] = {"-", "\xE2\x80\x93", "\xE2\x80\x92"};
    for (size_t at = 0; at < written.length; at++)
        for (size_t i = 0; i < sizeof(MARKS) / sizeof(MARKS[0]); i++) {
            const struct text mark = text_of(MARKS[i]);
            if (written.length - at >= mark.length &&
                text_equals((struct text){written.bytes + at, mark.length}, mark))
                return (struct hyphen){at, mark.length};
        }
    return (struct hyphen){0, 0};
}

/* Hyphens are in dates too: only between two years one stands for a range. */
static struct hyphen
find_hyphen_of_years(struct text written)
{
    enum
    {
        YEAR = 4
    };
    const struct hyphen hyphen = find_hyphen(written);
    const bool is_two = hyphen.at == YEAR && written.length == 2 * YEAR + hyphen.length;
    return is_two ? hyphen : (struct hyphen){0, 0};
}

/* A euro sign may stand before the amount. */
static bool
read_euros(struct text written, int64_t *cents)
{
    const struct text sign = text_of("\xE2\x82\xAC");
    if (written.length > sign.length &&
        text_equals((struct text){written.bytes, sign.length}, sign))
        written = part_of(written, sign.length, written.length);
    return amount_read_euros(written, cents);
}

/* Parts the number from what stands behind it: a unit, or / and per what. */
static struct text
cut_unit(enum reading reading, struct text *written)
{
    size_t end = 0;
    if (reading == READS_PRICES) {
        const char *slash =
            written->length > 0 ? memchr(written->bytes, '/', written->length) : NULL;
        if (slash == NULL)
            return (struct text){NULL, 0};
        end = (size_t)(slash - written->bytes);
        const struct text unit = part_of(*written, end + 1, written->length);
        *written = part_of(*written, 0, end);
        return unit;
    }
    while (end < written->length && !text_is_lower(written->bytes[end]) &&
           !text_is_upper(written->bytes[end]))
        end++;
    const struct text unit = part_of(*written, end, written->length);
    *written = part_of(*written, 0, end);
    return unit.length > 0 ? unit : (struct text){NULL, 0};
}

bool
range_read(enum reading reading, struct text written, struct query_value *value)
{
    static const struct end_reading NUMBERS = {text_to_number, false};
    static const struct end_reading AGES = {amount_read_age, false};
    static const struct end_reading EUROS = {read_euros, false};
    static const struct end_reading DATES = {read_date, true};
    value->sort = reading == READS_DATES ? QUERY_DATE : QUERY_QUANTITY;
    if (reading == READS_DATES)
        return read_ends(&DATES, split_ends(written, find_hyphen_of_years(written)), value);
    if (reading == READS_PRICES || reading == READS_TIMES) {
        const enum code_list list = reading == READS_PRICES ? LIST_PER : LIST_UNIT;
        const struct text unit = cut_unit(reading, &written);
        value->code = unit.bytes != NULL ? amount_find_code(list, unit) : 0;
        if ((unit.bytes != NULL || reading == READS_TIMES) && value->code == 0)
            return false;
    }
    const bool is_money = reading == READS_PRICES || reading == READS_EUROS;
    const struct end_reading *plain = reading == READS_AGES ? &AGES : &NUMBERS;
    return read_ends(is_money ? &EUROS : plain, split_ends(written, find_hyphen(written)), value);
}

/* ---- writing ---- */

struct writing
{
    char *buffer;
    size_t length;
};

static void
put(struct writing *writing, struct text text)
{
    if (writing->length + text.length >= RANGE_SIZE)
        return;
    if (text.length > 0)
        memcpy(writing->buffer + writing->length, text.bytes, text.length);
    writing->length += text.length;
    writing->buffer[writing->length] = '\0';
}

/* At least `width` digits. */
static void
put_number(struct writing *writing, int64_t number, size_t width)
{
    char digits[DIGITS_SIZE];
    const struct text text = text_of_number(number, digits);
    for (size_t i = text.length; i < width; i++)
        put(writing, text_of("0"));
    put(writing, text);
}

static void
put_euros(struct writing *writing, int64_t cents)
{
    put_number(writing, cents / CENTS, 1);
    if (cents % CENTS != 0) {
        put(writing, text_of("."));
        put_number(writing, cents % CENTS, 2);
    }
}

/* As short as it can be: a year when it begins (or ends) there. */
static void
put_date(struct writing *writing, int64_t day, bool is_high)
{
    const int64_t day_of_year = day % PER_YEAR;
    const int64_t day_of_month = day % PER_MONTH;
    put_number(writing, day / PER_YEAR, 4);
    if (day_of_year == (is_high ? 1231 : 101))
        return;
    put(writing, text_of("-"));
    put_number(writing, day / PER_MONTH % 100, 2);
    if (day_of_month == (is_high ? last_of_month(day) : 1))
        return;
    put(writing, text_of("-"));
    put_number(writing, day_of_month, 2);
}

static void
put_end(struct writing *writing, enum reading reading, int64_t end, bool is_high)
{
    if (reading == READS_DATES)
        put_date(writing, end, is_high);
    else if (reading == READS_PRICES || reading == READS_EUROS)
        put_euros(writing, end);
    else
        put_number(writing, end, 1);
}

static void
put_compared(struct writing *writing, enum reading reading, const struct query_value *value)
{
    static const char *const MARKS[] = {"", ">=", "<=", ">", "<"};
    const bool is_lower = value->comparison == INTV_AT_LEAST || value->comparison == INTV_MORE;
    const bool is_beyond = value->comparison == INTV_MORE || value->comparison == INTV_LESS;
    int64_t end = is_lower ? value->low : value->high;
    if (is_beyond && reading == READS_DATES)
        end = is_lower ? day_before(end) : day_after(end);
    else if (is_beyond)
        end += is_lower ? -1 : 1;
    put(writing, text_of(MARKS[value->comparison]));
    put_end(writing, reading, end, is_lower == is_beyond);
}

/* The day that a year, month or day begins with, when these are its first and last day; else 0. */
static bool
is_one_period(const struct query_value *value)
{
    const int64_t low = value->low;
    if (low == value->high)
        return true;
    if (low % PER_YEAR == 101 && value->high == low + 1231 - 101)
        return true;
    return low % PER_MONTH == 1 && value->high == low - 1 + last_of_month(low);
}

static void
put_range(struct writing *writing, enum reading reading, const struct query_value *value)
{
    if (reading == READS_DATES && is_one_period(value)) {
        /* Written as its end that says the most: 2021-03 begins and ends in one month. */
        put_date(writing, value->low, false);
        if (value->low == value->high && value->low % PER_MONTH == 1) {
            writing->length = 0;
            put_number(writing, value->low / PER_YEAR, 4);
            put(writing, text_of("-"));
            put_number(writing, value->low / PER_MONTH % 100, 2);
            put(writing, text_of("-01"));
        } else if (value->low % PER_YEAR == 101 && value->high % PER_YEAR != 1231) {
            put(writing, text_of("-01"));
        }
        return;
    }
    put_end(writing, reading, value->low, false);
    if (value->low == value->high)
        return;
    put(writing, text_of(reading == READS_DATES ? ".." : "-"));
    put_end(writing, reading, value->high, true);
}

static void
put_unit(struct writing *writing, enum reading reading, unsigned code, enum intv_language language)
{
    const bool is_price = reading == READS_PRICES;
    const char *label = code_label(is_price ? LIST_PER : LIST_UNIT, code, language);
    const char *last = strrchr(label, ' ');
    if (code == 0)
        return;
    put(writing, text_of(is_price ? "/" : ""));
    put(writing, text_of(last != NULL ? last + 1 : label));
}

void
range_write(enum reading reading, const struct query_value *value, enum intv_language language,
            char buffer[RANGE_SIZE])
{
    struct writing writing = {buffer, 0};
    buffer[0] = '\0';
    if (value->comparison == INTV_IS)
        put_range(&writing, reading, value);
    else
        put_compared(&writing, reading, value);
    if (reading == READS_PRICES || reading == READS_TIMES)
        put_unit(&writing, reading, value->code, language);
}
