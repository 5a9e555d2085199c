/* SPDX-License-Identifier: EUPL-1.2 */
/* The command validate: everything that is wrong with files of a catalogue, in one go. */
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    LINE_SIZE = 2048
};

static bool
add_operands(struct program *program, struct intv_loader *loader)
{
    for (size_t i = 0; i < program->options.operand_count; i++)
        if (intv_loader_add_path(loader, program->options.operands[i]) != INTV_OK) {
            message_say(program, "no-memory", NULL, NULL, NULL);
            return false;
        }
    return true;
}

/* Lines as compilers write them, so that editors can jump to the place; they are not wrapped. */
static void
print_diagnostics(struct program *program)
{
    char line[LINE_SIZE];
    for (size_t i = 0; i < intv_diagnostics_get_count(program->diagnostics); i++) {
        intv_diagnostics_format(program->diagnostics, i, program->language, line, sizeof(line));
        terminal_line(&program->out, 0, STYLE_PLAIN, line);
        intv_diagnostics_get_advice(program->diagnostics, i, program->language, line, sizeof(line));
        terminal_line(&program->out, 2, STYLE_PLAIN, line);
    }
}

static void
print_summary(struct program *program, enum intv_status status)
{
    const size_t total = intv_diagnostics_get_total(program->diagnostics);
    const size_t errors = intv_diagnostics_get_error_count(program->diagnostics);
    const size_t kept = intv_diagnostics_get_count(program->diagnostics);
    char one[WORDS_NUMBER_SIZE];
    char two[WORDS_NUMBER_SIZE];
    uint64_t records = 0;
    if (total > kept)
        words_line(program, 0, STYLE_PLAIN, "more-diagnostics", words_number(total - kept, one),
                   NULL);
    words_line(program, 0, STYLE_PLAIN, "diagnostic-counts", words_number(errors, one),
               words_number(total - errors, two));
    if (status != INTV_OK)
        return;
    for (unsigned kind = 0; kind < INTV_KIND_COUNT; kind++)
        records += intv_catalogue_get_record_count(program->catalogue, (enum intv_kind)kind);
    const bool is_valid = !intv_catalogue_is_incomplete(program->catalogue);
    words_line(program, 0, is_valid ? STYLE_GOOD : STYLE_BAD, is_valid ? "valid" : "remains",
               words_number(records, one), intv_catalogue_get_edition(program->catalogue));
}

static enum outcome
put_json(struct program *program, enum outcome outcome)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_diagnostics(program->diagnostics, INTV_WRITE_PRETTY, output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

enum outcome
validate_run(struct program *program)
{
    struct intv_loader *loader = records_new_loader(program);
    if (loader == NULL || !add_operands(program, loader)) {
        intv_loader_free(loader);
        return OUTCOME_ERROR;
    }
    const enum intv_status status =
        intv_loader_load(loader, &program->catalogue, program->diagnostics);
    const bool is_valid = status == INTV_OK && !intv_catalogue_is_incomplete(program->catalogue);
    const enum outcome outcome = is_valid ? OUTCOME_FOUND : OUTCOME_ERROR;
    intv_loader_free(loader);
    if (program->options.wants_json)
        return put_json(program, outcome);
    program->out.width = 0;
    print_diagnostics(program);
    print_summary(program, status);
    return outcome;
}
