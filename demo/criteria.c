/* SPDX-License-Identifier: EUPL-1.2 */
/* The criteria of an explanation: state, reason, and who says so. */
#include <string.h>

#include "asking.h"
#include "explain.h"
#include "program.h"
#include "words.h"

enum
{
    FEW_CLAIMS = 2, /* shown of each criterion when there are many interventions */
    FEW_VALUES = 3
};

static const enum style STATE_STYLES[] = {
    [INTV_MET] = STYLE_GOOD,  [INTV_PARTLY_MET] = STYLE_DOUBT,     [INTV_UNKNOWN] = STYLE_DOUBT,
    [INTV_UNMET] = STYLE_BAD, [INTV_NOT_APPLICABLE] = STYLE_QUIET,
};

bool
criteria_has_state(const struct explaining *explaining, enum intv_state state)
{
    const size_t count = intv_explanation_get_criterion_count(explaining->explanation);
    for (size_t i = 0; i < count; i++)
        if (intv_explanation_get_criterion_state(explaining->explanation, i) == state)
            return true;
    return false;
}

/* ---- who says so ---- */

/* Whether two claims come from the same place, so that naming one is enough. */
static bool
is_same_place(const struct intv_catalogue *catalogue, uint32_t one, uint32_t other)
{
    return intv_fact_get_source(catalogue, one) == intv_fact_get_source(catalogue, other) &&
           strcmp(intv_fact_get_asserter(catalogue, one),
                  intv_fact_get_asserter(catalogue, other)) == 0 &&
           strcmp(intv_fact_get_locator(catalogue, one), intv_fact_get_locator(catalogue, other)) ==
               0;
}

static bool
is_named_before(const struct explaining *explaining, size_t criterion, size_t claim)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const uint32_t this_one = intv_explanation_get_claim(explanation, criterion, claim);
    for (size_t i = 0; i < claim; i++)
        if (is_same_place(explaining->program->catalogue, this_one,
                          intv_explanation_get_claim(explanation, criterion, i)))
            return true;
    return false;
}

/*
 * The claims that decide a criterion. Those of the provider stand in their own block; only where
 * sources contradict each other all stand together, each with what it says.
 */
static void
add_claims(const struct explaining *explaining, size_t criterion)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const struct intv_explanation *explanation = explaining->explanation;
    const bool has_conflict = intv_explanation_is_criterion_conflict(explanation, criterion) != 0;
    const size_t count = intv_explanation_get_deciding_count(explanation, criterion);
    const size_t most = explaining->is_full || has_conflict ? SIZE_MAX : FEW_CLAIMS;
    size_t shown = 0;
    bool has_provider = false;
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = intv_explanation_get_claim(explanation, criterion, i);
        const bool is_provider = words_is_asserted_by(program, claim, "provider");
        has_provider = has_provider || is_provider;
        if (shown == most ||
            (!has_conflict && (is_provider || is_named_before(explaining, criterion, i))))
            continue;
        terminal_add(out, STYLE_PLAIN, shown++ > 0 ? "; " : " ");
        if (has_conflict) {
            words_add_value(program, out, STYLE_PLAIN, claim);
            terminal_add(out, STYLE_PLAIN, " - ");
        }
        words_add_asserter(program, claim);
    }
    terminal_add(out, STYLE_PLAIN, shown == 0 && has_provider ? " " : "");
    if (shown == 0 && has_provider)
        words_add(program, out, STYLE_PLAIN, "only-provider", NULL, NULL);
}

/* A finding is named by its outcome and its direction. */
static void
add_finding(struct program *program, uint32_t finding)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *direction = intv_fact_get_qualifier(catalogue, finding);
    terminal_add(
        &program->out, STYLE_PLAIN,
        intv_record_get_name(catalogue, words_find_outcome(program, finding), program->tag));
    terminal_add(&program->out, STYLE_PLAIN, " (");
    terminal_add(&program->out, STYLE_PLAIN,
                 words_get_of(program, "direction", direction[0] != '\0' ? direction : "unstated"));
    terminal_add(&program->out, STYLE_PLAIN, ")");
}

static void
add_stated_value(const struct explaining *explaining, uint32_t claim)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    if (intv_fact_get_value(catalogue, claim) == INTV_VALUE_NONE)
        add_finding(program, claim);
    words_add_value(program, &program->out, STYLE_PLAIN, claim);
    if (words_is_asserted_by(program, claim, "editor"))
        words_add(program, &program->out, STYLE_QUIET, "by-editor", NULL, NULL);
    if (words_is_asserted_by(program, claim, "provider"))
        words_add(program, &program->out, STYLE_QUIET, "by-provider", NULL, NULL);
    words_add_reference(program, claim);
}

/* What was stated instead, so that readers can judge for themselves. */
static void
add_stated(const struct explaining *explaining, size_t criterion)
{
    struct program *program = explaining->program;
    const struct intv_explanation *explanation = explaining->explanation;
    const size_t count = intv_explanation_get_claim_count(explanation, criterion);
    const size_t most = explaining->is_full ? SIZE_MAX : FEW_VALUES;
    char number[WORDS_NUMBER_SIZE];
    size_t stated = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = intv_explanation_get_claim(explanation, criterion, i);
        if (intv_fact_get_silence(program->catalogue, claim)[0] != '\0' || stated++ >= most)
            continue;
        if (stated == 1)
            words_add(program, &program->out, STYLE_PLAIN, "stated-instead", NULL, NULL);
        terminal_add(&program->out, STYLE_PLAIN, stated > 1 ? ", " : " ");
        add_stated_value(explaining, claim);
    }
    if (stated > most)
        words_add(program, &program->out, STYLE_PLAIN, "and-more",
                  words_number(stated - most, number), NULL);
    terminal_add(&program->out, STYLE_PLAIN, stated > 0 ? "." : "");
}

/* The mark that says why nothing is stated, with the place where it may stand. */
static void
add_silence(const struct explaining *explaining, size_t criterion)
{
    struct program *program = explaining->program;
    const struct intv_explanation *explanation = explaining->explanation;
    const char *silence = intv_explanation_get_criterion_silence(explanation, criterion);
    const size_t count = intv_explanation_get_claim_count(explanation, criterion);
    if (silence[0] == '\0')
        return;
    terminal_add(&program->out, STYLE_PLAIN, " ");
    words_add_silence(program, &program->out, silence);
    terminal_add(&program->out, STYLE_PLAIN, ".");
    for (size_t i = 0; i < count; i++) {
        const uint32_t mark = intv_explanation_get_claim(explanation, criterion, i);
        if (strcmp(intv_fact_get_silence(program->catalogue, mark), silence) != 0 ||
            intv_fact_get_source(program->catalogue, mark) == INTV_NONE)
            continue;
        terminal_add(&program->out, STYLE_PLAIN, " ");
        words_add(program, &program->out, STYLE_PLAIN, "may-stand-in", NULL, NULL);
        words_add_source(program, mark);
        return;
    }
}

static void
add_criterion(const struct explaining *explaining, size_t index)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const struct intv_explanation *explanation = explaining->explanation;
    const bool is_must = intv_explanation_get_criterion_importance(explanation, index) == INTV_MUST;
    terminal_add(out, STYLE_PLAIN,
                 intv_explanation_get_criterion_field(explanation, index, program->language));
    terminal_add(out, STYLE_PLAIN, " ");
    asking_add_options(program, intv_explanation_get_situation(explanation), index);
    terminal_add(out, STYLE_PLAIN, " (");
    words_add(program, out, STYLE_PLAIN, is_must ? "importance-must" : "importance-wish", NULL,
              NULL);
    terminal_add(out, STYLE_PLAIN, ")");
    /* a cause of silence says more than the reason "nothing is stated" */
    if (intv_explanation_get_criterion_silence(explanation, index)[0] == '\0') {
        terminal_add(out, STYLE_PLAIN, ", ");
        terminal_add(
            out, STYLE_PLAIN,
            intv_explanation_get_criterion_reason_label(explanation, index, program->language));
    }
    terminal_add(out, STYLE_PLAIN, ".");
}

/* "Met: setting school (wish), stated as asked. Researchers conclude: title, p. 3 [1]" */
static void
print_criterion(const struct explaining *explaining, size_t index)
{
    struct program *program = explaining->program;
    const enum intv_state state =
        intv_explanation_get_criterion_state(explaining->explanation, index);
    terminal_begin(&program->out, EXPLAIN_INDENT + 2, EXPLAIN_INDENT + 4);
    terminal_add(&program->out, STATE_STYLES[state],
                 intv_state_get_label(state, program->language));
    terminal_add(&program->out, STYLE_PLAIN, ": ");
    add_criterion(explaining, index);
    if (state == INTV_UNKNOWN)
        add_silence(explaining, index);
    if (state == INTV_MET || state == INTV_PARTLY_MET)
        add_claims(explaining, index);
    else
        add_stated(explaining, index);
    terminal_end(&program->out);
}

static void
print_with_state(const struct explaining *explaining, enum intv_state state)
{
    const size_t count = intv_explanation_get_criterion_count(explaining->explanation);
    for (size_t i = 0; i < count; i++)
        if (intv_explanation_get_criterion_state(explaining->explanation, i) == state)
            print_criterion(explaining, i);
}

void
criteria_print_decided(const struct explaining *explaining)
{
    print_with_state(explaining, INTV_UNMET);
    print_with_state(explaining, INTV_MET);
    print_with_state(explaining, INTV_NOT_APPLICABLE);
}

void
criteria_print_partly(const struct explaining *explaining)
{
    print_with_state(explaining, INTV_PARTLY_MET);
}

void
criteria_print_unknown(const struct explaining *explaining)
{
    print_with_state(explaining, INTV_UNKNOWN);
}

void
criteria_print_failed(const struct explaining *explaining)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const size_t count = intv_explanation_get_criterion_count(explanation);
    for (size_t i = 0; i < count; i++)
        if (intv_explanation_get_criterion_state(explanation, i) == INTV_UNMET &&
            intv_explanation_get_criterion_importance(explanation, i) == INTV_MUST)
            print_criterion(explaining, i);
}

/* ---- what the provider says ---- */

/* The first claim of the provider among those that decide a criterion, or none. */
static uint32_t
find_provider_claim(const struct explaining *explaining, size_t criterion)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const enum intv_state state = intv_explanation_get_criterion_state(explanation, criterion);
    const size_t count = intv_explanation_get_deciding_count(explanation, criterion);
    if ((state != INTV_MET && state != INTV_PARTLY_MET) ||
        intv_explanation_is_criterion_conflict(explanation, criterion))
        return INTV_NONE;
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = intv_explanation_get_claim(explanation, criterion, i);
        if (words_is_asserted_by(explaining->program, claim, "provider"))
            return claim;
    }
    return INTV_NONE;
}

bool
criteria_has_provider(const struct explaining *explaining)
{
    const size_t count = intv_explanation_get_criterion_count(explaining->explanation);
    for (size_t i = 0; i < count; i++)
        if (find_provider_claim(explaining, i) != INTV_NONE)
            return true;
    return false;
}

void
criteria_print_provider(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_get_criterion_count(explaining->explanation);
    bool is_first = true;
    terminal_begin(&program->out, EXPLAIN_INDENT + 2, EXPLAIN_INDENT + 4);
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = find_provider_claim(explaining, i);
        if (claim == INTV_NONE)
            continue;
        terminal_add(&program->out, STYLE_PLAIN, is_first ? "" : "; ");
        terminal_add(
            &program->out, STYLE_PLAIN,
            intv_explanation_get_criterion_field(explaining->explanation, i, program->language));
        terminal_add(&program->out, STYLE_PLAIN, " ");
        words_add_value(program, &program->out, STYLE_PLAIN, claim);
        words_add_reference(program, claim);
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}
