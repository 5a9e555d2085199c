/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields of criteria (fields.def) as a table. */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

#include "model/format.h"

enum criterion_field
{
#define CRITERION(NAME, en, nl, FIELD, MODE, OPENNESS, APPLIES, asked) CRITERION_##NAME,
#include "model/fields.def"
#undef CRITERION
    CRITERION_COUNT
};

enum criterion_mode
{
    MODE_COVERS,
    MODE_IS_A,
    MODE_FINDINGS,
    MODE_AGE,
    MODE_AT_MOST,
    MODE_SAME
};

struct criterion_format
{
    const char *name[2]; /* by enum intv_language */
    enum field field;
    enum criterion_mode mode;
    bool is_closed;
    bool skips_types;
    const char *asked;
};

extern const struct criterion_format CRITERION_FORMATS[CRITERION_COUNT];

/* By Dutch or English name, letters A-Z as a-z; CRITERION_COUNT when there is none. */
enum criterion_field criterion_find(struct text name);

/* Kinds of record that the options of a criterion name; 0 when they are not records. */
kind_set criterion_kinds(enum criterion_field field);

/* Scheme of the concepts that are its options; NULL when they are not concepts. */
const char *criterion_scheme(enum criterion_field field);

#endif
