/* SPDX-License-Identifier: EUPL-1.2 */
#include "situation/situation.h"

#include "base/memory.h"
#include "index/names.h"
#include "situation/options.h"

enum
{
    NEAR = 3
};

const struct situation_limit_format SITUATION_LIMITS[SITUATION_LIMIT_COUNT] = {
#define LIMIT(NAME, name, value, nl, en) {name, value, {nl, en}},
#include "situation/limits.def"
#undef LIMIT
};

enum intv_status
intv_situation_new(struct intv_catalogue *catalogue, struct intv_situation **situation)
{
    if (situation != NULL)
        *situation = NULL;
    if (catalogue == NULL || situation == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    *situation = memory_new(1, sizeof(**situation));
    if (*situation == NULL)
        return INTV_ERROR_NO_MEMORY;
    (*situation)->catalogue = intv_catalogue_ref(catalogue);
    return INTV_OK;
}

static void
empty(struct intv_situation *situation)
{
    for (size_t i = 0; i < situation->option_count; i++)
        memory_free((void *)(uintptr_t)situation->options[i].text.bytes);
    memory_free(situation->criteria);
    memory_free(situation->options);
    memory_free(situation->said);
}

void
intv_situation_free(struct intv_situation *situation)
{
    if (situation == NULL)
        return;
    empty(situation);
    intv_catalogue_unref(situation->catalogue);
    memory_free(situation);
}

/* ---- criteria ---- */

static struct text
nearest_field(struct text written)
{
    struct text nearest = text_of("-");
    unsigned best = NEAR + 1;
    for (unsigned i = 0; i < CRITERION_COUNT; i++)
        for (unsigned language = 0; language < 2; language++) {
            const struct text name = text_of(CRITERION_FORMATS[i].name[language]);
            const unsigned distance = text_distance(name, written, NEAR);
            if (distance < best) {
                best = distance;
                nearest = name;
            }
        }
    return nearest;
}

enum
{
    ALL_FIELDS_SIZE = 400
};

/* The names of all fields with commas between. */
static struct text
join_fields(enum intv_language language, char all[ALL_FIELDS_SIZE])
{
    size_t length = 0;
    for (unsigned i = 0; i < CRITERION_COUNT; i++) {
        const struct text name = text_of(CRITERION_FORMATS[i].name[language]);
        if (length + name.length + 2 > ALL_FIELDS_SIZE)
            break;
        if (i > 0) {
            memcpy(all + length, ", ", 2);
            length += 2;
        }
        memcpy(all + length, name.bytes, name.length);
        length += name.length;
    }
    return (struct text){all, length};
}

static enum intv_status
refuse_field(struct text written, struct place place, struct intv_diagnostics *diagnostics)
{
    char dutch[ALL_FIELDS_SIZE];
    char english[ALL_FIELDS_SIZE];
    const struct report report = {DIAGNOSTIC_UNKNOWN_FIELD,
                                  place,
                                  {NULL, 0},
                                  {written, nearest_field(written), join_fields(INTV_DUTCH, dutch),
                                   join_fields(INTV_ENGLISH, english)}};
    return diagnostics_report(diagnostics, &report);
}

static enum intv_status
add_option(struct intv_situation *situation, const struct option_context *context,
           struct text written)
{
    struct option option;
    const enum intv_status status = option_read(context, written, &option);
    if (status != INTV_OK)
        return status;
    char *copy = memory_copy_text(written.bytes, written.length);
    if (copy == NULL || !memory_reserve(&situation->options, &situation->option_capacity,
                                        situation->option_count + 1, sizeof(*situation->options))) {
        memory_free(copy);
        return diagnostics_no_memory(context->diagnostics);
    }
    option.text = (struct text){copy, written.length};
    situation->options[situation->option_count++] = option;
    return INTV_OK;
}

static void
forget_options(struct intv_situation *situation, size_t count)
{
    while (situation->option_count > count)
        memory_free((void *)(uintptr_t)situation->options[--situation->option_count].text.bytes);
}

/* Whether a number is within a limit; INTV_ERROR_LIMIT after reporting. */
static enum intv_status
check_limit(size_t number, enum situation_limit limit, struct place place,
            struct intv_diagnostics *diagnostics)
{
    const struct situation_limit_format *format = &SITUATION_LIMITS[limit];
    char digits[DIGITS_SIZE];
    if (number <= format->value)
        return INTV_OK;
    const struct report report = {
        DIAGNOSTIC_SITUATION_LIMIT_REACHED,
        place,
        {NULL, 0},
        {text_of(format->name), text_of_number((int64_t)format->value, digits),
         text_of(format->explanation[INTV_DUTCH]), text_of(format->explanation[INTV_ENGLISH])}};
    return diagnostics_report(diagnostics, &report);
}

enum intv_status
situation_open_criterion(struct intv_situation *situation, enum intv_importance importance,
                         struct text field, struct place place,
                         struct intv_diagnostics *diagnostics)
{
    const enum criterion_field found = criterion_find(field);
    if (found == CRITERION_COUNT)
        return refuse_field(field, place, diagnostics);
    const enum intv_status status =
        check_limit(situation->criterion_count + 1, SITUATION_LIMIT_CRITERIA, place, diagnostics);
    if (status != INTV_OK)
        return status;
    if (!memory_reserve(&situation->criteria, &situation->criterion_capacity,
                        situation->criterion_count + 1, sizeof(*situation->criteria)))
        return diagnostics_no_memory(diagnostics);
    situation->criteria[situation->criterion_count++] =
        (struct criterion){found, importance, (uint32_t)situation->option_count, 0};
    return INTV_OK;
}

enum intv_status
situation_add_option(struct intv_situation *situation, struct text written, struct place place,
                     struct intv_diagnostics *diagnostics)
{
    struct criterion *criterion = &situation->criteria[situation->criterion_count - 1];
    const struct option_context context = {situation->catalogue, criterion->field, place,
                                           diagnostics};
    enum intv_status status =
        check_limit(situation->option_count + 1, SITUATION_LIMIT_OPTIONS, place, diagnostics);
    if (status == INTV_OK)
        status = check_limit(written.length, SITUATION_LIMIT_OPTION_BYTES, place, diagnostics);
    if (status == INTV_OK)
        status = add_option(situation, &context, written);
    if (status == INTV_OK)
        criterion->option_count++;
    return status;
}

/* Every option is read, so that everything wrong is reported; wrong ones count for the limit too. */
static enum intv_status
add_options(struct intv_situation *situation, struct text value, struct place place,
            struct intv_diagnostics *diagnostics)
{
    const size_t first = situation->option_count;
    enum intv_status status = INTV_OK;
    size_t count = 0;
    struct text rest = value;
    struct text part;
    while (text_next_part(&rest, ',', &part)) {
        const enum intv_status limited =
            check_limit(first + ++count, SITUATION_LIMIT_OPTIONS, place, diagnostics);
        if (limited != INTV_OK)
            return limited;
        const enum intv_status added =
            situation_add_option(situation, text_trim(part), place, diagnostics);
        if (status == INTV_OK)
            status = added;
    }
    return status;
}

enum intv_status
situation_add(struct intv_situation *situation, enum intv_importance importance, struct text field,
              struct text value, struct place place, struct intv_diagnostics *diagnostics)
{
    const size_t first = situation->option_count;
    enum intv_status status =
        situation_open_criterion(situation, importance, field, place, diagnostics);
    if (status != INTV_OK)
        return status;
    status = add_options(situation, value, place, diagnostics);
    if (status != INTV_OK) {
        forget_options(situation, first);
        situation->criterion_count--;
    }
    return status;
}

enum intv_status
intv_situation_add(struct intv_situation *situation, enum intv_importance importance,
                   const char *field, const char *value, struct intv_diagnostics *diagnostics)
{
    const struct place nowhere = {NULL, 0, 0};
    if (situation == NULL || field == NULL || value == NULL || (unsigned)importance > INTV_WISH)
        return INTV_ERROR_INVALID_ARGUMENT;
    return situation_add(situation, importance, text_of(field), text_of(value), nowhere,
                         diagnostics);
}

/* ---- preconditions ---- */

static enum intv_status
refuse_precondition(const struct intv_situation *situation, const struct names_filter *filter,
                    struct text written, struct place place, struct intv_diagnostics *diagnostics)
{
    const uint32_t near = names_suggest(situation->catalogue, filter, written);
    const struct report report = {
        DIAGNOSTIC_UNKNOWN_PRECONDITION,
        place,
        {NULL, 0},
        {written, near != INTV_NONE ? catalogue_id(situation->catalogue, near) : text_of("-")}};
    return diagnostics_report(diagnostics, &report);
}

enum intv_precondition_state
situation_said_of(const struct intv_situation *situation, uint32_t precondition)
{
    for (size_t i = 0; i < situation->said_count; i++)
        if (situation->said[i].precondition == precondition)
            return situation->said[i].state;
    return INTV_UNSAID;
}

enum intv_status
situation_say(struct intv_situation *situation, struct text precondition,
              enum intv_precondition_state state, struct place place,
              struct intv_diagnostics *diagnostics)
{
    const struct names_filter filter = {KIND_BIT(KIND_PRECONDITION), NULL};
    uint32_t record = INTV_NONE;
    uint32_t other = INTV_NONE;
    const enum intv_status status =
        names_find(situation->catalogue, &filter, precondition, &record, &other);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(diagnostics);
    if (status != INTV_OK || record == INTV_NONE)
        return refuse_precondition(situation, &filter, precondition, place, diagnostics);
    if (other != INTV_NONE) {
        const struct ambiguity both = {
            precondition, {text_of("randvoorwaarde"), text_of("precondition")}, record, other};
        return option_refuse_ambiguous(situation->catalogue, &both, place, diagnostics);
    }
    const enum intv_precondition_state before = situation_said_of(situation, record);
    if (before == state)
        return INTV_OK;
    if (before != INTV_UNSAID)
        return diagnostics_add(diagnostics, DIAGNOSTIC_DUPLICATE_STATE, place,
                               catalogue_id(situation->catalogue, record).bytes, NULL, NULL, NULL);
    if (!memory_reserve(&situation->said, &situation->said_capacity, situation->said_count + 1,
                        sizeof(*situation->said)))
        return diagnostics_no_memory(diagnostics);
    situation->said[situation->said_count++] = (struct said){record, state};
    return INTV_OK;
}

enum intv_status
intv_situation_set_precondition(struct intv_situation *situation, const char *precondition,
                                enum intv_precondition_state state,
                                struct intv_diagnostics *diagnostics)
{
    const struct place nowhere = {NULL, 0, 0};
    if (situation == NULL || precondition == NULL || state < INTV_PRESENT || state > INTV_ABSENT)
        return INTV_ERROR_INVALID_ARGUMENT;
    return situation_say(situation, text_of(precondition), state, nowhere, diagnostics);
}

/* ---- the rest ---- */

enum intv_status
intv_situation_set_as_of(struct intv_situation *situation, const char *date)
{
    if (situation == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const uint32_t as_of = date != NULL ? text_to_date(text_of(date)) : 0;
    if (date != NULL && (as_of == 0 || as_of % 100 == 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    situation->as_of = as_of;
    return INTV_OK;
}

enum intv_status
intv_situation_include(struct intv_situation *situation, uint32_t include)
{
    const uint32_t known = 2 * INTV_INCLUDE_DELIVERERS - 1;
    if (situation == NULL || (include & ~known) != 0)
        return INTV_ERROR_INVALID_ARGUMENT;
    situation->include |= include;
    return INTV_OK;
}

size_t
intv_situation_get_criterion_count(const struct intv_situation *situation)
{
    return situation != NULL ? situation->criterion_count : 0;
}

const char *
intv_criterion_get_field_name(size_t index, enum intv_language language)
{
    return index < CRITERION_COUNT ? CRITERION_FORMATS[index].name[language == INTV_ENGLISH] : NULL;
}

const char *
intv_criterion_get_field_explanation(size_t index)
{
    return index < CRITERION_COUNT ? CRITERION_FORMATS[index].asked : NULL;
}

/* ---- copies ---- */

static bool
copy_rows(void *to, size_t *capacity, const void *from, size_t count, size_t size)
{
    void *rows;
    if (count == 0)
        return true;
    if (!memory_reserve(to, capacity, count, size))
        return false;
    memcpy(&rows, to, sizeof(rows));
    memcpy(rows, from, count * size);
    return true;
}

static bool
copy_options(struct intv_situation *copy, const struct intv_situation *situation)
{
    if (!memory_reserve(&copy->options, &copy->option_capacity, situation->option_count + 1,
                        sizeof(*copy->options)))
        return false;
    for (size_t i = 0; i < situation->option_count; i++) {
        const struct option *option = &situation->options[i];
        char *text = memory_copy_text(option->text.bytes, option->text.length);
        if (text == NULL)
            return false;
        copy->options[i] = *option;
        copy->options[i].text.bytes = text;
        copy->option_count++;
    }
    return true;
}

struct intv_situation *
situation_copy(const struct intv_situation *situation)
{
    struct intv_situation *copy = NULL;
    if (intv_situation_new(situation->catalogue, &copy) != INTV_OK)
        return NULL;
    copy->as_of = situation->as_of;
    copy->include = situation->include;
    if (!copy_rows(&copy->criteria, &copy->criterion_capacity, situation->criteria,
                   situation->criterion_count, sizeof(*copy->criteria)) ||
        !copy_rows(&copy->said, &copy->said_capacity, situation->said, situation->said_count,
                   sizeof(*copy->said)) ||
        !copy_options(copy, situation)) {
        intv_situation_free(copy);
        return NULL;
    }
    copy->criterion_count = situation->criterion_count;
    copy->said_count = situation->said_count;
    return copy;
}

void
situation_take(struct intv_situation *situation, struct intv_situation *other)
{
    const struct intv_situation before = *situation;
    *situation = *other;
    *other = before;
}
