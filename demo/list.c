/* SPDX-License-Identifier: EUPL-1.2 */
/* The command list: the records of a kind as a table. */
#include <stdlib.h>
#include <string.h>

#include <libsmartcols/libsmartcols.h>

#include "filter.h"
#include "layers.h"
#include "messages.h"
#include "program.h"
#include "words.h"

enum
{
    MOST_FIELDS = 2,
    COLUMN_ID = 0,
    COLUMN_NAME = 1,
    FIRST_FIELD = 2,
    LONG_WORD = 18 /* columns; longer words may be broken */
};

/* What a kind shows beside id and name. */
static const char *const FIELDS[INTV_KIND_COUNT][MOST_FIELDS] = {
    [INTV_KIND_CONCEPT] = {"scheme", NULL},
    [INTV_KIND_ELEMENT] = {"kind", NULL},
    [INTV_KIND_PRECONDITION] = {"kind", "scope"},
    [INTV_KIND_INTERVENTION] = {"type", "kind"},
    [INTV_KIND_EVALUATION] = {"published", "evaluates"},
    [INTV_KIND_RATING] = {"of", "rated"},
    [INTV_KIND_SOURCE] = {"published", "read"},
};

/* ---- cells that are wrapped at spaces ---- */

/* Bytes at the start of a text that fit a width, whole letters only. */
static size_t
count_fitting(const char *text, size_t length, size_t width)
{
    size_t end = 0;
    for (size_t i = 1; i <= length; i++)
        if (i == length || (text[i] & 0xC0) != 0x80) {
            if (terminal_measure(text, i) > width)
                break;
            end = i;
        }
    return end;
}

/*
 * Copies a text with line ends in place of spaces so that it fits a width; a word that is too long
 * is broken. For free(); NULL when there is no memory.
 */
static char *
wrap_cell(const char *text, size_t width)
{
    char *wrapped = malloc(strlen(text) * 3 + 1);
    size_t at = 0;
    size_t column = 0;
    if (wrapped == NULL)
        return NULL;
    while (*text != '\0') {
        const size_t length = strcspn(text, " ");
        size_t word = length;
        size_t columns = terminal_measure(text, length);
        if (at > 0 && wrapped[at - 1] != '\n' && column + 1 + columns > width) {
            wrapped[at++] = '\n';
            column = 0;
        } else if (at > 0 && wrapped[at - 1] != '\n') {
            wrapped[at++] = ' ';
            column++;
        }
        if (columns > width) {
            word = count_fitting(text, length, width - 1);
            columns = terminal_measure(text, word);
        }
        memcpy(wrapped + at, text, word);
        at += word;
        column += columns;
        if (word < length) {
            wrapped[at++] = '-';
            wrapped[at++] = '\n';
            column = 0;
        }
        text += word + (text[word] == ' ');
    }
    wrapped[at] = '\0';
    return wrapped;
}

static size_t
measure_longest_word(const char *text)
{
    size_t longest = 0;
    while (*text != '\0') {
        const size_t length = strcspn(text, " ");
        const size_t width = terminal_measure(text, length);
        longest = width > longest ? width : longest;
        text += length + (text[length] != '\0');
    }
    return longest;
}

/* ---- the table ---- */

/* Fills a cell with the id (0), the name (1) or all values of a field. */
static const char *
fill_cell(const struct program *program, struct terminal *cell, uint32_t record, size_t column)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const enum intv_kind kind = intv_record_get_kind(catalogue, record);
    terminal_begin(cell, 0, 0);
    if (column == COLUMN_ID)
        terminal_add(cell, STYLE_PLAIN, intv_record_get_id(catalogue, record));
    if (column == COLUMN_NAME)
        terminal_add(cell, STYLE_PLAIN, intv_record_get_name(catalogue, record, program->tag));
    if (column == COLUMN_NAME)
        layers_add_mark(program, cell, record);
    const char *field = column > COLUMN_NAME ? FIELDS[kind][column - FIRST_FIELD] : "";
    const size_t count = intv_record_count_facts(catalogue, record, field);
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, record, field, i);
        if (intv_fact_get_silence(catalogue, fact)[0] != '\0')
            continue;
        if (cell->length > 0)
            terminal_add(cell, STYLE_PLAIN, ", ");
        words_add_value(program, cell, STYLE_PLAIN, fact);
    }
    return cell->length > 0 ? cell->bytes : "";
}

static const char *
get_heading(const struct program *program, enum intv_kind kind, size_t column)
{
    if (column == COLUMN_ID)
        return "id";
    return column == COLUMN_NAME
               ? words_get(program, "field-name")
               : words_get_of(program, "field", FIELDS[kind][column - FIRST_FIELD]);
}

/* The columns of a table and their widths. */
struct columns
{
    size_t count;
    size_t widths[FIRST_FIELD + MOST_FIELDS];
    size_t wanted[FIRST_FIELD + MOST_FIELDS];
};

/* The least and the best width of a column; an id is never broken. */
static void
measure_column(const struct program *program, struct terminal *cell,
               const struct selection *selection, struct columns *columns, size_t column)
{
    const enum intv_kind kind = selection->kind;
    const char *heading = get_heading(program, kind, column);
    const size_t shortest = terminal_measure(heading, strlen(heading)); /* it is not wrapped */
    size_t least = shortest;
    size_t wanted = shortest;
    for (size_t i = 0; i < selection->count; i++) {
        const char *text = fill_cell(program, cell, selection->records[i], column);
        const size_t word = measure_longest_word(text);
        const size_t whole = terminal_measure(text, strlen(text));
        least = word > least ? word : least;
        wanted = whole > wanted ? whole : wanted;
    }
    if (column != COLUMN_ID && least > LONG_WORD)
        least = shortest > LONG_WORD ? shortest : LONG_WORD;
    columns->widths[column] = column == COLUMN_ID ? wanted : least;
    columns->wanted[column] = wanted;
}

/* Takes the columns that fit on the screen, id and name always, and shares out what is left. */
static struct columns
choose_columns(const struct program *program, struct terminal *cell,
               const struct selection *selection)
{
    struct columns columns = {0};
    size_t used = 0;
    for (size_t i = 0; i < FIRST_FIELD + MOST_FIELDS; i++) {
        if (i >= FIRST_FIELD && FIELDS[selection->kind][i - FIRST_FIELD] == NULL)
            break;
        measure_column(program, cell, selection, &columns, i);
        if (i >= FIRST_FIELD && used + columns.widths[i] + 1 > program->out.width)
            break;
        used += columns.widths[i] + (i > 0);
        columns.count++;
    }
    bool is_changed = true;
    while (is_changed && used < program->out.width) {
        is_changed = false;
        for (size_t i = 0; i < columns.count && used < program->out.width; i++)
            if (columns.widths[i] < columns.wanted[i]) {
                columns.widths[i]++;
                used++;
                is_changed = true;
            }
    }
    return columns;
}

static bool
add_columns(const struct program *program, struct libscols_table *table, enum intv_kind kind,
            const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++) {
        struct libscols_column *made =
            scols_table_new_column(table, get_heading(program, kind, i), 0, SCOLS_FL_WRAP);
        if (made == NULL || scols_column_set_safechars(made, "\n") != 0 ||
            scols_column_set_wrapfunc(made, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL) !=
                0)
            return false;
    }
    return true;
}

static bool
add_record(const struct program *program, struct libscols_table *table, struct terminal *cell,
           uint32_t record, const struct columns *columns)
{
    struct libscols_line *line = scols_table_new_line(table, NULL);
    bool is_good = line != NULL;
    for (size_t i = 0; i < columns->count && is_good; i++) {
        char *text = wrap_cell(fill_cell(program, cell, record, i), columns->widths[i]);
        is_good = text != NULL && scols_line_set_data(line, i, text) == 0;
        free(text);
    }
    return is_good && !cell->failed;
}

static bool
print_table(struct program *program, const struct selection *selection)
{
    struct libscols_table *table = scols_new_table();
    struct terminal cell = {0};
    if (table == NULL)
        return false;
    const struct columns columns = choose_columns(program, &cell, selection);
    bool is_good = add_columns(program, table, selection->kind, &columns);
    for (size_t i = 0; i < selection->count && is_good; i++)
        is_good = add_record(program, table, &cell, selection->records[i], &columns);
    scols_table_set_stream(table, stdout);
    scols_table_enable_minout(table, 1); /* no spaces at the ends of lines */
    scols_table_set_termforce(table, SCOLS_TERMFORCE_ALWAYS);
    scols_table_set_termwidth(table, program->out.width);
    is_good = is_good && scols_print_table(table) == 0;
    scols_unref_table(table);
    terminal_close(&cell);
    return is_good;
}

static enum outcome
put_written(struct program *program, const struct selection *selection, enum outcome outcome)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK && program->options.format == FORMAT_CSV)
        status = intv_write_selection_csv(program->catalogue, selection->kind, selection->records,
                                          selection->count, program->language,
                                          program_get_flags(program), output);
    else if (status == INTV_OK)
        status = intv_write_selection(program->catalogue, selection->kind, selection->records,
                                      selection->count, program_get_flags(program), output);
    outcome = program_put_json(program, status, output, outcome);
    intv_output_free(output);
    return outcome;
}

static enum outcome
put_selected(struct program *program, const struct selection *selection, struct intv_output *output)
{
    enum outcome outcome = selection->count > 0 ? OUTCOME_FOUND : OUTCOME_NOTHING;
    for (size_t i = 0; i < selection->count && outcome == OUTCOME_FOUND; i++) {
        intv_output_clear(output);
        outcome = program_put_json(
            program, intv_write_record(program->catalogue, selection->records[i], 0, output),
            output, OUTCOME_FOUND);
    }
    return outcome;
}

/* Every record that was selected, or of the whole catalogue, on a line of its own. */
static enum outcome
put_records(struct program *program, const struct selection *selection)
{
    struct intv_output *output = NULL;
    enum intv_status status = intv_output_new(&output);
    enum outcome outcome = OUTCOME_FOUND;
    if (status == INTV_OK && (program->options.operand_count > 0 || filter_is_wanted(program))) {
        outcome = put_selected(program, selection, output);
    } else {
        if (status == INTV_OK)
            status = intv_write_records(program->catalogue, output);
        outcome = program_put_json(program, status, output, OUTCOME_FOUND);
    }
    intv_output_free(output);
    return outcome;
}

static enum outcome
put_selection(struct program *program, const struct selection *selection)
{
    const enum outcome outcome = selection->count == 0 ? OUTCOME_NOTHING : OUTCOME_FOUND;
    if (program->options.wants_records)
        return put_records(program, selection);
    if (program->options.format != FORMAT_TABLE)
        return put_written(program, selection, outcome);
    records_print_incomplete(program);
    if (layers_print(program))
        terminal_blank(&program->out);
    if (selection->count == 0)
        words_line(program, 0, STYLE_PLAIN, "nothing-found", NULL, NULL);
    else if (!print_table(program, selection))
        program->out.failed = true;
    return outcome;
}

enum outcome
list_run(struct program *program)
{
    enum intv_kind kind = INTV_KIND_INTERVENTION;
    struct selection selection = {kind, NULL, 0};
    if (program->options.operand_count > 0 &&
        !records_read_kind(program, program->options.operands[0], &kind))
        return OUTCOME_ERROR;
    if (filter_is_wanted(program) && kind != INTV_KIND_INTERVENTION) {
        message_say(program, "filter-kind", program->options.operands[0], NULL, NULL);
        return OUTCOME_ERROR;
    }
    const bool is_good = records_open(program) && filter_select(program, kind, &selection);
    const enum outcome outcome = is_good ? put_selection(program, &selection) : OUTCOME_ERROR;
    free(selection.records);
    return outcome;
}
