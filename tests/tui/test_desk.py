"""The Desk in the terminal: few keys, the next thing by itself, nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from edi_tui.domain.desk import Matter
from edi_tui.domain.records import ActionDraft, MemberDraft
from edi_tui.services import records
from edi_tui.services.desk import desk
from edi_tui.services.learned import learned
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.accept_all import AcceptAll
from edi_tui.tui.modals.choose import Choose
from edi_tui.tui.screens.desk import DeskScreen
from tests.imports.importing import bring_in
from tests.tui.conftest import (
    SIZES,
    box,
    current,
    fill,
    press,
    problem,
    save,
    screen_text,
    settled,
    words_on,
)
from tests.tui.hostile import CONTROLS, LETTERS, MARKUP

TEN = "Action,Due by\n" + "".join(f"Action {n},31/6/2027\n" for n in range(10))
PLAN = (
    "Action,Due by,Lead,RAG,Cost\n"
    "Train panels,31/6/2027,CPO,G,£4\n"
    "Ask staff,ongoing,CEO,Complete,\n"
    ",1/6/2027,Head of Nothing,Complete,\n"
)


def place(pilot: Pilot[None]) -> DeskScreen:
    """Return the Desk, which is shown."""
    assert isinstance(pilot.app.screen, DeskScreen)
    return pilot.app.screen


def dues(register: Register) -> list[date | None]:
    """Return the due days of the actions."""
    found = []
    for number in range(1, 11):
        draft = records.get(register, f"ACT-{number}").draft
        assert isinstance(draft, ActionDraft)
        found.append(draft.due.on)
    return found


@pytest.mark.parametrize("keys", [["y"] * 10, ["A", "y"]], ids=["one by one", "all alike"])
@pytest.mark.parametrize("size", SIZES)
async def test_ten_dates_are_accepted_with_twelve_keys_at_most(
    register: Register, size: tuple[int, int], keys: list[str]
) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        pressed = ["D", *keys]
        assert len(pressed) <= 12
        await press(pilot, *pressed)
        assert place(pilot).item is None
    assert desk(register) == ()
    assert dues(register) == [date(2027, 6, 30)] * 10


async def test_keys_pressed_at_once_settle_one_thing_each(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "D")
        await pilot.press(*["y"] * 4)
        await settled(pilot)
        assert len(place(pilot).items) == 6
    assert sum(day is not None for day in dues(register)) == 4


async def test_another_proposal_is_chosen_with_the_arrows(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "D")
        assert "▸ 30 Jun 2027 the last day of the month" in words_on(pilot)
        assert "In plan.csv, row 2, Due by" in words_on(pilot)
        await press(pilot, "right")
        assert "▸ 1 Jul 2027" in words_on(pilot)
        await press(pilot, "y")
        item = place(pilot).item
        assert item is not None
        assert item.ref == "ACT-002"
    assert dues(register)[:2] == [date(2027, 7, 1), None]


async def test_what_is_chosen_stays_chosen_over_a_dialog(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "D", "right", "A", "escape")
        assert "▸ 1 Jul 2027" in words_on(pilot)
        await press(pilot, "y")
    assert dues(register)[:2] == [date(2027, 7, 1), None]


async def test_what_is_accepted_at_once_is_looked_through_first(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "D", "A")
        assert isinstance(app.screen, AcceptAll)
        assert "ACT-010 “31/6/2027” → 30 Jun 2027" in words_on(pilot)
        assert "y Accept" in words_on(pilot)
        await press(pilot, "escape")
        assert len(place(pilot).items) == 10
    assert dues(register) == [None] * 10


def place_item(register: Register, matter: Matter, ref: str) -> int | None:
    """Return the number of what waits about a record."""
    found = (one.number for one in desk(register) if (one.matter, one.ref) == (matter, ref))
    return next(found, None)


async def at(pilot: Pilot[None], register: Register, matter: Matter, ref: str = "") -> None:
    """Go to the Desk, with the cursor on one thing."""
    number = place_item(register, matter, ref)
    assert number is not None
    await press(pilot, "D")
    place(pilot).select_number(number)
    await settled(pilot)


async def test_words_that_are_no_date_keep_the_form_open(register: Register) -> None:
    bring_in(register, PLAN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at(pilot, register, Matter.DATE, "ACT-002")
        await press(pilot, "e")
        assert box(pilot, "due").words == "ongoing"
        await save(pilot, due="some day")
        assert "could not be read as a date" in problem(pilot, "due")
        assert box(pilot, "due").words == "some day"
        await save(pilot, due="5 July 2027")
        assert place_item(register, Matter.DATE, "ACT-002") is None
    draft = records.get(register, "ACT-002").draft
    assert isinstance(draft, ActionDraft)
    assert (draft.due.on, draft.due.text) == (date(2027, 7, 5), "ongoing")


async def test_a_heading_is_explained_by_choosing_its_field(register: Register) -> None:
    bring_in(register, PLAN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at(pilot, register, Matter.HEADING)
        await press(pilot, "e")
        assert isinstance(app.screen, Choose)
        options = app.screen.query_one(OptionList)
        wanted = [str(option.prompt) for option in options.options].index("Progress")
        options.highlighted = wanted
        await press(pilot, "enter")
        assert place_item(register, Matter.HEADING, "") is None
    assert [row.told for row in learned(register)] == ["“Cost” is the progress of actions"]


@pytest.mark.parametrize(("key", "left"), [("t", "ongoing"), ("d", "")])
async def test_words_are_kept_or_left_out_with_one_key(
    register: Register, key: str, left: str
) -> None:
    bring_in(register, PLAN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at(pilot, register, Matter.DATE, "ACT-002")
        await press(pilot, key)
        assert place_item(register, Matter.DATE, "ACT-002") is None
    draft = records.get(register, "ACT-002").draft
    assert isinstance(draft, ActionDraft)
    assert (draft.due.on, draft.due.text) == (None, left)


async def test_a_row_set_aside_is_corrected_in_a_form_and_added(register: Register) -> None:
    bring_in(register, PLAN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await at(pilot, register, Matter.ROW)
        await press(pilot, "enter")
        assert box(pilot, "lead").words == "Head of Nothing"
        await press(pilot, "ctrl+s")
        assert problem(pilot, "text") == "Action is needed."
        fill(pilot, text="Ask everybody")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, DeskScreen)
        assert place_item(register, Matter.ROW, "") is None
    draft = records.get(register, "ACT-003").draft
    assert isinstance(draft, ActionDraft)
    assert (draft.text, draft.due.on) == ("Ask everybody", date(2027, 6, 1))


async def test_today_leads_to_the_desk_and_the_desk_to_the_record(register: Register) -> None:
    bring_in(register, PLAN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "down", "D", "escape")
        assert app.current_mode == "today"
        await at(pilot, register, Matter.DATE, "ACT-001")
        await press(pilot, "enter")
        assert (app.current_mode, current(pilot)) == ("actions", "ACT-001")


async def test_a_decision_is_undone_like_anything_else(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "D", "A", "y", "ctrl+z")
        assert len(place(pilot).items) == 10
        await press(pilot, "ctrl+y")
        assert place(pilot).items == ()
    assert dues(register) == [date(2027, 6, 30)] * 10


async def test_a_change_elsewhere_leaves_the_desk_by_itself(register: Register) -> None:
    bring_in(register, TEN)
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "D")
        records.withdraw(register, "ACT-001", "entered twice", version=1)
        await press(pilot, "y")
        assert "nothing numbered" in words_on(pilot)
        item = place(pilot).item
        assert item is not None
        assert item.ref == "ACT-002"


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_shown_as_they_stand(
    register: Register, size: tuple[int, int]
) -> None:
    records.add(register, MemberDraft(name="[/x] Ada", role="Chief [red]People[/] Officer"))
    rows = [f"{text},by {text}" for text in (*MARKUP, *CONTROLS, *LETTERS) if text != "\x00"]
    bring_in(register, "\n".join(["Objective,Owner", *rows]))
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "D", *["down"] * 3, "e", "escape")
        assert isinstance(app.screen, DeskScreen)
        assert "The Desk" in screen_text(pilot)
        assert app.screen.item is not None
        assert "by [red]r[/red]" in [one.finding.value for one in desk(register)]
