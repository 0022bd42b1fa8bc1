"""Publishing from Quarters, once it is seen what that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.publish import PublishForm
from edi_tui.tui.widgets.same_command import SameCommand
from tests.services.closing import edited
from tests.tui.conftest import SIZES, box, fill, press, problem, stored, words_on

ALL_THE_SAME = ClosingTerms(despite="No time")
Q2 = Quarter(2026, 2)


def opted(register: Register, summary: str) -> None:
    """Publish an objective, close the quarter, and opt another one in since."""
    edited(register, "OBJ-001", published=True, summary=summary)
    close_quarter(register, Q2, ALL_THE_SAME)
    edited(register, "OBJ-002", published=True, summary="Soon")


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_first_what_is_published_and_what_not_and_why(
    filled: Register, size: tuple[int, int], tmp_path: Path
) -> None:
    opted(filled, "More of us will lead.")
    app = EdiApp(lambda: filled)
    site = tmp_path / "site"
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8", "p")
        assert isinstance(app.screen, PublishForm)
        if size[0] > 60:
            shown = words_on(pilot)
            assert "Quarter 2026/27 Q2, progress as at 30 Sep 2026" in shown
            assert "Published 1 objective, 0 networks" in shown
            assert "1 objective opted in since 2026/27 Q2 was closed: OBJ-002" in shown
            assert "1 network that nobody opted in: NET-001" in shown
            assert "Publish anyway" not in shown
        fill(pilot, folder=str(site))
        await press(pilot, "ctrl+s")
        assert app.happened.message == (
            f"1 objective published. Open {site / 'index.html'} in a browser."
        )
        assert app.happened.command == f"edi-tui publish {site}"
    assert (site / "objectives" / "OBJ-001.html").is_file()
    assert not (site / "objectives" / "OBJ-002.html").exists()


async def test_what_is_personal_stops_it_until_it_is_acknowledged(
    filled: Register, tmp_path: Path
) -> None:
    opted(filled, "Ask ada@example.org.")
    app = EdiApp(lambda: filled)
    site = tmp_path / "site"
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "p")
        assert "OBJ-001, Public summary: an e-mail address." in words_on(pilot)
        assert "ada@" not in words_on(pilot)
        fill(pilot, folder=str(site))
        await press(pilot, "ctrl+s")
        assert problem(pilot, "acknowledged").endswith("that it may be read: OBJ-001.")
        assert not site.exists()
        fill(pilot, acknowledged="obj-001")
        await press(pilot, "ctrl+s")
        assert app.happened.command == f"edi-tui publish {site} --acknowledge obj-001"
    assert (site / "index.html").is_file()


async def test_all_is_shown_that_has_to_be_acknowledged(filled: Register) -> None:
    stored(
        filled,
        *(
            ObjectiveDraft(title=f"Aim {each}", published=True, summary="Ask ada@example.org.")
            for each in range(6)
        ),
    )
    close_quarter(filled, Q2, ALL_THE_SAME)
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await press(pilot, "8", "p")
        shown = words_on(pilot)
        for number in range(3, 9):
            assert f"OBJ-{number:03}, Public summary: an e-mail address." in shown


async def test_what_became_personal_meanwhile_is_shown_and_can_be_acknowledged(
    filled: Register, tmp_path: Path
) -> None:
    edited(filled, "OBJ-001", published=True, summary="More of us will lead.")
    close_quarter(filled, Quarter(2026, 1), ALL_THE_SAME)
    app = EdiApp(lambda: filled)
    site = tmp_path / "site"
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "p")
        assert "Publish anyway" not in words_on(pilot)
        edited(filled, "OBJ-001", summary="Ask ada@example.org.")
        close_quarter(filled, Q2, ALL_THE_SAME)
        fill(pilot, folder=str(site))
        await press(pilot, "ctrl+s")
        assert "OBJ-001, Public summary: an e-mail address." in words_on(pilot)
        assert problem(pilot, "acknowledged").endswith("that it may be read: OBJ-001.")
        assert box(pilot, "folder").words == str(site)
        fill(pilot, acknowledged="OBJ-001")
        await press(pilot, "ctrl+s")
        assert app.happened.command == f"edi-tui publish {site} --acknowledge OBJ-001"
    assert (site / "index.html").is_file()


async def test_the_same_command_names_the_folder_as_it_is_read(filled: Register) -> None:
    opted(filled, "More of us will lead.")
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "8", "p")
        fill(pilot, folder="~/our-objectives")
        await pilot.pause()
        line = str(app.screen.query_one(SameCommand).content)
        assert line.endswith(f"edi-tui publish {Path.home() / 'our-objectives'}")


async def test_a_folder_of_other_things_is_left_alone(filled: Register, tmp_path: Path) -> None:
    opted(filled, "More of us will lead.")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine", encoding="utf-8")
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "p")
        fill(pilot, folder="")
        await press(pilot, "ctrl+s")
        assert problem(pilot, "folder") == "Say where to write it."
        fill(pilot, folder=str(tmp_path / "site"))
        await press(pilot, "ctrl+s")
        assert "mine.txt" in problem(pilot, "folder")
        assert box(pilot, "folder").words == str(tmp_path / "site")
        await press(pilot, "escape")
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["mine.txt"]


async def test_without_a_closed_quarter_it_is_said_why_not(filled: Register) -> None:
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "p")
        assert "No quarter is closed yet, and the public reads" in words_on(pilot)
        assert not isinstance(app.screen, PublishForm)
