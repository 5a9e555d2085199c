/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading the query language; what parse.c, written_text.c and grammar.c share. */
#ifndef QUERY_PARSE_H
#define QUERY_PARSE_H

#include "query/lexer.h"
#include "query/query.h"
#include "query/values.h"
#include "text/analysis.h"

/* Clauses that belong together, chained; sort is ALL or ANY and counts from two on. */
struct group
{
    uint8_t sort;
    uint32_t first;
    uint32_t last;
    uint32_t count;
};

struct parse
{
    struct intv_query *made; /* what was read so far, put into the query at the end */
    struct text text;        /* what is read: UTF-8 without control characters */
    struct lexer lexer;
    struct lexeme ahead;
    bool has_ahead;
    enum qualifier qualifier; /* inside its parentheses; else QUALIFIER_NONE */
    struct tokens *tokens;
    enum intv_reading reading;
    struct intv_diagnostics *diagnostics;
    bool has_place;
    struct place reached; /* place of the byte `reached_at`, so that places are counted once */
    size_t reached_at;
    enum intv_status status; /* of the first thing that is wrong */
    bool is_over;            /* a failure after which there is nothing to go on with */
    unsigned depth;
    unsigned suggestions_left;
    size_t pieces; /* words and filters, those of the query too */
};

/* Puts `part` behind what is in `into`, as an ALL or ANY of both. */
void group_join(struct parse *parse, uint8_t sort, struct group *into, struct group part);

/* Puts a new clause in a group of its own. */
struct group group_of(struct parse *parse, struct clause clause);

/* What is asked for by the opposite of a group. */
struct group group_negate(struct parse *parse, struct group part, const struct lexeme *operator);

/* Counts words or filters that come in; false and over when there are too many. */
bool parse_count(struct parse *parse, size_t pieces, uint32_t start);

/* Ends the parse without anything to go on with. */
void parse_end(struct parse *parse, enum intv_status status);

/* Remembers the status of something wrong that was reported. */
void parse_fail(struct parse *parse, enum intv_status status);

/* Where a byte of the text stands. */
struct place parse_place(struct parse *parse, uint32_t at);

/* Reports something; a lenient reading only warns that it was read as text. */
void parse_report(struct parse *parse, enum diagnostic code, uint32_t start, uint32_t length,
                  struct text one, struct text two, struct text three);

/* ---- words ---- */

/* The words of a piece of the text from byte `start` on; as one phrase, or as they come. */
struct group text_read(struct parse *parse, enum qualifier qualifier, struct text text,
                       uint32_t start, bool is_phrase);

/* A run of text: words, the last of which may have a star behind it. */
struct group text_read_run(struct parse *parse, enum qualifier qualifier, struct text text,
                           uint32_t start);

/* Byte of the text at which a piece of it begins. */
uint32_t text_start(const struct parse *parse, struct text piece);

/* ---- filters ---- */

/* Reads the values behind a qualifier; the lexer stands right behind the colon. */
struct group filter_read(struct parse *parse, enum qualifier qualifier, uint32_t start);

/* One value that was given by a call. */
struct group filter_read_value(struct parse *parse, enum qualifier qualifier,
                               const struct written_value *value);

/* ---- the grammar ---- */

/* The whole text. */
struct group grammar_read(struct parse *parse);

/* Reports that there is no such qualifier; looking for what was meant takes long. */
enum intv_status grammar_refuse_qualifier(struct text name, struct place place, bool may_suggest,
                                          struct intv_diagnostics *diagnostics);

#endif
