/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/thaw.h"

#include "base/memory.h"

struct thawing
{
    struct staging *staging;
    const struct intv_catalogue *catalogue;
    struct place *places;  /* of each layer */
    uint32_t lowest;       /* staged layer of the lowest layer */
    uint32_t *facts;       /* staged number of each fact */
    uint32_t *provenances; /* staged number of each provenance, or INTV_NONE */
    struct place place;    /* of the record that is thawed */
};

/* ---- names ---- */

size_t
thaw_name(const struct intv_catalogue *catalogue, uint32_t layer, char *buffer)
{
    const char *const parts[] = {"catalogue of ", intv_layer_get_publisher(catalogue, layer),
                                 ", edition ", intv_layer_get_edition(catalogue, layer)};
    size_t used = 0;
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        const size_t length = strlen(parts[i]);
        if (buffer != NULL)
            memcpy(buffer + used, parts[i], length + 1);
        used += length;
    }
    return used;
}

static struct text
pool_text(const struct intv_catalogue *catalogue, uint32_t offset)
{
    return text_of(catalogue->pool + offset);
}

/* ---- layers ---- */

static void
set_layer(struct thawing *thawing, uint32_t layer)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    const struct layer_row *row = &catalogue->layers[layer];
    struct staged_layer *staged = staging_last_layer(thawing->staging);
    staged->edition = pool_text(catalogue, row->edition);
    staged->publisher = pool_text(catalogue, row->publisher);
    staged->licence = pool_text(catalogue, row->licence);
    staged->language = pool_text(catalogue, row->language);
    staged->header_place = thawing->places[layer];
}

/* The lowest layer among documents of the same layer: they must say the same of themselves. */
static enum intv_status
compare_layer(const struct thawing *thawing, struct intv_diagnostics *diagnostics)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    const struct layer_row *row = &catalogue->layers[0];
    const struct staged_layer *layer = staging_last_layer(thawing->staging);
    const struct text pairs[3][2] = {{pool_text(catalogue, row->edition), layer->edition},
                                     {pool_text(catalogue, row->publisher), layer->publisher},
                                     {pool_text(catalogue, row->licence), layer->licence}};
    static const char *const NAMES[] = {"edition", "publisher", "licence"};
    enum intv_status status = INTV_OK;
    for (size_t i = 0; i < 3; i++) {
        const struct report report = {
            DIAGNOSTIC_EDITION_DIFFERS,
            thawing->places[0],
            {NULL, 0},
            {text_of(NAMES[i]), pairs[i][0], pairs[i][1], text_of(layer->header_place.file)}};
        if (!text_equals(pairs[i][0], pairs[i][1]) && status != INTV_ERROR_NO_MEMORY)
            status = diagnostics_report(diagnostics, &report);
    }
    return status;
}

static bool
name_layers(struct thawing *thawing, const char *name)
{
    thawing->places[0].file = name;
    for (uint32_t i = 1; i < thawing->catalogue->layer_count; i++) {
        char *room =
            arena_room(&thawing->staging->arena, thaw_name(thawing->catalogue, i, NULL) + 1);
        if (room == NULL)
            return false;
        thaw_name(thawing->catalogue, i, room);
        thawing->places[i].file = room;
    }
    return true;
}

static enum intv_status
thaw_layers(struct thawing *thawing, bool is_lenient, struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    thawing->lowest = (uint32_t)thawing->staging->layer_count - 1;
    if (staging_last_layer(thawing->staging)->header_place.file == NULL)
        set_layer(thawing, 0);
    else
        status = compare_layer(thawing, diagnostics);
    if (is_lenient && status != INTV_OK)
        return status;
    for (uint32_t i = 1; i < thawing->catalogue->layer_count; i++) {
        if (staging_add_layer(thawing->staging) == INTV_NONE)
            return INTV_ERROR_NO_MEMORY;
        set_layer(thawing, i);
    }
    return status;
}

/* ---- facts ---- */

static struct staged_reference
refer_to(const struct thawing *thawing, uint32_t record)
{
    struct staged_reference reference = {KIND_COUNT, {NULL, 0}, INTV_NONE};
    if (record != INTV_NONE) {
        reference.kind = (enum kind)thawing->catalogue->records[record].kind;
        reference.id = catalogue_id(thawing->catalogue, record);
        thawing->staging->reference_count++;
    }
    return reference;
}

static bool
thaw_provenance(struct thawing *thawing, uint32_t number, uint32_t *staged)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    *staged = INTV_NONE;
    if (number == INTV_NONE)
        return true;
    if (thawing->provenances[number] == INTV_NONE) {
        const struct provenance_row *row = &catalogue->provenances[number];
        struct staged_provenance made = {.asserter = row->asserter, .strength = row->strength};
        made.source = refer_to(thawing, row->source);
        made.via = refer_to(thawing, row->via);
        if (row->locator != INTV_NONE)
            made.locator = pool_text(catalogue, row->locator);
        made.place = thawing->place;
        made.record = (uint32_t)thawing->staging->record_count - 1;
        thawing->provenances[number] = staging_add_provenance(thawing->staging, &made);
    }
    *staged = thawing->provenances[number];
    return *staged != INTV_NONE;
}

static void
thaw_value(struct thawing *thawing, const struct fact_row *row, struct staged_fact *fact)
{
    const enum value value = FIELD_FORMATS[row->field].value;
    if (value == VALUE_CONCEPT || value == VALUE_REFERENCE)
        fact->reference = refer_to(thawing, row->value);
    else if (value == VALUE_QUANTITY || value == VALUE_NUMBER)
        fact->quantity = thawing->catalogue->quantities[row->value];
    else
        fact->value = row->value;
}

static bool
thaw_texts(struct thawing *thawing, const struct fact_row *row, struct staged_fact *fact)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    fact->text_first = (uint32_t)thawing->staging->text_count;
    fact->text_count = row->text_count;
    for (uint32_t i = 0; i < row->text_count; i++) {
        const struct text_row *text = &catalogue->texts[row->text_first + i];
        if (staging_add_text(thawing->staging,
                             (struct text){catalogue->pool + text->offset, text->length},
                             pool_text(catalogue, text->language)) == INTV_NONE)
            return false;
    }
    return true;
}

/*
 * Names of claims are not kept in a catalogue, and conflicts are thawed by themselves. A claim that
 * there is none may have had a name to stand beside a value that contradicts it.
 */
static bool
name_claim(struct thawing *thawing, uint32_t number, struct staged_fact *fact)
{
    char digits[DIGITS_SIZE];
    return fact->silence != SILENCE_NONE ||
           arena_keep(&thawing->staging->arena, text_of_number(number, digits), &fact->claim);
}

/* A fact and those inside it, as deep as the format goes: three levels. */
static bool
thaw_fact(struct thawing *thawing, uint32_t number, uint32_t parent)
{
    const struct fact_row *row = &thawing->catalogue->facts[number];
    const uint32_t staged =
        staging_add_fact(thawing->staging, (enum field)row->field, parent, thawing->place);
    if (staged == INTV_NONE)
        return false;
    struct staged_fact fact = thawing->staging->facts[staged];
    thawing->facts[number] = staged;
    fact.qualifier = row->qualifier;
    fact.silence = row->silence;
    fact.has_value = row->silence == 0;
    thaw_value(thawing, row, &fact);
    if (!thaw_provenance(thawing, row->provenance, &fact.provenance) ||
        !thaw_texts(thawing, row, &fact) || !name_claim(thawing, number, &fact))
        return false;
    thawing->staging->facts[staged] = fact;
    for (uint32_t i = 0; i < row->child_count; i++)
        if (!thaw_fact(thawing, row->child_first + i, staged))
            return false;
    return true;
}

/* ---- records ---- */

static bool
thaw_record(struct thawing *thawing, uint32_t number)
{
    const struct record_row *row = &thawing->catalogue->records[number];
    thawing->place = thawing->places[row->layer];
    if (staging_add_record(thawing->staging, (enum kind)row->kind, thawing->place) == INTV_NONE)
        return false;
    struct staged_record *record = staging_last_record(thawing->staging);
    record->id = catalogue_id(thawing->catalogue, number);
    record->layer = thawing->lowest + row->layer;
    record->is_settled = row->layer > 0;
    record->has_skipped = row->has_skipped != 0;
    for (uint32_t i = 0; i < row->fact_count; i++)
        if (!thaw_fact(thawing, row->fact_first + i, INTV_NONE))
            return false;
    return true;
}

static bool
thaw_conflicts(const struct thawing *thawing)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    struct staging *staging = thawing->staging;
    for (uint32_t number = 0; number < catalogue->fact_count; number++) {
        const struct fact_row *row = &catalogue->facts[number];
        if (!memory_reserve(&staging->conflicts, &staging->conflict_capacity,
                            staging->conflict_count + row->conflict_count,
                            sizeof(*staging->conflicts)))
            return false;
        for (uint32_t i = 0; i < row->conflict_count; i++)
            staging->conflicts[staging->conflict_count++] = (struct staged_conflict){
                thawing->facts[number], thawing->facts[catalogue->links[row->conflict_first + i]]};
    }
    return true;
}

static bool
thaw_records(struct thawing *thawing)
{
    const struct intv_catalogue *catalogue = thawing->catalogue;
    const size_t provenances = catalogue->header->sections[SECTION_PROVENANCES].count;
    thawing->facts = memory_new(catalogue->fact_count, sizeof(*thawing->facts));
    thawing->provenances = memory_new(provenances, sizeof(*thawing->provenances));
    bool memory = thawing->facts != NULL && thawing->provenances != NULL;
    for (size_t i = 0; memory && i < provenances; i++)
        thawing->provenances[i] = INTV_NONE;
    for (uint32_t i = 0; memory && i < catalogue->record_count; i++)
        memory = thaw_record(thawing, i);
    memory = memory && thaw_conflicts(thawing);
    thawing->staging->dropped_records += catalogue->header->dropped_records;
    thawing->staging->dropped_facts += catalogue->header->dropped_facts;
    thawing->staging->is_incomplete |= catalogue->header->is_incomplete != 0;
    thawing->staging->lost_findings |= catalogue->header->lost_findings != 0;
    memory_free(thawing->facts);
    memory_free(thawing->provenances);
    return memory;
}

/* ---- limits ---- */

/* A catalogue counts as its documents would; the limits of files do not hold, for none is read. */
static enum intv_status
check_limit(struct staging *staging, const struct limits *limits, enum limit limit, uint64_t count,
            const char *name, struct intv_diagnostics *diagnostics)
{
    const uint32_t bit = UINT32_C(1) << limit;
    char digits[DIGITS_SIZE];
    if (count <= limits->values[limit])
        return INTV_OK;
    if ((staging->limits_reported & bit) != 0)
        return INTV_ERROR_LIMIT;
    staging->limits_reported |= bit;
    return diagnostics_add(
        diagnostics, DIAGNOSTIC_LIMIT_REACHED, (struct place){name, 0, 0}, LIMIT_NAMES[limit],
        text_of_number((int64_t)limits->values[limit], digits).bytes, NULL, NULL);
}

enum intv_status
thaw_catalogue(struct staging *staging, const struct intv_catalogue *catalogue, const char *name,
               const struct limits *limits, bool is_lenient, struct intv_diagnostics *diagnostics)
{
    struct thawing thawing = {.staging = staging, .catalogue = catalogue};
    enum intv_status status =
        check_limit(staging, limits, LIMIT_RECORDS,
                    (uint64_t)staging->record_count + catalogue->record_count, name, diagnostics);
    if (status == INTV_OK)
        status =
            check_limit(staging, limits, LIMIT_FACTS,
                        (uint64_t)staging->fact_count + catalogue->fact_count, name, diagnostics);
    if (status != INTV_OK)
        return status;
    thawing.places = memory_new(catalogue->layer_count, sizeof(*thawing.places));
    if (thawing.places == NULL || !name_layers(&thawing, name))
        status = INTV_ERROR_NO_MEMORY;
    if (status == INTV_OK)
        status = thaw_layers(&thawing, is_lenient, diagnostics);
    const bool goes_whole = is_lenient && status != INTV_OK;
    if (!goes_whole && status != INTV_ERROR_NO_MEMORY && !thaw_records(&thawing))
        status = INTV_ERROR_NO_MEMORY;
    memory_free(thawing.places);
    if (status == INTV_ERROR_NO_MEMORY)
        return diagnostics_no_memory(diagnostics);
    const enum intv_status counted =
        check_limit(staging, limits, LIMIT_REFERENCES, staging->reference_count, name, diagnostics);
    return status == INTV_OK ? counted : status;
}
