/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * For the tests of word pairs: reads lines "language<TAB>text" and writes for each a line with
 * its words, separated by tabs, as folded/stem/part,part: the stems of the parts of a Dutch
 * compound, the head last. An empty field where there is none. Its arguments are words of a
 * catalogue: parts besides those of the list.
 */
#include <stdio.h>
#include <stdlib.h>

#include "text/analysis.h"
#include "text/compounds.h"
#include "text/stems.h"

static bool
print_stem(struct stemmer *stemmer, struct text word)
{
    struct text stem;
    if (stemmer_stem(stemmer, word, &stem) != INTV_OK)
        return false;
    fwrite(stem.bytes, 1, stem.length, stdout);
    return true;
}

static bool
is_argument(const void *context, struct text word)
{
    for (char *const *words = context; *words != NULL; words++)
        if (text_is(word, *words))
            return true;
    return false;
}

static bool
print_word(struct stemmer *stemmer, enum text_language language, char *const *own,
           struct text folded)
{
    const struct compound_words words = {is_argument, own};
    struct compound_part parts[COMPOUND_MOST_PARTS];
    const unsigned count = language == TEXT_DUTCH ? compound_split(&words, folded, parts) : 0;
    printf("%.*s/", (int)folded.length, folded.bytes);
    if (!print_stem(stemmer, folded))
        return false;
    putchar('/');
    for (unsigned i = 0; i < count; i++) {
        if (i > 0)
            putchar(',');
        if (!print_stem(stemmer, (struct text){folded.bytes + parts[i].start, parts[i].length}))
            return false;
    }
    return true;
}

static bool
print_line(struct stemmer **stemmers, struct tokens *tokens, char *const *own, struct text line)
{
    struct text rest = line;
    struct text tag;
    const struct token *token;
    const char *separator = "";
    if (!text_next_part(&rest, '\t', &tag))
        return false;
    const enum text_language language = analysis_language(tag);
    tokens_start(tokens, rest);
    while (tokens_next(tokens, &token) == INTV_OK && token != NULL) {
        printf("%s", separator);
        separator = "\t";
        if (!print_word(stemmers[language], language, own, token->folded))
            return false;
    }
    putchar('\n');
    return true;
}

int
main(int count, char **arguments)
{
    struct stemmer *stemmers[TEXT_OF_OTHER_LANGUAGE + 1] = {NULL};
    struct tokens *tokens = NULL;
    char line[4096];
    bool is_well = count > 0 && tokens_new(&tokens) == INTV_OK;
    for (int i = 0; i <= TEXT_OF_OTHER_LANGUAGE; i++)
        is_well = stemmer_new((enum text_language)i, &stemmers[i]) == INTV_OK && is_well;
    while (is_well && fgets(line, sizeof(line), stdin) != NULL)
        is_well =
            print_line(stemmers, tokens, arguments + 1, (struct text){line, strcspn(line, "\n")});
    for (int i = 0; i <= TEXT_OF_OTHER_LANGUAGE; i++)
        stemmer_free(stemmers[i]);
    tokens_free(tokens);
    return is_well ? EXIT_SUCCESS : EXIT_FAILURE;
}
