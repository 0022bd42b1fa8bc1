"""Showing papers of quarters: which one, for whom, and what is done with them."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.closing import ClosingScreen
from edi_tui.tui.screen import asking
from edi_tui.tui.shown_paper import STATUS_PAPER, ShownPaper, choose_paper, compared
from edi_tui.tui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from edi_tui.exports.paper import Paper
    from edi_tui.services.register import Register

_REST = 0.1
"""Seconds that the cursor rests on a quarter before its paper is made."""


class ShowingScreen(ClosingScreen):
    """A place that shows a paper of the quarter under its cursor."""

    def __init__(self) -> None:
        """Begin with the committee's status paper."""
        super().__init__()
        self._shown = STATUS_PAPER
        self._comparing = False

    @property
    def paper(self) -> PaperView:
        """The paper that is shown."""
        return self.query_one(PaperView)

    @property
    def closed(self) -> Sequence[Quarter]:
        """The closed quarters."""
        raise NotImplementedError

    def preview(self) -> None:
        """Show the paper of the quarter under the cursor."""
        raise NotImplementedError

    def proposed_file(self, today: date) -> dict[str, str]:
        """Return the paper that is shown, of the quarter under the cursor."""
        if (quarter := self.current) is None:
            return super().proposed_file(today)
        if self._compares(quarter):
            later = self._next_closed(quarter)
            until = {"later": str(later)} if later else {}
            return {"what": "diff", "quarter": str(quarter), **until}
        audience = self._shown.audience.label
        return {"what": self._shown.name, "quarter": str(quarter), "audience": audience}

    def show_paper_of(self, quarter: Quarter) -> None:
        """Show the chosen paper of a quarter that has begun, or what changed since it."""
        if self._compares(quarter):
            until = self._next_closed(quarter)
            self.make_paper(f"Changes since {quarter}", partial(compared, quarter, until))
        elif self._shown.is_public and quarter not in self.closed:
            self.workers.cancel_group(self, "page")
            self.paper.entitle(self._shown.title_of(quarter), "")
            self.paper.clear(f"{quarter} is not closed, and the public reads closed quarters only.")
        else:
            self.make_paper(self._shown.title_of(quarter), partial(self._shown.made, quarter))

    @work(exclusive=True, exit_on_error=False, group="page")
    async def make_paper(self, title: str, made: Callable[[Register], tuple[str, Paper]]) -> None:
        """Show a paper, with its title, as soon as the cursor rests on its quarter."""
        await sleep(_REST)
        try:
            told, paper = await self.edi.in_thread(made)
        except EdiError as error:
            self.edi.refuse(error)
            return
        self.paper.entitle(title, told)
        self.paper.show(paper)

    def _compares(self, quarter: Quarter) -> bool:
        """Tell whether it is shown what changed since a quarter, in the place of its paper."""
        return self._comparing and quarter in self.closed

    def _next_closed(self, quarter: Quarter) -> Quarter | None:
        """Return the first closed quarter after one; None where it is compared with now."""
        return min((one for one in self.closed if one > quarter), default=None)

    def action_changes(self) -> None:
        """Show what changed since the quarter was closed, or its paper again."""
        self._comparing = not self._comparing
        self.preview()

    def action_audience(self) -> None:
        """Show the paper as the next audience reads it."""
        self._show_instead(self._shown.for_next())

    @asking
    async def action_shape(self) -> None:
        """Choose another paper of the quarter."""
        chosen = await choose_paper(self, self._shown)
        if chosen is not None:
            self._show_instead(chosen)

    def _show_instead(self, paper: ShownPaper) -> None:
        self._shown, self._comparing = paper, False
        self.refresh_bindings()
        self.preview()

    @asking
    async def action_publish(self) -> None:
        """Make the site for all staff and the public."""
        from edi_tui.tui.publishing import publish

        await publish(self)

    @asking
    async def action_verify(self) -> None:
        """Hold the file of a paper against the register."""
        from edi_tui.tui.verifying import verify

        await verify(self)

    def why_not(self, action: str) -> str:
        """Return why there is nothing to compare, to publish or to choose."""
        quarter = self.current
        if action == "changes" and quarter and quarter not in self.closed:
            return f"{quarter} is not closed, so nothing is compared with it."
        if action == "publish" and quarter and not self.closed:
            return "No quarter is closed yet, and the public reads closed quarters only."
        if action == "audience" and self._shown.name != STATUS_PAPER.name:
            return f"{self._shown.title}: only the status paper is written for several."
        return super().why_not(action)
