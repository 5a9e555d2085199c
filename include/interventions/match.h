/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * Matching: which interventions fit a situation, and why.
 *
 * A match puts every candidate in a category (fits, open, blocked, excluded) and in an order, by
 * the rules of doc/match.md and nothing else. "Fits" says nothing about effect. Unknown is never
 * counted as no. The answer itself is small: records, categories and keys; the full explanation of
 * one intervention is made on demand.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     struct intv_situation *situation = NULL;
 *     struct intv_match *match = NULL;
 *     intv_catalogue_builtin(&catalogue);
 *     intv_situation_new(catalogue, &situation);
 *     intv_situation_add(situation, INTV_MUST, "target-group", "parents", NULL);
 *     const enum intv_status status = intv_match_new(situation, &match, NULL);
 *     for (size_t i = 0; i < intv_match_get_count(match); i++)
 *         printf("%s: %s\n", intv_record_get_id(catalogue, intv_match_get_record(match, i)),
 *                intv_category_get_label(intv_match_get_category(match, i), INTV_ENGLISH));
 *     intv_match_free(match);
 *     intv_situation_free(situation);
 *     intv_catalogue_unref(catalogue);
 *     return status == INTV_OK ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_MATCH_H
#define INTERVENTIONS_MATCH_H

#include <interventions/catalogue.h>
#include <interventions/situation.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Category of a candidate; doc/match.md, rule 8. @since 0.1 */
enum intv_category
{
    INTV_FITS = 0,    /**< Fits the conditions. Says nothing about effect. */
    INTV_OPEN = 1,    /**< Something is unknown or fits in part. */
    INTV_BLOCKED = 2, /**< A required precondition is absent: something to arrange first. */
    INTV_EXCLUDED = 3 /**< A must is not met. */
};

/** State of a criterion; doc/match.md, rules 1 to 5. @since 0.1 */
enum intv_state
{
    INTV_MET = 0,           /**< Met. */
    INTV_PARTLY_MET = 1,    /**< Met in part. */
    INTV_UNKNOWN = 2,       /**< Nothing is stated that decides it. */
    INTV_UNMET = 3,         /**< Not met. */
    INTV_NOT_APPLICABLE = 4 /**< The criterion does not apply to this kind of record. */
};

/**
 * Matches a situation with its catalogue. The situation is copied: later changes do not matter.
 *
 * @param situation the situation; not NULL
 * @param[out] match the answer; free it with intv_match_free(); not NULL
 * @param diagnostics where to report; may be NULL
 * @retval INTV_OK it was made, also when there is no candidate
 * @retval INTV_ERROR_CONTRADICTION the states of preconditions contradict each other
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *match is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_match_new(const struct intv_situation *situation,
                                         struct intv_match **match,
                                         struct intv_diagnostics *diagnostics);

/**
 * Frees a match; explanations made of it live on.
 * @param match the match; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_match_free(struct intv_match *match);

/**
 * Number of candidates, the excluded ones too; best first, the excluded ones last.
 * @param match the match; NULL gives 0
 * @return the number of candidates
 * @since 0.1
 */
INTV_API size_t intv_match_get_count(const struct intv_match *match);

/**
 * Number of candidates in a category.
 * @param match the match; NULL gives 0
 * @param category the category
 * @return the number of candidates; 0 for an unknown category
 * @since 0.1
 */
INTV_API size_t intv_match_count_category(const struct intv_match *match,
                                          enum intv_category category);

/**
 * Record of a candidate.
 * @param match the match; not NULL
 * @param index 0 up to the count
 * @return the record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_match_get_record(const struct intv_match *match, size_t index);

/**
 * Category of a candidate.
 * @param match the match; not NULL
 * @param index 0 up to the count; beyond it the answer is excluded
 * @return the category
 * @since 0.1
 */
INTV_API enum intv_category intv_match_get_category(const struct intv_match *match, size_t index);

/** Keys by which candidates are ordered; doc/match.md, rule 9. @since 0.1 */
enum intv_match_key
{
    INTV_KEY_WISHES_LOW = 0,   /**< Numerator of the share of wishes that is met for sure. */
    INTV_KEY_WISHES_HIGH = 1,  /**< Numerator of the share that may be met. */
    INTV_KEY_WISHES_PARTS = 2, /**< Denominator of both; 0 when no wish applies. */
    INTV_KEY_ABSENT = 3,       /**< Preconditions for delivery that are absent. */
    INTV_KEY_PARTLY = 4,       /**< Preconditions for delivery that are partly present. */
    INTV_KEY_UNKNOWN = 5,      /**< Preconditions for delivery that are unknown. */
    INTV_KEY_EVIDENCE = 6      /**< Order of the strongest design with a favourable finding. */
};

/**
 * One key of a candidate.
 * @param match the match; not NULL
 * @param index 0 up to the count
 * @param key the key
 * @return the number; 0 when there is no such candidate or key
 * @since 0.1
 */
INTV_API uint64_t intv_match_get_key(const struct intv_match *match, size_t index,
                                     enum intv_match_key key);

/**
 * Number of questions that would help; doc/match.md, rule 11.
 * @param match the match; NULL gives 0
 * @return the number of questions
 * @since 0.1
 */
INTV_API size_t intv_match_get_question_count(const struct intv_match *match);

/**
 * Precondition a question asks about; the question that decides most comes first.
 * @param match the match; not NULL
 * @param index 0 up to the count
 * @return a record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_match_get_question(const struct intv_match *match, size_t index);

/**
 * How many candidates a question could block or decide.
 * @param match the match; not NULL
 * @param index 0 up to the count
 * @return the number of candidates; 0 when there is no such question
 * @since 0.1
 */
INTV_API uint32_t intv_match_get_question_score(const struct intv_match *match, size_t index);

/**
 * Date on which the question was asked, as the number yyyymmdd.
 * @param match the match; NULL gives 0
 * @return the date; 0 when the situation has none
 * @since 0.1
 */
INTV_API uint32_t intv_match_get_as_of(const struct intv_match *match);

/**
 * Situation that was matched: a copy, as it was when the match was made, with what was said of
 * preconditions in the order of their ids.
 * @param match the match; NULL gives NULL
 * @return the situation, borrowed
 * @since 0.2
 */
INTV_API const struct intv_situation *intv_match_get_situation(const struct intv_match *match);

/**
 * Whether the edition of any layer is older than twelve months on the date of the question.
 * @param match the match; NULL gives -1
 * @return 1 or 0; -1 when that is not known: the situation has no date, or an edition is no whole
 *   date and no other is old
 * @since 0.2
 */
INTV_API int intv_match_is_edition_old(const struct intv_match *match);

/**
 * Number of preconditions of which the asker said something.
 * @param match the match; NULL gives 0
 * @return the number of preconditions
 * @since 0.1
 */
INTV_API size_t intv_match_get_said_count(const struct intv_match *match);

/**
 * One precondition of which the asker said something, in the order of ids.
 * @param match the match; not NULL
 * @param index 0 up to the count
 * @return a record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_match_get_said(const struct intv_match *match, size_t index);

/**
 * What the asker said of it.
 * @param match the match; not NULL
 * @param index 0 up to the count; beyond it the answer is #INTV_UNSAID
 * @return the state
 * @since 0.1
 */
INTV_API enum intv_precondition_state intv_match_get_said_state(const struct intv_match *match,
                                                                size_t index);

/**
 * Makes the explanation of one intervention, whether or not it was a candidate.
 *
 * @param match the match; not NULL
 * @param record a record of kind intervention
 * @param[out] explanation the explanation; free it with intv_explanation_free(); not NULL
 * @retval INTV_OK it was made
 * @retval INTV_ERROR_NOT_FOUND the record is no intervention
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *explanation is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @since 0.1
 */
INTV_API enum intv_status intv_explanation_new(const struct intv_match *match, uint32_t record,
                                               struct intv_explanation **explanation);

/**
 * Frees an explanation.
 * @param explanation the explanation; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_explanation_free(struct intv_explanation *explanation);

/**
 * Record that is explained.
 * @param explanation the explanation; not NULL
 * @return the record
 * @since 0.1
 */
INTV_API uint32_t intv_explanation_get_record(const struct intv_explanation *explanation);

/**
 * Situation that the explanation is about: a copy, with the criteria in their order.
 * @param explanation the explanation; NULL gives NULL
 * @return the situation, borrowed
 * @since 0.2
 */
INTV_API const struct intv_situation *
intv_explanation_get_situation(const struct intv_explanation *explanation);

/**
 * Category of the record.
 * @param explanation the explanation; not NULL
 * @return the category
 * @since 0.1
 */
INTV_API enum intv_category
intv_explanation_get_category(const struct intv_explanation *explanation);

/**
 * One key of the record.
 * @param explanation the explanation; not NULL
 * @param key the key
 * @return the number; 0 when there is no such key
 * @since 0.1
 */
INTV_API uint64_t intv_explanation_get_key(const struct intv_explanation *explanation,
                                           enum intv_match_key key);

/**
 * Number of criteria, in the order of the situation.
 * @param explanation the explanation; NULL gives 0
 * @return the number of criteria
 * @since 0.1
 */
INTV_API size_t intv_explanation_get_criterion_count(const struct intv_explanation *explanation);

/**
 * Name of the field of a criterion.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @param language Dutch or English name
 * @return the name, lives for ever; "" when there is no such criterion
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_criterion_field(const struct intv_explanation *explanation, size_t index,
                                     enum intv_language language);

/**
 * Whether a criterion is a must or a wish.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return must or wish; #INTV_WISH when there is no such criterion
 * @since 0.1
 */
INTV_API enum intv_importance
intv_explanation_get_criterion_importance(const struct intv_explanation *explanation, size_t index);

/**
 * State of a criterion.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count; beyond it the answer is "not applicable"
 * @return the state
 * @since 0.1
 */
INTV_API enum intv_state
intv_explanation_get_criterion_state(const struct intv_explanation *explanation, size_t index);

/**
 * Why a criterion has its state, as a stable code such as "broader-only".
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the code, lives for ever; "" when there is no such criterion
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_criterion_reason(const struct intv_explanation *explanation, size_t index);

/**
 * Why a criterion has its state, in words.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @param language the language of the words
 * @return the words, live for ever; "" when there is no such criterion
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_criterion_reason_label(const struct intv_explanation *explanation,
                                            size_t index, enum intv_language language);

/**
 * Cause of silence, when the state is unknown because nothing is stated: "not-stated", "not-read"
 * or "searched".
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the cause, lives for ever; "" when something is stated
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_criterion_silence(const struct intv_explanation *explanation, size_t index);

/**
 * Whether a met or partly met criterion rests on the editor's classification alone.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return 1 or 0
 * @since 0.1
 */
INTV_API int intv_explanation_is_criterion_editor(const struct intv_explanation *explanation,
                                                  size_t index);

/**
 * Whether a criterion is partly met because sources contradict each other.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return 1 or 0
 * @since 0.1
 */
INTV_API int intv_explanation_is_criterion_conflict(const struct intv_explanation *explanation,
                                                    size_t index);

/**
 * Number of options of a criterion.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the number of options; 0 when there is no such criterion
 * @since 0.1
 */
INTV_API size_t intv_explanation_get_option_count(const struct intv_explanation *explanation,
                                                  size_t index);

/**
 * One option of a criterion: the id of a record, or the text as it was written.
 * @param explanation the explanation; not NULL
 * @param index number of the criterion
 * @param option 0 up to the count of options
 * @return the option, borrowed; "" when there is none
 * @since 0.1
 */
INTV_API const char *intv_explanation_get_option(const struct intv_explanation *explanation,
                                                 size_t index, size_t option);

/**
 * Record of an option.
 * @param explanation the explanation; not NULL
 * @param index number of the criterion
 * @param option 0 up to the count of options
 * @return the record; #INTV_NONE when the option is an age, amount or language
 * @since 0.1
 */
INTV_API uint32_t intv_explanation_get_option_record(const struct intv_explanation *explanation,
                                                     size_t index, size_t option);

/**
 * Number of claims and marks of silence that were looked at for a criterion.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the number of facts; 0 when there is no such criterion
 * @since 0.1
 */
INTV_API size_t intv_explanation_get_claim_count(const struct intv_explanation *explanation,
                                                 size_t index);

/**
 * Number of those claims that decide the state; they come first. The others were looked at and do
 * not change it.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the number of facts; 0 when there is no such criterion
 * @since 0.1
 */
INTV_API size_t intv_explanation_get_deciding_count(const struct intv_explanation *explanation,
                                                    size_t index);

/**
 * One claim that was looked at, or one mark of silence; read it with the functions of catalogue.h.
 * @param explanation the explanation; not NULL
 * @param index number of the criterion
 * @param claim 0 up to the count of claims
 * @return a fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_explanation_get_claim(const struct intv_explanation *explanation,
                                             size_t index, size_t claim);

/**
 * Number of preconditions of the intervention, in the order of their ids.
 * @param explanation the explanation; NULL gives 0
 * @return the number of preconditions
 * @since 0.1
 */
INTV_API size_t intv_explanation_get_precondition_count(const struct intv_explanation *explanation);

/**
 * Record of a precondition.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_explanation_get_precondition(const struct intv_explanation *explanation,
                                                    size_t index);

/**
 * State of a precondition; #INTV_UNSAID is the asker's silence.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the state; #INTV_UNSAID also when there is no such precondition
 * @since 0.1
 */
INTV_API enum intv_precondition_state
intv_explanation_get_precondition_state(const struct intv_explanation *explanation, size_t index);

/**
 * Strongest need stated: "required", "recommended", "facilitating" or "unstated".
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the need, lives for ever; "" when there is no such precondition
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_precondition_need(const struct intv_explanation *explanation, size_t index);

/**
 * What the precondition is needed for: "intervention", "collaboration" or "evaluation".
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return the scope, lives for ever; "" when there is no such precondition
 * @since 0.1
 */
INTV_API const char *
intv_explanation_get_precondition_scope(const struct intv_explanation *explanation, size_t index);

/** What holds of a precondition; may be added together. @since 0.1 */
enum intv_precondition_flag
{
    INTV_PRECONDITION_RELEVANT = 1, /**< It must be present for the category "fits". */
    INTV_PRECONDITION_BLOCKING = 2, /**< Its absence blocks. */
    INTV_PRECONDITION_DERIVED = 4   /**< Its state follows from a narrower or broader one. */
};

/**
 * Flags of a precondition.
 * @param explanation the explanation; not NULL
 * @param index 0 up to the count
 * @return values of #intv_precondition_flag added together
 * @since 0.1
 */
INTV_API uint32_t
intv_explanation_get_precondition_flags(const struct intv_explanation *explanation, size_t index);

/**
 * Number of claims of the intervention that name a precondition.
 * @param explanation the explanation; not NULL
 * @param index number of the precondition; beyond the count the answer is 0
 * @return the number of claims
 * @since 0.2
 */
INTV_API size_t intv_explanation_get_precondition_claim_count(
    const struct intv_explanation *explanation, size_t index);

/**
 * One of those claims, in the order of the files.
 * @param explanation the explanation; not NULL
 * @param index number of the precondition
 * @param claim 0 up to the count of claims
 * @return a fact, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_explanation_get_precondition_claim(
    const struct intv_explanation *explanation, size_t index, size_t claim);

/**
 * Whether the intervention states a precondition for delivery, or a source other than the editor
 * says that there is none; without that it cannot fit (doc/match.md, rule 8).
 * @param explanation the explanation; NULL gives 0
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_explanation_states_preconditions(const struct intv_explanation *explanation);

/**
 * Number of facts that are listed in one of the parts below the criteria.
 * @param explanation the explanation; NULL gives 0
 * @param part name of the part: "evaluations" (the claims that an evaluation evaluates this
 *   intervention), "findings", "warnings" (verdicts of reviews on elements it uses),
 *   "negative-findings", "side-effects" and "limitations" (of the intervention and of its
 *   evaluations), "preconditions-silence", or (since 0.2) "status": its country, what replaced it and
 *   whether it runs; NULL is no part. Of a catalogue that was loaded leniently the facts may be
 *   silent, "dropped", also among the warnings
 * @return the number of facts; 0 when there is no such part
 * @since 0.1
 */
INTV_API size_t intv_explanation_count_facts(const struct intv_explanation *explanation,
                                             const char *part);

/**
 * One fact of such a part.
 * @param explanation the explanation; not NULL
 * @param part name of the part; NULL is no part
 * @param index 0 up to the count
 * @return a fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_explanation_get_fact(const struct intv_explanation *explanation,
                                            const char *part, size_t index);

/**
 * Why a part may not tell everything.
 *
 * The mark of silence in it that asks for most care, also beside stated facts: what stands in a
 * source that was not read may be more than what was found. #INTV_DROPPED when a lenient load may
 * have left out something of the part, then #INTV_NOT_READ, then #INTV_SEARCHED, then
 * #INTV_SILENCE_NONE; without marks #INTV_STATED when the part holds anything, else
 * #INTV_NOT_STATED.
 *
 * @param explanation the explanation; NULL gives #INTV_NOT_STATED
 * @param part name of the part; NULL and an unknown one give #INTV_NOT_STATED
 * @return the silence
 * @since 0.2
 */
INTV_API enum intv_silence intv_explanation_get_silence(const struct intv_explanation *explanation,
                                                        const char *part);

/**
 * Whether a finding of an evaluation is about an intervention: it names that one, or none in
 * particular.
 * @param catalogue the catalogue; not NULL
 * @param finding a fact of the field "finding"
 * @param record a record of kind intervention
 * @return 1 or 0; 0 when there is no such fact
 * @since 0.2
 */
INTV_API int intv_finding_is_about(const struct intv_catalogue *catalogue, uint32_t finding,
                                   uint32_t record);

/**
 * How far the source that reports an evaluation was read; of several sources, the one that was read
 * furthest.
 * @param catalogue the catalogue; not NULL
 * @param evaluation a record of kind evaluation
 * @return a code of the list "extent", such as "whole", lives for ever; "" when no source reports
 *   it or there is no such record
 * @since 0.2
 */
INTV_API const char *intv_evaluation_get_extent(const struct intv_catalogue *catalogue,
                                                uint32_t evaluation);

/**
 * Stable name of a category: "fits", "open", "blocked" or "excluded".
 * @param category the category; unknown numbers are allowed
 * @return the name, lives for ever
 * @since 0.1
 */
INTV_API const char *intv_category_get_name(enum intv_category category);

/**
 * A category in the words that every program uses.
 * @param category the category; unknown numbers are allowed
 * @param language the language of the words
 * @return the words, live for ever
 * @since 0.1
 */
INTV_API const char *intv_category_get_label(enum intv_category category,
                                             enum intv_language language);

/**
 * Stable name of a state: "met", "partly", "unknown", "unmet" or "not-applicable".
 * @param state the state; unknown numbers are allowed
 * @return the name, lives for ever
 * @since 0.1
 */
INTV_API const char *intv_state_get_name(enum intv_state state);

/**
 * A state in words.
 * @param state the state; unknown numbers are allowed
 * @param language the language of the words
 * @return the words, live for ever
 * @since 0.1
 */
INTV_API const char *intv_state_get_label(enum intv_state state, enum intv_language language);

/**
 * Stable name of the state of a precondition: "unknown", "present", "partly" or "absent".
 * @param state the state; unknown numbers are allowed
 * @return the name, lives for ever
 * @since 0.1
 */
INTV_API const char *intv_precondition_state_get_name(enum intv_precondition_state state);

/**
 * The state of a precondition in words.
 * @param state the state; unknown numbers are allowed
 * @param language the language of the words
 * @return the words, live for ever
 * @since 0.1
 */
INTV_API const char *intv_precondition_state_get_label(enum intv_precondition_state state,
                                                       enum intv_language language);

#ifdef __cplusplus
}
#endif

#endif
