"""What was withdrawn, why and by whom, to be brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from edi_tui.domain.column import Column
from edi_tui.tui.keys.dialogs import BIN
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.modals.history import when
from edi_tui.tui.text import cell, plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.list_table import ListTable
from edi_tui.tui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from edi_tui.services.bin import Binned

_COLUMNS = (
    Column("ref", "Ref", 8),
    Column("at", "Withdrawn", 18),
    Column("who", "Who", 16),
    Column("title", "What"),
    Column("reason", "Why"),
)
_EMPTY = "The bin is empty. What is withdrawn comes here and can always be brought back."


@dataclass(frozen=True, slots=True)
class BinChoice:
    """What is to be done with a record of the bin."""

    row: Binned
    restore: bool
    """Whether it is brought back; otherwise its history is shown."""


class BinScreen(Dialog[BinChoice | None]):
    """Lists what was withdrawn, the last first."""

    DEFAULT_CSS = """
    BinScreen {
        #dialog { width: 150; height: 92%; padding: 0 1; }
        ListTable { height: 1fr; padding: 0; }
        #told { height: auto; max-height: 8; border-top: solid $border-blurred; padding: 0 1; }
        #refusal { margin: 0; padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*BIN]
    AUTO_FOCUS = "ListTable"

    def __init__(self, rows: Sequence[Binned], ref: str = "", problem: str = "") -> None:
        """Show the bin.

        Args:
            rows: What was withdrawn, the last first.
            ref: The record that the cursor stands on.
            problem: Why it was not brought back.
        """
        super().__init__()
        self._rows = {row.ref: row for row in rows}
        self._ref, self._problem = ref, problem

    def compose(self) -> ComposeResult:
        """Lay the list over what there is to say of the record under the cursor."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Bin"
            dialog.border_subtitle = plain(f"{len(self._rows):,}")
            yield ListTable()
            yield Static("", id="told")
            yield Refusal(self._problem)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the records."""
        lines = [
            (ref, [cell(text) for text in (ref, when(row.at), row.who, row.title, row.reason)])
            for ref, row in self._rows.items()
        ]
        self.query_one(ListTable).fill(_COLUMNS, lines, select=self._ref)
        self.tell()

    @property
    def current(self) -> Binned | None:
        """The record under the cursor."""
        return self._rows.get(self.query_one(ListTable).current_key)

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Tell what the record under the cursor is, and why it went."""
        row = self.current
        told = f"{row.kind.label} {row.ref}: {row.title}\nWhy: {row.reason}" if row else _EMPTY
        self.query_one("#told", Static).update(plain(told))

    def action_read(self) -> None:
        """Show what the record said, and when."""
        self._wish(restore=False)

    def action_restore(self) -> None:
        """Bring the record back into the lists."""
        self._wish(restore=True)

    def _wish(self, *, restore: bool) -> None:
        if self.current is not None:
            self.dismiss(BinChoice(self.current, restore))

    def action_close(self) -> None:
        """Leave the bin as it is."""
        self.dismiss(None)
