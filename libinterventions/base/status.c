/* SPDX-License-Identifier: EUPL-1.2 */
#include <interventions/types.h>

struct status_text
{
    const char *name;
    const char *text[2];
};

#define INTV_ERROR_OK INTV_OK
#define STATUS(NAME, number, name, nl, en)                                                         \
    _Static_assert((int)INTV_ERROR_##NAME == (number), "numbers of statuses never change");
#include "base/statuses.def"
#undef STATUS

static const struct status_text STATUSES[] = {
#define STATUS(NAME, number, name, nl, en) [number] = {name, {nl, en}},
#include "base/statuses.def"
#undef STATUS
};

enum
{
    STATUS_COUNT = sizeof(STATUSES) / sizeof(STATUSES[0])
};

const char *
intv_status_get_name(enum intv_status status)
{
    return (unsigned)status < STATUS_COUNT ? STATUSES[(unsigned)status].name : "unknown-status";
}

const char *
intv_status_get_text(enum intv_status status, enum intv_language language)
{
    static const char *const UNKNOWN[2] = {"Onbekende uitkomst.", "Unknown status."};
    const unsigned number = language == INTV_ENGLISH ? 1 : 0;
    if ((unsigned)status >= STATUS_COUNT)
        return UNKNOWN[number];
    return STATUSES[(unsigned)status].text[number];
}
