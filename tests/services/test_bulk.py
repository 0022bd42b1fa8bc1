"""Doing one thing to many records is one step, tried first, and all of it or nothing."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import ConflictError, InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    DRAFTS,
    Draft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    UpdateDraft,
    fields_of,
)
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.words import Precision, Status
from edi_tui.services import bulk, records
from edi_tui.services.deeds import Deed, How, Saying, Setting, Withdrawing
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register

DUE = Due(date(2027, 3, 31), "31 March 2027", Precision.DAY)


def stored(register: Register, *drafts: Draft) -> list[str]:
    return [records.add(register, draft).ref for draft in drafts]


@pytest.fixture
def three(register: Register) -> list[str]:
    """Three objectives, the last of them agreed and due, and two seats."""
    stored(
        register,
        MemberDraft(role="Chair", name="Lee Ray"),
        MemberDraft(role="Chief People Officer", name="Ada Obi"),
    )
    return stored(
        register,
        ObjectiveDraft(title="One", owner="MEM-001", frameworks=("HIA1",)),
        ObjectiveDraft(title="Two"),
        ObjectiveDraft(title="Three", due=DUE, agreed_on=register.today),
    )


def objectives(register: Register) -> list[ObjectiveRow]:
    return [row for row in rows_of(register, Kind.OBJECTIVE) if isinstance(row, ObjectiveRow)]


def setting(name: str, value: object, how: How = How.REPLACE) -> Setting:
    fields = {spec.name: spec for spec in fields_of(DRAFTS[Kind.OBJECTIVE])}
    return Setting(fields[name], value, how)


def heads(register: Register) -> int:
    return len(history_of(register))


def test_a_plan_shows_before_and_after_and_stores_nothing(
    register: Register, three: list[str]
) -> None:
    before = heads(register)
    planned = bulk.plan(register, setting("owner", "Chief People Officer"), three)
    told = [(step.ref, step.before, step.after) for step in planned.steps]
    assert told == [
        ("OBJ-001", "Chair", "Chief People Officer"),
        ("OBJ-002", "nothing", "Chief People Officer"),
        ("OBJ-003", "nothing", "Chief People Officer"),
    ]
    assert planned.told == "3 objectives will change as one step."
    assert heads(register) == before
    assert [row.owner for row in objectives(register)] == ["Chair", "", ""]


def test_it_is_one_group_of_the_change_log(register: Register, three: list[str]) -> None:
    planned = bulk.plan(register, setting("owner", "MEM-002"), three)
    assert bulk.do(register, planned) == 3
    changes = history_of(register, limit=3)
    assert {change.summary for change in changes} == {"edit 3 objectives"}
    assert len({change.group_id for change in changes}) == 1
    assert {row.owner for row in objectives(register)} == {"Chief People Officer"}


def test_what_is_refused_is_left_alone_and_says_why(register: Register, three: list[str]) -> None:
    records.withdraw(register, "OBJ-002", "double", version=1)
    planned = bulk.plan(register, setting("due", Due()), three)
    assert [bool(step.refused) for step in planned.steps] == [False, True, True]
    assert planned.steps[0].after == "so already"
    assert "withdrawn" in planned.steps[1].refused
    assert "An agreed objective keeps a due date" in planned.steps[2].refused
    assert planned.told == (
        "0 objectives will change as one step. 1 said that already. "
        "2 will be left alone, for the reason given."
    )


def test_one_status_is_said_of_all_and_each_keeps_its_forecast(
    register: Register, three: list[str]
) -> None:
    forecast = date(2027, 6, 30)
    stored(
        register,
        UpdateDraft(
            subject="OBJ-003",
            on=register.today,
            status=Status.AT_RISK,
            forecast_on=forecast,
            narrative="Slow",
        ),
    )
    template = UpdateDraft(subject="OBJ-001", on=register.today, status=Status.OFF_TRACK)
    planned = bulk.plan(register, Saying(template), three)
    assert planned.steps[2].before == "A At risk, forecast 30 Jun 2027"
    assert planned.steps[2].after == "R Off track, forecast 30 Jun 2027"
    bulk.do(register, planned)
    rows = objectives(register)
    assert [row.status for row in rows] == [Status.OFF_TRACK] * 3
    assert [row.forecast_on for row in rows] == [None, None, forecast]


def test_codes_are_added_and_taken_away(register: Register, three: list[str]) -> None:
    both = setting("frameworks", ("HIA2",), How.ADD)
    bulk.do(register, bulk.plan(register, both, three))
    assert [row.frameworks for row in objectives(register)] == [
        ("HIA1", "HIA2"),
        ("HIA2",),
        ("HIA2",),
    ]
    one = setting("frameworks", ("HIA2",), How.REMOVE)
    bulk.do(register, bulk.plan(register, one, three[:2]))
    assert [row.frameworks for row in objectives(register)] == [("HIA1",), (), ("HIA2",)]


def test_all_are_withdrawn_for_one_reason(register: Register, three: list[str]) -> None:
    bulk.do(register, bulk.plan(register, Withdrawing("Merged"), three))
    assert objectives(register) == []
    gone = rows_of(register, Kind.OBJECTIVE, withdrawn=True)
    assert [row.withdrawn for row in gone] == ["Merged"] * 3


def test_a_change_by_someone_else_since_stops_all_of_it(
    register: Register, three: list[str]
) -> None:
    planned = bulk.plan(register, setting("baf", "SR4"), three)
    draft = records.get(register, "OBJ-003").draft
    assert isinstance(draft, ObjectiveDraft)
    records.edit(register, "OBJ-003", dataclasses.replace(draft, plan="New"), version=1)
    before = heads(register)
    with pytest.raises(ConflictError, match="OBJ-003"):
        bulk.do(register, planned)
    assert heads(register) == before
    assert {row.baf for row in objectives(register)} == {""}


@pytest.mark.parametrize(
    "deed", [setting("owner", "Nobody"), setting("frameworks", ("NO1",), How.ADD)]
)
def test_a_value_that_points_nowhere_is_refused_for_each(
    register: Register, three: list[str], deed: Deed
) -> None:
    planned = bulk.plan(register, deed, three)
    assert all("The register has no" in step.refused for step in planned.steps)
    assert planned.changing == []


def test_records_of_several_kinds_or_too_many_are_refused(
    register: Register, three: list[str]
) -> None:
    stored(register, MeasureDraft(name="Share"))
    for refs in ([], ["OBJ-001", "MEA-001"], ["nonsense"], ["OBJ-001"] * (bulk.MOST + 1)):
        with pytest.raises(InvalidError):
            bulk.plan(register, Withdrawing("x"), refs)
    status = bulk.plan(
        register, Saying(UpdateDraft(subject="MEA-001", on=register.today)), ["MEA-001"]
    )
    assert "has no status" in status.steps[0].refused
