/* SPDX-License-Identifier: EUPL-1.2 */
/* The command stats: what a catalogue holds, in numbers. */
#include <string.h>

#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    INDENT = 2
};

static const char *
get_code_label(const struct program *program, const char *list, const char *name)
{
    const uint32_t number = intv_code_list_find(list);
    return intv_code_get_label(number, intv_code_find(number, name), program->language);
}

static const char *
get_field_label(const struct program *program, enum intv_kind kind, const char *name)
{
    return intv_field_get_label(intv_kind_find_field(kind, name), program->language);
}

static const char *
get_silence_label(const struct program *program, const char *name)
{
    for (unsigned silence = INTV_STATED; silence <= INTV_DROPPED; silence++)
        if (strcmp(intv_silence_get_name((enum intv_silence)silence), name) == 0)
            return intv_silence_get_label((enum intv_silence)silence, program->language);
    return name;
}

/* What a row is about, in words. */
static const char *
get_label(const struct program *program, enum intv_topic topic, const char *name)
{
    switch (topic) {
    case INTV_TOPIC_RECORDS:
        return words_get_of(program, "kinds", name);
    case INTV_TOPIC_ASSERTERS:
        return get_code_label(program, "asserter", name);
    case INTV_TOPIC_STRENGTHS:
        return get_code_label(program, "strength", name);
    case INTV_TOPIC_SILENCES:
        return get_silence_label(program, name);
    case INTV_TOPIC_INTERVENTIONS:
        return get_field_label(program, INTV_KIND_INTERVENTION, name);
    case INTV_TOPIC_EVALUATIONS:
        return get_field_label(program, INTV_KIND_EVALUATION, name);
    default:
        return words_get_of(program, "count", name);
    }
}

static void
print_row(struct program *program, const struct intv_statistics *statistics, size_t index)
{
    const enum intv_topic topic = intv_statistics_get_topic(statistics, index);
    char number[WORDS_NUMBER_SIZE];
    char aligned[WORDS_NUMBER_SIZE + 8];
    words_number(intv_statistics_get_number(statistics, index), number);
    snprintf(aligned, sizeof(aligned), "%6s  ", number);
    terminal_begin(&program->out, 0, 8);
    terminal_add(&program->out, STYLE_PLAIN, aligned);
    terminal_add(&program->out, STYLE_PLAIN,
                 get_label(program, topic, intv_statistics_get_name(statistics, index)));
    terminal_end(&program->out);
}

/* The heading of a topic, with the whole of which its rows are a part. */
static void
print_heading(struct program *program, const struct intv_statistics *statistics, size_t index)
{
    const char *topic = intv_topic_get_name(intv_statistics_get_topic(statistics, index));
    char name[64];
    char whole[WORDS_NUMBER_SIZE];
    snprintf(name, sizeof(name), "counts-%s", topic);
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_HEADING, name,
               words_number(intv_statistics_get_whole(statistics, index), whole), NULL);
}

static void
print_statistics(struct program *program, const struct intv_statistics *statistics)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    records_print_incomplete(program);
    words_line(program, 0, STYLE_PLAIN, "edition", intv_catalogue_get_edition(catalogue),
               intv_catalogue_get_publisher(catalogue));
    layers_print(program);
    for (size_t i = 0; i < intv_statistics_get_count(statistics); i++) {
        if (i == 0 || intv_statistics_get_topic(statistics, i) !=
                          intv_statistics_get_topic(statistics, i - 1))
            print_heading(program, statistics, i);
        print_row(program, statistics, i);
    }
}

static enum outcome
put_json(struct program *program, const struct intv_statistics *statistics)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_statistics(statistics, program_get_flags(program), output);
    const enum outcome outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    intv_output_free(output);
    return outcome;
}

enum outcome
stats_run(struct program *program)
{
    struct intv_statistics *statistics = NULL;
    enum outcome outcome = OUTCOME_FOUND;
    if (!records_open(program))
        return OUTCOME_ERROR;
    if (intv_statistics_new(program->catalogue, &statistics) != INTV_OK) {
        message_say(program, "no-memory", NULL, NULL, NULL);
        return OUTCOME_ERROR;
    }
    if (program->options.format == FORMAT_JSON)
        outcome = put_json(program, statistics);
    else
        print_statistics(program, statistics);
    intv_statistics_free(statistics);
    return outcome;
}
