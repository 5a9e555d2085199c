/* SPDX-License-Identifier: EUPL-1.2 */
#include "filter.h"

#include <stdlib.h>

#include "messages.h"
#include "program.h"

/* Options that narrow a list down: each is a must in a situation that looks at everything. */
static const enum option_id FILTERS[] = {OPTION_TYPE, OPTION_MUNICIPALITY, OPTION_ELEMENT};

static bool
is_filter(enum option_id id)
{
    for (size_t i = 0; i < sizeof(FILTERS) / sizeof(FILTERS[0]); i++)
        if (FILTERS[i] == id)
            return true;
    return false;
}

bool
filter_is_wanted(const struct program *program)
{
    for (size_t i = 0; i < program->options.given_count; i++)
        if (is_filter(program->options.given[i].id))
            return true;
    return false;
}

/* All options are tried, so that everything wrong is told at once. */
static bool
add_musts(struct program *program, struct intv_situation *situation)
{
    bool is_good = true;
    for (size_t i = 0; i < program->options.given_count; i++) {
        const struct given *given = &program->options.given[i];
        if (!is_filter(given->id))
            continue;
        const char *field = options_get_name(given->id);
        is_good = intv_situation_add(situation, INTV_MUST, field, given->argument,
                                     program->diagnostics) == INTV_OK &&
                  is_good;
        message_say_diagnostics(program, field, given->argument);
    }
    return is_good;
}

/* Whether every criterion is met; a narrower or unknown value is not enough. */
static bool
is_met(const struct intv_explanation *explanation)
{
    for (size_t i = 0; i < intv_explanation_get_criterion_count(explanation); i++)
        if (intv_explanation_get_criterion_state(explanation, i) != INTV_MET)
            return false;
    return true;
}

static bool
take_met(const struct program *program, const struct intv_match *match, struct selection *selection)
{
    const enum intv_kind kind = INTV_KIND_INTERVENTION;
    const uint32_t count = intv_catalogue_get_record_count(program->catalogue, kind);
    for (uint32_t i = 0; i < count; i++) {
        struct intv_explanation *explanation = NULL;
        const uint32_t record = intv_catalogue_get_record(program->catalogue, kind, i);
        if (intv_explanation_new(match, record, &explanation) != INTV_OK)
            return false;
        if (is_met(explanation))
            selection->records[selection->count++] = record;
        intv_explanation_free(explanation);
    }
    return true;
}

static bool
take_all(const struct program *program, enum intv_kind kind, struct selection *selection)
{
    const uint32_t count = intv_catalogue_get_record_count(program->catalogue, kind);
    for (uint32_t i = 0; i < count; i++)
        selection->records[selection->count++] =
            intv_catalogue_get_record(program->catalogue, kind, i);
    return true;
}

static bool
take_filtered(struct program *program, struct selection *selection)
{
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    bool is_good = false;
    if (intv_situation_new(program->catalogue, &situation) != INTV_OK)
        message_say(program, "no-memory", NULL, NULL, NULL);
    else if (add_musts(program, situation)) {
        is_good = intv_match_new(situation, &match, NULL) == INTV_OK &&
                  take_met(program, match, selection);
        if (!is_good)
            message_say(program, "no-memory", NULL, NULL, NULL);
    }
    intv_match_free(match);
    intv_situation_free(situation);
    return is_good;
}

bool
filter_select(struct program *program, enum intv_kind kind, struct selection *selection)
{
    const uint32_t count = intv_catalogue_get_record_count(program->catalogue, kind);
    *selection = (struct selection){kind, calloc((size_t)count + 1, sizeof(uint32_t)), 0};
    if (selection->records == NULL) {
        message_say(program, "no-memory", NULL, NULL, NULL);
        return false;
    }
    return filter_is_wanted(program) ? take_filtered(program, selection)
                                     : take_all(program, kind, selection);
}
