#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The public headers: each compiles alone, its examples run, every function is described.

INTV_LIBRARY_DIR is the folder of the built library, INTV_INCLUDE_DIRS the folders to include from
(with ':' between them); INTV_SOURCE_DIR is the project, where the examples run.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
LIBRARY = pathlib.Path(os.environ["INTV_LIBRARY_DIR"])
INCLUDES = [pathlib.Path(folder) for folder in os.environ["INTV_INCLUDE_DIRS"].split(":")]
HEADERS = sorted(path for folder in INCLUDES for path in (folder / "interventions").glob("*.h"))
MAP = TOP / "libinterventions" / "libinterventions.map"
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", *(f"-I{folder}" for folder in INCLUDES)]
COMPILERS = {
    "gcc": ["gcc", "-xc", "-std=c11"],
    "clang": ["clang", "-xc", "-std=c11"],
    "g++": ["g++", "-xc++", "-std=c++17"],
    "clang++": ["clang++", "-xc++", "-std=c++17"],
}
DECLARATION = re.compile(r"^INTV_API ([^;{]*?)\b(intv_\w+)\(([^;{]*)\);", re.M | re.S)


def run(command: list[str], **options: object) -> subprocess.CompletedProcess:
    """Runs a command, its output kept."""
    return subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=120, **options)


def comment_before(text: str, place: int) -> str:
    """The comment that ends right before a place; empty if there is none."""
    before = text[:place].rstrip()
    if not before.endswith("*/"):
        return ""
    return before[before.rindex("/**"):] if "/**" in before else ""


def declarations() -> list[tuple[str, str, list[str], str]]:
    """Header, name, parameters and comment of every public function."""
    found = []
    for header in HEADERS:
        text = header.read_text(encoding="utf-8")
        for match in DECLARATION.finditer(text):
            parameters = [re.findall(r"\w+", part)[-1] for part in match[3].split(",")]
            found.append((header.name, match[2], [p for p in parameters if p != "void"],
                          comment_before(text, match.start())))
    return found


def answers() -> list[tuple[str, str, str]]:
    """Header, name and type of what every public function returns."""
    return [(header.name, match[2], " ".join(match[1].split())) for header in HEADERS
            for match in DECLARATION.finditer(header.read_text(encoding="utf-8"))]


def pointers() -> list[tuple[str, str, list[str], str]]:
    """Header, name, parameters that are pointers, and comment of every public function."""
    found = []
    for header in HEADERS:
        text = header.read_text(encoding="utf-8")
        for match in DECLARATION.finditer(text):
            parameters = [re.findall(r"\w+", part)[-1] for part in match[3].split(",") if "*" in part]
            found.append((header.name, match[2], parameters, comment_before(text, match.start())))
    return found


def examples() -> list[tuple[str, str]]:
    """Header and program of every example between @code and @endcode."""
    found = []
    for header in HEADERS:
        text = header.read_text(encoding="utf-8")
        for block in re.findall(r"@code\n(.*?)^ \* @endcode", text, re.M | re.S):
            found.append((header.name, re.sub(r"^ \* ?", "", block, flags=re.M)))
    return found


class Headers(unittest.TestCase):
    """What a user of the headers may expect."""

    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name: str, text: str) -> str:
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def test_there_are_headers(self) -> None:
        names = {path.name for path in HEADERS}
        self.assertLessEqual({"interventions.h", "types.h", "version.h", "match.h"}, names)

    def test_each_header_compiles_alone(self) -> None:
        for header in HEADERS:
            include = f"#include <interventions/{header.name}>\n"
            source = self.write("alone.c", include * 2)
            for name, compiler in COMPILERS.items():
                with self.subTest(header=header.name, compiler=name):
                    made = run([*compiler, *STRICT, "-fsyntax-only", source])
                    self.assertEqual(made.returncode, 0, made.stdout)

    def test_the_main_header_brings_every_other_header(self) -> None:
        main = (TOP / "include/interventions/interventions.h").read_text(encoding="utf-8")
        brought = set(re.findall(r"#include <interventions/(\w+\.h)>", main))
        names = {path.name for path in HEADERS} - {"interventions.h"}
        self.assertEqual(brought, names)

    def test_each_example_compiles_and_runs(self) -> None:
        programs = examples()
        self.assertGreaterEqual(len(programs), 6)
        environment = {**os.environ, "LD_LIBRARY_PATH": str(LIBRARY)}
        for number, (header, text) in enumerate(programs):
            source = self.write(f"example-{number}.c", text)
            for name in ("gcc", "g++"):
                with self.subTest(header=header, compiler=name):
                    program = f"{source}-{name}"
                    made = run([*COMPILERS[name], *STRICT, source, "-o", program, f"-L{LIBRARY}",
                                "-linterventions"])
                    self.assertEqual(made.returncode, 0, made.stdout)
                    ran = run([program], cwd=TOP, env=environment)
                    self.assertEqual(ran.returncode, 0, ran.stdout)

    def test_every_header_with_functions_has_an_example(self) -> None:
        shown = {header for header, _ in examples()}
        with_functions = {header for header, *_ in declarations()}
        self.assertEqual(with_functions - shown - {"types.h", "version.h"}, set())

    def test_every_function_says_since_when(self) -> None:
        found = declarations()
        self.assertGreater(len(found), 100)
        for header, name, _, comment in found:
            with self.subTest(header=header, function=name):
                self.assertRegex(comment, r"@since \d+\.\d+\b")

    def test_no_public_function_escapes_these_tests(self) -> None:
        for header in HEADERS:
            text = header.read_text(encoding="utf-8")
            marks = len(re.findall(r"^INTV_API\b", text, re.M))
            self.assertEqual(marks, len(DECLARATION.findall(text)), header.name)

    def test_every_parameter_that_is_described_exists(self) -> None:
        for header, name, parameters, comment in declarations():
            described = re.findall(r"@param(?:\[(?:in,)?out\])? (\w+)", comment)
            with self.subTest(header=header, function=name):
                self.assertLessEqual(set(described), set(parameters))
                self.assertEqual(described, sorted(described, key=parameters.index))

    def test_every_parameter_is_described(self) -> None:
        for header, name, parameters, comment in declarations():
            described = re.findall(r"@param(?:\[(?:in,)?out\])? (\w+) \S", comment)
            with self.subTest(header=header, function=name):
                self.assertEqual(described, parameters)

    def test_every_answer_is_described(self) -> None:
        for header, name, returns in answers():
            comment = next(c for h, n, _, c in declarations() if (h, n) == (header, name))
            with self.subTest(header=header, function=name):
                if returns == "void":
                    self.assertNotRegex(comment, r"@(return|retval)\b")
                elif returns == "enum intv_status" and not name.endswith("_get_status"):
                    self.assertRegex(comment, r"@retval INTV_OK \S|@return as intv_\w+\(\)")
                    self.assertRegex(comment, r"@retval INTV_ERROR_\w+ \S|@return as intv_\w+\(\)")
                else:
                    self.assertRegex(comment, r"@return \S")

    def test_every_pointer_says_whether_it_may_be_null(self) -> None:
        seen = 0
        for header, name, parameters, comment in pointers():
            for parameter in parameters:
                described = re.search(rf"@param(?:\[(?:in,)?out\])? {parameter} (.*?)(?=\n \* @|\n \*/)",
                                      comment, re.S)
                seen += 1
                with self.subTest(header=header, function=name, parameter=parameter):
                    self.assertIsNotNone(described)
                    self.assertIn("NULL", described[1])
        self.assertGreater(seen, 100)

    def test_every_public_type_says_since_when(self) -> None:
        pattern = re.compile(r"^(?:enum|struct) (intv_\w+)(?:\n\{|;)", re.M)
        for header in HEADERS:
            text = header.read_text(encoding="utf-8")
            for match in pattern.finditer(text):
                with self.subTest(header=header.name, type=match[1]):
                    self.assertIn("@since", comment_before(text, match.start()))

    def test_the_map_holds_the_functions_of_the_headers(self) -> None:
        exported = re.findall(r"^    (\w+);$", MAP.read_text(encoding="utf-8"), re.M)
        declared = [name for _, name, _, _ in declarations()]
        self.assertEqual(sorted(exported), sorted(declared))

    def test_the_map_is_as_generated(self) -> None:
        made = run([sys.executable, str(TOP / "scripts/generate-map"), "--check"])
        self.assertEqual(made.returncode, 0, made.stdout)


if __name__ == "__main__":
    unittest.main()
