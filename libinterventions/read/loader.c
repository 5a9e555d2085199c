/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/loader.h>

#include "base/memory.h"
#include "model/catalogue.h"
#include "read/check.h"
#include "read/drop.h"
#include "read/freeze.h"
#include "read/hierarchy.h"
#include "read/input.h"
#include "read/link.h"
#include "read/reader.h"
#include "text/fold.h"

/* A path, or a document in memory when bytes is set. */
struct loader_part
{
    char *name;
    const char *bytes;
    size_t size;
    bool is_memory;
};

struct intv_loader
{
    struct limits limits;
    bool is_lenient;
    struct loader_part *parts;
    size_t count;
    size_t capacity;
};

enum intv_status
intv_loader_new(struct intv_loader **loader)
{
    if (loader == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    *loader = memory_new(1, sizeof(**loader));
    if (*loader == NULL)
        return INTV_ERROR_NO_MEMORY;
    (*loader)->limits = LIMITS_STANDARD;
    return INTV_OK;
}

void
intv_loader_free(struct intv_loader *loader)
{
    if (loader == NULL)
        return;
    for (size_t i = 0; i < loader->count; i++)
        memory_free(loader->parts[i].name);
    memory_free(loader->parts);
    memory_free(loader);
}

static enum intv_status
add_part(struct intv_loader *loader, const char *name, struct loader_part part)
{
    part.name = memory_copy_text(name, strlen(name));
    if (part.name == NULL || !memory_reserve(&loader->parts, &loader->capacity, loader->count + 1,
                                             sizeof(*loader->parts))) {
        memory_free(part.name);
        return INTV_ERROR_NO_MEMORY;
    }
    loader->parts[loader->count++] = part;
    return INTV_OK;
}

enum intv_status
intv_loader_add_path(struct intv_loader *loader, const char *path)
{
    if (loader == NULL || path == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(loader, path, (struct loader_part){NULL, NULL, 0, false});
}

enum intv_status
intv_loader_add_memory(struct intv_loader *loader, const char *name, const char *bytes, size_t size)
{
    if (loader == NULL || name == NULL || (bytes == NULL && size > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(loader, name, (struct loader_part){NULL, bytes, size, true});
}

enum intv_status
intv_loader_set_lenient(struct intv_loader *loader, int lenient)
{
    if (loader == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    loader->is_lenient = lenient != 0;
    return INTV_OK;
}

static int
find_limit(const char *name)
{
    for (int i = 0; i < LIMIT_COUNT; i++)
        if (strcmp(LIMIT_NAMES[i], name) == 0)
            return i;
    return -1;
}

enum intv_status
intv_loader_set_limit(struct intv_loader *loader, const char *name, uint64_t value)
{
    if (loader == NULL || name == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const int limit = find_limit(name);
    if (limit < 0)
        return INTV_ERROR_NOT_FOUND;
    loader->limits.values[limit] = value;
    return INTV_OK;
}

uint64_t
intv_loader_get_limit(const struct intv_loader *loader, const char *name)
{
    const struct limits *limits = loader != NULL ? &loader->limits : &LIMITS_STANDARD;
    const int limit = name != NULL ? find_limit(name) : -1;
    return limit >= 0 ? limits->values[limit] : 0;
}

const char *
intv_limit_get_name(size_t index)
{
    return index < LIMIT_COUNT ? LIMIT_NAMES[index] : NULL;
}

const char *
intv_limit_get_explanation(size_t index)
{
    return index < LIMIT_COUNT ? LIMIT_EXPLANATIONS[index] : NULL;
}

/* ---- a load ---- */

struct load
{
    const struct intv_loader *loader;
    struct staging staging;
    struct input_paths files; /* keeps the names that places point to */
    struct input_budget budget;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;  /* of the first error */
    enum intv_status refusal; /* what a lenient load does not get over either */
    size_t usable;            /* documents that a lenient load can use */
    bool all_read;            /* every document was read to its end */
};

static void
refuse(struct load *load, enum intv_status status)
{
    if (load->refusal == INTV_OK || status == INTV_ERROR_NO_MEMORY)
        load->refusal = status;
}

static void
remember(struct load *load, enum intv_status status)
{
    if (status == INTV_ERROR_NO_MEMORY || status == INTV_ERROR_CANCELLED ||
        status == INTV_ERROR_INTERNAL)
        refuse(load, status);
    if (load->status == INTV_OK || status == INTV_ERROR_NO_MEMORY)
        load->status = status;
}

static enum intv_status
take_piece(void *user, const char *bytes, size_t size)
{
    return xml_reader_push(user, bytes, size);
}

static enum intv_status
push_memory(struct load *load, struct xml_reader *reader, const struct loader_part *part)
{
    const struct place place = {part->name, 0, 0};
    enum intv_status status = input_count_file(&load->budget, place, load->diagnostics);
    if (status == INTV_OK)
        status = input_count_bytes(&load->budget, part->size, part->size, place, load->diagnostics);
    return status == INTV_OK ? xml_reader_push(reader, part->bytes, part->size) : status;
}

/* A lenient load leaves out a document that cannot be used, with all its records. */
static void
settle_document(struct load *load, const struct document *document, enum intv_status status,
                const struct staging_mark *before)
{
    struct staging *staging = &load->staging;
    char digits[DIGITS_SIZE];
    if (load->budget.is_spent || staging->limits_reported != 0)
        refuse(load, INTV_ERROR_LIMIT);
    if (!load->loader->is_lenient)
        return;
    if (status == INTV_OK && !document->is_refused) {
        load->usable++;
        return;
    }
    const uint32_t records = staging_take_back(staging, before);
    staging->dropped_records += records;
    staging->lost_findings = true;
    load->all_read = false;
    remember(load, diagnostics_add(load->diagnostics, DIAGNOSTIC_DROPPED_DOCUMENT,
                                   (struct place){document->file, 0, 0},
                                   text_of_number(records, digits).bytes, NULL, NULL, NULL));
}

/* Reads one document, of the memory of a part or of a file. */
static void
read_document(struct load *load, const char *name, const struct loader_part *part)
{
    struct document document = {.staging = &load->staging,
                                .limits = &load->loader->limits,
                                .diagnostics = load->diagnostics,
                                .file = name};
    const struct staging_mark before = staging_remember(&load->staging);
    enum intv_status status;
    struct xml_reader *reader = xml_reader_new(&DOCUMENT_EVENTS, &document, name, document.limits,
                                               load->diagnostics, &status);
    if (reader != NULL)
        status = part->is_memory
                     ? push_memory(load, reader, part)
                     : input_read_file(name, &load->budget, take_piece, reader, load->diagnostics);
    if (reader != NULL && status == INTV_OK)
        status = xml_reader_finish(reader);
    if (document.no_memory)
        status = diagnostics_no_memory(load->diagnostics);
    load->all_read = load->all_read && status == INTV_OK && !document.is_lost;
    remember(load, status);
    remember(load, document.status);
    settle_document(load, &document, status, &before);
    xml_reader_free(reader);
    document_free(&document);
}

static void
read_path(struct load *load, const struct loader_part *part)
{
    const size_t first = load->files.count;
    const enum intv_status status =
        input_expand(part->name, &load->loader->limits, &load->files, load->diagnostics);
    remember(load, status);
    load->all_read = load->all_read && status == INTV_OK;
    if (status == INTV_ERROR_LIMIT) {
        refuse(load, status);
        return; /* more files than are allowed: none of them is read */
    }
    for (size_t i = first; i < load->files.count && load->status != INTV_ERROR_NO_MEMORY; i++)
        read_document(load, load->files.paths[i], part);
}

static void
read_parts(struct load *load)
{
    for (size_t i = 0; i < load->loader->count && load->status != INTV_ERROR_NO_MEMORY; i++) {
        const struct loader_part *part = &load->loader->parts[i];
        if (part->is_memory)
            read_document(load, part->name, part);
        else
            read_path(load, part);
    }
}

/*
 * References are judged only when every document was read to its end: what a lost document held
 * would look missing.
 */
static void
link_and_check(struct load *load)
{
    if (!load->all_read)
        return;
    const enum intv_status linked =
        link_staging(&load->staging, &load->loader->limits, load->diagnostics);
    remember(load, linked);
    if (linked != INTV_ERROR_NO_MEMORY)
        remember(load, check_staging(&load->staging, load->diagnostics));
}

/* Documents are complete in themselves again, and no circle is left. */
static enum intv_status
drop_what_is_wrong(struct load *load)
{
    struct staging *staging = &load->staging;
    const enum intv_status status = drop_spread(staging, load->diagnostics);
    if (status != INTV_OK)
        return status;
    if (!drop_take_out(staging))
        return diagnostics_no_memory(load->diagnostics);
    return hierarchy_close(staging, &load->loader->limits, load->diagnostics);
}

/*
 * As a strict load, over all documents that could be used; then everything goes in which something
 * was reported. The status is what the load is refused with.
 */
static void
link_leniently(struct load *load)
{
    struct staging *staging = &load->staging;
    const bool is_refused = load->refusal != INTV_OK || load->usable == 0;
    if (is_refused) {
        load->status = load->refusal != INTV_OK ? load->refusal : load->status;
        return;
    }
    staging->is_partial = !load->all_read;
    load->all_read = true;
    link_and_check(load);
    if (staging->limits_reported != 0)
        refuse(load, INTV_ERROR_LIMIT);
    if (staging->no_memory)
        refuse(load, INTV_ERROR_NO_MEMORY);
    staging->is_incomplete = load->status != INTV_OK;
    load->status = load->refusal;
    if (load->status == INTV_OK && staging->is_incomplete)
        load->status = drop_what_is_wrong(load);
}

static void
freeze(struct load *load, struct intv_catalogue **catalogue)
{
    void *block = NULL;
    size_t size = 0;
    enum intv_status status = freeze_staging(&load->staging, &block, &size);
    if (status == INTV_OK)
        status = catalogue_adopt(block, size, catalogue);
    if (status == INTV_ERROR_NO_MEMORY)
        diagnostics_no_memory(load->diagnostics);
    if (status == INTV_ERROR_LIMIT)
        diagnostics_add(load->diagnostics, DIAGNOSTIC_LIMIT_REACHED, (struct place){NULL, 0, 0},
                        "compiled-catalogue", "2^32, 65535 facts in a fact, 255 languages", NULL,
                        NULL);
    remember(load, status);
}

enum intv_status
intv_loader_load(struct intv_loader *loader, struct intv_catalogue **catalogue,
                 struct intv_diagnostics *diagnostics)
{
    const struct place nowhere = {NULL, 0, 0};
    if (catalogue != NULL)
        *catalogue = NULL;
    if (loader == NULL || catalogue == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (loader->count == 0)
        return diagnostics_add(diagnostics, DIAGNOSTIC_NOTHING_TO_LOAD, nowhere, NULL, NULL, NULL,
                               NULL);
    if (fold_prepare() != INTV_OK)
        return diagnostics_add(diagnostics, DIAGNOSTIC_INTERNAL_ERROR, nowhere,
                               "the data of ICU cannot be used", NULL, NULL, NULL);
    struct load load = {.loader = loader,
                        .budget = {.limits = &loader->limits},
                        .diagnostics = diagnostics,
                        .all_read = true};
    read_parts(&load);
    if (loader->is_lenient)
        link_leniently(&load);
    else
        link_and_check(&load);
    if (load.status == INTV_OK)
        freeze(&load, catalogue);
    staging_free(&load.staging);
    input_free_paths(&load.files);
    return load.status;
}
