/* SPDX-License-Identifier: EUPL-1.2 */
/* Trees of queries: compared, and made at random from a seed. */
#ifndef TESTS_QUERY_TREES_H
#define TESTS_QUERY_TREES_H

#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "index/names.h"
#include "query/print.h"
#include "query/query.h"
#include "query/values.h"
#include "text/analysis.h"
#include "text/stop_words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* Numbers that are the same on every machine (xorshift64*). */
static inline uint64_t
next_number(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(2685821657736338717);
}

static inline unsigned
below(uint64_t *state, size_t end)
{
    return (unsigned)(next_number(state) >> 33) % (unsigned)end;
}

/* ---- comparing ---- */

static inline bool
values_agree(const struct query_value *one, const struct query_value *other)
{
    return one->sort == other->sort && one->comparison == other->comparison &&
           one->low_bound == other->low_bound && one->high_bound == other->high_bound &&
           one->record == other->record && one->code == other->code && one->low == other->low &&
           one->high == other->high &&
           (one->sort != QUERY_TEXT || text_equals(one->written, other->written));
}

static inline bool
clauses_agree(const struct intv_query *one, uint32_t a, const struct intv_query *other, uint32_t b)
{
    const struct clause *left = &one->clauses[a];
    const struct clause *right = &other->clauses[b];
    if (left->sort != right->sort || left->is_compound != right->is_compound ||
        left->qualifier != right->qualifier || left->word_count != right->word_count ||
        left->value_count != right->value_count)
        return false;
    for (uint32_t i = 0; i < left->word_count; i++)
        if (!text_equals(one->words[left->word_first + i].folded,
                         other->words[right->word_first + i].folded) ||
            one->words[left->word_first + i].is_stop_word !=
                other->words[right->word_first + i].is_stop_word)
            return false;
    for (uint32_t i = 0; i < left->value_count; i++)
        if (!values_agree(&one->values[left->value_first + i],
                          &other->values[right->value_first + i]))
            return false;
    uint32_t i = left->first;
    uint32_t j = right->first;
    for (; i != INTV_NONE && j != INTV_NONE; i = one->clauses[i].next, j = other->clauses[j].next)
        if (!clauses_agree(one, i, other, j))
            return false;
    return i == j;
}

static inline bool
queries_agree(const struct intv_query *one, const struct intv_query *other)
{
    return one->asserters == other->asserters && clauses_agree(one, 0, other, 0);
}

/* ---- what must be true of every query ---- */

/* An assertion that the test library need not hear of when it holds, for loops of millions. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ck_abort_msg("%s:%d: %s", __FILE__, __LINE__, #condition);                             \
    } while (0)

/* Number of clauses that are reached; each once, behind its parent, and well made. */
static inline size_t
check_clause(const struct intv_query *query, uint32_t index)
{
    const struct clause *clause = &query->clauses[index];
    size_t children = 0;
    size_t reached = 1;
    REQUIRE(index < query->clause_count);
    REQUIRE(((size_t)clause->start + clause->length) <= query->source_length);
    REQUIRE(((size_t)clause->word_first + clause->word_count) <= query->word_count);
    REQUIRE(((size_t)clause->value_first + clause->value_count) <= query->value_count);
    for (uint32_t i = 0; i < clause->word_count; i++) {
        const struct query_word *word = &query->words[clause->word_first + i];
        REQUIRE(((size_t)word->start + word->length) <= query->source_length);
        REQUIRE((word->folded.length) > 0);
    }
    for (uint32_t i = clause->first; i != INTV_NONE; i = query->clauses[i].next) {
        REQUIRE(i > index);
        REQUIRE(index == 0 || query->clauses[i].sort != clause->sort || clause->sort == CLAUSE_NOT);
        children++;
        reached += check_clause(query, i);
    }
    const bool is_text = clause->sort >= CLAUSE_WORD && clause->sort <= CLAUSE_PHRASE;
    const bool has_values = clause->sort == CLAUSE_FILTER || clause->sort == CLAUSE_SILENT ||
                            clause->sort == CLAUSE_KIND;
    REQUIRE(is_text == (clause->word_count > 0));
    REQUIRE(has_values == (clause->value_count > 0));
    REQUIRE(clause->sort == CLAUSE_PHRASE || clause->word_count <= 1);
    REQUIRE(clause->sort != CLAUSE_NOT || children == 1);
    REQUIRE(clause->sort != CLAUSE_ANY || children >= 2);
    REQUIRE(clause->sort != CLAUSE_ALL || index == 0 || children >= 2);
    return reached;
}

static inline void
check_query(const struct intv_query *query)
{
    REQUIRE((query->clauses[0].sort) == CLAUSE_ALL);
    REQUIRE((check_clause(query, 0)) == query->clause_count);
}

/* ---- making ---- */

struct making
{
    struct intv_query *query;
    uint64_t state;
    unsigned clauses_left;
};

static const char *const RANDOM_WORDS[] = {"ouders",
                                           "weerbaarheid",
                                           "OF",
                                           "EN",
                                           "NIET",
                                           "OR",
                                           "and",
                                           "de",
                                           "het",
                                           "caf\u00E9",
                                           "ca\u0308f",
                                           "IJsland",
                                           "foto's",
                                           "o.a.",
                                           "A.I.V.D.",
                                           "12",
                                           "100.000,01",
                                           "Stra\u00DFe",
                                           "\u0133sbeer",
                                           "radicalisering",
                                           "x",
                                           "Oumnia",
                                           "d'r",
                                           "3d",
                                           "\u65E5\u672C",
                                           "ge\u00EFsoleerd"};

static inline uint32_t
add_clause(struct making *making, struct clause clause)
{
    struct intv_query *query = making->query;
    ck_assert(memory_reserve(&query->clauses, &query->clause_capacity, query->clause_count + 1,
                             sizeof(*query->clauses)));
    clause.first = INTV_NONE;
    clause.next = INTV_NONE;
    query->clauses[query->clause_count] = clause;
    return (uint32_t)query->clause_count++;
}

/* A word of the text, as the analysis gives it. */
static inline void
add_written_word(struct making *making, const char *written)
{
    struct intv_query *query = making->query;
    struct tokens *tokens = NULL;
    const struct token *token = NULL;
    const size_t length = strlen(written);
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    tokens_start(tokens, text_of(written));
    ck_assert_int_eq(tokens_next(tokens, &token), INTV_OK);
    ck_assert_ptr_nonnull(token);
    ck_assert(memory_reserve(&query->source, &query->source_capacity,
                             query->source_length + length + 2, 1));
    ck_assert(memory_reserve(&query->words, &query->word_capacity, query->word_count + 1,
                             sizeof(*query->words)));
    struct query_word *word = &query->words[query->word_count++];
    word->start = (uint32_t)query->source_length + token->start;
    word->length = token->length;
    ck_assert(arena_keep(&query->texts, token->folded, &word->folded));
    word->is_stop_word = stop_word_is(word->folded);
    memcpy(query->source + query->source_length, written, length + 1);
    query->source_length += length;
    tokens_free(tokens);
}

static inline uint32_t
make_words(struct making *making, uint16_t qualifier)
{
    static const char *const PIECES[] = {"mij", "les", "theater", "\u00E9\u00E9n"};
    const unsigned sort = CLAUSE_WORD + below(&making->state, 3);
    const bool is_compound = sort == CLAUSE_PHRASE && below(&making->state, 2) == 0;
    const unsigned count = sort != CLAUSE_PHRASE ? 1
                           : is_compound         ? 2 + below(&making->state, 3)
                                                 : 1 + below(&making->state, 4);
    const uint32_t first = (uint32_t)making->query->word_count;
    for (unsigned i = 0; i < count; i++) {
        const char *word = is_compound ? PIECES[below(&making->state, LENGTH(PIECES))]
                                       : RANDOM_WORDS[below(&making->state, LENGTH(RANDOM_WORDS))];
        /* A comma parts values, so that a word with one is always between quotes there. */
        if (qualifier != QUALIFIER_NONE && sort != CLAUSE_PHRASE && strchr(word, ',') != NULL)
            word = "komma";
        add_written_word(making, word);
    }
    return add_clause(making, (struct clause){.sort = (uint8_t)sort,
                                              .is_compound = is_compound,
                                              .qualifier = qualifier,
                                              .word_first = first,
                                              .word_count = count});
}

static inline void
add_made_value(struct making *making, struct query_value value)
{
    struct intv_query *query = making->query;
    ck_assert(memory_reserve(&query->values, &query->value_capacity, query->value_count + 1,
                             sizeof(*query->values)));
    if (value.written.bytes == NULL)
        value.written = text_of("");
    query->values[query->value_count++] = value;
}

static inline bool
make_record_value(struct making *making, enum qualifier qualifier)
{
    const struct intv_catalogue *records = making->query->catalogue;
    const struct names_filter filter = {qualifier_kinds(qualifier), qualifier_scheme(qualifier)};
    const uint32_t comparisons = qualifier_comparisons(qualifier);
    for (unsigned tries = 0; tries < 5000; tries++) {
        const uint32_t record = below(&making->state, records->record_count);
        if (!names_accepts(records, &filter, record))
            continue;
        const bool may_compare = comparisons != 1 && value_has_order(records, record);
        const uint8_t comparison = may_compare ? (uint8_t)below(&making->state, 5) : INTV_IS;
        add_made_value(
            making,
            (struct query_value){.sort = QUERY_RECORD, .comparison = comparison, .record = record});
        return true;
    }
    return false;
}

static inline struct query_value
made_range(struct making *making, enum reading reading)
{
    const uint64_t most = reading == READS_AGES ? 120 : 100000;
    const int64_t low = (int64_t)(next_number(&making->state) % most);
    const int64_t high = low + (int64_t)(next_number(&making->state) % (most - (uint64_t)low + 1));
    struct query_value value = {.sort = QUERY_QUANTITY,
                                .comparison = (uint8_t)below(&making->state, 5)};
    const bool is_lower = value.comparison == INTV_AT_LEAST || value.comparison == INTV_MORE;
    const bool is_upper = value.comparison == INTV_AT_MOST || value.comparison == INTV_LESS;
    value.low = is_upper ? 0 : low + (value.comparison == INTV_MORE);
    value.high = is_lower ? INT64_MAX : high - (value.comparison == INTV_LESS);
    value.low_bound = is_upper ? BOUND_NONE : BOUND_KNOWN;
    value.high_bound = is_lower ? BOUND_NONE : BOUND_KNOWN;
    if (reading == READS_PRICES)
        value.code = below(&making->state, code_count(LIST_PER) + 1);
    if (reading == READS_TIMES)
        value.code = 1 + below(&making->state, code_count(LIST_UNIT));
    return value;
}

static inline int64_t
made_day(struct making *making, int64_t from)
{
    const int64_t year = from / 10000 + below(&making->state, 30);
    static const unsigned DAYS[] = {101, 1231, 228, 301, 430, 501, 131, 1130, 615};
    return year * 10000 + DAYS[below(&making->state, LENGTH(DAYS))];
}

static inline struct query_value
made_dates(struct making *making)
{
    struct query_value value = {.sort = QUERY_DATE,
                                .comparison = (uint8_t)below(&making->state, 5)};
    const bool is_lower = value.comparison == INTV_AT_LEAST || value.comparison == INTV_MORE;
    const bool is_upper = value.comparison == INTV_AT_MOST || value.comparison == INTV_LESS;
    const int64_t low = made_day(making, 19900000);
    const int64_t high = made_day(making, low);
    value.low = is_upper ? 0 : low;
    value.high = is_lower ? INT64_MAX : high > low ? high : low;
    value.low_bound = is_upper ? BOUND_NONE : BOUND_KNOWN;
    value.high_bound = is_lower ? BOUND_NONE : BOUND_KNOWN;
    return value;
}

static inline bool
make_value(struct making *making, enum qualifier qualifier)
{
    static const char *const TAGS[] = {"nl", "en-GB", "ar"};
    static const char *const COUNTRIES[] = {"NL", "BE", "be"};
    static const char *const LITERALS[] = {
        "https://example.org/a,b?c=d", "10.1000/182", "unknown", "(x)", "OF", "a-b"};
    const enum reading reading = QUALIFIERS[qualifier].reading;
    const unsigned codes = code_count(qualifier_list(qualifier));
    switch (reading) {
    case READS_CODES:
    case READS_RELATIONS:
    case READS_ASSERTERS:
        add_made_value(making, (struct query_value){.sort = QUERY_CODE,
                                                    .code = 1 + below(&making->state, codes)});
        return true;
    case READS_KINDS:
        add_made_value(making, (struct query_value){.sort = QUERY_KIND,
                                                    .code = below(&making->state, KIND_COUNT)});
        return true;
    case READS_DATES:
        add_made_value(making, made_dates(making));
        return true;
    case READS_NUMBERS:
    case READS_AGES:
    case READS_PRICES:
    case READS_EUROS:
    case READS_TIMES:
        add_made_value(making, made_range(making, reading));
        return true;
    case READS_LITERALS:
    case READS_LANGUAGES:
    case READS_COUNTRIES: {
        const char *text = reading == READS_LITERALS    ? LITERALS[below(&making->state, 6)]
                           : reading == READS_LANGUAGES ? TAGS[below(&making->state, 3)]
                                                        : COUNTRIES[below(&making->state, 3)];
        add_made_value(making, (struct query_value){.sort = QUERY_TEXT, .written = text_of(text)});
        return true;
    }
    default:
        return make_record_value(making, qualifier);
    }
}

static inline uint32_t
make_filter(struct making *making, enum qualifier qualifier)
{
    const uint32_t first = (uint32_t)making->query->value_count;
    const bool is_kind = QUALIFIERS[qualifier].reading == READS_KINDS;
    for (unsigned wanted = 1 + below(&making->state, 3); wanted > 0; wanted--)
        if (!make_value(making, qualifier))
            break;
    if (making->query->value_count == first)
        return make_words(making, QUALIFIER_NONE);
    return add_clause(making,
                      (struct clause){.sort = is_kind ? CLAUSE_KIND : CLAUSE_FILTER,
                                      .qualifier = (uint16_t)qualifier,
                                      .value_first = first,
                                      .value_count = (uint32_t)making->query->value_count - first});
}

static inline uint32_t
make_silence(struct making *making, enum qualifier qualifier)
{
    static const unsigned CAUSES[] = {0, SILENCE_NONE, SILENCE_NOT_READ, SILENCE_SEARCHED,
                                      SILENCE_DROPPED};
    const bool is_claim = qualifier_is_claim(qualifier);
    const uint32_t first = (uint32_t)making->query->value_count;
    for (unsigned i = 0; i < LENGTH(CAUSES); i++) {
        const bool may_be = is_claim || CAUSES[i] == 0 || CAUSES[i] == SILENCE_DROPPED;
        if (may_be && (below(&making->state, 3) == 0 || i + 1 == LENGTH(CAUSES)))
            add_made_value(making, (struct query_value){.sort = QUERY_SILENCE, .code = CAUSES[i]});
    }
    return add_clause(making,
                      (struct clause){.sort = CLAUSE_SILENT,
                                      .qualifier = (uint16_t)qualifier,
                                      .value_first = first,
                                      .value_count = (uint32_t)making->query->value_count - first});
}

/* A clause without children; asserters stand under the root only. */
static inline uint32_t
make_leaf(struct making *making)
{
    const enum qualifier qualifier = (enum qualifier)below(&making->state, QUALIFIER_COUNT);
    const enum reading reading = QUALIFIERS[qualifier].reading;
    switch (below(&making->state, 6)) {
    case 0:
    case 1:
        return make_words(making, QUALIFIER_NONE);
    case 2:
        if (qualifier_may_be_had(qualifier))
            return add_clause(
                making, (struct clause){.sort = CLAUSE_HAS, .qualifier = (uint16_t)qualifier});
        return make_words(making, QUALIFIER_NONE);
    case 3:
        if (qualifier_may_be_had(qualifier))
            return make_silence(making, qualifier);
        return make_words(making, QUALIFIER_NONE);
    default:
        if (reading == READS_FIELDS || reading == READS_ASSERTERS)
            return make_words(making, QUALIFIER_NONE);
        return reading == READS_WORDS ? make_words(making, (uint16_t)qualifier)
                                      : make_filter(making, qualifier);
    }
}

/* Gives a clause children: never one of its own sort, for these are one. */
static inline void
make_children(struct making *making, uint32_t parent, unsigned count, unsigned depth)
{
    static const uint8_t GROUPS[] = {CLAUSE_ALL, CLAUSE_ANY, CLAUSE_NOT};
    uint32_t last = INTV_NONE;
    for (unsigned i = 0; i < count; i++) {
        const uint8_t sort = GROUPS[below(&making->state, 3)];
        const uint8_t own = making->query->clauses[parent].sort;
        const bool is_group =
            depth < 5 && making->clauses_left > 0 && sort != own && below(&making->state, 3) == 0;
        uint32_t child;
        if (is_group) {
            making->clauses_left--;
            child = add_clause(making, (struct clause){.sort = sort, .qualifier = QUALIFIER_NONE});
            make_children(making, child, sort == CLAUSE_NOT ? 1 : 2 + below(&making->state, 3),
                          depth + 1);
        } else {
            child = make_leaf(making);
        }
        if (last == INTV_NONE)
            making->query->clauses[parent].first = child;
        else
            making->query->clauses[last].next = child;
        last = child;
    }
}

/* A query that is the same for the same seed. */
static inline struct intv_query *
make_query(struct intv_catalogue *records, uint64_t seed)
{
    struct making making = {NULL, seed * 2 + 1, 30};
    for (unsigned i = 0; i < 4; i++)
        next_number(&making.state);
    ck_assert_int_eq(intv_query_new(records, &making.query), INTV_OK);
    make_children(&making, 0, 1 + below(&making.state, 5), 0);
    if (below(&making.state, 4) == 0)
        making.query->asserters_left_out = UINT32_C(1)
                                           << (1 + below(&making.state, ASSERTER_EDITOR));
    making.query->asserters = ASSERTERS_ALL & ~making.query->asserters_left_out;
    making.query->clauses[0].length = (uint32_t)making.query->source_length;
    return making.query;
}

#endif
