/* SPDX-License-Identifier: EUPL-1.2 */
#include "query.h"

#include <stdlib.h>
#include <string.h>

#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    LINE_SIZE = 2048,
    BEFORE = 60, /* bytes of a long query that are shown before what is wrong, and behind it */
    INDENT = 2
};

/* ---- the operands as one text ---- */

/* The operands with spaces between, for free(); NULL when there is no memory. */
static char *
join_operands(const struct options *options)
{
    size_t size = 1;
    for (size_t i = 0; i < options->operand_count; i++)
        size += strlen(options->operands[i]) + 1;
    char *joined = malloc(size);
    size_t length = 0;
    if (joined == NULL)
        return NULL;
    for (size_t i = 0; i < options->operand_count; i++) {
        const size_t part = strlen(options->operands[i]);
        if (i > 0)
            joined[length++] = ' ';
        memcpy(joined + length, options->operands[i], part);
        length += part;
    }
    joined[length] = '\0';
    return joined;
}

/* ---- what is wrong with it ---- */

static bool
is_inside_character(char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The byte at which a column begins, on a line from 1, columns in characters from 1. */
static size_t
find_place(const char *text, uint32_t line, uint32_t column)
{
    size_t at = 0;
    for (; line > 1 && text[at] != '\0'; at++)
        line -= text[at] == '\n';
    for (; column > 1 && text[at] != '\0' && text[at] != '\n'; column--)
        do
            at++;
        while (is_inside_character(text[at]));
    return at;
}

/* Where the piece of a query begins or ends that is shown around a place: its line, if it is short. */
static size_t
find_edge(const char *text, size_t place, int step)
{
    size_t at = place;
    for (size_t i = 0; i < BEFORE; i++) {
        if (step < 0 && (at == 0 || text[at - 1] == '\n'))
            return at;
        if (step > 0 && (text[at] == '\0' || text[at] == '\n'))
            return at;
        at = step < 0 ? at - 1 : at + 1;
    }
    while (is_inside_character(text[at]))
        at++;
    return at;
}

/* The query, and below it a mark at the place that is wrong. */
static void
point_at(struct program *program, const char *text, uint32_t line, uint32_t column)
{
    struct terminal *messages = &program->messages;
    const size_t place = find_place(text, line, column);
    const size_t first = find_edge(text, place, -1);
    const size_t end = find_edge(text, place, 1);
    terminal_begin(messages, INDENT, INDENT);
    terminal_add_piece(messages, STYLE_PLAIN, text + first, place - first);
    const unsigned width =
        messages->length > 0 ? terminal_measure(messages->bytes, messages->length) : 0;
    terminal_add_piece(messages, STYLE_PLAIN, text + place, end - place);
    terminal_end(messages);
    terminal_begin(messages, INDENT + width, INDENT + width);
    terminal_add(messages, STYLE_PLAIN, "^");
    terminal_end(messages);
}

static void
say_diagnostics(struct program *program, const char *text)
{
    struct terminal *messages = &program->messages;
    const struct intv_diagnostics *diagnostics = program->diagnostics;
    char line[LINE_SIZE];
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++) {
        const uint32_t at = intv_diagnostics_get_line(diagnostics, i);
        if (at > 0)
            point_at(program, text, at, intv_diagnostics_get_column(diagnostics, i));
        intv_diagnostics_format(diagnostics, i, program->language, line, sizeof(line));
        terminal_line(messages, 0, STYLE_PLAIN, line);
        intv_diagnostics_get_advice(diagnostics, i, program->language, line, sizeof(line));
        terminal_line(messages, INDENT, STYLE_PLAIN, line);
    }
    intv_diagnostics_clear(program->diagnostics);
}

static void
say_failure(struct program *program, enum intv_status status, size_t told)
{
    if (told == 0)
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
}

/* ---- reading and searching ---- */

/* A narrowed list shows all that is found; years and designs are asked for latest and strongest. */
static enum intv_status
apply_settings(const struct program *program, struct intv_query *query, uint32_t kinds)
{
    const struct options *options = &program->options;
    const bool has_page = options->command->bit == COMMAND_SEARCH;
    const bool is_down = options->sort == INTV_BY_YEAR || options->sort == INTV_BY_DESIGN;
    enum intv_status status = intv_query_set_kinds(query, kinds);
    if (status == INTV_OK)
        status = intv_query_set_exact(query, options->wants_exact);
    if (status == INTV_OK)
        status = intv_query_set_language(query, program->language);
    if (status == INTV_OK)
        status = intv_query_set_relaxing(query, has_page);
    if (status == INTV_OK)
        status = intv_query_set_sort(query, (enum intv_sort)options->sort,
                                     is_down != options->is_reversed);
    if (status == INTV_OK)
        status = intv_query_set_page(query, has_page ? options->offset : 0,
                                     has_page ? options->limit : 1);
    return status;
}

struct intv_query *
query_read(struct program *program, uint32_t kinds)
{
    const enum intv_reading reading =
        program->options.wants_lenient_query ? INTV_LENIENT : INTV_STRICT;
    struct intv_query *query = NULL;
    char *text = join_operands(&program->options);
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (text != NULL && program->options.operand_count == 0)
        status = intv_query_new(program->catalogue, &query);
    else if (text != NULL)
        status = intv_query_parse(program->catalogue, text, strlen(text), reading, &query,
                                  program->diagnostics);
    if (status == INTV_OK)
        status = apply_settings(program, query, kinds);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    if (text != NULL)
        say_diagnostics(program, text);
    free(text);
    if (status == INTV_OK)
        return query;
    say_failure(program, status, told);
    intv_query_free(query);
    return NULL;
}

struct intv_search *
query_search(struct program *program, const struct intv_query *query)
{
    struct intv_search *search = NULL;
    const enum intv_status status = intv_search_new(query, &search, program->diagnostics);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, NULL, NULL);
    if (status != INTV_OK)
        say_failure(program, status, told);
    return search;
}

/* ---- telling ---- */

void
query_print(struct program *program, const struct intv_query *query)
{
    struct intv_output *text = NULL;
    enum intv_status status = intv_output_new(&text);
    if (status == INTV_OK)
        status = intv_query_write(query, program->language, text);
    if (status != INTV_OK)
        program->out.failed = true;
    else if (intv_output_get_length(text) > 0)
        words_line(program, 0, STYLE_PLAIN, "search-query", intv_output_get_text(text), NULL);
    else
        words_line(program, 0, STYLE_PLAIN, "search-all", NULL, NULL);
    intv_output_free(text);
}

void
query_print_suggestions(struct program *program, const struct intv_search *search)
{
    const char *corrected = intv_search_get_corrected(search);
    if (corrected != NULL)
        words_line(program, 0, STYLE_DOUBT, "search-corrected", corrected, NULL);
    for (size_t i = 0; i < intv_search_get_suggestion_count(search); i++)
        if (corrected == NULL || strcmp(corrected, intv_search_get_suggestion(search, i)) != 0)
            words_line(program, 0, STYLE_DOUBT, "search-suggestion",
                       intv_search_get_suggestion(search, i), NULL);
}
