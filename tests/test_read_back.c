/* SPDX-License-Identifier: EUPL-1.2 */
/* Everything that the JSON of an answer holds can be had by functions too. */
#include "match_fixture.h"

/* ---- the situation ---- */

static void
ask_everything(void)
{
    load(PROGRAMME("a", ""));
    must("doelgroep", "parents,Teachers");
    wish("age", "12-18");
    say("trained-staff", INTV_ABSENT);
    say("four-years", INTV_PARTLY_PRESENT);
    include(INTV_INCLUDE_ENDED);
    include(INTV_INCLUDE_TYPES);
    ck_assert_int_eq(intv_situation_set_as_of(fixture.situation, "2026-11-02"), INTV_OK);
}

START_TEST(situation_gives_back_its_criteria)
{
    ask_everything();
    const struct intv_situation *situation = fixture.situation;
    ck_assert_uint_eq(intv_situation_get_criterion_count(situation), 2);
    ck_assert_str_eq(intv_situation_get_criterion_field(situation, 0, INTV_ENGLISH),
                     "target-group");
    ck_assert_str_eq(intv_situation_get_criterion_field(situation, 0, INTV_DUTCH), "doelgroep");
    ck_assert_str_eq(intv_situation_get_criterion_field(situation, 1, INTV_DUTCH), "leeftijd");
    ck_assert_int_eq(intv_situation_get_criterion_importance(situation, 0), INTV_MUST);
    ck_assert_int_eq(intv_situation_get_criterion_importance(situation, 1), INTV_WISH);
}
END_TEST

START_TEST(situation_gives_back_options_as_ids_or_as_written)
{
    ask_everything();
    const struct intv_situation *situation = fixture.situation;
    ck_assert_uint_eq(intv_situation_get_option_count(situation, 0), 2);
    ck_assert_str_eq(intv_situation_get_option(situation, 0, 1), "teachers");
    ck_assert_uint_eq(intv_situation_get_option_record(situation, 0, 1),
                      find(INTV_KIND_CONCEPT, "teachers"));
    ck_assert_uint_eq(intv_situation_get_option_count(situation, 1), 1);
    ck_assert_str_eq(intv_situation_get_option(situation, 1, 0), "12-18");
    ck_assert_uint_eq(intv_situation_get_option_record(situation, 1, 0), INTV_NONE);
}
END_TEST

START_TEST(situation_gives_back_the_rest)
{
    ask_everything();
    const struct intv_situation *situation = fixture.situation;
    ck_assert_uint_eq(intv_situation_get_precondition_count(situation), 2);
    ck_assert_uint_eq(intv_situation_get_precondition(situation, 0),
                      find(INTV_KIND_PRECONDITION, "trained-staff"));
    ck_assert_int_eq(intv_situation_get_precondition_state(situation, 0), INTV_ABSENT);
    ck_assert_int_eq(intv_situation_get_precondition_state(situation, 1), INTV_PARTLY_PRESENT);
    ck_assert_uint_eq(intv_situation_get_as_of(situation), 20261102);
    ck_assert_uint_eq(intv_situation_get_include(situation),
                      INTV_INCLUDE_ENDED | INTV_INCLUDE_TYPES);
    ck_assert_ptr_eq(intv_situation_get_catalogue(situation), fixture.catalogue);
}
END_TEST

START_TEST(situation_gives_back_nothing_beyond_what_it_holds)
{
    ask_everything();
    const struct intv_situation *situation = fixture.situation;
    const size_t beyond[] = {2, SIZE_MAX};
    for (size_t i = 0; i < LENGTH(beyond); i++) {
        ck_assert_str_eq(intv_situation_get_criterion_field(situation, beyond[i], INTV_DUTCH), "");
        ck_assert_int_eq(intv_situation_get_criterion_importance(situation, beyond[i]), INTV_WISH);
        ck_assert_uint_eq(intv_situation_get_option_count(situation, beyond[i]), 0);
        ck_assert_str_eq(intv_situation_get_option(situation, beyond[i], 0), "");
        ck_assert_str_eq(intv_situation_get_option(situation, 0, beyond[i]), "");
        ck_assert_uint_eq(intv_situation_get_option_record(situation, 0, beyond[i]), INTV_NONE);
        ck_assert_uint_eq(intv_situation_get_precondition(situation, beyond[i]), INTV_NONE);
        ck_assert_int_eq(intv_situation_get_precondition_state(situation, beyond[i]), INTV_UNSAID);
    }
}
END_TEST

START_TEST(situation_of_nothing_has_nothing)
{
    load("");
    ck_assert_ptr_null(intv_situation_get_catalogue(NULL));
    ck_assert_uint_eq(intv_situation_get_criterion_count(NULL), 0);
    ck_assert_uint_eq(intv_situation_get_precondition_count(NULL), 0);
    ck_assert_uint_eq(intv_situation_get_as_of(NULL), 0);
    ck_assert_uint_eq(intv_situation_get_include(NULL), 0);
    ck_assert_uint_eq(intv_situation_get_as_of(fixture.situation), 0);
    ck_assert_uint_eq(intv_situation_get_include(fixture.situation), 0);
    ck_assert_uint_eq(intv_situation_get_precondition_count(fixture.situation), 0);
}
END_TEST

START_TEST(importance_and_include_have_stable_names)
{
    static const char *const NAMES[] = {"types", "instruments", "foreign", "ended", "deliverers"};
    ck_assert_str_eq(intv_importance_get_name(INTV_MUST), "must");
    ck_assert_str_eq(intv_importance_get_name(INTV_WISH), "wish");
    ck_assert_str_eq(intv_importance_get_name((enum intv_importance)2), "unknown");
    for (size_t i = 0; i < LENGTH(NAMES); i++)
        ck_assert_str_eq(intv_include_get_name(UINT32_C(1) << i), NAMES[i]);
    ck_assert_ptr_null(intv_include_get_name(0));
    ck_assert_ptr_null(intv_include_get_name(3));
    ck_assert_ptr_null(intv_include_get_name(UINT32_C(1) << 31));
}
END_TEST

/* ---- the match ---- */

START_TEST(match_keeps_the_situation_as_it_was)
{
    ask_everything();
    match();
    wish("setting", "school");
    include(INTV_INCLUDE_FOREIGN);
    const struct intv_situation *matched = intv_match_get_situation(fixture.match);
    ck_assert_uint_eq(intv_situation_get_criterion_count(matched), 2);
    ck_assert_uint_eq(intv_situation_get_include(matched), INTV_INCLUDE_ENDED | INTV_INCLUDE_TYPES);
    ck_assert_uint_eq(intv_situation_get_as_of(matched), intv_match_get_as_of(fixture.match));
    ck_assert_ptr_eq(intv_situation_get_catalogue(matched), fixture.catalogue);
    ck_assert_ptr_null(intv_match_get_situation(NULL));
}
END_TEST

START_TEST(match_tells_preconditions_in_the_order_of_ids)
{
    ask_everything();
    match();
    const struct intv_situation *matched = intv_match_get_situation(fixture.match);
    ck_assert_uint_eq(intv_situation_get_precondition(matched, 0),
                      find(INTV_KIND_PRECONDITION, "four-years"));
    ck_assert_uint_eq(intv_situation_get_precondition(matched, 0),
                      intv_match_get_said(fixture.match, 0));
    ck_assert_int_eq(intv_situation_get_precondition_state(matched, 0), INTV_PARTLY_PRESENT);
}
END_TEST

static void
assert_old(const char *as_of, int is_old)
{
    ck_assert_int_eq(intv_situation_set_as_of(fixture.situation, as_of), INTV_OK);
    match();
    ck_assert_int_eq(intv_match_is_edition_old(fixture.match), is_old);
}

START_TEST(edition_is_old_after_twelve_months)
{
    load("");
    assert_old(NULL, -1);
    assert_old("2026-11-01", 0);
    assert_old("2027-11-01", 0);
    assert_old("2027-11-02", 1);
    ck_assert_int_eq(intv_match_is_edition_old(NULL), -1);
}
END_TEST

/* ---- the explanation ---- */

START_TEST(explanation_holds_the_situation)
{
    ask_everything();
    const struct intv_situation *explained = intv_explanation_get_situation(explain("a"));
    ck_assert_uint_eq(intv_situation_get_criterion_count(explained), 2);
    ck_assert_str_eq(intv_situation_get_option(explained, 1, 0), "12-18");
    ck_assert_ptr_null(intv_explanation_get_situation(NULL));
}
END_TEST

#define NEED(precondition, need, locator)                                                          \
    "<needs-precondition ref='" precondition "' need='" need "' locator='" locator "'/>"

/* The places of the claims on a precondition, with spaces between. */
static void
assert_needs(size_t index, const char *expected)
{
    char found[100] = "";
    const size_t count = intv_explanation_get_precondition_claim_count(fixture.explanation, index);
    for (size_t i = 0; i < count; i++) {
        const size_t length = strlen(found);
        const uint32_t claim =
            intv_explanation_get_precondition_claim(fixture.explanation, index, i);
        snprintf(found + length, sizeof(found) - length, "%s%s", i > 0 ? " " : "",
                 intv_fact_get_locator(fixture.catalogue, claim));
    }
    ck_assert_str_eq(found, expected);
    ck_assert_uint_eq(intv_explanation_get_precondition_claim(fixture.explanation, index, count),
                      INTV_NONE);
    ck_assert_uint_eq(intv_explanation_get_precondition_claim(fixture.explanation, index, SIZE_MAX),
                      INTV_NONE);
}

START_TEST(explanation_tells_the_claims_on_each_precondition)
{
    load(PROGRAMME("a", NEED("trained-staff", "required", "1") NEED("funding", "unstated", "2")
                            NEED("trained-staff", "recommended", "3")
                                MARK("needs-precondition", "searched")));
    ck_assert_uint_eq(intv_explanation_get_precondition_count(explain("a")), 2);
    assert_needs(0, "2");
    assert_needs(1, "1 3");
    assert_needs(2, "");
    assert_needs(SIZE_MAX, "");
}
END_TEST

static void
assert_states_preconditions(const char *facts, int states)
{
    char records[1000];
    snprintf(records, sizeof(records), PROGRAMME("a", "%s"), facts);
    load(records);
    ck_assert_int_eq(intv_explanation_states_preconditions(explain("a")), states);
}

START_TEST(explanation_says_whether_preconditions_are_stated)
{
    assert_states_preconditions("", 0);
    assert_states_preconditions(NEEDS("funding"), 1);
    assert_states_preconditions(NEEDS("agreement"), 0);
    assert_states_preconditions(NEEDS_NOTHING, 1);
    assert_states_preconditions(MARK("needs-precondition", "not-read"), 0);
    assert_states_preconditions("<facts asserted-by='editor'>" NEEDS_NOTHING "</facts>", 0);
    ck_assert_int_eq(intv_explanation_states_preconditions(NULL), 0);
}
END_TEST

static void
assert_part_silence(const char *facts, enum intv_silence silence)
{
    char records[1000];
    snprintf(records, sizeof(records), PROGRAMME("a", "%s"), facts);
    load(records);
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "side-effects"), silence);
}

START_TEST(explanation_says_why_a_part_may_not_tell_everything)
{
    static const char STATED[] = "<side-effect><wording>drukte</wording></side-effect>";
    char both[300];
    assert_part_silence("", INTV_NOT_STATED);
    assert_part_silence(STATED, INTV_STATED);
    assert_part_silence(MARK("side-effect", "none") MARK("side-effect", "searched"), INTV_SEARCHED);
    snprintf(both, sizeof(both), "%s%s", STATED, MARK("side-effect", "not-read"));
    assert_part_silence(both, INTV_NOT_READ);
    ck_assert_int_eq(intv_explanation_get_silence(fixture.explanation, "no-part"), INTV_NOT_STATED);
    ck_assert_int_eq(intv_explanation_get_silence(fixture.explanation, NULL), INTV_NOT_STATED);
    ck_assert_int_eq(intv_explanation_get_silence(NULL, "side-effects"), INTV_NOT_STATED);
}
END_TEST

#define ABOUT(outcome, for) "<finding outcome='" outcome "'>" for "</finding>"

START_TEST(finding_is_about_whom_it_names_or_about_all)
{
    load(PROGRAMME("a", "") PROGRAMME("b", "") EVALUATION(
        "study", OF("a") OF("b"), ABOUT("trust", "<for ref='b'/>") ABOUT("knowledge", "")));
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t study = find(INTV_KIND_EVALUATION, "study");
    const uint32_t of_b = intv_record_find_fact(catalogue, study, "finding", 0);
    const uint32_t of_all = intv_record_find_fact(catalogue, study, "finding", 1);
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    const uint32_t b = find(INTV_KIND_INTERVENTION, "b");
    ck_assert_int_eq(intv_finding_is_about(catalogue, of_b, a), 0);
    ck_assert_int_eq(intv_finding_is_about(catalogue, of_b, b), 1);
    ck_assert_int_eq(intv_finding_is_about(catalogue, of_all, a), 1);
    ck_assert_int_eq(intv_finding_is_about(catalogue, INTV_NONE, a), 0);
}
END_TEST

#define SOURCE(id, read) "<source id='" id "' read='" read "'><title>" id "</title></source>"

START_TEST(evaluation_was_read_as_far_as_the_source_that_was_read_furthest)
{
    load(PROGRAMME("a", "") SOURCE("part", "section") SOURCE("hardly", "contents")
             EVALUATION("study", OF("a"), "<reported-in ref='hardly'/><reported-in ref='part'/>")
                 EVALUATION("unreported", OF("a"), ""));
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_str_eq(intv_evaluation_get_extent(catalogue, find(INTV_KIND_EVALUATION, "study")),
                     "section");
    ck_assert_str_eq(
        intv_evaluation_get_extent(catalogue, find(INTV_KIND_EVALUATION, "unreported")), "");
    ck_assert_str_eq(intv_evaluation_get_extent(catalogue, find(INTV_KIND_SOURCE, "part")), "");
    ck_assert_str_eq(intv_evaluation_get_extent(catalogue, INTV_NONE), "");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        situation_gives_back_its_criteria,
        situation_gives_back_options_as_ids_or_as_written,
        situation_gives_back_the_rest,
        situation_gives_back_nothing_beyond_what_it_holds,
        situation_of_nothing_has_nothing,
        importance_and_include_have_stable_names,
        match_keeps_the_situation_as_it_was,
        match_tells_preconditions_in_the_order_of_ids,
        edition_is_old_after_twelve_months,
        explanation_holds_the_situation,
        explanation_tells_the_claims_on_each_precondition,
        explanation_says_whether_preconditions_are_stated,
        explanation_says_why_a_part_may_not_tell_everything,
        finding_is_about_whom_it_names_or_about_all,
        evaluation_was_read_as_far_as_the_source_that_was_read_furthest,
    };
    return run_tests("read-back", tests, LENGTH(tests));
}
