/* SPDX-License-Identifier: EUPL-1.2 */
/* Preconditions, categories, order, candidates and questions: rules 6 to 11 of doc/match.md. */
#include "match_fixture.h"

/* ---- 6. states of preconditions ---- */

START_TEST(match_unknown_precondition_is_not_unmet)
{
    load(PROGRAMME("a", NEEDS("funding")));
    assert_preconditions("funding:required:unknown:rb");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_a_precondition_has_the_state_that_was_said)
{
    load(PROGRAMME("a", NEEDS("trained-staff") NEEDS("funding") NEEDS("four-years")));
    say("funding", INTV_PARTLY_PRESENT);
    say("four-years", INTV_ABSENT);
    say("trained-staff", INTV_PRESENT);
    assert_preconditions("four-years:required:absent:rb funding:required:partly:rb "
                         "trained-staff:required:present:rb");
}
END_TEST

START_TEST(match_present_narrower_makes_broader_present)
{
    load(PROGRAMME("a", NEEDS("funding")));
    say("four-years", INTV_PRESENT);
    assert_preconditions("funding:required:present:rbd");
    assert_answer("a:fits");
}
END_TEST

START_TEST(match_absent_broader_makes_narrower_absent)
{
    load(PROGRAMME("a", NEEDS("four-years")));
    say("funding", INTV_ABSENT);
    assert_preconditions("four-years:required:absent:rbd");
    assert_answer("a:blocked");
}
END_TEST

START_TEST(match_partly_and_the_other_directions_derive_nothing)
{
    load(PROGRAMME("a", NEEDS("structural-funding")));
    say("funding", INTV_PRESENT);
    say("four-years", INTV_ABSENT);
    assert_preconditions("structural-funding:required:unknown:rb");
    load(PROGRAMME("a", NEEDS("structural-funding")));
    say("funding", INTV_PARTLY_PRESENT);
    say("four-years", INTV_PARTLY_PRESENT);
    assert_preconditions("structural-funding:required:unknown:rb");
}
END_TEST

START_TEST(match_what_was_said_comes_before_what_is_derived)
{
    load(PROGRAMME("a", NEEDS("structural-funding")));
    say("four-years", INTV_PRESENT);
    say("structural-funding", INTV_PARTLY_PRESENT);
    assert_preconditions("structural-funding:required:partly:rb");
}
END_TEST

START_TEST(match_the_strongest_need_counts)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding' need='facilitating'/>"
                        "<needs-precondition ref='funding'/>"
                        "<needs-precondition ref='funding' need='recommended'/>"
                        "<needs-precondition ref='four-years' need='facilitating'/>"
                        "<needs-precondition ref='four-years' need='unstated'/>"
                        "<needs-precondition ref='trained-staff'/>"));
    assert_preconditions("four-years:facilitating:unknown: funding:recommended:unknown: "
                         "trained-staff:unstated:unknown:r");
}
END_TEST

/* ---- 7. which preconditions decide ---- */

START_TEST(match_only_preconditions_for_delivery_decide)
{
    load(PROGRAMME("a", NEEDS("agreement") NEEDS("baseline") NEEDS("funding")));
    say("agreement", INTV_ABSENT);
    say("baseline", INTV_ABSENT);
    say("funding", INTV_PRESENT);
    assert_preconditions("agreement:required:absent: baseline:required:absent: "
                         "funding:required:present:rb");
    const struct intv_explanation *explanation = explain("a");
    ck_assert_str_eq(intv_explanation_get_precondition_scope(explanation, 0), "collaboration");
    ck_assert_str_eq(intv_explanation_get_precondition_scope(explanation, 1), "evaluation");
    ck_assert_str_eq(intv_explanation_get_precondition_scope(explanation, 2), "intervention");
    assert_answer("a:fits");
    assert_key(0, INTV_KEY_ABSENT, 0);
}
END_TEST

START_TEST(match_potential_need_does_not_block)
{
    load(
        PROGRAMME("a", "<needs-precondition ref='funding' need='required' strength='potential'/>"));
    say("funding", INTV_ABSENT);
    assert_preconditions("funding:required:absent:r");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_need_by_the_editor_does_not_block)
{
    load(PROGRAMME("a", BY_EDITOR("needs-precondition", "ref='funding' need='required'")));
    say("funding", INTV_ABSENT);
    assert_preconditions("funding:required:absent:r");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_need_that_is_not_required_does_not_block)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding'/>"
                        "<needs-precondition ref='trained-staff' need='recommended'/>"));
    say("funding", INTV_ABSENT);
    say("trained-staff", INTV_ABSENT);
    assert_preconditions("funding:unstated:absent:r trained-staff:recommended:absent:");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_one_strong_claim_is_enough_to_block)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding' need='required' strength='potential'/>"
                        "<needs-precondition ref='funding' need='required'/>"));
    say("funding", INTV_ABSENT);
    assert_answer("a:blocked");
    load(PROGRAMME("a", "<needs-precondition ref='funding' need='required' strength='potential'/>"
                        "<needs-precondition ref='funding' need='recommended'/>"));
    say("funding", INTV_ABSENT);
    assert_answer("a:open");
}
END_TEST

/* ---- 8. category ---- */

START_TEST(match_an_unmet_must_excludes_before_all)
{
    load(PROGRAMME("a", "<setting concept='home'/>" NEEDS("funding")));
    must("setting", "school");
    say("funding", INTV_ABSENT);
    assert_answer("a:excluded");
}
END_TEST

START_TEST(match_an_absent_requirement_blocks)
{
    load(PROGRAMME("a", "<setting concept='school'/>" NEEDS("funding")));
    must("setting", "school");
    say("funding", INTV_ABSENT);
    assert_answer("a:blocked");
}
END_TEST

START_TEST(match_a_partly_present_requirement_does_not_block_and_does_not_fit)
{
    load(PROGRAMME("a", NEEDS("funding")));
    say("funding", INTV_PARTLY_PRESENT);
    assert_answer("a:open");
}
END_TEST

START_TEST(match_fits_when_every_must_is_met_and_every_need_present)
{
    load(PROGRAMME("a", "<setting concept='school'/>" NEEDS("funding")));
    must("setting", "school");
    say("funding", INTV_PRESENT);
    assert_answer("a:fits");
}
END_TEST

START_TEST(match_unknown_never_excludes_and_never_fits)
{
    load(PROGRAMME("a", NEEDS_NOTHING));
    must("setting", "school");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_a_partly_met_must_does_not_fit)
{
    load(PROGRAMME("a", NEEDS_NOTHING "<setting concept='classroom'/>"));
    must("setting", "school");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_record_without_preconditions_never_fits)
{
    load(PROGRAMME("a", "<setting concept='school'/>")
             PROGRAMME("b", "<setting concept='school'/>" NEEDS("agreement")) PROGRAMME(
                 "c", "<setting concept='school'/>" MARK("needs-precondition", "searched")));
    must("setting", "school");
    say("agreement", INTV_PRESENT);
    assert_answer("a:open b:open c:open");
}
END_TEST

START_TEST(match_none_needed_by_a_source_fits_and_by_the_editor_does_not)
{
    load(PROGRAMME("a", NEEDS_NOTHING)
             PROGRAMME("b", "<needs-precondition asserted-by='editor'>"
                            "<not-stated cause='none'/></needs-precondition>"));
    assert_answer("a:fits b:open");
}
END_TEST

START_TEST(match_a_recommended_precondition_need_not_be_present)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding' need='recommended'/>"));
    assert_answer("a:fits");
}
END_TEST

START_TEST(match_wishes_never_change_the_category)
{
    load(PROGRAMME("a", NEEDS_NOTHING "<setting concept='home'/>"));
    wish("setting", "school");
    assert_state(INTV_UNMET, "other-stated");
    assert_answer("a:fits");
}
END_TEST

/* ---- 9. order ---- */

START_TEST(match_categories_come_first_in_the_order)
{
    load(PROGRAMME("a", "<setting concept='home'/>") PROGRAMME("b", NEEDS("funding"))
             PROGRAMME("c", "") PROGRAMME("d", NEEDS_NOTHING "<setting concept='school'/>"));
    must("setting", "school,anywhere");
    say("funding", INTV_ABSENT);
    assert_answer("d:fits c:open b:blocked a:excluded");
}
END_TEST

START_TEST(match_wishes_are_exact_fractions)
{
    load(PROGRAMME("a", "<setting concept='school'/><level concept='selective'/>"
                        "<aim concept='connect'/>"));
    wish("setting", "school");
    wish("setting", "anywhere");
    wish("level", "universal");
    wish("aim", "know");
    assert_key(0, INTV_KEY_WISHES_LOW, 3);
    assert_key(0, INTV_KEY_WISHES_HIGH, 5);
    assert_key(0, INTV_KEY_WISHES_PARTS, 8);
}
END_TEST

START_TEST(match_wishes_met_for_sure_come_before_wishes_that_may_be_met)
{
    load(PROGRAMME("a", "") PROGRAMME("b", "<setting concept='classroom'/>") PROGRAMME(
        "c", "<setting concept='school'/>") PROGRAMME("d", "<setting concept='home'/>"));
    wish("setting", "school");
    assert_answer("c:open b:open a:open d:open");
}
END_TEST

START_TEST(match_wishes_that_do_not_apply_are_left_out_of_the_fraction)
{
    load(PROGRAMME("a", "<setting concept='school'/><language tag='nl'/>")
             RECORD("b", "kind='type'", "<setting concept='school'/>")
                 PROGRAMME("c", "<setting concept='school'/>"));
    include(INTV_INCLUDE_TYPES);
    wish("setting", "school");
    wish("language", "nl");
    assert_answer("a:open b:open c:open");
    assert_key(1, INTV_KEY_WISHES_LOW, 2);
    assert_key(1, INTV_KEY_WISHES_PARTS, 2);
    assert_key(2, INTV_KEY_WISHES_LOW, 2);
    assert_key(2, INTV_KEY_WISHES_HIGH, 4);
    assert_key(2, INTV_KEY_WISHES_PARTS, 4);
}
END_TEST

START_TEST(match_without_a_wish_that_applies_the_fraction_counts_as_nothing)
{
    load(RECORD("a", "kind='type'", "") PROGRAMME("b", "") PROGRAMME("c", "<language tag='nl'/>"));
    include(INTV_INCLUDE_TYPES);
    wish("language", "nl");
    assert_answer("c:open b:open a:open");
    assert_key(2, INTV_KEY_WISHES_PARTS, 0);
}
END_TEST

START_TEST(match_fewer_absent_then_fewer_partly_then_fewer_unknown)
{
#define HELPED_BY(precondition) "<needs-precondition ref='" precondition "' need='facilitating'/>"
    load(PROGRAMME("a", HELPED_BY("trained-staff")) PROGRAMME("b", HELPED_BY("structural-funding"))
             PROGRAMME("c", HELPED_BY("four-years")) PROGRAMME("d", HELPED_BY("funding")));
    say("trained-staff", INTV_ABSENT);
    say("structural-funding", INTV_PARTLY_PRESENT);
    say("funding", INTV_PRESENT);
    assert_answer("d:fits c:fits b:fits a:fits");
    assert_key(3, INTV_KEY_ABSENT, 1);
    assert_key(2, INTV_KEY_PARTLY, 1);
    assert_key(1, INTV_KEY_UNKNOWN, 1);
    assert_key(0, INTV_KEY_UNKNOWN, 0);
}
END_TEST

#define DESIGN(concept) "<design concept='" concept "'/>"

START_TEST(match_stronger_evidence_comes_first)
{
    load(PROGRAMME("a", "") PROGRAMME("b", "") PROGRAMME("c", "") PROGRAMME("d", "")
             EVALUATION("e", OF("b"), DESIGN("survey") FINDING("trust", "positive")) EVALUATION(
                 "f", OF("c"), DESIGN("survey") DESIGN("trial") FINDING("trust", "positive"))
                 EVALUATION("g", OF("d"), DESIGN("interviews") FINDING("trust", "positive")));
    assert_answer("c:open b:open a:open d:open");
    assert_key(0, INTV_KEY_EVIDENCE, 5);
    assert_key(1, INTV_KEY_EVIDENCE, 1);
    assert_key(2, INTV_KEY_EVIDENCE, 0);
    assert_key(3, INTV_KEY_EVIDENCE, 0);
}
END_TEST

START_TEST(match_a_negative_finding_takes_away_the_strength_of_its_outcome)
{
    load(PROGRAMME("a", "") EVALUATION("e", OF("a"), DESIGN("trial") FINDING("trust", "positive"))
             EVALUATION("f", OF("a"),
                        DESIGN("survey") FINDING("trust", "negative")
                            FINDING("knowledge", "positive")));
    assert_key(0, INTV_KEY_EVIDENCE, 1);
}
END_TEST

START_TEST(match_strength_needs_a_positive_finding)
{
    load(PROGRAMME("a", "") EVALUATION("e", OF("a"), DESIGN("trial") FINDING("trust", "mixed"))
             EVALUATION("f", OF("a"),
                        DESIGN("trial")
                            BY("provider", "finding", "outcome='trust' direction='positive'")));
    assert_key(0, INTV_KEY_EVIDENCE, 0);
}
END_TEST

START_TEST(match_ids_come_last_in_byte_order)
{
    load(PROGRAMME("b", "") PROGRAMME("a-b", "") PROGRAMME("ab", "") PROGRAMME("a1", "")
             PROGRAMME("a10", "") PROGRAMME("a2", ""));
    assert_answer("a-b:open a1:open a10:open a2:open ab:open b:open");
}
END_TEST

/* ---- 10. candidates ---- */

static const char EVERY_KIND_OF_CANDIDATE[] = PROGRAMME("plain", "")
    PROGRAMME("ended", "<status value='ended'/>") PROGRAMME("running", "<status value='running'/>")
        PROGRAMME("unclear", MARK("status", "not-read")) RECORD("type", "kind='type'", "")
            RECORD("tool", "kind='instrument'", "")
                RECORD("dutch", "kind='intervention' country='NL'", "")
                    RECORD("belgian", "kind='intervention' country='BE'", "")
                        RECORD("replaced", "kind='intervention' replaced-by='plain'", "");

START_TEST(match_only_dutch_running_programmes_are_candidates)
{
    load(EVERY_KIND_OF_CANDIDATE);
    assert_answer("dutch:open plain:open running:open unclear:open");
}
END_TEST

START_TEST(match_more_candidates_come_when_asked_for)
{
    static const struct
    {
        uint32_t what;
        const char *answer;
    } ROWS[] = {
        {INTV_INCLUDE_TYPES, "dutch:open plain:open running:open type:open unclear:open"},
        {INTV_INCLUDE_INSTRUMENTS, "dutch:open plain:open running:open tool:open unclear:open"},
        {INTV_INCLUDE_FOREIGN, "belgian:open dutch:open plain:open running:open unclear:open"},
        {INTV_INCLUDE_ENDED,
         "dutch:open ended:open plain:open replaced:open running:open unclear:open"},
        {INTV_INCLUDE_DELIVERERS, "dutch:open plain:open running:open unclear:open"},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++) {
        load(EVERY_KIND_OF_CANDIDATE);
        include(ROWS[i].what);
        assert_answer(ROWS[i].answer);
    }
}
END_TEST

START_TEST(match_an_ended_foreign_type_must_be_asked_for_three_times)
{
    load(RECORD("a", "kind='type' country='DE'", "<status value='ended'/>"));
    include(INTV_INCLUDE_TYPES | INTV_INCLUDE_FOREIGN);
    assert_answer("");
    include(INTV_INCLUDE_ENDED);
    match();
    assert_answer("a:open");
}
END_TEST

START_TEST(match_nothing_is_inherited_over_part_of_and_variant_of)
{
    load(PROGRAMME("a", "<part-of ref='b'/><variant-of ref='b'/>")
             PROGRAMME("b", "<setting concept='school'/>" NEEDS("funding")));
    must("setting", "school");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    assert_preconditions("");
}
END_TEST

START_TEST(match_without_candidates_is_an_empty_answer)
{
    load("");
    must("setting", "school");
    assert_answer("");
    assert_questions("");
    ck_assert_uint_eq(intv_match_get_count(fixture.match), 0);
}
END_TEST

START_TEST(match_an_empty_situation_asks_nothing_and_excludes_nothing)
{
    load(PROGRAMME("a", "<setting concept='home'/>") PROGRAMME("b", NEEDS_NOTHING));
    assert_answer("b:fits a:open");
    ck_assert_uint_eq(intv_explanation_get_criterion_count(explain("a")), 0);
}
END_TEST

/* ---- 11. questions ---- */

START_TEST(match_a_question_scores_for_what_it_blocks_and_what_it_completes)
{
    load(PROGRAMME("a", NEEDS("funding")) PROGRAMME("b", NEEDS("funding") NEEDS("trained-staff"))
             PROGRAMME("c", "<needs-precondition ref='four-years'/>" NEEDS("trained-staff")));
    assert_questions("funding:3 trained-staff:2 four-years:0");
}
END_TEST

START_TEST(match_questions_with_equal_scores_stand_in_the_order_of_ids)
{
    load(PROGRAMME("a", NEEDS("trained-staff") NEEDS("funding") NEEDS("four-years")));
    assert_questions("four-years:1 funding:1 trained-staff:1");
}
END_TEST

START_TEST(match_only_open_candidates_ask)
{
    load(PROGRAMME("a", "<setting concept='home'/>" NEEDS("funding"))
             PROGRAMME("b", NEEDS("four-years") NEEDS("trained-staff")));
    must("setting", "school");
    say("trained-staff", INTV_ABSENT);
    assert_answer("b:blocked a:excluded");
    assert_questions("");
}
END_TEST

START_TEST(match_a_question_completes_only_when_every_must_is_met)
{
    load(PROGRAMME("a", NEEDS("funding")));
    must("setting", "school");
    assert_questions("funding:1");
}
END_TEST

START_TEST(match_a_partly_present_need_keeps_a_question_from_completing)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding'/>" NEEDS("trained-staff")));
    say("trained-staff", INTV_PARTLY_PRESENT);
    assert_questions("funding:0");
}
END_TEST

START_TEST(match_only_relevant_unknown_preconditions_are_asked)
{
    load(PROGRAMME("a", "<needs-precondition ref='funding' need='recommended'/>" NEEDS("agreement")
                            NEEDS("baseline") NEEDS("trained-staff")));
    say("trained-staff", INTV_PARTLY_PRESENT);
    assert_questions("");
}
END_TEST

START_TEST(match_a_derived_state_is_not_asked)
{
    load(PROGRAMME("a", NEEDS("funding") NEEDS("trained-staff")));
    say("four-years", INTV_PRESENT);
    assert_questions("trained-staff:2");
}
END_TEST

/* ---- contradictions ---- */

START_TEST(match_present_under_absent_is_a_contradiction)
{
    struct intv_diagnostics *diagnostics = NULL;
    load(PROGRAMME("a", ""));
    say("four-years", INTV_PRESENT);
    say("funding", INTV_ABSENT);
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    fixture.match = (struct intv_match *)&fixture;
    ck_assert_int_eq(intv_match_new(fixture.situation, &fixture.match, diagnostics),
                     INTV_ERROR_CONTRADICTION);
    ck_assert_ptr_null(fixture.match);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 1);
    ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "contradicting-states");
    intv_diagnostics_free(diagnostics);
    ck_assert_int_eq(intv_match_new(fixture.situation, &fixture.match, NULL),
                     INTV_ERROR_CONTRADICTION);
}
END_TEST

START_TEST(match_partly_under_absent_is_no_contradiction)
{
    load(PROGRAMME("a", NEEDS("four-years")));
    say("four-years", INTV_PARTLY_PRESENT);
    say("funding", INTV_ABSENT);
    assert_preconditions("four-years:required:partly:rb");
}
END_TEST

START_TEST(match_absent_under_present_is_no_contradiction)
{
    load(PROGRAMME("a", NEEDS("four-years")));
    say("four-years", INTV_ABSENT);
    say("funding", INTV_PRESENT);
    assert_answer("a:blocked");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        match_unknown_precondition_is_not_unmet,
        match_a_precondition_has_the_state_that_was_said,
        match_present_narrower_makes_broader_present,
        match_absent_broader_makes_narrower_absent,
        match_partly_and_the_other_directions_derive_nothing,
        match_what_was_said_comes_before_what_is_derived,
        match_the_strongest_need_counts,
        match_only_preconditions_for_delivery_decide,
        match_potential_need_does_not_block,
        match_need_by_the_editor_does_not_block,
        match_need_that_is_not_required_does_not_block,
        match_one_strong_claim_is_enough_to_block,
        match_an_unmet_must_excludes_before_all,
        match_an_absent_requirement_blocks,
        match_a_partly_present_requirement_does_not_block_and_does_not_fit,
        match_fits_when_every_must_is_met_and_every_need_present,
        match_unknown_never_excludes_and_never_fits,
        match_a_partly_met_must_does_not_fit,
        match_record_without_preconditions_never_fits,
        match_none_needed_by_a_source_fits_and_by_the_editor_does_not,
        match_a_recommended_precondition_need_not_be_present,
        match_wishes_never_change_the_category,
        match_categories_come_first_in_the_order,
        match_wishes_are_exact_fractions,
        match_wishes_met_for_sure_come_before_wishes_that_may_be_met,
        match_wishes_that_do_not_apply_are_left_out_of_the_fraction,
        match_without_a_wish_that_applies_the_fraction_counts_as_nothing,
        match_fewer_absent_then_fewer_partly_then_fewer_unknown,
        match_stronger_evidence_comes_first,
        match_a_negative_finding_takes_away_the_strength_of_its_outcome,
        match_strength_needs_a_positive_finding,
        match_ids_come_last_in_byte_order,
        match_only_dutch_running_programmes_are_candidates,
        match_more_candidates_come_when_asked_for,
        match_an_ended_foreign_type_must_be_asked_for_three_times,
        match_nothing_is_inherited_over_part_of_and_variant_of,
        match_without_candidates_is_an_empty_answer,
        match_an_empty_situation_asks_nothing_and_excludes_nothing,
        match_a_question_scores_for_what_it_blocks_and_what_it_completes,
        match_questions_with_equal_scores_stand_in_the_order_of_ids,
        match_only_open_candidates_ask,
        match_a_question_completes_only_when_every_must_is_met,
        match_a_partly_present_need_keeps_a_question_from_completing,
        match_only_relevant_unknown_preconditions_are_asked,
        match_a_derived_state_is_not_asked,
        match_present_under_absent_is_a_contradiction,
        match_partly_under_absent_is_no_contradiction,
        match_absent_under_present_is_no_contradiction,
    };
    return run_tests("candidates", tests, LENGTH(tests));
}
