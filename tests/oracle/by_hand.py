# SPDX-License-Identifier: EUPL-1.2
"""What the cases by hand share: a small vocabulary, and an answer written as a line of text."""
from __future__ import annotations

from dataclasses import dataclass

import answer
import situation
from catalogue import NAMESPACE, Catalogue
from rulebook import Hierarchy, Rules

# In each list, x-wide is broader than x, x is broader than x-narrow; x-other stands apart,
# and x-both is narrower than x-other and than x.
LISTS = {"group": "target-group", "place": "setting", "level": "prevention-level",
         "kind": "intervention-type", "aim": "aim", "outcome": "outcome",
         "form": "delivery-form", "idea": "ideology"}
STEPS = (("-wide", ()), ("", ("-wide",)), ("-narrow", ("",)), ("-other", ()),
         ("-both", ("-other", "")))
OPENING = (f'<catalogue xmlns="{NAMESPACE}" edition="2026-11-01" publisher="hand" '
           'licence="CC0-1.0" xml:lang="nl">')


@dataclass(frozen=True)
class ByHand:
    """One case: the rules it is about, a catalogue, a situation, and the answer expected."""

    name: str
    rules: str              # each of these, flipped, must give another answer
    view: str               # what of the answer is looked at
    catalogue: str
    situation: str
    expected: str


def vocabulary() -> str:
    """The records all cases share."""
    def entries(tag: str, name: str, attributes: str) -> str:
        return "".join(f'<{tag} id="{name}{end}" {attributes}><label>{name}{end}</label>'
                       + "".join(f'<broader ref="{name}{up}"/>' for up in ups) + f"</{tag}>"
                       for end, ups in STEPS)
    text = "".join(entries("concept", name, f'scheme="{scheme}"')
                   for name, scheme in LISTS.items())
    text += entries("precondition", "need", 'kind="k" scope="intervention"')
    text += entries("precondition", "team", 'kind="k" scope="collaboration"')
    text += entries("element", "part", 'kind="k"') + entries("municipality", "area", "")
    for order in (1, 5):
        text += f'<concept id="design-{order}" scheme="evaluation-design" order="{order}"/>'
    return text + '<concept id="design-none" scheme="evaluation-design"/>'


def programme(claims: str, record_id: str = "a", more: str = 'kind="intervention"') -> str:
    """An intervention whose claims are a provider's unless they say otherwise."""
    return (f'<intervention id="{record_id}" {more} asserted-by="provider" source="s">'
            f"<name>{record_id}</name>{claims}</intervention>")


def ask(case: ByHand, flipped: str | None = None) -> str:
    """The part of the answer that the case looks at."""
    catalogue = Catalogue.from_texts(OPENING + vocabulary() + case.catalogue + "</catalogue>")
    asked = situation.from_text(f'<situation xmlns="{situation.NAMESPACE}">'
                                f"{case.situation}</situation>")
    given = answer.answer(asked, Hierarchy(catalogue, Rules(flipped)))
    return VIEWS[case.view](given)


def view_criteria(given: answer.Answer) -> str:
    """The criteria of the first match."""
    return ", ".join(" ".join(word for word in (
        shown.state, shown.silence or "", "editor" if shown.editor else "",
        "conflict" if shown.conflict else "") if word) for shown in given.matches[0].criteria)


def view_order(given: answer.Answer) -> str:
    return ", ".join(f"{match.id} {match.category}" for match in given.matches)


def view_needs(given: answer.Answer) -> str:
    """The preconditions of the first match."""
    return ", ".join(f"{n.id} {n.need} {n.state}" + (" derived" if n.derived else "")
                     + (" blocking" if n.blocking else "")
                     for n in given.matches[0].preconditions)


def view_keys(given: answer.Answer) -> str:
    """The keys of the first match: low, high, absent, partly, unknown, evidence."""
    return " ".join(str(value) for value in vars(given.matches[0].keys).values())


def view_questions(given: answer.Answer) -> str:
    return ", ".join(f"{name} {score}" for name, score in given.questions)


def view_status(given: answer.Answer) -> str:
    return given.status or "answered"


VIEWS = {"criteria": view_criteria, "order": view_order, "needs": view_needs,
         "keys": view_keys, "questions": view_questions, "status": view_status}
