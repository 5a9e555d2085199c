/* SPDX-License-Identifier: EUPL-1.2 */
/* The query language cut into pieces. */
#ifndef QUERY_LEXER_H
#define QUERY_LEXER_H

#include <interventions/query.h>

#include "base/text.h"

enum lexeme_sort
{
    LEXEME_END,
    LEXEME_OPEN,      /* ( */
    LEXEME_CLOSE,     /* ) */
    LEXEME_OR,        /* OR, OF, | */
    LEXEME_AND,       /* AND, EN */
    LEXEME_NOT,       /* NOT, NIET, - before something */
    LEXEME_RUN,       /* anything up to white space */
    LEXEME_PHRASE,    /* between quotes */
    LEXEME_QUALIFIER, /* a name with : behind it; what follows is a value */
    LEXEME_VALUES /* instead of RUN and PHRASE, where values are read: lexer_value() gives them */
};

struct lexeme
{
    enum lexeme_sort sort;
    uint32_t start; /* in bytes, quotes and colons included */
    uint32_t length;
    struct text text; /* without quotes and colon */
    bool is_open;     /* PHRASE whose closing quote is missing */
};

/* The text is UTF-8. */
struct lexer
{
    struct text text;
    uint32_t at;
};

/* `in_values`: inside the parentheses of a qualifier. */
struct lexeme lexer_next(struct lexer *lexer, bool in_values);

/* One of the values behind a qualifier. */
struct written_value
{
    uint8_t comparison; /* enum intv_comparison */
    bool is_quoted;
    bool is_open;   /* the closing quote is missing */
    bool has_more;  /* a comma follows */
    uint32_t start; /* of all of it */
    uint32_t length;
    struct text text; /* without comparison and quotes; empty when there is none */
};

struct written_value lexer_value(struct lexer *lexer);

/* Whether a value stands right here: no white space, and no end. */
bool lexer_has_value(const struct lexer *lexer);

/* Whether a parenthesis opens right here. */
bool lexer_opens(const struct lexer *lexer);

/* Whether words end at a character that is no punctuation to Unicode: quotes and white space. */
bool lexer_parts_words(uint32_t c);

/* Whether the text is read as an operator: OR, NIET. */
bool lexer_is_operator(struct text word);

#endif
