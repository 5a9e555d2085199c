/* SPDX-License-Identifier: EUPL-1.2 */
#include "query/completion.h"

#include "base/memory.h"
#include "index/words.h"
#include "query/offer.h"
#include "query/term.h"
#include "text/fold.h"

enum
{
    LANGUAGES = 4 /* enum text_language */
};

/* ---- the best choices ---- */

static bool
is_better(const struct choice *one, const struct choice *other)
{
    if (one->uses != other->uses)
        return one->uses > other->uses;
    if (one->place != other->place)
        return one->place < other->place;
    return text_compare(one->word, other->word) < 0;
}

static bool
is_same(const struct choice *one, const struct choice *other)
{
    if (one->record != INTV_NONE || other->record != INTV_NONE)
        return one->record == other->record;
    return text_equals(one->word, other->word);
}

bool
completion_would_keep(const struct choices *choices, const struct choice *choice)
{
    for (size_t i = 0; i < choices->count; i++)
        if (is_same(&choices->rows[i], choice))
            return false;
    return choices->count < choices->most ||
           (choices->most > 0 && is_better(choice, &choices->rows[choices->count - 1]));
}

/* Takes out the choice with the same label; false when it is the better one, and stays. */
static bool
give_way(struct choices *choices, const struct choice *choice)
{
    for (size_t i = 0; i < choices->count; i++) {
        if (!text_equals(choices->rows[i].label, choice->label))
            continue;
        if (!is_better(choice, &choices->rows[i]))
            return false;
        choices->count--;
        memmove(&choices->rows[i], &choices->rows[i + 1],
                (choices->count - i) * sizeof(*choices->rows));
        return true;
    }
    return true;
}

void
completion_keep(struct choices *choices, const struct choice *choice)
{
    size_t place = choices->count < choices->most ? choices->count++ : choices->count - 1;
    for (; place > 0 && is_better(choice, &choices->rows[place - 1]); place--)
        choices->rows[place] = choices->rows[place - 1];
    choices->rows[place] = *choice;
}

/* ---- names and labels ---- */

static struct text
name_text(const struct intv_catalogue *catalogue, uint32_t name)
{
    const struct name_row *row = &catalogue->names[name];
    return (struct text){catalogue->pool + row->offset, row->length};
}

static bool
begins_with(struct text whole, struct text beginning)
{
    return whole.length >= beginning.length &&
           text_equals((struct text){whole.bytes, beginning.length}, beginning);
}

struct completion_names
completion_names_of(const struct completing *completing)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    uint32_t low = 0;
    uint32_t high = catalogue->name_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (text_compare(name_text(catalogue, middle), completing->folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const uint32_t first = low;
    for (high = catalogue->name_count; low < high;) {
        const uint32_t middle = low + (high - low) / 2;
        if (begins_with(name_text(catalogue, middle), completing->folded))
            low = middle + 1;
        else
            high = middle;
    }
    return (struct completion_names){first, low};
}

/* How little a label is what the asker wants to see. */
static unsigned
cost_of(const struct completing *completing, enum field field, const struct text_row *text)
{
    const char *tag = completing->completion->catalogue->pool + text->language;
    const enum text_language wanted =
        completing->language == INTV_ENGLISH ? TEXT_ENGLISH : TEXT_DUTCH;
    const bool is_preferred = field == FIELD_NAME || field == FIELD_LABEL;
    return (analysis_language(text_of(tag)) == wanted ? 0U : 2U) + (is_preferred ? 0U : 1U);
}

static enum intv_status
look_at_text(const struct completing *completing, enum field field, const struct text_row *row,
             unsigned *best, struct text *label)
{
    const struct text text = {completing->completion->catalogue->pool + row->offset, row->length};
    const unsigned cost = cost_of(completing, field, row);
    char *folded = NULL;
    size_t length = 0;
    if (cost >= *best)
        return INTV_OK;
    const enum intv_status status = fold_text(text, &folded, &length);
    if (status == INTV_OK && begins_with((struct text){folded, length}, completing->folded)) {
        *best = cost;
        *label = text;
    }
    memory_free(folded);
    return status;
}

enum intv_status
completion_label(const struct completing *completing, uint32_t record, struct text *label)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct record_row *row = &catalogue->records[record];
    enum intv_status status = INTV_OK;
    unsigned best = UINT32_MAX;
    *label = (struct text){"", 0};
    for (uint32_t i = 0; i < row->fact_count; i++) {
        const struct fact_row *fact = &catalogue->facts[row->fact_first + i];
        if (offer_field((enum field)fact->field) != OFFER_NAME)
            continue;
        for (uint32_t k = 0; k < fact->text_count && status == INTV_OK; k++)
            status = look_at_text(completing, (enum field)fact->field,
                                  &catalogue->texts[fact->text_first + k], &best, label);
    }
    return status;
}

static enum intv_status
gather_records(struct completing *completing)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    const struct completion_names names = completion_names_of(completing);
    enum intv_status status = INTV_OK;
    for (uint32_t name = names.first; name < names.end && status == INTV_OK; name++) {
        const uint32_t record = catalogue->names[name].record;
        struct choice choice = {.uses = offer_references(catalogue, record), .record = record};
        choice.place = index_name_rank(catalogue, completing->language, record);
        if (!completion_would_keep(&completing->choices, &choice))
            continue;
        status = completion_label(completing, record, &choice.label);
        choice.word = choice.label;
        if (status == INTV_OK && choice.label.length > 0 && give_way(&completing->choices, &choice))
            completion_keep(&completing->choices, &choice);
    }
    return status;
}

/* ---- words ---- */

/* Whether a record with that one word as its name was given already, or one that is written so. */
static enum intv_status
is_given(const struct completing *completing, struct text word, const struct offer_place *place,
         bool *given)
{
    const struct intv_completion *completion = completing->completion;
    const struct text written =
        term_written(completion->catalogue, completing->tokens, word, place);
    enum intv_status status = INTV_OK;
    *given = false;
    for (size_t i = 0; i < completion->count && !*given; i++)
        *given = text_is(written, completion->rows[i].text);
    for (size_t i = 0; i < completion->count && status == INTV_OK && !*given; i++) {
        char *folded = NULL;
        size_t length = 0;
        status = fold_text(text_of(completion->rows[i].label), &folded, &length);
        *given = status == INTV_OK && text_equals((struct text){folded, length}, word);
        memory_free(folded);
    }
    return status;
}

static enum intv_status
gather_words(struct completing *completing)
{
    const struct intv_catalogue *catalogue = completing->completion->catalogue;
    for (unsigned language = 0; language < LANGUAGES; language++) {
        const struct index_range terms =
            index_terms_with_prefix(catalogue, language, completing->folded);
        for (uint32_t term = terms.first; term < terms.end; term++) {
            const struct text word = index_word(catalogue, term);
            const struct choice choice = {
                .uses = offer_uses(catalogue, word), .record = INTV_NONE, .word = word};
            struct offer_place place = {INTV_NONE, 0};
            bool given = false;
            if (!completion_would_keep(&completing->choices, &choice) ||
                offer_word(catalogue, word, &place) == OFFER_NOT)
                continue;
            const enum intv_status status = is_given(completing, word, &place, &given);
            if (status != INTV_OK)
                return status;
            if (!given)
                completion_keep(&completing->choices, &choice);
        }
    }
    return INTV_OK;
}

/* ---- names of fields ---- */

static void
gather_qualifiers(struct completing *completing)
{
    for (unsigned i = 0; i < QUALIFIER_COUNT; i++)
        for (unsigned turn = 0; turn < 2; turn++) {
            /* The name in the language of the asker, else the other one. */
            const unsigned language = turn == 0 ? completing->language : !completing->language;
            const struct text name = text_of(QUALIFIERS[i].name[language]);
            const struct choice choice = {.record = INTV_NONE, .code = i, .word = name};
            if (name.length < completing->typed.length ||
                !text_equals_ignoring_case((struct text){name.bytes, completing->typed.length},
                                           completing->typed))
                continue;
            if (completion_would_keep(&completing->choices, &choice))
                completion_keep(&completing->choices, &choice);
            break;
        }
}

/* ---- writing them out ---- */

static enum intv_status
write_text(const struct completing *completing, enum intv_completion_sort sort,
           const struct choice *choice, char **text)
{
    struct intv_output output = {NULL, 0, 0};
    struct offer_place place = {INTV_NONE, 0};
    bool is_written = false;
    if (sort == INTV_COMPLETES_VALUE)
        return completion_write_value(completing, choice, text);
    if (sort == INTV_COMPLETES_RECORD) {
        is_written = term_write(&output, choice->label);
    } else if (sort == INTV_COMPLETES_WORD) {
        const struct intv_catalogue *catalogue = completing->completion->catalogue;
        offer_word(catalogue, choice->word, &place);
        is_written =
            term_write(&output, term_written(catalogue, completing->tokens, choice->word, &place));
    } else {
        is_written = output_append(&output, choice->word) && output_append(&output, text_of(":"));
    }
    *text = output.bytes;
    return is_written ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

static enum intv_status
write_choice(const struct completing *completing, enum intv_completion_sort sort,
             const struct choice *choice)
{
    struct completion_row *row = &completing->completion->rows[completing->completion->count++];
    row->sort = sort;
    row->record = choice->record;
    row->uses = choice->uses;
    const enum intv_status status = write_text(completing, sort, choice, &row->text);
    if (status != INTV_OK)
        return status;
    struct text label = choice->label;
    if (sort == INTV_COMPLETES_WORD)
        label = text_of(row->text);
    else if (sort == INTV_COMPLETES_QUALIFIER)
        label = text_of(QUALIFIERS[choice->code].explanation[completing->language]);
    row->label = memory_copy_text(label.bytes, label.length);
    return row->label != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

/* Writes out what was gathered, and makes room for what comes behind it. */
static enum intv_status
write_choices(struct completing *completing, enum intv_completion_sort sort)
{
    struct choices *choices = &completing->choices;
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < choices->count && status == INTV_OK; i++)
        status = write_choice(completing, sort, &choices->rows[i]);
    choices->most -= choices->count;
    choices->count = 0;
    return status;
}

static bool
is_one_word(struct text folded)
{
    return memchr(folded.bytes, ' ', folded.length) == NULL;
}

static enum intv_status
complete_term(struct completing *completing)
{
    enum intv_status status = INTV_OK;
    if (completing->folded.length > 0)
        status = gather_records(completing);
    if (status == INTV_OK)
        status = write_choices(completing, INTV_COMPLETES_RECORD);
    if (status == INTV_OK && completing->folded.length > 0 && is_one_word(completing->folded))
        status = gather_words(completing);
    if (status == INTV_OK)
        status = write_choices(completing, INTV_COMPLETES_WORD);
    if (status == INTV_OK && completing->typed.length > 0) {
        gather_qualifiers(completing);
        status = write_choices(completing, INTV_COMPLETES_QUALIFIER);
    }
    return status;
}

static enum intv_status
complete_value(struct completing *completing)
{
    enum intv_status status = completion_gather_values(completing);
    if (status == INTV_OK)
        status = write_choices(completing, INTV_COMPLETES_VALUE);
    if (status == INTV_OK)
        status = completion_gather_silences(completing);
    return status == INTV_OK ? write_choices(completing, INTV_COMPLETES_VALUE) : status;
}

/* ---- what was typed ---- */

static struct text
without_opening(struct text typed)
{
    while (typed.length > 0 && (typed.bytes[0] == '-' || typed.bytes[0] == '(' ||
                                typed.bytes[0] == '"' || text_is_space(typed.bytes[0])))
        typed = (struct text){typed.bytes + 1, typed.length - 1};
    return typed;
}

/* Bytes of the values that were typed before the last: up to a comma outside quotes. */
static size_t
length_before(struct text values)
{
    bool is_quoted = false;
    size_t length = 0;
    for (size_t i = 0; i < values.length; i++) {
        if (values.bytes[i] == '"')
            is_quoted = !is_quoted;
        else if (values.bytes[i] == ',' && !is_quoted)
            length = i + 1;
    }
    return length;
}

/* Bytes of a comparison that suits the field. */
static size_t
read_comparison(enum qualifier qualifier, struct text value, enum intv_comparison *comparison)
{
    const bool has_equals = value.length > 1 && value.bytes[1] == '=';
    *comparison = INTV_IS;
    if (value.length == 0 || (value.bytes[0] != '>' && value.bytes[0] != '<') ||
        (qualifier_comparisons(qualifier) >> INTV_AT_LEAST & 1) == 0)
        return 0;
    if (value.bytes[0] == '>')
        *comparison = has_equals ? INTV_AT_LEAST : INTV_MORE;
    else
        *comparison = has_equals ? INTV_AT_MOST : INTV_LESS;
    return has_equals ? 2 : 1;
}

/* Takes the name of a field, its colon and the values that stay off what was typed. */
static void
take_qualifier(struct completing *completing)
{
    const struct text typed = completing->typed;
    const char *colon = typed.length > 0 ? memchr(typed.bytes, ':', typed.length) : NULL;
    completing->qualifier = QUALIFIER_NONE;
    if (colon == NULL)
        return;
    const size_t length = (size_t)(colon - typed.bytes);
    completing->qualifier = qualifier_find((struct text){typed.bytes, length});
    if (completing->qualifier == QUALIFIER_NONE)
        return;
    const struct text values = {colon + 1, typed.length - length - 1};
    size_t kept = length_before(values);
    while (kept > 0 && kept < values.length && text_is_space(values.bytes[kept]))
        kept++;
    kept += read_comparison(completing->qualifier,
                            (struct text){values.bytes + kept, values.length - kept},
                            &completing->comparison);
    completing->kept = (struct text){values.bytes, kept};
    completing->typed = without_opening((struct text){values.bytes + kept, values.length - kept});
}

static enum intv_status
complete(struct intv_completion *completion, struct text typed, enum intv_language language,
         size_t limit)
{
    struct completing *completing = memory_new(1, sizeof(*completing));
    char *folded = NULL;
    size_t length = 0;
    if (completing == NULL)
        return INTV_ERROR_NO_MEMORY;
    completing->completion = completion;
    completing->language = language;
    completing->typed = without_opening(typed);
    take_qualifier(completing);
    completing->choices.most = limit;
    enum intv_status status = tokens_new(&completing->tokens);
    if (status == INTV_OK)
        status = fold_text(completing->typed, &folded, &length);
    completing->folded = (struct text){folded, length};
    if (status == INTV_OK)
        status = completing->qualifier != QUALIFIER_NONE ? complete_value(completing)
                                                         : complete_term(completing);
    memory_free(folded);
    tokens_free(completing->tokens);
    memory_free(completing);
    return status;
}

enum intv_status
intv_completion_new(struct intv_catalogue *catalogue, const char *typed, size_t length,
                    enum intv_language language, size_t limit, struct intv_completion **completion)
{
    if (completion != NULL)
        *completion = NULL;
    if (catalogue == NULL || completion == NULL || (typed == NULL && length > 0) ||
        (unsigned)language > INTV_ENGLISH)
        return INTV_ERROR_INVALID_ARGUMENT;
    struct intv_completion *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    made->catalogue = intv_catalogue_ref(catalogue);
    if (limit == 0)
        limit = COMPLETION_USUAL;
    if (limit > COMPLETION_MOST)
        limit = COMPLETION_MOST;
    enum intv_status status = INTV_OK;
    if (length > 0 && length <= COMPLETION_LONGEST)
        status = complete(made, (struct text){typed, length}, language, limit);
    if (status != INTV_OK) {
        intv_completion_free(made);
        return status;
    }
    *completion = made;
    return INTV_OK;
}

void
intv_completion_free(struct intv_completion *completion)
{
    if (completion == NULL)
        return;
    for (size_t i = 0; i < completion->count; i++) {
        memory_free(completion->rows[i].text);
        memory_free(completion->rows[i].label);
    }
    intv_catalogue_unref(completion->catalogue);
    memory_free(completion);
}

/* ---- the public view ---- */

size_t
intv_completion_get_count(const struct intv_completion *completion)
{
    return completion != NULL ? completion->count : 0;
}

static const struct completion_row *
find_row(const struct intv_completion *completion, size_t index)
{
    return completion != NULL && index < completion->count ? &completion->rows[index] : NULL;
}

enum intv_completion_sort
intv_completion_get_sort(const struct intv_completion *completion, size_t index)
{
    const struct completion_row *row = find_row(completion, index);
    return row != NULL ? row->sort : INTV_COMPLETES_WORD;
}

const char *
intv_completion_get_text(const struct intv_completion *completion, size_t index)
{
    const struct completion_row *row = find_row(completion, index);
    return row != NULL ? row->text : "";
}

const char *
intv_completion_get_label(const struct intv_completion *completion, size_t index)
{
    const struct completion_row *row = find_row(completion, index);
    return row != NULL ? row->label : "";
}

uint32_t
intv_completion_get_record(const struct intv_completion *completion, size_t index)
{
    const struct completion_row *row = find_row(completion, index);
    return row != NULL ? row->record : INTV_NONE;
}

size_t
intv_completion_get_uses(const struct intv_completion *completion, size_t index)
{
    const struct completion_row *row = find_row(completion, index);
    return row != NULL ? row->uses : 0;
}
