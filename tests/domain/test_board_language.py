"""What a board hears of two quarters: one test for each sort of sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.board_language import Sort
from edi_tui.domain.drift import Drift, Original
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.moves import Move, Moved
from edi_tui.domain.records import (
    ActionDraft,
    EvidenceDraft,
    MeasureDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.words import Status
from tests.domain.sides import OBJECTIVE, Facts, due, heard, said

THREE: dict[str, ObjectiveDraft] = dict.fromkeys(("OBJ-001", "OBJ-002", "OBJ-003"), OBJECTIVE)
MARCH, JUNE, JULY = date(2027, 3, 31), date(2027, 6, 30), date(2027, 7, 1)


def facts(**changes: object) -> Facts:
    """Return three objectives on track, with changes."""
    return replace(Facts(dict(THREE)), **changes)  # type: ignore[arg-type]


def test_of_what_is_the_same_nothing_is_said() -> None:
    assert said(facts(), facts()) == []


@pytest.mark.parametrize(
    ("then", "now", "sort", "text"),
    [
        (Status.AT_RISK, Status.OFF_TRACK, Sort.MOVED, "moved from at risk to off track."),
        (Status.ON_TRACK, Status.NO_UPDATE, Sort.MOVED, "moved from on track to no update."),
        (Status.ON_TRACK, Status.COMPLETE, Sort.CLOSED, "were closed: complete."),
        (Status.OFF_TRACK, Status.CARRIED_OVER, Sort.CARRIED_OVER, "were carried over."),
        (Status.AT_RISK, Status.SUPERSEDED, Sort.SUPERSEDED, "were superseded."),
        (Status.COMPLETE, Status.AT_RISK, Sort.REOPENED, "were opened again: at risk."),
        (Status.COMPLETE, Status.EMBEDDED, Sort.MOVED, "moved from complete to embedded."),
    ],
)
def test_statuses_that_moved_are_counted(then: Status, now: Status, sort: Sort, text: str) -> None:
    refs = ("OBJ-001", "OBJ-003")
    (found,) = heard(
        facts(statuses=dict.fromkeys(refs, then)), facts(statuses=dict.fromkeys(refs, now))
    )
    assert (found.sort, found.text, found.refs) == (sort, f"2 objectives {text}", refs)


def test_what_is_closed_is_counted_once_whatever_its_status_was() -> None:
    before = facts(statuses={"OBJ-001": Status.AT_RISK, "OBJ-003": Status.AT_RISK})
    after = facts(statuses=dict.fromkeys(THREE, Status.COMPLETE))
    (found,) = heard(before, after)
    assert (found.text, found.refs) == ("3 objectives were closed: complete.", tuple(THREE))


def test_one_is_spoken_of_as_one_and_objectives_come_before_actions() -> None:
    drafts = {"ACT-001": ActionDraft(text="Brief"), "OBJ-001": OBJECTIVE}
    before = Facts(dict(drafts))
    after = Facts(dict(drafts), dict.fromkeys(drafts, Status.CARRIED_OVER))
    assert said(before, after) == ["1 objective was carried over.", "1 action was carried over."]


def test_what_is_new_withdrawn_and_brought_back_is_counted() -> None:
    before = facts(withdrawn=("OBJ-002",))
    before.drafts |= {
        "NET-001": NetworkDraft(name="Race"),
        "UPD-001": UpdateDraft(subject="OBJ-001"),
    }
    del before.drafts["OBJ-003"]
    after = facts(withdrawn=("NET-001",))
    after.drafts |= {**before.drafts, "EVI-001": EvidenceDraft(title="Survey", note="x")}
    assert said(before, after) == [
        "1 objective is new.",
        "1 objective was brought back.",
        "1 network was withdrawn.",
        "1 item of evidence is new.",
    ]


def test_a_due_date_that_moved_once_is_told_with_its_days() -> None:
    before, after = facts(), facts()
    before.drafts |= {"OBJ-001": due(OBJECTIVE, MARCH), "OBJ-002": due(OBJECTIVE, JUNE)}
    after.drafts |= {"OBJ-001": due(OBJECTIVE, JUNE), "OBJ-002": due(OBJECTIVE, MARCH)}
    assert said(before, after) == ["2 due dates moved, 91 days and 91 days sooner."]


def drifted(*days: int) -> Drift:
    """Return a drift whose due date was moved so often from the end of March."""
    moves = [Moved(Move.DUE, "", "", MARCH, "x", "OBJ-001", one) for one in days]
    return Drift(Original("Raise", "31 Mar 2027", {}, MARCH), tuple(moves), (), JULY)


def test_a_third_move_is_told_with_the_days_in_all() -> None:
    before, after = facts(), facts(drift={"OBJ-001": drifted(30, 30, 32)})
    before.drafts["OBJ-001"] = due(OBJECTIVE, date(2027, 5, 30))
    after.drafts["OBJ-001"] = due(OBJECTIVE, JULY)
    assert said(before, after) == ["1 due date moved a third time, 92 days in all."]


def test_a_move_that_the_ledger_does_not_know_yet_counts_as_one_more() -> None:
    before, after = facts(drift={"OBJ-001": drifted(91)}), facts(drift={"OBJ-001": drifted(91)})
    before.drafts["OBJ-001"] = due(OBJECTIVE, JUNE)
    after.drafts["OBJ-001"] = due(OBJECTIVE, JULY)
    assert said(before, after) == ["1 due date moved a second time, 92 days in all."]


def test_due_dates_that_were_given_or_taken_out_are_told() -> None:
    before, after = facts(), facts()
    before.drafts["OBJ-001"] = due(OBJECTIVE, MARCH)
    after.drafts["OBJ-002"] = due(OBJECTIVE, MARCH)
    assert said(before, after) == ["1 due date was given.", "1 due date was taken out."]


def share(target: int) -> MeasureDraft:
    """Return a measure that shall rise to a target."""
    return MeasureDraft(name="Share", objective="OBJ-001", unit="%", target=Decimal(target))


def test_only_targets_that_ask_for_less_are_told() -> None:
    before, after = facts(), facts()
    before.drafts |= {"MEA-001": share(18), "MEA-002": share(18), "MEA-003": share(18)}
    after.drafts |= {"MEA-001": share(16), "MEA-002": share(20), "MEA-003": share(17)}
    assert said(before, after) == ["2 targets were lowered."]


def test_another_owner_or_lead_is_told() -> None:
    before, after = facts(), facts()
    before.drafts["ACT-001"] = ActionDraft(text="Brief", lead="HR")
    after.drafts["ACT-001"] = ActionDraft(text="Brief", lead="OD")
    after.drafts["OBJ-002"] = replace(OBJECTIVE, owner="MEM-002")
    assert said(before, after) == ["1 objective has another owner.", "1 action has another lead."]


def test_what_became_more_or_less_smart_is_told_by_what_is_missing() -> None:
    met, missing = dict.fromkeys("SM", Verdict.MET), {"S": Verdict.MET, "M": Verdict.MISSING}
    before = facts(verdicts={"OBJ-001": missing, "OBJ-002": missing, "OBJ-003": met})
    after = facts(verdicts={"OBJ-001": met, "OBJ-002": met, "OBJ-003": missing})
    assert said(before, after) == [
        "2 objectives are more SMART than they were.",
        "1 objective is less SMART than it was.",
    ]


def failed(rule: str, ref: str, version: int = 1) -> Finding:
    """Return a failure of a record."""
    return Finding(rule, FindingLevel.FAIL, "It fails.", ref=ref, version=version)


def test_failures_that_are_settled_or_new_are_told() -> None:
    before = facts(findings=(failed("S1", "OBJ-001"), failed("H1", "OBJ-002")))
    after = facts(findings=(failed("M1", "OBJ-001"), failed("H1", "OBJ-002")))
    assert said(before, after) == [
        "1 finding that failed is settled.",
        "1 finding that fails is new.",
    ]
