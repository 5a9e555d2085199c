/* SPDX-License-Identifier: EUPL-1.2 */
/* From text in a query to clauses of words. */
#include "base/memory.h"
#include "base/utf8.h"
#include "query/parse.h"
#include "text/stop_words.h"

/* Words that are to become one clause. */
struct gathered
{
    uint32_t first; /* word */
    uint32_t count;
    uint32_t start; /* in bytes of the text */
    uint32_t end;
    bool is_joined; /* all of them are one word with hyphens */
};

/* What is read, and as what. */
struct text_reading
{
    struct parse *parse;
    enum qualifier qualifier;
    struct text text;
    uint32_t start;
    bool is_phrase;
    struct group group;
};

uint32_t
text_start(const struct parse *parse, struct text piece)
{
    return piece.bytes != NULL ? (uint32_t)(piece.bytes - parse->text.bytes) : 0;
}

static bool
add_word(struct text_reading *reading, const struct token *token)
{
    struct parse *parse = reading->parse;
    struct intv_query *made = parse->made;
    struct query_word word = {{NULL, 0}, reading->start + token->start, token->length, false};
    if (!parse_count(parse, 1, word.start))
        return false;
    if (!arena_keep(&made->texts, token->folded, &word.folded) ||
        !memory_reserve(&made->words, &made->word_capacity, made->word_count + 1,
                        sizeof(*made->words))) {
        parse_end(parse, diagnostics_no_memory(parse->diagnostics));
        return false;
    }
    word.is_stop_word = stop_word_is(word.folded);
    made->words[made->word_count++] = word;
    return true;
}

/* Whether only hyphens stand between two words. */
static bool
is_hyphened(struct text text, uint32_t from, uint32_t to)
{
    const uint32_t length = 3; /* of the hyphen and the one that does not break, in UTF-8 */
    uint32_t at = from;
    while (at < to)
        if (text.bytes[at] == '-')
            at++;
        else if (at + length <= to && (memcmp(text.bytes + at, "\xE2\x80\x90", length) == 0 ||
                                       memcmp(text.bytes + at, "\xE2\x80\x91", length) == 0))
            at += length;
        else
            return false;
    return to > from;
}

static void
close_gathered(struct text_reading *reading, struct gathered *gathered)
{
    if (gathered->count == 0)
        return;
    const bool is_phrase = reading->is_phrase || gathered->count > 1;
    const struct clause clause = {.sort = is_phrase ? CLAUSE_PHRASE : CLAUSE_WORD,
                                  .is_compound = !reading->is_phrase && gathered->count > 1 &&
                                                 gathered->is_joined,
                                  .qualifier = (uint16_t)reading->qualifier,
                                  .first = INTV_NONE,
                                  .next = INTV_NONE,
                                  .start = gathered->start,
                                  .length = gathered->end - gathered->start,
                                  .word_first = gathered->first,
                                  .word_count = gathered->count};
    group_join(reading->parse, CLAUSE_ALL, &reading->group, group_of(reading->parse, clause));
    *gathered = (struct gathered){0};
}

/* Words that hyphens join belong together; so do all words of a phrase. */
static bool
gather(struct text_reading *reading, struct gathered *gathered, const struct token *token)
{
    if (token->span > 1) { /* the word written as one comes behind its pieces */
        gathered->is_joined = token->span == gathered->count;
        return true;
    }
    const uint32_t start = reading->start + token->start;
    if (gathered->count > 0 && !reading->is_phrase &&
        !is_hyphened(reading->text, gathered->end - reading->start, token->start))
        close_gathered(reading, gathered);
    if (!add_word(reading, token))
        return false;
    if (gathered->count == 0) {
        gathered->first = (uint32_t)reading->parse->made->word_count - 1;
        gathered->start = start;
    }
    gathered->count++;
    gathered->end = start + token->length;
    gathered->is_joined = false;
    return true;
}

/*
 * Cuts off what stands before the next quote, or white space beyond ASCII. To Unicode some of these
 * stand inside words; such a word could not be written in the query language.
 */
static struct text
next_piece(struct text *rest)
{
    const struct text all = *rest;
    size_t at = 0;
    size_t length = 0;
    while (at < all.length && length == 0) {
        const struct utf8_character c = utf8_read((struct text){all.bytes + at, all.length - at});
        const bool is_plain = c.code < 0x80 && c.code != '"';
        if (!is_plain && lexer_parts_words(c.code))
            length = c.length;
        else
            at += c.length;
    }
    *rest = (struct text){all.bytes + at + length, all.length - at - length};
    return (struct text){all.bytes, at};
}

static void
read_piece(struct text_reading *reading, struct gathered *gathered)
{
    struct parse *parse = reading->parse;
    const struct token *token = NULL;
    tokens_start(parse->tokens, reading->text);
    enum intv_status status = tokens_next(parse->tokens, &token);
    while (!parse->is_over && status == INTV_OK && token != NULL) {
        if (!gather(reading, gathered, token))
            break;
        status = tokens_next(parse->tokens, &token);
    }
    if (status != INTV_OK)
        parse_end(parse, diagnostics_no_memory(parse->diagnostics));
    if (!reading->is_phrase)
        close_gathered(reading, gathered);
}

struct group
text_read(struct parse *parse, enum qualifier qualifier, struct text text, uint32_t start,
          bool is_phrase)
{
    struct text_reading reading = {parse, qualifier, text,
                                   start, is_phrase, {CLAUSE_ALL, INTV_NONE, INTV_NONE, 0}};
    struct gathered gathered = {0};
    struct text rest = text;
    while (rest.length > 0 && !parse->is_over) {
        reading.text = next_piece(&rest);
        reading.start = start + (uint32_t)(reading.text.bytes - text.bytes);
        read_piece(&reading, &gathered);
    }
    close_gathered(&reading, &gathered);
    return reading.group;
}

/* A star belongs right behind a word, and nowhere else. */
static bool
has_stray_star(struct text text)
{
    return text.length > 0 && memchr(text.bytes, '*', text.length) != NULL;
}

static bool
is_only_hyphens(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '-')
            return false;
    return text.length > 0;
}

/* Splits the last word off what it is joined to: "mij-les*" is "mij" and "les*". */
static void
make_prefix(struct parse *parse, struct group *group)
{
    struct clause *last = &parse->made->clauses[group->last];
    if (last->word_count > 1) {
        const uint32_t word = last->word_first + last->word_count - 1;
        const struct query_word *prefix = &parse->made->words[word];
        struct clause clause = *last;
        const struct query_word *before = prefix - 1;
        last->word_count--;
        last->sort = last->word_count > 1 ? CLAUSE_PHRASE : CLAUSE_WORD;
        last->is_compound = last->is_compound && last->word_count > 1;
        last->length = before->start + before->length - last->start;
        clause.start = prefix->start;
        clause.length = prefix->length;
        clause.word_first = word;
        clause.word_count = 1;
        group_join(parse, CLAUSE_ALL, group, group_of(parse, clause));
        last = &parse->made->clauses[group->last];
    }
    last->sort = CLAUSE_PREFIX;
    last->is_compound = 0;
    last->length++;
}

struct group
text_read_run(struct parse *parse, enum qualifier qualifier, struct text text, uint32_t start)
{
    const bool has_star = text.length > 0 && text.bytes[text.length - 1] == '*';
    const struct text words = {text.bytes, text.length - has_star};
    struct group group = text_read(parse, qualifier, words, start, false);
    const uint32_t end = start + (uint32_t)words.length;
    if (parse->is_over)
        return group;
    const struct clause *last = group.count > 0 ? &parse->made->clauses[group.last] : NULL;
    const bool is_behind = last != NULL && last->start + last->length == end;
    if (has_stray_star(words) || (has_star && !is_behind))
        parse_report(parse, DIAGNOSTIC_QUERY_LONE_OPERATOR, start, (uint32_t)text.length,
                     text_of("*"), text_of("een woord direct ervoor"),
                     text_of("a word right before it"));
    else if (has_star)
        make_prefix(parse, &group);
    else if (is_only_hyphens(text))
        parse_report(parse, DIAGNOSTIC_QUERY_LONE_OPERATOR, start, (uint32_t)text.length, text,
                     text_of("een woord of filter erachter"),
                     text_of("a word or filter behind it"));
    return group;
}
