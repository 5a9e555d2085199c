/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a loaded catalogue says: who asserts a claim, languages, quantities, dates, conflicts,
 * hierarchies, users; and that the block behind it can lie anywhere and depends on the content only.
 */
#include "loading.h"

#include "model/catalogue.h"

static void
load_good(const char *document)
{
    assert_load(INTV_OK, "", load_document(document));
}
#define LOAD_GOOD(records) load_good(OPENING records CLOSING)

static uint32_t
find(enum intv_kind kind, const char *id)
{
    const uint32_t record = intv_catalogue_find(catalogue, kind, id);
    ck_assert_msg(record != INTV_NONE, "there is no record %s", id);
    return record;
}

static uint32_t
fact_of(const char *field, size_t index)
{
    const uint32_t fact =
        intv_record_find_fact(catalogue, find(INTV_KIND_INTERVENTION, "talk"), field, index);
    ck_assert_msg(fact != INTV_NONE, "there is no %s %zu", field, index);
    return fact;
}

/* ---- who says so ---- */

#define SOURCES                                                                                    \
    "<source id='report' read='whole'><title>R</title></source>"                                   \
    "<source id='letter' read='whole'><title>L</title></source>"                                   \
    "<source id='book' read='section'><title>B</title></source>\n"

/* A claim with the attributes, in facts and a record that have everything. */
#define INHERITING(facts, claim)                                                                   \
    SOURCES                                                                                        \
    "<intervention id='talk' kind='intervention' asserted-by='policy' strength='potential'"        \
    " source='report' via='letter' locator='p. 1'><name>T</name><facts" facts                      \
    "><status value='running'" claim "/></facts></intervention>"

static const char *
source_id(uint32_t source)
{
    return source != INTV_NONE ? intv_record_get_id(catalogue, source) : "-";
}

/* asserter, strength, source, via and locator in one line */
static void
assert_provenance(uint32_t fact, const char *expected)
{
    char line[256];
    snprintf(line, sizeof(line), "%s %s %s %s [%s]", intv_fact_get_asserter(catalogue, fact),
             intv_fact_get_strength(catalogue, fact),
             source_id(intv_fact_get_source(catalogue, fact)),
             source_id(intv_fact_get_via(catalogue, fact)), intv_fact_get_locator(catalogue, fact));
    ck_assert_str_eq(line, expected);
}

static void
assert_status_provenance(const char *document, const char *expected)
{
    load_good(document);
    assert_provenance(fact_of("status", 0), expected);
}
#define ASSERT_INHERITS(facts, claim, expected)                                                    \
    assert_status_provenance(OPENING INHERITING(facts, claim) CLOSING, expected)

START_TEST(claim_inherits_everything_from_its_record)
{
    ASSERT_INHERITS("", "", "policy potential report letter [p. 1]");
}
END_TEST

START_TEST(claim_inherits_each_attribute_from_the_nearest_that_has_it)
{
    ASSERT_INHERITS(" asserted-by='provider'", "", "provider potential report letter [p. 1]");
    ASSERT_INHERITS(" strength='reported'", "", "policy reported report letter [p. 1]");
    ASSERT_INHERITS(" via='book'", "", "policy potential report book [p. 1]");
    ASSERT_INHERITS(" locator='p. 2'", "", "policy potential report letter [p. 2]");
    ASSERT_INHERITS(" strength='reported'", " strength='demonstrated'",
                    "policy demonstrated report letter [p. 1]");
    ASSERT_INHERITS(" locator='p. 2'", " asserted-by='evaluation'",
                    "evaluation potential report letter [p. 2]");
}
END_TEST

START_TEST(source_cuts_off_an_inherited_via_and_locator)
{
    ASSERT_INHERITS("", " source='book'", "policy potential book - []");
    ASSERT_INHERITS(" source='book'", "", "policy potential book - []");
    ASSERT_INHERITS(" source='report'", "", "policy potential report - []");
    ASSERT_INHERITS(" source='book'", " locator='p. 3'", "policy potential book - [p. 3]");
    ASSERT_INHERITS("", " locator='p. 3' via='report' source='book'",
                    "policy potential book report [p. 3]");
    ASSERT_INHERITS(" via='book' locator='p. 2'", " source='letter'",
                    "policy potential letter - []");
}
END_TEST

START_TEST(silence_has_the_provenance_it_gives_itself)
{
    LOAD_GOOD(SOURCES
              "<intervention id='talk' kind='intervention' asserted-by='policy'"
              " source='report'><name>T</name><cost locator='p. 1'>"
              "<not-stated cause='not-read' asserted-by='provider' source='book'"
              " locator='p. 9'/></cost><ages locator='p. 1'><not-stated cause='none'/></ages>"
              "</intervention>");
    assert_provenance(fact_of("cost", 0), "provider unstated book - [p. 9]");
    assert_provenance(fact_of("ages", 0), "policy unstated report - [p. 1]");
}
END_TEST

START_TEST(strength_left_out_is_unstated)
{
    LOAD_GOOD(PROGRAMME("<status value='running'/>"));
    assert_provenance(fact_of("status", 0), "editor unstated - - []");
}
END_TEST

START_TEST(claim_inside_a_claim_inherits_from_it)
{
    LOAD_GOOD(SOURCES PROGRAMME(
        "<target-group role='final' concept='pupils' asserted-by='policy' source='report'"
        " locator='p. 1'><ages min='12'/><ages min='14' source='book'/></target-group>") //
              "<scheme id='target-group'><label>T</label></scheme>"
              "<concept id='pupils' scheme='target-group'><label>p</label></concept>");
    const uint32_t group = fact_of("target-group", 0);
    ck_assert_uint_eq(intv_fact_get_child_count(catalogue, group), 2);
    assert_provenance(intv_fact_get_child(catalogue, group, 0), "policy unstated report - [p. 1]");
    assert_provenance(intv_fact_get_child(catalogue, group, 1), "policy unstated book - []");
    ck_assert_uint_eq(intv_fact_get_parent(catalogue, intv_fact_get_child(catalogue, group, 1)),
                      group);
}
END_TEST

START_TEST(plain_field_has_no_provenance)
{
    LOAD_GOOD(PROGRAMME("<url>https://example.org/</url>"));
    ck_assert_str_eq(intv_fact_get_asserter(catalogue, fact_of("name", 0)), "");
    ck_assert_str_eq(intv_fact_get_asserter(catalogue, fact_of("url", 0)), "");
    ck_assert_str_eq(intv_fact_get_strength(catalogue, fact_of("url", 0)), "");
}
END_TEST

/* ---- texts and languages ---- */

START_TEST(text_is_that_of_the_language_or_of_the_nearest)
{
    LOAD_GOOD("<organisation id='a'><name xml:lang='de'>Deutsch</name><name>Nederlands</name>"
              "<name xml:lang='en'>English</name><name xml:lang='en-GB'>British</name>"
              "</organisation>");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "nl"), "Nederlands");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "NL"), "Nederlands");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "en"), "English");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "en-GB"), "British");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "en-US"), "English");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "de-AT"), "Deutsch");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "fr"), "Nederlands");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, NULL), "Nederlands");
}
END_TEST

START_TEST(text_without_a_language_is_in_that_of_its_document)
{
    const char *language = NULL;
    add_document("en.xml", "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026'"
                           " publisher='p' licence='l' xml:lang='en'><organisation id='a'>"
                           "<name>English</name></organisation></catalogue>");
    add_document("nl.xml", "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026'"
                           " publisher='p' licence='l'><organisation id='b'>"
                           "<name>Nederlands</name></organisation></catalogue>");
    assert_load(INTV_OK, "", load());
    intv_fact_get_text_at(catalogue, intv_record_find_fact(catalogue, 0, "name", 0), 0, &language);
    ck_assert_str_eq(language, "en");
    intv_fact_get_text_at(catalogue, intv_record_find_fact(catalogue, 1, "name", 0), 0, &language);
    ck_assert_str_eq(language, "nl");
}
END_TEST

START_TEST(text_has_its_white_space_collapsed)
{
    LOAD_GOOD("<organisation id='a'><name>\n\t De   <!-- c -->maker\r\n &amp;&#9;<![CDATA[ co ]]>"
              "</name></organisation>");
    ck_assert_str_eq(intv_record_get_name(catalogue, 0, "nl"), "De maker & co");
}
END_TEST

/* Wordings of a claim stand before and behind a claim inside it. */
START_TEST(wordings_stay_with_their_claim)
{
    LOAD_GOOD("<scheme id='element-kind'><label>K</label></scheme>"
              "<concept id='k' scheme='element-kind'><label>k</label></concept>"
              "<element id='e' kind='k' asserted-by='editor'><label>e</label>"
              "<verdict value='promising'><wording>Helpt.</wording>"
              "<condition><wording>Als.</wording><wording xml:lang='en'>If.</wording></condition>"
              "<wording xml:lang='en'>Helps.</wording></verdict></element>");
    const uint32_t verdict =
        intv_record_find_fact(catalogue, find(INTV_KIND_ELEMENT, "e"), "verdict", 0);
    const uint32_t condition = intv_fact_get_child(catalogue, verdict, 0);
    ck_assert_uint_eq(intv_fact_get_text_count(catalogue, verdict), 2);
    ck_assert_str_eq(intv_fact_get_text(catalogue, verdict, "nl"), "Helpt.");
    ck_assert_str_eq(intv_fact_get_text(catalogue, verdict, "en"), "Helps.");
    ck_assert_uint_eq(intv_fact_get_text_count(catalogue, condition), 2);
    ck_assert_str_eq(intv_fact_get_text(catalogue, condition, "nl"), "Als.");
    ck_assert_str_eq(intv_fact_get_text(catalogue, condition, "en"), "If.");
}
END_TEST

/* ---- quantities and dates ---- */

static void
assert_quantity(uint32_t fact, enum intv_bound low_bound, int64_t low, enum intv_bound high_bound,
                int64_t high, int about)
{
    int64_t got_low = -1;
    int64_t got_high = -1;
    ck_assert_int_eq(intv_fact_get_value(catalogue, fact), INTV_VALUE_QUANTITY);
    ck_assert_int_eq(intv_fact_get_low(catalogue, fact, &got_low), low_bound);
    ck_assert_int_eq(intv_fact_get_high(catalogue, fact, &got_high), high_bound);
    ck_assert_int_eq(got_low, low);
    ck_assert_int_eq(got_high, high);
    ck_assert_int_eq(intv_fact_is_about(catalogue, fact), about);
}

START_TEST(quantity_keeps_what_is_known_of_both_sides)
{
    const enum intv_bound KNOWN = INTV_BOUND_KNOWN;
    const enum intv_bound UNKNOWN = INTV_BOUND_UNKNOWN;
    const enum intv_bound NONE = INTV_BOUND_NONE;
    LOAD_GOOD(PROGRAMME(
        "<ages value='12'/><ages about='13'/><ages at-least='14'/><ages min='15' max='18'/>"
        "<ages min='16'/><ages max='17'/><ages min='18' max='none'/><ages max='none'/>"
        "<ages value='9223372036854775807'/><ages value='0'/>"));
    assert_quantity(fact_of("ages", 0), KNOWN, 12, KNOWN, 12, 0);
    assert_quantity(fact_of("ages", 1), KNOWN, 13, KNOWN, 13, 1);
    assert_quantity(fact_of("ages", 2), KNOWN, 14, UNKNOWN, 0, 0);
    assert_quantity(fact_of("ages", 3), KNOWN, 15, KNOWN, 18, 0);
    assert_quantity(fact_of("ages", 4), KNOWN, 16, UNKNOWN, 0, 0);
    assert_quantity(fact_of("ages", 5), UNKNOWN, 0, KNOWN, 17, 0);
    assert_quantity(fact_of("ages", 6), KNOWN, 18, NONE, 0, 0);
    assert_quantity(fact_of("ages", 7), UNKNOWN, 0, NONE, 0, 0);
    assert_quantity(fact_of("ages", 8), KNOWN, INT64_MAX, KNOWN, INT64_MAX, 0);
    assert_quantity(fact_of("ages", 9), KNOWN, 0, KNOWN, 0, 0);
}
END_TEST

START_TEST(silent_quantity_has_no_numbers)
{
    int64_t number = 7;
    LOAD_GOOD(PROGRAMME("<cost per='group'><not-stated cause='searched'/></cost>"));
    const uint32_t cost = fact_of("cost", 0);
    ck_assert_int_eq(intv_fact_get_value(catalogue, cost), INTV_VALUE_NONE);
    ck_assert_str_eq(intv_fact_get_silence(catalogue, cost), "searched");
    ck_assert_str_eq(intv_fact_get_qualifier(catalogue, cost), "group");
    ck_assert_int_eq(intv_fact_get_low(catalogue, cost, &number), INTV_BOUND_UNKNOWN);
    ck_assert_int_eq(number, 0);
    ck_assert_uint_eq(intv_fact_get_target(catalogue, cost), INTV_NONE);
}
END_TEST

START_TEST(date_is_as_exact_as_it_was_written)
{
    static const uint32_t DATES[] = {20210000, 20210200, 20240229, 10000};
    LOAD_GOOD("<municipality id='a' valid-from='2021'><name>A</name></municipality>"
              "<municipality id='b' valid-from='2021-02'><name>B</name></municipality>"
              "<municipality id='c' valid-from='2024-02-29'><name>C</name></municipality>"
              "<municipality id='d' valid-from='0001'><name>D</name></municipality>");
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_uint_eq(
            intv_fact_get_date(catalogue, intv_record_find_fact(catalogue, i, "valid-from", 0)),
            DATES[i]);
}
END_TEST

/* ---- conflicts ---- */

START_TEST(conflict_is_linked_in_both_directions_once)
{
    LOAD_GOOD(PROGRAMME("<limitation claim='a' conflicts-with='b'><wording>A</wording></limitation>"
                        "<limitation claim='b' conflicts-with=' a a '><wording>B</wording>"
                        "</limitation><limitation conflicts-with='b a'><wording>C</wording>"
                        "</limitation><limitation><wording>D</wording></limitation>"));
    static const uint32_t OTHERS[3][2] = {{1, 2}, {0, 2}, {0, 1}};
    const uint32_t first = fact_of("limitation", 0);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, first + i), 2);
        for (size_t k = 0; k < 2; k++)
            ck_assert_uint_eq(intv_fact_get_conflict(catalogue, first + i, k),
                              first + OTHERS[i][k]);
    }
    ck_assert_uint_eq(intv_fact_get_conflict_count(catalogue, first + 3), 0);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, first, 2), INTV_NONE);
}
END_TEST

START_TEST(claim_names_belong_to_their_record)
{
    LOAD_GOOD(PROGRAMME(
        "<limitation claim='a'><wording>A</wording></limitation>"
        "<limitation conflicts-with='a'><wording>B</wording></limitation>") "<intervention "
                                                                            "id='walk' "
                                                                            "kind='intervention' "
                                                                            "asserted-by='editor'><"
                                                                            "name>W</name>"
                                                                            "<limitation "
                                                                            "claim='a'><wording>C</"
                                                                            "wording></"
                                                                            "limitation></"
                                                                            "intervention>");
    const uint32_t walk = find(INTV_KIND_INTERVENTION, "walk");
    ck_assert_uint_eq(intv_fact_get_conflict_count(
                          catalogue, intv_record_find_fact(catalogue, walk, "limitation", 0)),
                      0);
    ck_assert_uint_eq(intv_fact_get_conflict(catalogue, fact_of("limitation", 1), 0),
                      fact_of("limitation", 0));
}
END_TEST

/* ---- hierarchies and users ---- */

static void
assert_ancestors(const char *id, const char *expected)
{
    char ids[256] = "";
    const uint32_t record = find(INTV_KIND_MUNICIPALITY, id);
    for (uint32_t i = 0; i < intv_record_get_ancestor_count(catalogue, record); i++) {
        const uint32_t ancestor = intv_record_get_ancestor(catalogue, record, i);
        strcat(strcat(ids, i > 0 ? " " : ""), intv_record_get_id(catalogue, ancestor));
        ck_assert(catalogue_is_ancestor(catalogue, ancestor, record));
    }
    ck_assert_str_eq(ids, expected);
}

START_TEST(ancestors_are_reached_over_every_path_and_counted_once)
{
    LOAD_GOOD("<municipality id='low'><name>L</name><broader ref='right'/><broader ref='left'/>"
              "<broader ref='left'/></municipality>"
              "<municipality id='left'><name>L</name><broader ref='top'/></municipality>"
              "<municipality id='right'><name>R</name><broader ref='top'/><broader ref='high'/>"
              "</municipality>"
              "<municipality id='top'><name>T</name><broader ref='high'/></municipality>"
              "<municipality id='high'><name>H</name></municipality>"
              "<municipality id='apart'><name>A</name></municipality>");
    assert_ancestors("low", "high left low right top");
    assert_ancestors("left", "high left top");
    assert_ancestors("right", "high right top");
    assert_ancestors("high", "high");
    assert_ancestors("apart", "apart");
    ck_assert(!catalogue_is_ancestor(catalogue, find(INTV_KIND_MUNICIPALITY, "low"),
                                     find(INTV_KIND_MUNICIPALITY, "left")));
}
END_TEST

START_TEST(record_knows_the_facts_that_refer_to_it)
{
    LOAD_GOOD(ORGANISATION PROGRAMME(
        "<organisation ref='maker' role='developer'/>"
        "<organisation ref='maker' role='provider'/>"
        "<organisation role='funder'><not-stated cause='none'/>"
        "</organisation>") "<organisation id='alone'><name>A</name></organisation>");
    const uint32_t maker = find(INTV_KIND_ORGANISATION, "maker");
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, maker), 2);
    ck_assert_uint_eq(intv_record_get_user(catalogue, maker, 0), fact_of("organisation", 0));
    ck_assert_uint_eq(intv_record_get_user(catalogue, maker, 1), fact_of("organisation", 1));
    ck_assert_uint_eq(intv_record_get_user(catalogue, maker, 2), INTV_NONE);
    ck_assert_uint_eq(intv_record_get_user_count(catalogue, find(INTV_KIND_ORGANISATION, "alone")),
                      0);
}
END_TEST

START_TEST(records_are_in_byte_order_of_ids)
{
    static const char *const ORDER[] = {"0", "a", "a-b", "a.b", "a0", "aa", "b"};
    LOAD_GOOD("<organisation id='aa'><name>N</name></organisation>"
              "<organisation id='b'><name>N</name></organisation>"
              "<organisation id='a.b'><name>N</name></organisation>"
              "<organisation id='a0'><name>N</name></organisation>"
              "<organisation id='0'><name>N</name></organisation>"
              "<organisation id='a-b'><name>N</name></organisation>"
              "<organisation id='a'><name>N</name></organisation>");
    for (size_t i = 0; i < 7; i++)
        ck_assert_str_eq(intv_record_get_id(catalogue, intv_catalogue_get_record(
                                                           catalogue, INTV_KIND_ORGANISATION, i)),
                         ORDER[i]);
}
END_TEST

START_TEST(same_id_may_stand_for_records_of_several_kinds)
{
    LOAD_GOOD("<source id='maker' read='whole'><title>S</title></source>" ORGANISATION);
    ck_assert_str_eq(intv_record_get_name(catalogue, find(INTV_KIND_SOURCE, "maker"), "nl"), "S");
    ck_assert_str_eq(intv_record_get_name(catalogue, find(INTV_KIND_ORGANISATION, "maker"), "nl"),
                     "Maker");
}
END_TEST

/* ---- the block ---- */

/* Records of every shape: provenance, conflicts, languages, hierarchies, children, names. */
static const char *const PIECES[] = {
    SOURCES,
    ORGANISATION,
    "<organisation id='other'><name>Ander</name><alias>Maker</alias></organisation>\n",
    "<scheme id='setting'><label>S</label><label xml:lang='en'>S</label></scheme>\n",
    "<concept id='school' scheme='setting'><label>school</label><broader ref='place'/></concept>\n",
    "<concept id='place' scheme='setting'><label>Plaats</label><alt-label>\xC3\x89\xC3\xA9n"
    "</alt-label></concept>\n",
    PROGRAMME("<setting concept='school'/><limitation claim='a' asserted-by='policy'"
              " source='report' locator='p. 1'><wording>A</wording></limitation>"
              "<limitation conflicts-with='a'><wording>B</wording></limitation>"
              "<sessions value='4'/>"),
    "<intervention id='walk' kind='intervention' asserted-by='provider' source='letter'>"
    "<name>W</name><organisation ref='maker' role='provider'/><limitation claim='a' locator='p. 2'>"
    "<wording>C</wording></limitation><limitation conflicts-with='a'><wording>D</wording>"
    "</limitation><cost value='1' per='group' year='2024'/></intervention>\n",
};

enum
{
    PIECE_COUNT = sizeof(PIECES) / sizeof(PIECES[0])
};

/* Loads the pieces from the given one on, in steps of `step`, all round. */
static void
load_pieces(size_t first, size_t step)
{
    static char document[4096]; /* the loader borrows it until it is freed */
    strcpy(document, OPENING);
    for (size_t i = 0; i < PIECE_COUNT; i++)
        strcat(document, PIECES[(first + i * step) % PIECE_COUNT]);
    load_good(strcat(document, CLOSING));
}

static void *
copy_block(size_t *size)
{
    *size = (size_t)catalogue->header->size;
    void *block = malloc(*size);
    ck_assert_ptr_nonnull(block);
    return memcpy(block, catalogue->header, *size);
}

START_TEST(block_is_the_same_at_every_load)
{
    size_t size = 0;
    load_pieces(0, 1);
    void *block = copy_block(&size);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(catalogue->header->size, size);
    ck_assert_mem_eq(catalogue->header, block, size);
    free(block);
}
END_TEST

START_TEST(block_does_not_show_the_order_of_records)
{
    size_t size = 0;
    load_pieces(0, 1);
    void *block = copy_block(&size);
    for (size_t first = 0; first < PIECE_COUNT; first++)
        for (size_t step = 1; step < PIECE_COUNT; step += 2) { /* odd: every piece once */
            load_pieces(first, step);
            ck_assert_uint_eq(catalogue->header->size, size);
            ck_assert_mem_eq(catalogue->header, block, size);
        }
    free(block);
}
END_TEST

/* Everything that can be asked of records and facts, as one text. */
static char *
describe(const struct intv_catalogue *asked)
{
    enum
    {
        ROOM = 65536
    };
    char *text = calloc(ROOM, 1);
    size_t used = 0;
    ck_assert_ptr_nonnull(text);
    for (uint32_t i = 0; i < asked->record_count; i++)
        used += (size_t)snprintf(text + used, ROOM - used, "%s %s %u %u\n",
                                 intv_record_get_id(asked, i), intv_record_get_name(asked, i, "en"),
                                 intv_record_get_ancestor_count(asked, i),
                                 intv_record_get_user_count(asked, i));
    for (uint32_t i = 0; i < asked->fact_count; i++) {
        int64_t low = 0;
        intv_fact_get_low(asked, i, &low);
        used += (size_t)snprintf(text + used, ROOM - used, "%s %s %s %u %lld %s %s %u %s %u %u\n",
                                 intv_fact_get_field(asked, i), intv_fact_get_text(asked, i, "nl"),
                                 intv_fact_get_code(asked, i), intv_fact_get_target(asked, i),
                                 (long long)low, intv_fact_get_qualifier(asked, i),
                                 intv_fact_get_asserter(asked, i), intv_fact_get_source(asked, i),
                                 intv_fact_get_locator(asked, i),
                                 intv_fact_get_conflict(asked, i, 0), intv_fact_get_date(asked, i));
    }
    ck_assert_uint_lt(used, ROOM);
    return text;
}

START_TEST(block_answers_the_same_wherever_it_lies)
{
    size_t size = 0;
    struct intv_catalogue *opened = NULL;
    load_pieces(0, 1);
    char *expected = describe(catalogue);
    void *block = copy_block(&size);
    start_again(); /* what the loader made is gone */
    ck_assert_int_eq(catalogue_open(block, size, &opened), INTV_OK);
    char *got = describe(opened);
    ck_assert_str_eq(got, expected);
    intv_catalogue_unref(opened);
    free(block);
    free(expected);
    free(got);
}
END_TEST

START_TEST(block_that_is_foreign_or_cut_is_refused)
{
    size_t size = 0;
    struct intv_catalogue *opened = NULL;
    load_pieces(0, 1);
    char *block = copy_block(&size);
    for (size_t cut = 0; cut < size; cut += 8)
        ck_assert_int_eq(catalogue_open(block, cut, &opened), INTV_ERROR_VERSION);
    for (size_t byte = 0; byte < 24; byte++) { /* magic, byte order, layout and size */
        block[byte] ^= 0x40;
        ck_assert_int_eq(catalogue_open(block, size, &opened), INTV_ERROR_VERSION);
        block[byte] ^= 0x40;
    }
    ck_assert_ptr_null(opened);
    free(block);
}
END_TEST

START_TEST(catalogue_without_records_is_a_catalogue)
{
    LOAD_GOOD("");
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind), 0);
    ck_assert_str_eq(intv_catalogue_get_publisher(catalogue), "tests");
    ck_assert_str_eq(intv_catalogue_get_licence(catalogue), "CC0-1.0");
    ck_assert_uint_eq(intv_catalogue_find(catalogue, INTV_KIND_SOURCE, "a"), INTV_NONE);
}
END_TEST

static TCase *
claim_tests(void)
{
    TCase *tests = tcase_create("claims");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_add_test(tests, claim_inherits_everything_from_its_record);
    tcase_add_test(tests, claim_inherits_each_attribute_from_the_nearest_that_has_it);
    tcase_add_test(tests, source_cuts_off_an_inherited_via_and_locator);
    tcase_add_test(tests, silence_has_the_provenance_it_gives_itself);
    tcase_add_test(tests, strength_left_out_is_unstated);
    tcase_add_test(tests, claim_inside_a_claim_inherits_from_it);
    tcase_add_test(tests, plain_field_has_no_provenance);
    tcase_add_test(tests, text_is_that_of_the_language_or_of_the_nearest);
    tcase_add_test(tests, text_without_a_language_is_in_that_of_its_document);
    tcase_add_test(tests, text_has_its_white_space_collapsed);
    tcase_add_test(tests, wordings_stay_with_their_claim);
    tcase_add_test(tests, quantity_keeps_what_is_known_of_both_sides);
    tcase_add_test(tests, silent_quantity_has_no_numbers);
    tcase_add_test(tests, date_is_as_exact_as_it_was_written);
    tcase_add_test(tests, conflict_is_linked_in_both_directions_once);
    tcase_add_test(tests, claim_names_belong_to_their_record);
    return tests;
}

static TCase *
record_tests(void)
{
    TCase *tests = tcase_create("records and the block");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_add_test(tests, ancestors_are_reached_over_every_path_and_counted_once);
    tcase_add_test(tests, record_knows_the_facts_that_refer_to_it);
    tcase_add_test(tests, records_are_in_byte_order_of_ids);
    tcase_add_test(tests, same_id_may_stand_for_records_of_several_kinds);
    tcase_add_test(tests, block_is_the_same_at_every_load);
    tcase_add_test(tests, block_does_not_show_the_order_of_records);
    tcase_add_test(tests, block_answers_the_same_wherever_it_lies);
    tcase_add_test(tests, block_that_is_foreign_or_cut_is_refused);
    tcase_add_test(tests, catalogue_without_records_is_a_catalogue);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("facts");
    suite_add_tcase(suite, claim_tests());
    suite_add_tcase(suite, record_tests());
    return run_suite(suite);
}
