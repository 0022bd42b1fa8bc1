"""Holding the file of a paper against the register."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from edi_tui.domain.quarters import Quarter
from edi_tui.exports.order import STATUS, Order, make
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.verified import VerifiedPaper
from edi_tui.tui.screens.quarters import QuartersScreen
from tests.exports.test_word_template import house
from tests.tui.conftest import SIZES, press, settled, words_on

Q2 = Quarter(2026, 2)


@pytest.mark.parametrize("size", SIZES)
async def test_a_paper_is_chosen_and_told_from_one_that_was_changed(
    filled: Register, size: tuple[int, int], tmp_path: Path
) -> None:
    close_quarter(filled, Q2, ClosingTerms(despite="No time"))
    paper = tmp_path / "p[x].md"
    make(filled, Order(what=STATUS, format="md", quarter=Q2)).put(paper, False)
    changed = tmp_path / "changed.md"
    changed.write_bytes(paper.read_bytes().replace(b"objectives", b"targets"))
    older = tmp_path / "older.md"
    older.write_bytes(changed.read_bytes().replace(b'"edi-tui ', b'"edi-tui 9'))
    app = EdiApp(lambda: filled)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "8")
        for path, told in (
            (paper, "is what was frozen of"),
            (changed, "has been changed since"),
            (older, "was made by edi-tui 9"),
        ):
            await press(pilot, "v")
            await taken(pilot, path)
            assert isinstance(app.screen, VerifiedPaper)
            assert f"{path.name} {told}" in words_on(pilot)
            untold = "it cannot be told here whether it was changed since" in words_on(pilot)
            assert untold == (path is older)
            await press(pilot, "escape")
            assert f"{path.name} {told}" in app.happened.message
        await press(pilot, "v", "escape")
        assert isinstance(app.screen, QuartersScreen)


async def test_the_template_of_a_paper_is_asked_for(filled: Register, tmp_path: Path) -> None:
    close_quarter(filled, Q2, ClosingTerms(despite="No time"))
    paper, template, other = (tmp_path / f"{name}.docx" for name in ("paper", "house", "other"))
    template.write_bytes(house())
    other.write_bytes(house(("Header",)))
    order = Order(what="cover", format="docx", quarter=Q2, template=template.read_bytes())
    make(filled, order).put(paper, False)
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "8", "v")
        await taken(pilot, paper)
        assert "was written into a Word template" in words_on(pilot)
        await press(pilot, "tab", "enter", "escape")
        assert "was written into a Word template" in words_on(pilot)
        await press(pilot, "tab", "enter")
        await taken(pilot, other)
        assert "was written into a Word template" in words_on(pilot)
        await press(pilot, "tab", "enter")
        await taken(pilot, template)
        assert "is what was frozen of" in words_on(pilot)
        assert "Name its template" not in words_on(pilot)
        assert app.happened.command == f"edi-tui verify {paper} --template {template}"


async def taken(pilot: Pilot[None], path: Path) -> None:
    """Type the place of a file and take it."""
    pilot.app.screen.query_one(Input).value = str(path)
    await settled(pilot)
    await press(pilot, "enter")
