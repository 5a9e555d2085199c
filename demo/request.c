/* SPDX-License-Identifier: EUPL-1.2 */
/* The command request: a request in JSON from a file or standard input, answered with JSON. */
#include <stdlib.h>
#include <string.h>

#include "json_file.h"
#include "messages.h"
#include "program.h"

/* A request is read from any file, also from a pipe; the library tells why one cannot be read. */
static void
say_unreadable(struct program *program, const char *path)
{
    struct intv_situation *situation = NULL;
    enum intv_status status = intv_situation_new(program->catalogue, &situation);
    if (status == INTV_OK)
        status = intv_situation_read_file(situation, path, program->diagnostics);
    if (status == INTV_ERROR_IO)
        message_say_diagnostics(program, NULL, path);
    else
        message_say(program, status == INTV_ERROR_NO_MEMORY ? "no-memory" : "not-read-file", path,
                    NULL, NULL);
    intv_situation_free(situation);
}

static FILE *
open_request(struct program *program, const char *name)
{
    FILE *file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    if (file == NULL)
        say_unreadable(program, name);
    return file;
}

/* The answer says itself what went wrong, unless there was no memory for it. */
static enum outcome
answer(struct program *program, const char *bytes, size_t size)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_request(program->catalogue, bytes, size, output);
    const enum outcome outcome =
        program_put_json(program, status == INTV_ERROR_NO_MEMORY ? status : INTV_OK, output,
                         status == INTV_OK ? OUTCOME_FOUND : OUTCOME_ERROR);
    intv_output_free(output);
    return outcome;
}

enum outcome
request_run(struct program *program)
{
    /* one byte more than a request may have is enough to have it refused */
    const size_t most = (size_t)intv_request_get_most_bytes() + 1;
    const char *name = program->options.operand_count > 0 ? program->options.operands[0] : "-";
    enum outcome outcome = OUTCOME_ERROR;
    if (!records_open(program))
        return OUTCOME_ERROR;
    FILE *file = open_request(program, name);
    char *bytes = malloc(most);
    if (file == NULL || bytes == NULL)
        goto out;
    const size_t size = json_file_read(file, bytes, most);
    if (ferror(file))
        say_unreadable(program, name);
    else
        outcome = answer(program, bytes, size);
out:
    if (file != NULL && bytes == NULL)
        message_say(program, "no-memory", NULL, NULL, NULL);
    if (file != NULL && file != stdin)
        fclose(file);
    free(bytes);
    return outcome;
}
