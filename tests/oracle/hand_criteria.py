# SPDX-License-Identifier: EUPL-1.2
"""Cases by hand for the states of criteria: the fields and rules 1 to 4a of doc/match.md."""
from __future__ import annotations

from by_hand import ByHand, programme

EDITOR = 'asserted-by="editor"'
CASES: list[ByHand] = []


def case(name: str, rules: str, claims: str, criteria: str, expected: str) -> None:
    """One programme with these claims, asked for these criteria."""
    CASES.append(ByHand(name, rules, "criteria", programme(claims), criteria, expected))


def finding(name: str, rules: str, findings: str, wanted: str, expected: str) -> None:
    """A programme with an evaluation of it and of another one."""
    evaluation = ('<evaluation id="e" status="published" asserted-by="evaluation" source="s">'
                  '<title>e</title><evaluates ref="a"/><evaluates ref="b"/>'
                  f"{findings}</evaluation>")
    others = programme("") + programme("", "b", 'kind="instrument"') + evaluation
    CASES.append(ByHand(name, rules, "criteria", others,
                        f'<wish field="uitkomst" value="{wanted}"/>', expected))


def mark(tag: str, cause: str, more: str = "") -> str:
    return f'<{tag} {more}><not-stated cause="{cause}"/></{tag}>'


# ---- the fields ----
CASES.append(ByHand(
    "price_of_a_type_does_not_apply", "0-not-applicable", "criteria",
    programme("", more='kind="type"'),
    '<include what="types"/><must field="cost" value="250/participant"/>', "not-applicable"))
GROUP = '<target-group role="deliverer" concept="group"/>'
case("deliverers_do_not_count", "0-deliverer-left-out", GROUP,
     '<wish field="target-group" value="group"/>', "unknown not-stated")
case("deliverers_count_when_asked_for", "0-deliverer-asked", GROUP,
     '<include what="deliverers"/><wish field="doelgroep" value="group"/>', "met")
case("role_left_out_is_final", "0-role-left-out", '<target-group concept="group"/>',
     '<wish field="target-group" value="group"/>', "met")
case("relation_left_out_is_aimed_at", "0-relation-left-out", '<ideology concept="idea"/>',
     '<wish field="ideology" value="idea"/><wish field="ideology-studied" value="idea"/>',
     "met, unknown not-stated")
case("studied_with_is_apart", "0-relation-apart",
     '<ideology relation="studied-with" concept="idea"/>',
     '<wish field="ideologie" value="idea"/><wish field="ideologie-onderzocht" value="idea"/>',
     "unknown not-stated, met")

# ---- hierarchy and 1. pairs ----
case("ancestors_over_several_steps", "0-ancestors-all-the-way", '<aim concept="aim-narrow"/>',
     '<wish field="aim" value="aim-wide"/>', "met")
case("ancestors_over_every_path", "0-ancestors-every-path", '<aim concept="aim-both"/>',
     '<wish field="aim" value="aim"/>', "met")
case("covers_equal_is_met", "1-covers-equal", '<setting concept="place"/>',
     '<wish field="setting" value="place"/>', "met")
case("covers_broader_is_met", "1-covers-broader", '<municipality ref="area-wide"/>',
     '<wish field="municipality" value="area"/>', "met")
case("covers_narrower_is_partly", "1-covers-narrower", '<setting concept="place-narrow"/>',
     '<wish field="setting" value="place"/>', "partly")
case("is_a_equal_is_met", "1-is-a-equal", '<level concept="level"/>',
     '<wish field="niveau" value="level"/>', "met")
case("is_a_narrower_is_met", "1-is-a-narrower", '<uses-element ref="part-narrow"/>',
     '<wish field="element" value="part"/>', "met")
case("is_a_broader_is_unknown", "1-is-a-broader", '<type concept="kind-wide"/>',
     '<wish field="type" value="kind"/>', "unknown")
case("same_text_is_met", "1-same", '<language tag="nl"/>',
     '<wish field="language" value="nl"/>', "met")
case("same_text_in_capitals_is_met", "1-same-case", '<language tag="en-GB"/>',
     '<wish field="taal" value="EN-gb"/>', "met")
case("anything_else_is_unrelated", "1-unrelated", '<setting concept="place-other"/>',
     '<wish field="setting" value="place"/>', "unmet")
case("best_of_several_options", "1-best-pair", '<setting concept="place-narrow"/>',
     '<wish field="setting" value="place,place-narrow"/>', "met")

# ---- 2. together ----
case("best_of_several_claims", "2-best-claim",
     '<setting concept="place-narrow"/><setting concept="place"/>',
     '<wish field="setting" value="place"/>', "met")
case("unrelated_in_a_closed_field_is_unmet", "2-closed", '<level concept="level-other"/>',
     '<wish field="level" value="level"/>', "unmet")
case("unrelated_in_an_open_field_is_unknown", "2-open", '<aim concept="aim-other"/>',
     '<wish field="doel" value="aim"/>', "unknown")

# ---- 3. nothing stated ----
WISH = '<wish field="form" value="form"/>'
case("nothing_stated_is_unknown", "3-unknown", "", WISH, "unknown not-stated")
case("not_read_is_a_cause", "3-not-read", mark("delivery-form", "not-read"), WISH,
     "unknown not-read")
case("searched_is_a_cause", "3-searched", mark("delivery-form", "searched"), WISH,
     "unknown searched")
case("not_read_comes_before_searched", "3-not-read-first",
     mark("delivery-form", "searched") + mark("delivery-form", "not-read"), WISH,
     "unknown not-read")
case("none_is_unmet", "3-none", mark("delivery-form", "none"), WISH, "unmet")
case("none_beside_values_changes_nothing", "3-none-beside-values",
     mark("delivery-form", "none") + '<delivery-form concept="form"/>', WISH, "met")
case("not_read_beside_values_changes_nothing", "3-marks-beside-values",
     mark("delivery-form", "not-read") + '<delivery-form concept="form"/>', WISH, "met")
case("marks_of_ages_at_any_target_group", "3-ages-marks-anywhere",
     f'<target-group role="deliverer" concept="group">{mark("ages", "searched")}</target-group>',
     '<wish field="leeftijd" value="14"/>', "unknown searched")
case("marks_of_ideology_have_a_relation", "3-ideology-marks",
     mark("ideology", "none", 'relation="studied-with"'),
     '<wish field="ideology" value="idea"/>', "unknown not-stated")
case("marks_of_deliverers_count", "3-target-group-marks",
     mark("target-group", "none", 'role="deliverer"'),
     '<wish field="target-group" value="group"/>', "unmet")

# ---- 3a. outcome ----
POSITIVE = '<finding outcome="outcome" direction="positive"/>'
finding("positive_finding_is_met", "3a-positive 3a-without-for", POSITIVE, "outcome", "met")
finding("mixed_finding_is_partly", "3a-mixed",
        '<finding outcome="outcome-narrow" direction="mixed"/>', "outcome", "partly")
finding("no_difference_is_unmet", "3a-none",
        '<finding outcome="outcome" direction="none"/>', "outcome", "unmet")
finding("negative_finding_is_unmet", "3a-negative",
        '<finding outcome="outcome" direction="negative"/>', "outcome", "unmet")
finding("finding_without_direction_is_unknown", "3a-no-direction",
        '<finding outcome="outcome"/>', "outcome", "unknown")
finding("finding_on_a_broader_outcome_is_unknown", "3a-broader", POSITIVE, "outcome-narrow",
        "unknown")
finding("finding_for_another_does_not_count", "3a-for",
        '<finding outcome="outcome" direction="positive"><for ref="b"/></finding>',
        "outcome", "unknown not-stated")
finding("finding_that_is_only_a_mark_states_nothing", "3a-mark", mark(
        "finding", "searched", 'outcome="outcome"'), "outcome", "unknown not-stated")
finding("finding_of_a_provider_does_not_count", "3a-asserter",
        '<finding outcome="outcome" direction="positive" asserted-by="provider"/>',
        "outcome", "unknown not-stated")
finding("not_studied_is_no_finding", "3a-not-studied",
        '<finding outcome="outcome" direction="not-studied"/>',
        "outcome", "unknown not-stated")

# ---- 4. editor ----
PLACE = '<wish field="setting" value="place"/>'
case("met_by_the_editor_alone_is_marked", "4-mark",
     f'<setting concept="place" {EDITOR}/><setting concept="place-narrow"/>', PLACE,
     "met editor")
case("met_by_another_too_is_not_marked", "4-mark-every",
     f'<setting concept="place" {EDITOR}/><setting concept="place"/>', PLACE, "met")
case("unmet_by_the_editor_alone_is_unknown", "4-unmet",
     f'<setting concept="place-other" {EDITOR}/>', PLACE, "unknown")
case("unmet_by_another_too_stays", "4-unmet-every",
     f'<setting concept="place-other" {EDITOR}/><setting concept="place-other"/>', PLACE,
     "unmet")
case("none_of_the_editor_is_unknown", "4-none", mark("setting", "none", EDITOR), PLACE,
     "unknown not-stated")
case("none_of_another_too_stays_unmet", "4-none-every",
     mark("setting", "none", EDITOR) + mark("setting", "none"), PLACE, "unmet")
case("only_marks_none_decide_on_the_editor", "4-none-only",
     mark("setting", "none", EDITOR) + mark("setting", "not-read"), PLACE, "unknown not-read")

# ---- 4a. conflict ----
LINKED = ('<setting concept="place" claim="one" {0}/>'
          '<setting concept="{2}" claim="two" {1}/>')
NAMES = ('conflicts-with="two"', 'conflicts-with="one"')
case("conflict_makes_partly", "4a-partly 4a-mark",
     LINKED.format("", NAMES[1], "place-narrow"), PLACE, "partly conflict")
case("conflict_from_either_side", "4a-either-direction",
     LINKED.format(NAMES[0], "", "place-narrow"), PLACE, "partly conflict")
case("unrelated_claim_can_conflict", "4a-unrelated",
     LINKED.format("", NAMES[1], "place-other"), PLACE, "partly conflict")
case("linked_claims_that_agree_have_no_conflict", "4a-differ",
     LINKED.format("", NAMES[1], "place-wide"), PLACE, "met")
case("all_links_are_compared_at_once", "4a-all-at-once",
     '<setting concept="place-other" claim="one"/>'
     '<setting concept="place" claim="two" conflicts-with="one"/>'
     '<setting concept="place" claim="three" conflicts-with="two"/>', PLACE, "met")
case("mark_is_never_part_of_a_conflict", "4a-marks-apart",
     '<setting concept="place" conflicts-with="two"/>' + mark("setting", "none", 'claim="two"'),
     PLACE, "met")
AGES = '<ages min="12" max="18" claim="one"/><ages min="{}" max="{}" conflicts-with="one"/>{}'
case("conflict_of_ages_is_partly", "4a-ages", AGES.format(14, 20, ""),
     '<wish field="age" value="12-18"/>', "partly conflict")
case("conflict_of_ages_is_nothing_if_the_rest_is_met", "4a-ages-rest-met",
     AGES.format(14, 20, '<ages min="10" max="30"/>'), '<wish field="age" value="12-18"/>', "met")
