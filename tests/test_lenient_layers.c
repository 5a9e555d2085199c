/* SPDX-License-Identifier: EUPL-1.2 */
/* Lenient loading of catalogues that lie over each other, and of catalogues that are incomplete. */
#include "loading.h"

#define LAYER(publisher, records)                                                                  \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-23' publisher='" publisher  \
    "' licence='CC0-1.0' xml:lang='nl'>" records "</catalogue>"
#define TALK "<intervention id='talk' kind='intervention' asserted-by='editor'><name>Talk</name>"
#define WRONG_SESSIONS "<sessions value='many'/>"

static void
add_layers(const char *national, const char *local)
{
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("national.xml", national);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", local);
}

static uint32_t
find(const char *id)
{
    return intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, id);
}

START_TEST(lenient_drops_a_local_record_without_its_publisher)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", "<intervention id='walk' kind='intervention'><name>Walk</name>"
                             "</intervention>"));
    assert_load(INTV_OK, "id-without-publisher dropped-record", load());
    ck_assert_uint_ne(find("talk"), INTV_NONE);
    ck_assert_uint_eq(find("walk"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_get_dropped_records(catalogue), 1);
}
END_TEST

START_TEST(lenient_drops_a_local_record_that_replaces_nothing)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", "<intervention id='walk' kind='intervention' replaces='2026-11-23'>"
                             "<name>Walk</name></intervention>"));
    assert_load(INTV_OK, "replaces-nothing dropped-record", load());
    char message[300];
    intv_diagnostics_get_message(diagnostics, 1, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message,
                     "intervention:walk was left out, because replaces is missing, wrong or "
                     "left out itself.");
    ck_assert_uint_eq(find("walk"), INTV_NONE);
}
END_TEST

START_TEST(lenient_keeps_the_record_below_when_one_above_does_not_say_that_it_replaces_it)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", "<intervention id='talk' kind='intervention'><name>Other</name>"
                             "</intervention>"));
    assert_load(INTV_OK, "duplicate-id dropped-record", load());
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Talk");
    ck_assert_uint_eq(intv_record_get_layer(catalogue, find("talk")), 0);
}
END_TEST

START_TEST(lenient_lays_what_remains_of_a_local_record_over_the_one_below)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town",
                     "<intervention id='talk' kind='intervention' asserted-by='editor' "
                     "replaces='2026-11-23'><name>Local</name>" WRONG_SESSIONS "</intervention>"));
    assert_load(INTV_OK, "bad-number", load());
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Local");
    ck_assert_int_eq(intv_record_get_silence(catalogue, find("talk"), "sessions"), INTV_DROPPED);
}
END_TEST

START_TEST(lenient_goes_on_without_a_local_catalogue_that_cannot_be_read)
{
    add_layers(LAYER("national", TALK "</intervention>"), "<catalogue");
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 1), "dropped-document");
    ck_assert_uint_ne(find("talk"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 2);
    ck_assert_str_eq(intv_layer_get_publisher(catalogue, 1), "");
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
}
END_TEST

START_TEST(lenient_refuses_a_local_catalogue_with_nothing_below_it)
{
    add_layers("<catalogue", LAYER("town", "<organisation id='town.we'><name>We</name>"
                                           "</organisation>"));
    ck_assert_int_eq(load(), INTV_ERROR_SYNTAX);
    ck_assert_ptr_null(catalogue);
}
END_TEST

START_TEST(lenient_refuses_layers_of_one_publisher)
{
    add_layers(LAYER("town", TALK "</intervention>"), LAYER("town", ORGANISATION));
    ck_assert_int_eq(load(), INTV_ERROR_INVALID);
    ck_assert_ptr_null(catalogue);
}
END_TEST

START_TEST(lenient_takes_the_references_out_of_a_circle)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town",
                     "<intervention id='talk' kind='intervention' asserted-by='editor' "
                     "replaces='2026-11-23'><name>Talk</name><part-of ref='town.walk'/>"
                     "</intervention><intervention id='town.walk' kind='intervention' "
                     "asserted-by='editor'><name>Walk</name><part-of ref='talk'/></intervention>"));
    assert_load(INTV_OK, "reference-cycle reference-cycle", load());
    ck_assert_int_eq(intv_record_get_silence(catalogue, find("talk"), "part-of"), INTV_DROPPED);
    ck_assert_int_eq(intv_record_get_silence(catalogue, find("town.walk"), "part-of"),
                     INTV_DROPPED);
}
END_TEST

/* Loads a local record over Talk; it goes, and Talk and what refers to it stay. */
static void
assert_stays_below(const char *local, const char *tags)
{
    add_layers(LAYER("national", TALK "</intervention><intervention id='walk' kind='intervention' "
                                      "asserted-by='editor'><name>Walk</name><part-of ref='talk'/>"
                                      "</intervention>"),
               local);
    assert_load(INTV_OK, tags, load());
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Talk");
    ck_assert_uint_eq(intv_record_get_layer(catalogue, find("talk")), 0);
    ck_assert_int_eq(intv_record_get_silence(catalogue, find("walk"), "part-of"), INTV_STATED);
    ck_assert_uint_eq(intv_catalogue_get_dropped_records(catalogue), 1);
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_INTERVENTION), 2);
}

#define INSTEAD(attributes, facts)                                                                 \
    "<intervention id='talk' replaces='2026-11-23' asserted-by='editor'" attributes ">" facts      \
    "</intervention>"

START_TEST(lenient_keeps_the_record_below_one_that_goes_by_a_fault_of_its_own)
{
    assert_stays_below(LAYER("town", INSTEAD(" kind='intervention'", "")),
                       "missing-part dropped-record");
    assert_stays_below(LAYER("town", INSTEAD(" kind='intervention'", "<name> </name>")),
                       "empty-text dropped-record");
    assert_stays_below(LAYER("town", INSTEAD("", "<name>Local</name>")),
                       "missing-attribute dropped-record");
    assert_stays_below(LAYER("town", INSTEAD(" kind='none'", "<name>Local</name>")),
                       "bad-code dropped-record");
}
END_TEST

/* Of two in one layer the first counts, as among all records that are called the same. */
START_TEST(lenient_replaces_by_the_first_of_two_local_records)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", INSTEAD(" kind='intervention'", "<name>Local</name>")
                                 INSTEAD(" kind='intervention'", "")));
    assert_load(INTV_OK, "duplicate-id missing-part dropped-record", load());
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Local");
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", INSTEAD(" kind='intervention'", "")
                                 INSTEAD(" kind='intervention'", "<name>Local</name>")));
    assert_load(INTV_OK, "duplicate-id missing-part dropped-record dropped-record", load());
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Talk");
}
END_TEST

START_TEST(lenient_replaces_below_a_record_that_goes_from_a_higher_layer)
{
    add_layers(LAYER("national", TALK "</intervention>"),
               LAYER("town", INSTEAD(" kind='intervention'", "")));
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("district.xml",
                 LAYER("district", INSTEAD(" kind='intervention'", "<name>District</name>")));
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_record_get_layer(catalogue, find("talk")), 2);
}
END_TEST

/* That it goes is only seen when references are followed. */
START_TEST(lenient_does_not_bring_back_what_was_replaced_before_the_other_went)
{
    static const char KINDS[] =
        "<scheme id='element-kind'><label>K</label></scheme>"
        "<concept id='skill' scheme='element-kind'><label>S</label></concept>"
        "<element id='plan' kind='skill'><label>P</label></element>";
    char national[1000];
    snprintf(national, sizeof(national), LAYER("national", "%s"), KINDS);
    add_layers(national, LAYER("town", "<element id='plan' kind='none' replaces='2026-11-23'>"
                                       "<label>P</label></element>"));
    assert_load(INTV_OK, "dangling-reference dropped-record", load());
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_ELEMENT, "plan"), INTV_NONE);
}
END_TEST

START_TEST(lenient_keeps_a_local_record_that_may_replace_one_of_a_lost_document)
{
    static const char LOCAL[] =
        LAYER("town", INSTEAD(" kind='intervention'", "<name>Local</name>"));
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("national.xml", LAYER("national", ""));
    add_document("lost.xml", LAYER("national", TALK "</intervention>") "<");
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", LOCAL);
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_ptr_null(strstr(reported(), "replaces-nothing"));
    ck_assert_ptr_nonnull(strstr(reported(), "dropped-document"));
    ck_assert_str_eq(intv_record_get_name(catalogue, find("talk"), "nl"), "Local");
    /* Nothing below was lost: then it replaces nothing. */
    add_layers(LAYER("national", ""), LOCAL);
    add_document("lost.xml", "<");
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_ptr_nonnull(strstr(reported(), "replaces-nothing"));
    ck_assert_uint_eq(find("talk"), INTV_NONE);
}
END_TEST

/* What was left out once stays so, also for a load in which nothing is wrong. */
START_TEST(incomplete_catalogue_stays_so_under_a_local_one)
{
    start_again();
    intv_loader_set_lenient(loader, 1);
    add_document("national.xml", LAYER("national", TALK WRONG_SESSIONS "</intervention>"));
    ck_assert_int_eq(load(), INTV_OK);
    struct intv_catalogue *below = intv_catalogue_ref(catalogue);
    start_again();
    ck_assert_int_eq(intv_loader_add_catalogue(loader, below), INTV_OK);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
    add_document("local.xml", LAYER("town", "<organisation id='town.we'><name>We</name>"
                                            "</organisation>"));
    assert_load(INTV_OK, "", load());
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
    ck_assert_uint_eq(intv_catalogue_get_dropped_facts(catalogue), 1);
    ck_assert_int_eq(intv_record_get_silence(catalogue, find("talk"), "sessions"), INTV_DROPPED);
    intv_catalogue_unref(below);
}
END_TEST

/* ---- what was lost ---- */

static struct intv_catalogue *
load_apart(const char *document)
{
    start_again();
    add_document("apart.xml", document);
    assert_load(INTV_OK, "", load());
    return intv_catalogue_ref(catalogue);
}

START_TEST(lenient_leaves_out_a_catalogue_of_another_edition_than_its_layer_whole)
{
    struct intv_catalogue *other = load_apart(OPENING PROGRAMME("") ORGANISATION CLOSING);
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("national.xml", LAYER("national", "<organisation id='we'><name>We</name>"
                                                   "</organisation>"));
    ck_assert_int_eq(intv_loader_add_catalogue(loader, other), INTV_OK);
    assert_load(INTV_OK, "edition-differs dropped-document", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 1),
                     "catalogue of tests, edition 2026-11-23");
    ck_assert_uint_eq(find("talk"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_get_layer_count(catalogue), 1);
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "national");
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
    ck_assert_uint_eq(intv_catalogue_get_dropped_records(catalogue), 2);
    intv_catalogue_unref(other);
}
END_TEST

START_TEST(lenient_tells_a_reference_to_a_lost_catalogue_as_left_out)
{
    struct intv_catalogue *other = load_apart(OPENING ORGANISATION CLOSING);
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("national.xml",
                 LAYER("national", TALK "<organisation ref='maker'/></intervention>"));
    ck_assert_int_eq(intv_loader_add_catalogue(loader, other), INTV_OK);
    assert_load(INTV_OK, "edition-differs dropped-document dropped-fact", load());
    intv_catalogue_unref(other);
}
END_TEST

START_TEST(lenient_takes_a_catalogue_after_a_lost_document_of_another_edition)
{
    struct intv_catalogue *other = load_apart(OPENING ORGANISATION CLOSING);
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("national.xml", LAYER("national", "") "<");
    ck_assert_int_eq(intv_loader_add_catalogue(loader, other), INTV_OK);
    ck_assert_int_eq(load(), INTV_OK); /* the document is lost, so the catalogue says the edition */
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
    intv_catalogue_unref(other);
}
END_TEST

/* A text that is too long is no lost document: what leads nowhere is wrong all the same. */
START_TEST(lenient_reports_a_dangling_reference_beside_a_text_that_is_too_long)
{
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    ck_assert_int_eq(intv_loader_set_limit(loader, "text-bytes", 8), INTV_OK);
    add_document("national.xml",
                 LAYER("national", TALK "<limitation><wording>Far too long</wording></limitation>"
                                        "<organisation ref='none'/></intervention>"));
    assert_load(INTV_OK, "limit-reached dangling-reference", load());
}
END_TEST

static int
stop(void *user, const char *name, uint64_t done, uint64_t total)
{
    (void)name, (void)total;
    return done >= *(const uint64_t *)user;
}

START_TEST(lenient_load_that_is_stopped_drops_no_document)
{
    static const uint64_t FROM[] = {0, 1};
    for (size_t i = 0; i < sizeof(FROM) / sizeof(FROM[0]); i++) {
        start_again();
        ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
        uint64_t from = FROM[i];
        ck_assert_int_eq(intv_loader_set_progress(loader, stop, &from), INTV_OK);
        add_document("national.xml", LAYER("national", TALK "</intervention>"));
        assert_load(INTV_ERROR_CANCELLED, "cancelled", load());
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("lenient layers");
    TCase *tests = tcase_create("lenient layers");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_add_test(tests, lenient_drops_a_local_record_without_its_publisher);
    tcase_add_test(tests, lenient_drops_a_local_record_that_replaces_nothing);
    tcase_add_test(tests,
                   lenient_keeps_the_record_below_when_one_above_does_not_say_that_it_replaces_it);
    tcase_add_test(tests, lenient_lays_what_remains_of_a_local_record_over_the_one_below);
    tcase_add_test(tests, lenient_goes_on_without_a_local_catalogue_that_cannot_be_read);
    tcase_add_test(tests, lenient_refuses_a_local_catalogue_with_nothing_below_it);
    tcase_add_test(tests, lenient_refuses_layers_of_one_publisher);
    tcase_add_test(tests, lenient_takes_the_references_out_of_a_circle);
    tcase_add_test(tests, incomplete_catalogue_stays_so_under_a_local_one);
    tcase_add_test(tests, lenient_leaves_out_a_catalogue_of_another_edition_than_its_layer_whole);
    tcase_add_test(tests, lenient_tells_a_reference_to_a_lost_catalogue_as_left_out);
    tcase_add_test(tests, lenient_takes_a_catalogue_after_a_lost_document_of_another_edition);
    tcase_add_test(tests, lenient_reports_a_dangling_reference_beside_a_text_that_is_too_long);
    tcase_add_test(tests, lenient_load_that_is_stopped_drops_no_document);
    tcase_add_test(tests, lenient_keeps_the_record_below_one_that_goes_by_a_fault_of_its_own);
    tcase_add_test(tests, lenient_replaces_by_the_first_of_two_local_records);
    tcase_add_test(tests, lenient_replaces_below_a_record_that_goes_from_a_higher_layer);
    tcase_add_test(tests, lenient_does_not_bring_back_what_was_replaced_before_the_other_went);
    tcase_add_test(tests, lenient_keeps_a_local_record_that_may_replace_one_of_a_lost_document);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
