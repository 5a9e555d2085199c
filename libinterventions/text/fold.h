/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Folding: the form in which names and words are compared. NFKC case folding, then without accents;
 * runs of white space, hyphens and underscores become one space.
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <interventions/types.h>

#include "base/text.h"

/* Opens what folding needs of ICU, once; INTV_ERROR_INTERNAL when its data cannot be used. */
enum intv_status fold_prepare(void);

/*
 * Folds a UTF-8 text into memory that the caller frees with memory_free(). After fold_prepare() the
 * only way to fail is INTV_ERROR_NO_MEMORY; a text that is not UTF-8 is folded as far as it goes.
 */
enum intv_status fold_text(struct text text, char **folded, size_t *length);

#endif
