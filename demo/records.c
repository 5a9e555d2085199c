/* SPDX-License-Identifier: EUPL-1.2 */
/* Opening the catalogue and finding records in it. */
#include <stdlib.h>
#include <string.h>

#include "messages.h"
#include "nearest.h"
#include "program.h"
#include "words.h"

/* ---- loading ---- */

static bool
set_limit(struct program *program, struct intv_loader *loader, const char *written)
{
    const char *mark = strchr(written, '=');
    uint64_t number = 0;
    char name[64] = "";
    if (mark == NULL || (size_t)(mark - written) >= sizeof(name)) {
        message_say_of(program, "limit-of", "not-pair", written, "NAME=N", NULL);
        return false;
    }
    memcpy(name, written, (size_t)(mark - written));
    if (!options_read_number(mark + 1, &number)) {
        message_say_of(program, "limit-of", "bad-number", mark + 1, NULL, NULL);
        return false;
    }
    if (intv_loader_set_limit(loader, name, number) == INTV_OK)
        return true;
    struct nearest nearest = nearest_begin(name);
    for (size_t i = 0; intv_limit_get_name(i) != NULL; i++)
        nearest_offer(&nearest, intv_limit_get_name(i));
    message_say_of(program, "limit-of", "unknown-limit", name, NULL, nearest.best);
    return false;
}

static bool
apply_option(struct program *program, struct intv_loader *loader, const struct given *given)
{
    if (given->id == OPTION_LIMIT_OF)
        return set_limit(program, loader, given->argument);
    if (given->id == OPTION_LENIENT)
        return intv_loader_set_lenient(loader, 1) == INTV_OK;
    if (given->id != OPTION_CATALOGUE)
        return true;
    if (intv_loader_add_path(loader, given->argument) == INTV_OK)
        return true;
    message_say(program, "no-memory", NULL, NULL, NULL);
    return false;
}

struct intv_loader *
records_new_loader(struct program *program)
{
    const struct options *options = &program->options;
    struct intv_loader *loader = NULL;
    if (intv_loader_new(&loader) != INTV_OK) {
        message_say(program, "no-memory", NULL, NULL, NULL);
        return NULL;
    }
    for (size_t i = 0; i < options->given_count; i++)
        if (!apply_option(program, loader, &options->given[i])) {
            intv_loader_free(loader);
            return NULL;
        }
    return loader;
}

static bool
has_paths(const struct options *options)
{
    for (size_t i = 0; i < options->given_count; i++)
        if (options->given[i].id == OPTION_CATALOGUE)
            return true;
    return false;
}

bool
records_open(struct program *program)
{
    struct intv_loader *loader = records_new_loader(program);
    enum intv_status status;
    if (loader == NULL)
        return false;
    if (has_paths(&program->options))
        status = intv_loader_load(loader, &program->catalogue, program->diagnostics);
    else
        status = intv_catalogue_builtin(&program->catalogue);
    intv_loader_free(loader);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, NULL, NULL);
    if (status != INTV_OK && told == 0)
        message_say(program, "no-catalogue", intv_status_get_text(status, program->language), NULL,
                    NULL);
    return status == INTV_OK;
}

void
records_print_incomplete(struct program *program)
{
    char records[WORDS_NUMBER_SIZE];
    char facts[WORDS_NUMBER_SIZE];
    if (!intv_catalogue_is_incomplete(program->catalogue))
        return;
    words_line(program, 0, STYLE_DOUBT, "incomplete",
               words_number(intv_catalogue_get_dropped_records(program->catalogue), records),
               words_number(intv_catalogue_get_dropped_facts(program->catalogue), facts));
    terminal_blank(&program->out);
}

/* ---- finding a record ---- */

static void
offer_ids(struct program *program, enum intv_kind kind, struct nearest *nearest)
{
    const uint32_t count = intv_catalogue_get_record_count(program->catalogue, kind);
    for (uint32_t i = 0; i < count; i++)
        nearest_offer(nearest,
                      intv_record_get_id(program->catalogue,
                                         intv_catalogue_get_record(program->catalogue, kind, i)));
}

static uint32_t
refuse_id(struct program *program, const char *name, const char *id, enum intv_kind first,
          enum intv_kind last)
{
    struct nearest nearest = nearest_begin(id);
    for (unsigned kind = first; kind <= (unsigned)last; kind++)
        offer_ids(program, (enum intv_kind)kind, &nearest);
    message_say(program,
                first == INTV_KIND_INTERVENTION && first == last ? "unknown-intervention"
                                                                 : "unknown-id",
                name, NULL, nearest.best);
    return INTV_NONE;
}

static uint32_t
refuse_ambiguous(struct program *program, const char *id, const char *one, const char *other)
{
    char both[400];
    snprintf(both, sizeof(both), "%s:%.150s, %s:%.150s", one, id, other, id);
    message_say(program, "ambiguous-id", id, both, NULL);
    return INTV_NONE;
}

/* An id without its kind: an intervention, else the only record of that id. */
static uint32_t
find_anywhere(struct program *program, const char *id)
{
    uint32_t found = intv_catalogue_find(program->catalogue, INTV_KIND_INTERVENTION, id);
    const char *first = NULL;
    for (unsigned kind = 0; kind < INTV_KIND_COUNT && (found == INTV_NONE || first != NULL);
         kind++) {
        const uint32_t record = intv_catalogue_find(program->catalogue, (enum intv_kind)kind, id);
        if (record == INTV_NONE)
            continue;
        if (first != NULL)
            return refuse_ambiguous(program, id, first, KIND_NAMES[kind]);
        first = KIND_NAMES[kind];
        found = record;
    }
    if (found == INTV_NONE)
        refuse_id(program, id, id, INTV_KIND_SCHEME, INTV_KIND_POLICY_STATEMENT);
    return found;
}

static uint32_t
find_of_kind(struct program *program, const char *name, const char *mark)
{
    enum intv_kind kind;
    char written[64] = "";
    if ((size_t)(mark - name) < sizeof(written))
        memcpy(written, name, (size_t)(mark - name));
    if (!records_read_kind(program, written, &kind))
        return INTV_NONE;
    const uint32_t record = intv_catalogue_find(program->catalogue, kind, mark + 1);
    return record != INTV_NONE ? record : refuse_id(program, name, mark + 1, kind, kind);
}

uint32_t
records_find(struct program *program, const char *name, bool only_interventions)
{
    const char *mark = strchr(name, ':');
    if (mark == NULL && only_interventions) {
        const uint32_t record =
            intv_catalogue_find(program->catalogue, INTV_KIND_INTERVENTION, name);
        return record != INTV_NONE
                   ? record
                   : refuse_id(program, name, name, INTV_KIND_INTERVENTION, INTV_KIND_INTERVENTION);
    }
    const uint32_t record =
        mark != NULL ? find_of_kind(program, name, mark) : find_anywhere(program, name);
    if (record == INTV_NONE || !only_interventions ||
        intv_record_get_kind(program->catalogue, record) == INTV_KIND_INTERVENTION)
        return record;
    message_say(program, "not-intervention", name, NULL, NULL);
    return INTV_NONE;
}

/* ---- kinds ---- */

const char *const KIND_NAMES[INTV_KIND_COUNT] = {
    [INTV_KIND_SCHEME] = "scheme",
    [INTV_KIND_CONCEPT] = "concept",
    [INTV_KIND_ELEMENT] = "element",
    [INTV_KIND_PRECONDITION] = "precondition",
    [INTV_KIND_INTERVENTION] = "intervention",
    [INTV_KIND_EVALUATION] = "evaluation",
    [INTV_KIND_RATING] = "rating",
    [INTV_KIND_FUNDING_SCHEME] = "funding-scheme",
    [INTV_KIND_ORGANISATION] = "organisation",
    [INTV_KIND_MUNICIPALITY] = "municipality",
    [INTV_KIND_SOURCE] = "source",
    [INTV_KIND_POLICY_STATEMENT] = "policy-statement",
};

/* A kind goes by its name in the format and by its words, one or many, in both languages. */
static bool
is_kind_name(const char *kind, const char *written)
{
    static const char *const FORMS[] = {"kind", "kinds"};
    char name[64];
    if (strcmp(kind, written) == 0)
        return true;
    for (unsigned form = 0; form < 2; form++) {
        snprintf(name, sizeof(name), "%s-%s", FORMS[form], kind);
        if (strcmp(intv_text_get(name, INTV_DUTCH), written) == 0 ||
            strcmp(intv_text_get(name, INTV_ENGLISH), written) == 0)
            return true;
    }
    return false;
}

bool
records_read_kind(struct program *program, const char *written, enum intv_kind *kind)
{
    char expected[300] = "";
    struct nearest nearest = nearest_begin(written);
    for (unsigned i = 0; i < INTV_KIND_COUNT; i++) {
        if (is_kind_name(KIND_NAMES[i], written)) {
            *kind = (enum intv_kind)i;
            return true;
        }
        nearest_offer(&nearest, KIND_NAMES[i]);
        nearest_offer(&nearest, words_get_of(program, "kinds", KIND_NAMES[i]));
        if (i > 0)
            strncat(expected, ", ", sizeof(expected) - strlen(expected) - 1);
        strncat(expected, KIND_NAMES[i], sizeof(expected) - strlen(expected) - 1);
    }
    message_say(program, "unknown-kind", written, expected, nearest.best);
    return false;
}
