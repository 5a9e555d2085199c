# SPDX-License-Identifier: EUPL-1.2
"""Records, their texts, and the words in them: rules 1 to 4 of doc/search.md."""
from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rulebook import Rules
from vocabulary import LIBRARY, entry, read_rows

DUTCH, ENGLISH = "nl", "en"
NO_LANGUAGE = ""
NAMES = ("label", "name", "title")
LABELS = ("label", "name", "alias", "alt-label", "hidden-label")
KINDS = [row[1] for row in read_rows(LIBRARY / "model" / "kinds.def", "KIND")]
CLAIMS = set(re.findall(r'^FIELD\(\w+, "([a-z-]+)".*, CLAIM, "',
                       (LIBRARY / "model" / "format.def").read_text(), re.MULTILINE))
FIELDS = {row[0]: row[1] for row in read_rows(LIBRARY / "model" / "format.def", "FIELD")}
WEIGHTS = {FIELDS[name]: int(weight)
           for name, weight in read_rows(LIBRARY / "index" / "weights.def", "WEIGHT")}
ID_WEIGHT = int(read_rows(LIBRARY / "index" / "weights.def", "WEIGHT_OF_ID")[0][0])
WORDING_WEIGHT = int(read_rows(LIBRARY / "index" / "weights.def", "WEIGHT_OF_WORDING")[0][0])
HYPHENATED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True)
class Written:
    """A text as the generator wrote it; language None where the catalogue says which."""

    text: str
    language: str | None = None


@dataclass
class Fact:
    """A field of a record with what it holds: texts of its own, or another record."""

    field: str
    texts: list[Written] = field(default_factory=list)
    is_wording: bool = False
    is_token: bool = False
    target: tuple[str, str] | None = None       # kind and id
    under: Fact | None = None
    asserter: str | None = None                 # its own
    number: int = 0                             # in the order of the document


@dataclass
class Record:
    kind: str
    id: str
    facts: list[Fact] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        return (self.kind, self.id)

    def asserter(self, fact: Fact) -> str | None:
        """Who asserts a fact; only claims have one."""
        if fact.field not in CLAIMS:
            return None
        return fact.asserter or self.attributes.get("asserted-by")

    def broader(self) -> list[tuple[str, str]]:
        return [f.target for f in self.facts if f.field == "broader" and f.target]

    def labels(self) -> list[str]:
        return [w.text for f in self.facts if f.field in LABELS for w in f.texts]

    def names(self) -> list[Written]:
        return [w for f in self.facts if f.field in NAMES and f.under is None for w in f.texts]

    def name_in(self, language: str) -> Written:
        """The name in a language where there is one."""
        for wanted in (language, DUTCH, ENGLISH):
            for written in self.names():
                if (written.language or DUTCH).split("-")[0] == wanted:
                    return written
        return self.names()[0]


@dataclass(frozen=True)
class Word:
    folded: str
    start: int
    length: int
    position: int
    joined: bool = False


@dataclass(frozen=True)
class Piece:
    """A piece of a text for phrases (rule 12): a stem, and the word it is of."""

    stem: str
    word: int
    start: int
    end: int


@dataclass
class Text:
    """A text of a record, as it is searched."""

    record: tuple[str, str]
    fact: Fact | None           # None: the id
    text: str
    language: str
    weight: int
    via: tuple[str, str] | None
    words: list[Word]
    written: Written | None = None      # None: the id

    @property
    def field(self) -> str:
        return "id" if self.fact is None else self.fact.field


def read_words(text: str, rules: Rules) -> list[Word]:
    words, position = [], 0
    for found in HYPHENATED.finditer(text):
        start, pieces = found.start(), found.group().lower().split("-")
        if len(pieces) > 1 and rules.holds("3-joined"):
            words.append(Word("".join(pieces), start, len(found.group()), position, True))
        for piece in pieces:
            words.append(Word(piece, start, len(piece), position))
            start += len(piece) + 1
            position += 1
    return words


def pieces_of(folded: str, start: int, number: int, language: str, exact: bool) -> list[Piece]:
    """What a word is for phrases in a text of a language."""
    known = entry(folded)
    end = start + len(folded)
    if exact or language not in (DUTCH, ENGLISH):
        return [Piece(folded, number, start, end)]
    if language == ENGLISH:
        return [Piece(known.english, number, start, end)]
    if known.parts:
        return [Piece(p.stem, number, start + p.start, start + p.start + p.length)
                for p in known.parts]
    return [Piece(known.dutch, number, start, end)]


class Index:
    """The texts of every record of a catalogue."""

    def __init__(self, records: list[Record], rules: Rules) -> None:
        self.rules = rules
        order = sorted(records, key=lambda r: (KINDS.index(r.kind), r.id))
        self.records = {record.key: record for record in order}
        self.places = {record.key: place for place, record in enumerate(order)}
        self.texts: dict[tuple[str, str], list[Text]] = {
            record.key: self.texts_of(record) for record in order}
        self.lengths = {key: self.length_of(texts) for key, texts in self.texts.items()}
        total, count = sum(self.lengths.values()), len(order)
        self.average = max(1, total // count if rules.holds("4-average") else -(-total // count))
        self.uses = Counter(f.target for r in order for f in r.facts if f.target is not None and
                            (f.field != "broader" or rules.holds("20-used-broader")))
        self.ancestors = {key: self.ancestors_of(key) for key in self.records}
        self.terms: dict[str, set[str]] = {DUTCH: set(), ENGLISH: set()}
        for text in (text for texts in self.texts.values() for text in texts):
            if text.language in self.terms:
                self.terms[text.language] |= {word.folded for word in text.words}

    def language_of(self, written: Written) -> str:
        if written.language is None:
            return DUTCH if self.rules.holds("2-language") else NO_LANGUAGE
        return written.language.split("-")[0]

    def weight(self, weight: int) -> int:
        return weight if self.rules.holds("1-weights") else 8

    def texts_of(self, record: Record) -> list[Text]:
        texts = []
        if self.rules.holds("1-id"):
            pieces = [Word(m.group(), m.start(), len(m.group()), n)
                      for n, m in enumerate(re.finditer(r"[^-.]+", record.id))]
            texts.append(Text(record.key, None, record.id, NO_LANGUAGE, self.weight(ID_WEIGHT),
                              None, pieces))
        for fact in record.facts:
            if fact.texts and (fact.is_wording or fact.field in WEIGHTS):
                weight = self.weight(WORDING_WEIGHT if fact.is_wording else WEIGHTS[fact.field])
                for written in fact.texts:
                    language = NO_LANGUAGE if fact.is_token else self.language_of(written)
                    texts.append(Text(record.key, fact, written.text, language, weight, None,
                                      read_words(written.text, self.rules), written))
            if fact.target is not None:
                texts += self.referred(record, fact)
        return texts

    def referred(self, record: Record, fact: Fact) -> list[Text]:
        """The names of what a fact refers to."""
        assert fact.target is not None
        if not self.rules.holds("1-referred-labels"):
            return []
        texts = []
        for written in self.records[fact.target].names():
            language = self.language_of(written)
            if language == DUTCH or self.rules.holds("1-referred-languages"):
                texts.append(Text(record.key, fact, written.text, language,
                                  self.weight(WEIGHTS[fact.field]), fact.target,
                                  read_words(written.text, self.rules), written))
        return texts

    def length_of(self, texts: list[Text]) -> int:
        counts_joined = not self.rules.holds("4-length-joined")
        return min(16777215, sum(text.weight for text in texts for word in text.words
                                 if counts_joined or not word.joined))

    def ancestors_of(self, key: tuple[str, str]) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        waiting = list(self.records[key].broader())
        while waiting:
            step = waiting.pop()
            if step not in found:
                found.add(step)
                if self.rules.holds("11-ancestors"):
                    waiting += self.records[step].broader()
        return found
