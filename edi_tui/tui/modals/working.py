"""Something that takes a while, with how far it is and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, ProgressBar, Static

from edi_tui.tui.keys.imports import WORKING
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from edi_tui.imports.watch import Watch

_OFTEN = 0.1
"""Seconds between two looks at how far it is."""


class Working(Dialog[None]):
    """Shows how far an import is; whoever opened it closes it."""

    DEFAULT_CSS = """
    Working {
        ProgressBar { width: 1fr; margin-top: 1; }
        ProgressBar Bar { width: 1fr; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*WORKING]
    AUTO_FOCUS = "#stop"

    def __init__(self, heading: str, watch: Watch) -> None:
        """Follow an import."""
        super().__init__()
        self._heading, self._watch = heading, watch

    def compose(self) -> ComposeResult:
        """Lay the stage over the bar."""
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = plain(self._heading)
            yield Static("", id="stage")
            yield ProgressBar(show_eta=False)
            with Horizontal(id="buttons"):
                yield Button("Stop", id="stop", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Look again and again."""
        self.set_interval(_OFTEN, self._look)

    def _look(self) -> None:
        stopping = "Stopping: " if self._watch.stopped else ""
        self.query_one("#stage", Static).update(plain(f"{stopping}{self._watch.stage}"))
        bar = self.query_one(ProgressBar)
        bar.update(total=self._watch.total or None, progress=self._watch.done)

    @on(Button.Pressed, "#stop")
    def action_stop(self) -> None:
        """Stop it; nothing of it is stored."""
        self._watch.stop()
        self._look()

    def close(self) -> None:
        """Go away, with whatever was opened over it."""
        while self.is_attached and self.app.screen is not self:
            self.app.pop_screen()
        self.dismiss(None)
