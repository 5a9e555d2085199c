/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/search.h"

#include "base/diagnostics.h"
#include "base/memory.h"
#include "query/count.h"
#include "query/evaluate.h"
#include "query/hits.h"
#include "query/order.h"

/* ---- scores ---- */

const struct found_row *
search_row(const struct search_word *word, uint32_t record)
{
    uint32_t low = 0;
    uint32_t high = word->row_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (word->rows[middle].record < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low < word->row_count && word->rows[low].record == record ? &word->rows[low] : NULL;
}

static uint32_t
count_optional(const struct intv_search *search)
{
    uint32_t count = 0;
    for (size_t i = 0; i < search->word_count; i++)
        count += search->words[i].is_optional;
    return count;
}

static uint64_t
score_record(const struct intv_search *search, const struct rank_base *base, uint32_t optional,
             uint32_t record)
{
    uint64_t sum = 0;
    uint32_t held = 0;
    for (size_t i = 0; i < search->word_count; i++) {
        const struct search_word *word = &search->words[i];
        const struct found_row *row = search_row(word, record);
        if (row == NULL)
            continue;
        sum += rank_word(base, word->rarity, record, &row->counts);
        held += word->is_optional;
    }
    const struct record_row *row = &search->catalogue->records[record];
    return rank_record((enum kind)row->kind, row->user_count, sum, held, optional);
}

/* ---- the page ---- */

static void
offer_records(const struct intv_search *search, struct hits *hits)
{
    const struct rank_base base = rank_base_of(search->catalogue);
    const uint32_t optional = count_optional(search);
    const size_t words = ((size_t)search->catalogue->record_count + 63) / 64;
    for (size_t i = 0; i < words; i++)
        for (uint64_t bits = search->records[i]; bits != 0; bits &= bits - 1) {
            const uint32_t record = (uint32_t)(i * 64 + (unsigned)__builtin_ctzll(bits));
            hits_offer(hits, record, score_record(search, &base, optional, record));
        }
}

static bool
fill_by_relevance(struct intv_search *search, size_t offset, size_t end)
{
    struct hits hits = {memory_room(end * sizeof(*hits.rows)), 0, end};
    if (hits.rows == NULL)
        return false;
    offer_records(search, &hits);
    hits_sort(&hits);
    memcpy(search->page, hits.rows + offset, (end - offset) * sizeof(*hits.rows));
    memory_free(hits.rows);
    return true;
}

static enum intv_status
fill_in_order(const struct search_maker *maker, size_t offset, size_t end)
{
    struct intv_search *search = maker->search;
    const struct rank_base base = rank_base_of(search->catalogue);
    const uint32_t optional = count_optional(search);
    uint32_t *records = memory_room(search->total * sizeof(*records));
    size_t count = 0;
    if (records == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (size_t i = 0; i < maker->bit_words; i++)
        for (uint64_t bits = search->records[i]; bits != 0; bits &= bits - 1)
            records[count++] = (uint32_t)(i * 64 + (unsigned)__builtin_ctzll(bits));
    const enum intv_status status = order_records(maker->query, records, count);
    for (size_t i = offset; i < end && status == INTV_OK; i++)
        search->page[i - offset] =
            (struct search_place){records[i], score_record(search, &base, optional, records[i])};
    memory_free(records);
    return status;
}

static enum intv_status
fill_page(const struct search_maker *maker)
{
    struct intv_search *search = maker->search;
    const struct intv_query *query = maker->query;
    const size_t offset = query->offset < search->total ? query->offset : search->total;
    const size_t left = search->total - offset;
    const size_t count = query->limit == 0 || query->limit > left ? left : query->limit;
    search->page = memory_room(count * sizeof(*search->page));
    search->page_count = search->page != NULL ? count : 0;
    if (search->page == NULL)
        return INTV_ERROR_NO_MEMORY;
    if (count == 0)
        return INTV_OK;
    if (query->sort != INTV_BY_RELEVANCE)
        return fill_in_order(maker, offset, offset + count);
    return fill_by_relevance(search, offset, offset + count) ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

/* ---- what may have been meant ---- */

/* Adds the words of a clause that was found nowhere; of a phrase those that stand in no text. */
static size_t
add_lost_words(const struct intv_query *query, const struct clause *clause,
               uint32_t words[SUGGEST_MOST_WORDS], size_t count)
{
    for (uint32_t i = 0; i < clause->word_count && count < SUGGEST_MOST_WORDS; i++) {
        const uint32_t word = clause->word_first + i;
        if (clause->word_count == 1 || suggest_is_unknown(query, word))
            words[count++] = word;
    }
    return count;
}

static enum intv_status
make_suggestions(const struct search_maker *maker)
{
    struct intv_search *search = maker->search;
    uint32_t words[SUGGEST_MOST_WORDS];
    size_t count = 0;
    for (size_t i = 0; i < search->word_count && count < SUGGEST_MOST_WORDS; i++) {
        const struct clause *clause = &maker->query->clauses[search->words[i].clause];
        if (search->words[i].row_count == 0)
            count = add_lost_words(maker->query, clause, words, count);
    }
    return count > 0 ? suggest_for(maker->query, words, count, &search->suggestions) : INTV_OK;
}

/* ---- making a search ---- */

static void
close_maker(struct search_maker *maker)
{
    for (unsigned language = 0; language < SEARCH_LANGUAGES; language++)
        stemmer_free(maker->stemmers[language]);
    memory_free(maker->word_of);
    memory_free(maker->is_left_out);
    memory_free(maker->counts);
    memory_free(maker->touched);
}

static bool
open_maker(struct search_maker *maker)
{
    const struct intv_query *query = maker->query;
    const size_t records = query->catalogue->record_count;
    maker->bit_words = records / 64 + 1;
    maker->word_of = memory_room(query->clause_count * sizeof(*maker->word_of));
    maker->is_left_out = memory_new(query->clause_count, sizeof(*maker->is_left_out));
    maker->counts = memory_room(records * sizeof(*maker->counts));
    maker->touched = memory_new(maker->bit_words, sizeof(*maker->touched));
    maker->search->records = memory_new(maker->bit_words, sizeof(*maker->search->records));
    if (maker->word_of == NULL || maker->is_left_out == NULL || maker->counts == NULL ||
        maker->touched == NULL || maker->search->records == NULL)
        return false;
    memset(maker->word_of, 0xFF, query->clause_count * sizeof(*maker->word_of));
    return true;
}

static enum intv_status
make(struct search_maker *maker)
{
    enum intv_status status = INTV_OK;
    if (!open_maker(maker))
        return INTV_ERROR_NO_MEMORY;
    evaluate_leave_out(maker);
    status = count_make_words(maker);
    if (status == INTV_OK)
        status = count_words(maker);
    if (status == INTV_OK)
        status = evaluate_query(maker);
    if (status == INTV_OK)
        status = fill_page(maker);
    return status == INTV_OK ? make_suggestions(maker) : status;
}

static enum intv_status
make_search(const struct intv_query *query, struct intv_search **search)
{
    struct intv_search *made = memory_new(1, sizeof(*made));
    *search = made;
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    made->catalogue = intv_catalogue_ref(query->catalogue);
    made->language = (enum intv_language)query->language;
    made->asserters = query->asserters;
    made->is_exact = query->is_exact;
    struct search_maker maker = {.query = query, .search = made};
    const enum intv_status status = make(&maker);
    close_maker(&maker);
    return status;
}

/* ---- reading words that stand nowhere as those nearest to them ---- */

static bool
may_be_corrected(const struct intv_query *query, const struct intv_search *search)
{
    return query->is_relaxing && !query->is_exact && search->whole_total == 0 &&
           search->suggestions.count > 0;
}

/* The search of the first suggestion takes the place of the search, with its suggestions. */
static enum intv_status
search_corrected(const struct intv_query *query, struct intv_search **search)
{
    const struct text written = text_of((*search)->suggestions.rows[0].query);
    struct intv_query *corrected = NULL;
    struct intv_search *made = NULL;
    enum intv_status status = intv_query_parse(query->catalogue, written.bytes, written.length,
                                               INTV_LENIENT, &corrected, NULL);
    if (status != INTV_OK)
        return status == INTV_ERROR_NO_MEMORY ? status : INTV_OK;
    query_take_settings(corrected, query);
    status = make_search(corrected, &made);
    if (status == INTV_OK && made->total > 0) {
        suggest_free(&made->suggestions);
        made->suggestions = (*search)->suggestions;
        made->is_corrected = true;
        (*search)->suggestions.count = 0;
        intv_search_free(*search);
        *search = made;
        made = NULL;
    }
    intv_search_free(made);
    intv_query_free(corrected);
    return status;
}

enum intv_status
intv_search_new(const struct intv_query *query, struct intv_search **search,
                struct intv_diagnostics *diagnostics)
{
    struct intv_search *made = NULL;
    if (search != NULL)
        *search = NULL;
    if (query == NULL || search == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    enum intv_status status = make_search(query, &made);
    if (status == INTV_OK && may_be_corrected(query, made))
        status = search_corrected(query, &made);
    if (status == INTV_OK)
        *search = made;
    else
        intv_search_free(made);
    return status == INTV_ERROR_NO_MEMORY ? diagnostics_no_memory(diagnostics) : status;
}

void
intv_search_free(struct intv_search *search)
{
    if (search == NULL)
        return;
    count_free_words(search);
    suggest_free(&search->suggestions);
    memory_free(search->records);
    memory_free(search->page);
    intv_catalogue_unref(search->catalogue);
    memory_free(search);
}

/* ---- reading it ---- */

const uint64_t *
search_records(const struct intv_search *search)
{
    return search->records;
}

struct intv_catalogue *
intv_search_get_catalogue(const struct intv_search *search)
{
    return search != NULL ? search->catalogue : NULL;
}

size_t
intv_search_get_total(const struct intv_search *search)
{
    return search != NULL ? search->total : 0;
}

const char *
intv_search_get_corrected(const struct intv_search *search)
{
    return search != NULL && search->is_corrected ? search->suggestions.rows[0].query : NULL;
}

size_t
intv_search_get_whole_total(const struct intv_search *search)
{
    return search != NULL ? search->whole_total : 0;
}

int
intv_search_is_relaxed(const struct intv_search *search)
{
    return search != NULL && search->is_relaxed;
}

size_t
intv_search_get_count(const struct intv_search *search)
{
    return search != NULL ? search->page_count : 0;
}

uint32_t
intv_search_get_record(const struct intv_search *search, size_t index)
{
    return index < search->page_count ? search->page[index].record : INTV_NONE;
}

uint64_t
intv_search_get_score(const struct intv_search *search, size_t index)
{
    return index < search->page_count ? search->page[index].score : 0;
}

size_t
intv_search_get_word_count(const struct intv_search *search)
{
    return search != NULL ? search->word_count : 0;
}

const char *
intv_search_get_word(const struct intv_search *search, size_t word)
{
    return word < search->word_count ? search->words[word].folded : "";
}

uint32_t
intv_search_get_word_record_count(const struct intv_search *search, size_t word)
{
    return word < search->word_count ? search->words[word].row_count : 0;
}

int
intv_search_is_word_found(const struct intv_search *search, size_t index, size_t word)
{
    return index < search->page_count && word < search->word_count &&
           search_row(&search->words[word], search->page[index].record) != NULL;
}

size_t
intv_search_get_suggestion_count(const struct intv_search *search)
{
    return search != NULL ? search->suggestions.count : 0;
}

const char *
intv_search_get_suggestion(const struct intv_search *search, size_t index)
{
    return index < search->suggestions.count ? search->suggestions.rows[index].query : "";
}

const char *
intv_search_get_suggestion_word(const struct intv_search *search, size_t index)
{
    return index < search->suggestions.count ? search->suggestions.rows[index].replacement : "";
}
