/* SPDX-License-Identifier: EUPL-1.2 */
/* The states of the gate, and what its two files share. */
#ifndef READ_GATE_STEPS_H
#define READ_GATE_STEPS_H

#include "read/gate.h"

enum state
{
    LEADING, /* nothing but white space so far */
    TEXT,
    OPEN,   /* after '<' */
    MARKED, /* after "<!" */
    TAG,
    QUOTED, /* inside a quoted value in a tag */
    COMMENT,
    CDATA,
    INSTRUCTION,
    XML_TARGET,  /* after the "<?" that begins the document */
    XML_BETWEEN, /* in the XML declaration, before a name or the end */
    XML_NAME,
    XML_EQUALS, /* before the value */
    XML_VALUE,
    XML_MARK /* after '?' */
};

static inline bool
is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Keeps the first fault. */
void gate_fail(struct gate *gate, enum gate_fault fault, struct gate_position position,
               uint64_t value);

/* Counts the bytes of a comment or instruction. */
void gate_count_comment(struct gate *gate, uint32_t width);

void gate_step_instruction(struct gate *gate, uint32_t c, uint32_t width);

/* The XML declaration (gate_declaration.c). */
void gate_step_xml_target(struct gate *gate, uint32_t c, uint32_t width);
void gate_step_xml_between(struct gate *gate, uint32_t c, uint32_t width);
void gate_step_xml_name(struct gate *gate, uint32_t c, uint32_t width);
void gate_step_xml_equals(struct gate *gate, uint32_t c, uint32_t width);
void gate_step_xml_value(struct gate *gate, uint32_t c, uint32_t width);
void gate_step_xml_mark(struct gate *gate, uint32_t c, uint32_t width);

#endif
