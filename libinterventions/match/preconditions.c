/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/preconditions.h"

#include "base/memory.h"

void
preconditions_free(struct precondition_list *list)
{
    memory_free(list->rows);
}

/* Row of a precondition, made when it is not there; NULL when there is no memory. */
static struct precondition_row *
find_row(struct precondition_list *list, uint32_t record)
{
    size_t place = list->count;
    while (place > 0 && list->rows[place - 1].record >= record)
        place--;
    if (place < list->count && list->rows[place].record == record)
        return &list->rows[place];
    if (!memory_reserve(&list->rows, &list->capacity, list->count + 1, sizeof(*list->rows)))
        return NULL;
    memmove(&list->rows[place + 1], &list->rows[place],
            (list->count - place) * sizeof(*list->rows));
    list->count++;
    list->rows[place] = (struct precondition_row){.record = record, .need = NEED_UNSTATED};
    return &list->rows[place];
}

static bool
is_blocking(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return catalogue->facts[fact].qualifier == NEED_REQUIRED &&
           catalogue_asserter_of(catalogue, fact) != ASSERTER_EDITOR &&
           catalogue_strength_of(catalogue, fact) != STRENGTH_POTENTIAL;
}

/* The numbers of needs run from the strongest to the weakest. */
static bool
add_claim(const struct intv_catalogue *catalogue, uint32_t fact, struct precondition_list *list)
{
    const struct fact_row *claim = &catalogue->facts[fact];
    struct precondition_row *row = find_row(list, claim->value);
    if (row == NULL)
        return false;
    row->scope = (uint8_t)catalogue_code_of(catalogue, claim->value, FIELD_SCOPE);
    if (claim->qualifier != CODE_NOT_STATED && claim->qualifier < row->need)
        row->need = claim->qualifier;
    if (row->scope == SCOPE_INTERVENTION) {
        list->stated = true;
        row->blocking = row->blocking || is_blocking(catalogue, fact);
    }
    return true;
}

static void
take_state(const struct intv_situation *situation, struct precondition_row *row)
{
    const struct intv_catalogue *catalogue = situation->catalogue;
    bool present = false;
    bool absent = false;
    row->state = (uint8_t)situation_said_of(situation, row->record);
    if (row->state != INTV_UNSAID)
        return;
    for (size_t i = 0; i < situation->said_count; i++) {
        const struct said *said = &situation->said[i];
        present = present || (said->state == INTV_PRESENT &&
                              catalogue_is_ancestor(catalogue, row->record, said->precondition));
        absent = absent || (said->state == INTV_ABSENT &&
                            catalogue_is_ancestor(catalogue, said->precondition, row->record));
    }
    row->derived = present || absent;
    if (row->derived)
        row->state = present ? INTV_PRESENT : INTV_ABSENT;
}

bool
preconditions_collect(const struct intv_situation *situation, uint32_t candidate,
                      struct precondition_list *list)
{
    const struct intv_catalogue *catalogue = situation->catalogue;
    const struct fact_span span =
        catalogue_facts_of(catalogue, candidate, FIELD_NEEDS_PRECONDITION);
    bool incomplete = catalogue->records[candidate].has_skipped != 0;
    list->count = 0;
    list->stated = false;
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const unsigned silence = catalogue->facts[fact].silence;
        if (silence == 0 && !add_claim(catalogue, fact, list))
            return false;
        incomplete = incomplete || silence == SILENCE_DROPPED;
        if (silence == SILENCE_NONE && catalogue_asserter_of(catalogue, fact) != ASSERTER_EDITOR)
            list->stated = true;
    }
    list->stated = list->stated && !incomplete;
    for (size_t i = 0; i < list->count; i++) {
        struct precondition_row *row = &list->rows[i];
        row->relevant = row->scope == SCOPE_INTERVENTION &&
                        (row->need == NEED_REQUIRED || row->need == NEED_UNSTATED);
        take_state(situation, row);
    }
    return true;
}

static enum intv_status
report_contradiction(const struct intv_catalogue *catalogue, uint32_t present, uint32_t absent,
                     struct intv_diagnostics *diagnostics)
{
    const struct place nowhere = {NULL, 0, 0};
    return diagnostics_add(diagnostics, DIAGNOSTIC_CONTRADICTING_STATES, nowhere,
                           catalogue_id(catalogue, present).bytes,
                           catalogue_id(catalogue, absent).bytes, NULL, NULL);
}

enum intv_status
preconditions_check(const struct intv_situation *situation, struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < situation->said_count; i++) {
        const struct said *present = &situation->said[i];
        for (size_t j = 0; j < situation->said_count && present->state == INTV_PRESENT; j++) {
            const struct said *absent = &situation->said[j];
            if (absent->state == INTV_ABSENT &&
                catalogue_is_ancestor(situation->catalogue, absent->precondition,
                                      present->precondition))
                status = report_contradiction(situation->catalogue, present->precondition,
                                              absent->precondition, diagnostics);
        }
    }
    return status;
}
