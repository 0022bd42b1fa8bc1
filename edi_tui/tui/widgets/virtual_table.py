"""A table that draws only the rows that are on the screen, however many there are."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from edi_tui.domain.column import Column
from edi_tui.tui.keys.rows import TABLE
from edi_tui.tui.text import cell
from edi_tui.tui.widgets.column_fit import GAP, cut, fitted
from edi_tui.tui.widgets.empty_list import empty_list

GUTTER = 2
"""Characters before the first column, where a row's mark stands."""
_HEADER = 1
"""Lines that stay while the rows move."""
_KEPT = 400
"""Drawn lines that are kept, so that moving among them draws none anew."""
ON_A_ROW = frozenset({"select_cursor", "mark", "range", "mark_all"})
"""The actions that need a row."""


class VirtualTable(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of text under a header, with a cursor; each costs something only while it is seen."""

    DEFAULT_CSS = """
    VirtualTable {
        height: 1fr;
        background: $surface;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .table--header, & > .table--empty { color: $text-muted; }
        & > .table--cursor { background: $primary-muted; color: $text; }
        &:focus > .table--cursor { background: $primary-muted; text-style: bold; }
        & > .table--hover { background: $boost; }
        & > .table--mark { color: $text-accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--empty",
        "table--cursor",
        "table--hover",
        "table--mark",
    }
    BINDINGS: ClassVar[list[BindingType]] = [*TABLE]

    class Moved(Message):
        """The cursor came to a row."""

    class Selected(Message):
        """The row under the cursor is to be opened."""

    class HeaderClicked(Message):
        """The heading of a column was clicked."""

        def __init__(self, column: Column) -> None:
            """Carry the column."""
            super().__init__()
            self.column = column

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """The room that all rows would take, for which nothing but the scrollbar is laid out anew."""
    cursor: reactive[int] = reactive(0, repaint=False)
    """The place of the row that the keys act on."""
    hovered: reactive[int] = reactive(-1, repaint=False)
    """The place of the row under the mouse; -1 where there is none."""

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self._wanted: Sequence[Column] = ()
        self._more: Sequence[Column] = ()
        self._fitted: list[tuple[Column, int]] = []
        self._drawn: LRUCache[tuple[Hashable, bool, bool, str], Strip] = LRUCache(_KEPT)
        self._base = Style()
        self._empty: Sequence[Strip] = ()
        self.why_empty = ""
        """What is said where there are no rows, in a sentence or two."""

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def texts(self, place: int) -> Sequence[Text] | None:
        """Return the texts of the row at a place in the order of `columns`, None if not there."""

    @abstractmethod
    def words(self, place: int) -> Hashable:
        """Return what the row at a place says; rows that say the same are drawn alike."""

    def mark(self, place: int) -> str:
        """Return the mark of the row at a place, a character; empty without one."""
        return ""

    def arrow(self, column: Column) -> str:
        """Return the sign of how the rows are sorted by a column; empty where they are not."""
        return ""

    @property
    def columns(self) -> list[Column]:
        """The columns that there is room for."""
        return [column for column, _ in self._fitted]

    @property
    def page(self) -> int:
        """How many rows the window has room for."""
        return max(self.scrollable_content_region.height - _HEADER, 1)

    @property
    def top(self) -> int:
        """The place of the first row that is seen."""
        return self.scroll_offset.y

    def set_columns(self, wanted: Sequence[Column], more: Sequence[Column] = ()) -> None:
        """Say which columns there are, and which more there are where the window is wide."""
        self._wanted, self._more = wanted, more
        self._fit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim the keys that act on a row where there is none."""
        return None if action in ON_A_ROW and not self.row_count else True

    def redraw(self, cursor: int | None = None) -> None:
        """Draw the rows anew, since they are others; and put the cursor somewhere.

        Args:
            cursor: Its place; where it was, or the last row, without it.
        """
        self.virtual_size = size = Size(0, self.row_count + _HEADER)
        self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_to(y=min(self.top, self.max_scroll_y), animate=False)
        self.refresh()
        kept = self.cursor if cursor is None else cursor
        self.move_cursor(max(min(kept, self.row_count - 1), 0))

    def move_cursor(self, place: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        self.cursor = place
        self._follow()

    def validate_cursor(self, place: int) -> int:
        """Keep the cursor on a row."""
        return max(min(place, self.row_count - 1), 0)

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows that changed, and tell."""
        self.refresh_line(before + _HEADER)
        self.refresh_line(now + _HEADER)
        self._follow()
        self.post_message(self.Moved())

    def watch_hovered(self, before: int, now: int) -> None:
        """Draw the rows that the mouse left and came to."""
        for place in (before, now):
            if place >= 0:
                self.refresh_line(place + _HEADER)

    def _follow(self) -> None:
        last = self.top + self.page - 1
        if self.cursor < self.top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor > last:
            self.scroll_to(y=self.cursor - self.page + 1, animate=False)

    def _fit(self) -> None:
        room = self.scrollable_content_region.width - GUTTER
        before, self._fitted = self._fitted, fitted(self._wanted, self._more, room)
        if self._fitted != before:
            self._drawn.clear()
        self.refresh()

    def on_resize(self) -> None:
        """Share the new width out, and keep the cursor in sight."""
        self._fit()
        self._follow()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._drawn.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines of the window, whose background is looked up once for all of them."""
        self._base = self.rich_style
        self._empty = () if self.row_count else self._said()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw a line of the window."""
        width = self.scrollable_content_region.width
        if y < _HEADER:
            return self._header(width)
        if self._empty:
            return self._empty[y - _HEADER]
        place = y - _HEADER + self.top
        if place >= self.row_count:
            return Strip.blank(width, self._base)
        return self._row(place, width)

    def _header(self, width: int) -> Strip:
        headings = [
            cut(cell(column.heading), room - len(self.arrow(column))).append(self.arrow(column))
            for column, room in self._fitted
        ]
        style = self.get_component_rich_style("table--header")
        return self._line(" " * GUTTER, headings, width, self._base + style)

    def _said(self) -> Sequence[Strip]:
        room = Size(self.scrollable_content_region.width, self.page)
        style = self._base + self.get_component_rich_style("table--empty")
        return empty_list(self.why_empty, room, self.app.console, style)

    def _row(self, place: int, width: int) -> Strip:
        words = self.words(place)
        looks = (words, place == self.cursor, place == self.hovered, self.mark(place))
        if (drawn := self._drawn.get(looks)) is not None:
            return drawn
        texts = self.texts(place)
        style = self._base + self._style(place)
        gutter = Text(self.mark(place).ljust(GUTTER), self._plain("table--mark"))
        if texts is None:
            return self._line(gutter, [cell("…", "dim")], width, style)
        self._drawn[looks] = strip = self._line(gutter, texts, width, style)
        return strip

    def _style(self, place: int) -> Style:
        if place == self.cursor:
            return self.get_component_rich_style("table--cursor")
        if place == self.hovered:
            return self._plain("table--hover", background=True)
        return Style()

    def _plain(self, name: str, *, background: bool = False) -> Style:
        """Return a style without the background that would hide the cursor, or with that alone."""
        style = self.get_component_rich_style(name)
        if background:
            return style.background_style
        return Style(color=style.color, bold=style.bold)

    def _line(self, gutter: Text | str, texts: Sequence[Text], width: int, style: Style) -> Strip:
        line = Text(end="", no_wrap=True).append(gutter)
        for (column, room), text in zip(self._fitted, texts, strict=False):
            shown = cut(text, room, right=column.right)
            line.append_text(shown).append(" " * (room + GAP - shown.cell_len))
        segments = Segment.apply_style(line.render(self.app.console), style)
        return Strip(segments).adjust_cell_length(width, style)

    def place_at(self, event: events.MouseEvent) -> int:
        """Return the place of the row under the mouse, -1 where there is none."""
        at = event.get_content_offset(self)
        place = at.y - _HEADER + self.top if at is not None and at.y >= _HEADER else -1
        return place if place < self.row_count else -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row the mouse is over."""
        self.hovered = self.place_at(event)

    def on_leave(self) -> None:
        """Show that the mouse is over no row."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """Go to the row that is clicked, open the one clicked twice, or tell of a heading."""
        place = self.place_at(event)
        if place >= 0:
            self.move_cursor(place)
            if event.chain == 2:
                self.post_message(self.Selected())
            return
        at = event.get_content_offset(self)
        if at is not None and at.y < _HEADER and (column := self._column_at(at.x)):
            self.post_message(self.HeaderClicked(column))

    def _column_at(self, x: int) -> Column | None:
        edge = GUTTER
        for column, room in self._fitted:
            edge += room + GAP
            if x < edge:
                return column
        return None

    def action_cursor_down(self) -> None:
        """Move down a row."""
        self.move_cursor(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """Move up a row."""
        self.move_cursor(self.cursor - 1)

    def action_page_down(self) -> None:
        """Move down a window."""
        self.move_cursor(self.cursor + self.page)

    def action_page_up(self) -> None:
        """Move up a window."""
        self.move_cursor(self.cursor - self.page)

    def action_select_cursor(self) -> None:
        """Open the row under the cursor."""
        if self.row_count:
            self.post_message(self.Selected())
