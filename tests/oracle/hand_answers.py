# SPDX-License-Identifier: EUPL-1.2
"""Cases by hand for preconditions, category, order, candidates, questions: rules 6 to 11."""
from __future__ import annotations

from by_hand import ByHand, programme

CASES: list[ByHand] = []
TEAM = '<needs-precondition ref="team" need="required"/>'
NONE = '<needs-precondition {}><not-stated cause="none"/></needs-precondition>'
MET = '<setting concept="place"/>'
UNMET = '<setting concept="place-other"/>'
PARTLY = '<setting concept="place-narrow"/>'
MUST = '<must field="setting" value="place"/>'
WISH = '<wish field="setting" value="place"/>'


def need(ref: str = "need", level: str = 'need="required"', more: str = "") -> str:
    return f'<needs-precondition ref="{ref}" {level} {more}/>'


def said(state: str, *ids: str) -> str:
    return "".join(f'<{state} precondition="{name}"/>' for name in ids)


def case(name: str, rules: str, view: str, claims: str, asked: str, expected: str) -> None:
    """One programme, a."""
    CASES.append(ByHand(name, rules, view, programme(claims), asked, expected))


def several(name: str, rules: str, view: str, asked: str, expected: str, *records: str) -> None:
    CASES.append(ByHand(name, rules, view, "".join(records), asked, expected))


def evaluation(name: str, evaluates: str, design: str, *findings: str) -> str:
    """An evaluation with findings written outcome:direction."""
    return (f'<evaluation id="{name}" status="published" asserted-by="evaluation" source="s">'
            f'<title>{name}</title><evaluates ref="{evaluates}"/><design concept="{design}"/>'
            + "".join('<finding outcome="{}" direction="{}"/>'.format(*f.split(":"))
                      for f in findings) + "</evaluation>")


# ---- the situation ----
case("two_states_are_an_error", "0-two-states", "status", "",
     said("have", "need") + said("partly", "need"), "duplicate-state")
case("the_same_state_twice_is_no_error", "0-same-twice", "status", "",
     said("have", "need", "need"), "answered")
case("present_under_absent_is_an_error", "0-present-under-absent", "status", "",
     said("have", "need-narrow") + said("lack", "need-wide"), "contradicting-states")
case("partly_under_absent_is_no_error", "", "status", "",
     said("partly", "need-narrow") + said("lack", "need-wide"), "answered")

# ---- 6. preconditions ----
case("strongest_need_counts", "6-strongest", "needs",
     need(level='need="unstated"') + need(level='need="facilitating"'), "",
     "need facilitating unknown")
case("need_left_out_is_unstated", "6-unstated", "needs", need(level=""), "",
     "need unstated unknown")
case("what_is_said_comes_first", "6-said-first", "needs", need(level=""),
     said("have", "need-narrow") + said("partly", "need"), "need unstated partly")
case("present_from_a_narrower_one", "6-present", "needs", need(level=""),
     said("have", "need-narrow"), "need unstated present derived")
case("absent_from_a_broader_one", "6-absent", "needs", need(level=""),
     said("lack", "need-wide"), "need unstated absent derived")
case("partly_is_not_derived", "6-partly-not-derived", "needs", need(level=""),
     said("partly", "need-narrow"), "need unstated unknown")
case("unsaid_is_unknown", "6-unknown", "needs", need(level=""), "", "need unstated unknown")

# ---- 7. blocking and relevant ----
case("only_required_blocks", "7-required", "needs", need(level='need="recommended"'), "",
     "need recommended unknown")
case("required_blocks", "", "needs", need(), "", "need required unknown blocking")
case("claim_of_the_editor_does_not_block", "7-not-editor", "needs",
     need(more='asserted-by="editor"'), "", "need required unknown")
case("potential_claim_does_not_block", "7-not-potential", "needs",
     need(more='strength="potential"'), "", "need required unknown")
case("conditions_hold_of_one_claim", "7-one-claim", "needs",
     need(more='asserted-by="editor"') + need(level='need="facilitating"'), "",
     "need required unknown")
case("only_scope_intervention_blocks", "7-blocking-scope", "needs", TEAM, "",
     "team required unknown")
case("other_scopes_do_not_decide", "7-scope", "order", need() + TEAM, said("have", "need"),
     "a fits")
case("required_is_relevant", "7-required-relevant", "order",
     need(more='asserted-by="editor"'), "", "a open")
case("unstated_need_is_relevant", "7-unstated-relevant", "order", need(level=""), "", "a open")
case("recommended_is_not_relevant", "7-others-not-relevant", "order",
     need(level='need="recommended"'), "", "a fits")

# ---- 8. category ----
HAVE = said("have", "need")
case("unmet_must_excludes", "8-excluded", "order", UNMET + need(), MUST + HAVE, "a excluded")
case("unknown_must_never_excludes", "8-unknown-never-excludes 8-must-unknown", "order",
     need(), MUST + HAVE, "a open")
case("unmet_wish_never_excludes", "8-wishes-never", "order", UNMET + need(), WISH + HAVE,
     "a fits")
case("excluded_comes_before_blocked", "8-excluded-first", "order", UNMET + need(),
     MUST + said("lack", "need"), "a excluded")
case("absent_blocking_precondition_blocks", "8-blocked", "order", need(), said("lack", "need"),
     "a blocked")
case("partly_does_not_block", "8-blocked-absent-only 8-present", "order", need(),
     said("partly", "need"), "a open")
case("absent_that_is_not_blocking_leaves_open", "8-blocking-only", "order",
     need(more='strength="potential"'), said("lack", "need"), "a open")
case("partly_met_must_does_not_fit", "8-must-met", "order", PARTLY + need(), MUST + HAVE,
     "a open")
several("must_that_does_not_apply_does_not_fit", "8-not-applicable-open", "order",
        '<include what="types"/><must field="cost" value="1/group"/>' + HAVE, "a open",
        programme(need(), more='kind="type"'))
case("unsaid_precondition_does_not_fit", "8-unsaid", "order", need(), "", "a open")
case("no_stated_precondition_does_not_fit", "8-states-some", "order", MET, MUST, "a open")
case("precondition_of_another_scope_is_not_enough", "8-states-scope", "order", TEAM,
     said("have", "team"), "a open")
case("none_on_preconditions_fits", "8-none-fits", "order", NONE.format(""), "", "a fits")
case("none_of_the_editor_does_not_fit", "8-none-editor", "order",
     NONE.format('asserted-by="editor"'), "", "a open")

# ---- 9. order ----
several("category_first", "9-category", "order", WISH + HAVE, "b fits, a open",
        programme(MET), programme(need(), "b"))
several("low_then", "9-low", "order", WISH, "b open, a open", programme(UNMET),
        programme(MET, "b"))
several("high_then", "9-high", "order", WISH, "b open, a open", programme(UNMET),
        programme("", "b"))
RECOMMENDED = need(level='need="recommended"')
several("fewer_absent_then", "9-absent", "order", said("lack", "need"), "b fits, a fits",
        programme(RECOMMENDED), programme(need("need-other", 'need="recommended"'), "b"))
several("fewer_partly_then", "9-partly", "order", said("partly", "need"), "b fits, a fits",
        programme(RECOMMENDED), programme(need("need-other", 'need="recommended"'), "b"))
several("fewer_unknown_then", "9-unknown", "order", HAVE, "b fits, a fits",
        programme(need("need-other", 'need="recommended"')), programme(RECOMMENDED, "b"))
several("stronger_evidence_then", "9-evidence", "order", "", "b open, a open", programme(""),
        programme("", "b"), evaluation("e", "b", "design-1", "outcome:positive"))
several("id_in_byte_order_at_last", "9-id 9-id-bytes", "order", "",
        "a-b open, a1 open, ab open",
        *(programme("", name) for name in ("ab", "a1", "a-b")))
case("partly_counts_half", "9-partly-half", "keys", PARTLY, WISH, "1/2 1/2 0 0 0 0")
case("unknown_counts_whole_in_high", "9-unknown-whole", "keys", "", WISH, "0 1 0 0 0 0")
several("wishes_that_do_not_apply_take_no_part", "9-not-applicable", "keys",
        '<include what="types"/><wish field="cost" value="1/group"/>' + WISH, "1 1 0 0 0 0",
        programme(MET, more='kind="type"'))
case("musts_are_no_wishes", "9-wishes-only", "keys", MET, MUST, "0 0 0 0 0 0")
case("only_scope_intervention_is_counted", "9-scope", "keys", need() + TEAM, "", "0 0 0 0 1 0")
several("mixed_findings_are_no_evidence", "9-evidence-positive", "keys", "", "0 0 0 0 0 0",
        programme(""), evaluation("e", "a", "design-5", "outcome:mixed"))
several("outcome_with_a_negative_finding_is_no_evidence", "9-evidence-no-negative", "keys", "",
        "0 0 0 0 0 0", programme(""), evaluation("e", "a", "design-5", "outcome:positive"),
        evaluation("f", "a", "design-1", "outcome:negative"))
several("negative_finding_on_another_outcome_is_apart", "9-evidence-same-outcome", "keys", "",
        "0 0 0 0 0 5", programme(""),
        evaluation("e", "a", "design-5", "outcome:positive", "outcome-narrow:negative"))
several("only_evaluations_with_the_positive_finding", "9-evidence-these-evaluations", "keys", "",
        "0 0 0 0 0 1", programme(""), evaluation("e", "a", "design-1", "outcome:positive"),
        evaluation("f", "a", "design-5", "outcome:mixed"))
several("highest_order_counts", "9-evidence-highest", "keys", "", "0 0 0 0 0 5", programme(""),
        *(evaluation(f"e-{end}", "a", f"design-{end}", "outcome:positive")
          for end in ("1", "5", "none")))

# ---- 10. candidates ----
for what, rule, attributes, claims in (
        ("types", "10-types", 'kind="type"', ""),
        ("instruments", "10-instruments", 'kind="instrument"', ""),
        ("foreign", "10-foreign", 'kind="intervention" country="BE"', ""),
        ("ended", "10-ended", 'kind="intervention"', '<status value="ended"/>'),
        ("ended", "10-replaced", 'kind="intervention" replaced-by="b"', "")):
    RECORDS = (programme(claims, more=attributes),
               programme('<status value="running"/>', "b", 'kind="intervention" country="NL"'))
    several(f"left_out_by_rule_{rule}", rule, "order", "", "b open", *RECORDS)
    several(f"asked_for_by_rule_{rule}", "10-asked-for", "order", f'<include what="{what}"/>',
            "a open, b open", *RECORDS)
several("nothing_is_inherited_from_an_origin", "10-nothing-inherited", "criteria", WISH,
        "unknown not-stated", programme('<variant-of ref="b"/>'),
        programme(MET, "b", 'kind="instrument"'))

# ---- 11. questions ----
OTHER = need("need-other")
case("unknown_blocking_precondition_scores_twice", "11-blocking 11-fits", "questions", need(),
     "", "need 2")
several("absent_precondition_is_no_question", "11-unknown", "questions", said("lack", "need"),
        "need-other 1", programme(need(more='asserted-by="editor"') + OTHER))
several("only_open_candidates_ask", "11-open-only", "questions", said("lack", "need"), "",
        programme(need() + OTHER))
case("only_relevant_preconditions_are_asked", "11-relevant", "questions", TEAM, "", "")
case("a_state_that_would_be_derived_does_not_help", "11-alone", "questions",
     need(level="") + need("need-narrow", ""), "", "need 0, need-narrow 0")
case("questions_that_score_nothing_are_listed", "11-zero 11-then-id", "questions",
     need("need-other", "") + need(level=""), "", "need 0, need-other 0")
case("highest_score_comes_first", "11-highest-first", "questions", need(level="") + OTHER, "",
     "need-other 1, need 0")
several("scores_of_several_candidates_are_added", "11-blocking", "questions", "", "need 4",
        programme(need()), programme(need(), "b"))
