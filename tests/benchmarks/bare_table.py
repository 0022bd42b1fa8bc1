"""The least that a Textual program with a table can be, to measure against."""

from __future__ import annotations

from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import DataTable


class BareTable(App[None]):
    """Fifty rows in a table."""

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        yield DataTable[Text]()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns(*"ABCDEF")
        table.add_rows([[f"cell {row} {column}" for column in range(6)] for row in range(50)])


if __name__ == "__main__":
    BareTable().run()
