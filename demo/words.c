/* SPDX-License-Identifier: EUPL-1.2 */
#include "words.h"

#include <inttypes.h>
#include <string.h>

#include "program.h"

enum
{
    NAME_SIZE = 96,
    SHORT_TITLE = 36, /* bytes after which a title is cut */
    CENTS = 100
};

/* ---- texts of the table ---- */

const char *
words_get(const struct program *program, const char *name)
{
    return intv_text_get(name, program->language);
}

const char *
words_get_of(const struct program *program, const char *prefix, const char *rest)
{
    char name[NAME_SIZE];
    const int length = snprintf(name, sizeof(name), "%s-%s", prefix, rest);
    if (length < 0 || length >= NAME_SIZE)
        return rest;
    const char *text = words_get(program, name);
    return text[0] != '\0' ? text : rest;
}

void
words_add(const struct program *program, struct terminal *terminal, enum style style,
          const char *name, const char *one, const char *two)
{
    const char *rest = words_get(program, name);
    for (const char *place = strchr(rest, '{'); place != NULL; place = strchr(rest, '{')) {
        const char *value = place[1] == '1' ? one : two;
        terminal_add_piece(terminal, style, rest, (size_t)(place - rest));
        terminal_add(terminal, style, value != NULL ? value : "");
        rest = place + 3;
    }
    terminal_add(terminal, style, rest);
}

void
words_line(struct program *program, unsigned indent, enum style style, const char *name,
           const char *one, const char *two)
{
    terminal_begin(&program->out, indent, indent);
    words_add(program, &program->out, style, name, one, two);
    terminal_end(&program->out);
}

const char *
words_number(uint64_t number, char buffer[WORDS_NUMBER_SIZE])
{
    snprintf(buffer, WORDS_NUMBER_SIZE, "%" PRIu64, number);
    return buffer;
}

/* ---- quantities and dates ---- */

static bool
is_money(const char *field)
{
    return strcmp(field, "cost") == 0 || strcmp(field, "amount") == 0 ||
           strcmp(field, "above") == 0;
}

/* Cents as euros, with the marks of the language: 1.250,50 or 1,250.50. */
static const char *
format_euros(const struct program *program, int64_t cents, char buffer[WORDS_NUMBER_SIZE * 2])
{
    const bool is_english = program->language == INTV_ENGLISH;
    char digits[WORDS_NUMBER_SIZE];
    size_t length = 0;
    const size_t count = strlen(words_number((uint64_t)(cents / CENTS), digits));
    length += (size_t)snprintf(buffer, WORDS_NUMBER_SIZE, "%s", is_english ? "€" : "€\u00A0");
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0)
            buffer[length++] = is_english ? ',' : '.';
        buffer[length++] = digits[i];
    }
    buffer[length] = '\0';
    if (cents % CENTS != 0)
        snprintf(buffer + length, WORDS_NUMBER_SIZE, "%c%02d", is_english ? '.' : ',',
                 (int)(cents % CENTS));
    return buffer;
}

static const char *
format_number(const struct program *program, const char *field, int64_t number,
              char buffer[WORDS_NUMBER_SIZE * 2])
{
    if (is_money(field))
        return format_euros(program, number, buffer);
    snprintf(buffer, WORDS_NUMBER_SIZE, "%" PRId64, number);
    return buffer;
}

static void
add_quantity(const struct program *program, struct terminal *terminal, enum style style,
             uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const char *field = intv_fact_get_field(catalogue, fact);
    const char *unit = intv_fact_get_qualifier_label(catalogue, fact, program->language);
    char low_text[WORDS_NUMBER_SIZE * 2];
    char high_text[WORDS_NUMBER_SIZE * 2];
    int64_t low;
    int64_t high;
    const enum intv_bound has_low = intv_fact_get_low(catalogue, fact, &low);
    const enum intv_bound has_high = intv_fact_get_high(catalogue, fact, &high);
    const char *name = "range-unknown";
    if (has_low == INTV_BOUND_KNOWN && has_high == INTV_BOUND_KNOWN)
        name = low != high                           ? "range-both"
               : intv_fact_is_about(catalogue, fact) ? "range-about"
                                                     : "range-one";
    else if (has_low == INTV_BOUND_KNOWN)
        name = has_high == INTV_BOUND_NONE ? "range-from" : "range-at-least";
    else if (has_high == INTV_BOUND_KNOWN)
        name = "range-up-to";
    words_add(program, terminal, style, name, format_number(program, field, low, low_text),
              format_number(program, field, high, high_text));
    if (strcmp(field, "ages") == 0)
        words_add(program, terminal, style, "years-old", NULL, NULL);
    terminal_add(terminal, style, unit[0] != '\0' ? " " : "");
    terminal_add(terminal, style, unit);
}

static void
format_date(uint32_t date, char buffer[WORDS_NUMBER_SIZE])
{
    const unsigned year = date / 10000;
    const unsigned month = date / 100 % 100;
    const unsigned day = date % 100;
    int length = snprintf(buffer, WORDS_NUMBER_SIZE, "%04u", year);
    if (month > 0)
        length += snprintf(buffer + length, 8, "-%02u", month);
    if (day > 0)
        snprintf(buffer + length, 8, "-%02u", day);
}

bool
words_year(const struct program *program, uint32_t record, char buffer[WORDS_NUMBER_SIZE])
{
    const uint32_t fact = intv_record_find_fact(program->catalogue, record, "published", 0);
    const uint32_t date = intv_fact_get_date(program->catalogue, fact);
    format_date(date / 10000 * 10000, buffer);
    return date != 0;
}

/* ---- values ---- */

static void
add_code(const struct program *program, struct terminal *terminal, enum style style, uint32_t fact)
{
    char name[NAME_SIZE];
    const char *code = intv_fact_get_code(program->catalogue, fact);
    snprintf(name, sizeof(name), "code-%s", intv_fact_get_field(program->catalogue, fact));
    terminal_add(terminal, style, words_get_of(program, name, code));
}

static void
add_date(const struct program *program, struct terminal *terminal, enum style style, uint32_t fact)
{
    char date[WORDS_NUMBER_SIZE];
    format_date(intv_fact_get_date(program->catalogue, fact), date);
    terminal_add(terminal, style, date);
}

void
words_add_value(const struct program *program, struct terminal *terminal, enum style style,
                uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    switch (intv_fact_get_value(catalogue, fact)) {
    case INTV_VALUE_RECORD:
        terminal_add(
            terminal, style,
            intv_record_get_name(catalogue, intv_fact_get_target(catalogue, fact), program->tag));
        break;
    case INTV_VALUE_CODE:
        add_code(program, terminal, style, fact);
        break;
    case INTV_VALUE_QUANTITY:
        add_quantity(program, terminal, style, fact);
        break;
    case INTV_VALUE_DATE:
        add_date(program, terminal, style, fact);
        break;
    case INTV_VALUE_TEXT:
    case INTV_VALUE_TOKEN:
        terminal_add(terminal, style, intv_fact_get_text(catalogue, fact, program->tag));
        break;
    default:
        break;
    }
}

void
words_add_silence(const struct program *program, struct terminal *terminal, const char *cause)
{
    terminal_add(terminal, STYLE_DOUBT, words_get_of(program, "silence", cause));
}

/* ---- who says it ---- */

bool
words_is_asserted_by(const struct program *program, uint32_t fact, const char *asserter)
{
    return strcmp(intv_fact_get_asserter(program->catalogue, fact), asserter) == 0;
}

void
words_add_reference(struct program *program, uint32_t fact)
{
    char number[WORDS_NUMBER_SIZE];
    const size_t found = sources_number(program, intv_fact_get_source(program->catalogue, fact),
                                        intv_fact_get_via(program->catalogue, fact));
    if (found == 0)
        return;
    terminal_add(&program->out, STYLE_PLAIN, " [");
    terminal_add(&program->out, STYLE_PLAIN, words_number(found, number));
    terminal_add(&program->out, STYLE_PLAIN, "]");
}

uint32_t
words_find_outcome(const struct program *program, uint32_t finding)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const uint32_t count = intv_fact_get_child_count(catalogue, finding);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t child = intv_fact_get_child(catalogue, finding, i);
        if (strcmp(intv_fact_get_field(catalogue, child), "outcome") == 0)
            return intv_fact_get_target(catalogue, child);
    }
    return INTV_NONE;
}

void
words_add_short(struct terminal *terminal, enum style style, const char *title)
{
    size_t length = strcspn(title, " ");
    if (strlen(title) <= SHORT_TITLE + 8) {
        terminal_add(terminal, style, title);
        return;
    }
    for (size_t i = 0; i < SHORT_TITLE; i++)
        if (title[i] == ' ')
            length = i;
    while (length > 0 && strchr(",.:;", title[length - 1]) != NULL)
        length--;
    terminal_add_piece(terminal, style, title, length);
    terminal_add(terminal, style, "…");
}

void
words_add_source(struct program *program, uint32_t fact)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    struct terminal *out = &program->out;
    const uint32_t source = intv_fact_get_source(catalogue, fact);
    const char *locator = intv_fact_get_locator(catalogue, fact);
    words_add_short(out, STYLE_QUIET, intv_record_get_name(catalogue, source, program->tag));
    if (locator[0] != '\0') {
        terminal_add(out, STYLE_QUIET, ", ");
        terminal_add(out, STYLE_QUIET, locator);
    }
    words_add_reference(program, fact);
}

void
words_add_asserter(struct program *program, uint32_t fact)
{
    terminal_add(&program->out, STYLE_QUIET,
                 intv_fact_get_asserter_label(program->catalogue, fact, program->language));
    if (intv_fact_get_source(program->catalogue, fact) == INTV_NONE)
        return;
    terminal_add(&program->out, STYLE_QUIET, ": ");
    words_add_source(program, fact);
}
