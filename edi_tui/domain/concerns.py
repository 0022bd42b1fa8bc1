"""How far the concerns of networks have come, and how long each step took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from edi_tui.domain.rows import ConcernRow
from edi_tui.domain.words import Word

VERSION = 1
"""Counted up when the same concern would have come another way, or waited another time."""


class ConcernState(Word):
    """How far a concern has come."""

    RAISED = "raised", "Raised"
    BEFORE_THE_BOARD = "before_the_board", "Before the board"
    ANSWERED = "answered", "Answered"
    LOOP_CLOSED = "loop_closed", "Loop closed"


@dataclass(frozen=True, slots=True)
class Ageing:
    """How a concern stands at a day; each step is None until it has been taken."""

    state: ConcernState
    open_days: int
    """From its raising to the closing of the loop, or to the day while it is open."""
    to_board: int | None
    """Days from its raising to the board."""
    to_answer: int | None
    """Days from the board, or from its raising where the board never saw it, to the answer."""
    to_feedback: int | None
    """Days from the answer to the network's being told."""
    answered_within: int | None
    """Days from its raising to the answer."""


@dataclass(frozen=True, slots=True)
class Loops:
    """How the concerns of a register were dealt with, up to a day."""

    raised: int
    closed: int
    median_answer: float | None
    """Days from raising to answer, among those answered; None where none was."""
    median_closed: float | None
    """Days from raising to the closing of the loop, among those closed."""

    @property
    def share_closed(self) -> Fraction | None:
        """The part of the concerns whose loop is closed; None where none was raised."""
        return Fraction(self.closed, self.raised) if self.raised else None


def raised_by(concerns: Iterable[ConcernRow], day: date) -> list[ConcernRow]:
    """Return the concerns that had been raised by a day."""
    return [row for row in concerns if row.raised_on <= day]


def ageing(row: ConcernRow, day: date) -> Ageing:
    """Return how a concern stands at a day; what is dated later has not happened yet."""
    board, answered, told = (
        _by(on, day) for on in (row.board_on, row.answered_on, row.fed_back_on)
    )
    return Ageing(
        state=_state(board, answered, told),
        open_days=_days(row.raised_on, told or day) or 0,
        to_board=_days(row.raised_on, board),
        to_answer=_days(board or row.raised_on, answered),
        to_feedback=_days(answered, told),
        answered_within=_days(row.raised_on, answered),
    )


def loops(concerns: Iterable[ConcernRow], day: date) -> Loops:
    """Return how the concerns raised by a day were dealt with."""
    ages = [ageing(row, day) for row in raised_by(concerns, day)]
    closed = [age.open_days for age in ages if age.state is ConcernState.LOOP_CLOSED]
    answers = [age.answered_within for age in ages if age.answered_within is not None]
    return Loops(
        raised=len(ages),
        closed=len(closed),
        median_answer=median(answers) if answers else None,
        median_closed=median(closed) if closed else None,
    )


def _state(board: date | None, answered: date | None, told: date | None) -> ConcernState:
    if told:
        return ConcernState.LOOP_CLOSED
    if answered:
        return ConcernState.ANSWERED
    return ConcernState.BEFORE_THE_BOARD if board else ConcernState.RAISED


def _by(on: date | None, day: date) -> date | None:
    return on if on and on <= day else None


def _days(start: date | None, end: date | None) -> int | None:
    return (end - start).days if start and end else None
