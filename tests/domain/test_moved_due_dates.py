"""Due dates that moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.ledger import drift_of, ledger_of
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.words import Precision
from tests.domain.edits import AGREED, JUNE, MARCH, SEPT, dated, edit
from tests.domain.rules.rows import AS_AT, objective


@pytest.mark.parametrize(
    ("after", "moves", "days", "now"),
    [
        (dated(JUNE), 1, 91, "30 Jun 2027"),
        (dated(date(2027, 3, 1)), 1, -30, "1 Mar 2027"),
        (dated(None, "ongoing"), 1, 0, "ongoing"),
        (dated(MARCH, "31 March 2027"), 0, 0, None),
    ],
)
def test_a_due_date_that_moved_is_kept_with_its_days_and_who_moved_it(
    after: ObjectiveDraft, moves: int, days: int, now: str | None
) -> None:
    found = drift_of(objective(due_on=after.due.on), [edit(AGREED, after)])
    assert (found.moves, found.days) == (moves, days)
    assert found.original.due == "31 Mar 2027"
    said = [(one.was, one.now, one.on, one.who) for one in found.entries]
    moved = ("31 Mar 2027", now, date(2026, 10, 1), "Board secretary")
    assert said == ([moved] if now else [])


def test_a_first_due_date_is_no_move() -> None:
    assert not drift_of(objective(), [edit(dated(None), AGREED)]).any


def test_a_due_date_that_was_emptied_and_set_again_is_counted_from_the_first() -> None:
    changes = [edit(AGREED, dated(None)), edit(dated(None), dated(JUNE), seq=2)]
    found = drift_of(objective(due_on=JUNE), changes)
    assert (found.moves, found.days, found.original.due) == (1, 91, "31 Mar 2027")


def test_what_had_no_due_date_at_first_is_counted_from_its_first_day() -> None:
    changes = [edit(dated(None, "soon"), AGREED), edit(AGREED, dated(JUNE), seq=2)]
    found = drift_of(objective(due_on=JUNE), changes)
    assert (found.moves, found.days, found.original.due) == (1, 91, "31 Mar 2027")


def test_a_day_in_the_past_has_the_words_of_then() -> None:
    signed = replace(AGREED, agreed_on=date(2026, 9, 1))
    later = replace(dated(JUNE), title="Raise them", agreed_on=date(2026, 11, 20))
    changes = [
        edit(signed, replace(signed, due=Due(SEPT, "", Precision.DAY)), on="2026-10-01"),
        edit(replace(signed, due=Due(SEPT, "", Precision.DAY)), later, seq=2, on="2026-11-20"),
    ]
    row = objective(title="Raise them", due_on=JUNE, agreed_on=date(2026, 11, 20))
    before = ledger_of([row], changes, as_at=date(2026, 9, 30))["OBJ-001"]
    assert (before.original.title, before.original.due, before.due_on) == (
        "Raise it",
        "31 Mar 2027",
        MARCH,
    )
    between = ledger_of([row], changes, as_at=date(2026, 11, 19))["OBJ-001"]
    assert (between.due_on, between.days, between.moves) == (SEPT, 183, 1)
    assert between.original.agreed_on == date(2026, 9, 1)


def test_each_move_says_how_many_days_later_or_sooner_it_is() -> None:
    changes = [
        edit(AGREED, dated(JUNE)),
        edit(dated(JUNE), dated(MARCH), seq=2),
        edit(AGREED, dated(None, "ongoing"), seq=3),
    ]
    assert [entry.days for entry in drift_of(objective(), changes).entries] == [91, -91, 0]


def test_words_for_a_due_date_are_told_as_they_stood_before_the_first_change() -> None:
    changes = [edit(dated(None, "ongoing"), dated(None, "each year"))]
    row = objective(due_on=None, due_text="each year")
    assert drift_of(row, changes).original.due == "ongoing"


def test_an_earlier_day_sees_the_words_for_a_due_date_of_that_day() -> None:
    changes = [edit(dated(None, "ongoing"), dated(None, "each year"), on="2026-11-22")]
    row = objective(due_on=None, due_text="each year")
    found = ledger_of([row], changes, as_at=AS_AT)["OBJ-001"]
    assert (found.original.due, found.any) == ("ongoing", False)
