#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Compares the search of the library with the oracle on generated catalogues and queries.

  compare.py --program search-batch [--queries N]    the program beside the oracle
  compare.py --flip all [--program search-batch]     each rule flipped once must be noticed
  compare.py                                         the oracle alone: time and hits per rule
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Iterator, Sequence

import asking
import corpus
from result import MOST_MATCHES, Answer, Hit, Match, Query, Search
from rulebook import RULES, Rules
from texts import KINDS, Index, Record

SHOWN = 10
LEAST_HITS = 20
FLIP_QUERIES = 2000
PER_CATALOGUE = 20


@dataclass
class Pair:
    """A catalogue, as a file and as records, and a query on it."""

    path: Path
    records: list[Record]
    query: Query

    def line(self) -> str:
        query = self.query
        options = ["exact"] if query.exact else []
        options += [] if query.relaxing else ["no-relaxing"]
        options += ["english"] if query.language == "en" else []
        if query.kinds:
            options.append(f"kinds={sum(1 << KINDS.index(kind) for kind in query.kinds)}")
        return f"{self.path}\t{' '.join(options)}\t{query.text}\n"


def make_pairs(directory: Path, seed: int, queries: int) -> list[Pair]:
    """Writes catalogues and makes queries; the same seed gives the same ones."""
    made: list[Pair] = []
    for number in range((queries + PER_CATALOGUE - 1) // PER_CATALOGUE):
        random = Random(f"{seed}-{number}")
        text, records = corpus.make_corpus(random)
        path = directory / f"catalogue-{number}.xml"
        path.write_bytes(text)
        asker, index = asking.Asker(random, records), Index(records, Rules())
        made += [Pair(path, records, settle_relaxing(index, asker.make()))
                 for _ in range(min(PER_CATALOGUE, queries - len(made)))]
    return made


def settle_relaxing(index: Index, query: Query) -> Query:
    """Rule 25 reads words that stand nowhere as others, but not without relaxing. Which others the
    oracle does not know, so it does not go there."""
    search = Search(index, query, Rules())
    everywhere = all(search.found[id(clause)] for clause in search.kept)
    return replace(query, relaxing=query.relaxing and everywhere)


def oracle_answers(pairs: Sequence[Pair], rules: Rules) -> Iterator[Answer]:
    records, index = None, None
    for pair in pairs:
        if records is not pair.records or index is None:
            records, index = pair.records, Index(pair.records, rules)
        yield Search(index, pair.query, rules).answer()


def program_answers(command: str, directory: Path, pairs: Sequence[Pair]) -> list[Answer]:
    lines = directory / "pairs.tsv"
    lines.write_text("".join(pair.line() for pair in pairs))
    with open(lines, "rb") as given:
        told = subprocess.run([command], stdin=given, stdout=subprocess.PIPE, check=True)
    return [read_answer(json.loads(line)) for line in told.stdout.splitlines()]


def read_answer(told: dict) -> Answer:
    if "status" in told:
        raise ValueError(f"the library refused: {told}")
    hits = tuple(Hit(hit["record"], hit["score"], tuple(map(bool, hit["found"])),
                     tuple(Match(*match) for match in hit["matches"])) for hit in told["hits"])
    if told["corrected"] is not None:
        raise ValueError(f"the library read other words: {told['corrected']}")
    return Answer(told["total"], told["whole"], bool(told["relaxed"]), len(told["words"]), hits)


def differences(expected: Answer, found: Answer) -> list[str]:
    """What differs between two answers; empty if nothing does."""
    if expected == found:
        return []
    lines = [f"{name}: {one} / {other}" for name, one, other in (
        ("total", expected.total, found.total), ("whole", expected.whole, found.whole), ("relaxed", expected.relaxed, found.relaxed),
        ("words", expected.words, found.words),
        ("order", [h.record for h in expected.hits], [h.record for h in found.hits])) if one != other]
    theirs = {hit.record: hit for hit in found.hits}
    for hit in expected.hits:
        other = theirs.get(hit.record)
        if other is None or hit == other:
            continue
        lines += [f"{hit.record} {name}: {one} / {two}" for name, one, two in (
            ("score", hit.score, other.score), ("found", hit.found, other.found)) if one != two]
        lines += [f"{hit.record} {line}" for line in match_differences(hit.matches, other.matches)]
    return lines


def match_differences(expected: Sequence[Match], found: Sequence[Match]) -> list[str]:
    """Rule 22 leaves the order of matches open where all it names is equal, and so which of them
    are told where the sixteenth place is among them."""
    ranks = {match: match.rank for match in reversed(expected)}
    latest = {match: match.rank for match in expected}
    last = expected[-1].rank if len(expected) == MOST_MATCHES else None
    mine, theirs = Counter(expected), Counter(found)
    lines = [f"only the oracle: {match}" for match in mine - theirs if latest[match] != last]
    lines += [f"only the program: {match}" for match in theirs - mine if last is None]
    told = [ranks[match] for match in found if match in ranks and mine[match] == 1]
    if told != sorted(told):
        lines.append(f"order of matches: {list(expected)} / {list(found)}")
    if len(expected) != len(found):
        lines.append(f"number of matches: {len(expected)} / {len(found)}")
    return lines


def run_compare(pairs: Sequence[Pair], directory: Path, command: str | None, least: int) -> bool:
    rules = Rules()
    start = time.monotonic()
    expected = list(oracle_answers(pairs, rules))
    print(f"oracle: {len(expected)} queries in {time.monotonic() - start:.1f} s")
    few = [rule for rule, hits in rules.hits.items() if hits < least]
    for rule, hits in rules.hits.items():
        print(f"{hits:10}  {rule}")
    print(f"rules: {len(RULES)}, asked for less than {least} times: {', '.join(few) or 'none'}")
    print(f"empty: {sum(a.total == 0 for a in expected)}, relaxed: {sum(a.relaxed for a in expected)}")
    if command is None:
        print("compared with nothing: no program was given")
        return not few
    start = time.monotonic()
    answers = program_answers(command, directory, pairs)
    print(f"program: {time.monotonic() - start:.1f} s")
    found = count_differences(pairs, expected, answers)
    print(f"differences: {found}")
    return not few and found == 0


def count_differences(pairs: Sequence[Pair], expected: Sequence[Answer],
                      answers: Sequence[Answer]) -> int:
    if len(answers) != len(expected):
        raise ValueError(f"{len(answers)} answers to {len(expected)} queries")
    found = 0
    for pair, mine, theirs in zip(pairs, expected, answers):
        lines = differences(mine, theirs)
        found += bool(lines)
        if lines and found <= SHOWN:
            print(f"difference {found}: oracle / program\n  {pair.line()}", end="")
            print("".join(f"    {line}\n" for line in lines[:12]), end="")
    return found


def run_flips(pairs: Sequence[Pair], directory: Path, command: str | None,
              names: Sequence[str]) -> bool:
    """Flips each rule once; true if every flip was noticed."""
    reference = list(oracle_answers(pairs, Rules()))
    if command is not None:
        theirs = program_answers(command, directory, pairs)
        if count_differences(pairs, reference, theirs) > 0:
            print("program and oracle differ before any rule is flipped")
            return False
        reference = theirs
    missed = [name for name in names if not notice(pairs, reference, name)]
    print(f"flipped: {len(names)}, compared with the {'program' if command else 'oracle'}, "
          f"not noticed: {', '.join(missed) or 'none'}")
    return not missed


def notice(pairs: Sequence[Pair], reference: Sequence[Answer], name: str) -> bool:
    for number, (flipped, right) in enumerate(
            zip(oracle_answers(pairs, Rules(name)), reference), 1):
        lines = differences(flipped, right)
        if lines:
            print(f"{name:24} query {number:5}  {RULES[name]}\n{'':37}{lines[0][:120]}")
            return True
    print(f"{name:24} NOT NOTICED  {RULES[name]}")
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--program", help="the program to compare with the oracle")
    parser.add_argument("--queries", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--directory", type=Path, help="where the files go, and stay")
    parser.add_argument("--least-hits", type=int, default=LEAST_HITS)
    parser.add_argument("--flip", choices=("all", *RULES), metavar="RULE")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="search-oracle-") as temporary:
        directory = chosen.directory or Path(temporary)
        directory.mkdir(parents=True, exist_ok=True)
        pairs = make_pairs(directory, chosen.seed, chosen.queries or FLIP_QUERIES)
        if chosen.flip:
            names = list(RULES) if chosen.flip == "all" else [chosen.flip]
            well = run_flips(pairs, directory, chosen.program, names)
        else:
            well = run_compare(pairs, directory, chosen.program, chosen.least_hits)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
