/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A match over a catalogue from which a lenient load left something out: rules 3b, 8 and 9 of
 * doc/match.md. What was left out never counts as no.
 */
#include "match_fixture.h"

/* A value that no list has, so that the fact goes. */
#define GONE(field) "<" field " concept='gone'/>"
#define BAD_RANGE "<ages min='9' max='3'/>"

/* One intervention "a" with these facts, leniently loaded, one must, and its state. */
static void
assert_lenient_case(const char *facts, const char *field, const char *value, enum intv_state state,
                    const char *reason)
{
    char records[2000];
    ck_assert_int_lt(snprintf(records, sizeof(records), PROGRAMME("a", "%s"), facts),
                     (int)sizeof(records));
    load_as(1, records);
    must(field, value);
    assert_state(state, reason);
}

static void
assert_dropped(const char *facts, const char *field, const char *value)
{
    assert_lenient_case(facts, field, value, INTV_UNKNOWN, "dropped");
    assert_marks(0, 0, "dropped");
    assert_answer("a:open");
}

START_TEST(match_over_a_complete_catalogue_is_the_same_after_a_lenient_load)
{
    static const char FACTS[] = "<setting concept='home'/>";
    assert_lenient_case(FACTS, "setting", "school", INTV_UNMET, "other-stated");
    assert_answer("a:excluded");
    ck_assert_int_eq(intv_catalogue_is_incomplete(fixture.catalogue), 0);
    assert_case(FACTS, "setting", "school", INTV_UNMET, "other-stated");
}
END_TEST

START_TEST(match_incomplete_field_is_unknown_and_not_unmet)
{
    assert_dropped(GONE("setting") "<setting concept='home'/>", "setting", "school");
    assert_dropped("<setting concept='home'/>" GONE("setting"), "setting", "school");
    assert_dropped(GONE("target-group") "<target-group concept='teachers'/>", "target-group",
                   "parents");
    assert_dropped("<level concept='selective'/>" GONE("level"), "level", "universal");
    assert_dropped("<cost value='90000' per='group'/><cost value='-1' per='group'/>", "cost",
                   "1/group");
    assert_dropped("<duration value='90' unit='weeks'/><duration value='x' unit='weeks'/>",
                   "duration", "1 weeks");
}
END_TEST

START_TEST(match_incomplete_field_of_which_nothing_is_left_is_unknown)
{
    assert_dropped(GONE("setting"), "setting", "school");
    assert_dropped(GONE("setting") MARK("setting", "not-read"), "setting", "school");
}
END_TEST

START_TEST(match_none_in_an_incomplete_field_is_not_unmet)
{
    assert_dropped(MARK("setting", "none") GONE("setting"), "setting", "school");
    assert_lenient_case(MARK("setting", "none") GONE("aim"), "setting", "school", INTV_UNMET,
                        "stated-none");
}
END_TEST

START_TEST(match_incomplete_open_field_says_that_something_was_left_out)
{
    assert_dropped("<aim concept='connect'/>" GONE("aim"), "aim", "recognise");
    assert_lenient_case("<aim concept='connect'/>" GONE("setting"), "aim", "recognise",
                        INTV_UNKNOWN, "not-listed");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_what_is_stated_still_meets_in_an_incomplete_field)
{
    assert_lenient_case(GONE("setting") "<setting concept='school'/>", "setting", "school",
                        INTV_MET, "equal");
    assert_lenient_case(GONE("setting") "<setting concept='classroom'/>", "setting", "school",
                        INTV_PARTLY_MET, "narrower-only");
    assert_lenient_case(GONE("aim") "<aim concept='know'/>", "aim", "recognise", INTV_UNKNOWN,
                        "broader-only");
}
END_TEST

START_TEST(match_incomplete_comes_before_the_rule_of_the_editor)
{
    assert_dropped(BY_EDITOR("setting", "concept='home'") GONE("setting"), "setting", "school");
}
END_TEST

START_TEST(match_left_out_ideology_counts_for_both_relations)
{
    assert_dropped("<ideology concept='jihadist' relation='studied-with'/>" GONE("ideology"),
                   "ideology-studied", "right-wing");
    assert_dropped("<ideology concept='jihadist'/>" GONE("ideology"), "ideology", "right-wing");
}
END_TEST

START_TEST(match_ages_are_incomplete_wherever_ages_may_stand)
{
    static const char GROUP[] =
        "<target-group concept='parents'><ages min='30' max='40'/>" BAD_RANGE "</target-group>";
    assert_dropped("<ages min='30' max='40'/>" BAD_RANGE, "age", "12-18");
    assert_dropped(GROUP, "age", "12-18");
    assert_dropped("<ages min='30' max='40'/>" GONE("target-group"), "age", "12-18");
    assert_lenient_case("<ages min='30' max='40'/>" GONE("setting"), "age", "12-18", INTV_UNMET,
                        "outside");
    assert_lenient_case("<ages min='12' max='40'/>" BAD_RANGE, "age", "12-18", INTV_MET, "within");
}
END_TEST

START_TEST(match_skipped_element_makes_every_field_incomplete)
{
    assert_dropped("<settings concept='school'/><setting concept='home'/>", "setting", "school");
    assert_dropped("<mood/><ages min='30' max='40'/>", "age", "12-18");
}
END_TEST

/* ---- hierarchies ---- */

#define CONCEPT(id, broader)                                                                       \
    "<concept id='" id "' scheme='setting'><label>" id "</label>" broader "</concept>"

START_TEST(match_lost_broader_record_of_what_is_wanted_is_not_unmet)
{
    load_as(1, CONCEPT("gym", "<broader ref='lost'/>") PROGRAMME("a", "<setting concept='home'/>"));
    must("setting", "gym");
    assert_state(INTV_UNKNOWN, "dropped");
    assert_marks(0, 0, "dropped");
    assert_answer("a:open");
}
END_TEST

START_TEST(match_lost_broader_record_higher_up_of_what_is_stated_is_not_unmet)
{
    load_as(1, CONCEPT("hall", "<broader ref='lost'/>") CONCEPT("gym", "<broader ref='hall'/>")
                   PROGRAMME("a", "<setting concept='gym'/>"));
    must("setting", "school");
    assert_state(INTV_UNKNOWN, "dropped");
}
END_TEST

START_TEST(match_what_is_left_of_a_hierarchy_still_counts)
{
    load_as(1, CONCEPT("gym", "<broader ref='lost'/><broader ref='school'/>")
                   PROGRAMME("a", "<setting concept='school'/>"));
    must("setting", "gym");
    assert_state(INTV_MET, "broader");
    load_as(1, CONCEPT("gym", "<broader ref='lost'/>") PROGRAMME("a", "<setting concept='home'/>"));
    must("setting", "school");
    assert_state(INTV_UNMET, "other-stated");
}
END_TEST

START_TEST(match_ages_of_groups_that_a_lost_hierarchy_may_accept_are_not_unmet)
{
    load_as(1, "<concept id='fathers' scheme='target-group'><label>v</label><broader ref='lost'/>"
               "</concept>" PROGRAMME("a", "<target-group concept='fathers' role='intermediary'>"
                                           "<ages min='30' max='40'/></target-group>"
                                           "<target-group concept='teachers'>"
                                           "<ages min='20' max='25'/></target-group>"));
    wish("target-group", "parents");
    must("age", "30-40");
    const struct intv_explanation *explanation = explain("a");
    ck_assert_int_eq(intv_explanation_get_criterion_state(explanation, 1), INTV_UNKNOWN);
    ck_assert_str_eq(intv_explanation_get_criterion_silence(explanation, 1), "dropped");
}
END_TEST

/* ---- findings ---- */

#define AGAINST EVALUATION("e", OF("a"), FINDING("trust", "negative"))

static void
assert_outcome(const char *records, enum intv_state state, const char *reason)
{
    load_as(1, records);
    must("outcome", "trust");
    assert_state(state, reason);
}

START_TEST(match_findings_of_what_was_left_out_may_have_answered)
{
    assert_outcome(PROGRAMME("a", "") AGAINST, INTV_UNMET, "found-against");
    assert_outcome(PROGRAMME("a", GONE("setting")) AGAINST, INTV_UNMET, "found-against");
    /* a finding of the same evaluation, or the intervention it is about */
    assert_outcome(PROGRAMME("a", "")
                       EVALUATION("e", OF("a"), FINDING("trust", "none") FINDING("gone", "mixed")),
                   INTV_UNKNOWN, "dropped");
    assert_outcome(PROGRAMME("a", "")
                       EVALUATION("e", OF("a"),
                                  FINDING("trust", "none") "<finding outcome='trust' "
                                                           "direction='positive'><for "
                                                           "ref='gone'/></finding>"),
                   INTV_UNKNOWN, "dropped");
    /* an evaluation, or what it evaluates */
    assert_outcome(PROGRAMME("a", "") AGAINST EVALUATION("f", "", FINDING("trust", "positive")),
                   INTV_UNKNOWN, "dropped");
    assert_outcome(PROGRAMME("a", "") PROGRAMME("b", "")
                       AGAINST EVALUATION("f", OF("b") OF("gone"), FINDING("trust", "positive")),
                   INTV_UNKNOWN, "dropped");
    assert_outcome(PROGRAMME("a", "") AGAINST "<evalution id='f'/>", INTV_UNKNOWN, "dropped");
}
END_TEST

START_TEST(match_finding_for_an_intervention_that_went_is_about_no_other)
{
    load_as(1, PROGRAMME("a", "") EVALUATION("e", OF("a"),
                                             "<finding outcome='trust' direction='positive'><for "
                                             "ref='gone'/></finding>"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "dropped");
    ck_assert_uint_eq(intv_explanation_count_facts(explain("a"), "findings"), 0);
    assert_key(0, INTV_KEY_EVIDENCE, 0);
}
END_TEST

#define STUDY(id, of, facts) EVALUATION(id, of "<design concept='trial'/>", facts)
#define NEGATIVE_FOR_LOST                                                                          \
    "<finding outcome='trust' direction='negative'><for ref='gone'/></finding>"

/* The evidence of "a", and whether its findings may have been left out. */
static void
assert_evidence(const char *records, uint64_t order, enum intv_silence silence)
{
    load_as(1, records);
    assert_key(0, INTV_KEY_EVIDENCE, order);
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "findings"), silence);
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "negative-findings") ==
                         INTV_DROPPED,
                     silence == INTV_DROPPED);
}

START_TEST(match_left_out_negative_finding_does_not_raise_the_rank)
{
    static const char POSITIVE[] =
        PROGRAMME("a", "") STUDY("e", OF("a"), FINDING("trust", "positive"));
    assert_evidence(POSITIVE, 5, INTV_STATED);
    /* left out elsewhere than in what holds findings */
    assert_evidence(PROGRAMME("a", GONE("setting"))
                        STUDY("e", OF("a"), FINDING("trust", "positive") GONE("sample")),
                    5, INTV_STATED);
    assert_evidence(PROGRAMME("a", "") STUDY(
                        "e", OF("a"), FINDING("trust", "positive") FINDING("trust", "negatif")),
                    0, INTV_DROPPED);
    assert_evidence(PROGRAMME("a", "")
                        STUDY("e", OF("a"), FINDING("trust", "positive") NEGATIVE_FOR_LOST),
                    0, INTV_DROPPED);
    assert_evidence(PROGRAMME("a", "") STUDY("e", OF("a"), FINDING("trust", "positive"))
                        STUDY("f", OF("gone"), FINDING("trust", "negative")),
                    0, INTV_DROPPED);
    assert_evidence(PROGRAMME("a", "") STUDY("e", OF("a"), FINDING("trust", "positive"))
                        PROGRAMME("b", "") STUDY("f", OF("b"), FINDING("trust", "gone")),
                    5, INTV_STATED);
}
END_TEST

START_TEST(match_left_out_negative_finding_puts_no_candidate_first)
{
    load_as(1, PROGRAMME("a", "") PROGRAMME("b", "")
                   STUDY("e", OF("b"), FINDING("trust", "positive") FINDING("trust", "negatif")));
    assert_answer("a:open b:open");
    load_as(1, PROGRAMME("a", "") PROGRAMME("b", "")
                   STUDY("e", OF("b"), FINDING("trust", "positive")));
    assert_answer("b:open a:open");
}
END_TEST

/* ---- status ---- */

#define OFFERED(attributes, facts) RECORD("a", "kind='intervention' " attributes, facts)

static void
assert_status(const char *record, const char *answer, enum intv_silence silence)
{
    load_as(1, record);
    say("funding", INTV_PRESENT);
    assert_answer(answer);
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "status"), silence);
}

START_TEST(match_left_out_status_country_or_successor_never_fits)
{
    assert_status(OFFERED("", NEEDS("funding")), "a:fits", INTV_NOT_STATED);
    assert_status(OFFERED("country='NL'", NEEDS("funding") "<status value='running'/>"), "a:fits",
                  INTV_STATED);
    assert_status(OFFERED("", NEEDS("funding") "<status value='stopped'/>"), "a:open",
                  INTV_DROPPED);
    assert_status(
        OFFERED("", NEEDS("funding") "<status value='stopped'/><status value='running'/>"),
        "a:open", INTV_DROPPED);
    assert_status(OFFERED("country='Belgium'", NEEDS("funding")), "a:open", INTV_DROPPED);
    assert_status(OFFERED("replaced-by='gone'", NEEDS("funding")), "a:open", INTV_DROPPED);
    assert_status(OFFERED("", NEEDS("funding") "<stopped/>"), "a:open", INTV_DROPPED);
}
END_TEST

START_TEST(match_what_is_left_of_the_status_still_counts)
{
    load_as(1, OFFERED("", "<status value='stopped'/><status value='ended'/>"));
    assert_answer("");
    load_as(1, OFFERED("country='BE'", "<status value='stopped'/>"));
    assert_answer("");
}
END_TEST

START_TEST(match_question_does_not_promise_a_fit_to_a_left_out_status)
{
    static const char NEED[] = "<needs-precondition ref='funding' need='required'/>";
    char record[1000];
    snprintf(record, sizeof(record), OFFERED("", "%s"), NEED);
    load_as(1, record);
    assert_questions("funding:2");
    snprintf(record, sizeof(record), OFFERED("", "%s<status value='stopped'/>"), NEED);
    load_as(1, record);
    assert_questions("funding:1");
}
END_TEST

/* ---- preconditions ---- */

START_TEST(match_incomplete_preconditions_never_fit)
{
    static const char *const FACTS[] = {
        NEEDS("funding") NEEDS("gone"),
        NEEDS_NOTHING NEEDS("gone"),
        NEEDS("funding") "<needs ref='funding'/>",
        NEEDS("funding") "<needs-precondition ref='funding' need='certainly'/>",
    };
    char records[2000];
    for (size_t i = 0; i < LENGTH(FACTS); i++) {
        snprintf(records, sizeof(records), PROGRAMME("a", "%s"), FACTS[i]);
        load_as(1, records);
        say("funding", INTV_PRESENT);
        assert_answer("a:open");
        ck_assert_uint_eq(intv_match_get_question_count(fixture.match), 0);
    }
    load_as(1, PROGRAMME("a", NEEDS("funding") GONE("setting")));
    say("funding", INTV_PRESENT);
    assert_answer("a:fits");
}
END_TEST

START_TEST(match_incomplete_preconditions_still_block_and_ask)
{
    load_as(1, PROGRAMME("a", NEEDS("funding") NEEDS("gone")));
    say("funding", INTV_ABSENT);
    assert_answer("a:blocked");
    load_as(1, PROGRAMME("a", NEEDS("funding") NEEDS("gone")));
    assert_questions("funding:1");
    ck_assert_uint_eq(intv_explanation_count_facts(explain("a"), "preconditions-silence"), 1);
}
END_TEST

START_TEST(match_left_out_country_does_not_make_foreign)
{
    load_as(1, RECORD("a", "kind='intervention' country='Nederland'", ""));
    assert_answer("a:open");
}
END_TEST

/* ---- what is told ---- */

START_TEST(answers_say_that_the_catalogue_is_incomplete)
{
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    load_as(1, PROGRAMME("a", GONE("setting") "<setting concept='home'/>"
                                              "<side-effect><wording/></side-effect>"
                                              "<needs-precondition ref='gone'/>"));
    must("setting", "school");
    match();
    ck_assert_int_eq(intv_write_match(fixture.match, 0, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    ck_assert_ptr_nonnull(strstr(text, "\"licence\":\"CC0-1.0\",\"incomplete\":true,\"layers\""));
    ck_assert_ptr_nonnull(
        strstr(text, "\"state\":\"unknown\",\"reason\":\"dropped\",\"silence\":\"dropped\""));
    ck_assert_ptr_nonnull(strstr(text, "\"decides\":false"));
    ck_assert_ptr_null(strstr(text, "\"decides\":true"));
    ck_assert_ptr_nonnull(strstr(text, "\"preconditions_stated\":false"));
    ck_assert_ptr_nonnull(strstr(text, "\"side_effects\":{\"silence\":\"dropped\""));
    intv_output_clear(output);
    ck_assert_int_eq(intv_write_list(fixture.catalogue, INTV_KIND_SOURCE, 0, output), INTV_OK);
    ck_assert_ptr_nonnull(strstr(intv_output_get_text(output), "\"incomplete\":true"));
    intv_output_free(output);
    ck_assert_uint_eq(intv_catalogue_get_dropped_facts(fixture.catalogue), 3);
}
END_TEST

#define ELEMENT(verdict)                                                                           \
    "<element id='e' kind='element-kind-a'><label>e</label>" verdict "</element>"
#define VERDICT(code)                                                                              \
    "<verdict value='" code "' asserted-by='guideline' source='source'><wording>w</wording>"       \
    "</verdict>"
#define USES(element) "<uses-element ref='" element "'/>"

static void
assert_written(const char *expected)
{
    struct intv_output *output = NULL;
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    match();
    ck_assert_int_eq(intv_write_match(fixture.match, 0, 0, output), INTV_OK);
    ck_assert_msg(strstr(intv_output_get_text(output), expected) != NULL, "no %s in %s", expected,
                  intv_output_get_text(output));
    intv_output_free(output);
}

START_TEST(answers_show_a_left_out_verdict_among_the_warnings)
{
    load_as(1, ELEMENT(VERDICT("harmful")) PROGRAMME("a", USES("e")));
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "warnings"), INTV_DROPPED);
    ck_assert_uint_eq(intv_explanation_count_facts(explain("a"), "warnings"), 1);
    assert_written("\"verdict\":null,\"silence\":\"dropped\",\"condition\":null,\"wording\":null,"
                   "\"sources\":[]}],\"warnings_incomplete\":true");
    load_as(1, ELEMENT(VERDICT("can-harm")) PROGRAMME("a", USES("e") GONE("setting")));
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "warnings"), INTV_STATED);
    assert_written("\"verdict\":\"can-harm\",\"silence\":null,");
    assert_written("],\"warnings_incomplete\":false");
}
END_TEST

START_TEST(answers_say_that_warnings_may_lack_when_elements_were_left_out)
{
    static const char *const RECORDS[] = {
        ELEMENT("") PROGRAMME("a", USES("e") USES("gone")),
        ELEMENT("<verdit/>") PROGRAMME("a", USES("e")),
        ELEMENT("") PROGRAMME("a", USES("e") "<element/>"),
    };
    for (size_t i = 0; i < LENGTH(RECORDS); i++) {
        load_as(1, RECORDS[i]);
        assert_written("\"warnings\":[],\"warnings_incomplete\":true");
    }
    load_as(1, ELEMENT("<verdit/>") PROGRAMME("a", ""));
    assert_written("\"warnings\":[],\"warnings_incomplete\":false");
}
END_TEST

START_TEST(answers_do_not_call_left_out_evaluations_absent)
{
    load_as(1, PROGRAMME("a", "") EVALUATION("e", OF("gone"), ""));
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "evaluations"), INTV_DROPPED);
    assert_written("\"incomplete\":true,\"evaluations\":[]}");
    assert_written("\"side_effects\":{\"silence\":\"dropped\"");
    assert_written("\"limitations\":{\"silence\":\"dropped\"");
    load_as(1, PROGRAMME("a", GONE("setting")));
    ck_assert_int_eq(intv_explanation_get_silence(explain("a"), "evaluations"), INTV_NOT_STATED);
    assert_written("\"incomplete\":false,\"evaluations\":[]}");
    assert_written("\"side_effects\":{\"silence\":\"not-stated\"");
}
END_TEST

START_TEST(answers_say_that_the_status_of_a_candidate_was_left_out)
{
    load_as(1, PROGRAMME("a", "<status value='stopped'/>"));
    assert_written("\"category\":\"open\",\"incomplete\":true,\"criteria\"");
    load_as(1, PROGRAMME("a", GONE("setting")));
    assert_written("\"category\":\"open\",\"incomplete\":false,\"criteria\"");
}
END_TEST

START_TEST(left_out_facts_answer_every_question_about_facts)
{
    load_as(1, PROGRAMME("a", GONE("setting") BAD_RANGE "<name/>"));
    const uint32_t record = find(INTV_KIND_INTERVENTION, "a");
    static const char *const FIELDS[] = {"setting", "ages", "name"};
    for (size_t i = 0; i < LENGTH(FIELDS); i++) {
        const size_t last = intv_record_count_facts(fixture.catalogue, record, FIELDS[i]) - 1;
        const uint32_t fact = intv_record_find_fact(fixture.catalogue, record, FIELDS[i], last);
        ck_assert_str_eq(intv_fact_get_silence(fixture.catalogue, fact), "dropped");
        ck_assert_int_eq(intv_fact_get_value(fixture.catalogue, fact), INTV_VALUE_NONE);
        ck_assert_uint_eq(intv_fact_get_target(fixture.catalogue, fact), INTV_NONE);
        ck_assert_uint_eq(intv_fact_get_source(fixture.catalogue, fact), INTV_NONE);
        ck_assert_uint_eq(intv_fact_get_text_count(fixture.catalogue, fact), 0);
        ck_assert_str_eq(intv_fact_get_text(fixture.catalogue, fact, "nl"), "");
        ck_assert_int_eq(intv_fact_get_low(fixture.catalogue, fact, NULL), INTV_BOUND_UNKNOWN);
    }
    ck_assert_str_eq(intv_record_get_name(fixture.catalogue, record, "nl"), "a");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        match_over_a_complete_catalogue_is_the_same_after_a_lenient_load,
        match_incomplete_field_is_unknown_and_not_unmet,
        match_incomplete_field_of_which_nothing_is_left_is_unknown,
        match_none_in_an_incomplete_field_is_not_unmet,
        match_incomplete_open_field_says_that_something_was_left_out,
        match_what_is_stated_still_meets_in_an_incomplete_field,
        match_incomplete_comes_before_the_rule_of_the_editor,
        match_left_out_ideology_counts_for_both_relations,
        match_ages_are_incomplete_wherever_ages_may_stand,
        match_skipped_element_makes_every_field_incomplete,
        match_lost_broader_record_of_what_is_wanted_is_not_unmet,
        match_lost_broader_record_higher_up_of_what_is_stated_is_not_unmet,
        match_what_is_left_of_a_hierarchy_still_counts,
        match_ages_of_groups_that_a_lost_hierarchy_may_accept_are_not_unmet,
        match_findings_of_what_was_left_out_may_have_answered,
        match_finding_for_an_intervention_that_went_is_about_no_other,
        match_left_out_negative_finding_does_not_raise_the_rank,
        match_left_out_negative_finding_puts_no_candidate_first,
        match_left_out_status_country_or_successor_never_fits,
        match_what_is_left_of_the_status_still_counts,
        match_question_does_not_promise_a_fit_to_a_left_out_status,
        match_incomplete_preconditions_never_fit,
        match_incomplete_preconditions_still_block_and_ask,
        match_left_out_country_does_not_make_foreign,
        answers_say_that_the_catalogue_is_incomplete,
        answers_show_a_left_out_verdict_among_the_warnings,
        answers_say_that_warnings_may_lack_when_elements_were_left_out,
        answers_do_not_call_left_out_evaluations_absent,
        answers_say_that_the_status_of_a_candidate_was_left_out,
        left_out_facts_answer_every_question_about_facts,
    };
    return run_tests("lenient match", tests, LENGTH(tests));
}
