/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/evaluate.h"

#include "base/memory.h"
#include "query/filter.h"

/* ---- what does not count ---- */

static bool
is_text(const struct clause *clause)
{
    return clause->sort == CLAUSE_WORD || clause->sort == CLAUSE_PREFIX ||
           clause->sort == CLAUSE_PHRASE;
}

static bool
is_stop_word(const struct intv_query *query, const struct clause *clause)
{
    return clause->sort == CLAUSE_WORD && query->words[clause->word_first].is_stop_word;
}

static bool
has_other_words(const struct intv_query *query)
{
    for (size_t i = 0; i < query->clause_count; i++)
        if (is_text(&query->clauses[i]) && !is_stop_word(query, &query->clauses[i]))
            return true;
    return false;
}

/*
 * Stop words beside other words; either side of an OR counts whatever it is. Children are deeper
 * than their parents, so that this ends at the depth limit of the parser.
 */
static bool
leave_out(struct search_maker *maker, uint32_t clause, bool skips_stop_words, bool is_either)
{
    const struct clause *row = &maker->query->clauses[clause];
    bool is_empty = row->sort <= CLAUSE_NOT && row->first != INTV_NONE;
    if (row->sort <= CLAUSE_NOT)
        for (uint32_t child = row->first; child != INTV_NONE;
             child = maker->query->clauses[child].next)
            is_empty =
                leave_out(maker, child, skips_stop_words, row->sort == CLAUSE_ANY) && is_empty;
    else
        is_empty = skips_stop_words && !is_either && is_stop_word(maker->query, row);
    maker->is_left_out[clause] = is_empty;
    return is_empty;
}

void
evaluate_leave_out(struct search_maker *maker)
{
    leave_out(maker, 0, has_other_words(maker->query), false);
}

/* ---- sets of records ---- */

static void
fill(const struct search_maker *maker, uint64_t *records)
{
    const uint32_t count = maker->search->catalogue->record_count;
    memset(records, 0xFF, maker->bit_words * sizeof(*records));
    if (count % 64 != 0)
        records[count / 64] = (UINT64_C(1) << count % 64) - 1;
    for (size_t i = (count + 63) / 64; i < maker->bit_words; i++)
        records[i] = 0;
}

static void
clear(const struct search_maker *maker, uint64_t *records)
{
    memset(records, 0, maker->bit_words * sizeof(*records));
}

static void
mark_word(const struct search_word *word, uint64_t *records)
{
    for (uint32_t i = 0; i < word->row_count; i++)
        records[word->rows[i].record / 64] |= UINT64_C(1) << word->rows[i].record % 64;
}

static void
keep(const struct search_maker *maker, uint64_t *records, const uint64_t *others)
{
    for (size_t i = 0; i < maker->bit_words; i++)
        records[i] &= others[i];
}

static void
add(const struct search_maker *maker, uint64_t *records, const uint64_t *others)
{
    for (size_t i = 0; i < maker->bit_words; i++)
        records[i] |= others[i];
}

static void
turn_round(const struct search_maker *maker, uint64_t *records, uint64_t *scratch)
{
    memcpy(scratch, records, maker->bit_words * sizeof(*records));
    fill(maker, records);
    for (size_t i = 0; i < maker->bit_words; i++)
        records[i] &= ~scratch[i];
}

/* ---- the tree ---- */

static enum intv_status evaluate(struct search_maker *maker, uint32_t clause, uint64_t *records);

/* The optional words of a relaxed search: some child of the root. */
static bool
is_optional(const struct search_maker *maker, uint32_t clause)
{
    const uint32_t word = maker->word_of[clause];
    return word != INTV_NONE && maker->search->words[word].is_optional;
}

static enum intv_status
evaluate_children(struct search_maker *maker, const struct clause *parent, uint64_t *records)
{
    uint64_t *found = memory_room(maker->bit_words * sizeof(*found));
    enum intv_status status = found != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
    if (status != INTV_OK)
        return status;
    if (parent->sort == CLAUSE_ALL)
        fill(maker, records);
    for (uint32_t child = parent->first; child != INTV_NONE && status == INTV_OK;
         child = maker->query->clauses[child].next) {
        if (maker->is_left_out[child] || is_optional(maker, child))
            continue;
        clear(maker, found);
        status = evaluate(maker, child, found);
        if (parent->sort == CLAUSE_ALL)
            keep(maker, records, found);
        else
            add(maker, records, found);
    }
    if (parent->sort == CLAUSE_NOT)
        turn_round(maker, records, found);
    memory_free(found);
    return status;
}

/* Sets the bits of the records for which a clause holds; all bits are clear. */
static enum intv_status
evaluate(struct search_maker *maker, uint32_t clause, uint64_t *records)
{
    const struct clause *row = &maker->query->clauses[clause];
    switch (row->sort) {
    case CLAUSE_ALL:
    case CLAUSE_ANY:
    case CLAUSE_NOT:
        return evaluate_children(maker, row, records);
    case CLAUSE_WORD:
    case CLAUSE_PREFIX:
    case CLAUSE_PHRASE:
        mark_word(&maker->search->words[maker->word_of[clause]], records);
        return INTV_OK;
    default:
        return filter_records(maker->query, clause, records);
    }
}

/* ---- the result ---- */

static void
keep_kinds(const struct search_maker *maker, uint64_t *records)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    const uint32_t kinds = maker->query->kinds;
    for (unsigned kind = 0; kind < KIND_COUNT && kinds != 0; kind++)
        if ((kinds & KIND_BIT(kind)) == 0)
            for (uint32_t record = catalogue->header->kind_first[kind];
                 record < catalogue->header->kind_first[kind + 1]; record++)
                records[record / 64] &= ~(UINT64_C(1) << record % 64);
}

static enum intv_status
evaluate_root(struct search_maker *maker)
{
    struct intv_search *search = maker->search;
    clear(maker, search->records);
    const enum intv_status status =
        maker->is_left_out[0] ? INTV_OK : evaluate(maker, 0, search->records);
    if (status != INTV_OK)
        return status;
    keep_kinds(maker, search->records);
    search->total = 0;
    for (size_t i = 0; i < maker->bit_words; i++)
        search->total += (size_t)__builtin_popcountll(search->records[i]);
    return INTV_OK;
}

/* ---- relaxing ---- */

/* Marks the words directly under the root as optional, or no longer; gives how many they are. */
static uint32_t
mark_optional(struct search_maker *maker, bool is_optional)
{
    const struct clause *clauses = maker->query->clauses;
    uint32_t count = 0;
    for (uint32_t child = clauses[0].first; child != INTV_NONE; child = clauses[child].next) {
        if (maker->word_of[child] == INTV_NONE)
            continue;
        maker->search->words[maker->word_of[child]].is_optional = is_optional;
        count++;
    }
    return count;
}

/* How many of the optional words each record holds. */
static void
count_held(const struct search_maker *maker, uint16_t *held)
{
    const struct intv_search *search = maker->search;
    for (size_t i = 0; i < search->word_count; i++)
        for (uint32_t row = 0; row < search->words[i].row_count && search->words[i].is_optional;
             row++)
            held[search->words[i].rows[row].record]++;
}

/* The greatest number of words that enough records hold, out of how many hold each number. */
static uint32_t
choose_least(const uint32_t *holders, uint32_t all)
{
    size_t count = 0;
    uint32_t least = all + 1;
    while (least > 1 && count < RANK_ENOUGH)
        count += holders[--least];
    return least;
}

static enum intv_status
keep_held(struct intv_search *search, const uint16_t *held, uint32_t all)
{
    const size_t words = (size_t)search->catalogue->record_count / 64 + 1;
    uint32_t *holders = memory_new((size_t)all + 1, sizeof(*holders));
    if (holders == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (size_t i = 0; i < words; i++)
        for (uint64_t bits = search->records[i]; bits != 0; bits &= bits - 1)
            holders[held[i * 64 + (unsigned)__builtin_ctzll(bits)]]++;
    const uint32_t least = choose_least(holders, all);
    memory_free(holders);
    search->total = 0;
    for (size_t i = 0; i < words; i++)
        for (uint64_t bits = search->records[i]; bits != 0; bits &= bits - 1) {
            const unsigned bit = (unsigned)__builtin_ctzll(bits);
            const uint16_t count = held[i * 64 + bit];
            if (count < least)
                search->records[i] &= ~(UINT64_C(1) << bit);
            search->total += count >= least;
            search->is_relaxed |= count >= least && count < all;
        }
    return INTV_OK;
}

static enum intv_status
relax(struct search_maker *maker)
{
    struct intv_search *search = maker->search;
    const uint32_t all = mark_optional(maker, true);
    uint16_t *held = NULL;
    enum intv_status status = INTV_OK;
    if (all < 2)
        goto out;
    status = INTV_ERROR_NO_MEMORY;
    held = memory_new(search->catalogue->record_count, sizeof(*held));
    if (held != NULL)
        status = evaluate_root(maker);
    if (status != INTV_OK)
        goto out;
    count_held(maker, held);
    status = keep_held(search, held, all);
out:
    memory_free(held);
    if (!search->is_relaxed)
        mark_optional(maker, false);
    return status;
}

enum intv_status
evaluate_query(struct search_maker *maker)
{
    const enum intv_status status = evaluate_root(maker);
    maker->search->whole_total = maker->search->total;
    if (status != INTV_OK || maker->search->total >= RANK_ENOUGH || !maker->query->is_relaxing)
        return status;
    return relax(maker);
}
