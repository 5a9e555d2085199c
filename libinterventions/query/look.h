/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which facts of a field count for filters and facets, and for which records they speak:
 * doc/filters.md, rules 1, 2, 5 and 7.
 */
#ifndef QUERY_LOOK_H
#define QUERY_LOOK_H

#include "model/catalogue.h"

enum
{
    LOOK_AT_ALL = UINT8_MAX /* every asserter, and what nobody in particular asserts */
};

struct look
{
    const struct intv_catalogue *catalogue;
    enum field field;
    uint8_t qualifier;  /* code of the field's qualifier list that facts have to bear; 0: any */
    uint8_t default_to; /* code that one without a qualifier is taken to bear */
    uint32_t asserters; /* bits 1 << enum asserter; LOOK_AT_ALL looks at all */
    bool walks;         /* never uses the sets of the index, which must say the same */
};

/* Whether what is looked at is just what the sets of the index are about. */
bool look_is_plain(const struct look *look);

/* Whether a fact of the field counts, stated or silent. */
bool look_counts(const struct look *look, uint32_t fact);

/* Kinds whose records may state the field, interventions among them when research states it of them. */
kind_set look_kinds(const struct look *look);

/* Called for a record; may be called again for the same. */
typedef void (*look_visit)(void *user, uint32_t record);

/* The records a fact speaks for: its own, and the interventions that were evaluated or rated. */
void look_visit_records(const struct look *look, uint32_t fact, look_visit visit, void *user);
void look_add_records(const struct look *look, uint32_t fact, uint64_t *records);

/* All facts of the field, in the order of records; some may not count. */
const uint32_t *look_facts(const struct look *look, uint32_t *count);

/* Records that state a value; that say by a mark why not; that may have lost one; that say nothing. */
void look_add_stated(const struct look *look, uint64_t *records);
void look_add_marked(const struct look *look, enum silence silence, uint64_t *records);
void look_add_dropped(const struct look *look, uint64_t *records);
enum intv_status look_add_unknown(const struct look *look, uint64_t *records);

#endif
