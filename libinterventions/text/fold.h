/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Folding: the form in which names and words are compared. Unicode's case folding of compatible
 * forms (NFKC_Casefold), then without accents, character by character; curly apostrophes become
 * straight ones.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <interventions/types.h>

#include "base/text.h"

enum
{
    FOLD_LONGEST = 54 /* bytes that the folded form of one character can take: 18 characters */
};

/* Opens what folding needs of ICU, once; INTV_ERROR_INTERNAL when its data cannot be used. */
enum intv_status fold_prepare(void);

/* The folded form of a character as UTF-8; gives its bytes, 0 for a mark that is left out. */
size_t fold_character(uint32_t code, char folded[FOLD_LONGEST]);

/*
 * Folds a UTF-8 text into memory that the caller frees with memory_free(); runs of white space,
 * hyphens and underscores become one space. After fold_prepare() the only way to fail is
 * INTV_ERROR_NO_MEMORY; a text that is not UTF-8 is folded as far as it goes.
 */
enum intv_status fold_text(struct text text, char **folded, size_t *length);

#endif
