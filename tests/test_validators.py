#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The schemas by two validators that share nothing: libxml2's and xmlschema, which is pure Python.

They agree on the data, on every fixture and on documents that were altered at random, but for what
fixtures/README.md lists. What the loader accepts, both accept.

INTV_LIBRARY_DIR is the folder of the built library, which judges the altered documents.
"""

import collections
import copy
import ctypes
import functools
import os
import pathlib
import random
import re
import unittest
import xml.etree.ElementTree as ElementTree

import xmlschema
from lxml import etree

import test_fixtures

FIXTURES = test_fixtures.FIXTURES
CATALOGUE, SITUATION = "catalogue.xsd", "situation.xsd"
FOLDERS = (("valid", CATALOGUE), ("invalid", CATALOGUE), ("situations/valid", SITUATION),
           ("situations/invalid", SITUATION))
SEED = 20261123
ALTERED = {CATALOGUE: 1500, SITUATION: 600}


@functools.lru_cache
def second(name: str) -> xmlschema.XMLSchema:
    """A schema as the second validator reads it; it is checked by the schema of schemas first."""
    return xmlschema.XMLSchema(str(test_fixtures.DATA / name), validation="strict")


def second_accepts(source: str, name: str) -> bool:
    """Whether the second validator accepts a file or a text; its own parser reads it (expat)."""
    try:
        return second(name).is_valid(source)
    except ElementTree.ParseError:
        return False


def documents(fixture: pathlib.Path) -> list[pathlib.Path]:
    return sorted(fixture.glob("*.xml")) if fixture.is_dir() else [fixture]


def differences() -> dict[str, str]:
    """The fixtures on which the validators differ, with the reason: a table in README.md."""
    text = (FIXTURES / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([a-z/0-9.-]+\.xml)` \| ([^|]+) \|$", text, re.M))


class Fixtures(unittest.TestCase):
    """Both validators, on the data and the fixtures."""

    def test_both_accept_all_data(self) -> None:
        paths = sorted(test_fixtures.DATA.rglob("*.xml"))
        self.assertGreater(len(paths), 100)
        for path in paths:
            self.assertTrue(second_accepts(str(path), CATALOGUE), path)
            self.assertTrue(test_fixtures.lxml_accepts(path, CATALOGUE), path)

    def test_both_accept_what_the_loader_accepts(self) -> None:
        accepted = 0
        for folder, name in FOLDERS:
            for fixture in test_fixtures.fixtures(folder):
                if test_fixtures.expected(fixture)[0] != "status ok":
                    continue
                for path in documents(fixture):
                    if "newer-minor-format" not in test_fixtures.tags(fixture):
                        self.assertTrue(second_accepts(str(path), name), path)
                        accepted += 1
        self.assertGreater(accepted, 20)

    def test_they_agree_on_every_fixture_but_for_those_that_are_listed(self) -> None:
        differ, seen = set(), 0
        for folder, name in FOLDERS:
            for fixture in test_fixtures.fixtures(folder):
                for path in documents(fixture):
                    seen += 1
                    if second_accepts(str(path), name) != test_fixtures.lxml_accepts(path, name):
                        differ.add(str(path.relative_to(FIXTURES)))
        self.assertGreater(seen, 180)
        self.assertEqual(differ, set(differences()))

    def test_every_difference_is_explained(self) -> None:
        for path, reason in differences().items():
            self.assertTrue((FIXTURES / path).exists(), path)
            self.assertGreater(len(reason), 20, path)


# ---- the loader ----

class Loader:
    """The library, through its interface in C."""

    def __init__(self) -> None:
        folder = pathlib.Path(os.environ["INTV_LIBRARY_DIR"])
        self.library = ctypes.CDLL(str(folder / "libinterventions.so"))
        for name in ("intv_loader_free", "intv_catalogue_unref", "intv_situation_free"):
            getattr(self.library, name).restype = None
        self.catalogue = self.load((FIXTURES / "valid" / "everything.xml").read_bytes())
        if not self.catalogue:
            raise ValueError("the catalogue of the situations does not load")

    def load(self, text: bytes) -> ctypes.c_void_p:
        """The catalogue of one document; empty if it is refused."""
        loader, catalogue = ctypes.c_void_p(), ctypes.c_void_p()
        if self.library.intv_loader_new(ctypes.byref(loader)) != 0:
            raise MemoryError
        added = self.library.intv_loader_add_memory(loader, b"altered.xml", text,
                                                    ctypes.c_size_t(len(text)))
        if added == 0:
            self.library.intv_loader_load(loader, ctypes.byref(catalogue), None)
        self.library.intv_loader_free(loader)
        return catalogue

    def accepts_catalogue(self, text: bytes) -> bool:
        catalogue = self.load(text)
        self.library.intv_catalogue_unref(catalogue)
        return bool(catalogue)

    def accepts_situation(self, text: bytes) -> bool:
        situation = ctypes.c_void_p()
        if self.library.intv_situation_new(self.catalogue, ctypes.byref(situation)) != 0:
            raise MemoryError
        status = self.library.intv_situation_read_memory(situation, b"altered.xml", text,
                                                         ctypes.c_size_t(len(text)), None)
        self.library.intv_situation_free(situation)
        return status == 0

    def accepts(self, text: bytes, name: str) -> bool:
        return self.accepts_catalogue(text) if name == CATALOGUE else self.accepts_situation(text)


# ---- altering ----

VALUES = ("", "x", "no such value", "nl", "NL", "2021-13", "2021-02-28", "18", "-1", "none", "Talk",
          "talk", "evaluation", "editor", "value", "12-18", "3 4", "yes", "http://example.org", "1.0")


def elements(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter() if isinstance(element.tag, str)]


def remove_attribute(chance: random.Random, element: etree._Element) -> None:
    if element.attrib:
        del element.attrib[chance.choice(sorted(element.attrib))]


def change_attribute(chance: random.Random, element: etree._Element) -> None:
    if element.attrib:
        element.set(chance.choice(sorted(element.attrib)), chance.choice(VALUES))


def add_attribute(chance: random.Random, element: etree._Element) -> None:
    """An attribute that stands elsewhere in the document, or of another namespace."""
    names = sorted({name for other in elements(element.getroottree().getroot()) for name in other.attrib}
                   | {"{urn:other}mark"})
    element.set(chance.choice(names), chance.choice(VALUES))


def remove_element(_: random.Random, element: etree._Element) -> None:
    if element.getparent() is not None:
        element.getparent().remove(element)


def repeat_element(_: random.Random, element: etree._Element) -> None:
    if element.getparent() is not None:
        element.addnext(copy.deepcopy(element))


def move_element(chance: random.Random, element: etree._Element) -> None:
    """A copy of an element somewhere else."""
    other = copy.deepcopy(chance.choice(elements(element.getroottree().getroot())))
    if len(other) < 20:  # not the document in itself
        element.insert(chance.randint(0, len(element)), other)


def rename_element(chance: random.Random, element: etree._Element) -> None:
    element.tag = chance.choice(elements(element.getroottree().getroot())).tag


def add_foreign(_: random.Random, element: etree._Element) -> None:
    etree.SubElement(element, "{urn:other}remark").text = "x"


def add_text(chance: random.Random, element: etree._Element) -> None:
    element.text = chance.choice(("x", " ", "", "2021"))


def take_namespace(_: random.Random, element: etree._Element) -> None:
    element.tag = etree.QName(element).localname


ALTERATIONS = (remove_attribute, change_attribute, add_attribute, remove_element, repeat_element,
               move_element, rename_element, add_foreign, add_text, take_namespace)


def alter(chance: random.Random, root: etree._Element) -> bytes:
    """A copy of a document with one to three alterations; always well-formed."""
    altered = copy.deepcopy(root)
    for _ in range(chance.randint(1, 3)):
        chance.choice(ALTERATIONS)(chance, chance.choice(elements(altered)))
    return etree.tostring(altered, encoding="utf-8")


@functools.lru_cache
def only_foreign(name: str) -> frozenset[str]:
    """Names of the elements in which a schema allows elements of other namespaces and no others."""
    root = etree.parse(str(test_fixtures.DATA / name)).getroot()
    found = root.xpath("//xs:element[@type = //xs:complexType[count(.//xs:any) = 1 and"
                       " not(.//xs:element) and not(.//xs:extension)]/@name]/@name",
                       namespaces={"xs": "http://www.w3.org/2001/XMLSchema"})
    return frozenset(found)


def is_overlooked(error: etree._LogEntry, root: etree._Element, name: str) -> bool:
    """Whether an error of libxml2 is of one of the three sorts that xmlschema overlooks (README.md)."""
    if error.type_name == "SCHEMAV_CVC_COMPLEX_TYPE_2_3":  # text where only elements may stand
        return re.search(r"Element '(?:\{[^}]*\})?([\w-]+)'", error.message)[1] in only_foreign(name)
    if error.type_name == "SCHEMAV_CVC_DATATYPE_VALID_1_2_3":  # a value of a union type
        return " " in re.search(r": '(.*)' is not a valid value of", error.message)[1].strip()
    return (error.type_name in ("SCHEMAV_ELEMENT_CONTENT", "SCHEMAV_CVC_ELT_1") and
            any(not etree.QName(element).namespace for element in elements(root)))


class Altered(unittest.TestCase):
    """Documents that were altered at random."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.loader = Loader()

    def judge(self, text: bytes, name: str) -> str:
        """Asserts what must hold of one document; gives how it was judged."""
        root = etree.fromstring(text)
        schema = test_fixtures.schema(name)
        by_first = schema.validate(root)
        errors = list(schema.error_log)
        by_second = second_accepts(text.decode(), name)
        by_loader = self.loader.accepts(text, name)
        shown = text.decode()
        if by_loader and root.get("format", "1.0") == "1.0":
            self.assertTrue(by_first and by_second, f"the loader alone accepts: {shown}")
        if by_first == by_second:
            return "loaded" if by_loader else "accepted" if by_first else "refused"
        self.assertTrue(by_second and all(is_overlooked(error, root, name) for error in errors),
                        f"the validators differ: {errors} on {shown}")
        return "differs"

    def judge_all(self, name: str, folder: str, largest: int) -> collections.Counter:
        chance = random.Random(SEED)
        paths = [path for path in test_fixtures.fixtures(folder)
                 if path.is_file() and path.stat().st_size < largest]
        roots = [etree.parse(str(path)).getroot() for path in paths]
        self.assertGreater(len(roots), 3)
        return collections.Counter(self.judge(alter(chance, chance.choice(roots)), name)
                                   for _ in range(ALTERED[name]))

    def test_catalogues_are_judged_alike(self) -> None:
        judged = self.judge_all(CATALOGUE, "valid", 100000)
        self.assertGreater(judged["loaded"], ALTERED[CATALOGUE] // 10, judged)
        self.assertGreater(judged["refused"], ALTERED[CATALOGUE] // 4, judged)
        self.assertGreater(judged["accepted"], 10, judged)
        self.assertLess(judged["differs"], ALTERED[CATALOGUE] // 10, judged)

    def test_situations_are_judged_alike(self) -> None:
        judged = self.judge_all(SITUATION, "situations/valid", 100000)
        self.assertGreater(judged["loaded"], ALTERED[SITUATION] // 10, judged)
        self.assertGreater(judged["refused"], ALTERED[SITUATION] // 4, judged)
        self.assertLess(judged["differs"], ALTERED[SITUATION] // 4, judged)


if __name__ == "__main__":
    unittest.main()
