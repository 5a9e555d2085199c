/* SPDX-License-Identifier: EUPL-1.2 */
#include "explain.h"

#include <string.h>

#include "layers.h"
#include "program.h"
#include "words.h"

static void
print_heading(const struct explaining *explaining, const char *name)
{
    words_line(explaining->program, EXPLAIN_INDENT, STYLE_HEADING, name, NULL, NULL);
}

static void
print_name(const struct explaining *explaining, size_t number)
{
    static const enum style STYLES[] = {
        [INTV_FITS] = STYLE_GOOD,
        [INTV_OPEN] = STYLE_DOUBT,
        [INTV_BLOCKED] = STYLE_BAD,
        [INTV_EXCLUDED] = STYLE_BAD,
    };
    struct program *program = explaining->program;
    struct terminal *out = &program->out;
    const enum intv_category category = intv_explanation_get_category(explaining->explanation);
    char text[WORDS_NUMBER_SIZE];
    terminal_begin(out, 0, EXPLAIN_INDENT);
    if (number > 0) {
        terminal_add(out, STYLE_HEADING, words_number(number, text));
        terminal_add(out, STYLE_HEADING, ". ");
    }
    terminal_add(out, STYLE_HEADING,
                 intv_record_get_name(program->catalogue, explaining->record, program->tag));
    terminal_add(out, STYLE_QUIET, " (");
    terminal_add(out, STYLE_QUIET, intv_record_get_id(program->catalogue, explaining->record));
    terminal_add(out, STYLE_QUIET, ")");
    layers_add_mark(program, out, explaining->record);
    terminal_end(out);
    terminal_line(out, EXPLAIN_INDENT, category < 4u ? STYLES[category] : STYLE_PLAIN,
                  intv_category_get_label(category, program->language));
}

static void
print_summary(const struct explaining *explaining)
{
    struct program *program = explaining->program;
    const size_t count = intv_record_count_facts(program->catalogue, explaining->record, "summary");
    uint32_t best = INTV_NONE;
    for (size_t i = 0; i < count; i++) {
        const char *language = "";
        const uint32_t fact =
            intv_record_find_fact(program->catalogue, explaining->record, "summary", i);
        if (intv_fact_get_silence(program->catalogue, fact)[0] != '\0')
            continue;
        intv_fact_get_text_at(program->catalogue, fact, 0, &language);
        if (best == INTV_NONE || strcmp(language, program->tag) == 0)
            best = fact;
    }
    if (best != INTV_NONE)
        terminal_line(&program->out, EXPLAIN_INDENT, STYLE_PLAIN,
                      intv_fact_get_text(program->catalogue, best, program->tag));
}

/* What decides: what must be arranged, answered or asked before it can be said whether it fits. */
static void
print_open(const struct explaining *explaining)
{
    if (preconditions_has(explaining, PART_BLOCKING)) {
        print_heading(explaining, "category-blocked");
        preconditions_print(explaining, PART_BLOCKING);
    }
    if (preconditions_has(explaining, PART_ABSENT)) {
        print_heading(explaining, "absent-not-blocking");
        preconditions_print(explaining, PART_ABSENT);
    }
    if (preconditions_has(explaining, PART_TO_ANSWER)) {
        print_heading(explaining, "open-asker");
        preconditions_print(explaining, PART_TO_ANSWER);
    }
    if (criteria_has_state(explaining, INTV_UNKNOWN) || preconditions_has_silence(explaining)) {
        print_heading(explaining, "open-catalogue");
        criteria_print_unknown(explaining);
        preconditions_print_silence(explaining);
    }
    if (criteria_has_state(explaining, INTV_PARTLY_MET) ||
        preconditions_has(explaining, PART_PARTLY)) {
        print_heading(explaining, "open-partly");
        criteria_print_partly(explaining);
        preconditions_print(explaining, PART_PARTLY);
    }
}

static void
print_other_preconditions(const struct explaining *explaining)
{
    static const struct
    {
        enum precondition_part part;
        const char *heading;
    } PARTS[] = {
        {PART_PRESENT, "precondition-present"},
        {PART_ALSO_NAMED, "also-named"},
    };
    for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++) {
        if (!preconditions_has(explaining, PARTS[i].part))
            continue;
        print_heading(explaining, PARTS[i].heading);
        preconditions_print(explaining, PARTS[i].part);
    }
}

void
explain_print(const struct explaining *explaining, size_t number)
{
    print_name(explaining, number);
    if (intv_explanation_get_silence(explaining->explanation, "status") == INTV_DROPPED)
        words_line(explaining->program, EXPLAIN_INDENT, STYLE_DOUBT, "status-dropped", NULL, NULL);
    if (explaining->is_full)
        print_summary(explaining);
    if (criteria_has_state(explaining, INTV_MET) || criteria_has_state(explaining, INTV_UNMET) ||
        criteria_has_state(explaining, INTV_NOT_APPLICABLE)) {
        print_heading(explaining, "heading-why");
        criteria_print_decided(explaining);
    }
    print_open(explaining);
    print_other_preconditions(explaining);
    if (explaining->is_full)
        evidence_print_elements(explaining);
    evidence_print_evaluations(explaining);
    evidence_print_risks(explaining);
    evidence_print_provider(explaining);
}

void
explain_print_excluded(const struct explaining *explaining)
{
    print_name(explaining, 0);
    criteria_print_failed(explaining);
}
