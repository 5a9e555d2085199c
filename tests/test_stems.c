/* SPDX-License-Identifier: EUPL-1.2 */
/* Stems, parts of compounds, the order of names and stop words. */
#include <check.h>
#include <pthread.h>
#include <stdlib.h>

#include <libstemmer.h>
#include <unicode/uloc.h>

#include "scarce_memory.h"
#include "text/collation.h"
#include "text/compounds.h"
#include "text/stems.h"
#include "text/stop_words.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Snowball without memory: the linker lets its functions go by these ---- */

static bool snowball_has_memory = true;

struct sb_stemmer *__real_sb_stemmer_new(const char *name, const char *encoding);
struct sb_stemmer *__wrap_sb_stemmer_new(const char *name, const char *encoding);
const sb_symbol *__real_sb_stemmer_stem(struct sb_stemmer *stemmer, const sb_symbol *word,
                                        int size);
const sb_symbol *__wrap_sb_stemmer_stem(struct sb_stemmer *stemmer, const sb_symbol *word,
                                        int size);

struct sb_stemmer *
__wrap_sb_stemmer_new(const char *name, const char *encoding)
{
    return snowball_has_memory ? __real_sb_stemmer_new(name, encoding) : NULL;
}

const sb_symbol *
__wrap_sb_stemmer_stem(struct sb_stemmer *stemmer, const sb_symbol *word, int size)
{
    return snowball_has_memory ? __real_sb_stemmer_stem(stemmer, word, size) : NULL;
}

/* ---- stems ---- */

static bool
have_one_stem(struct stemmer *stemmer, const char *one, const char *other)
{
    char kept[128];
    struct text stem;
    if (stemmer_stem(stemmer, text_of(one), &stem) != INTV_OK || stem.length >= sizeof(kept))
        return false;
    memcpy(kept, stem.bytes, stem.length);
    kept[stem.length] = '\0';
    return stemmer_stem(stemmer, text_of(other), &stem) == INTV_OK && text_is(stem, kept);
}

static void
assert_stems(enum text_language language, bool meet, const char *const pairs[][2], size_t count)
{
    struct stemmer *stemmer;
    ck_assert_int_eq(stemmer_new(language, &stemmer), INTV_OK);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(have_one_stem(stemmer, pairs[i][0], pairs[i][1]) == meet, "%s, %s",
                      pairs[i][0], pairs[i][1]);
    stemmer_free(stemmer);
}

START_TEST(stems_of_dutch_plurals_are_those_of_the_singular)
{
    static const char *const PAIRS[][2] = {
        {"interventie", "interventies"},
        {"methode", "methodes"},
        {"moskee", "moskeeen"},
        {"gemeente", "gemeentes"},
        {"foto", "foto's"},
        {"advies", "adviezen"},
        {"brief", "brieven"},
        {"gesprek", "gesprekken"},
        {"gezin", "gezinnen"},
        {"overleg", "overleggen"},
        {"casus", "casussen"},
        {"knie", "knieen"},
        {"proces", "processen"},
        {"programma", "programma's"},
        {"stad", "steden"},
        {"lid", "leden"},
        {"kind", "kinderen"},
    };
    assert_stems(TEXT_DUTCH, true, PAIRS, LENGTH(PAIRS));
}
END_TEST

START_TEST(stems_of_dutch_verbs_are_those_of_the_infinitive)
{
    static const char *const PAIRS[][2] = {
        {"evalueren", "geevalueerd"},
        {"evalueren", "evalueert"},
        {"opvoeden", "opgevoed"},
        {"uitvoeren", "uitgevoerd"},
        {"delen", "gedeeld"},
        {"werken", "gewerkt"},
        {"werken", "werkte"},
        {"begeleiden", "begeleidt"},
        {"financieren", "gefinancierd"},
        {"voorkomen", "voorkomt"},
        {"geven", "gegeven"},
        {"schrijven", "geschreven"},
        {"lezen", "gelezen"},
        {"zoeken", "gezocht"},
        {"nemen", "neemt"},
        {"onderzoeken", "onderzocht"},
        {"deelnemen", "deelgenomen"},
        {"kiezen", "gekozen"},
        {"helpen", "geholpen"},
        {"brengen", "gebracht"},
        {"blijven", "gebleven"},
    };
    assert_stems(TEXT_DUTCH, true, PAIRS, LENGTH(PAIRS));
}
END_TEST

START_TEST(stems_of_dutch_diminutives_movements_and_adjectives_meet)
{
    static const char *const PAIRS[][2] = {
        {"spel", "spelletje"},          {"project", "projectje"},
        {"verhaal", "verhaaltje"},      {"jihadisme", "jihadist"},
        {"jihadist", "jihadistische"},  {"terrorisme", "terroristen"},
        {"effectief", "effectieve"},    {"weerbaar", "weerbare"},
        {"werkzaam", "werkzame"},       {"religieus", "religieuze"},
        {"veilig", "veiligheid"},       {"financieel", "financiele"},
        {"structureel", "structurele"},
    };
    assert_stems(TEXT_DUTCH, true, PAIRS, LENGTH(PAIRS));
}
END_TEST

START_TEST(stems_of_other_dutch_words_stay_apart)
{
    static const char *const PAIRS[][2] = {
        {"school", "scholing"}, {"weerbaar", "weer"},    {"gemeente", "menen"},
        {"bom", "bomen"},       {"politie", "politiek"}, {"jongens", "jongeren"},
        {"gezin", "zin"},       {"gedrag", "dragen"},    {"minderheid", "minder"},
        {"geweld", "weld"},     {"gebruikt", "bruik"},   {"les", "lezen"},
        {"nieuws", "nieuw"},    {"geest", "est"},        {"proces", "procede"},
    };
    assert_stems(TEXT_DUTCH, false, PAIRS, LENGTH(PAIRS));
}
END_TEST

START_TEST(stems_of_english_meet_or_stay_apart)
{
    static const char *const MEET[][2] = {
        {"intervention", "interventions"},
        {"municipality", "municipalities"},
        {"child", "children"},
        {"evaluate", "evaluated"},
        {"school", "school's"},
        {"woman", "women"},
    };
    static const char *const APART[][2] = {
        {"author", "authority"},
        {"policy", "police"},
        {"experience", "experiment"},
        {"international", "intern"},
    };
    assert_stems(TEXT_ENGLISH, true, MEET, LENGTH(MEET));
    assert_stems(TEXT_ENGLISH, false, APART, LENGTH(APART));
}
END_TEST

static const struct
{
    const char *word;
    const char *stem;
} EXCEPTIONS[] = {
#define EXCEPTION(word, stem) {word, stem},
#include "text/dutch_exceptions.def"
#undef EXCEPTION
};

static const char *const ENGLISH_WORDS[] = {
#define EXCEPTION(word, stem) word,
#include "text/english_exceptions.def"
#undef EXCEPTION
};

START_TEST(stems_exceptions_are_in_byte_order_and_found)
{
    struct stemmer *stemmer;
    struct text stem;
    ck_assert_int_eq(stemmer_new(TEXT_DUTCH, &stemmer), INTV_OK);
    for (size_t i = 0; i < LENGTH(EXCEPTIONS); i++) {
        ck_assert(i == 0 || strcmp(EXCEPTIONS[i - 1].word, EXCEPTIONS[i].word) < 0);
        ck_assert_int_eq(stemmer_stem(stemmer, text_of(EXCEPTIONS[i].word), &stem), INTV_OK);
        ck_assert(text_is(stem, EXCEPTIONS[i].stem));
    }
    for (size_t i = 1; i < LENGTH(ENGLISH_WORDS); i++)
        ck_assert_str_lt(ENGLISH_WORDS[i - 1], ENGLISH_WORDS[i]);
    stemmer_free(stemmer);
}
END_TEST

START_TEST(stems_of_other_languages_numbers_and_long_words_are_the_word)
{
    static char longest[101];
    struct stemmer *stemmer;
    struct text stem;
    memset(longest, 'n', 100);
    longest[99] = 'e';
    for (int language = TEXT_OF_NO_LANGUAGE; language <= TEXT_OF_OTHER_LANGUAGE; language++) {
        ck_assert_int_eq(stemmer_new((enum text_language)language, &stemmer), INTV_OK);
        const bool is_stemmed = language == TEXT_DUTCH || language == TEXT_ENGLISH;
        ck_assert_int_eq(stemmer_stem(stemmer, text_of("interventions"), &stem), INTV_OK);
        ck_assert_int_eq(text_is(stem, "interventions"), !is_stemmed);
        ck_assert_int_eq(stemmer_stem(stemmer, text_of("covid19s"), &stem), INTV_OK);
        ck_assert(text_is(stem, "covid19s"));
        ck_assert_int_eq(stemmer_stem(stemmer, text_of(""), &stem), INTV_OK);
        ck_assert_uint_eq(stem.length, 0);
        ck_assert_int_eq(stemmer_stem(stemmer, (struct text){longest, 100}, &stem), INTV_OK);
        ck_assert_uint_le(stem.length, 100);
        longest[100] = 's';
        ck_assert_int_eq(stemmer_stem(stemmer, (struct text){longest, 101}, &stem), INTV_OK);
        ck_assert_uint_eq(stem.length, 101);
        stemmer_free(stemmer);
    }
}
END_TEST

/* Whether every word of some letters and endings has a stem that is not empty. */
START_TEST(stems_are_never_empty)
{
    static const char *const PIECES[] = {"e", "en",       "s",    "'s",  "'",   "ge",
                                         "t", "d",        "heid", "je",  "ing", "a",
                                         "l", "\xC3\xB8", "isme", "eerd"};
    struct text stem;
    for (int language = TEXT_DUTCH; language <= TEXT_ENGLISH; language++) {
        struct stemmer *stemmer;
        bool is_well = true;
        ck_assert_int_eq(stemmer_new((enum text_language)language, &stemmer), INTV_OK);
        for (size_t i = 0; i < LENGTH(PIECES) * LENGTH(PIECES) * LENGTH(PIECES); i++) {
            char word[32] = "";
            strcat(word, PIECES[i % LENGTH(PIECES)]);
            strcat(word, PIECES[i / LENGTH(PIECES) % LENGTH(PIECES)]);
            strcat(word, PIECES[i / LENGTH(PIECES) / LENGTH(PIECES)]);
            is_well = is_well && stemmer_stem(stemmer, text_of(word), &stem) == INTV_OK &&
                      stem.length > 0;
        }
        ck_assert(is_well);
        stemmer_free(stemmer);
    }
}
END_TEST

START_TEST(stems_without_memory_are_a_status)
{
    struct stemmer *stemmer;
    struct text stem;
    allocations_left = 0;
    ck_assert_int_eq(stemmer_new(TEXT_DUTCH, &stemmer), INTV_ERROR_NO_MEMORY);
    ck_assert_ptr_null(stemmer);
    allocations_left = SIZE_MAX;
    snowball_has_memory = false;
    ck_assert_int_eq(stemmer_new(TEXT_ENGLISH, &stemmer), INTV_ERROR_NO_MEMORY);
    ck_assert_ptr_null(stemmer);
    snowball_has_memory = true;
    ck_assert_int_eq(stemmer_new(TEXT_DUTCH, &stemmer), INTV_OK);
    snowball_has_memory = false;
    ck_assert_int_eq(stemmer_stem(stemmer, text_of("ouders"), &stem), INTV_ERROR_NO_MEMORY);
    snowball_has_memory = true;
    ck_assert_int_eq(stemmer_stem(stemmer, text_of("ouders"), &stem), INTV_OK);
    ck_assert(text_is(stem, "ouder"));
    stemmer_free(stemmer);
    stemmer_free(NULL);
}
END_TEST

static void *
stem_often(void *failures)
{
    struct stemmer *stemmer;
    if (stemmer_new(TEXT_DUTCH, &stemmer) != INTV_OK)
        return NULL;
    for (unsigned round = 0; round < 5000; round++)
        *(unsigned *)failures += !have_one_stem(stemmer, "geradicaliseerd", "radicaliseren");
    stemmer_free(stemmer);
    return failures;
}

START_TEST(stems_by_several_threads_are_those_by_one)
{
    pthread_t threads[4];
    unsigned failures[4] = {0};
    for (size_t i = 0; i < LENGTH(threads); i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, stem_often, &failures[i]), 0);
    for (size_t i = 0; i < LENGTH(threads); i++) {
        void *ended = NULL;
        pthread_join(threads[i], &ended);
        ck_assert_ptr_eq(ended, &failures[i]);
        ck_assert_uint_eq(failures[i], 0);
    }
}
END_TEST

/* ---- compounds ---- */

static const char *const COMPOUNDS[][2] = {
    {"theaterinterventies", "theater+interventies"},
    {"casusoverleg", "casus+overleg"},
    {"jongerenwerk", "jongeren+werk"},
    {"jongerenwerker", "jongeren+werker"},
    {"jongerenwerkers", "jongeren+werkers"},
    {"sleutelfigurennetwerk", "sleutelfiguren+netwerk"},
    {"mediawijsheid", "media+wijsheid"},
    {"procesevaluatie", "proces+evaluatie"},
    {"gastlessen", "gast+lessen"},
    {"lesprogramma", "les+programma"},
    {"opvoedondersteuning", "opvoed+ondersteuning"},
    {"opvoeddebatten", "opvoed+debatten"},
    {"moskeebestuur", "moskee+bestuur"},
    {"wijkteam", "wijk+team"},
    {"wijkteams", "wijk+teams"},
    {"buurthuis", "buurt+huis"},
    {"groepstraining", "groep+training"},
    {"weerbaarheidstraining", "weerbaarheid+training"},
    {"nepnieuws", "nep+nieuws"},
    {"versterkingsgelden", "versterking+gelden"},
    {"identiteitsontwikkeling", "identiteit+ontwikkeling"},
    {"docententraining", "docenten+training"},
    {"burgerschapsonderwijs", "burgerschap+onderwijs"},
    {"leerlingenraad", "leerlingen+raad"},
    {"theatervoorstelling", "theater+voorstelling"},
    {"theatervoorstellingen", "theater+voorstellingen"},
    {"theatermaker", "theater+maker"},
    {"ouderavond", "ouder+avond"},
    {"ouderavonden", "ouder+avonden"},
    {"oudergroepen", "ouder+groepen"},
    {"voorlichtingsavond", "voorlichting+avond"},
    {"voorlichtingsbijeenkomsten", "voorlichting+bijeenkomsten"},
    {"jeugdzorg", "jeugd+zorg"},
    {"jeugdwerker", "jeugd+werker"},
    {"jeugdgevangenis", "jeugd+gevangenis"},
    {"wijknetwerk", "wijk+netwerk"},
    {"gezinsinterventie", "gezin+interventie"},
    {"gezinsbegeleiding", "gezin+begeleiding"},
    {"praktijkonderzoek", "praktijk+onderzoek"},
    {"effectonderzoek", "effect+onderzoek"},
    {"effectevaluatie", "effect+evaluatie"},
    {"planevaluatie", "plan+evaluatie"},
    {"gemeenteraad", "gemeente+raad"},
    {"gemeenteambtenaren", "gemeente+ambtenaren"},
    {"gemeenschapsleiders", "gemeenschap+leiders"},
    {"geloofsgemeenschap", "geloof+gemeenschap"},
    {"schoolleiders", "school+leiders"},
    {"schoolbestuur", "school+bestuur"},
    {"basisonderwijs", "basis+onderwijs"},
    {"lesmateriaal", "les+materiaal"},
    {"lespakket", "les+pakket"},
    {"lesserie", "les+serie"},
    {"beleidsmedewerker", "beleid+medewerker"},
    {"beleidsplan", "beleid+plan"},
    {"veiligheidshuis", "veiligheid+huis"},
    {"veiligheidsregio", "veiligheid+regio"},
    {"complottheorie", "complot+theorie"},
    {"haatpreek", "haat+preek"},
    {"haatgedrag", "haat+gedrag"},
    {"contactpersoon", "contact+persoon"},
    {"projectleider", "project+leider"},
    {"projectsubsidie", "project+subsidie"},
    {"subsidieregeling", "subsidie+regeling"},
    {"risicofactoren", "risico+factoren"},
    {"risicogedrag", "risico+gedrag"},
    {"signaleringsinstrument", "signalering+instrument"},
    {"adviespunt", "advies+punt"},
    {"meldpunt", "meld+punt"},
    {"expertisecentrum", "expertise+centrum"},
    {"expertisecentra", "expertise+centra"},
    {"trainershandboek", "trainers+handboek"},
    {"trainingsprogramma", "training+programma"},
    {"rolmodellen", "rol+modellen"},
    {"rollenspel", "rollen+spel"},
    {"groepsgesprekken", "groep+gesprekken"},
    {"groepsbijeenkomsten", "groep+bijeenkomsten"},
    {"strafrecht", "straf+recht"},
    {"rechtbank", "recht+bank"},
    {"terrorismebestrijding", "terrorisme+bestrijding"},
    {"radicaliseringsproces", "radicalisering+proces"},
    {"preventiebeleid", "preventie+beleid"},
    {"preventiewerk", "preventie+werk"},
    {"kenniscentrum", "kennis+centrum"},
    {"kennisbank", "kennis+bank"},
    {"dialoogsessies", "dialoog+sessies"},
    {"dialoogbijeenkomst", "dialoog+bijeenkomst"},
    {"moskeebezoek", "moskee+bezoek"},
    {"straatwerk", "straat+werk"},
    {"straatcoach", "straat+coach"},
    {"terugkeerprogramma", "terugkeer+programma"},
    {"detentiecentrum", "detentie+centrum"},
    {"vrijwilligerswerk", "vrijwilliger+werk"},
    {"ouderbetrokkenheid", "ouder+betrokkenheid"},
};

static const char *const WHOLE_WORDS[] = {
    "netwerk",      "netwerken",    "overleg",      "weerbaar",
    "weerbare",     "weerbaarheid", "onderwijs",    "onderzoek",
    "onderzoeker",  "leeftijd",     "voorstelling", "voorstellingen",
    "opleiding",    "opleidingen",  "aandacht",     "aanpak",
    "emotie",       "eiland",       "paspoort",     "verhouding",
    "gelijk",       "gedrag",       "gezin",        "bewijs",
    "begeleiden",   "bestuur",      "samenwerking", "wetenschap",
    "maatschappij", "gemeenschap",  "gemeente",     "handelen",
    "handeling",    "leraar",       "moskee",       "politie",
    "politiek",     "interventie",  "interventies", "evaluatie",
    "evaluaties",   "training",     "trainingen",   "radicalisering",
    "extremisme",   "terrorisme",   "jihadisme",    "religieus",
    "veilig",       "veiligheid",   "voorkomen",    "ondersteuning",
    "voorlichting", "persoonlijk",  "burgerlijk",   "verantwoordelijkheid",
    "oefening",     "deelname",     "partijen"};

/* The parts of a word, joined with +. */
static void
describe_parts(const struct compound_words *words, const char *word, char described[128])
{
    struct compound_part parts[COMPOUND_MOST_PARTS];
    const unsigned count = compound_split(words, text_of(word), parts);
    size_t length = 0;
    for (unsigned i = 0; i < count; i++) {
        if (i > 0)
            described[length++] = '+';
        memcpy(described + length, word + parts[i].start, parts[i].length);
        length += parts[i].length;
    }
    described[length] = '\0';
}

START_TEST(compounds_of_the_field_are_cut_into_their_parts)
{
    char found[128];
    ck_assert_uint_ge(LENGTH(COMPOUNDS), 80);
    for (size_t i = 0; i < LENGTH(COMPOUNDS); i++) {
        describe_parts(NULL, COMPOUNDS[i][0], found);
        ck_assert_str_eq(found, COMPOUNDS[i][1]);
    }
}
END_TEST

START_TEST(compounds_words_that_are_none_stay_whole)
{
    char found[128];
    ck_assert_uint_ge(LENGTH(WHOLE_WORDS), 40);
    for (size_t i = 0; i < LENGTH(WHOLE_WORDS); i++) {
        describe_parts(NULL, WHOLE_WORDS[i], found);
        ck_assert_msg(found[0] == '\0', "%s: %s", WHOLE_WORDS[i], found);
    }
}
END_TEST

static bool
holds_one_of(const void *context, struct text word)
{
    for (const char *const *words = context; *words != NULL; words++)
        if (text_is(word, *words))
            return true;
    return false;
}

START_TEST(compounds_are_cut_by_words_of_the_catalogue_too_but_not_at_stop_parts)
{
    static const char *const OWN[] = {"onder", "voor",      "bellen", "zweven",
                                      "zwe",   "venbellen", NULL};
    const struct compound_words words = {holds_one_of, OWN};
    char found[128];
    describe_parts(&words, "zwevenbellen", found);
    ck_assert_str_eq(found, "zweven+bellen");
    describe_parts(NULL, "zwevenbellen", found);
    ck_assert_str_eq(found, "");
    describe_parts(&words, "onderbellen", found);
    ck_assert_str_eq(found, "");
    describe_parts(&words, "netwerk", found);
    ck_assert_str_eq(found, "");
}
END_TEST

START_TEST(compounds_too_long_or_with_other_letters_stay_whole)
{
    struct compound_part parts[COMPOUND_MOST_PARTS];
    char word[2 * COMPOUND_LONGEST] = "";
    for (int i = 0; i < COMPOUND_MOST_PARTS; i++)
        strcat(word, "werk");
    ck_assert_uint_eq(compound_split(NULL, text_of(word), parts), COMPOUND_MOST_PARTS);
    strcat(word, "werk");
    ck_assert_uint_eq(compound_split(NULL, text_of(word), parts), 0);
    ck_assert_uint_eq(compound_split(NULL, text_of("werk\xC3\xB8team"), parts), 0);
    ck_assert_uint_eq(compound_split(NULL, text_of(""), parts), 0);
    memset(word, 'a', COMPOUND_LONGEST + 1);
    memcpy(word + COMPOUND_LONGEST - 7, "wijkteam", 9);
    ck_assert_uint_eq(compound_split(NULL, text_of(word), parts), 0);
    ck_assert_int_eq(COMPOUND_MOST_PARTS, 6);
    ck_assert_int_eq(COMPOUND_LONGEST, 64);
    ck_assert_int_eq(COMPOUND_SHORTEST_PART, 4);
}
END_TEST

static const char *const LISTED[] = {
#define PART(word) word,
#define WHOLE(word) word,
#define STOP_PART(word) word,
#include "text/compounds.def"
#undef PART
#undef WHOLE
#undef STOP_PART
};

static const char *const STOP_WORDS[] = {
#define STOP_WORD(word) word,
#include "text/stop_words.def"
#undef STOP_WORD
};

START_TEST(compounds_and_stop_words_are_in_byte_order)
{
    for (size_t i = 1; i < LENGTH(LISTED); i++)
        ck_assert_str_lt(LISTED[i - 1], LISTED[i]);
    for (size_t i = 1; i < LENGTH(STOP_WORDS); i++)
        ck_assert_str_lt(STOP_WORDS[i - 1], STOP_WORDS[i]);
}
END_TEST

START_TEST(stop_words_are_function_words_and_not_what_texts_are_about)
{
    static const char *const OTHERS[] = {"alleen", "zonder", "samen", "mij",  "ouders", "no",
                                         "",       "own",    "zelf",  "help", "geen-"};
    for (size_t i = 0; i < LENGTH(STOP_WORDS); i++)
        ck_assert(stop_word_is(text_of(STOP_WORDS[i])));
    for (size_t i = 0; i < LENGTH(OTHERS); i++)
        ck_assert(!stop_word_is(text_of(OTHERS[i])));
    ck_assert(stop_word_is(text_of("de")) && stop_word_is(text_of("the")));
}
END_TEST

/* ---- the order of names ---- */

static void
assert_order(enum intv_language language, const char *const *names, size_t count)
{
    struct collation *collation;
    unsigned char *last = NULL;
    size_t last_length = 0;
    ck_assert_int_eq(collation_new(language, &collation), INTV_OK);
    for (size_t i = 0; i < count; i++) {
        unsigned char *key;
        size_t length;
        ck_assert_int_eq(collation_key(collation, text_of(names[i]), &key, &length), INTV_OK);
        if (last != NULL)
            ck_assert_msg(text_compare((struct text){(char *)last, last_length},
                                       (struct text){(char *)key, length}) < 0,
                          "%s, %s", names[i - 1], names[i]);
        memory_free(last);
        last = key;
        last_length = length;
    }
    memory_free(last);
    collation_free(collation);
}

static const char *const NAMES[] = {
    "",         "Alles",        "alles kan", "\xC3\x89\xC3\xA9n", "Eer",
    "IJburg",   "\xC4\xB2mond", "Ik",        "Oumnia Works",      "\xC3\x96zg\xC3\xBCr",
    "Weerbaar", "zorg"};

START_TEST(collation_orders_names_as_people_do)
{
    assert_order(INTV_DUTCH, NAMES, LENGTH(NAMES));
    assert_order(INTV_ENGLISH, NAMES, LENGTH(NAMES));
}
END_TEST

START_TEST(collation_does_not_depend_on_the_locale)
{
    UErrorCode error = U_ZERO_ERROR;
    uloc_setDefault("sv_SE", &error); /* where the O with dots comes after the Z */
    ck_assert(U_SUCCESS(error));
    assert_order(INTV_DUTCH, NAMES, LENGTH(NAMES));
    assert_order(INTV_ENGLISH, NAMES, LENGTH(NAMES));
}
END_TEST

START_TEST(collation_without_memory_is_a_status)
{
    struct collation *collation;
    unsigned char *key;
    size_t length;
    allocations_left = 0;
    ck_assert_int_eq(collation_new(INTV_DUTCH, &collation), INTV_ERROR_NO_MEMORY);
    ck_assert_ptr_null(collation);
    allocations_left = SIZE_MAX;
    ck_assert_int_eq(collation_new(INTV_DUTCH, &collation), INTV_OK);
    for (size_t left = 0; left < 2; left++) {
        allocations_left = left;
        ck_assert_int_eq(collation_key(collation, text_of("a"), &key, &length),
                         INTV_ERROR_NO_MEMORY);
        ck_assert_ptr_null(key);
    }
    allocations_left = SIZE_MAX;
    collation_free(collation);
    collation_free(NULL);
}
END_TEST

static TCase *
stem_tests(void)
{
    TCase *tests = tcase_create("stems");
    tcase_add_test(tests, stems_of_dutch_plurals_are_those_of_the_singular);
    tcase_add_test(tests, stems_of_dutch_verbs_are_those_of_the_infinitive);
    tcase_add_test(tests, stems_of_dutch_diminutives_movements_and_adjectives_meet);
    tcase_add_test(tests, stems_of_other_dutch_words_stay_apart);
    tcase_add_test(tests, stems_of_english_meet_or_stay_apart);
    tcase_add_test(tests, stems_exceptions_are_in_byte_order_and_found);
    tcase_add_test(tests, stems_of_other_languages_numbers_and_long_words_are_the_word);
    tcase_add_test(tests, stems_are_never_empty);
    tcase_add_test(tests, stems_without_memory_are_a_status);
    tcase_add_test(tests, stems_by_several_threads_are_those_by_one);
    return tests;
}

static TCase *
other_tests(void)
{
    TCase *tests = tcase_create("compounds, names, stop words");
    tcase_add_test(tests, compounds_of_the_field_are_cut_into_their_parts);
    tcase_add_test(tests, compounds_words_that_are_none_stay_whole);
    tcase_add_test(tests, compounds_are_cut_by_words_of_the_catalogue_too_but_not_at_stop_parts);
    tcase_add_test(tests, compounds_too_long_or_with_other_letters_stay_whole);
    tcase_add_test(tests, compounds_and_stop_words_are_in_byte_order);
    tcase_add_test(tests, stop_words_are_function_words_and_not_what_texts_are_about);
    tcase_add_test(tests, collation_orders_names_as_people_do);
    tcase_add_test(tests, collation_does_not_depend_on_the_locale);
    tcase_add_test(tests, collation_without_memory_is_a_status);
    return tests;
}

int
main(void)
{
    Suite *suite = suite_create("stems");
    suite_add_tcase(suite, stem_tests());
    suite_add_tcase(suite, other_tests());
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
