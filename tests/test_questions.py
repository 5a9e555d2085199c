#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""tests/questions.tsv: questions of policy officers, each with an answer that the catalogue bears out."""

import collections
import os
import pathlib
import re
import unittest

from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
PAGE = HERE / "questions.tsv"
COLUMNS = ("id", "language", "sort", "question", "words", "expected", "must-not-say", "answer", "proof")
LANGUAGES = {"nl": 50, "en": 30}
SORTS = ("fit", "preconditions", "elements", "evidence", "funding", "programme", "find")
EACH_SORT = 10
NOTHING = 5
RECORD = re.compile(r"[a-z-]+:[a-z0-9.-]+")
PROOF = re.compile(r"(?P<record>[a-z-]+:[a-z0-9.-]+) (?P<field>[a-z-]+)(?:=(?P<value>\S+))?"
                   r" (?P<source>\S+)(?: (?P<locator>.+))?")
LETTER = "szw-2021"


def read_questions(text: str) -> list[dict[str, str]]:
    """The questions as rows by column; ValueError if a line has another number of columns."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise ValueError(f"columns are {lines[0]!r}")
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]


def records() -> dict[str, etree._Element]:
    """Every record of the catalogue, by kind:id."""
    roots = (etree.parse(str(path)).getroot() for path in sorted((TOP / "data").rglob("*.xml")))
    return {f"{etree.QName(record).localname}:{record.get('id')}": record
            for root in roots for record in root if isinstance(record.tag, str)}


def inherited(element: etree._Element, name: str) -> str | None:
    """An attribute of a claim: its own, or that of the nearest element it stands in."""
    return next((e.get(name) for e in (element, *element.iterancestors()) if e.get(name)), None)


def stands_in(record: etree._Element, proof: re.Match) -> bool:
    """Whether a record holds a claim, or a mark of silence, with this field, value, source and place."""
    if proof["field"] in record.attrib:
        return record.get(proof["field"]) == proof["value"]
    wanted = (None if proof["source"] == "-" else proof["source"], proof["locator"])
    for claim in record.iter(f"{{*}}{proof['field']}"):
        if proof["value"] is None or proof["value"] in claim.attrib.values():
            said = [claim, *claim.iterfind("{*}not-stated")]
            if wanted in [(inherited(e, "source"), inherited(e, "locator")) for e in said]:
                return True
    return False


def find_fault(text: str, catalogue: dict[str, etree._Element]) -> str | None:
    """What is wrong with a proof, or None."""
    proof = PROOF.fullmatch(text)
    if proof is None:
        return f"not a proof: {text}"
    if proof["record"] not in catalogue:
        return f"no such record: {text}"
    return None if stands_in(catalogue[proof["record"]], proof) else f"not stated: {text}"


class Questions(unittest.TestCase):
    """The file of questions."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.text = PAGE.read_text(encoding="utf-8")
        cls.questions = read_questions(cls.text)
        cls.catalogue = records()

    def test_every_line_has_all_columns_filled(self) -> None:
        for row in self.questions:
            for column, value in row.items():
                self.assertEqual(value, value.strip(), (row["id"], column))
                self.assertGreater(len(value), 0, (row["id"], column))
        with self.assertRaises(ValueError):
            read_questions("\t".join(COLUMNS) + "\none\tnl")

    def test_ids_and_questions_are_unique(self) -> None:
        for column in ("id", "question"):
            often = collections.Counter(row[column] for row in self.questions).most_common(1)
            self.assertEqual(often[0][1], 1, often)
        for row in self.questions:
            self.assertRegex(row["id"], r"^[a-z0-9]+(-[a-z0-9]+)*$")

    def test_languages_and_sorts_are_covered(self) -> None:
        languages = collections.Counter(row["language"] for row in self.questions)
        sorts = collections.Counter(row["sort"] for row in self.questions)
        self.assertEqual(set(languages), set(LANGUAGES))
        self.assertEqual(set(sorts), set(SORTS))
        for language, least in LANGUAGES.items():
            self.assertGreaterEqual(languages[language], least, language)
        for sort in SORTS:
            self.assertGreaterEqual(sorts[sort], EACH_SORT, sort)
            self.assertEqual({row["language"] for row in self.questions if row["sort"] == sort},
                             set(LANGUAGES), sort)

    def test_every_expected_record_is_in_the_catalogue_once(self) -> None:
        for row in self.questions:
            if row["expected"] != "-":
                expected = row["expected"].split(" ")
                self.assertEqual(len(set(expected)), len(expected), row["id"])
                for name in expected:
                    self.assertRegex(name, RECORD)
                    self.assertIn(name, self.catalogue, row["id"])

    def test_every_proof_stands_in_the_catalogue(self) -> None:
        faults = [f"{row['id']}: {fault}" for row in self.questions if row["proof"] != "-"
                  for proof in row["proof"].split("; ")
                  if (fault := find_fault(proof, self.catalogue)) is not None]
        self.assertEqual(faults, [])

    def test_a_false_proof_is_noticed(self) -> None:
        for proof in ("intervention:jos cost=5 -", "intervention:jos aim=early-contact szw-2021 p. 4",
                      "intervention:jos aim=early-contact rijnders-2021", "intervention:none cost -",
                      "intervention:jos finding szw-2021 p. 3", "intervention:jos"):
            self.assertIsNotNone(find_fault(proof, self.catalogue), proof)
        self.assertIsNone(find_fault("intervention:jos aim=early-contact szw-2021 p. 3", self.catalogue))

    def test_what_is_expected_is_proved_and_nothing_needs_no_proof(self) -> None:
        nothing = [row["id"] for row in self.questions if row["expected"] == "-"]
        self.assertEqual(nothing, [row["id"] for row in self.questions if row["proof"] == "-"])
        self.assertGreaterEqual(len(nothing), NOTHING)

    def test_every_programme_that_the_letter_tells_of_is_asked_for(self) -> None:
        told = {name for name, record in self.catalogue.items() if name.startswith("intervention:")
                and any(claim.get("source") == LETTER and inherited(claim, "asserted-by") == "policy"
                        for claim in record.iter(etree.Element))}
        asked = {name for row in self.questions for name in row["expected"].split(" ")}
        self.assertGreater(len(told), 10)
        self.assertEqual(told - asked, set())


if __name__ == "__main__":
    unittest.main()
