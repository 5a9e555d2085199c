/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Answers many searches in one run, for tests/search_oracle and the tests of questions. Standard
 * input holds lines "catalogue<TAB>options<TAB>query": the name of a file or - for the built-in
 * catalogue, then words out of OPTIONS below. Each gives one line of JSON on standard output: the
 * page with its matches, or {"status":"..."} with the tag and column of what was wrong. The last
 * catalogue is kept for as long as its name stays the same.
 */
#include <interventions/interventions.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct batch
{
    char *path; /* of the catalogue that is loaded */
    struct intv_catalogue *catalogue;
    struct intv_diagnostics *diagnostics;
};

static void
print_text(const char *text)
{
    putchar('"');
    for (; text != NULL && *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        if ((unsigned char)*text < ' ')
            printf("\\u%04x", (unsigned)*text);
        else
            putchar(*text);
    }
    putchar('"');
}

static void
print_record(const struct batch *batch, uint32_t record)
{
    if (record == INTV_NONE) {
        fputs("null", stdout);
        return;
    }
    printf("\"%s:%s\"", intv_kind_get_name(intv_record_get_kind(batch->catalogue, record)),
           intv_record_get_id(batch->catalogue, record));
}

/* The tag of the first error; the name of the status where nothing was reported. */
static void
print_status(const struct batch *batch, enum intv_status status)
{
    const char *name = intv_status_get_name(status);
    uint32_t column = 0;
    const size_t count = intv_diagnostics_get_count(batch->diagnostics);
    for (size_t i = 0; i < count; i++)
        if (intv_diagnostics_get_severity(batch->diagnostics, i) == INTV_SEVERITY_ERROR) {
            name = intv_diagnostics_get_tag(batch->diagnostics, i);
            column = intv_diagnostics_get_column(batch->diagnostics, i);
            break;
        }
    printf("{\"status\":\"%s\",\"column\":%u}\n", name, column);
}

static enum intv_status
load_catalogue(struct batch *batch, const char *path)
{
    struct intv_loader *loader = NULL;
    enum intv_status status = INTV_OK;
    if (batch->path != NULL && strcmp(batch->path, path) == 0)
        return INTV_OK;
    intv_catalogue_unref(batch->catalogue);
    batch->catalogue = NULL;
    free(batch->path);
    batch->path = NULL;
    if (strcmp(path, "-") == 0) {
        status = intv_catalogue_builtin(&batch->catalogue);
    } else {
        status = intv_loader_new(&loader);
        if (status == INTV_OK)
            status = intv_loader_add_path(loader, path);
        if (status == INTV_OK)
            status = intv_loader_load(loader, &batch->catalogue, batch->diagnostics);
        intv_loader_free(loader);
    }
    if (status == INTV_OK && (batch->path = strdup(path)) == NULL)
        status = INTV_ERROR_NO_MEMORY;
    return status;
}

/* OPTIONS: lenient, exact, no-relaxing, english, kinds=N (a bit for each kind), offset=N, limit=N. */
static enum intv_status
set_option(struct intv_query *query, const char *option, size_t page[2])
{
    if (strcmp(option, "lenient") == 0)
        return INTV_OK;
    if (strcmp(option, "exact") == 0)
        return intv_query_set_exact(query, 1);
    if (strcmp(option, "no-relaxing") == 0)
        return intv_query_set_relaxing(query, 0);
    if (strcmp(option, "english") == 0)
        return intv_query_set_language(query, INTV_ENGLISH);
    if (strncmp(option, "kinds=", 6) == 0)
        return intv_query_set_kinds(query, (uint32_t)strtoul(option + 6, NULL, 10));
    if (strncmp(option, "offset=", 7) == 0)
        page[0] = (size_t)strtoul(option + 7, NULL, 10);
    else if (strncmp(option, "limit=", 6) == 0)
        page[1] = (size_t)strtoul(option + 6, NULL, 10);
    else
        return INTV_ERROR_INVALID_ARGUMENT;
    return INTV_OK;
}

static enum intv_status
make_query(struct batch *batch, char *options, const char *text, struct intv_query **query)
{
    size_t page[2] = {0, 0};
    const enum intv_reading reading =
        strstr(options, "lenient") != NULL ? INTV_LENIENT : INTV_STRICT;
    enum intv_status status =
        intv_query_parse(batch->catalogue, text, strlen(text), reading, query, batch->diagnostics);
    for (char *option = strtok(options, " "); status == INTV_OK && option != NULL;
         option = strtok(NULL, " "))
        status = set_option(*query, option, page);
    if (status == INTV_OK)
        status = intv_query_set_page(*query, page[0], page[1]);
    return status;
}

static void
print_match(const struct batch *batch, const struct intv_hit *hit, size_t m)
{
    const uint32_t fact = intv_hit_get_match_fact(hit, m);
    const char *field = "id";
    if (fact != INTV_NONE)
        field = intv_fact_get_field(batch->catalogue, fact);
    printf("%s[%zu,\"%s\",\"%s\",", m == 0 ? "" : ",", intv_hit_get_match_word(hit, m),
           intv_manner_get_name(intv_hit_get_match_manner(hit, m)), field);
    print_text(intv_hit_get_match_text(hit, m));
    printf(",%zu,%zu,", intv_hit_get_match_start(hit, m), intv_hit_get_match_length(hit, m));
    print_record(batch, intv_hit_get_match_via(hit, m));
    putchar(']');
}

static enum intv_status
print_hit(const struct batch *batch, const struct intv_search *search, size_t i)
{
    struct intv_hit *hit = NULL;
    const enum intv_status status = intv_hit_new(search, i, &hit);
    if (status != INTV_OK)
        return status;
    printf("%s{\"record\":", i == 0 ? "" : ",");
    print_record(batch, intv_search_get_record(search, i));
    printf(",\"score\":%llu,\"found\":[", (unsigned long long)intv_search_get_score(search, i));
    for (size_t w = 0; w < intv_search_get_word_count(search); w++)
        printf("%s%d", w == 0 ? "" : ",", intv_search_is_word_found(search, i, w));
    fputs("],\"matches\":[", stdout);
    for (size_t m = 0; m < intv_hit_get_match_count(hit); m++)
        print_match(batch, hit, m);
    fputs("]}", stdout);
    intv_hit_free(hit);
    return INTV_OK;
}

static enum intv_status
print_search(const struct batch *batch, const struct intv_search *search)
{
    enum intv_status status = INTV_OK;
    printf("{\"total\":%zu,\"whole\":%zu,\"relaxed\":%d,\"words\":[", intv_search_get_total(search),
           intv_search_get_whole_total(search), intv_search_is_relaxed(search));
    for (size_t w = 0; w < intv_search_get_word_count(search); w++) {
        fputs(w == 0 ? "" : ",", stdout);
        print_text(intv_search_get_word(search, w));
    }
    fputs("],\"corrected\":", stdout);
    if (intv_search_get_corrected(search) != NULL)
        print_text(intv_search_get_corrected(search));
    else
        fputs("null", stdout);
    fputs(",\"suggestions\":[", stdout);
    for (size_t s = 0; s < intv_search_get_suggestion_count(search); s++) {
        fputs(s == 0 ? "" : ",", stdout);
        print_text(intv_search_get_suggestion(search, s));
    }
    fputs("],\"hits\":[", stdout);
    for (size_t i = 0; i < intv_search_get_count(search) && status == INTV_OK; i++)
        status = print_hit(batch, search, i);
    puts("]}");
    return status;
}

static int
answer_line(struct batch *batch, const char *path, char *options, const char *text)
{
    struct intv_query *query = NULL;
    struct intv_search *search = NULL;
    intv_diagnostics_clear(batch->diagnostics);
    enum intv_status status = load_catalogue(batch, path);
    if (status == INTV_OK)
        status = make_query(batch, options, text, &query);
    if (status == INTV_OK)
        status = intv_search_new(query, &search, batch->diagnostics);
    if (status != INTV_OK)
        print_status(batch, status);
    else
        status = print_search(batch, search) == INTV_OK ? INTV_OK : INTV_ERROR_INTERNAL;
    intv_search_free(search);
    intv_query_free(query);
    return status == INTV_ERROR_INTERNAL || status == INTV_ERROR_NO_MEMORY;
}

/* Exit status 1 at a line without two tabs or when reading or writing fails. */
static int
answer_lines(struct batch *batch)
{
    char *line = NULL;
    size_t size = 0;
    int failed = 0;
    while (failed == 0 && getline(&line, &size, stdin) != -1) {
        line[strcspn(line, "\n")] = '\0';
        char *options = strchr(line, '\t');
        char *text = options != NULL ? strchr(options + 1, '\t') : NULL;
        if (text == NULL) {
            fprintf(stderr, "no two tabs in the line '%s'\n", line);
            failed = 1;
            break;
        }
        *options = '\0';
        *text = '\0';
        failed = answer_line(batch, line, options + 1, text + 1);
    }
    free(line);
    return failed != 0 || ferror(stdin) || fflush(stdout) != 0;
}

int
main(void)
{
    struct batch batch = {NULL, NULL, NULL};
    setlocale(LC_ALL, ""); /* the answers must not depend on it */
    int failed = intv_diagnostics_new(&batch.diagnostics) != INTV_OK;
    if (!failed)
        failed = answer_lines(&batch);
    free(batch.path);
    intv_catalogue_unref(batch.catalogue);
    intv_diagnostics_free(batch.diagnostics);
    return failed;
}
