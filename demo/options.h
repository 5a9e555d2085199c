/* SPDX-License-Identifier: EUPL-1.2 */
/* The command line: one table of commands, one of options. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <interventions/types.h>

#include "terminal.h"

struct program;

/* Exit statuses. */
enum outcome
{
    OUTCOME_FOUND = 0,
    OUTCOME_NOTHING = 1,
    OUTCOME_ERROR = 2
};

/* Commands, as bits, to say which options belong to which. */
enum command_bit
{
    COMMAND_LIST = 1,
    COMMAND_SHOW = 2,
    COMMAND_MATCH = 4,
    COMMAND_CHECK = 8,
    COMMAND_VALIDATE = 16,
    COMMAND_VERSION = 32,
    COMMAND_HELP = 64,
    COMMAND_EXPLAIN = 128,
    COMMAND_REQUEST = 256,
    COMMAND_STATS = 512,
    COMMAND_SEARCH = 1024,
    COMMAND_FACETS = 2048,
    COMMAND_CONCEPTS = 4096,
    COMMAND_ELEMENTS = 8192,
    COMMAND_PRECONDITIONS = 16384,
    COMMAND_SOURCES = 32768,
    COMMAND_ANY = 65535,
    /* those that take a query, out of one or more arguments */
    COMMAND_NARROWED = COMMAND_ELEMENTS | COMMAND_PRECONDITIONS | COMMAND_SOURCES,
    COMMAND_ASKING = COMMAND_SEARCH | COMMAND_FACETS | COMMAND_NARROWED,
    /* those that can write CSV */
    COMMAND_TABULAR = COMMAND_LIST | COMMAND_CONCEPTS | COMMAND_ASKING,
    /* those that can write JSON */
    COMMAND_WRITING = COMMAND_LIST | COMMAND_SHOW | COMMAND_MATCH | COMMAND_CHECK |
                      COMMAND_VALIDATE | COMMAND_EXPLAIN | COMMAND_STATS | COMMAND_CONCEPTS |
                      COMMAND_ASKING,
    /* those that load a catalogue */
    COMMAND_LOADING = COMMAND_LIST | COMMAND_SHOW | COMMAND_MATCH | COMMAND_CHECK |
                      COMMAND_VALIDATE | COMMAND_REQUEST | COMMAND_STATS | COMMAND_CONCEPTS |
                      COMMAND_ASKING
};

/* A command: how many operands it takes, and the texts "command-NAME" and "usage-NAME". */
struct command
{
    const char *name;
    enum command_bit bit;
    size_t least;
    size_t most;
    enum outcome (*run)(struct program *program);
};

enum option_id
{
#define OPTION(NAME, name, argument, commands) OPTION_##NAME,
#include "options.def"
#undef OPTION
    OPTION_COUNT
};

/* An option as it was given; the order of the command line is kept. */
struct given
{
    enum option_id id;
    const char *argument; /* "" when it takes none */
};

/* How an answer is written. */
enum format
{
    FORMAT_TABLE,
    FORMAT_CSV,
    FORMAT_JSON
};

struct options
{
    const struct command *command;
    const char **all_operands; /* with the command */
    const char **operands;
    size_t operand_count;
    struct given *given;
    size_t given_count;
    enum intv_language language;
    enum colour colour;
    const char *as_of; /* NULL: not given */
    size_t limit;      /* candidates of a match, hits of a search; 0 is all */
    size_t offset;     /* hits that are skipped */
    unsigned sort;     /* enum intv_sort */
    uint32_t kinds;    /* of hits, a bit each; 0 is all */
    bool is_reversed;
    bool wants_exact;
    bool wants_lenient_query;
    uint32_t include;
    enum format format;
    bool wants_compact; /* JSON on one line */
    bool wants_archive;
    bool wants_records;
    bool wants_excluded;
    bool wants_help;
};

extern const struct command COMMANDS[];
extern const size_t COMMAND_COUNT;

/* The command of a name; NULL after telling what is wrong. */
const struct command *options_read_command(struct program *program, const char *written);

/* Name of an option and the word for its argument ("" without one). */
const char *options_get_name(enum option_id id);
const char *options_get_argument(enum option_id id);
bool options_belongs_to(enum option_id id, enum command_bit command);

/*
 * Reads the command line; the language comes first, so that messages are in it. False after telling
 * what is wrong.
 */
bool options_read(struct program *program, int count, char **arguments);
void options_free(struct options *options);

/* A whole number without sign; false when it is none or too large. */
bool options_read_number(const char *text, uint64_t *number);

#endif
