/* SPDX-License-Identifier: EUPL-1.2 */
/* How the library reports: codes with parameters, never sentences. */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

#include <interventions/diagnostics.h>

#include "base/text.h"

enum diagnostic
{
#define DIAGNOSTIC(NAME, tag, SEVERITY, STATUS, nl, en, advice_nl, advice_en) DIAGNOSTIC_##NAME,
#include "base/diagnostics.def"
#undef DIAGNOSTIC
    DIAGNOSTIC_COUNT
};

/* What the table says of a diagnostic; texts by language. */
struct diagnostic_text
{
    const char *tag;
    enum intv_severity severity;
    enum intv_status status;
    const char *message[2];
    const char *advice[2];
};

const struct diagnostic_text *diagnostics_text(enum diagnostic code);

/* Where something stands; file may be NULL, line and column 0. */
struct place
{
    const char *file;
    uint32_t line;
    uint32_t column;
};

enum
{
    DIAGNOSTIC_PARAMETERS = 5,
    DIAGNOSTICS_KEPT = 100
};

/* A report that is being put together; parameters point to texts of the reporter. */
struct report
{
    enum diagnostic code;
    struct place place;
    struct text subject; /* kind:id, or empty */
    struct text parameters[DIAGNOSTIC_PARAMETERS];
};

/*
 * Adds a report; diagnostics may be NULL. Gives back the status the diagnostic leads to, so that
 * callers can return it.
 */
enum intv_status diagnostics_report(struct intv_diagnostics *diagnostics,
                                    const struct report *report);

/* Reports with a place and text parameters; a NULL parameter is empty. */
enum intv_status diagnostics_add(struct intv_diagnostics *diagnostics, enum diagnostic code,
                                 struct place place, const char *one, const char *two,
                                 const char *three, const char *four);

/*
 * Sets the place inside a JSON document, as a JSON pointer, of all reports that follow; NULL for
 * none. It is borrowed until it is set anew. diagnostics may be NULL.
 */
void diagnostics_set_path(struct intv_diagnostics *diagnostics, const char *path);

/* Reports failing memory out of the room that was set aside. */
enum intv_status diagnostics_no_memory(struct intv_diagnostics *diagnostics);

/* Decimal digits of a number, as text in the buffer. */
enum
{
    DIGITS_SIZE = 24
};
struct text text_of_number(int64_t number, char buffer[DIGITS_SIZE]);

/* A code point as it is named, such as U+00E9, as text in the buffer. */
enum
{
    CODE_POINT_SIZE = 12
};
struct text text_of_code_point(uint32_t code_point, char buffer[CODE_POINT_SIZE]);

#endif
