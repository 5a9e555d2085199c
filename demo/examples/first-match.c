/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/interventions.h>
#include <stdio.h>

int
main(void)
{
    struct intv_catalogue *catalogue = NULL;
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    struct intv_explanation *why = NULL;
    intv_catalogue_builtin(&catalogue);
    intv_situation_new(catalogue, &situation);
    intv_situation_add(situation, INTV_MUST, "target-group", "parents", NULL);
    intv_situation_add(situation, INTV_WISH, "aim", "early-recognition", NULL);
    intv_match_new(situation, &match, NULL);
    if (intv_match_get_count(match) > 0) {
        intv_explanation_new(match, intv_match_get_record(match, 0), &why);
        const uint32_t claim = intv_explanation_get_claim(why, 1, 0);
        const uint32_t source = intv_fact_get_source(catalogue, claim);
        printf("%s. Early recognition: %s. Source: %s\n",
               intv_record_get_name(catalogue, intv_explanation_get_record(why), "en"),
               intv_explanation_get_criterion_reason_label(why, 1, INTV_ENGLISH),
               intv_record_get_name(catalogue, source, "en"));
    }
    intv_explanation_free(why);
    intv_match_free(match);
    intv_situation_free(situation);
    intv_catalogue_unref(catalogue);
}
