/* SPDX-License-Identifier: EUPL-1.2 */
/* A request while it is answered, and the table of requests. */
#ifndef REQUEST_REQUEST_H
#define REQUEST_REQUEST_H

#include <interventions/request.h>

#include "model/catalogue.h"
#include "read/json_check.h"
#include "write/json.h"

enum request_id
{
#define REQUEST(NAME, function, name, answer, nl, en) REQUEST_##NAME,
#define MEMBER(OF, NAME, name, TYPE, NEED, nl, en)
#include "request/requests.def"
#undef REQUEST
#undef MEMBER
    REQUEST_COUNT,
    REQUEST_ANY = REQUEST_COUNT
};

/* All members of all requests. */
enum member_id
{
#define REQUEST(NAME, function, name, answer, nl, en)
#define MEMBER(OF, NAME, name, TYPE, NEED, nl, en) MEMBER_##OF##_##NAME,
#include "request/requests.def"
#undef REQUEST
#undef MEMBER
    MEMBER_COUNT
};

enum member_type
{
    MEMBER_TEXT,
    MEMBER_KIND,
    MEMBER_BOOLEAN,
    MEMBER_NUMBER,
    MEMBER_LANGUAGE,
    MEMBER_KINDS,
    MEMBER_SORT,
    MEMBER_SITUATION,
    MEMBER_DOCUMENTS,
    MEMBER_ARCHIVE,
    MEMBER_TYPE_COUNT
};

enum member_need
{
    MEMBER_REQUIRED,
    MEMBER_OPTIONAL,
    MEMBER_ONE_OF,
    MEMBER_NEED_COUNT
};

struct request;

struct request_format
{
    const char *name;
    const char *answer;
    const char *explanation[2]; /* by enum intv_language */
    enum intv_status (*run)(struct request *request);
};

struct member_format
{
    enum request_id request; /* REQUEST_ANY for every request */
    const char *name;
    enum member_type type;
    enum member_need need;
    const char *explanation[2];
};

extern const struct request_format REQUEST_FORMATS[REQUEST_COUNT];
extern const struct member_format MEMBER_FORMATS[MEMBER_COUNT];

/* Names in messages and in the answer to "requests". */
extern const char *const MEMBER_TYPE_NAMES[MEMBER_TYPE_COUNT];
extern const char *const MEMBER_NEED_NAMES[MEMBER_NEED_COUNT];

bool request_has_member(enum request_id request, enum member_id member);

/* A request that was read and is answered; functions write their document into `answer`. */
struct request
{
    enum request_id id;                             /* REQUEST_COUNT as long as it is not known */
    const struct json_value *members[MEMBER_COUNT]; /* NULL when it is not there */
    struct intv_catalogue *catalogue;               /* NULL: not opened yet */
    struct json_check check;
    uint32_t flags; /* of enum intv_write */
    struct intv_output *answer;
};

/* The catalogue that was given, or the built-in one; NULL after reporting. */
struct intv_catalogue *request_open_catalogue(struct request *request);

/* Text of a member; only when it is there. */
struct text request_text(const struct request *request, enum member_id member);

/* A match of the situation in an object, asked of the catalogue; NULL after reporting. */
struct intv_match *request_new_match(struct request *request, const struct json_value *situation);

/* Reads a member that names a language; Dutch without it. False after reporting. */
bool request_read_language(struct request *request, enum member_id member,
                           enum intv_language *language);

/* Opens the answer with its format, and closes it. */
void request_begin(const struct request *request, struct json *json);
enum intv_status request_end(struct json *json);

/* The key with a sentence in both languages. */
void request_write_both(struct json *json, const char *key, const char *dutch, const char *english);

/* One for each row of the table: requests that ask the catalogue, and those about the library. */
#define REQUEST(NAME, function, name, answer, nl, en)                                              \
    enum intv_status request_##function(struct request *request);
#define MEMBER(OF, NAME, name, TYPE, NEED, nl, en)
#include "request/requests.def"
#undef REQUEST
#undef MEMBER

#endif
