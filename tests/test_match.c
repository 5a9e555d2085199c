/* SPDX-License-Identifier: EUPL-1.2 */
/* The states of criteria: rules 1 to 5a of doc/match.md, one by one. */
#include "match_fixture.h"

/* One row: what "a" states, what is asked, what comes of it. */
struct row
{
    const char *facts;
    const char *field;
    const char *value;
    enum intv_state state;
    const char *reason;
};

static void
assert_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_case(rows[i].facts, rows[i].field, rows[i].value, rows[i].state, rows[i].reason);
}
#define ASSERT_ROWS(rows) assert_rows((rows), LENGTH(rows))

/* ---- the fields ---- */

START_TEST(match_every_field_looks_at_its_own_claims)
{
    static const struct row ROWS[] = {
        {"<target-group concept='parents'/>", "target-group", "parents", INTV_MET, "equal"},
        {"<ages value='14'/>", "age", "14", INTV_MET, "within"},
        {"<setting concept='school'/>", "setting", "school", INTV_MET, "equal"},
        {"<level concept='universal'/>", "level", "universal", INTV_MET, "equal"},
        {"<type concept='course'/>", "type", "course", INTV_MET, "equal"},
        {"<aim concept='recognise'/>", "aim", "recognise", INTV_MET, "equal"},
        {"<delivery-form concept='workshop'/>", "form", "workshop", INTV_MET, "equal"},
        {"<ideology concept='jihadist'/>", "ideology", "jihadist", INTV_MET, "equal"},
        {"<ideology concept='jihadist' relation='studied-with'/>", "ideology-studied", "jihadist",
         INTV_MET, "equal"},
        {"<municipality ref='city'/>", "municipality", "city", INTV_MET, "equal"},
        {"<language tag='nl'/>", "language", "nl", INTV_MET, "equal"},
        {"<uses-element ref='dialogue'/>", "element", "dialogue", INTV_MET, "equal"},
        {"<cost value='25000' per='participant'/>", "cost", "250/participant", INTV_MET, "at-most"},
        {"<duration value='10' unit='weeks'/>", "duration", "10 weeks", INTV_MET, "at-most"},
    };
    ASSERT_ROWS(ROWS);
}
END_TEST

START_TEST(match_nothing_stated_is_unknown_in_every_field)
{
    static const char *const ASKED[][2] = {
        {"target-group", "parents"}, {"age", "14"},           {"setting", "school"},
        {"level", "universal"},      {"type", "course"},      {"aim", "recognise"},
        {"outcome", "trust"},        {"form", "workshop"},    {"ideology", "jihadist"},
        {"language", "nl"},          {"element", "dialogue"}, {"ideology-studied", "jihadist"},
        {"municipality", "city"},    {"cost", "250/group"},   {"duration", "10 weeks"},
    };
    for (size_t i = 0; i < LENGTH(ASKED); i++) {
        assert_case("", ASKED[i][0], ASKED[i][1], INTV_UNKNOWN, "nothing-stated");
        assert_marks(0, 0, "not-stated");
        assert_answer("a:open");
    }
}
END_TEST

START_TEST(match_closed_fields_refuse_what_is_other)
{
    static const struct row ROWS[] = {
        {"<target-group concept='teachers'/>", "target-group", "parents", INTV_UNMET,
         "other-stated"},
        {"<ages value='14'/>", "age", "15", INTV_UNMET, "outside"},
        {"<setting concept='home'/>", "setting", "school", INTV_UNMET, "other-stated"},
        {"<level concept='selective'/>", "level", "universal", INTV_UNMET, "other-stated"},
        {"<type concept='theatre'/>", "type", "course", INTV_UNMET, "other-stated"},
        {"<cost value='25001' per='group'/>", "cost", "250/group", INTV_UNMET, "above"},
        {"<duration value='11' unit='weeks'/>", "duration", "10 weeks", INTV_UNMET, "above"},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++) {
        assert_rows(&ROWS[i], 1);
        assert_answer("a:excluded");
    }
}
END_TEST

START_TEST(match_open_fields_refuse_nothing)
{
    static const struct row ROWS[] = {
        {"<aim concept='connect'/>", "aim", "recognise", INTV_UNKNOWN, "not-listed"},
        {"<delivery-form concept='online'/>", "form", "workshop", INTV_UNKNOWN, "not-listed"},
        {"<ideology concept='jihadist'/>", "ideology", "right-wing", INTV_UNKNOWN, "not-listed"},
        {"<municipality ref='other-city'/>", "municipality", "city", INTV_UNKNOWN, "not-listed"},
        {"<language tag='nl'/>", "language", "ar", INTV_UNKNOWN, "not-listed"},
        {"<uses-element ref='exercise'/>", "element", "dialogue", INTV_UNKNOWN, "not-listed"},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++) {
        assert_rows(&ROWS[i], 1);
        assert_marks(0, 0, "");
        assert_answer("a:open");
    }
}
END_TEST

START_TEST(match_a_type_has_no_place_price_duration_or_language)
{
    static const char *const ASKED[][2] = {{"municipality", "city"},
                                           {"language", "nl"},
                                           {"cost", "1/participant"},
                                           {"duration", "1 weeks"}};
    for (size_t i = 0; i < LENGTH(ASKED); i++) {
        load(RECORD("a", "kind='type'", NEEDS_NOTHING "<cost value='900000' per='participant'/>"));
        include(INTV_INCLUDE_TYPES);
        must(ASKED[i][0], ASKED[i][1]);
        wish(ASKED[i][0], ASKED[i][1]);
        assert_state(INTV_NOT_APPLICABLE, "not-applicable");
        assert_marks(0, 0, "");
        assert_answer("a:open");
        assert_key(0, INTV_KEY_WISHES_PARTS, 0);
    }
}
END_TEST

START_TEST(match_an_instrument_has_a_place_and_a_price)
{
    load(RECORD("a", "kind='instrument'", "<cost value='900000' per='participant'/>"));
    include(INTV_INCLUDE_INSTRUMENTS);
    must("cost", "1/participant");
    assert_state(INTV_UNMET, "above");
}
END_TEST

START_TEST(match_a_role_left_out_is_final_and_a_relation_left_out_aimed_at)
{
    assert_case("<target-group concept='parents'/>", "target-group", "parents", INTV_MET, "equal");
    assert_case("<ideology concept='jihadist'/>", "ideology-studied", "jihadist", INTV_UNKNOWN,
                "nothing-stated");
}
END_TEST

START_TEST(match_deliverers_count_only_when_asked_for)
{
    static const char FACTS[] = "<target-group concept='teachers' role='deliverer'/>"
                                "<target-group concept='parents' role='final'/>";
    assert_case(FACTS, "target-group", "teachers", INTV_UNMET, "other-stated");
    include(INTV_INCLUDE_DELIVERERS);
    match();
    assert_state(INTV_MET, "equal");
}
END_TEST

START_TEST(match_an_intermediary_group_counts)
{
    assert_case("<target-group concept='teachers' role='intermediary'/>", "target-group",
                "teachers", INTV_MET, "equal");
}
END_TEST

START_TEST(match_studied_with_is_not_aimed_at)
{
    static const char FACTS[] = "<ideology concept='jihadist' relation='studied-with'/>"
                                "<ideology concept='right-wing' relation='aimed-at'/>";
    assert_case(FACTS, "ideology", "jihadist", INTV_UNKNOWN, "not-listed");
    assert_case(FACTS, "ideology-studied", "right-wing", INTV_UNKNOWN, "not-listed");
    assert_case(FACTS, "ideology-studied", "jihadist", INTV_MET, "equal");
}
END_TEST

/* ---- 1. pairs, 2. together ---- */

START_TEST(match_stated_broader_covers)
{
    assert_case("<setting concept='anywhere'/>", "setting", "classroom", INTV_MET, "broader");
    assert_case("<municipality ref='country'/>", "municipality", "city", INTV_MET, "broader");
    assert_case("<target-group concept='everyone'/>", "target-group", "mothers", INTV_MET,
                "broader");
}
END_TEST

START_TEST(match_stated_narrower_covers_partly)
{
    assert_case("<setting concept='classroom'/>", "setting", "school", INTV_PARTLY_MET,
                "narrower-only");
    assert_case("<target-group concept='mothers'/>", "target-group", "everyone", INTV_PARTLY_MET,
                "narrower-only");
}
END_TEST

START_TEST(match_all_forms_is_not_right_wing)
{
    assert_case("<ideology concept='all-forms'/>", "ideology", "right-wing", INTV_UNKNOWN,
                "broader-only");
    assert_case("<aim concept='know'/>", "aim", "recognise-early", INTV_UNKNOWN, "broader-only");
    assert_case("<level concept='prevention'/>", "level", "universal", INTV_UNKNOWN,
                "broader-only");
}
END_TEST

START_TEST(match_right_wing_is_a_form_of_all_forms)
{
    assert_case("<ideology concept='right-wing-online'/>", "ideology", "all-forms", INTV_MET,
                "narrower");
    assert_case("<uses-element ref='debate'/>", "element", "talking", INTV_MET, "narrower");
}
END_TEST

START_TEST(match_broader_is_followed_over_every_path)
{
    load("<concept id='both' scheme='setting'><label>both</label><broader ref='home'/>"
         "<broader ref='classroom'/></concept>" PROGRAMME("a", "<setting concept='home'/>")
             PROGRAMME("b", "<setting concept='anywhere'/>"));
    must("setting", "both");
    assert_answer("a:open b:open");
    assert_state(INTV_MET, "broader");
}
END_TEST

START_TEST(match_close_matches_to_outside_lists_never_count)
{
    load("<concept id='office' scheme='setting'><label>office</label>"
         "<match type='exact'>school</match></concept>" PROGRAMME("a",
                                                                  "<setting concept='office'/>"));
    must("setting", "school");
    assert_state(INTV_UNMET, "other-stated");
}
END_TEST

START_TEST(match_language_is_equal_text_without_regard_to_capitals)
{
    assert_case("<language tag='en-GB'/>", "language", "EN-gb", INTV_MET, "equal");
    assert_case("<language tag='en-GB'/>", "language", "en", INTV_UNKNOWN, "not-listed");
}
END_TEST

START_TEST(match_options_are_any_of_these)
{
    assert_case("<setting concept='school'/>", "setting", "home,school", INTV_MET, "equal");
    assert_case("<setting concept='classroom'/>", "setting", "home, school", INTV_PARTLY_MET,
                "narrower-only");
}
END_TEST

START_TEST(match_the_best_claim_decides)
{
    assert_case("<setting concept='home'/><setting concept='classroom'/>"
                "<setting concept='anywhere'/>",
                "setting", "school", INTV_MET, "broader");
    assert_case("<ideology concept='jihadist'/><ideology concept='all-forms'/>", "ideology",
                "right-wing", INTV_UNKNOWN, "broader-only");
}
END_TEST

START_TEST(match_repeating_a_field_means_and)
{
    load(PROGRAMME("a", NEEDS_NOTHING "<setting concept='school'/>"));
    must("setting", "school");
    must("setting", "home");
    assert_answer("a:excluded");
    ck_assert_int_eq(intv_explanation_get_criterion_state(explain("a"), 0), INTV_MET);
    ck_assert_int_eq(intv_explanation_get_criterion_state(explain("a"), 1), INTV_UNMET);
}
END_TEST

/* ---- 3. nothing stated ---- */

START_TEST(match_silence_has_its_cause)
{
    assert_case(MARK("setting", "not-read"), "setting", "school", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-read");
    assert_case(MARK("setting", "searched"), "setting", "school", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "searched");
    assert_case(MARK("setting", "searched") MARK("setting", "not-read"), "setting", "school",
                INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-read");
}
END_TEST

START_TEST(match_stated_none_is_unmet)
{
    assert_case(MARK("setting", "none"), "setting", "school", INTV_UNMET, "stated-none");
    assert_marks(0, 0, "");
    assert_case(MARK("aim", "none") MARK("aim", "not-read"), "aim", "know", INTV_UNMET,
                "stated-none");
}
END_TEST

START_TEST(match_marks_beside_values_change_nothing)
{
    assert_case("<setting concept='school'/>" MARK("setting", "not-read"), "setting", "school",
                INTV_MET, "equal");
    assert_case("<aim claim='c' concept='connect'/>"
                "<aim conflicts-with='c'><not-stated cause='none'/></aim>",
                "aim", "know", INTV_UNKNOWN, "not-listed");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_marks_of_ages_count_at_any_target_group)
{
    static const char FACTS[] = "<target-group concept='teachers' role='deliverer'>" MARK(
        "ages", "not-read") "</target-group>";
    assert_case(FACTS, "age", "14", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-read");
    assert_case(MARK("ages", "none"), "age", "14", INTV_UNMET, "stated-none");
}
END_TEST

START_TEST(match_marks_of_ideology_count_by_relation)
{
    static const char FACTS[] =
        "<ideology relation='studied-with'><not-stated cause='searched'/></ideology>";
    assert_case(FACTS, "ideology", "jihadist", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-stated");
    assert_case(FACTS, "ideology-studied", "jihadist", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "searched");
}
END_TEST

START_TEST(match_marks_of_target_groups_count_whatever_the_role)
{
    assert_case("<target-group role='deliverer'><not-stated cause='searched'/></target-group>",
                "target-group", "parents", INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "searched");
}
END_TEST

/* ---- 3a. outcome ---- */

#define ONE_FINDING(direction)                                                                     \
    PROGRAMME("a", "") EVALUATION("e", OF("a"), FINDING("trust", direction))

START_TEST(match_an_outcome_follows_the_direction_of_the_finding)
{
    load(ONE_FINDING("positive"));
    must("outcome", "trust");
    assert_state(INTV_MET, "found");
    load(ONE_FINDING("mixed"));
    must("outcome", "trust");
    assert_state(INTV_PARTLY_MET, "found-mixed");
    load(ONE_FINDING("none"));
    must("outcome", "trust");
    assert_state(INTV_UNMET, "found-against");
    load(ONE_FINDING("negative"));
    must("outcome", "trust");
    assert_state(INTV_UNMET, "found-against");
    load(PROGRAMME("a", "") EVALUATION("e", OF("a"), "<finding outcome='trust'/>"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "no-direction");
}
END_TEST

START_TEST(match_an_outcome_is_related_as_in_is_a)
{
    load(ONE_FINDING("positive"));
    must("outcome", "attitude");
    assert_state(INTV_MET, "found");
    load(ONE_FINDING("negative"));
    must("outcome", "trust-in-police");
    assert_state(INTV_UNKNOWN, "broader-only");
    load(ONE_FINDING("positive"));
    must("outcome", "knowledge");
    assert_state(INTV_UNKNOWN, "not-listed");
}
END_TEST

START_TEST(match_an_outcome_that_was_not_studied_is_no_finding)
{
    load(ONE_FINDING("not-studied"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-stated");
}
END_TEST

START_TEST(match_only_evaluations_and_respondents_find_outcomes)
{
#define FOUND_BY(asserter)                                                                         \
    PROGRAMME("a", "")                                                                             \
    EVALUATION("e", OF("a"), BY(asserter, "finding", "outcome='trust' direction='positive'"))
    load(FOUND_BY("provider"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    load(FOUND_BY("editor"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    load(FOUND_BY("respondents"));
    must("outcome", "trust");
    assert_state(INTV_MET, "found");
}
END_TEST

START_TEST(match_a_finding_for_another_programme_does_not_count)
{
    load(PROGRAMME("a", "") PROGRAMME("b", "")
             EVALUATION("e", OF("a") OF("b"),
                        "<finding outcome='trust' direction='positive'><for ref='b'/></finding>"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    ck_assert_int_eq(intv_explanation_get_criterion_state(explain("b"), 0), INTV_MET);
}
END_TEST

START_TEST(match_a_finding_that_is_only_a_mark_states_nothing)
{
    load(PROGRAMME("a", "") EVALUATION(
        "e", OF("a"), "<finding outcome='trust'><not-stated cause='not-read'/></finding>"));
    must("outcome", "trust");
    assert_state(INTV_UNKNOWN, "nothing-stated");
    assert_marks(0, 0, "not-stated");
}
END_TEST

/* ---- 4. the editor ---- */

START_TEST(match_editor_alone_marks_met_and_partly)
{
    assert_case(BY_EDITOR("setting", "concept='school'"), "setting", "school", INTV_MET, "equal");
    assert_marks(1, 0, "");
    assert_case(BY_EDITOR("setting", "concept='classroom'"), "setting", "school", INTV_PARTLY_MET,
                "narrower-only");
    assert_marks(1, 0, "");
}
END_TEST

START_TEST(match_editor_beside_a_source_marks_nothing)
{
    assert_case(BY_EDITOR("setting", "concept='school'") "<setting concept='anywhere'/>", "setting",
                "school", INTV_MET, "equal");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_editor_mark_looks_only_at_claims_with_the_state)
{
    assert_case(BY_EDITOR("setting", "concept='school'") "<setting concept='home'/>", "setting",
                "school", INTV_MET, "equal");
    assert_marks(1, 0, "");
}
END_TEST

START_TEST(match_editor_alone_never_excludes)
{
    assert_case(BY_EDITOR("setting", "concept='home'"), "setting", "school", INTV_UNKNOWN,
                "editor-only");
    assert_marks(0, 0, "");
    assert_answer("a:open");
    assert_case(BY_EDITOR("ages", "value='30'"), "age", "14", INTV_UNKNOWN, "editor-only");
    assert_marks(0, 0, "");
    assert_case(BY_EDITOR("cost", "value='30' per='group'"), "cost", "0/group", INTV_UNKNOWN,
                "editor-only");
}
END_TEST

START_TEST(match_editor_beside_a_source_excludes)
{
    assert_case(BY_EDITOR("setting", "concept='home'") "<setting concept='home'/>", "setting",
                "school", INTV_UNMET, "other-stated");
    assert_answer("a:excluded");
}
END_TEST

#define NONE_BY_EDITOR "<setting asserted-by='editor'><not-stated cause='none'/></setting>"

START_TEST(match_none_by_the_editor_alone_is_unknown)
{
    assert_case(NONE_BY_EDITOR, "setting", "school", INTV_UNKNOWN, "editor-only");
    assert_marks(0, 0, "not-stated");
    assert_case(NONE_BY_EDITOR MARK("setting", "not-read"), "setting", "school", INTV_UNKNOWN,
                "editor-only");
    assert_marks(0, 0, "not-read");
    assert_case(NONE_BY_EDITOR MARK("setting", "none"), "setting", "school", INTV_UNMET,
                "stated-none");
    assert_marks(0, 0, "");
}
END_TEST

/* ---- 4a. conflict ---- */

#define LINKED(field, one, other)                                                                  \
    "<" field " claim='one' " one "/><" field " conflicts-with='one' " other "/>"

START_TEST(match_conflict_makes_both_claims_partly)
{
    assert_case(LINKED("setting", "concept='school'", "concept='home'"), "setting", "school",
                INTV_PARTLY_MET, "conflict");
    assert_marks(0, 1, "");
    assert_case(LINKED("setting", "concept='home'", "concept='school'"), "setting", "school",
                INTV_PARTLY_MET, "conflict");
    assert_marks(0, 1, "");
}
END_TEST

START_TEST(match_linked_claims_with_equal_states_have_no_conflict)
{
    assert_case(LINKED("setting", "concept='school'", "concept='anywhere'"), "setting", "school",
                INTV_MET, "equal");
    assert_marks(0, 0, "");
    assert_case(LINKED("aim", "concept='connect'", "concept='know'"), "aim", "recognise",
                INTV_UNKNOWN, "broader-only");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_a_claim_without_conflict_outweighs_a_conflict)
{
    assert_case(LINKED("setting", "concept='school'", "concept='home'") "<setting "
                                                                        "concept='anywhere'/>",
                "setting", "school", INTV_MET, "broader");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_states_of_a_chain_of_conflicts_are_compared_at_once)
{
    assert_case("<setting claim='one' concept='school'/>"
                "<setting claim='two' conflicts-with='one' concept='anywhere'/>"
                "<setting conflicts-with='two' concept='home'/>",
                "setting", "school", INTV_MET, "equal");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_a_mark_is_never_part_of_a_conflict)
{
    assert_case("<setting claim='one' concept='school'/>"
                "<setting conflicts-with='one'><not-stated cause='none'/></setting>",
                "setting", "school", INTV_MET, "equal");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_a_conflict_between_editors_is_marked_editor)
{
    assert_case("<setting claim='one' concept='school' asserted-by='editor'/>"
                "<setting conflicts-with='one' concept='home' asserted-by='editor'/>",
                "setting", "school", INTV_PARTLY_MET, "conflict");
    assert_marks(1, 1, "");
}
END_TEST

START_TEST(match_a_conflict_about_ages_is_partly)
{
    assert_case(LINKED("ages", "min='12' max='14'", "min='16' max='18'"), "age", "13",
                INTV_PARTLY_MET, "conflict");
    assert_marks(0, 1, "");
    assert_case(LINKED("ages", "min='12' max='14'", "min='16' max='18'"), "age", "20", INTV_UNMET,
                "outside");
    assert_marks(0, 0, "");
}
END_TEST

START_TEST(match_ages_without_conflict_outweigh_a_conflict)
{
    assert_case(LINKED("ages", "min='12' max='14'", "value='16'") "<ages min='10' max='20'/>",
                "age", "13", INTV_MET, "within");
    assert_marks(0, 0, "");
    assert_case(LINKED("ages", "min='12' max='14'", "value='16'") "<ages min='13' max='20'/>",
                "age", "12-13", INTV_PARTLY_MET, "conflict");
    assert_marks(0, 1, "");
}
END_TEST

/* ---- 5. ages ---- */

START_TEST(match_ages_between_two_bounds_are_certain)
{
    static const struct row ROWS[] = {
        {"<ages min='12' max='18'/>", "age", "12-18", INTV_MET, "within"},
        {"<ages min='12' max='18'/>", "age", "18", INTV_MET, "within"},
        {"<ages min='12' max='18'/>", "age", "11-12", INTV_PARTLY_MET, "overlap"},
        {"<ages min='12' max='18'/>", "age", "18+", INTV_PARTLY_MET, "overlap"},
        {"<ages min='12' max='18'/>", "age", "19", INTV_UNMET, "outside"},
        {"<ages min='12' max='18'/>", "age", "0-11", INTV_UNMET, "outside"},
        {"<ages value='14'/>", "age", "14", INTV_MET, "within"},
        {"<ages about='14'/>", "age", "14", INTV_MET, "within"},
        {"<ages about='14'/>", "age", "15", INTV_UNMET, "outside"},
    };
    ASSERT_ROWS(ROWS);
}
END_TEST

START_TEST(match_ages_without_an_upper_bound_go_on)
{
    static const struct row ROWS[] = {
        {"<ages min='16' max='none'/>", "age", "16+", INTV_MET, "within"},
        {"<ages min='16' max='none'/>", "age", "120", INTV_MET, "within"},
        {"<ages min='16' max='none'/>", "age", "14+", INTV_PARTLY_MET, "overlap"},
        {"<ages at-least='16'/>", "age", "16+", INTV_MET, "within"},
        {"<ages at-least='16'/>", "age", "15", INTV_UNMET, "outside"},
        {"<ages max='none'/>", "age", "14", INTV_UNKNOWN, "bound-unknown"},
    };
    ASSERT_ROWS(ROWS);
}
END_TEST

START_TEST(match_ages_beyond_a_missing_bound_are_unknown)
{
    static const struct row ROWS[] = {
        {"<ages min='12'/>", "age", "12", INTV_MET, "within"},
        {"<ages min='12'/>", "age", "14", INTV_UNKNOWN, "bound-unknown"},
        {"<ages min='12'/>", "age", "12-14", INTV_UNKNOWN, "bound-unknown"},
        {"<ages min='12'/>", "age", "10-12", INTV_PARTLY_MET, "overlap"},
        {"<ages min='12'/>", "age", "11", INTV_UNMET, "outside"},
        {"<ages max='18'/>", "age", "18", INTV_MET, "within"},
        {"<ages max='18'/>", "age", "14", INTV_UNKNOWN, "bound-unknown"},
        {"<ages max='18'/>", "age", "16-20", INTV_PARTLY_MET, "overlap"},
        {"<ages max='18'/>", "age", "19", INTV_UNMET, "outside"},
    };
    ASSERT_ROWS(ROWS);
}
END_TEST

START_TEST(match_ages_are_a_union)
{
    assert_case("<ages min='15' max='18'/><ages min='12' max='14'/>", "age", "12-18", INTV_MET,
                "within");
    assert_case("<ages min='15' max='18'/><ages min='12' max='13'/>", "age", "12-18",
                INTV_PARTLY_MET, "overlap");
}
END_TEST

START_TEST(match_each_wanted_age_stands_by_itself)
{
    assert_case("<ages min='12' max='18'/>", "age", "40,14", INTV_MET, "within");
    assert_case("<ages min='12' max='18'/>", "age", "40,10-14", INTV_PARTLY_MET, "overlap");
}
END_TEST

#define GROUP(concept, role, ages)                                                                 \
    "<target-group concept='" concept "' role='" role "'>" ages "</target-group>"

START_TEST(match_ages_of_final_groups_count_without_a_wanted_group)
{
    assert_case(GROUP("parents", "final", "<ages min='30' max='40'/>")
                    GROUP("teachers", "intermediary", "<ages min='20' max='29'/>"),
                "age", "25", INTV_UNMET, "outside");
}
END_TEST

START_TEST(match_ages_of_the_wanted_group_count)
{
    load(PROGRAMME("a", GROUP("parents", "final", "<ages min='30' max='40'/>")
                            GROUP("teachers", "intermediary", "<ages min='20' max='29'/>")));
    must("age", "25");
    wish("target-group", "teachers");
    assert_state(INTV_MET, "within");
}
END_TEST

START_TEST(match_ages_of_a_partly_wanted_group_count)
{
    load(PROGRAMME("a", GROUP("mothers", "final", "<ages min='30' max='40'/>")
                            GROUP("teachers", "final", "<ages min='20' max='29'/>")));
    must("age", "25");
    wish("target-group", "parents");
    assert_state(INTV_UNMET, "outside");
}
END_TEST

START_TEST(match_ages_fall_back_to_final_groups_when_no_wanted_group_is_there)
{
    load(PROGRAMME("a", GROUP("mothers", "final", "<ages min='30' max='40'/>")));
    must("age", "35");
    wish("target-group", "teachers");
    assert_state(INTV_MET, "within");
}
END_TEST

START_TEST(match_a_final_group_without_ages_uses_those_of_the_programme)
{
    assert_case("<ages min='30' max='40'/>" GROUP("parents", "final", ""), "age", "35", INTV_MET,
                "within");
    assert_case("<ages min='30' max='40'/>" GROUP("parents", "final", "<ages value='50'/>"), "age",
                "35", INTV_UNMET, "outside");
}
END_TEST

START_TEST(match_an_intermediary_group_without_ages_gives_no_range)
{
    load(PROGRAMME("a", "<ages min='30' max='40'/>" GROUP("teachers", "intermediary", "")));
    must("age", "35");
    must("target-group", "teachers");
    assert_state(INTV_UNKNOWN, "nothing-stated");
}
END_TEST

START_TEST(match_ages_of_the_programme_count_when_no_group_does)
{
    assert_case("<ages min='30' max='40'/>" GROUP("teachers", "intermediary", "<ages value='3'/>"),
                "age", "35", INTV_MET, "within");
}
END_TEST

START_TEST(match_a_group_that_is_only_a_mark_is_no_entry)
{
    assert_case("<ages min='30' max='40'/>"
                "<target-group role='final'><not-stated cause='not-read'/><ages value='3'/>"
                "</target-group>",
                "age", "35", INTV_MET, "within");
}
END_TEST

START_TEST(match_a_wanted_group_behind_hundreds_of_others_is_found)
{
    enum
    {
        GROUPS = 300,
        ROW = 100
    };
    char *records = calloc(GROUPS + 2, ROW);
    ck_assert_ptr_nonnull(records);
    size_t length = (size_t)sprintf(records, "<intervention id='a' kind='intervention' "
                                             "asserted-by='method' source='source'><name>a</name>");
    for (unsigned i = 0; i < GROUPS; i++)
        length += (size_t)snprintf(records + length, ROW,
                                   "<target-group concept='parents'><ages value='%u'/>"
                                   "</target-group>",
                                   i < GROUPS - 1 ? 40 : 14);
    memcpy(records + length, "</intervention>", sizeof("</intervention>"));
    load(records);
    free(records);
    must("age", "14");
    must("target-group", "parents");
    assert_state(INTV_MET, "within");
}
END_TEST

START_TEST(match_ages_are_marked_editor_only_when_all_are_the_editors)
{
    assert_case(BY_EDITOR("ages", "value='14'"), "age", "14", INTV_MET, "within");
    assert_marks(1, 0, "");
    assert_case(BY_EDITOR("ages", "value='14'") "<ages value='30'/>", "age", "14", INTV_MET,
                "within");
    assert_marks(0, 0, "");
    assert_case(BY_EDITOR("ages", "value='20'") "<ages value='30'/>", "age", "14", INTV_UNMET,
                "outside");
}
END_TEST

/* ---- 5a. at most ---- */

START_TEST(match_cost_compares_highest_and_lowest)
{
    static const struct row ROWS[] = {
        {"<cost value='9950' per='session'/>", "cost", "99.50/session", INTV_MET, "at-most"},
        {"<cost value='9951' per='session'/>", "cost", "99.50/session", INTV_UNMET, "above"},
        {"<cost about='9950' per='session'/>", "cost", "99.5/session", INTV_MET, "at-most"},
        {"<cost min='5000' max='9950' per='group'/>", "cost", "99.50/group", INTV_MET, "at-most"},
        {"<cost min='5000' max='9950' per='group'/>", "cost", "50/group", INTV_PARTLY_MET,
         "from-lowest"},
        {"<cost min='5000' max='9950' per='group'/>", "cost", "49.99/group", INTV_UNMET, "above"},
        {"<cost min='5000' max='none' per='group'/>", "cost", "50/group", INTV_PARTLY_MET,
         "from-lowest"},
        {"<cost min='5000' max='none' per='group'/>", "cost", "49/group", INTV_UNMET, "above"},
        {"<cost at-least='5000' per='group'/>", "cost", "49/group", INTV_UNMET, "above"},
        {"<cost at-least='5000' per='group'/>", "cost", "50/group", INTV_UNKNOWN, "not-comparable"},
        {"<cost min='5000' per='group'/>", "cost", "900/group", INTV_UNKNOWN, "not-comparable"},
        {"<cost max='5000' per='group'/>", "cost", "50/group", INTV_MET, "at-most"},
        {"<cost max='5000' per='group'/>", "cost", "40/group", INTV_UNKNOWN, "not-comparable"},
        {"<cost max='none' per='group'/>", "cost", "40/group", INTV_UNKNOWN, "not-comparable"},
    };
    ASSERT_ROWS(ROWS);
}
END_TEST

START_TEST(match_another_per_or_unit_cannot_be_compared)
{
    assert_case("<cost value='1' per='group'/>", "cost", "250/participant", INTV_UNKNOWN,
                "not-comparable");
    assert_case("<cost value='1'/>", "cost", "250/participant", INTV_UNKNOWN, "not-comparable");
    assert_case("<duration value='1' unit='months'/>", "duration", "10 weeks", INTV_UNKNOWN,
                "not-comparable");
    assert_case("<duration value='90' unit='months'/><duration value='9' unit='weeks'/>",
                "duration", "10 weeks", INTV_MET, "at-most");
    assert_case("<duration value='1' unit='months'/><duration value='90' unit='weeks'/>",
                "duration", "10 weeks", INTV_UNKNOWN, "not-comparable");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        match_every_field_looks_at_its_own_claims,
        match_nothing_stated_is_unknown_in_every_field,
        match_closed_fields_refuse_what_is_other,
        match_open_fields_refuse_nothing,
        match_a_type_has_no_place_price_duration_or_language,
        match_an_instrument_has_a_place_and_a_price,
        match_a_role_left_out_is_final_and_a_relation_left_out_aimed_at,
        match_deliverers_count_only_when_asked_for,
        match_an_intermediary_group_counts,
        match_studied_with_is_not_aimed_at,
        match_stated_broader_covers,
        match_stated_narrower_covers_partly,
        match_all_forms_is_not_right_wing,
        match_right_wing_is_a_form_of_all_forms,
        match_broader_is_followed_over_every_path,
        match_close_matches_to_outside_lists_never_count,
        match_language_is_equal_text_without_regard_to_capitals,
        match_options_are_any_of_these,
        match_the_best_claim_decides,
        match_repeating_a_field_means_and,
        match_silence_has_its_cause,
        match_stated_none_is_unmet,
        match_marks_beside_values_change_nothing,
        match_marks_of_ages_count_at_any_target_group,
        match_marks_of_ideology_count_by_relation,
        match_marks_of_target_groups_count_whatever_the_role,
        match_an_outcome_follows_the_direction_of_the_finding,
        match_an_outcome_is_related_as_in_is_a,
        match_an_outcome_that_was_not_studied_is_no_finding,
        match_only_evaluations_and_respondents_find_outcomes,
        match_a_finding_for_another_programme_does_not_count,
        match_a_finding_that_is_only_a_mark_states_nothing,
        match_editor_alone_marks_met_and_partly,
        match_editor_beside_a_source_marks_nothing,
        match_editor_mark_looks_only_at_claims_with_the_state,
        match_editor_alone_never_excludes,
        match_editor_beside_a_source_excludes,
        match_none_by_the_editor_alone_is_unknown,
        match_conflict_makes_both_claims_partly,
        match_linked_claims_with_equal_states_have_no_conflict,
        match_a_claim_without_conflict_outweighs_a_conflict,
        match_states_of_a_chain_of_conflicts_are_compared_at_once,
        match_a_mark_is_never_part_of_a_conflict,
        match_a_conflict_between_editors_is_marked_editor,
        match_a_conflict_about_ages_is_partly,
        match_ages_without_conflict_outweigh_a_conflict,
        match_ages_between_two_bounds_are_certain,
        match_ages_without_an_upper_bound_go_on,
        match_ages_beyond_a_missing_bound_are_unknown,
        match_ages_are_a_union,
        match_each_wanted_age_stands_by_itself,
        match_ages_of_final_groups_count_without_a_wanted_group,
        match_ages_of_the_wanted_group_count,
        match_ages_of_a_partly_wanted_group_count,
        match_ages_fall_back_to_final_groups_when_no_wanted_group_is_there,
        match_a_final_group_without_ages_uses_those_of_the_programme,
        match_an_intermediary_group_without_ages_gives_no_range,
        match_ages_of_the_programme_count_when_no_group_does,
        match_a_group_that_is_only_a_mark_is_no_entry,
        match_a_wanted_group_behind_hundreds_of_others_is_found,
        match_ages_are_marked_editor_only_when_all_are_the_editors,
        match_cost_compares_highest_and_lowest,
        match_another_per_or_unit_cannot_be_compared,
    };
    return run_tests("match", tests, LENGTH(tests));
}
