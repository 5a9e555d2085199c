/* SPDX-License-Identifier: EUPL-1.2 */
/* The commands concepts, elements, preconditions and sources: lists of values with their use. */
#include <string.h>

#include "layers.h"
#include "messages.h"
#include "program.h"
#include "query.h"
#include "words.h"

enum
{
    NUMBER_COLUMNS = 5, /* of the number before a value */
    STEP = 2            /* for each broader value above */
};

/* ---- in words ---- */

/* Interventions that use a value or a narrower one; for concepts, which others use too, all records. */
static uint32_t
count_use(const struct program *program, const struct intv_vocabulary *values, size_t index)
{
    const bool is_concepts = program->options.command->bit == COMMAND_CONCEPTS;
    return intv_vocabulary_get_wide_use(values, index,
                                        is_concepts ? INTV_KIND_COUNT : INTV_KIND_INTERVENTION);
}

static void
add_number(struct program *program, uint32_t number, unsigned depth)
{
    char digits[WORDS_NUMBER_SIZE];
    words_number(number, digits);
    for (size_t i = strlen(digits); i < NUMBER_COLUMNS; i++)
        terminal_add(&program->out, STYLE_PLAIN, " ");
    terminal_add(&program->out, STYLE_PLAIN, digits);
    for (unsigned i = 0; i < STEP * (depth + 1); i++)
        terminal_add(&program->out, STYLE_PLAIN, " ");
}

/* What a list of this kind says of a value behind its name. */
static void
add_details(struct program *program, uint32_t record)
{
    static const char *const FIELDS[] = {"kind", "scope", "published", "read"};
    const struct intv_catalogue *catalogue = program->catalogue;
    if (intv_record_get_kind(catalogue, record) == INTV_KIND_CONCEPT)
        return;
    for (size_t i = 0; i < sizeof(FIELDS) / sizeof(FIELDS[0]); i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, record, FIELDS[i], 0);
        if (fact == INTV_NONE || intv_fact_get_silence(catalogue, fact)[0] != '\0')
            continue;
        terminal_add(&program->out, STYLE_QUIET, ", ");
        words_add_value(program, &program->out, STYLE_QUIET, fact);
    }
}

static void
print_value(struct program *program, const struct intv_vocabulary *values, size_t index)
{
    const uint32_t depth = intv_vocabulary_get_depth(values, index);
    const uint32_t record = intv_vocabulary_get_record(values, index);
    struct terminal *out = &program->out;
    terminal_begin(out, 0, NUMBER_COLUMNS + STEP * (depth + 2));
    add_number(program, count_use(program, values, index), depth);
    terminal_add(out, STYLE_PLAIN, intv_vocabulary_get_name(values, index, program->language));
    terminal_add(out, STYLE_QUIET, " (");
    terminal_add(out, STYLE_QUIET, intv_vocabulary_get_id(values, index));
    terminal_add(out, STYLE_QUIET, ")");
    if (record != INTV_NONE) {
        add_details(program, record);
        layers_add_mark(program, out, record);
    }
    terminal_end(out);
}

static const char *
get_explanation(const struct intv_vocabulary *values, const struct program *program)
{
    if (strcmp(intv_vocabulary_get_list(values), "schemes") == 0)
        return "values-of-schemes";
    return program->options.command->bit == COMMAND_CONCEPTS ? "values-of-concepts"
                                                             : "values-of-interventions";
}

static void
print_values(struct program *program, const struct intv_vocabulary *values)
{
    const size_t count = intv_vocabulary_get_count(values);
    const uint32_t scheme = intv_vocabulary_get_scheme(values);
    char number[WORDS_NUMBER_SIZE];
    records_print_incomplete(program);
    if (layers_print(program))
        terminal_blank(&program->out);
    if (count == 0) {
        words_line(program, 0, STYLE_PLAIN, "nothing-found", NULL, NULL);
        return;
    }
    words_line(program, 0, STYLE_HEADING, "values-count",
               scheme != INTV_NONE
                   ? intv_record_get_name(program->catalogue, scheme, program->tag)
                   : words_get_of(program, "kinds", intv_vocabulary_get_list(values)),
               words_number(count, number));
    words_line(program, 0, STYLE_PLAIN, get_explanation(values, program), NULL, NULL);
    for (size_t i = 0; i < count; i++)
        print_value(program, values, i);
}

/* ---- choosing ---- */

static const char *
get_list(const struct program *program)
{
    const struct options *options = &program->options;
    switch (options->command->bit) {
    case COMMAND_ELEMENTS:
        return "element";
    case COMMAND_PRECONDITIONS:
        return "precondition";
    case COMMAND_SOURCES:
        return "source";
    default:
        return options->operand_count > 0 ? options->operands[0] : NULL;
    }
}

static enum outcome
put_written(struct program *program, const struct intv_vocabulary *values, enum outcome outcome)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = program->options.format == FORMAT_JSON
                     ? intv_write_vocabulary(values, program_get_flags(program), output)
                     : intv_write_vocabulary_csv(values, program->language,
                                                 program_get_flags(program), output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

/* A list of records can be narrowed by a query about them. */
static bool
narrow(struct program *program, struct intv_vocabulary *values)
{
    const uint32_t record = intv_vocabulary_get_record(values, 0);
    if ((program->options.command->bit & COMMAND_NARROWED) == 0 ||
        program->options.operand_count == 0 || record == INTV_NONE)
        return true;
    const uint32_t kinds = UINT32_C(1) << intv_record_get_kind(program->catalogue, record);
    struct intv_query *query = query_read(program, kinds);
    struct intv_search *search = query != NULL ? query_search(program, query) : NULL;
    const bool is_good = search != NULL && intv_vocabulary_narrow(values, search) == INTV_OK;
    if (is_good && intv_vocabulary_get_count(values) == 0)
        query_print_suggestions(program, search);
    intv_search_free(search);
    intv_query_free(query);
    return is_good;
}

static bool
make_list(struct program *program, struct intv_vocabulary **values)
{
    const enum intv_status status = intv_vocabulary_new(
        program->catalogue, get_list(program), program->language, values, program->diagnostics);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, NULL, NULL);
    if (status != INTV_OK && told == 0)
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
    return status == INTV_OK && narrow(program, *values);
}

enum outcome
values_run(struct program *program)
{
    struct intv_vocabulary *values = NULL;
    if (!records_open(program))
        return OUTCOME_ERROR;
    if (!make_list(program, &values)) {
        intv_vocabulary_free(values);
        return OUTCOME_ERROR;
    }
    enum outcome outcome = intv_vocabulary_get_count(values) > 0 ? OUTCOME_FOUND : OUTCOME_NOTHING;
    if (program->options.format == FORMAT_TABLE)
        print_values(program, values);
    else
        outcome = put_written(program, values, outcome);
    intv_vocabulary_free(values);
    return outcome;
}
