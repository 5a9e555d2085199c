/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * What the format of catalogues knows: kinds of record, their fields, and lists of codes.
 *
 * This is the table from which the reader, the checks and data/catalogue.xsd are made, for programs
 * that show or hold any catalogue without naming its fields themselves.
 *
 * Kinds, fields and code lists have a number from 0; the codes of a list from 1, because 0 is "not
 * stated". Names and the numbers of kinds keep their meaning for ever. The numbers of fields, code
 * lists and codes hold for the library that runs: ask for them again, and keep names, not numbers.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     const size_t count = intv_kind_get_field_count(INTV_KIND_INTERVENTION);
 *     for (size_t i = 0; i < count; i++) {
 *         const uint32_t field = intv_kind_get_field(INTV_KIND_INTERVENTION, i);
 *         printf("%s: %s\n", intv_field_get_name(field), intv_field_get_explanation(field));
 *     }
 *     const uint32_t list = intv_code_list_find("need");
 *     for (uint32_t code = 1; code <= intv_code_get_count(list); code++)
 *         printf("%s: %s\n", intv_code_get_name(list, code),
 *                intv_code_get_label(list, code, INTV_DUTCH));
 *     return count > 0 ? 0 : 1;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_FORMAT_H
#define INTERVENTIONS_FORMAT_H

#include <interventions/catalogue.h>
#include <interventions/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- kinds of record ---- */

/**
 * Number of kinds that the library that runs knows; it may know more than #INTV_KIND_COUNT said
 * when a program was compiled.
 *
 * @return the number of kinds
 * @since 0.2
 */
INTV_API uint32_t intv_kind_get_count(void);

/**
 * Name of a kind in the format, such as "funding-scheme".
 *
 * @param kind a kind; unknown numbers are allowed
 * @return the name, lives for ever; "" when there is no such kind
 * @since 0.2
 */
INTV_API const char *intv_kind_get_name(enum intv_kind kind);

/**
 * What people call a record of a kind, in lower case.
 *
 * @param kind a kind; unknown numbers are allowed
 * @param language the language of the words
 * @return the words, live for ever; "" when there is no such kind
 * @since 0.2
 */
INTV_API const char *intv_kind_get_label(enum intv_kind kind, enum intv_language language);

/**
 * Kind of a name.
 *
 * @param name name of the kind in the format; NULL is no name
 * @return the number of the kind (enum intv_kind); #INTV_NONE when there is none
 * @since 0.2
 */
INTV_API uint32_t intv_kind_find(const char *name);

/* ---- where fields stand ---- */

/**
 * Number of fields that may stand directly under a record of a kind.
 *
 * @param kind a kind; an unknown one gives 0
 * @return the number of fields
 * @since 0.2
 */
INTV_API size_t intv_kind_get_field_count(enum intv_kind kind);

/**
 * One of those fields, in the order of the format.
 *
 * @param kind a kind
 * @param index 0 up to the count
 * @return the number of the field, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_kind_get_field(enum intv_kind kind, size_t index);

/**
 * How often that field must stand there at least; of texts, in all languages together.
 *
 * @param kind a kind
 * @param index 0 up to the count
 * @return the number; 0 when there is no such field
 * @since 0.2
 */
INTV_API uint32_t intv_kind_get_field_least(enum intv_kind kind, size_t index);

/**
 * How often that field may stand there at most; of texts, in each language.
 *
 * @param kind a kind
 * @param index 0 up to the count
 * @return the number; 0 for as often as wanted, or when there is no such field
 * @since 0.2
 */
INTV_API uint32_t intv_kind_get_field_most(enum intv_kind kind, size_t index);

/**
 * Field of a name directly under records of a kind. Several fields share a name, such as "kind",
 * but never in one kind of record.
 *
 * @param kind a kind
 * @param name name of the field in the format; NULL is no name
 * @return the number of the field, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_kind_find_field(enum intv_kind kind, const char *name);

/**
 * Number of fields that may stand inside a field.
 *
 * @param field number of a field; an unknown one gives 0
 * @return the number of fields
 * @since 0.2
 */
INTV_API size_t intv_field_get_inner_count(uint32_t field);

/**
 * One of those fields, in the order of the format.
 *
 * @param field number of a field
 * @param index 0 up to the count
 * @return the number of the field inside, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_inner(uint32_t field, size_t index);

/**
 * How often that field must stand there at least; of texts, in all languages together.
 *
 * @param field number of a field
 * @param index 0 up to the count
 * @return the number; 0 when there is no such field
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_inner_least(uint32_t field, size_t index);

/**
 * How often that field may stand there at most; of texts, in each language.
 *
 * @param field number of a field
 * @param index 0 up to the count
 * @return the number; 0 for as often as wanted, or when there is no such field
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_inner_most(uint32_t field, size_t index);

/**
 * Field of a name inside a field.
 *
 * @param field number of the field around it
 * @param name name of the field in the format; NULL is no name
 * @return the number of the field, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_field_find_inner(uint32_t field, const char *name);

/* ---- fields ---- */

/**
 * Number of fields of the format.
 *
 * @return the number of fields
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_count(void);

/**
 * Name of a field in the format, such as "target-group".
 *
 * @param field number of a field
 * @return the name, lives for ever; "" when there is no such field
 * @since 0.2
 */
INTV_API const char *intv_field_get_name(uint32_t field);

/**
 * What people call a field.
 *
 * @param field number of a field
 * @param language the language of the words
 * @return the words, live for ever; "" when there is no such field
 * @since 0.2
 */
INTV_API const char *intv_field_get_label(uint32_t field, enum intv_language language);

/**
 * What a field holds, in one English sentence.
 *
 * @param field number of a field
 * @return the sentence, lives for ever; "" when there is no such field
 * @since 0.2
 */
INTV_API const char *intv_field_get_explanation(uint32_t field);

/**
 * What the value of a fact of a field is, where one is stated.
 *
 * @param field number of a field
 * @return the kind of value; #INTV_VALUE_NONE also when there is no such field
 * @since 0.2
 */
INTV_API enum intv_value intv_field_get_value(uint32_t field);

/**
 * Whether a field says something about the world, so that its facts are claims: who asserts it, how
 * strongly, in which source; and so that it can be silent.
 *
 * @param field number of a field
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_field_is_claim(uint32_t field);

/**
 * Whether a field is written as an attribute of what it stands in; else as an element.
 *
 * @param field number of a field
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_field_is_attribute(uint32_t field);

/**
 * Whether the value of a field may be a record of a kind. Of fields such as "broader" it is always
 * a record of the same kind: they take every kind they stand in.
 *
 * @param field number of a field
 * @param kind a kind
 * @return 1 or 0
 * @since 0.2
 */
INTV_API int intv_field_takes_kind(uint32_t field, enum intv_kind kind);

/**
 * Id of the scheme whose concepts are the values of a field.
 *
 * @param field number of a field
 * @return the id, lives for ever; "" when the values are something else, or concepts of any scheme
 * @since 0.2
 */
INTV_API const char *intv_field_get_scheme(uint32_t field);

/**
 * Code list of the values of a field.
 *
 * @param field number of a field
 * @return the number of the list; #INTV_NONE when the values are something else
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_code_list(uint32_t field);

/**
 * Name of the attribute that qualifies the value of a field, such as "role".
 *
 * @param field number of a field
 * @return the name, lives for ever; "" when nothing qualifies it
 * @since 0.2
 */
INTV_API const char *intv_field_get_qualifier(uint32_t field);

/**
 * Code list of that attribute.
 *
 * @param field number of a field
 * @return the number of the list; #INTV_NONE when nothing qualifies it
 * @since 0.2
 */
INTV_API uint32_t intv_field_get_qualifier_list(uint32_t field);

/* ---- code lists ---- */

/**
 * Number of code lists.
 *
 * @return the number of lists
 * @since 0.2
 */
INTV_API uint32_t intv_code_list_get_count(void);

/**
 * Name of a code list, such as "asserter".
 *
 * @param list number of a list
 * @return the name, lives for ever; "" when there is no such list
 * @since 0.2
 */
INTV_API const char *intv_code_list_get_name(uint32_t list);

/**
 * Code list of a name.
 *
 * @param name name of the list; NULL is no name
 * @return the number of the list, or #INTV_NONE
 * @since 0.2
 */
INTV_API uint32_t intv_code_list_find(const char *name);

/**
 * Number of codes in a list; they are numbered from 1.
 *
 * @param list number of a list; an unknown one gives 0
 * @return the number of codes, which is also the last code
 * @since 0.2
 */
INTV_API uint32_t intv_code_get_count(uint32_t list);

/**
 * Name of a code in the format, such as "required".
 *
 * @param list number of a list
 * @param code a code, from 1
 * @return the name, lives for ever; "" for 0 and when there is no such code
 * @since 0.2
 */
INTV_API const char *intv_code_get_name(uint32_t list, uint32_t code);

/**
 * What people call a code.
 *
 * @param list number of a list
 * @param code a code, from 1
 * @param language the language of the words
 * @return the words, live for ever; "" for 0 and when there is no such code
 * @since 0.2
 */
INTV_API const char *intv_code_get_label(uint32_t list, uint32_t code, enum intv_language language);

/**
 * Code of a name.
 *
 * @param list number of a list
 * @param name name of the code in the format; NULL is no name
 * @return the code; 0 when there is none
 * @since 0.2
 */
INTV_API uint32_t intv_code_find(uint32_t list, const char *name);

#ifdef __cplusplus
}
#endif

#endif
