/* SPDX-License-Identifier: EUPL-1.2 */
/* The limits of a loader: each just below, at and just above what a document needs. */
#include "loading.h"

#include <unistd.h>

#include "model/catalogue.h"
#include "read/limits.h"

/* What a limit is tried on: documents that need exactly this much of it. */
struct need
{
    const char *limit;
    uint64_t needed;
    const char *document;
    const char *other; /* a second document, or NULL */
};

#define RECORD(id, inside) "<organisation id='" id "'><name>N</name>" inside "</organisation>\n"
#define PLACE(id, inside) "<municipality id='" id "'><name>N</name>" inside "</municipality>\n"
#define BROADER(id) "<broader ref='" id "'/>"

static const char ONE[] = OPENING RECORD("a", "") CLOSING;
static const char TWO[] = OPENING RECORD("b", "") CLOSING;
static const char THREE_RECORDS[] =
    OPENING RECORD("a", "") RECORD("b", "") RECORD("c", "") CLOSING;
/* kind, name, setting of a programme, and scheme and two labels of its concept */
static const char SIX_FACTS[] =
    OPENING PROGRAMME("<setting concept='s'/>") "<scheme id='setting'><label>S</label></scheme>"
                                                "<concept id='s' scheme='setting'><label>s</label>"
                                                "</concept>" CLOSING;
/* ref, source, via and scheme */
static const char FOUR_REFERENCES[] = OPENING
    PROGRAMME("<organisation ref='a' role='provider' source='s' via='s'/>") RECORD("a", "")
        "<source id='s' read='whole'><title>S</title></source><scheme id='x'><label>X</label>"
        "</scheme><concept id='c' scheme='x'><label>C</label></concept>" CLOSING;
static const char DIAMOND[] =
    OPENING PLACE("top", "") PLACE("left", BROADER("top")) PLACE("right", BROADER("top"))
        PLACE("bottom", BROADER("left") BROADER("right")) CLOSING;
static const char ID_OF_FIVE[] = OPENING RECORD("abcde", "") CLOSING;
static const char NAME_OF_TWENTY[] =
    OPENING "<organisation id='a'><name>  abcdefghij \n klmnopqrs  </name></organisation>" CLOSING;
static const char ATTRIBUTE_OF_TWENTY[] = OPENING PROGRAMME(
    "<status value='running' locator='abcdefghijklmnopqrst'/>") CLOSING;
static const char TEXT_OF_TWENTY[] =
    OPENING RECORD("a", "<note>  abcdefghij \n klmnopqrs  </note>") CLOSING;
static const char WORDING_OF_TWENTY[] =
    OPENING PROGRAMME("<method/>") CLOSING; /* replaced below: programmes have no method */
static const char DEPTH_OF_FOUR[] =
    OPENING PROGRAMME("<limitation><wording>W</wording></limitation>") CLOSING;
static const char SEVEN_ATTRIBUTES[] = OPENING PROGRAMME(
    "<status value='running' since='2020' strength='unstated' asserted-by='editor' locator='p'"
    " claim='c' conflicts-with=''/>") CLOSING;
static const char TAG_OF_200[] =
    OPENING PROGRAMME("<status value='running' locator='"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
                      "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij'/>") CLOSING;
static const char RUN_OF_30[] =
    OPENING RECORD("a", "<note>abcdefghij<![CDATA[abcdefghij]]><!-- -->abcde&lt;f</note>") CLOSING;
static const char COMMENT_OF_40[] =
    OPENING "<!-- abcdefghij abcdefghij abcdefghi -->" CLOSING;
static const char INSTRUCTION_OF_40[] =
    OPENING "<?a abcdefghij abcdefghij abcdefghijkl?>" CLOSING;

static enum intv_status
load_need(const struct need *need, uint64_t limit)
{
    start_again();
    add_document("a.xml", need->document);
    if (need->other != NULL)
        add_document("b.xml", need->other);
    ck_assert_int_eq(intv_loader_set_limit(loader, need->limit, limit), INTV_OK);
    ck_assert_uint_eq(intv_loader_get_limit(loader, need->limit), limit);
    return load();
}

static void
assert_named(const struct need *need, uint64_t limit)
{
    char message[256];
    char expected[256];
    snprintf(expected, sizeof(expected), "The limit %s (%llu) was exceeded.", need->limit,
             (unsigned long long)limit);
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, expected);
}

static void
assert_need(const struct need *need)
{
    enum intv_status status = load_need(need, need->needed + 1);
    ck_assert_msg(status == INTV_OK, "%s %llu + 1: %s", need->limit,
                  (unsigned long long)need->needed, reported());
    status = load_need(need, need->needed);
    ck_assert_msg(status == INTV_OK, "%s %llu: %s", need->limit, (unsigned long long)need->needed,
                  reported());
    status = load_need(need, need->needed - 1);
    ck_assert_msg(status == INTV_ERROR_LIMIT && strcmp(reported(), "limit-reached") == 0,
                  "%s %llu - 1: %s with [%s]", need->limit, (unsigned long long)need->needed,
                  intv_status_get_name(status), reported());
    assert_named(need, need->needed - 1);
    ck_assert_ptr_null(catalogue);
}

START_TEST(limit_lets_through_what_is_at_it_and_not_what_is_over_it)
{
    static const struct need NEEDS[] = {
        {"file-bytes", sizeof(ONE) - 1, ONE, NULL},
        {"load-bytes", sizeof(ONE) + sizeof(TWO) - 2, ONE, TWO},
        {"files", 2, ONE, TWO},
        {"records", 3, THREE_RECORDS, NULL},
        {"records", 2, ONE, TWO},
        {"facts", 6, SIX_FACTS, NULL},
        {"references", 4, FOUR_REFERENCES, NULL},
        {"ancestors", 5, DIAMOND, NULL},
        {"id-bytes", 5, ID_OF_FIVE, NULL},
        {"name-bytes", 20, NAME_OF_TWENTY, NULL},
        {"name-bytes", 20, ATTRIBUTE_OF_TWENTY, NULL},
        {"text-bytes", 20, TEXT_OF_TWENTY, NULL},
        {"depth", 4, DEPTH_OF_FOUR, NULL},
        {"attributes", 7, SEVEN_ATTRIBUTES, NULL},
        {"tag-bytes", 187, TAG_OF_200, NULL},
        {"run-bytes", 29, RUN_OF_30, NULL},
        {"comment-bytes", 40, COMMENT_OF_40, NULL},
        {"comment-bytes", 40, INSTRUCTION_OF_40, NULL},
    };
    bool tried[LIMIT_COUNT] = {false};
    for (size_t i = 0; i < sizeof(NEEDS) / sizeof(NEEDS[0]); i++) {
        assert_need(&NEEDS[i]);
        for (int limit = 0; limit < LIMIT_COUNT; limit++)
            tried[limit] = tried[limit] || strcmp(LIMIT_NAMES[limit], NEEDS[i].limit) == 0;
    }
    for (int limit = 0; limit < LIMIT_COUNT; limit++)
        ck_assert_msg(tried[limit], "%s is not tried", LIMIT_NAMES[limit]);
}
END_TEST
