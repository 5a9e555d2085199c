/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of explanations. */
#include "match/explanation.h"

static const char *const PART_NAMES[PART_COUNT] = {
    "evaluations",           "findings",     "warnings",
    "negative-findings",     "side-effects", "limitations",
    "preconditions-silence", "status",
};

uint32_t
intv_explanation_get_record(const struct intv_explanation *explanation)
{
    return explanation->row.record;
}

const struct intv_situation *
intv_explanation_get_situation(const struct intv_explanation *explanation)
{
    return explanation != NULL ? explanation->situation : NULL;
}

enum intv_category
intv_explanation_get_category(const struct intv_explanation *explanation)
{
    return explanation->row.category;
}

uint64_t
intv_explanation_get_key(const struct intv_explanation *explanation, enum intv_match_key key)
{
    return keys_get(&explanation->row.keys, key);
}

size_t
intv_explanation_get_criterion_count(const struct intv_explanation *explanation)
{
    return explanation != NULL ? explanation->situation->criterion_count : 0;
}

static const struct judgement *
find_judgement(const struct intv_explanation *explanation, size_t index)
{
    return index < explanation->situation->criterion_count ? &explanation->criteria[index].judgement
                                                           : NULL;
}

const char *
intv_explanation_get_criterion_field(const struct intv_explanation *explanation, size_t index,
                                     enum intv_language language)
{
    return intv_situation_get_criterion_field(explanation->situation, index, language);
}

enum intv_importance
intv_explanation_get_criterion_importance(const struct intv_explanation *explanation, size_t index)
{
    return intv_situation_get_criterion_importance(explanation->situation, index);
}

enum intv_state
intv_explanation_get_criterion_state(const struct intv_explanation *explanation, size_t index)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL ? judgement->state : INTV_NOT_APPLICABLE;
}

struct reason_text
{
    const char *code;
    const char *label[2];
};

static const struct reason_text REASONS[REASON_COUNT] = {
#define REASON(NAME, code, nl, en) {code, {nl, en}},
#include "match/reasons.def"
#undef REASON
};

const char *
reason_label(struct text code, enum intv_language language)
{
    for (size_t i = 0; i < REASON_COUNT; i++)
        if (text_is(code, REASONS[i].code))
            return REASONS[i].label[language == INTV_ENGLISH];
    return "";
}

const char *
intv_explanation_get_criterion_reason(const struct intv_explanation *explanation, size_t index)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL ? REASONS[judgement->reason].code : "";
}

const char *
intv_explanation_get_criterion_reason_label(const struct intv_explanation *explanation,
                                            size_t index, enum intv_language language)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL ? REASONS[judgement->reason].label[language == INTV_ENGLISH] : "";
}

const char *
intv_explanation_get_criterion_silence(const struct intv_explanation *explanation, size_t index)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL ? judgement->silence : "";
}

int
intv_explanation_is_criterion_editor(const struct intv_explanation *explanation, size_t index)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL && judgement->editor;
}

int
intv_explanation_is_criterion_conflict(const struct intv_explanation *explanation, size_t index)
{
    const struct judgement *judgement = find_judgement(explanation, index);
    return judgement != NULL && judgement->conflict;
}

size_t
intv_explanation_get_option_count(const struct intv_explanation *explanation, size_t index)
{
    return intv_situation_get_option_count(explanation->situation, index);
}

const char *
intv_explanation_get_option(const struct intv_explanation *explanation, size_t index, size_t option)
{
    return intv_situation_get_option(explanation->situation, index, option);
}

uint32_t
intv_explanation_get_option_record(const struct intv_explanation *explanation, size_t index,
                                   size_t option)
{
    return intv_situation_get_option_record(explanation->situation, index, option);
}

size_t
intv_explanation_get_claim_count(const struct intv_explanation *explanation, size_t index)
{
    return find_judgement(explanation, index) != NULL ? explanation->criteria[index].claims.count
                                                      : 0;
}

uint32_t
intv_explanation_get_claim(const struct intv_explanation *explanation, size_t index, size_t claim)
{
    return claim < intv_explanation_get_claim_count(explanation, index)
               ? explanation->criteria[index].claims.facts[claim]
               : INTV_NONE;
}

size_t
intv_explanation_get_deciding_count(const struct intv_explanation *explanation, size_t index)
{
    return find_judgement(explanation, index) != NULL ? explanation->criteria[index].deciding : 0;
}

size_t
intv_explanation_get_precondition_count(const struct intv_explanation *explanation)
{
    return explanation != NULL ? explanation->preconditions.count : 0;
}

static const struct precondition_row *
find_precondition(const struct intv_explanation *explanation, size_t index)
{
    return index < explanation->preconditions.count ? &explanation->preconditions.rows[index]
                                                    : NULL;
}

uint32_t
intv_explanation_get_precondition(const struct intv_explanation *explanation, size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    return row != NULL ? row->record : INTV_NONE;
}

enum intv_precondition_state
intv_explanation_get_precondition_state(const struct intv_explanation *explanation, size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    return row != NULL ? (enum intv_precondition_state)row->state : INTV_UNSAID;
}

const char *
intv_explanation_get_precondition_need(const struct intv_explanation *explanation, size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    return row != NULL ? code_name(LIST_NEED, row->need) : "";
}

const char *
intv_explanation_get_precondition_scope(const struct intv_explanation *explanation, size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    return row != NULL ? code_name(LIST_SCOPE, row->scope) : "";
}

uint32_t
intv_explanation_get_precondition_flags(const struct intv_explanation *explanation, size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    if (row == NULL)
        return 0;
    return (row->relevant ? INTV_PRECONDITION_RELEVANT : 0U) |
           (row->blocking ? INTV_PRECONDITION_BLOCKING : 0U) |
           (row->derived ? INTV_PRECONDITION_DERIVED : 0U);
}

/* First claim on a precondition that is at least the one given. */
static size_t
lower_need(const struct intv_explanation *explanation, uint64_t precondition)
{
    size_t low = 0;
    size_t high = explanation->need_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (explanation->needs[middle].precondition < precondition)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t
intv_explanation_get_precondition_claim_count(const struct intv_explanation *explanation,
                                              size_t index)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    return row != NULL ? lower_need(explanation, (uint64_t)row->record + 1) -
                             lower_need(explanation, row->record)
                       : 0;
}

uint32_t
intv_explanation_get_precondition_claim(const struct intv_explanation *explanation, size_t index,
                                        size_t claim)
{
    const struct precondition_row *row = find_precondition(explanation, index);
    if (row == NULL || claim >= explanation->need_count)
        return INTV_NONE;
    const size_t place = lower_need(explanation, row->record) + claim;
    return place < explanation->need_count && explanation->needs[place].precondition == row->record
               ? explanation->needs[place].fact
               : INTV_NONE;
}

int
intv_explanation_states_preconditions(const struct intv_explanation *explanation)
{
    return explanation != NULL && explanation->preconditions.stated;
}

static const struct fact_list *
find_part(const struct intv_explanation *explanation, const char *part)
{
    for (unsigned i = 0; explanation != NULL && part != NULL && i < PART_COUNT; i++)
        if (strcmp(PART_NAMES[i], part) == 0)
            return &explanation->parts[i];
    return NULL;
}

size_t
intv_explanation_count_facts(const struct intv_explanation *explanation, const char *part)
{
    const struct fact_list *list = find_part(explanation, part);
    return list != NULL ? list->count : 0;
}

uint32_t
intv_explanation_get_fact(const struct intv_explanation *explanation, const char *part,
                          size_t index)
{
    const struct fact_list *list = find_part(explanation, part);
    return list != NULL && index < list->count ? list->facts[index] : INTV_NONE;
}

/* The mark that asks for most care, also beside stated claims. */
enum intv_silence
intv_explanation_get_silence(const struct intv_explanation *explanation, const char *part)
{
    static const enum intv_silence ORDER[] = {INTV_DROPPED, INTV_NOT_READ, INTV_SEARCHED,
                                              INTV_SILENCE_NONE, INTV_STATED};
    const struct fact_list *list = find_part(explanation, part);
    uint32_t flags = 0;
    if (list != NULL && explanation->lost[list - explanation->parts])
        return INTV_DROPPED;
    for (size_t i = 0; list != NULL && i < list->count; i++)
        flags |=
            UINT32_C(1) << catalogue_silence_of(explanation->situation->catalogue, list->facts[i]);
    for (size_t i = 0; i < sizeof(ORDER) / sizeof(ORDER[0]); i++)
        if ((flags & UINT32_C(1) << ORDER[i]) != 0)
            return ORDER[i];
    return INTV_NOT_STATED;
}
