/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A query as it was understood: a tree of clauses over words and values. The language is in
 * doc/query.md, what filters find in doc/filters.md, what words find in doc/search.md.
 */
#ifndef QUERY_QUERY_H
#define QUERY_QUERY_H

#include <interventions/query.h>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "model/catalogue.h"
#include "query/qualifiers.h"

enum clause_sort
{
    CLAUSE_ALL,    /* every child; everything when it has none, which only the root may be */
    CLAUSE_ANY,    /* some child; it has two or more */
    CLAUSE_NOT,    /* not its one child */
    CLAUSE_WORD,   /* one word */
    CLAUSE_PREFIX, /* what begins with one word */
    CLAUSE_PHRASE, /* words that are neighbours; one or more */
    CLAUSE_FILTER, /* the qualifier has one of the values; see enum reading */
    CLAUSE_HAS,    /* something is stated for the qualifier */
    CLAUSE_SILENT, /* the qualifier is silent with one of the causes; values of the sort SILENCE */
    CLAUSE_KIND /* records of one of the kinds; values of the sorts KIND and CODE (record kind) */
};

/* What a value is. */
enum query_value_sort
{
    QUERY_RECORD,   /* `record`; with a comparison, by its order in its scheme */
    QUERY_CODE,     /* `code`, in the code list of the qualifier (qualifier_list()) */
    QUERY_QUANTITY, /* from `low` to `high`; `code` is the unit or per, 0 when any will do */
    QUERY_DATE,     /* from `low` to `high`, both yyyymmdd */
    QUERY_TEXT,     /* equal to `written`, letters A-Z as a-z */
    QUERY_KIND,     /* `code` is a kind */
    QUERY_SILENCE   /* `code` is a cause (enum silence), or 0: nothing stated */
};

/*
 * Children and siblings are numbers of clauses; INTV_NONE ends. A clause stands behind its parent, so
 * that no tree has a circle.
 */
struct clause
{
    uint8_t sort;
    uint8_t is_compound; /* PHRASE out of one word with hyphens: also the word written as one */
    uint16_t qualifier;  /* QUALIFIER_NONE for text anywhere; of text: only in this field */
    uint32_t first;      /* child */
    uint32_t next;       /* sibling */
    uint32_t start;      /* byte in the source of the query */
    uint32_t length;
    uint32_t word_first;
    uint32_t word_count;
    uint32_t value_first;
    uint32_t value_count; /* any of them */
};

struct query_word
{
    struct text folded;
    uint32_t start; /* of the word in the source */
    uint32_t length;
    bool is_stop_word;
};

/*
 * Numbers and dates are also given as a range that does without the comparison: `>250` is from 251
 * on. A bound is BOUND_NONE (then low is 0, high INT64_MAX) or BOUND_KNOWN.
 */
struct query_value
{
    uint8_t sort;
    uint8_t comparison; /* enum intv_comparison */
    uint8_t low_bound;
    uint8_t high_bound;
    uint32_t record;
    uint32_t code;
    int64_t low;
    int64_t high;
    struct text written; /* as it was written, without quotes and comparison */
};

enum query_limit
{
#define LIMIT(NAME, name, value, nl, en) QUERY_LIMIT_##NAME,
#include "query/limits.def"
#undef LIMIT
    QUERY_LIMIT_COUNT
};

struct query_limit_format
{
    const char *name;
    uint32_t value;
    const char *explanation[2]; /* by enum intv_language */
};

extern const struct query_limit_format QUERY_LIMITS[QUERY_LIMIT_COUNT];

/* Asserters are bits, 1 << enum asserter. */
enum
{
    ASSERTERS_ALL = (1 << (ASSERTER_EDITOR + 1)) - (1 << ASSERTER_EVALUATION)
};

struct intv_query
{
    struct intv_catalogue *catalogue;
    struct clause *clauses; /* 0 is the root, a CLAUSE_ALL */
    size_t clause_count;
    size_t clause_capacity;
    struct query_word *words;
    size_t word_count;
    size_t word_capacity;
    struct query_value *values;
    size_t value_count;
    size_t value_capacity;
    char *source; /* all that was added, with a space between; NUL behind it, NULL when empty */
    size_t source_length;
    size_t source_capacity;
    struct arena texts;
    uint32_t asserters;          /* whose claims count in filters */
    uint32_t asserters_named;    /* volgens:x; none named: all count */
    uint32_t asserters_left_out; /* -volgens:x */
    uint32_t kinds;              /* 0 for all */
    uint8_t is_exact;
    uint8_t is_relaxing;
    uint8_t language; /* enum intv_language */
    uint8_t sort;     /* enum intv_sort */
    uint8_t is_descending;
    size_t offset;
    size_t limit; /* 0 for all */
};

/* Kinds, modes, language, order and page, as another query has them. */
void query_take_settings(struct intv_query *query, const struct intv_query *other);

#endif
