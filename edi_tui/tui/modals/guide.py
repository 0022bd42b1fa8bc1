"""The guide: its pages on one side, the one that is read on the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Markdown, OptionList
from textual.widgets.option_list import Option

from edi_tui.guide.pages import NAMES, named_by, page
from edi_tui.tui.keys.dialogs import GUIDE
from edi_tui.tui.keys.entry import key_in_bold
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

HERE = "here"
"""The name of the page that lists the keys which work where the guide was opened."""
_SHELF = (HERE, *NAMES)
_HERE_TITLE = "Keys that work here"
_OF_PLACE = {
    "desk": "importing",
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

    DEFAULT_CSS = """
    GuideScreen {
        #dialog { width: 120; max-width: 96%; height: 92%; }
        #shelf { height: 1fr; }
        #pages, #text { height: 1fr; background: $surface; scrollbar-size-vertical: 1; }
        #pages { width: 33; padding: 0; margin-right: 2; border: none; }
        #text { width: 1fr; padding: 0 1; }
        &.-narrow #pages { width: 24; margin-right: 1; }
        &.-tiny #dialog { max-width: 100%; max-height: 100%; padding: 0 1; }
        &.-tiny #pages { width: 1fr; margin-right: 0; }
        &.-tiny #text { display: none; padding: 0; }
        &.-tiny.-reading #pages { display: none; }
        &.-tiny.-reading #text { display: block; }
        Markdown { padding: 0; margin: 0; }
        MarkdownH1, MarkdownH2 { color: $text-primary; text-style: bold; }
        MarkdownH1 { content-align: left middle; margin: 0 0 1 0; }
        MarkdownH2 { margin: 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*GUIDE]
    AUTO_FOCUS = "#pages"

    def __init__(self, name: str, active: Iterable[ActiveBinding] = ()) -> None:
        """Open at a page.

        Args:
            name: The page; `HERE` for the keys.
            active: The keys that work where it is opened.
        """
        super().__init__()
        self._first = name
        self._active = list(active)

    def compose(self) -> ComposeResult:
        """Lay the names of the pages beside the text."""
        titles = [_HERE_TITLE, *(page(name).title for name in NAMES)]
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Guide"
            with Horizontal(id="shelf"):
                yield OptionList(*(Option(plain(title)) for title in titles), id="pages")
                with VerticalScroll(id="text"):
                    yield Markdown(open_links=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the page that it was opened at."""
        self.turn_to(self._first)

    @property
    def name_shown(self) -> str:
        """The name of the page that is shown."""
        return _SHELF[self._pages.highlighted or 0]

    @property
    def _pages(self) -> OptionList:
        return self.query_one("#pages", OptionList)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one("#text", VerticalScroll)

    def turn_to(self, name: str) -> None:
        """Show another page."""
        self._pages.highlighted = _SHELF.index(name)

    @on(OptionList.OptionHighlighted)
    async def show(self) -> None:
        """Show the page under the cursor from its beginning."""
        name = self.name_shown
        text = self._keys() if name == HERE else page(name).text
        await self.query_one(Markdown).update(text)
        self._text.scroll_home(animate=False)

    def _keys(self) -> str:
        """Return the page of the keys that work where the guide was opened."""
        shown: dict[str, list[str]] = {}
        for active in self._active:
            if active.binding.tooltip:
                key = key_in_bold(self.app.get_key_display(active.binding))
                shown.setdefault(active.binding.tooltip, []).append(key)
        lines = [f"- {' or '.join(dict.fromkeys(keys))} {told}" for told, keys in shown.items()]
        return "\n".join([f"# {_HERE_TITLE}", "", *lines])

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

    def action_turn(self, way: int) -> None:
        """Read on or back by as much as is shown."""
        self.read()
        if way > 0:
            self._text.scroll_page_down(animate=False)
        else:
            self._text.scroll_page_up(animate=False)

    def action_close(self) -> None:
        """Leave the guide, or the text for the pages where there is room for one of them only."""
        if self.has_class("-tiny", "-reading"):
            self.remove_class("-reading")
            self._pages.focus()
        else:
            self.dismiss(None)
