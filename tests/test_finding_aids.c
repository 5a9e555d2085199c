/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Orders, suggestions, completion and the public side of facets: doc/filters.md, rules 10 to 18. And
 * that each allocation may fail.
 */
#include <interventions/interventions.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/distance.h"
#include "query/keys.h"
#include "query/offer.h"
#include "scarce_memory.h"

static struct intv_catalogue *catalogue;
static struct intv_query *query;
static struct intv_search *search;
static struct intv_completion *completion;
static struct intv_facets *facets;
static struct intv_diagnostics *diagnostics;

static void
forget(void)
{
    intv_completion_free(completion);
    intv_facets_free(facets);
    intv_search_free(search);
    intv_query_free(query);
    completion = NULL;
    facets = NULL;
    search = NULL;
    query = NULL;
}

static void
open_builtin(void)
{
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
}

static void
close_all(void)
{
    forget();
    intv_diagnostics_free(diagnostics);
    intv_catalogue_unref(catalogue);
}

static void
ask(const char *text)
{
    forget();
    ck_assert_int_eq(intv_query_parse(catalogue, text, strlen(text), INTV_STRICT, &query, NULL),
                     INTV_OK);
}

static void
find(const char *text)
{
    ask(text);
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
}

static void
complete(const char *typed, size_t limit)
{
    forget();
    ck_assert_int_eq(
        intv_completion_new(catalogue, typed, strlen(typed), INTV_DUTCH, limit, &completion),
        INTV_OK);
}

/* ---- words that are near ---- */

static unsigned
edits(const char *one, const char *other, unsigned limit)
{
    struct letters letters[2];
    ck_assert(distance_read(text_of(one), &letters[0]));
    ck_assert(distance_read(text_of(other), &letters[1]));
    ck_assert_uint_eq(distance_between(&letters[0], &letters[1], limit),
                      distance_between(&letters[1], &letters[0], limit));
    return distance_between(&letters[0], &letters[1], limit);
}

START_TEST(distance_counts_characters_and_swaps_as_one_edit)
{
    ck_assert_uint_eq(edits("omunia", "oumnia", 3), 1);
    ck_assert_uint_eq(edits("xumnia", "oumnia", 3), 1);
    ck_assert_uint_eq(edits("umnia", "oumnia", 3), 1);
    ck_assert_uint_eq(edits("ouumnia", "oumnia", 3), 1);
    ck_assert_uint_eq(edits("uomnia", "oumnia", 3), 1);
    ck_assert_uint_eq(edits("школа", "шкала", 3), 1);
    ck_assert_uint_eq(edits("same", "same", 3), 0);
    ck_assert_uint_eq(edits("ca", "abc", 3), 3);
    ck_assert_uint_eq(edits("", "abc", 3), 3);
    ck_assert_uint_eq(edits("theater", "school", 3), 4);
    ck_assert_uint_eq(edits("omunia", "oumnia", 0), 1);
}
END_TEST

/* The whole table, without giving up early. */
static unsigned
count_edits(const struct letters *a, const struct letters *b)
{
    unsigned cells[DISTANCE_LONGEST + 1][DISTANCE_LONGEST + 1];
    for (unsigned i = 0; i <= a->count; i++)
        for (unsigned j = 0; j <= b->count; j++) {
            unsigned least = i == 0 ? j : j == 0 ? i : UINT32_MAX;
            if (i > 0 && j > 0) {
                const unsigned costs[] = {cells[i - 1][j] + 1, cells[i][j - 1] + 1,
                                          cells[i - 1][j - 1] +
                                              (a->codes[i - 1] != b->codes[j - 1])};
                for (size_t k = 0; k < 3; k++)
                    least = costs[k] < least ? costs[k] : least;
                if (i > 1 && j > 1 && a->codes[i - 1] == b->codes[j - 2] &&
                    a->codes[i - 2] == b->codes[j - 1] && cells[i - 2][j - 2] + 1 < least)
                    least = cells[i - 2][j - 2] + 1;
            }
            cells[i][j] = least;
        }
    return cells[a->count][b->count];
}

START_TEST(distance_equals_the_whole_table)
{
    uint32_t seed = 7;
    struct letters letters[2];
    for (unsigned turn = 0; turn < 20000; turn++) {
        char words[2][12] = {"", ""};
        for (size_t k = 0; k < 2; k++) {
            size_t length = 0;
            for (size_t i = 0; i < 9; i++) {
                seed = seed * 1103515245 + 12345;
                if ((seed >> 16 & 7) != 0)
                    words[k][length++] = (char)('a' + (seed >> 20 & 3));
            }
            distance_read((struct text){words[k], length}, &letters[k]);
        }
        const unsigned whole = count_edits(&letters[0], &letters[1]);
        for (unsigned limit = 0; limit <= 3; limit++) {
            const unsigned found = distance_between(&letters[0], &letters[1], limit);
            if (found != (whole <= limit ? whole : limit + 1))
                ck_abort_msg("%s and %s: %u, not %u", words[0], words[1], found, whole);
        }
    }
}
END_TEST

START_TEST(distance_of_short_words_allows_fewer_edits)
{
    static const unsigned LIMITS[] = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3};
    for (unsigned i = 0; i < sizeof(LIMITS) / sizeof(LIMITS[0]); i++)
        ck_assert_uint_eq(distance_limit(i), LIMITS[i]);
}
END_TEST

START_TEST(keys_are_sorted)
{
    enum
    {
        COUNT = 3000
    };
    static uint64_t keys[COUNT];
    for (size_t count = 0; count <= COUNT; count += count < 40 ? 1 : 740) {
        uint64_t sum = 0;
        for (size_t i = 0; i < count; i++) {
            keys[i] = (i * UINT64_C(0x9E3779B97F4A7C15)) >> (count % 60);
            sum += keys[i];
        }
        ck_assert(keys_sort(keys, count));
        for (size_t i = 0; i < count; i++) {
            if (i > 0 && keys[i - 1] > keys[i])
                ck_abort_msg("%zu of %zu", i, count);
            sum -= keys[i];
        }
        ck_assert_uint_eq(sum, 0);
    }
}
END_TEST

/* ---- suggestions ---- */

static void
assert_suggestion(const char *asked, const char *suggested, const char *word)
{
    find(asked);
    ck_assert_msg(intv_search_get_suggestion_count(search) > 0, "nothing for %s", asked);
    ck_assert_str_eq(intv_search_get_suggestion(search, 0), suggested);
    ck_assert_str_eq(intv_search_get_suggestion_word(search, 0), word);
}

START_TEST(suggestion_is_the_nearest_word_in_the_place_of_the_one_not_found)
{
    assert_suggestion("omunia", "Oumnia", "Oumnia");
    assert_suggestion("xumnia", "Oumnia", "Oumnia");
    assert_suggestion("umnia", "Oumnia", "Oumnia");
    assert_suggestion("doelgroep:ouders omunia -online", "doelgroep:ouders Oumnia -online",
                      "Oumnia");
    assert_suggestion("\"omunia works\"", "\"Oumnia works\"", "Oumnia");
}
END_TEST

START_TEST(suggestion_replaces_every_word_not_found)
{
    assert_suggestion("omunia weerbaarhied", "Oumnia weerbaarheid", "Oumnia");
}
END_TEST

/* What was added in pieces or as typed values is not there in what was written. */
static void
assert_made_suggestion(const char *suggested)
{
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    ck_assert_uint_gt(intv_search_get_suggestion_count(search), 0);
    ck_assert_str_eq(intv_search_get_suggestion(search, 0), suggested);
    const size_t corrected = intv_search_get_corrected(search) != NULL;
    const size_t total = intv_search_get_total(search);
    find(suggested);
    ck_assert_uint_eq(intv_search_get_suggestion_count(search), 0);
    if (corrected)
        ck_assert_uint_eq(intv_search_get_total(search), total);
}

static void
begin_query(enum intv_language language)
{
    forget();
    ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
    ck_assert_int_eq(intv_query_set_language(query, language), INTV_OK);
}

static void
add_words(const char *text)
{
    ck_assert_int_eq(intv_query_add_words(query, text, strlen(text), NULL), INTV_OK);
}

static void
add(const char *text)
{
    ck_assert_int_eq(intv_query_add(query, text, strlen(text), INTV_STRICT, NULL), INTV_OK);
}

START_TEST(suggestion_keeps_filters_and_structure_that_were_added)
{
    begin_query(INTV_DUTCH);
    ck_assert_int_eq(intv_query_add_filter(query, "doelgroep", INTV_IS, "ouders", NULL), INTV_OK);
    add_words("omuniaa");
    assert_made_suggestion("doelgroep:ouders Oumnia");
    begin_query(INTV_ENGLISH);
    ck_assert_int_eq(intv_query_add_filter(query, "doelgroep", INTV_IS, "ouders", NULL), INTV_OK);
    add_words("omuniaa");
    assert_made_suggestion("target-group:ouders Oumnia");
    begin_query(INTV_DUTCH);
    add("theater OF film");
    add("omunia");
    assert_made_suggestion("(theater OF film) Oumnia");
    begin_query(INTV_DUTCH);
    add_words("omunia (x) \"y");
    assert_made_suggestion("Oumnia x y");
    begin_query(INTV_DUTCH);
    ck_assert_int_eq(intv_query_add_phrase(query, "omunia works", 12, NULL), INTV_OK);
    assert_made_suggestion("\"Oumnia works\"");
}
END_TEST

START_TEST(corrected_search_keeps_filters_that_were_added)
{
    size_t totals[2];
    begin_query(INTV_DUTCH);
    ck_assert_int_eq(intv_query_add_filter(query, "soort", INTV_IS, "interventie", NULL), INTV_OK);
    add_words("omunia");
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    ck_assert_str_eq(intv_search_get_corrected(search), "soort:interventie Oumnia");
    totals[0] = intv_search_get_total(search);
    find("soort:interventie Oumnia");
    totals[1] = intv_search_get_total(search);
    find("Oumnia");
    ck_assert_uint_eq(totals[0], totals[1]);
    ck_assert_uint_lt(totals[0], intv_search_get_total(search));
}
END_TEST

START_TEST(suggestion_of_a_word_with_the_same_beginning_when_none_is_near)
{
    find("radicalisatieproblematiekjes");
    ck_assert_uint_eq(intv_search_get_suggestion_count(search), 0);
    assert_suggestion("radicalisatie", "Radicalisering", "Radicalisering");
}
END_TEST

START_TEST(suggestions_can_be_asked_and_find_something)
{
    static const char *const SLIPS[] = {
        "omunia",        "weerbarheid", "jongernewerk", "ouderz",         "preventei",
        "sleutelfigurn", "theatr",      "polarizatie",  "randvoorwarden", "scholl"};
    size_t tried = 0;
    for (size_t i = 0; i < sizeof(SLIPS) / sizeof(SLIPS[0]); i++) {
        char texts[12][200];
        size_t count = 0;
        find(SLIPS[i]);
        for (; count < intv_search_get_suggestion_count(search); count++)
            snprintf(texts[count], sizeof(texts[count]), "%s",
                     intv_search_get_suggestion(search, count));
        for (size_t k = 0; k < count; k++, tried++) {
            find(texts[k]);
            ck_assert_msg(intv_search_get_total(search) > 0, "%s", texts[k]);
        }
    }
    ck_assert_uint_gt(tried, 8);
}
END_TEST

START_TEST(suggestions_are_sought_for_few_words_only)
{
    char text[20000] = "";
    size_t length = 0;
    for (unsigned i = 0; i < 900; i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length, "weerbaarhxid%u ", i);
    find(text);
    ck_assert_uint_le(intv_search_get_suggestion_count(search), 12);
}
END_TEST

START_TEST(suggestion_behind_a_hidden_label_is_the_preferred_one)
{
    static const char DOCUMENT[] =
        "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-23' publisher='tests'"
        " licence='CC0-1.0' xml:lang='nl'><scheme id='aim'><label>doel</label></scheme>"
        "<concept id='c' scheme='aim'><label>Iets heel anders</label>"
        "<hidden-label>kwetsbaerheid</hidden-label></concept></catalogue>";
    struct intv_loader *loader = NULL;
    intv_catalogue_unref(catalogue);
    catalogue = NULL;
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_loader_add_memory(loader, "x", DOCUMENT, strlen(DOCUMENT)), INTV_OK);
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_OK);
    intv_loader_free(loader);
    assert_suggestion("kwetsbaerhied", "\"Iets heel anders\"", "\"Iets heel anders\"");
    complete("kwetsb", 10);
    ck_assert_uint_eq(intv_completion_get_count(completion), 0);
    complete("iets", 10);
    ck_assert_uint_eq(intv_completion_get_count(completion), 2);
}
END_TEST

/* ---- completion ---- */

/* "sort text" of every completion, with " | " between. */
static const char *
completed(void)
{
    static char found[4000];
    size_t length = 0;
    found[0] = '\0';
    for (size_t i = 0; i < intv_completion_get_count(completion); i++)
        length += (size_t)snprintf(found + length, sizeof(found) - length, "%s%d %s",
                                   i > 0 ? " | " : "", (int)intv_completion_get_sort(completion, i),
                                   intv_completion_get_text(completion, i));
    return found;
}

START_TEST(completion_gives_names_then_words_then_fields)
{
    complete("doelg", 10);
    ck_assert_str_eq(completed(), "0 doelgroep | 2 doelgroep:");
    complete("oumn", 10);
    ck_assert_str_eq(completed(), "0 \"Oumnia Works\" | 1 Oumnia");
    ck_assert_uint_eq(intv_completion_get_record(completion, 0),
                      intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, "oumnia-works"));
    ck_assert_uint_eq(intv_completion_get_record(completion, 1), INTV_NONE);
    complete("OUMN\xC3\x8D", 10);
    ck_assert_str_eq(completed(), "0 \"Oumnia Works\" | 1 Oumnia");
}
END_TEST

START_TEST(completion_of_a_value_gives_values_that_are_used)
{
    complete("doelgroep:ou", 10);
    ck_assert_uint_gt(intv_completion_get_count(completion), 1);
    for (size_t i = 0; i < intv_completion_get_count(completion); i++) {
        char text[200];
        const size_t uses = intv_completion_get_uses(completion, i);
        ck_assert_int_eq(intv_completion_get_sort(completion, i), INTV_COMPLETES_VALUE);
        snprintf(text, sizeof(text), "%s", intv_completion_get_text(completion, i));
        struct intv_completion *kept = completion;
        completion = NULL;
        find(text);
        ck_assert_msg(intv_search_get_total(search) == uses && uses > 0, "%s", text);
        forget();
        completion = kept;
    }
}
END_TEST

START_TEST(completion_of_every_field_counts_what_the_filter_finds)
{
    size_t asked = 0;
    for (uint32_t i = 0; i < intv_qualifier_get_count(); i++) {
        char typed[60];
        snprintf(typed, sizeof(typed), "%s:", intv_qualifier_get_name(i, INTV_DUTCH));
        complete(typed, 12);
        struct intv_completion *kept = completion;
        completion = NULL;
        for (size_t k = 0; k < intv_completion_get_count(kept); k++, asked++) {
            const char *text = intv_completion_get_text(kept, k);
            const size_t uses = intv_completion_get_uses(kept, k);
            forget();
            if (intv_query_parse(catalogue, text, strlen(text), INTV_STRICT, &query, NULL))
                ck_abort_msg("%s cannot be asked", text);
            find(text);
            ck_assert_msg(intv_search_get_total(search) == uses && uses > 0,
                          "%s: %zu, but it finds %zu", text, uses, intv_search_get_total(search));
        }
        intv_completion_free(kept);
    }
    ck_assert_uint_gt(asked, 300);
}
END_TEST

static void
assert_completed(const char *typed, const char *expected)
{
    complete(typed, 10);
    ck_assert_str_eq(completed(), expected);
}

/* Whether one of the completions is this text. */
static bool
completes_to(const char *typed, const char *text)
{
    bool is_found = false;
    complete(typed, 100);
    for (size_t i = 0; i < intv_completion_get_count(completion); i++)
        is_found = is_found || strcmp(intv_completion_get_text(completion, i), text) == 0;
    return is_found;
}

START_TEST(completion_gives_the_words_for_silence_behind_the_values)
{
    assert_completed("kosten:onb", "3 kosten:onbekend");
    assert_completed("doelgroep:onb", "3 doelgroep:onbekend");
    assert_completed("evaluatie:onb", "3 evaluatie:onbekend");
    complete("status:", 100);
    const size_t count = intv_completion_get_count(completion);
    ck_assert_uint_gt(count, 2);
    ck_assert_str_eq(intv_completion_get_text(completion, 0), "status:loopt");
    bool is_silent = false;
    for (size_t i = 0; i < count; i++) {
        const char *text = intv_completion_get_text(completion, i);
        const bool is_word =
            strcmp(text, "status:onbekend") == 0 || strcmp(text, "status:niet-gelezen") == 0 ||
            strcmp(text, "status:gezocht") == 0 || strcmp(text, "status:geen") == 0;
        ck_assert_msg(is_word || !is_silent, "%s", text);
        is_silent = is_word;
    }
    ck_assert(is_silent);
}
END_TEST

START_TEST(completion_gives_codes_in_the_words_of_the_asker)
{
    assert_completed("volgens:red", "3 volgens:redactie");
    assert_completed("status:lo", "3 status:loopt");
    assert_completed("status:runn", "3 status:loopt");
    ck_assert(completes_to("heeft:eval", "heeft:evaluatie"));
    ck_assert(completes_to("heeft:bron", "heeft:bron"));
    ck_assert(completes_to("heeft:beoord", "heeft:beoordeling"));
}
END_TEST

START_TEST(completion_keeps_the_values_before_it_and_the_comparison)
{
    ck_assert(completes_to("doelgroep:school,oude", "doelgroep:school,ouderambassadeurs"));
    ck_assert(completes_to("doelgroep:\"a, b\",oude", "doelgroep:\"a, b\",ouderambassadeurs"));
    ck_assert(completes_to("kosten:250,onb", "kosten:250,onbekend"));
    ck_assert(!completes_to("doelgroep:\"a,oude", "doelgroep:\"a,ouderambassadeurs"));
    ck_assert(completes_to("onderzoeksopzet:>=v", "onderzoeksopzet:>=vergelijkingsgroep"));
    assert_completed("kosten:>=onb", "");
    complete("onderzoeksopzet:>=", 100);
    ck_assert_uint_gt(intv_completion_get_count(completion), 2);
    struct intv_completion *kept = completion;
    completion = NULL;
    for (size_t i = 0; i < intv_completion_get_count(kept); i++) {
        find(intv_completion_get_text(kept, i));
        ck_assert_uint_eq(intv_search_get_total(search), intv_completion_get_uses(kept, i));
    }
    intv_completion_free(kept);
}
END_TEST

START_TEST(completion_gives_no_text_twice)
{
    size_t compared = 0;
    for (char letter = 'a'; letter <= 'z'; letter++)
        for (char next = 'a'; next <= 'z'; next++) {
            const char typed[] = {letter, next, '\0'};
            complete(typed, 40);
            for (size_t i = 0; i < intv_completion_get_count(completion); i++)
                for (size_t k = 0; k < i; k++, compared++)
                    ck_assert_str_ne(intv_completion_get_text(completion, i),
                                     intv_completion_get_text(completion, k));
        }
    ck_assert_uint_gt(compared, 10000);
}
END_TEST

START_TEST(completion_can_be_asked)
{
    static const char *const TYPED[] = {
        "weerb",     "a",     "status:",          "soort:",   "heeft:",       "r",
        "bevind:",   "vorm:", "onderzoeksopzet:", "volgens:", "-doelgroep:j", "\"veilige om",
        "richting:", "type:", "gemeente:",        "element:", "uitkomst:",    "oordeel:"};
    char texts[100][300];
    size_t asked = 0;
    for (size_t i = 0; i < sizeof(TYPED) / sizeof(TYPED[0]); i++) {
        complete(TYPED[i], 100);
        const size_t count = intv_completion_get_count(completion);
        bool is_field[100];
        for (size_t k = 0; k < count; k++) {
            snprintf(texts[k], sizeof(texts[k]), "%s", intv_completion_get_text(completion, k));
            is_field[k] = intv_completion_get_sort(completion, k) == INTV_COMPLETES_QUALIFIER;
        }
        for (size_t k = 0; k < count; k++, asked++) {
            if (is_field[k])
                continue;
            find(texts[k]);
            ck_assert_msg(intv_search_get_total(search) > 0, "%s finds nothing", texts[k]);
        }
    }
    ck_assert_uint_gt(asked, 200);
}
END_TEST

START_TEST(completion_keeps_to_its_limit)
{
    complete("a", 3);
    ck_assert_uint_eq(intv_completion_get_count(completion), 3);
    complete("a", 0);
    ck_assert_uint_eq(intv_completion_get_count(completion), 10);
    complete("a", 5000);
    ck_assert_uint_eq(intv_completion_get_count(completion), 100);
    complete("", 0);
    ck_assert_uint_eq(intv_completion_get_count(completion), 0);
    complete("zzzzqqq", 0);
    ck_assert_uint_eq(intv_completion_get_count(completion), 0);
}
END_TEST

START_TEST(completion_of_a_longer_beginning_than_256_bytes_is_nothing)
{
    char typed[258];
    memset(typed, 'a', sizeof(typed));
    ck_assert_int_eq(intv_completion_new(catalogue, typed, 257, INTV_DUTCH, 0, &completion),
                     INTV_OK);
    ck_assert_uint_eq(intv_completion_get_count(completion), 0);
}
END_TEST

START_TEST(completion_of_all_letters_gives_only_what_may_be_offered)
{
    size_t count = 0;
    for (char letter = 'a'; letter <= 'z'; letter++)
        for (char next = 'a'; next <= 'z'; next++) {
            const char typed[] = {letter, next, '\0'};
            complete(typed, 100);
            for (size_t i = 0; i < intv_completion_get_count(completion); i++, count++) {
                const uint32_t record = intv_completion_get_record(completion, i);
                const enum intv_kind kind = intv_record_get_kind(catalogue, record);
                if (record != INTV_NONE &&
                    (kind == INTV_KIND_SOURCE || kind == INTV_KIND_EVALUATION ||
                     kind == INTV_KIND_POLICY_STATEMENT))
                    ck_abort_msg("%s", intv_completion_get_label(completion, i));
            }
        }
    ck_assert_uint_gt(count, 2000);
}
END_TEST

START_TEST(completion_refuses_what_is_no_argument)
{
    ck_assert_int_eq(intv_completion_new(NULL, "a", 1, INTV_DUTCH, 0, &completion),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_completion_new(catalogue, NULL, 1, INTV_DUTCH, 0, &completion),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_completion_new(catalogue, "a", 1, INTV_DUTCH, 0, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_completion_new(catalogue, "a", 1, (enum intv_language)9, 0, &completion),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_ptr_null(completion);
    ck_assert_uint_eq(intv_completion_get_count(NULL), 0);
    ck_assert_str_eq(intv_completion_get_text(NULL, 0), "");
    ck_assert_str_eq(intv_completion_get_label(NULL, 0), "");
    ck_assert_uint_eq(intv_completion_get_record(NULL, 0), INTV_NONE);
    ck_assert_uint_eq(intv_completion_get_uses(NULL, 0), 0);
    ck_assert_int_eq(intv_completion_get_sort(NULL, 0), INTV_COMPLETES_WORD);
    intv_completion_free(NULL);
}
END_TEST

/* ---- orders ---- */

/* Year by which a record is sorted, or -1. */
static int64_t
year_of(uint32_t record)
{
    int64_t year = -1;
    if (intv_record_get_kind(catalogue, record) == INTV_KIND_INTERVENTION) {
        for (uint32_t i = 0; i < intv_record_get_user_count(catalogue, record); i++) {
            const uint32_t fact = intv_record_get_user(catalogue, record, i);
            const int64_t other = strcmp(intv_fact_get_field(catalogue, fact), "evaluates") == 0
                                      ? year_of(intv_fact_get_record(catalogue, fact))
                                      : -1;
            year = other > year ? other : year;
        }
        return year;
    }
    const bool is_rating = intv_record_get_kind(catalogue, record) == INTV_KIND_RATING;
    const uint32_t fact =
        intv_record_find_fact(catalogue, record, is_rating ? "rated-on" : "published", 0);
    const uint32_t date = intv_fact_get_date(catalogue, fact);
    return date > 0 ? (int64_t)date / 10000 : -1;
}

static int64_t
design_of(uint32_t record)
{
    int64_t order = -1;
    if (intv_record_get_kind(catalogue, record) == INTV_KIND_INTERVENTION) {
        for (uint32_t i = 0; i < intv_record_get_user_count(catalogue, record); i++) {
            const uint32_t fact = intv_record_get_user(catalogue, record, i);
            const int64_t other = strcmp(intv_fact_get_field(catalogue, fact), "evaluates") == 0
                                      ? design_of(intv_fact_get_record(catalogue, fact))
                                      : -1;
            order = other > order ? other : order;
        }
        return order;
    }
    for (size_t i = 0; i < intv_record_count_facts(catalogue, record, "design"); i++) {
        int64_t place = -1;
        const uint32_t fact = intv_record_find_fact(catalogue, record, "design", i);
        const uint32_t design = intv_fact_get_target(catalogue, fact);
        const uint32_t stated = intv_record_find_fact(catalogue, design, "order", 0);
        if (stated != INTV_NONE &&
            intv_fact_get_low(catalogue, stated, &place) == INTV_BOUND_KNOWN && place > order)
            order = place;
    }
    return order;
}

static void
sort_all(enum intv_sort sort, int down)
{
    ask("soort:interventie,evaluatie,bron,beoordeling");
    ck_assert_int_eq(intv_query_set_sort(query, sort, down), INTV_OK);
    ck_assert_int_eq(intv_query_set_page(query, 0, 0), INTV_OK);
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    ck_assert_uint_gt(intv_search_get_count(search), 300);
}

static void
assert_sorted(enum intv_sort sort, int down, int64_t (*key)(uint32_t record))
{
    size_t unknown = 0;
    size_t known = 0;
    sort_all(sort, down);
    for (size_t i = 0; i < intv_search_get_count(search); i++) {
        const uint32_t record = intv_search_get_record(search, i);
        const uint32_t before = i > 0 ? intv_search_get_record(search, i - 1) : 0;
        const int64_t keys[2] = {i > 0 ? key(before) : 0, key(record)};
        known += keys[1] >= 0;
        unknown += keys[1] < 0;
        if (i == 0)
            continue;
        if (keys[0] < 0)
            ck_assert_int_lt(keys[1], 0);
        else if (keys[1] >= 0)
            ck_assert(down ? keys[0] >= keys[1] : keys[0] <= keys[1]);
        if (keys[0] == keys[1])
            ck_assert_uint_lt(before, record);
    }
    ck_assert_uint_gt(known, 20);
    ck_assert_uint_gt(unknown, 20);
}

START_TEST(order_by_year_puts_the_unknown_last_both_ways)
{
    assert_sorted(INTV_BY_YEAR, 0, year_of);
    assert_sorted(INTV_BY_YEAR, 1, year_of);
}
END_TEST

START_TEST(order_by_design_takes_the_strongest_and_puts_the_unknown_last)
{
    assert_sorted(INTV_BY_DESIGN, 0, design_of);
    assert_sorted(INTV_BY_DESIGN, 1, design_of);
}
END_TEST

START_TEST(order_by_id_is_the_order_of_bytes)
{
    for (int down = 0; down < 2; down++) {
        sort_all(INTV_BY_ID, down);
        for (size_t i = 1; i < intv_search_get_count(search); i++) {
            const uint32_t records[2] = {intv_search_get_record(search, i - 1),
                                         intv_search_get_record(search, i)};
            const int order = strcmp(intv_record_get_id(catalogue, records[0]),
                                     intv_record_get_id(catalogue, records[1]));
            ck_assert(order == 0 ? records[0] < records[1] : (order < 0) == (down == 0));
        }
    }
}
END_TEST

START_TEST(order_by_name_is_of_the_language_of_the_asker)
{
    uint32_t firsts[2];
    for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++) {
        ask("soort:begrip");
        intv_query_set_sort(query, INTV_BY_NAME, 0);
        intv_query_set_language(query, (enum intv_language)language);
        intv_query_set_page(query, 0, 0);
        ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
        firsts[language] = intv_search_get_record(search, 0);
        const size_t last = intv_search_get_count(search) - 1;
        const uint32_t end = intv_search_get_record(search, last);
        intv_search_free(search);
        search = NULL;
        intv_query_set_sort(query, INTV_BY_NAME, 1);
        ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
        ck_assert_uint_eq(intv_search_get_record(search, 0), end);
        ck_assert_uint_eq(intv_search_get_record(search, last), firsts[language]);
    }
    ck_assert_uint_ne(firsts[0], firsts[1]);
}
END_TEST

/* ---- facets from outside ---- */

START_TEST(facets_count_the_whole_result_and_not_the_page)
{
    find("soort:interventie");
    ck_assert_uint_eq(intv_search_get_count(search), 10);
    ck_assert_int_eq(intv_facets_new(search, "doelgroep", &facets, NULL), INTV_OK);
    ck_assert_uint_eq(intv_facets_get_total(facets), intv_search_get_total(search));
    ck_assert_uint_gt(intv_facets_get_value_records(facets, 0, 0), 10);
    ck_assert_str_eq(intv_facets_get_qualifier(facets, 0, INTV_ENGLISH), "target-group");
    ck_assert_str_eq(intv_facets_get_label(facets, 0, INTV_DUTCH), "Doelgroep");
}
END_TEST

START_TEST(facets_that_are_usual_add_up_to_the_result)
{
    find("weerbaarheid");
    ck_assert_int_eq(intv_facets_new(search, NULL, &facets, NULL), INTV_OK);
    ck_assert_uint_eq(intv_facets_get_count(facets), 16);
    for (size_t i = 0; i < intv_facets_get_count(facets); i++) {
        ck_assert_uint_eq(intv_facets_get_stated(facets, i) + intv_facets_get_none(facets, i) +
                              intv_facets_get_dropped(facets, i) +
                              intv_facets_get_not_stated(facets, i) +
                              intv_facets_get_not_applicable(facets, i),
                          intv_search_get_total(search));
        ck_assert_str_ne(intv_facets_get_label(facets, i, INTV_ENGLISH), "");
        for (size_t k = 0; k < intv_facets_get_value_count(facets, i); k++) {
            ck_assert_str_ne(intv_facets_get_value_label(facets, i, k, INTV_DUTCH), "");
            ck_assert_str_ne(intv_facets_get_value(facets, i, k), "");
        }
    }
}
END_TEST

START_TEST(facets_values_filter_to_as_many_records)
{
    char texts[400][120];
    size_t counts[400];
    size_t count = 0;
    find("soort:interventie,evaluatie");
    ck_assert_int_eq(intv_facets_new(search, NULL, &facets, NULL), INTV_OK);
    for (size_t i = 0; i < intv_facets_get_count(facets); i++)
        for (size_t k = 0; k < intv_facets_get_value_count(facets, i) && k < 12; k++, count++) {
            counts[count] = intv_facets_get_value_records(facets, i, k);
            snprintf(texts[count], sizeof(texts[count]), "soort:interventie,evaluatie %s:%s",
                     intv_facets_get_qualifier(facets, i, INTV_ENGLISH),
                     intv_facets_get_value(facets, i, k));
        }
    for (size_t i = 0; i < count; i++) {
        find(texts[i]);
        ck_assert_msg(intv_search_get_total(search) == counts[i], "%s: %zu, not %zu", texts[i],
                      intv_search_get_total(search), counts[i]);
    }
    ck_assert_uint_gt(count, 80);
}
END_TEST

START_TEST(facets_follow_the_asserters_of_the_query)
{
    size_t stated[2];
    find("soort:interventie");
    ck_assert_int_eq(intv_facets_new(search, "type", &facets, NULL), INTV_OK);
    stated[0] = intv_facets_get_stated(facets, 0);
    find("soort:interventie -redactie");
    ck_assert_int_eq(intv_facets_new(search, "type", &facets, NULL), INTV_OK);
    stated[1] = intv_facets_get_stated(facets, 0);
    ck_assert_uint_lt(stated[1], stated[0]);
}
END_TEST

START_TEST(facets_refuse_texts_and_unknown_fields)
{
    static const char *const WRONG[] = {"naam", "auteur", "kosten", "kleur", ""};
    find("jongeren");
    for (size_t i = 0; i < sizeof(WRONG) / sizeof(WRONG[0]); i++) {
        intv_diagnostics_clear(diagnostics);
        ck_assert_int_eq(intv_facets_new(search, WRONG[i], &facets, diagnostics),
                         INTV_ERROR_NOT_FOUND);
        ck_assert_ptr_null(facets);
        ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 1);
        ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0),
                         i < 3 ? "facet-not-countable" : "query-unknown-qualifier");
    }
    ck_assert_int_eq(intv_facets_new(NULL, NULL, &facets, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_facets_new(search, NULL, NULL, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_uint_eq(intv_facets_get_count(NULL), 0);
    ck_assert_str_eq(intv_facets_get_label(NULL, 0, INTV_DUTCH), "");
    ck_assert_str_eq(intv_facets_get_value(NULL, 0, 0), "");
    ck_assert_uint_eq(intv_facets_get_value_record(NULL, 0, 0), INTV_NONE);
    intv_facets_free(NULL);
}
END_TEST

/* ---- memory ---- */

enum
{
    MOST_ALLOCATIONS = 20000
};

static enum intv_status
try_facets(void)
{
    return intv_facets_new(search, NULL, &facets, NULL);
}

static enum intv_status
try_completion(void)
{
    return intv_completion_new(catalogue, "we", 2, INTV_DUTCH, 20, &completion);
}

static enum intv_status
try_values(void)
{
    return intv_completion_new(catalogue, "heeft:", 6, INTV_DUTCH, 20, &completion);
}

static enum intv_status
try_relations(void)
{
    return intv_completion_new(catalogue, "ontwikkelaar:d", 14, INTV_DUTCH, 20, &completion);
}

static enum intv_status
try_silences(void)
{
    return intv_completion_new(catalogue, "status:loopt,", 13, INTV_DUTCH, 20, &completion);
}

static enum intv_status
try_suggestions(void)
{
    intv_search_free(search);
    search = NULL;
    return intv_search_new(query, &search, NULL);
}

/* Lets each allocation in turn fail, once or with all behind it, until all goes well. */
static void sweep(enum intv_status (*try)(void))
{
    for (unsigned turn = 0; turn < 2; turn++) {
        size_t failures = 0;
        fails_once = turn == 1;
        for (size_t left = 0; left < MOST_ALLOCATIONS; left++) {
            allocations_left = left;
            const enum intv_status status = try();
            const bool ran_out = allocations_left == 0 || allocations_left == SIZE_MAX;
            allocations_left = SIZE_MAX;
            intv_completion_free(completion);
            intv_facets_free(facets);
            completion = NULL;
            facets = NULL;
            if (status == INTV_OK && !ran_out)
                break;
            if (status != INTV_OK)
                ck_assert_int_eq(status, INTV_ERROR_NO_MEMORY);
            failures += status != INTV_OK;
        }
        ck_assert_uint_gt(failures, 3);
    }
    fails_once = false;
}

START_TEST(memory_that_fails_is_a_status_of_facets)
{
    find("doelgroep:ouders -redactie");
    sweep(try_facets);
}
END_TEST

START_TEST(memory_that_fails_is_a_status_of_completion)
{
    sweep(try_completion);
    sweep(try_values);
    sweep(try_relations);
    sweep(try_silences);
}
END_TEST

START_TEST(memory_that_fails_is_a_status_of_suggestions)
{
    ask("omunia weerbaarhied doelgroep:onbekend");
    sweep(try_suggestions);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        distance_counts_characters_and_swaps_as_one_edit,
        distance_equals_the_whole_table,
        distance_of_short_words_allows_fewer_edits,
        keys_are_sorted,
        suggestion_is_the_nearest_word_in_the_place_of_the_one_not_found,
        suggestion_replaces_every_word_not_found,
        suggestion_keeps_filters_and_structure_that_were_added,
        corrected_search_keeps_filters_that_were_added,
        suggestion_of_a_word_with_the_same_beginning_when_none_is_near,
        suggestions_can_be_asked_and_find_something,
        suggestions_are_sought_for_few_words_only,
        suggestion_behind_a_hidden_label_is_the_preferred_one,
        completion_gives_names_then_words_then_fields,
        completion_of_a_value_gives_values_that_are_used,
        completion_of_every_field_counts_what_the_filter_finds,
        completion_gives_the_words_for_silence_behind_the_values,
        completion_gives_codes_in_the_words_of_the_asker,
        completion_keeps_the_values_before_it_and_the_comparison,
        completion_gives_no_text_twice,
        completion_can_be_asked,
        completion_keeps_to_its_limit,
        completion_of_a_longer_beginning_than_256_bytes_is_nothing,
        completion_of_all_letters_gives_only_what_may_be_offered,
        completion_refuses_what_is_no_argument,
        order_by_year_puts_the_unknown_last_both_ways,
        order_by_design_takes_the_strongest_and_puts_the_unknown_last,
        order_by_id_is_the_order_of_bytes,
        order_by_name_is_of_the_language_of_the_asker,
        facets_count_the_whole_result_and_not_the_page,
        facets_that_are_usual_add_up_to_the_result,
        facets_values_filter_to_as_many_records,
        facets_follow_the_asserters_of_the_query,
        facets_refuse_texts_and_unknown_fields,
        memory_that_fails_is_a_status_of_facets,
        memory_that_fails_is_a_status_of_completion,
        memory_that_fails_is_a_status_of_suggestions,
    };
    Suite *suite = suite_create("finding aids");
    TCase *cases = tcase_create("finding aids");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, cases);
    tcase_add_checked_fixture(cases, open_builtin, close_all);
    tcase_set_timeout(cases, 60);
    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
        tcase_add_test(cases, tests[i]);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
