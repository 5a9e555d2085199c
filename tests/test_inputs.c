/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a loader reads besides files and memory: descriptors and functions of the caller; and the
 * callbacks that hear how far a load is, stop it, or call back into the loader.
 */
#include "loading.h"

#include <fcntl.h>
#include <unistd.h>

#include "model/catalogue.h"

static const char DOCUMENT[] = OPENING ORGANISATION CLOSING;
static const char OTHER[] = OPENING "<source id='a' read='whole'><title>A</title></source>" CLOSING;

/* The catalogue of DOCUMENT, to compare with. */
static struct intv_catalogue *reference;

static void
prepare(void)
{
    make_loader();
    add_document("test.xml", DOCUMENT);
    assert_load(INTV_OK, "", load());
    reference = intv_catalogue_ref(catalogue);
    start_again();
}

static void
end(void)
{
    intv_catalogue_unref(reference);
    free_loader();
}

static bool
is_reference(void)
{
    return catalogue != NULL && catalogue->header->size == reference->header->size &&
           memcmp(catalogue->header, reference->header, (size_t)reference->header->size) == 0;
}

/* An open file that holds the text, and stands at its beginning. */
static int
open_text(const char *text)
{
    char name[] = "/tmp/test-inputs-XXXXXX";
    const int file = mkstemp(name);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(unlink(name), 0);
    ck_assert_int_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
    ck_assert_int_eq(lseek(file, 0, SEEK_SET), 0);
    return file;
}

static void
add_descriptor(int descriptor)
{
    ck_assert_int_eq(intv_loader_add_descriptor(loader, "given.xml", descriptor), INTV_OK);
}

/* ---- descriptors ---- */

START_TEST(loader_reads_a_descriptor_from_where_it_stands_and_leaves_it_open)
{
    char text[sizeof(DOCUMENT) + 4] = "xyz ";
    strcat(text, DOCUMENT);
    const int file = open_text(text);
    ck_assert_int_eq(lseek(file, 4, SEEK_SET), 4);
    add_descriptor(file);
    ck_assert_int_eq(lseek(file, 0, SEEK_CUR), 4);
    assert_load(INTV_OK, "", load());
    ck_assert(is_reference());
    ck_assert_int_eq(lseek(file, 0, SEEK_CUR), (off_t)strlen(text));
    ck_assert_int_eq(close(file), 0);
}
END_TEST

START_TEST(loader_reads_a_pipe_to_its_end)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], DOCUMENT, strlen(DOCUMENT)), (ssize_t)strlen(DOCUMENT));
    ck_assert_int_eq(close(ends[1]), 0);
    add_descriptor(ends[0]);
    assert_load(INTV_OK, "", load());
    ck_assert(is_reference());
    ck_assert_int_eq(close(ends[0]), 0);
}
END_TEST

START_TEST(loader_reads_descriptors_beside_other_documents)
{
    const int file = open_text(DOCUMENT);
    add_descriptor(file);
    add_document("other.xml", OTHER);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_SOURCE), 1);
    ck_assert_uint_eq(intv_catalogue_get_record_count(catalogue, INTV_KIND_ORGANISATION), 1);
    close(file);
}
END_TEST

/* A descriptor that cannot be read: what is reported names it and says why. */
static void
assert_unreadable(int descriptor, const char *cause)
{
    char message[400];
    start_again();
    add_descriptor(descriptor);
    assert_load(INTV_ERROR_IO, "file-unreadable", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "given.xml");
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_msg(strstr(message, cause) != NULL, "%s", message);
}

START_TEST(loader_reports_a_descriptor_that_cannot_be_read)
{
    int ends[2];
    const int closed = open_text(DOCUMENT);
    ck_assert_int_eq(close(closed), 0);
    assert_unreadable(closed, "not open for reading");
    const int folder = open("/tmp", O_RDONLY);
    assert_unreadable(folder, "is a folder");
    close(folder);
    const int written = open("/dev/null", O_WRONLY);
    assert_unreadable(written, "not open for reading");
    close(written);
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    assert_unreadable(ends[0], "does not wait");
    close(ends[0]);
    close(ends[1]);
}
END_TEST

START_TEST(loader_reports_what_is_wrong_in_a_descriptor_with_its_place)
{
    const int file = open_text(OPENING "<organisation/>" CLOSING);
    add_descriptor(file);
    assert_load(INTV_ERROR_INVALID, "missing-id missing-part", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "given.xml");
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), 2);
    close(file);
}
END_TEST

START_TEST(loader_takes_an_empty_descriptor_for_an_empty_file)
{
    const int file = open_text("");
    add_descriptor(file);
    assert_load(INTV_ERROR_SYNTAX, "file-empty", load());
    close(file);
}
END_TEST

START_TEST(loader_counts_descriptors_for_the_limits)
{
    static const char *const LIMITS[] = {"file-bytes", "load-bytes", "files"};
    for (size_t i = 0; i < 3; i++) {
        const int file = open_text(DOCUMENT);
        start_again();
        add_descriptor(file);
        const uint64_t size = i < 2 ? strlen(DOCUMENT) : 1;
        ck_assert_int_eq(intv_loader_set_limit(loader, LIMITS[i], size - 1), INTV_OK);
        assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
        close(file);
    }
}
END_TEST

START_TEST(loader_refuses_to_read_a_descriptor_twice)
{
    const int file = open_text(DOCUMENT);
    add_descriptor(file);
    assert_load(INTV_OK, "", load());
    ck_assert_int_eq(lseek(file, 0, SEEK_SET), 0);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "input-used", load());
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "given.xml");
    ck_assert_int_eq(lseek(file, 0, SEEK_CUR), 0);
    close(file);
}
END_TEST

/* ---- functions ---- */

/* A function that gives a text in steps; what it does at call `special` is told by `gives`. */
struct giver
{
    const char *text;
    size_t step;
    size_t at;
    size_t calls;
    size_t special;
    int64_t gives;
};

static int64_t
give(void *user, char *buffer, size_t size)
{
    struct giver *giver = user;
    const size_t left = strlen(giver->text) - giver->at;
    size_t put = giver->step < left ? giver->step : left;
    put = put < size ? put : size;
    if (++giver->calls == giver->special)
        return giver->gives;
    memcpy(buffer, giver->text + giver->at, put);
    giver->at += put;
    return (int64_t)put;
}

static enum intv_status
load_giver(struct giver *giver)
{
    start_again();
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, giver), INTV_OK);
    return load();
}

START_TEST(loader_reads_what_a_function_gives_in_pieces_of_any_size)
{
    static const size_t STEPS[] = {1, 2, 7, 64, SIZE_MAX};
    for (size_t i = 0; i < sizeof(STEPS) / sizeof(STEPS[0]); i++) {
        struct giver giver = {.text = DOCUMENT, .step = STEPS[i]};
        assert_load(INTV_OK, "", load_giver(&giver));
        ck_assert(is_reference());
    }
}
END_TEST

START_TEST(loader_reports_a_function_that_fails_or_gives_too_much)
{
    static const int64_t GIVEN[] = {-1, INT64_MIN, 65537, INT64_MAX};
    char message[400];
    for (size_t call = 1; call < 4; call++)
        for (size_t i = 0; i < sizeof(GIVEN) / sizeof(GIVEN[0]); i++) {
            struct giver giver = {.text = DOCUMENT, .step = 10, .special = call, .gives = GIVEN[i]};
            assert_load(INTV_ERROR_IO, "read-failed", load_giver(&giver));
            ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), "given.xml");
            ck_assert_uint_eq(giver.calls, call);
        }
    intv_diagnostics_get_message(diagnostics, 0, INTV_ENGLISH, message, sizeof(message));
    ck_assert_str_eq(message, "Reading 'given.xml' failed: the reading function gave back "
                              "9223372036854775807; 0 up to 65536 was expected.");
}
END_TEST

START_TEST(loader_takes_a_function_that_ends_early_for_a_file_that_was_cut_off)
{
    struct giver giver = {.text = DOCUMENT, .step = 150, .special = 2, .gives = 0};
    assert_load(INTV_ERROR_SYNTAX, "truncated", load_giver(&giver));
}
END_TEST

START_TEST(loader_stops_a_function_without_end_at_the_limit)
{
    char *spaces = calloc(1, 5000001);
    memset(spaces, ' ', 5000000);
    struct giver giver = {.text = spaces, .step = SIZE_MAX};
    start_again();
    ck_assert_int_eq(intv_loader_set_limit(loader, "file-bytes", 1000000), INTV_OK);
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, &giver), INTV_OK);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
    ck_assert_uint_lt(giver.at, 1200000);
    free(spaces);
}
END_TEST

START_TEST(loader_goes_on_with_other_documents_when_a_function_fails)
{
    struct giver giver = {.text = DOCUMENT, .step = 1, .special = 1, .gives = -1};
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, &giver), INTV_OK);
    add_document("wrong.xml", OPENING "<organisation id='A'><name>A</name></organisation>" CLOSING);
    assert_load(INTV_ERROR_IO, "read-failed bad-id", load());
}
END_TEST

START_TEST(loader_refuses_to_read_a_function_twice)
{
    struct giver giver = {.text = DOCUMENT, .step = 100};
    assert_load(INTV_OK, "", load_giver(&giver));
    giver.at = giver.calls = 0;
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "input-used", load());
    ck_assert_uint_eq(giver.calls, 0);
}
END_TEST

START_TEST(loader_refuses_arguments_that_cannot_be)
{
    struct giver giver = {.text = DOCUMENT, .step = 1};
    ck_assert_int_eq(intv_loader_add_descriptor(NULL, "a", 0), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_descriptor(loader, NULL, 0), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_descriptor(loader, "a", -1), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_reader(NULL, "a", give, &giver), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_reader(loader, NULL, give, &giver),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_add_reader(loader, "a", NULL, &giver),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_loader_set_progress(NULL, NULL, NULL), INTV_ERROR_INVALID_ARGUMENT);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "nothing-to-load", load());
}
END_TEST

/* ---- progress ---- */

enum
{
    MOST_CALLS = 128,
    LONG = 200000 /* bytes of a document of several pieces */
};

struct call
{
    char file[32];
    uint64_t done;
    uint64_t total;
};

/* What was heard; the load is stopped at call `stop_at`. */
struct listener
{
    struct call calls[MOST_CALLS];
    size_t count;
    size_t stop_at;
};

static int
listen_to(void *user, const char *file, uint64_t done, uint64_t total)
{
    struct listener *listener = user;
    ck_assert_uint_lt(listener->count, MOST_CALLS);
    struct call *call = &listener->calls[listener->count++];
    snprintf(call->file, sizeof(call->file), "%s", file);
    call->done = done;
    call->total = total;
    return listener->count == listener->stop_at;
}

static void
set_listener(struct listener *listener)
{
    *listener = (struct listener){.stop_at = listener->stop_at};
    ck_assert_int_eq(intv_loader_set_progress(loader, listen_to, listener), INTV_OK);
}

/* A document of LONG bytes; for free(). */
static char *
make_long(void)
{
    char *text = malloc(LONG + 1);
    ck_assert_ptr_nonnull(text);
    memset(text, '\n', LONG);
    memcpy(text, OPENING ORGANISATION, strlen(OPENING ORGANISATION));
    memcpy(text + LONG - strlen(CLOSING), CLOSING, strlen(CLOSING));
    text[LONG] = '\0';
    return text;
}

static void
assert_calls(const struct listener *listener, const char *expected)
{
    char heard[4096] = "";
    size_t used = 0;
    for (size_t i = 0; i < listener->count; i++)
        used +=
            (size_t)snprintf(heard + used, sizeof(heard) - used, "%s %llu/%llu\n",
                             listener->calls[i].file, (unsigned long long)listener->calls[i].done,
                             (unsigned long long)listener->calls[i].total);
    ck_assert_str_eq(heard, expected);
}

START_TEST(progress_counts_bytes_up_to_the_total_and_names_the_document)
{
    struct listener listener = {0};
    char *text = make_long();
    const int file = open_text(OTHER);
    ck_assert_uint_eq(strlen(OTHER), 187);
    add_document("long.xml", text);
    add_descriptor(file);
    set_listener(&listener);
    assert_load(INTV_OK, "", load());
    assert_calls(&listener, "long.xml 0/200187\n"
                            "long.xml 65536/200187\n"
                            "long.xml 131072/200187\n"
                            "long.xml 196608/200187\n"
                            "long.xml 200000/200187\n"
                            "given.xml 200000/200187\n"
                            "given.xml 200187/200187\n"
                            " 200187/200187\n"
                            " 200187/200187\n"
                            " 200187/200187\n");
    close(file);
    free(text);
}
END_TEST

START_TEST(progress_measures_files_and_folders_beforehand)
{
    struct listener listener = {0};
    char path[1024];
    snprintf(path, sizeof(path), "%s/vocabularies", getenv("INTV_DATA"));
    set_listener(&listener);
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_ge(listener.count, 25);
    const uint64_t total = listener.calls[0].total;
    ck_assert_uint_gt(total, 1000);
    ck_assert_uint_eq(listener.calls[0].done, 0);
    ck_assert_uint_eq(listener.calls[listener.count - 1].done, total);
    ck_assert_uint_eq(listener.calls[listener.count - 1].total, total);
}
END_TEST

START_TEST(progress_does_not_know_the_total_of_a_function_before_its_end)
{
    struct listener listener = {0};
    struct giver giver = {.text = OTHER, .step = 100};
    add_document("test.xml", DOCUMENT);
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, &giver), INTV_OK);
    set_listener(&listener);
    assert_load(INTV_OK, "", load());
    ck_assert_uint_eq(strlen(DOCUMENT), 193);
    assert_calls(&listener, "test.xml 0/0\n"
                            "test.xml 193/0\n"
                            "given.xml 193/0\n"
                            "given.xml 293/0\n"
                            "given.xml 380/0\n"
                            " 380/380\n"
                            " 380/380\n"
                            " 380/380\n");
}
END_TEST

START_TEST(progress_skips_the_phases_that_a_failed_load_does_not_reach)
{
    struct listener listener = {0};
    add_document("test.xml", "<catalogue");
    set_listener(&listener);
    assert_load(INTV_ERROR_SYNTAX, "truncated", load());
    assert_calls(&listener, "test.xml 0/10\ntest.xml 10/10\n");
}
END_TEST

START_TEST(load_can_be_cancelled_at_every_call_and_done_again)
{
    char *text = make_long();
    bool is_cancelled = true;
    size_t stop_at = 0;
    start_again();
    add_document("test.xml", text);
    add_document("other.xml", OTHER);
    while (is_cancelled) {
        struct listener listener = {.stop_at = ++stop_at};
        set_listener(&listener);
        const enum intv_status status = load();
        is_cancelled = listener.count == stop_at;
        assert_load(is_cancelled ? INTV_ERROR_CANCELLED : INTV_OK, is_cancelled ? "cancelled" : "",
                    status);
        if (is_cancelled)
            ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0),
                             listener.calls[stop_at - 1].file);
        ck_assert_int_eq(intv_loader_set_progress(loader, NULL, NULL), INTV_OK);
        assert_load(INTV_OK, "", load());
    }
    ck_assert_uint_eq(stop_at, 5 + 2 + 3 + 1);
    free(text);
}
END_TEST

START_TEST(cancelling_comes_before_what_was_wrong)
{
    struct listener listener = {.stop_at = 3};
    add_document("wrong.xml", OPENING "<organisation id='A'><name>A</name></organisation>" CLOSING);
    add_document("test.xml", DOCUMENT);
    set_listener(&listener);
    assert_load(INTV_ERROR_CANCELLED, "bad-id cancelled", load());
    ck_assert_uint_eq(listener.count, 3);
}
END_TEST

START_TEST(a_function_that_was_not_begun_when_a_load_was_cancelled_can_be_read_later)
{
    struct listener listener = {.stop_at = 1};
    struct giver giver = {.text = DOCUMENT, .step = 100};
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", give, &giver), INTV_OK);
    set_listener(&listener);
    assert_load(INTV_ERROR_CANCELLED, "cancelled", load());
    ck_assert_uint_eq(giver.calls, 0);
    listener.stop_at = 2;
    set_listener(&listener);
    assert_load(INTV_ERROR_CANCELLED, "cancelled", load());
    ck_assert_uint_eq(giver.calls, 1);
    assert_load(INTV_ERROR_INVALID_ARGUMENT, "input-used", load());
}
END_TEST

/* ---- calling back in ---- */

static size_t calls_back;

/* Tries every function of the loader that a load is under way of. */
static void
call_back(void)
{
    struct intv_catalogue *inner = (struct intv_catalogue *)1;
    calls_back++;
    intv_loader_free(loader);
    ck_assert_int_eq(intv_loader_load(loader, &inner, NULL), INTV_ERROR_BUSY);
    ck_assert_ptr_null(inner);
    ck_assert_int_eq(intv_loader_add_path(loader, "a"), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_add_memory(loader, "a", "b", 1), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_add_descriptor(loader, "a", 0), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_add_reader(loader, "a", give, NULL), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_set_progress(loader, NULL, NULL), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_set_limit(loader, "records", 0), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_set_lenient(loader, 1), INTV_ERROR_BUSY);
    ck_assert_int_eq(intv_loader_begin_overlay(loader), INTV_ERROR_BUSY);
    ck_assert_uint_eq(intv_loader_get_limit(loader, "records"), 20000);
}

static int
call_back_from_progress(void *user, const char *file, uint64_t done, uint64_t total)
{
    (void)user;
    (void)file;
    ck_assert_uint_le(done, total);
    call_back();
    return 0;
}

static int64_t
call_back_from_reader(void *user, char *buffer, size_t size)
{
    call_back();
    return give(user, buffer, size);
}

START_TEST(calling_back_into_a_busy_loader_changes_nothing)
{
    struct giver giver = {.text = DOCUMENT, .step = 50};
    calls_back = 0;
    add_document("test.xml", DOCUMENT);
    ck_assert_int_eq(intv_loader_set_progress(loader, call_back_from_progress, NULL), INTV_OK);
    assert_load(INTV_OK, "", load());
    ck_assert(is_reference());
    ck_assert_uint_eq(calls_back, 5);
    start_again();
    ck_assert_int_eq(intv_loader_add_reader(loader, "given.xml", call_back_from_reader, &giver),
                     INTV_OK);
    assert_load(INTV_OK, "", load());
    ck_assert(is_reference());
    ck_assert_uint_eq(calls_back, 10);
    ck_assert_int_eq(intv_loader_set_limit(loader, "records", 0), INTV_OK);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("inputs");
    TCase *tests = tcase_create("descriptors");
    tcase_add_checked_fixture(tests, prepare, end);
    tcase_add_test(tests, loader_reads_a_descriptor_from_where_it_stands_and_leaves_it_open);
    tcase_add_test(tests, loader_reads_a_pipe_to_its_end);
    tcase_add_test(tests, loader_reads_descriptors_beside_other_documents);
    tcase_add_test(tests, loader_reports_a_descriptor_that_cannot_be_read);
    tcase_add_test(tests, loader_reports_what_is_wrong_in_a_descriptor_with_its_place);
    tcase_add_test(tests, loader_takes_an_empty_descriptor_for_an_empty_file);
    tcase_add_test(tests, loader_counts_descriptors_for_the_limits);
    tcase_add_test(tests, loader_refuses_to_read_a_descriptor_twice);
    suite_add_tcase(suite, tests);
    tests = tcase_create("functions");
    tcase_add_checked_fixture(tests, prepare, end);
    tcase_add_test(tests, loader_reads_what_a_function_gives_in_pieces_of_any_size);
    tcase_add_test(tests, loader_reports_a_function_that_fails_or_gives_too_much);
    tcase_add_test(tests, loader_takes_a_function_that_ends_early_for_a_file_that_was_cut_off);
    tcase_add_test(tests, loader_stops_a_function_without_end_at_the_limit);
    tcase_add_test(tests, loader_goes_on_with_other_documents_when_a_function_fails);
    tcase_add_test(tests, loader_refuses_to_read_a_function_twice);
    tcase_add_test(tests, loader_refuses_arguments_that_cannot_be);
    suite_add_tcase(suite, tests);
    tests = tcase_create("progress");
    tcase_add_checked_fixture(tests, prepare, end);
    tcase_add_test(tests, progress_counts_bytes_up_to_the_total_and_names_the_document);
    tcase_add_test(tests, progress_measures_files_and_folders_beforehand);
    tcase_add_test(tests, progress_does_not_know_the_total_of_a_function_before_its_end);
    tcase_add_test(tests, progress_skips_the_phases_that_a_failed_load_does_not_reach);
    tcase_add_test(tests, load_can_be_cancelled_at_every_call_and_done_again);
    tcase_add_test(tests, cancelling_comes_before_what_was_wrong);
    tcase_add_test(tests,
                   a_function_that_was_not_begun_when_a_load_was_cancelled_can_be_read_later);
    tcase_add_test(tests, calling_back_into_a_busy_loader_changes_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
