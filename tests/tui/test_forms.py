"""What is typed into a form is explained, checked, and never lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.widgets import Input

from edi_tui.domain.fields import PROSE
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import MemberDraft, ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register, open_register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.conflict import Conflict
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.widgets.key_line import KeyLine
from tests.tui.conftest import (
    box,
    current,
    fill,
    place,
    press,
    problem,
    refs,
    refusal,
    save,
    settled,
    words_on,
)


@contextmanager
def locked(register: Register) -> Iterator[None]:
    """Hold the register as another program would."""
    connection = sqlite3.connect(register.path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@pytest.fixture
def impatient(filled: Register) -> Register:
    """The filled register, which does not wait for others for long."""
    return open_register(filled.path, who="tester", now=filled.now, wait_ms=200)


async def test_enter_moves_on_and_saves_at_the_last_field(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "n")
        assert box(pilot, "name").entry.has_focus
        await pilot.press(*"Faith", "enter")
        assert box(pilot, "characteristic").entry.has_focus
        box(pilot, "chair").entry.focus()
        await press(pilot, "enter")
        assert box(pilot, "meets").entry.has_focus
        await press(pilot, "enter")
        assert not isinstance(app.screen, PlaceScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlaceScreen)
        assert records.get(filled, "NET-002").draft.name == "Faith"  # type: ignore[attr-defined] # a network


async def test_enter_leaves_a_sentence_and_begins_a_line_of_several(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "n")
        await pilot.press(*"Raise", "enter")
        await settled(pilot)
        assert box(pilot, "title").words == "Raise"
        assert not box(pilot, "title").has_focus_within
        box(pilot, "done").entry.focus()
        await pilot.press(*"One", "enter", *"two")
        await settled(pilot)
        assert box(pilot, "done").words == "One\ntwo"
        assert "tab Next" in words_on(pilot, KeyLine)
        await press(pilot, "tab")
        assert not box(pilot, "done").has_focus_within


async def test_what_a_network_said_may_have_lines(app: EdiApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "5", "right_square_bracket", "right_square_bracket")
        await press(pilot, "right_square_bracket", "n")
        box(pilot, "text").entry.focus()
        await pilot.press(*"One", "enter", *"two")
        await settled(pilot)
        assert box(pilot, "text").words == "One\ntwo"


async def test_what_is_wrong_is_said_under_the_field_and_goes_when_it_is_right(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "4", "n")
        await save(pilot, baseline="fourteen", baseline_on="soon")
        assert "“fourteen” is not a number" in problem(pilot, "baseline")
        assert problem(pilot, "baseline_on")
        assert problem(pilot, "target") == ""
        assert box(pilot, "baseline").entry.has_focus
        assert "“fourteen” is not a number" in words_on(pilot)
        await save(pilot, baseline="14", baseline_on="1 April 2026")
        assert problem(pilot, "name") == "Measure is needed."
        assert problem(pilot, "baseline") == ""
        assert box(pilot, "name").entry.has_focus
        await save(pilot, name="Share", objective="OBJ-999")
        assert "no objective “OBJ-999”" in problem(pilot, "objective")
        assert box(pilot, "objective").entry.has_focus
        assert box(pilot, "name").words == "Share"
        await save(pilot, objective="")
        assert refs(rows_of(filled, Kind.MEASURE)) == ["MEA-001", "MEA-002"]


async def test_an_impossible_due_date_is_explained_and_kept_verbatim(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "n")
        box(pilot, "due").entry.focus()
        await press(pilot)
        fill(pilot, due="end of March 2027")
        await press(pilot)
        await pilot.pause()
        assert "Read as 31 Mar 2027." in words_on(pilot)
        fill(pilot, due="31/4/2027")
        await pilot.pause()
        assert "30 Apr" in words_on(pilot)
        await save(pilot, title="Publish it", start_on="31/4/2027")
        assert "30 Apr" in problem(pilot, "start_on")
        await save(pilot, start_on="")
        draft = records.get(filled, "OBJ-003").draft
        assert isinstance(draft, ObjectiveDraft)
        assert (draft.due.on, draft.due.text) == (None, "31/4/2027")


async def test_leaving_asks_only_where_something_was_typed(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "e", "escape")
        assert isinstance(app.screen, PlaceScreen)
        await press(pilot, "e")
        fill(pilot, name="Another")
        await pilot.pause()
        await press(pilot, "escape")
        assert "Press esc again" in refusal(pilot)
        fill(pilot, name="Another name")
        await pilot.pause()
        assert refusal(pilot) == ""
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, PlaceScreen)
        assert "Race Equality Network" in words_on(pilot)


async def test_quitting_asks_where_something_was_typed(app: EdiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5", "n")
        fill(pilot, name="Half a na")
        await pilot.pause()
        await press(pilot, "ctrl+q")
        assert app.is_running
        assert "Press ctrl+q again" in refusal(pilot)
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_a_locked_register_loses_nothing_that_was_typed(impatient: Register) -> None:
    app = EdiApp(lambda: impatient)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "n")
        with locked(impatient):
            await save(pilot, title="Typed [once]", owner="MEM-002", due="ongoing")
            assert "is in use by another program" in refusal(pilot)
            assert box(pilot, "title").words == "Typed [once]"
            assert (box(pilot, "owner").words, box(pilot, "due").words) == ("MEM-002", "ongoing")
            await press(pilot, "escape")
            assert "Press esc again" in refusal(pilot)
        await press(pilot, "ctrl+s")
        draft = records.get(impatient, "OBJ-003").draft
        assert isinstance(draft, ObjectiveDraft)
        assert (draft.title, draft.owner, draft.due.text) == ("Typed [once]", "MEM-002", "ongoing")

        await press(pilot, "d")
        app.screen.query_one("#reason", Input).value = "Said twice"
        with locked(impatient):
            await press(pilot, "enter")
            assert isinstance(app.screen, Withdrawal)
            assert "is in use by another program" in refusal(pilot)
        await press(pilot, "enter")
        assert records.get(impatient, "OBJ-003").withdrawn_reason == "Said twice"


async def test_an_edit_that_meets_another_shows_both_and_asks(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "e")
        fill(pilot, title="Mine [and mine]", baf="SR4")
        theirs = ObjectiveDraft(title="Theirs", owner="MEM-002", plan="People plan")
        records.edit(filled, "OBJ-001", theirs, version=1)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Conflict)
        shown = words_on(pilot)
        assert "● Mine [and mine] ○ Theirs" in shown
        assert "○ MEM-001 ● MEM-002" in shown
        assert "○ (empty) ● People plan" in shown
        await press(pilot, "space", "down", "left", "ctrl+s")
        assert records.get(filled, "OBJ-001").draft == ObjectiveDraft(
            title="Theirs", owner="MEM-001", plan="People plan", baf="SR4"
        )


async def test_leaving_a_conflict_goes_back_to_the_form_with_both(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await press(pilot, "2", "e")
        fill(pilot, title="Mine")
        theirs = ObjectiveDraft(title="Theirs", owner="MEM-002", plan="People plan")
        records.edit(filled, "OBJ-001", theirs, version=1)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, Conflict)
        await press(pilot, "t", "m", "escape")
        assert isinstance(app.screen, RecordForm)
        assert "was changed by someone else" in refusal(pilot)
        assert [box(pilot, name).words for name in ("title", "owner", "plan")] == [
            "Mine",
            "MEM-002",
            "People plan",
        ]
        await press(pilot, "ctrl+s")
        assert records.get(filled, "OBJ-001").draft == ObjectiveDraft(
            title="Mine", owner="MEM-002", plan="People plan"
        )
        await press(pilot, "down", "e")
        records.withdraw(filled, "OBJ-002", "Said twice", version=1)
        await save(pilot, title="Too late")
        assert "OBJ-002 has been withdrawn (Said twice)" in refusal(pilot)
        assert box(pilot, "title").words == "Too late"


async def test_a_withdrawal_that_meets_a_change_asks_once_more(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "d")
        app.screen.query_one("#reason", Input).value = "Done with"
        records.edit(filled, "OBJ-001", ObjectiveDraft(title="Theirs"), version=1)
        await press(pilot, "enter")
        assert "was changed by someone else" in refusal(pilot)
        await press(pilot, "enter")
        assert records.get(filled, "OBJ-001").withdrawn_reason == "Done with"


async def test_texts_too_long_and_files_that_are_not_there_are_refused_under_the_field(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "n")
        await save(pilot, title="x" * (PROSE + 1))
        assert "20,001 characters; at most 20,000 fit" in problem(pilot, "title")
        await press(pilot, "escape", "escape", "a")
        for file in ("no/such file.txt", "~nobody-here/x", "x" * 5000, str(filled.path.parent)):
            await save(pilot, file=file)
            assert problem(pilot, "file").startswith(("There is no file at", "“"))
            assert box(pilot, "file").entry.has_focus
        await save(pilot, file="", title="Nothing at all")
        assert problem(pilot, "note") == "Attach a file, give a link, or write a note."
        assert refs(rows_of(filled, Kind.EVIDENCE)) == []


async def test_an_owner_withdrawn_since_is_kept_until_there_is_another(
    app: EdiApp, filled: Register
) -> None:
    records.withdraw(filled, "MEM-001", "Left", version=1)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "e")
        assert box(pilot, "owner").words == "MEM-001"
        await save(pilot, plan="People plan")
        draft = records.get(filled, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert (draft.owner, draft.plan) == ("MEM-001", "People plan")
        await press(pilot, "e")
        await save(pilot, owner="MEM-002")
        draft = records.get(filled, "OBJ-001").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.owner == "MEM-002"


async def test_a_register_that_cannot_be_written_says_so_and_keeps_the_form(
    filled: Register,
) -> None:
    closed = Register(filled.path, "tester", True, filled.now, engine=filled.engine)
    app = EdiApp(lambda: closed)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "7", "n")
        assert "read only" in words_on(pilot)
        await save(pilot, role="Chief Nurse", name="Jo Fox")
        assert "can be read but not changed" in refusal(pilot)
        assert box(pilot, "role").words == "Chief Nurse"
        assert len(rows_of(filled, Kind.MEMBER)) == 2


async def test_pasted_lines_stay_lines(app: EdiApp, filled: Register) -> None:
    from textual.events import Paste

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n")
        app.post_message(Paste("one\rtwo\r\nthree\x1b[2J"))
        await press(pilot)
        await pilot.pause()
        assert box(pilot, "title").words == "one\ntwo\nthree␛[2J"
        await press(pilot, "ctrl+s")
        draft = records.get(filled, "OBJ-003").draft
        assert draft == ObjectiveDraft(title="one\ntwo\nthree␛[2J")
        assert current(pilot) == "OBJ-003"


async def test_a_seat_s_own_fields_are_checked_together(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(40, 12), notifications=True) as pilot:
        await press(pilot, "7", "n")
        await save(pilot, from_on="1 May 2027", to_on="1 April 2027")
        assert problem(pilot, "name") == "Name is needed, unless the seat's standing is vacant."
        assert problem(pilot, "role") == "Role is needed."
        assert problem(pilot, "to_on") == "The end is before the start."
        await save(pilot, name="Jo Fox", role="Chief Nurse", to_on="")
        assert place(pilot).kind is Kind.MEMBER
        found = records.get(filled, "MEM-003").draft
        assert isinstance(found, MemberDraft)
        assert (found.name, found.role) == ("Jo Fox", "Chief Nurse")
