"""The quarters, each with a bar of how things stood at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from edi_tui.domain.column import Column
from edi_tui.domain.words import Status
from edi_tui.tui.status_style import status_style
from edi_tui.tui.text import cell
from edi_tui.tui.widgets.column_fit import GAP
from edi_tui.tui.widgets.list_table import ListTable
from edi_tui.tui.widgets.stacked_bar import stacked_bar
from edi_tui.tui.widgets.virtual_table import GUTTER

if TYPE_CHECKING:
    from edi_tui.domain.quarters import Quarter
    from edi_tui.domain.words import QuarterState
    from edi_tui.services.quarters import Standing

_BEFORE = (Column("ref", "Quarter", 10), Column("state", "State", 7))
_AFTER = (
    Column("due", "Due", 4, right=True),
    Column("ended", "Ended", 5, right=True),
    Column("evidence", "Evidence", 8, right=True),
)
_ROOM = 56
"""The narrowest list that has room for the numbers beside the bar."""
_LEAST_BAR = 10


class QuarterTable(ListTable):
    """Lists quarters, the newest first; the bars take what room there is."""

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self._states: Sequence[tuple[Quarter, QuarterState]] = ()
        self._standing: Mapping[Quarter, Standing] = {}
        self._evidence: Mapping[Quarter, int] = {}

    def show(
        self,
        states: Sequence[tuple[Quarter, QuarterState]],
        standing: Mapping[Quarter, Standing],
        evidence: Mapping[Quarter, int],
    ) -> None:
        """List quarters, keeping the cursor where it was.

        Args:
            states: The quarters.
            standing: What those that have been read come to.
            evidence: How many items are dated within each of those.
        """
        more = len(states) != len(self._states)
        self._states, self._standing, self._evidence = states, standing, evidence
        self._lay_out()
        if more:  # it is as high as it has rows
            self.refresh(layout=True)

    def on_resize(self) -> None:
        """Give the bars the new room."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.scrollable_content_region.width - GUTTER
        after = _AFTER if room >= _ROOM else ()
        taken = sum(column.width + GAP for column in (*_BEFORE, *after)) + GAP
        width = max(room - taken, _LEAST_BAR)
        wanted = (*_BEFORE, Column("status", "Status at its end", width), *after)
        lines = [
            (str(quarter), self._cells(quarter, state, width, numbers=bool(after)))
            for quarter, state in self._states
        ]
        before = self.row_count
        self.fill(wanted, lines, select=self.current_key)
        if self.row_count != before:  # it is as high as it has rows
            self.refresh(layout=True)

    def _cells(
        self, quarter: Quarter, state: QuarterState, width: int, *, numbers: bool
    ) -> list[Text]:
        known = self._standing.get(quarter)
        styles = {status.letter: status_style(self.app, status) for status in Status}
        bar = stacked_bar(known.counts, width, styles) if known else Text()
        found = [cell(str(quarter)), cell(state.label), bar]
        if numbers and known:
            counted = (len(known.due), known.closed, self._evidence[quarter])
            return [*found, *(cell(f"{number:,}") for number in counted)]
        return [*found, *(Text() for _ in _AFTER if numbers)]
