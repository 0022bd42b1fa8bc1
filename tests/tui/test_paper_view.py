"""A paper in the terminal: as tables where they fit, as lists where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from textual.app import App, ComposeResult

from edi_tui.exports.paper import Column, Paper, Section, Table
from edi_tui.tui.widgets.paper_view import MOST, PaperView
from tests.tui.hostile import ALL, MARKUP

COLUMNS = (
    Column("Ref"),
    Column("What"),
    Column("Status", status=True),
    Column("Items", right=True),
)


class Viewer(App[None]):
    """Nothing but a paper."""

    def __init__(self, *tables: Table) -> None:
        super().__init__()
        self._tables = tables

    def compose(self) -> ComposeResult:
        yield PaperView()

    def on_mount(self) -> None:
        sections = (Section("Section", ("A paragraph.",), self._tables),)
        paper = Paper("Title", ("Subtitle",), sections, date(2026, 9, 30))
        self.query_one(PaperView).show(paper)


def table(*rows: tuple[str, ...]) -> Table:
    """Return a table of four columns."""
    return Table("Caption", COLUMNS, rows, "There is nothing.")


def lines(app: App[None]) -> Iterator[str]:
    """Return what is shown, with single spaces."""
    return (" ".join(line.split()) for line in shown(app).splitlines() if line.strip())


def shown(app: App[None]) -> str:
    """Return the characters of the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_table_that_fits_is_a_table() -> None:
    app = Viewer(table(("OBJ-001", "Publish", "G On track", "3")))
    async with app.run_test(size=(80, 24)):
        assert list(lines(app)) == [
            "Title",
            "Subtitle",
            "Section",
            "A paragraph.",
            "Caption",
            "Ref What Status Items",
            "OBJ-001 Publish G On track 3",
        ]


async def test_a_table_that_does_not_fit_is_told_row_by_row() -> None:
    app = Viewer(table(("OBJ-001", "Publish", "G On track", "3")))
    async with app.run_test(size=(40, 24)):
        assert list(lines(app))[-3:] == ["OBJ-001 Publish", "Status G On track", "Items 3"]


async def test_no_word_of_a_table_is_broken_for_want_of_a_column() -> None:
    app = Viewer(table(("OBJ-001", "Publish every objective", "G On track", "3")))
    async with app.run_test(size=(60, 24)):
        assert "objective" in shown(app)


async def test_a_table_without_rows_says_so() -> None:
    app = Viewer(table())
    async with app.run_test(size=(80, 24)):
        assert list(lines(app))[-1] == "There is nothing."


async def test_of_a_very_long_table_the_beginning_is_shown() -> None:
    app = Viewer(table(*((f"OBJ-{n:03}", "Publish", "G On track", "3") for n in range(MOST + 7))))
    async with app.run_test(size=(80, MOST + 20)):
        assert list(lines(app))[-1] == "and 7 more in the file"


@pytest.mark.parametrize("width", [40, 120])
async def test_texts_are_shown_literally(width: int) -> None:
    app = Viewer(table((ALL, ALL, ALL, ALL)))
    async with app.run_test(size=(width, 60)):
        whole = "".join(shown(app).split())
        for text in MARKUP[:2]:
            assert "".join(text.split()) in whole
