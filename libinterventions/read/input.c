/* SPDX-License-Identifier: EUPL-1.2 */
#include "read/input.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum
{
    PIECE = 65536
};

/* ---- what is allowed ---- */

static enum intv_status
report_limit(const struct limits *limits, enum limit limit, struct place place,
             struct intv_diagnostics *diagnostics)
{
    char digits[DIGITS_SIZE];
    return diagnostics_add(diagnostics, DIAGNOSTIC_LIMIT_REACHED, place, LIMIT_NAMES[limit],
                           text_of_number((int64_t)limits->values[limit], digits).bytes, NULL,
                           NULL);
}

enum intv_status
input_count_file(struct input_budget *budget, struct place place,
                 struct intv_diagnostics *diagnostics)
{
    if (++budget->files <= budget->limits->values[LIMIT_FILES])
        return INTV_OK;
    budget->is_spent = true;
    return report_limit(budget->limits, LIMIT_FILES, place, diagnostics);
}

enum intv_status
input_count_bytes(struct input_budget *budget, uint64_t file_bytes, uint64_t more,
                  struct place place, struct intv_diagnostics *diagnostics)
{
    if (file_bytes > budget->limits->values[LIMIT_FILE_BYTES])
        return report_limit(budget->limits, LIMIT_FILE_BYTES, place, diagnostics);
    budget->bytes += more;
    if (budget->bytes <= budget->limits->values[LIMIT_LOAD_BYTES])
        return INTV_OK;
    budget->is_spent = true;
    return report_limit(budget->limits, LIMIT_LOAD_BYTES, place, diagnostics);
}

/* ---- one file ---- */

/* The causes people meet; no text of the C library, which depends on the locale. */
static const char *
explain_errno(int cause)
{
    switch (cause) {
    case EACCES:
    case EPERM:
        return "permission denied";
    case EISDIR:
        return "is a folder";
    case ELOOP:
        return "too many links";
    case ENAMETOOLONG:
        return "name too long";
    case EMFILE:
    case ENFILE:
        return "too many open files";
    case EIO:
        return "input/output error";
    case EBADF:
        return "not open for reading";
    case EAGAIN:
        return "no bytes yet, and the descriptor does not wait for them";
    default:
        return "cannot be opened or read";
    }
}

static enum intv_status
report_errno(const char *path, int cause, struct intv_diagnostics *diagnostics)
{
    const struct place place = {path, 0, 0};
    if (cause == ENOENT || cause == ENOTDIR)
        return diagnostics_add(diagnostics, DIAGNOSTIC_FILE_MISSING, place, path, NULL, NULL, NULL);
    return diagnostics_add(diagnostics, DIAGNOSTIC_FILE_UNREADABLE, place, path,
                           explain_errno(cause), NULL, NULL);
}

static enum intv_status
report_function(const char *name, int64_t given, struct intv_diagnostics *diagnostics)
{
    char digits[DIGITS_SIZE];
    char most[DIGITS_SIZE];
    return diagnostics_add(diagnostics, DIAGNOSTIC_READ_FAILED, (struct place){name, 0, 0}, name,
                           text_of_number(given, digits).bytes, text_of_number(PIECE, most).bytes,
                           NULL);
}

static enum intv_status
read_piece(const struct input_source *source, const char *name, char *piece, size_t *got,
           struct intv_diagnostics *diagnostics)
{
    ssize_t given;
    if (source->read != NULL) {
        const int64_t put = source->read(source->user, piece, PIECE);
        if (put < 0 || put > PIECE)
            return report_function(name, put, diagnostics);
        *got = (size_t)put;
        return INTV_OK;
    }
    do
        given = read(source->descriptor, piece, PIECE);
    while (given < 0 && errno == EINTR);
    if (given < 0)
        return report_errno(name, errno, diagnostics);
    *got = (size_t)given;
    return INTV_OK;
}

static enum intv_status
read_pieces(const struct input_source *source, const char *name, struct input_budget *budget,
            input_taker taker, void *user, struct intv_diagnostics *diagnostics)
{
    const struct place place = {name, 0, 0};
    enum intv_status status = INTV_OK;
    uint64_t total = 0;
    char *piece = memory_room(PIECE);
    if (piece == NULL)
        return diagnostics_no_memory(diagnostics);
    while (status == INTV_OK) {
        size_t got = 0;
        status = read_piece(source, name, piece, &got, diagnostics);
        if (got == 0)
            break;
        total += got;
        status = input_count_bytes(budget, total, got, place, diagnostics);
        if (status == INTV_OK)
            status = taker(user, piece, got);
    }
    memory_free(piece);
    return status;
}

enum intv_status
input_read_source(const char *name, const struct input_source *source, struct input_budget *budget,
                  input_taker taker, void *user, struct intv_diagnostics *diagnostics)
{
    const struct place place = {name, 0, 0};
    const enum intv_status status = input_count_file(budget, place, diagnostics);
    return status == INTV_OK ? read_pieces(source, name, budget, taker, user, diagnostics) : status;
}

bool
input_measure_descriptor(int descriptor, uint64_t *bytes)
{
    struct stat about;
    *bytes = 0;
    if (fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
        return false;
    const off_t at = lseek(descriptor, 0, SEEK_CUR);
    if (at < 0)
        return false;
    *bytes = about.st_size > at ? (uint64_t)(about.st_size - at) : 0;
    return true;
}

static enum intv_status
check_opened(int file, const char *path, const struct input_budget *budget,
             struct intv_diagnostics *diagnostics)
{
    const struct place place = {path, 0, 0};
    struct stat about;
    if (fstat(file, &about) != 0)
        return report_errno(path, errno, diagnostics);
    if (!S_ISREG(about.st_mode))
        return diagnostics_add(diagnostics, DIAGNOSTIC_FILE_NOT_REGULAR, place, path, NULL, NULL,
                               NULL);
    if ((uint64_t)about.st_size > budget->limits->values[LIMIT_FILE_BYTES])
        return report_limit(budget->limits, LIMIT_FILE_BYTES, place, diagnostics);
    return INTV_OK;
}

enum intv_status
input_read_file(const char *path, struct input_budget *budget, input_taker taker, void *user,
                struct intv_diagnostics *diagnostics)
{
    const struct place place = {path, 0, 0};
    enum intv_status status = input_count_file(budget, place, diagnostics);
    if (status != INTV_OK)
        return status;
    /* Not blocking, so that a pipe is refused and not waited for. */
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0)
        return report_errno(path, errno, diagnostics);
    status = check_opened(file, path, budget, diagnostics);
    if (status == INTV_OK)
        status = read_pieces(&(struct input_source){.descriptor = file}, path, budget, taker, user,
                             diagnostics);
    close(file);
    return status;
}

/* ---- folders ---- */

void
input_free_paths(struct input_paths *paths)
{
    for (size_t i = 0; i < paths->count; i++)
        memory_free(paths->paths[i]);
    memory_free(paths->paths);
    *paths = (struct input_paths){NULL, 0, 0};
}

static bool
add_path(struct input_paths *paths, char *path)
{
    if (path == NULL ||
        !memory_reserve(&paths->paths, &paths->capacity, paths->count + 1, sizeof(*paths->paths))) {
        memory_free(path);
        return false;
    }
    paths->paths[paths->count++] = path;
    return true;
}

static char *
join_path(const char *folder, const char *name)
{
    const size_t folder_length = strlen(folder);
    const size_t name_length = strlen(name);
    const bool slash = folder_length > 0 && folder[folder_length - 1] != '/';
    char *path = memory_new(folder_length + name_length + 2, 1);
    if (path == NULL)
        return NULL;
    memcpy(path, folder, folder_length);
    if (slash)
        path[folder_length] = '/';
    memcpy(path + folder_length + slash, name, name_length);
    return path;
}

static bool
ends_in_xml(const char *name)
{
    const size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".xml") == 0;
}

static bool
is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Last first, since folders are worked off from the end of the list. */
static int
compare_downwards(const void *one, const void *other)
{
    return strcmp(*(char *const *)other, *(char *const *)one);
}

/* The folders that were opened: links may lead to one again, or in a circle. */
struct folder
{
    dev_t device;
    ino_t inode;
};

struct folders
{
    struct folder *rows;
    size_t count;
    size_t capacity;
};

static bool
was_opened(const struct folders *folders, const struct stat *about)
{
    for (size_t i = 0; i < folders->count; i++)
        if (folders->rows[i].device == about->st_dev && folders->rows[i].inode == about->st_ino)
            return true;
    return false;
}

/* Puts what a folder holds, files ending in .xml and folders, at the end of the list. */
static enum intv_status
list_folder(DIR *folder, const char *path, struct input_paths *waiting,
            struct intv_diagnostics *diagnostics)
{
    const size_t first = waiting->count;
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        char *inside = join_path(path, entry->d_name);
        if (inside != NULL && !ends_in_xml(entry->d_name) && !is_folder(inside))
            memory_free(inside);
        else if (!add_path(waiting, inside))
            return diagnostics_no_memory(diagnostics);
    }
    if (waiting->count > first)
        qsort(waiting->paths + first, waiting->count - first, sizeof(*waiting->paths),
              compare_downwards);
    return INTV_OK;
}

static enum intv_status
open_folder(const char *path, const struct limits *limits, struct folders *folders,
            struct input_paths *waiting, struct intv_diagnostics *diagnostics)
{
    enum intv_status status = INTV_OK;
    struct stat about;
    DIR *folder = opendir(path);
    if (folder == NULL || fstat(dirfd(folder), &about) != 0) {
        status = report_errno(path, errno, diagnostics);
        goto out;
    }
    if (was_opened(folders, &about))
        goto out;
    if (folders->count > limits->values[LIMIT_FILES]) {
        status = report_limit(limits, LIMIT_FILES, (struct place){path, 0, 0}, diagnostics);
        goto out;
    }
    if (!memory_reserve(&folders->rows, &folders->capacity, folders->count + 1,
                        sizeof(*folders->rows))) {
        status = diagnostics_no_memory(diagnostics);
        goto out;
    }
    folders->rows[folders->count++] = (struct folder){about.st_dev, about.st_ino};
    status = list_folder(folder, path, waiting, diagnostics);
out:
    if (folder != NULL)
        closedir(folder);
    return status;
}

static enum intv_status
expand_folder(const char *path, const struct limits *limits, struct input_paths *files,
              struct intv_diagnostics *diagnostics)
{
    struct input_paths waiting = {NULL, 0, 0};
    struct folders folders = {NULL, 0, 0};
    enum intv_status status = open_folder(path, limits, &folders, &waiting, diagnostics);
    while (status == INTV_OK && waiting.count > 0) {
        char *next = waiting.paths[--waiting.count];
        if (is_folder(next)) {
            status = open_folder(next, limits, &folders, &waiting, diagnostics);
            memory_free(next);
        } else if (!add_path(files, next)) {
            status = diagnostics_no_memory(diagnostics);
        }
        if (files->count > limits->values[LIMIT_FILES] && status == INTV_OK)
            status = report_limit(limits, LIMIT_FILES, (struct place){path, 0, 0}, diagnostics);
    }
    input_free_paths(&waiting);
    memory_free(folders.rows);
    return status;
}

enum intv_status
input_expand(const char *path, const struct limits *limits, struct input_paths *files,
             struct intv_diagnostics *diagnostics)
{
    const size_t before = files->count;
    if (!is_folder(path))
        return add_path(files, memory_copy_text(path, strlen(path)))
                   ? INTV_OK
                   : diagnostics_no_memory(diagnostics);
    const enum intv_status status = expand_folder(path, limits, files, diagnostics);
    if (status == INTV_OK && files->count == before)
        return diagnostics_add(diagnostics, DIAGNOSTIC_DIRECTORY_EMPTY, (struct place){path, 0, 0},
                               path, NULL, NULL, NULL);
    return status;
}

enum intv_status
input_measure_path(const char *path, const struct limits *limits, uint64_t *bytes)
{
    struct input_paths files = {NULL, 0, 0};
    const enum intv_status status = input_expand(path, limits, &files, NULL);
    *bytes = 0;
    for (size_t i = 0; i < files.count; i++) {
        struct stat about;
        if (stat(files.paths[i], &about) == 0 && S_ISREG(about.st_mode))
            *bytes += (uint64_t)about.st_size;
    }
    input_free_paths(&files);
    return status;
}
