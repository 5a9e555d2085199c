/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/compounds.h"

unsigned
compound_split(const struct compound_words *words, struct text folded,
               struct compound_part parts[COMPOUND_MOST_PARTS])
{
    for (size_t cut = COMPOUND_SHORTEST_PART;
         words != NULL && cut + COMPOUND_SHORTEST_PART <= folded.length &&
         folded.length <= COMPOUND_LONGEST;
         cut++) {
        const struct text left = {folded.bytes, cut};
        const struct text right = {folded.bytes + cut, folded.length - cut};
        if (words->holds(words->context, left) && words->holds(words->context, right)) {
            parts[0] = (struct compound_part){0, (uint16_t)cut};
            parts[1] = (struct compound_part){(uint16_t)cut, (uint16_t)right.length};
            return 2;
        }
    }
    return 0;
}
