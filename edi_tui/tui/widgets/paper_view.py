"""A paper as it reads in the terminal, before it is written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from edi_tui.domain.words import Status
from edi_tui.exports.paper import Column, Paper, Section, Table, widths
from edi_tui.tui.status_style import status_style
from edi_tui.tui.text import passage, plain

MOST = 60
"""Most rows of a table that are shown; the file has them all."""
_LEAST_CELL = 13
"""Characters that a column must have on average, else each row is told as a list."""
_LABEL = 22
_GAP = 2


class PaperView(VerticalScroll):
    """Shows a paper from its top."""

    DEFAULT_CSS = """
    PaperView {
        padding: 0 1 0 2;
        scrollbar-size-vertical: 1;
        #paper { padding-right: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Make room for the paper."""
        yield Static("", id="paper")

    def entitle(self, title: str, told: str) -> None:
        """Say in its border which paper it is, and what there is to know of it."""
        self.border_title, self.border_subtitle = plain(title), plain(told)

    def clear(self, told: str) -> None:
        """Show a sentence in the paper's place."""
        self.query_one("#paper", Static).update(plain(told))

    def show(self, paper: Paper) -> None:
        """Show a paper."""
        styles = {status.letter: status_style(self.app, status) for status in Status}
        self.query_one("#paper", Static).update(Group(*_blocks(paper, styles)))
        self.scroll_home(animate=False)


def _blocks(paper: Paper, styles: dict[str, str]) -> Iterator[RenderableType]:
    yield passage(paper.title, "bold")
    for subtitle in paper.subtitles:
        yield passage(subtitle, "dim")
    for section in paper.sections:
        yield from _section(section, styles)


def _section(section: Section, styles: dict[str, str]) -> Iterator[RenderableType]:
    yield Text()
    yield passage(section.heading, "bold underline")
    for paragraph in section.paragraphs:
        yield passage(paragraph)
    for table in section.tables:
        yield Text()
        if table.rows:
            yield passage(table.caption, "bold")
            yield _Rows(table, styles)
            if len(table.rows) > MOST:
                yield passage(f"and {len(table.rows) - MOST:,} more in the file", "dim")
        else:
            yield passage(table.empty, "dim")


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table: as a grid where its columns fit, else one after the other."""

    table: Table
    styles: dict[str, str]
    """The style of each letter of the BRAG scale."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Choose by the room there is."""
        if len(self.table.columns) * _LEAST_CELL <= options.max_width:
            yield self._grid(options.max_width)
        else:
            for row in self.table.rows[:MOST]:
                yield from self._told(row)

    def _grid(self, room: int) -> Grid:
        grid = Grid(box=None, padding=(0, _GAP, 0, 0), header_style="dim")
        for column, width in zip(self.table.columns, widths(self.table, room), strict=True):
            grid.add_column(
                passage(column.heading),
                width=width - _GAP,
                justify="right" if column.right else "left",
            )
        for row in self.table.rows[:MOST]:
            grid.add_row(*map(self._cell, self.table.columns, row))
        return grid

    def _told(self, row: tuple[str, ...]) -> Iterator[RenderableType]:
        """Yield the first two cells as a heading, and the others with theirs."""
        yield passage("  ".join(row[:2]))
        grid = Grid.grid(padding=(0, 1))
        grid.add_column(width=_LABEL)
        grid.add_column(ratio=1)
        for column, text in zip(self.table.columns[2:], row[2:], strict=True):
            grid.add_row(passage(column.heading, "dim"), self._cell(column, text))
        yield Padding(grid, (0, 0, 1, 2))

    def _cell(self, column: Column, text: str) -> Text:
        return passage(text, self.styles.get(text[:1], "") if column.status else "")
