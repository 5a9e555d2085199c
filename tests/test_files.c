/* SPDX-License-Identifier: EUPL-1.2 */
/* Files and folders: what the loader opens, in which order, and what it refuses at once. */
#include "loading.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum
{
    PATH_BYTES = 512,
    WAIT = 20 /* seconds after which a test that hangs is stopped */
};

/* A new folder for each test, with everything that is put into it. */
static char top[] = "/tmp/interventions-files-XXXXXX";

static void
make_folder(void)
{
    make_loader();
    strcpy(top + sizeof(top) - 7, "XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(top));
}

static void
remove_tree(const char *path)
{
    struct stat about;
    char inside[PATH_BYTES];
    if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        DIR *folder = opendir(path);
        const struct dirent *entry;
        ck_assert_ptr_nonnull(folder);
        while ((entry = readdir(folder)) != NULL) {
            if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
                continue;
            ck_assert_int_lt(snprintf(inside, sizeof(inside), "%s/%s", path, entry->d_name),
                             PATH_BYTES);
            remove_tree(inside);
        }
        closedir(folder);
    }
    ck_assert_int_eq(remove(path), 0);
}

static void
remove_folder(void)
{
    remove_tree(top);
    free_loader();
}

/* Name in the folder of the test; holds until the fourth call after it. */
static const char *
in(const char *name)
{
    static char paths[4][PATH_BYTES];
    static unsigned next;
    char *path = paths[next++ % 4];
    ck_assert_int_lt(snprintf(path, PATH_BYTES, "%s/%s", top, name), PATH_BYTES);
    return path;
}

static void
write_file(const char *name, const char *text)
{
    FILE *file = fopen(in(name), "wb");
    ck_assert_msg(file != NULL, "cannot write %s", name);
    ck_assert_uint_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

/* A catalogue with one organisation of this id. */
static void
write_organisation(const char *name, const char *id)
{
    char document[512];
    snprintf(document, sizeof(document),
             OPENING "<organisation id='%s'><name>%s</name></organisation>" CLOSING, id, id);
    write_file(name, document);
}

static void
make_subfolder(const char *name)
{
    ck_assert_int_eq(mkdir(in(name), 0700), 0);
}

static enum intv_status
load_path(const char *path)
{
    start_again();
    ck_assert_int_eq(intv_loader_add_path(loader, path), INTV_OK);
    return load();
}

static void
assert_ids(const char *expected)
{
    char ids[256] = "";
    const uint32_t count = intv_catalogue_get_record_count(catalogue, INTV_KIND_ORGANISATION);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t record = intv_catalogue_get_record(catalogue, INTV_KIND_ORGANISATION, i);
        strcat(strcat(ids, i > 0 ? " " : ""), intv_record_get_id(catalogue, record));
    }
    ck_assert_str_eq(ids, expected);
}

/* ---- what is refused ---- */

START_TEST(path_that_does_not_exist_is_missing)
{
    assert_load(INTV_ERROR_IO, "file-missing", load_path(in("nothing.xml")));
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), in("nothing.xml"));
    ck_assert_uint_eq(intv_diagnostics_get_line(diagnostics, 0), 0);
    assert_load(INTV_ERROR_IO, "file-missing", load_path(""));
}
END_TEST

START_TEST(path_through_a_file_is_missing)
{
    write_organisation("a.xml", "a");
    assert_load(INTV_ERROR_IO, "file-missing", load_path(in("a.xml/b.xml")));
}
END_TEST

START_TEST(links_in_a_circle_are_unreadable)
{
    char line[1024];
    ck_assert_int_eq(symlink("circle.xml", in("circle.xml")), 0);
    assert_load(INTV_ERROR_IO, "file-unreadable", load_path(in("circle.xml")));
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_msg(strstr(line, "(too many links)") != NULL, "%s", line);
}
END_TEST

START_TEST(name_that_is_too_long_is_unreadable)
{
    char name[PATH_BYTES / 2 + 100];
    memset(name, 'a', sizeof(name));
    name[sizeof(name) - 1] = '\0';
    assert_load(INTV_ERROR_IO, "file-unreadable", load_path(in(name)));
}
END_TEST

START_TEST(pipe_is_refused_at_once)
{
    ck_assert_int_eq(mkfifo(in("pipe.xml"), 0600), 0);
    alarm(WAIT); /* a loader that waits for a writer is ended */
    assert_load(INTV_ERROR_IO, "file-not-regular", load_path(in("pipe.xml")));
    assert_load(INTV_ERROR_IO, "file-not-regular", load_path(top));
    alarm(0);
}
END_TEST

START_TEST(device_is_refused)
{
    assert_load(INTV_ERROR_IO, "file-not-regular", load_path("/dev/null"));
    assert_load(INTV_ERROR_IO, "file-not-regular", load_path("/dev/zero"));
}
END_TEST

START_TEST(folder_without_xml_is_empty)
{
    assert_load(INTV_ERROR_IO, "directory-empty", load_path(top));
    make_subfolder("inside");
    write_file("readme.txt", "no XML");
    write_file("xml", "no XML");
    write_file(".xml", "no XML");
    write_file("a.XML", "no XML");
    write_file("a.xml~", "no XML");
    write_file(".hidden.xml", "no XML");
    assert_load(INTV_ERROR_IO, "directory-empty", load_path(top));
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), top);
}
END_TEST

START_TEST(missing_file_beside_others_leaves_references_unjudged)
{
    write_file("a.xml", OPENING PROGRAMME("<organisation ref='b' role='provider'/>") CLOSING);
    ck_assert_int_eq(intv_loader_add_path(loader, in("a.xml")), INTV_OK);
    ck_assert_int_eq(intv_loader_add_path(loader, in("b.xml")), INTV_OK);
    assert_load(INTV_ERROR_IO, "file-missing", load());
    write_organisation("b.xml", "b");
    assert_load(INTV_OK, "", load());
}
END_TEST

/* ---- what is read ---- */

START_TEST(folder_is_read_with_what_is_inside_it)
{
    write_organisation("b.xml", "b");
    make_subfolder("more");
    write_organisation("more/c.xml", "c");
    make_subfolder("more/deeper");
    write_organisation("more/deeper/d.xml", "d");
    make_subfolder("like.xml");
    write_organisation("like.xml/e.xml", "e");
    write_file("notes.txt", "no XML");
    assert_load(INTV_OK, "", load_path(top));
    assert_ids("b c d e");
}
END_TEST

START_TEST(folder_with_a_slash_behind_it_is_the_same_folder)
{
    char path[PATH_BYTES];
    write_file("a.xml", "no XML");
    snprintf(path, sizeof(path), "%s/", top);
    assert_load(INTV_ERROR_SYNTAX, "not-xml", load_path(path));
    ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, 0), in("a.xml"));
}
END_TEST

/* The order shows in the order of the reports. */
START_TEST(files_are_read_in_byte_order_of_names)
{
    static const char *const ORDER[] = {"B.xml",       "a/0.xml", "a/z/y.xml", "a-.xml",
                                        "a.xml/b.xml", "aa.xml",  "b.xml",     "\xC3\xA9.xml"};
    static const size_t CREATED[] = {4, 7, 2, 0, 5, 3, 1, 6};
    make_subfolder("a");
    make_subfolder("a/z");
    make_subfolder("a.xml");
    for (size_t i = 0; i < sizeof(CREATED) / sizeof(CREATED[0]); i++)
        write_file(ORDER[CREATED[i]], "no XML");
    ck_assert_int_eq(load_path(top), INTV_ERROR_SYNTAX);
    ck_assert_uint_eq(intv_diagnostics_get_count(diagnostics), 8);
    for (size_t i = 0; i < 8; i++)
        ck_assert_str_eq(intv_diagnostics_get_file(diagnostics, i), in(ORDER[i]));
}
END_TEST

START_TEST(link_to_a_file_is_read)
{
    make_subfolder("real");
    make_subfolder("linked");
    write_organisation("real/a.xml", "a");
    ck_assert_int_eq(symlink("../real/a.xml", in("linked/b.xml")), 0);
    assert_load(INTV_OK, "", load_path(in("linked")));
    assert_ids("a");
}
END_TEST

START_TEST(folder_that_is_linked_is_read_once)
{
    make_subfolder("real");
    write_organisation("real/a.xml", "a");
    ck_assert_int_eq(symlink("real", in("again")), 0);
    ck_assert_int_eq(symlink("real", in("once-more.xml")), 0);
    assert_load(INTV_OK, "", load_path(top));
    assert_ids("a");
}
END_TEST

/* Two links to the folder around them make twice as many paths with every step. */
START_TEST(folders_linked_in_a_circle_end)
{
    write_organisation("z.xml", "z");
    make_subfolder("inside");
    ck_assert_int_eq(symlink("..", in("inside/back")), 0);
    ck_assert_int_eq(symlink("..", in("inside/up")), 0);
    ck_assert_int_eq(symlink(".", in("inside/here.xml")), 0);
    alarm(WAIT);
    assert_load(INTV_OK, "", load_path(top));
    alarm(0);
    assert_ids("z");
}
END_TEST

START_TEST(deep_folders_are_read)
{
    char name[PATH_BYTES] = "";
    for (int i = 0; i < 50; i++) {
        strcat(name, i > 0 ? "/d" : "d");
        make_subfolder(name);
    }
    strcat(name, "/a.xml");
    write_organisation(name, "a");
    assert_load(INTV_OK, "", load_path(top));
    assert_ids("a");
}
END_TEST

/* Folders are no files: two files and two folders fit in a limit of two files. */
START_TEST(limit_of_files_counts_files_only)
{
    write_organisation("a.xml", "a");
    write_organisation("b.xml", "b");
    make_subfolder("c");
    make_subfolder("d");
    ck_assert_int_eq(intv_loader_add_path(loader, top), INTV_OK);
    intv_loader_set_limit(loader, "files", 2);
    assert_load(INTV_OK, "", load());
    intv_loader_set_limit(loader, "files", 1);
    assert_load(INTV_ERROR_LIMIT, "limit-reached", load());
}
END_TEST

START_TEST(same_file_given_twice_is_read_twice)
{
    write_organisation("a.xml", "a");
    ck_assert_int_eq(intv_loader_add_path(loader, in("a.xml")), INTV_OK);
    ck_assert_int_eq(intv_loader_add_path(loader, in("a.xml")), INTV_OK);
    assert_load(INTV_ERROR_INVALID, "duplicate-id", load());
}
END_TEST

START_TEST(files_are_read_anew_at_every_load)
{
    write_organisation("a.xml", "a");
    ck_assert_int_eq(intv_loader_add_path(loader, top), INTV_OK);
    assert_load(INTV_OK, "", load());
    write_organisation("b.xml", "b");
    assert_load(INTV_OK, "", load());
    assert_ids("a b");
    write_file("a.xml", "");
    assert_load(INTV_ERROR_SYNTAX, "file-empty", load());
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("files");
    TCase *tests = tcase_create("files and folders");
    tcase_add_checked_fixture(tests, make_folder, remove_folder);
    tcase_add_test(tests, path_that_does_not_exist_is_missing);
    tcase_add_test(tests, path_through_a_file_is_missing);
    tcase_add_test(tests, links_in_a_circle_are_unreadable);
    tcase_add_test(tests, name_that_is_too_long_is_unreadable);
    tcase_add_test(tests, pipe_is_refused_at_once);
    tcase_add_test(tests, device_is_refused);
    tcase_add_test(tests, folder_without_xml_is_empty);
    tcase_add_test(tests, missing_file_beside_others_leaves_references_unjudged);
    tcase_add_test(tests, folder_is_read_with_what_is_inside_it);
    tcase_add_test(tests, folder_with_a_slash_behind_it_is_the_same_folder);
    tcase_add_test(tests, files_are_read_in_byte_order_of_names);
    tcase_add_test(tests, link_to_a_file_is_read);
    tcase_add_test(tests, folder_that_is_linked_is_read_once);
    tcase_add_test(tests, folders_linked_in_a_circle_end);
    tcase_add_test(tests, deep_folders_are_read);
    tcase_add_test(tests, limit_of_files_counts_files_only);
    tcase_add_test(tests, same_file_given_twice_is_read_twice);
    tcase_add_test(tests, files_are_read_anew_at_every_load);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
