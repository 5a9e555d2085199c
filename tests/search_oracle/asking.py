# SPDX-License-Identifier: EUPL-1.2
"""Random queries, as a tree for the oracle and as text for the library."""
from __future__ import annotations

from random import Random

from corpus import COMPOUNDS, HYPHENED, PLAIN, STOPS
from finding import Clause
from result import Query
from texts import Record

TEXT_FIELDS = {"naam": "name", "name": "name", "titel": "title", "label": "label",
               "summary": "summary", "note": "note"}
CONCEPT_FIELDS = {"doelgroep": "target-group", "aim": "aim", "setting": "setting"}
KINDS = ("intervention", "evaluation", "concept", "element", "source")
PREFIXES = ("theat", "train", "school", "inter", "ou", "mo", "weer", "pro")


class Asker:
    """Makes queries about a catalogue."""

    def __init__(self, random: Random, records: list[Record]) -> None:
        self.random = random
        self.texts = [w.text for r in records for f in r.facts for w in f.texts]
        self.labels = [label for r in records for label in r.labels()]
        self.concepts = [r for r in records if r.kind == "concept"]

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def make(self) -> Query:
        root, most = Clause("all"), self.random.choice((1, 1, 1, 2, 2, 3, 4))
        while len(root.children) < most:
            self.add(root, 2)
        kinds = (self.random.choice(KINDS),) if self.chance(10) else ()
        return Query(root, " ".join(write(child) for child in root.children),
                     self.chance(12), not self.chance(15), kinds,
                     self.random.choice(("nl", "en")))

    def word(self) -> str:
        choice = self.random.randrange(10)
        if choice < 5:
            return self.random.choice(self.random.choice(self.texts).split()).strip(",;").lower()
        if choice < 8:
            return self.random.choice(PLAIN)
        if choice < 9:
            return self.random.choice(COMPOUNDS)
        return self.random.choice(STOPS)

    def word_clause(self, word: str) -> Clause:
        if "-" in word:
            return Clause("phrase", words=tuple(word.split("-")), hyphened=True)
        return Clause("word", words=(word,))

    def add(self, parent: Clause, depth: int) -> None:
        """One more child, or the words of a label, or of a piece of a text."""
        choice = self.random.randrange(100)
        if choice < 14:
            label = self.random.choice(self.labels).replace(",", " ").replace(";", " ")
            parent.children += [self.word_clause(word.lower()) for word in label.split()]
        elif choice < 62 or depth == 0:
            parent.children.append(self.word_clause(
                self.random.choice(HYPHENED) if self.chance(6) else self.word()))
        elif choice < 68:
            parent.children.append(Clause("prefix", words=(self.random.choice(PREFIXES),)))
        elif choice < 77:
            parent.children.append(Clause("phrase", words=self.phrase()))
        elif choice < 81:
            clause = self.word_clause(self.random.choice(PLAIN + COMPOUNDS))
            clause.value = self.random.choice(tuple(TEXT_FIELDS))
            clause.field = TEXT_FIELDS[clause.value]
            parent.children.append(clause)
        elif choice < 84:
            parent.children.append(Clause("kind", value=self.random.choice(KINDS)))
        elif choice < 87:
            self.add_filter(parent)
        elif choice < 92:
            made = Clause("not")
            self.add_one(made, depth - 1)
            if made.children[0].sort != "not":
                parent.children.append(made)
        else:
            self.add_group(parent, depth)

    def add_filter(self, parent: Clause) -> None:
        name = self.random.choice(tuple(CONCEPT_FIELDS))
        of_scheme = [r for r in self.concepts if r.attributes["scheme"] == CONCEPT_FIELDS[name]]
        if of_scheme:
            parent.children.append(Clause("filter", field=CONCEPT_FIELDS[name],
                                          value=self.random.choice(of_scheme).id,
                                          words=(name,)))

    def add_one(self, parent: Clause, depth: int) -> None:
        """One child: a group in parentheses where several were made."""
        group = Clause("all")
        while not group.children:
            self.add(group, depth)
        parent.children.append(group.children[0] if len(group.children) == 1 else group)

    def add_group(self, parent: Clause, depth: int) -> None:
        made = Clause("any")
        while len(made.children) < 2 or self.chance(30):
            self.add_one(made, depth - 1)
        parent.children.append(made)

    def phrase(self) -> tuple[str, ...]:
        words = self.random.choice(self.texts).lower().replace("-", " ")
        pieces = words.replace(",", " ").replace(";", " ").split()
        start = self.random.randrange(len(pieces))
        return tuple(pieces[start:start + self.random.choice((2, 2, 3))])


def write(clause: Clause) -> str:
    """A clause in the query language."""
    if clause.sort in ("word", "prefix", "phrase"):
        text = ("-" if clause.hyphened else " ").join(clause.words)
        if clause.sort == "phrase" and not clause.hyphened:
            text = f'"{text}"'
        star = "*" if clause.sort == "prefix" else ""
        return f"{clause.value}:{text}{star}" if clause.value else text + star
    if clause.sort == "kind":
        return f"kind:{clause.value}"
    if clause.sort == "filter":
        return f"{clause.words[0]}:{clause.value}"
    if clause.sort == "not":
        return "-" + write(clause.children[0])
    gap = " OR " if clause.sort == "any" else " "
    return "(" + gap.join(write(child) for child in clause.children) + ")"
