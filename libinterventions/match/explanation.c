/* SPDX-License-Identifier: EUPL-1.2 */
/* The full explanation of one intervention. */
#include "match/match.h"

#include "base/memory.h"

struct fact_list
{
    uint32_t *facts;
    size_t count;
    size_t capacity;
};

struct explained_criterion
{
    struct judgement judgement;
    struct fact_list claims; /* those that decide come first */
    size_t deciding;
};

enum part
{
    PART_EVALUATIONS,
    PART_FINDINGS,
    PART_WARNINGS,
    PART_NEGATIVE_FINDINGS,
    PART_SIDE_EFFECTS,
    PART_LIMITATIONS,
    PART_PRECONDITIONS_SILENCE,
    PART_COUNT
};

static const char *const PART_NAMES[PART_COUNT] = {
    "evaluations",           "findings",     "warnings",
    "negative-findings",     "side-effects", "limitations",
    "preconditions-silence",
};

struct intv_explanation
{
    struct intv_situation *situation; /* a copy, which keeps the catalogue */
    struct match_row row;
    struct explained_criterion *criteria; /* one for each criterion of the situation */
    struct precondition_list preconditions;
    struct fact_list parts[PART_COUNT];
};

static bool
add_fact(struct fact_list *list, uint32_t fact)
{
    if (!memory_reserve(&list->facts, &list->capacity, list->count + 1, sizeof(*list->facts)))
        return false;
    list->facts[list->count++] = fact;
    return true;
}

void
intv_explanation_free(struct intv_explanation *explanation)
{
    if (explanation == NULL)
        return;
    for (size_t i = 0; explanation->criteria != NULL && i < explanation->situation->criterion_count;
         i++)
        memory_free(explanation->criteria[i].claims.facts);
    for (unsigned part = 0; part < PART_COUNT; part++)
        memory_free(explanation->parts[part].facts);
    memory_free(explanation->criteria);
    preconditions_free(&explanation->preconditions);
    intv_situation_free(explanation->situation);
    memory_free(explanation);
}

/* ---- the criteria ---- */

static bool
any_has_state(const struct judge *judge, unsigned state)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if (judge->claims[i].state == state)
            return true;
    return false;
}

/* Adds the claims that have the state, or those that have another one. */
static bool
add_claims(const struct judge *judge, unsigned state, bool that_have, struct fact_list *claims)
{
    for (size_t i = 0; i < judge->claim_count; i++)
        if ((judge->claims[i].state == state) == that_have &&
            !add_fact(claims, judge->claims[i].fact))
            return false;
    return true;
}

/*
 * Keeps the claims that were looked at, those with the state of the criterion first: they decide.
 * When no claim has that state by itself, all of them together decide, unless it is unknown because
 * of what was left out. Marks decide only where nothing is stated.
 */
static bool
keep_claims(const struct judge *judge, struct explained_criterion *criterion)
{
    const unsigned state = criterion->judgement.state;
    const bool together =
        !any_has_state(judge, state) && criterion->judgement.reason != REASON_DROPPED;
    if (!add_claims(judge, state, true, &criterion->claims))
        return false;
    criterion->deciding = criterion->claims.count;
    if (!add_claims(judge, state, false, &criterion->claims))
        return false;
    if (together)
        criterion->deciding = criterion->claims.count;
    for (size_t i = 0; i < judge->silent_count; i++)
        if (!add_fact(&criterion->claims, judge->silent[i]))
            return false;
    if (judge->claim_count == 0)
        criterion->deciding = criterion->claims.count;
    return true;
}

static bool
explain_criteria(struct intv_explanation *explanation, struct judge *judge)
{
    const struct intv_situation *situation = explanation->situation;
    explanation->criteria = memory_new(situation->criterion_count, sizeof(*explanation->criteria));
    if (explanation->criteria == NULL)
        return false;
    for (size_t i = 0; i < situation->criterion_count; i++) {
        struct explained_criterion *criterion = &explanation->criteria[i];
        if (!judge_criterion(judge, &situation->criteria[i], explanation->row.record,
                             &criterion->judgement) ||
            !keep_claims(judge, criterion))
            return false;
    }
    return true;
}

/* ---- what is shown beside it ---- */

static bool
add_findings_of(struct intv_explanation *explanation, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_FINDING);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const bool is_negative = catalogue->facts[fact].qualifier == DIRECTION_NEGATIVE &&
                                 catalogue->facts[fact].silence == 0 &&
                                 finding_is_about(catalogue, fact, explanation->row.record);
        if (finding_counts(catalogue, fact, explanation->row.record) &&
            !add_fact(&explanation->parts[PART_FINDINGS], fact))
            return false;
        /* A warning does not rank, so whoever says it is heard. */
        if (is_negative && !add_fact(&explanation->parts[PART_NEGATIVE_FINDINGS], fact))
            return false;
    }
    return true;
}

static bool
add_evaluations(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct record_row *row = &catalogue->records[explanation->row.record];
    uint32_t done = INTV_NONE;
    for (uint32_t i = 0; i < row->user_count; i++) {
        const uint32_t fact = catalogue->links[row->user_first + i];
        const struct fact_row *user = &catalogue->facts[fact];
        if (user->field != FIELD_EVALUATES || user->record == done)
            continue;
        done = user->record;
        if (!add_fact(&explanation->parts[PART_EVALUATIONS], fact) ||
            !add_findings_of(explanation, user->record))
            return false;
    }
    return true;
}

static bool
holds(const struct fact_list *list, uint32_t fact)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->facts[i] == fact)
            return true;
    return false;
}

static bool
add_verdicts_of(struct intv_explanation *explanation, uint32_t element)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    struct fact_list *warnings = &explanation->parts[PART_WARNINGS];
    const struct fact_span span = catalogue_facts_of(catalogue, element, FIELD_VERDICT);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const struct fact_row *verdict = &catalogue->facts[fact];
        if (verdict->silence == 0 && verdict->value >= VERDICT_NO_PROOF && !holds(warnings, fact) &&
            !add_fact(warnings, fact))
            return false;
    }
    return true;
}

static bool
add_warnings(struct intv_explanation *explanation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span =
        catalogue_facts_of(catalogue, explanation->row.record, FIELD_USES_ELEMENT);
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (catalogue->facts[fact].silence == 0 &&
            !add_verdicts_of(explanation, catalogue->facts[fact].value))
            return false;
    return true;
}

/* The facts of a field of a record; all of them, or only the marks of silence, or what is stated. */
enum which
{
    ALL_FACTS,
    ONLY_SILENCE,
    ONLY_STATED
};

static bool
add_field(struct intv_explanation *explanation, uint32_t record, enum field field, enum which which,
          enum part part)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const bool silent = catalogue->facts[fact].silence != 0;
        if ((silent && which == ONLY_STATED) || (!silent && which == ONLY_SILENCE))
            continue;
        if (!add_fact(&explanation->parts[part], fact))
            return false;
    }
    return true;
}

/* Whether the list holds something stated out of this source. */
static bool
holds_source(const struct intv_catalogue *catalogue, const struct fact_list *list, uint32_t source)
{
    for (size_t i = 0; i < list->count; i++)
        if (catalogue->facts[list->facts[i]].silence == 0 &&
            intv_fact_get_source(catalogue, list->facts[i]) == source)
            return true;
    return false;
}

/* Side effects an evaluation found, but for those the record already tells from the same source. */
static bool
add_side_effects_of(struct intv_explanation *explanation, uint32_t evaluation)
{
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    struct fact_list *list = &explanation->parts[PART_SIDE_EFFECTS];
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_SIDE_EFFECT);
    const size_t told = list->count; /* before this evaluation */
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const struct fact_list before = {list->facts, told, told};
        const uint32_t source = intv_fact_get_source(catalogue, fact);
        if (catalogue->facts[fact].silence == 0 && source != INTV_NONE &&
            holds_source(catalogue, &before, source))
            continue;
        if (!add_fact(list, fact))
            return false;
    }
    return true;
}

/* What the record says of itself, and what its evaluations found. */
static bool
add_risks(struct intv_explanation *explanation)
{
    const uint32_t record = explanation->row.record;
    const struct intv_catalogue *catalogue = explanation->situation->catalogue;
    bool memory = add_field(explanation, record, FIELD_SIDE_EFFECT, ALL_FACTS, PART_SIDE_EFFECTS) &&
                  add_field(explanation, record, FIELD_LIMITATION, ALL_FACTS, PART_LIMITATIONS);
    for (size_t i = 0; i < explanation->parts[PART_EVALUATIONS].count && memory; i++) {
        const uint32_t fact = explanation->parts[PART_EVALUATIONS].facts[i];
        const uint32_t evaluation = catalogue->facts[fact].record;
        memory =
            add_side_effects_of(explanation, evaluation) &&
            add_field(explanation, evaluation, FIELD_LIMITATION, ONLY_STATED, PART_LIMITATIONS);
    }
    return memory;
}

static bool
explain(struct intv_explanation *explanation, uint32_t record)
{
    struct judge judge = {.catalogue = explanation->situation->catalogue,
                          .situation = explanation->situation};
    struct candidate candidate;
    bool memory = candidate_judge(&judge, &explanation->preconditions, record, &candidate);
    if (memory)
        explanation->row = candidate.row;
    memory = memory && explain_criteria(explanation, &judge) && add_evaluations(explanation) &&
             add_warnings(explanation) && add_risks(explanation) &&
             add_field(explanation, record, FIELD_NEEDS_PRECONDITION, ONLY_SILENCE,
                       PART_PRECONDITIONS_SILENCE);
    judge_free(&judge);
    return memory;
}

enum intv_status
intv_explanation_new(const struct intv_match *match, uint32_t record,
                     struct intv_explanation **explanation)
{
    if (explanation != NULL)
        *explanation = NULL;
    if (match == NULL || explanation == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    if (intv_record_get_kind(match->situation->catalogue, record) != INTV_KIND_INTERVENTION)
        return INTV_ERROR_NOT_FOUND;
    struct intv_explanation *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    made->situation = situation_copy(match->situation);
    if (made->situation == NULL || !explain(made, record)) {
        intv_explanation_free(made);
        return INTV_ERROR_NO_MEMORY;
    }
    *explanation = made;
    return INTV_OK;
}

/* ---- getters ---- */

uint32_t
intv_explanation_get_record(const struct intv_explanation *explanation)
{
    return explanation->row.record;
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

static const struct criterion *
find_criterion(const struct intv_explanation *explanation, size_t index)
{
    return index < explanation->situation->criterion_count
               ? &explanation->situation->criteria[index]
               : NULL;
}

static const struct judgement *
find_judgement(const struct intv_explanation *explanation, size_t index)
{
    return find_criterion(explanation, index) != NULL ? &explanation->criteria[index].judgement
                                                      : NULL;
}

const char *
intv_explanation_get_criterion_field(const struct intv_explanation *explanation, size_t index,
                                     enum intv_language language)
{
    const struct criterion *criterion = find_criterion(explanation, index);
    return criterion != NULL ? CRITERION_FORMATS[criterion->field].name[language == INTV_ENGLISH]
                             : "";
}

enum intv_importance
intv_explanation_get_criterion_importance(const struct intv_explanation *explanation, size_t index)
{
    const struct criterion *criterion = find_criterion(explanation, index);
    return criterion != NULL ? criterion->importance : INTV_WISH;
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
    const struct criterion *criterion = find_criterion(explanation, index);
    return criterion != NULL ? criterion->option_count : 0;
}

static const struct option *
find_option(const struct intv_explanation *explanation, size_t index, size_t option)
{
    const struct criterion *criterion = find_criterion(explanation, index);
    return criterion != NULL && option < criterion->option_count
               ? &explanation->situation->options[criterion->option_first + option]
               : NULL;
}

const char *
intv_explanation_get_option(const struct intv_explanation *explanation, size_t index, size_t option)
{
    const struct option *found = find_option(explanation, index, option);
    if (found == NULL)
        return "";
    return found->record != INTV_NONE
               ? intv_record_get_id(explanation->situation->catalogue, found->record)
               : found->text.bytes;
}

uint32_t
intv_explanation_get_option_record(const struct intv_explanation *explanation, size_t index,
                                   size_t option)
{
    const struct option *found = find_option(explanation, index, option);
    return found != NULL ? found->record : INTV_NONE;
}

size_t
intv_explanation_get_claim_count(const struct intv_explanation *explanation, size_t index)
{
    return find_criterion(explanation, index) != NULL ? explanation->criteria[index].claims.count
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
    return find_criterion(explanation, index) != NULL ? explanation->criteria[index].deciding : 0;
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
