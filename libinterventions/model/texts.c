/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/texts.h"

/* How well a text answers the language that is asked for; higher is better. */
static unsigned
rate_language(const char *has, const char *wanted, const char *home)
{
    const size_t base = strcspn(wanted, "-");
    if (text_equals_ignoring_case(text_of(has), text_of(wanted)))
        return 4;
    if (text_equals_ignoring_case(text_of(has), (struct text){wanted, base}))
        return 3;
    if (text_equals_ignoring_case(text_of(has), text_of(home)))
        return 2;
    return 1;
}

static void
choose_better(const struct intv_catalogue *catalogue, uint32_t fact, const char *language,
              uint32_t *best, unsigned *best_rate)
{
    const struct fact_row *row = &catalogue->facts[fact];
    const char *home = catalogue->pool + catalogue->layers[0].language;
    for (uint32_t i = 0; i < row->text_count; i++) {
        const struct text_row *text = &catalogue->texts[row->text_first + i];
        const unsigned rate = rate_language(catalogue->pool + text->language,
                                            language != NULL ? language : home, home);
        if (rate > *best_rate) {
            *best = row->text_first + i;
            *best_rate = rate;
        }
    }
}

uint32_t
texts_choose_in_span(const struct intv_catalogue *catalogue, struct fact_span span,
                     const char *language)
{
    uint32_t best = INTV_NONE;
    unsigned rate = 0;
    for (uint32_t fact = span.first; fact < span.end; fact++)
        choose_better(catalogue, fact, language, &best, &rate);
    return best;
}

uint32_t
texts_choose(const struct intv_catalogue *catalogue, uint32_t fact, const char *language)
{
    return texts_choose_in_span(catalogue, (struct fact_span){fact, fact + 1}, language);
}
