/* SPDX-License-Identifier: EUPL-1.2 */
/* Elements, evaluations, risks, and the block of the provider. */
#include <string.h>

#include "explain.h"
#include "layers.h"
#include "program.h"
#include "words.h"

enum
{
    DEEP = EXPLAIN_INDENT + 2,
    FEW_LIMITATIONS = 1 /* shown of each intervention when there are many */
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const DIRECTIONS[] = {"positive", "mixed",       "none",
                                         "negative", "not-studied", ""};
static const char *const STRENGTHS[] = {"demonstrated", "potential", "reported", "component-only",
                                        "unstated"};

static void
print_heading(struct program *program, const char *name)
{
    words_line(program, EXPLAIN_INDENT, STYLE_HEADING, name, NULL, NULL);
}

static bool
is_provider(const struct explaining *explaining, uint32_t fact)
{
    return words_is_asserted_by(explaining->program, fact, "provider");
}

/* ---- elements ---- */

static void
print_elements_of(const struct explaining *explaining, const char *strength)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, explaining->record, "uses-element");
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact =
            intv_record_find_fact(catalogue, explaining->record, "uses-element", i);
        const char *has = intv_fact_get_strength(catalogue, fact);
        if (intv_fact_get_target(catalogue, fact) == INTV_NONE || is_provider(explaining, fact) ||
            strcmp(has[0] != '\0' ? has : "unstated", strength) != 0)
            continue;
        if (is_first) {
            terminal_begin(&program->out, DEEP, DEEP + 2);
            terminal_add(&program->out, STYLE_PLAIN, words_get_of(program, "strength", strength));
        }
        terminal_add(&program->out, STYLE_PLAIN, is_first ? ": " : ", ");
        words_add_value(program, &program->out, STYLE_PLAIN, fact);
        words_add_reference(program, fact);
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}

/* Those the provider names stand in its block. */
static bool
has_elements_to_print(const struct explaining *explaining)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, explaining->record, "uses-element");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact =
            intv_record_find_fact(catalogue, explaining->record, "uses-element", i);
        if (intv_fact_get_target(catalogue, fact) != INTV_NONE && !is_provider(explaining, fact))
            return true;
    }
    return false;
}

void
evidence_print_elements(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    if (!has_elements_to_print(explaining))
        return;
    print_heading(program, "heading-elements");
    for (size_t i = 0; i < LENGTH(STRENGTHS); i++)
        print_elements_of(explaining, STRENGTHS[i]);
}

/* Whether what belongs to a part of the explanation may have been left out when loading. */
static bool
is_lost(const struct explaining *explaining, const char *part)
{
    return intv_explanation_get_silence(explaining->explanation, part) == INTV_DROPPED;
}

/* ---- evaluations ---- */

static bool
states_value(const struct intv_catalogue *catalogue, uint32_t record, const char *field)
{
    const size_t count = intv_record_count_facts(catalogue, record, field);
    for (size_t i = 0; i < count; i++)
        if (intv_fact_get_value(catalogue, intv_record_find_fact(catalogue, record, field, i)) !=
            INTV_VALUE_NONE)
            return true;
    return false;
}

/* All values of a field of an evaluation, with the editor's classifications marked. */
static void
add_values(const struct explaining *explaining, uint32_t evaluation, const char *field)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, evaluation, field);
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, evaluation, field, i);
        if (intv_fact_get_value(catalogue, fact) == INTV_VALUE_NONE)
            continue;
        terminal_add(&program->out, STYLE_PLAIN, is_first ? "" : ", ");
        words_add_value(program, &program->out, STYLE_PLAIN, fact);
        if (words_is_asserted_by(program, fact, "editor"))
            words_add(program, &program->out, STYLE_QUIET, "by-editor", NULL, NULL);
        is_first = false;
    }
}

/* The values, or else why there are none. */
static void
add_field(const struct explaining *explaining, uint32_t evaluation, const char *field)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t first = intv_record_find_fact(catalogue, evaluation, field, 0);
    if (states_value(catalogue, evaluation, field))
        add_values(explaining, evaluation, field);
    else
        words_add_silence(program, &program->out,
                          first != INTV_NONE ? intv_fact_get_silence(catalogue, first)
                                             : "not-stated");
}

static void
add_reports(const struct explaining *explaining, uint32_t evaluation)
{
    struct program *program = explaining->program;
    const size_t count = intv_record_count_facts(program->catalogue, evaluation, "reported-in");
    char number[WORDS_NUMBER_SIZE];
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact =
            intv_record_find_fact(program->catalogue, evaluation, "reported-in", i);
        const size_t found =
            sources_number(program, intv_fact_get_target(program->catalogue, fact), INTV_NONE);
        if (found == 0)
            continue;
        terminal_add(&program->out, STYLE_PLAIN, " [");
        terminal_add(&program->out, STYLE_PLAIN, words_number(found, number));
        terminal_add(&program->out, STYLE_PLAIN, "]");
    }
}

static void
begin_evaluation(const struct explaining *explaining, uint32_t evaluation)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    char year[WORDS_NUMBER_SIZE];
    const uint32_t status = intv_record_find_fact(program->catalogue, evaluation, "status", 0);
    const char *title = intv_record_get_name(program->catalogue, evaluation, program->tag);
    terminal_begin(out, DEEP, DEEP + 2);
    if (explaining->is_full)
        terminal_add(out, STYLE_PLAIN, title);
    else
        words_add_short(out, STYLE_PLAIN, title);
    layers_add_mark(program, out, evaluation);
    if (words_year(program, evaluation, year)) {
        terminal_add(out, STYLE_PLAIN, ", ");
        terminal_add(out, STYLE_PLAIN, year);
    }
    add_reports(explaining, evaluation);
    if (strcmp(intv_fact_get_code(program->catalogue, status), "published") != 0) {
        terminal_add(out, STYLE_PLAIN, " (");
        words_add_value(program, out, STYLE_DOUBT, status);
        terminal_add(out, STYLE_PLAIN, ")");
    }
    terminal_add(out, STYLE_PLAIN, ": ");
    if (states_value(program->catalogue, evaluation, "evaluation-kind")) {
        add_values(explaining, evaluation, "evaluation-kind");
        terminal_add(out, STYLE_PLAIN, "; ");
    }
    words_add(program, out, STYLE_PLAIN, "design-of-study", NULL, NULL);
    add_field(explaining, evaluation, "design");
}

/* Whether a finding belongs to a line: one evaluation, one direction, not said by the provider. */
static bool
is_in_line(const struct explaining *explaining, uint32_t finding, uint32_t evaluation,
           const char *direction)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    return intv_fact_get_record(catalogue, finding) == evaluation &&
           strcmp(intv_fact_get_qualifier(catalogue, finding), direction) == 0 &&
           !is_provider(explaining, finding);
}

/* Whether an earlier finding of the same line has the same outcome. */
static bool
is_outcome_named(const struct explaining *explaining, size_t index, uint32_t evaluation,
                 const char *direction)
{
    const struct intv_explanation *explanation = explaining->explanation;
    const uint32_t outcome = words_find_outcome(
        explaining->program, intv_explanation_get_fact(explanation, "findings", index));
    for (size_t i = 0; i < index; i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, "findings", i);
        if (is_in_line(explaining, fact, evaluation, direction) &&
            words_find_outcome(explaining->program, fact) == outcome)
            return true;
    }
    return false;
}

static void
add_direction(const struct explaining *explaining, size_t direction)
{
    static const enum style STYLES[] = {STYLE_GOOD, STYLE_DOUBT, STYLE_PLAIN,
                                        STYLE_BAD,  STYLE_QUIET, STYLE_PLAIN};
    const char *name = DIRECTIONS[direction][0] != '\0' ? DIRECTIONS[direction] : "unstated";
    struct program *program = explaining->program;
    terminal_add(&program->out, STYLES[direction], words_get_of(program, "direction", name));
    terminal_add(&program->out, STYLE_PLAIN, ": ");
}

static void
add_outcome(const struct explaining *explaining, uint32_t finding)
{
    const struct program *program = explaining->program;
    terminal_add(&explaining->program->out, STYLE_PLAIN,
                 intv_record_get_name(program->catalogue, words_find_outcome(program, finding),
                                      program->tag));
}

/* What an evaluation found for this intervention: the outcomes of one direction. */
static void
add_outcomes(const struct explaining *explaining, uint32_t evaluation, size_t direction)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_count_facts(explaining->explanation, "findings");
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explaining->explanation, "findings", i);
        if (!is_in_line(explaining, fact, evaluation, DIRECTIONS[direction]) ||
            is_outcome_named(explaining, i, evaluation, DIRECTIONS[direction]))
            continue;
        terminal_add(&program->out, STYLE_PLAIN, is_first ? ". " : ", ");
        if (is_first)
            add_direction(explaining, direction);
        add_outcome(explaining, fact);
        is_first = false;
    }
}

/* The same with every finding in its own words. */
static void
print_findings(const struct explaining *explaining, uint32_t evaluation, size_t direction)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_count_facts(explaining->explanation, "findings");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explaining->explanation, "findings", i);
        const char *wording = intv_fact_get_text(program->catalogue, fact, program->tag);
        if (!is_in_line(explaining, fact, evaluation, DIRECTIONS[direction]))
            continue;
        terminal_begin(&program->out, DEEP + 2, DEEP + 4);
        add_direction(explaining, direction);
        add_outcome(explaining, fact);
        terminal_add(&program->out, STYLE_PLAIN, ". ");
        terminal_add(&program->out, STYLE_PLAIN, wording);
        terminal_add(&program->out, STYLE_PLAIN, wording[0] != '\0' ? " " : "");
        words_add_asserter(program, fact);
        terminal_end(&program->out);
    }
}

void
evidence_print_evaluations(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_count_facts(explaining->explanation, "evaluations");
    print_heading(program, "heading-evidence");
    if (count == 0)
        words_line(program, DEEP, STYLE_PLAIN,
                   is_lost(explaining, "evaluations") ? "evaluations-dropped" : "no-evaluation",
                   NULL, NULL);
    else if (is_lost(explaining, "findings"))
        words_line(program, DEEP, STYLE_DOUBT, "findings-dropped", NULL, NULL);
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explaining->explanation, "evaluations", i);
        const uint32_t evaluation = intv_fact_get_record(program->catalogue, fact);
        begin_evaluation(explaining, evaluation);
        for (size_t d = 0; d < LENGTH(DIRECTIONS) && !explaining->is_full; d++)
            add_outcomes(explaining, evaluation, d);
        terminal_end(&program->out);
        for (size_t d = 0; d < LENGTH(DIRECTIONS) && explaining->is_full; d++)
            print_findings(explaining, evaluation, d);
    }
    words_line(program, DEEP, STYLE_PLAIN, "prevention-paradox", NULL, NULL);
}

/* ---- risks ---- */

/* Who says it; the title of the source only in the long form, else its number. */
static void
add_asserter(const struct explaining *explaining, uint32_t fact)
{
    struct program *program = explaining->program;
    const char *locator = intv_fact_get_locator(program->catalogue, fact);
    if (explaining->is_full) {
        words_add_asserter(program, fact);
        return;
    }
    terminal_add(&program->out, STYLE_QUIET,
                 intv_fact_get_asserter_label(program->catalogue, fact, program->language));
    terminal_add(&program->out, STYLE_QUIET, locator[0] != '\0' ? ", " : "");
    terminal_add(&program->out, STYLE_QUIET, locator);
    words_add_reference(program, fact);
}

/* "Side effect: wording Researchers conclude: title, p. 3 [1]" */
static void
print_risk(const struct explaining *explaining, const char *name, uint32_t fact)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const char *silence = intv_fact_get_silence(program->catalogue, fact);
    const char *wording = intv_fact_get_text(program->catalogue, fact, program->tag);
    terminal_begin(out, DEEP, DEEP + 2);
    words_add(program, out, STYLE_BAD, name, NULL, NULL);
    terminal_add(out, STYLE_PLAIN, ": ");
    if (silence[0] != '\0') {
        words_add_silence(program, out, silence);
        terminal_add(out, STYLE_PLAIN, ". ");
    }
    terminal_add(out, STYLE_PLAIN, wording);
    terminal_add(out, STYLE_PLAIN, wording[0] != '\0' ? " " : "");
    add_asserter(explaining, fact);
    terminal_end(out);
}

/* Side effects of the intervention itself and of its evaluations; none beyond the last. */
static uint32_t
find_side_effect(const struct explaining *explaining, size_t index)
{
    return intv_explanation_get_fact(explaining->explanation, "side-effects", index);
}

/* Whether an earlier one already says that this page was not read. */
static bool
is_silence_repeated(const struct explaining *explaining, size_t index)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    const uint32_t fact = find_side_effect(explaining, index);
    const char *silence = intv_fact_get_silence(catalogue, fact);
    if (silence[0] == '\0' || intv_fact_get_text_count(catalogue, fact) > 0)
        return false;
    for (size_t i = 0; i < index; i++) {
        const uint32_t other = find_side_effect(explaining, i);
        if (strcmp(intv_fact_get_silence(catalogue, other), silence) == 0 &&
            intv_fact_get_source(catalogue, other) == intv_fact_get_source(catalogue, fact) &&
            strcmp(intv_fact_get_locator(catalogue, other),
                   intv_fact_get_locator(catalogue, fact)) == 0)
            return true;
    }
    return false;
}

/* Those the provider states of its own intervention stand in its block. */
static void
print_side_effects(const struct explaining *explaining)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    const uint32_t record = intv_explanation_get_record(explaining->explanation);
    bool is_any = false;
    bool has_provider = false;
    for (size_t i = 0; find_side_effect(explaining, i) != INTV_NONE; i++) {
        const uint32_t fact = find_side_effect(explaining, i);
        const bool is_in_block =
            intv_fact_get_record(catalogue, fact) == record && is_provider(explaining, fact);
        has_provider = has_provider || is_in_block;
        if (is_in_block || is_silence_repeated(explaining, i))
            continue;
        print_risk(explaining, "side-effect", fact);
        is_any = true;
    }
    if (!is_any && is_lost(explaining, "side-effects"))
        words_line(explaining->program, DEEP, STYLE_PLAIN, "side-effect-dropped", NULL, NULL);
    else if (!is_any)
        words_line(explaining->program, DEEP, STYLE_PLAIN,
                   has_provider ? "side-effect-by-provider" : "no-side-effect", NULL, NULL);
}

static void
print_negative_findings(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_count_facts(explaining->explanation, "negative-findings");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact =
            intv_explanation_get_fact(explaining->explanation, "negative-findings", i);
        const char *wording = intv_fact_get_text(program->catalogue, fact, program->tag);
        terminal_begin(&program->out, DEEP, DEEP + 2);
        words_add(program, &program->out, STYLE_BAD, "negative-finding", NULL, NULL);
        terminal_add(&program->out, STYLE_PLAIN, ": ");
        add_outcome(explaining, fact);
        terminal_add(&program->out, STYLE_PLAIN, ". ");
        terminal_add(&program->out, STYLE_PLAIN, wording);
        terminal_add(&program->out, STYLE_PLAIN, wording[0] != '\0' ? " " : "");
        add_asserter(explaining, fact);
        terminal_end(&program->out);
    }
}

/* The condition of a verdict; when it begins with "Als" or "When" it goes on from the verdict. */
static const char *
find_condition(const struct program *program, uint32_t verdict, bool *goes_on)
{
    static const char *const BEGINNINGS[] = {"Als ", "Wanneer ", "When ", "If "};
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_fact_get_child_count(catalogue, verdict);
    const char *text = "";
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t child = intv_fact_get_child(catalogue, verdict, i);
        if (strcmp(intv_fact_get_field(catalogue, child), "condition") == 0)
            text = intv_fact_get_text(catalogue, child, program->tag);
    }
    *goes_on = false;
    for (size_t i = 0; i < LENGTH(BEGINNINGS); i++)
        if (strncmp(text, BEGINNINGS[i], strlen(BEGINNINGS[i])) == 0) {
            *goes_on = true;
            return text + strlen(BEGINNINGS[i]);
        }
    return text;
}

/* The verdict, its condition, and who says it. */
static void
add_verdict(const struct explaining *explaining, uint32_t verdict)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const char *code = intv_fact_get_code(program->catalogue, verdict);
    const char *wording = intv_fact_get_text(program->catalogue, verdict, program->tag);
    bool goes_on;
    const char *condition = find_condition(program, verdict, &goes_on);
    terminal_add(out, STYLE_BAD, words_get_of(program, goes_on ? "verdict-when" : "verdict", code));
    terminal_add(out, STYLE_PLAIN, goes_on ? " " : ". ");
    terminal_add(out, STYLE_PLAIN, condition);
    terminal_add(out, STYLE_PLAIN, condition[0] != '\0' ? " " : "");
    if (explaining->is_full && wording[0] != '\0') {
        terminal_add(out, STYLE_PLAIN, wording);
        terminal_add(out, STYLE_PLAIN, " ");
    }
    add_asserter(explaining, verdict);
}

static void
print_warning(const struct explaining *explaining, uint32_t verdict)
{
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *silence = intv_fact_get_silence(catalogue, verdict);
    terminal_begin(out, DEEP, DEEP + 2);
    words_add(program, out, STYLE_BAD, "warning-on", NULL, NULL);
    terminal_add(out, STYLE_PLAIN, " ");
    terminal_add(
        out, STYLE_PLAIN,
        intv_record_get_name(catalogue, intv_fact_get_record(catalogue, verdict), program->tag));
    terminal_add(out, STYLE_PLAIN, ": ");
    if (silence[0] != '\0') {
        words_add_silence(program, out, silence);
        terminal_add(out, STYLE_PLAIN, ".");
    } else {
        add_verdict(explaining, verdict);
    }
    terminal_end(out);
}

/* One line, unless it is told of an element by name already. */
static void
print_lost_warnings(const struct explaining *explaining)
{
    const struct intv_explanation *explanation = explaining->explanation;
    bool is_told = false;
    for (size_t i = 0; i < intv_explanation_count_facts(explanation, "warnings"); i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, "warnings", i);
        is_told = is_told || intv_fact_get_silence(explaining->program->catalogue, fact)[0] != '\0';
    }
    if (!is_told && is_lost(explaining, "warnings"))
        words_line(explaining->program, DEEP, STYLE_DOUBT, "warnings-dropped", NULL, NULL);
}

static void
print_limitations(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const size_t count = intv_explanation_count_facts(explaining->explanation, "limitations");
    const size_t most = explaining->is_full ? SIZE_MAX : FEW_LIMITATIONS;
    char number[WORDS_NUMBER_SIZE];
    size_t shown = 0;
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explaining->explanation, "limitations", i);
        if (is_provider(explaining, fact))
            continue;
        if (shown < most)
            print_risk(explaining, "limitation", fact);
        else
            left++;
        shown++;
    }
    if (left > 0)
        words_line(program, DEEP, STYLE_QUIET, "more-limitations", words_number(left, number),
                   intv_record_get_id(program->catalogue, explaining->record));
}

void
evidence_print_risks(const struct explaining *explaining)
{
    const size_t warnings = intv_explanation_count_facts(explaining->explanation, "warnings");
    print_heading(explaining->program, "heading-risks");
    print_side_effects(explaining);
    print_negative_findings(explaining);
    for (size_t i = 0; i < warnings; i++)
        print_warning(explaining,
                      intv_explanation_get_fact(explaining->explanation, "warnings", i));
    print_lost_warnings(explaining);
    print_limitations(explaining);
}

/* ---- the provider ---- */

/* Claims of the provider among the facts of a field, one to a line. */
static size_t
count_claims(const struct explaining *explaining, const char *field, bool prints)
{
    const struct intv_catalogue *catalogue = explaining->program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, explaining->record, field);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, explaining->record, field, i);
        if (!is_provider(explaining, fact))
            continue;
        found++;
        if (prints)
            print_risk(explaining, field, fact);
    }
    return found;
}

static void
print_provider_elements(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, explaining->record, "uses-element");
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact =
            intv_record_find_fact(catalogue, explaining->record, "uses-element", i);
        if (!is_provider(explaining, fact))
            continue;
        if (is_first) {
            terminal_begin(&program->out, DEEP, DEEP + 2);
            words_add(program, &program->out, STYLE_PLAIN, "field-uses-element", NULL, NULL);
        }
        terminal_add(&program->out, STYLE_PLAIN, is_first ? ": " : ", ");
        words_add_value(program, &program->out, STYLE_PLAIN, fact);
        words_add_reference(program, fact);
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}

void
evidence_print_provider(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    char number[WORDS_NUMBER_SIZE];
    const bool is_full = explaining->is_full;
    const size_t others = count_claims(explaining, "side-effect", false) +
                          count_claims(explaining, "limitation", false);
    const size_t elements = is_full ? count_claims(explaining, "uses-element", false) : 0;
    if (!criteria_has_provider(explaining) && others + elements == 0)
        return;
    print_heading(program, "heading-provider");
    criteria_print_provider(explaining);
    count_claims(explaining, "side-effect", true);
    if (is_full) {
        count_claims(explaining, "limitation", true);
        print_provider_elements(explaining);
    } else if (count_claims(explaining, "limitation", false) > 0) {
        words_line(program, DEEP, STYLE_QUIET, "more-limitations",
                   words_number(count_claims(explaining, "limitation", false), number),
                   intv_record_get_id(program->catalogue, explaining->record));
    }
}
