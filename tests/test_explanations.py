#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""The command explain and its texts; examples that are commands or calls are run.

The program is the one in INTERVENTIONS_PROGRAM, the library the one in INTV_LIBRARY_DIR. Examples
that are documents or situations are run by test_tags.c.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent
BASE = TOP / "libinterventions" / "base"
PROGRAM = pathlib.Path(os.environ["INTERVENTIONS_PROGRAM"])
LIBRARY = pathlib.Path(os.environ["INTV_LIBRARY_DIR"])
INCLUDES = [f"-I{folder}" for folder in os.environ["INTV_INCLUDE_DIRS"].split(":")]
LANGUAGES = ("nl", "en")
REPORTED = re.compile(r"(?:fout|let op): .*\(([a-z0-9-]+)\)$", re.M)


def run(*words: str) -> subprocess.CompletedProcess:
    """Runs the program."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    return subprocess.run([str(PROGRAM), *words], env=environment, capture_output=True, text=True,
                          check=False, timeout=60)


def explain(*words: str) -> dict:
    """What the program explains, as JSON."""
    return json.loads(run("explain", *words, "--json").stdout)


def sentences(text: str) -> list[str]:
    """The sentences of an explanation."""
    return re.split(r"(?<=[.?!])\s+", text)


class Examples(unittest.TestCase):
    """A wrong example leads to its tag and to no other, the right one to none."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.tags = explain()["tags"]

    def of_kind(self, kind: str) -> list[tuple[str, str, str, str]]:
        """Tag, frame, wrong and right example of each tag with an example of this kind."""
        return [(tag["tag"], example["frame"], example["wrong"], example["right"])
                for tag in self.tags if (example := tag["example"]) and example["kind"] == kind]

    def run_commands(self, commands: str) -> tuple[int, str]:
        """Exit status of the last of these commands, and all they print."""
        with tempfile.TemporaryDirectory() as folder:
            for name in ("data", "demo"):
                os.symlink(TOP / name, pathlib.Path(folder) / name)
            path = f"{PROGRAM.parent}:{os.environ['PATH']}"
            done = subprocess.run(["/bin/sh", "-c", commands], cwd=folder, check=False, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60,
                                  env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"})
            return done.returncode, done.stdout

    def test_commands_lead_to_their_tag_and_mended_ones_to_none(self) -> None:
        examples = self.of_kind("command")
        self.assertGreaterEqual(len(examples), 5)
        for tag, frame, wrong, right in examples:
            with self.subTest(tag):
                status, printed = self.run_commands(frame.replace("{1}", wrong))
                self.assertEqual((status, set(REPORTED.findall(printed))), (2, {tag}), printed)
                status, printed = self.run_commands(frame.replace("{1}", right))
                self.assertEqual((status, REPORTED.findall(printed)), (0, []), printed)

    def run_calls(self, program: str) -> list[str]:
        """The tags that a C program prints."""
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "calls.c"
            source.write_text(program, encoding="utf-8")
            made = subprocess.run(
                ["gcc", "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", *INCLUDES,
                 str(source), "-o", f"{folder}/calls", f"-L{LIBRARY}", "-linterventions"],
                capture_output=True, text=True, check=False, timeout=120)
            self.assertEqual(made.returncode, 0, made.stderr)
            done = subprocess.run([f"{folder}/calls"], cwd=TOP, capture_output=True, text=True,
                                  check=True, timeout=60,
                                  env={**os.environ, "LD_LIBRARY_PATH": str(LIBRARY)})
            return done.stdout.split()

    def test_calls_lead_to_their_tag_and_mended_ones_to_none(self) -> None:
        examples = self.of_kind("call")
        self.assertGreaterEqual(len(examples), 2)
        for tag, frame, wrong, right in examples:
            with self.subTest(tag):
                self.assertEqual(self.run_calls(frame.replace("{1}", wrong)), [tag])
                self.assertEqual(self.run_calls(frame.replace("{1}", right)), [])

    def test_every_kind_of_example_is_run_by_a_test(self) -> None:
        kinds = {tag["example"]["kind"] for tag in self.tags if tag["example"]}
        here = {"command", "call"}
        there = (TOP / "tests" / "test_tags.c").read_text(encoding="utf-8")
        ran = re.search(r"run_example\(.*?case INTV_EXAMPLE_NONE:", there, re.S)[0]
        self.assertEqual(kinds, here | {name.lower() for name in
                                        re.findall(r"case INTV_EXAMPLE_(\w+):", ran)} - {"none"})


class Texts(unittest.TestCase):
    """What an explanation is made of."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.tags = explain()["tags"]

    def test_explanations_are_two_to_four_short_sentences_in_both_languages(self) -> None:
        for tag in self.tags:
            for language in LANGUAGES:
                with self.subTest(tag=tag["tag"], language=language):
                    found = sentences(tag["explanation"][language])
                    self.assertTrue(2 <= len(found) <= 4, found)
                    for sentence in found:
                        self.assertLessEqual(len(sentence.split()), 20, sentence)
                        self.assertRegex(sentence, r"[.?!]$")

    def test_both_languages_have_as_many_sentences(self) -> None:
        for tag in self.tags:
            counts = {len(sentences(tag["explanation"][language])) for language in LANGUAGES}
            self.assertEqual(len(counts), 1, tag["tag"])

    def test_explanations_say_more_than_the_message_and_differ(self) -> None:
        for language in LANGUAGES:
            texts = [tag["explanation"][language] for tag in self.tags
                     if not tag["tag"].startswith("skipped-")]
            self.assertEqual(len(texts), len(set(texts)))
        for tag in self.tags:
            self.assertNotEqual(tag["explanation"]["nl"], tag["explanation"]["en"])
            self.assertNotIn("{", tag["explanation"]["nl"])
            self.assertNotIn("{", tag["explanation"]["en"])

    def test_explanations_stand_in_the_order_of_the_diagnostics(self) -> None:
        rows = {name: re.findall(rf"^{macro}\((\w+),", (BASE / name).read_text(encoding="utf-8"), re.M)
                for name, macro in (("diagnostics.def", "DIAGNOSTIC"),
                                    ("explanations.def", "EXPLANATION"))}
        self.assertEqual(rows["explanations.def"], rows["diagnostics.def"])
        self.assertEqual(len(self.tags), len(rows["diagnostics.def"]))


class Page(unittest.TestCase):
    """doc/diagnostics.md."""

    def test_it_is_as_generated(self) -> None:
        done = subprocess.run([sys.executable, "-B", str(TOP / "scripts/generate-diagnostics"), "--check"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_it_has_every_tag_once_with_its_dutch_message(self) -> None:
        page = (TOP / "doc" / "diagnostics.md").read_text(encoding="utf-8")
        headings = re.findall(r"^### (\S+)$", page, re.M)
        self.assertEqual(headings, [tag["tag"] for tag in explain()["tags"]])
        self.assertIn("> *Het bestand is leeg.*\n", page)

    def test_every_address_inside_it_leads_to_a_heading(self) -> None:
        page = (TOP / "doc" / "diagnostics.md").read_text(encoding="utf-8")
        addresses = set(re.findall(r"\]\(#([^)]+)\)", page))
        self.assertEqual(addresses, set(re.findall(r"^### (\S+)$", page, re.M)))


class Command(unittest.TestCase):
    """The command explain."""

    def test_every_tag_is_explained_in_both_languages(self) -> None:
        for tag in explain()["tags"]:
            for language in LANGUAGES:
                done = run("explain", tag["tag"], "--lang", language)
                self.assertEqual((done.returncode, done.stderr), (0, ""), tag["tag"])
                self.assertTrue(done.stdout.startswith(f"{tag['tag']} ("), done.stdout)
                flat = re.sub(r"\s+", " ", done.stdout)
                self.assertIn(tag["explanation"][language], flat)
                self.assertNotRegex(done.stdout.split("\n\n")[0], r"\{\d\}")
                if tag["example"]:
                    for example in (tag["example"]["wrong"], tag["example"]["right"]):
                        for line in example.splitlines():
                            self.assertIn(f"    {line}\n", done.stdout)

    def test_without_a_tag_all_are_listed_with_severity_and_message(self) -> None:
        tags = explain()["tags"]
        for language, error, warning in (("nl", "fout", "let op"), ("en", "error", "warning")):
            listed = run("explain", "--lang", language).stdout
            for tag in tags:
                severity = error if tag["severity"] == "error" else warning
                words = re.split(r"\{\d\}", tag["message"][language])[0].split()[:3]
                self.assertRegex(listed, rf"(?m)^  {tag['tag']} +{severity}: "
                                         rf"{re.escape(' '.join(words))}")
            self.assertEqual(len(re.findall(r"(?m)^  [a-z]", listed)), len(tags))

    def test_unknown_tag_is_2_with_the_nearest(self) -> None:
        done = run("explain", "dangling-refrence")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("Lijkt erop: dangling-reference.", done.stderr)
        self.assertIn("Nearest: bad-range.", run("explain", "bad_range", "--lang", "en").stderr)
        done = run("explain", "praatgroep", "--json")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertNotIn("Lijkt erop", done.stderr)

    def test_json_of_one_tag_is_that_of_all(self) -> None:
        every = explain()
        self.assertEqual(every["format"], "interventions-tags/1")
        self.assertIn("<catalogue ", every["catalogue"])
        for tag in every["tags"]:
            expected = {"format": "interventions-tag/1", **tag, "catalogue": every["catalogue"]}
            one = explain(tag["tag"])
            self.assertEqual(one, expected)
            self.assertEqual(list(one), list(expected))

    def test_validate_names_the_command_that_explains(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bad.xml"
            path.write_text("hello", encoding="utf-8")
            self.assertIn("Meer uitleg: interventions explain not-xml\n",
                          run("validate", str(path)).stdout)
        self.assertNotIn("interventions explain", run("validate", str(TOP / "data")).stdout)


if __name__ == "__main__":
    unittest.main()
