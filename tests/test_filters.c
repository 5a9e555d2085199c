/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Filters and facets: doc/filters.md, rules 1 to 12. On the catalogue of the library every filter
 * with every value and every facet equals a plain walk over all facts (naive_filter.h).
 */
#include "loading.h"

#include "base/bits.h"
#include "base/memory.h"
#include "naive_filter.h"
#include "query/facets.h"
#include "query/filter.h"
#include "query/look.h"

enum
{
    EVALUATION_ONLY = 1 << ASSERTER_EVALUATION,
    WITHOUT_EDITOR = ASSERTERS_ALL & ~(1 << ASSERTER_EDITOR),
    SET_WORDS = NAIVE_MOST_RECORDS / 64
};

static const uint32_t ASSERTERS[] = {ASSERTERS_ALL, WITHOUT_EDITOR, EVALUATION_ONLY};
enum
{
    ASSERTERS_COUNT = sizeof(ASSERTERS) / sizeof(ASSERTERS[0])
};

static void
open_builtin(void)
{
    make_loader();
    ck_assert_int_eq(intv_catalogue_builtin(&catalogue), INTV_OK);
    ck_assert_uint_lt(catalogue->record_count, NAIVE_MOST_RECORDS);
}

static void
load_good(const char *document)
{
    assert_load(INTV_OK, "", load_document(document));
}
#define LOAD_GOOD(records) load_good(OPENING records CLOSING)

/* ---- asking ---- */

/* The records that one clause with one value finds. */
static const uint64_t *
ask(enum clause_sort sort, enum qualifier qualifier, uint32_t asserters, struct query_value value)
{
    static uint64_t records[SET_WORDS];
    struct clause clause = {
        .sort = (uint8_t)sort, .qualifier = (uint16_t)qualifier, .value_count = 1};
    const struct intv_query query = {.catalogue = catalogue,
                                     .clauses = &clause,
                                     .clause_count = 1,
                                     .values = &value,
                                     .value_count = 1,
                                     .asserters = asserters};
    memset(records, 0, sizeof(records));
    ck_assert_int_eq(filter_records(&query, 0, records), INTV_OK);
    return records;
}

static uint32_t
assert_same(const bool *expected, const uint64_t *found, enum qualifier qualifier, const char *what)
{
    uint32_t count = 0;
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        if (expected[record] != bits_hold(found, record))
            ck_abort_msg("%s:%s is wrong for %s", QUALIFIERS[qualifier].name[0], what,
                         intv_record_get_id(catalogue, record));
        count += expected[record];
    }
    return count;
}

/* The filter finds what the walk finds; how many. */
static uint32_t
assert_filter(enum qualifier qualifier, uint32_t asserters, struct query_value value,
              const char *what)
{
    static naive_records expected;
    const struct naive naive = {catalogue, qualifier, asserters};
    naive_filter(&naive, &value, expected);
    return assert_same(expected, ask(CLAUSE_FILTER, qualifier, asserters, value), qualifier, what);
}

static bool
has_field(unsigned qualifier)
{
    return QUALIFIERS[qualifier].field != FIELD_COUNT &&
           QUALIFIERS[qualifier].reading != READS_BACK;
}

/* ---- values ---- */

static void
mark_values(enum qualifier qualifier, bool *values)
{
    uint32_t count = 0;
    const struct intv_query query = {.catalogue = catalogue, .asserters = ASSERTERS_ALL};
    const struct look look = look_for(&query, qualifier);
    const uint32_t *facts = look_facts(&look, &count);
    memset(values, 0, sizeof(naive_records));
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t target = intv_fact_get_target(catalogue, facts[i]);
        for (uint32_t k = 0; k < intv_record_get_ancestor_count(catalogue, target); k++)
            values[intv_record_get_ancestor(catalogue, target, k)] = true;
    }
}

START_TEST(filter_of_every_record_finds_what_states_it_or_a_narrower_one)
{
    static naive_records values;
    uint32_t asked = 0;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        if (QUALIFIERS[i].reading != READS_RECORDS)
            continue;
        mark_values((enum qualifier)i, values);
        for (uint32_t record = 0; record < catalogue->record_count; record++) {
            const struct query_value value = {.sort = QUERY_RECORD, .record = record};
            if (!values[record])
                continue;
            const uint32_t asserters = ASSERTERS[asked++ % ASSERTERS_COUNT];
            const uint32_t all = assert_filter((enum qualifier)i, ASSERTERS_ALL, value,
                                               intv_record_get_id(catalogue, record));
            ck_assert_uint_ge(all, assert_filter((enum qualifier)i, asserters, value,
                                                 intv_record_get_id(catalogue, record)));
        }
    }
    ck_assert_uint_gt(asked, 1000);
}
END_TEST

START_TEST(filter_of_every_code_finds_what_states_it)
{
    uint32_t found = 0;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        const enum reading reading = QUALIFIERS[i].reading;
        if (reading != READS_CODES && reading != READS_RELATIONS)
            continue;
        const enum code_list list = qualifier_list((enum qualifier)i);
        for (unsigned code = 1; code <= code_count(list); code++)
            for (unsigned k = 0; k < ASSERTERS_COUNT; k++)
                found += assert_filter((enum qualifier)i, ASSERTERS[k],
                                       (struct query_value){.sort = QUERY_CODE, .code = code},
                                       code_name(list, code));
    }
    ck_assert_uint_gt(found, 500);
}
END_TEST

START_TEST(filter_compares_concepts_by_their_order_in_one_scheme)
{
    uint32_t counts[INTV_LESS + 1];
    const uint32_t before_after = intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, "before-after");
    for (unsigned comparison = INTV_AT_LEAST; comparison <= INTV_LESS; comparison++) {
        const struct query_value value = {
            .sort = QUERY_RECORD, .comparison = (uint8_t)comparison, .record = before_after};
        counts[comparison] = assert_filter(QUALIFIER_DESIGN, ASSERTERS_ALL, value, "before-after");
        assert_filter(QUALIFIER_DESIGN, WITHOUT_EDITOR, value, "before-after");
    }
    ck_assert_uint_gt(counts[INTV_AT_LEAST], counts[INTV_MORE]);
    ck_assert_uint_gt(counts[INTV_AT_MOST], counts[INTV_LESS]);
    ck_assert_uint_gt(counts[INTV_MORE], 0);
}
END_TEST

START_TEST(filter_by_a_concept_without_order_finds_nothing)
{
    const uint32_t mixed = intv_catalogue_find(catalogue, INTV_KIND_CONCEPT, "mixed-methods");
    ck_assert_uint_ne(mixed, INTV_NONE);
    for (unsigned comparison = INTV_AT_LEAST; comparison <= INTV_LESS; comparison++)
        ck_assert_uint_eq(assert_filter(QUALIFIER_DESIGN, ASSERTERS_ALL,
                                        (struct query_value){.sort = QUERY_RECORD,
                                                             .comparison = (uint8_t)comparison,
                                                             .record = mixed},
                                        "mixed-methods"),
                          0);
}
END_TEST

START_TEST(filter_of_numbers_finds_what_certainly_overlaps)
{
    uint32_t found = 0;
    uint32_t seed = 1;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        const enum reading reading = QUALIFIERS[i].reading;
        if (!has_field(i) || FIELD_FORMATS[QUALIFIERS[i].field].value == VALUE_WORDING ||
            (reading != READS_NUMBERS && reading != READS_AGES && reading != READS_PRICES &&
             reading != READS_EUROS && reading != READS_TIMES))
            continue;
        for (unsigned turn = 0; turn < 60; turn++) {
            seed = seed * 1103515245 + 12345;
            const int64_t low = seed >> 16 & (turn % 2 == 0 ? 0x1F : 0xFFFF);
            const int64_t width = turn % 3 == 0 ? 0 : turn % 3 == 1 ? turn : INT64_MAX - low;
            const struct query_value value = {.sort = QUERY_QUANTITY,
                                              .low = turn % 7 == 0 ? 0 : low,
                                              .high = low + width,
                                              .code = turn % 5 == 4 ? turn % 4 : 0};
            found += assert_filter((enum qualifier)i, ASSERTERS[turn % ASSERTERS_COUNT], value,
                                   "number");
        }
    }
    ck_assert_uint_gt(found, 100);
}
END_TEST

START_TEST(filter_of_dates_finds_what_certainly_lies_in_them)
{
    static const int64_t TIMES[][2] = {{20210101, 20211231}, {20210301, 20210331},
                                       {0, 20191231},        {20200101, INT64_MAX},
                                       {20180101, 20211231}, {20211119, 20211119}};
    uint32_t found = 0;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (size_t k = 0;
             QUALIFIERS[i].reading == READS_DATES && k < sizeof(TIMES) / sizeof(*TIMES); k++)
            found += assert_filter(
                (enum qualifier)i, ASSERTERS[k % ASSERTERS_COUNT],
                (struct query_value){.sort = QUERY_DATE, .low = TIMES[k][0], .high = TIMES[k][1]},
                "date");
    ck_assert_uint_gt(found, 100);
}
END_TEST

/* How many records a whole query finds. */
static size_t
count_found(const char *text)
{
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    ck_assert_int_eq(intv_query_parse(catalogue, text, strlen(text), INTV_STRICT, &query, NULL),
                     INTV_OK);
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    const size_t count = intv_search_get_total(search);
    intv_search_free(search);
    intv_query_free(query);
    return count;
}

#define PUBLISHED(id, date)                                                                        \
    "<source id='" id "' read='whole'><title>T</title><published date='" date "'/></source>"

START_TEST(filter_of_a_month_ends_on_its_last_day)
{
    LOAD_GOOD(PUBLISHED("a", "2018-09") PUBLISHED("b", "2015-02") PUBLISHED("c", "2016-02")
                  PUBLISHED("d", "2018-12") PUBLISHED("e", "2016-02-29"));
    ck_assert_uint_eq(count_found("jaar:2018-09"), 1);
    ck_assert_uint_eq(count_found("jaar:2015-02"), 1);
    ck_assert_uint_eq(count_found("jaar:2016-02"), 2);
    ck_assert_uint_eq(count_found("jaar:2018-12"), 1);
    ck_assert_uint_eq(count_found("jaar:<2018-10"), 4);
    ck_assert_uint_eq(count_found("jaar:<=2018-09"), 4);
    ck_assert_uint_eq(count_found("jaar:2018-09-30"), 0);
    ck_assert_uint_eq(count_found("jaar:2018-08"), 0);
}
END_TEST

START_TEST(filter_of_every_month_finds_what_is_of_that_month)
{
    char document[4000] = OPENING;
    for (unsigned month = 1; month <= 12; month++) {
        const size_t length = strlen(document);
        snprintf(document + length, sizeof(document) - length, PUBLISHED("m%u", "2023-%02u"), month,
                 month);
    }
    strcat(document, CLOSING);
    load_good(document);
    for (unsigned month = 1; month <= 12; month++) {
        char text[20];
        snprintf(text, sizeof(text), "jaar:2023-%02u", month);
        ck_assert_uint_eq(count_found(text), 1);
    }
}
END_TEST

START_TEST(filter_of_a_language_finds_what_states_it)
{
    for (unsigned k = 0; k < ASSERTERS_COUNT; k++)
        assert_filter(QUALIFIER_LANGUAGE, ASSERTERS[k],
                      (struct query_value){.sort = QUERY_TEXT, .written = text_of("NL")}, "NL");
}
END_TEST

/* ---- stated, marked, unknown ---- */

START_TEST(filter_has_finds_what_states_something)
{
    static naive_records expected;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (unsigned k = 0; k < ASSERTERS_COUNT && has_field(i); k++) {
            const struct naive naive = {catalogue, (enum qualifier)i, ASSERTERS[k]};
            if (i == QUALIFIER_COUNTRY)
                continue;
            naive_silence(&naive, INTV_STATED, expected);
            assert_same(expected,
                        ask(CLAUSE_HAS, (enum qualifier)i, ASSERTERS[k], (struct query_value){0}),
                        (enum qualifier)i, "has");
        }
}
END_TEST

START_TEST(filter_of_silence_finds_the_marks)
{
    static const enum intv_silence CAUSES[] = {INTV_SILENCE_NONE, INTV_NOT_READ, INTV_SEARCHED};
    static naive_records expected;
    uint32_t found = 0;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (unsigned k = 0; k < 3 * ASSERTERS_COUNT && has_field(i); k++) {
            const struct naive naive = {catalogue, (enum qualifier)i, ASSERTERS[k / 3]};
            const struct query_value value = {.sort = QUERY_SILENCE,
                                              .code = (uint32_t)CAUSES[k % 3] - 1};
            naive_silence(&naive, CAUSES[k % 3], expected);
            found +=
                assert_same(expected, ask(CLAUSE_SILENT, (enum qualifier)i, naive.asserters, value),
                            (enum qualifier)i, "silence");
        }
    ck_assert_uint_gt(found, 20);
}
END_TEST

START_TEST(filter_of_unknown_finds_what_may_state_it_and_says_nothing)
{
    static naive_records stated;
    static naive_records none;
    static naive_records expected;
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (unsigned k = 0; k < ASSERTERS_COUNT && has_field(i); k++) {
            const struct naive naive = {catalogue, (enum qualifier)i, ASSERTERS[k]};
            if (i == QUALIFIER_COUNTRY)
                continue;
            naive_silence(&naive, INTV_STATED, stated);
            naive_silence(&naive, INTV_SILENCE_NONE, none);
            for (uint32_t record = 0; record < catalogue->record_count; record++)
                expected[record] =
                    !stated[record] && !none[record] && naive_may_have(&naive, record);
            assert_same(expected,
                        ask(CLAUSE_SILENT, (enum qualifier)i, ASSERTERS[k],
                            (struct query_value){.sort = QUERY_SILENCE}),
                        (enum qualifier)i, "unknown");
        }
}
END_TEST

START_TEST(filter_sets_of_the_index_and_facts_say_the_same)
{
    static uint64_t records[2][SET_WORDS];
    const struct intv_query query = {.catalogue = catalogue, .asserters = ASSERTERS_ALL};
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        if (!has_field(i))
            continue;
        struct look look = look_for(&query, (enum qualifier)i);
        for (unsigned turn = 0; turn < 2; turn++) {
            look.walks = turn == 1;
            memset(records[turn], 0, sizeof(records[turn]));
            look_add_stated(&look, records[turn]);
        }
        ck_assert_msg(memcmp(records[0], records[1], sizeof(records[0])) == 0, "%s differs",
                      QUALIFIERS[i].name[0]);
    }
}
END_TEST

/* ---- what is no field ---- */

START_TEST(filter_of_a_country_takes_what_states_none_for_dutch)
{
    const struct query_value dutch = {.sort = QUERY_TEXT, .written = text_of("nl")};
    const struct query_value belgian = {.sort = QUERY_TEXT, .written = text_of("BE")};
    LOAD_GOOD("<organisation id='here'><name>H</name></organisation>"
              "<organisation id='there' country='BE'><name>T</name></organisation>"
              "<source id='book' read='whole'><title>B</title></source>");
    const uint32_t here = intv_catalogue_find(catalogue, INTV_KIND_ORGANISATION, "here");
    const uint32_t there = intv_catalogue_find(catalogue, INTV_KIND_ORGANISATION, "there");
    const uint64_t *found = ask(CLAUSE_FILTER, QUALIFIER_COUNTRY, ASSERTERS_ALL, dutch);
    ck_assert_uint_eq(found[0], UINT64_C(1) << here);
    found = ask(CLAUSE_FILTER, QUALIFIER_COUNTRY, ASSERTERS_ALL, belgian);
    ck_assert_uint_eq(found[0], UINT64_C(1) << there);
    found = ask(CLAUSE_SILENT, QUALIFIER_COUNTRY, ASSERTERS_ALL,
                (struct query_value){.sort = QUERY_SILENCE});
    ck_assert_uint_eq(found[0], 0);
}
END_TEST

START_TEST(filter_of_an_asserter_finds_records_with_its_claims)
{
    static naive_records expected;
    for (unsigned code = 1; code <= code_count(LIST_ASSERTER); code++) {
        const char *name = code_name(LIST_ASSERTER, code);
        memset(expected, 0, sizeof(expected));
        for (uint32_t fact = 0; fact < catalogue->fact_count; fact++)
            if (strcmp(intv_fact_get_asserter(catalogue, fact), name) == 0)
                expected[intv_fact_get_record(catalogue, fact)] = true;
        ck_assert_uint_gt(assert_same(expected,
                                      ask(CLAUSE_FILTER, QUALIFIER_ASSERTER, ASSERTERS_ALL,
                                          (struct query_value){.sort = QUERY_CODE, .code = code}),
                                      QUALIFIER_ASSERTER, name),
                          0);
    }
}
END_TEST

START_TEST(filter_of_a_source_finds_claims_from_it_or_read_in_it)
{
    static naive_records expected;
    const uint32_t source = intv_catalogue_find(catalogue, INTV_KIND_SOURCE, "szw-2021");
    ck_assert_uint_ne(source, INTV_NONE);
    memset(expected, 0, sizeof(expected));
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++)
        if (intv_fact_get_source(catalogue, fact) == source ||
            intv_fact_get_via(catalogue, fact) == source)
            expected[intv_fact_get_record(catalogue, fact)] = true;
    ck_assert_uint_gt(assert_same(expected,
                                  ask(CLAUSE_FILTER, QUALIFIER_SOURCE, ASSERTERS_ALL,
                                      (struct query_value){.sort = QUERY_RECORD, .record = source}),
                                  QUALIFIER_SOURCE, "szw-2021"),
                      0);
}
END_TEST

START_TEST(filter_of_evaluations_finds_what_they_evaluate)
{
    static naive_records all;
    static naive_records expected;
    const struct naive naive = {catalogue, QUALIFIER_EVALUATION, ASSERTERS_ALL};
    memset(all, 0, sizeof(all));
    for (uint32_t i = 0; i < intv_catalogue_get_record_count(catalogue, INTV_KIND_EVALUATION);
         i++) {
        const uint32_t record = intv_catalogue_get_record(catalogue, INTV_KIND_EVALUATION, i);
        memset(expected, 0, sizeof(expected));
        naive_add_targets(&naive, record, FIELD_EVALUATES, expected);
        naive_add_targets(&naive, record, FIELD_EVALUATES, all);
        assert_same(expected,
                    ask(CLAUSE_FILTER, QUALIFIER_EVALUATION, ASSERTERS_ALL,
                        (struct query_value){.sort = QUERY_RECORD, .record = record}),
                    QUALIFIER_EVALUATION, intv_record_get_id(catalogue, record));
    }
    ck_assert_uint_gt(
        assert_same(all,
                    ask(CLAUSE_HAS, QUALIFIER_EVALUATION, ASSERTERS_ALL, (struct query_value){0}),
                    QUALIFIER_EVALUATION, "has"),
        10);
}
END_TEST

START_TEST(filter_of_a_kind_finds_its_records)
{
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        const uint64_t *found = ask(CLAUSE_KIND, QUALIFIER_KIND, ASSERTERS_ALL,
                                    (struct query_value){.sort = QUERY_KIND, .code = kind});
        for (uint32_t record = 0; record < catalogue->record_count; record++)
            ck_assert_int_eq(bits_hold(found, record),
                             (unsigned)intv_record_get_kind(catalogue, record) == kind);
    }
}
END_TEST

/* ---- what contradicts, and what a lenient load left out ---- */

#define GROUPS                                                                                     \
    "<scheme id='target-group'><label>g</label></scheme>"                                          \
    "<concept id='parents' scheme='target-group'><label>parents</label></concept>"

static int
found_by_silence(enum qualifier qualifier, unsigned cause)
{
    const uint32_t talk = intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, "talk");
    return bits_hold(ask(CLAUSE_SILENT, qualifier, ASSERTERS_ALL,
                         (struct query_value){.sort = QUERY_SILENCE, .code = cause}),
                     talk);
}

START_TEST(filter_of_a_mark_finds_it_beside_a_value_too)
{
    LOAD_GOOD("<source id='report' read='section'><title>R</title></source>" PROGRAMME(
        "<cost value='100' per='group'/>"
        "<cost source='report'><not-stated cause='not-read'/></cost>"));
    ck_assert_int_eq(found_by_silence(QUALIFIER_COST, SILENCE_NOT_READ), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_COST, CODE_NOT_STATED), 0);
}
END_TEST

START_TEST(filter_of_unknown_does_not_find_an_explicit_none)
{
    LOAD_GOOD(PROGRAMME("<cost><not-stated cause='none'/></cost>"
                        "<sessions><not-stated cause='searched'/></sessions>"));
    ck_assert_int_eq(found_by_silence(QUALIFIER_COST, SILENCE_NONE), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_COST, CODE_NOT_STATED), 0);
    ck_assert_int_eq(found_by_silence(QUALIFIER_SESSIONS, SILENCE_SEARCHED), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_SESSIONS, CODE_NOT_STATED), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_DURATION, CODE_NOT_STATED), 1);
}
END_TEST

static void
load_leniently(const char *document)
{
    start_again();
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_OK);
    add_document("test.xml", document);
    ck_assert_int_eq(load(), INTV_OK);
    ck_assert_int_eq(intv_catalogue_is_incomplete(catalogue), 1);
}

START_TEST(filter_of_unknown_does_not_find_what_was_left_out)
{
    load_leniently(OPENING GROUPS PROGRAMME("<target-group concept='nobody'/>") CLOSING);
    ck_assert_int_eq(found_by_silence(QUALIFIER_TARGET_GROUP, SILENCE_DROPPED), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_TARGET_GROUP, CODE_NOT_STATED), 0);
    /* What was left out of a group may have been its ages; a setting it cannot have been. */
    ck_assert_int_eq(found_by_silence(QUALIFIER_AGES, SILENCE_DROPPED), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_AGES, CODE_NOT_STATED), 0);
    ck_assert_int_eq(found_by_silence(QUALIFIER_SETTING, SILENCE_DROPPED), 0);
    ck_assert_int_eq(found_by_silence(QUALIFIER_SETTING, CODE_NOT_STATED), 1);
}
END_TEST

START_TEST(filter_of_unknown_does_not_find_research_that_may_be_lost)
{
    load_leniently(OPENING PROGRAMME("") "<evaluation id='e' status='gone'><title>E</title>"
                                         "<evaluates ref='talk'/></evaluation>" CLOSING);
    ck_assert_int_eq(found_by_silence(QUALIFIER_DESIGN, SILENCE_DROPPED), 1);
    ck_assert_int_eq(found_by_silence(QUALIFIER_DESIGN, CODE_NOT_STATED), 0);
    ck_assert_int_eq(found_by_silence(QUALIFIER_EVALUATION, CODE_NOT_STATED), 0);
    ck_assert_uint_eq(count_found("evaluatie:onbekend"), 0);
    ck_assert_uint_eq(count_found("bron:onbekend"), 0);
}
END_TEST

START_TEST(filter_of_unknown_research_finds_what_none_is_of)
{
    LOAD_GOOD(
        PROGRAMME("") "<intervention id='b' kind='intervention' "
                      "asserted-by='editor'><name>B</name></intervention>"
                      "<evaluation id='e' status='published' asserted-by='editor'><title>E</title>"
                      "<evaluates ref='talk'/></evaluation>");
    ck_assert_uint_eq(count_found("evaluatie:onbekend"), 1);
    ck_assert_uint_eq(count_found("evaluatie:onbekend id:b"), 1);
    ck_assert_uint_eq(count_found("rating:unknown"), 2);
    ck_assert_uint_eq(count_found("evaluatie:onbekend OF heeft:evaluatie"), 2);
    ck_assert_uint_eq(count_found("bron:onbekend id:b"), 1);
}
END_TEST

/* ---- facets that others may ask with ---- */

START_TEST(facet_writes_an_id_that_several_kinds_bear_with_its_kind)
{
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    struct intv_facets *facets = NULL;
    LOAD_GOOD(PROGRAMME("") "<organisation id='talk'><name>T</name></organisation>"
                            "<organisation id='other'><name>O</name></organisation>"
                            "<source id='book' read='whole'><title>B</title></source>"
                            "<policy-statement id='p' source='book'><statement "
                            "asserted-by='policy' source='book'><wording>S</wording></statement>"
                            "<about ref='intervention:talk'/>"
                            "<about ref='organisation:other'/></policy-statement>"
                            "<policy-statement id='q' source='book'><statement "
                            "asserted-by='policy' source='book'><wording>S</wording></statement>"
                            "<about ref='organisation:talk'/></policy-statement>");
    ck_assert_int_eq(intv_query_parse(catalogue, "id:p,q", 6, INTV_STRICT, &query, NULL), INTV_OK);
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    ck_assert_int_eq(intv_facets_new(search, "over", &facets, NULL), INTV_OK);
    ck_assert_uint_eq(intv_facets_get_value_count(facets, 0), 3);
    ck_assert_str_eq(intv_facets_get_value(facets, 0, 0), "intervention:talk");
    ck_assert_str_eq(intv_facets_get_value(facets, 0, 1), "organisation:talk");
    ck_assert_str_eq(intv_facets_get_value(facets, 0, 2), "other");
    ck_assert_uint_eq(count_found("over:talk"), 2);
    ck_assert_uint_eq(count_found("over:intervention:talk"), 1);
    intv_facets_free(facets);
    intv_search_free(search);
    intv_query_free(query);
}
END_TEST

/* ---- facets ---- */

static struct intv_facets *
count_facet(enum qualifier qualifier, uint32_t asserters, const uint64_t *records)
{
    const struct facets_of of = {catalogue, asserters, records};
    struct intv_facets *facets = memory_new(1, sizeof(*facets));
    facets->catalogue = intv_catalogue_ref(catalogue);
    facets->facets = memory_new(1, sizeof(*facets->facets));
    facets->count = 1;
    facets->facets[0].qualifier = qualifier;
    facets->total = bits_count(records, bits_words(catalogue->record_count));
    ck_assert_int_eq(facets_count(facets, 0, &of), INTV_OK);
    return facets;
}

/* A filter that asks for just the value of a facet. */
static struct query_value
value_of_facet(const struct intv_facets *facets, size_t value)
{
    const struct facet_value *row = &facets->facets[0].values[value];
    const enum reading reading = QUALIFIERS[facets->facets[0].qualifier].reading;
    if (row->record != INTV_NONE)
        return (struct query_value){.sort = QUERY_RECORD, .record = row->record};
    if (reading == READS_DATES)
        return (struct query_value){.sort = QUERY_DATE,
                                    .low = row->code * INT64_C(10000) + 101,
                                    .high = row->code * INT64_C(10000) + 1231};
    if (reading == READS_COUNTRIES)
        return (struct query_value){.sort = QUERY_TEXT, .written = text_of(row->written)};
    return (struct query_value){.sort = QUERY_CODE, .code = row->code};
}

static uint32_t
count_in(const bool *records, const uint64_t *within)
{
    uint32_t count = 0;
    for (uint32_t record = 0; record < catalogue->record_count; record++)
        count += records[record] && bits_hold(within, record);
    return count;
}

static void
assert_values(const struct intv_facets *facets, uint32_t asserters, const uint64_t *within)
{
    static naive_records expected;
    const struct facet *facet = &facets->facets[0];
    const struct naive naive = {catalogue, facet->qualifier, asserters};
    for (size_t i = 0; i < facet->value_count; i++) {
        const struct query_value value = value_of_facet(facets, i);
        naive_filter(&naive, &value, expected);
        ck_assert_msg(count_in(expected, within) == facet->values[i].count, "%s:%s %u",
                      QUALIFIERS[facet->qualifier].name[0], facet->values[i].written,
                      facet->values[i].count);
        ck_assert_uint_gt(facet->values[i].count, 0);
        if (i > 0)
            ck_assert(facet->values[i - 1].count > facet->values[i].count ||
                      (facet->values[i - 1].count == facet->values[i].count &&
                       strcmp(facet->values[i - 1].written, facet->values[i].written) <= 0));
    }
}

static void
assert_parts(const struct intv_facets *facets, uint32_t asserters, const uint64_t *within)
{
    static naive_records stated;
    static naive_records none;
    const struct facet *facet = &facets->facets[0];
    const struct naive naive = {catalogue, facet->qualifier, asserters};
    size_t parts[4] = {0};
    naive_silence(&naive, INTV_STATED, stated);
    naive_silence(&naive, INTV_SILENCE_NONE, none);
    for (uint32_t record = 0; record < catalogue->record_count; record++)
        if (bits_hold(within, record))
            parts[stated[record] ? 0 : none[record] ? 1 : naive_may_have(&naive, record) ? 2 : 3]++;
    ck_assert_uint_eq(facet->stated, parts[0]);
    ck_assert_uint_eq(facet->none, parts[1]);
    ck_assert_uint_eq(facet->not_stated, parts[2]);
    ck_assert_uint_eq(facet->not_applicable, parts[3]);
    ck_assert_uint_eq(facet->dropped, 0);
    ck_assert_uint_eq(facets->total, parts[0] + parts[1] + parts[2] + parts[3]);
}

/* No value that a record of the result states is missing: each of them is reached by some fact. */
static void
assert_nothing_missing(const struct intv_facets *facets, uint32_t asserters, const uint64_t *within)
{
    static naive_records values;
    static naive_records expected;
    const struct facet *facet = &facets->facets[0];
    const struct naive naive = {catalogue, facet->qualifier, asserters};
    size_t count = 0;
    if (QUALIFIERS[facet->qualifier].reading != READS_RECORDS)
        return;
    mark_values(facet->qualifier, values);
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        const struct query_value value = {.sort = QUERY_RECORD, .record = record};
        if (!values[record])
            continue;
        naive_filter(&naive, &value, expected);
        count += count_in(expected, within) > 0;
    }
    ck_assert_uint_eq(count, facet->value_count);
}

static void
assert_facets(const uint64_t *within)
{
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++) {
        if (!facets_can_count((enum qualifier)i) || i == QUALIFIER_KIND || i == QUALIFIER_COUNTRY)
            continue;
        const uint32_t asserters = ASSERTERS[i % 2];
        struct intv_facets *facets = count_facet((enum qualifier)i, asserters, within);
        assert_values(facets, asserters, within);
        assert_parts(facets, asserters, within);
        assert_nothing_missing(facets, asserters, within);
        intv_facets_free(facets);
    }
}

START_TEST(facets_of_everything_equal_a_walk)
{
    static uint64_t within[SET_WORDS];
    bits_add_range(within, 0, catalogue->record_count);
    assert_facets(within);
}
END_TEST

START_TEST(facets_of_a_small_result_equal_a_walk)
{
    static uint64_t within[SET_WORDS];
    const uint32_t first = catalogue->header->kind_first[KIND_INTERVENTION];
    for (uint32_t i = 0; i < 19; i++)
        bits_add(within, first + 3 * i);
    assert_facets(within);
}
END_TEST

START_TEST(facet_of_kinds_counts_records_of_each)
{
    static uint64_t within[SET_WORDS];
    for (uint32_t record = 0; record < catalogue->record_count; record += 3)
        bits_add(within, record);
    struct intv_facets *facets = count_facet(QUALIFIER_KIND, ASSERTERS_ALL, within);
    size_t sum = 0;
    for (size_t i = 0; i < facets->facets[0].value_count; i++) {
        const struct facet_value *row = &facets->facets[0].values[i];
        size_t count = 0;
        for (uint32_t record = 0; record < catalogue->record_count; record += 3)
            count += (unsigned)intv_record_get_kind(catalogue, record) == row->code;
        ck_assert_uint_eq(row->count, count);
        sum += count;
    }
    ck_assert_uint_eq(sum, facets->total);
    ck_assert_uint_eq(facets->facets[0].stated, facets->total);
    intv_facets_free(facets);
}
END_TEST

START_TEST(facet_of_countries_counts_what_states_none_as_dutch)
{
    LOAD_GOOD("<organisation id='a'><name>A</name></organisation>"
              "<organisation id='b' country='BE'><name>B</name></organisation>"
              "<organisation id='c' country='NL'><name>C</name></organisation>"
              "<organisation id='d'><name>D</name></organisation>"
              "<source id='book' read='whole'><title>B</title></source>");
    const uint64_t within = (UINT64_C(1) << catalogue->record_count) - 1;
    struct intv_facets *facets = count_facet(QUALIFIER_COUNTRY, ASSERTERS_ALL, &within);
    const struct facet *facet = &facets->facets[0];
    ck_assert_uint_eq(facet->value_count, 2);
    ck_assert_str_eq(facet->values[0].written, "NL");
    ck_assert_uint_eq(facet->values[0].count, 3);
    ck_assert_str_eq(facet->values[1].written, "BE");
    ck_assert_uint_eq(facet->values[1].count, 1);
    ck_assert_uint_eq(facet->stated, 4);
    ck_assert_uint_eq(facet->not_applicable, 1);
    intv_facets_free(facets);
}
END_TEST

START_TEST(facet_counts_what_was_left_out_apart)
{
    load_leniently(OPENING GROUPS PROGRAMME(
        "<target-group concept='nobody'/>") "<intervention id='b' kind='intervention' "
                                            "asserted-by='editor'><name>B</name><target-group>"
                                            "<not-stated cause='none'/></target-group>"
                                            "</intervention>"
                                            "<intervention id='c' "
                                            "kind='intervention'><name>C</name>"
                                            "</intervention>" CLOSING);
    const uint64_t within = (UINT64_C(1) << catalogue->record_count) - 1;
    struct intv_facets *facets = count_facet(QUALIFIER_TARGET_GROUP, ASSERTERS_ALL, &within);
    ck_assert_uint_eq(facets->facets[0].stated, 0);
    ck_assert_uint_eq(facets->facets[0].dropped, 1);
    ck_assert_uint_eq(facets->facets[0].none, 1);
    ck_assert_uint_eq(facets->facets[0].not_stated, 1);
    ck_assert_uint_eq(facets->facets[0].not_applicable, catalogue->record_count - 3);
    intv_facets_free(facets);
}
END_TEST

START_TEST(facets_that_cannot_be_counted_are_texts_and_numbers)
{
    ck_assert(!facets_can_count(QUALIFIER_NAME));
    ck_assert(!facets_can_count(QUALIFIER_AUTHOR));
    ck_assert(!facets_can_count(QUALIFIER_COST));
    ck_assert(!facets_can_count(QUALIFIER_AGES));
    ck_assert(!facets_can_count(QUALIFIER_DOI));
    ck_assert(!facets_can_count(QUALIFIER_LANGUAGE));
    ck_assert(facets_can_count(QUALIFIER_TARGET_GROUP));
}
END_TEST

int
main(void)
{
    const TTest *const OVER_ALL[] = {
        filter_of_every_record_finds_what_states_it_or_a_narrower_one,
        filter_of_every_code_finds_what_states_it,
        filter_compares_concepts_by_their_order_in_one_scheme,
        filter_by_a_concept_without_order_finds_nothing,
        filter_of_numbers_finds_what_certainly_overlaps,
        filter_of_dates_finds_what_certainly_lies_in_them,
        filter_of_a_language_finds_what_states_it,
        filter_has_finds_what_states_something,
        filter_of_silence_finds_the_marks,
        filter_of_unknown_finds_what_may_state_it_and_says_nothing,
        filter_sets_of_the_index_and_facts_say_the_same,
        filter_of_an_asserter_finds_records_with_its_claims,
        filter_of_a_source_finds_claims_from_it_or_read_in_it,
        filter_of_evaluations_finds_what_they_evaluate,
        filter_of_a_kind_finds_its_records,
        facets_of_everything_equal_a_walk,
        facets_of_a_small_result_equal_a_walk,
        facet_of_kinds_counts_records_of_each,
    };
    const TTest *const SMALL[] = {
        filter_of_a_month_ends_on_its_last_day,
        filter_of_every_month_finds_what_is_of_that_month,
        filter_of_a_country_takes_what_states_none_for_dutch,
        filter_of_a_mark_finds_it_beside_a_value_too,
        filter_of_unknown_does_not_find_an_explicit_none,
        filter_of_unknown_does_not_find_what_was_left_out,
        filter_of_unknown_does_not_find_research_that_may_be_lost,
        filter_of_unknown_research_finds_what_none_is_of,
        facet_writes_an_id_that_several_kinds_bear_with_its_kind,
        facet_of_countries_counts_what_states_none_as_dutch,
        facet_counts_what_was_left_out_apart,
        facets_that_cannot_be_counted_are_texts_and_numbers,
    };
    Suite *suite = suite_create("filters");
    TCase *over_all = tcase_create("over all");
    TCase *small = tcase_create("small");
    tcase_add_checked_fixture(over_all, open_builtin, free_loader);
    tcase_add_checked_fixture(small, make_loader, free_loader);
    for (size_t i = 0; i < sizeof(OVER_ALL) / sizeof(OVER_ALL[0]); i++)
        tcase_add_test(over_all, OVER_ALL[i]);
    for (size_t i = 0; i < sizeof(SMALL) / sizeof(SMALL[0]); i++)
        tcase_add_test(small, SMALL[i]);
    tcase_set_timeout(over_all, 60);
    suite_add_tcase(suite, over_all);
    suite_add_tcase(suite, small);
    return run_suite(suite);
}
