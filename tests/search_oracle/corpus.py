# SPDX-License-Identifier: EUPL-1.2
"""Random small catalogues with texts out of a short list of words, so that much meets."""
from __future__ import annotations

from random import Random

from lxml import etree

from texts import DUTCH, ENGLISH, FIELDS, Fact, Record, Written
from vocabulary import WORDS

NAMESPACE = "urn:interventions:catalogue:1"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMES = ("target-group", "aim", "setting", "outcome", "element-kind", "precondition-kind")
PLAIN = [word for word, known in WORDS.items()
         if known.is_written and not known.parts and not known.is_stop]
COMPOUNDS = [word for word, known in WORDS.items() if known.parts]
STOPS = [word for word, known in WORDS.items() if known.is_stop]
HYPHENED = ("theater-interventie", "ouder-groep", "school-project", "moeder-training", "mij-les",
            "training-school")
LANGUAGES = (None, None, None, DUTCH, "nl-BE", ENGLISH, ENGLISH, "fr")


class CorpusMaker:
    """Makes one catalogue; the same random numbers give the same one."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.records: list[Record] = []
        self.words = random.sample(PLAIN, random.randint(6, 14)) + \
            random.sample(COMPOUNDS, random.randint(2, 6)) + random.sample(STOPS, min(2, len(STOPS)))

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def make(self) -> list[Record]:
        for scheme in SCHEMES:
            self.labelled(self.record("scheme", scheme))
        for scheme in SCHEMES[:4]:
            self.hierarchy("concept", scheme, self.random.randint(1, 4))
        for scheme in SCHEMES[4:]:
            self.hierarchy("concept", scheme, 1)
        self.hierarchy("element", "", self.random.randint(0, 3))
        self.hierarchy("precondition", "", self.random.randint(0, 2))
        for kind in ("organisation", "municipality"):
            for _ in range(self.random.randint(0, 2)):
                self.named(self.record(kind, self.new_id(kind)))
        self.source()
        for _ in range(self.random.randint(1, 5)):
            self.intervention()
        for _ in range(self.random.randint(0, 3)):
            self.evaluation()
        for _ in range(self.random.randint(0, 2)):
            self.source()
        for _ in range(self.random.randint(0, 2)):
            self.statement()
        return self.records

    # ---- words ----

    def text(self, most: int) -> str:
        words = []
        for _ in range(self.random.randint(1, most)):
            word = self.random.choice(self.words)
            if self.chance(6):
                word = self.random.choice(HYPHENED)
            words.append(word.capitalize() if self.chance(15) else word)
        gap = self.random.choice((" ", " ", " ", ", ", "; "))
        return gap.join(words)

    def written(self, most: int) -> Written:
        return Written(self.text(most), self.random.choice(LANGUAGES))

    def new_id(self, kind: str) -> str:
        """An id out of words; one record of a kind has it."""
        while True:
            name = self.random.choice("-.").join(
                self.random.choice(PLAIN) for _ in range(self.random.randint(1, 3)))
            if all(record.key != (kind, name) for record in self.records):
                return name

    # ---- records ----

    def record(self, kind: str, record_id: str, /, **attributes: str) -> Record:
        record = Record(kind, record_id, [], attributes)
        self.records.append(record)
        return record

    def add(self, record: Record, name: str, **more: object) -> Fact:
        fact = Fact(name, **more)       # type: ignore[arg-type]
        record.facts.append(fact)
        return fact

    def texts(self, record: Record, name: str, most: int, least: int = 0, often: int = 2) -> None:
        for _ in range(self.random.randint(least, often)):
            self.add(record, name, texts=[self.written(most)])

    def in_languages(self, record: Record, name: str, most: int) -> None:
        """A field that may stand once in each language; always in Dutch."""
        self.add(record, name, texts=[Written(self.text(most), None)])
        if self.chance(50):
            self.add(record, name, texts=[Written(self.text(most), ENGLISH)])

    def labelled(self, record: Record) -> None:
        self.in_languages(record, "label", 3)
        if record.kind != "scheme":
            self.texts(record, "alt-label", 2)
            self.texts(record, "hidden-label", 2, often=1)
        self.in_languages(record, "definition", 5)

    def named(self, record: Record) -> None:
        self.in_languages(record, "name", 3)
        self.texts(record, "alias", 3, often=1)

    def refer(self, record: Record, name: str, target: Record) -> None:
        """A fact that names another record, now and then with a wording of its own."""
        fact = self.add(record, name, target=target.key, asserter=self.asserter())
        if self.chance(25):
            wording = self.add(record, name, texts=[self.written(5)], is_wording=True, under=fact)
            wording.under = fact

    def asserter(self) -> str | None:
        return self.random.choice((None, "editor", "evaluation"))

    def of(self, kind: str, scheme: str | None = None) -> list[Record]:
        return [r for r in self.records if r.kind == kind and
                (scheme is None or r.attributes.get("scheme") == scheme)]

    def hierarchy(self, kind: str, scheme: str, count: int) -> None:
        earlier: list[Record] = []
        for _ in range(count):
            record = self.record(kind, self.new_id(kind))
            if scheme:
                record.attributes["scheme"] = scheme
                self.add(record, "scheme", target=("scheme", scheme))
            else:
                kinds = self.of("concept", kind + "-kind")
                record.attributes["kind"] = kinds[0].id
                self.add(record, "kind", target=kinds[0].key)
                if kind == "precondition":
                    record.attributes["scope"] = "intervention"
            self.labelled(record)
            for parent in self.random.sample(earlier, min(len(earlier), self.random.choice((0, 1, 1, 2)))):
                self.add(record, "broader", target=parent.key)
            self.texts(record, "note", 5, often=1)
            earlier.append(record)

    def intervention(self) -> None:
        record = self.record("intervention", self.new_id("intervention"), kind="intervention")
        record.attributes["asserted-by"] = "editor"
        self.named(record)
        if self.chance(70):
            self.in_languages(record, "summary", 12)
        for name in ("target-group", "aim", "setting"):
            self.refer_some(record, name, self.of("concept", name), 2)
        self.refer_some(record, "uses-element", self.of("element"), 2)
        self.refer_some(record, "needs-precondition", self.of("precondition"), 1)
        self.refer_some(record, "municipality", self.of("municipality"), 1)
        if self.chance(30):
            self.add(record, "limitation", texts=[self.written(6)])
        self.texts(record, "note", 8, often=1)

    def refer_some(self, record: Record, name: str, targets: list[Record], most: int) -> None:
        for target in self.random.sample(targets, min(len(targets), self.random.randint(0, most))):
            self.refer(record, name, target)

    def evaluation(self) -> None:
        record = self.record("evaluation", self.new_id("evaluation"), status="published")
        record.attributes["asserted-by"] = "editor"
        self.in_languages(record, "title", 5)
        if self.chance(50):
            self.add(record, "author", texts=[Written(self.text(2))], is_token=True)
        self.refer(record, "evaluates", self.random.choice(self.of("intervention")))
        if self.chance(50):
            self.add(record, "method", texts=[self.written(6)])
        for target in self.of("concept", "outcome")[:self.random.randint(0, 2)]:
            finding = self.add(record, "finding", asserter=self.asserter())
            self.add(record, "outcome", target=target.key, under=finding)
            if self.chance(50):
                self.add(record, "finding", texts=[self.written(6)], is_wording=True, under=finding)

    def source(self) -> None:
        record = self.record("source", self.new_id("source"), read="whole")
        self.in_languages(record, "title", 6)
        if self.chance(50):
            self.add(record, "publisher", texts=[Written(self.text(2))], is_token=True)

    def statement(self) -> None:
        record = self.record("policy-statement", self.new_id("policy-statement"))
        record.attributes["asserted-by"] = "editor"
        self.add(record, "statement", texts=[self.written(9)])
        target = self.random.choice(self.of("intervention") + self.of("concept"))
        self.add(record, "about", target=target.key)


WORDED = ("limitation", "method", "statement")
BY_ATTRIBUTE = ("scheme", "kind")


def write_xml(records: list[Record]) -> bytes:
    """The catalogue as a document, its facts in the order they have in the records."""
    root = etree.Element(f"{{{NAMESPACE}}}catalogue", nsmap={None: NAMESPACE})
    for name, value in (("edition", "2026-11-01"), ("publisher", "oracle"),
                        ("licence", "CC0-1.0"), (LANG, DUTCH)):
        root.set(name, value)
    source = next(record.id for record in records if record.kind == "source")
    for record in records:
        element = add(root, record.kind, id=record.id, **record.attributes)
        made: dict[int, etree._Element] = {}
        number_facts(record)
        for fact in record.facts:
            if fact.field not in BY_ATTRIBUTE:
                write_fact(element, fact, made, source)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def number_facts(record: Record) -> None:
    """Facts are in the order of the fields of the format, those of one field as they are written."""
    order = list(FIELDS.values())
    tops = sorted((f for f in record.facts if f.under is None), key=lambda f: order.index(f.field))
    for number, fact in enumerate(tops):
        fact.number = 10 * number
        for inner in record.facts:
            if inner.under is fact:
                inner.number = fact.number + (not inner.is_wording)


def add(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        element.set(name, value)
    return element


def write_fact(record: etree._Element, fact: Fact, made: dict[int, etree._Element],
               source: str) -> None:
    parent = made[id(fact.under)] if fact.under is not None else record
    if fact.is_wording:
        write_text(add(parent, "wording"), fact.texts[0])
        return
    if fact.field == "outcome":
        assert fact.target is not None
        parent.set("outcome", fact.target[1])
        return
    element = add(record, fact.field)
    made[id(fact)] = element
    if fact.asserter is not None:
        element.set("asserted-by", fact.asserter)
    if fact.asserter == "evaluation":
        element.set("source", source)
    if fact.target is not None:
        kind, target = fact.target
        if fact.field == "about":
            element.set("ref", f"{kind}:{target}")
        else:
            by = "concept" if kind == "concept" and fact.field != "broader" else "ref"
            element.set(by, target)
    elif fact.field in WORDED:
        write_text(add(element, "wording"), fact.texts[0])
    elif fact.texts:
        write_text(element, fact.texts[0])


def write_text(element: etree._Element, written: Written) -> None:
    element.text = written.text
    if written.language is not None:
        element.set(LANG, written.language)


def make_corpus(random: Random) -> tuple[bytes, list[Record]]:
    records = CorpusMaker(random).make()
    return write_xml(records), records
