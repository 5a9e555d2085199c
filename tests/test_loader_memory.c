/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Loading while memory runs out: every allocation of a load, of the library and of libxml2, fails in
 * turn, once or from then on. The load says that there is no memory, or gives the same catalogue,
 * never another one; nothing crashes, nothing of the library leaks, and the next load of the same
 * loader goes well.
 */
#include "loading.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

#include "model/catalogue.h"
#include "scarce_memory.h"

/* ---- the memory of libxml2 ---- */

/*
 * What libxml2 holds, so that what it loses itself when memory fails (it does, in version 2.9) is
 * not taken for a leak of the library: it is freed behind each load.
 */
struct held
{
    struct held *older;
    struct held *newer;
};

static struct held newest = {&newest, &newest};

/* Failing allocations of libxml2 are counted apart. */
static size_t xml_allocations_left = SIZE_MAX;

static bool
xml_may_allocate(void)
{
    if (xml_allocations_left == 0) {
        xml_allocations_left = fails_once ? SIZE_MAX : 0;
        return false;
    }
    if (xml_allocations_left != SIZE_MAX)
        xml_allocations_left--;
    return true;
}

static void
hold(struct held *block)
{
    block->older = newest.older;
    block->newer = &newest;
    newest.older->newer = block;
    newest.older = block;
}

static void
let_go(struct held *block)
{
    block->older->newer = block->newer;
    block->newer->older = block->older;
}

static void *
xml_malloc(size_t size)
{
    struct held *block = xml_may_allocate() ? malloc(sizeof(*block) + size) : NULL;
    if (block == NULL)
        return NULL;
    hold(block);
    return block + 1;
}

static void
xml_free(void *memory)
{
    struct held *block = (struct held *)memory - 1;
    if (memory == NULL)
        return;
    let_go(block);
    free(block);
}

static void *
xml_realloc(void *memory, size_t size)
{
    struct held *block = (struct held *)memory - 1;
    if (memory == NULL)
        return xml_malloc(size);
    if (!xml_may_allocate())
        return NULL;
    let_go(block);
    struct held *moved = realloc(block, sizeof(*block) + size);
    hold(moved != NULL ? moved : block);
    return moved != NULL ? moved + 1 : NULL;
}

static char *
xml_copy(const char *string)
{
    char *copy = xml_malloc(strlen(string) + 1);
    return copy != NULL ? strcpy(copy, string) : NULL;
}

/* The newest block that is held, when libxml2 holds no message of its last error. */
static const struct held *
newest_held(void)
{
    xmlResetLastError();
    return newest.older;
}

/* Frees what was made after `oldest` and is still held. */
static void
free_lost(const struct held *oldest)
{
    xmlResetLastError();
    while (newest.older != oldest)
        xml_free(newest.older + 1);
}

/* ---- the document ---- */

#define FACTS                                                                                      \
    "<setting concept='school'/><limitation claim='a' asserted-by='policy' source='report'"        \
    " via='letter' locator='p. 1'><wording>Ouders &amp; kinderen.</wording><wording "              \
    "xml:lang='en'>"                                                                               \
    "Parents.</wording></limitation><limitation conflicts-with='a'><wording>B</wording>"           \
    "</limitation><sessions min='3' max='none'/><cost value='1' per='group' year='2024'/>"         \
    "<ages><not-stated cause='searched'/></ages><url>https://example.org/</url>"

#define PROGRAMME_CALLED(id)                                                                       \
    "<intervention id='" id "' kind='intervention' asserted-by='editor'><name>\xC3\x89\xC3\xA9n "  \
    "programma</name><!-- een opmerking -->" FACTS "</intervention>\n"

#define TWO(id) PROGRAMME_CALLED(id "1") PROGRAMME_CALLED(id "2")
#define EIGHT(id) TWO(id "a") TWO(id "b") TWO(id "c") TWO(id "d")

#define WHAT_THEY_NEED                                                                             \
    "<source id='report' read='whole'><title>R</title></source>"                                   \
    "<source id='letter' read='whole'><title>L</title></source>"                                   \
    "<scheme id='setting'><label>S</label></scheme>"                                               \
    "<concept id='place' scheme='setting'><label>plaats</label></concept>"                         \
    "<concept id='school' scheme='setting'><label>school</label><broader ref='place'/></concept>"  \
    "<organisation id='maker' xmlns:x='urn:x' x:a='b'><name><![CDATA[Maker]]></name>"              \
    "<x:extra><x:more/></x:extra></organisation>"

/* About 9 kB. */
static const char DOCUMENT[] = OPENING WHAT_THEY_NEED EIGHT("a") EIGHT("b") CLOSING;

/* The lowest of layers. */
static const char SMALL[] = OPENING WHAT_THEY_NEED TWO("a") TWO("b") CLOSING;

/* One mistake of every phase: reading, linking, checking. */
static const char WRONG[] =
    OPENING "<source id='Report' read='whole'><title>R</title></source>"
            "<organisation id='maker'><name>M</name><name>N</name></organisation>"
            "<organisation id='maker'><name>M</name></organisation>"
            "<municipality id='m'><name>M</name><broader ref='m'/></municipality>" PROGRAMME(
                "<setting concept='school'/><limitation conflicts-with='a'><wording>B</wording>"
                "</limitation>") CLOSING;

/* Lies over SMALL: replaces a record in the middle, adds one, and leads to one below. */
static const char OVERLAY[] =
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2027' publisher='town'"
    " licence='CC0-1.0'><intervention id='a2' kind='intervention' asserted-by='editor'"
    " replaces='2026-11-23'><name>N</name><part-of ref='town.b'/></intervention>"
    "<intervention id='town.b' kind='intervention' asserted-by='editor'><name>B</name>"
    "<variant-of ref='b1'/></intervention></catalogue>";

/* One mistake of every rule of layers. */
static const char WRONG_OVERLAY[] =
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2027' publisher='tests'"
    " licence='CC0-1.0'><organisation id='desk' replaced-by='desk'><name>N</name></organisation>"
    "<source id='report' read='whole' replaces='2025'><title>R</title></source>"
    "<source id='letter' read='whole'><title>L</title></source>"
    "<source id='tests.a' read='whole' replaces='2025'><title>R</title></source></catalogue>";

static struct intv_catalogue *small; /* what SMALL holds */
static struct intv_catalogue *reference;
static size_t mistakes;

/* ---- what is loaded ---- */

static void
fill_document(void)
{
    add_document("test.xml", DOCUMENT);
}

static void
fill_small(void)
{
    add_document("small.xml", SMALL);
}

static int
go_on(void *user, const char *file, uint64_t done, uint64_t total)
{
    (void)user;
    return file == NULL || (total > 0 && done > total);
}

/* A loaded catalogue, an overlay, and someone who wants to know how far it is. */
static void
fill_layers(void)
{
    ck_assert_int_eq(intv_loader_set_progress(loader, go_on, NULL), INTV_OK);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, small), INTV_OK);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", OVERLAY);
}

/* Loaded catalogues of layers: the upper names are made while loading. */
static void
fill_layers_of_a_catalogue(void)
{
    ck_assert_int_eq(intv_loader_add_catalogue(loader, reference), INTV_OK);
}

/* What cannot be read twice; and a folder, measured beforehand. */
static size_t given;

static int64_t
give(void *user, char *buffer, size_t size)
{
    const char *text = user;
    const size_t left = strlen(text) - given;
    const size_t put = left < size ? left : size;
    memcpy(buffer, text + given, put);
    given += put;
    return (int64_t)put;
}

static void
fill_reader(void)
{
    static char text[sizeof(SMALL)];
    memcpy(text, SMALL, sizeof(SMALL));
    given = 0;
    ck_assert_int_eq(intv_loader_set_progress(loader, go_on, NULL), INTV_OK);
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, text), INTV_OK);
}

static void
fill_folder(void)
{
    char path[1024];
    snprintf(path, sizeof(path), "%s/valid/overlay/1", getenv("INTV_FIXTURES"));
    ck_assert_int_eq(intv_loader_set_progress(loader, go_on, NULL), INTV_OK);
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
}

static void (*fill)(void);

static void
load_reference(void (*what)(void))
{
    fill = what;
    start_again();
    fill();
    assert_load(INTV_OK, "", load());
    intv_catalogue_unref(reference);
    reference = intv_catalogue_ref(catalogue);
}

static void
prepare(void)
{
    allocations_left = xml_allocations_left = SIZE_MAX;
    reference = NULL;
    make_loader();
    load_reference(fill_small);
    small = intv_catalogue_ref(reference);
    load_reference(fill_document);
}

static void
end(void)
{
    allocations_left = xml_allocations_left = SIZE_MAX;
    intv_catalogue_unref(reference);
    intv_catalogue_unref(small);
    free_loader();
}

static bool
is_reference(void)
{
    return catalogue->header->size == reference->header->size &&
           memcmp(catalogue->header, reference->header, (size_t)reference->header->size) == 0;
}

/*
 * Loads with allocation number k failing, of the library or of libxml2, and then as it should be.
 * Gives whether the failure was met.
 */
static bool
load_with_failure(size_t k, bool of_xml)
{
    size_t *left = of_xml ? &xml_allocations_left : &allocations_left;
    const struct held *oldest = newest_held();
    start_again();
    fill();
    *left = k;
    const enum intv_status status = load();
    const bool met = *left == 0 || (fails_once && *left == SIZE_MAX);
    *left = SIZE_MAX;
    /* libxml2 2.9 takes some failures for a fault of the document; it is refused all the same. */
    const bool mistaken = of_xml && status == INTV_ERROR_SYNTAX && catalogue == NULL;
    ck_assert_msg(
        status == INTV_ERROR_NO_MEMORY || mistaken || (status == INTV_OK && is_reference()),
        "allocation %zu%s: status %s, %s, [%s]", k, of_xml ? " of libxml2" : "",
        intv_status_get_name(status), catalogue != NULL ? "another catalogue" : "none", reported());
    if (status == INTV_ERROR_NO_MEMORY)
        ck_assert_msg(strcmp(reported(), "out-of-memory") == 0 && catalogue == NULL,
                      "allocation %zu: [%s]", k, reported());
    mistakes += mistaken;
    free_lost(oldest);
    if (fill == fill_reader) { /* the other loads can be done again with the same loader */
        start_again();
        fill();
    }
    assert_load(INTV_OK, "", load());
    ck_assert(is_reference());
    return met;
}

static void
sweep(bool once, bool of_xml)
{
    size_t k = 0;
    size_t tries = 1;
    fails_once = once;
    mistakes = 0;
    for (; load_with_failure(k, of_xml); k += sweep_step())
        tries++;
    ck_assert_uint_gt(k, 20);
    ck_assert_msg(mistakes <= tries / 4, "%zu of %zu failures are taken for faults", mistakes,
                  tries);
}

START_TEST(load_survives_the_failure_of_any_one_allocation)
{
    sweep(true, false);
}
END_TEST

START_TEST(load_survives_the_failure_of_all_allocations_from_any_on)
{
    sweep(false, false);
}
END_TEST

START_TEST(load_of_layers_survives_the_failure_of_any_allocation)
{
    load_reference(fill_layers);
    sweep(true, false);
    sweep(false, false);
    load_reference(fill_layers_of_a_catalogue);
    sweep(true, false);
    sweep(false, false);
}
END_TEST

START_TEST(load_of_a_function_or_folder_survives_the_failure_of_any_allocation)
{
    load_reference(fill_reader);
    sweep(true, false);
    sweep(false, false);
    load_reference(fill_folder);
    sweep(true, false);
    sweep(false, false);
}
END_TEST

START_TEST(load_survives_the_failure_of_any_one_allocation_of_libxml2)
{
    sweep(true, true);
}
END_TEST

START_TEST(load_survives_the_failure_of_all_allocations_of_libxml2_from_any_on)
{
    sweep(false, true);
}
END_TEST

static void
fill_wrong(void)
{
    add_document("test.xml", WRONG);
}

static void
fill_wrong_layers(void)
{
    fill_small();
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", WRONG_OVERLAY);
}

/* A report that finds no room says so; nothing that is wrong gets lost without a word. */
static void
sweep_reports(const char *tags)
{
    size_t k = 0;
    for (bool met = true; met; k++) {
        fails_once = k % 2 == 0;
        start_again();
        fill();
        allocations_left = k / 2;
        const enum intv_status status = load();
        met = allocations_left == 0 || (fails_once && allocations_left == SIZE_MAX);
        allocations_left = SIZE_MAX;
        ck_assert_int_ne(status, INTV_OK);
        ck_assert_ptr_null(catalogue);
        ck_assert_msg((met && strstr(reported(), "out-of-memory") != NULL) ||
                          strcmp(reported(), tags) == 0,
                      "allocation %zu: %s", k / 2, reported());
    }
    ck_assert_uint_gt(k, 40);
}

START_TEST(reports_survive_the_failure_of_any_allocation)
{
    fill = fill_wrong;
    sweep_reports(
        "bad-id duplicate-id dangling-reference unknown-claim broader-cycle repeated-part");
    fill = fill_wrong_layers;
    sweep_reports("publisher-twice id-without-publisher replaces-other-edition replaces-nothing "
                  "duplicate-id reference-cycle");
}
END_TEST

/* ---- lenient ---- */

static void
add_wrong_leniently(void)
{
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("test.xml", DOCUMENT);
    add_document("wrong.xml", WRONG);
}

/* A failure is told, or changes nothing: a lenient load does not take it for a fault to leave out. */
static bool
load_leniently_with_failure(size_t k)
{
    add_wrong_leniently();
    allocations_left = k;
    const enum intv_status status = load();
    const bool met = allocations_left == 0 || (fails_once && allocations_left == SIZE_MAX);
    allocations_left = SIZE_MAX;
    ck_assert_msg(status == INTV_ERROR_NO_MEMORY ? catalogue == NULL
                                                 : status == INTV_OK && is_reference(),
                  "allocation %zu: status %s, [%s]", k, intv_status_get_name(status), reported());
    if (status == INTV_ERROR_NO_MEMORY)
        ck_assert_ptr_nonnull(strstr(reported(), "out-of-memory"));
    return met;
}

START_TEST(lenient_load_survives_the_failure_of_any_allocation)
{
    add_wrong_leniently();
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
    ck_assert_uint_gt(intv_catalogue_get_dropped_records(catalogue), 2);
    intv_catalogue_unref(reference);
    reference = intv_catalogue_ref(catalogue);
    for (int once = 0; once < 2; once++) {
        size_t k = 0;
        fails_once = once != 0;
        while (load_leniently_with_failure(k))
            k++;
        ck_assert_uint_gt(k, 60);
        ck_assert_int_eq(load(), INTV_OK);
        ck_assert(is_reference());
    }
}
END_TEST

START_TEST(objects_without_memory_are_not_made)
{
    struct intv_loader *none = NULL;
    struct intv_diagnostics *nothing = NULL;
    allocations_left = 0;
    fails_once = false;
    ck_assert_int_eq(intv_loader_new(&none), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_diagnostics_new(&nothing), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_add_path(loader, "a"), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_add_memory(loader, "a", "b", 1), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_add_descriptor(loader, "a", 0), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_add_reader(loader, "a", give, NULL), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, small), INTV_ERROR_NO_MEMORY);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_ERROR_NO_MEMORY);
    allocations_left = SIZE_MAX;
    ck_assert_ptr_null(none);
    ck_assert_ptr_null(nothing);
    assert_load(INTV_OK, "", load());
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("loader without memory");
    TCase *tests = tcase_create("failing allocations");
    if (xmlMemSetup(xml_free, xml_malloc, xml_realloc, xml_copy) != 0)
        return EXIT_FAILURE;
    xmlInitParser();
    tcase_add_checked_fixture(tests, prepare, end);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, load_survives_the_failure_of_any_one_allocation);
    tcase_add_test(tests, load_survives_the_failure_of_all_allocations_from_any_on);
    tcase_add_test(tests, load_of_layers_survives_the_failure_of_any_allocation);
    tcase_add_test(tests, load_of_a_function_or_folder_survives_the_failure_of_any_allocation);
    tcase_add_test(tests, load_survives_the_failure_of_any_one_allocation_of_libxml2);
    tcase_add_test(tests, load_survives_the_failure_of_all_allocations_of_libxml2_from_any_on);
    tcase_add_test(tests, reports_survive_the_failure_of_any_allocation);
    tcase_add_test(tests, lenient_load_survives_the_failure_of_any_allocation);
    tcase_add_test(tests, objects_without_memory_are_not_made);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
