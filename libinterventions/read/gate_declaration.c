/* SPDX-License-Identifier: EUPL-1.2 */
/* The states of the XML declaration: its version must be 1.0, its encoding UTF-8 or ASCII. */
#include "read/gate_steps.h"

enum declared
{
    DECLARED_OTHER,
    DECLARED_VERSION,
    DECLARED_ENCODING
};

/* What is no declaration is refused here if it says no version; the rest is left to the parser. */
static void
leave_declaration(struct gate *gate, uint32_t c)
{
    gate->state = INSTRUCTION;
    gate->matched = c == '?';
    if (!gate->version_seen)
        gate_fail(gate, GATE_XML_VERSION, gate->markup, 0);
}

static void
add_to_word(struct gate *gate, uint32_t c)
{
    if (gate->word_size < sizeof gate->word)
        gate->word[gate->word_size++] = c < 0x80 ? (char)c : '\0';
}

/* Compares the word without regard to the case of its letters; `text` is in small letters. */
static bool
word_is(const struct gate *gate, const char *text)
{
    uint8_t i = 0;

    for (; i < gate->word_size && text[i] != '\0'; i++) {
        const char c = gate->word[i];
        if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != text[i])
            return false;
    }
    return i == gate->word_size && text[i] == '\0';
}

void
gate_step_xml_between(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    if (c == '?') {
        gate->state = XML_MARK;
    } else if (c >= 'a' && c <= 'z') {
        gate->word_size = 0;
        add_to_word(gate, c);
        gate->state = XML_NAME;
    } else if (!is_space(c)) {
        leave_declaration(gate, c);
    }
}

void
gate_step_xml_target(struct gate *gate, uint32_t c, uint32_t width)
{
    static const char target[] = "xml";

    if (gate->matched < 3 && c == (unsigned char)target[gate->matched]) {
        gate->matched++;
        gate_count_comment(gate, width);
    } else if (gate->matched == 3 && (is_space(c) || c == '?')) {
        gate->state = XML_BETWEEN;
        gate_step_xml_between(gate, c, width);
    } else {
        gate->state = INSTRUCTION;
        gate->matched = 0;
        gate_step_instruction(gate, c, width);
    }
}

static void
open_value(struct gate *gate, uint32_t quote)
{
    gate->quote = (uint8_t)quote;
    gate->word_size = 0;
    gate->word_start = gate->position;
    gate->word_start.column++;
    gate->state = XML_VALUE;
}

void
gate_step_xml_equals(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    if (c == '=' && gate->matched == 0)
        gate->matched = 1;
    else if ((c == '"' || c == '\'') && gate->matched == 1)
        open_value(gate, c);
    else if (!is_space(c))
        leave_declaration(gate, c);
}

void
gate_step_xml_name(struct gate *gate, uint32_t c, uint32_t width)
{
    if (c >= 'a' && c <= 'z') {
        gate_count_comment(gate, width);
        add_to_word(gate, c);
    } else {
        gate->declared = word_is(gate, "version")    ? DECLARED_VERSION
                         : word_is(gate, "encoding") ? DECLARED_ENCODING
                                                     : DECLARED_OTHER;
        gate->matched = 0;
        gate->state = XML_EQUALS;
        gate_step_xml_equals(gate, c, width);
    }
}

static void
judge_value(struct gate *gate)
{
    if (gate->declared == DECLARED_VERSION) {
        gate->version_seen = true;
        if (!word_is(gate, "1.0"))
            gate_fail(gate, GATE_XML_VERSION, gate->word_start, 0);
    } else if (gate->declared == DECLARED_ENCODING) {
        if (!word_is(gate, "utf-8") && !word_is(gate, "us-ascii"))
            gate_fail(gate, GATE_ENCODING, gate->word_start, 0);
    }
}

void
gate_step_xml_value(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    if (c == gate->quote) {
        gate->state = XML_BETWEEN;
        judge_value(gate);
    } else {
        add_to_word(gate, c);
    }
}

void
gate_step_xml_mark(struct gate *gate, uint32_t c, uint32_t width)
{
    gate_count_comment(gate, width);
    gate->state = TEXT;
    if (c != '>' || !gate->version_seen)
        leave_declaration(gate, c);
}
