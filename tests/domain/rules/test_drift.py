"""Rules on drift."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.drift import Drift, Original
from edi_tui.domain.moves import Move, Moved
from edi_tui.domain.rules.drift import times
from edi_tui.domain.words import Status
from tests.domain.rules.judged import found, levels
from tests.domain.rules.rows import objective, view

_RULES = ("P8", "P9", "P10", "P11")
_ORIGINAL = Original("Raise it", "31 Dec 2026", {})


def _moved(what: Move, was: str = "", now: str = "", days: int = 0) -> Moved:
    return Moved(what, was, now, date(2026, 10, 1), "Board secretary", "OBJ-001", days)


def _drift(*entries: Moved, carried: int = 0) -> dict[str, Drift]:
    return {"OBJ-001": Drift(_ORIGINAL, entries, carried)}


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        (0, []),
        (1, [("OBJ-001", "note")]),
        (2, [("OBJ-001", "note")]),
        (3, [("OBJ-001", "warn")]),
    ],
)
def test_the_third_move_of_a_due_date_is_a_warning(moves: int, said: list[tuple[str, str]]) -> None:
    drift = _drift(*[_moved(Move.DUE, days=30)] * moves)
    assert levels("P8", view(objective(), drift=drift)) == said


@pytest.mark.parametrize(
    ("days", "due", "now"),
    [
        (90, date(2027, 3, 31), "90 days later than 31 Dec 2026"),
        (-1, date(2026, 12, 30), "1 day sooner than 31 Dec 2026"),
        (0, date(2026, 12, 31), "on 31 Dec 2026 again"),
        (0, None, "on no day now, 31 Dec 2026 at first"),
    ],
)
def test_a_moved_due_date_is_told_beside_the_agreed_one(
    days: int, due: date | None, now: str
) -> None:
    drift = _drift(_moved(Move.DUE, days=days))
    (finding,) = found("P8", view(objective(due_on=due), drift=drift))
    expected = f"The due date was moved once since it was agreed; it is due {now}."
    assert (finding.value, finding.message) == ("31 Dec 2026", expected)


def test_each_lowered_target_is_said_with_both_values() -> None:
    drift = _drift(_moved(Move.TARGET, "18%", "17%"), _moved(Move.TARGET, "17%", "16%"))
    said = found("P9", view(objective(), drift=drift))
    assert [finding.value for finding in said] == ["16%", "17%"]
    assert "from 18% to 17%" in said[1].message


def test_new_wording_is_said_with_the_agreed_words() -> None:
    (finding,) = found("P10", view(objective(), drift=_drift(_moved(Move.WORDING))))
    assert (finding.level, finding.value) == ("note", "Raise it")


@pytest.mark.parametrize(
    ("carried", "said"),
    [(0, []), (1, [("OBJ-001", "note")]), (2, [("OBJ-001", "warn")])],
)
def test_what_is_carried_forward_again_is_a_warning(
    carried: int, said: list[tuple[str, str]]
) -> None:
    seen = view(objective(follows="OBJ-009"), drift=_drift(carried=carried))
    assert levels("P11", seen) == said


def test_what_is_closed_or_never_moved_has_no_drift_to_answer_for() -> None:
    entries = [_moved(what, "18%", "17%") for what in Move]
    closed = view(objective(status=Status.COMPLETE), drift=_drift(*entries, carried=2))
    for rule in _RULES:
        assert found(rule, closed) == []
        assert found(rule, view(objective(), drift=_drift())) == []
        assert found(rule, view(objective())) == []


def test_a_number_of_times_is_written_as_people_say_it() -> None:
    assert [times(1), times(2)] == ["once", "2 times"]
