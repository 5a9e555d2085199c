/* SPDX-License-Identifier: EUPL-1.2 */
#include "request/request.h"

const struct request_format REQUEST_FORMATS[REQUEST_COUNT] = {
#define REQUEST(NAME, function, name, answer, nl, en)                                              \
    [REQUEST_##NAME] = {name, answer, {nl, en}, request_##function},
#define MEMBER(OF, NAME, name, TYPE, NEED, nl, en)
#include "request/requests.def"
#undef REQUEST
#undef MEMBER
};

const struct member_format MEMBER_FORMATS[MEMBER_COUNT] = {
#define REQUEST(NAME, function, name, answer, nl, en)
#define MEMBER(OF, NAME, name, TYPE, NEED, nl, en)                                                 \
    [MEMBER_##OF##_##NAME] = {REQUEST_##OF, name, MEMBER_##TYPE, MEMBER_##NEED, {nl, en}},
#include "request/requests.def"
#undef REQUEST
#undef MEMBER
};

const char *const MEMBER_TYPE_NAMES[MEMBER_TYPE_COUNT] = {
    [MEMBER_TEXT] = "text",           [MEMBER_KIND] = "kind",
    [MEMBER_BOOLEAN] = "boolean",     [MEMBER_NUMBER] = "number",
    [MEMBER_LANGUAGE] = "language",   [MEMBER_KINDS] = "kinds",
    [MEMBER_SORT] = "sort",           [MEMBER_SITUATION] = "situation",
    [MEMBER_DOCUMENTS] = "documents", [MEMBER_ARCHIVE] = "archive",
};

const char *const MEMBER_NEED_NAMES[MEMBER_NEED_COUNT] = {
    [MEMBER_REQUIRED] = "required",
    [MEMBER_OPTIONAL] = "optional",
    [MEMBER_ONE_OF] = "one-of",
};

bool
request_has_member(enum request_id request, enum member_id member)
{
    return MEMBER_FORMATS[member].request == request ||
           MEMBER_FORMATS[member].request == REQUEST_ANY;
}
