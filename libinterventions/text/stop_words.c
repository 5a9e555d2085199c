/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/stop_words.h"

/* In byte order; a test holds that. */
static const char *const STOP_WORDS[] = {
#define STOP_WORD(word) word,
#include "text/stop_words.def"
#undef STOP_WORD
};

bool
stop_word_is(struct text folded)
{
    size_t low = 0;
    size_t high = sizeof(STOP_WORDS) / sizeof(STOP_WORDS[0]);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = text_compare(folded, text_of(STOP_WORDS[middle]));
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}
