/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A catalogue under construction: records and facts as the documents hold them, references still by
 * id, every one with its place. Filled by reader.c, resolved by link.c, judged by check.c, frozen
 * by freeze.c.
 */
#ifndef READ_STAGING_H
#define READ_STAGING_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include "model/block.h"
#include "model/format.h"
#include "read/limits.h"

struct staged_text
{
    struct text text;
    struct text language;
};

struct staged_reference
{
    enum kind kind; /* KIND_COUNT: not written, the kind of the field */
    struct text id;
    uint32_t record; /* after linking; INTV_NONE before, or when it is dangling */
};

/* The attributes of provenance, one bit each. */
enum provenance_part
{
    PROVENANCE_ASSERTER = 1,
    PROVENANCE_STRENGTH = 2,
    PROVENANCE_SOURCE = 4,
    PROVENANCE_VIA = 8,
    PROVENANCE_LOCATOR = 16
};

struct staged_provenance
{
    uint8_t asserter;
    uint8_t strength;
    struct staged_reference source;
    struct staged_reference via;
    struct text locator;
    bool source_is_around; /* the source comes from further out than the asserter */
    struct place place;
    uint32_t record;
    bool is_wrong;   /* a part was refused, and reported where it was read */
    uint8_t missing; /* the parts that lead to no record */
};

/* Two claims of one record that contradict each other; each pair stands in both directions. */
struct staged_conflict
{
    uint32_t fact;
    uint32_t other;
};

struct staged_fact
{
    enum field field;
    uint8_t qualifier;
    uint8_t silence;
    bool has_value;
    bool is_dropped; /* a fault was reported; only a lenient load looks at it */
    uint8_t wrong;   /* parts of the provenance around it that were refused, for the same */
    uint32_t record;
    uint32_t parent; /* staged fact, or INTV_NONE */
    uint32_t line;
    uint32_t column;
    uint32_t value; /* code or date */
    struct quantity_row quantity;
    struct staged_reference reference;
    uint32_t text_first;
    uint32_t text_count;
    uint32_t provenance;   /* staged provenance, or INTV_NONE */
    struct text claim;     /* name in its record, or empty */
    struct text conflicts; /* names with spaces between, or empty */
};

struct staged_record
{
    enum kind kind;
    struct text id;
    struct place place;
    uint32_t layer;       /* in staging.layers */
    struct text replaces; /* edition of the layer it replaces a record of, or empty */
    bool is_settled;      /* was laid over a layer below before, in a catalogue that is thawed */
    bool is_set_aside;    /* goes, and so leaves the record below in its place; lenient only */
    uint32_t fact_first;
    uint32_t fact_end;
    uint32_t sorted;         /* place in the order of kinds and ids; set by linking */
    uint32_t ancestor_first; /* in staging.ancestors; set by linking */
    uint32_t ancestor_count;
    bool has_skipped;  /* an unknown element, which a lenient load passes over */
    bool is_dropped;   /* as of a fact */
    struct text fault; /* the part of it that is wrong or missing */
};

/* What the documents of one layer say of themselves. */
struct staged_layer
{
    struct text edition;
    struct text publisher;
    struct text licence;
    struct text language;
    struct place header_place; /* of the document that set the four above */
};

struct staging
{
    struct arena arena;
    struct staged_layer *layers; /* the lowest first */
    size_t layer_count;
    size_t layer_capacity;
    struct staged_record *records;
    size_t record_count;
    size_t record_capacity;
    struct staged_fact *facts;
    size_t fact_count;
    size_t fact_capacity;
    struct staged_text *texts;
    size_t text_count;
    size_t text_capacity;
    struct staged_provenance *provenances;
    size_t provenance_count;
    size_t provenance_capacity;
    uint32_t *order; /* staged records in the order of kinds and ids; set by linking */
    struct staged_conflict *conflicts;
    size_t conflict_count;
    size_t conflict_capacity;
    uint32_t *ancestors; /* staged records */
    size_t ancestor_count;
    size_t ancestor_capacity;
    uint64_t reference_count;
    uint32_t limits_reported; /* one bit for each limit of the whole load that was reported */
    bool no_memory;           /* for a report */
    bool layers_clash;        /* two layers cannot lie over each other, whatever is left out */
    bool is_lenient;
    uint32_t lowest_lost; /* layer that the first of the following was left out of */
    bool is_partial;      /* documents were left out: what they held is not judged missing */
    bool is_incomplete;   /* this and the following go into the header of the block */
    bool lost_findings;
    uint32_t dropped_records;
    uint32_t dropped_facts;
};

void staging_free(struct staging *staging);

/* What the staging held at a moment, to take back what was added since. */
struct staging_mark
{
    size_t record_count;
    size_t fact_count;
    size_t text_count;
    size_t provenance_count;
    uint64_t reference_count;
    struct staged_layer layer; /* the one begun last */
};
struct staging_mark staging_remember(const struct staging *staging);

/* Gives the number of records that go. */
uint32_t staging_take_back(struct staging *staging, const struct staging_mark *mark);

/* Marks what a lenient load leaves out; of a record the first fault is kept (`part` is borrowed). */
void staging_drop_fact(struct staging *staging, uint32_t fact);
void staging_drop_record(struct staging *staging, uint32_t record, struct text part);

/* Each gives INTV_NONE when there is no memory. What is added later is of the layer begun last. */
uint32_t staging_add_layer(struct staging *staging);
uint32_t staging_add_record(struct staging *staging, enum kind kind, struct place place);
uint32_t staging_add_fact(struct staging *staging, enum field field, uint32_t parent,
                          struct place place);
uint32_t staging_add_text(struct staging *staging, struct text text, struct text language);
/* The same texts once more, behind all others; gives the first of them. */
uint32_t staging_repeat_texts(struct staging *staging, uint32_t first, uint32_t count);
uint32_t staging_add_provenance(struct staging *staging,
                                const struct staged_provenance *provenance);

static inline struct staged_layer *
staging_last_layer(struct staging *staging)
{
    return &staging->layers[staging->layer_count - 1];
}

static inline struct staged_record *
staging_last_record(struct staging *staging)
{
    return &staging->records[staging->record_count - 1];
}

/* Place of a fact, with the file of its record. */
struct place staging_place(const struct staging *staging, const struct staged_fact *fact);

/* The order of conflicts, for qsort(). */
int staging_compare_conflicts(const void *one, const void *other);

/* "kind:id" for messages, in the buffer. */
enum
{
    SUBJECT_SIZE = 256
};
struct text staging_subject(const struct staged_record *record, char buffer[SUBJECT_SIZE]);

/* Id of the scheme a concept says it belongs to; empty when it says nothing. */
struct text staging_scheme_of(const struct staging *staging, uint32_t concept);

/* Facts inside a fact follow it directly: the first one outside it, or the end of its record. */
uint32_t staging_end_of_children(const struct staging *staging, uint32_t fact);

/* First record with this kind and id, by its place in the order; INTV_NONE when there is none. */
uint32_t staging_find(const struct staging *staging, enum kind kind, struct text id);

#endif
