"""What the tests of the terminal program stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea
from textual.worker import WorkerCancelled

from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    Draft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Outcome, Seat, Status
from edi_tui.services import records
from edi_tui.services.batches import Batch, SourceRow
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.screens.place import PlaceScreen
from tests.conftest import copy_of

SIZES = [(120, 40), (80, 24), (40, 12)]
"""A wide window, the smallest that is promised, and one that must not crash."""


def stored(register: Register, *drafts: Draft) -> list[str]:
    """Store records and return their references."""
    return [records.add(register, draft).ref for draft in drafts]


def imported(ref: str, cells: Mapping[str, str], *findings: Finding) -> Batch:
    """Return the import of one action, as it is kept."""
    row = SourceRow("table 1, row 1", Outcome.CREATED, ref, cells)
    return Batch(Kind.ACTION, "plan.docx", "0" * 64, {"table 1": {}}, (row,), findings)


@pytest.fixture(scope="session")
def filled_register(empty_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a register with one or two of each of the main records, made once."""
    register = copy_of(empty_register, tmp_path_factory.mktemp("made"))
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        MemberDraft(name="Lee Ray", role="Chair", seat=Seat.CHAIR),
        ObjectiveDraft(title="Raise the share to 18%", owner="MEM-001", frameworks=("HIA2",)),
        ObjectiveDraft(title="Publish every objective", owner="MEM-002", frameworks=("HIA1",)),
        ActionDraft(text="Brief the panel chairs", lead="Head of recruitment"),
        NetworkDraft(name="Race Equality Network"),
        MeasureDraft(name="Share in bands 8a and above", objective="OBJ-001", unit="%"),
        UpdateDraft(subject="OBJ-001", on=register.today, status=Status.AT_RISK, narrative="Slow"),
    )
    register.engine.dispose()
    return register.path


@pytest.fixture
def filled(filled_register: Path, tmp_path: Path) -> Register:
    """A register of a test's own with one or two of each of the main records."""
    return copy_of(filled_register, tmp_path)


@pytest.fixture
def app(filled: Register) -> EdiApp:
    """The program over the filled register."""
    return EdiApp(lambda: filled)


_IDLE = 3
"""How often in a row nothing may be under way: what one worker brings may begin the next."""


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was asked for in the background is on the screen, or the program ends."""
    idle = 0
    while idle < _IDLE and pilot.app.return_code is None:
        await pilot.pause()
        busy = [
            worker
            for worker in pilot.app.workers
            if worker.group in ("load", "seek", "rows", "page", "write", "judge", "work out")
            and not worker.is_finished
        ]
        idle = 0 if busy or keys_wait(pilot.app) or in_motion(pilot.app) else idle + 1
        if busy:
            with suppress(WorkerCancelled):
                await pilot.app.workers.wait_for_complete(busy)


def keys_wait(app: App[None]) -> bool:
    """Tell whether keys would wait for something, or do."""
    assert isinstance(app, EdiApp)
    waiting_for = app.keys.opening and not app.screen.is_modal
    return waiting_for or app.keys.under_way


def in_motion(app: App[None]) -> bool:
    """Tell whether something on the screen has still to be mounted, told something or laid out.

    Textual's pilot takes a program for idle that uses little of the processor, as one does that
    waits for a processor on a machine where others are at work.
    """
    screen = app.screen
    widgets = screen.walk_children(Widget, with_self=True)
    waiting = any(pump.message_queue_size for pump in (app, *widgets))
    return waiting or screen._layout_required or not all(one.is_mounted for one in widgets)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the one before has done its work."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type words faster than the program can act on any of their letters."""
    for letter in text:
        pilot.app.post_message(Key(_character_to_key(letter), letter))
    await settled(pilot)


def screen_text(pilot: Pilot[None]) -> str:
    """Return what the screen shows, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def words_on(pilot: Pilot[None], widget: type[Widget] | None = None) -> str:
    """Return what the screen, or a widget of it, shows without borders and with single spaces."""
    lines = screen_text(pilot).splitlines()
    if widget is not None:
        region = pilot.app.screen.query_one(widget).region
        lines = [line[region.x : region.right] for line in lines[region.y : region.bottom]]
    bare = "".join(" " if char in "│╭╮╰╯─▔▏▕┃╱▌▁▂▃▄▅▆▇█" else char for char in "\n".join(lines))
    return " ".join(bare.split())


def box(pilot: Pilot[None], name: str) -> FieldBox:
    """Return a field of the form that is open."""
    return pilot.app.screen.query_one(f"#field-{name}", FieldBox)


def problem(pilot: Pilot[None], name: str) -> str:
    """Return what is said under a field."""
    found = box(pilot, name)
    return str(found.query_one(".problem", Static).content) if found.has_class("-wrong") else ""


def refusal(pilot: Pilot[None]) -> str:
    """Return what is said above the fields of the form that is open."""
    told = pilot.app.screen.query_one("#refusal", Static)
    return str(told.content) if told.display else ""


def fill(pilot: Pilot[None], **words: str) -> None:
    """Put words into the fields of the form that is open."""
    for name, text in words.items():
        entry = box(pilot, name).entry
        if isinstance(entry, TextArea):
            entry.clear()
            entry.insert(text)
        else:
            assert isinstance(entry, Input | Select)
            entry.value = text


async def save(pilot: Pilot[None], **words: str) -> None:
    """Fill the form that is open, and store it."""
    fill(pilot, **words)
    await press(pilot, "ctrl+s")


def place(pilot: Pilot[None]) -> PlaceScreen:
    """Return the place that is shown."""
    assert isinstance(pilot.app.screen, PlaceScreen)
    return pilot.app.screen


def current(pilot: Pilot[None]) -> str:
    """Return the reference of the record under the cursor."""
    row = place(pilot).current
    return row.ref if row else ""


def refs(rows: Iterable[object]) -> list[str]:
    """Return the references of rows."""
    return [str(getattr(row, "ref", "")) for row in rows]
