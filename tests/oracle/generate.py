# SPDX-License-Identifier: EUPL-1.2
"""Random small catalogues, valid by the format, that reach every branch of the match rules."""
from __future__ import annotations

from dataclasses import dataclass
from random import Random

from lxml import etree

from catalogue import CLAIMS, NAMESPACE, local_name
from vocabulary import SCHEMES, Vocabulary, make_vocabulary

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FOREIGN = "{urn:example:foreign}"
ASSERTERS = ("evaluation", "respondents", "guideline", "method", "provider", "policy",
             "editor", "editor", "editor")
STRENGTHS = ("demonstrated", "potential", "potential", "reported", "component-only", "unstated")
CAUSES = ("none", "none", "not-read", "searched")
EXTENTS = ("whole", "section", "abstract", "opening", "contents", "not-read")
IDS = ("a", "a-b", "a-c", "a-1", "ab", "a0", "a1", "a10", "a2", "b", "b-1", "b1", "ba", "b-a",
       "c", "0", "0-a", "00", "0a", "z-9", "z9")
AGES = (8, 10, 12, 13, 14, 15, 16, 18, 21)
CENTS = (0, 9900, 9950, 10000, 15000, 20000, 25000)
LENGTHS = (1, 4, 6, 8, 10, 12)
TAGS = ("nl", "NL", "en", "en-GB", "ar")
SOURCES = ("source-a", "source-b", "source-c")
QUALIFIERS = ("role", "relation", "need", "per", "unit", "direction")


@dataclass(frozen=True)
class Origin:
    """What an element has inherited: who asserts, and whether a source holds."""

    asserter: str | None = None
    source: str | None = None


class CatalogueMaker:
    """Makes one catalogue; the same random numbers give the same catalogue."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.vocabulary: Vocabulary = make_vocabulary(random)
        self.interventions = random.sample(IDS, random.randint(3, 12))
        self.root = etree.Element(f"{{{NAMESPACE}}}catalogue", nsmap={None: NAMESPACE})
        for name, value in (("edition", "2026-11-01"), ("publisher", "oracle"),
                            ("licence", "CC0-1.0"), (LANG, "nl")):
            self.root.set(name, value)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def make(self) -> etree._Element:
        """The whole document, its records in any order."""
        self.add_schemes()
        self.add_lists()
        for name in SOURCES:
            self.record("source", name, title=name, read=self.random.choice(EXTENTS))
        for number, name in enumerate(self.interventions):
            self.add_intervention(name, self.interventions[:number])
        for number in range(self.random.choice((0, 1, 2, 2, 3, 4))):
            self.add_evaluation(f"evaluation-{number}")
        self.shuffle(self.root)
        return self.root

    # ---- elements ----

    def add(self, parent: etree._Element, tag: str, /, **attributes: str | None) -> etree._Element:
        element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
        for name, value in attributes.items():
            if value is not None:
                element.set(name.replace("_", "-"), value)
        return element

    def record(self, tag: str, record_id: str, /, label: str | None = None,
               name: str | None = None, title: str | None = None,
               **attributes: str | None) -> etree._Element:
        """A record with the text every record must have."""
        record = self.add(self.root, tag, id=record_id, **attributes)
        for text_tag, text in (("label", label), ("name", name), ("title", title)):
            if text is not None:
                self.add(record, text_tag).text = text
        return record

    def shuffle(self, element: etree._Element) -> None:
        """Puts the children in any order, with what must be ignored between them."""
        children = list(element)
        self.random.shuffle(children)
        element[:] = children
        if self.chance(10):
            element.append(etree.Comment(" to be ignored "))
        if self.chance(10):
            foreign = etree.SubElement(element, FOREIGN + "ages", nsmap={"x": FOREIGN[1:-1]})
            foreign.set("min", "1")

    # ---- vocabularies ----

    def add_schemes(self) -> None:
        for scheme, _ in SCHEMES.values():
            ordered = "yes" if scheme == "evaluation-design" else None
            self.record("scheme", scheme, label=scheme, ordered=ordered)
        for scheme in ("element-kind", "precondition-kind"):
            self.record("scheme", scheme, label=scheme)
            self.record("concept", scheme + "-0", label=scheme + "-0", scheme=scheme)

    def add_lists(self) -> None:
        for name, entries in self.vocabulary.lists.items():
            for entry in entries:
                order = None if entry.order is None else str(entry.order)
                if name == "uses-element":
                    record = self.record("element", entry.id, label=entry.id,
                                         kind="element-kind-0")
                elif name == "needs-precondition":
                    record = self.record("precondition", entry.id, label=entry.id,
                                         kind="precondition-kind-0", scope=entry.scope)
                elif name == "municipality":
                    record = self.record("municipality", entry.id, name=entry.id)
                else:
                    record = self.record("concept", entry.id, label=entry.id, order=order,
                                         scheme=SCHEMES[name][0])
                for parent in entry.broader:
                    self.add(record, "broader", ref=parent)

    # ---- provenance ----

    def provenance(self, element: etree._Element, outer: Origin, complete: bool,
                   asserters: tuple[str, ...] = ASSERTERS) -> Origin:
        """Gives an element some provenance; all that is still wanting if it must be complete."""
        asserter, source = outer.asserter, outer.source
        if self.chance(50) or (complete and asserter is None):
            asserter = self.random.choice(asserters)
            element.set("asserted-by", asserter)
        wanting = complete and source is None and asserter != "editor"
        if self.chance(25) or wanting:
            source = self.random.choice(SOURCES)
            element.set("source", source)
        if source is not None:
            if self.chance(15):
                element.set("via", self.random.choice([s for s in SOURCES if s != source]))
            if self.chance(30):
                element.set("locator", "p. 1")
        if self.chance(30):
            element.set("strength", self.random.choice(STRENGTHS))
        return Origin(asserter, source)

    # ---- claims ----

    def claim(self, places: list[tuple[etree._Element, Origin]], tag: str, value: dict[str, str],
              qualifier: dict[str, str | None] | None = None, mark: int = 18,
              asserters: tuple[str, ...] = ASSERTERS) -> tuple[etree._Element, Origin]:
        """A claim in one of the places, with a value or (in `mark` of 100) a mark."""
        parent, outer = self.random.choice(places)
        element = self.add(parent, tag, **(qualifier or {}))
        origin = self.provenance(element, outer, True, asserters)
        if self.chance(mark):
            silence = self.add(element, "not-stated", cause=self.random.choice(CAUSES))
            if self.chance(30):
                self.provenance(silence, origin, True)
        else:
            for name, text in value.items():
                element.set(name, text)
        if self.chance(8):
            self.add(element, "wording").text = "eigen woorden"
        return element, origin

    def link(self, record: etree._Element) -> None:
        """Names claims of one field and links some of them as conflicting."""
        groups: dict[str, list[etree._Element]] = {}
        for element in record.iter(f"{{{NAMESPACE}}}*"):
            if local_name(element) in CLAIMS:
                groups.setdefault(local_name(element), []).append(element)
        number = 0
        for tag, elements in groups.items():
            if len(elements) < 2 or not self.chance(60 if tag == "ages" else 30):
                continue
            chosen = self.random.sample(elements, min(len(elements), self.random.choice((2, 3))))
            for element in chosen:
                number += 1
                element.set("claim", f"claim-{number}")
            self.link_chosen(chosen)

    def link_chosen(self, chosen: list[etree._Element]) -> None:
        """Links each to the next: from either side, or from both."""
        links: dict[int, list[str]] = {}
        for number, (one, other) in enumerate(zip(chosen, chosen[1:])):
            side = self.random.randrange(3)
            if side != 0:
                links.setdefault(number, []).append(other.attrib["claim"])
            if side != 1:
                links.setdefault(number + 1, []).append(one.attrib["claim"])
        for number, names in links.items():
            chosen[number].set("conflicts-with", " ".join(names))

    def settle_nones(self, record: etree._Element) -> None:
        """A mark none beside a value of the same field and qualifier (any, if the mark has none)
        contradicts it, and says so."""
        values: dict[tuple[str | None, ...], etree._Element] = {}
        nones = []
        for element in self.claims_of(record):
            key = (local_name(element), *(element.get(name) for name in QUALIFIERS))
            silence = element.find(f"{{{NAMESPACE}}}not-stated")
            if silence is None:
                values[key] = element
            elif silence.get("cause") == "none" and "conflicts-with" not in element.attrib:
                nones.append((key, element))
        for number, (key, element) in enumerate(nones):
            unqualified = not any(key[1:])
            value = next((value for other, value in values.items()
                          if other == key or (unqualified and other[0] == key[0])), None)
            if value is not None:
                name = value.get("claim", f"value-{number}")
                value.set("claim", name)
                element.set("conflicts-with", name)

    def claims_of(self, record: etree._Element) -> list[etree._Element]:
        """The claims directly under a record, those in groups of facts included."""
        places = [record, *record.findall(f"{{{NAMESPACE}}}facts")]
        return [e for place in places for e in place.iterchildren(f"{{{NAMESPACE}}}*")
                if local_name(e) in CLAIMS]

    # ---- values ----

    def pick(self, name: str) -> str:
        return self.random.choice(self.vocabulary.ids(name))

    def quantity(self, numbers: tuple[int, ...]) -> dict[str, str]:
        """A quantity in one of the ways it can be written."""
        low, high = sorted(self.random.choices(numbers, k=2))
        form = self.random.randrange(10)
        if form < 3:
            return {"min": str(low), "max": str(high)}
        return ({"value": str(low)}, {"about": str(low)}, {"at-least": str(low)},
                {"min": str(low)}, {"max": str(high)}, {"min": str(low), "max": "none"},
                {"max": "none"} if self.chance(30) else {"max": str(high)})[form - 3]

    def some(self, *shares: int) -> range:
        """As many as the shares say: one is chosen of them."""
        return range(self.random.choice(shares))

    # ---- interventions ----

    def add_intervention(self, name: str, earlier: list[str]) -> None:
        kind = self.random.choice(("intervention",) * 6 + ("type", "instrument"))
        country = self.random.choice((None, None, None, "NL", "NL", "BE", "DE"))
        replaced = self.random.choice(earlier) if earlier and self.chance(6) else None
        record = self.record("intervention", name, name=name, kind=kind, country=country,
                             replaced_by=replaced)
        outer = self.provenance(record, Origin(), False)
        places = [(record, outer), (record, outer)]
        for _ in self.some(0, 1, 1, 2):
            facts = self.add(record, "facts")
            places.append((facts, self.provenance(facts, outer, False)))
        self.add_concepts(places)
        self.add_groups(places)
        self.add_quantities(places)
        self.add_needs(places)
        if earlier and self.chance(30):
            self.claim(places, "variant-of", {"ref": self.random.choice(earlier)}, mark=0)
        for _ in self.some(0, 0, 1):
            status = self.random.choice(("running", "planned", "ended"))
            self.claim(places, "status", {"value": status})
        for facts in record.findall(f"{{{NAMESPACE}}}facts"):
            if len(facts) == 0:
                record.remove(facts)
        self.link(record)
        self.settle_nones(record)
        self.shuffle(record)

    def add_concepts(self, places: list[tuple[etree._Element, Origin]]) -> None:
        for name in ("setting", "level", "type", "aim", "delivery-form"):
            for _ in self.some(0, 1, 1, 2, 4):
                self.claim(places, name, {"concept": self.pick(name)}, mark=25)
        for _ in self.some(0, 1, 2, 2):
            relation = self.random.choice((None, "aimed-at", "studied-with"))
            self.claim(places, "ideology", {"concept": self.pick("ideology")},
                       {"relation": relation}, mark=25)
        for name in ("municipality", "uses-element"):
            for _ in self.some(0, 1, 1, 2):
                self.claim(places, name, {"ref": self.pick(name)})
        for _ in self.some(0, 1, 1, 2):
            self.claim(places, "language", {"tag": self.random.choice(TAGS)})

    def add_groups(self, places: list[tuple[etree._Element, Origin]]) -> None:
        """Target groups, with ages of their own or not, and the ages of the intervention."""
        for _ in self.some(0, 1, 1, 2, 2, 3):
            role = self.random.choice((None, "final", "final", "intermediary", "deliverer"))
            group, origin = self.claim(places, "target-group",
                                       {"concept": self.pick("target-group")}, {"role": role})
            for _ in self.some(0, 0, 0, 1, 1, 2):
                self.claim([(group, origin)], "ages", self.quantity(AGES), mark=25)
        for _ in self.some(0, 1, 1, 2, 4):
            self.claim(places, "ages", self.quantity(AGES), mark=20)

    def add_quantities(self, places: list[tuple[etree._Element, Origin]]) -> None:
        for _ in self.some(0, 1, 1, 2):
            per = self.random.choice(("participant", "participant", "session", None))
            self.claim(places, "cost", self.quantity(CENTS), {"per": per})
        for _ in self.some(0, 1, 1, 2):
            unit = self.random.choice(("weeks", "weeks", "months", None))
            self.claim(places, "duration", self.quantity(LENGTHS), {"unit": unit})

    def add_needs(self, places: list[tuple[etree._Element, Origin]]) -> None:
        for _ in self.some(0, 0, 1, 2, 2, 3, 5):
            need = self.random.choice((None, "required", "required", "required",
                                       "recommended", "facilitating", "unstated"))
            self.claim(places, "needs-precondition",
                       {"ref": self.pick("needs-precondition")}, {"need": need}, mark=12)
        if self.chance(15):
            self.claim(places, "needs-precondition", {}, mark=100)

    # ---- evaluations ----

    def add_evaluation(self, name: str) -> None:
        record = self.record("evaluation", name, title=name, status="published")
        outer = self.provenance(record, Origin(), False)
        places = [(record, outer)]
        if self.chance(40):
            facts = self.add(record, "facts")
            places.append((facts, self.provenance(facts, outer, False)))
        evaluated = self.random.sample(self.interventions, self.random.choice((1, 2, 2, 3)))
        for ref in evaluated:
            self.claim(places, "evaluates", {"ref": ref}, mark=0)
        for _ in self.some(0, 1, 1, 2):
            self.claim(places, "design", {"concept": self.pick("design")})
        for _ in self.some(1, 2, 3, 4):
            self.add_finding(places, evaluated)
        for facts in record.findall(f"{{{NAMESPACE}}}facts"):
            if len(facts) == 0:
                record.remove(facts)
        self.link(record)
        self.settle_nones(record)
        self.shuffle(record)

    def add_finding(self, places: list[tuple[etree._Element, Origin]],
                    evaluated: list[str]) -> None:
        direction = self.random.choice((None, "positive", "positive", "positive", "mixed",
                                        "none", "negative", "not-studied"))
        asserters = ("evaluation", "evaluation", "evaluation", "respondents", "provider",
                     "editor")
        if self.chance(6):
            self.claim(places, "finding", {}, {"outcome": self.pick("outcome")}, mark=100,
                       asserters=asserters)
            return
        finding, _ = self.claim(places, "finding", {"outcome": self.pick("outcome")},
                                {"direction": direction}, mark=0, asserters=asserters)
        if self.chance(40):
            for ref in self.random.sample(evaluated, self.random.randint(1, len(evaluated))):
                self.add(finding, "for", ref=ref)


def make_catalogue(random: Random) -> tuple[bytes, Vocabulary]:
    """One catalogue as bytes, and the vocabulary to ask for."""
    maker = CatalogueMaker(random)
    text = etree.tostring(maker.make(), xml_declaration=True, encoding="UTF-8",
                          pretty_print=True)
    return text, maker.vocabulary
