/* SPDX-License-Identifier: EUPL-1.2 */
/* Pieces of catalogues that several JSON documents have in common; doc/json.md describes them. */
#ifndef WRITE_PIECES_H
#define WRITE_PIECES_H

#include "model/catalogue.h"
#include "write/json.h"

/* The keys that open every document about a catalogue. */
void pieces_head(struct json *json, const struct intv_catalogue *catalogue, const char *format);

/* A key with the layers of a catalogue, the lowest first. */
void pieces_layers(struct json *json, const char *key, const struct intv_catalogue *catalogue);

/* The key "layer": where a record comes from. */
void pieces_layer(struct json *json, const struct intv_catalogue *catalogue, uint32_t record);

/* Each function below writes one value. */

/* Texts of facts that stand together, by language: nl, en, then the order of the files. */
void pieces_texts(struct json *json, const struct intv_catalogue *catalogue, struct fact_span span);

/* Texts of one fact, besides its value; null when there are none. */
void pieces_wording(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact);

/* Name, preferred label or title of a record in every language. */
void pieces_name(struct json *json, const struct intv_catalogue *catalogue, uint32_t record);

/* "2021", "2021-02" or "2021-02-28" of yyyymmdd; null for 0. */
void pieces_date(struct json *json, uint32_t date);

/* Id of a record; null for INTV_NONE. */
void pieces_id(struct json *json, const struct intv_catalogue *catalogue, uint32_t record);

/* Kind, id, layer and name of a record. */
void pieces_record(struct json *json, const struct intv_catalogue *catalogue, uint32_t record);

/* Value of a fact; a record by its id, null when the fact has no value of its own. */
void pieces_value(struct json *json, const struct intv_catalogue *catalogue, uint32_t fact);

/* Whether a fact has texts besides its value. */
bool pieces_has_wording(const struct intv_catalogue *catalogue, uint32_t fact);

#endif
