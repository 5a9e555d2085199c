/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Answers many matches in one run, for tests/oracle/compare.py. Standard input holds lines
 * "catalogue<TAB>situation", both names of files; each gives one line of JSON on standard output:
 * the match with its excluded candidates, or {"status":"..."} with the tag of what was wrong. The
 * last catalogue is kept for as long as its name stays the same.
 */
#include <interventions/interventions.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batch
{
    char *path; /* of the catalogue that is loaded */
    struct intv_catalogue *catalogue;
    struct intv_diagnostics *diagnostics;
    struct intv_output *output;
};

/* The tag of the first error; the name of the status where nothing was reported. */
static void
print_status(const struct batch *batch, enum intv_status status)
{
    const char *name = intv_status_get_name(status);
    const size_t count = intv_diagnostics_get_count(batch->diagnostics);
    for (size_t i = 0; i < count; i++)
        if (intv_diagnostics_get_severity(batch->diagnostics, i) == INTV_SEVERITY_ERROR) {
            name = intv_diagnostics_get_tag(batch->diagnostics, i);
            break;
        }
    printf("{\"status\":\"%s\"}\n", name);
}

static enum intv_status
load_catalogue(struct batch *batch, const char *path)
{
    struct intv_loader *loader = NULL;
    if (batch->path != NULL && strcmp(batch->path, path) == 0)
        return INTV_OK;
    intv_catalogue_unref(batch->catalogue);
    batch->catalogue = NULL;
    free(batch->path);
    batch->path = NULL;
    enum intv_status status = intv_loader_new(&loader);
    if (status == INTV_OK)
        status = intv_loader_add_path(loader, path);
    if (status == INTV_OK)
        status = intv_loader_load(loader, &batch->catalogue, batch->diagnostics);
    intv_loader_free(loader);
    if (status == INTV_OK && (batch->path = strdup(path)) == NULL)
        status = INTV_ERROR_NO_MEMORY;
    return status;
}

static enum intv_status
write_match(struct batch *batch, const char *path)
{
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    enum intv_status status = intv_situation_new(batch->catalogue, &situation);
    if (status == INTV_OK)
        status = intv_situation_read_file(situation, path, batch->diagnostics);
    if (status == INTV_OK)
        status = intv_match_new(situation, &match, batch->diagnostics);
    if (status == INTV_OK)
        status = intv_write_match(match, 0, INTV_WRITE_EXCLUDED, batch->output);
    intv_match_free(match);
    intv_situation_free(situation);
    return status;
}

static void
answer_line(struct batch *batch, const char *catalogue, const char *situation)
{
    intv_diagnostics_clear(batch->diagnostics);
    intv_output_clear(batch->output);
    enum intv_status status = load_catalogue(batch, catalogue);
    if (status == INTV_OK)
        status = write_match(batch, situation);
    if (status == INTV_OK)
        puts(intv_output_get_text(batch->output));
    else
        print_status(batch, status);
}

/* Exit status 1 at a line without a tab or when reading or writing fails. */
static int
answer_lines(struct batch *batch)
{
    char *line = NULL;
    size_t size = 0;
    int failed = 0;
    while (failed == 0 && getline(&line, &size, stdin) != -1) {
        line[strcspn(line, "\n")] = '\0';
        char *tab = strchr(line, '\t');
        if (tab == NULL) {
            fprintf(stderr, "no tab in the line '%s'\n", line);
            failed = 1;
            break;
        }
        *tab = '\0';
        answer_line(batch, line, tab + 1);
    }
    free(line);
    return failed != 0 || ferror(stdin) || fflush(stdout) != 0;
}

int
main(void)
{
    struct batch batch = {NULL, NULL, NULL, NULL};
    int failed = intv_diagnostics_new(&batch.diagnostics) != INTV_OK ||
                 intv_output_new(&batch.output) != INTV_OK;
    if (!failed)
        failed = answer_lines(&batch);
    free(batch.path);
    intv_catalogue_unref(batch.catalogue);
    intv_output_free(batch.output);
    intv_diagnostics_free(batch.diagnostics);
    return failed;
}
