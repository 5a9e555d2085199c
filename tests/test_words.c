/* SPDX-License-Identifier: EUPL-1.2 */
/* Word boundaries, and from texts to folded words with their places. */
#include <check.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "scarce_memory.h"
#include "text/analysis.h"
#include "text/fold.h"
#include "text/words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum
{
    LAST_CODE = 0x10FFFF
};

/* A code point as UTF-8; gives the bytes. */
static size_t
write_code(uint32_t code, char *bytes)
{
    static const unsigned char FIRST[] = {0, 0, 0xC0, 0xE0, 0xF0};
    const size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = count; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(FIRST[count == 1 ? 0 : count] | code);
    return count;
}

/* As an assertion, for millions of cases: those of Check write each time they are passed. */
static void
demand(bool is_true, unsigned number)
{
    if (!is_true)
        ck_abort_msg("not true of %u", number);
}

/* ---- the boundaries of Unicode ---- */

static const char WORD_BREAK_TEST[] = "/usr/share/unicode/auxiliary/WordBreakTest.txt";
static const char VERSION_LINE[] = "# WordBreakTest-15.0.0.txt\n";

/* One line of the file: a text, and the places where it breaks. */
struct break_line
{
    char text[256];
    size_t length;
    size_t ends[64];
    size_t count;
};

/* Reads "÷ 0061 × 0308 ÷"; false for a line of comment. */
static bool
read_break_line(char *line, struct break_line *read)
{
    read->length = 0;
    read->count = 0;
    char *comment = strchr(line, '#');
    if (comment != NULL)
        *comment = '\0';
    for (char *word = strtok(line, " \t\n"); word != NULL; word = strtok(NULL, " \t\n")) {
        if (strcmp(word, "\xC3\xB7") == 0 && read->length > 0)
            read->ends[read->count++] = read->length;
        else if (word[0] != '\xC3')
            read->length +=
                write_code((uint32_t)strtoul(word, NULL, 16), read->text + read->length);
    }
    return read->length > 0;
}

static void
assert_breaks(const struct break_line *line, unsigned number)
{
    struct word_breaks breaks = {{line->text, line->length}, 0};
    struct text segment;
    bool is_word;
    for (size_t i = 0; i < line->count; i++) {
        ck_assert_msg(words_next(&breaks, &segment, &is_word), "line %u: too few", number);
        ck_assert_msg(breaks.at == line->ends[i], "line %u: break %zu at byte %zu, not %zu", number,
                      i + 1, breaks.at, line->ends[i]);
        ck_assert_ptr_eq(segment.bytes + segment.length, line->text + breaks.at);
    }
    ck_assert_msg(!words_next(&breaks, &segment, &is_word), "line %u: too many", number);
}

START_TEST(words_break_as_in_every_line_of_the_test_of_unicode)
{
    char line[4096];
    struct break_line read;
    unsigned number = 0;
    unsigned tried = 0;
    FILE *file = fopen(WORD_BREAK_TEST, "r");
    ck_assert_msg(file != NULL, "%s is missing: install unicode-data", WORD_BREAK_TEST);
    while (fgets(line, sizeof(line), file) != NULL) {
        number++;
        if (number == 1)
            ck_assert_str_eq(line, VERSION_LINE);
        if (!read_break_line(line, &read))
            continue;
        assert_breaks(&read, number);
        tried++;
    }
    fclose(file);
    ck_assert_uint_eq(tried, 1823);
}
END_TEST

START_TEST(words_version_of_icu_is_that_of_the_test_of_unicode)
{
    UVersionInfo version;
    u_getUnicodeVersion(version);
    ck_assert_uint_eq(version[0], 15);
    ck_assert_uint_eq(version[1], 0);
}
END_TEST

/* ---- the same boundaries, by rules read from a whole text at once ---- */

enum
{
    MOST_CODES = 12
};

static int
property(uint32_t code)
{
    return u_getIntPropertyValue((UChar32)code, UCHAR_WORD_BREAK);
}

static bool
is_one_of(int property, int one, int other, int third, int fourth)
{
    return property == one || property == other || property == third || property == fourth;
}

static bool
is_passed_over(int property)
{
    return is_one_of(property, U_WB_EXTEND, U_WB_FORMAT, U_WB_ZWJ, U_WB_ZWJ);
}

static bool
ends_line(int property)
{
    return is_one_of(property, U_WB_CR, U_WB_LF, U_WB_NEWLINE, U_WB_NEWLINE);
}

static bool
is_letter(int property)
{
    return property == U_WB_ALETTER || property == U_WB_HEBREW_LETTER;
}

static bool
joins_letters(int property)
{
    return is_one_of(property, U_WB_MIDLETTER, U_WB_MIDNUMLET, U_WB_SINGLE_QUOTE,
                     U_WB_SINGLE_QUOTE);
}

static bool
joins_numbers(int property)
{
    return is_one_of(property, U_WB_MIDNUM, U_WB_MIDNUMLET, U_WB_SINGLE_QUOTE, U_WB_SINGLE_QUOTE);
}

/* WB4: the code points that count, as the classes of those before and after a place. */
struct surroundings
{
    int before[MOST_CODES]; /* nearest first */
    int after[2];
    size_t count;
};

static struct surroundings
look_around(const uint32_t *codes, size_t count, size_t place)
{
    struct surroundings around = {{-1, -1}, {-1, -1}, 0};
    for (size_t i = place; i-- > 0;) {
        const bool is_first = i == 0 || ends_line(property(codes[i - 1]));
        if (is_first || !is_passed_over(property(codes[i])))
            around.before[around.count++] = property(codes[i]);
    }
    size_t found = 0;
    for (size_t i = place; i < count && found < 2; i++)
        if (i == place || !is_passed_over(property(codes[i])))
            around.after[found++] = property(codes[i]);
    return around;
}

/* WB5 to WB13b. */
static bool
letters_join(int before, int left, int right, int after)
{
    const bool left_word = is_letter(left) || left == U_WB_NUMERIC;
    const bool right_word = is_letter(right) || right == U_WB_NUMERIC;
    const bool hebrew = left == U_WB_HEBREW_LETTER;
    return (left_word && right_word) ||
           (is_letter(left) && joins_letters(right) && is_letter(after)) ||
           (is_letter(before) && joins_letters(left) && is_letter(right)) ||
           (hebrew && right == U_WB_SINGLE_QUOTE) ||
           (hebrew && right == U_WB_DOUBLE_QUOTE && after == U_WB_HEBREW_LETTER) ||
           (before == U_WB_HEBREW_LETTER && left == U_WB_DOUBLE_QUOTE &&
            right == U_WB_HEBREW_LETTER) ||
           (before == U_WB_NUMERIC && joins_numbers(left) && right == U_WB_NUMERIC) ||
           (left == U_WB_NUMERIC && joins_numbers(right) && after == U_WB_NUMERIC) ||
           (left == U_WB_KATAKANA && right == U_WB_KATAKANA) ||
           ((left_word || left == U_WB_KATAKANA || left == U_WB_EXTENDNUMLET) &&
            right == U_WB_EXTENDNUMLET) ||
           (left == U_WB_EXTENDNUMLET && (right_word || right == U_WB_KATAKANA));
}

static bool
breaks_before(const uint32_t *codes, size_t count, size_t place)
{
    const int direct = property(codes[place - 1]);
    const int next = property(codes[place]);
    if (direct == U_WB_CR && next == U_WB_LF)
        return false;
    if (ends_line(direct) || ends_line(next))
        return true;
    if (direct == U_WB_ZWJ &&
        u_hasBinaryProperty((UChar32)codes[place], UCHAR_EXTENDED_PICTOGRAPHIC))
        return false;
    if (is_passed_over(next) || (direct == U_WB_WSEGSPACE && next == U_WB_WSEGSPACE))
        return false;
    const struct surroundings around = look_around(codes, count, place);
    size_t regional = 0;
    while (regional < around.count && around.before[regional] == U_WB_REGIONAL_INDICATOR)
        regional++;
    if (next == U_WB_REGIONAL_INDICATOR && regional > 0)
        return regional % 2 == 0;
    return !letters_join(around.count > 1 ? around.before[1] : -1, around.before[0], next,
                         around.after[1]);
}

static void
assert_breaks_by_rule(const uint32_t *codes, size_t count)
{
    char text[MOST_CODES * 4];
    size_t length = 0;
    size_t ends[MOST_CODES];
    size_t end_count = 0;
    struct text segment;
    bool is_word;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && breaks_before(codes, count, i))
            ends[end_count++] = length;
        length += write_code(codes[i], text + length);
    }
    ends[end_count++] = length;
    struct word_breaks breaks = {{text, length}, 0};
    for (size_t i = 0; i < end_count; i++)
        if (!words_next(&breaks, &segment, &is_word) || breaks.at != ends[i])
            ck_abort_msg("U+%04X U+%04X U+%04X U+%04X: %zu, not %zu", codes[0], codes[1], codes[2],
                         codes[3], breaks.at, ends[i]);
    demand(!words_next(&breaks, &segment, &is_word), codes[0]);
}

/* One character of each class, and some that are two things at once. */
static const uint32_t SAMPLES[] = {'a',    '1',    '\'',   '"',    ',',     '.',     ':',
                                   '_',    ' ',    '-',    '\r',   '\n',    0x0B,    0x0301,
                                   0xAD,   0x200D, 0x5D0,  0x30AB, 0x1F1F3, 0x1F600, 0x24C2,
                                   0x2019, 0xB7,   0x0E01, 0x4E00, 0x3000,  0x1F3FF, 0xFF10};

static uint32_t
next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

START_TEST(words_of_latin_break_as_the_rules_say)
{
    for (uint32_t code = 0; code < 0x300; code++)
        for (size_t i = 0; i < LENGTH(SAMPLES); i++)
            for (size_t k = 0; k < LENGTH(SAMPLES); k++) {
                assert_breaks_by_rule((uint32_t[]){SAMPLES[i], code, SAMPLES[k], 'x'}, 4);
                assert_breaks_by_rule((uint32_t[]){code, SAMPLES[i], code, SAMPLES[k]}, 4);
            }
}
END_TEST

START_TEST(words_of_random_texts_break_as_the_rules_say)
{
    uint32_t codes[MOST_CODES];
    uint32_t state = 20261124;
    for (unsigned round = 0; round < 200000; round++) {
        const size_t count = 4 + next_random(&state) % (MOST_CODES - 3);
        for (size_t i = 0; i < count; i++)
            codes[i] = SAMPLES[next_random(&state) % LENGTH(SAMPLES)];
        assert_breaks_by_rule(codes, count);
    }
}
END_TEST

START_TEST(words_every_character_is_what_icu_says)
{
    for (uint32_t code = 0; code <= LAST_CODE; code++) {
        if (U_IS_SURROGATE(code))
            continue;
        demand(words_is_low_line(code) == (property(code) == U_WB_EXTENDNUMLET), code);
        demand(words_has_letter_or_digit(code) ==
                   (u_isUAlphabetic((UChar32)code) || u_isdigit((UChar32)code)),
               code);
    }
}
END_TEST

START_TEST(words_bytes_that_are_no_utf8_stand_alone)
{
    static const size_t ENDS[] = {1, 2, 3, 4, 5};
    struct word_breaks breaks = {text_of("a\xFF\xC3"
                                         "b\xE2\x80"),
                                 0};
    struct text segment;
    bool is_word;
    for (size_t i = 0; i < 4; i++) {
        ck_assert(words_next(&breaks, &segment, &is_word));
        ck_assert_uint_eq(breaks.at, ENDS[i]);
        ck_assert_int_eq(is_word, i == 0 || i == 3);
    }
    ck_assert(words_next(&breaks, &segment, &is_word));
    ck_assert(!is_word);
    ck_assert(!words_next(&breaks, &segment, &is_word));
}
END_TEST

/* ---- folding, character by character ---- */

/* Folded as a whole by ICU: NFKC_Casefold, then NFD; without marks. */
static size_t
fold_by_icu(uint32_t code, UChar *folded, int32_t size)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar one[64];
    UChar two[64];
    const UChar32 whole = (UChar32)code;
    int32_t count = 0;
    u_strFromUTF32(one, (int32_t)LENGTH(one), &count, &whole, 1, &error);
    count = unorm2_normalize(unorm2_getNFKCCasefoldInstance(&error), one, count, two,
                             (int32_t)LENGTH(two), &error);
    count = unorm2_normalize(unorm2_getNFDInstance(&error), two, count, one, (int32_t)LENGTH(one),
                             &error);
    UChar32 codes[64];
    u_strToUTF32(codes, (int32_t)LENGTH(codes), &count, one, count, &error);
    int32_t kept = 0;
    for (int32_t i = 0; i < count; i++)
        if (u_charType(codes[i]) != U_NON_SPACING_MARK)
            codes[kept++] = codes[i] == 0x2010 ? '-'
                            : codes[i] == 0x2018 || codes[i] == 0x2019 || codes[i] == 0x2BC
                                ? '\''
                                : codes[i];
    u_strFromUTF32(folded, size, &count, codes, kept, &error);
    demand(U_SUCCESS(error), code);
    return (size_t)count;
}

START_TEST(fold_of_every_character_is_that_of_icu_without_marks)
{
    char bytes[FOLD_LONGEST];
    UChar expected[64];
    UChar found[64];
    ck_assert_int_eq(fold_prepare(), INTV_OK);
    for (uint32_t code = 0; code <= LAST_CODE; code++) {
        UErrorCode error = U_ZERO_ERROR;
        int32_t count = 0;
        if (U_IS_SURROGATE(code))
            continue;
        const size_t wanted = fold_by_icu(code, expected, (int32_t)LENGTH(expected));
        const size_t length = fold_character(code, bytes);
        u_strFromUTF8(found, (int32_t)LENGTH(found), &count, bytes, (int32_t)length, &error);
        demand(U_SUCCESS(error) && (size_t)count == wanted, code);
        demand(memcmp(found, expected, wanted * sizeof(*found)) == 0, code);
        demand(length <= 11 * write_code(code, (char[4]){0}), code);
    }
}
END_TEST

/* The folded form of a character between two letters, after a form of normalisation. */
static void
fold_normalised(const UNormalizer2 *form, uint32_t code, char *folded, size_t size)
{
    UErrorCode error = U_ZERO_ERROR;
    const UChar32 codes[] = {'p', (UChar32)code, 'q'};
    UChar units[64];
    UChar normal[64];
    char bytes[256];
    int32_t count = 0;
    char *made = NULL;
    size_t length = 0;
    u_strFromUTF32(units, (int32_t)LENGTH(units), &count, codes, 3, &error);
    count = unorm2_normalize(form, units, count, normal, (int32_t)LENGTH(normal), &error);
    u_strToUTF8(bytes, (int32_t)sizeof(bytes), &count, normal, count, &error);
    ck_assert(U_SUCCESS(error));
    ck_assert_int_eq(fold_text((struct text){bytes, (size_t)count}, &made, &length), INTV_OK);
    ck_assert_uint_lt(length, size);
    memcpy(folded, made, length + 1);
    memory_free(made);
}

START_TEST(fold_of_composed_and_decomposed_is_equal_for_every_character)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *composed = unorm2_getNFCInstance(&error);
    const UNormalizer2 *decomposed = unorm2_getNFDInstance(&error);
    char one[256];
    char other[256];
    for (uint32_t code = 0; code <= LAST_CODE; code++) {
        if (U_IS_SURROGATE(code) ||
            unorm2_getDecomposition(decomposed, (UChar32)code, (UChar[64]){0}, 64, &error) < 0)
            continue;
        fold_normalised(composed, code, one, sizeof(one));
        fold_normalised(decomposed, code, other, sizeof(other));
        ck_assert_msg(strcmp(one, other) == 0, "U+%04X: %s, %s", code, one, other);
    }
}
END_TEST

/* ---- words of texts ---- */

/* Every folded byte comes from the character at its origin, and none of that character is lost. */
static void
assert_origins(struct text text, const struct token *token)
{
    size_t at = 0;
    demand(token->origins[token->folded.length] == token->start + token->length, token->start);
    for (uint32_t place = token->start; place < token->start + token->length;) {
        char folded[FOLD_LONGEST];
        const struct utf8_character one =
            utf8_read((struct text){text.bytes + place, text.length - place});
        const size_t count = fold_character(one.code, folded);
        for (size_t i = 0; i < count; i++) {
            const bool is_left_out = folded[i] == ' ' || folded[i] == '-' || folded[i] == '.';
            const bool is_there = at < token->folded.length && token->origins[at] == place &&
                                  token->folded.bytes[at] == folded[i];
            demand(is_there || is_left_out, place);
            at += is_there;
        }
        place += (uint32_t)one.length;
    }
    demand(at == token->folded.length, token->start);
}

/*
 * The words of a text as "folded@start+length", with "/position*span" for what was written as
 * one.
 */
static void
describe_words(struct tokens *tokens, struct text text, char *described, size_t size)
{
    const struct token *token;
    uint32_t count = 0;
    size_t at = 0;
    described[0] = '\0';
    tokens_start(tokens, text);
    while (tokens_next(tokens, &token) == INTV_OK && token != NULL) {
        assert_origins(text, token);
        at += (size_t)snprintf(described + at, size - at, "%s%.*s@%u+%u", at > 0 ? " " : "",
                               (int)token->folded.length, token->folded.bytes, token->start,
                               token->length);
        if (token->span > 1)
            at +=
                (size_t)snprintf(described + at, size - at, "/%u*%u", token->position, token->span);
        else
            demand(token->position == count, count);
        count += token->span == 1;
        demand(at < size, count);
    }
}

static void
assert_words(const char *text, const char *expected)
{
    struct tokens *tokens;
    char described[1024];
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    describe_words(tokens, text_of(text), described, sizeof(described));
    ck_assert_msg(strcmp(described, expected) == 0, "%s gives\n  %s, not\n  %s", text, described,
                  expected);
    tokens_free(tokens);
}

START_TEST(analysis_folds_capitals_and_accents)
{
    assert_words("Jongeren en OUDERS", "jongeren@0+8 en@9+2 ouders@12+6");
    assert_words("ge\xC3\xABvalueerd", "geevalueerd@0+12");
    assert_words("caf\xC3\xA9 GE\xC3\x8F", "cafe@0+5 gei@6+4");
    assert_words("Stra\xC3\x9F"
                 "e",
                 "strasse@0+7");
}
END_TEST

START_TEST(analysis_of_ij_is_the_same_in_every_writing)
{
    assert_words("IJmuiden", "ijmuiden@0+8");
    assert_words("\xC4\xB2muiden", "ijmuiden@0+8");
    assert_words("\xC4\xB3muiden", "ijmuiden@0+8");
    assert_words("m\xC4\xB3", "mij@0+3");
    assert_words("b\xC3\xADj\xCC\x81na", "bijna@0+8");
}
END_TEST

START_TEST(analysis_of_composed_and_decomposed_is_equal)
{
    assert_words("\xC3\xA9\xC3\xA9n", "een@0+5");
    assert_words("e\xCC\x81"
                 "e\xCC\x81n",
                 "een@0+7");
}
END_TEST

START_TEST(analysis_of_apostrophes_is_equal_curly_and_straight)
{
    assert_words("foto's", "foto's@0+6");
    assert_words("foto\xE2\x80\x99s", "foto's@0+8");
    assert_words("foto\xE2\x80\x98s", "foto's@0+8");
    assert_words("foto\xCA\xBCs", "foto's@0+7");
    assert_words("zo'n \xE2\x80\x98stad\xE2\x80\x99 'wijk'", "zo'n@0+4 stad@8+4 wijk@17+4");
    assert_words("ouders' les", "ouders@0+6 les@8+3");
}
END_TEST

START_TEST(analysis_keeps_numbers_whole)
{
    assert_words("100.000,01 en 100,000", "100.000,01@0+10 en@11+2 100,000@14+7");
    assert_words("v2.0 3D 18+", "v2.0@0+4 3d@5+2 18@8+2");
    assert_words("1.2.3.", "1.2.3@0+5");
}
END_TEST

START_TEST(analysis_gives_words_with_hyphens_apart_and_as_one)
{
    assert_words("MIJ-les.", "mij@0+3 les@4+3 mijles@0+7/0*2");
    assert_words("een co\xE2\x80\x90"
                 "creatie",
                 "een@0+3 co@4+2 creatie@9+7 cocreatie@4+12/1*2");
    assert_words("co\xE2\x80\x91"
                 "creatie",
                 "co@0+2 creatie@5+7 cocreatie@0+12/0*2");
    assert_words("jongeren-aan-zet nu",
                 "jongeren@0+8 aan@9+3 zet@13+3 jongerenaanzet@0+16/0*3 nu@17+2");
    assert_words("re-\xC3\xAFntegratie", "re@0+2 integratie@3+11 reintegratie@0+14/0*2");
}
END_TEST

START_TEST(analysis_joins_no_words_without_a_hyphen_between_both)
{
    assert_words("voor- en nameting", "voor@0+4 en@6+2 nameting@9+8");
    assert_words("-online", "online@1+6");
    assert_words("op--af a-", "op@0+2 af@4+2 a@7+1");
    assert_words("ouder\xE2\x80\x93kind", "ouder@0+5 kind@8+4");
    assert_words("a-'b", "a@0+1 b@3+1");
    assert_words("a_-b", "a@0+1 b@3+1");
    assert_words("a-", "a@0+1");
    assert_words("a\xE2\x80\x90", "a@0+1");
    assert_words("a\xE2\x80", "a@0+1");
}
END_TEST

START_TEST(analysis_joins_no_digits)
{
    assert_words("12-18 jaar", "12@0+2 18@3+2 jaar@6+4");
    assert_words("2020-2024-plan", "2020@0+4 2024@5+4 plan@10+4");
    assert_words("covid-19", "covid@0+5 19@6+2 covid19@0+8/0*2");
    assert_words("0-meting", "0@0+1 meting@2+6 0meting@0+8/0*2");
}
END_TEST

START_TEST(analysis_leaves_soft_hyphens_out)
{
    assert_words("jonge\xC2\xADren", "jongeren@0+10");
    assert_words("jongeren\xC2\xAD werk", "jongeren@0+10 werk@11+4");
}
END_TEST

START_TEST(analysis_joins_abbreviations_and_separates_other_full_stops)
{
    assert_words("o.a. d.m.v. A.I.V.D.", "oa@0+3 dmv@5+5 aivd@12+7");
    assert_words("zin.Volgende", "zin@0+3 volgende@4+8");
    assert_words("www.voorbeeld.nl", "www@0+3 voorbeeld@4+9 nl@14+2");
    assert_words("e\xCC\x81.e", "ee@0+5");
    assert_words("a.b.cd", "a@0+1 b@2+1 cd@4+2");
}
END_TEST

START_TEST(analysis_separates_at_colons_and_low_lines)
{
    assert_words("doel:ouders", "doel@0+4 ouders@5+6");
    assert_words("_nadruk_ op_school", "nadruk@1+6 op@9+2 school@12+6");
    assert_words("12:30", "12@0+2 30@3+2");
    assert_words("____", "");
}
END_TEST

START_TEST(analysis_passes_what_is_no_word)
{
    assert_words("", "");
    assert_words(" \t\r\n.,;!?()[]\"' \xE2\x82\xAC \xF0\x9F\x98\x80 ", "");
    assert_words("a\xFF"
                 "b \xC3( c",
                 "a@0+1 b@2+1 c@7+1");
    assert_words("\xCC\x81 a", "a@3+1");
    assert_words("\xCD\xBA", "\xCE\xB9@0+2"); /* folded with a space, which is left out */
    assert_words("m\xC2\xB2 \xEF\xBC\x91\xEF\xBC\x92", "m@0+1 12@4+6");
}
END_TEST

START_TEST(analysis_keeps_every_byte_between_nul_and_the_end)
{
    struct tokens *tokens;
    char described[256];
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    describe_words(tokens, (struct text){"a\0b", 3}, described, sizeof(described));
    ck_assert_str_eq(described, "a@0+1 b@2+1");
    describe_words(tokens, (struct text){NULL, 0}, described, sizeof(described));
    ck_assert_str_eq(described, "");
    tokens_free(tokens);
}
END_TEST

START_TEST(analysis_knows_a_very_long_word_by_its_beginning)
{
    enum
    {
        LONG = 5000
    };
    static char text[LONG * 2 + 8];
    struct tokens *tokens;
    const struct token *token;
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    for (size_t width = 1; width <= 2; width++) {
        for (size_t i = 0; i < LONG; i++)
            memcpy(text + i * width, width == 1 ? "x" : "\xC3\xB8", width);
        memcpy(text + LONG * width, "-y z", 4);
        tokens_start(tokens, (struct text){text, LONG * width + 4});
        ck_assert_int_eq(tokens_next(tokens, &token), INTV_OK);
        ck_assert_uint_eq(token->folded.length, TOKEN_LONGEST);
        ck_assert_uint_eq(token->length, LONG * width);
        ck_assert_uint_eq(token->origins[TOKEN_LONGEST], LONG * width);
        tokens_next(tokens, &token);
        ck_assert(text_is(token->folded, "y"));
        tokens_next(tokens, &token); /* not written as one */
        ck_assert(text_is(token->folded, "z"));
        ck_assert_uint_eq(token->position, 2);
    }
    tokens_free(tokens);
}
END_TEST

START_TEST(analysis_joins_no_more_than_the_most_pieces)
{
    char text[2 * (TOKEN_MOST_PIECES + 1)];
    const struct token *token;
    struct tokens *tokens;
    ck_assert_int_eq(TOKEN_MOST_PIECES, 16);
    ck_assert_int_eq(TOKEN_LONGEST, 1024);
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    for (size_t i = 0; i < sizeof(text); i++)
        text[i] = i % 2 == 0 ? 'a' : '-';
    for (size_t pieces = TOKEN_MOST_PIECES; pieces <= TOKEN_MOST_PIECES + 1; pieces++) {
        uint32_t longest = 0;
        tokens_start(tokens, (struct text){text, 2 * pieces - 1});
        while (tokens_next(tokens, &token) == INTV_OK && token != NULL)
            longest = token->span > longest ? token->span : longest;
        ck_assert_uint_eq(longest, pieces == TOKEN_MOST_PIECES ? pieces : 1);
    }
    tokens_free(tokens);
}
END_TEST

/* Fills a text by repeating a piece; gives the number of words in it. */
static size_t
count_words(struct tokens *tokens, char *text, size_t size, const char *piece)
{
    const size_t length = strlen(piece);
    const struct token *token;
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        text[i] = piece[i % length];
    tokens_start(tokens, (struct text){text, size});
    while (tokens_next(tokens, &token) == INTV_OK && token != NULL)
        count++;
    return count;
}

START_TEST(analysis_of_half_a_million_bytes_of_anything_ends)
{
    static const char *const PIECES[] = {
        "a",
        "a-",
        "a.",
        "a:",
        "a_",
        "a'",
        "1,",
        "1-",
        "a\xCC\x81",
        "'\xCC\x81",
        "aa.b.",
        "\xE2\x80\x8D",
        "\xD7\x90\"",
        "\xF0\x9F\x87\xB3",
        "\xEF\xB7\xBA",
        "\xFF",
        ".\xC2\xAD",
    };
    enum
    {
        SIZE = 1 << 19
    };
    char *text = memory_new(SIZE, 1);
    struct tokens *tokens;
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    for (size_t i = 0; i < LENGTH(PIECES); i++)
        ck_assert_uint_le(count_words(tokens, text, SIZE, PIECES[i]), SIZE);
    /* One letter, then marks that are passed over: looked at once for each full stop. */
    ck_assert_uint_ge(count_words(tokens, text, SIZE, "a.\xCC\x81\xCC\x81\xCC\x81\xCC\x81"), 1);
    tokens_free(tokens);
    memory_free(text);
}
END_TEST

START_TEST(analysis_of_random_texts_keeps_its_origins)
{
    static const char *const PIECES[] = {"a",        "Bc",
                                         "-",        ".",
                                         " ",        "'",
                                         "12",       "\xC3\xA9",
                                         "\xC4\xB3", "\xCC\x81",
                                         ":",        "\xE2\x80\x91",
                                         "_",        "\xEF\xB7\xBA",
                                         "\xFF",     "\xC2\xAD",
                                         "\xC3\x9F", "\xE2\x80\x99",
                                         "\xE2",     ","};
    uint32_t state = 7;
    struct tokens *tokens;
    char described[4096];
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    for (unsigned round = 0; round < 100000; round++) {
        char text[64] = "";
        for (size_t i = next_random(&state) % 16; i > 0; i--)
            strcat(text, PIECES[next_random(&state) % LENGTH(PIECES)]);
        describe_words(tokens, text_of(text), described, sizeof(described));
    }
    tokens_free(tokens);
}
END_TEST

START_TEST(analysis_without_memory_is_a_status_and_reading_needs_none)
{
    struct tokens *tokens;
    char described[256];
    allocations_left = 0;
    ck_assert_int_eq(tokens_new(&tokens), INTV_ERROR_NO_MEMORY);
    ck_assert_ptr_null(tokens);
    tokens_free(tokens);
    allocations_left = 1;
    ck_assert_int_eq(tokens_new(&tokens), INTV_OK);
    ck_assert_uint_eq(allocations_left, 0);
    describe_words(tokens, text_of("MIJ-l\xC3\xA9s"), described, sizeof(described));
    allocations_left = SIZE_MAX;
    ck_assert_str_eq(described, "mij@0+3 les@4+4 mijles@0+8/0*2");
    tokens_free(tokens);
}
END_TEST

START_TEST(analysis_language_is_that_of_the_tag)
{
    static const struct
    {
        const char *tag;
        enum text_language language;
    } CASES[] = {
        {"nl", TEXT_DUTCH},
        {"nl-BE", TEXT_DUTCH},
        {"NL", TEXT_DUTCH},
        {"en", TEXT_ENGLISH},
        {"en-GB", TEXT_ENGLISH},
        {"", TEXT_OF_NO_LANGUAGE},
        {"de", TEXT_OF_OTHER_LANGUAGE},
        {"nld", TEXT_OF_OTHER_LANGUAGE},
        {"e", TEXT_OF_OTHER_LANGUAGE},
    };
    for (size_t i = 0; i < LENGTH(CASES); i++)
        ck_assert_int_eq(analysis_language(text_of(CASES[i].tag)), CASES[i].language);
    ck_assert_int_eq(analysis_language((struct text){NULL, 0}), TEXT_OF_NO_LANGUAGE);
    ck_assert_int_eq(TEXT_OF_NO_LANGUAGE, 0);
    ck_assert_int_eq(TEXT_DUTCH, 1);
    ck_assert_int_eq(TEXT_ENGLISH, 2);
    ck_assert_int_eq(TEXT_OF_OTHER_LANGUAGE, 3);
}
END_TEST

/* ---- several threads ---- */

static const char THREADED[] =
    "Re-\xC3\xAFntegratie van foto\xE2\x80\x99s, o.a. in \xC4\xB2muiden.";
static const char THREADED_WORDS[] = "re@0+2 integratie@3+11 reintegratie@0+14/0*2 van@15+3 "
                                     "foto's@19+8 oa@29+3 in@34+2 ijmuiden@37+8";

static void *
analyse_often(void *failures)
{
    struct tokens *tokens;
    char described[256];
    if (tokens_new(&tokens) != INTV_OK)
        return NULL;
    for (unsigned round = 0; round < 2000; round++) {
        describe_words(tokens, text_of(THREADED), described, sizeof(described));
        *(unsigned *)failures += strcmp(described, THREADED_WORDS) != 0;
    }
    tokens_free(tokens);
    return failures;
}

START_TEST(analysis_by_several_threads_is_that_by_one)
{
    pthread_t threads[4];
    unsigned failures[4] = {0};
    for (size_t i = 0; i < LENGTH(threads); i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, analyse_often, &failures[i]), 0);
    for (size_t i = 0; i < LENGTH(threads); i++) {
        void *ended = NULL;
        pthread_join(threads[i], &ended);
        ck_assert_ptr_eq(ended, &failures[i]);
        ck_assert_uint_eq(failures[i], 0);
    }
}
END_TEST

static TCase *
boundary_tests(void)
{
    TCase *tests = tcase_create("boundaries");
    tcase_add_test(tests, words_break_as_in_every_line_of_the_test_of_unicode);
    tcase_add_test(tests, words_version_of_icu_is_that_of_the_test_of_unicode);
    tcase_add_test(tests, words_of_latin_break_as_the_rules_say);
    tcase_add_test(tests, words_of_random_texts_break_as_the_rules_say);
    tcase_add_test(tests, words_every_character_is_what_icu_says);
    tcase_add_test(tests, words_bytes_that_are_no_utf8_stand_alone);
    tcase_add_test(tests, fold_of_every_character_is_that_of_icu_without_marks);
    tcase_add_test(tests, fold_of_composed_and_decomposed_is_equal_for_every_character);
    return tests;
}

static TCase *
analysis_tests(void)
{
    TCase *tests = tcase_create("analysis");
    tcase_add_test(tests, analysis_folds_capitals_and_accents);
    tcase_add_test(tests, analysis_of_ij_is_the_same_in_every_writing);
    tcase_add_test(tests, analysis_of_composed_and_decomposed_is_equal);
    tcase_add_test(tests, analysis_of_apostrophes_is_equal_curly_and_straight);
    tcase_add_test(tests, analysis_keeps_numbers_whole);
    tcase_add_test(tests, analysis_gives_words_with_hyphens_apart_and_as_one);
    tcase_add_test(tests, analysis_joins_no_words_without_a_hyphen_between_both);
    tcase_add_test(tests, analysis_joins_no_digits);
    tcase_add_test(tests, analysis_leaves_soft_hyphens_out);
    tcase_add_test(tests, analysis_joins_abbreviations_and_separates_other_full_stops);
    tcase_add_test(tests, analysis_separates_at_colons_and_low_lines);
    tcase_add_test(tests, analysis_passes_what_is_no_word);
    tcase_add_test(tests, analysis_keeps_every_byte_between_nul_and_the_end);
    tcase_add_test(tests, analysis_knows_a_very_long_word_by_its_beginning);
    tcase_add_test(tests, analysis_joins_no_more_than_the_most_pieces);
    tcase_add_test(tests, analysis_of_half_a_million_bytes_of_anything_ends);
    tcase_add_test(tests, analysis_of_random_texts_keeps_its_origins);
    tcase_add_test(tests, analysis_without_memory_is_a_status_and_reading_needs_none);
    tcase_add_test(tests, analysis_language_is_that_of_the_tag);
    tcase_add_test(tests, analysis_by_several_threads_is_that_by_one);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("words");
    suite_add_tcase(suite, boundary_tests());
    suite_add_tcase(suite, analysis_tests());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
