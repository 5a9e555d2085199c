/* SPDX-License-Identifier: EUPL-1.2 */
/* What the attributes of a whole tag say. */
#include "read/attributes.h"
#include "read/values.h"

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

static const struct text EMPTY = {NULL, 0};

/* ---- attributes that do not belong ---- */

static void
report_unknown(struct document *document, const struct frame *frame,
               const struct xml_attribute *attribute, const char *allowed)
{
    document_report(
        document, document->is_newer ? DIAGNOSTIC_SKIPPED_ATTRIBUTE : DIAGNOSTIC_UNKNOWN_ATTRIBUTE,
        frame->place, attribute->name, document_tag(document, frame->name), text_of(allowed));
}

static void
join(char *joined, size_t size, const char *name)
{
    const size_t used = strlen(joined);
    const size_t length = strlen(name);
    if (used + length + 3 > size)
        return;
    if (used > 0)
        memcpy(joined + used, ", ", 3);
    memcpy(joined + strlen(joined), name, length + 1);
}

static const char *
value_attribute(enum value value)
{
    static const char *const NAMES[] = {
        [VALUE_CONCEPT] = "concept", [VALUE_REFERENCE] = "ref", [VALUE_CODE] = "value",
        [VALUE_DATE] = "date",       [VALUE_LANGUAGE] = "tag",  [VALUE_GROUP] = NULL,
    };
    return NAMES[value];
}

static void
list_attributes(const struct placement *placements, size_t count, const struct field_format *format,
                char *joined, size_t size)
{
    if (format != NULL && value_attribute(format->value) != NULL)
        join(joined, size, value_attribute(format->value));
    if (format != NULL && format->value == VALUE_QUANTITY)
        join(joined, size, "value, about, at-least, min, max");
    if (format != NULL && format->value == VALUE_TEXT)
        join(joined, size, "xml:lang");
    if (format != NULL && format->qualifier != NULL)
        join(joined, size, format->qualifier);
    for (size_t i = 0; i < count; i++)
        if (FIELD_FORMATS[placements[i].field].is_attribute)
            join(joined, size, FIELD_FORMATS[placements[i].field].name);
    if (format == NULL || format->is_claim)
        join(joined, size, "asserted-by, strength, source, via, locator");
    if (format != NULL && format->is_claim)
        join(joined, size, "claim, conflicts-with");
    if (joined[0] == '\0')
        join(joined, size, "-");
}

/* ---- attribute fields ---- */

static enum field
find_attribute(const struct placement *placements, size_t count, struct text name)
{
    for (size_t i = 0; i < count; i++) {
        const struct field_format *format = &FIELD_FORMATS[placements[i].field];
        if (format->is_attribute && text_is(name, format->name))
            return placements[i].field;
    }
    return FIELD_COUNT;
}

/* Stages an attribute as a fact inside `parent`; wrong when more was reported than these errors. */
static bool
add_attribute(struct document *document, const struct frame *frame, enum field field,
              uint32_t parent, const struct xml_attribute *attribute, size_t errors)
{
    if (document_exceeds(document, LIMIT_FACTS, document->staging->fact_count + 1, frame->place))
        return true;
    const uint32_t fact = staging_add_fact(document->staging, field, parent, frame->place);
    if (fact == INTV_NONE)
        return false;
    /* A copy, since reading the value may move the rows. */
    struct staged_fact row = document->staging->facts[fact];
    const bool memory = attribute_read_value(document, frame, attribute, &row);
    document->staging->facts[fact] = row;
    document_judge_fact(document, fact, errors);
    return memory;
}

static void
drop_owner(struct document *document, uint32_t parent, const char *part)
{
    struct staging *staging = document->staging;
    if (parent != INTV_NONE)
        staging_drop_fact(staging, parent);
    else
        staging_drop_record(staging, (uint32_t)staging->record_count - 1, text_of(part));
}

static void
require_attributes(struct document *document, const struct frame *frame, uint32_t parent,
                   const struct placement *placements, size_t count, const struct xml_tag *tag)
{
    for (size_t i = 0; i < count; i++) {
        const struct field_format *format = &FIELD_FORMATS[placements[i].field];
        bool found = !format->is_attribute || placements[i].least == 0;
        for (size_t a = 0; a < tag->attribute_count && !found; a++)
            found = tag->attributes[a].namespace_name.length == 0 &&
                    text_is(tag->attributes[a].name, format->name);
        if (found)
            continue;
        document_report(document, DIAGNOSTIC_MISSING_ATTRIBUTE, frame->place,
                        document_tag(document, frame->name), text_of(format->name), EMPTY);
        drop_owner(document, parent, format->name);
    }
}

/* ---- whole tags ---- */

static bool
is_language(const struct xml_attribute *attribute)
{
    return text_is(attribute->namespace_name, XML_NAMESPACE) && text_is(attribute->name, "lang");
}

static bool
take_language(struct document *document, struct frame *frame, const struct xml_attribute *attribute)
{
    if (!text_is_language_tag(attribute->value)) {
        attribute_report(document, frame, DIAGNOSTIC_BAD_LANGUAGE, attribute);
        return true;
    }
    return attribute_keep(document, attribute->value, &frame->language);
}

/*
 * Whether an attribute is not for this format: it belongs to another namespace. One that is written
 * with a prefix of the catalogue's own namespace is reported.
 */
static bool
is_foreign(struct document *document, const struct frame *frame,
           const struct xml_attribute *attribute)
{
    if (attribute->namespace_name.length == 0)
        return false;
    if (text_is(attribute->namespace_name, CATALOGUE_NAMESPACE))
        report_unknown(document, frame, attribute, "attributes without a prefix");
    else if (is_language(attribute) && attribute->value.length > 0 &&
             !text_is_language_tag(attribute->value))
        attribute_report(document, frame, DIAGNOSTIC_BAD_LANGUAGE, attribute);
    return true;
}

/* What holds for every attribute: its length, and the characters that a reference can bring in. */
static void
check_attribute(struct document *document, const struct frame *frame,
                const struct xml_attribute *attribute)
{
    if (!document_exceeds(document, LIMIT_NAME_BYTES, attribute->value.length, frame->place))
        document_check_characters(document, frame->place, attribute->name, attribute->value);
}

static bool
take_id(struct document *document, struct frame *frame, const struct xml_attribute *attribute,
        struct staged_record *record)
{
    const bool is_long =
        document_exceeds(document, LIMIT_ID_BYTES, attribute->value.length, frame->place);
    const bool is_good = !is_long && text_is_slug(attribute->value);
    if (!is_good && !is_long)
        attribute_report(document, frame, DIAGNOSTIC_BAD_ID, attribute);
    if (!is_good)
        drop_owner(document, INTV_NONE, "id");
    return is_long || attribute_keep(document, attribute->value, &record->id);
}

static bool
has_attribute(const struct xml_tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (tag->attributes[i].namespace_name.length == 0 && text_is(tag->attributes[i].name, name))
            return true;
    return false;
}

/* What a record of a local catalogue replaces: that of the same id in a layer below. */
static bool
take_replaces(struct document *document, struct frame *frame, const struct xml_attribute *attribute,
              struct staged_record *record)
{
    if (text_to_date(attribute->value) == 0)
        attribute_report(document, frame, DIAGNOSTIC_BAD_DATE, attribute);
    return attribute_keep(document, attribute->value, &record->replaces);
}

static bool
take_record_attribute(struct document *document, struct frame *frame,
                      const struct xml_attribute *attribute, enum kind kind,
                      struct provenance_given *given)
{
    size_t count = 0;
    bool memory = true;
    const size_t errors = document->errors;
    const struct placement *placements = placements_of_kind(kind, &count);
    const enum field field = find_attribute(placements, count, attribute->name);
    if (is_foreign(document, frame, attribute))
        return true;
    check_attribute(document, frame, attribute);
    if (text_is(attribute->name, "replaces"))
        return take_replaces(document, frame, attribute, staging_last_record(document->staging));
    if (field != FIELD_COUNT)
        return add_attribute(document, frame, field, INTV_NONE, attribute, errors);
    if (!attribute_take_provenance(document, frame, attribute, errors, given, &memory)) {
        char allowed[200] = "id, replaces";
        list_attributes(placements, count, NULL, allowed, sizeof(allowed));
        report_unknown(document, frame, attribute, allowed);
    }
    return memory;
}

bool
document_take_record(struct document *document, struct frame *frame, const struct xml_tag *tag,
                     struct staged_record *record)
{
    const enum kind kind = record->kind;
    struct provenance_given given = {0};
    size_t count = 0;
    if (!has_attribute(tag, "id")) {
        document_report(document, DIAGNOSTIC_MISSING_ID, frame->place,
                        document_tag(document, frame->name), EMPTY, EMPTY);
        drop_owner(document, INTV_NONE, "id");
    }
    /* The id first, so that what is wrong with the rest names the record. */
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (tag->attributes[i].namespace_name.length == 0 &&
            text_is(tag->attributes[i].name, "id") &&
            !take_id(document, frame, &tag->attributes[i], record))
            return false;
    for (size_t i = 0; i < tag->attribute_count; i++)
        if ((tag->attributes[i].namespace_name.length > 0 ||
             !text_is(tag->attributes[i].name, "id")) &&
            !take_record_attribute(document, frame, &tag->attributes[i], kind, &given))
            return false;
    const struct placement *placements = placements_of_kind(kind, &count);
    require_attributes(document, frame, INTV_NONE, placements, count, tag);
    return attribute_settle_provenance(document, frame, &given);
}

bool
document_take_facts(struct document *document, struct frame *frame, const struct xml_tag *tag)
{
    struct provenance_given given = {0};
    bool memory = true;
    for (size_t i = 0; i < tag->attribute_count && memory; i++) {
        const struct xml_attribute *attribute = &tag->attributes[i];
        const size_t errors = document->errors;
        if (is_foreign(document, frame, attribute))
            continue;
        check_attribute(document, frame, attribute);
        if (!attribute_take_provenance(document, frame, attribute, errors, &given, &memory))
            report_unknown(document, frame, attribute,
                           "asserted-by, strength, source, via, locator");
    }
    return memory && attribute_settle_provenance(document, frame, &given);
}

/* What the attributes of one field element gave so far. */
struct field_given
{
    struct provenance_given provenance;
    unsigned quantity_parts;
    bool memory;
};

/* Whether the attribute is the value or qualifier of the field. */
static bool
take_own_attribute(struct document *document, struct frame *frame,
                   const struct xml_attribute *attribute, struct field_given *given)
{
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    const char *value_name = value_attribute(format->value);
    const unsigned part =
        format->value == VALUE_QUANTITY ? attribute_quantity_part(attribute->name) : 0;
    unsigned code = 0;
    if (value_name != NULL && text_is(attribute->name, value_name)) {
        struct staged_fact row = *fact;
        given->memory = attribute_read_value(document, frame, attribute, &row);
        document->staging->facts[frame->fact] = row;
    } else if (part != 0) {
        given->quantity_parts |= part;
        attribute_read_quantity(document, frame, attribute, part, &fact->quantity);
    } else if (format->qualifier != NULL && text_is(attribute->name, format->qualifier)) {
        if (attribute_read_code(document, frame, attribute, format->qualifier_list, &code))
            fact->qualifier = (uint8_t)code;
    } else {
        return false;
    }
    return true;
}

/* Whether the attribute is one that every claim may have. */
static bool
take_claim_attribute(struct document *document, struct frame *frame,
                     const struct xml_attribute *attribute, size_t errors,
                     struct field_given *given)
{
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    if (!FIELD_FORMATS[fact->field].is_claim)
        return false;
    if (text_is(attribute->name, "claim")) {
        if (!text_is_slug(attribute->value))
            attribute_report(document, frame, DIAGNOSTIC_BAD_ID, attribute);
        given->memory = attribute_keep(document, attribute->value, &fact->claim);
    } else if (text_is(attribute->name, "conflicts-with")) {
        given->memory = attribute_keep(document, text_trim(attribute->value), &fact->conflicts);
    } else {
        return attribute_take_provenance(document, frame, attribute, errors, &given->provenance,
                                         &given->memory);
    }
    document_judge_fact(document, frame->fact, errors);
    return true;
}

static void
take_field_attribute(struct document *document, struct frame *frame,
                     const struct xml_attribute *attribute, struct field_given *given)
{
    const enum field own = document->staging->facts[frame->fact].field;
    const struct field_format *format = &FIELD_FORMATS[own];
    const size_t errors = document->errors;
    size_t count = 0;
    if (is_language(attribute) && format->value == VALUE_TEXT) {
        given->memory = take_language(document, frame, attribute);
        document_judge_fact(document, frame->fact, errors);
        return;
    }
    if (is_foreign(document, frame, attribute))
        return;
    check_attribute(document, frame, attribute);
    if (take_own_attribute(document, frame, attribute, given)) {
        document_judge_fact(document, frame->fact, errors);
        return;
    }
    const struct placement *placements = placements_of_field(own, &count);
    const enum field field = find_attribute(placements, count, attribute->name);
    if (field != FIELD_COUNT) {
        given->memory = add_attribute(document, frame, field, frame->fact, attribute, errors);
    } else if (!take_claim_attribute(document, frame, attribute, errors, given)) {
        char allowed[200] = "";
        list_attributes(placements, count, format, allowed, sizeof(allowed));
        report_unknown(document, frame, attribute, allowed);
    }
}

/* A claim rests on a provenance, of which this tag or one around it may have given a wrong part. */
static void
rest_on(struct staged_fact *fact, const struct frame *frame, const struct provenance_given *given)
{
    fact->provenance = frame->provenance;
    fact->is_dropped = fact->is_dropped || given->wrong != 0;
    fact->wrong = (uint8_t)(frame->wrong & ~given->wrong);
}

bool
document_take_field(struct document *document, struct frame *frame, const struct xml_tag *tag)
{
    struct field_given given = {.memory = true};
    const enum field field = document->staging->facts[frame->fact].field;
    struct quantity_row *quantity = &document->staging->facts[frame->fact].quantity;
    size_t count = 0;
    if (FIELD_FORMATS[field].value == VALUE_QUANTITY)
        quantity->low_bound = quantity->high_bound = BOUND_UNKNOWN;
    for (size_t i = 0; i < tag->attribute_count && given.memory; i++)
        take_field_attribute(document, frame, &tag->attributes[i], &given);
    if (!given.memory || !attribute_settle_provenance(document, frame, &given.provenance))
        return false;
    const struct placement *placements = placements_of_field(field, &count);
    require_attributes(document, frame, frame->fact, placements, count, tag);
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    if (FIELD_FORMATS[field].is_claim)
        rest_on(fact, frame, &given.provenance);
    const size_t errors = document->errors;
    attribute_finish_quantity(document, frame, given.quantity_parts, fact);
    document_judge_fact(document, frame->fact, errors);
    return true;
}

bool
document_take_silence(struct document *document, struct frame *frame, const struct xml_tag *tag)
{
    struct provenance_given given = {0};
    bool memory = true;
    unsigned code = 0;
    bool has_cause = false;
    for (size_t i = 0; i < tag->attribute_count && memory; i++) {
        const struct xml_attribute *attribute = &tag->attributes[i];
        const size_t errors = document->errors;
        if (is_foreign(document, frame, attribute))
            continue;
        check_attribute(document, frame, attribute);
        if (text_is(attribute->name, "cause")) {
            has_cause = true;
            attribute_read_code(document, frame, attribute, LIST_SILENCE, &code);
            document_judge_fact(document, frame->fact, errors);
        } else if (!attribute_take_provenance(document, frame, attribute, errors, &given,
                                              &memory)) {
            report_unknown(document, frame, attribute,
                           "cause, asserted-by, strength, source, via, locator");
        }
    }
    const size_t errors = document->errors;
    if (!has_cause)
        document_report(document, DIAGNOSTIC_MISSING_ATTRIBUTE, frame->place,
                        document_tag(document, frame->name), text_of("cause"), EMPTY);
    if (!memory || !attribute_settle_provenance(document, frame, &given))
        return false;
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    if (fact->silence != 0)
        document_report(document, DIAGNOSTIC_REPEATED_PART, frame->place,
                        text_of(FIELD_FORMATS[fact->field].name), frame->name, text_of("1"));
    fact->silence = (uint8_t)(code != 0 ? code : SILENCE_SEARCHED);
    rest_on(fact, frame, &given);
    document_judge_fact(document, frame->fact, errors);
    return true;
}

bool
document_take_wording(struct document *document, struct frame *frame, const struct xml_tag *tag)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        const struct xml_attribute *attribute = &tag->attributes[i];
        const size_t errors = document->errors;
        if (is_language(attribute)) {
            if (!take_language(document, frame, attribute))
                return false;
            document_judge_fact(document, frame->fact, errors);
        } else if (!is_foreign(document, frame, attribute)) {
            report_unknown(document, frame, attribute, "xml:lang");
        }
    }
    return true;
}

/* ---- the root ---- */

static void
take_format(struct document *document, const struct xml_tag *tag,
            const struct xml_attribute *attribute)
{
    struct text rest = attribute->value;
    struct text part;
    int64_t minor = 0;
    const bool good = text_next_part(&rest, '.', &part) && text_is(part, "1") &&
                      text_next_part(&rest, '.', &part) && text_to_number(part, &minor) &&
                      rest.bytes == NULL;
    if (good && minor <= CATALOGUE_FORMAT_MINOR)
        return;
    document->is_newer = good;
    document_report(document,
                    document->is_newer ? DIAGNOSTIC_NEWER_MINOR_FORMAT : DIAGNOSTIC_NEWER_FORMAT,
                    tag->place, attribute->value, text_of(CATALOGUE_FORMAT), EMPTY);
}

/* Edition, publisher and licence are those of the whole layer. */
static void
take_header(struct document *document, const struct xml_tag *tag,
            const struct xml_attribute *attribute, struct text *header)
{
    struct staged_layer *layer = staging_last_layer(document->staging);
    if (layer->header_place.file == NULL || layer->header_place.file == document->file) {
        layer->header_place = (struct place){document->file, tag->place.line, tag->place.column};
        if (!attribute_keep(document, attribute->value, header))
            document->no_memory = true;
        return;
    }
    if (text_equals(*header, attribute->value))
        return;
    const struct report report = {
        DIAGNOSTIC_EDITION_DIFFERS,
        tag->place,
        {NULL, 0},
        {attribute->name, attribute->value, *header, text_of(layer->header_place.file)}};
    document_remember(document, diagnostics_report(document->diagnostics, &report));
}

/* The publisher and the licence say something. */
static void
take_filled(struct document *document, const struct xml_tag *tag,
            const struct xml_attribute *attribute, struct text *header)
{
    if (text_trim(attribute->value).length == 0)
        document_report(document, DIAGNOSTIC_EMPTY_TEXT, tag->place, attribute->name, EMPTY, EMPTY);
    take_header(document, tag, attribute, header);
}

/* Whether it is an attribute of the format. */
static bool
take_root_attribute(struct document *document, const struct xml_tag *tag,
                    const struct xml_attribute *attribute)
{
    struct staged_layer *layer = staging_last_layer(document->staging);
    struct frame root = {.place = tag->place, .name = tag->name};
    if (is_language(attribute)) {
        if (!take_language(document, &root, attribute))
            document->no_memory = true;
        document->language = root.language;
        if (layer->language.length == 0)
            layer->language = root.language;
        return true;
    }
    if (is_foreign(document, &root, attribute))
        return false;
    check_attribute(document, &root, attribute);
    if (text_is(attribute->name, "format")) {
        take_format(document, tag, attribute);
    } else if (text_is(attribute->name, "edition")) {
        if (text_to_date(attribute->value) == 0)
            attribute_report(document, &root, DIAGNOSTIC_BAD_DATE, attribute);
        take_header(document, tag, attribute, &layer->edition);
    } else if (text_is(attribute->name, "publisher")) {
        take_filled(document, tag, attribute, &layer->publisher);
    } else if (text_is(attribute->name, "licence")) {
        take_filled(document, tag, attribute, &layer->licence);
    } else {
        report_unknown(document, &root, attribute, "edition, publisher, licence, format, xml:lang");
        return false;
    }
    return true;
}

/* Without knowing of which edition a document is, or in which language, nothing of it can be used. */
static void
judge_root_attribute(struct document *document, const struct xml_tag *tag,
                     const struct xml_attribute *attribute)
{
    const size_t errors = document->errors;
    if (take_root_attribute(document, tag, attribute) && document->errors > errors)
        document->is_refused = true;
}

void
document_take_root(struct document *document, const struct xml_tag *tag)
{
    static const char *const REQUIRED[] = {"edition", "publisher", "licence"};
    struct staged_layer *layer = staging_last_layer(document->staging);
    document->language = text_of("nl");
    /* The format first: it decides how unknown attributes are judged. */
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (text_is(tag->attributes[i].name, "format"))
            judge_root_attribute(document, tag, &tag->attributes[i]);
    for (size_t i = 0; i < tag->attribute_count; i++)
        if (!text_is(tag->attributes[i].name, "format"))
            judge_root_attribute(document, tag, &tag->attributes[i]);
    if (layer->language.length == 0)
        layer->language = document->language;
    for (size_t i = 0; i < sizeof(REQUIRED) / sizeof(REQUIRED[0]); i++)
        if (!has_attribute(tag, REQUIRED[i])) {
            document_report(document, DIAGNOSTIC_MISSING_ATTRIBUTE, tag->place,
                            document_tag(document, tag->name), text_of(REQUIRED[i]), EMPTY);
            document->is_refused = true;
        }
}

/* ---- texts ---- */

bool
document_take_text(struct document *document, struct frame *frame, struct text text)
{
    struct staged_fact *fact = &document->staging->facts[frame->fact];
    const enum value value = FIELD_FORMATS[fact->field].value;
    fact->has_value = true;
    if (value == VALUE_URL && !value_is_url(text)) {
        document_report(document, DIAGNOSTIC_BAD_URL, frame->place, text, EMPTY, EMPTY);
        return true;
    }
    if (value != VALUE_TEXT)
        return attribute_keep_token(document, fact, text);
    const uint32_t row = staging_add_text(document->staging, text, frame->language);
    fact->text_first = row;
    fact->text_count = 1;
    return row != INTV_NONE;
}
