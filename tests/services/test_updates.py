from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.errors import EdiError, InvalidError, WithdrawnError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, NetworkDraft, ReadingDraft, UpdateDraft
from edi_tui.domain.rows import ActionRow
from edi_tui.domain.words import Scope, Status
from edi_tui.services import records
from edi_tui.services.lists import contents, rows_of
from edi_tui.services.register import Register
from edi_tui.services.report import coverage_of
from edi_tui.services.updates import begun
from tests.conftest import holding

JUNE, MARCH = date(2026, 6, 30), date(2026, 3, 31)


@pytest.fixture
def action(register: Register) -> str:
    ref = records.add(register, ActionDraft(text="Publish")).ref
    said = UpdateDraft(subject=ref, on=MARCH, status=Status.ON_TRACK, forecast_on=date(2027, 5, 1))
    records.add(register, said)
    return ref


def test_an_update_begins_with_what_stands(register: Register, action: str) -> None:
    draft = begun(register, action)
    assert (draft.on, draft.status) == (register.today, Status.ON_TRACK)
    assert draft.forecast_on == date(2027, 5, 1)


def test_a_back_dated_update_begins_with_what_stood_then(register: Register, action: str) -> None:
    records.add(register, UpdateDraft(subject=action, on=JUNE, status=Status.COMPLETE))
    assert begun(register, action, on=date(2026, 5, 1)).status is Status.ON_TRACK
    assert begun(register, action, on=date(2026, 1, 1)).status is Status.NO_UPDATE


def test_only_objectives_and_actions_that_stand_are_updated(
    register: Register, action: str
) -> None:
    network = records.add(register, NetworkDraft(name="Race Equality Network")).ref
    with pytest.raises(EdiError, match="neither an objective nor an action"):
        begun(register, network)
    records.withdraw(register, action, "entered twice", version=1)
    with pytest.raises(WithdrawnError, match="entered twice"):
        begun(register, action)


@pytest.mark.parametrize(
    "draft",
    [
        UpdateDraft(subject="ACT-001", on=date(2030, 1, 1), status=Status.ON_TRACK),
        ReadingDraft(measure="MEA-001", as_at=date(2030, 1, 1)),
    ],
)
def test_what_is_yet_to_come_cannot_be_reported(
    register: Register, action: str, draft: UpdateDraft | ReadingDraft
) -> None:
    with pytest.raises(InvalidError, match="1 Jan 2030 is after today"):
        records.add(register, draft)
    (row,) = rows_of(register, Kind.ACTION)
    assert isinstance(row, ActionRow)
    assert row.updated_on == MARCH


def test_an_objective_that_was_superseded_covers_no_seat(register: Register) -> None:
    from edi_tui.domain.records import MemberDraft, ObjectiveDraft

    member = records.add(register, MemberDraft(name="Ada Obi", role="Chief People Officer")).ref
    ref = records.add(register, ObjectiveDraft(title="X", owner=member, scope=Scope.INDIVIDUAL)).ref
    assert len(coverage_of(contents(register)).covered) == 1
    records.add(register, UpdateDraft(subject=ref, on=JUNE, status=Status.SUPERSEDED))
    assert len(coverage_of(contents(register)).uncovered) == 1


def test_meetings_yet_to_come_are_not_counted_as_held(register: Register) -> None:
    from edi_tui.domain.records import EngagementDraft, MemberDraft, SponsorshipDraft
    from edi_tui.domain.rows import NetworkRow, SponsorshipRow

    holding(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        NetworkDraft(name="Race Equality Network"),
        SponsorshipDraft(network="NET-001", member="MEM-001", from_on=MARCH),
        EngagementDraft(network="NET-001", member="MEM-001", on=MARCH),
        EngagementDraft(network="NET-001", member="MEM-001", on=JUNE),
    )
    (term,) = rows_of(register, Kind.SPONSORSHIP, as_at=date(2026, 4, 1))
    (network,) = rows_of(register, Kind.NETWORK, as_at=date(2026, 4, 1))
    assert isinstance(term, SponsorshipRow)
    assert isinstance(network, NetworkRow)
    assert (term.held, term.attended, network.held, network.attended) == (1, 1, 1, 1)
    assert [kind.value for kind in network.missing] == ["non_executive"]
