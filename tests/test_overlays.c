/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Catalogues laid over each other: which layer a record comes from, what replaces what, and loaded
 * catalogues as the lowest layer. What is refused stands in the fixtures that are folders.
 */
#include "loading.h"

#include <dirent.h>

#include "model/catalogue.h"

#define BEGIN(publisher, edition)                                                                  \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='" edition "' publisher='" publisher \
    "' licence='CC0-1.0' xml:lang='nl'>\n"
#define TOWN BEGIN("town", "2026-12-01")
#define MAKER(name, more) "<organisation id='maker'" more "><name>" name "</name></organisation>\n"
#define REPLACES(edition) " replaces='" edition "'"
#define NEW(id) "<organisation id='" id "'><name>New</name></organisation>\n"

static const char NATIONAL[] =
    OPENING ORGANISATION "<source id='page' read='whole'><title>P</title></source>" PROGRAMME(
        "<organisation ref='maker' role='provider'/><limitation claim='a'><wording>A</wording>"
        "</limitation><limitation conflicts-with='a' asserted-by='policy' source='page'>"
        "<wording>B</wording></limitation>") CLOSING;
static const char LOCAL[] =
    TOWN MAKER("Local maker", REPLACES("2026-11-23")) NEW("town.desk") CLOSING;

static void
begin_overlay(void)
{
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
}

static void
add_overlay(const char *name, const char *document)
{
    begin_overlay();
    add_document(name, document);
}

static void
add_catalogue(struct intv_catalogue *added)
{
    ck_assert_int_eq(intv_loader_add_catalogue(loader, added), INTV_OK);
}

/* A catalogue of a document, to be added to other loads; a new reference. */
static struct intv_catalogue *
load_apart(const char *document)
{
    start_again();
    add_document("apart.xml", document);
    assert_load(INTV_OK, "", load());
    struct intv_catalogue *apart = intv_catalogue_ref(catalogue);
    start_again();
    return apart;
}

static void
load_two_layers(void)
{
    start_again();
    add_document("national.xml", NATIONAL);
    add_overlay("local.xml", LOCAL);
    assert_load(INTV_OK, "", load());
}

static uint32_t
find(enum intv_kind kind, const char *id)
{
    const uint32_t record = intv_catalogue_find(catalogue, kind, id);
    ck_assert_msg(record != INTV_NONE, "there is no %s", id);
    return record;
}

static void
assert_record(enum intv_kind kind, const char *id, const char *name, uint32_t layer)
{
    const uint32_t record = find(kind, id);
    ck_assert_str_eq(intv_record_get_name(catalogue, record, "nl"), name);
    ck_assert_uint_eq(intv_record_get_layer(catalogue, record), layer);
}

/* ---- layers ---- */

START_TEST(catalogue_without_overlays_has_one_layer)
{
    add_document("national.xml", NATIONAL);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 1);
    ck_assert_str_eq(intv_layer_get_edition(catalogue, 0), "2026-11-23");
    ck_assert_str_eq(intv_layer_get_publisher(catalogue, 0), "tests");
    ck_assert_str_eq(intv_layer_get_licence(catalogue, 0), "CC0-1.0");
    ck_assert_str_eq(intv_layer_get_language(catalogue, 0), "nl");
    assert_record(INTV_KIND_ORGANISATION, "maker", "Maker", 0);
}
END_TEST

START_TEST(layers_keep_what_they_say_of_themselves)
{
    add_document("national.xml", NATIONAL);
    add_overlay("local.xml", "<catalogue xmlns='urn:interventions:catalogue:1' edition='2027'"
                             " publisher='town' licence='CC-BY-4.0' xml:lang='fy'/>");
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 2);
    ck_assert_str_eq(intv_layer_get_edition(catalogue, 1), "2027");
    ck_assert_str_eq(intv_layer_get_publisher(catalogue, 1), "town");
    ck_assert_str_eq(intv_layer_get_licence(catalogue, 1), "CC-BY-4.0");
    ck_assert_str_eq(intv_layer_get_language(catalogue, 1), "fy");
    ck_assert_str_eq(intv_catalogue_get_edition(catalogue), "2026-11-23");
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
    ck_assert_str_eq(intv_catalogue_get_licence(catalogue), "CC0-1.0");
}
END_TEST

START_TEST(layers_that_do_not_exist_say_nothing)
{
    load_two_layers();
    ck_assert_str_eq(intv_layer_get_edition(catalogue, 2), "");
    ck_assert_str_eq(intv_layer_get_publisher(catalogue, INTV_NONE), "");
    ck_assert_str_eq(intv_layer_get_licence(catalogue, 2), "");
    ck_assert_str_eq(intv_layer_get_language(catalogue, 2), "");
    ck_assert_uint_eq(intv_record_get_layer(catalogue, 1000), INTV_NONE);
    ck_assert_uint_eq(intv_fact_get_layer(catalogue, 1000), INTV_NONE);
}
END_TEST

START_TEST(overlay_replaces_a_record_and_references_mean_the_new_one)
{
    load_two_layers();
    assert_record(INTV_KIND_ORGANISATION, "maker", "Local maker", 1);
    assert_record(INTV_KIND_ORGANISATION, "town.desk", "New", 1);
    assert_record(INTV_KIND_INTERVENTION, "talk", "Talk", 0);
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_ORGANISATION), 2);
    const uint32_t talk = find(INTV_KIND_INTERVENTION, "talk");
    const uint32_t fact = intv_record_find_fact(catalogue, talk, "organisation", 0);
    ck_assert_uint_eq(intv_fact_get_target(catalogue, fact), find(INTV_KIND_ORGANISATION, "maker"));
    ck_assert_uint_eq(intv_fact_get_layer(catalogue, fact), 0);
    const uint32_t name = intv_record_get_fact(catalogue, find(INTV_KIND_ORGANISATION, "maker"), 0);
    ck_assert_uint_eq(intv_fact_get_layer(catalogue, name), 1);
}
END_TEST

/* What stood before and behind the record that went keeps its facts, claims and conflicts. */
START_TEST(overlay_leaves_other_records_as_they_were)
{
    load_two_layers();
    const uint32_t talk = find(INTV_KIND_INTERVENTION, "talk");
    const uint32_t claim = intv_record_find_fact(catalogue, talk, "limitation", 0);
    const uint32_t other = intv_record_find_fact(catalogue, talk, "limitation", 1);
    ck_assert_str_eq(intv_fact_get_text(catalogue, claim, "nl"), "A");
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, claim), 1);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, claim, 0), other);
    ck_assert_str_eq(intv_fact_get_asserter(catalogue, claim), "editor");
    ck_assert_str_eq(intv_fact_get_asserter(catalogue, other), "policy");
    ck_assert_uint_eq(intv_fact_get_source(catalogue, other), find(INTV_KIND_SOURCE, "page"));
}
END_TEST

START_TEST(overlay_replaces_wholly_and_nothing_of_the_old_record_is_found)
{
    add_document("national.xml",
                 OPENING "<organisation id='maker'><name>Old</name><alias>Ancient</alias><url>"
                         "https://example.org/</url></organisation>" CLOSING);
    add_overlay("local.xml", LOCAL);
    assert_load(INTV_OK, "", load());
    const uint32_t maker = find(INTV_KIND_ORGANISATION, "maker");
    ck_assert_uint_eq(intv_record_count_facts(catalogue, maker, "alias"), 0);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, maker, "url"), 0);
    ck_assert_uint_eq(catalogue->name_count, 2);
}
END_TEST

/* What was wrong with a record that goes does not count; the same in a record that stays does. */
START_TEST(overlay_can_mend_a_record_that_refers_to_nothing)
{
    static const char WRONG[] = OPENING ORGANISATION PROGRAMME(
        "<organisation ref='nobody' role='provider' asserted-by='policy' source='none'/>") CLOSING;
    add_document("national.xml", WRONG);
    assert_load(INTV_ERROR_INVALID, "dangling-reference dangling-reference", load());
    add_overlay("local.xml", TOWN "<intervention id='talk' kind='intervention' "
                                  "replaces='2026-11-23'><name>T</name></intervention>" CLOSING);
    assert_load(INTV_OK, "", load());
}
END_TEST

START_TEST(overlays_lie_over_each_other_in_order)
{
    add_document("national.xml", NATIONAL);
    add_overlay("local.xml", LOCAL);
    add_overlay("district.xml", BEGIN("district", "2027-01-01")
                                    MAKER("District maker", REPLACES("2026-12-01")) CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 3);
    assert_record(INTV_KIND_ORGANISATION, "maker", "District maker", 2);
    assert_record(INTV_KIND_ORGANISATION, "town.desk", "New", 1);
    assert_record(INTV_KIND_SOURCE, "page", "P", 0);
}
END_TEST

START_TEST(overlay_over_another_edition_than_it_names_gives_a_warning)
{
    char message[400];
    add_document("national.xml", NATIONAL);
    add_overlay("local.xml", TOWN MAKER("L", REPLACES("2025-01-01")) CLOSING);
    assert_load(INTV_OK, "replaces-other-edition", load());
    ck_assert_int_eq(intv_diagnostics_get_severity(diagnostics, 0), INTV_SEVERITY_WARNING);
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "organisation:maker replaces a record of edition 2025-01-01, but "
                              "edition 2026-11-23 of tests lies below.");
    assert_record(INTV_KIND_ORGANISATION, "maker", "L", 1);
}
END_TEST

START_TEST(documents_of_one_layer_may_come_in_any_number)
{
    add_document("national.xml", NATIONAL);
    add_overlay("one.xml", LOCAL);
    add_document("two.xml", TOWN NEW("town.hall") CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 2);
    assert_record(INTV_KIND_ORGANISATION, "town.hall", "New", 1);
}
END_TEST

START_TEST(layers_without_anything_are_refused)
{
    begin_overlay();
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "empty-layer empty-layer", load());
    start_again();
    add_overlay("local.xml", LOCAL); /* an overlay alone lies over nothing */
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "empty-layer", load());
    start_again();
    add_document("national.xml", NATIONAL);
    begin_overlay();
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "empty-layer", load());
    add_overlay("local.xml", LOCAL);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "empty-layer", load());
    char message[200];
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "Layer 2 is empty: nothing was added to it.");
}
END_TEST

START_TEST(layers_are_at_most_256)
{
    char document[400];
    char name[32];
    for (unsigned most = 256; most <= 257; most++) {
        start_again();
        add_document("national.xml", NATIONAL);
        char *documents[257] = {NULL};
        for (unsigned i = 1; i < most; i++) {
            snprintf(document, sizeof(document), BEGIN("p%u", "2027") CLOSING, i);
            snprintf(name, sizeof(name), "%u.xml", i);
            documents[i] = strdup(document);
            add_overlay(name, documents[i]);
        }
        const bool fits = most == 256;
        assert_load(fits ? INTV_OK : INTV_ERROR_LIMIT, fits ? "" : "limit-reached", load());
        for (unsigned i = 1; i < most; i++)
            free(documents[i]);
    }
}
END_TEST

/* ---- loaded catalogues ---- */

static void
assert_same_block(const struct intv_catalogue *one, const struct intv_catalogue *other,
                  const char *what)
{
    ck_assert_msg(one->header->size == other->header->size &&
                      memcmp(one->header, other->header, (size_t)one->header->size) == 0,
                  "%s: a catalogue that was loaded from itself is another one", what);
}

static void
assert_same_answers(const struct intv_catalogue *one, const struct intv_catalogue *other)
{
    struct intv_output *outputs[2] = {NULL, NULL};
    ck_assert_int_eq(intv_output_new(&outputs[0]), INTV_OK);
    ck_assert_int_eq(intv_output_new(&outputs[1]), INTV_OK);
    for (uint32_t i = 0; i < one->record_count; i++) {
        ck_assert_int_eq(intv_write_record(one, i, 0, outputs[0]), INTV_OK);
        ck_assert_int_eq(intv_write_record(other, i, 0, outputs[1]), INTV_OK);
    }
    ck_assert_uint_gt(intv_output_get_length(outputs[0]), 100 * one->record_count);
    ck_assert_str_eq(intv_output_get_text(outputs[0]), intv_output_get_text(outputs[1]));
    intv_output_free(outputs[0]);
    intv_output_free(outputs[1]);
}

/* Loads what is in `catalogue` once more, from itself. */
static void
load_from_itself(const char *what)
{
    struct intv_catalogue *first = intv_catalogue_ref(catalogue);
    start_again();
    add_catalogue(first);
    assert_load(INTV_OK, "", load());
    assert_same_block(first, catalogue, what);
    intv_catalogue_unref(first);
}

START_TEST(loading_a_loaded_catalogue_gives_the_same_bytes_and_answers)
{
    ck_assert_int_eq(intv_loader_add_path(loader, getenv("INTV_DATA")), INTV_OK);
    assert_load(INTV_OK, "", load());
    struct intv_catalogue *first = intv_catalogue_ref(catalogue);
    load_from_itself("data");
    assert_same_answers(first, catalogue);
    intv_catalogue_unref(first);
    start_again();
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
    load_from_itself("the built-in catalogue");
}
END_TEST

START_TEST(loading_a_loaded_catalogue_keeps_every_fixture)
{
    char path[2048];
    size_t count = 0;
    snprintf(path, sizeof(path), "%s/valid", getenv("INTV_FIXTURES"));
    DIR *folder = opendir(path);
    ck_assert_ptr_nonnull(folder);
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || strcmp(end, ".xml") != 0)
            continue;
        snprintf(path, sizeof(path), "%s/valid/%s", getenv("INTV_FIXTURES"), entry->d_name);
        start_again();
        ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
        ck_assert_int_eq(load(), INTV_OK);
        load_from_itself(entry->d_name);
        count++;
    }
    closedir(folder);
    ck_assert_uint_gt(count, 15);
}
END_TEST

START_TEST(loading_a_loaded_catalogue_keeps_its_layers)
{
    load_two_layers();
    load_from_itself("two layers");
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 2);
    assert_record(INTV_KIND_ORGANISATION, "maker", "Local maker", 1);
}
END_TEST

/* A name made the claim of "none" legal beside a value; the catalogue does not keep names. */
START_TEST(loading_a_loaded_catalogue_keeps_a_named_none_beside_values)
{
    assert_load(
        INTV_OK, "",
        LOAD("<scheme id='setting'><label>S</label></scheme><concept id='school' scheme='setting'>"
             "<label>s</label></concept>" PROGRAMME(
                 "<setting concept='school'/><setting claim='a'><not-stated cause='none'/>"
                 "</setting><setting claim='b'><not-stated cause='none'/></setting>")));
    load_from_itself("a named none");
}
END_TEST

START_TEST(overlay_over_a_loaded_catalogue_is_the_same_as_over_its_documents)
{
    struct intv_catalogue *national = load_apart(NATIONAL);
    load_two_layers();
    struct intv_catalogue *from_documents = intv_catalogue_ref(catalogue);
    start_again();
    add_catalogue(national);
    add_overlay("local.xml", LOCAL);
    intv_catalogue_unref(national); /* the loader has a reference of its own */
    assert_load(INTV_OK, "", load());
    assert_same_block(from_documents, catalogue, "overlay");
    assert_load(INTV_OK, "", load());
    assert_same_block(from_documents, catalogue, "overlay, loaded again");
    intv_catalogue_unref(from_documents);
}
END_TEST

START_TEST(loaded_catalogues_lie_over_each_other)
{
    struct intv_catalogue *national = load_apart(NATIONAL);
    struct intv_catalogue *town = load_apart(TOWN NEW("town.desk") CLOSING);
    add_catalogue(national);
    begin_overlay();
    add_catalogue(town);
    assert_load(INTV_OK, "", load());
    assert_record(INTV_KIND_ORGANISATION, "town.desk", "New", 1);
    struct intv_catalogue *other = load_apart(TOWN NEW("desk") CLOSING);
    add_catalogue(national);
    begin_overlay();
    add_catalogue(other);
    assert_load(INTV_ERROR_INVALID, "id-without-publisher", load());
    intv_catalogue_unref(national);
    intv_catalogue_unref(town);
    intv_catalogue_unref(other);
}
END_TEST

START_TEST(overlay_over_a_loaded_catalogue_of_layers_comes_on_top)
{
    load_two_layers();
    struct intv_catalogue *two = intv_catalogue_ref(catalogue);
    start_again();
    add_catalogue(two);
    add_overlay("district.xml", BEGIN("district", "2027-01-01")
                                    MAKER("District maker", REPLACES("2026-12-01")) CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 3);
    assert_record(INTV_KIND_ORGANISATION, "maker", "District maker", 2);
    load_from_itself("three layers");
    intv_catalogue_unref(two);
}
END_TEST

START_TEST(loaded_catalogue_and_documents_of_one_layer_must_be_of_one_edition)
{
    struct intv_catalogue *national = load_apart(NATIONAL);
    add_catalogue(national);
    add_document("more.xml", OPENING NEW("more") CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 1);
    start_again();
    add_document("town.xml", LOCAL);
    add_catalogue(national);
    assert_load(INTV_ERROR_INVALID, "edition-differs edition-differs replaces-nothing duplicate-id",
                load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0),
                     "catalogue of tests, edition 2026-11-23");
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), 0);
    start_again();
    add_catalogue(national);
    add_document("town.xml", TOWN CLOSING);
    assert_load(INTV_ERROR_INVALID, "edition-differs edition-differs", load());
    intv_catalogue_unref(national);
}
END_TEST

START_TEST(duplicate_of_a_loaded_catalogue_is_named_without_a_line)
{
    char line[400];
    struct intv_catalogue *national = load_apart(NATIONAL);
    add_catalogue(national);
    add_overlay("local.xml", TOWN MAKER("L", "") CLOSING);
    assert_load(INTV_ERROR_INVALID, "duplicate-id", load());
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_str_eq(line, "local.xml:2:1: error: organisation:maker exists already: catalogue of "
                           "tests, edition 2026-11-23. (duplicate-id)");
    start_again();
    add_document("national.xml", NATIONAL);
    add_overlay("local.xml", TOWN MAKER("L", "") CLOSING);
    assert_load(INTV_ERROR_INVALID, "duplicate-id", load());
    intv_diagnostics_format(diagnostics, 0, INTV_DUTCH, line, sizeof(line));
    ck_assert_str_eq(line, "local.xml:2:1: fout: organisation:maker bestaat al: national.xml:2. "
                           "(duplicate-id)");
    intv_catalogue_unref(national);
}
END_TEST

START_TEST(overlay_that_breaks_a_rule_of_a_loaded_record_is_reported_there)
{
    struct intv_catalogue *national = load_apart(
        OPENING "<scheme id='setting'><label>S</label></scheme><scheme id='aim'><label>A</label>"
                "</scheme><concept id='school' scheme='setting'><label>s</label>"
                "</concept>" PROGRAMME("<setting concept='school'/>") CLOSING);
    add_catalogue(national);
    add_overlay("local.xml", TOWN "<concept id='school' scheme='aim' replaces='2026-11-23'><label>s"
                                  "</label></concept>" CLOSING);
    assert_load(INTV_ERROR_INVALID, "wrong-scheme", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0),
                     "catalogue of tests, edition 2026-11-23");
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 0), "intervention:talk");
    intv_catalogue_unref(national);
}
END_TEST

START_TEST(loaded_catalogue_counts_for_the_limits_of_records_facts_and_references)
{
    static const char *const LIMITS[] = {"records", "facts", "references"};
    struct intv_catalogue *national = load_apart(NATIONAL);
    /* every claim of the editor has no source; one has */
    const uint64_t counts[] = {national->record_count, national->fact_count, 2};
    for (size_t i = 0; i < 3; i++)
        for (uint64_t less = 0; less < 2; less++) {
            start_again();
            add_catalogue(national);
            ck_assert_int_eq(intv_loader_set_limit(loader, LIMITS[i], counts[i] - less), INTV_OK);
            assert_load(less == 0 ? INTV_OK : INTV_ERROR_LIMIT, less == 0 ? "" : "limit-reached",
                        load());
        }
    start_again();
    add_catalogue(national);
    ck_assert_int_eq(intv_loader_set_limit(loader, "file-bytes", 1), INTV_OK);
    ck_assert_int_eq(intv_loader_set_limit(loader, "files", 0), INTV_OK);
    assert_load(INTV_OK, "", load());
    intv_catalogue_unref(national);
}
END_TEST

static int
stop(void *user, const char *file, uint64_t done, uint64_t total)
{
    const char *stop_at = user;
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, catalogue), INTV_ERROR_BUSY);
    return strcmp(file, stop_at) == 0 && done <= total;
}

START_TEST(load_of_a_loaded_catalogue_tells_progress_and_can_be_cancelled)
{
    char name[] = "catalogue of tests, edition 2026-11-23";
    char nowhere[] = "nowhere";
    struct intv_catalogue *national = load_apart(NATIONAL);
    add_catalogue(national);
    catalogue = national; /* for the function that is called, which adds it */
    struct intv_catalogue *loaded = NULL;
    ck_assert_int_eq(intv_loader_set_progress(loader, stop, name), INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &loaded, diagnostics), INTV_ERROR_CANCELLED);
    ck_assert_str_eq(reported(), "cancelled");
    ck_assert_ptr_null(loaded);
    ck_assert_int_eq(intv_loader_set_progress(loader, stop, nowhere), INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &loaded, NULL), INTV_OK);
    assert_same_block(national, loaded, "after cancelling");
    intv_catalogue_unref(loaded);
}
END_TEST

START_TEST(overlay_functions_refuse_nothing_at_all)
{
    struct intv_catalogue *national = load_apart(NATIONAL);
    ck_assert_int_eq(intv_loader_begin_overlay(NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_catalogue(NULL, national), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_catalogue(loader, NULL), INTV_ERROR_INVALID_ARGUMENT);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "nothing-to-load", load());
    intv_catalogue_unref(national);
}
END_TEST

/* ---- answers ---- */

static const char ASKED[] = OPENING
    "<scheme id='setting'><label>S</label></scheme><scheme id='precondition-kind'><label>P"
    "</label></scheme><concept id='school' scheme='setting'><label>s</label></concept>"
    "<concept id='money' scheme='precondition-kind'><label>m</label></concept>"
    "<precondition id='grant' kind='money' scope='intervention'><label>g</label>"
    "</precondition>" PROGRAMME("<setting concept='school'/><needs-precondition ref='grant'/>")
        CLOSING;
static const char ANSWERING[] = TOWN
    "<precondition id='grant' kind='money' scope='intervention' replaces='2026-11-23'><label>g"
    "</label></precondition><intervention id='town.walk' kind='intervention' asserted-by='editor'>"
    "<name>W</name><setting concept='school'/></intervention><evaluation id='town.study' "
    "status='published' asserted-by='editor'><title>T</title><evaluates ref='talk'/></evaluation>"
    "</catalogue>";

/* The match of ASKED and ANSWERING on schools, as JSON; for intv_output_free(). */
static struct intv_output *
write_answer(const char *as_of)
{
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_situation_new(catalogue, &situation), INTV_OK);
    ck_assert_int_eq(intv_situation_add(situation, INTV_WISH, "setting", "school", NULL), INTV_OK);
    ck_assert_int_eq(intv_situation_set_as_of(situation, as_of), INTV_OK);
    ck_assert_int_eq(intv_match_new(situation, &match, NULL), INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    ck_assert_int_eq(intv_write_match(match, 0, 0, output), INTV_OK);
    intv_match_free(match);
    intv_situation_free(situation);
    return output;
}

static void
assert_holds(const struct intv_output *output, const char *part)
{
    ck_assert_msg(strstr(intv_output_get_text(output), part) != NULL, "%s\nis not in\n%s", part,
                  intv_output_get_text(output));
}

START_TEST(answers_say_of_which_layer_each_record_and_claim_is)
{
    add_document("national.xml", ASKED);
    add_overlay("local.xml", ANSWERING);
    assert_load(INTV_OK, "", load());
    struct intv_output *output = write_answer(NULL);
    assert_holds(output, "\"publisher\":\"tests\",\"licence\":\"CC0-1.0\",\"incomplete\":false,"
                         "\"layers\":[{\"edition\":"
                         "\"2026-11-23\",\"publisher\":\"tests\",\"licence\":\"CC0-1.0\"},"
                         "{\"edition\":\"2026-12-01\",\"publisher\":\"town\",\"licence\":"
                         "\"CC0-1.0\"}],");
    assert_holds(output, "{\"id\":\"talk\",\"layer\":0,");
    assert_holds(output, "{\"id\":\"town.walk\",\"layer\":1,");
    assert_holds(output, "{\"id\":\"grant\",\"layer\":1,");
    assert_holds(output, "{\"id\":\"town.study\",\"layer\":1,");
    assert_holds(output, "{\"precondition\":\"grant\",\"layer\":1,");
    assert_holds(output, "\"asserted_by\":\"editor\",\"layer\":0,\"decides\":true");
    assert_holds(output, "\"asserted_by\":\"editor\",\"layer\":1,\"decides\":true");
    assert_holds(output, "\"asserted_by\":\"editor\",\"strength\":\"unstated\",\"layer\":0}");
    assert_holds(output, "\"asserted_by\":\"editor\",\"strength\":\"unstated\",\"layer\":1}");
    intv_output_free(output);
}
END_TEST

START_TEST(record_and_list_say_of_which_layer_they_are)
{
    load_two_layers();
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    intv_write_record(catalogue, find(INTV_KIND_INTERVENTION, "talk"), 0, output);
    assert_holds(output, "\"kind\":\"intervention\",\"id\":\"talk\",\"layer\":0,");
    assert_holds(output, "\"value\":{\"kind\":\"organisation\",\"id\":\"maker\",\"layer\":1,");
    intv_output_clear(output);
    intv_write_list(catalogue, INTV_KIND_ORGANISATION, 0, output);
    assert_holds(output, "\"records\":[{\"id\":\"maker\",\"layer\":1,");
    intv_output_free(output);
}
END_TEST

static void
assert_age(const char *national, const char *local, const char *as_of, const char *expected)
{
    char documents[2][300];
    char part[64];
    start_again();
    snprintf(documents[0], sizeof(documents[0]),
             "<catalogue xmlns='urn:interventions:catalogue:1' edition='%s' publisher='n' "
             "licence='l'><scheme id='setting'><label>S</label></scheme><concept id='school' "
             "scheme='setting'><label>s</label></concept></catalogue>",
             national);
    snprintf(documents[1], sizeof(documents[1]),
             "<catalogue xmlns='urn:interventions:catalogue:1' edition='%s' publisher='t' "
             "licence='l'/>",
             local);
    add_document("national.xml", documents[0]);
    add_overlay("local.xml", documents[1]);
    assert_load(INTV_OK, "", load());
    struct intv_output *output = write_answer(as_of);
    snprintf(part, sizeof(part), "\"edition_is_old\":%s,", expected);
    assert_holds(output, part);
    intv_output_free(output);
}

START_TEST(edition_is_old_when_that_of_any_layer_is)
{
    assert_age("2026-11-23", "2026-12-01", "2027-11-23", "false");
    assert_age("2026-11-23", "2026-12-01", "2027-11-24", "true");
    assert_age("2026-12-01", "2026-11-23", "2027-11-24", "true");
    assert_age("2026", "2026-11-23", "2027-11-23", "null");
    assert_age("2026-11-23", "2026-11", "2027-11-23", "null");
    assert_age("2026", "2026-11-23", "2027-11-24", "true");
    assert_age("2026-11-23", "2026-11-23", NULL, "null");
}
END_TEST

/* ---- circles ---- */

/* A long chain that closes or does not: no recursion, every record of the circle. */
START_TEST(circles_are_found_in_long_chains)
{
    enum
    {
        LENGTH = 5000
    };
    for (unsigned closed = 0; closed < 2; closed++) {
        char *document = malloc(LENGTH * 120 + 1000);
        size_t used = (size_t)sprintf(document, "%s", OPENING);
        for (unsigned i = 0; i < LENGTH + closed; i++)
            used += (size_t)sprintf(document + used,
                                    "<organisation id='a%u' replaced-by='a%u'><name>A</name>"
                                    "</organisation>",
                                    i, i == LENGTH ? 10 : i + 1);
        if (!closed)
            used += (size_t)sprintf(document + used,
                                    "<organisation id='a%u'><name>A</name></organisation>", LENGTH);
        strcpy(document + used, CLOSING);
        load_document(document);
        ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), closed ? LENGTH + 1 - 10 : 0);
        if (closed)
            ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 0), "organisation:a10");
        free(document);
    }
}
END_TEST

START_TEST(circles_that_touch_are_reported_once_for_each_record)
{
    assert_load(INTV_ERROR_INVALID, "reference-cycle reference-cycle reference-cycle",
                LOAD("<organisation id='a' replaced-by='b'><name>A</name></organisation>"
                     "<organisation id='b' replaced-by='a'><name>B</name></organisation>"
                     "<organisation id='c' replaced-by='a'><name>C</name></organisation>"
                     "<organisation id='d' replaced-by='e'><name>D</name></organisation>"
                     "<organisation id='e'><name>E</name></organisation>" PROGRAMME(
                         "<variant-of ref='talk'/><variant-of ref='talk'/>")));
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 0), "intervention:talk");
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 1), "organisation:a");
    ck_assert_str_eq(intv_diagnostics_get_subject(diagnostics, 2), "organisation:b");
}
END_TEST

/* Different references may lead round: a variant of a part of the same whole. */
START_TEST(circles_over_different_fields_are_none)
{
    assert_load(INTV_OK, "",
                LOAD(PROGRAMME("<part-of ref='walk'/>") "<intervention id='walk' "
                                                        "kind='intervention' asserted-by='editor'>"
                                                        "<name>W</name><variant-of ref='talk'/>"
                                                        "</intervention>"));
}
END_TEST

/* ---- formats ---- */

START_TEST(documents_of_this_format_and_the_one_before_load_without_a_word)
{
    static const char *const FORMATS[] = {"", " format='1.0'", " format='1.1'"};
    char document[600];
    for (size_t i = 0; i < 3; i++) {
        snprintf(document, sizeof(document),
                 "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-23' "
                 "publisher='tests' licence='CC0-1.0'%s>" ORGANISATION "</catalogue>",
                 FORMATS[i]);
        assert_load(INTV_OK, "", load_document(document));
    }
    assert_load(INTV_OK, "newer-minor-format",
                load_document("<catalogue xmlns='urn:interventions:catalogue:1' publisher='tests' "
                              "edition='2026-11-23' licence='CC0-1.0' format='1.2'/>"));
    ck_assert_str_eq(intv_format_version(), "1.1");
}
END_TEST

static TCase *
make_case(const char *name)
{
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("overlays");
    TCase *tests = make_case("layers");
    tcase_add_test(tests, catalogue_without_overlays_has_one_layer);
    tcase_add_test(tests, layers_keep_what_they_say_of_themselves);
    tcase_add_test(tests, layers_that_do_not_exist_say_nothing);
    tcase_add_test(tests, overlay_replaces_a_record_and_references_mean_the_new_one);
    tcase_add_test(tests, overlay_leaves_other_records_as_they_were);
    tcase_add_test(tests, overlay_replaces_wholly_and_nothing_of_the_old_record_is_found);
    tcase_add_test(tests, overlay_can_mend_a_record_that_refers_to_nothing);
    tcase_add_test(tests, overlays_lie_over_each_other_in_order);
    tcase_add_test(tests, overlay_over_another_edition_than_it_names_gives_a_warning);
    tcase_add_test(tests, documents_of_one_layer_may_come_in_any_number);
    tcase_add_test(tests, layers_without_anything_are_refused);
    tcase_add_test(tests, layers_are_at_most_256);
    suite_add_tcase(suite, tests);
    tests = make_case("loaded catalogues");
    tcase_add_test(tests, loading_a_loaded_catalogue_gives_the_same_bytes_and_answers);
    tcase_add_test(tests, loading_a_loaded_catalogue_keeps_every_fixture);
    tcase_add_test(tests, loading_a_loaded_catalogue_keeps_its_layers);
    tcase_add_test(tests, loading_a_loaded_catalogue_keeps_a_named_none_beside_values);
    tcase_add_test(tests, overlay_over_a_loaded_catalogue_is_the_same_as_over_its_documents);
    tcase_add_test(tests, loaded_catalogues_lie_over_each_other);
    tcase_add_test(tests, overlay_over_a_loaded_catalogue_of_layers_comes_on_top);
    tcase_add_test(tests, loaded_catalogue_and_documents_of_one_layer_must_be_of_one_edition);
    tcase_add_test(tests, duplicate_of_a_loaded_catalogue_is_named_without_a_line);
    tcase_add_test(tests, overlay_that_breaks_a_rule_of_a_loaded_record_is_reported_there);
    tcase_add_test(tests, loaded_catalogue_counts_for_the_limits_of_records_facts_and_references);
    tcase_add_test(tests, load_of_a_loaded_catalogue_tells_progress_and_can_be_cancelled);
    tcase_add_test(tests, overlay_functions_refuse_nothing_at_all);
    suite_add_tcase(suite, tests);
    tests = make_case("answers");
    tcase_add_test(tests, answers_say_of_which_layer_each_record_and_claim_is);
    tcase_add_test(tests, record_and_list_say_of_which_layer_they_are);
    tcase_add_test(tests, edition_is_old_when_that_of_any_layer_is);
    suite_add_tcase(suite, tests);
    tests = make_case("circles and formats");
    tcase_add_test(tests, circles_are_found_in_long_chains);
    tcase_add_test(tests, circles_that_touch_are_reported_once_for_each_record);
    tcase_add_test(tests, circles_over_different_fields_are_none);
    tcase_add_test(tests, documents_of_this_format_and_the_one_before_load_without_a_word);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
