"""Keys act in the order in which they are pressed, each where the one before has led."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.pilot import Pilot

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import MemberDraft, NetworkDraft, ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.missing import Missing
from edi_tui.tui.screens.place import PlaceScreen
from tests.tui.conftest import box, place, refs, settled, stored

NAMED = {"tab", "enter", "escape", "up", "down"}
CALLED = {" ": "space", "/": "slash"}


async def all_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than the program can act on any of them; words letter by letter."""
    for word in keys:
        named = word in NAMED or word.startswith("ctrl+")
        for key in [word] if named else list(word):
            character = key if len(key) == 1 else None
            pilot.app.post_message(Key(CALLED.get(key, key), character))
    await settled(pilot)


def titles(register: Register, kind: Kind) -> list[str]:
    """Return the references of a kind of record that stand."""
    return refs(rows_of(register, kind))


async def test_a_record_may_be_typed_before_its_form_is_there(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        keys = ("5", "n", "Faith [and] belief", "tab", "Faith", "tab", "tab", "Chair", "ctrl+s")
        await all_at_once(pilot, *keys)
        assert isinstance(app.screen, PlaceScreen)
        assert records.get(filled, "NET-002").draft == NetworkDraft(
            name="Faith [and] belief", characteristic="Faith", chair="Chair"
        )


async def test_a_filter_may_be_typed_before_it_is_there(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await all_at_once(pilot, "2")
        await all_at_once(pilot, "/xdup")
        assert place(pilot).filter.value == "xdup"
        assert place(pilot).filter.entry.has_focus
        await all_at_once(pilot, "escape", "4", "/publish", "escape", "2", "/raise")
        assert place(pilot).filter.value == "raise"


async def test_what_follows_a_record_acts_on_that_record(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await all_at_once(pilot, "2", "n", "Third", "ctrl+s", "d", "Said twice", "enter")
        assert records.get(filled, "OBJ-003").withdrawn_reason == "Said twice"
        assert titles(filled, Kind.OBJECTIVE) == ["OBJ-001", "OBJ-002"]
        await all_at_once(pilot, "e", " more", "ctrl+s", "up", "e", "Not ", "ctrl+s")
        first, second = (records.get(filled, ref).draft for ref in ("OBJ-001", "OBJ-002"))
        assert isinstance(first, ObjectiveDraft)
        assert isinstance(second, ObjectiveDraft)
        assert "Not" in first.title
        assert "more" in second.title


async def test_no_dialog_opens_over_another(register: Register) -> None:
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        ObjectiveDraft(title="Raise the share of staff to 18%"),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await all_at_once(pilot, "2", "y")
        assert isinstance(app.screen, Missing)
        first = app.screen.findings[0].column
        await all_at_once(pilot, "enter", "y", "n", "d")
        assert [screen.is_modal for screen in app.screen_stack] == [False, True]
        assert box(pilot, first).words.startswith("ynd")
        await all_at_once(pilot, "escape", "escape", "n", "d", "n")
        assert len(app.screen_stack) == 2
        assert box(pilot, "title").words == "dn"


async def test_leaving_waits_for_what_is_being_stored(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in ("5", "n"):
            app.post_message(Key(key, key))
        app.post_message(Paste("Faith network"))
        for key in ("ctrl+s", "ctrl+q"):
            app.post_message(Key(key, None))
        while app.is_running:
            await pilot.pause()
    assert records.get(filled, "NET-002").draft == NetworkDraft(name="Faith network")
