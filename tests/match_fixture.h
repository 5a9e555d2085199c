/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the tests of the match share: one catalogue, situation and match at a time. Every catalogue
 * has the same small vocabulary: in each list the first entry is broader than the second, the
 * second broader than the third, and the fourth stands apart.
 */
#ifndef TESTS_MATCH_FIXTURE_H
#define TESTS_MATCH_FIXTURE_H

#include <check.h>
#include <interventions/interventions.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CATALOGUE(records)                                                                         \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-01' publisher='tests' "     \
    "licence='CC0-1.0' xml:lang='nl'>" records "</catalogue>"
#define ENTRY(tag, id, attributes, text, more)                                                     \
    "<" tag " id='" id "' " attributes "><" text ">" id "</" text ">" more "</" tag ">"
#define LIST(tag, attributes, text, wide, middle, narrow, other)                                   \
    ENTRY(tag, wide, attributes, text, "")                                                         \
    ENTRY(tag, middle, attributes, text, "<broader ref='" wide "'/>")                              \
    ENTRY(tag, narrow, attributes, text, "<broader ref='" middle "'/>")                            \
    ENTRY(tag, other, attributes, text, "")
#define SCHEME(scheme, wide, middle, narrow, other)                                                \
    CATALOGUE(ENTRY("scheme", scheme, "", "label", "")                                             \
                  LIST("concept", "scheme='" scheme "'", "label", wide, middle, narrow, other))

#define RECORD(id, attributes, facts)                                                              \
    "<intervention id='" id "' " attributes " asserted-by='method' source='source'><name>" id      \
    "</name>" facts "</intervention>"
#define PROGRAMME(id, facts) RECORD(id, "kind='intervention'", facts)
#define EVALUATION(id, of, facts)                                                                  \
    "<evaluation id='" id                                                                          \
    "' status='published' asserted-by='evaluation' source='source'><title>" id "</title>" of facts \
    "</evaluation>"
#define OF(id) "<evaluates ref='" id "'/>"
#define FINDING(outcome, direction) "<finding outcome='" outcome "' direction='" direction "'/>"
#define MARK(field, cause) "<" field "><not-stated cause='" cause "'/></" field ">"
#define BY(asserter, field, attributes) "<" field " asserted-by='" asserter "' " attributes "/>"
#define BY_EDITOR(field, attributes) BY("editor", field, attributes)
#define NEEDS(precondition) "<needs-precondition ref='" precondition "' need='required'/>"
#define NEEDS_NOTHING MARK("needs-precondition", "none")

static const char *const VOCABULARY[] = {
    SCHEME("target-group", "everyone", "parents", "mothers", "teachers"),
    SCHEME("setting", "anywhere", "school", "classroom", "home"),
    SCHEME("prevention-level", "prevention", "universal", "class-wide", "selective"),
    SCHEME("intervention-type", "training", "course", "short-course", "theatre"),
    SCHEME("aim", "know", "recognise", "recognise-early", "connect"),
    SCHEME("outcome", "attitude", "trust", "trust-in-police", "knowledge"),
    SCHEME("delivery-form", "group", "workshop", "role-play", "online"),
    SCHEME("ideology", "all-forms", "right-wing", "right-wing-online", "jihadist"),
    CATALOGUE(LIST("municipality", "", "name", "country", "region", "city", "other-city")),
    CATALOGUE(ENTRY("scheme", "element-kind", "", "label", "")
                  ENTRY("concept", "element-kind-a", "scheme='element-kind'", "label", "")
                      LIST("element", "kind='element-kind-a'", "label", "talking", "dialogue",
                           "debate", "exercise")),
    CATALOGUE(ENTRY("scheme", "precondition-kind", "", "label", "")
                  ENTRY("concept", "precondition-kind-a", "scheme='precondition-kind'", "label", "")
                      LIST("precondition", "kind='precondition-kind-a' scope='intervention'",
                           "label", "funding", "structural-funding", "four-years", "trained-staff")
                          ENTRY("precondition", "agreement",
                                "kind='precondition-kind-a' scope='collaboration'", "label", "")
                              ENTRY("precondition", "baseline",
                                    "kind='precondition-kind-a' scope='evaluation'", "label", "")),
    CATALOGUE("<scheme id='evaluation-design' ordered='yes'><label>design</label></scheme>" ENTRY(
        "concept", "survey", "scheme='evaluation-design' order='1'", "label", "")
                  ENTRY("concept", "trial", "scheme='evaluation-design' order='5'", "label", "")
                      ENTRY("concept", "interviews", "scheme='evaluation-design'", "label", "")),
    CATALOGUE("<source id='source' read='whole'><title>source</title></source>"),
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* ---- what every test works with ---- */

struct fixture
{
    struct intv_catalogue *catalogue;
    struct intv_situation *situation;
    struct intv_match *match;
    struct intv_explanation *explanation;
    char *document;
};

static struct fixture fixture;

static inline void
end_fixture(void)
{
    intv_explanation_free(fixture.explanation);
    intv_match_free(fixture.match);
    intv_situation_free(fixture.situation);
    intv_catalogue_unref(fixture.catalogue);
    free(fixture.document);
    memset(&fixture, 0, sizeof(fixture));
}

static inline void
assert_loaded(struct intv_loader *loader)
{
    struct intv_diagnostics *diagnostics = NULL;
    char line[400] = "";
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    const enum intv_status status = intv_loader_load(loader, &fixture.catalogue, diagnostics);
    if (status != INTV_OK)
        intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    intv_diagnostics_free(diagnostics);
    ck_assert_msg(status == INTV_OK, "%s", line);
}

/* Loads the vocabulary and these records anew, with an empty situation. */
static inline void
load_as(int lenient, const char *records)
{
    static const char FORMAT[] = CATALOGUE("%s");
    struct intv_loader *loader = NULL;
    end_fixture();
    const size_t size = sizeof(FORMAT) + strlen(records);
    fixture.document = malloc(size);
    ck_assert_ptr_nonnull(fixture.document);
    snprintf(fixture.document, size, FORMAT, records);
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_loader_set_lenient(loader, lenient), INTV_OK);
    for (size_t i = 0; i < LENGTH(VOCABULARY); i++)
        ck_assert_int_eq(
            intv_loader_add_memory(loader, "vocabulary", VOCABULARY[i], strlen(VOCABULARY[i])),
            INTV_OK);
    ck_assert_int_eq(
        intv_loader_add_memory(loader, "records", fixture.document, strlen(fixture.document)),
        INTV_OK);
    assert_loaded(loader);
    intv_loader_free(loader);
    ck_assert_int_eq(intv_situation_new(fixture.catalogue, &fixture.situation), INTV_OK);
}

static inline void
load(const char *records)
{
    load_as(0, records);
}

static inline void
ask(enum intv_importance importance, const char *field, const char *value)
{
    ck_assert_msg(intv_situation_add(fixture.situation, importance, field, value, NULL) == INTV_OK,
                  "%s=%s", field, value);
}

static inline void
must(const char *field, const char *value)
{
    ask(INTV_MUST, field, value);
}

static inline void
wish(const char *field, const char *value)
{
    ask(INTV_WISH, field, value);
}

static inline void
say(const char *precondition, enum intv_precondition_state state)
{
    ck_assert_int_eq(intv_situation_set_precondition(fixture.situation, precondition, state, NULL),
                     INTV_OK);
}

static inline void
include(uint32_t what)
{
    ck_assert_int_eq(intv_situation_include(fixture.situation, what), INTV_OK);
}

static inline void
match(void)
{
    intv_match_free(fixture.match);
    ck_assert_int_eq(intv_match_new(fixture.situation, &fixture.match, NULL), INTV_OK);
}

static inline uint32_t
find(enum intv_kind kind, const char *id)
{
    const uint32_t record = intv_catalogue_find(fixture.catalogue, kind, id);
    ck_assert_msg(record != INTV_NONE, "no record %s", id);
    return record;
}

static inline const struct intv_explanation *
explain(const char *id)
{
    intv_explanation_free(fixture.explanation);
    if (fixture.match == NULL)
        match();
    ck_assert_int_eq(
        intv_explanation_new(fixture.match, find(INTV_KIND_INTERVENTION, id), &fixture.explanation),
        INTV_OK);
    return fixture.explanation;
}

/* ---- assertions ---- */

/* State and reason of the first criterion for the intervention "a". */
static inline void
assert_state(enum intv_state state, const char *reason)
{
    const struct intv_explanation *explanation = explain("a");
    const enum intv_state found = intv_explanation_get_criterion_state(explanation, 0);
    ck_assert_msg(found == state, "%s, not %s", intv_state_get_name(found),
                  intv_state_get_name(state));
    ck_assert_str_eq(intv_explanation_get_criterion_reason(explanation, 0), reason);
}

static inline void
assert_marks(int editor, int conflict, const char *silence)
{
    const struct intv_explanation *explanation = explain("a");
    ck_assert_int_eq(intv_explanation_is_criterion_editor(explanation, 0), editor);
    ck_assert_int_eq(intv_explanation_is_criterion_conflict(explanation, 0), conflict);
    ck_assert_str_eq(intv_explanation_get_criterion_silence(explanation, 0), silence);
}

/* One intervention "a" with these facts, one must, and its state. */
static inline void
assert_case(const char *facts, const char *field, const char *value, enum intv_state state,
            const char *reason)
{
    char records[2000];
    ck_assert_int_lt(snprintf(records, sizeof(records), PROGRAMME("a", "%s"), facts),
                     (int)sizeof(records));
    load(records);
    must(field, value);
    assert_state(state, reason);
}

/* The candidates as "id:category id:category", best first. */
static inline void
assert_answer(const char *expected)
{
    char found[400] = "";
    if (fixture.match == NULL)
        match();
    for (size_t i = 0; i < intv_match_get_count(fixture.match); i++) {
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s:%s", i > 0 ? " " : "",
                 intv_record_get_id(fixture.catalogue, intv_match_get_record(fixture.match, i)),
                 intv_category_get_name(intv_match_get_category(fixture.match, i)));
    }
    ck_assert_str_eq(found, expected);
}

static inline void
assert_key(size_t index, enum intv_match_key key, uint64_t number)
{
    if (fixture.match == NULL)
        match();
    const uint64_t found = intv_match_get_key(fixture.match, index, key);
    ck_assert_msg(found == number, "key %d of %zu is %llu, not %llu", (int)key, index,
                  (unsigned long long)found, (unsigned long long)number);
}

/* The preconditions of "a" as "id:need:state:flags", in the order of their ids. */
static inline void
assert_preconditions(const char *expected)
{
    const struct intv_explanation *explanation = explain("a");
    char found[400] = "";
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++) {
        const size_t length = strlen(found);
        const uint32_t flags = intv_explanation_get_precondition_flags(explanation, i);
        snprintf(found + length, sizeof(found) - length, "%s%s:%s:%s:%s%s%s", i > 0 ? " " : "",
                 intv_record_get_id(fixture.catalogue,
                                    intv_explanation_get_precondition(explanation, i)),
                 intv_explanation_get_precondition_need(explanation, i),
                 intv_precondition_state_get_name(
                     intv_explanation_get_precondition_state(explanation, i)),
                 (flags & INTV_PRECONDITION_RELEVANT) != 0 ? "r" : "",
                 (flags & INTV_PRECONDITION_BLOCKING) != 0 ? "b" : "",
                 (flags & INTV_PRECONDITION_DERIVED) != 0 ? "d" : "");
    }
    ck_assert_str_eq(found, expected);
}

/* The questions as "id:score", the one that decides most first. */
static inline void
assert_questions(const char *expected)
{
    char found[400] = "";
    if (fixture.match == NULL)
        match();
    for (size_t i = 0; i < intv_match_get_question_count(fixture.match); i++) {
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s:%u", i > 0 ? " " : "",
                 intv_record_get_id(fixture.catalogue, intv_match_get_question(fixture.match, i)),
                 (unsigned)intv_match_get_question_score(fixture.match, i));
    }
    ck_assert_str_eq(found, expected);
}

/* ---- running ---- */

static inline int
run_tests(const char *name, const TTest *const *tests, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *cases = tcase_create(name);
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, cases);
    tcase_add_checked_fixture(cases, NULL, end_fixture);
    tcase_set_timeout(cases, 60);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(cases, tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
