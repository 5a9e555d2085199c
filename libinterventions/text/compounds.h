/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dutch compounds: "jongerenwerk" is jongeren + werk, "voorlichtingsavond" is voorlichting + s +
 * avond. A word is cut only where it consists wholly of parts that are known: those of
 * compounds.def, and the words of the catalogue. Of the ways to cut it the one with the fewest
 * parts is taken, so the longest parts; then the one with the fewest letters that only link; then
 * the one with the longest head.
 */
#ifndef TEXT_COMPOUNDS_H
#define TEXT_COMPOUNDS_H

#include "base/text.h"

/* A part of a compound, in bytes of the folded word; letters that link belong to no part. */
struct compound_part
{
    uint16_t start;
    uint16_t length;
};

/* Words that may be parts besides those of the list. */
struct compound_words
{
    bool (*holds)(const void *context, struct text word);
    const void *context;
};

enum
{
    COMPOUND_MOST_PARTS = 6,
    COMPOUND_SHORTEST_PART =
        4,                /* letters; a few of the list have three, those of the catalogue five */
    COMPOUND_LONGEST = 64 /* a longer word is not looked into */
};

/*
 * The parts of a folded Dutch word, the head last; 0 when it is no compound, else at least 2.
 * words may be NULL: then only the list counts.
 */
unsigned compound_split(const struct compound_words *words, struct text folded,
                        struct compound_part parts[COMPOUND_MOST_PARTS]);

#endif
