/* SPDX-License-Identifier: EUPL-1.2 */
/* The command match: which interventions fit the situation, why, and what is still open. */
#include <string.h>

#include "asking.h"
#include "explain.h"
#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

static size_t
count_not_excluded(const struct intv_match *match)
{
    return intv_match_get_count(match) - intv_match_count_category(match, INTV_EXCLUDED);
}

static void
print_counts(struct program *program, const struct intv_match *match)
{
    static const enum intv_category CATEGORIES[] = {INTV_FITS, INTV_OPEN, INTV_BLOCKED,
                                                    INTV_EXCLUDED};
    char number[WORDS_NUMBER_SIZE];
    words_line(program, 0, STYLE_HEADING, "heading-answer",
               words_number(intv_match_get_count(match), number), NULL);
    for (size_t i = 0; i < sizeof(CATEGORIES) / sizeof(CATEGORIES[0]); i++) {
        terminal_begin(&program->out, 2, 7);
        snprintf(number, sizeof(number), "%3zu  ", intv_match_count_category(match, CATEGORIES[i]));
        terminal_add(&program->out, STYLE_PLAIN, number);
        terminal_add(&program->out, STYLE_PLAIN,
                     intv_category_get_label(CATEGORIES[i], program->language));
        terminal_end(&program->out);
    }
    words_line(program, 0, STYLE_QUIET, "order", NULL, NULL);
}

/* ---- the candidates ---- */

static void
print_candidate(struct program *program, const struct intv_match *match, size_t index)
{
    struct intv_explanation *explanation = NULL;
    const uint32_t record = intv_match_get_record(match, index);
    if (intv_explanation_new(match, record, &explanation) != INTV_OK) {
        program->out.failed = true;
        return;
    }
    const struct explaining explaining = {program, explanation, record, false};
    terminal_blank(&program->out);
    if (intv_match_get_category(match, index) == INTV_EXCLUDED)
        explain_print_excluded(&explaining);
    else
        explain_print(&explaining, index + 1);
    intv_explanation_free(explanation);
}

static void
print_more(struct program *program, const char *name, size_t count)
{
    char number[WORDS_NUMBER_SIZE];
    if (count == 0)
        return;
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_PLAIN, name, words_number(count, number), NULL);
}

/* As many candidates as the option --limit says; the excluded ones only when they are asked for. */
static void
print_candidates(struct program *program, const struct intv_match *match)
{
    const size_t candidates = count_not_excluded(match);
    const bool wants_excluded = program->options.wants_excluded;
    const size_t total = wants_excluded ? intv_match_get_count(match) : candidates;
    const size_t limit = program->options.limit;
    const size_t shown = limit > 0 && total > limit ? limit : total;
    for (size_t i = 0; i < shown; i++)
        print_candidate(program, match, i);
    print_more(program, "more-candidates", total - shown);
    if (!wants_excluded)
        print_more(program, "excluded-hidden", intv_match_count_category(match, INTV_EXCLUDED));
}

/* ---- after the candidates ---- */

static void
print_questions(struct program *program, const struct intv_match *match)
{
    const size_t count = intv_match_get_question_count(match);
    const size_t limit = program->options.limit;
    const size_t most = limit > 0 && count > limit ? limit : count;
    char score[WORDS_NUMBER_SIZE];
    if (count == 0)
        return;
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_HEADING, "heading-questions", NULL, NULL);
    for (size_t i = 0; i < most; i++) {
        const uint32_t record = intv_match_get_question(match, i);
        terminal_begin(&program->out, 2, 4);
        words_add(program, &program->out, STYLE_PLAIN, "question",
                  intv_record_get_name(program->catalogue, record, program->tag),
                  intv_record_get_id(program->catalogue, record));
        layers_add_mark(program, &program->out, record);
        if (intv_match_get_question_score(match, i) > 0)
            words_add(program, &program->out, STYLE_QUIET, "question-score",
                      words_number(intv_match_get_question_score(match, i), score), NULL);
        terminal_end(&program->out);
    }
    words_line(program, 2, STYLE_QUIET, "how-to-answer", NULL, NULL);
}

/* Whether an intervention states an ideology with a relation; no relation counts as aimed at. */
static bool
states_ideology(const struct program *program, uint32_t record, uint32_t ideology,
                const char *relation)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, record, "ideology");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, record, "ideology", i);
        const char *has = intv_fact_get_qualifier(catalogue, fact);
        if (intv_fact_get_target(catalogue, fact) == ideology &&
            strcmp(has[0] != '\0' ? has : "aimed-at", relation) == 0)
            return true;
    }
    return false;
}

static uint32_t
count_interventions(const struct program *program, uint32_t ideology, const char *relation)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_INTERVENTION);
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++)
        found += states_ideology(program,
                                 intv_catalogue_get_record(catalogue, INTV_KIND_INTERVENTION, i),
                                 ideology, relation);
    return found;
}

static bool
is_ideology(const struct program *program, uint32_t concept)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t scheme =
        intv_fact_get_target(catalogue, intv_record_find_fact(catalogue, concept, "scheme", 0));
    return strcmp(intv_record_get_id(catalogue, scheme), "ideology") == 0;
}

/* How many records are about each ideology: most research is about few of them. */
static void
print_ideologies(struct program *program, const char *name, const char *relation)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_CONCEPT);
    char number[WORDS_NUMBER_SIZE];
    bool is_first = true;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t concept = intv_catalogue_get_record(catalogue, INTV_KIND_CONCEPT, i);
        const uint32_t found =
            is_ideology(program, concept) ? count_interventions(program, concept, relation) : 0;
        if (found == 0)
            continue;
        if (is_first) {
            terminal_begin(&program->out, 2, 4);
            words_add(program, &program->out, STYLE_PLAIN, name, NULL, NULL);
        }
        terminal_add(&program->out, STYLE_PLAIN, is_first ? " " : ", ");
        terminal_add(&program->out, STYLE_PLAIN,
                     intv_record_get_name(catalogue, concept, program->tag));
        terminal_add(&program->out, STYLE_PLAIN, " ");
        terminal_add(&program->out, STYLE_PLAIN, words_number(found, number));
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}

static void
print_answer(struct program *program, const struct intv_match *match)
{
    char number[WORDS_NUMBER_SIZE];
    asking_print(program, match);
    terminal_blank(&program->out);
    print_counts(program, match);
    if (count_not_excluded(match) == 0)
        words_line(program, 0, STYLE_PLAIN, "nothing-found", NULL, NULL);
    print_candidates(program, match);
    print_questions(program, match);
    terminal_blank(&program->out);
    words_line(
        program, 0, STYLE_HEADING, "heading-ideologies",
        words_number(intv_catalogue_get_record_count(program->catalogue, INTV_KIND_INTERVENTION),
                     number),
        NULL);
    print_ideologies(program, "ideologies-aimed-at", "aimed-at");
    print_ideologies(program, "ideologies-studied-with", "studied-with");
    sources_print(program);
}

static enum outcome
put_json(struct program *program, const struct intv_match *match, enum outcome outcome)
{
    struct intv_output *output = NULL;
    const uint32_t flags = program_get_flags(program);
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = program->options.wants_archive
                     ? intv_write_archive(match, flags, output)
                     : intv_write_match(match, program->options.limit, flags, output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

enum outcome
match_run(struct program *program)
{
    struct intv_match *match = NULL;
    if (!records_open(program) || !asking_match(program, &match))
        return OUTCOME_ERROR;
    enum outcome outcome = count_not_excluded(match) > 0 ? OUTCOME_FOUND : OUTCOME_NOTHING;
    if (program->options.format == FORMAT_JSON || program->options.wants_archive)
        outcome = put_json(program, match, outcome);
    else
        print_answer(program, match);
    intv_match_free(match);
    return outcome;
}
