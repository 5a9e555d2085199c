/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/pieces.h"

void
pieces_layers(struct json *json, const char *key, const struct intv_catalogue *catalogue)
{
    json_key_array(json, key);
    for (uint32_t i = 0; i < intv_catalogue_get_layer_count(catalogue); i++) {
        json_open_object(json);
        json_key_string_or_null(json, "edition", intv_layer_get_edition(catalogue, i));
        json_key_string_or_null(json, "publisher", intv_layer_get_publisher(catalogue, i));
        json_key_string_or_null(json, "licence", intv_layer_get_licence(catalogue, i));
        json_close(json);
    }
    json_close(json);
}

void
pieces_head(struct json *json, const struct intv_catalogue *catalogue, const char *format)
{
    json_key_string(json, "format", format);
    json_key_string_or_null(json, "edition", intv_catalogue_get_edition(catalogue));
    json_key_string_or_null(json, "publisher", intv_catalogue_get_publisher(catalogue));
    json_key_string_or_null(json, "licence", intv_catalogue_get_licence(catalogue));
    json_key_boolean(json, "incomplete", intv_catalogue_is_incomplete(catalogue) != 0);
    pieces_layers(json, "layers", catalogue);
}

void
pieces_layer(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    json_key_unsigned(json, "layer", intv_record_get_layer(catalogue, record));
}

/* ---- texts ---- */

/* A place among the texts of a span. */
struct place_of_text
{
    uint32_t fact;
    uint32_t index;
    const char *language;
    const char *text;
};

/* The value of a token stands first among its texts, and is no wording. */
static uint32_t
first_wording(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return intv_fact_get_value(catalogue, fact) == INTV_VALUE_TOKEN ? 1 : 0;
}

static struct place_of_text
start_of_texts(const struct intv_catalogue *catalogue, struct fact_span span)
{
    return (struct place_of_text){span.first, first_wording(catalogue, span.first), "", ""};
}

static bool
next_text(const struct intv_catalogue *catalogue, struct fact_span span,
          struct place_of_text *place)
{
    while (place->fact < span.end &&
           place->index >= intv_fact_get_text_count(catalogue, place->fact)) {
        place->fact++;
        place->index = first_wording(catalogue, place->fact);
    }
    if (place->fact >= span.end)
        return false;
    place->text = intv_fact_get_text_at(catalogue, place->fact, place->index++, &place->language);
    if (place->language[0] == '\0')
        place->language = "und"; /* BCP 47: a language that is not determined */
    return true;
}

/* The first text in a language; only that one is written, because keys must differ. */
static bool
find_language(const struct intv_catalogue *catalogue, struct fact_span span, const char *language,
              struct place_of_text *place)
{
    *place = start_of_texts(catalogue, span);
    while (next_text(catalogue, span, place))
        if (strcmp(place->language, language) == 0)
            return true;
    return false;
}

static const char *const FIRST_LANGUAGES[] = {"nl", "en"};

static bool
comes_first(const char *language)
{
    for (size_t i = 0; i < sizeof(FIRST_LANGUAGES) / sizeof(FIRST_LANGUAGES[0]); i++)
        if (strcmp(FIRST_LANGUAGES[i], language) == 0)
            return true;
    return false;
}

void
pieces_texts(struct json *json, const struct intv_catalogue *catalogue, struct fact_span span)
{
    struct place_of_text place;
    struct place_of_text first;
    json_open_object(json);
    for (size_t i = 0; i < sizeof(FIRST_LANGUAGES) / sizeof(FIRST_LANGUAGES[0]); i++)
        if (find_language(catalogue, span, FIRST_LANGUAGES[i], &place))
            json_key_string(json, place.language, place.text);
    place = start_of_texts(catalogue, span);
    while (next_text(catalogue, span, &place)) {
        if (comes_first(place.language))
            continue;
        find_language(catalogue, span, place.language, &first);
        if (first.fact == place.fact && first.index == place.index)
            json_key_string(json, place.language, place.text);
    }
    json_close(json);
}

bool
pieces_has_wording(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return intv_fact_get_text_count(catalogue, fact) > first_wording(catalogue, fact);
}

void
pieces_wording(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    if (fact != INTV_NONE && pieces_has_wording(catalogue, fact))
        pieces_texts(json, catalogue, (struct fact_span){fact, fact + 1});
    else
        json_null(json);
}

void
pieces_name(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    static const enum field NAMES[] = {FIELD_NAME, FIELD_LABEL, FIELD_TITLE};
    struct fact_span span = {0, 0};
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]) && span.first == span.end; i++)
        span = catalogue_facts_of(catalogue, record, NAMES[i]);
    pieces_texts(json, catalogue, span);
}

/* ---- values ---- */

/* Writes the lowest digits of a number, with zeros in front, and gives back where they end. */
static char *
put_digits(char *end, uint32_t number, unsigned digits)
{
    for (unsigned i = digits; i > 0; i--, number /= 10)
        end[i - 1] = (char)('0' + number % 10);
    return end + digits;
}

void
pieces_date(struct json *json, uint32_t date)
{
    char written[sizeof("2021-02-28")];
    char *end = put_digits(written, date / 10000, 4);
    if (date == 0) {
        json_null(json);
        return;
    }
    if (date / 100 % 100 > 0) {
        *end++ = '-';
        end = put_digits(end, date / 100, 2);
    }
    if (date % 100 > 0) {
        *end++ = '-';
        end = put_digits(end, date, 2);
    }
    json_text(json, (struct text){written, (size_t)(end - written)});
}

void
pieces_id(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    if (record != INTV_NONE)
        json_string(json, intv_record_get_id(catalogue, record));
    else
        json_null(json);
}

void
pieces_record(struct json *json, const struct intv_catalogue *catalogue, uint32_t record)
{
    json_open_object(json);
    json_key_string(json, "kind", kind_name((enum kind)intv_record_get_kind(catalogue, record)));
    json_key_string(json, "id", intv_record_get_id(catalogue, record));
    pieces_layer(json, catalogue, record);
    json_key(json, "name");
    pieces_name(json, catalogue, record);
    json_close(json);
}

static void
write_bound(struct json *json, const char *key, enum intv_bound bound, int64_t number)
{
    json_key(json, key);
    if (bound == INTV_BOUND_KNOWN)
        json_integer(json, number);
    else if (bound == INTV_BOUND_NONE)
        json_string(json, "none");
    else
        json_null(json);
}

static void
write_quantity(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    int64_t number = 0;
    enum intv_bound bound = intv_fact_get_low(catalogue, fact, &number);
    json_open_object(json);
    write_bound(json, "low", bound, number);
    bound = intv_fact_get_high(catalogue, fact, &number);
    write_bound(json, "high", bound, number);
    json_key_boolean(json, "about", intv_fact_is_about(catalogue, fact) != 0);
    json_close(json);
}

void
pieces_value(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact)
{
    switch (intv_fact_get_value(catalogue, fact)) {
    case INTV_VALUE_RECORD:
        pieces_id(json, catalogue, intv_fact_get_target(catalogue, fact));
        return;
    case INTV_VALUE_CODE:
        json_string(json, intv_fact_get_code(catalogue, fact));
        return;
    case INTV_VALUE_QUANTITY:
        write_quantity(json, catalogue, fact);
        return;
    case INTV_VALUE_DATE:
        pieces_date(json, intv_fact_get_date(catalogue, fact));
        return;
    case INTV_VALUE_TEXT:
    case INTV_VALUE_TOKEN:
        json_string(json, intv_fact_get_text_at(catalogue, fact, 0, NULL));
        return;
    case INTV_VALUE_NONE:
        break;
    }
    json_null(json);
}
