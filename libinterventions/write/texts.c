/* SPDX-License-Identifier: EUPL-1.2 */
#include "write/texts.h"

#include <string.h>

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
    return "";
}
