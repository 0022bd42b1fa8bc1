"""The menus, in the top line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from edi_tui.tui.keys.entry import Menu
from edi_tui.tui.sizes import NARROW, WIDE
from edi_tui.tui.text import plain

PROGRAM = "edi-tui"


class MenuBar(Static):
    """The program's name, and the menus or the one word that opens them."""

    DEFAULT_CSS = "MenuBar { width: auto; height: 1; padding: 0 1; background: $panel; }"

    @dataclass
    class Chosen(Message):
        """A menu was clicked."""

        menu: Menu

    def __init__(self, opened: Menu | None = None) -> None:
        """Name the program; all menus where one is open.

        Args:
            opened: The menu that is open.
        """
        super().__init__()
        self._opened = opened

    def on_mount(self) -> None:
        """Show what there is room for."""
        self.open(self._opened)

    def open(self, menu: Menu | None) -> None:
        """Mark the menu that is open.

        Args:
            menu: The menu; None where all are closed.
        """
        self._opened = menu
        parts = [_title(title, entry, entry is menu) for title, entry in self._titles()]
        self.update(Content.assemble((f" {PROGRAM} ", "bold $text-primary"), *parts))

    def left_of(self, menu: Menu) -> int:
        """Return the column in which a menu's title begins."""
        end = len(PROGRAM) + 3
        for title, entry in self._titles():
            if entry is menu:
                break
            end += len(title)
        return end

    def _titles(self) -> Iterator[tuple[str, Menu]]:
        """Yield what there is room for; all menus beside the organisation need a wide window."""
        width = self.app.size.width
        if self._opened is None and width < WIDE:
            yield "  Menu ", Menu.REGISTER
        elif self._opened is not None and width < NARROW:
            yield f" ‹ {self._opened.title} › ", self._opened
        else:
            yield from ((f"  {menu.title} ", menu) for menu in Menu)

    def on_click(self, event: Click) -> None:
        """Tell which menu was clicked."""
        end = len(PROGRAM) + 3
        for title, menu in self._titles():
            if end <= event.x < end + len(title):
                self.post_message(self.Chosen(menu))
            end += len(title)


def _title(title: str, menu: Menu, is_open: bool) -> Content:
    """Return a title with the letter underlined that opens it together with alt."""
    shown = plain(title, "bold $text on $primary-muted" if is_open else "$foreground-muted")
    letter = title.lower().find(menu.key[-1])
    return shown.stylize("underline", letter, letter + 1) if menu.title in title else shown
