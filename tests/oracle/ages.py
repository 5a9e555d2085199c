# SPDX-License-Identifier: EUPL-1.2
"""Ages: rule 5 of doc/match.md, and rule 4a and 4 for ages.

A set of ages is a whole number used as bits: bit n is age n, bit TOP all ages from TOP on.
"""
from __future__ import annotations

from typing import NamedTuple

from catalogue import Claim
from looking import groups_of, role_of
from rulebook import Case, Looked, Rules, State, Verdict
from rules import linked, look, nothing_stated, weak
from situation import Ages, Criterion

TOP = 400       # higher than every age that is stated or wanted


class Reach(NamedTuple):
    """The certain and the possible ages of a range, or of several together."""

    certain: int
    possible: int


def judge_ages(case: Case, criterion: Criterion) -> Verdict:
    """The state of a criterion on age."""
    ranges = ranges_of(case)
    if not ranges:
        return nothing_stated(case, age_marks(case))
    conflicting = conflicts(case, criterion, ranges)
    if conflicting and case.rules.holds("4a-ages"):
        rest = [r for r in ranges if r not in conflicting]
        if not rest or state_of(case, criterion, rest) != State.MET \
                or not case.rules.holds("4a-ages-rest-met"):
            return settle(case, ranges, State.PARTLY, case.rules.holds("4a-mark"))
    return settle(case, ranges, state_of(case, criterion, ranges), False)


def settle(case: Case, ranges: list[Claim], state: State, conflict: bool) -> Verdict:
    """What ranges of the editor alone make of the state."""
    editors = [r.by_editor for r in ranges]
    if state == State.UNMET and weak(case, editors, "5-editor-unmet", "5-editor-every"):
        return Verdict(State.UNKNOWN)
    if state in (State.MET, State.PARTLY):
        return Verdict(state, weak(case, editors, "5-editor-mark", "5-editor-every"), conflict)
    return Verdict(state)


# ---- which ranges ----

def entries_of(case: Case) -> list[Claim]:
    """The target groups whose ages are looked at."""
    rules = case.rules
    criteria = [c for c in case.situation.criteria if c.field.name == "target-group"]
    if len(criteria) > 1 and not rules.holds("5-any-criterion"):
        criteria = criteria[:1]
    entries: list[Claim] = []
    for criterion in criteria:
        for entry in look(case, criterion):
            if accepted(case, entry) and entry.claim not in entries:
                entries.append(entry.claim)
    if entries:
        return entries
    groups = groups_of(case)
    finals = [g for g in groups if role_of(case, g) == "final"]
    if len(finals) < len(groups) and not rules.holds("5-else-final"):
        return groups
    return finals


def accepted(case: Case, entry: Looked) -> bool:
    """Whether a target-group criterion accepts an entry: met or partly."""
    if entry.state == State.PARTLY:
        return case.rules.holds("5-accepted-partly")
    return entry.state == State.MET or not case.rules.holds("5-accepted-entries")


def ranges_of(case: Case) -> list[Claim]:
    """The ranges looked at, each once."""
    own = case.stated("ages")
    entries = entries_of(case) + marked_entries(case)
    if not entries:
        return own if case.rules.holds("5-no-entries") else []
    ranges: list[Claim] = []
    for entry in entries:
        for found in ranges_of_entry(case, entry, own):
            if found not in ranges:
                ranges.append(found)
    return ranges


def marked_entries(case: Case) -> list[Claim]:
    """None: a target group that is only a mark states nothing (unless flipped)."""
    marks = [m for m in case.candidate.marks("target-group")
             if any(a.mark is None for a in case.candidate.nested("ages", m))]
    return marks if marks and not case.rules.holds("5-mark-no-entry") else []


def ranges_of_entry(case: Case, entry: Claim, own: list[Claim]) -> list[Claim]:
    """The ages under an entry; a final one without any has the candidate's own."""
    rules = case.rules
    under = [a for a in entry.record.nested("ages", entry) if a.mark is None]
    if under:
        return under if rules.holds("5-own-ages-first") else under + own
    if role_of(case, entry) == "final":
        return own if rules.holds("5-final-uses-own") else []
    return [] if rules.holds("5-only-final-uses-own") else own


def age_marks(case: Case) -> list[Claim]:
    """Marks of ages at the candidate itself and at any of its target groups."""
    marks = case.candidate.marks("ages")
    nested = [a for a in case.candidate.nested("ages") if a.mark is not None]
    if nested and not case.rules.holds("3-ages-marks-anywhere"):
        return marks
    return marks + nested


def conflicts(case: Case, criterion: Criterion, ranges: list[Claim]) -> list[Claim]:
    """The ranges that are linked to one whose state, each alone, differs (rule 4a)."""
    found: list[Claim] = []
    for i, later in enumerate(ranges):
        for earlier in ranges[:i]:
            if linked(case, later, earlier) and (
                    state_of(case, criterion, [later]) != state_of(case, criterion, [earlier])
                    or not case.rules.holds("4a-differ")):
                found += [later, earlier]
    return found


# ---- their state ----

def span(first: int, last: int | None) -> int:
    """The ages from first to last, as bits; last None is no upper bound."""
    top = TOP if last is None else last
    if max(first, top) > TOP or last == TOP:
        raise ValueError(f"age beyond {TOP}")
    return (1 << (top + 1)) - (1 << first)


def reach(rules: Rules, claim: Claim) -> Reach:
    """The certain and the possible ages of one range."""
    for name in ("value", "about"):
        if claim.get(name) is not None:
            exact = span(int(str(claim.get(name))), int(str(claim.get(name))))
            known = name == "value" or rules.holds("5-about")
            return Reach(exact if known else 0, exact)
    if claim.get("at-least") is not None:
        open_up = rules.holds("5-at-least")
        return bounded(rules, int(str(claim.get("at-least"))), None, open_up)
    low, high = claim.get("min"), claim.get("max")
    first = None if low is None else int(low)
    if high == "none":
        return bounded(rules, first, None, rules.holds("5-max-none"))
    return bounded(rules, first, None if high is None else int(high), False)


def bounded(rules: Rules, first: int | None, last: int | None, open_up: bool) -> Reach:
    """Ages between two bounds; None is unknown, open_up says that there is no upper bound."""
    possible = span(first or 0, last)
    if first is not None and (last is not None or open_up):
        return Reach(possible, possible)
    if first is not None:
        certain = one_year(rules, first, "5-only-min")
        return Reach(certain if rules.holds("5-missing-bound") else possible, possible)
    if last is not None:
        certain = one_year(rules, last, "5-only-max")
        return Reach(certain if rules.holds("5-missing-lower") else possible, possible)
    return Reach(0, possible)


def one_year(rules: Rules, age: int, rule: str) -> int:
    return span(age, age) if rules.holds(rule) else 0


def state_of(case: Case, criterion: Criterion, ranges: list[Claim]) -> State:
    """The best state of the wanted options over these ranges together."""
    rules = case.rules
    reaches = [reach(rules, claim) for claim in ranges]
    states = []
    for option in criterion.options:
        assert isinstance(option, Ages)
        states.append(option_state(rules, option, reaches))
    if max(states) > min(states) and not rules.holds("5-best-option"):
        return min(states)
    return max(states)


def option_state(rules: Rules, option: Ages, reaches: list[Reach]) -> State:
    """One wanted range beside the union of the ranges."""
    last = option.last
    if last is None and not rules.holds("5-plus"):
        last = option.first
    wanted = span(option.first, last)
    if len(reaches) > 1 and not rules.holds("5-union"):
        return max(within(rules, wanted, single) for single in reaches)
    certain = possible = 0
    for single in reaches:
        certain |= single.certain
        possible |= single.possible
    return within(rules, wanted, Reach(certain, possible))


def within(rules: Rules, wanted: int, reach_of_all: Reach) -> State:
    """The four cases of rule 5, in their order."""
    certain, possible = reach_of_all
    if wanted & ~certain == 0:
        return State.MET if rules.holds("5-within") else State.PARTLY
    if wanted & possible == 0:
        return State.UNMET if rules.holds("5-disjoint") else State.UNKNOWN
    if wanted & certain and wanted & ~possible:
        return State.PARTLY if rules.holds("5-partly") else State.MET
    if wanted & certain and not rules.holds("5-partly-outside"):
        return State.PARTLY
    return State.UNKNOWN if rules.holds("5-else") else State.UNMET
