"""What has moved since an objective was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.due import Due
from edi_tui.domain.ledger import drift_of, ledger_of
from edi_tui.domain.moves import Move
from edi_tui.domain.plain import to_plain
from edi_tui.domain.progress import Declared, computed
from edi_tui.domain.records import Draft, MeasureDraft, ObjectiveDraft
from edi_tui.domain.rows import ChangeRow, MeasureRow, ObjectiveRow
from edi_tui.domain.words import Direction, Precision, Status
from tests.domain.rules.rows import AS_AT, measure, objective

_MARCH, _JUNE, _SEPT = date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)
_AGREED = ObjectiveDraft(title="Raise it", due=Due(_MARCH, "March 2027", Precision.DAY))
_MEASURE = MeasureDraft(
    name="Share", objective="OBJ-001", unit="%", baseline=Decimal(14), target=Decimal(18)
)


def _edit(
    before: Draft, after: Draft, *, seq: int = 1, on: str = "2026-10-01", ref: str = ""
) -> ChangeRow:
    own = "OBJ-001" if isinstance(before, ObjectiveDraft) else "MEA-001"
    return ChangeRow(
        seq=seq,
        at=f"{on}T09:00:00+00:00",
        who="Board secretary",
        verb="edit",
        ref=ref or own,
        summary="",
        group_id="",
        before=to_plain(before),
        after=to_plain(after),
    )


def _standing(**changes: Any) -> dict[str, MeasureRow]:
    return {"MEA-001": measure(**changes)}


def _due(day: date | None, words: str = "") -> ObjectiveDraft:
    return replace(_AGREED, due=Due(day, words, Precision.DAY))


@pytest.mark.parametrize(
    ("after", "moves", "days", "now"),
    [
        (_due(_JUNE), 1, 91, "30 Jun 2027"),
        (_due(date(2027, 3, 1)), 1, -30, "1 Mar 2027"),
        (_due(None, "ongoing"), 1, 0, "ongoing"),
        (_due(_MARCH, "31 March 2027"), 0, 0, None),
    ],
)
def test_a_due_date_that_moved_is_kept_with_its_days_and_who_moved_it(
    after: ObjectiveDraft, moves: int, days: int, now: str | None
) -> None:
    found = drift_of(objective(due_on=after.due.on), [_edit(_AGREED, after)])
    assert (found.moves, found.days) == (moves, days)
    assert found.original.due == "31 Mar 2027"
    said = [(one.was, one.now, one.on, one.who) for one in found.entries]
    moved = ("31 Mar 2027", now, date(2026, 10, 1), "Board secretary")
    assert said == ([moved] if now else [])


def test_moves_add_up_and_the_first_wording_and_date_stay() -> None:
    rewritten = replace(_due(_JUNE), title="Raise it a little")
    changes = [
        _edit(_AGREED, _due(_JUNE)),
        _edit(_due(_JUNE), rewritten, seq=2),
        _edit(rewritten, replace(rewritten, due=Due(_SEPT, "", Precision.DAY)), seq=3),
    ]
    found = drift_of(objective(title="Raise it a little", due_on=_SEPT), changes)
    assert (found.moves, found.days, found.rewritten, found.lowered) == (2, 183, 1, 0)
    assert (found.original.title, found.original.due) == ("Raise it", "31 Mar 2027")
    assert [(entry.what, entry.was, entry.now, entry.ref) for entry in found.entries] == [
        (Move.DUE, "31 Mar 2027", "30 Jun 2027", "OBJ-001"),
        (Move.WORDING, "Raise it", "Raise it a little", "OBJ-001"),
        (Move.DUE, "30 Jun 2027", "30 Sep 2027", "OBJ-001"),
    ]
    assert found.any


def test_a_first_due_date_is_no_move() -> None:
    assert not drift_of(objective(), [_edit(_due(None), _AGREED)]).any


def test_an_objective_that_nobody_changed_is_its_own_original() -> None:
    found = drift_of(objective(title="As it is", due_on=None, due_text="ongoing"), [])
    assert (found.original.title, found.original.due) == ("As it is", "ongoing")
    assert not found.any


@pytest.mark.parametrize(
    ("title", "rewritten"), [("RAISE it!", 0), ("Raise  it", 0), ("Raise them", 1)]
)
def test_case_and_punctuation_are_no_new_wording(title: str, rewritten: int) -> None:
    changes = [_edit(_AGREED, replace(_AGREED, title=title))]
    assert drift_of(objective(), changes).rewritten == rewritten


@pytest.mark.parametrize(
    ("direction", "unit", "was", "now", "lowered"),
    [
        (Direction.UP, "%", "18", "17.9", ("18%", "17.9%")),
        (Direction.UP, "%", "18", "18.1", None),
        (Direction.UP, "%", "18", "18", None),
        (Direction.DOWN, "%", "10", "11", ("10%", "11%")),
        (Direction.DOWN, "%", "10", "9", None),
        (Direction.PARITY, "ratio", "1.1", "1.2", ("1.1", "1.2")),
        (Direction.PARITY, "ratio", "1.2", "0.9", None),
        (
            Direction.PARITY,
            "percentage points",
            "0.5",
            "0.9",
            ("0.5 percentage points", "0.9 percentage points"),
        ),
        (Direction.PARITY, "percentage points", "-0.9", "0.5", None),
        (Direction.UP, "%", "18", None, ("18%", "none")),
        (Direction.UP, "%", None, "18", None),
    ],
)
def test_a_target_that_asks_for_less_than_before_was_lowered(
    direction: Direction,
    unit: str,
    was: str | None,
    now: str | None,
    lowered: tuple[str, str] | None,
) -> None:
    before, after = (
        replace(_MEASURE, direction=direction, unit=unit, target=Decimal(each) if each else None)
        for each in (was, now)
    )
    found = drift_of(objective(), [_edit(before, after)], _standing(unit=unit))
    assert [(one.was, one.now) for one in found.of(Move.TARGET)] == ([lowered] if lowered else [])
    assert dict(found.original.targets) == ({"MEA-001": lowered[0]} if lowered else {})


def test_an_entry_without_direction_and_unit_goes_up_in_the_unit_of_today() -> None:
    change = _edit(_MEASURE, replace(_MEASURE, target=Decimal(17)))
    before = {
        name: value for name, value in change.before.items() if name not in ("direction", "unit")
    }
    (entry,) = drift_of(objective(), [replace(change, before=before)], _standing()).entries
    assert (entry.was, entry.now) == ("18%", "17%")


def test_the_original_target_is_the_one_before_it_was_first_lowered() -> None:
    first, second = (replace(_MEASURE, target=Decimal(each)) for each in (17, 16))
    changes = [_edit(_MEASURE, first), _edit(first, second, seq=2)]
    found = drift_of(objective(), changes, _standing())
    assert (found.lowered, dict(found.original.targets)) == (2, {"MEA-001": "18%"})


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
    signed = replace(_due(_JUNE), agreed_on=agreed)
    changes = [
        _edit(_AGREED, _due(_JUNE), seq=1),
        _edit(_due(_JUNE), signed, seq=2),
        _edit(signed, replace(signed, due=Due(_SEPT, "", Precision.DAY)), seq=3),
        _edit(_due(_SEPT), _due(_JUNE), seq=4, on="2026-10-02"),
    ]
    assert drift_of(objective(agreed_on=agreed), changes).moves == moves


def test_the_ledger_gives_each_objective_its_own_and_its_measures_changes() -> None:
    lowered = replace(_MEASURE, target=Decimal(16))
    changes = [
        _edit(_AGREED, _due(_JUNE), ref="OBJ-002"),
        _edit(_MEASURE, lowered, seq=2),
        _edit(_AGREED, _due(_JUNE), seq=3, on="2026-11-22"),
    ]
    found = ledger_of([objective(), objective(ref="OBJ-002")], changes, [measure()], as_at=AS_AT)
    assert (found["OBJ-001"].moves, found["OBJ-001"].lowered) == (0, 1)
    assert (found["OBJ-002"].moves, found["OBJ-002"].lowered) == (1, 0)


@pytest.mark.parametrize(
    ("before", "after", "lowered"),
    [
        ("OBJ-001", "OBJ-001", (1, 0)),
        ("OBJ-001", "OBJ-002", (1, 0)),
        ("OBJ-001", "", (1, 0)),
        ("", "OBJ-002", (0, 1)),
        ("", "", (0, 0)),
    ],
)
def test_a_lowered_target_is_drift_of_the_objective_that_its_measure_served(
    before: str, after: str, lowered: tuple[int, int]
) -> None:
    was = replace(_MEASURE, objective=before)
    now = replace(_MEASURE, objective=after, target=Decimal(17))
    objectives = [objective(), objective(ref="OBJ-002")]
    found = ledger_of(objectives, [_edit(was, now)], [measure()], as_at=AS_AT)
    assert (
        tuple(found[ref].lowered if ref in found else 0 for ref in ("OBJ-001", "OBJ-002"))
        == lowered
    )


def test_a_change_of_the_day_itself_counts() -> None:
    changes = [_edit(_AGREED, _due(_JUNE), on="2026-11-21")]
    assert ledger_of([objective()], changes, as_at=AS_AT)["OBJ-001"].moves == 1


def test_an_objective_is_carried_forward_from_each_that_was_not_met() -> None:
    rows = [
        objective(ref="OBJ-001", status=Status.COMPLETE),
        objective(ref="OBJ-002", status=Status.CARRIED_OVER, follows="OBJ-001"),
        objective(ref="OBJ-003", status=Status.ON_TRACK, follows="OBJ-002"),
        objective(ref="OBJ-004", follows="OBJ-003"),
        objective(ref="OBJ-005", follows="OBJ-099"),
    ]
    found = ledger_of(rows, [], as_at=AS_AT)
    nearest = [found[row.ref].carried_from if row.ref in found else () for row in rows]
    assert nearest == [(), (), ("OBJ-002",), ("OBJ-002",), ()]
    assert found["OBJ-003"].any
    assert "OBJ-001" not in found
    assert not found["OBJ-002"].any


@pytest.mark.parametrize(
    ("status", "carried"),
    [
        (Status.CLOSED_NOT_MET, 1),
        (Status.CARRIED_OVER, 1),
        (Status.WITHDRAWN, 1),
        (Status.SUPERSEDED, 0),
        (Status.COMPLETE, 0),
        (Status.EMBEDDED, 0),
        (Status.ON_TRACK, 0),
        (Status.NO_UPDATE, 0),
    ],
)
def test_only_what_was_closed_without_being_met_was_carried_forward(
    status: Status, carried: int
) -> None:
    rows = [objective(status=status), objective(ref="OBJ-002", follows="OBJ-001")]
    assert ledger_of(rows, [], as_at=AS_AT)["OBJ-002"].carried == carried


def _not_met(ref: str, follows: str) -> ObjectiveRow:
    return objective(ref=ref, follows=follows, status=Status.CLOSED_NOT_MET)


def test_the_nearest_that_was_not_met_is_named_first() -> None:
    rows = [_not_met("OBJ-001", ""), _not_met("OBJ-002", "OBJ-001"), _not_met("OBJ-003", "OBJ-002")]
    found = ledger_of(rows, [], as_at=AS_AT)["OBJ-003"]
    assert (found.carried_from, found.carried) == (("OBJ-002", "OBJ-001"), 2)


def test_a_ring_further_back_is_followed_once_too() -> None:
    rows = [
        _not_met("OBJ-001", "OBJ-002"),
        _not_met("OBJ-002", "OBJ-003"),
        _not_met("OBJ-003", "OBJ-002"),
    ]
    found = ledger_of(rows, [], as_at=AS_AT)
    assert [found[row.ref].carried for row in rows] == [2, 1, 1]


def test_objectives_that_follow_each_other_in_a_ring_are_counted_once() -> None:
    rows = [_not_met("OBJ-001", "OBJ-002"), _not_met("OBJ-002", "OBJ-001")]
    assert ledger_of(rows, [], as_at=AS_AT)["OBJ-001"].carried == 1


def test_a_due_date_that_was_emptied_and_set_again_is_counted_from_the_first() -> None:
    changes = [_edit(_AGREED, _due(None)), _edit(_due(None), _due(_JUNE), seq=2)]
    found = drift_of(objective(due_on=_JUNE), changes)
    assert (found.moves, found.days, found.original.due) == (1, 91, "31 Mar 2027")


def test_what_had_no_due_date_at_first_is_counted_from_its_first_day() -> None:
    changes = [_edit(_due(None, "soon"), _AGREED), _edit(_AGREED, _due(_JUNE), seq=2)]
    found = drift_of(objective(due_on=_JUNE), changes)
    assert (found.moves, found.days, found.original.due) == (1, 91, "31 Mar 2027")


def test_a_day_in_the_past_has_the_words_of_then() -> None:
    signed = replace(_AGREED, agreed_on=date(2026, 9, 1))
    later = replace(_due(_JUNE), title="Raise them", agreed_on=date(2026, 11, 20))
    changes = [
        _edit(signed, replace(signed, due=Due(_SEPT, "", Precision.DAY)), on="2026-10-01"),
        _edit(replace(signed, due=Due(_SEPT, "", Precision.DAY)), later, seq=2, on="2026-11-20"),
    ]
    row = objective(title="Raise them", due_on=_JUNE, agreed_on=date(2026, 11, 20))
    before = ledger_of([row], changes, as_at=date(2026, 9, 30))["OBJ-001"]
    assert (before.original.title, before.original.due, before.due_on) == (
        "Raise it",
        "31 Mar 2027",
        _MARCH,
    )
    between = ledger_of([row], changes, as_at=date(2026, 11, 19))["OBJ-001"]
    assert (between.due_on, between.days, between.moves) == (_SEPT, 183, 1)
    assert between.original.agreed_on == date(2026, 9, 1)


def test_the_target_of_a_measure_that_was_withdrawn_is_no_drift() -> None:
    changes = [_edit(_MEASURE, replace(_MEASURE, target=Decimal(16)))]
    assert not drift_of(objective(), changes).any
    assert not ledger_of([objective()], changes, [measure(ref="MEA-002")], as_at=AS_AT)[
        "OBJ-001"
    ].any


@pytest.mark.parametrize(
    ("targets", "lowered"),
    [
        (["18", "16", "18"], 0),
        (["18", "16", "17"], 1),
        (["18", "16", "19"], 0),
        (["18", "20", "18"], 0),
        (["18", "20", "17"], 1),
        ([None, "18", "16"], 1),
        ([None, "18", None, "18"], 0),
        (["18", None], 1),
    ],
)
def test_a_target_that_is_back_has_not_been_lowered(
    targets: list[str | None], lowered: int
) -> None:
    drafts = [replace(_MEASURE, target=Decimal(each) if each else None) for each in targets]
    changes = [
        _edit(before, after, seq=seq) for seq, (before, after) in enumerate(pairwise(drafts))
    ]
    assert drift_of(objective(), changes, _standing()).lowered == lowered


@pytest.mark.parametrize(
    ("before", "after", "now", "lowered"),
    [
        ({}, {}, {}, 1),
        ({"unit": "per cent"}, {"unit": "%"}, {"unit": "percent"}, 1),
        ({"unit": ""}, {"unit": ""}, {"unit": "%"}, 1),
        ({"unit": "odds"}, {"unit": "Odds"}, {"unit": "odds"}, 1),
        ({"unit": "odds"}, {"unit": "oddities"}, {"unit": "oddities"}, 0),
        ({"unit": "£"}, {"unit": "%"}, {"unit": "%"}, 0),
        ({}, {}, {"unit": "ratio"}, 0),
        ({}, {"metric": "WRES1"}, {}, 0),
    ],
)
def test_targets_in_two_units_are_not_compared(
    before: dict[str, str], after: dict[str, str], now: dict[str, str], lowered: int
) -> None:
    change = _edit(
        replace(_MEASURE, **cast("Any", before)),
        replace(_MEASURE, target=Decimal(16), **cast("Any", after)),
    )
    assert drift_of(objective(), [change], _standing(**now)).lowered == lowered


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
    found = drift_of(objective(due_on=later), [_edit(_due(due), _due(later))])
    if _GREEN[after] > _GREEN[before]:
        assert found.moves == 1
        assert found.days > 0


def test_each_move_says_how_many_days_later_or_sooner_it_is() -> None:
    changes = [
        _edit(_AGREED, _due(_JUNE)),
        _edit(_due(_JUNE), _due(_MARCH), seq=2),
        _edit(_AGREED, _due(None, "ongoing"), seq=3),
    ]
    assert [entry.days for entry in drift_of(objective(), changes).entries] == [91, -91, 0]


def test_a_target_that_was_raised_again_a_little_is_still_below_the_first() -> None:
    targets = [replace(_MEASURE, target=Decimal(each)) for each in ("18", "17", "16", "17.5")]
    steps = enumerate(pairwise(targets), 1)
    changes = [_edit(was, now, seq=seq) for seq, (was, now) in steps]
    found = drift_of(objective(), changes, _standing())
    assert (found.lowered, dict(found.original.targets)) == (2, {"MEA-001": "18%"})


def test_what_the_agreement_itself_moved_is_no_drift() -> None:
    signed = replace(_due(_JUNE), agreed_on=date(2026, 10, 1))
    changes = [_edit(_AGREED, signed)]
    assert not drift_of(objective(agreed_on=signed.agreed_on), changes).any


def test_everything_of_the_day_counts_where_it_was_agreed_as_it_was_entered() -> None:
    agreed = date(2026, 10, 1)
    first, moved = (replace(_due(day), agreed_on=agreed) for day in (_MARCH, _JUNE))
    assert drift_of(objective(agreed_on=agreed), [_edit(first, moved)]).moves == 1


def test_words_for_a_due_date_are_told_as_they_stood_before_the_first_change() -> None:
    changes = [_edit(_due(None, "ongoing"), _due(None, "each year"))]
    row = objective(due_on=None, due_text="each year")
    assert drift_of(row, changes).original.due == "ongoing"


def test_an_earlier_day_sees_the_words_for_a_due_date_of_that_day() -> None:
    changes = [_edit(_due(None, "ongoing"), _due(None, "each year"), on="2026-11-22")]
    row = objective(due_on=None, due_text="each year")
    found = ledger_of([row], changes, as_at=AS_AT)["OBJ-001"]
    assert (found.original.due, found.any) == ("ongoing", False)


@pytest.mark.parametrize(
    ("before", "after", "lowered"),
    [
        ("WRES1", "WRES1", 1),
        ("WRES1", "WRES2", 0),
        ("WRES1", None, 0),
        (None, "WRES1", 0),
        (None, None, 1),
        ("", None, 1),
    ],
)
def test_targets_of_two_metrics_are_not_compared(
    before: str | None, after: str | None, lowered: int
) -> None:
    change = _edit(_MEASURE, replace(_MEASURE, target=Decimal(17)))
    sides = (
        {name: value for name, value in side.items() if name != "metric"}
        | ({} if metric is None else {"metric": metric})
        for side, metric in ((change.before, before), (change.after, after))
    )
    was, now = sides
    found = drift_of(objective(), [replace(change, before=was, after=now)], _standing())
    assert found.lowered == lowered
