/* SPDX-License-Identifier: EUPL-1.2 */
/* The words that every program says, in Dutch and English; the table is write/texts.def. */
#ifndef WRITE_TEXTS_H
#define WRITE_TEXTS_H

#include <interventions/texts.h>

enum text_id
{
#define TEXT(NAME, name, nl, en) TEXT_##NAME,
#include "write/texts.def"
#undef TEXT
    TEXT_COUNT
};

/* The text, which lives for ever; "" for a number that is no text. */
const char *texts_say(enum text_id text, enum intv_language language);

/* Its stable name; "" for a number that is no text. */
const char *texts_name(enum text_id text);

#endif
