/* SPDX-License-Identifier: EUPL-1.2 */
/* The documents of a match and of the check of one intervention; doc/json.md. */
#include "write/write_match.h"

#include "match/match.h"
#include "write/write_situation.h"

/* ---- the head ---- */

/* Null when a date is not known. */
static void
write_age_of_edition(struct match_writer *writer)
{
    const int is_old = intv_match_is_edition_old(writer->match);
    json_key(&writer->json, "edition_is_old");
    if (is_old >= 0)
        json_boolean(&writer->json, is_old != 0);
    else
        json_null(&writer->json);
}

static void
write_importance(struct json *json, enum intv_importance importance)
{
    json_key_string(json, "importance", intv_importance_get_name(importance));
}

void
match_open_document(struct match_writer *writer, const struct intv_match *match, uint32_t flags,
                    struct intv_output *output, const char *format)
{
    *writer = (struct match_writer){.match = match, .catalogue = match->situation->catalogue};
    json_begin(&writer->json, output, flags);
    json_open_object(&writer->json);
    pieces_head(&writer->json, writer->catalogue, format);
    json_key(&writer->json, "as_of");
    pieces_date(&writer->json, match->situation->as_of);
    write_age_of_edition(writer);
    json_key(&writer->json, "situation");
    situation_write(&writer->json, match->situation, NULL);
}

enum intv_status
match_close_document(struct match_writer *writer)
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
    pieces_layer(json, catalogue, intv_fact_get_record(catalogue, claim));
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
write_needs(struct match_writer *writer, const struct intv_explanation *explanation, size_t index)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const size_t count = intv_explanation_get_precondition_claim_count(explanation, index);
    uint32_t worded = INTV_NONE;
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_precondition_claim(explanation, index, i);
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
    pieces_layer(json, writer->catalogue, record);
    json_key(json, "name");
    pieces_name(json, writer->catalogue, record);
    json_key_string(json, "need", intv_explanation_get_precondition_need(explanation, index));
    json_key_string(json, "scope", intv_explanation_get_precondition_scope(explanation, index));
    json_key_string(json, "state", intv_precondition_state_get_name(state));
    json_key_string_or_null(json, "silence", state == INTV_UNSAID ? "asker" : "");
    json_key_boolean(json, "relevant", (flags & INTV_PRECONDITION_RELEVANT) != 0);
    json_key_boolean(json, "blocking", (flags & INTV_PRECONDITION_BLOCKING) != 0);
    json_key_boolean(json, "derived", (flags & INTV_PRECONDITION_DERIVED) != 0);
    write_needs(writer, explanation, index);
    json_close(json);
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
void
match_write_keys(struct json *json, const uint64_t keys[MATCH_KEYS])
{
    const uint64_t stated = keys[INTV_KEY_WISHES_PARTS];
    const uint64_t parts = stated > 0 ? stated : 1;
    json_key_object(json, "keys");
    write_fraction(json, "wishes_low", keys[INTV_KEY_WISHES_LOW], parts);
    write_fraction(json, "wishes_high", keys[INTV_KEY_WISHES_HIGH], parts);
    json_key_unsigned(json, "absent", keys[INTV_KEY_ABSENT]);
    json_key_unsigned(json, "partly", keys[INTV_KEY_PARTLY]);
    json_key_unsigned(json, "unknown", keys[INTV_KEY_UNKNOWN]);
    json_key_unsigned(json, "evidence", keys[INTV_KEY_EVIDENCE]);
    json_close(json);
}

static void
write_keys(struct json *json, const struct intv_explanation *explanation)
{
    uint64_t keys[MATCH_KEYS];
    for (unsigned key = 0; key < MATCH_KEYS; key++)
        keys[key] = intv_explanation_get_key(explanation, (enum intv_match_key)key);
    match_write_keys(json, keys);
}

static void
write_explanation(struct match_writer *writer, const struct intv_explanation *explanation)
{
    struct json *json = &writer->json;
    const uint32_t record = intv_explanation_get_record(explanation);
    json_open_object(json);
    json_key_string(json, "id", intv_record_get_id(writer->catalogue, record));
    pieces_layer(json, writer->catalogue, record);
    json_key(json, "name");
    pieces_name(json, writer->catalogue, record);
    json_key_string(json, "category",
                    intv_category_get_name(intv_explanation_get_category(explanation)));
    json_key_boolean(json, "incomplete",
                     intv_explanation_get_silence(explanation, "status") == INTV_DROPPED);
    json_key_array(json, "criteria");
    for (size_t i = 0; i < intv_explanation_get_criterion_count(explanation); i++)
        write_criterion(writer, explanation, i);
    json_close(json);
    json_key_array(json, "preconditions");
    for (size_t i = 0; i < intv_explanation_get_precondition_count(explanation); i++)
        write_precondition(writer, explanation, i);
    json_close(json);
    json_key_boolean(json, "preconditions_stated",
                     intv_explanation_states_preconditions(explanation) != 0);
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

void
match_write_counts(struct match_writer *writer)
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
    pieces_layer(&writer->json, writer->catalogue, precondition);
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
    match_open_document(&writer, match, flags, output, "interventions-match/1");
    match_write_counts(&writer);
    write_candidates(&writer, limit, (flags & INTV_WRITE_EXCLUDED) != 0);
    json_key_array(&writer.json, "questions");
    for (size_t i = 0; i < intv_match_get_question_count(match); i++)
        write_question(&writer, intv_match_get_question(match, i),
                       intv_match_get_question_score(match, i));
    json_close(&writer.json);
    return match_close_document(&writer);
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
    match_open_document(&writer, match, flags, output, "interventions-check/1");
    json_key(&writer.json, "match");
    write_explanation(&writer, explanation);
    write_own_questions(&writer, explanation);
    intv_explanation_free(explanation);
    return match_close_document(&writer);
}
