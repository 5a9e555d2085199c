/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the tests of the index share: a small catalogue and the real one, and lists in which all that
 * an index holds is compared with all that a naive one would hold.
 */
#ifndef TESTS_INDEX_LISTS_H
#define TESTS_INDEX_LISTS_H

/* First: these name their arguments as the tests name what they share. */
#include "index/facets.h"
#include "text/analysis.h"

#include "loading.h"

#define SMALL                                                                                      \
    OPENING "<source id='report' read='whole'><title>Verslag</title></source>"                     \
            "<scheme id='setting'><label>Plaatsen</label></scheme>"                                \
            "<scheme id='outcome'><label>Uitkomsten</label></scheme>"                              \
            "<concept id='know' scheme='outcome'><label>kennis</label></concept>"                  \
            "<concept id='feel' scheme='outcome'><label>gevoel</label></concept>"                  \
            "<concept id='place' scheme='setting'><label>plaats</label></concept>"                 \
            "<concept id='school' scheme='setting'><label>school</label><broader ref='place'/>"    \
            "<label xml:lang='en'>school</label></concept>"                                        \
            "<intervention id='tests.talk-2' kind='intervention' asserted-by='editor'>"            \
            "<name>Praten op school</name><name xml:lang='en'>Talking at school</name>"            \
            "<summary>Praten, en nog eens praten: schoolpraten op de plaats.</summary>"            \
            "<setting concept='school'><wording>De school</wording></setting>"                     \
            "<cost><not-stated cause='searched'/></cost><sessions value='3'/></intervention>"      \
            "<intervention id='walk' kind='type' asserted-by='editor'><name>Lopen</name>"          \
            "</intervention>"                                                                      \
            "<evaluation id='study' status='published' asserted-by='evaluation' source='report'>"  \
            "<title>Studie</title><evaluates ref='tests.talk-2'/><evaluates ref='walk'/>"          \
            "<finding direction='positive' outcome='know'><for ref='walk'/></finding>"             \
            "<finding direction='not-studied' outcome='feel'/></evaluation>" CLOSING

static inline void
load_small(void)
{
    make_loader();
    add_document("small.xml", SMALL);
    assert_load(INTV_OK, "", load());
}

static inline void
load_real(void)
{
    make_loader();
    ck_assert_int_eq(intv_loader_add_path(loader, getenv("INTV_DATA")), INTV_OK);
    assert_load(INTV_OK, "", load());
}

/* ---- lists that are sorted and compared ---- */

enum
{
    NUMBERS = 8
};

/* One thing that is or should be in the index, as numbers, and perhaps a word. */
struct entry
{
    uint64_t numbers[NUMBERS];
    char *word;
};

struct list
{
    struct entry *entries;
    size_t count;
    size_t capacity;
};

static inline int
compare_entries(const void *one, const void *other)
{
    const struct entry *a = one;
    const struct entry *b = other;
    const int order = a->word != NULL ? strcmp(a->word, b->word) : 0;
    if (order != 0)
        return order;
    return memcmp(a->numbers, b->numbers, sizeof(a->numbers));
}

static inline void
add_entry(struct list *list, struct text word, const uint64_t numbers[NUMBERS])
{
    if (list->count == list->capacity) {
        list->capacity = 2 * list->capacity + 1024;
        list->entries = realloc(list->entries, list->capacity * sizeof(*list->entries));
        ck_assert_ptr_nonnull(list->entries);
    }
    struct entry *entry = &list->entries[list->count++];
    memcpy(entry->numbers, numbers, sizeof(entry->numbers));
    entry->word = word.bytes != NULL ? strndup(word.bytes, word.length) : NULL;
}

static inline void
sort_list(struct list *list, bool once)
{
    size_t kept = 0;
    if (list->count > 0)
        qsort(list->entries, list->count, sizeof(*list->entries), compare_entries);
    for (size_t i = 0; i < list->count; i++) {
        if (once && kept > 0 && compare_entries(&list->entries[kept - 1], &list->entries[i]) == 0)
            free(list->entries[i].word);
        else
            list->entries[kept++] = list->entries[i];
    }
    list->count = kept;
}

static inline void
free_list(struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->entries[i].word);
    free(list->entries);
    *list = (struct list){NULL, 0, 0};
}

static inline void
assert_same(struct list *has, struct list *wanted, bool once)
{
    sort_list(has, false);
    sort_list(wanted, once);
    ck_assert_uint_gt(wanted->count, 0);
    for (size_t i = 0; i < has->count && i < wanted->count; i++)
        ck_assert_msg(compare_entries(&has->entries[i], &wanted->entries[i]) == 0,
                      "%zu: index [%s] %ju %ju %ju %ju %ju %ju %ju, naive [%s] %ju %ju %ju %ju %ju "
                      "%ju %ju",
                      i, has->entries[i].word, has->entries[i].numbers[0],
                      has->entries[i].numbers[1], has->entries[i].numbers[2],
                      has->entries[i].numbers[3], has->entries[i].numbers[4],
                      has->entries[i].numbers[5], has->entries[i].numbers[6],
                      wanted->entries[i].word, wanted->entries[i].numbers[0],
                      wanted->entries[i].numbers[1], wanted->entries[i].numbers[2],
                      wanted->entries[i].numbers[3], wanted->entries[i].numbers[4],
                      wanted->entries[i].numbers[5], wanted->entries[i].numbers[6]);
    ck_assert_uint_eq(has->count, wanted->count);
    free_list(has);
    free_list(wanted);
}

#endif
