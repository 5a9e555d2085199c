/* SPDX-License-Identifier: EUPL-1.2 */
#include "json_file.h"

#include <stdbool.h>
#include <sys/stat.h>

size_t
json_file_read(FILE *file, char *bytes, size_t most)
{
    size_t size = 0;
    size_t read;
    while (size < most && (read = fread(bytes + size, 1, most - size, file)) > 0)
        size += read;
    return size;
}

static bool
begins_with_brace(FILE *file)
{
    int c;
    do
        c = getc(file);
    while (c == ' ' || c == '\t' || c == '\n' || c == '\r');
    return c == '{';
}

FILE *
json_file_open(const char *path)
{
    struct stat about;
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode)) /* opening a pipe would wait */
        return NULL;
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return NULL;
    if (begins_with_brace(file) && fseek(file, 0, SEEK_SET) == 0)
        return file;
    fclose(file);
    return NULL;
}
