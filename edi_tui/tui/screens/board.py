"""The seats of the board, what they answer for, and the frameworks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edi_tui.domain.brief_roles import told_apart
from edi_tui.domain.column import Column
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.tui.screens.listing import Listed, Listing
from edi_tui.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage, Mark, SeatCoverage
    from edi_tui.services.register import Register

_COLUMNS = (
    Column("role", "Seat"),
    Column("objective", "Objective", 9),
    Column("smart", "SMART", 8),
    Column("mid_year", "Mid-year", 9),
    Column("appraisal", "Appraisal", 9),
    Column("evidence", "Evidence", 8),
    Column("sponsorship", "Sponsor", 8),
    Column("holder", "Held by", 24),
)
_MARKED = ("objective", "smart", "mid_year", "appraisal", "evidence", "sponsorship")
_NO_SEATS = (
    "No seats yet. Press n to add the first, or import a list of the board with "
    "“edi-tui import BOARD.csv --as members”."
)


@dataclass(frozen=True)
class CoverageListing(Listing):
    """The seats that somebody holds, against what is asked of each."""

    @property
    def title(self) -> str:
        """What the list is called."""
        return "coverage"

    @property
    def columns(self) -> Sequence[Column]:
        """The seat, then one column for each thing asked."""
        return _COLUMNS

    def read(self, register: Register) -> Listed:
        """Return the matrix; runs in a thread."""
        from edi_tui.services.coverage import coverage

        found = coverage(register)
        rows = [seat.member for seat in found.seats]
        names = told_apart(rows)
        told = {
            seat.member.ref: {"role": (names[seat.member.ref], ""), **_cells(seat)}
            for seat in found.seats
        }
        return Listed(rows, told, _note(found))


def _cells(seat: SeatCoverage) -> dict[str, tuple[str, str]]:
    marks: dict[str, Mark] = {name: getattr(seat, name) for name in _MARKED}
    return {
        name: (
            f"{mark.symbol} {_SHORT.get(mark.value, mark.label)}",
            _COLOURS.get(mark.value, "dim"),
        )
        for name, mark in marks.items()
    }


_SHORT = {"not_needed": ""}
"""A mark whose words the key below the list says once."""
_COLOURS = {
    "yes": "text-success",
    "partly": "text-warning",
    "no": "text-error",
}
"""Names of theme variables; a mark without one is dim."""


def _note(found: BoardCoverage) -> str:
    """Return the whole board's own line, the vacant seats, the key and the deadlines."""
    return "\n".join(filter(None, (_collective(found), _vacant(found), _key(), _due(found))))


def _collective(found: BoardCoverage) -> str:
    refs = ", ".join(row.ref for row in found.collective)
    return f"Whole board: {refs}." if refs else "Whole board: no objective of its own yet."


def _vacant(found: BoardCoverage) -> str:
    roles = ", ".join(row.role for row in found.vacant)
    return f"Vacant: {roles}." if roles else ""


def _key() -> str:
    from edi_tui.domain.coverage import Mark

    return "   ".join(f"{mark.symbol} {mark.label}" for mark in Mark)


def _due(found: BoardCoverage) -> str:
    days = sorted({(day, seat.label) for seat, day in found.deadlines.items()})
    told = "; ".join(f"{label} by {format_date(day)}" for day, label in days)
    return f"Appraisals to NHS England: {told}." if told else ""


class BoardScreen(PlaceScreen):
    """The seats of the board, what they answer for, and the frameworks."""

    PLACE = "board"
    DEFAULT_CSS = """
    BoardScreen {
        &.-matrix #split { layout: vertical; }
        &.-matrix #list { width: 1fr; height: 3fr; }
        &.-matrix Detail { width: 1fr; height: 2fr; }
        &.-matrix.-narrow Detail { display: none; }
        &.-matrix.-narrow.-reading #list { display: none; }
        &.-matrix.-narrow.-reading Detail { display: block; }
    }
    """
    LISTS = (
        Listing(Kind.MEMBER, _NO_SEATS),
        CoverageListing(Kind.MEMBER, _NO_SEATS),
        Listing(
            Kind.APPRAISAL,
            "No appraisals yet. Press n to record a member's year. Appraisals are confidential.",
        ),
        Listing(
            Kind.CHALLENGE,
            "No challenges yet. Press n to record a question from outside that is due an answer.",
        ),
        Listing(Kind.FRAMEWORK_ITEM),
    )

    def show(self, content: object) -> None:
        """Give the matrix the whole width."""
        self.set_class(isinstance(self.listing, CoverageListing), "-matrix")
        super().show(content)
