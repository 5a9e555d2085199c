/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/suggest.h"

#include "base/memory.h"
#include "base/output.h"
#include "index/words.h"
#include "model/texts.h"
#include "query/distance.h"
#include "query/offer.h"
#include "query/print.h"
#include "query/query.h"
#include "query/term.h"

enum
{
    LEAST_BEGINNING = 6,     /* characters that words have to share when none is near */
    LEAST_FOR_BEGINNING = 8, /* characters of a word of which the beginning may do */
    FOREIGN = 2,             /* edits that a word of another language counts more */
    MOST_IN_LABEL = 200      /* bytes of a preferred label that is put in the place of a word */
};

/* A word that may have been meant. */
struct nearest
{
    struct text word; /* folded, in the catalogue */
    unsigned edits;   /* or characters that are not shared at the beginning */
    enum offer offer;
    uint32_t uses;
    struct offer_place place; /* where it is written */
    bool is_label;            /* the whole text is meant: the preferred label behind a hidden one */
};

struct nearest_words
{
    struct nearest rows[SUGGEST_MOST_EACH];
    size_t count;
};

/* One word that was found nowhere. */
struct seeking
{
    const struct intv_query *query;
    struct letters letters;
    bool may_be_label; /* a label of several words may take its place */
    bool has_own;      /* a word of the asker's language is among those found */
    struct nearest_words found;
};

/* ---- choosing the nearest ---- */

static bool
is_better(const struct nearest *one, const struct nearest *other)
{
    if (one->edits != other->edits)
        return one->edits < other->edits;
    if (one->offer != other->offer)
        return one->offer < other->offer;
    if (one->uses != other->uses)
        return one->uses > other->uses;
    return text_compare(one->word, other->word) < 0;
}

static bool
is_among(const struct nearest_words *words, const struct nearest *wanted)
{
    for (size_t i = 0; i < words->count; i++)
        if (text_equals(words->rows[i].word, wanted->word) ||
            (wanted->is_label && words->rows[i].is_label &&
             words->rows[i].place.text == wanted->place.text))
            return true;
    return false;
}

static void
keep_nearest(struct nearest_words *words, const struct nearest *row)
{
    size_t place = words->count;
    while (place > 0 && is_better(row, &words->rows[place - 1]))
        place--;
    if (place == SUGGEST_MOST_EACH)
        return;
    if (words->count < SUGGEST_MOST_EACH)
        words->count++;
    for (size_t i = words->count - 1; i > place; i--)
        words->rows[i] = words->rows[i - 1];
    words->rows[place] = *row;
}

/* What stands in the place of a hidden label: the preferred one. */
static bool
look_behind_hidden(const struct seeking *seeking, struct nearest *row)
{
    const struct intv_catalogue *catalogue = seeking->query->catalogue;
    const uint32_t record = offer_hidden(catalogue, row->word);
    if (record == INTV_NONE)
        return false;
    const struct fact_span labels = catalogue_facts_of(catalogue, record, FIELD_LABEL);
    const char *language = seeking->query->language == INTV_ENGLISH ? "en" : "nl";
    row->place.text = texts_choose_in_span(catalogue, labels, language);
    if (row->place.text == INTV_NONE || catalogue->texts[row->place.text].length > MOST_IN_LABEL)
        return false;
    row->is_label = true;
    row->offer = OFFER_NAME;
    row->uses = offer_references(catalogue, record);
    return seeking->may_be_label;
}

/* Whether more records hold a word in texts of the language that is not the asker's. */
static bool
is_of_other_language(const struct intv_query *query, struct text word)
{
    const unsigned other = query->language == INTV_ENGLISH ? TEXT_DUTCH : TEXT_ENGLISH;
    uint64_t counts[2] = {0, 0};
    for (unsigned language = TEXT_OF_NO_LANGUAGE; language <= TEXT_OF_OTHER_LANGUAGE; language++) {
        const uint32_t term = index_find_term(query->catalogue, language, word);
        if (term != INTV_NONE)
            counts[language == other] += query->catalogue->terms[term].posting_count;
    }
    return counts[1] > counts[0];
}

static void
consider(struct seeking *seeking, struct text word, unsigned edits)
{
    const struct intv_catalogue *catalogue = seeking->query->catalogue;
    const bool is_foreign = is_of_other_language(seeking->query, word);
    struct nearest row = {.word = word, .edits = edits + (is_foreign ? (unsigned)FOREIGN : 0U)};
    const size_t count = seeking->found.count;
    if ((count == SUGGEST_MOST_EACH && row.edits > seeking->found.rows[count - 1].edits) ||
        is_among(&seeking->found, &row))
        return;
    row.offer = offer_word(catalogue, word, &row.place);
    if (row.offer == OFFER_NOT && !look_behind_hidden(seeking, &row))
        return;
    if (!row.is_label)
        row.uses = offer_uses(catalogue, word);
    if (!is_among(&seeking->found, &row)) {
        keep_nearest(&seeking->found, &row);
        seeking->has_own = seeking->has_own || !is_foreign;
    }
}

static void
seek_near(struct seeking *seeking)
{
    const struct intv_catalogue *catalogue = seeking->query->catalogue;
    const unsigned limit = distance_limit(seeking->letters.count);
    struct letters letters;
    for (uint32_t term = 0; term < catalogue->term_count && limit > 0; term++) {
        const struct text word = index_word(catalogue, term);
        /* A character has at least one byte: shorter words need not be read. */
        if (word.length + limit < seeking->letters.count || !distance_read(word, &letters))
            continue;
        const unsigned edits = distance_between(&seeking->letters, &letters, limit);
        if (edits <= limit)
            consider(seeking, word, edits);
    }
}

/* Characters at the beginning that a word has to share. */
static unsigned
least_beginning(const struct letters *letters)
{
    const unsigned most = 2 * letters->count / 3 + (2 * letters->count % 3 != 0);
    return most > LEAST_BEGINNING ? most : LEAST_BEGINNING;
}

static void
seek_beginning(struct seeking *seeking)
{
    const struct intv_catalogue *catalogue = seeking->query->catalogue;
    const unsigned least = least_beginning(&seeking->letters);
    struct letters letters;
    if (seeking->letters.count < LEAST_FOR_BEGINNING)
        return;
    for (uint32_t term = 0; term < catalogue->term_count; term++) {
        const struct text word = index_word(catalogue, term);
        if (word.length < least || !distance_read(word, &letters))
            continue;
        const unsigned common = distance_common_beginning(&seeking->letters, &letters);
        if (common >= least)
            consider(seeking, word, seeking->letters.count - common);
    }
}

/* ---- writing the query anew ---- */

/* The clause a word belongs to; NULL when there is none. */
static const struct clause *
clause_of(const struct intv_query *query, uint32_t word)
{
    for (size_t i = 0; i < query->clause_count; i++) {
        const struct clause *clause = &query->clauses[i];
        const bool has_words = clause->sort == CLAUSE_WORD || clause->sort == CLAUSE_PREFIX ||
                               clause->sort == CLAUSE_PHRASE;
        if (has_words && word >= clause->word_first &&
            word - clause->word_first < clause->word_count)
            return clause;
    }
    return NULL;
}

/* ---- putting suggestions together ---- */

struct suggesting
{
    const struct intv_query *query;
    struct tokens *tokens;
    uint32_t words[SUGGEST_MOST_WORDS]; /* in the order in which they are written */
    struct seeking seekings[SUGGEST_MOST_WORDS];
    size_t count;
};

static void
seek(const struct intv_query *query, uint32_t word, struct seeking *seeking)
{
    const struct clause *clause = clause_of(query, word);
    *seeking = (struct seeking){.query = query};
    seeking->may_be_label = clause != NULL && clause->sort == CLAUSE_WORD;
    if (!distance_read(query->words[word].folded, &seeking->letters))
        return;
    seek_near(seeking);
    if (!seeking->has_own)
        seek_beginning(seeking);
}

/* What to write for a word, in quotes where it is a label. */
static bool
write_nearest(const struct suggesting *suggesting, const struct nearest *row,
              struct intv_output *output)
{
    const struct intv_catalogue *catalogue = suggesting->query->catalogue;
    if (!row->is_label)
        return output_append(output,
                             term_written(catalogue, suggesting->tokens, row->word, &row->place));
    const struct text_row *label = &catalogue->texts[row->place.text];
    return term_write(output, (struct text){catalogue->pool + label->offset, label->length});
}

/* The query with every word replaced by its best, and the one at `place` by another. */
static bool
write_query(const struct suggesting *suggesting, size_t place, size_t choice,
            struct intv_output *output)
{
    const struct intv_query *query = suggesting->query;
    struct intv_output terms[SUGGEST_MOST_WORDS] = {{NULL, 0, 0}};
    struct print_replacement replacements[SUGGEST_MOST_WORDS];
    size_t count = 0;
    bool is_written = true;
    for (size_t i = 0; i < suggesting->count && is_written; i++) {
        const struct nearest_words *found = &suggesting->seekings[i].found;
        if (found->count == 0)
            continue;
        is_written =
            write_nearest(suggesting, &found->rows[i == place ? choice : 0], &terms[count]);
        replacements[count] = (struct print_replacement){suggesting->words[i],
                                                         {terms[count].bytes, terms[count].length}};
        count++;
    }
    is_written = is_written && print_query(query, (enum intv_language)query->language, replacements,
                                           count, output) == INTV_OK;
    for (size_t i = 0; i < count; i++)
        memory_free(terms[i].bytes);
    return is_written;
}

static bool
add_suggestion(const struct suggesting *suggesting, size_t place, size_t choice,
               struct suggestions *suggestions)
{
    const struct nearest *row = &suggesting->seekings[place].found.rows[choice];
    struct suggestion *made = &suggestions->rows[suggestions->count];
    struct intv_output replacement = {NULL, 0, 0};
    struct intv_output query = {NULL, 0, 0};
    const bool is_made = write_nearest(suggesting, row, &replacement) &&
                         write_query(suggesting, place, choice, &query);
    *made = (struct suggestion){suggesting->words[place], replacement.bytes, query.bytes};
    suggestions->count++;
    return is_made;
}

/* First the query with the best for all words, then for each word the others. */
static bool
add_suggestions(const struct suggesting *suggesting, struct suggestions *suggestions)
{
    for (size_t i = 0; i < suggesting->count && suggestions->count == 0; i++)
        if (suggesting->seekings[i].found.count > 0 &&
            !add_suggestion(suggesting, i, 0, suggestions))
            return false;
    for (size_t i = 0; i < suggesting->count; i++)
        for (size_t k = 1; k < suggesting->seekings[i].found.count; k++)
            if (!add_suggestion(suggesting, i, k, suggestions))
                return false;
    return true;
}

bool
suggest_is_unknown(const struct intv_query *query, uint32_t word)
{
    for (unsigned language = TEXT_OF_NO_LANGUAGE; language <= TEXT_OF_OTHER_LANGUAGE; language++)
        if (index_find_term(query->catalogue, language, query->words[word].folded) != INTV_NONE)
            return false;
    return true;
}

enum intv_status
suggest_for(const struct intv_query *query, const uint32_t *words, size_t count,
            struct suggestions *suggestions)
{
    struct suggesting suggesting = {.query = query};
    enum intv_status status = tokens_new(&suggesting.tokens);
    if (status != INTV_OK)
        return status;
    suggesting.count = count < SUGGEST_MOST_WORDS ? count : SUGGEST_MOST_WORDS;
    for (size_t i = 0; i < suggesting.count; i++) {
        suggesting.words[i] = words[i];
        seek(query, words[i], &suggesting.seekings[i]);
    }
    if (!add_suggestions(&suggesting, suggestions)) {
        suggest_free(suggestions);
        status = INTV_ERROR_NO_MEMORY;
    }
    tokens_free(suggesting.tokens);
    return status;
}

void
suggest_free(struct suggestions *suggestions)
{
    for (size_t i = 0; i < suggestions->count; i++) {
        memory_free(suggestions->rows[i].replacement);
        memory_free(suggestions->rows[i].query);
    }
    suggestions->count = 0;
}
