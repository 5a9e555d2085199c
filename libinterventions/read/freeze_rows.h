/* SPDX-License-Identifier: EUPL-1.2 */
/* A block under construction: what freeze.c and freeze_names.c fill together. */
#ifndef READ_FREEZE_ROWS_H
#define READ_FREEZE_ROWS_H

#include "read/staging.h"

enum
{
    LANGUAGES_REMEMBERED = 8
};

struct rows
{
    void *rows;
    size_t count;
    size_t capacity;
};

struct freezer
{
    const struct staging *staging;
    struct rows sections[SECTION_COUNT];
    uint32_t *fact_numbers;       /* frozen number of each staged fact */
    uint32_t *sequence;           /* staged facts in frozen order */
    uint32_t *provenance_numbers; /* frozen number of each staged provenance, or INTV_NONE */
    bool too_large;               /* something does not fit the rows of the block */
    struct text languages[LANGUAGES_REMEMBERED];
    uint32_t language_offsets[LANGUAGES_REMEMBERED];
    struct block_header header;
};

/* Room for count more rows of a section, zeroed; NULL when there is none. */
void *freeze_add_rows(struct freezer *freezer, enum block_section section, size_t count);

bool freeze_add_pool(struct freezer *freezer, struct text text, uint32_t *offset);

/* After the facts. */
enum intv_status freeze_names(struct freezer *freezer);

#endif
