#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Tests of the oracle itself: each rule by hand, and how catalogues and situations are read.

Every case by hand names the rules it is about: with one of them flipped the answer must change.
"""
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from random import Random
from typing import Iterator

from lxml import etree

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import generate
import hand_answers
import hand_criteria
import hand_numbers
import situation
from by_hand import OPENING, ByHand, ask, programme
from catalogue import PREFIX, Catalogue, CatalogueError, Claim, Provenance, local_name
from rulebook import RULES, Hierarchy, Rules
from situation import Ages, AtMost
from vocabulary import SCHEMES

CASES = hand_criteria.CASES + hand_numbers.CASES + hand_answers.CASES


class ByHandTest(unittest.TestCase):
    """One test for each case; the methods are made below."""


def make_test(case: ByHand) -> object:
    def test(self: unittest.TestCase) -> None:
        self.assertEqual(ask(case), case.expected)
        for rule in case.rules.split():
            self.assertNotEqual(ask(case, rule), case.expected, f"{rule} flipped")
    return test


for one in CASES:
    if hasattr(ByHandTest, "test_" + one.name):
        raise ValueError(f"two cases are called {one.name}")
    setattr(ByHandTest, "test_" + one.name, make_test(one))


class RulebookTest(unittest.TestCase):
    def test_every_rule_has_a_case(self) -> None:
        named = {rule for case in CASES for rule in case.rules.split()}
        self.assertEqual(named, set(RULES))

    def test_unknown_rule_is_refused(self) -> None:
        with self.assertRaises(KeyError):
            Rules("no-such-rule")
        with self.assertRaises(KeyError):
            Rules().holds("no-such-rule")

    def test_hits_are_counted(self) -> None:
        rules = Rules("2-open")
        self.assertFalse(rules.holds("2-open"))
        self.assertTrue(rules.holds("2-closed"))
        self.assertEqual((rules.hits["2-open"], rules.hits["2-closed"], rules.hits["1-same"]),
                         (1, 1, 0))

    def test_record_is_not_broader_than_itself(self) -> None:
        catalogue = read('<concept id="x" scheme="aim"><label>x</label></concept>')
        self.assertFalse(Hierarchy(catalogue, Rules()).broader("concept", "x", "x"))


def read(records: str) -> Catalogue:
    return Catalogue.from_texts(OPENING + records + "</catalogue>")


def claims(text: str) -> list[Claim]:
    """The claims of a programme of a provider, out of source s."""
    return read(programme(text)).get("intervention", "a").claims


class ReadingTest(unittest.TestCase):
    def test_claim_inherits_from_the_record(self) -> None:
        self.assertEqual(claims('<aim concept="x"/>')[0].provenance,
                         Provenance(asserter="provider", source="s"))

    def test_claim_inherits_from_its_group_of_facts(self) -> None:
        text = ('<facts asserted-by="policy" strength="potential" locator="p. 1">'
                '<aim concept="x"/></facts><aim concept="y"/>')
        inside, outside = claims(text)
        self.assertEqual(inside.provenance, Provenance("policy", "potential", "s", None, "p. 1"))
        self.assertEqual(outside.asserter, "provider")

    def test_source_cuts_off_via_and_locator(self) -> None:
        text = ('<facts source="t" via="u" locator="p. 1"><aim concept="x" source="v"/>'
                '<aim concept="y" locator="p. 2"/></facts>')
        cut, kept = claims(text)
        self.assertEqual(cut.provenance, Provenance("provider", None, "v", None, None))
        self.assertEqual(kept.provenance, Provenance("provider", None, "t", "u", "p. 2"))

    def test_ages_inherit_from_their_target_group(self) -> None:
        text = '<target-group concept="x" asserted-by="editor"><ages min="1"/></target-group>'
        group, ages = claims(text)
        self.assertTrue(ages.by_editor)
        self.assertIs(ages.under, group)

    def test_mark_has_provenance_of_its_own(self) -> None:
        text = '<cost><not-stated cause="searched" asserted-by="editor" source="t"/></cost>'
        cost = claims(text)[0]
        self.assertEqual((cost.mark, cost.asserter, cost.provenance.source),
                         ("searched", "editor", "t"))

    def test_strength_left_out_is_unstated(self) -> None:
        self.assertEqual(claims('<aim concept="x"/>')[0].strength, "unstated")

    def test_claim_without_asserter_is_refused(self) -> None:
        with self.assertRaises(CatalogueError):
            read('<intervention id="a" kind="intervention"><aim concept="x"/></intervention>')

    def test_foreign_elements_and_comments_are_ignored(self) -> None:
        text = '<x:aim xmlns:x="urn:other" concept="x"/><!-- <aim concept="y"/> -->'
        self.assertEqual(claims(text), [])

    def test_conflict_is_named_within_one_field(self) -> None:
        one, other, apart = claims('<aim concept="x" claim="n" /><aim concept="y" '
                                   'conflicts-with="m n"/><level concept="z" claim="m"/>')
        self.assertTrue(other.names_conflict(one))
        self.assertFalse(one.names_conflict(other))
        self.assertFalse(other.names_conflict(apart))

    def test_for_children_name_interventions(self) -> None:
        record = read('<evaluation id="e" status="published" asserted-by="evaluation" '
                      'source="s"><finding outcome="o"><for ref="a"/><for ref="b"/></finding>'
                      "</evaluation>").get("evaluation", "e")
        self.assertEqual(record.stated("finding")[0].names, ("a", "b"))


class SituationTest(unittest.TestCase):
    def options(self, field: str, value: str) -> tuple[situation.Option, ...]:
        text = f'<must field="{field}" value="{value}"/>'
        asked = situation.from_text(
            f'<situation xmlns="{situation.NAMESPACE}">{text}</situation>')
        return asked.criteria[0].options

    def test_ages_are_read(self) -> None:
        self.assertEqual(self.options("age", "14,12-18,16+"),
                         (Ages(14, 14), Ages(12, 18), Ages(16, None)))

    def test_age_nought_is_read(self) -> None:
        self.assertEqual(self.options("age", "0,0-0"), (Ages(0, 0), Ages(0, 0)))

    def test_cost_is_read_in_cents(self) -> None:
        self.assertEqual(self.options("kosten", "250/participant,99.50/session,0.5/group"),
                         (AtMost(25000, "participant"), AtMost(9950, "session"),
                          AtMost(50, "group")))

    def test_duration_is_read(self) -> None:
        self.assertEqual(self.options("duur", "10 weeks,3 months"),
                         (AtMost(10, "weeks"), AtMost(3, "months")))

    def test_several_options_are_read(self) -> None:
        self.assertEqual(self.options("doel", "x,y"), ("x", "y"))

    def test_unknown_element_is_refused(self) -> None:
        with self.assertRaises(situation.SituationError):
            situation.from_text(f'<situation xmlns="{situation.NAMESPACE}"><x/></situation>')


class GeneratorTest(unittest.TestCase):
    """What the schemas cannot say of the generated documents."""

    def catalogues(self) -> Iterator[tuple[Catalogue, etree._Element]]:
        for seed in range(40):
            text, _ = generate.make_catalogue(Random(seed))
            root = etree.fromstring(text)
            catalogue = Catalogue(())
            catalogue.add(root)
            yield catalogue, root

    def test_same_seed_gives_the_same_documents(self) -> None:
        made = []
        for hash_seed in ("1", "2"):
            program = ("import sys, compare; from pathlib import Path;"
                       "compare.make_pairs(Path(sys.argv[1]), 1, 400, 20)")
            with tempfile.TemporaryDirectory() as directory:
                subprocess.run([sys.executable, "-B", "-c", program, directory], check=True,
                               cwd=HERE, env={**os.environ, "PYTHONHASHSEED": hash_seed})
                made.append({path.name: path.read_bytes() for path in Path(directory).iterdir()})
        self.assertEqual(len(made[0]), 420)
        self.assertEqual(made[0], made[1])

    def test_claims_have_an_asserter_and_a_source(self) -> None:
        for catalogue, _ in self.catalogues():
            for claim in self.claims_of(catalogue):
                self.assertIsNotNone(claim.asserter)
                self.assertTrue(claim.by_editor or claim.provenance.source is not None)

    def test_claims_hold_a_value_or_a_mark(self) -> None:
        for catalogue, _ in self.catalogues():
            for claim in self.claims_of(catalogue):
                values = {"concept", "ref", "tag", "value", "about", "at-least", "min", "max"}
                stated = bool(values & set(claim.attributes)) or claim.field == "finding"
                self.assertTrue(stated if claim.mark is None
                                else claim.field == "finding" or not stated)

    def test_references_lead_to_records(self) -> None:
        for catalogue, root in self.catalogues():
            for element in root.iter(PREFIX + "*"):
                if element.get("concept") is not None:
                    self.assertEqual(local_name(element), self.field_of(catalogue, element))

    def field_of(self, catalogue: Catalogue, element: etree._Element) -> str:
        """The field that takes concepts of the scheme which an element names."""
        scheme = catalogue.get("concept", element.attrib["concept"]).attributes["scheme"]
        return next(name for name, (its, _) in SCHEMES.items() if its == scheme)

    def test_conflicts_lead_to_claims_of_the_same_field(self) -> None:
        linked = 0
        for catalogue, _ in self.catalogues():
            for claim in self.claims_of(catalogue):
                for name in (claim.get("conflicts-with") or "").split():
                    others = [c for c in claim.record.claims if c.get("claim") == name]
                    self.assertEqual([c.field for c in others], [claim.field])
                    self.assertIsNot(others[0], claim)
                    linked += 1
        self.assertGreater(linked, 100)

    @staticmethod
    def claims_of(catalogue: Catalogue) -> list[Claim]:
        return [claim for record in catalogue.records.values() for claim in record.claims]


if __name__ == "__main__":
    unittest.main()
