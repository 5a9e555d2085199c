/* SPDX-License-Identifier: EUPL-1.2 */
#include "layers.h"

#include <string.h>

#include "program.h"
#include "words.h"

enum
{
    ONE_YEAR = 10000 /* in dates written yyyymmdd */
};

bool
layers_print(struct program *program)
{
    const uint32_t count = intv_catalogue_get_layer_count(program->catalogue);
    for (uint32_t i = 1; i < count; i++) {
        const char *publisher = intv_layer_get_publisher(program->catalogue, i);
        words_line(program, 0, publisher[0] != '\0' ? STYLE_PLAIN : STYLE_DOUBT,
                   publisher[0] != '\0' ? "local-edition" : "local-lost",
                   intv_layer_get_edition(program->catalogue, i), publisher);
    }
    return count > 1;
}

/* A date as the number yyyymmdd; 0 when it is no full date. */
static uint32_t
read_date(const char *date)
{
    uint32_t number = 0;
    if (strlen(date) != 10)
        return 0;
    for (; *date != '\0'; date++)
        if (*date >= '0' && *date <= '9')
            number = number * 10 + (uint32_t)(*date - '0');
    return number;
}

void
layers_print_old(struct program *program, uint32_t as_of)
{
    bool is_any = false;
    for (uint32_t i = 0; i < intv_catalogue_get_layer_count(program->catalogue); i++) {
        const char *edition = intv_layer_get_edition(program->catalogue, i);
        if (read_date(edition) == 0 || as_of <= read_date(edition) + ONE_YEAR)
            continue;
        words_line(program, 0, STYLE_DOUBT, i == 0 ? "old-edition" : "old-local-edition", edition,
                   intv_layer_get_publisher(program->catalogue, i));
        is_any = true;
    }
    if (is_any)
        terminal_blank(&program->out);
}

void
layers_add_mark(const struct program *program, struct terminal *terminal, uint32_t record)
{
    const uint32_t layer = intv_record_get_layer(program->catalogue, record);
    if (layer > 0 && layer != INTV_NONE)
        words_add(program, terminal, STYLE_QUIET, "from-local",
                  intv_layer_get_publisher(program->catalogue, layer), NULL);
}
