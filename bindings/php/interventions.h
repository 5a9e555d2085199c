#define FFI_SCOPE "interventions"
#define FFI_LIB "libinterventions.so.0"
/* SPDX-License-Identifier: EUPL-1.2 */
/* clang-format off */
/* Made by scripts/generate-abi, for FFI::load() of PHP, which wants both #defines first. The
   headers in C say what all this means; abi.json says it to programs. */

enum intv_constant {
    INTV_NONE = 4294967295,
    INTV_VERSION_MAJOR = 0,
    INTV_VERSION_MINOR = 2,
    INTV_VERSION_PATCH = 0,
};
struct intv_catalogue;
struct intv_diagnostics;
struct intv_loader;
struct intv_situation;
struct intv_match;
struct intv_explanation;
struct intv_output;
struct intv_completion;
struct intv_facets;
struct intv_query;
struct intv_search;
struct intv_hit;
struct intv_statistics;
struct intv_vocabulary;
enum intv_status {
    INTV_OK = 0,
    INTV_ERROR_NO_MEMORY = 1,
    INTV_ERROR_INVALID_ARGUMENT = 2,
    INTV_ERROR_IO = 3,
    INTV_ERROR_SYNTAX = 4,
    INTV_ERROR_INVALID = 5,
    INTV_ERROR_VERSION = 6,
    INTV_ERROR_LIMIT = 7,
    INTV_ERROR_NOT_FOUND = 8,
    INTV_ERROR_BUSY = 9,
    INTV_ERROR_CANCELLED = 10,
    INTV_ERROR_CONTRADICTION = 11,
    INTV_ERROR_INTERNAL = 12,
};
enum intv_language {
    INTV_DUTCH = 0,
    INTV_ENGLISH = 1,
};
enum intv_kind {
    INTV_KIND_SCHEME = 0,
    INTV_KIND_CONCEPT = 1,
    INTV_KIND_ELEMENT = 2,
    INTV_KIND_PRECONDITION = 3,
    INTV_KIND_INTERVENTION = 4,
    INTV_KIND_EVALUATION = 5,
    INTV_KIND_RATING = 6,
    INTV_KIND_FUNDING_SCHEME = 7,
    INTV_KIND_ORGANISATION = 8,
    INTV_KIND_MUNICIPALITY = 9,
    INTV_KIND_SOURCE = 10,
    INTV_KIND_POLICY_STATEMENT = 11,
    INTV_KIND_COUNT = 12,
};
enum intv_value {
    INTV_VALUE_NONE = 0,
    INTV_VALUE_TEXT = 1,
    INTV_VALUE_RECORD = 2,
    INTV_VALUE_CODE = 3,
    INTV_VALUE_QUANTITY = 4,
    INTV_VALUE_DATE = 5,
    INTV_VALUE_TOKEN = 6,
};
enum intv_bound {
    INTV_BOUND_KNOWN = 0,
    INTV_BOUND_UNKNOWN = 1,
    INTV_BOUND_NONE = 2,
};
enum intv_silence {
    INTV_STATED = 0,
    INTV_NOT_STATED = 1,
    INTV_SILENCE_NONE = 2,
    INTV_NOT_READ = 3,
    INTV_SEARCHED = 4,
    INTV_DROPPED = 5,
};
enum intv_completion_sort {
    INTV_COMPLETES_RECORD = 0,
    INTV_COMPLETES_WORD = 1,
    INTV_COMPLETES_QUALIFIER = 2,
    INTV_COMPLETES_VALUE = 3,
};
enum intv_severity {
    INTV_SEVERITY_ERROR = 0,
    INTV_SEVERITY_WARNING = 1,
};
enum intv_category {
    INTV_FITS = 0,
    INTV_OPEN = 1,
    INTV_BLOCKED = 2,
    INTV_EXCLUDED = 3,
};
enum intv_state {
    INTV_MET = 0,
    INTV_PARTLY_MET = 1,
    INTV_UNKNOWN = 2,
    INTV_UNMET = 3,
    INTV_NOT_APPLICABLE = 4,
};
enum intv_match_key {
    INTV_KEY_WISHES_LOW = 0,
    INTV_KEY_WISHES_HIGH = 1,
    INTV_KEY_WISHES_PARTS = 2,
    INTV_KEY_ABSENT = 3,
    INTV_KEY_PARTLY = 4,
    INTV_KEY_UNKNOWN = 5,
    INTV_KEY_EVIDENCE = 6,
};
enum intv_precondition_flag {
    INTV_PRECONDITION_RELEVANT = 1,
    INTV_PRECONDITION_BLOCKING = 2,
    INTV_PRECONDITION_DERIVED = 4,
};
enum intv_write {
    INTV_WRITE_PRETTY = 1,
    INTV_WRITE_EXCLUDED = 2,
    INTV_WRITE_SEMICOLON = 4,
    INTV_WRITE_MARK = 8,
};
enum intv_size {
    INTV_DIGEST_SIZE = 65,
};
enum intv_reading {
    INTV_STRICT = 0,
    INTV_LENIENT = 1,
};
enum intv_comparison {
    INTV_IS = 0,
    INTV_AT_LEAST = 1,
    INTV_AT_MOST = 2,
    INTV_MORE = 3,
    INTV_LESS = 4,
};
enum intv_sort {
    INTV_BY_RELEVANCE = 0,
    INTV_BY_NAME = 1,
    INTV_BY_YEAR = 2,
    INTV_BY_DESIGN = 3,
    INTV_BY_ID = 4,
};
enum intv_table {
    INTV_TABLE_RECORDS = 0,
    INTV_TABLE_FACTS = 1,
    INTV_TABLE_TEXTS = 2,
    INTV_TABLE_CANDIDATES = 3,
};
enum intv_record_column {
    INTV_RECORD_COLUMN_RECORD = 0,
    INTV_RECORD_COLUMN_KIND = 1,
    INTV_RECORD_COLUMN_ID_OFFSET = 2,
    INTV_RECORD_COLUMN_ID_LENGTH = 3,
    INTV_RECORD_COLUMN_FACT_FIRST = 4,
    INTV_RECORD_COLUMN_FACT_COUNT = 5,
    INTV_RECORD_COLUMN_ANCESTOR_COUNT = 6,
    INTV_RECORD_COLUMN_USER_COUNT = 7,
    INTV_RECORD_COLUMN_LAYER = 8,
};
enum intv_fact_column {
    INTV_FACT_COLUMN_FACT = 0,
    INTV_FACT_COLUMN_RECORD = 1,
    INTV_FACT_COLUMN_PARENT = 2,
    INTV_FACT_COLUMN_FIELD = 3,
    INTV_FACT_COLUMN_VALUE = 4,
    INTV_FACT_COLUMN_TARGET = 5,
    INTV_FACT_COLUMN_CODE = 6,
    INTV_FACT_COLUMN_QUALIFIER = 7,
    INTV_FACT_COLUMN_SILENCE = 8,
    INTV_FACT_COLUMN_DATE = 9,
    INTV_FACT_COLUMN_LOW_BOUND = 10,
    INTV_FACT_COLUMN_HIGH_BOUND = 11,
    INTV_FACT_COLUMN_IS_ABOUT = 12,
    INTV_FACT_COLUMN_LOW = 13,
    INTV_FACT_COLUMN_HIGH = 14,
    INTV_FACT_COLUMN_IS_CLAIM = 15,
    INTV_FACT_COLUMN_ASSERTER = 16,
    INTV_FACT_COLUMN_STRENGTH = 17,
    INTV_FACT_COLUMN_SOURCE = 18,
    INTV_FACT_COLUMN_VIA = 19,
    INTV_FACT_COLUMN_LOCATOR_OFFSET = 20,
    INTV_FACT_COLUMN_LOCATOR_LENGTH = 21,
    INTV_FACT_COLUMN_CHILD_FIRST = 22,
    INTV_FACT_COLUMN_CHILD_COUNT = 23,
    INTV_FACT_COLUMN_CONFLICT_COUNT = 24,
    INTV_FACT_COLUMN_TEXT_FIRST = 25,
    INTV_FACT_COLUMN_TEXT_COUNT = 26,
};
enum intv_text_column {
    INTV_TEXT_COLUMN_TEXT = 0,
    INTV_TEXT_COLUMN_OFFSET = 1,
    INTV_TEXT_COLUMN_LENGTH = 2,
    INTV_TEXT_COLUMN_LANGUAGE_OFFSET = 3,
    INTV_TEXT_COLUMN_LANGUAGE_LENGTH = 4,
};
enum intv_candidate_column {
    INTV_CANDIDATE_COLUMN_RECORD = 0,
    INTV_CANDIDATE_COLUMN_CATEGORY = 1,
    INTV_CANDIDATE_COLUMN_ABSENT = 2,
    INTV_CANDIDATE_COLUMN_PARTLY = 3,
    INTV_CANDIDATE_COLUMN_UNKNOWN = 4,
    INTV_CANDIDATE_COLUMN_WISHES_LOW = 5,
    INTV_CANDIDATE_COLUMN_WISHES_HIGH = 6,
    INTV_CANDIDATE_COLUMN_WISHES_PARTS = 7,
    INTV_CANDIDATE_COLUMN_EVIDENCE = 8,
};
enum intv_manner {
    INTV_EXACT = 0,
    INTV_STEM = 1,
    INTV_PART = 2,
    INTV_PREFIX = 3,
    INTV_SYNONYM = 4,
};
enum intv_importance {
    INTV_MUST = 0,
    INTV_WISH = 1,
};
enum intv_precondition_state {
    INTV_UNSAID = 0,
    INTV_PRESENT = 1,
    INTV_PARTLY_PRESENT = 2,
    INTV_ABSENT = 3,
};
enum intv_include {
    INTV_INCLUDE_TYPES = 1,
    INTV_INCLUDE_INSTRUMENTS = 2,
    INTV_INCLUDE_FOREIGN = 4,
    INTV_INCLUDE_ENDED = 8,
    INTV_INCLUDE_DELIVERERS = 16,
};
enum intv_topic {
    INTV_TOPIC_RECORDS = 0,
    INTV_TOPIC_ASSERTERS = 1,
    INTV_TOPIC_STRENGTHS = 2,
    INTV_TOPIC_READING = 3,
    INTV_TOPIC_LOCATORS = 4,
    INTV_TOPIC_SILENCES = 5,
    INTV_TOPIC_INTERVENTIONS = 6,
    INTV_TOPIC_EVALUATIONS = 7,
    INTV_TOPIC_LANGUAGES = 8,
    INTV_TOPIC_WORDS = 9,
    INTV_TOPIC_BYTES = 10,
    INTV_TOPIC_BYTES_PER_RECORD = 11,
    INTV_TOPIC_COUNT = 12,
};
enum intv_example {
    INTV_EXAMPLE_NONE = 0,
    INTV_EXAMPLE_RECORDS = 1,
    INTV_EXAMPLE_DOCUMENT = 2,
    INTV_EXAMPLE_BYTES = 3,
    INTV_EXAMPLE_SITUATION = 4,
    INTV_EXAMPLE_COMMAND = 5,
    INTV_EXAMPLE_CALL = 6,
    INTV_EXAMPLE_REQUEST = 7,
    INTV_EXAMPLE_QUERY = 8,
};
typedef int64_t (*intv_read)(void *user, char *buffer, size_t size);
typedef int (*intv_progress)(void *user, const char *file, uint64_t done, uint64_t total);
struct intv_record_row {
    uint32_t struct_size;
    uint32_t record;
    uint32_t kind;
    uint32_t id_offset;
    uint32_t id_length;
    uint32_t fact_first;
    uint32_t fact_count;
    uint32_t ancestor_count;
    uint32_t user_count;
    uint32_t layer;
};
struct intv_fact_row {
    uint32_t struct_size;
    uint32_t fact;
    uint32_t record;
    uint32_t parent;
    uint32_t field;
    uint32_t value;
    uint32_t target;
    uint32_t code;
    uint32_t qualifier;
    uint32_t silence;
    uint32_t date;
    uint32_t low_bound;
    uint32_t high_bound;
    uint32_t is_about;
    int64_t low;
    int64_t high;
    uint32_t is_claim;
    uint32_t asserter;
    uint32_t strength;
    uint32_t source;
    uint32_t via;
    uint32_t locator_offset;
    uint32_t locator_length;
    uint32_t child_first;
    uint32_t child_count;
    uint32_t conflict_count;
    uint32_t text_first;
    uint32_t text_count;
};
struct intv_text_row {
    uint32_t struct_size;
    uint32_t text;
    uint32_t offset;
    uint32_t length;
    uint32_t language_offset;
    uint32_t language_length;
};
struct intv_candidate_row {
    uint32_t struct_size;
    uint32_t record;
    uint32_t category;
    uint32_t absent;
    uint32_t partly;
    uint32_t unknown;
    uint64_t wishes_low;
    uint64_t wishes_high;
    uint64_t wishes_parts;
    uint64_t evidence;
};
const char *intv_status_get_name(enum intv_status status);
const char *intv_status_get_text(enum intv_status status, enum intv_language language);
enum intv_status intv_catalogue_builtin(struct intv_catalogue **catalogue);
struct intv_catalogue *intv_catalogue_ref(struct intv_catalogue *catalogue);
void intv_catalogue_unref(struct intv_catalogue *catalogue);
const char *intv_catalogue_get_edition(const struct intv_catalogue *catalogue);
const char *intv_catalogue_get_publisher(const struct intv_catalogue *catalogue);
const char *intv_catalogue_get_licence(const struct intv_catalogue *catalogue);
uint32_t intv_catalogue_get_layer_count(const struct intv_catalogue *catalogue);
const char *intv_layer_get_edition(const struct intv_catalogue *catalogue, uint32_t layer);
const char *intv_layer_get_publisher(const struct intv_catalogue *catalogue, uint32_t layer);
const char *intv_layer_get_licence(const struct intv_catalogue *catalogue, uint32_t layer);
const char *intv_layer_get_language(const struct intv_catalogue *catalogue, uint32_t layer);
uint32_t intv_record_get_layer(const struct intv_catalogue *catalogue, uint32_t record);
uint32_t intv_fact_get_layer(const struct intv_catalogue *catalogue, uint32_t fact);
int intv_catalogue_is_incomplete(const struct intv_catalogue *catalogue);
uint32_t intv_catalogue_get_dropped_records(const struct intv_catalogue *catalogue);
uint32_t intv_catalogue_get_dropped_facts(const struct intv_catalogue *catalogue);
uint32_t intv_catalogue_get_record_count(const struct intv_catalogue *catalogue, enum intv_kind kind);
uint32_t intv_catalogue_get_record(const struct intv_catalogue *catalogue, enum intv_kind kind, size_t index);
uint32_t intv_catalogue_find(const struct intv_catalogue *catalogue, enum intv_kind kind, const char *id);
enum intv_status intv_catalogue_find_named(const struct intv_catalogue *catalogue, uint32_t kind, const char *name, uint32_t *records, size_t capacity, size_t *count);
uint32_t intv_catalogue_find_nearest(const struct intv_catalogue *catalogue, uint32_t kind, const char *written);
enum intv_kind intv_record_get_kind(const struct intv_catalogue *catalogue, uint32_t record);
const char *intv_record_get_id(const struct intv_catalogue *catalogue, uint32_t record);
const char *intv_record_get_name(const struct intv_catalogue *catalogue, uint32_t record, const char *language);
uint32_t intv_record_get_fact_count(const struct intv_catalogue *catalogue, uint32_t record);
uint32_t intv_record_get_fact(const struct intv_catalogue *catalogue, uint32_t record, size_t index);
size_t intv_record_count_facts(const struct intv_catalogue *catalogue, uint32_t record, const char *field);
uint32_t intv_record_find_fact(const struct intv_catalogue *catalogue, uint32_t record, const char *field, size_t index);
enum intv_silence intv_record_get_silence(const struct intv_catalogue *catalogue, uint32_t record, const char *field);
uint32_t intv_record_get_silence_flags(const struct intv_catalogue *catalogue, uint32_t record, const char *field);
const char *intv_silence_get_name(enum intv_silence silence);
const char *intv_silence_get_label(enum intv_silence silence, enum intv_language language);
uint32_t intv_record_get_ancestor_count(const struct intv_catalogue *catalogue, uint32_t record);
uint32_t intv_record_get_ancestor(const struct intv_catalogue *catalogue, uint32_t record, size_t index);
uint32_t intv_record_get_user_count(const struct intv_catalogue *catalogue, uint32_t record);
uint32_t intv_record_get_user(const struct intv_catalogue *catalogue, uint32_t record, size_t index);
const char *intv_fact_get_field(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_record(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_parent(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_child_count(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_child(const struct intv_catalogue *catalogue, uint32_t fact, size_t index);
enum intv_value intv_fact_get_value(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_silence(const struct intv_catalogue *catalogue, uint32_t fact);
enum intv_silence intv_fact_get_silence_cause(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_target(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_code(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_code_label(const struct intv_catalogue *catalogue, uint32_t fact, enum intv_language language);
const char *intv_fact_get_qualifier(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_qualifier_label(const struct intv_catalogue *catalogue, uint32_t fact, enum intv_language language);
enum intv_bound intv_fact_get_low(const struct intv_catalogue *catalogue, uint32_t fact, int64_t *value);
enum intv_bound intv_fact_get_high(const struct intv_catalogue *catalogue, uint32_t fact, int64_t *value);
int intv_fact_is_about(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_date(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_text_count(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_text_at(const struct intv_catalogue *catalogue, uint32_t fact, size_t index, const char **language);
const char *intv_fact_get_text(const struct intv_catalogue *catalogue, uint32_t fact, const char *language);
const char *intv_fact_get_asserter(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_asserter_label(const struct intv_catalogue *catalogue, uint32_t fact, enum intv_language language);
const char *intv_fact_get_strength(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_strength_label(const struct intv_catalogue *catalogue, uint32_t fact, enum intv_language language);
uint32_t intv_fact_get_source(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_via(const struct intv_catalogue *catalogue, uint32_t fact);
const char *intv_fact_get_locator(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_conflict_count(const struct intv_catalogue *catalogue, uint32_t fact);
uint32_t intv_fact_get_conflict(const struct intv_catalogue *catalogue, uint32_t fact, size_t index);
enum intv_status intv_completion_new(struct intv_catalogue *catalogue, const char *typed, size_t length, enum intv_language language, size_t limit, struct intv_completion **completion);
void intv_completion_free(struct intv_completion *completion);
size_t intv_completion_get_count(const struct intv_completion *completion);
enum intv_completion_sort intv_completion_get_sort(const struct intv_completion *completion, size_t index);
const char *intv_completion_get_text(const struct intv_completion *completion, size_t index);
const char *intv_completion_get_label(const struct intv_completion *completion, size_t index);
uint32_t intv_completion_get_record(const struct intv_completion *completion, size_t index);
size_t intv_completion_get_uses(const struct intv_completion *completion, size_t index);
enum intv_status intv_diagnostics_new(struct intv_diagnostics **diagnostics);
void intv_diagnostics_free(struct intv_diagnostics *diagnostics);
void intv_diagnostics_clear(struct intv_diagnostics *diagnostics);
size_t intv_diagnostics_get_count(const struct intv_diagnostics *diagnostics);
size_t intv_diagnostics_get_total(const struct intv_diagnostics *diagnostics);
size_t intv_diagnostics_get_error_count(const struct intv_diagnostics *diagnostics);
enum intv_severity intv_diagnostics_get_severity(const struct intv_diagnostics *diagnostics, size_t index);
const char *intv_diagnostics_get_tag(const struct intv_diagnostics *diagnostics, size_t index);
enum intv_status intv_diagnostics_get_status(const struct intv_diagnostics *diagnostics, size_t index);
const char *intv_diagnostics_get_file(const struct intv_diagnostics *diagnostics, size_t index);
uint32_t intv_diagnostics_get_line(const struct intv_diagnostics *diagnostics, size_t index);
uint32_t intv_diagnostics_get_column(const struct intv_diagnostics *diagnostics, size_t index);
const char *intv_diagnostics_get_path(const struct intv_diagnostics *diagnostics, size_t index);
const char *intv_diagnostics_get_subject(const struct intv_diagnostics *diagnostics, size_t index);
size_t intv_diagnostics_get_message(const struct intv_diagnostics *diagnostics, size_t index, enum intv_language language, char *buffer, size_t size);
size_t intv_diagnostics_get_advice(const struct intv_diagnostics *diagnostics, size_t index, enum intv_language language, char *buffer, size_t size);
size_t intv_diagnostics_format(const struct intv_diagnostics *diagnostics, size_t index, enum intv_language language, char *buffer, size_t size);
enum intv_status intv_facets_new(const struct intv_search *search, const char *qualifier, struct intv_facets **facets, struct intv_diagnostics *diagnostics);
void intv_facets_free(struct intv_facets *facets);
size_t intv_facets_get_total(const struct intv_facets *facets);
size_t intv_facets_get_count(const struct intv_facets *facets);
const char *intv_facets_get_qualifier(const struct intv_facets *facets, size_t facet, enum intv_language language);
const char *intv_facets_get_label(const struct intv_facets *facets, size_t facet, enum intv_language language);
size_t intv_facets_get_stated(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_not_stated(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_none(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_dropped(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_not_applicable(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_value_count(const struct intv_facets *facets, size_t facet);
size_t intv_facets_get_value_records(const struct intv_facets *facets, size_t facet, size_t value);
uint32_t intv_facets_get_value_record(const struct intv_facets *facets, size_t facet, size_t value);
const char *intv_facets_get_value(const struct intv_facets *facets, size_t facet, size_t value);
const char *intv_facets_get_value_label(const struct intv_facets *facets, size_t facet, size_t value, enum intv_language language);
uint32_t intv_kind_get_count(void);
const char *intv_kind_get_name(enum intv_kind kind);
const char *intv_kind_get_label(enum intv_kind kind, enum intv_language language);
uint32_t intv_kind_find(const char *name);
size_t intv_kind_get_field_count(enum intv_kind kind);
uint32_t intv_kind_get_field(enum intv_kind kind, size_t index);
uint32_t intv_kind_get_field_least(enum intv_kind kind, size_t index);
uint32_t intv_kind_get_field_most(enum intv_kind kind, size_t index);
uint32_t intv_kind_find_field(enum intv_kind kind, const char *name);
size_t intv_field_get_inner_count(uint32_t field);
uint32_t intv_field_get_inner(uint32_t field, size_t index);
uint32_t intv_field_get_inner_least(uint32_t field, size_t index);
uint32_t intv_field_get_inner_most(uint32_t field, size_t index);
uint32_t intv_field_find_inner(uint32_t field, const char *name);
uint32_t intv_field_get_count(void);
const char *intv_field_get_name(uint32_t field);
const char *intv_field_get_label(uint32_t field, enum intv_language language);
const char *intv_field_get_explanation(uint32_t field);
enum intv_value intv_field_get_value(uint32_t field);
int intv_field_is_claim(uint32_t field);
int intv_field_is_attribute(uint32_t field);
int intv_field_takes_kind(uint32_t field, enum intv_kind kind);
const char *intv_field_get_scheme(uint32_t field);
uint32_t intv_field_get_code_list(uint32_t field);
const char *intv_field_get_qualifier(uint32_t field);
uint32_t intv_field_get_qualifier_list(uint32_t field);
uint32_t intv_code_list_get_count(void);
const char *intv_code_list_get_name(uint32_t list);
uint32_t intv_code_list_find(const char *name);
uint32_t intv_code_get_count(uint32_t list);
const char *intv_code_get_name(uint32_t list, uint32_t code);
const char *intv_code_get_label(uint32_t list, uint32_t code, enum intv_language language);
uint32_t intv_code_find(uint32_t list, const char *name);
enum intv_status intv_loader_new(struct intv_loader **loader);
void intv_loader_free(struct intv_loader *loader);
enum intv_status intv_loader_add_path(struct intv_loader *loader, const char *path);
enum intv_status intv_loader_add_memory(struct intv_loader *loader, const char *name, const char *bytes, size_t size);
enum intv_status intv_loader_add_descriptor(struct intv_loader *loader, const char *name, int descriptor);
enum intv_status intv_loader_add_reader(struct intv_loader *loader, const char *name, intv_read read, void *user);
enum intv_status intv_loader_add_catalogue(struct intv_loader *loader, struct intv_catalogue *catalogue);
enum intv_status intv_loader_begin_overlay(struct intv_loader *loader);
enum intv_status intv_loader_set_progress(struct intv_loader *loader, intv_progress progress, void *user);
enum intv_status intv_loader_set_lenient(struct intv_loader *loader, int lenient);
enum intv_status intv_loader_set_limit(struct intv_loader *loader, const char *name, uint64_t value);
uint64_t intv_loader_get_limit(const struct intv_loader *loader, const char *name);
const char *intv_limit_get_name(size_t index);
const char *intv_limit_get_explanation(size_t index);
enum intv_status intv_loader_load(struct intv_loader *loader, struct intv_catalogue **catalogue, struct intv_diagnostics *diagnostics);
enum intv_status intv_match_new(const struct intv_situation *situation, struct intv_match **match, struct intv_diagnostics *diagnostics);
void intv_match_free(struct intv_match *match);
size_t intv_match_get_count(const struct intv_match *match);
size_t intv_match_count_category(const struct intv_match *match, enum intv_category category);
uint32_t intv_match_get_record(const struct intv_match *match, size_t index);
enum intv_category intv_match_get_category(const struct intv_match *match, size_t index);
uint64_t intv_match_get_key(const struct intv_match *match, size_t index, enum intv_match_key key);
size_t intv_match_get_question_count(const struct intv_match *match);
uint32_t intv_match_get_question(const struct intv_match *match, size_t index);
uint32_t intv_match_get_question_score(const struct intv_match *match, size_t index);
uint32_t intv_match_get_as_of(const struct intv_match *match);
const struct intv_situation *intv_match_get_situation(const struct intv_match *match);
int intv_match_is_edition_old(const struct intv_match *match);
size_t intv_match_get_said_count(const struct intv_match *match);
uint32_t intv_match_get_said(const struct intv_match *match, size_t index);
enum intv_precondition_state intv_match_get_said_state(const struct intv_match *match, size_t index);
enum intv_status intv_explanation_new(const struct intv_match *match, uint32_t record, struct intv_explanation **explanation);
void intv_explanation_free(struct intv_explanation *explanation);
uint32_t intv_explanation_get_record(const struct intv_explanation *explanation);
const struct intv_situation *intv_explanation_get_situation(const struct intv_explanation *explanation);
enum intv_category intv_explanation_get_category(const struct intv_explanation *explanation);
uint64_t intv_explanation_get_key(const struct intv_explanation *explanation, enum intv_match_key key);
size_t intv_explanation_get_criterion_count(const struct intv_explanation *explanation);
const char *intv_explanation_get_criterion_field(const struct intv_explanation *explanation, size_t index, enum intv_language language);
enum intv_importance intv_explanation_get_criterion_importance(const struct intv_explanation *explanation, size_t index);
enum intv_state intv_explanation_get_criterion_state(const struct intv_explanation *explanation, size_t index);
const char *intv_explanation_get_criterion_reason(const struct intv_explanation *explanation, size_t index);
const char *intv_explanation_get_criterion_reason_label(const struct intv_explanation *explanation, size_t index, enum intv_language language);
const char *intv_explanation_get_criterion_silence(const struct intv_explanation *explanation, size_t index);
int intv_explanation_is_criterion_editor(const struct intv_explanation *explanation, size_t index);
int intv_explanation_is_criterion_conflict(const struct intv_explanation *explanation, size_t index);
size_t intv_explanation_get_option_count(const struct intv_explanation *explanation, size_t index);
const char *intv_explanation_get_option(const struct intv_explanation *explanation, size_t index, size_t option);
uint32_t intv_explanation_get_option_record(const struct intv_explanation *explanation, size_t index, size_t option);
size_t intv_explanation_get_claim_count(const struct intv_explanation *explanation, size_t index);
size_t intv_explanation_get_deciding_count(const struct intv_explanation *explanation, size_t index);
uint32_t intv_explanation_get_claim(const struct intv_explanation *explanation, size_t index, size_t claim);
size_t intv_explanation_get_precondition_count(const struct intv_explanation *explanation);
uint32_t intv_explanation_get_precondition(const struct intv_explanation *explanation, size_t index);
enum intv_precondition_state intv_explanation_get_precondition_state(const struct intv_explanation *explanation, size_t index);
const char *intv_explanation_get_precondition_need(const struct intv_explanation *explanation, size_t index);
const char *intv_explanation_get_precondition_scope(const struct intv_explanation *explanation, size_t index);
uint32_t intv_explanation_get_precondition_flags(const struct intv_explanation *explanation, size_t index);
size_t intv_explanation_get_precondition_claim_count(const struct intv_explanation *explanation, size_t index);
uint32_t intv_explanation_get_precondition_claim(const struct intv_explanation *explanation, size_t index, size_t claim);
int intv_explanation_states_preconditions(const struct intv_explanation *explanation);
size_t intv_explanation_count_facts(const struct intv_explanation *explanation, const char *part);
uint32_t intv_explanation_get_fact(const struct intv_explanation *explanation, const char *part, size_t index);
enum intv_silence intv_explanation_get_silence(const struct intv_explanation *explanation, const char *part);
int intv_finding_is_about(const struct intv_catalogue *catalogue, uint32_t finding, uint32_t record);
const char *intv_evaluation_get_extent(const struct intv_catalogue *catalogue, uint32_t evaluation);
const char *intv_category_get_name(enum intv_category category);
const char *intv_category_get_label(enum intv_category category, enum intv_language language);
const char *intv_state_get_name(enum intv_state state);
const char *intv_state_get_label(enum intv_state state, enum intv_language language);
const char *intv_precondition_state_get_name(enum intv_precondition_state state);
const char *intv_precondition_state_get_label(enum intv_precondition_state state, enum intv_language language);
enum intv_status intv_output_new(struct intv_output **output);
void intv_output_free(struct intv_output *output);
void intv_output_clear(struct intv_output *output);
const char *intv_output_get_text(const struct intv_output *output);
size_t intv_output_get_length(const struct intv_output *output);
enum intv_status intv_write_match(const struct intv_match *match, size_t limit, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_check(const struct intv_match *match, uint32_t record, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_record(const struct intv_catalogue *catalogue, uint32_t record, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_list(const struct intv_catalogue *catalogue, enum intv_kind kind, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_situation(const struct intv_situation *situation, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_selection(const struct intv_catalogue *catalogue, enum intv_kind kind, const uint32_t *records, size_t count, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_records(const struct intv_catalogue *catalogue, struct intv_output *output);
enum intv_status intv_write_archive(const struct intv_match *match, uint32_t flags, struct intv_output *output);
enum intv_status intv_catalogue_get_digest(const struct intv_catalogue *catalogue, char *digest, size_t size);
enum intv_status intv_match_get_digest(const struct intv_match *match, char *digest, size_t size);
enum intv_status intv_write_diagnostics(const struct intv_diagnostics *diagnostics, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_statistics(const struct intv_statistics *statistics, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_tag(uint32_t tag, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_tags(uint32_t flags, struct intv_output *output);
enum intv_status intv_write_vocabulary(const struct intv_vocabulary *vocabulary, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_vocabulary_csv(const struct intv_vocabulary *vocabulary, enum intv_language language, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_selection_csv(const struct intv_catalogue *catalogue, enum intv_kind kind, const uint32_t *records, size_t count, enum intv_language language, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_search(const struct intv_query *query, const struct intv_search *search, const struct intv_facets *facets, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_search_csv(const struct intv_search *search, enum intv_language language, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_facets(const struct intv_query *query, const struct intv_search *search, const struct intv_facets *facets, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_facets_csv(const struct intv_facets *facets, enum intv_language language, uint32_t flags, struct intv_output *output);
enum intv_status intv_write_completion(const struct intv_catalogue *catalogue, const struct intv_completion *completion, uint32_t flags, struct intv_output *output);
enum intv_status intv_query_new(struct intv_catalogue *catalogue, struct intv_query **query);
enum intv_status intv_query_parse(struct intv_catalogue *catalogue, const char *text, size_t length, enum intv_reading reading, struct intv_query **query, struct intv_diagnostics *diagnostics);
void intv_query_free(struct intv_query *query);
enum intv_status intv_query_add(struct intv_query *query, const char *text, size_t length, enum intv_reading reading, struct intv_diagnostics *diagnostics);
enum intv_status intv_query_add_filter(struct intv_query *query, const char *qualifier, enum intv_comparison comparison, const char *value, struct intv_diagnostics *diagnostics);
enum intv_status intv_query_add_words(struct intv_query *query, const char *text, size_t length, struct intv_diagnostics *diagnostics);
enum intv_status intv_query_add_phrase(struct intv_query *query, const char *text, size_t length, struct intv_diagnostics *diagnostics);
enum intv_status intv_query_write(const struct intv_query *query, enum intv_language language, struct intv_output *output);
struct intv_catalogue *intv_query_get_catalogue(const struct intv_query *query);
enum intv_status intv_query_set_kinds(struct intv_query *query, uint32_t kinds);
enum intv_status intv_query_set_exact(struct intv_query *query, int is_exact);
enum intv_status intv_query_set_relaxing(struct intv_query *query, int is_relaxing);
enum intv_status intv_query_set_language(struct intv_query *query, enum intv_language language);
enum intv_status intv_query_set_sort(struct intv_query *query, enum intv_sort sort, int is_descending);
enum intv_status intv_query_set_page(struct intv_query *query, size_t offset, size_t limit);
uint32_t intv_query_get_kinds(const struct intv_query *query);
int intv_query_is_exact(const struct intv_query *query);
int intv_query_is_relaxing(const struct intv_query *query);
enum intv_language intv_query_get_language(const struct intv_query *query);
enum intv_sort intv_query_get_sort(const struct intv_query *query);
int intv_query_is_descending(const struct intv_query *query);
size_t intv_query_get_offset(const struct intv_query *query);
size_t intv_query_get_limit(const struct intv_query *query);
uint32_t intv_qualifier_get_count(void);
uint32_t intv_qualifier_find(const char *name);
const char *intv_qualifier_get_name(uint32_t qualifier, enum intv_language language);
const char *intv_qualifier_get_other_name(uint32_t qualifier, size_t index);
const char *intv_qualifier_get_explanation(uint32_t qualifier, enum intv_language language);
uint32_t intv_qualifier_get_field(uint32_t qualifier);
uint32_t intv_qualifier_get_comparisons(uint32_t qualifier);
enum intv_status intv_request(const struct intv_catalogue *catalogue, const char *json, size_t size, struct intv_output *output);
uint64_t intv_request_get_most_bytes(void);
enum intv_status intv_catalogue_copy_records(const struct intv_catalogue *catalogue, uint32_t first, size_t count, struct intv_record_row *rows);
enum intv_status intv_catalogue_copy_facts(const struct intv_catalogue *catalogue, uint32_t first, size_t count, struct intv_fact_row *rows);
enum intv_status intv_catalogue_copy_texts(const struct intv_catalogue *catalogue, uint32_t first, size_t count, struct intv_text_row *rows);
enum intv_status intv_match_copy_candidates(const struct intv_match *match, size_t first, size_t count, struct intv_candidate_row *rows);
enum intv_status intv_catalogue_copy_record_column(const struct intv_catalogue *catalogue, enum intv_record_column column, uint32_t first, size_t count, int64_t *values);
enum intv_status intv_catalogue_copy_fact_column(const struct intv_catalogue *catalogue, enum intv_fact_column column, uint32_t first, size_t count, int64_t *values);
enum intv_status intv_catalogue_copy_text_column(const struct intv_catalogue *catalogue, enum intv_text_column column, uint32_t first, size_t count, int64_t *values);
enum intv_status intv_match_copy_column(const struct intv_match *match, enum intv_candidate_column column, size_t first, size_t count, int64_t *values);
const char *intv_column_get_name(enum intv_table table, uint32_t column);
uint32_t intv_catalogue_get_row_count(const struct intv_catalogue *catalogue, enum intv_table table);
const char *intv_catalogue_get_pool(const struct intv_catalogue *catalogue, size_t *size);
enum intv_status intv_search_new(const struct intv_query *query, struct intv_search **search, struct intv_diagnostics *diagnostics);
void intv_search_free(struct intv_search *search);
struct intv_catalogue *intv_search_get_catalogue(const struct intv_search *search);
size_t intv_search_get_total(const struct intv_search *search);
size_t intv_search_get_whole_total(const struct intv_search *search);
int intv_search_is_relaxed(const struct intv_search *search);
size_t intv_search_get_count(const struct intv_search *search);
uint32_t intv_search_get_record(const struct intv_search *search, size_t index);
uint64_t intv_search_get_score(const struct intv_search *search, size_t index);
size_t intv_search_get_word_count(const struct intv_search *search);
const char *intv_search_get_word(const struct intv_search *search, size_t word);
uint32_t intv_search_get_word_record_count(const struct intv_search *search, size_t word);
int intv_search_is_word_found(const struct intv_search *search, size_t index, size_t word);
const char *intv_search_get_corrected(const struct intv_search *search);
size_t intv_search_get_suggestion_count(const struct intv_search *search);
const char *intv_search_get_suggestion(const struct intv_search *search, size_t index);
const char *intv_search_get_suggestion_word(const struct intv_search *search, size_t index);
enum intv_status intv_hit_new(const struct intv_search *search, size_t index, struct intv_hit **hit);
void intv_hit_free(struct intv_hit *hit);
size_t intv_hit_get_match_count(const struct intv_hit *hit);
size_t intv_hit_get_match_word(const struct intv_hit *hit, size_t match);
enum intv_manner intv_hit_get_match_manner(const struct intv_hit *hit, size_t match);
uint32_t intv_hit_get_match_fact(const struct intv_hit *hit, size_t match);
const char *intv_hit_get_match_text(const struct intv_hit *hit, size_t match);
const char *intv_hit_get_match_language(const struct intv_hit *hit, size_t match);
size_t intv_hit_get_match_start(const struct intv_hit *hit, size_t match);
size_t intv_hit_get_match_length(const struct intv_hit *hit, size_t match);
uint32_t intv_hit_get_match_via(const struct intv_hit *hit, size_t match);
const char *intv_manner_get_name(enum intv_manner manner);
enum intv_status intv_situation_new(struct intv_catalogue *catalogue, struct intv_situation **situation);
void intv_situation_free(struct intv_situation *situation);
enum intv_status intv_situation_add(struct intv_situation *situation, enum intv_importance importance, const char *field, const char *value, struct intv_diagnostics *diagnostics);
enum intv_status intv_situation_set_precondition(struct intv_situation *situation, const char *precondition, enum intv_precondition_state state, struct intv_diagnostics *diagnostics);
enum intv_status intv_situation_set_as_of(struct intv_situation *situation, const char *date);
enum intv_status intv_situation_include(struct intv_situation *situation, uint32_t include);
enum intv_status intv_situation_read_memory(struct intv_situation *situation, const char *name, const char *bytes, size_t size, struct intv_diagnostics *diagnostics);
enum intv_status intv_situation_read_file(struct intv_situation *situation, const char *path, struct intv_diagnostics *diagnostics);
enum intv_status intv_situation_read_json(struct intv_situation *situation, const char *name, const char *bytes, size_t size, struct intv_diagnostics *diagnostics);
size_t intv_situation_get_criterion_count(const struct intv_situation *situation);
struct intv_catalogue *intv_situation_get_catalogue(const struct intv_situation *situation);
const char *intv_situation_get_criterion_field(const struct intv_situation *situation, size_t index, enum intv_language language);
enum intv_importance intv_situation_get_criterion_importance(const struct intv_situation *situation, size_t index);
size_t intv_situation_get_option_count(const struct intv_situation *situation, size_t index);
const char *intv_situation_get_option(const struct intv_situation *situation, size_t index, size_t option);
uint32_t intv_situation_get_option_record(const struct intv_situation *situation, size_t index, size_t option);
size_t intv_situation_get_precondition_count(const struct intv_situation *situation);
uint32_t intv_situation_get_precondition(const struct intv_situation *situation, size_t index);
enum intv_precondition_state intv_situation_get_precondition_state(const struct intv_situation *situation, size_t index);
uint32_t intv_situation_get_as_of(const struct intv_situation *situation);
uint32_t intv_situation_get_include(const struct intv_situation *situation);
const char *intv_importance_get_name(enum intv_importance importance);
const char *intv_include_get_name(uint32_t include);
const char *intv_criterion_get_field_name(size_t index, enum intv_language language);
const char *intv_criterion_get_field_explanation(size_t index);
enum intv_status intv_statistics_new(struct intv_catalogue *catalogue, struct intv_statistics **statistics);
void intv_statistics_free(struct intv_statistics *statistics);
const struct intv_catalogue *intv_statistics_get_catalogue(const struct intv_statistics *statistics);
size_t intv_statistics_get_count(const struct intv_statistics *statistics);
enum intv_topic intv_statistics_get_topic(const struct intv_statistics *statistics, size_t index);
const char *intv_statistics_get_name(const struct intv_statistics *statistics, size_t index);
uint64_t intv_statistics_get_number(const struct intv_statistics *statistics, size_t index);
uint64_t intv_statistics_get_whole(const struct intv_statistics *statistics, size_t index);
const char *intv_topic_get_name(enum intv_topic topic);
uint32_t intv_tag_get_count(void);
const char *intv_tag_get_name(uint32_t tag);
uint32_t intv_tag_find(const char *name);
uint32_t intv_tag_suggest(const char *name);
enum intv_severity intv_tag_get_severity(uint32_t tag);
enum intv_status intv_tag_get_status(uint32_t tag);
const char *intv_tag_get_message(uint32_t tag, enum intv_language language);
const char *intv_tag_get_advice(uint32_t tag, enum intv_language language);
const char *intv_tag_get_explanation(uint32_t tag, enum intv_language language);
enum intv_example intv_tag_get_example(uint32_t tag);
const char *intv_tag_get_wrong_example(uint32_t tag);
const char *intv_tag_get_right_example(uint32_t tag);
const char *intv_example_get_name(enum intv_example example);
const char *intv_example_get_text(enum intv_example example, enum intv_language language);
const char *intv_example_get_frame(enum intv_example example);
const char *intv_example_get_catalogue(void);
const char *intv_text_get(const char *name, enum intv_language language);
const char *intv_version(void);
const char *intv_format_version(void);
const char *intv_feature_get_name(size_t index);
const char *intv_feature_get_explanation(size_t index);
int intv_has_feature(const char *name);
enum intv_status intv_vocabulary_new(struct intv_catalogue *catalogue, const char *list, enum intv_language language, struct intv_vocabulary **vocabulary, struct intv_diagnostics *diagnostics);
void intv_vocabulary_free(struct intv_vocabulary *vocabulary);
enum intv_status intv_vocabulary_narrow(struct intv_vocabulary *vocabulary, const struct intv_search *search);
const struct intv_catalogue *intv_vocabulary_get_catalogue(const struct intv_vocabulary *vocabulary);
const char *intv_vocabulary_get_list(const struct intv_vocabulary *vocabulary);
uint32_t intv_vocabulary_get_scheme(const struct intv_vocabulary *vocabulary);
size_t intv_vocabulary_get_count(const struct intv_vocabulary *vocabulary);
uint32_t intv_vocabulary_get_record(const struct intv_vocabulary *vocabulary, size_t index);
const char *intv_vocabulary_get_code(const struct intv_vocabulary *vocabulary, size_t index);
const char *intv_vocabulary_get_id(const struct intv_vocabulary *vocabulary, size_t index);
const char *intv_vocabulary_get_name(const struct intv_vocabulary *vocabulary, size_t index, enum intv_language language);
uint32_t intv_vocabulary_get_depth(const struct intv_vocabulary *vocabulary, size_t index);
uint32_t intv_vocabulary_get_parent(const struct intv_vocabulary *vocabulary, size_t index);
uint32_t intv_vocabulary_get_use(const struct intv_vocabulary *vocabulary, size_t index, enum intv_kind kind);
uint32_t intv_vocabulary_get_wide_use(const struct intv_vocabulary *vocabulary, size_t index, enum intv_kind kind);
