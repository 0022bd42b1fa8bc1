"""Bringing the frameworks of a register up to date, and what serves their items."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from edi_tui.domain.crosswalk import gaps
from edi_tui.domain.errors import ReadOnlyError
from edi_tui.domain.records import ActionDraft, FrameworkItemDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Status
from edi_tui.reference.frameworks import frameworks
from edi_tui.services import records
from edi_tui.services.frameworks import Refreshed, refresh, served_in
from edi_tui.services.lists import contents, history_of
from edi_tui.services.register import Register
from tests.conftest import HIGH_IMPACT_ACTIONS

OWN = tuple(item.code for item in HIGH_IMPACT_ACTIONS)
SHIPPED = tuple(item.code for item in frameworks())


def test_what_the_register_lacks_is_added_as_one_change(register: Register) -> None:
    done = refresh(register)
    assert done == Refreshed(tuple(code for code in SHIPPED if code not in OWN), OWN)
    rows = contents(register).frameworks
    assert {row.code for row in rows} == set(SHIPPED)
    told = history_of(register)
    assert len({entry.group_id for entry in told if entry.summary == "refresh the frameworks"}) == 1
    (item,) = (row for row in rows if row.code == "HIA4.1")
    assert (item.deadline, item.checked_on) == ("October 2023", None)


def test_what_the_organisation_says_itself_is_never_overwritten(register: Register) -> None:
    own = FrameworkItemDraft(code="wres7", framework="Ours", title="Our own reading of it")
    records.add(register, own)
    assert {"WRES7", "HIA1"} <= set(refresh(register).already)
    assert records.get(register, "WRES7").draft == own
    assert records.get(register, "HIA1").draft == HIGH_IMPACT_ACTIONS[0]


def test_refreshing_again_changes_nothing(register: Register) -> None:
    refresh(register)
    before = history_of(register)
    assert refresh(register) == Refreshed((), SHIPPED)
    assert history_of(register) == before


def test_what_was_withdrawn_is_not_brought_back(register: Register) -> None:
    records.withdraw(register, "FWK-006", "The plan has ended", version=1)
    assert "HIA6" in refresh(register).already
    assert "HIA6" not in {row.code for row in contents(register).frameworks}


def test_a_register_that_can_only_be_read_is_not_refreshed(register: Register) -> None:
    with pytest.raises(ReadOnlyError):
        refresh(dataclasses.replace(register, read_only=True))


def test_objectives_serve_items_directly_and_through_the_crosswalk(register: Register) -> None:
    refresh(register)
    records.add(register, ObjectiveDraft(title="Report", frameworks=("EDS3A", "HIA2.1")))
    gone = records.add(register, ObjectiveDraft(title="Close the gap", frameworks=("HIA3",)))
    records.withdraw(register, gone.ref, "Entered twice", version=1)
    records.add(register, ActionDraft(text="Train", frameworks=("HIA2a",)))
    now = contents(register)
    found = {one.item.code: one for one in served_in(now)}
    assert len(found) == len(SHIPPED)
    assert (found["HIA1"].objectives, found["HIA1"].through) == ((), ("EDS3A",))
    assert (found["HIA2"].objectives, found["HIA2"].actions) == (("OBJ-001",), ("ACT-001",))
    assert found["HIA3"].gap
    codes = {one.item.code for one in gaps(found.values(), now.as_at)}
    assert codes == set(SHIPPED) - {"EDS3", "EDS3A", "HIA2", "HIA2.1"}


def test_there_is_no_gap_where_there_is_no_item(register: Register) -> None:
    assert [one.item.code for one in served_in(contents(register))] == list(OWN)


@pytest.mark.parametrize("status", [Status.WITHDRAWN, Status.SUPERSEDED, Status.CARRIED_OVER])
def test_what_is_no_longer_pursued_serves_nothing(register: Register, status: Status) -> None:
    records.add(register, ObjectiveDraft(title="Raise it", frameworks=("HIA2",)))
    records.add(register, ActionDraft(text="Train", frameworks=("HIA2",)))
    found = {one.item.code: one for one in served_in(contents(register))}
    assert (found["HIA2"].objectives, found["HIA2"].actions) == (("OBJ-001",), ("ACT-001",))
    for ref in ("OBJ-001", "ACT-001"):
        records.add(register, UpdateDraft(subject=ref, on=date(2026, 11, 1), status=status))
    found = {one.item.code: one for one in served_in(contents(register))}
    assert (found["HIA2"].objectives, found["HIA2"].actions) == ((), ())
