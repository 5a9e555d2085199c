/* SPDX-License-Identifier: EUPL-1.2 */
/* Situations: fields, values, states of preconditions, and situations as documents. */
#include "match_fixture.h"

#include <unistd.h>

#define CONCEPT(id, scheme, names)                                                                 \
    "<concept id='" id "' scheme='" scheme "'><label>" id " label</label>" names "</concept>"
#define TEAM(id)                                                                                   \
    "<precondition id='" id "' kind='precondition-kind-a' scope='intervention'>"                   \
    "<label>team</label></precondition>"

/* Beside the shared vocabulary: names with accents, capitals and hyphens, and shared names. */
static const char NAMED[] = PROGRAMME("a", "<cost value='9950' per='session'/>")
    CONCEPT("carers", "target-group",
            "<alt-label>Mantelzorgers &amp; co</alt-label><hidden-label>zorgers</hidden-label>"
            "<alt-label xml:lang='en'>Co-educators</alt-label>")
        CONCEPT("pupils", "target-group", "<alt-label>\xC3\x89l\xC3\xA8ves</alt-label>")
            CONCEPT("youth-one", "target-group", "<alt-label>jongeren</alt-label>")
                CONCEPT("youth-two", "target-group", "<alt-label>Jongeren</alt-label>")
                    CONCEPT("club", "setting", "<alt-label>jongeren</alt-label>")
                        CONCEPT("odd", "target-group", "<alt-label>teachers</alt-label>")
                            CONCEPT("twice", "target-group", "<alt-label>Twice-label</alt-label>")
                                TEAM("team-one") TEAM("team-two");

static struct intv_diagnostics *diagnostics;

static void
begin_diagnostics(void)
{
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    load(NAMED);
}

static void
end_diagnostics(void)
{
    intv_diagnostics_free(diagnostics);
    diagnostics = NULL;
    end_fixture();
}

static enum intv_status
add(const char *field, const char *value)
{
    intv_diagnostics_clear(diagnostics);
    return intv_situation_add(fixture.situation, INTV_MUST, field, value, diagnostics);
}

static enum intv_status
set(const char *precondition, enum intv_precondition_state state)
{
    intv_diagnostics_clear(diagnostics);
    return intv_situation_set_precondition(fixture.situation, precondition, state, diagnostics);
}

static enum intv_status
read_document(const char *document)
{
    intv_diagnostics_clear(diagnostics);
    return intv_situation_read_memory(fixture.situation, "asked.xml", document, strlen(document),
                                      diagnostics);
}

/* The tags of everything that was reported, with blanks between. */
static void
assert_tags(const char *expected)
{
    char found[400] = "";
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++) {
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s", i > 0 ? " " : "",
                 intv_diagnostics_get_tag(diagnostics, i));
    }
    ck_assert_str_eq(found, expected);
}

static void
assert_advice(enum intv_language language, const char *part)
{
    char advice[500];
    intv_diagnostics_get_advice(diagnostics, 0, language, advice, sizeof(advice));
    ck_assert_msg(strstr(advice, part) != NULL, "'%s' is not in '%s'", part, advice);
}

/* The advice has no sentence about what is near, and no space in its place. */
static void
assert_nothing_near(void)
{
    char advice[500];
    for (unsigned language = 0; language < 2; language++) {
        intv_diagnostics_get_advice(diagnostics, 0, (enum intv_language)language, advice,
                                    sizeof(advice));
        const size_t length = strlen(advice);
        ck_assert_msg(strstr(advice, "Nearest") == NULL && strstr(advice, "Lijkt erop") == NULL,
                      "%s", advice);
        ck_assert_msg(length > 0 && advice[0] != ' ' && advice[length - 1] == '.', "'%s'", advice);
    }
}

static void
assert_message(const char *part)
{
    char message[500];
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_msg(strstr(message, part) != NULL, "'%s' is not in '%s'", part, message);
}

/* What the situation holds, as the JSON of a match tells it. */
static void
assert_holds(const char *as_of, const char *situation)
{
    struct intv_output *output = NULL;
    char expected[1000];
    match();
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    ck_assert_int_eq(intv_write_match(fixture.match, 1, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    snprintf(expected, sizeof(expected), "\"as_of\":%s,", as_of);
    ck_assert_msg(strstr(text, expected) != NULL, "%s not in %.600s", expected, text);
    snprintf(expected, sizeof(expected), "\"situation\":{\"as_of\":%s,%s},", as_of, situation);
    ck_assert_msg(strstr(text, expected) != NULL, "%s not in %.900s", expected, text);
    intv_output_free(output);
}

#define NOTHING "\"criteria\":[],\"preconditions\":[],\"include\":[]"

/* What the last criterion asks, as ids or as it was written. */
static void
assert_last_option(const char *expected)
{
    match();
    const struct intv_explanation *explanation = explain("a");
    const size_t last = intv_explanation_get_criterion_count(explanation) - 1;
    ck_assert_str_eq(intv_explanation_get_option(explanation, last, 0), expected);
}

/* ---- fields ---- */

struct field
{
    const char *english;
    const char *dutch;
    const char *value;
};

static const struct field FIELDS[] = {
    {"target-group", "doelgroep", "parents"},
    {"age", "leeftijd", "14"},
    {"setting", "setting", "school"},
    {"level", "niveau", "universal"},
    {"type", "type", "course"},
    {"aim", "doel", "know"},
    {"outcome", "uitkomst", "trust"},
    {"form", "vorm", "workshop"},
    {"ideology", "ideologie", "jihadist"},
    {"ideology-studied", "ideologie-onderzocht", "jihadist"},
    {"municipality", "gemeente", "city"},
    {"language", "taal", "nl"},
    {"element", "element", "dialogue"},
    {"cost", "kosten", "250/participant"},
    {"duration", "duur", "10 weeks"},
};

START_TEST(situation_knows_every_field_in_dutch_and_english)
{
    for (size_t i = 0; i < LENGTH(FIELDS); i++) {
        ck_assert_int_eq(add(FIELDS[i].english, FIELDS[i].value), INTV_OK);
        ck_assert_int_eq(add(FIELDS[i].dutch, FIELDS[i].value), INTV_OK);
        assert_tags("");
    }
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 2 * LENGTH(FIELDS));
    match();
    for (size_t i = 0; i < 2 * LENGTH(FIELDS); i++)
        ck_assert_str_eq(intv_explanation_get_criterion_field(explain("a"), i, INTV_ENGLISH),
                         FIELDS[i / 2].english);
}
END_TEST

START_TEST(situation_lists_its_fields)
{
    for (size_t i = 0; i < LENGTH(FIELDS); i++) {
        ck_assert_str_eq(intv_criterion_get_field_name(i, INTV_ENGLISH), FIELDS[i].english);
        ck_assert_str_eq(intv_criterion_get_field_name(i, INTV_DUTCH), FIELDS[i].dutch);
        ck_assert_uint_gt(strlen(intv_criterion_get_field_explanation(i)), 5);
    }
    ck_assert_ptr_null(intv_criterion_get_field_name(LENGTH(FIELDS), INTV_DUTCH));
    ck_assert_ptr_null(intv_criterion_get_field_name(SIZE_MAX, INTV_ENGLISH));
    ck_assert_ptr_null(intv_criterion_get_field_explanation(LENGTH(FIELDS)));
}
END_TEST

START_TEST(situation_takes_names_of_fields_without_regard_to_capitals)
{
    ck_assert_int_eq(add("DoelGroep", "parents"), INTV_OK);
    ck_assert_int_eq(add("TARGET-GROUP", "parents"), INTV_OK);
}
END_TEST

START_TEST(situation_suggests_a_field_for_one_it_does_not_know)
{
    ck_assert_int_eq(add("target-grop", "parents"), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-field");
    assert_advice(INTV_ENGLISH, "Nearest: target-group.");
    assert_advice(INTV_DUTCH, "Lijkt erop: target-group.");
    assert_advice(INTV_ENGLISH, "ideology-studied");
    assert_advice(INTV_DUTCH, "ideologie-onderzocht");
    ck_assert_int_eq(add("religion", "any"), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-field");
    assert_nothing_near();
    ck_assert_int_eq(add("", "parents"), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(add("target-group", ""), INTV_ERROR_NOT_FOUND);
    assert_nothing_near(); /* to nothing, nothing is near */
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 0);
}
END_TEST

/* ---- records as values ---- */

START_TEST(situation_finds_records_by_id_and_by_every_label)
{
    static const char *const WRITTEN[][2] = {
        {"carers", "carers"},
        {"twice label", "twice"},
        {"  carers  ", "carers"},
        {"carers label", "carers"},
        {"CARERS LABEL", "carers"},
        {"carers-label", "carers"},
        {"co educators", "carers"},
        {"CO-EDUCATORS", "carers"},
        {"zorgers", "carers"},
        {"mantelzorgers & co", "carers"},
        {"\xC3\xA9l\xC3\xA8ves", "pupils"},
        {"\xC3\x89L\xC3\x88VES", "pupils"},
        {"e\xCC\x81le\xCC\x80ves", "pupils"},
        {"eleves", "pupils"},
    };
    for (size_t i = 0; i < LENGTH(WRITTEN); i++) {
        ck_assert_msg(add("target-group", WRITTEN[i][0]) == INTV_OK, "%s", WRITTEN[i][0]);
        assert_last_option(WRITTEN[i][1]);
    }
}
END_TEST

START_TEST(situation_takes_an_id_before_a_label)
{
    ck_assert_int_eq(add("target-group", "teachers"), INTV_OK);
    assert_last_option("teachers");
}
END_TEST

START_TEST(situation_refuses_a_label_that_two_records_share)
{
    ck_assert_int_eq(add("target-group", "jongeren"), INTV_ERROR_NOT_FOUND);
    assert_tags("ambiguous-value");
    assert_message("youth-one, youth-two");
    ck_assert_int_eq(set("team", INTV_PRESENT), INTV_ERROR_NOT_FOUND);
    assert_tags("ambiguous-value");
    assert_message("team-one, team-two");
}
END_TEST

START_TEST(situation_looks_only_in_the_list_of_the_field)
{
    ck_assert_int_eq(add("setting", "jongeren"), INTV_OK);
    assert_last_option("club");
    ck_assert_int_eq(add("target-group", "school"), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-value");
    ck_assert_int_eq(add("element", "city"), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(add("municipality", "dialogue"), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(add("outcome", "know"), INTV_ERROR_NOT_FOUND);
}
END_TEST

START_TEST(situation_suggests_a_value_for_one_it_does_not_know)
{
    ck_assert_int_eq(add("doelgroep", "parnets"), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-value");
    assert_message("'parnets'");
    assert_advice(INTV_ENGLISH, "Nearest: parents.");
    assert_advice(INTV_DUTCH, "Lijkt erop: parents.");
    ck_assert_int_eq(add("doelgroep", "mantelzorger & co"), INTV_ERROR_NOT_FOUND);
    assert_advice(INTV_ENGLISH, "Nearest: carers.");
    ck_assert_int_eq(add("setting", "parnets"), INTV_ERROR_NOT_FOUND);
    assert_nothing_near();
    ck_assert_int_eq(add("doelgroep", "something wholly other"), INTV_ERROR_NOT_FOUND);
    assert_nothing_near();
    ck_assert_int_eq(add("doelgroep", ""), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(add("doelgroep", "\xFF\xFE"), INTV_ERROR_NOT_FOUND);
}
END_TEST

START_TEST(situation_adds_nothing_when_one_option_is_wrong)
{
    ck_assert_int_eq(add("doelgroep", "parents,nobody,mothers,noone"), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-value unknown-value");
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 0);
    ck_assert_int_eq(add("doelgroep", "parents,"), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(add("doelgroep", "parents, mothers"), INTV_OK);
    assert_holds("null", "\"criteria\":[{\"field\":\"target-group\",\"importance\":\"must\","
                         "\"wanted\":[\"parents\",\"mothers\"]}],\"preconditions\":[],"
                         "\"include\":[]");
}
END_TEST

/* ---- other values ---- */

static void
assert_accepted(const char *field, const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(add(field, values[i]) == INTV_OK, "%s=%s", field, values[i]);
}

static void
assert_refused(const char *field, const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(add(field, values[i]) == INTV_ERROR_INVALID_ARGUMENT, "%s=%s", field,
                      values[i]);
        ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "bad-value");
    }
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 0);
}

#define ASSERT_ACCEPTED(field, ...)                                                                \
    do {                                                                                           \
        static const char *const values[] = {__VA_ARGS__};                                         \
        assert_accepted((field), values, LENGTH(values));                                          \
    } while (0)
#define ASSERT_REFUSED(field, ...)                                                                 \
    do {                                                                                           \
        static const char *const values[] = {__VA_ARGS__};                                         \
        assert_refused((field), values, LENGTH(values));                                           \
    } while (0)

START_TEST(situation_takes_ages_in_three_forms)
{
    ASSERT_ACCEPTED("age", "14", "0", "120", "12-18", "0-120", "14-14", "16+", "0+", "120+",
                    "12-14,16+", " 14 , 15 ");
}
END_TEST

START_TEST(situation_refuses_other_ages)
{
    ASSERT_REFUSED("age", "", "-", "+", "-5", "12-", "-12", "18-12", "121", "0-121", "121+",
                   "12-18-20", "12 - 18", "16 +", "+16", "16++", "14.5", "1e1", "twelve", "0x10",
                   "99999999999999999999",
                   "12\xE2\x80\x93"
                   "18",
                   "\xD9\xA1\xD9\xA4", "14,");
    assert_advice(INTV_ENGLISH, "14, 12-18 or 16+");
    assert_advice(INTV_DUTCH, "14, 12-18 of 16+");
}
END_TEST

START_TEST(situation_takes_costs_with_what_they_are_per)
{
    ASSERT_ACCEPTED("cost", "250/participant", "99.50/session", "99.5/session", "0/year",
                    "0.01/group", " 250 / school ", "250/per participant", "250/per deelnemer",
                    "250/deelnemer", "250/PROJECT", "92233720368547758.07/group");
}
END_TEST

START_TEST(situation_refuses_other_costs)
{
    ASSERT_REFUSED("cost", "", "250", "/participant", "250/", "250/person", "-250/participant",
                   "+250/participant", "1.000,00/participant", "1.000/participant",
                   "1,000/participant", "99,5/session", "99./session", ".5/session",
                   "99.505/session", "99.5.0/session", "99 50/session", "1e3/session",
                   "250/participant/group",
                   "\xE2\x82\xAC"
                   "250/group",
                   "92233720368547758.08/group", "99999999999999999999/group");
    assert_advice(INTV_ENGLISH, "99.50/session");
    assert_advice(INTV_DUTCH, "99.50/bijeenkomst");
    assert_message("a good value of cost");
    char message[200];
    intv_diagnostics_get_message(diagnostics, 0, INTV_DUTCH, message, sizeof(message));
    ck_assert_ptr_nonnull(strstr(message, "geen goede waarde van kosten"));
}
END_TEST

START_TEST(situation_takes_what_its_own_advice_shows)
{
    ASSERT_ACCEPTED("kosten", "250/participant", "99.50/session", "250/deelnemer",
                    "99.50/bijeenkomst");
    ASSERT_ACCEPTED("duur", "10 weeks", "7 half-days");
    ASSERT_ACCEPTED("leeftijd", "14", "12-18", "16+");
    ASSERT_ACCEPTED("taal", "nl", "ar");
}
END_TEST

START_TEST(situation_reads_cents_exactly)
{
    static const char *const MET[] = {"99.50/session", "99.5/session", "99.51/session",
                                      "100/session"};
    for (size_t i = 0; i < LENGTH(MET); i++) {
        load(NAMED);
        must("cost", MET[i]);
        assert_state(INTV_MET, "at-most");
    }
    load(NAMED);
    must("cost", "99.49/session");
    assert_state(INTV_UNMET, "above");
    load(NAMED);
    must("cost", "99.05/session");
    assert_state(INTV_UNMET, "above");
}
END_TEST

START_TEST(situation_takes_durations_in_whole_units)
{
    ASSERT_ACCEPTED("duration", "10 weeks", "10weeks", "0 days", "7 half-days", "10 weken",
                    "3 MONTHS", "1 jaar", "9223372036854775807 minutes", " 2  hours ");
    ASSERT_ACCEPTED("duur", "2 dagdelen");
}
END_TEST

START_TEST(situation_refuses_other_durations)
{
    ASSERT_REFUSED("duration", "", "10", "weeks", "-1 weeks", "1.5 weeks", "10 fortnights",
                   "ten weeks", "9223372036854775808 minutes", "10 weeks long", "10/weeks");
}
END_TEST

START_TEST(situation_takes_language_tags)
{
    ASSERT_ACCEPTED("language", "nl", "ar", "en-GB", "zgh", "NL", "nl,ar");
    load(NAMED);
    ASSERT_REFUSED("language", "", "n", "Dutch language", "nl_NL", "nl-", "-nl", "nl-toolongpart",
                   "12");
}
END_TEST

START_TEST(situation_has_at_most_100_criteria)
{
    char message[300];
    for (size_t i = 0; i < 100; i++)
        ck_assert_int_eq(add("age", "14"), INTV_OK);
    ck_assert_int_eq(add("age", "14"), INTV_ERROR_LIMIT);
    assert_tags("situation-limit-reached");
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "The limit situation-criteria was exceeded: at most 100 criteria in "
                              "one situation.");
    intv_diagnostics_get_advice(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_ptr_nonnull(strstr(message, "fixed"));
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 100);
}
END_TEST

START_TEST(situation_has_at_most_1000_options_in_all_criteria)
{
    enum
    {
        HALF = 500
    };
    char value[3 * (HALF + 1)] = "";
    for (size_t i = 0; i < HALF; i++)
        memcpy(value + 3 * i, "14,", 3);
    value[3 * HALF - 1] = '\0';
    ck_assert_int_eq(add("age", value), INTV_OK);
    memcpy(value + 3 * HALF - 1, ",14", sizeof(",14"));
    ck_assert_int_eq(add("age", value), INTV_ERROR_LIMIT);
    assert_tags("situation-limit-reached");
    value[3 * HALF - 1] = '\0';
    ck_assert_int_eq(add("age", value), INTV_OK);
    ck_assert_int_eq(add("age", "14"), INTV_ERROR_LIMIT);
    assert_tags("situation-limit-reached");
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 2);
}
END_TEST

START_TEST(situation_counts_wrong_options_for_the_limit_too)
{
    char value[2 * 1001] = "";
    for (size_t i = 0; i < 1001; i++)
        memcpy(value + 2 * i, "x,", 2);
    value[2 * 1001 - 1] = '\0';
    ck_assert_int_eq(add("age", value), INTV_ERROR_LIMIT);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 1001);
}
END_TEST

START_TEST(situation_takes_an_option_of_at_most_128_bytes)
{
    char value[] =
        "   00000000000000000000000000000000000000000000000000000000000000000000000000000000"
        "0000000000000000000000000000000000000000000000140  ";
    value[3 + 128] = ' ';
    ck_assert_int_eq(add("age", value), INTV_OK);
    value[3 + 128] = '0';
    ck_assert_int_eq(add("age", value), INTV_ERROR_LIMIT);
    assert_tags("situation-limit-reached");
}
END_TEST

/* ---- preconditions ---- */

START_TEST(situation_takes_one_state_of_each_precondition)
{
    ck_assert_int_eq(set("funding", INTV_PRESENT), INTV_OK);
    ck_assert_int_eq(set("Trained Staff", INTV_PARTLY_PRESENT), INTV_OK);
    ck_assert_int_eq(set("team-one", INTV_ABSENT), INTV_OK);
    ck_assert_int_eq(set("FUNDING", INTV_PRESENT), INTV_OK);
    assert_tags("");
    assert_holds("null", "\"criteria\":[],\"preconditions\":[{\"id\":\"funding\",\"state\":"
                         "\"present\"},{\"id\":\"team-one\",\"state\":\"absent\"},{\"id\":"
                         "\"trained-staff\",\"state\":\"partly\"}],\"include\":[]");
}
END_TEST

START_TEST(situation_keeps_the_first_of_two_states)
{
    ck_assert_int_eq(set("funding", INTV_PRESENT), INTV_OK);
    ck_assert_int_eq(set("funding", INTV_ABSENT), INTV_ERROR_CONTRADICTION);
    assert_tags("duplicate-state");
    assert_message("funding");
    ck_assert_int_eq(set("funding", INTV_PARTLY_PRESENT), INTV_ERROR_CONTRADICTION);
    assert_holds("null", "\"criteria\":[],\"preconditions\":[{\"id\":\"funding\",\"state\":"
                         "\"present\"}],\"include\":[]");
}
END_TEST

START_TEST(situation_suggests_a_precondition_for_one_it_does_not_know)
{
    ck_assert_int_eq(set("fundign", INTV_PRESENT), INTV_ERROR_NOT_FOUND);
    assert_tags("unknown-precondition");
    assert_advice(INTV_ENGLISH, "Nearest: funding.");
    ck_assert_int_eq(set("parents", INTV_PRESENT), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(set("", INTV_PRESENT), INTV_ERROR_NOT_FOUND);
}
END_TEST

START_TEST(situation_refuses_a_state_that_is_none)
{
    ck_assert_int_eq(set("funding", INTV_UNSAID), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(set("funding", (enum intv_precondition_state)4), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(set("funding", (enum intv_precondition_state) - 1),
                     INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

/* ---- date and candidates ---- */

START_TEST(situation_takes_whole_dates_that_exist)
{
    static const char *const REFUSED[] = {
        "",           "2026",        "2026-11",    "2026-11-31", "2026-13-01",   "2026-02-29",
        "2026-11-00", "2026-00-10",  "0000-01-01", "23-11-2026", "2026-11-23T0", "2026-11-23-1",
        "2026-1-1",   " 2026-11-23", "20261123"};
    ck_assert_int_eq(intv_situation_set_as_of(fixture.situation, "2028-02-29"), INTV_OK);
    for (size_t i = 0; i < LENGTH(REFUSED); i++)
        ck_assert_msg(intv_situation_set_as_of(fixture.situation, REFUSED[i]) ==
                          INTV_ERROR_INVALID_ARGUMENT,
                      "%s", REFUSED[i]);
    assert_holds("\"2028-02-29\"", NOTHING);
    ck_assert_int_eq(intv_situation_set_as_of(fixture.situation, NULL), INTV_OK);
    assert_holds("null", NOTHING);
}
END_TEST

START_TEST(situation_adds_candidates_to_those_asked_before)
{
    include(INTV_INCLUDE_TYPES);
    include(INTV_INCLUDE_DELIVERERS | INTV_INCLUDE_ENDED);
    include(0);
    ck_assert_int_eq(intv_situation_include(fixture.situation, 32), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_situation_include(fixture.situation, UINT32_MAX),
                     INTV_ERROR_INVALID_ARGUMENT);
    assert_holds("null", "\"criteria\":[],\"preconditions\":[],\"include\":[\"types\",\"ended\","
                         "\"deliverers\"]");
}
END_TEST

/* ---- documents ---- */

#define SITUATION(as_of, content)                                                                  \
    "<situation xmlns='urn:interventions:situation:1'" as_of ">" content "</situation>"

START_TEST(situation_reads_all_a_document_can_say)
{
    ck_assert_int_eq(read_document("<?xml version='1.0' encoding='UTF-8'?>\n" SITUATION(
                         " as-of='2026-11-23' xmlns:x='urn:other' x:y='z'",
                         "<!-- about us --><must field='doelgroep' value='Parents,mothers'/>"
                         "<wish field='age' value='12-18'/><have precondition='funding'/>"
                         "<partly precondition='trained-staff'/><lack precondition='team-one'/>"
                         "<include what='types'/><include what='instruments'/>"
                         "<include what='foreign'/><include what='ended'/>"
                         "<include what='deliverers'/><x:more><must field='no'/></x:more>")),
                     INTV_OK);
    assert_tags("");
    assert_holds("\"2026-11-23\"",
                 "\"criteria\":[{\"field\":\"target-group\",\"importance\":\"must\",\"wanted\":"
                 "[\"parents\",\"mothers\"]},{\"field\":\"age\",\"importance\":\"wish\","
                 "\"wanted\":[\"12-18\"]}],\"preconditions\":[{\"id\":\"funding\",\"state\":"
                 "\"present\"},{\"id\":\"team-one\",\"state\":\"absent\"},{\"id\":"
                 "\"trained-staff\",\"state\":\"partly\"}],\"include\":[\"types\","
                 "\"instruments\",\"foreign\",\"ended\",\"deliverers\"]");
}
END_TEST

START_TEST(situation_adds_a_document_to_what_it_holds)
{
    must("setting", "school");
    ck_assert_int_eq(intv_situation_set_as_of(fixture.situation, "2026-01-01"), INTV_OK);
    ck_assert_int_eq(read_document(SITUATION("", "<wish field='age' value='14'/>")), INTV_OK);
    ck_assert_int_eq(read_document(SITUATION("", "")), INTV_OK);
    assert_holds("\"2026-01-01\"",
                 "\"criteria\":[{\"field\":\"setting\",\"importance\":\"must\",\"wanted\":"
                 "[\"school\"]},{\"field\":\"age\",\"importance\":\"wish\",\"wanted\":"
                 "[\"14\"]}],\"preconditions\":[],\"include\":[]");
}
END_TEST

struct refused
{
    const char *document;
    enum intv_status status;
    const char *tags;
};

/* Every document begins with something right, so that a half-read one would show. */
#define RIGHT "<must field='age' value='14'/><have precondition='funding'/><include what='ended'/>"

static const struct refused REFUSED[] = {
    {"", INTV_ERROR_SYNTAX, "file-empty"},
    {"no xml", INTV_ERROR_SYNTAX, "not-xml"},
    {"<situation xmlns='urn:interventions:situation:1'>" RIGHT, INTV_ERROR_SYNTAX, "truncated"},
    {"<!DOCTYPE situation>" SITUATION("", RIGHT), INTV_ERROR_SYNTAX, "doctype-forbidden"},
    {SITUATION("", RIGHT "<must field='age' value='14'></wish>"), INTV_ERROR_SYNTAX,
     "not-well-formed"},
    {"<catalogue xmlns='urn:interventions:situation:1'>" RIGHT "</catalogue>", INTV_ERROR_INVALID,
     "wrong-root"},
    {"<situation>" RIGHT "</situation>", INTV_ERROR_INVALID, "wrong-namespace"},
    {"<situation xmlns='urn:interventions:situation:2'>" RIGHT "</situation>", INTV_ERROR_VERSION,
     "newer-format"},
    {SITUATION(" when='now'", RIGHT), INTV_ERROR_INVALID, "unknown-attribute"},
    {SITUATION(" as-of='2026-11'", RIGHT), INTV_ERROR_INVALID, "bad-day"},
    {SITUATION("", RIGHT "<client name='x'/>"), INTV_ERROR_INVALID, "unknown-element"},
    {SITUATION("", RIGHT "<must field='age' value='14'><note/></must>"), INTV_ERROR_INVALID,
     "unknown-element"},
    {SITUATION("", RIGHT "<must field='age' value='14' note='x'/>"), INTV_ERROR_INVALID,
     "unknown-attribute"},
    {SITUATION("", RIGHT "<must field='age'/>"), INTV_ERROR_INVALID, "missing-attribute"},
    {SITUATION("", RIGHT "<have/>"), INTV_ERROR_INVALID, "missing-attribute"},
    {SITUATION("", RIGHT "<include what='everything'/>"), INTV_ERROR_INVALID, "bad-code"},
    {SITUATION("", RIGHT "we need help"), INTV_ERROR_INVALID, "unexpected-text"},
    {SITUATION("", RIGHT "<must field='religion' value='x'/>"), INTV_ERROR_NOT_FOUND,
     "unknown-field"},
    {SITUATION("", RIGHT "<must field='setting' value='x'/>"), INTV_ERROR_NOT_FOUND,
     "unknown-value"},
    {SITUATION("", RIGHT "<must field='doelgroep' value='jongeren'/>"), INTV_ERROR_NOT_FOUND,
     "ambiguous-value"},
    {SITUATION("", RIGHT "<lack precondition='x'/>"), INTV_ERROR_NOT_FOUND, "unknown-precondition"},
    {SITUATION("", RIGHT "<must field='age' value='121'/>"), INTV_ERROR_INVALID_ARGUMENT,
     "bad-value"},
    {SITUATION("", RIGHT "<lack precondition='funding'/>"), INTV_ERROR_CONTRADICTION,
     "duplicate-state"},
    {SITUATION("", RIGHT "<lack precondition='trained-staff'/>"), INTV_ERROR_CONTRADICTION,
     "duplicate-state"},
};

START_TEST(situation_is_as_before_after_a_document_with_a_fault)
{
    must("setting", "school");
    say("trained-staff", INTV_PRESENT);
    for (size_t i = 0; i < LENGTH(REFUSED); i++) {
        const enum intv_status status = read_document(REFUSED[i].document);
        ck_assert_msg(status == REFUSED[i].status, "%s: %s", REFUSED[i].document,
                      intv_status_get_name(status));
        assert_tags(REFUSED[i].tags);
        assert_holds("null", "\"criteria\":[{\"field\":\"setting\",\"importance\":\"must\","
                             "\"wanted\":[\"school\"]}],\"preconditions\":[{\"id\":"
                             "\"trained-staff\",\"state\":\"present\"}],\"include\":[]");
    }
    ck_assert_int_eq(read_document(SITUATION("", RIGHT)), INTV_OK);
}
END_TEST

START_TEST(situation_reports_everything_wrong_with_its_line)
{
    static const char DOCUMENT[] = SITUATION("", "\n<must field='age' value='x'/>\n"
                                                 "<have/>\n<have precondition='nothing'/>\n"
                                                 "<must value='parents'/>\n"
                                                 "<wish field='setting' value='a,b'/>\n<odd/>");
    static const uint32_t LINES[] = {2, 3, 4, 5, 6, 6, 7};
    ck_assert_int_eq(read_document(DOCUMENT), INTV_ERROR_INVALID_ARGUMENT);
    assert_tags("bad-value missing-attribute unknown-precondition missing-attribute unknown-value "
                "unknown-value unknown-element");
    for (size_t i = 0; i < LENGTH(LINES); i++) {
        ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, i), "asked.xml");
        ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, i), LINES[i]);
        ck_assert_uint_eq(intv_diagnostics_get_column(diagnostics, i), 1);
    }
}
END_TEST

START_TEST(situation_refuses_a_document_that_is_too_large)
{
    const size_t size = 9000000;
    char *document = malloc(size);
    ck_assert_ptr_nonnull(document);
    memset(document, ' ', size);
    memcpy(document, "<situation", 10);
    ck_assert_int_eq(intv_situation_read_memory(fixture.situation, "large", document, size, NULL),
                     INTV_ERROR_LIMIT);
    free(document);
}
END_TEST

START_TEST(situation_reads_a_file)
{
    static const char DOCUMENT[] = SITUATION("", "<must field='age' value='14'/>");
    char path[] = "/tmp/situation-XXXXXX";
    const int file = mkstemp(path);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(write(file, DOCUMENT, sizeof(DOCUMENT) - 1), (int)sizeof(DOCUMENT) - 1);
    close(file);
    const enum intv_status status = intv_situation_read_file(fixture.situation, path, diagnostics);
    unlink(path);
    ck_assert_int_eq(status, INTV_OK);
    ck_assert_uint_eq(intv_situation_get_criterion_count(fixture.situation), 1);
}
END_TEST

START_TEST(situation_refuses_a_file_that_is_missing_or_a_folder)
{
    ck_assert_int_eq(intv_situation_read_file(fixture.situation, "/tmp/no/such/file", diagnostics),
                     INTV_ERROR_IO);
    assert_tags("file-missing");
    intv_diagnostics_clear(diagnostics);
    ck_assert_int_eq(intv_situation_read_file(fixture.situation, "/tmp", diagnostics),
                     INTV_ERROR_IO);
    assert_tags("file-not-regular");
}
END_TEST

/* ---- arguments ---- */

START_TEST(situation_refuses_missing_arguments)
{
    struct intv_situation *none = (struct intv_situation *)&fixture;
    struct intv_situation *given = fixture.situation;
    const enum intv_status wrong = INTV_ERROR_INVALID_ARGUMENT;
    ck_assert_int_eq(intv_situation_new(NULL, &none), wrong);
    ck_assert_ptr_null(none);
    ck_assert_int_eq(intv_situation_new(fixture.catalogue, NULL), wrong);
    ck_assert_int_eq(intv_situation_add(NULL, INTV_MUST, "age", "14", NULL), wrong);
    ck_assert_int_eq(intv_situation_add(given, INTV_MUST, NULL, "14", NULL), wrong);
    ck_assert_int_eq(intv_situation_add(given, INTV_MUST, "age", NULL, NULL), wrong);
    ck_assert_int_eq(intv_situation_add(given, (enum intv_importance)2, "age", "14", NULL), wrong);
    ck_assert_int_eq(intv_situation_set_precondition(NULL, "funding", INTV_PRESENT, NULL), wrong);
    ck_assert_int_eq(intv_situation_set_precondition(given, NULL, INTV_PRESENT, NULL), wrong);
    ck_assert_int_eq(intv_situation_set_as_of(NULL, "2026-11-23"), wrong);
    ck_assert_int_eq(intv_situation_include(NULL, INTV_INCLUDE_TYPES), wrong);
    ck_assert_int_eq(intv_situation_read_memory(NULL, "name", "<a/>", 4, NULL), wrong);
    ck_assert_int_eq(intv_situation_read_memory(given, NULL, "<a/>", 4, NULL), wrong);
    ck_assert_int_eq(intv_situation_read_memory(given, "name", NULL, 4, NULL), wrong);
    ck_assert_int_eq(intv_situation_read_memory(given, "name", NULL, 0, NULL), INTV_ERROR_SYNTAX);
    ck_assert_int_eq(intv_situation_read_file(NULL, "name", NULL), wrong);
    ck_assert_int_eq(intv_situation_read_file(given, NULL, NULL), wrong);
    ck_assert_uint_eq(intv_situation_get_criterion_count(NULL), 0);
    intv_situation_free(NULL);
    assert_holds("null", NOTHING);
}
END_TEST

START_TEST(situation_reports_nowhere_when_no_list_is_given)
{
    ck_assert_int_eq(intv_situation_add(fixture.situation, INTV_MUST, "no", "x", NULL),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_situation_add(fixture.situation, INTV_MUST, "age", "x", NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_situation_set_precondition(fixture.situation, "team", INTV_PRESENT, NULL),
                     INTV_ERROR_NOT_FOUND);
    for (size_t i = 0; i < LENGTH(REFUSED) - 1; i++)
        ck_assert_int_eq(intv_situation_read_memory(fixture.situation, "asked.xml",
                                                    REFUSED[i].document,
                                                    strlen(REFUSED[i].document), NULL),
                         REFUSED[i].status);
}
END_TEST

START_TEST(situation_keeps_its_catalogue)
{
    intv_catalogue_unref(fixture.catalogue);
    fixture.catalogue = NULL;
    ck_assert_int_eq(add("doelgroep", "carers label"), INTV_OK);
    match();
    ck_assert_uint_eq(intv_match_get_count(fixture.match), 1);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        situation_knows_every_field_in_dutch_and_english,
        situation_lists_its_fields,
        situation_takes_names_of_fields_without_regard_to_capitals,
        situation_suggests_a_field_for_one_it_does_not_know,
        situation_finds_records_by_id_and_by_every_label,
        situation_takes_an_id_before_a_label,
        situation_refuses_a_label_that_two_records_share,
        situation_looks_only_in_the_list_of_the_field,
        situation_suggests_a_value_for_one_it_does_not_know,
        situation_adds_nothing_when_one_option_is_wrong,
        situation_takes_ages_in_three_forms,
        situation_refuses_other_ages,
        situation_takes_costs_with_what_they_are_per,
        situation_refuses_other_costs,
        situation_takes_what_its_own_advice_shows,
        situation_reads_cents_exactly,
        situation_takes_durations_in_whole_units,
        situation_refuses_other_durations,
        situation_takes_language_tags,
        situation_has_at_most_100_criteria,
        situation_has_at_most_1000_options_in_all_criteria,
        situation_counts_wrong_options_for_the_limit_too,
        situation_takes_an_option_of_at_most_128_bytes,
        situation_takes_one_state_of_each_precondition,
        situation_keeps_the_first_of_two_states,
        situation_suggests_a_precondition_for_one_it_does_not_know,
        situation_refuses_a_state_that_is_none,
        situation_takes_whole_dates_that_exist,
        situation_adds_candidates_to_those_asked_before,
        situation_reads_all_a_document_can_say,
        situation_adds_a_document_to_what_it_holds,
        situation_is_as_before_after_a_document_with_a_fault,
        situation_reports_everything_wrong_with_its_line,
        situation_refuses_a_document_that_is_too_large,
        situation_reads_a_file,
        situation_refuses_a_file_that_is_missing_or_a_folder,
        situation_refuses_missing_arguments,
        situation_reports_nowhere_when_no_list_is_given,
        situation_keeps_its_catalogue,
    };
    Suite *suite = suite_create("situation");
    TCase *cases = tcase_create("situation");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, cases);
    tcase_add_checked_fixture(cases, begin_diagnostics, end_diagnostics);
    tcase_set_timeout(cases, 60);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(cases, tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
