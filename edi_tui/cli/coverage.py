"""The command that shows the board against what is asked of its members."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from edi_tui.cli.lists import Json, JudgedAt, day_named
from edi_tui.cli.output import say, say_json, say_table
from edi_tui.cli.settings import opened, options_of

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage, Mark, SeatCoverage

_HEADINGS = ("Ref", "Seat", "Objective", "SMART", "Mid-year", "Appraisal", "Sponsor", "Evidence")
_MARKS = ("objective", "smart", "mid_year", "appraisal", "sponsorship", "evidence")


def coverage(
    context: typer.Context,
    as_json: Json = False,
    as_at: JudgedAt = None,
) -> None:
    """Show each seat against objective, SMART, reviews, sponsorship and evidence.

    “Partly” under Objective is an objective of the whole board only; under SMART and Evidence
    it is some of the objectives; under Appraisal it was held but is not complete.
    """
    from edi_tui.services.coverage import coverage as covered

    register = opened(options_of(context))
    board = covered(register, as_at=day_named(register, as_at))
    if as_json:
        say_json(_plain(board))
    else:
        _say_board(board)


def _say_board(board: BoardCoverage) -> None:
    from edi_tui.domain.due import format_date

    if not board.seats and not board.vacant:
        say("The register holds no seats of the board yet.")
        return
    say_table(
        _HEADINGS,
        [
            (seat.member.ref, seat.member.role, *(mark.label for mark in _marks(seat).values()))
            for seat in board.seats
        ],
    )
    say("")
    if board.vacant:
        say(f"Vacant: {', '.join(row.role for row in board.vacant)}.")
    say(_collective([row.ref for row in board.collective]))
    for seat, day in board.deadlines.items():
        say(
            f"{seat.label}: appraisals for {_year(board)} are due at NHS England by "
            f"{format_date(day)}."
        )
    held = "All other" if board.deadlines else "All"
    say(f"{held} appraisals are held locally.")


def _collective(refs: Sequence[str]) -> str:
    if not refs:
        return "There is no collective objective: the whole board answers for none together."
    are = "is" if len(refs) == 1 else "are"
    return f"{', '.join(refs)} {are} collective: the whole board answers."


def _marks(seat: SeatCoverage) -> dict[str, Mark]:
    return {name: getattr(seat, name) for name in _MARKS}


def _year(board: BoardCoverage) -> str:
    from edi_tui.domain.appraisal_year import year_name

    return year_name(board.appraised)


def _plain(board: BoardCoverage) -> dict[str, Any]:
    return {
        "kind": "coverage",
        "as_at": board.as_at.isoformat(),
        "appraisal_year": _year(board),
        "seats": [_seat(seat) for seat in board.seats],
        "vacant": [{"ref": row.ref, "role": row.role} for row in board.vacant],
        "collective": [row.ref for row in board.collective],
        "deadlines": {seat.value: day.isoformat() for seat, day in board.deadlines.items()},
    }


def _seat(seat: SeatCoverage) -> dict[str, Any]:
    due = seat.appraisal_due
    return {
        "ref": seat.member.ref,
        "role": seat.member.role,
        "objectives": [row.ref for row in seat.objectives],
        **{name: mark.value for name, mark in _marks(seat).items()},
        "appraisal_due": due.isoformat() if due else None,
    }
