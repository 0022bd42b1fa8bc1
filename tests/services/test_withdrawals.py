"""What becomes of the records around one that is withdrawn."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.errors import EdiError
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.rows import FrameworkRow, MemberRow, NetworkRow
from edi_tui.domain.words import Outcome, Status
from edi_tui.services import records
from edi_tui.services.batches import Batch, SourceRow, keep
from edi_tui.services.desk import open_findings
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from tests.conftest import holding


@pytest.fixture
def sponsored(register: Register) -> Register:
    """A register with one network, its executive sponsor, and the sponsor's objective."""
    return holding(
        register,
        MemberDraft(role="Chief People Officer", name="Amara Cole"),
        NetworkDraft(name="Race Equality Network"),
        SponsorshipDraft(network="NET-001", member="MEM-001"),
        ObjectiveDraft(title="Mixed panels", owner="MEM-001", frameworks=("HIA1",)),
    )


def withdraw(register: Register, ref: str) -> None:
    records.withdraw(register, ref, "left", version=records.get(register, ref).version)


def test_a_network_whose_sponsor_was_withdrawn_has_none(sponsored: Register) -> None:
    withdraw(sponsored, "MEM-001")
    [network] = rows_of(sponsored, Kind.NETWORK)
    assert isinstance(network, NetworkRow)
    assert network.executive_sponsor == ""


def test_nobody_sponsors_a_network_that_was_withdrawn(sponsored: Register) -> None:
    withdraw(sponsored, "NET-001")
    [member] = rows_of(sponsored, Kind.MEMBER)
    assert isinstance(member, MemberRow)
    assert member.sponsors == ()


def test_a_framework_item_counts_what_stands(sponsored: Register) -> None:
    withdraw(sponsored, "OBJ-001")
    item = rows_of(sponsored, Kind.FRAMEWORK_ITEM)[0]
    assert isinstance(item, FrameworkRow)
    assert (item.code, item.objectives) == ("HIA1", 0)


def test_a_term_can_be_ended_after_its_sponsor_was_withdrawn(sponsored: Register) -> None:
    withdraw(sponsored, "MEM-001")
    ended = SponsorshipDraft(network="NET-001", member="MEM-001", ended_on=date(2026, 11, 1))
    records.edit(sponsored, "SPO-001", ended, version=1)
    assert records.get(sponsored, "SPO-001").draft == ended


def test_an_objective_keeps_a_framework_item_that_was_withdrawn(sponsored: Register) -> None:
    withdraw(sponsored, "FWK-001")
    told = ObjectiveDraft(title="Mixed panels in 2027", owner="MEM-001", frameworks=("HIA1",))
    records.edit(sponsored, "OBJ-001", told, version=1)
    assert records.get(sponsored, "OBJ-001").draft == told


def test_the_organisation_cannot_be_withdrawn(register: Register) -> None:
    with pytest.raises(EdiError, match="ORG-001 is the organisation whose register this is"):
        withdraw(register, "ORG-001")


def test_a_status_that_was_withdrawn_settles_no_finding(register: Register) -> None:
    records.add(register, ActionDraft(text="Publish"))
    found = Finding("status-conflict", FindingLevel.WARN, "Choose.", "row 2", ref="ACT-001")
    row = SourceRow("row 2", Outcome.CREATED, "ACT-001")
    with register.writing("import plan.csv") as changes:
        keep(changes, Batch(Kind.ACTION, "plan.csv", "0" * 64, {}, [row], [found]))
    update = UpdateDraft(subject="ACT-001", on=date(2026, 11, 1), status=Status.ON_TRACK)
    records.add(register, update)
    assert open_findings(register) == []
    withdraw(register, "UPD-001")
    assert [finding.rule for finding in open_findings(register)] == ["status-conflict"]
