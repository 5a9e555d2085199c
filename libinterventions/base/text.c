/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/text.h"

enum
{
    LONGEST_COMPARED = 64
};

static char
lower(char c)
{
    return text_is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

int
text_compare(struct text one, struct text other)
{
    const size_t shared = one.length < other.length ? one.length : other.length;
    const int order = shared > 0 ? memcmp(one.bytes, other.bytes, shared) : 0;
    if (order != 0)
        return order;
    return (one.length > other.length) - (one.length < other.length);
}

bool
text_equals_ignoring_case(struct text one, struct text other)
{
    if (one.length != other.length)
        return false;
    for (size_t i = 0; i < one.length; i++)
        if (lower(one.bytes[i]) != lower(other.bytes[i]))
            return false;
    return true;
}

struct text
text_trim(struct text whole)
{
    while (whole.length > 0 && text_is_space(whole.bytes[0])) {
        whole.bytes++;
        whole.length--;
    }
    while (whole.length > 0 && text_is_space(whole.bytes[whole.length - 1]))
        whole.length--;
    return whole;
}

bool
text_next_part(struct text *rest, char separator, struct text *part)
{
    if (rest->bytes == NULL)
        return false;
    const char *end = rest->length > 0 ? memchr(rest->bytes, separator, rest->length) : NULL;
    if (end == NULL) {
        *part = *rest;
        *rest = (struct text){NULL, 0};
        return true;
    }
    *part = (struct text){rest->bytes, (size_t)(end - rest->bytes)};
    rest->length -= part->length + 1;
    rest->bytes = end + 1;
    return true;
}

bool
text_to_number(struct text digits, int64_t *number)
{
    if (digits.length == 0)
        return false;
    int64_t sum = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!text_is_digit(digits.bytes[i]))
            return false;
        if (__builtin_mul_overflow(sum, INT64_C(10), &sum) ||
            __builtin_add_overflow(sum, (int64_t)(digits.bytes[i] - '0'), &sum))
            return false;
    }
    *number = sum;
    return true;
}

bool
text_is_slug(struct text id)
{
    bool part_open = false;
    for (size_t i = 0; i < id.length; i++) {
        const char c = id.bytes[i];
        if (text_is_lower(c) || text_is_digit(c))
            part_open = true;
        else if ((c == '-' || c == '.') && part_open)
            part_open = false;
        else
            return false;
    }
    return part_open;
}

bool
text_is_language_tag(struct text tag)
{
    struct text rest = tag;
    struct text part;
    bool first = true;
    while (text_next_part(&rest, '-', &part)) {
        const size_t least = first ? 2 : 1;
        if (part.length < least || part.length > 8)
            return false;
        for (size_t i = 0; i < part.length; i++) {
            const char c = part.bytes[i];
            if (!text_is_lower(c) && !text_is_upper(c) && (first || !text_is_digit(c)))
                return false;
        }
        first = false;
    }
    return !first;
}

/* The three rows of the optimal-string-alignment table that are alive at a time. */
struct distance_rows
{
    unsigned cells[3][LONGEST_COMPARED + 1];
    unsigned *before;
    unsigned *above;
    unsigned *row;
};

/*
 * Fills row i as far as it can hold a distance within the limit: a cell that is further than the
 * limit from the diagonal cannot. Gives the lowest of what it filled.
 */
static unsigned
fill_row(struct distance_rows *rows, struct text one, struct text other, size_t i, unsigned limit)
{
    const size_t first = i > limit ? i - limit : 1;
    const size_t reach = i + limit;
    const size_t last = reach < other.length ? reach : other.length;
    rows->row[first - 1] = first == 1 ? (unsigned)i : limit + 1;
    unsigned lowest = rows->row[first - 1];
    if (last == reach)
        rows->above[last] = limit + 1;
    for (size_t j = first; j <= last; j++) {
        const char a = lower(one.bytes[i - 1]);
        const char b = lower(other.bytes[j - 1]);
        unsigned best = rows->above[j - 1] + (a != b);
        if (rows->above[j] + 1 < best)
            best = rows->above[j] + 1;
        if (rows->row[j - 1] + 1 < best)
            best = rows->row[j - 1] + 1;
        if (i > 1 && j > 1 && a == lower(other.bytes[j - 2]) && b == lower(one.bytes[i - 2]) &&
            rows->before[j - 2] + 1 < best)
            best = rows->before[j - 2] + 1;
        rows->row[j] = best;
        if (best < lowest)
            lowest = best;
    }
    return lowest;
}

unsigned
text_distance(struct text one, struct text other, unsigned limit)
{
    struct distance_rows rows;
    const size_t apart =
        one.length > other.length ? one.length - other.length : other.length - one.length;
    unsigned lowest = 0;
    if (one.length > LONGEST_COMPARED || other.length > LONGEST_COMPARED || apart > limit)
        return limit + 1;
    /* What both begin with costs nothing. */
    while (one.length > 0 && other.length > 0 && lower(one.bytes[0]) == lower(other.bytes[0])) {
        one = (struct text){one.bytes + 1, one.length - 1};
        other = (struct text){other.bytes + 1, other.length - 1};
    }
    rows.before = rows.cells[0];
    rows.above = rows.cells[1];
    rows.row = rows.cells[2];
    for (size_t j = 0; j <= other.length; j++)
        rows.above[j] = (unsigned)j;
    for (size_t i = 1; i <= one.length; i++) {
        const unsigned lowest_above = lowest;
        lowest = fill_row(&rows, one, other, i, limit);
        /* A swap reaches over one row, so two rows beyond the limit are needed to give up. */
        if (lowest > limit && lowest_above > limit)
            return limit + 1;
        unsigned *spare = rows.before;
        rows.before = rows.above;
        rows.above = rows.row;
        rows.row = spare;
    }
    const unsigned distance = rows.above[other.length];
    return distance <= limit ? distance : limit + 1;
}

static unsigned
days_in_month(unsigned year, unsigned month)
{
    static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

static bool
read_digits(struct text part, size_t digits, unsigned *number)
{
    int64_t value = 0;
    if (part.length != digits || !text_to_number(part, &value))
        return false;
    *number = (unsigned)value;
    return true;
}

uint32_t
text_to_date(struct text written)
{
    struct text rest = written;
    struct text part;
    unsigned year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (!text_next_part(&rest, '-', &part) || !read_digits(part, 4, &year) || year == 0)
        return 0;
    if (text_next_part(&rest, '-', &part)) {
        if (!read_digits(part, 2, &month) || month < 1 || month > 12)
            return 0;
        if (text_next_part(&rest, '-', &part) &&
            (!read_digits(part, 2, &day) || day < 1 || day > days_in_month(year, month)))
            return 0;
    }
    if (rest.bytes != NULL)
        return 0;
    return year * 10000 + month * 100 + day;
}
