/* SPDX-License-Identifier: EUPL-1.2 */
/* From qualifiers and values in a query to clauses. */
#include "base/memory.h"
#include "query/parse.h"

/* The values behind one qualifier: what becomes one filter, and what does not. */
struct list
{
    struct group group; /* any of these */
    uint32_t start;
    uint32_t filter_first; /* values of the filter */
    uint32_t filter_count;
    uint32_t silences; /* set of 1 << cause */
    bool is_wrong;
};

static const struct group NOTHING = {CLAUSE_ALL, INTV_NONE, INTV_NONE, 0};

static struct value_context
context_of(struct parse *parse, enum qualifier qualifier, uint32_t start)
{
    return (struct value_context){
        .query = parse->made,
        .qualifier = qualifier,
        .place = parse_place(parse, start),
        .diagnostics = parse->diagnostics,
        .is_quiet = parse->reading == INTV_LENIENT,
        .suggestions_left = &parse->suggestions_left,
    };
}

/* Takes a status of reading a value; a lenient reading goes on with text. */
static void
take_status(struct parse *parse, struct list *list, enum intv_status status)
{
    if (status == INTV_OK)
        return;
    list->is_wrong = true;
    if (status == INTV_ERROR_NO_MEMORY || status == INTV_ERROR_LIMIT)
        parse_end(parse, status);
    else if (parse->reading == INTV_STRICT)
        parse_fail(parse, status);
}

/* ---- words in a field ---- */

/* The words of a clause with hyphens between, when they are a word for silence. */
static bool
is_silence(const struct parse *parse, const struct clause *clause, unsigned *cause)
{
    char joined[32];
    size_t length = 0;
    for (uint32_t i = 0; i < clause->word_count; i++) {
        const struct text word = parse->made->words[clause->word_first + i].folded;
        if (length + word.length + 1 > sizeof(joined))
            return false;
        if (i > 0)
            joined[length++] = '-';
        memcpy(joined + length, word.bytes, word.length);
        length += word.length;
    }
    return value_is_silence((enum qualifier)clause->qualifier, (struct text){joined, length},
                            cause);
}

/* A call may give words with a comma in them, which would part values where it is written. */
static bool
has_comma(const struct parse *parse, const struct clause *clause)
{
    return memchr(parse->text.bytes + clause->start, ',', clause->length) != NULL;
}

/* What would be read as silence, or as two values, when it stood by itself is a phrase. */
static void
quote_words(struct parse *parse, struct group group)
{
    unsigned cause;
    for (uint32_t i = group.first; i != INTV_NONE; i = parse->made->clauses[i].next) {
        struct clause *clause = &parse->made->clauses[i];
        const bool is_prefix = clause->sort == CLAUSE_PREFIX;
        if (is_prefix && has_comma(parse, clause)) {
            parse_report(parse, DIAGNOSTIC_QUERY_LONE_OPERATOR, clause->start, clause->length,
                         text_of("*"), text_of("een woord zonder komma direct ervoor"),
                         text_of("a word without a comma right before it"));
        } else if (!is_prefix && (has_comma(parse, clause) || is_silence(parse, clause, &cause))) {
            clause->sort = CLAUSE_PHRASE;
            clause->is_compound = 0;
        }
    }
}

static void
read_words(struct parse *parse, enum qualifier qualifier, const struct written_value *value,
           struct list *list)
{
    const uint32_t start = text_start(parse, value->text);
    unsigned cause = 0;
    if (value->is_quoted) {
        group_join(parse, CLAUSE_ANY, &list->group,
                   text_read(parse, qualifier, value->text, start, true));
        return;
    }
    const struct group group = text_read_run(parse, qualifier, value->text, start);
    if (parse->is_over || group.count == 0)
        return;
    const struct clause *first = &parse->made->clauses[group.first];
    if (group.count == 1 && first->sort != CLAUSE_PREFIX && is_silence(parse, first, &cause)) {
        list->silences |= UINT32_C(1) << cause;
        return;
    }
    quote_words(parse, group);
    group_join(parse, CLAUSE_ANY, &list->group, group);
}

/* ---- filters ---- */

static void
add_filter(struct parse *parse, struct list *list, struct clause clause, uint32_t end)
{
    clause.first = INTV_NONE;
    clause.next = INTV_NONE;
    clause.start = list->start;
    clause.length = end - list->start;
    if (parse_count(parse, 1, list->start))
        group_join(parse, CLAUSE_ANY, &list->group, group_of(parse, clause));
}

/* A field that must be stated: heeft:kosten. */
static void
read_had(struct parse *parse, const struct written_value *value, struct list *list)
{
    const struct value_context context = context_of(parse, QUALIFIER_HAS, value->start);
    const enum qualifier had = qualifier_find(value->text);
    const enum intv_status status = value_check_comparison(&context, value);
    take_status(parse, list, status);
    if (status != INTV_OK)
        return;
    if (had != QUALIFIER_NONE && qualifier_may_be_had(had)) {
        add_filter(parse, list, (struct clause){.sort = CLAUSE_HAS, .qualifier = (uint16_t)had},
                   value->start + value->length);
        return;
    }
    take_status(parse, list, value_refuse_had(&context, value->text));
}

static void
read_filter_value(struct parse *parse, enum qualifier qualifier, const struct written_value *value,
                  struct list *list)
{
    struct value_context context = context_of(parse, qualifier, value->start);
    const size_t before = parse->made->value_count;
    const size_t end = (size_t)value->start + value->length;
    if (!value->is_quoted && !value->has_more)
        context.behind = (struct text){parse->text.bytes + end, parse->text.length - end};
    take_status(parse, list, value_read(&context, value));
    const uint32_t added = (uint32_t)(parse->made->value_count - before);
    if (list->filter_count == 0)
        list->filter_first = (uint32_t)before;
    list->filter_count += added;
    const enum intv_status status = query_check_limit(list->filter_count, QUERY_LIMIT_VALUES,
                                                      context.place, parse->diagnostics);
    if (status != INTV_OK)
        parse_end(parse, status);
}

static bool
is_missing(const struct written_value *value)
{
    return text_trim(value->text).length == 0;
}

/* Behind what is told as it was typed, unless that is long or was given by a call. */
static void
refuse_missing(struct parse *parse, enum qualifier qualifier, const struct written_value *value,
               const struct list *list)
{
    enum
    {
        LONGEST = 80
    };
    char name[LONGEST + 2];
    struct text before = {parse->text.bytes + list->start, value->start - list->start};
    if (before.length == 0 || before.length > LONGEST) {
        const struct text full = text_of(QUALIFIERS[qualifier].name[INTV_DUTCH]);
        memcpy(name, full.bytes, full.length);
        name[full.length] = ':';
        before = (struct text){name, full.length + 1};
    }
    parse_report(parse, DIAGNOSTIC_QUERY_MISSING_VALUE, value->start, 0, before,
                 (struct text){NULL, 0}, (struct text){NULL, 0});
}

static void
read_one(struct parse *parse, enum qualifier qualifier, const struct written_value *value,
         struct list *list)
{
    const enum reading reading = QUALIFIERS[qualifier].reading;
    const bool may_be_silent = !value->is_quoted && value->comparison == INTV_IS;
    unsigned cause = 0;
    if (is_missing(value)) {
        list->is_wrong = true;
        if (parse->reading == INTV_STRICT)
            refuse_missing(parse, qualifier, value, list);
    } else if (may_be_silent && value_is_silence(qualifier, value->text, &cause)) {
        list->silences |= UINT32_C(1) << cause;
    } else if (reading == READS_FIELDS) {
        read_had(parse, value, list);
    } else if (reading == READS_WORDS) {
        const struct value_context context = context_of(parse, qualifier, value->start);
        const enum intv_status status = value_check_comparison(&context, value);
        take_status(parse, list, status);
        if (status == INTV_OK)
            read_words(parse, qualifier, value, list);
    } else {
        read_filter_value(parse, qualifier, value, list);
    }
}

static void
add_silence(struct parse *parse, enum qualifier qualifier, struct list *list, uint32_t end)
{
    struct intv_query *made = parse->made;
    struct clause clause = {.sort = CLAUSE_SILENT,
                            .qualifier = (uint16_t)qualifier,
                            .value_first = (uint32_t)made->value_count};
    for (unsigned cause = 0; cause <= SILENCE_DROPPED; cause++) {
        if ((list->silences >> cause & 1) == 0)
            continue;
        if (!memory_reserve(&made->values, &made->value_capacity, made->value_count + 1,
                            sizeof(*made->values))) {
            parse_end(parse, diagnostics_no_memory(parse->diagnostics));
            return;
        }
        made->values[made->value_count++] =
            (struct query_value){.sort = QUERY_SILENCE, .code = cause, .written = {"", 0}};
        clause.value_count++;
    }
    add_filter(parse, list, clause, end);
}

static void
close_list(struct parse *parse, enum qualifier qualifier, struct list *list, uint32_t end)
{
    const bool is_kind = QUALIFIERS[qualifier].reading == READS_KINDS;
    const struct clause clause = {.sort = is_kind ? CLAUSE_KIND : CLAUSE_FILTER,
                                  .qualifier = (uint16_t)qualifier,
                                  .value_first = list->filter_first,
                                  .value_count = list->filter_count};
    if (list->filter_count > 0 && !parse->is_over)
        add_filter(parse, list, clause, end);
    if (list->silences != 0 && !parse->is_over)
        add_silence(parse, qualifier, list, end);
}

/* Values that a lenient reading takes as text, with the name of the qualifier before them. */
static struct group
read_as_text(struct parse *parse, uint32_t start, uint32_t end)
{
    const struct text text = {parse->text.bytes + start, end - start};
    parse_report(parse, DIAGNOSTIC_QUERY_READ_AS_TEXT, start, end - start, text,
                 (struct text){NULL, 0}, (struct text){NULL, 0});
    return text_read(parse, QUALIFIER_NONE, text, start, false);
}

static void
report_open_quote(struct parse *parse, const struct written_value *value)
{
    if (value->is_open)
        parse_report(parse, DIAGNOSTIC_QUERY_OPEN_QUOTE, value->start, value->length, value->text,
                     (struct text){NULL, 0}, (struct text){NULL, 0});
}

static bool
is_in_euros(enum qualifier qualifier)
{
    const enum reading reading = QUALIFIERS[qualifier].reading;
    return reading == READS_PRICES || reading == READS_EUROS;
}

/* Two digits and perhaps what it is per: what stands behind the comma of 99,50. */
static bool
is_cents(const struct written_value *value)
{
    const struct text text = value->text;
    return !value->is_quoted && value->comparison == INTV_IS && text.length >= 2 &&
           text_is_digit(text.bytes[0]) && text_is_digit(text.bytes[1]) &&
           (text.length == 2 || text.bytes[2] == '/');
}

/* An amount with a comma before the cents is one value, though no good one, and not two. */
static void
take_cents(struct parse *parse, struct written_value *value)
{
    struct lexer lexer = parse->lexer;
    const struct text text = value->text;
    if (!value->has_more || value->is_quoted || text.length == 0 ||
        !text_is_digit(text.bytes[text.length - 1]))
        return;
    const struct written_value next = lexer_value(&lexer);
    if (!is_cents(&next))
        return;
    value->text.length = (size_t)(next.text.bytes - text.bytes) + next.text.length;
    value->length = next.start + next.length - value->start;
    value->has_more = next.has_more;
    parse->lexer = lexer;
}

struct group
filter_read(struct parse *parse, enum qualifier qualifier, uint32_t start)
{
    const size_t pieces = parse->pieces;
    struct list list = {.group = NOTHING, .start = start};
    struct written_value value;
    do {
        value = lexer_value(&parse->lexer);
        report_open_quote(parse, &value);
        if (is_in_euros(qualifier))
            take_cents(parse, &value);
        read_one(parse, qualifier, &value, &list);
    } while (value.has_more && !parse->is_over);
    if (list.is_wrong && parse->reading == INTV_LENIENT && !parse->is_over) {
        parse->pieces = pieces;
        return read_as_text(parse, start, parse->lexer.at);
    }
    close_list(parse, qualifier, &list, parse->lexer.at);
    return list.group;
}

struct group
filter_read_value(struct parse *parse, enum qualifier qualifier, const struct written_value *value)
{
    struct list list = {.group = NOTHING, .start = 0};
    read_one(parse, qualifier, value, &list);
    close_list(parse, qualifier, &list, (uint32_t)parse->text.length);
    return list.group;
}
