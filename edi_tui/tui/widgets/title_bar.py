"""The top line: the program, whose register it is, and the quarter."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from edi_tui.tui.text import plain


class TitleBar(Horizontal):
    """One calm line, without a clock."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        padding: 0 2;
        background: $panel;
        #program { width: auto; text-style: bold; color: $text-primary; }
        #organisation { width: 1fr; padding: 0 2; text-align: center; }
        #organisation { text-wrap: nowrap; text-overflow: ellipsis; }
        #quarter { width: auto; color: $text-muted; }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay the three parts out."""
        yield Static("edi-tui", id="program")
        yield Static("", id="organisation")
        yield Static("", id="quarter")

    def show(self, organisation: str, quarter: str) -> None:
        """Name the organisation and the quarter."""
        self.query_one("#organisation", Static).update(plain(organisation))
        self.query_one("#quarter", Static).update(plain(quarter))
