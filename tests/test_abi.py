#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The binary interface: abi.json says what the library is, and programs of the last release run on.

INTV_LIBRARY_DIR is the folder of the built library, INTV_INCLUDE_DIRS the folders to include from.
Not for a library with sanitizers. What the last release was stands in tests/abi/ (scripts/record-abi).
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
LIBRARY = pathlib.Path(os.environ["INTV_LIBRARY_DIR"]) / "libinterventions.so"
INCLUDES = [f"-I{folder}" for folder in os.environ["INTV_INCLUDE_DIRS"].split(":")]
ABI = json.loads((TOP / "libinterventions" / "abi.json").read_text(encoding="utf-8"))
# Numbers that grow by their nature: the count of kinds, and the version.
GROWING = {"INTV_KIND_COUNT"}


def run(command: list[str], **options: object) -> subprocess.CompletedProcess:
    """Runs a command, its output kept."""
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=120, **options)


def last_release(ending: str) -> pathlib.Path:
    """The one record of the last release."""
    found = list((HERE / "abi").glob(f"*.{ending}"))
    assert len(found) == 1, found
    return found[0]


def dump_of_library() -> str:
    """The interface of the built library, from its debug information."""
    return subprocess.run([str(TOP / "scripts/record-abi"), "--dump", str(LIBRARY)], check=True,
                          stdout=subprocess.PIPE, text=True, timeout=120).stdout


class Types:
    """Types of a dump, written as C writes them."""

    def __init__(self, root: ET.Element) -> None:
        self.named = {one.get("id"): one for one in root.iter() if one.get("id")}

    def write(self, name: str) -> str:
        one = self.named[name]
        if one.tag == "pointer-type-def":
            inner = self.named[one.get("type-id")]
            if inner.tag == "function-type":
                return "callback"
            text = self.write(one.get("type-id"))
            return text + ("*" if text.endswith("*") else " *")
        if one.tag == "qualified-type-def":
            return "const " + self.write(one.get("type-id"))
        tag = {"class-decl": "struct ", "enum-decl": "enum "}.get(one.tag, "")
        return tag + one.get("name")


def functions_in(root: ET.Element) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Return type and parameters (type, name) of every function of a dump."""
    types = Types(root)
    found = {}
    for one in root.iter("function-decl"):
        parameters = [(types.write(part.get("type-id")), part.get("name"))
                      for part in one.iter("parameter")]
        found[one.get("name")] = (types.write(one.find("return").get("type-id")), parameters)
    return found


class Description(unittest.TestCase):
    """libinterventions/abi.json, beside the library and its headers."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.root = ET.fromstring(dump_of_library())

    def test_it_is_as_generated(self) -> None:
        made = run([str(TOP / "scripts/generate-abi"), "--check"])
        self.assertEqual(made.returncode, 0, made.stdout)

    def test_functions_and_types_are_those_of_the_debug_information(self) -> None:
        stated = {one["name"]: (one["returns"]["type"],
                                [(part["type"], part["name"]) for part in one["parameters"]])
                  for one in ABI["functions"]}
        built = functions_in(self.root)
        self.assertGreater(len(built), 100)
        self.assertEqual(sorted(stated), sorted(built))
        for name, signature in stated.items():
            with self.subTest(function=name):
                self.assertEqual(signature, built[name])

    def test_enums_are_those_of_the_debug_information(self) -> None:
        built = {one.get("name"): {part.get("name"): int(part.get("value"))
                                   for part in one.iter("enumerator")}
                 for one in self.root.iter("enum-decl") if one.get("name").startswith("intv_")}
        self.assertIn("intv_status", built)
        stated = {one["name"]: {part["name"]: part["value"] for part in one["values"]}
                  for one in ABI["enums"]}
        types = " ".join(part["type"] for one in ABI["functions"]
                         for part in [one["returns"], *one["parameters"]])
        # What no function takes by its name is in no debug information; the compiler checks it below.
        taken = set(re.findall(r"enum (\w+)", types))
        self.assertEqual({name: values for name, values in stated.items() if name in taken}, built)
        self.assertLessEqual({"intv_status", "intv_kind", "intv_category"}, taken)

    def test_numbers_sizes_and_places_are_those_of_the_compiler(self) -> None:
        claims = [(one["name"], one["value"]) for one in ABI["constants"]
                  if isinstance(one["value"], int)]
        claims += [(part["name"], part["value"]) for one in ABI["enums"] for part in one["values"]]
        for one in ABI["structs"]:
            claims.append((f"sizeof(struct {one['name']})", one["size"]))
            claims += [(f"offsetof(struct {one['name']}, {part['name']})", part["offset"])
                       for part in one["fields"]]
        self.assertGreater(len(claims), 50)
        text = "#include <interventions/interventions.h>\n#include <stddef.h>\n" + "".join(
            f'_Static_assert({name} == {value}u, "{name}");\n' for name, value in claims)
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "numbers.c"
            source.write_text(text, encoding="utf-8")
            made = run(["gcc", "-std=c11", "-fsyntax-only", *INCLUDES, str(source)])
            self.assertEqual(made.returncode, 0, made.stdout)
            source.write_text(text + "_Static_assert(INTV_ERROR_IO == 4u, \"\");\n", encoding="utf-8")
            self.assertNotEqual(run(["gcc", "-std=c11", "-fsyntax-only", *INCLUDES,
                                     str(source)]).returncode, 0, "the comparison cannot fail")

    def test_ownership_is_as_the_headers_say(self) -> None:
        functions = {one["name"]: one for one in ABI["functions"]}

        def parameter(function: str, name: str) -> dict:
            return next(one for one in functions[function]["parameters"] if one["name"] == name)

        match = parameter("intv_match_new", "match")
        self.assertEqual((match["direction"], match["nullable"], match["ownership"],
                          match["release"]), ("out", False, "owned", "intv_match_free"))
        self.assertEqual(parameter("intv_match_new", "diagnostics")["nullable"], True)
        self.assertEqual(parameter("intv_match_free", "match")["ownership"], "taken")
        bytes_ = parameter("intv_loader_add_memory", "bytes")
        self.assertEqual((bytes_["ownership"], bytes_["size"]), ("kept", "size"))
        self.assertEqual(parameter("intv_fact_get_text_at", "language")["ownership"], "lent")
        self.assertEqual(functions["intv_catalogue_ref"]["returns"]["release"],
                         "intv_catalogue_unref")
        self.assertEqual(functions["intv_record_get_name"]["returns"]["lender"], "catalogue")
        limit = functions["intv_limit_get_name"]["returns"]
        self.assertEqual((limit["ownership"], limit["nullable"]), ("static", True))

    def test_every_pointer_says_whose_it_is_and_whether_it_may_be_null(self) -> None:
        callbacks = {one["name"] for one in ABI["callbacks"]}
        pointers = [(one["name"], part) for one in ABI["functions"]
                    for part in [one["returns"], *one["parameters"]]
                    if part["type"].endswith("*") or part["type"] in callbacks]
        self.assertGreater(len(pointers), 100)
        for name, part in pointers:
            with self.subTest(function=name, part=part):
                self.assertIn(part["ownership"], {"owned", "borrowed", "kept", "taken", "lent",
                                                  "static"})
                self.assertIsInstance(part["nullable"], bool)
                self.assertEqual("release" in part, part["ownership"] == "owned")


ROWS = """
/** A row. @since 9.9 */
struct intv_try_row
{
    uint32_t struct_size; /**< Bytes of it; set by the caller. */
    int64_t low;          /**< A number. */
    char mark[5];         /**< Some letters. */
    const char *name;     /**< A text. */
    uint8_t last;         /**< The last. */
};
/** Numbers. @since 9.9 */
enum intv_try_enum
{
    INTV_TRY =
        4 /**< a = b; c. */
};
/**
 * Tries.
 * @param user what was given
 * @param file name; never NULL
 * @param done how much
 * @return 0
 * @since 9.9
 */
typedef int (*intv_try)(void *user, const char *file, uint64_t done);
/**
 * Copies.
 * @param count how many
 * @param[in,out] rows room; NULL only when count is 0
 * @param try what to call; may be NULL
 * @return the number
 * @since 9.9
 */
INTV_API size_t intv_try_copy(size_t count, struct intv_try_row *rows, intv_try try);
"""


class Generator(unittest.TestCase):
    """scripts/generate-abi refuses headers that do not say enough."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = pathlib.Path(folder.name)
        shutil.copytree(TOP / "include", self.copy / "include")
        for kept in ("scripts/generate-abi", "meson.build", "libinterventions/abi.json",
                     "bindings/php/interventions.h"):
            (self.copy / kept).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TOP / kept, self.copy / kept)

    def change(self, header: str, old: str, new: str) -> None:
        path = self.copy / "include" / "interventions" / header
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def refuse(self, header: str, old: str, new: str) -> str:
        self.change(header, old, new)
        made = run([str(self.copy / "scripts/generate-abi"), "--check"])
        self.assertEqual(made.returncode, 1)
        return made.stdout

    def test_pointer_without_a_word_on_null_is_refused(self) -> None:
        said = self.refuse("output.h", "@param match the match; not NULL", "@param match the match")
        self.assertIn("intv_write_match, match: says nothing of NULL", said)

    def test_output_that_nobody_frees_is_refused(self) -> None:
        said = self.refuse("output.h", "; free it with intv_output_free()", "")
        self.assertIn("intv_output_new, output: says not whose the output is", said)

    def test_text_of_nobody_is_refused(self) -> None:
        said = self.refuse("texts.h", "the text, lives for ever;", "the text;")
        self.assertIn("intv_text_get: says not whose the answer is", said)

    def test_function_without_comment_is_refused(self) -> None:
        said = self.refuse("texts.h", "INTV_API const char *intv_text_get",
                           "INTV_API int intv_secret(void);\nINTV_API const char *intv_text_get")
        self.assertIn("texts.h: a function has no comment", said)

    def test_structs_and_callbacks_are_described(self) -> None:
        self.change("texts.h", "#ifdef __cplusplus\nextern", ROWS + "#ifdef __cplusplus\nextern")
        made = run([str(self.copy / "scripts/generate-abi")])
        self.assertEqual(made.returncode, 0, made.stdout)
        abi = json.loads((self.copy / "libinterventions/abi.json").read_text(encoding="utf-8"))
        row = next(one for one in abi["structs"] if one["name"] == "intv_try_row")
        places = [(part["name"], part["offset"]) for part in row["fields"]]
        self.assertEqual((row["size"], places),
                         (40, [("struct_size", 0), ("low", 8), ("mark", 16), ("name", 24), ("last", 32)]))
        call = next(one for one in abi["callbacks"] if one["name"] == "intv_try")["parameters"]
        self.assertEqual([part.get("nullable") for part in call], [True, False, None])
        copy_ = next(one for one in abi["functions"] if one["name"] == "intv_try_copy")["parameters"]
        self.assertEqual((copy_[1]["direction"], copy_[1]["count"]), ("inout", "count"))
        self.assertEqual((copy_[2]["type"], copy_[2]["nullable"]), ("intv_try", True))
        values = next(one for one in abi["enums"] if one["name"] == "intv_try_enum")["values"]
        self.assertEqual(values[0]["value"], 4)
        php = (self.copy / "bindings/php/interventions.h").read_text(encoding="utf-8")
        self.assertIn("typedef int (*intv_try)(void *user, const char *file, uint64_t done);", php)
        self.assertIn("    char mark[5];", php)

    def test_change_of_a_header_is_noticed(self) -> None:
        said = self.refuse("texts.h", "lives for ever;", "lives for ever ;")
        self.assertIn("abi.json differs from the headers", said)
        self.assertNotIn("bindings/php/interventions.h", said)


class LastRelease(unittest.TestCase):
    """Programs built with the last release keep working."""

    def compare(self, dump: str) -> subprocess.CompletedProcess:
        """What abidiff says; additions do not count."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "now.xml"
            path.write_text(dump, encoding="utf-8")
            return run(["abidiff", "--no-added-syms", str(last_release("xml")), str(path)])

    def test_nothing_of_it_was_removed_or_changed(self) -> None:
        said = self.compare(dump_of_library())
        self.assertEqual(said.returncode, 0, said.stdout)

    def test_a_removed_function_is_noticed(self) -> None:
        dump = re.sub(r' *<function-decl name="intv_version".*?</function-decl>\n', "",
                      dump_of_library(), flags=re.S)
        dump = re.sub(r' *<elf-symbol name="intv_version".*?/>\n', "", dump)
        said = self.compare(dump)
        self.assertEqual(said.returncode & 8, 8, said.stdout)
        self.assertIn("intv_version", said.stdout)

    def test_a_changed_number_is_noticed(self) -> None:
        dump = dump_of_library()
        changed = dump.replace('name="INTV_ERROR_INTERNAL" value="12"',
                               'name="INTV_ERROR_INTERNAL" value="13"')
        self.assertNotEqual(dump, changed)
        said = self.compare(changed)
        self.assertNotEqual(said.returncode, 0)
        self.assertIn("INTV_ERROR_INTERNAL", said.stdout)

    def test_numbers_of_the_headers_are_the_same(self) -> None:
        now = {part["name"]: part["value"] for one in ABI["enums"] for part in one["values"]}
        lines = last_release("txt").read_text(encoding="utf-8").splitlines()[1:]
        self.assertGreater(len(lines), 50)
        for line in lines:
            name, value = line.split()
            with self.subTest(name):
                if name in GROWING:
                    self.assertGreaterEqual(now[name], int(value))
                else:
                    self.assertEqual(now[name], int(value))


if __name__ == "__main__":
    unittest.main()
