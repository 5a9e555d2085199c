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

#include <stdint.h>

#define BLOCK_MAGIC "intvcat"
enum
{
    BLOCK_LAYOUT = 2,
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
    SECTION_COUNT
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
    struct block_section_row sections[SECTION_COUNT];
};

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

#endif
