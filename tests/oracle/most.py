# SPDX-License-Identifier: EUPL-1.2
"""Cost and duration: rule 5a of doc/match.md."""
from __future__ import annotations

from typing import NamedTuple

from catalogue import Claim
from rulebook import Rules, State
from situation import AtMost

BEYOND = 10 ** 18       # higher than anything


class Bounds(NamedTuple):
    """Lowest and highest of a claim; None is unknown."""

    lowest: int | None
    highest: int | None


def bounds(rules: Rules, claim: Claim) -> Bounds:
    """What the attributes of a quantity say."""
    for name in ("value", "about"):
        if claim.get(name) is not None:
            number = int(str(claim.get(name)))
            return Bounds(number, number)
    at_least = claim.get("at-least")
    if at_least is not None:
        number = int(at_least)
        return Bounds(number, None if rules.holds("5a-at-least") else number)
    low, high = claim.get("min"), claim.get("max")
    lowest = None if low is None else int(low)
    if high == "none":
        return Bounds(lowest, BEYOND if rules.holds("5a-max-none") else None)
    return Bounds(lowest, None if high is None else int(high))


def comparable(rules: Rules, wanted: AtMost, claim: Claim) -> bool:
    """Only claims of the same per or unit are compared."""
    of = claim.get("per" if claim.field == "cost" else "unit")
    if of is None:
        return not rules.holds("5a-no-unit")
    return of == wanted.of or not rules.holds("5a-other-unit")


def state(rules: Rules, wanted: AtMost, claim: Claim) -> State:
    """Rule 5a for one option and one claim."""
    if not comparable(rules, wanted, claim):
        return State.UNKNOWN
    lowest, highest = bounds(rules, claim)
    met_by, unmet_by = highest, lowest
    if lowest != highest:
        met_by = highest if rules.holds("5a-highest") else lowest
        unmet_by = lowest if rules.holds("5a-lowest") else highest
    if met_by is not None and met_by <= wanted.most:
        return State.MET
    if unmet_by is not None and unmet_by > wanted.most:
        return State.UNMET
    if lowest is not None and highest is not None:
        return State.PARTLY if rules.holds("5a-between") else State.MET
    return State.UNKNOWN if rules.holds("5a-else") else State.PARTLY
