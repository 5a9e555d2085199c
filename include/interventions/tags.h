/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * @file
 * What each diagnostic means: every tag with its sentence, advice, explanation and example.
 *
 * diagnostics.h says what was wrong with one input. This header explains the tags themselves, for a
 * manual, a help page or a tool-tip. Tags are numbered from 0 in an order that may change between
 * versions; their names never change, so keep names.
 *
 * @code
 * #include <interventions/interventions.h>
 * #include <stdio.h>
 *
 * int
 * main(void)
 * {
 *     const uint32_t tag = intv_tag_find("bad-range");
 *     if (tag == INTV_NONE)
 *         return 1;
 *     printf("%s\n%s\n", intv_tag_get_name(tag), intv_tag_get_explanation(tag, INTV_ENGLISH));
 *     printf("wrong:\n%s\n", intv_tag_get_wrong_example(tag));
 *     printf("right:\n%s\n", intv_tag_get_right_example(tag));
 *     return 0;
 * }
 * @endcode
 *
 * @since 0.2
 */
#ifndef INTERVENTIONS_TAGS_H
#define INTERVENTIONS_TAGS_H

#include <interventions/diagnostics.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * What an example is. The numbers never change; later versions may add some.
 * @since 0.2
 */
enum intv_example
{
    INTV_EXAMPLE_NONE = 0,      /**< There is none; the explanation says why. */
    INTV_EXAMPLE_RECORDS = 1,   /**< Records of a catalogue. */
    INTV_EXAMPLE_DOCUMENT = 2,  /**< A whole document. */
    INTV_EXAMPLE_BYTES = 3,     /**< Records in which `\x{E9}` stands for the byte E9. */
    INTV_EXAMPLE_SITUATION = 4, /**< What stands in a situation. */
    INTV_EXAMPLE_COMMAND = 5,   /**< Lines of a shell, that run the program interventions. */
    INTV_EXAMPLE_CALL = 6,      /**< Calls in C. */
    INTV_EXAMPLE_REQUEST = 7,   /**< A request in JSON; `\x{E9}` stands for the byte E9. */
    INTV_EXAMPLE_QUERY = 8      /**< A query; `\x{E9}` stands for the byte E9. */
};

/**
 * Number of tags.
 * @return the number of tags
 * @since 0.2
 */
INTV_API uint32_t intv_tag_get_count(void);

/**
 * Stable name of a tag, such as "dangling-reference".
 * @param tag 0 up to the count
 * @return the name, lives for ever; NULL when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_name(uint32_t tag);

/**
 * The tag of a name.
 * @param name name of a tag; NULL is no name
 * @return the tag; #INTV_NONE when there is none of that name
 * @since 0.2
 */
INTV_API uint32_t intv_tag_find(const char *name);

/**
 * The tag whose name is nearest to a name that does not exist.
 * @param name what was written; NULL is no name
 * @return the tag; #INTV_NONE when nothing is near
 * @since 0.2
 */
INTV_API uint32_t intv_tag_suggest(const char *name);

/**
 * Severity of what a tag stands for.
 * @param tag 0 up to the count; beyond it the answer is an error
 * @return the severity
 * @since 0.2
 */
INTV_API enum intv_severity intv_tag_get_severity(uint32_t tag);

/**
 * Status that what a tag stands for leads to.
 * @param tag 0 up to the count
 * @return the status; INTV_OK for a warning or when there is no such tag
 * @since 0.2
 */
INTV_API enum intv_status intv_tag_get_status(uint32_t tag);

/**
 * The sentence that says what was found, with `{1}` to `{5}` in the places of its parameters.
 * @param tag 0 up to the count
 * @param language the language of the sentence; a number that is no language gives Dutch
 * @return the sentence, lives for ever; NULL when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_message(uint32_t tag, enum intv_language language);

/**
 * The sentence that says what to do, with `{1}` to `{5}` in the places of its parameters.
 * @param tag 0 up to the count
 * @param language the language of the sentence; a number that is no language gives Dutch
 * @return the sentence, lives for ever; NULL when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_advice(uint32_t tag, enum intv_language language);

/**
 * What a tag means, why it is a rule and what to do, in a few sentences.
 * @param tag 0 up to the count
 * @param language the language of the sentences; a number that is no language gives Dutch
 * @return the sentences, live for ever; NULL when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_explanation(uint32_t tag, enum intv_language language);

/**
 * What the examples of a tag are.
 * @param tag 0 up to the count
 * @return what they are; #INTV_EXAMPLE_NONE also when there is no such tag
 * @since 0.2
 */
INTV_API enum intv_example intv_tag_get_example(uint32_t tag);

/**
 * An example that leads to the tag.
 * @param tag 0 up to the count
 * @return the example, without a line end behind it, lives for ever; "" when the tag has none; NULL
 *   when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_wrong_example(uint32_t tag);

/**
 * The same example mended: it does not lead to the tag.
 * @param tag 0 up to the count
 * @return the example, without a line end behind it, lives for ever; "" when the tag has none; NULL
 *   when there is no such tag
 * @since 0.2
 */
INTV_API const char *intv_tag_get_right_example(uint32_t tag);

/**
 * Stable name of what an example is, such as "records".
 * @param example what it is
 * @return the name, lives for ever; NULL for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_example_get_name(enum intv_example example);

/**
 * One sentence that says what an example is.
 * @param example what it is
 * @param language the language of the sentence; a number that is no language gives Dutch
 * @return the sentence, lives for ever; NULL for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_example_get_text(enum intv_example example, enum intv_language language);

/**
 * The text around an example, to try it: put the example in the place of `{1}`.
 * @param example what it is
 * @return the text, lives for ever; "" when there is nothing to try; NULL for an unknown number
 * @since 0.2
 */
INTV_API const char *intv_example_get_frame(enum intv_example example);

/**
 * The small catalogue to which the examples refer. Load it beside records, documents and bytes, and
 * ask the situations and requests of it.
 * @return an XML document, lives for ever
 * @since 0.2
 */
INTV_API const char *intv_example_get_catalogue(void);

#ifdef __cplusplus
}
#endif

#endif
