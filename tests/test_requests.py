#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Requests and answers against the schemas of doc/schema/, over the real and a small catalogue.

The published schemas of answers let new keys through; here every key must be known. INTV_LIBRARY_DIR
is the folder of the built library, INTERVENTIONS_PROGRAM the program.
"""

import copy
import ctypes
import json
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import unittest

import jsonschema
from lxml import etree

TOP = pathlib.Path(__file__).resolve().parent.parent
SCHEMAS = TOP / "doc" / "schema"
GOLDEN = TOP / "tests" / "golden"
FIXTURES = TOP / "tests" / "fixtures"
PROGRAM = os.environ.get("INTERVENTIONS_PROGRAM", "interventions")
LIBRARY = ctypes.CDLL(str(pathlib.Path(os.environ["INTV_LIBRARY_DIR"]) / "libinterventions.so"))
LIBRARY.intv_output_get_text.restype = ctypes.c_char_p
LIBRARY.intv_status_get_name.restype = ctypes.c_char_p
LIBRARY.intv_request_get_most_bytes.restype = ctypes.c_uint64
POINTER = ctypes.c_void_p
WRONG = (None, True, 1, "\u00e9 none of the values", [None], {"\u00e9": None})


def make(name: str, *arguments: object) -> POINTER:
    """Calls a function whose last argument is the object that it makes."""
    made = POINTER()
    status = getattr(LIBRARY, name)(*arguments, ctypes.byref(made))
    if status != 0:
        raise AssertionError(f"{name}: {LIBRARY.intv_status_get_name(status).decode()}")
    return made


def finish(loader: POINTER) -> POINTER:
    """The catalogue of a loader, which is freed."""
    catalogue = POINTER()
    status = LIBRARY.intv_loader_load(loader, ctypes.byref(catalogue), None)
    LIBRARY.intv_loader_free(loader)
    if status != 0:
        raise AssertionError(LIBRARY.intv_status_get_name(status).decode())
    return catalogue


def load(path: pathlib.Path) -> POINTER:
    """The catalogue in a file."""
    loader = make("intv_loader_new")
    LIBRARY.intv_loader_add_path(loader, str(path).encode())
    return finish(loader)


def load_over(path: pathlib.Path) -> POINTER:
    """The local catalogue in a file, over the one that is built in."""
    loader = make("intv_loader_new")
    builtin = make("intv_catalogue_builtin")
    LIBRARY.intv_loader_add_catalogue(loader, builtin)
    LIBRARY.intv_loader_begin_overlay(loader)
    LIBRARY.intv_loader_add_path(loader, str(path).encode())
    LIBRARY.intv_catalogue_unref(builtin)
    return finish(loader)


def load_damaged(path: pathlib.Path, seed: int) -> POINTER:
    """The catalogue in a file of which attributes here and there are made wrong."""
    tree = etree.parse(str(path))
    numbers = random.Random(seed)
    for element in tree.getroot().iterdescendants(etree.Element):
        for name in element.attrib:
            if numbers.random() < 0.08:
                element.set(name, "?!")
    data = etree.tostring(tree)
    loader = make("intv_loader_new")
    LIBRARY.intv_loader_set_lenient(loader, 1)
    LIBRARY.intv_loader_add_memory(loader, path.name.encode(), data, ctypes.c_size_t(len(data)))
    return finish(loader)


def text_of(write: str, *arguments: object) -> str:
    """What a function writes into an output, its last argument."""
    output = make("intv_output_new")
    status = getattr(LIBRARY, write)(*arguments, output)
    text = LIBRARY.intv_output_get_text(output).decode()
    LIBRARY.intv_output_free(output)
    if write == "intv_request":
        said = json.loads(text)["status"]
        if said != LIBRARY.intv_status_get_name(status).decode():
            raise AssertionError(f"{said} in the answer, status {status}")
    elif status != 0:
        raise AssertionError(f"{write}: {status}")
    return text


def ask(catalogue: "POINTER | None", request: object) -> dict:
    """The answer to a request."""
    data = request if isinstance(request, bytes) else json.dumps(request).encode()
    return json.loads(text_of("intv_request", catalogue, data, ctypes.c_size_t(len(data))))


def schema(name: str) -> dict:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def strict(part: object) -> object:
    """The same schema, that lets no unknown keys through."""
    if isinstance(part, list):
        return [strict(value) for value in part]
    if not isinstance(part, dict):
        return part
    made = {key: value if key in ("if", "then", "else", "properties") else strict(value)
            for key, value in part.items()}
    if "properties" in part:
        made["properties"] = {key: strict(value) for key, value in part["properties"].items()}
        made.setdefault("additionalProperties", False)
    return made


def validator(name: str, is_strict: bool = True) -> jsonschema.Draft202012Validator:
    whole = schema(name)
    return jsonschema.Draft202012Validator(strict(whole) if is_strict else whole)


def refs(part: object) -> list[str]:
    """Every reference in a schema."""
    if isinstance(part, list):
        return [ref for value in part for ref in refs(value)]
    if not isinstance(part, dict):
        return []
    return [value for key, value in part.items() if key == "$ref"] + refs(list(part.values()))


SITUATIONS = (
    {},
    {"as_of": "2026-11-23", "criteria": [
        {"field": "target-group", "importance": "must", "wanted": ["parents"]},
        {"field": "leeftijd", "importance": "wish", "wanted": ["12-18", "20+"]},
        {"field": "cost", "importance": "wish", "wanted": ["100/participant"]}],
     "preconditions": [], "include": ["types", "foreign", "ended", "instruments", "deliverers"]},
    {"format": "interventions-situation/1", "as_of": None, "criteria": [
        {"field": "setting", "importance": "must", "wanted": ["neighbourhood"]}]},
)
PLAIN = ("version", "features", "catalogue", "statistics", "kinds", "fields", "format", "texts", "tags",
         "limits", "statuses", "requests", "qualifiers", "concepts")
DAMAGED = {f"damaged {path.stem} {seed}": (path, seed) for seed in range(4)
           for path in (FIXTURES / "valid" / "everything.xml", GOLDEN / "catalogue.xml")}


class Requests(unittest.TestCase):
    """What the library answers."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.golden = load(GOLDEN / "catalogue.xml")
        cls.overlay = load_over(TOP / "demo" / "examples" / "local.xml")
        cls.damaged = {label: load_damaged(*how) for label, how in DAMAGED.items()}
        cls.catalogues = {"real": None, "golden": cls.golden, "overlay": cls.overlay, **cls.damaged}
        cls.table = {row["name"]: row
                     for row in ask(None, {"request": "requests"})["answer"]["requests"]}
        cls.known = {kind["name"] for kind in ask(None, {"request": "kinds"})["answer"]["kinds"]}

    @classmethod
    def tearDownClass(cls) -> None:
        for catalogue in cls.catalogues.values():
            LIBRARY.intv_catalogue_unref(catalogue)

    def known_situation(self, catalogue: "POINTER | None", situation: dict) -> dict:
        """The situation without what a catalogue does not know: a lenient load may have left it out."""
        kept = {**situation, "criteria": [
            one for one in situation.get("criteria", ())
            if ask(catalogue, {"request": "situation", "situation": {"criteria": [one]}})["answer"]]}
        return kept if situation else situation

    def every_request(self, catalogue: "POINTER | None") -> list[dict]:
        """Good requests: of every row, for every kind, record and intervention of a catalogue."""
        made = [{"request": name} for name in PLAIN]
        situations = [self.known_situation(catalogue, situation) for situation in SITUATIONS]
        made.append({"request": "catalogue", "digest": True})
        made += [{"request": "find", "name": name} for name in ("Ouders", "ouderz", "\u00e9\u00e9n")]
        made.append({"request": "find", "name": "ouders", "kind": "concept"})
        made.append({"request": "texts", "name": "prevention-paradox", "pretty": True})
        made += [{"request": "explain", "tag": row["tag"]}
                 for row in ask(catalogue, {"request": "tags"})["answer"]["tags"]
                 if catalogue is None or row["tag"] == "bad-range"]
        made += [{"request": "concepts", "scheme": kind} for kind in sorted(self.known)]
        made += [{"request": "concepts", "scheme": scheme["id"], "language": "en"} for scheme in
                 ask(catalogue, {"request": "list", "kind": "scheme"})["answer"]["records"]]
        made += [{"request": "concepts", "scheme": "element", "query": "werk*"},
                 {"request": "search", "query": "weerbare ouders", "facets": True},
                 {"request": "search", "query": "ouders xyzzy", "kinds": ["intervention"]},
                 {"request": "search", "query": "omunia", "language": "en", "exact": True},
                 {"request": "search", "limit": 0, "sort": "year", "descending": True},
                 {"request": "search", "query": "a:b (", "lenient": True, "offset": 2},
                 {"request": "facets"}, {"request": "facets", "query": "ouders", "field": "land"},
                 {"request": "complete", "typed": "we"},
                 {"request": "complete", "typed": "doelgroep:", "limit": 0, "language": "en"}]
        for kind in sorted(self.known):
            made.append({"request": "list", "kind": kind})
            for number, row in enumerate(ask(catalogue, made[-1])["answer"]["records"]):
                if catalogue is self.overlay and row["layer"] == 0 and number % 10 > 0:
                    continue
                made.append({"request": "record", "id": f"{kind}:{row['id']}"})
                if kind == "intervention":
                    made.append({"request": "record", "name": row["id"], "kind": kind})
                    made.append({"request": "check", "situation": situations[1],
                                 "intervention": row["id"]})
        for situation in situations:
            made.append({"request": "situation", "situation": situation})
            made.append({"request": "match", "situation": situation})
            made.append({"request": "match", "situation": situation, "limit": 2, "excluded": True})
            made.append({"request": "archive", "situation": situation, "limit": 2, "excluded": True})
            made += [{"request": "verify", "archive": ask(asked, made[-1])["answer"]}
                     for asked in (catalogue, self.overlay)
                     if ask(catalogue, {"request": "situation", "situation": situation})["answer"]]
        made.append({"request": "validate", "document": "<a>"})
        made.append({"request": "validate", "documents": [
            {"name": "golden", "text": (GOLDEN / "catalogue.xml").read_text(encoding="utf-8")}]})
        return made

    def test_every_request_and_answer_is_valid_by_its_schema(self) -> None:
        for label, catalogue in self.catalogues.items():
            asked = set()
            validators = {name: (validator(f"{name}-request"), validator(f"{name}-answer"))
                          for name in self.table}
            for request in self.every_request(catalogue):
                for_request, for_answer = validators[request["request"]]
                with self.subTest(catalogue=label, request=str(request)[:200]):
                    for_request.validate(request)
                    answer = ask(catalogue, request)
                    self.assertEqual(answer["status"], "ok")
                    for_answer.validate(answer)
                    asked.add(request["request"])
            holds = ask(catalogue, {"request": "catalogue"})["answer"]["records"]["intervention"] > 0
            self.assertEqual(asked | ({"check"} if label in self.damaged and not holds else set()),
                             set(self.table), "a request was not tried")

    def test_damaged_catalogues_lack_something_and_hold_something(self) -> None:
        left = set()
        for label, catalogue in self.damaged.items():
            answer = ask(catalogue, {"request": "catalogue"})["answer"]
            self.assertTrue(answer["incomplete"], label)
            self.assertGreater(answer["dropped"]["records"] + answer["dropped"]["facts"], 5, label)
            left |= {kind for kind, count in answer["records"].items() if count > 0}
        self.assertEqual(left, self.known)

    def test_answers_tell_layers_and_what_was_dropped(self) -> None:
        asked = {"request": "match", "situation": {}, "excluded": True}
        over = ask(self.overlay, asked)["answer"]
        self.assertEqual([layer["publisher"] for layer in over["layers"]],
                         ["libinterventions", "voorbeeldstad"])
        self.assertEqual({one["layer"] for one in over["matches"]}, {0, 1})
        silences = {part["silence"] for catalogue in self.damaged.values()
                    for one in ask(catalogue, asked)["answer"]["matches"]
                    for part in (one["side_effects"], one["limitations"])}
        self.assertIn("dropped", silences)

    def test_wrong_requests_are_refused_by_schema_and_library_alike(self) -> None:
        tried = 0
        for request in self.every_request(self.golden)[::7] + [
                {"request": "match", "situation": SITUATIONS[1], "limit": 1, "excluded": False},
                {"request": "record", "id": "lesdag", "kind": "intervention", "pretty": False},
                {"request": "archive", "situation": SITUATIONS[1], "limit": 1},
                {"request": "catalogue", "digest": False},
                {"request": "find", "name": "lesdag", "kind": "intervention"},
                {"request": "verify", "archive": self.archived(self.golden)}]:
            for_request = validator(f"{request['request']}-request")
            for_answer = validator(f"{request['request']}-answer")
            for member in self.table[request["request"]]["members"]:
                for wrong in WRONG:
                    changed = {**copy.deepcopy(request), member["name"]: wrong}
                    is_good = for_request.is_valid(changed)
                    answer = ask(self.golden, changed)
                    with self.subTest(changed=str(changed)[:200]):
                        if not is_good:
                            self.assertNotEqual(answer["status"], "ok")
                            self.assertTrue(answer["diagnostics"])
                            for_answer.validate(answer)
                            tried += 1
                        elif answer["status"] != "ok":
                            self.assertEqual(answer["status"], "not-found")
        self.assertGreater(tried, 300)

    def test_wrong_situations_are_refused_by_schema_and_library_alike(self) -> None:
        for_situation = validator("situation")
        for path, changed in mutations(SITUATIONS[1]):
            answer = ask(self.golden, {"request": "situation", "situation": changed})
            with self.subTest(path=path):
                if not for_situation.is_valid(changed):
                    self.assertNotEqual(answer["status"], "ok")
                elif answer["status"] != "ok":
                    self.assertIn(answer["status"], ("not-found", "invalid-argument", "invalid"))

    def archived(self, catalogue: "POINTER | None") -> dict:
        return ask(catalogue, {"request": "archive", "situation": SITUATIONS[1]})["answer"]

    def test_wrong_archives_are_refused_by_schema_and_library_alike(self) -> None:
        for_request = validator("verify-request", is_strict=False)
        for path, changed in mutations(self.archived(self.golden), most=2):
            request = {"request": "verify", "archive": changed}
            answer = ask(self.golden, request)
            with self.subTest(path=path):
                if not for_request.is_valid(request):
                    self.assertNotEqual(answer["status"], "ok")
                elif answer["status"] == "ok":
                    asked = {"as_of": None, "criteria": [], "preconditions": [], "include": [],
                             **changed["situation"]}
                    again = ask(self.golden, {"request": "archive", "situation": asked})["answer"]
                    self.assertEqual(answer["answer"]["same"], again == {**changed, "situation": asked})
                else:
                    self.assertIn(answer["status"], ("not-found", "invalid-argument", "invalid"))

    def test_archive_verified_on_its_catalogue_is_the_same_and_on_another_is_not(self) -> None:
        for label, catalogue in self.catalogues.items():
            for situation in SITUATIONS:
                kept = ask(catalogue, {"request": "archive", "situation":
                                       self.known_situation(catalogue, situation)})["answer"]
                with self.subTest(catalogue=label):
                    self.assertTrue(ask(catalogue, {"request": "verify", "archive": kept})["answer"]["same"])
        kept = self.archived(None)
        answer = ask(self.overlay, {"request": "verify", "archive": kept})["answer"]
        self.assertFalse(answer["same"])
        self.assertEqual([key for key, row in answer["compared"].items() if not row.get("same", True)],
                         ["layers"])
        self.assertEqual([row["same"] for row in answer["compared"]["digests"].values()], [False, False])
        first = answer["candidates"]["first"]
        self.assertEqual(first["archived"], kept["candidates"][first["place"]])
        self.assertEqual(first["now"], self.archived(self.overlay)["candidates"][first["place"]])
        self.assertEqual(kept["candidates"][:first["place"]],
                         self.archived(self.overlay)["candidates"][:first["place"]])

    def test_format_tells_what_the_generated_schema_of_catalogues_tells(self) -> None:
        answer = ask(None, {"request": "format"})["answer"]
        fields = answer["fields"]
        lists = {one["name"]: [code["name"] for code in one["codes"]] for one in answer["code_lists"]}
        for placed in [*answer["kinds"], *fields]:
            for row in placed.get("fields", placed.get("inner")):
                self.assertEqual(fields[row["field"]]["name"], row["name"])
                self.assertLessEqual(row["least"], row["most"] or row["least"])
        for field in fields:
            self.assertEqual(field["codes"] is not None, field["value"] == "code", field["name"])
            self.assertEqual(bool(field["kinds"]), field["value"] == "record", field["name"])
        xsd = (TOP / "data" / "catalogue.xsd").read_text(encoding="utf-8")
        for kind in answer["kinds"]:
            self.assertIn(f'name="{kind["name"]}"', xsd)
        for field in fields:
            self.assertIn(f'name="{field["name"]}"', xsd)
        enumerated = set(re.findall(r'<xs:enumeration value="([^"]+)"', xsd))
        written = {code for codes in lists.values() for code in codes} - {"dropped"}
        self.assertEqual(written - enumerated, set())

    def test_what_is_no_request_gets_an_answer_of_every_schema(self) -> None:
        for data in (b"", b"null", b"[]", b"{", b"{}", b'{"request":7}', b'{"request":"x"}',
                     b'\xff', b"[" * 1000000, b"7" * 400, b" " * 2000000):
            answer = ask(self.golden, data)
            self.assertNotEqual(answer["status"], "ok")
            for name in self.table:
                validator(f"{name}-answer").validate(answer)

    def test_documents_are_those_of_the_functions(self) -> None:
        situation = make("intv_situation_new", self.golden)
        match = POINTER()
        LIBRARY.intv_match_new(situation, ctypes.byref(match), None)
        self.assertEqual(ask(self.golden, {"request": "match", "situation": {}})["answer"],
                         json.loads(text_of("intv_write_match", match, ctypes.c_size_t(0), 0)))
        LIBRARY.intv_match_free(match)
        LIBRARY.intv_situation_free(situation)
        statistics = make("intv_statistics_new", self.golden)
        self.assertEqual(ask(self.golden, {"request": "statistics"})["answer"],
                         json.loads(text_of("intv_write_statistics", statistics, 0)))
        LIBRARY.intv_statistics_free(statistics)
        tag = LIBRARY.intv_tag_find(b"many-marks")
        self.assertEqual(ask(self.golden, {"request": "explain", "tag": "many-marks"})["answer"],
                         json.loads(text_of("intv_write_tag", tag, 0)))
        self.assertEqual(ask(self.golden, {"request": "tags"})["answer"],
                         json.loads(text_of("intv_write_tags", 0)))

    def test_diagnostics_of_a_file_are_valid_by_their_schema(self) -> None:
        answer = ask(self.golden, {"request": "validate", "document": "<a>"})["answer"]
        validator("diagnostics").validate(answer)
        self.assertGreater(answer["errors"], 0)

    def test_the_table_tells_what_the_schemas_tell(self) -> None:
        for name, row in self.table.items():
            of_request = schema(f"{name}-request")
            self.assertEqual([member["name"] for member in row["members"]],
                             list(of_request["properties"]))
            needed = {need: {member["name"] for member in row["members"] if member["need"] == need}
                      for need in ("required", "one-of")}
            self.assertEqual(needed["required"], set(of_request["required"]))
            self.assertEqual(needed["one-of"], {choice["required"][0]
                                                for choice in of_request.get("oneOf", [])})
            self.assertIn(row["answer"], json.dumps(schema(f"{name}-answer")))


def mutations(whole: object, values: tuple = WRONG, most: int = 9) -> list[tuple[str, object]]:
    """A document with one key left out, or one value of another type; and the path of it.

    Of a list only the first values are changed, at most as many as `most`.
    """
    found = []

    def visit(part: object, path: tuple) -> None:
        for key in list(part) if isinstance(part, dict) else range(min(most, len(part))):
            changed = copy.deepcopy(whole)
            holder = changed
            for step in path:
                holder = holder[step]
            del holder[key]
            found.append((f"{'/'.join(map(str, path))} without {key}", changed))
            for wrong in values:
                changed = copy.deepcopy(whole)
                holder = changed
                for step in path:
                    holder = holder[step]
                holder[key] = wrong
                found.append((f"{'/'.join(map(str, (*path, key)))} = {wrong!r}", changed))
            if isinstance(part[key], (dict, list)):
                visit(part[key], (*path, key))

    visit(whole, ())
    return found


def shorten(part: object) -> object:
    """The same document with no more than the first values of each list."""
    if isinstance(part, dict):
        return {key: shorten(value) for key, value in part.items()}
    return [shorten(value) for value in part[:3]] if isinstance(part, list) else part


class Schemas(unittest.TestCase):
    """The schemas themselves: that they are right, and that they refuse something."""

    NAMES = sorted(path.stem for path in SCHEMAS.glob("*.json"))

    def test_they_are_as_generated(self) -> None:
        made = subprocess.run([sys.executable, str(TOP / "scripts/generate-schemas"), "--check"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0, made.stderr)

    def test_each_is_a_schema_that_stands_alone_with_its_licence(self) -> None:
        names = {row["name"] for row in ask(None, {"request": "requests"})["answer"]["requests"]}
        self.assertEqual(set(self.NAMES), {"situation", "diagnostics"}
                         | {f"{name}-{end}" for name in names for end in ("request", "answer")})
        for name in self.NAMES:
            whole = schema(name)
            jsonschema.Draft202012Validator.check_schema(whole)
            self.assertEqual(whole["$schema"], "https://json-schema.org/draft/2020-12/schema")
            self.assertEqual(whole["$id"], f"urn:interventions:schema:{name}:1")
            for ref in refs(whole):
                self.assertIn(ref.removeprefix("#/$defs/"), whole["$defs"], name)
            first = (SCHEMAS / f"{name}.json").read_text(encoding="utf-8").splitlines()[0]
            self.assertIn("SPDX-License-Identifier: CC0-1.0", first)

    def test_answers_may_have_new_keys_and_requests_may_not(self) -> None:
        request = {"request": "version"}
        answer = ask(None, request)
        answer["new"] = answer["answer"]["new"] = 1
        validator("version-answer", is_strict=False).validate(answer)
        self.assertFalse(validator("version-answer").is_valid(answer))
        self.assertFalse(validator("version-request", is_strict=False).is_valid(
            {**request, "new": 1}))

    def small_answers(self) -> list[tuple[str, dict]]:
        """A small good document for each schema."""
        golden = load(GOLDEN / "catalogue.xml")
        asked = {"request": "match", "situation": SITUATIONS[1], "limit": 2, "excluded": True}
        made = [("match-request", asked), ("situation", SITUATIONS[1])]
        requests = [{"request": name} for name in PLAIN if name != "texts"] + [
            asked, {"request": "texts", "name": "prevention-paradox"},
            {"request": "list", "kind": "source"}, {"request": "record", "id": "praatpunt"},
            {"request": "explain", "tag": "bad-range"}, {"request": "find", "name": "ouders"},
            {"request": "archive", "situation": SITUATIONS[1]},
            {"request": "verify", "archive": ask(
                golden, {"request": "archive", "situation": SITUATIONS[1]})["answer"]},
            {"request": "situation", "situation": SITUATIONS[1]},
            {"request": "search", "query": "praatpunt", "limit": 1, "facets": True},
            {"request": "facets", "query": "ouders", "field": "setting"},
            {"request": "complete", "typed": "ou", "limit": 2},
            {"request": "check", "situation": SITUATIONS[1], "intervention": "praatpunt"},
            {"request": "validate", "document": "<a>"}]
        for request in requests:
            name = request["request"]
            made.append((f"{name}-answer", ask(golden, request)))
            made.append((f"{name}-request", request))
        made.append(("match-answer", ask(golden, {"request": "match"})))
        made.append(("diagnostics", ask(golden, requests[-1])["answer"]))
        LIBRARY.intv_catalogue_unref(golden)
        return made

    # Keys that may be left out, by what their object holds.
    FACT = {"qualifier", "value", "texts", "silence", "asserted_by", "strength", "source", "via",
            "locator", "conflicts", "facts"}
    OPTIONAL = {"pretty", "limit", "excluded", "digest", "criteria", "preconditions", "include", "as_of", "name",
                "format", "kind", "query", "field", "facets"}

    def may_go(self, name: str, path: str) -> bool:
        """Whether a mutation may leave a good document: an optional key, a language, a list's part,
        a kind that uses a value."""
        left_out = re.search(r"^(.*) without (.+)$", path)
        if not left_out:
            return False
        holder, key = left_out[1], left_out[2]
        if key.isdigit() or re.fullmatch("[a-z]{2}", key) or key in self.FACT and "facts" in holder:
            return True
        if re.search("/uses(_with_narrower)?$", holder):
            return True
        return (name.endswith("-request") or name == "situation") and key in self.OPTIONAL

    def test_each_refuses_what_lacks_a_key_or_has_another_type(self) -> None:
        refused: dict[str, int] = {}
        for name, whole in self.small_answers():
            check = validator(name, is_strict=False)
            whole = shorten(whole)
            check.validate(whole)
            for path, changed in mutations(whole, ([None], {"\u00e9": None}), 2):
                is_refused = not check.is_valid(changed)
                refused[name] = refused.get(name, 0) + is_refused
                if " without " in path and not self.may_go(name, path):
                    self.assertTrue(is_refused, f"{name}: {path}")
        self.assertEqual(set(refused), set(self.NAMES))
        for name, count in refused.items():
            self.assertGreater(count, 2, name)


class RoundTrip(unittest.TestCase):
    """A situation in XML, its match in JSON, and the situation in that read back."""

    def assert_same_match(self, catalogue: "POINTER | None", path: pathlib.Path) -> None:
        texts = []
        given = make("intv_situation_new", catalogue)
        status = LIBRARY.intv_situation_read_file(given, str(path).encode(), None)
        self.assertEqual(status, 0, path)
        for _ in range(2):
            match = POINTER()
            LIBRARY.intv_match_new(given, ctypes.byref(match), None)
            texts.append(text_of("intv_write_match", match, ctypes.c_size_t(0), 2))
            LIBRARY.intv_match_free(match)
            LIBRARY.intv_situation_free(given)
            answered = json.loads(texts[0])["situation"]
            data = json.dumps(answered).encode()
            given = make("intv_situation_new", catalogue)
            status = LIBRARY.intv_situation_read_json(given, b"answer", data,
                                                      ctypes.c_size_t(len(data)), None)
            self.assertEqual(status, 0, path)
        LIBRARY.intv_situation_free(given)
        self.assertEqual(texts[0], texts[1], path)
        validator("situation").validate(answered)

    def test_every_situation_comes_back_to_the_same_match(self) -> None:
        builtin = make("intv_catalogue_builtin")
        everything = load(FIXTURES / "valid" / "everything.xml")
        golden = load(GOLDEN / "catalogue.xml")
        fixtures = sorted((FIXTURES / "situations" / "valid").glob("*.xml"))
        self.assertGreaterEqual(len(fixtures), 5)
        for path in fixtures:
            with self.subTest(path=path.name):
                self.assert_same_match(everything, path)
        self.assert_same_match(golden, GOLDEN / "situation.xml")
        self.assert_same_match(builtin, TOP / "demo" / "examples" / "municipality.xml")
        for catalogue in (builtin, everything, golden):
            LIBRARY.intv_catalogue_unref(catalogue)


def run(*words: str, **more) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, "request", *words], capture_output=True, check=False,
                          timeout=60, **more)


class Program(unittest.TestCase):
    """The command request."""

    def test_request_from_the_input_and_from_a_file_is_answered(self) -> None:
        path = pathlib.Path(os.environ["INTV_BUILD_DIR"]) / "request-of-test.json"
        path.write_text('{"request":"catalogue"}', encoding="utf-8")
        self.addCleanup(path.unlink)
        from_file = run(str(path), stdin=subprocess.DEVNULL)
        from_input = run(input=path.read_bytes())
        self.assertEqual((from_file.returncode, from_file.stderr), (0, b""))
        self.assertEqual(from_file.stdout, from_input.stdout)
        validator("catalogue-answer").validate(json.loads(from_file.stdout))

    def test_dash_is_the_input(self) -> None:
        done = run("-", input=b'{"request":"version"}')
        self.assertEqual((done.returncode, json.loads(done.stdout)["request"]), (0, "version"))

    def test_file_that_cannot_be_read_is_told_with_reason_and_advice(self) -> None:
        for name, tag, advice in (("/nonexistent", b"(file-missing)", b"Check the name"),
                                  ("/tmp", b"(file-not-regular)", b"Give a regular file")):
            done = run("--lang", "en", name, stdin=subprocess.DEVNULL)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(tag, done.stderr)
            self.assertIn(advice, done.stderr)

    def test_catalogue_of_the_option_answers(self) -> None:
        done = run("--catalogue", str(GOLDEN / "catalogue.xml"), input=b'{"request":"catalogue"}')
        self.assertEqual(json.loads(done.stdout)["answer"]["publisher"], "tests")

    def test_overlay_and_lenient_of_the_options_answer(self) -> None:
        local = str(TOP / "demo" / "examples" / "local.xml")
        over = json.loads(run("--overlay", local, input=b'{"request":"catalogue"}').stdout)
        validator("catalogue-answer").validate(over)
        self.assertEqual([layer["publisher"] for layer in over["answer"]["layers"]],
                         ["libinterventions", "voorbeeldstad"])
        damaged = pathlib.Path(os.environ["INTV_BUILD_DIR"]) / "damaged-of-test.xml"
        text = (GOLDEN / "catalogue.xml").read_text(encoding="utf-8")
        self.assertIn('role="final"', text)
        damaged.write_text(text.replace('role="final"', 'role="?"', 1), encoding="utf-8")
        self.addCleanup(damaged.unlink)
        lenient = run("--lenient", "--catalogue", str(damaged), input=b'{"request":"catalogue"}')
        answer = json.loads(lenient.stdout)
        validator("catalogue-answer").validate(answer)
        self.assertEqual((answer["answer"]["incomplete"], answer["answer"]["dropped"]),
                         (True, {"records": 0, "facts": 1}))

    def test_wrong_request_is_2_with_an_answer(self) -> None:
        for data in (b"", b"x", b'{"request":"x"}', b'{"request":"record","id":"no-such"}'):
            done = run(input=data)
            self.assertEqual((done.returncode, done.stderr), (2, b""))
            self.assertNotEqual(json.loads(done.stdout)["status"], "ok")

    def test_hundred_megabytes_are_refused_before_they_are_read(self) -> None:
        most = LIBRARY.intv_request_get_most_bytes()
        with subprocess.Popen([PROGRAM, "request"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              preexec_fn=lambda: resource.setrlimit(
                                  resource.RLIMIT_AS, (100 << 20, 100 << 20))) as program:
            written = 0
            try:
                while written < 100_000_000:
                    written += program.stdin.write(b" " * 65536)
                program.stdin.flush()
            except BrokenPipeError:
                pass
            try:
                program.stdin.close()
            except BrokenPipeError:
                pass
            answer = json.loads(program.stdout.read())
        self.assertEqual((program.returncode, answer["status"]), (2, "limit"))
        self.assertLess(written, most + 1_000_000)

    def test_example_of_the_manual_is_what_happens(self) -> None:
        text = (TOP / "doc" / "json.md").read_text(encoding="utf-8")
        examples = re.findall(r"^```console\n\$ (printf .*?)\n((?:(?!```).*\n)*)```$", text, re.M)
        self.assertEqual(len(examples), 1)
        command, expected = examples[0]
        words = command.replace("| interventions request", f"| {PROGRAM} request")
        done = subprocess.run(["sh", "-c", words], capture_output=True, text=True, check=False)
        self.assertEqual(done.stdout, expected)


class Manual(unittest.TestCase):
    """That doc/json.md describes what the library writes now."""

    def keys_of(self, part: object) -> set[str]:
        """Every name of a property in a schema."""
        if isinstance(part, list):
            return {key for value in part for key in self.keys_of(value)}
        if not isinstance(part, dict):
            return set()
        return set(part.get("properties", ())) | self.keys_of(list(part.values()))

    def test_every_request_and_every_key_of_an_answer_is_described(self) -> None:
        text = (TOP / "doc" / "json.md").read_text(encoding="utf-8")
        names = [row["name"] for row in ask(None, {"request": "requests"})["answer"]["requests"]]
        quantity = re.search(r"^A \*\*quantity\*\* is (.*)$", text, re.M)[1]
        kinds = {kind["name"] for kind in ask(None, {"request": "kinds"})["answer"]["kinds"]}
        for name in names:
            described = set(names) | self.keys_of(schema(f"{name}-request")) - {"request"}
            for key in described | self.keys_of(schema(f"{name}-answer")) - kinds:
                self.assertTrue(f"`{key}`" in text or f'"{key}":' in quantity, f"{name}: {key}")

    def once(self, pairs: list[tuple[str, object]]) -> dict:
        self.assertEqual(len({key for key, _ in pairs}), len(pairs), pairs)
        return dict(pairs)

    def test_examples_are_valid_and_have_the_keys_of_today_in_their_order(self) -> None:
        text = (TOP / "doc" / "json.md").read_text(encoding="utf-8")
        parents = {"criteria": [{"field": "target-group", "importance": "must", "wanted": ["parents"]}]}
        asked = [{"request": "check", "situation": parents, "intervention": "fonds-zoz"},
                 {"request": "record", "id": "element:re-enactment-with-actors"},
                 {"request": "search", "query": "weerbare moeders", "kinds": ["intervention"],
                  "limit": 1},
                 {"request": "facets", "query": "weerbare moeders", "field": "setting"},
                 {"request": "concepts", "scheme": "evaluation-design", "language": "en"},
                 {"request": "validate", "document": "<a>"}]
        examples = [json.loads(example, object_pairs_hook=self.once)
                    for example in re.findall(r"^```json\n(.*?)^```$", text, re.M | re.S)]
        self.assertEqual(len(examples), len(asked))
        for request, example in zip(asked, examples):
            answer = ask(None, request)
            with self.subTest(request=request["request"]):
                self.assertEqual(list(example), list(answer["answer"]))
                answer["answer"] = example
                validator(f"{request['request']}-answer").validate(answer)


if __name__ == "__main__":
    unittest.main()
