"""A table says why it is empty, and is filled anew without laying the screen out."""

from __future__ import annotations

import pytest
from rich.console import Console
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

from edi_tui.domain.column import Column
from edi_tui.tui.text import cell
from edi_tui.tui.widgets.empty_list import empty_list
from edi_tui.tui.widgets.list_table import ListTable

_WHY = "Nothing matches the filter. Press esc to show all."
_COLUMNS = (Column("what", "What"),)
_LINES = [(str(place), [cell(f"Row {place}")]) for place in range(100)]


class TableApp(App[None]):
    """A table and nothing else."""

    def compose(self) -> ComposeResult:
        """Lay the table out."""
        yield ListTable()


def table(pilot: Pilot[None]) -> ListTable:
    """Return the table."""
    return pilot.app.query_one(ListTable)


def lines(shown: ListTable) -> list[str]:
    """Return what stands in the lines of a table."""
    return [strip.text for strip in shown.render_lines(shown.size.region)]


async def test_an_empty_table_says_why_in_the_middle_under_its_header() -> None:
    async with TableApp().run_test(size=(60, 10)) as pilot:
        shown = table(pilot)
        shown.why_empty = _WHY
        shown.fill(_COLUMNS, (), select="")
        await pilot.pause()
        header, *rest = lines(shown)
        assert header.strip() == "What"
        assert [line.strip() for line in rest] == ["", "", "", "", _WHY, "", "", "", ""]
        assert abs(rest[4].index("N") - (60 - len(_WHY)) // 2) <= 1
        shown.fill(_COLUMNS, _LINES, select="")
        assert lines(shown)[1].strip() == "Row 0"


async def test_rows_that_go_or_come_lay_nothing_out() -> None:
    laid_out: list[Screen[object]] = []
    async with TableApp().run_test(size=(60, 10)) as pilot:
        shown = table(pilot)
        shown.fill(_COLUMNS, _LINES, select="")
        await pilot.pause()
        pilot.app.screen.screen_layout_refresh_signal.subscribe(shown, laid_out.append)
        for filling in ((), _LINES[:3], _LINES, ()):
            shown.fill(_COLUMNS, filling, select="")
            await pilot.pause()
        assert not laid_out


@pytest.mark.parametrize(("width", "height"), [(60, 6), (20, 6), (20, 2), (7, 3), (1, 1)])
def test_words_of_an_empty_list_keep_to_their_room(width: int, height: int) -> None:
    strips = empty_list(_WHY, Size(width, height), Console(), Style())
    assert [strip.cell_length for strip in strips] == [width] * height
