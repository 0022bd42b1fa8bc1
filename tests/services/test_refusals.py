"""What people may not say of a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    ChallengeDraft,
    ConcernDraft,
    Draft,
    EvidenceDraft,
    HeardScoreDraft,
    MeasureDraft,
    ObjectiveDraft,
    OrganisationDraft,
    ReadingDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.words import Assurance, EvidenceKind, Precision, ReviewState, Status
from edi_tui.services import records
from edi_tui.services.judgement import check
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register

TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)


def objective(
    register: Register, due: date = date(2027, 3, 31), proof: tuple[str, ...] = ()
) -> str:
    draft = ObjectiveDraft(title="Raise it", due=Due(due, "", Precision.DAY), proof=proof)
    return records.add(register, draft).ref


def row(register: Register) -> ObjectiveRow:
    (found,) = rows_of(register, Kind.OBJECTIVE)
    assert isinstance(found, ObjectiveRow)
    return found


def said(register: Register, status: Status, reason: str = "", on: date = TODAY) -> None:
    draft = UpdateDraft(subject="OBJ-001", on=on, status=status, reason=reason)
    records.add(register, draft)


def edited(register: Register, ref: str, **changes: object) -> None:
    stored = records.get(register, ref)
    records.edit(register, ref, replace(stored.draft, **changes), version=stored.version)


def test_a_status_that_is_rosier_than_the_facts_needs_a_reason(register: Register) -> None:
    objective(register, date(2026, 11, 9))
    with pytest.raises(InvalidError) as refusal:
        said(register, Status.ON_TRACK)
    assert refusal.value.problems == {
        "reason": "Declared on track, but the facts say off track: overdue by 12 days as at "
        "21 Nov 2026. Say why, or choose another status."
    }
    assert rows_of(register, Kind.UPDATE) == []
    with pytest.raises(InvalidError):
        said(register, Status.ON_TRACK, "  ")
    said(register, Status.ON_TRACK, "The paper is printed.")
    assert (row(register).status, row(register).reason) == (
        Status.ON_TRACK,
        "The paper is printed.",
    )


@pytest.mark.parametrize(
    "status", [Status.OFF_TRACK, Status.COMPLETE, Status.SUPERSEDED, Status.CLOSED_NOT_MET]
)
def test_whoever_claims_no_progress_needs_no_reason(register: Register, status: Status) -> None:
    objective(register, date(2026, 11, 9))
    said(register, status)
    assert row(register).status is status


def test_what_comes_from_a_file_is_taken_in_and_found_by_the_check(register: Register) -> None:
    ref = objective(register, date(2026, 11, 9))
    with register.writing("import plan.docx") as changes:
        records.add_in(changes, UpdateDraft(subject=ref, on=TODAY, status=Status.ON_TRACK))
    assert ("P4", ref) in {(found.rule, found.ref) for found in check(register).findings}


def test_a_back_dated_update_is_held_against_the_facts_of_its_day(register: Register) -> None:
    objective(register, date(2026, 11, 9))
    said(register, Status.ON_TRACK, on=date(2026, 11, 9))
    with pytest.raises(InvalidError, match="overdue by 1 day"):
        said(register, Status.ON_TRACK, on=date(2026, 11, 10))


def test_an_action_is_held_against_its_facts_too(register: Register) -> None:
    due = Due(date(2026, 1, 31), "", Precision.DAY)
    action = records.add(register, ActionDraft(text="Publish", due=due)).ref
    with pytest.raises(InvalidError, match="overdue by 294 days"):
        records.add(register, UpdateDraft(subject=action, on=TODAY, status=Status.AT_RISK))


def test_a_reading_behind_the_path_to_target_is_a_fact(register: Register) -> None:
    ref = objective(register)
    measure = MeasureDraft(
        name="Share",
        objective=ref,
        unit="%",
        baseline=Decimal(14),
        baseline_on=date(2026, 3, 31),
        target=Decimal(18),
    )
    told = records.add(register, measure).ref
    reading = ReadingDraft(measure=told, as_at=date(2026, 9, 30), value=Decimal(15))
    records.add(register, reading)
    with pytest.raises(InvalidError, match=r"15% on 30 Sep 2026 is behind the path to target"):
        said(register, Status.ON_TRACK)
    said(register, Status.AT_RISK)
    assert row(register).computed.reasons == (
        "15% on 30 Sep 2026 is behind the path to target, 16.0% by then",
    )


def test_the_organisation_says_how_far_behind_is_still_on_the_path(register: Register) -> None:
    test_a_reading_behind_the_path_to_target_is_a_fact(register)
    own = records.get(register, "ORG-001")
    assert isinstance(own.draft, OrganisationDraft)
    told = replace(own.draft, tolerance=Decimal(30))
    records.edit(register, own.ref, told, version=own.version)
    assert row(register).computed.reasons == ()


def test_evidence_that_ran_out_carries_no_green_status(register: Register) -> None:
    ref = objective(register)
    item = EvidenceDraft(title="Survey", note="x", supports=(ref,), expires_on=date(2026, 11, 20))
    records.add(register, item)
    with pytest.raises(InvalidError, match="no evidence is good after 20 Nov 2026"):
        said(register, Status.ON_TRACK)


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.EMBEDDED])
def test_closing_asks_for_exactly_the_proof_that_was_agreed(
    register: Register, status: Status
) -> None:
    ref = objective(register, proof=("organisational data", "lived experience"))
    data = EvidenceDraft(title="WRES", note="x", kind=EvidenceKind.DATA, supports=(ref,))
    records.add(register, data)
    with pytest.raises(InvalidError) as refusal:
        said(register, status)
    assert refusal.value.problems == {
        "reason": "The proof agreed for OBJ-001 is missing: lived experience. Attach it, "
        "or say why it is closed without."
    }
    story = EvidenceDraft(
        title="Stories", note="x", kind=EvidenceKind.LIVED_EXPERIENCE, supports=(ref,)
    )
    records.add(register, story)
    said(register, status)
    assert row(register).assurance is Assurance.EVIDENCED


def test_an_objective_is_closed_without_its_proof_for_a_reason(register: Register) -> None:
    objective(register, proof=("policy",))
    said(register, Status.SUPERSEDED)
    said(register, Status.COMPLETE, "The policy is with the printer.")
    assert row(register).status is Status.COMPLETE


def test_assurance_rises_with_what_others_say_of_the_proof(register: Register) -> None:
    ref = objective(register)
    assert row(register).assurance is Assurance.NONE
    said(register, Status.ON_TRACK)
    assert row(register).assurance is Assurance.ASSERTED
    item = EvidenceDraft(
        title="Survey",
        note="x",
        supports=(ref,),
        submitted_by="People team",
        review=ReviewState.ACCEPTED,
        verified_by="Internal audit",
        verified_on=TODAY,
    )
    evidence = records.add(register, item).ref
    assert row(register).assurance is Assurance.VERIFIED
    records.withdraw(register, evidence, "wrong file", version=1)
    assert (row(register).assurance, row(register).evidence) == (Assurance.ASSERTED, 0)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (ObjectiveDraft(title="x", agreed_on=TOMORROW), "agreed_on"),
        (ReadingDraft(measure="MEA-001", as_at=TOMORROW, value=Decimal(1)), "as_at"),
        (UpdateDraft(subject="OBJ-001", on=TOMORROW, status=Status.ON_TRACK), "on"),
        (EvidenceDraft(title="x", note="x", verified_on=TOMORROW), "verified_on"),
        (ConcernDraft(network="N", theme="x", text="x", raised_on=TOMORROW), "raised_on"),
        (HeardScoreDraft(network="N", on=TOMORROW, score=Decimal(3)), "on"),
        (ChallengeDraft(question="x", asked_on=TOMORROW), "asked_on"),
        (AppraisalDraft(member="M", year="2026/27", mid_year_on=TOMORROW), "mid_year_on"),
        (AppraisalDraft(member="M", year="2026/27", submitted_on=TOMORROW), "submitted_on"),
    ],
)
def test_nothing_has_happened_on_a_day_to_come(
    register: Register, draft: Draft, field: str
) -> None:
    with pytest.raises(InvalidError) as refusal:
        records.add(register, draft)
    instead = "; use the forecast" if isinstance(draft, UpdateDraft) else ""
    assert refusal.value.problems == {field: f"22 Nov 2026 is after today{instead}."}


def test_what_happened_today_may_be_said(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="x", agreed_on=TODAY))
    said(register, Status.ON_TRACK)


def test_only_a_rule_that_there_is_can_be_waived(register: Register) -> None:
    ref = objective(register)
    with pytest.raises(InvalidError) as refusal:
        records.add(register, WaiverDraft(rule="P99", subject=ref, reason="x"))
    assert refusal.value.problems["rule"].startswith("There is no rule “P99”; check prints")
    waiver = records.add(register, WaiverDraft(rule="p1", subject=ref, reason="Agreed.")).ref
    stored = records.get(register, waiver)
    wrong = WaiverDraft(rule="E1x", subject=ref, reason="x")
    with pytest.raises(InvalidError, match="The nearest is E1"):
        records.edit(register, waiver, wrong, version=stored.version)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("31/6/2027", "“31/6/2027” is none: write it like 31 March 2027."),
        ("ongoing", "“ongoing” is none: write it like 31 March 2027."),
        ("", "write it like 31 March 2027."),
    ],
)
def test_an_agreed_objective_keeps_a_due_date(register: Register, words: str, said: str) -> None:
    due = Due(date(2027, 3, 31), "", Precision.DAY)
    ref = records.add(register, ObjectiveDraft(title="Raise it", due=due, agreed_on=TODAY)).ref
    with pytest.raises(InvalidError) as refusal:
        edited(register, ref, due=Due(text=words))
    assert refusal.value.problems == {"due": f"An agreed objective keeps a due date; {said}"}
    edited(register, ref, due=Due(date(2027, 6, 30), "", Precision.DAY))
    assert row(register).due_on == date(2027, 6, 30)


@pytest.mark.parametrize(("due", "agreed"), [(date(2027, 3, 31), None), (None, TODAY)])
def test_what_is_no_promise_may_lose_its_due_date(
    register: Register, due: date | None, agreed: date | None
) -> None:
    draft = ObjectiveDraft(title="Raise it", due=Due(due), agreed_on=agreed)
    ref = records.add(register, draft).ref
    edited(register, ref, due=Due(text="ongoing"))
    assert row(register).due_text == "ongoing"


def test_an_update_that_was_stored_takes_a_reason_too(register: Register) -> None:
    objective(register, date(2026, 11, 9))
    said(register, Status.OFF_TRACK)
    with pytest.raises(InvalidError, match="Declared on track, but the facts say off track"):
        edited(register, "UPD-001", status=Status.ON_TRACK)
    assert row(register).status is Status.OFF_TRACK
    edited(register, "UPD-001", status=Status.ON_TRACK, reason="The paper is printed.")
    edited(register, "UPD-001", reason="The paper is out.", narrative="Printed.")
    assert row(register).reason == "The paper is out."


def test_an_update_that_another_followed_is_held_against_facts_alone(register: Register) -> None:
    objective(register)
    said(register, Status.AT_RISK)
    said(register, Status.OFF_TRACK)
    edited(register, "UPD-001", status=Status.ON_TRACK)
    assert row(register).status is Status.OFF_TRACK
