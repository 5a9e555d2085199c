/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The frozen catalogue: one relocatable block. Records, facts and texts refer to each other by
 * 32-bit index; texts are offset and length in one pool; there are no pointers, so that the block
 * can be written to a file and mapped again as it is.
 *
 * Records are sorted by kind and then by id in byte order, so the index of a record is also its
 * place in the order of ids. The facts of a record stand together: first those directly under the
 * record, sorted by field and then in document order, after them the facts inside facts.
 */
#ifndef MODEL_BLOCK_H
#define MODEL_BLOCK_H

#include <stddef.h>
#include <stdint.h>

#define BLOCK_MAGIC "intvcat"
enum
{
    BLOCK_LAYOUT = 3,
    BLOCK_BYTE_ORDER = 0x01020304,
    BLOCK_ALIGNMENT = 8
};

enum block_section
{
    SECTION_RECORDS,
    SECTION_FACTS,
    SECTION_PROVENANCES,
    SECTION_QUANTITIES,
    SECTION_TEXTS,
    SECTION_LINKS,
    SECTION_NAMES,
    SECTION_LAYERS,
    SECTION_POOL,
    /* What is found by words and by what is stated (index/), made from all that stands above. */
    SECTION_TERMS,
    SECTION_STEMS,
    SECTION_STEM_TERMS,
    SECTION_PARTS,
    SECTION_PART_USES,
    SECTION_POSTINGS,
    SECTION_OCCURRENCES,
    SECTION_LENGTHS,
    SECTION_FACETS,
    SECTION_BITS,
    SECTION_SET_RECORDS,
    SECTION_FIELD_SPANS,
    SECTION_FIELD_FACTS,
    SECTION_NAME_RANKS,
    SECTION_WORDS,
    SECTION_COUNT
};
enum
{
    SECTION_INDEX_FIRST = SECTION_TERMS /* the index is the end of the block */
};

struct block_section_row
{
    uint64_t offset; /* in bytes from the start of the block */
    uint64_t count;  /* of rows; of bytes for the pool */
};

struct block_header
{
    char magic[8];
    uint32_t byte_order;
    uint32_t layout;
    uint64_t size;
    uint32_t dropped_records; /* by a lenient load */
    uint32_t dropped_facts;   /* of the records that stayed */
    uint32_t is_incomplete;   /* something was left out, if only a document nobody could read */
    uint32_t lost_findings;   /* what was left out may hold findings on any intervention */
    uint32_t kind_first[16];  /* kind k has the records kind_first[k] up to kind_first[k + 1] */
    uint64_t length_total;    /* sum of all lengths of records */
    struct block_section_row sections[SECTION_COUNT];
};

/* Sizes in bytes of a row of each section. */
extern const size_t BLOCK_ROW_SIZES[SECTION_COUNT];

/* The next place in a block where a section may begin. */
static inline uint64_t
block_align(uint64_t offset)
{
    return (offset + BLOCK_ALIGNMENT - 1) & ~(uint64_t)(BLOCK_ALIGNMENT - 1);
}

enum lost_broader
{
    LOST_BROADER_HERE = 1,
    LOST_BROADER_ANYWHERE = 2 /* at it or at one that is broader */
};

struct record_row
{
    uint32_t id; /* pool offset */
    uint16_t id_length;
    uint8_t kind;
    uint8_t layer;
    uint8_t has_skipped;  /* a lenient load skipped an unknown element in it */
    uint8_t lost_broader; /* such a load may have lost a broader one: enum lost_broader */
    uint8_t spare[2];
    uint32_t fact_first;
    uint32_t fact_count;     /* directly under the record */
    uint32_t ancestor_first; /* links to records: itself and all broader ones, sorted */
    uint32_t ancestor_count;
    uint32_t user_first; /* links to facts whose value is this record, sorted */
    uint32_t user_count;
};

struct fact_row
{
    uint8_t field;
    uint8_t qualifier; /* code of the field's qualifier list, 0 when not stated */
    uint8_t silence;   /* enum silence, 0 when a value is stated; any field may be dropped */
    uint8_t text_count;
    uint32_t record;
    uint32_t parent; /* fact, or INTV_NONE directly under the record */
    uint32_t child_first;
    uint16_t child_count;
    uint16_t conflict_count;
    uint32_t conflict_first; /* links to facts */
    uint32_t value;          /* record, code, date as yyyymmdd, or quantity index */
    uint32_t text_first;     /* texts: the value of texts and tokens, or the wordings */
    uint32_t provenance;     /* INTV_NONE when the field makes no claim */
};

struct provenance_row
{
    uint8_t asserter;
    uint8_t strength;
    uint16_t spare;
    uint32_t source;  /* record, or INTV_NONE */
    uint32_t via;     /* record, or INTV_NONE */
    uint32_t locator; /* pool offset, or INTV_NONE */
};

enum bound
{
    BOUND_KNOWN,
    BOUND_UNKNOWN,
    BOUND_NONE /* the source says there is no bound */
};

enum exactness
{
    QUANTITY_EXACT,
    QUANTITY_ABOUT,
    QUANTITY_AT_LEAST,
    QUANTITY_RANGE
};

struct quantity_row
{
    int64_t low;
    int64_t high;
    uint8_t low_bound;
    uint8_t high_bound;
    uint8_t exactness;
    uint8_t spare[5];
};

struct text_row
{
    uint32_t offset; /* in the pool; ends with a NUL */
    uint32_t length;
    uint32_t language; /* pool offset of the language tag; of "" for texts without language */
};

/* A catalogue that lies over those before it; pool offsets of texts that end with a NUL. */
struct layer_row
{
    uint32_t edition;
    uint32_t publisher;
    uint32_t licence;
    uint32_t language;
};

/* A folded name under which a record can be found; sorted by folded text, then record. */
struct name_row
{
    uint32_t offset; /* of the folded text in the pool */
    uint32_t length;
    uint32_t record;
};

/* ---- words ---- */

/*
 * A word as it stands folded in texts of one language (enum text_language); sorted by language, then
 * by bytes. Texts of this and the next rows are in the section of words, without NUL.
 */
struct term_row
{
    uint32_t word;
    uint16_t length;
    uint8_t language;
    uint8_t part_count; /* parts of a compound, 0 when it is none */
    uint32_t stem;      /* stem row; INTV_NONE in texts without stems */
    uint32_t posting_first;
    uint32_t posting_count;
};

/* Sorted by language, then by bytes. */
struct stem_row
{
    uint32_t stem;
    uint16_t length;
    uint8_t language;
    uint8_t spare;
    uint32_t term_first; /* stem terms: term rows, rising */
    uint32_t term_count;
};

/* The Dutch stem of a part of compounds; sorted by bytes. */
struct part_row
{
    uint32_t part;
    uint16_t length;
    uint16_t spare;
    uint32_t use_first;
    uint32_t use_count;
};

/* By term, then by part; the last part of a compound is its head. */
struct part_use
{
    uint32_t term;
    uint16_t start; /* bytes in the folded word */
    uint16_t length;
    uint8_t part;
    uint8_t part_count;
    uint16_t spare;
};

/* The occurrences of one term in one record; by record. */
struct posting_row
{
    uint32_t record;
    uint32_t weight; /* sum of the weights (index/weights.def) of its occurrences */
    uint32_t occurrence_first;
    uint32_t occurrence_count;
};

/*
 * The id first, then by fact, text and position. The text belongs to the fact; or it is a name or
 * label of the record that the fact refers to.
 */
struct occurrence_row
{
    uint32_t fact;          /* INTV_NONE: in the id of the record */
    uint32_t text;          /* INTV_NONE: in the id of the record */
    uint32_t position : 24; /* number of the word in the text, from 0 */
    uint32_t span : 8;      /* 1; pieces of a compound with hyphens, found as one word */
};
enum
{
    OCCURRENCE_LAST_POSITION = 0xFFFFFF,
    OCCURRENCE_WIDEST_SPAN = 0xFF
};

/* ---- facets ---- */

enum facet_sort
{
    FACET_VALUE,   /* value: a record; states it or one that is narrower */
    FACET_CODE,    /* value: a code */
    FACET_STATED,  /* value 0: states any value */
    FACET_SILENT,  /* value: a silence; 0: no fact at all, although its kind may have the field */
    FACET_DERIVED, /* value as above: interventions of which an evaluation or rating states it */
    FACET_DERIVED_STATED /* value 0: interventions of which an evaluation or rating states any */
};

enum facet_flag
{
    FACET_IS_BITS = 1 /* the set is bits, 64 in a word, one for every record; else a sorted list */
};

/* A set of records that say the same, at any depth; sorted by field, sort and value. None is empty. */
struct facet_row
{
    uint8_t field;
    uint8_t sort;
    uint16_t flags;
    uint32_t value;
    uint32_t record_count;
    uint32_t set_first; /* in the bits, or in the records of sets */
};

/* All facts of one field, at any depth, in the order of records; one row for each field. */
struct field_span_row
{
    uint32_t first; /* field facts */
    uint32_t count;
};

#endif
