/* SPDX-License-Identifier: EUPL-1.2 */
/* What single attributes say: values, quantities and provenance. For tags.c. */
#ifndef READ_ATTRIBUTES_H
#define READ_ATTRIBUTES_H

#include "read/reader.h"

/* Reports on an attribute: its value and its name. */
void attribute_report(struct document *document, const struct frame *frame, enum diagnostic code,
                      const struct xml_attribute *attribute);

/* A copy of a text that lives as long as the staging; false when there is no memory. */
bool attribute_keep(struct document *document, struct text written, struct text *kept);

/* Reads a code of a list; false, and reported, when it is none. */
bool attribute_read_code(struct document *document, const struct frame *frame,
                         const struct xml_attribute *attribute, enum code_list list,
                         unsigned *code);

/*
 * Reads an attribute that holds the value of a fact. A value that is wrong is reported and counts as
 * present. False: no memory.
 */
bool attribute_read_value(struct document *document, const struct frame *frame,
                          const struct xml_attribute *attribute, struct staged_fact *fact);

/* Keeps a text without a language as the value of a fact. */
bool attribute_keep_token(struct document *document, struct staged_fact *fact, struct text value);

/* Which part of a quantity an attribute is, as one bit; 0 when it is none. */
unsigned attribute_quantity_part(struct text name);
void attribute_read_quantity(struct document *document, const struct frame *frame,
                             const struct xml_attribute *attribute, unsigned part,
                             struct quantity_row *quantity);

/* Judges the parts of a quantity together. */
void attribute_finish_quantity(struct document *document, const struct frame *frame, unsigned parts,
                               struct staged_fact *fact);

/* The provenance that the attributes of one tag give. */
struct provenance_given
{
    struct staged_provenance provenance;
    bool asserter;
    bool strength;
    bool source;
    bool via;
    bool locator;
    uint8_t wrong; /* the parts that were refused: no claim can rest on them */
};

/*
 * Whether the attribute is one of provenance; *memory turns false when there is none. Claims do not
 * rest on it when more errors were reported than these.
 */
bool attribute_take_provenance(struct document *document, const struct frame *frame,
                               const struct xml_attribute *attribute, size_t errors,
                               struct provenance_given *given, bool *memory);

/* Lays what is given over what is inherited; the frame's children inherit the result. */
bool attribute_settle_provenance(struct document *document, struct frame *frame,
                                 const struct provenance_given *given);

#endif
