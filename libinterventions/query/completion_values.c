/* SPDX-License-Identifier: EUPL-1.2 */
/* The values behind the name of a field, and how they are written. */
#include "base/bits.h"
#include "base/memory.h"
#include "index/facets.h"
#include "index/names.h"
#include "query/completion.h"
#include "query/filter.h"
#include "query/query.h"
#include "query/term.h"
#include "text/fold.h"

/* ---- records ---- */

static struct names_filter
filter_of(enum qualifier qualifier)
{
    return (struct names_filter){qualifier_kinds(qualifier), qualifier_scheme(qualifier)};
}

/* Records that state the value or a narrower one in the field, themselves or by research. */
static uint32_t
count_uses(const struct completing *completing, uint32_t record)
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

static enum intv_status
gather_record(struct completing *completing, uint32_t record, bool begins_by_id)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct names_filter filter = filter_of(completing->qualifier);
    struct choice choice = {.uses = count_uses(completing, record), .record = record};
    choice.place = index_name_rank(catalogue, completing->language, record);
    if (choice.uses == 0 || !names_accepts(catalogue, &filter, record) ||
        !completion_would_keep(&completing->choices, &choice))
        return INTV_OK;
    const enum intv_status status = completion_label(completing, record, &choice.label);
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

/* Something with a word in queries and a label, of which either may begin as was typed. */
static enum intv_status
gather_word(struct completing *completing, const char *word, const char *label,
            struct clause clause, struct query_value value)
{
    struct choice choice = {.record = INTV_NONE, .word = text_of(word), .label = text_of(label)};
    bool begins = false;
    enum intv_status status = begins_so(completing, choice.word, &begins);
    if (status == INTV_OK && !begins)
        status = begins_so(completing, choice.label, &begins);
    if (status != INTV_OK || !begins)
        return status;
    status = count_answers(completing, clause, value, &choice.uses);
    if (status == INTV_OK && choice.uses > 0 &&
        completion_would_keep(&completing->choices, &choice))
        completion_keep(&completing->choices, &choice);
    return status;
}

static enum intv_status
gather_codes(struct completing *completing, enum code_list list)
{
    enum intv_status status = INTV_OK;
    const struct clause clause = {
        .sort = CLAUSE_FILTER, .qualifier = (uint16_t)completing->qualifier, .value_count = 1};
    for (unsigned code = 1; code <= code_count(list) && status == INTV_OK; code++)
        status = gather_word(completing, code_name(list, code),
                             code_label(list, code, completing->language), clause,
                             (struct query_value){.sort = QUERY_CODE, .code = code});
    return status;
}

static enum intv_status
gather_kinds(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    const struct clause clause = {.sort = CLAUSE_KIND, .value_count = 1};
    for (unsigned kind = 0; kind < KIND_COUNT && status == INTV_OK; kind++) {
        const char *label = kind_label((enum kind)kind, completing->language);
        const char *word = completing->language == INTV_DUTCH ? label : kind_name((enum kind)kind);
        status = gather_word(completing, word, label, clause,
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
        if (qualifier_may_be_silent((enum qualifier)i))
            status = gather_word(completing, name, name, clause, (struct query_value){.sort = 0});
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

/* The label when it stands for this record alone, else its id. */
static enum intv_status
choose_word(const struct completing *completing, const struct choice *choice, struct text *word)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct names_filter filter = filter_of(completing->qualifier);
    uint32_t record = INTV_NONE;
    uint32_t other = INTV_NONE;
    const enum intv_status status = names_find(catalogue, &filter, choice->label, &record, &other);
    const bool is_alone = record == choice->record && other == INTV_NONE;
    *word = is_alone ? choice->label : catalogue_id(catalogue, choice->record);
    return status;
}

enum intv_status
completion_write_value(const struct completing *completing, const struct choice *choice,
                       char **text)
{
    struct intv_output output = {NULL, 0, 0};
    struct text word = choice->word;
    const struct text name = text_of(QUALIFIERS[completing->qualifier].name[completing->language]);
    enum intv_status status = INTV_OK;
    if (choice->record != INTV_NONE)
        status = choose_word(completing, choice, &word);
    if (status == INTV_OK && (!output_append(&output, name) ||
                              !output_append(&output, text_of(":")) || !term_write(&output, word)))
        status = INTV_ERROR_NO_MEMORY;
    *text = output.bytes;
    return status;
}
