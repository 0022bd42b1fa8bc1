"""What has moved since an objective was agreed, each with its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.due import Due
from edi_tui.domain.ledger import drift_of, ledger_of
from edi_tui.domain.moves import Move
from edi_tui.domain.progress import Declared, computed
from edi_tui.domain.words import Precision, Status
from tests.domain.edits import AGREED, JUNE, MARCH, MEASURE, SEPT, dated, edit
from tests.domain.rules.rows import AS_AT, measure, objective


def test_moves_add_up_and_the_first_wording_and_date_stay() -> None:
    rewritten = replace(dated(JUNE), title="Raise it a little")
    changes = [
        edit(AGREED, dated(JUNE)),
        edit(dated(JUNE), rewritten, seq=2),
        edit(rewritten, replace(rewritten, due=Due(SEPT, "", Precision.DAY)), seq=3),
    ]
    found = drift_of(objective(title="Raise it a little", due_on=SEPT), changes)
    assert (found.moves, found.days, found.rewritten, found.lowered) == (2, 183, 1, 0)
    assert (found.original.title, found.original.due) == ("Raise it", "31 Mar 2027")
    assert [(one.what, one.was, one.now, one.days, one.ref) for one in found.entries] == [
        (Move.DUE, "31 Mar 2027", "30 Jun 2027", 91, "OBJ-001"),
        (Move.WORDING, "Raise it", "Raise it a little", 0, "OBJ-001"),
        (Move.DUE, "30 Jun 2027", "30 Sep 2027", 92, "OBJ-001"),
    ]
    assert found.any


def test_an_objective_that_nobody_changed_is_its_own_original() -> None:
    found = drift_of(objective(title="As it is", due_on=None, due_text="ongoing"), [])
    assert (found.original.title, found.original.due) == ("As it is", "ongoing")
    assert not found.any


@pytest.mark.parametrize(
    ("title", "rewritten"), [("RAISE it!", 0), ("Raise  it", 0), ("Raise them", 1)]
)
def test_case_and_punctuation_are_no_new_wording(title: str, rewritten: int) -> None:
    changes = [edit(AGREED, replace(AGREED, title=title))]
    assert drift_of(objective(), changes).rewritten == rewritten


@pytest.mark.parametrize(
    ("agreed", "moves"),
    [
        (None, 3),
        (date(2026, 9, 30), 3),
        (date(2026, 10, 1), 2),
        (date(2026, 10, 2), 1),
        (date(2026, 10, 3), 0),
    ],
)
def test_only_what_moved_after_the_agreement_is_drift(agreed: date | None, moves: int) -> None:
    """The agreement of 1 October is entered between the two moves of that day."""
    signed = replace(dated(JUNE), agreed_on=agreed)
    changes = [
        edit(AGREED, dated(JUNE), seq=1),
        edit(dated(JUNE), signed, seq=2),
        edit(signed, replace(signed, due=Due(SEPT, "", Precision.DAY)), seq=3),
        edit(dated(SEPT), dated(JUNE), seq=4, on="2026-10-02"),
    ]
    assert drift_of(objective(agreed_on=agreed), changes).moves == moves


def test_the_ledger_gives_each_objective_its_own_and_its_measures_changes() -> None:
    lowered = replace(MEASURE, target=Decimal(16))
    changes = [
        edit(AGREED, dated(JUNE), ref="OBJ-002"),
        edit(MEASURE, lowered, seq=2),
        edit(AGREED, dated(JUNE), seq=3, on="2026-11-22"),
    ]
    found = ledger_of([objective(), objective(ref="OBJ-002")], changes, [measure()], as_at=AS_AT)
    assert (found["OBJ-001"].moves, found["OBJ-001"].lowered) == (0, 1)
    assert (found["OBJ-002"].moves, found["OBJ-002"].lowered) == (1, 0)


def test_a_change_of_the_day_itself_counts() -> None:
    changes = [edit(AGREED, dated(JUNE), on="2026-11-21")]
    assert ledger_of([objective()], changes, as_at=AS_AT)["OBJ-001"].moves == 1


_DAYS = st.dates(AS_AT - timedelta(days=400), AS_AT + timedelta(days=400))
_GREEN = {Status.OFF_TRACK: 0, Status.AT_RISK: 1, Status.NO_UPDATE: 2, Status.ON_TRACK: 3}


@given(
    st.sampled_from([Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK]),
    _DAYS,
    _DAYS,
    st.none() | _DAYS,
)
def test_a_later_due_date_never_makes_a_status_greener_without_showing_as_drift(
    status: Status, due: date, later: date, forecast: date | None
) -> None:
    before, after = (
        computed(Declared(status, day, forecast, AS_AT), as_at=AS_AT).status for day in (due, later)
    )
    found = drift_of(objective(due_on=later), [edit(dated(due), dated(later))])
    if _GREEN[after] > _GREEN[before]:
        assert found.moves == 1
        assert found.days > 0


def test_what_the_agreement_itself_moved_is_no_drift() -> None:
    signed = replace(dated(JUNE), agreed_on=date(2026, 10, 1))
    changes = [edit(AGREED, signed)]
    assert not drift_of(objective(agreed_on=signed.agreed_on), changes).any


def test_everything_of_the_day_counts_where_it_was_agreed_as_it_was_entered() -> None:
    agreed = date(2026, 10, 1)
    first, moved = (replace(dated(day), agreed_on=agreed) for day in (MARCH, JUNE))
    assert drift_of(objective(agreed_on=agreed), [edit(first, moved)]).moves == 1
