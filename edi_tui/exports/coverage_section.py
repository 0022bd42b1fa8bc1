"""The section of a status paper about which seats of the board have an objective."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.appraisal_year import year_name
from edi_tui.domain.coverage import BoardCoverage, Mark, SeatCoverage
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import MemberRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import listed, number_of, sentence
from edi_tui.services.report import Coverage, StatusReport

_PARTLY = (
    "Partly means, under Objective, an objective of the whole board only; under SMART and "
    "Evidence, some of the objectives; under Appraisal, held but not complete."
)


def coverage_section(report: StatusReport) -> Section:
    """Return which seats have an objective of their own, those without one first.

    High impact action 1 of the EDI improvement plan asks it of every board and executive team
    member. Of appraisals it says only whether they were held and are complete, since what they
    found is confidential.
    """
    coverage, board = report.coverage, report.board
    if not coverage.seats and not coverage.vacant:
        paragraphs = ["The register holds no seats of the board yet, so coverage is not known."]
    else:
        paragraphs = [
            "The EDI improvement plan asks that every board and executive team member has "
            f"objectives on equality, diversity and inclusion. {_share(coverage)}",
            *_marked(board),
            *_roles("Without an objective of their own", coverage.uncovered),
            *_roles("Vacant", coverage.vacant),
        ]
    if coverage.collective:
        collective = number_of(coverage.collective, "objective is", "objectives are")
        paragraphs.append(f"{collective} collective: the whole board answers.")
    paragraphs += [_PARTLY] if board.seats else []
    paragraphs.append(_deadlines(board))
    tables = (_seats(report), _asked(board))
    return Section("High impact action 1 coverage", tuple(paragraphs), tables)


def _share(coverage: Coverage) -> str:
    if not coverage.seats:
        return "No seat is filled."
    have = "has" if len(coverage.covered) == 1 else "have"
    return f"{len(coverage.covered)} of {number_of(coverage.seats, 'filled seat')} {have} one."


def _marked(board: BoardCoverage) -> list[str]:
    """Return how many seats have SMART objectives, and how many were appraised in full."""
    if not board.seats:
        return []
    smart = sum(seat.smart is Mark.YES for seat in board.seats)
    appraised = sum(seat.appraisal is Mark.YES for seat in board.seats)
    have, were = "has" if smart == 1 else "have", "was" if appraised == 1 else "were"
    return [
        f"Of {number_of(len(board.seats), 'filled seat')}, {smart or 'none'} {have} SMART "
        f"objectives, and {appraised or 'none'} {were} appraised in full for "
        f"{year_name(board.appraised)}."
    ]


def _roles(label: str, members: Sequence[MemberRow]) -> list[str]:
    return [f"{label}: {listed([row.role for row in members])}."] if members else []


def _seats(report: StatusReport) -> Table:
    coverage = report.coverage
    marks = {seat.member.ref: sentence(seat.objective.label) for seat in report.board.seats}
    answers = (
        *((row, marks[row.ref]) for row in coverage.uncovered),
        *((row, "Seat is vacant") for row in coverage.vacant),
        *((row, marks[row.ref]) for row in coverage.covered),
    )
    return Table(
        "Seats and their objectives",
        (
            Column("Ref"),
            Column("Seat"),
            Column("Kind"),
            Column("Standing"),
            Column("Voting"),
            Column("Has an objective"),
        ),
        tuple(
            (
                row.ref,
                row.role,
                row.seat.label,
                row.standing.label,
                "Yes" if row.voting else "No",
                answer,
            )
            for row, answer in answers
        ),
        "The register holds no seats of the board yet.",
    )


def _deadlines(board: BoardCoverage) -> str:
    """Return when appraisals are due, by the guidance of 1 April 2025."""
    if not board.deadlines:
        return "Appraisals are held locally: none of them has a national date."
    dates = [f"{seat.label} by {format_date(day)}" for seat, day in board.deadlines.items()]
    return (
        f"Appraisals for {year_name(board.appraised)} due at NHS England: {listed(dates)}. "
        "All others are held locally."
    )


def _asked(board: BoardCoverage) -> Table:
    headings = ("Seat", "Objective", "SMART", "Mid-year review", "Appraisal", "Sponsor")
    return Table(
        "What is asked of each seat",
        tuple(map(Column, ("Ref", *headings, "Evidence"))),
        tuple(map(_seat, board.seats)),
        "No seat of the board is filled.",
    )


def _seat(seat: SeatCoverage) -> tuple[str, ...]:
    first = (seat.objective, seat.smart, seat.mid_year, seat.appraisal)
    marks = (*first, seat.sponsorship, seat.evidence)
    return (seat.member.ref, seat.member.role, *(sentence(mark.label) for mark in marks))
