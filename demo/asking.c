/* SPDX-License-Identifier: EUPL-1.2 */
#include "asking.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "json_file.h"
#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    DATE_SIZE = 16
};

/* ---- the situation of the options ---- */

/* The library reads no clock; the program asks as of today, in UTC, unless it is told otherwise. */
static void
write_today(char date[DATE_SIZE])
{
    const time_t now = time(NULL);
    struct tm parts;
    date[0] = '\0';
    if (gmtime_r(&now, &parts) != NULL)
        strftime(date, DATE_SIZE, "%Y-%m-%d", &parts);
}

static enum intv_status
add_criterion(struct program *program, struct intv_situation *situation, const struct given *given)
{
    const char *mark = strchr(given->argument, '=');
    if (mark == NULL) {
        message_say_of(program, options_get_name(given->id), "not-pair", given->argument,
                       words_get_of(program, "argument", "FIELD=VALUE"), NULL);
        return INTV_ERROR_INVALID_ARGUMENT;
    }
    char *field = strndup(given->argument, (size_t)(mark - given->argument));
    if (field == NULL)
        return INTV_ERROR_NO_MEMORY;
    const enum intv_importance importance = given->id == OPTION_MUST ? INTV_MUST : INTV_WISH;
    const enum intv_status status =
        intv_situation_add(situation, importance, field, mark + 1, program->diagnostics);
    free(field);
    return status;
}

static enum intv_status
read_json(struct intv_situation *situation, const char *path, FILE *file,
          struct intv_diagnostics *diagnostics)
{
    const size_t most = (size_t)intv_request_get_most_bytes() + 1;
    char *bytes = malloc(most);
    if (bytes == NULL)
        return INTV_ERROR_NO_MEMORY;
    const size_t size = json_file_read(file, bytes, most);
    const enum intv_status status =
        ferror(file) ? intv_situation_read_file(situation, path, diagnostics)
                     : intv_situation_read_json(situation, path, bytes, size, diagnostics);
    free(bytes);
    return status;
}

static enum intv_status
read_situation(struct program *program, struct intv_situation *situation, const char *path)
{
    FILE *file = json_file_open(path);
    if (file == NULL)
        return intv_situation_read_file(situation, path, program->diagnostics);
    const enum intv_status status = read_json(situation, path, file, program->diagnostics);
    fclose(file);
    return status;
}

static enum intv_status
apply_option(struct program *program, struct intv_situation *situation, const struct given *given)
{
    switch (given->id) {
    case OPTION_MUST:
    case OPTION_WISH:
        return add_criterion(program, situation, given);
    case OPTION_HAVE:
        return intv_situation_set_precondition(situation, given->argument, INTV_PRESENT,
                                               program->diagnostics);
    case OPTION_PARTLY:
        return intv_situation_set_precondition(situation, given->argument, INTV_PARTLY_PRESENT,
                                               program->diagnostics);
    case OPTION_LACK:
        return intv_situation_set_precondition(situation, given->argument, INTV_ABSENT,
                                               program->diagnostics);
    case OPTION_SITUATION:
        return read_situation(program, situation, given->argument);
    default:
        return INTV_OK;
    }
}

/* All options are tried, so that everything wrong is told at once. */
static bool
apply_options(struct program *program, struct intv_situation *situation)
{
    const struct options *options = &program->options;
    bool is_good = true;
    for (size_t i = 0; i < options->given_count; i++) {
        const struct given *given = &options->given[i];
        const enum intv_status status = apply_option(program, situation, given);
        if (status == INTV_ERROR_NO_MEMORY)
            message_say(program, "no-memory", NULL, NULL, NULL);
        const bool is_file = given->id == OPTION_SITUATION;
        message_say_diagnostics(program, is_file ? NULL : options_get_name(given->id),
                                given->argument);
        is_good = is_good && status == INTV_OK;
    }
    return is_good;
}

static bool
apply_as_of(struct program *program, struct intv_situation *situation)
{
    const char *as_of = program->options.as_of;
    if (as_of == NULL)
        return true;
    if (strcmp(as_of, "none") == 0)
        return intv_situation_set_as_of(situation, NULL) == INTV_OK;
    if (intv_situation_set_as_of(situation, as_of) == INTV_OK)
        return true;
    message_say_of(program, "as-of", "bad-date", as_of, NULL, NULL);
    return false;
}

static bool
fill_situation(struct program *program, struct intv_situation *situation)
{
    char today[DATE_SIZE];
    write_today(today);
    intv_situation_set_as_of(situation, today);
    intv_situation_include(situation, program->options.include);
    /* a date in a situation file comes before today, one in an option before both */
    const bool is_good = apply_options(program, situation);
    return apply_as_of(program, situation) && is_good;
}

bool
asking_match(struct program *program, struct intv_match **match)
{
    struct intv_situation *situation = NULL;
    *match = NULL;
    enum intv_status status = intv_situation_new(program->catalogue, &situation);
    if (status == INTV_OK && !fill_situation(program, situation)) {
        intv_situation_free(situation);
        return false;
    }
    if (status == INTV_OK)
        status = intv_match_new(situation, match, program->diagnostics);
    intv_situation_free(situation);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, NULL, NULL);
    if (status != INTV_OK && told == 0)
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
    return status == INTV_OK;
}

/* ---- how it was understood ---- */

void
asking_add_options(struct program *program, const struct intv_situation *situation,
                   size_t criterion)
{
    const size_t count = intv_situation_get_option_count(situation, criterion);
    for (size_t i = 0; i < count; i++) {
        const uint32_t record = intv_situation_get_option_record(situation, criterion, i);
        if (i > 0)
            words_add(program, &program->out, STYLE_PLAIN, "or", NULL, NULL);
        terminal_add(&program->out, STYLE_PLAIN,
                     record != INTV_NONE
                         ? intv_record_get_name(program->catalogue, record, program->tag)
                         : intv_situation_get_option(situation, criterion, i));
    }
}

static void
print_criterion(struct program *program, const struct intv_situation *situation, size_t index)
{
    const enum intv_importance importance =
        intv_situation_get_criterion_importance(situation, index);
    terminal_begin(&program->out, 2, 4);
    words_add(program, &program->out, STYLE_PLAIN,
              importance == INTV_MUST ? "asked-must" : "asked-wish",
              intv_situation_get_criterion_field(situation, index, program->language), NULL);
    asking_add_options(program, situation, index);
    terminal_end(&program->out);
}

static void
print_criteria(struct program *program, const struct intv_match *match)
{
    const struct intv_situation *situation = intv_match_get_situation(match);
    const size_t count = intv_situation_get_criterion_count(situation);
    for (size_t i = 0; i < count; i++)
        print_criterion(program, situation, i);
    if (count == 0)
        words_line(program, 2, STYLE_PLAIN, "asked-nothing", NULL, NULL);
}

static void
print_said(struct program *program, const struct intv_match *match,
           enum intv_precondition_state state)
{
    bool is_first = true;
    for (size_t i = 0; i < intv_match_get_said_count(match); i++) {
        if (intv_match_get_said_state(match, i) != state)
            continue;
        if (is_first) {
            terminal_begin(&program->out, 2, 4);
            terminal_add(&program->out, STYLE_PLAIN,
                         intv_precondition_state_get_label(state, program->language));
        }
        terminal_add(&program->out, STYLE_PLAIN, is_first ? ": " : ", ");
        terminal_add(
            &program->out, STYLE_PLAIN,
            intv_record_get_name(program->catalogue, intv_match_get_said(match, i), program->tag));
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}

static void
print_preconditions(struct program *program, const struct intv_match *match)
{
    print_said(program, match, INTV_PRESENT);
    print_said(program, match, INTV_PARTLY_PRESENT);
    print_said(program, match, INTV_ABSENT);
}

/* The date that holds after options and situation files; "" when there is none. */
static void
write_as_of(const struct intv_match *match, char date[DATE_SIZE])
{
    const uint32_t as_of = intv_match_get_as_of(match);
    date[0] = '\0';
    if (as_of != 0)
        snprintf(date, DATE_SIZE, "%04u-%02u-%02u", as_of / 10000 % 10000, as_of / 100 % 100,
                 as_of % 100);
}

void
asking_print(struct program *program, const struct intv_match *match)
{
    char as_of[DATE_SIZE];
    const char *edition = intv_catalogue_get_edition(program->catalogue);
    write_as_of(match, as_of);
    records_print_incomplete(program);
    layers_print_old(program, intv_match_get_as_of(match));
    terminal_begin(&program->out, 0, 0);
    words_add(program, &program->out, STYLE_PLAIN, "edition", edition,
              intv_catalogue_get_publisher(program->catalogue));
    words_add(program, &program->out, STYLE_PLAIN, as_of[0] != '\0' ? "as-of" : "as-of-none", as_of,
              NULL);
    terminal_end(&program->out);
    layers_print(program);
    words_line(program, 0, STYLE_HEADING, "heading-situation", NULL, NULL);
    print_criteria(program, match);
    print_preconditions(program, match);
}
