"""Records are marked, and the ordinary key then acts on all of them as one step."""

from __future__ import annotations

import pytest
from textual.widgets import Input, OptionList

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.words import Status
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.bulk import BulkPreview, ChooseField
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.widgets.marking_table import MARKED
from tests.tui.conftest import SIZES, current, fill, place, press, save, stored, words_on


def objectives(register: Register) -> list[ObjectiveRow]:
    return [row for row in rows_of(register, Kind.OBJECTIVE) if isinstance(row, ObjectiveRow)]


@pytest.fixture
def more(filled: Register) -> Register:
    """The filled register with two more objectives, four in all."""
    stored(filled, ObjectiveDraft(title="Third [x]"), ObjectiveDraft(title="Fourth"))
    return filled


@pytest.mark.parametrize("size", SIZES)
async def test_marks_are_set_one_by_one_as_a_range_and_all_at_once(
    app: EdiApp, more: Register, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "space", "space")
        table = place(pilot).table
        assert table.marked == ["OBJ-001", "OBJ-002"]
        assert current(pilot) == "OBJ-003"
        assert f"{MARKED} OBJ-001" in words_on(pilot)
        assert "2 marked · 4" in words_on(pilot)
        await press(pilot, "k", "space")
        assert table.marked == ["OBJ-001"]
        await press(pilot, "escape")
        assert table.marked == []
        await press(pilot, "v", "j")
        assert table.marked == ["OBJ-003", "OBJ-004"]
        await press(pilot, "v", "g")
        assert table.marked == ["OBJ-003", "OBJ-004"]
        await press(pilot, "asterisk")
        assert len(table.marked) == 4
        await press(pilot, "asterisk")
        assert table.marked == []
        await press(pilot, "asterisk", "escape")
        assert (table.marked, place(pilot).filter.value) == ([], "")


async def test_marks_outlive_a_filter_and_not_a_list(app: EdiApp, more: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "space", "slash", *"fourth", "enter", "space")
        assert place(pilot).table.marked == ["OBJ-001", "OBJ-004"]
        await press(pilot, "right_square_bracket")
        assert place(pilot).table.marked == []


@pytest.mark.parametrize("size", SIZES)
async def test_one_status_is_said_of_all_that_are_marked(
    app: EdiApp, more: Register, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "space", "space", "space", "u")
        fill(pilot, status=Status.OFF_TRACK.label, narrative="[late] all of them")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, BulkPreview)
        assert "3 objectives will change as one step." in words_on(pilot)
        assert "A At risk → R Off track" in words_on(pilot) or size[1] < 18
        await press(pilot, "escape")
        assert isinstance(app.screen, RecordForm)
        await press(pilot, "ctrl+s", "enter")
        assert isinstance(app.screen, PlaceScreen)
        assert place(pilot).table.marked == []
    assert [row.status for row in objectives(more)][:3] == [Status.OFF_TRACK] * 3
    assert {change.summary for change in history_of(more, limit=3)} == {"update 3 objectives"}


async def test_one_field_is_set_for_all_that_are_marked(app: EdiApp, more: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "asterisk", "e")
        assert isinstance(app.screen, ChooseField)
        choices = app.screen.query_one(OptionList)
        labels = [str(choices.get_option_at_index(at).prompt) for at in range(choices.option_count)]
        assert labels[:3] == ["Set level", "Set accountable", "Set owner"]
        assert "Add to framework items" in labels
        choices.highlighted = labels.index("Set owner")
        await press(pilot, "enter")
        assert "Set owner of 4 objectives" in words_on(pilot)
        await save(pilot, owner="MEM-002")
        shown = words_on(pilot)
        assert "3 objectives will change as one step. 1 said that already." in shown
        assert "so already" in shown
        await press(pilot, "enter")
    assert {row.owner for row in objectives(more)} == {"Chair"}


async def test_what_is_refused_is_named_and_the_others_are_done(
    app: EdiApp, more: Register
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "asterisk")
        with more.writing("meanwhile") as changes:
            changes.withdraw("OBJ-003", "gone", version=1)
        await press(pilot, "d")
        assert isinstance(app.screen, Withdrawal)
        app.screen.query_one("#reason", Input).value = "Merged [/x]"
        await press(pilot, "enter")
        assert "✗ It has been withdrawn since." in words_on(pilot)
        assert "3 objectives will change as one step. 1 will be left alone" in words_on(pilot)
        await press(pilot, "enter")
        assert "No objectives yet" in words_on(pilot)
    gone = rows_of(more, Kind.OBJECTIVE, withdrawn=True)
    assert [row.withdrawn for row in gone] == ["Merged [/x]", "Merged [/x]", "gone", "Merged [/x]"]


async def test_one_item_of_evidence_supports_all_that_are_marked(
    app: EdiApp, more: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "space", "space", "a")
        await save(pilot, title="Pay gap report", note="Table 3")
        assert place(pilot).table.marked == []
    assert [row.evidence for row in objectives(more)] == [1, 1, 0, 0]


async def test_a_click_before_a_record_marks_it_and_two_clicks_open_it(
    app: EdiApp, more: Register
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2")
        table = place(pilot).table
        await pilot.click(table, offset=(0, 2))
        assert table.marked == ["OBJ-002"]
        assert current(pilot) == "OBJ-001"
        await pilot.click(table, offset=(20, 3))
        assert current(pilot) == "OBJ-003"
        assert table.has_focus
        await pilot.click(table, offset=(20, 4), times=2)
        assert current(pilot) == "OBJ-004"
        assert not table.has_focus


async def test_keys_that_cannot_act_on_the_marked_are_dimmed(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "space")
        shown = place(pilot).active_bindings
        assert not shown["u"].enabled
        assert shown["e"].enabled


async def test_a_range_that_is_not_ended_stays_marked_when_a_question_is_left(
    app: EdiApp, more: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "v", "j", "e", "escape")
        assert place(pilot).table.marked == ["OBJ-001", "OBJ-002"]
        assert not place(pilot).table.ranging
