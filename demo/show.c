/* SPDX-License-Identifier: EUPL-1.2 */
/* The command show: everything of one record, with who says it, and what refers to it. */
#include <string.h>

#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    STEP = 2
};

/* Fields of which every language is shown; of other texts only that of the reader. */
static const char *const ALL_LANGUAGES[] = {"name", "label", "title"};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static bool
is_one_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* ---- one fact ---- */

static void
add_language(struct program *program, uint32_t fact)
{
    const char *language = "";
    intv_fact_get_text_at(program->catalogue, fact, 0, &language);
    if (language[0] == '\0' || strcmp(language, program->tag) == 0)
        return;
    terminal_add(&program->out, STYLE_QUIET, " (");
    terminal_add(&program->out, STYLE_QUIET, language);
    terminal_add(&program->out, STYLE_QUIET, ")");
}

static void
add_quoted(struct program *program, const char *before, const char *text)
{
    if (text[0] == '\0')
        return;
    terminal_add(&program->out, STYLE_PLAIN, before);
    terminal_add(&program->out, STYLE_PLAIN, text);
}

/* Id of a record behind its name, so that it can be asked for. */
static void
add_id(struct program *program, uint32_t record)
{
    terminal_add(&program->out, STYLE_QUIET, " (");
    terminal_add(&program->out, STYLE_QUIET,
                 intv_kind_get_name(intv_record_get_kind(program->catalogue, record)));
    terminal_add(&program->out, STYLE_QUIET, ":");
    terminal_add(&program->out, STYLE_QUIET, intv_record_get_id(program->catalogue, record));
    terminal_add(&program->out, STYLE_QUIET, ")");
    layers_add_mark(program, &program->out, record);
}

static void
add_fact(struct program *program, uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    struct terminal *out = &program->out;
    const enum intv_value value = intv_fact_get_value(catalogue, fact);
    const char *silence = intv_fact_get_silence(catalogue, fact);
    /* that of a quantity is part of its value */
    const char *qualifier = value != INTV_VALUE_QUANTITY
                                ? intv_fact_get_qualifier_label(catalogue, fact, program->language)
                                : "";
    const bool has_before = silence[0] != '\0' || value != INTV_VALUE_NONE;
    if (silence[0] != '\0')
        words_add_silence(program, out, silence);
    words_add_value(program, out, STYLE_PLAIN, fact);
    if (value == INTV_VALUE_RECORD)
        add_id(program, intv_fact_get_target(catalogue, fact));
    if (value == INTV_VALUE_TEXT)
        add_language(program, fact);
    add_quoted(program, has_before ? ", " : "", qualifier);
    if (value != INTV_VALUE_TEXT && value != INTV_VALUE_TOKEN)
        add_quoted(program, has_before || qualifier[0] != '\0' ? ". " : "",
                   intv_fact_get_text(catalogue, fact, program->tag));
}

static void
add_asserter(struct program *program, uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *strength = intv_fact_get_strength(catalogue, fact);
    if (intv_fact_get_asserter(catalogue, fact)[0] == '\0')
        return;
    terminal_add(&program->out, STYLE_PLAIN, program->out.length > 0 ? " | " : "");
    words_add_asserter(program, fact);
    if (strength[0] != '\0' && strcmp(strength, "unstated") != 0)
        add_quoted(program, "; ", intv_fact_get_strength_label(catalogue, fact, program->language));
    if (intv_fact_get_conflict_count(catalogue, fact) > 0) {
        terminal_add(&program->out, STYLE_PLAIN, "; ");
        words_add(program, &program->out, STYLE_BAD, "contradicted", NULL, NULL);
    }
}

/* Whether a fact says only that a lenient load left something out; then it has no language. */
static bool
is_dropped(const struct program *program, uint32_t fact)
{
    return strcmp(intv_fact_get_silence(program->catalogue, fact), "dropped") == 0;
}

static bool
is_text_in(const struct program *program, uint32_t fact, const char *tag)
{
    const char *language = "";
    intv_fact_get_text_at(program->catalogue, fact, 0, &language);
    return intv_fact_get_value(program->catalogue, fact) != INTV_VALUE_TEXT ||
           strcmp(language, tag) == 0;
}

/* A text inside a fact is left out when there is one of that field in the reader's language. */
static bool
is_child_shown(const struct program *program, uint32_t fact, uint32_t child)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *field = intv_fact_get_field(catalogue, child);
    const uint32_t count = intv_fact_get_child_count(catalogue, fact);
    if (is_text_in(program, child, program->tag))
        return true;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t other = intv_fact_get_child(catalogue, fact, i);
        if (strcmp(intv_fact_get_field(catalogue, other), field) == 0 &&
            !is_dropped(program, other) && is_text_in(program, other, program->tag))
            return false;
    }
    return true;
}

static void print_children(struct program *program, uint32_t fact, unsigned indent);

/* A fact inside a fact; the format has two levels, so this ends. */
static void
print_child(struct program *program, uint32_t child, unsigned indent)
{
    terminal_begin(&program->out, indent, indent + STEP);
    terminal_add(&program->out, STYLE_PLAIN,
                 words_get_of(program, "field", intv_fact_get_field(program->catalogue, child)));
    terminal_add(&program->out, STYLE_PLAIN, ": ");
    add_fact(program, child);
    add_asserter(program, child);
    terminal_end(&program->out);
    print_children(program, child, indent + STEP);
}

static void
print_children(struct program *program, uint32_t fact, unsigned indent)
{
    const uint32_t count = intv_fact_get_child_count(program->catalogue, fact);
    for (uint32_t i = 0; i < count; i++)
        if (is_child_shown(program, fact, intv_fact_get_child(program->catalogue, fact, i)))
            print_child(program, intv_fact_get_child(program->catalogue, fact, i), indent);
}

/* ---- the fields ---- */

/* Texts in another language are left out when the field has one in the reader's. */
static bool
is_shown(const struct program *program, uint32_t record, uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *field = intv_fact_get_field(catalogue, fact);
    if (strcmp(field, "hidden-label") == 0)
        return false;
    if (is_text_in(program, fact, program->tag) ||
        is_one_of(field, ALL_LANGUAGES, LENGTH(ALL_LANGUAGES)))
        return true;
    const size_t count = intv_record_count_facts(catalogue, record, field);
    for (size_t i = 0; i < count; i++) {
        const uint32_t other = intv_record_find_fact(catalogue, record, field, i);
        if (!is_dropped(program, other) && is_text_in(program, other, program->tag))
            return false;
    }
    return true;
}

static void
print_facts(struct program *program, uint32_t record)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_record_get_fact_count(catalogue, record);
    const char *before = "";
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_get_fact(catalogue, record, i);
        const char *field = intv_fact_get_field(catalogue, fact);
        if (!is_shown(program, record, fact))
            continue;
        if (strcmp(field, before) != 0)
            terminal_line(&program->out, 0, STYLE_HEADING, words_get_of(program, "field", field));
        before = field;
        terminal_begin(&program->out, STEP, 2 * STEP);
        add_fact(program, fact);
        add_asserter(program, fact);
        terminal_end(&program->out);
        print_children(program, fact, 2 * STEP);
    }
}

/* ---- what refers to it ---- */

/* What each kind of reference is called; the fields that are shown as such come first. */
struct reference_part
{
    const char *field;
    const char *heading;
    const char *details[3]; /* fields of the referring record that are shown with it */
};

static const struct reference_part REFERENCES[] = {
    {"evaluates", "heading-evidence", {"design", "finding", NULL}},
    {"of", "heading-ratings", {"rated", "meaning", NULL}},
    {"about", "heading-policy", {"statement", "contradicted-by", "qualified-by"}},
    {"contradicted-by", "heading-contradicts", {"statement", NULL, NULL}},
    {"qualified-by", "heading-qualifies", {"statement", NULL, NULL}},
};

static void
print_details(struct program *program, uint32_t referring, const char *field, uint32_t record)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, referring, field);
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, referring, field, i);
        if (!intv_finding_is_about(catalogue, fact, record))
            continue;
        print_child(program, fact, 2 * STEP);
    }
}

static void
print_reference(struct program *program, uint32_t referring, const struct reference_part *part,
                uint32_t record)
{
    terminal_begin(&program->out, STEP, 2 * STEP);
    terminal_add(&program->out, STYLE_PLAIN,
                 intv_record_get_name(program->catalogue, referring, program->tag));
    add_id(program, referring);
    terminal_end(&program->out);
    for (size_t i = 0; part != NULL && i < LENGTH(part->details); i++)
        if (part->details[i] != NULL)
            print_details(program, referring, part->details[i], record);
}

/* References of one part; a record is named once, also when it refers several times. */
static bool
print_part(struct program *program, uint32_t record, const struct reference_part *part)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_record_get_user_count(catalogue, record);
    uint32_t before = INTV_NONE;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t user = intv_record_get_user(catalogue, record, i);
        const uint32_t referring = intv_fact_get_record(catalogue, user);
        if (strcmp(intv_fact_get_field(catalogue, user), part->field) != 0 || referring == before)
            continue;
        if (before == INTV_NONE)
            words_line(program, 0, STYLE_HEADING, part->heading, NULL, NULL);
        print_reference(program, referring, part, record);
        before = referring;
    }
    return before != INTV_NONE;
}

static void
print_other_references(struct program *program, uint32_t record)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_record_get_user_count(catalogue, record);
    uint32_t before = INTV_NONE;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t user = intv_record_get_user(catalogue, record, i);
        const uint32_t referring = intv_fact_get_record(catalogue, user);
        bool is_done = referring == before || referring == record;
        for (size_t p = 0; p < LENGTH(REFERENCES); p++)
            is_done =
                is_done || strcmp(intv_fact_get_field(catalogue, user), REFERENCES[p].field) == 0;
        if (is_done)
            continue;
        if (before == INTV_NONE)
            words_line(program, 0, STYLE_HEADING, "heading-references", NULL, NULL);
        print_reference(program, referring, NULL, record);
        before = referring;
    }
}

static void
print_record(struct program *program, uint32_t record)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const enum intv_kind kind = intv_record_get_kind(catalogue, record);
    records_print_incomplete(program);
    if (layers_print(program))
        terminal_blank(&program->out);
    terminal_begin(&program->out, 0, STEP);
    terminal_add(&program->out, STYLE_HEADING,
                 intv_record_get_name(catalogue, record, program->tag));
    add_id(program, record);
    terminal_end(&program->out);
    print_facts(program, record);
    for (size_t i = 0; i < LENGTH(REFERENCES); i++) {
        const bool is_any = print_part(program, record, &REFERENCES[i]);
        if (i == 0 && (is_any || kind == INTV_KIND_EVALUATION))
            words_line(program, STEP, STYLE_PLAIN, "prevention-paradox", NULL, NULL);
    }
    print_other_references(program, record);
    sources_print(program);
}

static enum outcome
put_json(struct program *program, uint32_t record)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_record(program->catalogue, record, program_get_flags(program), output);
    const enum outcome outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    intv_output_free(output);
    return outcome;
}

enum outcome
show_run(struct program *program)
{
    if (!records_open(program))
        return OUTCOME_ERROR;
    const uint32_t record = records_find(program, program->options.operands[0], false);
    if (record == INTV_NONE)
        return OUTCOME_ERROR;
    if (program->options.format == FORMAT_JSON)
        return put_json(program, record);
    print_record(program, record);
    return OUTCOME_FOUND;
}
