#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The program: every command and option, exit statuses, bad input, hostile text, widths, locales.

The program is the one in INTERVENTIONS_PROGRAM. Answers over tests/golden/catalogue.xml stand in
tests/golden/*.txt; `tests/test_program.py --regenerate` writes them anew.
"""

import itertools
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
GOLDEN = TOP / "tests" / "golden"
CATALOGUE = GOLDEN / "catalogue.xml"
SITUATION = GOLDEN / "situation.xml"
LOCAL = ("--overlay", str(GOLDEN / "local.xml"))
PROGRAM = os.environ.get("INTERVENTIONS_PROGRAM", "interventions")
DAY = ("--as-of", "2026-11-23")
SMALL = ("--catalogue", str(CATALOGUE))
ASKED = ("--must", "doelgroep=parents", "--wish", "setting=neighbourhood", "--wish",
         "aim=early-recognition,knowledge", "--wish", "duration=8 weeks", "--wish",
         "cost=100/participant", "--wish", "age=20-30", "--have", "funding", "--lack", "trainer")

ANSWERS = {
    "match": ("match", *ASKED, "--excluded", *DAY),
    "match-en": ("match", *ASKED, "--excluded", *DAY, "--lang", "en"),
    "match-old": ("match", *ASKED, "--limit", "1", "--as-of", "2027-06-02"),
    "match-situation": ("match", "--situation", str(SITUATION), "--lang", "en"),
    "match-nothing": ("match", "--must", "target-group=pupils", "--must", "target-group=parents",
                      "--must", "outcome=outcome-trust", *DAY),
    "check": ("check", "lesdag", *ASKED, *DAY),
    "check-en": ("check", "praatpunt", *ASKED, *DAY, "--lang", "en"),
    "show": ("show", "praatpunt"),
    "show-en": ("show", "evaluation:report", "--lang", "en"),
    "show-element": ("show", "fear"),
    "show-policy": ("show", "letter-says", "--lang", "en"),
    "list": ("list",),
    "list-sources": ("list", "bronnen"),
    "list-filtered": ("list", "--type", "training", "--element", "fear", "--lang", "en"),
    "stats": ("stats",),
    "stats-en": ("stats", "--lang", "en"),
    "list-concepts-en": ("list", "concept", "--lang", "en"),
    "match-local": ("match", "--must", "target-group=parents", "--lack", "trainer", *DAY, *LOCAL),
    "check-local-en": ("check", "voorbeeldstad.inloop", *DAY, *LOCAL, "--lang", "en"),
    "show-local": ("show", "precondition:trainer", *LOCAL),
    "list-local": ("list", "preconditions", "--lang", "en", *LOCAL),
}
HELP = {
    "help": ("help",),
    "help-en": ("help", "--lang", "en"),
    "help-match-en": ("help", "match", "--lang", "en"),
    "help-validate": ("validate", "--help"),
    "explain": ("explain", "none-with-values"),
    "explain-en": ("explain", "bad-encoding", "--lang", "en"),
}


def environment(**more: str) -> dict[str, str]:
    """A quiet environment, without what the tester's own terminal says."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("COLUMNS", "NO_COLOR", "TERM", "LANG", "LANGUAGE")
            and not name.startswith("LC_")}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def run(*words: str, cwd: "pathlib.Path | None" = None, **more: str) -> subprocess.CompletedProcess:
    """Runs the program; its outputs are bytes."""
    return subprocess.run([PROGRAM, *words], env=environment(**more), cwd=cwd or TOP,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)


def answer(*words: str, **more: str) -> str:
    """Output of a run over the small catalogue that must not complain."""
    done = run(*words, *SMALL, **more)
    if done.stderr:
        raise AssertionError(done.stderr.decode())
    return done.stdout.decode()


def width_of(line: str) -> int:
    """Columns of a line."""
    return sum(0 if unicodedata.combining(letter) else
               2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def golden_texts() -> dict[str, str]:
    """Every answer that is kept, as the program gives it now."""
    texts = {name: answer(*words) for name, words in ANSWERS.items()}
    for width in (40, 200):
        texts[f"match-{width}"] = answer(*ANSWERS["match"], COLUMNS=str(width))
        texts[f"list-{width}"] = answer("list", COLUMNS=str(width))
    texts.update({name: run(*words).stdout.decode() for name, words in HELP.items()})
    return texts


class Golden(unittest.TestCase):
    """Answers as they were read and found good."""

    maxDiff = None

    def test_answers_are_those_that_were_kept(self) -> None:
        texts = golden_texts()
        kept = {path.stem for path in GOLDEN.glob("*.txt")}
        self.assertEqual(kept, set(texts))
        for name, text in texts.items():
            with self.subTest(name):
                self.assertEqual((GOLDEN / f"{name}.txt").read_text(encoding="utf-8"), text)


class Honesty(unittest.TestCase):
    """What an answer must say, and what it must never say."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.match = answer(*ANSWERS["match"])
        cls.flat = re.sub(r"\s+", " ", cls.match)

    def test_every_candidate_carries_the_prevention_paradox(self) -> None:
        paradox = "Dat gevallen van radicalisering zijn voorkomen, is niet aan te tonen."
        self.assertEqual(self.flat.count(paradox), 3)

    def test_a_fit_says_nothing_about_effect(self) -> None:
        self.assertIn("Past bij uw voorwaarden (dit zegt niets over het effect)", self.flat)

    def test_all_four_categories_are_counted_and_named(self) -> None:
        for line in ("1 Past bij uw", "1 Nog niet te zeggen", "1 Eerst iets regelen",
                     "1 Voldoet niet aan uw eis"):
            self.assertIn(line, self.flat)

    def test_words_that_promise_effect_occur_nowhere(self) -> None:
        texts = (TOP / "libinterventions" / "write" / "texts.def").read_text(encoding="utf-8")
        for word in ("bewezen", "effectief", "proven"):
            self.assertNotIn(word, self.match.lower())
            self.assertNotIn(word, texts.lower())

    def test_no_proof_is_followed_by_what_it_does_not_mean(self) -> None:
        self.assertIn("Geen bewijs gevonden (dat is geen bewijs dat het niet werkt)", self.flat)

    def test_harm_is_told_with_its_condition(self) -> None:
        self.assertIn("Kan schaden als deelnemers zich aangevallen voelen.", self.flat)

    def test_side_effects_come_first_among_the_risks(self) -> None:
        for risks in re.findall(r"Risico's en grenzen\n\s+(\w+)", self.match):
            self.assertTrue(risks.startswith("Bijwerking"), risks)

    def test_unread_side_effects_are_told_with_the_page(self) -> None:
        self.assertIn("Bijwerking: Bron niet (helemaal) gelezen. Indeling door de redactie, p. 9",
                      self.flat)

    def test_a_side_effect_that_only_the_provider_names_is_not_called_unstated(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "provider.xml"
            path.write_text(CATALOGUE.read_text(encoding="utf-8").replace(
                '<setting concept="neighbourhood" asserted-by="method" source="page"/>',
                '<side-effect asserted-by="provider" source="page"><wording>Het geeft onrust.'
                '</wording></side-effect>'), encoding="utf-8")
            done = run("check", "buurtavond", "--catalogue", str(path))
            risks, provider = done.stdout.decode().split("   De aanbieder zelf\n")
            self.assertIn("Bijwerkingen: alleen de aanbieder zelf noemt die; zie onder.", risks)
            self.assertNotIn("Het geeft onrust.", risks)
            self.assertIn("Bijwerking: Het geeft onrust.", provider)

    def test_provider_claims_stand_in_a_block_of_their_own(self) -> None:
        first = self.match.split("\n1. ")[1].split("\n2. ")[0]
        before, provider = first.split("   De aanbieder zelf\n")
        self.assertIn("setting buurt", provider)
        self.assertNotIn("De aanbieder zelf:", before)
        self.assertIn("Dit zegt alleen de aanbieder zelf", re.sub(r"\s+", " ", before))

    def test_editors_classification_is_marked(self) -> None:
        self.assertIn("doel vroeg herkennen of kennis (wens), zo genoemd. Indeling door de redactie",
                      self.flat)

    def test_conflict_shows_both_values_and_both_sources(self) -> None:
        self.assertRegex(self.flat, r"bronnen spreken elkaar tegen\. 4 tot en met 6 weken - "
                                    r"Onderzoekers concluderen: .*?\[1\]; 10 weken - "
                                    r"Methodebeschrijving: Over Praatpunt \[3\]")

    def test_required_names_who_says_so_and_potential_is_said(self) -> None:
        self.assertIn("Noodzakelijk volgens de onderzoekers: opgeleide trainer", self.flat)
        self.assertIn("vast geld (Mogelijk werkzaam)", self.flat)

    def test_silence_says_its_cause_and_where_the_answer_may_stand(self) -> None:
        self.assertIn("setting buurt (wens). Bron niet (helemaal) gelezen. "
                      "Het kan staan in: Het hele verslag, p. 2 [4]", self.flat)

    def test_every_source_that_is_referred_to_is_listed_once(self) -> None:
        body, sources = self.match.split("\nBronnen\n")
        listed = re.findall(r"^  \[(\d+)\]", sources, re.M)
        used = set(re.findall(r"\[(\d+)\]", body))
        self.assertEqual(listed, [str(number + 1) for number in range(len(listed))])
        self.assertEqual(set(listed), used)

    def test_sources_say_how_far_they_were_read_and_through_what(self) -> None:
        self.assertIn("(alleen de samenvatting gelezen)", self.flat)
        self.assertIn("(niet gelezen; gelezen via [2])", self.flat)

    def test_scopes_are_named(self) -> None:
        self.assertIn("Randvoorwaarde voor samenwerking", self.flat)
        self.assertIn("Randvoorwaarde voor evaluatie", self.flat)

    def test_ideologies_are_counted(self) -> None:
        self.assertIn("Gericht op: alle vormen 1 Onderzocht bij: rechts-extremistisch 1", self.flat)

    def test_edition_is_announced_as_old_after_twelve_months_and_not_before(self) -> None:
        old = "Let op: deze uitgave"
        self.assertTrue(answer("match", "--as-of", "2027-06-02").startswith(old))
        self.assertNotIn(old, answer("match", "--as-of", "2027-06-01"))
        self.assertNotIn(old, answer("match", "--as-of", "none"))

    def test_excluded_are_told_only_when_asked_and_with_the_must(self) -> None:
        hidden = answer("match", *ASKED, *DAY)
        self.assertNotIn("Schoolklas", hidden)
        self.assertIn("Voldoet niet aan uw eis: 1.", hidden)
        self.assertIn("Voldoet niet: doelgroep ouders (eis), er is iets anders genoemd. "
                      "Wel genoemd: leerlingen [3].", self.flat)


class Commands(unittest.TestCase):
    """Options and exit statuses."""

    def test_found_is_0(self) -> None:
        for words in (("list",), ("show", "praatpunt"), ("match",), ("check", "schoolklas")):
            done = run(*words, *SMALL)
            self.assertEqual((done.returncode, done.stderr), (0, b""), words)

    def test_nothing_found_is_1(self) -> None:
        self.assertEqual(run(*ANSWERS["match-nothing"], *SMALL).returncode, 1)
        self.assertEqual(run("list", "ratings", *SMALL).returncode, 1)
        self.assertIn("In deze catalogus niets gevonden.", answer(*ANSWERS["match-nothing"]))

    def test_check_of_an_excluded_intervention_is_0(self) -> None:
        done = run("check", "schoolklas", "--must", "doelgroep=parents", *SMALL)
        self.assertEqual(done.returncode, 0)
        self.assertIn("Voldoet niet aan uw eis", done.stdout.decode())

    def test_show_finds_a_record_of_any_kind(self) -> None:
        for name in ("fear", "trainer", "source:report", "evaluatie:report", "gm0001",
                     "concept:parents", "scheme:setting"):
            self.assertIn(name.split(":")[-1], answer("show", name))

    def test_show_and_check_find_a_record_by_its_name(self) -> None:
        self.assertEqual(answer("show", "talking  POINT"), answer("show", "praatpunt"))
        self.assertEqual(answer("show", "begrip:Ouders"), answer("show", "concept:parents"))
        self.assertEqual(answer("check", "pp", *DAY), answer("check", "praatpunt", *DAY))

    def test_a_name_of_several_records_is_told_with_their_ids(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "same.xml"
            path.write_text(CATALOGUE.read_text(encoding="utf-8").replace(
                "<name>Steunpunt</name>", "<name>Praatpunt!</name>").replace(
                "<name>Buurtavond</name>", "<name>Praatpunt!</name>"), encoding="utf-8")
            done = run("show", "praatpunt!", "--catalogue", str(path))
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn("intervention:buurtavond, organisation:support", done.stderr.decode())

    def test_hidden_labels_are_not_shown(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "hidden.xml"
            path.write_text(CATALOGUE.read_text(encoding="utf-8").replace(
                '<concept id="school" scheme="setting"><label>school</label>',
                '<concept id="school" scheme="setting"><label>school</label>'
                '<hidden-label>schol</hidden-label>'), encoding="utf-8")
            done = run("show", "concept:school", "--catalogue", str(path))
            self.assertEqual(done.returncode, 0)
            self.assertNotIn("schol\n", done.stdout.decode())

    def test_limit_cuts_and_0_shows_all(self) -> None:
        names = re.compile(r"^\d+\. ", re.M)
        for limit, shown in (("1", 1), ("2", 2), ("0", 4), ("99", 4)):
            text = answer("match", *DAY, "--limit", limit)
            self.assertEqual(len(names.findall(text)), shown, limit)
            left = 4 - shown
            self.assertEqual(f"Nog {left} niet getoond" in text, left > 0)

    def test_include_adds_candidates(self) -> None:
        self.assertIn("Bekeken: 4 interventies", answer("match", *DAY))
        for what, count in (("types", 5), ("instruments", 5), ("foreign", 5), ("ended", 5),
                            ("types,ended", 6)):
            self.assertIn(f"Bekeken: {count} interventies", answer("match", *DAY, "--include", what))

    def test_situation_file_and_options_come_together(self) -> None:
        text = answer("match", "--situation", str(SITUATION), "--wish", "setting=school")
        self.assertIn("Eis: doelgroep ouders", text)
        self.assertIn("Wens: setting school", text)
        self.assertIn("Niet geregeld: opgeleide trainer", text)

    def test_situation_in_json_answers_the_same_as_in_xml(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "situation.txt"
            path.write_text(' \r\n\t{"as_of": "2026-07-01", "criteria": [{"field": "target-group",'
                            ' "importance": "must", "wanted": ["parents"]}], "preconditions":'
                            ' [{"id": "trainer", "state": "absent"}]}', encoding="utf-8")
            self.assertEqual(answer("match", "--situation", str(path)),
                             answer("match", "--situation", str(SITUATION)))
            path.write_text('{"criteria": [{}]}', encoding="utf-8")
            done = run("match", "--situation", str(path), *SMALL)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(f"{path}:1:15: ".encode(), done.stderr)
            self.assertIn(b"(missing-member)", done.stderr)
            path.write_text(" " * 2000000, encoding="utf-8")
            done = run("match", "--situation", str(path), *SMALL)
            self.assertEqual(done.returncode, 2)
            path.write_text("{" + " " * 2000000, encoding="utf-8")
            done = run("match", "--situation", str(path), *SMALL)
            self.assertIn(b"(json-limit-reached)", done.stderr)

    def test_date_of_the_file_holds_unless_an_option_says_otherwise(self) -> None:
        file = ("match", "--situation", str(SITUATION))
        self.assertIn("Gevraagd op 2026-07-01.", answer(*file))
        self.assertIn("Gevraagd op 2026-11-23.", answer(*file, *DAY))
        self.assertIn("Gevraagd zonder datum.", answer(*file, "--as-of", "none"))

    def test_without_a_date_today_in_utc_holds(self) -> None:
        before = subprocess.run(["date", "-u", "+%F"], capture_output=True, text=True, check=True)
        text = answer("match")
        after = subprocess.run(["date", "-u", "+%F"], capture_output=True, text=True, check=True)
        days = {before.stdout.strip(), after.stdout.strip()}
        self.assertTrue(any(f"Gevraagd op {day}." in text for day in days))

    def test_fields_are_known_in_both_languages(self) -> None:
        self.assertEqual(answer("match", "--must", "doelgroep=ouders", *DAY),
                         answer("match", "--must", "target-group=parents", *DAY))

    def test_options_may_stand_before_the_command(self) -> None:
        self.assertEqual(answer("--lang", "en", "list"), answer("list", "--lang=en"))
        self.assertEqual(answer("list", POSIXLY_CORRECT="1"), answer("list"))

    def test_two_dashes_end_the_options(self) -> None:
        done = run("show", *SMALL, "--", "--json")
        self.assertEqual(done.returncode, 2)
        self.assertIn("'--json'", done.stderr.decode())

    def test_builtin_catalogue_answers(self) -> None:
        for words in (("list",), ("list", "preconditions"), ("match", "--limit", "1"),
                      ("match", "--situation", "demo/examples/municipality.xml"), ("version",)):
            done = run(*words)
            self.assertEqual((done.returncode, done.stderr), (0, b""), words)

    def test_example_situation_holds_all_four_categories(self) -> None:
        done = run("match", "--situation", "demo/examples/municipality.xml", "--json")
        counts = json.loads(done.stdout)["counts"]
        for category in ("fits", "open", "blocked", "excluded"):
            self.assertGreater(counts[category], 0, category)

    def test_every_record_of_the_builtin_catalogue_can_be_shown(self) -> None:
        names = []
        for kind in ("interventions", "evaluations", "policy-statements", "funding-schemes"):
            listed = json.loads(run("list", kind, "--json").stdout)
            texts = json.dumps(listed)
            names += [f"{kind[:-1]}:{name}" for name in re.findall(r'"id": "([^"]+)"', texts)]
        self.assertGreater(len(names), 20)
        for name in names:
            done = run("show", name)
            self.assertEqual((done.returncode, done.stderr), (0, b""), name)
            self.assertNotRegex(done.stdout.decode(), r"\bfield-|\bcode-", name)

    def test_list_leaves_only_what_meets_every_filter_by_id_or_name(self) -> None:
        by_code = run("list", "--municipality", "gm0518", "--json").stdout
        self.assertEqual(by_code, run("list", "--municipality", "Den Haag", "--json").stdout)
        ids = [one["id"] for one in json.loads(by_code)["records"]]
        self.assertIn("vip-den-haag", ids)
        self.assertNotIn("under-pressure", ids)
        both = run("list", "--municipality", "gm0518", "--element", "safe-setting", "--json")
        self.assertLess(len(json.loads(both.stdout)["records"]), len(ids))
        self.assertEqual(run("list", "--type", "theatre", "--element", "surveillance").returncode, 1)

    def test_list_refuses_filters_of_unknown_values_and_of_other_kinds(self) -> None:
        for words, expected in ((("--type", "theatr"), "theatre-intervention"),
                                (("sources", "--type", "theatre"), "sources")):
            done = run("list", *words)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(expected, done.stderr.decode())

    def test_help_explains_every_command_option_field_and_limit(self) -> None:
        for command, language in itertools.product(
                ("list", "show", "match", "check", "validate", "stats", "explain", "request", "version",
                 "help"), ("nl", "en")):
            done = run("help", command, "--lang", language)
            self.assertEqual((done.returncode, done.stderr), (0, b""), command)
            for line in done.stdout.decode().splitlines():
                self.assertNotRegex(line, r"^\s+(\S+)\s+\1$", "a term without its explanation")
            self.assertEqual(run(command, "--help", "--lang", language).stdout, done.stdout)

    def test_version_names_library_format_and_edition(self) -> None:
        text = run("version").stdout.decode()
        self.assertEqual(text, run("--version").stdout.decode())
        self.assertRegex(text, r"\nOnderdelen: xml, match, [\w\s,-]+\n$")
        self.assertRegex(text, r"interventions \d+\.\d+\.\d+")
        self.assertRegex(text, r"Formaat van de catalogus: \d+\.\d+")
        self.assertRegex(text, r"uitgave \d{4}-\d{2}-\d{2}")


class Overlays(unittest.TestCase):
    """Local catalogues over another."""

    EXAMPLE = ("--overlay", "demo/examples/local.xml")

    def test_example_lies_over_the_builtin_catalogue_without_a_word(self) -> None:
        own = run("show", "voorbeeldstad.buurtouders", *self.EXAMPLE)
        self.assertEqual((own.returncode, own.stderr), (0, b""))
        self.assertIn("(lokaal: voorbeeldstad)", own.stdout.decode())
        replaced = run("show", "organisation:lse", *self.EXAMPLE).stdout.decode()
        self.assertIn("(lokaal: voorbeeldstad)", replaced)
        self.assertIn("team Zorg en Veiligheid", re.sub(r"\s+", " ", replaced))
        national = run("show", "jos", *self.EXAMPLE).stdout.decode()
        self.assertNotIn("(lokaal:", national.split("\n\n")[1])
        self.assertNotIn("lokaal", run("show", "jos").stdout.decode())

    def test_overlays_come_in_the_order_they_are_given(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "district.xml"
            path.write_text('<catalogue xmlns="urn:interventions:catalogue:1" edition="2026-08-01" '
                            'publisher="wijk" licence="CC0-1.0" xml:lang="nl">'
                            '<precondition id="trainer" kind="money" scope="intervention" '
                            'replaces="2026-07-01"><label>wijktrainer</label></precondition>'
                            '</catalogue>', encoding="utf-8")
            text = answer("show", "precondition:trainer", *LOCAL, "--overlay", str(path))
            self.assertIn("(lokaal: wijk)", text)
            self.assertIn("uitgave 2026-07-01, van voorbeeldstad", text)
            turned = run("show", "trainer", "--overlay", str(path), *LOCAL, *SMALL)
            self.assertIn("replaces-other-edition", turned.stderr.decode())

    def test_json_tells_layers_with_an_overlay(self) -> None:
        told = json.loads(answer("list", *LOCAL, "--json"))
        self.assertEqual([layer["publisher"] for layer in told["layers"]],
                         ["tests", "voorbeeldstad"])
        layers = {record["id"]: record["layer"] for record in told["records"]}
        self.assertEqual(layers["voorbeeldstad.inloop"], 1)
        self.assertEqual(layers["praatpunt"], 0)

    def test_local_edition_is_announced_as_old(self) -> None:
        text = re.sub(r"\s+", " ", answer("match", *LOCAL, "--as-of", "2027-07-02"))
        self.assertIn("Let op: de lokale catalogus van voorbeeldstad is van 2026-07-01.", text)
        self.assertIn("Let op: deze uitgave van de catalogus is van 2026-06-01.", text)
        text = re.sub(r"\s+", " ", answer("match", *LOCAL, "--as-of", "2027-07-01"))
        self.assertNotIn("Let op: de lokale catalogus", text)

    def test_local_catalogue_is_validated_over_the_builtin_one_or_over_files(self) -> None:
        builtin = run("validate", *self.EXAMPLE)
        self.assertEqual(builtin.returncode, 0, builtin.stdout)
        self.assertIn("van voorbeeldstad", re.sub(r"\s+", " ", builtin.stdout.decode()))
        over = run("validate", str(CATALOGUE), *LOCAL)
        self.assertEqual(over.returncode, 0, over.stdout)
        wrong = run("validate", *LOCAL)
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("replaces-nothing", wrong.stdout.decode())

    def test_overlay_that_is_missing_or_wrong_is_told(self) -> None:
        for path, tag in (("nowhere.xml", "file-missing"), (str(CATALOGUE), "publisher-twice")):
            done = run("list", "--overlay", path, *SMALL)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(tag, done.stderr.decode())


class Validate(unittest.TestCase):
    """The command validate."""

    def test_good_files_are_valid(self) -> None:
        done = run("validate", str(CATALOGUE))
        self.assertEqual(done.returncode, 0)
        self.assertIn("In orde: ", done.stdout.decode())

    def test_everything_wrong_is_told_with_place_and_advice(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bad.xml"
            path.write_text('<catalogue xmlns="urn:interventions:catalogue:1" edition="2026-01-01" '
                            'publisher="t" licence="CC0-1.0" xml:lang="nl">\n'
                            '<intervention id="Bad" kind="x"/>\n<wrong id="a"/>\n</catalogue>',
                            encoding="utf-8")
            done = run("validate", str(path))
            text = done.stdout.decode()
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"{path}:2:1: fout: ", text)
            self.assertIn(f"{path}:3:1: fout: ", text)
            self.assertRegex(text, r"Fouten: [2-9]\. Waarschuwingen: 0\.")
            english = run("validate", str(path), "--lang", "en").stdout.decode()
            self.assertIn(f"{path}:3:1: error: ", english)
            machine = run("validate", str(path), "--json")
            self.assertEqual(machine.returncode, 2)
            self.assertIn("bad-id", json.dumps(json.loads(machine.stdout)))

    def test_other_files_can_stand_beside(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "extra.xml"
            path.write_text('<catalogue xmlns="urn:interventions:catalogue:1" edition="2026-06-01" '
                            'publisher="tests" licence="CC0-1.0" xml:lang="nl">'
                            '<intervention id="extra" kind="intervention"><name>Extra</name>'
                            '<type concept="training" asserted-by="editor"/></intervention>'
                            '</catalogue>', encoding="utf-8")
            self.assertEqual(run("validate", str(path)).returncode, 2)
            self.assertEqual(run("validate", str(path), *SMALL).returncode, 0)
            self.assertIn("extra", answer("list", "--catalogue", str(path)))

    def test_limits_are_settings(self) -> None:
        done = run("validate", str(CATALOGUE), "--limit-of", "records=3")
        self.assertEqual(done.returncode, 2)
        self.assertIn("records (3)", done.stdout.decode())


class Lenient(unittest.TestCase):
    """A catalogue with faults, of which the program uses what remains, and says so."""

    NOTE = {"nl": "Let op: deze catalogus is niet compleet.",
            "en": "Note: this catalogue is incomplete."}

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(cls.folder.name) / "faulty.xml"
        text = CATALOGUE.read_text(encoding="utf-8")
        text = re.sub(r'<summary xml:lang="en">[^<]*</summary>', "", text)
        cls.kept = re.search(r'<intervention id="([a-z-]+)"', text)[1]
        path.write_text(re.sub(r'(<intervention id="[a-z-]+"[^>]*>)',
                               r'\1<setting concept="nowhere" asserted-by="editor"/>'
                               r'<summary xml:lang="fr"/>', text)
                        .replace("</catalogue>", '<organisation id="Bad"/></catalogue>'),
                        encoding="utf-8")
        cls.words = ("--catalogue", str(path))

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def lenient(self, *words: str) -> subprocess.CompletedProcess:
        return run(*words, *self.words, "--lenient")

    def commands(self) -> list[tuple[str, ...]]:
        return [("list",), ("show", self.kept), ("match", *DAY), ("check", self.kept, *DAY)]

    def test_without_the_option_nothing_is_answered(self) -> None:
        for words in self.commands():
            done = run(*words, *self.words)
            self.assertEqual((done.returncode, done.stdout), (2, b""), words)

    def test_every_answer_says_first_that_the_catalogue_is_incomplete(self) -> None:
        for words in self.commands():
            for language, note in self.NOTE.items():
                done = self.lenient(*words, "--lang", language)
                self.assertEqual(done.returncode, 0, words)
                self.assertTrue(done.stdout.decode().startswith(note), words)
                self.assertRegex(re.sub(r"\s+", " ", done.stdout.decode()), r"\(records: 1, ")
                self.assertIn(note, done.stdout.decode())

    def test_what_was_wrong_and_what_went_is_told_apart_from_the_answer(self) -> None:
        for words in self.commands():
            told = self.lenient(*words).stderr.decode()
            for tag in ("dangling-reference", "bad-id", "empty-text", "dropped-record"):
                self.assertIn(f"({tag})", told)

    def test_json_says_that_it_is_incomplete(self) -> None:
        for words in self.commands():
            self.assertIs(json.loads(self.lenient(*words, "--json").stdout)["incomplete"], True)
            whole = run(*words, *SMALL, "--json")
            self.assertIs(json.loads(whole.stdout)["incomplete"], False)

    def test_a_complete_catalogue_is_not_called_incomplete(self) -> None:
        for words in self.commands():
            self.assertEqual(answer(*words, "--lenient"), answer(*words))
        built_in = run("list", "--lenient")
        self.assertEqual((built_in.returncode, built_in.stderr), (0, b""))
        self.assertNotIn(self.NOTE["nl"], built_in.stdout.decode())

    def test_what_was_left_out_is_shown_in_its_place(self) -> None:
        shown = re.sub(r"\s+", " ", self.lenient("show", self.kept).stdout.decode())
        self.assertRegex(shown, "Setting .*Weggelaten bij het laden: hier stond iets wat niet klopt")
        for language in ("nl", "en"):
            shown = self.lenient("show", self.kept, "--lang", language).stdout.decode()
            self.assertIn("\n  Vier avonden waarop ouders oefenen met lastige gesprekken.", shown)

    SOURCED = 'asserted-by="guideline" source="s"'
    DROPPED = {
        # what is put wrong into the catalogue: words of the answer in Dutch and English
        f'<evaluation id="e" {SOURCED}><title>e</title><evaluates ref="p"/></evaluation>': (
            ("Evaluaties die hierover kunnen gaan, zijn weggelaten bij het laden.",
             "Evaluations that may be about this were left out when loading."),
            ("Bijwerkingen: wat daarover kan gaan, is weggelaten bij het laden.",
             "Side effects: what may be about them was left out when loading.")),
        f'<evaluation id="e" status="published" {SOURCED}><title>e</title><evaluates ref="p"/>'
        '<finding outcome="none"/></evaluation>': (
            ("Uitkomsten die hierover kunnen gaan, zijn weggelaten bij het laden. Het onderzoek "
             "telt daarom niet mee in de volgorde.",
             "Findings that may be on this were left out when loading. So the research does not "
             "count in the order."),),
        f'<verdict value="harmful" {SOURCED}/>': (
            ("Waarschuwing uit onderzoek, bij Praten: Weggelaten bij het laden: hier stond iets "
             "wat niet klopt.",
             "Warning from research, on Praten: Left out when loading: what stood here is wrong."),),
        f'<uses-element ref="gone" {SOURCED}/>': (
            ("Waarschuwingen uit onderzoek kunnen zijn weggelaten bij het laden.",
             "Warnings from research may have been left out when loading."),),
        f'<status value="stopped" {SOURCED}/>': (
            ("Let op: bij het laden is weggelaten of dit nog loopt, of dat het in Nederland is. "
             "Vraag dat na.",
             "Note: whether this still runs, or whether it is in the Netherlands, was left out "
             "when loading. Ask about it."),),
    }

    def catalogue_with(self, wrong: str) -> str:
        """One programme, one element, and in it or beside it something wrong."""
        inside = {place: wrong if wrong.startswith(f"<{tag}") else "" for place, tag in
                  (("element", "verdict"), ("programme", "uses"), ("more", "status"),
                   ("beside", "evaluation"))}
        return f"""<catalogue xmlns="urn:interventions:catalogue:1" edition="2026-11-01"
            publisher="tests" licence="CC0-1.0" xml:lang="nl">
            <source id="s" read="whole"><title>s</title></source>
            <scheme id="element-kind"><label>k</label></scheme>
            <concept id="k" scheme="element-kind"><label>k</label></concept>
            <element id="talk" kind="k"><label>Praten</label>{inside["element"]}</element>
            <intervention id="p" kind="intervention"><name>p</name>
            <uses-element ref="talk" {self.SOURCED}/>{inside["programme"]}{inside["more"]}
            </intervention>{inside["beside"]}</catalogue>"""

    def test_what_was_left_out_is_not_told_as_absent(self) -> None:
        path = pathlib.Path(self.folder.name) / "dropped.xml"
        every = {text for texts in self.DROPPED.values() for pair in texts for text in pair}
        for wrong, texts in self.DROPPED.items():
            path.write_text(self.catalogue_with(wrong), encoding="utf-8")
            for place, language in enumerate(("nl", "en")):
                for words in (("match", *DAY), ("check", "p", *DAY)):
                    done = run(*words, "--catalogue", str(path), "--lenient", "--lang", language)
                    shown = re.sub(r"\s+", " ", done.stdout.decode())
                    expected = {pair[place] for pair in texts}
                    self.assertEqual({text for text in every if text in shown}, expected, wrong)

    def test_validate_tells_what_remains_and_still_fails(self) -> None:
        done = run("validate", self.words[1], "--lenient")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Niet in orde. Met --lenient blijven over: ", done.stdout.decode())
        self.assertIn("(dropped-record)", done.stdout.decode())
        self.assertEqual(run("validate", str(CATALOGUE), "--lenient").returncode, 0)

    def test_nothing_usable_is_an_error(self) -> None:
        done = run("list", "--catalogue", str(SITUATION), "--lenient")
        self.assertEqual((done.returncode, done.stdout), (2, b""))


WRONG = {
    # words of the command line: what the message must hold
    (): ("opdracht", "match"),
    ("matsch",): ("'matsch'", "Lijkt erop: match."),
    ("zzzzzz",): ("'zzzzzz'", "Kies uit: list, show"),
    ("help", "lst"): ("'lst'", "Lijkt erop: list."),
    ("match", "--limt", "3"): ("'--limt'", "Lijkt erop: --limit."),
    ("match", "-z"): ("'-z'",),
    ("match", "--limit"): ("--limit", "(N)"),
    ("match", "--limit", "-3"): ("'-3'", "heel getal"),
    ("match", "--limit", "1e3"): ("'1e3'",),
    ("match", "--limit", ""): ("''",),
    ("match", "--limit", "18446744073709551616"): ("'18446744073709551616'",),
    ("match", "--json=yes"): ("--json",),
    ("match", "--lang", "de"): ("'de'", "nl, en"),
    ("match", "--color", "alwys"): ("'alwys'", "Lijkt erop: always."),
    ("match", "--include", "tipes"): ("'tipes'", "Lijkt erop: types."),
    ("match", "--include", "types,,ended"): ("''",),
    ("match", "--as-of", "2026-02-30"): ("'2026-02-30'", "JJJJ-MM-DD"),
    ("match", "--as-of", "today"): ("'today'",),
    ("match", "--must", "parents"): ("'parents'", "VELD=WAARDE"),
    ("match", "--must", "doelgrop=parents"): ("'doelgrop'", "doelgroep"),
    ("match", "--must", "target-group=parnets"): ("'parnets'", "parents"),
    ("match", "--wish", "age=130"): ("'130'", "0 tot en met 120"),
    ("match", "--wish", "cost=100"): ("'100'", "250/deelnemer"),
    ("match", "--have", "fundin"): ("'fundin'", "funding"),
    ("match", "--have", "funding", "--lack", "funding"): ("funding", "duplicate-state"),
    ("match", "--situation", "/nonexistent"): ("/nonexistent", "file-missing"),
    ("match", "--limit-of", "records"): ("'records'", "NAME=N"),
    ("match", "--limit-of", "recrds=3"): ("'recrds'", "Lijkt erop: records."),
    ("match", "--limit-of", "records=many"): ("'many'",),
    ("match", "--limit-of", "depth=1"): ("depth (1)",),
    ("match", "extra"): ("'extra'",),
    ("list", "--must", "a=b"): ("--must", "list"),
    ("list", "sorces"): ("'sorces'", "Lijkt erop: source."),
    ("list", "evaluatis"): ("'evaluatis'", "Lijkt erop: evaluaties."),
    ("show",): ("show",),
    ("show", "praatpnt"): ("'praatpnt'", "Lijkt erop: praatpunt."),
    ("show", "report"): ("evaluation:report", "source:report"),
    ("show", "source:reprot"): ("'source:reprot'", "Lijkt erop: report."),
    ("show", "sorce:report"): ("'sorce'", "Lijkt erop: source."),
    ("show", ":"): ("''",),
    ("check",): ("check",),
    ("check", "lesdg"): ("'lesdg'", "Lijkt erop: lesdag."),
    ("check", "source:report"): ("geen interventie",),
    ("check", "lesdag", "praatpunt"): ("'praatpunt'",),
    ("validate",): ("validate",),
    ("version", "3"): ("'3'",),
    ("request", "/no/such/file"): ("'/no/such/file'",),
    ("request", "a", "b"): ("'b'",),
}


class BadInput(unittest.TestCase):
    """Wrong words end with 2, tell what to do, and answer nothing."""

    def test_wrong_words_tell_found_expected_and_nearest(self) -> None:
        for words, pieces in WRONG.items():
            with self.subTest(words):
                takes = words and words[0] in ("list", "show", "match", "check")
                done = run(*words[:1], *(SMALL if takes else ()), *words[1:])
                message = done.stderr.decode()
                self.assertEqual((done.returncode, done.stdout), (2, b""), message)
                for piece in pieces:
                    self.assertIn(piece, message)

    def test_messages_are_in_the_language_of_the_option(self) -> None:
        for words in (("matsch", "--lang", "en"), ("--lang=en", "matsch")):
            self.assertIn("There is no command 'matsch'.", run(*words).stderr.decode())

    def test_all_wrong_criteria_are_told_at_once(self) -> None:
        done = run("match", "--must", "aaaa=b", "--wish", "setting=nowhere", "--have", "nothing",
                   *SMALL)
        message = done.stderr.decode()
        for piece in ("'aaaa'", "'nowhere'", "'nothing'"):
            self.assertIn(piece, message)

    def test_many_unknown_names_are_each_refused(self) -> None:
        done = run("match", *itertools.chain.from_iterable(
            ("--must", f"setting=none{number}") for number in range(300)), *SMALL)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertEqual(done.stderr.decode().count("(unknown-value)"), 300)

    def test_long_and_odd_words_are_refused(self) -> None:
        for word in ("x" * 100000, "\u202e\u200b", "é" * 500, "%s%n", "a" * 64 + ":b", "=", "b=" * 99):
            for words in (("show", word), ("list", word), (word,), ("match", "--must", word),
                          ("match", "--have", word), ("check", word), ("match", "--" + word)):
                done = run(*words, *SMALL)
                self.assertEqual((done.returncode, done.stdout), (2, b""), words[:1])

    def test_words_that_are_no_utf8_are_shown_as_bytes(self) -> None:
        done = subprocess.run([PROGRAM.encode(), b"show", b"\xff\x9b", b"--catalogue",
                               str(CATALOGUE).encode()], env=environment(), capture_output=True,
                              check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(rb"\x{FF}\x{9B}", done.stderr)

    def test_broken_files_of_every_kind_are_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "broken.xml"
            whole = CATALOGUE.read_bytes()
            for name, data in {"empty": b"", "cut": whole[:len(whole) // 2], "text": b"hello",
                               "doctype": b"<!DOCTYPE a><a/>", "binary": bytes(range(256))}.items():
                path.write_bytes(data)
                for words in (("list", "--catalogue", str(path)), ("validate", str(path)),
                              ("match", "--situation", str(path), *SMALL)):
                    done = run(*words)
                    self.assertEqual(done.returncode, 2, (name, words))
            for place in ("/dev/null", folder, "/dev/zero"):
                self.assertEqual(run("list", "--catalogue", place).returncode, 2, place)


HOSTILE = "\u009b31m\u202eabc\u2066\u200b\u2028\U000e0041\u061c\ufeff\u00ad\u0085"


class HostileText(unittest.TestCase):
    """Nothing of the data steers the screen."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(cls.folder.name) / "hostile.xml"
        text = CATALOGUE.read_text(encoding="utf-8")
        # what the loader itself refuses is left out, the rest must be harmless on the screen
        cls.accepted = ""
        for letter in HOSTILE:
            path.write_text(text.replace("<name>Praatpunt</name>", f"<name>Praat{letter}punt</name>"),
                            encoding="utf-8")
            if run("validate", str(path)).returncode == 0:
                cls.accepted += letter
        for word in ("Praatpunt</name>", "ouders</label>", "vast geld</label>", "Geld voor meer",
                     "Ouders wisten", "Over Praatpunt", "A. Auteur", "p. 3", "Steunpunt",
                     "Als deelnemers", "Sommige deelnemers", "example.org/page", "Het hele",
                     "Vier avonden", "PP<", "training</label>", "p. 9"):
            assert word in text, word
            text = text.replace(word, word[:2] + cls.accepted + word[2:])
        text = text.replace(f"ex{cls.accepted}ample.org", "example.org")
        path.write_text(text, encoding="utf-8")
        cls.path = str(path)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def assert_harmless(self, output: bytes) -> None:
        """Only line ends, spaces and what can be seen."""
        for letter in output.decode("utf-8"):
            if letter != "\n":
                self.assertNotIn(unicodedata.category(letter), ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"),
                                 repr(letter))

    def test_the_loader_accepts_some_hostile_characters(self) -> None:
        self.assertIn("\u202e", self.accepted)

    def test_no_answer_shows_them_raw(self) -> None:
        for words in (("list",), ("list", "concepts"), ("list", "sources"), ("match", *ASKED),
                      ("match", *ASKED, "--excluded", "--lang", "en"), ("check", "praatpunt", *ASKED),
                      ("check", "lesdag"), ("show", "praatpunt"), ("show", "evaluation:report"),
                      ("show", "fear"), ("show", "source:page")):
            for color in ("never", "auto"):
                done = run(*words, "--catalogue", self.path, "--color", color)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assert_harmless(done.stdout)

    def test_they_are_shown_as_numbers(self) -> None:
        done = run("show", "praatpunt", "--catalogue", self.path)
        self.assertIn("\\u{202E}", done.stdout.decode())

    def test_json_escapes_them(self) -> None:
        for words in (("list", "--json"), ("show", "praatpunt", "--json"), ("match", "--json")):
            done = run(*words, "--catalogue", self.path)
            self.assert_harmless(done.stdout.replace("\u00ad".encode(), b""))
            self.assertIn("\u202e", json.dumps(json.loads(done.stdout), ensure_ascii=False))

    def test_messages_show_them_as_numbers(self) -> None:
        for words in (("show", HOSTILE), ("list", HOSTILE), (HOSTILE,), ("--" + HOSTILE,),
                      ("match", "--must", HOSTILE), ("match", "--must", f"setting={HOSTILE}"),
                      ("match", "--have", HOSTILE), ("match", "--as-of", HOSTILE),
                      ("match", "--situation", HOSTILE), ("validate", HOSTILE),
                      ("show", "a\x1b[2Jb\nc\r")):
            done = run(*words)
            self.assertEqual(done.returncode, 2)
            self.assert_harmless(done.stdout + done.stderr)
            self.assertIn(b"\\u{", done.stdout + done.stderr)


class Screen(unittest.TestCase):
    """Widths, colours and locales."""

    def test_lines_fit_the_width_but_for_single_long_words(self) -> None:
        for width, (name, words) in itertools.product((20, 40, 80, 120, 200), ANSWERS.items()):
            if name.startswith("list"):
                continue
            for line in answer(*words, COLUMNS=str(width)).splitlines():
                if width_of(line) > width:
                    self.assertEqual(len(line.split()), 1, (name, width, line))

    def test_tables_fit_the_width(self) -> None:
        for width, kind in itertools.product((40, 80, 200), ("interventions", "sources", "concepts")):
            for line in answer("list", kind, COLUMNS=str(width)).splitlines():
                self.assertLessEqual(width_of(line.rstrip()), width, line)

    def test_odd_widths_are_put_right(self) -> None:
        standard = answer(*ANSWERS["check"])
        for odd in ("", "0", "-5", "80x", "abc"):
            self.assertEqual(answer(*ANSWERS["check"], COLUMNS=odd), standard, odd)
        self.assertEqual(answer(*ANSWERS["check"], COLUMNS="1"),
                         answer(*ANSWERS["check"], COLUMNS="20"))
        self.assertTrue(answer(*ANSWERS["check"], COLUMNS="99999999999999999999"))

    def test_wide_letters_count_double(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "wide.xml"
            path.write_text(CATALOGUE.read_text(encoding="utf-8").replace(
                "Vier avonden waarop ouders oefenen met lastige gesprekken.",
                " ".join(["預防激進"] * 30)), encoding="utf-8")
            done = run("show", "praatpunt", "--catalogue", str(path), COLUMNS="40")
            lines = [line for line in done.stdout.decode().splitlines() if "預" in line]
            self.assertGreater(len(lines), 5)
            for line in lines:
                self.assertLessEqual(width_of(line), 40)

    def test_colour_only_where_asked(self) -> None:
        match = ANSWERS["match"]
        plain = answer(*match)
        self.assertNotIn("\x1b", plain)
        coloured = answer(*match, "--color", "always", NO_COLOR="1", TERM="dumb")
        self.assertIn("\x1b[", coloured)
        self.assertEqual(re.sub(r"\x1b\[[0-9;]*m", "", coloured), plain)

    def test_colour_on_a_terminal_unless_refused(self) -> None:
        words = ["show", "fear", *SMALL]
        self.assertIn("\x1b[", self.on_terminal(words, TERM="xterm"))
        for more in ({"TERM": "dumb"}, {"TERM": "xterm", "NO_COLOR": "1"}):
            self.assertNotIn("\x1b[", self.on_terminal(words, **more))
        self.assertNotIn("\x1b[", self.on_terminal([*words, "--color=never"], TERM="xterm"))

    def on_terminal(self, words: list[str], **more: str) -> str:
        """What the program shows on a pseudo-terminal."""
        parent, child = os.openpty()
        with subprocess.Popen([PROGRAM, *words], env=environment(**more), stdout=child,
                              stdin=subprocess.DEVNULL) as process:
            os.close(child)
            shown = b""
            try:
                while piece := os.read(parent, 4096):
                    shown += piece
            except OSError:
                pass  # the other side is closed
            os.close(parent)
            self.assertEqual(process.wait(), 0)
        return shown.decode()

    def test_answers_do_not_depend_on_the_locale(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            made = {name: self.make_locale(folder, name) for name in ("nl_NL", "tr_TR")}
            self.assertEqual(made, {"nl_NL": ",", "tr_TR": ","}, "decimal points of the locales")
            for words in (*ANSWERS.values(), ("match", *ASKED, *DAY, "--json"), ("list", "--json"),
                          ("match", *ASKED, *DAY, "--archive"), ("list", "--records"),
                          ("show", "praatpunt", "--json"), ("check", "lesdag", *DAY, "--json")):
                expected = run(*words, *SMALL, LC_ALL="C.UTF-8").stdout
                for locale in ("C", "POSIX", "nonexistent", "nl_NL.UTF-8", "tr_TR.UTF-8"):
                    answered = run(*words, *SMALL, LC_ALL=locale, LOCPATH=folder).stdout
                    self.assertEqual(answered, expected, locale)

    def make_locale(self, folder: str, name: str) -> str:
        """Makes a locale in the folder and gives its decimal point, to see that it is in force."""
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", f"{folder}/{name}.UTF-8"],
                       check=True, capture_output=True)
        shown = subprocess.run(["locale", "decimal_point"], check=True, capture_output=True, text=True,
                               env={"LC_ALL": f"{name}.UTF-8", "LOCPATH": folder,
                                    "PATH": os.environ["PATH"]})
        return shown.stdout.strip()

    def test_json_does_not_depend_on_language_width_or_colour(self) -> None:
        for words in (("match", *ASKED, *DAY), ("check", "lesdag", *DAY), ("show", "fear"), ("list",)):
            expected = answer(*words, "--json")
            self.assertEqual(answer(*words, "--json", "--lang", "en", "--color", "always",
                                    COLUMNS="20"), expected)

    def test_answers_are_the_same_every_time(self) -> None:
        self.assertEqual(len({answer(*ANSWERS["match"]) for _ in range(5)}), 1)


class Json(unittest.TestCase):
    """The option --json."""

    def test_match_agrees_with_the_text(self) -> None:
        found = json.loads(answer("match", *ASKED, *DAY, "--excluded", "--json"))
        names = re.findall(r"^(?:\d+\. )?\S.* \(([a-z.-]+)\)$", answer(*ANSWERS["match"]), re.M)
        self.assertEqual([match["id"] for match in found["matches"]], names)
        self.assertEqual(found["as_of"], "2026-11-23")

    def test_limit_counts_in_both(self) -> None:
        for limit in ("0", "1", "3"):
            words = ("match", *ASKED, *DAY, "--excluded", "--limit", limit)
            found = json.loads(answer(*words, "--json"))
            names = re.findall(r"^(?:\d+\. )?\S.* \([a-z.-]+\)$", answer(*words), re.M)
            self.assertEqual(len(found["matches"]), len(names), limit)

    def test_statuses_are_those_of_the_text(self) -> None:
        for words in (ANSWERS["match"], ANSWERS["match-nothing"], ("list", "ratings"),
                      ("check", "lesdag"), ("show", "fear")):
            text = run(*words, *SMALL)
            machine = run(*words, *SMALL, "--json")
            self.assertEqual(text.returncode, machine.returncode, words)
            json.loads(machine.stdout)


class Writing(unittest.TestCase):
    """An answer that cannot be written is no answer."""

    COMMANDS = (("help",), ("list",), ("match", "--limit", "0"), ("show", "jos"),
                ("check", "jos"), ("match", "--json", "--limit", "0"), ("version",), ("explain",),
                ("explain", "bad-id"), ("explain", "--json"))

    def test_a_full_disk_is_2_with_a_message(self) -> None:
        for words in self.COMMANDS:
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *words], env=environment(), stdout=full,
                                      stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 2, words)
            self.assertIn("niet worden weggeschreven", done.stderr.decode())

    def test_a_closed_pipe_is_2_without_a_word(self) -> None:
        for words in self.COMMANDS:
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([PROGRAM, *words], env=environment(), stdout=writer,
                                  stderr=subprocess.PIPE, check=False)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (2, b""), words)

    def test_a_closed_output_is_2(self) -> None:
        for words in self.COMMANDS:
            done = subprocess.run(["/bin/sh", "-c", 'exec "$0" "$@" >&-', PROGRAM, *words],
                                  env=environment(), stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 2, words)

    def test_little_memory_is_2_and_no_crash(self) -> None:
        def hold(size: int):
            return lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))
        statuses = set()
        # the address sanitizer reserves terabytes of addresses, which no such limit allows
        is_sanitized = b"__asan_init" in pathlib.Path(shutil.which(PROGRAM)).read_bytes()
        sizes = (1 << 30,) if is_sanitized else range(24, 120, 4)
        for megabytes in sizes:
            done = subprocess.run([PROGRAM, "match", *SMALL, *ASKED], env=environment(),
                                  capture_output=True, check=False, preexec_fn=hold(megabytes << 20))
            statuses.add(done.returncode)
        # 127: the loader of programs itself had too little
        self.assertLessEqual(statuses, {0, 2, 127})
        self.assertIn(0, statuses)


class Texts(unittest.TestCase):
    """The one table of words."""

    TABLE = (TOP / "libinterventions" / "write" / "texts.def").read_text(encoding="utf-8")
    ENTRIES = re.findall(r'^TEXT\((\w+), "([^"]+)",\s+"([^"]*)",\s+"([^"]*)"\)$', TABLE, re.M)

    def test_every_text_is_there_in_both_languages_and_named_once(self) -> None:
        self.assertGreater(len(self.ENTRIES), 250)
        self.assertEqual(len(self.ENTRIES), self.TABLE.count("\nTEXT("))
        self.assertEqual(len({name for _, name, _, _ in self.ENTRIES}), len(self.ENTRIES))
        for constant, name, dutch, english in self.ENTRIES:
            self.assertEqual(constant, re.sub("[^A-Z0-9]", "_", name.upper()))
            self.assertTrue(dutch and english, name)

    def test_both_languages_have_the_same_places(self) -> None:
        for _, name, dutch, english in self.ENTRIES:
            places = [sorted(re.findall(r"\{(.)\}", text)) for text in (dutch, english)]
            self.assertEqual(places[0], places[1], name)
            self.assertEqual(dutch[0] == " ", english[0] == " ", name)

    def test_sentences_are_short(self) -> None:
        for _, name, dutch, english in self.ENTRIES:
            for sentence in re.split(r"(?<=[.?:;])\s", dutch) + re.split(r"(?<=[.?:;])\s", english):
                self.assertLessEqual(len(sentence.split()), 20, name)

    @staticmethod
    def names_of_the_format() -> set[str]:
        """Texts that stand in the tables of the format: labels of kinds and fields."""
        model = TOP / "libinterventions" / "model"
        return {f"{table.lower()}-{name}" for table, path in (("KIND", "kinds"), ("FIELD", "format"))
                for name in re.findall(rf'^{table}\(\w+, "([^"]+)"',
                                       (model / f"{path}.def").read_text(encoding="utf-8"), re.M)}

    def test_texts_that_the_program_names_exist(self) -> None:
        names = {name for _, name, _, _ in self.ENTRIES} | self.names_of_the_format()
        call = re.compile(r'(?:words_get|words_add|words_line|message_say(?:_of)?|print_heading|'
                          r'print_risk|print_more)\(([^;]*?)\)', re.S)
        used = set()
        for path in (TOP / "demo").glob("*.c"):
            for arguments in call.findall(path.read_text(encoding="utf-8")):
                used.update(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', arguments))
        known_otherwise = {"limit-of", "as-of", "side-effects", "negative-findings"}
        self.assertGreater(len(used), 60)
        prefixes = {word for word in used if any(name.startswith(word + "-") for name in names)}
        self.assertEqual(used - names - prefixes - known_otherwise, set())

    def test_kinds_criteria_and_limits_have_words(self) -> None:
        names = {name for _, name, _, _ in self.ENTRIES}
        model = TOP / "libinterventions" / "model"
        kinds = re.findall(r'^KIND\(\w+, "([^"]+)"',
                           (model / "kinds.def").read_text(encoding="utf-8"), re.M)
        criteria = re.findall(r'^CRITERION\(\w+, "([^"]+)"',
                              (model / "fields.def").read_text(encoding="utf-8"), re.M)
        limits = re.findall(r'^LIMIT\(\w+, "([^"]+)"',
                            (model.parent / "read" / "limits.def").read_text(encoding="utf-8"), re.M)
        self.assertEqual({f"kinds-{kind}" for kind in kinds} - names, set())
        self.assertEqual({f"criterion-{name}" for name in criteria} - names, set())
        self.assertEqual({f"limit-{name}" for name in limits} - names, set())

    def test_codes_that_a_field_holds_have_words(self) -> None:
        names = {name for _, name, _, _ in self.ENTRIES}
        model = TOP / "libinterventions" / "model"
        lists: dict[str, list[str]] = {}
        for name, code in re.findall(r'^CODE\((\w+), \w+, "([^"]+)"',
                                     (model / "codes.def").read_text(encoding="utf-8"), re.M):
            lists.setdefault(name, []).append(code)
        held = re.findall(r'^FIELD\(\w+, "([^"]+)", \w+, CODE, FROM\((\w+)\)',
                          (model / "format.def").read_text(encoding="utf-8"), re.M)
        wanted = {f"code-{field}-{code}" for field, name in held for code in lists[name]}
        self.assertGreater(len(wanted), 20)
        self.assertEqual(wanted - names, set())


def regenerate() -> None:
    """Writes the answers that are kept."""
    for path in GOLDEN.glob("*.txt"):
        path.unlink()
    for name, text in golden_texts().items():
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if "--regenerate" in sys.argv:
        regenerate()
    else:
        unittest.main()
