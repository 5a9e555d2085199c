/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef SITUATION_OPTIONS_H
#define SITUATION_OPTIONS_H

#include "situation/situation.h"

/* Where an option stands, for reports. */
struct option_context
{
    const struct intv_catalogue *catalogue;
    enum criterion_field field;
    struct place place;
    struct intv_diagnostics *diagnostics;
};

/* Reads one option of a criterion; its text is not set. */
enum intv_status option_read(const struct option_context *context, struct text written,
                             struct option *option);

/* A name that several records share. */
struct ambiguity
{
    struct text written;
    struct text field[2]; /* by enum intv_language */
    uint32_t one;
    uint32_t other;
};

enum intv_status option_refuse_ambiguous(const struct intv_catalogue *catalogue,
                                         const struct ambiguity *ambiguity, struct place place,
                                         struct intv_diagnostics *diagnostics);

#endif
