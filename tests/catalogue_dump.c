/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Part of the tests: loads files as one catalogue, and writes the status, the counts of what was left
 * out, the diagnostics and every record as JSON, each on a line of its own.
 *
 *   catalogue-dump [--lenient] [--limit NAME=N] [--over] PATH...
 *
 * --over begins a layer: what comes behind it lies over what came before.
 */
#include <interventions/interventions.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_diagnostics(const struct intv_diagnostics *diagnostics, struct intv_output *output)
{
    intv_output_clear(output);
    if (intv_write_diagnostics(diagnostics, 0, output) != INTV_OK)
        abort();
    printf("%s\n", intv_output_get_text(output));
}

static void
print_record(const struct intv_catalogue *catalogue, uint32_t record, struct intv_output *output)
{
    intv_output_clear(output);
    if (intv_write_record(catalogue, record, 0, output) != INTV_OK)
        abort();
    printf("%s\n", intv_output_get_text(output));
}

static void
print_catalogue(const struct intv_catalogue *catalogue, struct intv_output *output)
{
    printf("{\"incomplete\":%d,\"records\":%u,\"facts\":%u}\n",
           intv_catalogue_is_incomplete(catalogue), intv_catalogue_get_dropped_records(catalogue),
           intv_catalogue_get_dropped_facts(catalogue));
    for (unsigned kind = 0; kind < INTV_KIND_COUNT; kind++) {
        const uint32_t count = intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
        for (uint32_t i = 0; i < count; i++)
            print_record(catalogue, intv_catalogue_get_record(catalogue, (enum intv_kind)kind, i),
                         output);
    }
}

static void
set_limit(struct intv_loader *loader, const char *written)
{
    char name[40] = "";
    const size_t length = strcspn(written, "=");
    if (length >= sizeof(name))
        abort();
    memcpy(name, written, length);
    if (intv_loader_set_limit(loader, name, strtoull(written + length + 1, NULL, 10)) != INTV_OK)
        abort();
}

static void
read_arguments(struct intv_loader *loader, int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--lenient") == 0)
            intv_loader_set_lenient(loader, 1);
        else if (strcmp(arguments[i], "--limit") == 0 && i + 1 < count)
            set_limit(loader, arguments[++i]);
        else if (strcmp(arguments[i], "--over") == 0)
            intv_loader_begin_overlay(loader);
        else if (intv_loader_add_path(loader, arguments[i]) != INTV_OK)
            abort();
    }
}

int
main(int count, char **arguments)
{
    struct intv_loader *loader = NULL;
    struct intv_diagnostics *diagnostics = NULL;
    struct intv_output *output = NULL;
    struct intv_catalogue *catalogue = NULL;
    if (intv_loader_new(&loader) != INTV_OK || intv_diagnostics_new(&diagnostics) != INTV_OK ||
        intv_output_new(&output) != INTV_OK)
        return 1;
    read_arguments(loader, count, arguments);
    const enum intv_status status = intv_loader_load(loader, &catalogue, diagnostics);
    printf("%s\n", intv_status_get_name(status));
    print_diagnostics(diagnostics, output);
    if (catalogue != NULL)
        print_catalogue(catalogue, output);
    intv_catalogue_unref(catalogue);
    intv_output_free(output);
    intv_diagnostics_free(diagnostics);
    intv_loader_free(loader);
    return 0;
}
