/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The gate. Every document of these tests is read at once, in chunks of several sizes, byte by
 * byte, and with room for only one tag at a time; all must give the same answer.
 */
#include "read/gate.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

enum
{
    MOST_TAGS = 64
};

struct reading
{
    enum gate_fault fault;
    struct gate_position position;
    uint64_t value;
    size_t bytes; /* read before the fault or the end */
    size_t tag_count;
    struct gate_position tags[MOST_TAGS];
};

/* A string literal as bytes and size. */
#define BYTES(literal) (literal), (sizeof(literal) - 1)

static struct reading
read_in_chunks(const char *bytes, size_t size, const struct gate_limits *limits, size_t chunk,
               size_t room)
{
    struct reading reading = {0};
    struct gate gate;

    gate_init(&gate, limits);
    while (reading.bytes < size && gate.fault == GATE_OK && reading.tag_count < MOST_TAGS) {
        const size_t left = size - reading.bytes;
        const size_t capacity = reading.tag_count + room;
        reading.bytes += gate_push(&gate, (const unsigned char *)bytes + reading.bytes,
                                   left < chunk ? left : chunk, reading.tags,
                                   capacity < MOST_TAGS ? capacity : MOST_TAGS, &reading.tag_count);
    }
    ck_assert_uint_lt(reading.tag_count, MOST_TAGS);
    reading.fault = gate_finish(&gate);
    reading.position = gate.fault_position;
    reading.value = gate.fault_value;
    return reading;
}

static void
assert_same(const struct reading *one, const struct reading *other, const char *what, size_t chunk)
{
    ck_assert_msg(one->fault == other->fault && one->position.line == other->position.line &&
                      one->position.column == other->position.column &&
                      one->value == other->value && one->bytes == other->bytes &&
                      one->tag_count == other->tag_count &&
                      memcmp(one->tags, other->tags, sizeof one->tags) == 0,
                  "in chunks of %zu: fault %d at %u:%u after %zu bytes and %zu tags; "
                  "at once: %d at %u:%u after %zu and %zu: %.60s",
                  chunk, (int)other->fault, other->position.line, other->position.column,
                  other->bytes, other->tag_count, (int)one->fault, one->position.line,
                  one->position.column, one->bytes, one->tag_count, what);
}

/* Reads at once, checks that any chunks give the same, and gives the answer. */
static struct reading
read_bytes(const char *bytes, size_t size, const struct gate_limits *limits)
{
    static const size_t chunks[] = {1, 2, 3, 5, 7, 8, 9, 16, 61};
    const struct reading whole = read_in_chunks(bytes, size, limits, size, MOST_TAGS);
    struct reading other;

    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        other = read_in_chunks(bytes, size, limits, chunks[i], MOST_TAGS);
        assert_same(&whole, &other, bytes, chunks[i]);
    }
    other = read_in_chunks(bytes, size, limits, size, 1);
    assert_same(&whole, &other, bytes, size);
    return whole;
}

static void
assert_reading(const struct reading *reading, enum gate_fault fault, uint32_t line, uint32_t column,
               const char *what)
{
    ck_assert_msg(reading->fault == fault && reading->position.line == line &&
                      reading->position.column == column,
                  "fault %d at %u:%u, not %d at %u:%u: %.60s", (int)reading->fault,
                  reading->position.line, reading->position.column, (int)fault, line, column, what);
}

static struct reading
assert_passes(const char *bytes, size_t size, const struct gate_limits *limits)
{
    const struct reading reading = read_bytes(bytes, size, limits);

    assert_reading(&reading, GATE_OK, 0, 0, bytes);
    ck_assert_uint_eq(reading.bytes, size);
    return reading;
}

struct fault_case
{
    const char *bytes;
    size_t size;
    uint32_t line, column;
    uint64_t value;
};

static void
assert_faults(enum gate_fault fault, const struct fault_case *cases, size_t count,
              const struct gate_limits *limits)
{
    for (size_t i = 0; i < count; i++) {
        const struct reading reading = read_bytes(cases[i].bytes, cases[i].size, limits);
        assert_reading(&reading, fault, cases[i].line, cases[i].column, cases[i].bytes);
        ck_assert_uint_eq(reading.value, cases[i].value);
    }
}
#define ASSERT_FAULTS(fault, cases, limits)                                                        \
    assert_faults((fault), (cases), sizeof(cases) / sizeof(cases)[0], (limits))

static void
assert_tag(const struct reading *reading, size_t index, uint32_t line, uint32_t column)
{
    ck_assert_uint_lt(index, reading->tag_count);
    ck_assert_uint_eq(reading->tags[index].line, line);
    ck_assert_uint_eq(reading->tags[index].column, column);
}

/* ---- positions ---- */

START_TEST(gate_gives_the_place_of_start_tags_but_not_of_end_tags)
{
    const struct reading reading = assert_passes(BYTES("<a><b/>text<c></c></a>"), NULL);

    ck_assert_uint_eq(reading.tag_count, 3);
    assert_tag(&reading, 0, 1, 1);
    assert_tag(&reading, 1, 1, 4);
    assert_tag(&reading, 2, 1, 12);
}
END_TEST

START_TEST(gate_ends_a_line_at_lf_cr_and_crlf)
{
    static const struct fault_case same_places[] = {
        {BYTES("<a>\n <b/>\n\n  <c/></a>"), 0, 0, 0},
        {BYTES("<a>\r <b/>\r\r  <c/></a>"), 0, 0, 0},
        {BYTES("<a>\r\n <b/>\r\n\r\n  <c/></a>"), 0, 0, 0},
        {BYTES("<a>\r\n <b/>\r\n\r  <c/></a>"), 0, 0, 0},
        {BYTES("<a>\r <b/>\n\r\n  <c/></a>"), 0, 0, 0},
        {BYTES("<a\r\n> <b/>\n\r\n  <c/></a>"), 0, 0, 0},
    };

    for (size_t i = 0; i + 1 < sizeof same_places / sizeof same_places[0]; i++) {
        const struct reading reading =
            assert_passes(same_places[i].bytes, same_places[i].size, NULL);
        assert_tag(&reading, 1, 2, 2);
        assert_tag(&reading, 2, 4, 3);
    }
    const struct reading inside = assert_passes(same_places[5].bytes, same_places[5].size, NULL);
    assert_tag(&inside, 1, 2, 3);
    assert_tag(&inside, 2, 4, 3);
}
END_TEST

START_TEST(gate_does_not_end_a_line_at_u2028)
{
    const struct reading reading = assert_passes(BYTES("<a>\xE2\x80\xA8<b/></a>"), NULL);

    assert_tag(&reading, 1, 1, 5);
}
END_TEST

START_TEST(gate_counts_columns_in_code_points)
{
    /* e with acute, euro, musical clef, e and a combining accent, tab */
    const struct reading reading = assert_passes(
        BYTES("<a>\xC3\xA9<b/>\xE2\x82\xAC<b/>\xF0\x9D\x84\x9E<b/>e\xCC\x81<b/>\t<b/></a>"), NULL);

    assert_tag(&reading, 1, 1, 5);
    assert_tag(&reading, 2, 1, 10);
    assert_tag(&reading, 3, 1, 15);
    assert_tag(&reading, 4, 1, 21);
    assert_tag(&reading, 5, 1, 26);
}
END_TEST

START_TEST(gate_gives_a_byte_order_mark_no_column)
{
    struct reading reading = assert_passes(BYTES("\xEF\xBB\xBF<a><b/></a>"), NULL);
    assert_tag(&reading, 0, 1, 1);
    assert_tag(&reading, 1, 1, 4);

    reading = assert_passes(BYTES("<a>\xEF\xBB\xBF<b/></a>"), NULL);
    assert_tag(&reading, 1, 1, 5);
}
END_TEST

START_TEST(gate_places_a_tag_over_several_lines_at_its_first)
{
    const struct reading reading =
        assert_passes(BYTES("<a>\n  <b\n  c='1\n2'\n  d=\"3\"\n/><e\n/>\n</a\n>"), NULL);

    ck_assert_uint_eq(reading.tag_count, 3);
    assert_tag(&reading, 1, 2, 3);
    assert_tag(&reading, 2, 6, 3);
}
END_TEST

START_TEST(gate_places_tags_behind_comments_instructions_and_cdata)
{
    const struct reading reading = assert_passes(
        BYTES("<?xml version=\"1.0\"?>\n<!-- \n --><?p\n?> <a>\n<![CDATA[\n\xC3\xA9]]><b/></a>"),
        NULL);

    assert_tag(&reading, 0, 4, 4);
    assert_tag(&reading, 1, 6, 5);
}
END_TEST

START_TEST(gate_positions_stay_at_their_highest)
{
    struct gate gate;
    struct gate_position tags[3];
    size_t count = 0;

    gate_init(&gate, NULL);
    gate.position = (struct gate_position){UINT32_MAX, UINT32_MAX - 2};
    gate_push(&gate, (const unsigned char *)"<a><b/>\n<c/>", 12, tags, 3, &count);

    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(tags[0].column, UINT32_MAX - 2);
    ck_assert_uint_eq(tags[1].column, UINT32_MAX);
    ck_assert_uint_eq(tags[2].line, UINT32_MAX);
    ck_assert_uint_eq(tags[2].column, 1);
}
END_TEST

/* ---- what is markup and what is not ---- */

START_TEST(gate_does_not_end_a_tag_at_a_quoted_sign)
{
    const struct reading reading =
        assert_passes(BYTES("<a b='>\"/>' c=\">'/><x>\" d=''><e f='/'></e><g h=\"/\"/></a>"), NULL);

    ck_assert_uint_eq(reading.tag_count, 3);
    assert_tag(&reading, 1, 1, 30);
    assert_tag(&reading, 2, 1, 43);
}
END_TEST

START_TEST(gate_takes_only_a_slash_before_the_end_as_empty_element)
{
    static const struct fault_case open[] = {
        {BYTES("<a b='/'>"), 1, 10, 1},
        {BYTES("<a/b>"), 1, 6, 1},
        {BYTES("<a b=/c>"), 1, 9, 1},
    };

    ASSERT_FAULTS(GATE_TRUNCATED, open, NULL);
    assert_passes(BYTES("<a b='c'/>"), NULL);
    assert_passes(BYTES("<a />"), NULL);
}
END_TEST

START_TEST(gate_finds_no_tags_in_comments)
{
    static const char document[] =
        "<!--<x>--><a><!-- -- <b> - -> <!DOCTYPE x> ]]> ?> \"' ---><!----><!--> <c> --><!---> <d>"
        "--></a>";
    const struct reading reading = assert_passes(BYTES(document), NULL);

    ck_assert_uint_eq(reading.tag_count, 1);
    assert_tag(&reading, 0, 1, 11);
}
END_TEST

START_TEST(gate_finds_no_tags_in_instructions)
{
    static const char document[] =
        "<?p <x> > ? > '?><a><?q<!DOCTYPE x>?\?><?r?><?\?><? ?><b/><?xml version='9'?></a>";
    const struct reading reading = assert_passes(BYTES(document), NULL);

    ck_assert_uint_eq(reading.tag_count, 2);
    assert_tag(&reading, 1, 1, 53);
}
END_TEST

START_TEST(gate_finds_no_tags_in_cdata)
{
    static const char document[] = "<a><![CDATA[<x> ]> ] ]> ]]x> ]]]x]]] ><!DOCTYPE y>]]><b/>"
                                   "<![CDATA[]]><c/><![CDATA[]]]]><d/></a>";
    const struct reading reading = assert_passes(BYTES(document), NULL);

    ck_assert_uint_eq(reading.tag_count, 4);
    assert_tag(&reading, 1, 1, 54);
    assert_tag(&reading, 2, 1, 70);
    assert_tag(&reading, 3, 1, 88);
}
END_TEST

START_TEST(gate_takes_other_openings_for_start_tags)
{
    const struct reading reading = assert_passes(BYTES("<a><\xC3\xA9/>< /><1/><=/></a>"), NULL);

    ck_assert_uint_eq(reading.tag_count, 5);
    assert_tag(&reading, 4, 1, 16);
}
END_TEST

START_TEST(gate_refuses_a_doctype_at_its_place)
{
    static const struct fault_case cases[] = {
        {BYTES("<!DOCTYPE a><a/>"), 1, 1, 0},
        {BYTES("<!DOCTYPE"), 1, 1, 0},
        {BYTES("\xEF\xBB\xBF<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), 1, 1, 0},
        {BYTES(" \n <!DOCTYPE a><a/>"), 2, 2, 0},
        {BYTES("<?xml version='1.0'?>\r\n<!DOCTYPE a><a/>"), 2, 1, 0},
        {BYTES("<!-- - --> <?p?>\n <!DOCTYPE a><a/>"), 2, 2, 0},
        {BYTES("<a><!DOCTYPE a></a>"), 1, 4, 0},
        {BYTES("<a/><!DOCTYPE a>"), 1, 5, 0},
    };

    ASSERT_FAULTS(GATE_DOCTYPE, cases, NULL);
}
END_TEST

START_TEST(gate_refuses_other_declarations_at_their_place)
{
    static const struct fault_case cases[] = {
        {BYTES("<!ELEMENT a ANY><a/>"), 1, 1, 0},
        {BYTES("<a>\n<!ENTITY b 'c'></a>"), 2, 1, 0},
        {BYTES("<!doctype a><a/>"), 1, 1, 0},
        {BYTES("<a><![IGNORE[ ]]></a>"), 1, 4, 0},
        {BYTES("<a><![cdata[ ]]></a>"), 1, 4, 0},
        {BYTES("<a><!- - --></a>"), 1, 4, 0},
        {BYTES("<a><!></a>"), 1, 4, 0},
        {BYTES("<a><! -- --></a>"), 1, 4, 0},
        {BYTES("<a><![CDATA [ ]]></a>"), 1, 4, 0},
        {BYTES("<a><!\xC3\xA9></a>"), 1, 4, 0},
        {BYTES("<!DOCTYP a><a/>"), 1, 1, 0},
        {BYTES("<a><!<b></a>"), 1, 4, 0},
    };

    ASSERT_FAULTS(GATE_DECLARATION, cases, NULL);
}
END_TEST

/* ---- the beginning and the end ---- */

START_TEST(gate_refuses_nothing_and_white_space_as_empty)
{
    static const struct fault_case cases[] = {
        {BYTES(""), 1, 1, 0},
        {BYTES(" \t"), 1, 3, 0},
        {BYTES("\r\n \n"), 3, 1, 0},
        {BYTES("\xEF\xBB\xBF"), 1, 1, 0},
        {BYTES("\xEF\xBB\xBF\n"), 2, 1, 0},
    };

    ASSERT_FAULTS(GATE_EMPTY, cases, NULL);
}
END_TEST

START_TEST(gate_refuses_what_does_not_begin_as_xml)
{
    static const struct fault_case cases[] = {
        {BYTES("x"), 1, 1, 'x'},
        {BYTES("{\"a\": 1}"), 1, 1, '{'},
        {BYTES("%PDF-1.7"), 1, 1, '%'},
        {BYTES(" \n  text<a/>"), 2, 3, 't'},
        {BYTES("\xEF\xBB\xBF>"), 1, 1, '>'},
        {BYTES(" \xC3\xA9<a/>"), 1, 2, 0xE9},
        {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF<a/>"), 1, 1, 0xFEFF},
        {BYTES(" \xEF\xBB\xBF<a/>"), 1, 2, 0xFEFF},
        {BYTES("+ADw-a/+AD4-"), 1, 1, '+'},    /* UTF-7 */
        {BYTES("\x4C\x6F\xA7\x94"), 1, 1, 'L'} /* EBCDIC */
    };

    ASSERT_FAULTS(GATE_NOT_XML, cases, NULL);
}
END_TEST

START_TEST(gate_finds_every_proper_beginning_of_a_document_truncated)
{
    static const char document[] = "<\xC3\xA9 b='>' c=\"'\"><!-- - -- --->\xE2\x82\xAC<?p ? ?>"
                                   "<d/><![CDATA[ ] ]] ]]]>\xF0\x9D\x84\x9E</\xC3\xA9>";

    for (size_t size = 1; size + 1 < sizeof document; size++) {
        const struct reading reading = read_bytes(document, size, NULL);
        ck_assert_int_eq(reading.fault, GATE_TRUNCATED);
        ck_assert_uint_eq(reading.bytes, size);
    }
    assert_passes(BYTES(document), NULL);
}
END_TEST

START_TEST(gate_finds_every_unfinished_xml_declaration_truncated)
{
    static const char document[] = "\xEF\xBB\xBF<?xml version = '1.0' encoding=\"utf-8\" ?>";

    for (size_t size = 4; size + 1 < sizeof document; size++)
        ck_assert_int_eq(read_bytes(document, size, NULL).fault, GATE_TRUNCATED);
    ck_assert_int_eq(read_bytes(BYTES("\xEF\xBB"), NULL).fault, GATE_TRUNCATED);
}
END_TEST

START_TEST(gate_places_a_truncation_at_the_end_with_the_open_elements)
{
    static const struct fault_case cases[] = {
        {BYTES("<a"), 1, 3, 0},
        {BYTES("<a>"), 1, 4, 1},
        {BYTES("<a><b/><c>\n<d></d>"), 2, 8, 2},
        {BYTES("<a><!-- \n"), 2, 1, 1},
        {BYTES("<a>\xE2\x82"), 1, 4, 1},
        {BYTES("<a/><!"), 1, 7, 0},
        {BYTES("<a/><"), 1, 6, 0},
        {BYTES("<>"), 1, 3, 1},
        {BYTES("<?>"), 1, 4, 0},
        {BYTES("<a><?>"), 1, 7, 1},
    };

    ASSERT_FAULTS(GATE_TRUNCATED, cases, NULL);
}
END_TEST

START_TEST(gate_leaves_other_faults_of_form_to_the_parser)
{
    assert_passes(BYTES("<a></b>"), NULL);
    assert_passes(BYTES("<a/><b/>text"), NULL);
    assert_passes(BYTES("</a></a><b></b>"), NULL);
    assert_passes(BYTES("<a b b=c>& &x; ]]></a>"), NULL);
    assert_passes(BYTES("<!-- no root -->"), NULL);
    assert_passes(BYTES("<a>&#0;&#x80;</a>"), NULL);
}
END_TEST

/* ---- characters ---- */

/* Writes a code point as UTF-8 would, also one that is forbidden; gives the number of bytes. */
static size_t
put_character(char *bytes, uint32_t c)
{
    const size_t width = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};

    for (size_t i = width; i-- > 1; c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(marks[width] | c);
    return width;
}

static bool
is_listed_as_forbidden(uint32_t c)
{
    const bool control = c < 0x20 && c != 0x09 && c != 0x0A && c != 0x0D;

    return control || (c >= 0x7F && c < 0xA0) || (c & 0xFFFF) == 0xFFFE || (c & 0xFFFF) == 0xFFFF;
}

START_TEST(gate_passes_every_character_that_is_not_forbidden)
{
    const struct gate_limits limits = {1, 0, 64, UINT64_MAX, 0};
    char *document = malloc(0x110000 * 4 + 8);
    size_t size = 3;

    ck_assert_ptr_nonnull(document);
    memcpy(document, "<a>", 3);
    for (uint32_t c = 1; c <= 0x10FFFF; c++)
        if (!is_listed_as_forbidden(c) && (c < 0xD800 || c > 0xDFFF) && c != '<')
            size += put_character(document + size, c);
    memcpy(document + size, "</a>", 4);
    size += 4;

    const struct reading whole = read_in_chunks(document, size, &limits, size, 1);
    const struct reading bytewise = read_in_chunks(document, size, &limits, 1, 1);
    assert_reading(&whole, GATE_OK, 0, 0, "all characters");
    assert_same(&whole, &bytewise, "all characters", 1);
    free(document);
}
END_TEST

/* Reads `before`, plain letters, the character and more letters; the character is refused. */
static void
assert_forbidden(uint32_t c, const char *before, size_t letters)
{
    static const char plain[] = "abcdefghijklmnop";
    char document[80];
    size_t size = strlen(before);

    memcpy(document, before, size);
    memcpy(document + size, plain, letters);
    size += letters;
    const size_t place = size;
    size += put_character(document + size, c);
    memcpy(document + size, plain, sizeof plain);
    size += sizeof plain - 1;

    const struct reading reading = read_bytes(document, size, NULL);
    assert_reading(&reading, GATE_FORBIDDEN_CHARACTER, 1, (uint32_t)place + 1, before);
    ck_assert_uint_eq(reading.value, c);
    ck_assert_uint_eq(reading.bytes, place + (c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3));
}

START_TEST(gate_refuses_every_forbidden_character_in_any_place)
{
    static const char *const before_letters[] = {
        "<a>x",           "<a",     "<a b='",    "<a b=\"", "<a><!--",
        "<a><!-- -",      "<a><?p", "<a><?p x?", "<a><?",   "<a><![CDATA[",
        "<a><![CDATA[]]", "<a></b", "<a><",      "<?xml ",  "<?xml version='1.0"};
    static const char *const before_it[] = {"   ", "<a><!", "<a><!-", "<a><![CD", "<?xml version "};

    for (uint32_t c = 0; c <= 0x10FFFF; c += c == 0xA0 ? 0xFF00 : 1) {
        if (!is_listed_as_forbidden(c))
            continue;
        for (size_t i = 0; i < sizeof before_letters / sizeof before_letters[0]; i++)
            for (size_t letters = 0; letters <= 8; letters++)
                assert_forbidden(c, before_letters[i], letters);
        for (size_t i = 0; i < sizeof before_it / sizeof before_it[0]; i++)
            assert_forbidden(c, before_it[i], 0);
    }
}
END_TEST

START_TEST(gate_refuses_surrogates)
{
    for (uint32_t c = 0xD800; c <= 0xDFFF; c++) {
        char document[8] = "<a>";
        const size_t size = 3 + put_character(document + 3, c);
        const struct reading reading = read_in_chunks(document, size, NULL, size, 1);
        assert_reading(&reading, GATE_BAD_UTF8, 1, 4, "surrogate");
        ck_assert_uint_eq(reading.value, (unsigned char)document[4]);
    }
}
END_TEST

START_TEST(gate_refuses_malformed_utf8_at_the_character)
{
    static const struct fault_case cases[] = {
        {BYTES("<a>\x80"), 1, 4, 0x80}, /* continuation alone */
        {BYTES("<a>\xBF"), 1, 4, 0xBF},
        {BYTES("<a>\xC0\x80"), 1, 4, 0xC0}, /* overlong */
        {BYTES("<a>\xC1\xBF"), 1, 4, 0xC1},
        {BYTES("<a>\xE0\x9F\xBF"), 1, 4, 0x9F},
        {BYTES("<a>\xF0\x8F\xBF\xBF"), 1, 4, 0x8F},
        {BYTES("<a>\xF4\x90\x80\x80"), 1, 4, 0x90}, /* beyond U+10FFFF */
        {BYTES("<a>\xF5\x80\x80\x80"), 1, 4, 0xF5},
        {BYTES("<a>\xF8\x88\x80\x80\x80"), 1, 4, 0xF8},
        {BYTES("<a>\xFE"), 1, 4, 0xFE},
        {BYTES("<a>\xFF"), 1, 4, 0xFF},
        {BYTES("<a>\xC3<"), 1, 4, '<'}, /* too short */
        {BYTES("<a>\xE2\x82</a>"), 1, 4, '<'},
        {BYTES("<a>\xF0\x9D\x84\xC3\xA9"), 1, 4, 0xC3},
        {BYTES("<a>\xE2\x28\xA1"), 1, 4, 0x28},
        {BYTES("<a>\xE2\x82\x28"), 1, 4, 0x28},
        {BYTES("<a>\n\xC3\xA9 M\xFCnchen</a>"), 2, 4, 0xFC}, /* Latin-1 */
        {BYTES("\xC3\x28"), 1, 1, 0x28},
        {BYTES("\x80"), 1, 1, 0x80},
        {BYTES("\xFD"), 1, 1, 0xFD},
        {BYTES("<a b='\xA0'/>"), 1, 7, 0xA0},
        {BYTES("<!-- \xED\xA0\x80 -->"), 1, 6, 0xA0},
    };

    ASSERT_FAULTS(GATE_BAD_UTF8, cases, NULL);
}
END_TEST

/* ---- the XML declaration ---- */

START_TEST(gate_accepts_these_xml_declarations)
{
    static const char *const declarations[] = {
        "<?xml version=\"1.0\"?>",
        "<?xml version='1.0'?>",
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>",
        "<?xml version=\"1.0\" encoding='uTf-8' ?>",
        "<?xml version='1.0' encoding=\"US-ASCII\"?>",
        "<?xml version='1.0' encoding='us-ascii' standalone='no' ?>",
        "<?xml version = \"1.0\"?>",
        "<?xml version\t=\r\n'1.0' encoding\n =  'UTF-8'  ?>",
        "<?xml\tversion='1.0'\n?>",
        "<?xml-stylesheet version='7' encoding='UTF-16'?>",
        "<?xm version='7'?>",
        "<?XML version='7'?>",
        "<?p?>",
        "<?xml az='1' za='' version='1.0'?>",
    };

    for (size_t i = 0; i < sizeof declarations / sizeof declarations[0]; i++) {
        char document[128] = "\xEF\xBB\xBF";
        strcat(document, declarations[i]);
        strcat(document, "<a/>");
        assert_passes(document, strlen(document), NULL);
        assert_passes(document + 3, strlen(document + 3), NULL);
    }
}
END_TEST

START_TEST(gate_refuses_every_version_but_1_0)
{
    static const struct fault_case cases[] = {
        {BYTES("<?xml version='1.1'?><a/>"), 1, 16, 0},
        {BYTES("<?xml version='2.0'?><a/>"), 1, 16, 0},
        {BYTES("<?xml version = '1'?><a/>"), 1, 18, 0},
        {BYTES("<?xml version=''?><a/>"), 1, 16, 0},
        {BYTES("<?xml version=' 1.0'?><a/>"), 1, 16, 0},
        {BYTES("<?xml version='1.00'?><a/>"), 1, 16, 0},
        {BYTES("<?xml version='1.0\xC3\xA9'?><a/>"), 1, 16, 0},
        {BYTES("<?xml version='1.0000000000000000000'?><a/>"), 1, 16, 0},
        {BYTES("<?xml\nversion='1.\"0'?><a/>"), 2, 10, 0},
        {BYTES("<?xml?><a/>"), 1, 1, 0},
        {BYTES("\xEF\xBB\xBF<?xml ?><a/>"), 1, 1, 0},
        {BYTES("<?xml encoding='UTF-8'?><a/>"), 1, 1, 0},
        {BYTES("<?xml version=1.0?><a/>"), 1, 1, 0},
        {BYTES("<?xml version '1.0'?><a/>"), 1, 1, 0},
        {BYTES("<?xml version==\"1.0\"?><a/>"), 1, 1, 0},
        {BYTES("<?xml version?><a/>"), 1, 1, 0},
        {BYTES("<?xml versions='1.0'?><a/>"), 1, 1, 0},
        {BYTES("<?xml Version='1.0'?><a/>"), 1, 1, 0},
        {BYTES("<?xml version{='1.0'?><a/>"), 1, 1, 0},
    };

    ASSERT_FAULTS(GATE_XML_VERSION, cases, NULL);
}
END_TEST

START_TEST(gate_refuses_every_other_encoding)
{
    static const struct fault_case cases[] = {
        {BYTES("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0' encoding=\"UTF-16\"?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0'\nencoding = 'UTF-7'?><a/>"), 2, 13, 0},
        {BYTES("<?xml version='1.0' encoding='utf8'?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0' encoding=''?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0' encoding='UTF-8 '?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0' encoding='UTF-80'?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0' encoding='us-ascii-or-longer'?><a/>"), 1, 31, 0},
        {BYTES("<?xml version='1.0'encoding='UTF-7'?><a/>"), 1, 30, 0},
        {BYTES("<?xml encoding='UTF-7' version='1.0'?><a/>"), 1, 17, 0},
        {BYTES("<?xml version='1.0' encoding='UTF-8' encoding='UTF-7'?><a/>"), 1, 48, 0},
    };

    ASSERT_FAULTS(GATE_ENCODING, cases, NULL);
}
END_TEST

START_TEST(gate_refuses_utf16_and_utf32)
{
    static const struct fault_case cases[] = {
        {BYTES("\xFF\xFE<\0a\0"), 1, 1, 0xFF},
        {BYTES("\xFE\xFF\0<\0a"), 1, 1, 0xFE},
        {BYTES("\xFF\xFE\0\0<\0\0\0"), 1, 1, 0xFF},
        {BYTES("\0\0\xFE\xFF\0\0\0<"), 1, 1, 0},
        {BYTES("\0<\0a\0/\0>"), 1, 1, 0},
        {BYTES("<\0a\0/\0>\0"), 1, 2, 0},
        {BYTES("\0\0\0<"), 1, 1, 0},
        {BYTES("<\0\0\0a\0\0\0"), 1, 2, 0},
        {BYTES(" \0<\0a\0"), 1, 2, 0},
    };

    ASSERT_FAULTS(GATE_ENCODING, cases, NULL);
}
END_TEST

START_TEST(gate_leaves_a_malformed_declaration_with_a_version_to_the_parser)
{
    assert_passes(BYTES("<?xml version='1.0' encoding=UTF-8?><a/>"), NULL);
    assert_passes(BYTES("<?xml version='1.0' encoding?><a/>"), NULL);
    assert_passes(BYTES("<?xml version='1.0' !?><a/>"), NULL);
    assert_passes(BYTES("<?xml version='1.0' {?><a/>"), NULL);
    assert_passes(BYTES("<?xml version='1.0' ? ?><a/>"), NULL);
    assert_passes(BYTES("<?xml version='1.0' ?\?><a/>"), NULL);
    assert_passes(BYTES(" <?xml version='1.1' encoding='UTF-8'?><a/>"), NULL);
}
END_TEST

/* ---- limits ---- */

/* A document out of `count` repeated parts between a beginning and an end. */
static char *
make_document(const char *begin, const char *part, size_t count, const char *end)
{
    const size_t length = strlen(part);
    char *document = malloc(strlen(begin) + length * count + strlen(end) + 1);
    char *at = document;

    ck_assert_ptr_nonnull(document);
    at += strlen(strcpy(at, begin));
    for (; count > 0; count--, at += length)
        memcpy(at, part, length);
    strcpy(at, end);
    return document;
}

struct limit_case
{
    const char *begin, *part, *end; /* `part` is one byte, element or attribute */
    size_t apart;                   /* what begin and end add to the count */
    uint32_t column;                /* of the fault, in line 1 */
};

/* Holds that n - 1 and n pass and n + 1 is refused, at its place, before the end. */
static void
assert_limit(enum gate_fault fault, const struct limit_case *tried, uint64_t limit,
             const struct gate_limits *limits)
{
    for (uint64_t counted = limit - 1; counted <= limit + 1; counted++) {
        char *document =
            make_document(tried->begin, tried->part, counted - tried->apart, tried->end);
        if (counted <= limit) {
            assert_passes(document, strlen(document), limits);
        } else {
            const struct reading reading = read_bytes(document, strlen(document), limits);
            assert_reading(&reading, fault, 1, tried->column, tried->begin);
            ck_assert_uint_eq(reading.value, limit);
            ck_assert_uint_lt(reading.bytes, strlen(document));
        }
        free(document);
    }
}
#define ASSERT_LIMITS(fault, cases, limit, limits)                                                 \
    for (size_t i_ = 0; i_ < sizeof(cases) / sizeof(cases)[0]; i_++)                               \
    assert_limit((fault), &(cases)[i_], (limit), (limits))

static const struct gate_limits small = {6, 5, 40, 30, 40};

static char *
make_nested(size_t depth, const char *inside)
{
    char *opened = make_document("", "<a>", depth, inside);
    char *document = make_document(opened, "</a>", depth, "");

    free(opened);
    return document;
}

static void
assert_depth(uint64_t limit, const struct gate_limits *limits)
{
    for (uint64_t depth = limit - 1; depth <= limit + 1; depth++) {
        char *nested = make_nested(depth, "text");
        char *empty = make_nested(depth - 1, "<b/><b/><b></b>");
        const struct reading first = read_bytes(nested, strlen(nested), limits);
        const struct reading second = read_bytes(empty, strlen(empty), limits);
        const bool passes = depth <= limit;
        const uint32_t column = passes ? 0 : (uint32_t)limit * 3 + 1;
        assert_reading(&first, passes ? GATE_OK : GATE_DEPTH, !passes, column, nested);
        assert_reading(&second, passes ? GATE_OK : GATE_DEPTH, !passes, column, empty);
        ck_assert_uint_eq(first.value, passes ? 0 : limit);
        free(nested);
        free(empty);
    }
}

START_TEST(gate_limits_the_depth_of_elements)
{
    assert_depth(6, &small);
}
END_TEST

START_TEST(gate_limits_the_attributes_of_a_tag)
{
    static const struct limit_case cases[] = {
        {"<a", " b=''", "/>", 0, 1},      {"<a><b c='' d=''/><e", " f='='", "></e></a>", 0, 18},
        {"<a", " b=\"'='\"", "/>", 0, 1}, {"<a", " b = ''", "/>", 0, 1},
        {"<a></a", "=", ">", 0, 4},
    };
    const struct gate_limits limits = {6, 5, 400, 30, 40};

    ASSERT_LIMITS(GATE_ATTRIBUTES, cases, 5, &limits);
}
END_TEST

START_TEST(gate_limits_the_bytes_of_a_tag)
{
    static const struct limit_case cases[] = {
        {"<a", "b", "/>", 4, 1},
        {"<a>\xC3\xA9<a", " ", ">t</a></a>", 3, 5},
        {"<a", "\n", "/>", 4, 1},
        {"<a b='", ">", "'/>", 9, 1},
        {"<a b=\"\xC3\xA9", "x", "\"/>", 11, 1},
        {"<a></a", " ", ">", 4, 4},
    };

    ASSERT_LIMITS(GATE_TAG_SIZE, cases, 40, &small);
}
END_TEST

START_TEST(gate_limits_the_bytes_of_a_text)
{
    static const struct limit_case cases[] = {
        {"<a>", "x", "</a>", 0, 4},
        {"<a><b>", "\t", "</b></a>", 0, 7},
        {"<a>\xE2\x82\xAC", "x", "</a>", 3, 4},
        {"<a><![CDATA[", "x", "]]></a>", 0, 4},
        {"<a><![CDATA[", "]", "]]></a>", 0, 4},
        {"<a><![CDATA[]x]]", "x", "]]></a>", 4, 4},
        {"<a>12<![CDATA[345]]>678<![CDATA[", "x", "]]></a>", 8, 4},
        {"<a><![CDATA[]]>1<![CDATA[]]>", "x", "</a>", 1, 16},
        {"<a>12<!-- 1234567890 --><?p 12345?>", "x", "</a>", 2, 4},
        {"<a>1234567890123456789012345<b/>12345<c></c>", "x", "1234</a>", 4, 45},
    };

    ASSERT_LIMITS(GATE_TEXT_SIZE, cases, 30, &small);
}
END_TEST

START_TEST(gate_limits_the_bytes_of_comments_and_instructions)
{
    static const struct limit_case cases[] = {
        {"<!--", "x", "--><a/>", 7, 1},
        {"<a><!--", "-", "--></a>", 7, 4},
        {"<a><!--\xE2\x82\xAC", "\n", "--></a>", 10, 4},
        {"<a><?", "x", "?></a>", 4, 4},
        {"<a><?p", "?", "?></a>", 5, 4},
        {"<?xml version='1.0'", " ", "?><a/>", 21, 1},
        {"<?xml version", " ", "='1.0'?><a/>", 21, 1},
        {"<?xml version='1.0' a='", "x", "'?><a/>", 26, 1},
    };

    ASSERT_LIMITS(GATE_COMMENT_SIZE, cases, 40, &small);
}
END_TEST

START_TEST(gate_refuses_a_comment_under_a_limit_shorter_than_its_opening)
{
    const struct gate_limits limits = {1, 0, 3, 0, 3};
    static const struct fault_case cases[] = {{BYTES("<!----><a/>"), 1, 1, 3},
                                              {BYTES("<?xml version='1.0'?>"), 1, 1, 3}};

    ASSERT_FAULTS(GATE_COMMENT_SIZE, cases, &limits);
    ck_assert_int_eq(read_bytes(BYTES("<b>"), &limits).fault, GATE_TRUNCATED);
    ck_assert_int_eq(read_bytes(BYTES("<a/>"), &limits).fault, GATE_TAG_SIZE);
    ck_assert_int_eq(read_bytes(BYTES("<a>x"), &limits).fault, GATE_TEXT_SIZE);
    ck_assert_int_eq(read_bytes(BYTES("<a><!"), &limits).fault, GATE_TRUNCATED);
}
END_TEST

START_TEST(gate_reads_as_many_bytes_as_a_limit_allows)
{
    char *tag = make_document("<a>\n<b", "\n", 60, "/>");
    char *text = make_document("<a>\n", "\xC3\xA9", 60, "</a>");
    char *comment = make_document("<a>\n<!--", "-", 60, "-->");

    ck_assert_uint_eq(read_bytes(tag, strlen(tag), &small).bytes, 4 + 40);
    ck_assert_uint_eq(read_bytes(text, strlen(text), &small).bytes, 3 + 30);
    ck_assert_uint_eq(read_bytes(comment, strlen(comment), &small).bytes, 4 + 40);
    free(tag);
    free(text);
    free(comment);
}
END_TEST

START_TEST(gate_keeps_the_first_of_two_faults_at_one_byte)
{
    const struct gate_limits limits = {6, 1, 9, 30, 9};
    static const struct fault_case tag[] = {{BYTES("<a b='' c=''/>"), 1, 1, 9}};
    static const struct fault_case instruction[] = {{BYTES("<?xml    !?>"), 1, 1, 9}};

    ASSERT_FAULTS(GATE_TAG_SIZE, tag, &limits);
    ASSERT_FAULTS(GATE_COMMENT_SIZE, instruction, &limits);
}
END_TEST

START_TEST(gate_default_limits_are_those_of_untrusted_files)
{
    static const struct limit_case attributes[] = {{"<a", " b=''", "/>", 0, 1}};
    static const struct limit_case tag[] = {{"<a b='", "x", "'/>", 9, 1}};
    static const struct limit_case text[] = {{"<a>", "x", "</a>", 0, 4}};
    static const struct limit_case comment[] = {{"<!--", "x", "--><a/>", 7, 1},
                                                {"<?p", "x", "?><a/>", 5, 1}};

    assert_depth(32, NULL);
    ASSERT_LIMITS(GATE_ATTRIBUTES, attributes, 64, NULL);
    ASSERT_LIMITS(GATE_TAG_SIZE, tag, 65536, NULL);
    ASSERT_LIMITS(GATE_TEXT_SIZE, text, 1048576, NULL);
    ASSERT_LIMITS(GATE_COMMENT_SIZE, comment, 65536, NULL);
}
END_TEST

/* ---- the calls ---- */

START_TEST(gate_stops_before_a_start_tag_without_room_and_goes_on)
{
    static const unsigned char document[] = "<a><b/>x</a>";
    struct gate_position tags[1];
    struct gate gate;
    size_t count = 0;

    gate_init(&gate, NULL);
    ck_assert_uint_eq(gate_push(&gate, document, 12, NULL, 0, &count), 1);
    ck_assert_uint_eq(gate_push(&gate, document + 1, 11, NULL, 0, &count), 0);
    ck_assert_int_eq(gate.fault, GATE_OK);
    ck_assert_uint_eq(gate_push(&gate, document + 1, 11, tags, 1, &count), 3);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(tags[0].column, 1);
    count = 0;
    ck_assert_uint_eq(gate_push(&gate, document + 4, 8, tags, 1, &count), 8);
    ck_assert_uint_eq(count, 1);
    ck_assert_uint_eq(tags[0].column, 4);
    ck_assert_int_eq(gate_finish(&gate), GATE_OK);
}
END_TEST

START_TEST(gate_reads_to_the_end_when_the_tags_just_fit)
{
    static const unsigned char document[] = "<a><!-- --><?p?><![CDATA[]]></a>\n";
    struct gate_position tags[1];
    struct gate gate;
    size_t count = 0;

    gate_init(&gate, NULL);
    ck_assert_uint_eq(gate_push(&gate, document, 33, tags, 1, &count), 33);
    ck_assert_int_eq(gate_finish(&gate), GATE_OK);
}
END_TEST

START_TEST(gate_reads_nothing_after_a_fault_and_keeps_the_first)
{
    struct gate_position tags[4];
    struct gate gate;
    size_t count = 0;

    gate_init(&gate, NULL);
    ck_assert_uint_eq(gate_push(&gate, (const unsigned char *)"<a>\x01<b>", 7, tags, 4, &count), 3);
    ck_assert_uint_eq(gate_push(&gate, (const unsigned char *)"<!DOCTYPE", 9, tags, 4, &count), 0);
    ck_assert_uint_eq(count, 1);
    ck_assert_int_eq(gate_finish(&gate), GATE_FORBIDDEN_CHARACTER);
    ck_assert_int_eq(gate_finish(&gate), GATE_FORBIDDEN_CHARACTER);
    ck_assert_uint_eq(gate.fault_value, 1);
}
END_TEST

START_TEST(gate_can_be_made_ready_again)
{
    struct gate_position tags[1];
    struct gate gate;
    size_t count = 0;

    gate_init(&gate, &small);
    gate_push(&gate, (const unsigned char *)"\n<a b='\xFF", 8, tags, 1, &count);
    gate_init(&gate, NULL);
    count = 0;

    ck_assert_uint_eq(gate_push(&gate, (const unsigned char *)"<a/>", 4, tags, 1, &count), 4);
    ck_assert_int_eq(gate_finish(&gate), GATE_OK);
    ck_assert_uint_eq(tags[0].line, 1);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        gate_gives_the_place_of_start_tags_but_not_of_end_tags,
        gate_ends_a_line_at_lf_cr_and_crlf,
        gate_does_not_end_a_line_at_u2028,
        gate_counts_columns_in_code_points,
        gate_gives_a_byte_order_mark_no_column,
        gate_places_a_tag_over_several_lines_at_its_first,
        gate_places_tags_behind_comments_instructions_and_cdata,
        gate_positions_stay_at_their_highest,
        gate_does_not_end_a_tag_at_a_quoted_sign,
        gate_takes_only_a_slash_before_the_end_as_empty_element,
        gate_finds_no_tags_in_comments,
        gate_finds_no_tags_in_instructions,
        gate_finds_no_tags_in_cdata,
        gate_takes_other_openings_for_start_tags,
        gate_refuses_a_doctype_at_its_place,
        gate_refuses_other_declarations_at_their_place,
        gate_refuses_nothing_and_white_space_as_empty,
        gate_refuses_what_does_not_begin_as_xml,
        gate_finds_every_proper_beginning_of_a_document_truncated,
        gate_finds_every_unfinished_xml_declaration_truncated,
        gate_places_a_truncation_at_the_end_with_the_open_elements,
        gate_leaves_other_faults_of_form_to_the_parser,
        gate_passes_every_character_that_is_not_forbidden,
        gate_refuses_every_forbidden_character_in_any_place,
        gate_refuses_surrogates,
        gate_refuses_malformed_utf8_at_the_character,
        gate_accepts_these_xml_declarations,
        gate_refuses_every_version_but_1_0,
        gate_refuses_every_other_encoding,
        gate_refuses_utf16_and_utf32,
        gate_leaves_a_malformed_declaration_with_a_version_to_the_parser,
        gate_limits_the_depth_of_elements,
        gate_limits_the_attributes_of_a_tag,
        gate_limits_the_bytes_of_a_tag,
        gate_limits_the_bytes_of_a_text,
        gate_limits_the_bytes_of_comments_and_instructions,
        gate_refuses_a_comment_under_a_limit_shorter_than_its_opening,
        gate_reads_as_many_bytes_as_a_limit_allows,
        gate_keeps_the_first_of_two_faults_at_one_byte,
        gate_default_limits_are_those_of_untrusted_files,
        gate_stops_before_a_start_tag_without_room_and_goes_on,
        gate_reads_to_the_end_when_the_tags_just_fit,
        gate_reads_nothing_after_a_fault_and_keeps_the_first,
        gate_can_be_made_ready_again,
    };
    Suite *suite = suite_create("gate");
    TCase *tests_of_gate = tcase_create("gate");
    SRunner *runner = srunner_create(suite);
    int failed;

    suite_add_tcase(suite, tests_of_gate);
    tcase_set_timeout(tests_of_gate, 60);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        tcase_add_test(tests_of_gate, tests[i]);
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
