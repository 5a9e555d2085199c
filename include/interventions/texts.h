/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * The words that every program says, in Dutch and English.
 *
 * Programs that show answers of the library say the same things in the same words: that a fit says
 * nothing about effect, that no proof is no disproof, that prevented cases cannot be shown. Each
 * text has a stable name. `{1}` and `{2}` in a text are places for values of the program. Codes in
 * answers have texts too: "category-open", "state-met", "reason-broader", "silence-searched",
 * "field-cost", "kind-source". The request "texts" (request.h) lists all others.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <interventions/texts.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     const char *text = intv_text_get("prevention-paradox", INTV_DUTCH);
 *     printf("%s\n", text);
 *     return text[0] != '\0' ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_TEXTS_H
#define INTERVENTIONS_TEXTS_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A text by its stable name, such as "prevention-paradox".
 *
 * @param name name of the text; NULL is no text
 * @param language the language of the text; a number that is no language gives Dutch
 * @return the text, lives for ever; "" when there is no text of that name
 * @since 0.1
 */
INTV_API const char *intv_text_get(const char *name, enum intv_language language);

#ifdef __cplusplus
}
#endif

#endif
