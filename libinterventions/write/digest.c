/* SPDX-License-Identifier: EUPL-1.2 */
/* Digests of what the library writes; doc/json.md says how anyone can make them again. */
#include <interventions/output.h>

#include <sys/types.h>

#include <sha2.h>

#include "base/output.h"
#include "match/match.h"

_Static_assert(INTV_DIGEST_SIZE == SHA256_DIGEST_STRING_LENGTH, "room for every digit and a NUL");

/* Whether there is room; an empty digest stands there as long as nothing was made. */
static bool
begin(char *digest, size_t size)
{
    if (digest != NULL && size > 0)
        digest[0] = '\0';
    return digest != NULL && size >= INTV_DIGEST_SIZE;
}

static void
add(SHA2_CTX *digest, const struct intv_output *output)
{
    SHA256Update(digest, (const uint8_t *)intv_output_get_text(output),
                 intv_output_get_length(output));
    SHA256Update(digest, (const uint8_t *)"\n", 1);
}

static void
finish(SHA2_CTX *digest, char *digits)
{
    static const char HEXADECIMAL[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_LENGTH];
    SHA256Final(bytes, digest);
    for (size_t i = 0; i < sizeof(bytes); i++) {
        digits[2 * i] = HEXADECIMAL[bytes[i] >> 4];
        digits[2 * i + 1] = HEXADECIMAL[bytes[i] & 15];
    }
    digits[2 * sizeof(bytes)] = '\0';
}

/* Record by record, so that no more than one stands in memory. */
enum intv_status
intv_catalogue_get_digest(const struct intv_catalogue *catalogue, char *digest, size_t size)
{
    SHA2_CTX context;
    struct intv_output *output = NULL;
    if (!begin(digest, size) || catalogue == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    enum intv_status status = intv_output_new(&output);
    SHA256Init(&context);
    for (uint32_t record = 0; record < catalogue->record_count && status == INTV_OK; record++) {
        intv_output_clear(output);
        status = intv_write_record(catalogue, record, 0, output);
        if (status == INTV_OK)
            add(&context, output);
    }
    intv_output_free(output);
    if (status == INTV_OK)
        finish(&context, digest);
    return status;
}

enum intv_status
intv_match_get_digest(const struct intv_match *match, char *digest, size_t size)
{
    SHA2_CTX context;
    struct intv_output *output = NULL;
    if (!begin(digest, size) || match == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    enum intv_status status = intv_output_new(&output);
    if (status == INTV_OK)
        status = intv_write_match(match, 0, INTV_WRITE_EXCLUDED, output);
    SHA256Init(&context);
    if (status == INTV_OK) {
        add(&context, output);
        finish(&context, digest);
    }
    intv_output_free(output);
    return status;
}
