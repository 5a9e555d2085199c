#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What a folder may include: the table of CONTRIBUTING.md, held to every file."""

import os
import pathlib
import re
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", HERE.parent))
LIBRARY = TOP / "libinterventions"
DEMO = TOP / "demo"
PUBLIC = TOP / "include"

# Folder of the library: the folders it may include besides itself.
ALLOWED = {
    "base": set(),
    "text": {"base"},
    "model": {"base"},
    "situation": {"base", "model", "index"},
    "index": {"base", "text", "model"},
    "read": {"base", "text", "model", "situation", "index"},
    "query": {"base", "text", "model", "index"},
    "match": {"base", "model", "situation", "index", "query"},
    "decide": {"base", "model", "situation", "index", "query", "match"},
    "write": {"base", "text", "model", "situation", "index", "query", "match", "decide"},
    "request": {"base", "text", "model", "situation", "index", "query", "match", "decide", "read",
                "write"},
}
# Headers of other libraries: the files that may include them.
FOREIGN = {
    "libxml/": lambda path: path == LIBRARY / "read" / "xml.c",
    "yajl/": lambda path: path == LIBRARY / "read" / "json_tree.c",
    "unicode/": lambda path: path.parent == LIBRARY / "text",
    "libstemmer": lambda path: path.parent == LIBRARY / "text",
    "sha2.h": lambda path: path == LIBRARY / "write" / "digest.c",
}
# What the library never uses: locales, floating point, clocks, the network, signals.
NEVER = {"locale.h", "langinfo.h", "ctype.h", "wctype.h", "wchar.h", "math.h", "float.h", "fenv.h",
         "time.h", "sys/time.h", "signal.h", "setjmp.h", "syslog.h", "netdb.h", "sys/socket.h",
         "netinet/in.h", "arpa/inet.h", "regex.h", "dlfcn.h"}
NETWORK = {"netdb.h", "sys/socket.h", "netinet/in.h", "arpa/inet.h", "curl/curl.h"}
# Printing is for programs: the one that makes the built-in catalogue.
PRINTING = {LIBRARY / "read" / "compile.c"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def sources(folder: pathlib.Path) -> list[pathlib.Path]:
    """All C files and tables in a folder and the folders inside it."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".c", ".h", ".def", ".in"))


def includes(path: pathlib.Path) -> list[tuple[str, str]]:
    """The includes of a file: the mark before the name, and the name."""
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def find_circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle in a graph; empty if there is none."""
    done: set[str] = set()

    def visit(place: str, path: list[str]) -> list[str]:
        if place in path:
            return path[path.index(place):] + [place]
        if place in done:
            return []
        for further in sorted(graph.get(place, ())):
            circle = visit(further, path + [place])
            if circle:
                return circle
        done.add(place)
        return []

    return next((c for c in (visit(place, []) for place in sorted(graph)) if c), [])


class Includes(unittest.TestCase):
    """Who may include what."""

    def test_every_folder_is_in_the_table(self) -> None:
        folders = {path.parent.name for path in sources(LIBRARY)}
        self.assertLessEqual(folders, set(ALLOWED))
        self.assertGreaterEqual(folders, {"base", "model", "read", "match"})

    def test_contributing_holds_the_same_table(self) -> None:
        text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| `libinterventions/(\w+)/` \|[^|]*\| ([^|]*) \|$", text, re.M)
        stated = {folder: set(re.findall(r"\w+", cell)) for folder, cell in rows}
        stated["base"] -= {"nothing", "else"}
        if stated["write"] == {"all", "but", "read"}:
            stated["write"] = set(ALLOWED) - {"read", "write", "request"}
        if stated["request"] == {"all"}:
            stated["request"] = set(ALLOWED) - {"request"}
        self.assertEqual(stated, ALLOWED)

    def test_a_folder_includes_only_what_its_row_allows(self) -> None:
        for path in sources(LIBRARY):
            for mark, name in includes(path):
                if mark != '"':
                    continue
                with self.subTest(file=str(path.relative_to(TOP)), include=name):
                    self.assertTrue((LIBRARY / name).is_file(), "there is no such file")
                    folder = name.split("/")[0]
                    self.assertIn(folder, ALLOWED[path.parent.name] | {path.parent.name})

    def test_nobody_includes_the_folder_of_requests(self) -> None:
        self.assertEqual([folder for folder, may in ALLOWED.items() if "request" in may], [])

    def test_public_headers_include_only_public_and_standard_headers(self) -> None:
        for path in sources(PUBLIC):
            for mark, name in includes(path):
                with self.subTest(file=path.name, include=name):
                    self.assertEqual(mark, "<")
                    self.assertTrue(name.startswith("interventions/") or
                                    name in ("stddef.h", "stdint.h"))

    def test_other_libraries_are_used_in_one_place(self) -> None:
        seen = set()
        for path in sources(LIBRARY):
            for _, name in includes(path):
                for prefix, may in FOREIGN.items():
                    if name.startswith(prefix):
                        seen.add(prefix)
                        self.assertTrue(may(path), f"{path.relative_to(TOP)} includes {name}")
        self.assertLessEqual({"libxml/", "unicode/", "yajl/", "sha2.h", "libstemmer"}, seen)

    def test_the_library_never_uses_these_headers(self) -> None:
        for path in sources(LIBRARY):
            names = {name for _, name in includes(path)}
            self.assertEqual(names & NEVER, set(), path.relative_to(TOP))
            if path not in PRINTING:
                self.assertNotIn("stdio.h", names, path.relative_to(TOP))

    def test_programs_use_only_the_public_headers(self) -> None:
        for path in sources(DEMO):
            for mark, name in includes(path):
                with self.subTest(file=str(path.relative_to(TOP)), include=name):
                    self.assertNotIn(name, NETWORK)
                    if mark == '"':
                        self.assertTrue((path.parent / name).is_file(), "not one of its own")
                    else:
                        self.assertFalse((LIBRARY / name).exists(), "internal")

    def test_no_folder_depends_on_itself_over_others(self) -> None:
        graph: dict[str, set[str]] = {folder: set() for folder in ALLOWED}
        for path in sources(LIBRARY):
            graph[path.parent.name] |= {name.split("/")[0] for mark, name in includes(path)
                                        if mark == '"'} - {path.parent.name}
        self.assertEqual(find_circle(graph), [])
        self.assertEqual(find_circle(ALLOWED), [])

    def test_no_header_includes_itself_over_others(self) -> None:
        graph: dict[str, set[str]] = {}
        for path in sources(LIBRARY):
            graph[str(path.relative_to(LIBRARY))] = {name for mark, name in includes(path)
                                                     if mark == '"'}
        for path in sources(PUBLIC):
            name = f"interventions/{path.name.removesuffix('.in')}"
            graph[name] = {other for _, other in includes(path)
                           if other.startswith("interventions/")}
        self.assertEqual(find_circle(graph), [])

    def test_a_circle_would_be_found(self) -> None:
        self.assertEqual(find_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}), ["b", "c", "b"])


if __name__ == "__main__":
    unittest.main()
