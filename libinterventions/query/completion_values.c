/* SPDX-License-Identifier: EUPL-1.2 */
/* The values behind the name of a field, and how they are written. */
#include "base/bits.h"
#include "base/memory.h"
#include "index/facets.h"
#include "index/names.h"
#include "query/completion.h"
#include "query/filter.h"
#include "query/look.h"
#include "query/query.h"
#include "query/term.h"
#include "query/values.h"
#include "text/fold.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* ---- counting ---- */

static struct names_filter
filter_of(enum qualifier qualifier)
{
    return (struct names_filter){qualifier_kinds(qualifier), qualifier_scheme(qualifier)};
}

/* Number of records that a filter with one value finds. */
static enum intv_status
count_answers(const struct completing *completing, struct clause clause, struct query_value value,
              uint32_t *count)
{
    const struct intv_query query = {.catalogue = completing->completion->catalogue,
                                     .clauses = &clause,
                                     .clause_count = 1,
                                     .values = &value,
                                     .value_count = 1,
                                     .asserters = ASSERTERS_ALL};
    const size_t words = bits_words(query.catalogue->record_count);
    uint64_t *records = memory_new(words, sizeof(*records));
    if (records == NULL)
        return INTV_ERROR_NO_MEMORY;
    const enum intv_status status = filter_records(&query, 0, records);
    *count = bits_count(records, words);
    memory_free(records);
    return status;
}

/*
 * Records of the sets that state the value or a narrower one in the field, themselves or by research:
 * at least as many as a filter finds, where ratings say nothing.
 */
static uint32_t
count_in_sets(const struct completing *completing, uint32_t record)
{
    static const enum facet_sort SORTS[] = {FACET_VALUE, FACET_DERIVED};
    const struct qualifier_format *format = &QUALIFIERS[completing->qualifier];
    uint32_t uses = 0;
    for (unsigned i = 0; i < (format->reach == REACH_OWN ? 1U : 2U); i++) {
        const struct facet_row *row =
            index_find_facet(completing->completion->catalogue, format->field, SORTS[i], record);
        uses += row != NULL ? row->record_count : 0;
    }
    return uses;
}

/* Whether the sets of the index say just what a filter with a record as its value finds. */
static bool
sets_suffice(const struct completing *completing)
{
    const struct intv_query query = {.catalogue = completing->completion->catalogue,
                                     .asserters = ASSERTERS_ALL};
    const struct look look = look_for(&query, completing->qualifier);
    return look_has_sets(&look) && look.reach != REACH_BOTH && completing->comparison == INTV_IS;
}

/* Whether the choice would stand among the best, with as many uses as the filter finds records. */
static enum intv_status
count_uses(const struct completing *completing, struct choice *choice, bool *is_wanted)
{
    const bool is_sure = sets_suffice(completing);
    const bool is_bounded =
        completing->comparison == INTV_IS && QUALIFIERS[completing->qualifier].reach != REACH_BOTH;
    enum intv_status status = INTV_OK;
    choice->uses = is_bounded ? count_in_sets(completing, choice->record) : UINT32_MAX;
    *is_wanted = choice->uses > 0 && completion_would_keep(&completing->choices, choice);
    if (is_sure || !*is_wanted)
        return INTV_OK;
    const struct clause clause = {
        .sort = CLAUSE_FILTER, .qualifier = (uint16_t)completing->qualifier, .value_count = 1};
    const struct query_value value = {.sort = QUERY_RECORD,
                                      .comparison = (uint8_t)completing->comparison,
                                      .record = choice->record};
    status = count_answers(completing, clause, value, &choice->uses);
    *is_wanted = choice->uses > 0 && completion_would_keep(&completing->choices, choice);
    return status;
}

/* ---- records ---- */

static enum intv_status
gather_record(struct completing *completing, uint32_t record, bool begins_by_id)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct names_filter filter = filter_of(completing->qualifier);
    struct choice choice = {.record = record};
    bool is_wanted = false;
    if (!names_accepts(catalogue, &filter, record) ||
        (completing->comparison != INTV_IS && !value_has_order(catalogue, record)))
        return INTV_OK;
    choice.place = index_name_rank(catalogue, completing->language, record);
    enum intv_status status = count_uses(completing, &choice, &is_wanted);
    if (status != INTV_OK || !is_wanted)
        return status;
    status = completion_label(completing, record, &choice.label);
    if (choice.label.length == 0 && begins_by_id)
        choice.label = text_of(intv_record_get_name(
            catalogue, record, completing->language == INTV_ENGLISH ? "en" : "nl"));
    choice.word = choice.label;
    if (status == INTV_OK && choice.label.length > 0)
        completion_keep(&completing->choices, &choice);
    return status;
}

/* First record of a kind whose id is not before the text. */
static uint32_t
lower_id(const struct intv_catalogue *catalogue, unsigned kind, struct text id)
{
    uint32_t low = catalogue->header->kind_first[kind];
    uint32_t high = catalogue->header->kind_first[kind + 1];
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (text_compare(catalogue_id(catalogue, middle), id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
id_begins_with(const struct intv_catalogue *catalogue, uint32_t record, struct text beginning)
{
    const struct text id = catalogue_id(catalogue, record);
    return id.length >= beginning.length &&
           text_equals((struct text){id.bytes, beginning.length}, beginning);
}

static enum intv_status
gather_by_id(struct completing *completing)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const kind_set kinds = qualifier_kinds(completing->qualifier);
    enum intv_status status = INTV_OK;
    for (unsigned kind = 0; kind < KIND_COUNT; kind++) {
        if ((kinds & KIND_BIT(kind)) == 0)
            continue;
        const uint32_t end = catalogue->header->kind_first[kind + 1];
        for (uint32_t i = lower_id(catalogue, kind, completing->typed);
             i < end && id_begins_with(catalogue, i, completing->typed) && status == INTV_OK; i++)
            status = gather_record(completing, i, true);
    }
    return status;
}

static enum intv_status
gather_by_name(struct completing *completing)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct completion_names names = completion_names_of(completing);
    enum intv_status status = INTV_OK;
    for (uint32_t i = names.first; i < names.end && status == INTV_OK; i++)
        status = gather_record(completing, catalogue->names[i].record, false);
    return status;
}

/* ---- codes, kinds and fields ---- */

static enum intv_status
begins_so(const struct completing *completing, struct text text, bool *begins)
{
    char *folded = NULL;
    size_t length = 0;
    const struct text wanted = completing->folded;
    const enum intv_status status = fold_text(text, &folded, &length);
    *begins = status == INTV_OK && length >= wanted.length &&
              text_equals((struct text){folded, wanted.length}, wanted);
    memory_free(folded);
    return status;
}

/* What is no record: how it is written in queries and shown, and its name in the catalogue. */
struct wording
{
    const char *word;
    const char *label;
    const char *name;
};

/* Any of the three may begin as was typed. */
static enum intv_status
gather_word(struct completing *completing, const struct wording *wording, struct clause clause,
            struct query_value value)
{
    const char *const beginnings[] = {wording->word, wording->label, wording->name};
    struct choice choice = {
        .record = INTV_NONE, .word = text_of(wording->word), .label = text_of(wording->label)};
    enum intv_status status = INTV_OK;
    bool begins = false;
    for (size_t i = 0; i < LENGTH(beginnings) && status == INTV_OK && !begins; i++)
        status = begins_so(completing, text_of(beginnings[i]), &begins);
    if (status != INTV_OK || !begins)
        return status;
    status = count_answers(completing, clause, value, &choice.uses);
    if (status == INTV_OK && choice.uses > 0 &&
        completion_would_keep(&completing->choices, &choice))
        completion_keep(&completing->choices, &choice);
    return status;
}

static bool
is_one_word(const char *label)
{
    for (; *label != '\0'; label++)
        if (!text_is_lower(*label) && !text_is_upper(*label))
            return false;
    return true;
}

/* As queries are written back: the label of a code when it is one word, else its name. */
static struct wording
wording_of_code(const struct completing *completing, enum code_list list, unsigned code)
{
    const char *label = code_label(list, code, completing->language);
    struct wording wording = {label, label, code_name(list, code)};
    if (QUALIFIERS[completing->qualifier].reading == READS_ASSERTERS)
        wording.word = value_asserter_word(code, completing->language);
    if (!is_one_word(wording.word))
        wording.word = wording.name;
    return wording;
}

static enum intv_status
gather_codes(struct completing *completing, enum code_list list)
{
    enum intv_status status = INTV_OK;
    const struct clause clause = {
        .sort = CLAUSE_FILTER, .qualifier = (uint16_t)completing->qualifier, .value_count = 1};
    for (unsigned code = 1; code <= code_count(list) && status == INTV_OK; code++) {
        const struct wording wording = wording_of_code(completing, list, code);
        status = gather_word(completing, &wording, clause,
                             (struct query_value){.sort = QUERY_CODE, .code = code});
    }
    return status;
}

static enum intv_status
gather_kinds(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    const struct clause clause = {.sort = CLAUSE_KIND, .value_count = 1};
    for (unsigned kind = 0; kind < KIND_COUNT && status == INTV_OK; kind++) {
        const char *label = kind_label((enum kind)kind, completing->language);
        const char *name = kind_name((enum kind)kind);
        const struct wording wording = {completing->language == INTV_DUTCH ? label : name, label,
                                        name};
        status = gather_word(completing, &wording, clause,
                             (struct query_value){.sort = QUERY_KIND, .code = kind});
    }
    return status;
}

static enum intv_status
gather_fields(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    for (unsigned i = 0; i < QUALIFIER_COUNT && status == INTV_OK; i++) {
        const struct clause clause = {.sort = CLAUSE_HAS, .qualifier = (uint16_t)i};
        const char *name = QUALIFIERS[i].name[completing->language];
        const struct wording wording = {name, name, name};
        if (qualifier_may_be_had((enum qualifier)i))
            status = gather_word(completing, &wording, clause, (struct query_value){.sort = 0});
    }
    return status;
}

/* The word for a cause in the language of the asker, else the other; "" when it is a code as well. */
static const char *
silence_word(const struct completing *completing, unsigned cause)
{
    unsigned read = 0;
    for (unsigned turn = 0; turn < 2; turn++) {
        const unsigned language = turn == 0 ? completing->language : !completing->language;
        const char *word = value_silence_word(cause, (enum intv_language)language);
        if (value_is_silence(completing->qualifier, text_of(word), &read))
            return word;
    }
    return "";
}

enum intv_status
completion_gather_silences(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    const struct clause clause = {
        .sort = CLAUSE_SILENT, .qualifier = (uint16_t)completing->qualifier, .value_count = 1};
    for (unsigned cause = 0; cause <= SILENCE_DROPPED && status == INTV_OK; cause++) {
        const char *word = silence_word(completing, cause);
        const struct wording wording = {word, word, word};
        if (word[0] != '\0' && completing->comparison == INTV_IS)
            status = gather_word(completing, &wording, clause,
                                 (struct query_value){.sort = QUERY_SILENCE, .code = cause});
    }
    return status;
}

enum intv_status
completion_gather_values(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    switch (QUALIFIERS[completing->qualifier].reading) {
    case READS_RECORDS:
        status = gather_by_id(completing);
        if (status == INTV_OK && completing->folded.length > 0)
            status = gather_by_name(completing);
        return status;
    case READS_CODES:
    case READS_RELATIONS:
    case READS_ASSERTERS:
        return gather_codes(completing, qualifier_list(completing->qualifier));
    case READS_KINDS:
        return gather_kinds(completing);
    case READS_FIELDS:
        return gather_fields(completing);
    default:
        return INTV_OK;
    }
}

/* ---- writing ---- */

/* The label when it stands for this record alone, else its id; *is_alone when that does so. */
static enum intv_status
choose_word(const struct completing *completing, const struct choice *choice, struct text *word,
            bool *is_alone)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct text words[] = {choice->label, catalogue_id(catalogue, choice->record)};
    enum intv_status status = INTV_OK;
    *is_alone = false;
    for (size_t i = 0; i < LENGTH(words) && status == INTV_OK && !*is_alone; i++) {
        uint32_t record = INTV_NONE;
        size_t count = 0;
        *word = words[i];
        status = value_find_records(catalogue, completing->qualifier, *word, &record, 1, &count);
        *is_alone = count == 1 && record == choice->record;
    }
    return status;
}

/* Codes in small letters, as queries are written back. */
static bool
write_code(struct intv_output *output, struct text word)
{
    const char first =
        text_is_upper(word.bytes[0]) ? (char)(word.bytes[0] - 'A' + 'a') : word.bytes[0];
    return output_append(output, (struct text){&first, 1}) &&
           output_append(output, (struct text){word.bytes + 1, word.length - 1});
}

static enum intv_status
write_word(const struct completing *completing, const struct choice *choice,
           struct intv_output *output)
{
    const enum reading reading = QUALIFIERS[completing->qualifier].reading;
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    struct text word = choice->word;
    bool is_alone = true;
    bool is_written = true;
    if (choice->record != INTV_NONE) {
        const enum intv_status status = choose_word(completing, choice, &word, &is_alone);
        if (status != INTV_OK)
            return status;
    } else if (reading == READS_CODES || reading == READS_RELATIONS) {
        return write_code(output, word) ? INTV_OK : INTV_ERROR_NO_MEMORY;
    }
    unsigned cause;
    if (is_alone && choice->record != INTV_NONE &&
        value_is_silence(completing->qualifier, word, &cause))
        is_written = output_append(output, text_of("\"")) && output_append(output, word) &&
                     output_append(output, text_of("\""));
    else if (!is_alone)
        is_written =
            output_append(output,
                          text_of(kind_name((enum kind)catalogue->records[choice->record].kind))) &&
            output_append(output, text_of(":")) && output_append(output, word);
    else
        is_written = term_write(output, word);
    return is_written ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

enum intv_status
completion_write_value(const struct completing *completing, const struct choice *choice,
                       char **text)
{
    struct intv_output output = {NULL, 0, 0};
    const struct text name = text_of(QUALIFIERS[completing->qualifier].name[completing->language]);
    enum intv_status status = INTV_OK;
    if (!output_append(&output, name) || !output_append(&output, text_of(":")) ||
        !output_append(&output, completing->kept))
        status = INTV_ERROR_NO_MEMORY;
    else
        status = write_word(completing, choice, &output);
    *text = output.bytes;
    return status;
}
