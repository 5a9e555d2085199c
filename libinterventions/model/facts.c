/* SPDX-License-Identifier: EUPL-1.2 */
/* The public view of facts. */
#include "model/catalogue.h"

#include "model/texts.h"

static const struct fact_row *
find_fact(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return fact < catalogue->fact_count ? &catalogue->facts[fact] : NULL;
}

static const struct provenance_row *
find_provenance(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL && row->provenance != INTV_NONE ? &catalogue->provenances[row->provenance]
                                                       : NULL;
}

static const struct quantity_row *
find_quantity(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    if (row == NULL || row->silence != 0)
        return NULL;
    const enum value value = FIELD_FORMATS[row->field].value;
    if (value != VALUE_QUANTITY && value != VALUE_NUMBER)
        return NULL;
    return &catalogue->quantities[row->value];
}

const char *
intv_fact_get_field(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? FIELD_FORMATS[row->field].name : "";
}

uint32_t
intv_fact_get_record(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? row->record : INTV_NONE;
}

uint32_t
intv_fact_get_parent(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? row->parent : INTV_NONE;
}

uint32_t
intv_fact_get_child_count(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? row->child_count : 0;
}

uint32_t
intv_fact_get_child(const struct intv_catalogue *catalogue, uint32_t fact, size_t index)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL && index < row->child_count ? row->child_first + (uint32_t)index : INTV_NONE;
}

enum intv_value
intv_fact_get_value(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    if (row == NULL || row->silence != 0)
        return INTV_VALUE_NONE;
    return field_value((enum field)row->field);
}

const char *
intv_fact_get_silence(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? code_name(LIST_SILENCE, row->silence) : "";
}

_Static_assert((int)INTV_SILENCE_NONE == (int)SILENCE_NONE + 1 &&
                   (int)INTV_NOT_READ == (int)SILENCE_NOT_READ + 1 &&
                   (int)INTV_SEARCHED == (int)SILENCE_SEARCHED + 1,
               "silences are numbered in the order of their codes, with not-stated before them");

enum intv_silence
catalogue_silence_of(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const unsigned silence = catalogue->facts[fact].silence;
    return silence == 0 ? INTV_STATED : (enum intv_silence)(silence + 1);
}

enum intv_silence
intv_fact_get_silence_cause(const struct intv_catalogue *catalogue, uint32_t fact)
{
    return find_fact(catalogue, fact) != NULL ? catalogue_silence_of(catalogue, fact)
                                              : INTV_NOT_STATED;
}

uint32_t
intv_fact_get_target(const struct intv_catalogue *catalogue, uint32_t fact)
{
    if (intv_fact_get_value(catalogue, fact) != INTV_VALUE_RECORD)
        return INTV_NONE;
    return catalogue->facts[fact].value;
}

const char *
intv_fact_get_code(const struct intv_catalogue *catalogue, uint32_t fact)
{
    if (intv_fact_get_value(catalogue, fact) != INTV_VALUE_CODE)
        return "";
    const struct fact_row *row = &catalogue->facts[fact];
    return code_name(FIELD_FORMATS[row->field].list, row->value);
}

const char *
intv_fact_get_code_label(const struct intv_catalogue *catalogue, uint32_t fact,
                         enum intv_language language)
{
    if (intv_fact_get_value(catalogue, fact) != INTV_VALUE_CODE)
        return "";
    const struct fact_row *row = &catalogue->facts[fact];
    return code_label(FIELD_FORMATS[row->field].list, row->value, language);
}

const char *
intv_fact_get_qualifier(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? code_name(FIELD_FORMATS[row->field].qualifier_list, row->qualifier) : "";
}

const char *
intv_fact_get_qualifier_label(const struct intv_catalogue *catalogue, uint32_t fact,
                              enum intv_language language)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    if (row == NULL)
        return "";
    return code_label(FIELD_FORMATS[row->field].qualifier_list, row->qualifier, language);
}

enum intv_bound
intv_fact_get_low(const struct intv_catalogue *catalogue, uint32_t fact, int64_t *value)
{
    const struct quantity_row *quantity = find_quantity(catalogue, fact);
    const bool known = quantity != NULL && quantity->low_bound == BOUND_KNOWN;
    if (value != NULL)
        *value = known ? quantity->low : 0;
    return quantity != NULL ? (enum intv_bound)quantity->low_bound : INTV_BOUND_UNKNOWN;
}

enum intv_bound
intv_fact_get_high(const struct intv_catalogue *catalogue, uint32_t fact, int64_t *value)
{
    const struct quantity_row *quantity = find_quantity(catalogue, fact);
    const bool known = quantity != NULL && quantity->high_bound == BOUND_KNOWN;
    if (value != NULL)
        *value = known ? quantity->high : 0;
    return quantity != NULL ? (enum intv_bound)quantity->high_bound : INTV_BOUND_UNKNOWN;
}

int
intv_fact_is_about(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct quantity_row *quantity = find_quantity(catalogue, fact);
    return quantity != NULL && quantity->exactness == QUANTITY_ABOUT;
}

uint32_t
intv_fact_get_date(const struct intv_catalogue *catalogue, uint32_t fact)
{
    if (intv_fact_get_value(catalogue, fact) != INTV_VALUE_DATE)
        return 0;
    return catalogue->facts[fact].value;
}

uint32_t
intv_fact_get_text_count(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? row->text_count : 0;
}

const char *
intv_fact_get_text_at(const struct intv_catalogue *catalogue, uint32_t fact, size_t index,
                      const char **language)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    const bool exists = row != NULL && index < row->text_count;
    const struct text_row *text = exists ? &catalogue->texts[row->text_first + index] : NULL;
    if (language != NULL)
        *language = exists ? catalogue->pool + text->language : "";
    return exists ? catalogue->pool + text->offset : "";
}

const char *
intv_fact_get_text(const struct intv_catalogue *catalogue, uint32_t fact, const char *language)
{
    if (find_fact(catalogue, fact) == NULL)
        return "";
    const uint32_t text = texts_choose(catalogue, fact, language);
    return text != INTV_NONE ? catalogue->pool + catalogue->texts[text].offset : "";
}

const char *
intv_fact_get_asserter(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? code_name(LIST_ASSERTER, row->asserter) : "";
}

const char *
intv_fact_get_asserter_label(const struct intv_catalogue *catalogue, uint32_t fact,
                             enum intv_language language)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? code_label(LIST_ASSERTER, row->asserter, language) : "";
}

const char *
intv_fact_get_strength(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? code_name(LIST_STRENGTH, row->strength) : "";
}

const char *
intv_fact_get_strength_label(const struct intv_catalogue *catalogue, uint32_t fact,
                             enum intv_language language)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? code_label(LIST_STRENGTH, row->strength, language) : "";
}

uint32_t
intv_fact_get_source(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? row->source : INTV_NONE;
}

uint32_t
intv_fact_get_via(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL ? row->via : INTV_NONE;
}

const char *
intv_fact_get_locator(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct provenance_row *row = find_provenance(catalogue, fact);
    return row != NULL && row->locator != INTV_NONE ? catalogue->pool + row->locator : "";
}

uint32_t
intv_fact_get_conflict_count(const struct intv_catalogue *catalogue, uint32_t fact)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL ? row->conflict_count : 0;
}

uint32_t
intv_fact_get_conflict(const struct intv_catalogue *catalogue, uint32_t fact, size_t index)
{
    const struct fact_row *row = find_fact(catalogue, fact);
    return row != NULL && index < row->conflict_count
               ? catalogue->links[row->conflict_first + index]
               : INTV_NONE;
}
