/* SPDX-License-Identifier: EUPL-1.2 */
/* Messages on standard error: what was found, what was expected, what is nearest. */
#ifndef MESSAGES_H
#define MESSAGES_H

struct program;

/*
 * Says a text of the table with the values for {1} and {2}, and what is nearest if that is not NULL
 * or "".
 */
void message_say(struct program *program, const char *name, const char *one, const char *two,
                 const char *nearest);

/* The same, about the value of an option. */
void message_say_of(struct program *program, const char *option, const char *name, const char *one,
                    const char *two, const char *nearest);

/* Says every diagnostic with its advice, and empties the list; `about` may be NULL. */
void message_say_diagnostics(struct program *program, const char *option, const char *value);

#endif
