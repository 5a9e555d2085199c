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

/* Whether an option is among the given ones. */
static bool
has_given(const struct program *program, enum option_id id)
{
    for (size_t i = 0; i < program->options.given_count; i++)
        if (program->options.given[i].id == id)
            return true;
    return false;
}

static bool
set_limits(struct program *program, struct intv_loader *loader)
{
    for (size_t i = 0; i < program->options.given_count; i++)
        if (program->options.given[i].id == OPTION_LIMIT_OF &&
            !set_limit(program, loader, program->options.given[i].argument))
            return false;
    return true;
}

static enum intv_status
add_files(const struct program *program, struct intv_loader *loader, const char **files,
          size_t file_count)
{
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < program->options.given_count && status == INTV_OK; i++)
        if (program->options.given[i].id == OPTION_CATALOGUE)
            status = intv_loader_add_path(loader, program->options.given[i].argument);
    for (size_t i = 0; i < file_count && status == INTV_OK; i++)
        status = intv_loader_add_path(loader, files[i]);
    return status;
}

static enum intv_status
add_builtin(struct intv_loader *loader)
{
    struct intv_catalogue *builtin = NULL;
    enum intv_status status = intv_catalogue_builtin(&builtin);
    if (status == INTV_OK)
        status = intv_loader_add_catalogue(loader, builtin);
    intv_catalogue_unref(builtin);
    return status;
}

static enum intv_status
add_overlays(const struct program *program, struct intv_loader *loader)
{
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < program->options.given_count && status == INTV_OK; i++) {
        if (program->options.given[i].id != OPTION_OVERLAY)
            continue;
        status = intv_loader_begin_overlay(loader);
        if (status == INTV_OK)
            status = intv_loader_add_path(loader, program->options.given[i].argument);
    }
    return status;
}

static bool
say_no_catalogue(struct program *program, enum intv_status status)
{
    if (status == INTV_ERROR_NO_MEMORY)
        message_say(program, "no-memory", NULL, NULL, NULL);
    else if (status != INTV_OK)
        message_say(program, "no-catalogue", intv_status_get_text(status, program->language), NULL,
                    NULL);
    return status == INTV_OK;
}

struct intv_loader *
records_new_loader(struct program *program, const char **files, size_t file_count)
{
    struct intv_loader *loader = NULL;
    enum intv_status status = intv_loader_new(&loader);
    if (status == INTV_OK)
        status = intv_loader_set_lenient(loader, has_given(program, OPTION_LENIENT));
    bool is_good = status == INTV_OK && set_limits(program, loader);
    if (is_good) {
        status = file_count > 0 || has_given(program, OPTION_CATALOGUE)
                     ? add_files(program, loader, files, file_count)
                     : add_builtin(loader);
        if (status == INTV_OK)
            status = add_overlays(program, loader);
    }
    is_good = say_no_catalogue(program, status) && is_good;
    if (is_good)
        return loader;
    intv_loader_free(loader);
    return NULL;
}

bool
records_has_overlays(const struct program *program)
{
    return has_given(program, OPTION_OVERLAY);
}

bool
records_open(struct program *program)
{
    struct intv_loader *loader = records_new_loader(program, NULL, 0);
    enum intv_status status;
    if (loader == NULL)
        return false;
    if (has_given(program, OPTION_CATALOGUE) || has_given(program, OPTION_OVERLAY))
        status = intv_loader_load(loader, &program->catalogue, program->diagnostics);
    else
        status = intv_catalogue_builtin(&program->catalogue);
    intv_loader_free(loader);
    const size_t told = intv_diagnostics_get_count(program->diagnostics);
    message_say_diagnostics(program, NULL, NULL);
    if (status != INTV_OK && told == 0)
        say_no_catalogue(program, status);
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
