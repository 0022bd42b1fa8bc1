"""The bin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edi_tui.domain.errors import ConflictError, EdiError, InvalidError, WithdrawnError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    EvidenceDraft,
    FrameworkItemDraft,
    MemberDraft,
    ObjectiveDraft,
    WaiverDraft,
)
from edi_tui.services import records
from edi_tui.services.bin import binned, restore
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.undo import undo
from tests.conftest import holding


def withdraw(register: Register, ref: str, reason: str = "left") -> None:
    records.withdraw(register, ref, reason, version=records.get(register, ref).version)


@pytest.fixture
def emptied(register: Register) -> Register:
    """A register whose objective, action and owner were withdrawn, in this order."""
    holding(
        register,
        MemberDraft(role="Chair", name="Lee Ray"),
        ObjectiveDraft(title="Raise it", owner="MEM-001", frameworks=("HIA2",)),
        ActionDraft(text="Brief the panels"),
    )
    withdraw(register, "OBJ-001", "twice")
    withdraw(replace(register, who="Sam"), "ACT-001")
    withdraw(register, "MEM-001")
    return register


def test_the_bin_tells_what_went_why_and_by_whom_the_last_first(emptied: Register) -> None:
    assert [(row.ref, row.title, row.reason, row.who) for row in binned(emptied)] == [
        ("MEM-001", "Chair", "left", "tester"),
        ("ACT-001", "Brief the panels", "left", "Sam"),
        ("OBJ-001", "Raise it", "twice", "tester"),
    ]
    assert [row.ref for row in binned(emptied, [Kind.ACTION])] == ["ACT-001"]


def test_what_was_added_and_undone_lies_in_the_bin(register: Register) -> None:
    records.add(register, ActionDraft(text="Brief the panels"))
    undo(register)
    assert [row.reason for row in binned(register)] == ["Undone: add ACT-001"]
    restore(register, "ACT-001")
    assert binned(register) == []


def test_a_record_comes_back_as_it_was_and_can_go_again_by_undo(emptied: Register) -> None:
    before = records.get(emptied, "ACT-001").draft
    assert restore(emptied, "act 1").ref == "ACT-001"
    stored = records.get(emptied, "ACT-001")
    assert (stored.draft, stored.withdrawn_at, stored.withdrawn_reason) == (before, None, "")
    assert len(rows_of(emptied, Kind.ACTION)) == 1
    assert undo(emptied).name == "restore ACT-001"
    assert records.get(emptied, "ACT-001").withdrawn_reason == "left"


def test_what_a_record_points_at_comes_back_first(emptied: Register) -> None:
    with pytest.raises(WithdrawnError, match=r"OBJ-001 points at MEM-001 \(owner\)"):
        restore(emptied, "OBJ-001")
    assert records.get(emptied, "OBJ-001").withdrawn_at
    restore(emptied, "MEM-001")
    restore(emptied, "OBJ-001")
    assert len(rows_of(emptied, Kind.OBJECTIVE)) == 1


def test_evidence_comes_back_to_what_it_supports(register: Register) -> None:
    records.add(register, ActionDraft(text="Brief the panels"))
    records.add(register, EvidenceDraft(title="Minutes", note="Seen", supports=("ACT-001",)))
    withdraw(register, "EVI-001")
    withdraw(register, "ACT-001")
    with pytest.raises(WithdrawnError, match="points at ACT-001"):
        restore(register, "EVI-001")


def test_what_stands_is_not_brought_back(register: Register) -> None:
    records.add(register, ActionDraft(text="Brief the panels"))
    with pytest.raises(EdiError, match="was not withdrawn"):
        restore(register, "ACT-001")


def test_the_bin_is_no_way_round_somebody_else(emptied: Register) -> None:
    looked_at = next(row.version for row in binned(emptied) if row.ref == "ACT-001")
    restore(emptied, "ACT-001")
    withdraw(emptied, "ACT-001")
    with pytest.raises(ConflictError):
        restore(emptied, "ACT-001", version=looked_at)


def test_a_framework_item_whose_code_is_taken_stays(register: Register) -> None:
    item = FrameworkItemDraft(code="LOC1", framework="Own", title="Own aim")
    ref = records.add(register, item).ref
    withdraw(register, ref)
    with pytest.raises(InvalidError, match="bring it back from the bin"):
        records.add(register, item)
    assert restore(register, ref).ref == ref


def test_a_rule_is_not_set_aside_twice(register: Register) -> None:
    records.add(register, ActionDraft(text="Brief the panels"))
    waiver = WaiverDraft(rule="P1", subject="ACT-001", reason="Done by others")
    records.add(register, waiver)
    withdraw(register, "WAI-001")
    records.add(register, waiver)
    with pytest.raises(InvalidError, match="set aside for ACT-001 already"):
        restore(register, "WAI-001")
