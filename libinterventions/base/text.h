/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces of UTF-8 text with their length, and the few ASCII questions asked of them. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text
{
    const char *bytes;
    size_t length;
};

static inline struct text
text_of(const char *string)
{
    return (struct text){string, string != NULL ? strlen(string) : 0};
}

static inline bool
text_equals(struct text one, struct text other)
{
    return one.length == other.length &&
           (one.length == 0 || memcmp(one.bytes, other.bytes, one.length) == 0);
}

static inline bool
text_is(struct text one, const char *string)
{
    return text_equals(one, text_of(string));
}

/* Byte order: negative, 0 or positive. */
int text_compare(struct text one, struct text other);

/* Equal when A-Z counts as a-z; other bytes as they are. */
bool text_equals_ignoring_case(struct text one, struct text other);

/* Cuts off spaces, tabs and line ends at both ends. */
struct text text_trim(struct text whole);

/*
 * Takes the part before the first separator off *rest and gives it back; false when *rest is used
 * up. A text without separator is one part; an empty text is one empty part.
 */
bool text_next_part(struct text *rest, char separator, struct text *part);

/* A whole number of ASCII digits that fits in int64_t; false for anything else. */
bool text_to_number(struct text digits, int64_t *number);

/* "2021", "2021-02" or "2021-02-28" as yyyymmdd, parts not stated 0; 0 when it is no date. */
uint32_t text_to_date(struct text written);

static inline bool
text_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool
text_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool
text_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool
text_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Lower-case slug, parts joined with '-'; a publisher prefix is joined with '.'. */
bool text_is_slug(struct text id);

/* Shape of a language tag (BCP 47): nl, en-GB. */
bool text_is_language_tag(struct text tag);

/*
 * Number of edits (insert, delete, replace, swap of neighbours; bytes, A-Z as a-z) between two
 * texts, or limit + 1 when it is more than limit. Texts over 64 bytes are never near.
 */
unsigned text_distance(struct text one, struct text other, unsigned limit);

#endif
