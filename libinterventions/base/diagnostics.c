/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/diagnostics.h"

#include "base/memory.h"

enum
{
    QUOTED_BYTES = 200
};

static const struct diagnostic_text TEXTS[DIAGNOSTIC_COUNT] = {
#define INTV_ERROR_OK INTV_OK
#define DIAGNOSTIC(NAME, tag, SEVERITY, STATUS, nl, en, advice_nl, advice_en)                      \
    {tag, INTV_SEVERITY_##SEVERITY, INTV_ERROR_##STATUS, {nl, en}, {advice_nl, advice_en}},
#include "base/diagnostics.def"
#undef DIAGNOSTIC
};

const struct diagnostic_text *
diagnostics_text(enum diagnostic code)
{
    return &TEXTS[code];
}

struct kept_diagnostic
{
    enum diagnostic code;
    uint32_t line;
    uint32_t column;
    char *texts; /* file, path, subject and parameters, each with a NUL behind it */
    const char *file;
    const char *path;
    const char *subject;
    const char *parameters[DIAGNOSTIC_PARAMETERS];
};

struct intv_diagnostics
{
    size_t count;
    size_t total;
    size_t errors;
    const char *path;                                  /* of the reports to come; NULL for none */
    struct kept_diagnostic kept[DIAGNOSTICS_KEPT + 1]; /* one more, for failing memory */
};

enum intv_status
intv_diagnostics_new(struct intv_diagnostics **diagnostics)
{
    if (diagnostics == NULL)
        return INTV_ERROR_INVALID_ARGUMENT;
    *diagnostics = memory_new(1, sizeof(**diagnostics));
    return *diagnostics != NULL ? INTV_OK : INTV_ERROR_NO_MEMORY;
}

void
intv_diagnostics_clear(struct intv_diagnostics *diagnostics)
{
    if (diagnostics == NULL)
        return;
    for (size_t i = 0; i < diagnostics->count; i++)
        memory_free(diagnostics->kept[i].texts);
    memset(diagnostics, 0, sizeof(*diagnostics));
}

void
intv_diagnostics_free(struct intv_diagnostics *diagnostics)
{
    intv_diagnostics_clear(diagnostics);
    memory_free(diagnostics);
}

static char *
keep_text(char *room, struct text text, const char **kept)
{
    *kept = room;
    if (text.length > 0)
        memcpy(room, text.bytes, text.length);
    room[text.length] = '\0';
    return room + text.length + 1;
}

/* Cut where a character begins, so that what is kept stays UTF-8. */
static struct text
cut(struct text text)
{
    if (text.length <= QUOTED_BYTES)
        return text;
    size_t length = QUOTED_BYTES;
    while (length > 0 && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        length--;
    return (struct text){text.bytes, length};
}

static bool
keep_report(struct kept_diagnostic *kept, const struct report *report, const char *written_path)
{
    const struct text file = text_of(report->place.file);
    const struct text path = cut(text_of(written_path));
    const struct text subject = cut(report->subject);
    size_t size = file.length + 1 + path.length + 1 + subject.length + 1;
    for (unsigned i = 0; i < DIAGNOSTIC_PARAMETERS; i++)
        size += cut(report->parameters[i]).length + 1;
    kept->texts = memory_new(size, 1);
    if (kept->texts == NULL)
        return false;
    kept->code = report->code;
    kept->line = report->place.line;
    kept->column = report->place.column;
    char *room = keep_text(kept->texts, file, &kept->file);
    room = keep_text(room, path, &kept->path);
    room = keep_text(room, subject, &kept->subject);
    for (unsigned i = 0; i < DIAGNOSTIC_PARAMETERS; i++)
        room = keep_text(room, cut(report->parameters[i]), &kept->parameters[i]);
    return true;
}

enum intv_status
diagnostics_report(struct intv_diagnostics *diagnostics, const struct report *report)
{
    const struct diagnostic_text *text = &TEXTS[report->code];
    if (diagnostics == NULL)
        return text->status;
    diagnostics->total++;
    if (text->severity == INTV_SEVERITY_ERROR)
        diagnostics->errors++;
    if (diagnostics->count < DIAGNOSTICS_KEPT) {
        if (!keep_report(&diagnostics->kept[diagnostics->count], report, diagnostics->path))
            return diagnostics_no_memory(diagnostics);
        diagnostics->count++;
    }
    return text->status;
}

void
diagnostics_set_path(struct intv_diagnostics *diagnostics, const char *path)
{
    if (diagnostics != NULL)
        diagnostics->path = path;
}

enum intv_status
diagnostics_add(struct intv_diagnostics *diagnostics, enum diagnostic code, struct place place,
                const char *one, const char *two, const char *three, const char *four)
{
    const struct report report = {
        code, place, {NULL, 0}, {text_of(one), text_of(two), text_of(three), text_of(four)}};
    return diagnostics_report(diagnostics, &report);
}

enum intv_status
diagnostics_no_memory(struct intv_diagnostics *diagnostics)
{
    if (diagnostics == NULL)
        return INTV_ERROR_NO_MEMORY;
    const size_t last = diagnostics->count;
    if (last > 0 && diagnostics->kept[last - 1].code == DIAGNOSTIC_OUT_OF_MEMORY)
        return INTV_ERROR_NO_MEMORY;
    if (last <= DIAGNOSTICS_KEPT) {
        struct kept_diagnostic *kept = &diagnostics->kept[last];
        *kept = (struct kept_diagnostic){DIAGNOSTIC_OUT_OF_MEMORY, 0, 0, NULL, "", "", "", {""}};
        for (unsigned i = 0; i < DIAGNOSTIC_PARAMETERS; i++)
            kept->parameters[i] = "";
        diagnostics->count++;
    }
    diagnostics->total++;
    diagnostics->errors++;
    return INTV_ERROR_NO_MEMORY;
}

struct text
text_of_number(int64_t number, char buffer[DIGITS_SIZE])
{
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    size_t start = DIGITS_SIZE - 1;
    buffer[start] = '\0';
    do {
        buffer[--start] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        buffer[--start] = '-';
    return (struct text){buffer + start, DIGITS_SIZE - 1 - start};
}

struct text
text_of_code_point(uint32_t code_point, char buffer[CODE_POINT_SIZE])
{
    static const char HEX[] = "0123456789ABCDEF";
    size_t start = CODE_POINT_SIZE - 1;
    buffer[start] = '\0';
    while (code_point > 0 || start > CODE_POINT_SIZE - 1 - 4) {
        buffer[--start] = HEX[code_point & 0xF];
        code_point >>= 4;
    }
    buffer[--start] = '+';
    buffer[--start] = 'U';
    return (struct text){buffer + start, CODE_POINT_SIZE - 1 - start};
}

size_t
intv_diagnostics_get_count(const struct intv_diagnostics *diagnostics)
{
    return diagnostics != NULL ? diagnostics->count : 0;
}

size_t
intv_diagnostics_get_total(const struct intv_diagnostics *diagnostics)
{
    return diagnostics != NULL ? diagnostics->total : 0;
}

size_t
intv_diagnostics_get_error_count(const struct intv_diagnostics *diagnostics)
{
    return diagnostics != NULL ? diagnostics->errors : 0;
}

static const struct kept_diagnostic *
find_kept(const struct intv_diagnostics *diagnostics, size_t index)
{
    if (diagnostics == NULL || index >= diagnostics->count)
        return NULL;
    return &diagnostics->kept[index];
}

enum intv_severity
intv_diagnostics_get_severity(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? TEXTS[kept->code].severity : INTV_SEVERITY_ERROR;
}

const char *
intv_diagnostics_get_tag(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? TEXTS[kept->code].tag : "";
}

enum intv_status
intv_diagnostics_get_status(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? TEXTS[kept->code].status : INTV_OK;
}

const char *
intv_diagnostics_get_file(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? kept->file : "";
}

uint32_t
intv_diagnostics_get_line(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? kept->line : 0;
}

uint32_t
intv_diagnostics_get_column(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? kept->column : 0;
}

const char *
intv_diagnostics_get_path(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? kept->path : "";
}

const char *
intv_diagnostics_get_subject(const struct intv_diagnostics *diagnostics, size_t index)
{
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    return kept != NULL ? kept->subject : "";
}

/* Text written into a buffer of the caller, of which the needed size is counted. */
struct line
{
    char *buffer;
    size_t size;
    size_t needed;
};

static void
put_bytes(struct line *line, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++, line->needed++)
        if (line->needed + 1 < line->size)
            line->buffer[line->needed] = bytes[i];
}

static void
put_string(struct line *line, const char *string)
{
    put_bytes(line, string, strlen(string));
}

/*
 * Length in bytes of a character that must not reach a terminal or log as it is: control
 * characters, line and paragraph separators, zero-width, direction and tag characters. 0 for others.
 */
static size_t
hostile_length(const unsigned char *bytes, size_t left, uint32_t *code_point)
{
    if (bytes[0] < 0x20 || bytes[0] == 0x7F) {
        *code_point = bytes[0];
        return 1;
    }
    if (left >= 2 && bytes[0] == 0xC2 && bytes[1] >= 0x80 && bytes[1] <= 0x9F) {
        *code_point = bytes[1];
        return 2;
    }
    if (left >= 2 && bytes[0] == 0xD8 && bytes[1] == 0x9C) { /* Arabic letter mark */
        *code_point = 0x61C;
        return 2;
    }
    if (left >= 3 && (bytes[0] == 0xE2 || bytes[0] == 0xEF)) {
        const uint32_t c = ((uint32_t)(bytes[0] & 0x0F) << 12) |
                           ((uint32_t)(bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F);
        *code_point = c;
        const bool hostile = (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                             (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
        return hostile ? 3 : 0;
    }
    if (left >= 4 && bytes[0] == 0xF3 && bytes[1] == 0xA0 && (bytes[2] & 0xFE) == 0x80) {
        *code_point = 0xE0000 | ((uint32_t)(bytes[2] & 0x3F) << 6) | (bytes[3] & 0x3F);
        return 4;
    }
    return 0;
}

static void
put_escaped(struct line *line, uint32_t code_point)
{
    static const char HEX[] = "0123456789ABCDEF";
    char digits[8];
    size_t start = sizeof(digits);
    do {
        digits[--start] = HEX[code_point & 0xF];
        code_point >>= 4;
    } while (code_point > 0);
    put_string(line, "\\u{");
    put_bytes(line, digits + start, sizeof(digits) - start);
    put_string(line, "}");
}

static void
put_harmless(struct line *line, const char *string)
{
    const unsigned char *bytes = (const unsigned char *)string;
    size_t left = strlen(string);
    while (left > 0) {
        uint32_t code_point = 0;
        const size_t hostile = hostile_length(bytes, left, &code_point);
        const size_t length = hostile > 0 ? hostile : 1;
        if (hostile > 0)
            put_escaped(line, code_point);
        else
            put_bytes(line, (const char *)bytes, 1);
        bytes += length;
        left -= length;
    }
}

static void
put_template(struct line *line, const struct kept_diagnostic *kept, const char *template,
             size_t length)
{
    for (const char *c = template; c < template + length; c++) {
        if (c[0] == '{' && c[1] >= '1' && c[1] <= '0' + DIAGNOSTIC_PARAMETERS && c[2] == '}') {
            put_harmless(line, kept->parameters[c[1] - '1']);
            c += 2;
        } else {
            put_bytes(line, c, 1);
        }
    }
}

static void
put_message(struct line *line, const struct kept_diagnostic *kept, unsigned language)
{
    const char *message = TEXTS[kept->code].message[language];
    put_template(line, kept, message, strlen(message));
}

/* The sentence of an advice that names what is near; it is left out when nothing is. */
static const char *const NEAREST[2] = {"Lijkt erop: {", "Nearest: {"};

/* Where the sentence ends that would say that nothing is near; the same place when it is another. */
static const char *
skip_nearest(const struct kept_diagnostic *kept, const char *at, unsigned language)
{
    const size_t length = strlen(NEAREST[language]);
    if (strncmp(at, NEAREST[language], length) != 0 ||
        strcmp(kept->parameters[at[length] - '1'], "-") != 0)
        return at;
    at += length + strlen("1}.");
    return *at == ' ' ? at + 1 : at;
}

static void
put_advice(struct line *line, const struct kept_diagnostic *kept, unsigned language)
{
    const char *advice = TEXTS[kept->code].advice[language];
    const char *before = strstr(advice, NEAREST[language]);
    if (before == NULL || skip_nearest(kept, before, language) == before) {
        put_template(line, kept, advice, strlen(advice));
        return;
    }
    const char *after = skip_nearest(kept, before, language);
    const size_t length = (size_t)(before - advice);
    /* no space at the end */
    put_template(line, kept, advice, *after == '\0' && length > 0 ? length - 1 : length);
    put_template(line, kept, after, strlen(after));
}

static size_t
end_line(struct line *line)
{
    if (line->size > 0)
        line->buffer[line->needed < line->size ? line->needed : line->size - 1] = '\0';
    return line->needed;
}

static unsigned
language_number(enum intv_language language)
{
    return language == INTV_ENGLISH ? 1 : 0;
}

size_t
intv_diagnostics_get_message(const struct intv_diagnostics *diagnostics, size_t index,
                             enum intv_language language, char *buffer, size_t size)
{
    struct line line = {buffer, buffer != NULL ? size : 0, 0};
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    if (kept != NULL)
        put_message(&line, kept, language_number(language));
    return end_line(&line);
}

size_t
intv_diagnostics_get_advice(const struct intv_diagnostics *diagnostics, size_t index,
                            enum intv_language language, char *buffer, size_t size)
{
    struct line line = {buffer, buffer != NULL ? size : 0, 0};
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    if (kept != NULL)
        put_advice(&line, kept, language_number(language));
    return end_line(&line);
}

static void
put_place(struct line *line, const struct kept_diagnostic *kept)
{
    char digits[DIGITS_SIZE];
    if (kept->file[0] == '\0')
        return;
    put_harmless(line, kept->file);
    put_string(line, ":");
    if (kept->line == 0) {
        put_string(line, " ");
        return;
    }
    put_string(line, text_of_number(kept->line, digits).bytes);
    put_string(line, ":");
    put_string(line, text_of_number(kept->column, digits).bytes);
    put_string(line, ": ");
}

size_t
intv_diagnostics_format(const struct intv_diagnostics *diagnostics, size_t index,
                        enum intv_language language, char *buffer, size_t size)
{
    static const char *const SEVERITIES[2][2] = {{"fout: ", "error: "}, {"let op: ", "warning: "}};
    struct line line = {buffer, buffer != NULL ? size : 0, 0};
    const struct kept_diagnostic *kept = find_kept(diagnostics, index);
    if (kept != NULL) {
        const unsigned number = language_number(language);
        put_place(&line, kept);
        put_string(&line, SEVERITIES[TEXTS[kept->code].severity][number]);
        put_message(&line, kept, number);
        put_string(&line, " (");
        put_string(&line, TEXTS[kept->code].tag);
        put_string(&line, ")");
    }
    return end_line(&line);
}
