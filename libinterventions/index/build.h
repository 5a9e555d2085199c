/* SPDX-License-Identifier: EUPL-1.2 */
/* Making the index of a catalogue: what index/words.h and index/facets.h find. */
#ifndef INDEX_BUILD_H
#define INDEX_BUILD_H

#include "model/catalogue.h"

/* Rows of one section of the index. */
struct index_section
{
    void *rows;
    size_t count;
    size_t capacity;
};

struct index_rows
{
    struct index_section sections[SECTION_COUNT]; /* those of the index are filled */
    uint64_t length_total;
};

/*
 * Asked now and then while the index of a big catalogue is made; anything but INTV_OK ends it with
 * that status.
 */
struct index_watch
{
    enum intv_status (*ask)(void *user);
    void *user;
};

/*
 * Makes the index of a catalogue whose block has none. The rows are the same each time. Free them
 * with index_free_rows(), also after a failure: INTV_ERROR_NO_MEMORY, INTV_ERROR_LIMIT when it would
 * not fit 32-bit numbers, INTV_ERROR_INTERNAL when the data of ICU cannot be used, or what the watch
 * said. `watch` may be NULL.
 */
enum intv_status index_build(const struct intv_catalogue *catalogue,
                             const struct index_watch *watch, struct index_rows *rows);

void index_free_rows(struct index_rows *rows);

#endif
