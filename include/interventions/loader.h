/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Loading catalogues from XML.
 *
 * A loader collects files, folders and blocks of memory, and loads them together: references are
 * resolved when all are read. Everything that is wrong is reported in one go; if anything is wrong
 * there is no catalogue, unless the loader is lenient: then what is wrong is left out. The limits
 * protect a program that loads files it does not trust. doc/loading.md has the rules.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(int argc, char **argv)
 * {
 *     struct intv_loader *loader = NULL;
 *     struct intv_catalogue *catalogue = NULL;
 *     if (intv_loader_new(&loader) != INTV_OK)
 *         return 1;
 *     intv_loader_set_limit(loader, "file-bytes", 1000000);
 *     intv_loader_add_path(loader, argc > 1 ? argv[1] : "data");
 *     const enum intv_status status = intv_loader_load(loader, &catalogue, NULL);
 *     if (status == INTV_OK)
 *         printf("edition %s\n", intv_catalogue_get_edition(catalogue));
 *     intv_catalogue_unref(catalogue);
 *     intv_loader_free(loader);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_LOADER_H
#define INTERVENTIONS_LOADER_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Makes a loader with the standard limits and nothing to load.
 *
 * @param[out] loader the loader; free it with intv_loader_free()
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *loader is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_new(struct intv_loader **loader);

/**
 * Frees a loader; catalogues it made live on.
 * @param loader the loader; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_loader_free(struct intv_loader *loader);

/**
 * Adds a file, or a folder whose files ending in ".xml" are read, folders inside it too, in byte
 * order of names. Nothing is opened before intv_loader_load(). Devices, pipes and addresses are
 * refused.
 *
 * @param loader the loader; not NULL
 * @param path name of the file or folder, copied; not NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_add_path(struct intv_loader *loader, const char *path);

/**
 * Adds a document that is in memory.
 *
 * @param loader the loader; not NULL
 * @param name name for diagnostics, copied; not NULL
 * @param bytes the document, borrowed until the loader is freed; NULL only when size is 0
 * @param size number of bytes
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_add_memory(struct intv_loader *loader, const char *name,
                                                 const char *bytes, size_t size);

/**
 * Says what happens to what is wrong. A strict load gives no catalogue then; this is the standard. A
 * lenient one reports the same, leaves out what is wrong and what cannot stand without it, and gives
 * the catalogue that remains; see intv_catalogue_is_incomplete().
 *
 * @param loader the loader; not NULL
 * @param lenient 0 for strict, else lenient
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the loader is NULL
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_set_lenient(struct intv_loader *loader, int lenient);

/**
 * Sets a limit, such as "file-bytes" or "records". The standard limits suit files of strangers.
 *
 * @param loader the loader; not NULL
 * @param name name of the limit, see intv_limit_get_name()
 * @param value the most that is allowed
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_NOT_FOUND there is no limit of that name
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_set_limit(struct intv_loader *loader, const char *name,
                                                uint64_t value);

/**
 * The limit that is in force.
 *
 * @param loader the loader; NULL gives the standard limit
 * @param name name of the limit
 * @return the most that is allowed; 0 when there is no limit of that name
 * @since 0.1
 */
INTV_API uint64_t intv_loader_get_limit(const struct intv_loader *loader, const char *name);

/**
 * Name of a limit.
 * @param index from 0
 * @return the name, lives for ever; NULL when there are no more
 * @since 0.1
 */
INTV_API const char *intv_limit_get_name(size_t index);

/**
 * What a limit counts, in a few English words.
 * @param index from 0
 * @return the words, live for ever; NULL when there are no more
 * @since 0.1
 */
INTV_API const char *intv_limit_get_explanation(size_t index);

/**
 * Loads everything that was added as one catalogue. May be called again: the files are read anew.
 *
 * A lenient load fails only when no document at all can be used (with the status of the first
 * error), when a limit of the whole load is exceeded, or when there is no memory.
 *
 * The calling thread's last error of libxml2 is changed by a load.
 *
 * @param loader the loader; not NULL
 * @param[out] catalogue a new reference, or NULL when the load failed
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was loaded; there may be warnings, and errors when the load was lenient
 * @retval INTV_ERROR_IO a file could not be opened or read
 * @retval INTV_ERROR_SYNTAX a document is not well-formed XML in UTF-8, or has a DOCTYPE
 * @retval INTV_ERROR_INVALID a document breaks a rule of the format
 * @retval INTV_ERROR_VERSION a document has a newer format
 * @retval INTV_ERROR_LIMIT a limit was exceeded
 * @retval INTV_ERROR_NO_MEMORY there was no memory; the loader can be used again
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or nothing was added
 * @retval INTV_ERROR_INTERNAL ICU or libxml2 cannot be used
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_load(struct intv_loader *loader,
                                           struct intv_catalogue **catalogue,
                                           struct intv_diagnostics *diagnostics);

#ifdef __cplusplus
}
#endif

#endif
