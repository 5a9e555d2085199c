/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <pthread.h>

#include "base/memory.h"
#include "read/gate.h"

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

enum
{
    POSITIONS_AT_ONCE = 1024,
    ABI_BREAK = 21400, /* libxml2 2.14 changed its binary interface */
    /* Bytes for libxml2 at a time: it moves what is left of a piece to the front of its buffer. */
    PIECE = 16384
};

struct xml_reader
{
    const struct xml_events *events;
    void *user;
    const char *file;
    const struct limits *limits;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;
    xmlParserCtxtPtr parser;
    struct gate gate;
    struct gate_position *positions; /* of start tags the gate has seen and libxml2 has not */
    size_t position_first;
    size_t position_count;
    size_t position_capacity;
    struct xml_attribute *attributes;
    size_t attribute_capacity;
    bool root_seen;
    bool document_ended;
};

static void
stop(struct xml_reader *reader, enum intv_status status)
{
    if (reader->status == INTV_OK)
        reader->status = status;
    if (reader->parser != NULL)
        xmlStopParser(reader->parser);
}

static void
stop_without_memory(struct xml_reader *reader)
{
    stop(reader, diagnostics_no_memory(reader->diagnostics));
}

static struct text
text_of_xml(const xmlChar *string)
{
    return text_of((const char *)string);
}

static void
take_position(struct xml_reader *reader, struct place *place)
{
    place->file = reader->file;
    if (reader->position_first < reader->position_count) {
        const struct gate_position *position = &reader->positions[reader->position_first++];
        place->line = position->line;
        place->column = position->column;
    }
}

static bool
take_attributes(struct xml_reader *reader, const xmlChar **values, size_t count)
{
    if (!memory_reserve(&reader->attributes, &reader->attribute_capacity, count,
                        sizeof(*reader->attributes)))
        return false;
    for (size_t i = 0; i < count; i++) {
        const xmlChar **five = values + 5 * i; /* name, prefix, namespace, value, end of value */
        reader->attributes[i] =
            (struct xml_attribute){text_of_xml(five[2]),
                                   text_of_xml(five[0]),
                                   {(const char *)five[3], (size_t)(five[4] - five[3])}};
    }
    return true;
}

static void
handle_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
             int namespace_count, const xmlChar **namespaces, int attribute_count,
             int defaulted_count, const xmlChar **attributes)
{
    struct xml_reader *reader = user;
    (void)prefix;
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted_count;
    if (reader->status != INTV_OK)
        return;
    reader->root_seen = true;
    const size_t count = attribute_count > 0 ? (size_t)attribute_count : 0;
    struct xml_tag tag = {text_of_xml(uri), text_of_xml(name), NULL, count, {NULL, 0, 0}};
    take_position(reader, &tag.place);
    if (!take_attributes(reader, attributes, count)) {
        stop_without_memory(reader);
        return;
    }
    tag.attributes = reader->attributes;
    if (!reader->events->start(reader->user, &tag))
        stop_without_memory(reader);
}

static void
handle_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct xml_reader *reader = user;
    (void)name;
    (void)prefix;
    (void)uri;
    if (reader->status == INTV_OK && !reader->events->end(reader->user))
        stop_without_memory(reader);
}

static void
handle_text(void *user, const xmlChar *bytes, int length)
{
    struct xml_reader *reader = user;
    const struct text text = {(const char *)bytes, length > 0 ? (size_t)length : 0};
    if (reader->status == INTV_OK && !reader->events->text(reader->user, text))
        stop_without_memory(reader);
}

static void
handle_document_end(void *user)
{
    ((struct xml_reader *)user)->document_ended = true;
}

/* The gate refuses every DOCTYPE; should one ever pass, this is the second door. */
static void
handle_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct xml_reader *reader = user;
    (void)name;
    (void)external;
    (void)system;
    const struct place place = {reader->file, 1, 1};
    stop(reader, diagnostics_add(reader->diagnostics, DIAGNOSTIC_DOCTYPE_FORBIDDEN, place, NULL,
                                 NULL, NULL, NULL));
}

static void
complain(struct xml_reader *reader, struct place place, const char *message)
{
    const struct text said = text_trim(text_of(message != NULL ? message : "?"));
    const struct report report = {DIAGNOSTIC_NOT_WELL_FORMED, place, {NULL, 0}, {said}};
    stop(reader, diagnostics_report(reader->diagnostics, &report));
}

/* Column in code points of where the parser stands. */
static struct place
parser_place(const struct xml_reader *reader)
{
    struct place place = {reader->file, 0, 0};
    const xmlParserInputPtr input = reader->parser != NULL ? reader->parser->input : NULL;
    if (input == NULL || input->cur == NULL || input->base == NULL)
        return place;
    place.line = input->line > 0 ? (uint32_t)input->line : 0;
    place.column = input->col > 0 ? (uint32_t)input->col : 1;
    return place;
}

/*
 * When its memory fails while it looks at a namespace, libxml2 2.9 calls a good address wrong: looked
 * at again, it is good.
 */
static bool
is_failing_memory(const xmlError *error)
{
    if (error->code == XML_ERR_NO_MEMORY)
        return true;
    if ((error->code != XML_WAR_NS_URI && error->code != XML_WAR_NS_URI_RELATIVE) ||
        error->str1 == NULL)
        return false;
    const xmlURIPtr uri = xmlParseURI(error->str1);
    const bool is_good = uri != NULL && uri->scheme != NULL;
    xmlFreeURI(uri);
    return is_good;
}

/* libxml2 hands over the user data of the parser, as it does to the other handlers. */
static void
handle_error(void *user, error_pointer error)
{
    struct xml_reader *reader = user;
    if (error == NULL || error->level < XML_ERR_ERROR)
        return;
    if (is_failing_memory(error))
        stop_without_memory(reader);
    else if (reader->status == INTV_OK)
        complain(reader, parser_place(reader), error->message);
}

static void
fill_handlers(xmlSAXHandler *handlers)
{
    memset(handlers, 0, sizeof(*handlers));
    handlers->initialized = XML_SAX2_MAGIC;
    handlers->startElementNs = handle_start;
    handlers->endElementNs = handle_end;
    handlers->characters = handle_text;
    handlers->ignorableWhitespace = handle_text;
    handlers->cdataBlock = handle_text;
    handlers->endDocument = handle_document_end;
    handlers->internalSubset = handle_doctype;
    handlers->serror = (xmlStructuredErrorFunc)handle_error;
}

static pthread_once_t library_once = PTHREAD_ONCE_INIT;
static bool library_is_usable = false;

static void
prepare_libxml(void)
{
    const struct text version = text_of(xmlParserVersion);
    int64_t running = 0;
    const struct text digits = {version.bytes, version.length < 5 ? version.length : 5};
    xmlInitParser();
    library_is_usable =
        text_to_number(digits, &running) && (running >= ABI_BREAK) == (LIBXML_VERSION >= ABI_BREAK);
}

static bool
make_parser(struct xml_reader *reader)
{
    xmlSAXHandler handlers;
    fill_handlers(&handlers);
    reader->parser = xmlCreatePushParserCtxt(&handlers, reader, NULL, 0, NULL);
    if (reader->parser == NULL)
        return false;
    int options = XML_PARSE_NONET | XML_PARSE_BIG_LINES;
#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
    return xmlCtxtUseOptions(reader->parser, options) == 0;
}

struct xml_reader *
xml_reader_new(const struct xml_events *events, void *user, const char *file,
               const struct limits *limits, struct intv_diagnostics *diagnostics,
               enum intv_status *status)
{
    pthread_once(&library_once, prepare_libxml);
    if (!library_is_usable) {
        const struct place place = {file, 0, 0};
        *status =
            diagnostics_add(diagnostics, DIAGNOSTIC_INTERNAL_ERROR, place,
                            "another libxml2 than the one it was built for", NULL, NULL, NULL);
        return NULL;
    }
    struct xml_reader *reader = memory_new(1, sizeof(*reader));
    *status = INTV_OK;
    if (reader == NULL)
        goto out;
    reader->events = events;
    reader->user = user;
    reader->file = file;
    reader->limits = limits;
    reader->diagnostics = diagnostics;
    const uint64_t *values = limits->values;
    const struct gate_limits gate_limits = {values[LIMIT_DEPTH], values[LIMIT_ATTRIBUTES],
                                            values[LIMIT_TAG_BYTES], values[LIMIT_RUN_BYTES],
                                            values[LIMIT_COMMENT_BYTES]};
    gate_init(&reader->gate, &gate_limits);
    xmlResetLastError();
    if (make_parser(reader))
        return reader;
out:
    *status = diagnostics_no_memory(diagnostics);
    xml_reader_free(reader);
    return NULL;
}

void
xml_reader_free(struct xml_reader *reader)
{
    if (reader == NULL)
        return;
    xmlFreeParserCtxt(reader->parser);
    memory_free(reader->positions);
    memory_free(reader->attributes);
    memory_free(reader);
}

struct gate_answer
{
    enum diagnostic code;
    int limit; /* -1 when it is not a limit */
};

static const struct gate_answer GATE_ANSWERS[] = {
    [GATE_BAD_UTF8] = {DIAGNOSTIC_BAD_UTF8, -1},
    [GATE_FORBIDDEN_CHARACTER] = {DIAGNOSTIC_FORBIDDEN_CHARACTER, -1},
    [GATE_ENCODING] = {DIAGNOSTIC_BAD_ENCODING, -1},
    [GATE_XML_VERSION] = {DIAGNOSTIC_BAD_XML_VERSION, -1},
    [GATE_DOCTYPE] = {DIAGNOSTIC_DOCTYPE_FORBIDDEN, -1},
    [GATE_DECLARATION] = {DIAGNOSTIC_DECLARATION_FORBIDDEN, -1},
    [GATE_DEPTH] = {DIAGNOSTIC_LIMIT_REACHED, LIMIT_DEPTH},
    [GATE_ATTRIBUTES] = {DIAGNOSTIC_LIMIT_REACHED, LIMIT_ATTRIBUTES},
    [GATE_TAG_SIZE] = {DIAGNOSTIC_LIMIT_REACHED, LIMIT_TAG_BYTES},
    [GATE_TEXT_SIZE] = {DIAGNOSTIC_LIMIT_REACHED, LIMIT_RUN_BYTES},
    [GATE_COMMENT_SIZE] = {DIAGNOSTIC_LIMIT_REACHED, LIMIT_COMMENT_BYTES},
    [GATE_EMPTY] = {DIAGNOSTIC_FILE_EMPTY, -1},
    [GATE_TRUNCATED] = {DIAGNOSTIC_TRUNCATED, -1},
    [GATE_NOT_XML] = {DIAGNOSTIC_NOT_XML, -1},
};

static void
report_fault(struct xml_reader *reader)
{
    const struct gate *gate = &reader->gate;
    const struct gate_answer *answer = &GATE_ANSWERS[gate->fault];
    char digits[DIGITS_SIZE];
    struct report report = {answer->code,
                            {reader->file, gate->fault_position.line, gate->fault_position.column},
                            {NULL, 0},
                            {{NULL, 0}}};
    if (answer->limit >= 0) {
        report.parameters[0] = text_of(LIMIT_NAMES[answer->limit]);
        report.parameters[1] =
            text_of_number((int64_t)reader->limits->values[answer->limit], digits);
    } else if (gate->fault == GATE_FORBIDDEN_CHARACTER) {
        report.parameters[0] = text_of_code_point((uint32_t)gate->fault_value, digits);
    }
    stop(reader, diagnostics_report(reader->diagnostics, &report));
}

/*
 * Passes as much as there is room for positions, or up to the fault; *consumed says how much. False
 * when there is no memory.
 */
static bool
pass_gate(struct xml_reader *reader, const char *bytes, size_t size, size_t *consumed)
{
    if (reader->position_first == reader->position_count)
        reader->position_first = reader->position_count = 0;
    if (!memory_reserve(&reader->positions, &reader->position_capacity,
                        reader->position_count + POSITIONS_AT_ONCE, sizeof(*reader->positions))) {
        stop_without_memory(reader);
        return false;
    }
    *consumed = gate_push(&reader->gate, (const unsigned char *)bytes, size, reader->positions,
                          reader->position_capacity, &reader->position_count);
    return true;
}

enum intv_status
xml_reader_push(struct xml_reader *reader, const char *bytes, size_t size)
{
    while (size > 0 && reader->status == INTV_OK) {
        size_t consumed = 0;
        if (!pass_gate(reader, bytes, size < PIECE ? size : PIECE, &consumed))
            break;
        /* What stands before a fault of the gate is read first, so that reports are in order. */
        if (consumed > 0)
            xmlParseChunk(reader->parser, bytes, (int)consumed, 0);
        if (reader->status == INTV_OK && reader->gate.fault != GATE_OK)
            report_fault(reader);
        bytes += consumed;
        size -= consumed;
    }
    return reader->status;
}

/* reliability: what libxml2 2.9 says of itself is not enough to accept a document. */
static bool
is_accepted(const struct xml_reader *reader)
{
    const xmlParserCtxtPtr parser = reader->parser;
    const error_pointer last = xmlGetLastError();
    return parser->wellFormed && parser->nsWellFormed && parser->errNo == 0 &&
           reader->document_ended && reader->root_seen && (last == NULL || last->code == 0);
}

enum intv_status
xml_reader_finish(struct xml_reader *reader)
{
    if (reader->status == INTV_OK && gate_finish(&reader->gate) != GATE_OK)
        report_fault(reader);
    if (reader->status != INTV_OK)
        return reader->status;
    xmlParseChunk(reader->parser, NULL, 0, 1);
    if (reader->status == INTV_OK && !is_accepted(reader)) {
        const error_pointer last = xmlGetLastError();
        if (last != NULL && last->code == XML_ERR_NO_MEMORY)
            stop_without_memory(reader);
        else
            complain(reader, parser_place(reader), last != NULL ? last->message : NULL);
    }
    return reader->status;
}
