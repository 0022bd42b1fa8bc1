"""What would be accepted at once, to be looked through first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from edi_tui.domain.desk import DeskItem
from edi_tui.domain.text import shortened
from edi_tui.tui.keys.desk import ACCEPT_ALL
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine


class AcceptAll(Dialog[bool]):
    """Lists the first proposal of everything alike, and asks."""

    DEFAULT_CSS = """
    AcceptAll {
        #listed { height: auto; max-height: 50vh; scrollbar-size-vertical: 1; }
        #listed Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*ACCEPT_ALL]
    AUTO_FOCUS = "#save"

    def __init__(self, items: Sequence[DeskItem]) -> None:
        """Ask about some items, each of which has a proposal."""
        super().__init__()
        self._items = items

    def compose(self) -> ComposeResult:
        """List them over the two buttons."""
        count = len(self._items)
        things = "1 proposal" if count == 1 else f"{count:,} proposals"
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"Accept {things}")
            with VerticalScroll(can_focus=False, id="listed"):
                yield Static(Content("\n").join(map(_line, self._items)))
            with Horizontal(id="buttons"):
                yield Button("Accept", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    @on(Button.Pressed, "#save")
    def action_confirm(self) -> None:
        """Accept all of them."""
        self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Accept none."""
        self.dismiss(False)


def _line(item: DeskItem) -> Content:
    refs = ", ".join(item.refs) or item.matter.label
    said = f"“{shortened(item.finding.value, 40)}”"
    return Content.assemble(
        plain(f"{refs}  {said} → "),
        plain(str(item.proposals[0].shown or item.proposals[0].words), "bold"),
        plain(f"  {item.proposals[0].why}", "$text-muted"),
    )
