/* SPDX-License-Identifier: EUPL-1.2 */
#include "request/archived.h"

#include <interventions/output.h>

enum
{
    STRING = JSON_TYPE_BIT(JSON_STRING),
    STRING_OR_NULL = JSON_TYPE_BIT(JSON_STRING) | JSON_TYPE_BIT(JSON_NULL),
    BOOLEAN = JSON_TYPE_BIT(JSON_BOOLEAN),
    BOOLEAN_OR_NULL = JSON_TYPE_BIT(JSON_BOOLEAN) | JSON_TYPE_BIT(JSON_NULL),
    NUMBER = JSON_TYPE_BIT(JSON_NUMBER),
    ARRAY = JSON_TYPE_BIT(JSON_ARRAY),
    OBJECT = JSON_TYPE_BIT(JSON_OBJECT)
};

const struct json_member ARCHIVED[ARCHIVE_MEMBERS] = {
    [ARCHIVE_FORMAT] = {"format", STRING, true},
    [ARCHIVE_EDITION] = {"edition", STRING_OR_NULL, true},
    [ARCHIVE_PUBLISHER] = {"publisher", STRING_OR_NULL, true},
    [ARCHIVE_LICENCE] = {"licence", STRING_OR_NULL, true},
    [ARCHIVE_INCOMPLETE] = {"incomplete", BOOLEAN, true},
    [ARCHIVE_LAYERS] = {"layers", ARRAY, true},
    [ARCHIVE_AS_OF] = {"as_of", STRING_OR_NULL, true},
    [ARCHIVE_EDITION_IS_OLD] = {"edition_is_old", BOOLEAN_OR_NULL, true},
    [ARCHIVE_SITUATION] = {"situation", OBJECT, true},
    [ARCHIVE_LIBRARY] = {"library", STRING, true},
    [ARCHIVE_CATALOGUE_FORMAT] = {"catalogue_format", STRING, true},
    [ARCHIVE_COUNTS] = {"counts", OBJECT, true},
    [ARCHIVE_CANDIDATES] = {"candidates", ARRAY, true},
    [ARCHIVE_DIGESTS] = {"digests", OBJECT, true},
};

const struct json_member ARCHIVED_LAYER[LAYER_MEMBERS] = {{"edition", STRING_OR_NULL, true},
                                                          {"publisher", STRING_OR_NULL, true},
                                                          {"licence", STRING_OR_NULL, true}};

const struct json_member ARCHIVED_DIGEST[DIGEST_MEMBERS] = {
    {"algorithm", STRING, true}, {"catalogue", STRING, true}, {"answer", STRING, true}};

const struct json_member ARCHIVED_CANDIDATE[CANDIDATE_MEMBERS] = {
    {"id", STRING, true}, {"category", STRING, true}, {"keys", OBJECT, true}};

/* Of the keys of a candidate: the shares are lists of two numbers. */
struct key_member
{
    struct json_member member;
    enum intv_match_key key;
};
static const struct key_member KEYS[] = {
    {{"wishes_low", ARRAY, true}, INTV_KEY_WISHES_LOW},
    {{"wishes_high", ARRAY, true}, INTV_KEY_WISHES_HIGH},
    {{"absent", NUMBER, true}, INTV_KEY_ABSENT},
    {{"partly", NUMBER, true}, INTV_KEY_PARTLY},
    {{"unknown", NUMBER, true}, INTV_KEY_UNKNOWN},
    {{"evidence", NUMBER, true}, INTV_KEY_EVIDENCE},
};

enum
{
    KEY_MEMBERS = sizeof(KEYS) / sizeof(KEYS[0])
};

/* ---- reading it ---- */

static const char *const *
category_names(const char *names[CATEGORY_COUNT + 1])
{
    for (unsigned i = 0; i < CATEGORY_COUNT; i++)
        names[i] = intv_category_get_name((enum intv_category)i);
    names[CATEGORY_COUNT] = NULL;
    return names;
}

static bool
read_number(struct json_check *check, const struct json_value *value, uint64_t least, uint64_t most,
            uint64_t *number)
{
    int64_t read = 0;
    if (!json_check_type(check, value, NUMBER) ||
        !json_check_number(check, value, (int64_t)least, (int64_t)most, &read))
        return false;
    *number = (uint64_t)read;
    return true;
}

/* [numerator, denominator]; both shares of a candidate have the same denominator. */
static bool
read_share(struct json_check *check, const struct json_value *share, uint64_t *numerator,
           uint64_t *denominator)
{
    static const char *const LABELS[4] = {"een andere lijst", "een lijst van twee getallen",
                                          "another list", "a list of two numbers"};
    char path[JSON_PATH_SIZE];
    const uint64_t known = *denominator;
    const struct text parameters[5] = {json_check_name(share, path), text_of(LABELS[0]),
                                       text_of(LABELS[1]), text_of(LABELS[2]), text_of(LABELS[3])};
    if (share->count != 2)
        return json_check_report(check, DIAGNOSTIC_WRONG_TYPE, share, parameters);
    return read_number(check, share->last, known > 0 ? known : 1, known > 0 ? known : INT64_MAX,
                       denominator) &&
           read_number(check, share->first, 0, *denominator, numerator);
}

static bool
read_keys(struct json_check *check, const struct json_value *object, uint64_t keys[MATCH_KEYS])
{
    struct json_member members[KEY_MEMBERS];
    const struct json_value *found[KEY_MEMBERS];
    for (unsigned i = 0; i < KEY_MEMBERS; i++)
        members[i] = KEYS[i].member;
    memset(keys, 0, MATCH_KEYS * sizeof(*keys));
    bool is_good = json_check_open_members(check, object, members, KEY_MEMBERS, found);
    for (unsigned i = 0; i < KEY_MEMBERS && is_good; i++) {
        uint64_t *number = &keys[KEYS[i].key];
        is_good = found[i]->type == JSON_ARRAY
                      ? read_share(check, found[i], number, &keys[INTV_KEY_WISHES_PARTS])
                      : read_number(check, found[i], 0, INT64_MAX, number);
    }
    return is_good;
}

bool
archived_read_candidate(struct json_check *check, const struct json_value *object,
                        struct archived_candidate *candidate)
{
    const char *names[CATEGORY_COUNT + 1];
    const struct json_value *found[CANDIDATE_MEMBERS];
    unsigned category = 0;
    if (!json_check_open_members(check, object, ARCHIVED_CANDIDATE, CANDIDATE_MEMBERS, found))
        return false;
    candidate->id = found[CANDIDATE_ID]->text;
    const bool is_category = json_check_code(check, found[CANDIDATE_CATEGORY], "category",
                                             category_names(names), &category);
    candidate->category = (enum intv_category)category;
    return read_keys(check, found[CANDIDATE_KEYS], candidate->keys) && is_category;
}

static void
check_candidates(struct json_check *check, const struct json_value *array)
{
    struct archived_candidate candidate;
    const struct json_value *object = array != NULL ? array->first : NULL;
    for (; object != NULL && !json_check_is_full(check); object = object->next)
        archived_read_candidate(check, object, &candidate);
}

static void
check_date(struct json_check *check, const struct json_value *value)
{
    if (value == NULL || value->type == JSON_NULL)
        return;
    const struct text parameters[5] = {value->text, value->key};
    const uint32_t date = text_to_date(value->text);
    if (date == 0 || date % 100 == 0)
        json_check_report(check, DIAGNOSTIC_BAD_DATE, value, parameters);
}

static void
check_layers(struct json_check *check, const struct json_value *array)
{
    const struct json_value *found[LAYER_MEMBERS];
    const struct text name[5] = {text_of("layers")};
    const struct json_value *object = array != NULL ? array->first : NULL;
    if (array != NULL && array->count == 0)
        json_check_report(check, DIAGNOSTIC_EMPTY_LIST, array, name);
    for (; object != NULL && !json_check_is_full(check); object = object->next)
        json_check_open_members(check, object, ARCHIVED_LAYER, LAYER_MEMBERS, found);
}

static bool
is_digest(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!text_is_digit(text.bytes[i]) && (text.bytes[i] < 'a' || text.bytes[i] > 'f'))
            return false;
    return text.length == INTV_DIGEST_SIZE - 1;
}

static void
check_digest(struct json_check *check, const struct json_value *value)
{
    char path[JSON_PATH_SIZE];
    if (value == NULL || is_digest(value->text))
        return;
    const struct text parameters[5] = {json_check_name(value, path),
                                       text_of("een tekst die geen controlegetal is"),
                                       text_of("64 tekens: cijfers en de letters a tot en met f"),
                                       text_of("a text that is no digest"),
                                       text_of("64 characters: digits and the letters a to f")};
    json_check_report(check, DIAGNOSTIC_WRONG_TYPE, value, parameters);
}

static void
read_digests(struct json_check *check, struct archived *archive)
{
    static const char *const ALGORITHMS[] = {"sha-256", NULL};
    const struct json_value *object = archive->members[ARCHIVE_DIGESTS];
    unsigned index = 0;
    if (object == NULL)
        return;
    json_check_open_members(check, object, ARCHIVED_DIGEST, DIGEST_MEMBERS, archive->digests);
    if (archive->digests[DIGEST_ALGORITHM] != NULL)
        json_check_code(check, archive->digests[DIGEST_ALGORITHM], "algorithm", ALGORITHMS, &index);
    check_digest(check, archive->digests[DIGEST_CATALOGUE]);
    check_digest(check, archive->digests[DIGEST_ANSWER]);
}

static void
read_counts(struct json_check *check, struct archived *archive)
{
    struct json_member members[CATEGORY_COUNT];
    const struct json_value *object = archive->members[ARCHIVE_COUNTS];
    uint64_t number;
    for (unsigned i = 0; i < CATEGORY_COUNT; i++)
        members[i] =
            (struct json_member){intv_category_get_name((enum intv_category)i), NUMBER, true};
    if (object == NULL)
        return;
    json_check_open_members(check, object, members, CATEGORY_COUNT, archive->counts);
    for (unsigned i = 0; i < CATEGORY_COUNT; i++)
        if (archive->counts[i] != NULL)
            read_number(check, archive->counts[i], 0, INT64_MAX, &number);
}

bool
archived_read(struct json_check *check, const struct json_value *object, struct archived *archive)
{
    json_check_open_members(check, object, ARCHIVED, ARCHIVE_MEMBERS, archive->members);
    if (archive->members[ARCHIVE_FORMAT] != NULL &&
        !json_check_format(check, archive->members[ARCHIVE_FORMAT], "interventions-archive/1"))
        return false;
    check_date(check, archive->members[ARCHIVE_AS_OF]);
    check_layers(check, archive->members[ARCHIVE_LAYERS]);
    read_counts(check, archive);
    check_candidates(check, archive->members[ARCHIVE_CANDIDATES]);
    read_digests(check, archive);
    return check->status == INTV_OK;
}
