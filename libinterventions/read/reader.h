/* SPDX-License-Identifier: EUPL-1.2 */
/* Reads one catalogue document into the staging. */
#ifndef READ_READER_H
#define READ_READER_H

#include "read/staging.h"
#include "read/xml.h"

#define CATALOGUE_NAMESPACE "urn:interventions:catalogue:1"
#define CATALOGUE_NAMESPACE_FAMILY "urn:interventions:catalogue:"
#define CATALOGUE_FORMAT "1.1"
#define CATALOGUE_FORMAT_MINOR 1

enum frame_kind
{
    FRAME_ROOT,
    FRAME_RECORD,
    FRAME_FACTS,
    FRAME_FIELD,
    FRAME_WORDING,
    FRAME_SILENCE
};

struct frame
{
    enum frame_kind kind;
    struct text name;     /* of the element, for messages */
    uint32_t fact;        /* of a field, or of the field around a wording or silence */
    uint32_t provenance;  /* that claims inside inherit, or INTV_NONE */
    uint8_t wrong;        /* parts of it that were refused */
    struct text language; /* of the text being collected */
    struct place place;
    bool collects_text;
    bool text_reported;
};

struct document
{
    struct staging *staging;
    const struct limits *limits;
    struct intv_diagnostics *diagnostics;
    const char *file;
    enum intv_status status; /* of the first error; reading goes on */
    size_t errors;           /* that were reported; that it grew says that something is wrong */
    struct frame *frames;
    size_t frame_count;
    size_t frame_capacity;
    size_t skipped; /* depth inside an element that is skipped */
    char *text;
    size_t text_length;
    size_t text_capacity;
    bool text_too_long;
    struct text language;
    bool is_newer;   /* a newer minor format: what is unknown is skipped with a warning */
    bool is_lost;    /* something of it was left out, so that references to it cannot be judged */
    bool is_refused; /* it is no catalogue of this format, or says wrong of which edition it is */
    bool no_memory;
};

extern const struct xml_events DOCUMENT_EVENTS;

void document_free(struct document *document);

/* ---- for attributes.c and tags.c ---- */

/* Reports at a place about the record that is open; remembers the first error. */
void document_report(struct document *document, enum diagnostic code, struct place place,
                     struct text one, struct text two, struct text three);

/* Counts an error that was reported, and remembers the first. */
void document_remember(struct document *document, enum intv_status status);

/* Leaves out the fact of a frame when more errors were reported than these. */
void document_judge_fact(struct document *document, uint32_t fact, size_t errors);

/* Whether a count is over its limit; reports so, once in a load for RECORDS, FACTS and REFERENCES. */
bool document_exceeds(struct document *document, enum limit limit, uint64_t count,
                      struct place place);

/* Whether all characters of a text may be kept; reports when not. */
bool document_check_characters(struct document *document, struct place place, struct text name,
                               struct text text);

/* "<name>" in the arena of the staging; the name alone when there is no memory. */
struct text document_tag(struct document *document, struct text name);

/* Everything the attributes of a tag say, sorted out. */
bool document_take_record(struct document *document, struct frame *frame, const struct xml_tag *tag,
                          struct staged_record *record);
bool document_take_field(struct document *document, struct frame *frame, const struct xml_tag *tag);
bool document_take_facts(struct document *document, struct frame *frame, const struct xml_tag *tag);
bool document_take_silence(struct document *document, struct frame *frame,
                           const struct xml_tag *tag);
bool document_take_wording(struct document *document, struct frame *frame,
                           const struct xml_tag *tag);
void document_take_root(struct document *document, const struct xml_tag *tag);

/* The text of a field that holds text itself. */
bool document_take_text(struct document *document, struct frame *frame, struct text text);

#endif
