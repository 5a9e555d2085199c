/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Making an index while memory runs out: every allocation fails in turn, once or from then on. The
 * index says that there is no memory, or is the same as ever; nothing leaks.
 */
#include "index/build.h"

#include "index_lists.h"
#include "scarce_memory.h"

/* Compounds, a rating, findings, and enough different words that tables grow. */
static char *
make_document(void)
{
    const size_t size = 64 * 1024;
    char *document = malloc(size);
    ck_assert_ptr_nonnull(document);
    const size_t end = strlen(SMALL) - strlen(CLOSING);
    memcpy(document, SMALL, end);
    size_t used =
        end + (size_t)snprintf(document + end, size - end,
                               "<scheme id='list'><label>Lijst</label></scheme>"
                               "<concept id='good' scheme='list'><label>Goed</label></concept>"
                               "<rating id='r' of='walk' classification='list'"
                               " asserted-by='editor'><rated ref='good'/></rating>"
                               "<organisation id='o'><name>Zebra giraf zebragiraf</name><note>");
    for (unsigned i = 0; i < 520; i++)
        used += (size_t)snprintf(document + used, size - used, "w%uw ", i);
    snprintf(document + used, size - used, "</note></organisation>" CLOSING);
    return document;
}

static void
load_words(void)
{
    char *document = make_document();
    make_loader();
    add_document("test.xml", document);
    assert_load(INTV_OK, "", load());
    free(document);
}

static void
assert_index_is_that_of_the_block(const struct index_rows *rows)
{
    const struct block_header *header = catalogue->header;
    for (unsigned i = SECTION_INDEX_FIRST; i < SECTION_COUNT; i++) {
        const char *bytes = (const char *)header + header->sections[i].offset;
        ck_assert_uint_eq(rows->sections[i].count, header->sections[i].count);
        if (rows->sections[i].count > 0)
            ck_assert_int_eq(
                memcmp(rows->sections[i].rows, bytes, rows->sections[i].count * BLOCK_ROW_SIZES[i]),
                0);
    }
    ck_assert_uint_eq(rows->length_total, header->length_total);
}

/* Gives how many allocations an index takes. */
static size_t
sweep(void)
{
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    size_t left = 0;
    for (; status != INTV_OK; left += sweep_step()) {
        struct index_rows rows = {.length_total = 0};
        allocations_left = left;
        status = index_build(catalogue, NULL, &rows);
        allocations_left = SIZE_MAX;
        ck_assert_msg(status == INTV_OK || status == INTV_ERROR_NO_MEMORY, "%s after %zu",
                      intv_status_get_name(status), left);
        if (status == INTV_OK)
            assert_index_is_that_of_the_block(&rows);
        index_free_rows(&rows);
    }
    return left;
}

START_TEST(index_without_memory_says_so_and_leaks_nothing)
{
    fails_once = false;
    ck_assert_uint_gt(sweep(), 100);
}
END_TEST

START_TEST(index_that_misses_memory_once_says_so_and_leaks_nothing)
{
    fails_once = true;
    ck_assert_uint_gt(sweep(), 100);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("index memory");
    TCase *tests = tcase_create("index memory");
    tcase_add_checked_fixture(tests, load_words, free_loader);
    tcase_add_test(tests, index_without_memory_says_so_and_leaks_nothing);
    tcase_add_test(tests, index_that_misses_memory_once_says_so_and_leaks_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
