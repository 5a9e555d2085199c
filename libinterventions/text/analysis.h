/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * From a text to the words it is found by. Words are those of Unicode (words.h), with these
 * changes:
 *
 * - Underscores and colons separate words, and so do full stops between letters; but letters that
 *   stand alone between full stops are one word without them ("o.a." is "oa", "A.I.V.D." is
 *   "aivd"). Numbers stay whole: "100.000,01".
 * - A hyphen separates words too. Words joined by hyphens are given once more, written as one:
 *   "MIJ-les" gives "mij", "les" and then "mijles". Not where two digits would meet ("12-18",
 *   "2020-2024"), and not from more than TOKEN_MOST_PIECES pieces. Soft hyphens count as not
 *   written.
 * - Folded is fold.h's form; an apostrophe stays ("foto's"), what follows it is the stemmer's
 *   matter.
 */
#ifndef TEXT_ANALYSIS_H
#define TEXT_ANALYSIS_H

#include <interventions/types.h>

#include "base/text.h"

/* The numbers are kept in the block of a catalogue. */
enum text_language
{
    TEXT_OF_NO_LANGUAGE = 0, /* not stated */
    TEXT_DUTCH = 1,
    TEXT_ENGLISH = 2,
    TEXT_OF_OTHER_LANGUAGE = 3
};

enum
{
    TOKEN_LONGEST = 1024,  /* bytes of a folded word; a longer one is known by its beginning */
    TOKEN_MOST_PIECES = 16 /* of words joined by hyphens that are also written as one */
};

/* Language of a tag (BCP 47): nl-BE is Dutch, en-GB English, "" is none. */
enum text_language analysis_language(struct text tag);

struct token
{
    struct text folded;      /* at least one byte; borrowed until the next call, as origins */
    const uint32_t *origins; /* folded.length + 1 numbers: the byte of the analysed text from which
                                each byte of the folded form comes, rising; the last is the end */
    uint32_t start;          /* first byte of the word in the analysed text */
    uint32_t length;         /* bytes of the word in the analysed text */
    uint32_t position;       /* number of the word in the text, from 0 */
    uint32_t span;           /* 1; of words written as one, given after the last of them at the
                                position of the first, how many they are */
};

/* What reading needs, used again for text after text, by one thread at a time. */
struct tokens;

enum intv_status tokens_new(struct tokens **tokens);

void tokens_free(struct tokens *tokens);

/*
 * Begins a text of less than 4 GiB, which is borrowed while it is read: UTF-8, and bytes that are
 * none are gaps.
 */
void tokens_start(struct tokens *tokens, struct text text);

/* The next word; *token is NULL at the end. Allocates nothing and gives INTV_OK always. */
enum intv_status tokens_next(struct tokens *tokens, const struct token **token);

#endif
