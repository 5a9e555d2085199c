/* SPDX-License-Identifier: EUPL-1.2 */
#include "snippet.h"

#include <string.h>

#include "program.h"
#include "words.h"

enum
{
    MOST_MATCHES = 16, /* what the library gives at most */
    MOST_LINES = 3,
    BEFORE = 60, /* bytes that are shown of a long text before its first word, and behind that */
    BEHIND = 120
};

/* The matches in one text of a hit, in the order of their places; of those at one place the best. */
struct snippet
{
    const struct intv_search *search;
    const struct intv_hit *hit;
    const char *text;
    uint32_t fact;
    size_t matches[MOST_MATCHES];
    size_t count;
};

/* ---- gathering ---- */

static size_t
end_of(const struct snippet *snippet, size_t match)
{
    return intv_hit_get_match_start(snippet->hit, match) +
           intv_hit_get_match_length(snippet->hit, match);
}

/* Whether two matches cover the same letters. */
static bool
overlaps(const struct snippet *snippet, size_t one, size_t other)
{
    return intv_hit_get_match_start(snippet->hit, one) < end_of(snippet, other) &&
           intv_hit_get_match_start(snippet->hit, other) < end_of(snippet, one);
}

/* Puts a match in its place; one that came before, and so is better, stays. */
static void
take_match(struct snippet *snippet, size_t match)
{
    size_t at = snippet->count;
    for (size_t i = 0; i < snippet->count; i++)
        if (overlaps(snippet, snippet->matches[i], match))
            return;
    while (at > 0 && intv_hit_get_match_start(snippet->hit, snippet->matches[at - 1]) >
                         intv_hit_get_match_start(snippet->hit, match)) {
        snippet->matches[at] = snippet->matches[at - 1];
        at--;
    }
    snippet->matches[at] = match;
    snippet->count++;
}

/* All matches in the text of one. */
static struct snippet
gather(const struct intv_search *search, const struct intv_hit *hit, size_t first)
{
    struct snippet snippet = {.search = search,
                              .hit = hit,
                              .text = intv_hit_get_match_text(hit, first),
                              .fact = intv_hit_get_match_fact(hit, first)};
    const size_t count = intv_hit_get_match_count(hit);
    for (size_t i = first; i < count && snippet.count < MOST_MATCHES; i++)
        if (intv_hit_get_match_text(hit, i) == snippet.text &&
            intv_hit_get_match_fact(hit, i) == snippet.fact)
            take_match(&snippet, i);
    return snippet;
}

/* Whether the text of a match was shown with one before it. */
static bool
is_shown_before(const struct intv_hit *hit, size_t match)
{
    for (size_t i = 0; i < match; i++)
        if (strcmp(intv_hit_get_match_text(hit, i), intv_hit_get_match_text(hit, match)) == 0)
            return true;
    return false;
}

/* Whether a text shows a word of the query that no line before it showed. */
static bool
is_new(const struct snippet *snippet, uint64_t shown)
{
    for (size_t i = 0; i < snippet->count; i++) {
        const size_t word = intv_hit_get_match_word(snippet->hit, snippet->matches[i]);
        if (word < 64 && (shown & UINT64_C(1) << word) == 0)
            return true;
    }
    return false;
}

static void
note_words(const struct snippet *snippet, uint64_t *shown)
{
    for (size_t i = 0; i < snippet->count; i++) {
        const size_t word = intv_hit_get_match_word(snippet->hit, snippet->matches[i]);
        if (word < 64)
            *shown |= UINT64_C(1) << word;
    }
}

/* ---- showing ---- */

/* The next space at or before a place of a text, or its start. */
static size_t
find_space_before(const char *text, size_t at)
{
    while (at > 0 && text[at] != ' ')
        at--;
    return at;
}

static size_t
find_space_behind(const char *text, size_t at, size_t length)
{
    while (at < length && text[at] != ' ')
        at++;
    return at;
}

static void
add_mark(struct program *program, const char *text, size_t start, size_t end)
{
    /* where colour does not tell, signs do */
    const bool has_colour = program->out.has_colour;
    terminal_add(&program->out, STYLE_PLAIN, has_colour ? "" : "[");
    terminal_add_piece(&program->out, STYLE_HEADING, text + start, end - start);
    terminal_add(&program->out, STYLE_PLAIN, has_colour ? "" : "]");
}

/* The text around its first word, with every word in it marked. */
static void
add_text(struct program *program, const struct snippet *snippet)
{
    const char *text = snippet->text;
    const size_t length = strlen(text);
    const size_t first = intv_hit_get_match_start(snippet->hit, snippet->matches[0]);
    size_t at = first > BEFORE ? find_space_before(text, first - BEFORE) : 0;
    size_t end = end_of(snippet, snippet->matches[0]) + BEHIND;
    end = end < length ? find_space_behind(text, end, length) : length;
    terminal_add(&program->out, STYLE_PLAIN, at > 0 ? "…" : "");
    for (size_t i = 0; i < snippet->count; i++) {
        const size_t start = intv_hit_get_match_start(snippet->hit, snippet->matches[i]);
        const size_t behind = end_of(snippet, snippet->matches[i]);
        if (behind > end)
            break;
        terminal_add_piece(&program->out, STYLE_PLAIN, text + at, start - at);
        add_mark(program, text, start, behind);
        at = behind;
    }
    terminal_add_piece(&program->out, STYLE_PLAIN, text + at, end - at);
    terminal_add(&program->out, STYLE_PLAIN, end < length ? " …" : "");
}

/* Why a word was found that is not there as it was asked. */
static bool
add_reason(struct program *program, const struct snippet *snippet, size_t match, bool is_first)
{
    const enum intv_manner manner = intv_hit_get_match_manner(snippet->hit, match);
    const uint32_t via = intv_hit_get_match_via(snippet->hit, match);
    char name[32];
    if (manner == INTV_EXACT)
        return false;
    snprintf(name, sizeof(name), "hit-%s", intv_manner_get_name(manner));
    terminal_add(&program->out, STYLE_QUIET, is_first ? " (" : "; ");
    words_add(program, &program->out, STYLE_QUIET, name,
              intv_search_get_word(snippet->search, intv_hit_get_match_word(snippet->hit, match)),
              via != INTV_NONE ? intv_record_get_name(program->catalogue, via, program->tag) : "");
    return true;
}

/* Whether the same word was found in the same manner in a match before. */
static bool
is_told(const struct snippet *snippet, size_t index)
{
    const size_t match = snippet->matches[index];
    for (size_t i = 0; i < index; i++)
        if (intv_hit_get_match_word(snippet->hit, snippet->matches[i]) ==
                intv_hit_get_match_word(snippet->hit, match) &&
            intv_hit_get_match_manner(snippet->hit, snippet->matches[i]) ==
                intv_hit_get_match_manner(snippet->hit, match))
            return true;
    return false;
}

static void
print_snippet(struct program *program, const struct snippet *snippet, unsigned indent)
{
    bool is_first = true;
    terminal_begin(&program->out, indent, indent + 2);
    if (snippet->fact != INTV_NONE)
        terminal_add(
            &program->out, STYLE_QUIET,
            words_get_of(program, "field", intv_fact_get_field(program->catalogue, snippet->fact)));
    else
        words_add(program, &program->out, STYLE_QUIET, "hit-id", NULL, NULL);
    terminal_add(&program->out, STYLE_QUIET, ": ");
    add_text(program, snippet);
    for (size_t i = 0; i < snippet->count; i++)
        if (!is_told(snippet, i) && add_reason(program, snippet, snippet->matches[i], is_first))
            is_first = false;
    terminal_add(&program->out, STYLE_QUIET, is_first ? "" : ")");
    terminal_end(&program->out);
}

/* First the texts that show words that were not shown yet, then others, in their order. */
void
snippet_print(struct program *program, const struct intv_search *search, const struct intv_hit *hit,
              unsigned indent)
{
    const size_t count = intv_hit_get_match_count(hit);
    uint64_t shown = 0;
    unsigned lines = 0;
    for (size_t i = 0; i < count && lines < MOST_LINES; i++) {
        const struct snippet snippet = gather(search, hit, i);
        if (is_shown_before(hit, i) || !is_new(&snippet, shown))
            continue;
        print_snippet(program, &snippet, indent);
        note_words(&snippet, &shown);
        lines++;
    }
}
