/* SPDX-License-Identifier: EUPL-1.2 */
/* The command explain: what a message means, with an example that gives it and one mended. */
#include <string.h>

#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    BODY_INDENT = 2,
    EXAMPLE_INDENT = 4,
    LINE_SIZE = 2048
};

/* ---- sentences ---- */

/* Copies a sentence with "…" in the places of its parameters, which only an input can fill. */
static void
fill_places(const char *sentence, char line[LINE_SIZE])
{
    size_t at = 0;
    while (*sentence != '\0' && at + sizeof("…") < LINE_SIZE)
        if (*sentence == '{') {
            memcpy(line + at, "…", sizeof("…") - 1);
            at += sizeof("…") - 1;
            sentence += sizeof("{1}") - 1;
        } else {
            line[at++] = *sentence++;
        }
    line[at] = '\0';
}

static void
print_sentence(struct program *program, const char *sentence)
{
    char line[LINE_SIZE];
    fill_places(sentence, line);
    terminal_line(&program->out, BODY_INDENT, STYLE_PLAIN, line);
}

static const char *
severity_name(uint32_t tag)
{
    return intv_tag_get_severity(tag) == INTV_SEVERITY_ERROR ? "error" : "warning";
}

/* ---- all tags ---- */

static void
print_all(struct program *program)
{
    char meaning[LINE_SIZE];
    char sentence[LINE_SIZE / 2];
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++) {
        fill_places(intv_tag_get_message(tag, program->language), meaning);
        snprintf(sentence, sizeof(sentence), "%s: %.900s",
                 words_get_of(program, "severity", severity_name(tag)), meaning);
        help_print_term(program, intv_tag_get_name(tag), sentence);
    }
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_PLAIN, "explain-more", "TAG", NULL);
}

/* ---- one tag ---- */

/* Line for line as it is, not wrapped, so that it can be copied. */
static void
print_example(struct program *program, const char *heading, const char *example)
{
    const unsigned width = program->out.width;
    char line[LINE_SIZE];
    words_line(program, BODY_INDENT, STYLE_HEADING, heading, NULL, NULL);
    program->out.width = 0;
    while (*example != '\0') {
        const size_t length = strcspn(example, "\n");
        snprintf(line, sizeof(line), "%.*s", (int)length, example);
        terminal_line(&program->out, EXAMPLE_INDENT, STYLE_PLAIN, line);
        example += length + (example[length] == '\n');
    }
    program->out.width = width;
}

static void
print_examples(struct program *program, uint32_t tag)
{
    const enum intv_example example = intv_tag_get_example(tag);
    if (example == INTV_EXAMPLE_NONE)
        return;
    terminal_blank(&program->out);
    print_example(program, "example-wrong", intv_tag_get_wrong_example(tag));
    print_example(program, "example-right", intv_tag_get_right_example(tag));
    terminal_line(&program->out, BODY_INDENT, STYLE_QUIET,
                  intv_example_get_text(example, program->language));
}

static void
print_tag(struct program *program, uint32_t tag)
{
    struct terminal *out = &program->out;
    const char *advice = intv_tag_get_advice(tag, program->language);
    terminal_begin(out, 0, BODY_INDENT);
    terminal_add(out, STYLE_HEADING, intv_tag_get_name(tag));
    terminal_add(out, STYLE_PLAIN, " (");
    terminal_add(out, STYLE_PLAIN, words_get_of(program, "severity", severity_name(tag)));
    terminal_add(out, STYLE_PLAIN, ")");
    terminal_end(out);
    print_sentence(program, intv_tag_get_message(tag, program->language));
    if (advice[0] != '{') /* else the whole advice depends on the input */
        print_sentence(program, advice);
    terminal_blank(out);
    terminal_line(out, BODY_INDENT, STYLE_PLAIN, intv_tag_get_explanation(tag, program->language));
    print_examples(program, tag);
}

/* ---- the command ---- */

/* tag is INTV_NONE for all. */
static enum outcome
put_json(struct program *program, uint32_t tag)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = tag == INTV_NONE ? intv_write_tags(program_get_flags(program), output)
                                  : intv_write_tag(tag, program_get_flags(program), output);
    const enum outcome outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    intv_output_free(output);
    return outcome;
}

enum outcome
explain_run(struct program *program)
{
    uint32_t tag = INTV_NONE;
    if (program->options.operand_count > 0) {
        const char *written = program->options.operands[0];
        tag = intv_tag_find(written);
        if (tag == INTV_NONE) {
            message_say(program, "unknown-tag", written, NULL,
                        intv_tag_get_name(intv_tag_suggest(written)));
            return OUTCOME_ERROR;
        }
    }
    if (program->options.format == FORMAT_JSON)
        return put_json(program, tag);
    if (tag == INTV_NONE)
        print_all(program);
    else
        print_tag(program, tag);
    return OUTCOME_FOUND;
}
