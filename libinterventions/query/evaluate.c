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

/* Children are deeper than their parents, so that this ends at the depth limit of the parser. */
static bool
leave_out(struct search_maker *maker, uint32_t clause, bool skips_stop_words)
{
    const struct clause *row = &maker->query->clauses[clause];
    bool is_empty = row->sort <= CLAUSE_NOT && row->first != INTV_NONE;
    if (row->sort <= CLAUSE_NOT)
        for (uint32_t child = row->first; child != INTV_NONE;
             child = maker->query->clauses[child].next)
            is_empty = leave_out(maker, child, skips_stop_words) && is_empty;
    else
        is_empty = skips_stop_words && is_stop_word(maker->query, row);
    maker->is_left_out[clause] = is_empty;
    return is_empty;
}

void
evaluate_leave_out(struct search_maker *maker)
{
    leave_out(maker, 0, has_other_words(maker->query));
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
    uint64_t *found = memory_room(2 * maker->bit_words * sizeof(*found));
    enum intv_status status = found != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
    bool has_optional = false;
    if (status != INTV_OK)
        return status;
    uint64_t *some = found + maker->bit_words; /* records that hold an optional word */
    clear(maker, some);
    if (parent->sort == CLAUSE_ALL)
        fill(maker, records);
    for (uint32_t child = parent->first; child != INTV_NONE && status == INTV_OK;
         child = maker->query->clauses[child].next) {
        if (maker->is_left_out[child])
            continue;
        clear(maker, found);
        status = evaluate(maker, child, found);
        if (is_optional(maker, child)) {
            add(maker, some, found);
            has_optional = true;
        } else if (parent->sort == CLAUSE_ALL)
            keep(maker, records, found);
        else
            add(maker, records, found);
    }
    if (has_optional)
        keep(maker, records, some);
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

/* Makes the words directly under the root optional; false when there are not two of them. */
static bool
relax(struct search_maker *maker)
{
    const struct clause *clauses = maker->query->clauses;
    size_t count = 0;
    for (uint32_t child = clauses[0].first; child != INTV_NONE; child = clauses[child].next)
        count += maker->word_of[child] != INTV_NONE;
    for (uint32_t child = clauses[0].first; child != INTV_NONE && count > 1;
         child = clauses[child].next)
        if (maker->word_of[child] != INTV_NONE)
            maker->search->words[maker->word_of[child]].is_optional = true;
    return count > 1;
}

enum intv_status
evaluate_query(struct search_maker *maker)
{
    enum intv_status status = evaluate_root(maker);
    if (status == INTV_OK && maker->search->total == 0 && maker->query->is_relaxing &&
        relax(maker)) {
        maker->search->is_relaxed = true;
        status = evaluate_root(maker);
    }
    return status;
}
