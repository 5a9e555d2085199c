#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""doc/letter.md: every record it names is in the catalogue, and every policy statement is in it."""

import os
import pathlib
import re
import unittest

from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
PAGE = TOP / "doc" / "letter.md"
NAMED = re.compile(r"`([a-z-]+):([a-z0-9.-]+)(?:#([a-z0-9-]+))?`")
PARAGRAPH = re.compile(r"^\*\*(\d)\.(\d+) (.*?)(?=^\*\*\d\.\d+ |^## )", re.M | re.S)
FOOTNOTE = re.compile(r"^- \*\*Note (\d+)\*\* (.*)$", re.M)
LETTER = "szw-2021"
PAGES = 6
FOOTNOTES = 12


def records() -> dict[str, etree._Element]:
    """Every record of the catalogue by its kind and id, written kind:id."""
    roots = (etree.parse(str(path)).getroot() for path in sorted((TOP / "data").rglob("*.xml")))
    return {f"{etree.QName(record).localname}:{record.get('id')}": record
            for root in roots for record in root if isinstance(record.tag, str)}


class Letter(unittest.TestCase):
    """The page that tells where the letter is held."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.text = PAGE.read_text(encoding="utf-8")
        cls.records = records()
        cls.named = {(f"{kind}:{name}", code or None) for kind, name, code in NAMED.findall(cls.text)}

    def holds_source(self, record: etree._Element) -> bool:
        """Whether anything in a record rests on the letter."""
        return any(LETTER in (part.get("source"), part.get("via")) for part in record.iter(etree.Element))

    def test_every_record_it_names_exists(self) -> None:
        self.assertGreater(len(self.named), 0)
        for name, _ in sorted(self.named, key=str):
            self.assertIn(name, self.records)

    def test_every_part_or_rule_it_names_exists(self) -> None:
        coded = [(name, code) for name, code in self.named if code]
        self.assertGreater(len(coded), 0)
        for name, code in coded:
            codes = {part.get("code") for part in self.records[name].iter(etree.Element)}
            self.assertIn(code, codes, name)

    def test_every_policy_statement_of_the_letter_stands_in_it(self) -> None:
        statements = {name for name, record in self.records.items()
                      if name.startswith("policy-statement:") and self.holds_source(record)}
        self.assertGreater(len(statements), 0)
        self.assertEqual(statements - {name for name, _ in self.named}, set())

    def test_every_intervention_that_rests_on_the_letter_stands_in_it(self) -> None:
        resting = {name for name, record in self.records.items()
                   if name.startswith("intervention:") and self.holds_source(record)}
        self.assertGreater(len(resting), 0)
        # The letter does not name this one; it shares a study with those it names.
        resting.discard("intervention:mij-jr-den-haag")
        self.assertEqual(resting - {name for name, _ in self.named}, set())

    def test_every_paragraph_and_footnote_is_numbered_and_held_or_says_why_not(self) -> None:
        paragraphs = [(int(page), int(number), text) for page, number, text in PARAGRAPH.findall(self.text)]
        self.assertEqual({page for page, _, _ in paragraphs}, set(range(1, PAGES + 1)))
        for page in range(1, PAGES + 1):
            numbers = [number for at, number, _ in paragraphs if at == page]
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)), f"page {page}")
        footnotes = [(int(number), text) for number, text in FOOTNOTE.findall(self.text)]
        self.assertEqual([number for number, _ in footnotes], list(range(1, FOOTNOTES + 1)))
        for text in [text for _, _, text in paragraphs] + [text for _, text in footnotes]:
            self.assertTrue(NAMED.search(text) or "Not held:" in text, text)


if __name__ == "__main__":
    unittest.main()
