"""What needs a person today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from edi_tui.domain.column import Column
from edi_tui.tui.keys.today import TODAY
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.status_style import status_style
from edi_tui.tui.text import cell, plain
from edi_tui.tui.undoing import UndoingScreen
from edi_tui.tui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from edi_tui.services.register import Register
    from edi_tui.services.tasks import Task

_COLUMNS = (
    Column("matter", "Matter", 13),
    Column("ref", "Ref", 8),
    Column("what", "What"),
    Column("why", "Why"),
)
_NOTHING = "Nothing needs you today. Press 2 for the objectives, or f1 for help."

PAGE = 500
"""Most tasks that are shown at once."""


class TodayScreen(TableScreen, UndoingScreen):
    """How the register stands, and what needs a person, most urgent first."""

    PLACE = "today"
    DEFAULT_CSS = """
    TodayScreen {
        #summary { height: auto; padding: 0 2; }
        #tasks { height: 1fr; }
        #told { height: 3; padding: 0 2; color: $text-muted; }
        &.-low #told { display: none; }
        &.-tiny #summary { display: none; }
    }
    """
    AUTO_FOCUS = "ListTable"
    BINDINGS: ClassVar[list[BindingType]] = [*TODAY]

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
            yield ListTable()
        yield Static("", id="told")

    @property
    def table(self) -> ListTable:
        """The list of tasks."""
        return self.query_one(ListTable)

    @property
    def current(self) -> Task | None:
        """The task under the cursor."""
        key = self.table.current_key
        return self._tasks[int(key)] if key else None

    def read(self, register: Register) -> object:
        """Return what needs a person."""
        from edi_tui.services.today import today

        return today(register)

    def show(self, content: object) -> None:
        """Show the summary and list the tasks."""
        from edi_tui.services.today import Today
        from edi_tui.tui.summary import summary

        assert isinstance(content, Today)
        self._tasks = content.tasks[:PAGE]
        self.query_one("#counts", Static).update(summary(self.edi, content))
        count = len(content.tasks)
        told = f"first {PAGE:,} of {count:,}" if count > PAGE else f"{count:,}"
        self.query_one("#tasks").border_subtitle = plain(told)
        self._list()

    def _list(self) -> None:
        lines = [(str(place), self._cells(task)) for place, task in enumerate(self._tasks)]
        self.table.why_empty = _NOTHING
        self.table.fill(_COLUMNS, lines, select=self.table.current_key)

    def _cells(self, task: Task) -> list[Text]:
        matter = cell(task.matter, status_style(self.edi, task.status))
        return [matter, cell(task.ref), cell(task.what), cell(task.why)]

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Say the task under the cursor in full."""
        task = self.current
        told = f"{task.ref} {task.what}: {task.why}" if task else ""
        self.query_one("#told", Static).update(plain(told))

    @on(ListTable.Selected)
    def open_task(self) -> None:
        """Go to the record that the task is about, or to the Desk where it is settled there."""
        task = self.current
        if task is None:
            return
        if task.desk:
            self._open_desk(task.desk)
            return
        from edi_tui.tui.place_of import place_of

        self.edi.go(task.place or place_of(task.ref), ref=task.ref, field=task.field)

    def _open_desk(self, number: int) -> None:
        from edi_tui.tui.screens.desk import DeskScreen

        self.edi.go("desk")
        if isinstance(self.app.screen, DeskScreen):
            self.app.screen.select_number(number)

    def action_desk(self) -> None:
        """Go to the Desk."""
        self.edi.go("desk")
