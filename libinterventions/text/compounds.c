/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/compounds.h"

enum listing
{
    NOT_LISTED,
    LISTED_PART,
    LISTED_WHOLE,
    LISTED_STOP_PART
};

struct listed
{
    const char *word;
    uint8_t length;
    uint8_t listing;
};

/* In byte order; a test holds that. */
static const struct listed LISTED[] = {
#define PART(word) {word, sizeof(word) - 1, LISTED_PART},
#define WHOLE(word) {word, sizeof(word) - 1, LISTED_WHOLE},
#define STOP_PART(word) {word, sizeof(word) - 1, LISTED_STOP_PART},
#include "text/compounds.def"
#undef PART
#undef WHOLE
#undef STOP_PART
};

enum
{
    SHORTEST_LISTED = 3,
    LONGEST_PART = 24, /* letters; what is longer is not looked up */
    LISTED_COUNT = sizeof(LISTED) / sizeof(LISTED[0])
};

/* Letters that may stand between parts; they follow a part of the list, or of the catalogue. */
static const char *const LINKS[] = {"", "s", "en", "n"};

static enum listing
find_listing(struct text word)
{
    size_t low = 0;
    size_t high = LISTED_COUNT;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order =
            text_compare(word, (struct text){LISTED[middle].word, LISTED[middle].length});
        if (order == 0)
            return (enum listing)LISTED[middle].listing;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NOT_LISTED;
}

static bool
is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* The listing of the word that a plural in -en is of: netwerken, gesprekken, talen, brieven. */
static enum listing
find_plural(struct text stem)
{
    char base[COMPOUND_LONGEST + 1];
    const size_t length = stem.length;
    enum listing found = find_listing(stem);
    if (found != NOT_LISTED || length < 2)
        return found;
    const char last = stem.bytes[length - 1];
    memcpy(base, stem.bytes, length);
    if (last == stem.bytes[length - 2])
        return find_listing((struct text){base, length - 1});
    base[length - 1] = last == 'v' ? 'f' : last == 'z' ? 's' : last;
    if (base[length - 1] != last)
        found = find_listing((struct text){base, length});
    if (found != NOT_LISTED || length < 3 || !is_vowel(stem.bytes[length - 2]) ||
        is_vowel(stem.bytes[length - 3]))
        return found;
    base[length] = base[length - 1];
    base[length - 1] = base[length - 2];
    return find_listing((struct text){base, length + 1});
}

static struct text
without_end(struct text word, size_t count)
{
    return (struct text){word.bytes, word.length - count};
}

static bool
ends(struct text word, const char *ending)
{
    const size_t length = strlen(ending);
    return word.length > length + 2 &&
           memcmp(word.bytes + word.length - length, ending, length) == 0;
}

/*
 * What the list says of a word or of what it is an inflected form of. An -s at the end of a part
 * that is not the head is a letter that links.
 */
static enum listing
look_up(struct text word, bool is_head)
{
    enum listing found = find_listing(word);
    if (found == NOT_LISTED && ends(word, "en"))
        found = find_plural(without_end(word, 2));
    if (found == NOT_LISTED && ends(word, "een"))
        found = find_listing(without_end(word, 1));
    if (found == NOT_LISTED && is_head && ends(word, "s"))
        found = find_listing(without_end(word, ends(word, "'s") ? 2 : 1));
    if (found == NOT_LISTED && is_head && ends(word, "je"))
        found = find_listing(without_end(word, ends(word, "tje") ? 3 : 2));
    return found;
}

/* Whether a piece of a word can be a part. */
static bool
is_part(const struct compound_words *words, struct text piece, bool is_head)
{
    if (piece.length < SHORTEST_LISTED)
        return false;
    const enum listing exact = find_listing(piece);
    if (exact != NOT_LISTED)
        return exact == LISTED_PART ||
               (exact == LISTED_WHOLE && piece.length >= COMPOUND_SHORTEST_PART);
    const enum listing found = look_up(piece, is_head);
    if (found == LISTED_PART || found == LISTED_WHOLE)
        return piece.length >= COMPOUND_SHORTEST_PART;
    return piece.length > COMPOUND_SHORTEST_PART && words != NULL &&
           words->holds(words->context, piece);
}

/* The best way to cut the word up to a place. */
struct cut
{
    uint8_t parts;  /* 0 when there is none */
    uint8_t links;  /* letters */
    uint8_t start;  /* of the last part */
    uint8_t before; /* where the part before it ends, without letters that link */
};

static bool
is_better(const struct cut *one, const struct cut *other)
{
    if (one->parts != other->parts)
        return other->parts == 0 || one->parts < other->parts;
    if (one->links != other->links)
        return one->links < other->links;
    return one->start < other->start;
}

/* Tries the part from start to end, behind each way to cut what is before it. */
static void
try_part(struct text word, struct cut *cuts, size_t start, size_t end)
{
    for (size_t i = 0; i < sizeof(LINKS) / sizeof(LINKS[0]); i++) {
        const size_t link = strlen(LINKS[i]);
        if (link > start || memcmp(word.bytes + start - link, LINKS[i], link) != 0)
            continue;
        const struct cut *left = &cuts[start - link];
        if (left->parts == 0 || left->parts == COMPOUND_MOST_PARTS)
            continue;
        const struct cut tried = {(uint8_t)(left->parts + 1), (uint8_t)(left->links + link),
                                  (uint8_t)start, (uint8_t)(start - link)};
        if (is_better(&tried, &cuts[end]))
            cuts[end] = tried;
    }
}

/* Whether a part may begin at a place: a cut ends there, or just before letters that link. */
static bool
is_reached(struct text word, const struct cut *cuts, size_t start)
{
    for (size_t i = 0; i < sizeof(LINKS) / sizeof(LINKS[0]); i++) {
        const size_t link = strlen(LINKS[i]);
        if (link <= start && cuts[start - link].parts > 0 &&
            memcmp(word.bytes + start - link, LINKS[i], link) == 0)
            return true;
    }
    return false;
}

static size_t
last_end(struct text word, size_t start)
{
    return word.length - start < LONGEST_PART ? word.length : start + LONGEST_PART;
}

/* Finds for each end the best way to cut; the word as a whole is no part. */
static void
find_cuts(const struct compound_words *words, struct text word, struct cut *cuts)
{
    const size_t first_end = last_end(word, 0);
    for (size_t end = SHORTEST_LISTED; end <= first_end && end + SHORTEST_LISTED <= word.length;
         end++)
        if (is_part(words, (struct text){word.bytes, end}, false))
            cuts[end] = (struct cut){1, 0, 0, 0};
    for (size_t start = SHORTEST_LISTED; start + SHORTEST_LISTED <= word.length; start++) {
        if (!is_reached(word, cuts, start))
            continue;
        const size_t most = last_end(word, start);
        for (size_t end = start + SHORTEST_LISTED; end <= most; end++)
            if (is_part(words, (struct text){word.bytes + start, end - start}, end == word.length))
                try_part(word, cuts, start, end);
    }
}

static bool
is_ascii(struct text word)
{
    unsigned char all = 0;
    for (size_t i = 0; i < word.length; i++)
        all |= (unsigned char)word.bytes[i];
    return all < 0x80;
}

unsigned
compound_split(const struct compound_words *words, struct text folded,
               struct compound_part parts[COMPOUND_MOST_PARTS])
{
    struct cut cuts[COMPOUND_LONGEST + 1] = {{0, 0, 0, 0}};
    if (folded.length < 2 * SHORTEST_LISTED || folded.length > COMPOUND_LONGEST ||
        !is_ascii(folded) || look_up(folded, true) != NOT_LISTED)
        return 0;
    find_cuts(words, folded, cuts);
    const unsigned count = cuts[folded.length].parts;
    size_t end = folded.length;
    for (unsigned i = count; i-- > 0;) {
        const struct cut *cut = &cuts[end];
        parts[i] = (struct compound_part){cut->start, (uint16_t)(end - cut->start)};
        end = cut->before;
    }
    return count;
}
