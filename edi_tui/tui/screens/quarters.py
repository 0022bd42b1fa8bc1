"""The quarters, how things stood at the end of each, and its status paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.worker import get_current_worker

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import QuarterState
from edi_tui.tui.keys.quarters import QUARTERS
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.showing import ShowingScreen
from edi_tui.tui.sizes import WIDTHS
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.paper_view import PaperView
from edi_tui.tui.widgets.quarter_table import QuarterTable
from edi_tui.tui.widgets.stacked_bar import legend

if TYPE_CHECKING:
    from edi_tui.services.quarters import QuarterFigures
    from edi_tui.services.register import Register

_WIDTHS = [*WIDTHS, (150, "-broad")]
"""Where it is broad, the paper stands beside the quarters."""


class QuartersScreen(TableScreen, ShowingScreen):
    """Every quarter beside a preview of its paper."""

    PLACE = "quarters"
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    DEFAULT_CSS = """
    QuartersScreen {
        #pair { layout: vertical; height: 1fr; }
        #quarters { height: auto; max-height: 50%; }
        #quarters QuarterTable { height: auto; }
        PaperView { height: 1fr; }
        &.-broad #pair { layout: horizontal; }
        &.-broad #quarters { width: 6fr; height: 1fr; max-height: 100%; }
        &.-broad PaperView { width: 7fr; }
        &.-tiny #quarters, &.-low #quarters { height: 1fr; max-height: 100%; }
        &.-low ListTabs { margin: 0 0 0 1; }
        &.-tiny PaperView, &.-low PaperView { display: none; }
        &.-tiny.-reading PaperView, &.-low.-reading PaperView { display: block; }
        &.-narrow.-reading #quarters, &.-tiny.-reading #quarters, &.-low.-reading #quarters {
            display: none;
        }
    }
    """
    AUTO_FOCUS = "QuarterTable"
    BINDINGS: ClassVar[list[BindingType]] = [*QUARTERS]

    @dataclass
    class Figured(Message):
        """What a quarter comes to has arrived."""

        figures: QuarterFigures

    def __init__(self) -> None:
        """Begin without anything read, with the objectives counted."""
        super().__init__()
        self._states: Sequence[tuple[Quarter, QuarterState]] = ()
        self._figures: dict[Quarter, QuarterFigures] = {}
        self._actions = False
        self._previewed: Quarter | None = None

    def compose_body(self) -> ComposeResult:
        """Lay the paper beside the quarters, or below them where there is less room."""
        with Container(id="pair"):
            with Vertical(id="quarters", classes="panel") as panel:
                panel.border_title = "Quarters"
                panel.border_subtitle = legend()
                yield ListTabs(["objectives", "actions"])
                yield QuarterTable()
            yield PaperView(classes="panel")

    @property
    def table(self) -> QuarterTable:
        """The list of quarters."""
        return self.query_one(QuarterTable)

    @property
    def current(self) -> Quarter | None:
        """The quarter under the cursor."""
        key = self.table.current_key
        return next((quarter for quarter, _ in self._states if str(quarter) == key), None)

    @property
    def closed(self) -> list[Quarter]:
        """The closed quarters."""
        return [one for one, state in self._states if state is QuarterState.CLOSED]

    def read(self, register: Register) -> object:
        """Return which quarters there are."""
        from edi_tui.services.quarters import quarter_states

        return quarter_states(register)

    def show(self, content: object) -> None:
        """List the quarters, then read what each comes to."""
        assert isinstance(content, list)
        first = not self._states
        self._states = content
        self._list()
        if first:
            self.table.move_cursor(1)
        self.read_figures()
        self.preview()

    def _list(self) -> None:
        found = self._figures.values()
        standing = {one.quarter: one.actions if self._actions else one.objectives for one in found}
        self.table.show(self._states, standing, {one.quarter: one.evidence for one in found})

    # In the group of `load`, so that reading again ends it.
    @work(thread=True, exclusive=True, exit_on_error=False, group="load")
    def read_figures(self) -> None:
        """Read what each quarter comes to, one by one."""
        from edi_tui.services.quarters import figures

        worker = get_current_worker()
        try:
            for found in figures(self.edi.opened()):
                if worker.is_cancelled:
                    return
                self.post_message(self.Figured(found))
        except EdiError as error:
            self.post_message(self.Failed(error))

    @on(Figured)
    def figured(self, message: Figured) -> None:
        """Show what a quarter comes to."""
        self._figures[message.figures.quarter] = message.figures
        self._list()
        if message.figures.quarter == self.current and message.figures.quarter.start > self.today:
            self.preview()

    @on(QuarterTable.Moved)
    def follow(self) -> None:
        """Show the paper of the quarter that the cursor came to."""
        self.refresh_bindings()
        if self.current != self._previewed:
            self.preview()

    def preview(self) -> None:
        """Show the paper of the quarter under the cursor, or what falls due in a coming one."""
        quarter = self._previewed = self.current
        if quarter is None:
            return
        if quarter.start > self.today:
            self.workers.cancel_group(self, "page")
            self._foresee(quarter)
        else:
            self.show_paper_of(quarter)

    def _foresee(self, quarter: Quarter) -> None:
        """Show what falls due in a quarter that has not begun."""
        from edi_tui.exports.coming_paper import coming_paper

        self.paper.entitle(str(quarter), f"from {format_date(quarter.start)}")
        if (found := self._figures.get(quarter)) is not None:
            self.paper.show(coming_paper(quarter, found.objectives.due, found.actions.due))
        else:
            self.paper.clear("")

    @on(ListTabs.Chosen)
    def count(self, message: ListTabs.Chosen) -> None:
        """Count the objectives, or the actions."""
        self._actions = message.place == 1
        self._list()

    @on(QuarterTable.Selected)
    def read_paper(self) -> None:
        """Go into the paper; where there is room for one panel only, it takes the place."""
        self.add_class("-reading")
        self.paper.focus()

    def action_clear(self) -> None:
        """Come back from the paper."""
        self.remove_class("-reading")
        self.table.focus()

    def why_not(self, action: str) -> str:
        """Return why the quarter under the cursor cannot be closed, and so on."""
        quarter = self.current
        if action == "close_quarter" and quarter and quarter.end >= self.today:
            return (
                f"{quarter} runs until {format_date(quarter.end)} and can be closed from "
                f"{format_date(quarter.next.start)} on."
            )
        return super().why_not(action)

    def action_list(self, step: int) -> None:
        """Count the other kind."""
        self.query_one(ListTabs).move(step)
