/* SPDX-License-Identifier: EUPL-1.2 */
/* Completion of what is being typed: doc/filters.md, rules 17 and 18. */
#ifndef QUERY_COMPLETION_H
#define QUERY_COMPLETION_H

#include <interventions/completion.h>

#include "model/catalogue.h"
#include "query/qualifiers.h"
#include "text/analysis.h"

enum
{
    COMPLETION_USUAL = 10,
    COMPLETION_MOST = 100,   /* given at once */
    COMPLETION_LONGEST = 256 /* bytes that can be completed */
};

struct completion_row
{
    enum intv_completion_sort sort;
    uint32_t record;
    size_t uses;
    char *text;
    char *label;
};

struct intv_completion
{
    struct intv_catalogue *catalogue;
    struct completion_row rows[COMPLETION_MOST];
    size_t count;
};

/* One way to go on, before it is written out. */
struct choice
{
    uint32_t uses;
    uint32_t place;    /* in the order of names; 0 for what has none */
    uint32_t record;   /* INTV_NONE when it is none */
    uint32_t code;     /* of a value that is no record */
    struct text word;  /* in the catalogue or a table; lives as long as these */
    struct text label; /* what begins so */
};

/* The best choices so far. */
struct choices
{
    struct choice rows[COMPLETION_MOST];
    size_t count;
    size_t most;
};

/* What is typed. */
struct completing
{
    struct intv_completion *completion;
    enum intv_language language;
    enum qualifier qualifier; /* QUALIFIER_NONE where no field was named */
    struct text kept;         /* values before it and a comparison, which stay as they are */
    enum intv_comparison comparison;
    struct text typed; /* behind the name of the field, and what is kept */
    struct text folded;
    struct tokens *tokens;
    struct choices choices;
};

/* Whether the choice would have a place among the best. */
bool completion_would_keep(const struct choices *choices, const struct choice *choice);
void completion_keep(struct choices *choices, const struct choice *choice);

/*
 * The name or label of a record that may be offered and begins as was typed: that in the language of
 * the asker, and a preferred one, if there is a choice. *label is empty when none begins so.
 */
enum intv_status completion_label(const struct completing *completing, uint32_t record,
                                  struct text *label);

/* Gathers the values of the field into the choices. */
enum intv_status completion_gather_values(struct completing *completing);

/* Gathers the words for silence in the field. */
enum intv_status completion_gather_silences(struct completing *completing);

/* First name that is not before the folded text, and behind the last that begins so. */
struct completion_names
{
    uint32_t first;
    uint32_t end;
};
struct completion_names completion_names_of(const struct completing *completing);

/* How a value is written behind the name of its field. */
enum intv_status completion_write_value(const struct completing *completing,
                                        const struct choice *choice, char **text);

#endif
