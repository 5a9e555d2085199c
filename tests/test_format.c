/* SPDX-License-Identifier: EUPL-1.2 */
/* The tables of the format agree with each other, and with what the code takes for granted. */
#include <check.h>
#include <stdlib.h>

#include "model/fields.h"
#include "model/format.h"
#include "read/drop.h"

/* ---- kinds ---- */

START_TEST(kind_is_found_by_its_name)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        ck_assert_uint_eq(kind_find(text_of(kind_name((enum kind)kind))), kind);
        for (unsigned other = 0; other < kind; other++)
            ck_assert_str_ne(kind_name((enum kind)kind), kind_name((enum kind)other));
    }
    ck_assert_uint_eq(kind_find(text_of("person")), KIND_COUNT);
    ck_assert_uint_eq(kind_find(text_of("")), KIND_COUNT);
    ck_assert_uint_eq(kind_find(text_of("Source")), KIND_COUNT);
    ck_assert_str_eq(kind_name(KIND_COUNT), "");
}
END_TEST

/* The header of a block has 16 places, one more than there are kinds at most. */
START_TEST(kinds_fit_the_block)
{
    ck_assert_uint_lt(KIND_COUNT, 16);
    ck_assert_uint_eq((unsigned)KIND_COUNT, (unsigned)INTV_KIND_COUNT);
}
END_TEST

/* ---- codes ---- */

START_TEST(code_is_found_by_its_name_and_has_both_labels)
{
    for (unsigned list = LIST_NONE + 1; list < LIST_COUNT; list++) {
        unsigned code = 1;
        for (; code_name((enum code_list)list, code)[0] != '\0'; code++) {
            const char *name = code_name((enum code_list)list, code);
            const bool of_loading = list == LIST_SILENCE && code == SILENCE_DROPPED;
            ck_assert_uint_eq(code_find((enum code_list)list, text_of(name)),
                              of_loading ? CODE_NOT_STATED : code);
            ck_assert_str_ne(code_label((enum code_list)list, code, INTV_DUTCH), "");
            ck_assert_str_ne(code_label((enum code_list)list, code, INTV_ENGLISH), "");
            ck_assert_msg(text_is_slug(text_of(name)), "%s", name);
        }
        ck_assert_uint_gt(code, 2);
        ck_assert_str_eq(code_name((enum code_list)list, 0), "");
        ck_assert_str_eq(code_label((enum code_list)list, code, INTV_DUTCH), "");
        ck_assert_uint_eq(code_find((enum code_list)list, text_of("nothing")), CODE_NOT_STATED);
        ck_assert_uint_eq(code_find((enum code_list)list, text_of("")), CODE_NOT_STATED);
    }
    ck_assert_uint_eq(code_find(LIST_NONE, text_of("yes")), CODE_NOT_STATED);
}
END_TEST

/* Every name that the rules use stands for the code of codes.def. */
START_TEST(codes_the_rules_name_are_those_of_the_table)
{
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_EVALUATION), "evaluation");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_RESPONDENTS), "respondents");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_GUIDELINE), "guideline");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_METHOD), "method");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_PROVIDER), "provider");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_POLICY), "policy");
    ck_assert_str_eq(code_name(LIST_ASSERTER, ASSERTER_EDITOR), "editor");
    ck_assert_str_eq(code_name(LIST_STRENGTH, STRENGTH_DEMONSTRATED), "demonstrated");
    ck_assert_str_eq(code_name(LIST_STRENGTH, STRENGTH_POTENTIAL), "potential");
    ck_assert_str_eq(code_name(LIST_STRENGTH, STRENGTH_REPORTED), "reported");
    ck_assert_str_eq(code_name(LIST_STRENGTH, STRENGTH_COMPONENT_ONLY), "component-only");
    ck_assert_str_eq(code_name(LIST_STRENGTH, STRENGTH_UNSTATED), "unstated");
    ck_assert_str_eq(code_name(LIST_NEED, NEED_REQUIRED), "required");
    ck_assert_str_eq(code_name(LIST_NEED, NEED_RECOMMENDED), "recommended");
    ck_assert_str_eq(code_name(LIST_NEED, NEED_FACILITATING), "facilitating");
    ck_assert_str_eq(code_name(LIST_NEED, NEED_UNSTATED), "unstated");
    ck_assert_str_eq(code_name(LIST_SILENCE, SILENCE_NONE), "none");
    ck_assert_str_eq(code_name(LIST_SILENCE, SILENCE_NOT_READ), "not-read");
    ck_assert_str_eq(code_name(LIST_SILENCE, SILENCE_SEARCHED), "searched");
    ck_assert_str_eq(code_name(LIST_SILENCE, SILENCE_DROPPED), "dropped");
    ck_assert_str_eq(code_name(LIST_VERDICT, VERDICT_CONTRIBUTES), "contributes");
    ck_assert_str_eq(code_name(LIST_VERDICT, VERDICT_PROMISING), "promising");
    ck_assert_str_eq(code_name(LIST_VERDICT, VERDICT_NO_PROOF), "no-proof");
    ck_assert_str_eq(code_name(LIST_VERDICT, VERDICT_DOES_NOT_WORK), "does-not-work");
    ck_assert_str_eq(code_name(LIST_VERDICT, VERDICT_CAN_HARM), "can-harm");
    ck_assert_str_eq(code_name(LIST_SCOPE, SCOPE_INTERVENTION), "intervention");
    ck_assert_str_eq(code_name(LIST_SCOPE, SCOPE_COLLABORATION), "collaboration");
    ck_assert_str_eq(code_name(LIST_SCOPE, SCOPE_EVALUATION), "evaluation");
    ck_assert_str_eq(code_name(LIST_RECORD_KIND, RECORD_KIND_INTERVENTION), "intervention");
    ck_assert_str_eq(code_name(LIST_RECORD_KIND, RECORD_KIND_TYPE), "type");
    ck_assert_str_eq(code_name(LIST_RECORD_KIND, RECORD_KIND_INSTRUMENT), "instrument");
    ck_assert_str_eq(code_name(LIST_GROUP_ROLE, GROUP_ROLE_FINAL), "final");
    ck_assert_str_eq(code_name(LIST_GROUP_ROLE, GROUP_ROLE_INTERMEDIARY), "intermediary");
    ck_assert_str_eq(code_name(LIST_GROUP_ROLE, GROUP_ROLE_DELIVERER), "deliverer");
    ck_assert_str_eq(code_name(LIST_DIRECTION, DIRECTION_POSITIVE), "positive");
    ck_assert_str_eq(code_name(LIST_DIRECTION, DIRECTION_MIXED), "mixed");
    ck_assert_str_eq(code_name(LIST_DIRECTION, DIRECTION_NONE), "none");
    ck_assert_str_eq(code_name(LIST_DIRECTION, DIRECTION_NEGATIVE), "negative");
    ck_assert_str_eq(code_name(LIST_DIRECTION, DIRECTION_NOT_STUDIED), "not-studied");
    ck_assert_str_eq(code_name(LIST_IDEOLOGY_RELATION, IDEOLOGY_RELATION_AIMED_AT), "aimed-at");
    ck_assert_str_eq(code_name(LIST_IDEOLOGY_RELATION, IDEOLOGY_RELATION_STUDIED_WITH),
                     "studied-with");
    ck_assert_str_eq(code_name(LIST_STATUS, STATUS_RUNNING), "running");
    ck_assert_str_eq(code_name(LIST_STATUS, STATUS_ENDED), "ended");
    ck_assert_str_eq(code_name(LIST_STATUS, STATUS_PLANNED), "planned");
}
END_TEST

START_TEST(codes_are_joined_and_cut_between_codes)
{
    char joined[64];
    code_join(LIST_SILENCE, joined, sizeof(joined));
    ck_assert_str_eq(joined, "none, not-read, searched");
    code_join(LIST_SILENCE, joined, 20);
    ck_assert_str_eq(joined, "none, not-read");
    code_join(LIST_SILENCE, joined, 1);
    ck_assert_str_eq(joined, "");
}
END_TEST

/* read/attributes.c joins the codes of a list for messages in 200 bytes. */
START_TEST(codes_of_every_list_fit_a_message)
{
    for (unsigned list = LIST_NONE + 1; list < LIST_COUNT; list++) {
        char message[200];
        char whole[4096];
        code_join((enum code_list)list, message, sizeof(message));
        code_join((enum code_list)list, whole, sizeof(whole));
        ck_assert_str_eq(message, whole);
    }
}
END_TEST

/* ---- fields ---- */

/* A fact keeps its field in one byte; read/check.c keeps a bit for each qualifier and for none. */
START_TEST(fields_and_qualifiers_fit_their_rows)
{
    ck_assert_uint_lt(FIELD_COUNT, 256);
    for (unsigned field = 0; field < FIELD_COUNT; field++)
        if (FIELD_FORMATS[field].qualifier != NULL)
            ck_assert_msg(code_name(FIELD_FORMATS[field].qualifier_list, 8)[0] == '\0',
                          "%s has more than 7 qualifiers", FIELD_FORMATS[field].name);
}
END_TEST

START_TEST(field_has_the_detail_that_its_value_needs)
{
    for (unsigned i = 0; i < FIELD_COUNT; i++) {
        const struct field_format *field = &FIELD_FORMATS[i];
        ck_assert_msg(text_is_slug(text_of(field->name)), "%s", field->name);
        ck_assert_msg((field->scheme != NULL) == (field->value == VALUE_CONCEPT), "%s",
                      field->name);
        ck_assert_msg((field->list != LIST_NONE) == (field->value == VALUE_CODE), "%s",
                      field->name);
        ck_assert_msg(field->kinds == 0 || field->value == VALUE_REFERENCE, "%s", field->name);
        ck_assert_msg(field->kinds < KIND_BIT(KIND_COUNT), "%s", field->name);
        ck_assert_msg((field->qualifier != NULL) == (field->qualifier_list != LIST_NONE), "%s",
                      field->name);
        ck_assert_msg(strlen(field->explanation) > 5, "%s", field->name);
        /* An attribute has no attributes of its own. */
        ck_assert_msg(!field->is_attribute || (field->qualifier == NULL && !field->is_claim), "%s",
                      field->name);
        /* read/attributes.c reads these from one attribute. */
        ck_assert_msg(!field->is_attribute ||
                          (field->value != VALUE_TEXT && field->value != VALUE_WORDING &&
                           field->value != VALUE_QUANTITY && field->value != VALUE_GROUP),
                      "%s", field->name);
    }
}
END_TEST

/* ---- placements ---- */

static void
assert_placements(const char *owner, const struct placement *placements, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field_format *field = &FIELD_FORMATS[placements[i].field];
        ck_assert_msg(placements[i].most <= 1 && placements[i].least <= 1, "%s in %s", field->name,
                      owner);
        ck_assert_msg(!field->is_attribute || placements[i].most == 1, "%s on %s", field->name,
                      owner);
        for (size_t k = 0; k < i; k++) {
            const struct field_format *other = &FIELD_FORMATS[placements[k].field];
            ck_assert_msg(field->is_attribute != other->is_attribute ||
                              strcmp(field->name, other->name) != 0,
                          "%s stands twice in %s", field->name, owner);
        }
    }
}

/* All rows of format.def, in its order. */
struct row
{
    unsigned owner;
    enum field field;
};

static const struct row KIND_ROWS[] = {
#define FIELD(NAME, xml, FORM, VALUE, DETAIL, QUALIFIER, CLAIM, explanation)
#define ON_KIND(KIND, FIELD, least, most) {KIND_##KIND, FIELD_##FIELD},
#define ON_FIELD(OWNER, FIELD, least, most)
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
};

static const struct row FIELD_ROWS[] = {
#define ON_KIND(KIND, FIELD, least, most)
#define ON_FIELD(OWNER, FIELD, least, most) {FIELD_##OWNER, FIELD_##FIELD},
#include "model/format.def"
#undef ON_KIND
#undef ON_FIELD
#undef FIELD
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* The rows of one owner stand together, so that the functions find them all. */
START_TEST(placements_of_one_owner_stand_together)
{
    size_t of_kinds = 0;
    size_t of_fields = 0;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        size_t count = 0;
        const struct placement *placements = placements_of_kind((enum kind)kind, &count);
        ck_assert_uint_gt(count, 0);
        assert_placements(kind_name((enum kind)kind), placements, count);
        of_kinds += count;
    }
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        size_t count = 0;
        const struct placement *placements = placements_of_field((enum field)field, &count);
        assert_placements(FIELD_FORMATS[field].name, placements, count);
        of_fields += count;
    }
    ck_assert_uint_eq(of_kinds, LENGTH(KIND_ROWS));
    ck_assert_uint_eq(of_fields, LENGTH(FIELD_ROWS));
}
END_TEST

/* Only so many parts are counted when a lenient load leaves some out. */
START_TEST(owners_require_no_more_parts_than_are_counted)
{
    size_t most = 0;
    for (unsigned owner = 0; owner < KIND_COUNT + FIELD_COUNT; owner++) {
        size_t count = 0;
        size_t required = 0;
        const struct placement *placements =
            owner < KIND_COUNT ? placements_of_kind((enum kind)owner, &count)
                               : placements_of_field((enum field)(owner - KIND_COUNT), &count);
        for (size_t i = 0; i < count; i++)
            required += placements[i].least > 0;
        ck_assert_uint_le(required, DROP_MOST_REQUIRED);
        most = required > most ? required : most;
    }
    ck_assert_uint_gt(most, 2);
}
END_TEST

START_TEST(every_field_stands_somewhere)
{
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        bool found = false;
        for (size_t i = 0; i < LENGTH(KIND_ROWS) && !found; i++)
            found = KIND_ROWS[i].field == field;
        for (size_t i = 0; i < LENGTH(FIELD_ROWS) && !found; i++)
            found = FIELD_ROWS[i].field == field;
        ck_assert_msg(found, "%s", FIELD_FORMATS[field].name);
    }
}
END_TEST

/* Attributes of every claim and every quantity keep their names to themselves. */
START_TEST(no_field_takes_the_name_of_an_attribute_that_every_claim_has)
{
    static const char *const TAKEN[] = {"id",    "asserted-by", "strength", "source",
                                        "via",   "locator",     "claim",    "conflicts-with",
                                        "cause", "facts",       "wording",  "not-stated"};
    for (size_t i = 0; i < LENGTH(KIND_ROWS); i++)
        for (size_t k = 0; k < LENGTH(TAKEN); k++)
            ck_assert_str_ne(FIELD_FORMATS[KIND_ROWS[i].field].name, TAKEN[k]);
    for (size_t i = 0; i < LENGTH(FIELD_ROWS); i++) {
        const struct field_format *owner = &FIELD_FORMATS[FIELD_ROWS[i].owner];
        const char *name = FIELD_FORMATS[FIELD_ROWS[i].field].name;
        for (size_t k = 0; k < LENGTH(TAKEN); k++)
            ck_assert_str_ne(name, TAKEN[k]);
        ck_assert(owner->qualifier == NULL || strcmp(name, owner->qualifier) != 0);
    }
}
END_TEST

/* What holds text itself has no place for other elements. */
START_TEST(text_fields_hold_no_fields)
{
    for (size_t i = 0; i < LENGTH(FIELD_ROWS); i++) {
        const enum value value = FIELD_FORMATS[FIELD_ROWS[i].owner].value;
        ck_assert(value != VALUE_TEXT && value != VALUE_TOKEN && value != VALUE_URL);
        ck_assert(!FIELD_FORMATS[FIELD_ROWS[i].owner].is_attribute);
    }
}
END_TEST

/* ---- criteria ---- */

START_TEST(criterion_is_found_by_both_names)
{
    for (unsigned i = 0; i < CRITERION_COUNT; i++) {
        const struct criterion_format *format = &CRITERION_FORMATS[i];
        ck_assert_uint_eq(criterion_find(text_of(format->name[INTV_DUTCH])), i);
        ck_assert_uint_eq(criterion_find(text_of(format->name[INTV_ENGLISH])), i);
        ck_assert_uint_gt(strlen(format->asked), 5);
        const bool of_records = format->mode == MODE_COVERS || format->mode == MODE_IS_A ||
                                format->mode == MODE_FINDINGS;
        ck_assert_int_eq(criterion_kinds((enum criterion_field)i) != 0, of_records);
    }
    ck_assert_uint_eq(criterion_find(text_of("DOELGROEP")), CRITERION_TARGET_GROUP);
    ck_assert_uint_eq(criterion_find(text_of("religion")), CRITERION_COUNT);
    ck_assert_uint_eq(criterion_find(text_of("ethnicity")), CRITERION_COUNT);
    ck_assert_uint_eq(criterion_find(text_of("")), CRITERION_COUNT);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("format");
    TCase *tests = tcase_create("tables");
    tcase_add_test(tests, kind_is_found_by_its_name);
    tcase_add_test(tests, kinds_fit_the_block);
    tcase_add_test(tests, code_is_found_by_its_name_and_has_both_labels);
    tcase_add_test(tests, codes_the_rules_name_are_those_of_the_table);
    tcase_add_test(tests, codes_are_joined_and_cut_between_codes);
    tcase_add_test(tests, codes_of_every_list_fit_a_message);
    tcase_add_test(tests, fields_and_qualifiers_fit_their_rows);
    tcase_add_test(tests, field_has_the_detail_that_its_value_needs);
    tcase_add_test(tests, placements_of_one_owner_stand_together);
    tcase_add_test(tests, owners_require_no_more_parts_than_are_counted);
    tcase_add_test(tests, every_field_stands_somewhere);
    tcase_add_test(tests, no_field_takes_the_name_of_an_attribute_that_every_claim_has);
    tcase_add_test(tests, text_fields_hold_no_fields);
    tcase_add_test(tests, criterion_is_found_by_both_names);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
