/* SPDX-License-Identifier: EUPL-1.2 */
/* The frozen catalogue as the other modules see it: typed access to the rows of the block. */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include <interventions/catalogue.h>

#include "model/block.h"
#include "model/format.h"

struct intv_catalogue
{
    int references; /* atomic */
    void *owned;    /* the block, when it is to be freed with the catalogue */
    const struct block_header *header;
    const struct record_row *records;
    const struct fact_row *facts;
    const struct provenance_row *provenances;
    const struct quantity_row *quantities;
    const struct text_row *texts;
    const uint32_t *links;
    const struct name_row *names;
    const struct layer_row *layers; /* the lowest first; at least one */
    const char *pool;
    const struct term_row *terms;
    const struct stem_row *stems;
    const uint32_t *stem_terms;
    const struct part_row *parts;
    const struct part_use *part_uses;
    const struct posting_row *postings;
    const struct occurrence_row *occurrences;
    const uint32_t *lengths; /* of every record: its words, each by its weight */
    const struct facet_row *facets;
    const uint64_t *bits;
    const uint32_t *set_records;
    const struct field_span_row *field_spans;
    const uint32_t *field_facts;
    const uint32_t *name_ranks; /* every record's place by name: all in Dutch, then in English */
    const char *words;
    uint32_t record_count;
    uint32_t fact_count;
    uint32_t name_count;
    uint32_t layer_count;
    uint32_t term_count;
    uint32_t stem_count;
    uint32_t part_count;
    uint32_t facet_count;
};

/*
 * Opens a block, which is borrowed until the catalogue is freed. INTV_ERROR_VERSION when the block
 * is foreign to this library.
 */
enum intv_status catalogue_open(const void *block, size_t size, struct intv_catalogue **catalogue);

/* Opens a block that is freed with the catalogue, and at once on failure. */
enum intv_status catalogue_adopt(void *block, size_t size, struct intv_catalogue **catalogue);

/* Facts of one field directly under a record, in document order. */
struct fact_span
{
    uint32_t first;
    uint32_t end;
};
struct fact_span catalogue_facts_of(const struct intv_catalogue *catalogue, uint32_t record,
                                    enum field field);

/* First fact of a field inside a fact, or INTV_NONE. */
uint32_t catalogue_child_of(const struct intv_catalogue *catalogue, uint32_t fact,
                            enum field field);

struct text catalogue_id(const struct intv_catalogue *catalogue, uint32_t record);
uint32_t catalogue_find(const struct intv_catalogue *catalogue, enum kind kind, struct text id);

/* Whether `ancestor` is `record` itself or reached from it over broader. */
bool catalogue_is_ancestor(const struct intv_catalogue *catalogue, uint32_t ancestor,
                           uint32_t record);

/*
 * Whether a lenient load may have lost a broader record of a record: left out at it or at one that
 * is broader.
 */
bool catalogue_lost_broader(const struct intv_catalogue *catalogue, uint32_t record);

/* Code of an attribute such as kind or scope of a record; 0 when it is not stated. */
unsigned catalogue_code_of(const struct intv_catalogue *catalogue, uint32_t record,
                           enum field field);

/* Record that an attribute such as scheme refers to, or INTV_NONE. */
uint32_t catalogue_reference_of(const struct intv_catalogue *catalogue, uint32_t record,
                                enum field field);

/* Whether and why a fact is silent, as users of the library see it. */
enum intv_silence catalogue_silence_of(const struct intv_catalogue *catalogue, uint32_t fact);

enum asserter catalogue_asserter_of(const struct intv_catalogue *catalogue, uint32_t fact);
enum strength catalogue_strength_of(const struct intv_catalogue *catalogue, uint32_t fact);

#endif
