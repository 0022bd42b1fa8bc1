"""What needs a person today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import DataTable, Static

from edi_tui.domain.columns import status_words
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Status
from edi_tui.tui import bindings
from edi_tui.tui.palette import PLACE_OF
from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.text import cell, passage, plain
from edi_tui.tui.widgets.record_table import STATUS_STYLE

if TYPE_CHECKING:
    from edi_tui.services.desk import Task, Today
    from edi_tui.services.register import Register

_HEADINGS = (("Matter", 13), ("Ref", 8), ("What", 0), ("Why", 0))
_MARGIN = 2


class TodayScreen(EdiScreen):
    """How the register stands, and what needs a person, most urgent first."""

    PLACE = "today"
    AUTO_FOCUS = "DataTable"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.TODAY]

    def __init__(self) -> None:
        """Begin without anything read."""
        super().__init__()
        self._tasks: tuple[Task, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay the summary over the list."""
        with Vertical(id="summary", classes="panel") as summary:
            summary.border_title = "The register today"
            yield Static("Opening the register…", id="counts")
        with Vertical(id="tasks", classes="panel") as tasks:
            tasks.border_title = "What needs a person"
            yield DataTable[Text](cursor_type="row")
            yield Static("", id="empty")

    @property
    def table(self) -> DataTable[Text]:
        """The list of tasks."""
        return self.query_one(DataTable)

    def read(self, register: Register) -> object:
        """Return what needs a person."""
        from edi_tui.services.desk import today

        return today(register)

    def show(self, content: object) -> None:
        """Show the summary and list the tasks."""
        found: Today = content  # type: ignore[assignment] # what read() returned
        self._tasks = found.tasks
        self.query_one("#counts", Static).update(self._summary(found))
        self.query_one("#tasks").border_subtitle = plain(f"{len(found.tasks):,}")
        self._list()

    def _list(self) -> None:
        place = self.table.cursor_row
        rest = max(self.table.size.width - 13 - 8 - 4 * _MARGIN - 1, 20)
        with self.app.batch_update():
            self.table.clear(columns=True)
            for heading, width in _HEADINGS:
                self.table.add_column(cell(heading), width=width or rest // 2)
            for task in self._tasks:
                told = (task.ref, task.what, task.why)
                matter = cell(task.matter, self._colour(task.status))
                self.table.add_row(matter, *map(cell, told))
        self.table.move_cursor(row=place, animate=False)
        empty = self.query_one("#empty", Static)
        empty.display = not self._tasks
        self.table.display = bool(self._tasks)
        empty.update("Nothing needs you today. Press 2 for the objectives, or f1 for help.")

    def on_resize(self) -> None:
        """Share the new width out."""
        if self.table.columns:
            self._list()

    def _summary(self, found: Today) -> Text:
        told = Text()
        for kind, rows in (
            (Kind.OBJECTIVE, found.contents.objectives),
            (Kind.ACTION, found.contents.actions),
        ):
            told.append_text(self._counts(kind, rows))
            told.append("\n")
        cover = found.coverage
        told.append(f"{'Board':<12}", "dim")
        told.append(f"{len(cover.covered)} of {cover.seats} seats have an objective of their own")
        if cover.vacant:
            told.append(f", {len(cover.vacant)} vacant")
        collective = "" if cover.collective == 1 else "s"
        told.append(f", {cover.collective} objective{collective} for the whole board")
        return told

    def _counts(self, kind: Kind, rows: Sequence[DeliveryRow]) -> Text:
        told = passage(f"{kind.plural.capitalize():<12}", "dim")
        told.append(f"{len(rows)}", "bold")
        counts = Counter(row.computed.status for row in rows)
        for status in Status:
            if counts[status]:
                told.append("   ")
                told.append(f"{counts[status]} {status_words(status)}", self._colour(status))
        return told

    def _colour(self, status: Status) -> str:
        return self.app.theme_variables.get(STATUS_STYLE.get(status.letter, ""), "")

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Go to the record that the task is about."""
        if not 0 <= self.table.cursor_row < len(self._tasks):
            return
        ref = self._tasks[self.table.cursor_row].ref
        target = read_ref(ref)
        if target is None:
            self.say(
                "This row was set aside on import. Correct it in the file and import it again."
            )
            return
        self.edi.go(PLACE_OF[target[0]], ref=ref)

    def action_down(self) -> None:
        """Move down."""
        self.table.action_cursor_down()

    def action_up(self) -> None:
        """Move up."""
        self.table.action_cursor_up()

    def action_top(self) -> None:
        """Move to the first row."""
        self.table.move_cursor(row=0)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self.table.move_cursor(row=max(self.table.row_count - 1, 0))
