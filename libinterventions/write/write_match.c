/* SPDX-License-Identifier: EUPL-1.2 */
/* The documents of a match and of the check of one intervention; doc/json.md. */
#include "write/write_match.h"

#include "match/match.h"

/* ---- the head ---- */

enum
{
    ONE_YEAR = 10000 /* in dates written yyyymmdd */
};

/* Older than twelve months at the as-of date; null when one of the two dates is not known. */
static void
write_age_of_edition(struct match_writer *writer)
{
    const uint32_t as_of = writer->match->situation->as_of;
    const uint32_t edition = text_to_date(text_of(intv_catalogue_get_edition(writer->catalogue)));
    json_key(&writer->json, "edition_is_old");
    if (as_of != 0 && edition % 100 != 0)
        json_boolean(&writer->json, as_of > edition + ONE_YEAR);
    else
        json_null(&writer->json);
}

static void
write_importance(struct json *json, enum intv_importance importance)
{
    json_key_string(json, "importance", importance == INTV_MUST ? "must" : "wish");
}

static void
write_asked(struct match_writer *writer, const struct criterion *criterion)
{
    struct json *json = &writer->json;
    json_open_object(json);
    json_key_string(json, "field", CRITERION_FORMATS[criterion->field].name[INTV_ENGLISH]);
    write_importance(json, criterion->importance);
    json_key_array(json, "wanted");
    for (uint32_t i = 0; i < criterion->option_count; i++) {
        const struct option *option =
            &writer->match->situation->options[criterion->option_first + i];
        if (option->record != INTV_NONE)
            pieces_id(json, writer->catalogue, option->record);
        else
            json_text(json, option->text);
    }
    json_close(json);
    json_close(json);
}

/* Records are in the order of their ids. */
static void
write_said_preconditions(struct match_writer *writer)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const struct intv_situation *situation = writer->match->situation;
    const uint32_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_PRECONDITION);
    json_key_array(&writer->json, "preconditions");
    for (uint32_t i = 0; i < count && situation->said_count > 0; i++) {
        const uint32_t record = intv_catalogue_get_record(catalogue, INTV_KIND_PRECONDITION, i);
        const enum intv_precondition_state state = situation_said_of(situation, record);
        if (state == INTV_UNSAID)
            continue;
        json_open_object(&writer->json);
        json_key_string(&writer->json, "id", intv_record_get_id(catalogue, record));
        json_key_string(&writer->json, "state", intv_precondition_state_get_name(state));
        json_close(&writer->json);
    }
    json_close(&writer->json);
}

struct include_name
{
    enum intv_include include;
    const char *name;
};

static void
write_include(struct match_writer *writer)
{
    static const struct include_name NAMES[] = {
        {INTV_INCLUDE_TYPES, "types"},           {INTV_INCLUDE_INSTRUMENTS, "instruments"},
        {INTV_INCLUDE_FOREIGN, "foreign"},       {INTV_INCLUDE_ENDED, "ended"},
        {INTV_INCLUDE_DELIVERERS, "deliverers"},
    };
    json_key_array(&writer->json, "include");
    for (size_t i = 0; i < sizeof(NAMES) / sizeof(NAMES[0]); i++)
        if ((writer->match->situation->include & NAMES[i].include) != 0)
            json_string(&writer->json, NAMES[i].name);
    json_close(&writer->json);
}

static void
write_situation(struct match_writer *writer)
{
    const struct intv_situation *situation = writer->match->situation;
    json_key_object(&writer->json, "situation");
    json_key_array(&writer->json, "criteria");
    for (size_t i = 0; i < situation->criterion_count; i++)
        write_asked(writer, &situation->criteria[i]);
    json_close(&writer->json);
    write_said_preconditions(writer);
    write_include(writer);
    json_close(&writer->json);
}

static void
open_document(struct match_writer *writer, const struct intv_match *match, uint32_t flags,
              struct intv_output *output, const char *format)
{
    *writer = (struct match_writer){.match = match, .catalogue = match->situation->catalogue};
    json_begin(&writer->json, output, flags);
    json_open_object(&writer->json);
    pieces_head(&writer->json, writer->catalogue, format);
    json_key(&writer->json, "as_of");
    pieces_date(&writer->json, match->situation->as_of);
    write_age_of_edition(writer);
    write_situation(writer);
}

static enum intv_status
close_document(struct match_writer *writer)
{
    json_close(&writer->json);
    citations_free(&writer->citations);
    return json_finish(&writer->json);
}

/* ---- the criteria of a candidate ---- */

/* A finding has no value of its own; what it states is its outcome. */
static void
write_stated_value(struct match_writer *writer, uint32_t claim)
{
    const uint32_t outcome = catalogue_child_of(writer->catalogue, claim, FIELD_OUTCOME);
    json_key(&writer->json, "value");
    pieces_value(&writer->json, writer->catalogue, outcome != INTV_NONE ? outcome : claim);
}

static void
write_stated(struct match_writer *writer, uint32_t claim, bool decides)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    struct json *json = &writer->json;
    json_open_object(json);
    write_stated_value(writer, claim);
    json_key_string_or_null(json, "qualifier", intv_fact_get_qualifier(catalogue, claim));
    json_key_string_or_null(json, "asserted_by", intv_fact_get_asserter(catalogue, claim));
    json_key_boolean(json, "decides", decides);
    json_close(json);
}

/* The keys "stated" and "sources": marks of silence have a source, but state nothing. */
static void
write_claims(struct match_writer *writer, const struct intv_explanation *explanation, size_t index)
{
    const size_t count = intv_explanation_get_claim_count(explanation, index);
    const size_t deciding = intv_explanation_get_deciding_count(explanation, index);
    json_key_array(&writer->json, "stated");
    for (size_t i = 0; i < count; i++) {
        const uint32_t claim = intv_explanation_get_claim(explanation, index, i);
        if (intv_fact_get_silence(writer->catalogue, claim)[0] == '\0')
            write_stated(writer, claim, i < deciding);
        citations_add(&writer->citations, &writer->json, writer->catalogue, claim);
    }
    json_close(&writer->json);
    json_key(&writer->json, "sources");
    citations_write(&writer->citations, &writer->json, writer->catalogue);
}

static void
write_criterion(struct match_writer *writer, const struct intv_explanation *explanation,
                size_t index)
{
    struct json *json = &writer->json;
    const enum intv_state state = intv_explanation_get_criterion_state(explanation, index);
    json_open_object(json);
    json_key_string(json, "field",
                    intv_explanation_get_criterion_field(explanation, index, INTV_ENGLISH));
    json_key_array(json, "wanted");
    for (size_t i = 0; i < intv_explanation_get_option_count(explanation, index); i++)
        json_string(json, intv_explanation_get_option(explanation, index, i));
    json_close(json);
    write_importance(json, intv_explanation_get_criterion_importance(explanation, index));
    json_key_string(json, "state", intv_state_get_name(state));
    json_key_string(json, "reason", intv_explanation_get_criterion_reason(explanation, index));
    json_key_string_or_null(json, "silence",
                            intv_explanation_get_criterion_silence(explanation, index));
    json_key_boolean(json, "editor", intv_explanation_is_criterion_editor(explanation, index) != 0);
    json_key_boolean(json, "conflict",
                     intv_explanation_is_criterion_conflict(explanation, index) != 0);
    write_claims(writer, explanation, index);
    json_close(json);
}

/* ---- its preconditions ---- */

/* The keys "wording" and "sources", of the claims of the candidate that name the precondition. */
static void
write_needs(struct match_writer *writer, uint32_t candidate, uint32_t precondition)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const struct fact_span span =
        catalogue_facts_of(catalogue, candidate, FIELD_NEEDS_PRECONDITION);
    uint32_t worded = INTV_NONE;
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        if (intv_fact_get_target(catalogue, fact) != precondition)
            continue;
        if (worded == INTV_NONE && pieces_has_wording(catalogue, fact))
            worded = fact;
        citations_add(&writer->citations, &writer->json, catalogue, fact);
    }
    json_key(&writer->json, "wording");
    pieces_wording(&writer->json, catalogue, worded);
    json_key(&writer->json, "sources");
    citations_write(&writer->citations, &writer->json, catalogue);
}

static void
write_precondition(struct match_writer *writer, const struct intv_explanation *explanation,
                   size_t index)
{
    struct json *json = &writer->json;
    const uint32_t record = intv_explanation_get_precondition(explanation, index);
    const uint32_t flags = intv_explanation_get_precondition_flags(explanation, index);
    const enum intv_precondition_state state =
        intv_explanation_get_precondition_state(explanation, index);
    json_open_object(json);
    json_key_string(json, "id", intv_record_get_id(writer->catalogue, record));
    json_key(json, "name");
    pieces_name(json, writer->catalogue, record);
    json_key_string(json, "need", intv_explanation_get_precondition_need(explanation, index));
    json_key_string(json, "scope", intv_explanation_get_precondition_scope(explanation, index));
    json_key_string(json, "state", intv_precondition_state_get_name(state));
    json_key_string_or_null(json, "silence", state == INTV_UNSAID ? "asker" : "");
    json_key_boolean(json, "relevant", (flags & INTV_PRECONDITION_RELEVANT) != 0);
    json_key_boolean(json, "blocking", (flags & INTV_PRECONDITION_BLOCKING) != 0);
    json_key_boolean(json, "derived", (flags & INTV_PRECONDITION_DERIVED) != 0);
    write_needs(writer, intv_explanation_get_record(explanation), record);
    json_close(json);
}

/* Rule 3b: a lenient load may have left out preconditions of the candidate. */
static bool
lost_preconditions(const struct intv_catalogue *catalogue,
                   const struct intv_explanation *explanation)
{
    static const char PART[] = "preconditions-silence";
    for (size_t i = 0; i < intv_explanation_count_facts(explanation, PART); i++)
        if (catalogue->facts[intv_explanation_get_fact(explanation, PART, i)].silence ==
            SILENCE_DROPPED)
            return true;
    return catalogue->records[intv_explanation_get_record(explanation)].has_skipped != 0;
}

/* What rule 8 asks before a candidate can fit: a precondition for delivery, or a stated none. */
static bool
states_preconditions(const struct intv_catalogue *catalogue,
                     const struct intv_explanation *explanation)
{
    static const char PART[] = "preconditions-silence";
    const char *delivery = code_name(LIST_SCOPE, SCOPE_INTERVENTION);
    if (lost_preconditions(catalogue, explanation))
        return false;
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++)
        if (strcmp(intv_explanation_get_precondition_scope(explanation, i), delivery) == 0)
            return true;
    for (size_t i = 0; i < intv_explanation_count_facts(explanation, PART); i++) {
        const uint32_t mark = intv_explanation_get_fact(explanation, PART, i);
        if (catalogue->facts[mark].silence == SILENCE_NONE &&
            catalogue_asserter_of(catalogue, mark) != ASSERTER_EDITOR)
            return true;
    }
    return false;
}

/* ---- a candidate ---- */

static void
write_fraction(struct json *json, const char *key, uint64_t numerator, uint64_t denominator)
{
    json_key_array(json, key);
    json_unsigned(json, numerator);
    json_unsigned(json, denominator);
    json_close(json);
}

/* Without wishes both shares are 0 of 1, so that every reader can divide. */
static void
write_keys(struct json *json, const struct intv_explanation *explanation)
{
    const uint64_t stated = intv_explanation_get_key(explanation, INTV_KEY_WISHES_PARTS);
    const uint64_t parts = stated > 0 ? stated : 1;
    json_key_object(json, "keys");
    write_fraction(json, "wishes_low", intv_explanation_get_key(explanation, INTV_KEY_WISHES_LOW),
                   parts);
    write_fraction(json, "wishes_high", intv_explanation_get_key(explanation, INTV_KEY_WISHES_HIGH),
                   parts);
    json_key_unsigned(json, "absent", intv_explanation_get_key(explanation, INTV_KEY_ABSENT));
    json_key_unsigned(json, "partly", intv_explanation_get_key(explanation, INTV_KEY_PARTLY));
    json_key_unsigned(json, "unknown", intv_explanation_get_key(explanation, INTV_KEY_UNKNOWN));
    json_key_unsigned(json, "evidence", intv_explanation_get_key(explanation, INTV_KEY_EVIDENCE));
    json_close(json);
}

static void
write_explanation(struct match_writer *writer, const struct intv_explanation *explanation)
{
    struct json *json = &writer->json;
    const uint32_t record = intv_explanation_get_record(explanation);
    json_open_object(json);
    json_key_string(json, "id", intv_record_get_id(writer->catalogue, record));
    json_key(json, "name");
    pieces_name(json, writer->catalogue, record);
    json_key_string(json, "category",
                    intv_category_get_name(intv_explanation_get_category(explanation)));
    json_key_array(json, "criteria");
    for (size_t i = 0; i < intv_explanation_get_criterion_count(explanation); i++)
        write_criterion(writer, explanation, i);
    json_close(json);
    json_key_array(json, "preconditions");
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++)
        write_precondition(writer, explanation, i);
    json_close(json);
    json_key_boolean(json, "preconditions_stated",
                     states_preconditions(writer->catalogue, explanation));
    match_write_evidence(writer, explanation);
    write_keys(json, explanation);
    json_close(json);
}

static void
write_candidate(struct match_writer *writer, size_t index)
{
    struct intv_explanation *explanation = NULL;
    const uint32_t record = intv_match_get_record(writer->match, index);
    const enum intv_status status = intv_explanation_new(writer->match, record, &explanation);
    json_fail(&writer->json, status);
    if (status == INTV_OK)
        write_explanation(writer, explanation);
    intv_explanation_free(explanation);
}

/* ---- the match ---- */

static void
write_counts(struct match_writer *writer)
{
    json_key_object(&writer->json, "counts");
    for (unsigned category = INTV_FITS; category <= INTV_EXCLUDED; category++)
        json_key_unsigned(&writer->json, intv_category_get_name((enum intv_category)category),
                          intv_match_count_category(writer->match, (enum intv_category)category));
    json_close(&writer->json);
}

static void
write_candidates(struct match_writer *writer, size_t limit, bool with_excluded)
{
    size_t written = 0;
    json_key_array(&writer->json, "matches");
    for (size_t i = 0; i < intv_match_get_count(writer->match); i++) {
        const bool is_full = limit > 0 && written == limit;
        if (is_full || writer->json.status != INTV_OK)
            break;
        if (!with_excluded && intv_match_get_category(writer->match, i) == INTV_EXCLUDED)
            continue;
        write_candidate(writer, i);
        written++;
    }
    json_close(&writer->json);
}

static void
write_question(struct match_writer *writer, uint32_t precondition, uint32_t score)
{
    json_open_object(&writer->json);
    json_key_string(&writer->json, "precondition",
                    intv_record_get_id(writer->catalogue, precondition));
    json_key(&writer->json, "name");
    pieces_name(&writer->json, writer->catalogue, precondition);
    json_key_unsigned(&writer->json, "score", score);
    json_close(&writer->json);
}

enum intv_status
intv_write_match(const struct intv_match *match, size_t limit, uint32_t flags,
                 struct intv_output *output)
{
    struct match_writer writer;
    if (match == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    open_document(&writer, match, flags, output, "interventions-match/1");
    write_counts(&writer);
    write_candidates(&writer, limit, (flags & INTV_WRITE_EXCLUDED) != 0);
    json_key_array(&writer.json, "questions");
    for (size_t i = 0; i < intv_match_get_question_count(match); i++)
        write_question(&writer, intv_match_get_question(match, i),
                       intv_match_get_question_score(match, i));
    json_close(&writer.json);
    return close_document(&writer);
}

/* ---- the check of one intervention ---- */

/* Whether the asker can still say something of a precondition that counts here. */
static bool
can_ask(const struct intv_explanation *explanation, size_t index)
{
    return intv_explanation_get_precondition_state(explanation, index) == INTV_UNSAID &&
           (intv_explanation_get_precondition_flags(explanation, index) &
            INTV_PRECONDITION_RELEVANT) != 0;
}

static bool
asks_about(const struct intv_explanation *explanation, uint32_t precondition)
{
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++)
        if (intv_explanation_get_precondition(explanation, i) == precondition)
            return can_ask(explanation, i);
    return false;
}

static uint32_t
score_of(const struct intv_match *match, uint32_t precondition)
{
    for (size_t i = 0; i < intv_match_get_question_count(match); i++)
        if (intv_match_get_question(match, i) == precondition)
            return intv_match_get_question_score(match, i);
    return 0;
}

/* Those with a score in the order of the match, which is by score; then the rest, by id. */
static void
write_own_questions(struct match_writer *writer, const struct intv_explanation *explanation)
{
    const struct intv_match *match = writer->match;
    json_key_array(&writer->json, "questions");
    for (size_t i = 0; i < intv_match_get_question_count(match); i++) {
        const uint32_t precondition = intv_match_get_question(match, i);
        const uint32_t score = intv_match_get_question_score(match, i);
        if (score > 0 && asks_about(explanation, precondition))
            write_question(writer, precondition, score);
    }
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++) {
        const uint32_t precondition = intv_explanation_get_precondition(explanation, i);
        if (can_ask(explanation, i) && score_of(match, precondition) == 0)
            write_question(writer, precondition, 0);
    }
    json_close(&writer->json);
}

enum intv_status
intv_write_check(const struct intv_match *match, uint32_t record, uint32_t flags,
                 struct intv_output *output)
{
    struct match_writer writer;
    struct intv_explanation *explanation = NULL;
    if (match == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    const enum intv_status status = intv_explanation_new(match, record, &explanation);
    if (status != INTV_OK)
        return status;
    open_document(&writer, match, flags, output, "interventions-check/1");
    json_key(&writer.json, "match");
    write_explanation(&writer, explanation);
    write_own_questions(&writer, explanation);
    intv_explanation_free(explanation);
    return close_document(&writer);
}
