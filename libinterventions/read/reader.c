/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/reader.h"

#include "base/memory.h"
#include "read/values.h"
#include "text/marks.h"

enum
{
    ALLOWED_SIZE = 200,
    MOST_MARKS = 30 /* the stream-safe limit of Unicode Annex 15 */
};

void
document_free(struct document *document)
{
    memory_free(document->frames);
    memory_free(document->text);
}

void
document_report(struct document *document, enum diagnostic code, struct place place,
                struct text one, struct text two, struct text three)
{
    char subject[SUBJECT_SIZE];
    struct report report = {code, place, {NULL, 0}, {one, two, three}};
    if (document->frame_count > 1 && document->staging->record_count > 0)
        report.subject = staging_subject(staging_last_record(document->staging), subject);
    document_remember(document, diagnostics_report(document->diagnostics, &report));
}

void
document_remember(struct document *document, enum intv_status status)
{
    document->errors += status != INTV_OK;
    document->is_lost = document->is_lost || status == INTV_ERROR_LIMIT;
    document->staging->no_memory = document->staging->no_memory || status == INTV_ERROR_NO_MEMORY;
    if (document->status == INTV_OK)
        document->status = status;
}

void
document_judge_fact(struct document *document, uint32_t fact, size_t errors)
{
    if (document->errors > errors)
        staging_drop_fact(document->staging, fact);
}

bool
document_exceeds(struct document *document, enum limit limit, uint64_t count, struct place place)
{
    const bool of_load =
        limit == LIMIT_RECORDS || limit == LIMIT_FACTS || limit == LIMIT_REFERENCES;
    const uint32_t bit = of_load ? UINT32_C(1) << limit : 0;
    char digits[DIGITS_SIZE];
    if (count <= document->limits->values[limit])
        return false;
    if ((document->staging->limits_reported & bit) == 0)
        document_report(document, DIAGNOSTIC_LIMIT_REACHED, place, text_of(LIMIT_NAMES[limit]),
                        text_of_number((int64_t)document->limits->values[limit], digits),
                        (struct text){NULL, 0});
    document->staging->limits_reported |= bit;
    document->is_lost = true;
    return true;
}

static void
report_character(struct document *document, struct place place, uint32_t code_point)
{
    char name[CODE_POINT_SIZE];
    document_report(document, DIAGNOSTIC_FORBIDDEN_CHARACTER, place,
                    text_of_code_point(code_point, name), (struct text){NULL, 0},
                    (struct text){NULL, 0});
}

bool
document_check_characters(struct document *document, struct place place, struct text name,
                          struct text text)
{
    const uint32_t forbidden = value_forbidden_character(text);
    char digits[DIGITS_SIZE];
    if (forbidden != 0)
        report_character(document, place, forbidden);
    else if (marks_in_a_row(text) > MOST_MARKS)
        document_report(document, DIAGNOSTIC_MANY_MARKS, place, name,
                        text_of_number(MOST_MARKS, digits), (struct text){NULL, 0});
    else
        return true;
    return false;
}

struct text
document_tag(struct document *document, struct text name)
{
    char *room = arena_room(&document->staging->arena, name.length + 3);
    if (room == NULL)
        return name;
    room[0] = '<';
    memcpy(room + 1, name.bytes, name.length);
    room[name.length + 1] = '>';
    return (struct text){room, name.length + 2};
}

static struct frame *
top_frame(struct document *document)
{
    return &document->frames[document->frame_count - 1];
}

/* The new frame; the pointer holds until the next one is opened. */
static struct frame *
open_frame(struct document *document, enum frame_kind kind, const struct xml_tag *tag)
{
    const uint32_t provenance =
        document->frame_count > 0 ? top_frame(document)->provenance : INTV_NONE;
    const uint32_t fact = document->frame_count > 0 ? top_frame(document)->fact : INTV_NONE;
    const uint8_t wrong = document->frame_count > 0 ? top_frame(document)->wrong : 0;
    if (!memory_reserve(&document->frames, &document->frame_capacity, document->frame_count + 1,
                        sizeof(*document->frames)))
        return NULL;
    struct frame *frame = &document->frames[document->frame_count];
    *frame = (struct frame){.kind = kind,
                            .fact = fact,
                            .provenance = provenance,
                            .wrong = wrong,
                            .language = document->language,
                            .place = tag->place};
    if (!arena_keep(&document->staging->arena, tag->name, &frame->name))
        return NULL;
    document->frame_count++;
    return frame;
}

/* ---- elements that do not belong ---- */

struct allowed
{
    char names[ALLOWED_SIZE];
    size_t length;
};

static void
allow(struct allowed *allowed, const char *name)
{
    const size_t length = strlen(name);
    if (allowed->length + length + 3 > sizeof(allowed->names))
        return;
    if (allowed->length > 0) {
        memcpy(allowed->names + allowed->length, ", ", 2);
        allowed->length += 2;
    }
    memcpy(allowed->names + allowed->length, name, length);
    allowed->length += length;
}

static void
allow_placements(struct allowed *allowed, const struct placement *placements, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!FIELD_FORMATS[placements[i].field].is_attribute)
            allow(allowed, FIELD_FORMATS[placements[i].field].name);
}

static const struct placement *
placements_in(const struct document *document, const struct frame *frame, size_t *count)
{
    *count = 0;
    if (frame->kind == FRAME_RECORD || frame->kind == FRAME_FACTS)
        return placements_of_kind(staging_last_record(document->staging)->kind, count);
    if (frame->kind == FRAME_FIELD)
        return placements_of_field(document->staging->facts[frame->fact].field, count);
    return NULL;
}

/* A field that says something about the world, or holds wordings, may carry them. */
static bool
field_takes_wording(const struct field_format *format)
{
    return format->is_claim || format->value == VALUE_WORDING;
}

static void
list_allowed(struct document *document, const struct frame *frame, struct allowed *allowed)
{
    size_t count = 0;
    const struct placement *placements = placements_in(document, frame, &count);
    if (frame->kind == FRAME_ROOT)
        for (unsigned kind = 0; kind < KIND_COUNT; kind++)
            allow(allowed, kind_name((enum kind)kind));
    if (frame->kind == FRAME_FIELD) {
        const struct field_format *format =
            &FIELD_FORMATS[document->staging->facts[frame->fact].field];
        if (field_takes_wording(format))
            allow(allowed, "wording");
        if (format->is_claim)
            allow(allowed, "not-stated");
    }
    if (frame->kind == FRAME_RECORD)
        allow(allowed, "facts");
    allow_placements(allowed, placements, count);
    if (allowed->length == 0)
        allow(allowed, "-");
}

/* What a lenient load must know of an unknown element that it skips, if that was an error. */
static void
note_skipped(struct document *document, const struct frame *frame, size_t errors)
{
    struct staging *staging = document->staging;
    if (document->errors == errors)
        return;
    if (frame->kind == FRAME_ROOT) {
        staging->lost_findings = true; /* it may have been an evaluation */
        return;
    }
    struct staged_record *record = staging_last_record(staging);
    record->has_skipped = true;
    staging->lost_findings = staging->lost_findings || record->kind == KIND_EVALUATION;
    /* A text that lacks a piece is not what the source says. */
    if (frame->collects_text)
        staging_drop_fact(staging, frame->fact);
}

static bool
skip_unknown(struct document *document, const struct xml_tag *tag)
{
    struct allowed allowed = {{0}, 0};
    const struct frame *frame = top_frame(document);
    const size_t errors = document->errors;
    list_allowed(document, frame, &allowed);
    document_report(
        document, document->is_newer ? DIAGNOSTIC_SKIPPED_ELEMENT : DIAGNOSTIC_UNKNOWN_ELEMENT,
        tag->place, document_tag(document, tag->name), document_tag(document, frame->name),
        (struct text){allowed.names, allowed.length});
    note_skipped(document, frame, errors);
    document->skipped = 1;
    return true;
}

/* ---- opening ---- */

static bool
open_root(struct document *document, const struct xml_tag *tag)
{
    const struct text family = text_of(CATALOGUE_NAMESPACE_FAMILY);
    const bool newer = tag->namespace_name.length > family.length &&
                       memcmp(tag->namespace_name.bytes, family.bytes, family.length) == 0 &&
                       !text_is(tag->namespace_name, CATALOGUE_NAMESPACE);
    if (newer)
        document_report(document, DIAGNOSTIC_NEWER_FORMAT, tag->place, tag->namespace_name,
                        text_of(CATALOGUE_NAMESPACE), (struct text){NULL, 0});
    else if (!text_is(tag->name, "catalogue"))
        document_report(document, DIAGNOSTIC_WRONG_ROOT, tag->place,
                        document_tag(document, tag->name), text_of("<catalogue>"),
                        (struct text){NULL, 0});
    else if (!text_is(tag->namespace_name, CATALOGUE_NAMESPACE))
        document_report(document, DIAGNOSTIC_WRONG_NAMESPACE, tag->place, tag->namespace_name,
                        text_of(CATALOGUE_NAMESPACE), (struct text){NULL, 0});
    else {
        document_take_root(document, tag);
        if (document->status != INTV_ERROR_VERSION)
            return open_frame(document, FRAME_ROOT, tag) != NULL;
    }
    document->is_lost = true;
    document->is_refused = true;
    document->skipped = 1;
    return true;
}

static bool
open_record(struct document *document, const struct xml_tag *tag, enum kind kind)
{
    struct staging *staging = document->staging;
    if (document_exceeds(document, LIMIT_RECORDS, staging->record_count + 1, tag->place)) {
        document->skipped = 1;
        return true;
    }
    struct frame *frame = open_frame(document, FRAME_RECORD, tag);
    if (frame == NULL || staging_add_record(staging, kind, tag->place) == INTV_NONE)
        return false;
    frame->provenance = INTV_NONE;
    frame->wrong = 0;
    frame->fact = INTV_NONE;
    return document_take_record(document, frame, tag, staging_last_record(staging));
}

static bool
open_facts(struct document *document, const struct xml_tag *tag)
{
    struct frame *frame = open_frame(document, FRAME_FACTS, tag);
    return frame != NULL && document_take_facts(document, frame, tag);
}

static bool
value_is_collected(enum value value)
{
    return value == VALUE_TEXT || value == VALUE_TOKEN || value == VALUE_URL;
}

static bool
open_field(struct document *document, const struct xml_tag *tag, enum field field)
{
    const uint32_t parent =
        top_frame(document)->kind == FRAME_FIELD ? top_frame(document)->fact : INTV_NONE;
    if (document_exceeds(document, LIMIT_FACTS, document->staging->fact_count + 1, tag->place)) {
        document->skipped = 1;
        return true;
    }
    struct frame *frame = open_frame(document, FRAME_FIELD, tag);
    if (frame == NULL)
        return false;
    frame->fact = staging_add_fact(document->staging, field, parent, tag->place);
    if (frame->fact == INTV_NONE)
        return false;
    frame->collects_text = value_is_collected(FIELD_FORMATS[field].value);
    document->text_length = 0;
    document->text_too_long = false;
    return document_take_field(document, frame, tag);
}

static bool
open_wording(struct document *document, const struct xml_tag *tag)
{
    struct frame *frame = open_frame(document, FRAME_WORDING, tag);
    if (frame == NULL)
        return false;
    frame->collects_text = true;
    document->text_length = 0;
    document->text_too_long = false;
    return document_take_wording(document, frame, tag);
}

static bool
open_silence(struct document *document, const struct xml_tag *tag)
{
    struct frame *frame = open_frame(document, FRAME_SILENCE, tag);
    return frame != NULL && document_take_silence(document, frame, tag);
}

static bool
open_inside_field(struct document *document, const struct xml_tag *tag)
{
    const struct frame *frame = top_frame(document);
    const struct field_format *format = &FIELD_FORMATS[document->staging->facts[frame->fact].field];
    if (text_is(tag->name, "wording") && field_takes_wording(format))
        return open_wording(document, tag);
    if (text_is(tag->name, "not-stated") && format->is_claim)
        return open_silence(document, tag);
    return skip_unknown(document, tag);
}

static enum field
find_field(const struct document *document, const struct frame *frame, struct text name)
{
    size_t count = 0;
    const struct placement *placements = placements_in(document, frame, &count);
    for (size_t i = 0; i < count; i++) {
        const struct field_format *format = &FIELD_FORMATS[placements[i].field];
        if (!format->is_attribute && text_is(name, format->name))
            return placements[i].field;
    }
    return FIELD_COUNT;
}

static bool
handle_start(void *user, const struct xml_tag *tag)
{
    struct document *document = user;
    if (document->skipped > 0) {
        document->skipped++;
        return true;
    }
    if (document->frame_count == 0)
        return open_root(document, tag);
    const struct frame *frame = top_frame(document);
    if (!text_is(tag->namespace_name, CATALOGUE_NAMESPACE)) {
        /* Foreign namespaces are ignored; inside a text they would be part of it. */
        if (tag->namespace_name.length == 0 || frame->collects_text)
            return skip_unknown(document, tag);
        document->skipped = 1;
        return true;
    }
    if (frame->kind == FRAME_ROOT) {
        const enum kind kind = kind_find(tag->name);
        return kind != KIND_COUNT ? open_record(document, tag, kind) : skip_unknown(document, tag);
    }
    if (frame->kind == FRAME_RECORD && text_is(tag->name, "facts"))
        return open_facts(document, tag);
    const enum field field = find_field(document, frame, tag->name);
    if (field != FIELD_COUNT)
        return open_field(document, tag, field);
    return frame->kind == FRAME_FIELD ? open_inside_field(document, tag)
                                      : skip_unknown(document, tag);
}

/* ---- text ---- */

static bool
is_space_only(struct text text)
{
    return text_trim(text).length == 0;
}

/* Loose text in a field makes it go; elsewhere it is skipped. */
static void
report_loose_text(struct document *document, struct frame *frame, struct text text)
{
    const size_t errors = document->errors;
    frame->text_reported = true;
    document_report(document, DIAGNOSTIC_UNEXPECTED_TEXT, frame->place,
                    document_tag(document, frame->name), text_trim(text), (struct text){NULL, 0});
    if (frame->fact != INTV_NONE)
        document_judge_fact(document, frame->fact, errors);
}

static bool
handle_text(void *user, struct text text)
{
    struct document *document = user;
    if (document->skipped > 0 || document->frame_count == 0)
        return true;
    struct frame *frame = top_frame(document);
    if (!frame->collects_text) {
        if (!frame->text_reported && !is_space_only(text))
            report_loose_text(document, frame, text);
        return true;
    }
    /* Twice the limit leaves room for white space that is collapsed later. */
    if ((document->text_length + text.length) / 2 > document->limits->values[LIMIT_TEXT_BYTES]) {
        document->text_too_long = true;
        return true;
    }
    if (!memory_reserve(&document->text, &document->text_capacity,
                        document->text_length + text.length, 1))
        return false;
    memcpy(document->text + document->text_length, text.bytes, text.length);
    document->text_length += text.length;
    return true;
}

/* ---- closing ---- */

static bool
field_is_short(enum field field)
{
    return field == FIELD_NAME || field == FIELD_ALIAS || field == FIELD_LABEL ||
           field == FIELD_ALT_LABEL || field == FIELD_HIDDEN_LABEL ||
           FIELD_FORMATS[field].value != VALUE_TEXT;
}

/* Whether the collected text may be kept; reports when not. */
static bool
text_is_good(struct document *document, const struct frame *frame, struct text text)
{
    const enum field field = document->staging->facts[frame->fact].field;
    const bool is_short = frame->kind == FRAME_FIELD && field_is_short(field);
    const enum limit limit = is_short ? LIMIT_NAME_BYTES : LIMIT_TEXT_BYTES;
    const uint64_t length = document->text_too_long ? UINT64_MAX : text.length;
    const struct text name = document_tag(document, frame->name);
    if (document_exceeds(document, limit, length, frame->place))
        return false;
    if (text.length > 0)
        return document_check_characters(document, frame->place, name, text);
    document_report(document, DIAGNOSTIC_EMPTY_TEXT, frame->place, name, (struct text){NULL, 0},
                    (struct text){NULL, 0});
    return false;
}

static bool
has_wording_in(const struct staging *staging, const struct staged_fact *fact, struct text language)
{
    for (uint32_t i = 0; i < fact->text_count; i++)
        if (text_equals_ignoring_case(staging->texts[fact->text_first + i].language, language))
            return true;
    return false;
}

static void
report_wordings(struct document *document, const struct frame *frame, const char *most)
{
    const struct staged_fact *fact = &document->staging->facts[frame->fact];
    document_report(document, DIAGNOSTIC_REPEATED_PART, frame->place,
                    text_of(FIELD_FORMATS[fact->field].name), text_of("wording"), text_of(most));
}

/* The wordings of a fact stand together: those before a wording of a fact inside it move along. */
static bool
keep_wording(struct document *document, const struct frame *frame, struct text text)
{
    struct staging *staging = document->staging;
    struct staged_fact *fact = &staging->facts[frame->fact];
    if (has_wording_in(staging, fact, frame->language)) {
        report_wordings(document, frame, "1");
        return true;
    }
    if (fact->text_count == UINT8_MAX) {
        report_wordings(document, frame, "255");
        return true;
    }
    if (fact->text_first + fact->text_count != staging->text_count)
        fact->text_first = staging_repeat_texts(staging, fact->text_first, fact->text_count);
    if (fact->text_first == INTV_NONE ||
        staging_add_text(staging, text, frame->language) == INTV_NONE)
        return false;
    fact->text_count++;
    return true;
}

static bool
close_text(struct document *document, struct frame *frame)
{
    document->text_length = value_collapse(document->text, document->text_length);
    const struct text text = {document->text, document->text_length};
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    if (frame->kind == FRAME_FIELD && fact->silence != 0 && text.length == 0)
        return true;
    if (!text_is_good(document, frame, text)) {
        fact->has_value = true; /* reported already */
        return true;
    }
    return frame->kind == FRAME_WORDING ? keep_wording(document, frame, text)
                                        : document_take_text(document, frame, text);
}

static void
close_field(struct document *document, const struct frame *frame)
{
    const struct staged_fact *fact = &document->staging->facts[frame->fact];
    const enum value value = FIELD_FORMATS[fact->field].value;
    const bool has_value = fact->has_value || (value == VALUE_WORDING && fact->text_count > 0);
    if (has_value && fact->silence != 0 && value != VALUE_WORDING)
        document_report(document, DIAGNOSTIC_VALUE_AND_SILENCE, frame->place,
                        document_tag(document, frame->name), (struct text){NULL, 0},
                        (struct text){NULL, 0});
    if (!has_value && fact->silence == 0 && value != VALUE_GROUP)
        document_report(document, DIAGNOSTIC_MISSING_VALUE, frame->place,
                        document_tag(document, frame->name), (struct text){NULL, 0},
                        (struct text){NULL, 0});
}

static bool
handle_end(void *user)
{
    struct document *document = user;
    if (document->skipped > 0) {
        document->skipped--;
        return true;
    }
    struct frame *frame = top_frame(document);
    const size_t errors = document->errors;
    if (frame->collects_text && !close_text(document, frame))
        return false;
    if (frame->kind == FRAME_FIELD)
        close_field(document, frame);
    if (frame->fact != INTV_NONE)
        document_judge_fact(document, frame->fact, errors);
    document->frame_count--;
    return true;
}

const struct xml_events DOCUMENT_EVENTS = {handle_start, handle_end, handle_text};
