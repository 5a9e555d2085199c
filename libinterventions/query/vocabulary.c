/* SPDX-License-Identifier: EUPL-1.2 */
/* The values of a list in the order in which people read them. */
#include "query/vocabulary.h"

#include <stdlib.h>

#include "base/diagnostics.h"
#include "base/memory.h"
#include "index/words.h"
#include "query/search.h"

/* A record or code before it has its place among the rows. */
struct member
{
    uint32_t record;
    uint32_t code;
    uint32_t order; /* in an ordered scheme or a code list; those without stand last */
    uint32_t rank;  /* by name */
    struct text id;
    uint32_t parent; /* member */
    uint32_t child;  /* first member below it */
    uint32_t next;   /* below the same */
};

struct members
{
    struct member *all;
    uint32_t count;
    uint32_t top; /* first of those that stand below nothing */
};

/* ---- which members ---- */

static struct text
notation_of(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_NOTATION);
    if (span.first == span.end || catalogue->facts[span.first].text_count == 0)
        return catalogue_id(catalogue, record);
    return text_of(intv_fact_get_text_at(catalogue, span.first, 0, NULL));
}

static struct member
member_of(const struct intv_vocabulary *vocabulary, uint32_t record, enum intv_language language)
{
    const struct intv_catalogue *catalogue = vocabulary->catalogue;
    const unsigned code = vocabulary->list != LIST_NONE
                              ? code_find(vocabulary->list, notation_of(catalogue, record))
                              : CODE_NOT_STATED;
    const struct fact_span order = catalogue_facts_of(catalogue, record, FIELD_ORDER);
    struct member made = {
        .record = record, .code = code, .order = code != CODE_NOT_STATED ? code : UINT32_MAX};
    int64_t number = 0;
    if (order.first < order.end &&
        intv_fact_get_low(catalogue, order.first, &number) == INTV_BOUND_KNOWN)
        made.order = (uint32_t)number;
    made.id = catalogue_id(catalogue, record);
    made.rank = index_name_rank(catalogue, language, record);
    return made;
}

static void
add_records(struct intv_vocabulary *vocabulary, const struct vocabulary_choice *choice,
            enum intv_language language, struct members *members)
{
    const struct intv_catalogue *catalogue = vocabulary->catalogue;
    const uint32_t end = catalogue->header->kind_first[choice->kind + 1];
    for (uint32_t i = catalogue->header->kind_first[choice->kind]; i < end; i++)
        if (choice->scheme == INTV_NONE ||
            catalogue_reference_of(catalogue, i, FIELD_SCHEME) == choice->scheme)
            members->all[members->count++] = member_of(vocabulary, i, language);
}

static void
add_codes(const struct vocabulary_choice *choice, struct members *members)
{
    for (unsigned code = 1; code <= code_count(choice->list); code++) {
        const struct text id = text_of(code_name(choice->list, code));
        if (code_find(choice->list, id) == code)
            members->all[members->count++] =
                (struct member){.record = INTV_NONE, .code = code, .order = code, .id = id};
    }
}

static const char *
name_of(const struct intv_vocabulary *vocabulary, uint32_t record, uint32_t code,
        enum intv_language language)
{
    if (record == INTV_NONE)
        return code_label(vocabulary->list, code, language);
    return intv_record_get_name(vocabulary->catalogue, record,
                                language == INTV_ENGLISH ? "en" : "nl");
}

/* ---- their order ---- */

static int
compare_members(const void *one, const void *other)
{
    const struct member *a = one;
    const struct member *b = other;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    return text_compare(a->id, b->id);
}

/* The place of each record of the kind among the members; INTV_NONE for those of another scheme. */
static uint32_t *
new_places(const struct intv_catalogue *catalogue, enum kind kind, const struct members *members)
{
    const uint32_t first = catalogue->header->kind_first[kind];
    const uint32_t count = catalogue->header->kind_first[kind + 1] - first;
    uint32_t *places = memory_new(count, sizeof(*places));
    if (places == NULL)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        places[i] = INTV_NONE;
    for (uint32_t i = 0; i < members->count; i++)
        if (members->all[i].record != INTV_NONE)
            places[members->all[i].record - first] = i;
    return places;
}

/* The first broader record that is a member. */
static uint32_t
find_parent(const struct intv_catalogue *catalogue, uint32_t record, const uint32_t *places,
            uint32_t first)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_BROADER);
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == 0 &&
            places[catalogue->facts[fact].value - first] != INTV_NONE)
            return places[catalogue->facts[fact].value - first];
    return INTV_NONE;
}

/* Hangs every member below its parent, in the order in which they stand. */
static bool
link_members(const struct intv_catalogue *catalogue, enum kind kind, struct members *members)
{
    const uint32_t first = catalogue->header->kind_first[kind];
    uint32_t *places = new_places(catalogue, kind, members);
    if (places == NULL)
        return false;
    members->top = INTV_NONE;
    for (uint32_t i = 0; i < members->count; i++) {
        struct member *member = &members->all[i];
        member->child = INTV_NONE;
        member->parent = member->record != INTV_NONE
                             ? find_parent(catalogue, member->record, places, first)
                             : INTV_NONE;
    }
    for (uint32_t i = members->count; i-- > 0;) {
        struct member *member = &members->all[i];
        uint32_t *head =
            member->parent != INTV_NONE ? &members->all[member->parent].child : &members->top;
        member->next = *head;
        *head = i;
    }
    memory_free(places);
    return true;
}

/* The member that is read after this one; those below it come first. Counts how deep it stands. */
static uint32_t
next_member(const struct members *members, uint32_t at, uint32_t *depth)
{
    if (members->all[at].child != INTV_NONE) {
        (*depth)++;
        return members->all[at].child;
    }
    while (members->all[at].next == INTV_NONE && members->all[at].parent != INTV_NONE) {
        (*depth)--;
        at = members->all[at].parent;
    }
    return members->all[at].next;
}

/* Writes the rows; the place of a member's row is kept in its order, which is no longer needed. */
static void
write_rows(struct intv_vocabulary *vocabulary, struct members *members)
{
    uint32_t depth = 0;
    for (uint32_t at = members->top; at != INTV_NONE; at = next_member(members, at, &depth)) {
        struct member *member = &members->all[at];
        const uint32_t parent =
            member->parent != INTV_NONE ? members->all[member->parent].order : INTV_NONE;
        member->order = vocabulary->count;
        vocabulary->rows[vocabulary->count++] = (struct vocabulary_row){
            .record = member->record, .code = member->code, .parent = parent, .depth = depth};
    }
}

static enum intv_status
order_members(struct intv_vocabulary *vocabulary, const struct vocabulary_choice *choice,
              struct members *members)
{
    if (members->count > 1)
        qsort(members->all, members->count, sizeof(*members->all), compare_members);
    vocabulary->rows = memory_new(members->count, sizeof(*vocabulary->rows));
    if (vocabulary->rows == NULL || !link_members(vocabulary->catalogue, choice->kind, members))
        return INTV_ERROR_NO_MEMORY;
    write_rows(vocabulary, members);
    return INTV_OK;
}

enum intv_status
vocabulary_fill(struct intv_vocabulary *vocabulary, const struct vocabulary_choice *choice,
                enum intv_language language)
{
    const uint32_t *first = vocabulary->catalogue->header->kind_first;
    const bool is_coded = choice->list != LIST_NONE && choice->scheme == INTV_NONE;
    const size_t most =
        is_coded ? code_count(choice->list) : first[choice->kind + 1] - first[choice->kind];
    struct members members = {memory_new(most, sizeof(*members.all)), 0, INTV_NONE};
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    if (members.all == NULL)
        return status;
    if (is_coded)
        add_codes(choice, &members);
    else if (!choice->is_empty)
        add_records(vocabulary, choice, language, &members);
    status = order_members(vocabulary, choice, &members);
    memory_free(members.all);
    return status;
}

/* ---- the public view ---- */

enum intv_status
intv_vocabulary_new(struct intv_catalogue *catalogue, const char *list, enum intv_language language,
                    struct intv_vocabulary **vocabulary, struct intv_diagnostics *diagnostics)
{
    struct vocabulary_choice choice;
    if (vocabulary != NULL)
        *vocabulary = NULL;
    if (catalogue == NULL || vocabulary == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    enum intv_status status = vocabulary_choose(catalogue, list, &choice, diagnostics);
    if (status != INTV_OK)
        return status;
    language = language == INTV_ENGLISH ? INTV_ENGLISH : INTV_DUTCH;
    struct intv_vocabulary *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return diagnostics_no_memory(diagnostics);
    made->catalogue = intv_catalogue_ref(catalogue);
    made->name = choice.name;
    made->scheme = choice.scheme;
    made->list = choice.list;
    status = vocabulary_fill(made, &choice, language);
    if (status == INTV_OK)
        status = vocabulary_count_uses(made);
    if (status == INTV_OK) {
        *vocabulary = made;
        return INTV_OK;
    }
    intv_vocabulary_free(made);
    return status == INTV_ERROR_NO_MEMORY ? diagnostics_no_memory(diagnostics) : status;
}

void
intv_vocabulary_free(struct intv_vocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    intv_catalogue_unref(vocabulary->catalogue);
    memory_free(vocabulary->rows);
    memory_free(vocabulary);
}

enum intv_status
intv_vocabulary_narrow(struct intv_vocabulary *vocabulary, const struct intv_search *search)
{
    uint32_t kept = 0;
    if (vocabulary == NULL || search == NULL ||
        intv_search_get_catalogue(search) != vocabulary->catalogue)
        return INTV_ERROR_INVALID_ARGUMENT;
    const uint64_t *found = search_records(search);
    for (uint32_t i = 0; i < vocabulary->count; i++) {
        struct vocabulary_row row = vocabulary->rows[i];
        if (row.record == INTV_NONE || (found[row.record / 64] >> row.record % 64 & 1) == 0)
            continue;
        row.parent = INTV_NONE;
        row.depth = 0;
        vocabulary->rows[kept++] = row;
    }
    vocabulary->count = kept;
    return INTV_OK;
}

const struct intv_catalogue *
intv_vocabulary_get_catalogue(const struct intv_vocabulary *vocabulary)
{
    return vocabulary->catalogue;
}

const char *
intv_vocabulary_get_list(const struct intv_vocabulary *vocabulary)
{
    return vocabulary->name;
}

uint32_t
intv_vocabulary_get_scheme(const struct intv_vocabulary *vocabulary)
{
    return vocabulary->scheme;
}

size_t
intv_vocabulary_get_count(const struct intv_vocabulary *vocabulary)
{
    return vocabulary != NULL ? vocabulary->count : 0;
}

static const struct vocabulary_row *
find_row(const struct intv_vocabulary *vocabulary, size_t index)
{
    return index < vocabulary->count ? &vocabulary->rows[index] : NULL;
}

uint32_t
intv_vocabulary_get_record(const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? row->record : INTV_NONE;
}

const char *
intv_vocabulary_get_code(const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? code_name(vocabulary->list, row->code) : "";
}

const char *
intv_vocabulary_get_id(const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    if (row == NULL)
        return "";
    return row->record != INTV_NONE ? intv_record_get_id(vocabulary->catalogue, row->record)
                                    : code_name(vocabulary->list, row->code);
}

const char *
intv_vocabulary_get_name(const struct intv_vocabulary *vocabulary, size_t index,
                         enum intv_language language)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? name_of(vocabulary, row->record, row->code, language) : "";
}

uint32_t
intv_vocabulary_get_depth(const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? row->depth : 0;
}

uint32_t
intv_vocabulary_get_parent(const struct intv_vocabulary *vocabulary, size_t index)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? row->parent : INTV_NONE;
}

static uint32_t
get_number(const struct vocabulary_use *use, enum intv_kind kind)
{
    return (unsigned)kind <= KIND_COUNT ? use->by_kind[kind] : 0;
}

uint32_t
intv_vocabulary_get_use(const struct intv_vocabulary *vocabulary, size_t index, enum intv_kind kind)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? get_number(&row->own, kind) : 0;
}

uint32_t
intv_vocabulary_get_wide_use(const struct intv_vocabulary *vocabulary, size_t index,
                             enum intv_kind kind)
{
    const struct vocabulary_row *row = find_row(vocabulary, index);
    return row != NULL ? get_number(&row->wide, kind) : 0;
}
