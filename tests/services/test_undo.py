"""Undo and redo from the change log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import ConflictError, EdiError, WithdrawnError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    EvidenceDraft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.imports.run import ImportOptions, Source, run_import
from edi_tui.services import evidence, records
from edi_tui.services.commitments import take_in
from edi_tui.services.drift import ledger
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register
from edi_tui.services.undo import next_redo, next_undo, redo, undo

MARCH, JUNE = date(2027, 3, 31), date(2027, 6, 30)
PLAN = b"Action,Lead,Due,Status\nBrief the panels,HR,31/03/2027,On track\nPublish,Comms,,\n"


def edit(register: Register, ref: str, **changes: object) -> None:
    stored = records.get(register, ref)
    draft = replace(stored.draft, **changes)
    records.edit(register, ref, draft, version=stored.version)


def withdraw(register: Register, ref: str) -> None:
    records.withdraw(register, ref, "left", version=records.get(register, ref).version)


def refs(register: Register, kind: Kind) -> list[str]:
    return [row.ref for row in rows_of(register, kind)]


@pytest.fixture
def other(register: Register) -> Register:
    """The same register with somebody else at work."""
    return replace(register, who="Sam")


@pytest.fixture
def written(register: Register) -> Register:
    """A register in which an objective was added, changed and withdrawn."""
    records.add(register, MemberDraft(role="Chair", name="Lee Ray"))
    ref = records.add(register, ObjectiveDraft(title="Raise it", owner="MEM-001")).ref
    edit(register, ref, title="Raise the share", frameworks=("HIA2",))
    withdraw(register, ref)
    return register


def test_undo_takes_back_step_by_step_and_redo_does_it_again(written: Register) -> None:
    said = []
    while (step := next_undo(written)) is not None:
        said.append(step.name)
        assert undo(written).name == step.name
    assert said == ["withdraw OBJ-001", "edit OBJ-001", "add OBJ-001", "add MEM-001"]
    assert refs(written, Kind.OBJECTIVE) == refs(written, Kind.MEMBER) == []
    while next_redo(written) is not None:
        redo(written)
    stored = records.get(written, "OBJ-001")
    assert (stored.withdrawn_reason, refs(written, Kind.MEMBER)) == ("left", ["MEM-001"])
    assert isinstance(stored.draft, ObjectiveDraft)
    assert (stored.draft.title, stored.draft.frameworks) == ("Raise the share", ("HIA2",))


def test_undo_brings_back_every_word_of_a_record(written: Register) -> None:
    undo(written)
    undo(written)
    stored = records.get(written, "OBJ-001")
    assert stored.draft == ObjectiveDraft(title="Raise it", owner="MEM-001")
    assert stored.withdrawn_at is None


def test_undo_survives_a_restart(written: Register) -> None:
    undo(written)
    again = replace(written)
    assert undo(again).name == "edit OBJ-001"
    assert redo(again).name == "edit OBJ-001"


def test_undo_adds_to_the_log_and_takes_nothing_from_it(written: Register) -> None:
    before = history_of(written)
    undo(written)
    now = history_of(written)
    assert [change.seq for change in now[1:]] == [change.seq for change in before]
    assert (now[0].verb, now[0].summary) == ("undo", "undo: withdraw OBJ-001")
    assert (now[0].undoes, now[1].undone) == (now[1].group_id, True)
    redo(written)
    assert [(one.verb, one.undone) for one in history_of(written, "OBJ-001")] == [
        ("redo", False),
        ("undo", True),
        ("withdraw", False),
        ("edit", False),
        ("add", False),
    ]


def test_a_change_after_an_undo_ends_redo(written: Register) -> None:
    undo(written)
    edit(written, "OBJ-001", title="Raise them")
    assert next_redo(written) is None
    with pytest.raises(EdiError, match="nothing to redo"):
        redo(written)


def test_undo_after_redo_takes_the_same_step_back_again(written: Register) -> None:
    for _ in range(3):
        assert undo(written).name == "withdraw OBJ-001"
        assert redo(written).name == "withdraw OBJ-001"
    assert records.get(written, "OBJ-001").withdrawn_at


def test_each_person_undoes_their_own_steps(written: Register, other: Register) -> None:
    records.add(other, ActionDraft(text="Brief the panels"))
    assert undo(written).name == "withdraw OBJ-001"
    assert undo(other).name == "add ACT-001"
    with pytest.raises(EdiError, match=r"nothing of yours \(Sam\)"):
        undo(other)
    with pytest.raises(EdiError, match="is tester's, and each person"):
        undo(other, history_of(written, "MEM-001")[0].seq)


def test_undo_is_refused_where_somebody_changed_the_record_since(
    written: Register, other: Register
) -> None:
    undo(written)
    edit(other, "OBJ-001", owner="")
    with pytest.raises(ConflictError, match=r"OBJ-001 has been changed since by Sam \(edit OBJ"):
        undo(written)
    stored = records.get(written, "OBJ-001")
    assert isinstance(stored.draft, ObjectiveDraft)
    assert stored.draft.title == "Raise the share"
    undo(other)
    assert undo(written).name == "edit OBJ-001"


def test_redo_is_refused_where_somebody_changed_the_record_since(
    written: Register, other: Register
) -> None:
    undo(written)
    edit(other, "OBJ-001", owner="")
    with pytest.raises(ConflictError, match="changed since by Sam"):
        redo(written)


def test_an_older_step_can_be_named_by_its_number(written: Register) -> None:
    records.add(written, ActionDraft(text="Brief the panels"))
    edit(written, "ACT-001", text="Brief all panels")
    member = history_of(written, "ACT-001")[0].seq
    records.add(written, MemberDraft(role="Chief executive", name="Jo Day"))
    assert undo(written, member).name == "edit ACT-001"
    with pytest.raises(EdiError, match="has been undone already"):
        undo(written, member)
    with pytest.raises(EdiError, match="itself an undo"):
        undo(written, history_of(written)[0].seq)
    with pytest.raises(EdiError, match="history has no entry 999"):
        undo(written, 999)
    assert redo(written).name == "edit ACT-001"


def test_the_making_of_the_register_cannot_be_undone(register: Register) -> None:
    assert next_undo(register) is None
    with pytest.raises(EdiError, match="nothing of yours"):
        undo(register)
    with pytest.raises(EdiError, match="The register itself was made"):
        undo(register, 1)


def test_an_added_record_that_another_points_at_stays(written: Register, other: Register) -> None:
    undo(written)
    records.add(other, ActionDraft(text="Brief the panels", objective="OBJ-001"))
    undo(written)
    with pytest.raises(EdiError, match="ACT-001 points at OBJ-001 by now"):
        undo(written)
    withdraw(other, "ACT-001")
    assert undo(written).name == "add OBJ-001"


def test_nothing_points_again_at_what_was_withdrawn_since(
    written: Register, other: Register
) -> None:
    undo(written)
    edit(written, "OBJ-001", owner="")
    withdraw(other, "MEM-001")
    with pytest.raises(WithdrawnError, match=r"points at MEM-001 \(owner\)"):
        undo(written)


def test_a_rule_is_not_set_aside_twice_by_undo(written: Register, other: Register) -> None:
    undo(written)
    waiver = WaiverDraft(rule="S1", subject="OBJ-001", reason="The whole board")
    records.add(written, waiver)
    withdraw(written, "WAI-001")
    records.add(other, waiver)
    with pytest.raises(EdiError, match="set aside for OBJ-001 already"):
        undo(written)


def test_an_undone_move_of_a_due_date_is_no_drift(register: Register) -> None:
    due = Due(MARCH, "March 2027", Precision.MONTH)
    records.add(register, ObjectiveDraft(title="Raise it", due=due))
    edit(register, "OBJ-001", due=Due(JUNE, "June 2027", Precision.MONTH))
    undo(register)
    assert "OBJ-001" not in ledger(register)
    redo(register)
    assert len(ledger(register)["OBJ-001"].entries) == 1


def test_an_undone_update_no_longer_says_how_it_goes(register: Register) -> None:
    records.add(register, ObjectiveDraft(title="Raise it"))
    said = UpdateDraft(subject="OBJ-001", on=register.today, status=Status.AT_RISK)
    records.add(register, said)
    assert undo(register).name == "update OBJ-001"
    (row,) = rows_of(register, Kind.OBJECTIVE)
    assert getattr(row, "status", None) is Status.NO_UPDATE


def test_several_records_of_one_step_go_and_come_together(register: Register) -> None:
    with register.writing("plan the year") as changes:
        objective = changes.add(ObjectiveDraft(title="Raise it"))
        changes.add(MeasureDraft(name="Share", objective=objective))
        changes.edit(objective, ObjectiveDraft(title="Raise it by 4"), version=1)
    assert undo(register).name == "plan the year (3 changes)"
    assert refs(register, Kind.OBJECTIVE) == refs(register, Kind.MEASURE) == []
    assert set(redo(register).refs) == {objective, "MEA-001"}
    stored = records.get(register, objective)
    assert stored.draft == ObjectiveDraft(title="Raise it by 4")


def test_the_file_of_undone_evidence_is_kept_for_redo(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_text("Agreed.")
    evidence.attach(register, EvidenceDraft(), file)
    undo(register)
    assert refs(register, Kind.EVIDENCE) == []
    redo(register)
    assert [found.state for found in evidence.check(register)] == ["ok"]


@pytest.fixture
def imported(register: Register) -> Callable[[], str]:
    """Import the same plan and say in short what came of it."""

    def run() -> str:
        result = run_import(register, [Source("plan.csv", PLAN)], ImportOptions(kind=Kind.ACTION))
        return " ".join(row.outcome.value for row in result.files[0].rows if row.cells)

    return run


def test_an_import_is_undone_in_one_step(register: Register, imported: Callable[[], str]) -> None:
    first = imported()
    assert len(refs(register, Kind.ACTION)) == 2
    assert undo(register).name.startswith("import plan.csv (")
    assert refs(register, Kind.ACTION) == refs(register, Kind.UPDATE) == []
    redo(register)
    assert "created" not in imported()
    undo(register)
    assert imported() == first
    assert refs(register, Kind.ACTION) == ["ACT-003", "ACT-004"]


def test_an_import_that_changed_records_can_be_repeated_after_its_undo(
    register: Register, imported: Callable[[], str]
) -> None:
    imported()
    changed = PLAN.replace(b"HR", b"Workforce")

    def again() -> None:
        options = ImportOptions(kind=Kind.ACTION)
        run_import(register, [Source("plan.csv", changed)], options)

    def lead() -> object:
        return getattr(rows_of(register, Kind.ACTION)[0], "lead", None)

    again()
    undo(register)
    assert lead() == "HR"
    again()
    assert lead() == "Workforce"


def test_an_undone_statement_can_be_taken_in_again(register: Register) -> None:
    text = "We will publish the figures every year."
    take_in(register, "Pledge", text)
    undo(register)
    assert take_in(register, "Pledge", text) == ["CMT-002"]
