/* SPDX-License-Identifier: EUPL-1.2 */
/* The command validate: everything that is wrong with files of a catalogue, in one go. */
#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    LINE_SIZE = 2048
};

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
    if (kept > 0)
        words_line(program, 0, STYLE_PLAIN, "explain-more",
                   intv_diagnostics_get_tag(program->diagnostics, 0), NULL);
    if (status != INTV_OK)
        return;
    for (unsigned kind = 0; kind < INTV_KIND_COUNT; kind++)
        records += intv_catalogue_get_record_count(program->catalogue, (enum intv_kind)kind);
    const bool is_valid = !intv_catalogue_is_incomplete(program->catalogue);
    words_line(program, 0, is_valid ? STYLE_GOOD : STYLE_BAD, is_valid ? "valid" : "remains",
               words_number(records, one), intv_catalogue_get_edition(program->catalogue));
    layers_print(program);
}

static enum outcome
put_json(struct program *program, enum outcome outcome)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_diagnostics(program->diagnostics, program_get_flags(program), output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

enum outcome
validate_run(struct program *program)
{
    const struct options *options = &program->options;
    if (options->operand_count == 0 && !records_has_overlays(program)) {
        message_say(program, "missing-operand", options->command->name, NULL, NULL);
        return OUTCOME_ERROR;
    }
    struct intv_loader *loader =
        records_new_loader(program, options->operands, options->operand_count);
    if (loader == NULL)
        return OUTCOME_ERROR;
    const enum intv_status status =
        intv_loader_load(loader, &program->catalogue, program->diagnostics);
    const bool is_valid = status == INTV_OK && !intv_catalogue_is_incomplete(program->catalogue);
    const enum outcome outcome = is_valid ? OUTCOME_FOUND : OUTCOME_ERROR;
    intv_loader_free(loader);
    if (program->options.format == FORMAT_JSON)
        return put_json(program, outcome);
    program->out.width = 0;
    print_diagnostics(program);
    print_summary(program, status);
    return outcome;
}
