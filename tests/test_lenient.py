#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Lenient loading by what it leaves: doc/loading.md.

Every case is loaded by the program catalogue-dump (--program), which says how a load ended and what
the catalogue holds. That a document with a fault gives what remains, is held by loading the same
document strictly after the fault was taken out by hand.
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import unittest

from lxml import etree

TOP = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = TOP / "tests" / "fixtures"
PROGRAM = ""
OPENING = ('<catalogue xmlns="urn:interventions:catalogue:1" edition="2026-11-23" publisher="tests" '
           'licence="CC0-1.0" xml:lang="nl">')
STEPS = ("dropped-document", "dropped-record", "dropped-fact")


def required_parts() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The required parts of each kind of record, and of each field, out of the tables."""
    model = TOP / "libinterventions" / "model"
    table = (model / "format.def").read_text(encoding="utf-8")
    names = dict(re.findall(r'^FIELD\((\w+), "([^"]+)"', table, re.M))
    kinds = dict(re.findall(r'^KIND\((\w+), "([^"]+)"',
                            (model / "kinds.def").read_text(encoding="utf-8"), re.M))
    of_kind: dict[str, set[str]] = {}
    of_field: dict[str, set[str]] = {}
    for owner, field in re.findall(r"^ON_KIND\((\w+), (\w+), 1,", table, re.M):
        of_kind.setdefault(kinds[owner], set()).add(names[field])
    for owner, field in re.findall(r"^ON_FIELD\((\w+), (\w+), 1,", table, re.M):
        of_field.setdefault(names[owner], set()).add(names[field])
    return of_kind, of_field


OF_KIND, OF_FIELD = required_parts()


def layers_of(path: pathlib.Path) -> list[str]:
    """The words that load a path; a folder of numbered folders is one of layers."""
    numbered = sorted(path.glob("[0-9]")) if path.is_dir() else []
    words = [word for folder in numbered for word in ("--over", str(folder))]
    return words[1:] if words else [str(path)]


class Dump:
    """What one load gave."""

    def __init__(self, *paths: pathlib.Path, lenient: bool = True, options: tuple = ()) -> None:
        layers = [layers_of(path) for path in paths]
        words = [PROGRAM, *(["--lenient"] if lenient else []), *options,
                 *(word for one in layers for word in one)]
        done = subprocess.run(words, capture_output=True, check=False, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.returncode}: {done.stderr.decode()}")
        self.text = done.stdout.decode()
        self.status, diagnostics, *lines = self.text.splitlines()
        self.diagnostics = json.loads(diagnostics)["diagnostics"]
        self.total = json.loads(diagnostics)["total"]
        self.left_out = json.loads(lines[0]) if lines else None
        self.records = [json.loads(line) for line in lines[1:]]

    def tags(self) -> list[str]:
        """The tags of all diagnostics, in order."""
        return [row["tag"] for row in self.diagnostics]

    def faults(self) -> list[tuple]:
        """The diagnostics but for the steps of leaving out."""
        return [(row["file"], row["line"], row["column"], row["tag"], row["severity"],
                 row["subject"]) for row in self.diagnostics if row["tag"] not in STEPS]

    def steps(self) -> list[str]:
        """The steps of leaving out, by what went and why, in English."""
        return [f'{row["subject"]}: {row["message"]["en"]}' for row in self.diagnostics
                if row["tag"] in STEPS]

    def ids(self) -> list[str]:
        return [f'{record["kind"]}:{record["id"]}' for record in self.records]

    def marks(self) -> list[str]:
        """The silent facts that say that something was left out."""
        found = []
        for record in self.records:
            found += [f'{record["kind"]}:{record["id"]}/{path}' for path in marks_in(record)]
        return found

    def rest(self) -> list[dict]:
        """The records without those silent facts, numbered anew."""
        return [without_marks(record) for record in self.records]


def marks_in(owner: dict, path: str = "") -> list[str]:
    found = []
    for fact in owner.get("facts", []):
        inside = f'{path}{fact["field"]}'
        if fact.get("silence") == "dropped":
            found.append(inside)
        found += marks_in(fact, f"{inside}/")
    return found


def facts_in(owner: dict) -> list[dict]:
    """All facts of a record, those inside facts too."""
    found = []
    for fact in owner.get("facts", []):
        found += [fact, *facts_in(fact)]
    return found


def stated_in(owner: dict) -> set[str]:
    """The fields directly in a record or fact of which something is left."""
    return {fact["field"] for fact in owner.get("facts", []) if fact.get("silence") != "dropped"}


def without_marks(record: dict) -> dict:
    kept = [fact for fact in facts_in(record) if fact.get("silence") != "dropped"]
    numbers = {number: place for place, number in
               enumerate(sorted(fact["number"] for fact in kept))}

    def copy(fact: dict) -> dict:
        made = {**fact, "number": numbers[fact["number"]]}
        if "conflicts" in fact:
            made["conflicts"] = [numbers[number] for number in fact["conflicts"]]
        if "facts" in fact:
            made["facts"] = rest(fact)
            if not made["facts"]:
                del made["facts"]
        return made

    def rest(owner: dict) -> list[dict]:
        return [copy(fact) for fact in owner["facts"] if fact.get("silence") != "dropped"]

    return {**{key: value for key, value in record.items() if key != "incomplete"},
            "facts": rest(record)}


class Case(unittest.TestCase):
    """What the tests share."""

    maxDiff = None

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, records: str, name: str = "a.xml") -> pathlib.Path:
        path = self.folder / name
        path.write_text(f"{OPENING}{records}</catalogue>", encoding="utf-8")
        return path

    def assert_sound(self, dump: Dump) -> None:
        """What refers leads to a record, what is required is there, who says something is said."""
        ids = set(dump.ids())
        self.assertEqual(len(ids), len(dump.records))
        for record in dump.records:
            self.assertEqual(OF_KIND.get(record["kind"], set()) - stated_in(record), set(), record)
            for fact in facts_in(record):
                about = (record["id"], fact)
                if "silence" not in fact:
                    self.assertEqual(OF_FIELD.get(fact["field"], set()) - stated_in(fact), set(),
                                     about)
                if isinstance(fact.get("value"), dict) and "kind" in fact["value"]:
                    self.assertIn(f'{fact["value"]["kind"]}:{fact["value"]["id"]}', ids, about)
                for key in ("source", "via"):
                    if key in fact:
                        self.assertIn(f"source:{fact[key]}", ids, about)
                if fact.get("silence") == "dropped":
                    self.assertEqual(set(fact), {"number", "field", "silence"}, about)
                else:
                    self.assertNotIn("null", json.dumps(fact.get("value", "")).split('"'), about)
                if fact.get("asserted_by", "editor") != "editor":
                    self.assertIn("source", fact, about)

    def assert_only_marked(self, lenient: Dump) -> None:
        """A complete catalogue has no marks, an incomplete one counts what it lacks."""
        if lenient.status != "ok":
            return
        errors = [row for row in lenient.diagnostics if row["severity"] == "error"]
        self.assertEqual(lenient.left_out["incomplete"], int(bool(errors)))
        if not errors:
            self.assertEqual(lenient.left_out, {"incomplete": 0, "records": 0, "facts": 0})
        self.assertGreaterEqual(lenient.left_out["facts"], len(lenient.marks()))
        self.assertEqual(bool(lenient.marks()), lenient.left_out["facts"] > 0)


def fixtures(folder: str) -> list[pathlib.Path]:
    return [path for path in sorted((FIXTURES / folder).iterdir())
            if path.suffix == ".xml" or path.is_dir()]


class Fixtures(Case):
    """Every invalid fixture gives a catalogue, or is refused because nothing of it can be used."""

    def test_invalid_documents_give_what_remains(self) -> None:
        refused = 0
        for path in fixtures("invalid"):
            with self.subTest(path.name):
                documents = len(list(path.rglob("*.xml"))) if path.is_dir() else 1
                lenient, strict = Dump(path), Dump(path, lenient=False)
                lost = lenient.tags().count("dropped-document")
                clash = not {"bad-publisher", "publisher-twice"}.isdisjoint(strict.tags())
                self.assertEqual(lenient.status == "ok", lost < documents and not clash)
                self.assertEqual(lenient.status in ("ok", strict.status), True)
                self.assertNotEqual(lenient.faults(), [])
                self.assert_sound(lenient)
                self.assert_only_marked(lenient)
                refused += lenient.status != "ok"
        self.assertGreater(refused, 30)
        self.assertEqual((len(OF_KIND), len(OF_FIELD)), (12, 3))
        self.assertLess(refused, 80)

    def test_lenient_loads_report_what_strict_loads_report(self) -> None:
        for path in fixtures("invalid"):
            with self.subTest(path.name):
                lenient, strict = Dump(path), Dump(path, lenient=False)
                if path.is_dir():
                    self.assertEqual(lenient.faults()[:len(strict.faults())], strict.faults())
                else:
                    self.assertEqual(lenient.faults(), strict.faults())

    def test_valid_documents_are_the_same_in_both_ways(self) -> None:
        for path in (*fixtures("valid"), TOP / "data"):
            self.assertEqual(Dump(path).text, Dump(path, lenient=False).text)


VOCABULARY = """<source id="report" read="whole"><title>R</title></source>
<source id="letter" read="whole"><title>L</title></source>
<scheme id="setting"><label>S</label></scheme><scheme id="aim"><label>A</label></scheme>
<scheme id="target-group"><label>T</label></scheme><scheme id="outcome"><label>O</label></scheme>
<concept id="school" scheme="setting"><label>school</label></concept>
<concept id="class" scheme="setting"><label>klas</label><broader ref="school"/></concept>
<concept id="learn" scheme="aim"><label>leren</label></concept>
<concept id="parents" scheme="target-group"><label>ouders</label></concept>
<concept id="trust" scheme="outcome"><label>vertrouwen</label></concept>
<organisation id="maker"><name>Maker</name></organisation>"""


def talk(facts: str, attributes: str = 'asserted-by="policy" source="report"') -> str:
    return f'<intervention id="talk" kind="intervention" {attributes}><name>P</name>{facts}' \
           "</intervention>"


def wording(field: str, text: str, attributes: str = "") -> str:
    return f"<{field} {attributes}><wording>{text}</wording></{field}>"


# What is wrong, what remains of it when the fault is taken out by hand, and the marks.
CASES: dict[str, tuple[str, str, list[str]]] = {
    "an unknown element is skipped": (
        talk('<mood/><setting concept="school"/>'), talk('<setting concept="school"/>'), []),
    "an unknown element in a field is skipped": (
        talk('<setting concept="school"><mood/></setting>'), talk('<setting concept="school"/>'),
        []),
    "an unknown attribute is skipped": (
        talk('<setting concept="school" mood="good"/>'), talk('<setting concept="school"/>'), []),
    "an unknown record is skipped": ('<group id="a"/>' + talk(""), talk(""), []),
    "loose text in a record is skipped": (talk("los"), talk(""), []),
    "loose text in a field drops it": (
        talk('<setting concept="school">los</setting><aim concept="learn"/>'),
        talk('<aim concept="learn"/>'), ["intervention:talk/setting"]),
    "a bad code drops its fact": (
        talk('<status value="maybe"/>'), talk(""), ["intervention:talk/status"]),
    "a bad qualifier drops its fact": (
        talk('<organisation ref="maker" role="boss"/>'), talk(""),
        ["intervention:talk/organisation"]),
    "a bad date of a field drops that date only": (
        talk('<status value="ended" since="2021-02-30"/>'),
        talk('<status value="ended"/>'), ["intervention:talk/status/since"]),
    "a bad number drops its fact": (
        talk('<cost value="-1" per="group"/><cost value="1" per="group"/>'),
        talk('<cost value="1" per="group"/>'), ["intervention:talk/cost"]),
    "a bad attribute that is not required drops itself": (
        talk('<cost value="1" per="group" year="x"/>'), talk('<cost value="1" per="group"/>'),
        ["intervention:talk/cost/year"]),
    "a range that runs backwards drops its fact": (
        talk('<ages min="9" max="3"/>'), talk(""), ["intervention:talk/ages"]),
    "ages in a target group go alone": (
        talk('<target-group concept="parents"><ages min="9" max="3"/><ages min="3" max="9"/>'
             '</target-group>'),
        talk('<target-group concept="parents"><ages min="3" max="9"/></target-group>'),
        ["intervention:talk/target-group/ages"]),
    "a target group goes with its ages": (
        talk('<target-group concept="nobody"><ages min="3" max="9"/></target-group>'), talk(""),
        ["intervention:talk/target-group"]),
    "a dangling reference drops its fact": (
        talk('<setting concept="moon"/><setting concept="school"/>'),
        talk('<setting concept="school"/>'), ["intervention:talk/setting"]),
    "a wrong scheme drops its fact": (
        talk('<setting concept="learn"/>'), talk(""), ["intervention:talk/setting"]),
    "one mark stands for several facts of a field": (
        talk('<setting concept="moon"/><setting concept="sun"/><aim concept="moon"/>'), talk(""),
        ["intervention:talk/setting", "intervention:talk/aim"]),
    "a claim without source goes": (
        talk('<setting concept="school"/><status value="ended" asserted-by="editor"/>',
             'asserted-by="policy"'),
        talk('<status value="ended" asserted-by="editor"/>', 'asserted-by="policy"'),
        ["intervention:talk/setting"]),
    "a claim without asserter goes": (
        talk('<setting concept="school"/>', ""), talk("", ""), ["intervention:talk/setting"]),
    "a wrong asserter drops the claims that rest on it": (
        talk('<setting concept="school"/><status value="ended" asserted-by="editor"/>',
             'asserted-by="me" source="report"'),
        talk('<status value="ended" asserted-by="editor"/>', 'source="report"'),
        ["intervention:talk/setting"]),
    "a wrong strength drops the claims that rest on it": (
        talk('<facts strength="very"><setting concept="school"/>'
             '<aim concept="learn" strength="reported"/></facts>'),
        talk('<aim concept="learn" strength="reported"/>'), ["intervention:talk/setting"]),
    "a claim that lacks a source because the asserter around it is wrong goes": (
        talk('<facts asserted-by="me"><setting concept="school" asserted-by="policy"/></facts>',
             'asserted-by="editor"'),
        talk("", 'asserted-by="editor"'), ["intervention:talk/setting"]),
    "a dangling source drops the claims that rest on it": (
        talk('<facts source="rumour"><setting concept="school"/>'
             '<aim concept="learn" source="letter"/></facts>'),
        talk('<aim concept="learn" source="letter"/>'), ["intervention:talk/setting"]),
    "a dangling via drops its claim": (
        talk('<setting concept="school" via="rumour"/>'), talk(""), ["intervention:talk/setting"]),
    "a value beside silence drops the fact": (
        talk('<status value="ended"><not-stated cause="searched"/></status>'), talk(""),
        ["intervention:talk/status"]),
    "a cause that loading gives is refused in a file": (
        talk('<status><not-stated cause="dropped"/></status>'), talk(""),
        ["intervention:talk/status"]),
    "none beside values goes": (
        talk('<setting concept="school"/><setting><not-stated cause="none"/></setting>'),
        talk('<setting concept="school"/>'), ["intervention:talk/setting"]),
    "an empty wording drops the claim": (
        talk(wording("limitation", "") + wording("limitation", "L")),
        talk(wording("limitation", "L")), ["intervention:talk/limitation"]),
    "an element inside a text drops the text": (
        talk("<summary>Voor <b>ouders</b></summary><alias>Q</alias>"), talk("<alias>Q</alias>"),
        ["intervention:talk/summary"]),
    "the later of two names in a language goes": (
        talk("<name>Q</name>"), talk(""), ["intervention:talk/name"]),
    "a text stays when the one it seems to repeat goes": (
        talk('<summary xml:lang="en"/><summary>Voor ouders</summary>'),
        talk("<summary>Voor ouders</summary>"), ["intervention:talk/summary"]),
    "a record stays when one of its names stays": (
        '<organisation id="two"><name/><name>Two</name></organisation>'
        '<organisation id="three"><name>Three</name><name/></organisation>',
        '<organisation id="two"><name>Two</name></organisation>'
        '<organisation id="three"><name>Three</name></organisation>',
        ["organisation:three/name", "organisation:two/name"]),
    "the later of two claims of a name goes": (
        talk(wording("limitation", "A", 'claim="a"') + wording("side-effect", "B", 'claim="a"')),
        talk(wording("limitation", "A", 'claim="a"')), ["intervention:talk/side-effect"]),
    "a conflict with an unknown claim drops the fact": (
        talk(wording("limitation", "A", 'conflicts-with="b"')), talk(""),
        ["intervention:talk/limitation"]),
    "a claim that contradicts one that goes, goes too": (
        talk(wording("limitation", "", 'claim="a"')
             + wording("limitation", "B", 'claim="b" conflicts-with="a"')
             + wording("limitation", "C", 'conflicts-with="b"') + wording("limitation", "D")),
        talk(wording("limitation", "D")), ["intervention:talk/limitation"]),
    "a claim that one that goes contradicts, goes too": (
        talk(wording("limitation", "A", 'claim="a"')
             + wording("limitation", "", 'conflicts-with="a"') + wording("limitation", "C")),
        talk(wording("limitation", "C")), ["intervention:talk/limitation"]),
    "conflicts that stay keep their other side": (
        talk('<setting concept="moon"/>' + wording("limitation", "A", 'claim="a"')
             + wording("limitation", "")
             + wording("limitation", "C", 'conflicts-with="a"')),
        talk(wording("limitation", "A", 'claim="a"')
             + wording("limitation", "C", 'conflicts-with="a"')),
        ["intervention:talk/setting", "intervention:talk/limitation"]),
    "a bad id drops its record": (
        '<organisation id="Maker"><name>M</name></organisation>' + talk(""), talk(""), []),
    "a missing id drops its record": (
        "<organisation><name>M</name></organisation>" + talk(""), talk(""), []),
    "the later of two records of an id goes": (
        '<organisation id="maker"><name>Other</name></organisation>' + talk(""), talk(""), []),
    "references mean the first of two records of an id": (
        '<organisation id="maker"><name>Other</name></organisation>'
        + talk('<organisation ref="maker"/>'), talk('<organisation ref="maker"/>'), []),
    "a missing name drops the record and what refers to it": (
        '<organisation id="two"/>' + talk('<organisation ref="two"/><organisation ref="maker"/>'),
        talk('<organisation ref="maker"/>'), ["intervention:talk/organisation"]),
    "a bad attribute that is required drops the record": (
        '<source id="book" read="half"><title>B</title></source>'
        + talk('<setting concept="school" source="book"/>'
               '<aim concept="learn" via="book"/><status value="ended"/>'),
        talk('<status value="ended"/>'), ["intervention:talk/setting", "intervention:talk/aim"]),
    "a wrong scheme of a required attribute goes on over records": (
        '<element id="e" kind="school"><label>E</label></element>'
        '<element id="f" kind="learn"><label>F</label><broader ref="e"/></element>'
        + talk('<uses-element ref="e"/><uses-element ref="f"/><aim concept="learn"/>'),
        talk('<aim concept="learn"/>'), ["intervention:talk/uses-element"]),
    "an evaluation of nothing that is left goes": (
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="gone"/><evaluates ref="lost"/></evaluation>'
        '<intervention id="lost" kind="intervention"/>' + talk(""), talk(""), []),
    "an evaluation of something that is left stays": (
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/><evaluates ref="lost"/></evaluation>'
        '<intervention id="lost" kind="intervention"/>' + talk(""),
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/></evaluation>' + talk(""),
        ["evaluation:e/evaluates"]),
    "a finding without outcome goes": (
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/><finding outcome="moon" direction="mixed"/>'
        '<finding outcome="trust" direction="mixed"/></evaluation>' + talk(""),
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/>'
        '<finding outcome="trust" direction="mixed"/></evaluation>' + talk(""),
        ["evaluation:e/finding"]),
    "a silent finding goes without its outcome": (
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/>'
        '<finding outcome="moon"><not-stated cause="searched"/></finding></evaluation>' + talk(""),
        '<evaluation id="e" status="published" asserted-by="evaluation" source="report">'
        '<title>E</title><evaluates ref="talk"/></evaluation>' + talk(""),
        ["evaluation:e/finding"]),
    "a silent part stays without its label": (
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<part code="a"><label></label><not-stated cause="searched"/></part></funding-scheme>',
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<part code="a"><not-stated cause="searched"/></part></funding-scheme>',
        ["funding-scheme:g/part/label"]),
    "a part without label goes": (
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<part code="a"><label></label></part><part code="b"><label>B</label></part>'
        "</funding-scheme>",
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<part code="b"><label>B</label></part></funding-scheme>', ["funding-scheme:g/part"]),
    "the second value of what may stand once goes": (
        '<source id="s" read="whole"><title>S</title><published date="2021"/>'
        '<published date="2022"/><published date="2023"/></source>',
        '<source id="s" read="whole"><title>S</title><published date="2021"/></source>',
        ["source:s/published"]),
    "a municipality in a list goes with what is inside it": (
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<recipients complete="yes"><municipality ref="x" from="2020"/>'
        '<municipality ref="y" from="2021"/></recipients></funding-scheme>'
        '<municipality id="y"><name>Y</name></municipality>',
        '<funding-scheme id="g" asserted-by="policy" source="report"><name>G</name>'
        '<recipients complete="yes">'
        '<municipality ref="y" from="2021"/></recipients></funding-scheme>'
        '<municipality id="y"><name>Y</name></municipality>',
        ["funding-scheme:g/recipients/municipality"]),
    "a scheme goes with its concepts and what they say": (
        '<scheme id="level"/><concept id="low" scheme="level"><label>L</label></concept>'
        '<rating id="r" of="talk" classification="level" asserted-by="editor">'
        '<rated ref="low"/></rating>' + talk(""), talk(""), []),
    "a circle loses the references between its records": (
        '<municipality id="a"><name>A</name><broader ref="b"/></municipality>'
        '<municipality id="b"><name>B</name><broader ref="a"/><broader ref="top"/></municipality>'
        '<municipality id="under"><name>U</name><broader ref="a"/></municipality>'
        '<municipality id="top"><name>T</name></municipality>',
        '<municipality id="a"><name>A</name></municipality>'
        '<municipality id="b"><name>B</name><broader ref="top"/></municipality>'
        '<municipality id="under"><name>U</name><broader ref="a"/></municipality>'
        '<municipality id="top"><name>T</name></municipality>',
        ["municipality:a/broader", "municipality:b/broader"]),
    "a broader concept of another scheme goes": (
        '<concept id="read" scheme="aim"><label>R</label><broader ref="school"/>'
        '<broader ref="learn"/></concept>',
        '<concept id="read" scheme="aim"><label>R</label><broader ref="learn"/></concept>',
        ["concept:read/broader"]),
}


class Remains(Case):
    """A fault taken out by the loader leaves what taking it out by hand leaves."""

    def test_what_remains_is_what_stays_without_the_fault(self) -> None:
        self.assertGreater(len(CASES), 25)
        for name, (wrong, right, marks) in CASES.items():
            with self.subTest(name):
                lenient = Dump(self.write(VOCABULARY + wrong))
                strict = Dump(self.write(VOCABULARY + right), lenient=False)
                self.assertEqual((strict.status, lenient.status), ("ok", "ok"), strict.tags())
                self.assertEqual(lenient.rest(), strict.rest())
                self.assertEqual(lenient.marks(), marks)
                self.assertEqual(lenient.left_out["incomplete"], 1)
                self.assert_sound(lenient)

    def test_a_strict_load_refuses_each_of_them(self) -> None:
        for name, (wrong, _, _) in CASES.items():
            with self.subTest(name):
                self.assertEqual(Dump(self.write(VOCABULARY + wrong), lenient=False).status,
                                 "invalid")

    def test_records_and_facts_that_went_are_counted(self) -> None:
        dump = Dump(self.write(VOCABULARY + '<organisation id="two"/><organisation id="maker"/>' + talk(
            '<organisation ref="two"/><setting concept="x"/><setting concept="y"/>'
            '<target-group concept="x"><ages value="3"/></target-group>')))
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": 2, "facts": 4})


class Steps(Case):
    """Every step is told once, with what went and because of what."""

    def test_each_step_names_what_went_and_its_cause(self) -> None:
        dump = Dump(self.write(VOCABULARY.replace('<scheme id="aim"><label>A</label></scheme>',
                                                  '<scheme id="aim"/>')
                               + talk('<aim concept="learn"/><setting concept="moon"/>')))
        self.assertEqual(dump.tags(), ["dangling-reference", "missing-part", "dropped-record",
                                       "dropped-fact", "dropped-record", "dropped-fact"])
        because = "is missing, wrong or left out itself."
        self.assertEqual(dump.steps(), [
            f"scheme:aim: scheme:aim was left out, because label {because}",
            f"concept:learn: scheme was left out here, because scheme:aim {because}",
            f"concept:learn: concept:learn was left out, because scheme {because}",
            f"intervention:talk: aim was left out here, because concept:learn {because}"])

    def test_claims_under_a_wrong_provenance_are_told_one_by_one(self) -> None:
        dump = Dump(self.write(VOCABULARY + talk(
            '<facts asserted-by="me"><setting concept="school"/><aim concept="learn"/></facts>')))
        self.assertEqual(dump.tags(), ["bad-code", "dropped-fact", "dropped-fact"])
        dump = Dump(self.write(VOCABULARY + talk(
            '<facts source="rumour"><setting concept="school"/><aim concept="learn"/></facts>')))
        self.assertEqual(dump.tags(), ["dangling-reference", "dropped-fact", "dropped-fact"])

    def test_a_fault_at_the_fact_itself_is_not_told_again(self) -> None:
        dump = Dump(self.write(VOCABULARY + talk(
            '<setting concept="school" source="rumour"/><status value="maybe"/>')))
        self.assertEqual(dump.tags(), ["bad-code", "dangling-reference"])

    def test_steps_are_warnings_and_change_no_status(self) -> None:
        dump = Dump(self.write(VOCABULARY + '<organisation id="two"/>'))
        self.assertEqual([(row["tag"], row["severity"], row["status"]) for row in dump.diagnostics],
                         [("missing-part", "error", "invalid"), ("dropped-record", "warning", "ok")])


class Documents(Case):
    """A document that cannot be used goes whole, and what refers to it with it."""

    def test_a_document_that_breaks_off_goes_with_what_was_read(self) -> None:
        good = self.write(VOCABULARY + talk('<aim concept="learn"/><organisation ref="two"/>'))
        bad = self.folder / "b.xml"
        bad.write_text(OPENING + '<organisation id="two"><name>T</name></organisation><source',
                       encoding="utf-8")
        rest = Dump(self.write(VOCABULARY + talk('<aim concept="learn"/>'), "c.xml"), lenient=False)
        for paths in ((good, bad), (bad, good)):
            dump = Dump(*paths)
            self.assertEqual(dump.status, "ok")
            self.assertEqual(dump.rest(), rest.rest())
            self.assertEqual(dump.left_out, {"incomplete": 1, "records": 1, "facts": 1})
            self.assertEqual(dump.tags(), ["truncated", "dropped-document", "dropped-fact"])

    def test_a_lost_document_leaves_its_ids_to_others(self) -> None:
        bad = self.folder / "a.xml"
        bad.write_text(OPENING + '<organisation id="two"><name>Bad</name></organisation>',
                       encoding="utf-8")
        good = self.write('<organisation id="two"><name>Good</name></organisation>', "b.xml")
        dump = Dump(bad, good)
        self.assertEqual(dump.tags(), ["truncated", "dropped-document"])
        self.assertEqual(dump.records[0]["name"], {"nl": "Good"})

    def test_a_document_of_another_edition_goes(self) -> None:
        first = self.write('<organisation id="one"><name>O</name></organisation>')
        other = self.write('<organisation id="two"><name>T</name></organisation>', "b.xml")
        other.write_text(other.read_text(encoding="utf-8").replace("2026-11-23", "2025-01-01"),
                         encoding="utf-8")
        dump = Dump(first, other)
        self.assertEqual(dump.ids(), ["organisation:one"])
        self.assertEqual(dump.tags(), ["edition-differs", "dropped-document"])
        self.assertEqual(Dump(other, first).ids(), ["organisation:two"])

    def test_a_lost_document_does_not_say_of_which_edition_the_rest_is(self) -> None:
        bad = self.write("<", "a.xml")
        bad.write_text(bad.read_text(encoding="utf-8").replace("2026-11-23", "2025-01-01"),
                       encoding="utf-8")
        good = self.write('<organisation id="one"><name>O</name></organisation>', "b.xml")
        dump = Dump(bad, good)
        self.assertEqual((dump.status, dump.records[0]["edition"]), ("ok", "2026-11-23"))
        self.assertNotIn("edition-differs", dump.tags())

    def test_files_that_cannot_be_read_are_left_out(self) -> None:
        good = self.write('<organisation id="one"><name>O</name></organisation>')
        dump = Dump(self.folder / "nothing.xml", good)
        self.assertEqual(dump.tags(), ["file-missing", "dropped-document"])
        self.assertEqual((dump.status, dump.ids()), ("ok", ["organisation:one"]))
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": 0, "facts": 0})

    def test_without_any_usable_document_the_first_error_is_the_status(self) -> None:
        text = self.folder / "a.xml"
        text.write_text("no XML", encoding="utf-8")
        self.assertEqual(Dump(self.folder / "nothing.xml", text).status, "io")
        self.assertEqual(Dump(text, self.folder / "nothing.xml").status, "syntax")
        self.assertEqual(Dump(text).records, [])

    def test_a_document_all_of_whose_records_go_is_used(self) -> None:
        dump = Dump(self.write("<organisation/>"))
        self.assertEqual((dump.status, dump.records), ("ok", []))


class Limits(Case):
    """Limits of the whole load refuse it; those of a document or text leave that out."""

    def setUp(self) -> None:
        super().setUp()
        self.path = self.write(VOCABULARY + talk('<setting concept="school"/>'))

    def limited(self, limit: str, *paths: pathlib.Path) -> Dump:
        return Dump(*(paths or (self.path,)), options=("--limit", limit))

    def test_limits_of_the_whole_load_refuse_it(self) -> None:
        other = self.write("", "b.xml")
        for limit in ("files=1", "load-bytes=300", "records=3", "facts=3", "references=3",
                      "ancestors=0"):
            with self.subTest(limit):
                dump = self.limited(limit, other, self.path)
                self.assertEqual((dump.status, dump.records), ("limit", []), dump.tags())

    def test_limits_of_a_folder_refuse_the_load(self) -> None:
        self.write("", "b.xml")
        self.assertEqual(self.limited("files=1", self.folder).status, "limit")

    def test_limits_of_a_document_leave_it_out(self) -> None:
        other = self.write("", "b.xml")
        path = self.write(VOCABULARY + "<!-- twaalf tekens -->"
                          + talk("", " ".join(f'x:a{i}="{"v" * 30}"' for i in range(10))
                                 + ' xmlns:x="urn:x"'))
        for limit in ("file-bytes=300", "depth=2", "attributes=8", "tag-bytes=300", "run-bytes=5",
                      "comment-bytes=10"):
            with self.subTest(limit):
                dump = self.limited(limit, path, other)
                self.assertEqual((dump.status, dump.records), ("ok", []), dump.tags())
                self.assertEqual(dump.tags(), ["limit-reached", "dropped-document"])

    def test_a_text_that_is_too_long_goes(self) -> None:
        path = self.write(VOCABULARY + talk(wording("limitation", "Te lang hiervoor.")
                                            + wording("limitation", "Kort")))
        dump = self.limited("text-bytes=10", path)
        strict = Dump(self.write(VOCABULARY + talk(wording("limitation", "Kort"))), lenient=False)
        self.assertEqual(dump.rest(), strict.rest())
        self.assertEqual(dump.marks(), ["intervention:talk/limitation"])

    def test_an_id_that_is_too_long_drops_its_record(self) -> None:
        dump = self.limited("id-bytes=9", self.write(
            '<organisation id="organisation"><name>O</name></organisation>'
            '<organisation id="short"><name>S</name></organisation>'))
        self.assertEqual(dump.ids(), ["organisation:short"])


# ---- damage ----

ATTRIBUTE = re.compile(r' (?!xmlns|edition|publisher|licence)([a-z-]+)="([^"]*)"')


def damage_once(text: str, chance: random.Random) -> str:
    """One fault at random: an attribute, an id, a line, a byte."""
    lines = text.split("\n")
    attributes = list(ATTRIBUTE.finditer(text))
    found = chance.choice(attributes)
    kind = chance.randrange(7)
    if kind == 0:
        return text[:found.start()] + text[found.end():]
    if kind == 1:
        return text[:found.start(2)] + chance.choice(("", "x", "Z", "no such", "editor", "-1")) \
            + text[found.end(2):]
    if kind == 2:
        other = chance.choice(attributes)
        return text[:found.start(2)] + other.group(2) + text[found.end(2):]
    if kind == 3:
        return text[:found.start(1)] + "un" + text[found.start(1):]
    place = chance.randrange(8, len(lines) - 2)
    if kind == 4:
        return "\n".join(lines[:place] + lines[place + 1:])
    if kind == 5:
        return "\n".join(lines[:place] + [lines[place]] + lines[place:])
    cut = chance.randrange(len(text))
    return text[:cut] + chance.choice("x<>&\x01 ") + text[cut + chance.randrange(2):]


class Damage(Case):
    """Whatever is broken, what remains is sound, and the same every time."""

    def check(self, *paths: pathlib.Path) -> Dump:
        dump = Dump(*paths)
        self.assertEqual(dump.text, Dump(*paths).text)
        self.assertIn(dump.status, ("ok", "syntax", "invalid", "version"))
        self.assert_sound(dump)
        if dump.total <= 100:
            self.assert_only_marked(dump)
        return dump

    def test_damaged_documents_leave_a_sound_catalogue(self) -> None:
        whole = (FIXTURES / "valid" / "everything.xml").read_text(encoding="utf-8")
        left = incomplete = 0
        for seed in range(400):
            chance = random.Random(seed)
            text = whole
            for _ in range(chance.randrange(1, 12)):
                text = damage_once(text, chance)
            path = self.folder / "damaged.xml"
            path.write_text(text, encoding="utf-8")
            with self.subTest(seed):
                dump = self.check(path)
                left += len(dump.records)
                incomplete += bool(dump.records) and dump.left_out["incomplete"]
        self.assertGreater(left, 400)
        self.assertGreater(incomplete, 100)

    def copy_data(self, seed: int, times: int) -> list[pathlib.Path]:
        """The files of the catalogue with faults that leave them well-formed."""
        chance = random.Random(seed)
        texts = {path: path.read_text(encoding="utf-8")
                 for path in sorted((TOP / "data").rglob("*.xml"))}
        for _ in range(times):
            path = chance.choice(list(texts))
            found = chance.choice(list(ATTRIBUTE.finditer(texts[path])))
            text = texts[path]
            texts[path] = text[:found.start(2)] + "Wrong!" + text[found.end(2):]
        copies = []
        for number, text in enumerate(texts.values()):
            copies.append(self.folder / f"{number:03}.xml")
            copies[-1].write_text(text, encoding="utf-8")
        return copies

    def test_damaged_data_is_sound_and_the_order_of_files_does_not_matter(self) -> None:
        for seed in range(8):
            paths = self.copy_data(seed, 10 + 20 * seed)
            with self.subTest(seed):
                dump = self.check(*paths)
                turned = Dump(*reversed(paths))
                self.assertEqual(dump.status, "ok")
                self.assertEqual(dump.left_out, turned.left_out)
                self.assertEqual(dump.records, turned.records)
                self.assertGreater(len(dump.records), 100)

    def test_a_lost_file_of_the_data_leaves_a_sound_catalogue(self) -> None:
        for lost in ("sources.xml", "vocabularies/settings.xml", "elements.xml"):
            paths = sorted((TOP / "data").rglob("*.xml"))
            with self.subTest(lost):
                dump = self.check(*(self.folder / "none.xml" if path == TOP / "data" / lost
                                    else path for path in paths))
                self.assertEqual(dump.status, "ok")
                self.assertGreater(dump.left_out["facts"], 20)
                self.assertNotIn("dangling-reference", dump.tags())


class Chains(Case):
    """Long chains end, in a time that grows with their length."""

    def assert_fast(self, records: str) -> Dump:
        path = self.write(records)
        start = time.monotonic()
        dump = Dump(path)
        self.assertLess(time.monotonic() - start, 20)
        return dump

    def test_a_chain_of_claims_of_which_the_last_goes_goes_wholly(self) -> None:
        count = 60000
        chain = "".join(f'<development claim="c{i}" conflicts-with="c{i + 1}"><wording>W</wording>'
                        "</development>" for i in range(count))
        dump = self.assert_fast(VOCABULARY + talk(
            f'{chain}<development claim="c{count}"><wording/></development>'))
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": 0, "facts": count + 1})
        self.assertEqual(dump.total, count + 1)
        self.assertEqual(dump.marks(), ["intervention:talk/development"])

    def test_a_chain_of_records_of_which_the_last_goes_loses_one_reference(self) -> None:
        count = 10000
        records = "".join(
            f'<intervention id="i{i}" kind="intervention" asserted-by="editor"><name>I</name>'
            f'<successor ref="i{i + 1}"/></intervention>' for i in range(count))
        dump = self.assert_fast(records + f'<intervention id="i{count}" kind="intervention"/>')
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": 1, "facts": 1})
        self.assertEqual(dump.marks(), [f"intervention:i{count - 1}/successor"])

    def test_records_that_all_rest_on_one_go_with_it(self) -> None:
        count = 9000
        concepts = "".join(f'<concept id="c{i}" scheme="s"><label>C</label></concept>'
                           for i in range(count))
        elements = "".join(f'<element id="e{i}" kind="c{i}"><label>E</label></element>'
                           for i in range(count))
        dump = self.assert_fast('<scheme id="s"/>' + concepts + elements)
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": 2 * count + 1, "facts": 0})

    def test_an_evaluation_of_very_many_goes_with_the_last(self) -> None:
        count = 9000
        evaluates = "".join(f'<evaluates ref="i{i}"/>' for i in range(count))
        many = "".join(f'<intervention id="i{i}" kind="intervention"/>' for i in range(count))
        dump = self.assert_fast(
            '<evaluation id="e" status="published" asserted-by="editor"><title>E</title>'
            f'{evaluates}</evaluation>{many}')
        self.assertEqual(dump.left_out, {"incomplete": 1, "records": count + 1, "facts": 0})


def main() -> None:
    global PROGRAM
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    known, rest = parser.parse_known_args()
    PROGRAM = known.program
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
