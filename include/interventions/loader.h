/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Loading catalogues from XML.
 *
 * A loader collects files, folders, blocks of memory and what the caller has open, and loads them
 * together: references are resolved when all are read. Everything that is wrong is reported in one
 * go; if anything is wrong there is no catalogue, unless the loader is lenient: then what is wrong is
 * left out. The limits protect a program that loads files it does not trust. doc/loading.md has the
 * rules.
 *
 * While a load is under way, a callback of the caller (#intv_progress, #intv_read) that calls a
 * function of the same loader gets #INTV_ERROR_BUSY and changes nothing; intv_loader_get_limit()
 * still answers. A callback must not use the diagnostics of the load.
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
 * Gives bytes of a document, see intv_loader_add_reader().
 *
 * @param user what was given with the function
 * @param[out] buffer where to put the bytes; not NULL
 * @param size the most bytes that may be put, more than 0
 * @return the number of bytes that were put; 0 at the end; negative when reading failed
 * @since 0.2
 */
typedef int64_t (*intv_read)(void *user, char *buffer, size_t size);

/**
 * Hears how far a load is, see intv_loader_set_progress().
 *
 * @param user what was given with the function
 * @param file name of the document that is read, borrowed for the call; not NULL, "" when all were
 *   read
 * @param done bytes that were read in this load; never falls
 * @param total bytes of all documents together, 0 while that is not known; else never less than
 *   done, and equal to it when all were read
 * @return 0 to go on, anything else to stop
 * @since 0.2
 */
typedef int (*intv_progress)(void *user, const char *file, uint64_t done, uint64_t total);

/**
 * Makes a loader with the standard limits and nothing to load.
 *
 * @param[out] loader the loader; free it with intv_loader_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *loader is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_new(struct intv_loader **loader);

/**
 * Frees a loader; catalogues it made live on. Does nothing when a callback of a load of this loader
 * calls it: free the loader after the load.
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
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
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
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_add_memory(struct intv_loader *loader, const char *name,
                                                 const char *bytes, size_t size);

/**
 * Adds a document that is read from a descriptor: a file, pipe or socket that the caller opened.
 *
 * It is read once, by intv_loader_load(), from where it stands to its end, and never closed. It
 * should wait for its bytes: a descriptor that says there are none yet is an error.
 *
 * @param loader the loader; not NULL
 * @param name name for diagnostics, copied; not NULL
 * @param descriptor the descriptor, borrowed until the load has ended; 0 or more
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, or the descriptor is negative
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_add_descriptor(struct intv_loader *loader, const char *name,
                                                     int descriptor);

/**
 * Adds a document of which a function gives the bytes. It is read once, by intv_loader_load(), until
 * the function gives 0 or something fails.
 *
 * @param loader the loader; not NULL
 * @param name name for diagnostics, copied; not NULL
 * @param read the function, called by the thread that loads, borrowed until the load has ended; not
 *   NULL
 * @param user handed to the function; borrowed until the load has ended; may be NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT loader, name or read is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_add_reader(struct intv_loader *loader, const char *name,
                                                 intv_read read, void *user);

/**
 * Adds a loaded catalogue, such as the built-in one, as if its documents were added. Its layers above
 * the lowest become overlays.
 *
 * It counts for the limits of records, facts and references; those of files and bytes do not hold
 * for it. Diagnostics call it "catalogue of PUBLISHER, edition EDITION", without a line.
 *
 * @param loader the loader; not NULL
 * @param catalogue the catalogue; a reference is kept until the loader is freed; not NULL
 * @retval INTV_OK it was added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_add_catalogue(struct intv_loader *loader,
                                                    struct intv_catalogue *catalogue);

/**
 * Begins a layer: what is added from here is a local catalogue, laid over all that was added before.
 * May be called again for a next layer over that.
 *
 * A layer has its own edition, publisher, licence and language. The publisher of an overlay is a
 * lower-case name without spaces, other than that of every other layer; the ids of its new records
 * begin with it and a full stop. A record that stands in for one below has the same kind and id and
 * says replaces="EDITION": the edition of the layer it replaces a record of, as its author saw it.
 * It takes that record's place wholly; references to it now mean the new one. If the edition below
 * is another one, there is a warning.
 *
 * @param loader the loader; not NULL
 * @retval INTV_OK a layer was begun; intv_loader_load() refuses one to which nothing is added
 * @retval INTV_ERROR_NO_MEMORY there was no memory
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_begin_overlay(struct intv_loader *loader);

/**
 * Sets the function that hears how far a load is and may stop it. It is called when a document
 * begins, after each piece of it, and when each later phase begins: linking, checking, freezing;
 * and now and then while the words of a big catalogue are indexed, at the end.
 *
 * @param loader the loader; not NULL
 * @param progress the function, called by the thread that loads, borrowed until the loader is freed
 *   or another function is set; NULL for none
 * @param user handed to the function; borrowed until the loader is freed or another function is
 *   set; may be NULL
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT loader is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_set_progress(struct intv_loader *loader,
                                                   intv_progress progress, void *user);

/**
 * Says what happens to what is wrong. A strict load gives no catalogue then; this is the standard. A
 * lenient one reports the same, leaves out what is wrong and what cannot stand without it, and gives
 * the catalogue that remains; see intv_catalogue_is_incomplete().
 *
 * @param loader the loader; not NULL
 * @param lenient 0 for strict, else lenient
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_INVALID_ARGUMENT the loader is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.2
 */
INTV_API enum intv_status intv_loader_set_lenient(struct intv_loader *loader, int lenient);

/**
 * Sets a limit, such as "file-bytes" or "records". The standard limits suit files of strangers.
 *
 * @param loader the loader; not NULL
 * @param name name of the limit, see intv_limit_get_name(); not NULL
 * @param value the most that is allowed
 * @retval INTV_OK it was set
 * @retval INTV_ERROR_NOT_FOUND there is no limit of that name
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
 * @since 0.1
 */
INTV_API enum intv_status intv_loader_set_limit(struct intv_loader *loader, const char *name,
                                                uint64_t value);

/**
 * The limit that is in force.
 *
 * @param loader the loader; NULL gives the standard limit
 * @param name name of the limit; NULL is no limit
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
 * What intv_loader_add_descriptor() and intv_loader_add_reader() added can be read once, so that a
 * second load with one that was begun is refused.
 *
 * A lenient load fails only when no document of the lowest layer can be used (with the status of
 * the first error), when two layers cannot lie over each other, when a limit of the whole load is
 * exceeded, when it is cancelled, or when memory or the library itself fails.
 *
 * The calling thread's last error of libxml2 is changed by a load.
 *
 * @param loader the loader; not NULL
 * @param[out] catalogue a new reference; give it back with intv_catalogue_unref(); not NULL
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was loaded; there may be warnings, and errors when the load was lenient
 * @retval INTV_ERROR_IO a file could not be opened or read, or a reading function failed
 * @retval INTV_ERROR_SYNTAX a document is not well-formed XML in UTF-8, or has a DOCTYPE
 * @retval INTV_ERROR_INVALID a document breaks a rule of the format
 * @retval INTV_ERROR_VERSION a document has a newer format
 * @retval INTV_ERROR_LIMIT a limit was exceeded
 * @retval INTV_ERROR_NO_MEMORY there was no memory; the loader can be used again
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL, nothing was added to the loader or to a
 *   layer, or something that was added can be read only once and was read before
 * @retval INTV_ERROR_CANCELLED the function of intv_loader_set_progress() asked to stop; the loader
 *   can be used again
 * @retval INTV_ERROR_BUSY a callback of a load of this loader calls it
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
