"""An import from the file to the Desk, without leaving the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select

from edi_tui.domain.kinds import Kind
from edi_tui.imports.result import ImportResult
from edi_tui.imports.watch import Watch
from edi_tui.services.learned import learned
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.file_picker import FilePicker
from edi_tui.tui.modals.import_summary import ImportSummary
from edi_tui.tui.modals.mapping import ColumnRow, MappingForm
from edi_tui.tui.modals.working import Working
from edi_tui.tui.widgets.desk_detail import DeskDetail
from tests.imports.importing import digest
from tests.imports.make_files import docx_of, xlsx_of
from tests.tui.conftest import SIZES, press, refusal, settled, words_on

PLANS = Path(__file__).resolve().parents[2] / "sample_data" / "plans"
ROWS = [
    ["Action", "Zieltermin", "Lead", "Update notes"],
    ["Train panels", "31/6/2027", "CPO", "Begun"],
    ["Ask staff", "1 May 2027", "CEO", "Not yet"],
]


async def chosen(pilot: Pilot[None], path: Path) -> None:
    """Choose a file from Today, and wait until its columns are shown."""
    await press(pilot, "i")
    assert isinstance(pilot.app.screen, FilePicker)
    pilot.app.screen.query_one("#path", Input).value = str(path)
    await settled(pilot)
    await press(pilot, "enter")


def columns(pilot: Pilot[None]) -> dict[str, str]:
    """Return what each column is read as."""
    return {row.column.heading: row.meaning for row in pilot.app.screen.query(ColumnRow)}


def summary(pilot: Pilot[None]) -> ImportResult:
    """Return what is previewed or reported."""
    assert isinstance(pilot.app.screen, ImportSummary)
    return pilot.app.screen.result


def mean(pilot: Pilot[None], heading: str, field: str) -> None:
    """Choose what a column means."""
    for row in pilot.app.screen.query(ColumnRow):
        if row.column.heading == heading:
            row.query_one(Select).value = field


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A Word plan with a heading that nobody knows."""
    path = tmp_path / "plan.docx"
    path.write_bytes(docx_of(ROWS))
    return path


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_plan_goes_from_the_file_to_the_desk(
    register: Register, plan: Path, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        assert columns(pilot)["Zieltermin"] == "-"
        mean(pilot, "Zieltermin", "due")
        mean(pilot, "Update notes", "progress")
        await press(pilot, "ctrl+s")
        assert summary(pilot).counts["created"] == 2
        assert rows_of(register, Kind.ACTION) == []
        await press(pilot, "y")
        assert not summary(pilot).dry_run
        await press(pilot, "y")
        assert app.current_mode == "desk"
        assert "31/6/2027" in words_on(pilot, DeskDetail) or size == SIZES[-1]
    assert len(rows_of(register, Kind.ACTION)) == 2
    assert [row.meaning for row in learned(register)] == ["due", "progress"]


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.glob("*.[dxc][osv][cvs]*")))
async def test_the_plans_of_the_sample_are_read_without_a_choice(
    register: Register, name: str
) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, PLANS / name)
        assert isinstance(app.screen, MappingForm)
        await press(pilot, "enter")
        assert isinstance(app.screen, ImportSummary)
        assert "rows of actions" in words_on(pilot)
        await press(pilot, "enter")
    assert len(rows_of(register, Kind.ACTION)) > 5


async def test_the_preview_stores_nothing_and_every_step_goes_back(
    register: Register, plan: Path
) -> None:
    before = digest(register)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        mean(pilot, "Zieltermin", "due")
        await press(pilot, "ctrl+s", "escape")
        assert columns(pilot)["Zieltermin"] == "due"
        await press(pilot, "escape")
        assert isinstance(app.screen, FilePicker)
        await press(pilot, "escape")
        assert app.screen_stack == [app.screen]
    assert digest(register) == before


async def test_a_path_typed_after_the_folder_begins_anew(register: Register, plan: Path) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        assert isinstance(app.screen, FilePicker)
        app.screen.path.insert_text_at_cursor(str(plan))
        await settled(pilot)
        assert "no such folder" not in words_on(pilot)
        await press(pilot, "enter")
        assert columns(pilot)


async def test_the_cursor_goes_to_the_first_column_that_still_has_to_be_chosen(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "tracker.csv"
    path.write_text("Action,Commentary\nTrain panels,Two of five\n", encoding="utf-8")
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, path)
        await press(pilot, "ctrl+s")
        assert refusal(pilot).startswith("Choose what “Commentary” means")
        assert isinstance(app.focused, Select)
        assert isinstance(row := app.focused.parent, ColumnRow)
        assert row.column.heading == "Commentary"
        await press(pilot, "space")
        assert row.query_one(Select).expanded
        assert "Dismiss" not in words_on(pilot)


async def test_columns_that_cannot_be_right_are_refused(register: Register, plan: Path) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        mean(pilot, "Zieltermin", "lead")
        await press(pilot, "ctrl+s")
        assert refusal(pilot) == "Two columns cannot both be the lead. Leave one out."
        mean(pilot, "Zieltermin", "-")
        mean(pilot, "Action", "-")
        await press(pilot, "ctrl+s")
        assert refusal(pilot).startswith("Say which column is the action")


async def test_a_file_whose_headings_nobody_knows_is_mapped_by_hand(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "massnahmen.xlsx"
    path.write_bytes(xlsx_of([["Massnahme", "Wer"], ["Train panels", "CPO"]]))
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, path)
        assert "do not say what it holds" in refusal(pilot)
        mean(pilot, "Massnahme", "text")
        mean(pilot, "Wer", "lead")
        await press(pilot, "ctrl+s", "y")
    assert len(rows_of(register, Kind.ACTION)) == 1


async def test_another_kind_is_looked_at_with_its_own_fields(
    register: Register, plan: Path
) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        app.screen.query_one("#kind", Select).value = Kind.OBJECTIVE.value
        await settled(pilot)
        assert isinstance(app.screen, MappingForm)
        assert app.screen.look.kind is Kind.OBJECTIVE
        assert columns(pilot)["Lead"] == "owner"


async def test_a_file_that_cannot_be_read_is_refused_and_another_asked_for(
    register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7 [/x]")
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, path)
        assert "is a PDF" in words_on(pilot)
        assert isinstance(app.screen, FilePicker)


async def test_an_import_is_stopped_with_escape_and_nothing_is_stored(
    register: Register, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, held, over = digest(register), Event(), Watch.over

    def waits(watch: Watch, stage: str, items: list[object]) -> object:
        held.wait(30)
        return over(watch, stage, items)

    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        await press(pilot, "ctrl+s")
        monkeypatch.setattr(Watch, "over", waits)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, Working))
        await pilot.press("escape")
        held.set()
        await settled(pilot)
        assert isinstance(app.screen, MappingForm)
    assert digest(register) == before


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        if true():
            return
        await pilot.pause()
    raise AssertionError("It never came to be.")


async def test_the_buttons_do_the_same_as_the_keys(register: Register, plan: Path) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await chosen(pilot, plan)
        for _ in range(2):
            app.screen.query_one("#buttons Button", Button).press()
            await settled(pilot)
        assert isinstance(app.screen, ImportSummary)
        assert not app.screen.result.dry_run
    assert len(rows_of(register, Kind.ACTION)) == 2
