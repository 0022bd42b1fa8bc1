"""The drift ledger of a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import EdiError, NotFoundError
from edi_tui.domain.moves import Move
from edi_tui.domain.records import (
    ActionDraft,
    FrameworkItemDraft,
    MeasureDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Direction, Precision, Status
from edi_tui.services import records
from edi_tui.services.drift import ledger, ledger_entry
from edi_tui.services.judgement import check
from edi_tui.services.register import Register

MARCH, JUNE = date(2027, 3, 31), date(2027, 6, 30)


def _edit(register: Register, ref: str, **changes: object) -> None:
    stored = records.get(register, ref)
    draft = replace(stored.draft, **changes)
    records.edit(register, ref, draft, version=stored.version)


@pytest.fixture
def moved(register: Register) -> Register:
    """A register whose one objective was re-dated and reworded, and its target lowered."""
    due = Due(MARCH, "March 2027", Precision.MONTH)
    ref = records.add(register, ObjectiveDraft(title="Raise it", due=due)).ref
    told = MeasureDraft(name="Share", objective=ref, unit="%", target=Decimal(18))
    measure = records.add(register, told).ref
    _edit(register, ref, due=Due(JUNE, "June 2027", Precision.MONTH))
    _edit(register, ref, done="The figure is 18%.")
    _edit(register, ref, title="Raise them")
    _edit(register, measure, target=Decimal(16))
    _edit(register, measure, name="The share")
    return register


def test_the_ledger_holds_every_move_with_its_day_and_person(moved: Register) -> None:
    found = ledger(moved)["OBJ-001"]
    assert [(entry.what, entry.was, entry.now) for entry in found.entries] == [
        (Move.DUE, "31 Mar 2027", "30 Jun 2027"),
        (Move.WORDING, "Raise it", "Raise them"),
        (Move.TARGET, "18%", "16%"),
    ]
    assert {(entry.on, entry.who) for entry in found.entries} == {(moved.today, "tester")}
    assert (found.original.title, found.original.due) == ("Raise it", "31 Mar 2027")


def test_the_ledger_can_be_read_as_at_an_earlier_day(moved: Register) -> None:
    assert not ledger(moved, as_at=date(2026, 11, 20))["OBJ-001"].any


def test_the_check_says_what_has_moved(moved: Register) -> None:
    said = {found.rule: found for found in check(moved).findings if found.ref == "OBJ-001"}
    assert {"P8", "P9", "P10"} <= said.keys()
    assert said["P8"].message.endswith("it is due 91 days later than 31 Mar 2027.")


def test_what_follows_an_objective_was_carried_forward(register: Register) -> None:
    first = records.add(register, ObjectiveDraft(title="Raise it")).ref
    said = UpdateDraft(subject=first, on=register.today, status=Status.CARRIED_OVER)
    records.add(register, said)
    second = records.add(register, ObjectiveDraft(title="Raise it", follows=first)).ref
    assert ledger_entry(register, second)[1].carried == 1


def test_only_objectives_that_stand_have_a_ledger(moved: Register) -> None:
    action = records.add(moved, ActionDraft(text="Publish")).ref
    network = records.add(moved, NetworkDraft(name="Race Equality Network")).ref
    for ref in (action, network):
        with pytest.raises(EdiError, match=f"{ref} is no objective"):
            ledger_entry(moved, ref)
    with pytest.raises(NotFoundError):
        ledger_entry(moved, "OBJ-099")
    records.withdraw(moved, "OBJ-001", "entered twice", version=4)
    with pytest.raises(NotFoundError, match="entered twice"):
        ledger_entry(moved, "OBJ-001")


def test_a_target_in_the_unit_of_its_metric_is_followed(register: Register) -> None:
    records.add(register, FrameworkItemDraft(code="HIA3a", framework="EDI plan", title="Pay gaps"))
    ref = records.add(register, ObjectiveDraft(title="Close it")).ref
    told = MeasureDraft(
        name="Pay gap",
        objective=ref,
        metric="HIA3a",
        direction=Direction.PARITY,
        target=Decimal(0),
    )
    measure = records.add(register, told).ref
    _edit(register, measure, target=Decimal(1))
    (entry,) = ledger(register)[ref].entries
    assert (entry.was, entry.now) == ("0%", "1%")


def test_a_measure_that_was_withdrawn_holds_nobody_to_its_target(moved: Register) -> None:
    stored = records.get(moved, "MEA-001")
    records.withdraw(moved, "MEA-001", "wrong measure", version=stored.version)
    assert ledger(moved)["OBJ-001"].lowered == 0
    assert "P9" not in {found.rule for found in check(moved).findings}
