# SPDX-License-Identifier: EUPL-1.2
"""Small random vocabularies for generated catalogues: several parents, several levels."""
from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

SCHEMES = {         # the field of the catalogue -> its scheme and the number of concepts
    "target-group": ("target-group", 7), "setting": ("setting", 5),
    "level": ("prevention-level", 4), "type": ("intervention-type", 5), "aim": ("aim", 6),
    "outcome": ("outcome", 4), "delivery-form": ("delivery-form", 5),
    "ideology": ("ideology", 5), "design": ("evaluation-design", 4),
}
SCOPES = ("intervention", "intervention", "intervention", "collaboration", "evaluation")


@dataclass
class Entry:
    """One record of a vocabulary."""

    id: str
    broader: list[str] = field(default_factory=list)
    scope: str = ""
    order: int | None = None


@dataclass
class Vocabulary:
    """The lists a catalogue chooses from, by field; broader ones come first in each list."""

    lists: dict[str, list[Entry]]

    def ids(self, name: str) -> list[str]:
        return [entry.id for entry in self.lists[name]]

    def above(self, name: str, start: str) -> set[str]:
        """Everything broader than an entry."""
        steps = {entry.id: entry.broader for entry in self.lists[name]}
        found: set[str] = set()
        waiting = list(steps[start])
        while waiting:
            step = waiting.pop()
            found.add(step)
            waiting += steps[step]
        return found


def hierarchy(random: Random, prefix: str, count: int) -> list[Entry]:
    """Entries of which each has up to three broader ones among those before it."""
    entries: list[Entry] = []
    for number in range(count):
        parents = random.choice((0, 1, 1, 2, 2, 3)) if number else 0
        broader = random.sample([e.id for e in entries], min(parents, len(entries)))
        entries.append(Entry(f"{prefix}-{number}", broader))
    return entries


def make_vocabulary(random: Random) -> Vocabulary:
    """All lists of one catalogue."""
    lists = {name: hierarchy(random, scheme, count)
             for name, (scheme, count) in SCHEMES.items()}
    for entry in lists["design"]:
        entry.order = random.choice((None, 0, 1, 2, 3, 4, 5, 10))
    lists["uses-element"] = hierarchy(random, "element", 6)
    lists["municipality"] = hierarchy(random, "area", 5)
    lists["needs-precondition"] = hierarchy(random, "condition", 6)
    for entry in lists["needs-precondition"]:
        entry.scope = random.choice(SCOPES)
    return Vocabulary(lists)
