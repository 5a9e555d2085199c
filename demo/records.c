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

/* ---- finding a record ---- */

/* Tells that nothing is called so; a kind of INTV_NONE stands for all. */
static uint32_t
refuse_id(struct program *program, const char *name, const char *id, uint32_t kind)
{
    const uint32_t near = intv_catalogue_find_nearest(program->catalogue, kind, id);
    message_say(program, kind == INTV_KIND_INTERVENTION ? "unknown-intervention" : "unknown-id",
                name, NULL,
                near != INTV_NONE ? intv_record_get_id(program->catalogue, near) : NULL);
    return INTV_NONE;
}

static uint32_t
refuse_ambiguous(struct program *program, const char *written, uint32_t one, uint32_t other)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    char both[400];
    snprintf(both, sizeof(both), "%s:%.150s, %s:%.150s",
             intv_kind_get_name(intv_record_get_kind(catalogue, one)),
             intv_record_get_id(catalogue, one),
             intv_kind_get_name(intv_record_get_kind(catalogue, other)),
             intv_record_get_id(catalogue, other));
    message_say(program, "ambiguous-id", written, both, NULL);
    return INTV_NONE;
}

/* What is no id may be a name. */
static uint32_t
find_named(struct program *program, const char *name, const char *written, uint32_t kind)
{
    uint32_t records[2];
    size_t count = 0;
    const enum intv_status status =
        intv_catalogue_find_named(program->catalogue, kind, written, records, 2, &count);
    if (status != INTV_OK) {
        message_say(program, "failed", intv_status_get_text(status, program->language), NULL, NULL);
        return INTV_NONE;
    }
    if (count == 0)
        return refuse_id(program, name, written, kind);
    return count == 1 ? records[0] : refuse_ambiguous(program, name, records[0], records[1]);
}

/* An id without its kind: an intervention, else the only record of that id or name. */
static uint32_t
find_anywhere(struct program *program, const char *id)
{
    const uint32_t intervention =
        intv_catalogue_find(program->catalogue, INTV_KIND_INTERVENTION, id);
    uint32_t found = INTV_NONE;
    if (intervention != INTV_NONE)
        return intervention;
    for (unsigned kind = 0; kind < intv_kind_get_count(); kind++) {
        const uint32_t record = intv_catalogue_find(program->catalogue, (enum intv_kind)kind, id);
        if (record != INTV_NONE && found != INTV_NONE)
            return refuse_ambiguous(program, id, found, record);
        found = record != INTV_NONE ? record : found;
    }
    return found != INTV_NONE ? found : find_named(program, id, id, INTV_NONE);
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
    return record != INTV_NONE ? record : find_named(program, name, mark + 1, kind);
}

uint32_t
records_find(struct program *program, const char *name, bool only_interventions)
{
    const char *mark = strchr(name, ':');
    if (mark == NULL && only_interventions) {
        const uint32_t record =
            intv_catalogue_find(program->catalogue, INTV_KIND_INTERVENTION, name);
        return record != INTV_NONE ? record
                                   : find_named(program, name, name, INTV_KIND_INTERVENTION);
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
    for (unsigned i = 0; i < intv_kind_get_count(); i++) {
        const char *name = intv_kind_get_name((enum intv_kind)i);
        if (is_kind_name(name, written)) {
            *kind = (enum intv_kind)i;
            return true;
        }
        nearest_offer(&nearest, name);
        nearest_offer(&nearest, words_get_of(program, "kinds", name));
        if (i > 0)
            strncat(expected, ", ", sizeof(expected) - strlen(expected) - 1);
        strncat(expected, name, sizeof(expected) - strlen(expected) - 1);
    }
    message_say(program, "unknown-kind", written, expected, nearest.best);
    return false;
}
