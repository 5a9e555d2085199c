/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Postings and occurrences are laid down in two walks over the records, which count and then fill:
 * each word then stands by record, fact, text and position without any sorting.
 */
#include "base/memory.h"
#include "index/building.h"

/* Of one term, by its number in the dictionary. */
struct tally
{
    uint32_t record; /* the last one, plus 1 */
    uint32_t postings;
    uint32_t occurrences;
};

struct walk;

/* Words of one text where they count: for a record, because of a fact. */
struct passage
{
    uint32_t record;
    uint32_t fact;
    uint32_t text;
    uint32_t weight;
    const struct spot *spots;
    uint32_t count;
};

struct walk
{
    struct building *building;
    void (*visit)(struct walk *walk, const struct passage *passage);
    struct tally *tallies;
    uint64_t occurrence_count;
    uint64_t posting_count;
    struct posting_row *postings;
    struct occurrence_row *occurrences;
    uint32_t *lengths;
};

/* ---- the walk ---- */

/* The words of a text, or of the id of record `text - text_count`; no more than `most`. */
static uint32_t
visit_text(struct walk *walk, struct passage *passage, uint32_t text, uint32_t most)
{
    const struct building *building = walk->building;
    const uint32_t first = building->spot_firsts[text];
    const uint32_t count = building->spot_firsts[text + 1] - first;
    passage->text = text < building->text_count ? text : INTV_NONE;
    passage->spots = building->spots + first;
    passage->count = count < most ? count : most;
    if (passage->weight > 0 && passage->count > 0)
        walk->visit(walk, passage);
    return passage->count;
}

/* The first words of the names, labels and titles of a record, in all its languages. */
static void
visit_name(struct walk *walk, struct passage *passage, uint32_t record)
{
    static const enum field NAMES[] = {FIELD_NAME, FIELD_LABEL, FIELD_TITLE};
    const struct intv_catalogue *catalogue = walk->building->catalogue;
    uint32_t left = INDEX_NAME_WORDS;
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++) {
        const struct fact_span span = catalogue_facts_of(catalogue, record, NAMES[i]);
        for (uint32_t fact = span.first; fact < span.end && left > 0; fact++) {
            const struct fact_row *row = &catalogue->facts[fact];
            for (uint32_t j = 0; j < row->text_count && left > 0; j++)
                left -= visit_text(walk, passage, row->text_first + j, left);
        }
    }
}

static void
visit_fact(struct walk *walk, uint32_t fact)
{
    const struct fact_row *row = &walk->building->catalogue->facts[fact];
    const enum field field = (enum field)row->field;
    struct passage passage = {.record = row->record, .fact = fact};
    passage.weight = index_weight_of_text(field);
    for (uint32_t i = 0; i < row->text_count; i++)
        visit_text(walk, &passage, row->text_first + i, UINT32_MAX);
    passage.weight = index_weight_of_name(field);
    if (passage.weight > 0 && row->silence == 0 && row->value != INTV_NONE)
        visit_name(walk, &passage, row->value);
}

/* The facts of a record stand together, those inside facts too, and records have their order. */
static enum intv_status
walk_records(struct walk *walk)
{
    const struct intv_catalogue *catalogue = walk->building->catalogue;
    uint32_t fact = 0;
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        struct passage id = {.record = record, .fact = INTV_NONE, .weight = index_weight_of_id()};
        const enum intv_status status = building_step(walk->building);
        if (status != INTV_OK)
            return status;
        visit_text(walk, &id, walk->building->text_count + record, UINT32_MAX);
        for (; fact < catalogue->fact_count && catalogue->facts[fact].record == record; fact++)
            visit_fact(walk, fact);
    }
    return INTV_OK;
}

/* ---- counting ---- */

static void
count_passage(struct walk *walk, const struct passage *passage)
{
    uint32_t length = 0;
    for (uint32_t i = 0; i < passage->count; i++) {
        struct tally *tally = &walk->tallies[passage->spots[i].term];
        const bool is_new = tally->record != passage->record + 1;
        tally->record = passage->record + 1;
        tally->postings += is_new;
        tally->occurrences++;
        walk->posting_count += is_new;
        length += passage->spots[i].span == 1;
    }
    walk->occurrence_count += passage->count;
    uint32_t *told = &walk->lengths[passage->record];
    const uint64_t sum = *told + (uint64_t)length * passage->weight;
    const uint32_t kept = sum < INDEX_LONGEST ? (uint32_t)sum : INDEX_LONGEST;
    walk->building->rows->length_total += kept - *told;
    *told = kept;
}

/* From counts to where each term begins, in the order of term rows. */
static void
place_terms(struct walk *walk)
{
    const struct building *building = walk->building;
    struct term_row *terms = building->rows->sections[SECTION_TERMS].rows;
    uint32_t posting = 0;
    uint32_t occurrence = 0;
    for (size_t i = 0; i < building->terms.count; i++) {
        struct tally *tally = &walk->tallies[building->order[i]];
        terms[i].posting_first = posting;
        terms[i].posting_count = tally->postings;
        posting += tally->postings;
        const uint32_t next = occurrence + tally->occurrences;
        *tally = (struct tally){0, terms[i].posting_first, occurrence};
        occurrence = next;
    }
}

/* ---- filling ---- */

static void
fill_passage(struct walk *walk, const struct passage *passage)
{
    for (uint32_t i = 0; i < passage->count; i++) {
        const struct spot spot = passage->spots[i];
        struct tally *tally = &walk->tallies[spot.term];
        if (tally->record != passage->record + 1) {
            tally->record = passage->record + 1;
            walk->postings[tally->postings++] =
                (struct posting_row){passage->record, 0, tally->occurrences, 0};
        }
        struct posting_row *posting = &walk->postings[tally->postings - 1];
        posting->weight += passage->weight;
        posting->occurrence_count++;
        walk->occurrences[tally->occurrences++] =
            (struct occurrence_row){passage->fact, passage->text, spot.position, spot.span};
    }
}

static enum intv_status
fill_rows(struct walk *walk)
{
    if (walk->occurrence_count >= INTV_NONE)
        return INTV_ERROR_LIMIT;
    walk->postings =
        building_new_rows(walk->building, SECTION_POSTINGS, (size_t)walk->posting_count);
    walk->occurrences =
        building_new_rows(walk->building, SECTION_OCCURRENCES, (size_t)walk->occurrence_count);
    if (walk->postings == NULL || walk->occurrences == NULL)
        return INTV_ERROR_NO_MEMORY;
    place_terms(walk);
    walk->visit = fill_passage;
    return walk_records(walk);
}

enum intv_status
building_make_postings(struct building *building)
{
    struct walk walk = {.building = building, .visit = count_passage};
    walk.lengths = building_new_rows(building, SECTION_LENGTHS, building->catalogue->record_count);
    walk.tallies = memory_new(building->terms.count, sizeof(*walk.tallies));
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (walk.lengths != NULL && walk.tallies != NULL)
        status = walk_records(&walk);
    if (status == INTV_OK)
        status = fill_rows(&walk);
    memory_free(walk.tallies);
    return status;
}
