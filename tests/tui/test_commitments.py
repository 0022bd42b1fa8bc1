"""A public statement becomes commitments, and each becomes an objective or is parked."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import CommitmentDraft, ObjectiveDraft
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.modals.reason import Parking
from edi_tui.tui.modals.statement import StatementForm
from tests.tui.conftest import box, current, place, press, refusal, save, words_on

STATEMENT = "Our pledge\nWe will listen to every network. [We will] publish what we heard."


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_statement_is_split_drafted_and_parked(
    register: Register, size: tuple[int, int]
) -> None:
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "2", "right_square_bracket")
        assert "Press n to paste a public statement" in words_on(pilot)
        await press(pilot, "n")
        assert isinstance(app.screen, StatementForm)
        app.screen.query_one("#text", TextArea).insert(STATEMENT)
        await press(pilot, "ctrl+s")
        assert "Say where it was said" in refusal(pilot)
        await press(pilot, "escape")
        assert "Press esc again" in refusal(pilot)
        app.screen.query_one("#title", Input).value = "Race pledge"
        assert "2 sentences" in words_on(pilot)
        await press(pilot, "ctrl+s")
        assert "2 commitments taken in" in words_on(pilot)
        assert [row.ref for row in rows_of(register, Kind.COMMITMENT)] == ["CMT-001", "CMT-002"]
        assert "[We will] publish" in words_on(pilot)

        await press(pilot, "p")
        assert isinstance(app.screen, Parking)
        await press(pilot, "enter")
        assert "Say why nothing follows" in refusal(pilot)
        app.screen.query_one("#reason", Input).value = "Said for two years"
        await press(pilot, "enter")
        parked = records.get(register, "CMT-001").draft
        assert isinstance(parked, CommitmentDraft)
        assert parked.parked == "Said for two years"

        await press(pilot, "down", "o")
        assert isinstance(app.screen, RecordForm)
        assert box(pilot, "title").words == "[We will] publish what we heard."
        await save(pilot, title="Publish what each network raised by 31 March 2027")
        assert current(pilot) == "OBJ-001"
        assert place(pilot).kind is Kind.OBJECTIVE
        made = records.get(register, "OBJ-001").draft
        assert isinstance(made, ObjectiveDraft)
        assert made.plan == "Race pledge"
        linked = records.get(register, "CMT-002").draft
        assert isinstance(linked, CommitmentDraft)
        assert linked.objective == "OBJ-001"

        await press(pilot, "right_square_bracket", "down", "o")
        assert "became OBJ-001 already" in words_on(pilot)
