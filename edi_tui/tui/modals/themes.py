"""Chooses a theme, each shown as the cursor comes to it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from edi_tui.tui.keys.dialogs import THEME
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.themes import TITLES
from edi_tui.tui.widgets.key_line import KeyLine


class ThemeChoice(Dialog[str | None]):
    """Hands back the theme that was chosen; leaving it shows the one before."""

    DEFAULT_CSS = """
    ThemeChoice {
        background: transparent;
        #dialog { width: 44; }
        OptionList { height: auto; padding: 0; }
        OptionList, OptionList:focus {
            background: $surface;
            background-tint: transparent;
            border: none;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*THEME]
    AUTO_FOCUS = "OptionList"

    def __init__(self, shown: str) -> None:
        """Begin with the theme that is shown."""
        super().__init__()
        self._before = shown

    def compose(self) -> ComposeResult:
        """List the themes."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Theme"
            yield OptionList(*(Option(plain(title)) for title in TITLES.values()))
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor on the theme that is shown."""
        themes = list(TITLES)
        place = themes.index(self._before) if self._before in themes else 0
        self.query_one(OptionList).highlighted = place

    @on(OptionList.OptionHighlighted)
    def show(self, message: OptionList.OptionHighlighted) -> None:
        """Show a theme before it is chosen."""
        self.app.theme = list(TITLES)[message.option_index]

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Choose the theme under the cursor."""
        self.dismiss(self.app.theme)

    def action_close(self) -> None:
        """Go back to the theme that was shown before."""
        self.app.theme = self._before
        self.dismiss(None)
