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

/* ---- over a compiled catalogue ---- */

#define LOCAL(records)                                                                             \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2027' publisher='town'"             \
    " licence='CC0-1.0' xml:lang='nl'>" records CLOSING
#define CONCEPT(id) "<concept id='" id "' scheme='setting'><label>" id "</label></concept>"

/* Claims that contradict each other, the one that says so before and behind the other. */
static const char CONTRADICTIONS[] =
    OPENING "<scheme id='setting'><label>S</label></scheme>" CONCEPT("home") CONCEPT("school")
        CONCEPT("street") PROGRAMME("<setting concept='home' conflicts-with='c'/>"
                                    "<setting concept='school' claim='b'/>"
                                    "<setting concept='school' claim='c'/>"
                                    "<setting concept='street' conflicts-with='b'/>"
                                    "<setting concept='home'/>") CLOSING;

/* A path of documents, or else the one above. */
static void
add_national(const char *path)
{
    if (path != NULL)
        ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    else
        add_document("national.xml", CONTRADICTIONS);
}

static void
lay_over(const char *local)
{
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", local);
    ck_assert_msg(load() == INTV_OK, "%s: %s", local, reported());
}

/* Number of facts that went under the local catalogue, over the documents and over the compiled. */
static uint32_t
assert_same_over_compiled(const char *path, struct intv_catalogue *compiled, const char *local)
{
    start_again();
    add_national(path);
    lay_over(local);
    struct intv_catalogue *documents = intv_catalogue_ref(catalogue);
    start_again();
    ck_assert_int_eq(intv_loader_add_catalogue(loader, compiled), INTV_OK);
    lay_over(local);
    ck_assert_msg(is_same_block(documents, catalogue), "%s under %s", path, local);
    intv_catalogue_unref(documents);
    return intv_catalogue_get_dropped_facts(catalogue);
}

/*
 * Puts concepts in another scheme, and replaces them by one that goes for want of a scheme: twenty at
 * most of a catalogue.
 */
static uint32_t
wrong_concepts(const char *path)
{
    static const char *const SCHEMES[] = {"town.other", "none"};
    char local[1000];
    uint32_t dropped = 0;
    start_again();
    add_national(path);
    ck_assert_int_eq(load(), INTV_OK);
    struct intv_catalogue *compiled = intv_catalogue_ref(catalogue);
    const uint32_t count = intv_catalogue_get_record_count(compiled, INTV_KIND_CONCEPT);
    for (uint32_t i = 0; i < count; i += count / 20 + 1)
        for (size_t k = 0; k < sizeof(SCHEMES) / sizeof(SCHEMES[0]); k++) {
            const uint32_t concept = intv_catalogue_get_record(compiled, INTV_KIND_CONCEPT, i);
            snprintf(local, sizeof(local),
                     LOCAL("<scheme id='town.other'><label>O</label></scheme><concept id='%s' "
                           "replaces='%s' scheme='%s'><label>L</label></concept>"),
                     intv_record_get_id(compiled, concept), intv_catalogue_get_edition(compiled),
                     SCHEMES[k]);
            dropped += assert_same_over_compiled(path, compiled, local);
        }
    intv_catalogue_unref(compiled);
    return dropped;
}

START_TEST(lenient_load_over_a_compiled_catalogue_is_that_over_its_documents)
{
    const char *fixtures = getenv("INTV_FIXTURES");
    const char *data = getenv("INTV_DATA");
    char path[1000];
    ck_assert(fixtures != NULL && data != NULL);
    snprintf(path, sizeof(path), "%s/valid/everything.xml", fixtures);
    ck_assert_uint_gt(wrong_concepts(path), 10);
    ck_assert_uint_gt(wrong_concepts(data), 10);
    /* Without home the other of each pair goes, and so on: 3, 4 and 2 of the settings, twice. */
    ck_assert_uint_eq(wrong_concepts(NULL), 2 * (3 + 4 + 2));
}
END_TEST

START_TEST(lenient_load_names_the_claim_that_another_contradicts)
{
    char message[500];
    start_again();
    add_document("national.xml", CONTRADICTIONS);
    lay_over(LOCAL("<concept id='school' replaces='2026-11-23' scheme='none'><label>L</label>"
                   "</concept>"));
    ck_assert_str_eq(reported(), "dangling-reference wrong-scheme wrong-scheme dropped-fact "
                                 "dropped-fact dropped-record");
    intv_diagnostics_get_message(diagnostics, 3, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message,
                     "setting was left out here, because claim b is missing, wrong or left "
                     "out itself.");
}
END_TEST

/* ---- what an earlier load left out ---- */

#define EVALUATED(facts)                                                                           \
    OPENING PROGRAMME("") "<evaluation id='e' status='published' asserted-by='editor'>"            \
                          "<title>E</title>" facts "</evaluation>" CLOSING

/* A catalogue that an earlier load left something out of; a new reference. */
static struct intv_catalogue *
load_incomplete(const char *document)
{
    load_leniently(document);
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
    struct intv_catalogue *incomplete = intv_catalogue_ref(catalogue);
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    return incomplete;
}

/* What only says that something was left out, is no part that a record can do with. */
START_TEST(fact_left_out_before_is_no_required_part)
{
    struct intv_catalogue *incomplete =
        load_incomplete(EVALUATED("<evaluates ref='talk'/><evaluates ref='none'/>"));
    add_document("first.xml", OPENING "<intervention id='talk' kind='intervention'/>" CLOSING);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, incomplete), INTV_OK);
    assert_load(INTV_OK,
                "duplicate-id missing-part dropped-record dropped-record dropped-fact "
                "dropped-record",
                load());
    ck_assert_uint_eq(catalogue->record_count, 0);
    intv_catalogue_unref(incomplete);
}
END_TEST

START_TEST(facts_of_a_field_left_out_in_two_loads_leave_one_silent_fact)
{
    struct intv_catalogue *incomplete = load_incomplete(
        OPENING "<scheme id='setting'><label>S</label></scheme>" CONCEPT("home") CONCEPT("street")
            PROGRAMME("<setting concept='home'/><setting concept='none'/>"
                      "<setting concept='home'/><setting concept='street'/>") CLOSING);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, incomplete), INTV_OK);
    lay_over(LOCAL("<concept id='home' replaces='2026-11-23' scheme='none'><label>L</label>"
                   "</concept>"));
    const uint32_t talk = intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, "talk");
    const uint32_t silent = intv_record_find_fact(catalogue, talk, "setting", 0);
    const uint32_t stated = intv_record_find_fact(catalogue, talk, "setting", 1);
    ck_assert_str_eq(intv_fact_get_silence(catalogue, silent), "dropped");
    ck_assert_str_eq(intv_fact_get_silence(catalogue, stated), "");
    ck_assert_uint_eq(intv_record_find_fact(catalogue, talk, "setting", 2), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_get_dropped_facts(catalogue), 3);
    intv_catalogue_unref(incomplete);
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
    tcase_add_test(tests, lenient_load_over_a_compiled_catalogue_is_that_over_its_documents);
    tcase_add_test(tests, lenient_load_names_the_claim_that_another_contradicts);
    tcase_add_test(tests, fact_left_out_before_is_no_required_part);
    tcase_add_test(tests, facts_of_a_field_left_out_in_two_loads_leave_one_silent_fact);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
