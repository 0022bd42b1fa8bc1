"""The quarters beside their papers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Precision, Status
from edi_tui.services.closed_quarters import closings
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.close_quarter import CloseForm
from edi_tui.tui.modals.export import ExportForm
from edi_tui.tui.widgets.paper_view import PaperView
from edi_tui.tui.widgets.place_bar import PlaceBar
from edi_tui.tui.widgets.quarter_table import QuarterTable
from tests.tui.conftest import box, press, settled, stored, words_on


@pytest.fixture
def told(filled: Register) -> Register:
    """A register in which something was said of two quarters, and something falls due."""
    stored(
        filled,
        UpdateDraft(subject="OBJ-002", on=date(2026, 9, 1), status=Status.ON_TRACK),
        ObjectiveDraft(
            title="Answer every network",
            due=Due(date(2027, 2, 1), "1 February 2027", Precision.DAY),
        ),
    )
    return filled


@pytest.mark.parametrize("size", [(160, 48), (120, 40), (80, 24)])
async def test_the_quarters_stand_beside_the_paper_of_the_current_one(
    told: Register, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8")
        table, paper = words_on(pilot, QuarterTable), words_on(pilot, PaperView)
        assert "2026/27 Q4 Coming" in table
        assert "2026/27 Q3 Current" in table
        assert "2026/27 Q2 Open" in table
        assert "A1" in table
        assert "G1" in table
        assert "status, 2026/27 Q3" in paper
        assert "as at 21 Nov 2026, not frozen" in words_on(pilot)
        await press(pilot, "down")
        assert "status, 2026/27 Q2" in words_on(pilot, PaperView)
        assert "as at 30 Sep 2026, not frozen" in words_on(pilot)


async def test_of_a_coming_quarter_it_is_said_what_falls_due(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "up")
        shown = words_on(pilot, PaperView)
        assert "What falls due in 2026/27 Q4" in shown
        assert "begins on 1 Jan 2027" in shown
        assert "OBJ-003 Answer every network None 1 Feb 2027" in shown
        assert "Nothing falls due." in shown


async def test_no_other_paper_stands_under_a_coming_quarter_whose_figures_are_awaited(
    told: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edi_tui.services.quarters.figures", lambda _: iter(()))
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8")
        assert "status, 2026/27 Q3" in words_on(pilot, PaperView)
        await press(pilot, "up")
        assert "from 1 Jan 2027" in words_on(pilot)
        assert "status, 2026/27 Q3" not in words_on(pilot, PaperView)


async def test_actions_are_counted_with_the_keys_of_lists(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8")
        assert "A1" in words_on(pilot, QuarterTable)
        await press(pilot, "right_square_bracket")
        assert "A1" not in words_on(pilot, QuarterTable)
        assert "-1" in words_on(pilot, QuarterTable)
        await press(pilot, "left_square_bracket")
        assert "A1" in words_on(pilot, QuarterTable)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_enter_reads_the_paper_and_escape_comes_back(
    told: Register, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8", "enter")
        assert app.screen.query_one(PaperView).has_focus
        assert "Wessex Vale" in words_on(pilot, PaperView)
        await press(pilot, "escape")
        assert app.screen.query_one(QuarterTable).has_focus


async def test_x_writes_the_paper_of_the_quarter_under_the_cursor(
    told: Register, tmp_path: Path
) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "down", "x")
        assert isinstance(app.screen, ExportForm)
        entry = box(pilot, "quarter").entry
        assert isinstance(entry, Input)
        assert entry.value == "2026/27 Q2"
        await press(pilot, "escape", "up", "x")
        assert isinstance(entry := box(pilot, "quarter").entry, Input)
        assert entry.value == "2026/27 Q3"


@pytest.mark.parametrize(
    ("size", "first", "last", "where"),
    [
        ((120, 40), "1 Today", "8 Quarters", 88),
        ((80, 24), "1 Today", "8 Qtrs", 75),
        ((40, 12), "1 2", "8", 32),
    ],
)
async def test_the_line_of_places_shows_all_eight(
    told: Register, size: tuple[int, int], first: str, last: str, where: int
) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "3")
        shown = words_on(pilot, PlaceBar)
        assert shown.startswith(first)
        assert "3 Actions" in shown
        assert shown.endswith(last)
        await pilot.click(PlaceBar, offset=(where, 0))
        assert app.current_mode == "quarters"


async def test_c_shows_what_is_frozen_and_open_and_closes_the_quarter(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "down", "c")
        assert isinstance(app.screen, CloseForm)
        shown = words_on(pilot)
        assert "Close: 2026/27 Q2" in shown
        assert "Frozen are 3 objectives" in shown
        assert "at level fail" in shown
        await press(pilot, "tab", *"1/12/2026", "tab", *"No time", "ctrl+s")
        assert "2026/27 Q2 is closed on 21 Nov 2026 by tester." in words_on(pilot)
        assert "2026/27 Q2 Closed" in words_on(pilot, QuarterTable)
        assert "as at 30 Sep 2026, closed on 21 Nov 2026" in words_on(pilot)
        assert "For the meeting on 1 Dec 2026" in words_on(pilot, PaperView)
    (made,) = closings(told)
    assert made.despite == "No time"


async def test_without_a_reason_for_what_fails_it_is_asked_for(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "down", "c", "ctrl+s")
        assert "Say why" in words_on(pilot)
        await press(pilot, "escape")
        assert "2026/27 Q2 Open" in words_on(pilot, QuarterTable)
    assert closings(told) == []


async def test_a_closed_quarter_is_issued_again_with_a_reason(told: Register) -> None:
    close_quarter(told, Quarter(2026, 2), ClosingTerms(despite="No time"))
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "down", "c")
        assert "It was closed on 21 Nov 2026 by tester; that issue is kept." in words_on(pilot)
        await press(pilot, "tab", "tab", *"A name", "tab", *"No time", "ctrl+s")
        assert "Re-issued, because: A name" in words_on(pilot, PaperView)
    assert [one.replaces for one in closings(told)] == [0, 1]


async def test_a_quarter_that_runs_says_from_when_it_can_be_closed(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "c")
        assert "can be closed from 1 Jan 2027 on" in words_on(pilot)
        assert not isinstance(app.screen, CloseForm)


async def test_w_shows_what_changed_since_a_closed_quarter(told: Register) -> None:
    close_quarter(told, Quarter(2026, 2), ClosingTerms(despite="No time"))
    stored(told, ObjectiveDraft(title="Open a quiet room"))
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "w")
        assert "2026/27 Q3 is not closed" in words_on(pilot)
        await press(pilot, "down", "w")
        shown = words_on(pilot, PaperView)
        assert "What changed from 2026/27 Q2 to now, 21 Nov 2026" in shown
        assert "1 objective is new." in shown
        assert "Open a quiet room" in shown
        await press(pilot, "w")
        assert "status, 2026/27 Q2" in words_on(pilot, PaperView)


async def test_f_shows_the_paper_as_each_audience_reads_it_and_x_begins_with_it(
    told: Register,
) -> None:
    close_quarter(told, Quarter(2026, 2), ClosingTerms(despite="No time"))
    app = EdiApp(lambda: told)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "down")
        assert "For the committee" in words_on(pilot, PaperView)
        await press(pilot, "f")
        assert "For the board" in words_on(pilot, PaperView)
        await press(pilot, "f")
        assert "For all staff and the public" in words_on(pilot, PaperView)
        await press(pilot, "x")
        assert box(pilot, "audience").words == "All staff and the public"
        await press(pilot, "escape", "up")
        assert "2026/27 Q3 is not closed, and the public reads" in words_on(pilot, PaperView)
        await press(pilot, "f")
        assert "For the committee" in words_on(pilot, PaperView)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_o_shows_another_paper_and_x_begins_with_it(
    told: Register, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8", "down", "o")
        assert "Status paper" in words_on(pilot)
        await press(pilot, "down", "enter", "f")
        assert "Cover sheet: only the status paper" in words_on(pilot)
        await press(pilot, "x")
        assert box(pilot, "what").words == "Cover sheet"
        assert box(pilot, "quarter").words == "2026/27 Q2"
        await press(pilot, "escape", "o", "escape", "enter")
        assert "Cover sheet, 2026/27 Q2" in words_on(pilot, PaperView)


async def test_keys_that_are_typed_ahead_wait_for_the_quarters(told: Register) -> None:
    app = EdiApp(lambda: told)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for key in ("8", "down", "x"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await settled(pilot)
        assert box(pilot, "quarter").words == "2026/27 Q2"
