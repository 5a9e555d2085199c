# SPDX-License-Identifier: EUPL-1.2
"""The answer to a query: rules 5, 6 and 14 to 24 of doc/search.md."""
from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Iterator

from finding import EXACT, PART, PREFIX, STEM, SYNONYM, Clause, Finder, Place
from rulebook import Rules
from synonyms import Key, Synonyms
from texts import KINDS, WEIGHTS, Index, Written
from vocabulary import KIND_RANKS, MANNERS, RANKS

MOST_MATCHES = 16
MOST_COUNT = 1048575


@dataclass
class Query:
    """What is asked."""

    root: Clause
    text: str
    exact: bool = False
    relaxing: bool = True
    kinds: tuple[str, ...] = ()
    language: str = "nl"


@dataclass(frozen=True)
class Match:
    word: int
    manner: str
    field: str
    text: str
    start: int
    length: int
    via: str | None
    rank: tuple[int, ...] = field(default=(), compare=False, repr=False)   # its place by rule 22
    written: Written | None = field(default=None, compare=False, repr=False)

    def is_as(self, other: Match, key: tuple[int, ...], other_key: tuple[int, ...]) -> bool:
        """Whether both are the same bytes of the same text of the same fact."""
        return (key[1] == other_key[1] and self.written is other.written and
                (self.start, self.length) == (other.start, other.length))


Described = tuple[tuple[int, ...], Match]      # by what a match is ordered among those of its word


@dataclass(frozen=True)
class Hit:
    record: str
    score: int
    found: tuple[bool, ...]
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class Answer:
    total: int
    whole: int                  # how many hold all, relaxed or not
    relaxed: bool
    words: int
    hits: tuple[Hit, ...] = ()


def written(key: Key) -> str:
    return f"{key[0]}:{key[1]}"


@dataclass
class Found:
    """A text clause in a record: its weighted counts, and its places."""

    counts: dict[str, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)


class Search:
    """One query over one catalogue."""

    def __init__(self, index: Index, query: Query, rules: Rules) -> None:
        self.index, self.query, self.rules = index, query, rules
        self.mark_sides(query.root)
        everything = list(self.clauses(query.root, False))
        self.keeps_stop_words = all(c.is_stop_word for c, _ in everything)
        self.kept = [c for c, _ in everything if self.keeps(c)]
        self.outside = [c for c, inside in everything if self.keeps(c) and
                        (not inside or not rules.holds("20-not"))]
        self.synonyms = Synonyms(index, rules, query.root, self.keeps_stop_words)
        self.finder = Finder(rules, query.exact)
        self.found = {id(c): self.find(c) for c in self.kept}

    # ---- the tree ----

    def mark_sides(self, clause: Clause) -> None:
        for child in clause.children:
            child.is_either = clause.sort == "any" and self.rules.holds("6-either")
            self.mark_sides(child)

    def clauses(self, clause: Clause, inside: bool) -> Iterator[tuple[Clause, bool]]:
        """The text clauses in written order, and whether they stand inside a not."""
        for child in clause.children:
            if child.is_text:
                yield child, inside
            yield from self.clauses(child, inside or child.sort == "not")

    def keeps(self, clause: Clause) -> bool:
        """Rule 6: whether a clause stays in the tree."""
        if clause.may_go or (clause.is_stop_word and self.keeps_stop_words):
            if self.keeps_stop_words:
                return self.rules.holds("6-only-stop-words")
            return not self.rules.holds("6-stop-words")
        if clause.sort in ("all", "any", "not"):
            return any(self.keeps(child) for child in clause.children)
        return True

    def holds(self, clause: Clause, record: Key) -> bool:
        children = [child for child in clause.children if self.keeps(child)]
        if clause.sort == "all":
            return all(self.holds(child, record) for child in children)
        if clause.sort == "any":
            choose = any if self.rules.holds("5-any") else all
            return choose(self.holds(child, record) for child in children)
        if clause.sort == "not":
            return not self.rules.holds("5-not") or not self.holds(children[0], record)
        if clause.sort == "kind":
            return record[0] == clause.value
        if clause.sort == "filter":
            return self.states(clause, record)
        return record in self.found[id(clause)]

    def states(self, clause: Clause, record: Key) -> bool:
        """Whether a record states this concept, or a narrower one, for the field."""
        wanted = ("concept", clause.value)
        return any(fact.field == clause.field and fact.target is not None and
                   (fact.target == wanted or wanted in self.index.ancestors[fact.target])
                   for fact in self.index.records[record].facts)

    def of_kind(self, record: Key) -> bool:
        return not self.query.kinds or not self.rules.holds("14-kinds") or \
            record[0] in self.query.kinds

    # ---- what is found ----

    def find(self, clause: Clause) -> dict[Key, Found]:
        every: dict[Key, Found] = {}
        for record, texts in self.index.texts.items():
            found = Found()
            for text in texts:
                for place in self.finder.places(clause, text):
                    counted = found.counts.get(place.manner, 0)
                    found.counts[place.manner] = counted + text.weight
                    found.places.append(place)
            if not self.finder.exact and clause.sort != "prefix" and clause.field is None:
                count = self.synonyms.count(clause, record)
                if count > 0:
                    found.counts[SYNONYM] = count
            if found.counts:
                every[record] = found
        return every

    # ---- the answer ----

    def answer(self) -> Answer:
        result = [r for r in self.index.records
                  if self.of_kind(r) and self.holds(self.query.root, r)]
        whole = len(result)
        optional = [c for c in self.query.root.children if c.is_text and self.keeps(c)]
        enough = RANKS["ENOUGH"] if self.rules.holds("15-enough") else 1
        relaxed = False
        if len(result) < enough and self.query.relaxing and len(optional) >= 2 and \
                self.rules.holds("15-relaxing"):
            result, relaxed = self.relax(optional, enough)
        self.result = result
        scores = {r: self.score(r, optional if relaxed else []) for r in result}
        ordered = sorted(result, key=lambda r: (-scores[r], self.tie(r)))
        hits = tuple(Hit(written(r), scores[r],
                         tuple(r in self.found[id(c)] for c in self.outside), self.matches(r))
                     for r in ordered)
        return Answer(len(hits), whole, relaxed, len(self.outside), hits)

    def tie(self, record: Key) -> tuple[int | str, ...]:
        if not self.rules.holds("21-ties"):
            return (record[1], record[0])
        return (KINDS.index(record[0]), record[1])

    def relax(self, optional: list[Clause], enough: int) -> tuple[list[Key], bool]:
        """The records that hold as many of the optional clauses as leaves enough; whether one lacks
        some."""
        rest = [c for c in self.query.root.children if not c.is_text and self.keeps(c)]
        if not self.rules.holds("15-rest-holds"):
            rest = []
        held = {r: sum(r in self.found[id(c)] for c in optional) for r in self.index.records
                if self.of_kind(r) and all(self.holds(c, r) for c in rest)}
        most = len(optional) if self.rules.holds("15-most") else 1
        least = next((m for m in range(most, 0, -1)
                      if sum(n >= m for n in held.values()) >= enough), 1)
        result = [r for r, n in held.items() if n >= least]
        lacks = any(held[r] < len(optional) for r in result)
        return result, lacks or not self.rules.holds("15-none-lacks")

    # ---- scores ----

    def logarithm(self, number: int) -> int:
        """lb(number) in parts of 4096."""
        result = number.bit_length() - 1
        if not self.rules.holds("16-logarithm"):
            return result * 4096
        shift = 31 - result
        mantissa = number << shift if shift >= 0 else number >> -shift
        for _ in range(12):
            mantissa = mantissa * mantissa >> 31
            result *= 2
            if mantissa >= 1 << 32:
                mantissa >>= 1
                result += 1
        return result

    def rarity(self, clause: Clause) -> int:
        found = self.found[id(clause)]
        if self.rules.holds("17-whole-catalogue"):
            count = len(found)
        else:
            count = sum(record in found for record in self.result)
        number = len(self.index.records)
        return max(1, self.logarithm(2 * number + 2) - self.logarithm(2 * count + 1))

    def saturate(self, count: int, length: int) -> int:
        average = self.index.average
        if not self.rules.holds("18-length"):
            length = average
        count = min(count, MOST_COUNT)
        tenths = RANKS["LENGTH"]
        return 4096 * 25 * count * average // (
            25 * count * average +
            3 * RANKS["UNIT"] * ((10 - tenths) * average + tenths * length))

    def clause_score(self, clause: Clause, record: Key) -> int:
        counts = self.found[id(clause)][record].counts
        rarity, length = self.rarity(clause), self.index.lengths[record]
        scores, added = [], 0
        for manner in (EXACT, STEM, PART):
            own = counts.get(manner, 0)
            added = added + own if self.rules.holds("19-added") else own
            if own:
                scores.append((manner, added))
        if counts.get(PREFIX):
            scores.append((PREFIX, counts.get(EXACT, 0) + counts[PREFIX]))
        if counts.get(SYNONYM):
            scores.append((SYNONYM, counts[SYNONYM]))
        choose = max if self.rules.holds("19-highest") else sum
        made = [self.factor(manner) * rarity * self.saturate(count, length) // 65536
                for manner, count in scores]
        if self.finder.exact:
            return choose(made)
        weight = self.synonyms.understood(record)
        if weight and self.rules.holds("19-understood"):
            average = self.index.average if self.rules.holds("19-understood-length") else length
            made.append(RANKS["UNDERSTOOD"] * rarity *
                        self.saturate(RANKS["TIMES"] * weight, average) // 65536)
        if self.synonyms.bears(clause, record) and self.rules.holds("19-named"):
            return choose(made) * RANKS["NAMED"] // 16
        return choose(made)

    def factor(self, manner: str) -> int:
        return MANNERS[manner] if self.rules.holds("19-manner") else 64

    def score(self, record: Key, optional: list[Clause]) -> int:
        total = sum(self.clause_score(c, record) for c in self.outside
                    if record in self.found[id(c)])
        kind = KIND_RANKS[record[0]] if self.rules.holds("20-kind") else 16
        if self.rules.holds("20-used"):
            use = RANKS["USED"] * self.logarithm(self.index.uses[record] + 1) // 4096
            total = total * kind * (64 + use) // 64
            kind = 1
        if not optional or not self.rules.holds("20-relaxed"):
            return total * kind // 16
        found = sum(record in self.found[id(c)] for c in optional)
        return total * kind * found * found // (16 * len(optional) * len(optional))

    # ---- matches ----

    def matches(self, record: Key) -> tuple[Match, ...]:
        rows = []
        for number, clause in enumerate(self.outside):
            found = self.found[id(clause)].get(record)
            own = sorted(self.described(number, clause, record, found) if found else (),
                         key=lambda row: row[0])
            for earlier, (key, match) in enumerate(self.without_repeats(own)):
                turn = earlier if self.rules.holds("22-first-of-each") else 0
                rows.append(replace(match, rank=(turn, *key)))
        most = MOST_MATCHES if self.rules.holds("22-sixteen") else MOST_MATCHES + 1
        return tuple(sorted(rows, key=lambda match: match.rank)[:most])

    def without_repeats(self, rows: list[Described]) -> list[Described]:
        kept: list[Described] = []
        for key, match in rows:
            if not any(match.is_as(other, key, other_key) for other_key, other in kept) or \
                    not self.rules.holds("22-same-bytes"):
                kept.append((key, match))
        return kept

    def described(self, number: int, clause: Clause, record: Key,
                  found: Found) -> Iterator[Described]:
        for place in found.places:
            text = place.text
            via = text.via if self.rules.holds("24-via-label") else None
            key = (-MANNERS[place.manner] * text.weight, text.fact.number if text.fact else -1,
                   self.index.places[text.via or record], self.index.texts[record].index(text),
                   place.start)
            yield key, Match(number, place.manner, text.field, text.text, place.start, place.length,
                             written(via) if via else None, written=text.written)
        if SYNONYM not in found.counts:
            return
        if self.synonyms.bears(clause, record) and not self.rules.holds("24-no-own"):
            return
        for fact, via in self.synonyms.referring(clause, record):
            assert fact.target is not None
            if not self.rules.holds("24-via-synonym") and fact.target != via:
                via = fact.target
            name = self.index.records[fact.target].name_in(self.query.language)
            key = (-MANNERS[SYNONYM] * WEIGHTS[fact.field], fact.number,
                   self.index.places[fact.target], -1, 0)
            yield key, Match(number, SYNONYM, fact.field, name.text, 0, len(name.text),
                             written(via), written=name)
