# SPDX-License-Identifier: EUPL-1.2
"""Random situations to ask of a generated catalogue."""
from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lxml import etree

from generate import AGES, LENGTHS, TAGS
from situation import FIELDS, NAMESPACE, Field
from vocabulary import Vocabulary

CONCEPTS = {"outcome": "outcome", "form": "delivery-form", "ideology-studied": "ideology",
            "element": "uses-element"}
EUROS = ("0", "99", "99.5", "99.50", "100", "150", "200", "250.00")
INCLUDED = ("types", "instruments", "foreign", "ended", "deliverers")
ELEMENTS = {"present": "have", "partly": "partly", "absent": "lack"}


@dataclass(frozen=True)
class Asked:
    """A situation as bytes, and whether it contradicts itself."""

    document: bytes
    contradicts: bool


class SituationMaker:
    """Makes situations for one vocabulary."""

    def __init__(self, random: Random, vocabulary: Vocabulary) -> None:
        self.random = random
        self.vocabulary = vocabulary

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def make(self) -> Asked:
        """One situation; about one in twenty-five contradicts itself."""
        root = etree.Element(f"{{{NAMESPACE}}}situation", nsmap={None: NAMESPACE})
        if self.chance(70):
            root.set("as-of", "2026-11-23")
        for must in (True, False):
            for _ in range(self.random.choice((0, 1, 1, 2) if must else (0, 1, 2, 3, 4))):
                self.add_criterion(root, must)
        said = self.states()
        wrong = self.chance(5) and self.spoil(said)
        for name, state in said:
            etree.SubElement(root, f"{{{NAMESPACE}}}{ELEMENTS[state]}", precondition=name)
        for what in INCLUDED:
            if self.chance(30):
                etree.SubElement(root, f"{{{NAMESPACE}}}include", what=what)
        children = list(root)
        self.random.shuffle(children)
        root[:] = children
        document = etree.tostring(root, xml_declaration=True, encoding="UTF-8",
                                  pretty_print=True)
        return Asked(document, wrong)

    # ---- criteria ----

    def add_criterion(self, root: etree._Element, must: bool) -> None:
        field = self.random.choice(FIELDS)
        if self.chance(25):
            field = self.random.choice(FIELDS[:2])
        count = self.random.choice((1, 1, 1, 2, 3))
        options = list(dict.fromkeys(self.option(field) for _ in range(count)))
        etree.SubElement(root, f"{{{NAMESPACE}}}{'must' if must else 'wish'}",
                         field=self.random.choice((field.name, field.dutch)),
                         value=",".join(options))

    def option(self, field: Field) -> str:
        if field.mode == "age":
            return self.ages()
        if field.mode == "same":
            return self.random.choice(TAGS + ("EN", "fr"))
        if field.name == "cost":
            per = self.random.choice(("participant", "participant", "session", "group"))
            return f"{self.random.choice(EUROS)}/{per}"
        if field.name == "duration":
            return f"{self.random.choice(LENGTHS)} {self.random.choice(('weeks', 'months'))}"
        return self.random.choice(self.vocabulary.ids(CONCEPTS.get(field.name, field.claims)))

    def ages(self) -> str:
        first, last = sorted(self.random.choices(AGES + (0, 40, 120), k=2))
        return self.random.choice((str(first), f"{first}-{last}", f"{first}-{last}",
                                   f"{first}+"))

    # ---- preconditions ----

    def states(self) -> list[tuple[str, str]]:
        """States that do not contradict each other, sometimes one said twice."""
        ids = self.vocabulary.ids("needs-precondition")
        form = self.random.randrange(10)
        if form < 1:
            said = [(name, "present") for name in ids]
        elif form < 3:
            left_out = self.random.choice(ids)
            said = [(name, "present") for name in ids if name != left_out]
        elif form == 3:
            said = []
        else:
            weights = ("present",) * 2 + ("partly",) * 2 + ("absent",) * 4
            said = [(name, self.random.choice(weights)) for name in ids if self.chance(55)]
        present = [name for name, state in said if state == "present"]
        above = {wide for name in present
                 for wide in self.vocabulary.above("needs-precondition", name)}
        said = [(name, state) for name, state in said
                if state != "absent" or name not in above]
        if said and self.chance(5):
            said.append(self.random.choice(said))
        return said

    def spoil(self, said: list[tuple[str, str]]) -> bool:
        """Makes states contradict, in one of two ways; false if that cannot be done."""
        if said and self.chance(40):
            name, state = self.random.choice(said)
            others = [other for other in ELEMENTS if other != state]
            said.append((name, self.random.choice(others)))
            return True
        pairs = [(narrow, wide) for narrow in self.vocabulary.ids("needs-precondition")
                 for wide in sorted(self.vocabulary.above("needs-precondition", narrow))]
        if not pairs:
            return False
        narrow, wide = self.random.choice(pairs)
        said[:] = [(name, state) for name, state in said if name not in (narrow, wide)]
        said += [(narrow, "present"), (wide, "absent")]
        return True


def make_situation(random: Random, vocabulary: Vocabulary) -> Asked:
    return SituationMaker(random, vocabulary).make()
