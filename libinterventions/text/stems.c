/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/stems.h"

#include <libstemmer.h>

#include "base/memory.h"

enum
{
    LONGEST = 100 /* bytes of a word that has another stem than itself */
};

struct stemmer
{
    enum text_language language;
    struct sb_stemmer *snowball; /* NULL for other languages */
    char word[LONGEST];          /* the word as the rules make it, and then the stem */
    size_t length;
};

/* An ending, and what comes in its place where at least so many letters stand before it. */
struct ending
{
    const char *ending;
    const char *instead;
    size_t least;
};

static const struct ending DUTCH_RULES[] = {
#define RULE(ending, instead, least) {ending, instead, least},
#include "text/dutch_rules.def"
#undef RULE
};

struct exception
{
    const char *word;
    const char *stem;
};

static const struct exception DUTCH_EXCEPTIONS[] = {
#define EXCEPTION(word, stem) {word, stem},
#include "text/dutch_exceptions.def"
#undef EXCEPTION
};

static const struct exception ENGLISH_EXCEPTIONS[] = {
#define EXCEPTION(word, stem) {word, stem},
#include "text/english_exceptions.def"
#undef EXCEPTION
};

/* Before "ge" in a participle: "op" in opgevoed. The empty one is last. */
static const char *const SEPARABLE[] = {
#define SEPARABLE(prefix) prefix,
#include "text/dutch_participles.def"
#undef SEPARABLE
    "",
};

/* Endings of participles, and beginnings of words whose "ge" belongs to the word. */
static const char *const PARTICIPLE_ENDINGS[] = {
#define PARTICIPLE_ENDING(ending) ending,
#include "text/dutch_participles.def"
#undef PARTICIPLE_ENDING
};

static const char *const KEPT_BEGINNINGS[] = {
#define KEPT_BEGINNING(beginning) beginning,
#include "text/dutch_participles.def"
#undef KEPT_BEGINNING
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool
has_algorithm(const char *name)
{
    for (const char **names = sb_stemmer_list(); *names != NULL; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* From Snowball 3 on "dutch" is another stemmer, and Porter's is "dutch_porter". */
static const char *
algorithm_of(enum text_language language)
{
    if (language == TEXT_ENGLISH)
        return "english";
    return has_algorithm("dutch_porter") ? "dutch_porter" : "dutch";
}

enum intv_status
stemmer_new(enum text_language language, struct stemmer **stemmer)
{
    *stemmer = memory_new(1, sizeof(**stemmer));
    if (*stemmer == NULL)
        return INTV_ERROR_NO_MEMORY;
    (*stemmer)->language = language;
    if (language != TEXT_DUTCH && language != TEXT_ENGLISH)
        return INTV_OK;
    const char *name = algorithm_of(language);
    (*stemmer)->snowball = sb_stemmer_new(name, "UTF_8");
    if ((*stemmer)->snowball != NULL)
        return INTV_OK;
    stemmer_free(*stemmer);
    *stemmer = NULL;
    return has_algorithm(name) ? INTV_ERROR_NO_MEMORY : INTV_ERROR_INTERNAL;
}

void
stemmer_free(struct stemmer *stemmer)
{
    if (stemmer == NULL)
        return;
    if (stemmer->snowball != NULL)
        sb_stemmer_delete(stemmer->snowball);
    memory_free(stemmer);
}

/* ---- rules ---- */

static bool
begins(struct text word, const char *beginning)
{
    const size_t length = strlen(beginning);
    return word.length >= length && memcmp(word.bytes, beginning, length) == 0;
}

static bool
ends(struct text word, const char *ending)
{
    const size_t length = strlen(ending);
    return word.length >= length && memcmp(word.bytes + word.length - length, ending, length) == 0;
}

static struct text
word_of(const struct stemmer *stemmer)
{
    return (struct text){stemmer->word, stemmer->length};
}

/* Applies the first rule that fits. */
static void
apply_rules(struct stemmer *stemmer)
{
    for (size_t i = 0; i < LENGTH(DUTCH_RULES); i++) {
        const struct ending *rule = &DUTCH_RULES[i];
        const size_t ending = strlen(rule->ending);
        if (stemmer->length < ending + rule->least || !ends(word_of(stemmer), rule->ending))
            continue;
        const size_t instead = strlen(rule->instead);
        memcpy(stemmer->word + stemmer->length - ending, rule->instead, instead);
        stemmer->length = stemmer->length - ending + instead;
        return;
    }
}

/* The length of what stands before the "ge" of a participle; SIZE_MAX when the word is none. */
static size_t
find_ge(struct text word)
{
    enum
    {
        SHORTEST_ROOT = 4 /* with its ending */
    };
    for (size_t i = 0; i < LENGTH(SEPARABLE); i++) {
        const size_t length = strlen(SEPARABLE[i]);
        const struct text rest = {word.bytes + length, word.length - length};
        if (!begins(word, SEPARABLE[i]) || rest.length < 2 + SHORTEST_ROOT || !begins(rest, "ge"))
            continue;
        for (size_t k = 0; k < LENGTH(KEPT_BEGINNINGS); k++)
            if (begins(rest, KEPT_BEGINNINGS[k]))
                return SIZE_MAX;
        return length;
    }
    return SIZE_MAX;
}

/* "opgevoed" becomes "opvoed". */
static void
cut_ge(struct stemmer *stemmer)
{
    const struct text word = word_of(stemmer);
    bool is_participle = false;
    for (size_t i = 0; i < LENGTH(PARTICIPLE_ENDINGS) && !is_participle; i++)
        is_participle = ends(word, PARTICIPLE_ENDINGS[i]);
    const size_t at = is_participle ? find_ge(word) : SIZE_MAX;
    if (at == SIZE_MAX)
        return;
    memmove(stemmer->word + at, stemmer->word + at + 2, stemmer->length - at - 2);
    stemmer->length -= 2;
}

/* The end of a stem as at the end of a word: one consonant, f and s for v and z. */
static void
harden_end(struct stemmer *stemmer)
{
    char *last = stemmer->word + stemmer->length - 1;
    if (stemmer->length > 2 && last[0] == last[-1] && strchr("bdfgklmnprst", last[0]) != NULL)
        last = stemmer->word + --stemmer->length - 1;
    if (stemmer->length > 2 && (*last == 'v' || *last == 'z'))
        *last = *last == 'v' ? 'f' : 's';
}

/* ---- stems ---- */

static const char *
find_exception(const struct exception *exceptions, size_t count, struct text word)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = text_compare(word, text_of(exceptions[middle].word));
        if (order == 0)
            return exceptions[middle].stem;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Snowball's stem of the word of the rules, in its place. */
static enum intv_status
stem_by_snowball(struct stemmer *stemmer)
{
    const sb_symbol *stem =
        sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)stemmer->word, (int)stemmer->length);
    if (stem == NULL)
        return INTV_ERROR_NO_MEMORY;
    const size_t length = (size_t)sb_stemmer_length(stemmer->snowball);
    if (length == 0 || length > LONGEST)
        return INTV_OK;
    memcpy(stemmer->word, stem, length);
    stemmer->length = length;
    return INTV_OK;
}

static bool
has_digit(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (text_is_digit(word.bytes[i]))
            return true;
    return false;
}

enum intv_status
stemmer_stem(struct stemmer *stemmer, struct text folded, struct text *stem)
{
    const bool is_dutch = stemmer->language == TEXT_DUTCH;
    *stem = folded;
    if (stemmer->snowball == NULL || folded.length < 2 || folded.length > LONGEST ||
        has_digit(folded))
        return INTV_OK;
    const char *exception =
        is_dutch ? find_exception(DUTCH_EXCEPTIONS, LENGTH(DUTCH_EXCEPTIONS), folded)
                 : find_exception(ENGLISH_EXCEPTIONS, LENGTH(ENGLISH_EXCEPTIONS), folded);
    if (exception != NULL) {
        *stem = text_of(exception);
        return INTV_OK;
    }
    memcpy(stemmer->word, folded.bytes, folded.length);
    stemmer->length = folded.length;
    if (is_dutch) {
        cut_ge(stemmer);
        apply_rules(stemmer);
    }
    const enum intv_status status = stem_by_snowball(stemmer);
    if (status != INTV_OK)
        return status;
    if (is_dutch)
        harden_end(stemmer);
    *stem = word_of(stemmer);
    return INTV_OK;
}
