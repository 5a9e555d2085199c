/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The grammar of queries, where words and filters next to each other are all asked for:
 *
 *   any     = all {OR all}
 *   all     = not {[AND] not}
 *   not     = {NOT} primary
 *   primary = "(" any ")" | run | "phrase" | qualifier ":" (values | "(" any ")")
 *
 * Inside the parentheses of a qualifier values stand in the place of runs and phrases.
 */
#include "query/parse.h"

static const struct group NOTHING = {CLAUSE_ALL, INTV_NONE, INTV_NONE, 0};
static const struct text NO_TEXT = {NULL, 0};

static struct group read_any(struct parse *parse);

static const struct lexeme *
peek(struct parse *parse)
{
    if (!parse->has_ahead)
        parse->ahead = lexer_next(&parse->lexer, parse->qualifier != QUALIFIER_NONE);
    parse->has_ahead = true;
    return &parse->ahead;
}

static struct lexeme
take(struct parse *parse)
{
    const struct lexeme lexeme = *peek(parse);
    parse->has_ahead = false;
    return lexeme;
}

static bool
begins_primary(enum lexeme_sort sort)
{
    return sort == LEXEME_OPEN || sort == LEXEME_RUN || sort == LEXEME_PHRASE ||
           sort == LEXEME_QUALIFIER || sort == LEXEME_VALUES;
}

/* An operator without anything to work on; a lenient reading takes it as a word. */
static struct group
refuse_operator(struct parse *parse, const struct lexeme *operator, bool is_before)
{
    parse_report(parse,
                 DIAGNOSTIC_QUERY_LONE_OPERATOR, operator->start, operator->length, operator->text,
                 text_of(is_before ? "een woord of filter ervoor" : "een woord of filter erachter"),
                 text_of(is_before ? "a word or filter before it" : "a word or filter behind it"));
    if (parse->reading == INTV_STRICT || parse->is_over)
        return NOTHING;
    return text_read(parse, QUALIFIER_NONE, operator->text, operator->start, false);
}

/* ---- primaries ---- */

static struct group
read_parentheses(struct parse *parse)
{
    const struct lexeme open = take(parse);
    struct group group = NOTHING;
    const enum intv_status status = query_check_limit(
        parse->depth + 1, QUERY_LIMIT_DEPTH, parse_place(parse, open.start), parse->diagnostics);
    if (status != INTV_OK) {
        parse_end(parse, status);
        return NOTHING;
    }
    parse->depth++;
    const bool is_empty = peek(parse)->sort == LEXEME_CLOSE;
    if (!is_empty)
        group = read_any(parse);
    parse->depth--;
    if (parse->is_over)
        return NOTHING;
    if (peek(parse)->sort != LEXEME_CLOSE) {
        parse_report(parse, DIAGNOSTIC_QUERY_OPEN_PARENTHESIS, open.start, open.length, open.text,
                     NO_TEXT, NO_TEXT);
        return group;
    }
    take(parse);
    if (is_empty)
        parse_report(parse, DIAGNOSTIC_QUERY_LONE_OPERATOR, open.start, open.length, text_of("()"),
                     text_of("een woord of filter erin"), text_of("a word or filter inside"));
    return group;
}

static struct group
read_parentheses_of(struct parse *parse, enum qualifier qualifier)
{
    const enum qualifier before = parse->qualifier;
    parse->qualifier = qualifier;
    const struct group group = read_parentheses(parse);
    /* Nothing was looked at behind the parenthesis, unless it is missing and this is the end. */
    parse->qualifier = before;
    return group;
}

static struct group
refuse_missing_value(struct parse *parse, const struct lexeme *name)
{
    parse_report(parse, DIAGNOSTIC_QUERY_MISSING_VALUE, name->start, name->length,
                 (struct text){parse->text.bytes + name->start, name->length}, NO_TEXT, NO_TEXT);
    if (parse->reading == INTV_STRICT)
        return NOTHING;
    return text_read(parse, QUALIFIER_NONE, name->text, name->start, false);
}

enum intv_status
grammar_refuse_qualifier(struct text name, struct place place, bool may_suggest,
                         struct intv_diagnostics *diagnostics)
{
    static const char OFTEN_NL[] =
        "doelgroep, leeftijd, setting, type, doel, uitkomst, gemeente, element, randvoorwaarde, "
        "kosten, onderzoeksopzet, jaar, soort, heeft";
    static const char OFTEN_EN[] = "target-group, age, setting, type, aim, outcome, municipality, "
                                   "element, precondition, cost, "
                                   "design, year, kind, has";
    const char *nearest = may_suggest ? qualifier_suggest(name) : NULL;
    const struct report report = {
        DIAGNOSTIC_QUERY_UNKNOWN_QUALIFIER,
        place,
        {NULL, 0},
        {name, text_of(nearest != NULL ? nearest : "-"), text_of(OFTEN_NL), text_of(OFTEN_EN)}};
    return diagnostics_report(diagnostics, &report);
}

static void
report_unknown_qualifier(struct parse *parse, const struct lexeme *name)
{
    const bool may_suggest = parse->suggestions_left > 0;
    if (may_suggest)
        parse->suggestions_left--;
    parse_fail(parse, grammar_refuse_qualifier(name->text, parse_place(parse, name->start),
                                               may_suggest, parse->diagnostics));
}

/* What stands behind the colon of a qualifier that does not exist: passed over, or read as text. */
static struct group
pass_unknown(struct parse *parse, const struct lexeme *name)
{
    const bool is_strict = parse->reading == INTV_STRICT;
    struct group group = NOTHING;
    if (is_strict)
        report_unknown_qualifier(parse, name);
    if (lexer_opens(&parse->lexer)) {
        if (!is_strict)
            group = text_read(parse, QUALIFIER_NONE, name->text, name->start, false);
        const struct group inside = read_parentheses(parse);
        if (!is_strict)
            group_join(parse, CLAUSE_ALL, &group, inside);
        return group;
    }
    bool has_more = lexer_has_value(&parse->lexer);
    while (has_more)
        has_more = lexer_value(&parse->lexer).has_more;
    if (is_strict)
        return NOTHING;
    const uint32_t length = parse->lexer.at - name->start;
    const struct text text = {parse->text.bytes + name->start, length};
    parse_report(parse, DIAGNOSTIC_QUERY_READ_AS_TEXT, name->start, length, text, NO_TEXT, NO_TEXT);
    return text_read(parse, QUALIFIER_NONE, text, name->start, false);
}

static struct group
read_qualified(struct parse *parse, const struct lexeme *name)
{
    const enum qualifier qualifier = qualifier_find(name->text);
    if (qualifier == QUALIFIER_NONE)
        return pass_unknown(parse, name);
    if (lexer_opens(&parse->lexer))
        return read_parentheses_of(parse, qualifier);
    if (!lexer_has_value(&parse->lexer))
        return refuse_missing_value(parse, name);
    return filter_read(parse, qualifier, name->start);
}

static struct group
read_phrase(struct parse *parse, const struct lexeme *phrase)
{
    if (phrase->is_open)
        parse_report(parse, DIAGNOSTIC_QUERY_OPEN_QUOTE, phrase->start, phrase->length,
                     phrase->text, NO_TEXT, NO_TEXT);
    /* What is not closed is read as words, not as a phrase that was never ended. */
    return text_read(parse, QUALIFIER_NONE, phrase->text, text_start(parse, phrase->text),
                     !phrase->is_open);
}

static struct group
read_primary(struct parse *parse)
{
    if (peek(parse)->sort == LEXEME_OPEN)
        return read_parentheses(parse);
    const struct lexeme lexeme = take(parse);
    switch (lexeme.sort) {
    case LEXEME_QUALIFIER:
        return read_qualified(parse, &lexeme);
    case LEXEME_PHRASE:
        return read_phrase(parse, &lexeme);
    case LEXEME_VALUES:
        return filter_read(parse, parse->qualifier, lexeme.start);
    default:
        return text_read_run(parse, QUALIFIER_NONE, lexeme.text, lexeme.start);
    }
}

/* ---- operators ---- */

static struct group
read_not(struct parse *parse)
{
    struct lexeme operator= * peek(parse);
    bool is_negated = false;
    while (peek(parse)->sort == LEXEME_NOT) {
        operator= take(parse);
        is_negated = !is_negated;
    }
    if (!begins_primary(peek(parse)->sort))
        return refuse_operator(parse, &operator, false);
    const struct group group = read_primary(parse);
    return is_negated ? group_negate(parse, group, &operator) : group;
}

static struct group
read_all(struct parse *parse, bool *had)
{
    struct group group = NOTHING;
    *had = false;
    while (!parse->is_over) {
        const enum lexeme_sort sort = peek(parse)->sort;
        if (sort == LEXEME_AND) {
            const struct lexeme operator= take(parse);
            const enum lexeme_sort next = peek(parse)->sort;
            const bool has_next = begins_primary(next) || next == LEXEME_NOT;
            if (!*had || !has_next)
                group_join(parse, CLAUSE_ALL, &group, refuse_operator(parse, &operator, !* had));
        } else if (sort == LEXEME_NOT || begins_primary(sort)) {
            group_join(parse, CLAUSE_ALL, &group, read_not(parse));
        } else {
            break;
        }
        *had = true;
    }
    return group;
}

static struct group
read_any(struct parse *parse)
{
    bool had_left = false;
    bool had_right = false;
    struct group group = read_all(parse, &had_left);
    while (!parse->is_over && peek(parse)->sort == LEXEME_OR) {
        const struct lexeme operator= take(parse);
        const struct group right = read_all(parse, &had_right);
        if (parse->is_over)
            break;
        if (!had_left || !had_right)
            group_join(parse, CLAUSE_ALL, &group, refuse_operator(parse, &operator, !had_left));
        group_join(parse, had_left && had_right ? CLAUSE_ANY : CLAUSE_ALL, &group, right);
        had_left = true;
    }
    return group;
}

struct group
grammar_read(struct parse *parse)
{
    struct group group = read_any(parse);
    while (!parse->is_over && peek(parse)->sort != LEXEME_END) {
        const struct lexeme stray = take(parse);
        parse_report(parse, DIAGNOSTIC_QUERY_STRAY_PARENTHESIS, stray.start, stray.length,
                     stray.text, NO_TEXT, NO_TEXT);
        group_join(parse, CLAUSE_ALL, &group, read_any(parse));
    }
    return group;
}
