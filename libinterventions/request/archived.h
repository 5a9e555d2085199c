/* SPDX-License-Identifier: EUPL-1.2 */
/* An answer that intv_write_archive() wrote, as somebody gives it back. */
#ifndef REQUEST_ARCHIVED_H
#define REQUEST_ARCHIVED_H

#include "read/json_check.h"
#include "write/write_match.h"

enum archive_member
{
    ARCHIVE_FORMAT,
    ARCHIVE_EDITION,
    ARCHIVE_PUBLISHER,
    ARCHIVE_LICENCE,
    ARCHIVE_INCOMPLETE,
    ARCHIVE_LAYERS,
    ARCHIVE_AS_OF,
    ARCHIVE_EDITION_IS_OLD,
    ARCHIVE_SITUATION,
    ARCHIVE_LIBRARY,
    ARCHIVE_CATALOGUE_FORMAT,
    ARCHIVE_COUNTS,
    ARCHIVE_CANDIDATES,
    ARCHIVE_DIGESTS,
    ARCHIVE_MEMBERS
};

enum layer_member
{
    LAYER_EDITION,
    LAYER_PUBLISHER,
    LAYER_LICENCE,
    LAYER_MEMBERS
};

enum digest_member
{
    DIGEST_ALGORITHM,
    DIGEST_CATALOGUE,
    DIGEST_ANSWER,
    DIGEST_MEMBERS
};

enum candidate_member
{
    CANDIDATE_ID,
    CANDIDATE_CATEGORY,
    CANDIDATE_KEYS,
    CANDIDATE_MEMBERS
};

/* Their names and types. */
extern const struct json_member ARCHIVED[ARCHIVE_MEMBERS];
extern const struct json_member ARCHIVED_LAYER[LAYER_MEMBERS];
extern const struct json_member ARCHIVED_DIGEST[DIGEST_MEMBERS];
extern const struct json_member ARCHIVED_CANDIDATE[CANDIDATE_MEMBERS];

enum
{
    CATEGORY_COUNT = INTV_EXCLUDED + 1
};

/* An answer that was archived; its members are NULL as far as they are wrong. */
struct archived
{
    const struct json_value *members[ARCHIVE_MEMBERS];
    const struct json_value *digests[DIGEST_MEMBERS];
    const struct json_value *counts[CATEGORY_COUNT];
};

/* A candidate, archived or of now. */
struct archived_candidate
{
    struct text id;
    enum intv_category category;
    uint64_t keys[MATCH_KEYS];
};

/*
 * The answer in an object; false after reporting all that is wrong with it. What is not known is
 * skipped, because later versions may archive more.
 */
bool archived_read(struct json_check *check, const struct json_value *object,
                   struct archived *archive);

/* One of its candidates; false after reporting, which archived_read() did for all. */
bool archived_read_candidate(struct json_check *check, const struct json_value *object,
                             struct archived_candidate *candidate);

#endif
