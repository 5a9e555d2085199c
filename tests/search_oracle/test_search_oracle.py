#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Tests of what the oracle of search rests on: the analysis of its words, by tests/word_analysis.c."""
from __future__ import annotations

import re
import subprocess
import sys
import unittest
from pathlib import Path

from rulebook import RULES, Rules
from vocabulary import LIBRARY, WORDS

PROGRAM: list[str] = []


class WordsTest(unittest.TestCase):
    def test_the_stems_and_parts_are_those_of_the_library(self) -> None:
        lines = "".join(f"nl\t{word}\nen\t{word}\n" for word in WORDS)
        told = subprocess.run(PROGRAM, input=lines, check=True, capture_output=True, text=True)
        words = [line.split("/") for line in told.stdout.splitlines()]
        self.assertEqual(len(words), 2 * len(WORDS))
        for (word, known), dutch, english in zip(WORDS.items(), words[::2], words[1::2]):
            with self.subTest(word=word):
                self.assertEqual((known.dutch, known.english), (dutch[1], english[1]))
                if known.is_written:
                    parts = dutch[2].split(",") if dutch[2] else []
                    self.assertEqual([part.stem for part in known.parts], parts)

    def test_the_stop_words_are_those_of_the_library(self) -> None:
        table = (LIBRARY / "text" / "stop_words.def").read_text()
        stop_words = set(re.findall(r'STOP_WORD\("([^"]*)"\)', table))
        self.assertGreater(len(stop_words), 50)
        self.assertEqual({word for word, known in WORDS.items() if known.is_stop},
                         stop_words & set(WORDS))

    def test_parts_stand_in_their_words(self) -> None:
        for word, known in WORDS.items():
            for part in known.parts:
                self.assertLessEqual(part.start + part.length, len(word))


class RulebookTest(unittest.TestCase):
    def test_unknown_rule_is_refused(self) -> None:
        with self.assertRaises(KeyError):
            Rules("no-such-rule")
        with self.assertRaises(KeyError):
            Rules().holds("no-such-rule")

    def test_a_flipped_rule_does_not_hold_and_is_counted(self) -> None:
        name = next(iter(RULES))
        rules = Rules(name)
        self.assertFalse(rules.holds(name))
        self.assertEqual(rules.hits[name], 1)


if __name__ == "__main__":
    PROGRAM.append(str(Path(sys.argv.pop(1)).resolve()))
    unittest.main()
