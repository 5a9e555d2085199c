/* SPDX-License-Identifier: EUPL-1.2 */
/* The qualifiers of the query language (qualifiers.def) as a table. */
#ifndef QUERY_QUALIFIERS_H
#define QUERY_QUALIFIERS_H

#include <interventions/query.h>

#include "model/format.h"

/* How the values of a qualifier are read, and so what it asks. */
enum reading
{
    READS_WORDS,     /* words in texts of the field; gives WORD, PREFIX and PHRASE */
    READS_RECORDS,   /* FILTER, QUERY_RECORD */
    READS_CODES,     /* FILTER, QUERY_CODE in the code list of the field */
    READS_RELATIONS, /* FILTER, QUERY_CODE in the list that qualifies the field (direction) */
    READS_NUMBERS,   /* FILTER, QUERY_QUANTITY */
    READS_AGES,      /* FILTER, QUERY_QUANTITY in whole years */
    READS_PRICES,    /* FILTER, QUERY_QUANTITY in cents, code per */
    READS_EUROS,     /* FILTER, QUERY_QUANTITY in cents */
    READS_TIMES,     /* FILTER, QUERY_QUANTITY, code unit */
    READS_DATES,     /* FILTER, QUERY_DATE */
    READS_LITERALS,  /* FILTER, QUERY_TEXT */
    READS_LANGUAGES, /* FILTER, QUERY_TEXT, a language tag */
    READS_COUNTRIES, /* FILTER, QUERY_TEXT, two capital letters */
    READS_IDS,       /* FILTER, QUERY_RECORD: the record itself, of any kind; no narrower one */
    READS_BACK,      /* FILTER, QUERY_RECORD: records that a record of that kind is about */
    READS_SOURCES, /* FILTER, QUERY_RECORD: records with a claim from that source, or read in it */
    READS_ASSERTERS, /* FILTER, QUERY_CODE: records with a claim of that asserter */
    READS_KINDS,     /* KIND */
    READS_FIELDS,    /* HAS: the clause has the qualifier that was named as a value */
    READING_COUNT
};

/* Over what an intervention answers besides what it states itself. */
enum reach
{
    REACH_OWN,
    REACH_EVALUATIONS, /* what evaluations of it state */
    REACH_RATINGS,     /* what ratings of it state */
    REACH_BOTH
};

enum qualifier
{
#define QUALIFIER(NAME, nl, en, READING, FIELD, INSIDE, RELATION, REACH, about_nl, about_en)       \
    QUALIFIER_##NAME,
#define ALSO(NAME, name)
#include "query/qualifiers.def"
#undef QUALIFIER
#undef ALSO
    QUALIFIER_COUNT,
    QUALIFIER_NONE = 0xFFFF
};

struct qualifier_format
{
    const char *name[2]; /* by enum intv_language */
    enum reading reading;
    enum field field;   /* FIELD_COUNT when it is about no field */
    enum field inside;  /* the field directly around it; FIELD_COUNT when any will do */
    uint32_t relations; /* of a fact, or of that around it when `inside` is set: set of 1 << code,
                      where 1 << 0 is not stated; 0 when any will do */
    enum reach reach;
    const char *explanation[2];
};

extern const struct qualifier_format QUALIFIERS[QUALIFIER_COUNT];

/* Whether two names are the same: letters A-Z as a-z, hyphens and underscores as spaces. */
bool qualifier_is_same_name(struct text one, struct text other);

/* By Dutch, English or other name; QUALIFIER_NONE when there is none. */
enum qualifier qualifier_find(struct text name);

/* Name that is nearest to what was written; NULL when nothing is near. */
const char *qualifier_suggest(struct text written);

/* Code list of its values; LIST_NONE when they are no codes. */
enum code_list qualifier_list(enum qualifier qualifier);

/* Kinds of record that are its values; 0 when they are no records. */
kind_set qualifier_kinds(enum qualifier qualifier);

/* Scheme of the concepts that are its values; NULL when it has no scheme of its own. */
const char *qualifier_scheme(enum qualifier qualifier);

/* Set of 1 << enum intv_comparison. */
uint32_t qualifier_comparisons(enum qualifier qualifier);

/* Whether the field is one of claims, so that it may state `none`, and not be read or found. */
bool qualifier_is_claim(enum qualifier qualifier);

/* Whether `has:qualifier` means something, and `qualifier:unknown`. */
bool qualifier_may_be_had(enum qualifier qualifier);

#endif
