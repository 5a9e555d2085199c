/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking up records by what people call them, and what is known of a whole field. */
#include "match_fixture.h"

#define ANY_KIND INTV_NONE

/* ---- by name ---- */

#define NAMED                                                                                      \
    "<intervention id='cafe-project' kind='intervention' asserted-by='method' source='source'>"    \
    "<name>Caf\u00E9-project</name><alias>CP</alias><alias>cp</alias></intervention>"              \
    "<intervention id='other' kind='intervention' asserted-by='method' source='source'>"           \
    "<name>Iets anders</name><alias>Cafe project</alias></intervention>"                           \
    "<organisation id='cafe'><name>Cafe Project</name></organisation>"                             \
    "<element id='spoken' kind='element-kind-a'><label>spreken</label>"                            \
    "<alt-label>gesprek</alt-label><hidden-label>gespreck</hidden-label></element>"

/* The ids of the records that have a name, with spaces between. */
static void
assert_named(uint32_t kind, const char *name, const char *expected)
{
    uint32_t records[10];
    size_t count = 99;
    char found[200] = "";
    ck_assert_int_eq(
        intv_catalogue_find_named(fixture.catalogue, kind, name, records, LENGTH(records), &count),
        INTV_OK);
    ck_assert_uint_le(count, LENGTH(records));
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s", i > 0 ? " " : "",
                 intv_record_get_id(fixture.catalogue, records[i]));
    }
    ck_assert_str_eq(found, expected);
}

START_TEST(names_are_compared_without_accents_capitals_and_hyphens)
{
    load(NAMED);
    assert_named(INTV_KIND_INTERVENTION, "Caf\u00E9-project", "cafe-project other");
    assert_named(INTV_KIND_INTERVENTION, "CAFE project", "cafe-project other");
    assert_named(INTV_KIND_INTERVENTION, " cafe  PROJECT ", "cafe-project other");
    assert_named(INTV_KIND_INTERVENTION, "cafe proj", "");
}
END_TEST

START_TEST(names_of_every_sort_find_a_record)
{
    load(NAMED);
    assert_named(INTV_KIND_INTERVENTION, "iets anders", "other");
    assert_named(INTV_KIND_ELEMENT, "spreken", "spoken");
    assert_named(INTV_KIND_ELEMENT, "gesprek", "spoken");
    assert_named(INTV_KIND_ELEMENT, "gespreck", "spoken");
    assert_named(INTV_KIND_ELEMENT, "spoken", "");
}
END_TEST

START_TEST(names_of_one_record_find_it_once)
{
    load(NAMED);
    assert_named(ANY_KIND, "cp", "cafe-project");
}
END_TEST

START_TEST(names_are_looked_up_in_one_kind_or_in_all)
{
    load(NAMED);
    assert_named(ANY_KIND, "cafe project", "cafe-project other cafe");
    assert_named(INTV_KIND_ORGANISATION, "cafe project", "cafe");
    assert_named(INTV_KIND_SOURCE, "cafe project", "");
    assert_named(1000, "cafe project", "");
}
END_TEST

START_TEST(names_that_nothing_has_are_no_failure)
{
    load(NAMED);
    assert_named(ANY_KIND, "", "");
    assert_named(ANY_KIND, " - ", "");
    assert_named(ANY_KIND, "\xFF\xFE", "");
}
END_TEST

START_TEST(names_found_are_counted_beyond_the_room_there_is)
{
    uint32_t records[2] = {7, 7};
    size_t count = 0;
    load(NAMED);
    ck_assert_int_eq(
        intv_catalogue_find_named(fixture.catalogue, ANY_KIND, "cafe project", records, 1, &count),
        INTV_OK);
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(records[0], find(INTV_KIND_INTERVENTION, "cafe-project"));
    ck_assert_uint_eq(records[1], 7);
    ck_assert_int_eq(
        intv_catalogue_find_named(fixture.catalogue, ANY_KIND, "cafe project", NULL, 0, &count),
        INTV_OK);
    ck_assert_uint_eq(count, 3);
}
END_TEST

START_TEST(names_are_not_looked_up_without_arguments)
{
    uint32_t records[2];
    size_t count = 9;
    load(NAMED);
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_int_eq(intv_catalogue_find_named(NULL, ANY_KIND, "cp", records, 2, &count),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_uint_eq(count, 0);
    ck_assert_int_eq(intv_catalogue_find_named(catalogue, ANY_KIND, NULL, records, 2, &count),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_catalogue_find_named(catalogue, ANY_KIND, "cp", NULL, 2, &count),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_catalogue_find_named(catalogue, ANY_KIND, "cp", records, 2, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

/* ---- the nearest ---- */

START_TEST(nearest_record_is_found_by_id_and_by_name)
{
    load(NAMED);
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t project = find(INTV_KIND_INTERVENTION, "cafe-project");
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, INTV_KIND_INTERVENTION, "cafe-projct"),
                      project);
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, ANY_KIND, "gespr\u00E9k"),
                      find(INTV_KIND_ELEMENT, "spoken"));
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, INTV_KIND_SOURCE, "cafe-projct"),
                      INTV_NONE);
}
END_TEST

START_TEST(nearest_record_of_something_far_away_is_none)
{
    load(NAMED);
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, ANY_KIND, "xylophone"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, ANY_KIND, ""), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, ANY_KIND, NULL), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find_nearest(catalogue, 1000, "cafe-project"), INTV_NONE);
}
END_TEST

/* ---- silence of a field ---- */

static void
assert_silence(const char *facts, enum intv_silence silence, uint32_t flags)
{
    char records[1000];
    snprintf(records, sizeof(records), PROGRAMME("a", "%s"), facts);
    load(records);
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    ck_assert_int_eq(intv_record_get_silence(fixture.catalogue, a, "setting"), silence);
    ck_assert_uint_eq(intv_record_get_silence_flags(fixture.catalogue, a, "setting"), flags);
}

#define BIT(silence) (UINT32_C(1) << (silence))

START_TEST(silence_of_a_field_has_its_cause)
{
    assert_silence("", INTV_NOT_STATED, BIT(INTV_NOT_STATED));
    assert_silence("<setting concept='school'/>", INTV_STATED, BIT(INTV_STATED));
    assert_silence(MARK("setting", "none"), INTV_SILENCE_NONE, BIT(INTV_SILENCE_NONE));
    assert_silence(MARK("setting", "not-read"), INTV_NOT_READ, BIT(INTV_NOT_READ));
    assert_silence(MARK("setting", "searched"), INTV_SEARCHED, BIT(INTV_SEARCHED));
}
END_TEST

START_TEST(silence_of_several_causes_is_the_one_that_asks_for_most_care)
{
    assert_silence(MARK("setting", "none") MARK("setting", "searched"), INTV_SEARCHED,
                   BIT(INTV_SILENCE_NONE) | BIT(INTV_SEARCHED));
    assert_silence(MARK("setting", "searched") MARK("setting", "not-read"), INTV_NOT_READ,
                   BIT(INTV_NOT_READ) | BIT(INTV_SEARCHED));
    assert_silence(MARK("setting", "none") MARK("setting", "not-read"), INTV_NOT_READ,
                   BIT(INTV_NOT_READ) | BIT(INTV_SILENCE_NONE));
}
END_TEST

START_TEST(silence_beside_a_stated_value_shows_in_the_flags)
{
    assert_silence("<setting concept='school'/>" MARK("setting", "not-read"), INTV_STATED,
                   BIT(INTV_STATED) | BIT(INTV_NOT_READ));
}
END_TEST

START_TEST(silence_of_what_does_not_exist_is_not_stated)
{
    load(PROGRAMME("a", ""));
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    ck_assert_int_eq(intv_record_get_silence(catalogue, a, "finding"), INTV_NOT_STATED);
    ck_assert_int_eq(intv_record_get_silence(catalogue, a, "no-field"), INTV_NOT_STATED);
    ck_assert_int_eq(intv_record_get_silence(catalogue, a, NULL), INTV_NOT_STATED);
    ck_assert_int_eq(intv_record_get_silence(catalogue, INTV_NONE, "setting"), INTV_NOT_STATED);
    ck_assert_uint_eq(intv_record_get_silence_flags(catalogue, INTV_NONE, "setting"),
                      BIT(INTV_NOT_STATED));
}
END_TEST

START_TEST(silence_of_a_fact_is_told_as_a_number)
{
    load(PROGRAMME("a", "<setting concept='school'/>" MARK("setting", "searched")));
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    const uint32_t stated = intv_record_find_fact(catalogue, a, "setting", 0);
    const uint32_t silent = intv_record_find_fact(catalogue, a, "setting", 1);
    ck_assert_int_eq(intv_fact_get_silence_cause(catalogue, stated), INTV_STATED);
    ck_assert_int_eq(intv_fact_get_silence_cause(catalogue, silent), INTV_SEARCHED);
    ck_assert_int_eq(intv_fact_get_silence_cause(catalogue, INTV_NONE), INTV_NOT_STATED);
    ck_assert_str_eq(intv_silence_get_name(intv_fact_get_silence_cause(catalogue, silent)),
                     intv_fact_get_silence(catalogue, silent));
}
END_TEST

START_TEST(silence_has_a_stable_number_name_and_words)
{
    static const struct
    {
        enum intv_silence silence;
        int number;
        const char *name;
    } CASES[] = {
        {INTV_STATED, 0, "stated"},     {INTV_NOT_STATED, 1, "not-stated"},
        {INTV_SILENCE_NONE, 2, "none"}, {INTV_NOT_READ, 3, "not-read"},
        {INTV_SEARCHED, 4, "searched"},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        ck_assert_int_eq(CASES[i].silence, CASES[i].number);
        ck_assert_str_eq(intv_silence_get_name(CASES[i].silence), CASES[i].name);
        ck_assert_str_ne(intv_silence_get_label(CASES[i].silence, INTV_DUTCH), "");
        ck_assert_str_ne(intv_silence_get_label(CASES[i].silence, INTV_ENGLISH), "");
    }
    ck_assert_str_eq(intv_silence_get_name((enum intv_silence)1000), "unknown");
    ck_assert_str_eq(intv_silence_get_label((enum intv_silence)1000, INTV_DUTCH), "");
}
END_TEST

/* ---- codes in words ---- */

START_TEST(code_of_a_fact_is_told_in_words)
{
    load(PROGRAMME("a", "<status value='ended'/><setting concept='school'/>"));
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    const uint32_t status = intv_record_find_fact(catalogue, a, "status", 0);
    const uint32_t setting = intv_record_find_fact(catalogue, a, "setting", 0);
    ck_assert_str_eq(intv_fact_get_code_label(catalogue, status, INTV_DUTCH), "Gestopt");
    ck_assert_str_eq(intv_fact_get_code_label(catalogue, status, INTV_ENGLISH), "Ended");
    ck_assert_str_eq(intv_fact_get_code_label(catalogue, setting, INTV_DUTCH), "");
    ck_assert_str_eq(intv_fact_get_code_label(catalogue, INTV_NONE, INTV_DUTCH), "");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        names_are_compared_without_accents_capitals_and_hyphens,
        names_of_every_sort_find_a_record,
        names_of_one_record_find_it_once,
        names_are_looked_up_in_one_kind_or_in_all,
        names_that_nothing_has_are_no_failure,
        names_found_are_counted_beyond_the_room_there_is,
        names_are_not_looked_up_without_arguments,
        nearest_record_is_found_by_id_and_by_name,
        nearest_record_of_something_far_away_is_none,
        silence_of_a_field_has_its_cause,
        silence_of_several_causes_is_the_one_that_asks_for_most_care,
        silence_beside_a_stated_value_shows_in_the_flags,
        silence_of_what_does_not_exist_is_not_stated,
        silence_of_a_fact_is_told_as_a_number,
        silence_has_a_stable_number_name_and_words,
        code_of_a_fact_is_told_in_words,
    };
    return run_tests("lookup", tests, LENGTH(tests));
}
