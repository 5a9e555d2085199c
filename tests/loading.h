/* SPDX-License-Identifier: EUPL-1.2 */
/* Catalogues made of a few records, loaded from memory; shared by the tests of the loader. */
#ifndef TESTS_LOADING_H
#define TESTS_LOADING_H

#include <interventions/interventions.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPENING                                                                                    \
    "<catalogue xmlns='urn:interventions:catalogue:1' edition='2026-11-23' publisher='tests'"      \
    " licence='CC0-1.0' xml:lang='nl'>\n"
#define CLOSING "</catalogue>\n"
#define ORGANISATION "<organisation id='maker'><name>Maker</name></organisation>\n"

/* An intervention that holds the facts, asserted by the editor. */
#define PROGRAMME(facts)                                                                           \
    "<intervention id='talk' kind='intervention' asserted-by='editor'><name>Talk</name>" facts     \
    "</intervention>\n"

/* What every test works with; made before and freed after it. */
static struct intv_loader *loader;
static struct intv_diagnostics *diagnostics;
static struct intv_catalogue *catalogue;

static inline void
make_loader(void)
{
    catalogue = NULL;
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
}

static inline void
free_loader(void)
{
    intv_catalogue_unref(catalogue);
    intv_loader_free(loader);
    intv_diagnostics_free(diagnostics);
}

/* A new loader and nothing reported, for the next case in a test. */
static inline void
start_again(void)
{
    free_loader();
    make_loader();
}

static inline enum intv_status
load(void)
{
    intv_catalogue_unref(catalogue);
    intv_diagnostics_clear(diagnostics);
    return intv_loader_load(loader, &catalogue, diagnostics);
}

static inline void
add_document(const char *name, const char *document)
{
    ck_assert_int_eq(intv_loader_add_memory(loader, name, document, strlen(document)), INTV_OK);
}

/* Loads one document of these records; a string literal between OPENING and CLOSING. */
#define LOAD(records) load_document(OPENING records CLOSING)

static inline enum intv_status
load_document(const char *document)
{
    start_again();
    add_document("test.xml", document);
    return load();
}

/* The tags of all diagnostics, with spaces between. */
static inline const char *
reported(void)
{
    static char tags[4096];
    size_t used = 0;
    tags[0] = '\0';
    for (size_t i = 0; i < intv_diagnostics_get_count(diagnostics); i++)
        used += (size_t)snprintf(tags + used, sizeof(tags) - used, "%s%s", i > 0 ? " " : "",
                                 intv_diagnostics_get_tag(diagnostics, i));
    ck_assert_uint_lt(used, sizeof(tags));
    return tags;
}

static inline void
assert_load(enum intv_status expected, const char *tags, enum intv_status status)
{
    ck_assert_msg(status == expected && strcmp(reported(), tags) == 0,
                  "status %s with [%s], not %s with [%s]", intv_status_get_name(status), reported(),
                  intv_status_get_name(expected), tags);
    ck_assert_int_eq(catalogue != NULL, status == INTV_OK);
}

/* Runs the tests of one program as Check's environment variables say. */
static inline int
run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
