/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dutch and English function words (stop_words.def): they say nothing about what a text is about.
 */
#ifndef TEXT_STOP_WORDS_H
#define TEXT_STOP_WORDS_H

#include "base/text.h"

bool stop_word_is(struct text folded);

#endif
