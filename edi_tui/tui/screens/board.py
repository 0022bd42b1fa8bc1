"""The seats of the board, what they answer for, and the frameworks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from edi_tui.domain.brief_roles import told_apart
from edi_tui.domain.column import Column
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import MemberRow
from edi_tui.tui.forms.choices import choices_of
from edi_tui.tui.keys.lists import BOARD
from edi_tui.tui.modals.handover import HandoverForm, HandoverPreview, Succession
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.listing import Listed, Listing, WholeListing, Wish
from edi_tui.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage, Mark, SeatCoverage
    from edi_tui.services.handover import Handover
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
class CoverageListing(WholeListing):
    """The seats that somebody holds, against what is asked of each."""

    @property
    def title(self) -> str:
        """What the list is called."""
        return "coverage"

    @property
    def columns(self) -> Sequence[Column]:
        """The seat, then one column for each thing asked."""
        return _COLUMNS

    def read(self, register: Register, wish: Wish, *, glance: bool = False) -> Listed:
        """Return the matrix; runs in a thread."""
        from edi_tui.services.coverage import coverage

        found = coverage(register)
        listed = super().read(register, wish, glance=glance)
        names = told_apart([seat.member for seat in found.seats])
        told = {
            seat.member.ref: {"role": (names[seat.member.ref], ""), **_cells(seat)}
            for seat in found.seats
        }
        rows = [row for row in listed.filling.rows if row.ref in told]
        numbers = [number for number in listed.filling.numbers if self.kind.ref(number) in told]
        filling = replace(listed.filling, rows=rows, numbers=numbers, more=(), told=told)
        return replace(listed, filling=filling, total=len(told), note=_note(found))


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
    BINDINGS: ClassVar[list[BindingType]] = [*BOARD]
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

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here; only a board member hands over."""
        if action == "handover" and not isinstance(self.current, MemberRow):
            return "Nothing to hand over here: put the cursor on a board member."
        return super().why_not(action)

    @asking
    async def action_handover(self) -> None:
        """Ask who takes over from the member under the cursor, show what passes, and do it."""
        leaver = self.current
        choices = await self.stored(choices_of({Kind.MEMBER}))
        if isinstance(choices, EdiError):
            self.edi.refuse(choices)
            return
        wished, problem = None, ""
        while isinstance(leaver, MemberRow):
            form = HandoverForm(leaver, choices, self.today, wished, problem)
            wished = await self.app.push_screen_wait(form)
            if wished is None:
                return
            planned = await self.stored(_previewed(leaver, wished))
            problem = str(planned) if isinstance(planned, EdiError) else ""
            if isinstance(planned, EdiError):
                continue
            if not await self.app.push_screen_wait(HandoverPreview(planned)):
                continue
            done = await self.stored(_handed_over(leaver, wished))
            problem = str(done) if isinstance(done, EdiError) else ""
            if not isinstance(done, EdiError):
                command = ("handover", leaver.ref, wished.successor, "--on", str(wished.on))
                self.done(f"{leaver.ref} handed over to {wished.successor}.", *command)
                self.edi.keys.wait_for(self.load())
                return

    def show(self, content: object) -> None:
        """Give the matrix the whole width."""
        self.set_class(isinstance(self.listing, CoverageListing), "-matrix")
        super().show(content)


def _previewed(leaver: MemberRow, wished: Succession) -> Callable[[Register], Handover]:
    from edi_tui.services.handover import preview

    return lambda register: preview(register, leaver.ref, wished.successor, wished.on)


def _handed_over(leaver: MemberRow, wished: Succession) -> Callable[[Register], Handover]:
    from edi_tui.services.handover import hand_over

    return lambda register: hand_over(register, leaver.ref, wished.successor, wished.on)
