"""The menus, opened over a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from edi_tui.tui.keys.dialogs import MENU
from edi_tui.tui.keys.entry import Menu
from edi_tui.tui.keys.table import BY_ID
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.menu_bar import MenuBar

_WIDTH = 40
"""Columns of an open menu."""


class MenuScreen(ModalScreen[ActiveBinding | None]):
    """Offers what can be done here, menu by menu; hands back what was chosen."""

    DEFAULT_CSS = """
    MenuScreen {
        background: transparent;
        MenuBar { dock: top; width: 100%; }
        #menu {
            width: 40;
            max-width: 100%;
            height: auto;
            max-height: 1fr;
            border: round $border;
            background: $surface;
        }
        OptionList { height: auto; max-height: 60vh; padding: 0; scrollbar-size-vertical: 1; }
        OptionList, OptionList:focus {
            background: $surface;
            background-tint: transparent;
            border: none;
        }
        OptionList > .option-list--option { padding: 0 1; }
        &.-low OptionList { max-height: 5; }
        #told { height: 3; padding: 0 1; color: $text-muted; border-top: solid $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*MENU]
    AUTO_FOCUS = "OptionList"

    def __init__(self, active: Sequence[ActiveBinding], why: dict[str, str], menu: Menu) -> None:
        """Take what can be done.

        Args:
            active: The keys that work where the menu was opened.
            why: Why some of their actions have nothing to do, by action.
            menu: The menu that is open first.
        """
        super().__init__()
        self._active, self._why, self._menu = active, why, menu

    def compose(self) -> ComposeResult:
        """Lay the open menu under its title."""
        yield MenuBar(self._menu)
        with Vertical(id="menu"):
            yield OptionList()
            yield Static("", id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Open the first menu."""
        self._open(self._menu)

    @property
    def items(self) -> list[ActiveBinding]:
        """What the open menu offers: the verbs of the place first, then those of its widgets."""
        offered: dict[str | None, ActiveBinding] = {}
        for active in self._active:
            entry = BY_ID.get(active.binding.id or "")
            if entry is not None and entry.menu is self._menu:
                offered.setdefault(entry.id, active)
        return sorted(offered.values(), key=lambda active: not isinstance(active.node, Screen))

    def _open(self, menu: Menu) -> None:
        self._menu = menu
        bar = self.query_one(MenuBar)
        bar.open(menu)
        left = min(bar.left_of(menu), max(self.size.width - _WIDTH, 0))
        self.query_one("#menu").styles.offset = (left, 0)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._words(active)) for active in self.items])
        options.highlighted = 0 if self.items else None

    def _words(self, active: ActiveBinding) -> Content:
        binding = active.binding
        shown = self.app.get_key_display(binding)
        room = max(_WIDTH - len(binding.description) - len(shown) - 5, 1)
        style = "" if active.enabled else "$foreground-disabled"
        verb = plain(f"{binding.description}{' ' * room}", style)
        return Content.assemble(verb, plain(shown, style))

    def _chosen(self) -> ActiveBinding | None:
        place = self.query_one(OptionList).highlighted
        return self.items[place] if place is not None else None

    @on(OptionList.OptionHighlighted)
    def explain(self) -> None:
        """Say what the entry under the cursor does, or why it does nothing here."""
        active = self._chosen()
        told = self._why.get(active.binding.action) or active.tooltip if active else ""
        self.query_one("#told", Static).update(plain(told))

    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        """Hand what was chosen back; a dimmed entry has said why it does nothing."""
        active = self._chosen()
        if active is not None and active.enabled:
            self.dismiss(active)

    @on(MenuBar.Chosen)
    def change(self, message: MenuBar.Chosen) -> None:
        """Open the menu that was clicked; a second click closes it."""
        if message.menu is self._menu:
            self.dismiss(None)
        else:
            self._open(message.menu)

    def on_click(self, event: Click) -> None:
        """Close the menu where something beside it is clicked."""
        if event.widget is self:
            self.dismiss(None)

    def action_aside(self, step: int) -> None:
        """Open the menu beside the open one."""
        menus = list(Menu)
        self._open(menus[(menus.index(self._menu) + step) % len(menus)])
