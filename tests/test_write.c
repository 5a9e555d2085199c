/* SPDX-License-Identifier: EUPL-1.2 */
/* The documents that are written as JSON: doc/json.md. */
#include <check.h>
#include <interventions/interventions.h>
#include <stdio.h>

#include "base/output.h"
#include "scarce_memory.h"

/* ---- the catalogue of these tests ---- */

#define SCHEME(id) "<scheme id='" id "'><label>" id "</label></scheme>"
#define CONCEPT(scheme, id, inside)                                                                \
    "<concept id='" id "' scheme='" scheme "'><label>" id "</label>" inside "</concept>"

/* clang-format off */
static const char RECORDS[] =
    SCHEME("target-group") SCHEME("outcome") SCHEME("evaluation-design")
    SCHEME("evaluation-kind") SCHEME("element-kind") SCHEME("precondition-kind")
    CONCEPT("target-group", "parents", "")
    CONCEPT("target-group", "mothers", "<broader ref='parents'/>")
    CONCEPT("target-group", "teachers", "")
    CONCEPT("outcome", "knowledge", "")
    CONCEPT("evaluation-kind", "effect", "")
    CONCEPT("element-kind", "content", "")
    CONCEPT("precondition-kind", "plan", "")
    "<concept id='before-after' scheme='evaluation-design' order='3'><label>v</label></concept>"
    "<source id='report' read='abstract'><title>Rapport</title><published date='2019-01'/></source>"
    "<source id='letter' read='section'><title>Brief</title><published date='2021-11-19'/></source>"
    "<element id='talk' kind='content'><label>praten</label>"
    "<verdict value='can-harm' asserted-by='evaluation' source='report'>"
    "<condition><wording>als het moet</wording></condition></verdict></element>"
    "<precondition id='room' kind='plan' scope='intervention'><label xml:lang='en'>room</label>"
    "<label>ruimte</label></precondition>"
    "<precondition id='time' kind='plan' scope='intervention'><label>tijd</label></precondition>"
    "<municipality id='gm1'><name>Dorp</name></municipality>"
    "<funding-scheme id='fund'><name>Fonds</name></funding-scheme>"
    "<intervention id='one' kind='intervention'>"
    "<name xml:lang='de'>Eins</name><name xml:lang='en'>One</name><name>Een &amp; al</name>"
    "<facts asserted-by='evaluation' source='report' via='letter' locator='p. 3'>"
    "<target-group concept='mothers' role='final'/>"
    "<needs-precondition ref='room'/>"
    "<needs-precondition ref='room' need='required'><wording>een lokaal</wording>"
    "</needs-precondition>"
    "<needs-precondition ref='time'/></facts>"
    "<uses-element ref='talk' asserted-by='editor'/>"
    "<side-effect asserted-by='provider' source='letter'><wording>drukte</wording></side-effect>"
    "<side-effect asserted-by='editor'><not-stated cause='not-read' source='report'/></side-effect>"
    "</intervention>"
    "<intervention id='two' kind='intervention'><name>Twee</name>"
    "<facts asserted-by='provider' source='letter'>"
    "<target-group concept='teachers'/>"
    "<side-effect><not-stated cause='none'/></side-effect></facts></intervention>"
    "<intervention id='three' kind='intervention'><name>Drie</name></intervention>"
    "<intervention id='kind' kind='type'><name>Soort</name>"
    "<facts asserted-by='provider'><needs-precondition ref='time' source='report'/>"
    "<needs-precondition ref='time' source='letter'/>"
    "<needs-precondition ref='time' source='report'/></facts></intervention>"
    "<intervention id='all' kind='instrument'><name>Alles</name>"
    "<facts asserted-by='provider' source='letter' strength='reported'>"
    "<municipality ref='gm1' from='2019' to='2021-06'><pays-from ref='fund' locator='p. 1'/>"
    "</municipality>"
    "<target-group concept='parents'><ages min='12' claim='a' conflicts-with='b'/></target-group>"
    "<target-group concept='mothers'><ages min='12' max='none' claim='b'/></target-group>"
    "<language tag='nl'><wording>in het Nederlands</wording></language>"
    "<cost about='12500' per='session'/>"
    "</facts></intervention>"
    "<evaluation id='study' status='published'><title>Onderzoek</title><published date='2021-06'/>"
    "<reported-in ref='report'/><reported-in ref='letter'/>"
    "<facts asserted-by='evaluation' source='report'><evaluates ref='one'/><evaluates ref='two'/>"
    "<evaluation-kind concept='effect'/><design concept='before-after'/>"
    "<design concept='before-after' locator='p. 2'/>"
    "<finding outcome='knowledge' direction='positive'><for ref='one'/>"
    "<wording>meer kennis</wording></finding>"
    "<finding outcome='knowledge' direction='negative'><for ref='two'/></finding>"
    "<finding outcome='knowledge' direction='not-studied' asserted-by='editor' /></facts>"
    "</evaluation>";
/* clang-format on */

static struct intv_catalogue *catalogue;
static struct intv_situation *situation;
static struct intv_match *match;
static struct intv_output *output;
static struct intv_diagnostics *diagnostics;

static void
load(const char *edition, const char *records)
{
    static char document[10000];
    struct intv_loader *loader = NULL;
    char line[500] = "";
    const int length = snprintf(document, sizeof(document),
                                "<catalogue xmlns='urn:interventions:catalogue:1' edition='%s' "
                                "publisher='tests' licence='CC0-1.0' xml:lang='nl'>%s</catalogue>",
                                edition, records);
    ck_assert_int_lt(length, (int)sizeof(document));
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    intv_loader_add_memory(loader, "test.xml", document, (size_t)length);
    const enum intv_status status = intv_loader_load(loader, &catalogue, diagnostics);
    intv_diagnostics_format(diagnostics, 0, INTV_ENGLISH, line, sizeof(line));
    ck_assert_msg(status == INTV_OK, "%s", line);
    intv_loader_free(loader);
    ck_assert_int_eq(intv_situation_new(catalogue, &situation), INTV_OK);
}

static void
make(void)
{
    catalogue = NULL;
    situation = NULL;
    match = NULL;
    ck_assert_int_eq(intv_diagnostics_new(&diagnostics), INTV_OK);
    ck_assert_int_eq(intv_output_new(&output), INTV_OK);
    load("2026-11-23", RECORDS);
}

static void
unload(void)
{
    intv_match_free(match);
    intv_situation_free(situation);
    intv_catalogue_unref(catalogue);
    match = NULL;
}

static void
clean(void)
{
    unload();
    intv_diagnostics_free(diagnostics);
    intv_output_free(output);
}

static void
ask(enum intv_importance importance, const char *field, const char *value)
{
    ck_assert_int_eq(intv_situation_add(situation, importance, field, value, NULL), INTV_OK);
}

static void
make_match(void)
{
    intv_match_free(match);
    ck_assert_int_eq(intv_match_new(situation, &match, NULL), INTV_OK);
}

static const char *
write_match(size_t limit, uint32_t flags)
{
    make_match();
    intv_output_clear(output);
    ck_assert_int_eq(intv_write_match(match, limit, flags, output), INTV_OK);
    return intv_output_get_text(output);
}

static uint32_t
find(enum intv_kind kind, const char *id)
{
    const uint32_t record = intv_catalogue_find(catalogue, kind, id);
    ck_assert_uint_ne(record, INTV_NONE);
    return record;
}

static const char *
write_check(const char *id)
{
    make_match();
    intv_output_clear(output);
    ck_assert_int_eq(intv_write_check(match, find(INTV_KIND_INTERVENTION, id), 0, output), INTV_OK);
    return intv_output_get_text(output);
}

static const char *
write_record(enum intv_kind kind, const char *id)
{
    intv_output_clear(output);
    ck_assert_int_eq(intv_write_record(catalogue, find(kind, id), 0, output), INTV_OK);
    return intv_output_get_text(output);
}

/* JSON that was written with single quotes, with its own: easier to read in these tests. */
static const char *
quoted(const char *text)
{
    static char made[6000];
    ck_assert_uint_lt(strlen(text), sizeof(made));
    memcpy(made, text, strlen(text) + 1);
    for (char *at = strchr(made, '\''); at != NULL; at = strchr(at, '\''))
        *at = '"';
    return made;
}

static void
assert_same(const char *text, const char *expected)
{
    ck_assert_str_eq(text, quoted(expected));
}

static void
assert_holds(const char *text, const char *part)
{
    ck_assert_msg(strstr(text, quoted(part)) != NULL, "%s\nis not in\n%s", part, text);
}

static size_t
count_of(const char *text, const char *part)
{
    size_t count = 0;
    const char *wanted = quoted(part);
    for (const char *at = strstr(text, wanted); at != NULL; at = strstr(at + 1, wanted))
        count++;
    return count;
}

/* ---- a match and a check ---- */

/* clang-format off */
static const char CHECK_OF_ONE[] =
    "{'format':'interventions-check/1','edition':'2026-11-23','publisher':'tests',"
    "'licence':'CC0-1.0','incomplete':false,"
    "'layers':[{'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],'as_of':'2027-11-23','edition_is_old':false,"
    "'situation':{'as_of':'2027-11-23','criteria':[{'field':'target-group','importance':'must','wanted':['parents',"
    "'teachers']},"
    "{'field':'outcome','importance':'wish','wanted':['knowledge']},"
    "{'field':'cost','importance':'wish','wanted':['250/participant']}],"
    "'preconditions':[{'id':'time','state':'partly'}],'include':['types','deliverers']},"
    "'match':{'id':'one','layer':0,'name':{'nl':'Een \\u0026 al','en':'One','de':'Eins'},'category':'open',"
    "'incomplete':false,'criteria':[{'field':'target-group','wanted':['parents','teachers'],'importance':'must',"
    "'state':'partly','reason':'narrower-only','silence':null,'editor':false,'conflict':false,"
    "'stated':[{'value':'mothers','qualifier':'final','asserted_by':'evaluation','layer':0,'decides':true}],"
    "'sources':[{'id':'report','via':'letter','locator':'p. 3','asserted_by':'evaluation',"
    "'strength':'unstated','layer':0}]},"
    "{'field':'outcome','wanted':['knowledge'],'importance':'wish','state':'met',"
    "'reason':'found','silence':null,'editor':false,'conflict':false,"
    "'stated':[{'value':'knowledge','qualifier':'positive','asserted_by':'evaluation','layer':0,'decides':true}],"
    "'sources':[{'id':'report','via':null,'locator':null,'asserted_by':'evaluation',"
    "'strength':'unstated','layer':0}]},"
    "{'field':'cost','wanted':['250/participant'],'importance':'wish','state':'unknown',"
    "'reason':'nothing-stated','silence':'not-stated','editor':false,'conflict':false,"
    "'stated':[],'sources':[]}],'preconditions':[{'id':'room','layer':0,'name':{'nl':'ruimte','en':'room'},"
    "'need':'required','scope':'intervention','state':'unknown','silence':'asker',"
    "'relevant':true,'blocking':true,'derived':false,'wording':{'nl':'een lokaal'},"
    "'sources':[{'id':'report','via':'letter','locator':'p. 3','asserted_by':'evaluation',"
    "'strength':'unstated','layer':0}]},"
    "{'id':'time','layer':0,'name':{'nl':'tijd'},'need':'unstated','scope':'intervention','state':'partly',"
    "'silence':null,'relevant':true,'blocking':false,'derived':false,'wording':null,"
    "'sources':[{'id':'report','via':'letter','locator':'p. 3','asserted_by':'evaluation',"
    "'strength':'unstated','layer':0}]}],'preconditions_stated':true,"
    "'evidence':{'prevention_paradox':{"
    "'nl':'Dat gevallen van radicalisering zijn voorkomen, is niet aan te tonen.',"
    "'en':'That cases of radicalisation were prevented cannot be shown.'},"
    "'incomplete':false,'evaluations':[{'id':'study','layer':0,'title':{'nl':'Onderzoek'},'status':'published','year':2021,"
    "'kinds':['effect'],'designs':['before-after'],'read':'section',"
    "'findings':[{'outcome':'knowledge','direction':'positive','wording':{'nl':'meer kennis'},"
    "'sources':[{'id':'report','via':null,'locator':null,'asserted_by':'evaluation',"
    "'strength':'unstated','layer':0}]},"
    "{'outcome':'knowledge','direction':'not-studied','wording':null,'sources':[{'id':'report',"
    "'via':null,'locator':null,'asserted_by':'editor','strength':'unstated','layer':0}]}]}]},"
    "'warnings':[{'element':'talk','layer':0,'name':{'nl':'praten'},'verdict':'can-harm','silence':null,'condition':{'nl':'als het moet'},"
    "'wording':null,'sources':[{'id':'report','via':null,'locator':null,"
    "'asserted_by':'evaluation','strength':'unstated','layer':0}]}],"
    "'warnings_incomplete':false,'side_effects':{'silence':'not-read',"
    "'stated':[{'wording':{'nl':'drukte'},'sources':[{'id':'letter','via':null,'locator':null,"
    "'asserted_by':'provider','strength':'unstated','layer':0}]}],'sources':[{'id':'report','via':null,"
    "'locator':null,'asserted_by':'editor','strength':'unstated','layer':0}]},"
    "'limitations':{'silence':'not-stated','stated':[],'sources':[]},'keys':{'wishes_low':[2,4],"
    "'wishes_high':[4,4],'absent':0,'partly':1,'unknown':1,'evidence':3}},"
    "'questions':[{'precondition':'room','layer':0,'name':{'nl':'ruimte','en':'room'},'score':1}]}";
/* clang-format on */

START_TEST(write_check_has_every_key_of_its_description_in_order)
{
    ask(INTV_MUST, "doelgroep", "parents,teachers");
    ask(INTV_WISH, "outcome", "knowledge");
    ask(INTV_WISH, "cost", "250/participant");
    intv_situation_set_precondition(situation, "time", INTV_PARTLY_PRESENT, NULL);
    intv_situation_include(situation, INTV_INCLUDE_TYPES | INTV_INCLUDE_DELIVERERS);
    intv_situation_set_as_of(situation, "2027-11-23");
    assert_same(write_check("one"), CHECK_OF_ONE);
}
END_TEST

START_TEST(write_match_is_the_head_the_counts_the_candidates_and_the_questions)
{
    ask(INTV_MUST, "target-group", "teachers");
    const char *text = write_match(0, 0);
    assert_holds(
        text,
        "{'format':'interventions-match/1','edition':'2026-11-23','publisher':'tests',"
        "'licence':'CC0-1.0','incomplete':false,"
        "'layers':[{'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],'as_of':null,'"
        "edition_is_old':null,"
        "'situation':{'as_of':null,'criteria':[{'field':'target-group','importance':'must',"
        "'wanted':['teachers']}],'preconditions':[],'include':[]},'counts':{'fits':0,'open':2,"
        "'blocked':0,'excluded':1},'matches':[{'id':'t");
    assert_holds(text, "'evidence':0}}],'questions':[]}");
}
END_TEST

START_TEST(write_match_holds_the_same_candidate_as_a_check)
{
    ask(INTV_MUST, "target-group", "teachers");
    char *check = strdup(write_check("two"));
    char *candidate = strstr(check, "\"match\":") + strlen("\"match\":");
    *strstr(candidate, ",\"questions\":") = '\0';
    assert_holds(write_match(0, 0), candidate);
    free(check);
}
END_TEST

START_TEST(write_match_holds_excluded_candidates_only_on_request)
{
    ask(INTV_MUST, "target-group", "teachers");
    ck_assert_uint_eq(count_of(write_match(0, 0), "'category':'excluded'"), 0);
    ck_assert_uint_eq(count_of(write_match(0, INTV_WRITE_EXCLUDED), "'category':'excluded'"), 1);
}
END_TEST

START_TEST(write_match_holds_no_more_candidates_than_the_limit)
{
    ck_assert_uint_eq(count_of(write_match(0, 0), "'category'"), 3);
    ck_assert_uint_eq(count_of(write_match(2, 0), "'category'"), 2);
    ck_assert_uint_eq(count_of(write_match(3, 0), "'category'"), 3);
    ck_assert_uint_eq(count_of(write_match(4, 0), "'category'"), 3);
}
END_TEST

static void
assert_age(const char *edition, const char *as_of, const char *expected)
{
    char part[50];
    unload();
    load(edition, RECORDS);
    ck_assert_int_eq(intv_situation_set_as_of(situation, as_of), INTV_OK);
    snprintf(part, sizeof(part), "'edition_is_old':%s,", expected);
    assert_holds(write_match(1, 0), part);
}

START_TEST(write_match_calls_an_edition_old_after_twelve_months)
{
    assert_age("2026-11-23", "2026-11-23", "false");
    assert_age("2026-11-23", "2027-11-23", "false");
    assert_age("2026-11-23", "2027-11-24", "true");
    assert_age("2024-02-29", "2025-02-28", "false");
    assert_age("2024-02-29", "2025-03-01", "true");
}
END_TEST

START_TEST(write_match_does_not_guess_the_age_of_an_edition)
{
    assert_age("2026-11-23", NULL, "null");
    assert_age("2020-11", "2027-11-24", "null");
}
END_TEST

START_TEST(write_match_without_wishes_has_shares_that_can_be_divided)
{
    assert_holds(write_match(1, 0), "'wishes_low':[0,1],'wishes_high':[0,1]");
}
END_TEST

START_TEST(write_match_sorts_the_states_of_preconditions_by_id)
{
    intv_situation_set_precondition(situation, "time", INTV_ABSENT, NULL);
    intv_situation_set_precondition(situation, "room", INTV_PRESENT, NULL);
    assert_holds(write_match(1, 0), "'preconditions':[{'id':'room','state':'present'},"
                                    "{'id':'time','state':'absent'}]");
}
END_TEST

START_TEST(write_check_of_no_candidate_asks_with_score_0)
{
    assert_holds(write_check("kind"),
                 "'questions':[{'precondition':'time','layer':0,'name':{'nl':'tijd'},'score':0}]}");
}
END_TEST

START_TEST(write_check_asks_nothing_that_was_answered)
{
    intv_situation_set_precondition(situation, "time", INTV_PRESENT, NULL);
    assert_holds(write_check("kind"), "'questions':[]}");
}
END_TEST

START_TEST(write_check_says_whether_preconditions_are_stated_and_why_not)
{
    assert_holds(write_check("one"), "'preconditions_stated':true");
    assert_holds(write_check("three"), "'preconditions':[],'preconditions_stated':false");
}
END_TEST

START_TEST(write_check_cites_each_source_once_where_it_came_first)
{
    assert_holds(write_check("kind"),
                 "'wording':null,'sources':[{'id':'report','via':null,"
                 "'locator':null,'asserted_by':'provider','strength':'unstated','layer':0},{'id':'"
                 "letter','via':null,"
                 "'locator':null,'asserted_by':'provider','strength':'unstated','layer':0}]}]");
}
END_TEST

START_TEST(write_check_tells_silence_from_none)
{
    assert_holds(
        write_check("two"),
        "'side_effects':{'silence':'none','stated':[],'sources':[{'id':'letter','via':null,"
        "'locator':null,'asserted_by':'provider','strength':'unstated','layer':0}]}");
    assert_holds(write_check("three"),
                 "'side_effects':{'silence':'not-stated','stated':[],'sources':[]}");
}
END_TEST

/* ---- records, lists, diagnostics ---- */

/* clang-format off */
static const char RECORD_OF_ALL[] =
    "{'format':'interventions-record/1','edition':'2026-11-23','publisher':'tests',"
    "'licence':'CC0-1.0','incomplete':false,"
    "'layers':[{'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],'kind':'intervention','id':'all','layer':0,'name':{'nl':'Alles'},"
    "'facts':[{'number':0,'field':'kind','value':'instrument'},"
    "{'number':1,'field':'name','texts':{'nl':'Alles'}},"
    "{'number':2,'field':'municipality','value':{'kind':'municipality','id':'gm1','layer':0,"
    "'name':{'nl':'Dorp'}},'asserted_by':'provider','strength':'reported','source':'letter',"
    "'facts':[{'number':7,'field':'from','value':'2019'},"
    "{'number':8,'field':'to','value':'2021-06'},"
    "{'number':9,'field':'pays-from','value':{'kind':'funding-scheme','id':'fund','layer':0,"
    "'name':{'nl':'Fonds'}},'asserted_by':'provider','strength':'reported','source':'letter',"
    "'locator':'p. 1'}]},"
    "{'number':3,'field':'target-group','value':{'kind':'concept','id':'parents','layer':0,"
    "'name':{'nl':'parents'}},'asserted_by':'provider','strength':'reported','source':'letter',"
    "'facts':[{'number':10,'field':'ages','value':{'low':12,'high':null,'about':false},"
    "'asserted_by':'provider','strength':'reported','source':'letter','conflicts':[11]}]},"
    "{'number':4,'field':'target-group','value':{'kind':'concept','id':'mothers','layer':0,"
    "'name':{'nl':'mothers'}},'asserted_by':'provider','strength':'reported','source':'letter',"
    "'facts':[{'number':11,'field':'ages','value':{'low':12,'high':'none','about':false},"
    "'asserted_by':'provider','strength':'reported','source':'letter','conflicts':[10]}]},"
    "{'number':5,'field':'language','value':'nl','texts':{'nl':'in het Nederlands'},"
    "'asserted_by':'provider','strength':'reported','source':'letter'},"
    "{'number':6,'field':'cost','qualifier':'session','value':{'low':12500,'high':12500,"
    "'about':true},'asserted_by':'provider','strength':'reported','source':'letter'}]}";
/* clang-format on */

START_TEST(write_record_holds_every_fact_and_the_facts_inside)
{
    assert_same(write_record(INTV_KIND_INTERVENTION, "all"), RECORD_OF_ALL);
}
END_TEST

START_TEST(write_record_leaves_out_what_a_fact_does_not_have)
{
    assert_same(write_record(INTV_KIND_SOURCE, "letter"),
                "{'format':'interventions-record/1','edition':'2026-11-23','publisher':'tests',"
                "'licence':'CC0-1.0','incomplete':false,"
                "'layers':[{'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],'kind'"
                ":'source','id':'letter','layer':0,'name':{'nl':'Brief'},"
                "'facts':[{'number':0,'field':'read','value':'section'},"
                "{'number':1,'field':'title','texts':{'nl':'Brief'}},"
                "{'number':2,'field':'published','value':'2021-11-19'}]}");
}
END_TEST

START_TEST(write_record_says_why_nothing_is_stated)
{
    assert_holds(
        write_record(INTV_KIND_INTERVENTION, "one"),
        "'field':'side-effect','silence':'not-read','asserted_by':'editor','strength':'unstated',"
        "'source':'report'}");
}
END_TEST

START_TEST(write_list_names_the_records_of_a_kind_by_id)
{
    ck_assert_int_eq(intv_write_list(catalogue, INTV_KIND_PRECONDITION, 0, output), INTV_OK);
    assert_same(intv_output_get_text(output),
                "{'format':'interventions-list/1','edition':'2026-11-23','publisher':'tests',"
                "'licence':'CC0-1.0','incomplete':false,"
                "'layers':[{'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],'kind'"
                ":'precondition','records':[{'id':'room','layer':0,'name':{'nl':'ruimte',"
                "'en':'room'}},"
                "{'id':'time','layer':0,'name':{'nl':'tijd'}}]}");
}
END_TEST

START_TEST(write_list_of_a_kind_without_records_is_empty)
{
    ck_assert_int_eq(intv_write_list(catalogue, INTV_KIND_RATING, 0, output), INTV_OK);
    assert_holds(intv_output_get_text(output), "'kind':'rating','records':[]}");
}
END_TEST

/* Loads a document that is no catalogue, under a name that is no UTF-8. */
static void
report_something(void)
{
    struct intv_catalogue *none = NULL;
    struct intv_loader *loader = NULL;
    intv_diagnostics_clear(diagnostics);
    ck_assert_int_eq(intv_loader_new(&loader), INTV_OK);
    intv_loader_add_memory(loader, "a\xFF<b>.xml", "<catalogue>", 11);
    ck_assert_int_ne(intv_loader_load(loader, &none, diagnostics), INTV_OK);
    intv_loader_free(loader);
}

START_TEST(write_diagnostics_has_places_and_both_languages)
{
    report_something();
    ck_assert_int_eq(intv_write_diagnostics(diagnostics, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    char sentence[500];
    assert_holds(text, "{'format':'interventions-diagnostics/1','errors':2,'total':2,"
                       "'diagnostics':[{'tag':'wrong-namespace',");
    assert_holds(text, "{'tag':'truncated','severity':'error','status':'syntax',"
                       "'file':'a\\uFFFD\\u003Cb\\u003E.xml','line':1,'column':12,'path':null,"
                       "'subject':null,"
                       "'message':{'nl':'");
    intv_diagnostics_get_message(diagnostics, 1, INTV_ENGLISH, sentence, sizeof(sentence));
    assert_holds(text, sentence);
    intv_diagnostics_get_advice(diagnostics, 1, INTV_DUTCH, sentence, sizeof(sentence));
    assert_holds(text, sentence);
}
END_TEST

START_TEST(write_diagnostics_without_a_place_says_null)
{
    intv_diagnostics_clear(diagnostics);
    intv_situation_add(situation, INTV_MUST, "target-group", "nobody", diagnostics);
    ck_assert_int_eq(intv_write_diagnostics(diagnostics, 0, output), INTV_OK);
    assert_holds(
        intv_output_get_text(output),
        "'tag':'unknown-value','severity':'error','status':'not-found','file':null,'line':null,"
        "'column':null,'path':null,'subject':null,");
}
END_TEST

/* ---- the archive ---- */

START_TEST(write_selection_lists_only_the_records_it_is_given_in_that_order)
{
    const uint32_t time = intv_catalogue_find(catalogue, INTV_KIND_PRECONDITION, "time");
    const uint32_t room = intv_catalogue_find(catalogue, INTV_KIND_PRECONDITION, "room");
    const uint32_t letter = intv_catalogue_find(catalogue, INTV_KIND_SOURCE, "letter");
    const uint32_t records[] = {time, room};
    const enum intv_kind kind = INTV_KIND_PRECONDITION;
    intv_output_clear(output);
    ck_assert_int_eq(intv_write_selection(catalogue, kind, records, 2, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    ck_assert_ptr_nonnull(strstr(text, "\"id\":\"time\""));
    ck_assert(strstr(text, "\"id\":\"time\"") < strstr(text, "\"id\":\"room\""));
    ck_assert_int_eq(intv_write_selection(catalogue, kind, records, 1, 0, output), INTV_OK);
    ck_assert_int_eq(intv_write_selection(catalogue, kind, &letter, 1, 0, output),
                     INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_write_selection(catalogue, kind, NULL, 1, 0, output),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_selection(catalogue, kind, NULL, 0, 0, output), INTV_OK);
}
END_TEST

START_TEST(write_archive_holds_every_candidate_in_order_with_its_keys)
{
    ask(INTV_MUST, "target-group", "parents");
    ask(INTV_WISH, "outcome", "knowledge");
    make_match();
    ck_assert_int_eq(intv_write_archive(match, 0, output), INTV_OK);
    const char *text = intv_output_get_text(output);
    assert_holds(text, "'format':'interventions-archive/1','edition':'2026-11-23',"
                       "'publisher':'tests','licence':'CC0-1.0','incomplete':false,'layers':[{"
                       "'edition':'2026-11-23','publisher':'tests','licence':'CC0-1.0'}],"
                       "'as_of':null,'edition_is_old':null,'situation':{'as_of':null,"
                       "'criteria':[{'field':'target-group',");
    assert_holds(text, "'library':'" INTV_VERSION_STRING "','catalogue_format':'");
    assert_holds(text,
                 "'counts':{'fits':0,'open':2,'blocked':0,'excluded':1},'candidates':["
                 "{'id':'one','category':'open','keys':{'wishes_low':[2,2],'wishes_high':[2,2],"
                 "'absent':0,'partly':0,'unknown':2,'evidence':3}},"
                 "{'id':'three','category':'open','keys':{'wishes_low':[0,2],'wishes_high':[2,2],"
                 "'absent':0,'partly':0,'unknown':0,'evidence':0}},"
                 "{'id':'two','category':'excluded','keys':{'wishes_low':[0,2],"
                 "'wishes_high':[0,2],'absent':0,'partly':0,'unknown':0,'evidence':0}}],"
                 "'digests':{'algorithm':'sha-256','catalogue':'");
}
END_TEST

START_TEST(write_archive_holds_the_digests_that_can_be_had_alone)
{
    char digest[INTV_DIGEST_SIZE];
    char expected[100];
    make_match();
    ck_assert_int_eq(intv_write_archive(match, 0, output), INTV_OK);
    ck_assert_int_eq(intv_catalogue_get_digest(catalogue, digest, sizeof(digest)), INTV_OK);
    snprintf(expected, sizeof(expected), "'catalogue':'%s','answer':'", digest);
    assert_holds(intv_output_get_text(output), expected);
    ck_assert_int_eq(intv_match_get_digest(match, digest, sizeof(digest)), INTV_OK);
    snprintf(expected, sizeof(expected), "','answer':'%s'}}", digest);
    assert_holds(intv_output_get_text(output), expected);
}
END_TEST

START_TEST(write_records_is_every_record_on_a_line)
{
    char *whole;
    ck_assert_int_eq(intv_write_records(catalogue, output), INTV_OK);
    whole = strdup(intv_output_get_text(output));
    const char *rest = whole;
    for (uint32_t record = 0; intv_record_get_id(catalogue, record)[0] != '\0'; record++) {
        const size_t length = strcspn(rest, "\n");
        intv_output_clear(output);
        ck_assert_int_eq(intv_write_record(catalogue, record, 0, output), INTV_OK);
        ck_assert_uint_eq(intv_output_get_length(output), length);
        ck_assert_mem_eq(intv_output_get_text(output), rest, length);
        rest += length + 1;
    }
    ck_assert_str_eq(rest, "");
    free(whole);
}
END_TEST

START_TEST(digest_is_refused_without_room_for_it)
{
    char digest[INTV_DIGEST_SIZE + 1];
    memset(digest, 'x', sizeof(digest));
    make_match();
    const enum intv_status refused = INTV_ERROR_INVALID_ARGUMENT;
    ck_assert_int_eq(intv_catalogue_get_digest(catalogue, digest, INTV_DIGEST_SIZE - 1), refused);
    ck_assert_str_eq(digest, "");
    ck_assert_int_eq(digest[1], 'x');
    ck_assert_int_eq(intv_match_get_digest(match, digest, 0), refused);
    ck_assert_int_eq(intv_match_get_digest(match, NULL, INTV_DIGEST_SIZE), refused);
    ck_assert_int_eq(intv_catalogue_get_digest(NULL, digest, INTV_DIGEST_SIZE), refused);
    ck_assert_int_eq(intv_match_get_digest(NULL, digest, INTV_DIGEST_SIZE), refused);
    ck_assert_int_eq(intv_match_get_digest(match, digest, INTV_DIGEST_SIZE), INTV_OK);
    ck_assert_uint_eq(strlen(digest), INTV_DIGEST_SIZE - 1);
    ck_assert_int_eq(digest[INTV_DIGEST_SIZE], 'x');
}
END_TEST

START_TEST(digest_without_memory_at_any_moment_is_empty)
{
    char whole[INTV_DIGEST_SIZE];
    char digest[INTV_DIGEST_SIZE];
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    size_t tries = 0;
    make_match();
    ck_assert_int_eq(intv_match_get_digest(match, whole, sizeof(whole)), INTV_OK);
    for (; status != INTV_OK; tries++) {
        allocations_left = tries;
        status = _i == 0 ? intv_match_get_digest(match, digest, sizeof(digest))
                         : intv_catalogue_get_digest(catalogue, digest, sizeof(digest));
        ck_assert(status == INTV_OK || status == INTV_ERROR_NO_MEMORY);
        ck_assert_uint_eq(strlen(digest), status == INTV_OK ? INTV_DIGEST_SIZE - 1 : 0);
    }
    allocations_left = SIZE_MAX;
    ck_assert_int_eq(strcmp(digest, whole) == 0, _i == 0);
    ck_assert_uint_gt(tries, 5);
}
END_TEST

/* ---- arguments and failures ---- */

START_TEST(write_refuses_what_is_missing_and_leaves_the_output)
{
    const uint32_t record = find(INTV_KIND_SOURCE, "letter");
    const enum intv_kind no_kind = INTV_KIND_COUNT;
    make_match();
    ck_assert_int_eq(intv_write_match(NULL, 0, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_match(match, 0, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_check(NULL, 0, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_check(match, 0, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_check(match, record, 0, output), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_write_check(match, INTV_NONE, 0, output), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_write_record(NULL, 0, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_record(catalogue, 0, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_record(catalogue, INTV_NONE, 0, output), INTV_ERROR_NOT_FOUND);
    ck_assert_int_eq(intv_write_list(NULL, INTV_KIND_SOURCE, 0, output),
                     INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_list(catalogue, no_kind, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_diagnostics(NULL, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_diagnostics(diagnostics, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_records(NULL, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_records(catalogue, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_archive(NULL, 0, output), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_int_eq(intv_write_archive(match, 0, NULL), INTV_ERROR_INVALID_ARGUMENT);
    ck_assert_str_eq(intv_output_get_text(output), "");
}
END_TEST

static enum intv_status
write_any(unsigned writer)
{
    switch (writer) {
    case 0:
        return intv_write_match(match, 0, INTV_WRITE_EXCLUDED, output);
    case 1:
        return intv_write_check(match, find(INTV_KIND_INTERVENTION, "one"), 0, output);
    case 2:
        return intv_write_record(catalogue, find(INTV_KIND_INTERVENTION, "all"), 0, output);
    case 3:
        return intv_write_list(catalogue, INTV_KIND_CONCEPT, INTV_WRITE_PRETTY, output);
    case 4:
        return intv_write_archive(match, INTV_WRITE_PRETTY, output);
    case 5:
        return intv_write_records(catalogue, output);
    default:
        return intv_write_diagnostics(diagnostics, 0, output);
    }
}

START_TEST(write_without_memory_at_any_moment_leaves_the_output_as_before)
{
    static const char BEFORE[] = "null";
    enum intv_status status = INTV_ERROR_NO_MEMORY;
    size_t tries = 0;
    const unsigned writer = (unsigned)_i / 2;
    fails_once = _i % 2 == 1;
    ask(INTV_MUST, "target-group", "parents");
    ask(INTV_WISH, "outcome", "knowledge");
    make_match();
    report_something();
    ck_assert_int_eq(write_any(writer), INTV_OK);
    char *whole = strdup(intv_output_get_text(output));
    for (; status != INTV_OK; tries += sweep_step()) {
        allocations_left = SIZE_MAX;
        intv_output_free(output);
        ck_assert_int_eq(intv_output_new(&output), INTV_OK);
        ck_assert(output_append(output, (struct text){BEFORE, sizeof(BEFORE) - 1}));
        allocations_left = tries;
        status = write_any(writer);
        ck_assert(status == INTV_OK || status == INTV_ERROR_NO_MEMORY);
        const char *text = intv_output_get_text(output);
        ck_assert_mem_eq(text, BEFORE, sizeof(BEFORE) - 1);
        ck_assert_str_eq(text + sizeof(BEFORE) - 1, status == INTV_OK ? whole : "");
    }
    allocations_left = SIZE_MAX;
    free(whole);
    ck_assert_uint_gt(tries, 20); /* it failed at very many places first */
}
END_TEST

int
main(void)
{
    const TTest *const tests[] = {
        write_check_has_every_key_of_its_description_in_order,
        write_match_is_the_head_the_counts_the_candidates_and_the_questions,
        write_match_holds_the_same_candidate_as_a_check,
        write_match_holds_excluded_candidates_only_on_request,
        write_match_holds_no_more_candidates_than_the_limit,
        write_match_calls_an_edition_old_after_twelve_months,
        write_match_does_not_guess_the_age_of_an_edition,
        write_match_without_wishes_has_shares_that_can_be_divided,
        write_match_sorts_the_states_of_preconditions_by_id,
        write_check_of_no_candidate_asks_with_score_0,
        write_check_asks_nothing_that_was_answered,
        write_check_says_whether_preconditions_are_stated_and_why_not,
        write_check_cites_each_source_once_where_it_came_first,
        write_check_tells_silence_from_none,
        write_record_holds_every_fact_and_the_facts_inside,
        write_record_leaves_out_what_a_fact_does_not_have,
        write_record_says_why_nothing_is_stated,
        write_list_names_the_records_of_a_kind_by_id,
        write_list_of_a_kind_without_records_is_empty,
        write_diagnostics_has_places_and_both_languages,
        write_diagnostics_without_a_place_says_null,
        write_selection_lists_only_the_records_it_is_given_in_that_order,
        write_archive_holds_every_candidate_in_order_with_its_keys,
        write_archive_holds_the_digests_that_can_be_had_alone,
        write_records_is_every_record_on_a_line,
        digest_is_refused_without_room_for_it,
        write_refuses_what_is_missing_and_leaves_the_output,
    };
    Suite *suite = suite_create("write");
    TCase *tests_of_write = tcase_create("write");
    SRunner *runner = srunner_create(suite);
    suite_add_tcase(suite, tests_of_write);
    tcase_add_checked_fixture(tests_of_write, make, clean);
    tcase_set_timeout(tests_of_write, 60);
    for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
        tcase_add_test(tests_of_write, tests[i]);
    tcase_add_loop_test(tests_of_write,
                        write_without_memory_at_any_moment_leaves_the_output_as_before, 0, 14);
    tcase_add_loop_test(tests_of_write, digest_without_memory_at_any_moment_is_empty, 0, 2);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
