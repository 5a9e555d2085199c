/* SPDX-License-Identifier: EUPL-1.2 */
/* The table of qualifiers: no field forgotten, no name twice, and all of it in doc/query.md. */
#include "loading.h"

#include "model/fields.h"
#include "query/qualifiers.h"

START_TEST(every_field_has_a_qualifier)
{
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        bool is_found = false;
        for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
            is_found = is_found || (unsigned)QUALIFIERS[i].field == field ||
                       (unsigned)QUALIFIERS[i].inside == field;
        ck_assert_msg(is_found, "%s", FIELD_FORMATS[field].name);
    }
}
END_TEST

START_TEST(every_name_belongs_to_one_qualifier)
{
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++) {
        ck_assert_uint_eq(intv_qualifier_find(intv_qualifier_get_name(i, INTV_DUTCH)), i);
        ck_assert_uint_eq(intv_qualifier_find(intv_qualifier_get_name(i, INTV_ENGLISH)), i);
        for (size_t j = 0; intv_qualifier_get_other_name(i, j)[0] != '\0'; j++)
            ck_assert_msg(intv_qualifier_find(intv_qualifier_get_other_name(i, j)) == i, "%s",
                          intv_qualifier_get_other_name(i, j));
    }
    ck_assert_uint_eq(intv_qualifier_find("DOELGROEP"), intv_qualifier_find("target_group"));
    ck_assert_uint_eq(intv_qualifier_find("doelgrop"), INTV_NONE);
    ck_assert_uint_eq(intv_qualifier_find(NULL), INTV_NONE);
}
END_TEST

/* A name is a slug, so that it needs no quotes. */
START_TEST(every_qualifier_is_explained_in_both_languages)
{
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++) {
        ck_assert(text_is_slug(text_of(intv_qualifier_get_name(i, INTV_DUTCH))));
        ck_assert(text_is_slug(text_of(intv_qualifier_get_name(i, INTV_ENGLISH))));
        ck_assert_uint_gt(strlen(intv_qualifier_get_explanation(i, INTV_DUTCH)), 3);
        ck_assert_uint_gt(strlen(intv_qualifier_get_explanation(i, INTV_ENGLISH)), 3);
        ck_assert_uint_ne(intv_qualifier_get_comparisons(i) & 1U << INTV_IS, 0);
    }
    const uint32_t beyond = intv_qualifier_get_count();
    ck_assert_str_eq(intv_qualifier_get_name(beyond, INTV_DUTCH), "");
    ck_assert_str_eq(intv_qualifier_get_explanation(beyond, INTV_DUTCH), "");
    ck_assert_str_eq(intv_qualifier_get_other_name(beyond, 0), "");
    ck_assert_uint_eq(intv_qualifier_get_field(beyond), INTV_NONE);
    ck_assert_uint_eq(intv_qualifier_get_comparisons(beyond), 0);
}
END_TEST

/* Who knows the names of situations knows these too; outcomes are asked for as such. */
START_TEST(names_of_criteria_are_names_of_qualifiers)
{
    for (unsigned i = 0; i < CRITERION_COUNT; i++) {
        const struct criterion_format *format = &CRITERION_FORMATS[i];
        const enum field field = i == CRITERION_OUTCOME ? FIELD_OUTCOME : format->field;
        for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++) {
            const uint32_t found = intv_qualifier_find(format->name[language]);
            ck_assert_msg(found != INTV_NONE, "%s", format->name[language]);
            ck_assert_uint_eq(intv_qualifier_get_field(found), field);
        }
    }
}
END_TEST

/* The reading of a qualifier suits what its field holds. */
START_TEST(values_are_read_as_what_the_field_holds)
{
    static const struct
    {
        enum reading reading;
        enum value values[4];
    } SUITS[] = {
        {READS_WORDS, {VALUE_TEXT, VALUE_WORDING, VALUE_TOKEN, VALUE_TOKEN}},
        {READS_RECORDS, {VALUE_CONCEPT, VALUE_REFERENCE, VALUE_REFERENCE, VALUE_REFERENCE}},
        {READS_CODES, {VALUE_CODE, VALUE_CODE, VALUE_CODE, VALUE_CODE}},
        {READS_NUMBERS, {VALUE_QUANTITY, VALUE_NUMBER, VALUE_NUMBER, VALUE_NUMBER}},
        {READS_EUROS, {VALUE_QUANTITY, VALUE_NUMBER, VALUE_NUMBER, VALUE_NUMBER}},
        {READS_PRICES, {VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY}},
        {READS_TIMES, {VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY}},
        {READS_AGES, {VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY, VALUE_QUANTITY}},
        {READS_DATES, {VALUE_DATE, VALUE_DATE, VALUE_DATE, VALUE_DATE}},
        {READS_LITERALS, {VALUE_URL, VALUE_TOKEN, VALUE_TOKEN, VALUE_TOKEN}},
        {READS_LANGUAGES, {VALUE_LANGUAGE, VALUE_LANGUAGE, VALUE_LANGUAGE, VALUE_LANGUAGE}},
        {READS_COUNTRIES, {VALUE_COUNTRY, VALUE_COUNTRY, VALUE_COUNTRY, VALUE_COUNTRY}},
        {READS_RELATIONS, {VALUE_GROUP, VALUE_GROUP, VALUE_GROUP, VALUE_GROUP}},
        {READS_BACK, {VALUE_REFERENCE, VALUE_REFERENCE, VALUE_REFERENCE, VALUE_REFERENCE}},
    };
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        const struct qualifier_format *format = &QUALIFIERS[i];
        bool suits = format->field == FIELD_COUNT;
        for (size_t j = 0; j < sizeof(SUITS) / sizeof(SUITS[0]); j++)
            for (unsigned k = 0; k < 4 && format->field != FIELD_COUNT; k++)
                suits = suits || (SUITS[j].reading == format->reading &&
                                  SUITS[j].values[k] == FIELD_FORMATS[format->field].value);
        ck_assert_msg(suits, "%s", format->name[INTV_ENGLISH]);
        const enum field related = format->inside != FIELD_COUNT ? format->inside : format->field;
        ck_assert_msg(format->relations == 0 || FIELD_FORMATS[related].qualifier != NULL, "%s",
                      format->name[INTV_ENGLISH]);
    }
}
END_TEST

START_TEST(only_numbers_dates_and_concepts_compare)
{
    ck_assert_uint_eq(intv_qualifier_get_comparisons(intv_qualifier_find("design")), 31);
    ck_assert_uint_eq(intv_qualifier_get_comparisons(intv_qualifier_find("cost")), 31);
    ck_assert_uint_eq(intv_qualifier_get_comparisons(intv_qualifier_find("year")), 31);
    ck_assert_uint_eq(intv_qualifier_get_comparisons(intv_qualifier_find("status")), 1);
    ck_assert_uint_eq(intv_qualifier_get_comparisons(intv_qualifier_find("name")), 1);
}
END_TEST

static char *
read_page(void)
{
    char path[1000];
    snprintf(path, sizeof(path), "%s/doc/query.md", getenv("INTV_SOURCE_DIR"));
    FILE *file = fopen(path, "rb");
    char *page = calloc(1, 1 << 20);
    ck_assert(file != NULL && page != NULL);
    ck_assert_uint_gt(fread(page, 1, (1 << 20) - 1, file), 1000);
    fclose(file);
    return page;
}

START_TEST(the_page_lists_every_qualifier_as_the_table_has_it)
{
    char *page = read_page();
    size_t rows = 0;
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++) {
        char row[600];
        snprintf(row, sizeof(row), "\n| `%s` | `%s` | %s | %s |\n",
                 intv_qualifier_get_name(i, INTV_DUTCH), intv_qualifier_get_name(i, INTV_ENGLISH),
                 intv_qualifier_get_explanation(i, INTV_DUTCH),
                 intv_qualifier_get_explanation(i, INTV_ENGLISH));
        ck_assert_msg(strstr(page, row) != NULL, "%s", row);
    }
    for (const char *at = page; (at = strstr(at, "\n| `")) != NULL; at++)
        rows++;
    ck_assert_uint_eq(rows, intv_qualifier_get_count());
    free(page);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("qualifiers");
    TCase *tests = tcase_create("the table");
    tcase_add_test(tests, every_field_has_a_qualifier);
    tcase_add_test(tests, every_name_belongs_to_one_qualifier);
    tcase_add_test(tests, every_qualifier_is_explained_in_both_languages);
    tcase_add_test(tests, names_of_criteria_are_names_of_qualifiers);
    tcase_add_test(tests, values_are_read_as_what_the_field_holds);
    tcase_add_test(tests, only_numbers_dates_and_concepts_compare);
    tcase_add_test(tests, the_page_lists_every_qualifier_as_the_table_has_it);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
