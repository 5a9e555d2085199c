/* SPDX-License-Identifier: EUPL-1.2 */
/* The functions of a match and its explanations: what they list, and what they do at the edges. */
#include "match_fixture.h"

#define WORDING(field) "<" field "><wording>" field "</wording></" field ">"

static const char RICH[] = PROGRAMME(
    "a",
    "<setting concept='school'/><setting concept='classroom'/>" MARK("setting", "not-read")
        MARK("needs-precondition", "searched") NEEDS("funding") WORDING("side-effect")
            MARK("side-effect", "not-read")
                WORDING("limitation") "<uses-element ref='gaming'/><uses-element ref='gaming'/>")
    PROGRAMME("b", "") RECORD(
        "type", "kind='type'",
        "") "<element id='gaming' kind='element-kind-a' asserted-by='evaluation' source='source'>"
            "<label>gaming</label><verdict value='contributes'/><verdict value='promising'/>"
            "<verdict value='no-proof'/><verdict value='does-not-work'/><verdict value='can-harm'/>"
            "<verdict><not-stated cause='not-read'/></verdict></element>" EVALUATION(
                "e", OF("a") OF("b"),
                FINDING("trust", "positive") FINDING("knowledge", "negative") FINDING(
                    "attitude",
                    "not-studied") "<finding outcome='trust' direction='negative'><for ref='b'/>"
                                   "</finding>") EVALUATION("f", OF("a"), "");

/* The facts of a part as their fields and codes: "verdict=no-proof verdict=can-harm". */
static void
assert_part(const char *part, const char *expected)
{
    const struct intv_explanation *explanation = explain("a");
    const size_t count = intv_explanation_count_facts(explanation, part);
    char found[400] = "";
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, part, i);
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s=%s%s%s", i > 0 ? " " : "",
                 intv_fact_get_field(fixture.catalogue, fact),
                 intv_fact_get_code(fixture.catalogue, fact),
                 intv_fact_get_qualifier(fixture.catalogue, fact),
                 intv_fact_get_silence(fixture.catalogue, fact));
    }
    ck_assert_str_eq(found, expected);
    ck_assert_uint_eq(intv_explanation_get_fact(explanation, part, count), INTV_NONE);
}

/* ---- what is listed ---- */

START_TEST(explanation_lists_what_is_shown_beside_the_criteria)
{
    load(RICH);
    assert_part("evaluations", "evaluates= evaluates=");
    assert_part("findings", "finding=positive finding=negative");
    assert_part("negative-findings", "finding=negative");
    assert_part("warnings", "verdict=no-proof verdict=does-not-work verdict=can-harm");
    assert_part("side-effects", "side-effect= side-effect=not-read");
    assert_part("limitations", "limitation=");
    assert_part("preconditions-silence", "needs-precondition=searched");
    assert_part("no such part", "");
}
END_TEST

START_TEST(explanation_lists_what_evaluations_say_against)
{
    load(PROGRAMME("a", WORDING("limitation") MARK("limitation", "not-read")) PROGRAMME("b", "")
             EVALUATION("e", OF("a"), WORDING("side-effect") WORDING("limitation"))
                 EVALUATION("f", OF("a") OF("b"),
                            MARK("side-effect", "searched") MARK("limitation", "searched"))
                     EVALUATION("g", OF("b"), WORDING("side-effect") WORDING("limitation")));
    assert_part("side-effects", "side-effect= side-effect=searched");
    assert_part("limitations", "limitation= limitation=not-read limitation=");
}
END_TEST

/* All of them here are out of one source. */
START_TEST(explanation_tells_a_side_effect_of_one_source_once)
{
    load(PROGRAMME("a", WORDING("side-effect"))
             EVALUATION("e", OF("a"), WORDING("side-effect") MARK("side-effect", "not-read")));
    assert_part("side-effects", "side-effect= side-effect=not-read");
}
END_TEST

START_TEST(explanation_warns_of_a_negative_finding_whoever_states_it)
{
    load(PROGRAMME("a", "") EVALUATION(
        "e", OF("a"), "<finding outcome='knowledge' direction='negative' asserted-by='policy'/>"));
    assert_part("findings", "");
    assert_part("negative-findings", "finding=negative");
}
END_TEST

START_TEST(explanation_of_nothing_has_empty_parts)
{
    load(PROGRAMME("a", ""));
    assert_part("evaluations", "");
    assert_part("findings", "");
    assert_part("warnings", "");
    assert_part("side-effects", "");
    assert_part("limitations", "");
    assert_part("preconditions-silence", "");
    assert_preconditions("");
}
END_TEST

/* The claims of the first criterion as the ids of their records, marks as their cause. */
static void
assert_claims(const char *expected, size_t deciding)
{
    const struct intv_explanation *explanation = explain("a");
    const size_t count = intv_explanation_get_claim_count(explanation, 0);
    char found[400] = "";
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = intv_explanation_get_claim(explanation, 0, i);
        const size_t length = strlen(found);
        snprintf(
            found + length, sizeof(found) - length, "%s%s%s", i > 0 ? " " : "",
            intv_record_get_id(fixture.catalogue, intv_fact_get_target(fixture.catalogue, claim)),
            intv_fact_get_silence(fixture.catalogue, claim));
    }
    ck_assert_str_eq(found, expected);
    ck_assert_uint_eq(intv_explanation_get_deciding_count(explanation, 0), deciding);
    ck_assert_uint_eq(intv_explanation_get_claim(explanation, 0, count), INTV_NONE);
}

START_TEST(explanation_lists_the_claims_that_decide_first)
{
    load(PROGRAMME("a", "<setting concept='home'/><setting concept='school'/>"
                        "<setting concept='classroom'/><setting concept='anywhere'/>"));
    must("setting", "school");
    assert_claims("school anywhere home classroom", 2);
}
END_TEST

START_TEST(explanation_lets_all_claims_decide_when_none_has_the_state)
{
    load(PROGRAMME("a", "<setting concept='home'/><setting concept='anywhere'/>"));
    must("setting", "school");
    assert_claims("anywhere home", 1);
    load(PROGRAMME("a", "<level concept='selective'/><level concept='selective'/>"));
    must("level", "universal");
    assert_claims("selective selective", 2);
}
END_TEST

START_TEST(explanation_lets_marks_decide_only_where_nothing_is_stated)
{
    load(PROGRAMME("a", MARK("setting", "not-read") "<setting concept='home'/>"));
    must("setting", "school");
    assert_claims("home not-read", 1);
    load(PROGRAMME("a", MARK("setting", "not-read") MARK("setting", "searched")));
    must("setting", "school");
    assert_claims("not-read searched", 2);
    load(PROGRAMME("a", ""));
    must("setting", "school");
    assert_claims("", 0);
}
END_TEST

START_TEST(explanation_says_what_was_asked)
{
    load(RICH);
    must("doelgroep", "Parents,mothers");
    wish("age", " 12-18 , 16+");
    const struct intv_explanation *explanation = explain("a");
    ck_assert_uint_eq(intv_explanation_get_criterion_count(explanation), 2);
    ck_assert_str_eq(intv_explanation_get_criterion_field(explanation, 0, INTV_ENGLISH),
                     "target-group");
    ck_assert_str_eq(intv_explanation_get_criterion_field(explanation, 1, INTV_DUTCH), "leeftijd");
    ck_assert_int_eq(intv_explanation_get_criterion_importance(explanation, 0), INTV_MUST);
    ck_assert_int_eq(intv_explanation_get_criterion_importance(explanation, 1), INTV_WISH);
    ck_assert_uint_eq(intv_explanation_get_option_count(explanation, 0), 2);
    ck_assert_str_eq(intv_explanation_get_option(explanation, 0, 0), "parents");
    ck_assert_uint_eq(intv_explanation_get_option_record(explanation, 0, 1),
                      find(INTV_KIND_CONCEPT, "mothers"));
    ck_assert_str_eq(intv_explanation_get_option(explanation, 1, 0), "12-18");
    ck_assert_str_eq(intv_explanation_get_option(explanation, 1, 1), "16+");
    ck_assert_uint_eq(intv_explanation_get_option_record(explanation, 1, 0), INTV_NONE);
}
END_TEST

START_TEST(explanation_has_the_category_and_keys_of_the_match)
{
    load(RICH);
    wish("setting", "school");
    const struct intv_explanation *explanation = explain("a");
    ck_assert_uint_eq(intv_explanation_get_record(explanation), find(INTV_KIND_INTERVENTION, "a"));
    ck_assert_int_eq(intv_explanation_get_category(explanation),
                     intv_match_get_category(fixture.match, 0));
    for (int key = INTV_KEY_WISHES_LOW; key <= INTV_KEY_EVIDENCE; key++)
        ck_assert_uint_eq(intv_explanation_get_key(explanation, (enum intv_match_key)key),
                          intv_match_get_key(fixture.match, 0, (enum intv_match_key)key));
    ck_assert_uint_eq(intv_explanation_get_key(explanation, INTV_KEY_WISHES_LOW), 2);
}
END_TEST

START_TEST(explanation_is_made_of_what_was_no_candidate)
{
    load(RICH);
    must("language", "nl");
    const struct intv_explanation *explanation = explain("type");
    ck_assert_int_eq(intv_explanation_get_category(explanation), INTV_OPEN);
    ck_assert_int_eq(intv_explanation_get_criterion_state(explanation, 0), INTV_NOT_APPLICABLE);
}
END_TEST

START_TEST(explanation_of_a_record_that_is_no_intervention_is_not_found)
{
    struct intv_explanation *explanation = (struct intv_explanation *)&fixture;
    load(RICH);
    match();
    ck_assert_int_eq(
        intv_explanation_new(fixture.match, find(INTV_KIND_CONCEPT, "school"), &explanation),
        INTV_ERROR_NOT_FOUND);
    ck_assert_ptr_null(explanation);
    ck_assert_int_eq(
        intv_explanation_new(fixture.match, find(INTV_KIND_EVALUATION, "e"), &explanation),
        INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_explanation_new(fixture.match, INTV_NONE, &explanation),
                     INTV_ERROR_NOT_FOUND);
}
END_TEST

/* ---- reasons and names ---- */

static void
assert_reason_label(const struct intv_explanation *explanation)
{
    const char *dutch = intv_explanation_get_criterion_reason_label(explanation, 0, INTV_DUTCH);
    const char *english = intv_explanation_get_criterion_reason_label(explanation, 0, INTV_ENGLISH);
    ck_assert_uint_gt(strlen(dutch), 5);
    ck_assert_uint_gt(strlen(english), 5);
    ck_assert_str_ne(dutch, english);
    char name[64];
    snprintf(name, sizeof(name), "reason-%s",
             intv_explanation_get_criterion_reason(explanation, 0));
    ck_assert_str_eq(intv_text_get(name, INTV_DUTCH), dutch);
    ck_assert_str_eq(intv_text_get(name, INTV_ENGLISH), english);
}

START_TEST(explanation_gives_every_reason_in_two_languages)
{
    static const struct
    {
        const char *facts;
        const char *field;
        const char *value;
        const char *reason;
    } ROWS[] = {
        {"<setting concept='school'/>", "setting", "school", "equal"},
        {"<setting concept='anywhere'/>", "setting", "school", "broader"},
        {"<setting concept='classroom'/>", "setting", "school", "narrower-only"},
        {"<aim concept='recognise'/>", "aim", "know", "narrower"},
        {"<aim concept='know'/>", "aim", "recognise", "broader-only"},
        {"<setting concept='home'/>", "setting", "school", "other-stated"},
        {"<aim concept='connect'/>", "aim", "recognise", "not-listed"},
        {"", "aim", "recognise", "nothing-stated"},
        {MARK("aim", "none"), "aim", "recognise", "stated-none"},
        {"<ages value='14'/>", "age", "14", "within"},
        {"<ages value='14'/>", "age", "14-15", "overlap"},
        {"<ages value='14'/>", "age", "15", "outside"},
        {"<ages min='14'/>", "age", "15", "bound-unknown"},
        {"<cost value='1' per='group'/>", "cost", "1/group", "at-most"},
        {"<cost min='1' max='999' per='group'/>", "cost", "1/group", "from-lowest"},
        {"<cost value='999' per='group'/>", "cost", "1/group", "above"},
        {"<cost value='1'/>", "cost", "1/group", "not-comparable"},
        {"", "outcome", "trust", "found"},
        {"", "outcome", "attitude", "found-mixed"},
        {"", "outcome", "knowledge", "found-against"},
        {"", "outcome", "calm", "no-direction"},
        {BY_EDITOR("setting", "concept='home'"), "setting", "school", "editor-only"},
        {"<setting claim='c' concept='home'/><setting conflicts-with='c' concept='school'/>",
         "setting", "school", "conflict"},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++) {
        char records[2000];
        snprintf(records, sizeof(records),
                 PROGRAMME("a", "%s") "<concept id='calm' scheme='outcome'><label>calm</label>"
                                      "</concept>"
                                      "<concept id='mixed' scheme='outcome'><label>mixed</label>"
                                      "<broader ref='attitude'/></concept>%s",
                 ROWS[i].facts,
                 strcmp(ROWS[i].field, "outcome") != 0 ? ""
                 : strcmp(ROWS[i].value, "attitude") == 0
                     ? EVALUATION("e", OF("a"), FINDING("mixed", "mixed"))
                     : EVALUATION("e", OF("a"),
                                  FINDING("trust", "positive") FINDING(
                                      "knowledge", "negative") "<finding outcome='calm'/>"));
        load(records);
        must(ROWS[i].field, ROWS[i].value);
        const struct intv_explanation *explanation = explain("a");
        ck_assert_str_eq(intv_explanation_get_criterion_reason(explanation, 0), ROWS[i].reason);
        assert_reason_label(explanation);
    }
    load(RICH);
    must("language", "nl");
    ck_assert_str_eq(intv_explanation_get_criterion_reason(explain("type"), 0), "not-applicable");
    assert_reason_label(fixture.explanation);
}
END_TEST

START_TEST(match_names_its_categories_and_states)
{
    static const char *const CATEGORIES[] = {"fits", "open", "blocked", "excluded", "unknown"};
    static const char *const STATES[] = {"met",   "partly",         "unknown",
                                         "unmet", "not-applicable", "unknown"};
    static const char *const PRECONDITIONS[] = {"unknown", "present", "partly", "absent",
                                                "unknown"};
    for (unsigned i = 0; i < LENGTH(CATEGORIES); i++) {
        const enum intv_category category = (enum intv_category)i;
        ck_assert_str_eq(intv_category_get_name(category), CATEGORIES[i]);
        ck_assert_int_eq(intv_category_get_label(category, INTV_DUTCH)[0] != '\0', i < 4);
        ck_assert_int_eq(intv_category_get_label(category, INTV_ENGLISH)[0] != '\0', i < 4);
    }
    for (unsigned i = 0; i < LENGTH(STATES); i++) {
        const enum intv_state state = (enum intv_state)i;
        ck_assert_str_eq(intv_state_get_name(state), STATES[i]);
        ck_assert_int_eq(intv_state_get_label(state, INTV_DUTCH)[0] != '\0', i < 5);
        ck_assert_int_eq(intv_state_get_label(state, INTV_ENGLISH)[0] != '\0', i < 5);
    }
    for (unsigned i = 0; i < LENGTH(PRECONDITIONS); i++) {
        const enum intv_precondition_state state = (enum intv_precondition_state)i;
        ck_assert_str_eq(intv_precondition_state_get_name(state), PRECONDITIONS[i]);
        ck_assert_int_eq(intv_precondition_state_get_label(state, INTV_DUTCH)[0] != '\0', i < 4);
        ck_assert_int_eq(intv_precondition_state_get_label(state, INTV_ENGLISH)[0] != '\0', i < 4);
    }
    ck_assert_str_eq(intv_category_get_name((enum intv_category) - 1), "unknown");
    ck_assert_str_eq(intv_state_get_name((enum intv_state) - 1), "unknown");
}
END_TEST

START_TEST(match_fits_says_that_it_says_nothing_about_effect)
{
    ck_assert_ptr_nonnull(
        strstr(intv_category_get_label(INTV_FITS, INTV_DUTCH), "zegt niets over het effect"));
    ck_assert_ptr_nonnull(
        strstr(intv_category_get_label(INTV_FITS, INTV_ENGLISH), "says nothing about effect"));
}
END_TEST

/* ---- copies ---- */

START_TEST(match_is_not_changed_by_later_changes_of_the_situation)
{
    load(RICH);
    must("setting", "school");
    match();
    must("setting", "home");
    say("funding", INTV_ABSENT);
    include(INTV_INCLUDE_TYPES);
    ck_assert_uint_eq(intv_match_get_count(fixture.match), 2);
    ck_assert_uint_eq(intv_explanation_get_criterion_count(explain("a")), 1);
    assert_answer("b:open a:open");
    match();
    assert_answer("b:open type:open a:excluded");
}
END_TEST

START_TEST(match_and_explanation_outlive_what_they_were_made_of)
{
    load(RICH);
    must("setting", "school");
    wish("age", "12-18");
    say("funding", INTV_PRESENT);
    explain("a");
    const uint32_t record = intv_match_get_record(fixture.match, 0);
    intv_situation_free(fixture.situation);
    fixture.situation = NULL;
    intv_catalogue_unref(fixture.catalogue);
    fixture.catalogue = NULL;
    struct intv_explanation *second = NULL;
    ck_assert_int_eq(intv_explanation_new(fixture.match, record, &second), INTV_OK);
    intv_match_free(fixture.match);
    fixture.match = NULL;
    ck_assert_str_eq(intv_explanation_get_option(second, 0, 0), "school");
    ck_assert_str_eq(intv_explanation_get_option(fixture.explanation, 1, 0), "12-18");
    ck_assert_int_eq(intv_explanation_get_precondition_state(second, 0), INTV_PRESENT);
    intv_explanation_free(second);
}
END_TEST

START_TEST(match_of_the_same_situation_twice_is_the_same)
{
    struct intv_match *second = NULL;
    load(RICH);
    wish("setting", "school");
    match();
    ck_assert_int_eq(intv_match_new(fixture.situation, &second, NULL), INTV_OK);
    ck_assert_uint_eq(intv_match_get_count(second), intv_match_get_count(fixture.match));
    for (size_t i = 0; i < intv_match_get_count(second); i++)
        ck_assert_uint_eq(intv_match_get_record(second, i),
                          intv_match_get_record(fixture.match, i));
    intv_match_free(second);
}
END_TEST

/* ---- the edges ---- */

START_TEST(match_refuses_missing_arguments)
{
    struct intv_explanation *explanation = (struct intv_explanation *)&fixture;
    struct intv_match *none = (struct intv_match *)&fixture;
    load(RICH);
    match();
    ck_assert_int_eq(intv_match_new(NULL, &none, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_ptr_null(none);
    ck_assert_int_eq(intv_match_new(fixture.situation, NULL, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_explanation_new(NULL, 0, &explanation), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_ptr_null(explanation);
    ck_assert_int_eq(intv_explanation_new(fixture.match, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    intv_match_free(NULL);
    intv_explanation_free(NULL);
    ck_assert_uint_eq(intv_match_get_count(NULL), 0);
    ck_assert_uint_eq(intv_match_count_category(NULL, INTV_FITS), 0);
    ck_assert_uint_eq(intv_match_get_question_count(NULL), 0);
    ck_assert_uint_eq(intv_explanation_get_criterion_count(NULL), 0);
    ck_assert_uint_eq(intv_explanation_get_precondition_count(NULL), 0);
    ck_assert_uint_eq(intv_explanation_count_facts(NULL, "findings"), 0);
    ck_assert_uint_eq(intv_explanation_count_facts(explain("a"), NULL), 0);
}
END_TEST

static const size_t BEYOND[] = {2, 3, 1000, UINT32_MAX, SIZE_MAX};

START_TEST(match_beyond_the_last_candidate_is_nothing)
{
    load(RICH);
    must("setting", "school");
    match();
    for (size_t i = 0; i < LENGTH(BEYOND); i++) {
        ck_assert_uint_eq(intv_match_get_record(fixture.match, BEYOND[i]), INTV_NONE);
        ck_assert_int_eq(intv_match_get_category(fixture.match, BEYOND[i]), INTV_EXCLUDED);
        ck_assert_uint_eq(intv_match_get_key(fixture.match, BEYOND[i], INTV_KEY_UNKNOWN), 0);
        ck_assert_uint_eq(intv_match_get_question(fixture.match, BEYOND[i]), INTV_NONE);
        ck_assert_uint_eq(intv_match_get_question_score(fixture.match, BEYOND[i]), 0);
    }
    ck_assert_uint_eq(intv_match_get_key(fixture.match, 0, (enum intv_match_key)99), 0);
    ck_assert_uint_eq(intv_match_count_category(fixture.match, (enum intv_category)99), 0);
}
END_TEST

START_TEST(explanation_beyond_the_last_criterion_is_nothing)
{
    load(RICH);
    must("setting", "school");
    const struct intv_explanation *explanation = explain("a");
    for (size_t i = 0; i < LENGTH(BEYOND); i++) {
        const size_t index = BEYOND[i];
        ck_assert_str_eq(intv_explanation_get_criterion_field(explanation, index, INTV_DUTCH), "");
        ck_assert_int_eq(intv_explanation_get_criterion_state(explanation, index),
                         INTV_NOT_APPLICABLE);
        ck_assert_int_eq(intv_explanation_get_criterion_importance(explanation, index), INTV_WISH);
        ck_assert_str_eq(intv_explanation_get_criterion_reason(explanation, index), "");
        ck_assert_str_eq(
            intv_explanation_get_criterion_reason_label(explanation, index, INTV_ENGLISH), "");
        ck_assert_str_eq(intv_explanation_get_criterion_silence(explanation, index), "");
        ck_assert_int_eq(intv_explanation_is_criterion_editor(explanation, index), 0);
        ck_assert_int_eq(intv_explanation_is_criterion_conflict(explanation, index), 0);
        ck_assert_uint_eq(intv_explanation_get_option_count(explanation, index), 0);
        ck_assert_str_eq(intv_explanation_get_option(explanation, index, 0), "");
        ck_assert_str_eq(intv_explanation_get_option(explanation, 0, index), "");
        ck_assert_uint_eq(intv_explanation_get_option_record(explanation, 0, index), INTV_NONE);
        ck_assert_uint_eq(intv_explanation_get_claim_count(explanation, index), 0);
        ck_assert_uint_eq(intv_explanation_get_deciding_count(explanation, index), 0);
        ck_assert_uint_eq(intv_explanation_get_claim(explanation, index, 0), INTV_NONE);
    }
}
END_TEST

START_TEST(explanation_beyond_the_last_precondition_is_nothing)
{
    load(RICH);
    const struct intv_explanation *explanation = explain("a");
    for (size_t i = 0; i < LENGTH(BEYOND); i++) {
        const size_t index = BEYOND[i];
        ck_assert_uint_eq(intv_explanation_get_precondition(explanation, index), INTV_NONE);
        ck_assert_int_eq(intv_explanation_get_precondition_state(explanation, index), INTV_UNSAID);
        ck_assert_str_eq(intv_explanation_get_precondition_need(explanation, index), "");
        ck_assert_str_eq(intv_explanation_get_precondition_scope(explanation, index), "");
        ck_assert_uint_eq(intv_explanation_get_precondition_flags(explanation, index), 0);
    }
}
END_TEST

START_TEST(match_counts_its_categories)
{
    load(PROGRAMME("a", NEEDS_NOTHING) PROGRAMME("b", NEEDS("funding"))
             PROGRAMME("c", "<setting concept='home'/>") PROGRAMME("d", "") PROGRAMME("e", ""));
    must("setting", "school,home,anywhere");
    say("funding", INTV_ABSENT);
    match();
    ck_assert_uint_eq(intv_match_count_category(fixture.match, INTV_FITS), 0);
    ck_assert_uint_eq(intv_match_count_category(fixture.match, INTV_OPEN), 4);
    ck_assert_uint_eq(intv_match_count_category(fixture.match, INTV_BLOCKED), 1);
    ck_assert_uint_eq(intv_match_count_category(fixture.match, INTV_EXCLUDED), 0);
    ck_assert_uint_eq(intv_match_get_count(fixture.match), 5);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        explanation_lists_what_is_shown_beside_the_criteria,
        explanation_lists_what_evaluations_say_against,
        explanation_tells_a_side_effect_of_one_source_once,
        explanation_warns_of_a_negative_finding_whoever_states_it,
        explanation_of_nothing_has_empty_parts,
        explanation_lists_the_claims_that_decide_first,
        explanation_lets_all_claims_decide_when_none_has_the_state,
        explanation_lets_marks_decide_only_where_nothing_is_stated,
        explanation_says_what_was_asked,
        explanation_has_the_category_and_keys_of_the_match,
        explanation_is_made_of_what_was_no_candidate,
        explanation_of_a_record_that_is_no_intervention_is_not_found,
        explanation_gives_every_reason_in_two_languages,
        match_names_its_categories_and_states,
        match_fits_says_that_it_says_nothing_about_effect,
        match_is_not_changed_by_later_changes_of_the_situation,
        match_and_explanation_outlive_what_they_were_made_of,
        match_of_the_same_situation_twice_is_the_same,
        match_refuses_missing_arguments,
        match_beyond_the_last_candidate_is_nothing,
        explanation_beyond_the_last_criterion_is_nothing,
        explanation_beyond_the_last_precondition_is_nothing,
        match_counts_its_categories,
    };
    return run_tests("explanation", tests, LENGTH(tests));
}
