/* SPDX-License-Identifier: EUPL-1.2 */
/* The command search: what a query finds, and why. */
#include "layers.h"
#include "messages.h"
#include "program.h"
#include "query.h"
#include "snippet.h"
#include "words.h"

enum
{
    INDENT = 3
};

/* ---- one hit ---- */

static void
print_name(struct program *program, uint32_t record, size_t place)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    struct terminal *out = &program->out;
    char number[WORDS_NUMBER_SIZE];
    terminal_begin(out, 0, INDENT);
    terminal_add(out, STYLE_HEADING, words_number(place, number));
    terminal_add(out, STYLE_HEADING, ". ");
    terminal_add(out, STYLE_HEADING, intv_record_get_name(catalogue, record, program->tag));
    terminal_add(out, STYLE_QUIET, " (");
    terminal_add(out, STYLE_QUIET, intv_kind_get_name(intv_record_get_kind(catalogue, record)));
    terminal_add(out, STYLE_QUIET, ":");
    terminal_add(out, STYLE_QUIET, intv_record_get_id(catalogue, record));
    terminal_add(out, STYLE_QUIET, ")");
    layers_add_mark(program, out, record);
    terminal_end(out);
}

static void
print_lacks(struct program *program, const struct intv_search *search, size_t index)
{
    bool is_first = true;
    for (size_t word = 0; word < intv_search_get_word_count(search); word++) {
        if (intv_search_is_word_found(search, index, word))
            continue;
        if (is_first) {
            terminal_begin(&program->out, INDENT, INDENT + 2);
            words_add(program, &program->out, STYLE_DOUBT, "hit-lacks",
                      intv_search_get_word(search, word), NULL);
        } else {
            terminal_add(&program->out, STYLE_DOUBT, ", ");
            terminal_add(&program->out, STYLE_DOUBT, intv_search_get_word(search, word));
        }
        is_first = false;
    }
    if (!is_first)
        terminal_end(&program->out);
}

static void
print_hit(struct program *program, const struct intv_search *search, size_t index)
{
    struct intv_hit *hit = NULL;
    print_name(program, intv_search_get_record(search, index), program->options.offset + index + 1);
    if (intv_hit_new(search, index, &hit) != INTV_OK)
        program->out.failed = true;
    snippet_print(program, search, hit, INDENT);
    print_lacks(program, search, index);
    intv_hit_free(hit);
}

/* ---- the page ---- */

static void
print_total(struct program *program, const struct intv_search *search)
{
    const size_t count = intv_search_get_count(search);
    const size_t total = intv_search_get_total(search);
    char one[WORDS_NUMBER_SIZE];
    char two[WORDS_NUMBER_SIZE];
    terminal_begin(&program->out, 0, 0);
    words_add(program, &program->out, STYLE_PLAIN, "search-total", words_number(total, one), NULL);
    if (count > 0 && count < total)
        words_add(program, &program->out, STYLE_PLAIN, "search-shown",
                  words_number(program->options.offset + 1, one),
                  words_number(program->options.offset + count, two));
    terminal_end(&program->out);
}

static void
print_nothing(struct program *program, const struct intv_search *search)
{
    if (intv_search_get_total(search) > 0) {
        words_line(program, 0, STYLE_PLAIN, "search-beyond", NULL, NULL);
        return;
    }
    words_line(program, 0, STYLE_PLAIN, "search-nothing", NULL, NULL);
    query_print_suggestions(program, search);
    words_line(program, 0, STYLE_PLAIN, "search-advice", NULL, NULL);
    if (program->options.wants_exact)
        words_line(program, 0, STYLE_PLAIN, "search-advice-exact", NULL, NULL);
}

static void
print_page(struct program *program, const struct intv_query *query,
           const struct intv_search *search)
{
    const size_t count = intv_search_get_count(search);
    const size_t end = program->options.offset + count;
    char number[WORDS_NUMBER_SIZE];
    records_print_incomplete(program);
    if (layers_print(program))
        terminal_blank(&program->out);
    query_print(program, query);
    if (count == 0) {
        print_nothing(program, search);
        return;
    }
    if (intv_search_is_relaxed(search))
        words_line(program, 0, STYLE_DOUBT, "search-relaxed", NULL, NULL);
    query_print_suggestions(program, search);
    print_total(program, search);
    for (size_t i = 0; i < count; i++) {
        terminal_blank(&program->out);
        print_hit(program, search, i);
    }
    if (end < intv_search_get_total(search)) {
        terminal_blank(&program->out);
        words_line(program, 0, STYLE_PLAIN, "search-more", words_number(end, number), NULL);
    }
}

static enum outcome
put_page(struct program *program, const struct intv_query *query, const struct intv_search *search,
         enum outcome outcome)
{
    struct intv_output *output = NULL;
    const uint32_t flags = program_get_flags(program);
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = program->options.format == FORMAT_JSON
                     ? intv_write_search(query, search, NULL, flags, output)
                     : intv_write_search_csv(search, program->language, flags, output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

enum outcome
search_run(struct program *program)
{
    enum outcome outcome = OUTCOME_ERROR;
    struct intv_search *search = NULL;
    if (!records_open(program))
        return OUTCOME_ERROR;
    struct intv_query *query = query_read(program, program->options.kinds);
    if (query != NULL)
        search = query_search(program, query);
    if (search != NULL) {
        outcome = intv_search_get_count(search) > 0 ? OUTCOME_FOUND : OUTCOME_NOTHING;
        if (program->options.format == FORMAT_TABLE)
            print_page(program, query, search);
        else
            outcome = put_page(program, query, search, outcome);
    }
    intv_search_free(search);
    intv_query_free(query);
    return outcome;
}
