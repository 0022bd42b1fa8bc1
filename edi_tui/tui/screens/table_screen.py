"""The base of the places that show a table first."""

from __future__ import annotations

from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.widgets.virtual_table import ON_A_ROW, VirtualTable


class TableScreen(EdiScreen):
    """A place whose keys move the cursor of its table, wherever the focus is."""

    @property
    def table(self) -> VirtualTable:
        """The table."""
        raise NotImplementedError

    def why_not(self, action: str) -> str:
        """Return why a key on rows has nothing to act on."""
        if action in ON_A_ROW and not self.table.row_count:
            return self.table.why_empty
        return super().why_not(action)

    def action_down(self) -> None:
        """Move down."""
        self.table.action_cursor_down()

    def action_up(self) -> None:
        """Move up."""
        self.table.action_cursor_up()

    def action_top(self) -> None:
        """Move to the first row."""
        self.table.move_cursor(0)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self.table.move_cursor(self.table.row_count - 1)
