/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/values.h"

#include "base/memory.h"
#include "index/names.h"
#include "model/amounts.h"
#include "query/ranges.h"

struct word_pair
{
    unsigned code;
    const char *word[2]; /* by enum intv_language */
};

static const struct word_pair SILENCES[] = {
#define SILENT(code, nl, en) {code, {nl, en}},
#include "query/silences.def"
#undef SILENT
};

static const struct word_pair ASSERTERS[] = {
#define ASSERTED_BY(NAME, nl, en) {ASSERTER_##NAME, {nl, en}},
#include "query/asserters.def"
#undef ASSERTED_BY
};

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const struct word_pair *
find_word(const struct word_pair *pairs, size_t count, struct text word)
{
    for (size_t i = 0; i < count; i++)
        for (unsigned language = INTV_DUTCH; language <= INTV_ENGLISH; language++)
            if (qualifier_is_same_name(text_of(pairs[i].word[language]), word))
                return &pairs[i];
    return NULL;
}

bool
value_is_silence(enum qualifier qualifier, struct text word, unsigned *cause)
{
    const struct word_pair *found = find_word(SILENCES, LENGTH(SILENCES), word);
    if (found == NULL || !qualifier_may_be_had(qualifier))
        return false;
    const enum code_list list = qualifier_list(qualifier);
    const bool is_mark = found->code != CODE_NOT_STATED && found->code != SILENCE_DROPPED;
    if ((is_mark && !qualifier_is_claim(qualifier)) || code_find(list, word) != 0)
        return false;
    *cause = found->code;
    return true;
}

const char *
value_silence_word(unsigned cause, enum intv_language language)
{
    for (size_t i = 0; i < LENGTH(SILENCES); i++)
        if (SILENCES[i].code == cause)
            return SILENCES[i].word[language];
    return "";
}

const char *
value_asserter_word(unsigned asserter, enum intv_language language)
{
    for (size_t i = 0; i < LENGTH(ASSERTERS); i++)
        if (ASSERTERS[i].code == asserter)
            return ASSERTERS[i].word[language];
    return "";
}

unsigned
value_find_asserter(struct text word)
{
    const struct word_pair *found = find_word(ASSERTERS, LENGTH(ASSERTERS), word);
    return found != NULL ? found->code : 0;
}

/* ---- what is wrong ---- */

enum intv_status
query_check_limit(size_t number, enum query_limit limit, struct place place,
                  struct intv_diagnostics *diagnostics)
{
    const struct query_limit_format *format = &QUERY_LIMITS[limit];
    char digits[DIGITS_SIZE];
    if (number <= format->value)
        return INTV_OK;
    const struct report report = {
        DIAGNOSTIC_QUERY_LIMIT_REACHED,
        place,
        {NULL, 0},
        {text_of(format->name), text_of_number((int64_t)format->value, digits),
         text_of(format->explanation[INTV_DUTCH]), text_of(format->explanation[INTV_ENGLISH])}};
    return diagnostics_report(diagnostics, &report);
}

static enum intv_status
report_value(const struct value_context *context, enum diagnostic code, struct text one,
             struct text three, struct text four, struct text five)
{
    const struct qualifier_format *format = &QUALIFIERS[context->qualifier];
    const struct report report = {code,
                                  context->place,
                                  {NULL, 0},
                                  {one, text_of(format->name[INTV_DUTCH]), three, four, five}};
    if (context->is_quiet)
        return diagnostics_text(code)->status;
    return diagnostics_report(context->diagnostics, &report);
}

static enum intv_status read_value(const struct value_context *context,
                                   const struct written_value *written);

/* Whether it is a value; adds nothing. */
static bool
is_known(const struct value_context *context, struct text written)
{
    unsigned none = 0;
    struct value_context quiet = *context;
    const struct written_value value = {.text = written};
    const size_t before = context->query->value_count;
    quiet.diagnostics = NULL;
    quiet.is_quiet = true;
    quiet.suggestions_left = &none;
    quiet.behind = (struct text){NULL, 0};
    const bool is_good = read_value(&quiet, &value) == INTV_OK;
    context->query->value_count = before;
    return is_good;
}

/* The value with a few words behind it, between quotes, when these together are one. */
static struct text
suggest_quotes(const struct value_context *context, struct text written)
{
    enum
    {
        MOST_WORDS = 4,
        LONGEST = 100
    };
    char quoted[LONGEST + 2] = "\"";
    struct text kept = {NULL, 0};
    size_t end = 0;
    if (context->is_quiet || context->behind.length == 0)
        return kept;
    for (unsigned words = 0; words < MOST_WORDS; words++) {
        const size_t start = end;
        while (end < context->behind.length && context->behind.bytes[end] == ' ')
            end++;
        while (end < context->behind.length &&
               strchr(" \t\n\"():,|", context->behind.bytes[end]) == NULL)
            end++;
        const struct text all = {written.bytes,
                                 (size_t)(context->behind.bytes - written.bytes) + end};
        if (end == start || all.length > LONGEST)
            break;
        if (!is_known(context, all))
            continue;
        memcpy(quoted + 1, all.bytes, all.length);
        quoted[all.length + 1] = '"';
        if (arena_keep(&context->query->texts, (struct text){quoted, all.length + 2}, &kept))
            return kept;
    }
    return (struct text){NULL, 0};
}

/* `nearest` is what was probably meant; NULL when nothing is near. */
static enum intv_status
refuse_unknown(const struct value_context *context, struct text written, struct text nearest)
{
    const struct text quoted = suggest_quotes(context, written);
    if (quoted.length > 0)
        nearest = quoted;
    return report_value(
        context, DIAGNOSTIC_UNKNOWN_VALUE, written, nearest.length > 0 ? nearest : text_of("-"),
        text_of(QUALIFIERS[context->qualifier].name[INTV_ENGLISH]), (struct text){NULL, 0});
}

enum intv_status
value_refuse_had(const struct value_context *context, struct text written)
{
    const bool may_suggest = !context->is_quiet && *context->suggestions_left > 0;
    const char *nearest = may_suggest ? qualifier_suggest(written) : NULL;
    if (may_suggest)
        --*context->suggestions_left;
    return refuse_unknown(context, written, text_of(nearest));
}

/* How values are written that are no names; by enum reading, advice by enum intv_language. */
static const char *const ADVICE[READING_COUNT][2] = {
    [READS_NUMBERS] = {"Schrijf hele getallen: 8, 5-10, >=5 of 12+.",
                       "Write whole numbers: 8, 5-10, >=5 or 12+."},
    [READS_AGES] = {"Schrijf hele jaren van 0 tot en met 120: 14, 12-18 of 16+.",
                    "Write whole years from 0 to 120: 14, 12-18 or 16+."},
    [READS_PRICES] = {"Schrijf euro's, met een punt voor de centen: 250, <=99.50 of "
                      "100-250/deelnemer.",
                      "Write euros, with a point before the cents: 250, <=99.50 or "
                      "100-250/participant."},
    [READS_EUROS] = {"Schrijf euro's, met een punt voor de centen: >=25000 of 1000-2500.50.",
                     "Write euros, with a point before the cents: >=25000 or 1000-2500.50."},
    [READS_TIMES] = {"Schrijf een heel getal en een eenheid: <=10weken, 5-8dagdelen.",
                     "Write a whole number and a unit: <=10weeks, 5-8half-days."},
    [READS_DATES] = {"Schrijf een jaar, maand of dag: 2021, 2018..2021, >=2020-06, 2026-11-24.",
                     "Write a year, month or day: 2021, 2018..2021, >=2020-06, 2026-11-24."},
    [READS_LANGUAGES] = {"Schrijf een taalcode, zoals nl of ar.",
                         "Write a language tag, such as nl or ar."},
    [READS_COUNTRIES] = {"Schrijf twee letters, zoals NL of BE.",
                         "Write two letters, such as NL or BE."},
    [READS_LITERALS] = {"Schrijf het hele adres of nummer.", "Write the whole address or number."},
};

static enum intv_status
refuse_bad(const struct value_context *context, const struct written_value *written)
{
    const char *const *advice = ADVICE[QUALIFIERS[context->qualifier].reading];
    return report_value(context, DIAGNOSTIC_BAD_VALUE, written->text, text_of(advice[INTV_DUTCH]),
                        text_of(advice[INTV_ENGLISH]),
                        text_of(QUALIFIERS[context->qualifier].name[INTV_ENGLISH]));
}

static const char *
comparison_mark(unsigned comparison)
{
    static const char *const MARKS[] = {"=", ">=", "<=", ">", "<"};
    return MARKS[comparison];
}

enum intv_status
value_check_comparison(const struct value_context *context, const struct written_value *written)
{
    if ((qualifier_comparisons(context->qualifier) >> written->comparison & 1) != 0)
        return INTV_OK;
    return report_value(context, DIAGNOSTIC_QUERY_BAD_COMPARISON,
                        text_of(comparison_mark(written->comparison)),
                        text_of(QUALIFIERS[context->qualifier].name[INTV_ENGLISH]),
                        (struct text){NULL, 0}, (struct text){NULL, 0});
}

/* ---- adding ---- */

static enum intv_status
add_value(const struct value_context *context, struct query_value value, struct text written)
{
    struct intv_query *query = context->query;
    if (!arena_keep(&query->texts, written, &value.written) ||
        !memory_reserve(&query->values, &query->value_capacity, query->value_count + 1,
                        sizeof(*query->values)))
        return diagnostics_no_memory(context->diagnostics);
    query->values[query->value_count++] = value;
    return INTV_OK;
}

/* ---- records ---- */

static struct names_filter
filter_of(enum qualifier qualifier)
{
    return (struct names_filter){qualifier_kinds(qualifier), qualifier_scheme(qualifier)};
}

enum intv_status
value_find_records(const struct intv_catalogue *catalogue, enum qualifier qualifier,
                   struct text written, uint32_t *records, size_t capacity, size_t *count)
{
    struct names_filter filter = filter_of(qualifier);
    struct text rest = written;
    struct text kind;
    if (text_next_part(&rest, ':', &kind) && rest.bytes != NULL) {
        const enum kind found = kind_find(kind);
        if (found != KIND_COUNT && (filter.kinds & KIND_BIT(found)) != 0) {
            filter.kinds = KIND_BIT(found);
            return names_collect(catalogue, &filter, rest, records, capacity, count);
        }
    }
    return names_collect(catalogue, &filter, written, records, capacity, count);
}

bool
value_has_order(const struct intv_catalogue *catalogue, uint32_t record)
{
    if (catalogue->records[record].kind != KIND_CONCEPT)
        return false;
    const uint32_t scheme = catalogue_reference_of(catalogue, record, FIELD_SCHEME);
    const struct fact_span orders = catalogue_facts_of(catalogue, record, FIELD_ORDER);
    const unsigned yes = code_find(LIST_YES_NO, text_of("yes"));
    return scheme != INTV_NONE && orders.first < orders.end &&
           catalogue->facts[orders.first].silence == CODE_NOT_STATED &&
           catalogue_code_of(catalogue, scheme, FIELD_ORDERED) == yes;
}

/* Of what people call a record, what is nearest to what was written; never a hidden label. */
static struct text
nearest_name(const struct intv_catalogue *catalogue, uint32_t record, struct text written)
{
    enum
    {
        FURTHEST = 64
    };
    static const enum field FIELDS[] = {FIELD_LABEL, FIELD_ALT_LABEL, FIELD_NAME, FIELD_ALIAS};
    struct text nearest = catalogue_id(catalogue, record);
    unsigned best = text_distance(nearest, written, FURTHEST);
    for (unsigned i = 0; i < LENGTH(FIELDS); i++) {
        const struct fact_span facts = catalogue_facts_of(catalogue, record, FIELDS[i]);
        for (uint32_t fact = facts.first; fact < facts.end; fact++) {
            const struct fact_row *row = &catalogue->facts[fact];
            for (uint32_t j = row->text_first; j < row->text_first + row->text_count; j++) {
                const struct text_row *text = &catalogue->texts[j];
                const struct text name = {catalogue->pool + text->offset, text->length};
                const unsigned distance = text_distance(name, written, FURTHEST);
                if (distance < best) {
                    best = distance;
                    nearest = name;
                }
            }
        }
    }
    return nearest;
}

static struct text
suggest_record(const struct value_context *context, struct text written)
{
    const struct names_filter filter = filter_of(context->qualifier);
    if (context->is_quiet || *context->suggestions_left == 0)
        return (struct text){NULL, 0};
    --*context->suggestions_left;
    const uint32_t near = names_suggest(context->query->catalogue, &filter, written);
    return near != INTV_NONE ? nearest_name(context->query->catalogue, near, written)
                             : (struct text){NULL, 0};
}

static enum intv_status
add_records(const struct value_context *context, const struct written_value *written,
            const uint32_t *records, size_t count)
{
    const struct intv_catalogue *catalogue = context->query->catalogue;
    enum intv_status status = INTV_OK;
    size_t added = 0;
    for (size_t i = 0; i < count && status == INTV_OK; i++) {
        if (written->comparison != INTV_IS && !value_has_order(catalogue, records[i]))
            continue;
        status = add_value(context,
                           (struct query_value){.sort = QUERY_RECORD,
                                                .comparison = written->comparison,
                                                .record = records[i]},
                           written->text);
        added++;
    }
    if (status == INTV_OK && added == 0)
        return report_value(context, DIAGNOSTIC_QUERY_VALUE_WITHOUT_ORDER, written->text,
                            text_of(comparison_mark(written->comparison)),
                            text_of(QUALIFIERS[context->qualifier].name[INTV_ENGLISH]),
                            (struct text){NULL, 0});
    return status;
}

enum
{
    MOST_VALUES = 100
};

static enum intv_status
read_record(const struct value_context *context, const struct written_value *written)
{
    uint32_t records[MOST_VALUES];
    size_t count = 0;
    const enum intv_status status = value_find_records(
        context->query->catalogue, context->qualifier, written->text, records, MOST_VALUES, &count);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(context->diagnostics);
    if (status != INTV_OK || count == 0)
        return refuse_unknown(context, written->text, suggest_record(context, written->text));
    if (count > MOST_VALUES)
        return query_check_limit(count, QUERY_LIMIT_VALUES, context->place, context->diagnostics);
    return add_records(context, written, records, count);
}

/* ---- codes ---- */

/* The names of one code of what is looked up; NULL behind the last. */
typedef const char *(*code_names)(enum code_list list, unsigned code, unsigned index);

static const char *
names_of_code(enum code_list list, unsigned code, unsigned index)
{
    switch (index) {
    case 0:
        return code_name(list, code);
    case 1:
    case 2:
        return code_label(list, code, (enum intv_language)(index - 1));
    default:
        return NULL;
    }
}

static const char *
names_of_asserter(enum code_list list, unsigned code, unsigned index)
{
    return index < 2 ? value_asserter_word(code, (enum intv_language)index)
                     : names_of_code(list, code, index - 2);
}

static const char *
names_of_kind(enum code_list list, unsigned code, unsigned index)
{
    (void)list;
    switch (index) {
    case 0:
        return kind_name((enum kind)(code - 1));
    case 1:
    case 2:
        return kind_label((enum kind)(code - 1), (enum intv_language)(index - 1));
    default:
        return NULL;
    }
}

/* Which names, and of how many codes from 1 on. */
struct code_names_of
{
    code_names names;
    enum code_list list;
    unsigned count;
};

static unsigned
find_code(const struct code_names_of *of, struct text written)
{
    const char *name;
    for (unsigned code = 1; code <= of->count; code++)
        for (unsigned i = 0; (name = of->names(of->list, code, i)) != NULL; i++)
            if (qualifier_is_same_name(text_of(name), written))
                return code;
    return 0;
}

static struct text
suggest_code(const struct code_names_of *of, struct text written)
{
    enum
    {
        NEAR = 3
    };
    const char *name;
    const char *nearest = NULL;
    unsigned best = NEAR + 1;
    for (unsigned code = 1; code <= of->count; code++)
        for (unsigned i = 0; (name = of->names(of->list, code, i)) != NULL; i++) {
            const unsigned distance = text_distance(text_of(name), written, NEAR);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
    return text_of(nearest);
}

static enum intv_status
read_code(const struct value_context *context, const struct written_value *written)
{
    const enum code_list list = qualifier_list(context->qualifier);
    const bool is_asserter = QUALIFIERS[context->qualifier].reading == READS_ASSERTERS;
    const struct code_names_of of = {is_asserter ? names_of_asserter : names_of_code, list,
                                     code_count(list)};
    const unsigned code = find_code(&of, written->text);
    if (code == 0)
        return refuse_unknown(context, written->text, suggest_code(&of, written->text));
    return add_value(context, (struct query_value){.sort = QUERY_CODE, .code = code},
                     written->text);
}

static enum intv_status
read_kind(const struct value_context *context, const struct written_value *written)
{
    const struct code_names_of kinds = {names_of_kind, LIST_NONE, KIND_COUNT};
    const struct code_names_of record_kinds = {names_of_code, LIST_RECORD_KIND,
                                               code_count(LIST_RECORD_KIND)};
    const unsigned kind = find_code(&kinds, written->text);
    const unsigned record_kind = find_code(&record_kinds, written->text);
    if (kind != 0)
        return add_value(context, (struct query_value){.sort = QUERY_KIND, .code = kind - 1},
                         written->text);
    if (record_kind != 0)
        return add_value(context, (struct query_value){.sort = QUERY_CODE, .code = record_kind},
                         written->text);
    return refuse_unknown(context, written->text, suggest_code(&kinds, written->text));
}

/* ---- the rest ---- */

static enum intv_status
read_range(const struct value_context *context, const struct written_value *written)
{
    struct query_value value = {.comparison = written->comparison};
    const enum reading reading = QUALIFIERS[context->qualifier].reading;
    if (!range_read(reading, written->text, &value))
        return refuse_bad(context, written);
    return add_value(context, value, written->text);
}

static bool
is_country(struct text written)
{
    return written.length == 2 && text_is_language_tag(written);
}

static bool
is_literal(struct text written)
{
    bool is_plain = written.length > 0;
    for (size_t i = 0; i < written.length; i++)
        is_plain = is_plain && (unsigned char)written.bytes[i] > ' ' && written.bytes[i] != '"' &&
                   (unsigned char)written.bytes[i] < 0x7F;
    return is_plain;
}

static enum intv_status
read_text(const struct value_context *context, const struct written_value *written)
{
    const enum reading reading = QUALIFIERS[context->qualifier].reading;
    const bool is_good = reading == READS_LANGUAGES   ? text_is_language_tag(written->text)
                         : reading == READS_COUNTRIES ? is_country(written->text)
                                                      : is_literal(written->text);
    if (!is_good)
        return refuse_bad(context, written);
    return add_value(context, (struct query_value){.sort = QUERY_TEXT}, written->text);
}

static enum intv_status
read_value(const struct value_context *context, const struct written_value *written)
{
    switch (QUALIFIERS[context->qualifier].reading) {
    case READS_RECORDS:
    case READS_IDS:
    case READS_BACK:
    case READS_SOURCES:
        return read_record(context, written);
    case READS_CODES:
    case READS_RELATIONS:
    case READS_ASSERTERS:
        return read_code(context, written);
    case READS_KINDS:
        return read_kind(context, written);
    case READS_NUMBERS:
    case READS_AGES:
    case READS_PRICES:
    case READS_EUROS:
    case READS_TIMES:
    case READS_DATES:
        return read_range(context, written);
    default:
        return read_text(context, written);
    }
}

enum intv_status
value_read(const struct value_context *context, const struct written_value *written)
{
    const size_t before = context->query->value_count;
    const struct written_value trimmed = {
        .comparison = written->comparison,
        .is_quoted = written->is_quoted,
        .text = text_trim(written->text),
    };
    enum intv_status status = value_check_comparison(context, written);
    if (status == INTV_OK)
        status = read_value(context, &trimmed);
    if (status != INTV_OK)
        context->query->value_count = before;
    return status;
}
