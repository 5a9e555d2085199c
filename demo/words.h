/* SPDX-License-Identifier: EUPL-1.2 */
/* Words of the table and values of the catalogue, put into paragraphs. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "terminal.h"

struct program;

enum
{
    WORDS_NUMBER_SIZE = 24
};

/* A text of the table in the language of the program; "" when there is none. */
const char *words_get(const struct program *program, const char *name);

/* The text "PREFIX-REST"; the rest itself when there is no such text. */
const char *words_get_of(const struct program *program, const char *prefix, const char *rest);

/* Adds a text of the table, with the values for {1} and {2} in their places. */
void words_add(const struct program *program, struct terminal *terminal, enum style style,
               const char *name, const char *one, const char *two);

/* A paragraph on standard output of one such text. */
void words_line(struct program *program, unsigned indent, enum style style, const char *name,
                const char *one, const char *two);

const char *words_number(uint64_t number, char buffer[WORDS_NUMBER_SIZE]);

/* Adds the value of a fact, without who says it; nothing when it has none. */
void words_add_value(const struct program *program, struct terminal *terminal, enum style style,
                     uint32_t fact);

/* Adds why a fact is silent. */
void words_add_silence(const struct program *program, struct terminal *terminal, const char *cause);

/* Adds " [3]" for the source of a claim, or nothing. */
void words_add_reference(struct program *program, uint32_t fact);

/* Adds the source of a claim by a short title, the place in it, and its number. */
void words_add_source(struct program *program, uint32_t fact);

/* Adds who asserts a claim, in which source and where. */
void words_add_asserter(struct program *program, uint32_t fact);

/* Year in which a source or evaluation was published; false when it is not known. */
bool words_year(const struct program *program, uint32_t record, char buffer[WORDS_NUMBER_SIZE]);

/* Whether somebody asserts a claim: "provider", "editor". */
bool words_is_asserted_by(const struct program *program, uint32_t fact, const char *asserter);

/* Outcome a finding is about. */
uint32_t words_find_outcome(const struct program *program, uint32_t finding);

/* Adds a title that is cut at a space when it is long. */
void words_add_short(struct terminal *terminal, enum style style, const char *title);

#endif
