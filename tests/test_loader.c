/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The loader: what it says of every fixture, from files and from memory, and how it behaves as an
 * object. Files and folders are in test_files.c, limits in test_limits.c, what a loaded catalogue
 * says in test_facts.c.
 */
#include "loading.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/catalogue.h"
#include "read/xml.h"

enum
{
    PATH_BYTES = 1024,
    ANSWER_BYTES = 32768
};

/* ---- fixtures ---- */

static const char *
fixtures_folder(void)
{
    const char *folder = getenv("INTV_FIXTURES");
#ifdef INTV_FIXTURES
    if (folder == NULL)
        folder = INTV_FIXTURES;
#endif
    ck_assert_msg(folder != NULL, "INTV_FIXTURES says where the fixtures are");
    return folder;
}

/* The bytes of a file, exactly as long as the file, so that reading beyond them shows. */
static char *
read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "cannot open %s", path);
    ck_assert_int_eq(fseek(file, 0, SEEK_END), 0);
    const long length = ftell(file);
    ck_assert_int_ge(length, 0);
    rewind(file);
    *size = (size_t)length;
    char *bytes = malloc(*size > 0 ? *size : 1);
    ck_assert_ptr_nonnull(bytes);
    ck_assert_uint_eq(fread(bytes, 1, *size, file), *size);
    fclose(file);
    return bytes;
}

static bool
is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Status and diagnostics as a .expected file writes them. */
static void
write_answer(enum intv_status status, bool with_file, char answer[ANSWER_BYTES])
{
    size_t used =
        (size_t)snprintf(answer, ANSWER_BYTES, "status %s\n", intv_status_get_name(status));
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++) {
        const char *slash = strrchr(intv_diagnostics_get_file(diagnostics, i), '/');
        const char *subject = intv_diagnostics_get_subject(diagnostics, i);
        ck_assert_uint_lt(used, ANSWER_BYTES / 2);
        used += (size_t)snprintf(
            answer + used, ANSWER_BYTES - used, "%s%s%u:%u %s%s%s\n",
            with_file && slash != NULL ? slash + 1 : "", with_file ? ":" : "",
            intv_diagnostics_get_line(diagnostics, i), intv_diagnostics_get_column(diagnostics, i),
            intv_diagnostics_get_tag(diagnostics, i), subject[0] != '\0' ? " " : "", subject);
    }
}

static void
assert_answer(const char *path, const char *how, enum intv_status status)
{
    char name[PATH_BYTES];
    char answer[ANSWER_BYTES];
    size_t size = 0;
    const char *end = strrchr(path, '.');
    const int stem =
        (int)(end != NULL && strcmp(end, ".xml") == 0 ? end - path : (long)strlen(path));
    snprintf(name, sizeof(name), "%.*s.expected", stem, path);
    char *expected = read_file(name, &size);
    write_answer(status, is_folder(path), answer);
    ck_assert_msg(strlen(answer) == size && memcmp(answer, expected, size) == 0,
                  "%s %s\nexpected:\n%.*s\ngot:\n%s", path, how, (int)size, expected, answer);
    ck_assert_int_eq(catalogue != NULL, status == INTV_OK);
    free(expected);
}

/* A folder of folders 1, 2 and so on is a catalogue of layers. */
static void
add_fixture(const char *path)
{
    char layer[2 * PATH_BYTES];
    unsigned number = 1;
    snprintf(layer, sizeof(layer), "%s/1", path);
    if (!is_folder(layer)) {
        ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
        return;
    }
    while (is_folder(layer)) {
        if (number > 1)
            ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_OK);
        ck_assert_int_eq(intv_loader_add_path(loader, layer), INTV_OK);
        snprintf(layer, sizeof(layer), "%s/%u", path, ++number);
    }
}

static void
check_catalogue_file(const char *path)
{
    start_again();
    add_fixture(path);
    assert_answer(path, "as a file", load());
}

static void
check_catalogue_memory(const char *path)
{
    size_t size = 0;
    char *bytes = read_file(path, &size);
    start_again();
    ck_assert_int_eq(intv_loader_add_memory(loader, path, bytes, size), INTV_OK);
    assert_answer(path, "in memory", load());
    free(bytes);
}

/* Calls the check for every .xml file of a folder, and for every folder in it if asked. */
static size_t
for_each_fixture(const char *folder, bool folders, void (*check)(const char *path))
{
    char path[PATH_BYTES];
    char inside[2 * PATH_BYTES];
    size_t count = 0;
    snprintf(path, sizeof(path), "%s/%s", fixtures_folder(), folder);
    DIR *entries = opendir(path);
    ck_assert_msg(entries != NULL, "cannot open %s", path);
    const struct dirent *entry;
    while ((entry = readdir(entries)) != NULL) {
        const char *end = strrchr(entry->d_name, '.');
        snprintf(inside, sizeof(inside), "%s/%s", path, entry->d_name);
        if (entry->d_name[0] == '.' || (end == NULL && !folders) ||
            (end != NULL && strcmp(end, ".xml") != 0))
            continue;
        check(inside);
        count++;
    }
    closedir(entries);
    return count;
}

START_TEST(loader_says_of_valid_files_what_is_expected)
{
    ck_assert_uint_gt(for_each_fixture("valid", true, check_catalogue_file), 15);
}
END_TEST

START_TEST(loader_says_of_invalid_files_and_folders_what_is_expected)
{
    ck_assert_uint_gt(for_each_fixture("invalid", true, check_catalogue_file), 140);
}
END_TEST

START_TEST(loader_says_of_documents_in_memory_what_is_expected)
{
    ck_assert_uint_gt(for_each_fixture("valid", false, check_catalogue_memory), 15);
    ck_assert_uint_gt(for_each_fixture("invalid", false, check_catalogue_memory), 140);
}
END_TEST

/* ---- fixtures of situations ---- */

static struct intv_catalogue *everything;

static void
load_everything(void)
{
    char path[PATH_BYTES];
    snprintf(path, sizeof(path), "%s/valid/everything.xml", fixtures_folder());
    start_again();
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    assert_load(INTV_OK, "", load());
}

static void
check_situation(const char *path)
{
    struct intv_situation *from_file = NULL;
    struct intv_situation *from_memory = NULL;
    size_t size = 0;
    char *bytes = read_file(path, &size);
    ck_assert_int_eq(intv_situation_new(everything, &from_file), INTV_OK);
    ck_assert_int_eq(intv_situation_new(everything, &from_memory), INTV_OK);
    intv_diagnostics_clear(diagnostics);
    const enum intv_status status = intv_situation_read_file(from_file, path, diagnostics);
    catalogue = status == INTV_OK ? intv_catalogue_ref(everything) : NULL;
    assert_answer(path, "as a file", status);
    intv_diagnostics_clear(diagnostics);
    assert_answer(path, "in memory",
                  intv_situation_read_memory(from_memory, path, bytes, size, diagnostics));
    intv_catalogue_unref(catalogue);
    catalogue = NULL;
    if (status != INTV_OK)
        ck_assert_uint_eq(intv_situation_get_criterion_count(from_file), 0);
    ck_assert_uint_eq(intv_situation_get_criterion_count(from_file),
                      intv_situation_get_criterion_count(from_memory));
    intv_situation_free(from_file);
    intv_situation_free(from_memory);
    free(bytes);
}

START_TEST(situation_reader_says_of_every_fixture_what_is_expected)
{
    load_everything();
    everything = catalogue;
    catalogue = NULL;
    ck_assert_uint_gt(for_each_fixture("situations/valid", false, check_situation), 3);
    ck_assert_uint_gt(for_each_fixture("situations/invalid", false, check_situation), 25);
    intv_catalogue_unref(everything);
}
END_TEST

START_TEST(loader_keeps_a_fact_of_every_field)
{
    load_everything();
    for (unsigned field = 0; field < FIELD_COUNT; field++) {
        bool found = false;
        for (uint32_t i = 0; i < catalogue->fact_count && !found; i++)
            found = catalogue->facts[i].field == field;
        ck_assert_msg(found, "no fact of the field %s", FIELD_FORMATS[field].name);
    }
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        ck_assert_uint_gt(intv_catalogue_get_record_count(catalogue, (enum intv_kind)kind), 0);
}
END_TEST

/* ---- how the bytes are divided ---- */

/* What the reader gave, one line for each event; texts that follow each other are one. */
struct recording
{
    char log[65536];
    size_t length;
    bool in_text;
};

static void
record(struct recording *recording, const char *what, struct text text, struct place place)
{
    const size_t room = sizeof(recording->log) - recording->length;
    recording->length +=
        (size_t)snprintf(recording->log + recording->length, room, "\n%s %u:%u %.*s", what,
                         place.line, place.column, (int)text.length, text.bytes);
    ck_assert_uint_lt(recording->length, sizeof(recording->log));
    recording->in_text = false;
}

static bool
record_start(void *user, const struct xml_tag *tag)
{
    record(user, "start", tag->name, tag->place);
    for (size_t i = 0; i < tag->attribute_count; i++)
        record(user, "attribute", tag->attributes[i].value, tag->place);
    return true;
}

static bool
record_end(void *user)
{
    record(user, "end", (struct text){"", 0}, (struct place){NULL, 0, 0});
    return true;
}

static bool
record_text(void *user, struct text text)
{
    struct recording *recording = user;
    if (!recording->in_text)
        record(recording, "text", (struct text){"", 0}, (struct place){NULL, 0, 0});
    ck_assert_uint_lt(recording->length + text.length, sizeof(recording->log));
    memcpy(recording->log + recording->length, text.bytes, text.length);
    recording->length += text.length;
    recording->log[recording->length] = '\0';
    recording->in_text = true;
    return true;
}

static void
read_in_pieces(const char *bytes, size_t size, size_t piece, struct recording *recording)
{
    static const struct xml_events EVENTS = {record_start, record_end, record_text};
    enum intv_status status = INTV_OK;
    char answer[ANSWER_BYTES];
    memset(recording, 0, sizeof(*recording));
    intv_diagnostics_clear(diagnostics);
    struct xml_reader *reader =
        xml_reader_new(&EVENTS, recording, "pieces", &LIMITS_STANDARD, diagnostics, &status);
    ck_assert_ptr_nonnull(reader);
    for (size_t at = 0; at < size && status == INTV_OK; at += piece)
        status = xml_reader_push(reader, bytes + at, size - at < piece ? size - at : piece);
    if (status == INTV_OK)
        status = xml_reader_finish(reader);
    xml_reader_free(reader);
    write_answer(status, false, answer);
    record(recording, "answer", text_of(answer), (struct place){NULL, 0, 0});
}

static void
check_division(const char *path)
{
    static const size_t PIECES[] = {1, 2, 3, 7, 64, 1000};
    static struct recording whole;
    static struct recording parts;
    size_t size = 0;
    char *bytes = read_file(path, &size);
    read_in_pieces(bytes, size, size > 0 ? size : 1, &whole);
    for (size_t i = 0; i < sizeof(PIECES) / sizeof(PIECES[0]); i++) {
        read_in_pieces(bytes, size, PIECES[i], &parts);
        ck_assert_msg(strcmp(whole.log, parts.log) == 0, "%s in pieces of %zu:\n%s\nat once:\n%s",
                      path, PIECES[i], parts.log, whole.log);
    }
    free(bytes);
}

START_TEST(reader_gives_the_same_for_every_division_of_the_bytes)
{
    ck_assert_uint_gt(for_each_fixture("valid", false, check_division), 15);
    ck_assert_uint_gt(for_each_fixture("invalid", false, check_division), 140);
}
END_TEST

/* Characters of 2, 3 and 4 bytes come to lie across every border of the pieces that are read. */
START_TEST(loader_keeps_characters_across_pieces)
{
    static const char UNIT[] = "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x";
    enum
    {
        UNITS = 6000,
        UNIT_BYTES = sizeof(UNIT) - 1
    };
    static char document[UNITS * UNIT_BYTES + 1000];
    for (int shift = 0; shift < UNIT_BYTES; shift++) {
        size_t used = (size_t)sprintf(
            document, OPENING "<!--%.*s--><organisation id='a'><name>A</name><note>", shift,
            "xxxxxxxxxx");
        const size_t start = used;
        for (int i = 0; i < UNITS; i++)
            used += (size_t)sprintf(document + used, "%s", UNIT);
        sprintf(document + used, "</note></organisation>" CLOSING);
        assert_load(INTV_OK, "", load_document(document));
        const uint32_t note = intv_record_find_fact(catalogue, 0, "note", 0);
        const char *text = intv_fact_get_text(catalogue, note, "nl");
        ck_assert_uint_eq(strlen(text), used - start);
        ck_assert_int_eq(memcmp(text, document + start, used - start), 0);
    }
}
END_TEST

/* ---- the loader as an object ---- */

START_TEST(loader_without_documents_has_nothing_to_load)
{
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "nothing-to-load", load());
}
END_TEST

START_TEST(loader_refuses_missing_arguments)
{
    struct intv_catalogue *none = NULL;
    ck_assert_int_eq(intv_loader_new(NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_path(NULL, "a"), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_path(loader, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_memory(loader, NULL, "a", 1), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_memory(loader, "a", NULL, 1), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_memory(NULL, "a", "a", 1), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_load(NULL, &none, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_load(loader, NULL, NULL), INTV_ERROR_INVALID_ARGUMENT);
    intv_loader_free(NULL);
}
END_TEST

START_TEST(loader_reads_no_bytes_as_an_empty_document)
{
    ck_assert_int_eq(intv_loader_add_memory(loader, "nothing", NULL, 0), INTV_OK);
    assert_load(INTV_ERROR_SYNTAX, "file-empty", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "nothing");
}
END_TEST

START_TEST(loader_works_without_diagnostics)
{
    add_document("test.xml", OPENING "<nothing/>" CLOSING);
    ck_assert_int_eq(intv_loader_load(loader, &catalogue, NULL), INTV_ERROR_INVALID);
    ck_assert_ptr_null(catalogue);
}
END_TEST

START_TEST(loader_can_load_again_after_a_failure)
{
    char document[] = OPENING ORGANISATION CLOSING;
    add_document("test.xml", document);
    char *id = strstr(document, "'maker'");
    id[1] = 'M';
    assert_load(INTV_ERROR_INVALID, "bad-id", load());
    id[1] = 'm';
    assert_load(INTV_OK, "", load());
    id[1] = '-';
    assert_load(INTV_ERROR_INVALID, "bad-id", load());
    id[1] = 'b';
    assert_load(INTV_OK, "", load());
    ck_assert_uint_ne(intv_catalogue_find(catalogue, INTV_KIND_ORGANISATION, "baker"), INTV_NONE);
}
END_TEST

START_TEST(catalogue_outlives_its_loader)
{
    struct intv_catalogue *kept = NULL;
    assert_load(INTV_OK, "", LOAD(ORGANISATION));
    kept = intv_catalogue_ref(catalogue);
    start_again();
    ck_assert_str_eq(intv_catalogue_get_edition(kept), "2026-11-23");
    ck_assert_str_eq(intv_record_get_name(kept, 0, "nl"), "Maker");
    intv_catalogue_unref(kept);
}
END_TEST

START_TEST(loader_reports_what_is_wrong_in_all_documents_at_once)
{
    add_document("a.xml", OPENING "<organisation id='A'><name>A</name></organisation>" CLOSING);
    add_document("b.xml", OPENING "<organisation id='b'><name>B</name>");
    add_document("c.xml", OPENING "<organisation id='c'/>" CLOSING);
    add_document("d.xml", "no XML");
    assert_load(INTV_ERROR_INVALID, "bad-id truncated not-xml", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "a.xml");
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 1), "b.xml");
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 2), "d.xml");
}
END_TEST

/* What a document that was not read holds would only look missing. */
START_TEST(loader_does_not_judge_references_to_documents_it_could_not_read)
{
    static const char USER[] =
        OPENING PROGRAMME("<organisation ref='maker' role='provider'/>") CLOSING;
    static const char *const LOST[] = {
        OPENING "<organisation id='maker'><name>M</name></organisation>",
        "<x/>",
        "<catalogue xmlns='urn:interventions:catalogue:2'/>",
        "<catalogue xmlns='urn:interventions:catalogue:1' format='2.0' edition='2026-11-23'"
        " publisher='tests' licence='CC0-1.0'>" ORGANISATION "</catalogue>",
    };
    static const char *const TAGS[] = {"truncated", "wrong-root", "newer-format", "newer-format"};
    for (size_t i = 0; i < sizeof(LOST) / sizeof(LOST[0]); i++) {
        start_again();
        add_document("user.xml", USER);
        add_document("lost.xml", LOST[i]);
        const enum intv_status status = load();
        ck_assert_int_ne(status, INTV_OK);
        ck_assert_str_eq(reported(), TAGS[i]);
    }
}
END_TEST

START_TEST(loader_keeps_a_hundred_diagnostics_and_counts_the_rest)
{
    char document[8192] = OPENING;
    for (int i = 0; i < 150; i++)
        strcat(document, "<nothing/>\n");
    strcat(document, CLOSING);
    ck_assert_int_eq(load_document(document), INTV_ERROR_INVALID);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 100);
    ck_assert_uint_eq(intv_diagnostics_get_total(diagnostics), 150);
    ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 150);
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 99), 101);
}
END_TEST

START_TEST(loader_with_only_warnings_loads)
{
    assert_load(INTV_OK, "newer-minor-format skipped-element",
                load_document("<catalogue xmlns='urn:interventions:catalogue:1' format='1.2'"
                              " edition='2027' publisher='p' licence='l'><new/></catalogue>"));
    ck_assert_uint_eq(intv_diagnostics_get_error_count(diagnostics), 0);
    ck_assert_int_eq(intv_diagnostics_get_severity(diagnostics, 1), INTV_SEVERITY_WARNING);
    ck_assert_str_eq(intv_catalogue_get_edition(catalogue), "2027");
}
END_TEST

START_TEST(loader_compares_edition_publisher_and_licence_of_all_documents)
{
    char message[512];
    add_document("a.xml", OPENING CLOSING);
    add_document("b.xml", "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-24'"
                          " publisher='tests' licence='CC0-1.0'/>");
    assert_load(INTV_ERROR_INVALID, "edition-differs", load());
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "edition is 2026-11-24 here, but 2026-11-23 in a.xml.");
}
END_TEST

START_TEST(loader_offers_the_nearest_id)
{
    static const char *const CASES[][2] = {{"shool", "school"},
                                           {"scohol", "school"},
                                           {"abc", NULL},
                                           {"sch", "school"},
                                           {"scool-x", "school"}};
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        char document[1024];
        char advice[512];
        char expected[64];
        snprintf(document, sizeof(document),
                 OPENING "<organisation id='school'><name>S</name></organisation>"
                         "<organisation id='places'><name>P</name></organisation>" PROGRAMME(
                             "<organisation ref='%s' role='provider'/>") CLOSING,
                 CASES[i][0]);
        assert_load(INTV_ERROR_INVALID, "dangling-reference", load_document(document));
        intv_diagnostics_get_advice(diagnostics, 0, INTV_ENGLISH, advice, sizeof(advice));
        snprintf(expected, sizeof(expected), "Nearest: %s.",
                 CASES[i][1] != NULL ? CASES[i][1] : "");
        ck_assert_msg((strstr(advice, CASES[i][1] != NULL ? expected : "Nearest") != NULL) ==
                          (CASES[i][1] != NULL),
                      "%s: %s", CASES[i][0], advice);
    }
}
END_TEST

START_TEST(loader_names_the_attribute_that_is_empty)
{
    char message[256];
    assert_load(INTV_ERROR_INVALID, "empty-text",
                LOAD("<funding-scheme id='f' asserted-by='editor'><name>F</name>"
                     "<rule code='' value='evaluation-advised'/></funding-scheme>"));
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "The text in code is empty.");
}
END_TEST

START_TEST(loader_advises_only_what_may_stand_there)
{
    char advice[512];
    assert_load(INTV_ERROR_INVALID, "unknown-element",
                LOAD("<organisation id='m'><name>M<b/></name></organisation>"));
    intv_diagnostics_get_advice(diagnostics, 0, INTV_ENGLISH, advice, sizeof(advice));
    ck_assert_str_eq(advice, "Allowed here: -.");
    assert_load(INTV_ERROR_INVALID, "unknown-attribute",
                LOAD(PROGRAMME("<sessions value='1' x=''/>")));
    intv_diagnostics_get_advice(diagnostics, 0, INTV_ENGLISH, advice, sizeof(advice));
    ck_assert_ptr_nonnull(strstr(advice, "value, about, at-least, min, max"));
}
END_TEST

/* A chain under a circle is taken out in time that grows with its length, not with its square. */
START_TEST(loader_judges_a_long_chain_under_a_circle_at_once)
{
    enum
    {
        LINKS = 20000 - 2,
        LINK_BYTES = 120
    };
    char *document = malloc(LINKS * LINK_BYTES + 1000);
    ck_assert_ptr_nonnull(document);
    size_t used =
        (size_t)sprintf(document, OPENING "<municipality id='m0'><name>A</name><broader ref='b'/>"
                                          "</municipality><municipality id='b'><name>B</name>"
                                          "<broader ref='m0'/></municipality>\n");
    for (int i = 1; i <= LINKS; i++)
        used += (size_t)sprintf(document + used,
                                "<municipality id='m%d'><name>M</name><broader ref='m%d'/>"
                                "</municipality>\n",
                                i, i - 1);
    sprintf(document + used, CLOSING);
    assert_load(INTV_ERROR_INVALID, "broader-cycle broader-cycle", load_document(document));
    free(document);
}
END_TEST

/* Twenty thousand records and as many references that lead nowhere: only the reports that are kept
 * say what was meant, or this takes minutes. */
START_TEST(loader_does_not_look_for_what_thousands_of_references_meant)
{
    enum
    {
        RECORDS = 19000,
        LINE_BYTES = 120
    };
    static const char PREFIX[] = "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd";
    char *document = malloc(2 * RECORDS * LINE_BYTES + 1000);
    ck_assert_ptr_nonnull(document);
    size_t used = (size_t)sprintf(document, OPENING);
    for (int i = 0; i < RECORDS; i++)
        used += (size_t)sprintf(document + used,
                                "<source id='%s%06d' read='whole'><title>T</title></source>\n",
                                PREFIX, i);
    used += (size_t)sprintf(document + used, "<evaluation id='e' status='published'>"
                                             "<title>T</title>");
    for (int i = 0; i < RECORDS; i++)
        used += (size_t)sprintf(document + used, "<reported-in ref='%s%06dx'/>\n", PREFIX, i);
    sprintf(document + used, "</evaluation>" CLOSING);
    ck_assert_int_eq(load_document(document), INTV_ERROR_INVALID);
    ck_assert_uint_gt(intv_diagnostics_get_total(diagnostics), RECORDS);
    free(document);
}
END_TEST

static TCase *
fixture_tests(void)
{
    TCase *tests = tcase_create("fixtures");
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, loader_says_of_valid_files_what_is_expected);
    tcase_add_test(tests, loader_says_of_invalid_files_and_folders_what_is_expected);
    tcase_add_test(tests, loader_says_of_documents_in_memory_what_is_expected);
    tcase_add_test(tests, situation_reader_says_of_every_fixture_what_is_expected);
    tcase_add_test(tests, loader_keeps_a_fact_of_every_field);
    tcase_add_test(tests, reader_gives_the_same_for_every_division_of_the_bytes);
    tcase_add_test(tests, loader_keeps_characters_across_pieces);
    return tests;
}

static TCase *
object_tests(void)
{
    TCase *tests = tcase_create("the loader as an object");
    tcase_set_timeout(tests, 20);
    tcase_add_checked_fixture(tests, make_loader, free_loader);
    tcase_add_test(tests, loader_without_documents_has_nothing_to_load);
    tcase_add_test(tests, loader_refuses_missing_arguments);
    tcase_add_test(tests, loader_reads_no_bytes_as_an_empty_document);
    tcase_add_test(tests, loader_works_without_diagnostics);
    tcase_add_test(tests, loader_can_load_again_after_a_failure);
    tcase_add_test(tests, catalogue_outlives_its_loader);
    tcase_add_test(tests, loader_reports_what_is_wrong_in_all_documents_at_once);
    tcase_add_test(tests, loader_does_not_judge_references_to_documents_it_could_not_read);
    tcase_add_test(tests, loader_keeps_a_hundred_diagnostics_and_counts_the_rest);
    tcase_add_test(tests, loader_with_only_warnings_loads);
    tcase_add_test(tests, loader_compares_edition_publisher_and_licence_of_all_documents);
    tcase_add_test(tests, loader_offers_the_nearest_id);
    tcase_add_test(tests, loader_names_the_attribute_that_is_empty);
    tcase_add_test(tests, loader_advises_only_what_may_stand_there);
    tcase_add_test(tests, loader_judges_a_long_chain_under_a_circle_at_once);
    tcase_add_test(tests, loader_does_not_look_for_what_thousands_of_references_meant);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("loader");
    suite_add_tcase(suite, fixture_tests());
    suite_add_tcase(suite, object_tests());
    return run_suite(suite);
}
