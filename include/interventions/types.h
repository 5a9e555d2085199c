/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Types, statuses and numbers that all headers share.
 *
 * Three rules hold for the whole library.
 *
 * - What a function with `_new`, `_load`, `_ref` or `_builtin` in its name gives you, you give back
 *   with `_free` or `_unref`. What a getter gives you, you borrow: it lives as long as the object
 *   you asked. No function returns memory to be freed with `free()`.
 * - Functions that can fail return #intv_status; their outputs are NULL or 0 then. An empty result
 *   is a success. Getters cannot fail: an index that does not exist gives NULL, 0 or
 *   #INTV_NONE.
 * - A loaded catalogue and every result may be read by any number of threads at once. All other
 *   objects belong to one thread at a time.
 *
 * Texts are UTF-8 and end with a NUL. The library never prints (libxml2 writes a line to standard
 * error when its own memory fails), never exits, reads no
 * environment, no clock and no network, and opens no file but those it is asked to open.
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_TYPES_H
#define INTERVENTIONS_TYPES_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) && !defined(INTV_STATIC)
/** Marks a function of the public interface. @since 0.1 */
#define INTV_API __attribute__((visibility("default")))
#else
/** Marks a function of the public interface. @since 0.1 */
#define INTV_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Index that stands for "no such record, claim or text". @since 0.1 */
#define INTV_NONE UINT32_MAX

/**
 * How a function ended. The numbers never change; later versions may add some, so treat an unknown
 * number as a failure.
 * @since 0.1
 */
enum intv_status
{
    INTV_OK = 0,                     /**< It went well. */
    INTV_ERROR_NO_MEMORY = 1,        /**< There was no memory; objects still answer as before. */
    INTV_ERROR_INVALID_ARGUMENT = 2, /**< An argument is NULL or out of range. */
    INTV_ERROR_IO = 3,               /**< A file could not be opened or read. */
    INTV_ERROR_SYNTAX = 4,           /**< The bytes are not well-formed XML or JSON in UTF-8. */
    INTV_ERROR_INVALID = 5,          /**< A catalogue, situation or request breaks a rule. */
    INTV_ERROR_VERSION = 6,          /**< The format is newer than this library can read. */
    INTV_ERROR_LIMIT = 7,            /**< A limit of the loader was reached. */
    INTV_ERROR_NOT_FOUND = 8,        /**< An id or value is not in the catalogue. */
    INTV_ERROR_BUSY = 9,             /**< The object is in use by a call that has not ended. */
    INTV_ERROR_CANCELLED = 10,       /**< A callback of the caller asked to stop. */
    INTV_ERROR_CONTRADICTION = 11,   /**< The situation contradicts itself. */
    INTV_ERROR_INTERNAL = 12         /**< A mistake of the library itself; please report it. */
};

/** Languages in which the library itself can speak. @since 0.1 */
enum intv_language
{
    INTV_DUTCH = 0,  /**< Dutch, nl. */
    INTV_ENGLISH = 1 /**< English, en. */
};

/** Kinds of record in a catalogue. @since 0.1 */
enum intv_kind
{
    INTV_KIND_SCHEME = 0,            /**< A list of concepts. */
    INTV_KIND_CONCEPT = 1,           /**< A concept of a scheme. */
    INTV_KIND_ELEMENT = 2,           /**< An effective element. */
    INTV_KIND_PRECONDITION = 3,      /**< A precondition. */
    INTV_KIND_INTERVENTION = 4,      /**< An intervention, type or instrument. */
    INTV_KIND_EVALUATION = 5,        /**< An evaluation of one or several interventions. */
    INTV_KIND_RATING = 6,            /**< A rating by an outside classification. */
    INTV_KIND_FUNDING_SCHEME = 7,    /**< A funding scheme with its rules. */
    INTV_KIND_ORGANISATION = 8,      /**< An organisation. */
    INTV_KIND_MUNICIPALITY = 9,      /**< A municipality or wider area. */
    INTV_KIND_SOURCE = 10,           /**< A publication or page. */
    INTV_KIND_POLICY_STATEMENT = 11, /**< Something a policy document states. */
    INTV_KIND_COUNT = 12             /**< Number of kinds; grows when kinds are added. */
};

/** A loaded catalogue; see catalogue.h. @since 0.1 */
struct intv_catalogue;
/** Everything that was wrong with an input; see diagnostics.h. @since 0.1 */
struct intv_diagnostics;
/** Reads catalogues; see loader.h. @since 0.1 */
struct intv_loader;
/** What a municipality says of itself or of a programme; see situation.h. @since 0.1 */
struct intv_situation;
/** The answer to a match; see match.h. @since 0.1 */
struct intv_match;
/** Why one intervention got its place in a match; see match.h. @since 0.1 */
struct intv_explanation;
/** A text that the library writes, such as JSON; see output.h. @since 0.1 */
struct intv_output;

/**
 * Stable name of a status, such as "invalid-argument", for logs and bindings.
 *
 * @param status a status; unknown numbers are allowed
 * @return the name, or "unknown-status"; never NULL, lives for ever
 * @since 0.1
 */
INTV_API const char *intv_status_get_name(enum intv_status status);

/**
 * One sentence that says what a status means.
 *
 * @param status a status; unknown numbers are allowed
 * @param language the language of the sentence
 * @return the sentence; never NULL, lives for ever
 * @since 0.1
 */
INTV_API const char *intv_status_get_text(enum intv_status status, enum intv_language language);

#ifdef __cplusplus
}
#endif

#endif
