"""The objectives, the public statements that they come from, and the rules set aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.worker import Worker

from edi_tui.domain.columns import headline
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import CommitmentRow, ObjectiveRow
from edi_tui.tui.keys.lists import OBJECTIVES
from edi_tui.tui.modals.missing import Missing
from edi_tui.tui.modals.reason import Parking
from edi_tui.tui.modals.statement import Statement, StatementForm
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.listing import Listing
from edi_tui.tui.screens.place import PlaceScreen

if TYPE_CHECKING:
    from edi_tui.services.records import Saved
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Agreed:
    """An objective that is agreed."""

    saved: Saved
    smart: str
    """The five verdicts in words."""


class ObjectivesScreen(PlaceScreen):
    """What the board will change, and what becomes of what it said in public."""

    PLACE = "objectives"
    BINDINGS: ClassVar[list[BindingType]] = [*OBJECTIVES]
    LISTS = (
        Listing(
            Kind.OBJECTIVE,
            "No objectives yet. Press n to write the first, or 1 and then i to bring in a plan.",
        ),
        Listing(
            Kind.COMMITMENT,
            "No commitments yet. Press n to paste a public statement; each of its sentences can "
            "then become an objective or be parked with a reason.",
        ),
        Listing(
            Kind.WAIVER,
            "No rule is set aside. Press n to set one aside for a record; the reason is printed.",
        ),
    )

    def action_new(self) -> Worker[None]:
        """Write a new record; of commitments, take in a whole statement."""
        return self.take_in() if self.kind is Kind.COMMITMENT else super().action_new()

    @asking
    async def take_in(self) -> None:
        """Split a pasted statement into commitments."""
        form = StatementForm()
        while (given := await self.app.push_screen_wait(form)) is not None:
            result = await self.stored(partial(_taken_in, given))
            if not isinstance(result, EdiError):
                self.done(_told(len(result)))
                self.edi.keys.wait_for(self.load())
                return
            form = StatementForm(given, str(result))

    @asking
    async def action_make_objective(self) -> None:
        """Make an objective of a commitment and open it, to be made SMART."""
        row = self.current
        if not isinstance(row, CommitmentRow):
            return
        result = await self.stored(partial(_drafted, row.ref))
        if isinstance(result, EdiError):
            self.edi.refuse(result)
            return
        self.done(f"{row.ref} became {result.ref}.", "commitments", "draft", row.ref, "--again")
        self.select(result.ref, "title")

    @asking
    async def action_park(self) -> None:
        """Put a commitment aside, with a reason."""
        row, reason, problem = self.current, "", ""
        while isinstance(row, CommitmentRow):
            told = await self.app.push_screen_wait(Parking(row.ref, headline(row), reason, problem))
            if told is None:
                return
            result = await self.stored(partial(_parked, row.ref, told))
            if not isinstance(result, EdiError):
                self.done(f"{row.ref} parked.", "commitments", "park", row.ref, "--reason", told)
                self.edi.keys.wait_for(self.load())
                return
            reason, problem = told, str(result)

    @asking
    async def action_agree(self) -> None:
        """Agree an objective, or show all that it lacks until it is agreed or left."""
        row = self.current
        while isinstance(row, ObjectiveRow):
            result = await self.stored(partial(_agreed, row.ref))
            if isinstance(result, EdiError):
                self.edi.refuse(result)
                return
            if isinstance(result, Agreed):
                told = f"agreed. SMART: {result.smart}"
                self.finished(result.saved, told, "agree", row.ref)
                return
            remedy = await self.app.push_screen_wait(Missing(row.ref, result))
            if remedy is None:
                return
            if not remedy.waive:
                self.select(row.ref, remedy.finding.column)
                return
            await self.waive(row.ref, remedy.finding.rule)

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here."""
        row = self.current
        if action == "agree" and not isinstance(row, ObjectiveRow):
            return "Nothing to agree here: only objectives are agreed."
        if action == "agree" and isinstance(row, ObjectiveRow) and row.agreed_on is not None:
            return f"{row.ref} was agreed on {format_date(row.agreed_on)}."
        if action in ("make_objective", "park") and not isinstance(row, CommitmentRow):
            return "This is for a commitment: press ] to list the commitments."
        return super().why_not(action)


def _told(count: int) -> str:
    if not count:
        return "Every sentence was in the register already."
    return f"{count:,} commitment{'s' * (count != 1)} taken in."


def _taken_in(given: Statement, register: Register) -> list[str]:
    from edi_tui.services.commitments import take_in

    return take_in(register, given.title, given.text)


def _drafted(ref: str, register: Register) -> Saved:
    from edi_tui.services.commitments import draft_from

    return draft_from(register, ref, again=True)


def _parked(ref: str, reason: str, register: Register) -> Saved:
    from edi_tui.services.commitments import park

    return park(register, ref, reason)


def _agreed(ref: str, register: Register) -> Agreed | tuple[Finding, ...]:
    """Agree an objective and say how SMART it is, or return everything that keeps it a draft."""
    from edi_tui.domain.rules.smart import in_words
    from edi_tui.services.agreement import agree, blocking, verdicts_of
    from edi_tui.services.views import view_of

    if missing := blocking(view_of(register), ref):
        return missing
    return Agreed(agree(register, ref), in_words(verdicts_of(register, ref)))
