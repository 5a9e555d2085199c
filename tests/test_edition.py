#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""data/EDITION.md says what the data say: its figures, its lists of what is open, its date."""

import importlib.machinery
import importlib.util
import os
import pathlib
import re
import unittest

from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
SCRIPT = TOP / "scripts" / "generate-edition"
PAGE = (TOP / "data" / "EDITION.md").read_text(encoding="utf-8")
FIGURE = re.compile(r"^\| [^|]+ \| (\d+) \| (\d+) \| `([a-z-]+ [a-z-]+)` \|$", re.M)


def load_script() -> object:
    """The script that writes the figures, as a module."""
    loader = importlib.machinery.SourceFileLoader("generate_edition", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(loader.name, loader))
    loader.exec_module(module)
    return module


def rows_under(head: str) -> list[str]:
    """The first cells of the table with a head."""
    table = re.search(rf"^{re.escape(head)}\n\|[-|]+\|\n((?:\|.*\|\n)*)", PAGE, re.M)
    return re.findall(r"^\| `([^`]+)` \|", table[1], re.M)


class Edition(unittest.TestCase):
    """What the page says of this edition."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.script = load_script()
        cls.roots = [etree.parse(str(path)).getroot() for path in sorted((TOP / "data").rglob("*.xml"))]

    def test_every_figure_and_list_is_that_of_the_data(self) -> None:
        self.assertEqual(self.script.renew(PAGE), PAGE, "write it anew with scripts/generate-edition")

    def test_a_stale_figure_and_a_stale_answer_are_noticed(self) -> None:
        number, whole, row = FIGURE.search(PAGE).groups()
        for found, stale in ((f"| {number} | {whole} | `{row}` |", f"| 1{number} | {whole} | `{row}` |"),
                             ("Warnings: 0.", "Warnings: 1."), ("| `cost` |", "| `costs` |"),
                             ("| `ris310032` | section |", "| `ris310032` | whole |")):
            self.assertIn(found, PAGE)
            self.assertEqual(self.script.renew(PAGE.replace(found, stale)), PAGE, stale)

    def test_figures_are_rows_of_the_statistics_and_none_comes_twice(self) -> None:
        rows = [row for _, _, row in FIGURE.findall(PAGE)]
        self.assertGreater(len(rows), 25)
        self.assertEqual(len(set(rows)), len(rows))
        self.assertEqual(set(rows) - set(self.script.count()), set())

    def test_sources_that_were_not_read_are_all_named(self) -> None:
        named = rows_under("| source | what stands in it |")
        unread = {source.get("id") for root in self.roots for source in root.iterfind("{*}source")
                  if source.get("read") == "not-read"}
        self.assertGreater(len(unread), 0)
        self.assertEqual(sorted(named), sorted(unread))

    def test_date_and_licence_are_those_of_the_data(self) -> None:
        root = self.roots[0]
        self.assertIn(f"Date {root.get('edition')}, publisher {root.get('publisher')}, "
                      f"licence {root.get('licence')}.", PAGE)

    def test_no_study_that_was_read_shows_less_radicalisation(self) -> None:
        self.assertIn("heeft aangetoond dat een programma radicalisering voorkomt", PAGE)
        directions = [finding.get("direction") for root in self.roots
                      for finding in root.iter("{*}finding")
                      if finding.get("outcome") == "outcome-radicalisation"]
        self.assertGreater(len(directions), 0)
        self.assertEqual(set(directions) - {None, "not-studied"}, set())

    def test_costs_of_almost_no_intervention_and_one_level_of_a_source_are_stated(self) -> None:
        levels = [next(e.get("asserted-by") for e in (level, *level.iterancestors())
                       if e.get("asserted-by"))
                  for root in self.roots for level in root.iter("{*}level")]
        self.assertIn("the editor's in all cases but one", PAGE)
        self.assertEqual(len([asserter for asserter in levels if asserter != "editor"]), 1)
        self.assertIn("Van bijna geen enkele interventie is de prijs gevonden", PAGE)
        self.assertLessEqual(self.script.count()["interventions cost"][0], 5)


if __name__ == "__main__":
    unittest.main()
