"""The board place shows who is covered by what, and keeps its other lists."""

from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
)
from edi_tui.domain.words import Scope, Seat, Standing
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.widgets.record_table import RecordTable
from tests.tui.conftest import current, place, press, save, settled, stored, words_on


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_coverage_of_the_board_is_a_matrix(
    register: Register, size: tuple[int, int]
) -> None:
    stored(
        register,
        MemberDraft(name="Lee Ray", role="Chair", seat=Seat.CHAIR),
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        MemberDraft(role="Chief Nurse", standing=Standing.VACANT),
        ObjectiveDraft(title="Champion inclusion", owner="MEM-002"),
        ObjectiveDraft(title="Answer every network", scope=Scope.COLLECTIVE),
        NetworkDraft(name="Race Equality Network"),
        SponsorshipDraft(network="NET-001", member="MEM-002"),
    )
    app = EdiApp(lambda: register)
    async with app.run_test(size=size, notifications=True) as pilot:
        await press(pilot, "7", "right_square_bracket")
        shown = words_on(pilot)
        assert "◐ part" in shown
        assert "● yes" in shown
        if size[1] >= 24:
            assert "Whole board: OBJ-002." in shown
            assert "Vacant: Chief Nurse." in shown
            assert "◐ partly ○ no … not yet – not needed" in shown
            assert "Objective SMART Mid-year Appraisal Evidence" in shown
        if size[0] >= 120:
            assert "Sponsor Held by" in shown
        assert "Chief Nurse" not in shown.split("Whole board")[0]
        await press(pilot, "down")
        assert current(pilot) == "MEM-002"
        await press(pilot, "slash")
        place(pilot).filter.value = "chair"
        await settled(pilot)
        assert current(pilot) == "MEM-001"


async def test_the_kinds_of_the_board_and_the_networks_are_written_with_n(
    filled: Register,
) -> None:
    app = EdiApp(lambda: filled)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "7", *["right_square_bracket"] * 2)
        assert "Appraisals are confidential" in words_on(pilot)
        await press(pilot, "n")
        await save(pilot, member="MEM-001", year="2026/27")
        assert place(pilot).kind is Kind.APPRAISAL
        await press(pilot, "right_square_bracket", "n")
        await save(pilot, question="How many networks have a sponsor?")
        assert current(pilot) == "CHA-001"
        assert "21 Nov 2026" in words_on(pilot)
        await press(pilot, "5", *["right_square_bracket"] * 3, "n")
        await save(pilot, network="NET-001", theme="Rotas", text="Rotas come too late")
        assert current(pilot) == "CON-001"
        await press(pilot, "right_square_bracket", "n")
        await save(pilot, network="NET-001", score="3.5", people="12")
        assert current(pilot) == "HRD-001"
        assert "3.5 12" in words_on(pilot, RecordTable)
        await press(pilot, "n")
        await save(pilot, network="NET-001", score="1.5", people="9")
        assert current(pilot) == "HRD-002"
        assert "– 9" in words_on(pilot, RecordTable)
        assert "– too few answers to show" in words_on(pilot)
        await press(pilot, "2", *["right_square_bracket"] * 2, "n")
        await save(pilot, rule="H1", subject="OBJ-001", reason="Being rewritten")
        assert current(pilot) == "WAI-001"
