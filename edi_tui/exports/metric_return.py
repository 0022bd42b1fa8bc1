"""The return for metric 1a of high impact action 1: whose objectives were assessed."""

from __future__ import annotations

from collections.abc import Iterator

from edi_tui.domain.appraisal_year import year_name
from edi_tui.domain.coverage import BoardCoverage, Mark, SeatCoverage
from edi_tui.domain.metric_1a import assessed
from edi_tui.domain.risks import risks_of
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import listed, number_of, said, sentence
from edi_tui.services.report import StatusReport

_COUNTED = (
    "A member counts as assessed where the appraisal was held, left none of the member's own "
    "objectives without an outcome, and was submitted where it must be. What an appraisal found "
    "is confidential and not in this return."
)

_MEANINGS = {
    Mark.YES: "The appraisal was held and is complete",
    Mark.PARTLY: "The appraisal was held but is not complete",
    Mark.NO: "The appraisal is late, or was held of a member without objectives of their own",
    Mark.NOT_YET: "The appraisal has not been held, and is not late",
    Mark.NOT_NEEDED: "The member began after the year ended",
}
"""What each word of the seat table says; rows of 0 are shown, so that returns can be compared."""
_NUMBERS = (Column("Members", right=True), Column("Of all", right=True))
_NOBODY = "There is nobody to count."


def return_sections(report: StatusReport) -> tuple[Section, ...]:
    """Return the count that the metric asks for, what it rests on, and each seat.

    The EDI improvement plan asks in metric 1a for the members of the board with assessed objectives
    among all members, by way of the board assurance framework.
    """
    board = report.board
    return (
        Section("Metric 1a", tuple(_told(board)), (_counts(board), _beside(board))),
        Section("Seat by seat", tuple(_vacant(board)), (_seats(board),)),
    )


def _told(board: BoardCoverage) -> Iterator[str]:
    year, seats = year_name(board.appraised), board.seats
    if not seats:
        yield "No seat of the board is filled, so there is nothing to count."
        return
    count = _count(seats, Mark.YES)
    members = number_of(len(seats), "member")
    had = f"{count} of {members} in post ({_share(count, len(seats))})"
    yield f"{had} had their objectives assessed in the appraisal for {year}."
    yield _COUNTED
    own = [row for seat in seats for row in seat.objectives]
    named = sum(bool(risks_of([row])) for row in own)
    yield (
        f"{named} of {number_of(len(own), 'objective')} of members "
        f"{'names' if named == 1 else 'name'} a risk of the board assurance framework."
    )


def _share(count: int, total: int) -> str:
    return f"{(200 * count + total) // (2 * total)}%"


def _counts(board: BoardCoverage) -> Table:
    """Return how many seats each word of the seat table stands beside; every seat has one."""
    seats = board.seats
    counted = (
        *((sentence(mark.label), told, _count(seats, mark)) for mark, told in _MEANINGS.items()),
        ("All members in post", "Every seat that is filled", len(seats)),
    )
    rows = tuple(
        (word, told, str(count), _share(count, len(seats)))
        for word, told, count in counted
        if seats
    )
    headings = (Column("Assessed"), Column("Which means"), *_NUMBERS)
    return Table("Metric 1a", headings, rows, _NOBODY)


def _beside(board: BoardCoverage) -> Table:
    """Return what else is asked of members, each of it of all of them."""
    seats = board.seats
    counted = (
        ("With an objective of their own", sum(bool(one.objectives) for one in seats)),
        ("With SMART objectives", sum(one.smart is Mark.YES for one in seats)),
        (f"Mid-year review of {year_name(board.appraised + 1)} held", _reviewed(seats)),
    )
    rows = tuple((what, str(count), _share(count, len(seats))) for what, count in counted if seats)
    return Table("Objectives and mid-year reviews", (Column("What"), *_NUMBERS), rows, _NOBODY)


def _reviewed(seats: tuple[SeatCoverage, ...]) -> int:
    return sum(one.mid_year is Mark.YES for one in seats)


def _count(seats: tuple[SeatCoverage, ...], mark: Mark) -> int:
    return sum(assessed(one) is mark for one in seats)


def _vacant(board: BoardCoverage) -> Iterator[str]:
    if board.vacant:
        yield f"Vacant and not counted: {listed([row.role for row in board.vacant])}."
    if board.collective:
        refs = listed([row.ref for row in board.collective])
        yield f"The whole board answers for {refs} besides."


def _seats(board: BoardCoverage) -> Table:
    headings = ("Ref", "Seat", "Kind", "Objectives", "Risks", "Assessed")
    return Table(
        "Seat by seat",
        tuple(map(Column, headings)),
        tuple(map(_seat, board.seats)),
        "No seat of the board is filled.",
    )


def _seat(seat: SeatCoverage) -> tuple[str, ...]:
    member, own = seat.member, seat.objectives
    return (
        member.ref,
        member.role,
        member.seat.label,
        said(", ".join(row.ref for row in own)),
        said(", ".join(risks_of(own))),
        sentence(assessed(seat).label),
    )
