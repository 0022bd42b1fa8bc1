"""The guide: its pages on one side, the one that is read on the other."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Markdown, OptionList
from textual.widgets.option_list import Option

from edi_tui.guide.pages import NAMES, named_by, page
from edi_tui.tui import bindings
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

_OF_PLACE = {
    "objectives": "smart",
    "measures": "smart",
    "actions": "importing",
    "networks": "sponsorship",
    "evidence": "quarter-end",
    "board": "quarter-end",
    "quarters": "quarter-end",
}


def page_of(place: str) -> str:
    """Return the name of the page that explains the work of a place."""
    return _OF_PLACE.get(place, NAMES[0])


class GuideScreen(Dialog[None]):
    """The guide over a place; a link leads to another page, and nowhere else."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012
    DEFAULT_CSS = """
    GuideScreen {
        #dialog { width: 120; max-width: 96%; height: 92%; }
        #shelf { height: 1fr; }
        #pages {
            width: 32;
            height: 1fr;
            padding: 0;
            margin-right: 2;
            border: none;
            background: $surface;
        }
        &.-narrow #pages { width: 24; margin-right: 1; }
        #text { width: 1fr; height: 1fr; padding: 0 1; }
        #text:focus { background: $boost; }
        &.-tiny #dialog { max-width: 100%; max-height: 100%; padding: 0 1; }
        &.-tiny #pages { width: 1fr; margin-right: 0; }
        &.-tiny #text { display: none; padding: 0; }
        &.-tiny.-reading #pages { display: none; }
        &.-tiny.-reading #text { display: block; }
        #pages, #text { scrollbar-size-vertical: 1; }
        Markdown { padding: 0; margin: 0; }
        MarkdownH1 { content-align: left middle; margin: 0 0 1 0; }
        MarkdownH2 { margin: 1 0; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.GUIDE]
    AUTO_FOCUS = "#pages"

    def __init__(self, name: str = NAMES[0]) -> None:
        """Open at a page."""
        super().__init__()
        self._first = name

    def compose(self) -> ComposeResult:
        """Lay the names of the pages beside the text."""
        titles = [Option(plain(page(name).title), id=name) for name in NAMES]
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Guide"
            with Horizontal(id="shelf"):
                yield OptionList(*titles, id="pages")
                with VerticalScroll(id="text"):
                    yield Markdown(open_links=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the page that it was opened at."""
        self.turn_to(self._first)

    @property
    def name_shown(self) -> str:
        """The name of the page that is shown."""
        return NAMES[self._pages.highlighted or 0]

    @property
    def _pages(self) -> OptionList:
        return self.query_one("#pages", OptionList)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#text", VerticalScroll)

    def turn_to(self, name: str) -> None:
        """Show another page."""
        self._pages.highlighted = NAMES.index(name)

    @on(OptionList.OptionHighlighted)
    async def show(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page under the cursor from its beginning."""
        await self.query_one(Markdown).update(page(NAMES[event.option_index]).text)
        self._text.scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def read(self) -> None:
        """Go into the text; where there is room for one of the two only, it takes the place."""
        self.add_class("-reading")
        self._text.focus()

    @on(Markdown.LinkClicked)
    def follow(self, event: Markdown.LinkClicked) -> None:
        """Turn to the page that a link leads to."""
        if (name := named_by(event.href)) is not None:
            self.turn_to(name)

    def action_back(self) -> None:
        """Go back to the names of the pages, and from there to the place."""
        if self._text.has_focus:
            self.remove_class("-reading")
            self._pages.focus()
        else:
            self.dismiss(None)
