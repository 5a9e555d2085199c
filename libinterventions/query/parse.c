/* SPDX-License-Identifier: EUPL-1.2 */
/* Adding to a query: what is added is read apart, and put into the query when all went well. */
#include "query/parse.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "query/print.h"

enum
{
    MOST_SUGGESTIONS = 20, /* of one text; each goes by all names of the catalogue */
    DELETE = 0x7F,
    FIRST_C1 = 0x80,
    LAST_C1 = 0x9F
};

/* ---- what goes wrong ---- */

void
parse_end(struct parse *parse, enum intv_status status)
{
    parse_fail(parse, status);
    parse->is_over = true;
}

void
parse_fail(struct parse *parse, enum intv_status status)
{
    if (parse->status == INTV_OK)
        parse->status = status;
}

/* Whether a character has been passed behind a byte: the next byte begins another. */
static bool
ends_character(const struct parse *parse, size_t at)
{
    return at + 1 >= parse->text.length ||
           ((unsigned char)parse->text.bytes[at + 1] & 0xC0) != 0x80;
}

static void
step_forward(struct parse *parse)
{
    const size_t at = parse->reached_at++;
    if (parse->text.bytes[at] == '\n') {
        parse->reached.line++;
        parse->reached.column = 1;
    } else {
        parse->reached.column += ends_character(parse, at);
    }
}

/* To the end of the line before. */
static void
leave_line(struct parse *parse)
{
    size_t start = parse->reached_at;
    while (start > 0 && parse->text.bytes[start - 1] != '\n')
        start--;
    parse->reached.line--;
    parse->reached.column = 1;
    for (size_t i = start; i < parse->reached_at; i++)
        parse->reached.column += ends_character(parse, i);
}

/* Lists of values are told of from their beginning: counting anew each time would take a square. */
static void
step_back(struct parse *parse)
{
    const size_t at = --parse->reached_at;
    if (parse->text.bytes[at] == '\n')
        leave_line(parse);
    else
        parse->reached.column -= ends_character(parse, at);
}

struct place
parse_place(struct parse *parse, uint32_t at)
{
    if (!parse->has_place)
        return (struct place){NULL, 0, 0};
    if (parse->reached.line == 0)
        parse->reached = (struct place){NULL, 1, 1};
    while (parse->reached_at < at)
        step_forward(parse);
    while (parse->reached_at > at)
        step_back(parse);
    return parse->reached;
}

void
parse_report(struct parse *parse, enum diagnostic code, uint32_t start, uint32_t length,
             struct text one, struct text two, struct text three)
{
    const bool is_lenient = parse->reading == INTV_LENIENT;
    const struct text written = {parse->text.bytes + start, length};
    const struct report report = {is_lenient ? DIAGNOSTIC_QUERY_READ_AS_TEXT : code,
                                  parse_place(parse, start),
                                  {NULL, 0},
                                  {is_lenient ? written : one, two, three}};
    parse_fail(parse, diagnostics_report(parse->diagnostics, &report));
}

bool
parse_count(struct parse *parse, size_t pieces, uint32_t start)
{
    parse->pieces += pieces;
    if (parse->pieces <= QUERY_LIMITS[QUERY_LIMIT_CLAUSES].value)
        return true;
    parse_end(parse, query_check_limit(parse->pieces, QUERY_LIMIT_CLAUSES,
                                       parse_place(parse, start), parse->diagnostics));
    return false;
}

/* ---- groups ---- */

struct group
group_of(struct parse *parse, struct clause clause)
{
    struct intv_query *made = parse->made;
    const uint32_t index = (uint32_t)made->clause_count;
    if (parse->is_over || !memory_reserve(&made->clauses, &made->clause_capacity,
                                          made->clause_count + 1, sizeof(*made->clauses))) {
        parse_end(parse, diagnostics_no_memory(parse->diagnostics));
        return (struct group){CLAUSE_ALL, INTV_NONE, INTV_NONE, 0};
    }
    made->clauses[made->clause_count++] = clause;
    return (struct group){CLAUSE_ALL, index, index, 1};
}

/* Makes one clause of a group of several. */
static void
bind(struct parse *parse, struct group *group)
{
    if (group->count < 2)
        return;
    const struct clause *first = &parse->made->clauses[group->first];
    const struct clause *last = &parse->made->clauses[group->last];
    const struct clause clause = {.sort = group->sort,
                                  .qualifier = QUALIFIER_NONE,
                                  .first = group->first,
                                  .next = INTV_NONE,
                                  .start = first->start,
                                  .length = last->start + last->length - first->start};
    *group = group_of(parse, clause);
}

void
group_join(struct parse *parse, uint8_t sort, struct group *into, struct group part)
{
    if (part.count == 0 || parse->is_over)
        return;
    if (into->count == 0) {
        *into = part;
        return;
    }
    if (into->sort != sort)
        bind(parse, into);
    if (part.sort != sort)
        bind(parse, &part);
    if (parse->is_over)
        return;
    parse->made->clauses[into->last].next = part.first;
    into->last = part.last;
    into->count += part.count;
    into->sort = sort;
}

struct group
group_negate(struct parse *parse, struct group part, const struct lexeme *operator)
{
    bind(parse, &part);
    if (part.count == 0 || parse->is_over)
        return part;
    const struct clause *child = &parse->made->clauses[part.first];
    const struct clause clause = {.sort = CLAUSE_NOT,
                                  .qualifier = QUALIFIER_NONE,
                                  .first = part.first,
                                  .next = INTV_NONE,
                                  .start = operator->start,
                                  .length = child->start + child->length - operator->start };
    return group_of(parse, clause);
}

/* ---- asserters ---- */

static bool
is_of_asserters(const struct clause *clause)
{
    return clause->sort == CLAUSE_FILTER && clause->qualifier == QUALIFIER_ASSERTER;
}

static uint32_t
asserters_of(const struct parse *parse, const struct clause *clause)
{
    uint32_t asserters = 0;
    for (uint32_t i = 0; i < clause->value_count; i++)
        asserters |= UINT32_C(1) << parse->made->values[clause->value_first + i].code;
    return asserters;
}

/* -editor and -redactie are short for -asserter:editor. */
static bool
is_editor(const struct parse *parse, const struct clause *clause)
{
    return clause->sort == CLAUSE_WORD && clause->qualifier == QUALIFIER_NONE &&
           value_find_asserter(parse->made->words[clause->word_first].folded) == ASSERTER_EDITOR;
}

/* A lenient reading takes it as a phrase. */
static void
refuse_asserter(struct parse *parse, uint32_t index)
{
    const struct clause clause = parse->made->clauses[index];
    const struct text text = {parse->text.bytes + clause.start, clause.length};
    parse_report(parse, DIAGNOSTIC_QUERY_ASSERTER_INSIDE, clause.start, clause.length, text,
                 (struct text){NULL, 0}, (struct text){NULL, 0});
    if (parse->reading == INTV_STRICT)
        return;
    const struct group phrase = text_read(parse, QUALIFIER_NONE, text, clause.start, true);
    if (parse->is_over || phrase.count == 0)
        return;
    parse->made->clauses[index] = parse->made->clauses[phrase.first];
    parse->made->clauses[index].next = clause.next;
}

/* They hold for the whole query, so that inside something else they mean nothing. */
static void
refuse_asserters_inside(struct parse *parse, uint32_t clause)
{
    for (uint32_t i = parse->made->clauses[clause].first; i != INTV_NONE && !parse->is_over;
         i = parse->made->clauses[i].next)
        if (is_of_asserters(&parse->made->clauses[i]))
            refuse_asserter(parse, i);
        else
            refuse_asserters_inside(parse, i);
}

/* Whether a clause of the root says whose claims are left out; then it needs no clause. */
static bool
leaves_out(struct parse *parse, const struct clause *clause)
{
    if (clause->sort != CLAUSE_NOT)
        return false;
    const struct clause *child = &parse->made->clauses[clause->first];
    if (is_of_asserters(child))
        parse->made->asserters_left_out |= asserters_of(parse, child);
    else if (is_editor(parse, child))
        parse->made->asserters_left_out |= UINT32_C(1) << ASSERTER_EDITOR;
    else
        return false;
    return true;
}

static struct group
settle_asserters(struct parse *parse, struct group group)
{
    struct group kept = {CLAUSE_ALL, INTV_NONE, INTV_NONE, 0};
    if (group.sort == CLAUSE_ANY)
        bind(parse, &group);
    for (uint32_t i = group.first; i != INTV_NONE && group.count > 0 && !parse->is_over;) {
        const struct clause *clause = &parse->made->clauses[i];
        const uint32_t next = clause->next;
        if (is_of_asserters(clause))
            parse->made->asserters_named |= asserters_of(parse, clause);
        if (!leaves_out(parse, clause)) {
            refuse_asserters_inside(parse, i);
            parse->made->clauses[i].next = INTV_NONE;
            group_join(parse, CLAUSE_ALL, &kept, (struct group){CLAUSE_ALL, i, i, 1});
        }
        i = next;
    }
    return kept;
}

/* ---- into the query ---- */

/* Parentheses inside each other when the clause is written. */
static unsigned
depth_of(const struct intv_query *made, uint32_t index, uint8_t parent)
{
    const struct clause *clause = &made->clauses[index];
    unsigned deepest = 0;
    for (uint32_t i = clause->first; i != INTV_NONE; i = made->clauses[i].next) {
        const unsigned depth = depth_of(made, i, clause->sort);
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest + print_has_parentheses(parent, clause->sort);
}

static void
check_depth(struct parse *parse, struct group group)
{
    for (uint32_t i = group.first; i != INTV_NONE && group.count > 0;
         i = parse->made->clauses[i].next) {
        const enum intv_status status = query_check_limit(
            depth_of(parse->made, i, CLAUSE_ALL), QUERY_LIMIT_DEPTH,
            parse_place(parse, parse->made->clauses[i].start), parse->diagnostics);
        if (status != INTV_OK) {
            parse_end(parse, status);
            return;
        }
    }
}

/* Texts of what was read, kept by the query from now on. */
static bool
keep_texts(struct intv_query *query, struct intv_query *made)
{
    for (size_t i = 0; i < made->word_count; i++)
        if (!arena_keep(&query->texts, made->words[i].folded, &made->words[i].folded))
            return false;
    for (size_t i = 0; i < made->value_count; i++)
        if (!arena_keep(&query->texts, made->values[i].written, &made->values[i].written))
            return false;
    return true;
}

static bool
make_room(struct intv_query *query, const struct intv_query *made, struct text source)
{
    return memory_reserve(&query->clauses, &query->clause_capacity,
                          query->clause_count + made->clause_count, sizeof(*query->clauses)) &&
           memory_reserve(&query->words, &query->word_capacity,
                          query->word_count + made->word_count, sizeof(*query->words)) &&
           memory_reserve(&query->values, &query->value_capacity,
                          query->value_count + made->value_count, sizeof(*query->values)) &&
           memory_reserve(&query->source, &query->source_capacity,
                          query->source_length + source.length + 2, 1);
}

/* Copies a clause with all below it into the query, which has room; gives its number there. */
static uint32_t
copy_clause(struct intv_query *query, const struct intv_query *made, uint32_t index, uint32_t base)
{
    const uint32_t copied = (uint32_t)query->clause_count++;
    struct clause clause = made->clauses[index];
    const struct query_word *words = clause.word_count > 0 ? made->words + clause.word_first : NULL;
    const struct query_value *values =
        clause.value_count > 0 ? made->values + clause.value_first : NULL;
    clause.start += base;
    clause.next = INTV_NONE;
    clause.word_first = (uint32_t)query->word_count;
    clause.value_first = (uint32_t)query->value_count;
    for (uint32_t i = 0; i < clause.word_count; i++) {
        query->words[query->word_count] = words[i];
        query->words[query->word_count++].start += base;
    }
    for (uint32_t i = 0; i < clause.value_count; i++)
        query->values[query->value_count++] = values[i];
    query->clauses[copied] = clause;
    uint32_t last = INTV_NONE;
    for (uint32_t i = clause.first; i != INTV_NONE; i = made->clauses[i].next) {
        const uint32_t child = copy_clause(query, made, i, base);
        if (last == INTV_NONE)
            query->clauses[copied].first = child;
        else
            query->clauses[last].next = child;
        last = child;
    }
    return copied;
}

static uint32_t
last_of_root(const struct intv_query *query)
{
    uint32_t last = query->clauses[0].first;
    while (last != INTV_NONE && query->clauses[last].next != INTV_NONE)
        last = query->clauses[last].next;
    return last;
}

static uint32_t
add_source(struct intv_query *query, struct text source)
{
    if (query->source_length > 0)
        query->source[query->source_length++] = ' ';
    const uint32_t base = (uint32_t)query->source_length;
    if (source.length > 0)
        memcpy(query->source + base, source.bytes, source.length);
    query->source_length += source.length;
    query->source[query->source_length] = '\0';
    return base;
}

/* Cannot fail any more. */
static void
put_into(struct intv_query *query, const struct intv_query *made, struct group group,
         struct text source)
{
    const uint32_t base = add_source(query, source);
    uint32_t last = last_of_root(query);
    for (uint32_t i = group.first; i != INTV_NONE && group.count > 0; i = made->clauses[i].next) {
        const uint32_t child = copy_clause(query, made, i, base);
        if (last == INTV_NONE)
            query->clauses[0].first = child;
        else
            query->clauses[last].next = child;
        last = child;
    }
    query->clauses[0].length = (uint32_t)query->source_length;
    query->asserters_named |= made->asserters_named;
    query->asserters_left_out |= made->asserters_left_out;
    const uint32_t named = query->asserters_named;
    query->asserters = (named != 0 ? named : ASSERTERS_ALL) & ~query->asserters_left_out;
}

/* ---- from beginning to end ---- */

static size_t
count_pieces(const struct intv_query *query)
{
    size_t pieces = 0;
    for (size_t i = 0; i < query->clause_count; i++) {
        const struct clause *clause = &query->clauses[i];
        pieces += clause->word_count;
        pieces += clause->sort >= CLAUSE_FILTER;
    }
    return pieces;
}

/* Bytes that are no UTF-8, and control characters: reported, and read as white space. */
static void
clean(struct parse *parse, char *bytes)
{
    char name[CODE_POINT_SIZE];
    for (size_t at = 0; at < parse->text.length;) {
        const struct utf8_character c =
            utf8_read((struct text){bytes + at, parse->text.length - at});
        const bool is_space = c.code == '\t' || c.code == '\n' || c.code == '\r';
        const bool is_control = (c.code < ' ' && !is_space) || c.code == DELETE ||
                                (c.code >= FIRST_C1 && c.code <= LAST_C1);
        if ((!c.is_valid || is_control) && parse->reading == INTV_STRICT)
            parse_report(
                parse, c.is_valid ? DIAGNOSTIC_QUERY_CONTROL_CHARACTER : DIAGNOSTIC_QUERY_BAD_UTF8,
                (uint32_t)at, (uint32_t)c.length, text_of_code_point(c.code, name),
                (struct text){NULL, 0}, (struct text){NULL, 0});
        if (!c.is_valid || (is_control && c.length == 1))
            memset(bytes + at, ' ', c.length);
        at += c.length;
    }
}

/* All words outside phrases are stop words, and there are no phrases. */
static void
warn_of_stop_words(struct parse *parse)
{
    const struct query_word *one = NULL;
    for (size_t i = 0; i < parse->made->clause_count; i++) {
        const struct clause *clause = &parse->made->clauses[i];
        if (clause->sort == CLAUSE_PREFIX || clause->sort == CLAUSE_PHRASE)
            return;
        if (clause->sort != CLAUSE_WORD)
            continue;
        if (!parse->made->words[clause->word_first].is_stop_word)
            return;
        if (one == NULL)
            one = &parse->made->words[clause->word_first];
    }
    if (one == NULL)
        return;
    const struct report report = {
        DIAGNOSTIC_QUERY_ONLY_STOP_WORDS, parse_place(parse, one->start), {NULL, 0}, {one->folded}};
    diagnostics_report(parse->diagnostics, &report);
}

static void
report_empty(struct parse *parse)
{
    const struct report report = {parse->reading == INTV_STRICT ? DIAGNOSTIC_QUERY_EMPTY
                                                                : DIAGNOSTIC_QUERY_ASKS_EVERYTHING,
                                  parse_place(parse, 0),
                                  {NULL, 0},
                                  {{NULL, 0}}};
    parse_fail(parse, diagnostics_report(parse->diagnostics, &report));
}

/* What is to be read, and how. */
struct addition
{
    struct text text;
    enum intv_reading reading;
    bool has_place;
    enum qualifier qualifier; /* of a filter; else QUALIFIER_NONE */
    enum intv_comparison comparison;
    bool is_syntax; /* a text in the query language */
    bool is_phrase;
};

static struct group
read_addition(struct parse *parse, const struct addition *addition)
{
    const struct text text = parse->text;
    if (addition->is_syntax)
        return grammar_read(parse);
    if (addition->qualifier == QUALIFIER_NONE)
        return text_read(parse, QUALIFIER_NONE, text, 0, addition->is_phrase);
    const struct written_value value = {
        .comparison = (uint8_t)addition->comparison, .length = (uint32_t)text.length, .text = text};
    return filter_read_value(parse, addition->qualifier, &value);
}

static enum intv_status
read_into(struct intv_query *query, struct parse *parse, const struct addition *addition)
{
    struct group group = read_addition(parse, addition);
    if (!parse->is_over && group.count == 0 && parse->status == INTV_OK)
        report_empty(parse);
    if (!parse->is_over && parse->status == INTV_OK)
        warn_of_stop_words(parse);
    if (!parse->is_over)
        group = settle_asserters(parse, group);
    if (!parse->is_over && parse->status == INTV_OK)
        check_depth(parse, group);
    if (parse->status != INTV_OK)
        return parse->status;
    if (!make_room(query, parse->made, parse->text) || !keep_texts(query, parse->made))
        return diagnostics_no_memory(parse->diagnostics);
    put_into(query, parse->made, group, parse->text);
    return INTV_OK;
}

static enum intv_status
check_bytes(const struct intv_query *query, const struct addition *addition,
            struct intv_diagnostics *diagnostics)
{
    const size_t most = QUERY_LIMITS[QUERY_LIMIT_BYTES].value;
    const size_t before = query->source_length > 0 ? query->source_length + 1 : 0;
    const struct place start = {NULL, addition->has_place, addition->has_place};
    const size_t length = addition->text.length;
    const size_t bytes = length > most ? most + 1 : before + length;
    return query_check_limit(bytes, QUERY_LIMIT_BYTES, start, diagnostics);
}

static enum intv_status
add(struct intv_query *query, const struct addition *addition, struct intv_diagnostics *diagnostics)
{
    struct parse parse = {.reading = addition->reading,
                          .diagnostics = diagnostics,
                          .has_place = addition->has_place,
                          .qualifier = QUALIFIER_NONE,
                          .suggestions_left = MOST_SUGGESTIONS,
                          .pieces = count_pieces(query)};
    enum intv_status status = check_bytes(query, addition, diagnostics);
    if (status != INTV_OK)
        return status;
    char *bytes = memory_copy_text(addition->text.bytes, addition->text.length);
    if (bytes == NULL || tokens_new(&parse.tokens) != INTV_OK ||
        intv_query_new(query->catalogue, &parse.made) != INTV_OK) {
        status = diagnostics_no_memory(diagnostics);
        goto out;
    }
    parse.text = (struct text){bytes, addition->text.length};
    clean(&parse, bytes);
    parse.lexer = (struct lexer){parse.text, 0};
    status = read_into(query, &parse, addition);
out:
    intv_query_free(parse.made);
    tokens_free(parse.tokens);
    memory_free(bytes);
    return status;
}

/* ---- the public calls ---- */

enum intv_status
intv_query_add(struct intv_query *query, const char *text, size_t length, enum intv_reading reading,
               struct intv_diagnostics *diagnostics)
{
    if (query == NULL || (text == NULL && length > 0) || (unsigned)reading > INTV_LENIENT)
        return INTV_ERROR_INVALID_ARGUMENT;
    const struct addition addition = {.text = {text, length},
                                      .reading = reading,
                                      .has_place = true,
                                      .qualifier = QUALIFIER_NONE,
                                      .is_syntax = true};
    return add(query, &addition, diagnostics);
}

enum intv_status
intv_query_add_words(struct intv_query *query, const char *text, size_t length,
                     struct intv_diagnostics *diagnostics)
{
    if (query == NULL || (text == NULL && length > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    const struct addition addition = {.text = {text, length}, .qualifier = QUALIFIER_NONE};
    return add(query, &addition, diagnostics);
}

enum intv_status
intv_query_add_phrase(struct intv_query *query, const char *text, size_t length,
                      struct intv_diagnostics *diagnostics)
{
    if (query == NULL || (text == NULL && length > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    const struct addition addition = {
        .text = {text, length}, .qualifier = QUALIFIER_NONE, .is_phrase = true};
    return add(query, &addition, diagnostics);
}

enum intv_status
intv_query_add_filter(struct intv_query *query, const char *qualifier,
                      enum intv_comparison comparison, const char *value,
                      struct intv_diagnostics *diagnostics)
{
    if (query == NULL || qualifier == NULL || value == NULL || (unsigned)comparison > INTV_LESS)
        return INTV_ERROR_INVALID_ARGUMENT;
    const enum qualifier found = qualifier_find(text_of(qualifier));
    if (found == QUALIFIER_NONE)
        return grammar_refuse_qualifier(text_of(qualifier), (struct place){NULL, 0, 0}, true,
                                        diagnostics);
    const struct addition addition = {
        .text = text_of(value), .qualifier = found, .comparison = comparison};
    return add(query, &addition, diagnostics);
}
