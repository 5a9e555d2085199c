/* SPDX-License-Identifier: EUPL-1.2 */
/* Searching by words: doc/search.md. */
#include <pthread.h>
#include <time.h>

#include "base/output.h"
#include "match_fixture.h"
#include "scarce_memory.h"

#define SUMMARY(text) "<summary>" text "</summary>"
#define ENGLISH(text) "<summary xml:lang='en'>" text "</summary>"
#define SAYS(id, text) PROGRAMME(id, SUMMARY(text))
#define CONCEPT(id, labels)                                                                        \
    "<concept id='" id "' scheme='aim'><label>" id "</label>" labels "</concept>"
#define AIM(concept) "<aim concept='" concept "'/>"

/* ---- asking ---- */

static struct intv_search *search;
static struct intv_hit *hit;

static void
forget(void)
{
    intv_hit_free(hit);
    intv_search_free(search);
    hit = NULL;
    search = NULL;
}

static struct intv_query *
parse(const char *words)
{
    struct intv_query *query = NULL;
    ck_assert_int_eq(
        intv_query_parse(fixture.catalogue, words, strlen(words), INTV_STRICT, &query, NULL),
        INTV_OK);
    ck_assert_int_eq(intv_query_set_kinds(query, 1U << INTV_KIND_INTERVENTION), INTV_OK);
    ck_assert_int_eq(intv_query_set_page(query, 0, 0), INTV_OK);
    return query;
}

static void
run(struct intv_query *query)
{
    forget();
    ck_assert_int_eq(intv_search_new(query, &search, NULL), INTV_OK);
    intv_query_free(query);
}

/* Asks for interventions with all of the words. */
static void
look_for(const char *words)
{
    struct intv_query *query = parse(words);
    ck_assert_int_eq(intv_query_set_relaxing(query, 0), INTV_OK);
    run(query);
}

static const char *
id_at(size_t index)
{
    return intv_record_get_id(fixture.catalogue, intv_search_get_record(search, index));
}

static void
assert_ids(const char *words, const char *expected)
{
    char found[400] = "";
    for (size_t i = 0; i < intv_search_get_count(search); i++) {
        const size_t length = strlen(found);
        snprintf(found + length, sizeof(found) - length, "%s%s", i > 0 ? " " : "", id_at(i));
    }
    ck_assert_msg(strcmp(found, expected) == 0, "%s: \"%s\", not \"%s\"", words, found, expected);
}

/* Looks for words and compares the ids that are found, best first. */
static void
assert_found(const char *words, const char *expected)
{
    look_for(words);
    assert_ids(words, expected);
}

static void
assert_exactly(const char *words, const char *expected)
{
    struct intv_query *query = parse(words);
    ck_assert_int_eq(intv_query_set_exact(query, 1), INTV_OK);
    run(query);
    assert_ids(words, expected);
}

/* One match of the first record as "word manner [field] text<match>text via". */
static void
assert_match(const char *words, size_t match, const char *expected)
{
    char found[400];
    look_for(words);
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    ck_assert_uint_gt(intv_hit_get_match_count(hit), match);
    const char *text = intv_hit_get_match_text(hit, match);
    const size_t start = intv_hit_get_match_start(hit, match);
    const size_t length = intv_hit_get_match_length(hit, match);
    const uint32_t fact = intv_hit_get_match_fact(hit, match);
    const uint32_t via = intv_hit_get_match_via(hit, match);
    snprintf(found, sizeof(found), "%s %s [%s] %.*s<%.*s>%s %s",
             intv_search_get_word(search, intv_hit_get_match_word(hit, match)),
             intv_manner_get_name(intv_hit_get_match_manner(hit, match)),
             fact != INTV_NONE ? intv_fact_get_field(fixture.catalogue, fact) : "id", (int)start,
             text, (int)length, text + start, text + start + length,
             via != INTV_NONE ? intv_record_get_id(fixture.catalogue, via) : "-");
    ck_assert_str_eq(found, expected);
}

/* ---- words ---- */

START_TEST(search_finds_a_word_as_it_is_written)
{
    load(SAYS("a", "Een dialoog met ouders.") SAYS("b", "Een spel."));
    assert_found("dialoog", "a");
    assert_found("Dialoog", "a");
    assert_found("fiets", "");
    ck_assert_uint_eq(intv_search_get_total(search), 0);
}
END_TEST

START_TEST(search_exact_beats_stem_beats_part_beats_synonym)
{
    load(SAYS("d-exact", "Over training nu.") SAYS("c-stem", "Over trainingen nu.")
             SAYS("b-part", "Over groepstraining nu.")
                 PROGRAMME("a-synonym", SUMMARY("Over lessen nu.") AIM("oefenen"))
                     CONCEPT("oefenen", "<alt-label>training</alt-label>"));
    assert_found("training", "d-exact c-stem b-part a-synonym");
}
END_TEST

START_TEST(search_a_stem_is_that_of_the_language_of_the_text)
{
    load(PROGRAMME("a", ENGLISH("They were debating.")) PROGRAMME("b", SUMMARY("They debating.")));
    assert_found("debated", "a");
}
END_TEST

START_TEST(search_an_exact_word_counts_in_any_language)
{
    load(PROGRAMME("a", ENGLISH("The workshop.")) PROGRAMME("b", SUMMARY("De workshop.")));
    look_for("workshop");
    ck_assert_uint_eq(intv_search_get_total(search), 2);
}
END_TEST

START_TEST(search_a_compound_is_found_written_apart_and_the_other_way_round)
{
    load(SAYS("a", "Een theaterinterventie.") SAYS("b", "Een theater-interventie.")
             SAYS("c", "Een theater interventie.") SAYS("d", "Een interventie in het theater."));
    static const char *const WAYS[] = {"theaterinterventies", "\"theater interventie\"",
                                       "theater-interventie", "\"theater interventies\""};
    for (size_t i = 0; i < LENGTH(WAYS); i++) {
        look_for(WAYS[i]);
        ck_assert_msg(intv_search_get_total(search) == 3, "%s", WAYS[i]);
        for (size_t place = 0; place < 3; place++)
            ck_assert_str_ne(id_at(place), "d");
    }
    look_for("theater interventie");
    ck_assert_uint_eq(intv_search_get_total(search), 4);
}
END_TEST

START_TEST(search_a_phrase_stands_in_one_text_and_in_that_order)
{
    load(SAYS("a", "Een veilige omgeving.") SAYS("b", "Een omgeving, veilige.")
             PROGRAMME("c", "<alias>Het is veilige</alias><alias>omgeving hier</alias>"));
    assert_found("\"veilige omgeving\"", "a");
    assert_found("\"veilig omgeving\"", "a");
    assert_exactly("\"veilig omgeving\"", "");
    assert_exactly("\"veilige omgeving\"", "a");
}
END_TEST

START_TEST(search_a_prefix_finds_what_begins_so)
{
    load(SAYS("a", "Weerbaarheid.") SAYS("b", "Weerbaar.") SAYS("c", "Onweerbaar."));
    assert_found("weerbaar*", "b a");
}
END_TEST

START_TEST(search_exact_words_switch_the_rest_off)
{
    load(SAYS("a", "Over training nu.") SAYS("b", "Over trainingen nu.")
             SAYS("c", "Over groepstraining nu.")
                 PROGRAMME("d", SUMMARY("Over lessen nu.") AIM("oefenen"))
                     CONCEPT("oefenen", "<alt-label>training</alt-label>"));
    assert_exactly("training", "a");
    look_for("training");
    ck_assert_uint_eq(intv_search_get_total(search), 4);
}
END_TEST

START_TEST(search_a_word_of_a_field_stands_in_that_field)
{
    load(PROGRAMME("a", "<alias>dialoog</alias>") SAYS("b", "dialoog"));
    look_for("dialoog");
    ck_assert_uint_eq(intv_search_get_total(search), 2);
    assert_found("samenvatting:dialoog", "b");
    assert_found("alias:dialoog", "a");
}
END_TEST

START_TEST(search_the_id_is_found)
{
    load(SAYS("groene-fiets", "Een spel."));
    assert_found("fiets", "groene-fiets");
}
END_TEST

/* ---- concepts ---- */

START_TEST(search_a_concept_finds_what_uses_it_or_a_narrower_one)
{
    load(PROGRAMME("a", AIM("know")) PROGRAMME("b", AIM("recognise-early"))
             PROGRAMME("c", AIM("connect")));
    look_for("know");
    ck_assert_uint_eq(intv_search_get_total(search), 2);
    assert_match("know", 0, "know exact [aim] <know> know");
}
END_TEST

START_TEST(search_a_narrower_concept_says_via_which_it_was_found)
{
    load(PROGRAMME("b", AIM("recognise-early")));
    assert_match("know", 0, "know synonym [aim] <recognise-early> know");
}
END_TEST

START_TEST(search_a_label_in_the_other_language_finds_the_concept)
{
    load(PROGRAMME("a", AIM("verbinden"))
             CONCEPT("verbinden", "<label xml:lang='en'>social cohesion</label>"
                                  "<hidden-label>socale kohesie</hidden-label>"));
    assert_found("\"social cohesion\"", "a");
    assert_found("socale kohesie", "a");
    assert_match("socale kohesie", 0, "socale synonym [aim] <verbinden> verbinden");
}
END_TEST

START_TEST(search_a_label_is_whole_or_none)
{
    load(PROGRAMME("a", AIM("verbinden"))
             CONCEPT("verbinden", "<alt-label>sociale samenhang</alt-label>"));
    assert_found("sociale samenhang", "a");
    assert_found("sociale samenhangen", "a");
    assert_found("samenhang", "");
    assert_found("samenhang sociale", "");
    assert_exactly("sociale samenhang", "");
}
END_TEST

START_TEST(search_a_label_may_be_written_together_or_apart)
{
    load(PROGRAMME("a", AIM("een")) PROGRAMME("b", AIM("twee"))
             CONCEPT("een", "<alt-label>theaterproject</alt-label>")
                 CONCEPT("twee", "<alt-label>theater project</alt-label>"));
    look_for("theaterprojecten");
    ck_assert_uint_eq(intv_search_get_total(search), 2);
    look_for("\"theater project\"");
    ck_assert_uint_eq(intv_search_get_total(search), 2);
}
END_TEST

START_TEST(search_the_record_with_that_name_comes_before_those_that_mention_it)
{
    load(SAYS("a", "Nadia en Nadia.") PROGRAMME("b", "<alias>Nadia</alias>"));
    assert_found("nadia", "b a");
}
END_TEST

START_TEST(search_what_a_source_states_comes_before_what_the_editor_classified)
{
    load(PROGRAMME("a", BY_EDITOR("aim", "concept='verbinden'")) PROGRAMME(
        "b", AIM("verbinden") SUMMARY("Veel meer tekst staat er in deze samenvatting."))
             CONCEPT("verbinden", "<alt-label>sociale samenhang</alt-label>"));
    assert_found("sociale samenhang", "b a");
}
END_TEST

/* ---- the tree ---- */

static const char FOUR[] =
    SAYS("a", "appel") SAYS("b", "appel peer") SAYS("c", "peer kers") SAYS("d", "kers");

START_TEST(search_all_words_are_wanted)
{
    load(FOUR);
    assert_found("appel peer", "b");
    assert_found("appel kers", "");
}
END_TEST

START_TEST(search_not_leaves_out)
{
    load(FOUR);
    assert_found("appel -peer", "a");
    assert_found("-appel -kers", "");
    assert_found("-appel", "c d");
}
END_TEST

START_TEST(search_or_finds_either_and_both_count)
{
    load(FOUR);
    assert_found("appel OR kers", "a d b c");
    assert_found("(appel OR kers) peer", "b c");
    ck_assert_uint_eq(intv_search_get_word_count(search), 3);
}
END_TEST

START_TEST(search_without_words_finds_everything_in_the_order_of_numbers)
{
    load(FOUR);
    struct intv_query *query = NULL;
    ck_assert_int_eq(intv_query_new(fixture.catalogue, &query), INTV_OK);
    ck_assert_int_eq(intv_query_set_kinds(query, 1U << INTV_KIND_INTERVENTION), INTV_OK);
    run(query);
    assert_ids("", "a b c d");
    ck_assert_uint_eq(intv_search_get_word_count(search), 0);
    ck_assert_uint_eq(intv_search_get_score(search, 0), 0);
}
END_TEST

START_TEST(search_stop_words_are_not_wanted_beside_others)
{
    load(SAYS("a", "appel") SAYS("b", "de peer"));
    assert_found("de appel", "a");
    ck_assert_uint_eq(intv_search_get_word_count(search), 1);
    assert_found("de", "b");
}
END_TEST

START_TEST(search_a_stop_word_counts_as_a_side_of_an_or)
{
    load(SAYS("een", "wij samen") SAYS("twee", "appel") SAYS("drie", "peer"));
    assert_found("wij OR appel", "twee een");
    assert_found("wij OR xyzzy", "een");
    assert_found("wij appel", "twee");
}
END_TEST

START_TEST(search_stop_words_count_in_phrases)
{
    load(SAYS("a", "kopje van thee") SAYS("b", "kopje thee"));
    assert_found("\"kopje van thee\"", "a");
    assert_found("\"kopje thee\"", "b");
}
END_TEST

/* ---- relaxing ---- */

START_TEST(search_is_relaxed_when_few_records_hold_all_words)
{
    load(FOUR);
    run(parse("appel kers"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 1);
    ck_assert_uint_eq(intv_search_get_whole_total(search), 0);
    ck_assert_uint_eq(intv_search_get_total(search), 4);
    ck_assert_int_eq(
        intv_search_is_word_found(search, 0, 0) + intv_search_is_word_found(search, 0, 1), 1);
    run(parse("appel peer"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 1);
    ck_assert_uint_eq(intv_search_get_whole_total(search), 1);
    assert_ids("appel peer", "b a c");
}
END_TEST

START_TEST(search_is_not_relaxed_when_enough_hold_all_words)
{
    load(SAYS("a", "appel peer") SAYS("b", "appel peer") SAYS("c", "appel peer")
             SAYS("d", "appel peer") SAYS("e", "appel peer") SAYS("f", "appel"));
    run(parse("appel peer"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 0);
    assert_ids("appel peer", "a b c d e");
}
END_TEST

START_TEST(search_relaxed_asks_for_as_many_words_as_enough_records_hold)
{
    load(SAYS("a", "appel peer kers") SAYS("b", "appel peer") SAYS("c", "peer kers")
             SAYS("d", "appel kers") SAYS("e", "appel peer") SAYS("f", "appel"));
    run(parse("appel peer kers"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 1);
    ck_assert_uint_eq(intv_search_get_total(search), 5);
    ck_assert_str_eq(id_at(0), "a");
}
END_TEST

START_TEST(search_relaxed_keeps_what_is_to_be_absent)
{
    load(FOUR);
    run(parse("appel kers -peer"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 1);
    assert_ids("appel kers -peer", "a d");
}
END_TEST

START_TEST(search_is_not_relaxed_unless_asked)
{
    load(FOUR);
    look_for("appel kers");
    ck_assert_int_eq(intv_search_is_relaxed(search), 0);
    ck_assert_uint_eq(intv_search_get_total(search), 0);
}
END_TEST

START_TEST(search_that_nothing_more_answers_is_not_called_relaxed)
{
    load(FOUR);
    run(parse("fiets brommer"));
    ck_assert_int_eq(intv_search_is_relaxed(search), 0);
    ck_assert_uint_eq(intv_search_get_total(search), 0);
}
END_TEST

START_TEST(search_reads_a_word_that_stands_nowhere_as_the_nearest)
{
    load(SAYS("een", "fietspomp") SAYS("twee", "iets anders"));
    run(parse("feitspomp"));
    assert_ids("feitspomp", "een");
    ck_assert_str_eq(intv_search_get_corrected(search), "fietspomp");
    ck_assert_str_eq(intv_search_get_word(search, 0), "fietspomp");
    ck_assert_str_eq(intv_search_get_suggestion(search, 0), "fietspomp");
    ck_assert_int_eq(intv_search_is_relaxed(search), 0);
}
END_TEST

START_TEST(search_reads_no_word_otherwise_that_is_found_or_when_not_relaxing)
{
    load(SAYS("een", "fietspomp") SAYS("twee", "feitspomp"));
    run(parse("feitspomp"));
    assert_ids("feitspomp", "twee");
    ck_assert_ptr_null(intv_search_get_corrected(search));
    look_for("feitspomq");
    ck_assert_uint_eq(intv_search_get_total(search), 0);
    ck_assert_ptr_null(intv_search_get_corrected(search));
    ck_assert_uint_gt(intv_search_get_suggestion_count(search), 0);
    ck_assert_ptr_null(intv_search_get_corrected(NULL));
}
END_TEST

START_TEST(search_a_label_with_punctuation_is_a_label_by_its_words)
{
    load(CONCEPT("c", "<alt-label>rood (vier, vijf)</alt-label>") CONCEPT(
        "d", "<alt-label>'s-Gravenhage &amp; \xE2\x80\x9Csamen\xE2\x80\x9D +</alt-label>")
             CONCEPT("e", "<alt-label>\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E</alt-label>")
                 PROGRAMME("een", AIM("c")) PROGRAMME("twee", AIM("d")));
    assert_found("rood vier vijf", "een");
    assert_found("'s-Gravenhage samen", "twee");
}
END_TEST

/* ---- order and pages ---- */

START_TEST(search_equal_scores_stand_in_the_order_of_ids)
{
    load(SAYS("c", "appel") SAYS("a", "appel") SAYS("b", "appel"));
    assert_found("appel", "a b c");
    ck_assert_uint_eq(intv_search_get_score(search, 0), intv_search_get_score(search, 2));
}
END_TEST

START_TEST(search_weights_of_fields_decide)
{
    load(PROGRAMME("a", "<limitation><wording>appel</wording></limitation>") SAYS("b", "appel")
             PROGRAMME("c", "<alias>een appel</alias>"));
    assert_found("appel", "c b a");
}
END_TEST

START_TEST(search_rare_words_tell_more)
{
    load(SAYS("a", "appel") SAYS("b", "appel") SAYS("c", "appel") SAYS("d", "kers"));
    assert_found("appel OR kers", "d a b c");
}
END_TEST

START_TEST(search_pages_together_are_the_whole)
{
    load(SAYS("a", "appel") SAYS("b", "appel appel") SAYS("c", "de appel is er")
             SAYS("d", "appel appel appel") SAYS("e", "appelen") SAYS("f", "peer"));
    look_for("appel");
    const size_t total = intv_search_get_total(search);
    uint32_t whole[6];
    uint64_t scores[6];
    ck_assert_uint_eq(total, 5);
    for (size_t i = 0; i < total; i++) {
        whole[i] = intv_search_get_record(search, i);
        scores[i] = intv_search_get_score(search, i);
    }
    for (size_t offset = 0; offset < 7; offset++) {
        for (size_t limit = 1; limit < 7; limit++) {
            struct intv_query *query = parse("appel");
            ck_assert_int_eq(intv_query_set_page(query, offset, limit), INTV_OK);
            run(query);
            const size_t left = offset < total ? total - offset : 0;
            ck_assert_uint_eq(intv_search_get_total(search), total);
            ck_assert_uint_eq(intv_search_get_count(search), left < limit ? left : limit);
            for (size_t i = 0; i < intv_search_get_count(search); i++) {
                ck_assert_uint_eq(intv_search_get_record(search, i), whole[offset + i]);
                ck_assert_uint_eq(intv_search_get_score(search, i), scores[offset + i]);
            }
        }
    }
}
END_TEST

START_TEST(search_another_order_keeps_the_scores)
{
    load(SAYS("a", "appel") SAYS("b", "appel appel"));
    assert_found("appel", "b a");
    const uint64_t score = intv_search_get_score(search, 0);
    struct intv_query *query = parse("appel");
    ck_assert_int_eq(intv_query_set_sort(query, INTV_BY_ID, 0), INTV_OK);
    run(query);
    assert_ids("appel by id", "a b");
    ck_assert_uint_eq(intv_search_get_score(search, 1), score);
}
END_TEST

START_TEST(search_kinds_that_are_not_asked_for_are_left_out)
{
    load(SAYS("know", "know"));
    struct intv_query *query = parse("know");
    ck_assert_int_eq(intv_query_set_kinds(query, 1U << INTV_KIND_CONCEPT), INTV_OK);
    run(query);
    for (size_t i = 0; i < intv_search_get_count(search); i++)
        ck_assert_int_eq(intv_record_get_kind(fixture.catalogue, intv_search_get_record(search, i)),
                         INTV_KIND_CONCEPT);
    ck_assert_uint_gt(intv_search_get_count(search), 0);
}
END_TEST

/* ---- where the words stand ---- */

START_TEST(search_a_match_tells_field_place_and_manner)
{
    load(SAYS("a", "Een h\xC3\xA9\xC3\xA9l goed Gesprek."));
    assert_match("gesprek", 0, "gesprek exact [summary] Een h\xC3\xA9\xC3\xA9l goed <Gesprek>. -");
    assert_match("gesprekken", 0,
                 "gesprekken stem [summary] Een h\xC3\xA9\xC3\xA9l goed <Gesprek>. -");
    assert_match("heel", 0, "heel exact [summary] Een <h\xC3\xA9\xC3\xA9l> goed Gesprek. -");
    assert_match("hee*", 0, "hee prefix [summary] Een <h\xC3\xA9\xC3\xA9>l goed Gesprek. -");
}
END_TEST

START_TEST(search_a_match_in_a_compound_is_its_part)
{
    load(SAYS("a", "Een Groepstraining."));
    assert_match("training", 0, "training part [summary] Een Groeps<training>. -");
    assert_match("trainingen", 0, "trainingen part [summary] Een Groeps<training>. -");
}
END_TEST

START_TEST(search_a_match_of_a_phrase_is_all_of_it)
{
    load(SAYS("a", "Een groeps-training en een veilige, warme omgeving."));
    assert_match("\"veilige warme omgeving\"", 0,
                 "veilige warme omgeving exact [summary] Een groeps-training en een "
                 "<veilige, warme omgeving>. -");
}
END_TEST

START_TEST(search_a_span_never_cuts_a_character)
{
    load(SAYS("a", "Het \xC4\xB2sselmeer."));
    assert_match("i*", 0, "i prefix [summary] Het <\xC4\xB2>sselmeer. -");
    assert_match("ijs*", 0, "ijs prefix [summary] Het <\xC4\xB2s>selmeer. -");
}
END_TEST

START_TEST(search_a_match_in_the_id_has_no_fact)
{
    load("<intervention id='groene-fiets' kind='intervention'><name>x</name></intervention>");
    assert_match("fiets", 0, "fiets exact [id] groene-<fiets> -");
    ck_assert_uint_eq(intv_hit_get_match_fact(hit, 0), INTV_NONE);
}
END_TEST

START_TEST(search_each_word_is_shown_once_before_any_comes_again)
{
    load(SAYS("a", "appel appel appel peer"));
    assert_match("appel peer", 0, "appel exact [summary] <appel> appel appel peer -");
    assert_match("appel peer", 1, "peer exact [summary] appel appel appel <peer> -");
    assert_match("appel peer", 2, "appel exact [summary] appel <appel> appel peer -");
}
END_TEST

START_TEST(search_a_hit_has_at_most_sixteen_matches)
{
    load(SAYS("a", "appel appel appel appel appel appel appel appel appel appel appel appel appel "
                   "appel appel appel appel appel"));
    look_for("appel");
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 16);
    ck_assert_str_eq(intv_hit_get_match_text(hit, 16), "");
    ck_assert_uint_eq(intv_hit_get_match_length(hit, 16), 0);
    ck_assert_uint_eq(intv_hit_get_match_fact(hit, 16), INTV_NONE);
}
END_TEST

START_TEST(search_a_hit_outlives_search_and_catalogue)
{
    load(SAYS("a", "appel"));
    look_for("appel");
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    struct intv_hit *kept = hit;
    hit = NULL;
    forget();
    end_fixture();
    ck_assert_str_eq(intv_hit_get_match_text(kept, 0), "appel");
    intv_hit_free(kept);
}
END_TEST

START_TEST(search_the_same_bytes_are_not_shown_twice_for_a_word)
{
    load(SAYS("a", "Een theater-interventie."));
    assert_match("theater-interventie", 0,
                 "theater interventie exact [summary] Een <theater-interventie>. -");
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 1);
    assert_match("theater", 0, "theater exact [summary] Een <theater>-interventie. -");
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 1);
    assert_match("thea* inter*", 1, "inter prefix [summary] Een theater-<inter>ventie. -");
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 2);
    load(PROGRAMME("a", AIM("know")));
    assert_match("know", 0, "know exact [aim] <know> know");
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 1);
}
END_TEST

START_TEST(search_sixteen_matches_are_shown_beside_those_that_are_the_same)
{
    load(SAYS("a",
              "on-line on-line on-line on-line on-line on-line on-line on-line on-line on-line "
              "on-line on-line on-line on-line on-line on-line on-line on-line on-line"));
    look_for("on-line");
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 16);
    for (size_t i = 0; i < 16; i++)
        ck_assert_uint_eq(intv_hit_get_match_start(hit, i), 8 * i);
}
END_TEST

START_TEST(search_a_match_ends_before_all_hyphens)
{
    load(SAYS("a", "theater\xC2\xAD-interventie"));
    assert_match("theater", 0, "theater exact [summary] <theater>\xC2\xAD-interventie -");
    ck_assert_uint_eq(intv_hit_get_match_length(hit, 0), 7);
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 1);
    load(SAYS("a", "thea-ter\xC2\xAD-interventie en theater interventie"));
    assert_match("theater", 1,
                 "theater part [summary] <thea-ter>\xC2\xAD-interventie en theater "
                 "interventie -");
}
END_TEST

/* ---- big catalogues ---- */

static struct intv_output written;

static void
put(const char *text)
{
    ck_assert(output_append(&written, text_of(text)));
}

static void
put_number(const char *before, unsigned number)
{
    char digits[12];
    snprintf(digits, sizeof(digits), "%u", number);
    put(before);
    put(digits);
}

static void
load_written(void)
{
    load(written.bytes);
    memory_free(written.bytes);
    written = (struct intv_output){NULL, 0, 0};
}

static const char *
repeat(char *query, const char *word, size_t times)
{
    query[0] = '\0';
    for (size_t i = 0; i < times; i++)
        strcat(strcat(query, i > 0 ? " " : ""), word);
    return query;
}

/* However often they stand in a record, no more places are kept than may be shown. */
START_TEST(search_a_hit_keeps_few_places_of_a_word)
{
    put("<intervention id='a' kind='intervention'><name>a</name><summary>");
    for (unsigned i = 0; i < 6000; i++)
        put_number(" xq xq", i);
    put("</summary></intervention>");
    load_written();
    look_for("xq xq1* xq*");
    bytes_asked = 0;
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    ck_assert_uint_lt(bytes_asked, 200000);
    ck_assert_uint_eq(intv_hit_get_match_count(hit), 16);
    ck_assert_uint_eq(intv_hit_get_match_start(hit, 0), 0);
    ck_assert_uint_eq(intv_hit_get_match_word(hit, 15), 0);
    ck_assert_uint_eq(intv_hit_get_match_start(hit, 15), 35);
}
END_TEST

START_TEST(search_a_label_of_many_records_is_quickly_traced)
{
    enum
    {
        CONCEPTS = 19000,
        REFERENCES = 100000
    };
    for (unsigned i = 0; i < CONCEPTS; i++) {
        put_number("<concept id='c", i);
        put_number("' scheme='aim'><label>l", i);
        put("</label><alt-label>alike</alt-label></concept>");
    }
    put("<intervention id='a' kind='intervention' asserted-by='method' source='source'>"
        "<name>a</name>");
    for (unsigned i = 0; i < REFERENCES; i++) {
        put_number("<aim concept='c", 9900 + i % 100);
        put("'/>");
    }
    put("</intervention>");
    load_written();
    look_for("alike");
    ck_assert_uint_eq(intv_search_get_total(search), 1);
    const clock_t start = clock();
    ck_assert_int_eq(intv_hit_new(search, 0, &hit), INTV_OK);
    ck_assert_int_lt((int)((clock() - start) * 1000 / CLOCKS_PER_SEC), 2000);
    ck_assert_uint_eq(intv_hit_get_match_via(hit, 0), intv_hit_get_match_via(hit, 1) - 1);
}
END_TEST

/* 10,000 records with 40,000 compounds that end alike. */
START_TEST(search_a_phrase_over_many_compounds_is_quickly_found)
{
    static const char LETTERS[] = "bdfgklmnprstvwz";
    char word[] = "balabala";
    for (unsigned i = 0; i < 10000; i++) {
        put_number("<intervention id='i", i);
        put("' kind='intervention'><name>x</name><summary>");
        for (unsigned w = 4 * i; w < 4 * i + 4; w++) {
            word[0] = LETTERS[w % 15];
            word[2] = LETTERS[w / 15 % 15];
            word[4] = LETTERS[w / 225 % 15];
            word[6] = LETTERS[w / 3375];
            put(word);
            put(" ");
            put(word);
            put("school ");
        }
        put(i % 10 == 0 ? "school werk</summary></intervention>"
                        : "school, en werk</summary></intervention>");
    }
    load_written();
    const clock_t start = clock();
    look_for("\"school werk\" OR \"school en\" OR \"werk school\"");
    ck_assert_int_lt((int)((clock() - start) * 1000 / CLOCKS_PER_SEC), 2500);
    ck_assert_uint_eq(intv_search_get_total(search), 10000);
    look_for("\"school werk\"");
    ck_assert_uint_eq(intv_search_get_total(search), 1000);
}
END_TEST

/* Equal words of a query are looked for once. */
START_TEST(search_words_that_are_repeated_take_little)
{
    char query[5000];
    for (unsigned i = 0; i < 2000; i++) {
        put_number("<concept id='c", i);
        put_number("' scheme='aim'><label>l", i);
        put("</label><alt-label>xyz</alt-label></concept>");
    }
    put(PROGRAMME("a", AIM("c7")) PROGRAMME("b", SUMMARY("xyz")));
    load_written();
    look_for("xyz");
    const uint64_t score = intv_search_get_score(search, 0);
    ck_assert_str_eq(id_at(0), "b");
    bytes_asked = 0;
    look_for(repeat(query, "xyz", 900));
    ck_assert_uint_lt(bytes_asked, 40000000);
    ck_assert_uint_eq(intv_search_get_total(search), 2);
    ck_assert_uint_eq(intv_search_get_word_count(search), 900);
    ck_assert_uint_gt(intv_search_get_score(search, 0), 890 * score);
    look_for("xyz -xyz");
    ck_assert_uint_eq(intv_search_get_total(search), 0);
    look_for("xyz summary:xyz");
    ck_assert_uint_eq(intv_search_get_total(search), 1);
    ck_assert_uint_eq(intv_search_get_word_record_count(search, 1), 1);
}
END_TEST

/* ---- bad calls, memory, threads ---- */

START_TEST(search_refuses_what_is_null)
{
    forget();
    load(FOUR);
    struct intv_query *query = parse("appel");
    ck_assert_int_eq(intv_search_new(NULL, &search, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_search_new(query, NULL, NULL), INTV_ERROR_INVALID_ARGUMENT);
    run(query);
    ck_assert_int_eq(intv_hit_new(NULL, 0, &hit), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_hit_new(search, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_hit_new(search, 2, &hit), INTV_ERROR_NOT_FOUND);
    ck_assert_ptr_null(hit);
    ck_assert_uint_eq(intv_search_get_total(NULL), 0);
    ck_assert_uint_eq(intv_search_get_count(NULL), 0);
    ck_assert_uint_eq(intv_search_get_record(search, 2), INTV_NONE);
    ck_assert_str_eq(intv_search_get_word(search, 1), "");
    intv_search_free(NULL);
    intv_hit_free(NULL);
}
END_TEST

static const char MANY[] = SAYS("a", "Een theaterinterventie en een groepstraining.")
    SAYS("b", "Een theater-interventie.") PROGRAMME("c", AIM("recognise-early"))
        CONCEPT("oefenen", "<alt-label>training</alt-label>");
static const char LONG[] =
    "\"theater interventie\" theater-interventie groepstrainingen OR know OR tra* know -fiets";

/* Every allocation fails once, and all from one on; nothing leaks and nothing is half made. */
START_TEST(search_every_allocation_may_fail)
{
    load(MANY);
    for (unsigned once = 0; once < 2; once++) {
        enum intv_status status = INTV_ERROR_NO_MEMORY;
        struct intv_query *query = parse(LONG);
        for (size_t left = 0; status != INTV_OK; left++) {
            forget();
            fails_once = once > 0;
            allocations_left = left;
            status = intv_search_new(query, &search, NULL);
            allocations_left = SIZE_MAX;
            ck_assert(status == INTV_OK || status == INTV_ERROR_NO_MEMORY);
            ck_assert_int_eq(status == INTV_OK, search != NULL);
            ck_assert_uint_lt(left, 10000);
        }
        intv_query_free(query);
        status = INTV_ERROR_NO_MEMORY;
        for (size_t left = 0; status != INTV_OK; left++) {
            intv_hit_free(hit);
            allocations_left = left;
            status = intv_hit_new(search, 0, &hit);
            allocations_left = SIZE_MAX;
            ck_assert(status == INTV_OK || status == INTV_ERROR_NO_MEMORY);
            ck_assert_int_eq(status == INTV_OK, hit != NULL);
            ck_assert_uint_lt(left, 10000);
        }
    }
}
END_TEST

enum
{
    THREADS = 4,
    ROUNDS = 50
};

static void *
search_again(void *total)
{
    struct intv_query *query = NULL;
    size_t *sum = total;
    if (intv_query_parse(fixture.catalogue, LONG, strlen(LONG), INTV_STRICT, &query, NULL) !=
        INTV_OK)
        return NULL;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct intv_search *own = NULL;
        struct intv_hit *first = NULL;
        if (intv_search_new(query, &own, NULL) == INTV_OK &&
            intv_hit_new(own, 0, &first) == INTV_OK)
            *sum += intv_search_get_total(own) + intv_hit_get_match_count(first);
        intv_hit_free(first);
        intv_search_free(own);
    }
    intv_query_free(query);
    return NULL;
}

START_TEST(search_one_catalogue_may_be_searched_by_threads)
{
    pthread_t threads[THREADS];
    size_t totals[THREADS] = {0};
    size_t alone = 0;
    load(MANY);
    search_again(&alone);
    ck_assert_uint_gt(alone, 0);
    for (size_t i = 0; i < THREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, search_again, &totals[i]), 0);
    for (size_t i = 0; i < THREADS; i++) {
        ck_assert_int_eq(pthread_join(threads[i], NULL), 0);
        ck_assert_uint_eq(totals[i], alone);
    }
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        search_finds_a_word_as_it_is_written,
        search_exact_beats_stem_beats_part_beats_synonym,
        search_a_stem_is_that_of_the_language_of_the_text,
        search_an_exact_word_counts_in_any_language,
        search_a_compound_is_found_written_apart_and_the_other_way_round,
        search_a_phrase_stands_in_one_text_and_in_that_order,
        search_a_prefix_finds_what_begins_so,
        search_exact_words_switch_the_rest_off,
        search_a_word_of_a_field_stands_in_that_field,
        search_the_id_is_found,
        search_a_concept_finds_what_uses_it_or_a_narrower_one,
        search_a_narrower_concept_says_via_which_it_was_found,
        search_a_label_in_the_other_language_finds_the_concept,
        search_a_label_is_whole_or_none,
        search_a_label_may_be_written_together_or_apart,
        search_the_record_with_that_name_comes_before_those_that_mention_it,
        search_what_a_source_states_comes_before_what_the_editor_classified,
        search_all_words_are_wanted,
        search_not_leaves_out,
        search_or_finds_either_and_both_count,
        search_without_words_finds_everything_in_the_order_of_numbers,
        search_stop_words_are_not_wanted_beside_others,
        search_a_stop_word_counts_as_a_side_of_an_or,
        search_stop_words_count_in_phrases,
        search_is_relaxed_when_few_records_hold_all_words,
        search_is_not_relaxed_when_enough_hold_all_words,
        search_relaxed_asks_for_as_many_words_as_enough_records_hold,
        search_relaxed_keeps_what_is_to_be_absent,
        search_is_not_relaxed_unless_asked,
        search_that_nothing_more_answers_is_not_called_relaxed,
        search_reads_a_word_that_stands_nowhere_as_the_nearest,
        search_reads_no_word_otherwise_that_is_found_or_when_not_relaxing,
        search_a_label_with_punctuation_is_a_label_by_its_words,
        search_equal_scores_stand_in_the_order_of_ids,
        search_weights_of_fields_decide,
        search_rare_words_tell_more,
        search_pages_together_are_the_whole,
        search_another_order_keeps_the_scores,
        search_kinds_that_are_not_asked_for_are_left_out,
        search_a_match_tells_field_place_and_manner,
        search_a_match_in_a_compound_is_its_part,
        search_a_match_of_a_phrase_is_all_of_it,
        search_a_span_never_cuts_a_character,
        search_a_match_in_the_id_has_no_fact,
        search_each_word_is_shown_once_before_any_comes_again,
        search_a_hit_has_at_most_sixteen_matches,
        search_a_hit_outlives_search_and_catalogue,
        search_the_same_bytes_are_not_shown_twice_for_a_word,
        search_sixteen_matches_are_shown_beside_those_that_are_the_same,
        search_a_match_ends_before_all_hyphens,
        search_a_hit_keeps_few_places_of_a_word,
        search_a_label_of_many_records_is_quickly_traced,
        search_a_phrase_over_many_compounds_is_quickly_found,
        search_words_that_are_repeated_take_little,
        search_refuses_what_is_null,
        search_every_allocation_may_fail,
        search_one_catalogue_may_be_searched_by_threads,
    };
    const int failed = run_tests("search", tests, LENGTH(tests));
    forget();
    return failed;
}
