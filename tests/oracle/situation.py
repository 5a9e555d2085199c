# SPDX-License-Identifier: EUPL-1.2
"""Reads a situation for the oracle: criteria, states of preconditions, what to look at."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

NAMESPACE = "urn:interventions:situation:1"
PREFIX = "{" + NAMESPACE + "}"
STATES = {"have": "present", "partly": "partly", "lack": "absent"}


class SituationError(ValueError):
    """A situation the oracle cannot read."""


@dataclass(frozen=True)
class Field:
    """One line of the table of fields."""

    name: str
    dutch: str
    claims: str          # the catalogue field whose claims are compared
    mode: str            # covers, is-a, findings, age, at-most, same
    closed: bool
    types_too: bool      # whether it applies to types as well
    kind: str = "concept"


FIELDS = (
    Field("target-group", "doelgroep", "target-group", "covers", True, True),
    Field("age", "leeftijd", "ages", "age", True, True),
    Field("setting", "setting", "setting", "covers", True, True),
    Field("level", "niveau", "level", "is-a", True, True),
    Field("type", "type", "type", "is-a", True, True),
    Field("aim", "doel", "aim", "is-a", False, True),
    Field("outcome", "uitkomst", "finding", "findings", False, True),
    Field("form", "vorm", "delivery-form", "is-a", False, True),
    Field("ideology", "ideologie", "ideology", "is-a", False, True),
    Field("ideology-studied", "ideologie-onderzocht", "ideology", "is-a", False, True),
    Field("municipality", "gemeente", "municipality", "covers", False, False, "municipality"),
    Field("language", "taal", "language", "same", False, False),
    Field("element", "element", "uses-element", "is-a", False, True, "element"),
    Field("cost", "kosten", "cost", "at-most", True, False),
    Field("duration", "duur", "duration", "at-most", True, False),
)
BY_NAME = {name: f for f in FIELDS for name in (f.name, f.dutch)}


class Ages(NamedTuple):
    """A wanted range of ages; last is None where there is no upper bound."""

    first: int
    last: int | None


class AtMost(NamedTuple):
    """A wanted highest quantity (cents, or a number of units) and its per or unit."""

    most: int
    of: str


Option = str | Ages | AtMost


@dataclass(frozen=True)
class Criterion:
    """One criterion: any of its options, as a must or a wish."""

    field: Field
    options: tuple[Option, ...]
    must: bool


@dataclass
class Situation:
    """What the asker says."""

    criteria: list[Criterion] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)     # precondition, state
    include: set[str] = field(default_factory=set)
    as_of: str | None = None

    @property
    def states(self) -> dict[str, str]:
        return dict(self.said)


def read_option(mode: str, text: str) -> Option:
    """One option as it is written in a value."""
    text = text.strip()
    if mode == "age":
        return read_ages(text)
    if mode != "at-most":
        return text
    if "/" in text:
        amount, of = text.split("/")
        euros, _, cents = amount.partition(".")
        return AtMost(int(euros) * 100 + int(cents.ljust(2, "0")), of)
    number, of = text.split()
    return AtMost(int(number), of)


def read_ages(text: str) -> Ages:
    """14, 12-18 or 16+."""
    found = re.fullmatch(r"(\d+)(?:(\+)|-(\d+))?", text)
    if found is None:
        raise SituationError(f"ages {text!r}")
    first = int(found[1])
    if found[2]:
        return Ages(first, None)
    return Ages(first, int(found[3] or first))


def read_criterion(element: etree._Element, must: bool) -> Criterion:
    wanted = BY_NAME[element.attrib["field"]]
    options = tuple(read_option(wanted.mode, text)
                    for text in element.attrib["value"].split(","))
    return Criterion(wanted, options, must)


def read_situation(root: etree._Element) -> Situation:
    """The situation that a document holds."""
    if root.tag != PREFIX + "situation":
        raise SituationError(f"root is {root.tag}")
    situation = Situation(as_of=root.get("as-of"))
    for element in root.iterchildren(PREFIX + "*"):
        name = element.tag[len(PREFIX):]
        if name in ("must", "wish"):
            situation.criteria.append(read_criterion(element, name == "must"))
        elif name in STATES:
            situation.said.append((element.attrib["precondition"], STATES[name]))
        elif name == "include":
            situation.include.add(element.attrib["what"])
        else:
            raise SituationError(f"element {name}")
    return situation


def load(path: Path) -> Situation:
    return read_situation(etree.parse(str(path)).getroot())


def from_text(text: str) -> Situation:
    return read_situation(etree.fromstring(text.encode("utf-8")))
