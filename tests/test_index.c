/* SPDX-License-Identifier: EUPL-1.2 */
/* The index by hand: small catalogues of which all is known, what cannot go well, and its bytes. */
#include "base/bits.h"
#include "base/memory.h"
#include "read/builtin.h"
#include "read/freeze.h"

#include "index_lists.h"

static uint32_t
find_id(enum kind kind, const char *id)
{
    const uint32_t record = catalogue_find(catalogue, kind, text_of(id));
    ck_assert_msg(record != INTV_NONE, "no %s", id);
    return record;
}

/* Weight of a word in a record, 0 when it does not stand there. */
static uint32_t
weigh(unsigned language, const char *word, uint32_t record)
{
    const uint32_t term = index_find_term(catalogue, language, text_of(word));
    const struct posting_row *posting =
        term != INTV_NONE ? index_find_posting(catalogue, term, record) : NULL;
    return posting != NULL ? posting->weight : 0;
}

static const struct occurrence_row *
occurrences(unsigned language, const char *word, uint32_t record, uint32_t *count)
{
    const uint32_t term = index_find_term(catalogue, language, text_of(word));
    ck_assert_msg(term != INTV_NONE, "no word %s", word);
    const struct posting_row *posting = index_find_posting(catalogue, term, record);
    ck_assert_ptr_nonnull(posting);
    return index_occurrences_of(catalogue, posting, count);
}

/* ---- words ---- */

START_TEST(index_weighs_a_word_by_every_field_where_it_stands)
{
    load_small();
    const uint32_t talk = find_id(KIND_INTERVENTION, "tests.talk-2");
    /* Name; wording of the setting; label of the setting. */
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "school", talk), 16 + 3 + 5);
    /* Name, twice in the summary. */
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "praten", talk), 16 + 8 + 8);
    /* Name, label. */
    ck_assert_uint_eq(weigh(TEXT_ENGLISH, "school", talk), 16 + 5);
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "lopen", talk), 0);
    free_loader();
}
END_TEST

START_TEST(index_id_is_cut_at_hyphens_and_stops)
{
    uint32_t count = 0;
    load_small();
    const uint32_t talk = find_id(KIND_INTERVENTION, "tests.talk-2");
    const struct occurrence_row *rows = occurrences(TEXT_OF_NO_LANGUAGE, "talk", talk, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(rows[0].fact, INTV_NONE);
    ck_assert_uint_eq(rows[0].text, INTV_NONE);
    ck_assert_uint_eq(rows[0].position, 1);
    ck_assert_uint_eq(weigh(TEXT_OF_NO_LANGUAGE, "2", talk), 12);
    ck_assert_uint_eq(weigh(TEXT_OF_NO_LANGUAGE, "tests", talk), 12);
    free_loader();
}
END_TEST

#define WORDS_OF_TEN "een twee drie vier vijf zes zeven acht negen tien "
#define WORDS_OF_FORTY WORDS_OF_TEN WORDS_OF_TEN WORDS_OF_TEN WORDS_OF_TEN

START_TEST(index_counts_no_more_than_the_first_words_of_a_name_that_is_referred_to)
{
    assert_load(
        INTV_OK, "",
        LOAD("<source id='long' read='whole'><title>" WORDS_OF_FORTY WORDS_OF_FORTY WORDS_OF_FORTY
             "a1 a2 a3 a4 a5 a6 a7 a8 a9</title></source>"
             "<evaluation id='study' status='published' asserted-by='editor'>"
             "<title>T</title>"
             "<reported-in ref='long'/><evaluates ref='talk'/></evaluation>" PROGRAMME("")));
    const uint32_t study = find_id(KIND_EVALUATION, "study");
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "a8", study), 1);
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "a9", study), 0);
    ck_assert_uint_eq(weigh(TEXT_DUTCH, "a9", find_id(KIND_SOURCE, "long")), 16);
}
END_TEST

START_TEST(index_leaves_addresses_and_identifiers_out)
{
    assert_load(INTV_OK, "",
                LOAD("<source id='s' read='whole'><title>T</title><author>Schrijver</author>"
                     "<url>https://example.org/</url><doi>10.1000/vindplaats</doi></source>"));
    const uint32_t source = find_id(KIND_SOURCE, "s");
    ck_assert_uint_eq(weigh(TEXT_OF_NO_LANGUAGE, "schrijver", source), 2);
    for (uint32_t term = 0; term < catalogue->term_count; term++) {
        const struct text word = index_word(catalogue, term);
        ck_assert(!text_is(word, "vindplaats") && !text_is(word, "https") &&
                  !text_is(word, "example"));
    }
}
END_TEST

START_TEST(index_holds_words_with_hyphens_whole_too_but_counts_them_once)
{
    uint32_t count = 0;
    assert_load(INTV_OK, "", LOAD("<organisation id='o'><name>De MIJ-les</name></organisation>"));
    const struct occurrence_row *rows = occurrences(TEXT_DUTCH, "mijles", 0, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(rows[0].position, 1);
    ck_assert_uint_eq(rows[0].span, 2);
    rows = occurrences(TEXT_DUTCH, "les", 0, &count);
    ck_assert_uint_eq(rows[0].position, 2);
    ck_assert_uint_eq(rows[0].span, 1);
    ck_assert_uint_eq(catalogue->lengths[0], 12 + 3 * 16);
    ck_assert_uint_eq(catalogue->header->length_total, 12 + 3 * 16);
}
END_TEST

START_TEST(index_finds_terms_by_their_beginning_in_one_language)
{
    assert_load(INTV_OK, "",
                LOAD("<organisation id='o'><name>Buurt buurten buurman bus</name>"
                     "<name xml:lang='en'>Buurthuis</name></organisation>"));
    const struct index_range range =
        index_terms_with_prefix(catalogue, TEXT_DUTCH, text_of("buurt"));
    ck_assert_uint_eq(range.end - range.first, 2);
    ck_assert(text_is(index_word(catalogue, range.first), "buurt"));
    ck_assert(text_is(index_word(catalogue, range.first + 1), "buurten"));
    const struct index_range none = index_terms_with_prefix(catalogue, TEXT_DUTCH, text_of("x"));
    ck_assert_uint_eq(none.first, none.end);
    const struct index_range all = index_terms_in_language(catalogue, TEXT_DUTCH);
    ck_assert_uint_eq(all.end - all.first, 4);
    ck_assert_uint_eq(index_find_term(catalogue, TEXT_DUTCH, text_of("buur")), INTV_NONE);
    ck_assert_uint_eq(index_find_term(catalogue, TEXT_ENGLISH, text_of("buurt")), INTV_NONE);
    ck_assert_uint_eq(index_find_stem(catalogue, TEXT_DUTCH, text_of("zebra")), INTV_NONE);
    ck_assert_uint_eq(index_find_part(catalogue, text_of("zebra")), INTV_NONE);
}
END_TEST

/* Whether a compound has a part that is this word of the catalogue. */
static bool
has_part(const char *compound, const char *part)
{
    const uint32_t term = index_find_term(catalogue, TEXT_DUTCH, text_of(compound));
    ck_assert_uint_ne(term, INTV_NONE);
    for (uint32_t i = 0; i < catalogue->part_count; i++) {
        uint32_t count = 0;
        const struct part_use *uses = index_uses_of_part(catalogue, i, &count);
        for (uint32_t j = 0; j < count; j++)
            if (uses[j].term == term &&
                text_is((struct text){index_word(catalogue, term).bytes + uses[j].start,
                                      uses[j].length},
                        part))
                return true;
    }
    return false;
}

START_TEST(index_cuts_compounds_at_words_that_stand_alone_in_dutch_texts)
{
    assert_load(INTV_OK, "",
                LOAD("<organisation id='o'><name>Zebra giraf zebragiraf zebragirafzebra"
                     " olifantkever</name><name xml:lang='en'>Kever olifant</name>"
                     "</organisation>"));
    ck_assert(has_part("zebragiraf", "zebra"));
    ck_assert(has_part("zebragiraf", "giraf"));
    /* Neither compounds themselves, which would give two parts, nor English words are parts. */
    const uint32_t whole = index_find_term(catalogue, TEXT_DUTCH, text_of("zebragirafzebra"));
    ck_assert_uint_ne(catalogue->terms[whole].part_count, 2);
    const uint32_t other = index_find_term(catalogue, TEXT_DUTCH, text_of("olifantkever"));
    ck_assert_uint_eq(catalogue->terms[other].part_count, 0);
}
END_TEST

/* ---- sets ---- */

static bool
is_said(enum field field, enum facet_sort sort, uint32_t value, uint32_t record)
{
    const struct facet_row *facet = index_find_facet(catalogue, field, sort, value);
    return facet != NULL && index_facet_holds(catalogue, facet, record);
}

START_TEST(index_says_of_a_record_what_is_broader_than_it_says)
{
    load_small();
    const uint32_t talk = find_id(KIND_INTERVENTION, "tests.talk-2");
    const uint32_t walk = find_id(KIND_INTERVENTION, "walk");
    const uint32_t place = find_id(KIND_CONCEPT, "place");
    ck_assert(is_said(FIELD_SETTING, FACET_VALUE, find_id(KIND_CONCEPT, "school"), talk));
    ck_assert(is_said(FIELD_SETTING, FACET_VALUE, place, talk));
    ck_assert(!is_said(FIELD_SETTING, FACET_VALUE, place, walk));
    ck_assert(is_said(FIELD_COST, FACET_SILENT, SILENCE_SEARCHED, talk));
    ck_assert(!is_said(FIELD_COST, FACET_SILENT, 0, talk));
    ck_assert(is_said(FIELD_COST, FACET_SILENT, 0, walk));
    ck_assert(!is_said(FIELD_COST, FACET_SILENT, 0, place));
    ck_assert(is_said(FIELD_SESSIONS, FACET_STATED, 0, talk));
    ck_assert(is_said(FIELD_RECORD_KIND, FACET_CODE, RECORD_KIND_TYPE, walk));
    free_loader();
}
END_TEST

START_TEST(index_derives_findings_for_the_interventions_they_are_about)
{
    load_small();
    const uint32_t talk = find_id(KIND_INTERVENTION, "tests.talk-2");
    const uint32_t walk = find_id(KIND_INTERVENTION, "walk");
    const uint32_t know = find_id(KIND_CONCEPT, "know");
    const uint32_t feel = find_id(KIND_CONCEPT, "feel");
    ck_assert(is_said(FIELD_EVALUATES, FACET_DERIVED_STATED, 0, talk));
    ck_assert(is_said(FIELD_OUTCOME, FACET_DERIVED, know, walk));
    ck_assert(!is_said(FIELD_OUTCOME, FACET_DERIVED, know, talk));
    /* Not studied. */
    ck_assert_ptr_null(index_find_facet(catalogue, FIELD_OUTCOME, FACET_DERIVED, feel));
    ck_assert_ptr_null(index_find_facet(catalogue, FIELD_OF, FACET_DERIVED_STATED, 0));
    free_loader();
}
END_TEST

/* ---- weights ---- */

START_TEST(index_weighs_each_field_with_a_text_or_reference_and_no_other)
{
    unsigned rows[FIELD_COUNT] = {0};
#define WEIGHT(FIELD, weight)                                                                      \
    rows[FIELD_##FIELD]++;                                                                         \
    ck_assert(weight >= 1 && weight <= 16);                                                        \
    ck_assert_uint_eq(index_weight(FIELD_##FIELD), weight);
#define NOT_SEARCHED(FIELD)                                                                        \
    rows[FIELD_##FIELD]++;                                                                         \
    ck_assert_uint_eq(index_weight(FIELD_##FIELD), 0);
#define WEIGHT_OF_ID(weight) ck_assert_uint_eq(index_weight_of_id(), weight);
#define WEIGHT_OF_WORDING(weight) ck_assert_uint_eq(index_weight_of_text(FIELD_AGES), weight);
#include "index/weights.def"
#undef WEIGHT
#undef NOT_SEARCHED
#undef WEIGHT_OF_ID
#undef WEIGHT_OF_WORDING
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        const enum value value = FIELD_FORMATS[field].value;
        const bool is_searched = value == VALUE_TEXT || value == VALUE_WORDING ||
                                 value == VALUE_TOKEN || value == VALUE_CONCEPT ||
                                 value == VALUE_REFERENCE;
        ck_assert_msg(rows[field] == is_searched, "%s has %u weights", FIELD_FORMATS[field].name,
                      rows[field]);
    }
}
END_TEST

/* All weights, in the order of the format: whoever changes one says so here too. */
START_TEST(index_weights_are_these)
{
    static const char WANTED[] =
        "id 12 wording 3 scheme 1 kind 3 kind 3 replaced-by 1 of 6 name 16 alias 12 "
        "summary 8 label 16 alt-label 12 hidden-label 12 definition 8 title 16 note 3 "
        "notation 8 broader 3 condition 3 helped-by 2 type 6 organisation 3 municipality "
        "4 pays-from 2 target-group 6 setting 5 level 5 ideology 5 aim 6 delivery-form 5 "
        "part-of 3 variant-of 3 successor 2 uses-element 6 needs-precondition 4 "
        "limitation 3 side-effect 3 development 3 author 2 reported-in 1 evaluates 6 "
        "evaluation-kind 4 design 4 method 3 outcome 5 for 2 recommendation 3 "
        "classification 2 rated 4 rated-by 2 meaning 3 code 4 assessed-by 2 funds-type 4 "
        "publisher 2 published-in 2 statement 8 about 5 contradicted-by 1 qualified-by 1";
    char has[2048];
    size_t used = (size_t)snprintf(has, sizeof(has), "id %u wording %u", index_weight_of_id(),
                                   index_weight_of_text(FIELD_AGES));
    for (unsigned field = 0; field < FIELD_COUNT; field++)
        if (index_weight((enum field)field) > 0)
            used += (size_t)snprintf(has + used, sizeof(has) - used, " %s %u",
                                     FIELD_FORMATS[field].name, index_weight((enum field)field));
    ck_assert_uint_lt(used, sizeof(has));
    ck_assert_str_eq(has, WANTED);
}
END_TEST

/* ---- bytes ---- */

static void
assert_same_block(const void *one, size_t one_size, const void *other, size_t other_size)
{
    ck_assert_uint_eq(one_size, other_size);
    ck_assert_int_eq(memcmp(one, other, one_size), 0);
}

START_TEST(index_is_the_same_bytes_in_every_load_and_in_the_library)
{
    load_real();
    struct intv_catalogue *first = intv_catalogue_ref(catalogue);
    free_loader();
    load_real();
    assert_same_block(first->header, (size_t)first->header->size, catalogue->header,
                      (size_t)catalogue->header->size);
    assert_same_block(first->header, (size_t)first->header->size, BUILTIN_BLOCK, BUILTIN_SIZE);
    intv_catalogue_unref(first);
    free_loader();
}
END_TEST

START_TEST(index_of_a_catalogue_that_was_loaded_before_is_the_same)
{
    load_small();
    struct intv_catalogue *first = intv_catalogue_ref(catalogue);
    start_again();
    ck_assert_int_eq(intv_loader_add_catalogue(loader, first), INTV_OK);
    assert_load(INTV_OK, "", load());
    assert_same_block(first->header, (size_t)first->header->size, catalogue->header,
                      (size_t)catalogue->header->size);
    intv_catalogue_unref(first);
    free_loader();
}
END_TEST

START_TEST(index_sections_beyond_the_block_are_refused)
{
    struct intv_catalogue *opened = NULL;
    load_small();
    const size_t size = (size_t)catalogue->header->size;
    char *block = malloc(size);
    struct block_header *header = (struct block_header *)(void *)block;
    for (unsigned section = SECTION_INDEX_FIRST; section < SECTION_COUNT; section++) {
        memcpy(block, catalogue->header, size);
        header->sections[section].count = size / BLOCK_ROW_SIZES[section] + 1;
        ck_assert_int_eq(catalogue_open(block, size, &opened), INTV_ERROR_VERSION);
        memcpy(block, catalogue->header, size);
        header->sections[section].offset++;
        ck_assert_int_eq(catalogue_open(block, size, &opened), INTV_ERROR_VERSION);
    }
    free(block);
    free_loader();
}
END_TEST

/* ---- stopping ---- */

struct patience
{
    unsigned asked;
    unsigned most;
};

static enum intv_status
lose_patience(void *user)
{
    struct patience *patience = user;
    return patience->asked++ < patience->most ? INTV_OK : INTV_ERROR_CANCELLED;
}

START_TEST(index_of_a_big_catalogue_is_stopped_wherever_it_asks)
{
    enum intv_status status = INTV_ERROR_CANCELLED;
    struct patience patience = {0, 0};
    load_real();
    for (; status == INTV_ERROR_CANCELLED; patience.most++) {
        const struct index_watch watch = {lose_patience, &patience};
        struct index_rows rows = {.length_total = 0};
        patience.asked = 0;
        status = index_build(catalogue, &watch, &rows);
        index_free_rows(&rows);
    }
    ck_assert_int_eq(status, INTV_OK);
    ck_assert_uint_gt(patience.asked, 10);
    ck_assert_uint_eq(patience.asked, patience.most - 1);
    free_loader();
}
END_TEST

static int
stop_at_the_end(void *user, const char *file, uint64_t done, uint64_t total)
{
    unsigned *phases = user;
    (void)done;
    (void)total;
    *phases += file[0] == '\0';
    return *phases > 3;
}

/* Linking, checking and freezing tell that they begin; what is heard after them comes from here. */
START_TEST(index_that_is_stopped_cancels_the_load)
{
    unsigned phases = 0;
    make_loader();
    ck_assert_int_eq(intv_loader_add_path(loader, getenv("INTV_DATA")), INTV_OK);
    ck_assert_int_eq(intv_loader_set_progress(loader, stop_at_the_end, &phases), INTV_OK);
    assert_load(INTV_ERROR_CANCELLED, "cancelled", load());
    ck_assert_uint_eq(phases, 4);
    free_loader();
}
END_TEST

/* ---- bits ---- */

START_TEST(bits_of_a_range_are_those_and_no_others)
{
    for (uint32_t first = 0; first < 200; first += 7)
        for (uint32_t end = 0; end <= 200; end++) {
            uint64_t bits[4] = {0};
            bits_add_range(bits, first, end);
            for (uint32_t i = 0; i < 200; i++)
                ck_assert_int_eq(bits_hold(bits, i), i >= first && i < end);
            ck_assert_uint_eq(bits_count(bits, 4), end > first ? end - first : 0);
        }
}
END_TEST

START_TEST(bits_are_walked_united_and_parted)
{
    uint64_t even[3] = {0};
    uint64_t third[3] = {0};
    uint64_t made[3] = {0};
    for (uint32_t i = 0; i < 130; i++) {
        if (i % 2 == 0)
            bits_add(even, i);
        if (i % 3 == 0)
            bits_add(third, i);
    }
    ck_assert_uint_eq(bits_words(130), 3);
    ck_assert_uint_eq(bits_words(128), 2);
    ck_assert_uint_eq(bits_words(0), 0);
    ck_assert_uint_eq(bits_count_both(even, third, 3), 22);
    for (uint32_t i = 0; i < 130; i++)
        ck_assert_uint_eq(bits_next(third, i, 130), (i + 2) / 3 * 3 < 130 ? (i + 2) / 3 * 3 : 130);
    ck_assert_uint_eq(bits_next(third, 130, 130), 130);
    ck_assert_uint_eq(bits_next(made, 0, 130), 130);
    bits_unite(made, even, 3);
    bits_unite(made, third, 3);
    ck_assert_uint_eq(bits_count(made, 3), 65 + 44 - 22);
    bits_intersect(made, third, 3);
    ck_assert_int_eq(memcmp(made, third, sizeof(made)), 0);
    bits_subtract(made, even, 3);
    ck_assert_uint_eq(bits_count(made, 3), 22);
    bits_remove(made, 3);
    ck_assert(!bits_hold(made, 3) && bits_hold(made, 9));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("index");
    TCase *plain = tcase_create("index");
    TCase *loaded = tcase_create("loaded");
    tcase_add_test(plain, index_weighs_a_word_by_every_field_where_it_stands);
    tcase_add_test(plain, index_id_is_cut_at_hyphens_and_stops);
    tcase_add_test(plain, index_says_of_a_record_what_is_broader_than_it_says);
    tcase_add_test(plain, index_derives_findings_for_the_interventions_they_are_about);
    tcase_add_test(plain, index_weighs_each_field_with_a_text_or_reference_and_no_other);
    tcase_add_test(plain, index_weights_are_these);
    tcase_add_test(plain, index_is_the_same_bytes_in_every_load_and_in_the_library);
    tcase_add_test(plain, index_of_a_catalogue_that_was_loaded_before_is_the_same);
    tcase_add_test(plain, index_sections_beyond_the_block_are_refused);
    tcase_add_test(plain, index_of_a_big_catalogue_is_stopped_wherever_it_asks);
    tcase_add_test(plain, index_that_is_stopped_cancels_the_load);
    tcase_add_test(plain, bits_of_a_range_are_those_and_no_others);
    tcase_add_test(plain, bits_are_walked_united_and_parted);
    tcase_add_checked_fixture(loaded, make_loader, free_loader);
    tcase_add_test(loaded, index_counts_no_more_than_the_first_words_of_a_name_that_is_referred_to);
    tcase_add_test(loaded, index_leaves_addresses_and_identifiers_out);
    tcase_add_test(loaded, index_holds_words_with_hyphens_whole_too_but_counts_them_once);
    tcase_add_test(loaded, index_finds_terms_by_their_beginning_in_one_language);
    tcase_add_test(loaded, index_cuts_compounds_at_words_that_stand_alone_in_dutch_texts);
    suite_add_tcase(suite, plain);
    suite_add_tcase(suite, loaded);
    return run_suite(suite);
}
