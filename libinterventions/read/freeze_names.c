/* SPDX-License-Identifier: EUPL-1.2 */
/* The names by which records are looked up, folded and sorted. */
#include <stdlib.h>

#include "base/memory.h"
#include "index/names.h"
#include "read/freeze_rows.h"
#include "text/analysis.h"
#include "text/fold.h"

struct name_key
{
    struct name_row row;
    const char *pool;
};

static int
compare_names(const void *one, const void *other)
{
    const struct name_key *a = one;
    const struct name_key *b = other;
    const int order = text_compare((struct text){a->pool + a->row.offset, a->row.length},
                                   (struct text){b->pool + b->row.offset, b->row.length});
    if (order != 0)
        return order;
    return (a->row.record > b->row.record) - (a->row.record < b->row.record);
}

static bool
sort_names(struct freezer *freezer)
{
    const size_t count = freezer->sections[SECTION_NAMES].count;
    struct name_row *names = freezer->sections[SECTION_NAMES].rows;
    struct name_key *keys = memory_new(count, sizeof(*keys));
    if (keys == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct name_key){names[i], freezer->sections[SECTION_POOL].rows};
    if (count > 0)
        qsort(keys, count, sizeof(*keys), compare_names);
    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].row;
    memory_free(keys);
    return true;
}

static bool
add_row(struct freezer *freezer, uint32_t record, struct text folded)
{
    uint32_t offset = 0;
    struct name_row *row = freeze_add_pool(freezer, folded, &offset)
                               ? freeze_add_rows(freezer, SECTION_NAMES, 1)
                               : NULL;
    if (row != NULL)
        *row = (struct name_row){offset, (uint32_t)folded.length, record};
    return row != NULL;
}

/*
 * The words of a name with one space between, without punctuation: people leave that out. Only
 * their length when words is NULL.
 */
static enum intv_status
write_words(struct tokens *tokens, struct text name, char *words, size_t *length)
{
    const struct token *token = NULL;
    enum intv_status status = INTV_OK;
    *length = 0;
    tokens_start(tokens, name);
    while ((status = tokens_next(tokens, &token)) == INTV_OK && token != NULL) {
        if (token->span > 1)
            continue;
        if (*length > 0 && words != NULL)
            words[*length] = ' ';
        *length += *length > 0;
        if (words != NULL)
            memcpy(words + *length, token->folded.bytes, token->folded.length);
        *length += token->folded.length;
    }
    return status;
}

static enum intv_status
add_words(struct freezer *freezer, struct tokens *tokens, uint32_t record, struct text name,
          struct text folded)
{
    size_t length = 0;
    enum intv_status status = write_words(tokens, name, NULL, &length);
    if (status != INTV_OK || length == 0)
        return status;
    char *words = memory_room(length);
    if (words == NULL)
        return INTV_ERROR_NO_MEMORY;
    status = write_words(tokens, name, words, &length);
    const struct text written = {words, length};
    if (status == INTV_OK && !text_equals(written, folded) && !add_row(freezer, record, written))
        status = INTV_ERROR_NO_MEMORY;
    memory_free(words);
    return status;
}

/* A name as it is, and once more as its words alone where these are not the same. */
static enum intv_status
add_name(struct freezer *freezer, struct tokens *tokens, uint32_t record, struct text name)
{
    char *folded = NULL;
    size_t length = 0;
    enum intv_status status = fold_text(name, &folded, &length);
    if (status != INTV_OK)
        return status;
    if (!add_row(freezer, record, (struct text){folded, length}))
        status = INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK)
        status = add_words(freezer, tokens, record, name, (struct text){folded, length});
    memory_free(folded);
    return status;
}

static enum intv_status
add_names(struct freezer *freezer, struct tokens *tokens)
{
    const struct staging *staging = freezer->staging;
    for (size_t i = 0; i < staging->fact_count; i++) {
        const struct staged_fact *fact = &staging->facts[freezer->sequence[i]];
        if (!names_holds_field(fact->field) || fact->parent != INTV_NONE || fact->text_count == 0)
            continue;
        const enum intv_status status =
            add_name(freezer, tokens, staging->records[fact->record].sorted,
                     staging->texts[fact->text_first].text);
        if (status != INTV_OK)
            return status;
    }
    return INTV_OK;
}

enum intv_status
freeze_names(struct freezer *freezer)
{
    struct tokens *tokens = NULL;
    enum intv_status status = tokens_new(&tokens);
    if (status == INTV_OK)
        status = add_names(freezer, tokens);
    tokens_free(tokens);
    if (status != INTV_OK)
        return status;
    return sort_names(freezer) ? INTV_OK : INTV_ERROR_NO_MEMORY;
}
