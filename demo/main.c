/* SPDX-License-Identifier: EUPL-1.2 */
/* The program interventions: asks the library what a policy officer asks, and shows the answer. */
#include <signal.h>
#include <unistd.h>

#include "messages.h"
#include "program.h"
#include "words.h"

/* Nobody reads the answer any more: stop without a word. */
static void
leave(int number)
{
    (void)number;
    _exit(OUTCOME_ERROR);
}

uint32_t
program_get_flags(const struct program *program)
{
    return (program->options.wants_compact ? 0u : (uint32_t)INTV_WRITE_PRETTY) |
           (program->options.wants_excluded ? (uint32_t)INTV_WRITE_EXCLUDED : 0u) |
           (program->language == INTV_DUTCH ? (uint32_t)INTV_WRITE_SEMICOLON : 0u) |
           (uint32_t)INTV_WRITE_MARK;
}

enum outcome
program_put_json(struct program *program, enum intv_status status, const struct intv_output *output,
                 enum outcome outcome)
{
    if (status != INTV_OK) {
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
        return OUTCOME_ERROR;
    }
    const size_t length = intv_output_get_length(output);
    const char *text = intv_output_get_text(output);
    fwrite(text, 1, length, stdout);
    if (length == 0 || text[length - 1] != '\n')
        fputc('\n', stdout);
    return outcome;
}

static enum outcome
run(struct program *program, int count, char **arguments)
{
    terminal_open(&program->messages, stderr, 0, COLOUR_NEVER);
    if (!options_read(program, count, arguments))
        return OUTCOME_ERROR;
    terminal_open(&program->out, stdout, terminal_find_width(stdout), program->options.colour);
    if (intv_diagnostics_new(&program->diagnostics) != INTV_OK) {
        message_say(program, "no-memory", NULL, NULL, NULL);
        return OUTCOME_ERROR;
    }
    return program->options.command->run(program);
}

/* An answer that was not wholly written is no answer. */
static enum outcome
finish(struct program *program, enum outcome outcome)
{
    const bool is_written = fflush(stdout) == 0 && ferror(stdout) == 0;
    if (program->out.failed)
        message_say(program, "no-memory", NULL, NULL, NULL);
    else if (!is_written)
        message_say(program, "not-written", NULL, NULL, NULL);
    if (program->out.failed || !is_written)
        outcome = OUTCOME_ERROR;
    sources_free(&program->sources);
    terminal_close(&program->out);
    terminal_close(&program->messages);
    intv_catalogue_unref(program->catalogue);
    intv_diagnostics_free(program->diagnostics);
    options_free(&program->options);
    return outcome;
}

int
main(int count, char **arguments)
{
    struct program program = {.language = INTV_DUTCH, .tag = "nl"};
    signal(SIGPIPE, leave);
    terminal_choose_locale();
    return (int)finish(&program, run(&program, count, arguments));
}
