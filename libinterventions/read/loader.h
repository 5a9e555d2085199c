/* SPDX-License-Identifier: EUPL-1.2 */
/* The object that loads: what loader.c takes in, and load.c reads. */
#ifndef READ_LOADER_H
#define READ_LOADER_H

#include <interventions/loader.h>

#include "read/input.h"

enum part_kind
{
    PART_PATH,
    PART_MEMORY,
    PART_DESCRIPTOR,
    PART_READER,
    PART_CATALOGUE,
    PART_OVERLAY /* what comes after it lies over what came before */
};

/* What was added; which fields count depends on the kind. */
struct loader_part
{
    enum part_kind kind;
    char *name;
    const char *bytes;
    size_t size;
    struct input_source source;
    struct intv_catalogue *catalogue; /* a reference */
    bool is_used;                     /* a source that was read, and cannot be read again */
};

struct intv_loader
{
    struct limits limits;
    bool is_lenient;
    struct loader_part *parts;
    size_t count;
    size_t capacity;
    intv_progress progress;
    void *progress_user;
    bool is_busy; /* a load is under way, so that a callback may be calling */
};

#endif
