/* SPDX-License-Identifier: EUPL-1.2 */
/* Requests that find: queries, facets, completions and lists of values. */
#include "request_asking.h"

START_TEST(search_tells_the_query_back_and_what_it_found)
{
    ck_assert_int_eq(ask("{\"request\":\"search\",\"query\":\"doelgroep:parents\",\"kinds\":"
                         "[\"intervention\"],\"limit\":1,\"language\":\"en\"}"),
                     INTV_OK);
    assert_holds("\"query\":{\"text\":\"target-group:");
    assert_holds("\"language\":\"en\",\"kinds\":[\"intervention\"],\"exact\":false,"
                 "\"sort\":\"relevance\",\"descending\":false,\"offset\":0,\"limit\":1},");
    assert_holds(
        "\"relaxed\":false,\"corrected\":null,\"words\":[],\"hits\":[{\"kind\":\"intervention\",");
    assert_holds("\"facets\":null,\"suggestions\":[]");
}
END_TEST

START_TEST(search_says_which_query_was_searched_instead)
{
    ck_assert_int_eq(ask("{\"request\":\"search\",\"query\":\"praatpnt\",\"limit\":1}"), INTV_OK);
    assert_holds("\"relaxed\":false,\"corrected\":\"Praatpunt\",");
    ck_assert_int_eq(ask("{\"request\":\"search\",\"query\":\"praatpnt\",\"exact\":true}"),
                     INTV_OK);
    assert_holds("\"total\":0,\"relaxed\":false,\"corrected\":null,");
    assert_holds("\"suggestions\":[{\"word\":\"Praatpunt\",\"query\":\"Praatpunt\"}]");
}
END_TEST

START_TEST(search_without_a_query_finds_everything)
{
    char total[40];
    uint32_t count = 0;
    for (unsigned kind = 0; kind < INTV_KIND_COUNT; kind++)
        count += intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
    ck_assert_int_eq(ask("{\"request\":\"search\"}"), INTV_OK);
    snprintf(total, sizeof(total), "\"total\":%u,", (unsigned)count);
    assert_holds(total);
}
END_TEST

START_TEST(search_counts_places_in_characters_and_in_bytes)
{
    ck_assert_int_eq(ask("{\"request\":\"search\",\"query\":\"praatpunt\"}"), INTV_OK);
    assert_holds("\"word\":\"praatpunt\",\"manner\":\"exact\",\"field\":\"name\"");
    assert_holds("\"start\":0,\"length\":9,\"start_bytes\":0,\"length_bytes\":9,\"via\":null}");
}
END_TEST

START_TEST(search_says_where_a_query_is_wrong)
{
    assert_refused("{\"request\":\"search\",\"query\":\"ouders (a\"}", INTV_ERROR_SYNTAX,
                   "query-open-parenthesis", "/query");
    assert_holds("\"line\":1,\"column\":8");
    ck_assert_int_eq(ask("{\"request\":\"search\",\"query\":\"ouders (a\",\"lenient\":true}"),
                     INTV_OK);
}
END_TEST

START_TEST(search_refuses_kinds_that_are_none_and_a_list_without_any)
{
    assert_refused("{\"request\":\"search\",\"kinds\":[]}", INTV_ERROR_INVALID, "empty-list",
                   "/kinds");
    assert_refused("{\"request\":\"search\",\"kinds\":[\"persoon\"]}", INTV_ERROR_INVALID,
                   "bad-code", "/kinds/0");
    assert_refused("{\"request\":\"search\",\"kinds\":[1]}", INTV_ERROR_INVALID, "wrong-type",
                   "/kinds/0");
    assert_refused("{\"request\":\"search\",\"sort\":\"beste\"}", INTV_ERROR_INVALID, "bad-code",
                   "/sort");
    assert_refused("{\"request\":\"search\",\"language\":\"de\"}", INTV_ERROR_INVALID, "bad-code",
                   "/language");
    assert_refused("{\"request\":\"search\",\"offset\":-1}", INTV_ERROR_INVALID, "out-of-range",
                   "/offset");
}
END_TEST

START_TEST(facets_count_one_field_or_the_usual_ones)
{
    ck_assert_int_eq(ask("{\"request\":\"facets\",\"field\":\"doelgroep\"}"), INTV_OK);
    assert_holds("\"facets\":[{\"name\":{\"nl\":\"doelgroep\",\"en\":\"target-group\"}");
    ck_assert_ptr_null(strstr(answer(), "{\"nl\":\"setting\""));
    ck_assert_int_eq(ask("{\"request\":\"facets\"}"), INTV_OK);
    assert_holds("{\"nl\":\"setting\",\"en\":\"setting\"}");
}
END_TEST

START_TEST(facets_of_a_field_that_is_none_are_refused_at_its_place)
{
    ck_assert_int_eq(ask("{\"request\":\"facets\",\"field\":\"doelgrop\"}"), INTV_ERROR_NOT_FOUND);
    assert_holds("\"path\":\"/field\"");
}
END_TEST

START_TEST(complete_tells_how_a_word_goes_on)
{
    ck_assert_int_eq(ask("{\"request\":\"complete\",\"typed\":\"doelgroep:oud\"}"), INTV_OK);
    assert_holds("{\"sort\":\"value\",\"text\":\"doelgroep:");
    ck_assert_int_eq(ask("{\"request\":\"complete\",\"typed\":\"doelg\"}"), INTV_OK);
    assert_holds("{\"sort\":\"qualifier\",\"text\":\"doelgroep:\"");
    assert_holds("\"record\":null");
}
END_TEST

START_TEST(concepts_of_an_unknown_list_names_the_nearest)
{
    assert_refused("{\"request\":\"concepts\",\"scheme\":\"target-grup\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-scheme", "/scheme");
    assert_holds("Nearest: target-group.");
    assert_refused("{\"request\":\"concepts\",\"scheme\":\"xyzzy\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-scheme", "/scheme");
    ck_assert_ptr_null(strstr(answer(), "Nearest"));
    assert_refused("{\"request\":\"concepts\",\"scheme\":\"leeftijd\"}", INTV_ERROR_NOT_FOUND,
                   "no-list", "/scheme");
}
END_TEST

START_TEST(concepts_can_be_narrowed_by_a_query)
{
    ck_assert_int_eq(ask("{\"request\":\"concepts\",\"scheme\":\"target-group\"}"), INTV_OK);
    assert_holds("\"id\":\"pupils\"");
    ck_assert_int_eq(
        ask("{\"request\":\"concepts\",\"scheme\":\"target-group\",\"query\":\"id:parents\"}"),
        INTV_OK);
    assert_holds("\"id\":\"parents\"");
    ck_assert_ptr_null(strstr(answer(), "\"id\":\"pupils\""));
    assert_refused("{\"request\":\"concepts\",\"scheme\":\"target-group\",\"query\":\"(\"}",
                   INTV_ERROR_SYNTAX, "query-open-parenthesis", "/query");
}
END_TEST

START_TEST(qualifiers_name_the_list_of_their_values)
{
    ck_assert_int_eq(ask("{\"request\":\"qualifiers\"}"), INTV_OK);
    assert_holds("{\"nl\":\"doelgroep\",\"en\":\"target-group\"}");
    assert_holds("\"field\":\"target-group\",\"signs\":[\":\"],\"values\":\"target-group\"}");
    assert_holds("\"field\":\"scope\",\"signs\":[\":\"],\"values\":\"scope\"}");
    assert_holds("\"field\":\"cost\",\"signs\":[\":\",\":\\u003E=\",\":\\u003C=\",\":\\u003E\","
                 "\":\\u003C\"],"
                 "\"values\":null}");
}
END_TEST

START_TEST(texts_know_the_codes_of_the_format_by_list_and_code)
{
    ck_assert_int_eq(ask("{\"request\":\"texts\",\"name\":\"group-role-final\"}"), INTV_OK);
    assert_holds("\"text\":{\"nl\":\"Einddoelgroep\",\"en\":\"Final target group\"}");
    ck_assert_int_eq(ask("{\"request\":\"texts\",\"name\":\"organisation-role-provider\"}"),
                     INTV_OK);
    assert_holds("\"nl\":\"Aanbieder\"");
    assert_refused("{\"request\":\"texts\",\"name\":\"group-role-best\"}", INTV_ERROR_NOT_FOUND,
                   "unknown-text", "/name");
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        search_tells_the_query_back_and_what_it_found,
        search_says_which_query_was_searched_instead,
        search_without_a_query_finds_everything,
        search_counts_places_in_characters_and_in_bytes,
        search_says_where_a_query_is_wrong,
        search_refuses_kinds_that_are_none_and_a_list_without_any,
        facets_count_one_field_or_the_usual_ones,
        facets_of_a_field_that_is_none_are_refused_at_its_place,
        complete_tells_how_a_word_goes_on,
        concepts_of_an_unknown_list_names_the_nearest,
        concepts_can_be_narrowed_by_a_query,
        qualifiers_name_the_list_of_their_values,
        texts_know_the_codes_of_the_format_by_list_and_code,
    };
    Suite *suite = suite_create("request search");
    TCase *tests_of_search = tcase_create("request search");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, tests_of_search);
    tcase_add_checked_fixture(tests_of_search, begin_asking, end_asking);
    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
        tcase_add_test(tests_of_search, tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
