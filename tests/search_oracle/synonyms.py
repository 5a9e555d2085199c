# SPDX-License-Identifier: EUPL-1.2
"""Words that are a whole label: rule 11 of doc/search.md."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

from finding import Clause
from rulebook import Rules
from texts import DUTCH, ENGLISH, WEIGHTS, Fact, Index
from vocabulary import RANKS, entry

Key = tuple[str, str]
LONGEST = 5


@dataclass(frozen=True)
class Row:
    """Words next to each other that are looked up, and the clauses they are of."""

    words: tuple[str, ...]
    clauses: tuple[int, ...]        # by id()


def text_clauses(clause: Clause, keeps_stop_words: bool) -> set[int]:
    """Every text clause under one that counts, by id()."""
    found = {id(clause)} if clause.is_text and (keeps_stop_words or not clause.may_go) else set()
    return found.union(*(text_clauses(child, keeps_stop_words) for child in clause.children))


class Synonyms:
    """Which records bear a label that stands in the query, and who refers to them."""

    def __init__(self, index: Index, rules: Rules, root: Clause, keeps_stop_words: bool) -> None:
        self.index, self.rules = index, rules
        self.keeps_stop_words = keeps_stop_words
        self.bearers: dict[int, set[Key]] = {}
        self.called: set[Key] = set()
        every = text_clauses(root, keeps_stop_words)
        self.labels = [(key, spelling) for key, record in index.records.items()
                       for label in record.labels() for spelling in self.spelled(label)]
        if rules.holds("11-labels"):
            for row in self.rows(root):
                found = self.find(row.words)
                for clause in row.clauses:
                    self.bearers.setdefault(clause, set()).update(found)
                if self.is_called(row, every):
                    self.called |= found

    def is_called(self, row: Row, every: set[int]) -> bool:
        """Whether a row is what the query is called."""
        many = len(row.words) > 1 or bool(entry(row.words[0]).parts)
        return self.rules.holds("11-called") and \
            (many or not self.rules.holds("11-called-words")) and \
            (every <= set(row.clauses) or not self.rules.holds("11-called-every"))

    def spelled(self, label: str) -> set[tuple[str, ...]]:
        """A label folded, and without its punctuation."""
        folded = label.lower().replace("-", " ")
        found = {tuple(folded.split())}
        if self.rules.holds("11-punctuation"):
            found.add(tuple(re.findall(r"[a-z0-9]+", folded)))
        return found

    # ---- rows ----

    def rows(self, clause: Clause) -> Iterator[Row]:
        runs: list[list[Clause]] = [[]]
        for child in clause.children:
            if self.is_unit(child):
                runs[-1].append(child)
                if clause.sort != "all":
                    runs.append([])
                continue
            if self.rules.holds("11-run"):
                runs.append([])
            if child.sort == "phrase" and child.field is None:
                yield from self.quoted(child)
            yield from self.rows(child)
        for run in runs:
            yield from self.rows_of(run)

    @staticmethod
    def is_unit(clause: Clause) -> bool:
        return clause.field is None and (clause.sort == "word" or clause.hyphened)

    def quoted(self, phrase: Clause) -> Iterator[Row]:
        if self.rules.holds("11-quoted-whole"):
            yield Row(phrase.words, (id(phrase),))
        else:
            yield from (Row((word,), (id(phrase),)) for word in phrase.words)

    def rows_of(self, run: list[Clause]) -> Iterator[Row]:
        longest = LONGEST if self.rules.holds("11-row-longest") else 2
        for start in range(len(run)):
            for end in range(start + 1, len(run) + 1):
                words = tuple(word for unit in run[start:end] for word in unit.words)
                if len(words) > longest or (end - start > 1 and not self.rules.holds("11-row")):
                    break
                if len(words) == 1 and run[start].may_go and not self.keeps_stop_words:
                    continue
                yield Row(words, tuple(id(unit) for unit in run[start:end]))

    # ---- labels ----

    def find(self, words: tuple[str, ...]) -> set[Key]:
        """The records that bear the words as a whole label."""
        found = self.bearing([self.spellings(word) for word in words])
        if len(words) > 1 and self.rules.holds("11-together"):
            begin = "".join(words[:-1])
            found |= self.bearing([{word for word in self.spellings("".join(words))
                                    if word.startswith(begin)}])
        parts = entry(words[0]).parts if len(words) == 1 else ()
        if parts and self.rules.holds("11-apart"):
            found |= self.bearing([self.with_stem(DUTCH, part.stem) for part in parts])
        return found

    def bearing(self, row: list[set[str]]) -> set[Key]:
        return {key for key, label in self.labels if len(label) == len(row) and
                all(word in spellings for word, spellings in zip(label, row))}

    def spellings(self, word: str) -> set[str]:
        """The words a label may have for this one."""
        if not self.rules.holds("11-stem"):
            return {word}
        known = entry(word)
        return {word} | self.with_stem(DUTCH, known.dutch) | self.with_stem(ENGLISH, known.english)

    def with_stem(self, language: str, stem: str) -> set[str]:
        return {term for term in self.index.terms[language]
                if (entry(term).dutch if language == DUTCH else entry(term).english) == stem}

    # ---- who refers ----

    def above(self, target: Key, bearers: set[Key]) -> list[Key]:
        """Which of the bearers a record is, or is narrower than; in the order of the records."""
        broader = self.index.ancestors[target] if self.rules.holds("11-broader") else set()
        return [key for key in self.index.records if key in bearers and
                (key == target or key in broader)]

    def referring(self, clause: Clause, record: Key) -> list[tuple[Fact, Key]]:
        """The facts of a record that refer to a bearer or a narrower record, and via which."""
        bearers = self.bearers.get(id(clause), set())
        found = []
        for fact in self.index.records[record].facts:
            counts = fact.field != "broader" or not self.rules.holds("11-broader-facts")
            if bearers and fact.target is not None and counts:
                above = self.above(fact.target, bearers)
                if above:
                    found.append((fact, above[0]))
        return found

    def understood(self, record: Key) -> int:
        """The weight with which a record is understood; 0 when it is not."""
        if record in self.called:
            return RANKS["SELF"]
        stated = self.index.records[record]
        weights = []
        for fact in stated.facts:
            if fact.target is None or fact.field == "broader" or not self.called:
                continue
            itself = fact.target in self.called or (
                not self.rules.holds("11-called-self") and bool(self.above(fact.target, self.called)))
            by_editor = stated.asserter(fact) == "editor" and self.rules.holds("11-called-editor")
            if itself and not by_editor:
                weights.append(WEIGHTS[fact.field])
        choose = max if self.rules.holds("11-called-highest") else min
        return choose(weights, default=0)

    def bears(self, clause: Clause, record: Key) -> bool:
        return record in self.bearers.get(id(clause), set())

    def count(self, clause: Clause, record: Key) -> int:
        """The weighted count of the manner synonym."""
        weights = [WEIGHTS[fact.field] for fact, _ in self.referring(clause, record)]
        return sum(weights) + (RANKS["SELF"] if self.bears(clause, record) else 0)
