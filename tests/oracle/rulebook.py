# SPDX-License-Identifier: EUPL-1.2
"""The rules of doc/match.md by name, and the terms all of them share.

A rule is asked for by `rules.holds(name)`: that counts a hit, and is false for the one rule that is
flipped. What a flip puts in the rule's place stands beside its name.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from catalogue import Catalogue, Claim, Record
from situation import Situation

# name of the rule -> what the flip does instead
RULES: dict[str, str] = {
    # the situation
    "0-two-states": "two different states for one precondition are no error",
    "0-same-twice": "the same state said twice is an error",
    "0-present-under-absent": "present under an absent broader one is no error",
    # the fields
    "0-not-applicable": "fields that do not apply to types are judged for them too",
    "0-deliverer-left-out": "deliverers count without being asked for",
    "0-deliverer-asked": "deliverers never count",
    "0-role-left-out": "a target group without a role counts as deliverer",
    "0-relation-left-out": "an ideology without a relation counts as studied-with",
    "0-relation-apart": "aimed-at and studied-with are not kept apart",
    # hierarchy
    "0-ancestors-all-the-way": "only the directly broader record is broader",
    "0-ancestors-every-path": "only the first broader record is followed",
    # 1. pairs
    "1-covers-equal": "equal is partly",
    "1-covers-broader": "stated broader is unknown",
    "1-covers-narrower": "stated narrower is met",
    "1-is-a-equal": "equal is partly",
    "1-is-a-narrower": "stated narrower is partly",
    "1-is-a-broader": "stated broader is met",
    "1-same": "equal text is partly",
    "1-same-case": "capitals differ from small letters",
    "1-unrelated": "anything else is partly",
    "1-best-pair": "the worst of the related pairs counts",
    # 2. together
    "2-best-claim": "the worst of the related claims counts",
    "2-closed": "unrelated in a closed field is unknown",
    "2-open": "unrelated in an open field is unmet",
    # 3. nothing stated
    "3-unknown": "nothing stated is unmet",
    "3-not-read": "the mark not-read is not seen",
    "3-searched": "the mark searched is not seen",
    "3-not-read-first": "searched comes before not-read",
    "3-none": "the mark none is unknown",
    "3-none-beside-values": "the mark none beside stated values makes unmet",
    "3-marks-beside-values": "the marks not-read and searched beside values make unknown",
    "3-ages-marks-anywhere": "marks of ages at a target group are not seen",
    "3-ideology-marks": "marks count whatever their relation",
    "3-target-group-marks": "marks of deliverers count only where deliverers do",
    # 3a. outcome
    "3a-for": "a finding for another intervention counts too",
    "3a-without-for": "a finding for all evaluated together does not count",
    "3a-mark": "a finding that is only a mark counts as one without direction",
    "3a-asserter": "findings count whoever asserts them",
    "3a-not-studied": "not-studied counts as unmet",
    "3a-positive": "positive is partly",
    "3a-mixed": "mixed is met",
    "3a-none": "no difference is unknown",
    "3a-negative": "negative is unknown",
    "3a-no-direction": "no direction is unmet",
    "3a-broader": "a finding on a broader outcome counts by its direction",
    # 4. editor
    "4-mark": "no criterion is marked editor",
    "4-mark-every": "one claim of the editor with the state marks it",
    "4-unmet": "unmet by the editor alone stays unmet",
    "4-unmet-every": "one claim of the editor turns unmet into unknown",
    "4-none": "unmet by the editor's mark none stays unmet",
    "4-none-every": "one mark none of the editor turns unmet into unknown",
    "4-none-only": "another's mark beside the editor's none keeps unmet",
    # 4a. conflict
    "4a-partly": "conflicts are ignored",
    "4a-differ": "linked claims with equal states are partly too",
    "4a-either-direction": "only a claim that names an earlier one is linked",
    "4a-unrelated": "an unrelated claim is in no conflict",
    "4a-all-at-once": "a claim that became partly is compared as partly",
    "4a-marks-apart": "a value linked to a mark is partly",
    "4a-mark": "no criterion is marked conflict",
    "4a-ages": "conflicts of ages are ignored",
    "4a-ages-rest-met": "conflicts of ages make partly though the rest is met",
    # 5. ages
    "5-mark-no-entry": "the ages under a target group that is only a mark count too",
    "5-accepted-entries": "entries the target-group criteria do not accept count too",
    "5-accepted-partly": "entries that are partly are not accepted",
    "5-any-criterion": "only the first target-group criterion accepts entries",
    "5-else-final": "where no entry is accepted, all entries count",
    "5-final-uses-own": "a final entry without ages has none",
    "5-own-ages-first": "a final entry with ages uses the candidate's own as well",
    "5-only-final-uses-own": "intermediary entries use the candidate's own ages too",
    "5-no-entries": "without entries there are no ages",
    "5-missing-bound": "a missing upper bound is no upper bound",
    "5-missing-lower": "a missing lower bound is 0 for certain",
    "5-max-none": "max none is an unknown bound",
    "5-only-min": "with only min known no age is certain",
    "5-only-max": "with only max known no age is certain",
    "5-at-least": "at-least leaves the upper bound unknown",
    "5-about": "about gives no age for certain",
    "5-union": "each range is judged by itself",
    "5-within": "within C is partly",
    "5-plus": "16+ is the age 16",
    "5-disjoint": "no age shared with P is unknown",
    "5-partly": "partly is met",
    "5-partly-outside": "partly also where W lies within P",
    "5-else": "else is unmet",
    "5-best-option": "the worst option counts",
    "5-editor-mark": "ages are never marked editor",
    "5-editor-every": "one range of the editor marks or weakens the state",
    "5-editor-unmet": "unmet by the editor's ages alone stays unmet",
    # 5a. at most
    "5a-other-unit": "a claim per something else is compared all the same",
    "5a-no-unit": "a claim without a unit is compared all the same",
    "5a-highest": "the lowest at most the wanted is met",
    "5a-lowest": "the highest above the wanted is unmet",
    "5a-at-least": "at-least gives the highest too",
    "5a-max-none": "max none leaves the highest unknown",
    "5a-between": "between is met",
    "5a-else": "else is partly",
    # 6. preconditions
    "6-strongest": "the weakest need counts",
    "6-unstated": "a need that is left out is required",
    "6-said-first": "what is derived comes before what was said",
    "6-present": "present is not derived from a narrower one",
    "6-absent": "absent is not derived from a broader one",
    "6-partly-not-derived": "partly is derived from a narrower one as well",
    "6-unknown": "the asker's silence is absent",
    # 7. blocking and relevant
    "7-required": "a recommended need blocks too",
    "7-not-editor": "the editor's claim blocks too",
    "7-not-potential": "a potential claim blocks too",
    "7-one-claim": "the conditions may hold of different claims",
    "7-blocking-scope": "preconditions of every scope can block",
    "7-scope": "preconditions of every scope are relevant",
    "7-required-relevant": "a required precondition is not relevant",
    "7-unstated-relevant": "a precondition whose need is unstated is not relevant",
    "7-others-not-relevant": "recommended and facilitating are relevant too",
    # 8. category
    "8-excluded": "an unmet must does not exclude",
    "8-unknown-never-excludes": "an unknown must excludes",
    "8-wishes-never": "an unmet wish excludes",
    "8-excluded-first": "blocked comes before excluded",
    "8-blocked": "absent never blocks",
    "8-blocked-absent-only": "partly blocks too",
    "8-blocking-only": "every relevant absent precondition blocks",
    "8-must-met": "a partly met must still fits",
    "8-must-unknown": "an unknown must still fits",
    "8-not-applicable-open": "a must that does not apply counts as met",
    "8-present": "a partly present precondition still fits",
    "8-unsaid": "an unsaid precondition still fits",
    "8-states-some": "a candidate that states no precondition fits",
    "8-states-scope": "a precondition of another scope is enough to fit",
    "8-none-fits": "the mark none on preconditions does not help",
    "8-none-editor": "the editor's mark none on preconditions helps too",
    # 9. order
    "9-category": "the key is reversed",
    "9-low": "the key is reversed",
    "9-high": "the key is reversed",
    "9-absent": "the key is reversed",
    "9-partly": "the key is reversed",
    "9-unknown": "the key is reversed",
    "9-evidence": "the key is reversed",
    "9-id": "the key is reversed",
    "9-id-bytes": "ids are compared without their hyphens",
    "9-partly-half": "partly counts as nothing",
    "9-unknown-whole": "unknown counts as half in high",
    "9-not-applicable": "wishes that do not apply count in w",
    "9-wishes-only": "musts count as wishes",
    "9-scope": "preconditions of every scope are counted",
    "9-evidence-positive": "mixed findings are evidence too",
    "9-evidence-no-negative": "outcomes with a negative finding are evidence too",
    "9-evidence-same-outcome": "a negative finding takes away every outcome",
    "9-evidence-these-evaluations": "every evaluation of the candidate counts",
    "9-evidence-highest": "the lowest order counts",
    # 10. candidates
    "10-types": "types are always candidates",
    "10-instruments": "instruments are always candidates",
    "10-foreign": "foreign ones are always candidates",
    "10-ended": "ended ones are always candidates",
    "10-replaced": "replaced ones are always candidates",
    "10-asked-for": "what is asked for is left out all the same",
    "10-nothing-inherited": "a variant without claims of a field has those of its origin",
    # 11. questions
    "11-unknown": "absent preconditions are questions too",
    "11-open-only": "blocked candidates ask questions too",
    "11-relevant": "every unknown precondition is a question",
    "11-blocking": "blocking scores nothing",
    "11-fits": "what would fit scores nothing",
    "11-alone": "with the states that derive from it",
    "11-zero": "questions that score 0 are not listed",
    "11-highest-first": "lowest first",
    "11-then-id": "ids in reverse",
}


class Rules:
    """The rules, with at most one of them flipped, and the hits of each."""

    def __init__(self, flipped: str | None = None) -> None:
        if flipped is not None and flipped not in RULES:
            raise KeyError(flipped)
        self.flipped = flipped
        self.hits: Counter[str] = Counter(dict.fromkeys(RULES, 0))

    def holds(self, rule: str) -> bool:
        """Counts a hit; false if this rule is flipped."""
        self.hit(rule)
        return rule != self.flipped

    def hit(self, rule: str) -> None:
        if rule not in RULES:
            raise KeyError(rule)
        self.hits[rule] += 1

    def is_flipped(self, rule: str) -> bool:
        """Whether this rule is flipped; counts nothing."""
        if rule not in RULES:
            raise KeyError(rule)
        return rule == self.flipped


class State(IntEnum):
    """States of a criterion: a higher one is better."""

    UNMET = 0
    UNKNOWN = 1
    PARTLY = 2
    MET = 3


@dataclass(frozen=True)
class Verdict:
    """What is said of one criterion; state is None where it does not apply."""

    state: State | None
    editor: bool = False
    conflict: bool = False
    silence: str | None = None


@dataclass
class Looked:
    """A claim that was looked at; state is None where it is unrelated."""

    claim: Claim
    state: State | None
    conflict: bool = False


class Hierarchy:
    """What is broader than what in one catalogue; remembers what it found."""

    def __init__(self, catalogue: Catalogue, rules: Rules) -> None:
        self.catalogue = catalogue
        self.rules = rules
        self.known: dict[tuple[str, str], frozenset[str]] = {}

    def broader(self, kind: str, wide: str | None, narrow: str | None) -> bool:
        """Whether one record is broader than another of its kind."""
        return wide != narrow and wide in self.ancestors(kind, str(narrow))

    def ancestors(self, kind: str, start: str) -> frozenset[str]:
        """A record and everything reached over broader, over every path."""
        if (kind, start) not in self.known:
            reached = {start}
            for parent in self.parents(kind, start):
                if self.rules.is_flipped("0-ancestors-all-the-way"):
                    reached.add(parent)
                else:
                    reached |= self.ancestors(kind, parent)
            self.known[kind, start] = frozenset(reached)
        return self.known[kind, start]

    def parents(self, kind: str, start: str) -> tuple[str, ...]:
        """The records directly broader; counts where its two rules matter."""
        parents = self.catalogue.get(kind, start).broader
        if len(parents) > 1:
            self.rules.hit("0-ancestors-every-path")
        if any(self.catalogue.get(kind, parent).broader for parent in parents):
            self.rules.hit("0-ancestors-all-the-way")
        return parents[:1] if self.rules.is_flipped("0-ancestors-every-path") else parents


@dataclass
class Case:
    """One candidate beside one situation."""

    hierarchy: Hierarchy
    situation: Situation
    candidate: Record
    findings: list[Claim] | None = None

    @property
    def rules(self) -> Rules:
        return self.hierarchy.rules

    @property
    def catalogue(self) -> Catalogue:
        return self.hierarchy.catalogue

    def stated(self, name: str) -> list[Claim]:
        """The candidate's own values of a field; nothing is inherited."""
        own = self.candidate.stated(name)
        if own:
            return own
        origins = [str(claim.value) for claim in self.candidate.stated("variant-of")]
        theirs = [claim for origin in origins
                  for claim in self.catalogue.get("intervention", origin).stated(name)]
        return [] if not theirs or self.rules.holds("10-nothing-inherited") else theirs

    def broader(self, kind: str, wide: str | None, narrow: str | None) -> bool:
        return self.hierarchy.broader(kind, wide, narrow)
