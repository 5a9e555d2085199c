/* SPDX-License-Identifier: EUPL-1.2 */
/* Documents in JSON, which the library takes as bytes. */
#ifndef JSON_FILE_H
#define JSON_FILE_H

#include <stddef.h>
#include <stdio.h>

/* Reads at most so many bytes; ferror() tells whether that went well. */
size_t json_file_read(FILE *file, char *bytes, size_t most);

/* An ordinary file whose first character but for blanks is '{', from its start; NULL for others. */
FILE *json_file_open(const char *path);

#endif
