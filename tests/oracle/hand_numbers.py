# SPDX-License-Identifier: EUPL-1.2
"""Cases by hand for ages, cost and duration: rules 5 and 5a of doc/match.md."""
from __future__ import annotations

from by_hand import ByHand, programme

CASES: list[ByHand] = []


def case(name: str, rules: str, claims: str, criteria: str, expected: str) -> None:
    """One programme with these claims; the criteria are those on age unless written out."""
    if not criteria.startswith("<"):
        criteria = f'<wish field="age" value="{criteria}"/>'
    CASES.append(ByHand(name, rules, "criteria", programme(claims), criteria, expected))


def group(name: str, ages: str, role: str = "final") -> str:
    return f'<target-group role="{role}" concept="{name}">{ages}</target-group>'


# ---- 5. which ranges ----
YOUNG, OLD = '<ages min="8" max="12"/>', '<ages min="16" max="25"/>'
TWO = group("group", YOUNG) + group("group-other", OLD)
WANTED = '<wish field="target-group" value="{}"/><wish field="age" value="16-25"/>'
case("only_accepted_target_groups_count", "5-accepted-entries", TWO, WANTED.format("group"),
     "met, unmet")
case("partly_accepted_target_groups_count", "5-accepted-partly",
     group("group-narrow", YOUNG) + OLD + group("group-other", "<ages><not-stated "
                                                'cause="searched"/></ages>'),
     WANTED.format("group"), "partly, unmet")
case("every_target_group_criterion_accepts", "5-any-criterion", TWO,
     '<wish field="target-group" value="group"/>' + WANTED.format("group-other"),
     "met, met, met")
case("without_accepted_groups_the_final_ones", "5-else-final",
     group("group", YOUNG) + group("group-other", OLD, "intermediary"), "16-25", "unmet")
case("final_group_without_ages_has_the_candidates", "5-final-uses-own",
     group("group", "") + OLD, "16-25", "met")
case("group_with_ages_has_no_others", "5-own-ages-first", group("group", YOUNG) + OLD, "16-25",
     "unmet")
case("intermediary_group_has_only_its_own_ages", "5-only-final-uses-own",
     group("group", "", "intermediary") + OLD, WANTED.format("group"),
     "met, unknown not-stated")
case("group_that_is_only_a_mark_states_no_ages", "5-mark-no-entry",
     '<target-group><not-stated cause="searched"/><ages min="16" max="25"/></target-group>',
     "16-25", "unknown not-stated")
case("without_groups_the_candidates_ages", "5-no-entries", OLD, "16-25", "met")

# ---- 5. their bounds and states ----
case("missing_upper_bound_is_unknown", "5-missing-bound", '<ages min="12"/>', "14", "unknown")
case("missing_lower_bound_is_unknown", "5-missing-lower", '<ages max="18"/>', "14", "unknown")
case("max_none_is_no_upper_bound", "5-max-none", '<ages min="12" max="none"/>', "14+",
     "met")
case("plus_has_no_upper_bound", "5-plus", '<ages min="12" max="18"/>', "14+", "partly")
case("only_min_is_certain_of_that_year", "5-only-min", '<ages min="12"/>', "12", "met")
case("only_max_is_certain_of_that_year", "5-only-max", '<ages max="18"/>', "18", "met")
case("at_least_has_no_upper_bound", "5-at-least", '<ages at-least="12"/>', "90", "met")
case("about_counts_as_exact", "5-about", '<ages about="12"/>', "12", "met")
case("ranges_are_taken_together", "5-union", '<ages min="12" max="14"/><ages min="15" max="18"/>',
     "12-18", "met")
case("within_the_certain_ages_is_met", "5-within", '<ages min="12" max="18"/>', "12-18", "met")
case("no_possible_age_is_unmet", "5-disjoint", '<ages max="18"/>', "19-20", "unmet")
case("sharing_some_ages_is_partly", "5-partly", '<ages min="12" max="18"/>', "16-20", "partly")
case("possible_all_through_is_not_partly", "5-partly-outside", '<ages min="12"/>', "12-14",
     "unknown")
case("possible_but_not_certain_is_unknown", "5-else", '<ages max="18"/>', "10-12", "unknown")
case("best_of_the_options", "5-best-option", '<ages min="12" max="18"/>', "30,14", "met")

# ---- 5. editor ----
EDITORS = '<ages min="12" max="18" asserted-by="editor"/>'
case("ages_of_the_editor_alone_are_marked", "5-editor-mark", EDITORS, "14", "met editor")
case("ages_of_another_too_are_not_marked", "5-editor-every", EDITORS + YOUNG, "14", "met")
case("unmet_by_the_editors_ages_is_unknown", "5-editor-unmet", EDITORS, "30", "unknown")

# ---- 5a. at most ----
COST = '<wish field="cost" value="99.50/participant"/>'
WEEKS = '<wish field="duration" value="10 weeks"/>'
case("cost_per_something_else_is_unknown", "5a-other-unit", '<cost value="9950" per="session"/>',
     COST, "unknown")
case("cost_per_nothing_is_unknown", "5a-no-unit", '<cost value="9950"/>', COST, "unknown")
case("highest_at_most_the_wanted_is_met", "", '<cost value="9950" per="participant"/>', COST,
     "met")
case("highest_above_the_wanted_is_not_met", "5a-highest 5a-lowest 5a-between",
     '<duration min="8" max="12" unit="weeks"/>', WEEKS, "partly")
case("lowest_above_the_wanted_is_unmet", "", '<duration about="11" unit="weeks"/>', WEEKS,
     "unmet")
case("at_least_leaves_the_highest_unknown", "5a-at-least",
     '<cost at-least="9900" per="participant"/>', COST, "unknown")
case("max_none_is_higher_than_anything", "5a-max-none",
     '<duration min="8" max="none" unit="weeks"/>', WEEKS, "partly")
case("max_none_without_a_lowest_is_unknown", "5a-else", '<duration max="none" unit="weeks"/>',
     WEEKS, "unknown")
case("best_of_several_costs", "2-best-claim",
     '<cost value="90000" per="participant"/><cost value="100" per="participant"/>', COST, "met")
