/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/citations.h"

#include <stdlib.h>

#include "base/memory.h"

/* Strings are borrowed from the catalogue. */
struct citation
{
    size_t order; /* in which it was added */
    uint32_t source;
    uint32_t via;
    uint32_t layer; /* of the claim */
    const char *locator;
    const char *asserter;
    const char *strength;
};

void
citations_free(struct citations *citations)
{
    memory_free(citations->rows);
    *citations = (struct citations){NULL, 0, 0};
}

void
citations_add(struct citations *citations, struct json *json,
              const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct citation row = {.order = citations->count,
                                 .source = intv_fact_get_source(catalogue, fact),
                                 .via = intv_fact_get_via(catalogue, fact),
                                 .layer = intv_fact_get_layer(catalogue, fact),
                                 .locator = intv_fact_get_locator(catalogue, fact),
                                 .asserter = intv_fact_get_asserter(catalogue, fact),
                                 .strength = intv_fact_get_strength(catalogue, fact)};
    if (row.source == INTV_NONE && row.asserter[0] == '\0')
        return;
    if (memory_reserve(&citations->rows, &citations->capacity, citations->count + 1, sizeof(row)))
        citations->rows[citations->count++] = row;
    else
        json_fail(json, INTV_ERROR_NO_MEMORY);
}

static int
compare_numbers(uint64_t one, uint64_t other)
{
    return (one > other) - (one < other);
}

static int
compare_cited(const struct citation *one, const struct citation *other)
{
    int order = compare_numbers(one->source, other->source);
    if (order == 0)
        order = compare_numbers(one->via, other->via);
    if (order == 0)
        order = compare_numbers(one->layer, other->layer);
    if (order == 0)
        order = strcmp(one->locator, other->locator);
    if (order == 0)
        order = strcmp(one->asserter, other->asserter);
    return order != 0 ? order : strcmp(one->strength, other->strength);
}

/* Equal citations together, the one that came first in front. */
static int
compare_rows(const void *one, const void *other)
{
    const struct citation *a = one;
    const struct citation *b = other;
    const int order = compare_cited(a, b);
    return order != 0 ? order : compare_numbers(a->order, b->order);
}

static int
compare_orders(const void *one, const void *other)
{
    const struct citation *a = one;
    const struct citation *b = other;
    return compare_numbers(a->order, b->order);
}

/* Sorting twice stays fast when a record has very many claims. */
static void
drop_repeated(struct citations *citations)
{
    struct citation *rows = citations->rows;
    size_t kept = 0;
    if (citations->count < 2)
        return;
    qsort(rows, citations->count, sizeof(*rows), compare_rows);
    for (size_t i = 0; i < citations->count; i++)
        if (kept == 0 || compare_cited(&rows[kept - 1], &rows[i]) != 0)
            rows[kept++] = rows[i];
    citations->count = kept;
    qsort(rows, kept, sizeof(*rows), compare_orders);
}

static void
write_citation(const struct citation *row, struct json *json,
               const struct intv_catalogue *catalogue)
{
    json_open_object(json);
    json_key(json, "id");
    pieces_id(json, catalogue, row->source);
    json_key(json, "via");
    pieces_id(json, catalogue, row->via);
    json_key_string_or_null(json, "locator", row->locator);
    json_key_string_or_null(json, "asserted_by", row->asserter);
    json_key_string_or_null(json, "strength", row->strength);
    json_key_unsigned(json, "layer", row->layer);
    json_close(json);
}

void
citations_write(struct citations *citations, struct json *json,
                const struct intv_catalogue *catalogue)
{
    drop_repeated(citations);
    json_open_array(json);
    for (size_t i = 0; i < citations->count; i++)
        write_citation(&citations->rows[i], json, catalogue);
    json_close(json);
    citations->count = 0;
}

void
citations_write_one(struct citations *citations, struct json *json,
                    const struct intv_catalogue *catalogue, uint32_t fact)
{
    citations->count = 0;
    citations_add(citations, json, catalogue, fact);
    citations_write(citations, json, catalogue);
}
