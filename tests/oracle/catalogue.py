# SPDX-License-Identifier: EUPL-1.2
"""Reads catalogue documents for the oracle: records, claims, marks and provenance.

Written from the description of the format; shares no code with the library.
"""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterable, Iterator

from lxml import etree

NAMESPACE = "urn:interventions:catalogue:1"
PREFIX = "{" + NAMESPACE + "}"

# The claims the match looks at. Every other element is none of its business.
CLAIMS = frozenset({
    "target-group", "ages", "setting", "level", "type", "aim", "delivery-form", "ideology",
    "municipality", "language", "uses-element", "cost", "duration", "status", "variant-of",
    "needs-precondition", "evaluates", "design", "finding",
})
PROVENANCE = ("asserted-by", "strength", "source", "via", "locator")
VALUES = ("concept", "ref", "tag", "value", "outcome")


class CatalogueError(ValueError):
    """A document the oracle cannot read."""


@dataclass(frozen=True)
class Provenance:
    """Who asserts a claim, how strongly, and where that stands."""

    asserter: str | None = None
    strength: str | None = None
    source: str | None = None
    via: str | None = None
    locator: str | None = None

    def below(self, element: etree._Element) -> Provenance:
        """The provenance that holds for an element under the one this belongs to."""
        own = {name: element.get(name) for name in PROVENANCE}
        cut = own["source"] is not None
        return Provenance(
            asserter=own["asserted-by"] or self.asserter,
            strength=own["strength"] or self.strength,
            source=own["source"] or self.source,
            via=own["via"] or (None if cut else self.via),
            locator=own["locator"] or (None if cut else self.locator),
        )


@dataclass(eq=False)
class Claim:
    """One claim element: a value, or a mark that says why there is none."""

    record: Record
    field: str
    attributes: dict[str, str]
    provenance: Provenance
    mark: str | None
    names: tuple[str, ...]              # the ids in its <for> children
    under: Claim | None                 # the claim it stands under: ages of a target group

    @property
    def value(self) -> str | None:
        """The id, tag or code the claim names."""
        for name in VALUES:
            if name in self.attributes:
                return self.attributes[name]
        return None

    @property
    def asserter(self) -> str | None:
        return self.provenance.asserter

    @property
    def by_editor(self) -> bool:
        return self.provenance.asserter == "editor"

    @property
    def strength(self) -> str:
        return self.provenance.strength or "unstated"

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def names_conflict(self, other: Claim) -> bool:
        """Whether this claim says that it conflicts with the other one."""
        if self.record is not other.record or self.field != other.field:
            return False
        name = other.get("claim")
        return name is not None and name in (self.get("conflicts-with") or "").split()


@dataclass(eq=False)
class Record:
    """One record with the claims the match can look at, in document order."""

    kind: str
    id: str
    attributes: dict[str, str]
    broader: tuple[str, ...]
    claims: list[Claim] = field(default_factory=list)

    def stated(self, name: str) -> list[Claim]:
        """The claims of a field that stand directly under the record and hold a value."""
        return [c for c in self.claims if c.field == name and c.under is None and c.mark is None]

    def marks(self, name: str) -> list[Claim]:
        """The not-stated marks of a field directly under the record."""
        return [c for c in self.claims
                if c.field == name and c.under is None and c.mark is not None]

    def nested(self, name: str, under: Claim | None = None) -> list[Claim]:
        """The claims of a field under one claim, or under any; values and marks alike."""
        return [c for c in self.claims if c.field == name and c.under is not None
                and (under is None or c.under is under)]


class Catalogue:
    """All records of the documents of one edition."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.records: dict[tuple[str, str], Record] = {}
        for path in paths:
            self.add(etree.parse(str(path)).getroot())

    @classmethod
    def from_texts(cls, *texts: str) -> Catalogue:
        """A catalogue out of documents held as text."""
        catalogue = cls(())
        for text in texts:
            catalogue.add(etree.fromstring(text.encode("utf-8")))
        return catalogue

    def add(self, root: etree._Element) -> None:
        """Adds the records of one document."""
        if root.tag != PREFIX + "catalogue":
            raise CatalogueError(f"root is {root.tag}")
        for element in own_elements(root):
            record = read_record(element)
            if self.records.setdefault((record.kind, record.id), record) is not record:
                raise CatalogueError(f"{record.kind}:{record.id} stands there twice")

    def of_kind(self, kind: str) -> list[Record]:
        return [r for (k, _), r in self.records.items() if k == kind]

    def get(self, kind: str, record_id: str) -> Record:
        try:
            return self.records[kind, record_id]
        except KeyError as error:
            raise CatalogueError(f"{kind}:{record_id} does not exist") from error


def own_elements(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements of the format's own namespace; comments and foreign ones are left out."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(PREFIX):
            yield child


def local_name(element: etree._Element) -> str:
    return str(element.tag)[len(PREFIX):]


def read_record(element: etree._Element) -> Record:
    """One record with its claims, those in groups of facts included."""
    broader = tuple(child.attrib["ref"] for child in element.iter(PREFIX + "broader"))
    record = Record(local_name(element), element.attrib["id"], own_attributes(element), broader)
    provenance = Provenance().below(element)
    for child in own_elements(element):
        if local_name(child) == "facts":
            shared = provenance.below(child)
            for fact in own_elements(child):
                read_claim(record, fact, shared, None)
        else:
            read_claim(record, child, provenance, None)
    return record


def own_attributes(element: etree._Element) -> dict[str, str]:
    """Attributes without a namespace, white space collapsed."""
    return {str(name): " ".join(str(value).split())
            for name, value in element.attrib.items() if not str(name).startswith("{")}


def read_claim(record: Record, element: etree._Element, outer: Provenance,
               under: Claim | None) -> None:
    """Adds the claim an element makes, and those that stand under it."""
    name = local_name(element)
    if name not in CLAIMS:
        return
    provenance = outer.below(element)
    silence = element.find(PREFIX + "not-stated")
    mark = None
    if silence is not None:
        mark = silence.attrib["cause"]
    names = tuple(child.attrib["ref"] for child in element.findall(PREFIX + "for"))
    claim = Claim(record, name, own_attributes(element),
                  provenance if silence is None else provenance.below(silence),
                  mark, names, under)
    if claim.asserter is None:
        raise CatalogueError(f"{record.kind}:{record.id}: {name} without asserted-by")
    record.claims.append(claim)
    for child in own_elements(element):
        read_claim(record, child, provenance, claim)
