/* SPDX-License-Identifier: EUPL-1.2 */
/* Rows and columns in bulk say what the getters say, and keep to what the caller knows. */
#include "match_fixture.h"

#define MOST_ROWS 20000

static void
load_builtin(void)
{
    end_fixture();
    ck_assert_int_eq(intv_catalogue_builtin(&fixture.catalogue), INTV_OK);
    ck_assert_int_eq(intv_situation_new(fixture.catalogue, &fixture.situation), INTV_OK);
}

/* One fact of everything a fact can be. */
static void
load_all_values(void)
{
    load("<intervention id='a' kind='intervention' asserted-by='method' strength='reported' "
         "source='source' locator='p. 1'><name>Aa</name><name xml:lang='en'>Ay</name>"
         "<status value='running' since='2019-05-06'/><language tag='nl'/>"
         "<target-group concept='parents' role='final'><wording>ouders</wording>"
         "<ages min='30' max='none'/><ages max='50'/></target-group>"
         "<setting concept='school' claim='in' asserted-by='evaluation' via='source'/>"
         "<setting concept='home' conflicts-with='in'/>"
         "<setting><not-stated cause='not-read'/></setting>"
         "<ages about='14'/><sessions value='0'/></intervention>");
}

/* ---- rows say what the getters say ---- */

static void
assert_text(uint32_t offset, uint32_t length, const char *expected)
{
    size_t size = 0;
    const char *pool = intv_catalogue_get_pool(fixture.catalogue, &size);
    ck_assert_uint_eq(length, strlen(expected));
    if (length == 0)
        return;
    ck_assert_uint_lt((uint64_t)offset + length, size);
    ck_assert_mem_eq(pool + offset, expected, length + 1);
}

static void
assert_record(const struct intv_record_row *row, uint32_t record)
{
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_uint_eq(row->struct_size, sizeof(*row));
    ck_assert_uint_eq(row->record, record);
    ck_assert_uint_eq(row->kind, intv_record_get_kind(catalogue, record));
    assert_text(row->id_offset, row->id_length, intv_record_get_id(catalogue, record));
    ck_assert_uint_eq(row->fact_first, intv_record_get_fact(catalogue, record, 0));
    ck_assert_uint_eq(row->fact_count, intv_record_get_fact_count(catalogue, record));
    ck_assert_uint_eq(row->ancestor_count, intv_record_get_ancestor_count(catalogue, record));
    ck_assert_uint_eq(row->user_count, intv_record_get_user_count(catalogue, record));
}

static void
assert_quantity(const struct intv_fact_row *row, uint32_t fact)
{
    int64_t low = 1;
    int64_t high = 1;
    ck_assert_uint_eq(row->low_bound, intv_fact_get_low(fixture.catalogue, fact, &low));
    ck_assert_uint_eq(row->high_bound, intv_fact_get_high(fixture.catalogue, fact, &high));
    ck_assert_int_eq(row->low, low);
    ck_assert_int_eq(row->high, high);
    ck_assert_int_eq((int)row->is_about, intv_fact_is_about(fixture.catalogue, fact));
}

static void
assert_value(const struct intv_fact_row *row, uint32_t fact)
{
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_uint_eq(row->value, intv_fact_get_value(catalogue, fact));
    ck_assert_uint_eq(row->target, intv_fact_get_target(catalogue, fact));
    ck_assert_str_eq(intv_code_get_name(intv_field_get_code_list(row->field), row->code),
                     intv_fact_get_code(catalogue, fact));
    ck_assert_str_eq(intv_code_get_name(intv_field_get_qualifier_list(row->field), row->qualifier),
                     intv_fact_get_qualifier(catalogue, fact));
    ck_assert_uint_eq(row->silence, intv_fact_get_silence_cause(catalogue, fact));
    ck_assert_uint_eq(row->date, intv_fact_get_date(catalogue, fact));
    assert_quantity(row, fact);
}

static void
assert_claim(const struct intv_fact_row *row, uint32_t fact)
{
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const char *asserter = intv_fact_get_asserter(catalogue, fact);
    ck_assert_uint_eq(row->is_claim, asserter[0] != '\0');
    ck_assert_str_eq(intv_code_get_name(intv_code_list_find("asserter"), row->asserter), asserter);
    ck_assert_str_eq(intv_code_get_name(intv_code_list_find("strength"), row->strength),
                     intv_fact_get_strength(catalogue, fact));
    ck_assert_uint_eq(row->source, intv_fact_get_source(catalogue, fact));
    ck_assert_uint_eq(row->via, intv_fact_get_via(catalogue, fact));
    assert_text(row->locator_offset, row->locator_length, intv_fact_get_locator(catalogue, fact));
    ck_assert_uint_eq(row->conflict_count, intv_fact_get_conflict_count(catalogue, fact));
}

static void
assert_fact(const struct intv_fact_row *row, uint32_t fact)
{
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_uint_eq(row->struct_size, sizeof(*row));
    ck_assert_uint_eq(row->fact, fact);
    ck_assert_uint_eq(row->record, intv_fact_get_record(catalogue, fact));
    ck_assert_uint_eq(row->parent, intv_fact_get_parent(catalogue, fact));
    ck_assert_str_eq(intv_field_get_name(row->field), intv_fact_get_field(catalogue, fact));
    ck_assert_uint_eq(row->child_first, intv_fact_get_child(catalogue, fact, 0));
    ck_assert_uint_eq(row->child_count, intv_fact_get_child_count(catalogue, fact));
    ck_assert_uint_eq(row->text_count, intv_fact_get_text_count(catalogue, fact));
    ck_assert(row->text_count > 0 || row->text_first == INTV_NONE);
    assert_value(row, fact);
    assert_claim(row, fact);
}

/* Every text of a fact, from the rows of the texts. */
static void
assert_texts(const struct intv_fact_row *fact)
{
    for (uint32_t i = 0; i < fact->text_count; i++) {
        struct intv_text_row text = {.struct_size = sizeof(text)};
        const char *language = NULL;
        const char *expected = intv_fact_get_text_at(fixture.catalogue, fact->fact, i, &language);
        ck_assert_int_eq(
            intv_catalogue_copy_texts(fixture.catalogue, fact->text_first + i, 1, &text), INTV_OK);
        ck_assert_uint_eq(text.text, fact->text_first + i);
        assert_text(text.offset, text.length, expected);
        assert_text(text.language_offset, text.language_length, language);
    }
}

/* Looks at every row, or at one in so many. */
static void
assert_rows_are_as_the_getters(uint32_t step)
{
    static struct intv_record_row records[MOST_ROWS];
    static struct intv_fact_row facts[MOST_ROWS];
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t record_count = intv_catalogue_get_row_count(catalogue, INTV_TABLE_RECORDS);
    const uint32_t fact_count = intv_catalogue_get_row_count(catalogue, INTV_TABLE_FACTS);
    ck_assert_uint_le(record_count, MOST_ROWS);
    ck_assert_uint_le(fact_count, MOST_ROWS);
    records[0].struct_size = sizeof(records[0]);
    facts[0].struct_size = sizeof(facts[0]);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, 0, record_count, records), INTV_OK);
    ck_assert_int_eq(intv_catalogue_copy_facts(catalogue, 0, fact_count, facts), INTV_OK);
    for (uint32_t i = 0; i < record_count; i += step)
        assert_record(&records[i], i);
    for (uint32_t i = 0; i < fact_count; i += step) {
        assert_fact(&facts[i], i);
        assert_texts(&facts[i]);
    }
}

START_TEST(rows_say_what_the_getters_say)
{
    load_all_values();
    assert_rows_are_as_the_getters(1);
    load_builtin();
    assert_rows_are_as_the_getters(23);
}
END_TEST

START_TEST(rows_count_every_record)
{
    uint32_t sum = 0;
    load_all_values();
    for (uint32_t kind = 0; kind < intv_kind_get_count(); kind++)
        sum += intv_catalogue_get_record_count(fixture.catalogue, (enum intv_kind)kind);
    ck_assert_uint_eq(intv_catalogue_get_row_count(fixture.catalogue, INTV_TABLE_RECORDS), sum);
    ck_assert_uint_gt(intv_catalogue_get_row_count(fixture.catalogue, INTV_TABLE_TEXTS), sum);
    ck_assert_uint_eq(intv_catalogue_get_row_count(fixture.catalogue, INTV_TABLE_CANDIDATES), 0);
    ck_assert_uint_eq(intv_catalogue_get_row_count(fixture.catalogue, (enum intv_table)99), 0);
    ck_assert_ptr_nonnull(intv_catalogue_get_pool(fixture.catalogue, NULL));
}
END_TEST

/* ---- columns say what the rows say ---- */

/* Member `column` of a row: 32 bits each, but for those that are wider. */
static int64_t
member_of(const void *row, enum intv_table table, uint32_t column)
{
    const struct intv_fact_row *fact = row;
    const struct intv_candidate_row *candidate = row;
    uint32_t members[40];
    if (table == INTV_TABLE_FACTS && column == INTV_FACT_COLUMN_LOW)
        return fact->low;
    if (table == INTV_TABLE_FACTS && column == INTV_FACT_COLUMN_HIGH)
        return fact->high;
    if (table == INTV_TABLE_CANDIDATES && column >= INTV_CANDIDATE_COLUMN_WISHES_LOW) {
        const uint64_t wide[] = {candidate->wishes_low, candidate->wishes_high,
                                 candidate->wishes_parts, candidate->evidence};
        return (int64_t)wide[column - INTV_CANDIDATE_COLUMN_WISHES_LOW];
    }
    const uint32_t before = table == INTV_TABLE_FACTS && column > INTV_FACT_COLUMN_HIGH ? 2 : 0;
    memcpy(members, row, (column + 2 + before) * sizeof(members[0]));
    return members[column + 1 + before];
}

typedef enum intv_status (*copy_column)(uint32_t column, uint32_t first, size_t count,
                                        int64_t *values);

static enum intv_status
copy_record_column(uint32_t column, uint32_t first, size_t count, int64_t *values)
{
    return intv_catalogue_copy_record_column(fixture.catalogue, (enum intv_record_column)column,
                                             first, count, values);
}

static enum intv_status
copy_fact_column(uint32_t column, uint32_t first, size_t count, int64_t *values)
{
    return intv_catalogue_copy_fact_column(fixture.catalogue, (enum intv_fact_column)column, first,
                                           count, values);
}

static enum intv_status
copy_text_column(uint32_t column, uint32_t first, size_t count, int64_t *values)
{
    return intv_catalogue_copy_text_column(fixture.catalogue, (enum intv_text_column)column, first,
                                           count, values);
}

static enum intv_status
copy_candidate_column(uint32_t column, uint32_t first, size_t count, int64_t *values)
{
    return intv_match_copy_column(fixture.match, (enum intv_candidate_column)column, first, count,
                                  values);
}

static const copy_column COPIES[] = {copy_record_column, copy_fact_column, copy_text_column,
                                     copy_candidate_column};

static void
assert_columns(enum intv_table table, uint32_t first, const void *rows, size_t size, size_t count)
{
    int64_t values[100];
    uint32_t column = 0;
    ck_assert_uint_ge(count, 2);
    ck_assert_uint_le(count, LENGTH(values));
    for (; intv_column_get_name(table, column) != NULL; column++) {
        ck_assert_int_eq(COPIES[table](column, first, count, values), INTV_OK);
        for (size_t i = 0; i < count; i++)
            ck_assert_msg(values[i] == member_of((const char *)rows + i * size, table, column),
                          "%s of row %zu", intv_column_get_name(table, column), i);
    }
    ck_assert_uint_ge(column, 5);
    ck_assert_int_eq(COPIES[table](column, first, count, values), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(COPIES[table](INTV_NONE, first, count, values), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(COPIES[table](0, first, count, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(COPIES[table](0, first, 0, NULL), INTV_OK);
    ck_assert_int_eq(COPIES[table](0, INTV_NONE, 1, values), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(COPIES[table](0, first, SIZE_MAX, values), INTV_ERROR_INVALID_ARGUMENT);
}

START_TEST(columns_of_a_catalogue_say_what_its_rows_say)
{
    struct intv_record_row records[20] = {{.struct_size = sizeof(records[0])}};
    struct intv_fact_row facts[20] = {{.struct_size = sizeof(facts[0])}};
    struct intv_text_row texts[20] = {{.struct_size = sizeof(texts[0])}};
    load_all_values();
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t first = intv_record_get_fact(catalogue, find(INTV_KIND_INTERVENTION, "a"), 0);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, 3, 20, records), INTV_OK);
    ck_assert_int_eq(intv_catalogue_copy_facts(catalogue, first, 14, facts), INTV_OK);
    ck_assert_int_eq(intv_catalogue_copy_texts(catalogue, 5, 20, texts), INTV_OK);
    assert_columns(INTV_TABLE_RECORDS, 3, records, sizeof(records[0]), 20);
    assert_columns(INTV_TABLE_FACTS, first, facts, sizeof(facts[0]), 14);
    assert_columns(INTV_TABLE_TEXTS, 5, texts, sizeof(texts[0]), 20);
}
END_TEST

START_TEST(columns_have_the_names_and_numbers_that_were_promised)
{
    ck_assert_str_eq(intv_column_get_name(INTV_TABLE_RECORDS, INTV_RECORD_COLUMN_USER_COUNT),
                     "user_count");
    ck_assert_int_eq(INTV_RECORD_COLUMN_USER_COUNT, 7);
    ck_assert_str_eq(intv_column_get_name(INTV_TABLE_FACTS, INTV_FACT_COLUMN_SILENCE), "silence");
    ck_assert_int_eq(INTV_FACT_COLUMN_SILENCE, 8);
    ck_assert_str_eq(intv_column_get_name(INTV_TABLE_FACTS, INTV_FACT_COLUMN_TEXT_COUNT),
                     "text_count");
    ck_assert_int_eq(INTV_FACT_COLUMN_TEXT_COUNT, 26);
    ck_assert_str_eq(intv_column_get_name(INTV_TABLE_TEXTS, INTV_TEXT_COLUMN_LANGUAGE_LENGTH),
                     "language_length");
    ck_assert_int_eq(INTV_TEXT_COLUMN_LANGUAGE_LENGTH, 4);
    ck_assert_str_eq(intv_column_get_name(INTV_TABLE_CANDIDATES, INTV_CANDIDATE_COLUMN_EVIDENCE),
                     "evidence");
    ck_assert_int_eq(INTV_CANDIDATE_COLUMN_EVIDENCE, 8);
    ck_assert_ptr_null(intv_column_get_name((enum intv_table)4, 0));
    ck_assert_ptr_null(intv_column_get_name(INTV_TABLE_FACTS, INTV_NONE));
}
END_TEST

/* ---- candidates ---- */

static void
match_two(void)
{
    load(PROGRAMME("a", "<aim concept='know'/><setting concept='home'/>" NEEDS("funding"))
             PROGRAMME("b", "<aim concept='recognise'/>" NEEDS("funding") NEEDS("trained-staff"))
                 EVALUATION("study", OF("b"),
                            "<design concept='trial'/>" FINDING("trust", "positive")));
    wish("aim", "recognise");
    wish("setting", "school");
    say("funding", INTV_PARTLY_PRESENT);
    match();
}

START_TEST(candidates_say_what_the_getters_say)
{
    struct intv_candidate_row rows[2] = {{.struct_size = sizeof(rows[0])}};
    match_two();
    ck_assert_int_eq(intv_match_copy_candidates(fixture.match, 0, 2, rows), INTV_OK);
    for (size_t i = 0; i < 2; i++) {
        const uint64_t keys[] = {rows[i].wishes_low, rows[i].wishes_high, rows[i].wishes_parts,
                                 rows[i].absent,     rows[i].partly,      rows[i].unknown,
                                 rows[i].evidence};
        ck_assert_uint_eq(rows[i].struct_size, sizeof(rows[i]));
        ck_assert_uint_eq(rows[i].record, intv_match_get_record(fixture.match, i));
        ck_assert_uint_eq(rows[i].category, intv_match_get_category(fixture.match, i));
        for (unsigned key = 0; key < LENGTH(keys); key++)
            ck_assert_uint_eq(keys[key],
                              intv_match_get_key(fixture.match, i, (enum intv_match_key)key));
    }
    ck_assert_uint_eq(rows[0].wishes_low, 2);
    ck_assert_uint_eq(rows[0].evidence, 5);
    assert_columns(INTV_TABLE_CANDIDATES, 0, rows, sizeof(rows[0]), 2);
}
END_TEST

/* ---- what the caller knows ---- */

START_TEST(rows_of_an_older_caller_hold_what_it_knows)
{
    struct old_row
    {
        uint32_t struct_size;
        uint32_t fact;
        uint32_t record;
        uint32_t parent;
    } rows[3];
    memset(rows, 0xAA, sizeof(rows));
    rows[0].struct_size = sizeof(rows[0]);
    load_all_values();
    ck_assert_int_eq(intv_catalogue_copy_facts(fixture.catalogue, 7, 2, (void *)rows), INTV_OK);
    for (uint32_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(rows[i].struct_size, sizeof(rows[i]));
        ck_assert_uint_eq(rows[i].fact, 7 + i);
        ck_assert_uint_eq(rows[i].record, intv_fact_get_record(fixture.catalogue, 7 + i));
        ck_assert_uint_eq(rows[i].parent, intv_fact_get_parent(fixture.catalogue, 7 + i));
    }
    ck_assert_uint_eq(rows[2].struct_size, 0xAAAAAAAA);
}
END_TEST

START_TEST(rows_of_a_newer_caller_are_cleared_beyond_what_is_known)
{
    struct new_row
    {
        struct intv_record_row row;
        uint32_t later[3];
    } rows[3];
    memset(rows, 0xAA, sizeof(rows));
    rows[0].row.struct_size = sizeof(rows[0]);
    load_all_values();
    ck_assert_int_eq(intv_catalogue_copy_records(fixture.catalogue, 4, 2, (void *)rows), INTV_OK);
    for (uint32_t i = 0; i < 2; i++) {
        ck_assert_uint_eq(rows[i].row.struct_size, sizeof(rows[i]));
        ck_assert_uint_eq(rows[i].row.record, 4 + i);
        ck_assert_uint_eq(rows[i].row.user_count,
                          intv_record_get_user_count(fixture.catalogue, 4 + i));
        for (size_t j = 0; j < 3; j++)
            ck_assert_uint_eq(rows[i].later[j], 0);
    }
    ck_assert_uint_eq(rows[2].later[0], 0xAAAAAAAA);
}
END_TEST

/* A size that no such struct has: nothing is written, whichever the table. */
static void
assert_size_refused(uint32_t size)
{
    uint32_t rows[100];
    memset(rows, 0xAA, sizeof(rows));
    rows[0] = size;
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_int_eq(intv_catalogue_copy_facts(catalogue, 0, 2, (void *)rows),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_match_copy_candidates(fixture.match, 0, 2, (void *)rows),
                     INTV_ERROR_INVALID_ARGUMENT);
    if (size % 4 != 0 || size < 8) {
        ck_assert_int_eq(intv_catalogue_copy_records(catalogue, 0, 2, (void *)rows),
                         INTV_ERROR_INVALID_ARGUMENT);
        ck_assert_int_eq(intv_catalogue_copy_texts(catalogue, 0, 2, (void *)rows),
                         INTV_ERROR_INVALID_ARGUMENT);
    }
    ck_assert_uint_eq(rows[0], size);
    ck_assert_uint_eq(rows[1], 0xAAAAAAAA);
}

START_TEST(rows_of_an_impossible_size_are_refused)
{
    const uint32_t sizes[] = {0, 1, 4, 7, 9, 12, 122};
    match_two();
    for (size_t i = 0; i < LENGTH(sizes); i++)
        assert_size_refused(sizes[i]);
}
END_TEST

START_TEST(rows_beyond_the_last_are_refused)
{
    struct intv_record_row row = {.struct_size = sizeof(row)};
    struct intv_candidate_row candidate = {.struct_size = sizeof(candidate)};
    match_two();
    const struct intv_catalogue *catalogue = fixture.catalogue;
    const uint32_t count = intv_catalogue_get_row_count(catalogue, INTV_TABLE_RECORDS);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, count - 1, 1, &row), INTV_OK);
    ck_assert_uint_eq(row.record, count - 1);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, count - 1, 2, &row),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, count, 0, NULL), INTV_OK);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, count + 1, 0, NULL),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, 1, SIZE_MAX, &row),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_match_copy_candidates(fixture.match, 2, 1, &candidate),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_match_copy_candidates(fixture.match, SIZE_MAX, 2, &candidate),
                     INTV_ERROR_INVALID_ARGUMENT);
}
END_TEST

START_TEST(rows_are_refused_without_arguments)
{
    struct intv_record_row record = {.struct_size = sizeof(record)};
    struct intv_fact_row fact = {.struct_size = sizeof(fact)};
    struct intv_text_row text = {.struct_size = sizeof(text)};
    struct intv_candidate_row candidate = {.struct_size = sizeof(candidate)};
    int64_t value = 0;
    const enum intv_status refused = INTV_ERROR_INVALID_ARGUMENT;
    match_two();
    const struct intv_catalogue *catalogue = fixture.catalogue;
    ck_assert_int_eq(intv_catalogue_copy_records(NULL, 0, 1, &record), refused);
    ck_assert_int_eq(intv_catalogue_copy_facts(NULL, 0, 1, &fact), refused);
    ck_assert_int_eq(intv_catalogue_copy_texts(NULL, 0, 1, &text), refused);
    ck_assert_int_eq(intv_match_copy_candidates(NULL, 0, 1, &candidate), refused);
    ck_assert_int_eq(intv_catalogue_copy_records(catalogue, 0, 1, NULL), refused);
    ck_assert_int_eq(intv_catalogue_copy_facts(catalogue, 0, 1, NULL), refused);
    ck_assert_int_eq(intv_catalogue_copy_texts(catalogue, 0, 1, NULL), refused);
    ck_assert_int_eq(intv_match_copy_candidates(fixture.match, 0, 1, NULL), refused);
    ck_assert_int_eq(intv_catalogue_copy_record_column(NULL, INTV_RECORD_COLUMN_KIND, 0, 1, &value),
                     refused);
    ck_assert_int_eq(intv_catalogue_copy_fact_column(NULL, INTV_FACT_COLUMN_FIELD, 0, 1, &value),
                     refused);
    ck_assert_int_eq(intv_catalogue_copy_text_column(NULL, INTV_TEXT_COLUMN_TEXT, 0, 1, &value),
                     refused);
    ck_assert_int_eq(intv_match_copy_column(NULL, INTV_CANDIDATE_COLUMN_RECORD, 0, 1, &value),
                     refused);
}
END_TEST

START_TEST(rows_have_no_gaps)
{
    ck_assert_uint_eq(sizeof(struct intv_record_row), 40);
    ck_assert_uint_eq(sizeof(struct intv_fact_row), 120);
    ck_assert_uint_eq(sizeof(struct intv_text_row), 24);
    ck_assert_uint_eq(sizeof(struct intv_candidate_row), 56);
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        rows_say_what_the_getters_say,
        rows_count_every_record,
        columns_of_a_catalogue_say_what_its_rows_say,
        columns_have_the_names_and_numbers_that_were_promised,
        candidates_say_what_the_getters_say,
        rows_of_an_older_caller_hold_what_it_knows,
        rows_of_a_newer_caller_are_cleared_beyond_what_is_known,
        rows_of_an_impossible_size_are_refused,
        rows_beyond_the_last_are_refused,
        rows_are_refused_without_arguments,
        rows_have_no_gaps,
    };
    return run_tests("rows", tests, LENGTH(tests));
}
