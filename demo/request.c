/* SPDX-License-Identifier: EUPL-1.2 */
/* The command request: a request in JSON from a file or standard input, answered with JSON. */
#include <stdlib.h>

#include "messages.h"
#include "program.h"

/* One byte more than a request may have is enough to have it refused. */
static size_t
read_request(FILE *file, char *bytes, size_t most)
{
    size_t size = 0;
    size_t read;
    while (size < most && (read = fread(bytes + size, 1, most - size, file)) > 0)
        size += read;
    return size;
}

static FILE *
open_request(struct program *program)
{
    const struct options *options = &program->options;
    FILE *file = options->operand_count > 0 ? fopen(options->operands[0], "rb") : stdin;
    if (file == NULL)
        message_say(program, "not-read-file", options->operands[0], NULL, NULL);
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
    const size_t most = (size_t)intv_request_get_most_bytes() + 1;
    const char *name = program->options.operand_count > 0 ? program->options.operands[0] : "-";
    enum outcome outcome = OUTCOME_ERROR;
    if (!records_open(program))
        return OUTCOME_ERROR;
    FILE *file = open_request(program);
    char *bytes = malloc(most);
    if (file == NULL || bytes == NULL)
        goto out;
    const size_t size = read_request(file, bytes, most);
    if (ferror(file))
        message_say(program, "not-read-file", name, NULL, NULL);
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
