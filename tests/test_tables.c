/* SPDX-License-Identifier: EUPL-1.2 */
/* What the library says of itself and of the format: features, kinds, fields and code lists. */
#include <check.h>
#include <interventions/interventions.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define NO_SUCH_KIND ((enum intv_kind)1000)

/* ---- features ---- */

START_TEST(feature_has_a_name_of_its_own_and_an_explanation)
{
    size_t count = 0;
    for (; intv_feature_get_name(count) != NULL; count++) {
        ck_assert_int_eq(intv_has_feature(intv_feature_get_name(count)), 1);
        ck_assert_str_ne(intv_feature_get_explanation(count), "");
        for (size_t other = 0; other < count; other++)
            ck_assert_str_ne(intv_feature_get_name(other), intv_feature_get_name(count));
    }
    ck_assert_uint_ge(count, 7);
    ck_assert_ptr_null(intv_feature_get_explanation(count));
    ck_assert_ptr_null(intv_feature_get_name(SIZE_MAX));
}
END_TEST

START_TEST(features_of_this_version_are_there)
{
    static const char *const NAMES[] = {"xml",       "match",   "json", "format",     "names",
                                        "bulk-rows", "archive", "tags", "statistics", "requests"};
    for (size_t i = 0; i < LENGTH(NAMES); i++)
        ck_assert_msg(intv_has_feature(NAMES[i]) == 1, "%s", NAMES[i]);
}
END_TEST

START_TEST(feature_that_is_unknown_is_not_there)
{
    ck_assert_int_eq(intv_has_feature("xm"), 0);
    ck_assert_int_eq(intv_has_feature("XML"), 0);
    ck_assert_int_eq(intv_has_feature(""), 0);
    ck_assert_int_eq(intv_has_feature(NULL), 0);
}
END_TEST

/* ---- kinds ---- */

START_TEST(kind_has_a_name_and_labels_in_both_languages)
{
    ck_assert_uint_ge(intv_kind_get_count(), INTV_KIND_COUNT);
    for (uint32_t i = 0; i < intv_kind_get_count(); i++) {
        const enum intv_kind kind = (enum intv_kind)i;
        ck_assert_uint_eq(intv_kind_find(intv_kind_get_name(kind)), i);
        ck_assert_str_ne(intv_kind_get_label(kind, INTV_DUTCH), "");
        ck_assert_str_ne(intv_kind_get_label(kind, INTV_ENGLISH), "");
    }
    ck_assert_str_eq(intv_kind_get_name(INTV_KIND_FUNDING_SCHEME), "funding-scheme");
    ck_assert_str_eq(intv_kind_get_label(INTV_KIND_FUNDING_SCHEME, INTV_DUTCH), "subsidieregeling");
    ck_assert_str_eq(intv_kind_get_label(INTV_KIND_FUNDING_SCHEME, INTV_ENGLISH), "funding scheme");
}
END_TEST

START_TEST(kind_that_is_unknown_has_nothing)
{
    ck_assert_str_eq(intv_kind_get_name(NO_SUCH_KIND), "");
    ck_assert_str_eq(intv_kind_get_label(NO_SUCH_KIND, INTV_DUTCH), "");
    ck_assert_uint_eq(intv_kind_find("person"), INTV_NONE);
    ck_assert_uint_eq(intv_kind_find(""), INTV_NONE);
    ck_assert_uint_eq(intv_kind_find(NULL), INTV_NONE);
    ck_assert_uint_eq(intv_kind_get_field_count(NO_SUCH_KIND), 0);
    ck_assert_uint_eq(intv_kind_get_field(NO_SUCH_KIND, 0), INTV_NONE);
    ck_assert_uint_eq(intv_kind_get_field_least(NO_SUCH_KIND, 0), 0);
    ck_assert_uint_eq(intv_kind_get_field_most(NO_SUCH_KIND, 0), 0);
    ck_assert_uint_eq(intv_kind_find_field(NO_SUCH_KIND, "name"), INTV_NONE);
}
END_TEST

/* ---- where fields stand ---- */

START_TEST(kind_has_fields_that_are_found_by_name)
{
    for (uint32_t i = 0; i < intv_kind_get_count(); i++) {
        const enum intv_kind kind = (enum intv_kind)i;
        const size_t count = intv_kind_get_field_count(kind);
        ck_assert_uint_gt(count, 0);
        for (size_t at = 0; at < count; at++) {
            const uint32_t field = intv_kind_get_field(kind, at);
            ck_assert_uint_eq(intv_kind_find_field(kind, intv_field_get_name(field)), field);
        }
        ck_assert_uint_eq(intv_kind_get_field(kind, count), INTV_NONE);
        ck_assert_uint_eq(intv_kind_get_field_most(kind, count), 0);
    }
    ck_assert_uint_eq(intv_kind_find_field(INTV_KIND_SOURCE, "target-group"), INTV_NONE);
    ck_assert_uint_eq(intv_kind_find_field(INTV_KIND_SOURCE, NULL), INTV_NONE);
}
END_TEST

static void
assert_often(enum intv_kind kind, const char *name, uint32_t least, uint32_t most)
{
    size_t at = 0;
    while (intv_kind_get_field(kind, at) != intv_kind_find_field(kind, name))
        at++;
    ck_assert_uint_eq(intv_kind_get_field_least(kind, at), least);
    ck_assert_uint_eq(intv_kind_get_field_most(kind, at), most);
}

START_TEST(kind_says_how_often_a_field_may_stand)
{
    assert_often(INTV_KIND_INTERVENTION, "name", 1, 1);
    assert_often(INTV_KIND_INTERVENTION, "summary", 0, 1);
    assert_often(INTV_KIND_INTERVENTION, "aim", 0, 0);
    assert_often(INTV_KIND_EVALUATION, "evaluates", 1, 0);
}
END_TEST

START_TEST(fields_that_share_a_name_differ_by_kind_of_record)
{
    const uint32_t of_element = intv_kind_find_field(INTV_KIND_ELEMENT, "kind");
    const uint32_t of_intervention = intv_kind_find_field(INTV_KIND_INTERVENTION, "kind");
    ck_assert_uint_ne(of_element, of_intervention);
    ck_assert_str_eq(intv_field_get_scheme(of_element), "element-kind");
    ck_assert_str_eq(intv_field_get_scheme(of_intervention), "");
    ck_assert_str_eq(intv_code_list_get_name(intv_field_get_code_list(of_intervention)),
                     "record-kind");
}
END_TEST

START_TEST(field_holds_fields_inside)
{
    const uint32_t finding = intv_kind_find_field(INTV_KIND_EVALUATION, "finding");
    ck_assert_uint_eq(intv_field_get_inner_count(finding), 2);
    const uint32_t outcome = intv_field_find_inner(finding, "outcome");
    ck_assert_uint_eq(intv_field_get_inner(finding, 0), outcome);
    ck_assert_uint_eq(intv_field_get_inner_least(finding, 0), 1);
    ck_assert_uint_eq(intv_field_get_inner_most(finding, 0), 1);
    ck_assert_uint_eq(intv_field_get_inner_least(finding, 1), 0);
    ck_assert_uint_eq(intv_field_get_inner_most(finding, 1), 0);
    ck_assert_uint_eq(intv_field_get_inner(finding, 2), INTV_NONE);
    ck_assert_uint_eq(intv_field_find_inner(finding, "ages"), INTV_NONE);
    ck_assert_uint_eq(intv_field_find_inner(finding, NULL), INTV_NONE);
    ck_assert_uint_eq(intv_field_get_inner_count(outcome), 0);
    ck_assert_uint_eq(intv_field_get_inner_count(INTV_NONE), 0);
    ck_assert_uint_eq(intv_field_get_inner(INTV_NONE, 0), INTV_NONE);
    ck_assert_uint_eq(intv_field_get_inner_least(INTV_NONE, 0), 0);
    ck_assert_uint_eq(intv_field_get_inner_most(INTV_NONE, 0), 0);
}
END_TEST

/* ---- fields ---- */

START_TEST(field_has_a_label_in_both_languages_and_an_explanation)
{
    ck_assert_uint_gt(intv_field_get_count(), 90);
    for (uint32_t field = 0; field < intv_field_get_count(); field++) {
        const char *name = intv_field_get_name(field);
        ck_assert_str_ne(name, "");
        ck_assert_msg(intv_field_get_label(field, INTV_DUTCH)[0] != '\0', "%s", name);
        ck_assert_msg(intv_field_get_label(field, INTV_ENGLISH)[0] != '\0', "%s", name);
        ck_assert_msg(intv_field_get_explanation(field)[0] != '\0', "%s", name);
    }
    const uint32_t cost = intv_kind_find_field(INTV_KIND_INTERVENTION, "cost");
    ck_assert_str_eq(intv_field_get_label(cost, INTV_DUTCH), "Kosten");
    ck_assert_str_eq(intv_field_get_label(cost, INTV_ENGLISH), "Cost");
}
END_TEST

START_TEST(field_that_is_unknown_has_nothing)
{
    const uint32_t fields[] = {intv_field_get_count(), INTV_NONE};
    for (size_t i = 0; i < LENGTH(fields); i++) {
        ck_assert_str_eq(intv_field_get_name(fields[i]), "");
        ck_assert_str_eq(intv_field_get_label(fields[i], INTV_DUTCH), "");
        ck_assert_str_eq(intv_field_get_explanation(fields[i]), "");
        ck_assert_int_eq(intv_field_get_value(fields[i]), INTV_VALUE_NONE);
        ck_assert_int_eq(intv_field_is_claim(fields[i]), 0);
        ck_assert_int_eq(intv_field_is_attribute(fields[i]), 0);
        ck_assert_int_eq(intv_field_takes_kind(fields[i], INTV_KIND_SOURCE), 0);
        ck_assert_str_eq(intv_field_get_scheme(fields[i]), "");
        ck_assert_uint_eq(intv_field_get_code_list(fields[i]), INTV_NONE);
        ck_assert_str_eq(intv_field_get_qualifier(fields[i]), "");
        ck_assert_uint_eq(intv_field_get_qualifier_list(fields[i]), INTV_NONE);
    }
}
END_TEST

START_TEST(field_says_what_its_value_is)
{
    static const struct
    {
        enum intv_kind kind;
        const char *name;
        enum intv_value value;
        int is_claim;
        int is_attribute;
    } CASES[] = {
        {INTV_KIND_INTERVENTION, "name", INTV_VALUE_TEXT, 0, 0},
        {INTV_KIND_INTERVENTION, "kind", INTV_VALUE_CODE, 0, 1},
        {INTV_KIND_INTERVENTION, "target-group", INTV_VALUE_RECORD, 1, 0},
        {INTV_KIND_INTERVENTION, "ages", INTV_VALUE_QUANTITY, 1, 0},
        {INTV_KIND_INTERVENTION, "language", INTV_VALUE_TOKEN, 1, 0},
        {INTV_KIND_INTERVENTION, "limitation", INTV_VALUE_NONE, 1, 0},
        {INTV_KIND_EVALUATION, "finding", INTV_VALUE_NONE, 1, 0},
        {INTV_KIND_EVALUATION, "published", INTV_VALUE_DATE, 0, 0},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        const uint32_t field = intv_kind_find_field(CASES[i].kind, CASES[i].name);
        ck_assert_msg((int)intv_field_get_value(field) == (int)CASES[i].value, "%s", CASES[i].name);
        ck_assert_int_eq(intv_field_is_claim(field), CASES[i].is_claim);
        ck_assert_int_eq(intv_field_is_attribute(field), CASES[i].is_attribute);
    }
}
END_TEST

START_TEST(field_says_which_records_it_takes)
{
    const uint32_t setting = intv_kind_find_field(INTV_KIND_INTERVENTION, "setting");
    const uint32_t broader = intv_kind_find_field(INTV_KIND_MUNICIPALITY, "broader");
    const uint32_t about = intv_kind_find_field(INTV_KIND_POLICY_STATEMENT, "about");
    const uint32_t ages = intv_kind_find_field(INTV_KIND_INTERVENTION, "ages");
    ck_assert_str_eq(intv_field_get_scheme(setting), "setting");
    ck_assert_int_eq(intv_field_takes_kind(setting, INTV_KIND_CONCEPT), 1);
    ck_assert_int_eq(intv_field_takes_kind(setting, INTV_KIND_SCHEME), 0);
    ck_assert_int_eq(intv_field_takes_kind(broader, INTV_KIND_MUNICIPALITY), 1);
    ck_assert_int_eq(intv_field_takes_kind(broader, INTV_KIND_SOURCE), 0);
    ck_assert_int_eq(intv_field_takes_kind(about, INTV_KIND_SOURCE), 1);
    ck_assert_int_eq(intv_field_takes_kind(about, NO_SUCH_KIND), 0);
    ck_assert_int_eq(intv_field_takes_kind(ages, INTV_KIND_CONCEPT), 0);
}
END_TEST

START_TEST(field_names_the_list_of_its_qualifier)
{
    const uint32_t needs = intv_kind_find_field(INTV_KIND_INTERVENTION, "needs-precondition");
    const uint32_t name = intv_kind_find_field(INTV_KIND_INTERVENTION, "name");
    ck_assert_str_eq(intv_field_get_qualifier(needs), "need");
    ck_assert_uint_eq(intv_field_get_qualifier_list(needs), intv_code_list_find("need"));
    ck_assert_uint_eq(intv_field_get_code_list(needs), INTV_NONE);
    ck_assert_str_eq(intv_field_get_qualifier(name), "");
    ck_assert_uint_eq(intv_field_get_qualifier_list(name), INTV_NONE);
}
END_TEST

START_TEST(labels_of_the_format_are_texts_too)
{
    ck_assert_str_eq(intv_text_get("field-cost", INTV_DUTCH), "Kosten");
    ck_assert_str_eq(intv_text_get("kind-source", INTV_DUTCH), "bron");
    ck_assert_str_eq(intv_text_get("kind-source", INTV_ENGLISH), "source");
    ck_assert_str_eq(intv_text_get("field-", INTV_DUTCH), "");
    ck_assert_str_eq(intv_text_get("kind-person", INTV_DUTCH), "");
}
END_TEST

/* ---- code lists ---- */

START_TEST(code_list_is_found_by_its_name)
{
    ck_assert_uint_ge(intv_code_list_get_count(), 23);
    for (uint32_t list = 0; list < intv_code_list_get_count(); list++)
        ck_assert_uint_eq(intv_code_list_find(intv_code_list_get_name(list)), list);
    ck_assert_str_eq(intv_code_list_get_name(intv_code_list_get_count()), "");
    ck_assert_str_eq(intv_code_list_get_name(INTV_NONE), "");
    ck_assert_uint_eq(intv_code_list_find("Asserter"), INTV_NONE);
    ck_assert_uint_eq(intv_code_list_find(""), INTV_NONE);
    ck_assert_uint_eq(intv_code_list_find(NULL), INTV_NONE);
}
END_TEST

START_TEST(code_is_found_by_its_name_in_its_own_list_alone)
{
    for (uint32_t list = 0; list < intv_code_list_get_count(); list++) {
        const uint32_t count = intv_code_get_count(list);
        ck_assert_uint_ge(count, 2);
        for (uint32_t code = 1; code <= count; code++) {
            ck_assert_uint_eq(intv_code_find(list, intv_code_get_name(list, code)), code);
            ck_assert_str_ne(intv_code_get_label(list, code, INTV_DUTCH), "");
            ck_assert_str_ne(intv_code_get_label(list, code, INTV_ENGLISH), "");
        }
    }
    ck_assert_uint_eq(intv_code_find(intv_code_list_find("need"), "editor"), 0);
}
END_TEST

START_TEST(code_that_is_unknown_has_nothing)
{
    const uint32_t list = intv_code_list_find("need");
    const uint32_t codes[] = {0, intv_code_get_count(list) + 1, INTV_NONE};
    for (size_t i = 0; i < LENGTH(codes); i++) {
        ck_assert_str_eq(intv_code_get_name(list, codes[i]), "");
        ck_assert_str_eq(intv_code_get_label(list, codes[i], INTV_DUTCH), "");
    }
    ck_assert_uint_eq(intv_code_get_count(INTV_NONE), 0);
    ck_assert_str_eq(intv_code_get_name(INTV_NONE, 1), "");
    ck_assert_uint_eq(intv_code_find(INTV_NONE, "required"), 0);
    ck_assert_uint_eq(intv_code_find(list, NULL), 0);
    ck_assert_uint_eq(intv_code_find(list, ""), 0);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        feature_has_a_name_of_its_own_and_an_explanation,
        features_of_this_version_are_there,
        feature_that_is_unknown_is_not_there,
        kind_has_a_name_and_labels_in_both_languages,
        kind_that_is_unknown_has_nothing,
        kind_has_fields_that_are_found_by_name,
        kind_says_how_often_a_field_may_stand,
        fields_that_share_a_name_differ_by_kind_of_record,
        field_holds_fields_inside,
        field_has_a_label_in_both_languages_and_an_explanation,
        field_that_is_unknown_has_nothing,
        field_says_what_its_value_is,
        field_says_which_records_it_takes,
        field_names_the_list_of_its_qualifier,
        labels_of_the_format_are_texts_too,
        code_list_is_found_by_its_name,
        code_is_found_by_its_name_in_its_own_list_alone,
        code_that_is_unknown_has_nothing,
    };
    Suite *suite = suite_create("tables");
    TCase *cases = tcase_create("tables");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, cases);
    for (size_t i = 0; i < LENGTH(tests); i++)
        tcase_add_test(cases, tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
