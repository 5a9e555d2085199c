/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/texts.h"

#include <interventions/catalogue.h>

#include <string.h>

#include "match/judge.h"
#include "model/format.h"

struct text_entry
{
    const char *name;
    const char *text[2]; /* by intv_language */
};

static const struct text_entry TEXTS[TEXT_COUNT] = {
#define TEXT(NAME, name, nl, en) [TEXT_##NAME] = {name, {nl, en}},
#include "write/texts.def"
#undef TEXT
};

const char *
texts_say(enum text_id text, enum intv_language language)
{
    if ((unsigned)text >= TEXT_COUNT)
        return "";
    return TEXTS[text].text[language == INTV_ENGLISH ? INTV_ENGLISH : INTV_DUTCH];
}

/* What stands behind a prefix in a name; NULL when the name begins otherwise. */
static const char *
skip_prefix(const char *name, const char *prefix)
{
    const size_t length = strlen(prefix);
    return strncmp(name, prefix, length) == 0 ? name + length : NULL;
}

/* Labels of the codes of the format, by list and code: "group-role-final". */
static const char *
say_of_code(const char *name, enum intv_language language)
{
    for (unsigned i = LIST_NONE + 1; i < LIST_COUNT; i++) {
        const enum code_list list = (enum code_list)i;
        const char *rest = skip_prefix(name, code_list_name(list));
        const unsigned code =
            rest != NULL && rest[0] == '-' ? code_find(list, text_of(rest + 1)) : CODE_NOT_STATED;
        if (code != CODE_NOT_STATED)
            return code_label(list, code, language);
    }
    return "";
}

/*
 * Labels of kinds and fields stand in the tables of the format: "kind-scheme", "field-cost"; those of
 * reasons in that of the match: "reason-broader".
 */
static const char *
say_of_table(const char *name, enum intv_language language)
{
    const char *kind = skip_prefix(name, "kind-");
    const char *field = skip_prefix(name, "field-");
    const char *reason = skip_prefix(name, "reason-");
    if (reason != NULL)
        return reason_label(text_of(reason), language);
    if (kind != NULL)
        return kind_label(kind_find(text_of(kind)), language);
    for (unsigned i = 0; field != NULL && i < FIELD_COUNT; i++)
        if (strcmp(FIELD_FORMATS[i].name, field) == 0)
            return field_label((enum field)i, language);
    return say_of_code(name, language);
}

const char *
texts_name(enum text_id text)
{
    return (unsigned)text < TEXT_COUNT ? TEXTS[text].name : "";
}

const char *
intv_text_get(const char *name, enum intv_language language)
{
    for (unsigned i = 0; name != NULL && i < TEXT_COUNT; i++)
        if (strcmp(TEXTS[i].name, name) == 0)
            return texts_say((enum text_id)i, language);
    return name != NULL ? say_of_table(name, language) : "";
}

/* ---- silences ---- */

struct silence_words
{
    const char *name;
    enum text_id label;
};

static const struct silence_words SILENCES[] = {
    [INTV_STATED] = {"stated", TEXT_SILENCE_STATED},
    [INTV_NOT_STATED] = {"not-stated", TEXT_SILENCE_NOT_STATED},
    [INTV_SILENCE_NONE] = {"none", TEXT_SILENCE_NONE},
    [INTV_NOT_READ] = {"not-read", TEXT_SILENCE_NOT_READ},
    [INTV_SEARCHED] = {"searched", TEXT_SILENCE_SEARCHED},
    [INTV_DROPPED] = {"dropped", TEXT_SILENCE_DROPPED},
};

static bool
is_silence(enum intv_silence silence)
{
    return (size_t)silence < sizeof(SILENCES) / sizeof(SILENCES[0]);
}

const char *
intv_silence_get_name(enum intv_silence silence)
{
    return is_silence(silence) ? SILENCES[silence].name : "unknown";
}

const char *
intv_silence_get_label(enum intv_silence silence, enum intv_language language)
{
    return is_silence(silence) ? texts_say(SILENCES[silence].label, language) : "";
}
