/* SPDX-License-Identifier: EUPL-1.2 */
/* Choosing the text of a fact in the language that is asked for. */
#ifndef MODEL_TEXTS_H
#define MODEL_TEXTS_H

#include "model/catalogue.h"

/*
 * The text in the language; else in its base language, else in the catalogue's language, else the
 * first. INTV_NONE when there is no text. A language of NULL is that of the catalogue.
 */
uint32_t texts_choose(const struct intv_catalogue *catalogue, uint32_t fact, const char *language);
uint32_t texts_choose_in_span(const struct intv_catalogue *catalogue, struct fact_span span,
                              const char *language);

#endif
