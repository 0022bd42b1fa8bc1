"""Rules on drift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.drift import Drift, Original
from edi_tui.domain.moves import Move, Moved
from edi_tui.domain.rules.drift import RULES, carried, rewritten, times
from edi_tui.domain.rules.known import Known
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.thresholds import Thresholds
from edi_tui.domain.words import Status
from tests.domain.rules.judged import found, levels
from tests.domain.rules.rows import objective, view

_RULES = ("P8", "P9", "P10", "P11")
_ORIGINAL = Original("Raise it", "31 Dec 2026", {}, date(2026, 12, 31), date(2026, 4, 1))


def _moved(what: Move, was: str = "", now: str = "", days: int = 0) -> Moved:
    return Moved(what, was, now, date(2026, 10, 1), "Board secretary", "OBJ-001", days)


def _drift(
    *entries: Moved, carried: int = 0, due: date | None = None, original: Original = _ORIGINAL
) -> dict[str, Drift]:
    before = tuple(f"OBJ-00{9 - n}" for n in range(carried))
    return {"OBJ-001": Drift(original, entries, before, due)}


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
        (1, date(2027, 1, 1), "1 day later than 31 Dec 2026"),
        (-1, date(2026, 12, 30), "1 day sooner than 31 Dec 2026"),
        (0, date(2026, 12, 31), "on 31 Dec 2026 again"),
        (0, None, "on no day now, 31 Dec 2026 at first"),
    ],
)
def test_a_moved_due_date_is_told_beside_the_agreed_one(
    days: int, due: date | None, now: str
) -> None:
    drift = _drift(_moved(Move.DUE, days=days), due=due)
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


def test_many_times_are_grouped_as_people_write_numbers() -> None:
    assert times(1200) == "1,200 times"


def test_what_has_moved_is_told_with_what_was_agreed_and_how_often() -> None:
    entries = [_moved(Move.DUE, days=45)] * 3 + [_moved(Move.WORDING)] * 2
    entries.append(_moved(Move.TARGET, "18%", "17%"))
    row = objective(follows="OBJ-009")
    seen = view(row, drift=_drift(*entries, carried=2, due=date(2027, 5, 15)))
    assert {rule.id: list(rule.judge(row, seen)) for rule in RULES} == {
        "P8": [
            Remark(
                "often",
                "31 Dec 2026",
                {
                    "moves": "3 times",
                    "now": "135 days later than 31 Dec 2026",
                    "since": "it was agreed",
                },
            )
        ],
        "P9": [
            Remark("lowered", "17%", {"was": "18%", "ref": "OBJ-001", "since": "it was agreed"})
        ],
        "P10": [Remark("rewritten", "Raise it", {"times": "2 times", "since": "it was agreed"})],
        "P11": [Remark("often", "OBJ-009, OBJ-008", {"times": "2 times"})],
    }
    (once,) = carried.judge(row, view(row, drift=_drift(carried=1)))
    assert once == Remark("once", "OBJ-009", {"times": "once"})


def test_the_organisation_chooses_how_many_moves_are_too_many() -> None:
    known = Known(thresholds=Thresholds(moves=Decimal(2)))
    drift = _drift(*[_moved(Move.DUE, days=30)] * 2)
    assert levels("P8", view(objective(), drift=drift, known=known)) == [("OBJ-001", "warn")]


def test_what_was_never_agreed_has_moved_since_it_was_first_entered() -> None:
    entries = [_moved(Move.DUE), _moved(Move.WORDING), _moved(Move.TARGET, "18%", "17%")]
    drift = _drift(*entries, original=replace(_ORIGINAL, agreed_on=None))
    for rule in ("P8", "P9", "P10"):
        (finding,) = found(rule, view(objective(), drift=drift))
        assert "since it was first entered" in finding.message
        assert "agreed" not in finding.message


def test_what_was_carried_forward_is_named() -> None:
    (once,) = found("P11", view(objective(), drift=_drift(carried=1)))
    assert once.message == "It carries on from OBJ-009, which was not met."
    (often,) = found("P11", view(objective(), drift=_drift(carried=2)))
    assert often.message == (
        "It was carried forward 2 times, from OBJ-009, OBJ-008, none of which was met."
    )


def test_what_was_never_agreed_has_moved_since_it_was_entered() -> None:
    original = replace(_ORIGINAL, agreed_on=None)
    drift = {"OBJ-001": Drift(original, (_moved(Move.WORDING),))}
    (remark,) = rewritten.judge(objective(), view(objective(), drift=drift))
    assert remark.facts["since"] == "it was first entered"
