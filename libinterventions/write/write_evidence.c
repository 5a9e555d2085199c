/* SPDX-License-Identifier: EUPL-1.2 */
/* What a match shows beside the criteria: evaluations, warnings, side effects, limitations. */
#include "write/texts.h"
#include "write/write_match.h"

/* ---- evaluations ---- */

/* Each record that is stated in a field, by its id, once. */
static void
write_targets(struct match_writer *writer, const char *key, uint32_t record, enum field field)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    json_key_array(&writer->json, key);
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const uint32_t target = intv_fact_get_target(catalogue, fact);
        uint32_t before = span.first;
        while (before < fact && intv_fact_get_target(catalogue, before) != target)
            before++;
        if (target != INTV_NONE && before == fact)
            pieces_id(&writer->json, catalogue, target);
    }
    json_close(&writer->json);
}

static void
write_year(struct match_writer *writer, uint32_t evaluation)
{
    const struct fact_span span =
        catalogue_facts_of(writer->catalogue, evaluation, FIELD_PUBLISHED);
    json_key(&writer->json, "year");
    if (span.first < span.end && intv_fact_get_date(writer->catalogue, span.first) != 0)
        json_unsigned(&writer->json, intv_fact_get_date(writer->catalogue, span.first) / 10000);
    else
        json_null(&writer->json);
}

/* The keys "wording" and "sources" of a claim. */
static void
write_said(struct match_writer *writer, uint32_t claim)
{
    json_key(&writer->json, "wording");
    pieces_wording(&writer->json, writer->catalogue, claim);
    json_key(&writer->json, "sources");
    citations_write_one(&writer->citations, &writer->json, writer->catalogue, claim);
}

static void
write_finding(struct match_writer *writer, uint32_t finding)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const uint32_t outcome = catalogue_child_of(catalogue, finding, FIELD_OUTCOME);
    json_open_object(&writer->json);
    json_key(&writer->json, "outcome");
    pieces_id(&writer->json, catalogue,
              outcome != INTV_NONE ? intv_fact_get_target(catalogue, outcome) : INTV_NONE);
    json_key_string_or_null(&writer->json, "direction",
                            intv_fact_get_qualifier(catalogue, finding));
    write_said(writer, finding);
    json_close(&writer->json);
}

static void
write_findings(struct match_writer *writer, uint32_t evaluation, uint32_t intervention)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    const struct fact_span span = catalogue_facts_of(catalogue, evaluation, FIELD_FINDING);
    json_key_array(&writer->json, "findings");
    for (uint32_t fact = span.first; fact < span.end; fact++)
        if (intv_fact_get_silence(catalogue, fact)[0] == '\0' &&
            intv_finding_is_about(catalogue, fact, intervention) != 0)
            write_finding(writer, fact);
    json_close(&writer->json);
}

static void
write_evaluation(struct match_writer *writer, uint32_t evaluation, uint32_t intervention)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    struct json *json = &writer->json;
    const unsigned status = catalogue_code_of(catalogue, evaluation, FIELD_EVALUATION_STATUS);
    json_open_object(json);
    json_key_string(json, "id", intv_record_get_id(catalogue, evaluation));
    pieces_layer(json, catalogue, evaluation);
    json_key(json, "title");
    pieces_name(json, catalogue, evaluation);
    json_key_string_or_null(json, "status", code_name(LIST_EVALUATION_STATUS, status));
    write_year(writer, evaluation);
    write_targets(writer, "kinds", evaluation, FIELD_EVALUATION_KIND);
    write_targets(writer, "designs", evaluation, FIELD_DESIGN);
    json_key_string_or_null(json, "read", intv_evaluation_get_extent(catalogue, evaluation));
    write_findings(writer, evaluation, intervention);
    json_close(json);
}

static void
write_evaluations(struct match_writer *writer, const struct intv_explanation *explanation)
{
    const size_t count = intv_explanation_count_facts(explanation, "evaluations");
    struct json *json = &writer->json;
    json_key_object(json, "evidence");
    json_key_object(json, "prevention_paradox");
    json_key_string(json, "nl", texts_say(TEXT_PREVENTION_PARADOX, INTV_DUTCH));
    json_key_string(json, "en", texts_say(TEXT_PREVENTION_PARADOX, INTV_ENGLISH));
    json_close(json);
    json_key_boolean(json, "incomplete",
                     intv_explanation_get_silence(explanation, "findings") == INTV_DROPPED);
    json_key_array(json, "evaluations");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, "evaluations", i);
        write_evaluation(writer, intv_fact_get_record(writer->catalogue, fact),
                         intv_explanation_get_record(explanation));
    }
    json_close(json);
    json_close(json);
}

/* ---- warnings ---- */

static void
write_warning(struct match_writer *writer, uint32_t verdict)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    struct json *json = &writer->json;
    json_open_object(json);
    json_key(json, "element");
    pieces_id(json, catalogue, intv_fact_get_record(catalogue, verdict));
    pieces_layer(json, catalogue, intv_fact_get_record(catalogue, verdict));
    json_key(json, "name");
    pieces_name(json, catalogue, intv_fact_get_record(catalogue, verdict));
    json_key_string_or_null(json, "verdict", intv_fact_get_code(catalogue, verdict));
    json_key_string_or_null(json, "silence", intv_fact_get_silence(catalogue, verdict));
    json_key(json, "condition");
    pieces_wording(json, catalogue, catalogue_child_of(catalogue, verdict, FIELD_CONDITION));
    write_said(writer, verdict);
    json_close(json);
}

static void
write_warnings(struct match_writer *writer, const struct intv_explanation *explanation)
{
    const size_t count = intv_explanation_count_facts(explanation, "warnings");
    json_key_array(&writer->json, "warnings");
    for (size_t i = 0; i < count; i++)
        write_warning(writer, intv_explanation_get_fact(explanation, "warnings", i));
    json_close(&writer->json);
    json_key_boolean(&writer->json, "warnings_incomplete",
                     intv_explanation_get_silence(explanation, "warnings") == INTV_DROPPED);
}

/* ---- side effects and limitations ---- */

static void
write_part(struct match_writer *writer, const struct intv_explanation *explanation, const char *key,
           const char *part)
{
    const struct intv_catalogue *catalogue = writer->catalogue;
    struct json *json = &writer->json;
    const size_t count = intv_explanation_count_facts(explanation, part);
    const enum intv_silence silence = intv_explanation_get_silence(explanation, part);
    json_key_object(json, key);
    json_key_string_or_null(json, "silence",
                            silence != INTV_STATED ? intv_silence_get_name(silence) : "");
    json_key_array(json, "stated");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, part, i);
        if (intv_fact_get_silence(catalogue, fact)[0] != '\0')
            continue;
        json_open_object(json);
        write_said(writer, fact);
        json_close(json);
    }
    json_close(json);
    json_key(json, "sources");
    for (size_t i = 0; i < count; i++) {
        const uint32_t fact = intv_explanation_get_fact(explanation, part, i);
        if (intv_fact_get_silence(catalogue, fact)[0] != '\0')
            citations_add(&writer->citations, json, catalogue, fact);
    }
    citations_write(&writer->citations, json, catalogue);
    json_close(json);
}

void
match_write_evidence(struct match_writer *writer, const struct intv_explanation *explanation)
{
    write_evaluations(writer, explanation);
    write_warnings(writer, explanation);
    write_part(writer, explanation, "side_effects", "side-effects");
    write_part(writer, explanation, "limitations", "limitations");
}
