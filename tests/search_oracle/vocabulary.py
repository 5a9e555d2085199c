# SPDX-License-Identifier: EUPL-1.2
"""What the oracle takes from elsewhere: the stems of its words, and the numbers of the library.

words.tsv says of each word the generator knows its Dutch stem, its English stem, and the parts of a
Dutch compound. test_search_oracle.py holds it against the library's own analysis.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parents[1] / "libinterventions"


@dataclass(frozen=True)
class Part:
    """A part of a compound: where it stands in the word, and its Dutch stem."""

    start: int
    length: int
    stem: str


@dataclass(frozen=True)
class Entry:
    """A word of the generator."""

    dutch: str
    english: str
    parts: tuple[Part, ...]
    is_stop: bool
    is_written: bool = True


def read_words(path: Path = HERE / "words.tsv") -> dict[str, Entry]:
    words = {}
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        word, dutch, english, parts, stop = line.split("\t")
        made = tuple(Part(int(start), int(length), stem)
                     for start, length, stem in (p.split(":") for p in parts.split()))
        words[word] = Entry(dutch, english, made, stop == "stop", stop != "together")
    return words


WORDS = read_words()
NOTHING = Entry("", "", (), False)


def entry(word: str) -> Entry:
    """The entry of a word; a number, or words written together that no list has, are no word of a
    language and meet only themselves."""
    return WORDS.get(word) or Entry(word, word, (), False)


def read_rows(path: Path, name: str) -> list[list[str]]:
    """The rows NAME(a, b, ...) of a table of the library."""
    rows = re.findall(rf"^{name}\(([^)]*)\)", path.read_text(), re.MULTILINE)
    return [[cell.strip().strip('"') for cell in row.split(",")] for row in rows]


RANK_TABLE = LIBRARY / "query" / "ranks.def"
RANKS = {name: int(number) for name, number in read_rows(RANK_TABLE, "RANK")}
MANNERS = {name: int(factor) for _, name, factor in read_rows(RANK_TABLE, "MANNER")}
KIND_RANKS = {name.lower().replace("_", "-"): int(factor)
              for name, factor in read_rows(RANK_TABLE, "KIND_RANK")}
