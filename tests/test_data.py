#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Rules over the catalogue in data/ that neither the schema nor the loader can judge."""

import collections
import pathlib
import re
import unicodedata
import unittest
import urllib.parse

from lxml import etree

TOP = pathlib.Path(__file__).resolve().parent.parent
DATA = TOP / "data"
NS = "{urn:interventions:catalogue:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ONE_RECORD_EACH = ("interventions", "evaluations")
NAMED = ("scheme", "concept", "element", "precondition", "intervention", "organisation", "municipality")
PROPER_NAMES = ("organisation", "municipality")
# What a record of a kind cannot do without, in both languages.
TOLD_IN_FULL = {
    "intervention": ("name", "summary"), "scheme": ("label", "definition"),
    "concept": ("label", "definition"), "element": ("label", "definition"),
    "precondition": ("label", "definition"), "funding-scheme": ("name", "summary"),
}
# The kind of record that a ref stands for, where it is written without its kind.
MEANT = {
    "uses-element": "element", "needs-precondition": "precondition", "organisation": "organisation",
    "helped-by": "organisation", "assessed-by": "organisation", "rated-by": "organisation",
    "municipality": "municipality", "rated": "concept",
}
# Schemes that are complete on purpose: those of these files explain every code of the format, or
# hold every term of someone else's list.
WHOLE_FILES = ("codes.xml", "outside.xml")
# Concepts that no record uses yet: a situation can ask for them, and hears that nothing is found.
ASKED_FOR = {
    "target-group": {"case-managers", "lived-experience-experts", "local-residents",
                     "parents-vulnerable-groups", "prosecution-service", "radicalised-youth",
                     "role-models", "schools", "special-education-pupils", "training-actors",
                     "volunteers", "youth-work-organisations"},
    "setting": {"community-centre", "higher-education", "sports-club", "street"},
    "aim": {"emotion-regulation", "trust-in-government"},
    "ideology": {"conspiracy-thinking"},
    "delivery-form": {"home-assignment", "home-visit", "online-training", "personal-story",
                      "whole-school-form"},
    "intervention-type": {"local-approach"},
    "outcome": {"outcome-policy-use", "outcome-stigma", "outcome-trust-in-government"},
    "prevention-level": {"universal-direct"},
    # Ladders with every rung, also those on which nothing stands.
    "evaluation-design": {"before-after-follow-up", "description-only", "document-analysis",
                          "meta-analysis"},
    "evaluation-kind": {"cost-evaluation"},
    "precondition-kind": {"precondition-local-analysis", "precondition-unclassified"},
}
# Municipalities of which the catalogue knows nothing, but which a situation can name.
NAMED_ONLY = set("""gm0050 gm0080 gm0106 gm0114 gm0153 gm0164 gm0200 gm0225 gm0228 gm0281 gm0296
    gm0345 gm0355 gm0361 gm0362 gm0384 gm0392 gm0402 gm0479 gm0484 gm0505 gm0597 gm0632 gm0758
    gm0794 gm0796 gm0983 gm0995 gm1942""".split())
# Addresses that hold more than one source.
SHARED_ADDRESSES = {
    # A page of which an older and a newer copy were read.
    "https://www.nji.nl/radicalisering/jongerenwerk",
    # One issue of a journal, with several articles.
    "http://tijdschriften.boomcriminologie.nl/tijdschrift/tijdschriftveiligheid/2013/4",
}
FORMAT = TOP / "libinterventions" / "model" / "format.def"
CLAIM = re.compile(r'^FIELD\(\w+, "([a-z-]+)", ELEMENT, .*, CLAIM, "', re.M)
STRENGTHS = (None, "demonstrated", "potential", "reported", "component-only")


def documents() -> list[tuple[pathlib.Path, etree._Element]]:
    """Every document of the catalogue with its root."""
    return [(path, etree.parse(str(path)).getroot()) for path in sorted(DATA.rglob("*.xml"))]


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return etree.QName(element).localname


def fold(text: str) -> str:
    """A text without capitals, accents and signs, to compare names by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold())
                    if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain))


def inherited(element: etree._Element, name: str) -> str | None:
    """An attribute of a claim: its own, or that of the nearest element it stands in."""
    return next((e.get(name) for e in (element, *element.iterancestors()) if e.get(name)), None)


def find_used(records: list[tuple[pathlib.Path, etree._Element]]) -> dict[str, set[str]]:
    """Ids that other records use, by kind; what is broader than something used is used too."""
    used, broader = collections.defaultdict(set), []
    for _, record in records:
        used["concept"].add(record.get("kind"))
        for element in record.iter(etree.Element):
            used["concept"].update((element.get("concept"), element.get("outcome")))
            reference, name = element.get("ref"), local(element)
            if reference and ":" in reference:
                kind, reference = reference.split(":")
                used[kind].add(reference)
            elif name in MEANT:
                used[MEANT[name]].add(reference)
            elif name == "broader":
                broader.append((local(record), record.get("id"), reference))
    for _ in broader:
        for kind, narrow, broad in broader:
            if narrow in used[kind]:
                used[kind].add(broad)
    return used


class Data(unittest.TestCase):
    """The catalogue as a whole."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.documents = documents()
        cls.records = [(path, record) for path, root in cls.documents for record in root
                       if isinstance(record.tag, str)]
        names = set(CLAIM.findall(FORMAT.read_text(encoding="utf-8")))
        cls.claims = [(path, element) for path, record in cls.records
                      for element in record.iterdescendants(etree.Element) if local(element) in names]
        cls.used = find_used(cls.records)

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

    def test_texts_that_people_read_are_there_in_dutch_and_english(self) -> None:
        for path, record in self.records:
            for field in TOLD_IN_FULL.get(local(record), ()):
                languages = [self.language_of(text) for text in record.findall(NS + field)]
                self.assertEqual(sorted(languages), ["en", "nl"],
                                 f"{path.name} {record.get('id')} {field}")

    def test_every_note_and_label_of_a_part_is_in_dutch_and_english(self) -> None:
        for path, root in self.documents:
            for owner in root.iter(etree.Element):
                for field in ("note", "label", "summary"):
                    count = collections.Counter(map(self.language_of, owner.findall(NS + field)))
                    self.assertEqual(count["nl"], count["en"], f"{path.name}:{owner.sourceline}")
                    self.assertEqual(count.total(), count["nl"] + count["en"])

    def test_no_text_is_empty(self) -> None:
        for path, root in self.documents:
            for element in root.iter(etree.Element):
                if LANG in element.attrib and element is not root:
                    self.assertGreater(len((element.text or "").strip()), 0,
                                       f"{path.name}:{element.sourceline}")

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

    def test_names_and_labels_are_unique_in_their_kind_or_scheme_after_folding(self) -> None:
        seen: dict[tuple[str | None, ...], str] = {}
        for path, record in self.records:
            if local(record) == "source":
                continue
            for field in ("label", "alt-label", "name", "alias"):
                for text in record.findall(NS + field):
                    key = (local(record), record.get("scheme"), self.language_of(text), fold(text.text))
                    self.assertEqual(seen.setdefault(key, record.get("id")), record.get("id"),
                                     f"{path.name} {key}")
        self.assertGreater(len(seen), len(self.records))

    def test_folding_hears_no_accents_capitals_or_signs(self) -> None:
        self.assertEqual(fold("Éérste  co-productie_2"), fold("eerste Co Productie 2"))
        self.assertNotEqual(fold("moeders"), fold("moeder"))

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

    def test_every_municipality_lies_in_the_country(self) -> None:
        for path, record in self.records:
            if local(record) == "municipality":
                wider = [e.get("ref") for e in record.findall(NS + "broader")]
                self.assertEqual(wider, [] if record.get("id") == "nl" else ["nl"], path)

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

    def find_unused(self, kind: str) -> set[str]:
        """Records of a kind that no record uses."""
        return {record.get("id") for _, record in self.records
                if local(record) == kind} - self.used[kind]

    def test_every_precondition_and_organisation_is_used(self) -> None:
        for kind in ("precondition", "organisation"):
            self.assertEqual(self.find_unused(kind), set(), kind)

    def test_every_element_is_used_or_judged(self) -> None:
        judged = {record.get("id") for _, record in self.records
                  if local(record) == "element" and record.find(NS + "verdict") is not None}
        self.assertGreater(len(judged), 0)
        self.assertEqual(self.find_unused("element") - judged, set())

    def test_every_municipality_is_used_or_declared(self) -> None:
        self.assertEqual(self.find_unused("municipality"), NAMED_ONLY)

    def test_every_concept_is_used_or_declared(self) -> None:
        unused = collections.defaultdict(set)
        for path, record in self.records:
            if (local(record) == "concept" and path.name not in WHOLE_FILES
                    and record.get("id") not in self.used["concept"]):
                unused[record.get("scheme")].add(record.get("id"))
        self.assertEqual(unused, ASKED_FOR)

    def test_every_claim_has_an_asserter_and_all_but_the_editor_a_source(self) -> None:
        self.assertGreater(len(self.claims), 1000)
        for path, claim in self.claims:
            asserter = inherited(claim, "asserted-by")
            self.assertIsNotNone(asserter, f"{path.name}:{claim.sourceline}")
            if asserter != "editor":
                self.assertIsNotNone(inherited(claim, "source"), f"{path.name}:{claim.sourceline}")

    def test_strength_is_a_code_and_only_researchers_demonstrate(self) -> None:
        for path, claim in self.claims:
            strength = inherited(claim, "strength")
            self.assertIn(strength, STRENGTHS, f"{path.name}:{claim.sourceline}")
            if strength == "demonstrated":
                self.assertEqual(inherited(claim, "asserted-by"), "evaluation",
                                 f"{path.name}:{claim.sourceline}")

    def test_addresses_are_well_formed(self) -> None:
        for path, root in self.documents:
            for field, shape in (("url", r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?"),
                                 ("identifier", r"https?://\S+"), ("doi", r"10\.\d{4,9}/\S+")):
                for element in root.iter(NS + field):
                    self.assertRegex(element.text.strip(), rf"^{shape}$",
                                     f"{path.name}:{element.sourceline}")

    def test_an_address_is_of_one_source_or_a_front_page_or_declared(self) -> None:
        sources = collections.defaultdict(set)
        for _, record in self.records:
            if local(record) == "source":
                for address in record.findall(NS + "url"):
                    sources[address.text.strip()].add(record.get("id"))
        shared = {address for address, names in sources.items() if len(names) > 1
                  and urllib.parse.urlsplit(address).path.strip("/") != ""}
        self.assertEqual(shared, SHARED_ADDRESSES)

    def test_counts_of_kinds_and_asserters_are_printed(self) -> None:
        kinds = collections.Counter(local(record) for _, record in self.records)
        asserters = collections.Counter(inherited(claim, "asserted-by") for _, claim in self.claims)
        for what, count in (("records", kinds), ("claims and silences", asserters)):
            print(f"{count.total()} {what}:", ", ".join(f"{n} {k}" for k, n in count.most_common()))
        self.assertEqual((kinds.total(), asserters.total()), (len(self.records), len(self.claims)))


if __name__ == "__main__":
    unittest.main()
