/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The words of an index against a naive one: every word of every text that is searched, found by
 * walking the facts as users of the library see them. Over a small catalogue and over the real one.
 */
#include "text/compounds.h"
#include "text/stems.h"
#include "text/stop_words.h"

#include "index_lists.h"

/* ---- words ---- */

/* Where a text counts: numbers 0 record, 1 fact, 2 text, 3 position, 4 span, 5 weight, 6 language. */
struct place_of_text
{
    uint32_t record;
    uint32_t fact;
    uint32_t text;
    uint64_t weight;
};

static struct tokens *tokens;
static uint64_t *naive_lengths;

static unsigned
add_words(struct list *list, const struct place_of_text *place, uint32_t most)
{
    const struct text_row *row = &catalogue->texts[place->text];
    const struct token *token = NULL;
    unsigned count = 0;
    tokens_start(tokens, (struct text){catalogue->pool + row->offset, row->length});
    while (count < most && tokens_next(tokens, &token) == INTV_OK && token != NULL) {
        add_entry(list, token->folded,
                  (uint64_t[NUMBERS]){place->record, place->fact, place->text, token->position,
                                      token->span, place->weight,
                                      analysis_language(text_of(catalogue->pool + row->language))});
        naive_lengths[place->record] += token->span == 1 ? place->weight : 0;
        count++;
    }
    return count;
}

static bool
is_text_of_language(enum field field)
{
    const enum value value = FIELD_FORMATS[field].value;
    return value != VALUE_URL && value != VALUE_LANGUAGE && value != VALUE_COUNTRY &&
           field != FIELD_DOI && field != FIELD_OUTSIDE_MATCH;
}

static uint64_t
weight_of_text(enum field field)
{
    const enum value value = FIELD_FORMATS[field].value;
    const bool is_value = value == VALUE_TEXT || value == VALUE_WORDING || value == VALUE_TOKEN;
    return is_value ? index_weight(field) : 3;
}

static void
add_name_words(struct list *list, struct place_of_text place, uint32_t target)
{
    uint32_t left = 128;
    for (size_t i = 0; i < intv_record_get_fact_count(catalogue, target); i++) {
        const uint32_t fact = intv_record_get_fact(catalogue, target, i);
        const enum field field = (enum field)catalogue->facts[fact].field;
        if (field != FIELD_NAME && field != FIELD_LABEL && field != FIELD_TITLE)
            continue;
        for (uint32_t j = 0; j < catalogue->facts[fact].text_count; j++) {
            place.text = catalogue->facts[fact].text_first + j;
            left -= add_words(list, &place, left);
        }
    }
}

static void
add_fact_words(struct list *list, uint32_t record, uint32_t fact)
{
    const struct fact_row *row = &catalogue->facts[fact];
    const enum field field = (enum field)row->field;
    const uint32_t target = intv_fact_get_target(catalogue, fact);
    struct place_of_text place = {record, fact, 0, weight_of_text(field)};
    for (uint32_t i = 0; i < row->text_count && is_text_of_language(field); i++) {
        place.text = row->text_first + i;
        add_words(list, &place, UINT32_MAX);
    }
    place.weight = index_weight(field);
    if (target != INTV_NONE)
        add_name_words(list, place, target);
    for (size_t i = 0; i < intv_fact_get_child_count(catalogue, fact); i++)
        add_fact_words(list, record, intv_fact_get_child(catalogue, fact, i));
}

static void
add_id_words(struct list *list, uint32_t record)
{
    char id[256];
    uint64_t position = 0;
    snprintf(id, sizeof(id), "%s", intv_record_get_id(catalogue, record));
    for (const char *piece = strtok(id, "-."); piece != NULL; piece = strtok(NULL, "-.")) {
        add_entry(list, text_of(piece),
                  (uint64_t[NUMBERS]){record, INTV_NONE, INTV_NONE, position++, 1, 12,
                                      TEXT_OF_NO_LANGUAGE});
        naive_lengths[record] += 12;
    }
}

static void
list_words(struct list *list)
{
    naive_lengths = calloc(catalogue->record_count, sizeof(*naive_lengths));
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        add_id_words(list, record);
        for (size_t i = 0; i < intv_record_get_fact_count(catalogue, record); i++)
            add_fact_words(list, record, intv_record_get_fact(catalogue, record, i));
    }
    tokens_free(tokens);
}

/* What a passage weighs is not in the block: found again from the fact and text of an occurrence. */
static uint64_t
weight_of_occurrence(const struct occurrence_row *row)
{
    if (row->fact == INTV_NONE)
        return 12;
    const struct fact_row *fact = &catalogue->facts[row->fact];
    const bool is_own =
        row->text >= fact->text_first && row->text < fact->text_first + fact->text_count;
    return is_own && fact->text_count > 0 ? weight_of_text((enum field)fact->field)
                                          : index_weight((enum field)fact->field);
}

static void
list_postings(struct list *list, uint32_t term)
{
    uint32_t count = 0;
    uint32_t before = INTV_NONE;
    const struct posting_row *postings = index_postings_of(catalogue, term, &count);
    ck_assert_uint_gt(count, 0);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t places = 0;
        uint64_t weight = 0;
        const struct occurrence_row *rows = index_occurrences_of(catalogue, &postings[i], &places);
        ck_assert(before == INTV_NONE || postings[i].record > before);
        before = postings[i].record;
        for (uint32_t j = 0; j < places; j++) {
            weight += weight_of_occurrence(&rows[j]);
            add_entry(list, index_word(catalogue, term),
                      (uint64_t[NUMBERS]){postings[i].record, rows[j].fact, rows[j].text,
                                          rows[j].position, rows[j].span,
                                          weight_of_occurrence(&rows[j]),
                                          catalogue->terms[term].language});
        }
        ck_assert_uint_gt(places, 0);
        ck_assert_uint_eq(postings[i].weight, weight);
        ck_assert_ptr_eq(index_find_posting(catalogue, term, postings[i].record), &postings[i]);
    }
}

static void
check_words(void)
{
    struct list has = {NULL, 0, 0};
    struct list wanted = {NULL, 0, 0};
    uint64_t total = 0;
    for (uint32_t term = 0; term < catalogue->term_count; term++)
        list_postings(&has, term);
    list_words(&wanted);
    assert_same(&has, &wanted, false);
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        ck_assert_uint_eq(catalogue->lengths[record], naive_lengths[record]);
        total += naive_lengths[record];
    }
    ck_assert_uint_eq(catalogue->header->length_total, total);
    free(naive_lengths);
}

START_TEST(index_holds_every_word_of_a_record_where_it_stands_and_no_other)
{
    check_words();
}
END_TEST

START_TEST(index_terms_are_sorted_and_each_is_found)
{
    for (uint32_t term = 0; term < catalogue->term_count; term++) {
        const struct term_row *row = &catalogue->terms[term];
        const struct text word = index_word(catalogue, term);
        ck_assert_uint_eq(index_find_term(catalogue, row->language, word), term);
        if (term > 0 && catalogue->terms[term - 1].language == row->language)
            ck_assert_int_lt(text_compare(index_word(catalogue, term - 1), word), 0);
        else if (term > 0)
            ck_assert_uint_lt(catalogue->terms[term - 1].language, row->language);
    }
    ck_assert_uint_gt(catalogue->term_count, 0);
}
END_TEST

/* ---- stems ---- */

static void
check_stem(struct stemmer *stemmer, uint32_t term)
{
    const struct term_row *row = &catalogue->terms[term];
    struct text stem;
    uint32_t count = 0;
    ck_assert_int_eq(stemmer_stem(stemmer, index_word(catalogue, term), &stem), INTV_OK);
    const uint32_t found = index_find_stem(catalogue, row->language, stem);
    ck_assert_uint_ne(found, INTV_NONE);
    ck_assert_uint_eq(row->stem, found);
    const uint32_t *terms = index_terms_of_stem(catalogue, found, &count);
    bool is_listed = false;
    for (uint32_t i = 0; i < count; i++)
        is_listed = is_listed || terms[i] == term;
    ck_assert(is_listed);
}

START_TEST(index_stems_each_dutch_and_english_word_and_no_other)
{
    struct stemmer *stemmers[TEXT_OF_OTHER_LANGUAGE + 1] = {NULL};
    uint64_t listed = 0;
    uint64_t stemmed = 0;
    ck_assert_int_eq(stemmer_new(TEXT_DUTCH, &stemmers[TEXT_DUTCH]), INTV_OK);
    ck_assert_int_eq(stemmer_new(TEXT_ENGLISH, &stemmers[TEXT_ENGLISH]), INTV_OK);
    for (uint32_t term = 0; term < catalogue->term_count; term++) {
        const unsigned language = catalogue->terms[term].language;
        if (stemmers[language] != NULL)
            check_stem(stemmers[language], term);
        else
            ck_assert_uint_eq(catalogue->terms[term].stem, INTV_NONE);
        stemmed += stemmers[language] != NULL;
    }
    for (uint32_t stem = 0; stem < catalogue->stem_count; stem++)
        listed += catalogue->stems[stem].term_count;
    ck_assert_uint_eq(listed, stemmed);
    ck_assert_uint_gt(stemmed, 0);
    stemmer_free(stemmers[TEXT_DUTCH]);
    stemmer_free(stemmers[TEXT_ENGLISH]);
}
END_TEST

/* ---- parts of compounds ---- */

static bool
has_digit_or_apostrophe(struct text word)
{
    for (size_t i = 0; i < word.length; i++)
        if (strchr("0123456789'", word.bytes[i]) != NULL)
            return true;
    return false;
}

/* A word that may be a part, known by the compounds of the index itself: it was not cut. */
static bool
may_be_part(const void *context, struct text word)
{
    (void)context;
    size_t letters = 0;
    for (size_t i = 0; i < word.length; i++)
        letters += ((unsigned char)word.bytes[i] & 0xC0) != 0x80;
    const uint32_t term = index_find_term(catalogue, TEXT_DUTCH, word);
    return letters >= 4 && !stop_word_is(word) && term != INTV_NONE &&
           catalogue->terms[term].part_count == 0 && !has_digit_or_apostrophe(word);
}

static void
list_uses(struct list *list)
{
    for (uint32_t part = 0; part < catalogue->part_count; part++) {
        const struct part_row *row = &catalogue->parts[part];
        const struct text stem = {catalogue->words + row->part, row->length};
        uint32_t count = 0;
        const struct part_use *uses = index_uses_of_part(catalogue, part, &count);
        ck_assert_uint_gt(count, 0);
        ck_assert_uint_eq(index_find_part(catalogue, stem), part);
        for (uint32_t i = 0; i < count; i++)
            add_entry(list, stem,
                      (uint64_t[NUMBERS]){uses[i].term, uses[i].start, uses[i].length, uses[i].part,
                                          uses[i].part_count});
    }
}

static void
list_parts(struct list *list, struct stemmer *stemmer, uint32_t term)
{
    const struct compound_words words = {may_be_part, NULL};
    struct compound_part parts[COMPOUND_MOST_PARTS];
    const struct text word = index_word(catalogue, term);
    const unsigned count = compound_split(&words, word, parts);
    ck_assert_msg(catalogue->terms[term].part_count == count, "%.*s has %u parts, not %u",
                  (int)word.length, word.bytes, catalogue->terms[term].part_count, count);
    for (unsigned i = 0; i < count; i++) {
        struct text stem;
        ck_assert_int_eq(stemmer_stem(stemmer,
                                      (struct text){word.bytes + parts[i].start, parts[i].length},
                                      &stem),
                         INTV_OK);
        add_entry(list, stem, (uint64_t[NUMBERS]){term, parts[i].start, parts[i].length, i, count});
    }
}

START_TEST(index_parts_are_those_of_every_dutch_compound)
{
    struct list has = {NULL, 0, 0};
    struct list wanted = {NULL, 0, 0};
    struct stemmer *stemmer = NULL;
    const struct index_range dutch = index_terms_in_language(catalogue, TEXT_DUTCH);
    ck_assert_int_eq(stemmer_new(TEXT_DUTCH, &stemmer), INTV_OK);
    list_uses(&has);
    for (uint32_t term = dutch.first; term < dutch.end; term++)
        list_parts(&wanted, stemmer, term);
    for (uint32_t term = 0; term < catalogue->term_count; term++)
        ck_assert(catalogue->terms[term].language == TEXT_DUTCH ||
                  catalogue->terms[term].part_count == 0);
    assert_same(&has, &wanted, false);
    stemmer_free(stemmer);
}
END_TEST

int
main(void)
{
    static const struct
    {
        const char *name;
        void (*load)(void);
    } CASES[] = {{"small", load_small}, {"real", load_real}};
    Suite *suite = suite_create("index words");
    for (size_t i = 0; i < 2; i++) {
        TCase *tests = tcase_create(CASES[i].name);
        tcase_add_checked_fixture(tests, CASES[i].load, free_loader);
        tcase_add_test(tests, index_holds_every_word_of_a_record_where_it_stands_and_no_other);
        tcase_add_test(tests, index_terms_are_sorted_and_each_is_found);
        tcase_add_test(tests, index_stems_each_dutch_and_english_word_and_no_other);
        tcase_add_test(tests, index_parts_are_those_of_every_dutch_compound);
        suite_add_tcase(suite, tests);
    }
    return run_suite(suite);
}
