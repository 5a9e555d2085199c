/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Stems of folded words: Snowball's Dutch (Porter) and English, with rules and exceptions of our
 * own for Dutch (dutch_rules.def, dutch_exceptions.def) and English (english_exceptions.def). A
 * stem is a key to compare, no word.
 */
#ifndef TEXT_STEMS_H
#define TEXT_STEMS_H

#include <interventions/types.h>

#include "base/text.h"
#include "text/analysis.h"

/* For one language; used by one thread at a time. */
struct stemmer;

/* INTV_ERROR_INTERNAL when libstemmer does not have the language, else OK or NO_MEMORY. */
enum intv_status stemmer_new(enum text_language language, struct stemmer **stemmer);

void stemmer_free(struct stemmer *stemmer);

/*
 * The stem of a folded word, never empty unless the word is; borrowed until the next call. For
 * other languages, and for words with digits or of more than 100 bytes, it is the word itself.
 */
enum intv_status stemmer_stem(struct stemmer *stemmer, struct text folded, struct text *stem);

#endif
