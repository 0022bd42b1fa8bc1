"""What a board secretary does in the terminal, from the key to the register."""

from __future__ import annotations

import hashlib
import stat
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from textual.widgets import Input

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    EngagementDraft,
    EvidenceDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    ReadingDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Level, SponsorKind, Standing, Status
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.tui.app import EdiApp
from edi_tui.tui.modals.reason import Withdrawal
from tests.tui.conftest import (
    box,
    current,
    place,
    press,
    refs,
    refusal,
    save,
    settled,
    stored,
    typed,
    words_on,
)


async def test_an_objective_is_written_changed_and_updated(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "n")
        await save(
            pilot,
            title="Halve the gap in disciplinary cases",
            level="Personal",
            owner="MEM-002",
            frameworks="HIA6; hia1",
            due="31 March 2027",
        )
        draft = records.get(filled, "OBJ-003").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.title == "Halve the gap in disciplinary cases"
        assert (draft.level, draft.owner) == (Level.PERSONAL, "MEM-002")
        assert draft.frameworks == ("HIA1", "HIA6")
        assert draft.due.on == date(2027, 3, 31)
        assert current(pilot) == "OBJ-003"
        assert "OBJ-003 added." in words_on(pilot)

        await press(pilot, "e")
        await save(pilot, title="Halve the gap in disciplinary cases by 2027")
        draft = records.get(filled, "OBJ-003").draft
        assert isinstance(draft, ObjectiveDraft)
        assert draft.title == "Halve the gap in disciplinary cases by 2027"
        assert draft.due.on == date(2027, 3, 31)
        assert current(pilot) == "OBJ-003"

        await press(pilot, "u")
        assert not app.screen.query("#field-subject")
        await save(
            pilot, status="At risk", narrative="Two panels\nare late.", forecast_on="30 June 2027"
        )
        update = records.get(filled, "UPD-002").draft
        assert update == UpdateDraft(
            subject="OBJ-003",
            on=filled.today,
            status=Status.AT_RISK,
            narrative="Two panels\nare late.",
            forecast_on=date(2027, 6, 30),
        )
        assert current(pilot) == "OBJ-003"
        assert "A At risk" in words_on(pilot)
        assert "Two panels are late." in words_on(pilot)


async def test_a_measure_is_read_and_a_network_engaged_with(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "4", "u")
        assert box(pilot, "as_at").words == "21 Nov 2026"
        await save(pilot, numerator="42", denominator="250")
        assert records.get(filled, "RDG-001").draft == ReadingDraft(
            measure="MEA-001",
            as_at=filled.today,
            numerator=Decimal(42),
            denominator=Decimal(250),
        )
        await press(pilot, "5", "u")
        await save(pilot, member="MEM-002", note="Heard three concerns.")
        engagement = records.get(filled, "ENG-001").draft
        assert isinstance(engagement, EngagementDraft)
        assert (engagement.network, engagement.member) == ("NET-001", "MEM-002")
        assert engagement.note == "Heard three concerns."
        assert current(pilot) == "NET-001"


async def test_a_file_is_copied_under_its_hash_and_a_link_kept(
    app: EdiApp, filled: Register, tmp_path: Path
) -> None:
    paper = tmp_path / "minutes of the [draft] board.txt"
    paper.write_bytes(b"Agreed.\n")
    sha256 = hashlib.sha256(b"Agreed.\n").hexdigest()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "2", "a")
        await save(pilot, file=str(paper))
        evidence = records.get(filled, "EVI-001").draft
        assert isinstance(evidence, EvidenceDraft)
        assert (evidence.title, evidence.file_name) == (paper.name, paper.name)
        assert evidence.supports == ("OBJ-001",)
        assert evidence.sha256 == sha256
        copy = filled.files.path_of(sha256)
        assert copy.read_bytes() == b"Agreed.\n"
        if sys.platform != "win32":
            assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        await press(pilot, "right", "right", "right")
        assert paper.name in place(pilot).detail.words

        await press(pilot, "6", "n")
        await save(pilot, title="Board page", link="https://example.org/edi", supports="act 1")
        link = records.get(filled, "EVI-002").draft
        assert isinstance(link, EvidenceDraft)
        assert (link.link, link.supports) == ("https://example.org/edi", ("ACT-001",))
        assert current(pilot) == "EVI-002"


async def test_the_record_after_a_withdrawn_one_takes_its_place(register: Register) -> None:
    stored(register, *(ObjectiveDraft(title=f"Objective {n}") for n in range(1, 6)))
    app = EdiApp(lambda: register)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "down", "down", "d")
        await typed(pilot, "Merged")
        await press(pilot, "enter")
        assert place(pilot).table.current_ref == "OBJ-004"
        await press(pilot, "down", "d")
        await typed(pilot, "Merged too")
        await press(pilot, "enter")
        assert place(pilot).table.current_ref == "OBJ-004"


async def test_a_record_is_withdrawn_for_a_reason_only(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "2", "down", "d")
        assert isinstance(app.screen, Withdrawal)
        assert "Publish every objective" in words_on(pilot)
        await press(pilot, "enter")
        assert "Say why it is withdrawn" in refusal(pilot)
        app.screen.query_one("#reason", Input).value = "Merged [with] OBJ-001"
        await press(pilot, "enter")
        stored = records.get(filled, "OBJ-002")
        assert stored.withdrawn_reason == "Merged [with] OBJ-001"
        assert refs(rows_of(filled, Kind.OBJECTIVE)) == ["OBJ-001"]
        assert "OBJ-002 withdrawn." in words_on(pilot)
        await press(pilot, "d", "escape")
        assert refs(rows_of(filled, Kind.OBJECTIVE)) == ["OBJ-001"]


async def test_a_sponsorship_says_who_of_what_kind_and_what_it_achieves(
    app: EdiApp, filled: Register
) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "5", "right_square_bracket", "n")
        await save(
            pilot,
            network="NET-001",
            member="MEM-002",
            kind="Non-executive sponsor",
            appointed="Volunteered",
            from_on="1 April 2026",
            achieves="The three concerns about adjustments are answered within 60 days.",
            objective="obj 2",
        )
        term = records.get(filled, "SPO-001").draft
        assert isinstance(term, SponsorshipDraft)
        assert (term.network, term.member, term.objective) == ("NET-001", "MEM-002", "OBJ-002")
        assert term.kind is SponsorKind.NON_EXECUTIVE
        assert term.achieves.startswith("The three concerns")
        assert current(pilot) == "SPO-001"
        await press(pilot, "u")
        assert (box(pilot, "network").words, box(pilot, "member").words) == ("NET-001", "MEM-002")


OTHERS: list[tuple[str, dict[str, str], str, object]] = [
    (
        "7",
        {"name": "", "role": "Chief Nurse", "standing": "Vacant"},
        "MEM-003",
        MemberDraft(role="Chief Nurse", standing=Standing.VACANT),
    ),
    ("5", {"name": "Disability Network"}, "NET-002", NetworkDraft(name="Disability Network")),
    (
        "4",
        {"name": "Gap", "objective": "OBJ-002", "baseline": "1.4", "target": "1"},
        "MEA-002",
        MeasureDraft(name="Gap", objective="OBJ-002", baseline=Decimal("1.4"), target=Decimal(1)),
    ),
    (
        "3",
        {"text": "Train the panels", "supporting": "HR; Comms", "lead": "Head of learning"},
        "ACT-002",
        ActionDraft(text="Train the panels", supporting=("HR", "Comms"), lead="Head of learning"),
    ),
]


async def test_other_records_are_written_in_their_places(app: EdiApp, filled: Register) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        for key, words, ref, expected in OTHERS:
            await press(pilot, key, "n")
            await save(pilot, **words)
            assert records.get(filled, ref).draft == expected
            assert current(pilot) == ref
