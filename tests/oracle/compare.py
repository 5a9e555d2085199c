#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compares the match of the library with the oracle on generated catalogues and situations.

  compare.py --program match-batch [--pairs N]      the program beside the oracle
  compare.py --flip all [--program match-batch]     each rule flipped once must be noticed
  compare.py                                        the oracle alone: time and hits per rule

The program reads lines "catalogue<TAB>situation" and writes one line of JSON for each.
"""
from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Iterator, Sequence

from lxml import etree

import asking
import generate
import program
import situation
from answer import Answer, answer
from catalogue import Catalogue
from rulebook import RULES, Hierarchy, Rules

SHOWN = 10              # differences shown in full
LEAST_HITS = 50
FLIP_PAIRS = 2000
SCHEMAS = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Pair:
    """A catalogue and a situation as files, and whether the situation contradicts itself."""

    catalogue: Path
    situation: Path
    contradicts: bool


# ---- making pairs ----

def make_pairs(directory: Path, seed: int, pairs: int, per_catalogue: int) -> list[Pair]:
    """Writes catalogues and situations; the same seed gives the same files."""
    made: list[Pair] = []
    for number in range((pairs + per_catalogue - 1) // per_catalogue):
        random = Random(f"{seed}-{number}")
        text, vocabulary = generate.make_catalogue(random)
        catalogue = directory / f"catalogue-{number}.xml"
        catalogue.write_bytes(text)
        for turn in range(min(per_catalogue, pairs - len(made))):
            asked = asking.make_situation(random, vocabulary)
            path = directory / f"situation-{number}-{turn}.xml"
            path.write_bytes(asked.document)
            made.append(Pair(catalogue, path, asked.contradicts))
    return made


def check_schemas(pairs: Sequence[Pair]) -> None:
    """Every document must be valid by the schemas of the formats."""
    for name, paths in (("catalogue.xsd", {p.catalogue for p in pairs}),
                        ("situation.xsd", {p.situation for p in pairs})):
        schema = etree.XMLSchema(etree.parse(str(SCHEMAS / name)))
        for path in sorted(paths):
            schema.assertValid(etree.parse(str(path)))


# ---- the oracle's answers ----

class Oracle:
    """The oracle over the pairs; documents are read once and kept."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self.catalogues: dict[Path, Catalogue] = {}
        self.situations: dict[Path, situation.Situation] = {}

    def answers(self, rules: Rules) -> Iterator[Answer]:
        """The answer to each pair."""
        hierarchy: Hierarchy | None = None
        for pair in self.pairs:
            catalogue = self.catalogue(pair.catalogue)
            if hierarchy is None or hierarchy.catalogue is not catalogue:
                hierarchy = Hierarchy(catalogue, rules)
            yield answer(self.situation(pair.situation), hierarchy)

    def catalogue(self, path: Path) -> Catalogue:
        if path not in self.catalogues:
            self.catalogues[path] = Catalogue([path])
        return self.catalogues[path]

    def situation(self, path: Path) -> situation.Situation:
        if path not in self.situations:
            self.situations[path] = situation.load(path)
        return self.situations[path]


def program_answers(command: str, directory: Path, pairs: Sequence[Pair]) -> Iterator[Answer]:
    """The program's answer to each pair."""
    lines = directory / "pairs.tsv"
    lines.write_text("".join(f"{p.catalogue}\t{p.situation}\n" for p in pairs))
    with open(directory / "program.log", "wb") as log:
        for document in program.run(command, lines, log):
            yield program.read_answer(document)


# ---- differences ----

def differences(expected: Answer, found: Answer | None) -> list[str]:
    """What differs between two answers, each line with its place; empty if nothing does."""
    if found is None:
        return ["no answer"]
    if expected == found:
        return []
    if expected.status != found.status:
        return [f"status: {expected.status} / {found.status}"]
    lines = []
    orders = [[match.id for match in a.matches] for a in (expected, found)]
    if orders[0] != orders[1]:
        lines.append(f"matches: {orders[0]} / {orders[1]}")
    theirs = {match.id: match for match in found.matches}
    for match in expected.matches:
        if match.id in theirs:
            lines += parts("", match, theirs[match.id])
    if expected.questions != found.questions:
        lines.append(f"questions: {expected.questions} / {found.questions}")
    return lines


def parts(place: str, one: object, other: object) -> list[str]:
    """The fields of two answers of the same kind that differ."""
    if one == other:
        return []
    if isinstance(one, tuple) and isinstance(other, tuple):
        lines = []
        for number, (a, b) in enumerate(itertools.zip_longest(one, other)):
            lines += parts(f"{place}[{number}]", a, b)
        return lines
    if not hasattr(one, "__dataclass_fields__") or type(one) is not type(other):
        return [f"{place}: {one} / {other}"]
    here = f"{place}({getattr(one, 'id', getattr(one, 'field', ''))})"
    lines = []
    for name in vars(one):
        if name != "relevant":
            lines += parts(f"{here}.{name}", getattr(one, name), getattr(other, name))
    return lines


def show(number: int, pair: Pair, lines: list[str]) -> None:
    print(f"difference {number}: oracle / program")
    print(f"  {pair.catalogue}\n  {pair.situation}")
    for line in lines:
        print(f"    {line}")


# ---- the runs ----

def run_compare(pairs: Sequence[Pair], directory: Path, command: str | None,
                least_hits: int) -> bool:
    """Oracle beside program; true if all is well."""
    rules, oracle = Rules(), Oracle(pairs)
    start = time.monotonic()
    expected = list(oracle.answers(rules))
    print(f"oracle: {len(expected)} pairs in {time.monotonic() - start:.1f} s")
    wrong = [p for p, a in zip(pairs, expected) if p.contradicts != (a.status is not None)]
    if wrong:
        print(f"the oracle and the generator disagree on {wrong[0].situation}")
        return False
    enough = report_hits(rules, least_hits)
    report_pairs(expected)
    if command is None:
        print("compared with nothing: no program was given")
        return enough
    start = time.monotonic()
    found = count_differences(pairs, expected, program_answers(command, directory, pairs))
    print(f"program: {time.monotonic() - start:.1f} s, comparison included")
    print(f"differences: {found}")
    return enough and found == 0


def count_differences(pairs: Sequence[Pair], expected: Sequence[Answer],
                      answers: Iterator[Answer]) -> int:
    """Counts the pairs with a difference and shows the first ones."""
    found = 0
    for pair, mine in zip(pairs, expected):
        try:
            lines = differences(mine, next(answers, None))
        except (program.ProgramError, ValueError, KeyError) as error:
            show(found + 1, pair, [f"{type(error).__name__}: {error}"])
            return found + 1
        found += bool(lines)
        if lines and found <= SHOWN:
            show(found, pair, lines)
    if next(answers, None) is not None:
        raise program.ProgramError("more answers than pairs")
    return found


def report_hits(rules: Rules, least: int) -> bool:
    """Prints the hits of each rule; true if each has enough."""
    for rule, hits in rules.hits.items():
        print(f"{hits:10}  {rule}")
    few = [rule for rule, hits in rules.hits.items() if hits < least]
    print(f"rules: {len(RULES)}, hit less than {least} times: {', '.join(few) or 'none'}")
    return not few


def report_pairs(expected: Sequence[Answer]) -> None:
    refused = sum(a.status is not None for a in expected)
    matches = sum(len(a.matches) for a in expected)
    print(f"pairs: {len(expected)}, refused: {refused}, matches: {matches}")


def run_flips(pairs: Sequence[Pair], directory: Path, command: str | None,
              names: Sequence[str]) -> bool:
    """Flips each rule once; true if every flip was noticed."""
    oracle = Oracle(pairs)
    reference = list(oracle.answers(Rules()))
    if command is not None:
        theirs = list(program_answers(command, directory, pairs))
        if count_differences(pairs, reference, iter(theirs)) > 0:
            print("program and oracle differ before any rule is flipped")
            return False
        reference = theirs
    missed = [name for name in names if not notice(oracle, reference, name)]
    print(f"flipped: {len(names)}, compared with the {'program' if command else 'oracle'}, "
          f"not noticed: {', '.join(missed) or 'none'}")
    return not missed


def notice(oracle: Oracle, reference: Sequence[Answer], name: str) -> bool:
    """Whether the flip of one rule makes a difference; prints the first."""
    for number, (flipped, right) in enumerate(zip(oracle.answers(Rules(name)), reference), 1):
        lines = differences(right, flipped)
        if lines:
            print(f"{name:30} pair {number:5}  {RULES[name]}\n{'':42}{lines[0][:120]}")
            return True
    print(f"{name:30} NOT NOTICED  {RULES[name]}")
    return False


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--program", help="the program to compare with the oracle")
    parser.add_argument("--pairs", type=int, help="pairs of a catalogue and a situation")
    parser.add_argument("--per-catalogue", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--directory", type=Path, help="where the files go, and stay")
    parser.add_argument("--least-hits", type=int, default=LEAST_HITS)
    parser.add_argument("--flip", metavar="RULE", help="flip one rule, or all, each once")
    parser.add_argument("--schemas", action="store_true", help="check the files made first")
    chosen = parser.parse_args()
    if chosen.flip not in (None, "all") and chosen.flip not in RULES:
        parser.error(f"no rule {chosen.flip}")
    return chosen


def main() -> int:
    chosen = arguments()
    directory = chosen.directory or Path(tempfile.mkdtemp(prefix="oracle-"))
    directory.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    pairs = make_pairs(directory, chosen.seed,
                       chosen.pairs or (FLIP_PAIRS if chosen.flip else 10000),
                       chosen.per_catalogue)
    print(f"made: {len(pairs)} pairs in {time.monotonic() - start:.1f} s, seed {chosen.seed}")
    if chosen.schemas:
        check_schemas(pairs)
    if chosen.flip:
        names = list(RULES) if chosen.flip == "all" else [chosen.flip]
        well = run_flips(pairs, directory, chosen.program, names)
    else:
        well = run_compare(pairs, directory, chosen.program, chosen.least_hits)
    settle_files(directory, keep=not well or chosen.directory is not None)
    return 0 if well else 1


def settle_files(directory: Path, keep: bool) -> None:
    """Keeps the files, or removes what was made in a temporary directory."""
    if keep:
        print(f"files kept in {directory}")
        return
    for path in directory.iterdir():
        path.unlink()
    directory.rmdir()


if __name__ == "__main__":
    sys.exit(main())
