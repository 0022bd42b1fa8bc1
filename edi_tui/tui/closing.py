"""Closing the quarter under the cursor, once it is seen what that freezes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.screen import asking
from edi_tui.tui.undoing import UndoingScreen

if TYPE_CHECKING:
    from edi_tui.domain.closing import Closing
    from edi_tui.services.closing import Readiness
    from edi_tui.services.register import Register
    from edi_tui.tui.modals.close_quarter import Answers


class ClosingScreen(UndoingScreen):
    """A place whose quarters can be closed."""

    @property
    def current(self) -> Quarter | None:
        """The quarter under the cursor."""
        raise NotImplementedError

    @asking
    async def action_close_quarter(self) -> None:
        """Show what would be frozen and what stands open, and ask until it is closed or left."""
        from edi_tui.tui.modals.close_quarter import CloseForm, ReissueForm

        quarter = self.current
        if quarter is None:
            return
        found = await self.stored(partial(_prospect, quarter))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        ready, closed = found
        answers: Answers | None = None
        problem = ""
        while True:
            kind = ReissueForm if closed else CloseForm
            form = kind(quarter, ready, closed, self.today, answers, problem)
            answers = await self.app.push_screen_wait(form)
            if answers is None:
                return
            result = await self.stored(_closing(quarter, answers))
            if not isinstance(result, EdiError):
                self.say(f"{quarter} is {result.told}.", *_command(quarter, answers))
                self.edi.keys.wait_for(self.load())
                return
            problem = str(result)


def _prospect(quarter: Quarter, register: Register) -> tuple[Readiness, Closing | None]:
    """Return what closing a quarter would freeze, and how it was closed before."""
    from edi_tui.services.closed_quarters import closings
    from edi_tui.services.closing import readiness

    made = [one for one in closings(register) if one.quarter == quarter]
    closed = made[-1] if made else None
    return readiness(register, quarter, as_at=closed.as_at if closed else None), closed


def _closing(quarter: Quarter, answers: Answers) -> Callable[[Register], Closing]:
    from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter

    wish = ClosingTerms(as_at=answers.as_at, meeting_on=answers.meeting_on, despite=answers.despite)
    if answers.because:
        return lambda register: reissue_quarter(register, quarter, wish, because=answers.because)
    return lambda register: close_quarter(register, quarter, wish)


def _command(quarter: Quarter, answers: Answers) -> list[str]:
    """Return the words of the command that does the same."""
    words = ["quarter", "reissue" if answers.because else "close", str(quarter)]
    said = {
        "--because": answers.because,
        "--as-at": format_date(answers.as_at) if answers.as_at else "",
        "--meeting": format_date(answers.meeting_on) if answers.meeting_on else "",
        "--despite": answers.despite,
    }
    return words + [part for pair in said.items() if pair[1] for part in pair]
