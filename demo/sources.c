/* SPDX-License-Identifier: EUPL-1.2 */
#include "sources.h"

#include <stdlib.h>
#include <string.h>

#include "layers.h"
#include "program.h"
#include "words.h"

/* The array with room for one more element; NULL when there is no memory, and it is as before. */
static void *
grow(struct program *program, void *array, size_t count, size_t *capacity, size_t size)
{
    const size_t wanted = *capacity > 0 ? *capacity * 2 : 32;
    if (count < *capacity)
        return array;
    void *grown = realloc(array, wanted * size);
    if (grown != NULL)
        *capacity = wanted;
    else
        program->out.failed = true;
    return grown;
}

static bool
has_reading(const struct sources *sources, uint32_t source, uint32_t via)
{
    for (size_t i = 0; i < sources->reading_count; i++)
        if (sources->readings[i].source == source && sources->readings[i].via == via)
            return true;
    return false;
}

static void
add_reading(struct program *program, uint32_t source, uint32_t via)
{
    struct sources *sources = &program->sources;
    if (via == INTV_NONE || has_reading(sources, source, via))
        return;
    struct reading *readings = grow(program, sources->readings, sources->reading_count,
                                    &sources->reading_capacity, sizeof(*readings));
    if (readings == NULL)
        return;
    sources->readings = readings;
    sources->readings[sources->reading_count++] = (struct reading){source, via};
    sources_number(program, via, INTV_NONE);
}

size_t
sources_number(struct program *program, uint32_t source, uint32_t via)
{
    struct sources *sources = &program->sources;
    size_t index = 0;
    if (source == INTV_NONE)
        return 0;
    while (index < sources->count && sources->rows[index] != source)
        index++;
    if (index == sources->count) {
        uint32_t *rows =
            grow(program, sources->rows, sources->count, &sources->capacity, sizeof(*rows));
        if (rows == NULL)
            return 0;
        sources->rows = rows;
        sources->rows[sources->count++] = source;
    }
    add_reading(program, source, via);
    return index + 1;
}

/* ---- the list ---- */

/* Ends a sentence that may already have its mark. */
static void
add_stop(struct program *program)
{
    const struct terminal *out = &program->out;
    if (out->length == 0 || strchr(".?!", out->bytes[out->length - 1]) == NULL)
        terminal_add(&program->out, STYLE_PLAIN, ".");
}

static void
add_authors(struct program *program, uint32_t source)
{
    const struct intv_catalogue *catalogue = program->catalogue;
    const size_t count = intv_record_count_facts(catalogue, source, "author");
    const char *field = count > 0 ? "author" : "publisher";
    const size_t names = intv_record_count_facts(catalogue, source, field);
    bool is_first = true;
    for (size_t i = 0; i < names; i++) {
        const uint32_t fact = intv_record_find_fact(catalogue, source, field, i);
        if (intv_fact_get_silence(catalogue, fact)[0] != '\0')
            continue;
        terminal_add(&program->out, STYLE_PLAIN, is_first ? " " : ", ");
        words_add_value(program, &program->out, STYLE_PLAIN, fact);
        is_first = false;
    }
    if (!is_first)
        add_stop(program);
}

static void
add_place(struct program *program, uint32_t source, const char *field, const char *before)
{
    const uint32_t fact = intv_record_find_fact(program->catalogue, source, field, 0);
    if (fact == INTV_NONE || intv_fact_get_silence(program->catalogue, fact)[0] != '\0')
        return;
    terminal_add(&program->out, STYLE_PLAIN, before);
    terminal_add(&program->out, STYLE_PLAIN, intv_fact_get_text(program->catalogue, fact, NULL));
}

/* How far a source was read, and through which others. */
static void
add_extent(struct program *program, uint32_t source)
{
    struct sources *sources = &program->sources;
    const uint32_t extent = intv_record_find_fact(program->catalogue, source, "read", 0);
    const bool is_read = strcmp(intv_fact_get_code(program->catalogue, extent), "not-read") != 0;
    terminal_add(&program->out, STYLE_PLAIN, " (");
    words_add_value(program, &program->out, STYLE_PLAIN, extent);
    for (size_t i = 0; i < sources->reading_count; i++) {
        char number[WORDS_NUMBER_SIZE];
        if (sources->readings[i].source != source)
            continue;
        terminal_add(&program->out, STYLE_PLAIN, "; ");
        words_add(
            program, &program->out, STYLE_PLAIN, is_read ? "read-also-via" : "read-via",
            words_number(sources_number(program, sources->readings[i].via, INTV_NONE), number),
            NULL);
    }
    terminal_add(&program->out, STYLE_PLAIN, ")");
}

static void
print_source(struct program *program, size_t index)
{
    const uint32_t source = program->sources.rows[index];
    struct terminal *out = &program->out;
    char year[WORDS_NUMBER_SIZE];
    char number[WORDS_NUMBER_SIZE];
    terminal_begin(out, 2, 6);
    terminal_add(out, STYLE_PLAIN, "[");
    terminal_add(out, STYLE_PLAIN, words_number(index + 1, number));
    terminal_add(out, STYLE_PLAIN, "] ");
    terminal_add(out, STYLE_PLAIN, intv_record_get_name(program->catalogue, source, program->tag));
    layers_add_mark(program, out, source);
    add_stop(program);
    add_authors(program, source);
    if (words_year(program, source, year)) {
        terminal_add(out, STYLE_PLAIN, " ");
        terminal_add(out, STYLE_PLAIN, year);
        terminal_add(out, STYLE_PLAIN, ".");
    }
    add_place(program, source, "url", " ");
    add_place(program, source, "doi", " doi:");
    add_extent(program, source);
    terminal_end(out);
}

void
sources_print(struct program *program)
{
    if (program->sources.count == 0)
        return;
    terminal_blank(&program->out);
    words_line(program, 0, STYLE_HEADING, "heading-sources", NULL, NULL);
    for (size_t i = 0; i < program->sources.count; i++)
        print_source(program, i);
}

void
sources_free(struct sources *sources)
{
    free(sources->rows);
    free(sources->readings);
    *sources = (struct sources){0};
}
