#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The boundary: programmes and municipalities, never persons; never religion or descent as a facet.

What an evaluated programme did for a community may be told in words of the source, with the
source; it is never something to search, select or label by.
"""

import os
import pathlib
import re
import unittest

from lxml import etree

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
HEADERS = sorted((TOP / "include" / "interventions").glob("*.h*"))
TABLES = sorted((TOP / "libinterventions").rglob("*.def"))
SCHEMAS = sorted((TOP / "data").glob("*.xsd"))
DOCUMENTS = sorted((TOP / "data").rglob("*.xml"))
XS = "{http://www.w3.org/2001/XMLSchema}"

# Persons, and judgements of persons.
PERSONS = re.compile(
    r"client(?!-side)|cli[eë]nt|pati[eë]nt|suspect|verdacht|perpetrator|burgerservice|\bbsn\b"
    r"|(?:risk|threat|danger)[ _-]?(?:score|rating|level)"
    r"|(?:risico|dreigings)(?:score|profiel|niveau)"
    r"|\b(?:data|research|human)[ _-]subject|person[ _-]?(?:id|record|name)|persoonsgegeven"
    r"|date[ _-]of[ _-]birth|geboortedatum|passport|paspoort|profiler(?:en|ing)|profiling", re.I)
# A situation is never called this; in the data it may be the profile of those who deliver.
PROFILE = re.compile(r"profile|profiel", re.I)
# Religions and communities.
NAMED = (r"islam|moslim|muslim|marok|moroc|salaf|moskee|mosque|synago|\bjood|\bjode|\bjew|\bturk"
         r"|\bkoerd|\bkurd|christen|christian|\bkerk|\bchurch|\bimam|koran|quran|hindoe|hindu"
         r"|soennit|sjiit|sunni|shiit|surinaams|surinames|antill|somalisch|syrisch")
# Religion and descent as such; the definition of a form of extremism cannot do without.
GENERAL = (r"religi|\bgelovig|\bgeloof|\bfaiths?\b|etnisch|etnicit|ethnic|allochto"
           r"|migratieachtergrond|afkomst|nationalit")
COMMUNITIES = re.compile(NAMED, re.I)
GROUPS = re.compile(f"{NAMED}|{GENERAL}", re.I)
# Where words of a source may name a community: with the source, or as part of naming one.
TOLD = ("wording", "title", "url", "published-in")
# The parts of names that would make room for a person.
ROOM = set("""person persoon people human individual client citizen suspect victim perpetrator child
    parent pupil student teacher surname firstname birth born gender sex religion faith ethnicity
    nationality descent address street postcode phone telephone email mail bsn score risk threat
    profile case school mosque neighbourhood""".split())
SITUATION_ATTRIBUTES = {"as-of", "field", "value", "precondition", "what"}


def local(element: etree._Element) -> str:
    """Name of an element without its namespace."""
    return etree.QName(element).localname


def elements(root: etree._Element) -> list[etree._Element]:
    """All elements, comments left out."""
    return [element for element in root.iter() if isinstance(element.tag, str)]


def place(path: pathlib.Path, element: etree._Element) -> str:
    return f"{path.relative_to(TOP)}:{element.sourceline}"


def has_source(element: etree._Element) -> bool:
    """Whether a source holds for an element: on it, or on what it stands in."""
    return any(e.get("source") for e in (element, *element.iterancestors()))


def names(schema: pathlib.Path) -> set[str]:
    """Names of all elements and attributes of a schema."""
    root = etree.parse(str(schema)).getroot()
    return {e.get("name") for tag in ("element", "attribute") for e in root.iter(XS + tag)
            if e.get("name")}


class Boundary(unittest.TestCase):
    """What the project has no place for."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.roots = [(path, etree.parse(str(path)).getroot()) for path in DOCUMENTS]

    def assert_without(self, pattern: re.Pattern, path: pathlib.Path) -> None:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            with self.subTest(place=f"{path.relative_to(TOP)}:{number}"):
                self.assertNotRegex(line, pattern)

    def test_there_is_something_to_guard(self) -> None:
        self.assertGreater(len(HEADERS), 5)
        self.assertGreater(len(TABLES), 5)
        self.assertEqual({path.name for path in SCHEMAS} & {"catalogue.xsd", "situation.xsd"},
                         {"catalogue.xsd", "situation.xsd"})
        self.assertGreater(len(DOCUMENTS), 30)

    def test_headers_tables_and_schemas_name_no_persons(self) -> None:
        for path in (*HEADERS, *TABLES, *SCHEMAS):
            self.assert_without(PERSONS, path)
            self.assert_without(PROFILE, path)

    def test_headers_tables_and_schemas_name_no_religion_or_descent(self) -> None:
        for path in (*HEADERS, *TABLES, *SCHEMAS):
            self.assert_without(GROUPS, path)

    def test_the_formats_have_no_room_for_a_person_but_an_author(self) -> None:
        for schema in SCHEMAS:
            for name in names(schema):
                with self.subTest(schema=schema.name, name=name):
                    self.assertEqual(set(name.split("-")) & ROOM, set())
        self.assertIn("author", names(TOP / "data" / "catalogue.xsd"))

    def test_an_author_is_only_the_author_of_a_publication(self) -> None:
        for path, root in self.roots:
            for element in root.iter("{*}author"):
                with self.subTest(place=place(path, element)):
                    record = next(e for e in element.iterancestors()
                                  if e.getparent() is root)
                    self.assertIn(local(record), ("source", "evaluation"))

    def test_a_situation_holds_nothing_but_criteria_and_preconditions(self) -> None:
        root = etree.parse(str(TOP / "data" / "situation.xsd")).getroot()
        attributes = {e.get("name") for e in root.iter(XS + "attribute")}
        self.assertEqual(attributes, SITUATION_ATTRIBUTES)
        self.assertEqual([e for e in elements(root) if e.get("mixed") == "true"], [])

    def test_no_id_names_persons_religion_or_descent(self) -> None:
        for path, root in self.roots:
            for element in elements(root):
                for name, value in element.attrib.items():
                    with self.subTest(place=place(path, element), attribute=name):
                        self.assertNotRegex(value, PERSONS)
                        self.assertNotRegex(value, GROUPS)

    def test_no_label_or_text_of_the_editor_names_religion_or_descent(self) -> None:
        found = []
        for path, root in self.roots:
            for element in elements(root):
                denied = COMMUNITIES if local(element) == "definition" else GROUPS
                if local(element) not in TOLD and denied.search(element.text or ""):
                    found.append(f"{place(path, element)} <{local(element)}>")
        self.assertEqual(found, [])

    def test_words_of_a_source_about_a_community_come_with_the_source(self) -> None:
        told = 0
        for path, root in self.roots:
            for element in elements(root):
                if local(element) == "wording" and GROUPS.search(element.text or ""):
                    told += 1
                    self.assertTrue(has_source(element), place(path, element))
        self.assertGreater(told, 0)

    def test_a_title_that_names_a_community_is_a_title_of_a_publication(self) -> None:
        for path, root in self.roots:
            for element in root.iter("{*}title"):
                if GROUPS.search(element.text or ""):
                    self.assertIn(local(element.getparent()), ("source", "evaluation"),
                                  place(path, element))

    def test_no_label_names_persons(self) -> None:
        for path, root in self.roots:
            for element in elements(root):
                if local(element) not in TOLD:
                    with self.subTest(place=place(path, element)):
                        self.assertNotRegex(element.text or "", PERSONS)

    def test_no_text_holds_an_address_or_number_of_a_person(self) -> None:
        pattern = re.compile(r"[\w.+-]+@[\w-]+\.\w|\b0[1-9][0-9 -]{8,}\b|(?<![\d.])\d{9}(?![\d.])")
        for path, root in self.roots:
            for element in elements(root):
                if local(element) not in ("url", "doi", "identifier"):
                    with self.subTest(place=place(path, element)):
                        self.assertNotRegex(element.text or "", pattern)

    def test_a_guarded_word_is_noticed(self) -> None:
        for text in ("moslimjongeren", "Muslim", "Marokkaanse", "Turks", "jood", "christen",
                     "salafisme", "moskee", "mosque", "Islamic"):
            self.assertRegex(text, GROUPS)
        for text in ("client", "suspect", "risk score", "risicoscore", "BSN", "verdachte",
                     "burgerservicenummer"):
            self.assertRegex(text, PERSONS)


if __name__ == "__main__":
    unittest.main()
