"""Who changed what, and when, with before and after side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from edi_tui.domain.column import Column
from edi_tui.domain.differences import Difference, Fate, differences
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.text import visible
from edi_tui.tui.keys.dialogs import HISTORY
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.sizes import WIDE
from edi_tui.tui.text import cell, passage, plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.list_table import ListTable

_COLUMNS = (
    Column("at", "When", 18),
    Column("who", "Who", 16),
    Column("what", "What"),
)
_LABEL = 18
"""Characters of the labels of fields."""
_STYLES = {Fate.GONE: "strike", Fate.NEW: "bold underline"}


class HistoryScreen(Dialog[None]):
    """Lists the changes of a record, the newest first; the one under the cursor is told whole."""

    DEFAULT_CSS = """
    HistoryScreen {
        #dialog { width: 150; height: 92%; padding: 0 1; }
        ListTable { height: 2fr; }
        #told { height: 3fr; border-top: solid $border-blurred; padding: 0 1; }
        #told:focus { border-top: solid $border; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY]
    AUTO_FOCUS = "ListTable"

    def __init__(self, ref: str, changes: Sequence[ChangeRow]) -> None:
        """Show the history of a record, or of the whole register.

        Args:
            ref: The record; empty for the register.
            changes: Its changes, newest first.
        """
        super().__init__()
        self._ref = ref
        self._changes = {str(change.seq): change for change in changes}

    def compose(self) -> ComposeResult:
        """Lay the list over what the change under the cursor changed."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"History of {self._ref or 'the register'}")
            yield ListTable()
            with VerticalScroll(id="told"):
                yield Static("", id="change")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the changes."""
        lines = [
            (key, [cell(when(change.at)), cell(change.who), cell(self._what(change))])
            for key, change in self._changes.items()
        ]
        self.query_one(ListTable).fill(_COLUMNS, lines, select="")
        self.tell()

    def _what(self, change: ChangeRow) -> str:
        about = "" if self._ref or change.ref in change.summary else f" {change.ref}"
        return f"{change.summary}{about}{' (undone)' * change.undone}"

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Tell what the change under the cursor changed."""
        change = self._changes.get(self.query_one(ListTable).current_key)
        told = self.query_one("#change", Static)
        told.update(Group(*self._parts(change)) if change else "Nothing has been changed yet.")
        self.query_one("#told").scroll_home(animate=False)

    @on(ListTable.Selected)
    def read(self) -> None:
        """Go into what the change changed, to read on."""
        self.query_one("#told").focus()

    def _parts(self, change: ChangeRow) -> list[RenderableType]:
        head = f"{change.ref}: {change.verb} by {change.who}, {when(change.at)} (no. {change.seq})"
        found = differences(change)
        if not found:
            return [passage(head, "bold"), passage("No field was changed.", "dim")]
        if not change.before:
            return [passage(head, "bold"), _said(found)]
        if self.app.size.width < WIDE:
            return [passage(head, "bold"), *_stacked(found)]
        return [passage(head, "bold"), _side_by_side(found)]

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def when(instant: str) -> str:
    """Return an instant of the change log as people read it, in the time zone here."""
    at = datetime.fromisoformat(instant).astimezone()
    return f"{format_date(at.date())} {at:%H:%M}"


def _said(found: Sequence[Difference]) -> Table:
    """Return what a record said when it was added."""
    grid = _grid(1)
    for one in found:
        grid.add_row(passage(one.label, "dim"), passage(one.now))
    return grid


def _side_by_side(found: Sequence[Difference]) -> Table:
    grid = _grid(2)
    grid.add_row(Text(), passage("Before", "dim"), passage("After", "dim"))
    for one in found:
        grid.add_row(passage(one.label, "dim"), _side(one, Fate.GONE), _side(one, Fate.NEW))
    return grid


def _stacked(found: Sequence[Difference]) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for one in found:
        grid = _grid(1, 7)
        grid.add_row(passage("Before", "dim"), _side(one, Fate.GONE))
        grid.add_row(passage("After", "dim"), _side(one, Fate.NEW))
        parts += [passage(one.label, "underline"), grid]
    return parts


def _side(one: Difference, fate: Fate) -> Text:
    """Return what a field said, with the words marked that only this side has."""
    whole = one.was if fate is Fate.GONE else one.now
    if not whole:
        return passage("nothing", "dim italic")
    if not (one.prose and one.was and one.now):
        return passage(whole)
    text = Text(overflow="fold")
    for part in one.stretches:
        if part.fate in (Fate.SAME, fate):
            text.append(visible(part.text), _STYLES.get(part.fate, ""))
    return text


def _grid(columns: int, label: int = _LABEL) -> Table:
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(width=label)
    for _ in range(columns):
        grid.add_column(ratio=1)
    return grid
