from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    MeasureDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Outcome, Seat, Status
from edi_tui.services import records
from edi_tui.services.batches import Batch, SourceRow
from edi_tui.services.intake import Intake, Known

if TYPE_CHECKING:
    from edi_tui.services.register import Register

HEADINGS = {"table 1": {"Action": "text", "Due by": "due"}, "table 2": {"Deadline": "due"}}


def known(register: Register, kind: Kind) -> list[Known]:
    with register.writing("look") as changes:
        return Intake(changes, today=register.today).known(kind)


def row(outcome: Outcome, ref: str, cells: Mapping[str, str]) -> SourceRow:
    return SourceRow("table 1, row 1", outcome, ref, cells)


def keep(register: Register, *rows: SourceRow, kind: Kind = Kind.ACTION) -> None:
    with register.writing("import") as changes:
        batch = Batch(kind, "plan.docx", "00", HEADINGS, rows, ())
        Intake(changes, today=register.today).keep(batch)


def test_a_record_comes_with_its_newest_update_and_codes(register: Register) -> None:
    records.add(register, ActionDraft(text="Do it", frameworks=("HIA2", "HIA1")))
    for status in (Status.ON_TRACK, Status.AT_RISK):
        update = UpdateDraft(subject="ACT-001", on=register.today, status=status)
        records.add(register, update)
    (one,) = known(register, Kind.ACTION)
    assert one.stored == records.get(register, "ACT-001")
    assert one.update is not None
    assert one.update.status is Status.AT_RISK


def test_what_is_withdrawn_is_not_known(register: Register) -> None:
    records.add(register, ActionDraft(text="Do it"))
    records.withdraw(register, "ACT-001", "entered twice", version=1)
    assert known(register, Kind.ACTION) == []


def test_an_objective_comes_with_its_measures(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Raise it"))
    records.add(register, ObjectiveDraft(title="Lower it"))
    records.add(register, MeasureDraft(name="Staff", objective="OBJ-002"))
    first, second = known(register, Kind.OBJECTIVE)
    assert first.measures == ()
    assert [measure.ref for measure in second.measures] == ["MEA-001"]


def test_a_network_comes_with_the_terms_that_run(register: Register) -> None:
    records.add(register, MemberDraft(name="Ms A", role="Chair", seat=Seat.CHAIR))
    records.add(register, NetworkDraft(name="Race Equality Network"))
    term = SponsorshipDraft(network="NET-001", member="MEM-001")
    records.add(register, term)
    records.add(
        register, SponsorshipDraft(network="NET-001", member="MEM-001", ended_on=register.today)
    )
    assert [one.sponsors for one in known(register, Kind.NETWORK)] == [(term,)]


def test_the_words_of_the_last_import_are_those_of_all_parts_of_a_row(register: Register) -> None:
    records.add(register, ActionDraft(text="Do it well"))
    keep(register, row(Outcome.CREATED, "ACT-001", {"Action": "Do", "Due by": "TBC"}))
    keep(
        register,
        row(Outcome.UPDATED, "ACT-001", {"Action": "Do it", "Deadline": "ongoing"}),
        row(Outcome.JOINED, "ACT-001", {"Action": "well"}),
        row(Outcome.UNCHANGED, "ACT-001", {"Action": "Do it"}),
        row(Outcome.JOINED, "ACT-001", {"Action": "well"}),
    )
    (one,) = known(register, Kind.ACTION)
    assert one.words == {"text": "Do it well", "due": "ongoing"}


def test_a_file_is_known_again_by_its_hash_and_kind(register: Register) -> None:
    keep(register)
    with register.writing("look") as changes:
        intake = Intake(changes, today=register.today)
        assert intake.kept("00", Kind.ACTION)
        assert not intake.kept("01", Kind.ACTION)
        assert not intake.kept("00", Kind.OBJECTIVE)


def test_seats_are_known_by_reference(register: Register) -> None:
    records.add(register, MemberDraft(name="Ms A", role="Chair", seat=Seat.CHAIR))
    with register.writing("look") as changes:
        assert Intake(changes, today=register.today).seats() == {"MEM-001": Seat.CHAIR}
