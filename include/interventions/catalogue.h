/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * The catalogue: records, the facts they hold, and who says so.
 *
 * A catalogue is immutable and counted: every holder has a reference. Its records have a number
 * from 0, its facts too; a pair (catalogue, number) is the handle. Within a kind, records are in
 * byte order of their ids.
 *
 * A *fact* is one field of a record: a name, a target group, a used element. A fact that says
 * something about the world is a *claim*: it knows who asserts it, how strongly, in which source,
 * at which place. A field of which nothing is stated has no fact, or a fact that is *silent* and
 * says why. Facts may hold facts of their own: the ages of a target group, the outcome of a
 * finding.
 *
 * A catalogue has one *layer* or more. The lowest, number 0, is the catalogue itself; each further
 * one is a local catalogue that was laid over what is below it (intv_loader_begin_overlay()).
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     struct intv_catalogue *catalogue = NULL;
 *     if (intv_catalogue_builtin(&catalogue) != INTV_OK)
 *         return 1;
 *     const uint32_t record = intv_catalogue_find(catalogue, INTV_KIND_INTERVENTION, "jos");
 *     const size_t count = intv_record_count_facts(catalogue, record, "setting");
 *     for (size_t i = 0; i < count; i++) {
 *         const uint32_t fact = intv_record_find_fact(catalogue, record, "setting", i);
 *         const uint32_t concept_ = intv_fact_get_target(catalogue, fact);
 *         printf("%s, %s\n", intv_record_get_name(catalogue, concept_, "nl"),
 *                intv_fact_get_asserter(catalogue, fact));
 *     }
 *     intv_catalogue_unref(catalogue);
 *     return count > 0 ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.1
 */
#ifndef INTERVENTIONS_CATALOGUE_H
#define INTERVENTIONS_CATALOGUE_H

#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the value of a fact is. @since 0.1 */
enum intv_value
{
    INTV_VALUE_NONE = 0,     /**< Nothing by itself: its texts or the facts inside it say it. */
    INTV_VALUE_TEXT = 1,     /**< Text in one language. */
    INTV_VALUE_RECORD = 2,   /**< Another record: intv_fact_get_target(). */
    INTV_VALUE_CODE = 3,     /**< One of a fixed list: intv_fact_get_code(). */
    INTV_VALUE_QUANTITY = 4, /**< Whole numbers: intv_fact_get_low() and intv_fact_get_high(). */
    INTV_VALUE_DATE = 5,     /**< A date: intv_fact_get_date(). */
    INTV_VALUE_TOKEN = 6     /**< Text without a language: a name, an address, a language tag. */
};

/** What is known of one side of a quantity. @since 0.1 */
enum intv_bound
{
    INTV_BOUND_KNOWN = 0,   /**< The number is stated. */
    INTV_BOUND_UNKNOWN = 1, /**< Nothing is stated. */
    INTV_BOUND_NONE = 2     /**< It is stated that there is no bound. */
};

/**
 * Why nothing is stated of a field, or that something is. The numbers never change; later versions
 * may add some.
 * @since 0.2
 */
enum intv_silence
{
    INTV_STATED = 0,       /**< A value is stated. */
    INTV_NOT_STATED = 1,   /**< Nothing is stated, and nothing says why. */
    INTV_SILENCE_NONE = 2, /**< The source says that there is none. */
    INTV_NOT_READ = 3,     /**< A source that may state it was not read, or not wholly. */
    INTV_SEARCHED = 4,     /**< It was looked for and not found. */
    INTV_DROPPED = 5       /**< A lenient load left out what stood here. */
};

/**
 * The national catalogue that is compiled into the library.
 *
 * @param[out] catalogue a new reference; give it back with intv_catalogue_unref(); not NULL
 * @retval INTV_OK it was opened
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *catalogue is NULL
 * @retval INTV_ERROR_INVALID_ARGUMENT the argument is NULL
 * @retval INTV_ERROR_NOT_FOUND the library was built without a catalogue
 * @retval INTV_ERROR_INTERNAL the data of ICU cannot be used
 * @retval INTV_ERROR_VERSION the catalogue in the library was made for another one
 * @since 0.1
 */
INTV_API enum intv_status intv_catalogue_builtin(struct intv_catalogue **catalogue);

/**
 * One more reference. Safe from any thread.
 *
 * @param catalogue the catalogue; NULL gives NULL
 * @return the same catalogue, to give back with intv_catalogue_unref(); NULL for NULL
 * @since 0.1
 */
INTV_API struct intv_catalogue *intv_catalogue_ref(struct intv_catalogue *catalogue);

/**
 * Gives a reference back; the last one frees the catalogue. Safe from any thread.
 *
 * @param catalogue the catalogue; NULL does nothing
 * @since 0.1
 */
INTV_API void intv_catalogue_unref(struct intv_catalogue *catalogue);

/**
 * Edition of the lowest layer, such as "2026-11-23".
 *
 * @param catalogue the catalogue; not NULL
 * @return the edition, borrowed
 * @since 0.1
 */
INTV_API const char *intv_catalogue_get_edition(const struct intv_catalogue *catalogue);

/**
 * Who publishes the lowest layer.
 *
 * @param catalogue the catalogue; not NULL
 * @return the publisher, borrowed
 * @since 0.1
 */
INTV_API const char *intv_catalogue_get_publisher(const struct intv_catalogue *catalogue);

/**
 * Licence of the lowest layer (SPDX), such as "CC0-1.0".
 *
 * @param catalogue the catalogue; not NULL
 * @return the licence, borrowed
 * @since 0.1
 */
INTV_API const char *intv_catalogue_get_licence(const struct intv_catalogue *catalogue);

/**
 * Number of layers: 1, and one more for each local catalogue that was laid over it.
 *
 * @param catalogue the catalogue; not NULL
 * @return the number of layers
 * @since 0.2
 */
INTV_API uint32_t intv_catalogue_get_layer_count(const struct intv_catalogue *catalogue);

/**
 * Edition of a layer.
 *
 * @param catalogue the catalogue; not NULL
 * @param layer 0 up to intv_catalogue_get_layer_count()
 * @return the edition, borrowed; "" when there is no such layer
 * @since 0.2
 */
INTV_API const char *intv_layer_get_edition(const struct intv_catalogue *catalogue, uint32_t layer);

/**
 * Who publishes a layer; the ids of an overlay begin with it.
 *
 * @param catalogue the catalogue; not NULL
 * @param layer 0 up to intv_catalogue_get_layer_count()
 * @return the publisher, borrowed; "" when there is no such layer
 * @since 0.2
 */
INTV_API const char *intv_layer_get_publisher(const struct intv_catalogue *catalogue,
                                              uint32_t layer);

/**
 * Licence of a layer.
 *
 * @param catalogue the catalogue; not NULL
 * @param layer 0 up to intv_catalogue_get_layer_count()
 * @return the licence, borrowed; "" when there is no such layer
 * @since 0.2
 */
INTV_API const char *intv_layer_get_licence(const struct intv_catalogue *catalogue, uint32_t layer);

/**
 * Language of the texts of a layer that name none.
 *
 * @param catalogue the catalogue; not NULL
 * @param layer 0 up to intv_catalogue_get_layer_count()
 * @return the language tag, borrowed; "" when there is no such layer
 * @since 0.2
 */
INTV_API const char *intv_layer_get_language(const struct intv_catalogue *catalogue,
                                             uint32_t layer);

/**
 * Layer a record comes from. A record that replaced one of a layer below is of its own layer.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @return the layer, or #INTV_NONE when there is no such record
 * @since 0.2
 */
INTV_API uint32_t intv_record_get_layer(const struct intv_catalogue *catalogue, uint32_t record);

/**
 * Layer a fact comes from: that of its record.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the layer, or #INTV_NONE when there is no such fact
 * @since 0.2
 */
INTV_API uint32_t intv_fact_get_layer(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Whether a lenient load left something out, if only a document that nobody could read. What is
 * missing may have answered a question; doc/match.md says what that does to a match.
 *
 * @param catalogue the catalogue; not NULL
 * @return 1 when it is incomplete, else 0
 * @since 0.2
 */
INTV_API int intv_catalogue_is_incomplete(const struct intv_catalogue *catalogue);

/**
 * Number of records that a lenient load read and left out, also one of a catalogue below.
 *
 * @param catalogue the catalogue; not NULL
 * @return the number; 0 when nothing was loaded leniently
 * @since 0.2
 */
INTV_API uint32_t intv_catalogue_get_dropped_records(const struct intv_catalogue *catalogue);

/**
 * Number of facts that a lenient load left out of the records that stayed. A fact counts as one with
 * everything inside it. In its place, once for each field, stands a silent fact whose
 * intv_fact_get_silence() is "dropped".
 *
 * @param catalogue the catalogue; not NULL
 * @return the number; 0 when nothing was loaded leniently
 * @since 0.2
 */
INTV_API uint32_t intv_catalogue_get_dropped_facts(const struct intv_catalogue *catalogue);

/**
 * Number of records of a kind.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind; an unknown kind gives 0
 * @return the number of records
 * @since 0.1
 */
INTV_API uint32_t intv_catalogue_get_record_count(const struct intv_catalogue *catalogue,
                                                  enum intv_kind kind);

/**
 * One record of a kind, by its place in the order of ids.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind
 * @param index 0 up to the count of that kind
 * @return the record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_catalogue_get_record(const struct intv_catalogue *catalogue,
                                            enum intv_kind kind, size_t index);

/**
 * Record with this id.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind
 * @param id the id; NULL gives #INTV_NONE
 * @return the record, or #INTV_NONE when there is none
 * @since 0.1
 */
INTV_API uint32_t intv_catalogue_find(const struct intv_catalogue *catalogue, enum intv_kind kind,
                                      const char *id);

/**
 * Finds the records that people call by a name: name, alias, preferred, alternative or hidden
 * label.
 *
 * Compared without accents and capitals. Ids and titles are no names; see intv_catalogue_find() for
 * ids. No record is found twice.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind of record (enum intv_kind), or #INTV_NONE for any kind
 * @param name the name as people write it; not NULL
 * @param[out] records the first records found, in the order of their numbers; may be NULL when
 *   capacity is 0
 * @param capacity how many records there is room for
 * @param[out] count how many records have the name, also when that is more than capacity; not NULL
 * @retval INTV_OK it was looked up, also when there is none: *count is 0
 * @retval INTV_ERROR_NO_MEMORY there was no memory; *count is 0
 * @retval INTV_ERROR_INVALID_ARGUMENT an argument is NULL
 * @retval INTV_ERROR_INTERNAL the data of ICU cannot be used
 * @since 0.2
 */
INTV_API enum intv_status intv_catalogue_find_named(const struct intv_catalogue *catalogue,
                                                    uint32_t kind, const char *name,
                                                    uint32_t *records, size_t capacity,
                                                    size_t *count);

/**
 * Record whose id or name is nearest to what was written, to suggest after a slip of the pen. It
 * takes a time that grows with the number of names.
 *
 * @param catalogue the catalogue; not NULL
 * @param kind the kind of record (enum intv_kind), or #INTV_NONE for any kind
 * @param written what was written; NULL gives #INTV_NONE
 * @return the record; #INTV_NONE when nothing is near
 * @since 0.2
 */
INTV_API uint32_t intv_catalogue_find_nearest(const struct intv_catalogue *catalogue, uint32_t kind,
                                              const char *written);

/**
 * Kind of a record.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @return the kind; #INTV_KIND_COUNT when there is no such record
 * @since 0.1
 */
INTV_API enum intv_kind intv_record_get_kind(const struct intv_catalogue *catalogue,
                                             uint32_t record);

/**
 * Id of a record, unique in its kind and stable over editions.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @return the id, borrowed; "" when there is no such record
 * @since 0.1
 */
INTV_API const char *intv_record_get_id(const struct intv_catalogue *catalogue, uint32_t record);

/**
 * Name, preferred label or title of a record.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param language a language tag; falls back to its base language, then to the language of the
 *   catalogue, then to any. NULL is the language of the catalogue
 * @return the name, borrowed; the id when the record has no name; "" when there is no such record
 * @since 0.1
 */
INTV_API const char *intv_record_get_name(const struct intv_catalogue *catalogue, uint32_t record,
                                          const char *language);

/**
 * Number of facts directly under a record.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record; one that does not exist gives 0
 * @return the number of facts
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_fact_count(const struct intv_catalogue *catalogue,
                                             uint32_t record);

/**
 * One fact directly under a record; facts of a field stand together, in the order of the files.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param index 0 up to the count
 * @return the fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_fact(const struct intv_catalogue *catalogue, uint32_t record,
                                       size_t index);

/**
 * Number of facts of one field directly under a record.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param field name of the field in the format, such as "target-group"; NULL and an unknown one
 *   give 0
 * @return the number of facts
 * @since 0.1
 */
INTV_API size_t intv_record_count_facts(const struct intv_catalogue *catalogue, uint32_t record,
                                        const char *field);

/**
 * One fact of one field directly under a record.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param field name of the field in the format; NULL gives #INTV_NONE
 * @param index 0 up to intv_record_count_facts()
 * @return the fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_record_find_fact(const struct intv_catalogue *catalogue, uint32_t record,
                                        const char *field, size_t index);

/**
 * What is known of a whole field of a record.
 *
 * #INTV_STATED when at least one value is stated; there may be marks of silence beside it, which
 * intv_record_get_silence_flags() tells. Else the mark that asks for most care: #INTV_DROPPED, then
 * #INTV_NOT_READ, #INTV_SEARCHED and #INTV_SILENCE_NONE. Without values and marks, for a field that
 * does not stand in this kind of record, and for a record that does not exist: #INTV_NOT_STATED.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param field name of the field in the format, such as "cost"; NULL is no field
 * @return what is known
 * @since 0.2
 */
INTV_API enum intv_silence intv_record_get_silence(const struct intv_catalogue *catalogue,
                                                   uint32_t record, const char *field);

/**
 * Everything that holds of a whole field: stated values, and each mark of silence.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param field name of the field in the format; NULL is no field
 * @return `1 << silence` for each #intv_silence that holds, added together; `1 << INTV_NOT_STATED`
 *   when nothing else does
 * @since 0.2
 */
INTV_API uint32_t intv_record_get_silence_flags(const struct intv_catalogue *catalogue,
                                                uint32_t record, const char *field);

/**
 * Stable name of a silence: "stated", "not-stated", "none", "not-read" or "searched".
 *
 * @param silence a silence; unknown numbers are allowed
 * @return the name, lives for ever; "unknown" for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_silence_get_name(enum intv_silence silence);

/**
 * A silence in words.
 *
 * @param silence a silence; unknown numbers are allowed
 * @param language the language of the words
 * @return the words, live for ever; "" for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_silence_get_label(enum intv_silence silence, enum intv_language language);

/**
 * Number of records that are equal to or broader than a record, over every path.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record; one that does not exist gives 0
 * @return the number of records
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_ancestor_count(const struct intv_catalogue *catalogue,
                                                 uint32_t record);

/**
 * One of those records; the record itself is among them.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param index 0 up to the count
 * @return a record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_ancestor(const struct intv_catalogue *catalogue, uint32_t record,
                                           size_t index);

/**
 * Number of facts anywhere whose value is this record, such as the evaluations of an
 * intervention.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record; one that does not exist gives 0
 * @return the number of facts
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_user_count(const struct intv_catalogue *catalogue,
                                             uint32_t record);

/**
 * One of those facts.
 *
 * @param catalogue the catalogue; not NULL
 * @param record a record
 * @param index 0 up to the count
 * @return a fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_record_get_user(const struct intv_catalogue *catalogue, uint32_t record,
                                       size_t index);

/**
 * Name of the field a fact belongs to.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the name, lives for ever; "" when there is no such fact
 * @since 0.1
 */
INTV_API const char *intv_fact_get_field(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Record that holds a fact.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the record, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_record(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Fact that a fact stands in.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the fact around it, or #INTV_NONE directly under the record
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_parent(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Number of facts inside a fact.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact; one that does not exist gives 0
 * @return the number of facts
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_child_count(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * One fact inside a fact.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param index 0 up to the count
 * @return the fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_child(const struct intv_catalogue *catalogue, uint32_t fact,
                                      size_t index);

/**
 * What the value of a fact is; a silent fact has none.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the kind of value; #INTV_VALUE_NONE also when there is no such fact
 * @since 0.1
 */
INTV_API enum intv_value intv_fact_get_value(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Why nothing is stated: "none" (the source says there is none), "not-read" or "searched"; or
 * "dropped" when a lenient load left out what stood there. Only claims can be silent for one of the
 * first three, facts of every field for the last.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the cause, lives for ever; "" when a value is stated
 * @since 0.1
 */
INTV_API const char *intv_fact_get_silence(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * The same as a number.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return #INTV_STATED when it is not silent; #INTV_NOT_STATED when there is no such fact
 * @since 0.2
 */
INTV_API enum intv_silence intv_fact_get_silence_cause(const struct intv_catalogue *catalogue,
                                                       uint32_t fact);

/**
 * Record that is the value of a fact.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the record; #INTV_NONE when the value is something else
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_target(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Code that is the value of a fact, such as "running".
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the code, lives for ever; "" when the value is something else
 * @since 0.1
 */
INTV_API const char *intv_fact_get_code(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * The code in words.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param language the language of the words
 * @return the words, live for ever; "" when the value is something else
 * @since 0.2
 */
INTV_API const char *intv_fact_get_code_label(const struct intv_catalogue *catalogue, uint32_t fact,
                                              enum intv_language language);

/**
 * Code that qualifies a fact: the role of a target group, the need of a precondition.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the code, lives for ever; "" when none is stated
 * @since 0.1
 */
INTV_API const char *intv_fact_get_qualifier(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * The qualifier in words.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param language the language of the words
 * @return the words, live for ever; "" when none is stated
 * @since 0.1
 */
INTV_API const char *intv_fact_get_qualifier_label(const struct intv_catalogue *catalogue,
                                                   uint32_t fact, enum intv_language language);

/**
 * Lowest number of a quantity; money is in euro cents.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param[out] value the number when it is known, else 0; may be NULL
 * @return whether it is known
 * @since 0.1
 */
INTV_API enum intv_bound intv_fact_get_low(const struct intv_catalogue *catalogue, uint32_t fact,
                                           int64_t *value);

/**
 * Highest number of a quantity.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param[out] value the number when it is known, else 0; may be NULL
 * @return whether it is known, or stated not to exist
 * @since 0.1
 */
INTV_API enum intv_bound intv_fact_get_high(const struct intv_catalogue *catalogue, uint32_t fact,
                                            int64_t *value);

/**
 * Whether a quantity is stated as "about".
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return 1 or 0
 * @since 0.1
 */
INTV_API int intv_fact_is_about(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Date as the number yyyymmdd; month or day 0 when they are not stated.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the date, or 0
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_date(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Number of texts of a fact: its value, or its own wordings in several languages.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact; one that does not exist gives 0
 * @return the number of texts
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_text_count(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * One text of a fact.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param index 0 up to the count
 * @param[out] language its language tag, borrowed, "" if it has none; may be NULL
 * @return the text, borrowed; "" when there is none
 * @since 0.1
 */
INTV_API const char *intv_fact_get_text_at(const struct intv_catalogue *catalogue, uint32_t fact,
                                           size_t index, const char **language);

/**
 * The text of a fact in a language, falling back as intv_record_get_name() does.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param language a language tag, or NULL
 * @return the text, borrowed; "" when the fact has none
 * @since 0.1
 */
INTV_API const char *intv_fact_get_text(const struct intv_catalogue *catalogue, uint32_t fact,
                                        const char *language);

/**
 * Who asserts a claim: evaluation, respondents, guideline, method, provider, policy or editor.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the code, lives for ever; "" when the fact is no claim
 * @since 0.1
 */
INTV_API const char *intv_fact_get_asserter(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Who asserts a claim, in words.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param language the language of the words
 * @return the words, live for ever; "" when the fact is no claim
 * @since 0.1
 */
INTV_API const char *intv_fact_get_asserter_label(const struct intv_catalogue *catalogue,
                                                  uint32_t fact, enum intv_language language);

/**
 * Strength of a claim: demonstrated, potential, reported, component-only or unstated.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the code, lives for ever; "" when the fact is no claim
 * @since 0.1
 */
INTV_API const char *intv_fact_get_strength(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Strength of a claim, in words.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param language the language of the words
 * @return the words, live for ever; "" when the fact is no claim
 * @since 0.1
 */
INTV_API const char *intv_fact_get_strength_label(const struct intv_catalogue *catalogue,
                                                  uint32_t fact, enum intv_language language);

/**
 * Source of a claim.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the record of the source, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_source(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Source through which the source of a claim was read.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the record, or #INTV_NONE when the source was read directly
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_via(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Place in the source where it was read.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @return the place, borrowed; "" when it is not stated
 * @since 0.1
 */
INTV_API const char *intv_fact_get_locator(const struct intv_catalogue *catalogue, uint32_t fact);

/**
 * Number of claims that contradict a claim.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact; one that does not exist gives 0
 * @return the number of claims
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_conflict_count(const struct intv_catalogue *catalogue,
                                               uint32_t fact);

/**
 * One claim that contradicts a claim.
 *
 * @param catalogue the catalogue; not NULL
 * @param fact a fact
 * @param index 0 up to the count
 * @return the fact, or #INTV_NONE
 * @since 0.1
 */
INTV_API uint32_t intv_fact_get_conflict(const struct intv_catalogue *catalogue, uint32_t fact,
                                         size_t index);

#ifdef __cplusplus
}
#endif

#endif
