/* SPDX-License-Identifier: EUPL-1.2 */
#include "match/match.h"

#include <stdlib.h>

#include "base/memory.h"

enum
{
    ONE_YEAR = 10000 /* in dates written yyyymmdd */
};

/* ---- order ---- */

static int
compare_numbers(uint64_t one, uint64_t other)
{
    return (one > other) - (one < other);
}

/* Compares a/b with c/d; a fraction with denominator 0 counts as 0. */
static int
compare_fractions(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    if (b == 0 || d == 0)
        return compare_numbers(b != 0 ? a : 0, d != 0 ? c : 0);
    return compare_numbers(a * d, c * b);
}

static int
compare_wishes(const struct keys *one, const struct keys *other, enum intv_match_key key)
{
    return compare_fractions(keys_get(other, key), keys_get(other, INTV_KEY_WISHES_PARTS),
                             keys_get(one, key), keys_get(one, INTV_KEY_WISHES_PARTS));
}

/* Rule 9. Records are numbered in the order of their ids. */
static int
compare_rows(const void *one, const void *other)
{
    const struct match_row *a = one;
    const struct match_row *b = other;
    int order = compare_numbers(a->category, b->category);
    if (order == 0)
        order = compare_wishes(&a->keys, &b->keys, INTV_KEY_WISHES_LOW);
    if (order == 0)
        order = compare_wishes(&a->keys, &b->keys, INTV_KEY_WISHES_HIGH);
    if (order == 0)
        order = compare_numbers(a->keys.absent, b->keys.absent);
    if (order == 0)
        order = compare_numbers(a->keys.partly, b->keys.partly);
    if (order == 0)
        order = compare_numbers(a->keys.unknown, b->keys.unknown);
    if (order == 0)
        order = compare_numbers(b->keys.evidence, a->keys.evidence);
    return order != 0 ? order : compare_numbers(a->record, b->record);
}

/* ---- candidates, rule 10 ---- */

static bool
is_foreign(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct fact_span span = catalogue_facts_of(catalogue, record, FIELD_COUNTRY);
    return span.first < span.end && catalogue->facts[span.first].silence == 0 &&
           strcmp(intv_fact_get_text(catalogue, span.first, NULL), "NL") != 0;
}

static bool
is_ended(const struct intv_catalogue *catalogue, uint32_t record)
{
    const struct fact_span status = catalogue_facts_of(catalogue, record, FIELD_STATUS);
    for (uint32_t fact = status.first; fact < status.end; fact++)
        if (catalogue->facts[fact].silence == 0 && catalogue->facts[fact].value == STATUS_ENDED)
            return true;
    return catalogue_reference_of(catalogue, record, FIELD_REPLACED_BY) != INTV_NONE;
}

static bool
is_candidate(const struct intv_situation *situation, uint32_t record)
{
    const struct intv_catalogue *catalogue = situation->catalogue;
    const unsigned kind = catalogue_code_of(catalogue, record, FIELD_RECORD_KIND);
    const uint32_t include = situation->include;
    if (kind == RECORD_KIND_TYPE && (include & INTV_INCLUDE_TYPES) == 0)
        return false;
    if (kind == RECORD_KIND_INSTRUMENT && (include & INTV_INCLUDE_INSTRUMENTS) == 0)
        return false;
    if ((include & INTV_INCLUDE_FOREIGN) == 0 && is_foreign(catalogue, record))
        return false;
    return (include & INTV_INCLUDE_ENDED) != 0 || !is_ended(catalogue, record);
}

/* ---- questions, rule 11 ---- */

static bool
add_score(struct intv_match *match, uint32_t precondition, uint32_t score)
{
    for (size_t i = 0; i < match->question_count; i++)
        if (match->questions[i].precondition == precondition) {
            match->questions[i].score += score;
            return true;
        }
    if (!memory_reserve(&match->questions, &match->question_capacity, match->question_count + 1,
                        sizeof(*match->questions)))
        return false;
    match->questions[match->question_count++] = (struct question){precondition, score};
    return true;
}

/* Preconditions that keep the candidate from fitting, by state. */
static size_t
count_missing(const struct precondition_list *list)
{
    size_t missing = 0;
    for (size_t i = 0; i < list->count; i++)
        missing += list->rows[i].relevant && list->rows[i].state != INTV_PRESENT;
    return missing;
}

static bool
ask_about(struct intv_match *match, const struct candidate *candidate,
          const struct precondition_list *list)
{
    const bool last = candidate->may_fit && list->stated && count_missing(list) == 1;
    for (size_t i = 0; i < list->count; i++) {
        const struct precondition_row *row = &list->rows[i];
        if (!row->relevant || row->state != INTV_UNSAID)
            continue;
        if (!add_score(match, row->record, (uint32_t)row->blocking + (uint32_t)last))
            return false;
    }
    return true;
}

static int
compare_questions(const void *one, const void *other)
{
    const struct question *a = one;
    const struct question *b = other;
    const int order = compare_numbers(b->score, a->score);
    return order != 0 ? order : compare_numbers(a->precondition, b->precondition);
}

/* ---- the match ---- */

static bool
add_candidate(struct intv_match *match, const struct candidate *candidate,
              const struct precondition_list *list)
{
    if (!memory_reserve(&match->rows, &match->capacity, match->count + 1, sizeof(*match->rows)))
        return false;
    match->rows[match->count++] = candidate->row;
    return candidate->row.category != INTV_OPEN || ask_about(match, candidate, list);
}

static bool
judge_candidates(struct intv_match *match)
{
    const struct intv_catalogue *catalogue = match->situation->catalogue;
    struct judge judge = {.catalogue = catalogue, .situation = match->situation};
    struct precondition_list list = {0};
    bool memory = true;
    const uint32_t end = catalogue->header->kind_first[KIND_INTERVENTION + 1];
    for (uint32_t record = catalogue->header->kind_first[KIND_INTERVENTION]; record < end && memory;
         record++) {
        struct candidate candidate;
        if (!is_candidate(match->situation, record))
            continue;
        memory = candidate_judge(&judge, &list, record, &candidate) &&
                 add_candidate(match, &candidate, &list);
    }
    judge_free(&judge);
    preconditions_free(&list);
    return memory;
}

static int
compare_said(const void *one, const void *other)
{
    const struct said *a = one;
    const struct said *b = other;
    return compare_numbers(a->precondition, b->precondition);
}

/* What was said in the order of ids, so that answers do not depend on the order of saying. */
static void
sort_said(struct intv_situation *situation)
{
    if (situation->said_count > 0)
        qsort(situation->said, situation->said_count, sizeof(*situation->said), compare_said);
}

enum intv_status
intv_match_new(const struct intv_situation *situation, struct intv_match **match,
               struct intv_diagnostics *diagnostics)
{
    if (match != NULL)
        *match = NULL;
    if (situation == NULL || match == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const enum intv_status status = preconditions_check(situation, diagnostics);
    if (status != INTV_OK)
        return status;
    struct intv_match *made = memory_new(1, sizeof(*made));
    if (made != NULL)
        made->situation = situation_copy(situation);
    if (made == NULL || made->situation == NULL || !judge_candidates(made)) {
        intv_match_free(made);
        return diagnostics_no_memory(diagnostics);
    }
    sort_said(made->situation);
    if (made->count > 0)
        qsort(made->rows, made->count, sizeof(*made->rows), compare_rows);
    if (made->question_count > 0)
        qsort(made->questions, made->question_count, sizeof(*made->questions), compare_questions);
    *match = made;
    return INTV_OK;
}

void
intv_match_free(struct intv_match *match)
{
    if (match == NULL)
        return;
    intv_situation_free(match->situation);
    memory_free(match->rows);
    memory_free(match->questions);
    memory_free(match);
}

size_t
intv_match_get_count(const struct intv_match *match)
{
    return match != NULL ? match->count : 0;
}

size_t
intv_match_count_category(const struct intv_match *match, enum intv_category category)
{
    size_t count = 0;
    for (size_t i = 0; match != NULL && i < match->count; i++)
        count += match->rows[i].category == category;
    return count;
}

uint32_t
intv_match_get_record(const struct intv_match *match, size_t index)
{
    return index < match->count ? match->rows[index].record : INTV_NONE;
}

enum intv_category
intv_match_get_category(const struct intv_match *match, size_t index)
{
    return index < match->count ? match->rows[index].category : INTV_EXCLUDED;
}

uint64_t
intv_match_get_key(const struct intv_match *match, size_t index, enum intv_match_key key)
{
    return index < match->count ? keys_get(&match->rows[index].keys, key) : 0;
}

size_t
intv_match_get_question_count(const struct intv_match *match)
{
    return match != NULL ? match->question_count : 0;
}

uint32_t
intv_match_get_question(const struct intv_match *match, size_t index)
{
    return index < match->question_count ? match->questions[index].precondition : INTV_NONE;
}

uint32_t
intv_match_get_question_score(const struct intv_match *match, size_t index)
{
    return index < match->question_count ? match->questions[index].score : 0;
}

uint32_t
intv_match_get_as_of(const struct intv_match *match)
{
    return match != NULL ? match->situation->as_of : 0;
}

const struct intv_situation *
intv_match_get_situation(const struct intv_match *match)
{
    return match != NULL ? match->situation : NULL;
}

int
intv_match_is_edition_old(const struct intv_match *match)
{
    if (match == NULL)
        return -1;
    const struct intv_catalogue *catalogue = match->situation->catalogue;
    const uint32_t as_of = match->situation->as_of;
    bool is_known = as_of != 0;
    for (uint32_t i = 0; i < catalogue->layer_count && as_of != 0; i++) {
        const uint32_t edition = text_to_date(text_of(intv_layer_get_edition(catalogue, i)));
        is_known = is_known && edition % 100 != 0;
        if (edition % 100 != 0 && as_of > edition + ONE_YEAR)
            return 1;
    }
    return is_known ? 0 : -1;
}

size_t
intv_match_get_said_count(const struct intv_match *match)
{
    return match != NULL ? match->situation->said_count : 0;
}

uint32_t
intv_match_get_said(const struct intv_match *match, size_t index)
{
    return index < match->situation->said_count ? match->situation->said[index].precondition
                                                : INTV_NONE;
}

enum intv_precondition_state
intv_match_get_said_state(const struct intv_match *match, size_t index)
{
    return index < match->situation->said_count ? match->situation->said[index].state : INTV_UNSAID;
}
