# SPDX-License-Identifier: EUPL-1.2
"""States of criteria: rules 1 to 4a of doc/match.md (5 is in ages.py, 5a in most.py)."""
from __future__ import annotations

import most
from catalogue import Claim
from looking import claims_of, marks_of
from rulebook import Case, Looked, State, Verdict
from situation import AtMost, Criterion, Option

KINDS = {"element": "element", "municipality": "municipality"}
SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def judge_claims(case: Case, criterion: Criterion) -> Verdict:
    """The state of one criterion on any field but age."""
    looked = look(case, criterion)
    marks = marks_of(case, criterion)
    if not looked:
        return nothing_stated(case, marks)
    state = beside_values(case, marks, together(case, criterion, looked))
    return settle_editor(case, looked, state)


def look(case: Case, criterion: Criterion) -> list[Looked]:
    """The claims looked at with their states, conflicts settled (rules 1 and 4a)."""
    looked = [Looked(claim, claim_state(case, criterion, claim))
              for claim in claims_of(case, criterion)]
    settle_conflicts(case, criterion, looked)
    return looked


# ---- 1. pairs ----

def claim_state(case: Case, criterion: Criterion, claim: Claim) -> State | None:
    """The best of the related pairs of a claim; None if all are unrelated."""
    related = []
    for option in criterion.options:
        state = pair_state(case, criterion, option, claim)
        if state is not None:
            related.append(state)
    if not related:
        return None
    if max(related) > min(related) and not case.rules.holds("1-best-pair"):
        return min(related)
    return max(related)


def pair_state(case: Case, criterion: Criterion, option: Option, claim: Claim) -> State | None:
    """The state of one wanted option beside one claim; None if they are unrelated."""
    mode = criterion.field.mode
    kind = KINDS.get(criterion.field.name, "concept")
    if mode == "at-most":
        assert isinstance(option, AtMost)
        return most.state(case.rules, option, claim)
    assert isinstance(option, str)
    if mode == "covers":
        state = covers(case, kind, option, claim)
    elif mode == "same":
        state = same(case, option, claim)
    elif mode == "findings":
        state = finding_state(case, option, claim)
    else:
        state = is_a(case, kind, option, claim)
    if state is None and not case.rules.holds("1-unrelated"):
        return State.PARTLY
    return state


def covers(case: Case, kind: str, wanted: str, claim: Claim) -> State | None:
    """Stated equal or broader covers what is wanted; narrower does so partly."""
    if claim.value == wanted:
        return State.MET if case.rules.holds("1-covers-equal") else State.PARTLY
    if case.broader(kind, claim.value, wanted):
        return State.MET if case.rules.holds("1-covers-broader") else State.UNKNOWN
    if case.broader(kind, wanted, claim.value):
        return State.PARTLY if case.rules.holds("1-covers-narrower") else State.MET
    return None


def is_a(case: Case, kind: str, wanted: str, claim: Claim) -> State | None:
    """Stated equal or narrower is what is wanted; broader says nothing of it."""
    if claim.value == wanted:
        return State.MET if case.rules.holds("1-is-a-equal") else State.PARTLY
    if case.broader(kind, wanted, claim.value):
        return State.MET if case.rules.holds("1-is-a-narrower") else State.PARTLY
    if case.broader(kind, claim.value, wanted):
        return State.UNKNOWN if case.rules.holds("1-is-a-broader") else State.MET
    return None


def same(case: Case, wanted: str, claim: Claim) -> State | None:
    """Equal text, letters A-Z compared as a-z."""
    stated = str(claim.value)
    if stated.translate(SMALL) != wanted.translate(SMALL):
        return None
    if stated != wanted and not case.rules.holds("1-same-case"):
        return None
    return State.MET if case.rules.holds("1-same") else State.PARTLY


# ---- 2. together ----

def together(case: Case, criterion: Criterion, looked: list[Looked]) -> State:
    """The best state of the related claims; without any, what the field says of unrelated ones."""
    related = [l.state for l in looked if l.state is not None]
    if not related:
        return unrelated_state(case, criterion)
    if max(related) > min(related) and not case.rules.holds("2-best-claim"):
        return min(related)
    return max(related)


def unrelated_state(case: Case, criterion: Criterion) -> State:
    """Unmet in a closed field, unknown in an open one."""
    if criterion.field.closed:
        return State.UNMET if case.rules.holds("2-closed") else State.UNKNOWN
    return State.UNKNOWN if case.rules.holds("2-open") else State.UNMET


def beside_values(case: Case, marks: list[Claim], state: State) -> State:
    """Marks beside stated values change nothing, unless a rule is flipped."""
    for mark in marks:
        if mark.mark == "none":
            state = state if case.rules.holds("3-none-beside-values") else State.UNMET
        else:
            state = state if case.rules.holds("3-marks-beside-values") else State.UNKNOWN
    return state


# ---- 3. nothing stated ----

def nothing_stated(case: Case, marks: list[Claim]) -> Verdict:
    """Unknown with its cause; unmet where the source says there is none."""
    rules = case.rules
    if any(m.mark == "none" for m in marks):
        if rules.holds("3-none") and not weak_none(case, marks):
            return Verdict(State.UNMET)
        return Verdict(State.UNKNOWN, silence=silence_of(case, marks))
    if not rules.holds("3-unknown"):
        return Verdict(State.UNMET)
    return Verdict(State.UNKNOWN, silence=silence_of(case, marks))


def weak_none(case: Case, marks: list[Claim]) -> bool:
    """Whether every mark none is the editor's."""
    nones = [m.by_editor for m in marks if m.mark == "none"]
    if all(nones) and not all(m.by_editor for m in marks) and not case.rules.holds("4-none-only"):
        return False
    return weak(case, nones, "4-none", "4-none-every")


def silence_of(case: Case, marks: list[Claim]) -> str:
    """The cause of nothing stated: not-read before searched before not-stated."""
    causes = {m.mark for m in marks}
    order = ["not-read", "searched"]
    if causes.issuperset(order) and not case.rules.holds("3-not-read-first"):
        order.reverse()
    for cause in order:
        if cause in causes and case.rules.holds(f"3-{cause}"):
            return cause
    return "not-stated"


# ---- 3a. outcome ----

DIRECTIONS: dict[str | None, tuple[str, State, State]] = {      # rule, state, state if flipped
    "positive": ("3a-positive", State.MET, State.PARTLY),
    "mixed": ("3a-mixed", State.PARTLY, State.MET),
    "none": ("3a-none", State.UNMET, State.UNKNOWN),
    "negative": ("3a-negative", State.UNMET, State.UNKNOWN),
    None: ("3a-no-direction", State.UNKNOWN, State.UNMET),
}


def finding_state(case: Case, wanted: str, finding: Claim) -> State | None:
    """Related as in is-a; the direction gives the state."""
    stated = finding.get("outcome")
    direction = finding.get("direction")
    if case.broader("concept", stated, wanted) and case.rules.holds("3a-broader"):
        return State.UNKNOWN
    if stated != wanted and not case.broader("concept", wanted, stated) \
            and not case.broader("concept", stated, wanted):
        return None
    if direction == "not-studied":
        return State.UNMET
    rule, state, flipped = DIRECTIONS[direction]
    return state if case.rules.holds(rule) else flipped


# ---- 4. editor and 4a. conflict ----

def settle_editor(case: Case, looked: list[Looked], state: State) -> Verdict:
    """A state that rests on the editor alone is weaker; marks editor and conflict."""
    editors = [l.claim.by_editor for l in looked]
    if state == State.UNMET and weak(case, editors, "4-unmet", "4-unmet-every"):
        return Verdict(State.UNKNOWN)
    if state not in (State.MET, State.PARTLY):
        return Verdict(state)
    givers = [l for l in looked if l.state == state]
    editor = weak(case, [l.claim.by_editor for l in givers], "4-mark", "4-mark-every")
    conflict = state == State.PARTLY and any(l.conflict for l in givers)
    return Verdict(state, editor, conflict and case.rules.holds("4a-mark"))


def weak(case: Case, editors: list[bool], rule: str, every: str) -> bool:
    """Whether all are the editor's."""
    if all(editors):
        return bool(editors) and case.rules.holds(rule)
    return any(editors) and not case.rules.holds(every)


def linked(case: Case, later: Claim, earlier: Claim) -> bool:
    """Whether two claims are linked as conflicting, in either direction."""
    if later.names_conflict(earlier):
        return True
    return earlier.names_conflict(later) and case.rules.holds("4a-either-direction")


def settle_conflicts(case: Case, criterion: Criterion, looked: list[Looked]) -> None:
    """Linked claims whose states differ become partly, both of them (rule 4a)."""
    linked_to_marks(case, criterion, looked)
    before = [l.state for l in looked]
    for i, later in enumerate(looked):
        for j, earlier in enumerate(looked[:i]):
            if not linked(case, later.claim, earlier.claim):
                continue
            pair = [before[i], before[j]]
            if (later.conflict or earlier.conflict) and not case.rules.holds("4a-all-at-once"):
                pair = [later.state, earlier.state]
            if differ(case, criterion, pair) and case.rules.holds("4a-partly"):
                later.state = earlier.state = State.PARTLY
                later.conflict = earlier.conflict = True


def linked_to_marks(case: Case, criterion: Criterion, looked: list[Looked]) -> None:
    """A mark is never part of a conflict, unless the rule is flipped."""
    for mark in marks_of(case, criterion):
        for one in looked:
            if (mark.names_conflict(one.claim) or one.claim.names_conflict(mark)) \
                    and not case.rules.holds("4a-marks-apart"):
                one.state, one.conflict = State.PARTLY, True


def differ(case: Case, criterion: Criterion, pair: list[State | None]) -> bool:
    """Whether two states differ, an unrelated one taken as rule 2 gives it."""
    if None in pair and not case.rules.holds("4a-unrelated"):
        return False
    default = State.UNMET if criterion.field.closed else State.UNKNOWN
    one, other = (default if state is None else state for state in pair)
    return one != other or not case.rules.holds("4a-differ")
