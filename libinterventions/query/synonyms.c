/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/synonyms.h"

#include <stdlib.h>

#include "base/memory.h"
#include "index/words.h"
#include "query/phrases.h"
#include "text/compounds.h"

/* A word of a row, with all that may stand in its place in a label. */
struct run_word
{
    struct text folded;
    uint32_t word;       /* of the search, or INTV_NONE for one that does not count */
    uint32_t text_first; /* of the run's texts */
    uint32_t text_count;
    bool may_open;  /* a row may begin here */
    bool may_close; /* or end here */
    bool is_alone;  /* a word that may be a row by itself, and be taken apart */
};

struct run
{
    struct search_maker *maker;
    struct run_word *words;
    size_t count;
    size_t capacity;
    struct text *texts;
    size_t text_count;
    size_t text_capacity;
    char *label; /* that is being put together */
    size_t label_capacity;
};

static void
free_run(struct run *run)
{
    memory_free(run->words);
    memory_free(run->texts);
    memory_free(run->label);
}

/* ---- what may stand in the place of a word ---- */

static bool
add_text(struct run *run, struct text text)
{
    if (!memory_reserve(&run->texts, &run->text_capacity, run->text_count + 1, sizeof(*run->texts)))
        return false;
    run->texts[run->text_count++] = text;
    return true;
}

/* Words of the texts in a language with the stem of a word, without the word itself. */
static enum intv_status
add_forms(struct run *run, enum text_language language, struct text folded, struct text except)
{
    const struct intv_catalogue *catalogue = run->maker->search->catalogue;
    struct text stem;
    uint32_t count = 0;
    const enum intv_status status = search_stem(run->maker, language, folded, &stem);
    if (status != INTV_OK)
        return status;
    const uint32_t row = index_find_stem(catalogue, language, stem);
    const uint32_t *terms = row != INTV_NONE ? index_terms_of_stem(catalogue, row, &count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        const struct text form = index_word(catalogue, terms[i]);
        if (!text_equals(form, except) && !add_text(run, form))
            return INTV_ERROR_NO_MEMORY;
    }
    return INTV_OK;
}

static enum intv_status
add_variants(struct run *run, struct text folded)
{
    if (!add_text(run, folded))
        return INTV_ERROR_NO_MEMORY;
    const enum intv_status status = add_forms(run, TEXT_DUTCH, folded, folded);
    return status == INTV_OK ? add_forms(run, TEXT_ENGLISH, folded, folded) : status;
}

/* ---- looking up labels ---- */

static struct text
name_text(const struct intv_catalogue *catalogue, uint32_t name)
{
    const struct name_row *row = &catalogue->names[name];
    return (struct text){catalogue->pool + row->offset, row->length};
}

/* First name that is not before a text. */
static uint32_t
find_name(const struct intv_catalogue *catalogue, struct text folded)
{
    uint32_t low = 0;
    uint32_t high = catalogue->name_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (text_compare(name_text(catalogue, middle), folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
begins_name(const struct intv_catalogue *catalogue, uint32_t name, struct text beginning)
{
    if (name >= catalogue->name_count)
        return false;
    const struct text text = name_text(catalogue, name);
    return text.length >= beginning.length &&
           memcmp(text.bytes, beginning.bytes, beginning.length) == 0;
}

static bool
add_label(struct label_set *labels, uint32_t record)
{
    if (!memory_reserve(&labels->records, &labels->capacity, labels->count + 1,
                        sizeof(*labels->records)))
        return false;
    labels->records[labels->count++] = record;
    return true;
}

static bool
give_label(struct search_word *word, uint32_t record, bool is_whole)
{
    return add_label(&word->labels, record) && (!is_whole || add_label(&word->understood, record));
}

/* Whether a row of words, or of parts of one, holds every word of the query that counts. */
static bool
is_whole_query(const struct run *run, size_t first, size_t end)
{
    struct text parts[COMPOUND_MOST_PARTS];
    size_t count = 0;
    uint32_t before = INTV_NONE;
    if (end - first == 1 &&
        phrases_split(run->maker->search->catalogue, run->words[first].folded, parts) < 2)
        return false;
    for (size_t i = first; i < end; i++) {
        count += run->words[i].word != INTV_NONE && run->words[i].word != before;
        before = run->words[i].word;
    }
    return count == run->maker->search->all_word_count;
}

/* Gives what bears a label to the words of a row. */
static bool
take_label(const struct run *run, struct text label, size_t first, size_t end)
{
    struct intv_search *search = run->maker->search;
    const struct intv_catalogue *catalogue = search->catalogue;
    const bool is_whole = is_whole_query(run, first, end);
    for (uint32_t name = find_name(catalogue, label);
         begins_name(catalogue, name, label) && catalogue->names[name].length == label.length;
         name++)
        for (size_t i = first; i < end; i++)
            if (run->words[i].word != INTV_NONE &&
                !give_label(&search->words[run->words[i].word], catalogue->names[name].record,
                            is_whole))
                return false;
    return true;
}

static bool
put(struct run *run, size_t at, struct text text)
{
    if (!memory_reserve(&run->label, &run->label_capacity, at + text.length + 1, 1))
        return false;
    memcpy(run->label + at, text.bytes, text.length);
    return true;
}

/* Rows of words that begin alike, and the words of the query they count for. */
struct label_row
{
    const struct run_word *words; /* what stands in the label */
    size_t count;
    size_t first; /* of the run */
    size_t end;   /* of the run; 0: as many as stand in the label */
};

/* Puts what may stand at one place behind the label so far, and goes on as long as a name does. */
static bool
extend_label(struct run *run, const struct label_row *row, size_t depth, size_t length)
{
    const struct intv_catalogue *catalogue = run->maker->search->catalogue;
    const struct run_word *word = &row->words[depth];
    const bool is_last = depth + 1 == row->count;
    for (uint32_t i = 0; i < word->text_count; i++) {
        const struct text text = run->texts[word->text_first + i];
        if (!put(run, length, text))
            return false;
        struct text label = {run->label, length + text.length};
        const bool may_end = row->end > 0 ? is_last : word->may_close;
        if (may_end && (depth > 0 || word->is_alone) &&
            !take_label(run, label, row->first, row->end > 0 ? row->end : row->first + depth + 1))
            return false;
        run->label[label.length++] = ' ';
        if (!is_last && begins_name(catalogue, find_name(catalogue, label), label) &&
            !extend_label(run, row, depth + 1, label.length))
            return false;
    }
    return true;
}

/* Words written together, as one word of the query would be; only its end may differ. */
static enum intv_status
look_up_together(struct run *run, size_t first, size_t end)
{
    const size_t before = run->text_count;
    const size_t last = run->words[end - 1].folded.length;
    size_t length = 0;
    for (size_t i = first; i < end; i++) {
        if (!put(run, length, run->words[i].folded))
            return INTV_ERROR_NO_MEMORY;
        length += run->words[i].folded.length;
    }
    const struct text beginning = {run->label, length - last};
    const struct intv_catalogue *catalogue = run->maker->search->catalogue;
    if (!begins_name(catalogue, find_name(catalogue, beginning), beginning))
        return INTV_OK;
    char *joined = memory_copy_text(run->label, length);
    if (joined == NULL)
        return INTV_ERROR_NO_MEMORY;
    enum intv_status status = add_variants(run, (struct text){joined, length});
    for (size_t i = before; i < run->text_count && status == INTV_OK; i++)
        if (run->texts[i].length >= length - last &&
            memcmp(run->texts[i].bytes, joined, length - last) == 0 &&
            !take_label(run, run->texts[i], first, end))
            status = INTV_ERROR_NO_MEMORY;
    run->text_count = before;
    memory_free(joined);
    return status;
}

/* A compound written apart: each part as any word with its stem. */
static enum intv_status
look_up_apart(struct run *run, size_t at)
{
    struct text parts[COMPOUND_MOST_PARTS];
    struct run_word words[COMPOUND_MOST_PARTS] = {{{0}, 0, 0, 0, false, false, false}};
    const size_t before = run->text_count;
    const unsigned count =
        phrases_split(run->maker->search->catalogue, run->words[at].folded, parts);
    enum intv_status status = INTV_OK;
    for (unsigned i = 0; i < count && status == INTV_OK; i++) {
        words[i].text_first = (uint32_t)run->text_count;
        status = add_forms(run, TEXT_DUTCH, parts[i], (struct text){NULL, 0});
        words[i].text_count = (uint32_t)run->text_count - words[i].text_first;
    }
    const struct label_row row = {words, count, at, at + 1};
    if (status == INTV_OK && count > 1 && !extend_label(run, &row, 0, 0))
        status = INTV_ERROR_NO_MEMORY;
    run->text_count = before;
    return status;
}

static enum intv_status
look_up_from(struct run *run, size_t first)
{
    const size_t left = run->count - first;
    const size_t most = left < SYNONYM_MOST_WORDS ? left : SYNONYM_MOST_WORDS;
    const struct label_row row = {run->words + first, most, first, 0};
    enum intv_status status = INTV_OK;
    if (!run->words[first].may_open)
        return INTV_OK;
    if (!extend_label(run, &row, 0, 0))
        return INTV_ERROR_NO_MEMORY;
    for (size_t end = first + 2; end <= first + most && status == INTV_OK; end++)
        if (run->words[end - 1].may_close)
            status = look_up_together(run, first, end);
    if (status == INTV_OK && run->words[first].is_alone)
        status = look_up_apart(run, first);
    return status;
}

/* ---- the rows of words of a query ---- */

static enum intv_status
add_run_word(struct run *run, const struct run_word *word)
{
    if (!memory_reserve(&run->words, &run->capacity, run->count + 1, sizeof(*run->words)))
        return INTV_ERROR_NO_MEMORY;
    struct run_word *row = &run->words[run->count];
    *row = *word;
    row->text_first = (uint32_t)run->text_count;
    const enum intv_status status = add_variants(run, word->folded);
    row->text_count = (uint32_t)run->text_count - row->text_first;
    run->count++;
    return status;
}

/* A clause as words of a run: one that is taken whole or not at all. */
static enum intv_status
add_clause(struct run *run, uint32_t clause)
{
    const struct intv_query *query = run->maker->query;
    const struct clause *row = &query->clauses[clause];
    enum intv_status status = INTV_OK;
    for (uint32_t i = 0; i < row->word_count && status == INTV_OK; i++) {
        const struct run_word word = {
            .folded = query->words[row->word_first + i].folded,
            .word = run->maker->word_of[clause],
            .may_open = i == 0,
            .may_close = i + 1 == row->word_count,
            .is_alone = row->word_count == 1 && !run->maker->is_left_out[clause],
        };
        status = add_run_word(run, &word);
    }
    return status;
}

static enum intv_status
look_up_run(struct run *run)
{
    enum intv_status status = INTV_OK;
    for (size_t first = 0; first < run->count && status == INTV_OK; first++)
        status = look_up_from(run, first);
    run->count = 0;
    run->text_count = 0;
    return status;
}

static bool
has_labels(const struct clause *clause)
{
    return (clause->sort == CLAUSE_WORD || clause->sort == CLAUSE_PHRASE) &&
           clause->qualifier == QUALIFIER_NONE;
}

/* Whether a clause may be a neighbour of others in a row. */
static bool
has_neighbours(const struct clause *parent, const struct clause *clause)
{
    return parent->sort == CLAUSE_ALL && (clause->sort == CLAUSE_WORD || clause->is_compound);
}

static enum intv_status
look_up_children(struct run *run, const struct clause *parent)
{
    const struct clause *clauses = run->maker->query->clauses;
    enum intv_status status = INTV_OK;
    for (uint32_t child = parent->first; child != INTV_NONE && status == INTV_OK;
         child = clauses[child].next) {
        const bool is_looked_up = has_labels(&clauses[child]);
        const bool goes_on = is_looked_up && has_neighbours(parent, &clauses[child]);
        if (!goes_on)
            status = look_up_run(run);
        if (is_looked_up && status == INTV_OK)
            status = add_clause(run, child);
        if (!goes_on && status == INTV_OK)
            status = look_up_run(run);
    }
    return status == INTV_OK ? look_up_run(run) : status;
}

static int
compare_records(const void *one, const void *other)
{
    const uint32_t a = *(const uint32_t *)one;
    const uint32_t b = *(const uint32_t *)other;
    return (a > b) - (a < b);
}

static void
sort_labels(struct label_set *labels)
{
    size_t kept = 0;
    size_t sorted = 1;
    while (sorted < labels->count && labels->records[sorted] >= labels->records[sorted - 1])
        sorted++;
    if (sorted < labels->count)
        qsort(labels->records, labels->count, sizeof(*labels->records), compare_records);
    for (size_t i = 0; i < labels->count; i++)
        if (i == 0 || labels->records[i] != labels->records[i - 1])
            labels->records[kept++] = labels->records[i];
    labels->count = kept;
}

enum intv_status
synonyms_find(struct search_maker *maker)
{
    struct run run = {.maker = maker};
    const struct intv_query *query = maker->query;
    enum intv_status status = INTV_OK;
    if (maker->search->is_exact)
        return INTV_OK;
    for (size_t i = 0; i < query->clause_count && status == INTV_OK; i++)
        if (query->clauses[i].sort <= CLAUSE_NOT)
            status = look_up_children(&run, &query->clauses[i]);
    for (size_t i = 0; i < maker->search->all_word_count; i++) {
        sort_labels(&maker->search->words[i].labels);
        sort_labels(&maker->search->words[i].understood);
    }
    free_run(&run);
    return status;
}

/* ---- what they find ---- */

struct reached
{
    uint64_t *records; /* bits */
    uint32_t *queue;
    size_t count;
    size_t capacity;
};

static bool
reach(struct reached *reached, uint32_t record)
{
    if ((reached->records[record / 64] >> record % 64 & 1) != 0)
        return true;
    reached->records[record / 64] |= UINT64_C(1) << record % 64;
    if (!memory_reserve(&reached->queue, &reached->capacity, reached->count + 1,
                        sizeof(*reached->queue)))
        return false;
    reached->queue[reached->count++] = record;
    return true;
}

/* Counts the facts that refer to a record, and goes on to what is narrower. */
static bool
count_users(struct search_maker *maker, struct reached *reached, uint32_t record)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    const struct record_row *row = &catalogue->records[record];
    for (uint32_t i = 0; i < row->user_count; i++) {
        const struct fact_row *fact = &catalogue->facts[catalogue->links[row->user_first + i]];
        if (fact->field != FIELD_BROADER)
            search_count(maker, fact->record, INTV_SYNONYM,
                         index_weight_of_name((enum field)fact->field));
        else if (!reach(reached, fact->record))
            return false;
    }
    return true;
}

/* Whether the editor classified it so, and no source says it. */
static bool
is_of_editor(const struct intv_catalogue *catalogue, const struct fact_row *fact)
{
    return fact->provenance != INTV_NONE &&
           catalogue->provenances[fact->provenance].asserter == ASSERTER_EDITOR;
}

/* Facts that state what the whole query is a label of; they were counted before. */
static void
count_understood(struct search_maker *maker, uint32_t record)
{
    const struct intv_catalogue *catalogue = maker->search->catalogue;
    const struct record_row *row = &catalogue->records[record];
    maker->counts[record].understood = RANK_SELF;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const struct fact_row *fact = &catalogue->facts[catalogue->links[row->user_first + i]];
        const unsigned weight = index_weight_of_name((enum field)fact->field);
        uint32_t *understood = &maker->counts[fact->record].understood;
        if (fact->field != FIELD_BROADER && weight > *understood && !is_of_editor(catalogue, fact))
            *understood = weight;
    }
}

enum intv_status
synonyms_count(struct search_maker *maker, const struct search_word *word)
{
    struct reached reached = {0};
    bool memory = true;
    if (word->labels.count == 0)
        return INTV_OK;
    reached.records = memory_new(maker->bit_words, sizeof(*reached.records));
    if (reached.records == NULL)
        return INTV_ERROR_NO_MEMORY;
    for (size_t i = 0; i < word->labels.count && memory; i++) {
        const uint32_t record = word->labels.records[i];
        search_count(maker, record, INTV_SYNONYM, RANK_SELF);
        maker->counts[record].is_named = 1;
        memory = reach(&reached, record);
    }
    for (size_t i = 0; i < reached.count && memory; i++)
        memory = count_users(maker, &reached, reached.queue[i]);
    for (size_t i = 0; i < word->understood.count && memory; i++)
        count_understood(maker, word->understood.records[i]);
    memory_free(reached.records);
    memory_free(reached.queue);
    return memory ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

static bool
holds_label(const struct label_set *labels, uint32_t record)
{
    size_t low = 0;
    size_t high = labels->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (labels->records[middle] == record)
            return true;
        if (labels->records[middle] < record)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* There may be many labels, and broader records are few; both are sorted. */
uint32_t
synonyms_via(const struct intv_catalogue *catalogue, const struct label_set *labels,
             uint32_t record)
{
    const struct record_row *row = &catalogue->records[record];
    const uint32_t *ancestors = catalogue->links + row->ancestor_first;
    for (uint32_t i = 0; i < row->ancestor_count; i++)
        if (holds_label(labels, ancestors[i]))
            return ancestors[i];
    return INTV_NONE;
}
