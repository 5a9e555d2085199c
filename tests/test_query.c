/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading the query language: what is understood, what is refused and where, and the limits. */
#include <inttypes.h>
#include <time.h>

#include "loading.h"

#include "query_mutations.h"

enum
{
    MUTATIONS = 5000,
    MEBIBYTE = 1 << 20
};

static struct intv_query *query;

static void
make_builtin(void)
{
    make_loader();
    query = NULL;
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
}

static void
free_builtin(void)
{
    intv_query_free(query);
    free_loader();
}

static enum intv_status
parse_bytes(const char *text, size_t length, enum intv_reading reading)
{
    intv_query_free(query);
    intv_diagnostics_clear(diagnostics);
    const enum intv_status status =
        intv_query_parse(catalogue, text, length, reading, &query, diagnostics);
    REQUIRE((status == INTV_OK) == (query != NULL));
    if (query != NULL)
        check_query(query);
    return status;
}

static enum intv_status
parse(const char *text)
{
    return parse_bytes(text, strlen(text), INTV_STRICT);
}

/* All that was reported: tag@line:column, with a space between. */
static const char *
reports(void)
{
    static char all[4000];
    size_t used = 0;
    all[0] = '\0';
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++)
        used += (size_t)snprintf(all + used, sizeof(all) - used, "%s%s@%u:%u", i > 0 ? " " : "",
                                 intv_diagnostics_get_tag(diagnostics, i),
                                 intv_diagnostics_get_line(diagnostics, i),
                                 intv_diagnostics_get_column(diagnostics, i));
    return all;
}

static const char *
message(size_t index)
{
    static char text[1000];
    intv_diagnostics_get_message(diagnostics, index, INTV_DUTCH, text, sizeof(text));
    return text;
}

static const char *
advice(size_t index)
{
    static char text[1000];
    intv_diagnostics_get_advice(diagnostics, index, INTV_DUTCH, text, sizeof(text));
    return text;
}

static const struct clause *
child(unsigned number)
{
    uint32_t index = query->clauses[0].first;
    while (number-- > 0 && index != INTV_NONE)
        index = query->clauses[index].next;
    ck_assert_uint_ne(index, INTV_NONE);
    return &query->clauses[index];
}

static const struct query_value *
value_of(const struct clause *clause, unsigned number)
{
    ck_assert_uint_lt(number, clause->value_count);
    return &query->values[clause->value_first + number];
}

/* ---- what is refused, and where ---- */

struct refused
{
    const char *text;
    enum intv_status status;
    const char *reports;
};

static const struct refused REFUSED[] = {
    {"", INTV_ERROR_SYNTAX, "query-empty@1:1"},
    {" \t\n", INTV_ERROR_SYNTAX, "query-empty@1:1"},
    {"!? ...", INTV_ERROR_SYNTAX, "query-empty@1:1"},
    {"\"\"", INTV_ERROR_SYNTAX, "query-empty@1:1"},
    {"OR", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"a OF", INTV_ERROR_SYNTAX, "query-lone-operator@1:3"},
    {"| a", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"a OR OR b", INTV_ERROR_SYNTAX, "query-lone-operator@1:3"},
    {"EN a", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"a AND", INTV_ERROR_SYNTAX, "query-lone-operator@1:3"},
    {"NIET", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"a -", INTV_ERROR_SYNTAX, "query-lone-operator@1:3"},
    {"--", INTV_ERROR_SYNTAX, "query-lone-operator@1:2"},
    {"*", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"*a", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"a**", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"()", INTV_ERROR_SYNTAX, "query-lone-operator@1:1"},
    {"doelgroep:()", INTV_ERROR_SYNTAX, "query-lone-operator@1:11"},
    {"\u00E9\u00E9n \"twee", INTV_ERROR_SYNTAX, "query-open-quote@1:5"},
    {"doelgroep:\"ouders", INTV_ERROR_SYNTAX, "query-open-quote@1:11"},
    {"a\n(b", INTV_ERROR_SYNTAX, "query-open-parenthesis@2:1"},
    {"((a)", INTV_ERROR_SYNTAX, "query-open-parenthesis@1:1"},
    {"a) b", INTV_ERROR_SYNTAX, "query-stray-parenthesis@1:2"},
    {"doelgroep:", INTV_ERROR_SYNTAX, "query-missing-value@1:1"},
    {"doelgroep: ouders", INTV_ERROR_SYNTAX, "query-missing-value@1:1"},
    {"a doelgroep:ouders,", INTV_ERROR_SYNTAX, "query-missing-value@1:20"},
    {"kosten:\"\"", INTV_ERROR_SYNTAX, "query-missing-value@1:8"},
    {"kosten:>=", INTV_ERROR_SYNTAX, "query-missing-value@1:8"},
    {"doelgrop:ouders", INTV_ERROR_NOT_FOUND, "query-unknown-qualifier@1:1"},
    {"https://example.org", INTV_ERROR_NOT_FOUND, "query-unknown-qualifier@1:1"},
    {"doelgroep:ouderz", INTV_ERROR_NOT_FOUND, "unknown-value@1:11"},
    {"doelgroep:ouders,ouderz", INTV_ERROR_NOT_FOUND, "unknown-value@1:18"},
    {"setting:parents", INTV_ERROR_NOT_FOUND, "unknown-value@1:9"},
    {"status:weg", INTV_ERROR_NOT_FOUND, "unknown-value@1:8"},
    {"soort:mens", INTV_ERROR_NOT_FOUND, "unknown-value@1:7"},
    {"heeft:soort", INTV_ERROR_NOT_FOUND, "unknown-value@1:7"},
    {"volgens:iemand", INTV_ERROR_NOT_FOUND, "unknown-value@1:9"},
    {"leeftijd:18-12", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:10"},
    {"leeftijd:121", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:10"},
    {"leeftijd:>=12-18", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:10"},
    {"kosten:99,50", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"kosten:<=99,50", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"kosten:99,50/deelnemer", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"bedrag:10,>=2500,00", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:11"},
    {"kosten:1.000,50", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"kosten:10/week", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"kosten:99999999999999999999", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:8"},
    {"bijeenkomsten:>9223372036854775807", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:15"},
    {"duur:10", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:6"},
    {"jaar:2021-02-29", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:6"},
    {"jaar:2021-2018", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:6"},
    {"taal:Nederlands!", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:6"},
    {"land:NLD", INTV_ERROR_INVALID_ARGUMENT, "bad-value@1:6"},
    {"status:>=loopt", INTV_ERROR_INVALID_ARGUMENT, "query-bad-comparison@1:8"},
    {"naam:>a", INTV_ERROR_INVALID_ARGUMENT, "query-bad-comparison@1:6"},
    {"heeft:>=kosten", INTV_ERROR_INVALID_ARGUMENT, "query-bad-comparison@1:7"},
    {"onderzoeksopzet:>=mixed-methods", INTV_ERROR_INVALID_ARGUMENT,
     "query-value-without-order@1:17"},
    {"doelgroep:<ouders", INTV_ERROR_INVALID_ARGUMENT, "query-value-without-order@1:11"},
    {"b OF volgens:redactie", INTV_ERROR_SYNTAX, "query-asserter-inside@1:6"},
    {"-(b -volgens:redactie)", INTV_ERROR_SYNTAX, "query-asserter-inside@1:6"},
};

START_TEST(wrong_query_is_refused_with_its_place)
{
    for (size_t i = 0; i < LENGTH(REFUSED); i++) {
        const enum intv_status status = parse(REFUSED[i].text);
        ck_assert_msg(status == REFUSED[i].status, "%s: %s", REFUSED[i].text,
                      intv_status_get_name(status));
        ck_assert_msg(strcmp(reports(), REFUSED[i].reports) == 0, "%s: %s", REFUSED[i].text,
                      reports());
    }
}
END_TEST

START_TEST(lenient_reading_refuses_none_of_these)
{
    for (size_t i = 0; i < LENGTH(REFUSED); i++) {
        const char *text = REFUSED[i].text;
        ck_assert_msg(parse_bytes(text, strlen(text), INTV_LENIENT) == INTV_OK, "%s", text);
        ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 0);
        ck_assert_uint_gt(intv_diagnostics_get_count(diagnostics), 0);
    }
}
END_TEST

START_TEST(lenient_reading_says_what_it_read_as_text)
{
    ck_assert_int_eq(parse_bytes("ouders doelgrop:x", 17, INTV_LENIENT), INTV_OK);
    ck_assert_str_eq(reports(), "query-read-as-text@1:8");
    ck_assert_str_eq(message(0), "'doelgrop:x' is gelezen als gewone tekst.");
    ck_assert_uint_eq(query->word_count, 3);
    ck_assert_int_eq(parse_bytes(" ", 1, INTV_LENIENT), INTV_OK);
    ck_assert_str_eq(reports(), "query-asks-everything@1:1");
    ck_assert_uint_eq(query->clause_count, 1);
}
END_TEST

/* A list that is no good is told of at its beginning, when values behind it have been read. */
START_TEST(places_before_what_was_read_are_right_over_lines)
{
    static const char TEXT[] = "\u00E9 kosten:>x,\"\u00E9\n\u00E9\",>y naam:\n kosten:z";
    ck_assert_int_eq(parse_bytes(TEXT, strlen(TEXT), INTV_LENIENT), INTV_OK);
    ck_assert_str_eq(reports(), "query-read-as-text@1:3 query-read-as-text@2:7 "
                                "query-read-as-text@3:2");
}
END_TEST

START_TEST(everything_wrong_is_reported_in_one_go)
{
    ck_assert_int_eq(parse("doelgrop:x \n kosten:veel (a OF) doelgroep: \"b"),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(reports(), "query-unknown-qualifier@1:1 bad-value@2:9 "
                                "query-lone-operator@2:17 query-missing-value@2:21 "
                                "query-open-quote@2:32");
}
END_TEST

START_TEST(unknown_qualifier_says_what_was_meant_and_what_there_is)
{
    ck_assert_int_eq(parse("doelgrop:ouders"), INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(message(0), "Een filter met de naam 'doelgrop' bestaat niet.");
    ck_assert_ptr_nonnull(strstr(advice(0), "Lijkt erop: doelgroep."));
    ck_assert_ptr_nonnull(strstr(advice(0), "leeftijd, setting"));
    parse("xyzzyplugh:1");
    ck_assert_ptr_null(strstr(advice(0), "Lijkt erop: doel"));
}
END_TEST

START_TEST(value_of_several_words_without_quotes_is_suggested_with_them)
{
    static const char *const CASES[][2] = {
        {"gemeente:Den Haag", "Lijkt erop: \"Den Haag\"."},
        {"ouders gemeente:Den Haag jongeren", "Lijkt erop: \"Den Haag\"."},
        {"doelgroep:(young people)", "Lijkt erop: \"young people\"."},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        ck_assert_int_eq(parse(CASES[i][0]), INTV_ERROR_NOT_FOUND);
        ck_assert_msg(strstr(advice(0), CASES[i][1]) != NULL, "%s: %s", CASES[i][0], advice(0));
    }
    ck_assert_int_eq(parse("gemeente:Den \"Haag\""), INTV_ERROR_NOT_FOUND);
    ck_assert_ptr_null(strstr(advice(0), "\"Den"));
}
END_TEST

START_TEST(missing_value_is_told_behind_what_was_typed)
{
    ck_assert_int_eq(parse("target-group:parents,"), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(reports(), "query-missing-value@1:22");
    ck_assert_str_eq(message(0), "Achter 'target-group:parents,' staat geen waarde.");
    ck_assert_ptr_nonnull(strstr(advice(0), "Een komma hoort alleen tussen twee waarden."));
    ck_assert_int_eq(parse("Target-Group: parents"), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(message(0), "Achter 'Target-Group:' staat geen waarde.");
    ck_assert_int_eq(parse("doelgroep:(,ouders)"), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(message(0), "Achter 'doelgroep:' staat geen waarde.");
}
END_TEST

START_TEST(asserter_inside_says_how_to_name_several)
{
    parse("volgens:evaluatie OF volgens:deelnemers");
    ck_assert_str_eq(reports(), "query-asserter-inside@1:1 query-asserter-inside@1:22");
    ck_assert_ptr_nonnull(strstr(advice(0), "volgens:evaluatie,deelnemers"));
}
END_TEST

START_TEST(unknown_value_says_what_was_meant)
{
    static const char *const CASES[][2] = {
        {"doelgroep:ouderz", "Lijkt erop: ouders."},
        {"target-group:yuong-people", "Lijkt erop: young people."},
        {"status:lopt", "Lijkt erop: Loopt."},
        {"soort:interventies", "Lijkt erop: interventie."},
        {"heeft:kostn", "Lijkt erop: kosten."},
        {"volgens:redakte", "Lijkt erop: redactie."},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        ck_assert_int_eq(parse(CASES[i][0]), INTV_ERROR_NOT_FOUND);
        ck_assert_msg(strstr(advice(0), CASES[i][1]) != NULL, "%s: %s", CASES[i][0], advice(0));
    }
}
END_TEST

START_TEST(bad_value_says_how_to_write_it)
{
    ck_assert_int_eq(parse("kosten:1.000"), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_str_eq(message(0), "'1.000' is geen goede waarde van kosten.");
    ck_assert_ptr_nonnull(strstr(advice(0), "100-250/deelnemer"));
    ck_assert_int_eq(parse("kosten:<=99,50"), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_str_eq(message(0), "'99,50' is geen goede waarde van kosten.");
    ck_assert_ptr_nonnull(strstr(advice(0), "met een punt voor de centen"));
}
END_TEST

/* ---- bytes ---- */

START_TEST(bytes_that_are_no_text_are_refused)
{
    static const char NUL[] = "a\0b";
    ck_assert_int_eq(parse("a \xFF b\xC3"), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(reports(), "query-bad-utf8@1:3 query-bad-utf8@1:6");
    ck_assert_int_eq(parse("caf\u00E9 \x07"), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(reports(), "query-control-character@1:6");
    ck_assert_str_eq(message(0), "Hier staat een stuurteken: U+0007.");
    ck_assert_int_eq(parse("a\x7F"), INTV_ERROR_SYNTAX);
    ck_assert_int_eq(parse("a\xC2\x85"), INTV_ERROR_SYNTAX);
    ck_assert_int_eq(parse_bytes(NUL, 3, INTV_STRICT), INTV_ERROR_SYNTAX);
    ck_assert_str_eq(message(0), "Hier staat een stuurteken: U+0000.");
}
END_TEST

START_TEST(lenient_reading_takes_them_for_white_space)
{
    static const char BYTES[] = "a\0b\xFF"
                                "c\x07"
                                "d\xC2\x85"
                                "e";
    ck_assert_int_eq(parse_bytes(BYTES, sizeof(BYTES) - 1, INTV_LENIENT), INTV_OK);
    ck_assert_uint_eq(query->word_count, 5);
    ck_assert_str_eq(reports(), "");
}
END_TEST

START_TEST(very_long_word_is_a_word)
{
    static char text[60000];
    memset(text, 'a', sizeof(text));
    ck_assert_int_eq(parse_bytes(text, sizeof(text), INTV_STRICT), INTV_OK);
    ck_assert_uint_eq(query->word_count, 1);
    memcpy(text, "doelgroep:", 10);
    ck_assert_int_eq(parse_bytes(text, sizeof(text), INTV_STRICT), INTV_ERROR_NOT_FOUND);
    ck_assert_uint_lt(strlen(message(0)), 400);
}
END_TEST

/* ---- limits ---- */

static char *
repeat(const char *piece, size_t count)
{
    const size_t length = strlen(piece);
    char *text = malloc(length * count + 1);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, piece, length);
    text[length * count] = '\0';
    return text;
}

static void
assert_repeated(const char *piece, size_t count, enum intv_status status)
{
    char *text = repeat(piece, count);
    for (unsigned reading = INTV_STRICT; reading <= INTV_LENIENT; reading++) {
        const enum intv_status got = parse_bytes(text, strlen(text), (enum intv_reading)reading);
        ck_assert_msg(got == status || (reading == INTV_LENIENT && got == INTV_OK), "%zu x %s: %s",
                      count, piece, intv_status_get_name(got));
        if (status == INTV_ERROR_LIMIT)
            ck_assert_str_eq(intv_diagnostics_get_tag(diagnostics, 0), "query-limit-reached");
    }
    free(text);
}

START_TEST(query_of_65536_bytes_is_read_and_of_one_more_is_not)
{
    char *text = malloc(MEBIBYTE);
    ck_assert_ptr_nonnull(text);
    memset(text, 'a', MEBIBYTE);
    ck_assert_int_eq(parse_bytes(text, 65536, INTV_STRICT), INTV_OK);
    ck_assert_int_eq(intv_query_add(query, "b", 1, INTV_STRICT, diagnostics), INTV_ERROR_LIMIT);
    ck_assert_int_eq(parse_bytes(text, 65537, INTV_LENIENT), INTV_ERROR_LIMIT);
    ck_assert_str_eq(reports(), "query-limit-reached@1:1");
    ck_assert_ptr_nonnull(strstr(message(0), "query-bytes"));
    ck_assert_ptr_nonnull(strstr(message(0), "65536"));
    ck_assert_int_eq(parse_bytes(text, MEBIBYTE, INTV_STRICT), INTV_ERROR_LIMIT);
    free(text);
}
END_TEST

START_TEST(query_of_1000_words_and_filters_is_read_and_of_one_more_is_not)
{
    assert_repeated("b ", 1000, INTV_OK);
    assert_repeated("b ", 1001, INTV_ERROR_LIMIT);
    assert_repeated("heeft:kosten ", 1000, INTV_OK);
    assert_repeated("heeft:kosten ", 1001, INTV_ERROR_LIMIT);
    assert_repeated("b OR ", 10000, INTV_ERROR_LIMIT);
    char *text = repeat("b ", 1000);
    ck_assert_int_eq(parse(text), INTV_OK);
    ck_assert_int_eq(intv_query_add_words(query, "b", 1, diagnostics), INTV_ERROR_LIMIT);
    ck_assert_ptr_nonnull(strstr(message(0), "query-clauses"));
    free(text);
}
END_TEST

static char *
nest(size_t depth)
{
    char *text = malloc(2 * depth + 2);
    ck_assert_ptr_nonnull(text);
    memset(text, '(', depth);
    text[depth] = 'a';
    memset(text + depth + 1, ')', depth);
    text[2 * depth + 1] = '\0';
    return text;
}

START_TEST(parentheses_may_be_50_deep_and_no_deeper)
{
    static const struct
    {
        size_t depth;
        enum intv_status status;
    } CASES[] = {{50, INTV_OK}, {51, INTV_ERROR_LIMIT}, {10000, INTV_ERROR_LIMIT}};
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        char *text = nest(CASES[i].depth);
        ck_assert_int_eq(parse(text), CASES[i].status);
        ck_assert_int_eq(parse_bytes(text, strlen(text), INTV_LENIENT), CASES[i].status);
        free(text);
    }
    ck_assert_ptr_nonnull(strstr(message(0), "query-depth"));
    assert_repeated("(", 10000, INTV_ERROR_LIMIT);
    assert_repeated(")", 10000, INTV_ERROR_SYNTAX);
    assert_repeated("-", 10000, INTV_ERROR_SYNTAX);
}
END_TEST

START_TEST(filter_may_have_100_values_and_no_more)
{
    char *hundred = repeat("1,", 100);
    char text[300];
    snprintf(text, sizeof(text), "bijeenkomsten:%.199s", hundred);
    ck_assert_int_eq(parse(text), INTV_OK);
    ck_assert_uint_eq(child(0)->value_count, 100);
    snprintf(text, sizeof(text), "bijeenkomsten:%s1", hundred);
    ck_assert_int_eq(parse(text), INTV_ERROR_LIMIT);
    ck_assert_ptr_nonnull(strstr(message(0), "query-values"));
    free(hundred);
}
END_TEST

/* ---- time ---- */

static uint64_t
now(void)
{
    struct timespec time;
    ck_assert_int_eq(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time), 0);
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

/* The shortest of a few times, in microseconds. */
static uint64_t
time_of(const char *text, size_t length, enum intv_reading reading)
{
    uint64_t shortest = UINT64_MAX;
    for (unsigned i = 0; i < 3; i++) {
        const uint64_t start = now();
        parse_bytes(text, length, reading);
        const uint64_t taken = now() - start;
        shortest = taken < shortest ? taken : shortest;
    }
    return shortest;
}

/* Eight times as long takes at most 24 times as long; a square would take 64 times. */
START_TEST(time_grows_no_faster_than_the_query)
{
    static const char *const PIECES[] = {"a ",
                                         "a OR ",
                                         "(",
                                         ")",
                                         "-",
                                         "x:y ",
                                         "doelgroep:z ",
                                         "z,",
                                         "\"",
                                         "a-",
                                         "kosten:",
                                         "\xFF",
                                         "doelgroep:(",
                                         "a:b:",
                                         "naam:a,",
                                         "\u00E9",
                                         "*",
                                         "OR ",
                                         ">=",
                                         "-(a) ",
                                         " naam:>a,,",
                                         "naam:\u2018a ",
                                         " naam:>a,\">\n\","};
    for (size_t i = 0; i < LENGTH(PIECES); i++)
        for (unsigned reading = INTV_STRICT; reading <= INTV_LENIENT; reading++) {
            const size_t least = 8000 / strlen(PIECES[i]);
            char *text = repeat(PIECES[i], 8 * least);
            const size_t length = strlen(text);
            const uint64_t one = time_of(text, length / 8, (enum intv_reading)reading);
            const uint64_t eight = time_of(text, length, (enum intv_reading)reading);
            ck_assert_msg(eight <= 24 * one + 20000, "%s: %" PRIu64 " and %" PRIu64, PIECES[i], one,
                          eight);
            free(text);
        }
}
END_TEST

/* ---- what is understood ---- */

START_TEST(only_stop_words_are_searched_for_with_a_warning)
{
    ck_assert_int_eq(parse("de en"), INTV_OK);
    ck_assert_str_eq(reports(), "query-only-stop-words@1:1");
    ck_assert_uint_eq(query->word_count, 2);
    ck_assert(query->words[0].is_stop_word);
    ck_assert_int_eq(parse("\"en de\""), INTV_OK);
    ck_assert_str_eq(reports(), "");
    ck_assert_int_eq(parse("de ouders"), INTV_OK);
    ck_assert_str_eq(reports(), "");
}
END_TEST

START_TEST(label_that_several_records_bear_means_any_of_them)
{
    ck_assert_int_eq(load_document(intv_example_get_catalogue()), INTV_OK);
    ck_assert_int_eq(parse("gemeente:bergen"), INTV_OK);
    ck_assert_uint_eq(child(0)->value_count, 2);
    ck_assert_uint_ne(value_of(child(0), 0)->record, value_of(child(0), 1)->record);
}
END_TEST

START_TEST(comparison_gives_the_range_too)
{
    static const struct
    {
        const char *text;
        int64_t low;
        int64_t high;
    } CASES[] = {
        {"kosten:>250", 25001, INT64_MAX},
        {"kosten:<250", 0, 24999},
        {"kosten:100-250", 10000, 25000},
        {"kosten:<=\u20AC250", 0, 25000},
        {"kosten:\"\u20AC 99.50\u2013\u20AC250\"", 9950, 25000},
        {"bedrag:\u20AC1000", 100000, 100000},
        {"leeftijd:12\u201318", 12, 18},
        {"leeftijd:12\u201218", 12, 18},
        {"duur:5\u20138weken", 5, 8},
        {"jaar:2018\u20132021", 20180101, 20211231},
        {"leeftijd:14", 14, 14},
        {"leeftijd:..18", 0, 18},
        {"jaar:2020", 20200101, 20201231},
        {"jaar:2020-02", 20200201, 20200229},
        {"jaar:>2018", 20190101, INT64_MAX},
        {"jaar:<2020-03", 0, 20200229},
        {"jaar:>=2020-03", 20200301, INT64_MAX},
        {"jaar:>2020-12-31", 20210101, INT64_MAX},
        {"jaar:2018..2020-06", 20180101, 20200630},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++) {
        ck_assert_int_eq(parse(CASES[i].text), INTV_OK);
        ck_assert_msg(value_of(child(0), 0)->low == CASES[i].low, "%s", CASES[i].text);
        ck_assert_msg(value_of(child(0), 0)->high == CASES[i].high, "%s", CASES[i].text);
    }
}
END_TEST

START_TEST(unit_may_be_written_in_the_singular)
{
    static const char *const WRITTEN[][2] = {
        {"duur:1minuut", "duration:1minutes"},    {"duur:1minute", "duration:1minutes"},
        {"duur:2uren", "duration:2hours"},        {"duur:1hour", "duration:1hours"},
        {"duur:1dagdeel", "duration:1half-days"}, {"duur:1half-day", "duration:1half-days"},
        {"duur:1dag", "duration:1days"},          {"duur:1day", "duration:1days"},
        {"duur:1week", "duration:1weeks"},        {"duur:1maand", "duration:1months"},
        {"duur:1month", "duration:1months"},      {"duur:2jaren", "duration:2years"},
        {"duur:1year", "duration:1years"},
    };
    for (size_t i = 0; i < LENGTH(WRITTEN); i++) {
        struct intv_output *output = NULL;
        ck_assert_int_eq(parse(WRITTEN[i][0]), INTV_OK);
        ck_assert_int_eq(intv_output_new(&output), INTV_OK);
        ck_assert_int_eq(intv_query_write(query, INTV_ENGLISH, output), INTV_OK);
        ck_assert_str_eq(intv_output_get_text(output), WRITTEN[i][1]);
        intv_output_free(output);
    }
    ck_assert_int_eq(parse("duur:1eeuw"), INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(asserters_hold_for_the_whole_query)
{
    ck_assert_int_eq(parse("ouders"), INTV_OK);
    ck_assert_uint_eq(query->asserters, ASSERTERS_ALL);
    ck_assert_int_eq(parse("ouders -editor"), INTV_OK);
    ck_assert_uint_eq(query->asserters, ASSERTERS_ALL & ~(1U << ASSERTER_EDITOR));
    ck_assert_uint_eq(query->word_count, 1);
    ck_assert_int_eq(parse("volgens:evaluatie,deelnemers -volgens:deelnemers"), INTV_OK);
    ck_assert_uint_eq(query->asserters, 1U << ASSERTER_EVALUATION);
    ck_assert_uint_eq(child(0)->qualifier, QUALIFIER_ASSERTER);
    ck_assert_int_eq(parse("-method"), INTV_OK);
    ck_assert_uint_eq(query->asserters, ASSERTERS_ALL);
    ck_assert_int_eq(child(0)->sort, CLAUSE_NOT);
}
END_TEST

START_TEST(codes_of_a_field_come_before_words_for_silence)
{
    ck_assert_int_eq(parse("bevinding:none gelezen:not-read bijwerking:none naam:geen"), INTV_OK);
    ck_assert_int_eq(child(0)->sort, CLAUSE_FILTER);
    ck_assert_int_eq(child(1)->sort, CLAUSE_FILTER);
    ck_assert_int_eq(child(2)->sort, CLAUSE_SILENT);
    ck_assert_int_eq(child(3)->sort, CLAUSE_WORD);
    ck_assert_int_eq(parse("bijwerking:\"geen\""), INTV_OK);
    ck_assert_int_eq(child(0)->sort, CLAUSE_PHRASE);
}
END_TEST

/* ---- calls ---- */

START_TEST(words_and_phrases_by_call_are_never_syntax)
{
    static const char TEXT[] = "doelgroep:ouders OR -(a \"b* ";
    ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
    ck_assert_int_eq(intv_query_add_words(query, TEXT, strlen(TEXT), diagnostics), INTV_OK);
    check_query(query);
    ck_assert_uint_eq(query->word_count, 5);
    for (unsigned i = 0; i < 5; i++)
        ck_assert_int_eq(child(i)->sort, CLAUSE_WORD);
    ck_assert_int_eq(intv_query_add_phrase(query, TEXT, strlen(TEXT), diagnostics), INTV_OK);
    ck_assert_int_eq(child(5)->sort, CLAUSE_PHRASE);
    ck_assert_uint_eq(child(5)->word_count, 5);
    ck_assert_int_eq(intv_query_add_words(query, " ", 1, diagnostics), INTV_ERROR_SYNTAX);
    ck_assert_int_eq(intv_query_add_phrase(query, "\x01", 1, diagnostics), INTV_ERROR_SYNTAX);
}
END_TEST

START_TEST(filter_by_call_is_checked_as_one_that_is_written)
{
    ck_assert_int_eq(intv_query_new(catalogue, &query), INTV_OK);
    ck_assert_int_eq(intv_query_add_filter(query, "kosten", INTV_AT_MOST, "250/deelnemer", NULL),
                     INTV_OK);
    ck_assert_int_eq(intv_query_add_filter(query, "kosten", INTV_IS, "onbekend", NULL), INTV_OK);
    ck_assert_int_eq(intv_query_add_filter(query, "naam", INTV_IS, "a, b", NULL), INTV_OK);
    ck_assert_int_eq(intv_query_add_filter(query, "kostn", INTV_IS, "1", diagnostics),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_str_eq(reports(), "query-unknown-qualifier@0:0");
    ck_assert_int_eq(intv_query_add_filter(query, "kosten", INTV_IS, "veel", NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_query_add_filter(query, "kosten", INTV_IS, "", NULL), INTV_ERROR_SYNTAX);
    ck_assert_int_eq(intv_query_add_filter(query, "status", INTV_MORE, "loopt", NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    check_query(query);
    ck_assert_int_eq(child(0)->sort, CLAUSE_FILTER);
    ck_assert_int_eq(child(1)->sort, CLAUSE_SILENT);
    ck_assert_int_eq(child(2)->sort, CLAUSE_WORD);
}
END_TEST

START_TEST(failing_addition_leaves_the_query_as_it_was)
{
    ck_assert_int_eq(parse("ouders -redactie"), INTV_OK);
    const size_t clauses = query->clause_count;
    ck_assert_int_eq(intv_query_add(query, "a (b", 4, INTV_STRICT, NULL), INTV_ERROR_SYNTAX);
    ck_assert_uint_eq(query->clause_count, clauses);
    ck_assert_uint_eq(query->source_length, strlen("ouders -redactie"));
    ck_assert_int_eq(intv_query_add(query, "school OF b", 11, INTV_STRICT, NULL), INTV_OK);
    check_query(query);
    ck_assert_int_eq(child(1)->sort, CLAUSE_ANY);
    ck_assert_uint_eq(query->asserters, ASSERTERS_ALL & ~(1U << ASSERTER_EDITOR));
}
END_TEST

/* ---- what nobody writes ---- */

/* INTV_MUTATIONS says how many; with the sanitizers a few million are worth a night. */
START_TEST(changed_queries_are_read_or_refused_and_written_back)
{
    const char *asked = getenv("INTV_MUTATIONS");
    const uint64_t count = asked != NULL ? strtoull(asked, NULL, 10) : MUTATIONS;
    struct intv_output *output = NULL;
    char text[QUERY_SIZE];
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    for (uint64_t number = 0; number < count; number++) {
        const size_t size = make_mutation(number, text);
        const enum intv_reading reading = (enum intv_reading)(number % 2);
        const enum intv_status status = parse_bytes(text, size, reading);
        REQUIRE(status != INTV_ERROR_INTERNAL);
        REQUIRE(status != INTV_ERROR_NO_MEMORY);
        REQUIRE(reading == INTV_STRICT || status == INTV_OK || status == INTV_ERROR_LIMIT);
        REQUIRE(status == INTV_OK || intv_diagnostics_get_error_count(diagnostics) > 0);
        if (status != INTV_OK || query->clauses[0].first == INTV_NONE)
            continue;
        struct intv_query *again = NULL;
        intv_output_clear(output);
        REQUIRE(intv_query_write(query, (enum intv_language)(number / 2 % 2), output) == INTV_OK);
        const enum intv_status read =
            intv_query_parse(catalogue, intv_output_get_text(output),
                             intv_output_get_length(output), INTV_STRICT, &again, NULL);
        if (read != INTV_OK || !queries_agree(query, again))
            ck_abort_msg("%" PRIu64 " %.*s: %s", number, (int)size, text,
                         intv_output_get_text(output));
        intv_query_free(again);
    }
    intv_output_free(output);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("query");
    TCase *tests = tcase_create("reading");
    tcase_set_timeout(tests, 0);
    tcase_add_checked_fixture(tests, make_builtin, free_builtin);
    tcase_add_test(tests, wrong_query_is_refused_with_its_place);
    tcase_add_test(tests, lenient_reading_refuses_none_of_these);
    tcase_add_test(tests, lenient_reading_says_what_it_read_as_text);
    tcase_add_test(tests, places_before_what_was_read_are_right_over_lines);
    tcase_add_test(tests, everything_wrong_is_reported_in_one_go);
    tcase_add_test(tests, unknown_qualifier_says_what_was_meant_and_what_there_is);
    tcase_add_test(tests, value_of_several_words_without_quotes_is_suggested_with_them);
    tcase_add_test(tests, missing_value_is_told_behind_what_was_typed);
    tcase_add_test(tests, asserter_inside_says_how_to_name_several);
    tcase_add_test(tests, unknown_value_says_what_was_meant);
    tcase_add_test(tests, bad_value_says_how_to_write_it);
    tcase_add_test(tests, bytes_that_are_no_text_are_refused);
    tcase_add_test(tests, lenient_reading_takes_them_for_white_space);
    tcase_add_test(tests, very_long_word_is_a_word);
    tcase_add_test(tests, query_of_65536_bytes_is_read_and_of_one_more_is_not);
    tcase_add_test(tests, query_of_1000_words_and_filters_is_read_and_of_one_more_is_not);
    tcase_add_test(tests, parentheses_may_be_50_deep_and_no_deeper);
    tcase_add_test(tests, filter_may_have_100_values_and_no_more);
    tcase_add_test(tests, time_grows_no_faster_than_the_query);
    tcase_add_test(tests, only_stop_words_are_searched_for_with_a_warning);
    tcase_add_test(tests, label_that_several_records_bear_means_any_of_them);
    tcase_add_test(tests, comparison_gives_the_range_too);
    tcase_add_test(tests, unit_may_be_written_in_the_singular);
    tcase_add_test(tests, asserters_hold_for_the_whole_query);
    tcase_add_test(tests, codes_of_a_field_come_before_words_for_silence);
    tcase_add_test(tests, words_and_phrases_by_call_are_never_syntax);
    tcase_add_test(tests, filter_by_call_is_checked_as_one_that_is_written);
    tcase_add_test(tests, failing_addition_leaves_the_query_as_it_was);
    tcase_add_test(tests, changed_queries_are_read_or_refused_and_written_back);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
