/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The gate: one pass over the bytes of a document before the XML parser sees them.
 *
 * It refuses what the parser cannot refuse cheaply or safely (DOCTYPE, other encodings than UTF-8,
 * deep nesting, huge tags, many attributes), and it gives the place of every start tag. It does
 * not check that the document is well-formed: that is left to the parser, which stops at the first
 * fault. On all bytes before that first fault the gate and the parser see the same markup.
 *
 * Left to the reader's check of texts: a character reference such as &#x80; that stands for a
 * forbidden character. The gate does not look inside references.
 *
 * The gate allocates nothing, and any division of the bytes over calls gives the same answer.
 */
#ifndef INTERVENTIONS_READ_GATE_H
#define INTERVENTIONS_READ_GATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The highest values that pass. Sizes are in bytes. */
struct gate_limits
{
    uint64_t depth;              /* elements inside each other; the root is 1 */
    uint64_t attributes_per_tag; /* '=' outside quotes, so namespace declarations count too */
    uint64_t tag_bytes;          /* from '<' up to and with '>' */
    uint64_t text_bytes;         /* character data, with CDATA, from one tag to the next */
    uint64_t comment_bytes;      /* comment or processing instruction, from '<' to '>' */
};

/* Line and column, both from 1. A column is a code point; a line ends at LF, CR or CRLF. A byte
 * order mark takes no column. Beyond UINT32_MAX both stay at UINT32_MAX. */
struct gate_position
{
    uint32_t line, column;
};

/* What can be wrong; behind it: the fault's position; its value (0 where nothing is said). */
enum gate_fault
{
    GATE_OK = 0,
    GATE_BAD_UTF8,            /* the malformed character; the byte at which it goes wrong */
    GATE_FORBIDDEN_CHARACTER, /* the character; its code point */
    GATE_ENCODING,            /* the label, or the start of UTF-16 or UTF-32; then its byte */
    GATE_XML_VERSION,         /* the version, or the '<' of the declaration if it says none */
    GATE_DOCTYPE,             /* its '<' */
    GATE_DECLARATION,         /* its '<': "<!" that is neither comment, CDATA nor DOCTYPE */
    GATE_DEPTH,               /* '<' of the tag; the limit */
    GATE_ATTRIBUTES,          /* '<' of the tag; the limit */
    GATE_TAG_SIZE,            /* '<' of the tag; the limit */
    GATE_TEXT_SIZE,           /* first character of the text, or '<' of its CDATA; the limit */
    GATE_COMMENT_SIZE,        /* '<' of the comment or processing instruction; the limit */
    GATE_EMPTY,               /* the end: no bytes, or only white space */
    GATE_TRUNCATED,           /* the end: inside markup, a character, elements; how many */
    GATE_NOT_XML              /* the first character that is not white space, and its code point */
};

/* A gate and how far it is. Callers read the first three members; the rest is the gate's own. */
struct gate
{
    enum gate_fault fault;
    struct gate_position fault_position;
    uint64_t fault_value;

    struct gate_limits limits;
    struct gate_position position;   /* of the next character */
    struct gate_position markup;     /* '<' of the markup that was opened last */
    struct gate_position text;       /* where the run of text began */
    struct gate_position word_start; /* where the value in the XML declaration began */
    uint64_t depth;
    uint64_t attributes;
    uint64_t markup_bytes;
    uint64_t text_bytes;
    uint32_t code_point;     /* of the character being read */
    uint8_t width;           /* its bytes in all */
    uint8_t missing;         /* its bytes still to come */
    uint8_t lowest, highest; /* what the next of them may be */
    uint8_t characters;      /* taken so far; counts no further than 2 */
    uint8_t state;
    uint8_t quote;    /* the sign that ends the quoted value */
    uint8_t opening;  /* which of the openings that begin with "<!" */
    uint8_t matched;  /* how many of its characters have been seen */
    uint8_t declared; /* what the value in the XML declaration says */
    uint8_t word_size;
    char word[11]; /* name or value in the XML declaration; longer ones are unknown anyway */
    bool after_cr;
    bool after_slash;
    bool end_tag;
    bool start_tag_found;
    bool version_seen;
};

/* Makes a gate ready for a document. `limits` may be NULL for the defaults. */
void gate_init(struct gate *gate, const struct gate_limits *limits);

/*
 * Reads bytes, and appends the position of the '<' of every start tag to tags, from
 * tags[*tag_count] on and at most up to tags[capacity - 1].
 * Returns how many bytes were read. Fewer than `size` means: gate->fault says what is wrong, or if
 * that is GATE_OK, the array is full; push the other bytes again with room in it.
 * A fault stays: after it nothing more is read.
 */
size_t gate_push(struct gate *gate, const unsigned char *bytes, size_t size,
                 struct gate_position *tags, size_t capacity, size_t *tag_count);

/* Says that there are no more bytes; gives the fault of the document or GATE_OK. */
enum gate_fault gate_finish(struct gate *gate);

#endif
