"""Lists keep the cursor, find what is looked for, and stand beside the record."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, EvidenceDraft, NetworkDraft, ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.batches import keep
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.record_table import RecordTable
from tests.tui.conftest import (
    SIZES,
    current,
    imported,
    place,
    press,
    save,
    settled,
    stored,
    words_on,
)


async def narrow(pilot: Pilot[None], text: str) -> None:
    """Filter the list that is shown."""
    place(pilot).filter.value = text
    await settled(pilot)


async def test_the_cursor_stays_on_its_record(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "down")
        assert current(pilot) == "OBJ-002"
        stored(filled, ObjectiveDraft(title="A third"))
        await press(pilot, "r")
        assert place(pilot).table.row_count == 3
        assert current(pilot) == "OBJ-002"
        await press(pilot, "e")
        await save(pilot, title="Publish every objective to staff")
        assert current(pilot) == "OBJ-002"
        await press(pilot, "u")
        await save(pilot, narrative="Published.")
        assert current(pilot) == "OBJ-002"
        await press(pilot, "1", "2")
        assert current(pilot) == "OBJ-002"
        await press(pilot, "G")
        assert current(pilot) == "OBJ-003"
        await press(pilot, "g", "j", "k", "j")
        assert current(pilot) == "OBJ-002"


@pytest.mark.parametrize("size", [(90, 18), (90, 20), (80, 24)])
async def test_a_list_has_rows_under_a_filter_however_low_the_window(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    stored(filled, *(ObjectiveDraft(title=f"Publish {word}") for word in ("one", "two", "three")))
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2")
        await narrow(pilot, "publ")
        shown = words_on(pilot, RecordTable)
        assert all(f"OBJ-00{number}" in shown for number in (2, 3, 4))


async def test_a_list_may_be_asked_for_again_before_it_is_looked_up(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        place(pilot).filter.value = "publ"
        place(pilot).narrow()
        place(pilot).narrow()
        await settled(pilot)
        assert place(pilot).table.row_count == 1
        await narrow(pilot, "")
        assert place(pilot).table.row_count == 2


async def test_a_filter_finds_words_and_fields(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "slash")
        await pilot.press(*"publ")
        await settled(pilot)
        assert current(pilot) == "OBJ-002"
        assert "1 of 2" in words_on(pilot)
        await press(pilot, "enter")
        assert place(pilot).table.has_focus
        await press(pilot, "escape")
        assert place(pilot).table.row_count == 2
        assert current(pilot) == "OBJ-002"

        await press(pilot, "slash")
        for text, found in [
            ("status:at_risk", "OBJ-001"),
            ("owner:chair", "OBJ-002"),
            ("hia:2", "OBJ-001"),
            ("hia:HIA1 publish", "OBJ-002"),
        ]:
            await narrow(pilot, text)
            assert (current(pilot), place(pilot).table.row_count) == (found, 1), text
        await narrow(pilot, "nothing at all")
        assert "Nothing matches the filter. Press esc to show all." in words_on(pilot)
        await narrow(pilot, "statsu:at_risk")
        assert "did you mean “status”?" in words_on(pilot)
        await press(pilot, "escape")
        assert place(pilot).table.row_count == 2
        assert place(pilot).table.has_focus

        await narrow(pilot, "[/x]:[red] a[/]b")
        await press(pilot, "escape", "slash")
        await narrow(pilot, "publish")
        await press(pilot, "enter", "e")
        await save(pilot, title="Publish and be praised")
        assert current(pilot) == "OBJ-002"
        assert place(pilot).filter.value == "publish"
        await press(pilot, "n")
        await save(pilot, title="Not what was looked for")
        assert current(pilot) == "OBJ-003"


async def test_a_place_shows_each_of_its_lists(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "5")
        assert place(pilot).kind is Kind.NETWORK
        await press(pilot, "slash", "R", "enter", "right_square_bracket")
        assert (place(pilot).kind, place(pilot).filter.value) == (Kind.SPONSORSHIP, "")
        assert "No sponsorships yet" in words_on(pilot)
        await press(pilot, *["right_square_bracket"] * 4)
        assert place(pilot).kind is Kind.NETWORK
        assert current(pilot) == "NET-001"
        await press(pilot, "left_square_bracket")
        assert place(pilot).kind is Kind.HEARD_SCORE


async def test_the_detail_shows_what_belongs_to_the_record(app: EdiApp, filled: Register) -> None:
    stored(filled, EvidenceDraft(title="Pay gap report", note="Table 3", supports=("OBJ-001",)))
    with filled.writing("import plan.docx") as changes:
        ref = records.add_in(changes, ActionDraft(text="Brief [all] chairs"))
        cells = {"What [we] will do": "Brief [all] chairs", "RAG": "<p>A</p>"}
        keep(changes, imported(ref, cells))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        assert "Detail Progress Measures Linked History" in words_on(pilot)
        for key, texts in [
            ("", ("A At risk", "Slow", "Level Corporate")),
            ("right", ("A At risk Slow",)),
            ("right", ("MEA-001", "Share in bands 8a and above")),
            ("greater_than_sign", ("EVI-001", "Pay gap report")),
            ("right", ("21 Nov 2026 09:00 add objective",)),
            ("right", ("Framework items HIA2",)),
            ("left", ("add objective",)),
        ]:
            await press(pilot, *[key] * bool(key))
            for text in texts:
                assert text in words_on(pilot, Detail), key
        await press(pilot, "down")
        assert "add objective" in words_on(pilot, Detail)
        await press(pilot, "3", "down")
        shown = words_on(pilot)
        for text in ("As imported from plan.docx", "What [we] will", "Brief [all] chairs", "<p>A"):
            assert text in shown


async def test_an_empty_register_says_what_to_do_and_the_first_record_has_the_cursor(
    register: Register,
) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert "No seats yet: add the members of the board first" in words_on(pilot)
        for name in PLACES[1:]:
            await press(pilot, name.key)
            assert "ress" in words_on(pilot), name.title
        await press(pilot, "5", "n")
        await save(pilot, name="First")
        stored(register, NetworkDraft(name="Second"))
        await press(pilot, "r")
        assert current(pilot) == "NET-001"
        await press(pilot, "down")
        assert current(pilot) == "NET-002"
        for _ in range(2):
            await press(pilot, "d")
            app.screen.query_one("#reason", Input).value = "Closed"
            await press(pilot, "enter")
        assert "No networks yet" in words_on(pilot)
        assert str(place(pilot).query_one(Detail).query_one("#page", Static).content) == ""


async def test_a_small_window_shows_the_list_or_the_record(app: EdiApp) -> None:
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await press(pilot, "2", "down")
        assert "Publish" in words_on(pilot)
        assert "Objective OBJ-002" not in words_on(pilot)
        await press(pilot, "enter")
        assert "Objective OBJ-002" in words_on(pilot)
        await press(pilot, "escape")
        assert "Objective OBJ-002" not in words_on(pilot)
        assert current(pilot) == "OBJ-002"
        await press(pilot, "enter", "slash", "z")
        assert "Nothing matches" in words_on(pilot)
        await press(pilot, "escape", "down")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert "Objective OBJ-002" in words_on(pilot)
        assert current(pilot) == "OBJ-002"


async def test_a_long_list_is_read_as_it_comes_into_sight(register: Register) -> None:
    with register.writing("many") as changes:
        for number in range(520):
            records.add_in(changes, ActionDraft(text=f"Step {number + 1} of many"))
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "3")
        assert place(pilot).table.row_count == 520
        await press(pilot, "G")
        assert current(pilot) == "ACT-520"
        assert "Step 520 of many" in words_on(pilot)
        await press(pilot, "pageup", "pageup", "k")
        assert "…" not in words_on(pilot, RecordTable)
        app.go("actions", ref="ACT-300")
        await settled(pilot)
        assert current(pilot) == "ACT-300"
        assert "Step 300 of many" in words_on(pilot)
        await press(pilot, "g")
        assert current(pilot) == "ACT-001"


async def test_the_first_of_a_long_list_are_shown_while_a_filter_is_typed(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edi_tui.services.search.FEW", 100)
    with register.writing("many") as changes:
        for number in range(120):
            records.add_in(changes, ActionDraft(text=f"Step {number + 1} of many"))
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "3", "slash", *"man")
        shown = place(pilot).query_one("#list")
        assert shown.border_subtitle == "120"
        monkeypatch.setattr("edi_tui.tui.screens.seeking._PAUSE", 3600.0)
        await pilot.press("y")
        while shown.border_subtitle != "50+ of 120":
            await pilot.pause()
        monkeypatch.setattr("edi_tui.tui.screens.seeking._PAUSE", 0.0)
        await press(pilot, "backspace", "enter", "G")
        assert current(pilot) == "ACT-120"


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_is_sorted_by_a_column_and_says_so(
    app: EdiApp, filled: Register, size: tuple[int, int]
) -> None:
    stored(filled, ObjectiveDraft(title="Agree the plan"), ObjectiveDraft(title="zero tolerance"))
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "down", "s")
        assert "▲" in words_on(pilot, RecordTable)
        assert current(pilot) == "OBJ-002"
        await press(pilot, "g")
        order = []
        for _ in range(4):
            order.append(current(pilot))
            await press(pilot, "down")
        assert order == ["OBJ-003", "OBJ-002", "OBJ-001", "OBJ-004"]
        await press(pilot, "S", "g")
        assert "▼" in words_on(pilot, RecordTable)
        assert current(pilot) == "OBJ-004"
        await press(pilot, *["s"] * (len(place(pilot).table.columns) - 1), "g")
        assert current(pilot) == "OBJ-001"
        assert "▲" not in words_on(pilot, RecordTable)


async def test_a_key_pressed_while_a_list_is_read_is_not_lost(
    app: EdiApp, filled: Register
) -> None:
    stored(filled, ObjectiveDraft(title="Agree the plan"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        screen = place(pilot)
        before = screen.read(filled)
        screen.action_sort()
        screen.show(before)
        await settled(pilot)
        assert "▲" in words_on(pilot, RecordTable)


async def test_what_was_asked_for_earlier_does_not_take_the_place_of_what_came_since(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        screen = place(pilot)
        late = screen.read(filled)
        await narrow(pilot, "publish")
        shown = screen.table.row_count
        screen.show(late)
        await settled(pilot)
        assert (shown, screen.table.row_count) == (1, 1)


async def test_a_click_on_a_heading_sorts(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        for arrow in ("Objective ▲", "Objective ▼"):
            await pilot.click(place(pilot).table, offset=(20, 0))
            await settled(pilot)
            assert arrow in words_on(pilot)


async def test_records_and_what_is_shown_of_one_are_copied(app: EdiApp, filled: Register) -> None:
    stored(filled, ObjectiveDraft(title="[/x]\tone\ntwo \x1b[2J"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "G", "c")
        assert app.clipboard == "OBJ-003\t[/x] one two ␛[2J\t\t\t\t- No update"
        await press(pilot, "g", "space", "space", "c")
        assert [line[:7] for line in app.clipboard.splitlines()] == ["OBJ-001", "OBJ-002"]
        assert app.clipboard.splitlines()[0].split("\t")[2:4] == ["Chief People Officer", "HIA2"]
        await press(pilot, "escape", "g", "C")
        assert app.clipboard.startswith("Objective OBJ-001\nRaise the share to 18%\n")
        assert "Copied OBJ-001, as shown" in words_on(pilot)


async def test_a_filter_says_what_it_means_and_completes_what_is_typed(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "slash", *"sta")
        bar = place(pilot).filter
        assert "status: status" in words_on(pilot)
        await press(pilot, "tab")
        assert bar.value == "status:"
        await press(pilot, *"at")
        assert "at risk" in words_on(pilot)
        await press(pilot, "right")
        assert bar.value == 'status:"at risk"'
        assert not bar.offering
        assert current(pilot) == "OBJ-001"
        assert "status is at risk" in words_on(pilot)
        await press(pilot, "down")
        assert place(pilot).table.has_focus
        await press(pilot, "slash", *" ow", "down", "down", "up", "tab")
        assert bar.value.startswith('status:"at risk" owner')
        await press(pilot, "escape")
        assert bar.value == ""
        assert place(pilot).table.has_focus


async def test_a_filter_is_kept_under_a_name(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "slash", *"publish", "enter", "V")
        reason = app.screen.query_one("#reason", Input)
        reason.value = "two words"
        await press(pilot, "enter")
        assert "is no name for a view" in words_on(pilot)
        app.screen.query_one("#reason", Input).value = "public"
        await press(pilot, "enter", "escape", "slash", *"@pu", "tab", "enter")
        assert place(pilot).filter.value == "@public"
        assert (current(pilot), place(pilot).table.row_count) == ("OBJ-002", 1)
