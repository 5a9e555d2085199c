/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/cells.h"

#include "base/diagnostics.h"
#include "write/texts.h"

/* What is needed to write a cell. */
struct cell
{
    struct csv *csv;
    const struct intv_catalogue *catalogue;
    enum intv_language language;
};

static const char *
tag_of(enum intv_language language)
{
    return language == INTV_ENGLISH ? "en" : "nl";
}

void
cells_name(struct csv *csv, const struct intv_catalogue *catalogue, uint32_t record,
           enum intv_language language)
{
    if (record == INTV_NONE)
        csv_empty(csv);
    else
        csv_string(csv, intv_record_get_name(catalogue, record, tag_of(language)));
}

static void
add_number(struct csv *csv, int64_t number)
{
    char digits[DIGITS_SIZE];
    csv_add(csv, text_of_number(number, digits));
}

/* ---- values ---- */

static bool
is_money(const struct cell *cell, uint32_t fact)
{
    switch (cell->catalogue->facts[fact].field) {
    case FIELD_COST:
    case FIELD_AMOUNT:
    case FIELD_ABOVE:
        return true;
    default:
        return false;
    }
}

/* A number of a fact; money is in cents, and written in euros with two digits behind the mark. */
static void
add_amount(const struct cell *cell, uint32_t fact, int64_t number)
{
    char digits[DIGITS_SIZE];
    if (!is_money(cell, fact)) {
        add_number(cell->csv, number);
        return;
    }
    csv_add_string(cell->csv, "\xE2\x82\xAC ");
    add_number(cell->csv, number / 100);
    csv_add_string(cell->csv, cell->language == INTV_ENGLISH ? "." : ",");
    const struct text cents = text_of_number(100 + number % 100, digits);
    csv_add(cell->csv, (struct text){cents.bytes + 1, 2});
}

/* "12 - 18", "12+", "<= 18", with its unit; a sign in front says that it is about so many. */
static void
add_quantity(const struct cell *cell, uint32_t fact)
{
    struct csv *csv = cell->csv;
    int64_t low = 0;
    int64_t high = 0;
    const enum intv_bound has_low = intv_fact_get_low(cell->catalogue, fact, &low);
    const enum intv_bound has_high = intv_fact_get_high(cell->catalogue, fact, &high);
    const char *unit = intv_fact_get_qualifier_label(cell->catalogue, fact, cell->language);
    if (intv_fact_is_about(cell->catalogue, fact))
        csv_add_string(csv, "\xE2\x89\x88 ");
    if (has_low == INTV_BOUND_KNOWN)
        add_amount(cell, fact, low);
    if (has_high == INTV_BOUND_KNOWN && (has_low != INTV_BOUND_KNOWN || low != high)) {
        csv_add_string(csv, has_low == INTV_BOUND_KNOWN ? " - " : "\xE2\x89\xA4 ");
        add_amount(cell, fact, high);
    } else if (has_low == INTV_BOUND_KNOWN && has_high != INTV_BOUND_KNOWN) {
        csv_add_string(csv, "+");
    }
    if (unit[0] != '\0') {
        csv_add_string(csv, " ");
        csv_add_string(csv, unit);
    }
}

static void
add_digits(struct csv *csv, uint32_t number, unsigned digits)
{
    char written[4];
    for (unsigned i = digits; i > 0; i--, number /= 10)
        written[i - 1] = (char)('0' + number % 10);
    csv_add(csv, (struct text){written, digits});
}

static void
add_date(struct csv *csv, uint32_t date)
{
    add_digits(csv, date / 10000, 4);
    if (date / 100 % 100 > 0) {
        csv_add_string(csv, "-");
        add_digits(csv, date / 100, 2);
    }
    if (date % 100 > 0) {
        csv_add_string(csv, "-");
        add_digits(csv, date, 2);
    }
}

static void
add_value(const struct cell *cell, uint32_t fact)
{
    const struct intv_catalogue *catalogue = cell->catalogue;
    const char *tag = tag_of(cell->language);
    switch (intv_fact_get_value(catalogue, fact)) {
    case INTV_VALUE_RECORD:
        csv_add_string(cell->csv,
                       intv_record_get_name(catalogue, intv_fact_get_target(catalogue, fact), tag));
        return;
    case INTV_VALUE_CODE:
        csv_add_string(cell->csv, intv_fact_get_code_label(catalogue, fact, cell->language));
        return;
    case INTV_VALUE_QUANTITY:
        add_quantity(cell, fact);
        return;
    case INTV_VALUE_DATE:
        add_date(cell->csv, intv_fact_get_date(catalogue, fact));
        return;
    default:
        csv_add_string(cell->csv, intv_fact_get_text(catalogue, fact, tag));
    }
}

/* ---- fields ---- */

static void
add_asserter(const struct cell *cell, uint32_t fact)
{
    switch (catalogue_asserter_of(cell->catalogue, fact)) {
    case ASSERTER_EDITOR:
        csv_add_string(cell->csv, texts_say(TEXT_BY_EDITOR, cell->language));
        return;
    case ASSERTER_PROVIDER:
        csv_add_string(cell->csv, texts_say(TEXT_BY_PROVIDER, cell->language));
        return;
    default:
        return;
    }
}

/* The qualifier of a quantity is its unit, which stands in its value. */
static void
add_qualifier(const struct cell *cell, uint32_t fact)
{
    const enum intv_value value = intv_fact_get_value(cell->catalogue, fact);
    const char *label = intv_fact_get_qualifier_label(cell->catalogue, fact, cell->language);
    if (value == INTV_VALUE_QUANTITY || label[0] == '\0')
        return;
    csv_add_string(cell->csv, value == INTV_VALUE_NONE ? ": " : ", ");
    csv_add_string(cell->csv, label);
}

static void
add_fact(const struct cell *cell, uint32_t fact)
{
    const struct fact_row *row = &cell->catalogue->facts[fact];
    if (!csv_is_cell_empty(cell->csv))
        csv_add_string(cell->csv, "; ");
    if (row->silence != 0) {
        csv_add_string(cell->csv, "[");
        csv_add_string(cell->csv, code_label(LIST_SILENCE, row->silence, cell->language));
        csv_add_string(cell->csv, "]");
    } else {
        add_value(cell, fact);
        add_qualifier(cell, fact);
    }
    add_asserter(cell, fact);
}

/* Of texts only those in the language, or the one that comes instead. */
static void
add_texts(const struct cell *cell, struct fact_span span)
{
    const char *tag = tag_of(cell->language);
    bool has_any = false;
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const char *language = "";
        intv_fact_get_text_at(cell->catalogue, fact, 0, &language);
        if (strcmp(language, tag) != 0)
            continue;
        add_fact(cell, fact);
        has_any = true;
    }
    if (!has_any && span.first < span.end)
        add_fact(cell, span.first);
}

void
cells_field(struct csv *csv, const struct intv_catalogue *catalogue, uint32_t record,
            enum field field, enum intv_language language)
{
    const struct cell cell = {csv, catalogue, language};
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    csv_open_cell(csv);
    if (field_value(field) == INTV_VALUE_TEXT)
        add_texts(&cell, span);
    for (uint32_t fact = span.first; fact < span.end && field_value(field) != INTV_VALUE_TEXT;
         fact++)
        add_fact(&cell, fact);
    csv_close_cell(csv);
}
