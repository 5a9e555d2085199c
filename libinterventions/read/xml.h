/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * XML in: bytes pass the gate, then libxml2's SAX2 push parser, and come out as start, end and text
 * with the place of every tag. The only module that knows libxml2.
 */
#ifndef READ_XML_H
#define READ_XML_H

#include "base/diagnostics.h"
#include "read/limits.h"

struct xml_attribute
{
    struct text namespace_name; /* empty when it has none */
    struct text name;
    struct text value;
};

struct xml_tag
{
    struct text namespace_name;
    struct text name;
    const struct xml_attribute *attributes;
    size_t attribute_count;
    struct place place; /* of its '<' */
};

/* Each gives false when there is no memory; reading stops then. */
struct xml_events
{
    bool (*start)(void *user, const struct xml_tag *tag);
    bool (*end)(void *user);
    bool (*text)(void *user, struct text text);
};

struct xml_reader;

/*
 * `file` is the name for diagnostics; it and the limits are borrowed until xml_reader_free().
 * NULL when there is no memory or libxml2 cannot be used (*status says which).
 */
struct xml_reader *xml_reader_new(const struct xml_events *events, void *user, const char *file,
                                  const struct limits *limits, struct intv_diagnostics *diagnostics,
                                  enum intv_status *status);

/* After a failure, further bytes are ignored and the same status comes back. */
enum intv_status xml_reader_push(struct xml_reader *reader, const char *bytes, size_t size);

/* The end of the input: INTV_OK only when the whole document was accepted. */
enum intv_status xml_reader_finish(struct xml_reader *reader);

void xml_reader_free(struct xml_reader *reader);

#endif
