/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/attributes.h"

#include "read/values.h"

static const struct text EMPTY = {NULL, 0};
static const struct staged_reference NO_REFERENCE = {KIND_COUNT, {NULL, 0}, INTV_NONE};

/* ---- reports ---- */

void
attribute_report(struct document *document, const struct frame *frame, enum diagnostic code,
                 const struct xml_attribute *attribute)
{
    document_report(document, code, frame->place, attribute->value, attribute->name, EMPTY);
}

static void
report_code(struct document *document, const struct frame *frame,
            const struct xml_attribute *attribute, enum code_list list)
{
    char codes[200];
    code_join(list, codes, sizeof(codes));
    document_report(document, DIAGNOSTIC_BAD_CODE, frame->place, attribute->value, attribute->name,
                    text_of(codes));
}

/* ---- values ---- */

bool
attribute_keep(struct document *document, struct text written, struct text *kept)
{
    return arena_keep(&document->staging->arena, written, kept);
}

bool
attribute_read_code(struct document *document, const struct frame *frame,
                    const struct xml_attribute *attribute, enum code_list list, unsigned *code)
{
    *code = code_find(list, attribute->value);
    if (*code == CODE_NOT_STATED)
        report_code(document, frame, attribute, list);
    return *code != CODE_NOT_STATED;
}

static bool
count_reference(struct document *document, struct place place)
{
    const uint64_t count = ++document->staging->reference_count;
    return !document_exceeds(document, LIMIT_REFERENCES, count, place);
}

/* Reads "id", or "kind:id" where several kinds are allowed. False: no memory. */
static bool
read_reference(struct document *document, const struct frame *frame,
               const struct xml_attribute *attribute, kind_set kinds,
               struct staged_reference *reference)
{
    const bool several = (kinds & (kinds - 1)) != 0;
    struct text rest = attribute->value;
    struct text part;
    reference->record = INTV_NONE;
    reference->kind = KIND_COUNT;
    if (several) {
        text_next_part(&rest, ':', &part);
        reference->kind = kind_find(part);
    }
    if (!text_is_slug(rest) || (several && reference->kind == KIND_COUNT)) {
        attribute_report(document, frame, DIAGNOSTIC_BAD_ID, attribute);
        return true;
    }
    if (!count_reference(document, frame->place))
        return true;
    return attribute_keep(document, rest, &reference->id);
}

static bool
read_number(struct document *document, const struct frame *frame,
            const struct xml_attribute *attribute, int64_t *number)
{
    if (text_to_number(attribute->value, number))
        return true;
    attribute_report(document, frame, DIAGNOSTIC_BAD_NUMBER, attribute);
    return false;
}

bool
attribute_keep_token(struct document *document, struct staged_fact *fact, struct text value)
{
    const uint32_t row = staging_add_text(document->staging, value, EMPTY);
    if (row == INTV_NONE)
        return false;
    fact->text_first = row;
    fact->text_count = 1;
    fact->has_value = true;
    return true;
}

static bool
is_token_good(struct document *document, const struct frame *frame,
              const struct xml_attribute *attribute, enum value value)
{
    enum diagnostic code;
    if (value == VALUE_LANGUAGE && !text_is_language_tag(attribute->value))
        code = DIAGNOSTIC_BAD_LANGUAGE;
    else if (value == VALUE_COUNTRY && !value_is_country(attribute->value))
        code = DIAGNOSTIC_BAD_COUNTRY;
    else if (attribute->value.length > 0)
        return true;
    else {
        document_report(document, DIAGNOSTIC_EMPTY_TEXT, frame->place, attribute->name, EMPTY,
                        EMPTY);
        return false;
    }
    attribute_report(document, frame, code, attribute);
    return false;
}

/*
 * Reads an attribute that holds the value of a fact: concept, ref, value, date, tag, or the
 * attribute of an ATTRIBUTE field. A value that is wrong is reported and counts as present. False:
 * no memory.
 */
bool
attribute_read_value(struct document *document, const struct frame *frame,
                     const struct xml_attribute *attribute, struct staged_fact *fact)
{
    const struct field_format *format = &FIELD_FORMATS[fact->field];
    unsigned code = 0;
    fact->has_value = true;
    switch (format->value) {
    case VALUE_CONCEPT:
        return read_reference(document, frame, attribute, KIND_BIT(KIND_CONCEPT), &fact->reference);
    case VALUE_REFERENCE:
        return read_reference(document, frame, attribute, format->kinds, &fact->reference);
    case VALUE_CODE:
        if (attribute_read_code(document, frame, attribute, format->list, &code))
            fact->value = code;
        return true;
    case VALUE_DATE:
        fact->value = text_to_date(attribute->value);
        if (fact->value == 0)
            attribute_report(document, frame, DIAGNOSTIC_BAD_DATE, attribute);
        return true;
    case VALUE_NUMBER:
        if (read_number(document, frame, attribute, &fact->quantity.low))
            fact->quantity.high = fact->quantity.low;
        return true;
    default:
        return !is_token_good(document, frame, attribute, format->value) ||
               attribute_keep_token(document, fact, attribute->value);
    }
}

/* ---- quantities ---- */

enum quantity_part
{
    PART_VALUE = 1,
    PART_ABOUT = 2,
    PART_AT_LEAST = 4,
    PART_MIN = 8,
    PART_MAX = 16
};

struct quantity_attribute
{
    const char *name;
    unsigned part;
};

static const struct quantity_attribute QUANTITY_ATTRIBUTES[] = {
    {"value", PART_VALUE}, {"about", PART_ABOUT}, {"at-least", PART_AT_LEAST},
    {"min", PART_MIN},     {"max", PART_MAX},
};

unsigned
attribute_quantity_part(struct text name)
{
    for (size_t i = 0; i < sizeof(QUANTITY_ATTRIBUTES) / sizeof(QUANTITY_ATTRIBUTES[0]); i++)
        if (text_is(name, QUANTITY_ATTRIBUTES[i].name))
            return QUANTITY_ATTRIBUTES[i].part;
    return 0;
}

void
attribute_read_quantity(struct document *document, const struct frame *frame,
                        const struct xml_attribute *attribute, unsigned part,
                        struct quantity_row *quantity)
{
    int64_t number = 0;
    if (part == PART_MAX && text_is(attribute->value, "none")) {
        quantity->high_bound = BOUND_NONE;
        return;
    }
    if (!read_number(document, frame, attribute, &number))
        return;
    if (part != PART_MAX) {
        quantity->low = number;
        quantity->low_bound = BOUND_KNOWN;
    }
    if (part == PART_MAX || part == PART_VALUE || part == PART_ABOUT) {
        quantity->high = number;
        quantity->high_bound = BOUND_KNOWN;
    }
}

static bool
parts_belong_together(unsigned parts)
{
    return parts == PART_VALUE || parts == PART_ABOUT || parts == PART_AT_LEAST ||
           (parts != 0 && (parts & ~(unsigned)(PART_MIN | PART_MAX)) == 0);
}

void
attribute_finish_quantity(struct document *document, const struct frame *frame, unsigned parts,
                          struct staged_fact *fact)
{
    struct quantity_row *quantity = &fact->quantity;
    char low[DIGITS_SIZE];
    char high[DIGITS_SIZE];
    if (parts == 0)
        return;
    fact->has_value = true;
    quantity->exactness = parts == PART_VALUE      ? QUANTITY_EXACT
                          : parts == PART_ABOUT    ? QUANTITY_ABOUT
                          : parts == PART_AT_LEAST ? QUANTITY_AT_LEAST
                                                   : QUANTITY_RANGE;
    if (!parts_belong_together(parts))
        document_report(document, DIAGNOSTIC_BAD_QUANTITY, frame->place,
                        document_tag(document, frame->name), EMPTY, EMPTY);
    else if (quantity->low_bound == BOUND_KNOWN && quantity->high_bound == BOUND_KNOWN &&
             quantity->low > quantity->high)
        document_report(document, DIAGNOSTIC_BAD_RANGE, frame->place,
                        text_of_number(quantity->low, low), text_of_number(quantity->high, high),
                        EMPTY);
}

/* ---- provenance ---- */

/* Which attribute of provenance it is; 0 when it is none. *memory turns false when there is none. */
static unsigned
take_provenance_part(struct document *document, const struct frame *frame,
                     const struct xml_attribute *attribute, struct provenance_given *given,
                     bool *memory)
{
    unsigned code = 0;
    if (text_is(attribute->name, "asserted-by")) {
        given->asserter = true;
        if (!attribute_read_code(document, frame, attribute, LIST_ASSERTER, &code))
            given->provenance.is_wrong = true;
        given->provenance.asserter = (uint8_t)code;
        return PROVENANCE_ASSERTER;
    }
    if (text_is(attribute->name, "strength")) {
        given->strength = attribute_read_code(document, frame, attribute, LIST_STRENGTH, &code);
        given->provenance.strength = (uint8_t)code;
        return PROVENANCE_STRENGTH;
    }
    if (text_is(attribute->name, "source")) {
        given->source = true;
        *memory = read_reference(document, frame, attribute, KIND_BIT(KIND_SOURCE),
                                 &given->provenance.source);
        if (given->provenance.source.id.length == 0)
            given->provenance.is_wrong = true;
        return PROVENANCE_SOURCE;
    }
    if (text_is(attribute->name, "via")) {
        given->via = true;
        *memory = read_reference(document, frame, attribute, KIND_BIT(KIND_SOURCE),
                                 &given->provenance.via);
        return PROVENANCE_VIA;
    }
    if (!text_is(attribute->name, "locator"))
        return 0;
    given->locator = true;
    *memory = attribute_keep(document, text_trim(attribute->value), &given->provenance.locator);
    return PROVENANCE_LOCATOR;
}

bool
attribute_take_provenance(struct document *document, const struct frame *frame,
                          const struct xml_attribute *attribute, size_t errors,
                          struct provenance_given *given, bool *memory)
{
    const unsigned part = take_provenance_part(document, frame, attribute, given, memory);
    if (document->errors > errors)
        given->wrong |= (uint8_t)part;
    return part != 0;
}

/* The parts of an inherited provenance that a tag gives itself, or that its source takes away. */
static unsigned
replaced_parts(const struct provenance_given *given)
{
    return (given->asserter ? PROVENANCE_ASSERTER : 0U) |
           (given->strength ? PROVENANCE_STRENGTH : 0U) |
           (given->source ? PROVENANCE_SOURCE | PROVENANCE_VIA | PROVENANCE_LOCATOR : 0U) |
           (given->via ? PROVENANCE_VIA : 0U) | (given->locator ? PROVENANCE_LOCATOR : 0U);
}

/* Lays what is given over what is inherited; the frame's children inherit the result. */
bool
attribute_settle_provenance(struct document *document, struct frame *frame,
                            const struct provenance_given *given)
{
    struct staged_provenance result = {0};
    result.source = result.via = NO_REFERENCE;
    frame->wrong = (uint8_t)((frame->wrong & ~replaced_parts(given)) | given->wrong);
    if (!given->asserter && !given->strength && !given->source && !given->via && !given->locator)
        return true;
    if (frame->provenance != INTV_NONE)
        result = document->staging->provenances[frame->provenance];
    if (given->asserter)
        result.asserter = given->provenance.asserter;
    if (given->strength)
        result.strength = given->provenance.strength;
    result.is_wrong = result.is_wrong || given->provenance.is_wrong;
    if (given->asserter)
        result.source_is_around = true;
    if (given->source) {
        result.source_is_around = false;
        result.source = given->provenance.source;
        result.via = NO_REFERENCE;
        result.locator = EMPTY;
    }
    if (given->via)
        result.via = given->provenance.via;
    if (given->locator)
        result.locator = given->provenance.locator;
    result.place = frame->place;
    result.record = (uint32_t)document->staging->record_count - 1;
    frame->provenance = staging_add_provenance(document->staging, &result);
    return frame->provenance != INTV_NONE;
}
