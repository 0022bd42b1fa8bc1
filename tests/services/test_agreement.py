from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import EdiError, InvalidError, NotFoundError, WithdrawnError
from edi_tui.domain.records import (
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.words import Precision, Status
from edi_tui.services import records
from edi_tui.services.agreement import agree, blocking, verdicts_of
from edi_tui.services.register import Register
from edi_tui.services.views import view_of
from tests.conftest import holding

TODAY = date(2026, 11, 21)
SPONSOR = ObjectiveDraft(
    title="Act as executive sponsor of the network of disabled staff and go to its meetings",
    owner="MEM-001",
    start_on=date(2026, 4, 1),
    due=Due(date(2027, 3, 31), "31 March 2027", Precision.DAY),
    proof=("data",),
)
ATTENDED = MeasureDraft(
    name="Meetings attended",
    objective="OBJ-001",
    unit="count",
    baseline=Decimal(0),
    baseline_on=date(2026, 3, 31),
    target=Decimal(4),
)
ANSWERED = MeasureDraft(
    name="Concerns that the board answered within 60 days",
    objective="OBJ-001",
    unit="%",
    baseline=Decimal(20),
    baseline_on=date(2026, 3, 31),
    target=Decimal(90),
)


@pytest.fixture
def sponsored(register: Register) -> Register:
    """A register with an objective that is nothing but sponsorship and attendance."""
    return holding(
        register,
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        NetworkDraft(name="Disability Network"),
        SPONSOR,
        ATTENDED,
    )


def rules_against(register: Register) -> list[str]:
    return [finding.rule for finding in blocking(view_of(register), "OBJ-001")]


def say_what_done_means(register: Register) -> None:
    stored = records.get(register, "OBJ-001")
    assert isinstance(stored.draft, ObjectiveDraft)
    done = replace(stored.draft, done="90% of the network's concerns are answered in time.")
    records.edit(register, "OBJ-001", done, version=stored.version)


def test_an_objective_that_is_only_sponsorship_cannot_be_agreed(sponsored: Register) -> None:
    with pytest.raises(EdiError) as refused:
        agree(sponsored, "OBJ-001")
    said = str(refused.value)
    assert "OBJ-001 cannot be agreed yet" in said
    assert "add a measure that is not attendance" in said
    assert "Nothing says what will be true when it is complete." in said
    assert 'edi-tui add waiver --rule H1 --subject OBJ-001 --reason "..."' in said
    assert rules_against(sponsored) == ["H1", "D1"]


def test_it_can_be_agreed_once_it_says_what_it_achieves_and_measures_it(
    sponsored: Register,
) -> None:
    say_what_done_means(sponsored)
    assert rules_against(sponsored) == ["H1"]
    records.add(sponsored, ANSWERED)
    assert rules_against(sponsored) == []
    assert agree(sponsored, "obj-1").changed
    draft = records.get(sponsored, "OBJ-001").draft
    assert isinstance(draft, ObjectiveDraft)
    assert draft.agreed_on == TODAY


def test_the_sponsorship_may_say_what_it_achieves(sponsored: Register) -> None:
    records.add(sponsored, ANSWERED)
    records.add(
        sponsored,
        SponsorshipDraft(
            network="NET-001",
            member="MEM-001",
            objective="OBJ-001",
            achieves="The network's concerns are answered",
        ),
    )
    assert rules_against(sponsored) == ["D1"]


def test_a_rule_that_is_set_aside_does_not_block(sponsored: Register) -> None:
    for rule in ("H1", "d1"):
        waiver = WaiverDraft(rule=rule, subject="OBJ-001", reason="Agreed before the rule.")
        records.add(sponsored, waiver)
    assert rules_against(sponsored) == []
    assert agree(sponsored, "OBJ-001", date(2026, 5, 1)).changed


def test_an_objective_is_agreed_once(sponsored: Register) -> None:
    say_what_done_means(sponsored)
    records.add(sponsored, ANSWERED)
    assert agree(sponsored, "OBJ-001", date(2026, 5, 1)).changed
    assert not agree(sponsored, "OBJ-001").changed
    draft = records.get(sponsored, "OBJ-001").draft
    assert isinstance(draft, ObjectiveDraft)
    assert draft.agreed_on == date(2026, 5, 1)


def test_nothing_is_agreed_on_a_day_to_come(sponsored: Register) -> None:
    say_what_done_means(sponsored)
    records.add(sponsored, ANSWERED)
    with pytest.raises(InvalidError, match="22 Nov 2026 is after today"):
        agree(sponsored, "OBJ-001", date(2026, 11, 22))


def test_only_standing_objectives_are_agreed(sponsored: Register) -> None:
    with pytest.raises(EdiError, match="MEM-001 is no objective"):
        agree(sponsored, "MEM-001")
    with pytest.raises(NotFoundError):
        agree(sponsored, "OBJ-009")
    records.withdraw(sponsored, "OBJ-001", "Entered twice", version=1)
    with pytest.raises(WithdrawnError):
        agree(sponsored, "OBJ-001")


def test_everything_that_blocks_is_told_at_once(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Be fair"))
    assert rules_against(register) == ["M1", "S1", "T1", "D1", "D1"]


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.CLOSED_NOT_MET, Status.WITHDRAWN])
def test_what_is_closed_is_not_agreed_any_more(sponsored: Register, status: Status) -> None:
    say_what_done_means(sponsored)
    records.add(sponsored, ANSWERED)
    closed = UpdateDraft(subject="OBJ-001", on=TODAY, status=status, reason="It ended.")
    records.add(sponsored, closed)
    with pytest.raises(EdiError, match=f"OBJ-001 is closed .{status.label.lower()}.") as refused:
        agree(sponsored, "OBJ-001")
    assert "nothing to agree" in str(refused.value)


def test_what_is_on_hold_may_be_agreed(sponsored: Register) -> None:
    say_what_done_means(sponsored)
    records.add(sponsored, ANSWERED)
    records.add(sponsored, UpdateDraft(subject="OBJ-001", on=TODAY, status=Status.ON_HOLD))
    assert agree(sponsored, "OBJ-001").changed


def test_agreed_is_not_smart_yet(sponsored: Register) -> None:
    say_what_done_means(sponsored)
    records.add(sponsored, ANSWERED)
    agree(sponsored, "OBJ-001")
    said = {found.letter: found.verdict for found in verdicts_of(sponsored, "OBJ-001")}
    assert list(said) == list("SMART")
    assert said["A"] is not Verdict.MET
