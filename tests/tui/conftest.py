"""What the tests of the terminal program stand on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from edi_tui.domain.records import (
    ActionDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Seat, Status
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp


@pytest.fixture
def filled(register: Register) -> Register:
    """A register with one of each of the main records."""
    for draft in (
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        MemberDraft(name="Lee Ray", role="Chair", seat=Seat.CHAIR),
        ObjectiveDraft(title="Raise the share to 18%", owner="MEM-001", frameworks=("HIA2",)),
        ObjectiveDraft(title="Publish every objective", owner="MEM-002", frameworks=("HIA1",)),
        ActionDraft(text="Brief the panel chairs", lead="Head of recruitment"),
        NetworkDraft(name="Race Equality Network"),
        UpdateDraft(subject="OBJ-001", on=register.today, status=Status.AT_RISK, narrative="Slow"),
    ):
        records.add(register, draft)
    return register


@pytest.fixture
def app(filled: Register) -> EdiApp:
    """The program over the filled register."""
    return EdiApp(lambda: filled)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was asked for in the background is on the screen."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete(
            [worker for worker in pilot.app.workers if worker.group in ("load", "page", "write")]
        )
        await pilot.pause()


def screen_text(pilot: Pilot[None]) -> str:
    """Return what the screen shows, line by line."""
    screen = pilot.app.screen
    width, height = screen.size
    lines = screen._compositor.render_strips()
    return "\n".join(strip.text for strip in lines[:height])


Shown = Callable[[Pilot[None]], str]
