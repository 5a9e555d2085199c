/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/loader.h"

#include "base/memory.h"
#include "model/catalogue.h"
#include "read/thaw.h"

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
    if (loader == NULL || loader->is_busy)
        return;
    for (size_t i = 0; i < loader->count; i++) {
        memory_free(loader->parts[i].name);
        intv_catalogue_unref(loader->parts[i].catalogue);
    }
    memory_free(loader->parts);
    memory_free(loader);
}

static enum intv_status
add_part(struct intv_loader *loader, const char *name, struct loader_part part)
{
    if (loader->is_busy)
        return INTV_ERROR_BUSY;
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
    return add_part(loader, path, (struct loader_part){.kind = PART_PATH});
}

enum intv_status
intv_loader_add_memory(struct intv_loader *loader, const char *name, const char *bytes, size_t size)
{
    if (loader == NULL || name == NULL || (bytes == NULL && size > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(loader, name,
                    (struct loader_part){.kind = PART_MEMORY, .bytes = bytes, .size = size});
}

enum intv_status
intv_loader_add_descriptor(struct intv_loader *loader, const char *name, int descriptor)
{
    if (loader == NULL || name == NULL || descriptor < 0)
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(
        loader, name,
        (struct loader_part){.kind = PART_DESCRIPTOR, .source = {.descriptor = descriptor}});
}

enum intv_status
intv_loader_add_reader(struct intv_loader *loader, const char *name, intv_read read, void *user)
{
    if (loader == NULL || name == NULL || read == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(
        loader, name,
        (struct loader_part){.kind = PART_READER, .source = {.read = read, .user = user}});
}

enum intv_status
intv_loader_add_catalogue(struct intv_loader *loader, struct intv_catalogue *catalogue)
{
    if (loader == NULL || catalogue == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    char *name = memory_new(thaw_name(catalogue, 0, NULL) + 1, 1);
    if (name == NULL)
        return INTV_ERROR_NO_MEMORY;
    thaw_name(catalogue, 0, name);
    const struct loader_part part = {.kind = PART_CATALOGUE, .catalogue = catalogue};
    const enum intv_status status = add_part(loader, name, part);
    if (status == INTV_OK)
        intv_catalogue_ref(catalogue);
    memory_free(name);
    return status;
}

enum intv_status
intv_loader_begin_overlay(struct intv_loader *loader)
{
    if (loader == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    return add_part(loader, "", (struct loader_part){.kind = PART_OVERLAY});
}

enum intv_status
intv_loader_set_progress(struct intv_loader *loader, intv_progress progress, void *user)
{
    if (loader == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (loader->is_busy)
        return INTV_ERROR_BUSY;
    loader->progress = progress;
    loader->progress_user = user;
    return INTV_OK;
}

enum intv_status
intv_loader_set_lenient(struct intv_loader *loader, int lenient)
{
    if (loader == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (loader->is_busy)
        return INTV_ERROR_BUSY;
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
    if (loader->is_busy)
        return INTV_ERROR_BUSY;
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
