/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Part of the build, not of the library: loads the catalogue of data/ and writes its block as a C
 * source, so that the library carries it.
 */
#include <interventions/interventions.h>
#include <stdio.h>
#include <string.h>

#include "model/catalogue.h"

static int
report(const struct intv_diagnostics *diagnostics)
{
    char line[1024];
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++) {
        intv_diagnostics_format(diagnostics, i, INTV_ENGLISH, line, sizeof(line));
        fprintf(stderr, "%s\n", line);
    }
    return 1;
}

static int
write_block(const struct intv_catalogue *catalogue, const char *path)
{
    const size_t size = (size_t)catalogue->header->size;
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return 1;
    fprintf(file, "#include \"read/builtin.h\"\n\nconst size_t BUILTIN_SIZE = %zu;\n", size);
    fprintf(file, "const uint64_t BUILTIN_BLOCK[] = {");
    for (size_t i = 0; i < size / sizeof(uint64_t); i++) {
        uint64_t word;
        memcpy(&word, (const char *)catalogue->header + i * sizeof(word), sizeof(word));
        fprintf(file, "%s0x%llxU,", i % 8 == 0 ? "\n" : "", (unsigned long long)word);
    }
    fprintf(file, "\n};\n");
    return fclose(file) != 0;
}

int
main(int argc, char **argv)
{
    struct intv_loader *loader = NULL;
    struct intv_catalogue *catalogue = NULL;
    struct intv_diagnostics *diagnostics = NULL;
    int result = 1;
    if (argc < 3 || intv_loader_new(&loader) != INTV_OK ||
        intv_diagnostics_new(&diagnostics) != INTV_OK)
        goto out;
    for (int i = 2; i < argc; i++)
        intv_loader_add_path(loader, argv[i]);
    if (intv_loader_load(loader, &catalogue, diagnostics) == INTV_OK)
        result = write_block(catalogue, argv[1]);
    else
        result = report(diagnostics);
out:
    intv_catalogue_unref(catalogue);
    intv_diagnostics_free(diagnostics);
    intv_loader_free(loader);
    return result;
}
