# SPDX-License-Identifier: EUPL-1.2
"""Which claims, marks and findings are looked at for a field of doc/match.md."""
from __future__ import annotations

from catalogue import Claim, Record
from rulebook import Case
from situation import Criterion


def claims_of(case: Case, criterion: Criterion) -> list[Claim]:
    """The values of the field that count."""
    name = criterion.field.name
    if name == "target-group":
        return groups_of(case)
    if name == "outcome":
        return findings_of(case)
    if name in ("ideology", "ideology-studied"):
        return [c for c in case.stated("ideology") if relation_counts(case, name, c)]
    return case.stated(criterion.field.claims)


def groups_of(case: Case) -> list[Claim]:
    """Target groups by role: deliverers only where they are asked for."""
    return [c for c in case.stated("target-group") if role_counts(case, c)]


def role_of(case: Case, claim: Claim) -> str:
    role = claim.get("role")
    if role is not None:
        return role
    return "final" if case.rules.holds("0-role-left-out") else "deliverer"


def role_counts(case: Case, claim: Claim) -> bool:
    if role_of(case, claim) != "deliverer":
        return True
    if "deliverers" in case.situation.include:
        return case.rules.holds("0-deliverer-asked")
    return not case.rules.holds("0-deliverer-left-out")


def relation_counts(case: Case, name: str, claim: Claim) -> bool:
    """Whether an ideology, or its mark, belongs to the field of this name."""
    relation = claim.get("relation")
    if relation is None:
        relation = "aimed-at" if case.rules.holds("0-relation-left-out") else "studied-with"
    asked = "aimed-at" if name == "ideology" else "studied-with"
    if relation != asked:
        return not case.rules.holds("0-relation-apart")
    return True


def marks_of(case: Case, criterion: Criterion) -> list[Claim]:
    """The not-stated marks of the field that count (rule 3)."""
    name, rules = criterion.field.name, case.rules
    if name == "outcome":
        return []
    marks = case.candidate.marks(criterion.field.claims)
    if name in ("ideology", "ideology-studied"):
        return [m for m in marks
                if relation_counts(case, name, m) or not rules.holds("3-ideology-marks")]
    if name == "target-group":
        return [m for m in marks
                if role_counts(case, m) or rules.holds("3-target-group-marks")]
    return marks


def findings_of(case: Case) -> list[Claim]:
    """The findings on the candidate that count, evaluation by evaluation."""
    if case.findings is None:
        case.findings = [f for evaluation in case.catalogue.of_kind("evaluation")
                         if evaluates(evaluation.stated("evaluates"), case.candidate.id)
                         for f in stated_findings(case, evaluation) if finding_counts(case, f)]
    return case.findings


def evaluates(claims: list[Claim], candidate: str) -> bool:
    return any(claim.value == candidate for claim in claims)


def stated_findings(case: Case, evaluation: Record) -> list[Claim]:
    """The findings of an evaluation; one that is only a mark states nothing."""
    marks = evaluation.marks("finding")
    if marks and not case.rules.holds("3a-mark"):
        return evaluation.stated("finding") + marks
    return evaluation.stated("finding")


def finding_counts(case: Case, finding: Claim) -> bool:
    """Whether a finding of an evaluation of the candidate is one on the candidate."""
    rules = case.rules
    if not finding.names:
        if not rules.holds("3a-without-for"):
            return False
    elif case.candidate.id not in finding.names and rules.holds("3a-for"):
        return False
    if finding.asserter not in ("evaluation", "respondents") and rules.holds("3a-asserter"):
        return False
    return finding.get("direction") != "not-studied" or not rules.holds("3a-not-studied")
