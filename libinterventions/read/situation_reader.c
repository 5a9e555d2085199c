/* SPDX-License-Identifier: EUPL-1.2 */
/* Situations as XML documents. */
#include "read/input.h"
#include "read/xml.h"
#include "situation/situation.h"

#define SITUATION_NAMESPACE "urn:interventions:situation:1"
#define SITUATION_NAMESPACE_FAMILY "urn:interventions:situation:"

static const struct text EMPTY = {NULL, 0};

/* An element that is open, for what is said of the text inside it. */
struct open_element
{
    const char *name;
    struct place place;
    bool text_reported;
};

struct situation_document
{
    struct intv_situation *situation;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;     /* of the first error */
    struct open_element open[2]; /* the root and the element in it; nothing stands deeper */
    unsigned depth;
    unsigned skipped;
};

static void
remember(struct situation_document *document, enum intv_status status)
{
    if (document->status == INTV_OK)
        document->status = status;
}

static void
report(struct situation_document *document, enum diagnostic code, struct place place,
       struct text one, struct text two, struct text three)
{
    const struct report made = {code, place, EMPTY, {one, two, three}};
    remember(document, diagnostics_report(document->diagnostics, &made));
}

/* A name between brackets, as it is written. */
enum
{
    BRACKETED_SIZE = 128
};

static struct text
bracket(struct text name, char bracketed[BRACKETED_SIZE])
{
    const size_t length = name.length < BRACKETED_SIZE - 2 ? name.length : BRACKETED_SIZE - 2;
    bracketed[0] = '<';
    if (length > 0)
        memcpy(bracketed + 1, name.bytes, length);
    bracketed[length + 1] = '>';
    return (struct text){bracketed, length + 2};
}

static struct text
find_attribute(const struct xml_tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (tag->attributes[i].namespace_name.length == 0 && text_is(tag->attributes[i].name, name))
            return tag->attributes[i].value;
    return EMPTY;
}

/* ---- the elements ---- */

enum action
{
    ACTION_MUST,
    ACTION_WISH,
    ACTION_HAVE,
    ACTION_PARTLY,
    ACTION_LACK,
    ACTION_INCLUDE
};

struct element
{
    const char *name;
    enum action action;
    const char *attributes[2];
    const char *allowed;
};

static const struct element ELEMENTS[] = {
    {"must", ACTION_MUST, {"field", "value"}, "field, value"},
    {"wish", ACTION_WISH, {"field", "value"}, "field, value"},
    {"have", ACTION_HAVE, {"precondition", NULL}, "precondition"},
    {"partly", ACTION_PARTLY, {"precondition", NULL}, "precondition"},
    {"lack", ACTION_LACK, {"precondition", NULL}, "precondition"},
    {"include", ACTION_INCLUDE, {"what", NULL}, "what"},
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* Whether the tag has all attributes that it must have; reports those and the unknown ones. */
static bool
check_attributes(struct situation_document *document, const struct xml_tag *tag,
                 const char *const *attributes, size_t count, const char *allowed)
{
    bool complete = true;
    for (size_t i = 0; i < tag->attribute_count; i++) {
        const struct text space = tag->attributes[i].namespace_name;
        bool known = space.length > 0 && !text_is(space, SITUATION_NAMESPACE);
        for (size_t a = 0; a < count && space.length == 0 && !known; a++)
            known = attributes[a] != NULL && text_is(tag->attributes[i].name, attributes[a]);
        if (!known)
            report(document, DIAGNOSTIC_UNKNOWN_ATTRIBUTE, tag->place, tag->attributes[i].name,
                   tag->name, text_of(allowed));
    }
    for (size_t a = 0; a < count; a++)
        if (attributes[a] != NULL && find_attribute(tag, attributes[a]).bytes == NULL) {
            report(document, DIAGNOSTIC_MISSING_ATTRIBUTE, tag->place, tag->name,
                   text_of(attributes[a]), EMPTY);
            complete = false;
        }
    return complete;
}

static void
take_include(struct situation_document *document, const struct xml_tag *tag, struct text what)
{
    for (uint32_t bit = 1; intv_include_get_name(bit) != NULL; bit *= 2)
        if (text_is(what, intv_include_get_name(bit))) {
            document->situation->include |= bit;
            return;
        }
    report(document, DIAGNOSTIC_BAD_CODE, tag->place, what, text_of("what"),
           text_of("types, instruments, foreign, ended, deliverers"));
}

static void
take_element(struct situation_document *document, const struct xml_tag *tag,
             const struct element *element)
{
    struct intv_situation *situation = document->situation;
    struct intv_diagnostics *diagnostics = document->diagnostics;
    const struct text first = find_attribute(tag, element->attributes[0]);
    if (!check_attributes(document, tag, element->attributes, 2, element->allowed))
        return;
    switch (element->action) {
    case ACTION_MUST:
    case ACTION_WISH:
        remember(document,
                 situation_add(situation, element->action == ACTION_MUST ? INTV_MUST : INTV_WISH,
                               first, find_attribute(tag, "value"), tag->place, diagnostics));
        return;
    case ACTION_HAVE:
        remember(document, situation_say(situation, first, INTV_PRESENT, tag->place, diagnostics));
        return;
    case ACTION_PARTLY:
        remember(document,
                 situation_say(situation, first, INTV_PARTLY_PRESENT, tag->place, diagnostics));
        return;
    case ACTION_LACK:
        remember(document, situation_say(situation, first, INTV_ABSENT, tag->place, diagnostics));
        return;
    case ACTION_INCLUDE:
        take_include(document, tag, first);
        return;
    }
}

/* Whether the root is that of a situation, so that it makes sense to look into it. */
static bool
take_root(struct situation_document *document, const struct xml_tag *tag)
{
    static const char *const ATTRIBUTES[] = {NULL, "as-of"};
    const struct text family = text_of(SITUATION_NAMESPACE_FAMILY);
    char name[BRACKETED_SIZE];
    const struct text as_of = find_attribute(tag, "as-of");
    const bool in_family = tag->namespace_name.length > family.length &&
                           memcmp(tag->namespace_name.bytes, family.bytes, family.length) == 0;
    if (in_family && !text_is(tag->namespace_name, SITUATION_NAMESPACE))
        report(document, DIAGNOSTIC_NEWER_FORMAT, tag->place, tag->namespace_name,
               text_of(SITUATION_NAMESPACE), EMPTY);
    else if (!text_is(tag->name, "situation"))
        report(document, DIAGNOSTIC_WRONG_ROOT, tag->place, bracket(tag->name, name),
               text_of("<situation>"), EMPTY);
    else if (!in_family)
        report(document, DIAGNOSTIC_WRONG_NAMESPACE, tag->place, tag->namespace_name,
               text_of(SITUATION_NAMESPACE), EMPTY);
    if (document->status != INTV_OK)
        return false;
    if (as_of.bytes == NULL)
        check_attributes(document, tag, ATTRIBUTES, 1, "as-of");
    else
        check_attributes(document, tag, ATTRIBUTES, 2, "as-of");
    if (as_of.bytes != NULL) {
        const uint32_t date = text_to_date(as_of);
        if (date == 0 || date % 100 == 0)
            report(document, DIAGNOSTIC_BAD_DAY, tag->place, as_of, text_of("as-of"), EMPTY);
        document->situation->as_of = date;
    }
    return true;
}

static void
open_element(struct situation_document *document, const struct xml_tag *tag, const char *name)
{
    document->open[document->depth++] = (struct open_element){name, tag->place, false};
}

static const struct element *
find_element(const struct situation_document *document, const struct xml_tag *tag)
{
    if (document->depth != 1 || !text_is(tag->namespace_name, SITUATION_NAMESPACE))
        return NULL;
    for (size_t i = 0; i < LENGTH(ELEMENTS); i++)
        if (text_is(tag->name, ELEMENTS[i].name))
            return &ELEMENTS[i];
    return NULL;
}

/* Other namespaces are ignored; an element without one is a mistake. */
static void
skip_element(struct situation_document *document, const struct xml_tag *tag)
{
    char name[BRACKETED_SIZE];
    char around[BRACKETED_SIZE];
    const bool in_root = document->depth == 1;
    document->skipped = 1;
    if (tag->namespace_name.length == 0 || text_is(tag->namespace_name, SITUATION_NAMESPACE))
        report(document, DIAGNOSTIC_UNKNOWN_ELEMENT, tag->place, bracket(tag->name, name),
               bracket(text_of(document->open[document->depth - 1].name), around),
               text_of(in_root ? "must, wish, have, partly, lack, include" : "-"));
}

static bool
handle_start(void *user, const struct xml_tag *tag)
{
    struct situation_document *document = user;
    const struct element *element = find_element(document, tag);
    if (document->skipped > 0) {
        document->skipped++;
    } else if (document->depth == 0) {
        if (take_root(document, tag))
            open_element(document, tag, "situation");
        else
            document->skipped = 1;
    } else if (element != NULL) {
        open_element(document, tag, element->name);
        take_element(document, tag, element);
    } else {
        skip_element(document, tag);
    }
    return document->status != INTV_ERROR_NO_MEMORY;
}

static bool
handle_end(void *user)
{
    struct situation_document *document = user;
    if (document->skipped > 0)
        document->skipped--;
    else
        document->depth--;
    return true;
}

/* The format has no place for text of its own. */
static bool
handle_text(void *user, struct text text)
{
    struct situation_document *document = user;
    if (document->skipped > 0 || document->depth == 0 || text_trim(text).length == 0)
        return true;
    struct open_element *open = &document->open[document->depth - 1];
    if (!open->text_reported)
        report(document, DIAGNOSTIC_UNEXPECTED_TEXT, open->place, text_of(open->name),
               text_trim(text), EMPTY);
    open->text_reported = true;
    return true;
}

static const struct xml_events EVENTS = {handle_start, handle_end, handle_text};

/* ---- reading ---- */

/* Where the bytes come from. */
struct origin
{
    const char *path; /* NULL: the memory */
    const char *bytes;
    size_t size;
};

static enum intv_status
take_piece(void *user, const char *bytes, size_t size)
{
    return xml_reader_push(user, bytes, size);
}

static enum intv_status
push_origin(struct xml_reader *reader, const char *name, const struct origin *origin,
            struct intv_diagnostics *diagnostics)
{
    struct input_budget budget = {.limits = &LIMITS_STANDARD};
    const struct place place = {name, 0, 0};
    if (origin->path != NULL)
        return input_read_file(origin->path, &budget, take_piece, reader, diagnostics);
    const enum intv_status status =
        input_count_bytes(&budget, origin->size, origin->size, place, diagnostics);
    return status == INTV_OK ? xml_reader_push(reader, origin->bytes, origin->size) : status;
}

static enum intv_status
read_document(struct situation_document *document, const char *name, const struct origin *origin)
{
    enum intv_status status;
    struct xml_reader *reader =
        xml_reader_new(&EVENTS, document, name, &LIMITS_STANDARD, document->diagnostics, &status);
    if (reader == NULL)
        return status;
    status = push_origin(reader, name, origin, document->diagnostics);
    if (status == INTV_OK)
        status = xml_reader_finish(reader);
    xml_reader_free(reader);
    return status != INTV_OK ? status : document->status;
}

/* Reads into a copy, which takes the place of the situation only when all went well. */
static enum intv_status
read_situation(struct intv_situation *situation, const char *name, const struct origin *origin,
               struct intv_diagnostics *diagnostics)
{
    struct situation_document document = {.situation = situation_copy(situation),
                                          .diagnostics = diagnostics};
    if (document.situation == NULL)
        return diagnostics_no_memory(diagnostics);
    const enum intv_status status = read_document(&document, name, origin);
    if (status == INTV_OK)
        situation_take(situation, document.situation);
    intv_situation_free(document.situation);
    return status;
}

enum intv_status
intv_situation_read_memory(struct intv_situation *situation, const char *name, const char *bytes,
                           size_t size, struct intv_diagnostics *diagnostics)
{
    const struct origin origin = {NULL, bytes, size};
    if (situation == NULL || name == NULL || (bytes == NULL && size > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    return read_situation(situation, name, &origin, diagnostics);
}

enum intv_status
intv_situation_read_file(struct intv_situation *situation, const char *path,
                         struct intv_diagnostics *diagnostics)
{
    const struct origin origin = {path, NULL, 0};
    if (situation == NULL || path == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    return read_situation(situation, path, &origin, diagnostics);
}
