/* SPDX-License-Identifier: EUPL-1.2 */
#include "messages.h"

#include "program.h"
#include "words.h"

enum
{
    LINE_SIZE = 2048
};

static void
begin_message(struct program *program, const char *option)
{
    terminal_begin(&program->messages, 0, 2);
    terminal_add(&program->messages, STYLE_PLAIN, "interventions: ");
    if (option == NULL)
        return;
    terminal_add(&program->messages, STYLE_PLAIN, "--");
    terminal_add(&program->messages, STYLE_PLAIN, option);
    terminal_add(&program->messages, STYLE_PLAIN, ": ");
}

void
message_say_of(struct program *program, const char *option, const char *name, const char *one,
               const char *two, const char *nearest)
{
    struct terminal *messages = &program->messages;
    begin_message(program, option);
    words_add(program, messages, STYLE_PLAIN, name, one, two);
    if (nearest != NULL && nearest[0] != '\0') {
        terminal_add(messages, STYLE_PLAIN, " ");
        words_add(program, messages, STYLE_PLAIN, "nearest", nearest, NULL);
    }
    terminal_end(messages);
}

void
message_say(struct program *program, const char *name, const char *one, const char *two,
            const char *nearest)
{
    message_say_of(program, NULL, name, one, two, nearest);
}

void
message_say_diagnostics(struct program *program, const char *option, const char *value)
{
    struct terminal *messages = &program->messages;
    char line[LINE_SIZE];
    for (size_t i = 0; i < intv_diagnostics_get_count(program->diagnostics); i++) {
        if (option != NULL) {
            begin_message(program, option);
            terminal_add(messages, STYLE_PLAIN, value);
            terminal_add(messages, STYLE_PLAIN, ": ");
        } else {
            terminal_begin(messages, 0, 2);
        }
        intv_diagnostics_format(program->diagnostics, i, program->language, line, sizeof(line));
        terminal_add(messages, STYLE_PLAIN, line);
        terminal_end(messages);
        intv_diagnostics_get_advice(program->diagnostics, i, program->language, line, sizeof(line));
        terminal_line(messages, 2, STYLE_PLAIN, line);
    }
    intv_diagnostics_clear(program->diagnostics);
}
