/* SPDX-License-Identifier: EUPL-1.2 */
/* A record of an answer to archive; doc/json.md. */
#include <interventions/version.h>

#include "write/write_match.h"

static void
write_candidate(struct match_writer *writer, size_t index)
{
    const uint32_t record = intv_match_get_record(writer->match, index);
    const enum intv_category category = intv_match_get_category(writer->match, index);
    uint64_t keys[MATCH_KEYS];
    for (unsigned key = 0; key < MATCH_KEYS; key++)
        keys[key] = intv_match_get_key(writer->match, index, (enum intv_match_key)key);
    json_open_object(&writer->json);
    json_key_string(&writer->json, "id", intv_record_get_id(writer->catalogue, record));
    json_key_string(&writer->json, "category", intv_category_get_name(category));
    match_write_keys(&writer->json, keys);
    json_close(&writer->json);
}

static void
write_candidates(struct match_writer *writer)
{
    const size_t count = intv_match_get_count(writer->match);
    json_key_array(&writer->json, "candidates");
    for (size_t i = 0; i < count && writer->json.status == INTV_OK; i++)
        write_candidate(writer, i);
    json_close(&writer->json);
}

static void
write_digests(struct match_writer *writer)
{
    char digest[INTV_DIGEST_SIZE];
    json_key_object(&writer->json, "digests");
    json_key_string(&writer->json, "algorithm", "sha-256");
    json_fail(&writer->json, intv_catalogue_get_digest(writer->catalogue, digest, sizeof(digest)));
    json_key_string(&writer->json, "catalogue", digest);
    json_fail(&writer->json, intv_match_get_digest(writer->match, digest, sizeof(digest)));
    json_key_string(&writer->json, "answer", digest);
    json_close(&writer->json);
}

enum intv_status
intv_write_archive(const struct intv_match *match, uint32_t flags, struct intv_output *output)
{
    struct match_writer writer;
    if (match == NULL || output == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    match_open_document(&writer, match, flags, output, "interventions-archive/1");
    json_key_string(&writer.json, "library", intv_version());
    json_key_string(&writer.json, "catalogue_format", intv_format_version());
    match_write_counts(&writer);
    write_candidates(&writer);
    write_digests(&writer);
    return match_close_document(&writer);
}
