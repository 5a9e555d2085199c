/* SPDX-License-Identifier: EUPL-1.2 */
/* The first match for parents, with one reason and its source. */
#include <interventions/interventions.h>
#include <stdio.h>

int
main(void)
{
    struct intv_catalogue *catalogue = NULL;
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    struct intv_explanation *why = NULL;
    if (intv_catalogue_builtin(&catalogue) == INTV_OK &&
        intv_situation_new(catalogue, &situation) == INTV_OK &&
        intv_situation_add(situation, INTV_MUST, "target-group", "parents", NULL) == INTV_OK &&
        intv_match_new(situation, &match, NULL) == INTV_OK &&
        intv_explanation_new(match, intv_match_get_record(match, 0), &why) == INTV_OK) {
        const uint32_t source =
            intv_fact_get_source(catalogue, intv_explanation_get_claim(why, 0, 0));
        printf("%s\n", intv_record_get_name(catalogue, intv_match_get_record(match, 0), "en"));
        printf("%s\n", intv_explanation_get_criterion_reason_label(why, 0, INTV_ENGLISH));
        printf("%s\n", intv_record_get_name(catalogue, source, "en"));
    }
    intv_explanation_free(why);
    intv_match_free(match);
    intv_situation_free(situation);
    intv_catalogue_unref(catalogue);
    return 0;
}
