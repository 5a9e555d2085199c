/* SPDX-License-Identifier: EUPL-1.2 */
#include "index/build.h"

#include "base/memory.h"

enum intv_status
index_build(const struct intv_catalogue *catalogue, const struct index_watch *watch,
            struct index_rows *rows)
{
    (void)catalogue;
    (void)rows;
    return watch != NULL ? watch->ask(watch->user) : INTV_OK;
}

void
index_free_rows(struct index_rows *rows)
{
    for (unsigned i = 0; i < SECTION_COUNT; i++) {
        memory_free(rows->sections[i].rows);
        rows->sections[i] = (struct index_section){NULL, 0, 0};
    }
}
