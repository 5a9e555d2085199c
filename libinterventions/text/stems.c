/* SPDX-License-Identifier: EUPL-1.2 */
#include "text/stems.h"

#include <libstemmer.h>

#include "base/memory.h"

struct stemmer
{
    enum text_language language;
    struct sb_stemmer *snowball; /* NULL for other languages */
};

static bool
has_algorithm(const char *name)
{
    for (const char **names = sb_stemmer_list(); *names != NULL; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* From Snowball 3 on "dutch" is another stemmer, and Porter's is "dutch_porter". */
static const char *
algorithm_of(enum text_language language)
{
    if (language == TEXT_ENGLISH)
        return "english";
    return has_algorithm("dutch_porter") ? "dutch_porter" : "dutch";
}

enum intv_status
stemmer_new(enum text_language language, struct stemmer **stemmer)
{
    *stemmer = memory_new(1, sizeof(**stemmer));
    if (*stemmer == NULL)
        return INTV_ERROR_NO_MEMORY;
    (*stemmer)->language = language;
    if (language != TEXT_DUTCH && language != TEXT_ENGLISH)
        return INTV_OK;
    const char *name = algorithm_of(language);
    (*stemmer)->snowball = sb_stemmer_new(name, "UTF_8");
    if ((*stemmer)->snowball != NULL)
        return INTV_OK;
    stemmer_free(*stemmer);
    *stemmer = NULL;
    return has_algorithm(name) ? INTV_ERROR_NO_MEMORY : INTV_ERROR_INTERNAL;
}

void
stemmer_free(struct stemmer *stemmer)
{
    if (stemmer == NULL)
        return;
    sb_stemmer_delete(stemmer->snowball);
    memory_free(stemmer);
}

enum intv_status
stemmer_stem(struct stemmer *stemmer, struct text folded, struct text *stem)
{
    *stem = folded;
    if (stemmer->snowball == NULL || folded.length == 0 || folded.length > 100)
        return INTV_OK;
    const sb_symbol *stemmed =
        sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)folded.bytes, (int)folded.length);
    if (stemmed == NULL)
        return INTV_ERROR_NO_MEMORY;
    const int length = sb_stemmer_length(stemmer->snowball);
    if (length > 0)
        *stem = (struct text){(const char *)stemmed, (size_t)length};
    return INTV_OK;
}
