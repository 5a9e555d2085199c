#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The program finds: search, facets, concepts, elements, preconditions, sources; tables and CSV.

Answers over tests/golden/catalogue.xml stand in tests/golden/search/; to write them anew:
`tests/test_search_program.py --regenerate`, with the program in INTERVENTIONS_PROGRAM.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from test_program import CATALOGUE, PROGRAM, SMALL, environment, run

FOLDER = CATALOGUE.parent / "search"
MARK = b"\xef\xbb\xbf"

ANSWERS = {
    "search.txt": ("search", "praten ouders"),
    "search-en.txt": ("search", "parents", "--lang", "en", "--limit", "3", "--sort", "name"),
    "search-relaxed.txt": ("search", "ouders", "xyzzy", "--kind", "intervention"),
    "search-nothing.txt": ("search", "xyzzy", "--exact"),
    "search-suggestion.txt": ("search", "praatpnt"),
    "search-beyond.txt": ("search", "praatpunt", "--offset", "500"),
    "search.csv": ("search", "ouders xyzzy", "--limit", "3", "--format", "csv"),
    "facets.txt": ("facets", "soort:interventie"),
    "facets-one-en.txt": ("facets", "--field", "target-group", "--limit", "2", "--lang", "en"),
    "facets.csv": ("facets", "--field", "setting", "--format", "csv"),
    "concepts.txt": ("concepts",),
    "concepts-of-en.txt": ("concepts", "doelgroep", "--lang", "en"),
    "concepts.csv": ("concepts", "target-group", "--format", "csv", "--lang", "en"),
    "elements.txt": ("elements",),
    "preconditions.txt": ("preconditions", "waarvoor:intervention"),
    "sources.txt": ("sources",),
    "sources.csv": ("sources", "--format", "csv"),
    "list.csv": ("list", "--format", "csv"),
    "help-search.txt": ("help", "search"),
}


def output(*words: str, **more: str) -> bytes:
    """What the program writes over the small catalogue."""
    small = () if words[0] == "help" else SMALL
    done = run(*words, *small, **more)
    if done.returncode not in (0, 1) or done.stderr:
        raise AssertionError(f"{words}: {done.returncode} {done.stderr.decode()}")
    return done.stdout


def rows(data: bytes, separator: str) -> list[list[str]]:
    """A table as a spreadsheet reads it."""
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def refused(*words: str) -> str:
    """What the program says of a question that is wrong; it answers nothing."""
    done = run(*words, *SMALL)
    if (done.returncode, done.stdout) != (2, b""):
        raise AssertionError(f"{words}: {done.returncode} {done.stdout.decode()}")
    return done.stderr.decode()


class Golden(unittest.TestCase):
    """Answers as they were read and found good."""

    maxDiff = None

    def test_answers_are_those_that_were_kept(self) -> None:
        self.assertEqual({path.name for path in FOLDER.iterdir()}, set(ANSWERS))
        for name, words in ANSWERS.items():
            with self.subTest(name):
                self.assertEqual((FOLDER / name).read_bytes().decode(), output(*words).decode())


class Search(unittest.TestCase):
    """What a reader sees of an answer."""

    def test_words_may_come_as_several_arguments(self) -> None:
        self.assertEqual(output("search", "praten", "ouders"), output("search", "praten ouders"))

    def test_a_word_to_leave_out_needs_no_quotes(self) -> None:
        self.assertEqual(output("search", "ouders", "-lesdag"), output("search", "ouders -lesdag"))
        self.assertEqual(output("search", "--limit", "2", "-lesdag"),
                         output("search", "-lesdag", "--limit", "2"))

    def test_found_is_0_and_nothing_found_is_1(self) -> None:
        self.assertEqual(run("search", "ouders", *SMALL).returncode, 0)
        self.assertEqual(run("search", "xyzzy", *SMALL).returncode, 1)
        self.assertEqual(run("search", "ouders", "--offset", "999", *SMALL).returncode, 1)
        self.assertEqual(run("facets", "xyzzy", *SMALL).returncode, 1)
        self.assertEqual(run("elements", "xyzzy", *SMALL).returncode, 1)

    def test_a_wrong_query_is_pointed_at(self) -> None:
        said = refused("search", "caf\u00e9 doelgrp:ouders")
        lines = said.splitlines()
        self.assertEqual(lines[0].index("doelgrp"), lines[1].index("^"))
        self.assertIn("Lijkt erop: doelgroep.", said)
        said = refused("search", "x" * 300 + " (a " + "y" * 300, "--lang", "en")
        lines = said.splitlines()
        self.assertEqual(lines[0].index("(a"), lines[1].index("^"))
        self.assertLess(len(lines[0]), 160)
        self.assertIn("query-open-parenthesis", said)

    def test_a_lenient_query_reads_it_as_words(self) -> None:
        done = run("search", "doelgrp:ouders (", "--lenient-query", *SMALL)
        self.assertEqual(done.returncode, 0)
        self.assertIn("Vraag: ", done.stdout.decode())
        self.assertIn("query-read-as-text", done.stderr.decode())

    def test_hostile_queries_are_made_harmless(self) -> None:
        done = run("search", "a\x1b[31m\u202e\udcff", *SMALL)
        self.assertIn(done.returncode, (1, 2))
        for stream in (done.stdout, done.stderr):
            self.assertNotIn(b"\x1b", stream)
            self.assertNotIn("\u202e".encode(), stream)

    def test_signs_mark_words_where_colour_does_not(self) -> None:
        plain = output("search", "praatpunt").decode()
        bold = output("search", "praatpunt", "--color", "always").decode()
        self.assertIn("[Praatpunt]", plain)
        self.assertNotIn("\x1b", plain)
        self.assertIn("\x1b[0;1mPraatpunt", bold)
        self.assertNotIn("[Praatpunt]", bold)

    def test_orders_turn_around(self) -> None:
        order = ("search", "soort:bron", "--limit", "0", "--format", "csv", "--sort", "id")
        one, other = (rows(output(*order, *more), ";")[1:] for more in ((), ("--reverse",)))
        self.assertGreater(len(one), 1)
        self.assertEqual([row[1] for row in one], sorted(row[1] for row in one))
        self.assertEqual(one, other[::-1])

    def test_pages_follow_on_each_other(self) -> None:
        whole = rows(output("search", "ouders", "--limit", "0", "--format", "csv"), ";")[1:]
        pages = [rows(output("search", "ouders", "--limit", "2", "--offset", str(at), "--format",
                             "csv"), ";")[1:] for at in range(0, len(whole), 2)]
        self.assertGreater(len(whole), 3)
        self.assertEqual([row for page in pages for row in page], whole)

    def test_json_says_the_same(self) -> None:
        found = json.loads(output("search", "ouders", "--json", "--limit", "0"))
        self.assertEqual([hit["id"] for hit in found["hits"]],
                         [row[1] for row in rows(output("search", "ouders", "--format", "csv",
                                                        "--limit", "0"), ";")[1:]])
        for hit in found["hits"]:
            for match in hit["matches"]:
                text = match["text"]
                piece = text[match["start"]:match["start"] + match["length"]]
                start = match["start_bytes"]
                self.assertEqual(text.encode()[start:start + match["length_bytes"]].decode(), piece)

    def test_what_is_wrong_with_options_is_told(self) -> None:
        self.assertIn("relevance, name, year, design, id", refused("search", "a", "--sort", "best"))
        self.assertIn("'persoon'", refused("search", "a", "--kind", "persoon"))
        self.assertIn("table, csv, json", refused("search", "a", "--format", "xls"))
        self.assertIn("table, json", refused("show", "lesdag", "--format", "csv"))
        self.assertIn("'-1'", refused("search", "a", "--offset", "-1"))
        self.assertIn("search", refused("search"))
        self.assertIn("--sort", refused("facets", "--sort", "name"))
        self.assertIn("doelgroep", refused("facets", "--field", "doelgrop"))
        self.assertIn("target-group", refused("concepts", "target-grop"))
        self.assertIn("no-list", refused("concepts", "leeftijd"))


class Spreadsheet(unittest.TestCase):
    """CSV as Python's reader and a spreadsheet take it."""

    TABLES = (("list",), ("list", "sources"), ("concepts",), ("concepts", "aim"), ("elements",),
              ("preconditions",), ("sources",), ("search", "ouders"), ("facets",))

    def test_every_table_has_a_mark_full_rows_and_both_line_ends(self) -> None:
        for words in self.TABLES:
            for language, separator in (("nl", ";"), ("en", ",")):
                with self.subTest(words=words, language=language):
                    data = output(*words, "--format", "csv", "--lang", language)
                    self.assertTrue(data.startswith(MARK))
                    self.assertTrue(data.endswith(b"\r\n"))
                    self.assertEqual(data.count(b"\n"), data.count(b"\r\n"))
                    table = rows(data, separator)
                    self.assertGreater(len(table), 1)
                    self.assertEqual({len(row) for row in table}, {len(table[0])})

    def test_no_cell_begins_as_a_formula(self) -> None:
        text = CATALOGUE.read_text(encoding="utf-8")
        for sign in ("=", "+", "-", "@"):
            hostile = re.sub(r"<(name|label|title)([^>]*)>", rf"<\1\2>{sign}cmd|' /C calc'!A0 ;,", text)
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "hostile.xml"
                path.write_text(hostile, encoding="utf-8")
                for words in self.TABLES:
                    done = run(*words, "--format", "csv", "--catalogue", str(path))
                    cells = [cell for row in rows(done.stdout, ";") for cell in row]
                    self.assertGreater(len(cells), 4, words)
                    self.assertEqual([cell for cell in cells if cell[:1] in tuple("=+-@\t\r")], [])
                    if words[0] != "facets":
                        self.assertTrue(any(cell.startswith(f"'{sign}cmd") for cell in cells), words)

    def test_a_table_of_what_is_not_there_has_headings_only(self) -> None:
        done = run("search", "xyzzy", "--format", "csv", *SMALL)
        self.assertEqual((done.returncode, len(rows(done.stdout, ";"))), (1, 1))


class Agreement(unittest.TestCase):
    """Dutch and English, one form and another: the same answers, over the built-in catalogue."""

    def found(self, *words: str) -> list[str]:
        done = subprocess.run([PROGRAM, "search", *words, "--json", "--limit", "0"],
                              env=environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              check=False, timeout=60)
        return [hit["id"] for hit in json.loads(done.stdout)["hits"]]

    def test_resilient_parents_finds_the_programmes_first(self) -> None:
        self.assertEqual(self.found("weerbare ouders", "--kind", "intervention")[:2],
                         ["weerbaar-opvoeden", "oumnia-works"])

    def test_a_compound_written_apart_or_in_english_finds_the_same_first(self) -> None:
        first = [self.found(query)[0]
                 for query in ("theaterinterventies", '"theater interventie"', "theatre")]
        self.assertEqual(len(set(first)), 1, first)

    def test_plural_and_singular_find_the_same(self) -> None:
        self.assertEqual(set(self.found("evaluaties")), set(self.found("evaluatie")))

    def test_qualifiers_find_the_same_in_both_languages(self) -> None:
        dutch = self.found("doelgroep:ouders onderzoeksopzet:>=voor-nameting -online")
        english = self.found("target-group:parents design:>=before-after -online", "--lang", "en")
        self.assertGreater(len(dutch), 0)
        self.assertEqual(dutch, english)


if __name__ == "__main__":
    if "--regenerate" in sys.argv[1:]:
        FOLDER.mkdir(exist_ok=True)
        for known, asked in ANSWERS.items():
            (FOLDER / known).write_bytes(output(*asked))
        sys.exit()
    unittest.main()
