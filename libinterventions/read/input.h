/* SPDX-License-Identifier: EUPL-1.2 */
/* Files, folders and what the caller opened: read in pieces, never more than allowed. */
#ifndef READ_INPUT_H
#define READ_INPUT_H

#include <interventions/loader.h>

#include "base/diagnostics.h"
#include "read/limits.h"

/* Takes a piece of a file; anything but INTV_OK stops the reading and is passed on. */
typedef enum intv_status (*input_taker)(void *user, const char *bytes, size_t size);

/* Bytes that may still be read in this load, and what is left of it. */
struct input_budget
{
    const struct limits *limits;
    uint64_t bytes;
    uint64_t files;
    bool is_spent; /* a limit of the whole load was exceeded */
};

/* Counts a file of which the size is known, or more bytes of one that is being read. */
enum intv_status input_count_file(struct input_budget *budget, struct place place,
                                  struct intv_diagnostics *diagnostics);
enum intv_status input_count_bytes(struct input_budget *budget, uint64_t file_bytes, uint64_t more,
                                   struct place place, struct intv_diagnostics *diagnostics);

enum intv_status input_read_file(const char *path, struct input_budget *budget, input_taker taker,
                                 void *user, struct intv_diagnostics *diagnostics);

/* What the caller opened: a descriptor, or a function when `read` is set. */
struct input_source
{
    int descriptor;
    intv_read read;
    void *user;
};
enum intv_status input_read_source(const char *name, const struct input_source *source,
                                   struct input_budget *budget, input_taker taker, void *user,
                                   struct intv_diagnostics *diagnostics);

/* Bytes from where a descriptor stands to its end; false when that cannot be known. */
bool input_measure_descriptor(int descriptor, uint64_t *bytes);

/* Files that a path stands for, in byte order; each name is freed by input_free_paths(). */
struct input_paths
{
    char **paths;
    size_t count;
    size_t capacity;
};
enum intv_status input_expand(const char *path, const struct limits *limits,
                              struct input_paths *files, struct intv_diagnostics *diagnostics);
void input_free_paths(struct input_paths *paths);

/* Bytes of all files that a path stands for, as far as they can be seen beforehand. */
enum intv_status input_measure_path(const char *path, const struct limits *limits, uint64_t *bytes);

#endif
