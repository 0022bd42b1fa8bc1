"""What the calendar of a register holds, and what it says that it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.calendar import Occasion
from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.records import (
    ActionDraft,
    AppraisalDraft,
    ChallengeDraft,
    EvidenceDraft,
    MemberDraft,
    ObjectiveDraft,
    OrganisationDraft,
    UpdateDraft,
)
from edi_tui.domain.words import OrganisationKind, Precision, Seat, Status
from edi_tui.services import records
from edi_tui.services.calendar import calendar_of
from edi_tui.services.register import Register
from tests.conftest import holding

DUE = Due(date(2027, 3, 31), precision=Precision.DAY)
SECRET = "Nobody else may know this"


@pytest.fixture
def busy(register: Register) -> Register:
    """A register with something on many days."""
    holding(
        register,
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        MemberDraft(role="Chair", name="Jo Bloggs", seat=Seat.CHAIR),
        ObjectiveDraft(
            title="Raise the share", owner="MEM-001", due=DUE, review_on=date(2027, 1, 15)
        ),
        ObjectiveDraft(title="Another", owner="MEM-002", due=DUE),
        ActionDraft(text="Publish", lead="the chief people officer", due=DUE),
        ActionDraft(text="Some day", lead="Somebody", due=Due(text="soon")),
        EvidenceDraft(
            title="Minutes", note="Seen", supports=("OBJ-001",), expires_on=date(2027, 5, 1)
        ),
        ChallengeDraft(
            question="Why?",
            asked_on=date(2026, 11, 1),
            answer_by=date(2026, 12, 1),
            owner="MEM-002",
        ),
        AppraisalDraft(
            member="MEM-002",
            year="2026/27",
            mid_year_on=date(2026, 10, 5),
            appraiser=SECRET,
            note=SECRET,
        ),
    )
    edited(register, meetings=("3 December 2026", "5 January 2027"))
    return register


def edited(register: Register, **said: object) -> None:
    own = records.get(register, "ORG-001")
    assert isinstance(own.draft, OrganisationDraft)
    records.edit(register, "ORG-001", replace(own.draft, **said), version=own.version)  # type: ignore[arg-type] # its fields


def told(register: Register, owner: str = "") -> list[tuple[date, str, Occasion]]:
    return [(one.on, one.ref, one.occasion) for one in calendar_of(register, owner).entries]


def test_a_calendar_holds_every_day_that_calls_for_something(busy: Register) -> None:
    assert told(busy) == [
        (date(2026, 10, 1), "MEM-001", Occasion.MID_YEAR),
        (date(2026, 11, 26), "ORG-001", Occasion.PAPERS),
        (date(2026, 12, 1), "CHA-001", Occasion.ANSWER),
        (date(2026, 12, 24), "ORG-001", Occasion.PAPERS),
        (date(2027, 1, 15), "OBJ-001", Occasion.REVIEW),
        (date(2027, 3, 31), "ACT-001", Occasion.DUE),
        (date(2027, 3, 31), "OBJ-001", Occasion.DUE),
        (date(2027, 3, 31), "OBJ-002", Occasion.DUE),
        (date(2027, 5, 1), "EVI-001", Occasion.EXPIRY),
    ]


def test_a_member_is_given_their_own_days_and_those_of_papers(busy: Register) -> None:
    own = [ref for _, ref, _ in told(busy, "Chief People Officer")]
    assert own == ["MEM-001", "ORG-001", "ORG-001", "OBJ-001", "ACT-001", "OBJ-001", "EVI-001"]
    assert [ref for _, ref, _ in told(busy, "MEM-002")] == [
        *("ORG-001", "CHA-001", "ORG-001", "OBJ-002")
    ]
    with pytest.raises(InvalidError, match="no lead is called “Head of Finance”"):
        calendar_of(busy, "Head of Finance")


def test_a_lead_who_has_no_seat_has_a_calendar_too(busy: Register) -> None:
    records.add(busy, ActionDraft(text="Ask staff", lead="Head of OD", due=DUE))
    assert [ref for _, ref, _ in told(busy, "head of OD")] == ["ORG-001", "ORG-001", "ACT-003"]
    assert calendar_of(busy, "head of OD").name == "EDI, Head of OD"


def test_nothing_of_an_appraisal_is_said_but_whose_it_is(busy: Register) -> None:
    edited(busy, kind=OrganisationKind.TRUST)
    said = repr(calendar_of(busy))
    assert SECRET not in said
    assert "APP-001" not in said


def test_appraisals_have_a_national_date_in_a_trust(busy: Register) -> None:
    edited(busy, kind=OrganisationKind.TRUST)
    found = [one for one in calendar_of(busy).entries if one.occasion is Occasion.SUBMISSION]
    assert [(one.on, one.title) for one in found] == [
        (date(2026, 6, 30), "Chair, 2025/26"),
        (date(2027, 6, 30), "Chair, 2026/27"),
    ]


def test_what_is_closed_or_has_no_day_is_left_out_and_counted(busy: Register) -> None:
    records.add(busy, UpdateDraft(subject="OBJ-001", on=date(2026, 11, 20), status=Status.COMPLETE))
    calendar = calendar_of(busy)
    assert "OBJ-001" not in [one.ref for one in calendar.entries]
    assert calendar.remarks == (
        "Left out: 1 with a due date that is closed.",
        "Left out: 1 that is open and without a due day.",
    )
    assert calendar_of(busy, "Chair").remarks == ()


def test_days_before_a_meeting_are_as_many_as_the_organisation_says(busy: Register) -> None:
    edited(busy, paper_days=Decimal(2), meetings=("3 December 2026",))
    assert (date(2026, 12, 1), "ORG-001", Occasion.PAPERS) in told(busy)


def test_bank_holidays_that_nobody_has_published_are_said_to_be_worked_out(
    busy: Register,
) -> None:
    edited(busy, meetings=("4 January 2029",))
    assert "after 2028 are worked out by rule" in calendar_of(busy).remarks[-1]
    edited(busy, meetings=())
    assert "No meeting is known" in calendar_of(busy).remarks[-1]
