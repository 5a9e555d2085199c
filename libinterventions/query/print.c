/* SPDX-License-Identifier: EUPL-1.2 */
/* Writing a query back in the query language. */
#include "query/print.h"

#include "base/memory.h"
#include "base/output.h"
#include "model/texts.h"
#include "query/lexer.h"
#include "query/ranges.h"
#include "query/values.h"

struct printing
{
    const struct intv_query *query;
    enum intv_language language;
    const struct print_replacement *replacements;
    size_t replacement_count;
    struct intv_output *output;
    enum intv_status status;
};

static void
put(struct printing *printing, struct text text)
{
    if (printing->status == INTV_OK && !output_append(printing->output, text))
        printing->status = INTV_ERROR_NO_MEMORY;
}

static void
put_string(struct printing *printing, const char *string)
{
    put(printing, text_of(string));
}

static const char *
name_of(const struct printing *printing, unsigned qualifier)
{
    return QUALIFIERS[qualifier].name[printing->language];
}

static void
put_qualifier(struct printing *printing, unsigned qualifier)
{
    if (qualifier == QUALIFIER_NONE)
        return;
    put_string(printing, name_of(printing, qualifier));
    put_string(printing, ":");
}

/* ---- words ---- */

/* As it was written, unless it would be read as an operator then. */
static void
put_word(struct printing *printing, const struct clause *clause, uint32_t word)
{
    const struct query_word *row = &printing->query->words[word];
    const struct text written = {printing->query->source + row->start, row->length};
    const bool is_operator =
        clause->sort == CLAUSE_WORD && clause->word_count == 1 && lexer_is_operator(written);
    for (size_t i = 0; i < printing->replacement_count; i++)
        if (printing->replacements[i].word == word) {
            put(printing, printing->replacements[i].term);
            return;
        }
    put(printing, is_operator ? row->folded : written);
}

static void
put_words(struct printing *printing, const struct clause *clause)
{
    const bool is_quoted = clause->sort == CLAUSE_PHRASE && !clause->is_compound;
    put_qualifier(printing, clause->qualifier);
    put_string(printing, is_quoted ? "\"" : "");
    for (uint32_t i = 0; i < clause->word_count; i++) {
        put_string(printing, i == 0 ? "" : is_quoted ? " " : "-");
        put_word(printing, clause, clause->word_first + i);
    }
    put_string(printing, is_quoted ? "\"" : clause->sort == CLAUSE_PREFIX ? "*" : "");
}

/* ---- values ---- */

/* What needs no quotes: letters, digits and a few marks that mean nothing at that place. */
static bool
is_plain(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.bytes[i];
        const bool is_good = text_is_lower(c) || text_is_upper(c) || text_is_digit(c) ||
                             (i > 0 && strchr("-._:/", c) != NULL);
        if (!is_good)
            return false;
    }
    return text.length > 0;
}

static void
put_quoted(struct printing *printing, unsigned qualifier, struct text text)
{
    unsigned cause;
    const bool is_silence = value_is_silence((enum qualifier)qualifier, text, &cause);
    const bool is_quoted = !is_plain(text) || is_silence || lexer_is_operator(text);
    put_string(printing, is_quoted ? "\"" : "");
    put(printing, text);
    put_string(printing, is_quoted ? "\"" : "");
}

/* The label people know a record by, in the language; no bytes when it has none. */
static struct text
label_of(const struct printing *printing, uint32_t record)
{
    static const enum field FIELDS[] = {FIELD_LABEL, FIELD_NAME};
    const struct intv_catalogue *catalogue = printing->query->catalogue;
    const char *language = printing->language == INTV_ENGLISH ? "en" : "nl";
    for (unsigned i = 0; i < sizeof(FIELDS) / sizeof(FIELDS[0]); i++) {
        const struct fact_span span = catalogue_facts_of(catalogue, record, FIELDS[i]);
        const uint32_t text = texts_choose_in_span(catalogue, span, language);
        if (text != INTV_NONE)
            return (struct text){catalogue->pool + catalogue->texts[text].offset,
                                 catalogue->texts[text].length};
    }
    return (struct text){NULL, 0};
}

/* Whether nothing in the text would end it between quotes. */
static bool
may_be_quoted(struct text text)
{
    struct lexer lexer = {text, 0};
    if (text.length == 0 || text.bytes[0] == '-')
        return false;
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.bytes[i] < ' ')
            return false;
    for (struct lexeme part = lexer_next(&lexer, false); part.sort != LEXEME_END;
         part = lexer_next(&lexer, false))
        if (part.sort == LEXEME_PHRASE)
            return false;
    return true;
}

/* Whether a name between quotes stands for this record alone. */
static bool
stands_for(struct printing *printing, unsigned qualifier, struct text name, uint32_t record)
{
    uint32_t found = INTV_NONE;
    size_t count = 0;
    if (may_be_quoted(name) &&
        value_find_records(printing->query->catalogue, (enum qualifier)qualifier, name, &found, 1,
                           &count) != INTV_OK)
        printing->status = INTV_ERROR_NO_MEMORY;
    return count == 1 && found == record;
}

/*
 * Writes a label only when it stands for this record alone, and its id otherwise. With other words
 * the asker knows the query again when records are called as they were.
 */
static void
put_record(struct printing *printing, unsigned qualifier, const struct query_value *value)
{
    const struct intv_catalogue *catalogue = printing->query->catalogue;
    const struct text id = catalogue_id(catalogue, value->record);
    const struct text names[] = {printing->replacement_count > 0 ? value->written
                                                                 : (struct text){NULL, 0},
                                 label_of(printing, value->record), id};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (stands_for(printing, qualifier, names[i], value->record)) {
            put_quoted(printing, qualifier, names[i]);
            return;
        }
    put_string(printing, kind_name((enum kind)catalogue->records[value->record].kind));
    put_string(printing, ":");
    put(printing, id);
}

/* The label of a code when it is one word, else its name. */
static void
put_code(struct printing *printing, unsigned qualifier, unsigned code)
{
    const bool is_asserter = QUALIFIERS[qualifier].reading == READS_ASSERTERS;
    const enum code_list list =
        qualifier == QUALIFIER_KIND ? LIST_RECORD_KIND : qualifier_list((enum qualifier)qualifier);
    const char *label = is_asserter ? value_asserter_word(code, printing->language)
                                    : code_label(list, code, printing->language);
    bool is_word = true;
    for (const char *c = label; *c != '\0'; c++)
        is_word = is_word && (text_is_lower(*c) || text_is_upper(*c));
    if (!is_word || qualifier == QUALIFIER_KIND)
        label = code_name(list, code);
    if (label[0] == '\0' || !text_is_upper(label[0])) {
        put_string(printing, label);
        return;
    }
    const char first = (char)(label[0] - 'A' + 'a');
    put(printing, (struct text){&first, 1});
    put_string(printing, label + 1);
}

static void
put_kind(struct printing *printing, unsigned kind)
{
    const struct text label = text_of(kind_label((enum kind)kind, printing->language));
    put_quoted(printing, QUALIFIER_KIND, label);
}

/* The word in the language, unless that is a code of the field too: finding:none. */
static void
put_silence(struct printing *printing, unsigned qualifier, unsigned cause)
{
    const char *word = value_silence_word(cause, printing->language);
    unsigned read = 0;
    if (!value_is_silence((enum qualifier)qualifier, text_of(word), &read))
        word =
            value_silence_word(cause, printing->language == INTV_DUTCH ? INTV_ENGLISH : INTV_DUTCH);
    put_string(printing, word);
}

/* Two digits behind a comma would be read as cents. */
static void
put_range(struct printing *printing, unsigned qualifier, const char *range, bool is_first)
{
    const enum reading reading = QUALIFIERS[qualifier].reading;
    const bool is_in_euros = reading == READS_PRICES || reading == READS_EUROS;
    const bool is_quoted = is_in_euros && !is_first && text_is_digit(range[0]) &&
                           text_is_digit(range[1]) && (range[2] == '\0' || range[2] == '/');
    put_string(printing, is_quoted ? "\"" : "");
    put_string(printing, range);
    put_string(printing, is_quoted ? "\"" : "");
}

static void
put_value(struct printing *printing, unsigned qualifier, const struct query_value *value,
          bool is_first)
{
    static const char *const MARKS[] = {"", ">=", "<=", ">", "<"};
    char range[RANGE_SIZE];
    switch ((enum query_value_sort)value->sort) {
    case QUERY_RECORD:
        put_string(printing, MARKS[value->comparison]);
        put_record(printing, qualifier, value);
        break;
    case QUERY_CODE:
        put_code(printing, qualifier, value->code);
        break;
    case QUERY_QUANTITY:
    case QUERY_DATE:
        range_write(QUALIFIERS[qualifier].reading, value, printing->language, range);
        put_range(printing, qualifier, range, is_first);
        break;
    case QUERY_TEXT:
        put_quoted(printing, qualifier, value->written);
        break;
    case QUERY_KIND:
        put_kind(printing, value->code);
        break;
    case QUERY_SILENCE:
        put_silence(printing, qualifier, value->code);
        break;
    }
}

static void
put_filter(struct printing *printing, const struct clause *clause)
{
    put_qualifier(printing, clause->qualifier);
    for (uint32_t i = 0; i < clause->value_count; i++) {
        put_string(printing, i > 0 ? "," : "");
        put_value(printing, clause->qualifier, &printing->query->values[clause->value_first + i],
                  i == 0);
    }
}

/* ---- clauses ---- */

static void put_clause(struct printing *printing, uint32_t index, bool has_parentheses);

static void
put_children(struct printing *printing, const struct clause *clause)
{
    const bool is_only =
        clause->first != INTV_NONE && printing->query->clauses[clause->first].next == INTV_NONE &&
        clause == printing->query->clauses && printing->query->asserters_left_out == 0;
    for (uint32_t i = clause->first; i != INTV_NONE; i = printing->query->clauses[i].next) {
        const uint8_t child = printing->query->clauses[i].sort;
        const bool is_any = clause->sort == CLAUSE_ANY;
        if (i != clause->first)
            put_string(printing, !is_any                              ? " "
                                 : printing->language == INTV_ENGLISH ? " OR "
                                                                      : " OF ");
        put_clause(printing, i, !is_only && print_has_parentheses(clause->sort, child));
    }
}

static void
put_clause(struct printing *printing, uint32_t index, bool has_parentheses)
{
    const struct clause *clause = &printing->query->clauses[index];
    put_string(printing, has_parentheses ? "(" : "");
    switch ((enum clause_sort)clause->sort) {
    case CLAUSE_ALL:
    case CLAUSE_ANY:
        put_children(printing, clause);
        break;
    case CLAUSE_NOT:
        put_string(printing, "-");
        put_children(printing, clause);
        break;
    case CLAUSE_WORD:
    case CLAUSE_PREFIX:
    case CLAUSE_PHRASE:
        put_words(printing, clause);
        break;
    case CLAUSE_FILTER:
    case CLAUSE_SILENT:
    case CLAUSE_KIND:
        put_filter(printing, clause);
        break;
    case CLAUSE_HAS:
        put_qualifier(printing, QUALIFIER_HAS);
        put_string(printing, name_of(printing, clause->qualifier));
        break;
    }
    put_string(printing, has_parentheses ? ")" : "");
}

static void
put_left_out(struct printing *printing, bool is_first)
{
    for (unsigned i = ASSERTER_EVALUATION; i <= ASSERTER_EDITOR; i++) {
        if ((printing->query->asserters_left_out >> i & 1) == 0)
            continue;
        put_string(printing, is_first ? "-" : " -");
        put_qualifier(printing, QUALIFIER_ASSERTER);
        put_string(printing, value_asserter_word(i, printing->language));
        is_first = false;
    }
}

enum intv_status
print_query(const struct intv_query *query, enum intv_language language,
            const struct print_replacement *replacements, size_t count, struct intv_output *output)
{
    const size_t before = output->length;
    const enum intv_language known = language == INTV_ENGLISH ? INTV_ENGLISH : INTV_DUTCH;
    struct printing printing = {query, known, replacements, count, output, INTV_OK};
    put_clause(&printing, 0, false);
    put_left_out(&printing, query->clauses[0].first == INTV_NONE);
    if (printing.status != INTV_OK)
        output_truncate(output, before);
    return printing.status;
}

enum intv_status
intv_query_write(const struct intv_query *query, enum intv_language language,
                 struct intv_output *output)
{
    if (query == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    return print_query(query, language, NULL, 0, output);
}
