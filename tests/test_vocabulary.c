/* SPDX-License-Identifier: EUPL-1.2 */
/* Lists of values: which, in which order, and how often they are used; as JSON and as CSV. */
#include "loading.h"

#define SCHEMES                                                                                    \
    "<scheme id='target-group'><label>doelgroep</label></scheme>"                                  \
    "<concept id='youth' scheme='target-group'><label>jeugd</label>"                               \
    "<label xml:lang='en'>youth</label></concept>"                                                 \
    "<concept id='pupils' scheme='target-group'><label>leerlingen</label>"                         \
    "<broader ref='youth'/></concept>"                                                             \
    "<concept id='all' scheme='target-group'><label>=alle \"mensen\"</label>"                      \
    "<label xml:lang='en'>\xC3\xA9veryone</label></concept>"                                       \
    "<scheme id='evaluation-design' ordered='yes'><label>opzet</label></scheme>"                   \
    "<concept id='strong' scheme='evaluation-design' order='2'><label>a</label></concept>"         \
    "<concept id='weak' scheme='evaluation-design' order='1'><label>z</label></concept>"           \
    "<scheme id='precondition-kind'><label>soort</label></scheme>"                                 \
    "<concept id='money' scheme='precondition-kind'><label>geld</label></concept>"
#define OTHERS                                                                                     \
    "<source id='report' read='whole'><title>Rapport</title></source>"                             \
    "<source id='letter' read='section'><title>Brief</title></source>"                             \
    "<precondition id='plan' kind='money' scope='intervention'><label>plan</label>"                \
    "</precondition>"                                                                              \
    "<intervention id='one' kind='intervention'><name>Een</name>"                                  \
    "<facts asserted-by='evaluation' source='report' via='letter'>"                                \
    "<target-group concept='pupils' role='final'/><target-group concept='youth'/>"                 \
    "<needs-precondition ref='plan' need='required'/></facts></intervention>"                      \
    "<intervention id='two' kind='intervention'><name>Twee</name>"                                 \
    "<facts asserted-by='provider' source='report'><target-group concept='pupils'/></facts>"       \
    "<cost asserted-by='editor'><not-stated cause='searched'/></cost></intervention>"              \
    "<intervention id='zes' kind='intervention'><name>Zes</name>"                                  \
    "<facts asserted-by='evaluation' source='report'>"                                             \
    "<cost min='12505' max='20000' per='participant'/><ages min='12' max='none'/>"                 \
    "<sessions at-least='4'/><duration about='6' unit='weeks'/></facts></intervention>"

static struct intv_vocabulary *list;
static struct intv_output *output;

static void
make(void)
{
    make_loader();
    add_document("test.xml", OPENING SCHEMES OTHERS CLOSING);
    assert_load(INTV_OK, "", load());
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    list = NULL;
}

static void
clean(void)
{
    intv_vocabulary_free(list);
    intv_output_free(output);
    free_loader();
}

static void
make_list(const char *name, enum intv_language language)
{
    intv_vocabulary_free(list);
    ck_assert_int_eq(intv_vocabulary_new(catalogue, name, language, &list, diagnostics), INTV_OK);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 0);
}

/* The ids of the rows, each with a '>' for each broader one above it. */
static void
expect_rows(const char *expected)
{
    char rows[400] = "";
    for (size_t i = 0; i < intv_vocabulary_get_count(list); i++) {
        if (i > 0)
            strcat(rows, " ");
        for (uint32_t depth = intv_vocabulary_get_depth(list, i); depth > 0; depth--)
            strcat(rows, ">");
        strcat(rows, intv_vocabulary_get_id(list, i));
    }
    ck_assert_str_eq(rows, expected);
}

static size_t
row_of(const char *id)
{
    size_t i = 0;
    while (i < intv_vocabulary_get_count(list) && strcmp(intv_vocabulary_get_id(list, i), id) != 0)
        i++;
    ck_assert_uint_lt(i, intv_vocabulary_get_count(list));
    return i;
}

START_TEST(vocabulary_puts_narrower_ones_below_and_the_rest_by_name)
{
    make_list("target-group", INTV_DUTCH);
    expect_rows("all youth >pupils");
    ck_assert_uint_eq(intv_vocabulary_get_parent(list, 2), 1);
    ck_assert_uint_eq(intv_vocabulary_get_parent(list, 1), INTV_NONE);
    ck_assert_str_eq(intv_vocabulary_get_name(list, 1, INTV_ENGLISH), "youth");
    ck_assert_str_eq(intv_vocabulary_get_list(list), "target-group");
}
END_TEST

START_TEST(vocabulary_puts_ordered_concepts_in_their_order)
{
    make_list("evaluation-design", INTV_DUTCH);
    expect_rows("weak strong");
}
END_TEST

START_TEST(vocabulary_goes_by_scheme_label_kind_criterion_and_qualifier)
{
    static const char *const NAMES[][2] = {
        {"target-group", "target-group"},
        {"Doelgroep", "target-group"},
        {"doelgroep", "target-group"},
        {"onderzoeksopzet", "evaluation-design"},
        {"element", "element"},
        {"Randvoorwaarde", "precondition"},
        {"source", "source"},
        {"scope", "scope"},
        {"waarvoor", "scope"},
        {"opzet", "evaluation-design"},
        {"schemes", "schemes"},
        {"setting", "setting"},
    };
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        make_list(NAMES[i][0], INTV_DUTCH);
        ck_assert_str_eq(intv_vocabulary_get_list(list), NAMES[i][1]);
    }
    expect_rows(""); /* the format names the scheme of settings; this catalogue lacks it */
    make_list(NULL, INTV_DUTCH);
    expect_rows("target-group evaluation-design precondition-kind");
}
END_TEST

START_TEST(vocabulary_counts_a_record_once_and_narrower_ones_apart)
{
    make_list("target-group", INTV_DUTCH);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("youth"), INTV_KIND_INTERVENTION), 1);
    ck_assert_uint_eq(intv_vocabulary_get_wide_use(list, row_of("youth"), INTV_KIND_INTERVENTION),
                      2);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("pupils"), INTV_KIND_COUNT), 2);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("all"), INTV_KIND_COUNT), 0);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, 99, INTV_KIND_COUNT), 0);
    make_list(NULL, INTV_DUTCH);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("target-group"), INTV_KIND_CONCEPT), 3);
}
END_TEST

START_TEST(vocabulary_counts_what_draws_on_a_source_directly_or_through_another)
{
    make_list("source", INTV_DUTCH);
    expect_rows("letter report");
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("report"), INTV_KIND_INTERVENTION), 3);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("letter"), INTV_KIND_INTERVENTION), 1);
}
END_TEST

START_TEST(vocabulary_of_codes_needs_no_scheme)
{
    make_list("need", INTV_DUTCH);
    expect_rows("required recommended facilitating unstated");
    ck_assert_uint_eq(intv_vocabulary_get_record(list, 0), INTV_NONE);
    ck_assert_str_eq(intv_vocabulary_get_code(list, 0), "required");
    ck_assert_str_eq(intv_vocabulary_get_name(list, 0, INTV_DUTCH), "Noodzakelijk");
    ck_assert_uint_eq(intv_vocabulary_get_use(list, 0, INTV_KIND_INTERVENTION), 1);
    make_list("asserter", INTV_DUTCH);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("provider"), INTV_KIND_COUNT), 1);
    make_list("silence", INTV_DUTCH);
    ck_assert_uint_eq(intv_vocabulary_get_use(list, row_of("searched"), INTV_KIND_COUNT), 1);
    expect_rows("none not-read searched"); /* what loading gives cannot be asked for */
}
END_TEST

START_TEST(vocabulary_without_a_list_says_so)
{
    ck_assert_int_eq(intv_vocabulary_new(catalogue, "age", INTV_DUTCH, &list, diagnostics),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(reported(), "no-list");
    ck_assert_ptr_null(list);
    intv_diagnostics_clear(diagnostics);
    ck_assert_int_eq(intv_vocabulary_new(catalogue, "targt-group", INTV_DUTCH, &list, diagnostics),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(reported(), "unknown-scheme");
    ck_assert_int_eq(intv_vocabulary_new(NULL, NULL, INTV_DUTCH, &list, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_vocabulary_new(catalogue, NULL, INTV_DUTCH, NULL, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(vocabulary_is_narrowed_to_what_a_search_finds)
{
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    ck_assert_int_eq(intv_query_parse(catalogue, "id:pupils", 9, INTV_STRICT, &query, NULL),
                     INTV_OK);
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    make_list("target-group", INTV_DUTCH);
    ck_assert_int_eq(intv_vocabulary_narrow(list, search), INTV_OK);
    expect_rows("pupils");
    ck_assert_uint_eq(intv_vocabulary_get_use(list, 0, INTV_KIND_COUNT), 2);
    ck_assert_int_eq(intv_vocabulary_narrow(NULL, search), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_vocabulary_narrow(list, NULL), INTV_ERROR_INVALID_ARGUMENT);
    intv_search_free(search);
    intv_query_free(query);
}
END_TEST

START_TEST(vocabulary_as_csv_guards_formulas_and_doubles_quotes)
{
    make_list("target-group", INTV_DUTCH);
    ck_assert_int_eq(intv_write_vocabulary_csv(list, INTV_DUTCH, INTV_WRITE_SEMICOLON, output),
                     INTV_OK);
    ck_assert_str_eq(intv_output_get_text(output),
                     "\"id\";\"Naam\";\"Valt onder\";\"Betekenis\";\"Interventies\";"
                     "\"Interventies, ook met wat eronder valt\";\"Alle records\"\r\n"
                     "\"all\";\"'=alle \"\"mensen\"\"\";\"\";\"\";0;0;0\r\n"
                     "\"youth\";\"jeugd\";\"\";\"\";1;2;1\r\n"
                     "\"pupils\";\"leerlingen\";\"youth\";\"\";2;2;2\r\n");
    ck_assert_int_eq(intv_write_vocabulary_csv(NULL, INTV_DUTCH, 0, output),
                     INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(records_as_csv_write_money_in_euros_and_open_ends)
{
    const uint32_t record = intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, "zes");
    ck_assert_int_eq(intv_write_selection_csv(catalogue, INTV_KIND_INTERVENTION, &record, 1,
                                              INTV_ENGLISH, 0, output),
                     INTV_OK);
    ck_assert_str_eq(intv_output_get_text(output),
                     "\"id\",\"Name\",\"Kind\",\"Ages\",\"Sessions\",\"Duration\",\"Cost\"\r\n"
                     "\"zes\",\"Zes\",\"Intervention\",\"12+\",\"4+\",\"\xE2\x89\x88 6 weeks\","
                     "\"\xE2\x82\xAC 125.05 - \xE2\x82\xAC 200.00 per participant\"\r\n");
}
END_TEST

START_TEST(records_as_csv_say_roles_asserters_and_silences)
{
    uint32_t records[2];
    for (size_t i = 0; i < 2; i++)
        records[i] = intv_catalogue_get_record(catalogue, INTV_KIND_INTERVENTION, i);
    ck_assert_int_eq(intv_write_selection_csv(catalogue, INTV_KIND_INTERVENTION, records, 2,
                                              INTV_DUTCH, 0, output),
                     INTV_OK);
    ck_assert_str_eq(intv_output_get_text(output),
                     "\"id\",\"Naam\",\"Soort\",\"Doelgroep\",\"Kosten\",\"Randvoorwaarden\"\r\n"
                     "\"one\",\"Een\",\"Interventie\",\"leerlingen, Einddoelgroep; jeugd\",\"\","
                     "\"plan, Noodzakelijk\"\r\n"
                     "\"two\",\"Twee\",\"Interventie\",\"leerlingen (de aanbieder zelf)\","
                     "\"[Gezocht, niet gevonden] (indeling door de redactie)\",\"\"\r\n");
    ck_assert_int_eq(
        intv_write_selection_csv(catalogue, INTV_KIND_SOURCE, records, 2, INTV_DUTCH, 0, output),
        INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(
        intv_write_selection_csv(catalogue, INTV_KIND_COUNT, NULL, 0, INTV_DUTCH, 0, output),
        INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("vocabulary");
    TCase *tests = tcase_create("vocabulary");
    tcase_add_checked_fixture(tests, make, clean);
    tcase_add_test(tests, vocabulary_puts_narrower_ones_below_and_the_rest_by_name);
    tcase_add_test(tests, vocabulary_puts_ordered_concepts_in_their_order);
    tcase_add_test(tests, vocabulary_goes_by_scheme_label_kind_criterion_and_qualifier);
    tcase_add_test(tests, vocabulary_counts_a_record_once_and_narrower_ones_apart);
    tcase_add_test(tests, vocabulary_counts_what_draws_on_a_source_directly_or_through_another);
    tcase_add_test(tests, vocabulary_of_codes_needs_no_scheme);
    tcase_add_test(tests, vocabulary_without_a_list_says_so);
    tcase_add_test(tests, vocabulary_is_narrowed_to_what_a_search_finds);
    tcase_add_test(tests, vocabulary_as_csv_guards_formulas_and_doubles_quotes);
    tcase_add_test(tests, records_as_csv_write_money_in_euros_and_open_ends);
    tcase_add_test(tests, records_as_csv_say_roles_asserters_and_silences);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
