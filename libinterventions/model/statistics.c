/* SPDX-License-Identifier: EUPL-1.2 */
/* Counts what a catalogue holds. */
#include <interventions/statistics.h>

#include <stdlib.h>

#include "base/memory.h"
#include "model/catalogue.h"

struct statistic
{
    enum intv_topic topic;
    const char *name;
    uint64_t number;
    uint64_t whole;
};

struct intv_statistics
{
    struct intv_catalogue *catalogue;
    struct statistic *rows;
    size_t count;
    size_t capacity;
};

static const char *const TOPIC_NAMES[INTV_TOPIC_COUNT] = {
    [INTV_TOPIC_RECORDS] = "records",
    [INTV_TOPIC_ASSERTERS] = "asserters",
    [INTV_TOPIC_STRENGTHS] = "strengths",
    [INTV_TOPIC_READING] = "reading",
    [INTV_TOPIC_LOCATORS] = "locators",
    [INTV_TOPIC_SILENCES] = "silences",
    [INTV_TOPIC_INTERVENTIONS] = "interventions",
    [INTV_TOPIC_EVALUATIONS] = "evaluations",
    [INTV_TOPIC_LANGUAGES] = "languages",
    [INTV_TOPIC_WORDS] = "words",
    [INTV_TOPIC_BYTES] = "bytes",
    [INTV_TOPIC_BYTES_PER_RECORD] = "bytes-per-record",
};

const char *
intv_topic_get_name(enum intv_topic topic)
{
    return (unsigned)topic < INTV_TOPIC_COUNT ? TOPIC_NAMES[topic] : "";
}

static bool
add_row(struct intv_statistics *statistics, enum intv_topic topic, const char *name,
        uint64_t number, uint64_t whole)
{
    if (!memory_reserve(&statistics->rows, &statistics->capacity, statistics->count + 1,
                        sizeof(*statistics->rows)))
        return false;
    statistics->rows[statistics->count++] = (struct statistic){topic, name, number, whole};
    return true;
}

static bool
count_records(struct intv_statistics *statistics)
{
    const struct intv_catalogue *catalogue = statistics->catalogue;
    bool memory = true;
    for (unsigned kind = 0; kind < KIND_COUNT && memory; kind++)
        memory = add_row(statistics, INTV_TOPIC_RECORDS, kind_name((enum kind)kind),
                         intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind),
                         catalogue->record_count);
    return memory;
}

/* ---- claims ---- */

struct claims
{
    uint64_t all;
    uint64_t by_asserter[UINT8_MAX + 1];
    uint64_t by_strength[UINT8_MAX + 1];
    uint64_t with_source;
    uint64_t with_via;
    uint64_t with_locator;
};

static void
count_claim(const struct provenance_row *provenance, struct claims *claims)
{
    claims->all++;
    claims->by_asserter[provenance->asserter]++;
    claims->by_strength[provenance->strength]++;
    if (provenance->source == INTV_NONE)
        return;
    claims->with_source++;
    claims->with_via += provenance->via != INTV_NONE;
    claims->with_locator += provenance->locator != INTV_NONE;
}

static bool
add_codes(struct intv_statistics *statistics, enum intv_topic topic, enum code_list list,
          const uint64_t *numbers, uint64_t whole)
{
    bool memory = true;
    for (unsigned code = 1; code_name(list, code)[0] != '\0' && memory; code++)
        memory = add_row(statistics, topic, code_name(list, code), numbers[code], whole);
    return memory;
}

/* A mark of silence says who found nothing where, but claims nothing. */
static bool
count_claims(struct intv_statistics *statistics)
{
    const struct intv_catalogue *catalogue = statistics->catalogue;
    struct claims claims = {0};
    for (uint32_t fact = 0; fact < catalogue->fact_count; fact++) {
        const struct fact_row *row = &catalogue->facts[fact];
        if (row->provenance != INTV_NONE && row->silence == 0)
            count_claim(&catalogue->provenances[row->provenance], &claims);
    }
    return add_codes(statistics, INTV_TOPIC_ASSERTERS, LIST_ASSERTER, claims.by_asserter,
                     claims.all) &&
           add_codes(statistics, INTV_TOPIC_STRENGTHS, LIST_STRENGTH, claims.by_strength,
                     claims.all) &&
           add_row(statistics, INTV_TOPIC_READING, "directly", claims.with_source - claims.with_via,
                   claims.with_source) &&
           add_row(statistics, INTV_TOPIC_READING, "through-another", claims.with_via,
                   claims.with_source) &&
           add_row(statistics, INTV_TOPIC_LOCATORS, "with-locator", claims.with_locator,
                   claims.with_source) &&
           add_row(statistics, INTV_TOPIC_LOCATORS, "without-locator",
                   claims.with_source - claims.with_locator, claims.with_source);
}

/* ---- what is known of a field ---- */

enum knowledge
{
    KNOWN_STATED,
    KNOWN_NONE,
    KNOWN_NOT_READ,
    KNOWN_SEARCHED,
    KNOWN_DROPPED,
    KNOWN_NOT_STATED,
    KNOWN_COUNT
};

static const char *const KNOWLEDGE_NAMES[KNOWN_COUNT] = {
    [KNOWN_STATED] = "stated",     [KNOWN_NONE] = "none",       [KNOWN_NOT_READ] = "not-read",
    [KNOWN_SEARCHED] = "searched", [KNOWN_DROPPED] = "dropped", [KNOWN_NOT_STATED] = "not-stated",
};

/* The first in the order of the enumeration that a fact of the field says. */
static enum knowledge
know_field(const struct intv_catalogue *catalogue, uint32_t record, enum field field)
{
    static const enum knowledge OF_SILENCE[] = {KNOWN_STATED, KNOWN_NONE, KNOWN_NOT_READ,
                                                KNOWN_SEARCHED, KNOWN_DROPPED};
    const struct fact_span span = catalogue_facts_of(catalogue, record, field);
    enum knowledge known = KNOWN_NOT_STATED;
    for (uint32_t fact = span.first; fact < span.end; fact++) {
        const unsigned silence = catalogue->facts[fact].silence;
        if (silence < sizeof(OF_SILENCE) / sizeof(OF_SILENCE[0]) && OF_SILENCE[silence] < known)
            known = OF_SILENCE[silence];
    }
    return known;
}

static bool
count_silences(struct intv_statistics *statistics)
{
    const struct intv_catalogue *catalogue = statistics->catalogue;
    uint64_t numbers[KNOWN_COUNT] = {0};
    uint64_t whole = 0;
    bool memory = true;
    for (uint32_t record = 0; record < catalogue->record_count; record++) {
        size_t count = 0;
        const struct placement *placements =
            placements_of_kind((enum kind)catalogue->records[record].kind, &count);
        for (size_t i = 0; i < count; i++)
            if (FIELD_FORMATS[placements[i].field].is_claim) {
                numbers[know_field(catalogue, record, placements[i].field)]++;
                whole++;
            }
    }
    for (unsigned known = 0; known < KNOWN_COUNT && memory; known++)
        memory =
            add_row(statistics, INTV_TOPIC_SILENCES, KNOWLEDGE_NAMES[known], numbers[known], whole);
    return memory;
}

static uint64_t
count_stating(const struct intv_catalogue *catalogue, enum kind kind, enum field field)
{
    uint64_t number = 0;
    const uint32_t end = catalogue->header->kind_first[kind + 1];
    for (uint32_t record = catalogue->header->kind_first[kind]; record < end; record++)
        number += know_field(catalogue, record, field) == KNOWN_STATED;
    return number;
}

static bool
count_fields(struct intv_statistics *statistics, enum intv_topic topic, enum kind kind)
{
    const struct intv_catalogue *catalogue = statistics->catalogue;
    const uint64_t whole = intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind);
    size_t count = 0;
    const struct placement *placements = placements_of_kind(kind, &count);
    bool memory = true;
    for (size_t i = 0; i < count && memory; i++) {
        const struct field_format *format = &FIELD_FORMATS[placements[i].field];
        if (format->is_claim)
            memory = add_row(statistics, topic, format->name,
                             count_stating(catalogue, kind, placements[i].field), whole);
    }
    return memory;
}

/* ---- languages ---- */

/* Texts of one language; `first` is where it first comes. */
struct language
{
    const char *tag;
    uint64_t first;
    uint64_t number;
};

static int
compare_tags(const void *one, const void *other)
{
    const struct language *a = one;
    const struct language *b = other;
    const int order = strcmp(a->tag, b->tag);
    return order != 0 ? order : (a->first > b->first) - (a->first < b->first);
}

static int
compare_firsts(const void *one, const void *other)
{
    const struct language *a = one;
    const struct language *b = other;
    return (a->first > b->first) - (a->first < b->first);
}

/* Makes one row of those with the same tag; sorted by tag before. Gives how many are left. */
static size_t
join_languages(struct language *languages, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept > 0 && strcmp(languages[kept - 1].tag, languages[i].tag) == 0)
            languages[kept - 1].number++;
        else
            languages[kept++] = languages[i];
    return kept;
}

static size_t
collect_languages(const struct intv_catalogue *catalogue, struct language *languages)
{
    const uint64_t texts = catalogue->header->sections[SECTION_TEXTS].count;
    size_t count = 0;
    for (uint64_t i = 0; i < texts; i++) {
        const char *tag = catalogue->pool + catalogue->texts[i].language;
        if (tag[0] != '\0')
            languages[count++] = (struct language){tag, i, 1};
    }
    return count;
}

/* Texts that have a language, in the order in which languages first come. */
static bool
count_languages(struct intv_statistics *statistics)
{
    const struct intv_catalogue *catalogue = statistics->catalogue;
    struct language *languages =
        memory_new(catalogue->header->sections[SECTION_TEXTS].count, sizeof(*languages));
    bool memory = languages != NULL;
    const size_t whole = memory ? collect_languages(catalogue, languages) : 0;
    size_t count = whole;
    if (whole > 0) {
        qsort(languages, whole, sizeof(*languages), compare_tags);
        count = join_languages(languages, whole);
        qsort(languages, count, sizeof(*languages), compare_firsts);
    }
    for (size_t i = 0; i < count && memory; i++)
        memory =
            add_row(statistics, INTV_TOPIC_LANGUAGES, languages[i].tag, languages[i].number, whole);
    memory_free(languages);
    return memory;
}

/* ---- the index ---- */

static bool
count_words(struct intv_statistics *statistics)
{
    const struct block_section_row *sections = statistics->catalogue->header->sections;
    const uint64_t whole = sections[SECTION_OCCURRENCES].count;
    return add_row(statistics, INTV_TOPIC_WORDS, "distinct", sections[SECTION_TERMS].count,
                   whole) &&
           add_row(statistics, INTV_TOPIC_WORDS, "postings", sections[SECTION_POSTINGS].count,
                   whole) &&
           add_row(statistics, INTV_TOPIC_WORDS, "occurrences", whole, whole);
}

static uint64_t
divide_up(uint64_t number, uint64_t by)
{
    return by > 0 ? (number + by - 1) / by : 0;
}

static bool
add_bytes(struct intv_statistics *statistics, enum intv_topic topic, uint64_t by)
{
    const struct block_header *header = statistics->catalogue->header;
    const uint64_t content = header->sections[SECTION_INDEX_FIRST].offset;
    const uint64_t whole = divide_up(header->size, by);
    return add_row(statistics, topic, "content", divide_up(content, by), whole) &&
           add_row(statistics, topic, "index", divide_up(header->size - content, by), whole);
}

static bool
count_bytes(struct intv_statistics *statistics)
{
    return add_bytes(statistics, INTV_TOPIC_BYTES, 1) &&
           add_bytes(statistics, INTV_TOPIC_BYTES_PER_RECORD, statistics->catalogue->record_count);
}

enum intv_status
intv_statistics_new(struct intv_catalogue *catalogue, struct intv_statistics **statistics)
{
    if (statistics != NULL)
        *statistics = NULL;
    if (catalogue == NULL || statistics == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    struct intv_statistics *made = memory_new(1, sizeof(*made));
    if (made == NULL)
        return INTV_ERROR_NO_MEMORY;
    made->catalogue = intv_catalogue_ref(catalogue);
    if (!count_records(made) || !count_claims(made) || !count_silences(made) ||
        !count_fields(made, INTV_TOPIC_INTERVENTIONS, KIND_INTERVENTION) ||
        !count_fields(made, INTV_TOPIC_EVALUATIONS, KIND_EVALUATION) || !count_languages(made) ||
        !count_words(made) || !count_bytes(made)) {
        intv_statistics_free(made);
        return INTV_ERROR_NO_MEMORY;
    }
    *statistics = made;
    return INTV_OK;
}

void
intv_statistics_free(struct intv_statistics *statistics)
{
    if (statistics == NULL)
        return;
    intv_catalogue_unref(statistics->catalogue);
    memory_free(statistics->rows);
    memory_free(statistics);
}

const struct intv_catalogue *
intv_statistics_get_catalogue(const struct intv_statistics *statistics)
{
    return statistics->catalogue;
}

size_t
intv_statistics_get_count(const struct intv_statistics *statistics)
{
    return statistics != NULL ? statistics->count : 0;
}

enum intv_topic
intv_statistics_get_topic(const struct intv_statistics *statistics, size_t index)
{
    return index < statistics->count ? statistics->rows[index].topic : INTV_TOPIC_COUNT;
}

const char *
intv_statistics_get_name(const struct intv_statistics *statistics, size_t index)
{
    return index < statistics->count ? statistics->rows[index].name : "";
}

uint64_t
intv_statistics_get_number(const struct intv_statistics *statistics, size_t index)
{
    return index < statistics->count ? statistics->rows[index].number : 0;
}

uint64_t
intv_statistics_get_whole(const struct intv_statistics *statistics, size_t index)
{
    return index < statistics->count ? statistics->rows[index].whole : 0;
}
