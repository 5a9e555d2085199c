#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The schemas against the fixtures and the data, with two validators.

What the loader accepts is valid by the schema. What the loader refuses is invalid by the schema
too, or stands in fixtures/beyond-xsd.txt with the reason. test_loader.c holds the loader to the
same fixtures.
"""

import functools
import pathlib
import re
import subprocess
import unittest

from lxml import etree

TOP = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = TOP / "tests" / "fixtures"
DATA = TOP / "data"
MODEL = TOP / "libinterventions" / "model"
NAMESPACE = "urn:interventions:catalogue:1"

# Tags that no document by itself leads to, and why.
NO_FIXTURE = {
    "facet-not-countable": "comes of counting values; tests/test_finding_aids.c leads to it",
    "file-missing": "the file system; test_loader.c",
    "file-unreadable": "the file system; test_loader.c",
    "file-not-regular": "the file system; test_loader.c",
    "directory-empty": "the file system; test_loader.c",
    "nothing-to-load": "a call; test_loader.c",
    "empty-layer": "calls; test_overlays.c",
    "read-failed": "a function of the caller; test_inputs.c",
    "input-used": "a call; test_inputs.c",
    "cancelled": "a function of the caller; test_inputs.c",
    "wrong-kind": "every reference of the format goes to one kind or to all kinds",
    "contradicting-states": "a match judges states together",
    "unknown-intervention": "a question of the program",
    "out-of-memory": "no memory; test_loader.c",
    "dropped-document": "lenient loading; test_lenient.py",
    "dropped-record": "lenient loading; test_lenient.py",
    "dropped-fact": "lenient loading; test_lenient.py",
    "internal-error": "a mistake of the library or its surroundings",
}

# Fixtures that are not named after one tag.
MANY_TAGS = ("several-problems", "several-files")


def fixtures(folder: str) -> list[pathlib.Path]:
    """The documents of a folder of fixtures, and the folders that are one catalogue."""
    return [path for path in sorted((FIXTURES / folder).iterdir())
            if path.suffix == ".xml" or path.is_dir()]


def expected(fixture: pathlib.Path) -> list[str]:
    """What the loader says of a fixture: the status and the diagnostics."""
    return fixture.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def tags(fixture: pathlib.Path) -> list[str]:
    """The tags of the diagnostics of a fixture."""
    return [line.split(" ")[1] for line in expected(fixture)[1:]]


@functools.lru_cache
def schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(DATA / name)))


def lxml_accepts(path: pathlib.Path, name: str) -> bool:
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    try:
        return schema(name).validate(etree.parse(str(path), parser))
    except etree.XMLSyntaxError:
        return False


def xmllint_accepts(path: pathlib.Path, name: str) -> bool:
    done = subprocess.run(["xmllint", "--nonet", "--noent", "--noout", "--schema", str(DATA / name),
                           str(path)], capture_output=True, check=False)
    return done.returncode == 0


def accepts(fixture: pathlib.Path, name: str) -> tuple[bool, bool]:
    """Whether lxml and xmllint accept a document, or all documents of a folder and its layers."""
    paths = sorted(fixture.rglob("*.xml")) if fixture.is_dir() else [fixture]
    return (all(lxml_accepts(path, name) for path in paths),
            all(xmllint_accepts(path, name) for path in paths))


def beyond_xsd() -> dict[str, str]:
    """The invalid fixtures that the schemas accept, with the reason."""
    reasons = {}
    for line in (FIXTURES / "beyond-xsd.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, reason = line.split(": ", 1)
            if name in reasons:
                raise ValueError(f"beyond-xsd.txt lists {name} twice")
            reasons[name] = reason
    return reasons


def calls(table: str, name: str) -> list[tuple[str, ...]]:
    """The arguments of every call of this name in a table, as far as they are plain words."""
    text = (MODEL / table).read_text(encoding="utf-8")
    return [tuple(re.split(r",\s*", match))
            for match in re.findall(rf"^{name}\(([^\n]*)\)$", text, re.M)]


class Schemas(unittest.TestCase):
    """What the loader accepts, the schemas accept."""

    def assert_accepted(self, path: pathlib.Path, name: str) -> None:
        self.assertEqual(accepts(path, name), (True, True), f"{path} by {name}")

    def test_valid_catalogues_of_this_format_are_valid_by_the_schema(self) -> None:
        seen = 0
        for fixture in fixtures("valid"):
            for path in sorted(fixture.rglob("*.xml")) if fixture.is_dir() else [fixture]:
                if etree.parse(str(path)).getroot().get("format", "1.0") in ("1.0", "1.1"):
                    self.assert_accepted(path, "catalogue.xsd")
                    seen += 1
        self.assertGreater(seen, 25)

    def test_valid_situations_are_valid_by_the_schema(self) -> None:
        paths = fixtures("situations/valid")
        self.assertGreater(len(paths), 3)
        for path in paths:
            self.assert_accepted(path, "situation.xsd")

    def test_data_is_valid_by_the_schema(self) -> None:
        paths = [*sorted(DATA.rglob("*.xml")), TOP / "demo" / "examples" / "local.xml"]
        self.assertGreater(len(paths), 40)
        for path in paths:
            self.assert_accepted(path, "catalogue.xsd")

    def test_example_of_the_data_readme_is_valid_by_the_schema(self) -> None:
        text = (DATA / "README.md").read_text(encoding="utf-8")
        examples = re.findall(r"```xml\n(.*?)```", text, re.S)
        self.assertEqual(len(examples), 1)
        root = etree.fromstring(examples[0].encode())
        self.assertTrue(schema("catalogue.xsd").validate(root), schema("catalogue.xsd").error_log)
        done = subprocess.run(["xmllint", "--nonet", "--noent", "--noout", "--schema",
                               str(DATA / "catalogue.xsd"), "-"], input=examples[0].encode(),
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())


class BeyondTheSchemas(unittest.TestCase):
    """What the loader refuses, the schemas refuse, or it is listed with its reason."""

    def test_refused_documents_are_invalid_by_the_schema_or_listed(self) -> None:
        listed = beyond_xsd()
        for folder, name in (("invalid", "catalogue.xsd"), ("situations/invalid", "situation.xsd")):
            for path in fixtures(folder):
                key = f"{folder}/{path.name}"
                by_lxml, by_xmllint = accepts(path, name)
                self.assertEqual(by_lxml, by_xmllint, f"the validators differ on {key}")
                self.assertEqual(by_lxml, key in listed, key)

    def test_every_listed_document_exists_and_has_a_reason(self) -> None:
        for name, reason in beyond_xsd().items():
            self.assertTrue((FIXTURES / name).exists(), name)
            self.assertGreater(len(reason), 10, name)


class Fixtures(unittest.TestCase):
    """The fixtures leave nothing out."""

    def test_every_document_has_what_is_expected_of_it(self) -> None:
        for folder in ("valid", "invalid", "situations/valid", "situations/invalid"):
            documents = {path.stem for path in fixtures(folder)}
            notes = {path.stem for path in (FIXTURES / folder).glob("*.expected")}
            self.assertEqual(documents, notes, folder)
            for path in fixtures(folder):
                self.assertRegex(expected(path)[0], "^status [a-z-]+$", path)
                self.assertEqual(expected(path)[0] == "status ok", folder.endswith("/valid")
                                 or folder == "valid", path)

    def test_invalid_documents_are_named_after_a_tag_they_lead_to(self) -> None:
        for folder in ("invalid", "situations/invalid"):
            for path in fixtures(folder):
                if path.stem not in MANY_TAGS:
                    self.assertTrue(any(path.stem.startswith(tag) for tag in tags(path)), path)

    def test_every_tag_has_a_document_or_a_reason(self) -> None:
        text = (TOP / "libinterventions" / "base" / "diagnostics.def").read_text(encoding="utf-8")
        known = set(re.findall(r'^DIAGNOSTIC\(\w+, "([a-z0-9-]+)"', text, re.M))
        led_to = {tag for folder in ("valid", "invalid", "situations/invalid")
                  for path in fixtures(folder) for tag in tags(path)}
        self.assertEqual(known - led_to - self.tags_of_json(text) - self.tags_of_queries(text),
                         set(NO_FIXTURE))
        self.assertLessEqual(led_to, known)

    def tags_of_json(self, text: str) -> set[str]:
        """Tags of JSON and of requests, each of which a test of those leads to."""
        section = re.search(r"/\* JSON and requests \*/(.*?)(?:/\*|\bDIAGNOSTIC\(OUT_OF_MEMORY)", text,
                            re.S)[1]
        found = set(re.findall(r'^DIAGNOSTIC\(\w+, "([a-z0-9-]+)"', section, re.M))
        tests = "".join((TOP / "tests" / f"test_{name}.c").read_text(encoding="utf-8")
                        for name in ("json_reader", "situation_json", "request", "request_search"))
        self.assertGreater(len(found), 15)
        self.assertEqual({tag for tag in found if f'"{tag}"' not in tests}, set())
        return found

    def tags_of_queries(self, text: str) -> set[str]:
        """Tags of queries, each of which test_query.c leads to."""
        section = re.search(r"/\* queries \*/(.*?)/\*", text, re.S)[1]
        found = set(re.findall(r'^DIAGNOSTIC\(\w+, "([a-z0-9-]+)"', section, re.M)) - set(NO_FIXTURE)
        tests = (TOP / "tests" / "test_query.c").read_text(encoding="utf-8")
        self.assertGreater(len(found), 10)
        self.assertEqual({tag for tag in found if f"{tag}@" not in tests}, set())
        return found

    def assert_everything_has(self, owners: str, owner: str, field: str) -> None:
        """The field stands in one of the owners, or in facts inside one."""
        name, form = self.forms[field]
        step = f"@{name}" if form == "ATTRIBUTE" else f"c:{name}"
        found = self.everything.xpath(f"({owners} | {owners}/c:facts)/{step}",
                                      namespaces={"c": NAMESPACE})
        self.assertTrue(found, f"{field} in {owner}")

    def test_everything_holds_every_field_at_every_place(self) -> None:
        self.everything = etree.parse(str(FIXTURES / "valid" / "everything.xml"))
        self.forms = {name: (xml.strip('"'), form)
                      for name, xml, form, *_ in calls("format.def", "FIELD")}
        kinds = {name: xml.strip('"') for name, xml, *_ in calls("kinds.def", "KIND")}
        on_kinds = calls("format.def", "ON_KIND")
        on_fields = calls("format.def", "ON_FIELD")
        self.assertGreater(len(on_kinds), 130)
        self.assertGreater(len(on_fields), 20)
        for kind, field, *_ in on_kinds:
            self.assert_everything_has(f"/c:catalogue/c:{kinds[kind]}", kind, field)
        for owner, field, *_ in on_fields:
            self.assert_everything_has(f"/c:catalogue/*//c:{self.forms[owner][0]}", owner, field)


if __name__ == "__main__":
    unittest.main()
