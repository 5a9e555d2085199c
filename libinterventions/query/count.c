/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/count.h"

#include "base/memory.h"
#include "index/words.h"
#include "query/phrases.h"
#include "query/synonyms.h"
#include "query/words.h"

/* ---- the words of a query ---- */

static bool
is_counted(const struct search_maker *maker, uint32_t clause)
{
    const unsigned sort = maker->query->clauses[clause].sort;
    return (sort == CLAUSE_WORD || sort == CLAUSE_PREFIX || sort == CLAUSE_PHRASE) &&
           !maker->is_left_out[clause];
}

/* The words of a clause with a text between; NULL when there is no memory. */
static char *
join_words(const struct intv_query *query, const struct clause *clause, const char *between)
{
    const struct query_word *words = query->words + clause->word_first;
    const size_t gap = strlen(between);
    size_t length = 0;
    for (uint32_t i = 0; i < clause->word_count; i++)
        length += words[i].folded.length + gap;
    char *joined = memory_new(length + 1, 1);
    size_t at = 0;
    for (uint32_t i = 0; i < clause->word_count && joined != NULL; i++) {
        if (i > 0)
            memcpy(joined + at, between, gap);
        at += i > 0 ? gap : 0;
        memcpy(joined + at, words[i].folded.bytes, words[i].folded.length);
        at += words[i].folded.length;
    }
    return joined;
}

/* Adds the words inside a clause that are, or are not, asked to be absent. */
static bool
add_words(struct search_maker *maker, uint32_t clause, bool is_negated, bool wanted)
{
    const struct intv_query *query = maker->query;
    const struct clause *row = &query->clauses[clause];
    const bool is_not = is_negated || row->sort == CLAUSE_NOT;
    if (row->sort <= CLAUSE_NOT) {
        for (uint32_t child = row->first; child != INTV_NONE; child = query->clauses[child].next)
            if (!add_words(maker, child, is_not, wanted))
                return false;
        return true;
    }
    if (is_negated != wanted || !is_counted(maker, clause))
        return true;
    struct search_word *word = &maker->search->words[maker->search->all_word_count];
    word->clause = clause;
    word->first_equal = (uint32_t)maker->search->all_word_count;
    word->is_negated = is_negated;
    word->qualifier = row->qualifier;
    word->folded = join_words(query, row, " ");
    maker->word_of[clause] = (uint32_t)maker->search->all_word_count++;
    return word->folded != NULL;
}

enum intv_status
count_make_words(struct search_maker *maker)
{
    struct intv_search *search = maker->search;
    size_t count = 0;
    for (uint32_t clause = 0; clause < maker->query->clause_count; clause++)
        count += is_counted(maker, clause);
    search->words = memory_new(count, sizeof(*search->words));
    if (search->words == NULL || !add_words(maker, 0, false, false))
        return INTV_ERROR_NO_MEMORY;
    search->word_count = search->all_word_count;
    return add_words(maker, 0, false, true) ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

void
count_free_words(struct intv_search *search)
{
    for (size_t i = 0; i < search->all_word_count; i++) {
        struct search_word *word = &search->words[i];
        memory_free(word->folded);
        if (word->first_equal != i)
            continue;
        memory_free(word->uses.rows);
        phrases_free(word->phrases);
        memory_free(word->labels.records);
        memory_free(word->understood.records);
        memory_free(word->rows);
    }
    memory_free(search->words);
}

/* ---- what they weigh ---- */

void
search_count(struct search_maker *maker, uint32_t record, enum intv_manner manner, uint64_t weight)
{
    const uint64_t bit = UINT64_C(1) << record % 64;
    struct rank_counts *counts = &maker->counts[record];
    if (weight == 0)
        return;
    if ((maker->touched[record / 64] & bit) == 0) {
        maker->touched[record / 64] |= bit;
        *counts = (struct rank_counts){{0}, 0, 0};
    }
    const uint64_t sum = counts->manners[manner] + weight;
    counts->manners[manner] = sum < UINT32_MAX ? (uint32_t)sum : UINT32_MAX;
}

static bool
is_own_text(const struct fact_row *fact, uint32_t text)
{
    return fact->text_count > 0 && text >= fact->text_first &&
           text - fact->text_first < fact->text_count;
}

/* Whether a fact is of the field of a qualifier. */
static bool
is_asked_for(const struct intv_catalogue *catalogue, const struct fact_row *fact,
             const struct qualifier_format *qualifier)
{
    return fact->field == qualifier->field &&
           (qualifier->inside == FIELD_COUNT ||
            (fact->parent != INTV_NONE &&
             catalogue->facts[fact->parent].field == qualifier->inside));
}

unsigned
search_weight(const struct intv_catalogue *catalogue, const struct occurrence_row *place,
              unsigned qualifier)
{
    if (place->fact == INTV_NONE)
        return qualifier == QUALIFIER_NONE ? index_weight_of_id() : 0;
    const struct fact_row *fact = &catalogue->facts[place->fact];
    if (qualifier != QUALIFIER_NONE && !is_asked_for(catalogue, fact, &QUALIFIERS[qualifier]))
        return 0;
    return is_own_text(fact, place->text) ? index_weight_of_text((enum field)fact->field)
                                          : index_weight_of_name((enum field)fact->field);
}

enum intv_status
search_stem(struct search_maker *maker, enum text_language language, struct text folded,
            struct text *stem)
{
    *stem = folded;
    if (maker->search->is_exact || (language != TEXT_DUTCH && language != TEXT_ENGLISH))
        return INTV_OK;
    struct stemmer **stemmer = &maker->stemmers[language];
    const enum intv_status status = *stemmer == NULL ? stemmer_new(language, stemmer) : INTV_OK;
    return status == INTV_OK ? stemmer_stem(*stemmer, folded, stem) : status;
}

/* A word; one that is a compound is found written apart as well. */
static enum intv_status
make_word(struct search_maker *maker, struct search_word *word, struct text folded)
{
    const enum intv_status status = words_find(maker, folded, &word->uses);
    return status == INTV_OK ? phrases_make_apart(maker, folded, word->phrases) : status;
}

static enum intv_status
make_phrase(struct search_maker *maker, struct search_word *word, const struct clause *clause)
{
    const struct intv_query *query = maker->query;
    struct text *words = memory_new(clause->word_count, sizeof(*words));
    char *joined = NULL;
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (words == NULL)
        goto out;
    for (uint32_t i = 0; i < clause->word_count; i++)
        words[i] = query->words[clause->word_first + i].folded;
    status = phrases_make(maker, words, clause->word_count, word->phrases);
    if (status != INTV_OK || !clause->is_compound)
        goto out;
    joined = join_words(query, clause, "");
    status =
        joined != NULL ? words_find(maker, text_of(joined), &word->uses) : INTV_ERROR_NO_MEMORY;
out:
    memory_free(words);
    memory_free(joined);
    return status;
}

static enum intv_status
make_uses(struct search_maker *maker, struct search_word *word)
{
    const struct clause *clause = &maker->query->clauses[word->clause];
    const struct text folded = maker->query->words[clause->word_first].folded;
    switch (clause->sort) {
    case CLAUSE_WORD:
        return make_word(maker, word, folded);
    case CLAUSE_PREFIX:
        return words_find_prefix(maker, folded, &word->uses);
    default:
        return make_phrase(maker, word, clause);
    }
}

/* Moves what was counted into the word, in the order of records. */
static bool
take_counts(struct search_maker *maker, struct search_word *word)
{
    uint32_t count = 0;
    for (size_t i = 0; i < maker->bit_words; i++)
        count += (uint32_t)__builtin_popcountll(maker->touched[i]);
    word->rows = memory_room(count * sizeof(*word->rows));
    if (word->rows == NULL)
        return false;
    for (size_t i = 0; i < maker->bit_words; i++) {
        for (uint64_t bits = maker->touched[i]; bits != 0; bits &= bits - 1) {
            const uint32_t record = (uint32_t)(i * 64 + (unsigned)__builtin_ctzll(bits));
            word->rows[word->row_count++] = (struct found_row){record, maker->counts[record]};
        }
        maker->touched[i] = 0;
    }
    return true;
}

static bool
are_equal_labels(const struct label_set *one, const struct label_set *other)
{
    return one->count == other->count &&
           (one->count == 0 ||
            memcmp(one->records, other->records, one->count * sizeof(*one->records)) == 0);
}

/* Whether two words are found in the same places; their neighbours show in their labels. */
static bool
are_equal_words(const struct intv_query *query, const struct search_word *one,
                const struct search_word *other)
{
    const struct clause *a = &query->clauses[one->clause];
    const struct clause *b = &query->clauses[other->clause];
    return a->sort == b->sort && a->qualifier == b->qualifier && a->is_compound == b->is_compound &&
           a->word_count == b->word_count && strcmp(one->folded, other->folded) == 0 &&
           are_equal_labels(&one->labels, &other->labels) &&
           are_equal_labels(&one->understood, &other->understood);
}

/* Takes what the first equal word has, if there is one. */
static bool
share_word(const struct search_maker *maker, uint32_t number)
{
    struct search_word *words = maker->search->words;
    struct search_word *word = &words[number];
    uint32_t equal = 0;
    while (equal < number && (words[equal].first_equal != equal ||
                              !are_equal_words(maker->query, &words[equal], word)))
        equal++;
    if (equal == number)
        return false;
    memory_free(word->labels.records);
    memory_free(word->understood.records);
    word->first_equal = equal;
    word->uses = words[equal].uses;
    memcpy(word->phrases, words[equal].phrases, sizeof(word->phrases));
    word->labels = words[equal].labels;
    word->understood = words[equal].understood;
    word->rows = words[equal].rows;
    word->row_count = words[equal].row_count;
    word->rarity = words[equal].rarity;
    return true;
}

static enum intv_status
count_word(struct search_maker *maker, struct search_word *word)
{
    const struct rank_base base = rank_base_of(maker->search->catalogue);
    enum intv_status status = make_uses(maker, word);
    if (status != INTV_OK)
        return status;
    words_count(maker, word);
    status = phrases_count(maker, word);
    if (status == INTV_OK)
        status = synonyms_count(maker, word);
    if (status == INTV_OK && !take_counts(maker, word))
        status = INTV_ERROR_NO_MEMORY;
    word->rarity = rank_rarity(&base, word->row_count);
    return status;
}

enum intv_status
count_words(struct search_maker *maker)
{
    enum intv_status status = synonyms_find(maker);
    for (uint32_t i = 0; i < maker->search->all_word_count && status == INTV_OK; i++)
        if (!share_word(maker, i))
            status = count_word(maker, &maker->search->words[i]);
    return status;
}
