/* SPDX-License-Identifier: EUPL-1.2 */
/* The preconditions of an explanation, by part, scope, need and asserter. */
#include <string.h>

#include "explain.h"
#include "layers.h"
#include "program.h"
#include "words.h"

static const char *const SCOPES[] = {"intervention", "collaboration", "evaluation"};
static const char *const NEEDS[] = {"required", "recommended", "facilitating", "unstated"};
static const char *const ASSERTERS[] = {"evaluation", "respondents", "guideline", "method",
                                        "policy",     "editor",      "provider"};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* One line of preconditions: those that share all of these. */
struct group
{
    enum precondition_part part;
    const char *scope;
    const char *need;
    const char *asserter;
};

static enum precondition_part
choose_part(const struct intv_explanation *explanation, size_t index)
{
    const uint32_t flags = intv_explanation_get_precondition_flags(explanation, index);
    switch (intv_explanation_get_precondition_state(explanation, index)) {
    case INTV_PRESENT:
        return PART_PRESENT;
    case INTV_PARTLY_PRESENT:
        return PART_PARTLY;
    case INTV_ABSENT:
        return (flags & INTV_PRECONDITION_BLOCKING) != 0 ? PART_BLOCKING : PART_ABSENT;
    default:
        return (flags & INTV_PRECONDITION_RELEVANT) != 0 ? PART_TO_ANSWER : PART_ALSO_NAMED;
    }
}

/* ---- the claims on a precondition ---- */

static uint32_t
find_claim(const struct explaining *explaining, uint32_t precondition, size_t from, size_t *at)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    const size_t count =
        intv_record_count_facts(catalogue, explaining->record, "needs-precondition");
    for (size_t i = from; i < count; i++) {
        const uint32_t fact =
            intv_record_find_fact(catalogue, explaining->record, "needs-precondition", i);
        if (intv_fact_get_target(catalogue, fact) == precondition) {
            *at = i;
            return fact;
        }
    }
    return INTV_NONE;
}

static unsigned
rank_need(const char *need)
{
    for (unsigned i = 0; i < LENGTH(NEEDS); i++)
        if (strcmp(NEEDS[i], need) == 0)
            return i;
    return LENGTH(NEEDS) - 1; /* a need that is left out is unstated */
}

/* Lower leads: the strongest need first, then who says it, the provider last. */
static unsigned
rank_claim(const struct explaining *explaining, uint32_t claim)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    unsigned rank = rank_need(intv_fact_get_qualifier(catalogue, claim)) * 10;
    if (words_is_asserted_by(explaining->program, claim, "provider"))
        rank += 2;
    else if (words_is_asserted_by(explaining->program, claim, "editor"))
        rank += 4;
    if (strcmp(intv_fact_get_strength(catalogue, claim), "potential") == 0)
        rank += 1;
    return rank;
}

static uint32_t
find_leading(const struct explaining *explaining, uint32_t precondition)
{
    uint32_t leading = INTV_NONE;
    size_t at = 0;
    for (uint32_t claim = find_claim(explaining, precondition, 0, &at); claim != INTV_NONE;
         claim = find_claim(explaining, precondition, at + 1, &at))
        if (leading == INTV_NONE || rank_claim(explaining, claim) < rank_claim(explaining, leading))
            leading = claim;
    return leading;
}

static bool
is_in_group(const struct explaining *explaining, size_t index, const struct group *group)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const uint32_t precondition = intv_explanation_get_precondition(explanation, index);
    return choose_part(explanation, index) == group->part &&
           strcmp(intv_explanation_get_precondition_scope(explanation, index), group->scope) == 0 &&
           strcmp(intv_explanation_get_precondition_need(explanation, index), group->need) == 0 &&
           words_is_asserted_by(explaining->program, find_leading(explaining, precondition),
                                group->asserter);
}

/* ---- one precondition ---- */

static void
add_strength(const struct explaining *explaining, uint32_t claim)
{
    struct program *program = explaining->program;
    const char *strength = intv_fact_get_strength(program->catalogue, claim);
    if (strength[0] == '\0' || strcmp(strength, "unstated") == 0)
        return;
    terminal_add(&program->out, STYLE_QUIET, " (");
    terminal_add(&program->out, STYLE_QUIET,
                 intv_fact_get_strength_label(program->catalogue, claim, program->language));
    terminal_add(&program->out, STYLE_QUIET, ")");
}

/* Who can help with what is not in place. */
static void
add_help(const struct explaining *explaining, uint32_t precondition)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, precondition, "helped-by");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, precondition, "helped-by", i);
        const uint32_t organisation = intv_fact_get_target(catalogue, fact);
        if (organisation == INTV_NONE)
            continue;
        words_add(program, &program->out, STYLE_PLAIN, "can-help",
                  intv_record_get_name(catalogue, organisation, program->tag), NULL);
        words_add_reference(program, fact);
    }
}

static void
add_precondition(const struct explaining *explaining, size_t index)
{
    struct program *program = explaining->program;
    const struct intv_explanation *explanation = explaining->explanation;
    const uint32_t precondition = intv_explanation_get_precondition(explanation, index);
    const enum precondition_part part = choose_part(explanation, index);
    size_t at = 0;
    terminal_add(&program->out, STYLE_PLAIN,
                 intv_record_get_name(program->catalogue, precondition, program->tag));
    layers_add_mark(program, &program->out, precondition);
    add_strength(explaining, find_leading(explaining, precondition));
    for (uint32_t claim = find_claim(explaining, precondition, 0, &at); claim != INTV_NONE;
         claim = find_claim(explaining, precondition, at + 1, &at))
        words_add_reference(program, claim);
    if ((intv_explanation_get_precondition_flags(explanation, index) & INTV_PRECONDITION_DERIVED) !=
        0)
        words_add(program, &program->out, STYLE_PLAIN, "derived-state", NULL, NULL);
    if (part == PART_BLOCKING || part == PART_ABSENT)
        add_help(explaining, precondition);
}

/* Every claim with its own wording. */
static void
print_wordings(const struct explaining *explaining, uint32_t precondition)
{
    struct program *program = explaining->program;
    size_t at = 0;
    for (uint32_t claim = find_claim(explaining, precondition, 0, &at); claim != INTV_NONE;
         claim = find_claim(explaining, precondition, at + 1, &at)) {
        const char *wording = intv_fact_get_text(program->catalogue, claim, program->tag);
        terminal_begin(&program->out, EXPLAIN_INDENT + 8, EXPLAIN_INDENT + 8);
        terminal_add(&program->out, STYLE_PLAIN, wording);
        terminal_add(&program->out, STYLE_PLAIN, wording[0] != '\0' ? " " : "");
        words_add_asserter(program, claim);
        terminal_end(&program->out);
    }
}

/* ---- groups ---- */

/*
 * What decides is always for delivery; only the long form says so in a line above. Elsewhere the
 * scope is named.
 */
static bool
names_scope(const struct explaining *explaining, enum precondition_part part)
{
    return explaining->is_full || (part != PART_BLOCKING && part != PART_TO_ANSWER);
}

/* "Required according to the researchers:" */
static void
begin_group(const struct explaining *explaining, const struct group *group)
{
    struct program *program = explaining->program;
    char name[32];
    snprintf(name, sizeof(name), "need-%s", group->need);
    const unsigned indent = EXPLAIN_INDENT + (names_scope(explaining, group->part) ? 4 : 2);
    terminal_begin(&program->out, indent, indent + 2);
    words_add(program, &program->out, STYLE_PLAIN, name,
              words_get_of(program, "according-to", group->asserter), NULL);
    terminal_add(&program->out, STYLE_PLAIN, ":");
}

/* One precondition and what each source says of it. */
static void
print_precondition(const struct explaining *explaining, size_t index)
{
    terminal_begin(&explaining->program->out, EXPLAIN_INDENT + 6, EXPLAIN_INDENT + 8);
    add_precondition(explaining, index);
    terminal_end(&explaining->program->out);
    print_wordings(explaining, intv_explanation_get_precondition(explaining->explanation, index));
}

static void
print_group(const struct explaining *explaining, const struct group *group)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_get_precondition_count(explaining->explanation);
    const bool is_full = explaining->is_full;
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        if (!is_in_group(explaining, i, group))
            continue;
        if (is_first)
            begin_group(explaining, group);
        if (is_first && is_full)
            terminal_end(&program->out);
        if (is_full) {
            print_precondition(explaining, i);
        } else {
            terminal_add(&program->out, STYLE_PLAIN, is_first ? " " : ", ");
            add_precondition(explaining, i);
        }
        is_first = false;
    }
    if (!is_first && !is_full)
        terminal_end(&program->out);
}

static bool
has_scope(const struct explaining *explaining, enum precondition_part part, const char *scope)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const size_t count = intv_explanation_get_precondition_count(explanation);
    for (size_t i = 0; i < count; i++)
        if (choose_part(explanation, i) == part &&
            strcmp(intv_explanation_get_precondition_scope(explanation, i), scope) == 0)
            return true;
    return false;
}

static void
print_scope(const struct explaining *explaining, enum precondition_part part, const char *scope)
{
    struct program *program = explaining->program;
    struct group group = {.part = part, .scope = scope};
    terminal_begin(&program->out, EXPLAIN_INDENT + 2, EXPLAIN_INDENT + 4);
    terminal_add(&program->out, STYLE_PLAIN, words_get_of(program, "scope", scope));
    if (part == PART_PARTLY)
        words_add(program, &program->out, STYLE_DOUBT, "in-part", NULL, NULL);
    if (names_scope(explaining, part))
        terminal_end(&program->out);
    for (size_t need = 0; need < LENGTH(NEEDS); need++)
        for (size_t asserter = 0; asserter < LENGTH(ASSERTERS); asserter++) {
            group.need = NEEDS[need];
            group.asserter = ASSERTERS[asserter];
            print_group(explaining, &group);
        }
}

bool
preconditions_has(const struct explaining *explaining, enum precondition_part part)
{
    const size_t count = intv_explanation_get_precondition_count(explaining->explanation);
    for (size_t i = 0; i < count; i++)
        if (choose_part(explaining->explanation, i) == part)
            return true;
    return false;
}

void
preconditions_print(const struct explaining *explaining, enum precondition_part part)
{
    for (size_t i = 0; i < LENGTH(SCOPES); i++)
        if (has_scope(explaining, part, SCOPES[i]))
            print_scope(explaining, part, SCOPES[i]);
}

/* ---- silence ---- */

bool
preconditions_has_silence(const struct explaining *explaining)
{
    return intv_explanation_count_facts(explaining->explanation, "preconditions-silence") > 0 ||
           intv_explanation_get_precondition_count(explaining->explanation) == 0;
}

/* Marks of one cause in one paragraph, each with the place where the answer may stand. */
static void
print_marks(const struct explaining *explaining, const char *cause)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const size_t count =
        intv_explanation_count_facts(explaining->explanation, "preconditions-silence");
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        const uint32_t mark =
            intv_explanation_get_fact(explaining->explanation, "preconditions-silence", i);
        const char *locator = intv_fact_get_locator(program->catalogue, mark);
        if (strcmp(intv_fact_get_silence(program->catalogue, mark), cause) != 0)
            continue;
        if (is_first) {
            terminal_begin(out, EXPLAIN_INDENT + 2, EXPLAIN_INDENT + 4);
            words_add(program, out, STYLE_PLAIN, "field-needs-precondition", NULL, NULL);
            terminal_add(out, STYLE_PLAIN, ": ");
            words_add_silence(program, out, cause);
        }
        if (locator[0] != '\0' || intv_fact_get_source(program->catalogue, mark) != INTV_NONE)
            terminal_add(out, STYLE_PLAIN, is_first ? ":" : ";");
        terminal_add(out, STYLE_PLAIN, locator[0] != '\0' ? " " : "");
        terminal_add(out, STYLE_PLAIN, locator);
        words_add_reference(program, mark);
        is_first = false;
    }
    if (!is_first)
        terminal_end(out);
}

void
preconditions_print_silence(const struct explaining *explaining)
{
    static const char *const CAUSES[] = {"dropped", "not-read", "searched", "none"};
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    for (size_t i = 0; i < LENGTH(CAUSES); i++)
        print_marks(explaining, CAUSES[i]);
    if (intv_explanation_count_facts(explaining->explanation, "preconditions-silence") > 0 ||
        intv_explanation_get_precondition_count(explaining->explanation) > 0)
        return;
    terminal_begin(out, EXPLAIN_INDENT + 2, EXPLAIN_INDENT + 4);
    words_add(program, out, STYLE_PLAIN, "field-needs-precondition", NULL, NULL);
    terminal_add(out, STYLE_PLAIN, ": ");
    words_add_silence(program, out, "not-stated");
    terminal_add(out, STYLE_PLAIN, ".");
    terminal_end(out);
}
