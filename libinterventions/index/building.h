/* SPDX-License-Identifier: EUPL-1.2 */
/* An index under construction: what the files that make it fill one after another. */
#ifndef INDEX_BUILDING_H
#define INDEX_BUILDING_H

#include "index/build.h"
#include "index/dictionary.h"
#include "index/words.h"

/* A word where it stands in a text. */
struct spot
{
    uint32_t term; /* number in the dictionary */
    uint32_t position : 24;
    uint32_t span : 8;
};

struct building
{
    const struct intv_catalogue *catalogue;
    const struct index_watch *watch;
    struct index_rows *rows;
    uint32_t text_count;
    uint32_t steps; /* facts, words and records that were looked at */

    struct dictionary terms;
    struct spot *spots; /* of all texts, and then of all ids */
    size_t spot_count;
    size_t spot_capacity;
    uint32_t *spot_firsts; /* of each text, then of each id, and the end */

    uint32_t *order; /* numbers in the dictionary, in the order of term rows */
    uint32_t *ranks; /* term row of each number in the dictionary */
};

/* Words of every text that is searched and of every id: index/reading.c. */
enum intv_status building_read(struct building *building);

/* Rows of terms, stems and parts of compounds: index/terms.c, index/stem_rows.c, index/part_rows.c. */
enum intv_status building_make_terms(struct building *building);
enum intv_status building_make_stems(struct building *building);
enum intv_status building_make_parts(struct building *building);

/* Postings, occurrences and lengths; after the terms: index/posting_rows.c. */
enum intv_status building_make_postings(struct building *building);

/* Sets of records that say the same: index/facet_rows.c. */
enum intv_status building_make_facets(struct building *building);

/* Facts by field, and records by name: index/orders.c. */
enum intv_status building_make_orders(struct building *building);

/* Zeroed rows of a section that has none yet; NULL when there is no memory. */
void *building_new_rows(struct building *building, enum block_section section, size_t count);

/* Puts a text with the words of the index; NO_MEMORY, or LIMIT. */
enum intv_status building_add_word(struct building *building, struct text word, uint32_t *offset);

/* One more step was taken: whether to go on, asked so seldom that small catalogues never are. */
static inline enum intv_status
building_step(struct building *building)
{
    const struct index_watch *watch = building->watch;
    building->steps++;
    return building->steps % 1024 == 0 && watch != NULL ? watch->ask(watch->user) : INTV_OK;
}

#endif
