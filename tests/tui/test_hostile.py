"""Whatever people wrote is shown literally everywhere, and never steers the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from edi_tui.domain.errors import EdiError
from edi_tui.domain.fields import FieldKind
from edi_tui.domain.records import fields_of
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.screens.place import PlaceScreen
from tests.tui import hostile
from tests.tui.conftest import (
    fill,
    place,
    press,
    screen_text,
    settled,
    words_on,
)

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What must never reach the screen."""


@pytest.fixture
def hostile_register(tmp_path: Path) -> Register:
    """A register with hostile text in every field of every kind, and in what was imported."""
    return hostile.register(tmp_path / "register.db")


def assert_harmless(shown: str) -> None:
    """Check that nothing on the screen could steer a terminal."""
    assert STEERING.search(shown) is None


def lists_of(app: EdiApp) -> int:
    """Return how many lists a place has."""
    return len(app.screen.LISTS) if isinstance(app.screen, PlaceScreen) else 1


async def test_stored_texts_are_shown_literally_in_every_list(hostile_register: Register) -> None:
    app = EdiApp(lambda: hostile_register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)
        assert "Trust [/foo] [Q3] Ship" in words_on(pilot)
        for name in PLACES:
            await press(pilot, name.key)
            for _ in range(lists_of(app)):
                assert "[/foo] [Q3]" in words_on(pilot), name.title
                assert_harmless(screen_text(pilot))
                await press(pilot, "right_square_bracket")
        await press(pilot, "ctrl+p")
        app.screen.query_one(Input).value = "foo"
        await pilot.pause(0.3)
        assert "OBJ-001 Objective [/foo] [Q3] Ship [x] done a[/]b" in words_on(pilot)
        assert_harmless(screen_text(pilot))


async def test_stored_texts_are_asked_about_literally(hostile_register: Register) -> None:
    app = EdiApp(lambda: hostile_register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for name in (one for one in PLACES if one.name not in ("today", "quarters")):
            await press(pilot, name.key, "d")
            assert_harmless(screen_text(pilot))
            await press(pilot, "escape")
            for _ in range(lists_of(app)):
                await press(pilot, "e")
                form = app.screen
                assert isinstance(form, RecordForm)
                assert_harmless(screen_text(pilot))
                for field in form.boxes:
                    if field.spec.kind in (FieldKind.LINE, FieldKind.PROSE):
                        assert field.words == getattr(form.question.draft, field.spec.name)
                await press(pilot, "escape", "right_square_bracket")


async def test_an_edit_keeps_what_was_not_touched_to_the_character(
    hostile_register: Register,
) -> None:
    app = EdiApp(lambda: hostile_register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "3", "e")
        before = records.get(hostile_register, "ACT-001").draft
        fill(pilot, plan="Another plan")
        await press(pilot, "ctrl+s")
        after = records.get(hostile_register, "ACT-001").draft
        changed = {
            spec.name
            for spec in fields_of(type(before))
            if getattr(before, spec.name) != getattr(after, spec.name)
        }
        assert changed == {"plan"}


async def test_typed_texts_are_shown_literally(register: Register) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "n")
        fill(pilot, title=hostile.ALL, plan=hostile.ALL, frameworks=hostile.ALL, due=hostile.ALL)
        await pilot.pause()
        assert_harmless(screen_text(pilot))
        await press(pilot, "ctrl+s")
        assert "[/foo] [Q3] Ship" in words_on(pilot)
        assert_harmless(screen_text(pilot))
        fill(pilot, frameworks="")
        await press(pilot, "ctrl+s")
        for text in (*hostile.MARKUP, *hostile.LETTERS):
            assert text in words_on(pilot), text
        await press(pilot, "slash")
        place(pilot).filter.value = f"{hostile.ALL}:x"
        await settled(pilot)
        assert_harmless(screen_text(pilot))
        place(pilot).filter.value = "[/foo]"
        await settled(pilot)
        assert place(pilot).table.row_count == 1
        app.refuse(EdiError(hostile.ALL))
        await pilot.pause()
        assert "[/foo] [Q3] Ship [x] done" in words_on(pilot)
        assert_harmless(screen_text(pilot))
