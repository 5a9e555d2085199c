/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/collation.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "base/memory.h"
#include "base/utf8.h"

struct collation
{
    UCollator *collator;
};

enum intv_status
collation_new(enum intv_language language, struct collation **collation)
{
    /*
     * A warning that the order of the root is used is no error: neither language has one of its
     * own.
     */
    UErrorCode error = U_ZERO_ERROR;
    *collation = memory_new(1, sizeof(**collation));
    if (*collation == NULL)
        return INTV_ERROR_NO_MEMORY;
    (*collation)->collator = ucol_open(language == INTV_ENGLISH ? "en" : "nl", &error);
    if (U_SUCCESS(error))
        return INTV_OK;
    collation_free(*collation);
    *collation = NULL;
    return error == U_MEMORY_ALLOCATION_ERROR ? INTV_ERROR_NO_MEMORY : INTV_ERROR_INTERNAL;
}

void
collation_free(struct collation *collation)
{
    if (collation == NULL)
        return;
    ucol_close(collation->collator);
    memory_free(collation);
}

/* The key of a text in UTF-16; ICU ends it with a zero byte that does not count. */
static enum intv_status
make_key(const struct collation *collation, const UChar *units, int32_t count, unsigned char **key,
         size_t *length)
{
    const int32_t size = ucol_getSortKey(collation->collator, units, count, NULL, 0);
    if (size <= 0)
        return INTV_ERROR_NO_MEMORY;
    *key = memory_room((size_t)size);
    if (*key == NULL)
        return INTV_ERROR_NO_MEMORY;
    ucol_getSortKey(collation->collator, units, count, *key, size);
    *length = (size_t)size - 1;
    return INTV_OK;
}

enum intv_status
collation_key(struct collation *collation, struct text text, unsigned char **key, size_t *length)
{
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = 0;
    UChar *units;
    *key = NULL;
    *length = 0;
    if (text.length > INT32_MAX / 2)
        return INTV_ERROR_LIMIT;
    units = memory_new(text.length + 1, sizeof(*units));
    if (units == NULL)
        return status;
    u_strFromUTF8WithSub(units, (int32_t)text.length + 1, &count, text.bytes, (int32_t)text.length,
                         UTF8_REPLACEMENT, NULL, &error);
    if (U_SUCCESS(error))
        status = make_key(collation, units, count, key, length);
    memory_free(units);
    return status;
}
