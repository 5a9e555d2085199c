/* SPDX-License-Identifier: EUPL-1.2 */
/* A program as a supplier would write it: which interventions fit parents in a neighbourhood? It
   prints the first three, in Dutch, with the state of each criterion and why. */
#include <interventions/interventions.h>
#include <stdio.h>

/* Names that the inside of the library has too: these must not meet, also when it is linked in. */
int text_trim(void);
int memory_new(void);
int BUILTIN_SIZE = 0;

int
text_trim(void)
{
    return 1;
}

int
memory_new(void)
{
    return 2;
}

static void
print_criteria(const struct intv_explanation *why)
{
    for (size_t i = 0; i < intv_explanation_get_criterion_count(why); i++)
        printf("  %s: %s, %s\n", intv_explanation_get_criterion_field(why, i, INTV_ENGLISH),
               intv_state_get_label(intv_explanation_get_criterion_state(why, i), INTV_DUTCH),
               intv_explanation_get_criterion_reason_label(why, i, INTV_DUTCH));
}

static enum intv_status
print_match(const struct intv_catalogue *catalogue, const struct intv_match *match, size_t most)
{
    enum intv_status status = INTV_OK;
    for (size_t i = 0; status == INTV_OK && i < most && i < intv_match_get_count(match); i++) {
        struct intv_explanation *why = NULL;
        const uint32_t record = intv_match_get_record(match, i);
        status = intv_explanation_new(match, record, &why);
        printf("%s: %s\n", intv_record_get_name(catalogue, record, "nl"),
               intv_category_get_label(intv_match_get_category(match, i), INTV_DUTCH));
        print_criteria(why);
        intv_explanation_free(why);
    }
    return status;
}

int
main(void)
{
    struct intv_catalogue *catalogue = NULL;
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    enum intv_status status = intv_catalogue_builtin(&catalogue);
    if (status == INTV_OK)
        status = intv_situation_new(catalogue, &situation);
    if (status == INTV_OK)
        status = intv_situation_add(situation, INTV_MUST, "target-group", "parents", NULL);
    if (status == INTV_OK)
        status = intv_situation_add(situation, INTV_WISH, "setting", "neighbourhood", NULL);
    if (status == INTV_OK)
        status = intv_situation_add(situation, INTV_WISH, "aim", "early-recognition", NULL);
    if (status == INTV_OK)
        status = intv_match_new(situation, &match, NULL);
    if (status == INTV_OK)
        status = print_match(catalogue, match, 3);
    if (status != INTV_OK)
        fprintf(stderr, "%s\n", intv_status_get_text(status, INTV_DUTCH));
    intv_match_free(match);
    intv_situation_free(situation);
    intv_catalogue_unref(catalogue);
    return status != INTV_OK || text_trim() + memory_new() != 3 || BUILTIN_SIZE != 0;
}
