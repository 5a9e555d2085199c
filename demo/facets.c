/* SPDX-License-Identifier: EUPL-1.2 */
/* The command facets: how often each value occurs in what a query finds. */
#include <string.h>

#include "layers.h"
#include "messages.h"
#include "program.h"
#include "query.h"
#include "words.h"

enum
{
    NUMBER_COLUMNS = 6
};

/* ---- in words ---- */

static void
begin_row(struct program *program, size_t count)
{
    char digits[WORDS_NUMBER_SIZE];
    terminal_begin(&program->out, 0, NUMBER_COLUMNS + 4);
    words_number(count, digits);
    for (size_t i = strlen(digits); i < NUMBER_COLUMNS; i++)
        terminal_add(&program->out, STYLE_PLAIN, " ");
    terminal_add(&program->out, STYLE_PLAIN, digits);
    terminal_add(&program->out, STYLE_PLAIN, "  ");
}

static void
print_value(struct program *program, const struct intv_facets *facets, size_t facet, size_t value)
{
    const char *label = intv_facets_get_value_label(facets, facet, value, program->language);
    const char *written = intv_facets_get_value(facets, facet, value);
    begin_row(program, intv_facets_get_value_records(facets, facet, value));
    terminal_add(&program->out, STYLE_PLAIN, label);
    if (strcmp(label, written) != 0) {
        terminal_add(&program->out, STYLE_QUIET, " (");
        terminal_add(&program->out, STYLE_QUIET, written);
        terminal_add(&program->out, STYLE_QUIET, ")");
    }
    terminal_end(&program->out);
}

static void
print_silence(struct program *program, const char *name, size_t count)
{
    if (count == 0)
        return;
    begin_row(program, count);
    words_add(program, &program->out, STYLE_DOUBT, name, NULL, NULL);
    terminal_end(&program->out);
}

static void
print_facet(struct program *program, const struct intv_facets *facets, size_t facet)
{
    struct terminal *out = &program->out;
    const size_t count = intv_facets_get_value_count(facets, facet);
    const size_t limit = program->options.limit;
    const size_t shown = limit > 0 && count > limit ? limit : count;
    char number[WORDS_NUMBER_SIZE];
    terminal_blank(out);
    terminal_begin(out, 0, 2);
    terminal_add(out, STYLE_HEADING, intv_facets_get_label(facets, facet, program->language));
    terminal_add(out, STYLE_QUIET, " (");
    terminal_add(out, STYLE_QUIET, intv_facets_get_qualifier(facets, facet, program->language));
    terminal_add(out, STYLE_QUIET, ":)");
    terminal_end(out);
    for (size_t i = 0; i < shown; i++)
        print_value(program, facets, facet, i);
    if (shown < count)
        words_line(program, NUMBER_COLUMNS + 2, STYLE_QUIET, "facets-more",
                   words_number(count - shown, number), NULL);
    print_silence(program, "facet-not-stated", intv_facets_get_not_stated(facets, facet));
    print_silence(program, "facet-none", intv_facets_get_none(facets, facet));
    print_silence(program, "facet-dropped", intv_facets_get_dropped(facets, facet));
    print_silence(program, "facet-not-applicable", intv_facets_get_not_applicable(facets, facet));
}

static void
print_facets(struct program *program, const struct intv_facets *facets)
{
    for (size_t i = 0; i < intv_facets_get_count(facets); i++)
        print_facet(program, facets, i);
}

static void
print_head(struct program *program, const struct intv_query *query,
           const struct intv_search *search)
{
    char number[WORDS_NUMBER_SIZE];
    records_print_incomplete(program);
    if (layers_print(program))
        terminal_blank(&program->out);
    query_print(program, query);
    query_print_suggestions(program, search);
    words_line(program, 0, STYLE_PLAIN, "facets-of",
               words_number(intv_search_get_total(search), number), NULL);
}

/* ---- counting ---- */

static enum outcome
put_facets(struct program *program, const struct intv_query *query,
           const struct intv_search *search, const struct intv_facets *facets)
{
    struct intv_output *output = NULL;
    const uint32_t flags = program_get_flags(program);
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = program->options.format == FORMAT_JSON
                     ? intv_write_facets(query, search, facets, flags, output)
                     : intv_write_facets_csv(facets, program->language, flags, output);
    const enum outcome outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    intv_output_free(output);
    return outcome;
}

/* The field that --field names; NULL for the usual facets. */
static const char *
get_field(const struct program *program)
{
    const struct options *options = &program->options;
    for (size_t i = 0; i < options->given_count; i++)
        if (options->given[i].id == OPTION_FIELD)
            return options->given[i].argument;
    return NULL;
}

static bool
count_facets(struct program *program, const struct intv_search *search, struct intv_facets **facets)
{
    const char *field = get_field(program);
    const enum intv_status status = intv_facets_new(search, field, facets, program->diagnostics);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, field != NULL ? "field" : NULL, field);
    if (status != INTV_OK && told == 0)
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
    return status == INTV_OK;
}

static enum outcome
show_facets(struct program *program, const struct intv_query *query,
            const struct intv_search *search)
{
    struct intv_facets *facets = NULL;
    enum outcome outcome = OUTCOME_FOUND;
    if (!count_facets(program, search, &facets))
        return OUTCOME_ERROR;
    if (program->options.format == FORMAT_TABLE) {
        print_head(program, query, search);
        print_facets(program, facets);
    } else {
        outcome = put_facets(program, query, search, facets);
    }
    intv_facets_free(facets);
    return outcome == OUTCOME_FOUND && intv_search_get_total(search) == 0 ? OUTCOME_NOTHING
                                                                          : outcome;
}

enum outcome
facets_run(struct program *program)
{
    enum outcome outcome = OUTCOME_ERROR;
    struct intv_search *search = NULL;
    if (!records_open(program))
        return OUTCOME_ERROR;
    struct intv_query *query = query_read(program, program->options.kinds);
    if (query != NULL)
        search = query_search(program, query);
    if (search != NULL)
        outcome = show_facets(program, query, search);
    intv_search_free(search);
    intv_query_free(query);
    return outcome;
}
