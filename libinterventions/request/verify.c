/* SPDX-License-Identifier: EUPL-1.2 */
/* The request "verify": asks an archived question again, and tells what comes out differently. */
#include <interventions/version.h>

#include "match/match.h"
#include "request/archived.h"
#include "request/request.h"
#include "write/pieces.h"
#include "write/write_situation.h"

struct verifier
{
    struct json json;
    const struct archived *archive;
    const struct intv_catalogue *catalogue;
    const struct intv_match *match;
    bool is_same; /* as far as it was compared */
};

/* A string, number, boolean or null. */
struct scalar
{
    enum json_type type;
    struct text text;
    uint64_t number; /* also of a boolean */
};

static struct scalar
scalar_of(const struct json_value *value)
{
    struct scalar scalar = {value->type, {"", 0}, value->is_true};
    int64_t number = 0;
    if (value->type == JSON_STRING)
        scalar.text = value->text;
    if (value->type == JSON_NUMBER && text_to_number(value->text, &number))
        scalar.number = (uint64_t)number;
    return scalar;
}

static struct scalar
scalar_of_string(const char *string)
{
    return (struct scalar){string[0] != '\0' ? JSON_STRING : JSON_NULL, text_of(string), 0};
}

static bool
is_same_scalar(struct scalar one, struct scalar other)
{
    return one.type == other.type && text_equals(one.text, other.text) &&
           one.number == other.number;
}

static void
write_scalar(struct json *json, const char *key, struct scalar scalar)
{
    json_key(json, key);
    if (scalar.type == JSON_STRING)
        json_text(json, scalar.text);
    else if (scalar.type == JSON_NUMBER)
        json_unsigned(json, scalar.number);
    else if (scalar.type == JSON_BOOLEAN)
        json_boolean(json, scalar.number != 0);
    else
        json_null(json);
}

/* Opens the object of a key with its "same". */
static void
open_compared(struct verifier *verifier, const char *key, bool is_same)
{
    json_key_object(&verifier->json, key);
    json_key_boolean(&verifier->json, "same", is_same);
    verifier->is_same = verifier->is_same && is_same;
}

static void
compare(struct verifier *verifier, const char *key, const struct json_value *archived,
        struct scalar now)
{
    const struct scalar before = scalar_of(archived);
    open_compared(verifier, key, is_same_scalar(before, now));
    write_scalar(&verifier->json, "archived", before);
    write_scalar(&verifier->json, "now", now);
    json_close(&verifier->json);
}

static void
compare_string(struct verifier *verifier, enum archive_member member, const char *now)
{
    compare(verifier, ARCHIVED[member].name, verifier->archive->members[member],
            scalar_of_string(now));
}

static bool
is_same_layer(const struct verifier *verifier, const struct json_value *archived, uint32_t layer)
{
    const char *now[LAYER_MEMBERS] = {
        [LAYER_EDITION] = intv_layer_get_edition(verifier->catalogue, layer),
        [LAYER_PUBLISHER] = intv_layer_get_publisher(verifier->catalogue, layer),
        [LAYER_LICENCE] = intv_layer_get_licence(verifier->catalogue, layer)};
    bool is_same = true;
    for (unsigned i = 0; i < LAYER_MEMBERS && is_same; i++)
        is_same = is_same_scalar(scalar_of(json_value_member(archived, ARCHIVED_LAYER[i].name)),
                                 scalar_of_string(now[i]));
    return is_same;
}

static void
write_archived_layers(struct json *json, const struct json_value *layers)
{
    json_key_array(json, "archived");
    for (const struct json_value *layer = layers->first; layer != NULL; layer = layer->next) {
        json_open_object(json);
        for (unsigned i = 0; i < LAYER_MEMBERS; i++)
            write_scalar(json, ARCHIVED_LAYER[i].name,
                         scalar_of(json_value_member(layer, ARCHIVED_LAYER[i].name)));
        json_close(json);
    }
    json_close(json);
}

static void
compare_layers(struct verifier *verifier)
{
    const struct json_value *layers = verifier->archive->members[ARCHIVE_LAYERS];
    bool is_same = layers->count == intv_catalogue_get_layer_count(verifier->catalogue);
    for (const struct json_value *layer = layers->first; layer != NULL && is_same;
         layer = layer->next)
        is_same = is_same_layer(verifier, layer, layer->index);
    open_compared(verifier, ARCHIVED[ARCHIVE_LAYERS].name, is_same);
    write_archived_layers(&verifier->json, layers);
    pieces_layers(&verifier->json, "now", verifier->catalogue);
    json_close(&verifier->json);
}

/* ---- the situation ---- */

/* A member of an object that holds this text. */
static bool
is_text(const struct json_value *object, const char *key, const char *expected)
{
    const struct json_value *value = json_value_member(object, key);
    return value != NULL && text_is(value->text, expected);
}

static uint32_t
count_of(const struct json_value *array)
{
    return array != NULL ? array->count : 0;
}

static const struct json_value *
first_of(const struct json_value *array)
{
    return array != NULL ? array->first : NULL;
}

static bool
is_same_criterion(const struct intv_situation *situation, const struct json_value *archived)
{
    const size_t index = archived->index;
    const struct json_value *wanted = json_value_member(archived, "wanted");
    const enum intv_importance importance =
        intv_situation_get_criterion_importance(situation, index);
    bool is_same = is_text(archived, "field",
                           intv_situation_get_criterion_field(situation, index, INTV_ENGLISH)) &&
                   is_text(archived, "importance", intv_importance_get_name(importance)) &&
                   wanted->count == intv_situation_get_option_count(situation, index);
    for (const struct json_value *option = wanted->first; option != NULL && is_same;
         option = option->next)
        is_same = text_is(option->text, intv_situation_get_option(situation, index, option->index));
    return is_same;
}

static bool
is_same_said(const struct intv_situation *situation, const struct json_value *archived)
{
    const size_t index = archived->index;
    const uint32_t record = intv_situation_get_precondition(situation, index);
    const enum intv_precondition_state state =
        intv_situation_get_precondition_state(situation, index);
    return is_text(archived, "id", intv_record_get_id(situation->catalogue, record)) &&
           is_text(archived, "state", intv_precondition_state_get_name(state));
}

/* An id that is gone may be the name of another record now, so that something else is asked. */
static bool
is_same_situation(const struct intv_situation *situation, const struct json_value *archived)
{
    const struct json_value *criteria = json_value_member(archived, "criteria");
    const struct json_value *said = json_value_member(archived, "preconditions");
    bool is_same =
        count_of(criteria) == situation->criterion_count && count_of(said) == situation->said_count;
    for (const struct json_value *one = first_of(criteria); one != NULL && is_same; one = one->next)
        is_same = is_same_criterion(situation, one);
    for (const struct json_value *one = first_of(said); one != NULL && is_same; one = one->next)
        is_same = is_same_said(situation, one);
    return is_same;
}

static void
compare_situation(struct verifier *verifier)
{
    const struct intv_situation *situation = verifier->match->situation;
    open_compared(verifier, ARCHIVED[ARCHIVE_SITUATION].name,
                  is_same_situation(situation, verifier->archive->members[ARCHIVE_SITUATION]));
    json_key(&verifier->json, "now");
    situation_write(&verifier->json, situation, NULL);
    json_close(&verifier->json);
}

/* The date is asked with the question, and may not stand differently beside it. */
static void
compare_dates(struct verifier *verifier)
{
    const struct archived *archive = verifier->archive;
    const struct json_value *asked =
        json_value_member(archive->members[ARCHIVE_SITUATION], "as_of");
    const int is_old = intv_match_is_edition_old(verifier->match);
    const struct scalar age = {is_old >= 0 ? JSON_BOOLEAN : JSON_NULL, {"", 0}, is_old > 0};
    compare(verifier, ARCHIVED[ARCHIVE_AS_OF].name, archive->members[ARCHIVE_AS_OF],
            asked != NULL ? scalar_of(asked) : scalar_of_string(""));
    compare(verifier, ARCHIVED[ARCHIVE_EDITION_IS_OLD].name,
            archive->members[ARCHIVE_EDITION_IS_OLD], age);
}

static void
compare_counts(struct verifier *verifier)
{
    json_key_object(&verifier->json, ARCHIVED[ARCHIVE_COUNTS].name);
    for (unsigned i = 0; i < CATEGORY_COUNT; i++) {
        const enum intv_category category = (enum intv_category)i;
        const uint64_t count = intv_match_count_category(verifier->match, category);
        compare(verifier, intv_category_get_name(category), verifier->archive->counts[i],
                (struct scalar){JSON_NUMBER, {"", 0}, count});
    }
    json_close(&verifier->json);
}

static void
compare_digests(struct verifier *verifier)
{
    char digest[INTV_DIGEST_SIZE];
    json_key_object(&verifier->json, ARCHIVED[ARCHIVE_DIGESTS].name);
    json_fail(&verifier->json,
              intv_catalogue_get_digest(verifier->catalogue, digest, sizeof(digest)));
    compare(verifier, ARCHIVED_DIGEST[DIGEST_CATALOGUE].name,
            verifier->archive->digests[DIGEST_CATALOGUE], scalar_of_string(digest));
    json_fail(&verifier->json, intv_match_get_digest(verifier->match, digest, sizeof(digest)));
    compare(verifier, ARCHIVED_DIGEST[DIGEST_ANSWER].name,
            verifier->archive->digests[DIGEST_ANSWER], scalar_of_string(digest));
    json_close(&verifier->json);
}

static void
compare_keys(struct verifier *verifier)
{
    const struct intv_catalogue *catalogue = verifier->catalogue;
    const bool is_incomplete = intv_catalogue_is_incomplete(catalogue) != 0;
    json_key_object(&verifier->json, "compared");
    compare_string(verifier, ARCHIVE_EDITION, intv_catalogue_get_edition(catalogue));
    compare_string(verifier, ARCHIVE_PUBLISHER, intv_catalogue_get_publisher(catalogue));
    compare_string(verifier, ARCHIVE_LICENCE, intv_catalogue_get_licence(catalogue));
    compare(verifier, ARCHIVED[ARCHIVE_INCOMPLETE].name,
            verifier->archive->members[ARCHIVE_INCOMPLETE],
            (struct scalar){JSON_BOOLEAN, {"", 0}, is_incomplete});
    compare_layers(verifier);
    compare_dates(verifier);
    compare_situation(verifier);
    compare_string(verifier, ARCHIVE_LIBRARY, intv_version());
    compare_string(verifier, ARCHIVE_CATALOGUE_FORMAT, intv_format_version());
    compare_counts(verifier);
    compare_digests(verifier);
    json_close(&verifier->json);
}

/* ---- candidates ---- */

enum
{
    DIFFERENT_ID = 1 << CANDIDATE_ID,
    DIFFERENT_CATEGORY = 1 << CANDIDATE_CATEGORY,
    DIFFERENT_KEYS = 1 << CANDIDATE_KEYS
};

/* Shares are written of at least one part. */
static void
take_candidate(const struct verifier *verifier, size_t index, struct archived_candidate *candidate)
{
    const uint32_t record = intv_match_get_record(verifier->match, index);
    candidate->id = text_of(intv_record_get_id(verifier->catalogue, record));
    candidate->category = intv_match_get_category(verifier->match, index);
    for (unsigned key = 0; key < MATCH_KEYS; key++)
        candidate->keys[key] = intv_match_get_key(verifier->match, index, (enum intv_match_key)key);
    if (candidate->keys[INTV_KEY_WISHES_PARTS] == 0)
        candidate->keys[INTV_KEY_WISHES_PARTS] = 1;
}

static unsigned
differences(const struct archived_candidate *one, const struct archived_candidate *other)
{
    unsigned different = text_equals(one->id, other->id) ? 0 : DIFFERENT_ID;
    if (one->category != other->category)
        different |= DIFFERENT_CATEGORY;
    if (memcmp(one->keys, other->keys, sizeof(one->keys)) != 0)
        different |= DIFFERENT_KEYS;
    return different;
}

static void
write_candidate(struct json *json, const char *key, const struct archived_candidate *candidate)
{
    json_key(json, key);
    if (candidate == NULL) {
        json_null(json);
        return;
    }
    json_open_object(json);
    json_key(json, "id");
    json_text(json, candidate->id);
    json_key_string(json, "category", intv_category_get_name(candidate->category));
    match_write_keys(json, candidate->keys);
    json_close(json);
}

/* One of both may be NULL: the other list went on. */
static void
write_first(struct json *json, size_t place, const struct archived_candidate *archived,
            const struct archived_candidate *now, unsigned different)
{
    json_key_object(json, "first");
    json_key_unsigned(json, "place", place);
    json_key_array(json, "differs");
    for (unsigned i = 0; i < CANDIDATE_MEMBERS; i++)
        if ((different & 1U << i) != 0)
            json_string(json, ARCHIVED_CANDIDATE[i].name);
    json_close(json);
    write_candidate(json, "archived", archived);
    write_candidate(json, "now", now);
    json_close(json);
}

/* The key "first": the first candidate that is not the same in both, or null. */
static bool
compare_each(struct verifier *verifier, struct json_check *check)
{
    const size_t count = intv_match_get_count(verifier->match);
    const struct json_value *object = verifier->archive->members[ARCHIVE_CANDIDATES]->first;
    struct archived_candidate archived;
    struct archived_candidate now;
    size_t place = 0;
    for (; object != NULL && place < count; object = object->next, place++) {
        archived_read_candidate(check, object, &archived); /* which was checked before */
        take_candidate(verifier, place, &now);
        const unsigned different = differences(&archived, &now);
        if (different == 0)
            continue;
        write_first(&verifier->json, place, &archived, &now, different);
        return false;
    }
    if (object == NULL && place == count) {
        json_key_null(&verifier->json, "first");
        return true;
    }
    if (object != NULL)
        archived_read_candidate(check, object, &archived);
    else
        take_candidate(verifier, place, &now);
    write_first(&verifier->json, place, object != NULL ? &archived : NULL,
                object != NULL ? NULL : &now, DIFFERENT_ID | DIFFERENT_CATEGORY | DIFFERENT_KEYS);
    return false;
}

static void
compare_candidates(struct verifier *verifier, struct json_check *check)
{
    struct json *json = &verifier->json;
    json_key_object(json, "candidates");
    json_key_unsigned(json, "archived", verifier->archive->members[ARCHIVE_CANDIDATES]->count);
    json_key_unsigned(json, "now", intv_match_get_count(verifier->match));
    const bool is_same = compare_each(verifier, check);
    json_key_boolean(json, "same", is_same);
    json_close(json);
    verifier->is_same = verifier->is_same && is_same;
}

static enum intv_status
write_verification(struct request *request, const struct archived *archive,
                   const struct intv_match *match)
{
    struct verifier verifier = {
        .archive = archive, .catalogue = request->catalogue, .match = match, .is_same = true};
    json_begin(&verifier.json, request->answer, request->flags);
    json_open_object(&verifier.json);
    pieces_head(&verifier.json, request->catalogue, REQUEST_FORMATS[request->id].answer);
    compare_keys(&verifier);
    compare_candidates(&verifier, &request->check);
    json_key_boolean(&verifier.json, "same", verifier.is_same);
    return request_end(&verifier.json);
}

enum intv_status
request_verify(struct request *request)
{
    struct archived archive = {.members = {NULL}};
    if (!archived_read(&request->check, request->members[MEMBER_VERIFY_ARCHIVE], &archive))
        return request->check.status;
    struct intv_match *match = request_new_match(request, archive.members[ARCHIVE_SITUATION]);
    enum intv_status status = request->check.status;
    if (match != NULL)
        status = write_verification(request, &archive, match);
    intv_match_free(match);
    return status;
}
