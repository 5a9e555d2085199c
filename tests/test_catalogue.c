/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of a catalogue: the one that is built in, walked wholly, and a small one. */
#include <check.h>
#include <interventions/interventions.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define ALL_KINDS INTV_KIND_COUNT

static struct intv_catalogue *catalogue;

/* ---- a small catalogue ---- */

#define OPENING                                                                                    \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-01' publisher='tests' "     \
    "licence='CC0-1.0' xml:lang='nl'>"

static const char LISTS[] = OPENING
    "<scheme id='setting'><label>plek</label></scheme>"
    "<concept id='anywhere' scheme='setting'>"
    "<label xml:lang='en'>anywhere</label><label>overal</label></concept>"
    "<concept id='outdoors' scheme='setting'><label xml:lang='en'>outdoors</label></concept>"
    "<concept id='school' scheme='setting'><label>school</label><broader ref='anywhere'/>"
    "</concept>"
    "<concept id='playground' scheme='setting'><label>plein</label>"
    "<label xml:lang='en'>playground</label><label xml:lang='en-GB'>schoolyard</label>"
    "<broader ref='school'/><broader ref='outdoors'/></concept>"
    "<scheme id='target-group'><label>doelgroep</label></scheme>"
    "<concept id='parents' scheme='target-group'><label>ouders</label></concept>"
    "<source id='report' read='whole'><title>Verslag</title>"
    "<author>A. Auteur</author><published date='2021-02'/></source>"
    "<source id='letter' read='section'><title>Brief</title><published date='2020'/></source>"
    "<policy-statement id='statement' asserted-by='policy' source='letter'><statement>"
    "<wording>Zo staat het er.</wording></statement></policy-statement></catalogue>";

static const char RECORDS[] =
    OPENING "<intervention id='b' kind='intervention' asserted-by='method' source='report' "
            "locator='p. 3'><name>Bee</name><name xml:lang='en'>Bea</name></intervention>"
            "<intervention id='a' kind='intervention' country='BE' asserted-by='method' "
            "strength='reported' source='report' via='letter' locator='p. 1'>"
            "<name>Aa</name><alias>Ah</alias><summary>Wat het is.</summary>"
            "<status value='running' since='2019-05-06'/><url>https://example.org/a</url>"
            "<language tag='nl'/><part-of ref='b'/>"
            "<target-group concept='parents' role='intermediary'><wording>alleen ouders</wording>"
            "<wording xml:lang='en'>parents only</wording><ages min='30' max='none'/>"
            "<ages max='50'/></target-group>"
            "<target-group><not-stated cause='not-read'/></target-group>"
            "<setting concept='school' claim='in' asserted-by='evaluation' source='letter'/>"
            "<setting concept='outdoors' conflicts-with='in' asserted-by='editor'/>"
            "<setting concept='playground'/>"
            "<ages about='14'/><ages at-least='16'/>"
            "<facts asserted-by='provider' locator='p. 9'><cost value='9950' per='session' "
            "year='2020'/><sessions min='0' max='12' locator='p. 10'/></facts>"
            "<limitation><wording>Klein.</wording></limitation></intervention></catalogue>";

static void
load_small(void)
{
    struct intv_loader *loader = NULL;
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_loader_add_memory(loader, "lists", LISTS, sizeof(LISTS) - 1), INTV_OK);
    ck_assert_int_eq(intv_loader_add_memory(loader, "records", RECORDS, sizeof(RECORDS) - 1),
                     INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_OK);
    intv_loader_free(loader);
}

static void
open_builtin(void)
{
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
}

static void
close_catalogue(void)
{
    intv_catalogue_unref(catalogue);
    catalogue = NULL;
}

static uint32_t
find(enum intv_kind kind, const char *id)
{
    const uint32_t record = intv_catalogue_find(catalogue, kind, id);
    ck_assert_msg(record != INTV_NONE, "no record %s", id);
    return record;
}

/* One fact of the intervention "a". */
static uint32_t
fact_of_a(const char *field, size_t index)
{
    const uint32_t fact =
        intv_record_find_fact(catalogue, find(INTV_KIND_INTERVENTION, "a"), field, index);
    ck_assert_msg(fact != INTV_NONE, "no %s %zu", field, index);
    ck_assert_str_eq(intv_fact_get_field(catalogue, fact), field);
    return fact;
}

static void
assert_id(uint32_t record, const char *id)
{
    ck_assert_str_eq(intv_record_get_id(catalogue, record), id);
}

/* ---- records ---- */

START_TEST(catalogue_says_which_edition_it_is)
{
    ck_assert_str_eq(intv_catalogue_get_edition(catalogue), "2026-11-01");
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
    ck_assert_str_eq(intv_catalogue_get_licence(catalogue), "CC0-1.0");
}
END_TEST

START_TEST(catalogue_holds_records_in_the_order_of_their_ids)
{
    static const char *const CONCEPTS[] = {"anywhere", "outdoors", "parents", "playground",
                                           "school"};
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_CONCEPT),
                      LENGTH(CONCEPTS));
    for (size_t i = 0; i < LENGTH(CONCEPTS); i++) {
        const uint32_t record = intv_catalogue_get_record(catalogue, INTV_KIND_CONCEPT, i);
        assert_id(record, CONCEPTS[i]);
        ck_assert_int_eq(intv_record_get_kind(catalogue, record), INTV_KIND_CONCEPT);
    }
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_RATING), 0);
    ck_assert_uint_eq(intv_catalogue_get_record(catalogue, INTV_KIND_RATING, 0), INTV_NONE);
}
END_TEST

START_TEST(catalogue_finds_a_record_only_by_its_whole_id_and_kind)
{
    assert_id(find(INTV_KIND_CONCEPT, "school"), "school");
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_SCHEME, "school"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, "schoo"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, "schools"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, "School"), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, ""), INTV_NONE);
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, NULL), INTV_NONE);
}
END_TEST

START_TEST(catalogue_names_a_record_in_the_nearest_language)
{
    static const struct
    {
        const char *id;
        const char *language;
        const char *name;
    } ROWS[] = {
        {"playground", "nl", "plein"},         {"playground", NULL, "plein"},
        {"playground", "en", "playground"},    {"playground", "EN", "playground"},
        {"playground", "en-GB", "schoolyard"}, {"playground", "en-US", "playground"},
        {"playground", "nl-BE", "plein"},      {"playground", "fr", "plein"},
        {"playground", "", "plein"},           {"outdoors", "nl", "outdoors"},
        {"outdoors", NULL, "outdoors"},        {"anywhere", "en-GB", "anywhere"},
        {"anywhere", "fr", "overal"},          {"anywhere", NULL, "overal"},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++)
        ck_assert_str_eq(
            intv_record_get_name(catalogue, find(INTV_KIND_CONCEPT, ROWS[i].id), ROWS[i].language),
            ROWS[i].name);
}
END_TEST

START_TEST(catalogue_names_a_record_by_name_label_title_or_id)
{
    ck_assert_str_eq(intv_record_get_name(catalogue, find(INTV_KIND_INTERVENTION, "b"), "en"),
                     "Bea");
    ck_assert_str_eq(intv_record_get_name(catalogue, find(INTV_KIND_SCHEME, "setting"), "en"),
                     "plek");
    ck_assert_str_eq(intv_record_get_name(catalogue, find(INTV_KIND_SOURCE, "report"), "nl"),
                     "Verslag");
    ck_assert_str_eq(
        intv_record_get_name(catalogue, find(INTV_KIND_POLICY_STATEMENT, "statement"), "nl"),
        "statement");
}
END_TEST

START_TEST(catalogue_knows_ancestors_over_every_path)
{
    const uint32_t playground = find(INTV_KIND_CONCEPT, "playground");
    char found[100] = "";
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, playground), 4);
    for (size_t i = 0; i < 4; i++)
        strcat(strcat(found, intv_record_get_id(
                                 catalogue, intv_record_get_ancestor(catalogue, playground, i))),
               " ");
    ck_assert_str_eq(found, "anywhere outdoors playground school ");
    ck_assert_uint_eq(intv_record_get_ancestor(catalogue, playground, 4), INTV_NONE);
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, find(INTV_KIND_INTERVENTION, "a")),
                      1);
}
END_TEST

START_TEST(catalogue_knows_who_uses_a_record)
{
    const uint32_t school = find(INTV_KIND_CONCEPT, "school");
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, school), 2);
    ck_assert_str_eq(intv_fact_get_field(catalogue, intv_record_get_user(catalogue, school, 0)),
                     "broader");
    ck_assert_uint_eq(intv_record_get_user(catalogue, school, 1), fact_of_a("setting", 0));
    ck_assert_uint_eq(intv_record_get_user(catalogue, school, 2), INTV_NONE);
    ck_assert_uint_eq(
        intv_record_get_user_count(catalogue, find(INTV_KIND_POLICY_STATEMENT, "statement")), 0);
}
END_TEST

START_TEST(catalogue_counts_the_facts_of_a_field)
{
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "setting"), 3);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "target-group"), 2);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "ages"), 2);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "aim"), 0);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "no-field"), 0);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, ""), 0);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, NULL), 0);
    ck_assert_uint_eq(intv_record_find_fact(catalogue, a, "setting", 3), INTV_NONE);
    ck_assert_uint_eq(intv_record_find_fact(catalogue, a, NULL, 0), INTV_NONE);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, a, "kind"), 1);
    ck_assert_str_eq(intv_fact_get_code(catalogue, fact_of_a("kind", 0)), "intervention");
}
END_TEST

/* ---- values ---- */

START_TEST(catalogue_fact_has_the_value_of_its_field)
{
    static const struct
    {
        const char *field;
        enum intv_value value;
    } ROWS[] = {
        {"name", INTV_VALUE_TEXT},       {"setting", INTV_VALUE_RECORD},
        {"part-of", INTV_VALUE_RECORD},  {"status", INTV_VALUE_CODE},
        {"cost", INTV_VALUE_QUANTITY},   {"url", INTV_VALUE_TOKEN},
        {"language", INTV_VALUE_TOKEN},  {"country", INTV_VALUE_TOKEN},
        {"limitation", INTV_VALUE_NONE},
    };
    for (size_t i = 0; i < LENGTH(ROWS); i++)
        ck_assert_int_eq(intv_fact_get_value(catalogue, fact_of_a(ROWS[i].field, 0)),
                         ROWS[i].value);
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact_of_a("language", 0), NULL), "nl");
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact_of_a("country", 0), "en"), "BE");
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact_of_a("url", 0), "nl"),
                     "https://example.org/a");
    ck_assert_str_eq(intv_fact_get_code(catalogue, fact_of_a("status", 0)), "running");
    assert_id(intv_fact_get_target(catalogue, fact_of_a("part-of", 0)), "b");
}
END_TEST

START_TEST(catalogue_fact_gives_only_the_value_it_has)
{
    const uint32_t setting = fact_of_a("setting", 0);
    int64_t number = 7;
    ck_assert_str_eq(intv_fact_get_code(catalogue, setting), "");
    ck_assert_uint_eq(intv_fact_get_date(catalogue, setting), 0);
    ck_assert_int_eq(intv_fact_get_low(catalogue, setting, &number), INTV_BOUND_UNKNOWN);
    ck_assert_int_eq(number, 0);
    ck_assert_int_eq(intv_fact_is_about(catalogue, setting), 0);
    ck_assert_uint_eq(intv_fact_get_target(catalogue, fact_of_a("status", 0)), INTV_NONE);
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact_of_a("cost", 0), "nl"), "");
}
END_TEST

static void
assert_bounds(uint32_t fact, enum intv_bound low, int64_t low_value, enum intv_bound high,
              int64_t high_value)
{
    int64_t number = -1;
    ck_assert_int_eq(intv_fact_get_low(catalogue, fact, &number), low);
    ck_assert_int_eq(number, low_value);
    ck_assert_int_eq(intv_fact_get_high(catalogue, fact, &number), high);
    ck_assert_int_eq(number, high_value);
    ck_assert_int_eq(intv_fact_get_low(catalogue, fact, NULL), low);
    ck_assert_int_eq(intv_fact_get_high(catalogue, fact, NULL), high);
}

START_TEST(catalogue_quantity_says_which_bounds_are_known)
{
    const uint32_t group = fact_of_a("target-group", 0);
    assert_bounds(fact_of_a("cost", 0), INTV_BOUND_KNOWN, 9950, INTV_BOUND_KNOWN, 9950);
    assert_bounds(fact_of_a("sessions", 0), INTV_BOUND_KNOWN, 0, INTV_BOUND_KNOWN, 12);
    assert_bounds(fact_of_a("ages", 0), INTV_BOUND_KNOWN, 14, INTV_BOUND_KNOWN, 14);
    assert_bounds(fact_of_a("ages", 1), INTV_BOUND_KNOWN, 16, INTV_BOUND_UNKNOWN, 0);
    assert_bounds(intv_fact_get_child(catalogue, group, 0), INTV_BOUND_KNOWN, 30, INTV_BOUND_NONE,
                  0);
    assert_bounds(intv_fact_get_child(catalogue, group, 1), INTV_BOUND_UNKNOWN, 0, INTV_BOUND_KNOWN,
                  50);
    ck_assert_int_eq(intv_fact_is_about(catalogue, fact_of_a("ages", 0)), 1);
    ck_assert_int_eq(intv_fact_is_about(catalogue, fact_of_a("ages", 1)), 0);
}
END_TEST

START_TEST(catalogue_date_is_as_exact_as_it_is_stated)
{
    const uint32_t since = intv_fact_get_child(catalogue, fact_of_a("status", 0), 0);
    const uint32_t report = find(INTV_KIND_SOURCE, "report");
    const uint32_t letter = find(INTV_KIND_SOURCE, "letter");
    ck_assert_str_eq(intv_fact_get_field(catalogue, since), "since");
    ck_assert_uint_eq(intv_fact_get_date(catalogue, since), 20190506);
    ck_assert_uint_eq(
        intv_fact_get_date(catalogue, intv_record_find_fact(catalogue, report, "published", 0)),
        20210200);
    ck_assert_uint_eq(
        intv_fact_get_date(catalogue, intv_record_find_fact(catalogue, letter, "published", 0)),
        20200000);
}
END_TEST

START_TEST(catalogue_silent_fact_says_why_and_has_no_value)
{
    const uint32_t silent = fact_of_a("target-group", 1);
    ck_assert_str_eq(intv_fact_get_silence(catalogue, silent), "not-read");
    ck_assert_int_eq(intv_fact_get_value(catalogue, silent), INTV_VALUE_NONE);
    ck_assert_uint_eq(intv_fact_get_target(catalogue, silent), INTV_NONE);
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, silent), "");
    ck_assert_str_eq(intv_fact_get_qualifier_label(catalogue, silent, INTV_DUTCH), "");
    ck_assert_str_eq(intv_fact_get_silence(catalogue, fact_of_a("target-group", 0)), "");
}
END_TEST

START_TEST(catalogue_fact_has_its_qualifier_in_words)
{
    const uint32_t group = fact_of_a("target-group", 0);
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, group), "intermediary");
    ck_assert_str_eq(intv_fact_get_qualifier_label(catalogue, group, INTV_DUTCH),
                     "Tussendoelgroep");
    ck_assert_str_eq(intv_fact_get_qualifier_label(catalogue, group, INTV_ENGLISH),
                     "Intermediary target group");
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, fact_of_a("cost", 0)), "session");
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, fact_of_a("setting", 0)), "");
}
END_TEST

START_TEST(catalogue_facts_stand_in_facts)
{
    const uint32_t group = fact_of_a("target-group", 0);
    ck_assert_uint_eq(intv_fact_get_child_count(catalogue, group), 2);
    const uint32_t ages = intv_fact_get_child(catalogue, group, 1);
    ck_assert_str_eq(intv_fact_get_field(catalogue, ages), "ages");
    ck_assert_uint_eq(intv_fact_get_parent(catalogue, ages), group);
    ck_assert_uint_eq(intv_fact_get_parent(catalogue, group), INTV_NONE);
    assert_id(intv_fact_get_record(catalogue, ages), "a");
    ck_assert_uint_eq(intv_fact_get_child(catalogue, group, 2), INTV_NONE);
    ck_assert_uint_eq(intv_fact_get_child(catalogue, ages, 0), INTV_NONE);
}
END_TEST

START_TEST(catalogue_fact_gives_its_texts_with_their_languages)
{
    const uint32_t group = fact_of_a("target-group", 0);
    const char *language = NULL;
    ck_assert_uint_eq(intv_fact_get_text_count(catalogue, group), 2);
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, group, 0, &language), "alleen ouders");
    ck_assert_str_eq(language, "nl");
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, group, 1, &language), "parents only");
    ck_assert_str_eq(language, "en");
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, group, 1, NULL), "parents only");
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, group, 2, &language), "");
    ck_assert_str_eq(language, "");
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, fact_of_a("url", 0), 0, &language),
                     "https://example.org/a");
    ck_assert_str_eq(language, "");
    ck_assert_str_eq(intv_fact_get_text(catalogue, group, "en-GB"), "parents only");
    ck_assert_str_eq(intv_fact_get_text(catalogue, group, NULL), "alleen ouders");
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact_of_a("setting", 0), NULL), "");
}
END_TEST

/* ---- who says so ---- */

static void
assert_origin(uint32_t fact, const char *asserter, const char *strength, const char *source,
              const char *via, const char *locator)
{
    ck_assert_str_eq(intv_fact_get_asserter(catalogue, fact), asserter);
    ck_assert_str_eq(intv_fact_get_strength(catalogue, fact), strength);
    assert_id(intv_fact_get_source(catalogue, fact), source);
    assert_id(intv_fact_get_via(catalogue, fact), via);
    ck_assert_str_eq(intv_fact_get_locator(catalogue, fact), locator);
}

START_TEST(catalogue_claim_inherits_who_says_it_and_where)
{
    const uint32_t b = find(INTV_KIND_INTERVENTION, "b");
    assert_origin(fact_of_a("setting", 2), "method", "reported", "report", "letter", "p. 1");
    assert_origin(fact_of_a("setting", 0), "evaluation", "reported", "letter", "", "");
    assert_origin(fact_of_a("cost", 0), "provider", "reported", "report", "letter", "p. 9");
    assert_origin(fact_of_a("sessions", 0), "provider", "reported", "report", "letter", "p. 10");
    assert_origin(intv_fact_get_child(catalogue, fact_of_a("target-group", 0), 0), "method",
                  "reported", "report", "letter", "p. 1");
    ck_assert_uint_eq(intv_record_count_facts(catalogue, b, "setting"), 0);
}
END_TEST

START_TEST(catalogue_claim_without_a_strength_is_unstated)
{
    const uint32_t statement = intv_record_find_fact(
        catalogue, find(INTV_KIND_POLICY_STATEMENT, "statement"), "statement", 0);
    assert_origin(statement, "policy", "unstated", "letter", "", "");
    ck_assert_str_eq(intv_fact_get_strength_label(catalogue, statement, INTV_ENGLISH),
                     "Strength not stated");
    ck_assert_str_eq(intv_fact_get_asserter_label(catalogue, statement, INTV_DUTCH),
                     "Overheidsbrief");
}
END_TEST

START_TEST(catalogue_plain_fact_has_no_asserter)
{
    const uint32_t name = fact_of_a("name", 0);
    assert_origin(name, "", "", "", "", "");
    ck_assert_str_eq(intv_fact_get_asserter_label(catalogue, name, INTV_DUTCH), "");
    ck_assert_str_eq(intv_fact_get_strength_label(catalogue, name, INTV_DUTCH), "");
}
END_TEST

START_TEST(catalogue_conflict_is_seen_from_both_sides)
{
    const uint32_t in = fact_of_a("setting", 0);
    const uint32_t out = fact_of_a("setting", 1);
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, in), 1);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, in, 0), out);
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, out), 1);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, out, 0), in);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, in, 1), INTV_NONE);
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, fact_of_a("setting", 2)), 0);
}
END_TEST

/* ---- what does not exist ---- */

static const size_t BEYOND[] = {100000000, UINT32_MAX - 1, UINT32_MAX, (size_t)UINT32_MAX + 1,
                                SIZE_MAX};

static void
assert_no_record(uint32_t record)
{
    ck_assert_int_eq(intv_record_get_kind(catalogue, record), INTV_KIND_COUNT);
    ck_assert_str_eq(intv_record_get_id(catalogue, record), "");
    ck_assert_str_eq(intv_record_get_name(catalogue, record, "nl"), "");
    ck_assert_str_eq(intv_record_get_name(catalogue, record, NULL), "");
    ck_assert_uint_eq(intv_record_get_fact_count(catalogue, record), 0);
    ck_assert_uint_eq(intv_record_get_fact(catalogue, record, 0), INTV_NONE);
    ck_assert_uint_eq(intv_record_count_facts(catalogue, record, "name"), 0);
    ck_assert_uint_eq(intv_record_find_fact(catalogue, record, "name", 0), INTV_NONE);
    ck_assert_uint_eq(intv_record_get_ancestor_count(catalogue, record), 0);
    ck_assert_uint_eq(intv_record_get_ancestor(catalogue, record, 0), INTV_NONE);
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, record), 0);
    ck_assert_uint_eq(intv_record_get_user(catalogue, record, 0), INTV_NONE);
}

static void
assert_no_fact(uint32_t fact)
{
    const char *language = NULL;
    assert_bounds(fact, INTV_BOUND_UNKNOWN, 0, INTV_BOUND_UNKNOWN, 0);
    assert_origin(fact, "", "", "", "", "");
    ck_assert_str_eq(intv_fact_get_field(catalogue, fact), "");
    ck_assert_uint_eq(intv_fact_get_record(catalogue, fact), INTV_NONE);
    ck_assert_uint_eq(intv_fact_get_parent(catalogue, fact), INTV_NONE);
    ck_assert_uint_eq(intv_fact_get_child_count(catalogue, fact), 0);
    ck_assert_uint_eq(intv_fact_get_child(catalogue, fact, 0), INTV_NONE);
    ck_assert_int_eq(intv_fact_get_value(catalogue, fact), INTV_VALUE_NONE);
    ck_assert_str_eq(intv_fact_get_silence(catalogue, fact), "");
    ck_assert_uint_eq(intv_fact_get_target(catalogue, fact), INTV_NONE);
    ck_assert_str_eq(intv_fact_get_code(catalogue, fact), "");
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, fact), "");
    ck_assert_str_eq(intv_fact_get_qualifier_label(catalogue, fact, INTV_ENGLISH), "");
    ck_assert_int_eq(intv_fact_is_about(catalogue, fact), 0);
    ck_assert_uint_eq(intv_fact_get_date(catalogue, fact), 0);
    ck_assert_uint_eq(intv_fact_get_text_count(catalogue, fact), 0);
    ck_assert_str_eq(intv_fact_get_text_at(catalogue, fact, 0, &language), "");
    ck_assert_str_eq(language, "");
    ck_assert_str_eq(intv_fact_get_text(catalogue, fact, NULL), "");
    ck_assert_str_eq(intv_fact_get_asserter_label(catalogue, fact, INTV_DUTCH), "");
    ck_assert_str_eq(intv_fact_get_strength_label(catalogue, fact, INTV_DUTCH), "");
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, fact), 0);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, fact, 0), INTV_NONE);
}

START_TEST(catalogue_has_an_answer_for_what_does_not_exist)
{
    uint32_t records = 0;
    for (int kind = 0; kind < ALL_KINDS; kind++)
        records += intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
    ck_assert_str_ne(intv_record_get_id(catalogue, records - 1), "");
    assert_no_record(records);
    for (size_t i = 0; i < LENGTH(BEYOND); i++)
        if (BEYOND[i] <= UINT32_MAX) {
            assert_no_record((uint32_t)BEYOND[i]);
            assert_no_fact((uint32_t)BEYOND[i]);
        }
}
END_TEST

START_TEST(catalogue_has_no_facts_beyond_the_last)
{
    uint32_t facts = 0;
    while (intv_fact_get_field(catalogue, facts)[0] != '\0')
        facts++;
    ck_assert_uint_gt(facts, 20);
    assert_no_fact(facts);
}
END_TEST

START_TEST(catalogue_has_nothing_at_an_index_beyond_the_count)
{
    const uint32_t a = find(INTV_KIND_INTERVENTION, "a");
    const uint32_t group = fact_of_a("target-group", 0);
    for (size_t i = 0; i < LENGTH(BEYOND); i++) {
        const size_t index = BEYOND[i];
        ck_assert_uint_eq(intv_catalogue_get_record(catalogue, INTV_KIND_CONCEPT, index),
                          INTV_NONE);
        ck_assert_uint_eq(intv_record_get_fact(catalogue, a, index), INTV_NONE);
        ck_assert_uint_eq(intv_record_find_fact(catalogue, a, "setting", index), INTV_NONE);
        ck_assert_uint_eq(intv_record_get_ancestor(catalogue, a, index), INTV_NONE);
        ck_assert_uint_eq(intv_record_get_user(catalogue, a, index), INTV_NONE);
        ck_assert_uint_eq(intv_fact_get_child(catalogue, group, index), INTV_NONE);
        ck_assert_str_eq(intv_fact_get_text_at(catalogue, group, index, NULL), "");
        ck_assert_uint_eq(intv_fact_get_conflict(catalogue, fact_of_a("setting", 0), index),
                          INTV_NONE);
    }
}
END_TEST

START_TEST(catalogue_has_no_records_of_a_kind_that_does_not_exist)
{
    static const int KINDS[] = {INTV_KIND_COUNT, 99, -1};
    for (size_t i = 0; i < LENGTH(KINDS); i++) {
        const enum intv_kind kind = (enum intv_kind)KINDS[i];
        ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, kind), 0);
        ck_assert_uint_eq(intv_catalogue_get_record(catalogue, kind, 0), INTV_NONE);
        ck_assert_uint_eq(intv_catalogue_find(catalogue, kind, "school"), INTV_NONE);
    }
}
END_TEST

/* ---- references ---- */

START_TEST(catalogue_null_is_no_catalogue)
{
    ck_assert_int_eq(intv_catalogue_builtin(NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_ptr_null(intv_catalogue_ref(NULL));
    intv_catalogue_unref(NULL);
}
END_TEST

START_TEST(catalogue_lives_until_the_last_reference)
{
    struct intv_catalogue *second = intv_catalogue_ref(catalogue);
    ck_assert_ptr_eq(second, catalogue);
    intv_catalogue_unref(second);
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
}
END_TEST

enum
{
    THREADS = 4,
    TURNS = 20000
};

/* Takes and gives back references while reading; gives how often a reading was right. */
static void *
use_catalogue(void *argument)
{
    size_t *right = argument;
    for (size_t i = 0; i < TURNS; i++) {
        struct intv_catalogue *mine = intv_catalogue_ref(catalogue);
        const uint32_t record = intv_catalogue_find(mine, INTV_KIND_CONCEPT, "playground");
        *right += strcmp(intv_record_get_name(mine, record, "en-GB"), "schoolyard") == 0;
        intv_catalogue_unref(mine);
    }
    intv_catalogue_unref(catalogue);
    return NULL;
}

START_TEST(catalogue_may_be_shared_by_threads)
{
    pthread_t threads[THREADS];
    size_t right[THREADS] = {0};
    for (size_t i = 0; i < THREADS; i++)
        intv_catalogue_ref(catalogue);
    for (size_t i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, use_catalogue, &right[i]), 0);
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
        ck_assert_uint_eq(right[i], TURNS);
    }
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
}
END_TEST

/* ---- the built-in catalogue ---- */

static void
check_provenance(uint32_t fact)
{
    const char *asserter = intv_fact_get_asserter(catalogue, fact);
    const uint32_t source = intv_fact_get_source(catalogue, fact);
    const uint32_t via = intv_fact_get_via(catalogue, fact);
    if (asserter[0] != '\0') {
        ck_assert_str_ne(intv_fact_get_strength(catalogue, fact), "");
        ck_assert(strcmp(asserter, "editor") == 0 || source != INTV_NONE);
    }
    if (source != INTV_NONE)
        ck_assert_int_eq(intv_record_get_kind(catalogue, source), INTV_KIND_SOURCE);
    if (via != INTV_NONE)
        ck_assert_int_eq(intv_record_get_kind(catalogue, via), INTV_KIND_SOURCE);
}

static void
check_links(uint32_t fact)
{
    const uint32_t target = intv_fact_get_target(catalogue, fact);
    size_t uses = 0;
    for (size_t i = 0; i < intv_record_get_user_count(catalogue, target); i++)
        uses += intv_record_get_user(catalogue, target, i) == fact;
    ck_assert_uint_eq(uses, target != INTV_NONE);
    for (size_t i = 0; i < intv_fact_get_conflict_count(catalogue, fact); i++) {
        const uint32_t other = intv_fact_get_conflict(catalogue, fact, i);
        size_t back = 0;
        for (size_t j = 0; j < intv_fact_get_conflict_count(catalogue, other); j++)
            back += intv_fact_get_conflict(catalogue, other, j) == fact;
        ck_assert_uint_eq(back, 1);
        ck_assert_str_eq(intv_fact_get_field(catalogue, other),
                         intv_fact_get_field(catalogue, fact));
    }
}

/* A fact and what stands in it; gives their number. */
static size_t
check_fact(uint32_t record, uint32_t parent, uint32_t fact)
{
    size_t count = 1;
    ck_assert_uint_ne(fact, INTV_NONE);
    ck_assert_str_ne(intv_fact_get_field(catalogue, fact), "");
    ck_assert_uint_eq(intv_fact_get_record(catalogue, fact), record);
    ck_assert_uint_eq(intv_fact_get_parent(catalogue, fact), parent);
    check_provenance(fact);
    check_links(fact);
    for (size_t i = 0; i < intv_fact_get_text_count(catalogue, fact); i++)
        ck_assert_str_ne(intv_fact_get_text_at(catalogue, fact, i, NULL), "");
    for (size_t i = 0; i < intv_fact_get_child_count(catalogue, fact); i++)
        count += check_fact(record, fact, intv_fact_get_child(catalogue, fact, i));
    return count;
}

static size_t
check_record(uint32_t record)
{
    size_t count = 0;
    size_t itself = 0;
    ck_assert_str_ne(intv_record_get_name(catalogue, record, "nl"), "");
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, record); i++)
        count += check_fact(record, INTV_NONE, intv_record_get_fact(catalogue, record, i));
    for (size_t i = 0; i < intv_record_get_ancestor_count(catalogue, record); i++)
        itself += intv_record_get_ancestor(catalogue, record, i) == record;
    ck_assert_uint_eq(itself, 1);
    return count;
}

START_TEST(builtin_catalogue_is_consistent)
{
    size_t facts = 0;
    for (int kind = 0; kind < ALL_KINDS; kind++) {
        const char *before = "";
        for (size_t i = 0; i < intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
             i++) {
            const uint32_t record = intv_catalogue_get_record(catalogue, (enum intv_kind)kind, i);
            const char *id = intv_record_get_id(catalogue, record);
            ck_assert_int_lt(strcmp(before, id), 0);
            ck_assert_uint_eq(intv_catalogue_find(catalogue, (enum intv_kind)kind, id), record);
            facts += check_record(record);
            before = id;
        }
    }
    ck_assert_uint_gt(facts, 5000);
    ck_assert_str_ne(intv_fact_get_field(catalogue, (uint32_t)facts - 1), "");
    ck_assert_str_eq(intv_fact_get_field(catalogue, (uint32_t)facts), "");
}
END_TEST

START_TEST(builtin_catalogue_is_the_national_one)
{
    ck_assert_uint_eq(strlen(intv_catalogue_get_edition(catalogue)), strlen("2026-11-23"));
    ck_assert_str_eq(intv_catalogue_get_licence(catalogue), "CC0-1.0");
    ck_assert_str_ne(intv_catalogue_get_publisher(catalogue), "");
    ck_assert_uint_gt(intv_catalogue_get_record_count(catalogue, INTV_KIND_INTERVENTION), 10);
    ck_assert_uint_gt(intv_catalogue_get_record_count(catalogue, INTV_KIND_EVALUATION), 10);
    ck_assert_uint_gt(intv_catalogue_get_record_count(catalogue, INTV_KIND_PRECONDITION), 40);
}
END_TEST

START_TEST(builtin_catalogue_is_the_same_every_time)
{
    struct intv_catalogue *second = NULL;
    ck_assert_int_eq(intv_catalogue_builtin(&second), INTV_OK);
    ck_assert_str_eq(intv_catalogue_get_edition(second), intv_catalogue_get_edition(catalogue));
    ck_assert_uint_eq(intv_catalogue_find(second, INTV_KIND_INTERVENTION, "jos"),
                      find(INTV_KIND_INTERVENTION, "jos"));
    intv_catalogue_unref(second);
}
END_TEST

int
main(void)
{
    const TTest *const small_tests[] = {
        catalogue_says_which_edition_it_is,
        catalogue_holds_records_in_the_order_of_their_ids,
        catalogue_finds_a_record_only_by_its_whole_id_and_kind,
        catalogue_names_a_record_in_the_nearest_language,
        catalogue_names_a_record_by_name_label_title_or_id,
        catalogue_knows_ancestors_over_every_path,
        catalogue_knows_who_uses_a_record,
        catalogue_counts_the_facts_of_a_field,
        catalogue_fact_has_the_value_of_its_field,
        catalogue_fact_gives_only_the_value_it_has,
        catalogue_quantity_says_which_bounds_are_known,
        catalogue_date_is_as_exact_as_it_is_stated,
        catalogue_silent_fact_says_why_and_has_no_value,
        catalogue_fact_has_its_qualifier_in_words,
        catalogue_facts_stand_in_facts,
        catalogue_fact_gives_its_texts_with_their_languages,
        catalogue_claim_inherits_who_says_it_and_where,
        catalogue_claim_without_a_strength_is_unstated,
        catalogue_plain_fact_has_no_asserter,
        catalogue_conflict_is_seen_from_both_sides,
        catalogue_has_an_answer_for_what_does_not_exist,
        catalogue_has_no_facts_beyond_the_last,
        catalogue_has_nothing_at_an_index_beyond_the_count,
        catalogue_has_no_records_of_a_kind_that_does_not_exist,
        catalogue_null_is_no_catalogue,
        catalogue_lives_until_the_last_reference,
        catalogue_may_be_shared_by_threads,
    };
    const TTest *const builtin_tests[] = {
        builtin_catalogue_is_consistent,
        builtin_catalogue_is_the_national_one,
        builtin_catalogue_is_the_same_every_time,
    };
    Suite *suite = suite_create("catalogue");
    TCase *small = tcase_create("small");
    TCase *builtin = tcase_create("builtin");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, small);
    suite_add_tcase(suite, builtin);
    tcase_add_checked_fixture(small, load_small, close_catalogue);
    tcase_add_checked_fixture(builtin, open_builtin, close_catalogue);
    tcase_set_timeout(small, 60);
    tcase_set_timeout(builtin, 60);
    for (size_t i = 0; i < LENGTH(small_tests); i++)
        tcase_add_test(small, small_tests[i]);
    for (size_t i = 0; i < LENGTH(builtin_tests); i++)
        tcase_add_test(builtin, builtin_tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
