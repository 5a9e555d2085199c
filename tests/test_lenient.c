/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The lenient loader as an object, and the blocks it makes. What it leaves out, and what of a
 * document remains, is in test_lenient.py.
 */
#include "loading.h"

#include "model/catalogue.h"

#define MUNICIPALITY(id, more)                                                                     \
    "<municipality id='" id "'><name>" id "</name>" more "</municipality>"
#define BROADER(id) "<broader ref='" id "'/>"

static void
load_leniently(const char *document)
{
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("test.xml", document);
    ck_assert_int_eq(load(), INTV_OK);
}

static bool
is_same_block(const struct intv_catalogue *one, const struct intv_catalogue *other)
{
    return one->header->size == other->header->size &&
           memcmp(one->header, other->header, (size_t)one->header->size) == 0;
}

/* Loads the paths strictly and leniently; the blocks are the same. */
static void
assert_same_both_ways(const char *path)
{
    start_again();
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    ck_assert_int_eq(load(), INTV_OK);
    struct intv_catalogue *strict = intv_catalogue_ref(catalogue);
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_msg(is_same_block(strict, catalogue), "%s", path);
    intv_catalogue_unref(strict);
}

START_TEST(lenient_load_of_a_valid_catalogue_is_the_strict_one_byte_for_byte)
{
    static const char *const NAMES[] = {
        "everything",         "conflicts",  "diamond",   "provenance",         "silence",
        "newer-minor-format", "quantities", "local-ids", "foreign-namespaces", "languages"};
    const char *fixtures = getenv("INTV_FIXTURES");
    const char *data = getenv("INTV_DATA");
    char path[1000];
    ck_assert(fixtures != NULL && data != NULL);
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        snprintf(path, sizeof(path), "%s/valid/%s.xml", fixtures, NAMES[i]);
        assert_same_both_ways(path);
    }
    assert_same_both_ways(data);
    ck_assert_uint_gt(catalogue->record_count, 500);
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 0);
    ck_assert_uint_eq(intv_catalogue_get_dropped_records(catalogue), 0);
    ck_assert_uint_eq(intv_catalogue_get_dropped_facts(catalogue), 0);
}
END_TEST

/* What was wrong leaves nothing behind but the marks: without any, the blocks differ in no byte. */
START_TEST(lenient_load_without_marks_differs_in_the_header_only)
{
    load_leniently(OPENING ORGANISATION "<organisation/>" CLOSING);
    struct intv_catalogue *lenient = intv_catalogue_ref(catalogue);
    assert_load(INTV_OK, "", LOAD(ORGANISATION));
    ck_assert_uint_eq(lenient->header->size, catalogue->header->size);
    ck_assert_int_eq(memcmp((const char *)lenient->header + sizeof(struct block_header),
                            (const char *)catalogue->header + sizeof(struct block_header),
                            (size_t)catalogue->header->size - sizeof(struct block_header)),
                     0);
    ck_assert_uint_eq(lenient->header->dropped_records, 1);
    ck_assert_uint_eq(lenient->header->is_incomplete, 1);
    intv_catalogue_unref(lenient);
}
END_TEST

START_TEST(lenient_load_again_gives_the_same_bytes)
{
    load_leniently(OPENING ORGANISATION ORGANISATION PROGRAMME(
        "<organisation ref='maker'/><organisation ref='none'/><cost value='x'/>") CLOSING);
    struct intv_catalogue *first = intv_catalogue_ref(catalogue);
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert(is_same_block(first, catalogue));
    ck_assert_uint_eq(intv_catalogue_get_dropped_records(catalogue), 1);
    ck_assert_uint_eq(intv_catalogue_get_dropped_facts(catalogue), 2);
    intv_catalogue_unref(first);
}
END_TEST

START_TEST(loader_is_strict_until_it_is_told_otherwise)
{
    static const char WRONG[] = OPENING ORGANISATION "<organisation/>" CLOSING;
    start_again();
    add_document("test.xml", WRONG);
    ck_assert_int_eq(load(), INTV_ERROR_INVALID);
    ck_assert_ptr_null(catalogue);
    ck_assert_int_eq(intv_loader_set_lenient(loader, 7), INTV_OK);
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_int_eq(intv_loader_set_lenient(loader, 0), INTV_OK);
    ck_assert_int_eq(load(), INTV_ERROR_INVALID);
    ck_assert_ptr_null(catalogue);
    ck_assert_int_eq(intv_loader_set_lenient(NULL, 1), INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(lenient_load_works_without_diagnostics)
{
    start_again();
    intv_loader_set_lenient(loader, 1);
    add_document("test.xml", OPENING ORGANISATION "<organisation/><nothing/>" CLOSING);
    add_document("bad.xml", "no XML");
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_OK);
    ck_assert_uint_eq(catalogue->record_count, 1);
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
}
END_TEST

START_TEST(lenient_load_of_nothing_is_refused)
{
    intv_loader_set_lenient(loader, 1);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "nothing-to-load", load());
}
END_TEST

/* Ancestors are computed anew: those over what went are gone, those over what stayed are not. */
START_TEST(lenient_load_computes_ancestors_of_what_is_left)
{
    load_leniently(OPENING MUNICIPALITY("a", BROADER("b") BROADER("top")) MUNICIPALITY(
        "b", BROADER("a") BROADER("gone") BROADER("top")) MUNICIPALITY("top", "") CLOSING);
    const uint32_t a = intv_catalogue_find(catalogue, INTV_KIND_MUNICIPALITY, "a");
    const uint32_t b = intv_catalogue_find(catalogue, INTV_KIND_MUNICIPALITY, "b");
    const uint32_t top = intv_catalogue_find(catalogue, INTV_KIND_MUNICIPALITY, "top");
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, a), 2);
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, b), 2);
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, top), 1);
    ck_assert(catalogue_is_ancestor(catalogue, top, a) && !catalogue_is_ancestor(catalogue, a, b));
    ck_assert(catalogue_lost_broader(catalogue, a) && catalogue_lost_broader(catalogue, b));
    ck_assert(!catalogue_lost_broader(catalogue, top));
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, top), 2);
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, a), 0);
}
END_TEST

static unsigned
find_loss(const char *id)
{
    return catalogue->records[intv_catalogue_find(catalogue, INTV_KIND_MUNICIPALITY, id)]
        .lost_broader;
}

/* One byte of each record, worked out when loading: a match asks for it at every pair. */
START_TEST(lenient_load_marks_every_record_below_a_lost_broader_one)
{
    load_leniently(OPENING MUNICIPALITY("a", BROADER("b")) MUNICIPALITY("b", BROADER("c"))
                       MUNICIPALITY("c", BROADER("gone") BROADER("top"))
                           MUNICIPALITY("d", BROADER("e")) MUNICIPALITY("e", "<mood/>")
                               MUNICIPALITY("f", BROADER("top")) MUNICIPALITY("top", "") CLOSING);
    ck_assert_uint_eq(find_loss("a"), LOST_BROADER_ANYWHERE);
    ck_assert_uint_eq(find_loss("b"), LOST_BROADER_ANYWHERE);
    ck_assert_uint_eq(find_loss("c"), LOST_BROADER_HERE | LOST_BROADER_ANYWHERE);
    ck_assert_uint_eq(find_loss("d"), LOST_BROADER_ANYWHERE);
    ck_assert_uint_eq(find_loss("e"), LOST_BROADER_HERE | LOST_BROADER_ANYWHERE);
    ck_assert_uint_eq(find_loss("f"), 0);
    ck_assert_uint_eq(find_loss("top"), 0);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("lenient");
    TCase *tests = tcase_create("lenient loads");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, lenient_load_of_a_valid_catalogue_is_the_strict_one_byte_for_byte);
    tcase_add_test(tests, lenient_load_without_marks_differs_in_the_header_only);
    tcase_add_test(tests, lenient_load_again_gives_the_same_bytes);
    tcase_add_test(tests, loader_is_strict_until_it_is_told_otherwise);
    tcase_add_test(tests, lenient_load_works_without_diagnostics);
    tcase_add_test(tests, lenient_load_of_nothing_is_refused);
    tcase_add_test(tests, lenient_load_computes_ancestors_of_what_is_left);
    tcase_add_test(tests, lenient_load_marks_every_record_below_a_lost_broader_one);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
