/* SPDX-License-Identifier: EUPL-1.2 */
/* The command check: one intervention against the situation, with everything that is known. */
#include "asking.h"
#include "explain.h"
#include "messages.h"
#include "program.h"
#include "words.h"

static void
print_check(struct program *program, const struct intv_match *match, uint32_t record)
{
    struct intv_explanation *explanation = NULL;
    if (intv_explanation_new(match, record, &explanation) != INTV_OK) {
        program->out.failed = true;
        return;
    }
    const struct explaining explaining = {program, explanation, record, true};
    asking_print(program, match);
    terminal_blank(&program->out);
    explain_print(&explaining, 0);
    sources_print(program);
    intv_explanation_free(explanation);
}

static enum outcome
put_json(struct program *program, const struct intv_match *match, uint32_t record)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_check(match, record, program_get_flags(program), output);
    const enum outcome outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    intv_output_free(output);
    return outcome;
}

enum outcome
check_run(struct program *program)
{
    struct intv_match *match = NULL;
    enum outcome outcome = OUTCOME_FOUND;
    if (!records_open(program))
        return OUTCOME_ERROR;
    const uint32_t record = records_find(program, program->options.operands[0], true);
    if (record == INTV_NONE || !asking_match(program, &match))
        return OUTCOME_ERROR;
    if (program->options.format == FORMAT_JSON)
        outcome = put_json(program, match, record);
    else
        print_check(program, match, record);
    intv_match_free(match);
    return outcome;
}
