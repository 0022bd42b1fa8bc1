"""What the keys of a place do, and where to begin."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import ClassVar

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Markdown, Static

from edi_tui.tui import bindings
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import passage
from edi_tui.tui.widgets.key_line import KeyLine


class HelpScreen(Dialog[None]):
    """The guide's first page, above the keys that work where it was opened."""

    DEFAULT_CSS = "HelpScreen #keys { margin-bottom: 1; }"

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.HELP]

    def __init__(self, active: Iterable[ActiveBinding]) -> None:
        """Take the keys of the place."""
        super().__init__()
        self._active = list(active)

    def compose(self) -> ComposeResult:
        """Lay the guide over the keys."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = "Help"
            yield Static(self._keys(), id="keys")
            yield Markdown(_page("start"), open_links=False)
        yield KeyLine()

    def _keys(self) -> Table:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(justify="right", min_width=8)
        grid.add_column(ratio=1)
        shown: dict[str, list[str]] = {}
        for active in self._active:
            binding = active.binding
            if binding.tooltip:
                display = self.app.get_key_display(binding)
                shown.setdefault(binding.tooltip, []).append(display)
        for tooltip, keys in shown.items():
            grid.add_row(passage(", ".join(dict.fromkeys(keys)), "bold"), passage(tooltip))
        return grid


def _page(name: str) -> str:
    return files("edi_tui.guide").joinpath(f"{name}.md").read_text(encoding="utf-8")
