# SPDX-License-Identifier: EUPL-1.2
"""The answer of a match: rules 6 to 11 of doc/match.md over the states of the criteria."""
from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Callable

import preconditions
from ages import judge_ages
from catalogue import Claim, Record
from looking import evaluates, findings_of
from preconditions import Needed
from rulebook import Case, Hierarchy, Rules, State, Verdict
from rules import judge_claims
from situation import Criterion, Situation

CATEGORIES = ("fits", "open", "blocked", "excluded")
NAMES = {None: "not-applicable", State.MET: "met", State.PARTLY: "partly",
         State.UNKNOWN: "unknown", State.UNMET: "unmet"}


@dataclass(frozen=True)
class Shown:
    """What a match shows of one criterion."""

    field: str
    must: bool
    state: str
    editor: bool
    conflict: bool
    silence: str | None


@dataclass(frozen=True)
class Keys:
    """The keys of rule 9 between the category and the id."""

    low: Fraction
    high: Fraction
    absent: int
    partly: int
    unknown: int
    evidence: int


@dataclass(frozen=True)
class Match:
    """One candidate in the answer."""

    id: str
    category: str
    criteria: tuple[Shown, ...]
    preconditions: tuple[Needed, ...]
    keys: Keys


@dataclass(frozen=True)
class Answer:
    """The whole answer; status is None unless the situation was refused."""

    status: str | None = None
    matches: tuple[Match, ...] = ()
    questions: tuple[tuple[str, int], ...] = ()


@dataclass
class Row:
    """A candidate while the answer is made."""

    case: Case
    verdicts: list[Verdict]
    needs: list[Needed]
    category: str
    keys: Keys


def answer(situation: Situation, hierarchy: Hierarchy) -> Answer:
    """The answer to a situation; the hierarchy brings the catalogue and the rules."""
    rules = hierarchy.rules
    if preconditions.has_two_states(situation, rules):
        return Answer(status="duplicate-state")
    if preconditions.contradicts(situation, hierarchy):
        return Answer(status="contradicting-states")
    cases = [Case(hierarchy, situation, record)
             for record in hierarchy.catalogue.of_kind("intervention")]
    rows = in_order([make_row(case) for case in cases if is_candidate(case)], rules)
    return Answer(None, tuple(show(row) for row in rows), tuple(questions(rows, rules)))


def judge(case: Case, criterion: Criterion) -> Verdict:
    """The state of one criterion for one candidate."""
    if case.candidate.attributes["kind"] == "type" and not criterion.field.types_too:
        if case.rules.holds("0-not-applicable"):
            return Verdict(None)
    if criterion.field.mode == "age":
        return judge_ages(case, criterion)
    return judge_claims(case, criterion)


def make_row(case: Case) -> Row:
    verdicts = [judge(case, criterion) for criterion in case.situation.criteria]
    needs = preconditions.needed(case)
    return Row(case, verdicts, needs, category(case, verdicts, needs),
               keys(case, verdicts, needs))


def show(row: Row) -> Match:
    shown = tuple(Shown(c.field.name, c.must, NAMES[v.state], v.editor, v.conflict, v.silence)
                  for c, v in zip(row.case.situation.criteria, row.verdicts))
    needs = tuple(sorted(row.needs, key=lambda need: need.id.encode()))
    return Match(row.case.candidate.id, row.category, shown, needs, row.keys)


# ---- 8. category ----

def category(case: Case, verdicts: list[Verdict], needs: list[Needed]) -> str:
    """Excluded, blocked, fits or open: the first that holds."""
    rules = case.rules
    excluded, blocked = is_excluded(case, verdicts), is_blocked(rules, needs)
    if excluded and blocked:
        return "excluded" if rules.holds("8-excluded-first") else "blocked"
    if excluded:
        return "excluded"
    if blocked:
        return "blocked"
    musts = [must_allows(rules, v.state)
             for c, v in zip(case.situation.criteria, verdicts) if c.must]
    present = [need_allows(rules, need) for need in needs if need.relevant]
    if all(musts) and all(present) and states_preconditions(case, needs):
        return "fits"
    return "open"


def is_excluded(case: Case, verdicts: list[Verdict]) -> bool:
    """Whether a must is unmet."""
    rules, found = case.rules, False
    for criterion, verdict in zip(case.situation.criteria, verdicts):
        if verdict.state == State.UNMET:
            if criterion.must:
                found |= rules.holds("8-excluded")
            else:
                found |= not rules.holds("8-wishes-never")
        elif verdict.state == State.UNKNOWN and criterion.must:
            found |= not rules.holds("8-unknown-never-excludes")
    return found


def is_blocked(rules: Rules, needs: list[Needed]) -> bool:
    """Whether a blocking precondition is absent."""
    found = False
    for need in needs:
        if need.state == "absent":
            if need.blocking:
                found |= rules.holds("8-blocked")
            elif need.relevant:
                found |= not rules.holds("8-blocking-only")
        elif need.state == "partly" and need.blocking:
            found |= not rules.holds("8-blocked-absent-only")
    return found


def must_allows(rules: Rules, state: State | None) -> bool:
    """Whether a must with this state allows fits."""
    if state is None:
        return not rules.holds("8-not-applicable-open")
    if state == State.PARTLY:
        return not rules.holds("8-must-met")
    if state == State.UNKNOWN:
        return not rules.holds("8-must-unknown")
    return state == State.MET


def need_allows(rules: Rules, need: Needed) -> bool:
    """Whether a relevant precondition allows fits."""
    if need.state == "partly":
        return not rules.holds("8-present")
    if need.state == "unknown":
        return not rules.holds("8-unsaid")
    return need.state == "present"


def states_preconditions(case: Case, needs: list[Needed]) -> bool:
    """Whether the candidate states a precondition of scope intervention, or that there is none."""
    rules = case.rules
    if any(need.scope == "intervention" for need in needs):
        return True
    nones = [m for m in case.candidate.marks("needs-precondition") if m.mark == "none"]
    if any(not mark.by_editor for mark in nones):
        return rules.holds("8-none-fits")
    if nones and not rules.holds("8-none-editor"):
        return True
    if needs:
        return not rules.holds("8-states-scope")
    return not rules.holds("8-states-some")


# ---- 9. order ----

def keys(case: Case, verdicts: list[Verdict], needs: list[Needed]) -> Keys:
    """The keys of rule 9 for one candidate."""
    rules = case.rules
    wishes = [v.state for c, v in zip(case.situation.criteria, verdicts)
              if not c.must or not rules.holds("9-wishes-only")]
    low, high = wish_keys(rules, wishes)
    counted = [n.state for n in needs
               if n.scope == "intervention" or not rules.holds("9-scope")]
    return Keys(low, high, counted.count("absent"), counted.count("partly"),
                counted.count("unknown"), evidence(case))


def wish_keys(rules: Rules, wishes: list[State | None]) -> tuple[Fraction, Fraction]:
    """Low and high over the wishes that apply."""
    total = len([state for state in wishes
                 if state is not None or not rules.holds("9-not-applicable")])
    if total == 0:
        return Fraction(0), Fraction(0)
    partly = wishes.count(State.PARTLY)
    if partly and not rules.holds("9-partly-half"):
        partly = 0
    unknown = wishes.count(State.UNKNOWN)
    low = Fraction(2 * wishes.count(State.MET) + partly, 2 * total)
    if unknown and not rules.holds("9-unknown-whole"):
        return low, low + Fraction(unknown, 2 * total)
    return low, low + Fraction(unknown, total)


def evidence(case: Case) -> int:
    """The strongest design behind an outcome with positive and without negative findings."""
    rules = case.rules
    findings = findings_of(case)
    negative = {f.get("outcome") for f in findings if f.get("direction") == "negative"}
    giving = [f for f in findings if is_evidence(rules, f, negative)]
    if not giving:
        return 0
    evaluations = [e for e in case.catalogue.of_kind("evaluation")
                   if evaluates(e.stated("evaluates"), case.candidate.id)]
    these = [e for e in evaluations if any(f.record is e for f in giving)]
    if len(these) < len(evaluations) and not rules.holds("9-evidence-these-evaluations"):
        these = evaluations
    orders = [design_order(case, claim) for e in these for claim in e.stated("design")]
    if orders and min(orders) < max(orders) and not rules.holds("9-evidence-highest"):
        return min(orders)
    return max(orders, default=0)


def is_evidence(rules: Rules, finding: Claim, negative: set[str | None]) -> bool:
    """Whether a finding is a positive one on an outcome without negative findings."""
    direction = finding.get("direction")
    if direction == "mixed":
        return not rules.holds("9-evidence-positive")
    if direction != "positive":
        return False
    if finding.get("outcome") in negative:
        return not rules.holds("9-evidence-no-negative")
    return not negative or rules.holds("9-evidence-same-outcome")


def design_order(case: Case, claim: Claim) -> int:
    """The order of the concept of a design; 0 if it is not stated."""
    return int(case.catalogue.get("concept", str(claim.value)).attributes.get("order", "0"))


def id_key(rules: Rules, row: Row) -> tuple[bytes, bytes]:
    """The id in byte order; without hyphens first if that rule is flipped."""
    key = row.case.candidate.id.encode()
    return (key.replace(b"-", b"") if rules.is_flipped("9-id-bytes") else key, key)


def in_order(rows: list[Row], rules: Rules) -> list[Row]:
    """The rows by the keys of rule 9, the first that differs."""
    order: list[tuple[str, Callable[[Row], object]]] = [
        ("9-category", lambda row: CATEGORIES.index(row.category)),
        ("9-low", lambda row: -row.keys.low),
        ("9-high", lambda row: -row.keys.high),
        ("9-absent", lambda row: row.keys.absent),
        ("9-partly", lambda row: row.keys.partly),
        ("9-unknown", lambda row: row.keys.unknown),
        ("9-evidence", lambda row: -row.keys.evidence),
        ("9-id", lambda row: id_key(rules, row)),
    ]
    for name, key in reversed(order):
        rows = sorted(rows, key=key, reverse=rules.is_flipped(name))   # type: ignore[arg-type]
    for before, after in zip(rows, rows[1:]):
        rules.hit(next(name for name, key in order if key(before) != key(after)))
        rules.hit("9-id-bytes")
    return rows


# ---- 10. candidates ----

def is_candidate(case: Case) -> bool:
    """Whether an intervention is looked at in this situation."""
    return all(allowed(case.situation, case.rules, what, rule)
               for what, rule in reasons(case.candidate))


def reasons(record: Record) -> list[tuple[str, str]]:
    """Why a record is left out unless asked for: what would ask for it, and the rule."""
    found = []
    if record.attributes["kind"] != "intervention":
        kinds = record.attributes["kind"] + "s"
        found.append((kinds, "10-" + kinds))
    if record.attributes.get("country", "NL") != "NL":
        found.append(("foreign", "10-foreign"))
    if any(claim.value == "ended" for claim in record.stated("status")):
        found.append(("ended", "10-ended"))
    if "replaced-by" in record.attributes:
        found.append(("ended", "10-replaced"))
    return found


def allowed(situation: Situation, rules: Rules, what: str, rule: str) -> bool:
    if what in situation.include:
        return rules.holds("10-asked-for")
    return not rules.holds(rule)


# ---- 11. questions ----

def questions(rows: list[Row], rules: Rules) -> list[tuple[str, int]]:
    """The preconditions to ask about, with their scores, highest first, then by id."""
    scores: dict[str, int] = {}
    for row in rows:
        if not asks(rules, row):
            continue
        for need in row.needs:
            if is_question(rules, need):
                scores[need.id] = scores.get(need.id, 0) + score(row, need)
    listed = sorted(scores.items(), key=lambda pair: pair[0].encode(),
                    reverse=rules.is_flipped("11-then-id"))
    listed.sort(key=lambda pair: pair[1], reverse=not rules.is_flipped("11-highest-first"))
    for before, after in zip(listed, listed[1:]):
        rules.hit("11-then-id" if before[1] == after[1] else "11-highest-first")
    return [pair for pair in listed if pair[1] > 0 or rules.holds("11-zero")]


def asks(rules: Rules, row: Row) -> bool:
    if row.category == "blocked":
        return not rules.holds("11-open-only")
    return row.category == "open"


def is_question(rules: Rules, need: Needed) -> bool:
    """Whether a precondition is one that the asker can still answer and that matters."""
    if need.state not in ("unknown", "absent"):
        return False
    if not need.relevant:
        return need.state == "unknown" and not rules.holds("11-relevant")
    return need.state == "unknown" or not rules.holds("11-unknown")


def score(row: Row, need: Needed) -> int:
    """One if it blocks, and one if the candidate would fit with it."""
    rules, points = row.case.rules, 0
    if need.blocking and rules.holds("11-blocking"):
        points += 1
    if category(row.case, row.verdicts, with_present(row, need)) == "fits":
        points += rules.holds("11-fits")
    return points


def with_present(row: Row, asked: Needed) -> list[Needed]:
    """The needs with this one present, alone: nothing is derived from it."""
    changed = []
    for need in row.needs:
        if need is asked:
            need = replace(need, state="present")
        elif need.state == "unknown" and row.case.broader("precondition", need.id, asked.id) \
                and not row.case.rules.holds("11-alone"):
            need = replace(need, state="present")
        changed.append(need)
    return changed
