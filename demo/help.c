/* SPDX-License-Identifier: EUPL-1.2 */
/* The commands help and version. */
#include <string.h>

#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    TERM_INDENT = 2,
    MEANING_INDENT = 26
};

void
help_print_term(struct program *program, const char *term, const char *meaning)
{
    struct terminal *out = &program->out;
    const size_t length = strlen(term);
    const unsigned column = out->width < 2 * MEANING_INDENT ? TERM_INDENT + 4 : MEANING_INDENT;
    terminal_begin(out, TERM_INDENT, column);
    terminal_add(out, STYLE_HEADING, term);
    terminal_add(out, STYLE_PLAIN, "  ");
    for (size_t i = length + 2 + TERM_INDENT; i < column; i++)
        terminal_add(out, STYLE_PLAIN, " ");
    terminal_add(out, STYLE_PLAIN, meaning);
    terminal_end(out);
}

static void
print_heading(struct program *program, const char *name)
{
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_HEADING, name, NULL, NULL);
}

static void
print_options(struct program *program, enum command_bit command)
{
    char term[64];
    print_heading(program, "heading-options");
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const enum option_id id = (enum option_id)i;
        const char *argument = options_get_argument(id);
        if (!options_belongs_to(id, command) || id == OPTION_VERSION)
            continue;
        snprintf(term, sizeof(term), "--%s%s%s", options_get_name(id),
                 argument[0] != '\0' ? " " : "",
                 argument[0] != '\0' ? words_get_of(program, "argument", argument) : "");
        help_print_term(program, term, words_get_of(program, "option", options_get_name(id)));
    }
}

static void
print_fields(struct program *program)
{
    print_heading(program, "heading-fields");
    for (size_t i = 0; intv_criterion_get_field_name(i, program->language) != NULL; i++)
        help_print_term(
            program, intv_criterion_get_field_name(i, program->language),
            words_get_of(program, "criterion", intv_criterion_get_field_name(i, INTV_ENGLISH)));
}

static void
print_limits(struct program *program)
{
    char term[64];
    print_heading(program, "heading-limits");
    for (size_t i = 0; intv_limit_get_name(i) != NULL; i++) {
        char number[WORDS_NUMBER_SIZE];
        const char *name = intv_limit_get_name(i);
        snprintf(term, sizeof(term), "%s=%s", name,
                 words_number(intv_loader_get_limit(NULL, name), number));
        help_print_term(program, term, words_get_of(program, "limit", name));
    }
}

static void
print_kinds(struct program *program)
{
    print_heading(program, "heading-kinds");
    for (unsigned i = 0; i < intv_kind_get_count(); i++) {
        const char *name = intv_kind_get_name((enum intv_kind)i);
        help_print_term(program, name, words_get_of(program, "kinds", name));
    }
}

/* How a query is written, and what it may ask for. */
static void
print_syntax(struct program *program)
{
    static const char *const TERMS[][2] = {
        {"weerbaar ouders", "syntax-words"},  {"\"veilige plek\"", "syntax-phrase"},
        {"weerb*", "syntax-prefix"},          {"-online", "syntax-not"},
        {"(ouders OR school)", "syntax-or"},  {"doelgroep:ouders,jongeren", "syntax-filter"},
        {"jaar:>=2015", "syntax-comparison"}, {"leeftijd:12-18", "syntax-range"},
        {"heeft:evaluatie", "syntax-has"},    {"kosten:onbekend", "syntax-silence"},
    };
    print_heading(program, "heading-query");
    for (size_t i = 0; i < sizeof(TERMS) / sizeof(TERMS[0]); i++)
        help_print_term(program, TERMS[i][0], words_get(program, TERMS[i][1]));
    print_heading(program, "heading-qualifiers");
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++)
        help_print_term(program, intv_qualifier_get_name(i, program->language),
                        intv_qualifier_get_explanation(i, program->language));
}

static void
print_command(struct program *program, const struct command *command)
{
    words_line(program, 0, STYLE_PLAIN, "usage", words_get_of(program, "usage", command->name),
               NULL);
    terminal_line(&program->out, 0, STYLE_PLAIN, words_get_of(program, "command", command->name));
    print_options(program, command->bit);
    if (command->bit == COMMAND_LIST || command->bit == COMMAND_SHOW)
        print_kinds(program);
    if (command->bit == COMMAND_MATCH || command->bit == COMMAND_CHECK)
        print_fields(program);
    if ((command->bit & (COMMAND_SEARCH | COMMAND_FACETS)) != 0)
        print_syntax(program);
    if (command->bit == COMMAND_VALIDATE)
        print_limits(program);
}

static void
print_overview(struct program *program)
{
    words_line(program, 0, STYLE_HEADING, "program-about", NULL, NULL);
    words_line(program, 0, STYLE_PLAIN, "boundary", NULL, NULL);
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_PLAIN, "usage", words_get(program, "usage-all"), NULL);
    print_heading(program, "heading-commands");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        help_print_term(program, words_get_of(program, "usage", COMMANDS[i].name),
                        words_get_of(program, "command", COMMANDS[i].name));
    print_heading(program, "heading-example");
    terminal_line(&program->out, TERM_INDENT, STYLE_PLAIN,
                  "interventions match --must target-group=parents --wish setting=neighbourhood");
    terminal_line(&program->out, TERM_INDENT, STYLE_PLAIN,
                  "interventions search 'weerbare ouders -online heeft:evaluatie'");
    print_heading(program, "heading-exit");
    help_print_term(program, "0", words_get(program, "exit-found"));
    help_print_term(program, "1", words_get(program, "exit-nothing"));
    help_print_term(program, "2", words_get(program, "exit-error"));
}

enum outcome
help_run(struct program *program)
{
    const struct command *command = NULL;
    if (program->options.operand_count == 0) {
        print_overview(program);
        return OUTCOME_FOUND;
    }
    command = options_read_command(program, program->options.operands[0]);
    if (command == NULL)
        return OUTCOME_ERROR;
    print_command(program, command);
    return OUTCOME_FOUND;
}

static void
print_features(struct program *program)
{
    terminal_begin(&program->out, 0, TERM_INDENT);
    words_add(program, &program->out, STYLE_PLAIN, "features", NULL, NULL);
    for (size_t i = 0; intv_feature_get_name(i) != NULL; i++) {
        terminal_add(&program->out, STYLE_PLAIN, i > 0 ? ", " : " ");
        terminal_add(&program->out, STYLE_PLAIN, intv_feature_get_name(i));
    }
    terminal_end(&program->out);
}

enum outcome
version_run(struct program *program)
{
    struct intv_catalogue *catalogue = NULL;
    words_line(program, 0, STYLE_PLAIN, "version", INTV_VERSION_STRING, intv_version());
    words_line(program, 0, STYLE_PLAIN, "format-version", intv_format_version(), NULL);
    if (intv_catalogue_builtin(&catalogue) == INTV_OK)
        words_line(program, 0, STYLE_PLAIN, "builtin-edition",
                   intv_catalogue_get_edition(catalogue), intv_catalogue_get_licence(catalogue));
    intv_catalogue_unref(catalogue);
    print_features(program);
    return OUTCOME_FOUND;
}
