/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Tags explained: the table, and that each example leads to its tag and the mended one does not.
 * Commands and calls are run by test_explanations.py.
 */
#include <stdbool.h>

#include "loading.h"

/* ---- the table ---- */

START_TEST(every_tag_is_found_by_its_name)
{
    ck_assert_uint_gt(intv_tag_get_count(), 60);
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++)
        ck_assert_uint_eq(intv_tag_find(intv_tag_get_name(tag)), tag);
    ck_assert_uint_eq(intv_tag_find("bad"), INTV_NONE);
    ck_assert_uint_eq(intv_tag_find(""), INTV_NONE);
    ck_assert_uint_eq(intv_tag_find(NULL), INTV_NONE);
}
END_TEST

START_TEST(tag_says_what_its_diagnostic_says)
{
    const uint32_t tag = intv_tag_find("empty-text");
    ck_assert_int_eq(intv_tag_get_severity(tag), INTV_SEVERITY_ERROR);
    ck_assert_int_eq(intv_tag_get_status(tag), INTV_ERROR_INVALID);
    ck_assert_str_eq(intv_tag_get_message(tag, INTV_DUTCH), "De tekst in {1} is leeg.");
    ck_assert_str_eq(intv_tag_get_message(tag, INTV_ENGLISH), "The text in {1} is empty.");
    ck_assert_str_eq(intv_tag_get_advice(tag, INTV_ENGLISH),
                     "Fill in the text or remove the element.");
    ck_assert_str_eq(intv_tag_get_advice(tag, (enum intv_language)7),
                     intv_tag_get_advice(tag, INTV_DUTCH));
    const uint32_t warning = intv_tag_find("skipped-element");
    ck_assert_int_eq(intv_tag_get_severity(warning), INTV_SEVERITY_WARNING);
    ck_assert_int_eq(intv_tag_get_status(warning), INTV_OK);
}
END_TEST

START_TEST(tag_that_does_not_exist_says_nothing)
{
    const uint32_t beyond[] = {intv_tag_get_count(), INTV_NONE};
    for (size_t i = 0; i < 2; i++) {
        ck_assert_ptr_null(intv_tag_get_name(beyond[i]));
        ck_assert_ptr_null(intv_tag_get_message(beyond[i], INTV_DUTCH));
        ck_assert_ptr_null(intv_tag_get_advice(beyond[i], INTV_DUTCH));
        ck_assert_ptr_null(intv_tag_get_explanation(beyond[i], INTV_DUTCH));
        ck_assert_ptr_null(intv_tag_get_wrong_example(beyond[i]));
        ck_assert_ptr_null(intv_tag_get_right_example(beyond[i]));
        ck_assert_int_eq(intv_tag_get_example(beyond[i]), INTV_EXAMPLE_NONE);
        ck_assert_int_eq(intv_tag_get_severity(beyond[i]), INTV_SEVERITY_ERROR);
        ck_assert_int_eq(intv_tag_get_status(beyond[i]), INTV_OK);
    }
    ck_assert_ptr_null(intv_example_get_name((enum intv_example)99));
    ck_assert_ptr_null(intv_example_get_text((enum intv_example)99, INTV_DUTCH));
    ck_assert_ptr_null(intv_example_get_frame((enum intv_example)99));
}
END_TEST

static const char *
suggest(const char *name)
{
    const uint32_t tag = intv_tag_suggest(name);
    return tag != INTV_NONE ? intv_tag_get_name(tag) : "nothing";
}

START_TEST(unknown_tag_suggests_the_nearest)
{
    static char endless[100];
    memset(endless, 'a', sizeof(endless) - 1);
    ck_assert_str_eq(suggest("dangling-refrence"), "dangling-reference");
    ck_assert_str_eq(suggest("Broader-Cycle"), "broader-cycle");
    ck_assert_str_eq(suggest("bad_range"), "bad-range");
    ck_assert_str_eq(suggest("claim-without-sorce"), "claim-without-source");
    ck_assert_str_eq(suggest("praatgroep"), "nothing");
    ck_assert_str_eq(suggest(""), "nothing");
    ck_assert_str_eq(suggest(NULL), "nothing");
    ck_assert_str_eq(suggest(endless), "nothing");
}
END_TEST

START_TEST(what_an_example_is_has_a_name_and_a_frame)
{
    static const char *const NAMES[] = {"none",    "records", "document", "bytes", "situation",
                                        "command", "call",    "request",  "query"};
    for (unsigned i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        const enum intv_example example = (enum intv_example)i;
        ck_assert_str_eq(intv_example_get_name(example), NAMES[i]);
        ck_assert_str_ne(intv_example_get_text(example, INTV_DUTCH),
                         intv_example_get_text(example, INTV_ENGLISH));
        ck_assert_int_eq(strstr(intv_example_get_frame(example), "{1}") != NULL,
                         example != INTV_EXAMPLE_NONE);
    }
}
END_TEST

/* Only what no input leads to has no example; its explanation says why. */
START_TEST(every_tag_has_an_example_but_for_these)
{
    static const char *const WITHOUT[] = {"wrong-kind",           "read-failed",
                                          "dropped-document",     "dropped-record",
                                          "dropped-fact",         "cancelled",
                                          "unknown-intervention", "out-of-memory",
                                          "internal-error",       "query-asks-everything",
                                          "query-read-as-text"};
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++) {
        bool is_listed = false;
        for (size_t i = 0; i < sizeof(WITHOUT) / sizeof(WITHOUT[0]); i++)
            is_listed = is_listed || intv_tag_find(WITHOUT[i]) == tag;
        const bool has_none = intv_tag_get_example(tag) == INTV_EXAMPLE_NONE;
        const char *wrong = intv_tag_get_wrong_example(tag);
        const char *right = intv_tag_get_right_example(tag);
        ck_assert_msg(has_none == is_listed, "%s", intv_tag_get_name(tag));
        ck_assert_int_eq(wrong[0] == '\0', has_none);
        ck_assert_int_eq(right[0] == '\0', has_none);
        ck_assert_int_eq(strcmp(wrong, right) == 0, has_none);
    }
}
END_TEST

/* ---- the examples ---- */

/* The example in its frame; `\x{E9}` in it becomes that byte. For free(). */
static char *
frame(enum intv_example sort, const char *example, size_t *length)
{
    const char *around = intv_example_get_frame(sort);
    const char *place = strstr(around, "{1}");
    const bool has_bytes =
        sort == INTV_EXAMPLE_BYTES || sort == INTV_EXAMPLE_REQUEST || sort == INTV_EXAMPLE_QUERY;
    char *whole = malloc(strlen(around) + strlen(example) + 1);
    char *end = whole;
    ck_assert(place != NULL && whole != NULL);
    memcpy(end, around, (size_t)(place - around));
    end += place - around;
    for (const char *c = example; *c != '\0';)
        if (has_bytes && strncmp(c, "\\x{", 3) == 0) {
            char *after;
            *end++ = (char)strtoul(c + 3, &after, 16);
            ck_assert_int_eq(*after, '}');
            c = after + 1;
        } else {
            *end++ = *c++;
        }
    strcpy(end, place + 3);
    *length = (size_t)(end - whole) + strlen(place + 3);
    return whole;
}

/* Reads an example as a part of a catalogue, beside the small catalogue. */
static enum intv_status
run_document(enum intv_example sort, const char *example)
{
    size_t length = 0;
    char *document = frame(sort, example, &length);
    start_again();
    add_document("standard.xml", intv_example_get_catalogue());
    ck_assert_int_eq(intv_loader_add_memory(loader, "example.xml", document, length), INTV_OK);
    const enum intv_status status = load();
    free(document);
    return status;
}

/* Reads an example as a situation, and matches it. */
static enum intv_status
run_situation(const char *example)
{
    struct intv_situation *situation = NULL;
    struct intv_match *match = NULL;
    size_t length = 0;
    char *document = frame(INTV_EXAMPLE_SITUATION, example, &length);
    start_again();
    add_document("standard.xml", intv_example_get_catalogue());
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_int_eq(intv_situation_new(catalogue, &situation), INTV_OK);
    enum intv_status status =
        intv_situation_read_memory(situation, "example.xml", document, length, diagnostics);
    if (status == INTV_OK)
        status = intv_match_new(situation, &match, diagnostics);
    intv_match_free(match);
    intv_situation_free(situation);
    free(document);
    return status;
}

/* The tags in an answer, with a space behind each: those of the request, and those that a request
 * to validate answers. In a text a quote has a backslash before it, so no text looks like a tag. */
static const char *
find_tags(const char *answer)
{
    static const char BEFORE[] = "{\"tag\":\"";
    static char tags[4096];
    size_t used = 0;
    tags[0] = '\0';
    for (const char *at = answer; (at = strstr(at, BEFORE)) != NULL;) {
        at += sizeof(BEFORE) - 1;
        const size_t length = strcspn(at, "\"");
        used += (size_t)snprintf(tags + used, sizeof(tags) - used, "%.*s ", (int)length, at);
        ck_assert_uint_lt(used, sizeof(tags));
    }
    return tags;
}

/* Asks an example of the small catalogue. */
static enum intv_status
run_request(const char *example, const char **tags)
{
    struct intv_output *output = NULL;
    size_t length = 0;
    char *request = frame(INTV_EXAMPLE_REQUEST, example, &length);
    ck_assert_int_eq(load_document(intv_example_get_catalogue()), INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    const enum intv_status status = intv_request(catalogue, request, length, output);
    *tags = find_tags(intv_output_get_text(output));
    intv_output_free(output);
    free(request);
    return status;
}

/* Reads an example as a query to the small catalogue. */
static enum intv_status
run_query(const char *example)
{
    struct intv_query *query = NULL;
    size_t length = 0;
    char *text = frame(INTV_EXAMPLE_QUERY, example, &length);
    ck_assert_int_eq(load_document(intv_example_get_catalogue()), INTV_OK);
    const enum intv_status status =
        intv_query_parse(catalogue, text, length, INTV_STRICT, &query, diagnostics);
    intv_query_free(query);
    free(text);
    return status;
}

/* What is skipped is skipped because the format is newer, which is told too. */
static bool
comes_along(const char *tag, const char *reported)
{
    return strncmp(tag, "skipped-", 8) == 0 && strcmp(reported, "newer-minor-format") == 0;
}

/* How often a tag is among those reported; else only what comes along with it may be there. */
static size_t
count_reports(const char *tag, const char *example, const char *tags)
{
    char name[100];
    size_t found = 0;
    for (int length = 0; sscanf(tags, "%99s%n", name, &length) == 1; tags += length)
        if (strcmp(name, tag) == 0)
            found++;
        else
            ck_assert_msg(comes_along(tag, name), "%s: %s leads to %s", tag, example, name);
    return found;
}

/* Status and tags of an example; false when it is run elsewhere. */
static bool
run_example(enum intv_example sort, const char *example, enum intv_status *status,
            const char **tags)
{
    switch (sort) {
    case INTV_EXAMPLE_RECORDS:
    case INTV_EXAMPLE_DOCUMENT:
    case INTV_EXAMPLE_BYTES:
        *status = run_document(sort, example);
        *tags = reported();
        return true;
    case INTV_EXAMPLE_SITUATION:
        *status = run_situation(example);
        *tags = reported();
        return true;
    case INTV_EXAMPLE_REQUEST:
        *status = run_request(example, tags);
        return true;
    case INTV_EXAMPLE_QUERY:
        *status = run_query(example);
        *tags = reported();
        return true;
    case INTV_EXAMPLE_NONE:
    case INTV_EXAMPLE_COMMAND:
    case INTV_EXAMPLE_CALL:
        break;
    }
    return false;
}

START_TEST(wrong_example_leads_to_its_tag_and_right_example_does_not)
{
    size_t ran = 0;
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++) {
        const enum intv_example sort = intv_tag_get_example(tag);
        const char *name = intv_tag_get_name(tag);
        const char *wrong = intv_tag_get_wrong_example(tag);
        const char *right = intv_tag_get_right_example(tag);
        const char *tags = "";
        enum intv_status status = INTV_OK;
        if (!run_example(sort, wrong, &status, &tags))
            continue;
        ck_assert_msg(count_reports(name, wrong, tags) > 0, "%s: %s", name, wrong);
        ck_assert_msg(status == intv_tag_get_status(tag), "%s: %s", name,
                      intv_status_get_name(status));
        run_example(sort, right, &status, &tags);
        ck_assert_msg(count_reports(name, right, tags) == 0, "%s: %s", name, right);
        ck_assert_msg(status == INTV_OK, "%s: %s", name, right);
        ran++;
    }
    ck_assert_uint_gt(ran, 70);
}
END_TEST

/* Each text is escaped where it must be: no example shows a byte that steers a screen. */
START_TEST(examples_can_be_shown)
{
    for (uint32_t tag = 0; tag < intv_tag_get_count(); tag++)
        for (unsigned i = 0; i < 2; i++) {
            const char *example =
                i == 0 ? intv_tag_get_wrong_example(tag) : intv_tag_get_right_example(tag);
            for (const char *c = example; *c != '\0'; c++)
                ck_assert_msg((unsigned char)*c >= ' ' || *c == '\n', "%s", intv_tag_get_name(tag));
            ck_assert_msg(example[0] == '\0' || example[strlen(example) - 1] != '\n', "%s",
                          intv_tag_get_name(tag));
        }
}
END_TEST

START_TEST(small_catalogue_loads_by_itself)
{
    assert_load(INTV_OK, "", load_document(intv_example_get_catalogue()));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("tags");
    TCase *table = tcase_create("the table");
    tcase_add_test(table, every_tag_is_found_by_its_name);
    tcase_add_test(table, tag_says_what_its_diagnostic_says);
    tcase_add_test(table, tag_that_does_not_exist_says_nothing);
    tcase_add_test(table, unknown_tag_suggests_the_nearest);
    tcase_add_test(table, what_an_example_is_has_a_name_and_a_frame);
    tcase_add_test(table, every_tag_has_an_example_but_for_these);
    tcase_add_test(table, examples_can_be_shown);
    suite_add_tcase(suite, table);
    TCase *examples = tcase_create("the examples");
    tcase_add_checked_fixture(examples, make_loader, free_loader);
    tcase_add_test(examples, small_catalogue_loads_by_itself);
    tcase_add_test(examples, wrong_example_leads_to_its_tag_and_right_example_does_not);
    suite_add_tcase(suite, examples);
    return run_suite(suite);
}
