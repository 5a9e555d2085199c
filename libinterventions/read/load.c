/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/loader.h"

#include "base/memory.h"
#include "model/catalogue.h"
#include "read/check.h"
#include "read/circles.h"
#include "read/drop.h"
#include "read/freeze.h"
#include "read/hierarchy.h"
#include "read/layers.h"
#include "read/link.h"
#include "read/progress.h"
#include "read/reader.h"
#include "read/thaw.h"
#include "text/fold.h"

enum
{
    PIECE = 65536 /* of a document in memory, so that progress can be told */
};

struct load
{
    struct intv_loader *loader;
    struct staging staging;
    struct input_paths files; /* keeps the names that places point to */
    struct input_budget budget;
    struct progress progress;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;  /* of the first error, or of what stopped the load */
    enum intv_status refusal; /* what a lenient load does not get over either */
    size_t usable;            /* documents that a lenient load can use */
    bool all_read;            /* every document was read to its end */
};

/* Whether a status ends a load at once; after any other error the rest is read too. */
static bool
is_end(enum intv_status status)
{
    return status == INTV_ERROR_NO_MEMORY || status == INTV_ERROR_CANCELLED;
}

static void
refuse(struct load *load, enum intv_status status)
{
    if (load->refusal == INTV_OK || status == INTV_ERROR_NO_MEMORY)
        load->refusal = status;
}

static void
remember(struct load *load, enum intv_status status)
{
    if (is_end(status) || status == INTV_ERROR_INTERNAL)
        refuse(load, status);
    if (load->status == INTV_OK || is_end(status))
        load->status = status;
}

/* Where the pieces of one document go. */
struct taking
{
    struct load *load;
    struct xml_reader *reader;
    const char *name;
};

static enum intv_status
take_piece(void *user, const char *bytes, size_t size)
{
    const struct taking *taking = user;
    const enum intv_status status = xml_reader_push(taking->reader, bytes, size);
    return status == INTV_OK ? progress_add(&taking->load->progress, taking->name, size) : status;
}

static enum intv_status
push_memory(struct taking *taking, const struct loader_part *part)
{
    struct load *load = taking->load;
    const struct place place = {part->name, 0, 0};
    enum intv_status status = input_count_file(&load->budget, place, load->diagnostics);
    if (status == INTV_OK)
        status = input_count_bytes(&load->budget, part->size, part->size, place, load->diagnostics);
    for (size_t at = 0; at < part->size && status == INTV_OK; at += PIECE) {
        const size_t left = part->size - at;
        status = take_piece(taking, part->bytes + at, left < PIECE ? left : PIECE);
    }
    return status;
}

static enum intv_status
push_bytes(struct taking *taking, struct loader_part *part)
{
    struct load *load = taking->load;
    if (part->kind == PART_MEMORY)
        return push_memory(taking, part);
    if (part->kind == PART_PATH)
        return input_read_file(taking->name, &load->budget, take_piece, taking, load->diagnostics);
    part->is_used = true;
    return input_read_source(taking->name, &part->source, &load->budget, take_piece, taking,
                             load->diagnostics);
}

/* What documents held that a lenient load left out, nobody knows. */
static void
lose_documents(struct load *load)
{
    struct staging *staging = &load->staging;
    if (!staging->is_partial)
        staging->lowest_lost = (uint32_t)staging->layer_count - 1;
    staging->is_partial = true;
    staging->lost_findings = true;
    load->all_read = false;
}

static void
report_lost(struct load *load, const char *name, uint32_t records)
{
    char digits[DIGITS_SIZE];
    load->staging.dropped_records += records;
    remember(load, diagnostics_add(load->diagnostics, DIAGNOSTIC_DROPPED_DOCUMENT,
                                   (struct place){name, 0, 0},
                                   text_of_number(records, digits).bytes, NULL, NULL, NULL));
}

/*
 * A lenient load leaves out a document that cannot be used, with all its records. One that was being
 * read when the load ended has no fault.
 */
static void
settle_document(struct load *load, const struct document *document, enum intv_status status,
                const struct staging_mark *before)
{
    struct staging *staging = &load->staging;
    if (load->budget.is_spent || staging->limits_reported != 0)
        refuse(load, INTV_ERROR_LIMIT);
    if (!load->loader->is_lenient || is_end(load->status))
        return;
    if (status == INTV_OK && !document->is_refused) {
        load->usable++;
        return;
    }
    lose_documents(load);
    report_lost(load, document->file, staging_take_back(staging, before));
}

/* Reads one document of a part. */
static void
read_document(struct load *load, const char *name, struct loader_part *part)
{
    struct document document = {.staging = &load->staging,
                                .limits = &load->loader->limits,
                                .diagnostics = load->diagnostics,
                                .file = name};
    const struct staging_mark before = staging_remember(&load->staging);
    struct taking taking = {load, NULL, name};
    enum intv_status status = progress_tell(&load->progress, name);
    if (status == INTV_OK)
        taking.reader = xml_reader_new(&DOCUMENT_EVENTS, &document, name, document.limits,
                                       load->diagnostics, &status);
    if (taking.reader != NULL)
        status = push_bytes(&taking, part);
    if (taking.reader != NULL && status == INTV_OK)
        status = xml_reader_finish(taking.reader);
    if (document.no_memory)
        status = diagnostics_no_memory(load->diagnostics);
    load->all_read = load->all_read && status == INTV_OK && !document.is_lost;
    remember(load, status);
    remember(load, document.status);
    settle_document(load, &document, status, &before);
    xml_reader_free(taking.reader);
    document_free(&document);
}

static void
read_path(struct load *load, struct loader_part *part)
{
    const size_t first = load->files.count;
    const enum intv_status status =
        input_expand(part->name, &load->loader->limits, &load->files, load->diagnostics);
    remember(load, status);
    if (status != INTV_OK)
        lose_documents(load); /* of a folder that cannot be listed, or holds none */
    if (status == INTV_ERROR_LIMIT) {
        refuse(load, status);
        return; /* more files than are allowed: none of them is read */
    }
    for (size_t i = first; i < load->files.count && !is_end(load->status); i++)
        read_document(load, load->files.paths[i], part);
}

static void
begin_layer(struct load *load)
{
    if (staging_add_layer(&load->staging) == INTV_NONE)
        remember(load, diagnostics_no_memory(load->diagnostics));
}

/*
 * A catalogue of another edition than the documents of its layer: a strict load takes it in all the
 * same, to report what else is wrong; a lenient one leaves it out, with all its layers.
 */
static void
read_catalogue(struct load *load, const struct loader_part *part)
{
    const bool is_lenient = load->loader->is_lenient;
    enum intv_status status = progress_tell(&load->progress, part->name);
    if (status == INTV_OK)
        status = thaw_catalogue(&load->staging, part->catalogue, part->name, &load->loader->limits,
                                is_lenient, load->diagnostics);
    load->all_read = load->all_read && (status == INTV_OK || status == INTV_ERROR_INVALID);
    load->usable += status == INTV_OK;
    remember(load, status);
    if (!is_lenient || status != INTV_ERROR_INVALID)
        return;
    lose_documents(load);
    report_lost(load, part->name, part->catalogue->record_count);
}

static void
read_parts(struct load *load)
{
    begin_layer(load);
    for (size_t i = 0; i < load->loader->count && !is_end(load->status); i++) {
        struct loader_part *part = &load->loader->parts[i];
        if (part->kind == PART_OVERLAY)
            begin_layer(load);
        else if (part->kind == PART_CATALOGUE)
            read_catalogue(load, part);
        else if (part->kind == PART_PATH)
            read_path(load, part);
        else
            read_document(load, part->name, part);
    }
}

/* Bytes of a part; false when they cannot be known beforehand. */
static bool
measure_part(struct load *load, const struct loader_part *part, uint64_t *bytes)
{
    *bytes = part->size;
    if (part->kind == PART_DESCRIPTOR)
        return input_measure_descriptor(part->source.descriptor, bytes);
    if (part->kind != PART_PATH)
        return part->kind != PART_READER;
    const enum intv_status status = input_measure_path(part->name, &load->loader->limits, bytes);
    if (status == INTV_ERROR_NO_MEMORY)
        remember(load, diagnostics_no_memory(load->diagnostics));
    return status == INTV_OK;
}

/* Files are measured only for a caller who asked for progress. */
static void
measure_parts(struct load *load)
{
    const struct intv_loader *loader = load->loader;
    uint64_t total = 0;
    bool is_known = loader->progress != NULL;
    for (size_t i = 0; i < loader->count && is_known; i++) {
        uint64_t bytes = 0;
        is_known = measure_part(load, &loader->parts[i], &bytes);
        total += bytes;
    }
    load->progress.total = is_known ? total : 0;
}

/* Tells that everything was read and a later phase begins; false when the load is to stop. */
static bool
enter_phase(struct load *load)
{
    progress_complete(&load->progress);
    remember(load, progress_tell(&load->progress, ""));
    return !is_end(load->status);
}

/*
 * References are judged only when every document was read to its end: what a lost document held
 * would look missing.
 */
static void
link_and_check(struct load *load)
{
    if (!load->all_read || is_end(load->status) || !enter_phase(load))
        return;
    remember(load, layers_settle(&load->staging, load->diagnostics));
    if (!is_end(load->status))
        remember(load, link_staging(&load->staging, &load->loader->limits, load->diagnostics));
    if (!is_end(load->status))
        remember(load, circles_check(&load->staging, load->diagnostics));
    if (!is_end(load->status) && enter_phase(load))
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
    const bool is_refused = load->refusal != INTV_OK || load->usable == 0 ||
                            staging->layers[0].header_place.file == NULL;
    if (is_refused) {
        load->status = load->refusal != INTV_OK ? load->refusal : load->status;
        return;
    }
    staging->is_lenient = true;
    load->all_read = true;
    link_and_check(load);
    if (staging->limits_reported != 0)
        refuse(load, INTV_ERROR_LIMIT);
    if (staging->layers_clash)
        refuse(load, INTV_ERROR_INVALID);
    if (staging->no_memory)
        refuse(load, INTV_ERROR_NO_MEMORY);
    const bool is_wrong = load->status != INTV_OK;
    staging->is_incomplete = staging->is_incomplete || is_wrong;
    load->status = load->refusal;
    if (load->status == INTV_OK && is_wrong)
        load->status = drop_what_is_wrong(load);
}

static enum intv_status
tell_of_index(void *user)
{
    return progress_tell(user, "");
}

/* The staging goes before the index comes, so that both are never held. */
static void
freeze(struct load *load, struct intv_catalogue **catalogue)
{
    const struct index_watch watch = {tell_of_index, &load->progress};
    void *block = NULL;
    size_t size = 0;
    if (!enter_phase(load))
        return;
    enum intv_status status = freeze_staging(&load->staging, &block, &size);
    staging_free(&load->staging);
    if (status == INTV_OK)
        status = freeze_index(&block, &size, &watch);
    if (status == INTV_OK)
        status = catalogue_adopt(block, size, catalogue);
    else
        memory_free(block);
    if (status == INTV_ERROR_NO_MEMORY)
        diagnostics_no_memory(load->diagnostics);
    if (status == INTV_ERROR_LIMIT)
        diagnostics_add(load->diagnostics, DIAGNOSTIC_LIMIT_REACHED, (struct place){NULL, 0, 0},
                        "compiled-catalogue",
                        "2^32, 65535 facts in a fact, 255 languages, 256 layers", NULL, NULL);
    remember(load, status);
}

static enum intv_status
run_load(struct intv_loader *loader, struct intv_catalogue **catalogue,
         struct intv_diagnostics *diagnostics)
{
    struct load load = {.loader = loader,
                        .budget = {.limits = &loader->limits},
                        .progress = {.callback = loader->progress,
                                     .user = loader->progress_user,
                                     .diagnostics = diagnostics},
                        .diagnostics = diagnostics,
                        .all_read = true};
    measure_parts(&load);
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

static enum intv_status
report_empty_layer(size_t number, struct intv_diagnostics *diagnostics)
{
    char digits[DIGITS_SIZE];
    return diagnostics_add(diagnostics, DIAGNOSTIC_EMPTY_LAYER, (struct place){NULL, 0, 0},
                           text_of_number((int64_t)number, digits).bytes, NULL, NULL, NULL);
}

/* Every layer holds something; that below the first overlay too. */
static enum intv_status
check_layers(const struct intv_loader *loader, struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    size_t number = 1;
    bool is_empty = true;
    for (size_t i = 0; i < loader->count; i++) {
        const bool begins = loader->parts[i].kind == PART_OVERLAY;
        if (begins && is_empty)
            status = report_empty_layer(number, diagnostics);
        number += begins;
        is_empty = begins;
    }
    return is_empty ? report_empty_layer(number, diagnostics) : status;
}

/* What can be said of the parts before any is read. */
static enum intv_status
check_parts(const struct intv_loader *loader, struct intv_diagnostics *diagnostics)
{
    if (loader->count == 0)
        return diagnostics_add(diagnostics, DIAGNOSTIC_NOTHING_TO_LOAD, (struct place){NULL, 0, 0},
                               NULL, NULL, NULL, NULL);
    enum intv_status status = check_layers(loader, diagnostics);
    for (size_t i = 0; i < loader->count; i++)
        if (loader->parts[i].is_used)
            status = diagnostics_add(diagnostics, DIAGNOSTIC_INPUT_USED,
                                     (struct place){loader->parts[i].name, 0, 0},
                                     loader->parts[i].name, NULL, NULL, NULL);
    return status;
}

enum intv_status
intv_loader_load(struct intv_loader *loader, struct intv_catalogue **catalogue,
                 struct intv_diagnostics *diagnostics)
{
    if (catalogue != NULL)
        *catalogue = NULL;
    if (loader == NULL || catalogue == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (loader->is_busy)
        return INTV_ERROR_BUSY;
    enum intv_status status = check_parts(loader, diagnostics);
    if (status != INTV_OK)
        return status;
    if (fold_prepare() != INTV_OK)
        return diagnostics_add(diagnostics, DIAGNOSTIC_INTERNAL_ERROR, (struct place){NULL, 0, 0},
                               "the data of ICU cannot be used", NULL, NULL, NULL);
    loader->is_busy = true;
    status = run_load(loader, catalogue, diagnostics);
    loader->is_busy = false;
    return status;
}
