#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Rules over the catalogue in data/ that neither the schema nor the loader can judge."""

import collections
import pathlib
import re
import unittest

from lxml import etree

TOP = pathlib.Path(__file__).resolve().parent.parent
DATA = TOP / "data"
NS = "{urn:interventions:catalogue:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONE_RECORD_EACH = ("interventions", "evaluations")
NAMED = ("scheme", "concept", "element", "precondition", "intervention", "organisation", "municipality")
PROPER_NAMES = ("organisation", "municipality")


def documents() -> list[tuple[pathlib.Path, etree._Element]]:
    """Every document of the catalogue with its root."""
    return [(path, etree.parse(str(path)).getroot()) for path in sorted(DATA.rglob("*.xml"))]


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return etree.QName(element).localname


class Data(unittest.TestCase):
    """The catalogue as a whole."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.documents = documents()
        cls.records = [(path, record) for path, root in cls.documents for record in root
                       if isinstance(record.tag, str)]

    def language_of(self, element: etree._Element) -> str:
        """Language of a text: its own or that of the document."""
        return element.get(LANG) or element.getroottree().getroot().get(LANG)

    def test_every_file_belongs_to_the_same_edition(self) -> None:
        heads = {(root.get("edition"), root.get("publisher"), root.get("licence"), root.get(LANG))
                 for _, root in self.documents}
        self.assertEqual(len(heads), 1, heads)

    def test_intervention_and_evaluation_files_hold_one_record_named_as_the_file(self) -> None:
        for path, root in self.documents:
            if path.parent.name in ONE_RECORD_EACH:
                ids = [record.get("id") for record in root if isinstance(record.tag, str)]
                self.assertEqual(ids, [path.stem], path)

    def test_names_labels_and_summaries_are_in_dutch_and_english(self) -> None:
        for path, record in self.records:
            kind = local(record)
            if kind not in NAMED or kind in PROPER_NAMES:
                continue
            for field in ("name", "label", "definition", "summary"):
                languages = [self.language_of(text) for text in record.findall(NS + field)]
                if languages:
                    self.assertEqual(sorted(languages), ["en", "nl"],
                                     f"{path.name} {record.get('id')} {field}")

    def test_every_wording_is_in_dutch_and_english(self) -> None:
        for path, root in self.documents:
            for owner in root.iter(etree.Element):
                wordings = owner.findall(NS + "wording")
                if wordings:
                    languages = sorted(self.language_of(text) for text in wordings)
                    self.assertEqual(languages, ["en", "nl"], f"{path.name}:{owner.sourceline}")

    def test_every_element_precondition_and_source_has_a_definition_or_title(self) -> None:
        for path, record in self.records:
            wanted = {"element": "definition", "precondition": "definition",
                      "source": "title"}.get(local(record))
            if wanted:
                self.assertIsNotNone(record.find(NS + wanted), f"{path.name} {record.get('id')}")

    def test_labels_are_unique_in_their_scheme_after_folding(self) -> None:
        seen: dict[tuple[str, str, str], str] = {}
        for _, record in self.records:
            if local(record) != "concept":
                continue
            for field in ("label", "alt-label"):
                for text in record.findall(NS + field):
                    key = (record.get("scheme"), self.language_of(text),
                           " ".join(re.split(r"[\s_-]+", text.text.casefold())))
                    self.assertIn(seen.setdefault(key, record.get("id")), (record.get("id"),), key)

    def test_municipalities_have_a_code_of_statistics_netherlands_or_are_the_country(self) -> None:
        for path, record in self.records:
            if local(record) == "municipality":
                self.assertRegex(record.get("id"), r"^(gm\d{4}|nl)$", path)

    def test_every_municipality_code_is_in_its_identifier(self) -> None:
        for path, record in self.records:
            code = record.get("id")
            if local(record) == "municipality" and code != "nl":
                address = record.findtext(NS + "identifier").strip()
                self.assertEqual(address, f"https://identifier.overheid.nl/tooi/id/gemeente/{code}", path)

    def test_need_is_required_only_with_a_wording_that_shows_it(self) -> None:
        for path, root in self.documents:
            for need in root.iter(NS + "needs-precondition"):
                if need.get("need") == "required":
                    self.assertGreater(len(need.findall(NS + "wording")), 0,
                                       f"{path.name}:{need.sourceline}")

    def test_every_source_is_used(self) -> None:
        used = collections.Counter()
        for _, root in self.documents:
            for element in root.iter(etree.Element):
                used.update(filter(None, (element.get("source"), element.get("via"))))
                if local(element) == "reported-in":
                    used[element.get("ref")] += 1
                if element.get("ref", "").startswith("source:"):
                    used[element.get("ref")[len("source:"):]] += 1
        for path, record in self.records:
            if local(record) == "source":
                self.assertGreater(used[record.get("id")], 0, f"{path.name} {record.get('id')}")


if __name__ == "__main__":
    unittest.main()
