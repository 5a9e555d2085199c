/* SPDX-License-Identifier: EUPL-1.2 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "messages.h"
#include "nearest.h"
#include "program.h"

enum
{
    FIRST_VALUE = 256, /* values of long options begin above every letter */
    STANDARD_LIMIT = 10,
    MOST_INCLUDES = 31 /* one bit each */
};

const struct command COMMANDS[] = {
    {"list", COMMAND_LIST, 0, 1, list_run},
    {"show", COMMAND_SHOW, 1, 1, show_run},
    {"search", COMMAND_SEARCH, 1, SIZE_MAX, search_run},
    {"facets", COMMAND_FACETS, 0, SIZE_MAX, facets_run},
    {"concepts", COMMAND_CONCEPTS, 0, 1, values_run},
    {"elements", COMMAND_ELEMENTS, 0, SIZE_MAX, values_run},
    {"preconditions", COMMAND_PRECONDITIONS, 0, SIZE_MAX, values_run},
    {"sources", COMMAND_SOURCES, 0, SIZE_MAX, values_run},
    {"match", COMMAND_MATCH, 0, 0, match_run},
    {"check", COMMAND_CHECK, 1, 1, check_run},
    {"validate", COMMAND_VALIDATE, 0, SIZE_MAX, validate_run},
    {"stats", COMMAND_STATS, 0, 0, stats_run},
    {"explain", COMMAND_EXPLAIN, 0, 1, explain_run},
    {"request", COMMAND_REQUEST, 0, 1, request_run},
    {"version", COMMAND_VERSION, 0, 0, version_run},
    {"help", COMMAND_HELP, 0, 1, help_run},
};
const size_t COMMAND_COUNT = sizeof(COMMANDS) / sizeof(COMMANDS[0]);

struct option_entry
{
    const char *name;
    const char *argument;
    unsigned commands;
};

static const struct option_entry OPTIONS[OPTION_COUNT] = {
#define OPTION(NAME, name, argument, commands) [OPTION_##NAME] = {name, argument, commands},
#include "options.def"
#undef OPTION
};

struct word
{
    const char *name;
    unsigned value;
};

static const struct word LANGUAGES[] = {{"nl", INTV_DUTCH}, {"en", INTV_ENGLISH}, {NULL, 0}};
static const struct word COLOURS[] = {
    {"auto", COLOUR_AUTO}, {"always", COLOUR_ALWAYS}, {"never", COLOUR_NEVER}, {NULL, 0}};

static const struct word FORMATS[] = {
    {"table", FORMAT_TABLE}, {"csv", FORMAT_CSV}, {"json", FORMAT_JSON}, {NULL, 0}};
static const struct word SORTS[] = {
    {"relevance", INTV_BY_RELEVANCE}, {"name", INTV_BY_NAME}, {"year", INTV_BY_YEAR},
    {"design", INTV_BY_DESIGN},       {"id", INTV_BY_ID},     {NULL, 0}};

/* ---- the tables ---- */

static const struct command *
find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return &COMMANDS[i];
    return NULL;
}

const char *
options_get_name(enum option_id id)
{
    return OPTIONS[id].name;
}

const char *
options_get_argument(enum option_id id)
{
    return OPTIONS[id].argument;
}

bool
options_belongs_to(enum option_id id, enum command_bit command)
{
    return (OPTIONS[id].commands & (unsigned)command) != 0;
}

bool
options_read_number(const char *text, uint64_t *number)
{
    *number = 0;
    if (text[0] == '\0')
        return false;
    for (; *text >= '0' && *text <= '9'; text++)
        if (__builtin_mul_overflow(*number, 10u, number) ||
            __builtin_add_overflow(*number, (uint64_t)(*text - '0'), number))
            return false;
    return *text == '\0';
}

/* ---- what is wrong ---- */

static bool
refuse_option(struct program *program, const char *written)
{
    struct nearest nearest = nearest_begin(written);
    for (unsigned i = 0; i < OPTION_COUNT; i++)
        nearest_offer(&nearest, OPTIONS[i].name);
    char near[40] = "";
    if (nearest.best != NULL)
        snprintf(near, sizeof(near), "--%s", nearest.best);
    message_say(program, "unknown-option", written, NULL, near);
    return false;
}

/* What getopt could not use: an unknown option, or one with an argument too much or too few. */
static bool
refuse_argument(struct program *program, char **arguments, int value)
{
    const char *written = arguments[optind - 1];
    if (value == ':' && optopt >= FIRST_VALUE) {
        const struct option_entry *entry = &OPTIONS[optopt - FIRST_VALUE];
        message_say(program, "missing-argument", entry->name, entry->argument, NULL);
        return false;
    }
    if (optopt >= FIRST_VALUE) {
        message_say(program, "surplus-argument", OPTIONS[optopt - FIRST_VALUE].name, written, NULL);
        return false;
    }
    if (optopt != 0) {
        const char letter[] = {'-', (char)optopt, '\0'};
        return refuse_option(program, letter);
    }
    return refuse_option(program, written);
}

static bool
read_word(struct program *program, const struct given *given, const struct word *words,
          const char *text, unsigned *value)
{
    char expected[100] = "";
    struct nearest nearest = nearest_begin(text);
    for (const struct word *word = words; word->name != NULL; word++) {
        if (strcmp(word->name, text) == 0) {
            *value = word->value;
            return true;
        }
        nearest_offer(&nearest, word->name);
        if (expected[0] != '\0')
            strncat(expected, ", ", sizeof(expected) - strlen(expected) - 1);
        strncat(expected, word->name, sizeof(expected) - strlen(expected) - 1);
    }
    message_say_of(program, OPTIONS[given->id].name, "unknown-word", text, expected, nearest.best);
    return false;
}

/* ---- reading ---- */

/* Messages about other options must already be in the language that is asked for. */
static void
find_language(struct program *program, int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        const char *value = NULL;
        if (strcmp(arguments[i], "--") == 0)
            break;
        if (strncmp(arguments[i], "--lang=", 7) == 0)
            value = arguments[i] + 7;
        else if (strcmp(arguments[i], "--lang") == 0 && i + 1 < count)
            value = arguments[++i];
        if (value != NULL)
            program->options.language = strcmp(value, "en") == 0 ? INTV_ENGLISH : INTV_DUTCH;
    }
    program->language = program->options.language;
    program->tag = program->language == INTV_ENGLISH ? "en" : "nl";
}

static bool
read_include(struct program *program, const struct given *given)
{
    struct word words[MOST_INCLUDES + 1] = {{NULL, 0}};
    char name[32];
    const char *rest = given->argument;
    for (size_t i = 0; i < MOST_INCLUDES && intv_include_get_name(1u << i) != NULL; i++)
        words[i] = (struct word){intv_include_get_name(1u << i), 1u << i};
    do {
        const size_t length = strcspn(rest, ",");
        unsigned value = 0;
        if (length >= sizeof(name))
            return read_word(program, given, words, rest, &value);
        memcpy(name, rest, length);
        name[length] = '\0';
        if (!read_word(program, given, words, name, &value))
            return false;
        program->options.include |= value;
        rest += length;
    } while (*rest++ == ',');
    return true;
}

static bool
read_size(struct program *program, const struct given *given, size_t *size)
{
    uint64_t number = 0;
    if (!options_read_number(given->argument, &number) || number > SIZE_MAX) {
        message_say_of(program, OPTIONS[given->id].name, "bad-number", given->argument, NULL, NULL);
        return false;
    }
    *size = (size_t)number;
    return true;
}

static bool
read_kind(struct program *program, const struct given *given)
{
    enum intv_kind kind;
    if (!records_read_kind(program, given->argument, &kind))
        return false;
    program->options.kinds |= UINT32_C(1) << kind;
    return true;
}

/* An option that is on when it is given; NULL for the others. */
static bool *
find_switch(struct options *options, enum option_id id)
{
    switch (id) {
    case OPTION_ARCHIVE:
        return &options->wants_archive;
    case OPTION_RECORDS:
        return &options->wants_records;
    case OPTION_EXCLUDED:
        return &options->wants_excluded;
    case OPTION_REVERSE:
        return &options->is_reversed;
    case OPTION_EXACT:
        return &options->wants_exact;
    case OPTION_LENIENT_QUERY:
        return &options->wants_lenient_query;
    case OPTION_COMPACT:
        return &options->wants_compact;
    case OPTION_HELP:
        return &options->wants_help;
    default:
        return NULL;
    }
}

/* Reads an option that takes one of some words, or a number; the others are used by the commands. */
static bool
read_value(struct program *program, const struct given *given)
{
    struct options *options = &program->options;
    unsigned value = 0;
    bool is_good = true;
    switch (given->id) {
    case OPTION_LANG:
        return read_word(program, given, LANGUAGES, given->argument, &value);
    case OPTION_COLOUR:
        is_good = read_word(program, given, COLOURS, given->argument, &value);
        options->colour = (enum colour)value;
        return is_good;
    case OPTION_FORMAT:
        is_good = read_word(program, given, FORMATS, given->argument, &value);
        options->format = (enum format)value;
        return is_good;
    case OPTION_SORT:
        return read_word(program, given, SORTS, given->argument, &options->sort);
    case OPTION_INCLUDE:
        return read_include(program, given);
    case OPTION_KIND:
        return read_kind(program, given);
    case OPTION_LIMIT:
        return read_size(program, given, &options->limit);
    case OPTION_OFFSET:
        return read_size(program, given, &options->offset);
    default:
        return true;
    }
}

static bool
read_setting(struct program *program, const struct given *given)
{
    struct options *options = &program->options;
    bool *is_on = find_switch(options, given->id);
    if (is_on != NULL)
        *is_on = true;
    if (given->id == OPTION_JSON || given->id == OPTION_COMPACT)
        options->format = FORMAT_JSON;
    if (given->id == OPTION_AS_OF)
        options->as_of = given->argument;
    return is_on != NULL || read_value(program, given);
}

/*
 * Whether an argument is a word of a query, though it begins with '-': a word to leave out. Words of
 * options begin with two.
 */
static bool
is_word_to_leave_out(const struct options *options, const char *argument)
{
    if (options->operand_count == 0 || argument[0] != '-' || argument[1] == '\0' ||
        argument[1] == '-' || strcmp(argument, "-h") == 0)
        return false;
    const struct command *command = find_command(options->operands[0]);
    return command != NULL && (command->bit & COMMAND_ASKING) != 0;
}

/* Takes such words, which getopt would read as letters of options. */
static void
take_words(struct options *options, int count, char **arguments)
{
    while (optind < count && is_word_to_leave_out(options, arguments[optind]))
        options->operands[options->operand_count++] = arguments[optind++];
}

static bool
read_arguments(struct program *program, int count, char **arguments)
{
    struct options *options = &program->options;
    struct option longs[OPTION_COUNT + 1] = {{NULL, 0, NULL, 0}};
    int value;
    for (int i = 0; i < OPTION_COUNT; i++)
        longs[i] = (struct option){OPTIONS[i].name,
                                   OPTIONS[i].argument[0] != '\0' ? required_argument : no_argument,
                                   NULL, FIRST_VALUE + i};
    opterr = 0;
    /* "-": operands come in their order, whatever POSIXLY_CORRECT says; ":": tell what is missing */
    while ((value = getopt_long(count, arguments, "-:h", longs, NULL)) != -1) {
        if (value == 1) {
            options->operands[options->operand_count++] = optarg;
            take_words(options, count, arguments);
            continue;
        }
        if (value == '?' || value == ':')
            return refuse_argument(program, arguments, value);
        struct given *given = &options->given[options->given_count++];
        given->id = value == 'h' ? OPTION_HELP : (enum option_id)(value - FIRST_VALUE);
        given->argument = optarg != NULL ? optarg : "";
        if (!read_setting(program, given))
            return false;
        take_words(options, count, arguments);
    }
    for (; optind < count; optind++)
        options->operands[options->operand_count++] = arguments[optind];
    return true;
}

/* ---- the command ---- */

const struct command *
options_read_command(struct program *program, const char *written)
{
    char expected[300] = "";
    struct nearest nearest = nearest_begin(written);
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].name, written) == 0)
            return &COMMANDS[i];
        nearest_offer(&nearest, COMMANDS[i].name);
        if (i > 0)
            strncat(expected, ", ", sizeof(expected) - strlen(expected) - 1);
        strncat(expected, COMMANDS[i].name, sizeof(expected) - strlen(expected) - 1);
    }
    message_say(program, written[0] != '\0' ? "unknown-command" : "missing-command", written,
                expected, nearest.best);
    return NULL;
}

static bool
has_given(const struct options *options, enum option_id id)
{
    for (size_t i = 0; i < options->given_count; i++)
        if (options->given[i].id == id)
            return true;
    return false;
}

static bool
choose_command(struct program *program)
{
    struct options *options = &program->options;
    if (options->operand_count == 0) {
        if (!options->wants_help && !has_given(options, OPTION_VERSION))
            return options_read_command(program, "") != NULL;
        options->command = find_command(options->wants_help ? "help" : "version");
        return true;
    }
    options->command = options_read_command(program, options->operands[0]);
    if (options->command == NULL)
        return false;
    /* "match --help" is "help match" */
    if (!options->wants_help ||
        (options->command->bit == COMMAND_HELP && options->operand_count > 1)) {
        options->operands++;
        options->operand_count--;
    } else {
        options->operand_count = 1;
    }
    if (options->wants_help)
        options->command = find_command("help");
    return true;
}

static bool
check_command(struct program *program)
{
    const struct options *options = &program->options;
    const struct command *command = options->command;
    for (size_t i = 0; i < options->given_count && !options->wants_help; i++)
        if (!options_belongs_to(options->given[i].id, command->bit)) {
            message_say(program, "foreign-option", OPTIONS[options->given[i].id].name,
                        command->name, NULL);
            return false;
        }
    if (options->format == FORMAT_CSV && (command->bit & COMMAND_TABULAR) == 0) {
        message_say_of(program, "format", "unknown-word", "csv", "table, json", NULL);
        return false;
    }
    if (options->operand_count < command->least) {
        message_say(program, "missing-operand", command->name, NULL, NULL);
        return false;
    }
    if (options->operand_count > command->most) {
        message_say(program, "surplus-operand", command->name, options->operands[command->most],
                    NULL);
        return false;
    }
    return true;
}

bool
options_read(struct program *program, int count, char **arguments)
{
    struct options *options = &program->options;
    const size_t most = (size_t)count + 1;
    *options = (struct options){.limit = STANDARD_LIMIT};
    find_language(program, count, arguments);
    options->all_operands = calloc(most, sizeof(*options->all_operands));
    options->given = calloc(most, sizeof(*options->given));
    if (options->all_operands == NULL || options->given == NULL) {
        message_say(program, "no-memory", NULL, NULL, NULL);
        return false;
    }
    options->operands = options->all_operands;
    return read_arguments(program, count, arguments) && choose_command(program) &&
           check_command(program);
}

void
options_free(struct options *options)
{
    free(options->all_operands);
    free(options->given);
}
