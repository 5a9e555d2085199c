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

/* The commands, each in the file of its name. */
enum outcome list_run(struct program *program);
enum outcome show_run(struct program *program);
enum outcome match_run(struct program *program);
enum outcome check_run(struct program *program);
enum outcome validate_run(struct program *program);
enum outcome version_run(struct program *program);
enum outcome help_run(struct program *program);

/* Opens the built-in catalogue or what --catalogue names; tells what is wrong (records.c). */
bool records_open(struct program *program);

/* Says at the head of an answer in words that the catalogue is incomplete, if it is. */
void records_print_incomplete(struct program *program);

/* A loader for the paths and limits of the options; NULL after telling what is wrong. */
struct intv_loader *records_new_loader(struct program *program);

/* The record that an id or kind:id names; INTV_NONE after telling what is wrong. */
uint32_t records_find(struct program *program, const char *name, bool only_interventions);

/* Names of the kinds in the format. */
extern const char *const KIND_NAMES[INTV_KIND_COUNT];

/* The kind of a name, such as source or bronnen; false after telling what is wrong. */
bool records_read_kind(struct program *program, const char *written, enum intv_kind *kind);

/* Writes what the library wrote as JSON to standard output, or tells why it did not (main.c). */
enum outcome program_put_json(struct program *program, enum intv_status status,
                              const struct intv_output *output, enum outcome outcome);

#endif
