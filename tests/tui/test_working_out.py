"""A list of very many records stays in use while a filter waits for what is worked out."""

from __future__ import annotations

import pytest

from edi_tui.services import worked_out
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.widgets.status_line import StatusLine
from tests.tui.conftest import current, place, press, settled, words_on


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work nothing out while somebody waits, as in a register of a hundred thousand."""
    monkeypatch.setattr(worked_out, "AT_ONCE", 0)


async def test_a_filter_that_waits_says_so_and_is_answered(
    app: EdiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from edi_tui.tui.screens.listing import Listing

    told: list[str] = []
    work_out = Listing.work_out

    async with app.run_test(size=(120, 40), notifications=True) as pilot:

        def watched(listing: Listing, register: Register, text: str) -> None:
            told.append(app.call_from_thread(words_on, pilot, StatusLine))
            told.append(str(app.call_from_thread(lambda: place(pilot).table.row_count)))
            work_out(listing, register, text)

        monkeypatch.setattr(Listing, "work_out", watched)
        await press(pilot, "2", "slash")
        place(pilot).filter.value = "status:at_risk"
        await settled(pilot)
        assert told == ["Working out how 2 objectives stand. The list follows.", "2"]
        assert (current(pilot), place(pilot).table.row_count) == ("OBJ-001", 1)
        assert "Working out" not in words_on(pilot)


async def test_words_are_listed_before_the_statuses_that_hold_them(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "slash")
        place(pilot).filter.value = "at risk"
        await settled(pilot)
        assert (current(pilot), place(pilot).table.row_count) == ("OBJ-001", 1)
        place(pilot).filter.value = "publish"
        await settled(pilot)
        assert current(pilot) == "OBJ-002"
