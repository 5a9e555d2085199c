/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/situation_json.h"

#include <interventions/match.h>

enum
{
    STRING = JSON_TYPE_BIT(JSON_STRING),
    STRING_OR_NULL = JSON_TYPE_BIT(JSON_STRING) | JSON_TYPE_BIT(JSON_NULL),
    ARRAY = JSON_TYPE_BIT(JSON_ARRAY)
};

enum situation_member
{
    FORMAT,
    AS_OF,
    CRITERIA,
    PRECONDITIONS,
    INCLUDE,
    SITUATION_MEMBERS
};
static const struct json_member SITUATION[SITUATION_MEMBERS] = {
    [FORMAT] = {"format", STRING, false},    [AS_OF] = {"as_of", STRING_OR_NULL, false},
    [CRITERIA] = {"criteria", ARRAY, false}, [PRECONDITIONS] = {"preconditions", ARRAY, false},
    [INCLUDE] = {"include", ARRAY, false},
};

enum criterion_member
{
    CRITERION_MEMBER_FIELD,
    CRITERION_MEMBER_IMPORTANCE,
    CRITERION_MEMBER_WANTED,
    CRITERION_MEMBERS
};
static const struct json_member CRITERION[CRITERION_MEMBERS] = {
    {"field", STRING, true}, {"importance", STRING, true}, {"wanted", ARRAY, true}};

enum said_member
{
    SAID_ID,
    SAID_STATE,
    SAID_MEMBERS
};
static const struct json_member SAID[SAID_MEMBERS] = {{"id", STRING, true},
                                                      {"state", STRING, true}};

struct situation_taker
{
    struct intv_situation *situation;
    struct json_check *check;
};

/* Calls another part of the library that reports by itself, with the path of a value. */
static void
enter(const struct situation_taker *taker, const struct json_value *value,
      char path[JSON_PATH_SIZE])
{
    json_value_path(value, path);
    diagnostics_set_path(taker->check->diagnostics, path);
}

static void
leave(const struct situation_taker *taker, enum intv_status status)
{
    diagnostics_set_path(taker->check->diagnostics, NULL);
    json_check_count(taker->check, status);
}

/* ---- criteria ---- */

static void
take_option(const struct situation_taker *taker, const struct json_value *option)
{
    char path[JSON_PATH_SIZE];
    if (!json_check_type(taker->check, option, STRING))
        return;
    enter(taker, option, path);
    leave(taker,
          situation_add_option(taker->situation, text_trim(option->text),
                               json_check_place(taker->check, option), taker->check->diagnostics));
}

static bool
open_criterion(const struct situation_taker *taker, const struct json_value *const *members)
{
    static const char *const IMPORTANCES[] = {"must", "wish", NULL};
    const struct json_value *field = members[CRITERION_MEMBER_FIELD];
    const size_t before = taker->situation->criterion_count;
    unsigned importance = 0;
    char path[JSON_PATH_SIZE];
    const bool is_good = json_check_code(taker->check, members[CRITERION_MEMBER_IMPORTANCE],
                                         "importance", IMPORTANCES, &importance);
    enter(taker, field, path);
    leave(taker, situation_open_criterion(taker->situation, importance == 0 ? INTV_MUST : INTV_WISH,
                                          field->text, json_check_place(taker->check, field),
                                          taker->check->diagnostics));
    return taker->situation->criterion_count > before && is_good;
}

static void
take_criterion(const struct situation_taker *taker, const struct json_value *criterion)
{
    const struct json_value *members[CRITERION_MEMBERS];
    const struct text name[5] = {text_of("wanted")};
    if (!json_check_members(taker->check, criterion, CRITERION, CRITERION_MEMBERS, members) ||
        !open_criterion(taker, members))
        return;
    const struct json_value *wanted = members[CRITERION_MEMBER_WANTED];
    if (wanted->count == 0)
        json_check_report(taker->check, DIAGNOSTIC_EMPTY_LIST, wanted, name);
    for (const struct json_value *option = wanted->first;
         option != NULL && !json_check_is_full(taker->check); option = option->next)
        take_option(taker, option);
}

/* ---- the rest ---- */

static void
take_said(const struct situation_taker *taker, const struct json_value *said)
{
    const char *const states[] = {intv_precondition_state_get_name(INTV_PRESENT),
                                  intv_precondition_state_get_name(INTV_PARTLY_PRESENT),
                                  intv_precondition_state_get_name(INTV_ABSENT), NULL};
    const struct json_value *members[SAID_MEMBERS];
    unsigned state = 0;
    char path[JSON_PATH_SIZE];
    if (!json_check_members(taker->check, said, SAID, SAID_MEMBERS, members) ||
        !json_check_code(taker->check, members[SAID_STATE], "state", states, &state))
        return;
    enter(taker, members[SAID_ID], path);
    leave(taker, situation_say(taker->situation, members[SAID_ID]->text,
                               (enum intv_precondition_state)(INTV_PRESENT + state),
                               json_check_place(taker->check, members[SAID_ID]),
                               taker->check->diagnostics));
}

static void
take_include(const struct situation_taker *taker, const struct json_value *include)
{
    const char *names[33] = {NULL}; /* as many as the set has bits, and an end */
    unsigned bit = 0;
    for (unsigned i = 0; intv_include_get_name(UINT32_C(1) << i) != NULL; i++)
        names[i] = intv_include_get_name(UINT32_C(1) << i);
    if (json_check_type(taker->check, include, STRING) &&
        json_check_code(taker->check, include, "include", names, &bit))
        taker->situation->include |= UINT32_C(1) << bit;
}

static void
take_as_of(const struct situation_taker *taker, const struct json_value *value)
{
    const struct text parameters[5] = {value->text, text_of("as_of")};
    if (value->type == JSON_NULL)
        return;
    const uint32_t date = text_to_date(value->text);
    if (date == 0 || date % 100 == 0)
        json_check_report(taker->check, DIAGNOSTIC_BAD_DAY, value, parameters);
    taker->situation->as_of = date;
}

typedef void (*part_taker)(const struct situation_taker *taker, const struct json_value *part);

static void
take_each(const struct situation_taker *taker, const struct json_value *array, part_taker take)
{
    const struct json_value *part = array != NULL ? array->first : NULL;
    for (; part != NULL && !json_check_is_full(taker->check); part = part->next)
        take(taker, part);
}

void
situation_json_take(struct intv_situation *situation, struct json_check *check,
                    const struct json_value *object)
{
    const struct situation_taker taker = {situation, check};
    const struct json_value *members[SITUATION_MEMBERS];
    json_check_members(check, object, SITUATION, SITUATION_MEMBERS, members);
    if (members[FORMAT] != NULL)
        json_check_format(check, members[FORMAT], SITUATION_JSON_FORMAT);
    if (members[AS_OF] != NULL)
        take_as_of(&taker, members[AS_OF]);
    take_each(&taker, members[CRITERIA], take_criterion);
    take_each(&taker, members[PRECONDITIONS], take_said);
    take_each(&taker, members[INCLUDE], take_include);
}

/* Reads into a copy, which takes the place of the situation only when all went well. */
enum intv_status
intv_situation_read_json(struct intv_situation *situation, const char *name, const char *bytes,
                         size_t size, struct intv_diagnostics *diagnostics)
{
    const struct json_source source = {name, {bytes, size}};
    struct json_check check = {
        .name = name, .root = {"De situatie", "The situation"}, .diagnostics = diagnostics};
    struct json_document document;
    if (situation == NULL || name == NULL || (bytes == NULL && size > 0))
        return INTV_ERROR_INVALID_ARGUMENT;
    struct intv_situation *copy = situation_copy(situation);
    if (copy == NULL)
        return diagnostics_no_memory(diagnostics);
    check.status = json_document_read(&document, &source, diagnostics);
    if (check.status == INTV_OK)
        situation_json_take(copy, &check, document.root);
    if (check.status == INTV_OK)
        situation_take(situation, copy);
    json_document_free(&document);
    intv_situation_free(copy);
    return check.status;
}
