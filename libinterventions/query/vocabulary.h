/* SPDX-License-Identifier: EUPL-1.2 */
/* The values of a list, and how often they are used. */
#ifndef QUERY_VOCABULARY_H
#define QUERY_VOCABULARY_H

#include <interventions/vocabulary.h>

#include "model/catalogue.h"

/* Number of records that use something, by kind; the last is all kinds together. */
struct vocabulary_use
{
    uint32_t by_kind[KIND_COUNT + 1];
};

struct vocabulary_row
{
    uint32_t record; /* INTV_NONE for a code without a record */
    uint32_t code;   /* of the list; CODE_NOT_STATED when it is none */
    uint32_t parent; /* row */
    uint32_t depth;
    struct vocabulary_use own;
    struct vocabulary_use wide; /* with what is narrower */
};

struct intv_vocabulary
{
    struct intv_catalogue *catalogue;
    const char *name;
    uint32_t scheme;
    enum code_list list; /* LIST_NONE when the values are no codes */
    struct vocabulary_row *rows;
    uint32_t count;
};

/* Which values: those of a code list, the records of one kind, or the concepts of one scheme. */
struct vocabulary_choice
{
    const char *name;
    enum code_list list;
    enum kind kind;
    uint32_t scheme;
    bool is_empty; /* the format names a scheme that the catalogue lacks */
};

/* Finds the list that a name stands for; reports what is wrong with it. */
enum intv_status vocabulary_choose(const struct intv_catalogue *catalogue, const char *written,
                                   struct vocabulary_choice *choice,
                                   struct intv_diagnostics *diagnostics);

/* The list of the values of a field; false when they are written out. */
bool vocabulary_choose_field(const struct intv_catalogue *catalogue, enum field field,
                             struct vocabulary_choice *choice);

/* Fills the rows, in order, and the numbers; false when there is no memory. */
enum intv_status vocabulary_fill(struct intv_vocabulary *vocabulary,
                                 const struct vocabulary_choice *choice,
                                 enum intv_language language);
enum intv_status vocabulary_count_uses(struct intv_vocabulary *vocabulary);

#endif
