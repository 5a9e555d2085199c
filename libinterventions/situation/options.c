/* SPDX-License-Identifier: EUPL-1.2 */
#include "situation/options.h"

#include "index/names.h"
#include "model/amounts.h"

static struct text
field_name(const struct option_context *context, enum intv_language language)
{
    return text_of(CRITERION_FORMATS[context->field].name[language]);
}

static enum intv_status
refuse(const struct option_context *context, struct text written, const char *advice_nl,
       const char *advice_en)
{
    const struct report report = {DIAGNOSTIC_BAD_VALUE,
                                  context->place,
                                  {NULL, 0},
                                  {written, field_name(context, INTV_DUTCH), text_of(advice_nl),
                                   text_of(advice_en), field_name(context, INTV_ENGLISH)}};
    return diagnostics_report(context->diagnostics, &report);
}

/* ---- records ---- */

static enum intv_status
refuse_unknown(const struct option_context *context, const struct names_filter *filter,
               struct text written)
{
    const uint32_t near = names_suggest(context->catalogue, filter, written);
    const struct report report = {
        DIAGNOSTIC_UNKNOWN_VALUE,
        context->place,
        {NULL, 0},
        {written, field_name(context, INTV_DUTCH),
         near != INTV_NONE ? catalogue_id(context->catalogue, near) : text_of("-"),
         field_name(context, INTV_ENGLISH)}};
    return diagnostics_report(context->diagnostics, &report);
}

enum intv_status
option_refuse_ambiguous(const struct intv_catalogue *catalogue, const struct ambiguity *ambiguity,
                        struct place place, struct intv_diagnostics *diagnostics)
{
    char both[300];
    const struct text first = catalogue_id(catalogue, ambiguity->one);
    const struct text second = catalogue_id(catalogue, ambiguity->other);
    size_t length = 0;
    if (first.length + second.length + 2 <= sizeof(both)) {
        memcpy(both, first.bytes, first.length);
        memcpy(both + first.length, ", ", 2);
        memcpy(both + first.length + 2, second.bytes, second.length);
        length = first.length + 2 + second.length;
    }
    const struct report report = {DIAGNOSTIC_AMBIGUOUS_VALUE,
                                  place,
                                  {NULL, 0},
                                  {ambiguity->written, ambiguity->field[INTV_DUTCH],
                                   (struct text){both, length}, ambiguity->field[INTV_ENGLISH]}};
    return diagnostics_report(diagnostics, &report);
}

static enum intv_status
read_record(const struct option_context *context, struct text written, struct option *option)
{
    const struct names_filter filter = {criterion_kinds(context->field),
                                        criterion_scheme(context->field)};
    uint32_t other = INTV_NONE;
    const enum intv_status status =
        names_find(context->catalogue, &filter, written, &option->record, &other);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(context->diagnostics);
    if (status != INTV_OK || option->record == INTV_NONE)
        return refuse_unknown(context, &filter, written);
    if (other == INTV_NONE)
        return INTV_OK;
    const struct ambiguity ambiguity = {
        written,
        {field_name(context, INTV_DUTCH), field_name(context, INTV_ENGLISH)},
        option->record,
        other};
    return option_refuse_ambiguous(context->catalogue, &ambiguity, context->place,
                                   context->diagnostics);
}

/* ---- ages ---- */

static bool
split_ages(struct text written, struct option *option)
{
    struct text rest = written;
    struct text part;
    if (written.length > 1 && written.bytes[written.length - 1] == '+') {
        option->high = INT64_MAX;
        return amount_read_age((struct text){written.bytes, written.length - 1}, &option->low);
    }
    if (!text_next_part(&rest, '-', &part) || !amount_read_age(part, &option->low))
        return false;
    option->high = option->low;
    if (rest.bytes == NULL)
        return true;
    return amount_read_age(rest, &option->high) && option->low <= option->high;
}

static enum intv_status
read_ages(const struct option_context *context, struct text written, struct option *option)
{
    if (split_ages(written, option))
        return INTV_OK;
    return refuse(context, written, "Schrijf hele jaren van 0 tot en met 120: 14, 12-18 of 16+.",
                  "Write whole years from 0 to 120: 14, 12-18 or 16+.");
}

/* ---- amounts ---- */

static enum intv_status
read_cost(const struct option_context *context, struct text written, struct option *option)
{
    struct text rest = written;
    struct text amount;
    text_next_part(&rest, '/', &amount);
    option->code = (uint8_t)amount_find_code(LIST_PER, text_trim(rest));
    if (option->code != 0 && amount_read_euros(text_trim(amount), &option->high))
        return INTV_OK;
    return refuse(
        context, written,
        "Schrijf euro's en waarvoor: 250/deelnemer of 99.50/bijeenkomst. Met een punt voor "
        "de centen, zonder punten of komma's voor duizendtallen.",
        "Write euros and what they are for: 250/participant or 99.50/session. With a "
        "point before the cents, without separators for thousands.");
}

static enum intv_status
read_duration(const struct option_context *context, struct text written, struct option *option)
{
    size_t digits = 0;
    while (digits < written.length && text_is_digit(written.bytes[digits]))
        digits++;
    const struct text unit = {written.bytes + digits, written.length - digits};
    option->code = (uint8_t)amount_find_code(LIST_UNIT, text_trim(unit));
    if (option->code != 0 && text_to_number((struct text){written.bytes, digits}, &option->high))
        return INTV_OK;
    return refuse(context, written, "Schrijf een heel getal en een eenheid: 10 weken, 7 dagdelen.",
                  "Write a whole number and a unit: 10 weeks, 7 half-days.");
}

static enum intv_status
read_language(const struct option_context *context, struct text written)
{
    if (text_is_language_tag(written))
        return INTV_OK;
    return refuse(context, written, "Schrijf een taalcode, zoals nl of ar.",
                  "Write a language tag, such as nl or ar.");
}

enum intv_status
option_read(const struct option_context *context, struct text written, struct option *option)
{
    *option = (struct option){.record = INTV_NONE};
    switch (CRITERION_FORMATS[context->field].mode) {
    case MODE_AGE:
        return read_ages(context, written, option);
    case MODE_AT_MOST:
        return context->field == CRITERION_COST ? read_cost(context, written, option)
                                                : read_duration(context, written, option);
    case MODE_SAME:
        return read_language(context, written);
    default:
        return read_record(context, written, option);
    }
}
