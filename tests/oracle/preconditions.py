# SPDX-License-Identifier: EUPL-1.2
"""Preconditions of a candidate: rules 6 and 7 of doc/match.md, and states that contradict."""
from __future__ import annotations

from dataclasses import dataclass, field

from catalogue import Claim
from rulebook import Case, Hierarchy, Rules
from situation import Situation

NEEDS = ("required", "recommended", "facilitating", "unstated")     # strongest first


@dataclass(frozen=True)
class Needed:
    """One precondition of one candidate."""

    id: str
    need: str
    scope: str
    state: str
    derived: bool
    blocking: bool
    relevant: bool = field(default=False, compare=False)


def has_two_states(situation: Situation, rules: Rules) -> bool:
    """Whether two different states are said of one precondition."""
    said = situation.said
    if len(set(said)) < len(said) and not rules.holds("0-same-twice"):
        return True
    return len({name for name, _ in said}) < len(set(said)) and rules.holds("0-two-states")


def contradicts(situation: Situation, hierarchy: Hierarchy) -> bool:
    """Whether a precondition is present while a broader one is absent."""
    states = situation.states
    for name, state in states.items():
        for other, its_state in states.items():
            if (state, its_state) == ("present", "absent") \
                    and hierarchy.broader("precondition", other, name) \
                    and hierarchy.rules.holds("0-present-under-absent"):
                return True
    return False


def needed(case: Case) -> list[Needed]:
    """The preconditions the candidate names, each once."""
    claims: dict[str, list[Claim]] = {}
    for claim in case.stated("needs-precondition"):
        claims.setdefault(str(claim.value), []).append(claim)
    return [one(case, name, found) for name, found in claims.items()]


def one(case: Case, name: str, claims: list[Claim]) -> Needed:
    """What the candidate and the asker say of one precondition."""
    scope = case.catalogue.get("precondition", name).attributes["scope"]
    need = strongest(case.rules, claims)
    state, derived = state_of(case, name)
    return Needed(name, need, scope, state, derived,
                  is_blocking(case.rules, scope, claims), is_relevant(case.rules, scope, need))


# ---- 6. need and state ----

def need_of(rules: Rules, claim: Claim) -> str:
    need = claim.get("need")
    if need is None:
        return "unstated" if rules.holds("6-unstated") else "required"
    return need


def strongest(rules: Rules, claims: list[Claim]) -> str:
    """The strongest need of the claims."""
    ranks = sorted(NEEDS.index(need_of(rules, claim)) for claim in claims)
    if ranks[0] < ranks[-1] and not rules.holds("6-strongest"):
        return NEEDS[ranks[-1]]
    return NEEDS[ranks[0]]


def state_of(case: Case, name: str) -> tuple[str, bool]:
    """The state of a precondition, and whether it is derived."""
    rules = case.rules
    said = case.situation.states.get(name)
    derived = derive(case, name)
    if said is not None:
        if derived is not None and derived != said and not rules.holds("6-said-first"):
            return derived, True
        return said, False
    if derived is not None:
        return derived, True
    return ("unknown" if rules.holds("6-unknown") else "absent"), False


def derive(case: Case, name: str) -> str | None:
    """Present from a narrower one, absent from a broader one."""
    rules, states = case.rules, case.situation.states
    for other, state in states.items():
        if not case.broader("precondition", name, other):
            continue
        if state == "present" and rules.holds("6-present"):
            return "present"
        if state == "partly" and not rules.holds("6-partly-not-derived"):
            return "partly"
    for other, state in states.items():
        if state == "absent" and case.broader("precondition", other, name) \
                and rules.holds("6-absent"):
            return "absent"
    return None


# ---- 7. blocking and relevant ----

def is_blocking(rules: Rules, scope: str, claims: list[Claim]) -> bool:
    """Whether one claim is required, not the editor's, and not merely potential."""
    if any(blocks(rules, claim) for claim in claims):
        return scope == "intervention" or not rules.holds("7-blocking-scope")
    apart = (any(need_of(rules, c) == "required" for c in claims)
             and any(not c.by_editor for c in claims)
             and any(c.strength != "potential" for c in claims))
    return apart and not rules.holds("7-one-claim")


def blocks(rules: Rules, claim: Claim) -> bool:
    """The three conditions on one claim."""
    need = need_of(rules, claim)
    if need == "recommended":
        if rules.holds("7-required"):
            return False
    elif need != "required":
        return False
    if claim.by_editor and rules.holds("7-not-editor"):
        return False
    return claim.strength != "potential" or not rules.holds("7-not-potential")


def is_relevant(rules: Rules, scope: str, need: str) -> bool:
    """Of scope intervention, and required or without a stated need."""
    if scope != "intervention" and rules.holds("7-scope"):
        return False
    if need == "required":
        return rules.holds("7-required-relevant")
    if need == "unstated":
        return rules.holds("7-unstated-relevant")
    return not rules.holds("7-others-not-relevant")
