/* SPDX-License-Identifier: EUPL-1.2 */
/* What the commands of the program share. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <interventions/interventions.h>
#include <interventions/texts.h>

#include "options.h"
#include "sources.h"
#include "terminal.h"

struct program
{
    struct options options;
    enum intv_language language;
    const char *tag; /* the language as the catalogue writes it */
    struct terminal out;
    struct terminal messages; /* on standard error, not wrapped */
    struct intv_diagnostics *diagnostics;
    struct intv_catalogue *catalogue;
    struct sources sources;
};

/* The commands, each in the file of its name; explain in explain_tag.c. */
enum outcome list_run(struct program *program);
enum outcome show_run(struct program *program);
enum outcome search_run(struct program *program);
enum outcome facets_run(struct program *program);
enum outcome values_run(struct program *program); /* concepts, elements, preconditions, sources */
enum outcome match_run(struct program *program);
enum outcome check_run(struct program *program);
enum outcome validate_run(struct program *program);
enum outcome stats_run(struct program *program);
enum outcome explain_run(struct program *program);
enum outcome request_run(struct program *program);
enum outcome version_run(struct program *program);
enum outcome help_run(struct program *program);

/* A term and behind it, in a column of its own, what it means (help.c). */
void help_print_term(struct program *program, const char *term, const char *meaning);

/*
 * Opens the built-in catalogue or what --catalogue names, with what --overlay names over it; tells
 * what is wrong (records.c).
 */
bool records_open(struct program *program);

/*
 * A loader for the files and for the paths, overlays and limits of the options; for the built-in
 * catalogue when there is neither file nor path. NULL after telling what is wrong.
 */
struct intv_loader *records_new_loader(struct program *program, const char **files,
                                       size_t file_count);
bool records_has_overlays(const struct program *program);

/* Says at the head of an answer in words that the catalogue is incomplete, if it is. */
void records_print_incomplete(struct program *program);

/* The record that an id or kind:id names; INTV_NONE after telling what is wrong. */
uint32_t records_find(struct program *program, const char *name, bool only_interventions);

/* The kind of a name, such as source or bronnen; false after telling what is wrong. */
bool records_read_kind(struct program *program, const char *written, enum intv_kind *kind);

/* How to write JSON: values of enum intv_write (main.c). */
uint32_t program_get_flags(const struct program *program);

/* Writes what the library wrote, as JSON or CSV, to standard output, or tells why it did not (main.c). */
enum outcome program_put_json(struct program *program, enum intv_status status,
                              const struct intv_output *output, enum outcome outcome);

#endif
