# SPDX-License-Identifier: EUPL-1.2
"""How words, prefixes and phrases are found in texts: rules 7 to 10, 12 and 13 of doc/search.md."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator

from rulebook import Rules
from texts import DUTCH, ENGLISH, Piece, Text, Word, pieces_of
from vocabulary import entry

EXACT, STEM, PART, PREFIX, SYNONYM = "exact", "stem", "part", "prefix", "synonym"


@dataclass
class Clause:
    """A clause of a query."""

    sort: str                               # all any not word prefix phrase kind filter
    children: list[Clause] = field(default_factory=list)
    words: tuple[str, ...] = ()
    field: str | None = None
    hyphened: bool = False                  # a phrase out of one word with hyphens
    value: str = ""
    number: int = -1                        # of a text clause outside not
    is_either: bool = False                 # a side of an OR

    @property
    def is_text(self) -> bool:
        return self.sort in ("word", "prefix", "phrase")

    @property
    def is_stop_word(self) -> bool:
        return self.sort == "word" and entry(self.words[0]).is_stop

    @property
    def may_go(self) -> bool:
        """Whether it is left out beside other words."""
        return self.is_stop_word and not self.is_either


@dataclass(frozen=True)
class Place:
    """Where a clause is found in a text."""

    manner: str
    text: Text
    start: int
    length: int


class Finder:
    """Finds text clauses in texts."""

    def __init__(self, rules: Rules, exact: bool) -> None:
        self.rules = rules
        self.exact = exact and rules.holds("13-exact-mode")

    def places(self, clause: Clause, text: Text) -> Iterator[Place]:
        """The places of a clause in a text, without synonyms."""
        if clause.field is not None and not self.field_holds(clause.field, text):
            return
        if clause.sort == "word":
            yield from self.word(clause.words[0], text)
        elif clause.sort == "prefix":
            yield from self.prefix(clause.words[0], text)
        else:
            yield from self.phrase(clause.words, text)
            if clause.hyphened and self.rules.holds("12-together"):
                whole = "".join(clause.words)
                yield from self.whole(whole, text)
                if not self.exact and not self.rules.holds("12-together-apart"):
                    yield from self.apart(whole, text)

    def field_holds(self, name: str, text: Text) -> bool:
        if not self.rules.holds("5-field"):
            return True
        return text.field == name and text.via is None

    def equals(self, asked: str, word: Word, text: Text) -> bool:
        return word.folded == asked and (text.language == DUTCH or
                                         self.rules.holds("7-exact-any-language"))

    def same_stem(self, asked: str, word: Word, text: Text) -> bool:
        one, other = entry(asked), entry(word.folded)
        if text.language == DUTCH and self.rules.holds("8-dutch"):
            return one.dutch == other.dutch
        if text.language == ENGLISH and self.rules.holds("8-english"):
            if not self.rules.holds("8-own-language"):
                return one.dutch == other.dutch
            return one.english == other.english
        return False

    def word(self, asked: str, text: Text) -> Iterator[Place]:
        yield from self.whole(asked, text)
        if not self.exact and text.language == DUTCH and self.rules.holds("9-apart"):
            yield from self.apart(asked, text)

    def whole(self, asked: str, text: Text) -> Iterator[Place]:
        """A word as one word of the text, or in one."""
        for word in text.words:
            if self.equals(asked, word, text):
                yield Place(EXACT, text, word.start, word.length)
            elif not self.exact and word.folded != asked and self.same_stem(asked, word, text):
                yield Place(STEM, text, word.start, word.length)
            elif not self.exact and text.language == DUTCH and word.folded != asked:
                yield from self.in_compound(asked, word, text)

    def in_compound(self, asked: str, word: Word, text: Text) -> Iterator[Place]:
        if not self.rules.holds("9-in-compound"):
            return
        stem = entry(asked).dutch
        for part in entry(word.folded).parts:
            if part.stem == stem:
                if self.rules.holds("23-part"):
                    yield Place(PART, text, *written_part(text.text, word, part.start, part.length))
                else:
                    yield Place(PART, text, word.start, word.length)
                if self.rules.holds("9-once"):
                    return

    def apart(self, asked: str, text: Text) -> Iterator[Place]:
        wanted = [part.stem for part in entry(asked).parts]
        if not wanted or text.language != DUTCH:
            return
        pieces = self.pieces(text)
        for row in rows_of(pieces, wanted):
            words = {piece.word for piece in row}
            if len(words) == 1 and self.rules.holds("9-apart-own-word"):
                word = text.words[row[0].word]
                whole = len([p for p in pieces if p.word == row[0].word]) == len(row)
                if whole and (word.folded == asked or entry(word.folded).dutch == entry(asked).dutch):
                    continue
            yield Place(PART, text, row[0].start, row[-1].end - row[0].start)

    def prefix(self, asked: str, text: Text) -> Iterator[Place]:
        for word in text.words:
            if word.joined and not self.rules.holds("10-joined"):
                continue
            if word.folded == asked:
                yield Place(EXACT, text, word.start, word.length)
                if not self.rules.holds("10-longer"):
                    yield Place(PREFIX, text, word.start, word.length)
            elif word.folded.startswith(asked):
                _, length = written_part(text.text, word, 0, len(asked))
                if not self.rules.holds("23-prefix"):
                    length = word.length
                yield Place(PREFIX, text, word.start, length)

    def pieces(self, text: Text) -> list[Piece]:
        """The text as a row of pieces."""
        exact = self.exact or not self.rules.holds("12-stem")
        return [piece for number, word in enumerate(text.words) if not word.joined
                for piece in pieces_of(word.folded, word.start, number, text.language, exact)]

    def phrase(self, words: tuple[str, ...], text: Text) -> Iterator[Place]:
        exact = self.exact or not self.rules.holds("12-stem")
        asked = [piece for number, word in enumerate(words)
                 for piece in pieces_of(word, 0, number, text.language, exact)]
        pieces = self.pieces(text)
        for row in rows_of(pieces, [piece.stem for piece in asked]):
            manner = self.manner(words, asked, row, pieces, text)
            if manner == PART and not self.rules.holds("12-inside"):
                whole = [p for p in pieces if p.word in {r.word for r in row}]
                if len(whole) != len(row):
                    continue
            yield Place(manner, text, row[0].start, row[-1].end - row[0].start)

    def manner(self, words: tuple[str, ...], asked: list[Piece], row: list[Piece],
               pieces: list[Piece], text: Text) -> str:
        """How well a phrase stands there: word for word, by stems, or with parts of words."""
        equal = True
        for number, word in enumerate(words):
            own = {row[i].word for i, piece in enumerate(asked) if piece.word == number}
            size = sum(piece.word == number for piece in asked)
            if len(own) != 1 or sum(p.word in own for p in pieces) != size:
                return PART
            equal = equal and text.words[next(iter(own))].folded == word
        return EXACT if equal else STEM


def rows_of(pieces: list[Piece], wanted: list[str]) -> Iterator[list[Piece]]:
    """Where the wanted stems stand next to each other."""
    for start in range(len(pieces) - len(wanted) + 1):
        row = pieces[start:start + len(wanted)]
        if wanted and [piece.stem for piece in row] == wanted:
            yield row


def written_part(text: str, word: Word, start: int, length: int) -> tuple[int, int]:
    """Where letters of a folded word stand in the text: hyphens may stand between them."""
    places = [n for n in range(word.start, word.start + word.length)
              if text[n] != "-" or not word.joined]
    return places[start], places[start + length - 1] + 1 - places[start]
