/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/layers.h"

#include "base/memory.h"
#include "read/link.h"

struct settling
{
    struct staging *staging;
    struct intv_diagnostics *diagnostics;
    enum intv_status status;
    bool *is_replaced; /* by staged record */
    size_t replaced_count;
};

static const struct text EMPTY = {NULL, 0};

static void
remember(struct settling *settling, enum intv_status status)
{
    if (settling->status == INTV_OK)
        settling->status = status;
}

static void
report(struct settling *settling, enum diagnostic code, struct place place, struct text subject,
       const struct text parameters[4])
{
    const struct report made = {
        code, place, subject, {parameters[0], parameters[1], parameters[2], parameters[3]}};
    remember(settling, diagnostics_report(settling->diagnostics, &made));
}

static void
report_record(struct settling *settling, enum diagnostic code, const struct staged_record *record,
              struct text two, struct text three, struct text four)
{
    char buffer[SUBJECT_SIZE];
    const struct text subject = staging_subject(record, buffer);
    report(settling, code, record->place, subject,
           (const struct text[4]){code == DIAGNOSTIC_ID_WITHOUT_PUBLISHER ? record->id : subject,
                                  two, three, four});
    if (code != DIAGNOSTIC_REPLACES_OTHER_EDITION)
        staging_drop_record(settling->staging, (uint32_t)(record - settling->staging->records),
                            text_of(code == DIAGNOSTIC_REPLACES_NOTHING ? "replaces" : "id"));
}

/* ---- publishers ---- */

/* What the ids of a local catalogue can begin with: a slug, which may itself hold no full stop. */
static bool
can_prefix(struct text publisher)
{
    return text_is_slug(publisher) && memchr(publisher.bytes, '.', publisher.length) == NULL;
}

static void
check_publisher(struct settling *settling, size_t number)
{
    const struct staged_layer *layers = settling->staging->layers;
    const struct staged_layer *layer = &layers[number];
    if (layer->publisher.length == 0)
        return; /* it is missing, and reported where the document was read */
    if (number > 0 && !can_prefix(layer->publisher)) {
        settling->staging->layers_clash = true;
        report(settling, DIAGNOSTIC_BAD_PUBLISHER, layer->header_place, EMPTY,
               (const struct text[4]){layer->publisher});
    }
    for (size_t i = 0; i < number; i++)
        if (text_equals(layers[i].publisher, layer->publisher)) {
            settling->staging->layers_clash = true;
            report(settling, DIAGNOSTIC_PUBLISHER_TWICE, layer->header_place, EMPTY,
                   (const struct text[4]){layer->publisher, text_of(layers[i].header_place.file)});
            return;
        }
}

/* ---- records of one kind and id ---- */

static struct staged_record *
record_at(const struct settling *settling, size_t sorted)
{
    return &settling->staging->records[settling->staging->order[sorted]];
}

static bool
has_prefix(struct text id, struct text publisher)
{
    return id.length > publisher.length + 1 && id.bytes[publisher.length] == '.' &&
           memcmp(id.bytes, publisher.bytes, publisher.length) == 0;
}

/* A new record of a local catalogue; one that exists below is reported as a duplicate. */
static void
check_new_id(struct settling *settling, const struct staged_record *record)
{
    const struct text publisher = settling->staging->layers[record->layer].publisher;
    if (record->layer > 0 && !record->is_settled && can_prefix(publisher) &&
        !has_prefix(record->id, publisher))
        report_record(settling, DIAGNOSTIC_ID_WITHOUT_PUBLISHER, record, publisher, EMPTY, EMPTY);
}

static void
check_edition(struct settling *settling, const struct staged_record *record,
              const struct staged_record *below)
{
    const struct staged_layer *layer = &settling->staging->layers[below->layer];
    if (!text_equals(record->replaces, layer->edition))
        report_record(settling, DIAGNOSTIC_REPLACES_OTHER_EDITION, record, record->replaces,
                      layer->edition, layer->publisher);
}

/* Takes a record out; if it should not have been there beside the one before it, that is told. */
static void
replace(struct settling *settling, size_t first, size_t sorted)
{
    const struct staged_record *record = record_at(settling, sorted);
    const struct staged_record *before = sorted > first ? record_at(settling, sorted - 1) : NULL;
    if (before != NULL && (record->replaces.length == 0 || record->layer == before->layer))
        remember(settling, link_report_duplicate(record, before, settling->diagnostics));
    settling->is_replaced[settling->staging->order[sorted]] = true;
    settling->replaced_count++;
}

static bool
holds_sound(const struct staging *staging, const struct staged_record *record, enum field field)
{
    for (uint32_t i = record->fact_first; i < record->fact_end; i++) {
        const struct staged_fact *fact = &staging->facts[i];
        if (fact->parent == INTV_NONE && fact->field == field && !fact->is_dropped &&
            fact->silence != SILENCE_DROPPED)
            return true;
    }
    return false;
}

/*
 * A record of which can be seen before linking that a lenient load leaves it out, leaves what it
 * replaces in its place.
 */
static void
set_aside_if_wrong(struct staging *staging, struct staged_record *record)
{
    size_t count = 0;
    const struct placement *placements = placements_of_kind(record->kind, &count);
    for (size_t i = 0; i < count; i++)
        if (placements[i].least > 0 && !holds_sound(staging, record, placements[i].field))
            staging_drop_record(staging, (uint32_t)(record - staging->records),
                                text_of(FIELD_FORMATS[placements[i].field].name));
    record->is_set_aside = record->is_dropped;
}

/* A record that replaces those of its id in the layers below, of which there may be none. */
static void
settle_replacing(struct settling *settling, size_t first, size_t layer_first, size_t sorted,
                 size_t *replaced_end)
{
    struct staging *staging = settling->staging;
    struct staged_record *record = record_at(settling, sorted);
    const bool may_be_lost = staging->is_partial && staging->lowest_lost < record->layer;
    if (layer_first == first) {
        if (!may_be_lost)
            report_record(settling, DIAGNOSTIC_REPLACES_NOTHING, record, EMPTY, EMPTY, EMPTY);
        return;
    }
    check_edition(settling, record, record_at(settling, layer_first - 1));
    if (staging->is_lenient && sorted == layer_first)
        set_aside_if_wrong(staging, record);
    if (record_at(settling, layer_first)->is_set_aside)
        return;
    for (; *replaced_end < layer_first; (*replaced_end)++)
        replace(settling, first, *replaced_end);
}

/* Records that are called the same are in the order of their layers. */
static void
settle_group(struct settling *settling, size_t first, size_t end)
{
    size_t layer_first = first; /* of the layer of the record that is looked at */
    size_t replaced_end = first;
    for (size_t i = first; i < end; i++) {
        const struct staged_record *record = record_at(settling, i);
        if (i > first && record->layer != record_at(settling, i - 1)->layer)
            layer_first = i;
        if (record->replaces.length == 0) {
            if (layer_first == first)
                check_new_id(settling, record);
        } else {
            settle_replacing(settling, first, layer_first, i, &replaced_end);
        }
    }
}

static bool
is_same(const struct staged_record *one, const struct staged_record *other)
{
    return one->kind == other->kind && text_equals(one->id, other->id);
}

static void
settle_records(struct settling *settling)
{
    const size_t count = settling->staging->record_count;
    size_t end = 0;
    for (size_t first = 0; first < count; first = end) {
        end = first + 1;
        while (end < count && is_same(record_at(settling, first), record_at(settling, end)))
            end++;
        if (record_at(settling, first)->id.length > 0)
            settle_group(settling, first, end);
    }
}

/* ---- taking out ---- */

/* New numbers of what stays; INTV_NONE for what goes. */
struct numbers
{
    uint32_t *records;
    uint32_t *facts;
    uint32_t *provenances;
};

static void
move_provenances(struct staging *staging, const struct numbers *numbers)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < staging->provenance_count; i++) {
        const struct staged_provenance row = staging->provenances[i];
        numbers->provenances[i] = INTV_NONE;
        if (numbers->records[row.record] == INTV_NONE)
            continue;
        numbers->provenances[i] = kept;
        staging->provenances[kept] = row;
        staging->provenances[kept++].record = numbers->records[row.record];
    }
    staging->provenance_count = kept;
}

static void
move_facts(struct staging *staging, const struct numbers *numbers)
{
    uint32_t kept = 0;
    for (size_t i = 0; i < staging->fact_count; i++) {
        struct staged_fact row = staging->facts[i];
        numbers->facts[i] = INTV_NONE;
        if (numbers->records[row.record] == INTV_NONE)
            continue;
        row.record = numbers->records[row.record];
        if (row.parent != INTV_NONE)
            row.parent = numbers->facts[row.parent];
        if (row.provenance != INTV_NONE)
            row.provenance = numbers->provenances[row.provenance];
        numbers->facts[i] = kept;
        staging->facts[kept++] = row;
    }
    staging->fact_count = kept;
}

/* The facts of a record stand together, in the order of the records. */
static void
move_records(struct staging *staging, const struct numbers *numbers)
{
    uint32_t kept = 0;
    uint32_t fact = 0;
    for (size_t i = 0; i < staging->record_count; i++) {
        struct staged_record row = staging->records[i];
        if (numbers->records[i] == INTV_NONE)
            continue;
        const uint32_t count = row.fact_end - row.fact_first;
        row.fact_first = fact;
        row.fact_end = fact += count;
        staging->records[kept++] = row;
    }
    staging->record_count = kept;
}

static void
move_conflicts(struct staging *staging, const struct numbers *numbers)
{
    size_t kept = 0;
    for (size_t i = 0; i < staging->conflict_count; i++) {
        const struct staged_conflict row = {numbers->facts[staging->conflicts[i].fact],
                                            numbers->facts[staging->conflicts[i].other]};
        if (row.fact != INTV_NONE && row.other != INTV_NONE)
            staging->conflicts[kept++] = row;
    }
    staging->conflict_count = kept;
}

static bool
take_out(struct staging *staging, const bool *is_replaced)
{
    struct numbers numbers = {
        .records = memory_new(staging->record_count, sizeof(*numbers.records)),
        .facts = memory_new(staging->fact_count, sizeof(*numbers.facts)),
        .provenances = memory_new(staging->provenance_count, sizeof(*numbers.provenances))};
    const bool memory =
        numbers.records != NULL && numbers.facts != NULL && numbers.provenances != NULL;
    uint32_t kept = 0;
    for (size_t i = 0; memory && i < staging->record_count; i++)
        numbers.records[i] = is_replaced[i] ? INTV_NONE : kept++;
    if (memory) {
        move_provenances(staging, &numbers);
        move_facts(staging, &numbers);
        move_records(staging, &numbers);
        move_conflicts(staging, &numbers);
    }
    memory_free(numbers.records);
    memory_free(numbers.facts);
    memory_free(numbers.provenances);
    return memory;
}

/* Most catalogues have one layer that replaces nothing: then there is nothing to settle. */
static bool
has_work(const struct staging *staging)
{
    bool found = staging->layer_count > 1;
    for (size_t i = 0; i < staging->record_count && !found; i++)
        found = staging->records[i].replaces.length > 0;
    return found;
}

enum intv_status
layers_settle(struct staging *staging, struct intv_diagnostics *diagnostics)
{
    struct settling settling = {.staging = staging, .diagnostics = diagnostics};
    if (!has_work(staging))
        return INTV_OK;
    for (size_t i = 1; i < staging->layer_count; i++)
        check_publisher(&settling, i);
    settling.is_replaced = memory_new(staging->record_count, sizeof(*settling.is_replaced));
    bool memory = settling.is_replaced != NULL && link_sort(staging);
    if (memory) {
        settle_records(&settling);
        memory = settling.replaced_count == 0 || take_out(staging, settling.is_replaced);
    }
    memory_free(settling.is_replaced);
    return memory ? settling.status : diagnostics_no_memory(diagnostics);
}
