/* SPDX-License-Identifier: EUPL-1.2 */
/* Copying the candidates of a match, as rows or by column; and the names of all columns. */
#include <interventions/rows.h>

#include "base/rows.h"
#include "match/match.h"

#define NOTHING(NAME, member, expression)
#define MEMBER(NAME, member, expression) #member,

/* ---- candidates ---- */

static struct intv_candidate_row
make_candidate(const struct match_row *row)
{
    struct intv_candidate_row made = {0};
#define CANDIDATE_COLUMN(NAME, member, expression)                                                 \
    made.member = (__typeof__(made.member))(expression);
#include "match/columns.def"
#undef CANDIDATE_COLUMN
    return made;
}

static bool
has_rows(const struct intv_match *match, size_t first, size_t count)
{
    return match != NULL && rows_are_within(first, count, match->count);
}

enum intv_status
intv_match_copy_candidates(const struct intv_match *match, size_t first, size_t count,
                           struct intv_candidate_row *rows)
{
    struct rows room;
    if (!has_rows(match, first, count) ||
        (count > 0 && !rows_open(&room, rows, sizeof(*rows), _Alignof(struct intv_candidate_row))))
        return INTV_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < count; i++) {
        const struct intv_candidate_row made = make_candidate(&match->rows[first + i]);
        rows_put(&room, i, &made);
    }
    return INTV_OK;
}

#define CANDIDATE_COLUMN(NAME, member, expression)                                                 \
    case INTV_CANDIDATE_COLUMN_##NAME:                                                             \
        for (size_t i = 0; i < count; i++) {                                                       \
            const struct match_row *row = &match->rows[first + i];                                 \
            values[i] = (int64_t)(expression);                                                     \
        }                                                                                          \
        return INTV_OK;

enum intv_status
intv_match_copy_column(const struct intv_match *match, enum intv_candidate_column column,
                       size_t first, size_t count, int64_t *values)
{
    if (!has_rows(match, first, count) || (values == NULL && count > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    switch (column) {
#include "match/columns.def"
    }
    return INTV_ERROR_INVALID_ARGUMENT;
}
#undef CANDIDATE_COLUMN

/* ---- names ---- */

#define RECORD_COLUMN MEMBER
#define FACT_COLUMN NOTHING
#define TEXT_COLUMN NOTHING
static const char *const RECORD_COLUMNS[] = {
#include "model/columns.def"
};
#undef RECORD_COLUMN
#undef FACT_COLUMN

#define RECORD_COLUMN NOTHING
#define FACT_COLUMN MEMBER
static const char *const FACT_COLUMNS[] = {
#include "model/columns.def"
};
#undef FACT_COLUMN
#undef TEXT_COLUMN

#define FACT_COLUMN NOTHING
#define TEXT_COLUMN MEMBER
static const char *const TEXT_COLUMNS[] = {
#include "model/columns.def"
};

#define CANDIDATE_COLUMN MEMBER
static const char *const CANDIDATE_COLUMNS[] = {
#include "match/columns.def"
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

struct columns
{
    const char *const *names;
    size_t count;
};

const char *
intv_column_get_name(enum intv_table table, uint32_t column)
{
    static const struct columns TABLES[] = {
        [INTV_TABLE_RECORDS] = {RECORD_COLUMNS, LENGTH(RECORD_COLUMNS)},
        [INTV_TABLE_FACTS] = {FACT_COLUMNS, LENGTH(FACT_COLUMNS)},
        [INTV_TABLE_TEXTS] = {TEXT_COLUMNS, LENGTH(TEXT_COLUMNS)},
        [INTV_TABLE_CANDIDATES] = {CANDIDATE_COLUMNS, LENGTH(CANDIDATE_COLUMNS)},
    };
    if ((size_t)table >= LENGTH(TABLES) || column >= TABLES[table].count)
        return NULL;
    return TABLES[table].names[column];
}
