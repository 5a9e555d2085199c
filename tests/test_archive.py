#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""What is archived of an answer can be made again by anyone, from what the program writes.

The program is the one in INTERVENTIONS_PROGRAM.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

TOP = pathlib.Path(os.environ.get("INTV_SOURCE_DIR", pathlib.Path(__file__).resolve().parent.parent))
PROGRAM = os.environ["INTERVENTIONS_PROGRAM"]
CATALOGUE = TOP / "tests" / "golden" / "catalogue.xml"
SMALL = ("--catalogue", str(CATALOGUE))
ASKED = ("--must", "target-group=parents", "--wish", "aim=early-recognition", "--as-of",
         "2026-11-23")


def run(*words: str, **more: str) -> bytes:
    """What the program writes."""
    return subprocess.run([PROGRAM, *words], env={**os.environ, **more}, cwd=TOP, check=True,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60).stdout


def digest(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()


def archive(*words: str, **more: str) -> dict:
    return json.loads(run("match", *words, "--archive", **more))


class Archive(unittest.TestCase):
    """The record of an answer."""

    def test_digest_of_the_catalogue_is_that_of_all_records(self) -> None:
        for catalogue in ((), SMALL):
            kept = archive(*ASKED, *catalogue)
            self.assertEqual(kept["digests"]["algorithm"], "sha-256")
            self.assertEqual(kept["digests"]["catalogue"], digest(run("list", "--records", *catalogue)))

    def test_digest_of_the_catalogue_is_that_of_each_record_shown(self) -> None:
        lines = run("list", "--records", *SMALL).splitlines(keepends=True)
        self.assertGreater(len(lines), 30)
        shown = b""
        for line in lines:
            record = json.loads(line)
            shown += run("show", f"{record['kind']}:{record['id']}", "--compact", *SMALL)
        self.assertEqual(digest(shown), archive(*SMALL)["digests"]["catalogue"])

    def test_records_of_one_kind_are_those_among_all(self) -> None:
        everything = run("list", "--records", *SMALL).splitlines()
        sources = run("list", "source", "--records", *SMALL).splitlines()
        self.assertEqual(sources, [line for line in everything if json.loads(line)["kind"] == "source"])

    def test_digest_of_the_answer_is_that_of_the_whole_match(self) -> None:
        for catalogue in ((), SMALL):
            whole = run("match", *ASKED, *catalogue, "--excluded", "--limit", "0", "--compact")
            kept = archive(*ASKED, *catalogue)
            self.assertEqual(whole.count(b"\n"), 1)
            self.assertEqual(kept["digests"]["answer"], digest(whole))

    def test_the_description_tells_how(self) -> None:
        text = (TOP / "doc" / "json.md").read_text(encoding="utf-8")
        commands = re.search(r"^```sh\n(interventions match .*?)^```$", text, re.M | re.S)[1].splitlines()
        path = f"{pathlib.Path(PROGRAM).parent}:{os.environ['PATH']}"
        kept, *sums = (subprocess.run(["bash", "-c", command], env={**os.environ, "PATH": path},
                                      cwd=TOP, check=True, capture_output=True, timeout=60).stdout
                       for command in commands)
        digests = json.loads(kept)["digests"]
        self.assertEqual([line.split()[0].decode() for line in sums],
                         [digests["catalogue"], digests["answer"]])

    def test_it_holds_the_order_categories_and_keys_of_the_match(self) -> None:
        whole = json.loads(run("match", *ASKED, "--excluded", "--limit", "0", "--json"))
        for options in ((), ("--limit", "1"), ("--excluded",)):
            kept = archive(*ASKED, *options)
            self.assertEqual(kept["candidates"], [
                {key: match[key] for key in ("id", "category", "keys")} for match in whole["matches"]])
            for key in ("edition", "publisher", "licence", "as_of", "edition_is_old", "situation",
                        "counts"):
                self.assertEqual(kept[key], whole[key], key)

    def test_it_does_not_depend_on_where_the_catalogue_stands(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "renamed.xml"
            path.write_bytes(CATALOGUE.read_bytes())
            self.assertEqual(archive(*ASKED, "--catalogue", str(path)), archive(*ASKED, *SMALL))

    def test_a_change_of_the_catalogue_changes_its_digest(self) -> None:
        text = CATALOGUE.read_text(encoding="utf-8")
        before = archive(*ASKED, *SMALL)
        changes = [('locator="p. 9"', 'locator="p. 8"'), ("Steunpunt", "Steunpunt!")]
        with tempfile.TemporaryDirectory() as folder:
            for old, new in changes:
                self.assertIn(old, text)
                path = pathlib.Path(folder) / "changed.xml"
                path.write_text(text.replace(old, new), encoding="utf-8")
                after = archive(*ASKED, "--catalogue", str(path))
                self.assertNotEqual(after["digests"]["catalogue"], before["digests"]["catalogue"])

    def test_another_question_changes_the_digest_of_the_answer_alone(self) -> None:
        one, other = archive(*ASKED, *SMALL), archive(*ASKED, "--have", "funding", *SMALL)
        self.assertEqual(one["digests"]["catalogue"], other["digests"]["catalogue"])
        self.assertNotEqual(one["digests"]["answer"], other["digests"]["answer"])


if __name__ == "__main__":
    unittest.main()
